//! `plan due`: what is overdue and what falls due, for whom, as tables and as a calendar.

mod common;

use std::collections::BTreeSet;

use common::{BY_DECEMBER, MONTHLY, Scratch, Simple, ours};
use serde_json::Value;

fn json(ran: &common::Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// Writes rows as `due kind task name period units`, one a line.
fn lines(document: &Value) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    let line = |row: &Value| {
        let units: Vec<String> = row["units"].as_array().expect("ids").iter().map(text).collect();
        let keys = ["due", "days", "state", "kind", "task", "name", "bound", "period"].map(|key| text(&row[key]));
        format!("{} {}", keys.join(" "), units.join(","))
    };
    document["due"].as_array().expect("a table").iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A plan with something of every kind.
fn every_kind() -> Scratch {
    let rest = "[[task]]\nno = 2\ntitle = \"Việc trơn\"\nlead = [\"b\"]\nschedule = { by = 2019-03-01 }\n";
    Simple {
        head: "updates = { every = \"quarter\", due = { days = 5 } }",
        units: "a b",
        schedule: BY_DECEMBER,
        target: "at-least = 80, milestones = [{ on = 2019-03-20, at-least = 50 }]",
        task: "deliverables = [{ name = \"Báo cáo\", due = 2019-03-10 }]",
        rest,
        rows: "2019-01,a,2019-02-04,4,5",
        ..Simple::default()
    }
    .scratch()
}

#[test]
fn everything_that_is_overdue_or_falls_due_is_listed_soonest_first() {
    let plan = every_kind();
    assert_eq!(
        lines(&json(&plan.run("due --as-of 2019-03-05 --within 40d --format json"))),
        "2019-02-05 -28 overdue report null Biểu null 2019-01 b\n\
         2019-03-01 -4 overdue task 2 Việc trơn null null b\n\
         2019-03-05 0 overdue report null Biểu null 2019-02 a,b\n\
         2019-03-10 5 ahead deliverable 1 Báo cáo null null a\n\
         2019-03-20 15 ahead milestone 1 1.1. Tỷ lệ từ 50% trở lên null a\n\
         2019-04-05 31 ahead report null Biểu null 2019-03 a,b\n\
         2019-04-05 31 ahead update 2 Việc trơn null 2019-Q1 b"
    );
    // By the end of the year the target itself.
    let all = lines(&json(&plan.run("due --as-of 2019-12-01 --within 30d --format json")));
    assert!(all.contains("2019-12-31 30 ahead target 1 1.1. Tỷ lệ từ 80% trở lên null a"), "{all}");
}

#[test]
fn how_far_to_look_is_asked_for() {
    let plan = every_kind();
    let last = |within: &str| {
        let due = json(&plan.run(&format!("due --as-of 2019-03-05 --format json {within}")));
        due["due"].as_array().expect("a table").last().expect("a row")["due"].as_str().expect("a day").to_owned()
    };
    assert_eq!(
        ["--within 0d", "--within 5", "--within 2w", "", "--within 31d"].map(last),
        ["2019-03-05", "2019-03-10", "2019-03-10", "2019-03-20", "2019-04-05"]
    );
    for wrong in ["abc", "-3d", "1.5d", "999999d"] {
        let ran = plan.call(&["due", &format!("--within={wrong}")]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{wrong}");
        assert!(ran.stderr.contains("30d"), "{}", ran.stderr);
    }
}

#[test]
fn one_unit_sees_what_it_owes_alone() {
    let plan = every_kind();
    let own = json(&plan.run("due --as-of 2019-03-05 --within 10d --unit b --format json"));
    assert_eq!(
        lines(&own),
        "2019-02-05 -28 overdue report null Biểu null 2019-01 b\n\
         2019-03-01 -4 overdue task 2 Việc trơn null null b\n\
         2019-03-05 0 overdue report null Biểu null 2019-02 b"
    );
    assert_eq!(
        own["units"],
        serde_json::json!([{ "unit": "b", "name": "Đơn vị b", "overdue": 3, "ahead": 0, "next": null }])
    );
    let ran = plan.run("due --unit zz");
    assert_eq!(ran.code, 2, "{}", ran.stdout);
}

#[test]
fn what_each_unit_owes_is_counted() {
    let rows = json(&every_kind().run("due --as-of 2019-03-05 --format json"));
    let said: Vec<String> = rows["units"]
        .as_array()
        .expect("a table")
        .iter()
        .map(|row| ["unit", "overdue", "ahead", "next"].map(|key| row[key].to_string().replace('"', "")).join(" "))
        .collect();
    assert_eq!(said, ["b 3 0 null", "a 1 2 2019-03-10"]);
}

#[test]
fn overdue_reports_and_updates_are_those_that_status_lists() {
    for month in 1..=12 {
        let day = format!("2019-{month:02}-28");
        let status = json(&ours(&format!("status --as-of {day} --format json")));
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let owed: BTreeSet<(String, String, String)> = status["owed"]
            .as_array()
            .expect("a table")
            .iter()
            .map(|row| {
                let what = if row["form"].is_null() { row["task"].to_string() } else { text(&row["what"]) };
                (text(&row["unit"]), what, text(&row["period"]))
            })
            .collect();
        let due = json(&ours(&format!("due --as-of {day} --within 0d --format json")));
        let rows = due["due"].as_array().expect("a table").iter();
        let overdue: BTreeSet<(String, String, String)> = rows
            .filter(|row| row["state"] == "overdue" && (row["kind"] == "report" || row["kind"] == "update"))
            .flat_map(|row| {
                let what = if row["task"].is_null() { text(&row["name"]) } else { row["task"].to_string() };
                let period = text(&row["period"]);
                let units = row["units"].as_array().expect("ids").clone();
                units.into_iter().map(move |unit| (text(&unit), what.clone(), period.clone()))
            })
            .collect();
        assert_eq!(overdue, owed, "{day}");
    }
}

#[test]
fn where_nothing_is_due_it_says_so() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,4,5", ..Simple::default() }.scratch();
    let ran = plan.run("due --as-of 2019-02-10 --within 7d");
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.ends_with("Không có việc nào quá hạn hoặc đến hạn.\n"), "{}", ran.stdout);
    let english = plan.run("due --as-of 2019-02-10 --within 7d --lang en");
    assert!(english.stdout.ends_with("Nothing is overdue or falls due.\n"), "{}", english.stdout);
}

