//! Bounds: what a target asks of a value.

use std::fmt;

use super::{Decimal, Limit, Ratio};

/// A bound. Equality passes; a rate is compared in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Not below.
    AtLeast(Decimal),
    /// Not above.
    AtMost(Decimal),
    /// From the first to the second, both included; made by [`Bound::between`].
    Between(Decimal, Decimal),
    /// Exactly.
    Equals(Decimal),
}

impl Bound {
    /// Makes a bound with two ends; none if nothing can lie between them.
    pub fn between(low: Decimal, high: Decimal) -> Option<Self> {
        (low.ratio()? <= high.ratio()?).then_some(Self::Between(low, high))
    }

    /// Returns the lower end, if there is one.
    pub fn low(self) -> Option<Ratio> {
        match self {
            Self::AtLeast(low) | Self::Between(low, _) | Self::Equals(low) => low.ratio(),
            Self::AtMost(_) => None,
        }
    }

    /// Returns the upper end, if there is one.
    pub fn high(self) -> Option<Ratio> {
        match self {
            Self::AtMost(high) | Self::Between(_, high) | Self::Equals(high) => high.ratio(),
            Self::AtLeast(_) => None,
        }
    }

    /// Tells whether a value is within the bound.
    pub fn holds(self, value: Ratio) -> bool {
        self.low().is_none_or(|low| value >= low) && self.high().is_none_or(|high| value <= high)
    }

    /// Returns how far a value is on the wrong side of the end that it is nearest to crossing, less than nothing if it is on the
    /// right one: of two values, the greater the worse. None if it does not fit.
    pub fn shortfall(self, value: Ratio) -> Option<Ratio> {
        let below = match self.low() {
            Some(low) => Some(low.checked_sub(value)?),
            None => None,
        };
        let above = match self.high() {
            Some(high) => Some(value.checked_sub(high)?),
            None => None,
        };
        below.max(above)
    }

    /// Returns the ends, for rounding that must not cross them.
    pub fn limits(self) -> Vec<Limit> {
        [self.low().map(Limit::Low), self.high().map(Limit::High)].into_iter().flatten().collect()
    }
}

/// Writes the bound with its English word, as in JSON: `at-least 80`.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(low) => write!(f, "at-least {low}"),
            Self::AtMost(high) => write!(f, "at-most {high}"),
            Self::Between(low, high) => write!(f, "between {low} {high}"),
            Self::Equals(value) => write!(f, "equals {value}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn holds(bound: Bound, value: &str) -> bool {
        bound.holds(decimal(value).ratio().unwrap())
    }

    #[test]
    fn equality_passes_and_nothing_beyond() {
        let bounds = [
            (Bound::AtLeast(decimal("80")), "80", "79.9999"),
            (Bound::AtMost(decimal("5")), "5.0", "5.0001"),
            (Bound::between(decimal("1"), decimal("2")).unwrap(), "1", "0.9999"),
            (Bound::between(decimal("1"), decimal("2")).unwrap(), "2", "2.0001"),
            (Bound::Equals(decimal("0.1")), "0.10", "0.1000000001"),
        ];
        for (bound, inside, outside) in bounds {
            assert!(holds(bound, inside), "{bound} {inside}");
            assert!(!holds(bound, outside), "{bound} {outside}");
        }
    }

    #[test]
    fn the_worse_of_two_values_falls_shorter() {
        let short = |bound: Bound, value: &str| bound.shortfall(decimal(value).ratio().unwrap()).unwrap();
        let worse = [
            (Bound::AtLeast(decimal("80")), "70", "75"),
            (Bound::AtMost(decimal("5")), "7", "6"),
            (Bound::between(decimal("1"), decimal("2")).unwrap(), "3", "0.5"),
            (Bound::between(decimal("1"), decimal("2")).unwrap(), "1.1", "1.5"),
            (Bound::Equals(decimal("2")), "3", "2"),
        ];
        for (bound, worse, better) in worse {
            assert!(short(bound, worse) > short(bound, better), "{bound} {worse} {better}");
        }
    }

    #[test]
    fn nothing_lies_between_the_wrong_way_round() {
        assert_eq!(Bound::between(decimal("90"), decimal("80")), None);
    }
}
