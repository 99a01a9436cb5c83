//! What may stand in text for a terminal.

/// Leaves out codes of colour (`ESC [ ... m`), and fails on any other code.
pub fn without_colour(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('m').expect("a code of colour ends with m");
        let is_colour = code.strip_prefix('[').is_some_and(|code| code.chars().all(|c| c.is_ascii_digit() || c == ';'));
        assert!(is_colour, "a code that is no colour: {code:?}");
        plain.push_str(rest);
    }
    plain
}

/// Whether a terminal would obey a character or be misled by it.
pub fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    (c.is_control() && c != '\n') || turns
}

pub fn assert_plain(text: &str, what: &str) {
    let found = text.chars().find(|c| is_harmful(*c));
    assert_eq!(found, None, "{what}:\n{text:?}");
}
