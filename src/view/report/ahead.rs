//! Section IV: what is overdue and what falls due in the period ahead.

use super::about::{Report, next};
use super::assessment::{cut, listed, named};
use crate::eval::{Due, Duty, due};
use crate::model::Period;
use crate::text::{Lang, Tell, Word, quoted, tell, word};
use crate::view::duty::{kind, name};
use crate::view::wording::{self, bound_long, count, day};
use crate::view::{Block, Cell, Column, Shown, Table, Tone, Value};

/// Writes the section.
pub(super) fn ahead(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let period = next(report.made_from.period);
    let is_in_plan = report.plan().months().covers(period.months());
    let name = wording::period(period, lang);
    let mut blocks = vec![Block::Section(1, tell(Tell::AheadHead { period: &name }, lang))];
    if !is_in_plan {
        blocks.push(Block::Para(Shown::plain(tell(Tell::PlanEnds { year: &report.plan().years.1.to_string() }, lang))));
    }
    let (overdue, coming): (Vec<Due>, Vec<Due>) = dues(report).into_iter().partition(|own| own.is_overdue);
    if !overdue.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::OverdueHead, lang))));
        blocks.extend(listed(cut(by_party(report, &overdue), lang), ""));
    }
    if !coming.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::DueHead, lang))));
    }
    if is_in_plan || !coming.is_empty() {
        let days = coming.chunk_by(|one, next| one.on == next.on);
        let said = days.flat_map(|own| of_day(report, own)).collect();
        blocks.extend(listed(cut(said, lang), &tell(Tell::NothingAhead, lang)));
    }
    blocks
}

/// Returns what is overdue, and what falls due by the end of the period ahead or is to report on a part of it.
fn dues(report: &Report<'_>) -> Vec<Due> {
    let until = report.days(next(report.made_from.period)).map_or(report.as_of(), |(_, last)| last);
    let is_near = |own: &Due| own.on <= until || own.period_end.is_some_and(|end| end <= until);
    let all = due(report.made_from.context, report.made_from.judged.judgement);
    all.into_iter().filter(|own| own.is_overdue || is_near(own)).collect()
}

/// Lists what must be done at once, by who owes it.
fn by_party(report: &Report<'_>, overdue: &[Due]) -> Vec<String> {
    let lang = report.lang();
    let mut parties: Vec<(String, Vec<&Due>)> = Vec::new();
    let mut add = |party: String, own| match parties.iter_mut().find(|(known, _)| *known == party) {
        Some((_, list)) => list.push(own),
        None => parties.push((party, vec![own])),
    };
    for own in overdue {
        match own.duty {
            // Each unit owes its own report, but a task is led by all its leads together.
            Duty::Report(..) => {
                own.parties.iter().for_each(|party| add(report.plan().party_name(*party).to_owned(), own));
            }
            _ => add(wording::parties(report.plan(), &own.parties), own),
        }
    }
    let said = |(party, list): &(String, Vec<&Due>)| {
        let list: Vec<String> = same(list).iter().map(|own| overdue_words(report, own)).collect();
        tell(Tell::OverdueOf { lead: party, list: &named(&list, lang) }, lang)
    };
    parties.iter().map(said).collect()
}

/// Puts reports of one form, and updates of one task, together.
fn same<'a>(list: &[&'a Due]) -> Vec<Vec<&'a Due>> {
    let is_same = |one: Duty, other: Duty| match (one, other) {
        (Duty::Report(one, _), Duty::Report(other, _)) => one == other,
        (Duty::Update(one, _), Duty::Update(other, _)) => one == other,
        _ => false,
    };
    let mut groups: Vec<Vec<&Due>> = Vec::new();
    for own in list {
        match groups.iter_mut().find(|group| is_same(group[0].duty, own.duty)) {
            Some(group) => group.push(own),
            None => groups.push(vec![own]),
        }
    }
    groups
}

