//! The tasks of a page, each with its targets and what explains them.

use super::bullet::bullet;
use super::course::course;
use crate::eval::{TargetResult, TaskResult, Verdict};
use crate::view::page::{PageTarget, PageTask};
use crate::view::report::about::Report;
use crate::view::report::assessment::not_sent;
use crate::view::report::results;
use crate::view::status;
use crate::view::wording::{self, bound_short, day};

/// Returns every task.
pub(super) fn tasks(report: &Report<'_>) -> Vec<PageTask> {
    report.made_from.judged.judgement.tasks.iter().map(|result| task(report, result)).collect()
}

fn task(report: &Report<'_>, result: &TaskResult) -> PageTask {
    let (judged, lang) = (report.made_from.judged, report.lang());
    let own = &report.plan().tasks[result.task];
    let rank = Verdict::ALL.iter().position(|verdict| *verdict == result.verdict).unwrap_or_default();
    PageTask {
        no: own.no.to_string(),
        title: wording::unmarked(&own.title).to_owned(),
        leads: own.lead.iter().map(|party| report.plan().party_name(*party).to_owned()).collect(),
        deadline: wording::schedule(own, result.deadline, lang),
        due: result.deadline.map_or_else(String::new, |by| by.to_string()),
        code: result.verdict.code(),
        rank,
        verdict: wording::task_verdict(result, lang),
        remarks: status::work_remarks(judged, own, result),
        targets: result.targets.iter().map(|target| self::target(report, result, target)).collect(),
        story: results::story_of(report, own, result),
    }
}

fn target(report: &Report<'_>, task: &TaskResult, result: &TargetResult) -> PageTarget {
    let lang = report.lang();
    let view = report.made_from.judged.target(result);
    let own = result.deadline.filter(|by| Some(*by) != task.deadline);
    let figures = results::figures(report, view).map(|said| wording::sentence(&said));
    let why = not_sent(report, view).unwrap_or_else(|| view.why());
    let needed = view.needed_long().map(|own| wording::sentence(&own));
    let provisional = view.provisional(false).map(|own| wording::sentence(&own));
    let units = result.units.iter().map(|unit| {
        let name = report.plan().unit(unit.unit).name.clone();
        let value = view.value(&unit.outcome);
        (name, value, wording::outcome_verdict(&unit.outcome, lang))
    });
    PageTarget {
        id: view.target().id.clone(),
        name: view.indicator().name.clone(),
        bound: bound_short(result.bound, view.indicator(), lang),
        value: view.value(&result.outcome),
        verdict: wording::outcome_verdict(&result.outcome, lang),
        deadline: own.map_or_else(String::new, |by| day(by, lang)),
        remarks: view.remarks(),
        why: std::iter::once(why).chain(needed).chain(provisional).chain(figures).collect(),
        bullet: bullet(view),
        course: course(report, result),
        units: units.collect(),
    }
}
