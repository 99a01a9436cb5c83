//! `plan record`: one row put where it belongs, every other byte left as it was, and nothing written that would be wrong.
#![expect(clippy::disallowed_methods, reason = "the tests make links and folders in the plan's place")]

mod common;

use common::reports::{ROWS, reports, toml};
use common::{Ran, Scratch};

const F: &str = "data/f.csv";
const NEW: &str = "record figure f new=3 done=4 all=7 mark=1.50 --period 2019-02 --reported 2019-03-05";

fn written(scratch: &Scratch, args: &str) -> Ran {
    let ran = scratch.run(args);
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    ran
}

/// Runs a command that must fail with this code and these words, and leave every file as it is.
fn refused(scratch: &Scratch, args: &[&str], code: i32, words: &[&str]) {
    let before = scratch.all();
    let ran = scratch.call(args);
    assert_eq!(ran.code, code, "{args:?}: {}{}", ran.stdout, ran.stderr);
    for word in words {
        assert!(ran.stderr.contains(word), "{args:?}: no {word}: {}", ran.stderr);
    }
    assert!(scratch.all() == before, "{args:?} changed a file");
}

fn refused_words(scratch: &Scratch, args: &str, code: i32, words: &[&str]) {
    refused(scratch, &args.split_whitespace().collect::<Vec<_>>(), code, words);
}

/// Rows of form `f` with another one before that of March.
fn before_march(row: &str) -> String {
    ROWS.replace("2019-03,a", &format!("{row}2019-03,a"))
}

#[test]
fn a_report_comes_between_those_before_and_after_it() {
    let (a, b) = ("2019-02,a,2019-03-05,3,4,7,1.50,\n", "2019-02,b,2019-03-05,3,4,7,1.50,\n");
    // Whichever comes first, the order is that of the plan's units.
    for order in [["a", "b"], ["b", "a"]] {
        let scratch = reports();
        for unit in order {
            written(&scratch, &format!("{NEW} --unit {unit}"));
        }
        assert_eq!(scratch.text(F), before_march(&format!("{a}{b}")), "{order:?}");
        assert_eq!(scratch.run("fmt --check").code, 0);
    }
    let scratch = reports();
    written(&scratch, "record figure f new=1 all=1 --unit b --period 2019-12 --reported 2020-01-04");
    assert_eq!(scratch.text(F), format!("{ROWS}2019-12,b,2020-01-04,1,,1,,\n"), "what is not given stays blank");
    let scratch = reports().file(F, "period,unit,reported,new,done,all,mark,note\n2019-03,a,2019-04-04,6,7,13,8.00,\n");
    written(&scratch, &format!("{NEW} --unit a"));
    assert_eq!(
        scratch.text(F),
        format!("period,unit,reported,new,done,all,mark,note\n{a}{}", &ROWS[ROWS.find("2019-03").unwrap()..])
    );
}

#[test]
fn line_ends_mark_and_quotes_of_other_rows_stay() {
    // Everything about these files is odd, and none of it is touched.
    let odd = "note,mark,all,done,new,reported,unit,period\n,7.50,003,2,\"1\",2019-02-04,P. A,2019-01\n\n\"a, b\",8.00,13,7,6,2019-04-04,\"a\",2019-03\n";
    let row = ",1.50,7,4,3,2019-03-05,b,2019-02\n";
    for (mark, end, last) in [("", "\n", "\n"), ("\u{feff}", "\r\n", "\r\n"), ("", "\r\n", ""), ("\u{feff}", "\n", "")]
    {
        let text = |own: &str| format!("{mark}{}", own.replace('\n', end));
        let cut = |own: String| own.strip_suffix(end).map(|own| format!("{own}{last}")).expect("a last line end");
        let scratch = reports().file(F, cut(text(odd)));
        written(&scratch, &format!("{NEW} --unit b"));
        let expected = odd.replace("\"a, b\"", "\u{1}");
        let (first, rest) = expected.split_once("\n\n").expect("the blank line");
        let expected = format!("{first}\n{row}\n{rest}").replace('\u{1}', "\"a, b\"");
        assert_eq!(scratch.text(F), cut(text(&expected)), "{mark:?} {end:?} {last:?}");
        // Behind a last line without an end comes one.
        let scratch = reports().file(F, cut(text(odd)));
        written(&scratch, "record figure f new=1 --unit a --period 2019-04 --reported 2019-05-05");
        let more = text(&format!("{odd},,,,1,2019-05-05,a,2019-04\n"));
        assert_eq!(scratch.text(F), more);
    }
}

