//! The cells of a row: whose figures they are and for when, the figures, the day of receipt and the remark.

use super::figure::{Reading, figure};
use super::place::is_word;
use super::taken::{Subject, Taking};
use super::whose::Whose;
use crate::load::filled::{Entered, Filled, Refusal};
use crate::model::{Contents, Percent, Period, Spot, UnitId};
use crate::syntax::names::{kept, whole};
use crate::syntax::table::{Cell, Grid};
use crate::text::Misread;

impl Taking<'_> {
    /// Takes the figures of a row.
    pub(super) fn figures(&mut self, row: usize, subject: &Subject) {
        let own = match self.whose(row, subject) {
            Ok(whose) => whose,
            Err((spot, why)) => return self.refuse(spot, why),
        };
        let figures = self.columns.figures.clone();
        for (at, column) in figures.iter().enumerate() {
            let Some(declared) = self.columns.read.get(column).copied() else { continue };
            let measure = match declared.contents {
                Contents::Measure(measure) => Some(measure),
                // One measure for all columns, or one for each.
                _ if subject.measures.len() == 1 => subject.measures.first().copied(),
                _ => subject.measures.get(at).copied(),
            };
            let Some(measure) = measure else { continue };
            let cell = self.grid.cell(row, *column);
            let unit = declared.unit.map(|unit| (unit, self.says.unit_name(unit)));
            let period = declared.period.map(|period| (period, period.to_string()));
            match own.with(&Whose { unit, period }) {
                Err(why) => self.refuse((row, *column), why),
                Ok(whose) => {
                    let percent = declared.percent.or(self.says.recipe.percent);
                    self.one((row, *column), cell, (whose, measure), percent);
                }
            }
        }
        self.remarks(row, &own);
    }

    /// Finds out whose figures a row has and for when, from all that says it.
    fn whose(&self, row: usize, subject: &Subject) -> Result<Whose, (Spot, Misread)> {
        let label = (row, self.columns.label.unwrap_or_default());
        let mut whose = subject.whose.with(&self.fixed).map_err(|why| (label, why))?;
        for (column, declared) in &self.columns.read {
            let cell = self.grid.shown(row, *column);
            let spot = (row, *column);
            if *cell == Cell::Empty {
                continue;
            }
            let said = kept(cell.text());
            let found = match declared.contents {
                Contents::Unit => {
                    let unit = self.says.unit(&said).map_err(|why| (spot, why))?;
                    Whose { unit: Some((unit, said)), period: None }
                }
                Contents::Period => {
                    let period = self.says.period(cell).map_err(|why| (spot, why))?;
                    Whose { unit: None, period: Some((period, said)) }
                }
                Contents::Label | Contents::Reported | Contents::Note | Contents::Figures | Contents::Measure(_) => {
                    continue;
                }
            };
            whose = whose.with(&found).map_err(|why| (spot, why))?;
        }
        Ok(whose)
    }

    /// Takes one figure.
    fn one(&mut self, (row, column): Spot, cell: &Cell, (whose, measure): (Whose, u16), percent: Option<Percent>) {
        let address = Grid::address(row, column);
        let (unit, period) = match (whose.unit, whose.period) {
            (Some((unit, _)), Some((period, _))) => (unit, period),
            // Nobody needs to say whose a blank is.
            _ if *cell == Cell::Empty => return,
            (None, _) => return self.refuse((row, column), Misread::NoUnit),
            (_, None) => return self.refuse((row, column), Misread::NoPeriod),
        };
        if let Err(why) = self.says.fits(unit, period) {
            if *cell != Cell::Empty {
                self.refuse((row, column), why);
            }
            return;
        }
        let recipe = self.says.recipe;
        let reading = Reading { decimal: recipe.decimal, dash: recipe.dash, percent, round: recipe.round };
        let read = figure(cell, &self.measures[usize::from(measure)], reading);
        let first = self.cells.get(&(unit, period, measure)).cloned();
        if !matches!(read, Ok(None)) {
            self.cells.entry((unit, period, measure)).or_insert_with(|| address.clone());
        }
        let shared = self.grid.merged_into(row, column).filter(|(row, column)| !is_word(self.grid.cell(*row, *column)));
        let shared = shared.map(|(row, column)| Grid::address(row, column));
        let filled = self.report(unit, period);
        match (first, read) {
            (Some(_), Ok(None)) => {}
            (Some(first), _) => {
                filled.refused.push(Refusal { address, column: Some(measure), why: Misread::Twice { first } });
            }
            (None, Ok(None)) => match shared {
                Some(first) => {
                    filled.refused.push(Refusal { address, column: Some(measure), why: Misread::Shared { first } });
                }
                None => filled.blank.push((measure, Some(address))),
            },
            (None, Ok(Some((text, is_rounded)))) => {
                let rounded_from = is_rounded.then(|| cell.text().to_owned());
                filled.figures.push(Entered { address, column: measure, text, rounded_from });
            }
            (None, Err(why)) => filled.refused.push(Refusal { address, column: Some(measure), why }),
        }
    }

    fn report(&mut self, unit: UnitId, period: Period) -> &mut Filled {
        let at = *self.reports.entry((unit, period)).or_insert_with(|| {
            self.taken.reports.push(Filled::new(self.says.recipe.form, unit, period));
            self.taken.reports.len() - 1
        });
        &mut self.taken.reports[at]
    }

    /// Takes the remark and the day of receipt of a row.
    fn remarks(&mut self, row: usize, whose: &Whose) {
        let report = whose.unit.as_ref().zip(whose.period.as_ref()).map(|((unit, _), (period, _))| (*unit, *period));
        let columns: Vec<(usize, Contents)> =
            self.columns.read.iter().map(|(column, own)| (*column, own.contents)).collect();
        for (column, contents) in columns {
            let cell = self.grid.shown(row, column);
            let is_remark = matches!(contents, Contents::Note | Contents::Reported);
            if *cell == Cell::Empty || !is_remark {
                continue;
            }
            let address = Grid::address(row, column);
            let Some((unit, period)) = report else {
                // Columns say whose the figures are, and so the row does not say whose this is.
                self.taken.left_out.push((address, kept(cell.text())));
                continue;
            };
            if contents == Contents::Note {
                self.note((row, column), cell, (unit, period));
                continue;
            }
            match self.says.day(cell) {
                Ok(day) => match &self.report(unit, period).reported {
                    Some((other, _)) if *other != day => {
                        let (one, other) = (day.to_string(), other.to_string());
                        self.refuse((row, column), Misread::Contradicts { one, other });
                    }
                    Some(_) => {}
                    None => self.report(unit, period).reported = Some((day, address)),
                },
                Err(why) => self.refuse((row, column), why),
            }
        }
    }

    /// Takes a remark.
    fn note(&mut self, (row, column): Spot, cell: &Cell, (unit, period): (UnitId, Period)) {
        if matches!(cell, Cell::Error(_) | Cell::Formula(_) | Cell::Other(_)) {
            return self.refuse((row, column), Misread::NotText { text: cell.text().to_owned() });
        }
        let (note, address) = (whole(cell.text()), Grid::address(row, column));
        let filled = self.report(unit, period);
        filled.note = Some(filled.note.take().map_or((note.clone(), address), |(before, first)| {
            (if before == note { before } else { format!("{before}; {note}") }, first)
        }));
    }
}
