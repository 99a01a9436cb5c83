//! How a sheet lies on paper, and what stands at the foot of each page.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::super::sheet_cells::{harmless, high};
use super::looks::{LINE, Looks, ROOM, TITLE_LINE};
use super::measure::lines;
use super::names::cut;
use crate::text::Lang;

/// The most UTF-16 units of a page's foot.
const FOOT: usize = 255;
/// The font of the foot, and the page among all pages.
const FONT: &str = "&\"Times New Roman,Regular\"";
const PAGES: &str = "&P/&N";
/// Wider than so many characters, a sheet lies on its side.
const UPRIGHT: usize = 90;
/// No sheet's title and notes are pressed into less.
const ACROSS: usize = 70;
/// A column that nothing sets.
const FREE: usize = 8;

/// What every sheet of a document has.
pub(super) struct Frame {
    pub(super) lang: Lang,
    pub(super) looks: Looks,
    /// What must be known of all figures.
    pub(super) notes: Vec<String>,
    /// What the foot of each page says of them; may be empty.
    pub(super) mark: String,
}

impl Frame {
    /// Adds a sheet with a name, its page of A4 and its foot.
    pub(super) fn add<'a>(&self, book: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?.set_paper_size(9).set_margins(0.6, 0.6, 0.6, 0.8, 0.3, 0.4);
        sheet.set_footer(foot(name, &self.mark));
        Ok(sheet)
    }

    /// Writes a title and the notes, each across all columns, and returns the row below them and their height in points.
    pub(super) fn top(&self, sheet: &mut Worksheet, title: &str, widths: &[usize]) -> Result<(u32, usize), XlsxError> {
        let (last, across) = across(widths);
        let title = harmless(title);
        let mut points = TITLE_LINE * lines(&title, across * 12 / 14, true) + ROOM;
        high(sheet, 0, points)?;
        sheet.merge_range(0, 0, 0, last, &title, &self.looks.title)?;
        let mut row = 1;
        for note in &self.notes {
            let own = LINE * lines(note, across, false) + ROOM;
            high(sheet, row, own)?;
            sheet.merge_range(row, 0, row, last, note, &self.looks.note)?;
            points += own;
            row += 1;
        }
        Ok((row, points))
    }
}

/// Returns the last column that a title stands across, and their width: those of the table, and as many free ones as it takes.
fn across(widths: &[usize]) -> (u16, usize) {
    let mut across: usize = widths.iter().sum();
    let mut count = widths.len();
    while across < ACROSS || count < 2 {
        across += FREE;
        count += 1;
    }
    (u16::try_from(count - 1).unwrap_or(u16::MAX), across)
}

/// Fits a sheet to the width of a page, on its side if it is wide.
pub(super) fn fit(sheet: &mut Worksheet, widths: &[usize]) {
    sheet.set_print_fit_to_pages(1, 0);
    if widths.iter().sum::<usize>() > UPRIGHT {
        sheet.set_landscape();
    } else {
        sheet.set_portrait();
    }
}

/// Returns the foot of each page: the sheet's name, what must be known of the figures, the page.
fn foot(name: &str, mark: &str) -> String {
    let name = format!("&L{FONT}{}", escaped(name, FOOT));
    let pages = format!("&R{FONT}{PAGES}");
    let centre = format!("&C{FONT}");
    let taken: usize = [&name, &pages, &centre].iter().map(|part| part.encode_utf16().count()).sum();
    match escaped(mark, FOOT.saturating_sub(taken)) {
        mark if mark.is_empty() => format!("{name}{pages}"),
        mark => format!("{name}{centre}{mark}{pages}"),
    }
}

/// Writes a text so that none of it is a command, as far as it fits into so many UTF-16 units.
fn escaped(text: &str, units: usize) -> String {
    let text = harmless(text).replace(['\n', '\t'], " ").replace('&', "&&");
    let mut cut = cut(&text, units);
    // Half of a doubled sign would be the beginning of a command.
    if cut.bytes().rev().take_while(|byte| *byte == b'&').count() % 2 == 1 {
        cut = &cut[..cut.len() - 1];
    }
    cut.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_holds_no_command_of_a_text_and_is_cut_at_a_letter() {
        assert_eq!(foot("A & B", ""), r#"&L&"Times New Roman,Regular"A && B&R&"Times New Roman,Regular"&P/&N"#);
        let long = foot("Tên", &"số liệu minh họa & ".repeat(30));
        assert!((250..=FOOT).contains(&long.encode_utf16().count()), "{long}");
        assert!(long.ends_with(r#"&R&"Times New Roman,Regular"&P/&N"#), "{long}");
        for cut in 0..10 {
            assert_eq!(escaped("a&b&&c", cut).matches('&').count() % 2, 0);
        }
    }

    #[test]
    fn a_title_stands_across_the_table_or_what_it_takes() {
        assert_eq!(across(&[50, 30]), (1, 80));
        assert_eq!(across(&[6, 6]), (9, 76));
        assert_eq!(across(&[90]), (1, 98));
    }
}
