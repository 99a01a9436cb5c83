//! `plan dossiers`: which dossiers are late without apology, which are soon due, and how units and procedures keep their days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::status::{Judged, head};
use super::wording::{self, count, day};
use super::{Block, Cell, Column, Document, Facts, Holds, Shown, Table, Tone, Value};
use crate::eval::{Answer, Entry, Question, Record};
use crate::model::{Decimal, Place, Procedure, Ratio};
use crate::text::{self, Lang, Say, Track, Word};

/// What the document is made from.
#[derive(Clone, Copy)]
pub struct Dossiers<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// What was asked.
    pub question: &'a Question<'a>,
    /// What the register says.
    pub answer: &'a Answer,
    /// Days ahead.
    pub within: u32,
    /// What is narrowed to, in words; empty if nothing is.
    pub narrowed: &'a str,
    /// The figure whose dossiers are listed, in words; empty if there is none.
    pub figure: &'a str,
    /// Returns the procedure of a code.
    pub procedure: &'a dyn Fn(&str) -> Option<&'a Procedure>,
    /// Writes `file:line`.
    pub at: &'a dyn Fn(Place) -> String,
}

/// How many rows of a list a screen shows.
const ROWS: usize = 40;

/// How many procedures a screen shows, if no more have something to answer for.
const PROCEDURES: usize = 10;

/// Makes the document.
pub fn dossiers(own: Dossiers<'_>) -> Document {
    let lang = own.judged.lang;
    let say = |phrase: Track<'_>| text::track(phrase, lang);
    let mut blocks = head(own.judged);
    if own.figure.is_empty() {
        let (first, last) = (&day(own.question.span.0, lang), &day(own.question.span.1, lang));
        blocks.push(Block::Note(Shown::plain(say(Track::DossierSpan { first, last }))));
    }
    if !own.narrowed.is_empty() {
        blocks.push(Block::Note(Shown::plain(text::say(Say::Narrowed { what: own.narrowed }, lang))));
    }
    blocks.extend(short(own).into_iter().map(|said| Block::Para(Shown::toned(said, Tone::Warn))));
    if !own.figure.is_empty() {
        blocks.push(Block::Para(Shown::plain(figure(own))));
        blocks.push(Block::Note(Shown::toned(
            say(Track::FigureUntil { day: &day(own.question.span.1, lang) }),
            Tone::Quiet,
        )));
        blocks.push(Block::Table(list(own, "counted", "", &own.answer.counted)));
        return Document { command: "dossiers", lang, main: "counted", blocks };
    }
    blocks.push(Block::Facts(facts(own)));
    if own.answer.units.is_empty() {
        blocks.push(Block::Para(Shown::plain(say(Track::NoSuchDossiers))));
    } else {
        blocks.push(Block::Para(Shown::plain(totals(&own.answer.all, lang))));
    }
    if own.answer.unapologised.is_empty() && !own.answer.units.is_empty() {
        blocks.push(Block::Para(Shown::toned(say(Track::NoneUnapologised), Tone::Good)));
    }
    let titled = |title: Word| text::word(title, lang);
    blocks.push(Block::Table(list(own, "unapologised", titled(Word::Unapologised), &own.answer.unapologised)));
    if let (Some(until), true, false) = (own.question.until, own.answer.soon.is_empty(), own.answer.units.is_empty()) {
        let (days, until) = (&count(own.within as usize, lang), &day(until, lang));
        blocks.push(Block::Para(Shown::plain(say(Track::NoDossierSoon { days, until }))));
    }
    blocks.push(Block::Table(list(own, "due-soon", titled(Word::DueSoon), &own.answer.soon)));
    blocks.push(Block::Table(units(own)));
    blocks.push(Block::Table(procedures(own)));
    if !own.answer.units.is_empty() {
        blocks.push(Block::Note(Shown::toned(say(Track::PercentileNote), Tone::Quiet)));
    }
    Document { command: "dossiers", lang, main: "unapologised", blocks }
}

