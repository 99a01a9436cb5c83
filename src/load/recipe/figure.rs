//! A cell for a figure, read as the recipe says: the marks of a number belong to the file, never to the cell.

use crate::load::figure::figure as checked;
use crate::model::{Dash, Mark, Measure, MeasureKind, Percent};
use crate::syntax::cell::plain;
use crate::syntax::table::Cell;
use crate::text::{BadNumber, Finding, Misread};

/// What a recipe says of figures.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    pub(super) decimal: Option<Mark>,
    pub(super) dash: Option<Dash>,
    pub(super) percent: Option<Percent>,
    pub(super) round: bool,
}

/// Reads a cell as a file of data/ has it, and whether it was rounded; none if it is blank.
pub(super) fn figure(cell: &Cell, measure: &Measure, reading: Reading) -> Result<Option<(String, bool)>, Misread> {
    let bad = |text: &str, why| Misread::from(Finding::BadNumber { text: text.to_owned(), why });
    let is_count = measure.kind != MeasureKind::Level;
    // How a table stores percentages says nothing of its counts.
    let reading = Reading { percent: reading.percent.filter(|_| !is_count), ..reading };
    let number = match cell {
        Cell::Empty => return Ok(None),
        Cell::Number(text) => match reading.percent {
            Some(Percent::Fraction) => hundredfold(text),
            Some(Percent::Number) | None => text.clone(),
        },
        // A count shown as a percentage is a wrong format or a wrong figure; which, only the unit knows.
        Cell::Percent(text) if reading.percent.is_none() && is_count => {
            return Err(Misread::Percentage { text: format!("{}%", hundredfold(text)) });
        }
        Cell::Percent(text) if reading.percent == Some(Percent::Number) => text.clone(),
        Cell::Percent(text) => hundredfold(text),
        Cell::Text(text) if is_dash(text) => match reading.dash {
            Some(Dash::Zero) => "0".to_owned(),
            Some(Dash::Blank) => return Ok(None),
            None => return Err(Misread::Dash),
        },
        Cell::Text(text) => written(text, is_count, reading)?,
        Cell::Date(text) => return Err(bad(text, BadNumber::IsDate)),
        Cell::Formula(text) => return Err(bad(text, BadNumber::NoValue)),
        Cell::Error(text) | Cell::Other(text) => return Err(bad(text, BadNumber::NotANumber)),
    };
    let is_below_zero = number.starts_with('-') && number.bytes().any(|own| (b'1'..=b'9').contains(&own));
    if is_count && is_below_zero {
        return Err(Misread::from(Finding::NegativeCount { text: cell.text().to_owned() }));
    }
    let (number, is_rounded) = fitting(&number, measure, reading.round)?;
    checked(&number, measure).map_err(Misread::from)?;
    Ok(Some((plain(&number), is_rounded)))
}

/// Tells whether a text is a dash, as accounts show a zero and people a blank.
pub(super) fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "−")
}

/// Reads a number that is written as text.
fn written(text: &str, is_count: bool, reading: Reading) -> Result<String, Misread> {
    let bad = |why| Misread::from(Finding::BadNumber { text: text.to_owned(), why });
    let trimmed = text.trim();
    let (rest, is_percentage) = trimmed.strip_suffix('%').map_or((trimmed, false), |rest| (rest.trim_end(), true));
    if rest.starts_with('(') && rest.ends_with(')') {
        return Err(Misread::Parentheses { text: text.to_owned() });
    }
    let (sign, digits) = rest.strip_prefix(['-', '−']).map_or(("", rest), |rest| ("-", rest));
    let is_plain = !digits.is_empty() && digits.bytes().all(|own| own.is_ascii_digit());
    let has_marks = digits.starts_with(|own: char| own.is_ascii_digit())
        && digits.chars().all(|own| own.is_ascii_digit() || own == '.' || own == ',');
    let number = match reading.decimal {
        _ if is_plain => digits.to_owned(),
        // Letters, footnotes, spaces within: what it is, the rules for data/ say.
        _ if !has_marks => return Err(bad(shape(rest))),
        None => return Err(Misread::Undecided { text: text.to_owned() }),
        Some(mark) => grouped(digits, mark)
            .ok_or_else(|| Misread::Marks { text: text.to_owned(), is_comma: mark == Mark::Comma })?,
    };
    if is_percentage && is_count {
        return Err(Misread::Percentage { text: text.to_owned() });
    }
    let number = format!("{sign}{number}");
    // A sign says that it is a number of hundredths, whatever the rest of the column is.
    Ok(if !is_percentage && reading.percent == Some(Percent::Fraction) { hundredfold(&number) } else { number })
}

