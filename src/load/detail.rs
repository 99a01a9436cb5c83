//! The rows of a form once more, for screens that show each figure with its line.

use std::collections::HashSet;
use std::io;

use super::row::{Checked, RowReader};
use super::{Context, DataSet, Loaded};
use crate::diag::SourceId;
use crate::model::{FormId, Period, Row, UnitId};
use crate::syntax::csv::Rows;

/// Reads the rows of a form that `wanted` accepts, in the order of files and lines. What is wrong with rows was reported when
/// they were folded; such rows are left out here.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn details(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    form: FormId,
    wanted: &dyn Fn(&Row) -> bool,
) -> Result<Vec<Row>, (SourceId, io::Error)> {
    let declared = loaded.plan.form(form);
    let mut reader = RowReader::new(context, loaded, form);
    let mut list = Vec::new();
    let mut seen = HashSet::new();
    for &file in data.files.get(&declared.id.value).map_or(&[][..], Vec::as_slice) {
        read(context, loaded, form, &mut reader, file, wanted, &mut seen, &mut list).map_err(|error| (file, error))?;
    }
    Ok(list)
}

fn read(
    context: Context<'_>,
    loaded: &Loaded,
    form: FormId,
    reader: &mut RowReader<'_>,
    file: SourceId,
    wanted: &dyn Fn(&Row) -> bool,
    seen: &mut HashSet<(UnitId, Period)>,
    list: &mut Vec<Row>,
) -> io::Result<()> {
    let mut known = Vec::new();
    let Some(source) = context.sources.get(file) else { return Ok(()) };
    let Some(mut rows) = Rows::open(source.open.open()?, file, &mut known)? else { return Ok(()) };
    let Some(columns) = reader.columns(&rows, &mut known) else { return Ok(()) };
    while let Some(record) = rows.next(&mut known)? {
        known.clear();
        let Some(checked) = reader.check(&record, &columns, &mut known) else { continue };
        let (unit, period, reported) = match checked {
            Checked::Report { slot, period, reported } => {
                (loaded.plan.form(form).units[slot], context.times.form(form).all()[period].period, Some(reported))
            }
            Checked::Outside { unit, period, reported } => (unit, period, reported),
        };
        let note = RowReader::note(&record, &columns);
        let row = Row { unit, period, reported, cells: reader.cells().to_vec(), note, place: record.place() };
        // Of two reports for one period the first stands, as when they are folded.
        if seen.insert((row.unit, row.period)) && wanted(&row) {
            list.push(row);
        }
    }
    Ok(())
}
