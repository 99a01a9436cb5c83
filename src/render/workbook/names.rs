//! Names of sheets: such as a spreadsheet takes, and each once.

/// The most UTF-16 units of a name.
const LONGEST: usize = 31;
/// What a name must not hold.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// A name that Excel keeps for itself.
const RESERVED: &str = "history";

/// The names given so far.
pub(super) struct Names {
    taken: Vec<String>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { taken: vec![RESERVED.to_owned()] }
    }

    /// Makes a name of a text, with what must stand at its end: cut where it is too long, numbered where it is taken.
    pub(super) fn give(&mut self, text: &str, end: &str) -> String {
        let (text, end) = (allowed(text), allowed(end));
        let base = if text.is_empty() && end.is_empty() { "-".to_owned() } else { text };
        let mut name = joined(&base, &end);
        let mut number = 2u32;
        while self.taken.contains(&name.to_lowercase()) {
            name = joined(&base, &format!("{end} ({number})"));
            number += 1;
        }
        self.taken.push(name.to_lowercase());
        name
    }
}

/// Puts a name together, its beginning cut so that the end stays whole as far as it fits by itself.
fn joined(base: &str, end: &str) -> String {
    let end = cut(end, LONGEST);
    let room = LONGEST - end.encode_utf16().count();
    let name = format!("{}{end}", cut(base, room).trim_end());
    trimmed(&name)
}

/// Cuts a text to so many UTF-16 units, never within a character.
pub(super) fn cut(text: &str, units: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, c)| {
        taken += c.len_utf16();
        taken > units
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn allowed(text: &str) -> String {
    let replaced = |c: char| match c {
        c if FORBIDDEN.contains(&c) => '-',
        c if c.is_control() => ' ',
        c => c,
    };
    // Spaces at the end of what follows a name stay: " (2)" begins with one.
    trimmed_end(&super::super::sheet_cells::harmless(text).chars().map(replaced).collect::<String>())
}

fn trimmed_end(text: &str) -> String {
    text.trim_end_matches(is_edge).to_owned()
}

fn trimmed(text: &str) -> String {
    text.trim_matches(is_edge).to_owned()
}

fn is_edge(c: char) -> bool {
    c == '\'' || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_such_as_a_spreadsheet_takes() {
        let mut names = Names::new();
        for (text, name) in [
            ("Chỉ tiêu [2019]: a/b\\c*?", "Chỉ tiêu -2019-- a-b-c--"),
            ("'tên'", "tên"),
            ("", "-"),
            ("''", "- (2)"),
            (" \u{1b}\n", "\u{fffd}"),
            ("History", "History (2)"),
        ] {
            assert_eq!(names.give(text, ""), name);
        }
    }

    #[test]
    fn a_long_name_is_cut_at_a_letter_and_keeps_its_end() {
        let mut names = Names::new();
        let long = "Tổng hợp kết quả thực hiện các chỉ tiêu";
        assert_eq!(names.give(long, ""), "Tổng hợp kết quả thực hiện các");
        assert_eq!(names.give(long, ""), "Tổng hợp kết quả thực hiện (2)");
        assert_eq!(names.give(long, " – Biểu đồ"), "Tổng hợp kết quả thực – Biểu đồ");
        assert_eq!(names.give(&"😀".repeat(20), ""), "😀".repeat(15));
    }

    #[test]
    fn names_that_differ_in_case_alone_are_the_same() {
        let mut names = Names::new();
        assert_eq!(names.give("Đơn vị", ""), "Đơn vị");
        assert_eq!(names.give("ĐƠN VỊ", ""), "ĐƠN VỊ (2)");
        assert_eq!(names.give("đơn vị", ""), "đơn vị (3)");
    }
}
