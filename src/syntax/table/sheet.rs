//! A sheet as it is filled cell by cell, from whatever order and place, within limits.
//!
//! Libraries give a sheet as a box around all its cells. Two cells in opposite corners make a box of 17 billion, so the box is never
//! made: what is held is each row as far as its last cell.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::grid::Cell;
use super::rows::{Merge, Rows};
use super::unreadable::Unreadable;

/// How many rows of a sheet are read.
pub(super) const ROWS: usize = 100_000;

/// How many columns of a sheet are read.
pub(super) const COLUMNS: usize = 2_000;

/// How many cells all sheets of a file may have, those before the last of each row counted too.
pub(super) const CELLS: usize = 1_000_000;

/// How many bytes of text the cells of a file may hold: a text that is kept once and stands in each cell makes a small file large.
pub(super) const TEXT: usize = 50 * 1024 * 1024;

/// How many sheets a workbook may have.
pub(super) const SHEETS: usize = 500;

/// How many columns merged cells may cover in a file, each merge counted by itself; what is merged beyond that is not known.
pub(super) const MERGED: usize = 100_000;

/// What is left for the sheets of a file that are still to come.
pub(super) struct Room {
    cells: usize,
    text: usize,
    merged: usize,
}

impl Room {
    /// Begins with all there is.
    pub(super) const fn new() -> Self {
        Self { cells: CELLS, text: TEXT, merged: MERGED }
    }

    /// Takes so many cells away.
    ///
    /// # Errors
    /// Fails if there are not so many left.
    pub(super) fn take(&mut self, cells: usize) -> Result<(), Unreadable> {
        self.cells = self.cells.checked_sub(cells).ok_or(Unreadable::TooManyCells(CELLS))?;
        Ok(())
    }
}

/// The rows of a sheet so far.
pub(super) struct Sheet<'a> {
    rows: Vec<Vec<Cell>>,
    merges: Vec<Merge>,
    room: &'a mut Room,
}

impl<'a> Sheet<'a> {
    /// Begins with no row.
    pub(super) const fn new(room: &'a mut Room) -> Self {
        Self { rows: Vec::new(), merges: Vec::new(), room }
    }

    /// Puts a cell in its place, by row and column from 0 on. An empty one takes no place.
    ///
    /// # Errors
    /// Fails if it stands outside what is read, or there is no room left.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Unreadable> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if row >= ROWS {
            return Err(Unreadable::TooManyRows(ROWS));
        }
        if column >= COLUMNS {
            return Err(Unreadable::TooManyColumns(COLUMNS));
        }
        self.room.text = self.room.text.checked_sub(cell.text().len()).ok_or(Unreadable::TooMuchText(TEXT))?;
        if self.rows.len() <= row {
            self.room.take(row + 1 - self.rows.len())?;
            self.rows.resize(row + 1, Vec::new());
        }
        let own = &mut self.rows[row];
        if own.len() <= column {
            self.room.take(column + 1 - own.len())?;
            own.resize(column + 1, Cell::Empty);
        }
        own[column] = cell;
        Ok(())
    }

    /// Notes that cells are merged, from the first row and column to the last.
    pub(super) fn merge(&mut self, (first_row, first_column): (usize, usize), (last_row, last_column): (usize, usize)) {
        let is_one = (first_row, first_column) == (last_row, last_column);
        if is_one || first_row > last_row || first_column > last_column || last_column >= COLUMNS {
            return;
        }
        if let Some(left) = self.room.merged.checked_sub(last_column - first_column + 1) {
            self.room.merged = left;
            self.merges.push(Merge { first_row, first_column, last_row, last_column });
        }
    }

    /// Tells whether nothing stands in a place.
    pub(super) fn is_empty(&self, row: usize, column: usize) -> bool {
        self.rows.get(row).and_then(|row| row.get(column)).is_none_or(|cell| *cell == Cell::Empty)
    }

    /// Returns the rows.
    pub(super) fn rows(self) -> Rows {
        Rows::new(self.rows, &self.merges)
    }
}

/// Tells whether only one sheet cannot be read for it, and not the file.
pub(super) const fn is_of_one_sheet(why: &Unreadable) -> bool {
    !matches!(why, Unreadable::TooManyCells(_) | Unreadable::TooMuchText(_))
}

/// Makes a cell of a text: composed (NFC), nothing around it, no-break spaces as plain ones, line ends as one character.
pub(super) fn text(own: &str) -> Cell {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let own = own.trim_matches(is_blank);
    if own.is_empty() {
        return Cell::Empty;
    }
    let is_plain = |c: char| !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\r');
    if own.chars().all(is_plain) && is_nfc_quick(own.chars()) == IsNormalized::Yes {
        return Cell::Text(own.to_owned());
    }
    let own = own.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ");
    Cell::Text(own.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_reach_as_far_as_their_last_cell() {
        let mut room = Room::new();
        let mut sheet = Sheet::new(&mut room);
        sheet.put(2, 1, text("b")).unwrap();
        sheet.put(0, 0, text("a")).unwrap();
        sheet.put(9, 9, Cell::Empty).unwrap();
        assert!(sheet.is_empty(2, 0) && sheet.is_empty(50, 50) && !sheet.is_empty(0, 0));
        assert_eq!(*sheet.rows(), [vec![text("a")], vec![], vec![Cell::Empty, text("b")]]);
        assert_eq!(room.cells, CELLS - 6);
        assert_eq!(room.text, TEXT - 2);
    }

    #[test]
    fn what_lies_too_far_is_refused_before_it_is_held() {
        let mut room = Room::new();
        let mut sheet = Sheet::new(&mut room);
        assert_eq!(sheet.put(ROWS, 0, text("a")), Err(Unreadable::TooManyRows(ROWS)));
        assert_eq!(sheet.put(0, COLUMNS, text("a")), Err(Unreadable::TooManyColumns(COLUMNS)));
        let all = (0..ROWS).try_for_each(|row| sheet.put(row, COLUMNS - 1, text("a")));
        assert_eq!(all, Err(Unreadable::TooManyCells(CELLS)));
        let long = text(&"a".repeat(TEXT / 2));
        assert_eq!(sheet.put(0, 0, long.clone()), Ok(()));
        assert_eq!(sheet.put(0, 1, long), Err(Unreadable::TooMuchText(TEXT)));
    }

    #[test]
    fn merges_are_noted_as_long_as_there_is_room() {
        let mut room = Room::new();
        let mut sheet = Sheet::new(&mut room);
        sheet.merge((0, 0), (0, 0));
        sheet.merge((3, 0), (2, 0));
        sheet.merge((0, 0), (0, COLUMNS));
        assert!(sheet.merges.is_empty());
        (0..MERGED).for_each(|row| sheet.merge((row, 0), (row, 1)));
        assert_eq!((sheet.merges.len(), sheet.room.merged), (MERGED / 2, 0));
    }

    #[test]
    fn texts_are_composed_and_nothing_stands_around_them() {
        assert_eq!(text(" \u{a0}\u{202f} "), Cell::Empty);
        assert_eq!(text("\u{a0}7\u{202f}549\u{a0}"), Cell::Text("7 549".into()));
        assert_eq!(text("Tha\u{301}ng\r\nmo\u{323}\u{302}t"), Cell::Text("Tháng\nmột".into()));
    }
}
