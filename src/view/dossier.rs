//! One dossier, explained day by day: from when its days count, when it is due and why, what became of it.

use chrono::{Datelike, Days, NaiveDate};

use super::dossiers::State;
use super::status::{Judged, head_facts};
use super::wording::{self, count, day};
use super::{Block, Cell, Column, Document, Facts, Holds, Shown, Table, Tone, Value};
use crate::eval::Entry;
use crate::model::{DayOff, FormId, MeasureKind, Month, Place, Procedure, RegisterRules};
use crate::text::{self, Lang, Say, Track, Word, weekday};

/// What the screen is made from.
#[derive(Clone, Copy)]
pub struct Explained<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// The dossier.
    pub entry: &'a Entry,
    /// Its procedure, if it is declared.
    pub procedure: Option<&'a Procedure>,
    /// Writes `file:line`.
    pub at: &'a dyn Fn(Place) -> String,
}

/// How many days a screen lists.
const ROWS: usize = 100;

/// How many days are listed at most: a dossier that lies longer is told in dates alone.
const LONGEST: u64 = 1000;

impl Explained<'_> {
    fn lang(self) -> Lang {
        self.judged.lang
    }

    /// Returns the day looked at, or the last one that the register has come to.
    fn as_of(self) -> NaiveDate {
        self.entry.day
    }

    fn say(self, phrase: Track<'_>) -> String {
        text::track(phrase, self.lang())
    }

    fn day(self, on: NaiveDate) -> String {
        day(on, self.lang())
    }

    /// Names a day with its weekday.
    fn named(self, on: NaiveDate) -> String {
        let lang = self.lang();
        let name = weekday(on.weekday().num_days_from_monday(), lang);
        self.say(Track::NamedDay { weekday: name, day: &day(on, lang) })
    }

    fn rules(self) -> RegisterRules {
        self.judged.plan.register
    }

    fn is_working(self, on: NaiveDate) -> bool {
        self.judged.plan.calendar.is_working(on)
    }

    /// Returns the working days it may take, those of suspension too.
    fn allowed(self) -> Option<u32> {
        Some(u32::from(self.procedure?.working_days?) + u32::from(self.entry.suspended))
    }

    /// Returns the day of its resolution, if that has come by the day looked at.
    fn resolved(self) -> Option<NaiveDate> {
        self.entry.facts.resolved.filter(|on| *on <= self.as_of())
    }

    fn apologised(self) -> Option<NaiveDate> {
        self.entry.facts.apologised.filter(|on| *on <= self.as_of())
    }

    /// Returns the day from which working days are counted: that one is not one of them.
    fn begins(self) -> NaiveDate {
        let received = self.entry.facts.received;
        if self.rules().day_off == DayOff::SameDay || self.is_working(received) {
            return received;
        }
        received.iter_days().find(|on| self.is_working(*on)).unwrap_or(received)
    }
}

/// Makes the document.
pub fn dossier(own: Explained<'_>) -> Document {
    let lang = own.lang();
    let entry = own.entry;
    let forms =
        own.judged.plan.forms.iter().filter(|form| form.measures.iter().any(|measure| measure.counted.is_some()));
    let as_of = text::say(Say::AsOf { day: &own.day(own.judged.judgement.as_of) }, lang);
    let mut blocks = vec![
        head_facts(own.judged, forms.clone()),
        Block::Heading(own.say(Track::DossierHeading { id: &entry.id })),
        Block::Note(Shown::toned(as_of, Tone::Quiet)),
    ];
    blocks.extend(wording::made_up(forms, lang).map(Block::Note));
    if own.as_of() < own.judged.judgement.as_of {
        let said = own.say(Track::RegisterEnds { day: &own.day(own.as_of()) });
        blocks.push(Block::Note(Shown::toned(said, Tone::Warn)));
    }
    let state = State::of(entry);
    blocks.push(Block::Para(Shown::toned(ending(own, state), state.tone())));
    blocks.push(Block::Para(Shown::plain(due(own))));
    blocks.extend(apology(own, state).map(Block::Para));
    blocks.push(Block::Facts(facts(own, state)));
    blocks.push(Block::Table(days(own)));
    blocks.push(Block::Table(figures(own)));
    Document { command: "show", lang, main: "days", blocks }
}

