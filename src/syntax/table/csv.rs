//! A sheet saved as text, its cells apart by semicolons, tabs, commas or bars.

use super::encoding::decode;
use super::grid::{Cell, Grid};
use super::sheet::{self, Room, Sheet};
use super::unreadable::Unreadable;

/// What may set cells apart. Where the lines do not tell, the first is taken: a comma may also be the decimal one.
const MARKS: [char; 4] = [';', '\t', '|', ','];

/// What a spreadsheet shows where a formula cannot be worked out.
const ERRORS: [&str; 7] = ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"];

/// Reads a sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Unreadable> {
    let text = decode(bytes)?;
    // Excel writes this line, hides it when it opens the file, and counts rows from the next on.
    let (mark, text) = match told(&text) {
        Some((mark, rest)) => (mark, rest),
        None => (mark(&text), text.as_str()),
    };
    let mut room = Room::new();
    let mut sheet = Sheet::new(&mut room);
    let mut cells = Cells { text, mark, line: 1 };
    let (mut row, mut column) = (0, 0);
    while let Some((own, end)) = cells.next()? {
        sheet.put(row, column, cell(&own))?;
        match end {
            End::Cell => column += 1,
            End::Row => (row, column) = (row + 1, 0),
        }
    }
    Ok(Grid { name: String::new(), rows: sheet.rows(), has_decimal_comma: mark == ';', is_hidden: false, unread: None })
}

/// Reads a first line that says what sets the cells apart: `sep=;`.
fn told(text: &str) -> Option<(char, &str)> {
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let head = head.trim_end_matches('\r').trim_matches('"');
    let mark = head.get(..4).filter(|own| own.eq_ignore_ascii_case("sep=")).and_then(|_| head.get(4..))?;
    let mut letters = mark.chars();
    let own = letters.next().filter(char::is_ascii)?;
    letters.next().is_none().then_some((own, rest))
}

/// What stands behind a cell.
enum End {
    Cell,
    Row,
}

/// The cells of a text, one after the other.
struct Cells<'a> {
    text: &'a str,
    mark: char,
    line: usize,
}

impl Cells<'_> {
    /// Reads the next cell. Only a quote at its beginning sets it in quotes; `5" pipe` is what it says. What stands behind the
    /// closing quote belongs to the cell, as in Excel.
    fn next(&mut self) -> Result<Option<(String, End)>, Unreadable> {
        if self.text.is_empty() {
            return Ok(None);
        }
        let mut own = String::new();
        let begin = self.text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if let Some(quoted) = begin.strip_prefix('"') {
            let first = self.line;
            let mut rest = quoted;
            loop {
                let (part, behind) = rest.split_once('"').ok_or(Unreadable::OpenQuote { line: first })?;
                self.line += line_ends(part);
                own.push_str(part);
                let Some(next) = behind.strip_prefix('"') else {
                    self.text = behind;
                    break;
                };
                own.push('"');
                rest = next;
            }
        }
        let end = self.text.find([self.mark, '\n', '\r']).unwrap_or(self.text.len());
        own.push_str(&self.text[..end]);
        let rest = &self.text[end..];
        if let Some(rest) = rest.strip_prefix(self.mark) {
            // A mark at the very end has an empty cell behind it, which nobody misses.
            self.text = rest;
            return Ok(Some((own, End::Cell)));
        }
        self.line += 1;
        self.text = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        Ok(Some((own, End::Row)))
    }
}

/// Counts line ends: CRLF, LF or a lone CR.
fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(|at| ends(*at)).count()
}

fn cell(text: &str) -> Cell {
    match sheet::text(text) {
        Cell::Text(text) if ERRORS.contains(&text.as_str()) => Cell::Error(text),
        Cell::Text(text) => match unarmed(&text) {
            "" => Cell::Empty,
            bare if bare.len() == text.len() => Cell::Text(text),
            bare => Cell::Text(bare.to_owned()),
        },
        other => other,
    }
}

/// Takes away the apostrophe that keeps a spreadsheet from running a text as a formula, and that forms have there for it.
fn unarmed(text: &str) -> &str {
    let rest = text.strip_prefix('\'').unwrap_or(text);
    if rest.trim_start_matches(['\'', ' ']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        rest
    } else {
        text
    }
}

/// How many lines are looked at to tell what sets the cells apart.
const LOOKED_AT: usize = 2_000;