fn shape(text: &str) -> BadNumber {
    // A footnote mark may stand before the number, too.
    let noted = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let is_digit = |own: char| own.is_ascii_digit();
    if let Some((mark, number)) = noted
        && (1..=2).contains(&mark.len())
        && mark.chars().all(is_digit)
        && number.trim().starts_with(is_digit)
        && number.trim().chars().all(|own| is_digit(own) || own == '.' || own == ',')
    {
        return BadNumber::Footnote;
    }
    match crate::syntax::cell::number(text, 15) {
        Err(why) => why,
        Ok(_) => BadNumber::NotANumber,
    }
}

/// Reads digits with marks between thousands and before decimals; none if a mark stands where it means nothing.
pub(super) fn grouped(digits: &str, mark: Mark) -> Option<String> {
    let (point, group) = mark.letters();
    let (whole, fraction) = digits.split_once(point).map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|own| own.is_ascii_digit());
    if fraction.is_some_and(|rest| !is_digits(rest)) {
        return None;
    }
    let mut groups = whole.split(group);
    let first = groups.next().filter(|own| is_digits(own))?;
    let rest: Vec<&str> = groups.collect();
    // No group of thousands begins with 0: 0.857 is a part of one.
    if !rest.is_empty()
        && (first.len() > 3 || first.starts_with('0') || rest.iter().any(|own| own.len() != 3 || !is_digits(own)))
    {
        return None;
    }
    let whole = [&[first], &rest[..]].concat().concat();
    Some(fraction.map_or_else(|| whole.clone(), |rest| format!("{whole}.{rest}")))
}

/// Multiplies a number by a hundred, digit by digit.
fn hundredfold(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = format!("{fraction:0<2}");
    let (more, rest) = fraction.split_at(2);
    let number = format!("{sign}{whole}{more}.{rest}");
    plain(number.trim_end_matches('.'))
}

