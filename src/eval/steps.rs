//! The least numbers of cases with which a rule gives more.

use chrono::NaiveDate;

use super::Overflow;
use super::deliverable::judge_deliverable;
use super::gain::{Closed, Move, Outlook, Step, Take, Waits};
use super::looking::Looking;
use super::needed::{Expected, expected};
use super::points::{Earned, Measured, earned_if};
use super::push::Push;
use super::score::Basis;
use super::value::Amount;
use crate::model::{Adds, Bound, Cases, Criterion, Decimal, Ratio, Round, Rule, Test, band_points, linear_points};

/// More cases than any public body has.
const MOST: i128 = 1_000_000_000_000;

/// Finds the steps at one place of a rule; none where they cannot be told.
pub(super) fn steps(looking: Looking<'_>, slot: usize) -> Result<Option<Outlook>, Overflow> {
    let Some(found) = looking.measured(slot) else { return Ok(None) };
    match found {
        Measured::Document { is_there: true, .. } => Ok(Some(Outlook::Closed(Closed::NoStep))),
        Measured::Document { task, deliverable, .. } => document(looking, slot, (task, deliverable)),
        Measured::LateReports { due: 0, .. }
        | Measured::Value { amount: None, .. }
        | Measured::Cases { count: None, .. } => Ok(None),
        Measured::LateReports { late, missing, .. } => {
            let count = i128::try_from(late + missing).map_err(|_| Overflow)?;
            Ok(Some(Outlook::Closed(Closed::Happened(Decimal::whole(count)))))
        }
        Measured::Value { .. } | Measured::Cases { .. } => by_cases(looking, slot, found),
    }
}

/// A document that is handed in, by the day it is due, or later if that is over.
fn document(looking: Looking<'_>, slot: usize, at: (usize, usize)) -> Result<Option<Outlook>, Overflow> {
    let Measured::Document { task, deliverable, is_due, .. } = looking.measured(slot).ok_or(Overflow)? else {
        return Ok(None);
    };
    let there = |found: Measured, _: &Criterion| {
        Ok(match found {
            Measured::Document { task: own, deliverable: of, is_due, .. } if (own, of) == at => {
                Measured::Document { task: own, deliverable: of, is_there: true, is_due }
            }
            other => other,
        })
    };
    let handed = there(Measured::Document { task, deliverable, is_there: false, is_due }, looking.own)?;
    let Some(points) = points_if(looking, slot, handed)? else { return Ok(None) };
    if looking.lift(points)? <= Ratio::ZERO {
        return Ok(None);
    }
    let due = judge_deliverable(looking.of.context, at, looking.of.index.year).map(|own| own.due);
    let by = due.filter(|_| !is_due).unwrap_or(looking.of.last);
    let take = Take::Document { task, deliverable };
    brings(looking, points, there, take, by).map(|step| Some(Outlook::Within(vec![step])))
}

/// Returns the points of the criterion if something else were found; none if it would be open.
fn points_if(looking: Looking<'_>, slot: usize, found: Measured) -> Result<Option<Ratio>, Overflow> {
    let mut all = looking.line.computed.as_ref().map(|own| own.measured.clone()).unwrap_or_default();
    all[slot] = found;
    match earned_if(looking.own, &all)? {
        Earned::Points(points) => Ok(Some(points)),
        Earned::LeftOut | Earned::Open(_) => Ok(None),
    }
}

/// Makes a step of what a change brings, at the criterion that then earns so many points and at all others.
fn brings(
    looking: Looking<'_>,
    points: Ratio,
    change: impl Fn(Measured, &Criterion) -> Result<Measured, Overflow>,
    take: Take,
    by: NaiveDate,
) -> Result<Step, Overflow> {
    let (mut others, mut earned) = (Vec::new(), Vec::new());
    for at in (0..looking.of.lines.len()).filter(|at| *at != looking.at) {
        let other = looking.other(at);
        let is_settled = matches!(other.line.stands.basis, Basis::Given(Round::First | Round::Second));
        let is_out = other.own.survey && looking.of.index.without_survey;
        let Some(computed) = other.line.computed.as_ref().filter(|_| !is_settled && !is_out) else { continue };
        let found = computed.measured.iter().map(|found| change(*found, other.own)).collect::<Result<Vec<_>, _>>()?;
        if found != computed.measured
            && let Earned::Points(points) = earned_if(other.own, &found)?
        {
            earned.push((at, points));
            let gain = other.lift(points)?;
            others.extend((gain != Ratio::ZERO).then_some((at, gain)));
        }
    }
    Ok(Step { gain: looking.lift(points)?, whole: looking.lift_all(points, &earned)?, others, take, by })
}

