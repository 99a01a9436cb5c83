//! A target's value against its bound, with its milestones and what is needed, on one axis.

use super::axis::Axis;
use crate::eval::Needed;
use crate::model::{Bound, Ratio};
use crate::text::{self, Say};
use crate::view::page::{Bullet, Place};
use crate::view::target::TargetView;
use crate::view::wording::bound_long;

/// The end of an axis in thousandths.
const END: Place = 1000;

/// Draws a target; none where there is no value to draw.
pub(super) fn bullet(view: TargetView<'_>) -> Option<Bullet> {
    let outcome = &view.result.outcome;
    let indicator = view.indicator();
    let value = outcome.value?;
    let ends = |bound: Bound| [bound.low(), bound.high()].into_iter().flatten().collect::<Vec<Ratio>>();
    let needed = match outcome.needed {
        Some(Needed::Rate { rate, .. }) if !view.holds() => Some(rate),
        Some(Needed::Rate { .. } | Needed::Count(_)) | None => None,
    };
    let milestones: Vec<Ratio> = view.target().milestones.iter().flat_map(|own| ends(own.bound)).collect();
    let all: Vec<Ratio> = [vec![value], ends(view.result.bound), milestones.clone()].concat();
    let axis = Axis::from_zero(&all, indicator);
    let place = |value: Option<Ratio>| value.and_then(|own| axis.place(own));
    let bounds = ends(view.result.bound).into_iter().filter_map(|own| axis.place(own)).collect();
    Some(Bullet {
        text: said(view),
        value: axis.place(value),
        holds: (place(view.result.bound.low()).unwrap_or(0), place(view.result.bound.high()).unwrap_or(END)),
        bounds,
        milestones: milestones.into_iter().filter_map(|own| axis.place(own)).collect(),
        // What cannot be had at all has no place.
        needed: needed.filter(|rate| *rate <= Ratio::whole(100)).and_then(|rate| axis.place(rate)),
        ends: axis.ends(indicator, view.lang),
    })
}

/// Says in words what is drawn.
fn said(view: TargetView<'_>) -> String {
    let (name, value) = (&view.indicator().name, &view.value(&view.result.outcome));
    let bound = &bound_long(view.result.bound, view.indicator(), view.lang);
    let drawn = text::say(Say::BulletSays { name, value, bound }, view.lang);
    let milestones = view.target().milestones.iter().map(|own| {
        let bound = &bound_long(own.bound, view.indicator(), view.lang);
        text::say(Say::MilestoneShort { day: &text::day(own.on, view.lang), bound }, view.lang)
    });
    let rest = milestones.chain(view.needed_in_prose()).collect::<Vec<_>>();
    std::iter::once(drawn).chain(rest).collect::<Vec<_>>().join("; ")
}
