//! A period locked, with a copy of its reports; or no longer.

use super::change::{Change, TextFile, Unreadable};
use super::insert::{inserted, line_end_at};
use super::list::read;
use crate::model::{FREEZES, FROZEN};
use crate::syntax::csv::written;
use crate::syntax::patch::{Patch, patched};

/// The log of what was locked and lifted, and the copies of what is locked: their names, and their columns.
#[derive(Clone, Copy, Debug)]
pub struct FreezeFiles<'a> {
    /// `data/freezes.csv`, if there is one.
    pub log: Option<&'a TextFile>,
    /// `data/frozen.csv`, if there is one.
    pub copies: Option<&'a TextFile>,
}

const LOG: (&str, [&str; 6]) = ("data/freezes.csv", FREEZES);
const COPIES: (&str, [&str; 6]) = ("data/frozen.csv", FROZEN);

/// Plans a lock: an entry of the log, and the copies behind those that are there.
///
/// # Errors
/// Returns what is wrong with the form of a file.
pub fn freeze(files: FreezeFiles<'_>, entry: &[String; 6], copies: &[[String; 6]]) -> Result<Vec<Change>, Unreadable> {
    let rows: Vec<String> = copies.iter().map(row).collect();
    Ok(vec![added(files.log, LOG, &[row(entry)])?, added(files.copies, COPIES, &rows)?])
}

/// Plans the end of a lock: an entry of the log, and the copies of the period taken away.
///
/// # Errors
/// Returns what is wrong with the form of a file.
pub fn lift(files: FreezeFiles<'_>, entry: &[String; 6]) -> Result<Vec<Change>, Unreadable> {
    let mut changes = vec![added(files.log, LOG, &[row(entry)])?];
    if let Some(file) = files.copies {
        changes.push(without(file, &entry[0])?);
    }
    Ok(changes)
}

fn row(cells: &[String; 6]) -> String {
    written(cells.iter().map(String::as_str))
}

/// Adds rows at the end of a file, or begins it.
fn added(file: Option<&TextFile>, (name, columns): (&str, [&str; 6]), rows: &[String]) -> Result<Change, Unreadable> {
    let Some(file) = file else {
        let lines = std::iter::once(written(columns)).chain(rows.iter().cloned());
        return Ok(Change { name: name.to_owned(), old: None, new: lines.map(|line| line + "\n").collect() });
    };
    let sheet = read(file)?;
    let new =
        if rows.is_empty() { file.text.clone() } else { inserted(&sheet, &rows.join(sheet.line_end()), |_| true) };
    Ok(Change { name: file.name.clone(), old: Some(file.text.clone()), new })
}

/// Takes the copies of a period away, each with its line end.
fn without(file: &TextFile, period: &str) -> Result<Change, Unreadable> {
    let sheet = read(file)?;
    let column = sheet.column(FROZEN[0]).unwrap_or_default();
    let gone = sheet.rows.iter().filter(|row| row.cells.get(column).is_some_and(|cell| cell == period));
    let patches = gone.map(|row| {
        let ending = line_end_at(&file.text[row.span.end..]).unwrap_or_default();
        Patch { span: row.span.start..row.span.end + ending.len(), text: String::new() }
    });
    // Rows of one file do not meet.
    let new = patched(&file.text, patches.collect()).unwrap_or_else(|| file.text.clone());
    Ok(Change { name: file.name.clone(), old: Some(file.text.clone()), new })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(first: &str) -> [String; 6] {
        [first, "b", "c", "d", "e", "f, g"].map(str::to_owned)
    }

    #[test]
    fn a_lock_and_its_end_leave_the_copies_as_they_were() {
        let none = FreezeFiles { log: None, copies: None };
        let changes = freeze(none, &cells("2019-05"), &[cells("2019-05"), cells("2019-05")]).unwrap();
        let file = |change: &Change| TextFile { name: change.name.clone(), text: change.new.clone() };
        let (log, copies) = (file(&changes[0]), file(&changes[1]));
        let files = FreezeFiles { log: Some(&log), copies: Some(&copies) };
        let more = freeze(files, &cells("2019-06"), &[cells("2019-06")]).unwrap();
        let (log, longer) = (file(&more[0]), file(&more[1]));
        assert!(longer.text.starts_with(&copies.text) && longer.text.len() > copies.text.len());
        let files = FreezeFiles { log: Some(&log), copies: Some(&longer) };
        let lifted = lift(files, &cells("2019-06")).unwrap();
        assert_eq!(lifted[1].new, copies.text);
        assert_eq!(lifted[0].new.lines().count(), 4, "nothing of the log goes: {}", lifted[0].new);
    }
}
