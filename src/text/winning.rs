//! Words about points that can still be won.

use super::{Lang, winning_en, winning_vi};

/// What is said of points to be won.
// One variant a line, so that the list can be looked through.
#[rustfmt::skip]
#[derive(Clone, Copy, Debug)]
pub enum Winning<'a> {
    Title,
    WaitingTitle,
    OutOfReachTitle,
    GainHead,
    TakesHead,
    ByHead,
    TimeHead,
    AtMostHead,
    PointsHead,
    WaitsHead,
    WhyHead,
    /// So many more or fewer of what any of some measures counts, and what that makes of the value.
    Cases { count: &'a str, unit: &'a str, names: &'a str, fewer: bool },
    FromTo { from: &'a str, to: &'a str },
    HandIn { name: &'a str },
    Further { gain: &'a str, count: &'a str },
    Others { list: &'a str },
    Reports { count: &'a str },
    ReportsWith { count: &'a str, cases: &'a str, unit: &'a str },
    Beyond { count: &'a str, unit: &'a str, cases: &'a str, fewer: bool },
    Lost { count: &'a str },
    Happened { count: &'a str },
    LateHappened { count: &'a str },
    Over,
    Appraised,
    Surveyed,
    Assumed,
    NoStep,
    Appraisal,
    AppraisalOfFigures { gain: &'a str },
    People,
    LateReports { count: &'a str },
    Evidence,
    Nothing,
    EachAlone,
    AllGood,
    Case,
}

/// Words something about points to be won in a language.
pub fn winning(phrase: Winning<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => winning_vi::winning(phrase),
        Lang::En => winning_en::winning(phrase),
    }
}
