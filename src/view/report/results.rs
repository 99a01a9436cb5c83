//! Section II: task by task, its figures, its story and its documents.

use super::about::{Grouping, Report};
use super::amounts::{Amounts, change_words, words};
use crate::eval::{DeliverableResult, TargetResult, TaskResult};
use crate::model::{Handed, Task, Update, UpdateKind};
use crate::text::{Tell, tell};
use crate::view::target::TargetView;
use crate::view::wording::{self, Part, bound_long, day};
use crate::view::{Block, Shown, status};

/// How many units' figures a line names.
const NAMED: usize = 8;

/// Writes the section.
pub(super) fn results(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut blocks = vec![Block::Section(1, tell(Tell::ResultsHead, lang))];
    let groups = groups(report);
    let is_grouped = report.made_from.grouping != Grouping::None;
    if groups.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::NoTasks, lang))));
    }
    for (at, (name, tasks)) in groups.iter().enumerate() {
        if is_grouped {
            blocks.push(Block::Section(2, format!("{}. {name}", at + 1)));
        }
        for result in tasks {
            blocks.extend(task(report, result, if is_grouped { 3 } else { 2 }));
        }
    }
    blocks
}

type Group<'a> = (String, Vec<&'a TaskResult>);

/// Returns the tasks as they stand together, groups in the order in which the plan names them.
fn groups<'a>(report: &Report<'a>) -> Vec<Group<'a>> {
    let (plan, lang) = (report.plan(), report.lang());
    let mut groups: Vec<Group<'a>> = match report.made_from.grouping {
        Grouping::Index => plan.indexes.iter().map(|index| (index.name.clone(), Vec::new())).collect(),
        Grouping::Lead | Grouping::None => Vec::new(),
    };
    for result in &report.made_from.judged.judgement.tasks {
        let task = &plan.tasks[result.task];
        let name = match report.made_from.grouping {
            Grouping::Index => task
                .indexes
                .first()
                .map_or_else(|| tell(Tell::OtherTasks, lang), |index| plan.indexes[index.0 as usize].name.clone()),
            Grouping::Lead => wording::parties(plan, &task.lead),
            Grouping::None => String::new(),
        };
        match groups.iter_mut().find(|(own, _)| *own == name) {
            Some((_, list)) => list.push(result),
            None => groups.push((name, vec![result])),
        }
    }
    groups.retain(|(_, list)| !list.is_empty());
    groups
}

fn task(report: &Report<'_>, result: &TaskResult, level: u8) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let own = &plan.tasks[result.task];
    let no = own.no.to_string();
    let mut blocks = vec![Block::Section(level, tell(Tell::TaskHead { no: &no, title: &own.title }, lang))];
    let mut add = |text: String| blocks.push(Block::Item(Shown::plain(text)));
    add(who(report, own, result));
    if report.made_from.grouping == Grouping::Index && own.indexes.len() > 1 {
        let others = own.indexes[1..].iter().map(|index| plan.indexes[index.0 as usize].name.as_str());
        add(tell(Tell::AlsoServes { list: &others.collect::<Vec<_>>().join("; ") }, lang));
    }
    for target in &result.targets {
        add(self::target(report, target));
    }
    let story: Vec<&Update> = story(report, result.task).collect();
    for update in story.iter().filter(|own| matches!(own.kind, UpdateKind::Result | UpdateKind::Done)) {
        add(update_words(report, update));
    }
    if story.is_empty() && own.targets.is_empty() {
        add(tell(Tell::NoStory { period: &report.period_name() }, lang));
    }
    for deliverable in &result.deliverables {
        add(self::deliverable(report, own, result, deliverable));
    }
    add(verdict(report, own, result));
    blocks
}

fn who(report: &Report<'_>, own: &Task, result: &TaskResult) -> String {
    let (plan, lang) = (report.plan(), report.lang());
    let names = |parties: &[crate::model::Party]| wording::parties(plan, parties);
    let understood = wording::schedule(own, result.deadline, lang);
    let time = match &own.schedule_printed {
        Some(printed) if result.deadline.is_some() => {
            tell(Tell::PrintedTime { printed: &wording::uncapital(printed), day: &understood }, lang)
        }
        Some(printed) => wording::uncapital(printed),
        None => understood,
    };
    let (lead, support) = (names(&own.lead), names(&own.support));
    let (lead, time) = (lead.as_str(), time.as_str());
    let said =
        if support.is_empty() { Tell::Who { lead, time } } else { Tell::WhoWith { lead, support: &support, time } };
    tell(said, lang)
}

/// Says what a target has come to.
fn target(report: &Report<'_>, result: &TargetResult) -> String {
    let lang = report.lang();
    let view = report.made_from.judged.target(result);
    let name = format!("{}. {}", view.target().id, view.indicator().name);
    let bound = bound_long(result.bound, view.indicator(), lang);
    let verdict = wording::outcome_verdict(&result.outcome, lang).text;
    let remarks = remarks(report, view);
    let figures = figures(report, view);
    let judged = Tell::Judged { bound: &bound, verdict: &verdict, remarks: &remarks };
    format!("{name}: {figures}. {}", tell(judged, lang))
}

