//! The same figures where months run from the 15th to the 14th: periods, due days, spans and the plan's end move.

use crate::common::{BY_DECEMBER, Scratch, Simple};

const SHIFTED: &str = "window = \"15-14\"";
const ROWS: &str = "2019-01,a,2019-01-18,8,10 2019-02,a,2019-02-18,7,10";

fn shifted(schedule: &str) -> Scratch {
    Simple { head: SHIFTED, schedule, rows: ROWS, ..Simple::default() }.scratch()
}

#[test]
fn january_runs_from_15_december_to_14_january() {
    let scratch = shifted(BY_DECEMBER);
    assert_eq!(scratch.at("2019-01-13").part("1.1", "verdict reports-owed"), "not-due 0");
    assert_eq!(scratch.at("2019-01-14").part("1.1", "verdict reports-owed reports-due"), "not-due 1 0");
    assert_eq!(scratch.at("2019-01-18").part("1.1", "verdict reports-in reports-due"), "on-track 1 0");
    assert_eq!(scratch.at("2019-01-19").part("1.1", "reports-in reports-due"), "1 1");
    let march = scratch.at("2019-03-31");
    assert_eq!(march.owed("period due"), "2019-03 2019-03-19");
    assert_eq!(march.counts("1.1"), "15 20");
}

#[test]
fn the_counts_are_those_of_the_wall_calendar_once_the_same_months_are_in() {
    let wall = Simple { rows: "2019-01,a,2019-02-04,8,10 2019-02,a,2019-03-04,7,10", ..Simple::default() };
    let shifted = Simple { head: SHIFTED, rows: ROWS, ..Simple::default() };
    let said = "verdict numerator denominator percent reports-in reports-owed from to provisional";
    assert_eq!(wall.scratch().at("2019-03-05").part("1.1", said), shifted.scratch().at("2019-02-19").part("1.1", said));
}

#[test]
fn a_quarter_ends_on_14_march_and_the_year_on_14_december() {
    let form = |every: &str| format!("every = \"{every}\"\ndue = {{ days = 5 }}");
    let owed = |every: &str, day: &str| {
        let form = form(every);
        Simple { head: SHIFTED, form: &form, ..Simple::default() }.scratch().at(day).owed("period due")
    };
    assert_eq!(owed("quarter", "2019-03-18"), "");
    assert_eq!(owed("quarter", "2019-03-19"), "2019-Q1 2019-03-19");
    assert_eq!(owed("half", "2019-06-19"), "2019-H1 2019-06-19");
    assert_eq!(owed("year", "2019-12-18"), "");
    assert_eq!(owed("year", "2019-12-19"), "2019 2019-12-19");
}

#[test]
fn a_deadline_on_30_june_counts_the_months_that_end_by_14_june() {
    let rows = "2019-06,a,2019-06-18,8,10 2019-07,a,2019-07-18,0,10";
    let plan = Simple { head: SHIFTED, schedule: "{ by = 2019-06-30 }", rows, ..Simple::default() };
    let status = plan.scratch().at("2019-07-31");
    assert_eq!(status.part("1.1", "verdict final numerator denominator to"), "met true 8 10 2019-06");
}

#[test]
fn a_deadline_on_31_december_is_judged_on_the_window_year_that_ended() {
    let rows = "2019-12,a,2019-12-18,8,10 2020-01,a,2020-01-18,0,90";
    let plan =
        Simple { head: "from = 2019\nto = 2020\nwindow = \"15-14\"", schedule: BY_DECEMBER, rows, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-12-30").part("1.1", "verdict final"), "on-track false");
    assert_eq!(scratch.at("2019-12-31").part("1.1", "verdict final"), "met true");
    assert_eq!(scratch.at("2020-03-01").part("1.1", "verdict final numerator denominator"), "met true 8 10");
}

#[test]
fn a_unit_owes_a_period_if_it_is_there_on_the_windows_last_day() {
    let plan = Simple { head: SHIFTED, units: "a(from = 2019-06-15)", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-07-19").owed("period"), "2019-07");
    let plan = Simple { units: "a(from = 2019-06-14)", ..plan };
    assert_eq!(plan.scratch().at("2019-07-19").owed("period"), "2019-06; 2019-07");
}
