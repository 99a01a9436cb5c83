//! `[report]`.

use super::head::{signer, text, texts};
use super::plan::Loading;
use crate::model::ReportHead;
use crate::syntax::TableNode;

/// Reads what periodic reports are headed and signed with.
pub(super) fn report(root: &TableNode, loading: &mut Loading<'_>) -> ReportHead {
    let Some(table) = root.table("report") else { return ReportHead::default() };
    let forms = table.texts("tables").iter().filter_map(|id| loading.names.form(id, loading.found)).collect();
    ReportHead {
        symbol: text(table, "symbol"),
        subject: text(table, "subject"),
        recipients: texts(table, "recipients"),
        signer: signer(table),
        tables: table.get("tables").map(|_| forms),
    }
}
