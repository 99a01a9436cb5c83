//! How numbers are written: decimal comma and thousands point in Vietnamese, the other way round in English.

use super::Lang;

/// Writes a number given with a decimal point (`-1234.50`) as readers of the language expect it (`-1.234,50`).
pub fn number(plain: &str, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) =
        unsigned.split_once('.').map_or((unsigned, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Writes a number with its per cent sign.
pub fn percent(plain: &str, lang: Lang) -> String {
    format!("{}%", number(plain, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_thousands_and_turns_the_point() {
        assert_eq!(number("1234567.50", Lang::Vi), "1.234.567,50");
        assert_eq!(number("-1234", Lang::Vi), "-1.234");
        assert_eq!(number("123", Lang::Vi), "123");
        assert_eq!(number("1234567.50", Lang::En), "1,234,567.50");
        assert_eq!(percent("79.996", Lang::Vi), "79,996%");
    }
}
