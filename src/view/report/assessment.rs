//! Section III: what is met, what is not and why, what units reported as obstacles, who reported late or not at all.

use std::collections::BTreeMap;

use super::about::Report;
use super::amounts::words;
use super::results::{story, update_words};
use crate::eval::{Debt, TargetResult, Verdict};
use crate::model::{FormId, FormTally, UpdateKind};
use crate::text::{Lang, Tell, tell};
use crate::view::wording::{self, bound_long, count, day};
use crate::view::{Block, Shown, status};

/// Writes the section.
pub(super) fn assessment(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut blocks = vec![Block::Section(1, tell(Tell::AssessmentHead, lang))];
    let parts = [
        (Tell::GoodHead, good(report), Tell::NoneYet),
        (Tell::BadHead, bad(report), Tell::Nothing),
        (Tell::ObstaclesHead, told(report, UpdateKind::Obstacle), Tell::Nothing),
        (Tell::DisciplineHead, discipline(report), Tell::NothingDue),
    ];
    for (at, (head, list, none)) in parts.into_iter().enumerate() {
        blocks.push(Block::Section(2, format!("{}. {}", at + 1, tell(head, lang))));
        if at == 0 {
            blocks.extend(totals(report));
        }
        blocks.extend(listed(list, &tell(none, lang)));
    }
    blocks
}

/// Writes a list, or that there is nothing to list.
pub(super) fn listed(list: Vec<String>, none: &str) -> Vec<Block> {
    if list.is_empty() {
        return vec![Block::Para(Shown::plain(none))];
    }
    list.into_iter().map(|said| Block::Item(Shown::plain(said))).collect()
}

/// How many tasks or targets a list names; the first appendix has all.
const LISTED: usize = 40;

/// Cuts a long list of what the first appendix holds too, and says how many more there are.
pub(super) fn cut(mut list: Vec<String>, lang: Lang) -> Vec<String> {
    let rest = list.len().saturating_sub(LISTED);
    if rest > 0 {
        list.truncate(LISTED);
        list.push(tell(Tell::More { count: &count(rest, lang) }, lang));
    }
    list
}

/// Counts tasks and targets by verdict, and says how many tasks are completed.
fn totals(report: &Report<'_>) -> Vec<Block> {
    status::counts(report.made_from.judged).into_iter().map(Block::Para).collect()
}

fn targets<'a>(report: &Report<'a>, wanted: &'a [Verdict]) -> impl Iterator<Item = &'a TargetResult> {
    let all = report.made_from.judged.judgement.tasks.iter().flat_map(|task| &task.targets);
    all.filter(|target| wanted.contains(&target.outcome.verdict))
}

/// Lists the targets that are met or on their way.
fn good(report: &Report<'_>) -> Vec<String> {
    let lang = report.lang();
    let said = targets(report, &[Verdict::Met, Verdict::OnTrack]).map(|result| {
        let view = report.made_from.judged.target(result);
        let bound = bound_long(result.bound, view.indicator(), lang);
        let verdict = wording::outcome_verdict(&result.outcome, lang).text;
        let value = result.outcome.amount.map_or_else(String::new, |amount| words(amount, view));
        let name = format!("{}. {}", view.target().id, view.indicator().name);
        tell(Tell::GoodTarget { name: &name, value: &value, bound: &bound, verdict: &verdict }, lang)
    });
    cut(said.collect(), lang)
}

/// Lists what is not met, behind, overdue or unknown, and why.
fn bad(report: &Report<'_>) -> Vec<String> {
    let lang = report.lang();
    let judged = report.made_from.judged;
    let mut list = Vec::new();
    for result in targets(report, &[Verdict::Missed, Verdict::Behind, Verdict::NoData]) {
        let view = judged.target(result);
        let name = format!("{}. {}", view.target().id, view.indicator().name);
        let verdict = wording::outcome_verdict(&result.outcome, lang).text;
        let needed = view.needed_long().filter(|_| !view.holds());
        let needed =
            needed.map_or_else(String::new, |own| tell(Tell::Needed { what: own.trim_end_matches('.') }, lang));
        let why = view.why();
        list.push(tell(Tell::BadTarget { name: &name, verdict: &verdict, why: &why, needed: &needed }, lang));
    }
    let mut list = cut(list, lang);
    let late = judged.judgement.tasks.iter().filter_map(|result| {
        let no = report.plan().tasks[result.task].no.to_string();
        work(report, result).map(|what| tell(Tell::BadWork { task: &no, what: &what }, lang))
    });
    let late: Vec<String> = late.collect();
    if !late.is_empty() {
        list.push(tell(Tell::BadWorks { list: &named(&late, lang) }, lang));
    }
    list
}

