//! The reports of one form: each row checked, then folded into the form's tally. Nothing is kept of a row.

use std::collections::HashMap;
use std::io;

use super::row::{Checked, RowReader};
use super::second_look::{Key, Looked, second_look};
use super::{Context, Loaded};
use crate::diag::{Diagnostic, Place, SourceId};
use crate::model::{Folded, FormId, FormTally, Period, Report, UnitId};
use crate::syntax::csv::Rows;
use crate::text::{Finding, Related};

/// The figure of a measure that is carried over, where none is known.
const NOTHING: i64 = i64::MIN;

/// The reports of one form as they are read.
pub(super) struct FormReader<'a> {
    context: Context<'a>,
    form: FormId,
    rows: RowReader<'a>,
    tally: FormTally,
    found: Vec<Diagnostic>,
    again: Vec<(Key, Place)>,
    outside: HashMap<(UnitId, Period), Place>,
    carried: Option<Carried>,
}

/// Opening and closing figures by unit and period, to compare once all rows are in, whatever their order.
struct Carried {
    opening: Vec<i64>,
    closing: Vec<i64>,
}

/// Reads every file of a form.
///
/// # Errors
/// Fails if a file can no longer be read.
pub(super) fn read_form(
    context: Context<'_>,
    loaded: &Loaded,
    form: FormId,
    files: &[SourceId],
) -> Result<(FormTally, Vec<Diagnostic>), (SourceId, io::Error)> {
    let declared = loaded.plan.form(form);
    let cells = declared.units.len() * context.times.form(form).all().len();
    let mut reader = FormReader {
        context,
        form,
        rows: RowReader::new(context, loaded, form),
        tally: FormTally::new(&loaded.plan, context.times, form, context.queries, context.as_of),
        found: Vec::new(),
        again: Vec::new(),
        outside: HashMap::new(),
        carried: declared
            .carries
            .as_ref()
            .map(|_| Carried { opening: vec![NOTHING; cells], closing: vec![NOTHING; cells] }),
    };
    for &file in files {
        reader.read(file).map_err(|error| (file, error))?;
    }
    reader.finish(files)
}

impl FormReader<'_> {
    fn read(&mut self, file: SourceId) -> io::Result<()> {
        let Some(source) = self.context.sources.get(file) else { return Ok(()) };
        let Some(mut rows) = Rows::open(source.open.open()?, file, &mut self.found)? else { return Ok(()) };
        let Some(columns) = self.rows.columns(&rows, &mut self.found) else { return Ok(()) };
        while let Some(record) = rows.next(&mut self.found)? {
            let Some(checked) = self.rows.check(&record, &columns, &mut self.found) else { continue };
            match checked {
                Checked::Report { slot, period, reported } => {
                    let report = Report { slot, period, reported, cells: self.rows.cells() };
                    match self.tally.add(&report) {
                        Folded::Done => {}
                        Folded::Duplicate => self.again.push(((slot, period), record.place())),
                        Folded::Overflow(column) => {
                            let measure = self.rows.measure_name(column);
                            self.found.push(Diagnostic::new(Finding::FigureTooLarge { measure }, record.place()));
                        }
                    }
                    self.carry(slot, period);
                }
                Checked::Outside { unit, period, .. } => {
                    if let Some(first) = self.outside.get(&(unit, period)) {
                        let finding = self.rows.duplicate(unit, period);
                        self.found.push(Diagnostic::new(finding, record.place()).with(*first, Related::FirstHere));
                    } else {
                        self.outside.insert((unit, period), record.place());
                    }
                }
            }
        }
        Ok(())
    }

    fn carry(&mut self, slot: usize, period: usize) {
        let Some(carried) = &mut self.carried else { return };
        let Some((opening, closing)) = self.rows.carried() else { return };
        let periods = self.context.times.form(self.form).all().len();
        let at = slot * periods + period;
        carried.opening[at] = opening.unwrap_or(NOTHING);
        carried.closing[at] = closing.unwrap_or(NOTHING);
    }

    /// Returns the reports whose opening figure is not the closing one of the period before.
    fn uncarried(&self) -> Vec<(Key, i64, i64)> {
        let Some(carried) = &self.carried else { return Vec::new() };
        let periods = self.context.times.form(self.form).all().len();
        let mut list = Vec::new();
        for (at, &opening) in carried.opening.iter().enumerate() {
            if at % periods == 0 {
                continue;
            }
            let before = carried.closing[at - 1];
            if opening != NOTHING && before != NOTHING && opening != before {
                list.push(((at / periods, at % periods), opening, before));
            }
        }
        list
    }

    /// Looks a second time at the rows that findings between rows point at, and closes the tally.
    fn finish(mut self, files: &[SourceId]) -> Result<(FormTally, Vec<Diagnostic>), (SourceId, io::Error)> {
        self.tally.finish();
        let uncarried = self.uncarried();
        let mut wanted: Vec<Key> = self.again.iter().map(|(key, _)| *key).collect();
        wanted.extend(uncarried.iter().flat_map(|((slot, period), ..)| [(*slot, *period), (*slot, *period - 1)]));
        if wanted.is_empty() {
            return Ok((self.tally, self.found));
        }
        let looked = second_look(self.context, &mut self.rows, &wanted, files)?;
        for ((slot, period), place) in &self.again {
            let finding = self.rows.duplicate_at(*slot, *period);
            let first = looked.get(&(*slot, *period)).map_or(*place, |looked: &Looked| looked.row);
            self.found.push(Diagnostic::new(finding, *place).with(first, Related::FirstHere));
        }
        for ((slot, period), opening, before) in uncarried {
            let (Some(this), Some(last)) = (looked.get(&(slot, period)), looked.get(&(slot, period - 1))) else {
                continue;
            };
            let Some(finding) = self.rows.uncarried(opening, before) else { continue };
            self.found.push(Diagnostic::new(finding, this.opening).with(last.closing, Related::PeriodBefore));
        }
        Ok((self.tally, self.found))
    }
}
