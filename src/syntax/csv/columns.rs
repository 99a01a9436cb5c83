//! Columns by their names.

use super::Rows;
use crate::diag::{Diagnostic, Place};
use crate::syntax::names::nearest;
use crate::text::Finding;

/// Finds each required column, and reports those that are missing and those that nothing asks for.
///
/// Returns the number of each required column in the file, in the order asked for; nothing if one is missing.
pub fn columns_by_name(rows: &Rows, required: &[&str], found: &mut Vec<Diagnostic>) -> Option<Vec<usize>> {
    let columns = rows.columns();
    let position = |name: &str| columns.iter().position(|column| column.name == name);
    let missing: Vec<&str> = required.iter().copied().filter(|name| position(name).is_none()).collect();
    let unknown: Vec<_> = columns.iter().filter(|column| !required.contains(&column.name.as_str())).collect();
    for column in &unknown {
        let near = nearest(&column.name, missing.iter().copied());
        let finding = Finding::UnknownColumn { column: column.name.clone(), near };
        found.push(Diagnostic::new(finding, column.place));
    }
    let taken: Vec<String> =
        unknown.iter().filter_map(|column| nearest(&column.name, missing.iter().copied())).collect();
    // A column that another one is probably meant for has been offered there.
    for name in missing.iter().filter(|name| !taken.iter().any(|taken| taken == *name)) {
        let near = nearest(name, unknown.iter().map(|column| column.name.as_str()));
        let finding = Finding::MissingColumn { column: (*name).to_owned(), near };
        found.extend(header(rows).map(|place| Diagnostic::new(finding, place)));
    }
    required.iter().map(|name| position(name)).collect()
}

/// Returns the place of the whole header.
fn header(rows: &Rows) -> Option<Place> {
    let (first, last) = (rows.columns().first()?, rows.columns().last()?);
    Some(Place { end: last.place.end, ..first.place })
}