/// Says what of a task's work is late or lacks its proof, beside its targets and updates.
fn work(report: &Report<'_>, result: &crate::eval::TaskResult) -> Option<String> {
    let judged = report.made_from.judged;
    let task = &report.plan().tasks[result.task];
    let late = result.deliverables.iter().filter_map(|own| status::deliverable_remark(judged, task, own));
    let unproven = result.unproven.then(|| wording::unproven(judged, result.task));
    let all: Vec<String> = late.chain(unproven).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Lists what units said of a kind for the period.
pub(super) fn told(report: &Report<'_>, kind: UpdateKind) -> Vec<String> {
    let lang = report.lang();
    let mut list = Vec::new();
    for result in &report.made_from.judged.judgement.tasks {
        let no = report.plan().tasks[result.task].no.to_string();
        for update in story(report, result.task).filter(|own| own.kind == kind) {
            let said = update_words(report, update);
            list.push(tell(Tell::OfTask { task: &no, said: &said }, lang));
        }
    }
    list
}

/// Says of each form and of the updates how they were reported in the period, naming who was late and who is missing.
fn discipline(report: &Report<'_>) -> Vec<String> {
    let mut list: Vec<String> =
        report.made_from.judged.figures.forms.iter().filter_map(|tally| form(report, tally)).collect();
    list.extend(updates(report));
    list
}

/// How many things a sentence names; the appendix has all.
const NAMED: usize = 20;

/// Names some things, and says how many more there are.
fn named(list: &[String], lang: Lang) -> String {
    let said = list.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    match list.len().checked_sub(NAMED).filter(|rest| *rest > 0) {
        Some(rest) => format!("{said}… (+{})", count(rest, lang)),
        None => said,
    }
}

/// How a form was reported in the periods of a report.
struct Reported {
    due: usize,
    on_time: usize,
    late: Vec<String>,
    missing: Vec<String>,
}

fn form(report: &Report<'_>, tally: &FormTally) -> Option<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let own = plan.form(tally.form());
    let reported = reported(report, tally.form(), tally);
    if reported.due == 0 {
        return None;
    }
    let received = reported.due - reported.missing.len();
    let said = Tell::FormReported {
        form: &own.title,
        due: &count(reported.due, lang),
        received: &count(received, lang),
        on_time: &count(reported.on_time, lang),
        late: &count(reported.late.len(), lang),
        missing: &count(reported.missing.len(), lang),
    };
    let mut said = tell(said, lang);
    if !reported.late.is_empty() {
        said = format!("{said} {}", tell(Tell::LateList { list: &named(&reported.late, lang) }, lang));
    }
    if !reported.missing.is_empty() {
        said = format!("{said} {}", tell(Tell::MissingList { list: &named(&reported.missing, lang) }, lang));
    }
    Some(said)
}

fn reported(report: &Report<'_>, id: FormId, tally: &FormTally) -> Reported {
    let (plan, lang) = (report.plan(), report.lang());
    let (form, terms) = (plan.form(id), report.made_from.judged.times.form(id));
    let mut own = Reported { due: 0, on_time: 0, late: Vec::new(), missing: Vec::new() };
    let late: BTreeMap<(usize, usize), u16> =
        tally.late().iter().map(|late| ((late.slot as usize, usize::from(late.period)), late.days)).collect();
    for period in terms.within(report.made_from.period.months()).filter(|&period| tally.is_due(period)) {
        let name = wording::period(terms.all()[period].period, lang);
        for slot in (0..form.units.len()).filter(|&slot| tally.is_owed(slot, period)) {
            own.due += 1;
            let unit = plan.unit(form.units[slot]).name.as_str();
            match late.get(&(slot, period)) {
                _ if !tally.is_in(slot, period) => {
                    own.missing.push(tell(Tell::UnitPeriod { unit, period: &name }, lang));
                }
                Some(days) => {
                    let days = wording::days(i64::from(*days), lang);
                    own.late.push(tell(Tell::UnitLate { unit, period: &name, days: &days }, lang));
                }
                None => own.on_time += 1,
            }
        }
    }
    own
}

/// Names the tasks whose leads owe an update of the period.
fn updates(report: &Report<'_>) -> Option<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let months = report.made_from.period.months();
    let owed = report.made_from.judged.judgement.owed.iter();
    let owed = owed.filter_map(|owed| match owed.debt {
        Debt::Task(task) if months.covers(owed.period.months()) => Some((task, owed)),
        Debt::Task(_) | Debt::Form(_) => None,
    });
    let said = owed.map(|(task, owed)| {
        let (no, due) = (plan.tasks[task].no.to_string(), day(owed.due, lang));
        let (unit, period) = (plan.party_name(owed.party), wording::period(owed.period, lang));
        tell(Tell::UpdateOwed { unit, task: &no, period: &period, due: &due }, lang)
    });
    let list: Vec<String> = said.collect();
    (!list.is_empty()).then(|| tell(Tell::UpdatesOwed { list: &named(&list, lang) }, lang))
}
