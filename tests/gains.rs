//! `plan score --gain`: every step is applied to the data, and brings what it promises; with one case fewer it does not.
#![expect(clippy::disallowed_methods, reason = "the test reads the plan of this repository")]

mod common;

use std::path::Path;

use common::Scratch;
use serde_json::Value;

/// A copy of the plan of this repository.
fn copy_of_ours() -> Scratch {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |name: &str| std::fs::read(root.join(name)).expect("a file of the plan");
    let mut plan = Scratch::new(&String::from_utf8(text("plan.toml")).expect("UTF-8"));
    let mut folders = vec!["data".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root.join(&folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                plan = plan.file(&name, text(&name));
            }
        }
    }
    plan
}

fn json(plan: &Scratch, args: &str) -> Value {
    let ran = plan.run(&format!("{args} --format json"));
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// A fraction.
type Fraction = (i128, i128);

fn fraction(text: &str) -> Fraction {
    let (num, den) = text.split_once('/').unwrap_or((text, "1"));
    (num.parse().expect("a number"), den.parse().expect("a number"))
}

/// Tells how one fraction stands to another with a third added.
fn against(own: Fraction, base: Fraction, more: Fraction) -> std::cmp::Ordering {
    let sum = (base.0 * more.1 + more.0 * base.1, base.1 * more.1);
    (own.0 * sum.1).cmp(&(sum.0 * own.1))
}

/// The exact points of an index, and of one of its criteria as far as that can be told.
fn points(plan: &Scratch, step: &Value, day: &str) -> (Fraction, Fraction) {
    let all = json(plan, &format!("score --index {} --as-of {day}", step["index"].as_str().expect("an index")));
    let rows = all["criteria"].as_array().expect("criteria");
    let row = rows.iter().find(|row| row["no"] == step["no"]).expect("the criterion");
    let exact = |own: &Value| fraction(own["points-exact"].as_str().unwrap_or("0"));
    (exact(&all["indexes"][0]), exact(row))
}

/// How many decimals a measure has.
fn decimals(measure: &str) -> usize {
    usize::from(["money", "mark"].contains(&measure))
}

/// Reads a number in units of its last decimal.
fn mantissa(text: &str, decimals: usize) -> i128 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<decimals$}").parse().expect("a number")
}

/// A file of figures: its name, head and rows.
struct Figures {
    name: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Figures {
    /// Finds the file with a measure.
    fn with(plan: &Scratch, measure: &str) -> Self {
        for (name, bytes) in plan.all() {
            if !name.starts_with("data/") || Path::new(&name).extension().is_none_or(|own| own != "csv") {
                continue;
            }
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
            if head.iter().any(|own| own == measure) {
                let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
                let rows = reader.records().map(|own| row(own.expect("a row"))).collect();
                return Self { name, head, rows };
            }
        }
        panic!("no file has {measure}")
    }

    fn column(&self, name: &str) -> usize {
        self.head.iter().position(|own| own == name).unwrap_or_else(|| panic!("no column {name}"))
    }

    /// The rows of the last report of each unit that was in by a day and gives a measure.
    fn last(&self, day: &str, measure: &str) -> Vec<usize> {
        let (period, unit, reported) = (self.column("period"), self.column("unit"), self.column("reported"));
        let mut last: Vec<usize> = Vec::new();
        for at in 0..self.rows.len() {
            if self.rows[at][reported].as_str() > day || self.rows[at][self.column(measure)].is_empty() {
                continue;
            }
            match last.iter_mut().find(|own| self.rows[**own][unit] == self.rows[at][unit]) {
                Some(own) if self.rows[*own][period] < self.rows[at][period] => *own = at,
                Some(_) => {}
                None => last.push(at),
            }
        }
        last
    }

    fn add(&mut self, at: usize, measure: &str, cases: i128) {
        let column = self.column(measure);
        let sum = self.get(at, measure) + cases;
        self.rows[at][column] = match decimals(measure) {
            0 => sum.to_string(),
            _ => format!("{}.{}", sum / 10, sum % 10),
        };
    }

    fn get(&self, at: usize, measure: &str) -> i128 {
        mantissa(&self.rows[at][self.column(measure)], decimals(measure))
    }

    fn text(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.head).chain(&self.rows) {
            writer.write_record(row).expect("a row");
        }
        String::from_utf8(writer.into_inner().expect("the rows")).expect("UTF-8")
    }
}

/// Measures that are no more than another in each row.
type Capacity<'a> = &'a [(&'a str, &'a str)];

