//! What the reports to come must bring for a target to end at its bound. It states its assumption and sets no verdict.

use super::Overflow;
use super::value::{Amount, Reports, Source};
use crate::model::{Bound, Decimal, Formula, IndicatorId, MeasureId, MeasureKind, Months, Ratio};

/// What is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// A rate, in percent, over the reports to come, if each brings `mean` cases.
    Rate {
        /// The rate.
        rate: Ratio,
        /// Reports still to come.
        reports: usize,
        /// Cases a report so far.
        mean: Ratio,
    },
    /// So many more cases, while the denominator stays as it is.
    Count(i128),
}

/// Works out what is needed; none where nothing can be said.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn needed(
    source: Source<'_>,
    indicator: IndicatorId,
    bound: Bound,
    amount: Amount,
    reports: Reports,
    whole: Months,
) -> Result<Option<Needed>, Overflow> {
    let Formula::Rate { denominator, .. } = &source.plan.indicator(indicator).formula else { return Ok(None) };
    let Amount::Rate { numerator: above, denominator: below } = amount else { return Ok(None) };
    let limit = match bound {
        Bound::AtLeast(limit) | Bound::AtMost(limit) => limit,
        Bound::Between(..) | Bound::Equals(_) => return Ok(None),
    };
    let share = limit.ratio().and_then(|limit| limit.checked_div(Ratio::whole(100))).ok_or(Overflow)?;
    let (above, below) = (above.ratio().ok_or(Overflow)?, below.ratio().ok_or(Overflow)?);
    let flows: Vec<MeasureId> =
        denominator.iter().copied().filter(|&measure| source.plan.measure(measure).kind == MeasureKind::Flow).collect();
    if flows.is_empty() {
        let more = share.checked_mul(below).and_then(|goal| goal.checked_sub(above)).ok_or(Overflow)?.ceil();
        return Ok((matches!(bound, Bound::AtLeast(_)) && more > 0).then_some(Needed::Count(more)));
    }
    let Some(expected) = expected(source, &flows, reports, whole)? else { return Ok(None) };
    let (mean, rest, to_come) = (expected.mean, expected.cases()?, expected.reports);
    let goal = below.checked_add(rest).and_then(|all| all.checked_mul(share)).ok_or(Overflow)?;
    let rate = goal
        .checked_sub(above)
        .and_then(|missing| missing.checked_div(rest))
        .and_then(|rate| rate.checked_mul(Ratio::whole(100)));
    let rate = rate.ok_or(Overflow)?;
    // Below zero nothing is asked of at-least any more, and nothing can be asked of at-most.
    let says_nothing = if matches!(bound, Bound::AtLeast(_)) { rate <= Ratio::ZERO } else { rate < Ratio::ZERO };
    Ok((!says_nothing).then_some(Needed::Rate { rate, reports: to_come, mean }))
}

/// What is still to come, if each report brings what it brought so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Reports still to come.
    pub reports: usize,
    /// Cases a report so far.
    pub mean: Ratio,
}

impl Expected {
    /// Returns the cases that all of them bring.
    ///
    /// # Errors
    /// Fails if that does not fit.
    pub fn cases(self) -> Result<Ratio, Overflow> {
        self.mean.checked_mul(count(self.reports)).ok_or(Overflow)
    }
}

/// Works out what is still to come of some flows; none where there is no report to come, or nothing arose so far.
pub(super) fn expected(
    source: Source<'_>,
    flows: &[MeasureId],
    reports: Reports,
    whole: Months,
) -> Result<Option<Expected>, Overflow> {
    let flow = flows
        .iter()
        .try_fold(Decimal::whole(0), |sum, &measure| sum.checked_add(source.sum(measure)?).ok_or(Overflow))?;
    let to_come = to_come(source, reports, whole);
    if to_come == 0 || reports.received == 0 || flow.is_zero() {
        return Ok(None);
    }
    let mean = flow.ratio().and_then(|flow| flow.checked_div(count(reports.received))).ok_or(Overflow)?;
    Ok(Some(Expected { reports: to_come, mean }))
}

fn count(number: usize) -> Ratio {
    Ratio::whole(i128::try_from(number).unwrap_or(i128::MAX))
}

/// Counts the reports owed for a whole stretch of months that are not in.
pub(super) fn to_come(source: Source<'_>, reports: Reports, whole: Months) -> usize {
    let owed: usize = source
        .parts()
        .map(|(form, _)| {
            source.times.form(form.form()).within(whole).map(|period| source.owed_in(form, period)).sum::<usize>()
        })
        .sum();
    owed.saturating_sub(reports.received)
}
