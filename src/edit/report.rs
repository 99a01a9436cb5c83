//! Reports of units put into the files of their form, all other bytes left as they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::change::{CellEdit, Change, Edited, TextFile, Unreadable};
use super::insert::{place, put};
use super::list::{cells_over, sheets};
use crate::model::{Form, Period, UnitId};
use crate::syntax::cell::{date, number, plain};
use crate::syntax::csv::{Sheet, SheetRow, written};
use crate::syntax::names::kept;
use crate::syntax::patch::{Patch, patched};

/// A report as it is to stand. Its texts are checked already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Who reports.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// The day of receipt, for a report that is not on file; one that is keeps its own unless what was sent says it.
    pub reported: Option<NaiveDate>,
    /// Whether what was sent says that day, so that it holds for a row that is there as well.
    pub is_day_sent: bool,
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

/// Plans the changes, one a file, that put reports where they belong, over the rows they have or in canonical order; and what becomes of each report in their order; its change
/// stands among the others. No two may be of one unit for one period.
///
/// # Errors
/// Returns what is wrong with the form of a file, or nothing if a column lacks or a report has two rows already.
pub fn set_reports(
    around: Around<'_>,
    files: &[TextFile],
    reports: &[NewReport],
) -> Result<(Vec<Edited>, Vec<Change>), Unreadable> {
    let mut book = Book::read(around, files)?;
    let mut order: Vec<usize> = (0..reports.len()).collect();
    // Rows that come to stand at one place are put there in their order.
    order.sort_by_key(|at| (reports[*at].period, reports[*at].unit));
    let mut edited: Vec<(usize, Edited)> = Vec::new();
    for at in order {
        edited.push((at, book.set(&reports[at])?));
    }
    edited.sort_by_key(|(at, _)| *at);
    Ok((edited.into_iter().map(|(_, own)| own).collect(), book.changes()))
}

/// Whose report and for when.
type Key = (Period, UnitId);

/// The files of a form, read once, and what is planned for each.
struct Book<'a> {
    around: Around<'a>,
    sheets: Vec<(&'a TextFile, Sheet)>,
    /// The file and row of each report; more than one where a report stands twice.
    rows: BTreeMap<Key, Vec<(usize, usize)>>,
    /// The last file with rows of a unit.
    homes: BTreeMap<UnitId, usize>,
    /// Cells that change, by file.
    cells: Vec<Vec<Patch>>,
    /// New rows by the file and byte they are put at.
    new: BTreeMap<(usize, usize), Vec<String>>,
    /// New rows of a file that is not there yet.
    first: Vec<String>,
}

impl<'a> Book<'a> {
    fn read(around: Around<'a>, files: &'a [TextFile]) -> Result<Self, Unreadable> {
        let sheets = sheets(files)?;
        let (mut rows, mut homes): (BTreeMap<Key, Vec<_>>, _) = (BTreeMap::new(), BTreeMap::new());
        for (file, (_, sheet)) in sheets.iter().enumerate() {
            for (at, row) in sheet.rows.iter().enumerate() {
                if let Some(key) = around.key(sheet, row) {
                    rows.entry(key).or_default().push((file, at));
                    homes.insert(key.1, file);
                }
            }
        }
        let cells = vec![Vec::new(); sheets.len()];
        Ok(Self { around, sheets, rows, homes, cells, new: BTreeMap::new(), first: Vec::new() })
    }

    fn set(&mut self, report: &NewReport) -> Result<Edited, Unreadable> {
        match self.rows.get(&(report.period, report.unit)).map(Vec::as_slice) {
            Some(&[(file, row)]) => self.over(file, row, report),
            // Which of two rows is meant nobody can tell.
            Some(_) => Err(Vec::new()),
            None => self.beside(report),
        }
    }

