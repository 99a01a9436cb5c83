//! Numbers and days in the cells of data/, read strictly: nothing is guessed, and every wrong shape is named.

use chrono::NaiveDate;

use super::names::is_unseen;
use crate::text::{BadDate, BadNumber};

/// The largest magnitude of a scaled figure, far above any count and far below where sums could overflow.
pub const LARGEST: i128 = 1_000_000_000_000_000_000;

/// Reads a number as an exact count of its last allowed decimal: `12.5` with two decimals is 1250.
///
/// # Errors
/// Returns what is wrong with the shape, or that the figure is too large.
pub fn number(text: &str, decimals: u8) -> Result<i128, BadNumber> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let shaped = all_digits(whole) && if digits.len() == whole.len() { true } else { all_digits(fraction) };
    if !shaped || fraction.len() > usize::from(decimals) {
        return Err(wrong_number(text.trim_start_matches('-'), decimals));
    }
    let zeros = usize::from(decimals) - fraction.len();
    let mut scaled: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', zeros)) {
        scaled = scaled * 10 + i128::from(digit - b'0');
        if scaled > LARGEST {
            return Err(BadNumber::TooLarge);
        }
    }
    Ok(if negative { -scaled } else { scaled })
}

/// Writes a number that [`number`] accepts without the zeros that mean nothing before it; its decimals stay as they are.
pub fn plain(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let whole = match whole.trim_start_matches('0') {
        "" if !whole.is_empty() => "0",
        rest => rest,
    };
    let is_zero = whole == "0" && fraction.is_none_or(|rest| rest.bytes().all(|b| b == b'0'));
    let sign = if is_zero { "" } else { sign };
    fraction.map_or_else(|| format!("{sign}{whole}"), |rest| format!("{sign}{whole}.{rest}"))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Names what is wrong with a text that [`number`] refuses.
fn wrong_number(text: &str, decimals: u8) -> BadNumber {
    if let Some(unseen) = text.chars().find(|c| is_unseen(*c)) {
        return BadNumber::Unseen(unseen);
    }
    if let Some(rest) = text.strip_suffix('%') {
        return if is_figure(rest) { BadNumber::Percent } else { BadNumber::NotANumber };
    }
    if let Some(rest) = without_footnote(text) {
        return if is_figure(rest) { BadNumber::Footnote } else { BadNumber::NotANumber };
    }
    if !is_figure(text) {
        return if is_exponent(text) { BadNumber::Exponent } else { BadNumber::NotANumber };
    }
    if text.chars().any(char::is_whitespace) {
        return BadNumber::Space;
    }
    match (text.matches('.').count(), text.matches(',').count()) {
        (0, 1) if decimals == 0 && is_grouped(text, ',') => BadNumber::ThousandsComma,
        (0, 1) => BadNumber::DecimalComma,
        (0, _) if is_grouped(text, ',') => BadNumber::ThousandsComma,
        (1, 0) if decimals == 0 && is_grouped(text, '.') => BadNumber::ThousandsPoint,
        (1, 0) => match text.split_once('.') {
            Some((whole, fraction)) if all_digits(whole) && all_digits(fraction) => {
                BadNumber::TooManyDecimals(decimals)
            }
            Some(_) | None => BadNumber::NotANumber,
        },
        (_, 0) if is_grouped(text, '.') => BadNumber::ThousandsPoint,
        (_, 1) if text.split_once(',').is_some_and(|(w, f)| is_grouped(w, '.') && all_digits(f)) => {
            BadNumber::ThousandsPoint
        }
        (1, _) if text.split_once('.').is_some_and(|(w, f)| is_grouped(w, ',') && all_digits(f)) => {
            BadNumber::ThousandsComma
        }
        (_, _) => BadNumber::NotANumber,
    }
}

/// Says whether a text is made of digits, with separators and spaces anywhere.
fn is_figure(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',' || c.is_whitespace())
}