#[test]
fn a_screen_of_any_width_shows_it() {
    for width in [60, 80, 120] {
        let ran = ours(&format!("due --as-of 2019-09-30 --within 100d --width {width}"));
        assert_eq!(ran.code, 0);
        let widest = ran.stdout.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0);
        assert!(widest <= width, "{width}: {widest}");
    }
}

/// Writes a calendar and unfolds its lines.
fn calendar(plan: &Scratch, args: &str) -> Vec<String> {
    let ran = plan.run(&format!("due -o due.ics {args}"));
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""), "{args}");
    let text = plan.text("due.ics");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    text.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
}

/// Returns each event's id and day by its summary.
fn events(lines: &[String]) -> Vec<[String; 3]> {
    let mut list = Vec::new();
    let of = |event: &[String], key: &str| {
        event.iter().find_map(|line| line.strip_prefix(key)).unwrap_or_else(|| panic!("{key}: {event:?}")).to_owned()
    };
    let mut rest = lines;
    while let Some(begin) = rest.iter().position(|line| line == "BEGIN:VEVENT") {
        let end = rest.iter().position(|line| line == "END:VEVENT").expect("an end");
        let event = &rest[begin..end];
        list.push([of(event, "SUMMARY:"), of(event, "UID:"), of(event, "DTSTART;VALUE=DATE:")]);
        rest = &rest[end + 1..];
    }
    list
}

#[test]
fn a_calendar_has_a_day_for_each_and_repeats_to_the_byte() {
    let plan = every_kind();
    let lines = calendar(&plan, "--as-of 2019-03-05 --within 300d");
    let first = plan.text("due.ics");
    calendar(&plan, "--as-of 2019-03-05 --within 300d");
    assert_eq!(plan.text("due.ics"), first);
    let events = events(&lines);
    let rows = json(&plan.run("due --as-of 2019-03-05 --within 300d --format json"));
    let days: Vec<String> = rows["due"]
        .as_array()
        .expect("a table")
        .iter()
        .map(|row| row["due"].as_str().expect("a day").replace('-', ""))
        .collect();
    assert_eq!(events.iter().map(|own| own[2].clone()).collect::<Vec<_>>(), days);
    let ids: BTreeSet<&String> = events.iter().map(|own| &own[1]).collect();
    assert_eq!(ids.len(), events.len(), "an id stands for one thing");
    assert_eq!(events[0][0], "Quá hạn: Gửi báo cáo tháng 1/2019 theo biểu mẫu “Biểu”");
    assert!(
        lines.iter().any(|line| line.starts_with("DESCRIPTION:Đơn vị phải làm: Đơn vị a\\; Đơn vị b\\nKế hoạch 1/KH"))
    );
}

