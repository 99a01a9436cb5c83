//! Axes of drawings: from where to where they go, and where a value stands on them.

use crate::model::{Decimal, Indicator, Ratio};
use crate::text::Lang;
use crate::view::page::Place;
use crate::view::wording::{is_rate, with_unit};

/// Thousandths of an axis.
const WHOLE: i128 = 1000;
/// Numbers of tens of a rate, and the least part of an axis that is drawn.
const STEP: i128 = 10;
const LEAST: i128 = 20;

/// An axis from one whole number to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    low: i128,
    high: i128,
}

impl Axis {
    /// Makes an axis from zero that holds some values: of a rate to 100% at least, of a level to the next round number.
    pub(super) fn from_zero(values: &[Ratio], indicator: &Indicator) -> Self {
        let most = values.iter().max().map_or(0, |own| own.ceil()).max(1);
        let high = if is_rate(indicator) { tens_above(most).max(100) } else { round_above(most) };
        Self { low: values.iter().min().map_or(0, |own| own.floor()).min(0), high }
    }

    /// Makes an axis that shows how some values differ: of rates in tens, no less than a fifth; of levels from zero.
    pub(super) fn around(values: &[Ratio], indicator: &Indicator) -> Self {
        let whole = Self::from_zero(values, indicator);
        let (Some(least), Some(most), true) = (values.iter().min(), values.iter().max(), is_rate(indicator)) else {
            return whole;
        };
        let high = tens_above(most.ceil()).max(STEP);
        let low = (least.floor().div_euclid(STEP) * STEP).min(high - LEAST).max(whole.low);
        Self { low, high: high.max(low + LEAST) }
    }

    /// Returns where a value stands; what lies beyond stands at the end.
    pub(super) fn place(self, value: Ratio) -> Option<Place> {
        let length = Ratio::whole(self.high - self.low);
        let along = value.checked_sub(Ratio::whole(self.low))?.checked_mul(Ratio::whole(WHOLE))?.checked_div(length)?;
        let place = along.rounded(0)?.mantissa().clamp(0, WHOLE);
        Place::try_from(place).ok()
    }

    /// Writes what stands at its ends.
    pub(super) fn ends(self, indicator: &Indicator, lang: Lang) -> (String, String) {
        let shown = |value: i128| with_unit(Decimal::whole(value), indicator, lang);
        (shown(self.low), shown(self.high))
    }
}

fn tens_above(value: i128) -> i128 {
    value.div_euclid(STEP) * STEP + if value.rem_euclid(STEP) == 0 { 0 } else { STEP }
}

/// Returns the next of 1, 2, 5, 10, 20, 50 and so on.
fn round_above(value: i128) -> i128 {
    let mut unit = 1_i128;
    loop {
        for step in [1, 2, 5] {
            if let Some(round) = unit.checked_mul(step).filter(|round| *round >= value) {
                return round;
            }
        }
        let Some(next) = unit.checked_mul(10) else { return value };
        unit = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round_and_hold_the_value() {
        assert_eq!([1, 2, 3, 9, 11, 61, 501].map(round_above), [1, 2, 5, 10, 20, 100, 1000]);
        assert_eq!([0, 1, 10, 11, 99].map(tens_above), [0, 10, 10, 20, 100]);
    }
}
