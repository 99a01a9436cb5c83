//! What one criterion earns by its rule.

use super::Overflow;
use super::deliverable::judge_deliverable;
use super::reporting::form_reporting;
use super::span::whole_year;
use super::target::Context;
use super::value::{Amount, Reports};
use crate::model::{
    Cases, Criterion, Decimal, FormId, FormTally, Index, IndexId, IndicatorId, Item, Months, Plan, Query, Ratio, Rule,
    Sought, Test, WhenNone, band_points, case_points, linear_points,
};

/// What a criterion earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earned {
    /// So many points.
    Points(Ratio),
    /// It is left out, and its maximum too.
    LeftOut,
    /// That cannot be told.
    Open(Open),
}

/// Why points cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// People give them, and have not.
    NotGiven,
    /// A survey gives them, and has not.
    Survey,
    /// No report is in, and none due.
    NotDue,
    /// Reports are due, none is in.
    NoData,
    /// Nothing arose, and what is earned then is not declared.
    NoCases,
}

/// What points depend on, as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The value of an indicator; none before the first report.
    Value {
        /// Which.
        indicator: IndicatorId,
        /// What it comes to.
        amount: Option<Amount>,
        /// The reports it rests on.
        reports: Reports,
    },
    /// Cases that measures count; none before the first report.
    Cases {
        /// How many.
        count: Option<Decimal>,
        /// The reports it rests on.
        reports: Reports,
    },
    /// Reports that came late, or are due and missing.
    LateReports {
        /// Reports due.
        due: usize,
        /// Of those, late.
        late: usize,
        /// Of those, missing.
        missing: usize,
    },
    /// A document.
    Document {
        /// Place of the task in the plan.
        task: usize,
        /// Place of the deliverable in it.
        deliverable: usize,
        /// Whether it is there.
        is_there: bool,
        /// Whether the day by which it is due is over.
        is_due: bool,
    },
}

impl Measured {
    /// Tells whether reports that are due have not come.
    pub fn lacks_reports(&self) -> bool {
        match self {
            Self::Value { reports, .. } | Self::Cases { reports, .. } => reports.received_of_due < reports.due,
            Self::LateReports { .. } | Self::Document { .. } => false,
        }
    }
}

impl Measured {
    /// Tells whether what was found is what an item asks for.
    pub fn passes(&self, test: &Test) -> bool {
        match (test, self) {
            (Test::Holds(_, bound), Self::Value { amount: Some(amount), .. }) => {
                amount.value().is_some_and(|value| bound.holds(value))
            }
            (_, Self::Document { is_there, .. }) => *is_there,
            _ => false,
        }
    }
}

/// What a criterion comes to by its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// What it earns.
    pub earned: Earned,
    /// What that depends on, in the order of the rule.
    pub measured: Vec<Measured>,
}

/// Returns what the criteria of every index ask of the figures: for each criterion in turn, its indicators in the order of its rule, or
/// its cases.
pub fn score_queries(plan: &Plan) -> Vec<Query> {
    let mut list = Vec::new();
    for (at, index) in plan.indexes.iter().enumerate() {
        let span = whole_year(plan, index.year, None);
        for criterion in 0..index.criteria.len() {
            let sought = sought(index, IndexId::at(at), criterion).into_iter();
            list.extend(sought.map(|sought| Query { sought, span, by_unit: false }));
        }
    }
    list
}

/// Returns what one criterion asks.
pub(super) fn sought(index: &Index, id: IndexId, at: usize) -> Vec<Sought> {
    let Some(rule) = &index.criteria[at].rule else { return Vec::new() };
    let indicators = rule.indicators().into_iter().map(Sought::Indicator);
    let cases = rule.cases().filter(|cases| !cases.measures().is_empty()).map(|_| Sought::Cases(id, at));
    indicators.chain(cases).collect()
}

/// A criterion whose queries begin at `first` in the list.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) context: Context<'a>,
    pub(super) index: &'a Index,
    pub(super) criterion: &'a Criterion,
    pub(super) first: usize,
}

/// Works out what a criterion earns by its rule; a heading earns nothing by itself.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn computed(asked: Asked<'_>) -> Result<Computed, Overflow> {
    let own = asked.criterion;
    let (Some(rule), Some(max)) = (&own.rule, own.max) else {
        return Ok(Computed { earned: Earned::LeftOut, measured: Vec::new() });
    };
    let measured = measured(asked, rule)?;
    let full = max.ratio().ok_or(Overflow)?;
    Ok(Computed { earned: earned(own, rule, (max, full), &measured)?, measured })
}

