//! Bounds of targets, milestones and revisions.

use super::plan::Loading;
use super::tasks::Around;
use crate::diag::{Diagnostic, Place};
use crate::model::{Bound, Decimal, Form, Formula};
use crate::syntax::TableNode;
use crate::text::Finding;

pub(super) const BOUNDS: [&str; 4] = ["at-least", "at-most", "between", "equals"];

/// Reads the one bound of a table.
pub(super) fn bound(table: &TableNode, what: &str, loading: &mut Loading<'_>) -> Option<Bound> {
    let given: Vec<&str> = BOUNDS.into_iter().filter(|key| table.get(key).is_some()).collect();
    let at = |key: &str| table.get(key).map_or(table.place, |node| node.place);
    match given.as_slice() {
        [] => {
            loading.found.push(Diagnostic::new(Finding::NoBound { table: what.to_owned() }, table.place));
            None
        }
        ["between"] => {
            let ends: Option<Vec<Decimal>> = table
                .numbers("between")
                .iter()
                .map(|number| decimal("between", &number.value, number.place, loading))
                .collect();
            let ends = ends?;
            // A list of another length has been reported.
            let [low, high] = ends.as_slice() else { return None };
            let bound = Bound::between(*low, *high);
            if bound.is_none() {
                loading.found.push(Diagnostic::new(
                    Finding::EmptyBound { low: low.to_string(), high: high.to_string() },
                    at("between"),
                ));
            }
            bound
        }
        [key] => {
            let number = table.number(key)?;
            let value = decimal(key, &number.value, number.place, loading)?;
            Some(match *key {
                "at-least" => Bound::AtLeast(value),
                "at-most" => Bound::AtMost(value),
                _ => Bound::Equals(value),
            })
        }
        several => {
            loading.found.push(Diagnostic::new(Finding::SeveralBounds { keys: several.join(", ") }, at(several[1])));
            None
        }
    }
}

pub(super) fn decimal(key: &str, text: &str, place: Place, loading: &mut Loading<'_>) -> Option<Decimal> {
    let value = Decimal::parse(text);
    if value.is_none() {
        let is_figure = text.bytes().any(|b| b.is_ascii_digit());
        let finding = if is_figure {
            Finding::OutOfRange { key: key.to_owned(), value: text.to_owned(), low: i64::MIN, high: i64::MAX }
        } else {
            Finding::NotFinite { key: key.to_owned() }
        };
        loading.found.push(Diagnostic::new(finding, place));
    }
    value
}

/// Returns the form of an indicator's level that several units report.
pub(super) fn level_of_many<'a>(around: &Around<'a>, indicator: crate::model::IndicatorId) -> Option<&'a Form> {
    let Formula::Level(measure) = around.indicators.get(indicator.0 as usize)?.formula else { return None };
    around.forms.get(measure.form.0 as usize).filter(|form| form.units.len() > 1)
}
