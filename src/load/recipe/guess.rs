//! What the rows of a sheet probably are: counted by how many of their names the plan knows.

use super::alike::meant;
use super::header::is_number;
use super::says::period_of;
use crate::load::plan::Loaded;
use crate::model::{FormId, Measure, Period, RowsAre};
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Cell, Grid};

/// A sheet whose head has been found.
pub(super) struct Sheet<'a> {
    pub(super) grid: &'a Grid,
    /// The first row below the head.
    pub(super) first: usize,
    pub(super) heads: Vec<String>,
    pub(super) width: usize,
    /// The year of periods that name none.
    pub(super) year: Option<i32>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(grid: &'a Grid, first: usize, heads: Vec<String>, year: Option<i32>) -> Self {
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        Self { grid, first, heads, width, year }
    }

    /// Returns the cells of a column below the head that hold something.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &'a Cell> {
        let rows = self.grid.rows.get(self.first..).unwrap_or_default();
        rows.iter().filter_map(move |row| row.get(column)).filter(|cell| **cell != Cell::Empty)
    }

    /// Tells whether most of what a column holds are numbers.
    pub(super) fn has_numbers(&self, column: usize) -> bool {
        let (numbers, all) = self.cells(column).fold((0, 0), |(numbers, all), cell| {
            let is_one = is_number(cell) || super::figure::is_dash(cell.text());
            (numbers + usize::from(is_one), all + 1)
        });
        numbers > 0 && numbers * 2 >= all
    }

    /// Tells whether a column numbers the rows.
    pub(super) fn is_ordinal(&self, column: usize) -> bool {
        let head = self.heads.get(column).map(|head| fold(head)).unwrap_or_default();
        ["stt", "tt", "số tt", "số thứ tự", "no", "no."].contains(&head.as_str())
    }

    /// Returns the name of a row.
    pub(super) fn label(&self, row: usize, column: usize) -> String {
        kept(self.grid.shown(row, column).text())
    }

    /// Returns what the row of column numbers says above a column.
    pub(super) fn number(&self, column: usize) -> &'a str {
        let row = self.first.checked_sub(1).filter(|row| super::head::is_numbers(self.grid, *row));
        row.map_or("", |row| self.grid.cell(row, column).text())
    }
}

/// What the rows are.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    /// The column with their names.
    pub(super) column: Option<usize>,
    /// What they are, if the plan knows any.
    pub(super) rows: Option<RowsAre>,
    /// The form, if only one is possible.
    pub(super) form: Option<FormId>,
    /// The forms that are possible.
    pub(super) forms: Vec<FormId>,
}

impl Labels {
    /// Tells whether the plan knows what a row is.
    pub(super) fn knows(&self, loaded: &Loaded, cell: &Cell, measures: &[Measure], year: Option<i32>) -> bool {
        let name = kept(cell.text());
        match self.rows {
            Some(RowsAre::Units) => loaded.unit_called(&name).is_some(),
            Some(RowsAre::Periods) => likely_period(cell, year).is_some(),
            Some(RowsAre::Measures) => meant(&name, measures).is_some(),
            None => false,
        }
    }
}

/// In how many columns from the left names are looked for.
const COLUMNS: usize = 8;

/// Finds the column whose names the plan knows best, and what they are.
pub(super) fn best_labels(loaded: &Loaded, sheet: &Sheet<'_>, wanted: Option<FormId>) -> Labels {
    let mut best: (usize, Labels) = (0, Labels::default());
    for column in 0..sheet.width.min(COLUMNS) {
        let is_label = |cell: &&Cell| is_name(cell) && (!is_number(cell) || is_year(cell.text()));
        let names: Vec<String> = sheet.cells(column).filter(is_label).map(|cell| kept(cell.text())).collect();
        for (count, labels) in [units(loaded, &names, wanted), measures(loaded, &names, wanted), periods(sheet, column)]
        {
            if count > best.0 {
                best = (count, Labels { column: Some(column), ..labels });
            }
        }
    }
    if best.1.column.is_none() {
        best.1.column = longest(sheet);
    }
    best.1
}

fn is_name(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(_) | Cell::Date(_)) || is_year(cell.text())
}

/// Reads the period that a cell names, of the year given only if it is more than a number: that might be any figure.
pub(super) fn likely_period(cell: &Cell, year: Option<i32>) -> Option<Period> {
    period_of(cell, year.filter(|_| cell.text().chars().any(char::is_alphabetic)))
}

/// Tells whether a number is a year that a plan may be about.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1990..=2100).contains(&year))
}

fn units(loaded: &Loaded, names: &[String], wanted: Option<FormId>) -> (usize, Labels) {
    let mut known: Vec<_> = names.iter().filter_map(|name| loaded.unit_called(name)).collect();
    known.sort_unstable();
    known.dedup();
    let owes = |form: &FormId| known.iter().any(|unit| loaded.plan.form(*form).units.contains(unit));
    let forms: Vec<FormId> = (0..loaded.plan.forms.len()).map(FormId::at).filter(owes).collect();
    let form = wanted.or(if let [only] = forms[..] { Some(only) } else { None });
    (known.len(), Labels { rows: Some(RowsAre::Units), form, forms, column: None })
}

fn measures(loaded: &Loaded, names: &[String], wanted: Option<FormId>) -> (usize, Labels) {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let count = |form: FormId| {
        let measures = &loaded.plan.form(form).measures;
        measures.iter().filter(|own| folded.contains(&fold(&own.name)) || names.contains(&own.id.value)).count()
    };
    let forms = (0..loaded.plan.forms.len()).map(FormId::at).filter(|form| wanted.is_none_or(|own| own == *form));
    let mut counts: Vec<(usize, FormId)> = forms.map(|form| (count(form), form)).filter(|own| own.0 > 0).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let most = counts.first().map_or(0, |own| own.0);
    let first: Vec<FormId> = counts.iter().filter(|own| own.0 == most).map(|own| own.1).collect();
    let form = if let [only] = first[..] { Some(only) } else { None };
    (most, Labels { rows: Some(RowsAre::Measures), form, forms: first, column: None })
}

fn periods(sheet: &Sheet<'_>, column: usize) -> (usize, Labels) {
    let cells = sheet.cells(column).count();
    let named = sheet.cells(column).filter(|cell| is_name(cell) && (!is_number(cell) || is_year(cell.text())));
    let count = named.filter(|cell| likely_period(cell, sheet.year).is_some()).count();
    // A figure may look like a year; a column of them does not.
    let count = if count * 3 >= cells * 2 { count } else { 0 };
    (count, Labels { rows: Some(RowsAre::Periods), ..Labels::default() })
}

/// Finds the column with the most text, which is probably the names.
fn longest(sheet: &Sheet<'_>) -> Option<usize> {
    let length = |column: usize| {
        let texts = sheet.cells(column).filter(|cell| is_name(cell) && !is_number(cell));
        texts.map(|cell| cell.text().chars().count()).sum::<usize>()
    };
    let longest = (0..sheet.width.min(COLUMNS)).max_by_key(|column| (length(*column), std::cmp::Reverse(*column)))?;
    (length(longest) > 0).then_some(longest)
}
