//! What a recipe makes of an export of a register: dossiers, each cell with where it stands. What says who somebody is is not taken.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::head::heads;
use super::place::{Untaken, found_by_head, old_letters, sheet};
use super::propose_register::header;
use super::says::day_of;
use crate::load::dossiers::{Known, holds_telephone, is_personal};
use crate::load::filled::Refusal;
use crate::load::plan::Loaded;
use crate::model::{Channel, DOSSIER_COLUMNS, Outcome, RegisterRecipe, UnitId};
use crate::syntax::cell::number;
use crate::syntax::names::{fold, kept, nearest};
use crate::syntax::table::{Cell, Grid};
use crate::text::{BadNumber, DossierMisread, Finding, Misread};

/// One dossier of a table: its cells in the order of [`DOSSIER_COLUMNS`], and where each stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenDossier {
    /// The cells, as the register has them.
    pub cells: Vec<String>,
    /// Where each stands; empty for one that is not of the table.
    pub addresses: Vec<String>,
}

/// What was taken from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenRegister {
    /// The dossiers, in the order of the table.
    pub dossiers: Vec<TakenDossier>,
    /// What cannot be taken over, with the name of its column of the register.
    pub refused: Vec<(Refusal, &'static str)>,
    /// Heads of columns, and rows, that are left out, by their addresses.
    pub left_out: Vec<(String, String)>,
    /// Heads of columns with personal data, which nobody may read, by their addresses.
    pub personal: Vec<(String, String)>,
}

const ID: usize = 0;
const PROCEDURE: usize = 1;
const UNIT: usize = 2;
const LEVEL: usize = 3;
const CHANNEL: usize = 4;
const RECEIVED: usize = 5;
const OUTCOME: usize = 8;
const APOLOGY: usize = 9;
const NEW_DUE: usize = 11;
const SUSPENDED: usize = 12;

struct Taking<'a> {
    loaded: &'a Loaded,
    known: &'a Known,
    recipe: &'a RegisterRecipe,
    given: GivenRegister<'a>,
    grid: &'a Grid,
    /// The column of the table for each one of the register.
    columns: BTreeMap<usize, usize>,
    words: BTreeMap<(usize, String), &'a str>,
    blank: BTreeSet<String>,
    leave_out: BTreeSet<String>,
    taken: TakenRegister,
}

/// What the command line says of a table of dossiers.
#[derive(Clone, Copy, Debug, Default)]
pub struct GivenRegister<'a> {
    /// The sheet.
    pub sheet: Option<&'a str>,
    /// Whose dossiers these are.
    pub unit: Option<UnitId>,
}

/// Reads a sheet as a recipe says.
///
/// # Errors
/// Returns why no sheet can be read; what is wrong within it stands in the answer.
pub fn taken_register(
    loaded: &Loaded,
    known: &Known,
    recipe: &RegisterRecipe,
    grids: &[Grid],
    given: GivenRegister<'_>,
) -> Result<TakenRegister, Untaken> {
    let grid = sheet(grids, given.sheet.or(recipe.sheet.as_deref()))?;
    let words = recipe.words.iter().map(|own| ((own.is, fold(&own.says)), own.means.as_str())).collect();
    let folded = |texts: &[String]| texts.iter().map(|own| fold(own)).collect();
    let mut taking = Taking {
        loaded,
        known,
        recipe,
        given,
        grid,
        columns: BTreeMap::new(),
        words,
        blank: folded(&recipe.blank),
        leave_out: folded(&recipe.leave_out),
        taken: TakenRegister::default(),
    };
    taking.place(&heads(grid, recipe.header));
    // Without its columns each row would be refused for what the head has been.
    if taking.taken.refused.is_empty() {
        taking.rows();
    } else {
        // What stands where no head is may be somebody's name.
        taking.taken.personal.clear();
        taking.taken.left_out.clear();
        taking.elsewhere();
    }
    Ok(taking.taken)
}

