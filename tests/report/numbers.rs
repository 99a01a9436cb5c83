//! Every figure of the report, in each format, is one of the JSON's at the same date.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::common::ours;
use crate::page::Page;
use crate::parts::{Paper, sheets, written};

/// The reports looked at.
const REPORTS: [&str; 6] = [
    "--period 2019-Q1",
    "--period 2019-H1",
    "--period 2019-9M",
    "--period 2019",
    "--period 2019-Q3 --group lead",
    "--period 2019-08",
];

/// The days and the other numbers of a text, days as they are written.
#[derive(Debug, Default)]
struct Found {
    days: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Found {
    fn read(&mut self, text: &str) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
        for run in text.split(|c| !is_part(c)) {
            let run = run.trim_matches(['.', ',', '/']);
            let parts: Vec<&str> = run.split('/').filter(|part| part.contains(|c: char| c.is_ascii_digit())).collect();
            let is_day = parts.len() == 3 && parts[2].len() == 4 && parts.iter().all(|part| part.len() <= 4);
            if is_day {
                self.days.insert(run.to_owned());
            } else {
                self.numbers.extend(parts.into_iter().map(str::to_owned));
            }
        }
    }
}

/// Writes a number with a decimal point as Vietnamese readers expect it.
fn vietnamese(plain: &str) -> String {
    plan::text::number(plain, plan::text::Lang::Vi)
}

