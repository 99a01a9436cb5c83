//! `[[index]]` and its criteria.

use std::collections::HashMap;

use super::bounds::{BOUNDS, bound, decimal};
use super::head::{text, text_or_empty};
use super::plan::Loading;
use super::rules::{Declared, rule};
use crate::diag::{Diagnostic, Place, SourceId, Spanned};
use crate::model::{Adds, Criterion, Decimal, Index, Indicator, Party, Task, Test, WhenNone};
use crate::syntax::names::{fold, nearest};
use crate::syntax::{TableNode, check, keys, parse};
use crate::text::{CriteriaFault, Finding, Noun, Related};

/// What reading criteria needs of the rest of the plan.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) years: (i32, i32),
    pub(super) indicators: &'a [Indicator],
    pub(super) tasks: &'a [Task],
    /// The files of criteria, by name, with their text.
    pub(super) files: &'a [(String, SourceId, String)],
}

/// Reads the indexes.
pub(super) fn indexes(root: &TableNode, around: Around<'_>, loading: &mut Loading<'_>) -> Vec<Index> {
    root.tables("index").into_iter().map(|table| index(table, around, loading)).collect()
}

fn index(table: &TableNode, around: Around<'_>, loading: &mut Loading<'_>) -> Index {
    let id = table.text("id").unwrap_or_else(|| Spanned { value: String::new(), place: table.place });
    let flag = |key: &str| table.boolean(key).is_some_and(|own| own.value);
    let year = table.integer("year");
    let (low, high) = (i64::from(around.years.0), i64::from(around.years.1));
    if let Some(year) = year.as_ref().filter(|year| !(low..=high).contains(&year.value)) {
        let finding = Finding::OutOfRange { key: "year".into(), value: year.value.to_string(), low, high };
        loading.found.push(Diagnostic::new(finding, year.place));
    }
    let year = year.and_then(|year| i32::try_from(year.value).ok());
    let file = file(table, around, loading);
    let mut inline = table.tables("criterion");
    if let Some((_, Some(root))) = &file {
        inline.extend(root.tables("criterion"));
    }
    let mut number = |key: &str| points(table, key, loading);
    let (bonus_cap, malus_cap) = (number("bonus-cap"), number("malus-cap"));
    Index {
        id,
        name: text_or_empty(table, "name"),
        year: year.unwrap_or(around.years.1),
        level: text(table, "level"),
        source: text(table, "source"),
        example: flag("example"),
        without_survey: flag("without-survey"),
        bonus_cap,
        malus_cap,
        is_unread: table.get("criteria").is_some() && !matches!(file, Some((_, Some(_)))),
        file: file.as_ref().map(|(source, _)| *source),
        criteria: criteria(&inline, around, loading),
        note: text(table, "note"),
    }
}

/// Reads the file of criteria that an index names, as far as it can be read.
fn file(table: &TableNode, around: Around<'_>, loading: &mut Loading<'_>) -> Option<(SourceId, Option<TableNode>)> {
    let name = table.text("criteria")?;
    if let Some(place) = table.key_place("criterion") {
        let keys = vec!["criteria".to_owned(), "criterion".to_owned()];
        let finding = Finding::ConflictingKeys { keys, table: "[[index]]".to_owned() };
        loading.found.push(Diagnostic::new(finding, place));
        return None;
    }
    let bare = name.value.strip_prefix("data/").unwrap_or(&name.value);
    let Some((_, source, text)) = around.files.iter().find(|(own, ..)| own == bare) else {
        let near = nearest(bare, around.files.iter().map(|(own, ..)| own.as_str()));
        let finding = Finding::CriteriaFile { name: bare.to_owned(), near };
        loading.found.push(Diagnostic::new(finding, name.place));
        return None;
    };
    let (root, mut syntax) = parse(*source, text);
    let readable = syntax.is_empty();
    loading.found.append(&mut syntax);
    check(&root, &keys::CRITERIA, loading.found);
    Some((*source, readable.then_some(root)))
}

