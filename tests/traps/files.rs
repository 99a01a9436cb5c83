//! Files as they come from elsewhere: line endings, marks, quotes, columns in another order, years outside the plan.

use crate::common::{MONTHLY, Scratch, Simple, head, unit};

const ROWS: &str = "2019-01,a,2019-02-04,8,10 2019-02,a,2019-03-04,9,10";
const SIMPLE: fn() -> Simple<'static> = || Simple { rows: ROWS, ..Simple::default() };

#[test]
fn crlf_files_give_the_same_json_as_lf() {
    let plan = SIMPLE();
    let lf = plan.scratch().at("2019-03-10");
    let (toml, csv) = (plan.toml().replace('\n', "\r\n"), plan.csv().replace('\n', "\r\n"));
    assert_eq!(lf, plan.scratch().file("data/f.csv", &csv).at("2019-03-10"));
    assert_eq!(lf, plan.scratch().file("plan.toml", &toml).at("2019-03-10"));
    assert_eq!(lf, plan.scratch().file("plan.toml", &toml).file("data/f.csv", &csv).at("2019-03-10"));
}

#[test]
fn a_byte_order_mark_is_read_over() {
    let plan = SIMPLE();
    let expected = plan.scratch().at("2019-03-10");
    let marked = plan.scratch().file("data/f.csv", format!("\u{feff}{}", plan.csv()));
    assert_eq!(expected, marked.at("2019-03-10"));
}

#[test]
fn a_last_line_without_its_end_and_blank_lines_change_nothing() {
    let plan = SIMPLE();
    let expected = plan.scratch().at("2019-03-10");
    assert_eq!(expected, plan.scratch().file("data/f.csv", plan.csv().trim_end()).at("2019-03-10"));
    assert_eq!(expected, plan.scratch().file("data/f.csv", plan.csv() + "\n\n").at("2019-03-10"));
}

#[test]
fn columns_stand_in_any_order_but_each_must_be_there() {
    let plan = SIMPLE();
    let expected = plan.scratch().at("2019-03-10");
    let turned = "note,all,good,reported,unit,period\n,10,8,2019-02-04,a,2019-01\n,10,9,2019-03-04,a,2019-02\n";
    assert_eq!(expected, plan.scratch().file("data/f.csv", turned).at("2019-03-10"));
    let short = "period,unit,reported,good,note\n2019-01,a,2019-02-04,8,\n";
    plan.scratch().file("data/f.csv", short).refused("");
}

#[test]
fn a_quoted_note_may_hold_commas_quotes_and_lines() {
    let csv = "period,unit,reported,good,all,note\n2019-01,a,2019-02-04,8,10,\"một, \"\"hai\"\"\nba\"\n2019-02,\"a\",2019-03-04,\"9\",10,\n";
    assert_eq!(SIMPLE().scratch().file("data/f.csv", csv).at("2019-03-10"), SIMPLE().scratch().at("2019-03-10"));
    let crlf = csv.replace('\n', "\r\n");
    assert_eq!(SIMPLE().scratch().file("data/f.csv", crlf).at("2019-03-10"), SIMPLE().scratch().at("2019-03-10"));
}

#[test]
fn a_form_may_lie_in_many_files() {
    let plan = SIMPLE();
    let header = "period,unit,reported,good,all,note\n";
    let scratch = Scratch::new(&plan.toml())
        .file("data/f/2019-02.csv", format!("{header}2019-02,a,2019-03-04,9,10,\n"))
        .file("data/f/2019-01.csv", format!("{header}2019-01,a,2019-02-04,8,10,\n"));
    assert_eq!(scratch.at("2019-03-10"), plan.scratch().at("2019-03-10"));
    let twice = plan.scratch().file("data/f/again.csv", format!("{header}2019-01,a,2019-02-04,8,10,\n"));
    twice.refused("--as-of 2019-03-10");
}

#[test]
fn figures_that_are_not_plain_counts_are_errors() {
    for cell in ["8.5", "-1", "1.000", "1,5", "8 ", "x", "٣", "1e3", "+8", "9223372036854775808"] {
        let csv = format!("period,unit,reported,good,all,note\n2019-01,a,2019-02-04,\"{cell}\",10,\n");
        SIMPLE().scratch().file("data/f.csv", csv).refused("--as-of 2019-03-10");
    }
}

#[test]
fn days_and_periods_that_are_not_there_are_errors() {
    for row in [
        "2019-02,a,2019-02-30,8,10",
        "2019-13,a,2019-02-04,8,10",
        "2019-Q1,a,2019-04-04,8,10",
        "2018-12,a,2019-02-04,8,10",
        "2019-01,a,2021-01-02,8,10",
        "2019-01,a,,8,10",
        "2019-1,a,2019-02-04,8,10",
        "2019-01,a,04/02/2019,8,10",
        "2019-01,z,2019-02-04,8,10",
    ] {
        Simple { rows: row, ..Simple::default() }.scratch().refused("--as-of 2019-03-10");
    }
}

