//! Periods as people write them: `3/2026`, `Quý II/2026`, `6 tháng đầu năm 2026`. Where one is typed or stands in data/ it is only
//! offered; in a table that is read by a recipe it is taken, so whatever may mean two things is none.

use super::names::{fold, unmarked};

/// Returns how the period that a text probably means is written here; nothing where it may mean several.
pub fn period(text: &str) -> Option<String> {
    let words = words(&unmarked(&fold(text)));
    let mut years = words.iter().filter(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let year = years.next().filter(|_| years.next().is_none())?;
    let rest: Vec<&str> = words.iter().filter(|word| *word != year).map(String::as_str).collect();
    let rest: Vec<&str> = rest.into_iter().filter(|word| !matches!(*word, "nam" | "cua")).collect();
    // `Kỳ tháng 7` is July; `đầu kỳ`, `kỳ II` are something else.
    let rest = match &rest[..] {
        ["ky", own @ ..] if matches!(own.first(), Some(&"thang" | &"quy")) => own,
        own => own,
    };
    let part = match *rest {
        [] => return Some(year.clone()),
        ["quy" | "q" | "quarter", number] => format!("Q{}", number_of(number).filter(|no| (1..=4).contains(no))?),
        ["6", "thang"] | ["6", "thang", "dau"] | ["h", "1"] => "H1".to_owned(),
        ["6", "thang", "cuoi"] | ["h", "2"] => "H2".to_owned(),
        ["9", "thang"] | ["9", "thang", "dau"] => "9M".to_owned(),
        ["thang" | "t", number] => month(number)?,
        // A Roman number alone counts quarters, a common one months.
        [number] if number.bytes().all(|b| b.is_ascii_digit()) => month(number)?,
        [number] => format!("Q{}", number_of(number).filter(|no| (1..=4).contains(no))?),
        _ => return None,
    };
    Some(format!("{year}-{part}"))
}

/// Returns the one period that a text names among other words, such as the title of a report; nothing where it names none or several,
/// or more than the period: `từ tháng 1 đến tháng 7 năm 2019`, `7 tháng đầu năm 2019`, `đầu năm 2019`.
pub fn period_in(text: &str) -> Option<String> {
    let words = words(&unmarked(&fold(text)));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut found: Option<String> = None;
    let mut at = 0;
    while at < words.len() {
        if let Some(length) = day(&words[at..]) {
            at += length;
        } else if let Some((length, named)) = named(&words[at..]) {
            let is_part = words[at.saturating_sub(2)..at].iter().any(|own| matches!(*own, "dau" | "cuoi" | "nua"));
            if is_part || found.as_ref().is_some_and(|own| *own != named) {
                return None;
            }
            found = Some(named);
            at += length;
        } else if is_other(&words, at) {
            return None;
        } else {
            at += 1;
        }
    }
    found
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year))
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|own| own.is_ascii_digit())
}

/// Returns how many words a day takes that a list of words begins with: `ngày 5 tháng 8 năm 2019`, `ngày 05/8/2019`, `ngày tháng 8 năm 2019`.
fn day(words: &[&str]) -> Option<usize> {
    if words.first() != Some(&"ngay") {
        return None;
    }
    let parts = words[1..].iter().take_while(|own| is_digits(own) || matches!(**own, "thang" | "nam"));
    let mut length = 1;
    for part in parts {
        length += 1;
        if is_year(part) {
            break;
        }
    }
    Some(length)
}

/// Tells whether a word belongs to a period that is not named whole: a month or quarter without its year, a number of months, a year.
fn is_other(words: &[&str], at: usize) -> bool {
    let is_number = |word: Option<&&str>| word.is_some_and(|own| is_digits(own) || number_of(own).is_some());
    match words[at] {
        "thang" | "quy" => is_number(words.get(at + 1)) || at > 0 && is_digits(words[at - 1]),
        own => is_year(own),
    }
}

