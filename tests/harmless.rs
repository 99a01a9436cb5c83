//! Whatever stands in the files of a plan, a terminal is never told to do anything by it.

mod common;

use common::screen::{assert_plain, is_harmful, without_colour};
use common::{Scratch, Simple};

/// Colours, clearing, a title, a bell, a C1 code, marks that turn the writing round, line separators.
const EVIL: [&str; 8] = [
    "\u{1b}[31mĐỎ",
    "\u{1b}[2J",
    "\u{1b}]0;tên\u{7}",
    "\u{9b}31m",
    "\u{202e}cod",
    "\u{2066}\u{200f}",
    "\u{8}\u{7f}\r",
    "\u{2028}\u{85}",
];

fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() }).collect()
}

/// Every way in which `plan status` writes for eyes.
const STATUS: [&str; 4] =
    ["status", "status --lang en --width 60", "status --keep-going", "status --as-of 2019-06-30 --color always"];
/// And `plan show`.
const SHOW: [&str; 8] = [
    "show",
    "show 1",
    "show 1.1 --lang en --width 60",
    "show a",
    "show f",
    "show rate",
    "show 2019-01 --color always",
    "show plan",
];

fn assert_harmless(scratch: &Scratch, commands: &[&str], what: &str) {
    for args in commands {
        let ran = scratch.run(args);
        assert!(ran.code < 2, "{what}, {args}: {}", ran.stderr);
        assert_plain(&without_colour(&ran.stdout), what);
        assert_plain(&without_colour(&ran.stderr), what);
    }
    // JSON writes the codes that a terminal obeys as escapes.
    let json = scratch.run("status --format json").stdout;
    assert!(!json.contains(|c: char| c < ' ' && c != '\n'), "{json:?}");
}

fn with(plan: &str) -> Scratch {
    let rows = "2019-01,a,2019-02-04,7,10";
    let csv = Simple { rows, ..Simple::default() }.csv();
    Scratch::new(plan).file("data/f.csv", csv)
}

#[test]
fn codes_in_the_texts_of_a_plan_never_reach_the_screen() {
    let plan = Simple::default().toml();
    let evil = escaped(&EVIL.concat());
    for field in ["Việc", "Đơn vị a", "Biểu", "Tỷ lệ", "Kế hoạch", "1/KH", "Sở", "Số good"] {
        let text = format!("\"{field} {evil}\"");
        let scratch = with(&plan.replace(&format!("\"{field}\""), &text));
        assert_harmless(&scratch, &STATUS, field);
        assert_harmless(&scratch, &SHOW, field);
    }
}

#[test]
fn codes_where_a_plan_is_wrong_never_reach_the_screen() {
    let plan = Simple::default().toml();
    for evil in EVIL {
        let raw = plan.replace("\"Việc\"", &format!("\"Việc {evil}\""));
        assert_harmless(&with(&raw), &STATUS, &format!("raw {evil:?}"));
        let key = format!("\"{}\" = 1\nlead =", escaped(evil));
        assert_harmless(&with(&plan.replace("lead =", &key)), &STATUS, &format!("key {evil:?}"));
        let lead = format!("lead = [\"{}\"]", escaped(evil));
        let scratch = with(&plan.replace("lead = [\"a\"]", &lead));
        assert_harmless(&scratch, &STATUS, &format!("id {evil:?}"));
    }
}

#[test]
fn codes_in_the_data_never_reach_the_screen() {
    let plan = Simple { task: "deliverables = [\"Kế hoạch\"]", ..Simple::default() };
    let header = "period,unit,reported,good,all,note\n";
    for evil in EVIL {
        for row in [
            format!("2019-01,a,2019-02-04,7,10,\"{evil}\""),
            format!("2019-01,\"a{evil}\",2019-02-04,7,10,"),
            format!("2019-01,a,2019-02-04,\"7{evil}\",10,"),
            format!("\"2019-01{evil}\",a,2019-02-04,7,10,"),
            format!("2019-01,a,\"2019-02-04{evil}\",7,10,"),
        ] {
            assert_harmless(&plan.scratch().file("data/f.csv", format!("{header}{row}\n")), &STATUS, &row);
        }
        let note = format!("{header}2019-01,a,2019-02-04,7,10,\"{evil}\"\n");
        assert_harmless(&plan.scratch().file("data/f.csv", note), &SHOW, evil);
        let column = format!("period,unit,reported,good,all,note,\"x{evil}\"\n");
        assert_harmless(&plan.scratch().file("data/f.csv", column), &STATUS, evil);
        let document =
            format!("task,deliverable,number,issued,title,where,link\n1,\"Kế hoạch{evil}\",1/KH,2019-02-04,,,\n");
        assert_harmless(&plan.scratch().file("data/deliverables.csv", document), &STATUS, evil);
    }
}

#[cfg(unix)]
#[test]
fn codes_in_a_file_name_never_reach_the_screen() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    for evil in EVIL {
        assert_harmless(&plan.scratch().file(&format!("data/x{}.csv", evil.replace('/', "")), "a,b\n"), &STATUS, evil);
    }
}
