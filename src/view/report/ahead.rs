//! Section IV: what is overdue and what falls due in the period ahead.

use chrono::NaiveDate;

use super::about::{Report, next};
use super::assessment::{cut, listed};
use crate::eval::{TaskResult, Verdict};
use crate::model::{FormId, Task, Term};
use crate::text::{Lang, Tell, Word, tell, word};
use crate::view::wording::{self, bound_long, day};
use crate::view::{Block, Cell, Column, Shown, Table, Value};

/// Writes the section.
pub(super) fn ahead(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let period = next(report.made_from.period);
    let is_in_plan = report.plan().months().covers(period.months());
    let name = wording::period(period, lang);
    let mut blocks = vec![Block::Section(1, tell(Tell::AheadHead { period: &name }, lang))];
    let overdue = overdue(report);
    if !is_in_plan {
        blocks.push(Block::Para(Shown::plain(tell(Tell::PlanEnds { year: &report.plan().years.1.to_string() }, lang))));
    }
    if !overdue.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::OverdueHead, lang))));
        blocks.extend(overdue.into_iter().map(|said| Block::Item(Shown::plain(said))));
    }
    let due = cut(due(report).iter().map(|own| own.said(lang)).collect(), lang);
    let due: Vec<String> = due.into_iter().chain(reports(report)).collect();
    if !due.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::DueHead, lang))));
    }
    if is_in_plan || !due.is_empty() {
        blocks.extend(listed(due, &tell(Tell::NothingAhead, lang)));
    }
    blocks
}

/// Lists what must be done at once, by who leads.
fn overdue(report: &Report<'_>) -> Vec<String> {
    let lang = report.lang();
    let mut leads: Vec<(String, Vec<String>)> = Vec::new();
    for (task, result) in tasks(report) {
        let (no, lead) = (task.no.to_string(), wording::parties(report.plan(), &task.lead));
        for own in result.deliverables.iter().filter(|own| own.verdict == Verdict::Overdue) {
            let (name, due) = (task.deliverables[own.deliverable].name.as_str(), day(own.due, lang));
            let said = tell(Tell::OverdueWork { task: &no, name, due: &due }, lang);
            match leads.iter_mut().find(|(own, _)| *own == lead) {
                Some((_, list)) => list.push(said),
                None => leads.push((lead.clone(), vec![said])),
            }
        }
    }
    let said = |(lead, list): &(String, Vec<String>)| tell(Tell::OverdueOf { lead, list: &list.join("; ") }, lang);
    leads.iter().map(said).collect()
}

fn tasks<'a>(report: &Report<'a>) -> impl Iterator<Item = (&'a Task, &'a TaskResult)> {
    let plan = report.plan();
    report.made_from.judged.judgement.tasks.iter().map(move |result| (&plan.tasks[result.task], result))
}

/// What falls due.
enum What {
    Work,
    Task,
    Target(String),
    Milestone(String),
}

/// Something that falls due on a day.
struct Due {
    on: NaiveDate,
    task: u32,
    /// The name of a deliverable, or of a target with its id.
    name: String,
    lead: String,
    what: What,
}

/// Returns the day up to which a report looks forward.
fn until(report: &Report<'_>) -> NaiveDate {
    report.days(next(report.made_from.period)).map_or(report.as_of(), |(_, last)| last)
}

/// Lists deliverables, tasks, targets and milestones that fall due in the period ahead, by their days.
fn due(report: &Report<'_>) -> Vec<Due> {
    let until = until(report);
    let is_ahead = |on: NaiveDate| on > report.as_of() && on <= until;
    let mut list = Vec::new();
    for (task, result) in tasks(report) {
        let lead = wording::parties(report.plan(), &task.lead);
        let mut add = |on: NaiveDate, name: String, what: What| {
            if is_ahead(on) {
                list.push(Due { on, task: task.no, name, lead: lead.clone(), what });
            }
        };
        for own in result.deliverables.iter().filter(|own| own.verdict == Verdict::Open) {
            let name = task.deliverables[own.deliverable].name.clone();
            add(own.due, name, What::Work);
        }
        for target in &result.targets {
            let view = report.made_from.judged.target(target);
            let name = || format!("{}. {}", view.target().id, view.indicator().name);
            let bound = |bound| bound_long(bound, view.indicator(), report.lang());
            for milestone in &view.target().milestones {
                add(milestone.on, name(), What::Milestone(bound(milestone.bound)));
            }
            if let Some(by) = target.deadline {
                add(by, name(), What::Target(bound(target.bound)));
            }
        }
        let is_bare = task.deliverables.is_empty() && task.targets.is_empty();
        if let Some(by) = result.deadline.filter(|_| is_bare) {
            add(by, task.title.clone(), What::Task);
        }
    }
    list.sort_by_key(|own| own.on);
    list
}

