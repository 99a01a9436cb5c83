//! What screens of `plan show` have in common: labelled facts, rows with their lines, how a report stands.

use chrono::NaiveDate;

use super::{Showing, Subject};
use crate::model::{Due, Form, MeasureKind, Party, Period, Row, UnitId};
use crate::text::{self, Lang, Say, Word};
use crate::view::wording;
use crate::view::{Block, Cell, Facts, Shown, Table, Tone, Value};

/// Returns a word.
pub(super) fn word(word: Word, lang: Lang) -> &'static str {
    text::word(word, lang)
}

/// Adds a labelled text, unless it is empty.
pub(super) fn fact(facts: &mut Facts, key: &'static str, label: Word, text: impl Into<String>, lang: Lang) {
    let text = text.into();
    if !text.is_empty() {
        facts.add(key, word(label, lang), Cell::text(text));
    }
}

/// Adds a labelled text that is worded, with the same as data in no language.
pub(super) fn said(
    facts: &mut Facts,
    key: &'static str,
    label: Word,
    value: Value,
    text: impl Into<String>,
    lang: Lang,
) {
    let text = text.into();
    if !text.is_empty() {
        facts.add(key, word(label, lang), Cell::new(value, text));
    }
}

/// Makes a heading: a name with its id.
pub(super) fn heading(kind: Word, id: &str, name: &str, lang: Lang) -> Block {
    let capital = wording::capital(word(kind, lang));
    Block::Heading(if name == id { format!("{capital} {id}") } else { format!("{capital} {id}: {name}") })
}

/// Says the day judged.
pub(super) fn as_of(showing: Showing<'_>) -> Block {
    let day = wording::day(showing.judged.judgement.as_of, showing.judged.lang);
    Block::Note(Shown::toned(text::say(Say::AsOf { day: &day }, showing.judged.lang), Tone::Quiet))
}

/// Says which figures of what is shown are made up, and that some rows are left out.
pub(super) fn provenance(showing: Showing<'_>, subject: Subject) -> Vec<Block> {
    let lang = showing.judged.lang;
    let mut blocks: Vec<Block> =
        wording::made_up(subject.forms(showing.judged.plan), lang).map(Block::Note).into_iter().collect();
    if showing.later > 0 {
        let (count, day) = (wording::count(showing.later, lang), wording::day(showing.judged.judgement.as_of, lang));
        blocks.push(Block::Note(Shown::toned(text::say(Say::LeftOut { count: &count, day: &day }, lang), Tone::Quiet)));
    }
    blocks
}

/// How many rows of reports a screen lists.
const ROWS: usize = 60;

/// Lets a screen show the first rows of a long table, and say how many it leaves out; data formats have all.
pub(super) fn cap(table: &mut Table, lang: Lang) {
    if table.rows.len() > ROWS {
        let rest = wording::count(table.rows.len() - ROWS, lang);
        table.cap = Some((ROWS, text::say(Say::MoreRows { count: &rest }, lang)));
    }
}

/// Makes the cell of a unit's id, for data.
pub(super) fn unit_id(showing: Showing<'_>, unit: UnitId) -> Cell {
    Cell::data(Value::Text(showing.judged.plan.unit(unit).id.clone()))
}

/// Makes the cell of a unit's name, beside its id.
pub(super) fn unit_name(showing: Showing<'_>, unit: UnitId) -> Cell {
    Cell::text(showing.judged.plan.unit(unit).name.clone())
}

/// Makes a cell of a day.
pub(super) fn day_cell(day: Option<NaiveDate>, lang: Lang) -> Cell {
    Cell::new(Value::date(day), day.map_or_else(String::new, |day| wording::day(day, lang)))
}

/// Makes a cell of a period.
pub(super) fn period_cell(period: Period, lang: Lang) -> Cell {
    Cell::new(Value::Text(period.to_string()), wording::period(period, lang))
}

/// Makes a cell of a figure as it stands in its file; a blank one says so.
pub(super) fn figure_cell(form: &Form, row: &Row, column: u16, lang: Lang) -> Cell {
    let decimals = form.measures.get(usize::from(column)).map_or(0, |measure| measure.decimals);
    let value = row.cells.get(usize::from(column)).copied().flatten();
    match value.and_then(|value| crate::model::Decimal::new(i128::from(value), decimals)) {
        Some(value) => Cell::new(Value::Number(value), wording::number(value.trimmed(), lang)),
        None => Cell::toned(Value::Null, text::say(Say::Blank, lang), Tone::Warn),
    }
}

/// Words when a report is due.
pub(super) fn due(due: Due, lang: Lang) -> String {
    match due {
        Due::WorkingDays(days) => text::say(Say::DueWorkingDays { days: &days.to_string() }, lang),
        Due::Days(days) => text::say(Say::DueDays { days: &days.to_string() }, lang),
    }
}

/// Words how a measure adds up.
pub(super) fn kind(kind: MeasureKind, fixed: bool, lang: Lang) -> String {
    let words = word(
        match kind {
            MeasureKind::Flow => Word::Flow,
            MeasureKind::Stock => Word::Stock,
            MeasureKind::StockOpen => Word::StockOpen,
            MeasureKind::ToDate => Word::ToDateKind,
            MeasureKind::Level => Word::Level,
        },
        lang,
    );
    if fixed { format!("{words}; {}", word(Word::Fixed, lang)) } else { words.to_owned() }
}

/// Names parties in a list.
pub(super) fn names(showing: Showing<'_>, parties: &[Party]) -> String {
    wording::parties(showing.judged.plan, parties)
}