/// Says what became of it.
fn ending(own: Explained<'_>, state: State) -> String {
    let facts = own.entry.facts;
    let due = &own.named(facts.due);
    let days = |own_days: i64| wording::days(own_days, own.lang());
    match (state, own.resolved()) {
        (State::Early(early), Some(on)) => {
            own.say(Track::ResolvedEarly { on: &own.named(on), due, days: &days(early) })
        }
        (State::Late(late), Some(on)) => own.say(Track::ResolvedLate { on: &own.named(on), due, days: &days(late) }),
        (_, Some(_)) => own.say(Track::ResolvedOnDay { due }),
        (State::Overdue(late), None) => own.say(Track::PendingOverdue { due, days: &days(late) }),
        (State::InTime(left), None) => own.say(Track::PendingInTime { due, days: &days(left) }),
        (_, None) => String::new(),
    }
}

/// Says how the due day comes about.
fn due(own: Explained<'_>) -> String {
    let entry = own.entry;
    let (received, due) = (&own.named(entry.facts.received), &own.named(entry.facts.due));
    let (Some(computed), Some(allowed)) = (entry.computed, own.allowed()) else {
        return own.say(Track::DueAsWritten { received, due });
    };
    let suspended = u32::from(entry.suspended);
    let number = |days: u32| count(days as usize, own.lang());
    let first = own.begins().iter_days().skip(1).find(|on| own.is_working(*on)).unwrap_or(entry.facts.received);
    let working_days = if suspended == 0 {
        number(allowed)
    } else {
        own.say(Track::WithSuspension { days: &number(allowed - suspended), suspended: &number(suspended) })
    };
    let computed_day = &own.named(computed);
    let mut said =
        own.say(Track::DueComputed { received, days: &working_days, first: &own.named(first), due: computed_day });
    if computed != entry.facts.due {
        said.push(' ');
        said.push_str(&own.say(Track::DueOther { due }));
    }
    said
}

/// Says whether it was apologised for, and in time.
fn apology(own: Explained<'_>, state: State) -> Option<Shown> {
    let due = own.entry.facts.due;
    let Some(on) = own.apologised() else {
        let is_late = matches!(state, State::Late(_) | State::Overdue(_));
        return is_late.then(|| Shown::toned(own.say(Track::NoApology), Tone::Bad));
    };
    let day = &own.named(on);
    let number = own.entry.apology.as_str();
    let said = match own.rules().apology {
        None => own.say(Track::Apologised { number, day }),
        Some(rule) if rule.by.is_in_time(on, due) => own.say(Track::ApologisedInTime { number, day }),
        Some(_) => own.say(Track::ApologisedLate { number, day }),
    };
    let is_late = own.rules().apology.is_some_and(|rule| !rule.by.is_in_time(on, due));
    Some(Shown::toned(said, if is_late { Tone::Warn } else { Tone::Plain }))
}

