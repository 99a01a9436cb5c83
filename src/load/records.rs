//! The lists under data/: units, documents handed in, updates. Each row is kept, for each is shown.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::io;

use chrono::NaiveDate;

use super::Context;
use super::names::Nearest;
use super::plan::Loaded;
use super::row::{alias_used, bad_date};
use super::units::UnitRow;
use crate::diag::{Beyond, Diagnostic, Place, Severities, SourceId, Sources, Spanned};
use crate::model::{HANDED_COLUMNS, Handed, Party, Period, Task, UNIT_COLUMNS, UPDATE_COLUMNS, Update, UpdateKind};
use crate::syntax::cell::date;
use crate::syntax::check::is_id;
use crate::syntax::csv::{Next, Record, Rows, Wanted, columns_by_name};
use crate::syntax::loose;
use crate::syntax::names::{fold, nearest};
use crate::text::{Finding, Noun, Related};

/// Calls `each` with every row of a list, and where its columns stand.
pub(super) fn rows(
    sources: &Sources,
    (beyond, severities): (&Beyond, &Severities),
    file: SourceId,
    names: &[&str],
    found: &mut Vec<Diagnostic>,
    mut each: impl FnMut(&Record<'_>, &[usize], &mut Vec<Diagnostic>),
) -> io::Result<()> {
    let Some(source) = sources.get(file) else { return Ok(()) };
    let Some(mut rows) = Rows::open(source.open.open()?, file, found)? else { return Ok(()) };
    let Some(columns) =
        columns_by_name(&rows, &names.iter().map(|name| Wanted::named(name)).collect::<Vec<_>>(), found)
    else {
        return Ok(());
    };
    let before = found.len();
    loop {
        // No more findings are kept than are shown.
        beyond.trim(found, before, severities);
        match rows.next(found)? {
            Next::Row(record) => each(&record, &columns, found),
            Next::Skipped => {}
            Next::End => return Ok(()),
        }
    }
}

fn cell(record: &Record<'_>, column: usize) -> Spanned<String> {
    Spanned { value: record.get(column).to_owned(), place: record.cell(column) }
}

pub(super) fn optional(record: &Record<'_>, column: usize) -> Option<String> {
    Some(record.get(column).to_owned()).filter(|text| !fold(text).is_empty())
}

pub(super) fn required(
    record: &Record<'_>,
    column: usize,
    name: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Spanned<String>> {
    let cell = cell(record, column);
    if fold(&cell.value).is_empty() {
        found.push(Diagnostic::new(Finding::MissingCell { column: name.to_owned() }, cell.place));
        return None;
    }
    Some(cell)
}

/// Reads `data/units.csv`.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn units(
    sources: &Sources,
    beyond: &Beyond,
    file: SourceId,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Vec<UnitRow>> {
    let mut units = Vec::new();
    // The plan, which may change severities, has not been read.
    rows(sources, (beyond, &Severities::default()), file, &UNIT_COLUMNS, found, |record, at, found| {
        let (Some(id), Some(name)) = (required(record, at[0], "id", found), required(record, at[1], "name", found))
        else {
            return;
        };
        if !is_id(&id.value) {
            found.push(Diagnostic::new(Finding::BadId { id: id.value.clone() }, id.place));
        }
        let parent = Some(cell(record, at[2])).filter(|parent| !fold(&parent.value).is_empty());
        let place = record.cell(at[3]);
        let aliases = record.get(at[3]).split(';').map(str::trim).filter(|alias| !fold(alias).is_empty());
        let aliases = aliases.map(|alias| Spanned { value: alias.to_owned(), place }).collect();
        units.push(UnitRow { id, name, parent, aliases });
    })?;
    Ok(units)
}

/// Finds a task by its number.
fn task(loaded: &Loaded, record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<usize> {
    let text = required(record, column, "task", found)?.value;
    let is_number = text.bytes().all(|b| b.is_ascii_digit());
    let no = text.parse::<u32>().ok().filter(|_| is_number);
    let at = no.and_then(|no| loaded.plan.tasks.iter().position(|task| task.no == no));
    // A task whose number could not be read may be the one that is meant.
    let is_sure = loaded.plan.tasks.iter().all(|task| task.no > 0);
    if at.is_none() && is_sure {
        found.push(Diagnostic::new(Finding::UnknownTask { text }, record.cell(column)));
    }
    at
}

/// Reads a day that must be there and may not be later than today.
fn day(
    context: Context<'_>,
    record: &Record<'_>,
    (column, name): (usize, &str),
    found: &mut Vec<Diagnostic>,
) -> Option<NaiveDate> {
    let text = &required(record, column, name, found)?.value;
    match date(text) {
        Ok(day) if day > context.today => {
            let finding = Finding::DatedInFuture { day: text.clone(), today: context.today.to_string() };
            found.push(Diagnostic::new(finding, record.cell(column)));
            None
        }
        Ok(day) => Some(day),
        Err(why) => {
            found.push(bad_date(text, why, record, column));
            None
        }
    }
}

/// Reads `data/deliverables.csv`.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn handed(
    context: Context<'_>,
    loaded: &Loaded,
    file: SourceId,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Vec<Handed>> {
    let mut list = Vec::new();
    let mut seen = HashMap::new();
    rows(context.sources, (context.beyond, &loaded.severities), file, &HANDED_COLUMNS, found, |record, at, found| {
        let task = task(loaded, record, at[0], found);
        let name = required(record, at[1], "deliverable", found);
        let issued = day(context, record, (at[3], "issued"), found);
        let (Some(task), Some(name)) = (task, name) else { return };
        let deliverable = deliverable(&loaded.plan.tasks[task], &name, found);
        let (Some(deliverable), Some(issued)) = (deliverable, issued) else { return };
        // A dash says that there is none.
        let number = optional(record, at[2]).filter(|number| number.chars().any(char::is_alphanumeric));
        let key = (task, deliverable, issued, name.value.clone(), number.clone());
        found.extend(repeated(&mut seen, key, record));
        list.push(Handed {
            task,
            deliverable,
            name: name.value,
            number,
            issued,
            title: optional(record, at[4]),
            location: optional(record, at[5]),
            link: optional(record, at[6]),
            place: record.place(),
        });
    })?;
    Ok(list)
}

/// Finds a deliverable of a task by its name, or by the name of one that is enough.
fn deliverable(task: &Task, name: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<usize> {
    let folded = fold(&name.value);
    let names = || task.deliverable_names();
    if let Some((at, _)) = names().find(|(_, known)| fold(known) == folded) {
        return Some(at);
    }
    // Where there is but one, it is meant.
    let only = || names().next().filter(|_| names().nth(1).is_none()).map(|(_, known)| known.to_owned());
    let near = nearest(&name.value, names().map(|(_, known)| known)).or_else(only);
    let finding = Finding::UnknownDeliverable { name: name.value.clone(), task: task.no, near };
    found.push(Diagnostic::new(finding, name.place).with(task.place, Related::DeclaredHere));
    None
}

/// Reads `data/updates.csv`.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn updates(
    context: Context<'_>,
    loaded: &Loaded,
    file: SourceId,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Vec<Update>> {
    let mut list = Vec::new();
    let mut seen = HashMap::new();
    let mut spelt = HashSet::new();
    let mut nearest = Nearest::default();
    rows(context.sources, (context.beyond, &loaded.severities), file, &UPDATE_COLUMNS, found, |record, at, found| {
        let date = day(context, record, (at[0], "date"), found);
        let kind = kind(record, at[4], found);
        let period = period(loaded, record, at[1], kind, found);
        let task = task(loaded, record, at[2], found);
        let unit = unit(loaded, &mut nearest, record, at[3], found);
        if let Some(unit) = unit.filter(|_| context.spellings && spelt.insert(record.get(at[3]).to_owned())) {
            found.extend(alias_used(&loaded.plan, unit, record.get(at[3]), record.cell(at[3])));
        }
        let text = required(record, at[5], "text", found);
        let (Some(date), Some(task), Some(unit), Some(kind), Some(text), Some(period)) =
            (date, task, unit, kind, text, period)
        else {
            return;
        };
        let update = Update { date, period, task, unit, kind, text: text.value, place: record.place() };
        let key = (date, period, task, unit, kind, update.text.clone());
        found.extend(repeated(&mut seen, key, record));
        let begins = period.and_then(|period| Some((period, loaded.plan.window.days(period.months())?.0)));
        if let Some((period, _)) = begins.filter(|(_, first)| date < *first) {
            let finding = Finding::UpdatedEarly { day: date.to_string(), period: period.to_string() };
            found.push(Diagnostic::new(finding, record.cell(at[0])));
        }
        let declared = &loaded.plan.tasks[task];
        if !loaded.plan.concerns(declared, unit) {
            let finding = Finding::UnitNotOfTask { unit: loaded.plan.unit(unit).name.clone(), task: declared.no };
            found.push(Diagnostic::new(finding, record.cell(at[3])).with(declared.place, Related::DeclaredHere));
        }
        list.push(update);
    })?;
    Ok(list)
}

/// Reports a row that says what an earlier one says.
fn repeated<K: Hash + Eq>(seen: &mut HashMap<K, Place>, key: K, record: &Record<'_>) -> Option<Diagnostic> {
    match seen.entry(key) {
        Entry::Occupied(first) => {
            Some(Diagnostic::new(Finding::RepeatedRow, record.place()).with(*first.get(), Related::FirstHere))
        }
        Entry::Vacant(place) => {
            place.insert(record.place());
            None
        }
    }
}

fn kind(record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<UpdateKind> {
    let text = required(record, column, "kind", found)?.value;
    let kind = UpdateKind::ALL.into_iter().find(|kind| kind.word() == text);
    if kind.is_none() {
        found.push(Diagnostic::new(Finding::UnknownUpdateKind { text }, record.cell(column)));
    }
    kind
}

/// Reads the period of an update: `Some(None)` where none is needed, none if it is wrong.
#[expect(clippy::option_option, reason = "no period and a wrong period are different things")]
fn period(
    loaded: &Loaded,
    record: &Record<'_>,
    column: usize,
    kind: Option<UpdateKind>,
    found: &mut Vec<Diagnostic>,
) -> Option<Option<Period>> {
    let text = record.get(column);
    if text.is_empty() && kind.is_none_or(|kind| kind == UpdateKind::Done) {
        return Some(None);
    }
    let expected = loaded.plan.updates.map(|updates| updates.every);
    let finding = match Period::parse(text) {
        None if text.is_empty() => Finding::MissingCell { column: "period".to_owned() },
        None => Finding::BadPeriod { text: text.to_owned(), near: loose::period(text) },
        Some(period) if expected.is_some_and(|kind| kind != period.kind()) => {
            let example = expected.map_or(period, |kind| Period::holding(kind, period.months().first)).to_string();
            Finding::PeriodKind { text: text.to_owned(), example }
        }
        Some(period) if !loaded.plan.months().covers(period.months()) => {
            Finding::PeriodOutsidePlan { text: text.to_owned() }
        }
        Some(period) => return Some(Some(period)),
    };
    found.push(Diagnostic::new(finding, record.cell(column)));
    None
}

fn unit(
    loaded: &Loaded,
    nearest: &mut Nearest,
    record: &Record<'_>,
    column: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<crate::model::UnitId> {
    let name = &required(record, column, "unit", found)?.value;
    if let Some(Party::Unit(unit)) = loaded.names.called(name) {
        return Some(unit);
    }
    let finding = match loaded.names.called(name) {
        Some(_) => Finding::WrongNoun { id: name.to_owned(), wanted: Noun::Unit, found: Noun::Group },
        None => Finding::UnknownUnit { name: name.to_owned(), near: nearest.name(name, &loaded.names) },
    };
    found.push(Diagnostic::new(finding, record.cell(column)));
    None
}
