//! Each trap of a register, by itself.

use crate::common::Scratch;
use crate::common::register::Register;
use crate::{counts, findings};

/// The days off of 2019 at Tết and in September, and the Saturday worked for 29 April.
const CALENDAR: &str = "days-off = [2019-01-01, 2019-02-04, 2019-02-05, 2019-02-06, 2019-02-07, 2019-02-08, 2019-04-29, 2019-04-30, \
    2019-05-01, 2019-09-02]\nworking-days = [2019-05-04]";

/// Five working days, and one without any.
const FIVE: &str = "P5,Cấp phép,,4,5; P0,Khác,,4,";

const APOLOGY: &str = "until = 2019-12-31\napology = { by = \"before-due\", new-dates = 1 }";

fn plan(rows: &str) -> Scratch {
    Register { calendar: CALENDAR, rules: APOLOGY, procedures: FIVE, rows, ..Register::default() }.scratch()
}

#[test]
fn received_on_a_make_up_saturday() {
    // The fifth working day after Saturday 4 May, which is worked, is Friday the 10th.
    let right = plan("A1,P5,a,3,online,2019-05-04_09:00,2019-05-10");
    assert_eq!(findings(&right, "due"), Vec::<String>::new());
    let wrong = plan("A1,P5,a,3,online,2019-05-04_09:00,2019-05-13");
    assert_eq!(findings(&wrong, "due"), ["due-differs data/dossiers/so.csv:2:35"]);
    // Received the day before, the Saturday is the first of the five.
    assert_eq!(findings(&plan("A1,P5,a,3,online,2019-05-03,2019-05-09"), "due"), Vec::<String>::new());
}

#[test]
fn due_on_a_holiday() {
    // Five working days from 26 August end on 3 September, since the 2nd is off.
    let plan = plan("A1,P5,a,3,online,2019-08-26,2019-09-02,2019-09-03,granted");
    assert_eq!(findings(&plan, "due"), ["due-differs data/dossiers/so.csv:2:29"]);
    // The day stands as the register has it, until somebody mends it.
    assert_eq!(counts(&plan, "2019-10-01", ("a", "2019-09"), "resolved-on-time resolved-late"), [Some(0), Some(1)]);
}

#[test]
fn resolved_on_the_due_day_whatever_the_time_of_receipt() {
    let plan =
        plan("A1,P5,a,3,online,2019-03-04_23:59,2019-03-11,2019-03-11 A2,P5,a,3,post,2019-03-04,2019-03-11,2019-03-12");
    let counted = counts(&plan, "2019-04-01", ("a", "2019-03"), "resolved-early resolved-on-time resolved-late");
    assert_eq!(counted, [Some(0), Some(1), Some(1)]);
}

#[test]
fn suspended_over_tet() {
    // Two working days are left before Tết and three after it; two more of waiting make it seven.
    let plan = plan("A1,P5,a,3,online,2019-01-30,2019-02-15,2019-02-15,granted,,,,2");
    assert_eq!(findings(&plan, ""), Vec::<String>::new());
    assert_eq!(counts(&plan, "2019-03-01", ("a", "2019-02"), "resolved-on-time"), [Some(1)]);
}

#[test]
fn received_on_a_day_off() {
    let rows = "A1,P5,a,3,online,2019-03-03_20:00,2019-03-08";
    let plan = |rules| Register { calendar: CALENDAR, rules, procedures: FIVE, rows, ..Register::default() }.scratch();
    assert_eq!(findings(&plan("until = 2019-12-31"), "due"), Vec::<String>::new());
    let next = plan("until = 2019-12-31\nreceipt-on-day-off = \"next-working-day\"");
    assert_eq!(findings(&next, "due"), ["due-differs data/dossiers/so.csv:2:35"]);
}

#[test]
fn an_apology_on_the_due_day_is_late_only_if_the_rule_says_so() {
    let rows = "A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-14,granted,1/XL,2019-03-11,2019-03-14";
    assert_eq!(findings(&plan(rows), ""), ["apology-late data/dossiers/so.csv:2:64"]);
    for (rules, found) in [("apology = { by = \"on-due\", new-dates = 1 }", 0), ("", 0)] {
        let plan = Register { calendar: CALENDAR, rules, procedures: FIVE, rows, ..Register::default() }.scratch();
        assert_eq!(findings(&plan, "apology").len(), found, "{rules}");
    }
    // It is an apology all the same.
    let counted = counts(&plan(rows), "2019-04-01", ("a", "2019-03"), "late-apologised late-unapologised");
    assert_eq!(counted, [Some(1), Some(0)]);
}