/// Words one thing that is overdue, or reports of one form.
fn overdue_words(report: &Report<'_>, group: &[&Due]) -> String {
    let lang = report.lang();
    let period = |own: &&Due| match own.duty {
        Duty::Report(_, period) | Duty::Update(_, period) => {
            tell(Tell::PeriodDue { period: &wording::period(period, lang), due: &day(own.on, lang) }, lang)
        }
        _ => String::new(),
    };
    let list = group.iter().map(period).collect::<Vec<_>>().join(", ");
    let first = group[0];
    let (name, due) = (name(report.made_from.judged, first.duty), day(first.on, lang));
    let task = no(report, first);
    match first.duty {
        Duty::Report(..) => tell(Tell::OverdueReports { form: &name, list: &list }, lang),
        Duty::Update(..) => tell(Tell::OverdueUpdates { task: &task, list: &list }, lang),
        Duty::Deliverable(..) => tell(Tell::OverdueWork { task: &task, name: &name, due: &due }, lang),
        Duty::Task(_) | Duty::Target(..) | Duty::Milestone(..) => {
            tell(Tell::OverdueTask { task: &task, due: &due }, lang)
        }
    }
}

fn no(report: &Report<'_>, own: &Due) -> String {
    own.duty.task().map_or_else(String::new, |task| report.plan().tasks[task].no.to_string())
}

/// Words what falls due on one day, a sentence for each kind.
fn of_day(report: &Report<'_>, list: &[Due]) -> Vec<String> {
    let mut kinds: Vec<(&str, Vec<&Due>)> = Vec::new();
    for own in list {
        let code = kind(own.duty).0;
        match kinds.iter_mut().find(|(known, _)| *known == code) {
            Some((_, list)) => list.push(own),
            None => kinds.push((code, vec![own])),
        }
    }
    kinds.iter().map(|(_, list)| of_kind(report, list)).collect()
}

/// Words what of one kind falls due on one day.
fn of_kind(report: &Report<'_>, list: &[&Due]) -> String {
    let lang = report.lang();
    let on = &day(list[0].on, lang);
    let one = |own: &&Due| {
        let (task, lead) = (&no(report, own), &wording::parties(report.plan(), &own.parties));
        let (name, bound) = (&name(report.made_from.judged, own.duty), &bound(report, own.duty, lang));
        tell(
            match own.duty {
                Duty::Deliverable(..) => Tell::WorkAhead { task, name, lead },
                Duty::Target(..) | Duty::Milestone(..) => Tell::TargetAhead { name, bound, lead },
                Duty::Task(_) | Duty::Report(..) | Duty::Update(..) => Tell::TaskAhead { task, lead },
            },
            lang,
        )
    };
    let all = &match list[0].duty {
        Duty::Report(..) => {
            named(&by_period(report, list, |own| quoted(&name(report.made_from.judged, own), lang)), lang)
        }
        Duty::Update(..) => {
            let task = |own: Duty| own.task().map_or_else(String::new, |task| report.plan().tasks[task].no.to_string());
            named(&by_period(report, list, task), lang)
        }
        _ => named(&list.iter().map(one).collect::<Vec<_>>(), lang),
    };
    tell(
        match list[0].duty {
            Duty::Report(..) => Tell::ReportsOn { day: on, list: all },
            Duty::Update(..) => Tell::UpdatesOn { day: on, list: all },
            Duty::Deliverable(..) => Tell::WorksOn { day: on, list: all },
            Duty::Task(_) => Tell::TasksOn { day: on, list: all },
            Duty::Target(..) => Tell::TargetsOn { day: on, list: all },
            Duty::Milestone(..) => Tell::MilestonesOn { day: on, list: all },
        },
        lang,
    )
}