/// Returns what a rule gives for what its points depend on.
fn earned(
    own: &Criterion,
    rule: &Rule,
    (max, full): (Decimal, Ratio),
    measured: &[Measured],
) -> Result<Earned, Overflow> {
    let open = if own.survey { Open::Survey } else { Open::NotGiven };
    Ok(match rule {
        Rule::Manual => Earned::Open(open),
        Rule::Bands { bands, falling, .. } => {
            let points = |value| band_points(bands, *falling, value);
            by_value(&measured[0], own.when_none, full, points)?
        }
        Rule::Linear { floor, cap, .. } => {
            let points = |value| linear_points(max, *floor, *cap, value);
            by_value(&measured[0], own.when_none, full, points)?
        }
        Rule::YesNo(test) => by_test(&measured[0], test, own.when_none, full)?,
        Rule::Items(items) => by_items(items, measured, own.when_none)?,
        Rule::PerCase { each, .. } => by_cases(&measured[0], |cases| case_points(max, *each, cases))?,
        Rule::Deduction { each, .. } => {
            by_cases(&measured[0], |cases| full.checked_sub(case_points(max, *each, cases)?))?
        }
        Rule::Trigger(_) => {
            by_cases(&measured[0], |cases| Some(if cases == Ratio::ZERO { full } else { Ratio::ZERO }))?
        }
    })
}

/// Returns what a criterion would earn if its points depended on something else.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn earned_if(own: &Criterion, measured: &[Measured]) -> Result<Earned, Overflow> {
    let (Some(rule), Some(max)) = (&own.rule, own.max) else { return Ok(Earned::LeftOut) };
    earned(own, rule, (max, max.ratio().ok_or(Overflow)?), measured)
}

/// Finds what the points depend on.
fn measured(asked: Asked<'_>, rule: &Rule) -> Result<Vec<Measured>, Overflow> {
    let mut next = asked.first;
    let mut of_test = |test: &Test| match test {
        Test::Holds(indicator, _) => {
            next += 1;
            value(asked.context, *indicator, next - 1)
        }
        Test::Handed(task, deliverable) => Ok(document(asked, *task, *deliverable)),
    };
    match rule {
        Rule::Bands { indicator, .. } | Rule::Linear { indicator, .. } => {
            Ok(vec![value(asked.context, *indicator, asked.first)?])
        }
        Rule::YesNo(test) => Ok(vec![of_test(test)?]),
        Rule::Items(items) => items.iter().map(|item| of_test(&item.test)).collect(),
        Rule::PerCase { cases, .. } | Rule::Deduction { cases, .. } | Rule::Trigger(cases) => {
            Ok(vec![self::cases(asked, cases)?])
        }
        Rule::Manual => Ok(Vec::new()),
    }
}

fn value(context: Context<'_>, indicator: IndicatorId, query: usize) -> Result<Measured, Overflow> {
    let source = context.source(query, None);
    let amount = if let Some(assumed) = context.assumed(indicator) {
        Some(Amount::Assumed(assumed))
    } else if source.every_form_reported() {
        Some(source.amount(&context.plan.indicator(indicator).formula)?)
    } else {
        None
    };
    Ok(Measured::Value { indicator, amount, reports: source.reports() })
}

fn document(asked: Asked<'_>, task: usize, deliverable: usize) -> Measured {
    let judged = judge_deliverable(asked.context, (task, deliverable), asked.index.year);
    let is_there = judged.as_ref().is_some_and(|own| own.handed_in.is_some());
    let is_due = judged.is_some_and(|own| own.due < asked.context.as_of);
    Measured::Document { task, deliverable, is_there, is_due }
}

fn cases(asked: Asked<'_>, cases: &Cases) -> Result<Measured, Overflow> {
    match cases {
        Cases::Measures(measures) => {
            let source = asked.context.source(asked.first, None);
            let sum = |total: Decimal, measure| total.checked_add(source.sum(measure)?).ok_or(Overflow);
            let is_in = source.every_form_reported();
            let count = is_in.then(|| measures.iter().copied().try_fold(Decimal::whole(0), sum)).transpose()?;
            Ok(Measured::Cases { count, reports: source.reports() })
        }
        Cases::LateReports(forms) => Ok(late_reports(asked.context, forms, asked.index.year)),
    }
}

