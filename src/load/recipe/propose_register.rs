//! A recipe of a register proposed from a file that lists dossiers.

use std::collections::BTreeSet;

use super::head::{heads, is_numbers};
use super::place::{Untaken, old_letters, sheet};
use super::register_heads::{Said, channel, level, outcome, place, said};
use crate::load::dossiers::Known;
use crate::load::plan::Loaded;
use crate::model::{
    Channel, ColumnMeaning, DOSSIER_COLUMNS, DayOrder, LEVELS, Outcome, ProposedRegisterColumn, ProposedWord,
    RegisterProposal,
};
use crate::syntax::names::{fold, kept, nearest, unmarked};
use crate::syntax::table::{Cell, Grid};

/// How far down a head is looked for.
const DEEPEST: usize = 60;

/// How many rows a head takes at most.
const HIGHEST: usize = 4;

/// How many words of one column are listed.
const WORDS: usize = 40;

/// What the row of those who sign begins with, without Vietnamese marks.
const SIGNED: [&str; 6] = ["nguoi lap", "nguoi ghi", "thu truong", "truong phong", "giam doc", "noi nhan"];

/// Proposes a recipe of a register for a file; none if the file does not list dossiers.
///
/// # Errors
/// Returns why no sheet of the file can be read.
pub fn propose_register(
    loaded: &Loaded,
    known: &Known,
    grids: &[Grid],
    sheet_given: Option<&str>,
) -> Result<Option<RegisterProposal>, Untaken> {
    let grid = sheet(grids, sheet_given)?;
    let Some(header) = header(grid) else { return Ok(None) };
    let is_named = sheet_given.is_some() || grids.iter().filter(|own| !own.is_hidden).count() > 1;
    let heads = heads(grid, header);
    if let Some((at, why)) = heads.iter().enumerate().find_map(|(at, head)| Some((at, old_letters(head)?))) {
        return Err(Untaken::At(Grid::address(header.0, at), why));
    }
    let columns = columns(grid, header.1, &heads, known);
    let listing = Listing { loaded, known, grid, header, columns: &columns };
    let is_read = |wanted: &str| place(wanted).is_some_and(|is| listing.column(is).is_some());
    let needed = ["id", "procedure", "unit", "level", "channel", "received"];
    let missing = needed.into_iter().filter(|own| !is_read(own)).filter_map(place).collect();
    Ok(Some(RegisterProposal {
        sheet: is_named.then(|| grid.name.clone()).filter(|name| !name.is_empty()),
        header,
        dates: listing.dates(),
        until: listing.signed().map(|(_, text)| text),
        dossiers: listing.rows().len(),
        missing,
        words: listing.words(),
        columns: columns.iter().enumerate().filter_map(|(at, own)| proposed(at, &heads[at], *own)).collect(),
    }))
}

fn proposed(at: usize, head: &str, meaning: ColumnMeaning) -> Option<ProposedRegisterColumn> {
    let is_blank = head.is_empty();
    (!is_blank).then(|| ProposedRegisterColumn { letters: Grid::letters(at), head: head.to_owned(), meaning })
}

/// Finds the rows of the head: those that name most columns of a register; none if they name no dossier and no day of receipt.
pub(super) fn header(grid: &Grid) -> Option<(usize, usize)> {
    let named = |rows: (usize, usize)| {
        let mut named = BTreeSet::new();
        for head in heads(grid, rows) {
            match said(&head) {
                Said::Certain(is) | Said::Likely(is) => drop(named.insert(is)),
                Said::Personal | Said::Nothing => {}
            }
        }
        named
    };
    let mut best: Option<((usize, usize), BTreeSet<usize>)> = None;
    for first in 0..grid.rows.len().min(DEEPEST) {
        for last in first..grid.rows.len().min(first + HIGHEST) {
            let own = named((first, last));
            // Of heads that name as much the lowest is taken: what stands above it is a title.
            let rank = |rows: (usize, usize), named: &BTreeSet<usize>| (named.len(), HIGHEST - (rows.1 - rows.0));
            let least = best.as_ref().map_or((1, 0), |(rows, named)| rank(*rows, named));
            if rank((first, last), &own) >= least {
                best = Some(((first, last), own));
            }
        }
    }
    let ((first, last), named) = best?;
    let has = |column: &str| place(column).is_some_and(|is| named.contains(&is));
    let is_register = has("id") && has("received") && named.len() >= 4;
    let last = if grid.rows.get(last + 1).is_some() && is_numbers(grid, last + 1) { last + 1 } else { last };
    is_register.then_some((first, last))
}

/// Says what each column is; of two for one the certain one is read, of two codes or names of procedures the one that is known.
fn columns(grid: &Grid, last: usize, heads: &[String], known: &Known) -> Vec<ColumnMeaning> {
    let all: Vec<Said> = heads.iter().map(|head| if head.is_empty() { Said::Nothing } else { said(head) }).collect();
    let is_known = |at: usize| {
        let cells = (last + 1..grid.rows.len()).map(|row| kept(grid.shown(row, at).text()));
        cells.filter(|text| known.procedure(text).is_some()).count()
    };
    let mut meanings: Vec<ColumnMeaning> = Vec::new();
    for (at, own) in all.iter().enumerate() {
        let (is, is_certain) = match *own {
            Said::Certain(is) => (is, true),
            Said::Likely(is) => (is, false),
            Said::Personal => {
                meanings.push(ColumnMeaning::Personal);
                continue;
            }
            Said::Nothing => {
                meanings.push(ColumnMeaning::Other);
                continue;
            }
        };
        let rank = |other: usize| {
            let certain = usize::from(all[other] == Said::Certain(is));
            let code = if DOSSIER_COLUMNS[is] == "procedure" { is_known(other) } else { 0 };
            (code, certain, std::cmp::Reverse(other))
        };
        let of_same = |other: &usize| matches!(all[*other], Said::Certain(same) | Said::Likely(same) if same == is);
        let best = (0..all.len()).filter(of_same).max_by_key(|other| rank(*other));
        meanings.push(match (best == Some(at), is_certain) {
            (false, _) => ColumnMeaning::Also(is),
            (true, true) => ColumnMeaning::Is(is),
            (true, false) => ColumnMeaning::Like(is),
        });
    }
    meanings
}

