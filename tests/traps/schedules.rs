//! Tasks that are extended, given during the year, or due every year.

use crate::common::{BY_JUNE, MONTHLY, Simple};

const FIRST_HALF: &str = "2019-01,a,2019-02-04,8,10 2019-02,a,2019-03-04,8,10 2019-03,a,2019-04-04,8,10 \
                          2019-04,a,2019-05-04,8,10 2019-05,a,2019-06-04,8,10 2019-06,a,2019-07-01,8,10 2019-07,a,2019-08-04,0,100";

#[test]
fn an_extended_task_has_its_new_deadline() {
    let task = "deliverables = [\"Báo cáo\"]\nextended = { to = 2019-09-30, basis = \"Công văn 9\" }";
    let scratch = Simple { schedule: BY_JUNE, task, rows: FIRST_HALF, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-10").part("1.1", "deadline"), "2019-09-30");
    assert_eq!(scratch.at("2019-07-05").part("1.1", "verdict final"), "on-track false");
    assert_eq!(scratch.at("2019-07-05").part("1.d1", "verdict deadline"), "open 2019-09-30");
    assert_eq!(scratch.at("2019-08-10").part("1.1", "denominator"), "160");
}

#[test]
fn before_the_day_an_extension_was_given_the_old_deadline_holds() {
    let task = "deliverables = [\"Báo cáo\"]\nextended = { to = 2019-09-30, basis = \"Công văn 9\", on = 2019-07-10 }";
    let scratch = Simple { schedule: BY_JUNE, task, rows: FIRST_HALF, ..Simple::default() }.scratch();
    let before = scratch.at("2019-07-09");
    assert_eq!(before.task(1, "deadline completion"), "2019-06-30 overdue");
    assert_eq!(before.part("1.1", "verdict final deadline"), "met true 2019-06-30");
    assert_eq!(before.part("1.d1", "verdict deadline"), "overdue 2019-06-30");
    let after = scratch.at("2019-07-10");
    assert_eq!(after.task(1, "deadline completion"), "2019-09-30 in-time");
    assert_eq!(after.part("1.1", "verdict final deadline"), "on-track false 2019-09-30");
    assert_eq!(after.part("1.d1", "verdict deadline"), "open 2019-09-30");
}

#[test]
fn a_task_given_during_the_year_is_left_out_before_its_day() {
    let task = "assigned = 2019-05-01\nbasis = \"Công văn 4\"";
    let rest = "[[task]]\nno = 2\ntitle = \"Hai\"\nlead = [\"a\"]\nschedule = \"continuous\"";
    let scratch = Simple { task, rest, rows: FIRST_HALF, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-04-30").parts(), "");
    assert_eq!(scratch.at("2019-05-01").part("1.1", "verdict numerator"), "met 24");
}

const YEARLY: &str = "{ every = \"12-31\" }";

#[test]
fn a_yearly_task_is_due_in_the_year_that_is_judged() {
    let rows = "2019-12,a,2020-01-04,9,10 2020-01,a,2020-02-04,1,10";
    let plan = Simple { head: "from = 2019\nto = 2020", schedule: YEARLY, form: MONTHLY, rows, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-03-01").part("1.1", "deadline verdict"), "2019-12-31 no-data");
    assert_eq!(scratch.at("2020-01-04").part("1.1", "deadline verdict final"), "2019-12-31 on-track false");
    assert_eq!(scratch.at("2020-01-05").part("1.1", "deadline verdict final numerator"), "2019-12-31 met true 9");
    assert_eq!(scratch.at("2020-02-10").part("1.1", "deadline verdict final numerator"), "2020-12-31 open false 1");
}

#[test]
fn a_yearly_task_of_one_year_is_due_in_that_year() {
    let scratch = Simple { schedule: YEARLY, rows: FIRST_HALF, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-10").task(1, "schedule deadline"), "every 2019-12-31");
    assert_eq!(scratch.at("2020-06-30").part("1.1", "verdict final deadline"), "missed true 2019-12-31");
}

#[test]
fn without_a_day_asked_for_an_extension_given_after_the_closing_does_not_count() {
    // The day judged is the closing, 1 January 2020, though the clock says a year later.
    let task = "extended = { to = 2019-12-31, basis = \"Công văn 9\", on = 2020-02-01 }";
    let rest = "[[task]]\nno = 2\ntitle = \"Hai\"\nlead = [\"a\"]\nschedule = { by = 2019-12-31 }\n\
                targets = [{ indicator = \"rate\", at-least = 80 }]";
    let scratch = Simple { schedule: BY_JUNE, task, rest, rows: FIRST_HALF, ..Simple::default() }.scratch();
    let status = scratch.today("2021-01-01").status("");
    assert_eq!(status.part("1.1", "deadline to"), "2019-06-30 2019-06");
    assert_eq!(status.part("2.1", "deadline to"), "2019-12-31 2019-12");
}
