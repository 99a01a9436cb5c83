//! Section II: task by task, its figures, its story and its documents.

use super::about::{Grouping, Report};
use super::amounts::{Amounts, change_words, words};
use crate::eval::{Amount, DeliverableResult, TargetResult, TaskResult, UnitOutcome, Verdict};
use crate::model::{Handed, Task, Update, UpdateKind};
use crate::text::{self, Say, Tell, tell};
use crate::view::target::TargetView;
use crate::view::wording::{self, Part, bound_long, count, day};
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
    let mut blocks =
        vec![Block::Section(level, tell(Tell::TaskHead { no: &no, title: wording::unmarked(&own.title) }, lang))];
    let mut add = |text: String| blocks.push(Block::Item(Shown::plain(text)));
    add(who(report, own, result));
    let is_by_index = report.made_from.grouping == Grouping::Index;
    let indexes = own.indexes.iter().skip(usize::from(is_by_index));
    let indexes: Vec<&str> = indexes.map(|index| plan.indexes[index.0 as usize].name.as_str()).collect();
    if !indexes.is_empty() {
        let list = &indexes.join("; ");
        add(tell(if is_by_index { Tell::AlsoServes { list } } else { Tell::Serves { list } }, lang));
    }
    for target in &result.targets {
        add(self::target(report, target));
    }
    story_of(report, own, result).into_iter().for_each(&mut add);
    add(verdict(report, own, result));
    blocks
}

/// Says what was told of a task's results for the period, and how its deliverables stand.
pub(super) fn story_of(report: &Report<'_>, task: &Task, result: &TaskResult) -> Vec<String> {
    let story: Vec<&Update> = story(report, result.task).collect();
    let results = story.iter().filter(|own| matches!(own.kind, UpdateKind::Result | UpdateKind::Done));
    let mut said: Vec<String> = results.map(|own| update_words(report, own)).collect();
    if story.is_empty() && task.targets.is_empty() {
        said.push(tell(Tell::NoStory { period: &report.period_name() }, report.lang()));
    }
    said.extend(result.deliverables.iter().map(|own| deliverable(report, task, result, own)));
    said
}

fn who(report: &Report<'_>, own: &Task, result: &TaskResult) -> String {
    let (plan, lang) = (report.plan(), report.lang());
    let names = |parties: &[crate::model::Party]| wording::parties(plan, parties);
    let understood = wording::schedule(own, result.deadline, lang);
    let time = match &own.schedule_printed {
        Some(printed) if result.deadline.is_some() => {
            tell(Tell::PrintedTime { printed: &wording::uncapital(wording::bare(printed)), day: &understood }, lang)
        }
        Some(printed) => wording::uncapital(wording::bare(printed)),
        None => understood,
    };
    let (lead, support) = (names(&own.lead), names(&own.support));
    let (lead, time) = (lead.as_str(), time.as_str());
    // The heading above a group names its leads.
    let is_said = report.made_from.grouping == Grouping::Lead;
    let said = match (support.as_str(), is_said) {
        ("", false) => Tell::Who { lead, time },
        (support, false) => Tell::WhoWith { lead, support, time },
        ("", true) => Tell::When { time },
        (support, true) => Tell::With { support, time },
    };
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
    let judged = tell(Tell::Judged { bound: &bound, verdict: &verdict, remarks: &remarks }, lang);
    match figures(report, view) {
        Some(figures) => format!("{name}: {figures}. {judged}"),
        None => format!("{name}: {}", wording::uncapital(&judged)),
    }
}

/// Words the figures in the period, against the one before, and up to it; none where only units have any.
pub(super) fn figures(report: &Report<'_>, view: TargetView<'_>) -> Option<String> {
    let lang = report.lang();
    let amounts = Amounts::new(report, view.result);
    let of_units = view.result.units.iter().any(|own| own.outcome.amount.is_some());
    if of_units && amounts.within.is_none() && amounts.held.is_none() {
        return None;
    }
    let mut said = in_period(report, view, &amounts);
    if let Some(up_to) = amounts.up_to.filter(|_| amounts.goes_further()) {
        said = format!("{said}; {}", tell(Tell::UpTo { value: &words(up_to, view) }, lang));
    }
    Some(said)
}