impl Due {
    fn said(&self, lang: Lang) -> String {
        let (task, due) = (self.task.to_string(), day(self.on, lang));
        let (task, name, due, lead) = (task.as_str(), self.name.as_str(), due.as_str(), self.lead.as_str());
        tell(
            match &self.what {
                What::Work => Tell::WorkAhead { task, name, due, lead },
                What::Task => Tell::TaskAhead { task, due, lead },
                What::Target(bound) => Tell::TargetAhead { name, bound, due, lead },
                What::Milestone(bound) => Tell::MilestoneAhead { name, bound, due, lead },
            },
            lang,
        )
    }

    /// Returns the word for what it is, and the bound that is to hold.
    fn kind(&self) -> (&'static str, Word, Option<&String>) {
        match &self.what {
            What::Work => ("deliverable", Word::Deliverable, None),
            What::Task => ("task", Word::Task, None),
            What::Target(bound) => ("target", Word::Target, Some(bound)),
            What::Milestone(bound) => ("milestone", Word::Milestones, Some(bound)),
        }
    }
}

/// Returns the reports and updates that fall due of periods that end by the day up to which a report looks forward: of each form
/// its title and terms, of updates no title.
fn terms<'a>(report: &Report<'a>) -> Vec<(Option<&'a str>, Vec<&'a Term>)> {
    let times = report.made_from.judged.times;
    let until = until(report);
    let is_ahead = |term: &&Term| term.due.is_some_and(|due| due > report.as_of()) && term.last <= until;
    let forms = report.plan().forms.iter().enumerate();
    let mut list: Vec<(Option<&str>, Vec<&Term>)> = forms
        .map(|(at, form)| {
            (Some(form.title.as_str()), times.form(FormId::at(at)).all().iter().filter(is_ahead).collect())
        })
        .collect();
    list.extend(times.updates().map(|terms| (None, terms.all().iter().filter(is_ahead).collect())));
    list.retain(|(_, terms)| !terms.is_empty());
    list
}

/// Says which reports and updates fall due.
fn reports(report: &Report<'_>) -> Vec<String> {
    let lang = report.lang();
    let said = |term: &&Term| {
        let due = term.due.map_or_else(String::new, |due| day(due, lang));
        tell(Tell::PeriodDue { period: &wording::period(term.period, lang), due: &due }, lang)
    };
    let one = |(title, terms): (Option<&str>, Vec<&Term>)| {
        let list = terms.iter().map(said).collect::<Vec<_>>().join("; ");
        match title {
            Some(form) => tell(Tell::ReportsAhead { form, list: &list }, lang),
            None => tell(Tell::UpdatesAhead { list: &list }, lang),
        }
    };
    terms(report).into_iter().map(one).collect()
}

/// Lists the same for workbooks and programs.
pub(super) fn list(report: &Report<'_>) -> Block {
    let lang = report.lang();
    let columns = vec![
        Column::new("due", word(Word::DueHead, lang)),
        Column::new("kind", word(Word::KindHead, lang)),
        Column::right("task", word(Word::TaskHead, lang)),
        Column::new("name", word(Word::Subject, lang)),
        Column::new("bound", word(Word::BoundHead, lang)),
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::new("lead", word(Word::LeadHead, lang)),
    ];
    let name = wording::period(next(report.made_from.period), lang);
    let mut table = Table::new("ahead", tell(Tell::AheadTitle { period: &name }, lang), columns);
    table.on_screen = false;
    table.sheet = tell(Tell::AheadSheet, lang);
    let mut rows: Vec<(NaiveDate, Vec<Cell>)> = Vec::new();
    for own in due(report) {
        let (code, kind, bound) = own.kind();
        let row = vec![
            Cell::new(Value::Date(own.on), day(own.on, lang)),
            Cell::new(Value::Text(code.to_owned()), word(kind, lang).to_lowercase()),
            Cell::new(Value::Int(i128::from(own.task)), own.task.to_string()),
            Cell::text(own.name.clone()),
            Cell::text(bound.cloned().unwrap_or_default()),
            Cell::text(""),
            Cell::text(own.lead.clone()),
        ];
        rows.push((own.on, row));
    }
    for (title, terms) in terms(report) {
        let (code, kind) = if title.is_some() { ("report", Word::Reports) } else { ("update", Word::Story) };
        for term in terms {
            let Some(due) = term.due else { continue };
            let row = vec![
                Cell::new(Value::Date(due), day(due, lang)),
                Cell::new(Value::Text(code.to_owned()), word(kind, lang).to_lowercase()),
                Cell::new(Value::Null, ""),
                Cell::text(title.unwrap_or_default()),
                Cell::text(""),
                Cell::new(Value::Text(term.period.to_string()), wording::period(term.period, lang)),
                Cell::text(""),
            ];
            rows.push((due, row));
        }
    }
    rows.sort_by_key(|(due, _)| *due);
    table.rows = rows.into_iter().map(|(_, row)| row).collect();
    Block::Table(table)
}
