//! `[severity]`: findings that the plan treats otherwise.

use crate::diag::{Code, Diagnostic, Severities, Treat};
use crate::syntax::TableNode;
use crate::text::Finding;

/// Reads which findings the plan treats otherwise. What is wrong with keys and words has been reported.
pub(super) fn severities(root: &TableNode, found: &mut Vec<Diagnostic>) -> Severities {
    let mut severities = Severities::default();
    let Some(table) = root.table("severity") else { return severities };
    for entry in &table.entries {
        let Some(code) = Code::all().iter().copied().find(|code| code.name() == entry.key) else { continue };
        let Some(level) = table.table(&entry.key).and_then(|change| change.text("level")) else { continue };
        let Some(treat) = Treat::from_word(&level.value) else { continue };
        if !severities.change(code, treat) {
            found.push(Diagnostic::new(Finding::SeverityFixed { code: entry.key.clone() }, level.place));
        }
    }
    severities
}
