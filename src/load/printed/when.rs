//! When a task is due, from the words that are printed. What may mean several things is left alone.

use chrono::{Datelike, NaiveDate};

use super::letters::plain;
use crate::model::{Period, PrintedWhen, Schedule};
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
    PrintedWhen { printed, schedule, is_before }
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
        ["trong", rest @ ..] => period(rest, year).map(by),
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
