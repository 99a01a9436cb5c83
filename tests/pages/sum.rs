//! Sums in prose, worked out anew on whole numbers.

use chrono::NaiveDate;
use plan::text::Lang;

const RELATIONS: [char; 5] = ['=', '<', '>', '≤', '≥'];

/// A number as numerator and denominator, the latter above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fraction(i128, i128);

/// What a sum is made of.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A figure as written, its value, and the step of its last digit.
    Figure(String, Fraction, Fraction),
    Sign(char),
}

/// Says whether a piece of code is a sum: it has a figure and a relation, and is no key of a file.
pub(crate) fn is_sum(code: &str) -> bool {
    code.contains(RELATIONS)
        && code.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && code.contains(|c: char| c.is_ascii_digit())
}

/// Checks `LEFT = RIGHT` and longer chains; what stands right of `=` is rounded half up to the digits it shows. Every figure of
/// the first side must stand in `others` too.
pub(crate) fn check(code: &str, lang: Lang, others: &[&str]) -> Result<(), String> {
    let mut sides = vec![Vec::new()];
    let mut relations = Vec::new();
    for token in tokens(code, lang)? {
        match token {
            Token::Sign(sign) if RELATIONS.contains(&sign) => {
                relations.push(sign);
                sides.push(Vec::new());
            }
            Token::Sign(_) | Token::Figure(..) => sides.last_mut().ok_or("no side")?.push(token),
        }
    }
    for token in &sides[0] {
        if let Token::Figure(text, ..) = token
            && !spellings(text).iter().any(|text| others.iter().any(|other| stands_in(text, other)))
        {
            return Err(format!("{text} stands nowhere else under this heading"));
        }
    }
    for (pair, relation) in sides.windows(2).zip(&relations) {
        let (left, right) = (value(&pair[0])?, value(&pair[1])?);
        let holds = match relation {
            '=' => {
                let [Token::Figure(_, _, step)] = pair[1][..] else { return Err("no figure after =".to_owned()) };
                rounded(left, step)? == right
            }
            '<' => less(left, right),
            '>' => less(right, left),
            '≤' => !less(right, left),
            _ => !less(left, right),
        };
        if !holds {
            return Err(format!("{left:?} {relation} {right:?} does not hold"));
        }
    }
    Ok(())
}

/// Reads `2019-06-30`.
fn day(text: &str) -> Option<NaiveDate> {
    let is_shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    text.parse().ok().filter(|_| is_shaped)
}

/// Returns how a figure may be written elsewhere: a day also with its day first.
fn spellings(text: &str) -> Vec<String> {
    let day = day(text).map(|day| day.format("%d/%m/%Y").to_string());
    day.into_iter().chain([text.trim_end_matches('%').to_owned()]).collect()
}

/// Says whether a figure stands in a text by itself, not as a part of another.
fn stands_in(figure: &str, text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.match_indices(figure)
        .any(|(at, _)| !text[..at].ends_with(is_digit) && !text[at + figure.len()..].starts_with(is_digit))
}

fn tokens(code: &str, lang: Lang) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() { figure_length(rest) } else { first.len_utf8() };
        let (own, after) = rest.split_at(length);
        tokens.push(if first.is_ascii_digit() { figure(own, lang)? } else { Token::Sign(first) });
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn figure_length(text: &str) -> usize {
    if text.get(..10).and_then(day).is_some() {
        return 10;
    }
    text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map_or(text.len(), |end| end + usize::from(text[end..].starts_with('%')))
}

/// Reads a day as a count of days, a figure as the language writes it, and one with `%` as hundredths.
fn figure(text: &str, lang: Lang) -> Result<Token, String> {
    if let Some(day) = day(text) {
        let days = day.signed_duration_since(NaiveDate::default()).num_days();
        return Ok(Token::Figure(text.to_owned(), Fraction(i128::from(days), 1), Fraction(1, 1)));
    }
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let (bare, unit) = text.strip_suffix('%').map_or((text, 1), |bare| (bare, 100));
    let (whole, decimals) = bare.split_once(point).unwrap_or((bare, ""));
    let well_grouped = whole.split(group).skip(1).all(|digits| digits.len() == 3);
    let digits = whole.replace(group, "") + decimals;
    let scale = unit * 10_i128.pow(u32::try_from(decimals.len()).map_err(|_| "too many decimals")?);
    match digits.parse::<i128>() {
        Ok(count) if well_grouped => Ok(Token::Figure(text.to_owned(), Fraction(count, scale), Fraction(1, scale))),
        Ok(_) | Err(_) => Err(format!("{text} is not how this language writes a number")),
    }
}