/// Reads the period with its year that a list of words begins with, and how many words that takes.
fn named(words: &[&str]) -> Option<(usize, String)> {
    let year = |at: usize| words.get(at).filter(|own| own.len() == 4 && own.bytes().all(|b| b.is_ascii_digit()));
    // The words before the year, then the word for year or not.
    let dated = |before: usize| {
        let skipped = usize::from(words.get(before) == Some(&"nam"));
        year(before + skipped).map(|own| (before + skipped + 1, (*own).to_owned()))
    };
    match words {
        ["thang", number, ..] => {
            let (length, year) = dated(2)?;
            Some((length, format!("{year}-{}", month(number)?)))
        }
        ["quy", number, ..] => {
            let (length, year) = dated(2)?;
            Some((length, format!("{year}-Q{}", number_of(number).filter(|no| (1..=4).contains(no))?)))
        }
        [number @ ("6" | "06" | "9" | "09"), "thang", rest @ ..] => {
            let skipped = usize::from(matches!(rest.first(), Some(&"dau" | &"cuoi")));
            let is_late = rest.first() == Some(&"cuoi");
            let (length, year) = dated(2 + skipped)?;
            let part = match (number.trim_start_matches('0'), is_late) {
                ("6", false) => "H1",
                ("6", true) => "H2",
                (_, false) => "9M",
                (_, true) => return None,
            };
            Some((length, format!("{year}-{part}")))
        }
        ["nam", ..] => year(1).map(|own| (2, (*own).to_owned())),
        _ => None,
    }
}

fn month(text: &str) -> Option<String> {
    text.parse::<u8>().ok().filter(|no| (1..=12).contains(no)).map(|no| format!("{no:02}"))
}

/// Reads a small number, common or Roman.
fn number_of(text: &str) -> Option<u8> {
    match text {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => text.parse().ok(),
    }
}

/// Parts a text into runs of digits and runs of letters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let kind = (c.is_ascii_digit(), c.is_alphabetic());
        match words.last_mut().filter(|_| last == Some(kind)) {
            Some(word) if kind != (false, false) => word.push(c),
            Some(_) | None if kind == (false, false) => {}
            Some(_) | None => words.push(c.to_string()),
        }
        last = Some(kind);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_understood() {
        for (text, meant) in [
            ("3/2026", "2026-03"),
            ("03-2026", "2026-03"),
            ("2026/3", "2026-03"),
            ("2026-6", "2026-06"),
            ("Tháng 12/2026", "2026-12"),
            ("tháng 3 năm 2026", "2026-03"),
            ("T3/2026", "2026-03"),
            ("Quý II/2026", "2026-Q2"),
            ("quý 4 năm 2026", "2026-Q4"),
            ("2026-q2", "2026-Q2"),
            ("III/2026", "2026-Q3"),
            ("6 tháng đầu năm 2026", "2026-H1"),
            ("6 tháng cuối năm 2026", "2026-H2"),
            ("9 tháng năm 2026", "2026-9M"),
            ("năm 2026", "2026"),
        ] {
            assert_eq!(period(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn titles_name_their_period() {
        for (text, meant) in [
            ("CÂN ĐỐI NGÂN SÁCH ĐỊA PHƯƠNG NĂM 2017", "2017"),
            ("Báo cáo tình hình giải quyết hồ sơ tháng 7 năm 2019", "2019-07"),
            ("Kết quả quý II/2019", "2019-Q2"),
            ("Số liệu 6 tháng đầu năm 2019 của Sở", "2019-H1"),
            ("9 tháng năm 2019", "2019-9M"),
            ("Báo cáo tháng 7/2019 (kèm Công văn ngày 05 tháng 8 năm 2019)", "2019-07"),
            ("Năm 2019, tính đến hết năm 2019", "2019"),
        ] {
            assert_eq!(period_in(text).as_deref(), Some(meant), "{text}");
        }
        for text in [
            "",
            "năm 2018 và năm 2019",
            "ngày 05 tháng 8 năm 2019",
            "tháng 7",
            "Quyết định 1674/QĐ-BTC",
            "giai đoạn 2016-2020",
        ] {
            assert_eq!(period_in(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_mean_several_things_is_not() {
        for text in [
            "",
            "tháng 3",
            "Đầu quý II/2019",
            "đầu kỳ tháng 7/2019",
            "đầu năm 2019",
            "Kỳ II/2019",
            "Kỳ 2/2019",
            "quý II",
            "13/2026",
            "3/2026, 4/2026",
            "quý 5/2026",
            "3/26",
            "2025-2026",
            "số 7 của 2026",
        ] {
            assert_eq!(period(text), None, "{text}");
        }
    }
}
