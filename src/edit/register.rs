//! Dossiers put into the files of the register, all other bytes left as they are.

use std::collections::{BTreeMap, HashMap};

use super::canonical::DOSSIERS;
use super::change::{CellEdit, Change, TextFile, Unreadable};
use super::insert::{place, put};
use super::list::{cells_over, sheets};
use crate::model::DOSSIER_COLUMNS;
use crate::syntax::csv::{Sheet, written};
use crate::syntax::names::kept;
use crate::syntax::patch::{Patch, patched};

/// What becomes of one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It is not on file.
    New,
    /// It is, and these of its cells change; none if it says nothing new.
    Over(Vec<CellEdit>),
    /// It stands in what is brought in already, in this place.
    Again(usize),
}

/// Plans the changes that put dossiers where they belong: over the row of their id, whose cells stay where nothing is said, else into the
/// file named, behind those received before. Returns what becomes of each, in their order.
///
/// # Errors
/// Returns what is wrong with the form of a file, or nothing if a column lacks.
pub fn set_dossiers(
    files: &[TextFile],
    home: &str,
    dossiers: &[Vec<String>],
) -> Result<(Vec<Placed>, Vec<Change>), Unreadable> {
    let sheets = sheets(files)?;
    if sheets.iter().any(|(_, sheet)| DOSSIER_COLUMNS.iter().any(|name| sheet.column(name).is_none())) {
        return Err(Vec::new());
    }
    let mut known: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, (_, sheet)) in sheets.iter().enumerate() {
        let Some(id) = sheet.column("id") else { continue };
        for (row, own) in sheet.rows.iter().enumerate() {
            known.entry(own.cells.get(id).map_or_else(String::new, |id| id.to_ascii_lowercase())).or_insert((at, row));
        }
    }
    let home_at = sheets.iter().position(|(file, _)| file.name == home);
    let mut patches: Vec<Vec<Patch>> = vec![Vec::new(); sheets.len()];
    let mut new: Vec<(&str, &Vec<String>)> = Vec::new();
    let mut met: HashMap<String, usize> = HashMap::new();
    let mut placed = Vec::new();
    for (at, own) in dossiers.iter().enumerate() {
        let id = own[0].to_ascii_lowercase();
        if let Some(first) = met.get(&id) {
            placed.push(Placed::Again(*first));
            continue;
        }
        met.insert(id.clone(), at);
        let Some(&(file, row)) = known.get(&id) else {
            new.push((day(&own[5]), own));
            placed.push(Placed::New);
            continue;
        };
        let sheet = &sheets[file].1;
        // A blank says nothing.
        let given = DOSSIER_COLUMNS.iter().zip(own).filter(|(_, new)| !new.is_empty());
        let given = given.map(|(name, new)| (*name, new.clone()));
        let (own_patches, cells) = cells_over(sheet, &sheet.rows[row], given, is_equal)?;
        patches[file].extend(own_patches);
        placed.push(Placed::Over(cells));
    }
    new.sort_by(|(day, own), (other, two)| (day, &own[0]).cmp(&(other, &two[0])));
    let mut changes = Vec::new();
    match home_at {
        Some(at) => patches[at].extend(beside(&sheets[at].1, &new)),
        None if !new.is_empty() => {
            let mut text = written(DOSSIERS.columns.iter().copied()) + "\n";
            for (_, own) in &new {
                text += &written(own.iter().map(String::as_str));
                text.push('\n');
            }
            changes.push(Change { name: home.to_owned(), old: None, new: text });
        }
        None => {}
    }
    for ((file, sheet), own) in sheets.iter().zip(patches).filter(|(_, own)| !own.is_empty()) {
        let Some(text) = patched(&sheet.text, own) else { return Err(Vec::new()) };
        changes.push(Change { name: file.name.clone(), old: Some(file.text.clone()), new: text });
    }
    Ok((placed, changes))
}