/// A search for steps in one direction.
struct Search<'a> {
    looking: Looking<'a>,
    slot: usize,
    found: Measured,
    push: Push,
}

impl Search<'_> {
    fn moved(&self, cases: i128) -> Result<Measured, Overflow> {
        self.push.moved(cases)?.apply(self.looking.of.context.plan, self.looking.own, self.found)
    }

    fn points(&self, cases: i128) -> Result<Option<Ratio>, Overflow> {
        points_if(self.looking, self.slot, self.moved(cases)?)
    }

    fn gain(&self, cases: i128) -> Result<Option<Ratio>, Overflow> {
        self.points(cases)?.map(|points| self.looking.lift(points)).transpose()
    }

    /// Returns the least number of cases with which something holds, which then holds with more too; none if it never does.
    fn least(&self, holds: impl Fn(i128) -> Result<bool, Overflow>) -> Result<Option<i128>, Overflow> {
        let limit = self.push.limit.unwrap_or(MOST).min(MOST);
        if limit < 1 {
            return Ok(None);
        }
        let mut high = 1;
        while !holds(high)? {
            if high == limit {
                return Ok(None);
            }
            high = (high * 2).min(limit);
        }
        let mut low = high / 2;
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if holds(middle)? { high = middle } else { low = middle }
        }
        Ok(Some(high))
    }

    fn least_above(&self, gain: Ratio) -> Result<Option<i128>, Overflow> {
        self.least(|cases| Ok(self.gain(cases)?.is_some_and(|own| own > gain)))
    }

    fn least_for(&self, gain: Ratio) -> Result<Option<i128>, Overflow> {
        self.least(|cases| Ok(self.gain(cases)?.is_some_and(|own| own >= gain)))
    }

    /// Returns the numbers of cases of all steps, in no order.
    fn all(&self) -> Result<Vec<i128>, Overflow> {
        let mut all = Vec::new();
        if let Some(bound) = bound(self.looking, self.slot) {
            // Beyond the near end of a bound lies its far end: only the least number that reaches it is asked.
            let near =
                self.least(|cases| Ok(value(self.moved(cases)?).is_some_and(|own| is_past(bound, &self.push, own))))?;
            all.extend(near);
        } else {
            if self.counts_by_itself()? {
                all.extend(self.least_above(Ratio::ZERO)?);
            }
            for target in targets(self.looking)? {
                let gain = self.looking.lift(target)?;
                let is_more = gain > Ratio::ZERO;
                all.extend(if is_more { self.least_for(gain)? } else { None });
            }
        }
        Ok(all)
    }

    /// Tells whether the least gain is a step of its own: not on a line, where each case gains a little.
    fn counts_by_itself(&self) -> Result<bool, Overflow> {
        let Some(Rule::Linear { floor, .. }) = &self.looking.own.rule else { return Ok(true) };
        let floor = floor.map(|floor| floor.ratio().ok_or(Overflow)).transpose()?;
        Ok(floor.is_some_and(|floor| value(self.found).is_none_or(|own| own < floor)))
    }
}

/// Returns the points that are steps of their own, beside the least gain.
fn targets(looking: Looking<'_>) -> Result<Vec<Ratio>, Overflow> {
    let max = looking.own.max.and_then(Decimal::ratio).ok_or(Overflow)?;
    let full = if looking.own.adds == Adds::Malus { Ratio::ZERO } else { max };
    let mut list = vec![full];
    if let Some(Rule::Bands { bands, falling, .. }) = &looking.own.rule {
        let points = |bound: Decimal| band_points(bands, *falling, bound.ratio()?);
        list.extend(bands.iter().filter_map(|band| points(band.bound)));
    }
    if let Some(Rule::Linear { floor: Some(floor), cap, .. }) = &looking.own.rule {
        let max = looking.own.max.ok_or(Overflow)?;
        list.push(linear_points(max, Some(*floor), *cap, floor.ratio().ok_or(Overflow)?).ok_or(Overflow)?);
    }
    Ok(list)
}

/// Returns what is asked of a value, by a yes-no rule or by an item.
fn asked(looking: Looking<'_>, slot: usize) -> Option<Bound> {
    let test = match looking.own.rule.as_ref()? {
        Rule::YesNo(test) => test,
        Rule::Items(items) => &items.get(slot)?.test,
        _ => return None,
    };
    match test {
        Test::Holds(_, bound) => Some(*bound),
        Test::Handed(..) => None,
    }
}

