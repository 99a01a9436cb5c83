//! plan.toml to the plan, reporting every problem and stopping at none.

use std::collections::BTreeSet;

use super::names::{Names, Nearest};
use super::units::UnitRow;
use super::{counted, criteria, forms, head, report, sense, severity, tasks, units};
use crate::diag::{Change, Diagnostic, Place, Severities, Severity, SourceId};
use crate::model::{Form, Party, Plan, UnitId};
use crate::syntax::keys::ROOT;
use crate::syntax::{TableNode, Value, check, parse, point_at_comments};
use crate::text::Finding;

/// What reading the plan needs at hand: the names declared so far, and the findings.
pub(super) struct Loading<'a> {
    pub(super) names: Names,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

/// A plan as far as it could be read, with its names.
#[derive(Debug)]
pub struct Loaded {
    /// The plan; sound only if there were no findings.
    pub plan: Plan,
    pub(super) names: Names,
    /// The severities of its findings.
    pub severities: Severities,
    /// Whether units and forms are sound enough for data/ to be checked against them.
    pub data_ready: bool,
}

impl Loaded {
    /// Returns the unit that data calls so: by its id, name or another spelling.
    pub fn unit_called(&self, name: &str) -> Option<UnitId> {
        match self.names.called(name) {
            Some(Party::Unit(unit)) => Some(unit),
            Some(Party::Group(_)) | None => None,
        }
    }

    /// Returns the name nearest to one that no unit or group has.
    pub fn nearest_name(&self, name: &str) -> Option<String> {
        Nearest::default().name(name, &self.names)
    }
}

/// Reads plan.toml, with the units of `data/units.csv` beside its own; none if it is no TOML or its years cannot be told.
pub(super) fn plan(
    source: SourceId,
    text: &str,
    rows: Vec<UnitRow>,
    files: &[(String, SourceId, String)],
    found: &mut Vec<Diagnostic>,
) -> Option<Loaded> {
    let before = found.len();
    let (root, syntax) = parse(source, text);
    let readable = syntax.is_empty();
    found.extend(syntax);
    check(&root, &ROOT, found);
    point_at_comments(source, text, &mut found[before..]);
    let table = root.table("plan")?;
    // Where a statement could not be read, ids it declares would seem unknown.
    if !readable {
        return None;
    }
    let mut loading = Loading { names: Names::default(), found };
    units::declare(&root, &rows, &mut loading);
    forms::declare(&root, &mut loading);
    let frame = head::frame(table, &root, loading.found)?;
    let head = head::head(table, &mut loading);
    let units = units::units(&root, rows, &mut loading);
    let groups = units::groups(&root, &mut loading);
    let forms: Vec<Form> = forms::forms(&root, units.len(), &groups, &mut loading);
    let indicators = forms::indicators(&root, &forms, &mut loading);
    let around = tasks::Around { years: frame.years, forms: &forms, indicators: &indicators };
    let tasks = tasks::tasks(&root, &around, &mut loading);
    if tasks.is_empty() {
        loading.found.push(Diagnostic::new(Finding::NoTask, table.place));
    }
    let register = counted::rules(&root);
    counted::check(&forms, &register, loading.found);
    let around = criteria::Around { years: frame.years, indicators: &indicators, tasks: &tasks, files };
    let indexes = criteria::indexes(&root, around, &mut loading);
    let report = report::report(&root, &mut loading);
    let plan = Plan {
        head,
        years: frame.years,
        window: frame.window,
        calendar: frame.calendar,
        updates: frame.updates,
        register,
        units,
        groups,
        forms,
        indicators,
        indexes,
        tasks,
        report,
    };
    let names = loading.names;
    names.offer(&mut found[before..]);
    // What does not make sense together is told where each part could be read.
    let unfit = unfit(&root, &found[before..]);
    let sound = |sections: &[&str]| !unfit.iter().any(|own| sections.contains(own));
    let data_ready = sound(&["unit", "group", "form", "register"]);
    if data_ready {
        sense::units_and_forms(&plan, found);
    }
    if data_ready && sound(&["indicator", "task"]) {
        sense::targets(&plan, found);
    }
    let severities = severity::severities(&root, found);
    severities.apply(found, before);
    Some(Loaded { plan, names, severities, data_ready })
}

/// Returns the language that a plan declares, also one that is otherwise not readable.
pub fn language(source: SourceId, text: &str) -> Option<String> {
    Some(parse(source, text).0.table("plan")?.text("language")?.value)
}

/// Returns the parts of plan.toml in which there are errors.
fn unfit<'a>(root: &'a TableNode, found: &[Diagnostic]) -> BTreeSet<&'a str> {
    let mut sections: Vec<(u64, &str)> = Vec::new();
    for entry in &root.entries {
        sections.push((entry.key_place.start, entry.key.as_str()));
        if let Value::List(items) = &entry.node.value {
            sections.extend(items.iter().map(|item| (item.place.start, entry.key.as_str())));
        }
    }
    let errors =
        found.iter().filter(|finding| finding.severity == Severity::Error && finding.code().change() == Change::Fixed);
    let section = |place: Place| sections.iter().filter(|(start, _)| *start <= place.start).max().map(|(_, key)| *key);
    errors.filter_map(|finding| section(finding.place?)).collect()
}
