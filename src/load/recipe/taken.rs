//! What a recipe makes of a sheet: reports of units, each figure with the cell it stands in.
//!
//! Nothing is guessed here: a column must have the head, a row the name that the recipe or the plan has for it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Reading, figure};
use super::head::heads;
use super::place::{Columns, Says, Untaken, columns, is_word, old_letters, printed_unit, sheet};
use super::whose::Whose;
use crate::load::filled::{Entered, Filled, Refusal};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{Contents, Measure, Percent, Period, Recipe, RecipeRow, RowsAre, Spot, Timetable, UnitId};
use crate::syntax::names::{fold, kept, nearest, whole};
use crate::syntax::table::{Cell, Grid};
use crate::text::{Finding, Misread};

/// What the command line says of a file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Whose figures it has.
    pub unit: Option<UnitId>,
    /// For when.
    pub period: Option<Period>,
    /// The sheet to read.
    pub sheet: Option<String>,
}

/// What was taken from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The reports, in the order of their first figures.
    pub reports: Vec<Filled>,
    /// What cannot be taken over and belongs to no report.
    pub refused: Vec<Refusal>,
    /// Heads of columns and names of rows that are left out, by their addresses.
    pub left_out: Vec<(String, String)>,
    /// The units of the form that the sheet has no figure of.
    pub missing: Vec<UnitId>,
}

/// Reads a sheet as a recipe says.
///
/// # Errors
/// Returns why no sheet can be read; what is wrong within it stands in the answer.
pub fn taken(
    loaded: &Loaded,
    times: &Timetable,
    recipe: &Recipe,
    grids: &[Grid],
    given: &Given,
) -> Result<Taken, Untaken> {
    let grid = sheet(grids, given.sheet.as_deref().or(recipe.sheet.as_deref()))?;
    let nearest = RefCell::new(Nearest::asked());
    let mut taking = Taking {
        says: Says { loaded, times, recipe, nearest: &nearest },
        grid,
        measures: &loaded.plan.form(recipe.form).measures,
        columns: Columns::default(),
        heads: None,
        fixed: Whose::default(),
        cells: BTreeMap::new(),
        order: Vec::new(),
        taken: Taken::default(),
    };
    let heads = recipe.header.map(|rows| heads(grid, rows)).unwrap_or_default();
    taking.columns = columns(recipe, &heads, &mut taking.taken.refused);
    if let Err(refusal) = printed_unit(grid, taking.says) {
        taking.taken.refused.push(refusal);
    }
    taking.fix(given);
    taking.heads = (!heads.is_empty()).then_some(heads.len());
    taking.name_left_out(&heads);
    // With a column elsewhere or another period than expected, every cell below would be refused for that.
    if !taking.taken.refused.is_empty() {
        return Ok(taking.taken);
    }
    let first = recipe.header.map_or(0, |(_, last)| last + 1);
    let end = (first..grid.rows.len()).find(|row| taking.is_end(*row)).unwrap_or(grid.rows.len());
    for row in first..end {
        taking.row(row);
    }
    for row in end..grid.rows.len() {
        taking.name_behind(row);
    }
    taking.lines_in_place();
    Ok(taking.finish())
}

/// What a row is about.
struct Subject {
    whose: Whose,
    measures: Vec<u16>,
}

struct Taking<'a> {
    says: Says<'a>,
    grid: &'a Grid,
    measures: &'a [Measure],
    columns: Columns<'a>,
    /// How many columns have a head; none if there is no head.
    heads: Option<usize>,
    /// What holds for the whole sheet.
    fixed: Whose,
    /// Where each figure stands.
    cells: BTreeMap<(UnitId, Period, u16), String>,
    order: Vec<(UnitId, Period)>,
    taken: Taken,
}

