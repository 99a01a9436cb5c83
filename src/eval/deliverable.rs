//! Deliverables: handed in, in time or not.

use chrono::NaiveDate;

use super::Verdict;
use super::span::{task_deadline, yearly};
use super::target::Context;
use crate::diag::Place;
use crate::model::{Deliverable, Handed, Schedule, Update, UpdateKind};

/// A deliverable judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliverableResult {
    /// Place of the deliverable in the task.
    pub deliverable: usize,
    /// The verdict.
    pub verdict: Verdict,
    /// The day it is due.
    pub due: NaiveDate,
    /// The due day before it, of a yearly task: only what came later counts.
    pub after: Option<NaiveDate>,
    /// The day it was handed in.
    pub handed_in: Option<NaiveDate>,
    /// The document that proves it, by its place among all.
    pub evidence: Option<usize>,
}

/// Returns the documents of a deliverable that were there on the day judged, by day of issue, with their place among all.
fn documents(context: Context<'_>, at: (usize, usize)) -> impl Iterator<Item = (usize, &Handed)> {
    let on_file = context.figures.handed.iter().enumerate();
    on_file.filter(move |(_, handed)| (handed.task, handed.deliverable) == at && handed.issued <= context.as_of)
}

/// Returns the day of the task's first `done` update.
pub(super) fn done_on(context: Context<'_>, task: usize) -> Option<NaiveDate> {
    done(context, task).map(|update| update.date)
}

fn done(context: Context<'_>, task: usize) -> Option<&Update> {
    let updates =
        context.figures.updates.iter().filter(|update| update.task == task && update.kind == UpdateKind::Done);
    updates.filter(|update| update.date <= context.as_of).min_by_key(|update| update.date)
}

/// Judges a deliverable; none only past the end of the calendar.
pub(super) fn judge_deliverable(context: Context<'_>, at: (usize, usize), year: i32) -> Option<DeliverableResult> {
    let declared = &context.plan.tasks[at.0].deliverables[at.1];
    let mut found: Vec<_> = documents(context, at)
        .filter(|(_, handed)| !declared.numbered || handed.number.is_some())
        .map(|(index, handed)| (handed.issued, Some(index)))
        .collect();
    if !declared.numbered {
        found.extend(done_on(context, at.0).map(|day| (day, None)));
    }
    // An earlier day first; on the same day a document before an update.
    found.sort_unstable_by_key(|(day, index)| (*day, index.is_none(), *index));
    let dues = occurrences(context, declared, at.0, year)?;
    let turns = turns(&dues, &found);
    // The first day that has passed without its document, else the last one there is.
    let missed = (0..dues.len()).find(|&turn| dues[turn] < context.as_of && turns[turn].is_none());
    let current = missed.unwrap_or(dues.len() - 1);
    let (due, handed_in) = (dues[current], turns[current]);
    let verdict = match handed_in {
        Some((day, _)) if day <= due => Verdict::Done,
        Some(_) => Verdict::DoneLate,
        None if context.as_of <= due => Verdict::Open,
        None => Verdict::Overdue,
    };
    Some(DeliverableResult {
        deliverable: at.1,
        verdict,
        due,
        after: current.checked_sub(1).map(|before| dues[before]),
        handed_in: handed_in.map(|(day, _)| day),
        evidence: handed_in.and_then(|(_, index)| index),
    })
}

/// What was handed in on a day: a document by its place among all, or a word in an update.
type HandedIn = (NaiveDate, Option<usize>);

/// Gives each due day, in order, the first thing handed in after the due day before it: later ones of the same year add to
/// it and are none of the next year's.
fn turns(dues: &[NaiveDate], found: &[HandedIn]) -> Vec<Option<HandedIn>> {
    let mut rest = found;
    let mut turns = Vec::new();
    for turn in 0..dues.len() {
        let after = turn.checked_sub(1).map(|before| dues[before]);
        let skipped = rest.iter().take_while(|(day, _)| after.is_some_and(|after| *day <= after)).count();
        rest = &rest[skipped..];
        turns.push(rest.first().copied());
        rest = rest.get(1..).unwrap_or_default();
    }
    turns
}

/// Returns the days on which a deliverable is due: one, or one a year for a yearly task.
fn occurrences(context: Context<'_>, declared: &Deliverable, task: usize, year: i32) -> Option<Vec<NaiveDate>> {
    let plan = context.plan;
    let task = &plan.tasks[task];
    let once = |day: NaiveDate| Some(vec![day]);
    if let Some(due) = declared.due {
        return once(due);
    }
    if let (Schedule::Every { month, day }, None) = (task.schedule, task.extension(context.as_of)) {
        // Up to the day of the year judged, and not before the task was given.
        let days = (plan.years.0..=year).map(|year| yearly(year, month, day)).collect::<Option<Vec<_>>>()?;
        let given = |day: &NaiveDate| task.assigned.is_none_or(|assigned| assigned <= *day);
        let owed: Vec<NaiveDate> = days.iter().copied().filter(given).collect();
        return Some(if owed.is_empty() { days.into_iter().rev().take(1).collect() } else { owed });
    }
    match task_deadline(plan, task, year, context.as_of) {
        Some(day) => once(day),
        None => once(plan.days()?.1),
    }
}

/// Something that is said to be done, for which a numbered document is owed and not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unproven {
    /// Place of the deliverable in the task.
    pub deliverable: usize,
    /// The row that says so: the document without a number, or the update.
    pub said: Place,
    /// Whether it is a document.
    pub is_document: bool,
}

/// Returns what a task says to be done without the document that proves it.
pub(super) fn unproven(context: Context<'_>, task: usize, judged: &[DeliverableResult]) -> Vec<Unproven> {
    let declared = &context.plan.tasks[task].deliverables;
    let missing = |result: &&DeliverableResult| declared[result.deliverable].numbered && result.handed_in.is_none();
    let is_new = |result: &DeliverableResult, handed: &Handed| result.after.is_none_or(|after| after < handed.issued);
    let said = |result: &DeliverableResult| {
        let mut documents = documents(context, (task, result.deliverable));
        let document = documents.find(|(_, handed)| is_new(result, handed)).map(|(_, handed)| (handed.place, true));
        document.or_else(|| done(context, task).map(|update| (update.place, false)))
    };
    let unproven = |result: &DeliverableResult| {
        let (said, is_document) = said(result)?;
        Some(Unproven { deliverable: result.deliverable, said, is_document })
    };
    judged.iter().filter(missing).filter_map(unproven).collect()
}
