//! What can be said about a key.

use crate::text::{Lang, Noun, TypeName};

/// A table of plan.toml and the keys it may have.
#[derive(Debug)]
pub struct TableSpec {
    /// As findings and the reference call it: `[plan]`, `[[unit]]`, or for a nested table its key.
    pub name: &'static str,
    /// The keys, in the order of the reference.
    pub keys: &'static [Key],
    /// Ways to say one thing, of which exactly one must be used; each way is one key or several together.
    pub one_of: &'static [&'static [&'static str]],
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// What its value may be.
    pub kind: Kind,
    /// Whether the table is wrong without it.
    pub required: bool,
    /// Meaning, in Vietnamese, for the reference: a clause without a full stop.
    pub vi: &'static str,
    /// Meaning, in English.
    pub en: &'static str,
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text that is not empty.
    Text,
    /// An id that this table declares.
    Id,
    /// A list of texts.
    Texts,
    /// The id of a thing declared elsewhere.
    Ref(&'static [Noun]),
    /// A list of ids of things declared elsewhere.
    Refs(&'static [Noun]),
    /// Such a list, or one word that stands for it.
    RefsOrWord(&'static [Noun], &'static str),
    /// A whole number within limits.
    Integer(i64, i64),
    /// A whole or decimal number, exact.
    Number,
    /// Two numbers, the low and the high one.
    Range,
    /// `true` or `false`.
    Boolean,
    /// A TOML date.
    Date,
    /// A list of dates.
    Dates,
    /// A day of every year, `"12-31"`.
    MonthDay,
    /// A period, `"2019-06"`, `"2019-Q2"`, `"2019-H1"`, `"2019"`.
    Period,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// One table.
    Table(&'static TableSpec),
    /// A list of tables.
    Tables(&'static TableSpec),
    /// One of a few words, or a table.
    WordOrTable(&'static [&'static str], &'static TableSpec),
    /// A list in which each value is a text or a table.
    TextsOrTables(&'static TableSpec),
}

impl Kind {
    /// Returns the name of the type that a value of this kind has.
    pub fn type_name(self) -> TypeName {
        match self {
            Self::Text | Self::Id | Self::Ref(_) | Self::MonthDay | Self::Period | Self::Word(_) => TypeName::Text,
            Self::Texts | Self::Refs(_) | Self::Range | Self::Dates | Self::TextsOrTables(_) => TypeName::List,
            Self::RefsOrWord(..) => TypeName::TextOrList,
            Self::Integer(..) => TypeName::Integer,
            Self::Number => TypeName::Number,
            Self::Boolean => TypeName::Boolean,
            Self::Date => TypeName::Date,
            Self::Table(_) => TypeName::Table,
            Self::Tables(_) => TypeName::Tables,
            Self::WordOrTable(..) => TypeName::TextOrTable,
        }
    }

    /// Returns the table or tables that a value of this kind holds.
    pub fn table(self) -> Option<&'static TableSpec> {
        match self {
            Self::Table(spec) | Self::Tables(spec) | Self::WordOrTable(_, spec) | Self::TextsOrTables(spec) => {
                Some(spec)
            }
            Self::Text
            | Self::Id
            | Self::Texts
            | Self::Ref(_)
            | Self::Refs(_)
            | Self::RefsOrWord(..)
            | Self::Integer(..)
            | Self::Number
            | Self::Range
            | Self::Boolean
            | Self::Date
            | Self::Dates
            | Self::MonthDay
            | Self::Period
            | Self::Word(_) => None,
        }
    }
}

impl Key {
    /// Makes a key that may be left out.
    pub(super) const fn may(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Self {
        Self { name, kind, required: false, vi, en }
    }

    /// Makes a key that must be there.
    pub(super) const fn must(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Self {
        Self { name, kind, required: true, vi, en }
    }

    /// Returns the meaning of the key.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

impl TableSpec {
    /// Makes a table whose keys do not depend on each other.
    pub(super) const fn new(name: &'static str, keys: &'static [Key]) -> Self {
        Self { name, keys, one_of: &[] }
    }

    /// Returns a key by its name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}
