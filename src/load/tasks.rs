//! `[[task]]` and its targets, deliverables and schedule.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::bounds::{bound, level_of_many};
use super::head::{text, text_or_empty, within_plan};
use super::on_the_way::{baseline, compare, milestones, on_the_way, revisions};
use super::plan::Loading;
use crate::diag::{Diagnostic, Place};
use crate::model::{Bound, Decimal, Deliverable, Extension, Form, Indicator, Schedule, Target, Task};
use crate::syntax::names::fold;
use crate::syntax::{Node, TableNode, Value};
use crate::text::{Finding, Related};

/// What reading a task needs of the rest of the plan.
pub(super) struct Around<'a> {
    pub(super) years: (i32, i32),
    pub(super) forms: &'a [Form],
    pub(super) indicators: &'a [Indicator],
}

/// Reads the tasks.
pub(super) fn tasks(root: &TableNode, around: &Around<'_>, loading: &mut Loading<'_>) -> Vec<Task> {
    let tables = root.tables("task");
    let tasks: Vec<Task> = tables.iter().map(|table| task(table, around, loading)).collect();
    let mut first: HashMap<u32, Place> = HashMap::new();
    for task in tasks.iter().filter(|task| task.no > 0) {
        match first.entry(task.no) {
            Entry::Occupied(first) => {
                let finding = Diagnostic::new(Finding::DuplicateTask { no: task.no }, task.place);
                loading.found.push(finding.with(*first.get(), Related::FirstHere));
            }
            Entry::Vacant(own) => {
                own.insert(task.place);
            }
        }
    }
    tasks
}

fn task(table: &TableNode, around: &Around<'_>, loading: &mut Loading<'_>) -> Task {
    let no = table.integer("no").and_then(|no| u32::try_from(no.value).ok()).unwrap_or(0);
    let schedule = schedule(table, around, loading);
    let parties = |key: &str, loading: &mut Loading<'_>| {
        table.texts(key).iter().filter_map(|id| loading.names.party(id, loading.found)).collect()
    };
    let lead = parties("lead", loading);
    let support = parties("support", loading);
    let indexes = table.texts("indexes").iter().filter_map(|id| loading.names.index(id, loading.found)).collect();
    let extended = table.table("extended").and_then(|extended| {
        Some(Extension {
            to: extended.date("to")?.value,
            basis: text_or_empty(extended, "basis"),
            on: extended.date("on").map(|day| day.value),
        })
    });
    let last = match schedule {
        Schedule::By(day) => Some(day),
        Schedule::Every { .. } => NaiveDate::from_ymd_opt(around.years.1, 12, 31),
        Schedule::Continuous | Schedule::OnEvent => None,
    };
    if let Some(place) = table.key_place("extended").filter(|_| last.is_none()) {
        loading.found.push(Diagnostic::new(Finding::NoDeadline { key: "extended".to_owned() }, place));
    }
    not_later(table, (schedule, around.years.0), extended.as_ref(), loading);
    // An extension may come long after the plan; what lies on the way may then too.
    let last = extended.as_ref().map(|extended: &Extension| extended.to).max(last).filter(|_| last.is_some());
    let targets = table
        .tables("targets")
        .into_iter()
        .enumerate()
        .map(|(at, target)| self::target(target, (no, at, last), around, loading))
        .collect();
    Task {
        no,
        title: text_or_empty(table, "title"),
        printed: text(table, "printed"),
        lead,
        support,
        schedule,
        schedule_printed: text(table, "schedule-printed"),
        deliverables_printed: text(table, "deliverables-printed"),
        deliverables: deliverables(table, around, loading),
        targets,
        assigned: table.date("assigned").map(|day| day.value),
        basis: text(table, "basis"),
        extended,
        indexes,
        note: text(table, "note"),
        place: table.get("no").map_or(table.place, |no| no.place),
    }
}

/// Reports an extension that gives no more time.
fn not_later(
    table: &TableNode,
    (schedule, first_year): (Schedule, i32),
    extended: Option<&Extension>,
    loading: &mut Loading<'_>,
) {
    let deadline = match schedule {
        Schedule::By(deadline) => Some(deadline),
        // An extension puts off the last yearly day before it, so that there must be one.
        Schedule::Every { month, day } => NaiveDate::from_ymd_opt(first_year, u32::from(month), u32::from(day)),
        Schedule::Continuous | Schedule::OnEvent => None,
    };
    let (Some(deadline), Some(extended)) = (deadline, extended) else { return };
    let to = table.table("extended").and_then(|table| table.date("to"));
    if let Some(to) = to.filter(|_| extended.to <= deadline) {
        let finding = Finding::ExtensionNotLater { to: extended.to.to_string(), deadline: deadline.to_string() };
        loading.found.push(Diagnostic::new(finding, to.place));
    }
}