/// Returns what sets cells apart: the mark that the most lines have equally often, outside quotes. A comma between digits is a
/// decimal one on a line that has another mark.
fn mark(text: &str) -> char {
    let mut counts: [Vec<usize>; 4] = Default::default();
    let (mut own, mut decimal, mut is_quoted, mut before, mut lines) = ([0; 4], 0, false, '\n', 0);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_end = matches!(letter, '\n' | '\r') && !is_quoted;
        if letter == '"' && (is_quoted || matches!(before, '\n' | '\r' | ' ') || MARKS.contains(&before)) {
            is_quoted = !is_quoted;
        } else if let Some(at) = MARKS.iter().position(|mark| *mark == letter && !is_quoted) {
            let is_inner = before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
            if letter == ',' && is_inner {
                decimal += 1;
            } else {
                own[at] += 1;
            }
        }
        before = letter;
        if is_end || letters.peek().is_none() {
            let has_other = own[..3].iter().any(|count| *count > 0);
            own[3] += if has_other { 0 } else { decimal };
            for (counts, own) in counts.iter_mut().zip(own).filter(|(_, own)| *own > 0) {
                counts.push(own);
            }
            (own, decimal) = ([0; 4], 0);
            lines += 1;
            if lines == LOOKED_AT {
                break;
            }
        }
    }
    let key = |at: usize| {
        let mut sorted = counts[at].clone();
        sorted.sort_unstable();
        let groups = sorted.chunk_by(|a, b| a == b).map(|group| (group.len(), group[0]));
        (groups.max().unwrap_or_default(), 3 - at)
    };
    (0..4).max_by_key(|at| key(*at)).filter(|at| key(*at).0.0 > 0).map_or(',', |at| MARKS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let grid = read(text.as_bytes()).unwrap();
        grid.rows.iter().map(|row| row.iter().map(|cell| cell.text().to_owned()).collect()).collect()
    }

    #[test]
    fn cells_are_apart_by_whatever_a_spreadsheet_writes() {
        assert_eq!(texts("\u{feff}a,b\r\n\"x, y\",2\r\n"), [["a", "b"], ["x, y", "2"]]);
        assert_eq!(texts("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(texts("a\tb\n1\t\"x\ny\"\n"), [["a", "b"], ["1", "x\ny"]]);
        assert_eq!(texts("a|b\n1,5|2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(texts("1,5;2,5\n3,5;4,5\n"), [["1,5", "2,5"], ["3,5", "4,5"]]);
        assert_eq!(texts("Năm 2019, quý I\nx;1,5;2,5\ny;3,5;4,5\n").len(), 3);
        assert_eq!(texts("Năm 2019, quý I\nx;1,5;2,5\ny;3,5;4,5\n")[1], ["x", "1,5", "2,5"]);
        assert_eq!(texts("1,2,3\n4,5,6\n"), [["1", "2", "3"], ["4", "5", "6"]]);
        assert_eq!(texts("x,Hà Nội; Huế,5,6\ny,Đà Nẵng; Vinh,7,8\n")[0], ["x", "Hà Nội; Huế", "5", "6"]);
        assert!(read(b"a;b\n").unwrap().has_decimal_comma);
        assert!(!read(b"a,b\n").unwrap().has_decimal_comma);
    }

    #[test]
    fn blank_lines_count_in_addresses() {
        let grid = read(b"a\n\n\nb\n").unwrap();
        assert_eq!(grid.cell(3, 0).text(), "b");
        let grid = read(b"\"a\n\nb\",1\r\n\r\nc\r\n").unwrap();
        assert_eq!((grid.cell(0, 0).text(), grid.cell(2, 0).text()), ("a\n\nb", "c"));
        assert_eq!(texts("a;b\r1;2\r\r3;4").len(), 4);
    }

    #[test]
    fn the_line_that_names_the_mark_is_no_row() {
        assert_eq!(texts("sep=;\r\na,b;c\r\n"), [["a,b", "c"]]);
        assert_eq!(texts("SEP=|\na,b;c|d\n"), [["a,b;c", "d"]]);
        assert_eq!(texts("separate\n"), [["separate"]]);
    }

    #[test]
    fn a_quote_is_one_only_where_a_cell_begins() {
        assert_eq!(texts("a;\"b\"\"c\";d\n"), [["a", "b\"c", "d"]]);
        assert_eq!(texts("ống 5\";\"x\"y;z\n"), [["ống 5\"", "xy", "z"]]);
        assert_eq!(read(b"a;b\n\"c\nd\";e\nf;\"g\nh;i\n"), Err(Unreadable::OpenQuote { line: 4 }));
    }

    #[test]
    fn blanks_and_errors_are_told() {
        assert_eq!(texts("\u{a0}a\u{a0};\u{202f};\u{a0}\"b\"\u{a0}\n"), [["a", "", "b"]]);
        let grid = read("#REF!;#N/A;#DIV/0!;#1!;# ghi chú?\n".as_bytes()).unwrap();
        let errors: Vec<bool> = grid.rows[0].iter().map(|cell| matches!(cell, Cell::Error(_))).collect();
        assert_eq!(errors, [true, true, true, false, false]);
        assert_eq!(texts("Tha\u{301}ng;1\n"), [["Tháng", "1"]]);
        let ends = ";".repeat(5_000) + "\n";
        assert_eq!(texts(&format!("a{}", ends.repeat(500))), [["a"]]);
    }
}
