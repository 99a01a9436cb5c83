//! `plan freeze`: a reported period is locked with a copy of its reports, and every change of them is named with both figures.
#![expect(clippy::disallowed_methods, reason = "a test changes the files of its own plan")]

mod common;

use common::{Ran, Scratch, Simple};

/// Two units that have sent two months.
fn plan() -> Scratch {
    let rows = "2019-01,a,2019-02-04,8,10 2019-01,b,2019-02-05,3,4 2019-02,a,2019-03-04,9,10";
    Simple { units: "a b", rows, ..Simple::default() }.scratch()
}

fn read(plan: &Scratch, name: &str) -> String {
    std::fs::read_to_string(plan.path().join(name)).expect("the file is there")
}

/// Replaces a text that stands in a file once.
fn edit(plan: &Scratch, name: &str, old: &str, new: &str) {
    let text = read(plan, name);
    assert_eq!(text.matches(old).count(), 1, "{name}: {old} in {text}");
    std::fs::write(plan.path().join(name), text.replace(old, new)).expect("the file can be written");
}

/// The codes that `plan check` names, each with its place.
fn found(plan: &Scratch) -> Vec<String> {
    let Ran { stdout, .. } = plan.run("check --format concise --lang en");
    let of = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        Some(format!("{place} {}", rest.split_once('[')?.1.split_once(']')?.0))
    };
    stdout.lines().filter_map(of).collect()
}

#[test]
fn a_locked_period_is_silent_until_something_of_it_changes() {
    let plan = plan();
    let ran = plan.run("freeze 2019-01 --lang en");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("January 2019 is locked: 2 reports, checksum "), "{}", ran.stdout);
    assert_eq!(found(&plan), Vec::<String>::new());
    // Rows may move and be written in another way.
    edit(
        &plan,
        "data/f.csv",
        "2019-01,a,2019-02-04,8,10,\n2019-01,b,2019-02-05,3,4,\n",
        "2019-01,b,2019-02-05,03,4,\n2019-01,a,2019-02-04,8,10,a remark\n",
    );
    assert_eq!(found(&plan), Vec::<String>::new());
    // And so may what is not locked.
    edit(&plan, "data/f.csv", "2019-03-04,9,10", "2019-03-04,7,10");
    assert_eq!(found(&plan), Vec::<String>::new());

    edit(&plan, "data/f.csv", "2019-02-04,8,10", "2019-02-06,7,10");
    assert_eq!(found(&plan), ["data/f.csv:3:1 frozen-changed", "data/f.csv:3:22 frozen-changed"]);
    let said = plan.run("check --lang en").stdout;
    assert!(said.contains("\"Số good\" of \"Đơn vị a\" was 8 then and is 7 now"), "{said}");
    assert!(said.contains("plan freeze 2019-01 --lift --reason"), "{said}");
}

#[test]
fn a_report_that_comes_or_goes_is_named() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-02").code, 0);
    let ran = plan.run("record figure f --unit b --period 2019-02 --reported 2019-03-20 good=1 all=2");
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("frozen-added"), "{}", ran.stderr);
    assert!(!read(&plan, "data/f.csv").contains("2019-03-20"), "nothing is written");
    edit(&plan, "data/f.csv", "2019-02,a,2019-03-04,9,10,\n", "");
    assert_eq!(found(&plan), ["data/frozen.csv:2:1 frozen-gone"]);
}

#[test]
fn a_measure_that_goes_takes_its_figures_along_and_that_is_told() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    let toml = read(&plan, "plan.toml");
    let more = toml.replace("measures = [", "measures = [\n  { id = \"new\", name = \"Mới\", kind = \"flow\" },\n");
    assert_ne!(toml, more);
    let add = |text: &str| text.replace(",note\n", ",new,note\n").replace(",\n", ",5,\n");
    let plan = plan.file("plan.toml", more).file("data/f.csv", add(&read(&self::plan(), "data/f.csv")));
    assert_eq!(
        found(&plan),
        ["plan.toml:24:10 unused-measure", "data/f.csv:2:27 frozen-changed", "data/f.csv:3:26 frozen-changed"]
    );
    assert_eq!(plan.run("freeze 2019-01 --lift --reason x").code, 0);
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    assert_eq!(found(&plan), ["plan.toml:24:10 unused-measure"]);
    let plan = plan.file("plan.toml", toml).file("data/f.csv", read(&self::plan(), "data/f.csv"));
    assert_eq!(found(&plan), ["data/f.csv:2:1 frozen-changed", "data/f.csv:3:1 frozen-changed"]);
    let said = plan.run("check --lang en").stdout;
    assert!(said.contains("\"new\" of \"Đơn vị a\" was 5 then"), "{said}");
}

