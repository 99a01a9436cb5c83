//! The whole register, counted for the forms that ask for it.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::NaiveDate;

use super::known::{Known, procedures};
use super::read::{Seen, read, working_days};
use super::row::DossierReader;
use super::second;
use super::twice::Twice;
use crate::diag::{Diagnostic, SourceId};
use crate::load::plan::Loaded;
use crate::load::whole::{Context, DataSet, THREADS_FROM};
use crate::model::{CountedForm, FormId, UnitId, WorkingDays};

/// What the register comes to.
pub(in crate::load) struct Register {
    /// The counted figures, of the forms that have any.
    pub(in crate::load) counted: Vec<CountedForm>,
}

impl Register {
    /// Returns what is counted for a form.
    pub(in crate::load) fn of(&self, form: FormId) -> Option<&CountedForm> {
        self.counted.iter().find(|own| own.form() == form)
    }
}

/// What one file comes to.
struct Part {
    counted: Vec<CountedForm>,
    found: Vec<Diagnostic>,
    again: Vec<String>,
}

/// What the files are read with.
#[derive(Clone, Copy)]
struct Around<'a> {
    context: Context<'a>,
    loaded: &'a Loaded,
    known: &'a Known,
    days: &'a WorkingDays,
    twice: &'a Twice,
    empty: &'a [CountedForm],
}

/// Reads the register and counts it.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub(in crate::load) fn register(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    found: &mut Vec<Diagnostic>,
) -> Result<Register, (SourceId, io::Error)> {
    let plan = &loaded.plan;
    let form = |at: usize| {
        let form = FormId::at(at);
        CountedForm::new(plan, form, context.times.form(form).all(), context.today)
    };
    let mut counted: Vec<CountedForm> = (0..plan.forms.len()).filter_map(form).collect();
    let known = procedures(context, loaded, data, found)?;
    let files = data.of("dossiers");
    if !files.is_empty() {
        let (days, twice, empty) = (working_days(loaded), Twice::new(data.bytes), counted.clone());
        let around = Around { context, loaded, known: &known, days: &days, twice: &twice, empty: &empty };
        let mut again = BTreeSet::new();
        for part in parts(around, files, data.bytes) {
            let part = part?;
            counted.iter_mut().zip(part.counted).for_each(|(own, part)| own.merge(part));
            found.extend(part.found);
            again.extend(part.again);
        }
        if !again.is_empty() {
            second::report(context, loaded, (&known, &days), (files, &again), &mut counted, found)?;
        }
    }
    // Where there is no register at all, nothing is known up to any day.
    if let Some(until) = plan.register.until.filter(|_| !files.is_empty()) {
        reach(&mut counted, (0..plan.units.len()).map(UnitId::at), until);
    }
    Ok(Register { counted })
}

/// Counts the register alone, as of today. What is wrong with rows is reported where everything is read.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn counted(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
) -> Result<Vec<CountedForm>, (SourceId, io::Error)> {
    Ok(register(context, loaded, data, &mut Vec::new())?.counted)
}

/// Reads the files, several at once where there is much to read. The order of threads leaves no trace.
fn parts(around: Around<'_>, files: &[SourceId], bytes: u64) -> Vec<Result<Part, (SourceId, io::Error)>> {
    let read = |at: usize| part(around, files[at]).map_err(|error| (files[at], error));
    let most = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    if bytes < THREADS_FROM || most < 2 {
        return (0..files.len()).map(read).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= files.len() {
                return done;
            }
            done.push((at, read(at)));
        }
    };
    let mut results: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..most).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, part)| part).collect()
}

fn part(around: Around<'_>, file: SourceId) -> io::Result<Part> {
    let Around { context, loaded, known, days, twice, empty } = around;
    let (mut counted, mut found, mut again) = (empty.to_vec(), Vec::new(), Vec::new());
    let mut units: HashSet<UnitId> = HashSet::new();
    let mut last: Option<NaiveDate> = None;
    let mut reader = DossierReader::new(context, loaded, known, days);
    read(context, loaded, &mut reader, file, &mut found, |seen, id, reader| {
        if !id.is_empty() && twice.see(id) {
            again.push(id.to_ascii_lowercase());
        }
        match seen {
            Seen::Dossier(own, _) => {
                units.insert(own.unit);
                last = last.max(own.facts.last_entry(context.today));
                for form in &mut counted {
                    form.add(&own);
                }
            }
            Seen::Lost => {
                let (unit, received) = reader.last();
                for form in &mut counted {
                    form.lose(unit, received);
                }
            }
        }
    })?;
    // Whoever wrote the last entry of a file wrote the others too: it is complete up to then for all whose dossiers it holds.
    if let Some(last) = last {
        reach(&mut counted, units, last);
    }
    Ok(Part { counted, found, again })
}

/// Remembers of some units that their register goes on to a day.
fn reach(counted: &mut [CountedForm], units: impl IntoIterator<Item = UnitId>, day: NaiveDate) {
    for unit in units {
        for form in counted.iter_mut() {
            form.reach(unit, day);
        }
    }
}