/// Says where the register ends before the days asked about.
fn short(own: Dossiers<'_>) -> Vec<String> {
    let (plan, lang) = (own.judged.plan, own.judged.lang);
    let mut by_day: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
    for (unit, end) in &own.answer.short {
        by_day.entry(*end).or_default().push(plan.unit(*unit).name.as_str());
    }
    let is_all = by_day.len() == 1 && own.answer.units.keys().all(|unit| own.answer.short.contains_key(unit));
    let said = |(end, units): (&NaiveDate, &Vec<&str>)| {
        let (units, day) = (&units.join("; "), &day(*end, lang));
        let said = match (own.figure.is_empty(), is_all) {
            (false, _) => Track::FigureNotKnown { units, day },
            (true, true) => Track::RegisterEnds { day },
            (true, false) => Track::RegisterEndsOf { units, day },
        };
        text::track(said, lang)
    };
    by_day.iter().map(said).collect()
}

/// Says how many dossiers, or procedures, the figure is made of.
fn figure(own: Dossiers<'_>) -> String {
    let lang = own.judged.lang;
    let (figure, dossiers) = (own.figure, &count(own.answer.counted.len(), lang));
    let is_distinct = own.question.counted.is_some_and(|(counted, _)| counted.count.is_distinct());
    let said = if is_distinct {
        let procedures = &count(own.answer.procedures_counted(), lang);
        return text::track(Track::ProceduresOfFigure { figure, procedures, count: dossiers }, lang);
    } else {
        Track::DossiersOfFigure { figure, count: dossiers }
    };
    text::track(said, lang)
}

/// Returns the counts of all dossiers as data.
fn facts(own: Dossiers<'_>) -> Facts {
    let (all, (first, last)) = (&own.answer.all, own.question.span);
    let mut facts = Facts::new("totals");
    for (key, day) in [("from", first), ("to", last)] {
        facts.add(key, "", Cell::data(Value::Date(day)));
    }
    for (key, number) in [
        ("received", all.received),
        ("resolved", all.resolved),
        ("early", all.early),
        ("on-time", all.on_time),
        ("late", all.late),
        ("pending", all.pending),
        ("overdue", all.overdue),
        ("unapologised", all.unapologised),
    ] {
        facts.add(key, "", Cell::data(Value::count(number)));
    }
    facts
}

fn totals(all: &Record, lang: Lang) -> String {
    let number = |own: usize| count(own, lang);
    text::track(
        Track::DossierTotals {
            received: &number(all.received),
            resolved: &number(all.resolved),
            early: &number(all.early),
            on_time: &number(all.on_time),
            late: &number(all.late),
            pending: &number(all.pending),
            overdue: &number(all.overdue),
        },
        lang,
    )
}

/// Lists dossiers.
fn list(own: Dossiers<'_>, name: &'static str, title: &str, entries: &[Entry]) -> Table {
    let (plan, lang) = (own.judged.plan, own.judged.lang);
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::new("id", word(Word::DossierHead)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead)),
        Column::new("procedure", word(Word::ProcedureHead)).spare(4),
        Column::hidden("procedure-name"),
        Column::hidden("channel"),
        Column::hidden("level"),
        Column::new("received", word(Word::ReceivedOn)).spare(2),
        Column::new("due", word(Word::AppointedHead)),
        Column::hidden("new-due"),
        Column::hidden("apologised"),
        Column::new("resolved", word(Word::ResolvedOn)).spare(3),
        Column::new("state", word(Word::LateBy)),
        Column::hidden("days-late"),
        Column::new("where", word(Word::Where)).spare(1),
    ];
    let mut table = Table::new(name, title, columns);
    for entry in entries {
        let (facts, as_of) = (entry.facts, entry.day);
        let state = State::of(entry);
        let procedure = (own.procedure)(&entry.procedure);
        let resolved = facts.resolved.filter(|resolved| *resolved <= as_of);
        let date = |on: NaiveDate| Cell::new(Value::Date(on), day(on, lang));
        let maybe = |on: Option<NaiveDate>| Cell::data(Value::date(on));
        let expected = entry.new_due.map_or_else(
            || day(facts.due, lang),
            |new| text::track(Track::AppointedAnew { due: &day(facts.due, lang), new: &day(new, lang) }, lang),
        );
        table.rows.push(vec![
            Cell::text(entry.id.clone()),
            Cell::data(Value::Text(plan.unit(entry.unit).id.clone())),
            Cell::text(plan.unit(entry.unit).name.clone()),
            Cell::text(entry.procedure.clone()),
            Cell::data(Value::text(procedure.map(|own| own.name.clone()))),
            Cell::data(Value::Text(facts.channel.word().to_owned())),
            Cell::data(Value::Int(i128::from(facts.level))),
            date(facts.received),
            Cell::new(Value::Date(facts.due), expected),
            maybe(entry.new_due),
            maybe(facts.apologised.filter(|on| *on <= as_of)),
            resolved.map_or_else(|| Cell::new(Value::Null, "–"), date),
            state.cell(lang),
            Cell::data(state.days_late().map_or(Value::Null, |days| Value::Int(i128::from(days)))),
            Cell::text((own.at)(entry.place)),
        ]);
    }
    // What is soon due is not resolved, and what is without apology not apologised for.
    match name {
        "due-soon" => drop_column(&mut table, "resolved"),
        "unapologised" => drop_column(&mut table, "apologised"),
        _ => {}
    }
    cut(&mut table, ROWS, lang);
    table
}

