//! `--table`: one table alone, in every format, and what is said of a name nobody has.

use serde_json::Value;

use crate::common::{ours, rich};

fn keys(text: &str) -> Vec<String> {
    let json: Value = serde_json::from_str(text).expect("JSON");
    json.as_object().expect("an object").keys().cloned().collect()
}

#[test]
fn json_has_the_head_and_that_table() {
    for (args, table) in [("status", "parts"), ("status", "completion"), ("show 7", "deliverables"), ("show 7", "task")]
    {
        let whole: Value = serde_json::from_str(&ours(&format!("{args} --format json")).stdout).expect("JSON");
        let ran = ours(&format!("{args} --format json --table {table}"));
        assert_eq!(keys(&ran.stdout), ["version", "command", "language", "head", table]);
        let json: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!((&json["head"], &json[table]), (&whole["head"], &whole[table]));
    }
    assert_eq!(keys(&ours("status --format json --table head").stdout), ["version", "command", "language", "head"]);
}

#[test]
fn a_screen_shows_it_with_what_must_be_known_of_its_figures() {
    for format in ["table", "markdown"] {
        let ran = ours(&format!("status --as-of 2019-10-15 --lang en --format {format} --table forms"));
        for part in ["Judged as of the end of 2019-10-15", "made up", "Reporting", "Due"] {
            assert!(ran.stdout.contains(part), "no {part}: {}", ran.stdout);
        }
        assert!(!ran.stdout.contains("Completion") && !ran.stdout.contains("Deadline"), "{}", ran.stdout);
        let only =
            ours(&format!("show on-time-rate --unit mot-cua --lang en --format {format} --table history")).stdout;
        assert!(only.contains("alone"), "whose figures they are: {only}");
    }
}

#[test]
fn data_that_no_screen_shows_is_headed_by_its_keys() {
    for format in ["table", "markdown"] {
        let ran = ours(&format!("status --as-of 2019-06-30 --format {format} --table totals"));
        for part in ["verdict", "tasks", "targets", "missed"] {
            assert!(ran.stdout.contains(part), "no {part}: {}", ran.stdout);
        }
        let head = ours(&format!("status --as-of 2019-06-30 --format {format} --table head")).stdout;
        assert!(head.contains("as-of") && head.contains("2019-06-30"), "{head}");
    }
}

#[test]
fn an_empty_table_is_said_to_be_empty() {
    for (lang, said) in [("vi", "Không có dòng nào."), ("en", "No rows.")] {
        let ran = ours(&format!("show 6 --table updates --as-of 2019-01-02 --lang {lang}"));
        assert_eq!(ran.code, 0);
        assert!(ran.stdout.contains(said), "{}", ran.stdout);
    }
    assert_eq!(
        ours("show 6 --table updates --as-of 2019-01-02 --format csv").stdout,
        "date,period,unit,name,kind,text,where,as-of,made-up,incomplete\n"
    );
}

#[test]
fn a_name_nobody_has_is_an_error_that_offers_one() {
    for format in ["table", "json", "csv", "markdown"] {
        let en = ours(&format!("status --table part --lang en --format {format}"));
        assert_eq!((en.code, en.stdout.as_str()), (2, ""));
        assert_eq!(
            en.stderr,
            "error: no table is called \"part\" here. Did you mean \"parts\"? There are: head, totals, tasks, parts, units, completion, forms, owed.\n"
        );
        let vi = ours(&format!("show plan --table zzzz --format {format}"));
        assert_eq!((vi.code, vi.stdout.as_str()), (2, ""));
        assert_eq!(vi.stderr, "lỗi: ở đây không có bảng nào tên “zzzz”. Các bảng hiện có: head, plan.\n");
    }
}

#[test]
fn every_table_that_json_has_can_be_asked_for_in_every_format() {
    let scratch = rich();
    for args in [
        "status",
        "show",
        "show plan",
        "show 1",
        "show 2.1",
        "show rate",
        "show scores",
        "show standing",
        "show f",
        "show p",
        "show a",
        "show both",
        "show index",
        "show 2019-06",
    ] {
        for name in keys(&scratch.run(&format!("{args} --format json")).stdout).iter().skip(3) {
            for format in ["table", "json", "csv", "markdown"] {
                let ran = scratch.run(&format!("{args} --table {name} --format {format}"));
                assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args} {name} {format}");
                assert!(!ran.stdout.trim().is_empty(), "{args} {name} {format}");
            }
        }
    }
}
