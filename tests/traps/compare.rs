//! What a target by a date is compared with on the way, and the last period judged alone.

use crate::common::{BY_DECEMBER, Scratch, Simple};

const MILESTONES: &str =
    "at-least = 40, milestones = [{ on = 2019-06-30, at-least = 30 }, { on = 2019-09-30, at-least = 35 }]";

fn all_year(target: &str, good: u32) -> Scratch {
    let months = ["02-04", "03-04", "04-04", "05-04", "06-04", "07-04", "08-04", "09-04", "10-04", "11-04", "12-04"];
    let row = |(at, day): (usize, &str)| format!("2019-{:02},a,2019-{day},{good},100", at + 1);
    let rows = months.into_iter().enumerate().map(row).collect::<Vec<_>>().join(" ");
    Simple { schedule: BY_DECEMBER, target, rows: &rows, ..Simple::default() }.scratch()
}

#[test]
fn a_milestone_is_compared_once_the_reports_for_it_are_due() {
    let scratch = all_year(MILESTONES, 32);
    assert_eq!(scratch.at("2019-06-30").part("1.1", "verdict compared-with"), "open -");
    assert_eq!(scratch.at("2019-07-04").part("1.1", "verdict compared-with"), "open -");
    assert_eq!(scratch.at("2019-07-05").part("1.1", "verdict compared-with"), "on-track milestone");
    assert_eq!(scratch.at("2019-10-04").part("1.1", "verdict compared-with"), "on-track milestone");
    assert_eq!(scratch.at("2019-10-05").part("1.1", "verdict compared-with"), "behind milestone");
}

#[test]
fn a_milestone_within_a_month_is_compared_on_its_own_day() {
    let scratch = all_year("at-least = 40, milestones = [{ on = 2019-05-15, at-least = 35 }]", 32);
    assert_eq!(scratch.at("2019-05-14").verdict("1.1"), "open");
    assert_eq!(scratch.at("2019-05-15").verdict("1.1"), "behind");
}

#[test]
fn equality_passes_at_a_milestone() {
    assert_eq!(all_year(MILESTONES, 30).at("2019-07-05").verdict("1.1"), "on-track");
    assert_eq!(all_year(MILESTONES, 29).at("2019-07-05").verdict("1.1"), "behind");
}

#[test]
fn a_milestone_decides_also_when_the_bound_is_reached_already() {
    // The milestone was no harder than the bound when it was set; the bound has been eased since.
    let target = "at-most = 20, milestones = [{ on = 2019-06-30, at-most = 20 }], \
                  revised = [{ from = 2019-07-01, at-most = 40, basis = \"Công văn 7\" }]";
    assert_eq!(all_year(target, 30).at("2019-07-05").part("1.1", "verdict compared-with"), "behind milestone");
}

#[test]
fn milestones_give_way_to_the_final_verdict() {
    let scratch = all_year(MILESTONES, 36);
    assert_eq!(scratch.at("2020-01-04").part("1.1", "verdict final"), "on-track false");
    assert_eq!(scratch.at("2020-01-05").part("1.1", "verdict final compared-with"), "missed true -");
}

// From 31 March to 31 December are 275 days, to 30 April 30 of them: 6/55 of the way.
const RISE: &str = "at-least = 80, baseline = { on = 2019-03-31, value = 25 }";
const FALL: &str = "at-most = 5, baseline = { on = 2019-03-31, value = 60 }";

/// One report for April, judged when it is due.
fn april(target: &str, good: u32, all: u32) -> String {
    let rows = format!("2019-04,a,2019-05-04,{good},{all}");
    let plan = Simple { schedule: BY_DECEMBER, target, rows: &rows, ..Simple::default() };
    plan.scratch().at("2019-05-05").part("1.1", "verdict compared-with")
}

#[test]
fn a_baseline_is_a_straight_line_to_the_bound_and_equality_passes() {
    assert_eq!(april(RISE, 31, 100), "on-track baseline");
    assert_eq!(april(RISE, 30_999, 100_000), "behind baseline");
    assert_eq!(april(FALL, 54, 100), "on-track baseline");
    assert_eq!(april(FALL, 54_001, 100_000), "behind baseline");
}

