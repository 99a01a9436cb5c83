//! One criterion of an index looked at: what stands there, and what the index gains if something else did.

use chrono::NaiveDate;

use super::Overflow;
use super::needed::to_come;
use super::points::{Earned, Measured};
use super::score::{IndexScore, Line, Sides};
use super::span::whole_year;
use super::target::Context;
use crate::model::{Adds, Criterion, Decimal, Index, IndexId, Months, Ratio};

/// An index as it stands.
pub(super) struct Standing<'a> {
    pub(super) context: Context<'a>,
    pub(super) index: &'a Index,
    pub(super) lines: &'a [Line],
    sides: Sides,
    /// Its points.
    base: Ratio,
    /// Its year.
    pub(super) whole: Months,
    /// The last day of that.
    pub(super) last: NaiveDate,
}

/// One criterion of it.
#[derive(Clone, Copy)]
pub(super) struct Looking<'a> {
    pub(super) of: &'a Standing<'a>,
    pub(super) own: &'a Criterion,
    pub(super) line: &'a Line,
    pub(super) at: usize,
}

impl<'a> Standing<'a> {
    pub(super) fn of(context: Context<'a>, scored: &'a IndexScore) -> Result<Self, Overflow> {
        let IndexId(place) = scored.index;
        let index = &context.plan.indexes[place as usize];
        let whole = whole_year(context.plan, index.year, None);
        let last = context.plan.window.last_day(whole.last).ok_or(Overflow)?;
        let sides = Sides::of(index, &scored.lines)?;
        Ok(Self { context, index, lines: &scored.lines, sides, base: sides.total(index)?.points, whole, last })
    }

    pub(super) fn looking(&'a self, at: usize) -> Looking<'a> {
        Looking { of: self, own: &self.index.criteria[at], line: &self.lines[at], at }
    }
}

impl Looking<'_> {
    /// Returns the points that the index gains if the criterion earns so many.
    pub(super) fn lift(self, then: Ratio) -> Result<Ratio, Overflow> {
        let more = then.checked_sub(self.now()).ok_or(Overflow)?;
        let points = self.of.sides.with(self.own.adds, more)?.total(self.of.index)?.points;
        points.checked_sub(self.of.base).ok_or(Overflow)
    }

    /// Returns the points that the index gains if this criterion and others earn so many.
    pub(super) fn lift_all(self, then: Ratio, others: &[(usize, Ratio)]) -> Result<Ratio, Overflow> {
        let mut sides = self.of.sides;
        for (at, then) in others.iter().copied().chain([(self.at, then)]) {
            let other = self.other(at);
            sides = sides.with(other.own.adds, then.checked_sub(other.now()).ok_or(Overflow)?)?;
        }
        sides.total(self.of.index)?.points.checked_sub(self.of.base).ok_or(Overflow)
    }

    /// Returns the same for another criterion.
    pub(super) fn other(self, at: usize) -> Self {
        self.of.looking(at)
    }

    /// Returns the points that stand.
    pub(super) fn now(self) -> Ratio {
        match self.line.stands.earned {
            Earned::Points(points) => points,
            Earned::LeftOut | Earned::Open(_) => Ratio::ZERO,
        }
    }

    /// Tells whether the criterion is left out, or is none that earns points itself.
    pub(super) fn is_out(self) -> bool {
        let sum = self.line.sums.stands;
        sum.known == Ratio::ZERO && sum.open == Ratio::ZERO
    }

    pub(super) fn best(self) -> Result<Ratio, Overflow> {
        let max = self.own.max.and_then(Decimal::ratio).ok_or(Overflow)?;
        Ok(if self.own.adds == Adds::Malus { Ratio::ZERO } else { max })
    }

    /// Tells whether the reports that figures rest on are all that there will be, and how many are still to come.
    pub(super) fn reports_to_come(self, slot: usize) -> Option<(usize, bool)> {
        let (Measured::Value { reports, .. } | Measured::Cases { reports, .. }) = self.measured(slot)? else {
            return None;
        };
        let source = self.of.context.source(self.query(slot), None);
        Some((to_come(source, reports, self.of.whole), reports.owed > 0))
    }

    /// Returns what was found at one place of a rule.
    pub(super) fn measured(self, slot: usize) -> Option<Measured> {
        self.line.computed.as_ref()?.measured.get(slot).copied()
    }

    /// Returns the query that a place of a rule was answered from.
    pub(super) fn query(self, slot: usize) -> usize {
        let before = self.line.computed.iter().flat_map(|own| &own.measured[..slot]);
        self.line.query + before.filter(|own| matches!(own, Measured::Value { .. })).count()
    }
}
