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

/// Declares the codes: name of the variant in [`Finding`], printed name, severity.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident,)*) => {
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

            /// Returns every code, in the order of the reference.
            pub fn all() -> &'static [Self] {
                &[$(Self::$code,)*]
            }
        }
    };
}

codes! {
    // plan.toml as text.
    TomlSyntax "toml-syntax" Error,
    TomlDecimalComma "toml-decimal-comma" Error,
    TomlBareKey "toml-bare-key" Error,
    TomlDuplicateKey "toml-duplicate-key" Error,
    NotFinite "not-finite" Error,

    // plan.toml as a plan.
    UnknownKey "unknown-key" Error,
    MissingKey "missing-key" Error,
    MissingOneOf "missing-one-of" Error,
    ConflictingKeys "conflicting-keys" Error,
    WrongType "wrong-type" Error,
    NotOneOf "not-one-of" Error,
    OutOfRange "out-of-range" Error,
    EmptyText "empty-text" Error,
    EmptyList "empty-list" Error,
    ListLength "list-length" Error,
    BadId "bad-id" Error,
    DuplicateId "duplicate-id" Error,
    DuplicateTask "duplicate-task" Error,
    UnknownId "unknown-id" Error,
    WrongNoun "wrong-noun" Error,
    NameTaken "name-taken" Error,
    BadYears "bad-years" Error,
    BadSpan "bad-span" Error,
    BadMonthDay "bad-month-day" Error,
    DayOutsidePlan "day-outside-plan" Error,
    NoBound "no-bound" Error,
    SeveralBounds "several-bounds" Error,
    EmptyBound "empty-bound" Error,
    MilestoneOrder "milestone-order" Error,
    NoDeadline "no-deadline" Error,
    BaselineBound "baseline-bound" Error,
    EmptyFormula "empty-formula" Error,
    LevelInSum "level-in-sum" Error,
    NotALevel "not-a-level" Error,
    FormulaAndLevel "formula-and-level" Error,
    LevelOfManyUnits "level-of-many-units" Error,
    FormWithoutUnits "form-without-units" Error,
    PublishedWithoutSource "published-without-source" Error,
    FormWithoutDue "form-without-due" Error,
    MeasureOfOtherForm "measure-of-other-form" Error,
    GroupCycle "group-cycle" Error,
    NoTask "no-task" Error,
    PlanPeriod "plan-period" Error,

    // data/ as text.
    NotUtf8 "not-utf8" Error,
    UnclosedQuote "unclosed-quote" Error,
    WrongDelimiter "wrong-delimiter" Error,
    RecordTooLong "record-too-long" Error,
    EmptyFile "empty-file" Error,
    MissingColumn "missing-column" Error,
    UnknownColumn "unknown-column" Error,
    DuplicateColumn "duplicate-column" Error,
    CellCount "cell-count" Error,
    MissingCell "missing-cell" Error,
    ControlCharacter "control-character" Error,

    // data/ as figures.
    BadNumber "bad-number" Error,
    NegativeCount "negative-count" Error,
    BadDate "bad-date" Error,
    BadPeriod "bad-period" Error,
    PeriodKind "period-kind" Error,
    PeriodOutsidePlan "period-outside-plan" Error,
    UnknownUnit "unknown-unit" Error,
    UnitNotListed "unit-not-listed" Error,
    UnitNotThere "unit-not-there" Error,
    DuplicateReport "duplicate-report" Error,
    MissingReported "missing-reported" Error,
    ReportedInFuture "reported-in-future" Error,
    ReportedEarly "reported-early" Warning,
    IdentityFails "identity-fails" Warning,
    CarriesUnequal "carries-unequal" Warning,
    FixedChanged "fixed-changed" Warning,
    ToDateFalls "to-date-falls" Warning,
    UnknownTask "unknown-task" Error,
    UnknownDeliverable "unknown-deliverable" Error,
    UnknownUpdateKind "unknown-update-kind" Error,
    DatedInFuture "dated-in-future" Error,
    UnclaimedFile "unclaimed-file" Warning,
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
    fn only_doubts_are_warnings() {
        let warnings: Vec<_> = Code::all().iter().filter(|code| code.severity() == Severity::Warning).collect();
        let names: Vec<_> = warnings.iter().map(|code| code.name()).collect();
        assert_eq!(
            names,
            ["reported-early", "identity-fails", "carries-unequal", "fixed-changed", "to-date-falls", "unclaimed-file"]
        );
    }
}
