//! What each row of a sheet is: one with figures of somebody, a title, a total, or the end of the table.

use super::place::{is_word, old_letters};
use super::taken::{Subject, Taking};
use super::whose::Whose;
use crate::model::{Contents, RowsAre};
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Cell, Grid};
use crate::text::Misread;

impl Taking<'_> {
    /// Returns the first cell of a row of csv that lies behind the last head: there a number came apart at its comma.
    fn beyond_head(&self, row: usize) -> Option<usize> {
        let width = self.heads.filter(|_| self.grid.name.is_empty())?;
        (width..self.grid.rows[row].len()).find(|column| *self.grid.cell(row, *column) != Cell::Empty)
    }

    pub(super) fn is_end(&self, row: usize) -> bool {
        let Some(until) = &self.until else { return false };
        // A remark may begin with any word.
        let is_remark =
            |column: usize| self.columns.read.get(&column).is_some_and(|own| own.contents == Contents::Note);
        let mut cells = self.grid.rows[row].iter().enumerate();
        cells.any(|(column, cell)| !is_remark(column) && fold(cell.text()).starts_with(until))
    }

    /// Names a row behind the end of the table that has a figure all the same: those who signed have none.
    pub(super) fn name_behind(&mut self, row: usize) {
        let has_digit = |column: &usize| self.grid.cell(row, *column).text().bytes().any(|own| own.is_ascii_digit());
        let filled = self.grid.rows[row].iter().position(|cell| *cell != Cell::Empty);
        if let (true, Some(column)) = (self.columns.figures.iter().any(has_digit), filled) {
            let label = kept(self.label(row).text());
            let text = if label.is_empty() { kept(self.grid.cell(row, column).text()) } else { label };
            self.taken.left_out.push((Grid::address(row, column), text));
        }
    }

    pub(super) fn label(&self, row: usize) -> &Cell {
        self.columns.label.map_or(&Cell::Empty, |column| self.grid.shown(row, column))
    }

    pub(super) fn row(&mut self, row: usize) {
        let recipe = self.says.recipe;
        let text = kept(self.label(row).text());
        let spot = (row, self.columns.label.unwrap_or_default());
        let is_out = recipe.leave_out_rows.iter().any(|(first, last)| (*first..=*last).contains(&row))
            || self.leave_out.contains(&fold(&text));
        // Beside a name that nobody knows, words in a column of figures are those who signed; beside one that is known, they stand
        // where a figure should, and are refused there.
        let is_figure = |cell: &Cell| *cell != Cell::Empty && !is_word(cell);
        let mut figures = self.columns.figures.iter();
        let with_figure = figures.find(|column| is_figure(self.grid.cell(row, **column))).copied();
        let filled = self.grid.rows[row].iter().position(|cell| *cell != Cell::Empty);
        match (is_out, text.is_empty(), with_figure, filled) {
            (_, _, _, None) => {}
            (true, _, _, Some(column)) | (false, true, None, Some(column)) => {
                let (column, text) =
                    if text.is_empty() { (column, kept(self.grid.cell(row, column).text())) } else { (spot.1, text) };
                self.taken.left_out.push((Grid::address(row, column), text));
            }
            (false, true, Some(column), _) => self.refuse((row, column), Misread::NamelessRow),
            (false, false, with_figure, _) => match self.subject(row, &text) {
                Ok(subject) => match self.beyond_head(row).filter(|_| with_figure.is_some()) {
                    Some(column) => {
                        let text = self.grid.cell(row, column).text().to_owned();
                        self.refuse((row, column), Misread::BeyondHead { text });
                    }
                    None => self.figures(row, &subject),
                },
                // A title between the rows.
                Err(_) if with_figure.is_none() => {
                    self.taken.left_out.push((Grid::address(spot.0, spot.1), text));
                }
                Err(why) => self.refuse(spot, why),
            },
        }
    }

    /// Finds out what a row is about.
    fn subject(&self, row: usize, text: &str) -> Result<Subject, Misread> {
        let recipe = self.says.recipe;
        let named = self.lines.get(&fold(text)).into_iter().flatten();
        // A row that is placed is meant more than its name alone.
        let meant = named.copied().find(|own| own.at.is_none_or(|at| at == row));
        let whose = |unit, period| Whose { unit, period };
        if let Some(line) = meant {
            let unit = line.unit.map(|unit| (unit, text.to_owned()));
            let period = line.period.map(|period| (period, text.to_owned()));
            return Ok(Subject { whose: whose(unit, period), measures: line.measures.clone() });
        }
        if let Some(legacy) = old_letters(text) {
            return Err(legacy);
        }
        match recipe.rows {
            RowsAre::Units => {
                let unit = self.says.unit(text)?;
                Ok(Subject { whose: whose(Some((unit, text.to_owned())), None), measures: Vec::new() })
            }
            RowsAre::Periods => {
                let period = self.says.period(self.label(row))?;
                Ok(Subject { whose: whose(None, Some((period, text.to_owned()))), measures: Vec::new() })
            }
            RowsAre::Measures => {
                let measure = self.says.measure(text)?;
                Ok(Subject { whose: Whose::default(), measures: vec![measure] })
            }
        }
    }
}
