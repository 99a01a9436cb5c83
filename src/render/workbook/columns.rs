//! Which columns a sheet has: one for each that a screen shows, and two more for the counts of a fraction.

use crate::text::{Lang, Word, word};
use crate::view::{Align, Cell, Column, Holds, Table, Value};

/// What a column of a sheet shows of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The value; of a fraction its per cent.
    Value,
    Numerator,
    Denominator,
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct SheetColumn {
    /// The column of the table.
    pub(super) at: usize,
    /// What is shown of it.
    pub(super) part: Part,
    /// The head.
    pub(super) head: String,
    /// Where its texts stand.
    pub(super) align: Align,
}

/// Returns the columns of a table's sheet.
pub(super) fn columns(table: &Table, lang: Lang) -> Vec<SheetColumn> {
    let shown = table.columns.iter().enumerate().filter(|(_, column)| column.is_shown());
    shown.flat_map(|(at, column)| parts(table, at, column, lang)).collect()
}

fn parts(table: &Table, at: usize, column: &Column, lang: Lang) -> Vec<SheetColumn> {
    let value = SheetColumn { at, part: Part::Value, head: column.title.clone(), align: column.align };
    let is_fraction = |row: &Vec<Cell>| row.get(at).is_some_and(|cell| matches!(cell.value, Value::Rate { .. }));
    let has_counts = match column.holds {
        Holds::Rate | Holds::Amount => table.rows.iter().any(is_fraction),
        Holds::One | Holds::Nothing => false,
    };
    if !has_counts {
        return vec![value];
    }
    let count = |part, name| SheetColumn {
        at,
        part,
        head: format!("{} – {}", column.title, word(name, lang)),
        align: Align::Right,
    };
    let counts = [count(Part::Numerator, Word::Numerator), count(Part::Denominator, Word::Denominator)];
    [value].into_iter().chain(counts).collect()
}