#[test]
fn appointed_anew_twice() {
    let twice = "A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-20,granted,1/XL,2019-03-08,2019-03-14;2019-03-20";
    assert_eq!(findings(&plan(twice), ""), ["too-many-new-dates data/dossiers/so.csv:2:75"]);
    // A new day changes nothing about being late.
    let once = "A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-14,granted,1/XL,2019-03-08,2019-03-14";
    assert_eq!(findings(&plan(once), ""), Vec::<String>::new());
    assert_eq!(
        counts(&plan(once), "2019-04-01", ("a", "2019-03"), "resolved-late late-apologised"),
        [Some(1), Some(1)]
    );
}

#[test]
fn days_that_run_backwards() {
    for (rows, column) in [
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-01", 40),
        ("A1,P5,a,3,online,2019-03-04,2019-03-01", 29),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,,,1/XL,2019-03-01,2019-03-14", 47),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,,,1/XL,2019-03-08,2019-03-11", 58),
    ] {
        let found = findings(&plan(rows), "days");
        assert_eq!(found, [format!("days-reversed data/dossiers/so.csv:2:{column}")], "{rows}");
    }
}

#[test]
fn a_day_in_the_future_has_not_come() {
    let plan = plan("A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-13").today("2019-03-12");
    assert_eq!(findings(&plan, ""), ["dated-in-future data/dossiers/so.csv:2:40"]);
    // A due day may lie in the future.
    let plan = self::plan("A1,P5,a,3,online,2019-03-11,2019-03-18").today("2019-03-12");
    assert_eq!(findings(&plan, ""), Vec::<String>::new());
}

#[test]
fn carried_over_twice_it_is_counted_once_a_period_and_once_a_year() {
    let plan = plan("A1,P0,a,3,online,2018-12-20,2019-06-28,2019-03-05 A2,P0,a,3,online,2019-01-10,2019-06-28");
    for (period, [carried, pending]) in
        [("2019-01", [1, 2]), ("2019-02", [2, 2]), ("2019-03", [2, 1]), ("2019-04", [1, 1])]
    {
        let counted = counts(&plan, "2019-05-01", ("a", period), "carried-over pending");
        assert_eq!(counted, [Some(carried), Some(pending)], "{period}");
    }
    // Over the year the first period's opening and the last one's closing count, each once.
    let toml = Register { rules: APOLOGY, ..Register::default() }.toml().replace(
        "numerator = [\"resolved-early\", \"resolved-on-time\"]\ndenominator = [\"resolved\", \"pending-overdue\"]",
        "numerator = [\"resolved\"]\ndenominator = [\"carried-over\", \"received-online\"]",
    );
    let plan = plan.file("plan.toml", toml);
    assert_eq!(plan.at("2019-05-01").counts("1.1"), "1 2");
}

#[test]
fn two_dossiers_with_one_id() {
    let rows = "A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-11 B1,P5,b,3,online,2019-03-04,2019-03-11 \
        A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-12 A1,P5,a,3,online,2019-03-04,2019-03-11";
    let plan = plan(rows);
    let places = ["duplicate-dossier data/dossiers/so.csv:4:1", "duplicate-dossier data/dossiers/so.csv:5:1"];
    assert_eq!(findings(&plan, ""), places);
    // Which of them is right is not known: the unit's figures from then on are missing, and nobody else's.
    let ran = plan.run("status --as-of 2019-05-01 --keep-going --format json");
    assert_eq!(ran.code, 1);
    let status = crate::common::Status::read(&ran.stdout);
    assert_eq!((status.counts("1.1").as_str(), status.part("1.1", "reports-in").as_str()), ("0 1", "6"));
    // Also across files.
    let other = self::plan("A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-11");
    let other = other.file(
        "data/dossiers/zz.csv",
        Register { rows: "A1,P5,b,3,online,2019-03-04,2019-03-11", ..Register::default() }.csv(),
    );
    assert_eq!(findings(&other, ""), ["duplicate-dossier data/dossiers/zz.csv:2:1"]);
}

