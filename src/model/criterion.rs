//! The criteria of an index, and the rules that points are given by.

use super::{Bound, Decimal, FormId, IndexId, IndicatorId, MeasureId, Party, Ratio};
use crate::diag::{Place, SourceId, Spanned};

/// An index that the plan serves, such as PAR INDEX.
#[derive(Clone, Debug)]
pub struct Index {
    /// Stable id, with its place.
    pub id: Spanned<String>,
    /// Name as shown.
    pub name: String,
    /// The year that it scores, if it has criteria.
    pub year: i32,
    /// Whom its criteria are for: a department, a province.
    pub level: Option<String>,
    /// The document that the criteria are of.
    pub source: Option<String>,
    /// Whether the criteria are made up as an example.
    pub example: bool,
    /// Whether the criteria that a survey scores are left out of points and maximum.
    pub without_survey: bool,
    /// The most that bonuses add together.
    pub bonus_cap: Option<Decimal>,
    /// The most that is taken away in all.
    pub malus_cap: Option<Decimal>,
    /// The file that declares the criteria, if it is not plan.toml.
    pub file: Option<SourceId>,
    /// Whether its criteria could not be read.
    pub is_unread: bool,
    /// Its criteria in the order declared, each after the one that it is a part of; none if nothing is scored.
    pub criteria: Vec<Criterion>,
    /// A remark on the declaration.
    pub note: Option<String>,
}

/// A line of an index: a leaf that earns points, or a heading over such.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its number, `2.1.3`; `2.1` and `2` are above it where they are declared.
    pub no: Spanned<String>,
    /// Name as shown.
    pub name: String,
    /// Place in the index of the one it is a part of.
    pub parent: Option<usize>,
    /// How many stand above it.
    pub depth: usize,
    /// The most points it can earn, or take away; none for a heading of which nothing is said.
    pub max: Option<Decimal>,
    /// How its points count in the index.
    pub adds: Adds,
    /// How points are given; none for a heading.
    pub rule: Option<Rule>,
    /// What it earns where nothing arose.
    pub when_none: Option<WhenNone>,
    /// Whether a survey gives its points, so that it is never self-scored.
    pub survey: bool,
    /// Whether it earns nothing without a document.
    pub evidence: bool,
    /// Place in the plan of the task that serves it.
    pub task: Option<usize>,
    /// Who answers for it: as declared, else those who lead the task.
    pub owners: Vec<Party>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

/// How points of a criterion count in its index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Adds {
    /// Within the maximum.
    #[default]
    Within,
    /// Added to what the others earn.
    Bonus,
    /// Taken from it.
    Malus,
}

/// What a criterion earns where nothing arose that it could be measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenNone {
    /// All its points.
    Full,
    /// It is left out, and so is its maximum.
    LeftOut,
    /// Nothing.
    Zero,
}

/// How points are given. Values of rates are in percent.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Those of the best band that the value reaches, the bound included; nothing if it reaches none.
    Bands {
        /// What is measured.
        indicator: IndicatorId,
        /// The bands, the best value first.
        bands: Vec<Band>,
        /// Whether less is better, and each band holds up to its bound.
        falling: bool,
    },
    /// The maximum times the value over `cap`, not above the maximum; nothing under `floor`.
    Linear {
        /// What is measured.
        indicator: IndicatorId,
        /// The value under which there are no points.
        floor: Option<Decimal>,
        /// The value that earns the maximum.
        cap: Decimal,
    },
    /// The maximum or nothing.
    YesNo(Test),
    /// The points of each item that is there.
    Items(Vec<Item>),
    /// So many points for each case, not above the maximum.
    PerCase {
        /// What is counted.
        cases: Cases,
        /// Points for each.
        each: Decimal,
    },
    /// The maximum less so many points for each case, not under nothing.
    Deduction {
        /// What is counted.
        cases: Cases,
        /// Points for each.
        each: Decimal,
    },
    /// The maximum as long as there is no case.
    Trigger(Cases),
    /// People give them.
    Manual,
}

/// A band of values that earn the same points.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Where it begins, seen from worse values.
    pub bound: Decimal,
    /// What it earns.
    pub points: Decimal,
}

