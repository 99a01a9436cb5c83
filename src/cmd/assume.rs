//! `--set`: what is assumed, read from the command line, and the plan read as if it were so. Nothing is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::args::Common;
use super::changing::{counted, told};
use super::failure::Failure;
use super::no_assumption::NoAssumption;
use super::no_change::NoChange;
use super::record_figure;
use super::resolve::{Resolver, meant};
use super::session::{DRAWN, Read, Session, folder};
use super::world::World;
use crate::diag::{Diagnostic, Severity};
use crate::edit::{Change, NewReport};
use crate::load::figure;
use crate::model::{
    Assumption, Decimal, FormId, Formula, Indicator, IndicatorId, MeasureId, Period, Plan, Query, Timetable, UnitId,
};
use crate::syntax::cell::plain;
use crate::syntax::names::nearest;
use crate::text::{Assume, Finding, assume};

/// What comes of assumptions.
pub(super) enum Supposed {
    /// Nothing is assumed.
    Nothing,
    /// Figures that cannot be judged, as has been said.
    Refused,
    /// The plan as if it were so.
    So(Box<(Session, Read)>),
}

/// Reads what is assumed, and the plan as if it were so, as of the day that it was judged as of before.
///
/// # Errors
/// Fails for what is no assumption about this plan.
pub(super) fn suppose(
    texts: &[String],
    (before, read): (&Session, &Read),
    ask: impl Fn(&Plan, &Timetable, NaiveDate) -> Vec<Query>,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Supposed, Failure> {
    if texts.is_empty() {
        return Ok(Supposed::Nothing);
    }
    let Some(resolver) = Resolver::of(before) else { return Err(Failure::Overflow) };
    let mut list: Vec<Assumption> = Vec::new();
    for text in texts {
        for own in one(text, resolver, read.as_of)? {
            if list.iter().any(|other| is_same(own, *other)) {
                return Err(NoAssumption::Twice(key(text).to_owned()).into());
            }
            list.push(own);
        }
    }
    list.extend(nothing_of_parts(&list, resolver.plan));
    let changes = changes(&list, resolver, before, common, read.as_of)?;
    let mut after = Session::open_over(&changes, DRAWN, common, world)?;
    after.today = before.today;
    after.assumed = list;
    let Some(supposed) = after.read(Some(&read.as_of.to_string()), ask)? else { return Ok(Supposed::Refused) };
    if !is_sound(before, &mut after, common, world)? {
        return Ok(Supposed::Refused);
    }
    Ok(Supposed::So(Box::new((after, Read { is_chosen: read.is_chosen, ..supposed }))))
}

/// Says what is found in figures that are assumed beside what was found before, and tells whether they can be judged.
fn is_sound(before: &Session, after: &mut Session, common: &Common, world: &mut World<'_>) -> Result<bool, Failure> {
    // That figures are not those of a locked period or of the register is what is assumed.
    let is_of_files = |own: &Diagnostic| {
        !matches!(
            own.finding,
            Finding::FrozenChanged { .. }
                | Finding::FrozenAdded { .. }
                | Finding::FrozenGone { .. }
                | Finding::FrozenTampered { .. }
                | Finding::CountDiffers { .. }
        )
    };
    let known = counted(&before.found);
    let now = counted(&after.found);
    let is_new = |own: &Diagnostic| now.get(&told(own)) > known.get(&told(own));
    let found = std::mem::take(&mut after.found);
    let (new, old): (Vec<_>, Vec<_>) = found.into_iter().partition(|own| is_new(own));
    let new: Vec<Diagnostic> = new.into_iter().filter(is_of_files).collect();
    if !new.is_empty() {
        world.complain(&assume(Assume::Contradicts, after.lang), common)?;
        after.found = new;
        after.complain(common, world)?;
    }
    if after.found.iter().any(|own| own.severity == Severity::Error) {
        world.complain(&assume(Assume::Refused, after.lang), common)?;
        return Ok(false);
    }
    after.found.extend(old);
    Ok(true)
}

/// Returns what follows where nothing is assumed of a total: nothing of its parts, but for those that something is assumed of.
fn nothing_of_parts(list: &[Assumption], plan: &Plan) -> Vec<Assumption> {
    let mut all = list.to_vec();
    let mut at = 0;
    while let Some(own) = all.get(at).copied() {
        at += 1;
        let Assumption::Figure { measure, period, unit, value } = own else { continue };
        if !value.is_zero() {
            continue;
        }
        let identities = plan.form(measure.form).identities.iter().filter(|own| own.total == measure.column);
        for column in identities.flat_map(|own| own.parts.clone()) {
            let part = MeasureId { form: measure.form, column };
            let part = Assumption::Figure { measure: part, period, unit, value };
            if !all.iter().any(|known| is_same(*known, part)) {
                all.push(part);
            }
        }
    }
    let mut implied = all.split_off(list.len());
    implied.sort_by_key(|own| match own {
        Assumption::Figure { measure, period, unit, .. } => Some((*measure, *period, *unit)),
        Assumption::Value(..) => None,
    });
    implied
}

/// What an assumption is of, as it was typed.
fn key(text: &str) -> &str {
    text.split_once('=').map_or(text, |(key, _)| key).trim()
}

fn is_same(own: Assumption, other: Assumption) -> bool {
    match (own, other) {
        (Assumption::Value(one, _), Assumption::Value(two, _)) => one == two,
        (
            Assumption::Figure { measure, period, unit, .. },
            Assumption::Figure { measure: other, period: when, unit: whose, .. },
        ) => (measure, period, unit) == (other, when, whose),
        _ => false,
    }
}

/// Reads one assumption: a figure may be of several units.
fn one(text: &str, resolver: Resolver<'_>, as_of: NaiveDate) -> Result<Vec<Assumption>, Failure> {
    let plan = resolver.plan;
    let Some((key, value)) = text.split_once('=').map(|(key, value)| (key.trim(), value.trim())) else {
        return Err(NoAssumption::Unreadable(text.to_owned()).into());
    };
    let indicator = |id: &str| plan.indicators.iter().position(|own| own.id.value == id).map(IndicatorId::at);
    let Some((id, rest)) = key.split_once('@') else {
        if let Some(found) = indicator(key) {
            return Ok(vec![Assumption::Value(found, level(value, plan.indicator(found), plan)?)]);
        }
        if let Some(measure) = measure_called(plan, key) {
            let last = resolver.times.form(measure.form).last_closed(as_of);
            let period = last.or(resolver.times.form(measure.form).all().first()).map(|term| term.period.to_string());
            let example = format!("{key}@{}={value}", period.unwrap_or_default());
            return Err(NoAssumption::NeedsPeriod { id: key.to_owned(), example }.into());
        }
        let all = plan.indicators.iter().map(|own| own.id.value.as_str());
        let near = nearest(key, all.chain(measure_ids(plan)));
        return Err(NoAssumption::Unknown { text: key.to_owned(), near }.into());
    };
    let Some(measure) = measure_called(plan, id) else {
        if indicator(id).is_some() {
            return Err(NoAssumption::TakesNoPeriod(id.to_owned()).into());
        }
        return Err(NoAssumption::Unknown { text: id.to_owned(), near: nearest(id, measure_ids(plan)) }.into());
    };
    figures(measure, (id, rest, value), resolver, as_of)
}

fn measure_ids(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.forms.iter().flat_map(|form| form.measures.iter().map(|own| own.id.value.as_str()))
}

fn measure_called(plan: &Plan, id: &str) -> Option<MeasureId> {
    plan.forms.iter().enumerate().find_map(|(form, declared)| {
        let column = declared.measures.iter().position(|own| own.id.value == id)?;
        Some(MeasureId { form: FormId::at(form), column: u16::try_from(column).ok()? })
    })
}

/// Reads the value of an indicator.
fn level(text: &str, indicator: &Indicator, plan: &Plan) -> Result<Decimal, Failure> {
    let is_rate = matches!(indicator.formula, Formula::Rate { .. });
    let digits = if is_rate { text.strip_suffix('%').unwrap_or(text).trim() } else { text };
    let value = Decimal::parse(&digits.replace(',', ".")).filter(|own| own.ratio().is_some());
    let value = value.ok_or_else(|| Failure::from(NoAssumption::BadValue(text.to_owned())))?;
    let is_share = indicator.share || indicator.formula.is_share(&plan.forms);
    let is_above = is_share && value.checked_sub(Decimal::whole(100)).is_none_or(|over| over.mantissa() > 0);
    if is_rate && (value.mantissa() < 0 || is_above) {
        return Err(NoAssumption::AboveAll(indicator.id.value.clone()).into());
    }
    Ok(value)
}

/// Reads a figure of one unit; nothing of all of them is nothing of each.
fn figures(
    id: MeasureId,
    (name, rest, value): (&str, &str, &str),
    resolver: Resolver<'_>,
    as_of: NaiveDate,
) -> Result<Vec<Assumption>, Failure> {
    let plan = resolver.plan;
    // People also write a month as 7/2019.
    let (period, unit) = match rest.rsplit_once('/').filter(|_| meant(rest).is_none()) {
        Some((period, unit)) => (period.trim(), Some(unit.trim())),
        None => (rest, None),
    };
    let period = resolver.period(id.form, period)?;
    let (form, measure) = (plan.form(id.form), plan.measure(id));
    if form.is_counted(id.column) {
        return Err(NoAssumption::Counted(name.to_owned()).into());
    }
    let bad = |finding| Failure::Change(NoChange::Figure(Box::new(finding)));
    let read = figure(value, measure).map_err(bad)?;
    let value = Decimal::new(i128::from(read), measure.decimals).ok_or(Failure::Overflow)?;
    let terms = resolver.times.form(id.form);
    let Some(term) = terms.index(period).and_then(|at| terms.all().get(at)) else {
        return Err(NoAssumption::NobodySends { id: name.to_owned(), period: period.to_string() }.into());
    };
    if !term.is_closed(as_of) {
        let (period, last, day) = (period.to_string(), term.last.to_string(), as_of.to_string());
        return Err(NoAssumption::NotOver { period, last, day }.into());
    }
    let of = |unit: UnitId| Assumption::Figure { measure: id, period, unit, value };
    if let Some(unit) = unit {
        return Ok(vec![of(resolver.sender(id.form, unit)?)]);
    }
    let owes = |unit: &UnitId| form.history || form.due.is_none() || plan.owes(*unit, id.form, term);
    let units: Vec<UnitId> = form.units.iter().copied().filter(owes).collect();
    match units.as_slice() {
        [] => Err(NoAssumption::NobodySends { id: name.to_owned(), period: period.to_string() }.into()),
        [_, _, ..] if !value.is_zero() => {
            let ids: Vec<String> = units.iter().map(|unit| resolver.id(*unit)).collect();
            let example = format!("{name}@{period}/{}={value}", ids[0]);
            Err(NoAssumption::WhichUnit { id: name.to_owned(), units: ids.join(", "), example }.into())
        }
        all => Ok(all.iter().copied().map(of).collect()),
    }
}

/// Figures of one report by column, as written.
type Cells = Vec<(u16, String)>;

/// Returns the files as they would be.
fn changes(
    list: &[Assumption],
    resolver: Resolver<'_>,
    session: &Session,
    common: &Common,
    as_of: NaiveDate,
) -> Result<Vec<Change>, Failure> {
    let mut forms: BTreeMap<FormId, BTreeMap<(Period, UnitId), Cells>> = BTreeMap::new();
    for own in list {
        if let Assumption::Figure { measure, period, unit, value } = own {
            let reports = forms.entry(measure.form).or_default();
            reports.entry((*period, *unit)).or_default().push((measure.column, plain(&value.to_string())));
        }
    }
    let mut changes = Vec::new();
    let folder = folder(common)?;
    for (form, reports) in forms {
        let terms = resolver.times.form(form);
        // A report that is not in is assumed to come on the day it is due, or by the day judged.
        let due =
            |period: Period| terms.index(period).and_then(|at| terms.all()[at].due).map_or(as_of, |due| due.min(as_of));
        let reports = reports.into_iter().map(|((period, unit), figures)| NewReport {
            unit,
            period,
            reported: Some(due(period)),
            is_day_sent: false,
            figures,
            note: None,
        });
        let reports: Vec<NewReport> = reports.collect();
        let files = session.texts(&folder, &resolver.plan.form(form).id.value)?;
        changes.extend(record_figure::set(resolver, &files, form, &reports)?.1);
    }
    Ok(changes)
}
