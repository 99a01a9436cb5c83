//! `plan due`: what is overdue and what falls due, for whom; as tables and as a calendar.

use chrono::{Datelike, Days, NaiveDate};

use super::duty::{kind, name};
use super::status::{Judged, head};
use super::wording::{self, bound_long, count, day};
use super::{Block, Cell, Column, Document, Shown, Table, Tone, Value};
use crate::eval::{Due, Duty};
use crate::model::{Party, Schedule, UnitId};
use crate::text::{self, Lang, Say, Word};

/// What is to be listed.
#[derive(Clone)]
pub struct Dues<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// All that is overdue or falls due, soonest first.
    pub all: &'a [Due],
    /// Days ahead.
    pub within: u32,
    /// Who owes it; everybody if there is none.
    pub units: &'a [Party],
}

/// A calendar of what falls due.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// The day that it is as of.
    pub as_of: NaiveDate,
    /// What falls due, a day each.
    pub events: Vec<Event>,
}

/// Something that falls due.
#[derive(Clone, Debug)]
pub struct Event {
    /// What it is, in the words of the plan: the same whenever it falls due and whatever language it is told in.
    pub key: String,
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub summary: String,
    /// Who owes it, under which plan.
    pub description: String,
}

/// Something due, for those who are asked about.
struct Item<'a> {
    due: &'a Due,
    parties: Vec<Party>,
}

/// Makes the document.
pub fn due(dues: &Dues<'_>) -> Document {
    let (judged, lang) = (dues.judged, dues.judged.lang);
    let items = items(dues);
    let mut blocks = head(judged);
    let until = until(dues).map_or_else(String::new, |until| day(until, lang));
    let within = text::number(&dues.within.to_string(), lang);
    blocks.push(Block::Note(Shown::plain(text::say(Say::DueWithin { days: &within, until: &until }, lang))));
    if !dues.units.is_empty() {
        let names: Vec<&str> = dues.units.iter().map(|party| judged.plan.party_name(*party)).collect();
        let what = format!("{} {}", text::word(Word::Unit, lang).to_lowercase(), names.join(", "));
        blocks.push(Block::Note(Shown::plain(text::say(Say::Narrowed { what: &what }, lang))));
    }
    if items.is_empty() {
        blocks.push(Block::Para(Shown::toned(text::say(Say::NothingFallsDue, lang), Tone::Good)));
    } else {
        let overdue = items.iter().filter(|item| item.due.is_overdue).count();
        let (overdue, ahead) = (&count(overdue, lang), &count(items.len() - overdue, lang));
        blocks.push(Block::Para(Shown::plain(text::say(Say::DueTotals { overdue, ahead }, lang))));
    }
    blocks.push(Block::Table(table(dues, &items)));
    blocks.push(Block::Table(units(dues, &items)));
    Document { command: "due", lang, main: "due", blocks }
}

/// Returns the last day looked at; none past the end of the calendar.
fn until(dues: &Dues<'_>) -> Option<NaiveDate> {
    dues.judged.judgement.as_of.checked_add_days(Days::new(u64::from(dues.within)))
}

/// Returns what is to be listed, of reports those who are asked about alone.
fn items<'a>(dues: &Dues<'a>) -> Vec<Item<'a>> {
    let (plan, until) = (dues.judged.plan, until(dues));
    let wanted: Vec<UnitId> = dues.units.iter().flat_map(|party| plan.party_units(party)).copied().collect();
    let concerns =
        |party: &Party| wanted.is_empty() || plan.party_units(party).iter().any(|unit| wanted.contains(unit));
    let near = dues.all.iter().filter(|due| due.is_overdue || until.is_none_or(|until| due.on <= until));
    let item = |due: &'a Due| {
        let is_report = matches!(due.duty, Duty::Report(..));
        let own: Vec<Party> = due.parties.iter().copied().filter(concerns).collect();
        let parties = if is_report || own.is_empty() { own } else { due.parties.clone() };
        Item { due, parties }
    };
    near.map(item).filter(|item| !item.parties.is_empty()).collect()
}

/// How many units a cell names.
const NAMED: usize = 6;

fn names(dues: &Dues<'_>, parties: &[Party]) -> String {
    let named: Vec<&str> = parties.iter().take(NAMED).map(|party| dues.judged.plan.party_name(*party)).collect();
    let rest = parties.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!("… (+{})", count(rest, dues.judged.lang)) } else { String::new() };
    format!("{}{more}", named.join("; "))
}

