//! When a target is judged: not before reports are due, for good on the day they are, and never with figures dated later.

use crate::common::{BY_JUNE, QUARTERLY, Scratch, Simple};

const FIRST_HALF: &str = "2019-01,a,2019-02-04,8,10 2019-02,a,2019-03-04,8,10 2019-03,a,2019-04-04,8,10 \
                          2019-04,a,2019-05-04,8,10 2019-05,a,2019-06-04,8,10 2019-06,a,2019-07-01,8,10 2019-07,a,2019-08-04,0,100";

fn by_june(target: &str) -> Scratch {
    Simple { schedule: BY_JUNE, target, rows: FIRST_HALF, ..Simple::default() }.scratch()
}

#[test]
fn a_verdict_is_not_final_while_the_last_report_is_not_yet_due_and_final_on_its_due_day() {
    let met = by_june("at-least = 80");
    assert_eq!(met.at("2019-06-30").part("1.1", "verdict final"), "on-track false");
    assert_eq!(met.at("2019-07-04").part("1.1", "verdict final"), "on-track false");
    assert_eq!(met.at("2019-07-05").part("1.1", "verdict final"), "met true");
    let missed = by_june("at-least = 81");
    assert_eq!(missed.at("2019-07-04").part("1.1", "verdict final"), "open false");
    assert_eq!(missed.at("2019-07-05").part("1.1", "verdict final out-of-reach"), "missed true false");
}

#[test]
fn figures_after_the_deadline_do_not_count_for_it() {
    let scratch = by_june("at-least = 80");
    assert_eq!(scratch.at("2019-09-30").part("1.1", "numerator denominator reports-owed to"), "48 60 6 2019-06");
}

#[test]
fn a_deadline_within_a_period_waits_for_the_periods_that_end_by_it() {
    let rows = "2019-Q1,a,2019-04-04,8,10 2019-Q2,a,2019-07-04,0,10";
    let plan = Simple { form: QUARTERLY, schedule: "{ by = 2019-05-15 }", rows, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-05-14").part("1.1", "verdict final"), "on-track false");
    assert_eq!(scratch.at("2019-05-15").part("1.1", "verdict final numerator"), "met true 8");
    assert_eq!(scratch.at("2019-07-10").part("1.1", "verdict final numerator"), "met true 8");
}

#[test]
fn a_target_may_have_a_deadline_of_its_own() {
    let plan = Simple { target: "at-least = 81, by = 2019-06-30", rows: FIRST_HALF, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-06-30").part("1.1", "verdict deadline"), "open 2019-06-30");
    assert_eq!(scratch.at("2019-07-05").part("1.1", "verdict final"), "missed true");
    assert_eq!(scratch.at("2019-07-05").task(1, "schedule deadline"), "continuous -");
}

#[test]
fn nothing_is_due_until_the_due_day_and_then_it_is_missing() {
    let scratch = Simple { rows: "2019-02,a,2019-03-02,8,10", ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-01-01").verdict("1.1"), "not-due");
    assert_eq!(scratch.at("2019-02-04").verdict("1.1"), "not-due");
    assert_eq!(scratch.at("2019-02-04").owed("unit"), "");
    let due = scratch.at("2019-02-05");
    assert_eq!(due.verdict("1.1"), "no-data");
    assert_eq!(due.owed("unit form period due days-late"), "a f 2019-01 2019-02-05 0");
    let judged = scratch.at("2019-03-02");
    assert_eq!(judged.part("1.1", "verdict provisional"), "met [missing]");
    assert_eq!(judged.owed("period days-late"), "2019-01 25");
}

#[test]
fn a_report_counts_from_the_day_it_was_received_and_its_period_was_over() {
    let scratch = Simple { rows: "2019-01,a,2019-02-04,8,10 2019-02,a,2019-02-20,8,10", ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-03").part("1.1", "verdict reports-in"), "not-due 0");
    assert_eq!(scratch.at("2019-02-04").part("1.1", "verdict reports-in"), "met 1");
    // Sent before the month was over: it waits for the month's last day.
    assert_eq!(scratch.at("2019-02-27").part("1.1", "reports-in"), "1");
    assert_eq!(scratch.at("2019-02-28").part("1.1", "reports-in reports-owed"), "2 2");
    assert_eq!(scratch.at("2019-02-28").head("warnings"), "1");
}

#[test]
fn a_late_report_counts_as_received_and_not_as_on_time() {
    let rows = "2019-01,a,2019-02-06,8,10 2019-02,a,2019-03-05,8,10";
    let scratch = Simple { rows, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-05").form("f", "due in on-time late missing"), "1 0 0 0 1");
    assert_eq!(scratch.at("2019-02-06").form("f", "due in on-time late missing"), "1 1 0 1 0");
    let march = scratch.at("2019-03-05").form("f", "due in on-time late missing on-time-rate");
    assert_eq!(march, r#"2 2 1 1 0 {"numerator":1,"denominator":2,"percent":50.00}"#);
}

#[test]
fn a_report_corrected_later_gives_the_new_figures_for_every_day_since_it_came() {
    let first = Simple { rows: "2019-01,a,2019-02-04,8,10", ..Simple::default() };
    let corrected = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    let scratch = first.scratch();
    assert_eq!(scratch.at("2019-02-10").part("1.1", "verdict numerator"), "met 8");
    let scratch = scratch.file("data/f.csv", corrected.csv());
    assert_eq!(scratch.at("2019-02-10").part("1.1", "verdict numerator"), "missed 7");
    assert_eq!(scratch.at("2019-02-03").verdict("1.1"), "not-due");
}

#[test]
fn working_days_step_over_weekends_and_days_off_and_take_make_up_days() {
    let calendar = "[calendar]\ndays-off = [2019-04-29, 2019-04-30, 2019-05-01]\nworking-days = [2019-05-04]";
    let due = |days: u8| {
        let form = format!("every = \"month\"\ndue = {{ working-days = {days} }}");
        let plan = Simple {
            form: &form,
            rest: calendar,
            rows: "2019-01,a,2019-02-01,8,10 2019-02,a,2019-03-01,8,10 2019-03,a,2019-04-01,8,10",
            ..Simple::default()
        };
        plan.scratch().at("2019-05-31").owed("period due")
    };
    // 30 April 2019 is a Tuesday; Wednesday is off, Saturday 4 May is worked.
    assert_eq!(due(1), "2019-04 2019-05-02");
    assert_eq!(due(2), "2019-04 2019-05-03");
    assert_eq!(due(3), "2019-04 2019-05-04");
    assert_eq!(due(4), "2019-04 2019-05-06");
    assert_eq!(due(8), "2019-04 2019-05-10");
}

#[test]
fn a_day_off_without_a_make_up_day_moves_the_due_day() {
    let form = "every = \"month\"\ndue = { working-days = 2 }";
    let plan = Simple { form, rows: "2019-01,a,2019-02-01,8,10", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-03-31").owed("period due"), "2019-02 2019-03-04");
    let plan = Simple { rest: "[calendar]\ndays-off = [2019-03-01]", ..plan };
    assert_eq!(plan.scratch().at("2019-03-31").owed("period due"), "2019-02 2019-03-05");
}
