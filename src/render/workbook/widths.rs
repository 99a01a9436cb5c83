//! How wide the columns of a sheet are: what must stand on one line does, the rest shares the page.

use super::cells::SheetCell;
use super::columns::SheetColumn;
use super::measure::{lines, wide, word};
use crate::view::Tone;

/// The narrowest column, and the widest that a text by itself may ask for.
const LEAST: usize = 6;
const MOST: usize = 50;
/// How wide all columns together should be at most, so that a printed page can be read, and the narrowest that a text is
/// pressed into for that.
const PAGE: usize = 160;
const PRESSED: usize = 20;
/// The widest word that a column makes room for.
const WORD: usize = 24;
/// A row is not higher than so many lines; a longer text gets a wider column, up to a limit of its own.
const TALLEST: usize = 24;
const UTMOST: usize = 200;
/// Room for the button of a filter, and to spare beside a number.
const BUTTON: usize = 3;
const SPARE: usize = 1;

/// Returns the width of each column.
pub(super) fn widths(columns: &[SheetColumn], rows: &[Vec<SheetCell>]) -> Vec<usize> {
    let wants: Vec<Want> = columns.iter().enumerate().map(|(at, column)| Want::of(column, rows, at)).collect();
    let at = |most: usize| wants.iter().map(|want| want.width(most)).collect::<Vec<_>>();
    let caps = (PRESSED..=MOST).rev().step_by(2).map(at);
    let fitting = caps.into_iter().find(|widths| widths.iter().sum::<usize>() <= PAGE);
    let mut widths = fitting.unwrap_or_else(|| at(PRESSED));
    for (at, width) in widths.iter_mut().enumerate() {
        let cells = || rows.iter().filter_map(|row| row.get(at));
        let highest = |width: usize| cells().map(|cell| high(cell, width)).max();
        while *width < UTMOST && highest(*width).is_some_and(|lines| lines > TALLEST) {
            *width += 10;
        }
    }
    widths
}

/// Returns how many lines a cell takes at most in a column of a width.
pub(super) fn high(cell: &SheetCell, width: usize) -> usize {
    lines(&cell.seen, width, cell.tone == Tone::Strong)
}

/// What a column asks for.
struct Want {
    /// What must stand on one line.
    least: usize,
    /// What its texts would take.
    most: usize,
}

impl Want {
    fn of(column: &SheetColumn, rows: &[Vec<SheetCell>], at: usize) -> Self {
        // A head over numbers takes three lines or so.
        let head = (word(&column.head, true) + BUTTON).max(wide(&column.head, true).div_ceil(3)).min(WORD);
        let (mut least, mut most) = (head.max(LEAST), 0);
        for cell in rows.iter().filter_map(|row| row.get(at)) {
            let bold = cell.tone == Tone::Strong;
            let whole = wide(&cell.seen, bold) + if cell.is_whole() { SPARE } else { 0 };
            // A number that is wider than its column is shown as crosses.
            least = least.max(if cell.is_whole() { whole } else { word(&cell.seen, bold).min(WORD) });
            most = most.max(whole);
        }
        Self { least, most }
    }

    fn width(&self, most: usize) -> usize {
        self.most.min(most).max(self.least)
    }
}
