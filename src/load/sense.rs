//! Whether what a plan declares makes sense together. Each part could be read; these findings are about pairs of them.

use super::units::above;
use crate::diag::{Diagnostic, Spanned};
use crate::model::{
    Bound, Decimal, Excuse, Form, FormId, Formula, Plan, Ratio, Schedule, Target, Task, Timetable, Unit, UnitId,
};
use crate::text::{Finding, Related};

/// Reports units that count twice, and excuses that excuse nothing or overlap.
pub(super) fn units_and_forms(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let times = Timetable::new(plan);
    for form in &plan.forms {
        two_levels(plan, form, found);
    }
    for (at, unit) in plan.units.iter().enumerate() {
        excuses(plan, &times, (UnitId::at(at), unit), found);
    }
}

/// Reports bounds that cannot be met, alone or together.
pub(super) fn targets(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let times = Timetable::new(plan);
    let targets: Vec<(&Task, &Target)> =
        plan.tasks.iter().flat_map(|task| task.targets.iter().map(move |target| (task, target))).collect();
    for (at, &(task, target)) in targets.iter().enumerate() {
        beyond_share(plan, target, found);
        as_fraction(plan, target, found);
        no_period(plan, &times, (task, target), found);
        let earlier = targets[..at].iter().find(|(other, first)| contradict((other, first), (task, target)));
        if let Some((_, first)) = earlier {
            let finding = Finding::ContradictoryTargets {
                indicator: plan.indicator(target.indicator).id.value.clone(),
                first: first.id.clone(),
                second: target.id.clone(),
            };
            found.push(Diagnostic::new(finding, target.place).with(first.place, Related::AgainstThis));
        }
    }
}

/// Reports a form that a unit and one below it both send: what the lower one counts is counted twice. Told once for each
/// upper unit.
fn two_levels(plan: &Plan, form: &Form, found: &mut Vec<Diagnostic>) {
    let mut told: Vec<UnitId> = Vec::new();
    for &child in &form.units {
        let Some(parent) = above(&plan.units, child).find(|above| form.units.contains(above)) else { continue };
        if told.contains(&parent) {
            continue;
        }
        told.push(parent);
        let (parent, child) = (plan.unit(parent), plan.unit(child));
        let finding = Finding::ParentAndChild {
            parent: parent.name.clone(),
            child: child.name.clone(),
            form: form.id.value.clone(),
        };
        found.push(
            Diagnostic::new(finding, form.id.place)
                .with(parent.place, Related::DeclaredHere)
                .with(child.place, Related::DeclaredHere),
        );
    }
}

fn excuses(plan: &Plan, times: &Timetable, (id, unit): (UnitId, &Unit), found: &mut Vec<Diagnostic>) {
    for (at, excuse) in unit.excuses.iter().enumerate() {
        let (name, period) = (unit.name.clone(), excuse.period.to_string());
        if let Some(first) = unit.excuses[..at].iter().find(|first| overlap(first, excuse)) {
            let finding = Finding::OverlappingExcuses { unit: name, period };
            found.push(Diagnostic::new(finding, excuse.place).with(first.place, Related::FirstHere));
        } else if !excuses_something(plan, times, id, excuse) {
            found.push(Diagnostic::new(Finding::IdleExcuse { unit: name, period }, excuse.place));
        }
    }
}

fn overlap(one: &Excuse, other: &Excuse) -> bool {
    let (a, b) = (one.period.months(), other.period.months());
    let same_form = one.form.is_none() || other.form.is_none() || one.form == other.form;
    same_form && a.first <= b.last && b.first <= a.last
}

/// Tells whether there is a form of the unit and a period that the excuse frees it from.
fn excuses_something(plan: &Plan, times: &Timetable, unit: UnitId, excuse: &Excuse) -> bool {
    let forms = (0..plan.forms.len()).map(FormId::at).filter(|form| excuse.form.is_none_or(|own| own == *form));
    forms.filter(|form| plan.form(*form).units.contains(&unit)).any(|form| {
        let terms = times.form(form).all().iter();
        terms.filter(|term| term.due.is_some()).any(|term| excuse.covers(form, term.period))
    })
}

/// Reports a bound that a share, which lies between 0 and 100, cannot meet.
fn beyond_share(plan: &Plan, target: &Target, found: &mut Vec<Diagnostic>) {
    let indicator = plan.indicator(target.indicator);
    let is_rate = matches!(indicator.formula, Formula::Rate { .. });
    let bounds = std::iter::once(target.bound).chain(target.revised.iter().map(|revised| revised.bound));
    for bound in bounds {
        let too_high = indicator.share && bound.low().is_some_and(|low| low > Ratio::whole(100));
        let too_low = is_rate && bound.high().is_some_and(|high| high < Ratio::whole(0));
        if too_high || too_low {
            let Spanned { value: id, place } = &indicator.id;
            let finding = Finding::ImpossibleBound { bound: bound.to_string(), indicator: id.clone() };
            found.push(Diagnostic::new(finding, target.place).with(*place, Related::DeclaredHere));
        }
    }
}

/// Reports a target by a day before which none of its figures' periods ends.
fn no_period(plan: &Plan, times: &Timetable, (task, target): (&Task, &Target), found: &mut Vec<Diagnostic>) {
    let (Schedule::By(by), None) = (when(task, target), &task.extended) else { return };
    let ends = |form: FormId| times.form(form).all().iter().map(|term| term.last).min();
    let first = plan.forms_of(target.indicator).into_iter().filter_map(ends).max();
    if let Some(first) = first.filter(|first| by < *first) {
        let finding = Finding::NoPeriodInTime { by: by.to_string(), first: first.to_string() };
        found.push(Diagnostic::new(finding, target.place));
    }
}

/// Reports a bound to be reached that is written as a fraction of one where per cent are meant.
fn as_fraction(plan: &Plan, target: &Target, found: &mut Vec<Diagnostic>) {
    let is_rate = matches!(plan.indicator(target.indicator).formula, Formula::Rate { .. });
    let (Bound::AtLeast(bound) | Bound::Equals(bound)) = target.bound else { return };
    let is_small = bound.mantissa() > 0 && bound.ratio().is_some_and(|bound| bound <= Ratio::whole(1));
    if !is_rate || !is_small {
        return;
    }
    if let Some(meant) =
        bound.mantissa().checked_mul(100).and_then(|hundredfold| Decimal::new(hundredfold, bound.scale()))
    {
        let finding = Finding::BoundAsFraction { bound: bound.to_string(), meant: meant.trimmed().to_string() };
        found.push(Diagnostic::new(finding, target.place));
    }
}

/// Tells whether two targets ask of one indicator, at one time and over one stretch, what cannot be both.
fn contradict((one_task, one): (&Task, &Target), (other_task, other): (&Task, &Target)) -> bool {
    let same = one.indicator == other.indicator && one.over_period == other.over_period;
    same && when(one_task, one) == when(other_task, other) && apart(last_bound(one), last_bound(other))
}

/// Returns when a target must hold: a day is a day, whether the target or the task's schedule says it.
fn when(task: &Task, target: &Target) -> Schedule {
    target.by.map_or(task.schedule, Schedule::By)
}

fn last_bound(target: &Target) -> Bound {
    target.revised.last().map_or(target.bound, |revised| revised.bound)
}

fn apart(one: Bound, other: Bound) -> bool {
    let above = |low: Option<Ratio>, high: Option<Ratio>| low.zip(high).is_some_and(|(low, high)| low > high);
    above(one.low(), other.high()) || above(other.low(), one.high())
}
