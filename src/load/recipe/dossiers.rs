//! What a recipe makes of an export of a register: dossiers, each cell with where it stands. What says who somebody is is not taken.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::head::heads;
use super::place::{Untaken, found_by_head, old_letters, sheet};
use super::says::day_of;
use crate::load::dossiers::{Known, is_personal};
use crate::load::filled::Refusal;
use crate::load::plan::Loaded;
use crate::model::{Channel, DOSSIER_COLUMNS, Outcome, RegisterRecipe};
use crate::syntax::cell::number;
use crate::syntax::names::{fold, kept, nearest};
use crate::syntax::table::{Cell, Grid};
use crate::text::{Allowed, BadNumber, Finding, Misread};

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
    grid: &'a Grid,
    /// The column of the table for each one of the register.
    columns: BTreeMap<usize, usize>,
    words: BTreeMap<(usize, String), &'a str>,
    taken: TakenRegister,
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
    sheet_given: Option<&str>,
) -> Result<TakenRegister, Untaken> {
    let grid = sheet(grids, sheet_given.or(recipe.sheet.as_deref()))?;
    let words = recipe.words.iter().map(|own| ((own.is, fold(&own.says)), own.means.as_str())).collect();
    let (columns, taken) = (BTreeMap::new(), TakenRegister::default());
    let mut taking = Taking { loaded, known, recipe, grid, columns, words, taken };
    let heads = heads(grid, recipe.header);
    taking.place(&heads);
    let until = recipe.until.as_deref().map(fold);
    let is_end = |row: usize| {
        until.as_ref().is_some_and(|until| grid.rows[row].iter().any(|cell| fold(cell.text()).starts_with(until)))
    };
    // Without its columns each row would be refused for what the head has been.
    if taking.taken.refused.is_empty() {
        for row in (recipe.header.1 + 1..grid.rows.len()).take_while(|row| !is_end(*row)) {
            taking.row(row);
        }
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
            match found {
                Ok(at) => drop(self.columns.insert(declared.is, at)),
                Err(refusal) => self.taken.refused.push((refusal, DOSSIER_COLUMNS[declared.is])),
            }
        }
        for (at, head) in heads.iter().enumerate().filter(|(_, head)| !head.is_empty()) {
            if self.columns.values().any(|own| own == &at) {
                continue;
            }
            let named = (Grid::address(row, at), head.clone());
            if is_personal(head) { self.taken.personal.push(named) } else { self.taken.left_out.push(named) }
        }
    }

    fn row(&mut self, row: usize) {
        let cells = &self.grid.rows[row];
        let filled = cells.iter().position(|cell| *cell != Cell::Empty);
        let Some(first) = filled else { return };
        let cell = |is: usize| self.columns.get(&is).map_or(&Cell::Empty, |at| self.grid.shown(row, *at));
        // A title or a total between the rows is no dossier: it has neither an id nor a day of receipt.
        if *cell(ID) == Cell::Empty && *cell(RECEIVED) == Cell::Empty {
            let text = kept(cells.iter().next().map_or("", |_| self.grid.cell(row, first).text()));
            // What stands in a column with personal data is not repeated.
            let is_read = self.columns.values().any(|own| *own == first);
            let text = if is_read { text } else { String::new() };
            return self.taken.left_out.push((Grid::address(row, first), text));
        }
        let mut own = TakenDossier::default();
        for (is, name) in DOSSIER_COLUMNS.into_iter().enumerate() {
            let at = self.columns.get(&is).copied();
            let cell = at.map_or(&Cell::Empty, |at| self.grid.shown(row, at));
            let address = at.map_or_else(String::new, |at| Grid::address(row, at));
            let read = match at {
                None if is == LEVEL => self.level(&own.cells[PROCEDURE]),
                _ => self.cell(is, cell),
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
        if text.is_empty() {
            return self.recipe.unit.map(|unit| plan.unit(unit).id.clone()).ok_or_else(|| missing(UNIT));
        }
        let unit = self.loaded.unit_called(text).ok_or_else(|| {
            Misread::from(Finding::UnknownUnit { name: text.to_owned(), near: self.loaded.nearest_name(text) })
        })?;
        Ok(plan.unit(unit).id.clone())
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
    Err(Misread::from(Finding::NotOneOf {
        key: DOSSIER_COLUMNS[is].to_owned(),
        near: nearest(&text, words.iter().copied()),
        value: text,
        allowed: words.iter().map(|word| Allowed { word, vi: "", en: "" }).collect(),
    }))
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
