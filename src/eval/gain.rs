//! What can still be won: for each criterion the next step that earns more, by the rule that it is scored by.
//!
//! A step is the least number of cases with which the rule gives more, everything else as it is: the rule itself is asked again with
//! figures moved by so many, so that what is promised is what applying it brings.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Overflow;
use super::looking::{Looking, Standing};
use super::needed::Expected;
use super::points::{Earned, Measured, Open};
use super::score::{Basis, IndexScore};
use super::steps::{cases_of, steps};
use super::target::Context;
use crate::model::{Adds, Decimal, MeasureId, Ratio, Round, Rule};

/// What can be won at one criterion, or at one item of it.
#[derive(Clone, Debug)]
pub struct Gain {
    /// Place of the criterion in the index.
    pub criterion: usize,
    /// Place of the item in its rule.
    pub item: Option<usize>,
    /// The points that the index lacks here: lost, open, or taken away.
    pub most: Ratio,
    /// Whether they can be won, and how.
    pub outlook: Outlook,
}

/// Whether points can be won.
#[derive(Clone, Debug)]
pub enum Outlook {
    /// By steps that the time left allows, each winning more than the one before.
    Within(Vec<Step>),
    /// Not at the pace so far.
    Beyond(Step),
    /// Not any more.
    Closed(Closed),
    /// Others decide.
    Waits(Waits),
}

/// A step that wins points.
#[derive(Clone, Debug)]
pub struct Step {
    /// Points that the index gains by this criterion.
    pub gain: Ratio,
    /// What it brings at other criteria too, each by itself: their places, and points of the index.
    pub others: Vec<(usize, Ratio)>,
    /// Points that the index gains in all.
    pub whole: Ratio,
    /// What it takes.
    pub take: Take,
    /// The last day for it.
    pub by: NaiveDate,
}

/// What a step takes.
#[derive(Clone, Debug)]
pub enum Take {
    /// A document.
    Document {
        /// Place of the task in the plan.
        task: usize,
        /// Place of the deliverable in it.
        deliverable: usize,
    },
    /// So many cases more or fewer.
    Cases(Box<Move>),
}

/// Figures moved by so many cases.
#[derive(Clone, Debug)]
pub struct Move {
    /// How many.
    pub count: Decimal,
    /// Whether it is fewer.
    pub fewer: bool,
    /// The measures of which any one changes by so many.
    pub measures: Vec<MeasureId>,
    /// The totals that change along.
    pub along: Vec<MeasureId>,
    /// Whether the cases must still arise, and are all that do.
    pub arises: bool,
    /// What was found.
    pub from: Measured,
    /// What it would be.
    pub to: Measured,
    /// Reports still to come.
    pub reports: usize,
    /// What they bring at the pace so far, where that limits how many there can be.
    pub expected: Option<Expected>,
}

/// Why points cannot be won any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// So many cases no later report can make good.
    Lost(Decimal),
    /// What happened so many times cannot be undone.
    Happened(Decimal),
    /// The year is over and every report is in.
    Over,
    /// The last appraisal is given.
    Appraised,
    /// A survey gave the points.
    Surveyed,
    /// What it is measured by is assumed, so that no figures move it.
    Assumed,
    /// No number of cases earns more.
    NoStep,
}

/// What decides about points that no step wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// What is open.
    Open(Open),
    /// Another appraisal; with the points that figures would add, if it follows them.
    Appraisal(Option<Ratio>),
    /// People, who gave points that figures cannot tell.
    People,
    /// So many reports that have not come, of a year that is over.
    Reports(usize),
    /// Points stand without the document that they need.
    Evidence,
}

/// Finds what can be won in an index: steps first, the most points first, then what takes the fewest cases; then the others.
///
/// # Errors
/// Fails if a figure does not fit.
pub fn gains(context: Context<'_>, scored: &IndexScore) -> Result<Vec<Gain>, Overflow> {
    let of = Standing::of(context, scored)?;
    let mut list = Vec::new();
    for at in 0..scored.lines.len() {
        list.extend(of_line(of.looking(at))?);
    }
    list.sort_by_key(rank);
    Ok(list)
}

