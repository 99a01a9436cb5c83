//! Files of data/ in their one canonical form, so that git shows what changed and nothing else.

use super::change::{Change, TextFile, Unreadable};
use super::list::{DELIVERABLES, List, SCORES, UPDATES, in_order, read};
use super::report::Around;
use crate::model::{DOSSIER_COLUMNS, PROCEDURE_COLUMNS, Plan, Round, UNIT_COLUMNS, UnitId, UpdateKind};
use crate::syntax::cell::plain;
use crate::syntax::csv::{Sheet, SheetRow, written};
use crate::syntax::names::{fold, kept, whole};

/// What the canonical form of lists needs to know.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Returns the unit that a cell names.
    pub called: &'a dyn Fn(&str) -> Option<UnitId>,
}

/// The columns of `data/units.csv`.
const UNITS: List = List { stem: "units", columns: &UNIT_COLUMNS };

/// The columns of `data/procedures.csv`.
const PROCEDURES: List = List { stem: "procedures", columns: &PROCEDURE_COLUMNS };

/// The columns of the register.
pub const DOSSIERS: List = List { stem: "dossiers", columns: &DOSSIER_COLUMNS };

/// Plans the canonical form of a form's file: its columns and rows in order, unit ids, plain numbers, no quotes but those that must be.
///
/// # Errors
/// Returns what is wrong with the form of the file.
pub fn canonical_form(around: Around<'_>, file: &TextFile) -> Result<Option<Change>, Unreadable> {
    let sheet = read(file)?;
    let columns = around.columns();
    let last = columns.len() - 1;
    let rows = sheet.rows.iter().map(|row| {
        let cells = columns.iter().enumerate().map(|(at, name)| {
            let text = sheet.column(name).and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            match at {
                0 | 2 => text.trim().to_owned(),
                1 => (around.called)(text).map_or_else(|| text.to_owned(), around.id),
                at if at == last => whole(text),
                _ => plain(text.trim()),
            }
        });
        let cells: Vec<String> = cells.collect();
        (around.key(&sheet, row), cells)
    });
    let mut rows: Vec<_> = rows.collect();
    // Rows of one key keep their order: which of two is right is not for this to say.
    rows.sort_by_key(|(key, _)| *key);
    Ok(rewritten(file, &sheet, &columns, rows.into_iter().map(|(_, cells)| cells)))
}

/// Plans the canonical form of a list; none for a list that is not known.
///
/// # Errors
/// Returns what is wrong with the form of the file.
pub fn canonical_list(stem: &str, known: Known<'_>, file: &TextFile) -> Result<Option<Change>, Unreadable> {
    match stem {
        "deliverables" => list(DELIVERABLES, file, &|cells| deliverable(known, cells)),
        "updates" => list(UPDATES, file, &|cells| update(known, cells)),
        "scores" => list(SCORES, file, &|cells| score(known, cells)),
        "units" => list(UNITS, file, &|cells| ((), unit(cells))),
        "procedures" => list(PROCEDURES, file, &|cells| procedure(cells)),
        "dossiers" => list(DOSSIERS, file, &|cells| dossier(known, cells)),
        _ => Ok(None),
    }
}

type Cells = Vec<String>;

/// Composes the letters of cells, and leaves one space between words; but where people write freely, their lines stay theirs.
fn texts(cells: &[&str], free: &[usize]) -> Cells {
    let own = |(at, cell): (usize, &&str)| if free.contains(&at) { whole(cell) } else { kept(cell) };
    cells.iter().enumerate().map(own).collect()
}

/// Makes each row canonical and puts them in the order of their keys.
fn list<K: Ord>(
    list: List,
    file: &TextFile,
    canonical: &dyn Fn(&[&str]) -> (K, Cells),
) -> Result<Option<Change>, Unreadable> {
    let sheet = read(file)?;
    let of = |row: &SheetRow| canonical(&in_order(list, &sheet, row));
    let mut rows: Vec<(K, Cells)> = sheet.rows.iter().map(of).collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let columns: Vec<String> = list.columns.iter().map(|name| (*name).to_owned()).collect();
    Ok(rewritten(file, &sheet, &columns, rows.into_iter().map(|(_, cells)| cells)))
}