/// Puts what is reported on the same period together: the period, then forms or tasks.
fn by_period(report: &Report<'_>, list: &[&Due], what: impl Fn(Duty) -> String) -> Vec<String> {
    let lang = report.lang();
    let mut periods: Vec<(Period, Vec<String>)> = Vec::new();
    for own in list {
        let (Duty::Report(_, period) | Duty::Update(_, period)) = own.duty else { continue };
        match periods.iter_mut().find(|(known, _)| *known == period) {
            Some((_, list)) => list.push(what(own.duty)),
            None => periods.push((period, vec![what(own.duty)])),
        }
    }
    let is_report = matches!(list[0].duty, Duty::Report(..));
    let said = |(period, list): &(Period, Vec<String>)| {
        let (period, list) = (&wording::period(*period, lang), &list.join(", "));
        tell(if is_report { Tell::ReportAhead { period, list } } else { Tell::UpdateAhead { period, list } }, lang)
    };
    periods.iter().map(said).collect()
}

fn bound(report: &Report<'_>, duty: Duty, lang: Lang) -> String {
    match duty {
        Duty::Target(task, target, bound) | Duty::Milestone(task, target, bound) => {
            let plan = report.plan();
            bound_long(bound, plan.indicator(plan.tasks[task].targets[target].indicator), lang)
        }
        Duty::Report(..) | Duty::Update(..) | Duty::Deliverable(..) | Duty::Task(_) => String::new(),
    }
}

/// How many parties a row names.
const NAMED: usize = 8;

/// Lists the same for workbooks and programs.
pub(super) fn list(report: &Report<'_>) -> Block {
    let lang = report.lang();
    let columns = vec![
        Column::new("due", word(Word::DeadlineHead, lang)),
        Column::new("state", word(Word::LateBy, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::right("task", word(Word::TaskHead, lang)),
        Column::new("name", word(Word::Subject, lang)),
        Column::new("bound", word(Word::BoundHead, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::new("lead", word(Word::OwedByHead, lang)),
    ];
    let name = wording::period(next(report.made_from.period), lang);
    let mut table = Table::new("ahead", tell(Tell::AheadTitle { period: &name }, lang), columns);
    table.on_screen = false;
    table.sheet = tell(Tell::AheadSheet, lang);
    table.rows = dues(report).iter().map(|own| row(report, own)).collect();
    Block::Table(table)
}

fn row(report: &Report<'_>, own: &Due) -> Vec<Cell> {
    let (plan, lang) = (report.plan(), report.lang());
    let (code, kind) = kind(own.duty);
    let (state, shown, tone) =
        if own.is_overdue { ("overdue", Word::PastDue, Tone::Bad) } else { ("ahead", Word::NotPastDue, Tone::Plain) };
    let period = match own.duty {
        Duty::Report(_, period) | Duty::Update(_, period) => Some(period),
        Duty::Deliverable(..) | Duty::Task(_) | Duty::Target(..) | Duty::Milestone(..) => None,
    };
    let task = own.duty.task().map(|task| plan.tasks[task].no);
    let names: Vec<&str> = own.parties.iter().take(NAMED).map(|party| plan.party_name(*party)).collect();
    let rest = own.parties.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!("… (+{})", count(rest, lang)) } else { String::new() };
    vec![
        Cell::new(Value::Date(own.on), day(own.on, lang)),
        Cell::toned(Value::Text(state.to_owned()), word(shown, lang), tone),
        Cell::new(Value::Text(code.to_owned()), word(kind, lang).to_lowercase()),
        task.map_or_else(|| Cell::new(Value::Null, ""), |no| Cell::new(Value::Int(i128::from(no)), no.to_string())),
        Cell::text(name(report.made_from.judged, own.duty)),
        Cell::text(bound(report, own.duty, lang)),
        period.map_or_else(
            || Cell::new(Value::Null, ""),
            |own| Cell::new(Value::Text(own.to_string()), wording::period(own, lang)),
        ),
        Cell::text(format!("{}{more}", names.join("; "))),
    ]
}
