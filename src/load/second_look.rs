//! Findings between two rows need both places, and rows are not kept: the files are read once more for just those rows.

use std::collections::{BTreeSet, HashMap};
use std::io;

use super::Context;
use super::row::RowReader;
use crate::diag::{Place, SourceId};
use crate::syntax::csv::{Next, Rows};

/// A unit and a period, by their places in the form.
pub(super) type Key = (usize, usize);

/// Where a report stands.
#[derive(Clone, Debug)]
pub(super) struct Looked {
    /// The whole row.
    pub(super) row: Place,
    cells: Vec<Place>,
}

impl Looked {
    /// Returns the place of a measure's cell.
    pub(super) fn cell(&self, column: u16) -> Option<Place> {
        self.cells.get(usize::from(column)).copied()
    }
}

/// Finds the first row of each key.
///
/// # Errors
/// Fails if a file can no longer be read.
pub(super) fn second_look(
    context: Context<'_>,
    reader: &mut RowReader<'_>,
    wanted: &[Key],
    files: &[SourceId],
) -> Result<HashMap<Key, Looked>, (SourceId, io::Error)> {
    let wanted: BTreeSet<Key> = wanted.iter().copied().collect();
    let mut looked = HashMap::new();
    for &file in files {
        look_into(context, reader, &wanted, file, &mut looked).map_err(|error| (file, error))?;
    }
    Ok(looked)
}

fn look_into(
    context: Context<'_>,
    reader: &mut RowReader<'_>,
    wanted: &BTreeSet<Key>,
    file: SourceId,
    looked: &mut HashMap<Key, Looked>,
) -> io::Result<()> {
    // What is wrong with these rows was reported when they were read first.
    let mut known = Vec::new();
    let Some(source) = context.sources.get(file) else { return Ok(()) };
    let Some(mut rows) = Rows::open(source.open.open()?, file, &mut known)? else { return Ok(()) };
    let Some(columns) = reader.columns(&rows, &mut known) else { return Ok(()) };
    loop {
        known.clear();
        let record = match rows.next(&mut known)? {
            Next::End => return Ok(()),
            Next::Skipped => continue,
            Next::Row(record) => record,
        };
        let Some(key) = reader.key(&record, &columns).filter(|key| wanted.contains(key)) else { continue };
        looked.entry(key).or_insert_with(|| Looked { row: record.place(), cells: columns.cells(&record) });
    }
}