impl Taking<'_> {
    /// Finds the columns, and names those that are left out.
    fn place(&mut self, heads: &[String]) {
        let row = self.recipe.header.0;
        for declared in &self.recipe.columns {
            let found = match (declared.at, &declared.head) {
                (Some(at), None) => Ok(at),
                (at, Some(head)) => found_by_head(heads, head, at, row),
                (None, None) => continue,
            };
            let refusal = match found {
                Ok(at) if heads.get(at).is_some_and(|head| is_personal(head)) => {
                    let why = Misread::Dossier(DossierMisread::PersonalColumn { head: heads[at].clone() });
                    Refusal { address: Grid::address(row, at), column: None, why }
                }
                Ok(at) => {
                    self.columns.insert(declared.is, at);
                    continue;
                }
                Err(refusal) => refusal,
            };
            self.taken.refused.push((refusal, DOSSIER_COLUMNS[declared.is]));
        }
        for (at, head) in heads.iter().enumerate().filter(|(_, head)| !head.is_empty()) {
            if self.columns.values().any(|own| own == &at) {
                continue;
            }
            let named = (Grid::address(row, at), head.clone());
            if is_personal(head) { self.taken.personal.push(named) } else { self.taken.left_out.push(named) }
        }
        let has_unit = self.columns.contains_key(&UNIT) || self.recipe.unit.or(self.given.unit).is_some();
        if !has_unit && self.taken.refused.is_empty() {
            let why = Misread::Dossier(DossierMisread::NoUnit);
            self.taken.refused.push((Refusal { address: String::new(), column: None, why }, DOSSIER_COLUMNS[UNIT]));
        }
    }

    /// Says where the head probably is, instead of what lacks where the recipe looks for it.
    fn elsewhere(&mut self) {
        let is_lost = |(own, _): &(Refusal, _)| matches!(own.why, Misread::NoHead { .. } | Misread::HeadDiffers { .. });
        let lost = self.taken.refused.iter().filter(|own| is_lost(own)).count();
        let Some(header) = header(self.grid).filter(|rows| *rows != self.recipe.header && lost > 1) else { return };
        let rows = |(first, last): (usize, usize)| format!("[{}, {}]", first + 1, last + 1);
        let (says, is) = (rows(self.recipe.header), rows(header));
        self.taken.refused.retain(|own| !is_lost(own));
        let why = Misread::Dossier(DossierMisread::HeaderElsewhere { says, is });
        let refusal = Refusal { address: Grid::address(header.0, 0), column: None, why };
        self.taken.refused.insert(0, (refusal, ""));
    }

    /// Reads the rows down to the end of the table.
    fn rows(&mut self) {
        let until = self.recipe.until.as_deref().map(fold);
        let end = |row: usize| {
            let begins = |cell: &Cell| until.as_ref().is_some_and(|until| fold(cell.text()).starts_with(until));
            // A remark in the row of a dossier ends nothing.
            if self.is_dossier(row) { None } else { self.grid.rows[row].iter().position(begins) }
        };
        let first = self.recipe.header.1 + 1;
        let end = (first..self.grid.rows.len()).find_map(|row| Some((row, end(row)?)));
        let last = end.map_or(self.grid.rows.len(), |(row, _)| row);
        for row in first..last {
            self.row(row);
        }
        let Some((row, column)) = end else { return };
        for below in (row + 1..self.grid.rows.len()).filter(|below| self.is_dossier(*below)).collect::<Vec<_>>() {
            let why = Misread::Dossier(DossierMisread::AfterEnd { end: Grid::address(row, column) });
            let address = self.columns.get(&ID).map_or_else(String::new, |at| Grid::address(below, *at));
            self.taken.refused.push((Refusal { address, column: None, why }, DOSSIER_COLUMNS[ID]));
        }
    }

    /// Returns a cell of a row by its column of the register; one that stands for a blank is blank.
    fn shown(&self, row: usize, is: usize) -> &Cell {
        let cell = self.columns.get(&is).map_or(&Cell::Empty, |at| self.grid.shown(row, *at));
        if self.blank.contains(&fold(cell.text())) { &Cell::Empty } else { cell }
    }

    /// Tells whether a row has what no title or total has: an id, a procedure and a day of receipt.
    fn is_dossier(&self, row: usize) -> bool {
        [ID, PROCEDURE, RECEIVED].into_iter().all(|is| *self.shown(row, is) != Cell::Empty)
    }

    fn row(&mut self, row: usize) {
        let cells = &self.grid.rows[row];
        let Some(first) = cells.iter().position(|cell| *cell != Cell::Empty) else { return };
        let left_out = cells.iter().position(|cell| self.leave_out.contains(&fold(cell.text())));
        let read: Vec<usize> = self.columns.keys().copied().filter(|is| *self.shown(row, *is) != Cell::Empty).collect();
        // A title or a total between the rows says one thing, and a dossier more.
        if left_out.is_some() || read.len() <= 1 {
            let at = left_out.or_else(|| read.first().and_then(|is| self.columns.get(is)).copied()).unwrap_or(first);
            // What stands in a column with personal data is not repeated.
            let is_read = left_out.is_some() || self.columns.values().any(|own| *own == at);
            let text = if is_read { kept(self.grid.cell(row, at).text()) } else { String::new() };
            return self.taken.left_out.push((Grid::address(row, at), text));
        }
        let mut own = TakenDossier::default();
        for (is, name) in DOSSIER_COLUMNS.into_iter().enumerate() {
            let at = self.columns.get(&is).copied();
            let address = at.map_or_else(String::new, |at| Grid::address(row, at));
            let read = match at {
                None if is == LEVEL => self.level(&own.cells[PROCEDURE]),
                _ => self.cell(is, self.shown(row, is)),
            };
            match read {
                Ok(text) => own.cells.push(text),
                Err(why) => {
                    own.cells.push(String::new());
                    // What no column says is wanting in the dossier.
                    let address = if address.is_empty() { own.addresses[ID].clone() } else { address.clone() };
                    let refusal = Refusal { address, column: None, why };
                    self.taken.refused.push((refusal, name));
                }
            }
            own.addresses.push(address);
        }
        self.taken.dossiers.push(own);
    }

    /// Reads a cell as the register has it.
    fn cell(&self, is: usize, cell: &Cell) -> Result<String, Misread> {
        let text = kept(cell.text());
        if let Cell::Error(_) | Cell::Formula(_) | Cell::Other(_) = cell {
            return Err(Misread::NotText { text });
        }
        if let Some(why) = old_letters(&text) {
            return Err(why);
        }
        let text = self.words.get(&(is, fold(&text))).map_or(text, |means| (*means).to_owned());
        match is {
            UNIT => self.unit(&text),
            PROCEDURE => self.procedure(&text),
            ID | RECEIVED if text.is_empty() => Err(missing(is)),
            ID | APOLOGY if holds_telephone(&text) => Err(Misread::Dossier(DossierMisread::Telephone)),
            ID | APOLOGY => Ok(text),
            CHANNEL if text.is_empty() && self.recipe.channel.is_some() => {
                Ok(self.recipe.channel.map_or("", Channel::word).to_owned())
            }
            LEVEL => one_of(is, text, &["2", "3", "4"]),
            CHANNEL => one_of(is, text, &Channel::ALL.map(Channel::word)),
            OUTCOME if text.is_empty() => Ok(text),
            OUTCOME => one_of(is, text, &Outcome::ALL.map(Outcome::word)),
            RECEIVED => self.received(cell, &text),
            SUSPENDED => days(text),
            NEW_DUE if text.contains(';') => {
                let days =
                    text.split(';').map(|part| self.day(&Cell::Text(parted(&kept(part)).0)).map(|day| day.to_string()));
                Ok(days.collect::<Result<Vec<_>, _>>()?.join(";"))
            }
            _ if text.is_empty() => Ok(text),
            _ => self.day(&plain(cell, &parted(&text).0)).map(|day| day.to_string()),
        }
    }

    fn unit(&self, text: &str) -> Result<String, Misread> {
        let plan = &self.loaded.plan;
        let given = self.given.unit.or(self.recipe.unit).map(|unit| plan.unit(unit).id.clone());
        if text.is_empty() {
            return given.ok_or_else(|| missing(UNIT));
        }
        let unit = self.loaded.unit_called(text).ok_or_else(|| {
            Misread::from(Finding::UnknownUnit { name: text.to_owned(), near: self.loaded.nearest_name(text) })
        })?;
        let other = self.given.unit.filter(|given| *given != unit);
        other.map_or_else(
            || Ok(plan.unit(unit).id.clone()),
            |given| Err(Misread::Contradicts { one: text.to_owned(), other: plan.unit(given).name.clone() }),
        )
    }

    /// Finds a procedure by its code, or by its name.
    fn procedure(&self, text: &str) -> Result<String, Misread> {
        if text.is_empty() {
            return Err(missing(PROCEDURE));
        }
        if self.known.list.is_empty() || self.known.procedure(text).is_some() {
            return Ok(text.to_owned());
        }
        if let Some(only) = self.known.called(text) {
            return Ok(only.code.clone());
        }
        let known = self.known.list.iter().flat_map(|own| [own.code.as_str(), own.name.as_str()]);
        let near = nearest(text, known);
        Err(Misread::from(Finding::UnknownProcedure { code: text.to_owned(), near }))
    }

    /// Returns the level that the procedure of a dossier is declared with.
    fn level(&self, code: &str) -> Result<String, Misread> {
        let level = self.known.procedure(code).map(|own| own.level.to_string());
        // A procedure that is not known is told of by itself.
        level.or(code.is_empty().then(String::new)).ok_or_else(|| missing(LEVEL))
    }

    fn day(&self, cell: &Cell) -> Result<NaiveDate, Misread> {
        day_of(cell, self.recipe.dates)
    }

    /// Reads the day of receipt, with its time if it has one.
    fn received(&self, cell: &Cell, text: &str) -> Result<String, Misread> {
        let (day, time) = parted(text);
        let day = self.day(&plain(cell, &day))?;
        // A spreadsheet that keeps only days shows midnight.
        Ok(time.filter(|own| own != "00:00").map_or_else(|| day.to_string(), |time| format!("{day} {time}")))
    }
}

