//! Deliverables, evidence and updates.

use crate::common::{CONTINUOUS, Scratch, Simple, head, unit};

/// A plan of tasks alone; three units, two of them in a group.
pub(crate) fn tasks(more: &str, tasks: &str) -> Scratch {
    let group = "[[group]]\nid = \"all-of-us\"\nname = \"Các phòng\"\nmembers = [\"a\", \"b\"]\n";
    let units: String = ["a", "b", "c"].map(|id| unit(id, "")).concat();
    Scratch::new(&format!("{}{units}{group}{tasks}", head(more)))
}

pub(crate) fn task(no: u32, schedule: &str, keys: &str) -> String {
    format!("[[task]]\nno = {no}\ntitle = \"Việc {no}\"\nlead = [\"a\"]\nschedule = {schedule}\n{keys}\n")
}

pub(crate) fn handed(rows: &str) -> String {
    format!("task,deliverable,number,issued,title,where,link\n{rows}")
}

pub(crate) fn told(rows: &str) -> String {
    format!("date,period,task,unit,kind,text\n{rows}")
}

pub(crate) const PLAN: &str = "deliverables = [\"Kế hoạch\"]";
pub(crate) const BY_JUNE: &str = "{ by = 2019-06-30 }";

fn one(schedule: &str, keys: &str, rows: &str) -> Scratch {
    tasks("", &task(1, schedule, keys)).file("data/deliverables.csv", handed(rows))
}

#[test]
fn a_document_is_done_by_its_due_day_and_done_late_after() {
    let said = "verdict handed-in number deadline";
    let in_time = one(BY_JUNE, PLAN, "1,Kế hoạch,05/KH,2019-06-30,,,\n");
    assert_eq!(in_time.at("2019-06-29").part("1.d1", said), "open - - 2019-06-30");
    assert_eq!(in_time.at("2019-06-30").part("1.d1", said), "done 2019-06-30 05/KH 2019-06-30");
    let late = one(BY_JUNE, PLAN, "1,Kế hoạch,05/KH,2019-07-01,,,\n");
    assert_eq!(late.at("2019-06-30").part("1.d1", said), "open - - 2019-06-30");
    assert_eq!(late.at("2019-07-01").part("1.d1", said), "done-late 2019-07-01 05/KH 2019-06-30");
    assert_eq!(late.at("2019-07-01").task(1, "verdict"), "done-late");
}

#[test]
fn a_document_not_there_is_open_through_its_due_day_and_overdue_after() {
    let scratch = one(BY_JUNE, PLAN, "");
    assert_eq!(scratch.at("2019-06-30").verdict("1.d1"), "open");
    assert_eq!(scratch.at("2019-07-01").verdict("1.d1"), "overdue");
    assert_eq!(scratch.at("2019-07-01").task(1, "verdict completion"), "overdue overdue");
}

#[test]
fn the_first_numbered_document_counts_whatever_the_order_of_rows() {
    let rows = "1,Kế hoạch,09/KH,2019-08-01,,,\n1,Kế hoạch,05/KH,2019-06-01,,,\n1,Kế hoạch,,2019-01-01,Dự thảo,,\n";
    assert_eq!(
        one(BY_JUNE, PLAN, rows).at("2019-09-01").part("1.d1", "verdict handed-in number"),
        "done 2019-06-01 05/KH"
    );
}

#[test]
fn a_document_may_have_a_due_day_of_its_own() {
    let keys = "deliverables = [{ name = \"Kế hoạch\", due = 2019-03-31 }, \"Báo cáo\"]";
    let status = one(BY_JUNE, keys, "").at("2019-04-01");
    assert_eq!(status.part("1.d1", "verdict deadline"), "overdue 2019-03-31");
    assert_eq!(status.part("1.d2", "verdict deadline"), "open 2019-06-30");
    assert_eq!(status.task(1, "verdict completion"), "overdue in-time");
}