#[test]
fn a_row_that_cannot_be_used_takes_its_units_figures_along() {
    let rows = "A1,P5,a,3,online,2019-01-07,2019-01-14,2019-01-14 A2,P5,a,3,online,2019-03-04,2019-13-11 \
        B1,P5,b,3,online,2019-01-07,2019-01-14,2019-01-14";
    let ran = plan(rows).run("status --as-of 2019-05-01 --keep-going --format json");
    let status = crate::common::Status::read(&ran.stdout);
    // Of `a` only January and February are known; of `b` all four months.
    assert_eq!((ran.code, status.part("1.1", "reports-in").as_str()), (1, "6"));
    // Nobody knows whose dossier a row is that has a cell too many.
    let ran = plan("A1,P5,a,3,online,2019-01-07,2019-01-14,2019-01-14,,,,,,,")
        .run("status --as-of 2019-02-01 --keep-going --format json");
    assert_eq!(crate::common::Status::read(&ran.stdout).part("1.1", "reports-in"), "0");
}

#[test]
fn personal_columns_are_refused_by_name() {
    let register = Register { rows: "A1,P5,a,3,online,2019-01-07,2019-01-14", ..Register::default() };
    for (head, code) in
        [("Họ tên người nộp", "personal-column"), ("Địa chỉ", "personal-column"), ("ghi chú", "unknown-column")]
    {
        let mut lines = register.csv().lines().map(str::to_owned).collect::<Vec<_>>();
        lines[0] = format!("{},{head}", lines[0]);
        lines[1] += ",x";
        let plan = register.scratch().file("data/dossiers/so.csv", lines.join("\n"));
        assert_eq!(findings(&plan, "column"), [format!("{code} data/dossiers/so.csv:1:105")], "{head}");
    }
}

#[test]
fn a_blank_due_day_is_worked_out() {
    let plan = plan("A1,P5,a,3,online,2019-03-04,,2019-03-11 A2,P5,a,3,online,2019-03-04,,2019-03-12");
    assert_eq!(findings(&plan, ""), Vec::<String>::new());
    assert_eq!(counts(&plan, "2019-04-01", ("a", "2019-03"), "resolved-on-time resolved-late"), [Some(1), Some(1)]);
    assert_eq!(findings(&self::plan("A1,P0,a,3,online,2019-03-04,"), ""), ["no-due-day data/dossiers/so.csv:2:29"]);
}

#[test]
fn words_and_numbers_of_a_row() {
    for (rows, found) in [
        ("A1,P5,a,5,online,2019-03-04,2019-03-11", "not-one-of data/dossiers/so.csv:2:9"),
        ("A1,P5,a,3,Online,2019-03-04,2019-03-11", "not-one-of data/dossiers/so.csv:2:11"),
        ("A1,P5,a,3,,2019-03-04,2019-03-11", "missing-cell data/dossiers/so.csv:2:11"),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-11,done", "not-one-of data/dossiers/so.csv:2:51"),
        ("A1,P5,c,3,online,2019-03-04,2019-03-11", "unknown-unit data/dossiers/so.csv:2:7"),
        (",P5,a,3,online,2019-03-04,2019-03-11", "missing-cell data/dossiers/so.csv:2:1"),
        ("A1,,a,3,online,2019-03-04,2019-03-11", "missing-cell data/dossiers/so.csv:2:4"),
        ("A1,P6,a,3,online,2019-03-04,2019-03-11", "unknown-procedure data/dossiers/so.csv:2:4"),
        ("A1,P5,a,3,online,,2019-03-11", "missing-cell data/dossiers/so.csv:2:18"),
        ("A1,P5,a,3,online,04/03/2019,2019-03-11", "bad-date data/dossiers/so.csv:2:18"),
        ("A1,P5,a,3,online,2019-03-04_24:10,2019-03-11", "bad-date data/dossiers/so.csv:2:18"),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11_08:00", "bad-date data/dossiers/so.csv:2:29"),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,,,,,,-1", "negative-count data/dossiers/so.csv:2:45"),
        ("A1,P5,a,3,online,2019-03-04,2019-03-11,,,,,,1.5", "bad-number data/dossiers/so.csv:2:45"),
    ] {
        assert_eq!(findings(&plan(rows), ""), [found], "{rows}");
    }
}