#[test]
fn a_file_that_is_not_there_is_made_with_its_header() {
    let scratch = Scratch::new(&toml());
    written(&scratch, &format!("{NEW} --unit a"));
    assert_eq!(scratch.text(F), "period,unit,reported,new,done,all,mark,note\n2019-02,a,2019-03-05,3,4,7,1.50,\n");
    let plan = ["record", "deliverable", "1", "Kế hoạch", "--issued", "2019-03-01", "--number", "1/KH"];
    assert_eq!(scratch.call(&plan).code, 0);
    written(&scratch, "record update 1 Xong --unit a --date 2019-03-01 --period 2019-Q1");
    let names: Vec<String> = scratch.all().into_keys().collect();
    assert_eq!(names, ["data/deliverables.csv", "data/f.csv", "data/updates.csv", "plan.toml"]);
    assert_eq!(scratch.run("check").code, 0, "{}", scratch.run("check").stderr);
}

#[test]
fn a_report_goes_into_the_file_of_its_unit() {
    let header = "period,unit,reported,new,done,all,mark,note\n";
    let row = "2019-02,b,2019-03-05,3,4,7,1.50,\n";
    let scratch =
        Scratch::new(&toml()).file("data/f/a.csv", header).file("data/f/b.csv", header).file("data/f/z.csv", header);
    written(&scratch, &format!("{NEW} --unit b"));
    assert_eq!(scratch.text("data/f/b.csv"), format!("{header}{row}"));
    // Without a file of its name, where its rows are.
    let of_b = format!("{header}2019-01,b,2019-02-04,4,5,9,1.00,\n");
    let scratch = Scratch::new(&toml()).file("data/f/one.csv", &of_b).file("data/f/two.csv", header);
    written(&scratch, &format!("{NEW} --unit b"));
    assert_eq!(scratch.text("data/f/one.csv"), format!("{of_b}{row}"));
    assert_eq!(scratch.text("data/f/two.csv"), header);
    // And a report that is there stays in its file, whatever that is called.
    written(&scratch, "record figure f new=5 --unit b --period 2019-01 --replace");
    assert_eq!(scratch.text("data/f/one.csv"), format!("{header}2019-01,b,2019-02-04,5,5,9,1.00,\n{row}"));
}

#[test]
fn another_name_of_a_unit_is_written_as_its_id() {
    for name in ["P. A", "phòng a", "Pho\u{300}ng A"] {
        let scratch = reports();
        let mut args: Vec<&str> = NEW.split(' ').collect();
        args.extend(["--unit", name]);
        assert_eq!(scratch.call(&args).code, 0, "{name}");
        assert_eq!(scratch.text(F), before_march("2019-02,a,2019-03-05,3,4,7,1.50,\n"), "{name}");
    }
}

