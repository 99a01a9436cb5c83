//! What is to be shown, in order, worded and rounded, but not yet in any format.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::official::{Appendix, Chart, Letterhead, PaperHead, Signature};
use crate::model::{Decimal, Ratio};
use crate::text::Lang;

/// A document: every format is made from one.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which command it answers.
    pub command: &'static str,
    /// The language it is worded in.
    pub lang: Lang,
    /// The key of its main table, the one that csv gives unless another is named.
    pub main: &'static str,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A heading of a level, from 1 under the document's own.
    Section(u8, String),
    /// A paragraph.
    Para(Shown),
    /// An item of a list.
    Item(Shown),
    /// What must be known of all figures: the day, that they are made up or incomplete. It stands with each table shown alone.
    Note(Shown),
    /// Named values of one thing.
    Facts(Facts),
    /// A table.
    Table(Table),
    /// Rows and rows under them, with the tables they were made from.
    Outline(Outline),
    /// The head of an official document.
    Letterhead(Box<Letterhead>),
    /// Its foot.
    Signature(Signature),
    /// The beginning of an appendix.
    Appendix(Appendix),
    /// A drawing of figures of a table.
    Chart(Chart),
}

/// How a text is meant to strike the eye; never the only sign of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    /// A head.
    Strong,
    /// Fine.
    Good,
    /// To be watched.
    Warn,
    /// Lost or late.
    Bad,
    /// Of lesser weight.
    Quiet,
}

/// A text as shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// How it strikes the eye.
    pub tone: Tone,
    /// The whole of a text that is cut for a screen; a page has room for it.
    pub whole: Option<String>,
}

impl Shown {
    /// Makes a plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain, whole: None }
    }

    /// Makes a text with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, whole: None }
    }

    /// Says what a text is cut from.
    #[must_use]
    pub fn cut_from(self, whole: &str) -> Self {
        let whole = (self.text != whole).then(|| whole.to_owned());
        Self { whole, ..self }
    }
}

/// A value as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing applies.
    Null,
    Text(String),
    Bool(bool),
    Int(i128),
    Number(Decimal),
    /// A number of per cent.
    Percent(Decimal),
    Date(NaiveDate),
    List(Vec<Value>),
    /// A fraction, with the per cent it is shown as.
    Rate {
        numerator: Decimal,
        denominator: Decimal,
        percent: Option<Decimal>,
    },
}

impl Value {
    /// Makes a text of something, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// Makes a day, or nothing.
    pub fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Null, Self::Date)
    }

    /// Makes a number, or nothing.
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }

    /// Makes a count.
    pub fn count(count: usize) -> Self {
        Self::Int(i128::try_from(count).unwrap_or(i128::MAX))
    }

    /// Makes a fraction with its shown per cent.
    pub fn rate(ratio: Ratio, percent: Option<Decimal>) -> Self {
        Self::Rate { numerator: Decimal::whole(ratio.num()), denominator: Decimal::whole(ratio.den()), percent }
    }
}

/// A value as data and as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The data.
    pub value: Value,
    /// The text.
    pub shown: Shown,
}

impl Cell {
    /// Makes a cell.
    pub fn new(value: Value, shown: impl Into<String>) -> Self {
        Self { value, shown: Shown::plain(shown) }
    }

    /// Makes a cell with a tone.
    pub fn toned(value: Value, shown: impl Into<String>, tone: Tone) -> Self {
        Self { value, shown: Shown::toned(shown, tone) }
    }

    /// Makes a cell of a text that is shown as it is; an empty one is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let value = if text.is_empty() { Value::Null } else { Value::Text(text.clone()) };
        Self { value, shown: Shown::plain(text) }
    }

    /// Makes a cell of data that is not shown on a screen.
    pub fn data(value: Value) -> Self {
        Self { value, shown: Shown::default() }
    }
}

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Left,
    Right,
}

