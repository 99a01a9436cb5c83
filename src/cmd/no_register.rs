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
    /// A dossier that was received after the day looked at.
    ReceivedLater { id: String, received: NaiveDate, as_of: NaiveDate },
    /// The code of a procedure where a dossier is asked for.
    IsProcedure { code: String },
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
            Self::ReceivedLater { id, received, as_of } => {
                let (received, day) = (&day(*received, lang), &day(*as_of, lang));
                track(Track::FailReceivedLater { id, received, day }, lang)
            }
            Self::IsProcedure { code } => track(Track::FailIsProcedure { code }, lang),
            Self::NotBegun { period, first, as_of } => {
                let period = &view::period_name(*period, lang);
                track(Track::FailPeriodAhead { period, first: &day(*first, lang), day: &day(*as_of, lang) }, lang)
            }
        }
    }
}