/// Counts the reports of forms for a year that came late, or are due and missing.
fn late_reports(context: Context<'_>, forms: &[FormId], year: i32) -> Measured {
    let (mut due, mut late, mut missing) = (0, 0, 0);
    let span: Months = whole_year(context.plan, year, None);
    // What nobody sends is never late.
    let is_sent = |tally: &&FormTally| forms.contains(&tally.form()) && context.plan.form(tally.form()).sent;
    for tally in context.figures.forms.iter().filter(is_sent) {
        let periods = context.times.form(tally.form()).within(span);
        let own = form_reporting(tally, periods, |_| true, context.plan.form(tally.form()).units.len());
        due += own.due;
        late += own.late;
        missing += own.missing();
    }
    Measured::LateReports { due, late, missing }
}

/// Returns the points of a value, or why there are none.
fn by_value(
    measured: &Measured,
    when_none: Option<WhenNone>,
    full: Ratio,
    points: impl Fn(Ratio) -> Option<Ratio>,
) -> Result<Earned, Overflow> {
    let Measured::Value { amount, reports, .. } = measured else { return Err(Overflow) };
    let Some(amount) = amount else { return Ok(Earned::Open(unreported(*reports))) };
    Ok(match (is_of_nothing(*amount), when_none) {
        (false, _) => Earned::Points(points(amount.value().ok_or(Overflow)?).ok_or(Overflow)?),
        (true, Some(WhenNone::Full)) => Earned::Points(full),
        (true, Some(WhenNone::Zero)) => Earned::Points(Ratio::ZERO),
        (true, Some(WhenNone::LeftOut)) => Earned::LeftOut,
        (true, None) => Earned::Open(Open::NoCases),
    })
}

fn is_of_nothing(amount: Amount) -> bool {
    matches!(amount, Amount::Rate { denominator, .. } if denominator.is_zero())
}

fn unreported(reports: Reports) -> Open {
    if reports.due > 0 { Open::NoData } else { Open::NotDue }
}

/// Returns all the points if something is so, else nothing.
fn by_test(measured: &Measured, test: &Test, when_none: Option<WhenNone>, full: Ratio) -> Result<Earned, Overflow> {
    let points = |is_so: bool| if is_so { full } else { Ratio::ZERO };
    match (measured, test) {
        // Until it is due nothing is lost.
        (Measured::Document { is_there: false, is_due: false, .. }, _) => Ok(Earned::Open(Open::NotDue)),
        (Measured::Document { is_there, .. }, _) => Ok(Earned::Points(points(*is_there))),
        (_, Test::Holds(_, bound)) => by_value(measured, when_none, full, |value| Some(points(bound.holds(value)))),
        (_, Test::Handed(..)) => Err(Overflow),
    }
}

/// Returns the points of the items that are there.
fn by_items(items: &[Item], measured: &[Measured], when_none: Option<WhenNone>) -> Result<Earned, Overflow> {
    let mut sum = Ratio::ZERO;
    let mut open = None;
    for (item, measured) in items.iter().zip(measured) {
        match by_test(measured, &item.test, when_none, item.points.ratio().ok_or(Overflow)?)? {
            Earned::Points(points) => sum = sum.checked_add(points).ok_or(Overflow)?,
            // An item that is left out leaves the maximum of the others as it is: nobody says by how much to lower it.
            Earned::LeftOut => open = Some(Open::NoCases),
            Earned::Open(why) => open = Some(why),
        }
    }
    Ok(open.map_or(Earned::Points(sum), Earned::Open))
}

/// Returns the points of so many cases, or why there are none.
fn by_cases(measured: &Measured, points: impl Fn(Ratio) -> Option<Ratio>) -> Result<Earned, Overflow> {
    let count = match measured {
        Measured::Cases { count: Some(count), .. } => count.ratio().ok_or(Overflow)?,
        Measured::Cases { count: None, reports } => return Ok(Earned::Open(unreported(*reports))),
        Measured::LateReports { due: 0, .. } => return Ok(Earned::Open(Open::NotDue)),
        Measured::LateReports { late, missing, .. } => {
            Ratio::whole(i128::try_from(late + missing).map_err(|_| Overflow)?)
        }
        Measured::Value { .. } | Measured::Document { .. } => return Err(Overflow),
    };
    Ok(Earned::Points(points(count).ok_or(Overflow)?))
}