/// Parts a day from a time, whichever stands first: `10/01/2019 15:30:22`, `15h30 - 10/01/2019`. A text that is anything else is left
/// as it is.
fn parted(text: &str) -> (String, Option<String>) {
    let text = text.replacen('T', " ", usize::from(text.as_bytes().get(10) == Some(&b'T')));
    let parts: Vec<&str> = text.split([' ', ',']).filter(|part| !part.is_empty() && *part != "-").collect();
    match parts[..] {
        [first, second] => match (clock(first), clock(second)) {
            (None, Some(time)) => (first.to_owned(), Some(time)),
            (Some(time), None) => (second.to_owned(), Some(time)),
            _ => (text, None),
        },
        _ => (text, None),
    }
}

/// Reads a time of day: `8:05`, `08:05:59`, `8h05`, `8h`.
fn clock(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, [':', 'h', 'g']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next().unwrap_or("00");
    let number = |text: &str, below: u32| text.parse::<u32>().ok().filter(|own| *own < below && text.len() <= 2);
    let minute = if minute.is_empty() && !text.contains(':') { Some(0) } else { number(minute, 60) };
    let seconds = second.split('.').next().unwrap_or_default();
    number(seconds, 60)?;
    Some(format!("{:02}:{:02}", number(hour, 24)?, minute?))
}

