//! `plan score`: every kind of rule at its edges, what is open, what is left out, and how it adds up.

mod common;

use common::{Scratch, Simple, ours};

/// A plan with one index of so many criteria, and January's figures of one unit: so many good, of a total.
fn plan(criteria: &str, good: &str, total: &str) -> Scratch {
    let rows = format!("2019-01,a,2019-02-03,{good},{total},\n");
    with_rows(criteria, &rows)
}

fn with_rows(criteria: &str, rows: &str) -> Scratch {
    let index = format!("[[index]]\nid = \"x\"\nname = \"Chỉ số\"\n{criteria}");
    Scratch::new(&format!("{}{index}", Simple::default().toml()))
        .file("data/f.csv", format!("period,unit,reported,good,all,note\n{rows}"))
}

fn criterion(no: &str, rule: &str) -> String {
    format!("[[index.criterion]]\nno = \"{no}\"\nname = \"Tiêu chí {no}\"\n{rule}\n")
}

/// Asks for columns of the criteria.
fn columns(plan: &Scratch, wanted: &[&str]) -> Vec<Vec<String>> {
    let ran = plan.run("score --as-of 2019-02-28 --format csv");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let at = |name: &str| head.iter().position(|own| own == name).unwrap_or_else(|| panic!("no column {name}"));
    let places: Vec<usize> = wanted.iter().map(|name| at(name)).collect();
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| places.iter().map(|at| row[*at].to_owned()).collect()).collect()
}

/// What one criterion comes to: its exact points, and how it stands.
fn earned(rule: &str, good: &str, total: &str) -> (String, String) {
    let rows = columns(&plan(&criterion("1", rule), good, total), &["computed-exact", "state"]);
    (rows[0][0].clone(), rows[0][1].clone())
}

#[test]
fn each_rule_at_its_edges() {
    let bands = "max = 1\nrule = \"bands\"\nindicator = \"rate\"\nbands = [{ from = 80, points = 1 }, { from = 60, points = 0.5 }]";
    let falling = "max = 1\nrule = \"bands\"\nindicator = \"rate\"\nbands = [{ up-to = 0, points = 1 }, { up-to = 5, points = 0.5 }]";
    let linear = "max = 2\nrule = \"linear\"\nindicator = \"rate\"";
    let floor = "max = 2\nrule = \"linear\"\nindicator = \"rate\"\nfloor = 95";
    let cap = "max = 2\nrule = \"linear\"\nindicator = \"rate\"\ncap = 50";
    let yes = "max = 1\nrule = \"yes-no\"\nindicator = \"rate\"\nat-least = 100";
    let items = "max = 1.5\nrule = \"items\"\nitems = [{ name = \"Một\", points = 1, indicator = \"rate\", at-least = 50 }, \
                 { name = \"Hai\", points = 0.5, indicator = \"rate\", at-least = 90 }]";
    let deduction = "max = 1\nrule = \"deduction\"\ncases = [\"good\"]\neach = 0.25";
    let per_case = "max = 1\nrule = \"per-case\"\ncases = [\"good\"]\neach = 0.3";
    let trigger = "max = 3\nrule = \"trigger\"\ncases = [\"good\"]";
    let cases = [
        (bands, "7999", "10000", "1/2"),
        (bands, "8000", "10000", "1"),
        (bands, "8001", "10000", "1"),
        (bands, "5999", "10000", "0"),
        (bands, "6000", "10000", "1/2"),
        (bands, "0", "10000", "0"),
        (falling, "0", "10000", "1"),
        (falling, "1", "10000", "1/2"),
        (falling, "500", "10000", "1/2"),
        (falling, "501", "10000", "0"),
        (linear, "1", "3", "2/3"),
        (linear, "3", "3", "2"),
        (linear, "0", "3", "0"),
        (floor, "9499", "10000", "0"),
        (floor, "9500", "10000", "19/10"),
        (floor, "10000", "10000", "2"),
        (cap, "4999", "10000", "4999/2500"),
        (cap, "5000", "10000", "2"),
        (cap, "5001", "10000", "2"),
        (yes, "9999", "10000", "0"),
        (yes, "10000", "10000", "1"),
        (items, "49", "100", "0"),
        (items, "50", "100", "1"),
        (items, "90", "100", "3/2"),
        (deduction, "0", "9", "1"),
        (deduction, "3", "9", "1/4"),
        (deduction, "4", "9", "0"),
        (deduction, "5", "9", "0"),
        (per_case, "0", "9", "0"),
        (per_case, "3", "9", "9/10"),
        (per_case, "4", "9", "1"),
        (trigger, "0", "9", "3"),
        (trigger, "1", "9", "0"),
    ];
    for (rule, good, total, points) in cases {
        assert_eq!(earned(rule, good, total), (points.to_owned(), "points".to_owned()), "{good}/{total}\n{rule}");
    }
}

