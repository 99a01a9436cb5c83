//! A table on a sheet of its own.

use std::collections::BTreeSet;

use rust_xlsxwriter::{ColNum, IgnoreError, RowNum, Workbook, Worksheet, XlsxError};

use super::super::sheet_cells::{harmless, high};
use super::cells::SheetCell;
use super::columns::{Part, SheetColumn, columns};
use super::looks::{LINE, ROOM};
use super::measure::lines;
use super::page::{Frame, fit};
use super::widths;
use crate::view::{Cell, Table, Value};

/// A table with more columns than this keeps the first in sight.
const FEW: usize = 6;

/// Where the cells of a table stand.
pub(super) struct Placed {
    /// The name of the sheet.
    pub(super) sheet: String,
    /// The title of the table.
    pub(super) title: String,
    /// The row of the first one below the head.
    first: RowNum,
    columns: Vec<SheetColumn>,
}

impl Placed {
    /// Returns the row of the sheet of one of the table's.
    pub(super) fn row(&self, row: usize) -> RowNum {
        self.first + RowNum::try_from(row).unwrap_or(RowNum::MAX / 2)
    }

    /// Returns the column of the sheet that shows the values of one of the table's that has a title.
    pub(super) fn column(&self, at: usize) -> ColNum {
        let place = self.columns.iter().position(|own| own.at == at && own.part == Part::Value);
        place.and_then(|place| ColNum::try_from(place).ok()).unwrap_or_default()
    }
}

/// Writes a table. Where a chart's line goes, no value is an empty cell.
pub(super) fn table_sheet(
    book: &mut Workbook,
    frame: &Frame,
    name: String,
    table: &Table,
    on_lines: &BTreeSet<(usize, usize)>,
) -> Result<Placed, XlsxError> {
    let columns = columns(table, frame.lang);
    let rows = cells(table, &columns, frame, on_lines);
    let widths = widths::widths(&columns, &rows);
    let sheet = frame.add(book, &name)?;
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, u32::try_from(*width).unwrap_or(u32::MAX))?;
    }
    let title = if table.title.is_empty() { name.clone() } else { table.title.clone() };
    let (below, _) = frame.top(sheet, &title, &widths)?;
    let head = below + 1;
    heads(sheet, head, &columns, &widths, frame)?;
    for (row, cells) in (head + 1..).zip(&rows) {
        let lines = cells.iter().zip(&widths).map(|(cell, width)| widths::high(cell, *width)).max();
        high(sheet, row, lines.unwrap_or(1) * LINE + ROOM)?;
        for ((at, column), cell) in (0..).zip(&columns).zip(cells) {
            cell.write(sheet, row, at, &frame.looks.cell(cell, column.align))?;
        }
    }
    let placed = Placed { sheet: name, title, first: head + 1, columns };
    use_of(sheet, head, placed.row(rows.len()) - 1, widths.len())?;
    fit(sheet, &widths);
    Ok(placed)
}

/// Returns the cells of each row of the sheet.
fn cells(
    table: &Table,
    columns: &[SheetColumn],
    frame: &Frame,
    on_lines: &BTreeSet<(usize, usize)>,
) -> Vec<Vec<SheetCell>> {
    let is_nothing = |cell: &Cell| matches!(cell.value, Value::Null | Value::Rate { percent: None, .. });
    let cell = |row: usize, cells: &[Cell], column: &SheetColumn| match cells.get(column.at) {
        None => SheetCell::blank(),
        Some(cell) if column.part == Part::Value && is_nothing(cell) && on_lines.contains(&(row, column.at)) => {
            SheetCell::blank()
        }
        Some(cell) => SheetCell::of(cell, column.part, frame.lang),
    };
    let rows = table.rows.iter().enumerate();
    rows.map(|(row, cells)| columns.iter().map(|column| cell(row, cells, column)).collect()).collect()
}

fn heads(
    sheet: &mut Worksheet,
    row: RowNum,
    columns: &[SheetColumn],
    widths: &[usize],
    frame: &Frame,
) -> Result<(), XlsxError> {
    let mut highest = 1;
    for ((at, column), width) in (0..).zip(columns).zip(widths) {
        let head = harmless(&column.head);
        highest = highest.max(lines(&head, *width, true));
        sheet.write_string_with_format(row, at, head, &frame.looks.head)?;
    }
    // The button of a filter takes a line's room.
    high(sheet, row, (highest + 1) * LINE + ROOM)
}

/// Makes a table easy to use: its head stays in sight, on paper too, and its rows can be filtered.
fn use_of(sheet: &mut Worksheet, head: RowNum, last: RowNum, count: usize) -> Result<(), XlsxError> {
    let last_column = ColNum::try_from(count.saturating_sub(1)).unwrap_or(ColNum::MAX);
    let kept = ColNum::from(count > FEW);
    sheet.set_freeze_panes(head + 1, kept)?.set_repeat_rows(head, head)?;
    if last > head {
        sheet.autofilter(head, 0, last, last_column)?;
        // A text that looks like a number was meant to be one.
        sheet.ignore_error_range(head + 1, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}