/// What the cells of a column hold as data. It is a matter of the column, so that the columns of a flat table do not depend on
/// its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Holds {
    /// One value or list.
    #[default]
    One,
    /// A fraction.
    Rate,
    /// A fraction, or the level of an indicator that is none.
    Amount,
    /// Nothing: it is drawn for eyes alone.
    Nothing,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in JSON and csv, the same in every language.
    pub key: Cow<'static, str>,
    /// Its head.
    pub title: String,
    /// Where its text stands.
    pub align: Align,
    /// What its cells hold as data.
    pub holds: Holds,
    /// Its head on paper, if that is another.
    pub paper: Option<PaperHead>,
    /// When a screen too narrow for all leaves it off: those of 1 first; 0 is never.
    pub spare: u8,
}

impl Column {
    /// Makes a column of text.
    pub fn new(key: impl Into<Cow<'static, str>>, title: impl Into<String>) -> Self {
        Self { key: key.into(), title: title.into(), align: Align::Left, holds: Holds::One, paper: None, spare: 0 }
    }

    /// Makes a column of numbers.
    pub fn right(key: impl Into<Cow<'static, str>>, title: impl Into<String>) -> Self {
        Self { key: key.into(), title: title.into(), align: Align::Right, holds: Holds::One, paper: None, spare: 0 }
    }

    /// Makes a column that no screen shows.
    pub fn hidden(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), title: String::new(), align: Align::Left, holds: Holds::One, paper: None, spare: 0 }
    }

    /// Says what its cells hold as data.
    #[must_use]
    pub fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// Says how it is headed on paper.
    #[must_use]
    pub fn on_paper(self, head: PaperHead) -> Self {
        Self { paper: Some(head), ..self }
    }

    /// Says when a screen too narrow for all leaves it off: those of 1 first.
    #[must_use]
    pub fn spare(self, spare: u8) -> Self {
        Self { spare, ..self }
    }

    /// Tells whether a screen shows it.
    pub fn is_shown(&self) -> bool {
        !self.title.is_empty()
    }
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name in JSON and `--table`.
    pub key: &'static str,
    /// Its heading on a screen.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Whether a screen shows it; data formats always do.
    pub on_screen: bool,
    /// How many rows a screen shows at most, and what it says of the others.
    pub cap: Option<(usize, String)>,
    /// The name of its sheet in a workbook; empty if it has none.
    pub sheet: String,
}

impl Table {
    /// Makes a table for screen and data.
    pub fn new(key: &'static str, title: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { key, title: title.into(), columns, rows: Vec::new(), on_screen: true, cap: None, sheet: String::new() }
    }

    /// Makes a table for data alone, its columns named by their keys.
    pub fn data(key: &'static str, columns: &[&'static str]) -> Self {
        let columns = columns.iter().map(|key| Column::hidden(*key)).collect();
        Self { key, title: String::new(), columns, rows: Vec::new(), on_screen: false, cap: None, sheet: String::new() }
    }
}

/// A named value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name in JSON.
    pub key: &'static str,
    /// Its label; empty for data that no screen shows.
    pub label: String,
    /// The value.
    pub cell: Cell,
}

/// Named values of one thing.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Its name in JSON; empty if the data stands in another block.
    pub key: &'static str,
    /// The values.
    pub list: Vec<Fact>,
}

impl Facts {
    /// Makes an empty list.
    pub fn new(key: &'static str) -> Self {
        Self { key, list: Vec::new() }
    }

    /// Adds a value with its label.
    pub fn add(&mut self, key: &'static str, label: impl Into<String>, cell: Cell) {
        self.list.push(Fact { key, label: label.into(), cell });
    }
}

/// A head of an outline's column.
#[derive(Clone, Debug)]
pub struct Head {
    /// The title.
    pub title: String,
    /// Where its text stands.
    pub align: Align,
}

/// A line of an outline.
#[derive(Clone, Debug)]
pub struct Line {
    /// 0 for a row, 1 for a row under it.
    pub level: u8,
    /// A text for each head.
    pub cells: Vec<Shown>,
}

/// Rows and rows under them, drawn as one table, with the tables of data they were made from.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The heads.
    pub heads: Vec<Head>,
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// The data.
    pub tables: Vec<Table>,
}
