//! The tables of data behind `plan status`: flat, with keys that never change with the language.

use chrono::NaiveDate;

use super::filter::Shows;
use super::status::{Judged, percent};
use super::target::TargetView;
use super::{Cell, Holds, Table, Value};
use crate::eval::{
    Amount, Compared, Completion, DeliverableResult, Needed, Outcome, Provisional, Reason, TargetResult, TaskResult,
    Verdict,
};
use crate::model::{Decimal, Party, Plan, Ratio};

/// Counts verdicts of tasks and targets.
pub(super) fn totals(tasks: &[Verdict], targets: &[Verdict]) -> Table {
    let mut table = Table::data("totals", &["verdict", "tasks", "targets"]);
    let times = |list: &[Verdict], verdict: Verdict| list.iter().filter(|own| **own == verdict).count();
    for verdict in Verdict::ALL {
        let (of_tasks, of_targets) = (times(tasks, verdict), times(targets, verdict));
        if of_tasks + of_targets > 0 {
            let values = [Value::Text(verdict.code().to_owned()), Value::count(of_tasks), Value::count(of_targets)];
            table.rows.push(values.into_iter().map(Cell::data).collect());
        }
    }
    table
}

/// Counts completed and overdue tasks.
pub(super) fn completion(shows: &Shows<'_>) -> Table {
    let of = |completion: Completion| shows.tasks.iter().filter(|task| task.completion == completion).count();
    let (completed, overdue) = (of(Completion::Completed), of(Completion::Overdue));
    let mut table = Table::data("completion", &["completed", "overdue", "in-time", "percent"]);
    let values = [
        Value::count(completed),
        Value::count(overdue),
        Value::count(of(Completion::InTime)),
        Value::number(percent(completed, completed + overdue)),
    ];
    table.rows.push(values.into_iter().map(Cell::data).collect());
    table
}

fn ids(plan: &Plan, parties: &[Party]) -> Value {
    Value::List(parties.iter().map(|party| Value::Text(plan.party_id(*party).to_owned())).collect())
}

/// A row a task.
pub(super) fn tasks(judged: Judged<'_>, shows: &Shows<'_>) -> Table {
    let mut table =
        Table::data("tasks", &["task", "title", "lead", "support", "schedule", "deadline", "verdict", "completion"]);
    for result in &shows.tasks {
        let task = &judged.plan.tasks[result.task];
        let values = [
            Value::Int(i128::from(task.no)),
            Value::Text(task.title.clone()),
            ids(judged.plan, &task.lead),
            ids(judged.plan, &task.support),
            Value::Text(task.schedule.word().to_owned()),
            Value::date(result.deadline),
            Value::Text(result.verdict.code().to_owned()),
            Value::Text(result.completion.code().to_owned()),
        ];
        table.rows.push(values.into_iter().map(Cell::data).collect());
    }
    table
}

const PARTS: [&str; 32] = [
    "task",
    "part",
    "id",
    "name",
    "indicator",
    "bound",
    "verdict",
    "out-of-reach",
    "final",
    "secure",
    "provisional",
    "numerator",
    "denominator",
    "value",
    "percent",
    "reports-in",
    "reports-owed",
    "reports-due",
    "needed-rate",
    "needed-count",
    "needed-reports",
    "needed-mean",
    "lost",
    "compared-with",
    "deadline",
    "worst-unit",
    "handed-in",
    "days-late",
    "number",
    "period",
    "from",
    "to",
];

/// A row for each target, deliverable, run of updates and missing proof.
pub(super) fn parts<'a>(judged: Judged<'_>, results: impl Iterator<Item = &'a TaskResult>) -> Table {
    let mut table = Table::data("parts", &PARTS);
    table.columns.iter_mut().filter(|column| column.key == "needed-rate").for_each(|column| column.holds = Holds::Rate);
    for result in results {
        for target in &result.targets {
            table.rows.push(row(target_values(judged.target(target))));
        }
        table.rows.extend(work_values(judged, result).into_iter().map(row));
    }
    table
}

