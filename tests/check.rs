//! `plan check`: what it says, how it ends, and what a plan can change about that.

mod common;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use common::{Scratch, Simple};
use serde_json::Value;

/// The repository's own plan at noon of 31 January 2020.
const TODAY: &str = "1580472000";

fn repository(args: &str) -> (String, String, i32) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(args.split_whitespace())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("SOURCE_DATE_EPOCH", TODAY)
        .output()
        .expect("run the program");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8 output");
    (text(output.stdout), text(output.stderr), output.status.code().expect("an exit code"))
}

/// A plan with an identity that fails in its one row.
fn contradicted(rest: &str) -> Scratch {
    let form =
        "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"late\"] }]";
    Simple {
        form,
        measures: "good:flow late:flow all:flow",
        rest,
        rows: "2019-01,a,2019-02-04,8,1,10",
        ..Simple::default()
    }
    .scratch()
}

fn severity(level: &str) -> String {
    format!("[severity]\nidentity-fails = {{ level = \"{level}\", reason = \"Đã hỏi lại đơn vị\" }}\n")
}

#[test]
fn the_repository_is_silent() {
    for args in ["check", "check --strict", "check --lang en --as-of 2019-06-30", "check --format concise"] {
        assert_eq!(repository(args), (String::new(), String::new(), 0), "{args}");
    }
}

#[test]
fn what_is_asked_for_by_name_agrees_with_status() {
    let (found, _, code) = repository("check late evidence names --format json");
    assert_eq!(code, 0, "warnings end with 0");
    let found: Value = serde_json::from_str(&found).expect("JSON");
    let findings = found["findings"].as_array().expect("a list");
    let count = |code: &str| findings.iter().filter(|one| one["code"] == code).count();
    let status: Value = serde_json::from_str(&repository("status --format json").0).expect("JSON");
    let owed = status["owed"].as_array().expect("a list").len();
    assert_eq!(count("report-missing") + count("update-missing"), owed);
    let late: u64 = status["forms"].as_array().expect("a list").iter().filter_map(|form| form["late"].as_u64()).sum();
    assert_eq!(count("report-late") as u64, late);
    let parts = status["parts"].as_array().expect("a list");
    assert_eq!(count("no-evidence") > 0, parts.iter().any(|part| part["part"] == "unproven"));
    assert_eq!(found["warnings"].as_u64(), Some(findings.len() as u64));
    assert_eq!(repository("check late --strict").2, 1);
}

