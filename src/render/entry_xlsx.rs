//! A form to be filled in as a workbook: what may be written to is unlocked, what is typed is checked, sums are live.

use std::fmt::Write as _;

use rust_xlsxwriter::{
    ColNum, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatText, ConditionalFormatTextRule,
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, ProtectionOptions, RowNum, Workbook, Worksheet, XlsxError,
};

use super::no_workbook::NoWorkbook;
use super::sheet_cells::{FONT, digits, exact, harmless, high};
use crate::view::{EntryCell, EntryCheck, EntryForm, EntryMeasure, EntryRow, EntryText};

/// The name of the sheet for programs.
const FACTS: &str = "plan";
/// Columns in characters of the default font; together they fill the width of a page.
const WIDTHS: [u8; 5] = [10, 47, 10, 15, 15];
const LAST: ColNum = 4;
/// Letters that surely stand on one line: in a column, across all, of a check, and of a text to be filled in.
const LETTERS: [usize; 5] = [18, 50, 9, 14, 14];
const ACROSS: usize = 90;
const ACROSS_CHECK: usize = 80;
const ACROSS_TEXT: usize = 42;
/// Points of a line of text, and of the room above and below.
const LINE: usize = 17;
const ROOM: usize = 7;

/// Writes a form.
///
/// # Errors
/// Fails if a text is longer than a cell may hold, or there are more rows than a sheet may have.
pub fn entry_xlsx(form: &EntryForm) -> Result<Vec<u8>, NoWorkbook> {
    let mut book = Workbook::new();
    // Without it the same form would be other bytes a second later.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet();
    sheet.set_name(form.sheet)?;
    // Else a check that says nothing would say 0 to a reader that does not calculate.
    sheet.set_formula_result_default("");
    page(sheet)?;
    let looks = Looks::new();
    for (row, own) in (0..).zip(&form.rows) {
        self::row(sheet, row, own, &looks)?;
    }
    let head = (0..).zip(&form.rows).find(|(_, own)| matches!(own, EntryRow::Head(_)));
    if let Some((row, _)) = head {
        let row: RowNum = row + 1;
        sheet.set_freeze_panes(row, 0)?.set_selection(row, LAST, row, LAST)?;
    }
    let facts = book.add_worksheet();
    facts.set_name(FACTS)?.set_very_hidden(true);
    for (row, (key, value)) in (0..).zip(&form.facts) {
        facts.write_string(row, 0, *key)?.write_string(row, 1, harmless(value))?;
    }
    Ok(book.save_to_buffer()?)
}

/// Sets what holds of the whole sheet.
fn page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.protect_with_options(&ProtectionOptions { format_columns: true, ..ProtectionOptions::default() });
    // A4, upright, one page, centred.
    sheet.set_paper_size(9).set_portrait().set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    Ok(())
}

/// How each kind of cell looks.
struct Looks {
    title: Format,
    line: Format,
    head: Format,
    id: Format,
    name: Format,
    counts: Format,
    before: Format,
    entry: Format,
    text: Format,
    check: Format,
    verdict: Format,
    mark: Format,
    good: Format,
    bad: Format,
}

impl Looks {
    fn new() -> Self {
        let plain =
            Format::new().set_font_name(FONT).set_font_size(13).set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let boxed = plain.clone().set_border(FormatBorder::Thin);
        let grey = |format: &Format| format.clone().set_font_color("7F7F7F");
        let small = grey(&plain).set_font_size(8);
        let entry = boxed.clone().set_unlocked().set_background_color("FFFBE6");
        Self {
            title: plain.clone().set_bold().set_font_size(14).set_align(FormatAlign::Center),
            line: plain.clone().set_align(FormatAlign::Center),
            head: boxed
                .clone()
                .set_bold()
                .set_font_size(12)
                .set_align(FormatAlign::Center)
                .set_background_color("EDEDED"),
            id: small.clone().set_border(FormatBorder::Thin),
            name: boxed.clone().set_indent(1),
            counts: boxed.clone().set_align(FormatAlign::Center),
            before: grey(&boxed).set_align(FormatAlign::Right).set_indent(1),
            entry: entry.clone().set_align(FormatAlign::Right).set_indent(1).set_bold(),
            // What is written there is text, whatever it looks like.
            text: entry.set_align(FormatAlign::Left).set_indent(1).set_num_format("@"),
            check: boxed.clone().set_italic().set_font_size(11).set_indent(1),
            verdict: boxed.set_align(FormatAlign::Center).set_font_size(11).set_bold(),
            mark: small.set_font_color("BFBFBF").set_font_size(7).set_num_format("@"),
            good: Format::new().set_font_color("006100").set_background_color("C6EFCE"),
            bad: Format::new().set_font_color("9C0006").set_background_color("FFC7CE"),
        }
    }
}