/// What steps are ranked by: by points, then by cases.
fn rank(own: &Gain) -> (u8, Reverse<Ratio>, Option<Ratio>) {
    match &own.outlook {
        Outlook::Within(steps) => {
            let first = steps.first();
            (0, Reverse(first.map_or(Ratio::ZERO, |own| own.gain)), first.and_then(cases_of))
        }
        Outlook::Waits(_) => (1, Reverse(own.most), None),
        Outlook::Beyond(step) => (2, Reverse(own.most), cases_of(step)),
        Outlook::Closed(_) => (3, Reverse(own.most), None),
    }
}

fn of_line(looking: Looking<'_>) -> Result<Vec<Gain>, Overflow> {
    let (own, at) = (looking.line, looking.at);
    let Some(computed) = own.computed.as_ref().filter(|_| !looking.is_out()) else { return Ok(Vec::new()) };
    let mut list = Vec::new();
    if own.evidence == Some(false) && looking.now() > Ratio::ZERO {
        let outlook = Outlook::Waits(Waits::Evidence);
        list.push(Gain { criterion: at, item: None, most: looking.now(), outlook });
    }
    let most = looking.lift(looking.best()?)?;
    if most <= Ratio::ZERO {
        return Ok(list);
    }
    let gain = |outlook| Gain { criterion: at, item: None, most, outlook };
    match (own.stands.basis, own.stands.earned) {
        (Basis::Given(Round::First | Round::Second), _) if looking.own.survey => {
            list.push(gain(Outlook::Closed(Closed::Surveyed)));
        }
        (Basis::Given(Round::Second), _) => list.push(gain(Outlook::Closed(Closed::Appraised))),
        (Basis::Given(Round::First), _) => {
            let by_figures = match computed.earned {
                Earned::Points(points) => Some(looking.lift(points)?).filter(|gain| *gain > Ratio::ZERO),
                Earned::LeftOut | Earned::Open(_) => None,
            };
            list.push(gain(Outlook::Waits(Waits::Appraisal(by_figures))));
        }
        (_, Earned::LeftOut) => {}
        (_, earned) => list.extend(by_figures(looking, most, earned)?),
    }
    Ok(list)
}

/// Finds what can be won by figures and documents.
fn by_figures(looking: Looking<'_>, most: Ratio, earned: Earned) -> Result<Vec<Gain>, Overflow> {
    let at = looking.at;
    let computed = looking.line.computed.as_ref().map_or(earned, |own| own.earned);
    let otherwise = match (computed, looking.line.stands.basis) {
        (Earned::Open(Open::NotGiven | Open::Survey), Basis::Given(_)) => Outlook::Waits(Waits::People),
        // What the agency gave itself stands only until figures tell.
        (Earned::Open(why), _) => Outlook::Waits(Waits::Open(why)),
        (_, Basis::Given(_)) => Outlook::Waits(Waits::People),
        _ => Outlook::Closed(Closed::NoStep),
    };
    let Some(rule) = &looking.own.rule else { return Ok(Vec::new()) };
    let items = match rule {
        Rule::Items(items) => items.as_slice(),
        Rule::Manual => return Ok(vec![Gain { criterion: at, item: None, most, outlook: otherwise }]),
        _ => {
            let outlook = steps(looking, 0)?.unwrap_or(otherwise);
            return Ok(vec![Gain { criterion: at, item: None, most, outlook }]);
        }
    };
    let mut list = Vec::new();
    for (place, item) in items.iter().enumerate() {
        // Of what takes points away those that are there are to be mended, else those that are not.
        let is_there = looking.measured(place).is_some_and(|found| found.passes(&item.test));
        if is_there != (looking.own.adds == Adds::Malus) {
            continue;
        }
        let most = item.points.ratio().ok_or(Overflow)?.min(most);
        let outlook = steps(looking, place)?.unwrap_or_else(|| otherwise.clone());
        list.push(Gain { criterion: at, item: Some(place), most, outlook });
    }
    Ok(list)
}
