//! What a rate can still become, whatever the reports to come bring. Only certainty counts here, never likelihood.

use super::Overflow;
use super::value::{Amount, Source};
use crate::model::{Bound, Decimal, FormId, Formula, IndicatorId, MeasureId, MeasureKind, Months, Plan, Ratio};

/// One end of the values that are still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// The value itself is possible.
    Closed(Ratio),
    /// Every value up to it is, not the value itself.
    Open(Ratio),
    /// No end.
    None,
}

/// The values, in percent, that are still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    low: Edge,
    high: Edge,
    /// The cases that no later report can make good, where they can be counted.
    pub(super) lost: Option<Decimal>,
}

impl Reach {
    /// Works out what is still possible of a rate over a year.
    ///
    /// # Errors
    /// Fails if a sum does not fit.
    pub(super) fn of(
        source: Source<'_>,
        indicator: IndicatorId,
        amount: Amount,
        whole: Months,
    ) -> Result<Self, Overflow> {
        let plan = source.plan;
        let formula = &plan.indicator(indicator).formula;
        let (Formula::Rate { numerator, denominator }, Amount::Rate { numerator: above, .. }) = (formula, amount)
        else {
            return Ok(Self { low: Edge::None, high: Edge::None, lost: None });
        };
        let only_rises = numerator.iter().all(|&measure| plan.measure(measure).kind.only_rises());
        let fixed = |measure: MeasureId| plan.measure(measure).fixed && plan.measure(measure).kind != MeasureKind::Flow;
        if denominator.iter().copied().all(fixed) && source.every_unit_reported(whole) {
            return Self::of_fixed(source, indicator, only_rises, amount);
        }
        let mut reach = Self { low: Edge::Closed(Ratio::ZERO), high: Edge::None, lost: None };
        if only_rises && above.mantissa() > 0 {
            reach.low = Edge::Open(Ratio::ZERO);
        }
        if let Some(counting) = counting(plan, numerator, denominator) {
            reach.high = Edge::Closed(Ratio::whole(100));
            let is_flow = |measure: &MeasureId| plan.measure(*measure).kind == MeasureKind::Flow;
            let flow = denominator
                .iter()
                .filter(|measure| is_flow(measure))
                .try_fold(Decimal::whole(0), |sum, &measure| sum.checked_add(source.sum(measure)?).ok_or(Overflow))?;
            let lost = flow.checked_sub(above).ok_or(Overflow)?;
            if numerator.iter().chain(&counting).all(is_flow) && lost.mantissa() > 0 {
                reach.high = Edge::Open(Ratio::whole(100));
                reach.lost = Some(lost);
            }
        }
        Ok(reach)
    }

    // The denominator stays: the numerator's own movement decides.
    fn of_fixed(
        source: Source<'_>,
        indicator: IndicatorId,
        only_rises: bool,
        amount: Amount,
    ) -> Result<Self, Overflow> {
        let Amount::Rate { denominator, .. } = amount else { return Err(Overflow) };
        let now = amount.value().ok_or(Overflow)?;
        let low = if only_rises { now } else { Ratio::ZERO };
        let plan = source.plan;
        let mut lost = Decimal::whole(0);
        let Formula::Rate { numerator, denominator: whole } = &plan.indicator(indicator).formula else {
            return Err(Overflow);
        };
        // Taken from one report each, the parts of a whole are never more than the whole.
        let is_part = numerator.iter().all(|&measure| is_last(plan.measure(measure).kind));
        let rest = if is_part { plan.rest_of_denominator(indicator) } else { Vec::new() };
        let mut high = if !rest.is_empty() || counting(plan, numerator, whole).is_some() {
            Edge::Closed(Ratio::whole(100))
        } else {
            Edge::None
        };
        for measure in rest.into_iter().filter(|&measure| plan.measure(measure).kind == MeasureKind::ToDate) {
            lost = lost.checked_add(source.sum(measure)?).ok_or(Overflow)?;
            let best = denominator.checked_sub(lost).ok_or(Overflow)?;
            high = Edge::Closed(Amount::Rate { numerator: best, denominator }.value().ok_or(Overflow)?);
        }
        // Parts that contradict the figure itself make nothing certain.
        if matches!(high, Edge::Closed(cap) if cap < now) {
            high = Edge::None;
        }
        let lost = Some(lost).filter(|lost| lost.mantissa() > 0);
        Ok(Self { low: Edge::Closed(low), high, lost })
    }

    /// Tells whether no possible value is within a bound.
    pub(super) fn misses(self, bound: Bound) -> bool {
        let too_low = bound.low().is_some_and(|low| match self.high {
            Edge::Closed(high) => high < low,
            Edge::Open(high) => high <= low,
            Edge::None => false,
        });
        let too_high = bound.high().is_some_and(|high| match self.low {
            Edge::Closed(low) => low > high,
            Edge::Open(low) => low >= high,
            Edge::None => false,
        });
        too_low || too_high
    }

    /// Tells whether every possible value is within a bound.
    pub(super) fn secures(self, bound: Bound) -> bool {
        let low_held = bound.low().is_none_or(|low| match self.low {
            Edge::Closed(edge) | Edge::Open(edge) => edge >= low,
            Edge::None => false,
        });
        let high_held = bound.high().is_none_or(|high| match self.high {
            Edge::Closed(edge) | Edge::Open(edge) => edge <= high,
            Edge::None => false,
        });
        low_held && high_held
    }
}

/// Returns the denominator measures among which every numerator measure is counted, each once; none if one is not.
pub(super) fn counting(plan: &Plan, numerator: &[MeasureId], denominator: &[MeasureId]) -> Option<Vec<MeasureId>> {
    let columns = |form: FormId| -> Vec<u16> {
        numerator.iter().filter(|measure| measure.form == form).map(|measure| measure.column).collect()
    };
    let mut left = numerator.to_vec();
    let mut counting = Vec::new();
    for &total in denominator {
        let within = plan.form(total.form).counted_within(total.column, &columns(total.form));
        // A flow over a year can pass a stock that it is counted among in each report.
        let kind = plan.measure(total).kind;
        let alike = |column: &u16| {
            let own = plan.measure(MeasureId { form: total.form, column: *column }).kind;
            own == kind || (is_last(own) && is_last(kind))
        };
        let within: Vec<u16> = within.into_iter().filter(alike).collect();
        let before = left.len();
        left.retain(|measure| measure.form != total.form || !within.contains(&measure.column));
        if left.len() < before {
            counting.push(total);
        }
    }
    left.is_empty().then_some(counting)
}

/// Tells whether the last report counts, so that two such figures come from the same one.
fn is_last(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::Stock | MeasureKind::ToDate)
}
