//! A form to be filled in by one unit for one period: its rows in order, worded, with the figures that are known already.

use super::wording::{self, day, number};
use super::{Cell, Column, Document, Table, Tone, Value};
use crate::model::{Carries, Decimal, FormId, Identity, Measure, MeasureKind, Plan, Provenance, Row, Term, UnitId};
use crate::text::{self, Lang, Say, Word};

/// Which form is to be filled in, by whom, for when, and what is on file.
#[derive(Clone, Copy, Debug)]
pub struct EntryOf<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The form.
    pub form: FormId,
    /// The period.
    pub term: &'a Term,
    /// The unit.
    pub unit: UnitId,
    /// The unit's report for the period before.
    pub before: Option<&'a Row>,
    /// The unit's report for this period.
    pub now: Option<&'a Row>,
    /// The language it is worded in.
    pub lang: Lang,
}

/// A form to be filled in. Every format has the same rows of five columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryForm {
    /// What the sheet is called.
    pub sheet: &'static str,
    /// The rows, from the top.
    pub rows: Vec<EntryRow>,
    /// What a program needs to know of it: keys and values, in no language.
    pub facts: Vec<(&'static str, String)>,
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryRow {
    /// The title, across all columns.
    Title(String),
    /// A line about the form, across all columns.
    Line(String),
    /// The heads of the columns.
    Head([String; 5]),
    /// A figure to be filled in.
    Measure(EntryMeasure),
    /// A sum that must hold.
    Check(EntryCheck),
    /// A text to be filled in.
    Text(EntryText),
    /// What the form is, in no language.
    Mark([String; 5]),
}

/// A figure to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryMeasure {
    /// The id of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is counted; may be empty.
    pub counts: String,
    /// The figure of the period before.
    pub before: Option<Decimal>,
    /// The figure as it is known already.
    pub now: Option<Decimal>,
    /// How many decimals it may have.
    pub decimals: u8,
    /// Whether it is never below zero.
    pub from_zero: bool,
    /// What is said of the cell.
    pub tip: EntryTip,
}

/// What is said where a cell is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryTip {
    /// Head of what is said when the cell is chosen.
    pub title: &'static str,
    /// What is said then.
    pub message: String,
    /// Head of what is said when the cell refuses a value.
    pub wrong_title: &'static str,
    /// What is said then.
    pub wrong: String,
}

/// A cell with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryCell {
    /// Its row, from 0.
    pub row: usize,
    /// Whether it holds the figure of the period before.
    pub is_before: bool,
}

/// A sum that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryCheck {
    /// The sum in words.
    pub label: String,
    /// The total.
    pub total: EntryCell,
    /// The parts.
    pub parts: Vec<EntryCell>,
    /// How many decimals the figures may have.
    pub decimals: u8,
    /// What is said if it holds.
    pub fits: &'static str,
    /// What is said before the difference if it does not, with the space between.
    pub off: String,
    /// What is said of the figures that are known already; empty if one is not.
    pub shown: String,
}

/// A text to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// Its key.
    pub key: &'static str,
    /// Its label.
    pub label: &'static str,
    /// The text as it is known already.
    pub value: String,
}

/// The layout that whoever reads a form back relies on; it rises when that must change.
const VERSION: &str = "1";

/// Makes a form.
pub fn entry_form(of: EntryOf<'_>) -> EntryForm {
    let form = of.plan.form(of.form);
    let mut rows = heads(of);
    let first = rows.len();
    rows.extend((0..).zip(&form.measures).map(|(column, measure)| EntryRow::Measure(of.measure(column, measure))));
    rows.extend(form.identities.iter().map(|identity| EntryRow::Check(of.sum(identity, first))));
    rows.extend(form.carries.iter().map(|carries| EntryRow::Check(of.carried(carries, first))));
    let text = |key, label, value| EntryRow::Text(EntryText { key, label: text::word(label, of.lang), value });
    let note = of.now.and_then(|row| row.note.clone()).unwrap_or_default();
    rows.push(text("note", Word::EntryNote, note));
    rows.push(text("filled-by", Word::EntryFilledBy, String::new()));
    let (id, period, unit) = (form.id.value.clone(), of.term.period.to_string(), of.plan.unit(of.unit).id.clone());
    let plan = of.plan.head.number.clone();
    rows.push(EntryRow::Mark(["plan-form".to_owned(), id.clone(), period.clone(), unit.clone(), plan.clone()]));
    let version = VERSION.to_owned();
    EntryForm {
        sheet: text::word(Word::EntrySheet, of.lang),
        rows,
        facts: vec![("form", id), ("period", period), ("unit", unit), ("plan", plan), ("version", version)],
    }
}

/// Returns the rows above the figures.
fn heads(of: EntryOf<'_>) -> Vec<EntryRow> {
    let lang = of.lang;
    let form = of.plan.form(of.form);
    let say = |phrase: Say<'_>| EntryRow::Line(text::say(phrase, lang));
    let (first, last) = (day(of.term.first, lang), day(of.term.last, lang));
    let period = Say::EntryPeriod { period: &of.period(0), first: &first, last: &last };
    let mut rows = vec![EntryRow::Title(form.title.clone()), say(period)];
    rows.push(say(Say::EntryUnit { unit: &of.plan.unit(of.unit).name }));
    rows.extend(of.term.due.map(|due| say(Say::EntryDue { day: &day(due, lang) })));
    rows.extend((form.provenance == Provenance::MadeUp).then(|| say(Say::EntryMadeUp)));
    let before = text::say(Say::EntryBefore { period: &of.period(-1) }, lang);
    let word = |word| text::word(word, lang).to_owned();
    let [id, measure] = [word(Word::EntryId), word(Word::EntryMeasure)];
    rows.push(EntryRow::Head([id, measure, word(Word::EntryCounts), before, word(Word::EntryNow)]));
    rows
}

