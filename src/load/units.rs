//! `[[unit]]`, `data/units.csv`, `[[group]]` and `[[index]]`.

use super::head::{text, text_or_empty};
use super::names::{Named, Names};
use super::plan::Loading;
use crate::diag::{Diagnostic, Place, Spanned};
use crate::model::{Excuse, Group, GroupId, IndexId, Party, Period, Unit, UnitId};
use crate::syntax::{TableNode, loose};
use crate::text::Finding;

/// A unit of `data/units.csv`.
pub(super) struct UnitRow {
    pub(super) id: Spanned<String>,
    pub(super) name: Spanned<String>,
    pub(super) parent: Option<Spanned<String>>,
    pub(super) aliases: Vec<Spanned<String>>,
}

fn declare_names(
    names: &mut Names,
    party: Party,
    id: &Spanned<String>,
    name: Option<&Spanned<String>>,
    aliases: &[Spanned<String>],
    found: &mut Vec<Diagnostic>,
) {
    let id = Some(id).filter(|id| names.owns(&id.value, party));
    for name in [id, name].into_iter().flatten().chain(aliases) {
        names.call(name, party, found);
    }
}

/// Declares the ids and names of units and groups, so that everything later can find them.
pub(super) fn declare(root: &TableNode, rows: &[UnitRow], loading: &mut Loading<'_>) {
    let tables = root.tables("unit");
    for (at, table) in tables.iter().enumerate() {
        let Some(id) = table.text("id") else { continue };
        let unit = UnitId::at(at);
        loading.names.declare(&id, Named::Unit(unit), loading.found);
        declare_names(
            &mut loading.names,
            Party::Unit(unit),
            &id,
            table.text("name").as_ref(),
            &table.texts("aliases"),
            loading.found,
        );
    }
    for (at, row) in rows.iter().enumerate() {
        let unit = UnitId::at(tables.len() + at);
        loading.names.declare(&row.id, Named::Unit(unit), loading.found);
        declare_names(&mut loading.names, Party::Unit(unit), &row.id, Some(&row.name), &row.aliases, loading.found);
    }
    for (at, table) in root.tables("group").iter().enumerate() {
        let Some(id) = table.text("id") else { continue };
        let group = GroupId::at(at);
        loading.names.declare(&id, Named::Group(group), loading.found);
        declare_names(
            &mut loading.names,
            Party::Group(group),
            &id,
            table.text("name").as_ref(),
            &table.texts("aliases"),
            loading.found,
        );
    }
    for (at, table) in root.tables("index").iter().enumerate() {
        let Some(id) = table.text("id") else { continue };
        loading.names.declare(&id, Named::Index(IndexId::at(at)), loading.found);
    }
}

/// Reads every unit, of plan.toml first.
pub(super) fn units(root: &TableNode, rows: Vec<UnitRow>, loading: &mut Loading<'_>) -> Vec<Unit> {
    let mut units: Vec<Unit> = root.tables("unit").into_iter().map(|table| unit(table, loading)).collect();
    for row in rows {
        let parent = row.parent.as_ref().and_then(|parent| loading.names.unit(parent, loading.found));
        units.push(Unit {
            id: row.id.value,
            name: row.name.value,
            aliases: row.aliases.into_iter().map(|alias| alias.value).collect(),
            parent,
            from: None,
            until: None,
            excuses: Vec::new(),
            note: None,
            place: row.id.place,
        });
    }
    for (at, unit) in units.iter().enumerate() {
        if above(&units, UnitId::at(at)).any(|above| above == UnitId::at(at)) {
            loading.found.push(Diagnostic::new(Finding::ParentCycle { unit: unit.id.clone() }, unit.place));
        }
    }
    units
}

/// Returns the units above one, nearest first; in a circle, each once.
pub(super) fn above(units: &[Unit], unit: UnitId) -> impl Iterator<Item = UnitId> + '_ {
    let parent = |unit: UnitId| units.get(unit.0 as usize)?.parent;
    std::iter::successors(parent(unit), move |above| parent(*above)).take(units.len())
}

/// Returns where a table's id stands, which tells more than its header.
fn id_place(table: &TableNode) -> Place {
    table.get("id").map_or(table.place, |id| id.place)
}

fn unit(table: &TableNode, loading: &mut Loading<'_>) -> Unit {
    let parent = table.text("parent").and_then(|parent| loading.names.unit(&parent, loading.found));
    let (from, until) = (table.date("from"), table.date("until"));
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value < from.value
    {
        let finding = Finding::BadSpan { from: from.value.to_string(), to: until.value.to_string() };
        loading.found.push(Diagnostic::new(finding, until.place));
    }
    Unit {
        id: text_or_empty(table, "id"),
        name: text_or_empty(table, "name"),
        aliases: super::head::texts(table, "aliases"),
        parent,
        from: from.map(|day| day.value),
        until: until.map(|day| day.value),
        excuses: table.tables("excused").into_iter().filter_map(|excuse| self::excuse(excuse, loading)).collect(),
        note: text(table, "note"),
        place: id_place(table),
    }
}

fn excuse(table: &TableNode, loading: &mut Loading<'_>) -> Option<Excuse> {
    let form = match table.text("form") {
        Some(form) => Some(loading.names.form(&form, loading.found)?),
        None => None,
    };
    let period = table.text("period")?;
    let Some(parsed) = Period::parse(&period.value) else {
        loading.found.push(Diagnostic::new(
            Finding::PlanPeriod { near: loose::period(&period.value), text: period.value },
            period.place,
        ));
        return None;
    };
    Some(Excuse { form, period: parsed, reason: text_or_empty(table, "reason"), place: table.place })
}

/// Reads the groups and works out which units each holds.
pub(super) fn groups(root: &TableNode, loading: &mut Loading<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for table in root.tables("group") {
        let members =
            table.texts("members").iter().filter_map(|member| loading.names.party(member, loading.found)).collect();
        groups.push(Group {
            id: text_or_empty(table, "id"),
            name: text_or_empty(table, "name"),
            aliases: super::head::texts(table, "aliases"),
            members,
            units: Vec::new(),
            note: text(table, "note"),
            place: id_place(table),
        });
    }
    for at in 0..groups.len() {
        let (units, circle) = gather(&groups, at);
        if circle {
            loading.found.push(Diagnostic::new(Finding::GroupCycle { group: groups[at].id.clone() }, groups[at].place));
        }
        groups[at].units = units;
    }
    groups
}

/// Gathers the units of a group and of all within it, each once; tells whether it holds itself. Each group is walked through
/// once, however many ways lead to it.
fn gather(groups: &[Group], at: usize) -> (Vec<UnitId>, bool) {
    let (mut units, mut circle) = (Vec::new(), false);
    let mut seen = vec![false; groups.len()];
    let mut open = vec![at];
    while let Some(group) = open.pop() {
        for member in &groups[group].members {
            match member {
                Party::Unit(unit) => units.push(*unit),
                Party::Group(inner) => {
                    let inner = inner.0 as usize;
                    circle |= inner == at;
                    if !std::mem::replace(&mut seen[inner], true) {
                        open.push(inner);
                    }
                }
            }
        }
    }
    units.sort_unstable();
    units.dedup();
    (units, circle)
}
