//! A new row put among the rows of a file.

use crate::syntax::csv::{Sheet, SheetRow};
use crate::syntax::patch::{Patch, patched};

/// Puts a row behind the last one that `is_before` says comes before it, else before all others. Line ends are as in the file.
pub(super) fn inserted(sheet: &Sheet, row: &str, is_before: impl Fn(&SheetRow) -> bool) -> String {
    let after = sheet.rows.iter().rev().find(|own| is_before(own));
    let end = after.map_or(sheet.header.end, |own| own.span.end);
    // Behind the line end, if there is one.
    let ending = line_end_at(&sheet.text[end..]);
    let line_end = sheet.line_end();
    let (at, text) = match ending {
        Some(ending) => (end + ending.len(), format!("{row}{line_end}")),
        None => (end, format!("{line_end}{row}{line_end}")),
    };
    // The place is the end of a line of this text.
    patched(&sheet.text, vec![Patch { span: at..at, text }]).unwrap_or_else(|| sheet.text.clone())
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
