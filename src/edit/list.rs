//! One row put into a list of data/, such as the documents handed in.

use super::change::{CellEdit, Change, Edited, TextFile, Unreadable};
use super::insert::inserted;
use crate::diag::SourceId;
use crate::model::{HANDED_COLUMNS, SCORE_COLUMNS, UPDATE_COLUMNS};
use crate::syntax::csv::{Sheet, SheetRow, written};
use crate::syntax::patch::{Patch, patched};

/// A list of data/: the file it stands in where there is none yet, and its columns.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The name within data/, without the ending.
    pub stem: &'static str,
    /// The columns, in canonical order.
    pub columns: &'static [&'static str],
}

/// Documents handed in.
pub const DELIVERABLES: List = List { stem: "deliverables", columns: &HANDED_COLUMNS };

/// The story of the tasks.
pub const UPDATES: List = List { stem: "updates", columns: &UPDATE_COLUMNS };

/// Points that people gave.
pub const SCORES: List = List { stem: "scores", columns: &SCORE_COLUMNS };

/// Plans the change of the row whose first cells are the same in canonical form. None if there is no such row. A cell that is not
/// given stays as it is, and so does one that `is_equal` finds to say the same, by its column, as it is and as it is to be.
///
/// # Errors
/// Returns what is wrong with the form of a file, or nothing if there are two such rows: which is meant nobody can tell.
pub fn set_row<K>(
    list: List,
    files: &[TextFile],
    (first, rest): (&[String], &[Option<String>]),
    canonical: impl Fn(&[&str]) -> (K, Vec<String>),
    is_equal: impl Fn(&str, &str, &str) -> bool,
) -> Result<Option<Edited>, Unreadable> {
    let sheets = sheets(files)?;
    let is_same = |sheet: &Sheet, row: &SheetRow| canonical(&in_order(list, sheet, row)).1.starts_with(first);
    let mut same = sheets.iter().flat_map(|own| own.1.rows.iter().map(move |row| (own, row)));
    let mut same = same.by_ref().filter(|(own, row)| is_same(&own.1, row));
    let Some(((file, sheet), row)) = same.next() else { return Ok(None) };
    if same.next().is_some() {
        return Err(Vec::new());
    }
    let given = list.columns.iter().skip(first.len()).zip(rest);
    let given = given.filter_map(|(name, new)| Some((*name, new.clone()?)));
    over((file, sheet), row, given, is_equal).map(Some)
}

/// Plans cells of a row that is there, by their columns; those that `is_equal` finds to say the same stay.
///
/// # Errors
/// Returns nothing if a column lacks: what belongs there must not be lost.
fn over<'a>(
    (file, sheet): (&TextFile, &Sheet),
    row: &SheetRow,
    given: impl Iterator<Item = (&'a str, String)>,
    is_equal: impl Fn(&str, &str, &str) -> bool,
) -> Result<Edited, Unreadable> {
    let (patches, cells) = cells_over(sheet, row, given, is_equal)?;
    let new = patched(&sheet.text, patches).filter(|_| !cells.is_empty());
    let change = new.map(|new| Change { name: file.name.clone(), old: Some(file.text.clone()), new });
    Ok(Edited { change, cells, is_new: false, first_day: None })
}

/// Does the same, and returns what becomes of the bytes of the file.
///
/// # Errors
/// Returns nothing if a column lacks: what belongs there must not be lost.
pub(super) fn cells_over<'a>(
    sheet: &Sheet,
    row: &SheetRow,
    given: impl Iterator<Item = (&'a str, String)>,
    is_equal: impl Fn(&str, &str, &str) -> bool,
) -> Result<(Vec<Patch>, Vec<CellEdit>), Unreadable> {
    let (mut patches, mut cells) = (Vec::new(), Vec::new());
    for (column, new) in given {
        let at = sheet.column(column).ok_or_else(Vec::new)?;
        let old = row.cells.get(at).cloned().unwrap_or_default();
        if is_equal(column, &old, &new) {
            continue;
        }
        let text = if new.is_empty() { String::new() } else { written([new.as_str()]) };
        patches.push(Patch { span: row.places[at].clone(), text });
        cells.push(CellEdit { column: column.to_owned(), old, new });
    }
    Ok((patches, cells))
}

/// Reads a file.
pub(super) fn read(file: &TextFile) -> Result<Sheet, Unreadable> {
    let mut found = Vec::new();
    Sheet::read(&file.text, SourceId(0), &mut found).ok_or(found)
}

