//! What may be asked of `plan report`, and what is said where it cannot be had.

use crate::common::{Scratch, Simple, ours};

fn json(args: &str) -> serde_json::Value {
    let ran = ours(&format!("report --format json {args}"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args}");
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn a_report_is_judged_as_of_the_day_its_last_report_is_due() {
    // Monthly figures are due after 2 working days, quarterly ones and updates after 5; 1 January is a day off.
    for (period, day) in [
        ("2019-Q1", "2019-04-05"),
        ("2019-H1", "2019-07-05"),
        ("2019-9M", "2019-10-07"),
        ("2019", "2020-01-08"),
        ("2019-05", "2019-06-04"),
    ] {
        let report = json(&format!("--period {period}"));
        assert_eq!((&report["head"]["as-of"], &report["report"]["date"]), (&day.into(), &day.into()), "{period}");
    }
}

#[test]
fn before_that_day_it_is_judged_as_of_today() {
    let plan = || Simple { rows: "2019-01,a,2019-02-03,4,5", ..Simple::default() }.scratch();
    let day = |today: &str| {
        let ran = plan().today(today).run("report --period 2019-Q1 --format json");
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
        report["head"]["as-of"].as_str().expect("a day").to_owned()
    };
    assert_eq!(
        ["2019-02-10", "2019-04-02", "2019-04-05", "2019-04-06"].map(day),
        ["2019-02-10", "2019-04-02", "2019-04-05", "2019-04-05"]
    );
    let early = plan().today("2019-02-10").run("report --period 2019-Q1 --format markdown");
    assert!(early.stdout.contains("Kỳ báo cáo (quý I/2019) chưa kết thúc vào ngày này"), "{}", early.stdout);
    let closed = plan().today("2019-04-06").run("report --period 2019-Q1 --format markdown");
    assert!(!closed.stdout.contains("chưa kết thúc"), "{}", closed.stdout);
}

#[test]
fn each_period_is_held_against_the_one_before() {
    for (period, before) in [
        ("2019-02", "2019-01"),
        ("2019-Q2", "2019-Q1"),
        ("2019-H1", "2019-Q1"),
        ("2019-H2", "2019-H1"),
        ("2019-9M", "2019-H1"),
        ("2019", "2019-9M"),
    ] {
        assert_eq!(json(&format!("--period {period}"))["report"]["previous"], before, "{period}");
    }
    for first in ["2019-01", "2019-Q1"] {
        assert!(json(&format!("--period {first}"))["report"]["previous"].is_null(), "{first}");
    }
}

#[test]
fn periods_are_understood_as_people_write_them() {
    assert_eq!(json("--period 6/2019")["report"]["period"], "2019-06");
}

#[test]
fn what_cannot_be_reported_is_said() {
    for (args, said) in [
        ("--period abc", "“abc” không phải là kỳ báo cáo; viết như 2019-H1"),
        ("--period 2018-Q1", "kỳ 2018-Q1 nằm ngoài kế hoạch"),
        ("--period 2019-H1 --format docx", "thêm -o TỆP"),
        ("--period 2019-H1 --format xlsx -o -", "thêm -o TỆP"),
        ("--period 2019-H1 --table results -o ./x.docx", "--table không dùng được"),
        ("--period 2019-H1 -o ./x.pdf", "một trong .docx, .xlsx, .html, .md, .json, .csv, .txt"),
        ("--period 2019-H1 -o ./x.xlsx --format docx", "x.xlsx"),
        ("--period 2019-H1 -o ./x.txt --format docx", "x.txt"),
        ("--period 2019-H1 -o data/x.docx", "data"),
        ("--period 2019-H1 --date 31/12/2019", "31/12/2019"),
        ("--period 2019-H1 --as-of 2031-01-01", "2031-01-01"),
        ("--period 2019-H1 --group unit", "--group"),
        ("--period 2019-Q2 --as-of 2019-03-31", "kỳ 2019-Q2 bắt đầu ngày 2019-04-01, sau ngày đánh giá 2019-03-31"),
        ("--period 2019-H1 --date 2019-07-04", "ngày báo cáo 2019-07-04 trước ngày đánh giá 2019-07-05"),
    ] {
        let ran = ours(&format!("report {args}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{args}: {}", ran.stderr);
    }
    let ran = ours("report -o x.docx");
    assert!(ran.code == 2 && ran.stderr.contains("--period"), "{}", ran.stderr);
    let early = Simple::default().scratch().today("2019-02-10").run("report --period 2019-Q2 --lang en");
    assert_eq!(early.code, 2);
    assert!(early.stderr.contains("its first day is 2019-04-01, today is 2019-02-10"), "{}", early.stderr);
}

#[test]
fn files_of_office_programs_are_for_reports_alone() {
    let plan = Simple::default().scratch();
    for name in ["status.docx", "status.xlsx"] {
        let ran = plan.run(&format!("status -o {name}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{name}");
        assert!(ran.stderr.contains(name), "{}", ran.stderr);
        assert!(!plan.path().join(name).exists(), "{name}");
    }
}

#[test]
fn no_report_is_made_from_files_with_errors() {
    let plan = Simple { rows: "2019-01,a,2019-02-03,x,5", ..Simple::default() }.scratch();
    let ran = plan.run("report --period 2019-Q1 -o report.docx");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("data/f.csv:2:"), "{}", ran.stderr);
    assert!(!plan.path().join("report.docx").exists());
    let kept = plan.run("report --period 2019-Q1 --keep-going --format markdown");
    assert_eq!(kept.code, 1);
    assert!(kept.stdout.contains("Các dòng có lỗi đã bị bỏ ra"), "{}", kept.stdout);
}

#[test]
fn a_broken_plan_is_told_before_the_period_is_looked_for() {
    let ran = Scratch::new("[plan\n").run("report --period 2019-Q1");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("plan.toml:1:"), "{}", ran.stderr);
}

#[test]
fn a_blank_number_is_none() {
    let text = |number: &str| {
        let plan = Simple::default().scratch();
        plan.call(&["report", "--period", "2019-Q1", "--format", "markdown", "--number", number]).stdout
    };
    assert_eq!(text("  "), text(""));
    assert!(text(" 12 ").contains("| Số: 12 |"), "{}", text(" 12 "));
}
