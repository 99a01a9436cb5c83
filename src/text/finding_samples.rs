//! One of each finding, for tests.

use super::{
    Allowed, BadDate, BadNumber, CriteriaFault, Finding, NotGiven, Noun, RecipeFault, Stray, TomlFault, TypeName,
};

/// Returns one finding of each kind.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(crate) fn findings() -> Vec<Finding> {
    vec![
        Finding::TomlSyntax { fault: TomlFault::Unquoted, text: "text".into() },
        Finding::TomlDecimalComma { fixed: "fixed".into() },
        Finding::TomlBareKey { key: "key".into() },
        Finding::TomlDuplicateKey { key: "key".into() },
        Finding::NotFinite { key: "key".into() },
        Finding::UnknownKey { key: "key".into(), table: "table".into(), near: None, known: vec!["name"] },
        Finding::MissingKey { key: "key".into(), table: "table".into(), is_comment: false },
        Finding::MissingOneOf { keys: vec!["a".into(), "b".into()], table: "table".into() },
        Finding::ConflictingKeys { keys: vec!["a".into(), "b".into()], table: "table".into() },
        Finding::WrongType { key: "key".into(), expected: TypeName::Text, found: TypeName::Date, example: None },
        Finding::NotOneOf {
            key: "key".into(),
            value: "value".into(),
            allowed: vec![Allowed { word: "a", vi: "một", en: "one" }, Allowed { word: "b", vi: "", en: "" }],
            near: None,
        },
        Finding::OutOfRange { key: "key".into(), value: "value".into(), low: 1, high: 9 },
        Finding::EmptyText { key: "key".into() },
        Finding::EmptyList { key: "key".into() },
        Finding::ListLength { key: "key".into(), expected: 2, found: 3 },
        Finding::TooMany { key: "key".into(), found: 3, most: 2 },
        Finding::BadId { id: "id".into() },
        Finding::DuplicateId { id: "id".into() },
        Finding::DuplicateTask { no: 2 },
        Finding::UnknownId { id: "id".into(), wanted: Noun::Unit, near: None, is_name: false },
        Finding::WrongNoun { id: "id".into(), wanted: Noun::Unit, found: Noun::Form },
        Finding::NameTaken { name: "name".into(), owner: "owner".into() },
        Finding::BadYears { from: 9, to: 9 },
        Finding::BadSpan { from: "from".into(), to: "to".into() },
        Finding::BadMonthDay { text: "text".into() },
        Finding::DayOutsidePlan { day: "day".into(), from: "from".into(), to: "to".into() },
        Finding::NoBound { table: "table".into() },
        Finding::SeveralBounds { keys: "keys".into() },
        Finding::EmptyBound { low: "low".into(), high: "high".into() },
        Finding::MilestoneOrder { day: "day".into() },
        Finding::RevisionOrder { day: "day".into() },
        Finding::BaselineOrder { day: "day".into(), deadline: "deadline".into() },
        Finding::NoDeadline { key: "key".into() },
        Finding::BaselineBound,
        Finding::EmptyFormula { indicator: "indicator".into() },
        Finding::ShareAcrossForms { indicator: "indicator".into() },
        Finding::RepeatedDeliverable { name: "name".into() },
        Finding::LevelInSum { measure: "measure".into() },
        Finding::NotALevel { measure: "measure".into() },
        Finding::FormulaAndLevel { indicator: "indicator".into() },
        Finding::LevelOfManyUnits { indicator: "indicator".into(), form: "form".into() },
        Finding::FormWithoutUnits { form: "form".into() },
        Finding::PublishedWithoutSource { form: "form".into() },
        Finding::FormWithoutDue { form: "form".into() },
        Finding::MeasureOfOtherForm { measure: "measure".into(), form: "form".into() },
        Finding::GroupCycle { group: "group".into() },
        Finding::NoTask,
        Finding::PlanPeriod { text: "text".into(), near: None },
        Finding::ReservedId { id: "id".into() },
        Finding::RepeatedId { id: "id".into(), key: "key".into() },
        Finding::CalendarConflict { day: "day".into() },
        Finding::ParentCycle { unit: "unit".into() },
        Finding::ParentAndChild { parent: "parent".into(), child: "child".into(), form: "form".into() },
        Finding::OverlappingExcuses { unit: "unit".into(), period: "period".into() },
        Finding::IdleExcuse { unit: "unit".into(), period: "period".into() },
        Finding::ExtensionNotLater { to: "to".into(), deadline: "deadline".into() },
        Finding::ImpossibleBound { bound: "bound".into(), indicator: "indicator".into() },
        Finding::NoPeriodInTime { by: "by".into(), first: "first".into() },
        Finding::BoundAsFraction { bound: "bound".into(), meant: "meant".into() },
        Finding::ContradictoryTargets { indicator: "indicator".into(), first: "first".into(), second: "second".into() },
        Finding::MilestonePastBound { milestone: "milestone".into(), bound: "bound".into() },
        Finding::MilestoneFalls { day: "day".into(), before: "before".into() },
        Finding::SeverityFixed { code: "code".into() },
        Finding::MeasureNotCounted { measure: "measure".into(), near: None },
        Finding::CountKind { count: "count".into(), kind: "flow" },
        Finding::CountWithoutRule { count: "count".into() },
        Finding::CriterionNumber { no: "no".into() },
        Finding::CriteriaFile { name: "name".into(), near: None },
        Finding::Criteria { no: "no".into(), fault: CriteriaFault::BandOrder },
        Finding::CriterionSum { no: "no".into(), stated: "stated".into(), sum: "sum".into() },
        Finding::PointsAboveMax { points: "points".into(), max: "max".into() },
        Finding::UnusedUnit { unit: "unit".into() },
        Finding::UnusedForm { form: "form".into() },
        Finding::UnusedMeasure { measure: "measure".into() },
        Finding::BadAddress { text: "text".into(), is_column: false },
        Finding::BadRows { text: "text".into() },
        Finding::RecipeColumns { fault: RecipeFault::NoLabel },
        Finding::NotUtf8 { plan: false },
        Finding::UnclosedQuote,
        Finding::WrongDelimiter { found: ';' },
        Finding::RecordTooLong,
        Finding::EmptyFile,
        Finding::NoHeader { columns: vec!["a".into(), "b".into()] },
        Finding::MissingColumn { column: "column".into(), near: None },
        Finding::UnknownColumn { column: "column".into(), near: None },
        Finding::DuplicateColumn { column: "column".into() },
        Finding::CellCount { expected: 2, found: 3 },
        Finding::BlankRow,
        Finding::MissingCell { column: "column".into() },
        Finding::ControlCharacter { column: "column".into() },
        Finding::BadNumber { text: "text".into(), why: BadNumber::DecimalComma },
        Finding::NegativeCount { text: "text".into() },
        Finding::BadPoints { text: "text".into(), decimals: 4 },
        Finding::ScoreNotGiven { criterion: "criterion".into(), why: NotGiven::Heading },
        Finding::ScoreDiffers { criterion: "criterion".into(), given: "given".into(), computed: "computed".into() },
        Finding::ScoreSum { index: "index".into(), given: "given".into(), sum: "sum".into() },
        Finding::ScoreWithoutEvidence { criterion: "criterion".into() },
        Finding::BadDate { text: "text".into(), why: BadDate::DayFirst(None) },
        Finding::BadPeriod { text: "text".into(), near: None },
        Finding::PeriodKind { text: "text".into(), example: "example".into() },
        Finding::PeriodOutsidePlan { text: "text".into() },
        Finding::UnknownUnit { name: "name".into(), near: None },
        Finding::UnitNotListed { unit: "unit".into(), form: "form".into() },
        Finding::UnitNotThere { unit: "unit".into(), period: "period".into() },
        Finding::DuplicateReport { unit: "unit".into(), period: "period".into() },
        Finding::MissingReported,
        Finding::ReportedInFuture { day: "day".into(), today: "today".into() },
        Finding::ReportedEarly { day: "day".into(), period: "period".into(), closes: "closes".into() },
        Finding::IdentityFails {
            total: "total".into(),
            stated: "stated".into(),
            parts: "parts".into(),
            sum: "sum".into(),
        },
        Finding::CarriesUnequal {
            opening: "opening".into(),
            stated: "stated".into(),
            closing: "closing".into(),
            before: "before".into(),
        },
        Finding::FixedChanged { measure: "measure".into(), now: "now".into(), before: "before".into() },
        Finding::ToDateFalls { measure: "measure".into(), now: "now".into(), before: "before".into() },
        Finding::NumeratorAbove {
            indicator: "indicator".into(),
            numerator: "numerator".into(),
            denominator: "denominator".into(),
        },
        Finding::BlankCell { measure: "measure".into(), indicator: "indicator".into() },
        Finding::BlankReport { day: "day".into() },
        Finding::ReportedThoughExcused { unit: "unit".into(), period: "period".into() },
        Finding::UnknownTask { text: "text".into() },
        Finding::UnknownDeliverable { name: "name".into(), task: 2, near: None },
        Finding::UnknownUpdateKind { text: "text".into() },
        Finding::DatedInFuture { day: "day".into(), today: "today".into() },
        Finding::UpdatedEarly { day: "day".into(), period: "period".into() },
        Finding::UnitNotOfTask { unit: "unit".into(), task: 2 },
        Finding::RepeatedRow,
        Finding::UnknownAction { text: "text".into() },
        Finding::FrozenChanged {
            locked: "locked".into(),
            unit: "unit".into(),
            period: "period".into(),
            measure: "measure".into(),
            figures: Box::new(["1".into(), "2".into()]),
        },
        Finding::FrozenAdded { unit: "unit".into(), period: "period".into() },
        Finding::FrozenGone { unit: "unit".into(), period: "period".into() },
        Finding::FrozenTampered { period: "period".into() },
        Finding::PersonalColumn { column: "column".into() },
        Finding::PersonalValue,
        Finding::RecipeLacksColumn { column: "column".into() },
        Finding::UnknownProcedure { code: "code".into(), near: None },
        Finding::DuplicateDossier { id: "id".into() },
        Finding::DaysReversed { later: "resolved", day: "day".into(), earlier: "received", before: "before".into() },
        Finding::OutcomeUnresolved { outcome: "outcome".into() },
        Finding::NoDueDay { procedure: "procedure".into() },
        Finding::DueDiffers {
            due: "due".into(),
            computed: "computed".into(),
            received: "received".into(),
            working_days: 5,
            suspended: 0,
        },
        Finding::LevelAbove { level: 4, offered: 3 },
        Finding::ApologyLate { apologised: "apologised".into(), due: "due".into() },
        Finding::ApologyIncomplete { lacks: "apologised", has: "apology" },
        Finding::TooManyNewDates { count: 2, most: 1 },
        Finding::CountDiffers {
            measure: "measure".into(),
            entered: "1".into(),
            counted: "2".into(),
            unit: "unit".into(),
            period: "period".into(),
        },
        Finding::RegisterEndsEarly { unit: "unit".into(), last: None, period: "period".into() },
        Finding::UnclaimedFile { name: "name".into(), kind: Stray::Other, near: None },
        Finding::ReportMissing {
            unit: "unit".into(),
            form: "form".into(),
            period: "period".into(),
            due: "due".into(),
            days: 2,
        },
        Finding::ReportLate {
            unit: "unit".into(),
            form: "form".into(),
            period: "period".into(),
            due: "due".into(),
            days: 2,
        },
        Finding::UpdateMissing { unit: "unit".into(), task: 2, period: "period".into(), due: "due".into(), days: 2 },
        Finding::NoEvidence { task: 2, deliverable: "deliverable".into() },
        Finding::AliasUsed { name: "name".into(), unit: "unit".into(), id: "id".into() },
    ]
}

