//! What can be wrong in the user's files, with the names and figures that the sentence about it needs.

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Unit,
    Group,
    Form,
    Measure,
    Indicator,
    Index,
    Task,
}

/// Why a number in a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// `2,5`.
    DecimalComma,
    /// `1.234` or `1.234.567` in a column of whole numbers.
    ThousandsPoint,
    /// `1,234,567`.
    ThousandsComma,
    /// `1 234`, with any kind of space inside.
    Space,
    /// `7549282 (1)`.
    Footnote,
    /// `1e5`.
    Exponent,
    /// `12%`.
    Percent,
    /// More decimals than the measure declares; the number declared.
    TooManyDecimals(u8),
    /// Too many digits.
    TooLarge,
    /// `NaN`, `#REF!`, words.
    NotANumber,
}

/// Why a date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadDate {
    /// `05/07/2019`, day first.
    DayFirst,
    /// `05/09/26`.
    TwoDigitYear,
    /// `2019-02-30`.
    Impossible,
    /// A time is written too, or anything else.
    NotIso,
}

/// What is wrong with the form of plan.toml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TomlFault {
    /// A text without quotes.
    Unquoted,
    /// Nothing after the equals sign.
    NoValue,
    /// A key without an equals sign.
    NoEquals,
    /// Nothing before the equals sign.
    NoKey,
    /// A quote that is opened and not closed.
    OpenText,
    /// A bracket or brace that is opened and not closed.
    OpenBracket,
    /// A bracket or brace that nothing opened.
    LoneBracket,
    /// A header that is not `[name]` or `[[name]]` alone on its line.
    Header,
    /// Two values of a list or table with nothing between them.
    NoComma,
    /// A comma with nothing before it.
    ExtraComma,
    /// Something more on the line after the value.
    MoreOnLine,
    /// A backslash with a letter that means nothing.
    Escape,
    /// A number in a shape that TOML does not have: `1.234.567`, `007`, `.5`.
    NumberShape,
    /// A character that cannot be seen.
    Control,
    /// A key used both for a value and for a table.
    ValueAndTable,
    /// Lists within lists, too deep.
    TooDeep,
    /// Anything else, in the parser's own words.
    Other(String),
}

/// What a second place has to do with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Related {
    /// The same thing is declared here first.
    FirstHere,
    /// The line of plan.toml that is offended.
    DeclaredHere,
    /// The other part of a contradiction.
    AgainstThis,
    /// The period before.
    PeriodBefore,
}