#[test]
fn a_rate_just_off_the_path_is_not_printed_as_on_it() {
    let rows = "2019-04,a,2019-05-04,30999,100000";
    let plan = Simple { schedule: BY_DECEMBER, target: RISE, rows, ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-05-05").part("1.1", "percent"), "30.999");
}

#[test]
fn the_path_stands_where_the_last_due_reports_end() {
    // On 4 June the reports of May are not due: April's end still decides.
    let rows = "2019-04,a,2019-05-04,31,100 2019-05,a,2019-06-04,0,0";
    let plan = Simple { schedule: BY_DECEMBER, target: RISE, rows, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-06-04").verdict("1.1"), "on-track");
    assert_eq!(scratch.at("2019-06-05").verdict("1.1"), "behind");
}

#[test]
fn a_milestone_goes_before_a_baseline() {
    let target =
        "at-least = 80, baseline = { on = 2019-03-31, value = 25 }, milestones = [{ on = 2019-04-30, at-least = 20 }]";
    assert_eq!(april(target, 21, 100), "on-track milestone");
}

#[test]
fn a_bound_reached_so_far_is_on_track_and_one_not_reached_is_open() {
    assert_eq!(april("at-least = 80", 80, 100), "on-track bound");
    assert_eq!(april("at-least = 80", 79, 100), "open -");
}

fn last_month(rows: &str) -> Scratch {
    Simple { target: "at-least = 80, over = \"period\"", rows, ..Simple::default() }.scratch()
}

const SAID: &str = "verdict numerator denominator from to";

#[test]
fn over_a_period_only_the_last_closed_one_is_judged() {
    let scratch = last_month("2019-01,a,2019-02-04,9,10 2019-02,a,2019-03-04,7,10");
    assert_eq!(scratch.at("2019-02-10").part("1.1", SAID), "met 9 10 2019-01 2019-01");
    assert_eq!(scratch.at("2019-03-10").part("1.1", SAID), "missed 7 10 2019-02 2019-02");
}

#[test]
fn over_a_period_the_one_before_stands_until_the_last_is_in_or_due() {
    let scratch = last_month("2019-01,a,2019-02-04,9,10 2019-02,a,2019-03-02,7,10");
    assert_eq!(scratch.at("2019-02-28").part("1.1", SAID), "met 9 10 2019-01 2019-01");
    assert_eq!(scratch.at("2019-03-01").part("1.1", SAID), "met 9 10 2019-01 2019-01");
    assert_eq!(scratch.at("2019-03-02").part("1.1", SAID), "missed 7 10 2019-02 2019-02");
    let silent = last_month("2019-01,a,2019-02-04,9,10");
    assert_eq!(silent.at("2019-03-04").part("1.1", SAID), "met 9 10 2019-01 2019-01");
    assert_eq!(silent.at("2019-03-05").part("1.1", SAID), "no-data - - 2019-02 2019-02");
}

#[test]
fn over_a_period_the_first_one_has_none_before_it() {
    let scratch = last_month("2019-02,a,2019-03-02,7,10");
    assert_eq!(scratch.at("2019-01-31").verdict("1.1"), "not-due");
    assert_eq!(scratch.at("2019-02-05").verdict("1.1"), "no-data");
}

#[test]
fn over_a_period_a_loss_last_month_is_not_held_against_this_one() {
    let plan = Simple {
        form: "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"late\"] }]",
        measures: "good:flow late:flow all:flow",
        target: "at-least = 100, over = \"period\"",
        rows: "2019-01,a,2019-02-04,9,1,10 2019-02,a,2019-03-04,10,0,10",
        ..Simple::default()
    };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-02-10").part("1.1", "verdict out-of-reach"), "missed false");
    assert_eq!(scratch.at("2019-03-10").part("1.1", "verdict out-of-reach"), "met false");
}

#[test]
fn over_a_period_december_follows_into_the_next_year() {
    let plan = Simple {
        head: "from = 2019\nto = 2020",
        target: "at-least = 80, over = \"period\"",
        rows: "2019-12,a,2020-01-04,9,10",
        ..Simple::default()
    };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2020-02-04").part("1.1", SAID), "met 9 10 2019-12 2019-12");
    assert_eq!(scratch.at("2020-02-05").part("1.1", SAID), "no-data - - 2020-01 2020-01");
}
