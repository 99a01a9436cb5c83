//! An index scored: what each criterion was given and earns by its rule, summed.
//!
//! Index = points / maximum x 100, the same for each field; bonuses and what is taken away stand beside the maximum.

use super::Overflow;
use super::points::{Asked, Computed, Earned, Open, computed, sought};
use super::target::Context;
use crate::model::{Adds, Criterion, Decimal, Index, IndexId, Ratio, Round, Score};

/// An index scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexScore {
    /// Which.
    pub index: IndexId,
    /// A line for each criterion, in their order.
    pub lines: Vec<Line>,
    /// What the whole comes to.
    pub total: Total,
}

/// A criterion scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What people gave it, by round: places in the list of scores. A heading is given nothing.
    pub given: [Option<usize>; 3],
    /// What it earns by its rule; none for a heading.
    pub computed: Option<Computed>,
    /// Place of the first of its queries in the list.
    pub query: usize,
    /// What counts.
    pub stands: Stands,
    /// Whether the document that it needs is there; none if it needs none.
    pub evidence: Option<bool>,
    /// What its leaves come to, or itself.
    pub sums: Sums,
}

/// What counts for a criterion, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// What it earns.
    pub earned: Earned,
    /// Where that comes from.
    pub basis: Basis,
}

/// Where points come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// People gave them.
    Given(Round),
    /// By the rule, from figures.
    Computed,
    /// They are the sum of several.
    Sum,
}

/// What leaves come to, by who says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What was given in each round.
    pub given: [Sum; 3],
    /// By the rules.
    pub computed: Sum,
    /// What counts.
    pub stands: Sum,
}

/// Points of some leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Those that can be told.
    pub points: Ratio,
    /// The maximum of the leaves of which they can.
    pub known: Ratio,
    /// The maximum of the leaves of which they cannot.
    pub open: Ratio,
}

impl Default for Sum {
    fn default() -> Self {
        Self { points: Ratio::ZERO, known: Ratio::ZERO, open: Ratio::ZERO }
    }
}

/// What an index comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What counts within the maximum.
    pub within: Sum,
    /// What is added, within its cap.
    pub bonus: Sum,
    /// What is taken away, within its cap.
    pub malus: Sum,
    /// Points in all.
    pub points: Ratio,
    /// The maximum, of what is open too.
    pub max: Ratio,
    /// The index in per cent: the least and the most it can come to, which are one where nothing is open. None without a maximum.
    pub index: Option<(Ratio, Ratio)>,
}

/// Scores every index that has criteria, from the answers to [`super::score_queries`], which begin at `first` in the list.
///
/// # Errors
/// Fails if a figure does not fit.
pub fn scores(context: Context<'_>, first: usize) -> Result<Vec<IndexScore>, Overflow> {
    let mut next = first;
    let mut list = Vec::new();
    for (at, index) in context.plan.indexes.iter().enumerate() {
        let id = IndexId::at(at);
        let mut lines = Vec::new();
        for (at, criterion) in index.criteria.iter().enumerate() {
            let asked = Asked { context, index, criterion, first: next };
            next += sought(index, id, at).len();
            lines.push(line(asked, (id, at))?);
        }
        if lines.is_empty() {
            continue;
        }
        sum_up(index, &mut lines)?;
        let total = Sides::of(index, &lines)?.total(index)?;
        list.push(IndexScore { index: id, lines, total });
    }
    Ok(list)
}

fn line(asked: Asked<'_>, whose: (IndexId, usize)) -> Result<Line, Overflow> {
    let (own, figures) = (asked.criterion, asked.context.figures);
    let given = Round::ALL.map(|round| {
        figures
            .scores
            .iter()
            .position(|score| (score.index, score.criterion, score.round) == (whose.0, Some(whose.1), round))
    });
    let is_leaf = own.rule.is_some();
    let computed = if is_leaf { Some(computed(asked)?) } else { None };
    let stands = stands(asked.index, own, computed.as_ref(), given.map(|at| at.map(|at| &figures.scores[at])))?;
    let is_proved = given.iter().flatten().any(|at| figures.scores[*at].evidence.is_some());
    let mut line = Line {
        given,
        computed,
        query: asked.first,
        stands,
        evidence: own.evidence.then_some(is_proved),
        sums: Sums::default(),
    };
    if is_leaf && !is_out(asked.index, own) {
        line.sums = sums(own, &line, &figures.scores)?;
    }
    Ok(line)
}

/// Tells whether a criterion is left out because a survey scores it.
fn is_out(index: &Index, own: &Criterion) -> bool {
    index.without_survey && own.survey
}

/// Returns what counts: the last appraisal, else what the rule says, else what the agency gave itself.
fn stands(
    index: &Index,
    own: &Criterion,
    computed: Option<&Computed>,
    given: [Option<&Score>; 3],
) -> Result<Stands, Overflow> {
    let Some(computed) = computed else { return Ok(Stands { earned: Earned::LeftOut, basis: Basis::Sum }) };
    if is_out(index, own) {
        return Ok(Stands { earned: Earned::LeftOut, basis: Basis::Computed });
    }
    let [own_points, appraisals @ ..] = given;
    let last = appraisals.into_iter().flatten().next_back();
    let is_open = matches!(computed.earned, Earned::Open(_));
    let Some(score) = last.or(own_points.filter(|_| is_open)) else {
        return Ok(Stands { earned: computed.earned, basis: Basis::Computed });
    };
    Ok(Stands { earned: Earned::Points(score.points.ratio().ok_or(Overflow)?), basis: Basis::Given(score.round) })
}

