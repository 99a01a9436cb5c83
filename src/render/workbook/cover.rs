//! The first sheet: whose document it is, what must be known of its figures, and the facts that stand by themselves.

use rust_xlsxwriter::{Format, FormatAlign, RowNum, Workbook, Worksheet, XlsxError};

use super::super::sheet_cells::{harmless, high};
use super::cells::{SheetCell, whole};
use super::columns::Part;
use super::looks::{LINE, ROOM, TITLE_LINE, toned};
use super::measure::lines;
use super::page::{Frame, fit};
use super::parts::Parts;
use super::widths;
use crate::view::{Align, Fact, Letterhead, Shown, Tone, Value};

/// Labels and values.
const WIDTHS: [usize; 2] = [34, 54];

/// Writes the cover.
pub(super) fn cover(book: &mut Workbook, frame: &Frame, name: &str, parts: &Parts) -> Result<(), XlsxError> {
    let sheet = frame.add(book, name)?;
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, u32::try_from(width).unwrap_or(u32::MAX))?;
    }
    let mut row = head(sheet, frame, parts)?;
    for note in &frame.notes {
        across(sheet, row, note, &frame.looks.note, LINE * lines(note, WIDTHS.iter().sum(), false))?;
        row += 1;
    }
    for facts in &parts.facts {
        row += 1;
        for own in facts {
            fact(sheet, row, own, frame)?;
            row += 1;
        }
    }
    fit(sheet, &WIDTHS);
    Ok(())
}

fn head(sheet: &mut Worksheet, frame: &Frame, parts: &Parts) -> Result<RowNum, XlsxError> {
    let looks = &frame.looks;
    let title = Shown::toned(parts.kind, Tone::Strong);
    let lines_above = parts.head.map_or_else(|| vec![title.clone()], Letterhead::lines);
    let mut row = 0;
    for shown in lines_above {
        let text = harmless(&shown.text);
        let count = lines(&text, WIDTHS.iter().sum::<usize>() * 12 / 14, true);
        if shown == title {
            across(sheet, row, &text, &looks.kind, TITLE_LINE * count)?;
        } else {
            across(sheet, row, &text, &toned(looks.line.clone(), shown.tone), LINE * count)?;
        }
        row += 1;
    }
    Ok(row + 1)
}

fn across(sheet: &mut Worksheet, row: RowNum, text: &str, look: &Format, points: usize) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, 1, text, look)?;
    high(sheet, row, points + ROOM)
}

fn fact(sheet: &mut Worksheet, row: RowNum, fact: &Fact, frame: &Frame) -> Result<(), XlsxError> {
    let cell = match (&fact.cell.value, whole(&fact.cell.shown)) {
        // A fraction has one cell here, and its text says more than its per cent.
        (Value::Rate { .. }, shown) if !shown.is_empty() => SheetCell::text(shown, fact.cell.shown.tone),
        _ => SheetCell::of(&fact.cell, Part::Value, frame.lang),
    };
    let label = harmless(&fact.label);
    let highest = lines(&label, WIDTHS[0], true).max(widths::high(&cell, WIDTHS[1]));
    sheet.write_string_with_format(row, 0, &label, &frame.looks.label)?;
    let look = frame.looks.cell(&cell, Align::Left).set_align(FormatAlign::Left);
    cell.write(sheet, row, 1, &look)?;
    high(sheet, row, highest * LINE + ROOM)
}
