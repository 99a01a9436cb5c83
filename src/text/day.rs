//! How days and periods are written.

use chrono::{Datelike, NaiveDate};

use super::Lang;

/// A period to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodName {
    /// Year, month.
    Month(i32, u8),
    /// Year, quarter.
    Quarter(i32, u8),
    /// Year, half.
    Half(i32, u8),
    /// The first nine months of a year.
    NineMonths(i32),
    /// A year.
    Year(i32),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes a day in digits: `30/06/2019`; in English `2019-06-30`, which cannot be misread.
pub fn day(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    }
}

/// Writes a day as official documents do: days under 10 and the months 1 and 2 get a zero (Decree 30/2020/NĐ-CP).
pub fn long_day(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi if day.month() < 3 => format!("ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year()),
        Lang::Vi => format!("ngày {:02} tháng {} năm {}", day.day(), day.month(), day.year()),
        Lang::En => format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year()),
    }
}

/// Names a day of the week, Monday being 0.
pub fn weekday(from_monday: u32, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Vi => ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    names[(from_monday % 7) as usize]
}

/// Names a period.
pub fn period(period: PeriodName, lang: Lang) -> String {
    let roman =
        |quarter: u8| ["I", "II", "III", "IV"].get(usize::from(quarter).wrapping_sub(1)).copied().unwrap_or("?");
    match (lang, period) {
        (Lang::Vi, PeriodName::Month(year, month)) => format!("tháng {month}/{year}"),
        (Lang::Vi, PeriodName::Quarter(year, quarter)) => format!("quý {}/{year}", roman(quarter)),
        (Lang::Vi, PeriodName::Half(year, 1)) => format!("6 tháng đầu năm {year}"),
        (Lang::Vi, PeriodName::Half(year, _)) => format!("6 tháng cuối năm {year}"),
        (Lang::Vi, PeriodName::NineMonths(year)) => format!("9 tháng đầu năm {year}"),
        (Lang::Vi, PeriodName::Year(year)) => format!("năm {year}"),
        (Lang::En, PeriodName::Month(year, month)) => {
            format!("{} {year}", MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?"))
        }
        (Lang::En, PeriodName::Quarter(year, quarter)) => format!("Q{quarter} {year}"),
        (Lang::En, PeriodName::Half(year, 1)) => format!("first half of {year}"),
        (Lang::En, PeriodName::Half(year, _)) => format!("second half of {year}"),
        (Lang::En, PeriodName::NineMonths(year)) => format!("first nine months of {year}"),
        (Lang::En, PeriodName::Year(year)) => format!("{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_stand_where_the_decree_puts_them() {
        let of = |y, m, d| long_day(NaiveDate::from_ymd_opt(y, m, d).unwrap(), Lang::Vi);
        assert_eq!(of(2019, 1, 5), "ngày 05 tháng 01 năm 2019");
        assert_eq!(of(2019, 3, 15), "ngày 15 tháng 3 năm 2019");
        assert_eq!(of(2019, 12, 9), "ngày 09 tháng 12 năm 2019");
    }

    #[test]
    fn names_periods() {
        assert_eq!(period(PeriodName::Quarter(2019, 4), Lang::Vi), "quý IV/2019");
        assert_eq!(period(PeriodName::Half(2019, 2), Lang::Vi), "6 tháng cuối năm 2019");
        assert_eq!(period(PeriodName::Month(2019, 6), Lang::En), "June 2019");
    }
}
