//! Working days counted fast: a register asks of every dossier what a report is asked once.

use chrono::{Datelike, Days, NaiveDate};

use super::{Calendar, DayOff};

/// The working days of some years, numbered.
#[derive(Clone, Debug)]
pub struct WorkingDays {
    first: NaiveDate,
    /// How many working days there are up to and with each day.
    up_to: Vec<u32>,
    /// The working days in order.
    days: Vec<NaiveDate>,
}

impl WorkingDays {
    /// Numbers the working days from the first day of a year to the last of another.
    pub fn new(calendar: &Calendar, years: (i32, i32)) -> Self {
        let bound = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let (first, end) = (bound(years.0), bound(years.1 + 1));
        let mut list = Self { first, up_to: Vec::new(), days: Vec::new() };
        for day in first.iter_days().take_while(|day| *day < end) {
            if calendar.is_working(day) {
                list.days.push(day);
            }
            list.up_to.push(u32::try_from(list.days.len()).unwrap_or(u32::MAX));
        }
        list
    }

    /// Returns how many working days there are up to and with a day; none outside the years.
    fn rank(&self, day: NaiveDate) -> Option<usize> {
        let at = usize::try_from((day - self.first).num_days()).ok()?;
        self.up_to.get(at).map(|rank| *rank as usize)
    }

    /// Returns the day on which a dossier is due that may take so many working days: the day of receipt is not one of them.
    /// None outside the years.
    pub fn due(&self, received: NaiveDate, working_days: u32, day_off: DayOff) -> Option<NaiveDate> {
        let rank = self.rank(received)?;
        // Received on a day off, the number of working days so far is that of the last one before it.
        let is_off = rank == 0 || self.days[rank - 1] != received;
        let begins = rank + usize::from(is_off && day_off == DayOff::NextWorkingDay);
        let after = begins + usize::try_from(working_days).ok()?;
        if after == rank {
            return Some(received);
        }
        self.days.get(after - 1).copied()
    }

    /// Returns how many working days lie after one day up to and with another; none if it is not later, or outside the years.
    pub fn between(&self, after: NaiveDate, until: NaiveDate) -> Option<u32> {
        let (from, to) = (self.rank(after)?, self.rank(until)?);
        u32::try_from(to.checked_sub(from)?).ok()
    }

    /// Returns the first and last year that are numbered.
    pub fn years(&self) -> (i32, i32) {
        let last = self.first.checked_add_days(Days::new(self.up_to.len().saturating_sub(1) as u64));
        (self.first.year(), last.unwrap_or(self.first).year())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Due;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The calendar of 2019 with its make-up Saturday.
    fn calendar() -> Calendar {
        let off = [
            "2019-01-01",
            "2019-02-04",
            "2019-02-05",
            "2019-02-06",
            "2019-02-07",
            "2019-02-08",
            "2019-04-29",
            "2019-04-30",
            "2019-05-01",
        ];
        Calendar { days_off: off.map(day).into(), working_days: [day("2019-05-04")].into() }
    }

    #[test]
    fn tet_a_make_up_saturday_and_days_off() {
        let days = WorkingDays::new(&calendar(), (2018, 2020));
        let cases = [
            ("2019-02-01", 1, DayOff::SameDay, "2019-02-11"),
            ("2019-02-01", 5, DayOff::SameDay, "2019-02-15"),
            // Received on the Saturday that is worked.
            ("2019-05-04", 1, DayOff::SameDay, "2019-05-06"),
            ("2019-05-03", 1, DayOff::SameDay, "2019-05-04"),
            // Received on a Sunday.
            ("2019-03-03", 1, DayOff::SameDay, "2019-03-04"),
            ("2019-03-03", 1, DayOff::NextWorkingDay, "2019-03-05"),
            ("2019-03-03", 0, DayOff::SameDay, "2019-03-03"),
            ("2019-03-03", 0, DayOff::NextWorkingDay, "2019-03-04"),
            ("2019-03-04", 1, DayOff::NextWorkingDay, "2019-03-05"),
        ];
        for (received, n, rule, due) in cases {
            assert_eq!(days.due(day(received), n, rule), Some(day(due)), "{received} + {n} {rule:?}");
        }
        assert_eq!(days.due(day("2017-12-29"), 1, DayOff::SameDay), None);
        assert_eq!(days.between(day("2019-02-01"), day("2019-02-11")), Some(1));
        assert_eq!(days.between(day("2019-02-01"), day("2019-02-01")), Some(0));
        assert_eq!(days.between(day("2019-02-11"), day("2019-02-01")), None);
        assert_eq!(days.years(), (2018, 2020));
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_calendar_day_by_day(after in 0i64..700, n in 0u16..200) {
            let (calendar, received) = (calendar(), day("2018-01-01") + chrono::Duration::days(after));
            let days = WorkingDays::new(&calendar, (2018, 2020));
            let due = days.due(received, u32::from(n), DayOff::SameDay);
            prop_assert_eq!(due, calendar.due(received, Due::WorkingDays(n)));
            if let Some(due) = due {
                prop_assert_eq!(days.between(received, due), Some(u32::from(n)));
            }
        }
    }
}
