//! A new row put among the rows of a file.

use crate::syntax::csv::{Sheet, SheetRow};
use crate::syntax::patch::{Patch, patched};

/// Puts a row behind the last one that `is_before` says comes before it, else before all others. Line ends are as in the file.
pub(super) fn inserted(sheet: &Sheet, row: &str, is_before: impl Fn(&SheetRow) -> bool) -> String {
    let at = place(sheet, sheet.rows.iter().rposition(is_before));
    // The place is the end of a line of this text.
    patched(&sheet.text, vec![put(sheet, at, row)]).unwrap_or_else(|| sheet.text.clone())
}

/// Returns the byte behind a row, or behind the header, where another one may be put.
pub(super) fn place(sheet: &Sheet, row: Option<usize>) -> usize {
    let end = row.map_or(sheet.header.end, |row| sheet.rows[row].span.end);
    // Behind the line end, if there is one.
    end + line_end_at(&sheet.text[end..]).map_or(0, str::len)
}

/// Puts rows, parted by line ends, at such a place.
pub(super) fn put(sheet: &Sheet, at: usize, rows: &str) -> Patch {
    let line_end = sheet.line_end();
    let is_ended = sheet.text[..at].ends_with(['\n', '\r']);
    let text = if is_ended { format!("{rows}{line_end}") } else { format!("{line_end}{rows}{line_end}") };
    Patch { span: at..at, text }
}

/// Returns the line end that a text begins with.
pub(super) fn line_end_at(text: &str) -> Option<&'static str> {
    ["\r\n", "\n", "\r"].into_iter().find(|ending| text.starts_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceId;

    fn with(text: &str, row: &str) -> String {
        let sheet = Sheet::read(text, SourceId(0), &mut Vec::new()).unwrap();
        inserted(&sheet, row, |own| own.cells[0].as_str() <= row.split(',').next().unwrap())
    }

    #[test]
    fn rows_come_in_order_and_lines_end_as_they_did() {
        assert_eq!(with("k,v\n1,a\n3,c\n", "2,b"), "k,v\n1,a\n2,b\n3,c\n");
        assert_eq!(with("k,v\r\n1,a\r\n", "2,b"), "k,v\r\n1,a\r\n2,b\r\n");
        assert_eq!(with("k,v\n1,a", "2,b"), "k,v\n1,a\n2,b\n");
        assert_eq!(with("k,v\n3,c\n", "2,b"), "k,v\n2,b\n3,c\n");
        assert_eq!(with("k,v", "2,b"), "k,v\n2,b\n");
        assert_eq!(with("\u{feff}k,v\n\n1,a\n\n", "2,b"), "\u{feff}k,v\n\n1,a\n2,b\n\n");
        assert_eq!(with("k,v\n3,c\n1,a\n", "2,b"), "k,v\n3,c\n1,a\n2,b\n");
    }
}
