//! Figures that a workbook draws: each target's value against its bound by period, and verdicts by lead.

use super::about::Report;
use super::amounts::cell;
use crate::eval::{TargetResult, Verdict};
use crate::model::{Bound, Decimal, Party};
use crate::text::{Tell, Word, tell, word};
use crate::view::target::TargetView;
use crate::view::wording::{self, count, is_rate};
use crate::view::{Block, Cell, Chart, ChartKind, Column, Holds, Series, Table, Value};

/// Makes the tables and their charts. No page shows them.
pub(super) fn charts(report: &Report<'_>) -> Vec<Block> {
    let (history, courses) = history(report);
    let (leads, stack) = leads(report);
    let mut blocks = vec![Block::Table(history)];
    blocks.extend(courses.into_iter().map(Block::Chart));
    blocks.push(Block::Table(leads));
    blocks.extend(stack.map(Block::Chart));
    blocks
}

fn history(report: &Report<'_>) -> (Table, Vec<Chart>) {
    let lang = report.lang();
    let mut targets = report.plan().tasks.iter().flat_map(|task| &task.targets);
    let has_high = targets.any(|target| matches!(target.bound, Bound::Between(..)) || !target.revised.is_empty());
    let columns = vec![
        Column::new("id", word(Word::No, lang)),
        Column::new("name", word(Word::IndicatorHead, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::right("in-period", word(Word::InPeriod, lang)).holding(Holds::Amount),
        Column::right("up-to-period", word(Word::ToDate, lang)).holding(Holds::Amount),
        Column::right("bound", word(Word::BoundHead, lang)),
        if has_high {
            Column::right("bound-high", tell(Tell::BoundHighHead, lang))
        } else {
            Column::hidden("bound-high")
        },
    ];
    let mut table = Table::new("history", word(Word::History, lang), columns);
    table.on_screen = false;
    table.sheet = tell(Tell::HistorySheet, lang);
    let mut charts = Vec::new();
    for result in report.made_from.judged.judgement.tasks.iter().flat_map(|task| &task.targets) {
        let first = table.rows.len();
        table.rows.extend(points(report, result));
        let view = report.made_from.judged.target(result);
        // Of a target over its last period only that period is held against the bound.
        let drawn = if view.target().over_period { "in-period" } else { "up-to-period" };
        if is_any(&table, drawn, first) {
            charts.push(course(view, &table, (drawn, first..table.rows.len())));
        }
    }
    (table, charts)
}

fn points(report: &Report<'_>, result: &TargetResult) -> Vec<Vec<Cell>> {
    let lang = report.lang();
    let view = report.made_from.judged.target(result);
    let target = view.target();
    let points = report.course(target.indicator).map_or(&[][..], |course| course.history.as_slice());
    let until = report.made_from.period.months().last;
    let row = |point: &crate::eval::Point| {
        let last = report.days(point.period).map_or(report.as_of(), |(_, last)| last);
        let (low, high) = ends(target.bound_on(last));
        vec![
            Cell::text(target.id.clone()),
            Cell::text(view.indicator().name.clone()),
            Cell::new(Value::Text(point.period.to_string()), wording::period(point.period, lang)),
            cell(point.within, view),
            cell(point.up_to, view),
            bound(low, view),
            bound(high, view),
        ]
    };
    points.iter().filter(|point| point.period.months().last <= until).map(row).collect()
}

/// Returns the figures of a bound: one, or the low and the high one.
fn ends(bound: Bound) -> (Option<Decimal>, Option<Decimal>) {
    match bound {
        Bound::AtLeast(value) | Bound::AtMost(value) | Bound::Equals(value) => (Some(value), None),
        Bound::Between(low, high) => (Some(low), Some(high)),
    }
}

fn bound(value: Option<Decimal>, view: TargetView<'_>) -> Cell {
    let Some(value) = value else { return Cell::new(Value::Null, "") };
    let data = if is_rate(view.indicator()) { Value::Percent(value) } else { Value::Number(value) };
    Cell::new(data, wording::with_unit(value.trimmed(), view.indicator(), view.lang))
}

/// Tells whether a column holds anything from a row on.
fn is_any(table: &Table, key: &str, first: usize) -> bool {
    let at = table.columns.iter().position(|column| column.key == key);
    at.is_some_and(|at| table.rows[first..].iter().any(|row| row[at].value != Value::Null))
}

fn course(view: TargetView<'_>, table: &Table, (drawn, rows): (&str, std::ops::Range<usize>)) -> Chart {
    let lang = view.lang;
    let series = |key: &str, name: &str, is_bound| Series { name: name.to_owned(), column: key.to_owned(), is_bound };
    let mut list = vec![
        series(drawn, word(if drawn == "in-period" { Word::InPeriod } else { Word::ToDate }, lang), false),
        series("bound", word(Word::BoundHead, lang), true),
    ];
    if is_any(table, "bound-high", rows.start) {
        list.push(series("bound-high", &tell(Tell::BoundHighHead, lang), true));
    }
    Chart {
        title: format!("{}. {}", view.target().id, view.indicator().name),
        table: "history",
        rows,
        categories: "period",
        series: list,
        kind: ChartKind::Course,
    }
}

/// Counts tasks by lead and verdict. A task with two leads counts for both.
fn leads(report: &Report<'_>) -> (Table, Option<Chart>) {
    let (plan, lang) = (report.plan(), report.lang());
    let tasks = &report.made_from.judged.judgement.tasks;
    let mut leads: Vec<Party> = Vec::new();
    for lead in tasks.iter().flat_map(|result| &plan.tasks[result.task].lead) {
        if !leads.contains(lead) {
            leads.push(*lead);
        }
    }
    let verdicts: Vec<Verdict> =
        Verdict::ALL.into_iter().filter(|own| tasks.iter().any(|result| result.verdict == *own)).collect();
    // The same verdict has other words where figures are missing than where updates are.
    let name = |own: Verdict| {
        let mut words: Vec<String> = Vec::new();
        for result in tasks.iter().filter(|result| result.verdict == own) {
            let said = wording::task_verdict(result, lang).text;
            if !words.contains(&said) {
                words.push(said);
            }
        }
        words.join("; ")
    };
    let mut columns = vec![Column::hidden("lead"), Column::new("name", word(Word::LeadHead, lang))];
    columns.extend(verdicts.iter().map(|own| Column::right(own.code(), name(*own))));
    let mut table = Table::new("leads", tell(Tell::LeadsTitle, lang), columns);
    table.on_screen = false;
    table.sheet = tell(Tell::LeadsSheet, lang);
    for lead in &leads {
        let own = |verdict: Verdict| {
            let led = tasks.iter().filter(|result| plan.tasks[result.task].lead.contains(lead));
            led.filter(|result| result.verdict == verdict).count()
        };
        let mut row =
            vec![Cell::data(Value::Text(plan.party_id(*lead).to_owned())), Cell::text(plan.party_name(*lead))];
        row.extend(verdicts.iter().map(|verdict| Cell::new(Value::count(own(*verdict)), count(own(*verdict), lang))));
        table.rows.push(row);
    }
    let series = |own: &Verdict| Series { name: name(*own), column: own.code().to_owned(), is_bound: false };
    let chart = (!table.rows.is_empty()).then(|| Chart {
        title: tell(Tell::LeadsTitle, lang),
        table: "leads",
        rows: 0..table.rows.len(),
        categories: "name",
        series: verdicts.iter().map(series).collect(),
        kind: ChartKind::Stack,
    });
    (table, chart)
}