#[test]
fn a_continuous_tasks_document_is_due_by_the_end_of_the_plan() {
    for schedule in [CONTINUOUS, "\"on-event\""] {
        let scratch = one(schedule, PLAN, "");
        assert_eq!(scratch.at("2019-12-31").part("1.d1", "verdict deadline"), "open 2019-12-31");
        assert_eq!(scratch.at("2020-01-01").verdict("1.d1"), "overdue");
    }
}

#[test]
fn one_document_of_several_names_is_enough() {
    let keys = "deliverables = [{ name = \"Kế hoạch hoặc báo cáo\", any-of = [\"Kế hoạch\", \"Báo cáo\"] }]";
    assert_eq!(one(BY_JUNE, keys, "1,Báo cáo,7/BC,2019-05-01,,,\n").at("2019-06-01").verdict("1.d1"), "done");
    assert_eq!(
        one(BY_JUNE, keys, "1,Kế hoạch hoặc báo cáo,7/BC,2019-05-01,,,\n").at("2019-06-01").verdict("1.d1"),
        "done"
    );
    one(BY_JUNE, keys, "1,Tờ trình,7/TTr,2019-05-01,,,\n").refused("--as-of 2019-06-01");
    one(BY_JUNE, keys, "9,Báo cáo,7/BC,2019-05-01,,,\n").refused("--as-of 2019-06-01");
}

#[test]
fn a_product_without_a_number_is_proved_by_a_row_or_by_word() {
    let keys = "deliverables = [{ name = \"Tập huấn\", numbered = false }]";
    let row = one(BY_JUNE, keys, "1,Tập huấn,,2019-06-01,,,\n");
    assert_eq!(row.at("2019-06-01").part("1.d1", "verdict handed-in"), "done 2019-06-01");
    assert_eq!(row.at("2019-06-01").parts(), "1.d1");
    let word = one(BY_JUNE, keys, "").file("data/updates.csv", told("2019-07-02,,1,a,done,Đã tập huấn\n"));
    assert_eq!(word.at("2019-07-01").verdict("1.d1"), "overdue");
    assert_eq!(word.at("2019-07-02").part("1.d1", "verdict handed-in"), "done-late 2019-07-02");
}

#[test]
fn what_is_said_to_be_done_without_its_document_is_unproven() {
    let scratch = one(BY_JUNE, PLAN, "").file("data/updates.csv", told("2019-05-02,,1,a,done,Đã xong\n"));
    assert_eq!(scratch.at("2019-05-01").parts(), "1.d1");
    let said = scratch.at("2019-05-02");
    assert_eq!(
        (said.parts().as_str(), said.verdict("1.e").as_str(), said.verdict("1.d1").as_str()),
        ("1.d1; 1.e", "unproven", "open")
    );
    assert_eq!(said.task(1, "verdict completion"), "unproven in-time");
    assert_eq!(scratch.at("2019-07-01").task(1, "verdict"), "overdue");
    let proved = scratch.file("data/deliverables.csv", handed("1,Kế hoạch,05/KH,2019-05-20,,,\n"));
    assert_eq!(proved.at("2019-05-20").task(1, "verdict completion"), "done completed");
}

#[test]
fn a_document_without_a_number_proves_nothing_where_one_is_owed() {
    let scratch = one(BY_JUNE, PLAN, "1,Kế hoạch,,2019-05-02,,,\n");
    let status = scratch.at("2019-05-02");
    assert_eq!((status.verdict("1.d1").as_str(), status.verdict("1.e").as_str()), ("open", "unproven"));
    one(BY_JUNE, PLAN, "1,Kế hoạch,05/KH,,,,\n").refused("--as-of 2019-05-02");
}

pub(crate) const QUARTERLY: &str = "updates = { every = \"quarter\", due = { days = 5 } }";

fn story(lead: &str, rows: &str) -> Scratch {
    let task = task(1, CONTINUOUS, "support = [\"c\"]").replace("lead = [\"a\"]", &format!("lead = [\"{lead}\"]"));
    tasks(QUARTERLY, &task).file("data/updates.csv", told(rows))
}

