//! Where a recipe's sheet and columns are in a file, and what it says above them that figures are in.

use std::collections::BTreeMap;

use super::figure::is_dash;
use super::says::Says;
use crate::load::filled::Refusal;
use crate::model::{Contents, Recipe, RecipeColumn};
use crate::syntax::names::{fold, kept, nearest};
use crate::syntax::table::{Cell, Grid, Legacy, Unreadable, legacy};
use crate::text::Misread;

/// Why nothing can be taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// For this reason.
    Misread(Misread),
    /// For this reason, which stands in a cell.
    At(String, Misread),
    /// The sheet cannot be read.
    Unread {
        /// Its name.
        sheet: String,
        /// Why.
        why: Unreadable,
    },
}

/// The columns of a sheet that are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns<'a> {
    /// What each holds.
    pub(super) read: BTreeMap<usize, &'a RecipeColumn>,
    /// Those with figures, in the order of the recipe.
    pub(super) figures: Vec<usize>,
    /// The one that says what a row is.
    pub(super) label: Option<usize>,
}

/// Finds the sheet: the one that is named, or the only one that is not hidden and has something in it.
pub(super) fn sheet<'a>(grids: &'a [Grid], name: Option<&str>) -> Result<&'a Grid, Untaken> {
    let known = |grids: Vec<&Grid>| grids.into_iter().map(|grid| grid.name.clone()).collect::<Vec<_>>();
    let found = if let Some(name) = name.filter(|_| !matches!(grids, [only] if only.name.is_empty())) {
        let folded = fold(name);
        grids.iter().find(|grid| fold(&grid.name) == folded).ok_or_else(|| {
            let near = nearest(name, grids.iter().map(|grid| grid.name.as_str()));
            let known = known(grids.iter().filter(|grid| !grid.is_hidden).collect());
            Untaken::Misread(Misread::NoSheet { name: name.to_owned(), known, near })
        })?
    } else {
        let is_used = |grid: &&Grid| !grid.is_hidden && (!is_empty(grid) || grid.unread.is_some());
        let seen: Vec<&Grid> = grids.iter().filter(is_used).collect();
        match seen[..] {
            [] => return Err(Untaken::Misread(Misread::NoCells)),
            [only] => only,
            _ => return Err(Untaken::Misread(Misread::SeveralSheets { known: known(seen) })),
        }
    };
    match &found.unread {
        Some(why) => Err(Untaken::Unread { sheet: found.name.clone(), why: why.clone() }),
        None if is_empty(found) => Err(Untaken::Misread(Misread::NoCells)),
        None => Ok(found),
    }
}

/// Tells whether a cell holds words and no figure, as where somebody signed.
pub(super) fn is_word(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if !text.bytes().any(|own| own.is_ascii_digit()) && !is_dash(text))
}

fn is_empty(grid: &Grid) -> bool {
    grid.rows.iter().flatten().all(|cell| *cell == Cell::Empty)
}

/// Finds the columns; one that is not where the recipe has it is refused.
pub(super) fn columns<'a>(recipe: &'a Recipe, heads: &[String], refused: &mut Vec<Refusal>) -> Columns<'a> {
    let mut columns = Columns::default();
    for declared in &recipe.columns {
        match place(recipe, heads, declared) {
            Ok(at) if columns.read.contains_key(&at) => {
                let row = recipe.header.map_or(0, |(first, _)| first);
                refused.push(Refusal { address: Grid::address(row, at), column: None, why: Misread::ColumnTwice });
            }
            Ok(at) => {
                columns.read.insert(at, declared);
                match declared.contents {
                    Contents::Label => columns.label = Some(at),
                    Contents::Figures | Contents::Measure(_) => columns.figures.push(at),
                    Contents::Unit | Contents::Period | Contents::Reported | Contents::Note => {}
                }
            }
            Err(refusal) => refused.push(refusal),
        }
    }
    columns
}

fn place(recipe: &Recipe, heads: &[String], own: &RecipeColumn) -> Result<usize, Refusal> {
    let row = recipe.header.map_or(0, |(first, _)| first);
    let Some(wanted) = &own.head else { return Ok(own.at.unwrap_or_default()) };
    found_by_head(heads, wanted, own.at, row)
}

/// Finds the column that has a head; where its place is said too, it must have it there. `row` is the first one of the head.
pub(super) fn found_by_head(heads: &[String], wanted: &str, at: Option<usize>, row: usize) -> Result<usize, Refusal> {
    let refusal = |column: Option<usize>, why| Refusal {
        address: Grid::address(row, column.unwrap_or_default()),
        column: None,
        why,
    };
    let folded = fold(wanted);
    let same: Vec<usize> = (0..heads.len()).filter(|at| fold(&heads[*at]) == folded).collect();
    match (at, &same[..]) {
        (Some(at), same) if same.contains(&at) => Ok(at),
        (Some(at), same) => {
            let is = heads.get(at).cloned().unwrap_or_default();
            let why = match old_letters(&is) {
                Some(why) => why,
                None => Misread::HeadDiffers {
                    wanted: wanted.to_owned(),
                    is,
                    elsewhere: same.first().map(|at| Grid::letters(*at)),
                },
            };
            Err(refusal(Some(at), why))
        }
        (None, [only]) => Ok(*only),
        (None, []) => {
            let near = nearest(wanted, heads.iter().map(String::as_str));
            Err(refusal(None, Misread::NoHead { wanted: wanted.to_owned(), near }))
        }
        (None, several) => {
            let columns = several.iter().map(|at| Grid::letters(*at)).collect();
            Err(refusal(Some(several[0]), Misread::HeadTwice { wanted: wanted.to_owned(), columns }))
        }
    }
}

/// Finds what a sheet says above its table that figures are in: `Đơn vị tính: Triệu đồng`.
pub(super) fn printed_units(grid: &Grid, before: usize) -> Vec<((usize, usize), String)> {
    let mut found = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate().take(before) {
        for (column, cell) in cells.iter().enumerate() {
            let text = kept(cell.text());
            let text = text.trim_matches(['(', ')']);
            let Some((before, after)) = text.split_once(':') else { continue };
            let before = fold(before);
            if ["đơn vị tính", "đơn vị", "đvt", "đv tính", "unit"].contains(&before.trim()) && !after.trim().is_empty()
            {
                found.push(((row, column), after.trim().to_owned()));
            }
        }
    }
    found
}

/// Checks what a sheet says that its figures are in.
pub(super) fn printed_unit(grid: &Grid, says: Says<'_>) -> Result<(), Refusal> {
    let Some(wanted) = &says.recipe.printed_unit else { return Ok(()) };
    let first = says.recipe.header.map_or(0, |(first, _)| first);
    let mut found = printed_units(grid, first + 1);
    // `Đơn vị: Văn phòng Sở` names who reports.
    found.retain(|(_, is)| says.loaded.unit_called(is).is_none());
    let other = found.iter().find(|(_, is)| fold(is) != fold(wanted));
    let (spot, is) = match (other, found.first()) {
        (Some((spot, is)), _) => (*spot, Some(is.clone())),
        (None, Some(_)) => return Ok(()),
        (None, None) => ((0, 0), None),
    };
    let why = Misread::PrintedUnit { wanted: wanted.clone(), is };
    Err(Refusal { address: Grid::address(spot.0, spot.1), column: None, why })
}

/// Refuses text in the letters of an old font.
pub(super) fn old_letters(text: &str) -> Option<Misread> {
    let is_vni = legacy(text)? == Legacy::Vni;
    Some(Misread::OldLetters { text: text.to_owned(), is_vni })
}
