//! A form: what it asks, who sent it and when. A measure: its figures with their lines.

use super::counted::counted;
use super::describe::{
    as_of, due, fact, figure_cell, heading, kind, period_cell, provenance, said, unit_id, unit_name, word,
};
use super::history::{inputs, key_of, remarks};
use super::{Showing, Subject};
use crate::model::{Counted, Due, Form, FormId, MeasureId, Provenance, UnitId};
use crate::text::{self, Say, Track, Word};
use crate::view::wording::{self, day};
use crate::view::{Block, Cell, Column, Facts, Holds, Table, Tone, Value};

/// Shows a form.
pub(super) fn form(showing: Showing<'_>, id: FormId) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let own = plan.form(id);
    let mut blocks = vec![heading(Word::Form, &own.id.value, &own.title, lang), as_of(showing)];
    blocks.extend(provenance(showing, Subject::Form(id)));
    blocks.push(Block::Facts(facts(showing, own)));
    blocks.push(Block::Table(measures(showing, own)));
    if own.sent {
        blocks.push(Block::Table(periods(showing, id)));
    }
    blocks.extend(counted(showing, id).map(Block::Table));
    if own.history {
        blocks.push(Block::Table(published(showing, id, own)));
    }
    blocks
}

fn facts(showing: Showing<'_>, own: &Form) -> Facts {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut facts = Facts::new("form");
    said(
        &mut facts,
        "every",
        Word::Every,
        Value::Text(own.every.word().to_owned()),
        wording::every(own.every, lang),
        lang,
    );
    let due_said = match own.due {
        Some(_) if !own.sent => text::track(Track::NotSent, lang),
        Some(own) => due(own, lang),
        None => String::new(),
    };
    said(&mut facts, "due", Word::DueHead, due_value(own.due.filter(|_| own.sent)), due_said, lang);
    if own.from_register.is_some() {
        let from = Value::Text("dossiers".to_owned());
        said(&mut facts, "from", Word::Counting, from, text::track(Track::CountedFrom, lang), lang);
    }
    let most = 12;
    let mut units: Vec<&str> = own.units.iter().take(most).map(|unit| plan.unit(*unit).name.as_str()).collect();
    let rest = own.units.len().saturating_sub(most);
    let more = format!("… (+{})", wording::count(rest, lang));
    if rest > 0 {
        units.push(&more);
    }
    fact(&mut facts, "units", Word::UnitsOfForm, units.join("; "), lang);
    if let Provenance::Published(_) | Provenance::Reported = own.provenance {
        said(
            &mut facts,
            "provenance",
            Word::Provenance,
            Value::Text(own.provenance.word().to_owned()),
            wording::provenance(own, lang).text,
            lang,
        );
    }
    let name = |column: u16| own.measures[usize::from(column)].name.as_str();
    let identities = own.identities.iter().map(|identity| {
        let parts: Vec<&str> = identity.parts.iter().map(|part| name(*part)).collect();
        format!("{} = {}", name(identity.total), parts.join(" + "))
    });
    fact(&mut facts, "identities", Word::Identities, identities.collect::<Vec<_>>().join("; "), lang);
    if let Some(carries) = &own.carries {
        let said = text::say(Say::OpensWith { opening: name(carries.opening), closing: name(carries.closing) }, lang);
        fact(&mut facts, "carries", Word::Carries, said, lang);
    }
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    facts
}

fn due_value(due: Option<Due>) -> Value {
    match due {
        Some(Due::WorkingDays(days)) => Value::Text(format!("working-days {days}")),
        Some(Due::Days(days)) => Value::Text(format!("days {days}")),
        None => Value::Null,
    }
}

fn measures(showing: Showing<'_>, own: &Form) -> Table {
    let lang = showing.judged.lang;
    let columns = vec![
        Column::new("measure", word(Word::IdHead, lang)),
        Column::new("name", word(Word::MeasureHead, lang)),
        Column::new("kind", word(Word::Kept, lang)),
        Column::new("unit", word(Word::Counts, lang)),
        Column::new("count", word(Word::Counting, lang)),
    ];
    let mut table = Table::new("measures", word(Word::Measures, lang), columns);
    for measure in &own.measures {
        table.rows.push(vec![
            Cell::toned(Value::Text(measure.id.value.clone()), measure.id.value.clone(), Tone::Quiet),
            Cell::text(measure.name.clone()),
            Cell::new(Value::Text(measure.kind.word().to_owned()), kind(measure.kind, measure.fixed, lang)),
            Cell::text(measure.unit.clone().unwrap_or_default()),
            measure
                .counted
                .as_ref()
                .map_or_else(|| Cell::new(Value::Null, ""), |counted| Cell::text(counting(counted))),
        ]);
    }
    table
}

/// Says what a measure counts in the words of plan.toml.
fn counting(counted: &Counted) -> String {
    let mut said = vec![counted.count.word().to_owned()];
    said.extend(counted.channel.map(|channel| format!("channel = {}", channel.word())));
    said.extend(counted.level_at_least.map(|level| format!("level ≥ {level}")));
    said.extend((!counted.procedures.is_empty()).then(|| counted.procedures.join(", ")));
    said.join("; ")
}