/// Something that is so or not.
#[derive(Clone, Debug)]
pub enum Test {
    /// A value is within a bound.
    Holds(IndicatorId, Bound),
    /// A document was handed in: place of the task, and of the deliverable in it.
    Handed(usize, usize),
}

/// An item that earns points by itself.
#[derive(Clone, Debug)]
pub struct Item {
    /// Name as shown.
    pub name: String,
    /// What it must be.
    pub test: Test,
    /// What it earns.
    pub points: Decimal,
}

/// What is counted one by one.
#[derive(Clone, Debug)]
pub enum Cases {
    /// What measures come to.
    Measures(Vec<MeasureId>),
    /// Reports of forms that came late, or have not come though they are due.
    LateReports(Vec<FormId>),
}

/// What figures are folded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sought {
    /// An indicator.
    Indicator(IndicatorId),
    /// The cases that a criterion counts: the index, and the criterion's place in it.
    Cases(IndexId, usize),
}

impl Index {
    /// Returns the places of the criteria right under one, or of the fields.
    pub fn parts(&self, of: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.criteria.len()).filter(move |at| self.criteria[*at].parent == of)
    }

    /// Returns the field that a criterion lies in.
    pub fn field(&self, mut at: usize) -> usize {
        while let Some(above) = self.criteria[at].parent {
            at = above;
        }
        at
    }
}

impl Adds {
    /// Returns the word of plan.toml; none for what is within the maximum.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Within => None,
            Self::Bonus => Some("bonus"),
            Self::Malus => Some("malus"),
        }
    }
}

impl Rule {
    /// Returns the word of plan.toml.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Bands { .. } => "bands",
            Self::Linear { .. } => "linear",
            Self::YesNo(_) => "yes-no",
            Self::Items(_) => "items",
            Self::PerCase { .. } => "per-case",
            Self::Deduction { .. } => "deduction",
            Self::Trigger(_) => "trigger",
            Self::Manual => "manual",
        }
    }

    /// Returns the cases that it counts.
    pub fn cases(&self) -> Option<&Cases> {
        match self {
            Self::PerCase { cases, .. } | Self::Deduction { cases, .. } | Self::Trigger(cases) => Some(cases),
            Self::Bands { .. } | Self::Linear { .. } | Self::YesNo(_) | Self::Items(_) | Self::Manual => None,
        }
    }

    /// Returns the indicators that it needs, in the order of the rule.
    pub fn indicators(&self) -> Vec<IndicatorId> {
        let of_test = |test: &Test| match test {
            Test::Holds(indicator, _) => Some(*indicator),
            Test::Handed(..) => None,
        };
        match self {
            Self::Bands { indicator, .. } | Self::Linear { indicator, .. } => vec![*indicator],
            Self::YesNo(test) => of_test(test).into_iter().collect(),
            Self::Items(items) => items.iter().filter_map(|item| of_test(&item.test)).collect(),
            Self::PerCase { .. } | Self::Deduction { .. } | Self::Trigger(_) | Self::Manual => Vec::new(),
        }
    }
}

impl Cases {
    /// Returns the measures that are counted.
    pub fn measures(&self) -> &[MeasureId] {
        match self {
            Self::Measures(measures) => measures,
            Self::LateReports(_) => &[],
        }
    }
}

/// Returns the points of the best band that a value reaches, the bound included; nothing if it reaches none. None if a bound does
/// not fit.
pub fn band_points(bands: &[Band], falling: bool, value: Ratio) -> Option<Ratio> {
    for band in bands {
        let bound = band.bound.ratio()?;
        if (falling && value <= bound) || (!falling && value >= bound) {
            return band.points.ratio();
        }
    }
    Some(Ratio::ZERO)
}

/// Returns `max` times the value over `cap`, between nothing and `max`, and nothing under `floor`. None if it does not fit.
pub fn linear_points(max: Decimal, floor: Option<Decimal>, cap: Decimal, value: Ratio) -> Option<Ratio> {
    let max = max.ratio()?;
    if let Some(floor) = floor
        && value < floor.ratio()?
    {
        return Some(Ratio::ZERO);
    }
    let share = value.checked_div(cap.ratio()?)?;
    Some(max.checked_mul(share)?.min(max).max(Ratio::ZERO))
}

