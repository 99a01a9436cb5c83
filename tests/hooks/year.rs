//! The year 2019 month by month with docs/month.sh: forms out, figures in, letters, reports and a commit.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Days, Months, NaiveDate};
use serde_json::Value;

use super::forms::{as_csv, fill, rows};
use super::half_year::line_comes;
use super::office::{DataFile, Office, data, read, root, write};

/// Days after a month's end on which it is closed: the reports of a quarter are due within 8.
const CLOSING: u64 = 10;

/// What happens on a day, in the order of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happens {
    /// Forms of a month go out.
    Out,
    /// A row of a file came in.
    Comes(usize, usize),
    /// A month is closed.
    Close,
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Returns what happens over the year, and the month that it is about.
fn course(files: &[DataFile]) -> Vec<(NaiveDate, Happens, String)> {
    let mut list = Vec::new();
    for month in 0..12 {
        let first = day(2019, 1, 1) + Months::new(month);
        let (name, next) = (first.format("%Y-%m").to_string(), first + Months::new(1));
        list.push((next, Happens::Out, name.clone()));
        list.push((next + Days::new(CLOSING), Happens::Close, name));
    }
    for (at, file) in files.iter().enumerate() {
        for (row, (_, cells)) in file.rows.iter().enumerate() {
            if let Some(own) = file.day(cells).filter(|own| *own >= day(2019, 1, 1)) {
                list.push((own, Happens::Comes(at, row), own.format("%Y-%m").to_string()));
            }
        }
    }
    list.sort();
    list
}

/// The last month of a period of a form.
fn month_of(period: &str) -> String {
    match period.split_once("-Q") {
        Some((year, quarter)) => format!("{year}-{:02}", quarter.parse::<u32>().expect("a quarter") * 3),
        None => period.to_owned(),
    }
}

/// Fills in a form that went out, puts it where files come back, and takes it over.
fn report_comes(office: &Office, file: &DataFile, row: &[String]) {
    let (period, unit) = (file.cell(row, "period"), file.cell(row, "unit"));
    let (month, name) = (month_of(period), format!("{}-{period}-{unit}.csv", file.stem));
    let mut form = rows(&read(&office.path(&format!("bieu-mau/{month}/{name}"))));
    fill(&mut form, (file, row), &[]);
    as_csv(&office.path(&format!("da-nhan/{month}/{name}")), &form);
    let said = office.well(&format!("sh month.sh in {month}"));
    assert!(said.contains(&format!("Đã ghi: data/{}.csv", file.stem)), "{said}");
    assert!(office.path(&format!("da-nhap/{month}/{name}")).is_file());
}

fn json(office: &Office, args: &[&str]) -> Value {
    let (text, code) = office.plan(&[args, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{args:?}: {text}");
    serde_json::from_str(&text).expect("JSON")
}

/// The names of the files in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let Ok(listed) = fs::read_dir(folder) else { return BTreeSet::new() };
    listed.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Closes a month, and looks at what there is then.
fn close(office: &Office, month: &str) {
    let said = office.well(&format!("sh month.sh close {month}"));
    let out = office.path(&format!("ho-so/{month}"));
    let (period, report) = match &month[5..] {
        "03" => ("2019-Q1", "2019-Q1"),
        "06" => ("2019-Q2", "2019-H1"),
        "09" => ("2019-Q3", "2019-9M"),
        "12" => ("2019-Q4", "2019"),
        _ => (month, month),
    };
    let files = names(&out);
    for ending in ["html", "docx", "xlsx"] {
        assert!(files.contains(&format!("bao-cao-{report}.{ending}")), "{month}: {files:?}");
    }
    assert!(files.contains("viec-den-han.ics"), "{files:?}");
    assert_eq!(said.contains("plan freeze"), period.contains('Q'), "{month}: {said}");
    letters_fit(office, month, &names(&out.join("don-doc")));
    // What was committed is what came in: rows of this month and of those before, none of a day to come.
    let shown = office.well("git show --format=%s --unified=0 HEAD -- data");
    assert!(shown.starts_with(&format!("Số liệu {month}\n")), "{shown}");
    let lines = shown
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"));
    let removed: Vec<&str> = lines.clone().filter(|line| line.starts_with('-')).collect();
    assert!(removed.is_empty(), "{month}: {removed:?}");
    assert!(lines.count() > 0, "{month}: {shown}");
    assert_eq!(office.well("git status --porcelain data plan.toml"), "", "{month}");
}

/// Looks whether each unit that owes anything has a letter.
fn letters_fit(office: &Office, month: &str, letters: &BTreeSet<String>) {
    let status = json(office, &["status"]);
    let owing: BTreeSet<&str> =
        status["owed"].as_array().expect("a table").iter().filter_map(|row| row["unit"].as_str()).collect();
    for unit in owing {
        for ending in ["docx", "md"] {
            let has = letters.iter().any(|name| name.ends_with(&format!("{unit}.{ending}")));
            assert!(has, "{month}: {unit} owes and has no letter among {letters:?}");
        }
    }
}

#[test]
fn the_year_is_worked_through_month_by_month() {
    let mut office = Office::before(day(2019, 1, 1), false);
    let script = read(&root().join("docs/month.sh")).replace("format=xlsx ", "format=csv ");
    write(&office.path("month.sh"), script);
    write(&office.path(".gitignore"), "bieu-mau/\nda-nhan/\nda-nhap/\nho-so/\n.plan.lock\n");
    office.well("git init -q && git add -A && git commit -q -m 'Kế hoạch'");
    let files = data();
    for (day, happens, month) in course(&files) {
        office.day = day;
        match happens {
            Happens::Out => {
                let said = office.well(&format!("sh month.sh out {month}"));
                assert!(said.contains(&format!("bieu-mau/{month}/one-stop-{month}-mot-cua.csv")), "{said}");
            }
            Happens::Comes(file, row) => {
                let (file, row) = (&files[file], &files[file].rows[row].1);
                if file.columns.contains(&"reported".to_owned()) {
                    report_comes(&office, file, row);
                } else {
                    line_comes(&office, file, row);
                }
            }
            Happens::Close => close(&office, &month),
        }
    }
    for (name, text) in office.data() {
        assert_eq!(text, read(&root().join(&name)), "{name}");
    }
    assert_eq!(office.well("git log --format=%s").lines().count(), 13);
}

#[test]
fn the_script_says_how_it_is_called() {
    let office = Office::before(day(2019, 8, 1), false);
    write(&office.path("month.sh"), read(&root().join("docs/month.sh")));
    for line in ["", "out", "out 2019", "out 2019-13", "all 2019-07", "out 2019-07 x"] {
        let (said, code) = office.sh(&format!("sh month.sh {line}"));
        assert_eq!((said.as_str(), code), ("sh month.sh out|in|close 2019-07\n", 2), "{line}");
    }
}
