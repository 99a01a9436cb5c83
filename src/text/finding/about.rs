//! What findings are about, so that each language may word them in two files and still forget none.

/// The findings about plan.toml, as a pattern: their words stand apart from those about data/.
macro_rules! plan_findings {
    () => {
        $crate::text::Finding::TomlSyntax { .. }
            | $crate::text::Finding::TomlDecimalComma { .. }
            | $crate::text::Finding::TomlBareKey { .. }
            | $crate::text::Finding::TomlDuplicateKey { .. }
            | $crate::text::Finding::NotFinite { .. }
            | $crate::text::Finding::UnknownKey { .. }
            | $crate::text::Finding::MissingKey { .. }
            | $crate::text::Finding::MissingOneOf { .. }
            | $crate::text::Finding::ConflictingKeys { .. }
            | $crate::text::Finding::WrongType { .. }
            | $crate::text::Finding::NotOneOf { .. }
            | $crate::text::Finding::OutOfRange { .. }
            | $crate::text::Finding::EmptyText { .. }
            | $crate::text::Finding::EmptyList { .. }
            | $crate::text::Finding::ListLength { .. }
            | $crate::text::Finding::TooMany { .. }
            | $crate::text::Finding::BadId { .. }
            | $crate::text::Finding::DuplicateId { .. }
            | $crate::text::Finding::DuplicateTask { .. }
            | $crate::text::Finding::UnknownId { .. }
            | $crate::text::Finding::WrongNoun { .. }
            | $crate::text::Finding::NameTaken { .. }
            | $crate::text::Finding::BadYears { .. }
            | $crate::text::Finding::BadSpan { .. }
            | $crate::text::Finding::BadMonthDay { .. }
            | $crate::text::Finding::DayOutsidePlan { .. }
            | $crate::text::Finding::NoBound { .. }
            | $crate::text::Finding::SeveralBounds { .. }
            | $crate::text::Finding::EmptyBound { .. }
            | $crate::text::Finding::MilestoneOrder { .. }
            | $crate::text::Finding::RevisionOrder { .. }
            | $crate::text::Finding::BaselineOrder { .. }
            | $crate::text::Finding::NoDeadline { .. }
            | $crate::text::Finding::BaselineBound { .. }
            | $crate::text::Finding::EmptyFormula { .. }
            | $crate::text::Finding::ShareAcrossForms { .. }
            | $crate::text::Finding::RepeatedDeliverable { .. }
            | $crate::text::Finding::LevelInSum { .. }
            | $crate::text::Finding::NotALevel { .. }
            | $crate::text::Finding::FormulaAndLevel { .. }
            | $crate::text::Finding::LevelOfManyUnits { .. }
            | $crate::text::Finding::FormWithoutUnits { .. }
            | $crate::text::Finding::PublishedWithoutSource { .. }
            | $crate::text::Finding::FormWithoutDue { .. }
            | $crate::text::Finding::MeasureOfOtherForm { .. }
            | $crate::text::Finding::GroupCycle { .. }
            | $crate::text::Finding::NoTask { .. }
            | $crate::text::Finding::PlanPeriod { .. }
            | $crate::text::Finding::ReservedId { .. }
            | $crate::text::Finding::RepeatedId { .. }
            | $crate::text::Finding::CalendarConflict { .. }
            | $crate::text::Finding::ParentCycle { .. }
            | $crate::text::Finding::ParentAndChild { .. }
            | $crate::text::Finding::OverlappingExcuses { .. }
            | $crate::text::Finding::IdleExcuse { .. }
            | $crate::text::Finding::ExtensionNotLater { .. }
            | $crate::text::Finding::ImpossibleBound { .. }
            | $crate::text::Finding::NoPeriodInTime { .. }
            | $crate::text::Finding::BoundAsFraction { .. }
            | $crate::text::Finding::ContradictoryTargets { .. }
            | $crate::text::Finding::MilestonePastBound { .. }
            | $crate::text::Finding::MilestoneFalls { .. }
            | $crate::text::Finding::SeverityFixed { .. }
            | $crate::text::Finding::MeasureNotCounted { .. }
            | $crate::text::Finding::CountKind { .. }
            | $crate::text::Finding::CountWithoutRule { .. }
            | $crate::text::Finding::CriterionNumber { .. }
            | $crate::text::Finding::CriteriaFile { .. }
            | $crate::text::Finding::Criteria { .. }
            | $crate::text::Finding::CriterionSum { .. }
            | $crate::text::Finding::PointsAboveMax { .. }
            | $crate::text::Finding::UnusedUnit { .. }
            | $crate::text::Finding::UnusedForm { .. }
            | $crate::text::Finding::UnusedMeasure { .. }
            | $crate::text::Finding::BadAddress { .. }
            | $crate::text::Finding::BadRows { .. }
            | $crate::text::Finding::RecipeColumns { .. }
    };
}