fn drop_column(table: &mut Table, key: &str) {
    let at = table.columns.iter().position(|column| column.key == key).unwrap_or(table.columns.len());
    table.columns.retain(|column| column.key != key);
    table.rows.iter_mut().for_each(|row| drop(row.remove(at)));
}

/// Shows the first rows of a table on a screen, nothing if there is none.
fn cut(table: &mut Table, most: usize, lang: Lang) {
    table.on_screen = !table.rows.is_empty();
    if table.rows.len() > most {
        table.cap = Some((most, text::say(Say::MoreRows { count: &count(table.rows.len() - most, lang) }, lang)));
    }
}

/// How a dossier stands on the last day that is known or asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Early(i64),
    OnTime,
    Late(i64),
    /// Pending, with so many days left.
    InTime(i64),
    Overdue(i64),
}

impl State {
    pub(super) fn of(entry: &Entry) -> Self {
        let (facts, as_of) = (entry.facts, entry.day);
        match facts.resolved.filter(|resolved| *resolved <= as_of) {
            Some(resolved) => match (resolved - facts.due).num_days() {
                0 => Self::OnTime,
                days if days < 0 => Self::Early(-days),
                days => Self::Late(days),
            },
            None => match (facts.due - as_of).num_days() {
                days if days < 0 => Self::Overdue(-days),
                days => Self::InTime(days),
            },
        }
    }

    fn days_late(self) -> Option<i64> {
        match self {
            Self::Late(days) | Self::Overdue(days) => Some(days),
            Self::Early(_) | Self::OnTime | Self::InTime(_) => None,
        }
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Early(_) => "early",
            Self::OnTime => "on-time",
            Self::Late(_) => "late",
            Self::InTime(_) => "in-time",
            Self::Overdue(_) => "overdue",
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Self::Early(_) | Self::OnTime => Tone::Good,
            Self::Late(_) | Self::Overdue(_) => Tone::Bad,
            Self::InTime(0) => Tone::Warn,
            Self::InTime(_) => Tone::Plain,
        }
    }

    /// Words it.
    pub(super) fn cell(self, lang: Lang) -> Cell {
        let days = |own: i64| wording::days(own, lang);
        let said = match self {
            Self::Early(own) => text::track(Track::DossierEarly { days: &days(own) }, lang),
            Self::OnTime => text::word(Word::OnTime, lang).to_owned(),
            Self::Late(own) => text::track(Track::DossierLate { days: &days(own) }, lang),
            Self::InTime(0) => text::word(Word::DueToday, lang).to_owned(),
            Self::InTime(own) => text::say(Say::DaysLeft { days: &days(own) }, lang),
            Self::Overdue(own) => format!("{} {}", text::word(Word::OverdueBy, lang), days(own)),
        };
        Cell::toned(Value::Text(self.code().to_owned()), said, self.tone())
    }
}

