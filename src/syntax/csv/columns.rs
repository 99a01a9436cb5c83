//! Columns by their names.

use super::Rows;
use crate::diag::{Diagnostic, Place};
use crate::syntax::names::{fold, nearest};
use crate::text::Finding;

/// A column that a file must have.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Its name in the header.
    pub name: &'a str,
    /// What people call it; one who writes that is offered the name. Empty for a name that speaks for itself.
    pub called: &'a str,
}

impl<'a> Wanted<'a> {
    /// Makes a column that is called by its name alone.
    pub fn named(name: &'a str) -> Self {
        Self { name, called: "" }
    }
}

/// To how many unknown columns the nearest name is offered; a file with more has another fault.
const OFFERED: usize = 100;

/// Finds each wanted column, and reports those that are missing and those that nothing asks for.
///
/// Returns the number of each wanted column in the file, in the order asked for; nothing if one is missing.
pub fn columns_by_name(rows: &Rows, wanted: &[Wanted<'_>], found: &mut Vec<Diagnostic>) -> Option<Vec<usize>> {
    let columns = rows.columns();
    let position = |name: &str| columns.iter().position(|column| column.name == name);
    let missing: Vec<Wanted<'_>> = wanted.iter().copied().filter(|own| position(own.name).is_none()).collect();
    let unknown: Vec<_> = columns.iter().filter(|column| !wanted.iter().any(|own| own.name == column.name)).collect();
    let offers =
        unknown.iter().enumerate().map(|(at, own)| (at < OFFERED).then(|| offer(&own.name, &missing)).flatten());
    let offers: Vec<Option<String>> = offers.collect();
    if missing.len() == wanted.len() && offers.iter().all(Option::is_none) {
        let columns = wanted.iter().map(|own| own.name.to_owned()).collect();
        found.extend(header(rows).map(|place| Diagnostic::new(Finding::NoHeader { columns }, place)));
        return None;
    }
    for (column, near) in unknown.iter().zip(&offers) {
        let finding = Finding::UnknownColumn { column: column.name.clone(), near: near.clone() };
        found.push(Diagnostic::new(finding, column.place));
    }
    // A column that another one is probably meant for has been offered there.
    let is_offered = |name: &str| offers.iter().flatten().any(|own| own == name);
    for name in missing.iter().map(|own| own.name).filter(|name| !is_offered(name)) {
        let near = nearest(name, unknown.iter().map(|column| column.name.as_str()));
        let finding = Finding::MissingColumn { column: name.to_owned(), near };
        found.extend(header(rows).map(|place| Diagnostic::new(finding, place)));
    }
    wanted.iter().map(|own| position(own.name)).collect()
}

/// Returns the missing column that an unknown one is probably meant for: what it is called, or the nearest name.
fn offer(name: &str, missing: &[Wanted<'_>]) -> Option<String> {
    let folded = fold(name);
    let called = missing.iter().find(|own| !own.called.is_empty() && fold(own.called) == folded);
    let called = called.map(|own| own.name.to_owned());
    called.or_else(|| nearest(name, missing.iter().map(|own| own.name)))
}

/// Returns the place of the whole header.
fn header(rows: &Rows) -> Option<Place> {
    let (first, last) = (rows.columns().first()?, rows.columns().last()?);
    Some(Place { end: last.place.end, ..first.place })
}