#[test]
fn nothing_arose_and_nothing_reported_are_no_points_and_not_lost() {
    let linear = |rest: &str| format!("max = 2\nrule = \"linear\"\nindicator = \"rate\"\n{rest}");
    let cases = [
        ("", "", "no-cases"),
        ("when-none = \"full\"", "2", "points"),
        ("when-none = \"zero\"", "0", "points"),
        ("when-none = \"left-out\"", "", "left-out"),
    ];
    for (rest, points, state) in cases {
        assert_eq!(earned(&linear(rest), "0", "0"), (points.to_owned(), state.to_owned()), "{rest}");
    }
    // A blank cell that the rule needs is missing, and nothing else is in.
    assert_eq!(earned(&linear("when-none = \"full\""), "", "5"), (String::new(), "no-data".to_owned()));
    let silent = with_rows(&criterion("1", &linear("")), "");
    assert_eq!(columns(&silent, &["state", "lost", "open"]), [["no-data", "", "2.00"]]);
    let counted = with_rows(&criterion("1", "max = 2\nrule = \"trigger\"\ncases = [\"good\"]"), "");
    assert_eq!(columns(&counted, &["state", "points", "lost"]), [["no-data", "", ""]]);
}

#[test]
fn late_and_missing_reports_are_cases() {
    let rule = criterion("1", "max = 1\nrule = \"deduction\"\nlate-reports = [\"f\"]\neach = 0.5");
    let in_time = with_rows(&rule, "2019-01,a,2019-02-01,1,1,\n");
    assert_eq!(columns(&in_time, &["points-exact"]), [["1"]]);
    let late = with_rows(&rule, "2019-01,a,2019-02-20,1,1,\n");
    assert_eq!(columns(&late, &["points-exact"]), [["1/2"]]);
    assert_eq!(columns(&with_rows(&rule, ""), &["points-exact"]), [["1/2"]]);
}

#[test]
fn a_document_earns_its_points_is_open_until_due_and_lost_after() {
    let rule = criterion("1", "max = 2\nrule = \"yes-no\"\ndocument = { task = 1, deliverable = \"Kế hoạch\" }");
    let simple = Simple { task: "deliverables = [{ name = \"Kế hoạch\", due = 2019-02-20 }]", ..Simple::default() };
    let index = format!("[[index]]\nid = \"x\"\nname = \"Chỉ số\"\n{rule}");
    let states = |handed: &str| {
        let plan = Scratch::new(&format!("{}{index}", simple.toml()))
            .file("data/f.csv", "period,unit,reported,good,all,note\n")
            .file("data/deliverables.csv", format!("task,deliverable,number,issued,title,where,link\n{handed}"));
        ["2019-02-20", "2019-02-21"].map(|day| {
            let ran = plan.run(&format!("score --format csv --as-of {day}"));
            let mut rows = csv::Reader::from_reader(ran.stdout.as_bytes());
            let row = rows.records().next().expect("a criterion").expect("a row");
            format!("{} {}", &row[8], &row[15])
        })
    };
    assert_eq!(states(""), [" not-due", "0 points"]);
    assert_eq!(states("1,Kế hoạch,1/KH,2019-02-20,,,\n"), ["2 points", "2 points"]);
    assert_eq!(states("1,Kế hoạch,1/KH,2019-02-21,,,\n"), [" not-due", "2 points"]);
}

