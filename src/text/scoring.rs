//! Words about points.

use super::{Lang, scoring_en, scoring_vi};

/// What is said of the points of an index.
// One variant a line, so that the list can be looked through.
#[rustfmt::skip]
#[derive(Clone, Copy, Debug)]
pub enum Scoring<'a> {
    CriterionHead,
    MaxHead,
    FirstHead,
    SecondHead,
    ComputedHead,
    StandsHead,
    LostHead,
    EvidenceHead,
    WhyHead,
    FieldHead,
    OpenHead,
    Lost,
    ByOwner,
    NoOwner,
    EvidenceThere,
    EvidenceLacks,
    IndexOf { name: &'a str, year: &'a str },
    Level { level: &'a str },
    Source { source: &'a str },
    Example,
    /// Everything is known.
    Comes { points: &'a str, max: &'a str, percent: &'a str },
    /// Something is open.
    ComesSoFar { points: &'a str, known: &'a str, open: &'a str, least: &'a str, most: &'a str },
    NothingToScore,
    WithoutSurvey,
    Bonus { points: &'a str },
    Malus { points: &'a str },
    LostIn { points: &'a str },
    Given { who: &'a str },
    NotGiven,
    SurveyOpen,
    NotDue,
    DocumentNotDue,
    NoData,
    NoCases,
    NoCasesFull,
    NoCasesZero,
    LeftOut,
    Value { name: &'a str, amount: &'a str },
    Cases { count: &'a str },
    Late { late: &'a str, missing: &'a str },
    Document { name: &'a str, is_there: bool },
    Provisional { received: &'a str, due: &'a str },
    Differs { computed: &'a str },
    NoCriteria,
    NoSuchField { field: &'a str, all: &'a str },
    NoCriterionOf { unit: &'a str },
    StandsNote,
    FullPoints,
    ZeroPoints,
    AllItems { count: &'a str },
    LacksItems { items: &'a str },
    IndexFact,
    RuleFact,
    WhenNoneFact,
    EvidenceFact,
    EvidenceNeeded,
    PartOf,
    Parts,
    RuleBands { bands: &'a str },
    BandFrom { bound: &'a str, points: &'a str },
    BandUpTo { bound: &'a str, points: &'a str },
    RuleLinear { max: &'a str, cap: &'a str },
    Floor { floor: &'a str },
    RuleYesNo { max: &'a str, test: &'a str },
    TestHolds { name: &'a str, bound: &'a str },
    TestHanded { name: &'a str, task: &'a str },
    RuleItems { items: &'a str },
    Item { name: &'a str, points: &'a str },
    RulePerCase { each: &'a str, max: &'a str },
    RuleDeduction { max: &'a str, each: &'a str },
    RuleTrigger { max: &'a str },
    RuleManual { max: &'a str },
    CasesOf { names: &'a str },
    LateOf { names: &'a str },
}

/// Words something about points in a language.
pub fn scoring(phrase: Scoring<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => scoring_vi::scoring(phrase),
        Lang::En => scoring_en::scoring(phrase),
    }
}
