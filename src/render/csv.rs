//! A table of a document as comma-separated values: RFC 4180, lines ended by LF, UTF-8, keys as heads.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use unicode_normalization::UnicodeNormalization;

use super::terminal::is_harmful;
use crate::view::{Document, Value};

/// Writes the main table of a document. Numbers, days and flags are written as data; a text that a spreadsheet would run as a
/// formula has an apostrophe before it.
pub fn csv(document: &Document) -> String {
    let flat = document.sheet();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let mut record = |cells: Vec<String>| {
        // A table without a column has no lines; writing to memory cannot fail.
        if !cells.is_empty() {
            let _ = writer.write_record(cells);
        }
    };
    record(flat.heads.iter().map(|head| disarmed(head)).collect());
    for row in &flat.rows {
        record(row.iter().map(cell).collect());
    }
    let bytes = writer.into_inner().unwrap_or_default();
    // What was written is text.
    String::from_utf8(bytes).unwrap_or_default()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(_) | Value::List(_) => disarmed(&value.plain()),
        Value::Null
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Number(_)
        | Value::Percent(_)
        | Value::Date(_)
        | Value::Rate { .. } => value.plain(),
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run, and makes what is no text harmless.
///
/// One that begins with an apostrophe and would be run without it gets another, so that taking one away gives every text back.
/// The characters are those of OWASP's "CSV Injection", with the full-width forms that a spreadsheet takes for them.
pub(super) fn disarmed(text: &str) -> String {
    let quote = if is_armed(text) { "'" } else { "" };
    format!("{quote}{}", harmless(text))
}

fn is_armed(text: &str) -> bool {
    let begins = text.trim_start_matches(|c: char| c == '\'' || c == ' ' || is_blank(c));
    // A spreadsheet may take a character of another width or height for the plain one, as Unicode's NFKC does.
    let first = begins.chars().next().and_then(|first| first.nfkc().next());
    first.is_some_and(|first| matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r'))
}

/// Tells whether nobody sees a character, and a spreadsheet may skip it; tab and carriage return count by themselves.
fn is_blank(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{2800}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    unseen || (c != '\t' && c != '\r' && (c.is_whitespace() || c.is_control()))
}

/// Leaves line feeds, makes spaces of tabs and one line feed of a carriage return, and replaces what a terminal would obey.
fn harmless(text: &str) -> String {
    let replaced = |c: char| match c {
        '\n' | '\r' => '\n',
        '\t' => ' ',
        c if is_harmful(c) => '\u{fffd}',
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(replaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for armed in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            "  =1",
            "\u{a0}=1",
            "\u{3000}＝1",
            "＋1",
            "－1",
            "＠x",
            "\u{fe66}1",
            "\u{fe62}1",
            "\u{fe6b}x",
            "\u{207a}1",
            "\u{fe0f}=1",
            "\u{34f}=1",
            "\u{2800}=1",
            "\n=1",
            "\u{feff}=1",
            "\u{200b}-1",
            "'=1",
            "''+1",
            "' =1",
            "- Tăng tỷ lệ",
        ] {
            assert!(disarmed(armed).starts_with('\''), "{armed:?}");
        }
        for text in ["", "1=1", "a-b", "'tên'", "7.1", "at-least 80", "–", "…", "(=1)", "Bộ phận Một cửa"]
        {
            assert_eq!(disarmed(text), text);
        }
    }

    #[test]
    fn one_apostrophe_away_gives_the_text_back() {
        for text in ["=1", "'=1", "''=1", " - a", "'a", "a"] {
            let written = disarmed(text);
            let read = written.strip_prefix('\'').filter(|rest| is_armed(rest)).unwrap_or(&written);
            assert_eq!(read, text);
        }
    }

    #[test]
    fn nothing_but_text_and_line_feeds_gets_out() {
        assert_eq!(disarmed("a\u{1b}[31mb\r\nc\td\u{202e}"), "a\u{fffd}[31mb\nc d\u{fffd}");
    }
}