/// Applies a step to a copy of the data with so many cases; a document if it takes one.
fn applied(plan: Scratch, step: &Value, cases: i128, day: &str, capacity: Capacity<'_>) -> Scratch {
    if let Some(deliverable) = step["deliverable"].as_str() {
        let before = plan.all().get("data/deliverables.csv").cloned();
        let head = "task,deliverable,number,issued,title,where,link\n".as_bytes().to_vec();
        let text = String::from_utf8(before.unwrap_or(head)).expect("UTF-8");
        return plan.file("data/deliverables.csv", format!("{text}{},{deliverable},1,{day},,,\n", step["task"]));
    }
    let sign = if step["fewer"] == true { -1 } else { 1 };
    let ids = |key: &str| -> Vec<String> {
        let list = step[key].as_array().expect("a list");
        list.iter().map(|own| own.as_str().expect("an id").to_owned()).collect()
    };
    let (measures, along) = (ids("measures"), ids("along"));
    let measure = &measures[0];
    let mut figures = Figures::with(&plan, measure);
    let mut left = cases;
    for at in figures.last(day, measure) {
        let room = match (sign, capacity.iter().find(|(own, _)| own == measure)) {
            (-1, _) => figures.get(at, measure),
            (_, Some((_, whole))) => figures.get(at, whole) - figures.get(at, measure),
            (_, None) => left,
        };
        let part = left.min(room);
        for own in std::iter::once(measure).chain(&along) {
            figures.add(at, own, sign * part);
        }
        left -= part;
    }
    assert_eq!(left, 0, "there is no room for {step}");
    let text = figures.text();
    plan.file(&figures.name, text)
}

/// Tells whether the name of a criterion has a word: that of a bonus, or of what takes points away.
fn is_called(plan: &Scratch, step: &Value, word: &str) -> bool {
    let all = json(plan, "score");
    let rows = all["criteria"].as_array().expect("criteria");
    rows.iter().any(|row| row["no"] == step["no"] && row["name"].as_str().is_some_and(|own| own.contains(word)))
}

/// Applies every step of every index on a day, and returns how many there were.
fn check(make: &dyn Fn() -> Scratch, day: &str, capacity: Capacity<'_>) -> usize {
    let plan = make();
    let all = json(&plan, &format!("score --gain --as-of {day}"));
    let steps = all["steps"].as_array().expect("steps").clone();
    for step in &steps {
        let before = points(&plan, step, day);
        let promised = |key: &str| fraction(step[key].as_str().expect("a gain"));
        let (gain, whole) = (promised("gain-exact"), promised("index-gain-exact"));
        assert!(gain.0 > 0, "{step}");
        let measure = step["measures"][0].as_str().unwrap_or_default();
        let cases = if measure.is_empty() { 1 } else { mantissa(&step["count"].to_string(), decimals(measure)) };
        let after = points(&applied(make(), step, cases, day, capacity), step, day);
        assert!(against(after.0, before.0, whole).is_eq(), "{day}: {step}: {before:?} came to {after:?}");
        // What a cap or other criteria add is seen in the index alone.
        let is_alone = step["others"].as_array().is_some_and(Vec::is_empty);
        let sign = if is_called(&plan, step, "trừ") { -1 } else { 1 };
        let own = (sign * gain.0, gain.1);
        assert!(is_alone || against(after.1, before.1, own).is_eq(), "{day}: {step}: {before:?} came to {after:?}");
        if step["deliverable"].is_null() {
            let fewer = points(&applied(make(), step, cases - 1, day, capacity), step, day);
            let is_less = match (is_alone, sign) {
                (true, _) => against(fewer.0, before.0, whole).is_lt(),
                (false, 1) => against(fewer.1, before.1, own).is_lt(),
                (false, _) => against(fewer.1, before.1, own).is_gt(),
            };
            assert!(is_less, "{day}: one fewer does as well: {step}");
        }
    }
    steps.len()
}

#[test]
fn every_step_of_this_plan_brings_what_it_promises_and_one_case_fewer_does_not() {
    let capacity = [
        ("procedures-online-used", "procedures-online"),
        ("communes-iso", "communes"),
        ("it-items-done", "it-items"),
        ("posted-website", "procedures-in-scope"),
    ];
    let days = ["2019-02-28", "2019-06-30", "2019-09-15", "2019-12-31"];
    let found: Vec<usize> = days.iter().map(|day| check(&copy_of_ours, day, &capacity)).collect();
    assert!(found.iter().sum::<usize>() >= 20, "{found:?}");
}

