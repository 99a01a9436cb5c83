//! When a task is due, from the words that are printed. What may mean several things is left alone.

use chrono::{Datelike, NaiveDate};

use super::letters::plain;
use crate::model::{Period, PeriodKind, PrintedHint, PrintedWhen, Schedule};
use crate::syntax::loose;
use crate::syntax::names::kept;

/// Understands what is printed; `year` is that of the plan, if it is for one year.
pub(super) fn when(printed: &str, year: Option<i32>) -> PrintedWhen {
    let printed = kept(printed);
    let own = plain(&printed);
    let words: Vec<&str> = own
        .split([' ', ',', ';'])
        .map(|word| word.trim_end_matches(['.', ':']))
        .filter(|word| !word.is_empty())
        .collect();
    let (schedule, is_before) = match meaning(&words, year) {
        Some((schedule, is_before)) => (Some(schedule), is_before),
        None => (None, false),
    };
    let hint = if schedule.is_none() { hint(&own, &words, year) } else { PrintedHint::None };
    PrintedWhen { printed, schedule, is_before, hint }
}

/// Returns what can be said of a time that is no sure deadline.
fn hint(text: &str, words: &[&str], year: Option<i32>) -> PrintedHint {
    // A leap year, so that every day of a month is in it.
    const ANY: i32 = 2020;
    let lacks_year = year.is_none() && matches!(meaning(words, Some(ANY)), Some((Schedule::By(_), _)));
    let days = several(text, year);
    if lacks_year {
        PrintedHint::NoYear
    } else if let Some(every) = periodic(words) {
        PrintedHint::Periodic(every)
    } else if days.len() > 1 {
        PrintedHint::Several(days)
    } else {
        PrintedHint::None
    }
}

/// Reads how often something comes again: "Hàng quý", "Ngày 25 hàng tháng", "6 tháng một lần". What comes each week has no kind of its
/// own, and each year may be a deadline.
fn periodic(words: &[&str]) -> Option<PeriodKind> {
    let parts: Vec<&str> = words.iter().flat_map(|word| word.split('/')).collect();
    let is_mark =
        |at: usize| matches!(parts[at], "hang" | "moi") || (parts[at] == "ky" && at > 0 && parts[at - 1] == "dinh");
    let behind = (0..parts.len()).rev().find(|at| is_mark(*at)).map(|at| &parts[at + 1..]);
    let own = behind.or_else(|| (parts.last() == Some(&"lan")).then_some(&parts[..]))?;
    match own {
        ["6" | "06", "thang", ..] => Some(PeriodKind::Half),
        ["3" | "03", "thang", ..] | ["quy", ..] => Some(PeriodKind::Quarter),
        ["thang", ..] => Some(PeriodKind::Month),
        _ => None,
    }
}

/// Reads several deadlines, one after the other: "Tháng 6, tháng 12", "Quý II và quý IV". None if one of them is not sure.
fn several(text: &str, year: Option<i32>) -> Vec<NaiveDate> {
    let text = text.replace(" va ", ",");
    let mut days: Vec<NaiveDate> = Vec::new();
    let mut unit = "";
    for piece in text.split([',', ';']) {
        let words: Vec<&str> = piece.split_whitespace().map(|word| word.trim_end_matches(['.', ':'])).collect();
        // "Tháng 6, 12" says the word once.
        let repeated = [&[unit][..], &words].concat();
        let sure = |words: &[&str]| match meaning(words, year) {
            Some((Schedule::By(day), false)) => Some(day),
            _ => None,
        };
        let day = sure(&words).or_else(|| sure(&repeated).filter(|_| !unit.is_empty()));
        match day.filter(|day| days.last().is_none_or(|before| before < day)) {
            Some(day) => days.push(day),
            None => return Vec::new(),
        }
        unit = words.first().copied().filter(|own| matches!(*own, "thang" | "quy")).unwrap_or(unit);
    }
    days
}

fn meaning(words: &[&str], year: Option<i32>) -> Option<(Schedule, bool)> {
    match words {
        ["thuong", "xuyen"] => return Some((Schedule::Continuous, false)),
        ["khi", "phat", "sinh"]
        | ["khi", "co", "phat", "sinh"]
        | ["thuong", "xuyen", "khi", "phat", "sinh"]
        | ["thuong", "xuyen", "khi", "co", "phat", "sinh"] => return Some((Schedule::OnEvent, false)),
        [inner @ .., "hang" | "moi", "nam"] => return yearly(inner),
        _ => {}
    }
    // "Hoàn thành trước ngày ...".
    let words = words.strip_prefix(&["hoan", "thanh"]).or_else(|| words.strip_prefix(&["xong"])).unwrap_or(words);
    let by = |day: NaiveDate| (Schedule::By(day), false);
    match words {
        ["truoc", "ngay", rest @ ..] | ["truoc", rest @ ..] => day(rest, year).map(|day| (Schedule::By(day), true)),
        ["den", "het", "ngay", rest @ ..] | ["den" | "het", "ngay", rest @ ..] | ["ngay", rest @ ..] => {
            day(rest, year).map(by)
        }
        ["den", "het", rest @ ..] | ["het", rest @ ..] => day(rest, year).or_else(|| period(rest, year)).map(by),
        ["den", rest @ ..] => day(rest, year).map(by),
        ["ca", "nam"] | ["trong", "ca", "nam"] => NaiveDate::from_ymd_opt(year?, 12, 31).map(by),
        ["trong", "ca", rest @ ..] | ["trong" | "ca", rest @ ..] => period(rest, year).map(by),
        // A day alone has its year, for 6/11 may be a month.
        rest => day(rest, None).or_else(|| period(rest, year)).map(by),
    }
}