/// The columns of how days are kept.
fn kept(lang: Lang) -> Vec<Column> {
    let word = |word: Word| text::word(word, lang);
    vec![
        Column::hidden("received"),
        Column::right("resolved", word(Word::ResolvedHead)).spare(3),
        Column::hidden("early"),
        Column::hidden("on-time"),
        Column::right("late", word(Word::LateHead)),
        Column::right("late-share", word(Word::LateShareHead)).holding(Holds::Amount).spare(2),
        Column::right("pending", word(Word::PendingHead)).spare(1),
        Column::right("overdue", word(Word::OverdueHead)),
        Column::right("unapologised", word(Word::UnapologisedHead)),
        Column::right("median", word(Word::MedianHead)),
        Column::right("percentile-90", word(Word::NinetiethHead)).spare(4),
    ]
}

fn kept_cells(own: &Record, lang: Lang) -> Vec<Cell> {
    let number = |own: usize| Cell::new(Value::count(own), count(own, lang));
    let bad = |own: usize| {
        let tone = if own > 0 { Tone::Bad } else { Tone::Plain };
        Cell::toned(Value::count(own), count(own, lang), tone)
    };
    let days = |own: Option<u32>| match own {
        Some(days) => Cell::new(Value::Int(i128::from(days)), count(days as usize, lang)),
        None => Cell::new(Value::Null, "–"),
    };
    vec![
        number(own.received),
        number(own.resolved),
        number(own.early),
        number(own.on_time),
        bad(own.late),
        share(own, lang),
        number(own.pending),
        bad(own.overdue),
        bad(own.unapologised),
        days(own.percentile(50)),
        days(own.percentile(90)),
    ]
}

/// Makes the cell of the share that was late of those resolved; where nothing was, there is none.
fn share(own: &Record, lang: Lang) -> Cell {
    let counts = || Some((i128::try_from(own.late).ok()?, i128::try_from(own.resolved).ok()?));
    let share = || {
        let (late, resolved) = counts()?;
        let percent = Ratio::new(late.checked_mul(100)?, resolved)?.rounded(2)?;
        let rate = Value::Rate {
            numerator: Decimal::whole(late),
            denominator: Decimal::whole(resolved),
            percent: Some(percent),
        };
        Some(Cell::new(rate, format!("{}%", wording::number(percent, lang))))
    };
    share().unwrap_or_else(|| Cell::new(Value::Null, "–"))
}

fn units(own: Dossiers<'_>) -> Table {
    let (plan, lang) = (own.judged.plan, own.judged.lang);
    let mut columns = vec![Column::hidden("unit"), Column::new("name", text::word(Word::UnitHead, lang))];
    columns.extend(kept(lang));
    let mut table = Table::new("units", text::word(Word::ByUnit, lang), columns);
    for (unit, record) in &own.answer.units {
        let unit = plan.unit(*unit);
        let mut cells = vec![Cell::data(Value::Text(unit.id.clone())), Cell::text(unit.name.clone())];
        cells.extend(kept_cells(record, lang));
        table.rows.push(cells);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Lists procedures, those with most late dossiers first.
fn procedures(own: Dossiers<'_>) -> Table {
    let lang = own.judged.lang;
    let word = |word: Word| text::word(word, lang);
    let mut columns =
        vec![Column::new("procedure", word(Word::CodeHead)), Column::new("name", word(Word::ProcedureHead))];
    columns.push(Column::hidden("allowed"));
    columns.extend(kept(lang));
    let mut table = Table::new("procedures", word(Word::ByProcedure), columns);
    let mut all: Vec<_> = own.answer.procedures.iter().collect();
    all.sort_by_key(|(code, record)| (std::cmp::Reverse((record.late + record.overdue, record.unapologised)), *code));
    for (code, record) in all {
        let procedure = (own.procedure)(code);
        let allowed = procedure.and_then(|own| own.working_days);
        let mut cells = vec![
            Cell::text(code.clone()),
            Cell::text(procedure.map_or_else(String::new, |own| own.name.clone())),
            Cell::data(allowed.map_or(Value::Null, |days| Value::Int(i128::from(days)))),
        ];
        cells.extend(kept_cells(record, lang));
        table.rows.push(cells);
    }
    let answering = own.answer.procedures.iter().filter(|(_, own)| own.late + own.overdue + own.unapologised > 0);
    cut(&mut table, answering.count().clamp(PROCEDURES, ROWS), lang);
    table
}
