//! The rows of a form once more, for screens that show each figure with its line.

use std::collections::HashSet;
use std::io;

use super::row::{Checked, RowReader};
use super::{Context, DataSet, Loaded};
use crate::diag::SourceId;
use crate::model::{FormId, Period, Row, UnitId};
use crate::syntax::csv::{Next, Rows};

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
    let files = data.files.get(&declared.id.value).map_or(&[][..], Vec::as_slice);
    let mut detail = Detail {
        context,
        loaded,
        form,
        rows: RowReader::new(context, loaded, form),
        seen: HashSet::new(),
        list: Vec::new(),
    };
    for &file in files {
        detail.read(file, wanted).map_err(|error| (file, error))?;
    }
    Ok(detail.list)
}

struct Detail<'a> {
    context: Context<'a>,
    loaded: &'a Loaded,
    form: FormId,
    rows: RowReader<'a>,
    seen: HashSet<(UnitId, Period)>,
    list: Vec<Row>,
}

impl Detail<'_> {
    fn read(&mut self, file: SourceId, wanted: &dyn Fn(&Row) -> bool) -> io::Result<()> {
        let mut known = Vec::new();
        let Some(source) = self.context.sources.get(file) else { return Ok(()) };
        let Some(mut rows) = Rows::open(source.open.open()?, file, &mut known)? else { return Ok(()) };
        let Some(columns) = self.rows.columns(&rows, &mut known) else { return Ok(()) };
        loop {
            known.clear();
            let record = match rows.next(&mut known)? {
                Next::End => break,
                Next::Skipped => continue,
                Next::Row(record) => record,
            };
            let Some(checked) = self.rows.check(&record, &columns, &mut known) else { continue };
            let (unit, period, reported) = match checked {
                Checked::Report { slot, period, reported } => {
                    let unit = self.loaded.plan.form(self.form).units[slot];
                    (unit, self.context.times.form(self.form).all()[period].period, Some(reported))
                }
                Checked::Outside { unit, period, reported } => (unit, period, reported),
            };
            let note = RowReader::note(&record, &columns);
            let row = Row {
                unit,
                period,
                reported,
                cells: self.rows.cells().to_vec(),
                note,
                place: record.place(),
                reported_place: columns.reported(&record),
            };
            // Of two reports for one period the first stands, as when they are folded.
            if self.seen.insert((row.unit, row.period)) && wanted(&row) {
                self.list.push(row);
            }
        }
        Ok(())
    }
}
