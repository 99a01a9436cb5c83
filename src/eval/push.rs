//! How what points depend on can move, one case after another, and how far. It assumes that nothing else changes.

use super::Overflow;
use super::points::Measured;
use super::reach::counting;
use super::value::{Amount, Source};
use crate::model::{Cases, Criterion, Decimal, Formula, IndicatorId, MeasureId, MeasureKind, Plan, Rule};

/// A way to move figures.
#[derive(Clone, Debug)]
pub(super) struct Push {
    /// The measures of which any one moves.
    pub(super) measures: Vec<MeasureId>,
    /// The totals that move along.
    pub(super) along: Vec<MeasureId>,
    /// Whether each case makes what moves less.
    pub(super) fewer: bool,
    /// Whether the value rises.
    pub(super) rises: bool,
    /// The decimals of the measure that moves: a case is one of the last place.
    scale: u8,
    /// How many cases there are at most, where that is certain.
    pub(super) limit: Option<i128>,
    /// What the cases are among: so many of them must still arise. Nothing if they are there already.
    pub(super) arises: Vec<MeasureId>,
}

/// Measures that each change by the same.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    measures: Vec<MeasureId>,
    by: Decimal,
}

impl Push {
    /// Returns so many cases as a figure.
    pub(super) fn count(&self, cases: i128) -> Result<Decimal, Overflow> {
        Decimal::new(cases, self.scale).ok_or(Overflow)
    }

    /// Returns what so many cases move.
    pub(super) fn moved(&self, cases: i128) -> Result<Moved, Overflow> {
        let by = self.count(if self.fewer { -cases } else { cases })?;
        let measures = self.measures.first().into_iter().chain(&self.along).copied().collect();
        Ok(Moved { measures, by })
    }

    /// Finds how the value of an indicator can rise or fall; none where nothing can move it.
    pub(super) fn of_value(
        source: Source<'_>,
        indicator: IndicatorId,
        amount: Amount,
        rises: bool,
    ) -> Result<Option<Self>, Overflow> {
        match (&source.plan.indicator(indicator).formula, amount) {
            // What is assumed no figures move.
            (_, Amount::Assumed(_)) => Ok(None),
            (Formula::Level(measure), _) => Ok(Some(Self::of_measure(source, *measure, rises, None))),
            (Formula::Rate { .. }, Amount::Level(_)) => Err(Overflow),
            (Formula::Rate { numerator, denominator }, Amount::Rate { numerator: above, denominator: below }) => {
                if rises {
                    Self::rising(source, indicator, (numerator, denominator), (above, below))
                } else {
                    Self::falling(source, numerator, denominator)
                }
            }
        }
    }

    /// Finds how a number of cases can rise or fall; none where those that arose cannot be undone.
    pub(super) fn of_cases(source: Source<'_>, measures: &[MeasureId], rises: bool) -> Result<Option<Self>, Overflow> {
        if rises {
            let first = measures.iter().find(|&&own| kind(source, own) != MeasureKind::StockOpen);
            return Ok(first.map(|first| Self::of_measure(source, *first, true, None)));
        }
        let Some((measure, held)) = largest_held(source, measures)? else { return Ok(None) };
        Ok(Some(Self::of_measure(source, measure, false, Some(held.mantissa()))))
    }

    fn of_measure(source: Source<'_>, measure: MeasureId, rises: bool, limit: Option<i128>) -> Self {
        let scale = source.plan.measure(measure).decimals;
        let (along, arises) = (Vec::new(), Vec::new());
        Self { measures: vec![measure], along, fewer: !rises, rises, scale, limit, arises }
    }

    /// More cases above the line: new ones where the denominator counts what arises, else some that it has already.
    fn rising(
        source: Source<'_>,
        indicator: IndicatorId,
        (numerator, denominator): (&[MeasureId], &[MeasureId]),
        (above, below): (Decimal, Decimal),
    ) -> Result<Option<Self>, Overflow> {
        let plan = source.plan;
        let mut movable = numerator.iter().filter(|&&own| kind(source, own) != MeasureKind::StockOpen);
        let Some(&first) = movable.next() else { return Ok(None) };
        let within = |own: MeasureId| counting(plan, &[own], denominator);
        let is_share = plan.indicator(indicator).share || counting(plan, numerator, denominator).is_some();
        let flows: Vec<MeasureId> =
            denominator.iter().copied().filter(|&own| kind(source, own) == MeasureKind::Flow).collect();
        let grown: Vec<MeasureId> = match within(first) {
            Some(totals) => totals.into_iter().filter(|own| flows.contains(own)).collect(),
            None if is_share => flows.first().copied().into_iter().collect(),
            None => Vec::new(),
        };
        let alike = |own: &&MeasureId| **own == first || (within(**own).is_some() && within(**own) == within(first));
        let mut own = Self::of_measure(source, first, true, None);
        own.measures = numerator.iter().filter(alike).copied().collect();
        if grown.is_empty() {
            own.limit = if is_share { Some(rest(source, indicator, (above, below), own.scale)?) } else { None };
        } else {
            own.along = grown.into_iter().filter(|total| !numerator.contains(total)).collect();
            own.arises = flows;
        }
        Ok(Some(own))
    }

