//! Bounds: equality passes, the comparison is exact, and what is printed never contradicts the verdict.

use crate::common::{BY_DECEMBER, CONTINUOUS, MONTHLY, Simple};

/// Judges one report of January in the middle of February.
fn january(target: &str, schedule: &str, good: u64, all: u64) -> (String, String) {
    let rows = format!("2019-01,a,2019-02-04,{good},{all}");
    let status = Simple { target, schedule, rows: &rows, ..Simple::default() }.scratch().at("2019-02-10");
    (status.verdict("1.1"), status.part("1.1", "percent"))
}

fn now(target: &str, good: u64, all: u64) -> String {
    let (verdict, percent) = january(target, CONTINUOUS, good, all);
    format!("{verdict} {percent}")
}

fn by_december(target: &str, good: u64, all: u64) -> String {
    let (verdict, percent) = january(target, BY_DECEMBER, good, all);
    format!("{verdict} {percent}")
}

#[test]
fn a_rate_just_under_the_bound_is_missed_and_does_not_round_up_to_it() {
    assert_eq!(now("at-least = 80", 19_999, 25_000), "missed 79.996");
    assert_eq!(now("at-least = 80", 15_999, 20_000), "missed 79.995");
    assert_eq!(now("at-least = 80", 39_997, 50_000), "missed 79.99");
    assert_eq!(now("at-least = 80", 7_999_999, 10_000_000), "missed 79.99999");
    assert_eq!(now("at-least = 80", 20_001, 25_000), "met 80.00");
}

#[test]
fn a_rate_just_under_the_bound_by_a_date_is_open_and_does_not_round_up_to_it() {
    assert_eq!(by_december("at-least = 80", 19_999, 25_000), "open 79.996");
    assert_eq!(by_december("at-least = 80", 20_000, 25_000), "on-track 80.00");
}

#[test]
fn a_rate_just_under_a_milestone_is_behind_and_does_not_round_up_to_the_milestone() {
    let target = "at-least = 90, milestones = [{ on = 2019-01-31, at-least = 80 }]";
    assert_eq!(by_december(target, 19_999, 25_000), "behind 79.996");
    assert_eq!(by_december(target, 20_000, 25_000), "on-track 80.00");
}

#[test]
fn a_rate_just_over_the_bound_of_at_most_is_missed_and_does_not_round_down_to_it() {
    assert_eq!(now("at-most = 20", 5_001, 25_000), "missed 20.004");
    assert_eq!(now("at-most = 20", 4_999, 25_000), "met 20.00");
}

#[test]
fn the_table_prints_the_digits_that_the_verdict_needs_in_both_languages() {
    for schedule in [CONTINUOUS, BY_DECEMBER] {
        let rows = "2019-01,a,2019-02-04,19999,25000";
        let scratch = Simple { schedule, rows, ..Simple::default() }.scratch();
        let table = scratch.run("status --as-of 2019-02-10 --width 200 --lang vi").stdout;
        assert!(table.contains("79,996% (19.999/25.000)"), "{table}");
        let table = scratch.run("status --as-of 2019-02-10 --width 200 --lang en").stdout;
        assert!(table.contains("79.996% (19,999/25,000)"), "{table}");
    }
}

#[test]
fn equality_passes_at_each_bound_and_just_outside_fails() {
    assert_eq!(now("at-least = 80", 80, 100), "met 80.00");
    assert_eq!(now("at-least = 80", 79_999_999, 100_000_000), "missed 79.999999");
    assert_eq!(now("at-most = 20", 20, 100), "met 20.00");
    assert_eq!(now("at-most = 20", 20_000_001, 100_000_000), "missed 20.000001");
    assert_eq!(now("between = [20, 30]", 20, 100), "met 20.00");
    assert_eq!(now("between = [20, 30]", 30, 100), "met 30.00");
    assert_eq!(now("between = [20, 30]", 19_999, 100_000), "missed 19.999");
    assert_eq!(now("between = [20, 30]", 30_001, 100_000), "missed 30.001");
    assert_eq!(now("equals = 33.5", 335, 1_000), "met 33.50");
    assert_eq!(now("equals = 33.5", 33_499, 100_000), "missed 33.499");
    assert_eq!(now("equals = 33.5", 33_501, 100_000), "missed 33.501");
}

#[test]
fn bounds_with_decimals_are_read_exactly() {
    // 0.1 and 0.3 have no exact binary fraction.
    assert_eq!(now("at-most = 0.1", 1, 1_000), "met 0.10");
    assert_eq!(now("at-least = 0.3", 3, 1_000), "met 0.30");
    assert_eq!(now("equals = 0.3", 3, 1_000), "met 0.30");
    assert_eq!(now("at-least = 33.33", 1, 3), "met 33.33");
    assert_eq!(now("at-least = 33.34", 1, 3), "missed 33.33");
    assert_eq!(now("at-least = 99.99999999", 9_999_999_998, 10_000_000_000), "missed 99.99999998");
}

#[test]
fn nothing_over_nothing_is_no_cases_whatever_the_bound() {
    for target in ["at-least = 80", "at-most = 0", "between = [1, 2]", "equals = 100"] {
        assert_eq!(now(target, 0, 0), "no-cases -", "{target}");
        assert_eq!(by_december(target, 0, 0), "no-cases -", "{target}");
    }
    let status = Simple { rows: "2019-01,a,2019-02-04,0,0", ..Simple::default() }.scratch().at("2019-02-10");
    assert_eq!(status.task(1, "verdict"), "no-cases");
    assert_eq!(status.counts("1.1"), "0 0");
}

#[test]
fn nothing_over_something_is_a_rate_of_zero() {
    assert_eq!(now("at-least = 80", 0, 5), "missed 0.00");
    assert_eq!(now("at-most = 0", 0, 5), "met 0.00");
}

#[test]
fn a_bound_revised_in_july_holds_from_that_day_and_not_before() {
    let target = "at-least = 80, revised = [{ from = 2019-07-01, at-least = 90, basis = \"Công văn 5\" }]";
    let scratch = Simple { target, rows: "2019-01,a,2019-02-04,85,100", ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-06-30").part("1.1", "bound verdict"), "at-least 80 met");
    assert_eq!(scratch.at("2019-07-01").part("1.1", "bound verdict"), "at-least 90 missed");
}

#[test]
fn a_rate_is_compared_with_the_bound_in_force_also_when_it_is_printed() {
    let target = "at-least = 80, revised = [{ from = 2019-02-10, at-least = 90 }]";
    let rows = "2019-01,a,2019-02-04,22499,25000";
    let scratch = Simple { target, rows, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-09").part("1.1", "verdict percent"), "met 90.00");
    assert_eq!(scratch.at("2019-02-10").part("1.1", "verdict percent"), "missed 89.996");
}

#[test]
fn an_indicator_shows_as_many_decimals_as_it_asks_for() {
    let indicator = |decimals: u8| {
        let plan = Simple { rows: "2019-01,a,2019-02-04,2,3", form: MONTHLY, ..Simple::default() };
        let toml = plan.toml().replace("numerator =", &format!("decimals = {decimals}\nnumerator ="));
        plan.scratch().file("plan.toml", toml).at("2019-02-10").part("1.1", "percent")
    };
    assert_eq!(indicator(0), "67");
    assert_eq!(indicator(1), "66.7");
    assert_eq!(indicator(4), "66.6667");
}
