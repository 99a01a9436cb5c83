//! Words about what is assumed, though no file says it.

use super::{Lang, assume_en, assume_vi};

/// What is said of assumptions.
// One variant a line, so that the list can be looked through.
#[rustfmt::skip]
#[derive(Clone, Copy, Debug)]
pub enum Assume<'a> {
    Note { list: &'a str },
    Value { name: &'a str, value: &'a str },
    Figure { name: &'a str, period: &'a str, unit: &'a str, value: &'a str },
    Changes,
    NoChange,
    BeforeHead,
    AfterHead,
    DifferenceHead,
    VerdictBefore,
    VerdictAfter,
    AllPoints,
    Index { name: &'a str, before: &'a str, after: &'a str },
    /// What files say with it is added to.
    Contradicts,
    Refused,
    NoAssumption { text: &'a str },
    Unknown { text: &'a str, near: &'a str },
    NeedsPeriod { id: &'a str, example: &'a str },
    TakesNoPeriod { id: &'a str },
    WhichUnit { id: &'a str, units: &'a str, example: &'a str },
    Counted { id: &'a str },
    NotOver { period: &'a str, last: &'a str, day: &'a str },
    NobodySends { id: &'a str, period: &'a str },
    BadValue { text: &'a str },
    AboveAll { id: &'a str },
    Twice { key: &'a str },
}

/// Words something about assumptions in a language.
pub fn assume(phrase: Assume<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => assume_vi::assume(phrase),
        Lang::En => assume_en::assume(phrase),
    }
}
