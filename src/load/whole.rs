//! The whole folder: plan.toml first, then everything under data/ for a date.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::NaiveDate;

use super::dossiers::{Register, register};
use super::figures::read_form;
use super::frozen::{Locked, locked};
use super::plan::{Loaded, plan as read_plan};
use super::records;
use super::scores::scores;
use crate::diag::{Beyond, Diagnostic, Place, Severities, SourceId, Sources};
use crate::model::{Figures, FormId, FormTally, Query, Timetable};
use crate::syntax::csv::{Next, Rows};
use crate::syntax::names::nearest;
use crate::text::{Finding, Stray};

/// Under this many bytes of reports, starting threads costs more than it saves.
pub(super) const THREADS_FROM: u64 = 1 << 20;

/// What reading the figures needs beside the plan.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The plan's periods.
    pub times: &'a Timetable,
    /// What the figures are folded for.
    pub queries: &'a [Query],
    /// The day judged.
    pub as_of: NaiveDate,
    /// Today; nothing may be dated later.
    pub today: NaiveDate,
    /// Whether spellings that only an alias made right are told.
    pub spellings: bool,
    /// Counts the findings that are too many to keep.
    pub beyond: &'a Beyond,
}

/// The files under data/, by the form or list they belong to.
#[derive(Clone, Debug, Default)]
pub struct DataSet {
    /// Their numbers among the sources, by name.
    pub files: BTreeMap<String, Vec<SourceId>>,
    /// The files that may hold criteria: name, number among the sources, text.
    pub criteria: Vec<(String, SourceId, String)>,
    /// Their size together, in bytes.
    pub bytes: u64,
}

impl DataSet {
    pub(super) fn of(&self, name: &str) -> &[SourceId] {
        self.files.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The lists under data/ that are not forms.
pub(super) const LISTS: [&str; 8] =
    ["deliverables", "updates", "units", "scores", "freezes", "frozen", "dossiers", "procedures"];

/// Reads plan.toml and `data/units.csv`; none if not even the plan's years can be told, the findings saying why.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn plan(
    sources: &Sources,
    source: SourceId,
    text: &str,
    data: &DataSet,
    beyond: &Beyond,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<Loaded>, (SourceId, io::Error)> {
    let before = found.len();
    let mut rows = Vec::new();
    for &file in data.of("units") {
        rows.extend(records::units(sources, beyond, file, found).map_err(|error| (file, error))?);
    }
    let loaded = read_plan(source, text, rows, &data.criteria, found);
    if let Some(loaded) = &loaded {
        let claimed = |name: &str| LISTS.contains(&name) || loaded.plan.forms.iter().any(|form| form.id.value == name);
        for (name, files) in data.files.iter().filter(|(name, _)| loaded.data_ready && !claimed(name)) {
            for &source in files {
                let place = Place { source, start: 0, end: 0, line: 1, line_start: 0 };
                let names = LISTS.into_iter().chain(loaded.plan.forms.iter().map(|form| form.id.value.as_str()));
                let near = nearest(name, names).map(|near| format!("{near}.csv"));
                let finding = Finding::UnclaimedFile { name: name.clone(), kind: Stray::Table, near };
                found.push(Diagnostic::new(finding, place));
            }
        }
        let is_named = |file: SourceId| loaded.plan.indexes.iter().any(|index| index.file == Some(file));
        for (name, source, _) in data.criteria.iter().filter(|own| loaded.data_ready && !is_named(own.1)) {
            let place = Place { source: *source, start: 0, end: 0, line: 1, line_start: 0 };
            let finding = Finding::UnclaimedFile { name: format!("data/{name}"), kind: Stray::Other, near: None };
            found.push(Diagnostic::new(finding, place));
        }
        loaded.severities.apply(found, before);
    }
    Ok(loaded)
}

/// Reads everything else under data/.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn figures(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    found: &mut Vec<Diagnostic>,
) -> Result<Figures, (SourceId, io::Error)> {
    let before = found.len();
    let locked = locked(context, loaded, data, found)?;
    let register = register(context, loaded, data, found)?;
    let forms = forms(context, loaded, (&locked, &register), data, found)?;
    let (mut handed, mut updates) = (Vec::new(), Vec::new());
    for &file in data.of("deliverables") {
        handed.extend(records::handed(context, loaded, file, found).map_err(|error| (file, error))?);
    }
    for &file in data.of("updates") {
        updates.extend(records::updates(context, loaded, file, found).map_err(|error| (file, error))?);
    }
    let mut points = Vec::new();
    for &file in data.of("scores") {
        points.extend(scores(context, loaded, file, found).map_err(|error| (file, error))?);
    }
    points.sort_by_key(|own| (own.index, own.criterion, own.round));
    handed.sort_by(|a, b| {
        (a.task, a.deliverable, a.issued, &a.number, a.place).cmp(&(
            b.task,
            b.deliverable,
            b.issued,
            &b.number,
            b.place,
        ))
    });
    updates.sort_by_key(|a| (a.date, a.task, a.place));
    loaded.severities.apply(found, before);
    Ok(Figures { forms, handed, updates, scores: points, locks: locked.locks, counted: register.counted })
}

/// Reads the files under data/ as text only, where the plan is not fit to say what should stand in them.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn texts(
    sources: &Sources,
    data: &DataSet,
    beyond: &Beyond,
    found: &mut Vec<Diagnostic>,
) -> Result<(), (SourceId, io::Error)> {
    let before = found.len();
    // Units have been read with the plan.
    let files = data.files.iter().filter(|(name, _)| *name != "units").flat_map(|(_, files)| files);
    for &file in files {
        let Some(source) = sources.get(file) else { continue };
        let mut read = || -> io::Result<()> {
            let Some(mut rows) = Rows::open(source.open.open()?, file, found)? else { return Ok(()) };
            loop {
                beyond.trim(found, before, &Severities::default());
                if let Next::End = rows.next(found)? {
                    return Ok(());
                }
            }
        };
        read().map_err(|error| (file, error))?;
    }
    Ok(())
}

type FormRead = Result<(FormTally, Vec<Diagnostic>), (SourceId, io::Error)>;

/// Reads the forms, each by itself, several at once where there is much to read. The order of threads leaves no trace.
fn forms(
    context: Context<'_>,
    loaded: &Loaded,
    (locked, register): (&Locked, &Register),
    data: &DataSet,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<FormTally>, (SourceId, io::Error)> {
    let plan = &loaded.plan;
    let read = |at: usize| -> FormRead {
        let form = FormId::at(at);
        let files = data.of(&plan.form(form).id.value);
        read_form(context, loaded, (form, locked.of(form), register.of(form)), files)
    };
    let threads = if data.bytes < THREADS_FROM {
        1
    } else {
        thread::available_parallelism().map_or(1, usize::from).min(plan.forms.len())
    };
    let results = if threads < 2 {
        (0..plan.forms.len()).map(read).collect()
    } else {
        in_threads(threads, plan.forms.len(), &read)
    };
    let mut tallies = Vec::new();
    for result in results {
        let (tally, findings) = result?;
        tallies.push(tally);
        found.extend(findings);
    }
    Ok(tallies)
}

fn in_threads(threads: usize, forms: usize, read: &(impl Fn(usize) -> FormRead + Sync)) -> Vec<FormRead> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= forms {
                return done;
            }
            done.push((at, read(at)));
        }
    };
    let mut results: Vec<(usize, FormRead)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}