/// A plan of two units with every kind of measure: June is the last of six reports.
fn every_kind(caps: &str, criteria: &str) -> Scratch {
    let plan = format!(
        "{}{}{}[[form]]\nid = \"s\"\ntitle = \"S\"\nevery = \"month\"\nprovenance = \"made-up\"\nunits = [\"a\", \"b\"]\ndue = {{ days = 5 }}\n\
         measures = [\n\
         {{ id = \"arrived\", name = \"Đến\", kind = \"flow\" }}, {{ id = \"good\", name = \"Đạt\", kind = \"flow\" }},\n\
         {{ id = \"bad\", name = \"Hỏng\", kind = \"flow\" }}, {{ id = \"held\", name = \"Giữ\", kind = \"stock\" }},\n\
         {{ id = \"held-bad\", name = \"Giữ hỏng\", kind = \"stock\" }},\n\
         {{ id = \"whole\", name = \"Tất cả\", kind = \"stock\", fixed = true }}, {{ id = \"done\", name = \"Xong\", kind = \"to-date\" }},\n\
         {{ id = \"money\", name = \"Tiền\", kind = \"to-date\", decimals = 1 }} ]\n\
         identities = [{{ total = \"arrived\", parts = [\"good\", \"bad\"] }}]\n\
         [[form]]\nid = \"l\"\ntitle = \"L\"\nevery = \"month\"\nprovenance = \"made-up\"\nunits = [\"a\"]\ndue = {{ days = 5 }}\n\
         measures = [{{ id = \"mark\", name = \"Mức\", kind = \"level\", decimals = 1 }}]\n{INDICATORS}{TASKS}\
         [[index]]\nid = \"x\"\nname = \"Chỉ số\"\n{caps}\n{criteria}",
        common::head(""),
        common::unit("a", ""),
        common::unit("b", ""),
    );
    let months = 1..=6;
    let of_month = |month: i32| {
        let reported = format!("2019-0{}-02", month + 1);
        let (of_a, of_b, money) = (3 * month, 2 * month, 2 * month);
        format!(
            "2019-0{month},a,{reported},20,18,2,40,7,50,{of_a},{money}.5,\n2019-0{month},b,{reported},10,10,0,10,2,30,{of_b},1,\n"
        )
    };
    let rows: String = months.clone().map(of_month).collect();
    let rows = format!("period,unit,reported,arrived,good,bad,held,held-bad,whole,done,money,note\n{rows}");
    let mark = |month: i32| format!("2019-0{month},a,2019-0{}-02,4.{month},\n", month + 1);
    let marks: String = months.map(mark).collect();
    let marks = format!("period,unit,reported,mark,note\n{marks}");
    Scratch::new(&plan).file("data/s.csv", rows).file("data/l.csv", marks)
}

const INDICATORS: &str = r#"
[[indicator]]
id = "good-rate"
name = "Đạt"
numerator = ["good"]
denominator = ["arrived"]
[[indicator]]
id = "bad-rate"
name = "Hỏng"
numerator = ["bad"]
denominator = ["good", "bad"]
[[indicator]]
id = "held-rate"
name = "Giữ hỏng"
numerator = ["held-bad"]
denominator = ["held"]
share = true
[[indicator]]
id = "done-rate"
name = "Xong"
numerator = ["done"]
denominator = ["whole"]
share = true
[[indicator]]
id = "money-rate"
name = "Tiền trên mỗi việc"
numerator = ["money"]
denominator = ["whole"]
[[indicator]]
id = "mark-level"
name = "Mức"
level = "mark"
decimals = 1
"#;

const TASKS: &str = r#"
[[task]]
no = 1
title = "Việc"
lead = ["a"]
schedule = "continuous"
deliverables = [{ name = "Kế hoạch" }, { name = "Báo cáo" }]
"#;

