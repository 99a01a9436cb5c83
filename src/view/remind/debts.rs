//! What a unit is reminded of: nothing but what the judgement says, so that a letter and `plan status` agree.

use chrono::NaiveDate;

use crate::eval::{Context, Debt, Due, Duty, Owed, TargetResult, TaskResult, Unproven, Verdict, due};
use crate::model::{FormId, Period, UnitId};
use crate::view::standing::{Standing, sent};
use crate::view::status::Judged;

/// What letters are made from.
#[derive(Clone, Copy)]
pub struct Reminding<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// Where its figures are found.
    pub context: Context<'a>,
    /// The period whose late reports are named.
    pub period: Period,
    /// The day of the letters.
    pub day: NaiveDate,
    /// The day by which an answer is asked for.
    pub by: Option<NaiveDate>,
}

/// What one unit owes, was late with, or falls short of.
#[derive(Clone, Debug)]
pub struct Debts<'a> {
    /// The unit.
    pub unit: UnitId,
    /// Reports that are due and not in.
    pub(super) reports: Vec<&'a Owed>,
    /// Updates of tasks that it leads, due and not in.
    pub(super) updates: Vec<&'a Owed>,
    /// Reports of the period that came late: form, period, days.
    pub(super) late: Vec<(FormId, Period, i64)>,
    /// Work of tasks that it leads that should be there.
    pub(super) works: Vec<Due>,
    /// Work said to be done without its document, with its task.
    pub(super) unproven: Vec<(&'a TaskResult, &'a Unproven)>,
    /// Targets of tasks that it leads.
    pub(super) targets: Vec<&'a TargetResult>,
    /// Targets of other tasks by which it is judged itself.
    pub(super) own: Vec<&'a TargetResult>,
}

impl Debts<'_> {
    /// Tells whether there is nothing to write about.
    pub fn is_nothing(&self) -> bool {
        self.owes_nothing() && self.late.is_empty()
    }

    /// Tells whether there is nothing left to be done.
    pub(super) fn owes_nothing(&self) -> bool {
        self.reports.is_empty()
            && self.updates.is_empty()
            && self.works.is_empty()
            && self.unproven.is_empty()
            && self.targets.is_empty()
            && self.own.is_empty()
    }
}

/// Verdicts that a lead is reminded of; where there are no figures a missing report is named.
const BAD: [Verdict; 2] = [Verdict::Missed, Verdict::Behind];

/// Finds what a unit is to be reminded of.
pub fn debts(reminding: Reminding<'_>, unit: UnitId) -> Debts<'_> {
    let Reminding { judged, context, period, .. } = reminding;
    let plan = judged.plan;
    let is_own = |owed: &&Owed| plan.party_units(&owed.party).contains(&unit);
    let (reports, updates): (Vec<&Owed>, Vec<&Owed>) =
        judged.judgement.owed.iter().filter(is_own).partition(|owed| matches!(owed.debt, Debt::Form(_)));
    let late = sent(judged, period.months()).into_iter().filter(|own| own.unit == unit).filter_map(|own| {
        let Standing::Late(days) = own.standing else { return None };
        Some((own.form, own.period, days))
    });
    let is_work = |own: &Due| own.is_overdue && matches!(own.duty, Duty::Deliverable(..) | Duty::Task(_));
    let of_unit = |own: &Due| own.parties.iter().any(|party| plan.party_units(party).contains(&unit));
    let works = due(context, judged.judgement).into_iter().filter(|own| is_work(own) && of_unit(own));
    let leads = |result: &&TaskResult| plan.leads(&plan.tasks[result.task], unit);
    let tasks = || judged.judgement.tasks.iter();
    let led = || tasks().filter(leads);
    let is_bad = |own: &&TargetResult| BAD.contains(&own.outcome.verdict);
    let falls_short =
        |own: &&TargetResult| own.units.iter().any(|each| each.unit == unit && BAD.contains(&each.outcome.verdict));
    Debts {
        unit,
        reports,
        updates,
        late: late.collect(),
        works: works.collect(),
        unproven: led().flat_map(|result| result.unproven.iter().map(move |own| (result, own))).collect(),
        targets: led().flat_map(|result| &result.targets).filter(is_bad).collect(),
        own: tasks().filter(|own| !leads(own)).flat_map(|own| &own.targets).filter(falls_short).collect(),
    }
}
