//! A unit or a group: what it answers for, what it sent, what it owes.

use super::describe::{as_of, day_cell, fact, heading, names, period_cell, provenance, word};
use super::list::tasks;
use super::{Showing, Subject};
use crate::model::{FormId, GroupId, UnitId};
use crate::text::{self, Say, Word};
use crate::view::standing::{Standing, standing, standing_cell};
use crate::view::wording;
use crate::view::{Block, Cell, Column, Facts, Shown, Table, Tone, Value};

/// Shows a unit.
pub(super) fn unit(showing: Showing<'_>, id: UnitId) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let own = plan.unit(id);
    let mut facts = Facts::new("unit");
    fact(&mut facts, "aliases", Word::Aliases, own.aliases.join("; "), lang);
    fact(
        &mut facts,
        "parent",
        Word::ParentUnit,
        own.parent.map_or_else(String::new, |parent| plan.unit(parent).name.clone()),
        lang,
    );
    if own.from.is_some() || own.until.is_some() {
        let end = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| wording::day(day, lang));
        fact(
            &mut facts,
            "exists",
            Word::Exists,
            text::say(Say::FromUntil { from: &end(own.from), until: &end(own.until) }, lang),
            lang,
        );
    }
    let excuses = own.excuses.iter().map(|excuse| {
        let form = excuse.form.map_or_else(|| word(Word::All, lang).to_owned(), |form| plan.form(form).title.clone());
        format!("{form}, {}: {}", wording::period(excuse.period, lang), excuse.reason)
    });
    fact(&mut facts, "excused", Word::ExcusedHead, excuses.collect::<Vec<_>>().join("; "), lang);
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    let mut blocks = vec![heading(Word::Unit, &own.id, &own.name, lang), as_of(showing), Block::Facts(facts)];
    blocks.extend(provenance(showing, Subject::Unit(id)));
    let reports = reports(showing, id);
    blocks.push(Block::Para(summary(showing, id, &reports)));
    blocks.push(Block::Table(tasks(showing, &|task| role(showing, task, id))));
    blocks.push(Block::Table(reports));
    blocks
}

fn role(showing: Showing<'_>, task: usize, unit: UnitId) -> Option<Cell> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let task = &plan.tasks[task];
    if plan.leads(task, unit) {
        return Some(Cell::new(Value::Text("lead".to_owned()), word(Word::Leads, lang)));
    }
    plan.concerns(task, unit).then(|| Cell::new(Value::Text("support".to_owned()), word(Word::Supports, lang)))
}

/// Says in one line what the unit owes and how it reported.
fn summary(showing: Showing<'_>, id: UnitId, reports: &Table) -> Shown {
    let lang = showing.judged.lang;
    let of = |code: &str| {
        reports.rows.iter().filter(|row| row.iter().any(|cell| cell.value == Value::Text(code.to_owned()))).count()
    };
    let (on_time, late, missing) = (of("on-time"), of("late"), of("missing"));
    let counted = [(on_time, Word::OnTime), (late, Word::Late), (missing, Word::Missing)];
    let some = counted.into_iter().filter(|(times, _)| *times > 0);
    let mut said: Vec<String> = some
        .map(|(times, what)| {
            text::say(Say::CountOf { count: &wording::count(times, lang), what: word(what, lang) }, lang)
        })
        .collect();
    let updates = missing_updates(showing, id);
    if !updates.is_empty() {
        said.push(text::say(Say::UpdatesMissing { list: &updates.join(", ") }, lang));
    }
    if said.is_empty() {
        return Shown::toned(text::say(Say::NothingSent, lang), Tone::Quiet);
    }
    let tone = if missing > 0 || !updates.is_empty() {
        Tone::Bad
    } else if late > 0 {
        Tone::Warn
    } else {
        Tone::Plain
    };
    Shown::toned(text::say(Say::UnitSummary { list: &said.join("; ") }, lang), tone)
}

/// Names the tasks and periods for which the unit owes an update.
fn missing_updates(showing: Showing<'_>, id: UnitId) -> Vec<String> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut list = Vec::new();
    for owed in &showing.judged.judgement.owed {
        if let crate::eval::Debt::Task(task) = owed.debt
            && plan.party_units(&owed.party).contains(&id)
        {
            let no = plan.tasks[task].no;
            list.push(format!("{} {no} ({})", word(Word::Task, lang), wording::period(owed.period, lang)));
        }
    }
    list
}

/// Lists every report of a unit whose period is over.
fn reports(showing: Showing<'_>, unit: UnitId) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::hidden("form"),
        Column::new("title", word(Word::FormTitle, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::new("due", word(Word::DueHead, lang)),
        Column::new("received", word(Word::Received, lang)),
        Column::new("standing", word(Word::LateBy, lang)),
        Column::new("where", word(Word::Where, lang)),
        Column::new("note", word(Word::NoteColumn, lang)),
    ];
    let mut table = Table::new("reports", word(Word::Reports, lang), columns);
    for (at, form) in plan.forms.iter().enumerate().filter(|(_, form)| form.units.contains(&unit) && form.sent) {
        let form_id = FormId::at(at);
        for term in showing
            .judged
            .times
            .form(form_id)
            .all()
            .iter()
            .filter(|term| term.is_closed(showing.judged.judgement.as_of))
        {
            let row = showing.row(form_id, unit, term.period);
            let stands = standing(showing.judged, form_id, unit, term, row.and_then(|row| row.reported));
            if row.is_none() && stands == Standing::NotOwed {
                continue;
            }
            table.rows.push(vec![
                Cell::data(Value::Text(form.id.value.clone())),
                Cell::text(form.title.clone()),
                period_cell(term.period, lang),
                day_cell(term.due, lang),
                day_cell(row.and_then(|row| row.reported), lang),
                standing_cell(stands, lang),
                Cell::text(row.map_or_else(String::new, |row| (showing.at)(row.place))),
                Cell::text(row.and_then(|row| row.note.clone()).unwrap_or_default()),
            ]);
        }
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Shows a group: its members, and the tasks that name it.
pub(super) fn group(showing: Showing<'_>, id: GroupId) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let own = &plan.groups[id.0 as usize];
    let mut facts = Facts::new("group");
    fact(&mut facts, "aliases", Word::Aliases, own.aliases.join("; "), lang);
    fact(&mut facts, "members", Word::Members, names(showing, &own.members), lang);
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    let named = |task: usize| own.units.iter().find_map(|unit| role(showing, task, *unit));
    let mut blocks = vec![heading(Word::Group, &own.id, &own.name, lang), as_of(showing), Block::Facts(facts)];
    blocks.extend(provenance(showing, Subject::Group(id)));
    blocks.push(Block::Table(tasks(showing, &named)));
    blocks
}
