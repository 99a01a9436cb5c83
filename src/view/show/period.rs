//! A period: its days, who reported for it, what every indicator came to in it and up to it, what was due in it.

use super::describe::{as_of, cap, day_cell, heading, provenance, said, unit_id, unit_name, word};
use super::history::{reports_cells, reports_columns};
use super::task::update_kind;
use super::{Showing, Subject};
use crate::eval::{Amount, Overflow, point};
use crate::model::{FormId, IndicatorId, Period};
use crate::text::{self, Say, Word};
use crate::view::standing::{Standing, standing, standing_cell};
use crate::view::wording::{self, day};
use crate::view::{Block, Cell, Column, Facts, Holds, Table, Value};

/// Shows a period.
pub(super) fn period(showing: Showing<'_>, period: Period) -> Result<Vec<Block>, Overflow> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut facts = Facts::new("period");
    if let Some((first, last)) = plan.window.days(period.months()) {
        said(
            &mut facts,
            "days",
            Word::Days,
            Value::List(vec![Value::Date(first), Value::Date(last)]),
            text::say(Say::SpanOf { first: &day(first, lang), last: &day(last, lang) }, lang),
            lang,
        );
    }
    if let Some(lock) = showing.judged.figures.locks.iter().find(|lock| lock.period.months().covers(period.months())) {
        said(&mut facts, "locked", Word::LockedSince, Value::Date(lock.on), day(lock.on, lang), lang);
    }
    let mut blocks = vec![
        heading(Word::Period, &period.to_string(), &wording::period(period, lang), lang),
        as_of(showing),
        Block::Facts(facts),
    ];
    blocks.extend(provenance(showing, Subject::Period(period)));
    blocks.push(Block::Table(indicators(showing, period)?));
    blocks.push(Block::Table(reports(showing, period)));
    blocks.push(Block::Table(deliverables(showing, period)));
    blocks.push(Block::Table(updates(showing, period)));
    Ok(blocks)
}

/// Returns the indicators that have a value for a period: each of their forms has a period within it.
pub fn indicators_of(plan: &crate::model::Plan, period: Period) -> Vec<IndicatorId> {
    let ids = (0..plan.indicators.len()).map(IndicatorId::at);
    let fits = |id: &IndicatorId| {
        plan.forms_of(*id).into_iter().all(|form| plan.form(form).every.months() <= period.kind().months())
    };
    ids.filter(fits).collect()
}

fn indicators(showing: Showing<'_>, period: Period) -> Result<Table, Overflow> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut columns = vec![
        Column::new("indicator", word(Word::IdHead, lang)),
        Column::new("name", word(Word::IndicatorHead, lang)),
        Column::right("in-period", word(Word::InPeriod, lang)).holding(Holds::Amount),
        Column::right("up-to-period", word(Word::ToDate, lang)).holding(Holds::Amount),
    ];
    columns.extend(reports_columns(lang));
    let mut table = Table::new("indicators", word(Word::Figures, lang), columns);
    for (at, id) in indicators_of(plan, period).into_iter().enumerate() {
        let point = point(showing.context, id, showing.unit, period, showing.first + 2 * at)?;
        let own = plan.indicator(id);
        let cell = |amount: Option<Amount>| wording::amount_cell(amount, own, &[], lang);
        let mut row =
            vec![Cell::text(own.id.value.clone()), Cell::text(own.name.clone()), cell(point.within), cell(point.up_to)];
        row.extend(reports_cells(point.reports, lang));
        table.rows.push(row);
    }
    table.on_screen = !table.rows.is_empty();
    Ok(table)
}

fn reports(showing: Showing<'_>, period: Period) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::hidden("form"),
        Column::new("title", word(Word::FormTitle, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("due", word(Word::DueHead, lang)),
        Column::new("received", word(Word::Received, lang)),
        Column::new("standing", word(Word::LateBy, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("reports", word(Word::Reports, lang), columns);
    for (at, form) in plan.forms.iter().enumerate().filter(|(_, form)| form.sent) {
        let form_id = FormId::at(at);
        // A form's own period counts where it ends within the one shown.
        let ends_within =
            |own: Period| own.months().last >= period.months().first && own.months().last <= period.months().last;
        for term in showing.judged.times.form(form_id).all().iter().filter(|term| ends_within(term.period)) {
            for &unit in form.units.iter().filter(|unit| showing.unit.is_none_or(|only| only == **unit)) {
                let row = showing.row(form_id, unit, term.period);
                let stands = standing(showing.judged, form_id, unit, term, row.and_then(|row| row.reported));
                if stands == Standing::NotOwed && row.is_none() {
                    continue;
                }
                table.rows.push(vec![
                    Cell::data(Value::Text(form.id.value.clone())),
                    Cell::text(form.title.clone()),
                    super::describe::period_cell(term.period, lang),
                    unit_id(showing, unit),
                    unit_name(showing, unit),
                    day_cell(term.due, lang),
                    day_cell(row.and_then(|row| row.reported), lang),
                    standing_cell(stands, lang),
                    Cell::text(row.map_or_else(String::new, |row| (showing.at)(row.place))),
                ]);
            }
        }
    }
    table.on_screen = !table.rows.is_empty();
    cap(&mut table, lang);
    table
}

/// Lists the documents handed in during the period.
fn deliverables(showing: Showing<'_>, period: Period) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::right("task", word(Word::No, lang)),
        Column::new("name", word(Word::Deliverable, lang)),
        Column::new("number", word(Word::Evidence, lang)),
        Column::new("issued", word(Word::Handed, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("deliverables", word(Word::Deliverables, lang), columns);
    let days = plan.window.days(period.months());
    let within = |day: chrono::NaiveDate| {
        days.is_some_and(|(first, last)| first <= day && day <= last && day <= showing.judged.judgement.as_of)
    };
    for handed in showing.judged.figures.handed.iter().filter(|handed| within(handed.issued)) {
        let no = plan.tasks[handed.task].no;
        let evidence = [handed.number.as_deref(), handed.title.as_deref()];
        table.rows.push(vec![
            Cell::new(Value::Int(i128::from(no)), no.to_string()),
            Cell::text(handed.name.clone()),
            Cell::text(evidence.into_iter().flatten().collect::<Vec<_>>().join("; ")),
            day_cell(Some(handed.issued), lang),
            Cell::text((showing.at)(handed.place)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Lists the updates for the period.
fn updates(showing: Showing<'_>, period: Period) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::right("task", word(Word::No, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::new("text", word(Word::SaidHead, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("updates", word(Word::Story, lang), columns);
    let of_period = |own: Option<Period>| own.is_some_and(|own| period.months().covers(own.months()));
    for update in showing
        .judged
        .figures
        .updates
        .iter()
        .filter(|update| of_period(update.period) && update.date <= showing.judged.judgement.as_of)
    {
        let no = plan.tasks[update.task].no;
        table.rows.push(vec![
            Cell::new(Value::Int(i128::from(no)), no.to_string()),
            unit_id(showing, update.unit),
            unit_name(showing, update.unit),
            Cell::new(Value::Text(update.kind.word().to_owned()), update_kind(update.kind, lang)),
            Cell::text(update.text.clone()),
            Cell::text((showing.at)(update.place)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}