#[test]
fn a_report_given_twice_is_an_error() {
    let rows = "2019-01,a,2019-02-04,8,10 2019-01,a,2019-02-04,8,10";
    Simple { rows, ..Simple::default() }.scratch().refused("--as-of 2019-03-10");
}

#[test]
fn a_sum_that_does_not_add_up_is_a_warning_and_figures_still_print() {
    let form = "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"late\"] }]\ncarries = { opening = \"open\", closing = \"left\" }";
    let measures = "good:flow late:flow all:flow open:stock-open left:stock";
    let rows = "2019-01,a,2019-02-04,8,1,10,0,5 2019-02,a,2019-03-04,8,2,10,4,0";
    let scratch = Simple { form, measures, rows, ..Simple::default() }.scratch();
    let ran = scratch.run("status --as-of 2019-03-10 --format json");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!ran.stderr.is_empty());
    assert_eq!(crate::common::Status::read(&ran.stdout).head("warnings incomplete"), "2 false");
}

fn yearly(keys: &str, rows: &str) -> Scratch {
    let form = format!(
        "[[form]]\nid = \"index\"\ntitle = \"Chỉ số\"\nevery = \"year\"\nunits = [\"a\"]\n{keys}\nmeasures = [{{ id = \"score\", name = \"Điểm\", kind = \"level\", decimals = 2 }}]\n\
         [[indicator]]\nid = \"level\"\nname = \"Mức\"\nlevel = \"score\"\n"
    );
    let task = "[[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"a\"]\nschedule = \"continuous\"\ntargets = [{ indicator = \"level\", at-least = 80 }]\n";
    Scratch::new(&format!("{}{}{form}{task}", head(""), unit("a", "")))
        .file("data/index.csv", format!("period,unit,reported,score,note\n{rows}"))
}

const PUBLISHED: &str = "provenance = \"published\"\nsource = \"Bộ Nội vụ\"";

#[test]
fn a_published_form_owes_nothing_and_counts_from_the_end_of_its_period() {
    let scratch = yearly(PUBLISHED, "2019,a,,86.02,\n");
    assert_eq!(scratch.at("2019-12-30").verdict("1.1"), "not-due");
    assert_eq!(scratch.at("2019-12-31").part("1.1", "verdict value"), "met 86.02");
    let silent = yearly(PUBLISHED, "");
    assert_eq!(silent.at("2020-12-31").verdict("1.1"), "not-due");
    assert_eq!(silent.at("2020-12-31").owed("unit"), "");
    let dated = yearly(PUBLISHED, "2019,a,2020-05-20,86.02,\n");
    assert_eq!(dated.at("2020-05-19").verdict("1.1"), "not-due");
    assert_eq!(dated.at("2020-05-20").verdict("1.1"), "met");
}

#[test]
fn rows_of_other_years_are_history_and_count_for_nothing() {
    let rows = "2017,a,2018-05-01,99.00,\n2019,a,2020-05-01,70.00,\n2020,a,2020-06-01,99.00,\n";
    yearly(PUBLISHED, rows).refused("--as-of 2020-06-30");
    let scratch = yearly(&format!("{PUBLISHED}\nhistory = true"), rows);
    assert_eq!(scratch.at("2020-06-30").part("1.1", "verdict value"), "missed 70.00");
    let twice = yearly(&format!("{PUBLISHED}\nhistory = true"), &format!("{rows}2017,a,2018-05-01,99.00,\n"));
    twice.refused("--as-of 2020-06-30");
}

#[test]
fn made_up_figures_are_said_to_be() {
    let plan = SIMPLE();
    assert_eq!(plan.scratch().at("2019-03-10").head("made-up"), "false");
    let made_up = plan.scratch().file("plan.toml", plan.toml().replace("\"reported\"", "\"made-up\""));
    assert_eq!(made_up.at("2019-03-10").head("made-up"), "true");
    assert!(made_up.run("status --as-of 2019-03-10 --lang en").stdout.contains("made up"));
}

#[test]
fn units_may_be_listed_in_a_file_of_their_own() {
    let plan = Simple { form: MONTHLY, ..SIMPLE() };
    let toml = plan.toml().replace("units = [\"a\"]", "units = \"all\"");
    let units = "id,name,parent,aliases\nxa-1,Xã Một,,X1; Xã 1\nxa-2,Xã Hai,,\n";
    let csv = plan.csv() + "2019-01,Xã 1,2019-02-04,1,10,\n";
    let scratch = Scratch::new(&toml).file("data/units.csv", units).file("data/f.csv", csv);
    let status = scratch.at("2019-02-10");
    assert_eq!(status.counts("1.1"), "9 20");
    assert_eq!(status.owed("unit name"), "xa-2 Xã Hai");
    // With `a` above it, what xa-1 reports would count twice.
    let below = scratch.file("data/units.csv", units.replace("Xã Một,,", "Xã Một,a,"));
    assert!(below.refused("--as-of 2019-02-10").contains("[parent-and-child]"));
}
