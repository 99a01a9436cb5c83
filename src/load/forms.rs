//! `[[form]]` and `[[indicator]]`.

use super::counted;
use super::head::{due, every, text, text_or_empty};
use super::names::Named;
use super::plan::Loading;
use super::whole::LISTS;
use crate::diag::{Diagnostic, Place, Spanned};
use crate::model::{
    Carries, Due, Form, FormId, Formula, Group, Identity, Indicator, IndicatorId, Measure, MeasureId, MeasureKind,
    Party, PeriodKind, Provenance, UnitId,
};
use crate::syntax::TableNode;
use crate::text::{Finding, Related};

/// Declares the ids of forms, measures and indicators.
pub(super) fn declare(root: &TableNode, loading: &mut Loading<'_>) {
    for (at, table) in root.tables("form").iter().enumerate() {
        let form = FormId::at(at);
        if let Some(id) = table.text("id") {
            not_reserved(&id, &LISTS, loading);
            loading.names.declare(&id, Named::Form(form), loading.found);
        }
        for (column, measure) in table.tables("measures").iter().enumerate() {
            if let Some(id) = measure.text("id") {
                not_reserved(&id, &COLUMNS, loading);
                loading.names.declare(&id, Named::Measure(MeasureId::at(form, column)), loading.found);
            }
        }
    }
    for (at, table) in root.tables("indicator").iter().enumerate() {
        if let Some(id) = table.text("id") {
            loading.names.declare(&id, Named::Indicator(IndicatorId::at(at)), loading.found);
        }
    }
}

/// Columns that every form has.
const COLUMNS: [&str; 4] = ["period", "unit", "reported", "note"];

/// How many measures a form may have: more than any table that people fill in.
const MEASURES: usize = 1000;

fn not_reserved(id: &Spanned<String>, reserved: &[&str], loading: &mut Loading<'_>) {
    if reserved.contains(&id.value.as_str()) {
        loading.found.push(Diagnostic::new(Finding::ReservedId { id: id.value.clone() }, id.place));
    }
}

pub(super) fn id_of(table: &TableNode) -> Spanned<String> {
    table.text("id").unwrap_or_else(|| Spanned { value: String::new(), place: table.place })
}

/// Reads the forms.
pub(super) fn forms(root: &TableNode, units: usize, groups: &[Group], loading: &mut Loading<'_>) -> Vec<Form> {
    let tables = root.tables("form");
    tables.into_iter().enumerate().map(|(at, table)| form(FormId::at(at), table, units, groups, loading)).collect()
}

fn form(own: FormId, table: &TableNode, units: usize, groups: &[Group], loading: &mut Loading<'_>) -> Form {
    let id = id_of(table);
    let before = loading.found.len();
    let units = senders(table, units, groups, loading);
    // That the list is empty or names nobody has been reported.
    if units.is_empty() && loading.found.len() == before && !table.texts("units").is_empty() {
        let at = table.key_place("units").unwrap_or(table.place);
        loading.found.push(Diagnostic::new(Finding::FormWithoutUnits { form: id.value.clone() }, at));
    }
    let provenance = provenance(table, &id.value, loading);
    let count = table.tables("measures").len();
    if count > MEASURES {
        let at = table.key_place("measures").unwrap_or(table.place);
        let finding = Finding::TooMany { key: "measures".to_owned(), found: count, most: MEASURES };
        loading.found.push(Diagnostic::new(finding, at));
    }
    let due = due(table, "due");
    let from_register = table.get("from").and_then(|_| table.key_place("from"));
    let is_owed = !matches!(provenance, Provenance::Published(_)) && from_register.is_none();
    if table.get("due").is_none() && is_owed {
        loading.found.push(Diagnostic::new(Finding::FormWithoutDue { form: id.value.clone() }, table.place));
    }
    // Nothing is owed of what others publish.
    let due = due.filter(|_| !matches!(provenance, Provenance::Published(_)));
    let sent = due.is_some();
    // What is counted without being sent is there as soon as the period is over.
    let due = due.or_else(|| from_register.map(|_| Due::Days(0)));
    Form {
        title: text_or_empty(table, "title"),
        every: every(table).unwrap_or(PeriodKind::Month),
        provenance,
        units,
        due,
        history: table.boolean("history").is_some_and(|history| history.value),
        measures: table
            .tables("measures")
            .into_iter()
            .map(|own| Measure { counted: counted::counted(own, from_register.is_some(), loading), ..measure(own) })
            .collect(),
        from_register,
        sent,
        identities: table
            .tables("identities")
            .into_iter()
            .filter_map(|identity| self::identity(own, &id.value, identity, loading))
            .collect(),
        carries: table.table("carries").and_then(|carries| self::carries(own, &id.value, carries, loading)),
        note: text(table, "note"),
        id,
    }
}

