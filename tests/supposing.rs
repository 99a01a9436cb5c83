//! `--set`: what if. Nothing is written, everything is marked, and the difference is shown.

mod common;

use common::{BY_DECEMBER, Ran, Scratch, Simple, ours};
use serde_json::Value;

const INDEX: &str = "[[index]]\nid = \"x\"\nname = \"Chỉ số\"\n[[index.criterion]]\nno = \"1\"\nname = \"Tỷ lệ\"\n\
    max = 2\nrule = \"linear\"\nindicator = \"rate\"\n[[index.criterion]]\nno = \"2\"\nname = \"Hỏng\"\nmax = 1\n\
    rule = \"deduction\"\ncases = [\"bad\"]\neach = 0.1\n";

/// Two units, October the last month that they reported, and November begun.
fn plan() -> Scratch {
    let plan = Simple {
        units: "a b",
        measures: "good:flow bad:flow all:flow",
        schedule: BY_DECEMBER,
        form: "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"bad\"] }]",
        rest: INDEX,
        rows: "2019-09,a,2019-10-02,8,2,10 2019-09,b,2019-10-02,5,5,10 2019-10,a,2019-11-02,6,4,10 2019-10,b,2019-11-03,9,1,10",
        ..Simple::default()
    };
    plan.scratch().today("2019-11-10")
}