/// Returns so many points for each case, not above `max`. None if it does not fit.
pub fn case_points(max: Decimal, each: Decimal, cases: Ratio) -> Option<Ratio> {
    Some(each.ratio()?.checked_mul(cases)?.min(max.ratio()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn ratio(text: &str) -> Ratio {
        number(text).ratio().unwrap()
    }

    fn band(bound: &str, points: &str) -> Band {
        Band { bound: number(bound), points: number(points) }
    }

    #[test]
    fn a_band_holds_from_its_bound_on() {
        let bands = [band("80", "1"), band("60", "0.5")];
        for (value, points) in
            [("79.9999", "0.5"), ("80", "1"), ("80.0001", "1"), ("59.9999", "0"), ("60", "0.5"), ("0", "0")]
        {
            assert_eq!(band_points(&bands, false, ratio(value)), Some(ratio(points)), "{value}");
        }
        let falling = [band("0", "1"), band("5", "0.5")];
        for (value, points) in [("0", "1"), ("0.0001", "0.5"), ("5", "0.5"), ("5.0001", "0")] {
            assert_eq!(band_points(&falling, true, ratio(value)), Some(ratio(points)), "{value}");
        }
    }

    #[test]
    fn a_line_has_a_floor_and_a_cap() {
        let points = |floor: Option<&str>, cap: &str, value: &str| {
            linear_points(number("2"), floor.map(number), number(cap), ratio(value)).unwrap()
        };
        assert_eq!(points(Some("95"), "100", "94.9999"), Ratio::ZERO);
        assert_eq!(points(Some("95"), "100", "95"), ratio("1.9"));
        assert_eq!(points(Some("95"), "100", "100"), ratio("2"));
        assert_eq!(points(None, "50", "49"), ratio("1.96"));
        assert_eq!(points(None, "50", "50"), ratio("2"));
        assert_eq!(points(None, "50", "51"), ratio("2"));
        assert_eq!(points(None, "100", "0"), Ratio::ZERO);
    }

    #[test]
    fn cases_count_up_to_the_maximum() {
        let points = |cases: i128| case_points(number("1"), number("0.25"), Ratio::whole(cases)).unwrap();
        assert_eq!([0, 1, 3, 4, 5].map(points), ["0", "0.25", "0.75", "1", "1"].map(ratio));
    }

    proptest! {
        #[test]
        fn more_of_a_good_thing_never_loses_points(
            a in 0i128..2_000_000, b in 0i128..2_000_000, bounds in prop::collection::btree_set(1i128..100, 1..6),
            floor in 0i128..100, cap in 1i128..150,
        ) {
            let (low, high) = (Ratio::new(a.min(b), 10_000).unwrap(), Ratio::new(a.max(b), 10_000).unwrap());
            let bands: Vec<_> = bounds.iter().enumerate().rev()
                .map(|(at, bound)| Band { bound: Decimal::whole(*bound), points: Decimal::whole(at as i128 + 1) })
                .collect();
            prop_assert!(band_points(&bands, false, low).unwrap() <= band_points(&bands, false, high).unwrap());
            let mut fewer = bands.clone();
            fewer.reverse();
            let most = bands.len() as i128;
            let fewer: Vec<_> = fewer.iter().enumerate()
                .map(|(at, own)| Band { points: Decimal::whole(most - at as i128), ..*own })
                .collect();
            prop_assert!(band_points(&fewer, true, low).unwrap() >= band_points(&fewer, true, high).unwrap());
            let line = |value| linear_points(number("1.5"), Some(Decimal::whole(floor)), Decimal::whole(cap), value).unwrap();
            prop_assert!(line(low) <= line(high) && line(high) <= ratio("1.5"));
            let cases = |count: i128| case_points(number("2"), number("0.3"), Ratio::whole(count)).unwrap();
            prop_assert!(cases(a.min(b)) <= cases(a.max(b)) && cases(a) <= ratio("2"));
        }
    }
}