/// Rules over every kind of measure, better upwards and downwards.
const RULES: [&str; 26] = [
    "max = 2\nrule = \"bands\"\nindicator = \"good-rate\"\nbands = [{ from = 97, points = 2 }, { from = 95, points = 1 }, { from = 90, points = 0.5 }]",
    "max = 2\nrule = \"bands\"\nindicator = \"bad-rate\"\nbands = [{ up-to = 4, points = 2 }, { up-to = 5, points = 1 }]",
    "max = 2\nrule = \"bands\"\nindicator = \"held-rate\"\nbands = [{ up-to = 3, points = 2 }, { up-to = 10, points = 1 }]",
    "max = 2\nrule = \"bands\"\nindicator = \"done-rate\"\nbands = [{ from = 90, points = 2 }, { from = 50, points = 1 }]",
    "max = 2\nrule = \"bands\"\nindicator = \"money-rate\"\nbands = [{ from = 33.3, points = 2 }]",
    "max = 2\nrule = \"bands\"\nindicator = \"mark-level\"\nbands = [{ from = 5, points = 2 }]",
    "max = 2\nrule = \"linear\"\nindicator = \"good-rate\"",
    "max = 2\nrule = \"linear\"\nindicator = \"good-rate\"\ncap = 96",
    "max = 2\nrule = \"linear\"\nindicator = \"good-rate\"\nfloor = 95",
    "max = 2\nrule = \"linear\"\nindicator = \"done-rate\"\nfloor = 60",
    "max = 2\nrule = \"linear\"\nindicator = \"mark-level\"\ncap = 6",
    "max = 2\nrule = \"yes-no\"\nindicator = \"done-rate\"\nat-least = 100",
    "max = 2\nrule = \"yes-no\"\nindicator = \"held-rate\"\nat-most = 0",
    "max = 2\nrule = \"yes-no\"\nindicator = \"done-rate\"\nbetween = [70, 80]",
    "max = 2\nrule = \"yes-no\"\nindicator = \"done-rate\"\nequals = 75",
    "max = 2\nrule = \"yes-no\"\nindicator = \"held-rate\"\nbetween = [5, 10]",
    "max = 2\nrule = \"yes-no\"\ndocument = { task = 1, deliverable = \"Kế hoạch\" }",
    "max = 2\nrule = \"items\"\nitems = [{ name = \"Một\", points = 1, indicator = \"done-rate\", at-least = 80 }, { name = \"Hai\", points = 0.5, indicator = \"held-rate\", at-most = 10 }, { name = \"Ba\", points = 0.5, indicator = \"good-rate\", at-least = 50 }]",
    "max = 2\nrule = \"items\"\nitems = [{ name = \"Một\", points = 1, indicator = \"good-rate\", at-least = 50 }, { name = \"Hai\", points = 1, document = { task = 1, deliverable = \"Báo cáo\" } }]",
    "max = 2\nrule = \"deduction\"\ncases = [\"held-bad\"]\neach = 0.25",
    "max = 2\nrule = \"deduction\"\ncases = [\"held-bad\"]\neach = 0.01",
    "max = 2\nrule = \"per-case\"\ncases = [\"done\"]\neach = 0.05",
    "max = 2\nrule = \"trigger\"\ncases = [\"held-bad\"]",
    "name = \"Điểm cộng\"\nmax = 3\nrule = \"bands\"\nindicator = \"done-rate\"\nbands = [{ from = 95, points = 3 }, { from = 85, points = 1 }]\nadds = \"bonus\"",
    "name = \"Điểm trừ\"\nmax = 4\nrule = \"per-case\"\ncases = [\"held-bad\"]\neach = 0.5\nadds = \"malus\"",
    "name = \"Điểm trừ\"\nmax = 1\nrule = \"yes-no\"\nindicator = \"held-rate\"\nat-least = 10\nadds = \"malus\"",
];

/// Writes criteria, numbered from 1.
fn numbered(rules: &[&str]) -> String {
    let one = |(at, rule): (usize, &&str)| {
        let name = if rule.starts_with("name") { "" } else { "name = \"Tiêu chí\"\n" };
        format!("[[index.criterion]]\nno = \"{}\"\n{name}{rule}\n", at + 1)
    };
    rules.iter().enumerate().map(one).collect()
}

#[test]
fn every_kind_of_step_brings_what_it_promises() {
    let capacity = [("done", "whole"), ("held-bad", "held")];
    for rule in RULES {
        let first = "max = 10\nrule = \"yes-no\"\nindicator = \"mark-level\"\nat-least = 1";
        let alone = || every_kind("bonus-cap = 2\nmalus-cap = 3", &numbered(&[first, rule]));
        assert!(check(&alone, "2019-07-15", &capacity) > 0, "no step for {rule}");
    }
}

#[test]
fn steps_of_many_criteria_bring_what_they_promise_together() {
    let capacity = [("done", "whole"), ("held-bad", "held")];
    let all = || every_kind("", &numbered(&RULES));
    assert!(check(&all, "2019-07-15", &capacity) >= RULES.len());
}

/// The table and state of the only criterion beside a first one.
fn outlook(rule: &str, args: &str) -> String {
    let first = "max = 10\nrule = \"yes-no\"\nindicator = \"mark-level\"\nat-least = 1";
    let all = json(&every_kind("", &numbered(&[first, rule])), &format!("score --gain {args}"));
    let rows = ["winnable", "waiting", "out-of-reach"].map(|table| {
        let rows = all[table].as_array().expect("a table").iter();
        rows.map(|row| format!("{table} {}", row["state"].as_str().unwrap_or("step"))).collect::<Vec<_>>()
    });
    rows.concat().join(", ")
}

