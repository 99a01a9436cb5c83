//! Why something cannot be assumed, and how it is said.

use super::failure::Failure;
use crate::text::{Assume, Lang, assume};

/// Why something cannot be assumed.
#[derive(Debug)]
pub(super) enum NoAssumption {
    /// What is no key and value.
    Unreadable(String),
    /// A key that nothing has, with the nearest that something has.
    Unknown { text: String, near: Option<String> },
    /// A measure without a period.
    NeedsPeriod { id: String, example: String },
    /// An indicator with one.
    TakesNoPeriod(String),
    /// A figure that several units send.
    WhichUnit { id: String, units: String, example: String },
    /// A figure that is counted from the register.
    Counted(String),
    /// A period that is not over on the day judged.
    NotOver { period: String, last: String, day: String },
    /// A period for which nobody sends it.
    NobodySends { id: String, period: String },
    /// A value that is no number.
    BadValue(String),
    /// A share of more than all, or less than nothing.
    AboveAll(String),
    /// The same twice.
    Twice(String),
}

impl From<NoAssumption> for Failure {
    fn from(why: NoAssumption) -> Self {
        Self::NoAssumption(why)
    }
}

impl NoAssumption {
    /// Words the failure.
    pub(super) fn words(&self, lang: Lang) -> String {
        let say = |phrase: Assume<'_>| assume(phrase, lang);
        match self {
            Self::Unreadable(text) => say(Assume::NoAssumption { text }),
            Self::Unknown { text, near } => say(Assume::Unknown { text, near: near.as_deref().unwrap_or_default() }),
            Self::NeedsPeriod { id, example } => say(Assume::NeedsPeriod { id, example }),
            Self::TakesNoPeriod(id) => say(Assume::TakesNoPeriod { id }),
            Self::WhichUnit { id, units, example } => say(Assume::WhichUnit { id, units, example }),
            Self::Counted(id) => say(Assume::Counted { id }),
            Self::NotOver { period, last, day } => say(Assume::NotOver { period, last, day }),
            Self::NobodySends { id, period } => say(Assume::NobodySends { id, period }),
            Self::BadValue(text) => say(Assume::BadValue { text }),
            Self::AboveAll(id) => say(Assume::AboveAll { id }),
            Self::Twice(key) => say(Assume::Twice { key }),
        }
    }
}