fn senders(table: &TableNode, units: usize, groups: &[Group], loading: &mut Loading<'_>) -> Vec<UnitId> {
    let listed = table.texts("units");
    if let [only] = listed.as_slice()
        && only.value == "all"
    {
        return (0..units).map(UnitId::at).collect();
    }
    let mut senders = Vec::new();
    for id in &listed {
        match loading.names.party(id, loading.found) {
            Some(Party::Unit(unit)) => senders.push(unit),
            Some(Party::Group(group)) => {
                senders.extend(groups.get(group.0 as usize).map(|group| group.units.clone()).unwrap_or_default());
            }
            None => {}
        }
    }
    senders.sort_unstable();
    senders.dedup();
    senders
}

fn provenance(table: &TableNode, form: &str, loading: &mut Loading<'_>) -> Provenance {
    match table.text("provenance") {
        Some(word) if word.value == "made-up" => Provenance::MadeUp,
        Some(word) if word.value == "published" => {
            if table.text("source").is_none() {
                loading
                    .found
                    .push(Diagnostic::new(Finding::PublishedWithoutSource { form: form.to_owned() }, word.place));
            }
            Provenance::Published(text_or_empty(table, "source"))
        }
        Some(_) | None => Provenance::Reported,
    }
}

fn measure(table: &TableNode) -> Measure {
    Measure {
        id: id_of(table),
        name: text_or_empty(table, "name"),
        kind: table.text("kind").and_then(|word| MeasureKind::from_word(&word.value)).unwrap_or(MeasureKind::Flow),
        decimals: decimals(table, 0),
        unit: text(table, "unit"),
        fixed: table.boolean("fixed").is_some_and(|fixed| fixed.value),
        counted: None,
        note: text(table, "note"),
    }
}

fn decimals(table: &TableNode, default: u8) -> u8 {
    table.integer("decimals").and_then(|number| u8::try_from(number.value).ok()).unwrap_or(default)
}

/// Looks up a measure that must belong to a form.
fn column(own: FormId, form: &str, id: &Spanned<String>, loading: &mut Loading<'_>) -> Option<u16> {
    let measure = loading.names.measure(id, loading.found)?;
    if measure.form != own {
        loading.found.push(Diagnostic::new(
            Finding::MeasureOfOtherForm { measure: id.value.clone(), form: form.to_owned() },
            id.place,
        ));
        return None;
    }
    Some(measure.column)
}

fn identity(own: FormId, form: &str, table: &TableNode, loading: &mut Loading<'_>) -> Option<Identity> {
    let total = table.text("total").and_then(|id| column(own, form, &id, loading));
    let ids = table.texts("parts");
    let parts: Vec<u16> = ids.iter().filter_map(|id| column(own, form, id, loading)).collect();
    (parts.len() == ids.len()).then_some(())?;
    Some(Identity { total: total?, parts, place: table.place })
}

fn carries(own: FormId, form: &str, table: &TableNode, loading: &mut Loading<'_>) -> Option<Carries> {
    let opening = table.text("opening").and_then(|id| column(own, form, &id, loading));
    let closing = table.text("closing").and_then(|id| column(own, form, &id, loading));
    Some(Carries { opening: opening?, closing: closing?, place: table.place })
}

