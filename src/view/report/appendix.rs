//! Appendix I: every task and target with its figures and verdict.

use super::about::{Report, previous};
use super::amounts::{Amounts, cell, change_short};
use super::letter::reference;
use super::results::evidence;
use crate::eval::{TargetResult, TaskResult};
use crate::text::{Tell, Word, tell, word};
use crate::view::wording::{self, bound_short, day, is_rate};
use crate::view::{Appendix, Block, Cell, Column, Holds, Paper, PaperHead, Shown, Table, Tone, Value, status};

/// Writes the appendix.
pub(super) fn appendix(report: &Report<'_>) -> Vec<Block> {
    let head = begin(report, "I", tell(Tell::AppendixResults, report.lang()), Paper::Landscape);
    let mut blocks = vec![head, Block::Table(table(report))];
    let is_compared = |own: &TargetResult| Amounts::new(report, own).before.is_some();
    if report.made_from.judged.judgement.tasks.iter().flat_map(|task| &task.targets).any(is_compared) {
        let said = Tell::BeforeUpdated { day: &day(report.as_of(), report.lang()) };
        blocks.push(Block::Para(Shown::toned(tell(said, report.lang()), Tone::Quiet)));
    }
    blocks
}

/// Begins an appendix.
pub(super) fn begin(report: &Report<'_>, number: &str, title: String, paper: Paper) -> Block {
    Block::Appendix(Appendix {
        label: tell(Tell::AppendixLabel { number }, report.lang()),
        title,
        reference: reference(report),
        paper,
    })
}

/// Numbers the columns that are shown: (1), (2), (3).
pub(super) fn numbered(columns: &mut [Column]) {
    for (at, column) in columns.iter_mut().filter(|column| column.is_shown()).enumerate() {
        let number = format!("({})", at + 1);
        let head =
            column.paper.take().unwrap_or_else(|| PaperHead { title: column.title.clone(), ..PaperHead::default() });
        column.paper = Some(PaperHead { number, ..head });
    }
}

fn table(report: &Report<'_>) -> Table {
    let lang = report.lang();
    let word = |own: Word| word(own, lang);
    let mut columns = vec![
        Column::hidden("task"),
        Column::new("id", word(Word::No)),
        Column::new("title", tell(Tell::TitleHead, lang)),
        Column::new("lead", word(Word::LeadHead)),
        Column::new("deadline", word(Word::DeadlineHead)),
        Column::new("bound", word(Word::BoundHead)),
        Column::right("in-period", word(Word::InPeriod)).holding(Holds::Amount),
        Column::hidden("in-previous").holding(Holds::Amount),
        Column::hidden("up-to-period").holding(Holds::Amount),
        Column::right("change", change_head(report)),
        Column::right("judged", tell(Tell::JudgedHead, lang)).holding(Holds::Amount),
        Column::new("verdict", word(Word::VerdictHead)),
        Column::new("evidence", word(Word::Evidence)),
        Column::new("remarks", word(Word::Note)),
    ];
    numbered(&mut columns);
    let mut table = Table::new("results", "", columns);
    table.sheet = tell(Tell::ResultsSheet, lang);
    for result in &report.made_from.judged.judgement.tasks {
        table.rows.push(task(report, result));
        table.rows.extend(result.targets.iter().map(|target| self::target(report, result, target)));
    }
    table
}

/// Heads the column of changes by the period that figures are held against, and by what changes are counted in.
fn change_head(report: &Report<'_>) -> String {
    let (plan, lang) = (report.plan(), report.lang());
    let head = match previous(plan, report.made_from.period) {
        Some(before) => tell(Tell::ChangeHead { period: &wording::period(before, lang) }, lang),
        None => tell(Tell::ChangeHeadNone, lang),
    };
    if is_in_points(report) { tell(Tell::InPoints { head: &head }, lang) } else { head }
}

/// Tells whether every change is one of percentage points, so that the head can say so for all.
fn is_in_points(report: &Report<'_>) -> bool {
    let plan = report.plan();
    plan.tasks.iter().flat_map(|task| &task.targets).all(|target| is_rate(plan.indicator(target.indicator)))
}

fn task(report: &Report<'_>, result: &TaskResult) -> Vec<Cell> {
    let (plan, lang) = (report.plan(), report.lang());
    let own = &plan.tasks[result.task];
    let verdict = wording::task_verdict(result, lang);
    let none = || Cell::new(Value::Null, "");
    vec![
        Cell::data(Value::Int(i128::from(own.no))),
        Cell::toned(Value::Text(own.no.to_string()), own.no.to_string(), Tone::Strong),
        Cell::toned(Value::Text(own.title.clone()), own.title.clone(), Tone::Strong),
        Cell::text(wording::parties(plan, &own.lead)),
        Cell::new(Value::date(result.deadline), wording::schedule(own, result.deadline, lang)),
        none(),
        none(),
        none(),
        none(),
        none(),
        none(),
        Cell::toned(Value::Text(result.verdict.code().to_owned()), verdict.text, Tone::Strong),
        Cell::text(documents(report, result)),
        Cell::text(status::work_remarks(report.made_from.judged, own, result)),
    ]
}

/// Names the documents that prove what a task has yielded.
fn documents(report: &Report<'_>, result: &TaskResult) -> String {
    let handed = &report.made_from.judged.figures.handed;
    let documents = result.deliverables.iter().filter_map(|own| own.evidence).filter_map(|at| handed.get(at));
    documents.map(|document| evidence(report, document)).collect::<Vec<_>>().join("; ")
}

fn target(report: &Report<'_>, task: &TaskResult, result: &TargetResult) -> Vec<Cell> {
    let lang = report.lang();
    let view = report.made_from.judged.target(result);
    let amounts = Amounts::new(report, result);
    let change = amounts.change(view);
    let change_cell = change.map_or_else(
        || Cell::new(Value::Null, "–"),
        |own| Cell::new(Value::Number(own), change_short(own, view.indicator(), is_in_points(report), report)),
    );
    let verdict = wording::outcome_verdict(&result.outcome, lang);
    let own = result.deadline.filter(|by| Some(*by) != task.deadline);
    vec![
        Cell::data(Value::Int(i128::from(view.plan.tasks[result.task].no))),
        Cell::text(view.target().id.clone()),
        Cell::text(view.indicator().name.clone()),
        Cell::text(""),
        Cell::new(Value::date(result.deadline), own.map_or_else(String::new, |by| day(by, lang))),
        Cell::new(Value::Text(result.bound.to_string()), bound_short(result.bound, view.indicator(), lang)),
        cell(amounts.within, view),
        Cell { shown: Shown::default(), ..cell(amounts.before, view) },
        Cell { shown: Shown::default(), ..cell(amounts.up_to, view) },
        change_cell,
        cell(result.outcome.amount, view),
        Cell::toned(Value::Text(result.outcome.verdict.code().to_owned()), verdict.text, verdict.tone),
        Cell::text(""),
        Cell::text(view.remarks()),
    ]
}
