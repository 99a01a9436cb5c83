//! What `plan status` is narrowed to, and in which order it comes. It recomputes nothing.

use super::status::Judged;
use super::{Shown, wording};
use crate::eval::{Debt, FormReporting, Owed, TaskResult, Verdict, form_reporting};
use crate::model::{FormId, IndexId, Party, UnitId};
use crate::text::{self, Say, Word};

/// In which order tasks come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// As in the plan.
    #[default]
    Plan,
    /// Worst first.
    Verdict,
    /// Soonest first, continuous ones last.
    Deadline,
    /// By the first lead's name.
    Lead,
}

/// What to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Tasks that one of these leads or supports.
    pub units: Vec<Party>,
    /// Tasks with these numbers.
    pub tasks: Vec<u32>,
    /// Tasks that serve one of these.
    pub indexes: Vec<IndexId>,
    /// Tasks of which a part has one of these.
    pub verdicts: Vec<Verdict>,
    /// In which order.
    pub sort: Sort,
}

/// What is left after narrowing.
pub(super) struct Shows<'a> {
    pub(super) tasks: Vec<&'a TaskResult>,
    pub(super) by_verdict: bool,
    pub(super) is_narrowed: bool,
    units: Vec<UnitId>,
    forms: Option<Vec<FormId>>,
}

impl<'a> Shows<'a> {
    pub(super) fn new(judged: Judged<'a>, filter: &Filter) -> Self {
        let plan = judged.plan;
        let units: Vec<UnitId> = filter.units.iter().flat_map(|party| plan.party_units(party)).copied().collect();
        let mut tasks: Vec<&TaskResult> =
            judged.judgement.tasks.iter().filter(|result| fits(judged, filter, &units, result)).collect();
        match filter.sort {
            Sort::Plan => {}
            Sort::Verdict => tasks.sort_by_key(|task| task.verdict),
            Sort::Deadline => tasks.sort_by_key(|task| (task.deadline.is_none(), task.deadline)),
            Sort::Lead => {
                tasks.sort_by_key(|task| plan.tasks[task.task].lead.first().map(|lead| plan.party_name(*lead)));
            }
        }
        let by_task = !(filter.tasks.is_empty() && filter.indexes.is_empty() && filter.verdicts.is_empty());
        let forms = by_task.then(|| {
            let indicators =
                tasks.iter().flat_map(|task| &plan.tasks[task.task].targets).map(|target| target.indicator);
            indicators.flat_map(|indicator| plan.forms_of(indicator)).collect()
        });
        let is_narrowed = by_task || !filter.units.is_empty();
        Self { tasks, by_verdict: !filter.verdicts.is_empty(), is_narrowed, units, forms }
    }

    /// Tells whether a form concerns what is shown.
    pub(super) fn form(&self, form: FormId) -> bool {
        self.forms.as_ref().is_none_or(|forms| forms.contains(&form))
    }

    /// Returns how each form that owes anything was reported, by the units shown.
    pub(super) fn reporting(&self, judged: Judged<'a>) -> Vec<FormReporting> {
        let owing = judged.judgement.reporting.iter().filter(|own| judged.plan.form(own.form).sent);
        let shown = owing.filter(|own| self.form(own.form));
        if self.units.is_empty() {
            return shown.copied().collect();
        }
        let of_units = |own: &FormReporting| {
            let units = &judged.plan.form(own.form).units;
            let tally = judged.figures.forms.get(own.form.0 as usize)?;
            let periods = judged.times.form(own.form).all().len();
            Some(form_reporting(tally, 0..periods, |slot| self.units.contains(&units[slot]), units.len()))
        };
        shown.filter_map(of_units).filter(|own| own.due > 0).collect()
    }

    /// Says what the screen is narrowed to; none if it shows everything.
    pub(super) fn said(judged: Judged<'_>, filter: &Filter) -> Option<Shown> {
        let (plan, lang) = (judged.plan, judged.lang);
        let mut parts = Vec::new();
        let mut add = |word: Word, list: Vec<String>| {
            if !list.is_empty() {
                parts.push(format!("{} {}", text::word(word, lang).to_lowercase(), list.join(", ")));
            }
        };
        add(Word::Unit, filter.units.iter().map(|party| plan.party_name(*party).to_owned()).collect());
        add(Word::Task, filter.tasks.iter().map(u32::to_string).collect());
        add(Word::Index, filter.indexes.iter().map(|index| plan.indexes[index.0 as usize].name.clone()).collect());
        let verdicts = filter.verdicts.iter().map(|own| wording::verdict(*own, wording::Part::Work, lang).text);
        add(Word::VerdictHead, verdicts.map(|own| text::quoted(&own, lang)).collect());
        let what = parts.join("; ");
        (!parts.is_empty()).then(|| Shown::plain(text::say(Say::Narrowed { what: &what }, lang)))
    }

    /// Returns what is due and not in, of what is shown.
    pub(super) fn owed(&self, judged: Judged<'a>) -> Vec<&'a Owed> {
        let of_unit = |owed: &Owed| {
            self.units.is_empty() || judged.plan.party_units(&owed.party).iter().any(|unit| self.units.contains(unit))
        };
        let of_task = |owed: &Owed| match owed.debt {
            Debt::Form(form) => self.form(form),
            Debt::Task(task) => self.forms.is_none() || self.tasks.iter().any(|shown| shown.task == task),
        };
        judged.judgement.owed.iter().filter(|owed| of_unit(owed) && of_task(owed)).collect()
    }
}

fn fits(judged: Judged<'_>, filter: &Filter, units: &[UnitId], result: &TaskResult) -> bool {
    let plan = judged.plan;
    let task = &plan.tasks[result.task];
    let of_unit = filter.units.is_empty() || units.iter().any(|unit| plan.concerns(task, *unit));
    let of_task = filter.tasks.is_empty() || filter.tasks.contains(&task.no);
    let of_index = filter.indexes.is_empty() || task.indexes.iter().any(|index| filter.indexes.contains(index));
    let of_verdict =
        filter.verdicts.is_empty() || verdicts(result).iter().any(|verdict| filter.verdicts.contains(verdict));
    of_unit && of_task && of_index && of_verdict
}

/// Returns the verdicts of a task and all its parts.
pub(super) fn verdicts(result: &TaskResult) -> Vec<Verdict> {
    let mut all = vec![result.verdict];
    all.extend(result.targets.iter().map(|target| target.outcome.verdict));
    all.extend(result.targets.iter().flat_map(|target| &target.units).map(|unit| unit.outcome.verdict));
    all.extend(result.deliverables.iter().map(|deliverable| deliverable.verdict));
    all.extend(result.updates.iter().map(|updates| updates.verdict));
    all.extend(result.unproven.iter().map(|_| Verdict::Unproven));
    all
}

/// Tells whether any part of what is shown has one of some verdicts.
pub fn any_verdict(judged: Judged<'_>, filter: &Filter, wanted: &[Verdict]) -> bool {
    Shows::new(judged, filter).tasks.iter().any(|task| verdicts(task).iter().any(|verdict| wanted.contains(verdict)))
}
