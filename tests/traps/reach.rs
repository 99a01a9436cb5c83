//! What is certain before the year is over: losses that cannot be made good, and rates that cannot be lost.

use crate::common::{BY_DECEMBER, CONTINUOUS, QUARTERLY, Simple, Status};

/// All resolved dossiers, split by an identity, all of them flows.
const SPLIT: &str =
    "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"late\"] }]";
const SAID: &str = "verdict out-of-reach final secure";

fn split(target: &str, schedule: &str, rows: &str) -> Status {
    let plan =
        Simple { form: SPLIT, measures: "good:flow late:flow all:flow", target, schedule, rows, ..Simple::default() };
    plan.scratch().at("2019-02-10")
}

#[test]
fn one_late_dossier_loses_a_target_of_all_at_once() {
    for target in ["at-least = 100", "equals = 100", "between = [100, 100]"] {
        for schedule in [BY_DECEMBER, CONTINUOUS] {
            let status = split(target, schedule, "2019-01,a,2019-02-04,999,1,1000");
            assert_eq!(status.part("1.1", SAID), "missed true false false", "{target} {schedule}");
        }
    }
    let status = split("at-least = 100", BY_DECEMBER, "2019-01,a,2019-02-04,1000,0,1000");
    assert_eq!(status.part("1.1", SAID), "on-track false false false");
}

#[test]
fn a_loss_can_be_made_good_when_the_bound_is_under_one_hundred() {
    let status = split("at-least = 99.9", BY_DECEMBER, "2019-01,a,2019-02-04,9,1,10");
    assert_eq!(status.part("1.1", SAID), "open false false false");
}

#[test]
fn a_rate_that_never_passes_one_hundred_cannot_be_lost_against_it() {
    let status = split("at-most = 100", BY_DECEMBER, "2019-01,a,2019-02-04,9,1,10");
    assert_eq!(status.part("1.1", SAID), "met false false true");
}

#[test]
fn a_bound_over_one_hundred_is_out_of_reach_from_the_start() {
    let plan = Simple {
        form: SPLIT,
        measures: "good:flow late:flow all:flow",
        target: "at-least = 101",
        schedule: BY_DECEMBER,
        rows: "2019-01,a,2019-02-04,10,0,10",
        ..Simple::default()
    };
    assert!(plan.scratch().refused("--as-of 2019-02-10").contains("[impossible-bound]"));
    let rest = "[severity]\nimpossible-bound = { level = \"off\", reason = \"Thử\" }\n";
    let status = Simple { rest, ..plan }.scratch().at("2019-02-10");
    assert_eq!(status.part("1.1", SAID), "missed true false false");
}

