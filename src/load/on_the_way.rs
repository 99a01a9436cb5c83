//! What a target has on the way to its bound: milestones, a baseline, revisions.

use chrono::{Datelike, NaiveDate};

use super::bounds::{BOUNDS, bound, decimal};
use super::head::{text, within_plan};
use super::plan::Loading;
use crate::diag::{Diagnostic, Place};
use crate::model::{Baseline, Bound, Milestone, Revision, Target};
use crate::syntax::TableNode;
use crate::text::{Finding, Related};

/// A bound that holds from a day on, or is to be reached on it, with the document it stands in.
struct Step {
    day: NaiveDate,
    bound: Bound,
    basis: Option<String>,
}

/// Reads steps, which must come in the order of their days; `late` words one that does not.
fn steps(
    table: &TableNode,
    (list, day): (&str, &str),
    late: fn(String) -> Finding,
    loading: &mut Loading<'_>,
) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for own in table.tables(list) {
        let (Some(day), Some(bound)) = (own.date(day), bound(own, list, loading)) else { continue };
        if steps.last().is_some_and(|before| before.day >= day.value) {
            loading.found.push(Diagnostic::new(late(day.value.to_string()), day.place));
        }
        steps.push(Step { day: day.value, bound, basis: text(own, "basis") });
    }
    steps
}

/// Reads the bounds that were revised later.
pub(super) fn revisions(table: &TableNode, loading: &mut Loading<'_>) -> Vec<Revision> {
    let steps = steps(table, ("revised", "from"), |day| Finding::RevisionOrder { day }, loading);
    steps.into_iter().map(|own| Revision { from: own.day, bound: own.bound, basis: own.basis }).collect()
}

/// Reads the milestones.
pub(super) fn milestones(table: &TableNode, loading: &mut Loading<'_>) -> Vec<Milestone> {
    let steps = steps(table, ("milestones", "on"), |day| Finding::MilestoneOrder { day }, loading);
    steps.into_iter().map(|own| Milestone { on: own.day, bound: own.bound, basis: own.basis }).collect()
}

/// Reads the value to start from.
pub(super) fn baseline(table: &TableNode, loading: &mut Loading<'_>) -> Option<Baseline> {
    let baseline = table.table("baseline")?;
    let value = baseline.number("value")?;
    let value = decimal("value", &value.value, value.place, loading)?;
    Some(Baseline { on: baseline.date("on")?.value, value, basis: text(baseline, "basis") })
}

/// Checks what only a deadline gives a meaning, and what must come before it.
pub(super) fn on_the_way(
    table: &TableNode,
    target: &Target,
    (deadline, years): (Option<NaiveDate>, (i32, i32)),
    loading: &mut Loading<'_>,
) {
    let bent = matches!(target.bound, Bound::Between(..) | Bound::Equals(_));
    if let Some(place) = table.key_place("baseline").filter(|_| bent) {
        loading.found.push(Diagnostic::new(Finding::BaselineBound, place));
    }
    for key in ["milestones", "baseline"] {
        let is_idle = deadline.is_none() && !(key == "baseline" && bent);
        if let Some(place) = table.key_place(key).filter(|_| is_idle) {
            loading.found.push(Diagnostic::new(Finding::NoDeadline { key: key.to_owned() }, place));
        }
    }
    for on in table.tables("milestones").into_iter().filter_map(|milestone| milestone.date("on")) {
        if deadline.is_some_and(|deadline| deadline < on.value) {
            loading.found.push(Diagnostic::new(Finding::MilestoneOrder { day: on.value.to_string() }, on.place));
        } else if on.value.year() < years.0 {
            within_plan(on.value, years, on.place, loading.found);
        }
    }
    for from in table.tables("revised").into_iter().filter_map(|revised| revised.date("from")) {
        // What is decided after the plan may still put off what an extension keeps open.
        if from.value.year() < years.0 || deadline.is_none_or(|deadline| deadline < from.value) {
            within_plan(from.value, years, from.place, loading.found);
        }
    }
    let start = table.table("baseline").and_then(|baseline| baseline.date("on"));
    if let (Some(on), Some(deadline)) = (start, deadline)
        && deadline <= on.value
    {
        let finding = Finding::BaselineOrder { day: on.value.to_string(), deadline: deadline.to_string() };
        loading.found.push(Diagnostic::new(finding, on.place));
    }
}

/// Compares milestones, all of which could be read, with each other and with the bound in the end.
pub(super) fn compare(table: &TableNode, target: &Target, loading: &mut Loading<'_>) {
    past_bound(table, target, loading);
    falling(table, target, loading);
}

/// Returns where the bound of a target or milestone stands.
fn bound_place(table: &TableNode) -> Place {
    BOUNDS.into_iter().find_map(|key| table.get(key)).map_or(table.place, |node| node.place)
}

/// Reports milestones that ask for more than the target does, under whichever bound it had or has, or for the contrary.
fn past_bound(table: &TableNode, target: &Target, loading: &mut Loading<'_>) {
    let ends: Vec<Bound> = std::iter::once(target.bound).chain(target.revised.iter().map(|own| own.bound)).collect();
    for (own, milestone) in table.tables("milestones").into_iter().zip(&target.milestones) {
        if ends.iter().all(|end| !leads_to(milestone.bound, *end)) {
            let finding =
                Finding::MilestonePastBound { milestone: milestone.bound.to_string(), bound: target.bound.to_string() };
            let place = bound_place(own);
            loading.found.push(Diagnostic::new(finding, place).with(bound_place(table), Related::AgainstThis));
        }
    }
}

/// Tells whether a bound on the way leads to the one in the end: what must hold then is no less hard, and no contrary.
fn leads_to(milestone: Bound, end: Bound) -> bool {
    match (milestone, end) {
        (Bound::AtLeast(_), Bound::AtLeast(_) | Bound::Between(..) | Bound::Equals(_)) => {
            milestone.low() <= end.high().or(end.low())
        }
        (Bound::AtMost(_), Bound::AtMost(_) | Bound::Between(..) | Bound::Equals(_)) => {
            milestone.high() >= end.low().or(end.high())
        }
        // A stretch or an exact value to pass through on the way up or down.
        (Bound::Between(..) | Bound::Equals(_), Bound::AtLeast(_)) => milestone.low() <= end.low(),
        (Bound::Between(..) | Bound::Equals(_), Bound::AtMost(_)) => milestone.high() >= end.high(),
        (Bound::Between(..) | Bound::Equals(_), Bound::Between(..) | Bound::Equals(_)) => true,
        (Bound::AtLeast(_), Bound::AtMost(_)) | (Bound::AtMost(_), Bound::AtLeast(_)) => false,
    }
}

/// Reports milestones that ask for less than the one before.
fn falling(table: &TableNode, target: &Target, loading: &mut Loading<'_>) {
    let tables = table.tables("milestones");
    for (at, pair) in target.milestones.windows(2).enumerate() {
        let [before, this] = pair else { continue };
        let falls = match (before.bound, this.bound) {
            (Bound::AtLeast(_), Bound::AtLeast(_)) => this.bound.low() < before.bound.low(),
            (Bound::AtMost(_), Bound::AtMost(_)) => this.bound.high() > before.bound.high(),
            (_, _) => false,
        };
        let place = tables.get(at + 1).map(|own| bound_place(own));
        if let Some(place) = place.filter(|_| falls) {
            let finding = Finding::MilestoneFalls { day: this.on.to_string(), before: before.on.to_string() };
            let first = tables.get(at).map_or(place, |own| bound_place(own));
            loading.found.push(Diagnostic::new(finding, place).with(first, Related::AgainstThis));
        }
    }
}
