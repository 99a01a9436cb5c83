//! Text with tables in it: lines whose cells are apart by tabs, among lines of prose.

use super::document::Block;
use super::grid::{Cell, Grid};
use super::sheet::CELLS;
use super::unreadable::Unreadable;

/// How many lines a cell in quotes may have; more, and the quote is taken for a mark of the text.
const LINES: usize = 100;

/// Tells whether a text has tables: at least two lines of three cells.
pub(super) fn has_tables(text: &str) -> bool {
    text.lines().filter(|line| line.matches('\t').count() >= 2).nth(1).is_some()
}

/// Reads a text: lines that follow one another and have tabs are a table, each other line is one of text.
pub(super) fn read(text: &str) -> Result<Vec<Block>, Unreadable> {
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (row, behind) = row(rest);
        rest = behind;
        if row.len() > 1 {
            count += row.len();
            if count > CELLS {
                return Err(Unreadable::TooManyCells(CELLS));
            }
            rows.push(row.iter().map(|text| cell(text)).collect());
            continue;
        }
        close(&mut rows, &mut blocks);
        blocks
            .extend(row.iter().filter(|text| !text.trim().is_empty()).map(|text| Block::Text(text.trim().to_owned())));
    }
    close(&mut rows, &mut blocks);
    Ok(blocks)
}

fn close(rows: &mut Vec<Vec<Cell>>, blocks: &mut Vec<Block>) {
    if !rows.is_empty() {
        blocks.push(Block::Table(table(std::mem::take(rows))));
    }
}

/// Makes a table of its rows.
pub(super) fn table(rows: Vec<Vec<Cell>>) -> Grid {
    Grid { name: String::new(), rows: rows.into(), has_decimal_comma: true, is_hidden: false, unread: None }
}

fn cell(text: &str) -> Cell {
    match text.trim() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

/// Parts the first line into its cells, and returns what is behind it. Only a line with tabs has cells in quotes, as a spreadsheet
/// writes those of several lines.
fn row(text: &str) -> (Vec<String>, &str) {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let quoted = quoted(rest).filter(|(_, behind)| !cells.is_empty() || behind.starts_with('\t'));
        let (cell, behind) = quoted.unwrap_or_else(|| {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        cells.push(cell);
        match behind.strip_prefix('\t') {
            Some(next) => rest = next,
            None => return (cells, behind.trim_start_matches('\r').strip_prefix('\n').unwrap_or("")),
        }
    }
}

/// Reads a cell in quotes that ends where a cell may end.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let (mut cell, mut lines) = (String::new(), 0);
    let mut rest = inner;
    loop {
        let end = rest.find(['"', '\n'])?;
        cell.push_str(&rest[..end]);
        let behind = &rest[end + 1..];
        if rest[end..].starts_with('\n') {
            lines += 1;
            cell.push('\n');
            rest = behind;
        } else if let Some(next) = behind.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else {
            return (behind.is_empty() || behind.starts_with(['\t', '\r', '\n'])).then_some((cell, behind));
        }
        if lines > LINES {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<Vec<String>>> {
        let own = |block| match block {
            Block::Text(text) => vec![vec![text]],
            Block::Table(grid) => {
                grid.rows.iter().map(|row| row.iter().map(|cell| cell.text().to_owned()).collect()).collect()
            }
        };
        read(text).unwrap().into_iter().map(own).collect()
    }

    #[test]
    fn lines_with_tabs_are_tables_and_others_text() {
        let found = texts("Căn cứ \"A\", B;\r\n\r\nTT\tB\tC\r\n1\tx\t\r\n\r\n2\ty\tz\n\"Cả dòng\"\n");
        assert_eq!(found[0], [["Căn cứ \"A\", B;"]]);
        assert_eq!(found[1], [["TT", "B", "C"], ["1", "x", ""]]);
        assert_eq!(found[2], [["2", "y", "z"]]);
        assert_eq!(found[3], [["\"Cả dòng\""]]);
    }

    #[test]
    fn a_cell_in_quotes_may_have_lines_and_other_quotes_are_text() {
        assert_eq!(texts("1\t\"a\nb \"\"c\"\"\"\td\n"), [[["1", "a\nb \"c\"", "d"]]]);
        assert_eq!(texts("\"a\nb\"\tc\td\n"), [[["a\nb", "c", "d"]]]);
        assert_eq!(texts("1\t\"a\" b\tc\n2\t\"x\ty\n"), [vec![vec!["1", "\"a\" b", "c"], vec!["2", "\"x", "y"]]]);
    }
}
