//! Section III: what is met, what is not and why, what units reported as obstacles, who reported late or not at all.

use super::about::Report;
use super::amounts::words;
use super::discipline::sent;
use super::results::{story, update_words};
use super::scores;
use crate::eval::{Completion, Debt, TargetResult, Verdict};
use crate::model::{FormId, UpdateKind};
use crate::text::{Lang, Tell, tell};
use crate::view::standing::{Sent, Standing};
use crate::view::target::TargetView;
use crate::view::wording::{self, bound_long, count};
use crate::view::{Block, Shown, status};

/// Writes the section.
pub(super) fn assessment(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut blocks = vec![Block::Section(1, tell(Tell::AssessmentHead, lang))];
    blocks.extend(totals(report));
    let has_targets = report.plan().tasks.iter().any(|task| !task.targets.is_empty());
    let parts = [
        (Tell::GoodHead, good(report), if has_targets { Tell::NoneYet } else { Tell::Nothing }),
        (Tell::BadHead, bad(report), Tell::Nothing),
        (Tell::ObstaclesHead, told(report, UpdateKind::Obstacle), Tell::Nothing),
        (Tell::DisciplineHead, discipline(report), Tell::NothingDue),
    ];
    for (at, (head, list, none)) in parts.into_iter().enumerate() {
        blocks.push(Block::Section(2, format!("{}. {}", at + 1, tell(head, lang))));
        blocks.extend(listed(list, &tell(none, lang)));
    }
    blocks
}

/// Writes the parts on obstacles and on who reported as sections of their own.
pub(super) fn discipline_section(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let parts = [
        (Tell::ObstaclesHead, told(report, UpdateKind::Obstacle), Tell::Nothing),
        (Tell::DisciplineHead, discipline(report), Tell::NothingDue),
    ];
    let section = |(head, list, none): (Tell<'_>, Vec<String>, Tell<'_>)| {
        let head = Block::Section(1, tell(head, lang));
        std::iter::once(head).chain(listed(list, &tell(none, lang))).collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(section).collect()
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

/// Counts tasks and targets by verdict, and says which tasks are completed and which are not, of those whose time is over.
fn totals(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut said = status::counts(report.made_from.judged);
    let tasks = &report.made_from.judged.judgement.tasks;
    let of = |completion: Completion| {
        let own = tasks.iter().filter(|result| result.completion == completion);
        let own: Vec<String> = own.map(|result| report.plan().tasks[result.task].no.to_string()).collect();
        (!own.is_empty()).then(|| own.join(", "))
    };
    let completed = of(Completion::Completed).map(|list| tell(Tell::CompletedTasks { list: &list }, lang));
    let overdue = of(Completion::Overdue).map(|list| tell(Tell::NotCompletedTasks { list: &list }, lang));
    let list: Vec<String> = completed.into_iter().chain(overdue).collect();
    said.extend((!list.is_empty()).then(|| Shown::plain(list.join(" "))));
    said.extend(scores::said(report));
    said.into_iter().map(Block::Para).collect()
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
        let mut value = result.outcome.amount.map_or_else(String::new, |amount| words(amount, view));
        if let Some(unit) = result.worst {
            value = tell(Tell::WorstValue { unit: &report.plan().unit(unit).name, value: &value }, lang);
        }
        let name = format!("{}. {}", view.target().id, view.indicator().name);
        tell(Tell::GoodTarget { name: &name, value: &value, bound: &bound, verdict: &verdict }, lang)
    });
    cut(said.collect(), lang)
}

/// Verdicts of what is not met or cannot be told.
const BAD: [Verdict; 3] = [Verdict::Missed, Verdict::Behind, Verdict::NoData];

