//! Figures in a title that look like bounds. They are only ever offered: what is counted is for people to say.

use super::letters::plain;
use crate::model::{Bound, Decimal, PrintedBound};

/// A word of a title.
struct Word<'a> {
    /// Without what surrounds it.
    text: &'a str,
    /// Folded, without marks.
    plain: String,
}

/// Marks that surround a word.
const AROUND: [char; 14] = ['(', ')', '[', ']', ',', '.', ';', ':', '"', '“', '”', '\'', '!', '?'];

/// Finds the bounds in a title, in order.
pub(super) fn bounds(title: &str) -> Vec<PrintedBound> {
    // "80 %" is one figure.
    let title = title.replace(" %", "%");
    let words: Vec<Word<'_>> = title
        .split_whitespace()
        .map(|word| word.trim_matches(AROUND))
        .map(|text| Word { text, plain: plain(text) })
        .collect();
    let mut list = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match bound_at(&words, at) {
            Some((bound, next)) => {
                list.push(bound);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    list
}

/// Reads the bound whose figure stands at a word; returns the word behind it too.
fn bound_at(words: &[Word<'_>], at: usize) -> Option<(PrintedBound, usize)> {
    let own = words.get(at)?;
    let is_after = |from: usize, phrase: &[&str]| {
        words.get(from..from + phrase.len()).is_some_and(|own| own.iter().map(|word| &word.plain).eq(phrase))
    };
    let is_before = |phrase: &[&str]| at.checked_sub(phrase.len()).is_some_and(|from| is_after(from, phrase));
    let made = |bound: Bound, from: usize, to: usize, is_strict: bool| {
        let said: Vec<&str> = words[from..to].iter().map(|word| word.text).collect();
        Some((PrintedBound { bound, words: said.join(" "), is_strict }, to))
    };
    let Some(value) = percent(own.text) else { return counted(words, at) };
    let first = if is_before(&["tu"]) || is_before(&["dat"]) { at - 1 } else { at };
    if let Some((low, high)) = range(own.text) {
        return made(Bound::between(low, high)?, at, at + 1, false);
    }
    if is_before(&["tu"])
        && is_after(at + 1, &["den"])
        && let Some(high) = words.get(at + 2).and_then(|word| percent(word.text))
    {
        return made(Bound::between(value, high)?, at - 1, at + 3, false);
    }
    if is_after(at + 1, &["tro", "len"]) {
        return made(Bound::AtLeast(value), first, at + 3, false);
    }
    if is_after(at + 1, &["tro", "xuong"]) {
        return made(Bound::AtMost(value), first, at + 3, false);
    }
    for (phrase, bound, is_strict) in BEFORE {
        if is_before(phrase) {
            return made(bound(value), at - phrase.len(), at + 1, is_strict);
        }
    }
    if is_before(&["dat", "tu"]) {
        return made(Bound::AtLeast(value), at - 2, at + 1, false);
    }
    let is_whole = value == Decimal::whole(100);
    (is_whole || is_before(&["dat"])).then(|| made(Bound::AtLeast(value), first, at + 1, false)).flatten()
}

/// Words before a figure, the longest first, and what they make of it.
type Before = (&'static [&'static str], fn(Decimal) -> Bound, bool);
const BEFORE: [Before; 9] = [
    (&["khong", "vuot", "qua"], Bound::AtMost, false),
    (&["khong", "qua"], Bound::AtMost, false),
    (&["khong", "duoi"], Bound::AtLeast, false),
    (&["khong", "thap", "hon"], Bound::AtLeast, false),
    (&["toi", "da"], Bound::AtMost, false),
    (&["toi", "thieu"], Bound::AtLeast, false),
    (&["it", "nhat"], Bound::AtLeast, false),
    (&["duoi"], Bound::AtMost, true),
    (&["tren"], Bound::AtLeast, true),
];

/// How many of those a figure that is no percentage takes for a bound: below and above are said of other things too.
const OF_COUNTS: usize = 7;

/// Reads a count that words make a bound: "tối thiểu 3 lần".
fn counted(words: &[Word<'_>], at: usize) -> Option<(PrintedBound, usize)> {
    let value = decimal(words[at].text)?;
    let of = words.get(at + 1)?;
    for (phrase, bound, is_strict) in &BEFORE[..OF_COUNTS] {
        let Some(from) = at.checked_sub(phrase.len()) else { continue };
        if words[from..at].iter().map(|word| &word.plain).eq(*phrase) && of.text.starts_with(char::is_alphabetic) {
            let said: Vec<&str> = words[from..=at + 1].iter().map(|word| word.text).collect();
            return Some((PrintedBound { bound: bound(value), words: said.join(" "), is_strict: *is_strict }, at + 2));
        }
    }
    None
}

/// Reads `80%`, and the upper end of `80-90%`.
fn percent(text: &str) -> Option<Decimal> {
    let text = text.strip_suffix('%')?;
    range_of(text).map_or_else(|| decimal(text), |(_, high)| Some(high))
}

/// Reads `80-90%`.
fn range(text: &str) -> Option<(Decimal, Decimal)> {
    range_of(text.strip_suffix('%')?)
}

fn range_of(text: &str) -> Option<(Decimal, Decimal)> {
    let (low, high) = text.split_once(['-', '–'])?;
    Some((decimal(low.trim_end_matches('%'))?, decimal(high)?))
}

/// Reads a number as it is printed: a decimal comma, points between thousands; a point before other than three digits is one of the
/// decimals.
fn decimal(text: &str) -> Option<Decimal> {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    let (whole, rest) = text.split_once(',').unwrap_or((text, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let is_grouped = first.len() <= 3 && groups.iter().all(|group| group.len() == 3);
    let plain = match (groups.as_slice(), rest) {
        ([decimals], "") if !is_grouped => format!("{first}.{decimals}"),
        _ if !is_grouped && !groups.is_empty() => return None,
        (_, "") => format!("{first}{}", groups.concat()),
        (_, rest) => format!("{first}{}.{rest}", groups.concat()),
    };
    let plain = plain.trim_start_matches('0');
    let plain = if plain.is_empty() || plain.starts_with('.') { format!("0{plain}") } else { plain.to_owned() };
    Decimal::parse(&plain).filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> Vec<String> {
        bounds(title)
            .into_iter()
            .map(|own| format!("{}{}: {}", own.bound, if own.is_strict { "!" } else { "" }, own.words))
            .collect()
    }

    #[test]
    fn bounds_are_found_with_their_words() {
        for (title, found) in [
            ("Tỷ lệ hồ sơ 100% đúng hạn", &["at-least 100: 100%"][..]),
            (
                "- Tăng tỷ lệ mức độ 3,4 đạt từ 80% trở lên. - Tăng đạt từ 40% trở lên",
                &["at-least 80: từ 80% trở lên", "at-least 40: từ 40% trở lên"],
            ),
            ("ISO 9001 (đạt 70% trở lên)", &["at-least 70: đạt 70% trở lên"]),
            ("Trễ hạn không quá 5%", &["at-most 5: không quá 5%"]),
            ("Trễ hạn dưới 5,5 %.", &["at-most 5.5!: dưới 5,5%"]),
            ("Hài lòng trên 90%", &["at-least 90!: trên 90%"]),
            ("Đạt 99,5%", &["at-least 99.5: Đạt 99,5%"]),
            ("Đạt từ 70%", &["at-least 70: Đạt từ 70%"]),
            ("Giảm từ 70%", &[]),
            ("Đạt từ 80% đến 90%", &["between 80 90: từ 80% đến 90%"]),
            ("Khoảng 80-90%", &["between 80 90: 80-90%"]),
            ("Kiểm tra tối thiểu 03 lần/năm", &["at-least 3: tối thiểu 03 lần/năm"]),
            ("Ít nhất 1.200 hồ sơ", &["at-least 1200: Ít nhất 1.200 hồ"]),
            ("Giảm 20% thủ tục", &[]),
            ("Mức độ 3,4; dưới 18 tuổi; Chỉ thị 28/CT-UBND", &[]),
            ("từ 90% đến 80%", &[]),
            ("%", &[]),
            ("không dưới 95.5% trở xuống", &["at-most 95.5: 95.5% trở xuống"]),
        ] {
            assert_eq!(read(title), found, "{title}");
        }
    }
}