impl Taking<'_> {
    fn refuse(&mut self, (row, column): Spot, why: impl Into<Misread>) {
        let address = Grid::address(row, column);
        self.taken.refused.push(Refusal { address, column: None, why: why.into() });
    }

    /// Finds out what holds for the whole sheet: from the command line, the recipe, and cells above the table.
    fn fix(&mut self, given: &Given) {
        let recipe = self.says.recipe;
        let unit = |unit: UnitId| (unit, self.says.unit_name(unit));
        let period = |period: Period| (period, period.to_string());
        let typed = Whose {
            unit: given.unit.map(|own| (own, format!("--unit {}", self.says.unit_name(own)))),
            period: given.period.map(|own| (own, format!("--period {own}"))),
        };
        let declared = Whose { unit: recipe.unit.map(unit), period: recipe.period.map(period) };
        let mut fixed = typed.with(&declared);
        if let Some(spot) = recipe.unit_cell {
            match self.says.unit_in(self.grid.cell(spot.0, spot.1)) {
                Ok(unit) => {
                    let found = Whose { unit: Some((unit, self.says.unit_name(unit))), period: None };
                    fixed = fixed.and_then(|own| own.with(&found));
                }
                Err(why) => self.refuse(spot, why),
            }
        }
        if let Some(spot) = recipe.period_cell {
            match self.says.period_in(self.grid.cell(spot.0, spot.1)) {
                Ok(period) => {
                    let found = Whose { unit: None, period: Some((period, period.to_string())) };
                    fixed = fixed.and_then(|own| own.with(&found));
                }
                Err(why) => self.refuse(spot, why),
            }
        }
        match fixed {
            Ok(fixed) => self.fixed = fixed,
            Err(why) => self.refuse(recipe.period_cell.or(recipe.unit_cell).unwrap_or_default(), why),
        }
    }

    /// Names the columns that nothing is read of.
    fn name_left_out(&mut self, heads: &[String]) {
        let header = self.says.recipe.header;
        let (row, below) = header.map_or((0, 0), |(first, last)| (first, last + 1));
        let width = self.grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        for column in (0..width).filter(|column| !self.columns.read.contains_key(column)) {
            let head = heads.get(column).filter(|head| !head.is_empty());
            if let Some(head) = head {
                self.taken.left_out.push((Grid::address(row, column), head.clone()));
                continue;
            }
            // Without a head, the first thing that stands there names it.
            let mut rows = below..self.grid.rows.len();
            if let Some(row) = rows.find(|row| *self.grid.cell(*row, column) != Cell::Empty) {
                let text = kept(self.grid.cell(row, column).text());
                self.taken.left_out.push((Grid::address(row, column), text));
            }
        }
    }

    /// Returns the first cell of a row of csv that lies behind the last head: there a number came apart at its comma.
    fn beyond_head(&self, row: usize) -> Option<usize> {
        let width = self.heads.filter(|_| self.grid.name.is_empty())?;
        (width..self.grid.rows[row].len()).find(|column| *self.grid.cell(row, *column) != Cell::Empty)
    }

    fn is_end(&self, row: usize) -> bool {
        let Some(until) = &self.says.recipe.until else { return false };
        let until = fold(until);
        // A remark may begin with any word.
        let is_remark =
            |column: usize| self.columns.read.get(&column).is_some_and(|own| own.contents == Contents::Note);
        let mut cells = self.grid.rows[row].iter().enumerate();
        cells.any(|(column, cell)| !is_remark(column) && fold(cell.text()).starts_with(&until))
    }

    /// Names a row behind the end of the table that has a figure all the same: those who signed have none.
    fn name_behind(&mut self, row: usize) {
        let has_digit = |column: &usize| self.grid.cell(row, *column).text().bytes().any(|own| own.is_ascii_digit());
        let filled = self.grid.rows[row].iter().position(|cell| *cell != Cell::Empty);
        if let (true, Some(column)) = (self.columns.figures.iter().any(has_digit), filled) {
            let label = kept(self.label(row).text());
            let text = if label.is_empty() { kept(self.grid.cell(row, column).text()) } else { label };
            self.taken.left_out.push((Grid::address(row, column), text));
        }
    }

    fn label(&self, row: usize) -> &Cell {
        self.columns.label.map_or(&Cell::Empty, |column| self.grid.shown(row, column))
    }

    fn row(&mut self, row: usize) {
        let recipe = self.says.recipe;
        let text = kept(self.label(row).text());
        let spot = (row, self.columns.label.unwrap_or_default());
        let is_out = recipe.leave_out_rows.iter().any(|(first, last)| (*first..=*last).contains(&row))
            || recipe.leave_out.iter().any(|own| fold(own) == fold(&text));
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
        let folded = fold(text);
        let is_meant = |own: &&RecipeRow| fold(&own.name) == folded && own.at.is_none_or(|at| at == row);
        // A row that is placed is meant more than its name alone.
        let mut lines: Vec<&RecipeRow> = recipe.lines.iter().filter(is_meant).collect();
        lines.sort_by_key(|own| own.at.is_none());
        let whose = |unit, period| Whose { unit, period };
        if let Some(line) = lines.first() {
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

    /// Takes the figures of a row.
    fn figures(&mut self, row: usize, subject: &Subject) {
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
        let at = self.order.iter().position(|own| *own == (unit, period)).unwrap_or_else(|| {
            self.order.push((unit, period));
            self.taken.reports.push(Filled::new(self.says.recipe.form, unit, period));
            self.order.len() - 1
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

    /// Refuses rows that the recipe places and that have another name there.
    fn lines_in_place(&mut self) {
        let Some(column) = self.columns.label else { return };
        for line in &self.says.recipe.lines {
            let Some(at) = line.at else { continue };
            let is = kept(self.label(at).text());
            if fold(&is) == fold(&line.name) {
                continue;
            }
            let is_named = |row: &usize| fold(self.grid.cell(*row, column).text()) == fold(&line.name);
            let elsewhere = (0..self.grid.rows.len()).find(is_named).map(|row| (row + 1).to_string());
            self.refuse((at, column), Misread::RowDiffers { wanted: line.name.clone(), is, elsewhere });
        }
    }

    fn finish(mut self) -> Taken {
        let form = self.says.loaded.plan.form(self.says.recipe.form);
        for filled in &mut self.taken.reports {
            filled.figures.sort_by_key(|own| own.column);
            filled.blank.sort_unstable();
            filled.blank.dedup_by_key(|own| own.0);
            let has = |column: u16| filled.figures.iter().any(|own| own.column == column);
            let blank: Vec<_> = filled.blank.iter().filter(|(column, _)| !has(*column)).cloned().collect();
            filled.blank = blank;
        }
        if form.units.len() > 1 && self.fixed.unit.is_none() {
            let has_figures = |own: &&Filled| !own.figures.is_empty() || !own.refused.is_empty();
            let known: BTreeSet<UnitId> = self.taken.reports.iter().filter(has_figures).map(|own| own.unit).collect();
            self.taken.missing = form.units.iter().filter(|unit| !known.contains(unit)).copied().collect();
        }
        self.taken
    }
}

/// Says that a name is unknown, with the nearest of some.
pub(super) fn unknown<'a>(name: &str, rows: RowsAre, known: impl Iterator<Item = &'a str>) -> Misread {
    let near = nearest(name, known);
    Misread::UnknownRow { name: name.to_owned(), rows: rows.word().to_owned(), near }
}

/// Says why a period is none of a form.
pub(super) fn outside(text: &str) -> Misread {
    Misread::from(Finding::PeriodOutsidePlan { text: text.to_owned() })
}
