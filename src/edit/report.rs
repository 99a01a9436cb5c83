//! One report of one unit put into the files of its form, all other bytes left as they are.

use chrono::NaiveDate;

use super::change::{CellEdit, Change, Edited, TextFile, Unreadable};
use super::insert::inserted;
use super::list::{self, sheets};
use crate::model::{Form, Period, UnitId};
use crate::syntax::cell::{number, plain};
use crate::syntax::csv::{Sheet, SheetRow, written};
use crate::syntax::names::kept;

/// A report as it is to stand. Its texts are checked already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Who reports.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// The day of receipt, for a report that is not on file; one that is keeps its own.
    pub reported: Option<NaiveDate>,
    /// Figures by column of the form, as written; a column that is not named stays as it is.
    pub figures: Vec<(u16, String)>,
    /// A remark; none leaves the one on file, an empty one takes it away.
    pub note: Option<String>,
}

/// What finding a place for a report needs to know.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The form.
    pub form: &'a Form,
    /// Returns the id of a unit.
    pub id: &'a dyn Fn(UnitId) -> String,
    /// Returns the unit that a cell names.
    pub called: &'a dyn Fn(&str) -> Option<UnitId>,
}

impl Around<'_> {
    /// Returns the names of the columns in canonical order.
    pub(super) fn columns(&self) -> Vec<String> {
        let measures = self.form.measures.iter().map(|measure| measure.id.value.clone());
        let first = ["period", "unit", "reported"].map(str::to_owned);
        first.into_iter().chain(measures).chain(["note".to_owned()]).collect()
    }

    /// Returns whose report for when a row is, in the order of rows.
    pub(super) fn key(&self, sheet: &Sheet, row: &SheetRow) -> Option<(Period, UnitId)> {
        let cell = |name: &str| row.cells.get(sheet.column(name)?);
        Some((Period::parse(cell("period")?)?, (self.called)(cell("unit")?)?))
    }
}

/// Plans the change of a form's files that puts a report where it belongs: over the row it has, or in canonical order.
///
/// # Errors
/// Returns what is wrong with the form of a file, or nothing if a column lacks or the report has two rows already.
pub fn set_report(around: Around<'_>, files: &[TextFile], report: &NewReport) -> Result<Edited, Unreadable> {
    let sheets = sheets(files)?;
    let key = (report.period, report.unit);
    let mut same = sheets.iter().flat_map(|own| own.1.rows.iter().map(move |row| (own, row)));
    let mut same = same.by_ref().filter(|(own, row)| around.key(&own.1, row) == Some(key));
    if let Some(((file, sheet), row)) = same.next() {
        // Which of two rows is meant nobody can tell.
        return if same.next().is_some() { Err(Vec::new()) } else { over(around, (file, sheet), row, report) };
    }
    beside(around, &sheets, report)
}

/// Plans cells of a row that is there.
fn over(
    around: Around<'_>,
    place: (&TextFile, &Sheet),
    row: &SheetRow,
    report: &NewReport,
) -> Result<Edited, Unreadable> {
    let measures = &around.form.measures;
    let figures = report.figures.iter().filter_map(|(column, text)| {
        let measure = measures.get(usize::from(*column))?;
        Some((measure.id.value.as_str(), plain(text)))
    });
    let given = figures.chain(report.note.iter().map(|note| ("note", note.clone())));
    let is_equal = |column: &str, old: &str, new: &str| {
        let Some(measure) = measures.iter().find(|own| own.id.value == column) else {
            // Programs that a form goes through may set other spaces in a remark.
            return kept(old) == kept(new);
        };
        // The same figure written in another way is no change.
        let value = |text: &str| number(text, measure.decimals).ok();
        old == new || value(old).is_some_and(|old| Some(old) == value(new))
    };
    list::over(place, row, given, is_equal)
}

/// Plans a new row.
fn beside(around: Around<'_>, sheets: &[(&TextFile, Sheet)], report: &NewReport) -> Result<Edited, Unreadable> {
    let columns = around.columns();
    let value = |column: &str| -> String {
        match column {
            "period" => report.period.to_string(),
            "unit" => (around.id)(report.unit),
            "reported" => report.reported.map_or_else(String::new, |day| day.to_string()),
            "note" => report.note.clone().unwrap_or_default(),
            measure => {
                let at = around.form.measures.iter().position(|own| own.id.value == measure);
                let own = report.figures.iter().find(|(column, _)| Some(usize::from(*column)) == at);
                own.map_or_else(String::new, |(_, text)| plain(text))
            }
        }
    };
    let home = home(around, sheets, report);
    if home.is_some_and(|(_, sheet)| columns.iter().any(|column| sheet.column(column).is_none())) {
        return Err(Vec::new());
    }
    let order: Vec<String> = home.map_or(columns, |(_, sheet)| sheet.columns.clone());
    let values: Vec<String> = order.iter().map(|column| value(column)).collect();
    let row = written(values.iter().map(String::as_str));
    let filled = order.into_iter().zip(&values).filter(|(_, new)| !new.is_empty());
    let cells = filled.map(|(column, new)| CellEdit { column, old: String::new(), new: new.clone() }).collect();
    let change = match home {
        Some((file, sheet)) => {
            let key = (report.period, report.unit);
            let new = inserted(sheet, &row, |own| around.key(sheet, own).is_some_and(|own| own <= key));
            Change { name: file.name.clone(), old: Some(file.text.clone()), new }
        }
        None => Change {
            name: format!("data/{}.csv", around.form.id.value),
            old: None,
            new: format!("{}\n{row}\n", written(around.columns().iter().map(String::as_str))),
        },
    };
    Ok(Edited { change: Some(change), cells, is_new: true })
}

/// Finds the file that a new row belongs to: one named after the unit, else one with rows of the unit, else the last one.
fn home<'a>(
    around: Around<'_>,
    sheets: &'a [(&'a TextFile, Sheet)],
    report: &NewReport,
) -> Option<(&'a TextFile, &'a Sheet)> {
    let id = (around.id)(report.unit);
    let named = |file: &TextFile| file.name.rsplit('/').next().is_some_and(|name| name == format!("{id}.csv"));
    let own = |sheet: &Sheet| {
        sheet.rows.iter().any(|row| around.key(sheet, row).is_some_and(|(_, unit)| unit == report.unit))
    };
    let by_name = sheets.iter().find(|(file, _)| named(file));
    let found = by_name.or_else(|| sheets.iter().rev().find(|(_, sheet)| own(sheet))).or(sheets.last());
    found.map(|(file, sheet)| (*file, sheet))
}
