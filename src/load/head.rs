//! `[plan]` and `[calendar]`.

use chrono::{Datelike, NaiveDate};

use super::plan::Loading;
use crate::diag::{Diagnostic, Place, Spanned};
use crate::model::{Calendar, Due, Head, Monitor, PeriodKind, Signer, Updates, Window};
use crate::syntax::TableNode;
use crate::text::{Finding, Related};

/// What `[plan]` says beside its head.
pub(super) struct Frame {
    pub(super) years: (i32, i32),
    pub(super) window: Window,
    pub(super) calendar: Calendar,
    pub(super) updates: Option<Updates>,
}

/// Returns a text, empty where it is missing: that has been reported, and nothing is printed from a plan with findings.
pub(super) fn text_or_empty(table: &TableNode, key: &str) -> String {
    table.text(key).map_or_else(String::new, |text| text.value)
}

/// Returns an optional text.
pub(super) fn text(table: &TableNode, key: &str) -> Option<String> {
    table.text(key).map(|text| text.value)
}

/// Returns a list of texts.
pub(super) fn texts(table: &TableNode, key: &str) -> Vec<String> {
    table.texts(key).into_iter().map(|text| text.value).collect()
}

/// Reads the years of the plan; none if they cannot be told.
fn years(plan: &TableNode, found: &mut Vec<Diagnostic>) -> Option<(i32, i32)> {
    let year = |key: &str| plan.integer(key).map(|year| year.value);
    // That years are missing, or given in both ways, has been reported.
    let (from, to) = match (year("year"), year("from"), year("to")) {
        (Some(year), None, None) => (year, year),
        (None, Some(from), Some(to)) => (from, to),
        _ => return None,
    };
    let at = plan.get("year").or_else(|| plan.get("to")).map_or(plan.place, |node| node.place);
    match (i32::try_from(from), i32::try_from(to)) {
        (Ok(first), Ok(last)) if (1900..=9000).contains(&first) && first <= last && last - first <= 30 => {
            Some((first, last))
        }
        _ if from > to => {
            found.push(Diagnostic::new(Finding::BadYears { from, to }, at));
            None
        }
        // A year outside the calendar has been reported.
        _ if to - from <= 30 || !(1900..=9000).contains(&from) || !(1900..=9000).contains(&to) => None,
        _ => {
            let finding = Finding::OutOfRange { key: "to".into(), value: to.to_string(), low: from, high: from + 30 };
            found.push(Diagnostic::new(finding, at));
            None
        }
    }
}

/// Reads `{ working-days = 2 }` or `{ days = 5 }`.
pub(super) fn due(table: &TableNode, key: &str) -> Option<Due> {
    let table = table.table(key)?;
    let days = |key: &str| table.integer(key).and_then(|days| u16::try_from(days.value).ok());
    // That both or neither are given has been reported.
    match (days("working-days"), days("days")) {
        (Some(days), None) => Some(Due::WorkingDays(days)),
        (None, Some(days)) => Some(Due::Days(days)),
        _ => None,
    }
}

/// Reads `every`.
pub(super) fn every(table: &TableNode) -> Option<PeriodKind> {
    PeriodKind::from_word(&table.text("every")?.value)
}

/// Reads the frame; none if the years cannot be told, for then nothing else can be checked.
pub(super) fn frame(plan: &TableNode, root: &TableNode, found: &mut Vec<Diagnostic>) -> Option<Frame> {
    let updates =
        plan.table("updates").and_then(|table| Some(Updates { every: every(table)?, due: due(table, "due")? }));
    let window = match plan.text("window") {
        Some(word) if word.value == Window::MidMonth.word() => Window::MidMonth,
        Some(_) | None => Window::Calendar,
    };
    let years = years(plan, found)?;
    Some(Frame { years, window, calendar: calendar(root, found), updates })
}

fn calendar(root: &TableNode, found: &mut Vec<Diagnostic>) -> Calendar {
    let days = |key: &str| root.table("calendar").map(|table| table.dates(key)).unwrap_or_default();
    let off = days("days-off");
    let worked = days("working-days");
    for day in &worked {
        if let Some(first) = off.iter().find(|own| own.value == day.value) {
            let finding = Finding::CalendarConflict { day: day.value.to_string() };
            found.push(Diagnostic::new(finding, day.place).with(first.place, Related::FirstHere));
        }
    }
    let set = |days: Vec<Spanned<NaiveDate>>| days.into_iter().map(|day| day.value).collect();
    Calendar { days_off: set(off), working_days: set(worked) }
}

/// Reads who signs.
pub(super) fn signer(table: &TableNode) -> Option<Signer> {
    let table = table.table("signer")?;
    Some(Signer { name: text_or_empty(table, "name"), title: text(table, "title") })
}

/// Reads the head.
pub(super) fn head(plan: &TableNode, loading: &mut Loading<'_>) -> Head {
    let monitor = plan.table("monitor").and_then(|table| {
        let unit = loading.names.unit(&table.text("unit")?, loading.found)?;
        Some(Monitor { unit, reports_to: text(table, "reports-to"), duty: text(table, "duty") })
    });
    Head {
        number: text_or_empty(plan, "number"),
        agency: text_or_empty(plan, "agency"),
        parent: text(plan, "parent"),
        place_of_issue: text(plan, "place"),
        title: text_or_empty(plan, "title"),
        issued: plan.date("issued").map_or(NaiveDate::MIN, |day| day.value),
        basis: texts(plan, "basis"),
        purposes: texts(plan, "purposes"),
        requirements: texts(plan, "requirements"),
        funding: text(plan, "funding"),
        monitor,
        recipients: texts(plan, "recipients"),
        signer: signer(plan),
        language: text(plan, "language"),
        note: text(plan, "note"),
        place: plan.place,
    }
}

/// Checks that a day lies within the plan's years.
pub(super) fn within_plan(day: NaiveDate, years: (i32, i32), place: Place, found: &mut Vec<Diagnostic>) {
    if !(years.0..=years.1).contains(&day.year()) {
        let finding = Finding::DayOutsidePlan {
            day: day.to_string(),
            from: format!("{:04}-01-01", years.0),
            to: format!("{:04}-12-31", years.1),
        };
        found.push(Diagnostic::new(finding, place));
    }
}
