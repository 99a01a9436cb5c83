//! Units that come, go, are excused, are judged each, or are named in other ways.

use unicode_normalization::UnicodeNormalization;

use crate::common::{MONTHLY, QUARTERLY, Scratch, Simple, head, unit};

#[test]
fn a_unit_opened_in_july_owes_nothing_before() {
    let plan = Simple { units: "a b(from = 2019-07-01)", rows: "2019-07,b,2019-08-04,8,10", ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-07-31").form("f", "due missing"), "6 6");
    let august = scratch.at("2019-08-10");
    assert_eq!(august.form("f", "due in"), "8 1");
    assert_eq!(august.part("1.1", "reports-in reports-owed"), "1 8");
    assert!(!august.owed("unit").contains('b'));
}

#[test]
fn a_unit_opened_within_a_month_owes_that_month() {
    let plan = Simple { units: "a(from = 2019-07-31)", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-08-05").owed("unit period"), "a 2019-07");
    let plan = Simple { units: "a(from = 2019-08-01)", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-08-05").owed("unit period"), "");
}

#[test]
fn a_report_from_before_a_unit_was_there_is_an_error() {
    let plan = Simple { units: "a b(from = 2019-07-01)", rows: "2019-06,b,2019-07-04,8,10", ..Simple::default() };
    plan.scratch().refused("--as-of 2019-08-10");
}

#[test]
fn a_unit_closed_in_june_owes_nothing_after() {
    let plan = Simple { units: "a(until = 2019-06-30)", rows: "2019-06,a,2019-07-04,8,10", ..Simple::default() };
    let status = plan.scratch().at("2019-12-31");
    assert_eq!(status.form("f", "due in"), "6 1");
    assert_eq!(status.part("1.1", "numerator reports-owed"), "8 6");
    let plan = Simple { units: "a(until = 2019-06-29)", rows: "", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-12-31").form("f", "due"), "5");
    let plan = Simple { units: "a(until = 2019-06-30)", rows: "2019-07,a,2019-08-04,8,10", ..Simple::default() };
    plan.scratch().refused("--as-of 2019-08-10");
}

#[test]
fn what_a_closed_unit_did_stays_and_what_it_held_passes_to_others() {
    let rows = "2019-Q1,a,2019-04-04,8,10,5 2019-Q1,b,2019-04-04,3,4,2 2019-Q2,a,2019-07-04,8,10,5 2019-Q2,b,2019-07-04,3,4,2 2019-Q3,a,2019-10-04,9,14,1";
    let plan = Simple {
        units: "a b(until = 2019-06-30)",
        form: QUARTERLY,
        measures: "good:stock all:stock done:flow",
        rows,
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-07-10").counts("1.1"), "11 14");
    let stock = plan.scratch().at("2019-10-10");
    assert_eq!(stock.part("1.1", "numerator denominator provisional"), "9 14 []");
    let within = Simple { units: "a b(until = 2019-08-31)", ..plan };
    assert_eq!(within.scratch().at("2019-07-10").counts("1.1"), "11 14");
    assert_eq!(within.scratch().at("2019-10-10").counts("1.1"), "9 14");
    let flow = Simple { numerator: "done", denominator: "done", ..plan };
    assert_eq!(flow.scratch().at("2019-10-10").counts("1.1"), "15 15");
}

#[test]
fn an_excused_report_is_not_owed() {
    let excused = "a b(excused = [{ form = \"f\", period = \"2019-Q2\", reason = \"Chuyển trụ sở\" }])";
    let rows = "2019-05,b,2019-06-04,8,10";
    let status = Simple { units: excused, rows, ..Simple::default() }.scratch().at("2019-08-10");
    assert_eq!(status.form("f", "due in missing"), "11 0 11");
    let owed = status.owed("unit period");
    assert!(owed.contains("b 2019-03") && owed.contains("b 2019-07") && !owed.contains("b 2019-05"), "{owed}");
    // It may be sent all the same, and then counts, though nobody waited for it.
    assert_eq!(status.part("1.1", "numerator reports-in reports-owed"), "8 0 11");
}

#[test]
fn an_excuse_without_a_form_holds_for_all_and_one_for_another_form_for_none() {
    let excused = "a(excused = [{ period = \"2019-01\", reason = \"Mới thành lập\" }])";
    assert_eq!(Simple { units: excused, ..Simple::default() }.scratch().at("2019-03-10").owed("period"), "2019-02");
    let rest = "[[form]]\nid = \"g\"\ntitle = \"Hai\"\nprovenance = \"reported\"\nevery = \"year\"\ndue = { days = 5 }\nunits = [\"a\"]\n\
                measures = [{ id = \"base\", name = \"Số\", kind = \"stock\" }]\n";
    let excused = "a(excused = [{ form = \"g\", period = \"2019-01\", reason = \"Mới thành lập\" }])";
    assert_eq!(
        Simple { units: excused, rest, ..Simple::default() }.scratch().at("2019-03-10").owed("period"),
        "2019-01; 2019-02"
    );
}

const EACH: &str = "at-least = 80, each-unit = true";

#[test]
fn each_unit_is_judged_and_the_worst_decides_and_is_named() {
    let rows = "2019-01,a,2019-02-04,90,100 2019-01,b,2019-02-04,7,10 2019-01,c,2019-02-04,6,10";
    let status = Simple { units: "a b c", target: EACH, rows, ..Simple::default() }.scratch().at("2019-02-10");
    let said = status.part("1.1", "verdict worst-unit numerator denominator reports-in reports-owed");
    assert_eq!(said, "missed c 6 10 3 3");
    assert_eq!(status.units("id unit verdict percent"), "1.1 a met 90.00; 1.1 b missed 70.00; 1.1 c missed 60.00");
    assert_eq!(status.task(1, "verdict"), "missed");
}

#[test]
fn a_silent_unit_is_worse_than_one_that_meets_it_and_better_than_one_that_misses_it() {
    let plan = Simple {
        units: "a b c",
        target: EACH,
        rows: "2019-01,a,2019-02-04,9,10 2019-01,b,2019-02-04,0,0",
        ..Simple::default()
    };
    let status = plan.scratch().at("2019-02-10");
    assert_eq!(status.part("1.1", "verdict worst-unit"), "no-data c");
    assert_eq!(status.units("unit verdict"), "a met; b no-cases; c no-data");
    let plan = Simple { rows: "2019-01,a,2019-02-04,9,10 2019-01,b,2019-02-04,0,9", ..plan };
    assert_eq!(plan.scratch().at("2019-02-10").part("1.1", "verdict worst-unit"), "missed b");
}

#[test]
fn a_unit_that_owes_nothing_yet_is_not_judged() {
    let plan = Simple {
        units: "a b(from = 2019-07-01)",
        target: EACH,
        rows: "2019-01,a,2019-02-04,9,10",
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-02-10").units("unit verdict"), "a met");
}

#[test]
fn the_whole_may_meet_what_one_unit_misses() {
    let rows = "2019-01,a,2019-02-04,990,1000 2019-01,b,2019-02-04,1,10";
    let plan = Simple { units: "a b", rows, ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-02-10").verdict("1.1"), "met");
    assert_eq!(Simple { target: EACH, ..plan }.scratch().at("2019-02-10").verdict("1.1"), "missed");
}

fn named(name: &str, alias: &str, written: &str) -> Scratch {
    let units = format!("[[unit]]\nid = \"mot-cua\"\nname = \"{name}\"\naliases = [\"{alias}\"]\n");
    let plan = Simple { units: "a", ..Simple::default() }.toml();
    let plan =
        plan.replace("[[form]]", &format!("{units}[[form]]")).replace("units = [\"a\"]", "units = [\"mot-cua\"]");
    Scratch::new(&plan)
        .file("data/f.csv", format!("period,unit,reported,good,all,note\n2019-01,{written},2019-02-04,8,10,\n"))
}

#[test]
fn a_name_is_known_in_either_unicode_form() {
    let composed: String = "Bộ phận Một cửa".nfc().collect();
    let apart: String = composed.nfd().collect();
    assert_ne!(composed, apart);
    for (declared, written) in [(&composed, &apart), (&apart, &composed), (&apart, &apart)] {
        assert_eq!(named(declared, "MC", written).at("2019-02-10").counts("1.1"), "8 10");
        assert_eq!(named("Khác", declared, written).at("2019-02-10").counts("1.1"), "8 10");
    }
}

#[test]
fn a_name_is_known_whatever_its_case_and_spaces_and_never_guessed() {
    for written in ["mot-cua", "BỘ PHẬN MỘT CỬA", " Bộ  phận một cửa ", "Một cửa của Sở"] {
        let scratch = named("Bộ phận Một cửa", "Một cửa của Sở", &format!("\"{written}\""));
        assert_eq!(scratch.at("2019-02-10").counts("1.1"), "8 10", "{written}");
    }
    named("Bộ phận Một cửa", "Một cửa của Sở", "Bộ phận 1 cửa").refused("");
}

#[test]
fn two_names_of_one_unit_are_one_report_twice() {
    let scratch = named("Bộ phận Một cửa", "MC", "mot-cua");
    let rows = "period,unit,reported,good,all,note\n2019-01,mot-cua,2019-02-04,8,10,\n2019-01,MC,2019-02-04,8,10,\n";
    scratch.file("data/f.csv", rows).refused("--as-of 2019-02-10");
}

#[test]
fn a_group_of_groups_reports_once_for_each_unit_in_it() {
    let form = format!(
        "[[form]]\nid = \"f\"\ntitle = \"Biểu\"\nprovenance = \"reported\"\nunits = [\"all-of-us\", \"a\"]\n{MONTHLY}\nmeasures = [{{ id = \"n\", name = \"Số\", kind = \"flow\" }}]\n"
    );
    let groups = "[[group]]\nid = \"some\"\nname = \"Các phòng\"\nmembers = [\"b\", \"a\"]\n[[group]]\nid = \"all-of-us\"\nname = \"Tất cả\"\nmembers = [\"some\", \"a\"]\n";
    let task = "[[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"some\"]\nschedule = \"continuous\"\n";
    let plan = format!("{}{}{}{}{groups}{form}{task}", head(""), unit("a", ""), unit("b", ""), unit("c", ""));
    let scratch = Scratch::new(&plan);
    assert_eq!(scratch.at("2019-02-10").form("f", "due"), "2");
    assert_eq!(scratch.at("2019-02-10").owed("unit"), "a; b");
    assert_eq!(scratch.status("--as-of 2019-02-10 --unit b").task(1, "lead"), "[some]");
    assert!(scratch.status("--as-of 2019-02-10 --unit c").json["tasks"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn an_id_in_the_list_of_units_has_the_shape_of_an_id() {
    let plan = Simple::default().scratch().file("data/units.csv", "id,name,parent,aliases\nPhòng A,Phòng A,,\n");
    let said = plan.refused("--lang en");
    assert!(said.contains("error[bad-id]") && said.contains("data/units.csv:2:1"), "{said}");
}