/// Returns the bound that a value must come to lie within.
fn bound(looking: Looking<'_>, slot: usize) -> Option<Bound> {
    asked(looking, slot).filter(|_| looking.own.adds != Adds::Malus)
}

fn value(own: Measured) -> Option<Ratio> {
    match own {
        Measured::Value { amount, .. } => amount.and_then(Amount::value),
        Measured::Cases { .. } | Measured::LateReports { .. } | Measured::Document { .. } => None,
    }
}

/// Tells whether a value that moves one way has passed the near end of a bound.
fn is_past(bound: Bound, push: &Push, value: Ratio) -> bool {
    if push.rises { bound.low().is_none_or(|low| value >= low) } else { bound.high().is_none_or(|high| value <= high) }
}

/// Returns the ways in which points may be won: whether what is measured must rise. What takes points away while it lies between two
/// ends can leave at either.
fn directions(looking: Looking<'_>, slot: usize, found: Measured) -> Vec<bool> {
    let is_good = looking.own.adds != Adds::Malus;
    if let Some(bound) = bound(looking, slot) {
        return vec![match value(found) {
            Some(own) => bound.low().is_some_and(|low| own < low),
            None => bound.low().is_some(),
        }];
    }
    match (looking.own.rule.as_ref(), asked(looking, slot)) {
        (_, Some(bound)) => {
            let ends = [bound.high().map(|_| true), bound.low().map(|_| false)];
            ends.into_iter().flatten().collect()
        }
        (Some(Rule::Bands { falling, .. }), _) => vec![*falling != is_good],
        (Some(Rule::Linear { .. } | Rule::PerCase { .. }), _) => vec![is_good],
        (Some(Rule::Deduction { .. } | Rule::Trigger(_)), _) => vec![!is_good],
        (Some(Rule::YesNo(_) | Rule::Items(_) | Rule::Manual) | None, None) => Vec::new(),
    }
}

/// Finds steps of so many cases: in the better of the ways there are.
fn by_cases(looking: Looking<'_>, slot: usize, found: Measured) -> Result<Option<Outlook>, Overflow> {
    let ways = directions(looking, slot, found).into_iter().map(|rises| one_way(looking, slot, found, rises));
    let ways = ways.collect::<Result<Vec<Outlook>, _>>()?;
    let fewest = |own: &Outlook| match own {
        Outlook::Within(steps) => (0, steps.first().and_then(cases_of)),
        Outlook::Beyond(step) => (1, cases_of(step)),
        Outlook::Waits(_) => (2, None),
        Outlook::Closed(_) => (3, None),
    };
    Ok(Some(ways.into_iter().min_by_key(fewest).unwrap_or(Outlook::Closed(Closed::NoStep))))
}

/// Returns how many cases a step takes; none for a document.
pub(super) fn cases_of(step: &Step) -> Option<Ratio> {
    match &step.take {
        Take::Document { .. } => None,
        Take::Cases(own) => own.count.ratio(),
    }
}

/// Finds steps of so many cases in one direction.
fn one_way(looking: Looking<'_>, slot: usize, found: Measured, rises: bool) -> Result<Outlook, Overflow> {
    let source = looking.of.context.source(looking.query(slot), None);
    let push = match (found, looking.own.rule.as_ref().and_then(Rule::cases)) {
        (Measured::Value { indicator, amount: Some(amount), .. }, _) => {
            Push::of_value(source, indicator, amount, rises)?
        }
        (Measured::Cases { .. }, Some(Cases::Measures(measures))) => Push::of_cases(source, measures, rises)?,
        _ => None,
    };
    let Some(push) = push else { return Ok(Outlook::Closed(undone(found))) };
    let search = Search { looking, slot, found, push };
    let (reports, is_owed) = looking.reports_to_come(slot).unwrap_or_default();
    let expected = expectation(&search)?;
    let mut counts = search.all()?;
    counts.extend(farthest(&search, expected)?);
    counts.sort_unstable();
    counts.dedup();
    outlook(&search, &counts, expected, (reports, is_owed))
}