fn json(ran: &Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// Rows of the table of changes, some of its columns.
fn changes(plan: &Scratch, args: &str, columns: &[&str]) -> Vec<String> {
    let all = json(&plan.run(&format!("{args} --format json")));
    let rows = all["changes"].as_array().expect("changes").iter();
    rows.map(|row| columns.iter().map(|own| row[*own].to_string()).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_value_that_is_assumed_is_judged_and_scored_beside_the_one_on_file() {
    let plan = plan();
    let columns = ["id", "verdict-before", "verdict-after"];
    assert_eq!(changes(&plan, "status --set rate=85", &columns), [r#""1.1" "open" "on-track""#]);
    assert_eq!(changes(&plan, "status --set rate=79.9", &columns), [r#""1.1" "open" "open""#]);
    // 28 of 40 are 70%, and 12 bad ones leave nothing.
    let points = ["no", "before-exact", "after-exact", "difference"];
    let rows = changes(&plan, "score --set rate=85%", &points);
    assert_eq!(rows, [r#"null "7/5" "17/10" 0.30"#, r#""1" "7/5" "17/10" 0.30"#]);
    assert_eq!(changes(&plan, "score --set rate=85,5", &points)[1], r#""1" "7/5" "171/100" 0.31"#);
}

#[test]
fn a_figure_that_is_assumed_goes_through_the_same_formulas() {
    let plan = plan();
    let args = "score --set good@2019-10/a=10 --set bad@2019-10/a=0";
    let rows = changes(&plan, args, &["no", "before-exact", "after-exact"]);
    assert_eq!(rows, [r#"null "7/5" "9/5""#, r#""1" "7/5" "8/5""#, r#""2" "0" "1/5""#]);
    // As people write units and months.
    let people =
        changes(&plan, "score --set good@10/2019/A=10 --set bad@10/2019/a=0", &["no", "before-exact", "after-exact"]);
    assert_eq!(people, rows);
    // Nothing of all is nothing of each.
    let rows = changes(&plan, "score --set bad@2019-10=0", &["no", "after-exact"]);
    assert_eq!(rows, [r#"null "17/10""#, r#""2" "3/10""#]);
}

#[test]
fn no_figures_win_points_of_a_value_that_is_assumed() {
    let all = json(&plan().run("score --gain --set rate=70 --format json"));
    let rows = all["out-of-reach"].as_array().expect("a table").iter();
    let rows: Vec<String> = rows.map(|row| format!("{} {}", row["no"], row["state"])).collect();
    assert_eq!(rows, ["\"2\" \"happened\"", "\"1\" \"assumed\""]);
}

#[test]
fn what_assumed_figures_contradict_is_said_and_what_was_wrong_before_is_not() {
    let plan = plan();
    let ran = plan.run("score --set bad@2019-10/a=0 --lang en");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("With what is assumed") && ran.stderr.contains("identity-fails"), "{}", ran.stderr);
    let ran = plan.run("score --set bad@2019-10/a=0 --set good@2019-10/a=10 --lang en");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[test]
fn a_day_that_lies_ahead_can_be_assumed_and_only_then() {
    let plan = plan();
    assert_eq!(plan.run("status --as-of 2019-12-31").code, 2);
    let set = "--set good@2019-11/a=60 --set bad@2019-11/a=0 --set all@2019-11/a=60";
    let ran = plan.run(&format!("status {set} --lang en"));
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("add --as-of 2019-11-30"), "{}", ran.stderr);
    let rows = changes(&plan, &format!("status {set} --as-of 2019-11-30"), &["id", "before", "after"]);
    assert_eq!(
        rows,
        [
            r#""1.1" {"numerator":28,"denominator":40,"percent":70.00} {"numerator":88,"denominator":100,"percent":88.00}"#
        ]
    );
}

#[test]
fn every_output_says_that_it_is_hypothetical_and_nothing_is_written() {
    let plan = plan();
    let before = plan.all();
    for args in ["status --set rate=85", "score --set rate=85", "score --gain --set bad@2019-10=0"] {
        for more in ["", "--format markdown", "--table changes", "--format markdown --table changes", "--width 60"] {
            let ran = plan.run(&format!("{args} {more} --lang en"));
            assert!(
                ran.code == 0 && ran.stdout.contains("HYPOTHETICAL"),
                "{args} {more}: {}{}",
                ran.stdout,
                ran.stderr
            );
        }
        let all = json(&plan.run(&format!("{args} --format json")));
        assert!(all["head"]["assumed"].as_array().is_some_and(|own| !own.is_empty()), "{args}");
        let ran = plan.run(&format!("{args} --format csv"));
        let mut lines = ran.stdout.lines();
        assert!(lines.next().is_some_and(|head| head.ends_with(",assumed")), "{args}: {}", ran.stdout);
        assert!(lines.all(|line| line.contains("rate=85") || line.contains("bad@2019-10/")), "{args}: {}", ran.stdout);
        let ran = plan.run(&format!("{args} --table changes --format csv"));
        assert!(ran.stdout.lines().next().is_some_and(|head| head.ends_with(",assumed")), "{args}: {}", ran.stdout);
    }
    assert_eq!(plan.all(), before);
    let unset = plan.run("score --format json").stdout;
    assert!(!unset.contains("assumed") && !unset.contains("changes"), "{unset}");
}

#[test]
fn what_is_no_assumption_is_refused_with_what_to_write() {
    let plan = plan();
    for (set, said) in [
        ("rate", "write INDICATOR=VALUE"),
        ("rote=85", "Did you mean \"rate\"?"),
        ("godd@2019-10=1", "Did you mean \"good\"?"),
        ("rate@2019-10=85", "takes no period"),
        ("good=8", "good@2019-10=8"),
        ("good@2019-10=8", "good@2019-10/a=8"),
        ("good@2019-10/c=8", "\"c\""),
        ("good@2019-Q4/a=8", "2019-Q4"),
        ("good@2019-12/a=8", "add --as-of 2019-12-31"),
        ("good@2019-10/a=-8", "-8"),
        ("good@2019-10/a=x", "x"),
        ("rate=101", "between 0 and 100%"),
        ("rate=-1", "between 0 and 100%"),
        ("rate=abc", "not a number"),
    ] {
        for command in ["status", "score"] {
            let ran = plan.call(&[command, "--set", set, "--lang", "en"]);
            assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{set}: {}", ran.stderr);
            assert!(ran.stderr.contains(said), "{set}: {}", ran.stderr);
        }
    }
    let twice = plan.run("status --set rate=85 --set rate=86 --lang en");
    assert!(twice.code == 2 && twice.stderr.contains("assumed twice"), "{}", twice.stderr);
}

#[test]
fn figures_that_break_the_files_are_refused() {
    let plan = plan();
    let ran = plan.run("score --set good@2019-10/a=99999999999999999999 --lang en");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
    let broken = plan.file("data/f.csv", "period,unit,reported,good,bad,all,note\n2019-10,a,2019-11-02,x,1,2,\n");
    let ran = broken.run("score --set rate=85");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
}

#[test]
fn counted_figures_of_this_plan_cannot_be_set_and_compared_ones_can() {
    let ran = ours("score --set not-apologised@2019-03=1 --lang en");
    assert!(ran.code == 2 && ran.stderr.contains("counted from the register"), "{}", ran.stderr);
    let ran = ours("score --set resolved-late@2019-10=0 --format json");
    assert!(!ran.stderr.contains("count-differs") && ran.stderr.contains("identity-fails"), "{}", ran.stderr);
    let all: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let rows = all["changes"].as_array().expect("changes").iter();
    let rows: Vec<String> = rows.map(|row| format!("{} {}", row["no"], row["difference"])).collect();
    // Three late dossiers fewer, and what was said of their apologies.
    assert_eq!(rows, ["null 0.30", "\"6\" -0.30"]);
    let assumed = all["head"]["assumed"].to_string();
    assert!(assumed.contains("late-apologised@2019-10/mot-cua=0"), "{assumed}");
}
