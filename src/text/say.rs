//! Sentences and phrases with figures and names in them. Figures and days come already written for the language.

use super::{Lang, say_en, say_vi};

/// A phrase or sentence. Every argument is already in the language's own writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say<'a> {
    // The head of every screen.
    PlanLine { number: &'a str, day: &'a str, agency: &'a str },
    AsOf { day: &'a str },
    MadeUp { forms: &'a str },
    MadeUpAll,
    BadRowsLeftOut,
    WarningsStand { count: &'a str },
    // Totals.
    TaskTotals { tasks: &'a str, list: &'a str },
    TargetTotals { targets: &'a str, list: &'a str },
    CountOf { count: &'a str, what: &'a str },
    Completion { percent: &'a str, completed: &'a str, judged: &'a str, in_time: &'a str },
    CompletionNone { in_time: &'a str },
    NobodyOwes,
    NothingFits,
    // Bounds.
    AtLeastShort { value: &'a str },
    AtMostShort { value: &'a str },
    BetweenShort { low: &'a str, high: &'a str },
    EqualsShort { value: &'a str },
    AtLeast { value: &'a str },
    AtMost { value: &'a str },
    Between { low: &'a str, high: &'a str },
    Equals { value: &'a str },
    // Values.
    Rate { percent: &'a str, numerator: &'a str, denominator: &'a str },
    NoRate { numerator: &'a str, denominator: &'a str },
    // Why a figure may still change.
    ReportsIn { received: &'a str, owed: &'a str },
    AwaitingLast,
    FiguresOf { period: &'a str },
    OlderShort { unit: &'a str, period: &'a str },
    OlderStock { measure: &'a str, unit: &'a str, period: &'a str },
    Provisional { why: &'a str },
    // What is needed.
    NeedRateAtLeast { rate: &'a str, reports: &'a str, mean: &'a str },
    NeedRateAtMost { rate: &'a str, reports: &'a str, mean: &'a str },
    NeedMoreThanAll { reports: &'a str, mean: &'a str },
    NeedCount { count: &'a str, what: &'a str },
    NeedRateShort { rate: &'a str },
    NeedRateShortAtMost { rate: &'a str },
    NeedMoreThanAllShort,
    WorstUnit { unit: &'a str },
    UnitsMet { met: &'a str, units: &'a str },
    MilestoneShort { day: &'a str, bound: &'a str },
    PathShort { day: &'a str, value: &'a str },
    // Deliverables and updates.
    DeliverableMissing { name: &'a str },
    DeliverableOpen { name: &'a str, due: &'a str },
    DeliverableOverdue { name: &'a str, days: &'a str },
    DeliverableLate { name: &'a str, days: &'a str },
    DeliverableUnproven,
    UpdateMissing { period: &'a str },
    Days { days: &'a str },
    // Why a verdict is what it is.
    WhyNothingDue,
    WhyNothingIn { due: &'a str },
    WhyNothingArose { counts: &'a str },
    WhyOutOfReach { value: &'a str, bound: &'a str },
    WhyLost { value: &'a str, bound: &'a str, lost: &'a str, counts: &'a str },
    WhyMet { value: &'a str, bound: &'a str },
    WhyMissed { value: &'a str, bound: &'a str },
    WhyFinalMet { value: &'a str, bound: &'a str, day: &'a str },
    WhyFinalMissed { value: &'a str, bound: &'a str, day: &'a str },
    WhySecure { value: &'a str, bound: &'a str },
    WhyMilestoneOn { value: &'a str, bound: &'a str, day: &'a str },
    WhyMilestoneBehind { value: &'a str, bound: &'a str, day: &'a str },
    WhyPathOn { value: &'a str, path: &'a str, day: &'a str },
    WhyPathBehind { value: &'a str, path: &'a str, day: &'a str },
    WhyReached { value: &'a str, bound: &'a str, day: &'a str },
    WhyOpen { value: &'a str, bound: &'a str, day: &'a str },
    WhyWorst { unit: &'a str, why: &'a str },
    WhyTask { verdict: &'a str, part: &'a str },
    WhyTaskGood { verdict: &'a str },
    // Show.
    ShowHint,
    SpanOf { first: &'a str, last: &'a str },
    FormulaWords { numerator: &'a str, denominator: &'a str },
    MoreRows { count: &'a str },
    LeftOut { count: &'a str, day: &'a str },
    DueWorkingDays { days: &'a str },
    DueDays { days: &'a str },
    EveryMonth,
    EveryQuarter,
    EveryHalf,
    EveryYear,
    YearlyBy { day: &'a str },
    ExtendedTo { day: &'a str, basis: &'a str },
    RevisedFrom { day: &'a str, bound: &'a str, basis: &'a str },
    AssignedOn { day: &'a str, basis: &'a str },
    FromUntil { from: &'a str, until: &'a str },
    MilestoneOf { day: &'a str, bound: &'a str, basis: &'a str },
    BaselineOf { day: &'a str, value: &'a str, basis: &'a str },
    Blank,
    OpensWith { opening: &'a str, closing: &'a str },
    EachUnitJudged,
    UnitSummary { on_time: &'a str, late: &'a str, missing: &'a str, updates: &'a str },
    // Failures of the program.
    FailNoPlan { folder: &'a str },
    FailRead { path: &'a str, reason: &'a str },
    FailOverflow,
    FailAsOfFuture { day: &'a str, today: &'a str },
    FailBadDate { text: &'a str },
    FailUnknownVerdict { text: &'a str, near: &'a str },
    FailUnknownThing { text: &'a str, near: &'a str },
    FailWrite { reason: &'a str },
    FailEpoch { text: &'a str },
    FailPrefix,
    // Findings.
    NotPrinted,
    DataNotChecked,
}

/// Words a phrase in a language.
pub fn say(phrase: Say<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => say_vi::say(phrase),
        Lang::En => say_en::say(phrase),
    }
}