#[test]
fn cases_that_are_not_counted_among_the_denominator_prove_no_loss() {
    let plan = Simple {
        target: "at-least = 100",
        schedule: BY_DECEMBER,
        rows: "2019-01,a,2019-02-04,9,10",
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-02-10").part("1.1", SAID), "open false false false");
}

#[test]
fn a_loss_that_is_only_in_a_stock_may_still_pass() {
    let rows = "2019-01,a,2019-02-04,10,0,10,1 2019-02,a,2019-03-04,11,0,11,0";
    let plan = Simple {
        form: SPLIT,
        measures: "good:flow late:flow all:flow overdue:stock",
        denominator: "all,overdue",
        target: "at-least = 100",
        schedule: BY_DECEMBER,
        rows,
        ..Simple::default()
    };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-02-10").part("1.1", "verdict out-of-reach numerator denominator"), "open false 10 11");
    assert_eq!(
        scratch.at("2019-03-10").part("1.1", "verdict out-of-reach numerator denominator"),
        "on-track false 21 21"
    );
    let lost = Simple { rows: "2019-01,a,2019-02-04,9,1,10,0", ..plan };
    assert_eq!(lost.scratch().at("2019-02-10").part("1.1", "verdict out-of-reach"), "missed true");
}

#[test]
fn one_case_breaks_a_target_of_none() {
    for target in ["at-most = 0", "equals = 0"] {
        let one = Simple { target, schedule: BY_DECEMBER, rows: "2019-01,a,2019-02-04,1,1000", ..Simple::default() };
        assert_eq!(one.scratch().at("2019-02-10").part("1.1", SAID), "missed true false false", "{target}");
        let none = Simple { rows: "2019-01,a,2019-02-04,0,1000", ..one };
        assert_eq!(none.scratch().at("2019-02-10").part("1.1", SAID), "on-track false false false", "{target}");
    }
}

#[test]
fn one_case_in_a_stock_breaks_nothing_for_good() {
    let plan = Simple {
        measures: "good:stock all:stock",
        target: "at-most = 0",
        schedule: BY_DECEMBER,
        rows: "2019-01,a,2019-02-04,1,10",
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-02-10").part("1.1", "verdict out-of-reach"), "open false");
}

/// Procedures used so far among a fixed number of them.
const FIXED: Simple<'_> = Simple {
    head: "",
    units: "a b",
    form: QUARTERLY,
    measures: "good:to-date all:stock!",
    numerator: "good",
    denominator: "all",
    schedule: BY_DECEMBER,
    target: "at-least = 80",
    task: "",
    rest: "",
    rows: "2019-Q1,a,2019-04-04,8,10 2019-Q1,b,2019-04-04,8,10",
};

#[test]
fn a_count_that_cannot_fall_over_a_fixed_number_cannot_be_lost() {
    assert_eq!(FIXED.scratch().at("2019-04-10").part("1.1", SAID), "met false false true");
    let under = Simple { rows: "2019-Q1,a,2019-04-04,8,10 2019-Q1,b,2019-04-04,7,10", ..FIXED };
    assert_eq!(under.scratch().at("2019-04-10").part("1.1", "verdict secure needed-count"), "open false 1");
}

#[test]
fn nothing_is_certain_over_a_fixed_number_until_every_unit_has_sent_its_own() {
    let one = Simple { rows: "2019-Q1,a,2019-04-04,8,10", ..FIXED };
    assert_eq!(one.scratch().at("2019-04-10").part("1.1", SAID), "on-track false false false");
    let most = Simple { target: "at-most = 70", ..one };
    assert_eq!(most.scratch().at("2019-04-10").part("1.1", SAID), "open false false false");
}

#[test]
fn a_bound_of_at_most_that_is_passed_over_a_fixed_number_stays_passed() {
    let most = Simple { target: "at-most = 70", ..FIXED };
    assert_eq!(most.scratch().at("2019-04-10").part("1.1", SAID), "missed true false false");
    let between = Simple { target: "between = [10, 70]", ..FIXED };
    assert_eq!(between.scratch().at("2019-04-10").part("1.1", SAID), "missed true false false");
    let within = Simple { target: "between = [10, 80]", ..FIXED };
    assert_eq!(within.scratch().at("2019-04-10").part("1.1", SAID), "on-track false false false");
}

#[test]
fn a_stock_over_a_fixed_number_may_still_fall() {
    let stock = Simple { measures: "good:stock all:stock!", ..FIXED };
    assert_eq!(stock.scratch().at("2019-04-10").part("1.1", SAID), "on-track false false false");
}

#[test]
fn what_is_refused_of_a_fixed_number_caps_the_rate() {
    let form = "every = \"quarter\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"refused\", \"open\"] }]";
    let plan = Simple {
        units: "a",
        form,
        measures: "good:to-date refused:to-date open:stock all:stock!",
        rows: "2019-Q1,a,2019-04-04,5,3,2,10",
        ..FIXED
    };
    assert_eq!(plan.scratch().at("2019-04-10").part("1.1", SAID), "missed true false false");
    let reachable = Simple { target: "at-least = 70", ..plan };
    assert_eq!(reachable.scratch().at("2019-04-10").part("1.1", SAID), "open false false false");
    let safe = Simple { target: "at-most = 70", ..plan };
    assert_eq!(safe.scratch().at("2019-04-10").part("1.1", SAID), "met false false true");
}

#[test]
fn what_is_needed_counts_what_is_still_missing_and_sets_no_verdict() {
    // 10 cases a month so far, 11 reports to come: (0.8 x 120 - 7) / 110 = 80.909...
    let rows = "2019-01,a,2019-02-04,7,10";
    let plan = Simple { schedule: BY_DECEMBER, rows, ..Simple::default() };
    let json = plan.scratch().at("2019-02-10").part("1.1", "verdict needed-rate needed-count");
    assert_eq!(json, r#"open {"numerator":89,"denominator":110,"percent":80.91} -"#);
    let over = Simple { rows: "2019-01,a,2019-02-04,9,10", ..plan };
    assert!(over.scratch().at("2019-02-10").part("1.1", "needed-rate").contains(r#""numerator":87,"denominator":110"#));
}

#[test]
fn nothing_is_needed_any_more_of_what_is_lost_or_final() {
    let status = split("at-least = 100", BY_DECEMBER, "2019-01,a,2019-02-04,9,1,10");
    assert_eq!(status.part("1.1", "needed-rate needed-count"), "- -");
    assert_eq!(FIXED.scratch().at("2019-04-10").part("1.1", "needed-rate needed-count"), "- -");
}
#[test]
fn a_loss_is_certain_too_when_good_cases_stand_in_the_denominator_themselves() {
    let plan = Simple {
        measures: "good:flow bad:flow",
        denominator: "good,bad",
        target: "at-least = 100",
        schedule: BY_DECEMBER,
        rows: "2019-01,a,2019-02-04,9,1",
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-02-10").part("1.1", SAID), "missed true false false");
}
