//! How things that fall due are named, the same on every screen.

use super::status::Judged;
use crate::eval::Duty;
use crate::text::Word;

/// Names what is due: a form's title, a deliverable, a task's title, a target with its id.
pub(super) fn name(judged: Judged<'_>, duty: Duty) -> String {
    let plan = judged.plan;
    match duty {
        Duty::Report(form, _) => plan.form(form).title.clone(),
        Duty::Deliverable(task, own) => plan.tasks[task].deliverables[own].name.clone(),
        Duty::Update(task, _) | Duty::Task(task) => plan.tasks[task].title.clone(),
        Duty::Target(task, own, _) | Duty::Milestone(task, own, _) => {
            let target = &plan.tasks[task].targets[own];
            format!("{}. {}", target.id, plan.indicator(target.indicator).name)
        }
    }
}

/// Returns the code of a kind and its word.
pub(super) fn kind(duty: Duty) -> (&'static str, Word) {
    match duty {
        Duty::Report(..) => ("report", Word::Reports),
        Duty::Update(..) => ("update", Word::Story),
        Duty::Deliverable(..) => ("deliverable", Word::Deliverable),
        Duty::Task(_) => ("task", Word::Task),
        Duty::Target(..) => ("target", Word::Target),
        Duty::Milestone(..) => ("milestone", Word::Milestones),
    }
}