/// Lists the closed periods: how many reports were due and in, who is late, who is missing.
fn periods(showing: Showing<'_>, id: FormId) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::new("due", word(Word::DueHead, lang)),
        Column::right("owed", word(Word::OwedHead, lang)),
        Column::right("in", word(Word::ReceivedCount, lang)),
        Column::new("late", word(Word::LateCount, lang)),
        Column::new("missing", word(Word::MissingCount, lang)),
    ];
    let mut table = Table::new("periods", word(Word::HowReported, lang), columns);
    let Some(tally) = showing.judged.figures.forms.iter().find(|tally| tally.form() == id) else { return table };
    let form = plan.form(id);
    for (at, term) in showing
        .judged
        .times
        .form(id)
        .all()
        .iter()
        .enumerate()
        .filter(|(_, term)| term.is_closed(showing.judged.judgement.as_of))
    {
        let received = (0..form.units.len()).filter(|slot| tally.is_owed(*slot, at) && tally.is_in(*slot, at)).count();
        let missing: Vec<UnitId> = (0..form.units.len())
            .filter(|slot| tally.is_owed(*slot, at) && !tally.is_in(*slot, at))
            .map(|slot| form.units[slot])
            .collect();
        let late = tally.late().iter().filter(|late| usize::from(late.period) == at);
        let late_ids =
            late.clone().map(|late| Value::Text(plan.unit(form.units[late.slot as usize]).id.clone())).collect();
        let late: Vec<String> = late
            .map(|late| {
                format!(
                    "{} ({})",
                    plan.unit(form.units[late.slot as usize]).name,
                    wording::days(i64::from(late.days), lang)
                )
            })
            .collect();
        let names = |list: Vec<String>| {
            if list.len() > 8 { format!("{}… (+{})", list[..8].join("; "), list.len() - 8) } else { list.join("; ") }
        };
        let tone = if term.is_due(showing.judged.judgement.as_of) { Tone::Bad } else { Tone::Quiet };
        table.rows.push(vec![
            period_cell(term.period, lang),
            Cell::new(Value::date(term.due), term.due.map_or_else(String::new, |due| day(due, lang))),
            Cell::new(Value::count(tally.owed(at)), wording::count(tally.owed(at), lang)),
            Cell::new(Value::count(received), wording::count(received, lang)),
            Cell::toned(Value::List(late_ids), names(late), Tone::Warn),
            Cell::toned(
                Value::List(missing.iter().map(|unit| Value::Text(plan.unit(*unit).id.clone())).collect()),
                names(missing.iter().map(|unit| plan.unit(*unit).name.clone()).collect()),
                tone,
            ),
        ]);
    }
    table
}

/// Lists the rows of a published form, also outside the plan's years.
fn published(showing: Showing<'_>, id: FormId, form: &Form) -> Table {
    let lang = showing.judged.lang;
    let mut columns = vec![
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("figures", word(Word::Figures, lang)).holding(Holds::Nothing),
        Column::new("where", word(Word::Where, lang)),
    ];
    columns.extend(form.measures.iter().map(|measure| Column::hidden(key_of(&measure.id.value))));
    let mut table = Table::new("rows", word(Word::History, lang), columns);
    for row in showing.rows_of(id) {
        let shown = |at: usize| {
            let value = row.cells.get(at).copied().flatten()?;
            let value = crate::model::Decimal::new(i128::from(value), form.measures[at].decimals)?;
            Some(format!("{} {}", form.measures[at].name, wording::number(value.trimmed(), lang)))
        };
        let figures: Vec<String> = (0..form.measures.len()).filter_map(shown).collect();
        let mut cells = vec![
            period_cell(row.period, lang),
            unit_id(showing, row.unit),
            unit_name(showing, row.unit),
            Cell::text(figures.join("; ")),
            Cell::text((showing.at)(row.place)),
        ];
        let columns = (0..form.measures.len()).filter_map(|at| u16::try_from(at).ok());
        cells.extend(columns.map(|at| Cell::data(figure_cell(form, row, at, lang).value)));
        table.rows.push(cells);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Shows a measure: what it is, who uses it, each figure with its line.
pub(super) fn measure(showing: Showing<'_>, id: MeasureId) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let (own, form) = (plan.measure(id), plan.form(id.form));
    let mut facts = Facts::new("measure");
    fact(&mut facts, "form", Word::FormTitle, format!("{} ({})", form.title, form.id.value), lang);
    said(
        &mut facts,
        "kind",
        Word::Kept,
        Value::Text(own.kind.word().to_owned()),
        kind(own.kind, own.fixed, lang),
        lang,
    );
    fact(&mut facts, "unit", Word::Counts, own.unit.clone().unwrap_or_default(), lang);
    let users = plan
        .indicators
        .iter()
        .filter(|indicator| indicator.formula.measures().contains(&id))
        .map(|indicator| indicator.id.value.clone());
    fact(&mut facts, "indicators", Word::UsedBy, users.collect::<Vec<_>>().join("; "), lang);
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    let mut blocks = vec![heading(Word::Measure, &own.id.value, &own.name, lang), as_of(showing), Block::Facts(facts)];
    blocks.extend(provenance(showing, Subject::Measure(id)));
    if form.history {
        blocks.push(Block::Table(published(showing, id.form, form)));
    } else {
        let as_of = showing.judged.judgement.as_of;
        let table = inputs(showing, id.form, &[id.column], &|term| term.is_closed(as_of));
        let remarks = remarks(showing, &table);
        blocks.push(Block::Table(table));
        blocks.extend(remarks);
    }
    blocks
}
