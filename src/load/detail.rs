//! The rows of a form once more, for screens that show each figure with its line.

use std::collections::HashSet;
use std::io;

use super::overlay::Overlay;
use super::row::{Checked, RowReader};
use super::{Context, DataSet, Loaded};
use crate::diag::SourceId;
use crate::model::{CountedForm, FormId, Period, Row, UnitId};
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
    (form, counted): (FormId, &[CountedForm]),
    wanted: &dyn Fn(&Row) -> bool,
) -> Result<Vec<Row>, (SourceId, io::Error)> {
    let declared = loaded.plan.form(form);
    let files = data.files.get(&declared.id.value).map_or(&[][..], Vec::as_slice);
    let mut detail = Detail {
        context,
        loaded,
        form,
        rows: RowReader::new(context, loaded, form),
        counted: counted
            .iter()
            .find(|own| own.form() == form)
            .map(|own| Overlay::new(&loaded.plan, context.times, own)),
        seen: HashSet::new(),
        list: Vec::new(),
    };
    for &file in files {
        detail.read(file, wanted).map_err(|error| (file, error))?;
    }
    detail.counted(wanted);
    Ok(detail.list)
}

struct Detail<'a> {
    context: Context<'a>,
    loaded: &'a Loaded,
    form: FormId,
    rows: RowReader<'a>,
    counted: Option<Overlay<'a>>,
    seen: HashSet<(UnitId, Period)>,
    list: Vec<Row>,
}

impl Detail<'_> {
    /// Adds what is counted of the register and nobody reported; it stands where the form says so.
    fn counted(&mut self, wanted: &dyn Fn(&Row) -> bool) {
        let Some(counted) = &self.counted else { return };
        let (form, terms) = (self.loaded.plan.form(self.form), self.context.times.form(self.form));
        let Some(place) = form.from_register else { return };
        for (slot, period, cells) in counted.unmet() {
            let term = terms.all()[period];
            let row = Row {
                unit: form.units[slot],
                period: term.period,
                reported: Some(term.last),
                cells,
                note: None,
                place,
                reported_place: place,
            };
            if wanted(&row) {
                self.list.push(row);
            }
        }
    }

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
                    if let Some(counted) = &mut self.counted {
                        counted.meet((slot, period), self.rows.cells_mut(), &[], &mut known);
                    }
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
                place: self.loaded.plan.form(self.form).from_register.unwrap_or_else(|| record.place()),
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