/// One finding. Each variant has one code (see `diag::Code`), one wording in each language, one broken example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    // plan.toml as text.
    /// A mistake in the form of TOML; `text` is the offending text, empty where something is missing.
    TomlSyntax {
        fault: TomlFault,
        text: String,
    },
    /// A number with a decimal comma (`2,5`); `fixed` is how to write it.
    TomlDecimalComma {
        fixed: String,
    },
    /// A key with letters outside ASCII and without quotes.
    TomlBareKey {
        key: String,
    },
    /// The same key twice in one table.
    TomlDuplicateKey {
        key: String,
    },
    /// A number or key of TOML that cannot be a value here (`inf`, `nan`).
    NotFinite {
        key: String,
    },

    // plan.toml as a plan.
    UnknownKey {
        key: String,
        table: String,
        near: Option<String>,
    },
    MissingKey {
        key: String,
        table: String,
    },
    /// None of several ways to say something is used; each of `keys` may name several, `from, to`.
    MissingOneOf {
        keys: Vec<String>,
        table: String,
    },
    /// Two ways to say the same thing are used at once.
    ConflictingKeys {
        keys: Vec<String>,
        table: String,
    },
    /// `expected` and `found` are names of TOML types: see [`TypeName`].
    WrongType {
        key: String,
        expected: TypeName,
        found: TypeName,
    },
    /// A value outside a list.
    NotOneOf {
        key: String,
        value: String,
        allowed: Vec<String>,
        near: Option<String>,
    },
    /// A whole number outside its limits.
    OutOfRange {
        key: String,
        value: String,
        low: i64,
        high: i64,
    },
    EmptyText {
        key: String,
    },
    EmptyList {
        key: String,
    },
    /// A list that must have a fixed number of values.
    ListLength {
        key: String,
        expected: usize,
        found: usize,
    },
    BadId {
        id: String,
    },
    DuplicateId {
        id: String,
    },
    DuplicateTask {
        no: u32,
    },
    UnknownId {
        id: String,
        wanted: Noun,
        near: Option<String>,
    },
    /// The id exists, but is something else.
    WrongNoun {
        id: String,
        wanted: Noun,
        found: Noun,
    },
    /// A name or alias that already belongs to another unit or group.
    NameTaken {
        name: String,
        owner: String,
    },
    BadYears {
        from: i64,
        to: i64,
    },
    /// A unit, excuse or revision that ends before it begins.
    BadSpan {
        from: String,
        to: String,
    },
    BadMonthDay {
        text: String,
    },
    DayOutsidePlan {
        day: String,
        from: String,
        to: String,
    },
    NoBound {
        table: String,
    },
    SeveralBounds {
        keys: String,
    },
    /// between = [90, 80].
    EmptyBound {
        low: String,
        high: String,
    },
    /// Milestones must come in the order of their days, before the deadline.
    MilestoneOrder {
        day: String,
    },
    /// Milestones or a baseline on a target that has no deadline.
    NoDeadline {
        key: String,
    },
    /// A baseline with `between` or `equals`.
    BaselineBound,
    EmptyFormula {
        indicator: String,
    },
    LevelInSum {
        measure: String,
    },
    NotALevel {
        measure: String,
    },
    /// Both a formula and a level.
    FormulaAndLevel {
        indicator: String,
    },
    /// A level reported by several units, in a target that is not `each-unit`.
    LevelOfManyUnits {
        indicator: String,
        form: String,
    },
    FormWithoutUnits {
        form: String,
    },
    PublishedWithoutSource {
        form: String,
    },
    FormWithoutDue {
        form: String,
    },
    /// A measure in an identity or in `carries` that belongs to another form.
    MeasureOfOtherForm {
        measure: String,
        form: String,
    },
    GroupCycle {
        group: String,
    },
    NoTask,
    /// A period in plan.toml that cannot be read.
    PlanPeriod {
        text: String,
    },

    // data/ as text.
    NotUtf8,
    UnclosedQuote,
    /// Cells are set apart by something else than a comma; `found` is what.
    WrongDelimiter {
        found: char,
    },
    /// A record far longer than any report.
    RecordTooLong,
    EmptyFile,
    MissingColumn {
        column: String,
        near: Option<String>,
    },
    UnknownColumn {
        column: String,
        near: Option<String>,
    },
    DuplicateColumn {
        column: String,
    },
    CellCount {
        expected: usize,
        found: usize,
    },
    MissingCell {
        column: String,
    },
    ControlCharacter {
        column: String,
    },

    // data/ as figures.
    BadNumber {
        text: String,
        why: BadNumber,
    },
    NegativeCount {
        text: String,
    },
    BadDate {
        text: String,
        why: BadDate,
    },
    BadPeriod {
        text: String,
    },
    PeriodKind {
        text: String,
        example: String,
    },
    PeriodOutsidePlan {
        text: String,
    },
    UnknownUnit {
        name: String,
        near: Option<String>,
    },
    UnitNotListed {
        unit: String,
        form: String,
    },
    UnitNotThere {
        unit: String,
        period: String,
    },
    DuplicateReport {
        unit: String,
        period: String,
    },
    MissingReported,
    ReportedInFuture {
        day: String,
        today: String,
    },
    ReportedEarly {
        day: String,
        period: String,
        closes: String,
    },
    /// `total` is the measure's name; both sides with their figures.
    IdentityFails {
        total: String,
        stated: String,
        parts: String,
        sum: String,
    },
    CarriesUnequal {
        opening: String,
        stated: String,
        closing: String,
        before: String,
    },
    /// A measure declared to stay the same within a year does not.
    FixedChanged {
        measure: String,
        now: String,
        before: String,
    },
    /// A count since the year began falls.
    ToDateFalls {
        measure: String,
        now: String,
        before: String,
    },
    UnknownTask {
        text: String,
    },
    UnknownDeliverable {
        name: String,
        task: u32,
        near: Option<String>,
    },
    UnknownUpdateKind {
        text: String,
    },
    /// A deliverable or update of a unit that does not answer for the task.
    DatedInFuture {
        day: String,
        today: String,
    },
    UnclaimedFile {
        name: String,
    },
}

/// Names of TOML types, worded in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeName {
    Text,
    Integer,
    Number,
    Boolean,
    Date,
    List,
    Table,
    /// A list of tables, `[[unit]]`.
    Tables,
    /// A text or a list or a table, where several are allowed.
    TextOrList,
    TextOrTable,
    DateTime,
}