#[test]
fn the_last_appraisal_counts_then_figures_then_the_agency() {
    let rules = criterion("1", "max = 6")
        + &criterion("1.1", "max = 2\nrule = \"linear\"\nindicator = \"rate\"")
        + &criterion("1.2", "max = 2\nrule = \"manual\"")
        + &criterion("1.3", "max = 2\nrule = \"manual\"")
        + &criterion("2", "max = 4\nrule = \"manual\"\nsurvey = true");
    let scores = "criterion,round,points,evidence,note\nx/1.1,self,2,,\nx/1.2,self,1.5,,\nx/1.2,appraisal-1,1.25,,\n\
                  x/1.2,appraisal-2,1,,\nx/1.3,self,0.5,,\n";
    let plan = plan(&rules, "9", "10").file("data/scores.csv", scores);
    let wanted = ["no", "self", "computed", "points-exact", "basis", "lost", "open"];
    assert_eq!(
        columns(&plan, &wanted),
        [
            ["1", "4.00", "1.80", "33/10", "sum", "2.70", "0.00"],
            ["1.1", "2.00", "1.80", "9/5", "computed", "0.20", "0.00"],
            ["1.2", "1.50", "", "1", "appraisal-2", "1.00", "0.00"],
            ["1.3", "0.50", "", "1/2", "self", "1.50", "0.00"],
            ["2", "", "", "", "computed", "", "4.00"],
        ]
    );
    let ran = plan.run("score --as-of 2019-02-28 --format csv --table indexes");
    // 3.3 of 10 if the survey gives nothing, 7.3 if it gives all.
    assert!(ran.stdout.contains(",33/10,10.00,6.00,2.70,4.00,0.00,0.00,33.00,73.00,"), "{}", ran.stdout);
}

#[test]
fn a_survey_that_is_left_out_leaves_the_maximum() {
    let rules = criterion("1", "max = 4\nrule = \"linear\"\nindicator = \"rate\"")
        + &criterion("2", "max = 6\nrule = \"manual\"\nsurvey = true");
    let plan = plan(&format!("without-survey = true\n{rules}"), "9", "10");
    let ran = plan.run("score --as-of 2019-02-28 --lang en");
    assert!(ran.stdout.contains("3.60 of 4.00 points: the index is 90.00%. 0.40 points are lost."), "{}", ran.stdout);
}

#[test]
fn bonus_and_malus_stand_beside_the_maximum_within_their_caps() {
    let case = |no: &str, adds: &str, each: &str| {
        criterion(no, &format!("max = 5\nrule = \"per-case\"\ncases = [\"good\"]\neach = {each}\nadds = \"{adds}\""))
    };
    let rules = criterion("1", "max = 10\nrule = \"linear\"\nindicator = \"rate\"")
        + &case("2", "bonus", "0.5")
        + &case("3", "malus", "0.2");
    let points = |caps: &str| {
        let plan = plan(&format!("{caps}{rules}"), "8", "10");
        let ran = plan.run("score --as-of 2019-02-28 --format csv --table indexes");
        ran.stdout.lines().nth(1).expect("a row").to_owned()
    };
    // 8 + 4 - 1.6 of 10.
    assert!(points("").contains(",10.40,52/5,10.00,10.00,2.00,0.00,4.00,1.60,104.00,104.00,"), "{}", points(""));
    let capped = points("bonus-cap = 1\nmalus-cap = 0.5\n");
    assert!(capped.contains(",8.50,17/2,10.00,10.00,2.00,0.00,1.00,0.50,85.00,85.00,"), "{capped}");
}

