//! A task: its parts, the documents that prove it, its story.

use super::describe::{as_of, day_cell, fact, names, period_cell, provenance, said, unit_id, unit_name, word};
use super::indicator::verdict;
use super::{Showing, Subject};
use crate::eval::{TaskResult, Verdict};
use crate::model::{Handed, Schedule, Task, UpdateKind};
use crate::text::{self, Lang, Say, Word};
use crate::view::wording::{self, Part, day};
use crate::view::{Block, Cell, Column, Facts, Shown, Table, Tone, Value};

/// Shows a task.
pub(super) fn task(showing: Showing<'_>, at: usize) -> Vec<Block> {
    let plan = showing.judged.plan;
    let task = &plan.tasks[at];
    let mut blocks = vec![Block::Heading(format!("{}. {}", task.no, task.title)), as_of(showing)];
    let result = showing.judged.judgement.tasks.iter().find(|result| result.task == at);
    if let Some(result) = result {
        blocks.push(Block::Para(why(showing, task, result)));
    }
    blocks.push(Block::Facts(facts(showing, task, result)));
    blocks.extend(provenance(showing, Subject::Task(at)));
    if let Some(result) = result {
        for target in &result.targets {
            let name = &showing.judged.target(target).indicator().name;
            blocks.push(Block::Heading(format!("{} {name}", task.targets[target.target].id)));
            blocks.extend(verdict(showing, target));
        }
        blocks.push(Block::Table(deliverables(showing, task, result)));
    }
    blocks.push(Block::Table(story(showing, at)));
    blocks
}

/// Says which part makes the task what it is.
fn why(showing: Showing<'_>, task: &Task, result: &TaskResult) -> Shown {
    let lang = showing.judged.lang;
    let shown = wording::task_verdict(result, lang);
    if matches!(result.verdict, Verdict::Ongoing | Verdict::Done | Verdict::Met | Verdict::NoCases | Verdict::OnTrack) {
        let waits = result.targets.iter().any(|target| target.outcome.provisional.any());
        let verdict = shown.text.as_str();
        let said = if waits { Say::WhyTaskProvisional { verdict } } else { Say::WhyTaskGood { verdict } };
        return Shown::toned(text::say(said, lang), shown.tone);
    }
    let target = result.targets.iter().find(|target| target.outcome.verdict == result.verdict);
    let deliverable = result.deliverables.iter().find(|own| own.verdict == result.verdict);
    let part = match (target, deliverable) {
        (Some(target), _) => {
            let name = &showing.judged.target(target).indicator().name;
            format!("{} {} ({name})", word(Word::Target, lang), task.targets[target.target].id)
        }
        (None, Some(own)) => {
            let name = text::quoted(&task.deliverables[own.deliverable].name, lang);
            format!("{} {name}", word(Word::Deliverable, lang).to_lowercase())
        }
        (None, None) if result.verdict == Verdict::Unproven => wording::unproven(task, result, lang).join("; "),
        (None, None) if result.verdict == Verdict::NoData => {
            let missing = result.updates.iter().flat_map(|updates| &updates.missing);
            let missing: Vec<String> = missing.map(|(period, _)| wording::period(*period, lang)).collect();
            let what = text::say(Say::UpdateMissing { period: &missing.join(", ") }, lang);
            return Shown::toned(text::say(Say::WhyTaskOnly { what: &what }, lang), shown.tone);
        }
        (None, None) => {
            return Shown::toned(text::say(Say::WhyTaskOnly { what: &shown.text }, lang), shown.tone);
        }
    };
    Shown::toned(text::say(Say::WhyTask { verdict: &shown.text, part: &part }, lang), shown.tone)
}

fn facts(showing: Showing<'_>, task: &Task, result: Option<&TaskResult>) -> Facts {
    let lang = showing.judged.lang;
    let mut facts = Facts::new("task");
    fact(&mut facts, "printed", Word::AsPrinted, task.printed.clone().unwrap_or_default(), lang);
    fact(&mut facts, "lead", Word::LeadHead, names(showing, &task.lead), lang);
    fact(&mut facts, "support", Word::SupportHead, names(showing, &task.support), lang);
    said(
        &mut facts,
        "schedule",
        Word::Schedule,
        Value::Text(task.schedule.word().to_owned()),
        schedule(task, result, lang),
        lang,
    );
    if let Some(extended) = task.extension(showing.judged.judgement.as_of) {
        let words = text::say(Say::ExtendedTo { day: &day(extended.to, lang), basis: &extended.basis }, lang);
        said(&mut facts, "extended", Word::Extended, Value::Date(extended.to), words, lang);
    }
    if let Some(assigned) = task.assigned {
        let basis = task.basis.as_deref().unwrap_or("–");
        said(
            &mut facts,
            "assigned",
            Word::Assigned,
            Value::Date(assigned),
            text::say(Say::AssignedOn { day: &day(assigned, lang), basis }, lang),
            lang,
        );
    }
    fact(
        &mut facts,
        "deliverables-printed",
        Word::ResultPrinted,
        task.deliverables_printed.clone().unwrap_or_default(),
        lang,
    );
    let indexes = task.indexes.iter().map(|index| showing.judged.plan.indexes[index.0 as usize].name.clone());
    fact(&mut facts, "indexes", Word::Indexes, indexes.collect::<Vec<_>>().join("; "), lang);
    fact(&mut facts, "note", Word::Note, task.note.clone().unwrap_or_default(), lang);
    facts
}