fn schedule(table: &TableNode, around: &Around<'_>, loading: &mut Loading<'_>) -> Schedule {
    let Some(node) = table.get("schedule") else { return Schedule::Continuous };
    match &node.value {
        Value::Text(word) if word == "on-event" => Schedule::OnEvent,
        Value::Table(inner) => timed(inner, around, loading).unwrap_or(Schedule::Continuous),
        Value::Text(_)
        | Value::Integer { .. }
        | Value::Number { .. }
        | Value::Boolean(_)
        | Value::Date(_)
        | Value::DateTime
        | Value::List(_)
        | Value::Invalid => Schedule::Continuous,
    }
}

fn timed(table: &TableNode, around: &Around<'_>, loading: &mut Loading<'_>) -> Option<Schedule> {
    match (table.date("by"), table.text("every")) {
        (Some(day), None) => {
            within_plan(day.value, around.years, day.place, loading.found);
            Some(Schedule::By(day.value))
        }
        (None, Some(text)) => {
            let parsed = month_day(&text.value);
            if parsed.is_none() {
                loading.found.push(Diagnostic::new(Finding::BadMonthDay { text: text.value }, text.place));
            }
            parsed.map(|(month, day)| Schedule::Every { month, day })
        }
        // That both or neither are given has been reported.
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// Reads `12-31`.
fn month_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    let two = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten();
    let (month, day) = (two(month)?, two(day)?);
    // 2020 is a leap year, so 29 February is accepted.
    NaiveDate::from_ymd_opt(2020, u32::from(month), u32::from(day)).map(|_| (month, day))
}

fn deliverables(table: &TableNode, around: &Around<'_>, loading: &mut Loading<'_>) -> Vec<Deliverable> {
    let Some(Node { value: Value::List(items), .. }) = table.get("deliverables") else { return Vec::new() };
    let mut list = Vec::new();
    for item in items {
        match &item.value {
            Value::Text(name) => list.push(Deliverable {
                name: name.clone(),
                due: None,
                numbered: true,
                any_of: Vec::new(),
                place: item.place,
            }),
            Value::Table(inner) => {
                let due = inner.date("due");
                if let Some(due) = &due {
                    within_plan(due.value, around.years, due.place, loading.found);
                }
                list.push(Deliverable {
                    name: text_or_empty(inner, "name"),
                    due: due.map(|day| day.value),
                    numbered: inner.boolean("numbered").is_none_or(|numbered| numbered.value),
                    any_of: super::head::texts(inner, "any-of"),
                    place: item.place,
                });
            }
            Value::Integer { .. }
            | Value::Number { .. }
            | Value::Boolean(_)
            | Value::Date(_)
            | Value::DateTime
            | Value::List(_)
            | Value::Invalid => {}
        }
    }
    same_names(&list, loading);
    list
}

/// Reports deliverables that a row could not tell apart.
fn same_names(list: &[Deliverable], loading: &mut Loading<'_>) {
    let mut seen: Vec<(String, Place)> = Vec::new();
    for own in list {
        let names = || std::iter::once(&own.name).chain(&own.any_of).filter(|name| !name.is_empty());
        let twice = names().find_map(|name| Some((name, seen.iter().find(|(known, _)| *known == fold(name))?.1)));
        if let Some((name, first)) = twice {
            let finding = Finding::RepeatedDeliverable { name: name.clone() };
            loading.found.push(Diagnostic::new(finding, own.place).with(first, Related::FirstHere));
        }
        seen.extend(names().map(|name| (fold(name), own.place)));
    }
}

// A bound that could not be read: there is a finding, and nothing is judged.
fn no_bound() -> Bound {
    Bound::AtLeast(Decimal::whole(0))
}

fn target(
    table: &TableNode,
    at: (u32, usize, Option<NaiveDate>),
    around: &Around<'_>,
    loading: &mut Loading<'_>,
) -> Target {
    let before = loading.found.len();
    let indicator = table.text("indicator").and_then(|id| Some((loading.names.indicator(&id, loading.found)?, id)));
    let bound = bound(table, "targets", loading);
    let by = table.date("by");
    if let Some(by) = &by {
        within_plan(by.value, around.years, by.place, loading.found);
    }
    let each_unit = table.boolean("each-unit").is_some_and(|each| each.value);
    if let Some((indicator, id)) = &indicator
        && let Some(form) = level_of_many(around, *indicator).filter(|_| !each_unit)
    {
        let finding = Finding::LevelOfManyUnits { indicator: id.value.clone(), form: form.id.value.clone() };
        loading.found.push(Diagnostic::new(finding, id.place).with(form.id.place, Related::DeclaredHere));
    }
    let target = Target {
        id: format!("{}.{}", at.0, at.1 + 1),
        indicator: indicator.map_or(crate::model::IndicatorId(0), |(indicator, _)| indicator),
        bound: bound.unwrap_or_else(no_bound),
        revised: revisions(table, loading),
        over_period: table.text("over").is_some_and(|over| over.value == "period"),
        each_unit,
        by: by.map(|day| day.value),
        milestones: milestones(table, loading),
        baseline: baseline(table, loading),
        note: text(table, "note"),
        place: table.place,
    };
    on_the_way(table, &target, (target.by.or(at.2), around.years), loading);
    if loading.found.len() == before {
        compare(table, &target, loading);
    }
    target
}