/// Reads the indicators. One whose formula cannot be read gets an empty one, which nothing is computed from: there is a finding.
pub(super) fn indicators(root: &TableNode, forms: &[Form], loading: &mut Loading<'_>) -> Vec<Indicator> {
    let of = |table: &TableNode| {
        let formula = formula(table, forms, loading);
        Indicator {
            id: id_of(table),
            name: text_or_empty(table, "name"),
            share: share(table, &formula, forms, loading),
            formula,
            decimals: decimals(table, 2),
            counts: text(table, "counts"),
            note: text(table, "note"),
        }
    };
    root.tables("indicator").into_iter().map(of).collect()
}

/// Reads whether the numerator is a part of the denominator; the formula may show it.
fn share(table: &TableNode, formula: &Formula, forms: &[Form], loading: &mut Loading<'_>) -> bool {
    let declared = table.boolean("share");
    if let (Some(declared), Formula::Level(_)) = (&declared, formula) {
        let finding =
            Finding::ConflictingKeys { keys: vec!["level".into(), "share".into()], table: "[[indicator]]".into() };
        loading.found.push(Diagnostic::new(finding, declared.place));
    }
    if let (Some(declared), Formula::Rate { .. }) = (declared.as_ref().filter(|own| own.value), formula) {
        let mut measures = formula.measures().into_iter();
        let first = measures.next().map(|measure| measure.form);
        if measures.any(|measure| Some(measure.form) != first) {
            let finding = Finding::ShareAcrossForms { indicator: id_of(table).value };
            loading.found.push(Diagnostic::new(finding, declared.place));
        }
    }
    declared.map_or_else(|| formula.is_share(forms), |declared| declared.value)
}

fn formula(table: &TableNode, forms: &[Form], loading: &mut Loading<'_>) -> Formula {
    let indicator = id_of(table);
    let is_rate = table.get("numerator").is_some() || table.get("denominator").is_some();
    let kind = |measure: MeasureId| {
        forms
            .get(measure.form.0 as usize)
            .and_then(|form| form.measures.get(usize::from(measure.column)))
            .map(|measure| measure.kind)
    };
    if let Some(level) = table.text("level") {
        if is_rate {
            loading.found.push(Diagnostic::new(Finding::FormulaAndLevel { indicator: indicator.value }, level.place));
        }
        if let Some(measure) = loading.names.measure(&level, loading.found) {
            if kind(measure).is_some_and(|kind| kind != MeasureKind::Level) {
                let at = measure_place(forms, measure);
                let finding = Diagnostic::new(Finding::NotALevel { measure: level.value }, level.place);
                loading.found.push(at.map_or(finding.clone(), |at| finding.with(at, Related::DeclaredHere)));
            }
            return Formula::Level(measure);
        }
        return Formula::Rate { numerator: Vec::new(), denominator: Vec::new() };
    }
    let mut side = |key: &str| -> Vec<MeasureId> {
        let ids = table.texts(key);
        if ids.is_empty() && table.get("level").is_none() {
            let at = table.key_place(key).unwrap_or(table.place);
            loading.found.push(Diagnostic::new(Finding::EmptyFormula { indicator: indicator.value.clone() }, at));
        }
        let mut measures = Vec::new();
        for id in ids {
            let Some(measure) = loading.names.measure(&id, loading.found) else { continue };
            if kind(measure) == Some(MeasureKind::Level) {
                loading.found.push(Diagnostic::new(Finding::LevelInSum { measure: id.value }, id.place));
            }
            measures.push(measure);
        }
        measures
    };
    Formula::Rate { numerator: side("numerator"), denominator: side("denominator") }
}

fn measure_place(forms: &[Form], measure: MeasureId) -> Option<Place> {
    Some(forms.get(measure.form.0 as usize)?.measures.get(usize::from(measure.column))?.id.place)
}
