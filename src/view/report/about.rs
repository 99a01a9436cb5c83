//! What a report is about: its period, the ones before and behind, and what it asks of the figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::eval::{
    Context, Horizon, IndexScore, Overflow, Point, history, history_queries, period_queries, point, score_queries,
    scores,
};
use crate::model::{FormId, IndicatorId, Month, Period, PeriodKind, Plan, Query, Row, Timetable};
use crate::text::Lang;
use crate::view::indicators_of;
use crate::view::status::Judged;
use crate::view::wording;

/// How tasks stand together in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Grouping {
    /// By the first index that each serves.
    #[default]
    Index,
    /// By who leads.
    Lead,
    /// As in the plan.
    None,
}

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct Reporting<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// Where its figures are found.
    pub context: Context<'a>,
    /// What the report is about.
    pub period: Period,
    /// Where the answers to [`report_queries`] begin.
    pub first: usize,
    /// The rows of each form that lie within the period, in the order of their periods; of published levels all rows.
    pub rows: &'a [(FormId, Vec<Row>)],
    /// How tasks stand together.
    pub grouping: Grouping,
    /// The number of the report, once it has one.
    pub number: Option<&'a str>,
    /// The day of the report.
    pub day: NaiveDate,
}

/// Returns the period that a report is held against: the one before of the same length, or the one that the report before
/// was about, where each goes back to the beginning of the year. None before the plan.
pub(super) fn previous(plan: &Plan, period: Period) -> Option<Period> {
    let of_year = |kind| Period::holding(kind, Month::january(period.year()));
    let before = match (period.kind(), period.ordinal()) {
        (PeriodKind::Month | PeriodKind::Quarter, _) | (PeriodKind::Half, 2) => period.plus(-1),
        (PeriodKind::Half, _) => of_year(PeriodKind::Quarter),
        (PeriodKind::NineMonths, _) => of_year(PeriodKind::Half),
        (PeriodKind::Year, _) => of_year(PeriodKind::NineMonths),
    };
    Some(before).filter(|before| plan.months().covers(before.months()))
}

/// Returns the period that a report looks forward to.
pub(super) fn next(period: Period) -> Period {
    match period.kind() {
        PeriodKind::NineMonths => Period::holding(PeriodKind::Quarter, period.months().last.plus(1)),
        PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Half | PeriodKind::Year => period.plus(1),
    }
}

/// An indicator over the year.
#[derive(Clone, Debug)]
pub(super) struct Course {
    /// In the period and up to it; none if its form has longer periods.
    pub(super) now: Option<Point>,
    /// The same of the period before.
    pub(super) before: Option<Point>,
    /// Period by period.
    pub(super) history: Vec<Point>,
}

/// What is asked of one indicator.
struct Asked {
    indicator: IndicatorId,
    /// The period and the one before it, those that the indicator has a value for.
    now: Option<Period>,
    before: Option<Period>,
    history: Vec<Query>,
}

fn asked(plan: &Plan, times: &Timetable, at: Horizon, period: Period) -> Vec<Asked> {
    let targets = plan.tasks.iter().flat_map(|task| &task.targets);
    let mut indicators: Vec<IndicatorId> = targets.map(|target| target.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let before = previous(plan, period);
    let (fit_now, fit_before) =
        (indicators_of(plan, period), before.map(|before| indicators_of(plan, before)).unwrap_or_default());
    let of = |indicator: IndicatorId| Asked {
        indicator,
        now: fit_now.contains(&indicator).then_some(period),
        before: before.filter(|_| fit_before.contains(&indicator)),
        history: history_queries(plan, times, indicator, at, false),
    };
    indicators.into_iter().map(of).collect()
}

/// Returns what a report asks of the figures beside the targets.
pub fn report_queries(plan: &Plan, times: &Timetable, at: Horizon, period: Period) -> Vec<Query> {
    let of = |asked: Asked| {
        let periods = asked.now.into_iter().chain(asked.before);
        let queries = periods.flat_map(|period| period_queries(asked.indicator, period, false));
        queries.chain(asked.history).collect::<Vec<_>>()
    };
    asked(plan, times, at, period).into_iter().flat_map(of).chain(score_queries(plan)).collect()
}

/// A report being written: what it is made from, with the course of each indicator.
pub(super) struct Report<'a> {
    pub(super) made_from: Reporting<'a>,
    courses: BTreeMap<IndicatorId, Course>,
    /// The indexes of the year that have criteria, scored.
    pub(super) scores: Vec<IndexScore>,
}

impl<'a> Report<'a> {
    pub(super) fn new(made_from: Reporting<'a>) -> Result<Self, Overflow> {
        let Reporting { judged, context, period, mut first, .. } = made_from;
        let mut courses = BTreeMap::new();
        let at = Horizon { as_of: judged.judgement.as_of, year: period.year() };
        for asked in asked(judged.plan, judged.times, at, period) {
            let mut one = |period: Option<Period>| {
                let read = period.map(|period| point(context, asked.indicator, None, period, first)).transpose()?;
                first += 2 * usize::from(period.is_some());
                Ok::<_, Overflow>(read)
            };
            let (now, before) = (one(asked.now)?, one(asked.before)?);
            let history = history(context, asked.indicator, None, first)?;
            first += asked.history.len();
            courses.insert(asked.indicator, Course { now, before, history });
        }
        let mut scores = scores(context, first)?;
        scores.retain(|own| judged.plan.indexes[own.index.0 as usize].year == period.year());
        Ok(Self { made_from, courses, scores })
    }

    pub(super) fn lang(&self) -> Lang {
        self.made_from.judged.lang
    }

    pub(super) fn plan(&self) -> &'a Plan {
        self.made_from.judged.plan
    }

    pub(super) fn as_of(&self) -> NaiveDate {
        self.made_from.judged.judgement.as_of
    }

    /// Returns the course of an indicator that a target is about.
    pub(super) fn course(&self, indicator: IndicatorId) -> Option<&Course> {
        self.courses.get(&indicator)
    }

    /// Names the period.
    pub(super) fn period_name(&self) -> String {
        wording::period(self.made_from.period, self.lang())
    }

    /// Returns the rows at hand of a form, by period and unit.
    pub(super) fn rows(&self, form: FormId) -> &'a [Row] {
        self.made_from.rows.iter().find(|(own, _)| *own == form).map_or(&[], |(_, rows)| rows.as_slice())
    }

    /// Returns the first and last day of a period.
    pub(super) fn days(&self, period: Period) -> Option<(NaiveDate, NaiveDate)> {
        self.plan().window.days(period.months())
    }

    /// Tells whether a day lies in the period.
    pub(super) fn is_within(&self, day: NaiveDate) -> bool {
        self.days(self.made_from.period).is_some_and(|(first, last)| (first..=last).contains(&day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_looks_forward_from_its_end() {
        let of = |text: &str| next(Period::parse(text).unwrap()).to_string();
        assert_eq!(
            ["2019-06", "2019-Q4", "2019-H1", "2019-9M", "2019"].map(of),
            ["2019-07", "2020-Q1", "2019-H2", "2019-Q4", "2020"]
        );
    }
}
