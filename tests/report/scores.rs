//! The appendices of points: as of the day of the report, of its year alone, and never as if an example were the real thing.

use serde_json::Value;

use crate::common::{BY_DECEMBER, Scratch, Simple, ours};
use crate::parts::{Paper, sheets, table, written, written_by};

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn criterion(no: &str, rule: &str) -> String {
    format!("[[index.criterion]]\nno = \"{no}\"\nname = \"Tiêu chí {no}\"\n{rule}\n")
}

/// A plan of two years: an index of each, one more of the first, and one without criteria. In January 9 of 10 are good, in February 5,
/// in the January after 4.
fn plan() -> Scratch {
    let index = |id: &str, keys: &str, criteria: &[String]| {
        format!("[[index]]\nid = \"{id}\"\nname = \"Chỉ số {id}\"\n{keys}\n{}", criteria.concat())
    };
    let linear = |no: &str, max: u32| criterion(no, &format!("max = {max}\nrule = \"linear\"\nindicator = \"rate\""));
    let manual = |no: &str| criterion(no, "max = 4\nrule = \"manual\"\nowner = [\"a\"]");
    let indexes = [
        index("x", "year = 2019\nexample = true\nsource = \"1/QĐ-UBND\"", &[linear("1", 10), manual("2")]),
        index("later", "year = 2020", &[linear("1", 20)]),
        index("y", "year = 2019", &[linear("1", 5)]),
        index("z", "", &[]),
    ];
    let simple = Simple { head: "from = 2019\nto = 2020", schedule: BY_DECEMBER, ..Simple::default() };
    let rows = "2019-01,a,2019-02-03,9,10,\n2019-02,a,2019-03-03,5,10,\n2020-01,a,2020-02-03,4,10,\n";
    Scratch::new(&format!("{}{}", simple.toml(), indexes.concat()))
        .file("data/f.csv", format!("period,unit,reported,good,all,note\n{rows}"))
        .file("data/scores.csv", "criterion,round,points,evidence,note\nx/2,self,3,,\n")
}

/// The appendices of a document: their labels with their titles.
fn appendices(paper: &Paper) -> Vec<String> {
    let begun = paper.paragraphs.iter().filter(|own| own.starts_with("Phụ lục ") && own.contains('\n'));
    begun.map(|own| own.replace('\n', " ")).collect()
}

#[test]
fn each_index_of_the_year_has_an_appendix_and_no_other() {
    let plan = plan();
    let of = |period: &str| appendices(&Paper::read(&written_by(&plan, &format!("--period {period}"), "docx")));
    let x = "Phụ lục V ĐIỂM THEO BỘ TIÊU CHÍ: CHỈ SỐ X, NĂM 2019";
    let y = "Phụ lục VI ĐIỂM THEO BỘ TIÊU CHÍ: CHỈ SỐ Y, NĂM 2019";
    for period in ["2019-01", "2019-Q1", "2019"] {
        assert_eq!(of(period)[4..], [x, y], "{period}");
    }
    assert_eq!(of("2020-01")[4..], ["Phụ lục V ĐIỂM THEO BỘ TIÊU CHÍ: CHỈ SỐ LATER, NĂM 2020"]);
    let without = Simple { rows: "2019-01,a,2019-02-03,9,10", ..Simple::default() }.scratch();
    assert_eq!(appendices(&Paper::read(&written_by(&without, "--period 2019-01", "docx"))).len(), 4);
    let told = json(&without.run("report --period 2019-01 --format json").stdout);
    assert!(["criteria", "owners", "indexes"].iter().all(|key| told[key].is_null()), "{told:#}");
}

