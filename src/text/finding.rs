//! What can be wrong in the user's files, with the names and figures that the sentence about it needs.

#[macro_use]
mod about;
mod parts;

pub use parts::{
    Allowed, BadDate, BadNumber, CriteriaFault, NotGiven, Noun, RecipeFault, Related, Stray, TomlFault, TypeName,
};

/// One finding. Each variant has one code (see `diag::Code`), one wording in each language, one broken example.
// One variant a line, so that the list can be looked through.
#[rustfmt::skip]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    // plan.toml as text.
    /// A mistake in the form of TOML; `text` is the offending text, empty where something is missing.
    TomlSyntax { fault: TomlFault, text: String },
    /// A number with a decimal comma (`2,5`); `fixed` is how to write it.
    TomlDecimalComma { fixed: String },
    /// A key with letters outside ASCII and without quotes.
    TomlBareKey { key: String },
    /// The same key twice in one table.
    TomlDuplicateKey { key: String },
    /// A number or key of TOML that cannot be a value here (`inf`, `nan`).
    NotFinite { key: String },
    // plan.toml as a plan.
    UnknownKey {
        key: String,
        table: String,
        near: Option<String>,
        /// The keys that the table may still have.
        known: Vec<&'static str>,
    },
    MissingKey { key: String, table: String, is_comment: bool },
    /// None of several ways to say something is used; each of `keys` may name several, `from, to`.
    MissingOneOf { keys: Vec<String>, table: String },
    /// Two ways to say the same thing are used at once.
    ConflictingKeys { keys: Vec<String>, table: String },
    /// `expected` and `found` are names of TOML types: see [`TypeName`].
    WrongType {
        key: String,
        expected: TypeName,
        found: TypeName,
        /// What was probably meant, where it can be told.
        example: Option<String>,
    },
    /// A value outside a list.
    NotOneOf { key: String, value: String, allowed: Vec<Allowed>, near: Option<String> },
    /// A whole number outside its limits.
    OutOfRange { key: String, value: String, low: i64, high: i64 },
    EmptyText { key: String },
    EmptyList { key: String },
    /// A list that must have a fixed number of values.
    ListLength { key: String, expected: usize, found: usize },
    /// A list longer than can be counted.
    TooMany { key: String, found: usize, most: usize },
    BadId { id: String },
    DuplicateId { id: String },
    DuplicateTask { no: u32 },
    /// `is_name` says that it is the name of a unit or group, whose id is `near`.
    UnknownId { id: String, wanted: Noun, near: Option<String>, is_name: bool },
    /// The id exists, but is something else.
    WrongNoun { id: String, wanted: Noun, found: Noun },
    /// A name or alias that already belongs to another unit or group.
    NameTaken { name: String, owner: String },
    BadYears { from: i64, to: i64 },
    /// A unit, excuse or revision that ends before it begins.
    BadSpan { from: String, to: String },
    BadMonthDay { text: String },
    DayOutsidePlan { day: String, from: String, to: String },
    NoBound { table: String },
    SeveralBounds { keys: String },
    /// between = [90, 80].
    EmptyBound { low: String, high: String },
    /// Milestones must come in the order of their days, before the deadline.
    MilestoneOrder { day: String },
    /// Revisions must come in the order of their days.
    RevisionOrder { day: String },
    /// A baseline that is not before the deadline.
    BaselineOrder { day: String, deadline: String },
    /// Milestones or a baseline on a target that has no deadline.
    NoDeadline { key: String },
    /// A baseline with `between` or `equals`.
    BaselineBound,
    EmptyFormula { indicator: String },
    /// A share whose measures stand in several forms, so that no row shows both sides.
    ShareAcrossForms { indicator: String },
    /// A name that two deliverables of a task have.
    RepeatedDeliverable { name: String },
    LevelInSum { measure: String },
    NotALevel { measure: String },
    /// Both a formula and a level.
    FormulaAndLevel { indicator: String },
    /// A level reported by several units, in a target that is not `each-unit`.
    LevelOfManyUnits { indicator: String, form: String },
    FormWithoutUnits { form: String },
    PublishedWithoutSource { form: String },
    FormWithoutDue { form: String },
    /// A measure in an identity or in `carries` that belongs to another form.
    MeasureOfOtherForm { measure: String, form: String },
    GroupCycle { group: String },
    NoTask,
    /// A period in plan.toml that cannot be read.
    PlanPeriod { text: String, near: Option<String> },
    // What is declared does not make sense together.
    /// An id that names something else under data/.
    ReservedId { id: String },
    /// The same id twice in one list.
    RepeatedId { id: String, key: String },
    /// A day both off and worked.
    CalendarConflict { day: String },
    /// A unit above itself.
    ParentCycle { unit: String },
    /// A unit and the one above it both report a form, so that figures are counted twice.
    ParentAndChild { parent: String, child: String, form: String },
    OverlappingExcuses { unit: String, period: String },
    /// An excuse that excuses nothing that is owed.
    IdleExcuse { unit: String, period: String },
    ExtensionNotLater { to: String, deadline: String },
    /// A bound that no share can meet.
    ImpossibleBound { bound: String, indicator: String },
    /// A target by a day before which no period of its figures ends.
    NoPeriodInTime { by: String, first: String },
    /// A bound of a rate that is written as a fraction of one; `meant` is the same in per cent.
    BoundAsFraction { bound: String, meant: String },
    /// Two targets of one indicator that cannot both be met; by their ids.
    ContradictoryTargets { indicator: String, first: String, second: String },
    /// A milestone that asks for more than the target, or for the contrary.
    MilestonePastBound { milestone: String, bound: String },
    /// A milestone that asks for less than the one before.
    MilestoneFalls { day: String, before: String },
    /// A severity that cannot be lowered.
    SeverityFixed { code: String },
    /// A measure of a counted form whose id is no count.
    MeasureNotCounted { measure: String, near: Option<String> },
    /// A count adds up in another way than its measure.
    CountKind { count: String, kind: &'static str },
    /// A count that asks for the rule of apologies, which is not declared.
    CountWithoutRule { count: String },
    /// The number of a criterion is none.
    CriterionNumber { no: String },
    /// There is no such file of criteria.
    CriteriaFile { name: String, near: Option<String> },
    /// What is declared of a criterion makes no sense together.
    Criteria { no: String, fault: CriteriaFault },
    /// The maximum of a criterion is not the sum of its parts.
    CriterionSum { no: String, stated: String, sum: String },
    /// Points are above the maximum.
    PointsAboveMax { points: String, max: String },
    UnusedUnit { unit: String },
    UnusedForm { form: String },
    UnusedMeasure { measure: String },
    // A recipe.
    /// No cell of a spreadsheet, or no column of one.
    BadAddress { text: String, is_column: bool },
    /// No rows of a spreadsheet.
    BadRows { text: String },
    /// The columns and rows of a recipe do not make a table together.
    RecipeColumns { fault: RecipeFault },
    // data/ as text.
    /// `plan` says that it is plan.toml, which no spreadsheet writes.
    NotUtf8 { plan: bool },
    UnclosedQuote,
    /// Cells are set apart by something else than a comma; `found` is what.
    WrongDelimiter { found: char },
    /// A record far longer than any report.
    RecordTooLong,
    EmptyFile,
    /// The first row has none of the columns; it is probably a row of figures.
    NoHeader { columns: Vec<String> },
    MissingColumn { column: String, near: Option<String> },
    UnknownColumn { column: String, near: Option<String> },
    DuplicateColumn { column: String },
    CellCount { expected: usize, found: usize },
    /// A row of commas alone.
    BlankRow,
    MissingCell { column: String },
    ControlCharacter { column: String },
    // data/ as figures.
    BadNumber { text: String, why: BadNumber },
    NegativeCount { text: String },
    BadPoints { text: String, decimals: u8 },
    /// Points are given where none may be.
    ScoreNotGiven { criterion: String, why: NotGiven },
    /// Points given are not those computed.
    ScoreDiffers { criterion: String, given: String, computed: String },
    /// Points given to an index are not the sum of its criteria.
    ScoreSum { index: String, given: String, sum: String },
    /// Points without the document that they need.
    ScoreWithoutEvidence { criterion: String },
    BadDate { text: String, why: BadDate },
    BadPeriod { text: String, near: Option<String> },
    PeriodKind { text: String, example: String },
    PeriodOutsidePlan { text: String },
    UnknownUnit { name: String, near: Option<String> },
    UnitNotListed { unit: String, form: String },
    UnitNotThere { unit: String, period: String },
    DuplicateReport { unit: String, period: String },
    MissingReported,
    ReportedInFuture { day: String, today: String },
    ReportedEarly { day: String, period: String, closes: String },
    /// `total` is the measure's name; both sides with their figures.
    IdentityFails { total: String, stated: String, parts: String, sum: String },
    CarriesUnequal { opening: String, stated: String, closing: String, before: String },
    /// A measure declared to stay the same within a year does not.
    FixedChanged { measure: String, now: String, before: String },
    /// A count since the year began falls.
    ToDateFalls { measure: String, now: String, before: String },
    /// A share above the whole, within one row.
    NumeratorAbove { indicator: String, numerator: String, denominator: String },
    /// A cell that an indicator needs is blank in a report with other figures.
    BlankCell { measure: String, indicator: String },
    /// A day of receipt, and no figures.
    BlankReport { day: String },
    ReportedThoughExcused { unit: String, period: String },
    UnknownTask { text: String },
    UnknownDeliverable { name: String, task: u32, near: Option<String> },
    UnknownUpdateKind { text: String },
    DatedInFuture { day: String, today: String },
    /// An update dated before its period begins.
    UpdatedEarly { day: String, period: String },
    /// An update by a unit that neither leads nor supports the task.
    UnitNotOfTask { unit: String, task: u32 },
    /// A row that says what an earlier one said.
    RepeatedRow,
    /// A word of data/freezes.csv that is no action.
    UnknownAction { text: String },
    /// A figure of a locked period that is another now: the one then, the one now, a blank one empty.
    FrozenChanged { locked: String, unit: String, period: String, measure: String, figures: Box<[String; 2]> },
    /// A report for a locked period that was not there when it was locked.
    FrozenAdded { unit: String, period: String },
    /// A report of a locked period that is no longer there.
    FrozenGone { unit: String, period: String },
    /// The copy of a locked period is not what was locked.
    FrozenTampered { period: String },
    // The register of dossiers.
    /// A column of the register that holds what says who somebody is.
    PersonalColumn { column: String },
    /// A telephone number in a cell of the register.
    PersonalValue,
    /// A recipe of a register that does not say which column is one that every dossier needs.
    RecipeLacksColumn { column: String },
    UnknownProcedure { code: String, near: Option<String> },
    DuplicateDossier { id: String },
    /// A day of a dossier before one that it must follow; both with the names of their columns.
    DaysReversed { later: &'static str, day: String, earlier: &'static str, before: String },
    /// How a dossier ended, but not when.
    OutcomeUnresolved { outcome: String },
    /// No due day, and nothing it could be worked out from.
    NoDueDay { procedure: String },
    /// A due day that is not the one worked out; `working_days` holds those of suspension too.
    DueDiffers { due: String, computed: String, received: String, working_days: u32, suspended: u16 },
    /// A dossier of a higher level than its procedure is offered at.
    LevelAbove { level: u8, offered: u8 },
    /// An apology that is not in time by the rule declared.
    ApologyLate { apologised: String, due: String },
    /// Part of an apology is missing; by the names of the columns.
    ApologyIncomplete { lacks: &'static str, has: &'static str },
    TooManyNewDates { count: usize, most: u8 },
    /// A figure that was entered is not the one counted.
    CountDiffers { measure: String, entered: String, counted: String, unit: String, period: String },
    /// The register of a unit does not reach the end of a period; `last` is how far it goes.
    RegisterEndsEarly { unit: String, last: Option<String>, period: String },
    /// `near` is the form or list that it was probably meant for.
    UnclaimedFile { name: String, kind: Stray, near: Option<String> },
    // Found only where asked for.
    ReportMissing { unit: String, form: String, period: String, due: String, days: i64 },
    ReportLate { unit: String, form: String, period: String, due: String, days: i64 },
    UpdateMissing { unit: String, task: u32, period: String, due: String, days: i64 },
    /// Something is said to be done for which a numbered document is owed.
    NoEvidence { task: u32, deliverable: String },
    /// A spelling that only an alias made right.
    AliasUsed { name: String, unit: String, id: String },
}