fn table(dues: &Dues<'_>, items: &[Item<'_>]) -> Table {
    let lang = dues.judged.lang;
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::new("due", word(Word::DeadlineHead)),
        Column::new("days", word(Word::LateBy)),
        Column::hidden("state"),
        Column::hidden("kind"),
        Column::right("task", word(Word::TaskHead)),
        Column::new("name", word(Word::DutyHead)),
        Column::hidden("bound"),
        Column::hidden("period"),
        Column::new("units", word(Word::OwedByHead)),
    ];
    let mut table = Table::new("due", "", columns);
    table.rows = items.iter().map(|item| row(dues, item)).collect();
    table.on_screen = !table.rows.is_empty();
    table
}

fn row(dues: &Dues<'_>, item: &Item<'_>) -> Vec<Cell> {
    let (judged, lang) = (dues.judged, dues.judged.lang);
    let Due { on, duty, is_overdue, .. } = *item.due;
    let days = (on - judged.judgement.as_of).num_days();
    let (shown, tone) = left(days, is_overdue, lang);
    let bound = bound(judged, duty);
    let period = match duty {
        Duty::Report(_, period) | Duty::Update(_, period) => Some(period.to_string()),
        Duty::Deliverable(..) | Duty::Task(_) | Duty::Target(..) | Duty::Milestone(..) => None,
    };
    let no = duty.task().map(|task| judged.plan.tasks[task].no);
    let ids = item.parties.iter().map(|party| Value::Text(judged.plan.party_id(*party).to_owned())).collect();
    vec![
        Cell::new(Value::Date(on), day(on, lang)),
        Cell::toned(Value::Int(i128::from(days)), shown, tone),
        Cell::data(Value::Text(if is_overdue { "overdue" } else { "ahead" }.to_owned())),
        Cell::data(Value::Text(kind(duty).0.to_owned())),
        no.map_or_else(|| Cell::new(Value::Null, ""), |no| Cell::new(Value::Int(i128::from(no)), no.to_string())),
        Cell::new(Value::Text(name(judged, duty)), said(judged, duty)),
        Cell::data(Value::text(bound)),
        Cell::data(Value::text(period)),
        Cell::new(Value::List(ids), names(dues, &item.parties)),
    ]
}

/// Says how long there is, or how long it should have been there.
fn left(days: i64, is_overdue: bool, lang: Lang) -> (String, Tone) {
    let word = |own: Word| text::word(own, lang).to_owned();
    match days {
        0 if is_overdue => (word(Word::DueToday), Tone::Bad),
        0 => (word(Word::DueToday), Tone::Warn),
        days if days < 0 => (format!("{} {}", word(Word::OverdueBy), wording::days(-days, lang)), Tone::Bad),
        days => (text::say(Say::DaysLeft { days: &wording::days(days, lang) }, lang), Tone::Plain),
    }
}

fn bound(judged: Judged<'_>, duty: Duty) -> Option<String> {
    match duty {
        Duty::Target(task, target, bound) | Duty::Milestone(task, target, bound) => {
            let indicator = judged.plan.indicator(judged.plan.tasks[task].targets[target].indicator);
            Some(bound_long(bound, indicator, judged.lang))
        }
        Duty::Report(..) | Duty::Update(..) | Duty::Deliverable(..) | Duty::Task(_) => None,
    }
}

/// Says what is due in a few words.
fn said(judged: Judged<'_>, duty: Duty) -> String {
    let lang = judged.lang;
    let (name, bound) = (&name(judged, duty), &bound(judged, duty).unwrap_or_default());
    let period = |period| wording::period(period, lang);
    let phrase = match duty {
        Duty::Report(_, own) => return text::say(Say::DutyReport { form: name, period: &period(own) }, lang),
        Duty::Update(_, own) => return text::say(Say::DutyUpdate { task: name, period: &period(own) }, lang),
        Duty::Deliverable(..) => Say::DutyWork { name },
        Duty::Task(_) => Say::DutyTask { task: name },
        Duty::Target(..) => Say::DutyTarget { name, bound },
        Duty::Milestone(..) => Say::DutyMilestone { name, bound },
    };
    text::say(phrase, lang)
}