#[test]
fn a_unit_sees_what_it_answers_for_and_nothing_is_recomputed() {
    let rules = criterion("1", "max = 4")
        + &criterion("1.1", "max = 2\nrule = \"linear\"\nindicator = \"rate\"\nowner = [\"a\"]")
        + &criterion("1.2", "max = 2\nrule = \"linear\"\nindicator = \"rate\"")
        + &criterion("2", "max = 1\nrule = \"linear\"\nindicator = \"rate\"");
    let plan = plan(&rules, "5", "10");
    let ran = plan.run("score --as-of 2019-02-28 --unit a --format csv");
    let shown: Vec<_> = ran.stdout.lines().skip(1).map(|line| line.split(',').take(2).collect::<Vec<_>>()).collect();
    assert_eq!(shown, [["x", "1"], ["x", "1.1"]], "{}", ran.stdout);
    assert!(ran.stdout.lines().nth(1).expect("a row").contains(",2.00,2,sum,2.00,"), "{}", ran.stdout);
    let field = plan.run("score --as-of 2019-02-28 --field 2 --format csv");
    assert_eq!(field.stdout.lines().count(), 2, "{}", field.stdout);
    let wrong = plan.run("score --field 3 --lang en");
    assert_eq!(wrong.code, 2, "{}", wrong.stdout);
}

#[test]
fn criteria_may_stand_in_a_file_that_indexes_share() {
    let rows = "2019-01,a,2019-02-03,9,10,\n";
    let index = "[[index]]\nid = \"x\"\nname = \"Một\"\ncriteria = \"bo.toml\"\n[[index]]\nid = \"y\"\nname = \"Hai\"\ncriteria = \"data/bo.toml\"\n";
    let file =
        criterion("1", "max = 2\nrule = \"linear\"\nindicator = \"rate\"").replace("index.criterion", "criterion");
    let plan = Scratch::new(&format!("{}{index}", Simple::default().toml()))
        .file("data/f.csv", format!("period,unit,reported,good,all,note\n{rows}"))
        .file("data/bo.toml", &file);
    assert_eq!(columns(&plan, &["index", "computed-exact"]), [["x", "9/5"], ["y", "9/5"]]);
    assert_eq!(plan.run("check").code, 0);
    let told = plan.file("data/bo.toml", file.replace("rate", "rat")).run("check --format concise --lang en");
    assert!(told.stdout.contains("data/bo.toml:6:13"), "{}", told.stdout);
}

#[test]
fn points_of_a_criterion_are_recorded_where_they_belong() {
    let rules = criterion("2", "max = 2\nrule = \"manual\"") + &criterion("1", "max = 2\nrule = \"manual\"");
    let plan = plan(&rules, "9", "10");
    for args in
        ["record score x/1 1.5 --round self", "record score x/2 1 --round self", "record score x 3 --round self"]
    {
        assert_eq!(plan.run(args).code, 0, "{args}");
    }
    assert_eq!(
        plan.text("data/scores.csv"),
        "criterion,round,points,evidence,note\nx,self,3,,\nx/2,self,1,,\nx/1,self,1.5,,\n"
    );
    let wrong = plan.run("record score 1 2 --round self --lang en");
    assert!(wrong.stderr.contains("x/1"), "{}", wrong.stderr);
    let above = plan.run("record score x/1 2.5 --round appraisal-1 --lang en");
    assert_eq!(above.code, 1, "{}", above.stderr);
}

/// PAR INDEX of 2020 as published: appraised, SIPAS, leaders' survey, economy, and the whole.
const PUBLISHED: [(&str, &str, [&str; 4], &str); 10] = [
    ("quang-ninh", "Quảng Ninh", ["57.66", "9.56", "18.83", "5"], "91.04"),
    ("hai-phong", "Hải Phòng", ["58.71", "9.35", "19.45", "3"], "90.51"),
    ("thua-thien-hue", "Thừa Thiên Huế", ["56.78", "8.57", "20.11", "3.01"], "88.47"),
    ("binh-duong", "Bình Dương", ["55.48", "8.82", "20.27", "2.36"], "86.93"),
    ("dong-thap", "Đồng Tháp", ["55.94", "8.89", "20.09", "1.84"], "86.77"),
    ("da-nang", "Đà Nẵng", ["58.01", "8.24", "18.31", "2"], "86.56"),
    ("long-an", "Long An", ["56.52", "8.62", "18.11", "3"], "86.25"),
    ("ha-noi", "Hà Nội", ["55.79", "8.50", "20.28", "1.5"], "86.07"),
    ("ba-ria-vung-tau", "Bà Rịa - Vũng Tàu", ["56.23", "8.40", "18.25", "3.14"], "86.02"),
    ("phu-tho", "Phú Thọ", ["53.99", "8.81", "18.17", "4.76"], "85.74"),
];

