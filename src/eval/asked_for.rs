//! Findings about what units owe: no mistake in any file, and so told only where asked for.

use std::collections::BTreeMap;

use super::judge::Judgement;
use super::points::Earned;
use super::reporting::{Debt, Owed};
use super::score::IndexScore;
use super::target::Context;
use crate::diag::{Diagnostic, Finding, Place, Related};
use crate::model::{FormId, FormTally, Late, Limit, Party, Period, Plan, Ratio, Round, Row, Score, UnitId};

/// Returns a finding for each report and update that is due and not in, but for those whose row has a finding of its own. It stands where the form or task is declared, for
/// there is no row.
pub fn missing(plan: &Plan, judgement: &Judgement) -> Vec<Diagnostic> {
    let of = |owed: &Owed| {
        let (unit, period, due) =
            (plan.party_name(owed.party).to_owned(), owed.period.to_string(), owed.due.to_string());
        let days = owed.days_late;
        let (finding, place) = match owed.debt {
            Debt::Form(form) => {
                let form = plan.form(form);
                (Finding::ReportMissing { unit, form: form.title.clone(), period, due, days }, form.id.place)
            }
            Debt::Task(task) => {
                let task = &plan.tasks[task];
                (Finding::UpdateMissing { unit, task: task.no, period, due, days }, task.place)
            }
        };
        Diagnostic::new(finding, place).with(party_place(plan, owed.party), Related::DeclaredHere)
    };
    judgement.owed.iter().filter(|owed| !owed.rejected).map(of).collect()
}

fn party_place(plan: &Plan, party: Party) -> Place {
    match party {
        Party::Unit(unit) => plan.unit(unit).place,
        Party::Group(group) => plan.groups[group.0 as usize].place,
    }
}

/// Returns the late reports of a form, with their days after the due day.
pub fn late(context: Context<'_>, form: FormId) -> BTreeMap<(UnitId, Period), i64> {
    let (units, terms) = (&context.plan.form(form).units, context.times.form(form).all());
    let tally = context.figures.forms.iter().filter(|tally| tally.form() == form);
    let late = tally.flat_map(FormTally::late);
    let key = |late: &Late| ((units[late.slot as usize], terms[usize::from(late.period)].period), i64::from(late.days));
    late.map(key).collect()
}

/// Returns a finding for each of some rows that is late, at its day of receipt.
pub fn late_reports(context: Context<'_>, form: FormId, rows: &[Row]) -> Vec<Diagnostic> {
    let (declared, terms, late) = (context.plan.form(form), context.times.form(form), late(context, form));
    let of = |row: &Row| {
        let due = terms.all().get(terms.index(row.period)?)?.due?;
        let finding = Finding::ReportLate {
            unit: context.plan.unit(row.unit).name.clone(),
            form: declared.title.clone(),
            period: row.period.to_string(),
            due: due.to_string(),
            days: *late.get(&(row.unit, row.period))?,
        };
        Some(Diagnostic::new(finding, row.reported_place).with(declared.id.place, Related::DeclaredHere))
    };
    rows.iter().filter_map(of).collect()
}

/// Returns a finding for each deliverable that is said to be done without the document that proves it, where it is said.
pub fn without_evidence(context: Context<'_>, judgement: &Judgement) -> Vec<Diagnostic> {
    let of_task = |result: &super::TaskResult| {
        let declared = &context.plan.tasks[result.task];
        let said = result.unproven.iter().map(|own| {
            let owed = &declared.deliverables[own.deliverable];
            let finding = Finding::NoEvidence { task: declared.no, deliverable: owed.name.clone() };
            Diagnostic::new(finding, own.said).with(owed.place, Related::DeclaredHere)
        });
        said.collect::<Vec<_>>()
    };
    judgement.tasks.iter().flat_map(of_task).collect()
}

/// Writes points so that they never look like others that they are not.
fn apart(points: Ratio, other: Ratio) -> String {
    let limits = [Limit::Low(other), Limit::High(other)];
    points.shown(2, &limits).map_or_else(String::new, |own| own.to_string())
}

/// Returns a finding for each number of points that is not what figures come to, and for each that lacks the document it needs.
pub fn doubtful_scores(context: Context<'_>, scores: &[IndexScore]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for scored in scores {
        let index = &context.plan.indexes[scored.index.0 as usize];
        let whole = |own: &&Score| own.index == scored.index && own.criterion.is_none() && own.round != Round::Own;
        for score in context.figures.scores.iter().filter(whole) {
            // While something is open there is no sum.
            let is_known = scored.total.within.open == Ratio::ZERO && scored.total.index.is_some();
            if let Some(given) = score.points.ratio().filter(|given| is_known && *given != scored.total.points) {
                let (sum, given) = (apart(scored.total.points, given), score.points.trimmed().to_string());
                let finding = Finding::ScoreSum { index: index.id.value.clone(), given, sum };
                found.push(Diagnostic::new(finding, score.place).with(index.id.place, Related::DeclaredHere));
            }
        }
        for (criterion, line) in index.criteria.iter().zip(&scored.lines) {
            let name = format!("{}/{}", index.id.value, criterion.no.value);
            let computed = line.computed.as_ref().and_then(|own| match own.earned {
                Earned::Points(points) => Some(points),
                Earned::LeftOut | Earned::Open(_) => None,
            });
            for score in line.given.into_iter().flatten().map(|at| &context.figures.scores[at]) {
                let mut doubt = |finding: Finding| {
                    found.push(Diagnostic::new(finding, score.place).with(criterion.place, Related::DeclaredHere));
                };
                if let (Some(points), Some(given)) = (computed, score.points.ratio())
                    && points != given
                {
                    let computed = apart(points, given);
                    let (criterion, given) = (name.clone(), score.points.trimmed().to_string());
                    doubt(Finding::ScoreDiffers { criterion, given, computed });
                }
                if line.evidence == Some(false) && !score.points.is_zero() {
                    doubt(Finding::ScoreWithoutEvidence { criterion: name.clone() });
                }
            }
        }
    }
    found
}
