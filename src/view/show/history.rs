//! An indicator's history as a table with bars, and the reports behind it with their lines.

use std::collections::BTreeSet;

use super::Showing;
use super::describe::{cap, day_cell, figure_cell, period_cell, unit_id, unit_name, word};
use crate::eval::{Amount, Overflow, Point, Reports, history};
use crate::model::{Form, FormId, Formula, Indicator, IndicatorId, Limit, Ratio, Row, Term, UnitId};
use crate::text::{Lang, Word};
use crate::view::standing::{Standing, standing, standing_cell};
use crate::view::wording::{self, amount_cell};
use crate::view::{Block, Cell, Column, Holds, Shown, Table, Tone, Value};

/// How many cells a full bar has.
const BAR: i128 = 20;

/// Draws a value as a bar of full and empty cells; a bar is full only at the whole.
fn bar(value: Ratio, whole: Ratio) -> String {
    let cells = value
        .checked_div(whole)
        .and_then(|share| share.checked_mul(Ratio::whole(BAR)))
        .and_then(|share| share.rounded_down(0));
    let full = usize::try_from(cells.map_or(0, |cells| cells.mantissa().clamp(0, BAR))).unwrap_or(0);
    let all = usize::try_from(BAR).unwrap_or(0);
    format!("{}{}", "█".repeat(full), "░".repeat(all - full))
}

/// Makes the columns of reports in and owed: one for eyes, two of data.
pub(super) fn reports_columns(lang: Lang) -> [Column; 3] {
    [
        Column::right("reports", word(Word::ReportsInHead, lang)).holding(Holds::Nothing),
        Column::hidden("reports-in"),
        Column::hidden("reports-owed"),
    ]
}

/// Makes the cells of reports in and owed.
pub(super) fn reports_cells(reports: Reports, lang: Lang) -> [Cell; 3] {
    let shown = format!("{}/{}", wording::count(reports.received, lang), wording::count(reports.owed, lang));
    let tone = if reports.received < reports.owed { Tone::Warn } else { Tone::Plain };
    let data = |count: usize| Cell::data(Value::count(count));
    [Cell::toned(Value::Null, shown, tone), data(reports.received), data(reports.owed)]
}

/// Makes the table of periods: in each, up to it, a bar.
pub(super) fn table(showing: Showing<'_>, id: IndicatorId, limits: &[Limit]) -> Result<Table, Overflow> {
    let lang = showing.judged.lang;
    let indicator = showing.judged.plan.indicator(id);
    let points = history(showing.context, id, showing.unit, showing.first)?;
    let mut columns = vec![
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::right("in-period", word(Word::InPeriod, lang)).holding(Holds::Amount),
        Column::right("up-to-period", word(Word::ToDate, lang)).holding(Holds::Amount),
        Column::new("bar", word(Word::Chart, lang)).holding(Holds::Nothing),
    ];
    columns.extend(reports_columns(lang));
    let mut table = Table::new("history", word(Word::History, lang), columns);
    let whole = whole(indicator, &points);
    for point in &points {
        let value = point.up_to.and_then(Amount::value);
        let mut row = vec![
            period_cell(point.period, lang),
            amount_cell(point.within, indicator, limits, lang),
            amount_cell(point.up_to, indicator, limits, lang),
            Cell::new(Value::Null, value.map_or_else(String::new, |value| bar(value, whole))),
        ];
        row.extend(reports_cells(point.reports, lang));
        table.rows.push(row);
    }
    table.on_screen = points.iter().any(|point| point.up_to.is_some() || point.reports.owed > 0);
    Ok(table)
}

// A rate's bar is full at 100%; a level's at the highest there is.
fn whole(indicator: &Indicator, points: &[Point]) -> Ratio {
    let highest = points
        .iter()
        .filter_map(|point| point.up_to.and_then(Amount::value))
        .max()
        .filter(|highest| *highest > Ratio::ZERO);
    match indicator.formula {
        Formula::Rate { .. } => Ratio::whole(100),
        Formula::Level(_) => highest.unwrap_or_else(|| Ratio::whole(1)),
    }
}