/// Words the schedule, as printed and as understood.
fn schedule(task: &Task, result: Option<&TaskResult>, lang: Lang) -> String {
    let understood = match (task.schedule, result.and_then(|result| result.deadline)) {
        (Schedule::Every { .. }, Some(by)) => text::say(Say::YearlyBy { day: &day(by, lang) }, lang),
        (_, deadline) => wording::schedule(task, deadline, lang),
    };
    match &task.schedule_printed {
        Some(printed) if printed.to_lowercase() != understood => {
            let printed = text::quoted(printed, lang);
            format!("{printed} ({} {understood})", word(Word::DeadlineHead, lang).to_lowercase())
        }
        Some(_) | None => understood,
    }
}

fn deliverables(showing: Showing<'_>, task: &Task, result: &TaskResult) -> Table {
    let lang = showing.judged.lang;
    let columns = vec![
        Column::new("name", word(Word::Deliverable, lang)),
        Column::new("verdict", word(Word::VerdictHead, lang)),
        Column::new("due", word(Word::DeadlineHead, lang)),
        Column::new("handed-in", word(Word::Handed, lang)),
        Column::new("evidence", word(Word::Evidence, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("deliverables", word(Word::Deliverables, lang), columns);
    for own in &result.deliverables {
        let shown = wording::verdict(own.verdict, Part::Work, lang);
        let proof = own.evidence.and_then(|at| showing.judged.figures.handed.get(at));
        // What is on file but proves nothing is shown too, saying why it does not.
        let document = proof.or_else(|| on_file(showing, (result.task, own.deliverable)));
        let evidence = document.map_or_else(String::new, |document| {
            let lacks = (proof.is_none() && document.number.is_none()).then(|| word(Word::NoNumber, lang));
            let parts = [document.number.as_deref(), document.title.as_deref(), document.location.as_deref(), lacks];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        });
        table.rows.push(vec![
            Cell::text(task.deliverables[own.deliverable].name.clone()),
            Cell::toned(Value::Text(own.verdict.code().to_owned()), shown.text, shown.tone),
            day_cell(Some(own.due), lang),
            day_cell(own.handed_in, lang),
            Cell::text(evidence),
            Cell::text(document.map_or_else(String::new, |document| (showing.at)(document.place))),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Returns the first document on file for a deliverable, whether it proves anything or not.
fn on_file(showing: Showing<'_>, at: (usize, usize)) -> Option<&Handed> {
    let on_file = showing.judged.figures.handed.iter();
    on_file
        .into_iter()
        .find(|handed| (handed.task, handed.deliverable) == at && handed.issued <= showing.judged.judgement.as_of)
}

/// Words what kind of line an update is.
pub(in crate::view) fn update_kind(kind: UpdateKind, lang: Lang) -> &'static str {
    word(
        match kind {
            UpdateKind::Result => Word::Result,
            UpdateKind::Obstacle => Word::Obstacle,
            UpdateKind::Proposal => Word::Proposal,
            UpdateKind::Done => Word::SaidDone,
        },
        lang,
    )
}

fn story(showing: Showing<'_>, at: usize) -> Table {
    let lang = showing.judged.lang;
    let columns = vec![
        Column::new("date", word(Word::DateHead, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::new("text", word(Word::SaidHead, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("updates", word(Word::Story, lang), columns);
    let told = showing
        .judged
        .figures
        .updates
        .iter()
        .filter(|update| update.task == at && update.date <= showing.judged.judgement.as_of);
    for update in told {
        let tone = if update.kind == UpdateKind::Obstacle { Tone::Warn } else { Tone::Plain };
        table.rows.push(vec![
            day_cell(Some(update.date), lang),
            update.period.map_or_else(|| Cell::new(Value::Null, ""), |period| period_cell(period, lang)),
            unit_id(showing, update.unit),
            unit_name(showing, update.unit),
            Cell::toned(Value::Text(update.kind.word().to_owned()), update_kind(update.kind, lang), tone),
            Cell::text(update.text.clone()),
            Cell::text((showing.at)(update.place)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}
