//! Exact decimal numbers: bounds as written in plan.toml, figures as written in data/.

use std::fmt;

use super::Ratio;

/// A whole number divided by a power of ten: `mantissa / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    /// The most decimals a number may have.
    pub const MAX_SCALE: u8 = 30;

    /// Makes `mantissa / 10^scale`; none if the scale is over [`Self::MAX_SCALE`].
    pub fn new(mantissa: i128, scale: u8) -> Option<Self> {
        (scale <= Self::MAX_SCALE).then_some(Self { mantissa, scale })
    }

    /// Makes a whole number.
    pub fn whole(value: i128) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// Reads `-12`, `80`, `79.996`, `1e2` or `2.5E-1`, as TOML writes numbers without underscores; none if it is no such number
    /// or has more than 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let unsigned = number.strip_prefix(['+', '-']).unwrap_or(number);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0').len();
        if digits.is_empty() || significant > 18 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let value: i128 = digits.parse().ok()?;
        let value = if number.starts_with('-') { -value } else { value };
        let scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        match u8::try_from(scale) {
            Ok(scale) => Self::new(value, scale),
            Err(_) if (-18..0).contains(&scale) => {
                let power = 10i128.checked_pow(scale.unsigned_abs())?;
                Some(Self::whole(value.checked_mul(power)?))
            }
            Err(_) => None,
        }
    }

    /// Returns the number times `10^scale`.
    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// Returns how many decimals it has.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Returns the same number as a fraction; none if `10^scale` does not fit.
    pub fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.mantissa, 10i128.checked_pow(u32::from(self.scale))?)
    }

    /// Adds two numbers; none on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let sum = self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?;
        Some(Self { mantissa: sum, scale })
    }

    /// Subtracts; none on overflow.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { mantissa: other.mantissa.checked_neg()?, scale: other.scale })
    }

    /// Tells whether the number is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Returns the number without its sign; the least one there is, which has no other, stays as it is.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self { mantissa: self.mantissa.checked_abs().unwrap_or(self.mantissa), ..self }
    }

    /// Returns the same number without zeros at the end of its decimals.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    fn at_scale(self, scale: u8) -> Option<i128> {
        let power = 10i128.checked_pow(u32::from(scale.checked_sub(self.scale)?))?;
        self.mantissa.checked_mul(power)
    }
}

/// Writes the number with a point and all its decimals: `79.996`, `-3`, `80.00`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_toml_writes() {
        let cases = [
            ("80", "80"),
            ("79.996", "79.996"),
            ("-0.50", "-0.50"),
            ("1e2", "100"),
            ("2.5e-1", "0.25"),
            ("+7", "7"),
            ("0.1", "0.1"),
        ];
        for (text, shown) in cases {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), shown, "{text}");
        }
        for text in ["", "-", "nan", "inf", "1,5", "1e99", "1234567890123456789", "1.2.3"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn writes_and_reads_back(mantissa in -999_999_999_999_999_999i128..=999_999_999_999_999_999, scale in 0u8..=15) {
            let number = Decimal::new(mantissa, scale).unwrap();
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        }
    }
}
