//! What `plan dossiers` and `plan show` say of dossiers.

use serde_json::Value;

use crate::common::register::{MEASURES, Register};
use crate::common::{Scratch, ours};
use crate::findings;

const RULES: &str = "until = 2019-12-31\napology = { by = \"before-due\", new-dates = 1 }";

/// Ten dossiers: seven resolved, of which two late, one of them with an apology; one overdue; one due soon; one put off.
const TEN: &str = "A1,P5,a,3,online,2019-03-04,2019-03-11,2019-03-05,granted A2,P5,a,3,post,2019-03-04,2019-03-11,2019-03-06,granted \
    A3,P5,a,3,in-person,2019-03-04,2019-03-11,2019-03-07 A4,P5,a,3,online,2019-03-04,2019-03-11,2019-03-11 \
    A5,P5,a,3,online,2019-03-04,2019-03-11,2019-03-15,granted A6,P5,b,3,online,2019-03-04,2019-03-11,2019-03-18,granted,7/XL,2019-03-08,2019-03-18 \
    A7,P9,b,3,online,2019-03-04,2019-03-15,2019-03-15,granted,,,,4 A8,P5,b,3,online,2019-03-11,2019-03-18 \
    A9,P5,b,3,online,2019-03-18,2019-03-25 B1,P5,b,3,online,2019-03-11,2019-03-18,,,8/XL,2019-03-15,2019-03-26";

fn plan() -> Scratch {
    Register {
        rules: RULES,
        procedures: "P5,Cấp phép,Lĩnh vực,4,5; P9,Thẩm định,,3,5",
        rows: TEN,
        ..Register::default()
    }
    .scratch()
}

