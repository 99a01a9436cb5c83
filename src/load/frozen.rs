//! `data/freezes.csv` and `data/frozen.csv`: which periods are locked, and what was reported for them then.

use std::collections::HashMap;
use std::io;

use super::plan::Loaded;
use super::records::{required, rows};
use super::whole::{Context, DataSet};
use crate::diag::{Diagnostic, Place, SourceId};
use crate::model::{ACTIONS, FREEZES, FROZEN, FormId, Frozen, Lock, Period, Row, UnitId};
use crate::syntax::cell::{date, number};
use crate::syntax::csv::{Record, written};
use crate::syntax::fingerprint::fingerprint;
use crate::text::{Finding, Noun, Related};

/// What is locked.
#[derive(Clone, Debug, Default)]
pub(super) struct Locked {
    pub(super) locks: Vec<Lock>,
    reports: Vec<Frozen>,
}

/// Reads what is locked.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub(super) fn locked(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    found: &mut Vec<Diagnostic>,
) -> Result<Locked, (SourceId, io::Error)> {
    let mut locked = Locked::default();
    let mut copies: HashMap<Period, Vec<String>> = HashMap::new();
    let findings = (context.beyond, &loaded.severities);
    for &file in data.of("freezes") {
        rows(context.sources, findings, file, &FREEZES, found, |record, at, found| {
            act(&mut locked.locks, record, at, found);
        })
        .map_err(|error| (file, error))?;
    }
    for &file in data.of("frozen") {
        rows(context.sources, findings, file, &FROZEN, found, |record, at, found| {
            let Some(own) = report(loaded, record, at, found) else { return };
            copies.entry(own.locked).or_default().push(copy(&at.iter().map(|at| record.get(*at)).collect::<Vec<_>>()));
            locked.reports.push(own);
        })
        .map_err(|error| (file, error))?;
    }
    for lock in &locked.locks {
        let copies = copies.get(&lock.period).map_or(&[][..], Vec::as_slice);
        if copies.len() != lock.reports || seal(copies) != lock.fingerprint {
            let finding = Finding::FrozenTampered { period: lock.period.to_string() };
            found.push(Diagnostic::new(finding, lock.place));
        }
    }
    let is_open = |own: &&Frozen| !locked.locks.iter().any(|lock| lock.period == own.locked);
    if let Some(own) = locked.reports.iter().find(is_open) {
        found.push(Diagnostic::new(Finding::FrozenTampered { period: own.locked.to_string() }, own.place));
    }
    Ok(locked)
}

/// Writes a locked report as its fingerprint takes it.
fn copy(cells: &[&str]) -> String {
    written(cells.iter().copied())
}

/// Returns what locked reports come to, whatever order they stand in.
fn seal(copies: &[String]) -> String {
    let mut copies: Vec<&str> = copies.iter().map(String::as_str).collect();
    copies.sort_unstable();
    fingerprint(&copies.join("\n"))
}

