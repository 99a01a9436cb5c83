//! An indicator period by period: in each, and up to it.

use super::Overflow;
use super::span::{Horizon, judged_year, longest};
use super::target::Context;
use super::value::{Amount, Held, Reports, Source};
use crate::model::{
    Decimal, Formula, IndicatorId, MeasureId, Month, Months, Period, Plan, Query, Sought, Timetable, UnitId,
};

/// One period of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The period.
    pub period: Period,
    /// Its value in the period; none where a form brings nothing.
    pub within: Option<Amount>,
    /// Its value over the year up to the period.
    pub up_to: Option<Amount>,
    /// Of what is given anew in each period: where the value within is of an earlier one, for no unit has reported since.
    pub held: Option<Held>,
    /// The reports of the period.
    pub reports: Reports,
}

/// Returns the closed periods of the year that an indicator is judged in.
fn periods(plan: &Plan, times: &Timetable, indicator: IndicatorId, at: Horizon) -> Vec<Period> {
    let Some(form) = longest(plan, indicator) else { return Vec::new() };
    let year = judged_year(plan, times, indicator, at);
    let terms = times.form(form).all()[..times.form(form).closed(at.as_of)].iter();
    terms.map(|term| term.period).filter(|period| period.year() == year).collect()
}

/// Returns what the history of an indicator asks of the figures: two queries a period.
pub fn history_queries(
    plan: &Plan,
    times: &Timetable,
    indicator: IndicatorId,
    at: Horizon,
    by_unit: bool,
) -> Vec<Query> {
    periods(plan, times, indicator, at)
        .into_iter()
        .flat_map(|period| period_queries(indicator, period, by_unit))
        .collect()
}

/// Returns what one period of an indicator asks: in it, and over its year up to it.
pub fn period_queries(indicator: IndicatorId, period: Period, by_unit: bool) -> [Query; 2] {
    let span = period.months();
    let up_to = Months { first: Month::january(period.year()), last: span.last };
    [span, up_to].map(|span| Query { sought: Sought::Indicator(indicator), span, by_unit })
}

/// Works out the history of an indicator, of one unit or of all, from the answers to [`history_queries`], which begin at `first` in
/// the list.
///
/// # Errors
/// Fails if a figure does not fit.
pub fn history(
    context: Context<'_>,
    indicator: IndicatorId,
    unit: Option<UnitId>,
    first: usize,
) -> Result<Vec<Point>, Overflow> {
    let periods = periods(context.plan, context.times, indicator, context.horizon());
    periods
        .into_iter()
        .enumerate()
        .map(|(at, period)| point(context, indicator, unit, period, first + 2 * at))
        .collect()
}

/// Works out one period from the answers to [`period_queries`], which stand at `first` in the list.
///
/// # Errors
/// Fails if a figure does not fit.
pub fn point(
    context: Context<'_>,
    indicator: IndicatorId,
    unit: Option<UnitId>,
    period: Period,
    first: usize,
) -> Result<Point, Overflow> {
    let formula = &context.plan.indicator(indicator).formula;
    // A level is never summed over units.
    let of_many =
        matches!(formula, Formula::Level(measure) if unit.is_none() && context.plan.form(measure.form).units.len() > 1);
    let amount = |source: Source<'_>| {
        if source.every_form_reported() && !of_many { source.amount(formula).map(Some) } else { Ok(None) }
    };
    let (within, up_to) = (context.source(first, unit), context.source(first + 1, unit));
    Ok(Point {
        period,
        within: amount(within)?,
        up_to: amount(up_to)?,
        held: within.held(formula),
        reports: within.reports(),
    })
}

/// Returns the sum of one measure over the span of a query, of one unit or of all, for screens that show what a rate is made of.
///
/// # Errors
/// Fails if the sum does not fit.
pub fn measure_sum(
    context: Context<'_>,
    measure: MeasureId,
    unit: Option<UnitId>,
    query: usize,
) -> Result<Decimal, Overflow> {
    context.source(query, unit).sum(measure)
}