/// Reads points, which are not less than nothing.
pub(super) fn points(table: &TableNode, key: &str, loading: &mut Loading<'_>) -> Option<Decimal> {
    let number = table.number(key)?;
    let value = decimal(key, &number.value, number.place, loading)?;
    if value.mantissa() < 0 {
        let (key, value) = (key.to_owned(), number.value);
        loading.found.push(Diagnostic::new(Finding::OutOfRange { key, value, low: 0, high: i64::MAX }, number.place));
        return None;
    }
    Some(value)
}

fn criteria(tables: &[&TableNode], around: Around<'_>, loading: &mut Loading<'_>) -> Vec<Criterion> {
    let numbers: Vec<Spanned<String>> = tables
        .iter()
        .map(|table| table.text("no").unwrap_or_else(|| Spanned { value: String::new(), place: table.place }))
        .collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, no) in numbers.iter().enumerate().filter(|(_, no)| !no.value.is_empty()) {
        if !is_number(&no.value) {
            loading.found.push(Diagnostic::new(Finding::CriterionNumber { no: no.value.clone() }, no.place));
        } else if let Some(before) = first.get(no.value.as_str()) {
            let finding = Finding::DuplicateId { id: no.value.clone() };
            loading.found.push(Diagnostic::new(finding, no.place).with(numbers[*before].place, Related::FirstHere));
        } else {
            first.insert(&no.value, at);
        }
    }
    let parents: Vec<Option<usize>> = numbers.iter().map(|no| above(&no.value, &first)).collect();
    let mut list: Vec<Criterion> = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        if let Some(parent) = parents[at].filter(|parent| *parent > at) {
            let finding = Finding::Criteria { no: numbers[at].value.clone(), fault: CriteriaFault::BeforeParent };
            let own = Diagnostic::new(finding, numbers[at].place);
            loading.found.push(own.with(numbers[parent].place, Related::DeclaredHere));
        }
        let is_heading = parents.contains(&Some(at));
        let depth = std::iter::successors(parents[at], |above| parents[*above]).count();
        list.push(criterion(table, (&numbers[at], parents[at], depth), is_heading, around, loading));
    }
    whole(&mut list, loading);
    list
}

/// Tells whether a text is the number of a criterion: letters and digits, with points between.
fn is_number(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
}

/// Finds the nearest declared number above one.
fn above(no: &str, first: &HashMap<&str, usize>) -> Option<usize> {
    let shorter = std::iter::successors(no.rsplit_once('.').map(|(above, _)| above), |own| {
        own.rsplit_once('.').map(|(above, _)| above)
    });
    shorter.into_iter().find_map(|own| first.get(own).copied())
}

fn criterion(
    table: &TableNode,
    (no, parent, depth): (&Spanned<String>, Option<usize>, usize),
    is_heading: bool,
    around: Around<'_>,
    loading: &mut Loading<'_>,
) -> Criterion {
    let flag = |key: &str| table.boolean(key).is_some_and(|own| own.value);
    let word = |key: &str| table.text(key).map(|own| own.value);
    let task = table.integer("task").and_then(|no| task(no.value, no.place, around.tasks, loading));
    let declared: Vec<Party> =
        table.texts("owner").iter().filter_map(|id| loading.names.party(id, loading.found)).collect();
    let owners = if declared.is_empty() { task.map_or(declared, |at| around.tasks[at].lead.clone()) } else { declared };
    let max = points(table, "max", loading);
    let declared = Declared { table, max, is_heading };
    Criterion {
        no: no.clone(),
        name: text_or_empty(table, "name"),
        parent,
        depth,
        max,
        adds: match word("adds").as_deref() {
            Some("bonus") => Adds::Bonus,
            Some("malus") => Adds::Malus,
            Some(_) | None => Adds::Within,
        },
        rule: rule(&declared, around, loading),
        when_none: word("when-none").and_then(|own| match own.as_str() {
            "full" => Some(WhenNone::Full),
            "left-out" => Some(WhenNone::LeftOut),
            "zero" => Some(WhenNone::Zero),
            _ => None,
        }),
        survey: flag("survey"),
        evidence: flag("evidence"),
        task,
        owners,
        note: text(table, "note"),
        place: no.place,
    }
}

/// Finds a task by its number.
fn task(no: i64, place: Place, tasks: &[Task], loading: &mut Loading<'_>) -> Option<usize> {
    let at = tasks.iter().position(|task| i64::from(task.no) == no);
    if at.is_none() {
        loading.found.push(Diagnostic::new(Finding::UnknownTask { text: no.to_string() }, place));
    }
    at
}

