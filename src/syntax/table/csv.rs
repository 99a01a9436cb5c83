//! A sheet saved as text: UTF-8, its cells apart by commas, semicolons or tabs.

use csv::ReaderBuilder;

use super::encoding::decode;
use super::grid::{CELLS, Cell, Grid, Unreadable};

/// Reads a sheet. What sets the cells apart is what most of its lines have most of, outside quotes.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Unreadable> {
    let text = decode(bytes)?;
    let text = text.as_str();
    let mark = mark(text);
    let mut rows = Vec::new();
    let mut count = 0;
    for line in lines(text) {
        let mut reader = ReaderBuilder::new().has_headers(false).delimiter(mark).from_reader(line.as_bytes());
        let mut row = Vec::new();
        for record in reader.records() {
            row.extend(record.map_err(|error| Unreadable::Broken(error.to_string()))?.iter().map(cell));
        }
        count += row.len() + 1;
        if count > CELLS {
            return Err(Unreadable::TooLarge(CELLS));
        }
        rows.push(row);
    }
    Ok(Grid { name: String::new(), rows, has_decimal_comma: mark == b';', is_hidden: false, unread: None })
}

/// Parts a text at its line ends outside quotes: each part is a row of the sheet, blank ones too, so that addresses are right.
fn lines(text: &str) -> Vec<&str> {
    let (mut list, mut begin, mut is_quoted) = (Vec::new(), 0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => {
                list.push(text[begin..at].trim_end_matches('\r'));
                begin = at + 1;
            }
            _ => {}
        }
    }
    if begin < text.len() {
        list.push(&text[begin..]);
    }
    list
}

fn cell(text: &str) -> Cell {
    match unarmed(text.trim()) {
        "" => Cell::Empty,
        text if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => Cell::Error(text.to_owned()),
        text => Cell::Text(text.to_owned()),
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

/// Returns what sets cells apart: of the marks, the one that the most lines have.
fn mark(text: &str) -> u8 {
    let having = |mark: &u8| text.lines().filter(|line| line.as_bytes().contains(mark)).count();
    // A comma may also stand in a semicolon's file, as the decimal one, and hardly ever the other way round.
    [b';', b'\t', b','].into_iter().max_by_key(|mark| (having(mark), *mark != b',')).unwrap_or(b',')
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
        assert!(read(b"a;b\n").unwrap().has_decimal_comma);
        assert!(!read(b"a,b\n").unwrap().has_decimal_comma);
    }

    #[test]
    fn blank_lines_count_in_addresses() {
        let grid = read(b"a\n\n\nb\n").unwrap();
        assert_eq!(grid.cell(3, 0).text(), "b");
        let grid = read(b"\"a\n\nb\",1\r\n\r\nc\r\n").unwrap();
        assert_eq!((grid.cell(0, 0).text(), grid.cell(2, 0).text()), ("a\n\nb", "c"));
    }
}
