//! Where the head of a table is, and where its rows begin.

use super::guess::{is_year, likely_period};
use super::head::is_numbers;
use super::place::printed_units;
use crate::load::plan::Loaded;
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Cell, Grid};

/// How far down a head is looked for.
const DEEPEST: usize = 60;

/// Finds the rows of the head: those above the first row with figures, or down to the row of column numbers.
pub(super) fn header(loaded: &Loaded, grid: &Grid) -> Option<(usize, usize)> {
    let filled = |row: usize| grid.rows[row].iter().filter(|cell| **cell != Cell::Empty).count();
    let near = 0..grid.rows.len().min(DEEPEST);
    let numbered = near.clone().find(|row| filled(*row) >= 3 && is_numbers(grid, *row));
    let last = numbered.or_else(|| last_head(loaded, grid, near.clone().find(|row| has_figures(grid, *row))?))?;
    let mut first = last;
    for row in (0..last).rev() {
        let above = row.checked_sub(1).map_or(0, filled);
        match filled(row) {
            0 => {}
            // A head of one cell alone, below wider ones.
            1 if above >= 3 => first = row,
            1 => break,
            _ if printed_units(grid, row + 1).iter().any(|(spot, _)| spot.0 == row) || has_figures(grid, row) => break,
            _ => first = row,
        }
    }
    Some((first, last))
}

/// Finds the last row of the head above the first row with figures. The title of a group of rows is no head: it stands beside columns
/// of figures, never above one. Nor is a row that the plan knows by its name, whatever stands where its figures should.
fn last_head(loaded: &Loaded, grid: &Grid, first: usize) -> Option<usize> {
    let cells = |row: usize| grid.rows[row].iter().enumerate();
    // Numbers before the name count rows.
    let name = grid.rows[first].iter().position(|cell| matches!(cell, Cell::Text(_)) && !is_number(cell));
    let is_figure = |at: usize| is_number(grid.cell(first, at)) && name.is_none_or(|name| at > name);
    let is_row = |row: usize| name.is_some_and(|name| is_known(loaded, grid.cell(row, name)));
    (0..first).rev().find(|row| !is_row(*row) && cells(*row).any(|(at, cell)| *cell != Cell::Empty && is_figure(at)))
}

/// Tells whether the plan calls something so: a unit, a measure, a period.
fn is_known(loaded: &Loaded, cell: &Cell) -> bool {
    let name = kept(cell.text());
    let folded = fold(&name);
    let mut measures = loaded.plan.forms.iter().flat_map(|form| &form.measures);
    !folded.is_empty()
        && (loaded.unit_called(&name).is_some()
            || measures.any(|own| fold(&own.name) == folded)
            || likely_period(cell, Some(loaded.plan.years.0)).is_some())
}

/// Tells whether a row has figures and a name: years alone are heads.
fn has_figures(grid: &Grid, row: usize) -> bool {
    let cells = &grid.rows[row];
    let numbers: Vec<&str> = cells.iter().filter(|cell| is_number(cell)).map(Cell::text).collect();
    let has_text = cells.iter().any(|cell| matches!(cell, Cell::Text(_)) && !is_number(cell));
    !numbers.is_empty() && has_text && !numbers.iter().all(|text| is_year(text))
}

/// Tells whether a cell holds a number, also one in text.
pub(super) fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Percent(_) => true,
        Cell::Text(text) => {
            let text = text.trim_start_matches('-').trim_end_matches('%').trim_end();
            text.starts_with(|own: char| own.is_ascii_digit())
                && text.chars().all(|own| own.is_ascii_digit() || own == '.' || own == ',')
        }
        Cell::Empty | Cell::Error(_) | Cell::Date(_) | Cell::Formula(_) | Cell::Other(_) => false,
    }
}
