//! `plan status`: where we stand against each target, and who has not reported.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::changes::{assumption_code, hypothesis, status_changes};
use super::filter::{Filter, Shows};
use super::target::TargetView;
use super::wording::{self, count, day};
use super::{
    Block, Cell, Column, Document, Fact, Facts, Head, Holds, Line, Outline, Shown, Table, Tone, Value, status_data,
};
use crate::eval::{Completion, Debt, DeliverableResult, FormReporting, Judgement, TargetResult, TaskResult, Verdict};
use crate::model::{Assumption, Decimal, Figures, Form, Limit, Plan, Ratio, Task, Timetable};
use crate::text::{self, Lang, Say, Word};

/// A plan judged, with what its words need.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its periods.
    pub times: &'a Timetable,
    /// What the files come to.
    pub figures: &'a Figures,
    /// What the plan comes to.
    pub judgement: &'a Judgement,
    /// The language.
    pub lang: Lang,
    /// Whether the day was asked for, or is today; else it is the last on which anything came in or was due.
    pub is_chosen: bool,
    /// Whether rows with errors were left out.
    pub incomplete: bool,
    /// How many warnings there are about the files.
    pub warnings: usize,
    /// What is taken to be so, though no file says it.
    pub assumed: &'a [Assumption],
}

impl<'a> Judged<'a> {
    /// Returns a target of the plan with what its words need.
    pub(super) fn target(self, result: &'a TargetResult) -> TargetView<'a> {
        TargetView { plan: self.plan, result, as_of: self.judgement.as_of, lang: self.lang }
    }
}

/// How many characters of a task's title the table shows; `plan show` gives the whole.
const TITLE: usize = 72;

/// Makes the document.
pub fn status(judged: Judged<'_>, filter: &Filter) -> Document {
    let shows = Shows::new(judged, filter);
    let mut blocks = head(judged);
    blocks.extend(Shows::said(judged, filter).map(Block::Note));
    blocks.extend(totals(judged, &shows));
    if shows.tasks.is_empty() {
        blocks.push(Block::Para(Shown::plain(text::say(Say::NothingFits, judged.lang))));
    }
    blocks.push(Block::Outline(outline(judged, &shows)));
    blocks.push(Block::Table(status_data::completion(&shows)));
    blocks.extend(completion(judged, &shows).map(Block::Para));
    blocks.push(Block::Table(forms(judged, &shows)));
    blocks.extend(owed(judged, &shows));
    Document { command: "status", lang: judged.lang, main: "parts", blocks }
}

/// Makes the document of a plan judged with an assumption, beside the same on file.
pub fn status_if(before: Judged<'_>, after: Judged<'_>, filter: &Filter) -> Document {
    let mut document = status(after, filter);
    let at = head(after).len();
    document.blocks.splice(at..at, status_changes(before, after));
    document
}

/// The head of every screen: the plan, the day, that figures are made up, that something is wrong with the files.
pub(super) fn head(judged: Judged<'_>) -> Vec<Block> {
    let Judged { plan, lang, .. } = judged;
    let say = |phrase: Say<'_>| text::say(phrase, lang);
    let as_of = day(judged.judgement.as_of, lang);
    let as_of = if judged.is_chosen { say(Say::AsOf { day: &as_of }) } else { say(Say::AsOfDefault { day: &as_of }) };
    let made_up = wording::made_up(plan.forms.iter(), lang);
    let line =
        Say::PlanLine { number: &plan.head.number, day: &day(plan.head.issued, lang), agency: &plan.head.agency };
    let mut blocks = vec![
        head_facts(judged, plan.forms.iter()),
        Block::Heading(say(line)),
        Block::Note(Shown::toned(as_of, Tone::Strong)),
    ];
    blocks.extend(hypothesis(judged).map(Block::Note));
    blocks.extend(made_up.map(Block::Note));
    blocks.extend(marks(judged));
    blocks
}

/// Says, on every screen, that rows were left out or that there are warnings about the figures.
pub(super) fn marks(judged: Judged<'_>) -> Vec<Block> {
    let say = |phrase: Say<'_>| text::say(phrase, judged.lang);
    let mut blocks = Vec::new();
    if judged.incomplete {
        blocks.push(Block::Note(Shown::toned(say(Say::BadRowsLeftOut), Tone::Bad)));
    }
    if judged.warnings > 0 {
        blocks.push(Block::Note(Shown::toned(
            say(Say::WarningsStand { count: &count(judged.warnings, judged.lang) }),
            Tone::Warn,
        )));
    }
    blocks
}

/// The head as data: what every JSON document begins with. It says whether figures of the forms that are shown are made up.
pub(super) fn head_facts<'a>(judged: Judged<'_>, forms: impl Iterator<Item = &'a Form>) -> Block {
    let Judged { plan, lang, .. } = judged;
    let mut facts = Facts::new("head");
    let mut data = |key, value| facts.list.push(Fact { key, label: String::new(), cell: Cell::data(value) });
    data("number", Value::Text(plan.head.number.clone()));
    data("agency", Value::Text(plan.head.agency.clone()));
    data("title", Value::Text(plan.head.title.clone()));
    data("as-of", Value::Date(judged.judgement.as_of));
    let made_up = wording::made_up(forms, lang);
    data("made-up", Value::Bool(made_up.is_some()));
    data("incomplete", Value::Bool(judged.incomplete));
    data("warnings", Value::count(judged.warnings));
    if !judged.assumed.is_empty() {
        let said = judged.assumed.iter().map(|own| Value::Text(assumption_code(plan, own)));
        data("assumed", Value::List(said.collect()));
    }
    Block::Facts(facts)
}

