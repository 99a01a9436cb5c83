//! A task: as bad as its worst part, and whether it counts as completed.

use chrono::{Datelike, NaiveDate};

use super::deliverable::{DeliverableResult, Unproven, done_on, judge_deliverable, unproven};
use super::span::{Asked, task_deadline};
use super::target::{Context, all_due, judge_target};
use super::updates::{UpdatesResult, judge_updates};
use super::{Overflow, TargetResult, Verdict};
use crate::model::Schedule;

/// A task judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskResult {
    /// Place of the task in the plan.
    pub task: usize,
    /// The worst of its parts.
    pub verdict: Verdict,
    /// Its deadline, extended where it is; none for a continuous one.
    pub deadline: Option<NaiveDate>,
    /// Its targets.
    pub targets: Vec<TargetResult>,
    /// Its deliverables.
    pub deliverables: Vec<DeliverableResult>,
    /// Its updates, where they are owed.
    pub updates: Option<UpdatesResult>,
    /// What is said to be done without the document that proves it.
    pub unproven: Vec<Unproven>,
    /// Whether it counts as completed.
    pub completion: Completion,
}

/// Whether a task counts as completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// All it owes is there.
    Completed,
    /// Its time is over and something is not there.
    Overdue,
    /// Its time is not over.
    InTime,
}

impl Completion {
    /// Returns the word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Overdue => "overdue",
            Self::InTime => "in-time",
        }
    }
}

/// Judges a task.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn judge_task(context: Context<'_>, at: usize, asked: &[Asked]) -> Result<TaskResult, Overflow> {
    let plan = context.plan;
    let task = &plan.tasks[at];
    let year = judged_year(context);
    let targets = asked
        .iter()
        .enumerate()
        .map(|(index, asked)| judge_target(context, (at, index), *asked))
        .collect::<Result<Vec<_>, _>>()?;
    let deliverables: Vec<_> =
        (0..task.deliverables.len()).filter_map(|index| judge_deliverable(context, (at, index), year)).collect();
    let unproven = unproven(context, at, &deliverables);
    let updates = judge_updates(context, at, &deliverables);
    let mut result = TaskResult {
        task: at,
        verdict: Verdict::Open,
        deadline: task_deadline(plan, task, year, context.as_of),
        targets,
        deliverables,
        updates,
        unproven,
        completion: Completion::InTime,
    };
    result.verdict = worst(context, &result).unwrap_or_else(|| before_any_part(context));
    result.completion = completion(context, &result);
    Ok(result)
}

// The year of the last month that is over, within the plan.
fn judged_year(context: Context<'_>) -> i32 {
    let window = context.plan.window;
    let year = window.month_of(context.as_of).map_or(context.as_of.year(), |month| {
        let closed = window.last_day(month).is_some_and(|last| last <= context.as_of);
        if closed { month.year() } else { month.plus(-1).year() }
    });
    year.clamp(context.plan.years.0, context.last_year)
}

fn worst(context: Context<'_>, result: &TaskResult) -> Option<Verdict> {
    let targets = result.targets.iter().map(|target| target.outcome.verdict);
    let deliverables = result.deliverables.iter().map(|deliverable| deliverable.verdict);
    let updates = result.updates.iter().map(|updates| updates.verdict);
    let unproven = result.unproven.iter().map(|_| Verdict::Unproven);
    targets.chain(deliverables).chain(updates).chain(unproven).chain(bare(context, result)).min()
}

/// Judges a task that is to be done by a day and declares neither what it must reach nor what it must yield: only a `done` update
/// tells that it is.
fn bare(context: Context<'_>, result: &TaskResult) -> Option<Verdict> {
    if !result.targets.is_empty() || !result.deliverables.is_empty() {
        return None;
    }
    let deadline = result.deadline?;
    match done_on(context, result.task) {
        Some(day) if day > deadline => Some(Verdict::DoneLate),
        Some(_) => Some(Verdict::Done),
        None => (context.as_of > deadline).then_some(Verdict::Overdue),
    }
}

fn before_any_part(context: Context<'_>) -> Verdict {
    let begun = context.plan.days().is_some_and(|(first, _)| first <= context.as_of);
    if begun { Verdict::Open } else { Verdict::NotDue }
}

fn completion(context: Context<'_>, result: &TaskResult) -> Completion {
    let task = &context.plan.tasks[result.task];
    let time_over = match result.deadline {
        Some(deadline) => {
            context.as_of > deadline && task.targets.iter().all(|target| all_due(context, target, None, deadline))
        }
        None => context.times.closing().is_some_and(|closing| closing <= context.as_of),
    };
    // A yearly task still owes what an earlier year lacks.
    let owes_before =
        result.deliverables.iter().any(|own| own.verdict == Verdict::Overdue && Some(own.due) < result.deadline);
    let time_over = time_over || (owes_before && matches!(task.schedule, Schedule::Every { .. }));
    let complete = is_complete(context, result, time_over);
    match result.deadline {
        _ if time_over && complete => Completion::Completed,
        _ if time_over => Completion::Overdue,
        Some(_) if complete => Completion::Completed,
        Some(_) | None => Completion::InTime,
    }
}

fn is_complete(context: Context<'_>, result: &TaskResult, time_over: bool) -> bool {
    // That nothing arose so far completes nothing before its time.
    let good = |verdict: Verdict| verdict == Verdict::Met || (time_over && verdict == Verdict::NoCases);
    let targets = result.targets.iter().all(|target| good(target.outcome.verdict));
    let deliverables = result.deliverables.iter().all(|own| matches!(own.verdict, Verdict::Done | Verdict::DoneLate));
    let updates = result.updates.as_ref().map(|updates| updates.verdict);
    let told = match (result.deadline, updates) {
        _ if !result.targets.is_empty() => true,
        (Some(_), _) if !result.deliverables.is_empty() => true,
        (Some(_), _) => done_on(context, result.task).is_some(),
        (None, updates) => updates.is_none_or(|updates| matches!(updates, Verdict::Ongoing | Verdict::Done)),
    };
    targets && deliverables && told && result.unproven.is_empty()
}
