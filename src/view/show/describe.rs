//! What screens of `plan show` have in common: labelled facts, rows with their lines, how a report stands.

use chrono::NaiveDate;

use super::{Showing, Subject};
use crate::model::{Due, Form, FormId, MeasureKind, Party, Period, Row, Term, UnitId};
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
    let mut kind = word(kind, lang).chars();
    let capital: String = kind.next().map(|first| first.to_uppercase().chain(kind).collect()).unwrap_or_default();
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

/// How a report stands at the day judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    OnTime,
    Late(i64),
    Missing(i64),
    NotDue,
    Excused,
    NotOwed,
}

/// Tells how a unit's report for a term stands.
pub(super) fn standing(
    showing: Showing<'_>,
    form: FormId,
    unit: UnitId,
    term: &Term,
    reported: Option<NaiveDate>,
) -> Standing {
    let plan = showing.judged.plan;
    let owed = plan.owes(unit, form, term);
    // A row in which every figure is blank is no report.
    let reported = reported.filter(|_| is_in(showing, form, unit, term));
    match (reported, term.due) {
        (Some(day), Some(due)) if owed && day > due => Standing::Late((day - due).num_days()),
        (Some(_), _) => Standing::OnTime,
        (None, _) if plan.unit(unit).excuse(form, term.period).is_some() => Standing::Excused,
        (None, Some(due)) if owed && due <= showing.judged.judgement.as_of => {
            Standing::Missing((showing.judged.judgement.as_of - due).num_days())
        }
        (None, _) if owed => Standing::NotDue,
        (None, _) => Standing::NotOwed,
    }
}

fn is_in(showing: Showing<'_>, form: FormId, unit: UnitId, term: &Term) -> bool {
    let slot = showing.judged.plan.form(form).units.binary_search(&unit);
    let period = showing.judged.times.form(form).index(term.period);
    let tally = showing.judged.figures.forms.get(form.0 as usize);
    match (tally, slot, period) {
        (Some(tally), Ok(slot), Some(period)) => tally.is_in(slot, period),
        _ => false,
    }
}

/// Words how a report stands.
pub(super) fn standing_cell(showing: Showing<'_>, standing: Standing) -> Cell {
    let lang = showing.judged.lang;
    let (code, shown, tone) = match standing {
        Standing::OnTime => ("on-time", word(Word::OnTime, lang).to_owned(), Tone::Good),
        Standing::Late(days) => {
            ("late", format!("{} {}", word(Word::Late, lang), wording::days(days, lang)), Tone::Warn)
        }
        Standing::Missing(0) => {
            ("missing", format!("{}, {}", word(Word::Missing, lang), word(Word::DueToday, lang)), Tone::Bad)
        }
        Standing::Missing(days) => (
            "missing",
            format!("{}, {} {}", word(Word::Missing, lang), word(Word::OverdueBy, lang), wording::days(days, lang)),
            Tone::Bad,
        ),
        Standing::NotDue => ("not-due", word(Word::NotDue, lang).to_owned(), Tone::Quiet),
        Standing::Excused => ("excused", word(Word::Excused, lang).to_owned(), Tone::Quiet),
        Standing::NotOwed => ("not-owed", word(Word::NotOwed, lang).to_owned(), Tone::Quiet),
    };
    Cell::toned(Value::Text(code.to_owned()), shown, tone)
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
