//! Section I: who directs and follows up, what was issued, what was changed in the plan.

use super::about::Report;
use crate::model::{Handed, Task};
use crate::text::{Tell, tell};
use crate::view::wording::{bare, bound_long, count, day, uncapital};
use crate::view::{Block, Shown};

/// Writes the section.
pub(super) fn direction(report: &Report<'_>) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let para = |phrase: Tell<'_>| Block::Para(Shown::plain(tell(phrase, lang)));
    let targets: usize = plan.tasks.iter().map(|task| task.targets.len()).sum();
    let (tasks, number) = (&count(plan.tasks.len(), lang), &count(targets, lang));
    let has = if targets == 0 { Tell::PlanHasTasks { tasks } } else { Tell::PlanHas { tasks, targets: number } };
    let mut blocks = vec![Block::Section(1, tell(Tell::DirectionHead, lang)), para(has)];
    if let Some(monitor) = &plan.head.monitor {
        let unit = plan.unit(monitor.unit).name.as_str();
        blocks.push(match &monitor.duty {
            Some(duty) => para(Tell::MonitorDuty { unit, duty: &uncapital(bare(duty)) }),
            None => para(Tell::Monitor { unit }),
        });
    }
    let issued = issued(report);
    if issued.is_empty() {
        blocks.push(para(Tell::NothingIssued));
    } else {
        blocks.push(para(Tell::IssuedHead));
        blocks.extend(issued);
    }
    let changes = changes(report);
    if !changes.is_empty() {
        blocks.push(para(Tell::ChangesHead));
        blocks.extend(changes);
    }
    blocks
}

/// Lists the numbered documents of the period, by their days.
fn issued(report: &Report<'_>) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let fits = |own: &&Handed| report.is_within(own.issued) && own.issued <= report.as_of();
    let mut list: Vec<&Handed> = report.made_from.judged.figures.handed.iter().filter(fits).collect();
    list.sort_by_key(|own| own.issued);
    let said = list.into_iter().filter_map(|own| {
        let number = own.number.as_deref()?;
        let task = plan.tasks[own.task].no.to_string();
        let title = bare(own.title.as_deref().unwrap_or(&own.name));
        Some(tell(Tell::Issued { number, day: &day(own.issued, lang), title, task: &task }, lang))
    });
    said.map(|said| Block::Item(Shown::plain(said))).collect()
}

/// Lists what was changed in the plan during the period.
fn changes(report: &Report<'_>) -> Vec<Block> {
    let mut list: Vec<(chrono::NaiveDate, String)> = Vec::new();
    for task in &report.plan().tasks {
        list.extend(changes_of(report, task));
    }
    list.sort();
    list.into_iter().map(|(_, said)| Block::Item(Shown::plain(said))).collect()
}

fn changes_of(report: &Report<'_>, task: &Task) -> Vec<(chrono::NaiveDate, String)> {
    let lang = report.lang();
    let no = task.no.to_string();
    let is_new = |on: &chrono::NaiveDate| report.is_within(*on) && *on <= report.as_of();
    let mut list = Vec::new();
    if let Some(on) = task.assigned.filter(is_new) {
        let basis = bare(task.basis.as_deref().unwrap_or_default());
        list.push((on, tell(Tell::TaskAdded { task: &no, day: &day(on, lang), basis }, lang)));
    }
    if let Some((extended, on)) = task.extended.as_ref().and_then(|own| Some((own, own.on.filter(is_new)?))) {
        let said = Tell::TaskExtended { task: &no, to: &day(extended.to, lang), basis: bare(&extended.basis) };
        list.push((on, tell(said, lang)));
    }
    for target in &task.targets {
        let indicator = report.plan().indicator(target.indicator);
        for revision in target.revised.iter().filter(|own| is_new(&own.from)) {
            let bound = bound_long(revision.bound, indicator, lang);
            let basis = bare(revision.basis.as_deref().unwrap_or_default());
            let said = Tell::BoundRevised { target: &target.id, day: &day(revision.from, lang), bound: &bound, basis };
            list.push((revision.from, tell(said, lang)));
        }
    }
    list
}
