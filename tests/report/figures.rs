//! Appendix II: how each kind of measure comes to a figure of several periods, by unit and in total.

use serde_json::Value;

use crate::common::{Scratch, Simple};
use crate::parts::{Paper, written_by};

const IDENTITY: &str = "identities = [{ total = \"all\", parts = [\"new\", \"open\"] }, { total = \"all\", parts = [\"good\", \"left\"] }]\n";

/// Figures of dossiers: all = new + carried over = resolved + left.
fn plan(rows: &'static str) -> Scratch {
    let form = format!("every = \"month\"\ndue = {{ days = 5 }}\n{IDENTITY}");
    let form: &'static str = Box::leak(form.into_boxed_str());
    Simple {
        units: "a b",
        form,
        measures: "all:stock new:flow open:stock-open good:flow left:stock seen:to-date",
        numerator: "good",
        denominator: "new",
        rows,
        ..Simple::default()
    }
    .scratch()
}

fn figures(plan: &Scratch, args: &str) -> Vec<Value> {
    let ran = plan.run(&format!("report --format json {args}"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    report["figures"].as_array().expect("a table").clone()
}

/// Writes a row in the order of its measures.
fn row(row: &Value) -> String {
    let keys = ["unit", "all", "new", "open", "good", "left", "seen", "reports-in", "reports-owed"];
    keys.map(|key| row[key].to_string().replace('"', "")).join(" ")
}

#[test]
fn each_kind_of_measure_comes_to_its_own_figure() {
    let plan = plan(
        "2019-01,a,2019-02-03,12,10,2,9,3,4 2019-02,a,2019-03-03,8,5,3,6,2,6 2019-03,a,2019-04-03,9,7,2,5,4,7 \
         2019-01,b,2019-02-03,4,3,1,4,0,1 2019-02,b,2019-03-03,2,2,0,1,1,2 2019-03,b,2019-04-03,6,5,1,6,0,2",
    );
    let quarter: Vec<String> = figures(&plan, "--period 2019-Q1").iter().map(row).collect();
    // All of the quarter is what was carried into it with what came new: 2 + 22, not 12 + 8 + 9 and not the last 9.
    assert_eq!(quarter, ["a 24 22 2 20 4 7 3 3", "b 11 10 1 11 0 2 3 3", "null 35 32 3 31 4 9 6 6"]);
    let month: Vec<String> = figures(&plan, "--period 2019-02").iter().map(row).collect();
    assert_eq!(month, ["a 8 5 3 6 2 6 1 1", "b 2 2 0 1 1 2 1 1", "null 10 7 3 7 3 8 2 2"]);
    let text = plan.run("report --period 2019-Q1 --format markdown").stdout;
    assert!(
        text.contains("Cột “Số all” của nhiều kỳ là tổng các cột “Số new” + “Số open”.")
            || text.contains("là tổng các cột"),
        "{text}"
    );
    assert!(!plan.run("report --period 2019-02 --format markdown").stdout.contains("là tổng các cột"));
}

#[test]
fn a_missing_report_is_not_zero() {
    let plan =
        plan("2019-01,a,2019-02-03,12,10,2,9,3,4 2019-02,a,2019-03-03,8,,3,6,2,6 2019-01,b,2019-02-20,4,3,1,4,0,1");
    let rows: Vec<String> = figures(&plan, "--period 2019-Q1 --as-of 2019-04-05").iter().map(row).collect();
    // February's new cases are blank, but its total less what was carried over tells how many there were: 2 + 10 + (8 - 3).
    assert_eq!(rows, ["a 17 10 2 15 2 6 2 3", "b 4 3 1 4 0 1 1 3", "null 21 13 3 19 2 7 3 6"]);
    let text = plan.run("report --period 2019-Q1 --as-of 2019-04-05 --format markdown").stdout;
    assert!(text.contains("tháng 2/2019: để trống cột “Số new”"), "{text}");
    // Where its total is blank too, nobody can tell.
    let blank = self::plan(
        "2019-01,a,2019-02-03,12,10,2,9,3,4 2019-02,a,2019-03-03,,,3,6,2,6 2019-01,b,2019-02-20,4,3,1,4,0,1",
    );
    let rows: Vec<String> = figures(&blank, "--period 2019-Q1 --as-of 2019-04-05").iter().map(row).collect();
    assert_eq!(rows, ["a null 10 2 15 2 6 2 3", "b 4 3 1 4 0 1 1 3", "null null 13 3 19 2 7 3 6"]);
    // What came in after the day judged is not there yet.
    let early: Vec<String> = figures(&plan, "--period 2019-01").iter().map(row).collect();
    assert_eq!(early, ["a 12 10 2 9 3 4 1 1", "b null null null null null null 0 1", "null 12 10 2 9 3 4 1 2"]);
}

/// Heads of the table of a form with these measures and identities.
fn heads(measures: &'static str, identities: &str) -> Vec<Vec<String>> {
    let form = format!("every = \"month\"\ndue = {{ days = 5 }}\nidentities = [{identities}]\n");
    let plan = Simple {
        form: Box::leak(form.into_boxed_str()),
        measures,
        numerator: "n",
        denominator: "m",
        rows: "2019-01,a,2019-02-03,3,1,2,1,1",
        ..Simple::default()
    }
    .scratch();
    let paper = Paper::read(&written_by(&plan, "--period 2019-01", "docx"));
    let table = paper.tables.iter().find(|rows| rows[0].iter().any(|cell| cell == "Báo cáo")).expect("the figures");
    table[..table.len() - 1].to_vec()
}

#[test]
fn a_total_and_the_parts_right_behind_it_share_a_head() {
    let measures = "m:flow n:flow o:flow p:flow q:flow";
    let own = heads(measures, "{ total = \"m\", parts = [\"n\", \"o\"] }");
    assert_eq!(own[0], ["Đơn vị", "Số m", "Số p", "Số q", "Báo cáo"]);
    assert_eq!(own[1], ["", "Tổng số", "Số n", "Số o", "", "", ""]);
    assert_eq!(own[2].join(" "), "(1) (2) (3) (4) (5) (6) ");
    // Parts that do not stand right behind their total, and a total within another, have no head of their own.
    let apart = heads(measures, "{ total = \"m\", parts = [\"o\", \"p\"] }");
    assert_eq!(apart.len(), 2, "{apart:?}");
    let nested =
        heads(measures, "{ total = \"m\", parts = [\"n\", \"o\"] }, { total = \"o\", parts = [\"p\", \"q\"] }");
    assert_eq!(nested[0][1..4], ["Số m", "Số p", "Số q"]);
}

#[test]
fn a_form_too_wide_for_a_page_is_parted_over_tables_that_each_name_the_units() {
    let ids: Vec<String> = (1..=40).map(|at| format!("so-lieu-dai-thu-{at}:flow")).collect();
    let (measures, cells) = (ids.join(" "), vec!["1234567"; 40].join(","));
    let plan = Simple {
        measures: &measures,
        numerator: "so-lieu-dai-thu-1",
        denominator: "so-lieu-dai-thu-2",
        rows: &format!("2019-01,a,2019-02-03,{cells}"),
        ..Simple::default()
    };
    let paper = Paper::read(&written_by(&plan.scratch(), "--period 2019-01", "docx"));
    let parts: Vec<_> =
        paper.tables.iter().filter(|rows| rows[0].iter().any(|cell| cell.starts_with("Số so-lieu"))).collect();
    assert!(parts.len() > 2, "{}", parts.len());
    assert!(parts.iter().all(|rows| rows[0][0] == "Đơn vị" && rows[2][0] == "Đơn vị a"), "{parts:?}");
    let figures: usize = parts.iter().map(|rows| rows[2].iter().filter(|cell| *cell == "1.234.567").count()).sum();
    assert_eq!(figures, 40);
}

#[test]
fn the_column_of_units_has_no_number_that_a_measure_has() {
    let plan = Simple { rows: "2019-01,a,2019-02-03,4,5", ..Simple::default() };
    let toml = plan.toml().replace("Số good", "Đúng hạn (1)").replace("Số all", "Tất cả (2)");
    let plan =
        Scratch::new(&toml).file("data/f.csv", "period,unit,reported,good,all,note\n2019-01,a,2019-02-03,4,5,\n");
    let paper = Paper::read(&written_by(&plan, "--period 2019-01", "docx"));
    let table = paper.tables.iter().find(|rows| rows[0].iter().any(|cell| cell == "Báo cáo")).expect("the figures");
    assert_eq!(table[1].join("|"), "|(1)|(2)|");
}
