//! Which day is judged, which exit code says what, and that errors print no figure.

use crate::common::{BY_DECEMBER, Scratch, Simple, Status};

const ROWS: &str = "2019-01,a,2019-02-04,8,10";

fn simple(rows: &str) -> Scratch {
    Simple { rows, ..Simple::default() }.scratch()
}

#[test]
fn before_the_plan_closes_today_is_judged() {
    assert_eq!(simple(ROWS).today("2019-02-10").status("").head("as-of"), "2019-02-10");
    assert_eq!(simple(ROWS).today("2020-01-04").status("").head("as-of"), "2020-01-04");
}

#[test]
fn after_the_plan_closed_its_closing_is_judged() {
    // The last report, of December, is due on 5 January.
    assert_eq!(simple(ROWS).today("2020-01-05").status("").head("as-of"), "2020-01-05");
    assert_eq!(simple(ROWS).today("2021-06-30").status("").head("as-of"), "2020-01-05");
}

#[test]
fn updates_may_close_later_than_reports() {
    let plan = Simple { head: "updates = { every = \"year\", due = { days = 20 } }", rows: ROWS, ..Simple::default() };
    assert_eq!(plan.scratch().status("").head("as-of"), "2020-01-20");
}

#[test]
fn a_report_that_came_after_the_closing_moves_the_day_judged() {
    let scratch = simple("2019-01,a,2019-02-04,8,10 2019-12,a,2020-02-17,7,10").today("2021-06-30");
    let status = scratch.status("");
    assert_eq!(status.head("as-of"), "2020-02-17");
    assert_eq!(status.counts("1.1"), "15 20");
    assert_eq!(scratch.at("2020-02-16").counts("1.1"), "8 10");
}

#[test]
fn a_form_with_history_does_not_move_the_day_judged() {
    let rest = "[[form]]\nid = \"g\"\ntitle = \"Chỉ số\"\nprovenance = \"published\"\nsource = \"Bộ Nội vụ\"\nhistory = true\nevery = \"year\"\nunits = [\"a\"]\n\
                measures = [{ id = \"score\", name = \"Điểm\", kind = \"level\" }]\n";
    let scratch = Simple { rest, rows: ROWS, ..Simple::default() }.scratch();
    let scratch = scratch.file("data/g.csv", "period,unit,reported,score,note\n2019,a,2020-06-30,80,\n");
    assert_eq!(scratch.status("").head("as-of"), "2020-01-05");
}

#[test]
fn the_default_day_gives_the_same_figures_as_naming_it() {
    let scratch = Simple { schedule: BY_DECEMBER, rows: ROWS, ..Simple::default() }.scratch();
    assert_eq!(scratch.status(""), scratch.at("2020-01-05"));
}

#[test]
fn a_day_that_has_not_come_cannot_be_judged() {
    let scratch = simple(ROWS).today("2019-02-10");
    let ran = scratch.run("status --as-of 2019-02-11");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("2019-02-11") && ran.stderr.contains("2019-02-10"), "{}", ran.stderr);
    assert_eq!(scratch.run("status --as-of 2019-02-10").code, 0);
    for day in ["2019-02-30", "10/02/2019", "2019-2-1", "today", ""] {
        let ran = scratch.run(&format!("status --as-of={day}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{day}");
    }
}

#[test]
fn what_came_after_today_is_an_error_even_when_an_earlier_day_is_judged() {
    simple("2019-01,a,2019-02-11,8,10").today("2019-02-10").refused("--as-of 2019-02-05");
}

#[test]
fn source_date_epoch_must_be_a_number() {
    for text in ["soon", "1e9", "99999999999999999999"] {
        let ran = simple(ROWS).env("SOURCE_DATE_EPOCH", text).run("status");
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{text}");
    }
}

#[test]
fn the_same_files_and_days_give_the_same_bytes() {
    let scratch = simple(ROWS);
    for args in ["status --format json", "status", "status --lang en --width 80"] {
        assert_eq!(scratch.run(args).stdout, scratch.run(args).stdout);
    }
}

#[test]
fn fail_on_a_verdict_that_is_there_exits_with_1_and_still_prints() {
    let scratch = simple("2019-01,a,2019-02-04,7,10");
    for format in ["table", "json"] {
        let code = |verdicts: &str| {
            let ran = scratch.run(&format!("status --as-of 2019-02-10 --format {format} --fail-on {verdicts}"));
            assert_eq!(ran.stdout, scratch.run(&format!("status --as-of 2019-02-10 --format {format}")).stdout);
            ran.code
        };
        assert_eq!(code("missed"), 1);
        assert_eq!(code("no-data,missed"), 1);
        assert_eq!(code("no-data,behind"), 0);
    }
    let ran = scratch.run("status --fail-on mised");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("missed"), "the nearest verdict is offered: {}", ran.stderr);
}

