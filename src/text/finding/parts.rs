//! What findings are made of: kinds of things, reasons, types.

use chrono::NaiveDate;

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
    Criterion,
}

/// A word that may stand somewhere, with its meaning in both languages; empty where the word speaks for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// As written.
    pub word: &'static str,
    /// Its meaning in Vietnamese.
    pub vi: &'static str,
    /// Its meaning in English.
    pub en: &'static str,
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
    /// A character that nobody sees.
    Unseen(char),
    /// A cell of a spreadsheet that is shown as a date.
    IsDate,
    /// A formula of a spreadsheet without its value.
    NoValue,
    /// `NaN`, `#REF!`, words.
    NotANumber,
}

/// A kind of file that nothing reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stray {
    /// A table under a name that is no form's.
    Table,
    /// A workbook, whose table must be saved in another way.
    Workbook,
    /// Anything else.
    Other,
}

/// Why a date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadDate {
    /// `05/07/2019`, day first; with the day that it is.
    DayFirst(Option<NaiveDate>),
    /// `05/09/26`.
    TwoDigitYear,
    /// A character that nobody sees.
    Unseen(char),
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
    /// As it was when its period was locked.
    LockedHere,
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

/// Why the declarations of a criterion make no sense together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CriteriaFault {
    /// It stands before the one that it is a part of.
    BeforeParent,
    /// It adds to its index otherwise than the one that it is a part of.
    AddsOtherwise,
    /// It has parts, which alone have rules.
    HeadingWith { key: &'static str },
    /// A key says nothing for the rule.
    NotOfRule { key: &'static str, rule: String },
    /// The rule needs a key.
    RuleNeeds { key: &'static str, rule: String },
    /// Some bands begin, others end at their bound.
    MixedBands,
    /// The bands do not go from the best to the worst.
    BandOrder,
    /// Of a level nobody can tell what earns the maximum.
    LevelNeedsCap,
    /// A number must be above zero.
    NotAboveZero { key: &'static str },
    /// No value that earns points is as low as the one under which there are none.
    FloorAboveCap,
}

/// Why points may not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGiven {
    /// To a criterion with parts, whose points are their sum.
    Heading,
    /// By the agency itself, where a survey gives them.
    Survey,
}

/// Why the columns and rows of a recipe make no table together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecipeFault {
    /// No column says what a row is.
    NoLabel,
    /// Two columns say what a row is.
    SecondLabel,
    /// No column holds figures.
    NoFigures,
    /// A column is neither placed nor named.
    Unplaced,
    /// A column is declared twice.
    ColumnTwice { column: String },
    /// Two columns hold the same measure of the same unit for the same period.
    MeasureTwice,
    /// A row is declared twice.
    RowTwice { name: String },
    /// How percentages are stored, of a column of counts.
    PercentOfCount,
    /// A head is named where the table has none.
    HeadWithoutHeader,
    /// What a column holds does not go with what rows are; what would.
    ColumnMisfit { rows: String, wanted: String },
    /// What a row is does not go with what rows are; what would.
    RowMisfit { rows: String, wanted: String },
}