/// Reads something that is so or not: an indicator within a bound, or a document.
pub(super) fn test(table: &TableNode, what: &str, around: Around<'_>, loading: &mut Loading<'_>) -> Option<Test> {
    if let Some(document) = table.table("document") {
        if let Some(key) = BOUNDS.into_iter().chain(["indicator"]).find(|key| table.get(key).is_some()) {
            let keys = vec!["document".to_owned(), key.to_owned()];
            let place = table.key_place(key).unwrap_or(table.place);
            // A list says itself that its items are the one or the other.
            if what != "items" || key != "indicator" {
                loading.found.push(Diagnostic::new(Finding::ConflictingKeys { keys, table: what.to_owned() }, place));
            }
            return None;
        }
        let no = document.integer("task")?;
        let at = task(no.value, no.place, around.tasks, loading)?;
        let name = document.text("deliverable")?;
        let names = || around.tasks[at].deliverable_names();
        let deliverable = names().find(|(_, own)| fold(own) == fold(&name.value)).map(|(deliverable, _)| deliverable);
        if deliverable.is_none() {
            let near = nearest(&name.value, names().map(|(_, own)| own));
            let finding = Finding::UnknownDeliverable { name: name.value, task: around.tasks[at].no, near };
            loading.found.push(Diagnostic::new(finding, name.place));
        }
        return Some(Test::Handed(at, deliverable?));
    }
    let indicator = table.text("indicator").and_then(|id| loading.names.indicator(&id, loading.found));
    let bound = bound(table, what, loading);
    Some(Test::Holds(indicator?, bound?))
}

/// Checks headings against their parts, which all count in one way.
fn whole(list: &mut [Criterion], loading: &mut Loading<'_>) {
    for at in (0..list.len()).rev() {
        let parts: Vec<usize> = (0..list.len()).filter(|part| list[*part].parent == Some(at)).collect();
        if parts.is_empty() {
            continue;
        }
        for part in parts.iter().filter(|part| list[**part].adds != list[at].adds) {
            let no = list[*part].no.clone();
            let finding = Finding::Criteria { no: no.value, fault: CriteriaFault::AddsOtherwise };
            loading.found.push(Diagnostic::new(finding, no.place).with(list[at].place, Related::DeclaredHere));
        }
        let sum = parts.iter().try_fold(Decimal::whole(0), |sum, part| sum.checked_add(list[*part].max?));
        let (Some(sum), Some(stated)) = (sum, list[at].max) else {
            list[at].max = sum;
            continue;
        };
        if stated.checked_sub(sum).is_some_and(|own| !own.is_zero()) {
            let no = list[at].no.clone();
            let finding = Finding::CriterionSum { no: no.value, stated: stated.to_string(), sum: sum.to_string() };
            loading.found.push(Diagnostic::new(finding, no.place));
        }
    }
}

/// Returns the criterion that a text names, `index/no`, with its index.
pub(super) fn named(indexes: &[Index], text: &str) -> Option<(usize, usize)> {
    let (id, no) = text.split_once('/')?;
    let index = indexes.iter().position(|own| own.id.value == id)?;
    Some((index, indexes[index].criteria.iter().position(|own| own.no.value == no)?))
}

/// Returns what a wrong name of a criterion is nearest to.
pub(super) fn near(indexes: &[Index], text: &str) -> (Noun, Option<String>) {
    let all: Vec<String> = indexes
        .iter()
        .flat_map(|index| index.criteria.iter().map(move |own| format!("{}/{}", index.id.value, own.no.value)))
        .collect();
    // A number alone is meant of the one index that has it.
    let mut alone = all.iter().filter(|own| own.split_once('/').is_some_and(|(_, no)| no == text));
    if let (Some(only), None) = (alone.next(), alone.next()) {
        return (Noun::Criterion, Some(only.clone()));
    }
    let ids = indexes.iter().map(|own| own.id.value.as_str());
    let noun = if text.contains('/') { Noun::Criterion } else { Noun::Index };
    (noun, nearest(text, ids.chain(all.iter().map(String::as_str))))
}