fn row(sheet: &mut Worksheet, row: RowNum, own: &EntryRow, looks: &Looks) -> Result<(), XlsxError> {
    match own {
        EntryRow::Title(text) => across(sheet, row, text, &looks.title),
        EntryRow::Line(text) => across(sheet, row, text, &looks.line),
        EntryRow::Head(heads) => {
            high(sheet, row, points(highest(&heads.each_ref().map(String::as_str))))?;
            texts(sheet, row, heads, &looks.head)
        }
        EntryRow::Measure(own) => measure(sheet, row, own, looks),
        EntryRow::Check(own) => check(sheet, row, own, looks),
        EntryRow::Text(own) => text(sheet, row, own, looks),
        EntryRow::Mark(cells) => {
            sheet.ignore_error_range(row, 0, row, LAST, IgnoreError::NumberStoredAsText)?;
            texts(sheet, row, cells, &looks.mark)
        }
    }
}

fn texts(sheet: &mut Worksheet, row: RowNum, texts: &[String; 5], look: &Format) -> Result<(), XlsxError> {
    for (column, text) in (0..).zip(texts) {
        sheet.write_string_with_format(row, column, harmless(text), look)?;
    }
    Ok(())
}

fn across(sheet: &mut Worksheet, row: RowNum, text: &str, look: &Format) -> Result<(), XlsxError> {
    let text = harmless(text);
    sheet.merge_range(row, 0, row, LAST, &text, look)?;
    high(sheet, row, points(lines(&text, ACROSS)))
}

/// Returns how many lines a text takes at most.
fn lines(text: &str, letters: usize) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
}

/// Returns how many lines the texts of a row take at most, one in each column.
fn highest(texts: &[&str; 5]) -> usize {
    texts.iter().zip(LETTERS).map(|(text, letters)| lines(text, letters)).max().unwrap_or(1)
}

/// Returns the points that so many lines need.
fn points(lines: usize) -> usize {
    lines.max(1) * LINE + ROOM
}

fn measure(sheet: &mut Worksheet, row: RowNum, own: &EntryMeasure, looks: &Looks) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, harmless(&own.id), &looks.id)?;
    sheet.write_string_with_format(row, 1, harmless(&own.name), &looks.name)?;
    sheet.write_string_with_format(row, 2, harmless(&own.counts), &looks.counts)?;
    high(sheet, row, points(highest(&[&own.id, &own.name, &own.counts, "", ""])))?;
    let digits = digits(own.decimals);
    figure(sheet, row, 3, own.before.map(|figure| figure.to_string()), &looks.before.clone().set_num_format(&digits))?;
    figure(sheet, row, LAST, own.now.map(|figure| figure.to_string()), &looks.entry.clone().set_num_format(&digits))?;
    sheet.add_data_validation(row, LAST, row, LAST, &validation(own)?)?;
    Ok(())
}

/// Writes a figure as a number. One with more digits than a spreadsheet keeps is a text, so that it stays what it is.
fn figure(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    figure: Option<String>,
    look: &Format,
) -> Result<(), XlsxError> {
    let Some(text) = figure else {
        sheet.write_blank(row, column, look)?;
        return Ok(());
    };
    match exact(&text) {
        Some(number) => sheet.write_number_with_format(row, column, number, look)?,
        None => sheet.write_string_with_format(row, column, text, look)?,
    };
    Ok(())
}

fn validation(own: &EntryMeasure) -> Result<DataValidation, XlsxError> {
    let validation = match (own.decimals, own.from_zero) {
        (0, true) => DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
        (0, false) => DataValidation::new().allow_whole_number(DataValidationRule::Between(i32::MIN, i32::MAX)),
        (_, true) => DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        (_, false) => DataValidation::new().allow_decimal_number(DataValidationRule::Between(-1e15, 1e15)),
    };
    validation
        .set_input_title(own.tip.title)?
        .set_input_message(&own.tip.message)?
        .set_error_title(own.tip.wrong_title)?
        .set_error_message(&own.tip.wrong)
        .map(|validation| validation.set_error_style(DataValidationErrorStyle::Stop))
}