/// Counts for each unit or group what it owes, those with most overdue first.
fn units(dues: &Dues<'_>, items: &[Item<'_>]) -> Table {
    let (plan, lang) = (dues.judged.plan, dues.judged.lang);
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead)),
        Column::right("overdue", word(Word::PastDueHead)),
        Column::right("ahead", word(Word::NotPastDueHead)),
        Column::new("next", word(Word::NextDue)),
    ];
    let mut parties: Vec<(Party, usize, usize, Option<NaiveDate>)> = Vec::new();
    for (item, party) in items.iter().flat_map(|item| item.parties.iter().map(move |party| (item, *party))) {
        let at = parties.iter().position(|(known, ..)| *known == party).unwrap_or_else(|| {
            parties.push((party, 0, 0, None));
            parties.len() - 1
        });
        let (_, overdue, ahead, next) = &mut parties[at];
        if item.due.is_overdue {
            *overdue += 1;
        } else {
            *ahead += 1;
            next.get_or_insert(item.due.on);
        }
    }
    parties.sort_by_key(|(_, overdue, ahead, _)| (std::cmp::Reverse(*overdue), std::cmp::Reverse(*ahead)));
    let mut table = Table::new("units", word(Word::ByUnit), columns);
    let row = |(party, overdue, ahead, next): &(Party, usize, usize, Option<NaiveDate>)| {
        let tone = if *overdue > 0 { Tone::Bad } else { Tone::Plain };
        vec![
            Cell::data(Value::Text(plan.party_id(*party).to_owned())),
            Cell::text(plan.party_name(*party)),
            Cell::toned(Value::count(*overdue), count(*overdue, lang), tone),
            Cell::new(Value::count(*ahead), count(*ahead, lang)),
            Cell::new(Value::date(*next), next.map_or_else(|| "–".to_owned(), |next| day(next, lang))),
        ]
    };
    table.rows = parties.iter().map(row).collect();
    table.on_screen = !table.rows.is_empty();
    table
}

/// Makes the calendar of the same.
pub fn due_calendar(dues: &Dues<'_>) -> Calendar {
    let (judged, lang) = (dues.judged, dues.judged.lang);
    let plan = judged.plan;
    let made_up = wording::made_up(plan.forms.iter(), lang).map(|shown| shown.text);
    let event = |item: &Item<'_>| {
        let Due { on, duty, is_overdue, .. } = *item.due;
        let what = wording::capital(&said(judged, duty));
        let no = duty.task().map(|task| plan.tasks[task].no.to_string());
        let task = no.map(|task| text::say(Say::DutyOfTask { task: &task }, lang));
        let owed = format!("{}: {}", text::word(Word::OwedByHead, lang), names(dues, &item.parties));
        let line =
            Say::PlanLine { number: &plan.head.number, day: &day(plan.head.issued, lang), agency: &plan.head.agency };
        let lines = [Some(owed), task, Some(text::say(line, lang)), made_up.clone()];
        Event {
            key: key(judged, item.due),
            on,
            summary: if is_overdue { text::say(Say::DutyOverdue { what: &what }, lang) } else { what },
            description: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        }
    };
    Calendar {
        name: text::say(Say::CalendarName { number: &plan.head.number, agency: &plan.head.agency }, lang),
        as_of: judged.judgement.as_of,
        events: items(dues).iter().map(event).collect(),
    }
}

/// Says what something is so that it keeps its name when its day changes.
fn key(judged: Judged<'_>, due: &Due) -> String {
    let plan = judged.plan;
    let no = due.duty.task().map_or_else(String::new, |task| plan.tasks[task].no.to_string());
    // What comes round each year is another thing each year.
    let is_yearly = due.duty.task().is_some_and(|task| matches!(plan.tasks[task].schedule, Schedule::Every { .. }));
    let year = |own: bool| if own && is_yearly { due.on.year().to_string() } else { String::new() };
    // Of targets of one indicator in a task the first is not the second; their ids change when one is put before them.
    let target = |task: usize, at: usize| {
        let all = &plan.tasks[task].targets;
        let same = all[..at].iter().filter(|own| own.indicator == all[at].indicator).count();
        format!("{}\n{same}", plan.indicator(all[at].indicator).id.value)
    };
    let own = match due.duty {
        Duty::Report(form, period) => format!("report\n{}\n{period}", plan.form(form).id.value),
        Duty::Update(_, period) => format!("update\n{no}\n{period}"),
        Duty::Deliverable(task, at) => {
            let declared = &plan.tasks[task].deliverables[at];
            format!("deliverable\n{no}\n{}\n{}", declared.name, year(declared.due.is_none()))
        }
        Duty::Task(_) => format!("task\n{no}\n{}", year(true)),
        Duty::Target(task, at, _) => {
            format!("target\n{no}\n{}\n{}", target(task, at), year(plan.tasks[task].targets[at].by.is_none()))
        }
        Duty::Milestone(task, at, bound) => {
            let all = &plan.tasks[task].targets[at].milestones;
            let place = all.iter().position(|own| (own.on, own.bound) == (due.on, bound)).unwrap_or(all.len());
            format!("milestone\n{no}\n{}\n{place}", target(task, at))
        }
    };
    format!("{}\n{}\n{own}", plan.head.agency, plan.head.number)
}