/// Makes the table of levels of a form with history, year by year, also outside the plan.
pub(super) fn levels(showing: Showing<'_>, indicator: &Indicator) -> Option<Table> {
    let Formula::Level(measure) = indicator.formula else { return None };
    let lang = showing.judged.lang;
    let form = showing.judged.plan.form(measure.form);
    let rows = showing.rows_of(measure.form);
    let value = |row: &Row| row.cells.get(usize::from(measure.column)).copied().flatten();
    let highest = rows.iter().filter_map(value).max().filter(|highest| *highest > 0);
    let columns = vec![
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::right("value", word(Word::ValueHead, lang)),
        Column::new("bar", word(Word::Chart, lang)).holding(Holds::Nothing),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("levels", word(Word::Inputs, lang), columns);
    for row in rows {
        let Some(level) = value(row) else { continue };
        let share = highest.and_then(|highest| Ratio::new(i128::from(level), i128::from(highest)));
        let drawn = share.map_or_else(String::new, |share| bar(share, Ratio::whole(1)));
        table.rows.push(vec![
            period_cell(row.period, lang),
            unit_id(showing, row.unit),
            unit_name(showing, row.unit),
            figure_cell(form, row, measure.column, lang),
            Cell::new(Value::Null, drawn),
            Cell::text((showing.at)(row.place)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    Some(table)
}

/// The columns of reports that are not figures.
const OF_REPORT: [&str; 8] = ["form", "period", "unit", "name", "received", "standing", "where", "note"];

/// Returns the key of a measure's column. Its id may be the key of another column, and then says what it is.
pub(in crate::view) fn key_of(measure: &str) -> String {
    if OF_REPORT.contains(&measure) { format!("measure.{measure}") } else { measure.to_owned() }
}

/// Makes the table of the reports behind a form's figures: who, when, which figures, where they stand. Missing ones have a row too.
pub(super) fn inputs(showing: Showing<'_>, form_id: FormId, columns: &[u16], wanted: &dyn Fn(&Term) -> bool) -> Table {
    let lang = showing.judged.lang;
    let form = showing.judged.plan.form(form_id);
    let mut heads = vec![
        Column::hidden("form"),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
    ];
    heads.extend(columns.iter().map(|&column| {
        let measure = &form.measures[usize::from(column)];
        Column::right(key_of(&measure.id.value), measure.name.clone())
    }));
    heads.extend([
        Column::new("received", word(Word::Received, lang)),
        Column::new("standing", word(Word::LateBy, lang)),
        Column::new("where", word(Word::Where, lang)),
        Column::hidden("note"),
    ]);
    let mut table = Table::new("inputs", format!("{}: {}", word(Word::Inputs, lang), form.title), heads);
    for term in showing.judged.times.form(form_id).all().iter().filter(|term| wanted(term)) {
        for &unit in form.units.iter().filter(|unit| showing.unit.is_none_or(|only| only == **unit)) {
            table.rows.extend(input(showing, form_id, form, term, unit, columns));
        }
    }
    table.on_screen = !table.rows.is_empty();
    cap(&mut table, lang);
    table
}

fn input(
    showing: Showing<'_>,
    form_id: FormId,
    form: &Form,
    term: &Term,
    unit: UnitId,
    columns: &[u16],
) -> Option<Vec<Cell>> {
    let lang = showing.judged.lang;
    let row = showing.row(form_id, unit, term.period);
    let stands = standing(showing.judged, form_id, unit, term, row.and_then(|row| row.reported));
    if row.is_none() && matches!(stands, Standing::NotOwed) {
        return None;
    }
    let declared = showing.judged.plan.unit(unit);
    let mut cells = vec![
        Cell::data(Value::Text(form.id.value.clone())),
        period_cell(term.period, lang),
        unit_id(showing, unit),
        unit_name(showing, unit),
    ];
    cells.extend(
        columns
            .iter()
            .map(|&column| row.map_or_else(|| Cell::new(Value::Null, "–"), |row| figure_cell(form, row, column, lang))),
    );
    cells.push(day_cell(row.and_then(|row| row.reported), lang));
    // The unit reported, but not everything that the figure needs.
    let lacks =
        row.is_some_and(|row| columns.iter().any(|&at| row.cells.get(usize::from(at)).copied().flatten().is_none()));
    cells.push(if lacks {
        Cell::toned(Value::Text("not-counted".to_owned()), word(Word::NotCountedBlank, lang), Tone::Warn)
    } else {
        standing_cell(stands, lang)
    });
    cells.push(row.map_or_else(|| Cell::new(Value::Null, ""), |row| Cell::text((showing.at)(row.place))));
    let excuse =
        declared.excuse(form_id, term.period).map(|excuse| format!("{}: {}", word(Word::Excused, lang), excuse.reason));
    cells.push(row.and_then(|row| row.note.clone()).or(excuse).map_or_else(|| Cell::new(Value::Null, ""), Cell::text));
    Some(cells)
}

/// Says what units remarked on the reports that a table lists.
pub(super) fn remarks(showing: Showing<'_>, table: &Table) -> Vec<Block> {
    let mut list = Vec::new();
    for row in table.rows.iter().take(table.cap.as_ref().map_or(usize::MAX, |(most, _)| *most)) {
        let text = |key: &str| {
            table
                .columns
                .iter()
                .position(|column| column.key == key)
                .and_then(|at| row.get(at))
                .map_or("", |cell| cell.shown.text.as_str())
        };
        if !text("note").is_empty() {
            list.push(Block::Para(Shown::plain(format!("{}, {}: {}", text("period"), text("name"), text("note")))));
        }
    }
    if !list.is_empty() {
        list.insert(0, Block::Para(Shown::toned(word(Word::NoteColumn, showing.judged.lang), Tone::Strong)));
    }
    list
}

/// Names the reports that a table says are missing or do not count: "tháng 11/2019, Phòng A (chưa gửi, quá hạn 28 ngày)".
pub(super) fn lacking(table: &Table) -> Vec<String> {
    let at = |key: &str| table.columns.iter().position(|column| column.key == key);
    let (Some(period), Some(name), Some(standing)) = (at("period"), at("name"), at("standing")) else {
        return Vec::new();
    };
    let is_lacking = |row: &&Vec<Cell>| matches!(&row[standing].value, Value::Text(code) if code == "missing" || code == "not-counted");
    let said = |row: &Vec<Cell>| {
        format!("{}, {} ({})", row[period].shown.text, row[name].shown.text, row[standing].shown.text)
    };
    table.rows.iter().filter(is_lacking).map(said).collect()
}

/// Returns the columns of a form that an indicator needs.
pub(super) fn columns_of(indicator: &Indicator, form: FormId) -> Vec<u16> {
    let needed = indicator.formula.measures().into_iter().filter(|measure| measure.form == form);
    needed.map(|measure| measure.column).collect::<BTreeSet<_>>().into_iter().collect()
}
