//! What a unit is reminded of: nothing but what the judgement says, so that a letter and `plan status` agree.

use chrono::NaiveDate;

use crate::eval::{Context, Debt, Due, Duty, Owed, TargetResult, TaskResult, UnitOutcome, Unproven, Verdict, due};
use crate::model::{FormId, Period, UnitId};
use crate::view::standing::{Standing, sent};
use crate::view::status::Judged;

/// What letters are made from.
pub struct Reminding<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// The period whose late reports are named.
    pub period: Period,
    /// The day of the letters.
    pub(super) day: NaiveDate,
    /// The day by which an answer is asked for.
    pub(super) by: Option<NaiveDate>,
    /// Work of any unit that should be there.
    works: Vec<Due>,
    /// Reports of the period that came late.
    late: Vec<(UnitId, Late)>,
}

/// A report that came late.
#[derive(Clone, Copy, Debug)]
pub(super) struct Late {
    pub(super) form: FormId,
    pub(super) period: Period,
    pub(super) days: i64,
}

impl<'a> Reminding<'a> {
    /// Looks once at what all units owe: `period` is that whose late reports are named, `day` that of the letters, `by` that by
    /// which an answer is asked for.
    pub fn new(
        judged: Judged<'a>,
        context: Context<'a>,
        period: Period,
        (day, by): (NaiveDate, Option<NaiveDate>),
    ) -> Self {
        let is_work = |own: &Due| own.is_overdue && matches!(own.duty, Duty::Deliverable(..) | Duty::Task(_));
        let late = sent(judged, period.months()).into_iter().filter_map(|own| {
            let Standing::Late(days) = own.standing else { return None };
            Some((own.unit, Late { form: own.form, period: own.period, days }))
        });
        let late = late.collect();
        let works = due(context, judged.judgement).into_iter().filter(is_work).collect();
        Self { judged, period, day, by, works, late }
    }
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
    /// Reports of the period that came late.
    pub(super) late: Vec<Late>,
    /// Work of tasks that it leads that should be there, and why what is said to be done does not count.
    pub(super) works: Vec<(&'a Due, Option<&'a Unproven>)>,
    /// Work not yet due, said to be done without its document, with its task.
    pub(super) unproven: Vec<(&'a TaskResult, &'a Unproven)>,
    /// Targets that it answers for, in the order of the plan.
    pub(super) targets: Vec<Short<'a>>,
}

/// A target that a unit answers for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Short<'a> {
    pub(super) target: &'a TargetResult,
    /// Its own figures, if it is judged by itself and they fall short; else it leads the task.
    pub(super) own: Option<&'a UnitOutcome>,
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
    }

    /// Counts the targets: of one that a unit leads and misses by itself there are two lines.
    pub(super) fn count_targets(&self) -> usize {
        let same = self.targets.chunk_by(|one, next| std::ptr::eq(one.target, next.target));
        same.count()
    }
}

/// Verdicts that a unit is reminded of; where there are no figures a missing report is named.
const BAD: [Verdict; 2] = [Verdict::Missed, Verdict::Behind];

/// Finds what a unit is to be reminded of.
pub fn debts<'a>(reminding: &'a Reminding<'a>, unit: UnitId) -> Debts<'a> {
    let judged = reminding.judged;
    let plan = judged.plan;
    let is_own = |owed: &&Owed| plan.party_units(&owed.party).contains(&unit);
    let (reports, updates): (Vec<&Owed>, Vec<&Owed>) =
        judged.judgement.owed.iter().filter(is_own).partition(|owed| matches!(owed.debt, Debt::Form(_)));
    let late = reminding.late.iter().filter(|(own, _)| *own == unit).map(|(_, late)| *late);
    let leads = |result: &TaskResult| plan.leads(&plan.tasks[result.task], unit);
    let led = || judged.judgement.tasks.iter().filter(|result| leads(result));
    let unproven = || led().flat_map(|result| result.unproven.iter().map(move |own| (result, own)));
    let is_same = |due: &Due, (result, own): &(&TaskResult, &Unproven)| {
        due.duty == Duty::Deliverable(result.task, own.deliverable)
    };
    let of_unit = |own: &&Due| own.parties.iter().any(|party| plan.party_units(party).contains(&unit));
    let works = reminding.works.iter().filter(of_unit);
    let works: Vec<_> = works.map(|due| (due, unproven().find(|own| is_same(due, own)).map(|(_, own)| own))).collect();
    let is_new = |own: &(&TaskResult, &Unproven)| !works.iter().any(|(due, _)| is_same(due, own));
    let targets = judged.judgement.tasks.iter().flat_map(|result| {
        let is_led = leads(result);
        result.targets.iter().flat_map(move |target| short(target, unit, is_led))
    });
    Debts {
        unit,
        reports,
        updates,
        late: late.collect(),
        unproven: unproven().filter(is_new).collect(),
        targets: targets.collect(),
        works,
    }
}

/// Returns how a unit answers for a target: for all, if it leads the task, and for its own figures.
fn short(target: &TargetResult, unit: UnitId, is_led: bool) -> impl Iterator<Item = Short<'_>> {
    let is_bad = |verdict: Verdict| BAD.contains(&verdict);
    let all = (is_led && is_bad(target.outcome.verdict)).then_some(Short { target, own: None });
    let own = target.units.iter().find(|each| each.unit == unit && is_bad(each.outcome.verdict));
    // Why the whole falls short is told by the figures of the unit that decides.
    let own = own.filter(|_| !(all.is_some() && target.worst == Some(unit)));
    all.into_iter().chain(own.map(|own| Short { target, own: Some(own) }))
}