#[test]
fn fail_on_looks_at_parts_and_only_at_what_is_shown() {
    let task = "deliverables = [\"Kế hoạch\"]";
    let rest = "[[task]]\nno = 2\ntitle = \"Hai\"\nlead = [\"a\"]\nschedule = \"continuous\"";
    let scratch = Simple { task, rest, rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() }.scratch();
    let code = |args: &str| scratch.run(&format!("status --as-of 2019-02-10 {args}")).code;
    // The task is missed; its document is a part of it that is open.
    assert_eq!(code("--fail-on open --task 1"), 1);
    assert_eq!(code("--fail-on missed --task 2"), 0);
    assert_eq!(code("--fail-on missed --task 1,2"), 1);
}

/// One good row and one that cannot be read.
const BAD: &str = "2019-01,a,2019-02-04,8,10 2019-02,a,2019-03-04,x,10";

#[test]
fn errors_in_the_files_exit_with_1_and_print_no_figure() {
    let scratch = simple(BAD);
    for args in ["status", "status --format json", "status --lang en", "status --as-of 2019-02-10 --fail-on missed"] {
        let ran = scratch.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{args}");
        assert!(ran.stderr.contains("data/f.csv") || ran.stderr.contains('x'), "{}", ran.stderr);
    }
}

#[test]
fn keep_going_leaves_bad_rows_out_says_so_and_exits_with_1() {
    let ran = simple(BAD).run("status --as-of 2019-03-10 --keep-going --format json");
    assert_eq!(ran.code, 1);
    let status = Status::read(&ran.stdout);
    assert_eq!(status.head("incomplete"), "true");
    assert_eq!(status.part("1.1", "numerator denominator reports-in reports-owed provisional"), "8 10 1 2 [missing]");
    assert_eq!(status.form("f", "due in missing"), "2 1 1");
    let table = simple(BAD).run("status --as-of 2019-03-10 --keep-going --lang en");
    assert_eq!(table.code, 1);
    assert!(table.stdout.contains("left out"), "{}", table.stdout);
    let fine = simple(ROWS).run("status --as-of 2019-03-10 --keep-going");
    assert_eq!(fine.code, 0);
}

#[test]
fn keep_going_does_not_go_past_a_plan_that_cannot_be_read() {
    let plan = Simple { rows: ROWS, ..Simple::default() };
    for (good, bad) in [
        ("at-least = 80", "at-least = "),
        ("at-least = 80", "at-lest = 80"),
        ("lead = [\"a\"]", "lead = [\"z\"]"),
        ("year = 2019", "year = \"2019\""),
    ] {
        let scratch = plan.scratch().file("plan.toml", plan.toml().replace(good, bad));
        let ran = scratch.run("status --keep-going");
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{bad}");
        assert!(!ran.stderr.is_empty());
    }
}

#[test]
fn without_a_plan_the_program_cannot_work() {
    let scratch = simple(ROWS);
    std::fs::remove_file(scratch.path().join("plan.toml")).expect("remove plan.toml");
    for args in ["status", "status --format json", "status --plan nowhere.toml", "status -C nowhere", "status -C data"]
    {
        let ran = scratch.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}");
        assert!(!ran.stderr.is_empty(), "{args}");
    }
}

#[test]
fn the_plan_is_found_upward_and_by_name() {
    let scratch = simple(ROWS).file("deep/er/note.txt", "");
    let here = scratch.run("status --format json").stdout;
    assert_eq!(scratch.run("status --format json -C deep/er").stdout, here);
    assert_eq!(scratch.run("status --format json --plan plan.toml").stdout, here);
}

#[test]
fn wrong_arguments_exit_with_2_and_help_with_0() {
    let scratch = simple(ROWS);
    for args in [
        "stauts",
        "status --no-such",
        "status --format pdf",
        "status --width 3",
        "status --task 9",
        "status --unit z",
        "status --index z",
    ] {
        let ran = scratch.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}");
    }
    for args in ["--help", "status --help", "--version"] {
        let ran = scratch.run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args}");
    }
}

#[test]
fn the_language_is_the_arguments_then_the_plans_then_the_environments() {
    let english =
        |scratch: &Scratch, args: &str| scratch.run(&format!("status {args}")).stdout.contains("Judged as of");
    assert!(!english(&simple(ROWS), ""));
    assert!(english(&simple(ROWS).env("LANG", "en_US.UTF-8"), ""));
    let plan = Simple { head: "language = \"vi\"", rows: ROWS, ..Simple::default() };
    assert!(!english(&plan.scratch().env("LANG", "en_US.UTF-8"), ""));
    assert!(english(&plan.scratch(), "--lang en"));
}

#[test]
fn codes_and_keys_are_the_same_in_both_languages() {
    let scratch = simple(BAD.trim_end_matches("2019-02,a,2019-03-04,x,10"));
    let of = |lang: &str| scratch.run(&format!("status --format json --lang {lang}")).stdout;
    assert_eq!(of("vi").replace("\"language\": \"vi\"", "\"language\": \"en\""), of("en"));
}