fn less(a: Fraction, b: Fraction) -> bool {
    a.0 * b.1 < b.0 * a.1
}

/// Rounds half up to whole steps.
fn rounded(value: Fraction, step: Fraction) -> Result<Fraction, String> {
    let steps = over(value, step)?;
    let whole = (2 * steps.0 + steps.1).div_euclid(2 * steps.1);
    Ok(Fraction(whole, step.1))
}

fn over(a: Fraction, b: Fraction) -> Result<Fraction, String> {
    match b.0 {
        0 => Err("a division by zero".to_owned()),
        sign => Ok(Fraction(a.0 * b.1 * sign.signum(), a.1 * b.0.abs())),
    }
}

fn value(tokens: &[Token]) -> Result<Fraction, String> {
    let mut rest = tokens;
    let value = sum(&mut rest)?;
    if rest.is_empty() { Ok(value) } else { Err(format!("{rest:?} cannot be read")) }
}

fn sum(rest: &mut &[Token]) -> Result<Fraction, String> {
    let mut total = product(rest)?;
    while let [Token::Sign(sign @ ('+' | '-')), after @ ..] = *rest {
        *rest = after;
        let next = product(rest)?;
        let signed = if *sign == '+' { next.0 } else { -next.0 };
        total = Fraction(total.0 * next.1 + signed * total.1, total.1 * next.1);
    }
    Ok(total)
}

fn product(rest: &mut &[Token]) -> Result<Fraction, String> {
    let mut total = atom(rest)?;
    while let [Token::Sign(sign @ ('×' | '/')), after @ ..] = *rest {
        *rest = after;
        let next = atom(rest)?;
        total = if *sign == '×' { Fraction(total.0 * next.0, total.1 * next.1) } else { over(total, next)? };
    }
    Ok(total)
}

fn atom(rest: &mut &[Token]) -> Result<Fraction, String> {
    match *rest {
        [Token::Figure(_, value, _), after @ ..] => {
            *rest = after;
            Ok(*value)
        }
        [Token::Sign('('), after @ ..] => {
            *rest = after;
            let inside = sum(rest)?;
            let [Token::Sign(')'), after @ ..] = *rest else { return Err("a bracket is not closed".to_owned()) };
            *rest = after;
            Ok(inside)
        }
        _ => Err(format!("{rest:?} cannot be read")),
    }
}

#[test]
fn sums_are_worked_out() {
    let right = |code: &str, lang: Lang| check(code, lang, &[code]);
    assert_eq!(right("(10 + 5) / 20 = 75,00% < 80%", Lang::Vi), Ok(()));
    assert_eq!(right("(1,245 - 5) / 2 = 620", Lang::En), Ok(()));
    assert_eq!(right("45% + (70% - 45%) × 90 / 365 = 51,16%", Lang::Vi), Ok(()));
    assert_eq!(right("2020-01-06 - 2019-12-31 = 6", Lang::En), Ok(()));
    assert_eq!(right("1 / 8 = 0,13", Lang::Vi), Ok(()));
    assert_eq!(right("1 / 3 ≥ 33% > 0", Lang::En), Ok(()));
}

#[test]
fn a_wrong_sum_is_found() {
    let wrong = |code: &str, lang: Lang| check(code, lang, &[code]).is_err();
    assert!(wrong("1 / 3 = 33,34%", Lang::Vi));
    assert!(wrong("1 / 3 = 33.33%", Lang::Vi));
    assert!(wrong("1 / 3 = 33,33%", Lang::En));
    assert!(wrong("1 / 3 ≥ 34%", Lang::En));
    assert!(wrong("(1 / 3 = 33%", Lang::En));
    assert!(wrong("1 / 0 = 0", Lang::En));
    assert!(wrong("1 / 4 = 0.3 x", Lang::En));
    assert!(check("1 / 4 = 25%", Lang::En, &["14 of 40"]).is_err());
    assert!(check("1 / 4 = 25%", Lang::En, &["1 of 4"]).is_ok());
}