    /// Plans cells of a row that is there.
    fn over(&mut self, file: usize, row: usize, report: &NewReport) -> Result<Edited, Unreadable> {
        let measures = &self.around.form.measures;
        let figures = report.figures.iter().filter_map(|(column, text)| {
            let measure = measures.get(usize::from(*column))?;
            Some((measure.id.value.as_str(), plain(text)))
        });
        let sheet = &self.sheets[file].1;
        let on_file = sheet.column("reported").and_then(|at| sheet.rows[row].cells.get(at));
        // Whoever sends a report again sent it first when it came first.
        let sent = report.reported.filter(|_| report.is_day_sent);
        let is_later = |first: &&String| date(first).ok().zip(sent).is_some_and(|(first, day)| first < day);
        let first_day = on_file.filter(is_later).cloned();
        let day = sent.filter(|_| first_day.is_none()).map(|day| ("reported", day.to_string()));
        let given = figures.chain(day).chain(report.note.iter().map(|note| ("note", note.clone())));
        let is_equal = |column: &str, old: &str, new: &str| {
            let Some(measure) = measures.iter().find(|own| own.id.value == column) else {
                // Programs that a form goes through may set other spaces in a remark.
                return kept(old) == kept(new);
            };
            // The same figure written in another way is no change.
            let value = |text: &str| number(text, measure.decimals).ok();
            old == new || value(old).is_some_and(|old| Some(old) == value(new))
        };
        let (patches, cells) = cells_over(sheet, &sheet.rows[row], given, is_equal)?;
        self.cells[file].extend(patches);
        Ok(Edited { change: None, cells, is_new: false, first_day })
    }

    /// Plans a new row.
    fn beside(&mut self, report: &NewReport) -> Result<Edited, Unreadable> {
        let columns = self.around.columns();
        let home = self.home(report.unit);
        let sheet = home.map(|file| &self.sheets[file].1);
        if sheet.is_some_and(|sheet| columns.iter().any(|column| sheet.column(column).is_none())) {
            return Err(Vec::new());
        }
        let order: Vec<String> = sheet.map_or(columns, |sheet| sheet.columns.clone());
        let values: Vec<String> = order.iter().map(|column| self.value(column, report)).collect();
        let row = written(values.iter().map(String::as_str));
        match (home, sheet) {
            (Some(file), Some(sheet)) => {
                let key = (report.period, report.unit);
                let is_before = |own| self.around.key(sheet, own).is_some_and(|own| own <= key);
                let at = place(sheet, sheet.rows.iter().rposition(is_before));
                self.new.entry((file, at)).or_default().push(row);
            }
            _ => self.first.push(row),
        }
        let filled = order.into_iter().zip(&values).filter(|(_, new)| !new.is_empty());
        let cells = filled.map(|(column, new)| CellEdit { column, old: String::new(), new: new.clone() }).collect();
        Ok(Edited { change: None, cells, is_new: true, first_day: None })
    }

    fn value(&self, column: &str, report: &NewReport) -> String {
        match column {
            "period" => report.period.to_string(),
            "unit" => (self.around.id)(report.unit),
            "reported" => report.reported.map_or_else(String::new, |day| day.to_string()),
            "note" => report.note.clone().unwrap_or_default(),
            measure => {
                let at = self.around.form.measures.iter().position(|own| own.id.value == measure);
                let own = report.figures.iter().find(|(column, _)| Some(usize::from(*column)) == at);
                own.map_or_else(String::new, |(_, text)| plain(text))
            }
        }
    }

    /// Finds the file that a new row belongs to: one named after the unit, else one with rows of the unit, else the last one.
    fn home(&self, unit: UnitId) -> Option<usize> {
        let name = format!("{}.csv", (self.around.id)(unit));
        let by_name = self.sheets.iter().position(|(file, _)| file.name.rsplit('/').next() == Some(name.as_str()));
        by_name.or_else(|| self.homes.get(&unit).copied()).or(self.sheets.len().checked_sub(1))
    }

    /// Returns what is planned for each file that changes.
    fn changes(mut self) -> Vec<Change> {
        for ((file, at), rows) in self.new {
            let sheet = &self.sheets[file].1;
            self.cells[file].push(put(sheet, at, &rows.join(sheet.line_end())));
        }
        let planned = self.sheets.iter().zip(self.cells).filter(|(_, patches)| !patches.is_empty());
        let mut changes: Vec<Change> = planned
            .filter_map(|((file, sheet), patches)| {
                let new = patched(&sheet.text, patches)?;
                Some(Change { name: file.name.clone(), old: Some(file.text.clone()), new })
            })
            .collect();
        if !self.first.is_empty() {
            let header = written(self.around.columns().iter().map(String::as_str));
            let new = format!("{header}\n{}\n", self.first.join("\n"));
            changes.push(Change { name: format!("data/{}.csv", self.around.form.id.value), old: None, new });
        }
        changes
    }
}