#[test]
fn points_are_those_of_the_day_of_the_report() {
    let plan = plan();
    let said = |args: &str| {
        let ran = plan.run(&format!("report --lang en --format markdown {args}"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    // In January 9 of 10 of 10 points, and the 3 of 4 that the agency gave itself, whatever day it is; in February 14 of 20.
    let january = said("--period 2019-01");
    assert!(january.contains("**12.00 of 14.00 points: the index is 85.71%. 2.00 points are lost.**"), "{january}");
    assert!(january.contains("**4.50 of 5.00 points: the index is 90.00%. 0.50 points are lost.**"), "{january}");
    assert!(january.contains("| 1 | Tiêu chí 1 | 10 | 9.00 | 1.00 | 90.00% (9/10) |"), "{january}");
    let february = said("--period 2019-02");
    assert!(february.contains("**10.00 of 14.00 points: the index is 71.43%. 4.00 points are lost.**"), "{february}");
    assert!(february.contains("| Đơn vị a | 1.00 | 0.00 | 2 |"), "{february}");
    // The day asked for goes before the last due day of the period.
    let early = said("--period 2019-02 --as-of 2019-03-02");
    assert!(early.contains("| 1 | Tiêu chí 1 | 10 | 9.00 | 1.00 | 90.00% (9/10) |"), "{early}");
    let next = said("--period 2020-01");
    assert!(next.contains("**8.00 of 20.00 points: the index is 40.00%. 12.00 points are lost.**"), "{next}");
    assert!(!next.contains("have no day"), "nobody gave points to an index of that year\n{next}");
    assert!(january.contains("Points that the agency or an appraisal gave have no day"), "{january}");
}

#[test]
fn the_report_has_the_tables_of_plan_score_on_its_day() {
    for period in ["2019-Q1", "2019-H1", "2019-9M", "2019", "2019-08"] {
        let report = json(&ours(&format!("report --period {period} --format json")).stdout);
        let day = report["head"]["as-of"].as_str().expect("a day");
        let score = json(&ours(&format!("score --as-of {day} --format json")).stdout);
        for key in ["criteria", "owners", "indexes"] {
            assert!(!report[key].as_array().expect("a table").is_empty(), "{period} {key}");
            assert_eq!(report[key], score[key], "{period} {key}");
        }
        let paper = Paper::read(&written(&format!("--period {period}"), "docx"));
        let drawn = paper.tables.iter().find(|rows| rows[0].iter().any(|cell| cell == "Vì sao")).expect("the criteria");
        assert_eq!(drawn[0], ["TT", "Tiêu chí", "Tối đa", "Điểm", "Mất", "Vì sao"]);
        let rows = report["criteria"].as_array().expect("a table");
        assert_eq!(drawn.len() - 2, rows.len());
        for (row, own) in drawn[2..].iter().zip(rows) {
            let number = |key: &str| match &own[key] {
                Value::Null => "–".to_owned(),
                other => plan::text::number(&other.to_string(), plan::text::Lang::Vi),
            };
            let why = own["why"].as_str().unwrap_or_default();
            let (no, points, lost) = (own["no"].as_str().expect("a number"), number("points"), number("lost"));
            assert_eq!([&row[0], &row[3], &row[4], &row[5]], [no, &points, &lost, why], "{period}");
        }
    }
}

#[test]
fn an_example_is_called_one_on_paper_and_on_its_sheets_alone() {
    let plan = plan();
    let paper = Paper::read(&written_by(&plan, "--period 2019-01", "docx")).paragraphs;
    let begins = |own: &str| paper.iter().position(|line| line.starts_with(own)).expect("it");
    let (x, y) = (begins("Phụ lục V\n"), begins("Phụ lục VI\n"));
    let warned = |lines: &[String]| lines.iter().filter(|own| own.contains("ví dụ")).count();
    // What the report says of it; the warning, and the titles of both tables.
    assert_eq!((warned(&paper[..x]), warned(&paper[x..y]), warned(&paper[y..])), (1, 3, 0), "{paper:#?}");
    assert!(paper[x..y].iter().any(|own| own == "Tiêu chí theo 1/QĐ-UBND"), "{paper:#?}");
    let sheets = sheets(&written_by(&plan, "--period 2019-01", "xlsx"));
    let warned: Vec<&str> = sheets
        .iter()
        .filter(|(_, rows)| rows.iter().flatten().any(|cell| cell.to_string().contains("ví dụ")))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(warned, ["Điểm từng tiêu chí", "Điểm mất theo đơn vị"]);
    let (heads, rows) = table(&sheets, "Điểm từng tiêu chí (2)");
    assert_eq!(heads, ["TT", "Tiêu chí", "Tối đa", "Điểm", "Mất", "Vì sao"]);
    assert_eq!(rows.len(), 1);
}