#[test]
fn a_warning_ends_with_zero_and_strictly_with_one() {
    let scratch = contradicted("");
    let ran = scratch.run("check --lang en --as-of 2019-02-10");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(
        ran.stdout.starts_with("warning[identity-fails]: ") && ran.stdout.ends_with("1 warning\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(scratch.run("check --strict --as-of 2019-02-10").code, 1);
}

#[test]
fn a_plan_may_raise_a_warning_to_an_error() {
    let scratch = contradicted(&severity("error"));
    let ran = scratch.run("check --lang en --as-of 2019-02-10");
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.starts_with("error[identity-fails]: "), "{}", ran.stdout);
    scratch.refused("--as-of 2019-02-10");
    let ran = scratch.run("status --keep-going --as-of 2019-02-10 --format json");
    assert_eq!(ran.code, 1);
    let status: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(status["forms"][0]["missing"], 1, "the row is left out like any other with an error");
}

#[test]
fn a_plan_may_turn_a_warning_off() {
    let scratch = contradicted(&severity("off"));
    let ran = scratch.run("check --strict --as-of 2019-02-10");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    let ran = scratch.run("status --as-of 2019-02-10 --format json");
    let status: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((status["head"]["warnings"].as_u64(), ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_severity_needs_a_reason_and_a_known_code() {
    let plan =
        |lines: &str| Simple { rest: lines, ..Simple::default() }.scratch().run("check --format concise --lang en");
    let ran = plan("[severity]\nidentity-fails = { level = \"off\" }\n");
    assert!(ran.stdout.contains("[missing-key]: [severity] lacks the key \"reason\""), "{}", ran.stdout);
    let ran = plan("[severity]\nidentity-fail = { level = \"off\", reason = \"x\" }\n");
    assert!(ran.stdout.contains("[unknown-key]"), "{}", ran.stdout);
    let ran = plan("[severity]\nidentity-fails = { level = \"of\", reason = \"x\" }\n");
    assert!(ran.stdout.contains("[not-one-of]"), "{}", ran.stdout);
}

/// A plan with so many rows of a unit that nobody knows.
fn unknown_units(rows: usize) -> Scratch {
    let line = "2019-01,nobody,2019-02-04,1,1,\n";
    let csv = format!("period,unit,reported,good,all,note\n{}", line.repeat(rows));
    Simple::default().scratch().file("data/f.csv", csv)
}

#[test]
fn all_are_counted_and_as_many_shown_as_wanted() {
    let scratch = unknown_units(70);
    let shown = |args: &str| {
        let ran = scratch.run(&format!("check --lang en {args}"));
        assert_eq!(ran.code, 1);
        (ran.stdout.matches("error[unknown-unit]").count(), ran.stdout.lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(shown(""), (50, "70 errors (20 not shown)".to_owned()));
    assert_eq!(shown("--limit 3"), (3, "70 errors (67 not shown)".to_owned()));
    assert_eq!(shown("--format concise"), (70, "70 errors".to_owned()));
    assert_eq!(shown("--format concise --limit 1"), (1, "70 errors (69 not shown)".to_owned()));
    let ran = scratch.run("check --format json --limit 2");
    let found: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((found["errors"].as_u64(), found["findings"].as_array().map(Vec::len)), (Some(70), Some(2)));
}

#[test]
fn concise_lines_and_json_name_the_same_places() {
    let scratch = contradicted("").file("data/g.csv", "x\n");
    let concise = scratch.run("check --format concise --lang en --as-of 2019-02-10").stdout;
    let json: Value =
        serde_json::from_str(&scratch.run("check --format json --lang en --as-of 2019-02-10").stdout).expect("JSON");
    let line = |one: &Value| {
        let (place, text) = (&one["place"], |key: &str| one[key].as_str().unwrap_or_default().to_owned());
        format!(
            "{}:{}:{}: {}[{}]: {}",
            place["file"].as_str().unwrap_or_default(),
            place["line"],
            place["column"],
            text("severity"),
            text("code"),
            text("title")
        )
    };
    let lines: Vec<String> = json["findings"].as_array().expect("a list").iter().map(line).collect();
    assert_eq!(lines, concise.lines().take(lines.len()).collect::<Vec<_>>());
    assert_eq!(lines.len(), 2);
    assert_eq!((json["data-checked"].as_bool(), json["command"].as_str()), (Some(true), Some("check")));
}

#[test]
fn beside_a_plan_that_cannot_be_read_files_are_checked_as_text() {
    let scratch = Scratch::new("[plan\n").file("data/f.csv", "period,unit\n2019-01,a,7\n2019-01,\"a\n");
    let ran = scratch.run("check --lang en --format concise");
    assert_eq!(ran.code, 1);
    let codes: Vec<&str> = ran.stdout.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    assert_eq!(codes, ["toml-syntax", "cell-count", "unclosed-quote"]);
    assert_eq!(ran.stderr, "Of data/ only the form of the files was checked, because plan.toml has errors.\n");
    let ran = scratch.run("check --lang en --format json");
    let found: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(found["data-checked"].as_bool(), Some(false));
}

/// How many units send how many monthly reports in the plans that are wrong in every row.
const UNITS: usize = 420;
const ROWS: usize = 5_000;

/// Makes a file of `rows` reports, each from its place, month and unit, beside the units that are declared.
fn many(rows: usize, file: &str, header: &str, row: impl Fn(usize, usize, &str) -> String) -> Scratch {
    let mut units = "id,name,parent,aliases\n".to_owned();
    for unit in 0..UNITS {
        writeln!(units, "don-vi-{unit},Đơn vị {unit},,").expect("a text can be written to");
    }
    let row = |at: usize| row(at, at / UNITS + 1, &format!("don-vi-{}", at % UNITS));
    let plan = Simple { head: "updates = { every = \"month\", due = { days = 5 } }", ..Simple::default() }.toml();
    Scratch::new(&plan.replace("units = [\"a\"]", "units = \"all\""))
        .file("data/units.csv", units)
        .file(file, format!("{header}\n{}", (0..rows).map(row).collect::<String>()))
}

fn reports(rows: usize, row: impl Fn(usize, usize, &str) -> String) -> Scratch {
    many(rows, "data/f.csv", "period,unit,reported,good,all,note", row)
}

fn updates(rows: usize, unit: impl Fn(usize) -> String) -> Scratch {
    many(rows, "data/updates.csv", "date,period,task,unit,kind,text", |at, _, _| {
        format!("2019-07-01,2019-06,1,{},result,Việc thứ {at}\n", unit(at))
    })
}

fn clean(rows: usize) -> Scratch {
    reports(rows, |_, month, unit| format!("2019-{month:02},{unit},2020-01-03,1,2,\n"))
}

fn clean_updates(rows: usize) -> Scratch {
    updates(rows, |_| "a".to_owned())
}

/// What is wrong in every row.
struct Wrong {
    code: &'static str,
    /// How often it is found in so many rows.
    count: fn(usize) -> usize,
    plan: fn(usize) -> Scratch,
    /// What it must not take much longer than.
    base: fn(usize) -> Scratch,
}

const WRONG: [Wrong; 8] = [
    Wrong {
        code: "unknown-unit",
        count: |rows| rows,
        plan: |rows| reports(rows, |_, month, _| format!("2019-{month:02},nobody,2020-01-03,1,2,\n")),
        base: clean,
    },
    // The names nearest to the first unknown ones are looked for among all units. That takes its time but once, and so the base
    // has some unknown units too.
    Wrong {
        code: "unknown-unit",
        count: |rows| rows,
        plan: |rows| reports(rows, |at, month, _| format!("2019-{month:02},nobody {at},2020-01-03,1,2,\n")),
        base: |rows| {
            reports(rows, |at, month, unit| {
                let unit = if at < 50 { format!("nobody {at}") } else { unit.to_owned() };
                format!("2019-{month:02},{unit},2020-01-03,1,2,\n")
            })
        },
    },
    Wrong {
        code: "unknown-unit",
        count: |rows| rows,
        plan: |rows| updates(rows, |at| format!("nobody {at}")),
        base: |rows| updates(rows, |at| if at < 50 { format!("nobody {at}") } else { "a".to_owned() }),
    },
    Wrong {
        code: "bad-number",
        count: |rows| rows,
        plan: |rows| reports(rows, |_, month, unit| format!("2019-{month:02},{unit},2020-01-03,1.234,2,\n")),
        base: clean,
    },
    Wrong {
        code: "duplicate-report",
        count: |rows| rows - 1,
        plan: |rows| reports(rows, |_, _, _| "2019-01,don-vi-0,2020-01-03,1,2,\n".to_owned()),
        base: clean,
    },
    Wrong {
        code: "duplicate-report",
        count: |rows| rows / 2,
        plan: |rows| {
            reports(rows, |at, _, _| {
                format!("2019-{:02},don-vi-{},2020-01-03,1,2,\n", at / 2 / UNITS + 1, at / 2 % UNITS)
            })
        },
        base: clean,
    },
    Wrong {
        code: "cell-count",
        count: |rows| rows,
        plan: |rows| reports(rows, |_, month, unit| format!("2019-{month:02},{unit},2020-01-03,1,2\n")),
        base: clean,
    },
    Wrong {
        code: "control-character",
        count: |rows| rows,
        plan: |rows| reports(rows, |_, month, unit| format!("2019-{month:02},{unit},2020-01-03,1,2,ghi\u{7}chú\n")),
        base: clean,
    },
];

#[test]
fn data_without_mistakes_is_clean_whatever_its_size() {
    for scratch in [clean(ROWS), clean_updates(ROWS)] {
        let ran = scratch.run("check --lang en");
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    }
}

#[test]
fn every_finding_is_counted_and_what_is_printed_does_not_grow_with_them() {
    for Wrong { code, count, plan, .. } in WRONG {
        let printed = |rows: usize| {
            let ran = plan(rows).run("check --lang en");
            assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{code}");
            let codes = ran.stdout.matches("error[").count();
            assert_eq!(ran.stdout.matches(&format!("error[{code}]")).count(), codes, "{}", ran.stdout);
            (codes, ran.stdout)
        };
        let (shown, all) = printed(ROWS);
        let errors = count(ROWS);
        let [told, hidden] = [errors, errors - shown].map(|count| format!("{},{:03}", count / 1000, count % 1000));
        assert_eq!(all.lines().last(), Some(format!("{told} errors ({hidden} not shown)").as_str()), "{code}");
        let (fewer_shown, fewer) = printed(ROWS / 5);
        assert_eq!(fewer_shown, shown, "{code}");
        // The last line alone has more digits.
        assert!(all.len() <= fewer.len() + 20, "{code}: {} bytes, not {}", all.len(), fewer.len());
        let json: Value = serde_json::from_str(&plan(ROWS).run("check --format json").stdout).expect("JSON");
        assert_eq!(json["errors"].as_u64(), Some(errors as u64), "{code}");
        assert_eq!(json["warnings"].as_u64(), Some(0), "{code}");
    }
}

/// The shortest of several runs of each, taken in turns, for a busy machine makes a run longer and never shorter.
fn shortest(plans: [&Scratch; 2]) -> [Duration; 2] {
    let run = |scratch: &Scratch| {
        let start = Instant::now();
        scratch.run("check");
        start.elapsed()
    };
    let turns: Vec<[Duration; 2]> = (0..3).map(|_| plans.map(run)).collect();
    [0, 1].map(|at| turns.iter().map(|turn| turn[at]).min().expect("a run"))
}

/// benches/ holds the optimized program to less; here only a cost that grows faster than the rows would be seen.
#[test]
#[expect(clippy::print_stdout, reason = "the ratios are read by whoever asks for them with --nocapture")]
fn data_that_is_wrong_in_every_row_takes_less_than_four_times_as_long() {
    for Wrong { code, plan, base, .. } in WRONG {
        let [took, base] = shortest([&plan(ROWS), &base(ROWS)]);
        println!("{code}: {took:?}, base {base:?}, {} per cent", took.as_micros() * 100 / base.as_micros());
        assert!(took < base * 4, "{code}: {took:?}, base {base:?}");
    }
}