/// Reads `12-31` out of a month, quarter or day of every year.
fn yearly(words: &[&str]) -> Option<(Schedule, bool)> {
    // A year that is no leap year: the last day of February is in every one.
    const ANY: i32 = 2019;
    let (rest, is_before) = match words {
        ["truoc", "ngay", rest @ ..] | ["truoc", rest @ ..] => (rest, true),
        ["ngay", rest @ ..] | ["den", "ngay", rest @ ..] => (rest, false),
        [_, ..] => {
            let last = period(words, Some(ANY)).filter(|last| last.year() == ANY);
            let is_part = matches!(words, ["thang" | "quy", ..]);
            return last.filter(|_| is_part).and_then(every).map(|own| (own, false));
        }
        [] => return None,
    };
    let own = day(rest, Some(ANY)).filter(|day| day.year() == ANY)?;
    every(own).map(|own| (own, is_before))
}

fn every(day: NaiveDate) -> Option<Schedule> {
    Some(Schedule::Every { month: u8::try_from(day.month()).ok()?, day: u8::try_from(day.day()).ok()? })
}

/// Reads a day: `30/6/2019`, `30 tháng 6 năm 2019`, as a workbook has it; without a year if that is known.
fn day(words: &[&str], year: Option<i32>) -> Option<NaiveDate> {
    let (day, month, year) = match words {
        [day, "thang", month] => (*day, *month, year?),
        [day, "thang", month, "nam", year] => (*day, *month, full_year(year)?),
        [date] | [date, "00:00:00"] if iso(date).is_some() => return iso(date),
        [date] => {
            let mark = ['/', '-', '.'].into_iter().find(|mark| date.contains(*mark))?;
            let parts: Vec<&str> = date.split(mark).collect();
            match parts[..] {
                [day, month, year] => (day, month, full_year(year)?),
                // 1-2 and 1.2 are other things.
                [day, month] if mark == '/' => (day, month, year?),
                _ => return None,
            }
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

/// Reads `2019-06-30`, as a workbook has it. The first of a month may be a month that the program took for a day.
fn iso(text: &str) -> Option<NaiveDate> {
    let is_iso = text.len() == 10 && text.is_ascii() && text.as_bytes()[4] == b'-';
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| is_iso && day.day() > 1)
}

fn number(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_short)
}

fn full_year(text: &str) -> Option<i32> {
    let is_full = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| is_full && (1900..3000).contains(year))
}

