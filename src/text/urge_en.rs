//! Sentences of letters that remind in English.

use super::Urge;

pub(super) fn urge(phrase: Urge<'_>) -> String {
    match phrase {
        Urge::Number { number } => format!("No. {number}"),
        Urge::Subject { number, period } => format!("Re: reminder under Plan {number}, {period}"),
        Urge::To { unit } => format!("To: {unit}"),
        Urge::Opening { number, day, unit, as_of } => {
            format!("Under Plan {number} of {day}, as of the end of {as_of}, this is outstanding from {unit}:")
        }
        Urge::OpeningLate { number, day, unit, as_of } => {
            format!(
                "Under Plan {number} of {day}, as of the end of {as_of}, all reports of {unit} are in, but some came late:"
            )
        }
        Urge::ReportsHead => "Reports not received".into(),
        Urge::ReportOwed { form, period, due, late } => {
            format!("Report for {period} on form \"{form}\": due {due}, {late}.")
        }
        Urge::ReportWrong { form, period, due, late } => {
            format!(
                "Report for {period} on form \"{form}\": due {due}, {late}; figures are there, but their row has errors: please check and send them again."
            )
        }
        Urge::UpdatesHead => "Progress updates not received".into(),
        Urge::UpdateOwed { task, title, period, due, late } => {
            format!("Progress for {period} of task {task} ({title}): due {due}, {late}.")
        }
        Urge::LateHead { period } => format!("Reports that came late, {period}"),
        Urge::ReportLate { form, period, days } => format!("Report for {period} on form \"{form}\": {days} late."),
        Urge::WorksHead => "Work overdue or without proof".into(),
        Urge::WorkOverdue { name, task, due, late } => {
            format!("Deliverable \"{name}\" of task {task}: due {due}, {late}.")
        }
        Urge::TaskOverdue { title, task, due, late } => format!("Task {task} ({title}): due {due}, {late}."),
        Urge::WorkOverdueUnproven { name, task, due, late, why } => {
            format!("Deliverable \"{name}\" of task {task}: due {due}, {late}; {why}.")
        }
        Urge::WorkUnproven { name, task, why } => format!("Deliverable \"{name}\" of task {task}: {why}."),
        Urge::TargetsHead => "Targets missed or behind".into(),
        Urge::Target { name, verdict, why, needed } => format!("{name}: {verdict}. {why}{needed}"),
        Urge::UnitTarget { name, unit, verdict, why, needed } => {
            format!("{name}, {unit} by itself: {verdict}. {why}{needed}")
        }
        Urge::Needed { what } => format!(" To reach the target: {what}."),
        Urge::Explain => " Please report the causes and what is being done.".into(),
        Urge::OverdueBy { days } => format!("overdue by {days}"),
        Urge::DueToday => "due today".into(),
        Urge::Closing { unit, to, by } => format!("Please have {unit} do this and report to {to} {by}."),
        Urge::ClosingLate { unit } => format!("Please have {unit} send its reports on time from now on."),
        Urge::Before { day } => format!("by the end of {day}"),
        Urge::Soon => "as soon as possible".into(),
        Urge::AsAbove => "As above".into(),
        Urge::MadeUpMarkSome => "Some figures are made up: see the end of this letter".into(),
        Urge::Summary { unit, list, files } => format!("{unit}: {list} → {files}"),
        Urge::CountReports { count } => format!("reports not received: {count}"),
        Urge::CountUpdates { count } => format!("progress updates not received: {count}"),
        Urge::CountLate { count } => format!("reports late: {count}"),
        Urge::CountWorks { count } => format!("work overdue or without proof: {count}"),
        Urge::CountTargets { count } => format!("targets missed or behind: {count}"),
        Urge::NothingOwed { list } => format!("Nothing to remind of: {list}."),
    }
}
