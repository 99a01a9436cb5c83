//! What words in a sheet stand for: units, measures, periods, days.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate};

use super::alike::meant;
use super::taken::{outside, unknown};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{DayOrder, Month, Party, Period, PeriodKind, Recipe, RowsAre, Timetable, UnitId};
use crate::syntax::names::kept;
use crate::syntax::table::Cell;
use crate::syntax::{cell, loose};
use crate::text::{BadDate, Finding, Misread};

/// What words in a sheet stand for.
#[derive(Clone, Copy)]
pub(super) struct Says<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) times: &'a Timetable,
    pub(super) recipe: &'a Recipe,
    /// What unknown names are near to; for the first few, so that a wrong column of a large table does not take minutes.
    pub(super) nearest: &'a RefCell<Nearest>,
}

impl Says<'_> {
    /// Returns the name of the unit that is nearest to one that nobody has.
    fn near(self, text: &str) -> Option<String> {
        let near = self.nearest.borrow_mut().name(text, &self.loaded.names)?;
        Some(self.loaded.unit_called(&near).map_or(near, |unit| self.unit_name(unit)))
    }

    pub(super) fn unit_name(self, unit: UnitId) -> String {
        self.loaded.plan.party_name(Party::Unit(unit)).to_owned()
    }

    /// Finds the unit that a cell names.
    pub(super) fn unit(self, text: &str) -> Result<UnitId, Misread> {
        self.loaded.unit_called(text).ok_or_else(|| {
            let (name, rows) = (text.to_owned(), RowsAre::Units.word().to_owned());
            Misread::UnknownRow { name, rows, near: self.near(text) }
        })
    }

    /// Finds the measure of the form that a cell names, by its name or id.
    pub(super) fn measure(self, text: &str) -> Result<u16, Misread> {
        let measures = &self.loaded.plan.form(self.recipe.form).measures;
        let found = meant(text, measures);
        found.ok_or_else(|| unknown(text, RowsAre::Measures, measures.iter().map(|own| own.name.as_str())))
    }

    /// Reads the period that a cell names, also as people write it; the first day of a month stands for the month.
    pub(super) fn period(self, own: &Cell) -> Result<Period, Misread> {
        let every = self.loaded.plan.form(self.recipe.form).every;
        let text = kept(own.text());
        let period = period_of(own, self.recipe.year).ok_or_else(|| match own {
            Cell::Date(_) => Misread::from(Finding::BadPeriod { text: text.clone(), near: None }),
            _ => unknown(&text, RowsAre::Periods, std::iter::empty()),
        })?;
        if period.kind() != every {
            let example = Period::holding(every, period.months().first).to_string();
            return Err(Misread::from(Finding::PeriodKind { text, example }));
        }
        Ok(period)
    }

    /// Finds the unit that a cell above the table names.
    pub(super) fn unit_in(self, cell: &Cell) -> Result<UnitId, Misread> {
        let text = kept(cell.text());
        // `Đơn vị: Văn phòng Sở` names the unit behind the colon.
        let behind = text.split_once(':').map(|(_, rest)| rest.trim());
        let found = self.loaded.unit_called(&text).or_else(|| self.loaded.unit_called(behind?));
        let near = || self.near(behind.unwrap_or(&text));
        found.ok_or_else(|| Misread::NoUnitIn { near: near(), text: text.clone() })
    }

    /// Finds the one period that a cell above the table names among other words.
    pub(super) fn period_in(self, own: &Cell) -> Result<Period, Misread> {
        let text = kept(own.text());
        let every = self.loaded.plan.form(self.recipe.form).every;
        let among = || if let Cell::Text(_) = own { Period::parse(&loose::period_in(&text)?) } else { None };
        let found = period_of(own, self.recipe.year).or_else(among);
        match found {
            Some(period) if period.kind() == every => Ok(period),
            Some(period) => {
                let example = Period::holding(every, period.months().first).to_string();
                Err(Misread::from(Finding::PeriodKind { text, example }))
            }
            None => Err(Misread::NoPeriodIn { text }),
        }
    }

    /// Checks that a unit owes the form, and that the plan has the period.
    pub(super) fn fits(self, unit: UnitId, period: Period) -> Result<(), Misread> {
        let form = self.loaded.plan.form(self.recipe.form);
        if !form.units.contains(&unit) {
            let (unit, form) = (self.unit_name(unit), form.id.value.clone());
            return Err(Misread::from(Finding::UnitNotListed { unit, form }));
        }
        if period.kind() != form.every {
            let example = Period::holding(form.every, period.months().first).to_string();
            return Err(Misread::from(Finding::PeriodKind { text: period.to_string(), example }));
        }
        if self.times.form(self.recipe.form).index(period).is_none() && !form.history {
            return Err(outside(&period.to_string()));
        }
        Ok(())
    }

    /// Reads a day of receipt: ISO, or in the order that the recipe says.
    pub(super) fn day(self, own: &Cell) -> Result<NaiveDate, Misread> {
        day_of(own, self.recipe.dates)
    }
}

