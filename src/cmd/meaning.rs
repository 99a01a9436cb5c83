//! What the files of data/ say, without where and how it is written: a change is compared by it before anything is written.

use std::collections::BTreeMap;

use super::failure::Failure;
use super::resolve::Resolver;
use super::session::{Read, Session};
use crate::diag::Beyond;
use crate::edit::SCORES;
use crate::load;
use crate::model::{FormId, Row};

/// Everything that data/ says, by whose report for when it is, or by the whole of a list's row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    said: BTreeMap<String, String>,
}

/// Names the report of a unit for a period, or the points of an index in a round.
pub(super) fn key(list: &str, whose: &str, when: &str) -> String {
    format!("{list} {when} {whose}")
}

impl Meaning {
    /// Returns what the files say that a session has read.
    pub(super) fn of(session: &Session, read: Option<&Read>) -> Result<Self, Failure> {
        let (Some(resolver), Some(read)) = (Resolver::of(session), read) else { return Ok(Self::default()) };
        let mut said = BTreeMap::new();
        let beyond = Beyond::new(0);
        let context = session.context(resolver.times, &[], session.today, &beyond);
        for form in (0..resolver.plan.forms.len()).map(FormId::at) {
            let rows = load::details(context, resolver.loaded, &session.data, form, &|_| true);
            for row in rows.map_err(|(file, error)| session.vanished(file, error))? {
                let Row { unit, period, reported, cells, .. } = row;
                let key = key(&resolver.plan.form(form).id.value, &resolver.id(unit), &period.to_string());
                said.insert(key, format!("{reported:?} {cells:?}"));
            }
        }
        let mut add = |text: String| {
            let mut key = text;
            // Two rows may say the same.
            while said.contains_key(&key) {
                key.push('+');
            }
            said.insert(key, String::new());
        };
        for own in &read.figures.handed {
            add(format!("{} {} {} {:?} {:?}", own.task, own.deliverable, own.issued, own.number, own.link));
        }
        for own in &read.figures.updates {
            add(format!("{} {:?} {} {:?} {:?}", own.date, own.period, own.task, own.unit, own.kind));
        }
        for own in &read.figures.scores {
            let index = &resolver.plan.indexes[own.index.0 as usize].id.value;
            said.insert(key(SCORES.stem, index, own.round.word()), own.points.to_string());
        }
        Ok(Self { said })
    }

    /// Tells whether another one says all of this and nothing else, but for what is added and for the reports named.
    pub(super) fn becomes(&self, other: &Self, may_change: &[String], may_add: bool) -> bool {
        let is_kept = |(key, value): (&String, &String)| {
            other.said.get(key) == Some(value) || (may_change.contains(key) && other.said.contains_key(key))
        };
        let is_new = |key: &String| !self.said.contains_key(key);
        self.said.iter().all(is_kept) && (may_add || !other.said.keys().any(is_new))
    }
}
