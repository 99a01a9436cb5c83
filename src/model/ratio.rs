//! Exact fractions: every verdict compares two of these.

use std::cmp::Ordering;

use super::Decimal;

/// A limit that a printed figure must not cross; equality passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Passed from here up.
    Low(Ratio),
    /// Passed from here down.
    High(Ratio),
}

impl Limit {
    fn passes(self, value: Ratio) -> bool {
        match self {
            Self::Low(low) => value >= low,
            Self::High(high) => value <= high,
        }
    }
}

/// A fraction in lowest terms with a denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// Makes `num / den`; none if the denominator is zero or a value cannot be negated.
    pub fn new(num: i128, den: i128) -> Option<Self> {
        if den == 0 || num == i128::MIN || den == i128::MIN {
            return None;
        }
        let divisor = gcd(num, den).max(1);
        let sign = den.signum();
        Some(Self { num: num / divisor * sign, den: den / divisor * sign })
    }

    /// Makes a whole number.
    pub fn whole(value: i128) -> Self {
        Self { num: value, den: 1 }
    }

    /// Returns the numerator in lowest terms.
    pub fn num(self) -> i128 {
        self.num
    }

    /// Returns the denominator in lowest terms, above zero.
    pub fn den(self) -> i128 {
        self.den
    }

    /// Divides one decimal by another; none if the second is zero or on overflow.
    pub fn of(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        numerator.ratio()?.checked_div(denominator.ratio()?)
    }

    /// Adds; none on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let left = self.num.checked_mul(other.den)?;
        let right = other.num.checked_mul(self.den)?;
        Self::new(left.checked_add(right)?, self.den.checked_mul(other.den)?)
    }

    /// Subtracts; none on overflow.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { num: other.num.checked_neg()?, den: other.den })
    }

    /// Multiplies, cancelling first so that only a result that does not fit overflows.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let left = Self::new(self.num, other.den)?;
        let right = Self::new(other.num, self.den)?;
        Self::new(left.num.checked_mul(right.num)?, left.den.checked_mul(right.den)?)
    }

    /// Divides; none by zero or on overflow.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(Self::new(other.den, other.num)?)
    }

    /// Returns the smallest whole number that is not below the fraction.
    pub fn ceil(self) -> i128 {
        self.num.div_euclid(self.den) + i128::from(self.num.rem_euclid(self.den) != 0)
    }

    /// Returns the greatest whole number that is not above it.
    pub fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
    }

    /// Rounds half up to so many decimals; none if the digits do not fit.
    pub fn rounded(self, decimals: u8) -> Option<Decimal> {
        let power = 10i128.checked_pow(u32::from(decimals))?;
        let whole = self.num.div_euclid(self.den);
        let rest = self.num.rem_euclid(self.den).checked_mul(power)?;
        let (digits, left) = (rest / self.den, rest % self.den);
        let up = i128::from(left >= self.den - left);
        let mantissa = whole.checked_mul(power)?.checked_add(digits + up)?;
        Decimal::new(mantissa, decimals)
    }

    /// Rounds up to so many decimals; none if the digits do not fit.
    pub fn rounded_up(self, decimals: u8) -> Option<Decimal> {
        let power = Self::whole(10i128.checked_pow(u32::from(decimals))?);
        Decimal::new(self.checked_mul(power)?.ceil(), decimals)
    }

    /// Rounds down to so many decimals; none if the digits do not fit.
    pub fn rounded_down(self, decimals: u8) -> Option<Decimal> {
        let power = Self::whole(10i128.checked_pow(u32::from(decimals))?);
        let scaled = self.checked_mul(power)?;
        Decimal::new(scaled.num.div_euclid(scaled.den), decimals)
    }

    /// Rounds for print so that the figure never contradicts a comparison: to `decimals`, or to as many more as it takes to
    /// pass each limit exactly when the value itself does. 79.996 beside at least 80 is not 80.00.
    pub fn shown(self, decimals: u8, limits: &[Limit]) -> Option<Decimal> {
        let mut last = None;
        for digits in decimals..=Decimal::MAX_SCALE {
            let Some(rounded) = self.rounded(digits) else { break };
            let Some(value) = rounded.ratio() else { break };
            last = Some(rounded);
            if limits.iter().all(|limit| limit.passes(value) == limit.passes(self)) {
                return last;
            }
        }
        last
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares by whole parts, then by the reciprocals of what is left, so that nothing can overflow.
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            let whole = a.num.div_euclid(a.den).cmp(&b.num.div_euclid(b.den));
            if whole != Ordering::Equal {
                return whole;
            }
            let (left, right) = (a.num.rem_euclid(a.den), b.num.rem_euclid(b.den));
            if left == 0 || right == 0 {
                return left.cmp(&right);
            }
            // left/a.den < right/b.den exactly when b.den/right < a.den/left.
            (a, b) = (Self { num: b.den, den: right }, Self { num: a.den, den: left });
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    // Both inputs are above i128::MIN, so the divisor fits.
    i128::try_from(a).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(num: i128, den: i128) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn a_figure_never_contradicts_its_limit() {
        let limit = [Limit::Low(Ratio::whole(80))];
        let just_under = ratio(79_996, 1000);
        assert_eq!(just_under.shown(2, &limit).unwrap().to_string(), "79.996");
        assert_eq!(just_under.shown(2, &[]).unwrap().to_string(), "80.00");
        assert_eq!(ratio(80_004, 1000).shown(2, &limit).unwrap().to_string(), "80.00");
        assert_eq!(ratio(80_004, 1000).shown(2, &[Limit::High(Ratio::whole(80))]).unwrap().to_string(), "80.004");
        assert_eq!(ratio(80, 1).shown(2, &limit).unwrap().to_string(), "80.00");
        assert_eq!(ratio(2, 3).shown(1, &limit).unwrap().to_string(), "0.7");
    }

    #[test]
    fn half_goes_up() {
        assert_eq!(ratio(1, 8).rounded(2).unwrap().to_string(), "0.13");
        assert_eq!(ratio(-1, 8).rounded(2).unwrap().to_string(), "-0.12");
        assert_eq!(ratio(999_999, 1000).rounded(2).unwrap().to_string(), "1000.00");
    }

    #[test]
    fn compares_what_would_overflow() {
        let (a, b) = (ratio(i128::MAX, i128::MAX - 1), ratio(i128::MAX - 1, i128::MAX - 2));
        assert!(a < b);
        assert!(ratio(-1, 3) < ratio(-1, 4));
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_multiplication(a in -1_000_000i128..1_000_000, b in 1i128..1_000_000, c in -1_000_000i128..1_000_000, d in 1i128..1_000_000) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn a_common_factor_changes_nothing(a in 0i128..1_000_000_000, b in 1i128..1_000_000_000, k in 1i128..1_000_000) {
            prop_assert_eq!(ratio(a, b), ratio(a * k, b * k));
        }

        #[test]
        fn sums_and_products_undo(a in -10_000i128..10_000, b in 1i128..10_000, c in -10_000i128..10_000, d in 1i128..10_000) {
            let (x, y) = (ratio(a, b), ratio(c, d));
            prop_assert_eq!(x.checked_add(y).unwrap().checked_sub(y).unwrap(), x);
            if c != 0 {
                prop_assert_eq!(x.checked_mul(y).unwrap().checked_div(y).unwrap(), x);
            }
        }

        #[test]
        fn rounding_is_within_half_a_unit(a in 0i128..1_000_000, b in 1i128..1_000, digits in 0u8..6) {
            let power = 10i128.pow(u32::from(digits));
            let rounded = ratio(a, b).rounded(digits).unwrap().mantissa();
            prop_assert!((2 * (rounded * b - a * power)).abs() <= b);
        }

        #[test]
        fn shown_stands_on_the_same_side(a in 0i128..100_000, b in 1i128..100_000, limit in 0i128..10_000) {
            let (value, limit) = (ratio(a, b), ratio(limit, 100));
            let shown = value.shown(1, &[Limit::Low(limit), Limit::High(limit)]).unwrap().ratio().unwrap();
            prop_assert_eq!(shown.cmp(&limit), value.cmp(&limit));
        }
    }
}
