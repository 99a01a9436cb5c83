//! Values of plan.toml with their places.

use chrono::NaiveDate;

use crate::diag::Place;
use crate::text::TypeName;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What is written.
    pub value: Value,
    /// Where, quotes and brackets included; for a table declared by a header, the header.
    pub place: Place,
}

/// What is written for a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, unescaped.
    Text(String),
    /// A whole number, with its decimal digits.
    Integer {
        /// The number.
        value: i64,
        /// Its digits, without underscores or a plus sign.
        text: String,
    },
    /// A number with a point or an exponent, kept as text so that it stays exact.
    Number {
        /// As written, without underscores or a plus sign.
        text: String,
    },
    /// `true` or `false`.
    Boolean(bool),
    /// A day.
    Date(NaiveDate),
    /// A day with a time, or a time: never wanted in a plan.
    DateTime,
    /// `[a, b]`, or tables with the same `[[header]]`.
    List(Vec<Node>),
    /// `{ .. }`, or what follows a `[header]`.
    Table(TableNode),
    /// A mistake that [`super::parse`] has already reported; nothing more is to be said about it.
    Invalid,
}

impl Value {
    /// Returns the name of the value's type, or nothing for a value already reported.
    pub fn type_name(&self) -> Option<TypeName> {
        match self {
            Self::Text(_) => Some(TypeName::Text),
            Self::Integer { .. } => Some(TypeName::Integer),
            Self::Number { .. } => Some(TypeName::Number),
            Self::Boolean(_) => Some(TypeName::Boolean),
            Self::Date(_) => Some(TypeName::Date),
            Self::DateTime => Some(TypeName::DateTime),
            Self::List(_) => Some(TypeName::List),
            Self::Table(_) => Some(TypeName::Table),
            Self::Invalid => None,
        }
    }
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct TableNode {
    /// The header, or the whole of an inline table; the beginning of the file for the root.
    pub place: Place,
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether keys may be missing because of a mistake that is already reported.
    pub damaged: bool,
}

/// One key of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key, unquoted.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// Its value.
    pub node: Node,
}