/// Returns the last day of a period that a text names; one without its year is of the plan's.
fn period(words: &[&str], year: Option<i32>) -> Option<NaiveDate> {
    let mut parts: Vec<&str> = words.iter().flat_map(|word| word.split('/')).collect();
    if let [count @ ("06" | "09"), "thang", ..] = parts[..] {
        parts[0] = &count[1..];
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_part = |text: &&str| {
        is_number(text) || matches!(*text, "quy" | "thang" | "nam" | "i" | "ii" | "iii" | "iv" | "dau" | "cuoi" | "cua")
    };
    let is_half = matches!(parts[..], [count, "thang", "dau" | "cuoi", ..] if is_number(count));
    // "Đầu năm 2019" is not the year, nor "Đầu tháng 6" the month.
    if !parts.iter().all(is_part) || (!is_half && parts.iter().any(|part| matches!(*part, "dau" | "cuoi"))) {
        return None;
    }
    let mut text = parts.join(" ");
    if !parts.iter().any(|part| full_year(part).is_some()) {
        if !is_half && !matches!(parts[..], ["quy" | "thang", ..]) {
            return None;
        }
        text = format!("{} nam {}", text.trim_end_matches(" nam"), year?);
    }
    let months = Period::parse(&loose::period(&text)?)?.months();
    let after = months.last.plus(1);
    NaiveDate::from_ymd_opt(after.year(), u32::from(after.month()), 1)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let own = when(text, Some(2019));
        let before = if own.is_before { "<" } else { "" };
        match own.schedule {
            None => "?".to_owned(),
            Some(Schedule::Continuous) => "continuous".to_owned(),
            Some(Schedule::OnEvent) => "on-event".to_owned(),
            Some(Schedule::By(day)) => format!("{before}{day}"),
            Some(Schedule::Every { month, day }) => format!("{before}every {month:02}-{day:02}"),
        }
    }

    #[test]
    fn what_plans_print_is_understood() {
        for (text, meant) in [
            ("Thường xuyên", "continuous"),
            ("THƯỜNG XUYÊN.", "continuous"),
            ("thuong xuyen", "continuous"),
            ("Thƣờng xuyên", "continuous"),
            ("Khi có phát sinh", "on-event"),
            ("Thường xuyên, khi có phát sinh", "on-event"),
            ("Năm 2019", "2019-12-31"),
            ("2019", "2019-12-31"),
            ("Trong năm 2019", "2019-12-31"),
            ("Cả năm", "2019-12-31"),
            ("Trong cả năm 2020", "2020-12-31"),
            ("Tháng 12 hàng năm", "every 12-31"),
            ("Tháng 02 hằng năm", "every 02-28"),
            ("Quý IV hàng năm", "every 12-31"),
            ("Trước ngày 15/11 hàng năm", "<every 11-15"),
            ("Quý III/2019", "2019-09-30"),
            ("Quý III", "2019-09-30"),
            ("Quý 3 năm 2019", "2019-09-30"),
            ("Tháng 6/2019", "2019-06-30"),
            ("Tháng 6", "2019-06-30"),
            ("6/2020", "2020-06-30"),
            ("Tháng 2/2020", "2020-02-29"),
            ("6 tháng đầu năm 2019", "2019-06-30"),
            ("06 tháng đầu năm", "2019-06-30"),
            ("6 tháng cuối năm 2019", "2019-12-31"),
            ("9 tháng đầu năm 2019", "2019-09-30"),
            ("30/6/2019", "2019-06-30"),
            ("30.06.2019", "2019-06-30"),
            ("Ngày 30 tháng 6 năm 2019", "2019-06-30"),
            ("Đến 30/6/2019", "2019-06-30"),
            ("\u{d0}ến 30/6/2019", "2019-06-30"),
            ("Đến hết quý II/2019", "2019-06-30"),
            ("Trước 30/6/2019", "<2019-06-30"),
            ("Hoàn thành trước ngày 15/11", "<2019-11-15"),
            ("2019-06-30 00:00:00", "2019-06-30"),
        ] {
            assert_eq!(read(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline_is_told_by_its_kind() {
        let hint = |text: &str| when(text, Some(2019)).hint;
        let day = |month, day| NaiveDate::from_ymd_opt(2019, month, day).unwrap();
        for (text, every) in [
            ("Hàng quý", PeriodKind::Quarter),
            ("Hằng tháng", PeriodKind::Month),
            ("Ngày 25 hàng tháng", PeriodKind::Month),
            ("Định kỳ mỗi quý", PeriodKind::Quarter),
            ("Định kỳ 6 tháng", PeriodKind::Half),
            ("06 tháng/lần", PeriodKind::Half),
            ("Quý/lần", PeriodKind::Quarter),
        ] {
            assert_eq!(hint(text), PrintedHint::Periodic(every), "{text}");
        }
        for text in
            ["Tháng 6, tháng 12", "Tháng 6, 12", "Tháng 6 và tháng 12/2019", "30/6/2019; 31/12/2019", "Quý II, IV"]
        {
            assert_eq!(hint(text), PrintedHint::Several(vec![day(6, 30), day(12, 31)]), "{text}");
        }
        for text in [
            "Quý II",
            "Hàng năm",
            "Tháng 12, tháng 6",
            "Tháng 6, sau đó",
            "Tháng 6, tháng 13",
            "Hàng tuần",
            "Định kỳ",
            "",
        ] {
            assert_eq!(hint(text), PrintedHint::None, "{text}");
        }
        for text in ["Quý 4", "Tháng 6", "Trước ngày 15/11", "Cả năm"] {
            assert_eq!(when(text, None).hint, PrintedHint::NoYear, "{text}");
        }
        assert_eq!(when("Quý 5", None).hint, PrintedHint::None);
    }

    #[test]
    fn what_may_mean_several_things_is_left_alone() {
        for text in [
            "",
            "Hàng quý",
            "Hàng tháng",
            "Định kỳ",
            "Quý III/19",
            "30/6/19",
            "31/6/2019",
            "30/2/2019",
            "15/11",
            "Quý I, III/2019",
            "Quý V",
            "Tháng 13",
            "Đầu năm 2019",
            "Cuối quý II/2019",
            "Từ quý II/2019",
            "2019-2020",
            "Năm",
            "Năm nay",
            "Trước quý III/2019",
            "Thường xuyên, báo cáo trước 30/6/2019",
            "Quý I đến quý III",
            "1-2/2019",
            "2019-06-01",
            "Trước ngày 15",
            "hàng năm",
            "Năm 2019 hàng năm",
        ] {
            assert_eq!(read(text), "?", "{text}");
        }
        assert_eq!(when("Quý III", None).schedule, None);
        assert_eq!(when(" Quý\nV ", None).printed, "Quý V");
    }
}
