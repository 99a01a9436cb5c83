//! A sheet as a grid of cells, whatever kind of file it came in.

use super::kind::{Kind, kind};
use super::rows::Rows;
use super::unreadable::Unreadable;
use super::{csv, ods, xls, xlsx};

/// A cell as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number, with the 15 digits that a spreadsheet keeps and no exponent.
    Number(String),
    /// A number that the cell shows as a percentage, as it is stored: `0.85` where 85% is shown.
    Percent(String),
    /// A text without spaces around it.
    Text(String),
    /// What a spreadsheet shows where a formula cannot be worked out: `#REF!`.
    Error(String),
    /// A date or a time, also where it is a number that the cell shows as one: `2019-01-31`, with a time behind it if it has one.
    Date(String),
    /// A formula whose value the file does not hold.
    Formula(String),
    /// A truth value: no figure.
    Other(String),
}

impl Cell {
    /// Returns what is written in it.
    pub fn text(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Number(text)
            | Self::Percent(text)
            | Self::Text(text)
            | Self::Error(text)
            | Self::Date(text)
            | Self::Formula(text)
            | Self::Other(text) => text,
        }
    }
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Its name; empty for csv.
    pub name: String,
    /// The rows from the first on, each from its first column on, and what is merged in them.
    pub rows: Rows,
    /// Whether numbers that are texts have a decimal comma, as where csv has semicolons between its cells.
    pub has_decimal_comma: bool,
    /// Whether the workbook hides it, so that a menu shows it or only a program does.
    pub is_hidden: bool,
    /// Why its cells cannot be read; it has no rows then.
    pub unread: Option<Unreadable>,
}

impl Grid {
    /// Makes a sheet of which only the name is known, and why.
    pub(super) fn unread(name: String, is_hidden: bool, why: Unreadable) -> Self {
        Self { name, rows: Rows::default(), has_decimal_comma: false, is_hidden, unread: Some(why) }
    }

    /// Returns a cell by row and column from 0 on; one that is not there is empty.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }

    /// Returns the cell that is shown in a place: its own, or one above that is merged with it. One at its side is not taken, for
    /// it stands under another head.
    pub fn shown(&self, row: usize, column: usize) -> &Cell {
        let own = self.cell(row, column);
        match self.rows.merge(row, column).filter(|merge| merge.first_column == column) {
            Some(merge) if *own == Cell::Empty => self.cell(merge.first_row, column),
            Some(_) | None => own,
        }
    }

    /// Returns where the cell stands that is merged with this one and holds what both show; none if it is this one.
    pub fn merged_into(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let first = self.rows.merge(row, column).map(|own| (own.first_row, own.first_column))?;
        (first != (row, column) && *self.cell(first.0, first.1) != Cell::Empty).then_some(first)
    }

    /// Returns what orders cells by where they stand, row by row, from what [`Self::address`] wrote.
    pub fn order(address: &str) -> (usize, usize, &str) {
        let (letters, row) = address.split_at(address.find(|own: char| own.is_ascii_digit()).unwrap_or(address.len()));
        (row.parse().unwrap_or(usize::MAX), letters.len(), letters)
    }

    /// Writes where a cell stands as a spreadsheet shows it: `C12`.
    pub fn address(row: usize, column: usize) -> String {
        format!("{}{}", Self::letters(column), row + 1)
    }

    /// Writes a column as a spreadsheet shows it: `C`.
    pub fn letters(column: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = column;
        loop {
            // 26 letters.
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
            rest /= 26;
            if rest == 0 {
                break;
            }
            rest -= 1;
        }
        letters.iter().rev().collect()
    }

    /// Reads a column as a spreadsheet shows it; none if it is none.
    pub fn column(text: &str) -> Option<usize> {
        // No spreadsheet has a column of more letters.
        if text.is_empty() || text.len() > 3 || !text.bytes().all(|own| own.is_ascii_alphabetic()) {
            return None;
        }
        let value = |all: usize, letter: u8| all * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        Some(text.bytes().fold(0, value) - 1)
    }

    /// Reads where a cell stands, row and column from 0 on, from what [`Self::address`] wrote; none if it is no cell.
    pub fn spot(text: &str) -> Option<(usize, usize)> {
        let (letters, row) = text.split_at(text.find(|own: char| own.is_ascii_digit())?);
        let row = row.parse::<usize>().ok()?.checked_sub(1)?;
        Some((row, Self::column(letters)?))
    }
}

/// The largest file that is read, in bytes: a form has a few thousand.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// Reads every sheet of a file, hidden ones too. The kind of file is told by its bytes, never by its name.
///
/// A sheet that cannot be read is there with the reason, so that nobody takes it for blank.
///
/// # Errors
/// Returns why the file cannot be read, or all of its sheets.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge(LARGEST));
    }
    let grids = match kind(bytes)? {
        Kind::Xlsx => xlsx::read(bytes)?,
        Kind::Xlsb => xlsx::read_binary(bytes)?,
        Kind::Xls => xls::read(bytes)?,
        Kind::Ods => ods::read(bytes)?,
        Kind::Text => vec![csv::read(bytes)?],
    };
    match grids.first().and_then(|first| first.unread.as_ref()) {
        Some(why) if grids.iter().all(|grid| grid.unread.is_some()) => Err(why.clone()),
        _ => Ok(grids),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        for (row, column, address) in
            [(0, 0, "A1"), (11, 2, "C12"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")]
        {
            assert_eq!(Grid::address(row, column), address);
            assert_eq!(Grid::spot(address), Some((row, column)));
            assert_eq!(Grid::spot(&address.to_lowercase()), Some((row, column)));
        }
        for text in ["", "A", "1", "A0", "1A", "A1B", "ABCD1", "Đ1", "A-1", "A99999999999999999999"] {
            assert_eq!(Grid::spot(text), None, "{text}");
        }
        let mut cells = ["B10", "AA2", "B2", "C9"];
        cells.sort_by_key(|address| Grid::order(address));
        assert_eq!(cells, ["B2", "AA2", "C9", "B10"]);
    }

    #[test]
    fn the_kind_is_told_by_the_bytes() {
        assert_eq!(*grids(b"a;1,5\n").unwrap()[0].rows, [vec![Cell::Text("a".into()), Cell::Text("1,5".into())]]);
        assert!(matches!(grids(b"PK\x03\x04nonsense"), Err(Unreadable::Broken(_))));
        assert_eq!(grids(b"\x00\xff\xfe"), Err(Unreadable::Unknown));
        assert_eq!(grids(&vec![b'a'; LARGEST + 1]), Err(Unreadable::TooLarge(LARGEST)));
    }
}