/// Says whether digits stand in groups of three: `1.234.567`.
fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().is_some_and(|group| all_digits(group) && group.len() <= 3);
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && all_digits(group))
}

fn is_exponent(text: &str) -> bool {
    text.split_once(['e', 'E'])
        .is_some_and(|(number, power)| is_figure(number) && all_digits(power.strip_prefix(['+', '-']).unwrap_or(power)))
}

/// Returns a text without the footnote mark at its end: `(1)`, `[2]`, `*`, `¹`.
fn without_footnote(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(['*', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    if bare.len() < text.len() {
        return Some(bare.trim_end());
    }
    let open = if text.ends_with(')') {
        text.rfind('(')
    } else if text.ends_with(']') {
        text.rfind('[')
    } else {
        None
    };
    open.map(|at| text[..at].trim_end())
}

/// Reads a day written `2019-07-05`.
///
/// # Errors
/// Returns what is wrong with the shape, or that there is no such day.
pub fn date(text: &str) -> Result<NaiveDate, BadDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return Err(wrong_date(text));
    };
    let mut digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    for digit in &mut digits {
        if !digit.is_ascii_digit() {
            return Err(BadDate::NotIso);
        }
        *digit -= b'0';
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits.map(u32::from);
    let year = ((y1 * 10 + y2) * 10 + y3) * 10 + y4;
    if year < 100 {
        return Err(BadDate::TwoDigitYear);
    }
    let year = i32::try_from(year).map_err(|_| BadDate::Impossible)?;
    NaiveDate::from_ymd_opt(year, m1 * 10 + m2, d1 * 10 + d2).ok_or(BadDate::Impossible)
}

/// Names what is wrong with a text that is not shaped like a day.
fn wrong_date(text: &str) -> BadDate {
    if let Some(unseen) = text.chars().find(|c| is_unseen(*c)) {
        return BadDate::Unseen(unseen);
    }
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let [day, month, year] = parts[..] else {
        return BadDate::NotIso;
    };
    let short = |part: &str| all_digits(part) && part.len() <= 2;
    if !short(day) || !short(month) || !all_digits(year) {
        return BadDate::NotIso;
    }
    match year.len() {
        2 => BadDate::TwoDigitYear,
        4 => BadDate::DayFirst(day_first(day, month, year)),
        _ => BadDate::NotIso,
    }
}

fn day_first(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn numbers_are_scaled() {
        assert_eq!(number("0", 0), Ok(0));
        assert_eq!(number("-0", 2), Ok(0));
        assert_eq!(number("12", 0), Ok(12));
        assert_eq!(number("12.5", 2), Ok(1250));
        assert_eq!(number("-12.50", 2), Ok(-1250));
        assert_eq!(number("1.234", 3), Ok(1234));
        assert_eq!(number("007", 0), Ok(7));
        assert_eq!(number("1000000000000000000", 0), Ok(LARGEST));
        assert_eq!(number("999999999999999999", 0), Ok(LARGEST - 1));
        assert_eq!(number("00000000000000000000000000000000000000000007", 0), Ok(7));
        assert_eq!(number("0.000000000000001", 15), Ok(1));
    }

    #[test]
    fn wrong_numbers_are_named() {
        use BadNumber as Bad;
        let cases = [
            ("2,5", 0, Bad::DecimalComma),
            ("-2,5", 2, Bad::DecimalComma),
            ("1.234", 0, Bad::ThousandsPoint),
            ("1.234.567", 2, Bad::ThousandsPoint),
            ("1.234.567,8", 2, Bad::ThousandsPoint),
            ("1.234,5", 2, Bad::ThousandsPoint),
            ("1,234,567", 0, Bad::ThousandsComma),
            ("1,234,567.8", 2, Bad::ThousandsComma),
            ("1 234", 0, Bad::Space),
            ("1\u{a0}234", 0, Bad::Space),
            (" 12", 0, Bad::Space),
            ("7.549.282 (1)", 0, Bad::Footnote),
            ("7549282(1)", 0, Bad::Footnote),
            ("12 *", 0, Bad::Footnote),
            ("12¹", 0, Bad::Footnote),
            ("1e5", 0, Bad::Exponent),
            ("1.2E+05", 0, Bad::Exponent),
            ("12%", 0, Bad::Percent),
            ("12,5 %", 2, Bad::Percent),
            ("1.5", 0, Bad::TooManyDecimals(0)),
            ("1.234", 2, Bad::TooManyDecimals(2)),
            ("1000000000000000001", 0, Bad::TooLarge),
            ("99999999999999999999999999999999999999999999", 0, Bad::TooLarge),
            ("100", 18, Bad::TooLarge),
            ("NaN", 0, Bad::NotANumber),
            ("#REF!", 0, Bad::NotANumber),
            ("", 0, Bad::NotANumber),
            ("-", 0, Bad::NotANumber),
            ("--1", 0, Bad::NotANumber),
            (".5", 2, Bad::NotANumber),
            ("5.", 2, Bad::NotANumber),
            ("+5", 0, Bad::NotANumber),
            ("1.2.3", 2, Bad::NotANumber),
            ("(1)", 0, Bad::NotANumber),
            ("một", 0, Bad::NotANumber),
            ("１２", 0, Bad::NotANumber),
        ];
        for (text, decimals, why) in cases {
            assert_eq!(number(text, decimals), Err(why), "{text:?} with {decimals}");
        }
    }

    #[test]
    fn dates_are_strict() {
        assert_eq!(date("2019-07-05"), Ok(NaiveDate::from_ymd_opt(2019, 7, 5).unwrap()));
        assert!(date("2020-02-29").is_ok());
        let cases = [
            ("2019-02-30", BadDate::Impossible),
            ("2019-00-10", BadDate::Impossible),
            ("05/07/2019", BadDate::DayFirst(NaiveDate::from_ymd_opt(2019, 7, 5))),
            ("5.7.2019", BadDate::DayFirst(NaiveDate::from_ymd_opt(2019, 7, 5))),
            ("31-02-2019", BadDate::DayFirst(None)),
            ("05/09/26", BadDate::TwoDigitYear),
            ("0026-09-05", BadDate::TwoDigitYear),
            ("2019-7-5", BadDate::NotIso),
            ("2019/07/05", BadDate::NotIso),
            ("2019-07-05 10:00", BadDate::NotIso),
            (" 2019-07-05", BadDate::NotIso),
            ("20190705", BadDate::NotIso),
            ("2019-ab-05", BadDate::NotIso),
            ("", BadDate::NotIso),
            ("tháng 7", BadDate::NotIso),
        ];
        for (text, why) in cases {
            assert_eq!(date(text), Err(why), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn numbers_round_trip(scaled in -LARGEST..=LARGEST, decimals in 0_u8..=15) {
            let width = usize::from(decimals);
            let digits = format!("{:0>1$}", scaled.unsigned_abs(), width + 1);
            let (whole, fraction) = digits.split_at(digits.len() - width);
            let sign = if scaled < 0 { "-" } else { "" };
            let point = if width == 0 { "" } else { "." };
            prop_assert_eq!(number(&format!("{sign}{whole}{point}{fraction}"), decimals), Ok(scaled));
        }

        #[test]
        fn no_text_panics(text in "[-+0-9.,eE%() \u{a0}*a¹]{0,12}", decimals in 0_u8..=15) {
            if let Ok(value) = number(&text, decimals) {
                prop_assert!(value.abs() <= LARGEST);
            }
            let _ = date(&text);
        }

        #[test]
        fn days_round_trip(days in -600_000_i32..600_000) {
            let day = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap() + chrono::Duration::days(days.into());
            let text = day.format("%Y-%m-%d").to_string();
            if text.len() == 10 && !text.starts_with("00") {
                prop_assert_eq!(date(&text), Ok(day));
            }
        }
    }
}
