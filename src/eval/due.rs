//! What is overdue and what falls due: reports, updates, deliverables, tasks, targets and their milestones.

use chrono::{Datelike, NaiveDate};

use super::judge::Judgement;
use super::reporting::Debt;
use super::span::task_deadline;
use super::target::Context;
use super::updates::is_told;
use super::{Completion, TaskResult, Verdict};
use crate::model::{Bound, FormId, Party, Period, Schedule, Task, Term};

/// What is to be there on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// A report of a form for a period.
    Report(FormId, Period),
    /// An update of a task, by its place in the plan, for a period.
    Update(usize, Period),
    /// A deliverable, by the place of its task in the plan and its own in the task.
    Deliverable(usize, usize),
    /// A task that declares neither targets nor deliverables.
    Task(usize),
    /// A target's bound, by the place of its task in the plan and its own in the task.
    Target(usize, usize, Bound),
    /// A milestone of a target.
    Milestone(usize, usize, Bound),
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day by which it is to be there.
    pub on: NaiveDate,
    /// What.
    pub duty: Duty,
    /// Who owes it: the units whose report is not in, else who leads the task.
    pub parties: Vec<Party>,
    /// The last day of the period that a report or an update is about.
    pub period_end: Option<NaiveDate>,
    /// Whether it should be there already.
    pub is_overdue: bool,
}

impl Duty {
    /// Returns the place in the plan of the task that it is about; none of a report.
    pub fn task(self) -> Option<usize> {
        match self {
            Self::Report(..) => None,
            Self::Update(task, _)
            | Self::Deliverable(task, _)
            | Self::Task(task)
            | Self::Target(task, ..)
            | Self::Milestone(task, ..) => Some(task),
        }
    }
}

/// Lists what is overdue at the day judged and what falls due from then on to the end of the plan, soonest first; of one day work
/// before reports, in the order of the plan. A report whose row has errors is neither: its file is to be mended.
pub fn due(context: Context<'_>, judgement: &Judgement) -> Vec<Due> {
    let mut list = Vec::new();
    for result in &judgement.tasks {
        list.extend(works(context, result));
        list.extend(targets(context, result));
    }
    list.extend(overdue_reports(context, judgement));
    for form in (0..context.plan.forms.len()).map(FormId::at) {
        list.extend(reports(context, form));
    }
    for result in &judgement.tasks {
        list.extend(updates(context, result));
    }
    // Stable, so that what stands first in the plan stays first.
    list.sort_by_key(|own| own.on);
    list
}

/// Returns the days after one on which a yearly task comes round again within the plan.
fn again<'a>(context: Context<'a>, task: &'a Task, after: NaiveDate) -> impl Iterator<Item = NaiveDate> + 'a {
    let is_yearly = matches!(task.schedule, Schedule::Every { .. });
    let years = (after.year() + 1..=context.plan.years.1).filter(move |_| is_yearly);
    years.filter_map(move |year| task_deadline(context.plan, task, year, context.as_of)).filter(move |day| *day > after)
}

/// Lists the deliverables of a task, and the task itself if it declares nothing to be judged by.
fn works(context: Context<'_>, result: &TaskResult) -> Vec<Due> {
    let task = &context.plan.tasks[result.task];
    let mut list = Vec::new();
    let mut add = |on: NaiveDate, duty: Duty, is_overdue: bool| {
        list.push(Due { on, duty, parties: task.lead.clone(), period_end: None, is_overdue });
    };
    for own in &result.deliverables {
        let duty = Duty::Deliverable(result.task, own.deliverable);
        if matches!(own.verdict, Verdict::Open | Verdict::Overdue) {
            add(own.due, duty, own.verdict == Verdict::Overdue);
        }
        if task.deliverables[own.deliverable].due.is_none() {
            again(context, task, own.due).filter(|on| *on >= context.as_of).for_each(|on| add(on, duty, false));
        }
    }
    if let (true, true, Some(by)) = (task.deliverables.is_empty(), task.targets.is_empty(), result.deadline) {
        let duty = Duty::Task(result.task);
        if result.completion != Completion::Completed {
            add(by, duty, result.completion == Completion::Overdue);
        }
        again(context, task, by).filter(|on| *on >= context.as_of).for_each(|on| add(on, duty, false));
    }
    list
}

