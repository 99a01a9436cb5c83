//! Updates: the story that a task without targets owes in each period.

use chrono::NaiveDate;

use super::Verdict;
use super::deliverable::{DeliverableResult, done_on};
use super::target::Context;
use crate::model::{Period, Schedule, Task, Term, Update};

/// The updates of a task judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdatesResult {
    /// The verdict.
    pub verdict: Verdict,
    /// The latest period for which an update is due.
    pub period: Option<Period>,
    /// Every period for which an update is due and missing, with its due day.
    pub missing: Vec<(Period, NaiveDate)>,
    /// Every period for which an update is due and in, with its due day and the day of the first.
    pub told: Vec<(Period, NaiveDate, NaiveDate)>,
}

/// Judges the updates of a task; none where none are owed.
pub(super) fn judge_updates(
    context: Context<'_>,
    task: usize,
    deliverables: &[DeliverableResult],
) -> Option<UpdatesResult> {
    let terms = context.times.updates()?;
    let declared = &context.plan.tasks[task];
    if !declared.targets.is_empty() {
        return None;
    }
    let owed = |term: &&Term| declared.assigned.is_none_or(|assigned| assigned <= term.last);
    let done = done_on(context, task).into_iter().chain(handed_in_on(declared, deliverables)).min();
    let due: Vec<&Term> = terms.all().iter().filter(owed).filter(|term| term.is_due(context.as_of)).collect();
    let is_in = |period: Period| is_told(context, task, period);
    let missing: Vec<_> = due
        .iter()
        .filter(|term| !is_in(term.period) && done.is_none_or(|done| term.last < done))
        .filter_map(|term| Some((term.period, term.due?)))
        .collect();
    let first = |period: Period| {
        let own = from_leads(context, task).filter(|update| update.period == Some(period));
        own.map(|update| update.date).min()
    };
    let told = due.iter().filter_map(|term| Some((term.period, term.due?, first(term.period)?))).collect();
    // Once a task is said to be done, or all that it must yield is handed in, it owes no more updates.
    let latest = due.last().map(|term| term.period).filter(|_| done.is_none());
    let verdict = if done.is_some() {
        Verdict::Done
    } else if latest.is_some_and(|period| !is_in(period)) {
        Verdict::NoData
    } else if from_leads(context, task).next().is_some() {
        Verdict::Ongoing
    } else {
        Verdict::NotDue
    };
    Some(UpdatesResult { verdict, period: latest, missing, told })
}

/// Returns the day on which a task by a date had handed in all that it must yield; none before that, or where nothing is owed.
fn handed_in_on(task: &Task, deliverables: &[DeliverableResult]) -> Option<NaiveDate> {
    let is_by_date = matches!(task.schedule, Schedule::By(_));
    let days: Option<Vec<NaiveDate>> = deliverables.iter().map(|own| own.handed_in).collect();
    days.filter(|_| is_by_date)?.into_iter().max()
}

/// Tells whether a lead has told of a task for a period.
pub(super) fn is_told(context: Context<'_>, task: usize, period: Period) -> bool {
    from_leads(context, task).any(|update| update.period == Some(period))
}

/// Returns the updates of a task by its leads that were there on the day judged.
fn from_leads(context: Context<'_>, task: usize) -> impl Iterator<Item = &Update> {
    let declared = &context.plan.tasks[task];
    let updates = context.figures.updates.iter();
    updates.filter(move |update| {
        update.task == task && update.date <= context.as_of && context.plan.leads(declared, update.unit)
    })
}