/// Reads a day: ISO, or in the order given.
pub(super) fn day_of(own: &Cell, dates: DayOrder) -> Result<NaiveDate, Misread> {
    let text = kept(own.text());
    let example = match dates {
        DayOrder::DayFirst => "31/12/2019",
        DayOrder::MonthFirst => "12/31/2019",
    };
    let bad = |why| Misread::NotDay { text: text.clone(), example, why };
    match cell::date(text.split(' ').next().unwrap_or_default()) {
        Ok(day) => return Ok(day),
        Err(BadDate::TwoDigitYear) => return Err(bad(BadDate::TwoDigitYear)),
        Err(_) => {}
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [first, second, year] = parts[..] else { return Err(bad(BadDate::NotIso)) };
    if year.len() != 4 {
        return Err(bad(BadDate::TwoDigitYear));
    }
    let (day, month) = match dates {
        DayOrder::DayFirst => (first, second),
        DayOrder::MonthFirst => (second, first),
    };
    let read = |text: &str| text.parse::<u32>().ok();
    let day = read(year)
        .zip(read(month))
        .zip(read(day))
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day));
    day.ok_or_else(|| bad(BadDate::Impossible))
}

/// Reads the period that a cell names; one without a year is of the year given.
pub(super) fn period_of(own: &Cell, year: Option<i32>) -> Option<Period> {
    match own {
        // What people type as 3/2019 a spreadsheet turns into the first day of the month.
        Cell::Date(text) => {
            let day = cell::date(text).ok().filter(|day| day.day() == 1)?;
            let month = Month::new(day.year(), u8::try_from(day.month()).ok()?)?;
            Some(Period::holding(PeriodKind::Month, month))
        }
        // 2019.10 is stored as 2019.1, and a formula says how it was worked out, not what.
        Cell::Number(text) if text.contains('.') => None,
        Cell::Number(text) | Cell::Text(text) => period(&kept(text), year),
        Cell::Empty | Cell::Percent(_) | Cell::Error(_) | Cell::Formula(_) | Cell::Other(_) => None,
    }
}

/// Reads a period; one without a year is of the year given.
pub(super) fn period(text: &str, year: Option<i32>) -> Option<Period> {
    let own = Period::parse(text).or_else(|| Period::parse(&loose::period(text)?));
    own.or_else(|| Period::parse(&loose::period(&format!("{text} {}", year?))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_of_a_month_stands_for_the_month() {
        let april = Period::parse("2019-04");
        assert!(april.is_some());
        let (date, text) = (|text: &str| Cell::Date(text.to_owned()), |text: &str| Cell::Text(text.to_owned()));
        assert_eq!(period_of(&date("2019-04-01"), None), april);
        assert_eq!(period_of(&date("2019-04-02"), None), None);
        assert_eq!(period_of(&date("10:30:00"), None), None);
        assert_eq!(period_of(&text("Tháng  4/2019"), None), april);
        assert_eq!(period_of(&text("Tháng 4"), Some(2019)), april);
        assert_eq!(period_of(&text("2019-04-01"), None), None);
    }
}
