//! What deliverables, updates and targets make of a task and of completion.

use crate::common::{BY_DECEMBER, CONTINUOUS, Simple};
use crate::work::{BY_JUNE, PLAN, QUARTERLY, handed, task, tasks, told};

#[test]
fn completion_counts_done_among_those_whose_time_is_over() {
    let plan = [
        task(1, BY_JUNE, PLAN),
        task(2, BY_JUNE, PLAN),
        task(3, BY_DECEMBER, PLAN),
        task(4, BY_DECEMBER, PLAN),
        task(5, BY_JUNE, ""),
        task(6, BY_JUNE, ""),
        task(7, CONTINUOUS, PLAN),
    ]
    .concat();
    let rows = "1,Kế hoạch,1/KH,2019-07-20,,,\n3,Kế hoạch,3/KH,2019-02-01,,,\n7,Kế hoạch,7/KH,2019-02-01,,,\n";
    let story = "2019-06-01,2019-Q2,5,a,done,Xong\n2019-06-01,2019-Q2,6,a,result,Đang làm\n2019-06-01,2019-Q2,7,a,result,Đang làm\n2019-12-01,2019-Q4,7,a,result,Đang làm\n";
    let scratch =
        tasks(QUARTERLY, &plan).file("data/deliverables.csv", handed(rows)).file("data/updates.csv", told(story));
    // 3 is done early, 5 said to be; 7 waits for the closing, although its document is there.
    assert_eq!(scratch.at("2019-06-30").completion(), "2 0 5");
    assert_eq!(scratch.at("2019-07-01").completion(), "2 3 2");
    assert_eq!(scratch.at("2019-07-20").completion(), "3 2 2");
    assert_eq!(scratch.at("2020-01-04").completion(), "3 3 1");
    let closed = scratch.at("2020-01-05");
    assert_eq!(closed.completion(), "4 3 0");
    assert_eq!(closed.json["completion"]["percent"].to_string(), "57.14");
}

#[test]
fn a_dated_task_waits_for_the_reports_that_its_targets_need() {
    let plan = Simple { schedule: BY_JUNE, rows: "2019-01,a,2019-02-04,8,10", ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-07-04").completion(), "0 0 1");
    assert_eq!(scratch.at("2019-07-05").completion(), "1 0 0");
    let missed = Simple { target: "at-least = 90", ..plan };
    assert_eq!(missed.scratch().at("2019-07-05").completion(), "0 1 0");
}

#[test]
fn a_task_without_cases_is_completed_when_its_time_is_over_and_not_before() {
    let plan = Simple { schedule: BY_JUNE, rows: "2019-01,a,2019-02-04,0,0", ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-02-10").completion(), "0 0 1");
    assert_eq!(scratch.at("2019-07-05").completion(), "1 0 0");
}

#[test]
fn a_task_is_as_bad_as_its_worst_part() {
    let task = "deliverables = [{ name = \"Kế hoạch\", due = 2019-01-31 }]";
    let rows = "2019-01,a,2019-02-04,7,10";
    let both = Simple { task, rows, ..Simple::default() }.scratch();
    assert_eq!(both.at("2019-02-10").task(1, "verdict"), "missed");
    let met = Simple { task, rows: "2019-01,a,2019-02-04,8,10", ..Simple::default() }.scratch();
    assert_eq!(met.at("2019-02-10").task(1, "verdict"), "overdue");
    let late = met.file("data/deliverables.csv", handed("1,Kế hoạch,1/KH,2019-02-02,,,\n"));
    assert_eq!(late.at("2019-02-10").task(1, "verdict"), "done-late");
}
