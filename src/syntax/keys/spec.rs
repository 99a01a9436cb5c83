//! What can be said about a key.

use std::fmt;

use crate::text::{Lang, Noun, TypeName};

/// A table of plan.toml and the keys it may have.
///
/// `one_of` is checked in `syntax/check.rs`. What `ways`, `needs` and `apart` say is checked in `load/`, where each mistake has
/// a code of its own; here they stand for the schema and the reference.
#[derive(Debug)]
pub struct TableSpec {
    /// As findings and the reference call it: `[plan]`, `[[unit]]`, or for a nested table its key.
    pub name: &'static str,
    /// The keys, in the order of the reference.
    pub keys: &'static [Key],
    /// Ways to say one thing, of which exactly one must be used; each way is one key or several together.
    pub one_of: Ways,
    /// More such ways: the one bound of a target, the one formula of an indicator, the tasks of a plan. A list that is
    /// such a way may not be empty.
    pub ways: Ways,
    /// Keys that must be there when another has a certain word.
    pub needs: &'static [Need],
    /// Pairs of keys that exclude each other.
    pub apart: &'static [(&'static str, &'static str)],
}

/// Ways to say one thing; each is one key or several together.
pub type Ways = &'static [&'static [&'static str]];

/// A key that must be there when another has one of a few words.
#[derive(Debug)]
pub struct Need {
    /// The key that has the word.
    pub key: &'static str,
    /// Its words that ask for more.
    pub words: &'static [&'static str],
    /// The key that they ask for.
    pub needed: &'static str,
    /// A key that does instead.
    pub unless: Option<&'static str>,
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
    /// Meaning, in Vietnamese, for the reference and editors: a clause without a full stop.
    pub vi: &'static str,
    /// Meaning, in English.
    pub en: &'static str,
    /// What holds where the key is left out; none if nothing does.
    pub default: Option<Preset>,
    /// What its words mean, in their order; empty if they speak for themselves.
    pub choices: &'static [Choice],
}

/// A value that holds where none is written.
#[derive(Clone, Copy, Debug)]
pub enum Preset {
    /// One of the key's words.
    Word(&'static str),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
}

/// A word that a key may have, and what it means.
#[derive(Debug)]
pub struct Choice {
    /// As written.
    pub word: &'static str,
    /// Meaning, in Vietnamese: a clause without a full stop.
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
    /// A table that has, for each of some names, another one: all of the same shape.
    Each(&'static [&'static str], &'static TableSpec),
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
            Self::Table(_) | Self::Each(..) => TypeName::Table,
            Self::Tables(_) => TypeName::Tables,
            Self::WordOrTable(..) => TypeName::TextOrTable,
        }
    }

    /// Returns the table or tables that a value of this kind holds.
    pub fn table(self) -> Option<&'static TableSpec> {
        match self {
            Self::Table(spec)
            | Self::Tables(spec)
            | Self::WordOrTable(_, spec)
            | Self::TextsOrTables(spec)
            | Self::Each(_, spec) => Some(spec),
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
        Self { name, kind, required: false, vi, en, default: None, choices: &[] }
    }

    /// Makes a key that must be there.
    pub(super) const fn must(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Self {
        Self { required: true, ..Self::may(name, kind, vi, en) }
    }

    /// Says what holds where the key is left out.
    pub(super) const fn or(self, default: Preset) -> Self {
        Self { default: Some(default), ..self }
    }

    /// Says what its words mean.
    pub(super) const fn choices(self, choices: &'static [Choice]) -> Self {
        Self { choices, ..self }
    }

    /// Returns the meaning of the key.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

impl Choice {
    /// Makes a word with its meaning.
    pub(super) const fn new(word: &'static str, vi: &'static str, en: &'static str) -> Self {
        Self { word, vi, en }
    }

    /// Returns the meaning of the word.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

impl fmt::Display for Preset {
    /// Writes the value as plan.toml would have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "\"{word}\""),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Boolean(flag) => write!(f, "{flag}"),
        }
    }
}