/// Tells whether two ids are those of one dossier: capital letters make no other one.
fn is_same_id(column: &str, old: &str, new: &str) -> bool {
    column == "id" && old.eq_ignore_ascii_case(new)
}

/// Plans the new rows of a file, each behind those that were received before.
fn beside(sheet: &Sheet, new: &[(&str, &Vec<String>)]) -> Vec<Patch> {
    let cell = |own: &crate::syntax::csv::SheetRow, name: &str| {
        sheet.column(name).and_then(|at| own.cells.get(at)).cloned().unwrap_or_default()
    };
    let keys: Vec<(String, String)> =
        sheet.rows.iter().map(|own| (day(&cell(own, "received")).to_owned(), cell(own, "id"))).collect();
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (day, own) in new {
        let before = keys.iter().rposition(|(other, id)| (other.as_str(), id.as_str()) <= (*day, own[0].as_str()));
        let place_of = |column: &String| DOSSIER_COLUMNS.iter().position(|name| name == column);
        let cells = sheet.columns.iter().map(|column| place_of(column).map_or("", |at| own[at].as_str()));
        rows.entry(place(sheet, before)).or_default().push(written(cells));
    }
    rows.into_iter().map(|(at, rows)| put(sheet, at, &rows.join(sheet.line_end()))).collect()
}

/// Returns the day of a text that may have a time behind it.
fn day(text: &str) -> &str {
    text.split_at_checked(10).map_or(text, |(day, _)| day)
}

/// Tells whether two cells say the same: a time of day that only one of them has is no difference.
fn is_equal(column: &str, old: &str, new: &str) -> bool {
    kept(old) == kept(new) || is_same_id(column, old, new) || (column == "received" && day(old) == day(new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &str) -> Vec<String> {
        let mut own: Vec<String> = cells.split(',').map(str::to_owned).collect();
        own.resize(DOSSIER_COLUMNS.len(), String::new());
        own
    }

    fn file(rows: &[&str]) -> TextFile {
        let lines = rows.iter().map(|own| row(own).join(",") + "\n").collect::<String>();
        TextFile { name: "data/dossiers/a.csv".into(), text: format!("{}\n{lines}", DOSSIER_COLUMNS.join(",")) }
    }

    #[test]
    fn new_ones_come_in_order_and_old_ones_are_filled() {
        let files = [file(&["A1,P,a,3,online,2019-01-03,2019-01-08", "A3,P,a,3,online,2019-03-01,2019-03-08"])];
        let dossiers = [
            row("A2,P,a,3,online,2019-02-01,2019-02-08"),
            row("A1,,,,,2019-01-03 08:00,,2019-01-08,granted"),
            row("A3,P,a,3,online,2019-03-01,2019-03-08"),
            row("A2,P,a,3,online,2019-02-01,2019-02-08"),
        ];
        let (placed, changes) = set_dossiers(&files, "data/dossiers/a.csv", &dossiers).unwrap();
        let edit = |column: &str, new: &str| CellEdit { column: column.into(), old: String::new(), new: new.into() };
        let filled = vec![edit("resolved", "2019-01-08"), edit("outcome", "granted")];
        assert_eq!(placed, [Placed::New, Placed::Over(filled), Placed::Over(Vec::new()), Placed::Again(0)]);
        let expected = file(&[
            "A1,P,a,3,online,2019-01-03,2019-01-08,2019-01-08,granted",
            "A2,P,a,3,online,2019-02-01,2019-02-08",
            "A3,P,a,3,online,2019-03-01,2019-03-08",
        ]);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].new, expected.text);
        // Another file is begun where the one named is not there.
        let (_, changes) = set_dossiers(&files, "data/dossiers/b.csv", &dossiers[..1]).unwrap();
        assert_eq!((changes[0].name.as_str(), changes[0].old.as_ref()), ("data/dossiers/b.csv", None));
        assert_eq!(changes[0].new.lines().count(), 2);
    }
}