impl EntryOf<'_> {
    /// Names the period so many periods later.
    fn period(self, later: i32) -> String {
        wording::period(self.term.period.plus(later), self.lang)
    }

    fn decimals(self, column: u16) -> u8 {
        self.plan.form(self.form).measures.get(usize::from(column)).map_or(0, |measure| measure.decimals)
    }

    fn figure(self, row: Option<&Row>, column: u16) -> Option<Decimal> {
        let value = row?.cells.get(usize::from(column)).copied().flatten()?;
        Decimal::new(i128::from(value), self.decimals(column))
    }

    fn before(self, column: u16) -> Option<Decimal> {
        self.figure(self.before, column)
    }

    /// Returns the figure of this period as it is known already: from the report on file, or carried over while there is none.
    fn now(self, column: u16) -> Option<Decimal> {
        if self.now.is_some() {
            return self.figure(self.now, column);
        }
        let form = self.plan.form(self.form);
        let carries = form.carries.as_ref().filter(|carries| carries.opening == column)?;
        (form.measures[usize::from(column)].kind == MeasureKind::StockOpen).then(|| self.before(carries.closing))?
    }

    fn measure(self, column: u16, measure: &Measure) -> EntryMeasure {
        let from_zero = measure.kind != MeasureKind::Level;
        let decimals = measure.decimals.to_string();
        let say = |phrase: Say<'_>| text::say(phrase, self.lang);
        let what = say(match (measure.decimals, from_zero) {
            (0, true) => Say::EntryWhole,
            (0, false) => Say::EntryWholeAny,
            (_, true) => Say::EntryDecimal { decimals: &decimals },
            (_, false) => Say::EntryDecimalAny { decimals: &decimals },
        });
        let tip = EntryTip {
            title: text::word(Word::EntryTip, self.lang),
            message: say(Say::EntryTip { what: &what, period: &self.period(0) }),
            wrong_title: text::word(Word::EntryWrong, self.lang),
            wrong: say(Say::EntryWrong { what: &what }),
        };
        EntryMeasure {
            id: measure.id.value.clone(),
            name: measure.name.clone(),
            counts: measure.unit.clone().unwrap_or_default(),
            before: self.before(column),
            now: self.now(column),
            decimals: measure.decimals,
            from_zero,
            tip,
        }
    }

    fn name(self, column: u16) -> String {
        self.plan.form(self.form).measures[usize::from(column)].name.clone()
    }

    fn sum(self, identity: &Identity, first: usize) -> EntryCheck {
        let parts: Vec<String> = identity.parts.iter().map(|&part| self.name(part)).collect();
        let label = Say::EntrySum { total: &self.name(identity.total), parts: &parts.join(" + ") };
        let known: Option<Vec<Decimal>> = identity.parts.iter().map(|&part| self.now(part)).collect();
        let off = self
            .now(identity.total)
            .zip(known)
            .and_then(|(total, parts)| parts.into_iter().try_fold(total, Decimal::checked_sub));
        let cell = |column: u16| EntryCell { row: first + usize::from(column), is_before: false };
        let columns = identity.parts.iter().copied().chain([identity.total]);
        self.check(
            text::say(label, self.lang),
            (cell(identity.total), identity.parts.iter().map(|&part| cell(part)).collect()),
            columns.map(|column| self.decimals(column)).max().unwrap_or(0),
            off,
        )
    }

    fn carried(self, carries: &Carries, first: usize) -> EntryCheck {
        let (opening, closing) = (self.name(carries.opening), self.name(carries.closing));
        let off = self.now(carries.opening).zip(self.before(carries.closing));
        self.check(
            text::say(Say::EntryCarried { opening: &opening, closing: &closing }, self.lang),
            (
                EntryCell { row: first + usize::from(carries.opening), is_before: false },
                vec![EntryCell { row: first + usize::from(carries.closing), is_before: true }],
            ),
            self.decimals(carries.opening).max(self.decimals(carries.closing)),
            off.and_then(|(opening, closing)| opening.checked_sub(closing)),
        )
    }

    fn check(
        self,
        label: String,
        (total, parts): (EntryCell, Vec<EntryCell>),
        decimals: u8,
        off: Option<Decimal>,
    ) -> EntryCheck {
        let fits = text::word(Word::EntryFits, self.lang);
        let say_off = |by: &str| text::say(Say::EntryOff { by }, self.lang);
        let shown = off.map_or_else(String::new, |off| {
            if off.is_zero() { fits.to_owned() } else { say_off(&number(off.trimmed(), self.lang)) }
        });
        EntryCheck { label, total, parts, decimals, fits, off: say_off(""), shown }
    }
}

/// Lists the files that were made: each with its unit and the day it is due.
pub fn entry_files(files: &[(String, EntryOf<'_>)], lang: Lang) -> Document {
    let columns = vec![
        Column::new("file", text::word(Word::EntryFile, lang)),
        Column::hidden("unit"),
        Column::new("name", text::word(Word::UnitHead, lang)),
        Column::new("due", text::word(Word::DueHead, lang)),
    ];
    let mut table = Table::new("files", "", columns);
    table.rows.extend(files.iter().map(|(path, of)| {
        let unit = of.plan.unit(of.unit);
        let due = of.term.due;
        vec![
            Cell::toned(Value::Text(path.clone()), path, Tone::Strong),
            Cell::data(Value::Text(unit.id.clone())),
            Cell::text(unit.name.clone()),
            Cell::new(Value::date(due), due.map_or_else(String::new, |due| day(due, lang))),
        ]
    }));
    Document { command: "form", lang, main: "files", blocks: vec![super::Block::Table(table)] }
}
