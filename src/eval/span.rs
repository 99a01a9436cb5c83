//! Which months a target is judged over.

use chrono::{Datelike, NaiveDate};

use crate::model::{FormId, IndicatorId, Month, Months, Plan, Query, Schedule, Sought, Target, Task, Timetable};

/// The day judged, and the last year whose periods are: a report on a year judges no target of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// The day judged.
    pub as_of: NaiveDate,
    /// The last year judged.
    pub year: i32,
}

impl Horizon {
    /// Judges every year of a plan.
    pub fn of_plan(plan: &Plan, as_of: NaiveDate) -> Self {
        Self { as_of, year: plan.years.1 }
    }

    /// Returns the same for a day that is not later.
    pub(super) fn until(self, day: Option<NaiveDate>) -> Self {
        Self { as_of: day.map_or(self.as_of, |day| day.min(self.as_of)), ..self }
    }
}

/// Returns the day by which a target must hold; none for a continuous one.
pub fn deadline(plan: &Plan, times: &Timetable, task: &Task, target: &Target, at: Horizon) -> Option<NaiveDate> {
    if target.by.is_some() {
        return target.by;
    }
    task_deadline(plan, task, judged_year(plan, times, target.indicator, at), at.as_of)
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
pub(super) fn judged_year(plan: &Plan, times: &Timetable, indicator: IndicatorId, at: Horizon) -> i32 {
    let year = |form: FormId| times.form(form).last_closed(at.as_of).map_or(plan.years.0, |term| term.period.year());
    plan.forms_of(indicator).into_iter().map(year).min().unwrap_or(plan.years.0).min(at.year)
}

/// Returns the months a target is judged over: the year so far, not past its deadline, or the last closed period alone.
pub(super) fn of_target(plan: &Plan, times: &Timetable, task: &Task, target: &Target, at: Horizon) -> Months {
    let by = deadline(plan, times, task, target, at);
    if target.over_period {
        return last_period(plan, times, target.indicator, at.until(by));
    }
    let year = judged_year(plan, times, target.indicator, at.until(by));
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
fn last_period(plan: &Plan, times: &Timetable, indicator: IndicatorId, at: Horizon) -> Months {
    let last = plan.window.last_day(Month::january(at.year).plus(11));
    let until = at.until(last).as_of;
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
pub fn queries(plan: &Plan, times: &Timetable, at: Horizon) -> (Vec<Query>, Vec<Vec<Asked>>) {
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
            let query = |span| Query { sought: Sought::Indicator(target.indicator), span, by_unit: target.each_unit };
            let span = of_target(plan, times, task, target, at);
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