impl TableSpec {
    /// Makes a table whose keys do not depend on each other.
    pub(super) const fn new(name: &'static str, keys: &'static [Key]) -> Self {
        Self { name, keys, one_of: &[], ways: &[], needs: &[], apart: &[] }
    }

    /// Returns a key by its name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Tells whether a list under a key must hold something.
    pub fn is_filled(&self, key: &Key) -> bool {
        key.required || self.ways.iter().any(|way| way.contains(&key.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::keys::{RECIPE, ROOT};

    /// Calls `each` with a table and every table within it.
    fn walk(spec: &'static TableSpec, each: &mut impl FnMut(&'static TableSpec)) {
        each(spec);
        for inner in spec.keys.iter().filter_map(|key| key.kind.table()) {
            walk(inner, each);
        }
    }

    fn walk_all(each: &mut impl FnMut(&'static TableSpec)) {
        walk(&ROOT, each);
        walk(&RECIPE, each);
    }

    fn words(kind: Kind) -> Vec<&'static str> {
        match kind {
            Kind::Word(words) | Kind::WordOrTable(words, _) => words.to_vec(),
            Kind::RefsOrWord(_, word) => vec![word],
            Kind::Text
            | Kind::Id
            | Kind::Texts
            | Kind::Ref(_)
            | Kind::Refs(_)
            | Kind::Integer(..)
            | Kind::Number
            | Kind::Range
            | Kind::Boolean
            | Kind::Date
            | Kind::Dates
            | Kind::MonthDay
            | Kind::Period
            | Kind::Table(_)
            | Kind::Tables(_)
            | Kind::Each(..)
            | Kind::TextsOrTables(_) => Vec::new(),
        }
    }

    #[test]
    fn every_meaning_belongs_to_a_word_and_every_default_is_a_value() {
        walk_all(&mut |spec| {
            for key in spec.keys {
                let at = format!("{} {}", spec.name, key.name);
                let meant: Vec<_> = key.choices.iter().map(|choice| choice.word).collect();
                assert!(meant.is_empty() || meant == words(key.kind), "{at}: {meant:?}");
                let fits = match (key.default, key.kind) {
                    (None, _) | (Some(Preset::Boolean(_)), Kind::Boolean) => true,
                    (Some(Preset::Word(word)), kind) => words(kind).contains(&word),
                    (Some(Preset::Integer(number)), Kind::Integer(low, high)) => (low..=high).contains(&number),
                    (Some(_), _) => false,
                };
                assert!(fits && !(key.required && key.default.is_some()), "{at}: {:?}", key.default);
            }
        });
    }

    #[test]
    fn what_keys_have_to_do_with_each_other_is_said_of_keys_that_are_there() {
        walk_all(&mut |spec| {
            let ways = spec.one_of.iter().chain(spec.ways).copied().flatten();
            let pairs = spec.apart.iter().flat_map(|(first, second)| [first, second]);
            let needs = spec.needs.iter().flat_map(|need| [&need.key, &need.needed]);
            for name in ways.chain(pairs).chain(needs) {
                let key = spec.key(name);
                assert!(key.is_some(), "{} has no {name}", spec.name);
            }
            for need in spec.needs {
                let known = spec.key(need.key).map(|key| words(key.kind)).unwrap_or_default();
                assert!(need.words.iter().all(|word| known.contains(word)), "{}: {need:?}", spec.name);
            }
        });
    }

    #[test]
    fn meanings_are_clauses() {
        walk_all(&mut |spec| {
            let own = spec.keys.iter().flat_map(|key| [key.vi, key.en]);
            let words = spec.keys.iter().flat_map(|key| key.choices).flat_map(|choice| [choice.vi, choice.en]);
            for text in own.chain(words) {
                assert!(
                    !text.trim().is_empty() && text == text.trim() && !text.ends_with('.'),
                    "{}: {text}",
                    spec.name
                );
                assert!(!text.contains(['|', '\n', '`', '<']), "{}: {text} is no cell of a table", spec.name);
            }
        });
    }
}
