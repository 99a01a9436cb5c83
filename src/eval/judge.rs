//! The plan judged as of the end of a day.

use chrono::NaiveDate;

use super::Overflow;
use super::reporting::{FormReporting, Owed, form_reporting, missing_reports, missing_updates};
use super::span::Asked;
use super::target::Context;
use super::task::{Completion, TaskResult, judge_task};

/// Everything a plan comes to.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The day judged.
    pub as_of: NaiveDate,
    /// The tasks given by then, in the order of the plan.
    pub tasks: Vec<TaskResult>,
    /// How each form was reported.
    pub reporting: Vec<FormReporting>,
    /// What is due and not in: reports by form, period and unit, then updates by task.
    pub owed: Vec<Owed>,
}

impl Judgement {
    /// Counts the tasks of a kind of completion.
    pub fn count(&self, completion: Completion) -> usize {
        self.tasks.iter().filter(|task| task.completion == completion).count()
    }
}

/// Judges a plan.
///
/// # Errors
/// Fails if a figure does not fit in the exact arithmetic.
pub fn judge(context: Context<'_>, asked: &[Vec<Asked>]) -> Result<Judgement, Overflow> {
    let plan = context.plan;
    let given = plan.tasks.iter().enumerate().filter(|(_, task)| task.is_assigned(context.as_of));
    let tasks = given.map(|(at, _)| judge_task(context, at, &asked[at])).collect::<Result<Vec<_>, _>>()?;
    let forms = &context.figures.forms;
    let reporting = forms
        .iter()
        .map(|tally| {
            form_reporting(
                tally,
                0..context.times.form(tally.form()).all().len(),
                |_| true,
                plan.form(tally.form()).units.len(),
            )
        })
        .collect();
    let mut owed: Vec<Owed> = forms.iter().flat_map(|tally| missing_reports(context, tally)).collect();
    owed.extend(missing_updates(context, &tasks));
    Ok(Judgement { as_of: context.as_of, tasks, reporting, owed })
}