fn json(plan: &Scratch, args: &str) -> Value {
    let ran = plan.run(&format!("{args} --format json"));
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

fn ids(document: &Value, table: &str) -> Vec<String> {
    let rows = document[table].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn who_is_late_and_what_is_soon_due() {
    let plan = plan();
    let of = |args: &str| json(&plan, &format!("dossiers --as-of 2019-03-22 {args}"));
    assert_eq!(ids(&of(""), "unapologised"), ["A5", "A8"]);
    // What was put off with an apology is due on the new day.
    assert_eq!(ids(&of(""), "due-soon"), ["A9", "B1"]);
    assert_eq!(ids(&of("--within 3d"), "due-soon"), ["A9"]);
    assert_eq!(ids(&of("--unit a"), "unapologised"), ["A5"]);
    assert_eq!(ids(&of("--procedure P9"), "unapologised"), [""; 0]);
    // On the day before, A8 was not overdue, and A5 had not been resolved.
    assert_eq!(ids(&json(&plan, "dossiers --as-of 2019-03-14"), "unapologised"), ["A5"]);
    assert_eq!(ids(&json(&plan, "dossiers --as-of 2019-03-11"), "unapologised"), [""; 0]);
    let text = plan.run("dossiers --as-of 2019-03-22").stdout;
    for part in [
        "Tiếp nhận mới 10; đã giải quyết 7: trước hạn 3, đúng hạn 2, quá hạn 2; đang giải quyết 3, trong đó quá hạn 2.",
        "muộn 4 ngày",
        "quá hạn 4 ngày",
        "18/03/2019, hẹn lại 26/03/2019",
        "data/dossiers/so.csv:6",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(
        plan.run("dossiers --as-of 2019-03-10")
            .stdout
            .contains("Không có hồ sơ nào trễ hạn mà chưa có văn bản xin lỗi.")
    );
}

#[test]
fn how_units_and_procedures_keep_their_days() {
    let document = json(&plan(), "dossiers --as-of 2019-03-31");
    let row = |table: &str, key: &str, id: &str| {
        document[table].as_array().expect("a table").iter().find(|row| row[key] == id).cloned().expect("a row")
    };
    let values =
        |row: &Value, keys: &str| keys.split(' ').map(|key| row[key].to_string()).collect::<Vec<_>>().join(" ");
    let keys = "resolved early on-time late pending overdue unapologised median percentile-90";
    // One, two, three, five and nine working days.
    assert_eq!(values(&row("units", "unit", "a"), keys), "5 3 1 1 0 0 1 3 9");
    // Ten and, without the four of suspension, five.
    assert_eq!(values(&row("units", "unit", "b"), keys), "2 0 1 1 3 3 2 5 10");
    assert_eq!(values(&row("procedures", "procedure", "P9"), keys), "1 0 1 0 0 0 0 5 5");
    assert_eq!(row("procedures", "procedure", "P5")["late-share"]["percent"].to_string(), "33.33");
    assert_eq!(document["procedures"][0]["procedure"], "P5", "most late first");
}

#[test]
fn the_dossiers_behind_a_figure() {
    let plan = plan();
    let document = json(&plan, "dossiers --measure resolved-late --period 2019-03 --as-of 2019-04-10");
    assert_eq!(ids(&document, "counted"), ["A5", "A6"]);
    let shown = plan.run("show so --as-of 2019-04-10 --format csv --table counted").stdout;
    assert!(shown.starts_with("period,unit,name,differences"), "{shown}");
    for (args, said) in [
        (
            "dossiers --measure resolved-laet --period 2019-03",
            "không có số liệu “resolved-laet” được đếm từ sổ hồ sơ. Có phải “resolved-late” không?",
        ),
        ("dossiers --measure resolved-late", "--period"),
        ("dossiers --procedure P6 --as-of 2019-04-10", "P6"),
        ("dossiers --within mai", "“mai” không phải là số ngày"),
    ] {
        let ran = plan.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}");
        assert!(ran.stderr.contains(said), "{args}: {}", ran.stderr);
    }
}

#[test]
fn without_a_register_it_says_so() {
    let plan = Scratch::new(&Register::default().toml());
    let ran = plan.run("dossiers --as-of 2019-03-22");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("chưa có sổ hồ sơ"), "{}", ran.stderr);
}

#[test]
fn one_dossier_day_by_day() {
    let plan = plan();
    // Whatever the widths of columns.
    let text = plan.run("show A7 --as-of 2019-04-10 --width 200").stdout;
    let text =
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n");
    for part in [
        "Hồ sơ A7",
        "Trả kết quả đúng ngày hẹn, thứ sáu 15/03/2019: đúng hạn.",
        "Tiếp nhận thứ hai 04/03/2019; thời hạn 5 + 4 (chờ bổ sung) ngày làm việc, ngày thứ nhất là thứ ba 05/03/2019: hạn tính ra là thứ sáu 15/03/2019.",
        "04/03/2019 thứ hai – tiếp nhận (trực tuyến)",
        "09/03/2019 thứ bảy –",
        "15/03/2019 thứ sáu 9 hẹn trả, đúng như tính ra; trả kết quả: đúng hạn",
        "tháng 3/2019 Sổ hồ sơ resolved-on-time",
        "Nơi ghi: data/dossiers/so.csv:8",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(
        plan.run("show A6 --as-of 2019-04-10")
            .stdout
            .contains("Đã có văn bản xin lỗi số 7/XL, thứ sáu 08/03/2019: đúng lúc theo quy tắc đã khai.")
    );
    let early = plan.run("show A6 --as-of 2019-03-12").stdout;
    assert!(early.contains("Đang giải quyết, hẹn trả thứ hai 11/03/2019: đã quá hạn 1 ngày."), "{early}");
    // Before it was received there is no such dossier.
    assert_eq!(plan.run("show A9 --as-of 2019-03-17").code, 2);
    let ran = plan.run("show A99 --as-of 2019-04-10");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    let english = plan.run("show A5 --as-of 2019-04-10 --lang en").stdout;
    for part in ["Dossier A5", "4 days after it was due (Monday 2019-03-11): late.", "Late, without an apology."] {
        assert!(english.contains(part), "{part}\n{english}");
    }
}

#[test]
fn registers_are_brought_into_order() {
    let rows = "A2,P5,Đơn_vị_a,3,online,2019-03-05T08:15,2019-03-12 B1,P5,b,3,online,2019-03-04,2019-03-14,,,,,,03 A1,P5,a,3,online,2019-03-04,2019-03-11";
    let plan =
        Register {
            rules: RULES, rows, procedures: "P9,Thẩm định,,3,05; P5,Cấp phép,,4,5", ..Register::default()
        }
        .scratch();
    assert_eq!(plan.run("fmt").code, 0);
    let sorted = "A1,P5,a,3,online,2019-03-04,2019-03-11 B1,P5,b,3,online,2019-03-04,2019-03-14,,,,,,3 A2,P5,a,3,online,2019-03-05_08:15,2019-03-12";
    assert_eq!(plan.text("data/dossiers/so.csv"), Register { rows: sorted, ..Register::default() }.csv());
    assert_eq!(plan.text("data/procedures.csv").lines().nth(1), Some("P5,Cấp phép,,4,5"));
    assert_eq!(plan.run("fmt --check").code, 0);
    assert_eq!(findings(&plan, "due-"), [""; 0]);
}

/// The figures of a portal, as published: 257,141 resolved, but 247,529 early, on time and late together.
#[test]
fn a_portal_whose_parts_do_not_add_up() {
    let form = "due = { days = 5 }\nidentities = [{ total = \"resolved\", parts = [\"resolved-early\", \"resolved-on-time\", \"resolved-late\"] }]";
    let measures =
        "resolved flow; resolved-early flow; resolved-on-time flow; resolved-late flow; pending-overdue stock";
    let register = Register { form, measures, ..Register::default() };
    // Early and on time together are 88.54% of those resolved, 91.98% of the parts.
    let row = "period,unit,reported,resolved,resolved-early,resolved-on-time,resolved-late,pending-overdue,note\n\
               2019-01,a,2019-02-01,257141,120000,107670,19859,0,\n";
    let with = |denominator: &str| {
        let toml = register.toml().replace("denominator = [\"resolved\", \"pending-overdue\"]", denominator);
        Scratch::new(&toml).file("data/so.csv", row)
    };
    let plan = with("denominator = [\"resolved\"]");
    let told = plan.run("check").stdout;
    assert!(told.contains("[identity-fails]") && told.contains("ghi 257141") && told.contains("là 247529"), "{told}");
    assert_eq!(plan.at("2019-02-10").counts("1.1"), "227670 257141");
    assert!(plan.run("status --as-of 2019-02-10").stdout.contains("88,54%"));
    let parts = with("denominator = [\"resolved-early\", \"resolved-on-time\", \"resolved-late\"]");
    assert_eq!(parts.at("2019-02-10").counts("1.1"), "227670 247529");
    assert!(parts.run("status --as-of 2019-02-10").stdout.contains("91,98%"));
}

#[test]
fn the_plans_own_register_agrees_with_its_form() {
    let ran = ours("show one-stop --as-of 2020-01-10 --format json");
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let rows = document["counted"].as_array().expect("a table");
    let compared = rows.iter().filter(|row| row["differences"] == 0).count();
    assert_eq!((rows.len(), compared), (36, 34), "two months that nobody reported");
}

/// A register of `a` that ends on 15 March, and of `b` that ends on 29 March.
fn short() -> Scratch {
    let own = Register { rules: "", procedures: "P5,Cấp phép,,4,5", ..Register::default() };
    let a = Register {
        rows: "A1,P5,a,3,online,2019-03-04,2019-03-11 A2,P5,a,3,online,2019-03-11,2019-03-18,2019-03-15",
        ..own
    };
    let b = Register {
        rows: "B1,P5,b,3,online,2019-03-04,2019-03-11 B2,P5,b,3,online,2019-03-11,2019-03-18,2019-03-29",
        ..own
    };
    a.scratch().file("data/dossiers/b.csv", b.csv())
}

#[test]
fn dossiers_are_looked_at_no_further_than_the_register_goes() {
    let plan = short();
    let text = plan.run("dossiers --as-of 2019-04-05 --lang en --width 200").stdout;
    for part in [
        "The register of Đơn vị a goes on to the end of 2019-03-15",
        "The register of Đơn vị b goes on to the end of 2019-03-29",
        "overdue 4 days",
        "overdue 18 days",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // One dossier is told so too; on the last day of the register nothing need be said.
    let text = plan.run("show A1 --as-of 2019-04-05 --lang en").stdout;
    assert!(text.contains("goes on to the end of 2019-03-15") && text.contains("overdue 4 days"), "{text}");
    assert!(!plan.run("show A1 --as-of 2019-03-15 --lang en").stdout.contains("goes on to the end"));
    // Of a period that the register has not come to the end of there is no figure.
    let args = "dossiers --measure pending-overdue --period 2019-03 --as-of 2019-04-05 --lang en";
    let text = plan.run(args).stdout;
    for part in ["no such figure of Đơn vị a yet: the register goes on to 2019-03-15", "of Đơn vị b yet"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(ids(&json(&plan, args), "counted"), [""; 0]);
    let until = Register { rules: "until = 2019-03-31", ..Register::default() };
    let plan = plan.file("plan.toml", until.toml());
    assert_eq!(ids(&json(&plan, args), "counted"), ["A1", "B1"]);
}

#[test]
fn a_period_is_looked_at_as_it_stood_at_its_end() {
    let measures = format!("{MEASURES}; procedures-used to-date");
    let plan = Register {
        measures: &measures,
        rows: "A1,P5,a,3,online,2019-01-07,2019-01-14,2019-03-01 A2,P6,a,3,online,2019-02-04,2019-02-11,2019-02-11 A3,P6,a,3,online,2019-02-05,2019-02-12,2019-02-12",
        ..Register::default()
    };
    let plan = plan.scratch();
    let document = json(&plan, "dossiers --measure pending-overdue --period 2019-01 --as-of 2019-04-05");
    assert_eq!(
        (ids(&document, "counted"), &document["counted"][0]["days-late"]),
        (vec!["A1".to_owned()], &Value::from(17))
    );
    assert_eq!(document["counted"][0]["resolved"], Value::Null);
    // What is soon due is of no period that is over.
    let text = plan.run("dossiers --period 2019-01 --as-of 2019-04-05 --lang en").stdout;
    assert!(!text.contains("due within") && text.contains("from 2019-01-01 to the end of 2019-01-31"), "{text}");
    // A figure that is counted since the year began has its dossiers since then, and counts procedures.
    let text = plan.run("dossiers --measure procedures-used --period 2019-02 --as-of 2019-04-05 --lang en").stdout;
    assert!(text.contains("2 procedures, from 3 dossiers"), "{text}");
    let ran = plan.run("dossiers --period 2019-05 --as-of 2019-04-05 --lang en");
    assert!(ran.code == 2 && ran.stderr.contains("begins on 2019-05-01"), "{}", ran.stderr);
    // A measure may be given by its name.
    let text = plan.run("dossiers --measure RESOLVED --period 2019-02 --as-of 2019-04-05 --lang en").stdout;
    assert!(text.contains("2 dossiers"), "{text}");
}

#[test]
fn what_is_no_dossier_is_said_to_be_something_else() {
    let plan = plan();
    for (id, said) in [
        ("A99", "nothing has the id or name \"A99\""),
        ("a1", ""),
        ("P9", "plan dossiers --procedure P9"),
        ("A9 --as-of 2019-03-11", "was received on 2019-03-18"),
    ] {
        let ran = plan.run(&format!("show {id} --lang en"));
        assert_eq!(ran.code, if said.is_empty() { 0 } else { 2 }, "{id}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{id}: {}", ran.stderr);
    }
    let text = plan.run("dossiers --unit van-phong --lang en").stderr;
    assert!(!text.is_empty());
    let text = plan.run("dossiers --unit b --procedure P9 --as-of 2019-03-01 --lang en").stdout;
    assert!(text.contains("The register has no such dossiers"), "{text}");
}

#[test]
fn warnings_about_other_things_do_not_stand_before_the_answer() {
    let measures =
        MEASURES.split("; ").map(|own| format!("{own} {}", own.split(' ').next().unwrap_or(""))).collect::<Vec<_>>();
    let heads = MEASURES.split("; ").map(|own| own.split(' ').next().unwrap_or("")).collect::<Vec<_>>().join(",");
    let measures = measures.join("; ");
    let plan = Register {
        form: "due = { working-days = 5 }",
        measures: &measures,
        procedures: "P5,Cấp phép,,4,5",
        rows: "A1,P5,a,3,online,2019-03-04,2019-03-12,2019-03-12 A2,P5,a,3,online,2019-03-04,2019-03-11,2019-03-11",
        ..Register::default()
    };
    let plan = plan.scratch().file(
        "data/so.csv",
        format!("period,unit,reported,{heads},note\n2019-03,a,2019-04-02,9,9,0,0,9,0,9,0,0,0,0,0,0,\n"),
    );
    let said = |args: &str| plan.run(&format!("{args} --as-of 2019-04-05 --lang en")).stderr;
    assert!(said("check").is_empty() && said("status").contains("[count-differs]"), "{}", said("status"));
    // Those about the register stand before its screens, those about its row before a dossier; the others are counted.
    for (args, about, others) in
        [("dossiers", 1, "4 other warnings"), ("show A1", 1, "4 other warnings"), ("show A2", 0, "5 other warnings")]
    {
        let said = said(args);
        assert!(!said.contains("[count-differs]") && said.contains(others), "{args}: {said}");
        assert_eq!(said.matches("[due-differs]").count(), about, "{args}: {said}");
    }
}
