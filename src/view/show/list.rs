//! What can be shown; the plan's head; lists that several screens have.

use super::Showing;
use super::describe::{fact, heading, said, word};
use crate::model::{IndexId, Month, Period, PeriodKind, Round, Window};
use crate::text::{self, Say, Word};
use crate::view::wording::{self, day};
use crate::view::{Block, Cell, Column, Facts, Shown, Table, Tone, Value};

/// Lists what can be shown.
pub(super) fn list(showing: Showing<'_>) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::new("id", word(Word::IdHead, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::new("name", word(Word::NameHead, lang)),
    ];
    let mut table = Table::new("things", "", columns);
    let mut add = |id: &str, kind: Word, code: &str, name: &str| {
        table.rows.push(vec![
            Cell::toned(Value::Text(id.to_owned()), id, Tone::Strong),
            Cell::new(Value::Text(code.to_owned()), word(kind, lang)),
            Cell::text(name),
        ]);
    };
    add("plan", Word::Plan, "plan", &plan.head.title);
    for task in &plan.tasks {
        add(&task.no.to_string(), Word::Task, "task", &task.title);
        for target in &task.targets {
            let own = plan.indicator(target.indicator);
            let bound = wording::bound_long(target.bound_on(showing.judged.judgement.as_of), own, lang);
            add(&target.id, Word::Target, "target", &format!("{}: {bound}", own.name));
        }
    }
    plan.indicators.iter().for_each(|own| add(&own.id.value, Word::Indicator, "indicator", &own.name));
    plan.forms.iter().for_each(|own| add(&own.id.value, Word::Form, "form", &own.title));
    for form in &plan.forms {
        form.measures.iter().for_each(|own| add(&own.id.value, Word::Measure, "measure", &own.name));
    }
    plan.units.iter().for_each(|own| add(&own.id, Word::Unit, "unit", &own.name));
    plan.groups.iter().for_each(|own| add(&own.id, Word::Group, "group", &own.name));
    plan.indexes.iter().for_each(|own| add(&own.id.value, Word::Index, "index", &own.name));
    let first = Month::january(plan.years.0);
    for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year] {
        let example = Period::holding(kind, first);
        add(&example.to_string(), Word::Period, "period", &wording::period(example, lang));
    }
    vec![Block::Para(Shown::toned(text::say(Say::ShowHint, lang), Tone::Quiet)), Block::Table(table)]
}

/// Shows the plan's head.
pub(super) fn plan(showing: Showing<'_>) -> Vec<Block> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let head = &plan.head;
    let mut facts = Facts::new("plan");
    let mut add = |key, label, text: String| fact(&mut facts, key, label, text, lang);
    add("number", Word::NumberHead, head.number.clone());
    add("agency", Word::Agency, head.agency.clone());
    add("parent", Word::Parent, head.parent.clone().unwrap_or_default());
    add("title", Word::Title, head.title.clone());
    let issued = text::long_day(head.issued, lang);
    add("place", Word::PlaceOfIssue, head.place_of_issue.clone().unwrap_or_default());
    add("basis", Word::Basis, head.basis.join("; "));
    add("purposes", Word::Purposes, head.purposes.join(" "));
    add("requirements", Word::Requirements, head.requirements.join(" "));
    add("funding", Word::Funding, head.funding.clone().unwrap_or_default());
    if let Some(monitor) = &head.monitor {
        add("monitor", Word::Monitor, plan.unit(monitor.unit).name.clone());
        add("reports-to", Word::ReportsTo, monitor.reports_to.clone().unwrap_or_default());
        add("duty", Word::Duty, monitor.duty.clone().unwrap_or_default());
    }
    add("recipients", Word::Recipients, head.recipients.join("; "));
    if let Some(signer) = &head.signer {
        let title = signer.title.as_deref().map_or_else(String::new, |title| format!("{title} "));
        add("signer", Word::Signer, format!("{title}{}", signer.name));
    }
    let window = match plan.window {
        Window::Calendar => Word::WindowCalendar,
        Window::MidMonth => Word::WindowMidMonth,
    };

    add("note", Word::Note, head.note.clone().unwrap_or_default());
    said(&mut facts, "issued", Word::Issued, Value::Date(head.issued), issued, lang);
    let code = Value::Text(plan.window.word().to_owned());
    said(&mut facts, "window", Word::Window, code, word(window, lang), lang);
    for (key, label, list) in [
        ("days-off", Word::DaysOff, &plan.calendar.days_off),
        ("working-days", Word::MakeUpDays, &plan.calendar.working_days),
    ] {
        let data = Value::List(list.iter().copied().map(Value::Date).collect());
        let shown = list.iter().map(|own| day(*own, lang)).collect::<Vec<_>>().join("; ");
        said(&mut facts, key, label, data, shown, lang);
    }
    if let Some(closing) = showing.judged.times.closing() {
        said(&mut facts, "closing", Word::Closing, Value::Date(closing), day(closing, lang), lang);
    }
    vec![heading(Word::Plan, &head.number, &head.number, lang), Block::Facts(facts)]
}