#[test]
fn what_no_step_wins_says_why() {
    let july = "--as-of 2019-07-15";
    let yes = |own: &str| format!("max = 2\nrule = \"yes-no\"\nindicator = {own}");
    let cases = [
        (yes("\"done-rate\"\nat-least = 100"), july, "winnable step"),
        (yes("\"good-rate\"\nat-least = 100"), july, "out-of-reach lost"),
        (yes("\"good-rate\"\nat-least = 99.9"), july, "out-of-reach pace"),
        (yes("\"bad-rate\"\nat-most = 0"), july, "out-of-reach happened"),
        (yes("\"done-rate\"\nequals = 74.1"), july, "out-of-reach no-step"),
        (yes("\"done-rate\"\nat-least = 100"), "--as-of 2020-02-10", "waiting reports"),
        (yes("\"done-rate\"\nat-least = 10"), july, ""),
        ("max = 2\nrule = \"deduction\"\ncases = [\"bad\"]\neach = 0.1".into(), july, "out-of-reach happened"),
        ("max = 2\nrule = \"trigger\"\ncases = [\"bad\"]".into(), july, "out-of-reach happened"),
        (
            "max = 2\nrule = \"deduction\"\nlate-reports = [\"s\"]\neach = 0.1".into(),
            "--as-of 2019-09-15",
            "out-of-reach happened",
        ),
        ("max = 2\nrule = \"manual\"".into(), july, "waiting not-given"),
        ("max = 2\nrule = \"manual\"\nsurvey = true".into(), july, "waiting survey"),
        (yes("\"done-rate\"\nat-least = 100"), "--as-of 2019-01-15", "waiting not-due, waiting not-due"),
    ];
    for (rule, args, said) in cases {
        assert_eq!(outlook(&rule, args), said, "{args}: {rule}");
    }
}

#[test]
fn a_year_that_is_over_leaves_what_reports_and_people_decide() {
    let all = json(&copy_of_ours(), "score --gain --as-of 2020-01-10");
    let rows = |table: &str| -> Vec<String> {
        let rows = all[table].as_array().expect("a table").iter();
        rows.map(|row| format!("{} {}", row["no"].as_str().expect("a number"), row["state"].as_str().expect("a state")))
            .collect()
    };
    assert_eq!(all["winnable"].as_array().map(Vec::len), Some(0));
    assert_eq!(rows("waiting"), ["1.4 evidence", "1.4 people", "2.1.1 appraisal", "3.2 reports"]);
    assert_eq!(
        rows("out-of-reach"),
        ["2.1.2 lost", "1.2 happened", "2.3 happened", "4 surveyed", "3.3 over", "6 happened"]
    );
}

#[test]
fn steps_stand_by_gain_and_of_a_unit_alone_where_asked() {
    let plan = copy_of_ours();
    let all = json(&plan, "score --gain --as-of 2019-09-15");
    let rows = all["winnable"].as_array().expect("a table");
    let gains: Vec<f64> = rows.iter().map(|row| row["gain"].as_f64().expect("a number")).collect();
    assert!(gains.is_sorted_by(|one, next| one >= next), "{gains:?}");
    let own = json(&plan, "score --gain --as-of 2019-09-15 --unit to-cntt");
    let numbers: Vec<&str> =
        own["winnable"].as_array().expect("a table").iter().map(|row| row["no"].as_str().expect("a number")).collect();
    assert_eq!(numbers, ["1.1", "2.2"]);
}

#[test]
fn a_criterion_shows_what_can_be_won_at_it() {
    let plan = copy_of_ours();
    let all = json(&plan, "score --gain --as-of 2019-09-15");
    let own = json(&plan, "show cchc-so/3 --as-of 2019-09-15");
    for table in ["winnable", "steps", "waiting", "out-of-reach"] {
        let within = |row: &&Value| row["no"].as_str().is_some_and(|no| no.starts_with("3."));
        let wanted: Vec<&Value> = all[table].as_array().expect("a table").iter().filter(within).collect();
        let found: Vec<&Value> = own[table].as_array().expect("a table").iter().collect();
        assert_eq!(found, wanted, "{table}");
    }
    let earned = plan.run("show cchc-so/3.1 --as-of 2020-01-10 --lang en");
    assert!(earned.code == 0 && !earned.stdout.contains("Still winnable"), "{}", earned.stdout);
}
