//! What workbooks of every kind do alike with their cells.

use rust_xlsxwriter::{RowNum, Worksheet, XlsxError};

use super::terminal::is_harmful;

/// The font of every cell.
pub(super) const FONT: &str = "Times New Roman";
/// Digits of a number that a spreadsheet keeps.
const DIGITS: usize = 15;
/// No row is higher than so many points.
const HIGHEST: usize = 409;

/// Reads a number as a spreadsheet holds it; none if it has more digits than one keeps, so that it must stay a text.
pub(super) fn exact(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.parse().ok().filter(|_| digits <= DIGITS)
}

/// Returns the format of numbers with so many decimals.
pub(super) fn digits(decimals: u8) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(usize::from(decimals))),
    }
}

/// Makes a row so many points high: not every spreadsheet does so by itself, and none for merged cells.
pub(super) fn high(sheet: &mut Worksheet, row: RowNum, points: usize) -> Result<(), XlsxError> {
    let points = u32::try_from(points.min(HIGHEST)).unwrap_or(u32::MAX);
    sheet.set_row_height(row, points)?;
    Ok(())
}

/// Leaves line feeds and tabs, and replaces what a terminal would obey: a text goes on from here to other programs.
pub(super) fn harmless(text: &str) -> String {
    let replaced = |c: char| if c != '\n' && c != '\t' && is_harmful(c) { '\u{fffd}' } else { c };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(replaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_codes_become_harmless_and_breaks_stay() {
        assert_eq!(harmless("a\r\nb\rc\td\u{1b}[31m\u{202e}"), "a\nb\nc\td\u{fffd}[31m\u{fffd}");
    }

    #[test]
    fn a_number_that_a_spreadsheet_would_round_is_none() {
        assert!(exact("123456789012345").is_some() && exact("-0.5").is_some());
        assert!(exact("1234567890123456").is_none() && exact("0.123456789012345").is_none() && exact("–").is_none());
    }
}