#[test]
fn an_update_is_owed_each_quarter_once_it_is_due() {
    let scratch = story("a", "2019-04-02,2019-Q1,1,a,result,Tốt\n");
    assert_eq!(scratch.at("2019-04-01").verdict("1.u"), "not-due");
    assert_eq!(scratch.at("2019-04-02").verdict("1.u"), "ongoing");
    assert_eq!(scratch.at("2019-04-05").part("1.u", "verdict period"), "ongoing 2019-Q1");
    assert_eq!(scratch.at("2019-07-04").verdict("1.u"), "ongoing");
    let july = scratch.at("2019-07-05");
    assert_eq!(july.part("1.u", "verdict period"), "no-data 2019-Q2");
    assert_eq!(july.owed("unit task form period due days-late"), "a 1 - 2019-Q2 2019-07-05 0");
}

#[test]
fn an_update_that_comes_late_is_missing_until_it_comes() {
    let scratch = story("a", "2019-04-10,2019-Q1,1,a,obstacle,Vướng\n");
    assert_eq!(scratch.at("2019-04-09").verdict("1.u"), "no-data");
    assert_eq!(scratch.at("2019-04-10").verdict("1.u"), "ongoing");
}

#[test]
fn an_update_of_another_period_does_not_stand_for_the_one_due() {
    let scratch = story("a", "2019-04-02,2019-Q2,1,a,result,Tốt\n");
    assert_eq!(scratch.at("2019-04-05").verdict("1.u"), "no-data");
}

#[test]
fn only_a_lead_answers_and_any_member_of_a_lead_group() {
    let support = story("a", "2019-04-02,2019-Q1,1,c,result,Tốt\n");
    assert_eq!(support.at("2019-04-05").verdict("1.u"), "no-data");
    let member = story("all-of-us", "2019-04-02,2019-Q1,1,b,result,Tốt\n");
    assert_eq!(member.at("2019-04-05").verdict("1.u"), "ongoing");
    let silent = story("all-of-us", "");
    assert_eq!(silent.at("2019-04-05").owed("unit name"), "all-of-us Các phòng");
    let outside = story("all-of-us", "2019-04-02,2019-Q1,1,c,result,Tốt\n");
    assert_eq!(outside.at("2019-04-05").verdict("1.u"), "no-data");
}

#[test]
fn a_task_that_is_done_owes_no_more_updates() {
    let scratch = story("a", "2019-05-10,,1,a,done,Đã xong\n");
    assert_eq!(scratch.at("2019-05-09").verdict("1.u"), "no-data");
    assert_eq!(scratch.at("2019-05-10").verdict("1.u"), "done");
    assert_eq!(scratch.at("2019-12-31").part("1.u", "verdict"), "done");
    let owed = scratch.at("2019-12-31").owed("period");
    assert!(!owed.contains("Q2") && !owed.contains("Q3"), "{owed}");
}

#[test]
fn periods_that_end_before_a_task_was_given_owe_no_update() {
    let given = |day: &str| tasks(QUARTERLY, &task(1, CONTINUOUS, &format!("assigned = {day}")));
    assert_eq!(given("2019-04-01").at("2019-04-30").verdict("1.u"), "not-due");
    assert_eq!(given("2019-03-31").at("2019-04-30").verdict("1.u"), "no-data");
}

#[test]
fn a_task_with_targets_owes_no_updates_and_a_task_of_nothing_is_open() {
    let plan = Simple { head: QUARTERLY, rows: "2019-01,a,2019-02-04,8,10", ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-06-30").parts(), "1.1");
    let bare = tasks("", &task(1, CONTINUOUS, ""));
    assert_eq!(bare.at("2018-12-31").task(1, "verdict"), "not-due");
    assert_eq!(bare.at("2019-01-01").task(1, "verdict"), "open");
}