/// A sheet whose columns are known.
struct Listing<'a> {
    loaded: &'a Loaded,
    known: &'a Known,
    grid: &'a Grid,
    header: (usize, usize),
    columns: &'a [ColumnMeaning],
}

impl Listing<'_> {
    /// Finds the column that is read for one of the register.
    fn column(&self, is: usize) -> Option<usize> {
        let wanted = [ColumnMeaning::Is(is), ColumnMeaning::Like(is)];
        self.columns.iter().position(|own| wanted.contains(own))
    }

    fn cell(&self, row: usize, column: &str) -> &Cell {
        let at = place(column).and_then(|is| self.column(is));
        at.map_or(&Cell::Empty, |at| self.grid.shown(row, at))
    }

    /// Returns the rows that are dossiers: each has a day of receipt.
    fn rows(&self) -> Vec<usize> {
        let is_day = |row: &usize| self.cell(*row, "received").text().bytes().any(|own| own.is_ascii_digit());
        let is_dossier = |row: &usize| *self.cell(*row, "id") != Cell::Empty && is_day(row);
        let end = self.signed().map_or(self.grid.rows.len(), |(row, _)| row);
        (self.header.1 + 1..end).filter(is_dossier).collect()
    }

    /// Finds days that are text and can only begin with the month.
    fn dates(&self) -> DayOrder {
        let second = |text: &str| text.split(['/', '-', '.', ' ']).nth(1).and_then(|own| own.parse::<u32>().ok());
        let columns = ["received", "due", "resolved"];
        let cells = self.rows().into_iter().flat_map(|row| columns.map(|column| self.cell(row, column)));
        let texts = cells.filter(|cell| matches!(cell, Cell::Text(_)) && cell.text().contains('/'));
        let is_month_first = texts.filter_map(|cell| second(cell.text())).any(|second| second > 12);
        if is_month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst }
    }

    /// Finds the row of those who sign, and the words that it begins with; a name that follows them is not repeated.
    fn signed(&self) -> Option<(usize, String)> {
        let begins = |row: usize, at: usize| {
            let is_personal = self.columns.get(at) == Some(&ColumnMeaning::Personal);
            let text = kept(self.grid.cell(row, at).text());
            let plain = unmarked(&fold(&text));
            let own = SIGNED.iter().find(|own| !is_personal && plain.starts_with(*own))?;
            Some(text.split(' ').take(own.split(' ').count()).collect::<Vec<_>>().join(" "))
        };
        let rows = (self.header.1 + 1..self.grid.rows.len()).filter(|row| *self.cell(*row, "procedure") == Cell::Empty);
        rows.into_iter().find_map(|row| {
            let text = (0..self.grid.rows[row].len()).find_map(|at| begins(row, at))?;
            Some((row, text))
        })
    }

    /// Lists the words that the register has otherwise.
    fn words(&self) -> Vec<ProposedWord> {
        let mut words = Vec::new();
        for column in ["procedure", "unit", "level", "channel", "outcome"] {
            let Some(is) = place(column) else { continue };
            let mut seen = BTreeSet::new();
            for row in self.rows() {
                let text = kept(self.cell(row, column).text());
                if text.is_empty() || seen.len() >= WORDS || !seen.insert(fold(&text)) {
                    continue;
                }
                words.extend(self.word(is, &text));
            }
        }
        words
    }

    /// Says what a word means; none if the register has the same.
    fn word(&self, is: usize, says: &str) -> Option<ProposedWord> {
        let word = |means: Option<String>, name: Option<String>, is_likely| {
            Some(ProposedWord { is, says: says.to_owned(), means, name, is_likely })
        };
        match DOSSIER_COLUMNS[is] {
            "unit" if self.loaded.unit_called(says).is_some() => None,
            "unit" => {
                let near = self.loaded.nearest_name(says).and_then(|near| self.loaded.unit_called(&near));
                let near = near.map(|unit| self.loaded.plan.unit(unit));
                word(near.map(|own| own.id.clone()), near.map(|own| own.name.clone()), true)
            }
            "procedure" if self.known.list.is_empty() || self.known.called(says).is_some() => None,
            "procedure" => {
                let names = self.known.list.iter().flat_map(|own| [own.code.as_str(), own.name.as_str()]);
                let near = nearest(says, names).and_then(|near| self.known.called(&near));
                word(near.map(|own| own.code.clone()), near.map(|own| own.name.clone()), true)
            }
            "level" if LEVELS.iter().any(|level| level.to_string() == says) => None,
            "level" => word(level(says), None, false),
            "channel" if Channel::from_word(says).is_some() => None,
            "channel" => word(channel(says).map(|own| own.word().to_owned()), None, false),
            _ if Outcome::ALL.iter().any(|own| own.word() == says) => None,
            _ => word(outcome(says).map(|own| own.word().to_owned()), None, true),
        }
    }
}
