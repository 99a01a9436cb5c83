//! The figures of a form over a stretch of months: what each unit's reports come to, and all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Overflow;
use super::target::Context;
use crate::model::{Decimal, Form, FormId, MeasureKind, Months, Row, UnitId};

/// What a form comes to over a stretch of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSums {
    /// Each unit that owes or sent a report, in the order of the form.
    pub units: Vec<UnitSums>,
    /// A sum for each measure; none where no unit has one, or where the measure is not to be summed.
    pub total: Vec<Option<Decimal>>,
}

/// What the reports of one unit come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSums {
    /// The unit.
    pub unit: UnitId,
    /// A figure for each measure; none where no report gives one.
    pub sums: Vec<Option<Decimal>>,
    /// Reports in.
    pub received: usize,
    /// Reports owed.
    pub owed: usize,
}

/// Sums the rows of a form that lie within a stretch of months, each measure as its kind says; the rows are in the order of their
/// periods. A total of flows that each period gives with what was carried over into it is summed from its parts, for its own
/// figures would count that twice.
///
/// # Errors
/// Fails if a sum does not fit.
pub fn form_sums(context: Context<'_>, id: FormId, rows: &[Row], span: Months) -> Result<FormSums, Overflow> {
    let (form, terms) = (context.plan.form(id), context.times.form(id));
    let within: Vec<_> = terms.all()[terms.within(span)].iter().filter(|term| term.is_closed(context.as_of)).collect();
    let periods: BTreeSet<_> = within.iter().map(|term| term.period).collect();
    let mut of_units: BTreeMap<UnitId, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| periods.contains(&row.period)) {
        of_units.entry(row.unit).or_default().push(row);
    }
    let mut units = Vec::new();
    for &unit in &form.units {
        let own = of_units.remove(&unit).unwrap_or_default();
        let owed = within.iter().filter(|term| context.plan.owes(unit, id, term)).count();
        let received = own.iter().filter(|row| row.cells.iter().any(Option::is_some)).count();
        if owed > 0 || received > 0 {
            units.push(UnitSums { unit, sums: sums(form, &own)?, received, owed });
        }
    }
    let last = within.last().map(|term| term.last);
    let counts = |unit: UnitId, column: usize| {
        let passes_on = matches!(form.measures[column].kind, MeasureKind::Stock | MeasureKind::ToDate);
        let until = context.plan.unit(unit).until;
        // What a unit that no longer exists held has passed to another, which reports it.
        !passes_on || until.is_none_or(|until| last.is_none_or(|last| last <= until))
    };
    let total =
        (0..form.measures.len()).map(|column| total(form, &units, column, &counts)).collect::<Result<_, _>>()?;
    Ok(FormSums { units, total })
}

/// Adds up one measure over units; none of a level of several units, which is never summed.
fn total(
    form: &Form,
    units: &[UnitSums],
    column: usize,
    counts: &dyn Fn(UnitId, usize) -> bool,
) -> Result<Option<Decimal>, Overflow> {
    if form.measures[column].kind == MeasureKind::Level && units.len() > 1 {
        return Ok(None);
    }
    let own = units.iter().filter(|own| counts(own.unit, column)).filter_map(|own| own.sums[column]);
    let mut total: Option<Decimal> = None;
    for figure in own {
        total = Some(match total {
            Some(before) => before.checked_add(figure).ok_or(Overflow)?,
            None => figure,
        });
    }
    Ok(total)
}

/// Returns what the reports of one unit come to, a figure for each measure.
fn sums(form: &Form, rows: &[&Row]) -> Result<Vec<Option<Decimal>>, Overflow> {
    let own = |column: usize| plain(form, rows, column);
    let sum = |column: usize| {
        let of_parts = if rows.len() > 1 { mixed_parts(form, column) } else { None };
        let Some(parts) = of_parts else { return own(column) };
        let mut total = Decimal::new(0, form.measures[column].decimals);
        for &part in parts {
            let (Some(before), Some(figure)) = (total, own(usize::from(part))?) else { return own(column) };
            total = Some(before.checked_add(figure).ok_or(Overflow)?);
        }
        Ok(total)
    };
    (0..form.measures.len()).map(sum).collect()
}

/// Returns the parts of a measure that is given anew in each period, though some of its parts add up from period to period.
pub fn mixed_parts(form: &Form, column: usize) -> Option<&[u16]> {
    if form.measures[column].kind != MeasureKind::Stock {
        return None;
    }
    let kind = |part: &u16| form.measures[usize::from(*part)].kind;
    let adds_up = |part: &u16| matches!(kind(part), MeasureKind::Flow);
    let fits = |part: &u16| matches!(kind(part), MeasureKind::Flow | MeasureKind::StockOpen);
    let own = form.identities.iter().filter(|own| usize::from(own.total) == column);
    own.map(|own| own.parts.as_slice()).find(|parts| parts.iter().any(adds_up) && parts.iter().all(fits))
}

/// Returns one measure over the rows as its kind says; none if no row gives it.
fn plain(form: &Form, rows: &[&Row], column: usize) -> Result<Option<Decimal>, Overflow> {
    let measure = &form.measures[column];
    let mut cells = rows.iter().filter_map(|row| row.cells.get(column).copied().flatten()).map(i128::from);
    let value = match measure.kind {
        MeasureKind::Flow => cells
            .try_fold(None, |total: Option<i128>, cell| total.unwrap_or(0).checked_add(cell).map(Some))
            .ok_or(Overflow)?,
        MeasureKind::StockOpen => cells.next(),
        MeasureKind::Stock | MeasureKind::ToDate | MeasureKind::Level => cells.next_back(),
    };
    value.map(|value| Decimal::new(value, measure.decimals).ok_or(Overflow)).transpose()
}
