//! The figures of a form over a stretch of months: what each unit's reports come to, and all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Overflow;
use super::target::Context;
use super::value::passed_on;
use crate::model::{Decimal, Form, FormId, MeasureKind, Months, Row, UnitId};

/// What a form comes to over a stretch of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSums {
    /// Each unit that owes or sent a report, in the order of the form.
    pub units: Vec<UnitSums>,
    /// A sum for each measure; none where no unit has one, where one cannot be told, or where the measure is not to be summed.
    pub total: Vec<Option<Decimal>>,
    /// The units that ended whose figures of some columns are in no total, for another unit reports what remained.
    pub passed_on: Vec<(UnitId, Vec<usize>)>,
}

/// What the reports of one unit come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSums {
    /// The unit.
    pub unit: UnitId,
    /// A figure for each measure; none where no report gives one, or where a part of it is not given.
    pub sums: Vec<Option<Decimal>>,
    /// Reports in.
    pub received: usize,
    /// Reports owed.
    pub owed: usize,
}

/// Sums the rows of a form that lie within a stretch of months, each measure as its kind says; the rows are in the order of their
/// periods. A total of flows that each period gives with what was carried over into it is summed from its parts, for its own
/// figures would count that twice; where a report lacks a part there is no such sum.
///
/// # Errors
/// Fails if a sum does not fit.
pub fn form_sums(context: Context<'_>, id: FormId, rows: &[Row], span: Months) -> Result<FormSums, Overflow> {
    let (form, terms) = (context.plan.form(id), context.times.form(id));
    let within: Vec<_> = terms.all()[terms.within(span)].iter().filter(|term| term.is_closed(context.as_of)).collect();
    let periods: BTreeSet<_> = within.iter().map(|term| term.period).collect();
    let mut of_units: BTreeMap<UnitId, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| periods.contains(&row.period) && row.cells.iter().any(Option::is_some)) {
        of_units.entry(row.unit).or_default().push(row);
    }
    let mut units = Vec::new();
    for &unit in &form.units {
        let own = of_units.remove(&unit).unwrap_or_default();
        let owed = within.iter().filter(|term| context.plan.owes(unit, id, term)).count();
        if owed > 0 || !own.is_empty() {
            units.push(UnitSums { unit, sums: sums(form, &own, within.len() > 1)?, received: own.len(), owed });
        }
    }
    let last = within.last().map(|term| term.last);
    let is_passed_on = |unit: UnitId, column: usize| {
        let adds_up = within.len() > 1 && mixed_parts(form, column).is_some();
        !adds_up && last.is_some_and(|last| passed_on(context.plan, unit, form.measures[column].kind, last))
    };
    let columns = 0..form.measures.len();
    let total = columns.clone().map(|column| {
        // A part that somebody has not given leaves the sum of parts open.
        let is_open = within.len() > 1
            && mixed_parts(form, column).is_some()
            && units.iter().any(|own| own.received > 0 && own.sums[column].is_none());
        let counted = units.iter().filter(|own| !is_passed_on(own.unit, column));
        if is_open { Ok(None) } else { total(form, &units, column, counted.filter_map(|own| own.sums[column])) }
    });
    let total = total.collect::<Result<_, _>>()?;
    let passed = units.iter().map(|own| {
        let dropped = columns.clone().filter(|column| own.sums[*column].is_some() && is_passed_on(own.unit, *column));
        (own.unit, dropped.collect::<Vec<_>>())
    });
    let passed_on = passed.filter(|(_, columns)| !columns.is_empty()).collect();
    Ok(FormSums { units, total, passed_on })
}

/// Adds up one measure over units; none of a level of several units, which is never summed.
fn total(
    form: &Form,
    units: &[UnitSums],
    column: usize,
    mut own: impl Iterator<Item = Decimal>,
) -> Result<Option<Decimal>, Overflow> {
    if form.measures[column].kind == MeasureKind::Level && units.len() > 1 {
        return Ok(None);
    }
    let first = own.next();
    own.try_fold(first, |total, figure| match total {
        Some(before) => before.checked_add(figure).map(Some).ok_or(Overflow),
        None => Ok(Some(figure)),
    })
}

/// Returns what the reports of one unit come to, a figure for each measure.
fn sums(form: &Form, rows: &[&Row], is_of_several: bool) -> Result<Vec<Option<Decimal>>, Overflow> {
    let sum = |column: usize| {
        let of_parts = if is_of_several { mixed_parts(form, column) } else { None };
        let Some(parts) = of_parts else { return plain(form, rows, column) };
        of_parts_and_total(form, rows, column, parts)
    };
    (0..form.measures.len()).map(sum).collect()
}

/// Sums a total over several periods: that of the first, and what each later one adds, as its parts say, or, where one of them is
/// blank, its own total less what was carried over. None where a period tells neither.
fn of_parts_and_total(form: &Form, rows: &[&Row], column: usize, parts: &[u16]) -> Result<Option<Decimal>, Overflow> {
    let (carried, flows): (Vec<u16>, Vec<u16>) =
        parts.iter().partition(|part| form.measures[usize::from(**part)].kind == MeasureKind::StockOpen);
    let one = |row: &Row, column: usize| {
        let cell = row.cells.get(column).copied().flatten()?;
        Decimal::new(i128::from(cell), form.measures[column].decimals)
    };
    let sum = |row: &Row, parts: &[u16]| {
        let zero = Decimal::new(0, form.measures[column].decimals)?;
        parts.iter().try_fold(zero, |sum, part| sum.checked_add(one(row, usize::from(*part))?))
    };
    let added = |row: &&Row| sum(row, &flows).or_else(|| one(row, column)?.checked_sub(sum(row, &carried)?));
    let Some((first, rest)) = rows.split_first() else { return Ok(None) };
    let Some(begun) = sum(first, parts).or_else(|| one(first, column)) else { return Ok(None) };
    let Some(added) = rest.iter().map(added).collect::<Option<Vec<Decimal>>>() else { return Ok(None) };
    let total = added.into_iter().try_fold(begun, Decimal::checked_add);
    total.map(Some).ok_or(Overflow)
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
