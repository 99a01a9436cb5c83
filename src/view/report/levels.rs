//! Appendix IV: published levels of indexes over the years.

use std::collections::BTreeSet;

use super::about::Report;
use super::appendix::{begin, numbered};
use crate::model::{Decimal, Form, FormId, Period, Provenance, Row, UnitId};
use crate::text::{Tell, Word, tell, word};
use crate::view::wording::{self, number};
use crate::view::{Block, Cell, Column, Paper, Shown, Table, Tone, Value};

/// Writes the appendix: a table for each form that keeps its history.
pub(super) fn levels(report: &Report<'_>) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let mut blocks = vec![begin(report, "IV", tell(Tell::AppendixLevels, lang), Paper::Landscape)];
    let kept = (0..plan.forms.len()).map(FormId::at).filter(|id| plan.form(*id).history);
    let tables: Vec<(&Form, Table)> = kept.map(|id| (plan.form(id), table(report, id))).collect();
    if tables.iter().all(|(_, table)| table.rows.is_empty()) {
        let day = wording::day(report.as_of(), lang);
        blocks.push(Block::Para(Shown::plain(tell(Tell::NoLevels { day: &day }, lang))));
    }
    for (form, table) in tables {
        let is_empty = table.rows.is_empty();
        blocks.push(Block::Table(Table { on_screen: !is_empty, ..table }));
        if let (Provenance::Published(source), false) = (&form.provenance, is_empty) {
            blocks.push(Block::Para(Shown::toned(
                tell(Tell::SourceOf { source: wording::bare(source) }, lang),
                Tone::Quiet,
            )));
        }
    }
    blocks
}

/// Makes a row for each unit and measure that has a level, a column for each period.
fn table(report: &Report<'_>, id: FormId) -> Table {
    let (plan, lang) = (report.plan(), report.lang());
    let form = plan.form(id);
    let rows = report.rows(id);
    let periods: BTreeSet<Period> =
        rows.iter().filter(|row| row.cells.iter().any(Option::is_some)).map(|row| row.period).collect();
    let mut columns = vec![
        Column::hidden("form"),
        Column::hidden("unit"),
        Column::hidden("measure"),
        Column::new("name", tell(Tell::LevelHead, lang)),
        Column::new("counts", word(Word::Counts, lang)),
    ];
    columns.extend(
        periods
            .iter()
            .map(|period| Column::right(period.to_string(), wording::capital(&wording::period(*period, lang)))),
    );
    numbered(&mut columns);
    let mut table = Table::new("levels", form.title.clone(), columns);
    table.sheet = tell(Tell::LevelsSheet, lang);
    let units: BTreeSet<UnitId> = rows.iter().map(|row| row.unit).collect();
    for unit in &units {
        let own: Vec<&Row> = rows.iter().filter(|row| row.unit == *unit).collect();
        for at in 0..form.measures.len() {
            table.rows.extend(level(report, (form, at), (*unit, units.len() > 1), &own, &periods));
        }
    }
    table
}

fn level(
    report: &Report<'_>,
    (form, at): (&Form, usize),
    (unit, is_one_of_many): (UnitId, bool),
    rows: &[&Row],
    periods: &BTreeSet<Period>,
) -> Option<Vec<Cell>> {
    let (measure, unit) = (&form.measures[at], report.plan().unit(unit));
    let of = |period: &Period| {
        let row = rows.iter().find(|row| row.period == *period)?;
        Decimal::new(i128::from(row.cells.get(at).copied().flatten()?), measure.decimals)
    };
    let levels: Vec<Option<Decimal>> = periods.iter().map(of).collect();
    if levels.iter().all(Option::is_none) {
        return None;
    }
    let name = if is_one_of_many { format!("{}: {}", unit.name, measure.name) } else { measure.name.clone() };
    let mut cells = vec![
        Cell::data(Value::Text(form.id.value.clone())),
        Cell::data(Value::Text(unit.id.clone())),
        Cell::data(Value::Text(measure.id.value.clone())),
        Cell::text(name),
        Cell::text(measure.unit.clone().unwrap_or_default()),
    ];
    cells.extend(levels.into_iter().map(|level| match level {
        Some(level) => Cell::new(Value::Number(level), number(level.trimmed(), report.lang())),
        None => Cell::new(Value::Null, "–"),
    }));
    Some(cells)
}
