//! Who reports and answers: units, and groups of them under one printed name.

use chrono::NaiveDate;

use super::{FormId, Party, Period, UnitId};
use crate::diag::Place;

/// A unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Stable id.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// Other spellings of the name.
    pub aliases: Vec<String>,
    /// The unit it belongs to.
    pub parent: Option<UnitId>,
    /// First day it exists, if it did not always.
    pub from: Option<NaiveDate>,
    /// Last day it exists.
    pub until: Option<NaiveDate>,
    /// Reports it need not send.
    pub excuses: Vec<Excuse>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

impl Unit {
    /// Tells whether the unit exists on a day.
    pub fn exists(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Returns the excuse for a form's report of a period, if there is one.
    pub fn excuse(&self, form: FormId, period: Period) -> Option<&Excuse> {
        self.excuses.iter().find(|excuse| excuse.covers(form, period))
    }
}

/// A report that a unit need not send.
#[derive(Clone, Debug)]
pub struct Excuse {
    /// The form; none means every form.
    pub form: Option<FormId>,
    /// The period, which may hold several of the form's.
    pub period: Period,
    /// Why.
    pub reason: String,
    /// Where it is declared.
    pub place: Place,
}

impl Excuse {
    /// Tells whether it frees from a form's report of a period.
    pub fn covers(&self, form: FormId, period: Period) -> bool {
        self.form.is_none_or(|own| own == form) && self.period.months().covers(period.months())
    }
}

/// Units under one printed name, such as "Các phòng, đơn vị trực thuộc".
#[derive(Clone, Debug)]
pub struct Group {
    /// Stable id.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// Other spellings of the name.
    pub aliases: Vec<String>,
    /// Units and groups in it, as declared.
    pub members: Vec<Party>,
    /// Every unit in it, also through other groups, each once, in the order of the plan.
    pub units: Vec<UnitId>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}
