//! Counted figures in verdicts, beside entered ones, over other spans, and in locks.

use crate::common::register::{MEASURES, Register};
use crate::{counts, findings};

/// Four dossiers of one unit: early, on time, late, pending.
const FOUR: &str = "A1,P1,a,3,online,2019-01-03,2019-01-10,2019-01-08 A2,P1,a,3,post,2019-01-03,2019-01-10,2019-01-10 \
    A3,P2,a,2,in-person,2019-01-03,2019-01-10,2019-01-15 A4,P1,a,4,online,2019-01-25,2019-02-01,2019-03-01";

#[test]
fn a_target_is_judged_by_what_is_counted() {
    let plan = Register { rows: FOUR, ..Register::default() }.scratch();
    let status = plan.at("2019-02-10");
    assert_eq!((status.verdict("1.1").as_str(), status.counts("1.1").as_str()), ("missed", "2 3"));
    // By the end of February the fourth is overdue.
    assert_eq!(plan.at("2019-03-10").counts("1.1"), "2 4");
    // Received in February or resolved after the day judged, nothing is known of it yet.
    assert_eq!(plan.at("2019-01-31").counts("1.1"), "2 3");
    // What nobody sends is no matter of discipline.
    assert_eq!(plan.at("2019-03-10").json["forms"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_register_that_ends_early_is_missing_and_not_zero() {
    let plan = Register { rows: FOUR, rules: "", ..Register::default() }.scratch();
    // Its last entry is of 1 March: March is not over by then, and of `b` there is nothing at all.
    let told = ["register-ends-early plan.toml:22:1"; 2];
    assert_eq!(findings(&plan, ""), told);
    let status = plan.at("2019-04-10");
    assert_eq!(status.part("1.1", "reports-in reports-owed"), "2 6");
    assert_eq!(status.json["owed"].as_array().map(Vec::len), Some(4));
    // Who says that nothing came later is believed.
    let plan = Register { rows: FOUR, rules: "until = 2019-03-31", ..Register::default() }.scratch();
    assert_eq!(plan.at("2019-04-10").part("1.1", "reports-in reports-owed"), "6 6");
}

#[test]
fn a_file_is_complete_up_to_its_last_entry_for_all_in_it() {
    let rows = format!("{FOUR} B1,P1,b,3,online,2019-02-20,2019-02-27,2019-02-27");
    let plan = Register { rows: &rows, rules: "", ..Register::default() }.scratch();
    assert_eq!(counts(&plan, "2019-04-10", ("b", "2019-02"), "resolved"), [Some(1)]);
    assert_eq!(counts(&plan, "2019-04-10", ("b", "2019-01"), "resolved"), [Some(0)]);
    assert_eq!(counts(&plan, "2019-04-10", ("b", "2019-03"), "resolved"), [None]);
    // In a file of its own it ends a day before the end of February.
    let plan = Register { rows: FOUR, rules: "", ..Register::default() }.scratch().file(
        "data/dossiers/b.csv",
        Register { rows: "B1,P1,b,3,online,2019-02-20,2019-02-27,2019-02-27", ..Register::default() }.csv(),
    );
    assert_eq!(counts(&plan, "2019-04-10", ("b", "2019-02"), "resolved"), [None]);
}

fn entered(cells: &str) -> String {
    let names: Vec<&str> = MEASURES.split(';').filter_map(|own| own.split_whitespace().next()).collect();
    format!("period,unit,reported,{},note\n{cells}\n", names.join(","))
}

#[test]
fn what_is_entered_is_compared_and_what_is_counted_decides() {
    let same = "2019-01,a,2019-02-08,4,2,2,0,3,1,1,1,1,1,0,0,1,";
    let plan = Register { rows: FOUR, ..Register::default() }.scratch().file("data/so.csv", entered(same));
    assert_eq!(findings(&plan, ""), Vec::<String>::new());
    // A day of receipt is kept: before it there is no report.
    assert_eq!(plan.at("2019-02-05").part("1.1", "reports-in"), "1");
    assert_eq!(plan.at("2019-02-08").part("1.1", "reports-in"), "2");
    let other = plan.file("data/so.csv", entered("2019-01,a,2019-02-08,4,2,2,0,3,1,2,0,1,1,0,0,0,"));
    let places = [34, 36, 46].map(|column| format!("count-differs data/so.csv:2:{column}"));
    assert_eq!(findings(&other, "count"), places);
    assert_eq!(other.at("2019-02-10").counts("1.1"), "2 3");
    // Where the form is sent, the entered figures decide and the counted ones are compared.
    let form = "due = { days = 5 }";
    let measures = "resolved flow resolved; resolved-early flow resolved-early; resolved-on-time flow resolved-on-time; pending-overdue stock";
    let sent = Register { rows: FOUR, form, measures, ..Register::default() }.scratch().file(
        "data/so.csv",
        "period,unit,reported,resolved,resolved-early,resolved-on-time,pending-overdue,note\n2019-01,a,2019-02-04,3,2,1,0,\n",
    );
    assert_eq!(findings(&sent, ""), ["count-differs data/so.csv:2:24"]);
    assert_eq!(sent.at("2019-02-10").counts("1.1"), "3 3");
}

#[test]
fn a_measure_may_be_entered_beside_counted_ones() {
    let measures = "resolved flow; resolved-early flow; resolved-on-time flow; pending-overdue stock; offered stock {entered = true}";
    let plan = Register { rows: FOUR, measures, ..Register::default() }
        .scratch()
        .file("data/so.csv", "period,unit,reported,resolved,resolved-early,resolved-on-time,pending-overdue,offered,note\n2019-01,a,2019-02-04,,,,,18,\n");
    assert_eq!(findings(&plan, "blank"), Vec::<String>::new());
    assert_eq!(plan.at("2019-02-10").counts("1.1"), "2 3");
    let shown = plan.run("show offered --as-of 2019-02-10 --format csv").stdout;
    assert!(shown.contains("2019-01,a,") && shown.contains(",18,"), "{shown}");
}

#[test]
fn counts_are_narrowed() {
    let measures = "resolved flow; resolved-early flow; resolved-on-time flow; pending-overdue stock; \
        p2 flow received-new {procedures = [\"P2\"]}; post flow received-new {channel = \"post\"}; \
        high flow received-new {level-at-least = 3}";
    let plan = Register { rows: FOUR, measures, ..Register::default() }.scratch();
    assert_eq!(counts(&plan, "2019-02-10", ("a", "2019-01"), "p2 post high"), [Some(1), Some(1), Some(3)]);
}

#[test]
fn procedures_are_counted_afresh_over_the_span() {
    let measures = "resolved flow; resolved-early flow; resolved-on-time flow; pending-overdue stock; procedures-online-used to-date; \
        offered stock {entered = true}";
    let rows = "A1,P1,a,3,online,2019-01-03,2019-01-10,2019-01-08 A2,P2,a,4,online,2019-02-03,2019-02-10,2019-02-08 \
        A3,P1,a,3,online,2019-03-03,2019-03-10,2019-03-08 A4,P3,a,2,online,2019-03-04,2019-03-10,2019-03-08 \
        A5,P4,a,3,post,2019-03-04,2019-03-10,2019-03-08";
    let register = Register { measures, rows, ..Register::default() };
    let toml = register.toml().replace(
        "numerator = [\"resolved-early\", \"resolved-on-time\"]\ndenominator = [\"resolved\", \"pending-overdue\"]",
        "numerator = [\"procedures-online-used\"]\ndenominator = [\"resolved\"]",
    );
    let plan = register.scratch().file("plan.toml", &toml);
    for (period, used) in [("2019-01", 1), ("2019-02", 2), ("2019-03", 2)] {
        assert_eq!(counts(&plan, "2019-04-10", ("a", period), "procedures-online-used"), [Some(used)], "{period}");
    }
    assert_eq!(plan.at("2019-04-10").counts("1.1"), "2 5");
    // Over March alone one procedure was used online, however many before.
    let plan = plan.file("plan.toml", toml.replace("at-least = 80 }", "at-least = 80, over = \"period\" }"));
    assert_eq!(plan.at("2019-04-10").counts("1.1"), "1 3");
}

#[test]
fn months_may_run_from_the_15th() {
    let plan = Register { head: "window = \"15-14\"", rows: FOUR, ..Register::default() }.scratch();
    let of = |period| counts(&plan, "2019-03-20", ("a", period), "received-online resolved pending pending-overdue");
    assert_eq!(of("2019-01"), [Some(1), Some(2), Some(1), Some(1)]);
    assert_eq!(of("2019-02"), [Some(1), Some(1), Some(1), Some(1)]);
    assert_eq!(of("2019-03"), [Some(0), Some(1), Some(0), Some(0)]);
}

#[test]
fn a_locked_period_keeps_its_counts() {
    let plan = Register { rows: FOUR, ..Register::default() }.scratch();
    assert_eq!(plan.run("freeze 2019-01").code, 0);
    assert_eq!(findings(&plan, ""), Vec::<String>::new());
    for day in ["2019-01-15", "2019-02-10"] {
        assert_eq!(plan.run(&format!("status --as-of {day}")).code, 0, "{day}");
    }
    let later = format!("{FOUR} A9,P1,a,3,online,2019-01-20,2019-01-27,2019-01-27");
    let plan = plan.file("data/dossiers/so.csv", Register { rows: &later, ..Register::default() }.csv());
    let told = findings(&plan, "frozen");
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told.iter().all(|own| own == "frozen-changed plan.toml:24:1"), "{told:?}");
}

#[test]
fn what_a_count_is_says_the_plan() {
    let with = |measures: &str| Register { rows: FOUR, measures, rules: "", ..Register::default() }.scratch();
    let begin = "resolved flow; resolved-early flow; resolved-on-time flow; pending-overdue stock; ";
    for (more, code) in [
        ("late flow", "measure-not-counted"),
        ("late flow resolved-laet", "not-one-of"),
        ("late stock resolved-late", "count-kind"),
        ("late flow resolved-late {decimals = 1}", "count-kind"),
        ("late flow late-apologised-after", "count-without-rule"),
        ("late flow resolved-late {level-at-least = 5}", "out-of-range"),
        ("late flow resolved-late {channel = \"fax\"}", "not-one-of"),
    ] {
        let measures = format!("{begin}{more}");
        let found = findings(&with(&measures), "");
        assert!(found.iter().any(|own| own.starts_with(code)), "{more}: {found:?}");
    }
}

#[test]
fn nobody_is_asked_to_send_what_is_counted() {
    let plan = Register { rows: FOUR, ..Register::default() }.scratch();
    let due = plan.run("due --as-of 2019-02-10 --within 90d").stdout;
    assert!(!due.contains("Sổ hồ sơ"), "{due}");
    let ran = plan.run("form so --period 2019-02 --all -o forms");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("được đếm từ sổ hồ sơ: không có gì để đơn vị điền"), "{}", ran.stderr);
}