/// Lists what is not met, behind, overdue or unknown, and why.
fn bad(report: &Report<'_>) -> Vec<String> {
    let lang = report.lang();
    let judged = report.made_from.judged;
    let mut said: Vec<(String, String)> = Vec::new();
    for result in targets(report, &BAD) {
        let view = judged.target(result);
        let name = format!("{}. {}", view.target().id, view.indicator().name);
        let verdict = wording::outcome_verdict(&result.outcome, lang).text;
        let needed = view.needed_long().filter(|_| !view.holds());
        let needed =
            needed.map_or_else(String::new, |own| tell(Tell::Needed { what: own.trim_end_matches('.') }, lang));
        let why = not_sent(report, view).unwrap_or_else(|| format!("{}{}", view.why(), units_short(report, view)));
        let why = tell(Tell::BadTarget { verdict: &verdict, why: &why, needed: &needed }, lang);
        // Targets that wait for the same report stand together.
        match said.last_mut().filter(|(_, known)| result.outcome.verdict == Verdict::NoData && *known == why) {
            Some((names, _)) => *names = format!("{names}; {name}"),
            None => said.push((name, why)),
        }
    }
    let mut list = cut(said.into_iter().map(|(names, why)| format!("{names}: {why}")).collect(), lang);
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

/// Names the reports that a target without data waits for.
pub(super) fn not_sent(report: &Report<'_>, view: TargetView<'_>) -> Option<String> {
    let (plan, lang) = (report.plan(), report.lang());
    if view.result.outcome.verdict != Verdict::NoData {
        return None;
    }
    let owed = &report.made_from.judged.judgement.owed;
    let of = |form: FormId| {
        let missing = owed.iter().filter(|own| own.debt == Debt::Form(form));
        let within = missing.filter(|own| view.result.span.covers(own.period.months()));
        let list: Vec<String> = within
            .map(|own| {
                let period = &wording::period(own.period, lang);
                tell(Tell::UnitPeriod { unit: plan.party_name(own.party), period }, lang)
            })
            .collect();
        let said = Tell::NotSent { form: &plan.form(form).title, list: &named(&list, lang) };
        (!list.is_empty()).then(|| tell(said, lang))
    };
    let said: Vec<String> = plan.forms_of(view.target().indicator).into_iter().filter_map(of).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Names the units that fall short, where several are judged each by itself.
fn units_short(report: &Report<'_>, view: TargetView<'_>) -> String {
    let lang = report.lang();
    let short = view.result.units.iter().filter(|own| BAD.contains(&own.outcome.verdict));
    let short: Vec<String> = short
        .map(|own| {
            let name = &report.plan().unit(own.unit).name;
            own.outcome.amount.map_or_else(|| name.clone(), |amount| format!("{name} {}", words(amount, view)))
        })
        .collect();
    if short.len() < 2 {
        return String::new();
    }
    tell(Tell::UnitsShort { list: &named(&short, lang) }, lang)
}

/// Says what of a task's work is late or lacks its proof, beside its targets and updates.
fn work(report: &Report<'_>, result: &crate::eval::TaskResult) -> Option<String> {
    let judged = report.made_from.judged;
    let task = &report.plan().tasks[result.task];
    let late = result.deliverables.iter().filter_map(|own| status::deliverable_remark(judged, task, own));
    let unproven = wording::unproven(task, result, report.lang());
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
    let sent = sent(report);
    let forms = (0..report.plan().forms.len()).map(FormId::at);
    let mut list: Vec<String> = forms.filter_map(|id| form(report, id, &sent)).collect();
    list.extend(updates(report));
    list
}

/// How many things a sentence names; the appendix has all.
const NAMED: usize = 20;

/// Names some things, and says how many more there are.
pub(super) fn named(list: &[String], lang: Lang) -> String {
    let said = list.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    match list.len().checked_sub(NAMED).filter(|rest| *rest > 0) {
        Some(rest) => format!("{said}… (+{})", count(rest, lang)),
        None => said,
    }
}

/// How what was due in the periods of a report came in.
#[derive(Default)]
struct Reported {
    due: usize,
    late: Vec<String>,
    missing: Vec<String>,
}

impl Reported {
    fn received(&self) -> usize {
        self.due - self.missing.len()
    }

    /// Goes on from how many are in: how many were late and are missing, and which.
    fn said(&self, received: &str, lang: Lang) -> String {
        let mut said = received.to_owned();
        if !self.late.is_empty() {
            said += &tell(Tell::SomeLate { late: &count(self.late.len(), lang) }, lang);
        } else if self.received() > 0 {
            said += &tell(Tell::AllOnTime, lang);
        }
        if !self.missing.is_empty() {
            said += &tell(Tell::SomeMissing { missing: &count(self.missing.len(), lang) }, lang);
        }
        said.push('.');
        if !self.late.is_empty() {
            said = format!("{said} {}", tell(Tell::LateList { list: &named(&self.late, lang) }, lang));
        }
        if !self.missing.is_empty() {
            said = format!("{said} {}", tell(Tell::MissingList { list: &named(&self.missing, lang) }, lang));
        }
        said
    }
}

fn form(report: &Report<'_>, id: FormId, sent: &[Sent]) -> Option<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let mut due: Vec<&Sent> = sent.iter().filter(|own| own.form == id && own.counts).collect();
    due.sort_by_key(|own| own.period);
    let mut own = Reported { due: due.len(), ..Reported::default() };
    for sent in due {
        let (unit, period) = (plan.unit(sent.unit).name.as_str(), &wording::period(sent.period, lang));
        match sent.standing {
            Standing::Late(days) => {
                let days = &wording::days(days, lang);
                own.late.push(tell(Tell::UnitLate { unit, period, days }, lang));
            }
            Standing::Missing(_) => own.missing.push(tell(Tell::UnitPeriod { unit, period }, lang)),
            Standing::OnTime | Standing::NotDue | Standing::Excused | Standing::NotOwed => {}
        }
    }
    if own.due == 0 {
        return None;
    }
    let (due, received) = (&count(own.due, lang), &count(own.received(), lang));
    let said = tell(Tell::FormReported { form: &plan.form(id).title, due, received }, lang);
    Some(own.said(&said, lang))
}

/// Says how the updates of the period were told, naming the tasks whose leads were late or owe one.
fn updates(report: &Report<'_>) -> Option<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let months = report.made_from.period.months();
    let mut own = Reported::default();
    for result in &report.made_from.judged.judgement.tasks {
        let Some(updates) = &result.updates else { continue };
        let task = &plan.tasks[result.task];
        let (lead, no) = (wording::parties(plan, &task.lead), task.no.to_string());
        let unit = &tell(Tell::UpdateOf { unit: &lead, task: &no }, lang);
        for (period, due, told) in updates.told.iter().filter(|(period, ..)| months.covers(period.months())) {
            own.due += 1;
            if told > due {
                let (days, period) = (&wording::days((*told - *due).num_days(), lang), &wording::period(*period, lang));
                own.late.push(tell(Tell::UnitLate { unit, period, days }, lang));
            }
        }
        for (period, _) in updates.missing.iter().filter(|(period, _)| months.covers(period.months())) {
            own.due += 1;
            own.missing.push(tell(Tell::UnitPeriod { unit, period: &wording::period(*period, lang) }, lang));
        }
    }
    if own.due == 0 {
        return None;
    }
    let (due, received) = (&count(own.due, lang), &count(own.received(), lang));
    let said = tell(Tell::UpdatesReported { due, received }, lang);
    Some(own.said(&said, lang))
}
