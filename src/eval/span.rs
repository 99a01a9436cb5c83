//! Which months a target is judged over.

use chrono::{Datelike, NaiveDate};

use crate::model::{FormId, IndicatorId, Month, Months, Plan, Query, Schedule, Target, Task, Timetable};

/// Returns the day by which a target must hold; none for a continuous one.
pub fn deadline(plan: &Plan, times: &Timetable, task: &Task, target: &Target, as_of: NaiveDate) -> Option<NaiveDate> {
    if target.by.is_some() {
        return target.by;
    }
    task_deadline(plan, task, judged_year(plan, times, target.indicator, as_of), as_of)
}

/// Returns a task's deadline, extended where it is; for a yearly one the day in `year`. None for a continuous task.
pub fn task_deadline(plan: &Plan, task: &Task, year: i32, as_of: NaiveDate) -> Option<NaiveDate> {
    let declared = match task.schedule {
        Schedule::Continuous | Schedule::OnEvent => return None,
        Schedule::By(day) => day,
        Schedule::Every { month, day } => yearly(year.clamp(plan.years.0, plan.years.1), month, day)?,
    };
    let Some(extension) = task.extension(as_of) else { return Some(declared) };
    // Of a yearly task the day is put off that lies last before the new one.
    let next = match task.schedule {
        Schedule::Every { month, day } => yearly(declared.year() + 1, month, day),
        Schedule::By(_) | Schedule::Continuous | Schedule::OnEvent => None,
    };
    let is_other = next.is_some_and(|next| next <= extension.to) || (next.is_some() && extension.to < declared);
    Some(if is_other { declared } else { extension.to })
}

/// Returns a month and day in a year; 29 February of a common year is the 28th.
pub(super) fn yearly(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let on = |day: u8| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
    on(day).or_else(|| on(day - 1))
}

/// Returns the year that is judged: the one of the last closed period of the indicator's forms, the earliest of them; the
/// plan's first year before any period has closed.
pub(super) fn judged_year(plan: &Plan, times: &Timetable, indicator: IndicatorId, as_of: NaiveDate) -> i32 {
    let year = |form: FormId| times.form(form).last_closed(as_of).map_or(plan.years.0, |term| term.period.year());
    plan.forms_of(indicator).into_iter().map(year).min().unwrap_or(plan.years.0)
}

/// Returns the months a target is judged over: the year so far, not past its deadline, or the last closed period alone.
pub(super) fn of_target(plan: &Plan, times: &Timetable, task: &Task, target: &Target, as_of: NaiveDate) -> Months {
    let by = deadline(plan, times, task, target, as_of);
    let until = by.map_or(as_of, |by| by.min(as_of));
    if target.over_period {
        return last_period(plan, times, target.indicator, until);
    }
    let year = judged_year(plan, times, target.indicator, until);
    whole_year(plan, by.map_or(year, |by| year.min(by.year())).max(plan.years.0), by)
}

/// Returns the months of a year that end on or before a day, if one is given.
pub(super) fn whole_year(plan: &Plan, year: i32, by: Option<NaiveDate>) -> Months {
    let first = Month::january(year);
    let mut last = first.plus(11);
    while let Some(by) = by {
        if last < first || plan.window.last_day(last).is_some_and(|end| end <= by) {
            break;
        }
        last = last.plus(-1);
    }
    Months { first, last }
}

/// Returns the form with the longest periods among those of an indicator: in each of its periods every form has one.
pub(super) fn longest(plan: &Plan, indicator: IndicatorId) -> Option<FormId> {
    plan.forms_of(indicator).into_iter().max_by_key(|&form| plan.form(form).every)
}

/// Returns the last period that is over by a day, of the form with the longest periods; nothing before any is.
pub(super) fn last_period(plan: &Plan, times: &Timetable, indicator: IndicatorId, until: NaiveDate) -> Months {
    let term = longest(plan, indicator).and_then(|form| times.form(form).last_closed(until));
    // Before any period is over there is nothing to judge.
    let first = Month::january(plan.years.0);
    term.map_or(Months { first, last: first.plus(-1) }, |term| term.period.months())
}

/// Where the figures of one target are found in the list of queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The span it is judged over.
    pub main: usize,
    /// The period before, for a target over the last period while nothing of that is in or due yet.
    pub before: Option<usize>,
}

/// Returns what the targets of the plan ask of the figures, each query once, and for each task and target where its own are.
pub fn queries(plan: &Plan, times: &Timetable, as_of: NaiveDate) -> (Vec<Query>, Vec<Vec<Asked>>) {
    let mut list: Vec<Query> = Vec::new();
    let mut place = |query: Query| {
        if let Some(at) = list.iter().position(|known| *known == query) {
            at
        } else {
            list.push(query);
            list.len() - 1
        }
    };
    let mut asked = Vec::new();
    for task in &plan.tasks {
        let mut of_task = Vec::new();
        for target in &task.targets {
            let query = |span| Query { indicator: target.indicator, span, by_unit: target.each_unit };
            let span = of_target(plan, times, task, target, as_of);
            let main = place(query(span));
            let before = target.over_period.then(|| before(plan, span)).flatten().map(|span| place(query(span)));
            of_task.push(Asked { main, before });
        }
        asked.push(of_task);
    }
    (list, asked)
}

// The stretch of the same length before one, within the plan.
fn before(plan: &Plan, span: Months) -> Option<Months> {
    let length = span.last.since(span.first) + 1;
    let earlier = Months { first: span.first.plus(-length), last: span.last.plus(-length) };
    plan.months().covers(earlier).then_some(earlier)
}