/// Returns every reason that a finding may name.
pub(crate) fn reasons() -> Vec<Finding> {
    use BadNumber as Bad;
    let numbers = [
        Bad::DecimalComma,
        Bad::ThousandsPoint,
        Bad::ThousandsComma,
        Bad::Space,
        Bad::Footnote,
        Bad::Exponent,
        Bad::Percent,
        Bad::TooManyDecimals(0),
        Bad::TooManyDecimals(2),
        Bad::TooLarge,
        Bad::NotANumber,
    ];
    let dates = [BadDate::DayFirst(None), BadDate::TwoDigitYear, BadDate::Impossible, BadDate::NotIso];
    let faults = [
        TomlFault::Unquoted,
        TomlFault::NoValue,
        TomlFault::NoEquals,
        TomlFault::NoKey,
        TomlFault::OpenText,
        TomlFault::OpenBracket,
        TomlFault::LoneBracket,
        TomlFault::Header,
        TomlFault::NoComma,
        TomlFault::ExtraComma,
        TomlFault::MoreOnLine,
        TomlFault::Escape,
        TomlFault::NumberShape,
        TomlFault::Control,
        TomlFault::ValueAndTable,
        TomlFault::TooDeep,
        TomlFault::Other("invalid".into()),
    ];
    let types = [
        TypeName::Text,
        TypeName::Integer,
        TypeName::Number,
        TypeName::Boolean,
        TypeName::Date,
        TypeName::List,
        TypeName::Table,
        TypeName::Tables,
        TypeName::TextOrList,
        TypeName::TextOrTable,
        TypeName::DateTime,
    ];
    let number = |why| Finding::BadNumber { text: "1.234,5".into(), why };
    let date = |why| Finding::BadDate { text: "5/7/19".into(), why };
    let fault = |fault| Finding::TomlSyntax { fault, text: "x".into() };
    let wrong = |expected| Finding::WrongType { key: "key".into(), expected, found: TypeName::Text, example: None };
    let mut list: Vec<Finding> = numbers.into_iter().map(number).collect();
    list.extend(dates.into_iter().map(date));
    list.extend(faults.into_iter().map(fault));
    list.extend(types.into_iter().map(wrong));
    list
}

mod tests {
    use super::*;
    use crate::text::{Lang, finding};

    #[test]
    fn every_finding_says_what_is_wrong_and_what_to_do() {
        for sample in findings().into_iter().chain(reasons()) {
            for lang in [Lang::Vi, Lang::En] {
                let words = finding(&sample, lang);
                for text in [&words.title, &words.help] {
                    assert!(!text.trim().is_empty() && !text.ends_with('.') || text.ends_with("..."), "{words:?}");
                    assert!(!text.contains("  ") && !text.contains('\n'), "{words:?}");
                }
            }
        }
    }

    #[test]
    fn quotes_are_those_of_the_language() {
        for sample in findings() {
            assert!(!finding(&sample, Lang::En).title.contains('“'));
            assert!(!finding(&sample, Lang::Vi).title.contains('"'));
        }
    }
}
