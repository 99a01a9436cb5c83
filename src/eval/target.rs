//! A target's verdict: the first line of the rules that fits.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use super::needed::needed;
use super::outcome::{Outcome, Provisional, Reason, TargetResult, UnitOutcome};
use super::reach::Reach;
use super::span::{Asked, Horizon, deadline, judged_year, whole_year};
use super::value::{Amount, Reports, Source};
use super::{Overflow, Verdict};
use crate::model::{
    Assumption, Bound, Decimal, Figures, IndicatorId, Months, Plan, Query, Ratio, Target, Task, Timetable, UnitId,
};

/// What a judgement needs beside the target.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its periods.
    pub times: &'a Timetable,
    /// What the files come to.
    pub figures: &'a Figures,
    /// The queries the figures were folded for.
    pub queries: &'a [Query],
    /// The day judged.
    pub as_of: NaiveDate,
    /// The last year whose periods are judged.
    pub last_year: i32,
    /// What is taken to be so, whatever the figures.
    pub assumed: &'a [Assumption],
}

impl<'a> Context<'a> {
    /// Returns the day judged with the last year.
    pub(super) fn horizon(self) -> Horizon {
        Horizon { as_of: self.as_of, year: self.last_year }
    }

    /// Returns the value that an indicator is assumed to have.
    pub(super) fn assumed(self, indicator: IndicatorId) -> Option<Decimal> {
        self.assumed.iter().rev().find_map(|own| match own {
            Assumption::Value(of, value) if *of == indicator => Some(*value),
            Assumption::Value(..) | Assumption::Figure { .. } => None,
        })
    }

    /// Returns where the figures of a query are found, of one unit or of all.
    pub(super) fn source(self, query: usize, unit: Option<UnitId>) -> Source<'a> {
        Source { plan: self.plan, times: self.times, forms: &self.figures.forms, query, unit }
    }
}

struct Judging<'a> {
    context: Context<'a>,
    target: &'a Target,
    bound: Bound,
    deadline: Option<NaiveDate>,
    span: Months,
}

/// Judges a target.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn judge_target(context: Context<'_>, at: (usize, usize), asked: Asked) -> Result<TargetResult, Overflow> {
    let task: &Task = &context.plan.tasks[at.0];
    let target = &task.targets[at.1];
    let query = choose(context, asked);
    let deadline = deadline(context.plan, context.times, task, target, context.horizon());
    let judging =
        Judging { context, target, bound: target.bound_on(context.as_of), deadline, span: context.queries[query].span };
    let source = context.source(query, None);
    let mut result = TargetResult {
        task: at.0,
        target: at.1,
        bound: judging.bound,
        deadline,
        span: judging.span,
        outcome: if target.each_unit { judging.of_all(source) } else { judging.outcome(source)? },
        units: Vec::new(),
        worst: None,
    };
    if target.each_unit {
        for unit in owing(source) {
            result.units.push(UnitOutcome { unit, outcome: judging.outcome(Source { unit: Some(unit), ..source })? });
        }
        // Of those with the same verdict the one that falls shortest, then the first of the plan.
        let short = |own: &Outcome| own.value.and_then(|value| judging.bound.shortfall(value));
        let worst = result.units.iter().min_by_key(|unit| (unit.outcome.verdict, Reverse(short(&unit.outcome))));
        if let Some(worst) = worst {
            let Outcome { reports, provisional, .. } = result.outcome;
            result.worst = Some(worst.unit);
            result.outcome = Outcome { reports, provisional, ..worst.outcome.clone() };
        }
    }
    Ok(result)
}

// While nothing of the last period is in or due, the one before still stands.
fn choose(context: Context<'_>, asked: Asked) -> usize {
    let reports = context.source(asked.main, None).reports();
    asked.before.filter(|_| reports.any == 0 && reports.due == 0).unwrap_or(asked.main)
}

/// Returns the units to judge by themselves, in the order of the plan: those that owe a report in the span and, where nothing
/// is owed, those that figures are published of.
fn owing(source: Source<'_>) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = Vec::new();
    for (form, part) in source.parts() {
        let declared = &source.plan.form(form.form()).units;
        let published = source.plan.form(form.form()).due.is_none();
        let counts = |slot: usize| {
            part.periods.clone().any(|period| form.is_owed(slot, period)) || (published && part.counts(slot).any > 0)
        };
        units.extend(declared.iter().enumerate().filter(|(slot, _)| counts(*slot)).map(|(_, unit)| *unit));
    }
    units.sort_unstable();
    units.dedup();
    units
}

