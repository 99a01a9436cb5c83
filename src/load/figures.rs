//! The reports of one form: each row checked, then folded into the form's tally. Nothing is kept of a row.

use std::collections::HashMap;
use std::io;

use super::frozen::Watched;
use super::overlay::Overlay;
use super::row::{Checked, RowReader};
use super::second_look::{Key, Looked, second_look};
use super::watch::Watch;
use super::{Context, Loaded};
use crate::diag::{Diagnostic, Place, Severities, Severity, SourceId};
use crate::model::{CountedForm, Folded, FormId, FormTally, Period, Report, UnitId};
use crate::syntax::csv::{Next, Rows};
use crate::text::{BadNumber, Finding, Related};

/// The reports of one form as they are read.
pub(super) struct FormReader<'a> {
    context: Context<'a>,
    form: FormId,
    rows: RowReader<'a>,
    tally: FormTally,
    found: Vec<Diagnostic>,
    again: Vec<(Key, Place)>,
    outside: HashMap<(UnitId, Period), Place>,
    watch: Watch,
    severities: &'a Severities,
    locked: Watched<'a>,
    counted: Option<Overlay<'a>>,
}

/// Reads every file of a form.
///
/// # Errors
/// Fails if a file can no longer be read.
pub(super) fn read_form(
    context: Context<'_>,
    loaded: &Loaded,
    (form, locked, counted): (FormId, Watched<'_>, Option<&CountedForm>),
    files: &[SourceId],
) -> Result<(FormTally, Vec<Diagnostic>), (SourceId, io::Error)> {
    let declared = loaded.plan.form(form);
    let mut reader = FormReader {
        context,
        form,
        rows: RowReader::new(context, loaded, form),
        tally: FormTally::new(&loaded.plan, context.times, form, context.queries, context.as_of),
        found: Vec::new(),
        again: Vec::new(),
        outside: HashMap::new(),
        watch: Watch::new(declared, context.times.form(form).all().len()),
        severities: &loaded.severities,
        locked,
        counted: counted.map(|counted| Overlay::new(&loaded.plan, context.times, counted)),
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
        loop {
            self.context.beyond.trim(&mut self.found, 0, self.severities);
            let record = match rows.next(&mut self.found)? {
                Next::End => return Ok(()),
                Next::Skipped => continue,
                Next::Row(record) => record,
            };
            let Some(checked) = self.rows.check(&record, &columns, &mut self.found) else {
                if let Some((slot, period)) = self.rows.rejected() {
                    self.tally.reject(slot, period);
                }
                continue;
            };
            match checked {
                Checked::Report { slot, period, reported } => {
                    if let Some(counted) = &mut self.counted {
                        let cells = self.rows.cells_mut();
                        counted.meet((slot, period), cells, &columns.cells(&record), &mut self.found);
                    }
                    let report = Report { slot, period, reported, cells: self.rows.cells() };
                    match self.tally.add(&report) {
                        Folded::Done => {
                            self.watch.see(slot, period, self.rows.cells());
                            if !self.locked.is_empty() {
                                let now = self.rows.now(&record, &columns, (slot, period, reported));
                                self.locked.see(&now, &mut self.found);
                            }
                        }
                        Folded::Duplicate if self.context.beyond.holds(self.again.len()) => {
                            self.again.push(((slot, period), record.place()));
                        }
                        // Files are read from front to back: what comes later is not shown.
                        Folded::Duplicate => self.context.beyond.count(Severity::Error),
                        Folded::Overflow(column) => {
                            let text = self.rows.measure_name(column);
                            let finding = Finding::BadNumber { text, why: BadNumber::TooLarge };
                            self.found.push(Diagnostic::new(finding, record.place()));
                        }
                    }
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
    }

    /// Looks a second time at the rows that findings between rows point at, and closes the tally.
    fn finish(mut self, files: &[SourceId]) -> Result<(FormTally, Vec<Diagnostic>), (SourceId, io::Error)> {
        if let Some(counted) = self.counted.take() {
            counted.finish(&mut self.tally, (&mut self.watch, &mut self.locked), self.context.as_of, &mut self.found);
        }
        self.tally.finish();
        let (rows, tally) = (&self.rows, &self.tally);
        let is_told = |unit: UnitId, period: Period| {
            rows.key_of(unit, period).is_some_and(|(slot, period)| tally.is_rejected(slot, period))
        };
        self.locked.gone(&|unit| rows.unit_name(unit), &is_told, &mut self.found);
        let form = self.rows.form();
        let contradictions = self.watch.contradictions(form, self.context.times.form(self.form).all());
        let mut wanted: Vec<Key> = self.again.iter().map(|(key, _)| *key).collect();
        wanted.extend(contradictions.iter().flat_map(|own| [(own.slot, own.this.0), (own.slot, own.before.0)]));
        if wanted.is_empty() {
            return Ok((self.tally, self.found));
        }
        let looked = second_look(self.context, &mut self.rows, &wanted, files)?;
        for ((slot, period), place) in &self.again {
            let finding = self.rows.duplicate_at(*slot, *period);
            let first = looked.get(&(*slot, *period)).map_or(*place, |looked: &Looked| looked.row);
            self.found.push(Diagnostic::new(finding, *place).with(first, Related::FirstHere));
        }
        for own in contradictions {
            self.context.beyond.trim(&mut self.found, 0, self.severities);
            let cell = |(period, column, _): (usize, u16, i64)| looked.get(&(own.slot, period))?.cell(column);
            let (Some(this), Some(before)) = (cell(own.this), cell(own.before)) else { continue };
            self.found.push(Diagnostic::new(self.rows.contradiction(own), this).with(before, Related::PeriodBefore));
        }
        Ok((self.tally, self.found))
    }
}
