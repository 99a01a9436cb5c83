//! Reported periods that were locked, and their reports as they were then.

use chrono::NaiveDate;

use super::{FormId, Period, UnitId};
use crate::diag::Place;

/// The columns of `data/freezes.csv`, the log of what was locked and lifted.
pub const FREEZES: [&str; 6] = ["period", "action", "on", "reports", "fingerprint", "reason"];

/// The columns of `data/frozen.csv`, the copies of what is locked.
pub const FROZEN: [&str; 6] = ["locked", "form", "period", "unit", "reported", "figures"];

/// What an entry of the log does: it locks a period, or lifts the lock.
pub const ACTIONS: [&str; 2] = ["freeze", "lift"];

/// A period that is locked: its figures were reported, and should not change without a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The period.
    pub period: Period,
    /// Since when.
    pub on: NaiveDate,
    /// How many reports were locked.
    pub reports: usize,
    /// What the locked reports come to, so that a change of their copy is seen too.
    pub fingerprint: String,
    /// The row.
    pub place: Place,
}

/// A report as it was when its period was locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The period that was locked; the report's own lies within it.
    pub locked: Period,
    /// The form.
    pub form: FormId,
    /// Who reported.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// The day of receipt, as written.
    pub reported: String,
    /// Figures by the ids of their measures, as written; blank ones are not there.
    pub figures: Vec<(String, String)>,
    /// The row.
    pub place: Place,
}
