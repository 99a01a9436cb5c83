//! What comes first: how many targets stand how, and which tasks need a decision.

use std::cmp::Reverse;

use crate::eval::{Completion, TaskResult, Verdict};
use crate::model::Ratio;
use crate::text::{Word, word};
use crate::view::page::{Decision, Tile};
use crate::view::report::about::Report;
use crate::view::report::assessment::not_sent;
use crate::view::status;
use crate::view::wording::{self, count};

/// How many tasks are put before the director.
const FIRST: usize = 3;

/// Counts targets in five kinds, which are all there are.
pub(super) fn tiles(report: &Report<'_>) -> Vec<Tile> {
    let lang = report.lang();
    let targets = report.made_from.judged.judgement.tasks.iter().flat_map(|task| &task.targets);
    let verdicts: Vec<Verdict> = targets.map(|target| target.outcome.verdict).collect();
    let kinds: [(&'static str, Word, &[Verdict]); 5] = [
        ("met", Word::Met, &[Verdict::Met]),
        ("on-track", Word::OnTrack, &[Verdict::OnTrack]),
        ("behind", Word::Behind, &[Verdict::Behind]),
        ("missed", Word::Missed, &[Verdict::Missed]),
        ("unknown", Word::NotKnown, &[Verdict::NoData, Verdict::Open, Verdict::NotDue, Verdict::NoCases]),
    ];
    let tile = |(kind, label, own): (&'static str, Word, &[Verdict])| {
        let number = verdicts.iter().filter(|verdict| own.contains(verdict)).count();
        Tile { kind, count: count(number, lang), label: word(label, lang).to_owned() }
    };
    kinds.into_iter().map(tile).collect()
}

/// Returns the tasks that need a decision most: the worst verdict first, then what can no longer be reached, then what is furthest
/// from its bound.
pub(super) fn decisions(report: &Report<'_>) -> Vec<Decision> {
    let (judged, lang) = (report.made_from.judged, report.lang());
    let bad = [Verdict::Missed, Verdict::Overdue, Verdict::Behind, Verdict::NoData, Verdict::Unproven];
    let mut tasks: Vec<&TaskResult> = judged.judgement.tasks.iter().filter(|own| bad.contains(&own.verdict)).collect();
    tasks.sort_by_key(|own| {
        (own.verdict, Reverse(is_lost(own)), own.completion != Completion::Overdue, Reverse(short(own)))
    });
    let decision = |result: &TaskResult| {
        let task = &report.plan().tasks[result.task];
        let worst = result.targets.iter().find(|own| own.outcome.verdict == result.verdict);
        let why = match worst {
            Some(own) => {
                let view = judged.target(own);
                let needed = view.needed_long().filter(|_| !view.holds()).map(|own| wording::sentence(&own));
                std::iter::once(format!(
                    "{}. {}",
                    view.target().id,
                    not_sent(report, view).unwrap_or_else(|| view.why())
                ))
                .chain(needed)
                .collect::<Vec<_>>()
                .join(" ")
            }
            None => wording::sentence(&status::work_remarks(judged, task, result)),
        };
        Decision {
            no: task.no.to_string(),
            title: wording::unmarked(&task.title).to_owned(),
            verdict: wording::task_verdict(result, lang),
            why,
        }
    };
    tasks.into_iter().take(FIRST).map(decision).collect()
}

fn is_lost(task: &TaskResult) -> bool {
    task.targets.iter().any(|own| own.outcome.is_out_of_reach())
}

/// Returns how far a task's worst target is from its bound.
fn short(task: &TaskResult) -> Option<Ratio> {
    let targets = task.targets.iter().filter(|own| own.outcome.verdict == task.verdict);
    targets.filter_map(|own| own.bound.shortfall(own.outcome.value?)).max()
}