/// Reads every file.
pub(super) fn sheets(files: &[TextFile]) -> Result<Vec<(&TextFile, Sheet)>, Unreadable> {
    let mut found = Vec::new();
    let mut sheets = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let source = SourceId(u32::try_from(at).unwrap_or(u32::MAX));
        sheets.extend(Sheet::read(&file.text, source, &mut found).map(|sheet| (file, sheet)));
    }
    if sheets.len() < files.len() { Err(found) } else { Ok(sheets) }
}

/// Plans the change that adds a row to a list, behind those that come before it. A row that says the same already is enough.
///
/// `canonical` returns how a row is written here, and where it stands among the others, by its cells in canonical order.
///
/// # Errors
/// Returns what is wrong with the form of a file.
pub fn add_row<K: Ord>(
    list: List,
    files: &[TextFile],
    cells: &[String],
    canonical: impl Fn(&[&str]) -> (K, Vec<String>),
) -> Result<Edited, Unreadable> {
    let sheets = sheets(files)?;
    let as_given: Vec<&str> = cells.iter().map(String::as_str).collect();
    let (own_key, cells) = canonical(&as_given);
    let wanted: Vec<&str> = cells.iter().map(String::as_str).collect();
    let is_there = |(_, sheet): &(&TextFile, Sheet)| {
        sheet.rows.iter().any(|row| canonical(&in_order(list, sheet, row)).1 == cells)
    };
    if sheets.iter().any(is_there) {
        return Ok(Edited { change: None, cells: Vec::new(), is_new: false, first_day: None });
    }
    // A row would lose what its file has no column for.
    let has_all = |sheet: &Sheet| list.columns.iter().all(|name| sheet.column(name).is_some());
    if sheets.last().is_some_and(|(_, sheet)| !has_all(sheet)) {
        return Err(Vec::new());
    }
    let change = if let Some((file, sheet)) = sheets.last() {
        let place = |column: &String| list.columns.iter().position(|own| own == column);
        let own = sheet.columns.iter().map(|column| place(column).map_or("", |at| wanted[at]));
        let row = written(own);
        let new = inserted(sheet, &row, |own| canonical(&in_order(list, sheet, own)).0 <= own_key);
        Change { name: file.name.clone(), old: Some(file.text.clone()), new }
    } else {
        let (header, row) = (written(list.columns.iter().copied()), written(wanted.iter().copied()));
        Change { name: format!("data/{}.csv", list.stem), old: None, new: format!("{header}\n{row}\n") }
    };
    let filled = list.columns.iter().zip(&cells).filter(|(_, new)| !new.is_empty());
    let cells =
        filled.map(|(column, new)| CellEdit { column: (*column).to_owned(), old: String::new(), new: new.clone() });
    Ok(Edited { change: Some(change), cells: cells.collect(), is_new: true, first_day: None })
}

/// Returns the cells of a row in canonical order; a column that the file lacks is blank.
pub(super) fn in_order<'a>(list: List, sheet: &Sheet, row: &'a SheetRow) -> Vec<&'a str> {
    let cell = |name: &&str| sheet.column(name).and_then(|at| row.cells.get(at)).map_or("", String::as_str);
    list.columns.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: List = List { stem: "notes", columns: &["day", "text"] };

    fn add(text: Option<&str>, cells: [&str; 2]) -> Option<String> {
        let files: Vec<TextFile> =
            text.map(|text| TextFile { name: "data/notes.csv".into(), text: text.into() }).into_iter().collect();
        let cells = cells.map(str::to_owned);
        add_row(NOTES, &files, &cells, |cells| {
            (cells[0].to_owned(), cells.iter().map(|cell| (*cell).to_owned()).collect())
        })
        .unwrap()
        .change
        .map(|change| change.new)
    }

    #[test]
    fn a_row_finds_its_place_in_whatever_order_the_columns_are() {
        assert_eq!(add(None, ["1", "a, b"]).as_deref(), Some("day,text\n1,\"a, b\"\n"));
        assert_eq!(add(Some("text,day\nc,3\na,1\n"), ["2", "b"]).as_deref(), Some("text,day\nc,3\na,1\nb,2\n"));
        assert_eq!(add(Some("day,text\n1,a\n3,c\n"), ["2", "b"]).as_deref(), Some("day,text\n1,a\n2,b\n3,c\n"));
    }

    #[test]
    fn what_is_said_already_is_not_said_again() {
        assert_eq!(add(Some("text,day\na,1\n"), ["1", "a"]), None);
    }
}