/// Lists the points that people gave an index as a whole, or a criterion of it.
pub(super) fn given(showing: Showing<'_>, id: IndexId, criterion: Option<usize>) -> Table {
    let lang = showing.judged.lang;
    let columns = vec![
        Column::new("round", word(Word::RoundHead, lang)),
        Column::right("points", word(Word::PointsHead, lang)),
        Column::new("evidence", word(Word::Evidence, lang)),
        Column::new("note", word(Word::Note, lang)),
        Column::new("where", word(Word::Where, lang)),
    ];
    let mut table = Table::new("scores", word(Word::Scores, lang), columns);
    for own in showing.judged.figures.scores.iter().filter(|own| (own.index, own.criterion) == (id, criterion)) {
        let round = match own.round {
            Round::Own => Word::RoundOwn,
            Round::First => Word::RoundFirst,
            Round::Second => Word::RoundSecond,
        };
        let points = own.points.trimmed();
        table.rows.push(vec![
            Cell::new(Value::Text(own.round.word().to_owned()), word(round, lang)),
            Cell::new(Value::Number(points), wording::number(points, lang)),
            Cell::text(own.evidence.clone().unwrap_or_default()),
            Cell::text(own.note.clone().unwrap_or_default()),
            Cell::text((showing.at)(own.place)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

/// Lists tasks with their verdicts; `role` says why a task is listed, or that it is not.
pub(super) fn tasks(showing: Showing<'_>, role: &dyn Fn(usize) -> Option<Cell>) -> Table {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut columns = vec![
        Column::right("task", word(Word::No, lang)),
        Column::new("title", word(Word::TaskHead, lang)),
        Column::new("role", word(Word::RoleHead, lang)),
        Column::new("verdict", word(Word::VerdictHead, lang)),
        Column::new("deadline", word(Word::DeadlineHead, lang)),
    ];
    let mut rows = Vec::new();
    for result in &showing.judged.judgement.tasks {
        let Some(role) = role(result.task) else { continue };
        let task = &plan.tasks[result.task];
        let shown = wording::task_verdict(result, lang);
        let title = Shown::plain(wording::shortened(&task.title, 90)).cut_from(&task.title);
        rows.push(vec![
            Cell::new(Value::Int(i128::from(task.no)), task.no.to_string()),
            Cell { value: Value::Text(task.title.clone()), shown: title },
            role,
            Cell::toned(Value::Text(result.verdict.code().to_owned()), shown.text, shown.tone),
            Cell::new(Value::date(result.deadline), wording::schedule(task, result.deadline, lang)),
        ]);
    }
    if rows.iter().all(|row| row[2].shown.text.is_empty()) {
        columns[2].title.clear();
    }
    let mut table = Table::new("tasks", word(Word::Tasks, lang), columns);
    table.on_screen = !rows.is_empty();
    table.rows = rows;
    table
}
