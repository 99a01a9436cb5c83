//! A target's value period by period, against its bound.

use super::axis::Axis;
use crate::eval::{Amount, Point, TargetResult};
use crate::model::{Bound, Ratio};
use crate::text::{self, Say};
use crate::view::page::{Course, Place};
use crate::view::report::about::Report;
use crate::view::report::amounts::words;
use crate::view::target::TargetView;
use crate::view::wording;

/// Draws a target; none where there are no two figures to join.
pub(super) fn course(report: &Report<'_>, result: &TargetResult) -> Option<Course> {
    let view = report.made_from.judged.target(result);
    let until = report.made_from.period.months().last;
    let all = &report.course(view.target().indicator)?.history;
    let points: Vec<&Point> = all.iter().filter(|point| point.period.months().last <= until).collect();
    // Of a target over its last period only that period is held against the bound.
    let drawn = |point: &Point| {
        let over_period = view.target().over_period;
        (if over_period { point.within } else { point.up_to }).filter(|_| point.held.is_none() || !over_period)
    };
    let values: Vec<Option<Ratio>> = points.iter().map(|point| drawn(point).and_then(Amount::value)).collect();
    if values.iter().flatten().count() < 2 {
        return None;
    }
    let bounds: Vec<Bound> = points.iter().map(|point| bound_at(report, view, point)).collect();
    let lows: Vec<Option<Ratio>> = bounds.iter().map(|own| own.low().or_else(|| own.high())).collect();
    let highs: Vec<Option<Ratio>> = bounds.iter().map(|own| own.low().and(own.high())).collect();
    let given: Vec<Ratio> = values.iter().chain(&lows).chain(&highs).flatten().copied().collect();
    let axis = Axis::around(&given, view.indicator());
    let along = |at: usize| place(at, points.len());
    let line = |list: &[Option<Ratio>]| {
        let places = list.iter().enumerate().filter_map(|(at, own)| Some((along(at), axis.place((*own)?)?)));
        places.collect::<Vec<(Place, Place)>>()
    };
    let name = |point: &Point| wording::period(point.period, view.lang);
    let said = |point: &Point| drawn(point).map(|own| format!("{}: {}", name(point), words(own, view)));
    let dots = points.iter().enumerate().map(|(at, point)| {
        let up = axis.place(values[at]?)?;
        Some((along(at), up, said(point)?))
    });
    let list: Vec<String> = points.iter().filter_map(|point| said(point)).collect();
    let (name_of, list) = (&view.indicator().name, &list.join("; "));
    Some(Course {
        text: text::say(Say::CourseSays { name: name_of, list }, view.lang),
        points: dots.collect(),
        bounds: [line(&lows), line(&highs)],
        ends: axis.ends(view.indicator(), view.lang),
        periods: (
            points.first().map_or_else(String::new, |own| name(own)),
            points.last().map_or_else(String::new, |own| name(own)),
        ),
    })
}

/// Returns the bound in force at the end of a period.
fn bound_at(report: &Report<'_>, view: TargetView<'_>, point: &Point) -> Bound {
    let last = report.days(point.period).map_or(report.as_of(), |(_, last)| last);
    view.target().bound_on(last)
}

/// Returns where one of some points stands along an axis, in thousandths.
fn place(at: usize, of: usize) -> Place {
    let share = at * 1000 / of.saturating_sub(1).max(1);
    Place::try_from(share).unwrap_or(1000)
}