/// Tells whether every report owed for periods that end by a day is due, by all units or by one, in the forms of the target's
/// indicator.
pub(super) fn all_due(context: Context<'_>, target: &Target, unit: Option<UnitId>, by: NaiveDate) -> bool {
    let plan = context.plan;
    plan.forms_of(target.indicator).into_iter().all(|form| {
        let Some(tally) = context.figures.forms.get(form.0 as usize) else { return true };
        let slot = unit.map(|unit| plan.form(form).units.binary_search(&unit));
        let owed = |period: usize| match slot {
            None => tally.owed(period) > 0,
            Some(Ok(slot)) => tally.is_owed(slot, period),
            Some(Err(_)) => false,
        };
        let terms = context.times.form(form).all().iter().enumerate();
        terms.filter(|(at, term)| term.last <= by && owed(*at)).all(|(_, term)| term.is_due(context.as_of))
    })
}

impl Judging<'_> {
    fn nothing_due(reports: Reports) -> Outcome {
        Outcome {
            verdict: Verdict::NotDue,
            reason: Reason::NothingDue,
            amount: None,
            value: None,
            reports,
            provisional: Provisional::default(),
            needed: None,
        }
    }

    /// Returns what can be said of all units where each is judged by itself: counts of reports and flags, no figure, since a
    /// level is never summed.
    fn of_all(&self, source: Source<'_>) -> Outcome {
        let mut outcome = Self::nothing_due(source.reports());
        if outcome.reports.any > 0 && source.every_form_reported() {
            let formula = &self.context.plan.indicator(self.target.indicator).formula;
            outcome.provisional = Self::provisional(outcome.reports, source.older(formula));
        }
        outcome
    }

    fn outcome(&self, source: Source<'_>) -> Result<Outcome, Overflow> {
        let reports = source.reports();
        let mut outcome = Self::nothing_due(reports);
        if let Some(assumed) = self.context.assumed(self.target.indicator) {
            (outcome.verdict, outcome.reason) = self.of_assumed(assumed, source.unit)?;
            (outcome.amount, outcome.value) = (Some(Amount::Assumed(assumed)), assumed.ratio());
            return Ok(outcome);
        }
        // An indicator of several forms has no value while one of them brings nothing.
        if reports.any == 0 || !source.every_form_reported() {
            if source.is_due_in_silent_form() {
                (outcome.verdict, outcome.reason) = (Verdict::NoData, Reason::NothingIn);
            }
            return Ok(outcome);
        }
        let indicator = self.context.plan.indicator(self.target.indicator);
        let amount = source.amount(&indicator.formula)?;
        outcome.amount = Some(amount);
        outcome.provisional = Self::provisional(reports, source.older(&indicator.formula));
        if matches!(amount, Amount::Rate { denominator, .. } if denominator.is_zero()) {
            (outcome.verdict, outcome.reason) = (Verdict::NoCases, Reason::NothingArose);
            return Ok(outcome);
        }
        let value = amount.value().ok_or(Overflow)?;
        outcome.value = Some(value);
        let reach = if self.is_year_of_deadline() {
            Some(Reach::of(source, self.target.indicator, amount, self.whole())?)
        } else {
            None
        };
        (outcome.verdict, outcome.reason) = self.verdict(value, reach, source.unit)?;
        let settled = matches!(outcome.reason, Reason::OutOfReach(_) | Reason::Final | Reason::Secure);
        if !settled && self.is_time_left() {
            outcome.needed = self.needed(source, amount, reports);
        }
        Ok(outcome)
    }

    /// Judges a value that is assumed: nothing is known of how it can still move, and nothing of it is provisional.
    fn of_assumed(&self, assumed: Decimal, unit: Option<UnitId>) -> Result<(Verdict, Reason), Overflow> {
        self.verdict(assumed.ratio().ok_or(Overflow)?, None, unit)
    }

    fn provisional(reports: Reports, older: Option<super::value::Older>) -> Provisional {
        let closed_not_due = reports.owed - reports.due;
        Provisional {
            missing: reports.received_of_due < reports.due,
            awaiting: reports.received - reports.received_of_due < closed_not_due,
            older,
        }
    }

    fn verdict(&self, value: Ratio, reach: Option<Reach>, unit: Option<UnitId>) -> Result<(Verdict, Reason), Overflow> {
        let holds = self.bound.holds(value);
        let now = if holds { Verdict::Met } else { Verdict::Missed };
        if let Some(reach) = reach.filter(|reach| reach.misses(self.bound)) {
            return Ok((Verdict::Missed, Reason::OutOfReach(reach.lost)));
        }
        let Some(deadline) = self.deadline else { return Ok((now, Reason::Now)) };
        if self.context.as_of >= deadline && all_due(self.context, self.target, unit, deadline) {
            return Ok((now, Reason::Final));
        }
        if holds && reach.is_some_and(|reach| reach.secures(self.bound)) {
            return Ok((Verdict::Met, Reason::Secure));
        }
        let way = |good: bool| if good { Verdict::OnTrack } else { Verdict::Behind };
        if let Some((at, milestone)) = self.milestone(unit) {
            return Ok((way(milestone.holds(value)), Reason::Milestone(at)));
        }
        if let Some((path, day)) = self.path(deadline, unit)? {
            let good = if matches!(self.bound, Bound::AtMost(_)) { value <= path } else { value >= path };
            return Ok((way(good), Reason::Baseline(path, day)));
        }
        Ok(if holds { (Verdict::OnTrack, Reason::BoundReached) } else { (Verdict::Open, Reason::NothingToCompare) })
    }

    /// Returns the last milestone whose reports are due.
    fn milestone(&self, unit: Option<UnitId>) -> Option<(usize, Bound)> {
        let ready = |on: NaiveDate| on <= self.context.as_of && all_due(self.context, self.target, unit, on);
        let milestones = self.target.milestones.iter().enumerate().rev();
        milestones.into_iter().find(|(_, milestone)| ready(milestone.on)).map(|(at, milestone)| (at, milestone.bound))
    }

    /// Returns the value of the line from the baseline to the bound, on the last day for which every owed report is due.
    fn path(&self, deadline: NaiveDate, unit: Option<UnitId>) -> Result<Option<(Ratio, NaiveDate)>, Overflow> {
        let Some(baseline) = &self.target.baseline else { return Ok(None) };
        let (Bound::AtLeast(goal) | Bound::AtMost(goal)) = self.bound else { return Ok(None) };
        let Context { plan, times, as_of, .. } = self.context;
        let forms = plan.forms_of(self.target.indicator);
        let ends = forms.into_iter().flat_map(|form| times.form(form).all()).map(|term| term.last);
        let ready =
            |day: &NaiveDate| *day <= as_of && *day <= deadline && all_due(self.context, self.target, unit, *day);
        let Some(day) = ends.filter(ready).max().filter(|day| *day >= baseline.on) else { return Ok(None) };
        let path = baseline.path(goal.ratio().ok_or(Overflow)?, deadline, day).ok_or(Overflow)?;
        Ok(Some((path, day)))
    }

    // What is lost in one year of a plan says nothing about a target that is judged in a later one.
    fn is_year_of_deadline(&self) -> bool {
        !self.target.over_period && self.deadline.is_none_or(|by| by.year() == self.span.first.year())
    }

    fn is_time_left(&self) -> bool {
        let end = self.deadline.or_else(|| self.context.plan.window.last_day(self.whole().last));
        end.is_some_and(|end| self.context.as_of <= end)
    }

    /// Returns the months up to the deadline, or the whole year of a continuous target.
    fn whole(&self) -> Months {
        let plan = self.context.plan;
        let at = self.context.horizon().until(self.deadline);
        let year = judged_year(plan, self.context.times, self.target.indicator, at);
        whole_year(plan, self.deadline.map_or(year, |by| year.min(by.year())), self.deadline)
    }

    // What is needed sets no verdict: where its figures do not fit, nothing is said.
    fn needed(&self, source: Source<'_>, amount: Amount, reports: Reports) -> Option<super::needed::Needed> {
        let needed = needed(source, self.target.indicator, self.bound, amount, reports, self.whole()).unwrap_or(None);
        // Of a last period alone, no mean of the year can be said.
        needed.filter(|needed| !self.target.over_period || matches!(needed, super::needed::Needed::Count(_)))
    }
}
