//! The rows of a sheet, and which of their cells are merged.

use std::ops::Deref;

use super::grid::Cell;

/// Cells that a sheet shows as one, rows and columns from 0 on, the last ones counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Its first row.
    pub first_row: usize,
    /// Its first column.
    pub first_column: usize,
    /// Its last row.
    pub last_row: usize,
    /// Its last column.
    pub last_column: usize,
}

/// The rows of a sheet from the first on, each from its first column on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    cells: Vec<Vec<Cell>>,
    /// Each merge, in each column that it covers, in the order of columns and rows. No two cover one cell, so that the one which
    /// begins last above a cell is the only one that may.
    by_column: Vec<(usize, Merge)>,
}

impl Rows {
    /// Puts rows and merges together.
    pub(super) fn new(cells: Vec<Vec<Cell>>, merges: &[Merge]) -> Self {
        let columns = |own: &Merge| own.first_column..=own.last_column;
        let mut by_column: Vec<(usize, Merge)> =
            merges.iter().flat_map(|own| columns(own).map(|column| (column, *own))).collect();
        by_column.sort_by_key(|(column, own)| (*column, own.first_row));
        Self { cells, by_column }
    }

    /// Tells whether any cells are merged.
    pub const fn has_merges(&self) -> bool {
        !self.by_column.is_empty()
    }

    /// Returns the merge that covers a cell.
    pub fn merge(&self, row: usize, column: usize) -> Option<Merge> {
        let behind = self.by_column.partition_point(|(at, own)| (*at, own.first_row) <= (column, row));
        let (at, own) = self.by_column.get(behind.checked_sub(1)?)?;
        (*at == column && row <= own.last_row).then_some(*own)
    }
}

impl Deref for Rows {
    type Target = [Vec<Cell>];

    fn deref(&self) -> &Self::Target {
        &self.cells
    }
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(cells: Vec<Vec<Cell>>) -> Self {
        Self::new(cells, &[])
    }
}

impl FromIterator<Vec<Cell>> for Rows {
    fn from_iter<I: IntoIterator<Item = Vec<Cell>>>(rows: I) -> Self {
        rows.into_iter().collect::<Vec<_>>().into()
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Vec<Cell>;
    type IntoIter = std::slice::Iter<'a, Vec<Cell>>;

    fn into_iter(self) -> Self::IntoIter {
        self.cells.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_covers_its_cells_and_no_other() {
        let merge =
            |first_row, first_column, last_row, last_column| Merge { first_row, first_column, last_row, last_column };
        let (wide, tall, below) = (merge(0, 0, 0, 2), merge(2, 1, 4, 1), merge(5, 1, 6, 2));
        let rows = Rows::new(Vec::new(), &[below, tall, wide]);
        for (row, column, covers) in [
            (0, 0, Some(wide)),
            (0, 2, Some(wide)),
            (0, 3, None),
            (1, 1, None),
            (2, 1, Some(tall)),
            (4, 1, Some(tall)),
            (4, 2, None),
            (5, 1, Some(below)),
            (6, 2, Some(below)),
            (7, 2, None),
        ] {
            assert_eq!(rows.merge(row, column), covers, "{row} {column}");
        }
    }
}