/// Takes away decimals that the measure does not have: zeros always, others only where the recipe rounds, half up.
fn fitting(number: &str, measure: &Measure, round: bool) -> Result<(String, bool), Misread> {
    let most = usize::from(measure.decimals);
    let Some((whole, fraction)) = number.split_once('.') else { return Ok((number.to_owned(), false)) };
    if fraction.len() <= most {
        return Ok((number.to_owned(), false));
    }
    let (kept, rest) = fraction.split_at(most);
    let shown = |whole: &str, kept: &str| if most == 0 { whole.to_owned() } else { format!("{whole}.{kept}") };
    if rest.bytes().all(|own| own == b'0') {
        return Ok((shown(whole, kept), false));
    }
    if !round {
        return Err(Misread::Decimals { text: number.to_owned(), most: measure.decimals });
    }
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    let mut digits: Vec<u8> = whole.bytes().chain(kept.bytes()).collect();
    if rest.as_bytes()[0] >= b'5' {
        let mut at = digits.len();
        loop {
            if at == 0 {
                digits.insert(0, b'1');
                break;
            }
            at -= 1;
            if digits[at] < b'9' {
                digits[at] += 1;
                break;
            }
            digits[at] = b'0';
        }
    }
    let digits: String = digits.into_iter().map(char::from).collect();
    let (whole, kept) = digits.split_at(digits.len() - most);
    Ok((format!("{sign}{}", shown(whole, kept)), true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, SourceId, Spanned};

    fn measure(kind: MeasureKind, decimals: u8) -> Measure {
        let place = Place { source: SourceId(0), start: 0, end: 0, line: 1, line_start: 0 };
        let id = Spanned { value: "m".to_owned(), place };
        Measure { id, name: "M".to_owned(), kind, decimals, unit: None, fixed: false, counted: None, note: None }
    }

    fn read(cell: &Cell, decimals: u8, reading: Reading) -> Result<Option<(String, bool)>, Misread> {
        figure(cell, &measure(MeasureKind::Level, decimals), reading)
    }

    const COMMA: Reading = Reading { decimal: Some(Mark::Comma), dash: None, percent: None, round: false };
    const POINT: Reading = Reading { decimal: Some(Mark::Point), ..COMMA };
    const NONE: Reading = Reading { decimal: None, ..COMMA };

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn marks_are_those_of_the_file() {
        for (written, reading, meant) in [
            ("7.034.100", COMMA, "7034100"),
            ("2.596", COMMA, "2596"),
            ("318,00", COMMA, "318.00"),
            ("-1.234,5", COMMA, "-1234.5"),
            ("1234,5", COMMA, "1234.5"),
            ("2.596", POINT, "2.596"),
            ("1,234.50", POINT, "1234.50"),
            ("41", NONE, "41"),
            ("-5", NONE, "-5"),
        ] {
            assert_eq!(read(&text(written), 3, reading), Ok(Some((meant.to_owned(), false))), "{written}");
        }
    }

    #[test]
    fn marks_elsewhere_are_refused() {
        for written in ["1.23", "0.857", "12.3456", "1.234.56", "1,2,3", "1.234,", ",5", ".5", "1..234", "1234.567"] {
            assert!(read(&text(written), 3, COMMA).is_err(), "{written}");
        }
        for written in ["41, 9929", "7.549.282 (1)", "(1) 419.278.223", "(17.607)", "12 người", "1e5", "x", "#REF!"]
        {
            assert!(read(&text(written), 3, COMMA).is_err(), "{written}");
        }
        assert_eq!(read(&text("1.234"), 3, NONE), Err(Misread::Undecided { text: "1.234".into() }));
        for written in ["7.549.282 (1)", "(1) 419.278.223", "(1)\u{a0}\u{a0} 419.278.223", "(12) 5"] {
            let why = Finding::BadNumber { text: written.to_owned(), why: BadNumber::Footnote };
            assert_eq!(read(&text(written), 3, COMMA), Err(Misread::from(why)), "{written}");
        }
    }

    #[test]
    fn a_dash_is_what_the_recipe_says() {
        assert_eq!(read(&text("-"), 0, COMMA), Err(Misread::Dash));
        assert_eq!(read(&text("-"), 0, Reading { dash: Some(Dash::Zero), ..COMMA }), Ok(Some(("0".into(), false))));
        assert_eq!(read(&text("–"), 0, Reading { dash: Some(Dash::Blank), ..COMMA }), Ok(None));
    }

    #[test]
    fn percentages_are_told_by_format_recipe_or_sign() {
        let stored = |text: &str| Cell::Percent(text.to_owned());
        let number = |text: &str| Cell::Number(text.to_owned());
        let by = |percent| Reading { percent: Some(percent), ..COMMA };
        for (cell, reading, meant) in [
            (stored("0.853"), COMMA, "85.3"),
            (stored("1"), COMMA, "100"),
            (number("0.853"), COMMA, "0.853"),
            (number("0.853"), by(Percent::Fraction), "85.3"),
            (number("2.1413"), by(Percent::Fraction), "214.13"),
            (stored("85.3"), by(Percent::Number), "85.3"),
            (text("85,3%"), COMMA, "85.3"),
            (text("85,3 %"), by(Percent::Fraction), "85.3"),
            (text("0,853"), by(Percent::Fraction), "85.3"),
        ] {
            assert_eq!(read(&cell, 3, reading), Ok(Some((meant.to_owned(), false))), "{cell:?}");
        }
        let count = measure(MeasureKind::Flow, 0);
        assert_eq!(figure(&number("12"), &count, by(Percent::Fraction)), Ok(Some(("12".into(), false))));
        let round = Reading { round: true, ..COMMA };
        assert!(matches!(figure(&number("-0.4"), &count, round), Err(Misread::Finding(_))));
        assert!(matches!(figure(&stored("1"), &count, COMMA), Err(Misread::Percentage { .. })));
        assert!(matches!(figure(&text("100%"), &count, COMMA), Err(Misread::Percentage { .. })));
    }

    #[test]
    fn rounding_is_asked_for_and_goes_half_up() {
        let round = Reading { round: true, ..COMMA };
        for (stored, decimals, meant) in
            [("1.005", 2, "1.01"), ("1.004", 2, "1.00"), ("9.995", 2, "10.00"), ("0.5", 0, "1"), ("99.96", 1, "100.0")]
        {
            let cell = Cell::Number(stored.to_owned());
            assert_eq!(read(&cell, decimals, round), Ok(Some((meant.to_owned(), true))), "{stored}");
            let most = decimals;
            assert_eq!(read(&cell, decimals, COMMA), Err(Misread::Decimals { text: stored.into(), most }));
        }
        assert_eq!(read(&Cell::Number("5.00".into()), 0, COMMA), Ok(Some(("5".into(), false))));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for cell in [
            Cell::Error("#REF!".into()),
            Cell::Date("2019-01-01".into()),
            Cell::Formula("=A1".into()),
            Cell::Other("true".into()),
        ] {
            assert!(read(&cell, 2, COMMA).is_err(), "{cell:?}");
        }
        assert_eq!(read(&Cell::Empty, 2, COMMA), Ok(None));
        assert!(figure(&Cell::Number("-1".into()), &measure(MeasureKind::Flow, 0), COMMA).is_err());
    }
}
