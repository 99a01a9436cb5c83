//! What a target comes to, with everything that a sentence about it needs.

use chrono::NaiveDate;

use super::Verdict;
use super::needed::Needed;
use super::value::{Amount, Older, Reports};
use crate::model::{Bound, Decimal, Months, Ratio, UnitId};

/// Why a verdict is what it is: the first line of the rules that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No report in, none due yet.
    NothingDue,
    /// Reports due, none in.
    NothingIn,
    /// A denominator of zero.
    NothingArose,
    /// No possible value is within the bound; with the cases that are lost for good, where they can be counted.
    OutOfReach(Option<Decimal>),
    /// Continuous: as of now.
    Now,
    /// The deadline is over and every report for it due.
    Final,
    /// No possible value is outside the bound.
    Secure,
    /// Compared with this milestone of the target.
    Milestone(usize),
    /// Compared with the straight line from the baseline, which has this value on this day.
    Baseline(Ratio, NaiveDate),
    /// The bound is reached so far.
    BoundReached,
    /// By a date, with nothing to compare with.
    NothingToCompare,
}

/// What a figure on its way to a deadline is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// This milestone of the target.
    Milestone(usize),
    /// The straight line from the baseline, which has this value on this day.
    Baseline(Ratio, NaiveDate),
    /// The bound itself.
    Bound,
}

impl Reason {
    /// Returns what the figure is compared with; none where it is not on its way, or there is nothing to compare with.
    pub fn compared(self) -> Option<Compared> {
        match self {
            Self::Milestone(at) => Some(Compared::Milestone(at)),
            Self::Baseline(path, on) => Some(Compared::Baseline(path, on)),
            Self::BoundReached => Some(Compared::Bound),
            Self::NothingDue
            | Self::NothingIn
            | Self::NothingArose
            | Self::OutOfReach(_)
            | Self::Now
            | Self::Final
            | Self::Secure
            | Self::NothingToCompare => None,
        }
    }
}

/// Why a figure may still change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Provisional {
    /// A report that is due is not in, or lacks a cell.
    pub missing: bool,
    /// A report for a closed period is not due yet and not in.
    pub awaiting: bool,
    /// A stock was taken from an older period.
    pub older: Option<Older>,
}

impl Provisional {
    /// Tells whether any of it holds.
    pub fn any(self) -> bool {
        self.missing || self.awaiting || self.older.is_some()
    }
}

/// What a target comes to for all units, or for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The counts or the level; none where no report is in.
    pub amount: Option<Amount>,
    /// What is compared: percent for a rate.
    pub value: Option<Ratio>,
    /// How many reports there are.
    pub reports: Reports,
    /// Why it may still change.
    pub provisional: Provisional,
    /// What is needed from now on.
    pub needed: Option<Needed>,
}

impl Outcome {
    /// Tells whether the target can no longer be met.
    pub fn is_out_of_reach(&self) -> bool {
        matches!(self.reason, Reason::OutOfReach(_))
    }
}

/// One unit of an each-unit target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitOutcome {
    /// The unit.
    pub unit: UnitId,
    /// What it comes to.
    pub outcome: Outcome,
}

/// A target judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetResult {
    /// Place of the task in the plan.
    pub task: usize,
    /// Place of the target in the task.
    pub target: usize,
    /// The bound in force.
    pub bound: Bound,
    /// The day by which it must hold.
    pub deadline: Option<NaiveDate>,
    /// The months judged.
    pub span: Months,
    /// What it comes to; for an each-unit target the worst unit's figures, with the counts of reports and flags of all.
    pub outcome: Outcome,
    /// Each unit by itself, in the order of the plan.
    pub units: Vec<UnitOutcome>,
    /// The unit that decides an each-unit target.
    pub worst: Option<UnitId>,
}