/// Counts verdicts in the words they are shown with, worst first: "1 không đạt; 2 chậm tiến độ".
fn counted(mut verdicts: Vec<(Verdict, String)>, lang: Lang) -> String {
    verdicts.sort();
    let same = verdicts.chunk_by(|one, next| one == next);
    let said = same.filter_map(|same| {
        Some(text::say(Say::CountOf { count: &count(same.len(), lang), what: &same.first()?.1 }, lang))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn totals(judged: Judged<'_>, shows: &Shows<'_>) -> Vec<Block> {
    let lang = judged.lang;
    let tasks: Vec<_> = shows.tasks.iter().map(|task| (task.verdict, wording::task_verdict(task, lang).text)).collect();
    let targets = shows.tasks.iter().flat_map(|task| &task.targets);
    let targets: Vec<_> =
        targets.map(|target| (target.outcome.verdict, wording::outcome_verdict(&target.outcome, lang).text)).collect();
    let verdicts = |list: &[(Verdict, String)]| list.iter().map(|(verdict, _)| *verdict).collect::<Vec<_>>();
    let data = status_data::totals(&verdicts(&tasks), &verdicts(&targets));
    let mut blocks = Vec::new();
    if !tasks.is_empty() {
        let number = count(tasks.len(), lang);
        blocks.push(Block::Para(Shown::plain(text::say(
            Say::TaskTotals { tasks: &number, list: &counted(tasks, lang) },
            lang,
        ))));
    }
    if !targets.is_empty() {
        let number = count(targets.len(), lang);
        blocks.push(Block::Para(Shown::plain(text::say(
            Say::TargetTotals { targets: &number, list: &counted(targets, lang) },
            lang,
        ))));
    }
    blocks.push(Block::Table(data));
    blocks
}

/// Counts all tasks and targets by verdict, and says how many tasks are completed, a sentence each.
pub(super) fn counts(judged: Judged<'_>) -> Vec<Shown> {
    let shows = Shows::new(judged, &Filter::default());
    let totals = totals(judged, &shows).into_iter().filter_map(|block| match block {
        Block::Para(said) => Some(said),
        _ => None,
    });
    totals.chain(completion(judged, &shows)).collect()
}

fn outline(judged: Judged<'_>, shows: &Shows<'_>) -> Outline {
    let word = |word: Word| text::word(word, judged.lang).to_owned();
    let heads = [
        Word::No,
        Word::Subject,
        Word::BoundHead,
        Word::ValueHead,
        Word::VerdictHead,
        Word::NeedHead,
        Word::DeadlineHead,
        Word::LeadHead,
    ];
    let mut lines = Vec::new();
    for task in &shows.tasks {
        lines.push(task_line(judged, task));
        lines.extend(task.targets.iter().map(|target| target_line(judged.target(target), task)));
    }
    Outline {
        heads: heads.into_iter().map(|head| Head { title: word(head), align: super::Align::Left }).collect(),
        lines,
        tables: vec![
            status_data::tasks(judged, shows),
            status_data::parts(judged, shows.tasks.iter().copied()),
            status_data::units(judged, shows),
        ],
    }
}

fn task_line(judged: Judged<'_>, result: &TaskResult) -> Line {
    let Judged { plan, lang, .. } = judged;
    let task = &plan.tasks[result.task];
    let cells = vec![
        Shown::toned(task.no.to_string(), Tone::Strong),
        Shown::toned(wording::shortened(&task.title, TITLE), Tone::Strong).cut_from(&task.title),
        Shown::default(),
        Shown::default(),
        wording::task_verdict(result, lang),
        Shown::plain(work_remarks(judged, task, result)),
        Shown::plain(wording::schedule(task, result.deadline, lang)),
        Shown::plain(wording::parties(plan, &task.lead)),
    ];
    Line { level: 0, cells }
}

/// Says what keeps a task from its best: targets, deliverables, updates.
pub(super) fn work_remarks(judged: Judged<'_>, task: &Task, result: &TaskResult) -> String {
    let lang = judged.lang;
    let mut remarks = because_of(task, result, lang);
    remarks.extend(result.deliverables.iter().filter_map(|own| deliverable_remark(judged, task, own)));
    remarks.extend(open_deliverables(task, result, lang));
    remarks.extend(wording::unproven(task, result, lang));
    remarks.extend(untold(judged, task, result));
    remarks.join("; ")
}

/// Says the same, but for deliverables.
pub(super) fn other_remarks(judged: Judged<'_>, task: &Task, result: &TaskResult) -> Vec<String> {
    let mut remarks = because_of(task, result, judged.lang);
    remarks.extend(untold(judged, task, result));
    remarks
}

/// Names the targets that keep a task from its best.
fn because_of(task: &Task, result: &TaskResult, lang: Lang) -> Vec<String> {
    let bad = result
        .targets
        .iter()
        .filter(|target| matches!(target.outcome.verdict, Verdict::Missed | Verdict::Behind | Verdict::NoData));
    let bad: Vec<&str> = bad.map(|target| task.targets[target.target].id.as_str()).collect();
    let said = (!bad.is_empty()).then(|| text::say(Say::BecauseOf { ids: &bad.join(", ") }, lang));
    said.into_iter().collect()
}

/// Says which updates are missing, and of a task that declares nothing to be judged by that nobody has said it is done.
fn untold(judged: Judged<'_>, task: &Task, result: &TaskResult) -> Vec<String> {
    let lang = judged.lang;
    let mut remarks = Vec::new();
    if task.deliverables.is_empty() && result.targets.is_empty() && result.verdict == Verdict::Overdue {
        let days = result.deadline.map_or(0, |by| (judged.judgement.as_of - by).num_days());
        remarks.push(text::say(Say::TaskOverdue { days: &text::number(&days.to_string(), lang) }, lang));
    }
    if let Some(updates) = result.updates.as_ref().filter(|updates| !updates.missing.is_empty()) {
        let missing: Vec<String> = updates.missing.iter().map(|(period, _)| wording::period(*period, lang)).collect();
        remarks.push(text::say(Say::UpdateMissing { period: &missing.join(", ") }, lang));
    }
    remarks
}

pub(super) fn deliverable_remark(judged: Judged<'_>, task: &Task, result: &DeliverableResult) -> Option<String> {
    let lang = judged.lang;
    let name = task.deliverables[result.deliverable].name.as_str();
    let late = |from: NaiveDate| text::number(&(from - result.due).num_days().to_string(), lang);
    match (result.verdict, result.handed_in) {
        (Verdict::Overdue, _) => {
            Some(text::say(Say::DeliverableOverdue { name, days: &late(judged.judgement.as_of) }, lang))
        }
        (Verdict::DoneLate, Some(handed_in)) => {
            Some(text::say(Say::DeliverableLate { name, days: &late(handed_in) }, lang))
        }
        _ => None,
    }
}

/// Lists the deliverables still to come, those of one day together; the day is said where it is not the task's own.
fn open_deliverables(task: &Task, result: &TaskResult, lang: Lang) -> Vec<String> {
    // Of what is said to be done another remark says what it lacks.
    let is_said = |own: &DeliverableResult| result.unproven.iter().any(|said| said.deliverable == own.deliverable);
    let open = result.deliverables.iter().filter(|own| own.verdict == Verdict::Open && !is_said(own));
    let mut by_day: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
    for own in open {
        by_day.entry(own.due).or_default().push(&task.deliverables[own.deliverable].name);
    }
    let said = by_day.into_iter().map(|(due, names)| {
        let name = names.join(", ");
        if result.deadline == Some(due) {
            text::say(Say::DeliverableMissing { name: &name }, lang)
        } else {
            text::say(Say::DeliverableOpen { name: &name, due: &day(due, lang) }, lang)
        }
    });
    said.collect()
}

fn target_line(view: TargetView<'_>, task: &TaskResult) -> Line {
    let outcome = &view.result.outcome;
    // A deadline of its own; the task's stands one line above.
    let own = view.result.deadline.filter(|by| Some(*by) != task.deadline);
    let cells = vec![
        Shown::toned(view.target().id.clone(), Tone::Quiet),
        Shown::plain(view.indicator().name.clone()),
        Shown::plain(wording::bound_short(view.result.bound, view.indicator(), view.lang)),
        Shown::plain(view.value(outcome)),
        wording::outcome_verdict(outcome, view.lang),
        Shown::plain(view.remarks()),
        Shown::plain(own.map_or_else(String::new, |by| day(by, view.lang))),
        Shown::default(),
    ];
    Line { level: 1, cells }
}

fn completion(judged: Judged<'_>, shows: &Shows<'_>) -> Option<Shown> {
    // A choice by verdict has its own completion, which says nothing.
    if shows.tasks.is_empty() || shows.by_verdict {
        return None;
    }
    let lang = judged.lang;
    let of = |completion: Completion| shows.tasks.iter().filter(|task| task.completion == completion).count();
    let (completed, overdue, in_time) = (of(Completion::Completed), of(Completion::Overdue), of(Completion::InTime));
    let not_counted = count(in_time, lang);
    let Some(share) = percent(completed, completed + overdue) else {
        return Some(Shown::plain(text::say(Say::CompletionNone { in_time: &not_counted }, lang)));
    };
    let percent = text::percent(&share.to_string(), lang);
    let (completed, judged) = (count(completed, lang), count(completed + overdue, lang));
    let mut said = text::say(Say::Completion { percent: &percent, completed: &completed, judged: &judged }, lang);
    if in_time > 0 {
        said = format!("{said} {}", text::say(Say::NotCounted { count: &not_counted }, lang));
    }
    Some(Shown::plain(said))
}

/// Returns a share in per cent with two decimals; none of nothing.
pub(super) fn percent(part: usize, whole: usize) -> Option<Decimal> {
    let (part, whole) = (i128::try_from(part).ok()?, i128::try_from(whole).ok()?);
    Ratio::new(part.checked_mul(100)?, whole)?.shown(2, &[Limit::Low(Ratio::whole(100))])
}

fn share(part: usize, whole: usize, lang: Lang) -> Cell {
    let shown = percent(part, whole);
    let value = match (shown, i128::try_from(part), i128::try_from(whole)) {
        (Some(_), Ok(part), Ok(whole)) => {
            Value::Rate { numerator: Decimal::whole(part), denominator: Decimal::whole(whole), percent: shown }
        }
        _ => Value::Null,
    };
    Cell::new(value, shown.map_or_else(|| "–".to_owned(), |percent| text::percent(&percent.to_string(), lang)))
}

fn forms(judged: Judged<'_>, shows: &Shows<'_>) -> Table {
    let lang = judged.lang;
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::hidden("form"),
        Column::new("title", word(Word::FormTitle)),
        Column::right("due", word(Word::DueCount)),
        Column::right("in", word(Word::ReceivedCount)),
        Column::right("on-time", word(Word::OnTimeCount)),
        Column::right("late", word(Word::LateCount)),
        Column::right("missing", word(Word::MissingCount)),
        Column::right("reporting-rate", word(Word::ReportingRate)).holding(Holds::Rate),
        Column::right("on-time-rate", word(Word::OnTimeRate)).holding(Holds::Rate),
    ];
    let mut table = Table::new("forms", word(Word::HowReported), columns);
    let number = |value: usize, tone: Tone| {
        Cell::toned(Value::count(value), count(value, lang), if value > 0 { tone } else { Tone::Plain })
    };
    for reporting in shows.reporting(judged) {
        let form: &Form = judged.plan.form(reporting.form);
        table.rows.push(vec![
            Cell::data(Value::Text(form.id.value.clone())),
            Cell::text(form.title.clone()),
            number(reporting.due, Tone::Plain),
            number(reporting.received, Tone::Plain),
            number(reporting.on_time(), Tone::Plain),
            number(reporting.late, Tone::Warn),
            number(reporting.missing(), Tone::Bad),
            share(reporting.received, reporting.due, lang),
            share(reporting.on_time(), reporting.due, lang),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}

fn owed(judged: Judged<'_>, shows: &Shows<'_>) -> Vec<Block> {
    let Judged { plan, lang, .. } = judged;
    let word = |word: Word| text::word(word, lang);
    let columns = vec![
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead)),
        Column::hidden("form"),
        Column::hidden("task"),
        Column::new("what", word(Word::FormHead)),
        Column::new("period", word(Word::PeriodHead)),
        Column::new("due", word(Word::DueHead)),
        Column::right("days-late", word(Word::DaysLateHead)),
        Column::hidden("row-has-errors"),
    ];
    let mut table = Table::new("owed", word(Word::WhoOwes), columns);
    for owed in shows.owed(judged) {
        let (form, task, what) = match owed.debt {
            Debt::Form(form) => {
                (Value::Text(plan.form(form).id.value.clone()), Value::Null, plan.form(form).title.clone())
            }
            Debt::Task(task) => {
                let no = plan.tasks[task].no;
                (Value::Null, Value::Int(i128::from(no)), format!("{} {no}", word(Word::UpdateOf)))
            }
        };
        let late =
            if owed.days_late > 0 { wording::days(owed.days_late, lang) } else { word(Word::DueToday).to_owned() };
        let late = if owed.rejected { text::say(Say::RowHasErrors { late: &late }, lang) } else { late };
        table.rows.push(vec![
            Cell::data(Value::Text(plan.party_id(owed.party).to_owned())),
            Cell::text(plan.party_name(owed.party)),
            Cell::data(form),
            Cell::data(task),
            Cell::text(what),
            Cell::new(Value::Text(owed.period.to_string()), wording::period(owed.period, lang)),
            Cell::new(Value::Date(owed.due), day(owed.due, lang)),
            Cell::toned(Value::Int(i128::from(owed.days_late)), late, Tone::Bad),
            Cell::data(Value::Bool(owed.rejected)),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    if table.rows.len() > OWED {
        table.cap = Some((OWED, text::say(Say::MoreRows { count: &count(table.rows.len() - OWED, lang) }, lang)));
    }
    let nobody =
        table.rows.is_empty() && shows.reporting(judged).iter().any(|reporting: &FormReporting| reporting.due > 0);
    let mut blocks = vec![Block::Table(table)];
    if nobody {
        let said = if shows.is_narrowed { Say::NobodyOwesHere } else { Say::NobodyOwes };
        blocks.push(Block::Para(Shown::toned(text::say(said, lang), Tone::Good)));
    }
    blocks.push(Block::Para(Shown::toned(text::say(Say::ShowHint, lang), Tone::Quiet)));
    blocks
}

/// How many missing reports a screen lists.
const OWED: usize = 40;