#[test]
fn a_figure_on_file_is_replaced_only_when_that_is_said() {
    let scratch = reports();
    let other = "record figure f new=2 done=1 --unit a --period 2019-01";
    refused_words(&scratch, other, 1, &["“Mới”", "1", "2", "“Xong”", "--replace"]);
    let ran = written(&scratch, &format!("{other} --replace"));
    assert!(
        ran.stdout.contains("-2019-01,a,2019-02-04,1,2,3,7.50,\n+2019-01,a,2019-02-04,2,1,3,7.50,\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(scratch.text(F), ROWS.replace("2019-02-04,1,2,3", "2019-02-04,2,1,3"));
    // A blank is filled without asking; the day of receipt stays that of the first report.
    let scratch = reports().file(F, ROWS.replace("6,7,13", "6,7,"));
    written(&scratch, "record figure f all=13 --unit a --period 2019-03 --reported 2019-05-01");
    assert_eq!(scratch.text(F), ROWS);
}

#[test]
fn the_same_again_changes_nothing() {
    let scratch = reports();
    for args in [
        "record figure f new=1 done=2 all=3 mark=7.50 --unit a --period 2019-01",
        "record figure f new=01 mark=7.5 --unit a --period 2019-01 --reported 2019-12-31",
        "record figure f mark=-0.25 --unit b --period 2019-01 --replace",
    ] {
        let before = scratch.all();
        let ran = written(&scratch, args);
        assert_eq!(ran.stdout, "", "{args}");
        assert!(scratch.all() == before, "{args}");
    }
    for args in [
        [
            "record",
            "deliverable",
            "1",
            "báo  cáo",
            "--issued",
            "2019-03-01",
            "--number",
            "7/BC",
            "--title",
            "Quý I, \"đủ\"",
        ]
        .as_slice(),
        [
            "record",
            "update",
            "2",
            "Chờ ý kiến, \"gấp\"",
            "--unit",
            "Phòng B",
            "--period",
            "2019-Q1",
            "--date",
            "2019-04-01",
            "--kind",
            "obstacle",
        ]
        .as_slice(),
    ] {
        assert_eq!(scratch.call(args).code, 0, "{args:?}");
        let before = scratch.all();
        assert_eq!(scratch.call(args).code, 0, "{args:?}");
        assert!(scratch.all() == before, "{args:?}");
    }
    assert_eq!(
        scratch.text("data/deliverables.csv"),
        "task,deliverable,number,issued,title,where,link\n1,Báo cáo,7/BC,2019-03-01,\"Quý I, \"\"đủ\"\"\",,\n"
    );
    assert_eq!(
        scratch.text("data/updates.csv"),
        "date,period,task,unit,kind,text\n2019-04-01,2019-Q1,2,b,obstacle,\"Chờ ý kiến, \"\"gấp\"\"\"\n"
    );
}

#[test]
fn lists_keep_their_order() {
    let scratch = reports()
        .file(
            "data/deliverables.csv",
            "task,deliverable,number,issued,title,where,link\n1,Báo cáo,2/BC,2019-05-01,,,\n",
        )
        .file(
            "data/updates.csv",
            "date,period,task,unit,kind,text\n2019-02-01,2019-Q1,1,a,result,Một\n2019-04-01,2019-Q1,1,a,result,Hai\n",
        );
    // The plan names the plan before the report.
    assert_eq!(
        scratch.call(&["record", "deliverable", "1", "Kế hoạch", "--issued", "2019-06-01", "--number", "9/KH"]).code,
        0
    );
    assert_eq!(
        scratch.call(&["record", "deliverable", "1", "Báo cáo", "--issued", "2019-04-01", "--number", "1/BC"]).code,
        0
    );
    written(&scratch, "record update 1 Giữa --unit a --period 2019-Q1 --date 2019-03-01");
    written(&scratch, "record update 2 Sau --unit b --period 2019-Q1 --date 2019-02-01");
    let deliverables = "task,deliverable,number,issued,title,where,link\n1,Kế hoạch,9/KH,2019-06-01,,,\n1,Báo cáo,1/BC,2019-04-01,,,\n1,Báo cáo,2/BC,2019-05-01,,,\n";
    assert_eq!(scratch.text("data/deliverables.csv"), deliverables);
    let updates = "date,period,task,unit,kind,text\n2019-02-01,2019-Q1,1,a,result,Một\n2019-02-01,2019-Q1,2,b,result,Sau\n2019-03-01,2019-Q1,1,a,result,Giữa\n2019-04-01,2019-Q1,1,a,result,Hai\n";
    assert_eq!(scratch.text("data/updates.csv"), updates);
    assert_eq!(scratch.run("fmt --check").code, 0);
}

#[test]
fn rows_come_where_fmt_would_put_them() {
    // The second task is declared first.
    let text = toml();
    let (head, tasks) = text.split_once("[[task]]").expect("tasks");
    let (one, two) = tasks.split_once("[[task]]").expect("two tasks");
    let two = two.replace("\"continuous\"\n", "\"continuous\"\ndeliverables = [\"Báo cáo\"]\n");
    let scratch = Scratch::new(&format!("{head}[[task]]{two}[[task]]{one}"));
    for (task, unit, kind) in
        [(1, "b", "result"), (1, "a", "obstacle"), (1, "a", "result"), (2, "b", "done"), (2, "a", "proposal")]
    {
        let args = format!("record update {task} Xong --unit {unit} --kind {kind} --period 2019-Q1 --date 2019-04-01");
        written(&scratch, &args);
    }
    for (task, name, number) in [(1, "Kế hoạch", "1/KH"), (2, "Báo cáo", "2/BC"), (1, "Kế hoạch", "0/KH")] {
        let task = task.to_string();
        let ran = scratch.call(&["record", "deliverable", &task, name, "--issued", "2019-03-01", "--number", number]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
    let ran = scratch.run("fmt --check --diff");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
}

#[test]
fn which_of_two_rows_is_meant_nobody_can_tell() {
    let scratch = reports().file(F, format!("{ROWS}2019-03,a,2019-04-04,6,7,13,8.00,\n"));
    refused_words(
        &scratch,
        "record figure f new=9 --unit a --period 2019-03 --replace",
        2,
        &["hai dòng", "plan check"],
    );
    // Another report is recorded all the same: the mistake is none of its doing.
    written(&scratch, &format!("{NEW} --unit a"));
}

#[test]
fn a_figure_is_not_lost_because_its_column_is() {
    let scratch = reports().file(F, "period,unit,reported,new,done,mark,note\n2019-03,a,2019-04-04,6,7,8.00,\n");
    refused_words(&scratch, "record figure f new=9 all=20 --unit a --period 2019-03 --replace", 2, &["thiếu cột"]);
    refused_words(&scratch, &format!("{NEW} --unit a"), 2, &["thiếu cột"]);
}

#[test]
fn a_row_that_says_the_same_in_other_words_is_enough() {
    let updates = "date,period,task,unit,kind,text\n2019-07-01,2019-Q2,1,Phòng A,done,Xong\n";
    let scratch = reports().file("data/updates.csv", updates);
    let ran = written(&scratch, "record update 1 Xong --unit a --date 2019-07-01 --period II/2019 --kind done");
    assert_eq!((ran.stdout.as_str(), scratch.text("data/updates.csv")), ("", updates.to_owned()));
}

#[test]
fn a_document_on_file_is_filled_in_and_changed_only_when_told() {
    let list =
        |rest: &str| format!("task,deliverable,number,issued,title,where,link\n1,Báo cáo,7/BC,2019-06-03,{rest}\n");
    let scratch = reports().file("data/deliverables.csv", list("Cũ,,"));
    let document = ["record", "deliverable", "1", "Báo cáo", "--number", "7/BC", "--issued", "2019-06-03"];
    let with = |more: &[&'static str]| [&document[..], more].concat();
    assert_eq!(scratch.call(&with(&["--where", "Mục 2"])).code, 0);
    assert_eq!(scratch.text("data/deliverables.csv"), list("Cũ,Mục 2,"));
    refused(&scratch, &with(&["--title", "Mới"]), 1, &["Cũ", "Mới", "--replace"]);
    assert_eq!(scratch.call(&with(&["--title", "Mới", "--replace"])).code, 0);
    assert_eq!(scratch.text("data/deliverables.csv"), list("Mới,Mục 2,"));
}

#[test]
fn a_group_is_no_unit_that_reports() {
    let group = "[[group]]\nid = \"all-of-us\"\nname = \"Các phòng\"\nmembers = [\"a\", \"b\"]\n";
    let scratch = Scratch::new(&format!("{}{group}", toml())).file(F, ROWS);
    refused_words(&scratch, "record update 1 Xong --unit all-of-us --date 2019-02-01", 2, &["“all-of-us”", "nhóm"]);
}

#[test]
fn what_a_change_brings_in_another_file_is_told_too() {
    let plan = toml().replace(
        "due = { days = 5 }\nidentities",
        "due = { days = 5 }\ncarries = { opening = \"done\", closing = \"new\" }\nidentities",
    );
    let plan = format!("{plan}[severity]\ncarries-unequal = {{ level = \"error\", reason = \"thử\" }}\n");
    let header = "period,unit,reported,new,done,all,mark,note\n";
    let scratch = Scratch::new(&plan)
        .file("data/f/01.csv", format!("{header}2019-01,a,2019-02-04,4,0,4,,\n"))
        .file("data/f/02.csv", format!("{header}2019-02,a,2019-03-04,1,4,5,,\n"));
    refused_words(
        &scratch,
        "record figure f new=5 all=5 --unit a --period 2019-01 --replace",
        1,
        &["carries-unequal", "data/f/02.csv:2:"],
    );
}

#[test]
fn a_trial_takes_no_lock_and_leaves_nothing_behind() {
    let scratch = reports();
    let before = scratch.all();
    let figure = "record figure f --unit a --period 2019-02 new=1 --dry-run";
    for args in
        [figure, "record update 1 Xong --unit a --period 2019-Q4 --dry-run", "fmt --check", "freeze 2019-01 --dry-run"]
    {
        scratch.run(args);
        assert!(scratch.all() == before && !scratch.path().join(".plan.lock").exists(), "{args}");
    }
}

#[test]
fn what_is_not_known_or_no_figure_is_refused() {
    let scratch = reports();
    let figure = "record figure f --unit a --period 2019-02";
    for (args, words) in [
        (format!("{figure} don=1"), &["“don”", "“done”"][..]),
        (format!("{figure} new=1.5"), &["1.5"]),
        (format!("{figure} new=-1"), &["-1"]),
        (format!("{figure} new=1,000"), &["1,000"]),
        (format!("{figure} new="), &["“”"]),
        (format!("{figure} mark=7.505"), &["7.505"]),
        (format!("{figure} new"), &["“new”"]),
        (format!("{figure} new=99999999999999999999"), &["99999999999999999999"]),
        (format!("{figure} new=1 done=2 new=2"), &["“new”", "hai lần"]),
        ("record figure f new=5 new=6 --unit a --period 2019-01 --replace".to_owned(), &["“new”", "hai lần"]),
        (format!("{figure} new=1 --reported 2019-02-30"), &["2019-02-30"]),
        (format!("{figure} new=1 --reported 1/3/2019"), &["1/3/2019"]),
        (format!("{figure} new=1 --reported 2021-01-02"), &["2021-01-02", "2021-01-01"]),
        ("record figure f new=1 --unit a --period 2/19".to_owned(), &["2/19"]),
        ("record figure f new=1 --unit a --period 2019-Q1".to_owned(), &["2019-Q1"]),
        ("record figure f new=1 --unit a --period 2018-12".to_owned(), &["2018-12"]),
        ("record figure f new=1 --unit aa --period 2019-02".to_owned(), &["“aa”"]),
        ("record figure f new=1 --unit c --period 2019-02".to_owned(), &["Phòng C", "f"]),
        ("record figure ff new=1 --unit a --period 2019-02".to_owned(), &["“ff”"]),
        ("record figure f --unit a --period 2019-02".to_owned(), &["MÃ=SỐ"]),
        ("record deliverable 3 Báo --issued 2019-02-01".to_owned(), &["3"]),
        ("record deliverable 1 Báocao --issued 2019-02-01".to_owned(), &["“Báo cáo”"]),
        ("record deliverable 1 Báo --issued 2019-02".to_owned(), &[]),
        ("record update 1 Xong --unit zz --date 2019-02-01".to_owned(), &["“zz”"]),
        ("record update 9 Xong --unit a --date 2019-02-01".to_owned(), &["9"]),
        ("record update 1 Xong --unit a --date 2021-02-01".to_owned(), &["2021-02-01"]),
    ] {
        refused_words(&scratch, &args, 2, words);
    }
}

#[test]
fn what_would_bring_an_error_is_not_written() {
    let scratch = reports();
    for period in ["2019-01", "nay", "2018-Q1"] {
        let args = format!("record update 1 Xong --unit a --date 2019-02-01 --period {period}");
        refused_words(&scratch, &args, 1, &["lỗi[", period, "data/updates.csv:2:"]);
    }
    let args = ["record", "update", "1", "", "--unit", "a", "--date", "2019-02-01"];
    refused(&scratch, &args, 1, &["data/updates.csv:2:"]);
    let args = ["record", "figure", "f", "new=1", "--unit", "a", "--period", "2019-02", "--note", "\u{1b}[31mđỏ"];
    refused(&scratch, &args, 1, &["data/f.csv:4:"]);
}

#[test]
fn what_is_doubtful_is_said_and_written() {
    let scratch = reports();
    let ran = written(&scratch, "record figure f new=3 done=4 all=8 --unit a --period 2019-02 --reported 2019-03-05");
    assert!(
        ran.stderr.contains("cảnh báo[identity-fails]") && ran.stderr.contains("data/f.csv:4:26"),
        "{}",
        ran.stderr
    );
    assert_eq!(scratch.text(F), before_march("2019-02,a,2019-03-05,3,4,8,,\n"));
    // What was doubtful before is not said of the next report.
    let ran = written(&scratch, "record figure f new=1 --unit b --period 2019-02 --reported 2019-03-05");
    assert!(!ran.stderr.contains("identity-fails"), "{}", ran.stderr);
}

#[test]
fn other_mistakes_in_the_files_do_not_stand_in_the_way() {
    let wrong = ROWS.replace("4,5,9", "x,5,9");
    let scratch = reports().file(F, &wrong);
    written(&scratch, &format!("{NEW} --unit b"));
    assert_eq!(scratch.text(F), wrong.replace("2019-03,a", "2019-02,b,2019-03-05,3,4,7,1.50,\n2019-03,a"));
    // But a file whose cells cannot be told apart is left alone.
    for broken in [
        "period,unit\n2019-01\n",
        "period;unit;reported\n",
        "",
        "period,unit,reported,new,done,all,mark,note\n\"2019-01,a\n",
    ] {
        refused_words(&reports().file(F, broken), &format!("{NEW} --unit b"), 2, &["plan check"]);
    }
    refused_words(
        &reports().file(F, b"period,unit,reported,new,done,all,mark,note\n2019-01,a,2019-02-04,1,2,3,4,\xff\n"),
        &format!("{NEW} --unit b"),
        2,
        &[F],
    );
}

#[test]
fn a_plan_with_errors_takes_no_rows() {
    for broken in [toml().replace("kind = \"level\"", "kind = \"lvl\""), "[plan\n".to_owned()] {
        let scratch = Scratch::new(&broken).file(F, ROWS);
        refused_words(&scratch, &format!("{NEW} --unit a"), 1, &["plan.toml:"]);
        refused_words(&scratch, "record update 1 Xong --unit a --period 2019-Q4", 1, &["plan.toml:"]);
    }
}

#[test]
fn a_trial_shows_the_change_and_writes_nothing() {
    let scratch = reports();
    let before = scratch.all();
    let ran = written(&scratch, &format!("{NEW} --unit a --dry-run"));
    assert!(ran.stdout.contains("+2019-02,a,2019-03-05,3,4,7,1.50,\n"), "{}", ran.stdout);
    written(&scratch, "record update 1 Xong --unit a --period 2019-Q1 --dry-run");
    let plan = ["record", "deliverable", "1", "Kế hoạch", "--issued", "2019-03-01", "--number", "1/KH", "--dry-run"];
    assert_eq!(scratch.call(&plan).code, 0);
    assert!(scratch.all() == before);
    // A trial refuses what would be refused.
    refused_words(&scratch, "record update 1 Xong --unit a --date 2019-02-01 --period 2019-01 --dry-run", 1, &["lỗi["]);
    refused_words(&scratch, "record figure f new=9 --unit a --period 2019-01 --dry-run", 1, &["--replace"]);
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn nothing_is_written_through_a_link() {
        let scratch = reports();
        let elsewhere = tempfile::tempdir().expect("a folder");
        let theirs = elsewhere.path().join("f.csv");
        fs::rename(scratch.path().join(F), &theirs).expect("moved");
        symlink(&theirs, scratch.path().join(F)).expect("a link");
        refused_words(&scratch, &format!("{NEW} --unit a"), 2, &["f.csv", "liên kết"]);
        assert_eq!(fs::read_to_string(&theirs).expect("the file"), ROWS);
        assert!(scratch.path().join(F).is_symlink());
        // Nor through a folder that is one.
        fs::remove_file(scratch.path().join(F)).expect("the link");
        fs::remove_dir(scratch.path().join("data")).expect("the folder");
        symlink(elsewhere.path(), scratch.path().join("data")).expect("a link");
        refused_words(&scratch, &format!("{NEW} --unit a"), 2, &["data", "liên kết"]);
        refused_words(&scratch, "record update 1 Xong --unit a --period 2019-Q4", 2, &["data", "liên kết"]);
        assert_eq!(fs::read_to_string(&theirs).expect("the file"), ROWS);
    }

    #[test]
    fn a_full_disk_leaves_everything_as_it_was() {
        let scratch = reports();
        let before = scratch.all();
        // No file may have a byte, as if the disk were full; the lock has none.
        let done = Command::new("/bin/sh")
            .args(["-c", &format!("trap '' XFSZ; ulimit -f 0; exec {} {NEW} --unit a", env!("CARGO_BIN_EXE_plan"))])
            .current_dir(scratch.path())
            .env_clear()
            .env("SOURCE_DATE_EPOCH", "1609502400")
            .output()
            .expect("run the shell");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(said.contains("f.csv") && said.contains("vẫn giữ nguyên"), "{said}");
        assert!(scratch.all() == before);
        written(&scratch, &format!("{NEW} --unit a"));
    }

    #[test]
    fn a_file_or_folder_that_may_not_be_written_to_stays() {
        let mode = |scratch: &Scratch, name: &str, mode: u32| {
            fs::set_permissions(scratch.path().join(name), PermissionsExt::from_mode(mode)).expect("the mode");
        };
        let scratch = reports();
        mode(&scratch, F, 0o444);
        refused_words(&scratch, &format!("{NEW} --unit a"), 2, &["f.csv", "chỉ đọc"]);
        mode(&scratch, F, 0o640);
        mode(&scratch, "data", 0o555);
        // Nothing is shut to an administrator.
        let is_shut = fs::write(scratch.path().join("data/probe"), "").is_err();
        if is_shut {
            refused_words(&scratch, &format!("{NEW} --unit a"), 2, &["f.csv"]);
        }
        mode(&scratch, "data", 0o755);
        let _ = fs::remove_file(scratch.path().join("data/probe"));
        written(&scratch, &format!("{NEW} --unit a"));
        let now = fs::metadata(scratch.path().join(F)).expect("the file").permissions().mode() & 0o777;
        assert_eq!(now, 0o640, "the mode is kept");
    }
}
