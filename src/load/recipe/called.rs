//! Names where ids are wanted: whoever writes a recipe has the names of forms and figures before them, in the table.

use super::alike::meant;
use crate::diag::Diagnostic;
use crate::load::plan::Loaded;
use crate::model::FormId;
use crate::syntax::names::fold;
use crate::text::{Finding, Noun};

/// Offers the id of the one form, or the one measure of the form, that has the name which stands where an id should.
pub(super) fn offer_by_name(loaded: &Loaded, form: Option<FormId>, found: &mut [Diagnostic]) {
    for own in found {
        let Finding::UnknownId { id, wanted, near: near @ None, is_name } = &mut own.finding else { continue };
        let named = match (&*wanted, form) {
            (Noun::Form, _) => form_titled(loaded, id),
            (Noun::Measure, Some(form)) => {
                let measures = &loaded.plan.form(form).measures;
                meant(id, measures).map(|at| measures[usize::from(at)].id.value.clone())
            }
            _ => None,
        };
        if named.is_some() {
            (*near, *is_name) = (named, true);
        }
    }
}

/// Returns the id of the one form that has a title.
fn form_titled(loaded: &Loaded, title: &str) -> Option<String> {
    let folded = fold(title);
    let mut named = loaded.plan.forms.iter().filter(|own| fold(&own.title) == folded);
    let only = named.next().filter(|_| named.next().is_none())?;
    Some(only.id.value.clone())
}
