//! Who reported, in time, late or not at all.

use chrono::NaiveDate;

use super::target::Context;
use super::task::TaskResult;
use crate::model::{FormId, FormTally, Party, Period};

/// How a form was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormReporting {
    /// The form.
    pub form: FormId,
    /// Reports due.
    pub due: usize,
    /// Of those, received.
    pub received: usize,
    /// Of those, received after the due day.
    pub late: usize,
}

impl FormReporting {
    /// Returns how many were received by their due day.
    pub fn on_time(self) -> usize {
        self.received - self.late
    }

    /// Returns how many are missing.
    pub fn missing(self) -> usize {
        self.due - self.received
    }
}

/// What is owed: a report of a form, or an update of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Debt {
    /// A form's report.
    Form(FormId),
    /// A task's update, by the task's place in the plan.
    Task(usize),
}

/// Something due that is not in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Who owes it.
    pub party: Party,
    /// What.
    pub debt: Debt,
    /// For which period.
    pub period: Period,
    /// The day it was due.
    pub due: NaiveDate,
    /// Days from the due day to the day judged.
    pub days_late: i64,
    /// Whether there is a row that could not be used: then the file is to be mended, not the unit to be reminded.
    pub rejected: bool,
}

/// Counts a form's reports, for some periods, of the units whose places in the form are wanted.
pub fn form_reporting(
    tally: &FormTally,
    periods: std::ops::Range<usize>,
    is_wanted: impl Fn(usize) -> bool,
    units: usize,
) -> FormReporting {
    let mut total = FormReporting { form: tally.form(), due: 0, received: 0, late: 0 };
    for period in periods.clone().filter(|&period| tally.is_due(period)) {
        for slot in (0..units).filter(|&slot| is_wanted(slot) && tally.is_owed(slot, period)) {
            total.due += 1;
            total.received += usize::from(tally.is_in(slot, period));
        }
    }
    let late = tally
        .late()
        .iter()
        .filter(|late| periods.contains(&usize::from(late.period)) && tally.is_due(usize::from(late.period)));
    total.late = late.filter(|late| is_wanted(late.slot as usize)).count();
    total
}

/// Lists the reports of a form that are due and not in, by period and unit.
pub(super) fn missing_reports(context: Context<'_>, tally: &FormTally) -> Vec<Owed> {
    let form = context.plan.form(tally.form());
    let terms = context.times.form(tally.form()).all();
    let mut owed = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let Some(due) = term.due.filter(|_| tally.is_due(index)) else { continue };
        for (slot, &unit) in form.units.iter().enumerate() {
            if tally.is_owed(slot, index) && !tally.is_in(slot, index) {
                let days_late = (context.as_of - due).num_days();
                owed.push(Owed {
                    party: Party::Unit(unit),
                    debt: Debt::Form(tally.form()),
                    period: term.period,
                    due,
                    days_late,
                    rejected: tally.is_rejected(slot, index),
                });
            }
        }
    }
    owed
}

/// Lists the updates that are due and not in, by task, period and lead.
pub(super) fn missing_updates(context: Context<'_>, tasks: &[TaskResult]) -> Vec<Owed> {
    let mut owed = Vec::new();
    for result in tasks {
        let Some(updates) = &result.updates else { continue };
        for &(period, due) in &updates.missing {
            let leads = context.plan.tasks[result.task].lead.iter();
            let days_late = (context.as_of - due).num_days();
            owed.extend(leads.map(|&party| Owed {
                party,
                debt: Debt::Task(result.task),
                period,
                due,
                days_late,
                rejected: false,
            }));
        }
    }
    owed
}
