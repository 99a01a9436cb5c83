//! What the sections tell in sentences, as lists for workbooks and programs: the story of the period, documents, remarks.

use super::about::Report;
use super::ahead;
use super::results::story;
use crate::model::{Handed, Update};
use crate::text::{Tell, Word, tell, word};
use crate::view::show::update_kind;
use crate::view::wording::{self, day};
use crate::view::{Block, Cell, Column, Table, Value};

/// Makes the lists. No page shows them.
pub(super) fn lists(report: &Report<'_>) -> Vec<Block> {
    let told = [updates(report), documents(report), notes(report)];
    std::iter::once(ahead::list(report)).chain(told.into_iter().map(Block::Table)).collect()
}

fn list(key: &'static str, title: String, sheet: Tell<'_>, columns: Vec<Column>, report: &Report<'_>) -> Table {
    let mut table = Table::new(key, title, columns);
    table.on_screen = false;
    table.sheet = tell(sheet, report.lang());
    table
}

/// Lists what was told of each task for the period.
fn updates(report: &Report<'_>) -> Table {
    let (plan, lang) = (report.plan(), report.lang());
    let columns = vec![
        Column::right("task", word(Word::TaskHead, lang)),
        Column::new("date", word(Word::DateHead, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::new("text", word(Word::SaidHead, lang)),
    ];
    let title = format!("{}, {}", word(Word::Story, lang), report.period_name());
    let mut table = list("updates", title, Tell::UpdatesSheet, columns, report);
    for result in &report.made_from.judged.judgement.tasks {
        let no = plan.tasks[result.task].no;
        let row = |update: &Update| {
            let unit = plan.unit(update.unit);
            let period = update.period;
            vec![
                Cell::new(Value::Int(i128::from(no)), no.to_string()),
                Cell::new(Value::Date(update.date), day(update.date, lang)),
                Cell::new(
                    Value::text(period.map(|own| own.to_string())),
                    period.map_or_else(String::new, |own| wording::period(own, lang)),
                ),
                Cell::data(Value::Text(unit.id.clone())),
                Cell::text(unit.name.clone()),
                Cell::new(Value::Text(update.kind.word().to_owned()), update_kind(update.kind, lang)),
                Cell::text(update.text.clone()),
            ]
        };
        table.rows.extend(story(report, result.task).map(row));
    }
    table
}

/// Lists every document that was there on the day judged.
fn documents(report: &Report<'_>) -> Table {
    let (plan, lang) = (report.plan(), report.lang());
    let columns = vec![
        Column::right("task", word(Word::TaskHead, lang)),
        Column::new("deliverable", word(Word::Deliverable, lang)),
        Column::new("number", word(Word::NumberHead, lang)),
        Column::new("issued", word(Word::Handed, lang)),
        Column::new("title", word(Word::Title, lang)),
        Column::new("where", tell(Tell::PlaceHead, lang)),
    ];
    let mut table = list("documents", tell(Tell::DocumentsSheet, lang), Tell::DocumentsSheet, columns, report);
    let there = |own: &&Handed| own.issued <= report.as_of();
    for own in report.made_from.judged.figures.handed.iter().filter(there) {
        let no = plan.tasks[own.task].no;
        table.rows.push(vec![
            Cell::new(Value::Int(i128::from(no)), no.to_string()),
            Cell::text(plan.tasks[own.task].deliverables[own.deliverable].name.clone()),
            Cell::text(own.number.clone().unwrap_or_default()),
            Cell::new(Value::Date(own.issued), day(own.issued, lang)),
            Cell::text(own.title.clone().unwrap_or_default()),
            Cell::text(own.location.clone().unwrap_or_default()),
        ]);
    }
    table
}

/// Lists what units remarked on their figures of the period.
fn notes(report: &Report<'_>) -> Table {
    let (plan, lang) = (report.plan(), report.lang());
    let columns = vec![
        Column::hidden("form"),
        Column::new("title", word(Word::FormTitle, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("note", word(Word::Note, lang)),
    ];
    let title = format!("{}, {}", word(Word::NoteColumn, lang), report.period_name());
    let mut table = list("notes", title, Tell::NotesSheet, columns, report);
    for (id, rows) in report.made_from.rows.iter().filter(|(id, _)| !plan.form(*id).history) {
        let form = plan.form(*id);
        for row in rows {
            let Some(note) = &row.note else { continue };
            let unit = plan.unit(row.unit);
            table.rows.push(vec![
                Cell::data(Value::Text(form.id.value.clone())),
                Cell::text(form.title.clone()),
                Cell::new(Value::Text(row.period.to_string()), wording::period(row.period, lang)),
                Cell::data(Value::Text(unit.id.clone())),
                Cell::text(unit.name.clone()),
                Cell::text(note.clone()),
            ]);
        }
    }
    table
}
