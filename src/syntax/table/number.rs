//! Numbers of workbooks as text: as a spreadsheet keeps them, and what their format makes of them.

use calamine::ExcelDateTime;

use super::grid::Cell;

/// Writes a number with the 15 digits that Excel keeps, the last rounded, without an exponent: those beyond are left over from
/// binary sums, as in `2527980.8698990005`. None if it is infinite or no number.
pub(super) fn number(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    // Rounded in decimal by the library, exactly; from here on it is only text.
    let written = format!("{value:.14e}");
    let (digits, power) = written.split_once('e')?;
    let power: i32 = power.parse().ok()?;
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let digits: String = digits.chars().filter(|c| *c != '.').collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let (whole, rest) = match usize::try_from(power) {
        Ok(power) if digits.len() <= power + 1 => (format!("{digits:0<width$}", width = power + 1), ""),
        Ok(power) => (digits[..=power].to_owned(), &digits[power + 1..]),
        Err(_) => {
            let zeros = usize::try_from(-1 - power).unwrap_or_default();
            return Some(format!("{sign}0.{:0<zeros$}{digits}", ""));
        }
    };
    Some(if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") })
}

/// Makes a cell of a number. One that is none, which no spreadsheet keeps, is an error as it would show it.
pub(super) fn cell(value: f64, is_percent: bool) -> Cell {
    match number(value) {
        None => Cell::Error("#NUM!".to_owned()),
        Some(text) if is_percent => Cell::Percent(text),
        Some(text) => Cell::Number(text),
    }
}

/// Makes a cell of a number that is shown as a date or a time: `2019-01-31`, `2019-01-31 10:30:00`, or only the time of the first
/// day there is. In the system that begins in 1900 the day 60 is 29 February, which never was, as in Excel.
pub(super) fn date(own: &ExcelDateTime) -> Cell {
    let Some(text) = number(own.as_f64()) else { return Cell::Error("#NUM!".to_owned()) };
    if text.starts_with('-') {
        // No spreadsheet shows a date before its first day.
        return Cell::Error("#####".to_owned());
    }
    let (days, part) = text.split_once('.').unwrap_or((&text, ""));
    let days: u64 = days.parse().unwrap_or(u64::MAX);
    if days > 2_958_465 {
        // 31 December 9999 is the last.
        return Cell::Error("#####".to_owned());
    }
    let (year, month, day, hour, minute, second, _) = own.to_ymd_hms_milli();
    if own.is_duration() {
        // The moment before midnight that rounding makes midnight belongs to the day that begins.
        let is_up = part.starts_with("999999") && (hour, minute, second) == (0, 0, 0);
        let hours = (days + u64::from(is_up)) * 24 + u64::from(hour);
        return Cell::Date(format!("{hours}:{minute:02}:{second:02}"));
    }
    let has_time = (hour, minute, second) != (0, 0, 0);
    Cell::Date(match (days, has_time) {
        (0, true) => format!("{hour:02}:{minute:02}:{second:02}"),
        (_, true) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
        (_, false) => format!("{year:04}-{month:02}-{day:02}"),
    })
}

/// Makes a cell of a date or time that the file has as ISO text: `2019-01-31T10:30:00`, `PT10H30M00S`.
pub(super) fn iso(own: &str) -> Cell {
    let own = own.trim();
    if own.is_empty() {
        return Cell::Empty;
    }
    if let Some(time) = own.strip_prefix("PT").and_then(duration) {
        return Cell::Date(time);
    }
    let (day, time) = own.split_once(['T', ' ']).unwrap_or((own, ""));
    let time = time.trim_end_matches('Z').split('.').next().unwrap_or_default();
    let is_midnight = time.bytes().all(|byte| matches!(byte, b'0' | b':'));
    Cell::Date(if is_midnight { day.to_owned() } else { format!("{day} {time}") })
}

/// Reads `10H30M00S`.
fn duration(own: &str) -> Option<String> {
    let (hours, rest) = own.split_once('H').unwrap_or(("0", own));
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds = rest.trim_end_matches('S').split(['.', ',']).next().filter(|text| !text.is_empty()).unwrap_or("0");
    let read = |text: &str| text.parse::<u32>().ok();
    Some(format!("{:02}:{:02}:{:02}", read(hours)?, read(minutes)?, read(seconds)?))
}

/// Tells whether a format shows a number as a percentage: `0.0%`, not `0"%"`, where the sign is only a text behind the number.
pub(super) fn is_percent(format: &str) -> bool {
    let mut is_quoted = false;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            // The letter behind stands for itself, is a gap as wide, or fills the cell.
            '\\' | '_' | '*' => {
                letters.next();
            }
            '%' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn numbers_have_fifteen_digits_and_no_exponent() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (2_527_980.869_899_000_5, "2527980.869899"),
            (0.1 + 0.2, "0.3"),
            (1.005, "1.005"),
            (-1234.5, "-1234.5"),
            (999_999_999_999_999.0, "999999999999999"),
            (123_456_789_012_345.0, "123456789012345"),
            (9_007_199_254_740_993.0, "9007199254740990"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (-1.5e-10, "-0.00000000015"),
            (0.999_999_999_999_999_9, "1"),
            (100.0, "100"),
            (10.5, "10.5"),
        ] {
            assert_eq!(number(value).as_deref(), Some(text), "{value}");
        }
        assert_eq!(number(f64::NAN), None);
        assert_eq!(cell(f64::INFINITY, false), Cell::Error("#NUM!".into()));
        assert_eq!(cell(0.85, true), Cell::Percent("0.85".into()));
    }

    fn day(value: f64, is_1904: bool) -> String {
        date(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904)).text().to_owned()
    }

    #[test]
    fn dates_are_those_that_excel_shows() {
        assert_eq!(day(43_496.0, false), "2019-01-31");
        assert_eq!(day(42_034.0, true), "2019-01-31");
        assert_eq!(day(43_496.437_5, false), "2019-01-31 10:30:00");
        // Worked out by hand: 1 January 1900 is day 1, and Excel counts a 29 February 1900.
        assert_eq!(day(1.0, false), "1900-01-01");
        assert_eq!(day(59.0, false), "1900-02-28");
        assert_eq!(day(60.0, false), "1900-02-29");
        assert_eq!(day(61.0, false), "1900-03-01");
        assert_eq!(day(0.0, true), "1904-01-01");
        assert_eq!(day(0.437_5, false), "10:30:00");
        assert_eq!(day(-1.0, false), "#####");
        assert_eq!(day(3e9, false), "#####");
        let time = |value| date(&ExcelDateTime::new(value, ExcelDateTimeType::TimeDelta, false)).text().to_owned();
        assert_eq!(time(1.5), "36:00:00");
        assert_eq!(time(0.25), "6:00:00");
    }

    #[test]
    fn iso_texts_lose_what_says_nothing() {
        for (own, text) in [
            ("2019-01-31", "2019-01-31"),
            ("2019-01-31T00:00:00", "2019-01-31"),
            ("2019-01-31T10:30:00.000Z", "2019-01-31 10:30:00"),
            ("PT10H30M00S", "10:30:00"),
            ("PT26H05M07.5S", "26:05:07"),
        ] {
            assert_eq!(iso(own), Cell::Date(text.into()), "{own}");
        }
    }

    #[test]
    fn a_sign_of_percent_within_quotes_is_a_text() {
        for format in ["0%", "0.00%", "#,##0.0\\ %", "0.0%;[Red]-0.0%", "_-* #,##0.0%_-"] {
            assert!(is_percent(format), "{format}");
        }
        for format in ["0", "General", "0\"%\"", "0\\%", "0.0\" (%)\"", "_%0"] {
            assert!(!is_percent(format), "{format}");
        }
    }
}