/// Lists the bounds that are to hold on a day to come, and the milestones on the way.
fn targets(context: Context<'_>, result: &TaskResult) -> Vec<Due> {
    let task = &context.plan.tasks[result.task];
    let mut list = Vec::new();
    for own in &result.targets {
        let declared = &task.targets[own.target];
        let mut add = |on: NaiveDate, duty: Duty| {
            if on > context.as_of {
                list.push(Due { on, duty, parties: task.lead.clone(), period_end: None, is_overdue: false });
            }
        };
        for milestone in &declared.milestones {
            add(milestone.on, Duty::Milestone(result.task, own.target, milestone.bound));
        }
        let Some(by) = own.deadline else { continue };
        add(by, Duty::Target(result.task, own.target, own.bound));
        if declared.by.is_none() {
            let bound = |on: NaiveDate| Duty::Target(result.task, own.target, declared.bound_on(on));
            again(context, task, by).for_each(|on| add(on, bound(on)));
        }
    }
    list
}

/// Lists the reports and updates that are due and not in, those of one form or task and one period together.
fn overdue_reports(context: Context<'_>, judgement: &Judgement) -> Vec<Due> {
    let mut list: Vec<Due> = Vec::new();
    for owed in judgement.owed.iter().filter(|owed| !owed.rejected) {
        let (duty, terms) = match owed.debt {
            Debt::Form(form) => (Duty::Report(form, owed.period), Some(context.times.form(form))),
            Debt::Task(task) => (Duty::Update(task, owed.period), context.times.updates()),
        };
        if let Some(known) = list.last_mut().filter(|known| known.duty == duty) {
            known.parties.push(owed.party);
            continue;
        }
        let term = terms.and_then(|terms| terms.all().get(terms.index(owed.period)?));
        let period_end = term.map(|term| term.last);
        list.push(Due { on: owed.due, duty, parties: vec![owed.party], period_end, is_overdue: true });
    }
    list
}

/// Lists the reports of a form that fall due and are owed by anybody.
fn reports(context: Context<'_>, id: FormId) -> Vec<Due> {
    let (form, tally) = (context.plan.form(id), context.figures.forms.iter().find(|tally| tally.form() == id));
    let one = |(index, term): (usize, &Term)| {
        let on = term.due.filter(|on| form.sent && *on > context.as_of)?;
        let is_in = |slot: usize| tally.is_some_and(|tally| tally.is_in(slot, index));
        let units = form.units.iter().enumerate();
        let owing = units.filter(|(slot, unit)| context.plan.owes(**unit, id, term) && !is_in(*slot));
        let parties: Vec<Party> = owing.map(|(_, unit)| Party::Unit(*unit)).collect();
        let duty = Duty::Report(id, term.period);
        let due = Due { on, duty, parties, period_end: Some(term.last), is_overdue: false };
        (!due.parties.is_empty()).then_some(due)
    };
    context.times.form(id).all().iter().enumerate().filter_map(one).collect()
}

/// Lists the updates of a task that fall due.
fn updates(context: Context<'_>, result: &TaskResult) -> Vec<Due> {
    let task = &context.plan.tasks[result.task];
    let is_owed = result.updates.as_ref().is_some_and(|updates| updates.verdict != Verdict::Done);
    let Some(terms) = context.times.updates().filter(|_| is_owed) else { return Vec::new() };
    let one = |term: &Term| {
        let on = term.due.filter(|on| *on > context.as_of)?;
        let is_given = task.assigned.is_none_or(|assigned| assigned <= term.last);
        let is_owed = is_given && !is_told(context, result.task, term.period);
        let duty = Duty::Update(result.task, term.period);
        let due = Due { on, duty, parties: task.lead.clone(), period_end: Some(term.last), is_overdue: false };
        is_owed.then_some(due)
    };
    terms.all().iter().filter_map(one).collect()
}
