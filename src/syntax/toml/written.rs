//! Texts as TOML writes them.

use std::fmt::Write as _;

/// Writes a text as a value on one line.
pub fn toml_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for c in text.chars() {
        match c {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if c.is_control() => {
                // Writing to a text cannot fail.
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// Writes a text as a comment of one line, without the mark before it. No control code may stand there: what ends a line or sets
/// apart is a space, any other is written out, so that it is seen and does nothing.
pub fn toml_comment(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => written.push(' '),
            c if c.is_control() => {
                // Writing to a text cannot fail.
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceId;
    use crate::syntax::parse;

    #[test]
    fn texts_come_back_as_they_were() {
        for text in ["", "Sở", "a\"b\\c", "x\ty\nz\r", "\u{0}\u{1b}[31m\u{7f}\u{85}", "'''", "# no comment"] {
            let (root, found) = parse(SourceId(0), &format!("t = {} # {}\n", toml_text(text), toml_comment(text)));
            assert_eq!(found, [], "{text:?}");
            assert_eq!(root.text("t").unwrap().value, text);
        }
    }

    #[test]
    fn control_codes_in_a_comment_are_seen() {
        assert_eq!(toml_comment("a\rb\u{0}\tc\u{85}"), "a b\\u0000 c\\u0085");
    }
}
