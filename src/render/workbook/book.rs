//! The whole workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::super::no_workbook::NoWorkbook;
use super::super::sheet_cells::{FONT, harmless};
use super::cells::excel_day;
use super::chart_sheet::{COLUMN, ROW, chart_sheet};
use super::cover::cover;
use super::looks::Looks;
use super::names::Names;
use super::page::Frame;
use super::parts::Parts;
use super::plotted::{on_lines, plots};
use super::table_sheet::table_sheet;
use crate::text::{Word, word};
use crate::view::Document;

/// Writes a document as a workbook.
///
/// # Errors
/// Fails if a text is longer than a cell may hold, or there are more rows than a sheet may have.
pub fn workbook(document: &Document) -> Result<Vec<u8>, NoWorkbook> {
    let mut book = Workbook::new();
    // Widths of columns are counted in digits of this font, which every spreadsheet has or has the like of.
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(12), ROW, COLUMN)?;
    let parts = Parts::of(document);
    book.set_properties(&properties(&parts)?);
    let frame = Frame {
        lang: parts.lang,
        looks: Looks::new(parts.lang),
        notes: parts.notes.clone(),
        mark: parts.head.and_then(|head| head.mark.clone()).unwrap_or_default(),
    };
    let mut names = Names::new();
    cover(&mut book, &frame, &names.give(parts.kind, ""), &parts)?;
    for (table, plots) in parts.tables.iter().zip(plots(&parts)) {
        let placed = table_sheet(&mut book, &frame, names.give(&table.sheet, ""), table, &on_lines(&plots))?;
        if !plots.is_empty() {
            let end = format!(" – {}", word(Word::Chart, parts.lang));
            chart_sheet(&mut book, &frame, &names.give(&placed.sheet, &end), &placed, &plots)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Returns what is said of the file. Without a day the same document would be other bytes a second later.
fn properties(parts: &Parts) -> Result<DocProperties, XlsxError> {
    let head = parts.head;
    let day = match head.and_then(|head| excel_day(head.day)) {
        Some(day) => day,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    let subject = head.map_or("", |head| &head.subject);
    let title = harmless(&format!("{} {subject}", parts.kind)).replace('\n', " ");
    Ok(DocProperties::new().set_title(title.trim()).set_creation_datetime(&day))
}