/// Returns a document handed in as it is written here, and where it stands among the others.
pub fn deliverable(known: Known<'_>, cells: &[&str]) -> ((usize, usize, String, String), Cells) {
    let mut own = texts(cells, &[4, 5]);
    own[0] = plain(&own[0]);
    let no = own[0].parse::<u32>().ok();
    let task = known.plan.tasks.iter().position(|task| Some(task.no) == no);
    let folded = fold(&own[1]);
    let mut known_names = task.into_iter().flat_map(|at| known.plan.tasks[at].deliverable_names());
    let named = known_names.find(|(_, name)| fold(name) == folded);
    let place = named.map_or(usize::MAX, |(at, _)| at);
    if let Some((_, name)) = named {
        name.clone_into(&mut own[1]);
    }
    ((task.unwrap_or(usize::MAX), place, own[3].clone(), own[2].clone()), own)
}

/// Returns a line of a task's story as it is written here, and where it stands among the others.
pub fn update(known: Known<'_>, cells: &[&str]) -> ((String, usize, Option<UnitId>, usize), Cells) {
    let mut own = texts(cells, &[5]);
    own[2] = plain(&own[2]);
    let no = own[2].parse::<u32>().ok();
    let task = known.plan.tasks.iter().position(|task| Some(task.no) == no);
    let unit = (known.called)(cells[3]);
    if let Some(unit) = unit {
        own[3].clone_from(&known.plan.unit(unit).id);
    }
    let kind = UpdateKind::ALL.into_iter().position(|kind| kind.word() == own[4]);
    ((own[0].clone(), task.unwrap_or(usize::MAX), unit, kind.unwrap_or(usize::MAX)), own)
}

/// Returns points as they are written here, and where they stand among the others.
pub fn score(known: Known<'_>, cells: &[&str]) -> ((usize, Option<usize>, usize), Cells) {
    let mut own = texts(cells, &[3, 4]);
    own[2] = plain(&own[2]);
    let (id, no) = own[0].split_once('/').map_or((own[0].as_str(), None), |(id, no)| (id, Some(no)));
    let index = known.plan.indexes.iter().position(|index| index.id.value == id);
    let criteria = index.map_or(&[][..], |at| &known.plan.indexes[at].criteria);
    // The index as a whole comes first.
    let criterion = no.map(|no| criteria.iter().position(|own| own.no.value == no).unwrap_or(usize::MAX));
    let round = Round::ALL.into_iter().position(|round| round.word() == own[1]);
    ((index.unwrap_or(usize::MAX), criterion, round.unwrap_or(usize::MAX)), own)
}

/// Procedures stand in the order of their codes.
fn procedure(cells: &[&str]) -> (String, Cells) {
    let mut own: Cells = cells.iter().map(|cell| kept(cell)).collect();
    own[4] = plain(&own[4]);
    (own[0].clone(), own)
}

/// Returns a dossier as it is written here, and where it stands among the others: by the day of receipt, then by its id.
fn dossier(known: Known<'_>, cells: &[&str]) -> ((String, String), Cells) {
    let mut own: Cells = cells.iter().map(|cell| kept(cell)).collect();
    if let Some(unit) = (known.called)(cells[2]) {
        own[2].clone_from(&known.plan.unit(unit).id);
    }
    let received = &own[5];
    let day = received.split_at_checked(10).map_or(received.as_str(), |(day, _)| day).to_owned();
    // Of the two ways to write a time behind a day one is kept.
    own[5] = own[5].replacen('T', " ", 1);
    if !own[12].is_empty() {
        own[12] = plain(&own[12]);
    }
    ((day, own[0].clone()), own)
}

/// Units stay in the order they are declared in, for it is the order they are shown in.
fn unit(cells: &[&str]) -> Cells {
    let mut own: Cells = cells.iter().map(|cell| kept(cell)).collect();
    let aliases = own[3].split(';').map(str::trim).filter(|alias| !alias.is_empty());
    own[3] = aliases.collect::<Vec<_>>().join("; ");
    own
}

/// Writes a file anew; its byte order mark and the ends of its lines stay as they are. None if that changes nothing.
fn rewritten(
    file: &TextFile,
    sheet: &Sheet,
    columns: &[String],
    rows: impl Iterator<Item = Vec<String>>,
) -> Option<Change> {
    let mark = if file.text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let line_end = sheet.line_end();
    let mut new = String::with_capacity(file.text.len());
    new.push_str(mark);
    new.push_str(&written(columns.iter().map(String::as_str)));
    new.push_str(line_end);
    for cells in rows {
        new.push_str(&written(cells.iter().map(String::as_str)));
        new.push_str(line_end);
    }
    (new != file.text).then(|| Change { name: file.name.clone(), old: Some(file.text.clone()), new })
}