/// Only what each part earned is published with the whole; the maxima here are of this test, and make 100 together.
#[test]
fn the_index_of_ten_provinces_is_the_sum_of_its_parts_but_for_three_that_differ_by_a_hundredth() {
    let parts = [("Thẩm định", 60u32), ("SIPAS", 10), ("Khảo sát lãnh đạo, quản lý", 25), ("Kinh tế - xã hội", 5)];
    let criterion = |(at, (name, max)): (usize, &(&str, u32))| {
        format!("[[criterion]]\nno = \"{}\"\nname = \"{name}\"\nmax = {max}\nrule = \"manual\"\n", at + 1)
    };
    let criteria = parts.iter().enumerate().map(criterion).collect::<Vec<_>>().concat();
    let index = |(id, name, ..): &(&str, &str, [&str; 4], &str)| {
        format!("[[index]]\nid = \"{id}\"\nname = \"{name}\"\ncriteria = \"par-2020.toml\"\n")
    };
    let indexes = PUBLISHED.iter().map(index).collect::<Vec<_>>().concat();
    let mut scores = vec!["criterion,round,points,evidence,note".to_owned()];
    for (id, _, points, published) in PUBLISHED {
        scores.push(format!("{id},appraisal-2,{published},,"));
        scores.extend(points.iter().enumerate().map(|(at, points)| format!("{id}/{},appraisal-2,{points},,", at + 1)));
    }
    let plan = Scratch::new(&format!("{}{indexes}", Simple::default().toml()))
        .file("data/par-2020.toml", criteria)
        .file("data/scores.csv", scores.join("\n") + "\n");
    let ran = plan.run("score --format csv --table indexes");
    let mut sums = csv::Reader::from_reader(ran.stdout.as_bytes());
    let sums: Vec<(String, String)> =
        sums.records().map(|row| row.expect("a row")).map(|row| (row[0].to_owned(), row[6].to_owned())).collect();
    let hundredths = |text: &str| {
        let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
        whole.parse::<i64>().expect("digits") * 100 + format!("{rest:0<2}").parse::<i64>().expect("digits")
    };
    let mut apart = Vec::new();
    for ((id, _, points, published), (index, sum)) in PUBLISHED.iter().zip(&sums) {
        assert_eq!(id, index);
        assert_eq!(hundredths(sum), points.iter().map(|own| hundredths(own)).sum::<i64>(), "{id}");
        if hundredths(sum) != hundredths(published) {
            assert_eq!((hundredths(sum) - hundredths(published)).abs(), 1, "{id}");
            apart.push(format!(
                "\"{id}\" was given {} points; its criteria come to {sum}",
                published.trim_end_matches('0')
            ));
        }
    }
    assert_eq!(apart.len(), 3);
    let told = plan.run("check scores --lang en --format concise");
    assert_eq!(told.stdout.matches("score-sum").count(), 3, "{}", told.stdout);
    for said in &apart {
        assert!(told.stdout.contains(said), "{said}\n{}", told.stdout);
    }
}

#[test]
fn an_index_shows_what_it_scores_and_what_it_comes_to() {
    let ran = ours("show cchc-so --lang en --as-of 2019-09-15");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for said in
        ["Year: 2019", "Bonus at most: 1", "data/cchc-so-2019.toml:", "are an example", "between 59.64%", "2.1.1"]
    {
        assert!(ran.stdout.contains(said), "{said}: {}", ran.stdout);
    }
    // One without criteria has no points.
    let ran = ours("show par-index --lang en");
    assert!(ran.code == 0 && !ran.stdout.contains("Year:") && !ran.stdout.contains("points"), "{}", ran.stdout);
}
