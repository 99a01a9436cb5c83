//! What a plan declares and uses nowhere.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::model::{Form, FormId, MeasureId, Party, Plan, Provenance, UnitId};
use crate::text::Finding;

/// Returns what a plan declares and does not use: units that answer for nothing, forms and measures that are sent in for
/// nothing. Published forms are there to be looked at and owe nobody work, so they count as used.
pub fn unused(plan: &Plan) -> Vec<Diagnostic> {
    let mut found = units(plan);
    let used: BTreeSet<MeasureId> = plan.indicators.iter().flat_map(|indicator| indicator.formula.measures()).collect();
    let sent = |form: &Form| !matches!(form.provenance, Provenance::Published(_));
    for (at, form) in plan.forms.iter().enumerate().filter(|(_, form)| sent(form)) {
        let own = FormId::at(at);
        if !used.iter().any(|measure| measure.form == own) {
            found.push(Diagnostic::new(Finding::UnusedForm { form: form.id.value.clone() }, form.id.place));
            continue;
        }
        for (column, measure) in form.measures.iter().enumerate() {
            let id = MeasureId::at(own, column);
            if !used.contains(&id) && !is_checked(form, id.column) && measure.counted.is_none() {
                let finding = Finding::UnusedMeasure { measure: measure.id.value.clone() };
                found.push(Diagnostic::new(finding, measure.id.place));
            }
        }
    }
    found
}

/// Tells whether a measure at least checks others.
fn is_checked(form: &Form, column: u16) -> bool {
    let in_identity = form.identities.iter().any(|own| own.total == column || own.parts.contains(&column));
    in_identity || form.carries.as_ref().is_some_and(|own| own.opening == column || own.closing == column)
}

fn units(plan: &Plan) -> Vec<Diagnostic> {
    let mut used: BTreeSet<UnitId> = plan.forms.iter().flat_map(|form| form.units.iter().copied()).collect();
    let parties = plan.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.support));
    used.extend(parties.flat_map(|party: &Party| plan.party_units(party)).copied());
    used.extend(plan.head.monitor.as_ref().map(|monitor| monitor.unit));
    used.extend(plan.units.iter().filter_map(|unit| unit.parent));
    let all = plan.units.iter().enumerate();
    let unused = all.filter(|(at, _)| !used.contains(&UnitId::at(*at)));
    unused.map(|(_, unit)| Diagnostic::new(Finding::UnusedUnit { unit: unit.id.clone() }, unit.place)).collect()
}
