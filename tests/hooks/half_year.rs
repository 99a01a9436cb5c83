//! The work of half a year, done again with the commands: all that came in from August 2019 on.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::forms::{as_csv, fill, rows};
use super::office::{DataFile, Office, data, read, root};

/// Nothing of this day or later is there at first; so the reports of July are to come.
const FIRST: (i32, u32, u32) = (2019, 8, 1);

/// A form that nobody owes.
const EXCUSED: &str = "one-stop-2019-08-phong-qlcn.csv";

/// What came in: the day, which file of data/ it belongs to, and which of its rows it is.
fn arrivals(files: &[DataFile], first: NaiveDate) -> Vec<(NaiveDate, usize, usize)> {
    let mut list = Vec::new();
    for (at, file) in files.iter().enumerate() {
        for (row, (_, cells)) in file.rows.iter().enumerate() {
            list.extend(file.day(cells).filter(|day| *day >= first).map(|day| (day, at, row)));
        }
    }
    list.sort_unstable();
    list
}

/// Makes the forms of a period, once, and says for whom.
fn forms_out(office: &Office, file: &DataFile, period: &str) -> String {
    let folder = format!("bieu/{}-{period}", file.stem);
    if office.path(&folder).is_dir() {
        return folder;
    }
    let (said, code) =
        office.plan(&["form", &file.stem, "--period", period, "--all", "--format", "csv", "-o", &folder]);
    assert_eq!(code, 0, "{said}");
    let listed = office.well(&format!("ls {folder}"));
    let made: BTreeSet<&str> = listed.lines().collect();
    // Whoever reported has had a form; who was excused has none.
    let of_period = file.rows.iter().filter(|row| file.cell(&row.1, "period") == period);
    for (_, row) in of_period {
        let name = format!("{}-{period}-{}.csv", file.stem, file.cell(row, "unit"));
        assert!(made.contains(name.as_str()), "{folder}: no {name} in {made:?}");
    }
    assert!(!made.contains(EXCUSED), "{folder}: {made:?}");
    folder
}

/// Fills a form in with a row and takes it over.
fn report_comes(office: &Office, file: &DataFile, row: &[String]) {
    let (period, unit) = (file.cell(row, "period"), file.cell(row, "unit"));
    let path = format!("{}/{}-{period}-{unit}.csv", forms_out(office, file, period), file.stem);
    let mut form = rows(&read(&office.path(&path)));
    fill(&mut form, (file, row), &[]);
    as_csv(&office.path(&path), &form);
    let reported = file.cell(row, "reported");
    let (said, code) = office.plan(&["import", &path, "--reported", reported, "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&format!("Đã ghi: data/{}.csv", file.stem)), "{said}");
}

/// Records a document or an update: the cells that an option takes, after those that stand alone.
pub(crate) fn line_comes(office: &Office, file: &DataFile, row: &[String]) {
    let (kind, alone, options) = if file.stem == "deliverables" {
        ("deliverable", ["task", "deliverable"], &["number", "issued", "title", "where", "link"][..])
    } else {
        ("update", ["task", "text"], &["unit", "period", "kind", "date"][..])
    };
    let mut args = vec!["record".to_owned(), kind.to_owned()];
    args.extend(alone.map(|own| file.cell(row, own).to_owned()));
    for own in options {
        let cell = file.cell(row, own);
        if !cell.is_empty() {
            args.extend([format!("--{own}"), cell.to_owned()]);
        }
    }
    let (said, code) = office.plan(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("\n+"), "{args:?} shows no new line:\n{said}");
}

/// Looks whether all is well at the end of a month.
fn month_ends(office: &Office) {
    assert_eq!(office.plan(&["fmt", "--check"]), (String::new(), 0), "{}", office.day);
    let (said, code) = office.plan(&["check"]);
    assert_eq!(code, 0, "{}: {said}", office.day);
    let (said, code) = office.plan(&["status"]);
    assert_eq!(code, 0, "{}: {said}", office.day);
    assert!(said.contains("01A/KH-SKHCN"), "{said}");
}

#[test]
fn what_came_in_since_july_is_entered_again_byte_for_byte() {
    let (year, month, day) = FIRST;
    let first = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let mut office = Office::before(first, false);
    let files = data();
    let arrivals = arrivals(&files, first);
    for (at, (day, file, row)) in arrivals.iter().enumerate() {
        office.day = *day;
        let (file, row) = (&files[*file], &files[*file].rows[*row].1);
        if file.columns.contains(&"reported".to_owned()) {
            report_comes(&office, file, row);
        } else {
            line_comes(&office, file, row);
        }
        if arrivals.get(at + 1).is_none_or(|next| next.0.month() != day.month()) {
            month_ends(&office);
        }
    }
    assert!(arrivals.len() > 40, "only {} rows came in: is the reading of days broken?", arrivals.len());
    for (name, text) in office.data() {
        assert_eq!(text, read(&root().join(&name)), "{name}");
    }
}