fn check(sheet: &mut Worksheet, row: RowNum, own: &EntryCheck, looks: &Looks) -> Result<(), XlsxError> {
    sheet.write_blank(row, 0, &looks.check)?;
    sheet.merge_range(row, 1, row, 3, &harmless(&own.label), &looks.check)?;
    high(sheet, row, points(lines(&own.label, ACROSS_CHECK)))?;
    let formula = Formula::new(formula(own)).set_result(&own.shown);
    sheet.write_formula_with_format(row, LAST, formula, &looks.verdict)?;
    let good = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(own.fits.to_owned()))
        .set_format(&looks.good);
    let bad = ConditionalFormatText::new()
        .set_rule(ConditionalFormatTextRule::BeginsWith(own.off.trim_end().to_owned()))
        .set_format(&looks.bad);
    sheet.add_conditional_format(row, LAST, row, LAST, &good)?;
    sheet.add_conditional_format(row, LAST, row, LAST, &bad)?;
    Ok(())
}

/// Writes the formula of a check: nothing while a figure is missing, then whether the sum holds or by how much it is off.
fn formula(own: &EntryCheck) -> String {
    let parts = ranges(&own.parts);
    let count = own.parts.len() + 1;
    let total = ranges(&[own.total]);
    let off = format!("ROUND({total}-SUM({parts}),{})", own.decimals);
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (fits, prefix) = (quoted(own.fits), quoted(&own.off));
    format!("=IF(COUNT({total},{parts})<{count},\"\",IF({off}=0,{fits},{prefix}&{off}))")
}

/// Writes cells as a formula names them, those that stand one under another as a range: a function takes 255 arguments at most.
fn ranges(cells: &[EntryCell]) -> String {
    let mut runs: Vec<(EntryCell, usize)> = Vec::new();
    for &cell in cells {
        match runs.last_mut() {
            Some((first, last)) if first.is_before == cell.is_before && cell.row == *last + 1 => *last = cell.row,
            Some(_) | None => runs.push((cell, cell.row)),
        }
    }
    let mut text = String::new();
    for (at, (first, last)) in runs.iter().enumerate() {
        let column = if first.is_before { 'D' } else { 'E' };
        let comma = if at > 0 { "," } else { "" };
        // Writing to a text cannot fail.
        let _ = write!(text, "{comma}{column}{}", first.row + 1);
        if *last > first.row {
            let _ = write!(text, ":{column}{}", last + 1);
        }
    }
    text
}

fn text(sheet: &mut Worksheet, row: RowNum, own: &EntryText, looks: &Looks) -> Result<(), XlsxError> {
    let value = harmless(&own.value);
    sheet.write_string_with_format(row, 0, own.key, &looks.id)?;
    sheet.write_string_with_format(row, 1, own.label, &looks.name)?;
    sheet.merge_range(row, 2, row, LAST, &value, &looks.text)?;
    high(sheet, row, points(lines(&value, ACROSS_TEXT).max(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize) -> EntryCell {
        EntryCell { row, is_before: false }
    }

    #[test]
    fn a_check_says_nothing_while_a_figure_is_missing() {
        let check = EntryCheck {
            label: String::new(),
            total: cell(4),
            parts: vec![cell(5), cell(6), cell(9)],
            decimals: 2,
            fits: "khớp",
            off: "lệch ".to_owned(),
            shown: String::new(),
        };
        assert_eq!(
            formula(&check),
            "=IF(COUNT(E5,E6:E7,E10)<4,\"\",IF(ROUND(E5-SUM(E6:E7,E10),2)=0,\"khớp\",\"lệch \"&ROUND(E5-SUM(E6:E7,E10),2)))"
        );
    }

    #[test]
    fn cells_one_under_another_are_a_range_and_a_part_named_twice_counts_twice() {
        let before = EntryCell { row: 7, is_before: true };
        assert_eq!(ranges(&[cell(0), cell(1), cell(2), cell(2), cell(4), before]), "E1:E3,E3,E5,D8");
    }
}