fn facts(own: Explained<'_>, state: State) -> Facts {
    let (plan, lang, entry) = (own.judged.plan, own.lang(), own.entry);
    let mut facts = Facts::new("dossier");
    let date = |on: NaiveDate| Cell::new(Value::Date(on), day(on, lang));
    facts.add("id", "", Cell::data(Value::Text(entry.id.clone())));
    let mut add = |key: &'static str, label: Word, cell: Cell| facts.add(key, text::word(label, lang), cell);
    add("state", Word::LateBy, state.cell(lang));
    add(
        "unit",
        Word::UnitHead,
        Cell::new(Value::Text(plan.unit(entry.unit).id.clone()), plan.unit(entry.unit).name.clone()),
    );
    let name = own.procedure.map_or_else(String::new, |own| format!(": {}", own.name));
    add(
        "procedure",
        Word::ProcedureHead,
        Cell::new(Value::Text(entry.procedure.clone()), format!("{}{name}", entry.procedure)),
    );
    add("channel", Word::ChannelHead, Cell::new(Value::Text(entry.facts.channel.word().to_owned()), channel(own)));
    add("level", Word::LevelHead, Cell::new(Value::Int(i128::from(entry.facts.level)), entry.facts.level.to_string()));
    add("received", Word::ReceivedOn, date(entry.facts.received));
    let due = day(entry.facts.due, lang);
    let due = if entry.is_due_written { due } else { format!("{due} ({})", own.say(Track::DueNotWritten)) };
    add("due", Word::AppointedHead, Cell::new(Value::Date(entry.facts.due), due));
    if let Some(computed) = entry.computed.filter(|_| entry.is_due_written) {
        add("computed-due", Word::ComputedHead, date(computed));
    }
    if let Some(new_due) = entry.new_due.filter(|_| own.apologised().is_some()) {
        let all = entry.new_dues.iter().map(|on| day(*on, lang)).collect::<Vec<_>>().join("; ");
        add("new-due", Word::NewDueHead, Cell::new(Value::Date(new_due), all));
    }
    if let Some(resolved) = own.resolved() {
        add("resolved", Word::ResolvedOn, date(resolved));
    }
    add("where", Word::Where, Cell::text((own.at)(entry.place)));
    facts
}

fn channel(own: Explained<'_>) -> String {
    let word = match own.entry.facts.channel {
        crate::model::Channel::Online => Word::Online,
        crate::model::Channel::InPerson => Word::InPerson,
        crate::model::Channel::Post => Word::ByPost,
    };
    text::word(word, own.lang()).to_owned()
}

/// Lists the days from receipt on: which are worked, which of them it is, what happened.
fn days(own: Explained<'_>) -> Table {
    let lang = own.lang();
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::new("date", word(Word::DateHead)),
        Column::new("weekday", word(Word::WeekdayHead)).holding(Holds::Nothing),
        Column::hidden("working"),
        Column::right("working-day", word(Word::WorkingDayHead)),
        Column::new("what", word(Word::WhatHappened)),
    ];
    let mut table = Table::new("days", word(Word::DayByDay), columns);
    let facts = own.entry.facts;
    let ends = [own.resolved().unwrap_or(own.as_of()), facts.due].into_iter().chain(own.entry.computed);
    let last =
        ends.max().unwrap_or(facts.due).min(facts.received.checked_add_days(Days::new(LONGEST)).unwrap_or(facts.due));
    let (begins, mut number) = (own.begins(), 0_i128);
    for on in facts.received.iter_days().take_while(|on| *on <= last) {
        let is_working = own.is_working(on);
        let counts = is_working && on > begins;
        number += i128::from(counts);
        let (said, tone) = events(own, on);
        table.rows.push(vec![
            Cell::new(Value::Date(on), day(on, lang)),
            Cell::new(Value::Null, kind(own, on)),
            Cell::data(Value::Bool(is_working)),
            if counts { Cell::new(Value::Int(number), number.to_string()) } else { Cell::new(Value::Null, "–") },
            Cell::toned(Value::text((!said.is_empty()).then(|| said.clone())), said, tone),
        ]);
    }
    if table.rows.len() > ROWS {
        table.cap = Some((ROWS, text::say(Say::MoreRows { count: &count(table.rows.len() - ROWS, lang) }, lang)));
    }
    table
}

