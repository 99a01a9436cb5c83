//! How wide letters are in Times New Roman, which documents and workbooks are set in, so that no word of theirs is cut. After the
//! font's published widths; letters that have none here are taken for wide ones of their kind.

use unicode_normalization::char::decompose_canonical;
use unicode_width::UnicodeWidthChar;

/// Returns the width of a text on one line, in thousandths of its size.
pub(super) fn thousandths(text: &str, bold: bool) -> u64 {
    text.chars().map(|c| u64::from(letter(c, bold))).sum()
}

/// Returns the width of a letter; a letter is as wide as without its marks.
fn letter(c: char, bold: bool) -> u16 {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    let base = base.unwrap_or(c);
    match regular(base) {
        width if bold => width + heavier(base),
        width => width,
    }
}

fn regular(c: char) -> u16 {
    match c {
        ' ' | '\u{a0}' => 250,
        'i' | 'j' | 'l' | 't' | '.' | ',' | ':' | ';' | '/' | '\'' | '|' => 278,
        'f' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '!' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' => 444,
        'F' | 'P' | 'S' => 556,
        'E' | 'L' | 'T' | 'Z' => 611,
        'B' | 'C' | 'R' => 667,
        'm' | 'w' => 778,
        'M' => 889,
        'W' | '%' | '@' => 944,
        '\t' => 2000,
        c if c.is_uppercase() => 722,
        c if c.is_ascii() => 500,
        c => match c.width() {
            Some(0) => 0,
            Some(2) => 1300,
            Some(_) | None if c.is_alphabetic() => 500,
            Some(_) | None => 1000,
        },
    }
}

/// Returns by how much a bold letter is wider.
fn heavier(c: char) -> u16 {
    match c {
        'r' => 111,
        'b' | 'd' | 'f' | 'h' | 'k' | 'n' | 'p' | 'q' | 'u' | 't' | 'ư' | 'đ' | 'm' | 'I' | 'E' | 'F' | 'G' | 'H'
        | 'K' | 'L' | 'M' | 'O' | 'P' | 'Q' | 'R' | 'T' | 'W' | 'Z' | 'Ơ' | 'J' => 56,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_over_letters_take_no_room() {
        assert_eq!(thousandths("Hồ sơ", false), thousandths("Ho so", false));
        assert_eq!(thousandths("e\u{302}\u{301}", false), thousandths("e", false));
    }

    #[test]
    fn bold_letters_are_never_narrower() {
        let all: String = ('\u{20}'..'\u{1f00}').collect();
        assert!(all.chars().all(|c| letter(c, true) >= letter(c, false)));
        assert!(thousandths("Trước", true) > thousandths("Trước", false));
    }
}