/// Returns what reports to be locked come to, each by its cells in the order of [`FROZEN`].
pub fn seal_of(reports: &[[String; 6]]) -> String {
    let copies: Vec<String> =
        reports.iter().map(|cells| copy(&cells.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    seal(&copies)
}

/// Takes a row of the log: a period is locked, or is so no longer.
fn act(locks: &mut Vec<Lock>, record: &Record<'_>, at: &[usize], found: &mut Vec<Diagnostic>) {
    let period = period(record, at[0], found);
    let action = required(record, at[1], "action", found);
    let on = match required(record, at[2], "on", found).map(|cell| (date(&cell.value), cell)) {
        Some((Ok(day), _)) => Some(day),
        Some((Err(why), cell)) => {
            found.push(Diagnostic::new(Finding::BadDate { text: cell.value, why }, cell.place));
            None
        }
        None => None,
    };
    let (Some(period), Some(action), Some(on)) = (period, action, on) else { return };
    if !ACTIONS.contains(&action.value.as_str()) {
        found.push(Diagnostic::new(Finding::UnknownAction { text: action.value }, action.place));
        return;
    }
    locks.retain(|lock| lock.period != period);
    if action.value == ACTIONS[0] {
        let reports = record.get(at[3]).parse().unwrap_or(usize::MAX);
        let fingerprint = record.get(at[4]).to_owned();
        locks.push(Lock { period, on, reports, fingerprint, place: record.place() });
    }
}

fn period(record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<Period> {
    let cell = required(record, column, "period", found)?;
    let period = Period::parse(&cell.value);
    if period.is_none() {
        found.push(Diagnostic::new(Finding::BadPeriod { text: cell.value, near: None }, cell.place));
    }
    period
}

fn report(loaded: &Loaded, record: &Record<'_>, at: &[usize], found: &mut Vec<Diagnostic>) -> Option<Frozen> {
    let (locked, own) = (period(record, at[0], found), period(record, at[2], found));
    let id = required(record, at[1], "form", found)?;
    let form = loaded.plan.forms.iter().position(|form| form.id.value == id.value).map(FormId::at);
    if form.is_none() {
        let finding = Finding::UnknownId { id: id.value, wanted: Noun::Form, near: None, is_name: false };
        found.push(Diagnostic::new(finding, id.place));
    }
    let name = required(record, at[3], "unit", found)?;
    let unit = loaded.unit_called(&name.value);
    if unit.is_none() {
        let near = loaded.nearest_name(&name.value);
        found.push(Diagnostic::new(Finding::UnknownUnit { name: name.value, near }, name.place));
    }
    let figures = record.get(at[5]).split(' ').filter_map(|pair| pair.split_once('='));
    Some(Frozen {
        locked: locked?,
        form: form?,
        unit: unit?,
        period: own?,
        reported: record.get(at[4]).to_owned(),
        figures: figures.map(|(id, value)| (id.to_owned(), value.to_owned())).collect(),
        place: record.place(),
    })
}

/// What is locked of one form, and which of it has been seen.
pub(super) struct Watched<'a> {
    reports: HashMap<(UnitId, Period), (&'a Frozen, bool)>,
    locks: &'a [Lock],
}

impl Locked {
    /// Returns what is locked of a form.
    pub(super) fn of(&self, form: FormId) -> Watched<'_> {
        // A copy that nothing locks has been told.
        let is_locked = |own: &&Frozen| self.locks.iter().any(|lock| lock.period == own.locked);
        let own = self.reports.iter().filter(|own| own.form == form).filter(is_locked);
        Watched { reports: own.map(|own| ((own.unit, own.period), (own, false))).collect(), locks: &self.locks }
    }
}

/// A report as it stands now.
pub(super) struct Now<'a> {
    pub(super) form: &'a crate::model::Form,
    pub(super) unit: UnitId,
    pub(super) name: String,
    pub(super) period: Period,
    pub(super) reported: String,
    pub(super) cells: &'a [Option<i64>],
    pub(super) place: Place,
    /// The cells of the measures.
    pub(super) places: Vec<Place>,
}

impl Watched<'_> {
    /// Tells whether anything is locked at all, so that others need no second thought.
    pub(super) fn is_empty(&self) -> bool {
        self.locks.is_empty()
    }

    /// Compares a report with what was locked.
    pub(super) fn see(&mut self, now: &Now<'_>, found: &mut Vec<Diagnostic>) {
        let says = |locked: Period, measure: &str, was: &str, is: &str| Finding::FrozenChanged {
            locked: locked.to_string(),
            unit: now.name.clone(),
            period: now.period.to_string(),
            measure: measure.to_owned(),
            figures: Box::new([was.to_owned(), is.to_owned()]),
        };
        let Some((own, seen)) = self.reports.get_mut(&(now.unit, now.period)) else {
            let lock = self.locks.iter().find(|lock| lock.period.months().covers(now.period.months()));
            if let Some(lock) = lock.filter(|_| now.cells.iter().any(Option::is_some)) {
                let finding = Finding::FrozenAdded { unit: now.name.clone(), period: now.period.to_string() };
                found.push(Diagnostic::new(finding, now.place).with(lock.place, Related::LockedHere));
            }
            return;
        };
        *seen = true;
        if own.reported != now.reported {
            let finding = says(own.locked, "reported", &own.reported, &now.reported);
            found.push(Diagnostic::new(finding, now.place).with(own.place, Related::LockedHere));
        }
        for (column, measure) in now.form.measures.iter().enumerate() {
            let was = own.figures.iter().find(|(id, _)| *id == measure.id.value).map(|(_, value)| value.as_str());
            let is = now.cells.get(column).copied().flatten();
            // What can no longer be read, as where decimals were taken away, is not what it was.
            if was.map(|was| number(was, measure.decimals).ok()) == is.map(|is| Some(i128::from(is))) {
                continue;
            }
            let shown = is.and_then(|is| crate::model::Decimal::new(i128::from(is), measure.decimals));
            let shown = shown.map_or_else(String::new, |is| is.to_string());
            let finding = says(own.locked, &measure.name, was.unwrap_or_default(), &shown);
            let place = now.places.get(column).copied().unwrap_or(now.place);
            found.push(Diagnostic::new(finding, place).with(own.place, Related::LockedHere));
        }
        // A measure that the form has no more takes its figures along.
        let is_lost = |id: &str| now.form.measures.iter().all(|measure| measure.id.value != id);
        for (id, was) in own.figures.iter().filter(|(id, _)| is_lost(id)) {
            let finding = says(own.locked, id, was, "");
            found.push(Diagnostic::new(finding, now.place).with(own.place, Related::LockedHere));
        }
    }

    /// Reports what was locked and is no longer there, but for what `is_told` knows to have findings of its own.
    pub(super) fn gone(
        self,
        name: &dyn Fn(UnitId) -> String,
        is_told: &dyn Fn(UnitId, Period) -> bool,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut gone: Vec<&Frozen> = self.reports.into_values().filter(|(_, seen)| !seen).map(|(own, _)| own).collect();
        gone.sort_by_key(|own| own.place);
        for own in gone.into_iter().filter(|own| !is_told(own.unit, own.period)) {
            let finding = Finding::FrozenGone { unit: name(own.unit), period: own.period.to_string() };
            found.push(Diagnostic::new(finding, own.place));
        }
    }
}

/// Writes a report as `data/frozen.csv` has it.
pub fn frozen_row(loaded: &Loaded, locked: Period, form: FormId, row: &Row) -> [String; 6] {
    let declared = loaded.plan.form(form);
    let figures = declared.measures.iter().zip(&row.cells).filter_map(|(measure, value)| {
        let value = crate::model::Decimal::new(i128::from((*value)?), measure.decimals)?;
        Some(format!("{}={value}", measure.id.value))
    });
    [
        locked.to_string(),
        declared.id.value.clone(),
        row.period.to_string(),
        loaded.plan.unit(row.unit).id.clone(),
        row.reported.map_or_else(String::new, |day| day.to_string()),
        figures.collect::<Vec<_>>().join(" "),
    ]
}