/// Words the figures in the period, against the one before, and up to it.
pub(super) fn figures(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let amounts = Amounts::new(report, view.result);
    let period = report.period_name();
    let Some(within) = amounts.within.map(|within| words(within, view)) else {
        return tell(Tell::NoFigures { period: &period }, lang);
    };
    let mut said = tell(Tell::InPeriod { value: &within, period: &period }, lang);
    if let (Some(change), Some(before), Some(own)) = (amounts.change(view), amounts.before, amounts.period_before) {
        let change = change_words(change, view.indicator(), report);
        let against =
            Tell::Against { change: &change, period: &wording::period(own, lang), value: &words(before, view) };
        said = format!("{said}, {}", tell(against, lang));
    }
    if let Some(up_to) = amounts.up_to.filter(|_| amounts.goes_further()) {
        said = format!("{said}; {}", tell(Tell::UpTo { value: &words(up_to, view) }, lang));
    }
    said
}

/// Says what must be known beside the verdict; of a target that judges something else than the figures above also its value.
fn remarks(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let amounts = Amounts::new(report, view.result);
    let mut list = Vec::new();
    let judged = view.result.outcome.amount.filter(|own| Some(*own) != amounts.within && Some(*own) != amounts.up_to);
    if view.result.units.is_empty() {
        list.extend(judged.map(|own| tell(Tell::JudgedValue { value: &words(own, view) }, lang)));
    } else {
        list.push(units(report, view));
    }
    let remarks = view.remarks();
    list.extend(Some(remarks).filter(|remarks| !remarks.is_empty()));
    list.join("; ")
}

/// Names the figures of units that are judged each by itself.
fn units(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let of = |unit: &crate::eval::UnitOutcome| {
        let name = &report.plan().unit(unit.unit).name;
        let value = unit.outcome.amount.map_or_else(|| "–".to_owned(), |amount| words(amount, view));
        format!("{name} {value}")
    };
    let named: Vec<String> = view.result.units.iter().take(NAMED).map(of).collect();
    let rest = view.result.units.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!("… (+{})", wording::count(rest, lang)) } else { String::new() };
    format!("{}{more}", named.join(", "))
}

/// Returns what was told of a task for the period.
pub(super) fn story<'a>(report: &Report<'a>, task: usize) -> impl Iterator<Item = &'a Update> {
    let as_of = report.as_of();
    let (months, length) = (report.made_from.period.months(), report.made_from.period.kind().months());
    let days = report.days(report.made_from.period);
    let fits = move |own: &&Update| {
        let is_of = match own.period {
            Some(period) if period.kind().months() <= length => months.covers(period.months()),
            // What is told of a longer period belongs where its day lies.
            Some(_) | None => days.is_some_and(|(first, last)| (first..=last).contains(&own.date)),
        };
        own.task == task && own.date <= as_of && is_of
    };
    report.made_from.judged.figures.updates.iter().filter(fits)
}

/// Words a line of a story: who said it, when, what.
pub(super) fn update_words(report: &Report<'_>, update: &Update) -> String {
    let lang = report.lang();
    let unit = report.plan().unit(update.unit).name.as_str();
    let text = update.text.trim().trim_end_matches('.');
    tell(Tell::Told { unit, day: &day(update.date, lang), text }, lang)
}

/// Says how a deliverable stands, with the document that proves it.
fn deliverable(report: &Report<'_>, task: &Task, result: &TaskResult, own: &DeliverableResult) -> String {
    let lang = report.lang();
    let declared = &task.deliverables[own.deliverable];
    let verdict = wording::verdict(own.verdict, Part::Work, lang).text;
    let document = own.evidence.and_then(|at| report.made_from.judged.figures.handed.get(at));
    let name = declared.name.as_str();
    let due = day(own.due, lang);
    match (document, own.handed_in) {
        (Some(document), _) => {
            let evidence = evidence(report, document);
            tell(Tell::Delivered { name, evidence: &evidence, verdict: &verdict }, lang)
        }
        (None, Some(on)) => tell(Tell::DeliveredOn { name, day: &day(on, lang), verdict: &verdict }, lang),
        (None, None) if result.unproven && declared.numbered => {
            let why = wording::unproven(report.made_from.judged, result.task);
            tell(Tell::Unproven { name, why: &why, due: &due }, lang)
        }
        (None, None) => tell(Tell::NotDelivered { name, due: &due, verdict: &verdict }, lang),
    }
}

/// Names a document: number, day, section and page.
pub(super) fn evidence(report: &Report<'_>, document: &Handed) -> String {
    let lang = report.lang();
    let day = day(document.issued, lang);
    let named = match (&document.number, &document.title) {
        (Some(number), _) => tell(Tell::Document { number, day: &day }, lang),
        (None, Some(title)) => tell(Tell::Unnumbered { title, day: &day }, lang),
        (None, None) => tell(Tell::Unnumbered { title: &document.name, day: &day }, lang),
    };
    document.location.as_ref().map_or_else(|| named.clone(), |location| format!("{named}, {location}"))
}

fn verdict(report: &Report<'_>, task: &Task, result: &TaskResult) -> String {
    let lang = report.lang();
    let verdict = wording::task_verdict(result, lang).text;
    let remarks = status::work_remarks(report.made_from.judged, task, result);
    // What a remark begins with need not be said twice.
    match remarks.strip_prefix(verdict.as_str()) {
        Some(_) => tell(Tell::TaskVerdict { verdict: &remarks, remarks: "" }, lang),
        None => tell(Tell::TaskVerdict { verdict: &verdict, remarks: &remarks }, lang),
    }
}