/// Makes a row of named values; a column that is not named is null.
fn row(values: Vec<(&'static str, Value)>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = PARTS.iter().map(|_| Cell::data(Value::Null)).collect();
    for (key, value) in values {
        if let Some(at) = PARTS.iter().position(|own| *own == key) {
            cells[at] = Cell::data(value);
        }
    }
    cells
}

fn flags(provisional: Provisional) -> Value {
    let flags = [
        (provisional.missing, "missing"),
        (provisional.awaiting, "awaiting"),
        (provisional.older.is_some(), "older-stock"),
    ];
    Value::List(flags.into_iter().filter(|(set, _)| *set).map(|(_, name)| Value::Text(name.to_owned())).collect())
}

fn amounts(outcome: &Outcome) -> (Option<Decimal>, Option<Decimal>, Option<Decimal>) {
    match outcome.amount {
        Some(Amount::Rate { numerator, denominator }) => (Some(numerator), Some(denominator), None),
        Some(Amount::Level(value) | Amount::Assumed(value)) => (None, None, Some(value)),
        None => (None, None, None),
    }
}

fn target_values(view: TargetView<'_>) -> Vec<(&'static str, Value)> {
    let result: &TargetResult = view.result;
    let outcome = &result.outcome;
    let (numerator, denominator, value) = amounts(outcome);
    let (rate, count, reports, mean) = match outcome.needed {
        Some(Needed::Rate { rate, reports, mean }) => {
            let fraction = rate.checked_div(Ratio::whole(100));
            let rate = fraction.map_or(Value::Null, |fraction| Value::rate(fraction, view.needed_percent(rate)));
            (rate, Value::Null, Value::count(reports), Value::number(mean.rounded(1).map(Decimal::trimmed)))
        }
        Some(Needed::Count(more)) => (Value::Null, Value::Int(more), Value::Null, Value::Null),
        None => (Value::Null, Value::Null, Value::Null, Value::Null),
    };
    let lost = match outcome.reason {
        Reason::OutOfReach(lost) => Value::number(lost),
        _ => Value::Null,
    };
    let compared = outcome.reason.compared().map(|compared| match compared {
        Compared::Milestone(_) => "milestone",
        Compared::Baseline(..) => "baseline",
        Compared::Bound => "bound",
    });
    vec![
        ("task", Value::Int(i128::from(view.plan.tasks[result.task].no))),
        ("part", Value::Text("target".to_owned())),
        ("id", Value::Text(view.target().id.clone())),
        ("name", Value::Text(view.indicator().name.clone())),
        ("indicator", Value::Text(view.indicator().id.value.clone())),
        ("bound", Value::Text(result.bound.to_string())),
        ("verdict", Value::Text(outcome.verdict.code().to_owned())),
        ("out-of-reach", Value::Bool(outcome.is_out_of_reach())),
        ("final", Value::Bool(outcome.reason == Reason::Final)),
        ("secure", Value::Bool(outcome.reason == Reason::Secure)),
        ("provisional", flags(outcome.provisional)),
        ("numerator", Value::number(numerator)),
        ("denominator", Value::number(denominator)),
        ("value", Value::number(value)),
        ("percent", Value::number(view.percent(outcome))),
        ("reports-in", Value::count(outcome.reports.received)),
        ("reports-owed", Value::count(outcome.reports.owed)),
        ("reports-due", Value::count(outcome.reports.due)),
        ("needed-rate", rate),
        ("needed-count", count),
        ("needed-reports", reports),
        ("needed-mean", mean),
        ("lost", lost),
        ("compared-with", Value::text(compared)),
        ("deadline", Value::date(result.deadline)),
        ("worst-unit", Value::text(result.worst.map(|unit| view.plan.unit(unit).id.clone()))),
        ("from", Value::Text(result.span.first.to_string())),
        ("to", Value::Text(result.span.last.to_string())),
    ]
}

/// Returns the days by which a deliverable is overdue, or was late; nothing for one in time.
fn days_late(own: &DeliverableResult, as_of: NaiveDate) -> Value {
    match own.verdict {
        Verdict::Overdue => Value::Int(i128::from((as_of - own.due).num_days())),
        Verdict::DoneLate => own.handed_in.map_or(Value::Null, |on| Value::Int(i128::from((on - own.due).num_days()))),
        _ => Value::Null,
    }
}

fn work_values(judged: Judged<'_>, result: &TaskResult) -> Vec<Vec<(&'static str, Value)>> {
    let task = &judged.plan.tasks[result.task];
    let no = || ("task", Value::Int(i128::from(task.no)));
    let mut rows = Vec::new();
    for own in &result.deliverables {
        let document = own.evidence.and_then(|at| judged.figures.handed.get(at));
        rows.push(vec![
            no(),
            ("part", Value::Text("deliverable".to_owned())),
            ("id", Value::Text(format!("{}.d{}", task.no, own.deliverable + 1))),
            ("name", Value::Text(task.deliverables[own.deliverable].name.clone())),
            ("verdict", Value::Text(own.verdict.code().to_owned())),
            ("deadline", Value::Date(own.due)),
            ("handed-in", Value::date(own.handed_in)),
            ("days-late", days_late(own, judged.judgement.as_of)),
            ("number", Value::text(document.and_then(|document| document.number.clone()))),
        ]);
    }
    if let Some(updates) = &result.updates {
        rows.push(vec![
            no(),
            ("part", Value::Text("updates".to_owned())),
            ("id", Value::Text(format!("{}.u", task.no))),
            ("verdict", Value::Text(updates.verdict.code().to_owned())),
            ("period", Value::text(updates.period.map(|period| period.to_string()))),
        ]);
    }
    if !result.unproven.is_empty() {
        rows.push(vec![
            no(),
            ("part", Value::Text("unproven".to_owned())),
            ("id", Value::Text(format!("{}.e", task.no))),
            ("verdict", Value::Text(Verdict::Unproven.code().to_owned())),
        ]);
    }
    rows
}

/// A row for each unit of each target that judges units by themselves.
pub(super) fn units(judged: Judged<'_>, shows: &Shows<'_>) -> Table {
    let keys = [
        "id",
        "unit",
        "verdict",
        "out-of-reach",
        "numerator",
        "denominator",
        "value",
        "percent",
        "reports-in",
        "reports-owed",
        "reports-due",
        "provisional",
    ];
    let mut table = Table::data("units", &keys);
    for target in shows.tasks.iter().flat_map(|task| &task.targets) {
        let view = judged.target(target);
        for unit in &target.units {
            let outcome = &unit.outcome;
            let (numerator, denominator, value) = amounts(outcome);
            let values = [
                Value::Text(view.target().id.clone()),
                Value::Text(judged.plan.unit(unit.unit).id.clone()),
                Value::Text(outcome.verdict.code().to_owned()),
                Value::Bool(outcome.is_out_of_reach()),
                Value::number(numerator),
                Value::number(denominator),
                Value::number(value),
                Value::number(view.percent(outcome)),
                Value::count(outcome.reports.received),
                Value::count(outcome.reports.owed),
                Value::count(outcome.reports.due),
                flags(outcome.provisional),
            ];
            table.rows.push(values.into_iter().map(Cell::data).collect());
        }
    }
    table
}