/// Judges whether the time left allows steps.
fn outlook(
    search: &Search<'_>,
    counts: &[i128],
    expected: Option<Expected>,
    (reports, is_owed): (usize, bool),
) -> Result<Outlook, Overflow> {
    let (looking, mut steps) = (search.looking, Vec::new());
    for &cases in counts {
        let Some(points) = search.points(cases)? else { continue };
        if looking.lift(points)? > Ratio::ZERO {
            steps.push((cases, step(search, cases, points, expected, reports)?));
        }
    }
    if steps.is_empty() {
        return Ok(Outlook::Closed(never(search)?));
    }
    let is_over = looking.of.context.as_of > looking.of.last;
    if is_over || (reports == 0 && is_owed) {
        return Ok(if reports > 0 { Outlook::Waits(Waits::Reports(reports)) } else { Outlook::Closed(Closed::Over) });
    }
    let most = expected.map(Expected::cases).transpose()?;
    let is_in_time = |cases: i128| {
        let count = search.push.count(cases)?.ratio().ok_or(Overflow)?;
        Ok(most.is_none_or(|most| count <= most))
    };
    let mut within = Vec::new();
    let mut beyond = None;
    for (cases, own) in steps {
        if is_in_time(cases)? {
            within.push(own);
        } else {
            beyond = beyond.or(Some(own));
        }
    }
    Ok(match beyond {
        Some(step) if within.is_empty() => Outlook::Beyond(step),
        _ => Outlook::Within(within),
    })
}

fn step(
    search: &Search<'_>,
    cases: i128,
    points: Ratio,
    expected: Option<Expected>,
    reports: usize,
) -> Result<Step, Overflow> {
    let push = &search.push;
    let own = Move {
        count: push.count(cases)?,
        fewer: push.fewer,
        measures: push.measures.clone(),
        along: push.along.clone(),
        arises: !push.arises.is_empty(),
        from: search.found,
        to: search.moved(cases)?,
        reports,
        expected,
    };
    let moved = push.moved(cases)?;
    let plan = search.looking.of.context.plan;
    let take = Take::Cases(Box::new(own));
    brings(search.looking, points, |found, own| moved.apply(plan, own, found), take, search.looking.of.last)
}

/// Works out what still arises, where the cases must.
fn expectation(search: &Search<'_>) -> Result<Option<Expected>, Overflow> {
    let Measured::Value { reports, .. } = search.found else { return Ok(None) };
    if search.push.arises.is_empty() {
        return Ok(None);
    }
    let source = search.looking.of.context.source(search.looking.query(search.slot), None);
    expected(source, &search.push.arises, reports, search.looking.of.whole)
}

/// Returns the fewest cases that earn what as many as there can be earn, where each earns something: on a line, or counted one by one.
fn farthest(search: &Search<'_>, expected: Option<Expected>) -> Result<Option<i128>, Overflow> {
    let is_gradual =
        matches!(search.looking.own.rule, Some(Rule::Linear { .. } | Rule::PerCase { .. } | Rule::Deduction { .. }));
    let one = search.push.count(1)?.ratio().ok_or(Overflow)?;
    let to_come = match expected {
        Some(own) => Some(own.cases()?.checked_div(one).ok_or(Overflow)?.floor()),
        None => None,
    };
    let Some(most) = [search.push.limit, to_come].into_iter().flatten().min() else { return Ok(None) };
    if !is_gradual || most < 1 {
        return Ok(None);
    }
    let Some(gain) = search.gain(most.min(MOST))?.filter(|gain| *gain > Ratio::ZERO) else { return Ok(None) };
    search.least_for(gain)
}

/// Says why no number of cases earns more.
fn never(search: &Search<'_>) -> Result<Closed, Overflow> {
    let Measured::Value { amount: Some(Amount::Rate { numerator, denominator }), .. } = search.found else {
        return Ok(undone(search.found));
    };
    if !search.push.rises {
        return Ok(undone(search.found));
    }
    let outside = denominator.checked_sub(numerator).ok_or(Overflow)?;
    let is_lost = !search.push.arises.is_empty() && outside.mantissa() > 0;
    Ok(if is_lost { Closed::Lost(outside) } else { Closed::NoStep })
}

/// Says what cannot be undone.
fn undone(found: Measured) -> Closed {
    match found {
        Measured::Cases { count: Some(count), .. } if count.mantissa() > 0 => Closed::Happened(count),
        Measured::Value { amount: Some(Amount::Rate { numerator, .. }), .. } if numerator.mantissa() > 0 => {
            Closed::Happened(numerator)
        }
        Measured::Value { amount: Some(Amount::Assumed(_)), .. } => Closed::Assumed,
        _ => Closed::NoStep,
    }
}