#[test]
fn a_reason_is_a_line_that_can_be_read() {
    let plan = plan();
    let ran = plan.call(&["freeze", "2019-01", "--reason", "a\u{1}b", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("\"reason\" holds a control character"), "{}", ran.stderr);
    assert!(!plan.path().join("data/freezes.csv").exists());
}

#[test]
fn a_row_with_a_mistake_is_told_as_that() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    edit(&plan, "data/f.csv", "2019-02-04,8,10", "2019-02-04,8x,10");
    assert_eq!(found(&plan), ["data/f.csv:2:22 bad-number"]);
}

#[test]
fn a_lock_is_lifted_with_a_reason_that_stays() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    let ran = plan.run("freeze 2019-01 --lift --lang en");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("only with a reason"), "{}", ran.stderr);
    edit(&plan, "data/f.csv", "2019-02-04,8,10", "2019-02-04,7,10");
    // What is wrong with the period does not stand in the way of lifting its lock.
    let ran = plan.run("freeze 2019-01 --lift --reason đính-chính");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(found(&plan), Vec::<String>::new());
    let log = read(&plan, "data/freezes.csv");
    assert_eq!(log.lines().count(), 3, "{log}");
    assert!(log.ends_with(",lift,2021-01-01,,,đính-chính\n"), "{log}");
    assert_eq!(read(&plan, "data/frozen.csv").lines().count(), 1);
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    assert_eq!(found(&plan), Vec::<String>::new());
}

#[test]
fn a_quarter_holds_the_reports_of_its_months_and_locks_stand_side_by_side() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    let ran = plan.run("freeze 2019-Q1 --lang en");
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("3 reports"), "{}", ran.stdout);
    // Of six reports of the quarter three are in.
    assert!(ran.stderr.starts_with("3 reports of this period are owed and not in"), "{}", ran.stderr);
    assert_eq!(plan.run("freeze 2019-Q1 --lift --reason x").code, 0);
    edit(&plan, "data/f.csv", "2019-02-04,8,10", "2019-02-04,7,10");
    assert_eq!(found(&plan), ["data/f.csv:2:22 frozen-changed"], "January has a lock of its own");
    let shown = plan.run("show 2019-01 --keep-going --lang en").stdout;
    assert!(shown.contains("Figures locked on: 2021-01-01"), "{shown}");
}

#[test]
fn the_copy_is_guarded_too() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    edit(&plan, "data/frozen.csv", "good=8", "good=9");
    assert_eq!(found(&plan), ["data/f.csv:2:22 frozen-changed", "data/freezes.csv:2:1 frozen-tampered"]);
    std::fs::remove_file(plan.path().join("data/freezes.csv")).expect("the file is there");
    assert_eq!(found(&plan), ["data/frozen.csv:2:1 frozen-tampered"]);
}

#[test]
fn what_cannot_be_locked_is_refused() {
    let plan = plan().today("2019-03-31");
    for (args, words) in [
        ("freeze 2019-03", "is not over"),
        ("freeze 2019-Q1", "is not over"),
        ("freeze 2020-01", "outside the plan"),
        ("freeze 3/2019", "2019-03 is not over"),
        ("freeze 3/19", "is not a period"),
        ("freeze 2019-01 --lift --reason x", "is not locked"),
    ] {
        let ran = plan.run(&format!("{args} --lang en"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{args}: {}", ran.stderr);
    }
    edit(&plan, "data/f.csv", "2019-02-04,8,10", "2019-02-04,x,10");
    let ran = plan.run("freeze 2019-01 --lang en");
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("Nothing is locked"), "{}", ran.stderr);
    assert!(!plan.path().join("data/frozen.csv").exists());
    let twice = plan.run("freeze 2019-02 --dry-run");
    assert_eq!(twice.code, 1, "an error anywhere stands in the way");
}

#[test]
fn a_trial_writes_nothing_and_a_second_lock_changes_nothing() {
    let plan = plan();
    assert_eq!(plan.run("freeze 2019-01 --dry-run").code, 0);
    assert!(!plan.path().join("data/freezes.csv").exists());
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    let before = (read(&plan, "data/freezes.csv"), read(&plan, "data/frozen.csv"));
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    assert_eq!((read(&plan, "data/freezes.csv"), read(&plan, "data/frozen.csv")), before);
}
