//! Tasks, and what each must yield and reach.

use chrono::NaiveDate;

use super::{Bound, Decimal, IndexId, IndicatorId, Party, Ratio};
use crate::diag::Place;

/// A numbered row of the plan.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its number.
    pub no: u32,
    /// Title, corrected.
    pub title: String,
    /// Title as printed, where it differs.
    pub printed: Option<String>,
    /// Who leads.
    pub lead: Vec<Party>,
    /// Who supports.
    pub support: Vec<Party>,
    /// When it is due.
    pub schedule: Schedule,
    /// The schedule as printed.
    pub schedule_printed: Option<String>,
    /// The deliverables as printed.
    pub deliverables_printed: Option<String>,
    /// What it must yield.
    pub deliverables: Vec<Deliverable>,
    /// What it must reach.
    pub targets: Vec<Target>,
    /// The day it was added during the plan.
    pub assigned: Option<NaiveDate>,
    /// The document that added it.
    pub basis: Option<String>,
    /// A new deadline.
    pub extended: Option<Extension>,
    /// Indexes it serves.
    pub indexes: Vec<IndexId>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

impl Task {
    /// Tells whether the task had been given by the end of a day.
    pub fn is_assigned(&self, day: NaiveDate) -> bool {
        self.assigned.is_none_or(|assigned| assigned <= day)
    }

    /// Returns every name of a deliverable, also of those of which one is enough, with the deliverable's place.
    pub fn deliverable_names(&self) -> impl Iterator<Item = (usize, &str)> {
        self.deliverables
            .iter()
            .enumerate()
            .flat_map(|(at, own)| std::iter::once(&own.name).chain(&own.any_of).map(move |name| (at, name.as_str())))
    }

    /// Returns the extension in force on a day.
    pub fn extension(&self, day: NaiveDate) -> Option<&Extension> {
        self.extended.as_ref().filter(|extended| extended.on.is_none_or(|on| on <= day))
    }
}

/// When a task is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// "Thường xuyên".
    Continuous,
    /// "Khi có phát sinh".
    OnEvent,
    /// By a day.
    By(NaiveDate),
    /// Each year by a month and day.
    Every { month: u8, day: u8 },
}

impl Schedule {
    /// Returns the word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Continuous => "continuous",
            Self::OnEvent => "on-event",
            Self::By(_) => "by",
            Self::Every { .. } => "every",
        }
    }
}

/// A deadline put off.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The new deadline.
    pub to: NaiveDate,
    /// The document that allows it.
    pub basis: String,
    /// The day from which it holds; before, the old deadline does.
    pub on: Option<NaiveDate>,
}

/// A document or product that a task must yield.
#[derive(Clone, Debug)]
pub struct Deliverable {
    /// Name as shown.
    pub name: String,
    /// Its own due day.
    pub due: Option<NaiveDate>,
    /// Whether it is a document with a number.
    pub numbered: bool,
    /// Names of which one is enough.
    pub any_of: Vec<String>,
    /// Where it is declared.
    pub place: Place,
}

/// An indicator, a bound, and when it must hold.
#[derive(Clone, Debug)]
pub struct Target {
    /// `7.1`.
    pub id: String,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What is asked, as first declared.
    pub bound: Bound,
    /// Later bounds, in the order of their days.
    pub revised: Vec<Revision>,
    /// Whether the last closed period counts alone.
    pub over_period: bool,
    /// Whether every unit is judged by itself.
    pub each_unit: bool,
    /// Its own deadline.
    pub by: Option<NaiveDate>,
    /// What should be reached on the way, in the order of their days.
    pub milestones: Vec<Milestone>,
    /// Where the way began.
    pub baseline: Option<Baseline>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

impl Target {
    /// Returns the bound in force on a day.
    pub fn bound_on(&self, day: NaiveDate) -> Bound {
        self.revision_on(day).map_or(self.bound, |revision| revision.bound)
    }

    /// Returns the revision in force on a day.
    pub fn revision_on(&self, day: NaiveDate) -> Option<&Revision> {
        self.revised.iter().rev().find(|revision| revision.from <= day)
    }
}

/// A bound changed during the plan.
#[derive(Clone, Debug)]
pub struct Revision {
    /// First day it holds.
    pub from: NaiveDate,
    /// The new bound.
    pub bound: Bound,
    /// The document that changed it.
    pub basis: Option<String>,
}

/// A bound on the way.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its day.
    pub on: NaiveDate,
    /// What should hold by then.
    pub bound: Bound,
    /// Where it comes from.
    pub basis: Option<String>,
}

/// Where a straight line to the bound begins.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The day of the value.
    pub on: NaiveDate,
    /// The value, in percent for a rate.
    pub value: Decimal,
    /// Where it comes from.
    pub basis: Option<String>,
}

impl Baseline {
    /// Returns the value that a straight line from the baseline to `goal` on `deadline` has on `day`; none on overflow or if the
    /// deadline is not after the baseline. Days before the baseline count as it, days after the deadline as the deadline.
    pub fn path(&self, goal: Ratio, deadline: NaiveDate, day: NaiveDate) -> Option<Ratio> {
        let whole = (deadline - self.on).num_days();
        if whole <= 0 {
            return None;
        }
        let gone = (day - self.on).num_days().clamp(0, whole);
        let begin = self.value.ratio()?;
        let share = Ratio::new(i128::from(gone), i128::from(whole))?;
        begin.checked_add(goal.checked_sub(begin)?.checked_mul(share)?)
    }
}
