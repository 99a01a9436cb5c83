//! The stable name and the severity of each finding.

use crate::text::Finding;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No figure is printed from files with an error.
    Error,
    /// Figures are printed, marked.
    Warning,
}

/// Whether plan.toml may change a severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// No: figures read past such a mistake would be wrong and look right.
    Fixed,
    /// Yes, with a reason.
    Free,
}

/// Declares the codes: name of the variant in [`Finding`], printed name, severity, whether plan.toml may change it.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $change:ident,)*) => {
        /// The kind of a finding, with a name that never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $name] $code,)* }

        impl Code {
            /// Returns the code of a finding.
            pub fn of(finding: &Finding) -> Self {
                match finding { $(Finding::$code { .. } => Self::$code,)* }
            }

            /// Returns the name that is printed, in JSON too.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// Returns the severity that findings of this code have by default.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// Tells whether plan.toml may change the severity.
            pub fn change(self) -> Change {
                match self { $(Self::$code => Change::$change,)* }
            }

            /// The printed names, in the order of the reference.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// Returns every code, in the order of the reference.
            pub fn all() -> &'static [Self] {
                &[$(Self::$code,)*]
            }
        }
    };
}

codes! {
    // plan.toml as text.
    TomlSyntax "toml-syntax" Error Fixed,
    TomlDecimalComma "toml-decimal-comma" Error Fixed,
    TomlBareKey "toml-bare-key" Error Fixed,
    TomlDuplicateKey "toml-duplicate-key" Error Fixed,
    NotFinite "not-finite" Error Fixed,

    // plan.toml as a plan.
    UnknownKey "unknown-key" Error Fixed,
    MissingKey "missing-key" Error Fixed,
    MissingOneOf "missing-one-of" Error Fixed,
    ConflictingKeys "conflicting-keys" Error Fixed,
    WrongType "wrong-type" Error Fixed,
    NotOneOf "not-one-of" Error Fixed,
    OutOfRange "out-of-range" Error Fixed,
    EmptyText "empty-text" Error Fixed,
    EmptyList "empty-list" Error Fixed,
    ListLength "list-length" Error Fixed,
    TooMany "too-many" Error Fixed,
    BadId "bad-id" Error Fixed,
    DuplicateId "duplicate-id" Error Fixed,
    DuplicateTask "duplicate-task" Error Fixed,
    UnknownId "unknown-id" Error Fixed,
    WrongNoun "wrong-noun" Error Fixed,
    NameTaken "name-taken" Error Fixed,
    BadYears "bad-years" Error Fixed,
    BadSpan "bad-span" Error Fixed,
    BadMonthDay "bad-month-day" Error Fixed,
    DayOutsidePlan "day-outside-plan" Error Fixed,
    NoBound "no-bound" Error Fixed,
    SeveralBounds "several-bounds" Error Fixed,
    EmptyBound "empty-bound" Error Fixed,
    MilestoneOrder "milestone-order" Error Fixed,
    RevisionOrder "revision-order" Error Fixed,
    BaselineOrder "baseline-order" Error Fixed,
    NoDeadline "no-deadline" Error Fixed,
    BaselineBound "baseline-bound" Error Fixed,
    EmptyFormula "empty-formula" Error Fixed,
    ShareAcrossForms "share-across-forms" Error Fixed,
    RepeatedDeliverable "repeated-deliverable" Error Fixed,
    LevelInSum "level-in-sum" Error Fixed,
    NotALevel "not-a-level" Error Fixed,
    FormulaAndLevel "formula-and-level" Error Fixed,
    LevelOfManyUnits "level-of-many-units" Error Fixed,
    FormWithoutUnits "form-without-units" Error Fixed,
    PublishedWithoutSource "published-without-source" Error Fixed,
    FormWithoutDue "form-without-due" Error Fixed,
    MeasureOfOtherForm "measure-of-other-form" Error Fixed,
    GroupCycle "group-cycle" Error Fixed,
    NoTask "no-task" Error Fixed,
    PlanPeriod "plan-period" Error Fixed,

    // What is declared does not make sense together.
    ReservedId "reserved-id" Error Fixed,
    RepeatedId "repeated-id" Error Fixed,
    CalendarConflict "calendar-conflict" Error Fixed,
    ParentCycle "parent-cycle" Error Fixed,
    ParentAndChild "parent-and-child" Error Free,
    OverlappingExcuses "overlapping-excuses" Warning Free,
    IdleExcuse "idle-excuse" Warning Free,
    ExtensionNotLater "extension-not-later" Error Free,
    ImpossibleBound "impossible-bound" Error Free,
    NoPeriodInTime "no-period-in-time" Error Free,
    BoundAsFraction "bound-as-fraction" Warning Free,
    ContradictoryTargets "contradictory-targets" Error Free,
    MilestonePastBound "milestone-past-bound" Error Free,
    MilestoneFalls "milestone-falls" Warning Free,
    SeverityFixed "severity-fixed" Error Fixed,
    MeasureNotCounted "measure-not-counted" Error Fixed,
    CountKind "count-kind" Error Fixed,
    CountWithoutRule "count-without-rule" Error Fixed,
    CriterionNumber "criterion-number" Error Fixed,
    CriteriaFile "criteria-file" Error Fixed,
    Criteria "criteria" Error Fixed,
    CriterionSum "criterion-sum" Error Fixed,
    PointsAboveMax "points-above-max" Error Fixed,
    UnusedUnit "unused-unit" Warning Free,
    UnusedForm "unused-form" Warning Free,
    UnusedMeasure "unused-measure" Warning Free,

    // A recipe.
    BadAddress "bad-address" Error Fixed,
    BadRows "bad-rows" Error Fixed,
    RecipeColumns "recipe-columns" Error Fixed,

    // data/ as text.
    NotUtf8 "not-utf8" Error Fixed,
    UnclosedQuote "unclosed-quote" Error Fixed,
    WrongDelimiter "wrong-delimiter" Error Fixed,
    RecordTooLong "record-too-long" Error Fixed,
    EmptyFile "empty-file" Error Fixed,
    NoHeader "no-header" Error Fixed,
    MissingColumn "missing-column" Error Fixed,
    UnknownColumn "unknown-column" Error Fixed,
    DuplicateColumn "duplicate-column" Error Fixed,
    CellCount "cell-count" Error Fixed,
    BlankRow "blank-row" Warning Free,
    MissingCell "missing-cell" Error Fixed,
    ControlCharacter "control-character" Error Fixed,

    // data/ as figures.
    BadNumber "bad-number" Error Fixed,
    NegativeCount "negative-count" Error Fixed,
    BadPoints "bad-points" Error Fixed,
    ScoreNotGiven "score-not-given" Error Fixed,
    ScoreDiffers "score-differs" Warning Free,
    ScoreSum "score-sum" Warning Free,
    ScoreWithoutEvidence "score-without-evidence" Warning Free,
    BadDate "bad-date" Error Fixed,
    BadPeriod "bad-period" Error Fixed,
    PeriodKind "period-kind" Error Fixed,
    PeriodOutsidePlan "period-outside-plan" Error Fixed,
    UnknownUnit "unknown-unit" Error Fixed,
    UnitNotListed "unit-not-listed" Error Fixed,
    UnitNotThere "unit-not-there" Error Fixed,
    DuplicateReport "duplicate-report" Error Fixed,
    MissingReported "missing-reported" Error Fixed,
    ReportedInFuture "reported-in-future" Error Fixed,
    ReportedEarly "reported-early" Warning Free,
    IdentityFails "identity-fails" Warning Free,
    CarriesUnequal "carries-unequal" Warning Free,
    FixedChanged "fixed-changed" Warning Free,
    ToDateFalls "to-date-falls" Warning Free,
    NumeratorAbove "numerator-above" Warning Free,
    BlankCell "blank-cell" Warning Free,
    BlankReport "blank-report" Warning Free,
    ReportedThoughExcused "reported-though-excused" Warning Free,
    UnknownTask "unknown-task" Error Fixed,
    UnknownDeliverable "unknown-deliverable" Error Fixed,
    UnknownUpdateKind "unknown-update-kind" Error Fixed,
    DatedInFuture "dated-in-future" Error Fixed,
    UpdatedEarly "updated-early" Warning Free,
    UnitNotOfTask "unit-not-of-task" Warning Free,
    RepeatedRow "repeated-row" Warning Free,
    UnknownAction "unknown-action" Error Fixed,
    FrozenChanged "frozen-changed" Error Fixed,
    FrozenAdded "frozen-added" Error Fixed,
    FrozenGone "frozen-gone" Error Fixed,
    FrozenTampered "frozen-tampered" Error Fixed,

    // The register of dossiers.
    PersonalColumn "personal-column" Error Fixed,
    PersonalValue "personal-value" Error Fixed,
    RecipeLacksColumn "recipe-lacks-column" Error Fixed,
    UnknownProcedure "unknown-procedure" Error Fixed,
    DuplicateDossier "duplicate-dossier" Error Fixed,
    DaysReversed "days-reversed" Error Fixed,
    OutcomeUnresolved "outcome-unresolved" Error Fixed,
    NoDueDay "no-due-day" Error Fixed,
    DueDiffers "due-differs" Warning Free,
    LevelAbove "level-above" Warning Free,
    ApologyLate "apology-late" Warning Free,
    ApologyIncomplete "apology-incomplete" Warning Free,
    TooManyNewDates "too-many-new-dates" Warning Free,
    CountDiffers "count-differs" Warning Free,
    RegisterEndsEarly "register-ends-early" Warning Free,

    UnclaimedFile "unclaimed-file" Warning Free,

    // Found only where `plan check` is asked for them.
    ReportMissing "report-missing" Warning Free,
    ReportLate "report-late" Warning Free,
    UpdateMissing "update-missing" Warning Free,
    NoEvidence "no-evidence" Warning Free,
    AliasUsed "alias-used" Warning Free,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::finding_samples::findings;

    #[test]
    fn names_are_unique_and_kebab_case() {
        let mut seen = BTreeSet::new();
        for code in Code::all() {
            let name = code.name();
            assert!(seen.insert(name), "{name} twice");
            let words: Vec<&str> = name.split('-').collect();
            assert!(
                words
                    .iter()
                    .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())),
                "{name}"
            );
            assert_eq!(name.replace('-', ""), format!("{code:?}").to_lowercase(), "name and variant differ");
        }
    }

    #[test]
    fn the_samples_have_every_code() {
        let codes: Vec<Code> = findings().iter().map(Code::of).collect();
        assert_eq!(codes, Code::all());
    }

    #[test]
    fn every_warning_may_be_changed() {
        let fixed = |code: &&Code| code.severity() == Severity::Warning && code.change() == Change::Fixed;
        assert_eq!(Code::all().iter().find(fixed), None);
    }

    #[test]
    fn what_cannot_be_read_stays_an_error() {
        for code in [Code::BadNumber, Code::UnknownUnit, Code::DuplicateReport, Code::MissingColumn, Code::TomlSyntax] {
            assert_eq!((code.severity(), code.change()), (Severity::Error, Change::Fixed), "{code:?}");
        }
    }
}