    /// Fewer cases above the line where they are held, else more of the others below it.
    fn falling(
        source: Source<'_>,
        numerator: &[MeasureId],
        denominator: &[MeasureId],
    ) -> Result<Option<Self>, Overflow> {
        if let Some((measure, held)) = largest_held(source, numerator)? {
            return Ok(Some(Self::of_measure(source, measure, false, Some(held.mantissa()))));
        }
        let flows: Vec<MeasureId> =
            denominator.iter().copied().filter(|&own| kind(source, own) == MeasureKind::Flow).collect();
        let other = flows.iter().copied().find(|own| !numerator.contains(own));
        let arising = |other| Self { fewer: false, arises: flows, ..Self::of_measure(source, other, false, None) };
        Ok(other.map(arising))
    }
}

impl Moved {
    /// Returns what was found with figures moved.
    pub(super) fn apply(&self, plan: &Plan, own: &Criterion, found: Measured) -> Result<Measured, Overflow> {
        let shifted = |figure: Decimal, among: &[MeasureId]| {
            let times = among.iter().filter(|measure| self.measures.contains(measure)).count();
            (0..times).try_fold(figure, |sum, _| sum.checked_add(self.by).ok_or(Overflow))
        };
        Ok(match found {
            Measured::Value { indicator, amount: Some(amount), reports } => {
                let amount = match (amount, &plan.indicator(indicator).formula) {
                    (Amount::Level(level), Formula::Level(measure)) => Amount::Level(shifted(level, &[*measure])?),
                    (
                        Amount::Rate { numerator, denominator },
                        Formula::Rate { numerator: above, denominator: below },
                    ) => Amount::Rate {
                        numerator: shifted(numerator, above)?,
                        denominator: shifted(denominator, below)?,
                    },
                    (Amount::Assumed(value), _) => Amount::Assumed(value),
                    _ => return Err(Overflow),
                };
                Measured::Value { indicator, amount: Some(amount), reports }
            }
            Measured::Cases { count: Some(count), reports } => {
                let among = own.rule.as_ref().and_then(Rule::cases).map_or(&[][..], Cases::measures);
                Measured::Cases { count: Some(shifted(count, among)?), reports }
            }
            other => other,
        })
    }
}

/// Returns how many cases of a denominator that stays can still be above the line.
fn rest(
    source: Source<'_>,
    indicator: IndicatorId,
    (above, below): (Decimal, Decimal),
    scale: u8,
) -> Result<i128, Overflow> {
    let mut left = below.checked_sub(above).ok_or(Overflow)?;
    // What is counted from the beginning of the year on does not come back.
    let plan = source.plan;
    let lost = plan.rest_of_denominator(indicator).into_iter();
    for measure in lost.filter(|&own| kind(source, own) == MeasureKind::ToDate) {
        left = left.checked_sub(source.sum(measure)?).ok_or(Overflow)?;
    }
    let one = Decimal::new(1, scale).and_then(Decimal::ratio).ok_or(Overflow)?;
    Ok(left.ratio().and_then(|left| left.checked_div(one)).ok_or(Overflow)?.floor().max(0))
}

/// Returns the measure of those that hold something, of which a later report can give less, that holds most.
fn largest_held(source: Source<'_>, measures: &[MeasureId]) -> Result<Option<(MeasureId, Decimal)>, Overflow> {
    let mut most: Option<(MeasureId, Decimal)> = None;
    let can_fall = |own: &&MeasureId| matches!(kind(source, **own), MeasureKind::Stock | MeasureKind::Level);
    for &measure in measures.iter().filter(can_fall) {
        let held = source.sum(measure)?;
        if held.mantissa() > 0 && most.is_none_or(|(_, before)| held.ratio() > before.ratio()) {
            most = Some((measure, held));
        }
    }
    Ok(most)
}

fn kind(source: Source<'_>, measure: MeasureId) -> MeasureKind {
    source.plan.measure(measure).kind
}
