//! Reporting periods: which months they hold. Which days a month holds is the window's matter.

use std::fmt;

/// A month counted from year 0: `year * 12 + month - 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// Makes a month; none unless `month` is 1 to 12 and the year has four digits.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((1..=12).contains(&month) && (1000..=9999).contains(&year)).then(|| Self(year * 12 + i32::from(month) - 1))
    }

    /// Returns the January of a year.
    pub fn january(year: i32) -> Self {
        Self(year * 12)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// Returns the month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1)
    }

    /// Returns the month so many months later.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Returns how many months this one is after another.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// A stretch of whole months, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
}

impl Months {
    /// Tells whether another stretch lies within this one.
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    Month,
    Quarter,
    Half,
    /// January to September; a span for reports, never a form's period.
    NineMonths,
    Year,
}

impl PeriodKind {
    /// Returns how many months it holds.
    pub fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::NineMonths => 9,
            Self::Year => 12,
        }
    }

    /// Returns the word of plan.toml for a form's period.
    pub fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::NineMonths => "nine-months",
            Self::Year => "year",
        }
    }

    /// Returns the kind for a word of plan.toml.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Month, Self::Quarter, Self::Half, Self::Year].into_iter().find(|kind| kind.word() == word)
    }
}

/// One period: `2019-06`, `2019-Q2`, `2019-H1`, `2019-9M`, `2019`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Month,
    kind: PeriodKind,
}

impl Period {
    /// Returns the period of a kind that holds a month; for nine months, the one of the month's year.
    pub fn holding(kind: PeriodKind, month: Month) -> Self {
        let into_year = i32::from(month.month()) - 1;
        let into_period = match kind {
            PeriodKind::NineMonths => into_year,
            PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Half | PeriodKind::Year => into_year % kind.months(),
        };
        Self { first: month.plus(-into_period), kind }
    }

    /// Reads `2019-06`, `2019-Q2`, `2019-H1`, `2019-9M` or `2019`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        let (kind, ordinal) = match rest.map(str::as_bytes) {
            None => (PeriodKind::Year, 1),
            Some([b'Q', q @ b'1'..=b'4']) => (PeriodKind::Quarter, q - b'0'),
            Some([b'H', h @ b'1'..=b'2']) => (PeriodKind::Half, h - b'0'),
            Some(b"9M") => (PeriodKind::NineMonths, 1),
            Some([tens @ b'0'..=b'1', units @ b'0'..=b'9']) => (PeriodKind::Month, (tens - b'0') * 10 + (units - b'0')),
            Some(_) => return None,
        };
        let months = u8::try_from(kind.months()).ok()?;
        let first = Month::new(year, ordinal.checked_sub(1)?.checked_mul(months)?.checked_add(1)?)?;
        Some(Self { first, kind })
    }

    /// Returns how long it is.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// Returns its months.
    pub fn months(self) -> Months {
        Months { first: self.first, last: self.first.plus(self.kind.months() - 1) }
    }

    /// Returns the period of the same kind so many periods later.
    #[must_use]
    pub fn plus(self, periods: i32) -> Self {
        Self { first: self.first.plus(periods * self.kind.months()), kind: self.kind }
    }

    /// Returns the year it belongs to.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Returns which of its year it is, from 1.
    pub fn ordinal(self) -> u8 {
        u8::try_from((i32::from(self.first.month()) - 1) / self.kind.months() + 1).unwrap_or(1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, ordinal) = (self.year(), self.ordinal());
        match self.kind {
            PeriodKind::Month => write!(f, "{year:04}-{ordinal:02}"),
            PeriodKind::Quarter => write!(f, "{year:04}-Q{ordinal}"),
            PeriodKind::Half => write!(f, "{year:04}-H{ordinal}"),
            PeriodKind::NineMonths => write!(f, "{year:04}-9M"),
            PeriodKind::Year => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_each_kind_and_nothing_else() {
        for text in ["2019-06", "2019-Q2", "2019-H1", "2019-9M", "2019", "2019-12", "2019-Q4", "2019-H2"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2019-6",
            "2019-13",
            "2019-00",
            "2019-Q5",
            "2019-H3",
            "19-06",
            "06/2019",
            "2019-",
            "2019-06-01",
            " 2019",
            "2019-q2",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn writes_and_reads_back(year in 1000i32..=9000, month in 1u8..=12, kind in 0usize..5, later in -50i32..50) {
            let kind = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year][kind];
            let period = Period::holding(kind, Month::new(year + 100, month).unwrap());
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            if kind != PeriodKind::NineMonths {
                prop_assert_eq!(period.plus(later).plus(-later), period);
                prop_assert_eq!(period.plus(1).months().first, period.months().last.plus(1));
            }
        }
    }
}
