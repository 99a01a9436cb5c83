//! Appendix III: how each unit reported, form by form and period by period.

use super::about::Report;
use super::appendix::{begin, numbered};
use super::figures::other_remarks;
use crate::model::Month;
use crate::text::{Lang, Tell, Word, tell, word};
use crate::view::standing::{self, Sent, Standing, standing_cell};
use crate::view::wording::{self, count};
use crate::view::{Block, Cell, Column, Paper, Shown, Table, Tone, Value};

/// Writes the appendix, and the same as a list for workbooks and programs.
pub(super) fn discipline(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let title = tell(Tell::AppendixDiscipline { period: &report.period_name() }, lang);
    let table = table(report);
    let mut blocks = vec![begin(report, "III", title, Paper::Landscape)];
    let sent = sent(report);
    if table.rows.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::NothingDue, lang))));
    } else {
        blocks.push(Block::Para(Shown::toned(legend(&sent, lang), Tone::Quiet)));
    }
    blocks.push(Block::Table(Table { on_screen: !table.rows.is_empty(), ..table }));
    blocks.extend(excuses(report, &sent).into_iter().map(|said| Block::Para(Shown::toned(said, Tone::Quiet))));
    blocks.extend(other_remarks(report));
    blocks.push(Block::Table(list(report)));
    blocks
}

/// Returns the table with what explains its marks.
pub(super) fn heat(report: &Report<'_>) -> (Table, String) {
    let table = Table { title: tell(Tell::HeatHead, report.lang()), ..table(report) };
    (table, legend(&sent(report), report.lang()))
}

/// Explains the marks that are used.
fn legend(sent: &[Sent], lang: Lang) -> String {
    let uses = |fits: fn(Standing) -> bool| sent.iter().any(|own| fits(own.standing));
    let marks = [
        (uses(|own| own == Standing::OnTime), Tell::LegendOnTime),
        (uses(|own| matches!(own, Standing::Late(_))), Tell::LegendLate),
        (uses(|own| matches!(own, Standing::Missing(_))), Tell::LegendMissing),
        (uses(|own| own == Standing::Excused), Tell::LegendExcused),
        (uses(|own| own == Standing::NotDue), Tell::LegendNotDue),
    ];
    let list: Vec<String> = marks.into_iter().filter(|(is_used, _)| *is_used).map(|(_, own)| tell(own, lang)).collect();
    tell(Tell::Legend { list: &list.join("; ") }, lang)
}

/// Says why units are excused from reports.
fn excuses(report: &Report<'_>, sent: &[Sent]) -> Vec<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let excused = sent.iter().filter(|own| own.standing == Standing::Excused);
    let said = excused.filter_map(|own| {
        let unit = plan.unit(own.unit);
        let reason = wording::bare(&unit.excuse(own.form, own.period)?.reason);
        let period = &wording::period(own.period, lang);
        Some(tell(Tell::ExcusedBecause { unit: &unit.name, period, reason }, lang))
    });
    said.collect()
}

/// Returns every report of the period that is owed, or from which a unit is excused, by unit, form and period.
pub(super) fn sent(report: &Report<'_>) -> Vec<Sent> {
    standing::sent(report.made_from.judged, report.made_from.period.months())
}

