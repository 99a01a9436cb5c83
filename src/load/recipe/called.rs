//! Names where ids are wanted: whoever writes a recipe has the names of forms and figures before them, in the table.

use crate::diag::Diagnostic;
use crate::load::plan::Loaded;
use crate::model::FormId;
use crate::syntax::names::fold;
use crate::text::{Finding, Noun};

/// Offers the id of the one form, or the one measure of the form, that has the name which stands where an id should.
pub(super) fn offer_by_name(loaded: &Loaded, form: Option<FormId>, found: &mut [Diagnostic]) {
    for own in found {
        let Finding::UnknownId { id, wanted, near: near @ None, is_name } = &mut own.finding else { continue };
        let folded = fold(id);
        let ids: Vec<&str> = match wanted {
            Noun::Form => {
                let named = loaded.plan.forms.iter().filter(|own| fold(&own.title) == folded);
                named.map(|own| own.id.value.as_str()).collect()
            }
            Noun::Measure => {
                let Some(form) = form else { continue };
                let named = loaded.plan.form(form).measures.iter().filter(|own| fold(&own.name) == folded);
                named.map(|own| own.id.value.as_str()).collect()
            }
            _ => continue,
        };
        if let [only] = ids[..] {
            (*near, *is_name) = (Some(only.to_owned()), true);
        }
    }
}
