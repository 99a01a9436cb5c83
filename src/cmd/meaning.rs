//! What the files of data/ say, without where and how it is written: a change is compared by it before anything is written.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::failure::Failure;
use super::resolve::Resolver;
use super::session::{Read, Session};
use crate::diag::Beyond;
use crate::edit::{DELIVERABLES, DOSSIERS, SCORES, UPDATES};
use crate::load;
use crate::model::{Dossier, FormId, Row};
use crate::syntax::names::whole;

/// Everything that data/ says: of each report and each row of a list, by what it is about. Rows about the same are in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    said: BTreeMap<String, Vec<String>>,
}

/// Names the report of a unit for a period, or the points of an index in a round.
pub(super) fn key(list: &str, whose: &str, when: &str) -> String {
    format!("{list} {when} {whose}")
}

/// Names a document handed in.
pub(super) fn key_of_document(task: u32, deliverable: &str, issued: &str, number: &str) -> String {
    format!("{} {task} {issued} {deliverable:?} {number:?}", DELIVERABLES.stem)
}

impl Meaning {
    /// Returns what the files say that a session has read.
    pub(super) fn of(session: &Session, read: Option<&Read>) -> Result<Self, Failure> {
        let (Some(resolver), Some(read)) = (Resolver::of(session), read) else { return Ok(Self::default()) };
        let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut add = |key: String, value: String| said.entry(key).or_default().push(value);
        let free = |text: &Option<String>| text.as_deref().map(whole).filter(|text| !text.is_empty());
        let beyond = Beyond::new(0);
        let context = session.context(resolver.times, &[], session.today, &beyond);
        for form in (0..resolver.plan.forms.len()).map(FormId::at) {
            let rows = load::details(context, resolver.loaded, &session.data, (form, &[]), &|_| true);
            for row in rows.map_err(|(file, error)| session.vanished(file, error))? {
                let Row { unit, period, reported, cells, note, .. } = row;
                let key = key(&resolver.plan.form(form).id.value, &resolver.id(unit), &period.to_string());
                add(key, format!("{reported:?} {cells:?} {:?}", free(&note)));
            }
        }
        for own in &read.figures.handed {
            let task = &resolver.plan.tasks[own.task];
            let name = &task.deliverables[own.deliverable].name;
            let number = own.number.as_deref().unwrap_or_default();
            let rest = format!("{:?} {:?} {:?}", free(&own.title), free(&own.location), own.link);
            add(key_of_document(task.no, name, &own.issued.to_string(), number), rest);
        }
        for own in &read.figures.updates {
            let key =
                format!("{} {} {:?} {} {:?} {:?}", UPDATES.stem, own.date, own.period, own.task, own.unit, own.kind);
            add(key, whole(&own.text));
        }
        for own in &read.figures.scores {
            let index = &resolver.plan.score_name(own.index, own.criterion);
            let rest = format!("{} {:?} {:?}", own.points.trimmed(), free(&own.evidence), free(&own.note));
            add(key(SCORES.stem, index, own.round.word()), rest);
        }
        for values in said.values_mut() {
            values.sort_unstable();
        }
        said.extend(register(session, context)?);
        Ok(Self { said })
    }

    /// Tells whether another one says all of this and nothing else, but for what is added and for the keys named.
    pub(super) fn becomes(&self, other: &Self, may_change: &[String], may_add: bool) -> bool {
        let is_kept = |(key, values): (&String, &Vec<String>)| {
            let Some(now) = other.said.get(key) else { return false };
            now == values || may_change.contains(key) || (may_add && holds_all(now, values))
        };
        let is_new = |key: &String| !self.said.contains_key(key);
        self.said.iter().all(is_kept) && (may_add || !other.said.keys().any(is_new))
    }
}

/// Returns what the register says: procedures each by its code, and all dossiers together as one number, since there may be very many.
fn register(session: &Session, context: load::Context<'_>) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let mut said = BTreeMap::new();
    let Some(loaded) = &session.loaded else { return Ok(said) };
    let (mut count, mut sum) = (0_u64, 0_u64);
    let shown = load::dossiers(context, loaded, &session.data, |own, _, _| {
        let mut hasher = DefaultHasher::new();
        format!("{:?}", Dossier { procedure_at: 0, ..own.clone() }).hash(&mut hasher);
        (count, sum) = (count + 1, sum.wrapping_add(hasher.finish()));
    });
    let shown = shown.map_err(|(file, error)| session.vanished(file, error))?;
    for own in &shown.known.list {
        let rest = format!("{:?} {:?} {} {:?}", own.name, own.field, own.level, own.working_days);
        said.insert(key("procedures", &own.code, ""), vec![rest]);
    }
    if count > 0 {
        said.insert(DOSSIERS.stem.to_owned(), vec![format!("{count} {sum}")]);
    }
    Ok(said)
}

/// Tells whether a sorted list has all texts of another one.
fn holds_all(list: &[String], wanted: &[String]) -> bool {
    let mut rest = list.iter();
    wanted.iter().all(|own| rest.any(|other| other == own))
}