fn in_period(report: &Report<'_>, view: TargetView<'_>, amounts: &Amounts) -> String {
    let lang = report.lang();
    let name = |period| wording::period(period, lang);
    let Some(within) = amounts.within.map(|within| words(within, view)) else {
        return match amounts.held {
            Some((amount, held)) => {
                let (value, of, lacking) = (&words(amount, view), &name(held.of), &name(held.lacking));
                tell(Tell::HeldFigures { period: lacking, value, of }, lang)
            }
            None => none_yet(report, view),
        };
    };
    let mut said = tell(Tell::InPeriod { value: &within, period: &report.period_name() }, lang);
    // Of the figures that are judged the verdict says how complete they are.
    let reports = amounts.reports;
    if reports.received < reports.owed && !view.result.outcome.provisional.any() {
        let (received, owed) = (&count(reports.received, lang), &count(reports.owed, lang));
        said = format!("{said}, {}", text::say(Say::ReportsIn { received, owed }, lang));
    }
    if let (Some(change), Some(before), Some(own)) = (amounts.change(view), amounts.before, amounts.period_before) {
        let change = change_words(change, view.indicator(), report);
        let against = Tell::Against { change: &change, period: &name(own), value: &words(before, view) };
        said = format!("{said}, {}", tell(against, lang));
    }
    said
}

/// Says that there are no figures for the period, or that they come less often.
fn none_yet(report: &Report<'_>, view: TargetView<'_>) -> String {
    let (plan, lang) = (report.plan(), report.lang());
    let every = plan.forms_of(view.target().indicator).into_iter().map(|form| plan.form(form).every).max();
    match every.filter(|every| every.months() > report.made_from.period.kind().months()) {
        Some(every) => tell(Tell::LongerPeriods { every: &wording::every(every, lang) }, lang),
        None => tell(Tell::NoFigures { period: &report.period_name() }, lang),
    }
}

/// Says what must be known beside the verdict; of a target that judges something else than the figures above also its value.
fn remarks(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let amounts = Amounts::new(report, view.result);
    let mut list = Vec::new();
    let is_said = |own: Amount| [amounts.within, amounts.up_to].contains(&Some(own));
    let judged = view.result.outcome.amount.filter(|own| !is_said(*own));
    if view.result.units.is_empty() {
        let of_year = view.result.span.first.year() == report.made_from.period.year();
        list.extend(judged.map(|own| {
            let value = &words(own, view);
            // A target over its last period names that beside its value.
            let is_plain = of_year || view.target().over_period;
            let said =
                if is_plain { Tell::JudgedValue { value } } else { Tell::JudgedOf { value, period: &view.span() } };
            tell(said, lang)
        }));
    } else {
        list.push(units(report, view));
    }
    let remarks = view.remarks_in_prose();
    list.extend(Some(remarks).filter(|remarks| !remarks.is_empty()));
    list.join("; ")
}

/// Names the figures of units that are judged each by itself, the worst of many.
fn units(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let of = |unit: &&UnitOutcome| {
        let name = &report.plan().unit(unit.unit).name;
        let arose = unit.outcome.amount.filter(|_| unit.outcome.verdict != Verdict::NoCases);
        let verdict = || wording::outcome_verdict(&unit.outcome, lang).text;
        let value = arose.map_or_else(verdict, |amount| words(amount, view));
        format!("{name} {value}")
    };
    let mut units: Vec<&UnitOutcome> = view.result.units.iter().collect();
    let rest = units.len().saturating_sub(NAMED);
    if rest > 0 {
        units.sort_by_key(|own| own.outcome.verdict);
    }
    let named: Vec<String> = units.iter().take(NAMED).map(of).collect();
    let more = if rest > 0 { format!("… (+{})", count(rest, lang)) } else { String::new() };
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
    let text = wording::bare(&update.text);
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
        (None, None) => match result.unproven.iter().find(|said| said.deliverable == own.deliverable) {
            Some(said) => {
                let why = wording::lacks_proof(said, lang);
                tell(Tell::Unproven { name, why: &why, due: &due, verdict: &verdict }, lang)
            }
            None => tell(Tell::NotDelivered { name, due: &due, verdict: &verdict }, lang),
        },
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
    // The lines above tell of deliverables.
    let remarks = status::other_remarks(report.made_from.judged, task, result).join("; ");
    // What a remark begins with need not be said twice.
    match remarks.strip_prefix(verdict.as_str()) {
        Some(_) => tell(Tell::TaskVerdict { verdict: &remarks, remarks: "" }, lang),
        None => tell(Tell::TaskVerdict { verdict: &verdict, remarks: &remarks }, lang),
    }
}