/// Names what kind of day it is: its weekday, and that it is off or worked instead.
fn kind(own: Explained<'_>, on: NaiveDate) -> String {
    let (calendar, lang) = (&own.judged.plan.calendar, own.lang());
    let name = weekday(on.weekday().num_days_from_monday(), lang);
    let more = match () {
        () if calendar.working_days.contains(&on) => Some(Word::MadeUpFor),
        () if calendar.days_off.contains(&on) => Some(Word::DayOffHead),
        () => None,
    };
    more.map_or_else(|| name.to_owned(), |more| format!("{name}, {}", text::word(more, lang)))
}

/// Says what happened on a day.
fn events(own: Explained<'_>, on: NaiveDate) -> (String, Tone) {
    let (entry, lang) = (own.entry, own.lang());
    let facts = entry.facts;
    let word = |word: Word| wording::uncapital(text::word(word, lang));
    let (mut said, mut tone) = (Vec::new(), Tone::Plain);
    let mut add = |is: bool, text: String| {
        if is {
            said.push(text);
        }
    };
    add(facts.received == on, own.say(Track::ReceivedBy { channel: &channel(own) }));
    add(facts.received != on && own.begins() == on, word(Word::CountsFrom));
    add(own.apologised() == Some(on), own.say(Track::ApologyOf { number: &entry.apology }));
    let is_same = entry.computed == Some(facts.due);
    add(entry.computed == Some(on) && !is_same, word(Word::ComputedHead));
    add(facts.due == on, word(if is_same { Word::DueAsComputed } else { Word::AppointedHead }));
    add(own.apologised().is_some() && entry.new_dues.contains(&on), word(Word::NewDueHead));
    if own.resolved() == Some(on) {
        let state = State::of(entry);
        add(true, format!("{}: {}", word(Word::ResolvedOn), state.cell(lang).shown.text));
        tone = state.tone();
    } else if own.resolved().is_none() && own.as_of() == on {
        let is_end = own.as_of() < own.judged.judgement.as_of;
        add(true, if is_end { own.say(Track::RegisterEndsHere) } else { word(Word::DayJudged) });
    }
    (said.join("; "), tone)
}

/// Lists the figures that it is counted in.
fn figures(own: Explained<'_>) -> Table {
    let (plan, lang) = (own.judged.plan, own.lang());
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::new("period", word(Word::PeriodHead)),
        Column::hidden("form"),
        Column::new("form-title", word(Word::TheForm)).spare(1),
        Column::hidden("measure"),
        Column::new("name", word(Word::MeasureHead)),
    ];
    let mut table = Table::new("figures", word(Word::CountedIn), columns);
    let by = plan.register.apology.map(|rule| rule.by);
    for (at, form) in plan.forms.iter().enumerate().filter(|(_, form)| form.units.contains(&own.entry.unit)) {
        let terms = own.judged.times.form(FormId::at(at)).all().iter().filter(|term| term.is_closed(own.as_of()));
        for (term, measure) in terms.flat_map(|term| form.measures.iter().map(move |measure| (term, measure))) {
            let Some(counted) = &measure.counted else { continue };
            let facts = &own.entry.facts;
            // What is counted since the year began is counted anew in each period.
            let is_to_date = counted.count.kind() == MeasureKind::ToDate;
            let first = if is_to_date {
                plan.window.first_day(Month::january(term.period.year())).unwrap_or(term.first)
            } else {
                term.first
            };
            if counted.concerns(facts, &own.entry.procedure) && counted.count.holds(facts, (first, term.last), by) {
                table.rows.push(vec![
                    Cell::new(Value::Text(term.period.to_string()), wording::period(term.period, lang)),
                    Cell::data(Value::Text(form.id.value.clone())),
                    Cell::text(form.title.clone()),
                    Cell::data(Value::Text(measure.id.value.clone())),
                    Cell::text(measure.name.clone()),
                ]);
            }
        }
    }
    table.on_screen = !table.rows.is_empty();
    if table.rows.len() > ROWS {
        table.cap = Some((ROWS, text::say(Say::MoreRows { count: &count(table.rows.len() - ROWS, lang) }, lang)));
    }
    table
}