fn table(report: &Report<'_>) -> Table {
    let lang = report.lang();
    let months = report.made_from.period.months();
    let list: Vec<Month> = (0..=months.last.since(months.first)).map(|at| months.first.plus(at)).collect();
    let mut columns = vec![
        Column::hidden("unit"),
        Column::hidden("form"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("title", word(Word::FormTitle, lang)),
    ];
    columns.extend(list.iter().map(|month| {
        Column::new(month.to_string(), tell(Tell::MonthHead { month: &month.month().to_string() }, lang))
    }));
    columns.extend([
        Column::right("due", word(Word::DueCount, lang)),
        Column::right("in", word(Word::ReceivedCount, lang)),
        Column::right("on-time", word(Word::OnTimeCount, lang)),
    ]);
    numbered(&mut columns);
    let mut table = Table::new("discipline", "", columns);
    table.sheet = tell(Tell::DisciplineSheet, lang);
    let sent = sent(report);
    for own in sent.chunk_by(|one, next| (one.unit, one.form) == (next.unit, next.form)) {
        table.rows.push(row(report, own, &list));
    }
    table
}

/// Writes the reports of one unit and form; a report stands under the last month of its period.
fn row(report: &Report<'_>, own: &[Sent], months: &[Month]) -> Vec<Cell> {
    let (plan, lang) = (report.plan(), report.lang());
    let Some(first) = own.first() else { return Vec::new() };
    let (unit, form) = (plan.unit(first.unit), plan.form(first.form));
    let mut cells = vec![
        Cell::data(Value::Text(unit.id.clone())),
        Cell::data(Value::Text(form.id.value.clone())),
        Cell::text(unit.name.clone()),
        Cell::text(form.title.clone()),
    ];
    for month in months {
        let sent = own.iter().find(|sent| sent.period.months().last == *month);
        cells.push(sent.map_or_else(|| Cell::new(Value::Null, ""), |sent| mark(report, sent.standing)));
    }
    let due = || own.iter().filter(|sent| sent.counts).map(|sent| sent.standing);
    let received = due().filter(|standing| !matches!(standing, Standing::Missing(_))).count();
    let on_time = due().filter(|standing| *standing == Standing::OnTime).count();
    let all = due().count();
    cells.extend([all, received, on_time].map(|number| Cell::new(Value::count(number), count(number, lang))));
    cells
}

/// Marks how a report stands in a few letters.
fn mark(report: &Report<'_>, standing: Standing) -> Cell {
    let lang = report.lang();
    let (value, phrase, tone) = match standing {
        Standing::OnTime => (Value::Text("on-time".into()), Tell::MarkOnTime, Tone::Plain),
        Standing::Late(days) => {
            let shown = tell(Tell::MarkLate { days: &days.to_string() }, lang);
            return Cell::toned(Value::Text(format!("late-{days}")), shown, Tone::Strong);
        }
        Standing::Missing(_) => (Value::Text("missing".into()), Tell::MarkMissing, Tone::Strong),
        Standing::Excused => (Value::Text("excused".into()), Tell::MarkExcused, Tone::Plain),
        Standing::NotDue => (Value::Text("not-due".into()), Tell::MarkNotDue, Tone::Plain),
        Standing::NotOwed => (Value::Null, Tell::MarkNotDue, Tone::Plain),
    };
    Cell::toned(value, tell(phrase, lang), tone)
}

/// Lists the reports one under another, for workbooks and programs.
fn list(report: &Report<'_>) -> Table {
    let (plan, lang) = (report.plan(), report.lang());
    let columns = vec![
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::hidden("form"),
        Column::new("title", word(Word::FormTitle, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::new("due", word(Word::DueHead, lang)),
        Column::new("standing", word(Word::LateBy, lang)),
        Column::right("days-late", word(Word::DaysLate, lang)),
    ];
    let mut table = Table::new("reports", tell(Tell::ReportsTitle { period: &report.period_name() }, lang), columns);
    table.on_screen = false;
    table.sheet = tell(Tell::ReportsSheet, lang);
    for own in sent(report) {
        let days = match own.standing {
            Standing::Late(days) | Standing::Missing(days) => Some(days),
            Standing::OnTime | Standing::NotDue | Standing::Excused | Standing::NotOwed => None,
        };
        let (unit, form) = (plan.unit(own.unit), plan.form(own.form));
        table.rows.push(vec![
            Cell::data(Value::Text(unit.id.clone())),
            Cell::text(unit.name.clone()),
            Cell::data(Value::Text(form.id.value.clone())),
            Cell::text(form.title.clone()),
            Cell::new(Value::Text(own.period.to_string()), wording::period(own.period, lang)),
            Cell::new(Value::date(own.due), own.due.map_or_else(String::new, |due| wording::day(due, lang))),
            standing_cell(own.standing, lang),
            days.map_or_else(
                || Cell::new(Value::Null, ""),
                |days| Cell::new(Value::Int(i128::from(days)), days.to_string()),
            ),
        ]);
    }
    table
}