/// Returns a cell of the same kind with another text.
fn plain(cell: &Cell, text: &str) -> Cell {
    match cell {
        Cell::Date(_) => Cell::Date(text.to_owned()),
        _ => Cell::Text(text.to_owned()),
    }
}

fn missing(is: usize) -> Misread {
    Misread::from(Finding::MissingCell { column: DOSSIER_COLUMNS[is].to_owned() })
}

fn one_of(is: usize, text: String, words: &[&'static str]) -> Result<String, Misread> {
    if words.contains(&text.as_str()) {
        return Ok(text);
    }
    if text.is_empty() {
        return Err(missing(is));
    }
    let allowed = words.join(", ");
    Err(Misread::Dossier(DossierMisread::NoSuchWord { column: DOSSIER_COLUMNS[is], text, allowed }))
}

fn days(text: String) -> Result<String, Misread> {
    if text.is_empty() {
        return Ok(text);
    }
    let why = match number(&text, 0) {
        Ok(0..=65_535) => return Ok(text),
        Ok(_) => BadNumber::TooLarge,
        Err(why) => why,
    };
    Err(Misread::from(Finding::BadNumber { text, why }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stands_before_or_behind_the_day() {
        for (text, day, time) in [
            ("10/01/2019", "10/01/2019", None),
            ("10/01/2019 15:30", "10/01/2019", Some("15:30")),
            ("10/01/2019 15:30:22", "10/01/2019", Some("15:30")),
            ("10/01/2019  8h05", "10/01/2019", Some("08:05")),
            ("15:30 - 10/01/2019", "10/01/2019", Some("15:30")),
            ("8h 10/01/2019", "10/01/2019", Some("08:00")),
            ("2019-01-10T07:45:00.5", "2019-01-10", Some("07:45")),
            ("2019-01-10 00:00:00", "2019-01-10", Some("00:00")),
            ("10/01/2019 25:30", "10/01/2019 25:30", None),
            ("10/01/2019 chiều", "10/01/2019 chiều", None),
        ] {
            assert_eq!(parted(text), (day.to_owned(), time.map(str::to_owned)), "{text}");
        }
    }
}
