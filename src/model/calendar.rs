//! Days: which days a month holds, which days are worked, when something is due.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Month, Months};

/// How months run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Window {
    /// As on the wall.
    #[default]
    Calendar,
    /// From the 15th of the month before to the 14th (the reporting rule of the State's decree 09/2019).
    MidMonth,
}

impl Window {
    /// Returns the first day of a month; none outside the years of the calendar.
    pub fn first_day(self, month: Month) -> Option<NaiveDate> {
        match self {
            Self::Calendar => NaiveDate::from_ymd_opt(month.year(), u32::from(month.month()), 1),
            Self::MidMonth => {
                let before = month.plus(-1);
                NaiveDate::from_ymd_opt(before.year(), u32::from(before.month()), 15)
            }
        }
    }

    /// Returns the last day of a month.
    pub fn last_day(self, month: Month) -> Option<NaiveDate> {
        self.first_day(month.plus(1))?.pred_opt()
    }

    /// Returns the first and last day of a stretch of months.
    pub fn days(self, months: Months) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.first_day(months.first)?, self.last_day(months.last)?))
    }

    /// Returns the month that a day belongs to.
    pub fn month_of(self, day: NaiveDate) -> Option<Month> {
        let month = Month::new(day.year(), u8::try_from(day.month()).ok()?)?;
        match self {
            Self::MidMonth if day.day() >= 15 => Some(month.plus(1)),
            Self::MidMonth | Self::Calendar => Some(month),
        }
    }

    /// Returns the word of plan.toml.
    pub fn word(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::MidMonth => "15-14",
        }
    }
}

/// How long after a period closes its report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On the n-th working day after it.
    WorkingDays(u16),
    /// On the n-th day after it.
    Days(u16),
}

/// The decreed days off and make-up working days; holidays are data, since swaps are decreed each year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days off that fall on weekdays.
    pub days_off: BTreeSet<NaiveDate>,
    /// Saturdays and Sundays worked instead; they win over everything.
    pub working_days: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// Tells whether a day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.working_days.contains(&day) || !(weekend || self.days_off.contains(&day))
    }

    /// Returns the day on which something is due that may come so long after a day; none past the end of the calendar.
    pub fn due(&self, after: NaiveDate, due: Due) -> Option<NaiveDate> {
        match due {
            Due::Days(days) => after.checked_add_days(Days::new(u64::from(days))),
            Due::WorkingDays(days) => {
                let mut day = after;
                for _ in 0..days {
                    day = day.succ_opt()?;
                    while !self.is_working(day) {
                        day = day.succ_opt()?;
                    }
                }
                Some(day)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(window: Window, period: &str) -> (String, String) {
        let (first, last) = window.days(Period::parse(period).unwrap().months()).unwrap();
        (first.to_string(), last.to_string())
    }

    #[test]
    fn the_state_window_runs_from_the_15th() {
        let expected = [
            ("2019-03", "2019-02-15", "2019-03-14"),
            ("2019-Q1", "2018-12-15", "2019-03-14"),
            ("2019-H1", "2018-12-15", "2019-06-14"),
            ("2019-9M", "2018-12-15", "2019-09-14"),
            ("2019", "2018-12-15", "2019-12-14"),
        ];
        for (period, first, last) in expected {
            assert_eq!(days(Window::MidMonth, period), (first.into(), last.into()), "{period}");
        }
        assert_eq!(days(Window::Calendar, "2020-02"), ("2020-02-01".into(), "2020-02-29".into()));
    }

    #[test]
    fn new_year_2020_is_off_and_make_up_saturdays_are_worked() {
        let calendar = Calendar {
            days_off: [day("2020-01-01"), day("2019-04-29")].into(),
            working_days: [day("2019-05-04")].into(),
        };
        assert_eq!(calendar.due(day("2019-12-31"), Due::WorkingDays(2)), Some(day("2020-01-03")));
        assert_eq!(calendar.due(day("2019-05-03"), Due::WorkingDays(1)), Some(day("2019-05-04")));
        assert_eq!(calendar.due(day("2019-04-26"), Due::WorkingDays(1)), Some(day("2019-04-30")));
        assert_eq!(calendar.due(day("2019-04-26"), Due::Days(1)), Some(day("2019-04-27")));
    }

    proptest! {
        #[test]
        fn every_day_lies_in_the_month_it_is_said_to(offset in 0u64..20_000, mid in any::<bool>()) {
            let window = if mid { Window::MidMonth } else { Window::Calendar };
            let day = day("1990-01-01").checked_add_days(Days::new(offset)).unwrap();
            let month = window.month_of(day).unwrap();
            prop_assert!(window.first_day(month).unwrap() <= day && day <= window.last_day(month).unwrap());
        }
    }
}