/// The findings about data/ and those that are asked for by name, as a pattern.
macro_rules! data_findings {
    () => {
        $crate::text::Finding::NotUtf8 { .. }
            | $crate::text::Finding::UnclosedQuote { .. }
            | $crate::text::Finding::WrongDelimiter { .. }
            | $crate::text::Finding::RecordTooLong { .. }
            | $crate::text::Finding::EmptyFile { .. }
            | $crate::text::Finding::NoHeader { .. }
            | $crate::text::Finding::MissingColumn { .. }
            | $crate::text::Finding::UnknownColumn { .. }
            | $crate::text::Finding::DuplicateColumn { .. }
            | $crate::text::Finding::CellCount { .. }
            | $crate::text::Finding::BlankRow { .. }
            | $crate::text::Finding::MissingCell { .. }
            | $crate::text::Finding::ControlCharacter { .. }
            | $crate::text::Finding::BadNumber { .. }
            | $crate::text::Finding::NegativeCount { .. }
            | $crate::text::Finding::BadPoints { .. }
            | $crate::text::Finding::ScoreNotGiven { .. }
            | $crate::text::Finding::ScoreDiffers { .. }
            | $crate::text::Finding::ScoreSum { .. }
            | $crate::text::Finding::ScoreWithoutEvidence { .. }
            | $crate::text::Finding::BadDate { .. }
            | $crate::text::Finding::BadPeriod { .. }
            | $crate::text::Finding::PeriodKind { .. }
            | $crate::text::Finding::PeriodOutsidePlan { .. }
            | $crate::text::Finding::UnknownUnit { .. }
            | $crate::text::Finding::UnitNotListed { .. }
            | $crate::text::Finding::UnitNotThere { .. }
            | $crate::text::Finding::DuplicateReport { .. }
            | $crate::text::Finding::MissingReported { .. }
            | $crate::text::Finding::ReportedInFuture { .. }
            | $crate::text::Finding::ReportedEarly { .. }
            | $crate::text::Finding::IdentityFails { .. }
            | $crate::text::Finding::CarriesUnequal { .. }
            | $crate::text::Finding::FixedChanged { .. }
            | $crate::text::Finding::ToDateFalls { .. }
            | $crate::text::Finding::NumeratorAbove { .. }
            | $crate::text::Finding::BlankCell { .. }
            | $crate::text::Finding::BlankReport { .. }
            | $crate::text::Finding::ReportedThoughExcused { .. }
            | $crate::text::Finding::UnknownTask { .. }
            | $crate::text::Finding::UnknownDeliverable { .. }
            | $crate::text::Finding::UnknownUpdateKind { .. }
            | $crate::text::Finding::DatedInFuture { .. }
            | $crate::text::Finding::UpdatedEarly { .. }
            | $crate::text::Finding::UnitNotOfTask { .. }
            | $crate::text::Finding::RepeatedRow { .. }
            | $crate::text::Finding::UnknownAction { .. }
            | $crate::text::Finding::FrozenChanged { .. }
            | $crate::text::Finding::FrozenAdded { .. }
            | $crate::text::Finding::FrozenGone { .. }
            | $crate::text::Finding::FrozenTampered { .. }
            | $crate::text::Finding::PersonalColumn { .. }
            | $crate::text::Finding::PersonalValue
            | $crate::text::Finding::RecipeLacksColumn { .. }
            | $crate::text::Finding::UnknownProcedure { .. }
            | $crate::text::Finding::DuplicateDossier { .. }
            | $crate::text::Finding::DaysReversed { .. }
            | $crate::text::Finding::OutcomeUnresolved { .. }
            | $crate::text::Finding::NoDueDay { .. }
            | $crate::text::Finding::DueDiffers { .. }
            | $crate::text::Finding::LevelAbove { .. }
            | $crate::text::Finding::ApologyLate { .. }
            | $crate::text::Finding::ApologyIncomplete { .. }
            | $crate::text::Finding::TooManyNewDates { .. }
            | $crate::text::Finding::CountDiffers { .. }
            | $crate::text::Finding::RegisterEndsEarly { .. }
            | $crate::text::Finding::UnclaimedFile { .. }
            | $crate::text::Finding::ReportMissing { .. }
            | $crate::text::Finding::ReportLate { .. }
            | $crate::text::Finding::UpdateMissing { .. }
            | $crate::text::Finding::NoEvidence { .. }
            | $crate::text::Finding::AliasUsed { .. }
    };
}