/// Returns the sums of one leaf.
fn sums(own: &Criterion, line: &Line, scores: &[Score]) -> Result<Sums, Overflow> {
    let max = own.max.and_then(Decimal::ratio).ok_or(Overflow)?;
    let sum = |earned: Earned| match earned {
        Earned::Points(points) => Sum { points, known: max, open: Ratio::ZERO },
        Earned::LeftOut => Sum::default(),
        Earned::Open(_) => Sum { open: max, ..Sum::default() },
    };
    let mut given = [Sum::default(); 3];
    for (sum_of, at) in given.iter_mut().zip(line.given) {
        let earned = match at {
            Some(at) => Earned::Points(scores[at].points.ratio().ok_or(Overflow)?),
            None => Earned::Open(Open::NotGiven),
        };
        *sum_of = sum(earned);
    }
    let computed = line.computed.as_ref().map_or(Sum::default(), |own| sum(own.earned));
    Ok(Sums { given, computed, stands: sum(line.stands.earned) })
}

/// Adds leaves up into the headings above them.
fn sum_up(index: &Index, lines: &mut [Line]) -> Result<(), Overflow> {
    for at in (0..lines.len()).rev() {
        let Some(parent) = index.criteria[at].parent else { continue };
        let own = lines[at].sums;
        let above = &mut lines[parent].sums;
        for (sum, own) in above.given.iter_mut().zip(own.given) {
            *sum = sum.plus(own)?;
        }
        above.computed = above.computed.plus(own.computed)?;
        above.stands = above.stands.plus(own.stands)?;
    }
    Ok(())
}

impl Sum {
    /// Adds other leaves.
    ///
    /// # Errors
    /// Fails if a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        let add = |a: Ratio, b: Ratio| a.checked_add(b).ok_or(Overflow);
        Ok(Self {
            points: add(self.points, other.points)?,
            known: add(self.known, other.known)?,
            open: add(self.open, other.open)?,
        })
    }

    /// Returns the points lost for certain: what is open is not lost.
    pub fn lost(self) -> Option<Ratio> {
        self.known.checked_sub(self.points)
    }
}

/// What counts of an index, before caps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    within: Sum,
    bonus: Sum,
    malus: Sum,
}

impl Sides {
    /// Sums the fields.
    pub(super) fn of(index: &Index, lines: &[Line]) -> Result<Self, Overflow> {
        let sum = |adds: Adds| {
            let fields = index.parts(None).filter(|at| index.criteria[*at].adds == adds);
            fields.map(|at| lines[at].sums.stands).try_fold(Sum::default(), Sum::plus)
        };
        Ok(Self { within: sum(Adds::Within)?, bonus: sum(Adds::Bonus)?, malus: sum(Adds::Malus)? })
    }

    /// Returns the same with more points on one side, or fewer.
    pub(super) fn with(self, adds: Adds, more: Ratio) -> Result<Self, Overflow> {
        let mut own = self;
        let side = match adds {
            Adds::Within => &mut own.within,
            Adds::Bonus => &mut own.bonus,
            Adds::Malus => &mut own.malus,
        };
        side.points = side.points.checked_add(more).ok_or(Overflow)?;
        Ok(own)
    }

    /// Returns what an index comes to.
    pub(super) fn total(self, index: &Index) -> Result<Total, Overflow> {
        let within = self.within;
        let bonus = capped(self.bonus, index.bonus_cap)?;
        let malus = capped(self.malus, index.malus_cap)?;
        let add = |a: Ratio, b: Ratio| a.checked_add(b).ok_or(Overflow);
        let less = |a: Ratio, b: Ratio| a.checked_sub(b).ok_or(Overflow).map(|left| left.max(Ratio::ZERO));
        let points = less(add(within.points, bonus.points)?, malus.points)?;
        let max = add(within.known, within.open)?;
        let least = less(points, malus.open)?;
        let most = add(add(points, within.open)?, bonus.open)?;
        let percent = |own: Ratio| own.checked_div(max)?.checked_mul(Ratio::whole(100));
        let index = if max == Ratio::ZERO {
            None
        } else {
            Some((percent(least).ok_or(Overflow)?, percent(most).ok_or(Overflow)?))
        };
        Ok(Total { within, bonus, malus, points, max, index })
    }
}

/// Cuts points beside the maximum off at their cap; what is open can add no more than is left of it.
fn capped(sum: Sum, cap: Option<Decimal>) -> Result<Sum, Overflow> {
    let Some(cap) = cap else { return Ok(sum) };
    let cap = cap.ratio().ok_or(Overflow)?;
    let points = sum.points.min(cap);
    let left = cap.checked_sub(points).ok_or(Overflow)?;
    Ok(Sum { points, open: sum.open.min(left), ..sum })
}
