//! Why nothing can be said of the register.

use chrono::NaiveDate;

use crate::model::Period;
use crate::text::{Lang, Say, Track, day, say, track};
use crate::view;

/// Why nothing can be said of the register.
#[derive(Debug)]
pub(super) enum NoRegister {
    /// There is none.
    Missing,
    /// A measure that is not counted from it.
    NotCounted { id: String, near: Option<String>, all: String },
    /// A period that has not begun.
    NotBegun { period: Period, first: NaiveDate, as_of: NaiveDate },
}

impl NoRegister {
    /// Words it.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Missing => say(Say::FailNoRegister, lang),
            Self::NotCounted { id, near, all } => {
                say(Say::FailNotCounted { id, near: near.as_deref().unwrap_or_default(), all }, lang)
            }
            Self::NotBegun { period, first, as_of } => {
                let period = &view::period_name(*period, lang);
                track(Track::FailPeriodAhead { period, first: &day(*first, lang), day: &day(*as_of, lang) }, lang)
            }
        }
    }
}