#[test]
fn an_event_keeps_its_id_when_its_day_changes_or_others_come_before_it() {
    let ids = |toml: &str| {
        let plan = Scratch::new(toml).file("data/f.csv", "period,unit,reported,good,all,note\n");
        let mut list = events(&calendar(&plan, "--as-of 2019-01-02 --within 400d"));
        list.sort();
        list
    };
    let simple = Simple {
        schedule: BY_DECEMBER,
        form: MONTHLY,
        target: "at-least = 80, milestones = [{ on = 2019-03-20, at-least = 50 }]",
        task: "deliverables = [{ name = \"Báo cáo\", due = 2019-03-10 }]",
        ..Simple::default()
    };
    let toml = simple.toml();
    let before = ids(&toml);
    let later = toml
        .replace("due = 2019-03-10", "due = 2019-04-10")
        .replace("on = 2019-03-20", "on = 2019-05-20")
        .replace("by = 2019-12-31", "by = 2019-11-30")
        .replace("due = { days = 5 }", "due = { days = 9 }")
        .replace("deliverables = [", "deliverables = [{ name = \"Thêm\", due = 2019-02-01 }, ");
    let after = ids(&later);
    for [summary, id, day] in &before {
        let own = after.iter().find(|own| own[1] == *id).unwrap_or_else(|| panic!("{summary} has another id"));
        assert_ne!(own[2], *day, "{summary}");
        assert_eq!(own[0], *summary);
    }
    assert_eq!(after.len(), before.len() + 1);
    // Another language tells of the same things.
    let english = ids(&toml.replace("year = 2019", "year = 2019\nlanguage = \"en\""));
    let only = |list: &[[String; 3]]| list.iter().map(|own| own[1].clone()).collect::<BTreeSet<_>>();
    assert_eq!(only(&english), only(&before));
}

#[test]
fn what_comes_round_each_year_is_another_event_each_year() {
    let toml =
        Simple { schedule: "{ every = \"06-30\" }", task: "deliverables = [\"Báo cáo\"]", ..Simple::default() }
            .toml()
            .replace("year = 2019", "from = 2019\nto = 2021");
    let plan = Scratch::new(&toml).file("data/f.csv", "period,unit,reported,good,all,note\n");
    let list = events(&calendar(&plan, "--as-of 2019-01-02 --within 1000d"));
    let works: Vec<&[String; 3]> = list.iter().filter(|own| own[0].starts_with("Sản phẩm")).collect();
    assert_eq!(works.iter().map(|own| own[2].as_str()).collect::<Vec<_>>(), ["20190630", "20200630", "20210630"]);
    assert_eq!(works.iter().map(|own| &own[1]).collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn texts_of_the_plan_add_no_lines_to_a_calendar() {
    let evil = "Việc; \\n, \\\"x\\\"\\nEND:VEVENT \\u202e";
    let toml = Simple { schedule: BY_DECEMBER, task: "deliverables = [\"Báo cáo\"]", ..Simple::default() }
        .toml()
        .replace("\"Báo cáo\"", &format!("\"{evil}\""));
    let plan = Scratch::new(&toml).file("data/f.csv", "period,unit,reported,good,all,note\n");
    let lines = calendar(&plan, "--as-of 2019-12-20 --within 20d");
    let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
    assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"));
    assert!(lines.iter().all(|line| !line.contains('\u{202e}')), "{lines:?}");
}

#[test]
fn a_calendar_can_go_to_a_pipe_and_knows_no_tables() {
    let ran = ours("due --format ics --as-of 2019-09-30");
    assert!(ran.code == 0 && ran.stdout.starts_with("BEGIN:VCALENDAR\r\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("số liệu minh họa"), "made-up figures are marked");
    assert_eq!(ours("due --format ics --table units").code, 2);
    let ran = ours("status -o ./x.ics");
    assert!(ran.code == 2 && ran.stderr.contains(".csv, .md, .json, .txt"), "{}", ran.stderr);
}