/// Takes up every number and day of a JSON document, texts too.
fn known(json: &Value, found: &mut Found) {
    match json {
        Value::Number(number) => {
            let plain = number.to_string();
            // A change has its sign in words, and no zeros at its end.
            let unsigned = plain.trim_start_matches('-');
            let trimmed =
                if unsigned.contains('.') { unsigned.trim_end_matches('0').trim_end_matches('.') } else { unsigned };
            found.numbers.extend([vietnamese(unsigned), vietnamese(trimmed)]);
        }
        Value::String(text) => {
            let parts: Vec<&str> = text.split('-').collect();
            match parts.as_slice() {
                [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
                    found.days.insert(format!("{day}/{month}/{year}"));
                }
                _ => found.read(text),
            }
        }
        Value::Array(list) => list.iter().for_each(|own| known(own, found)),
        Value::Object(map) => {
            for (key, own) in map {
                // Columns of months and years are named by them.
                let period: Vec<&str> = key.split('-').collect();
                if period[0].len() == 4 && period[0].bytes().all(|byte| byte.is_ascii_digit()) {
                    found.numbers.extend(period.iter().map(|part| part.trim_start_matches('0').to_owned()));
                }
                known(own, found);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn json(args: &str) -> Value {
    let ran = ours(args);
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// What the report may hold: what its JSON and that of the plan and of `status` on the same day hold.
fn allowed(args: &str) -> Found {
    let report = json(&format!("report {args} --format json"));
    let day = report["head"]["as-of"].as_str().expect("a day").to_owned();
    let mut found = Found::default();
    for own in [&report, &json(&format!("status --as-of {day} --format json")), &json("show plan --format json")] {
        known(own, &mut found);
    }
    // The milestones of the year.
    known(&json("due --as-of 2019-01-02 --within 364d --format json"), &mut found);
    // The periods before and ahead, as they are named.
    for name in ["6 tháng", "9 tháng", "2019", "2020"] {
        found.read(name);
    }
    for form in ["one-stop", "online-procedures", "it-plan", "iso-communes", "posting"] {
        known(&json(&format!("show {form} --as-of 2020-01-31 --table periods --format json")), &mut found);
    }
    found
}

/// Looks for numbers that are not allowed. A line's own number, as of a section, is none of its figures.
fn strange(text: &str, allowed: &Found) -> Vec<String> {
    let mut list = Vec::new();
    for line in text.lines() {
        let mut found = Found::default();
        found.read(unnumbered(line));
        let days = found.days.iter().filter(|own| !allowed.days.contains(*own));
        let numbers = found.numbers.iter().filter(|own| !allowed.numbers.contains(*own));
        // Columns are numbered: a cell of nothing but its number.
        let is_column = line.starts_with('(') && line.ends_with(')') && line.len() <= 5;
        // And months named by their letter.
        let is_month = line.strip_prefix('T').is_some_and(|rest| rest.len() <= 2);
        if !is_column && !is_month {
            list.extend(days.chain(numbers).map(|own| format!("{own} in {line}")));
        }
    }
    list
}

/// Leaves out the number that a heading begins with.
fn unnumbered(line: &str) -> &str {
    let line = line.trim_start_matches(['#', ' ']);
    match line.split_once(". ") {
        Some((number, rest)) if number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        Some(_) | None => line,
    }
}

#[test]
fn the_document_holds_no_other_number() {
    for args in REPORTS {
        let paper = Paper::read(&written(args, "docx"));
        let strange = strange(&paper.text(), &allowed(args));
        assert!(strange.is_empty(), "{args}: {strange:#?}");
    }
}

#[test]
fn markdown_holds_no_other_number() {
    for args in REPORTS {
        let text = String::from_utf8(written(args, "md")).expect("UTF-8").replace('|', "\n").replace(['\\', '*'], "");
        let lines = text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
        let strange = strange(&lines, &allowed(args));
        assert!(strange.is_empty(), "{args}: {strange:#?}");
    }
}

#[test]
fn the_page_holds_no_other_number() {
    for args in REPORTS {
        let page = Page::read(written(args, "html"));
        let strange = strange(&page.texts.join("\n"), &allowed(args));
        assert!(strange.is_empty(), "{args}: {strange:#?}");
    }
}

#[test]
fn a_number_from_elsewhere_would_be_found() {
    let allowed = allowed("--period 2019-H1");
    assert!(strange("Tỷ lệ: 99,46% (548/551 hồ sơ), ngày 05/07/2019", &allowed).is_empty());
    for wrong in ["99,45%", "(547/551)", "ngày 06/07/2018", "1.548"] {
        assert_eq!(strange(wrong, &allowed).len(), 1, "{wrong}");
    }
}

#[test]
fn the_workbook_holds_no_other_number() {
    for args in REPORTS {
        let allowed = allowed(args);
        for (name, rows) in sheets(&written(args, "xlsx")) {
            let mut text = String::new();
            for cell in rows.iter().flatten() {
                match cell {
                    calamine::Data::Float(number) => text.push_str(&shown(*number, &allowed)),
                    calamine::Data::DateTime(day) => {
                        let (year, month, day, ..) = day.to_ymd_hms_milli();
                        write!(text, "{day:02}/{month:02}/{year}").expect("a text");
                    }
                    other => text.push_str(&other.to_string()),
                }
                text.push('\n');
            }
            let strange = strange(&text, &allowed);
            assert!(strange.is_empty(), "{args} {name}: {strange:#?}");
        }
    }
}

/// Writes a number of a cell as it is known: as it is, or as the per cent of a fraction.
fn shown(number: f64, allowed: &Found) -> String {
    let plain = number.abs().to_string();
    let known = |text: &str| allowed.numbers.contains(text);
    Some(vietnamese(&plain)).filter(|own| known(own)).unwrap_or_else(|| {
        let percent = vietnamese(&hundredfold(&plain));
        if known(&percent) { percent } else { vietnamese(&plain) }
    })
}

/// Moves the point of a number two digits to the right.
fn hundredfold(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = format!("{whole}{fraction:0<2}");
    let (whole, fraction) = digits.split_at(digits.len() - fraction.len().saturating_sub(2));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[test]
fn a_fraction_is_read_as_its_per_cent() {
    for (plain, percent) in
        [("0.9946", "99.46"), ("1", "100"), ("0.5", "50"), ("0.00125", "0.125"), ("0", "0"), ("12.3", "1230")]
    {
        assert_eq!(hundredfold(plain), percent);
    }
}
