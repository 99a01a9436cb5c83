//! Sentences of the periodic report in English.

use super::Tell;
use super::say::in_parentheses;

/// Puts a remark on a basis behind a sentence; nothing for nothing.
fn by(basis: &str) -> String {
    if basis.is_empty() { String::new() } else { format!(" under {basis}") }
}

/// Says in a title that criteria are made up.
const EXAMPLE: &str = " (criteria of an example)";

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn tell(phrase: Tell<'_>) -> String {
    match phrase {
        Tell::State | Tell::Motto => String::new(),
        Tell::Kind => "REPORT".into(),
        Tell::Number { number } => format!("No. {number}"),
        Tell::Subject { number } => format!("Results of Plan {number},"),
        Tell::MadeUpMark => "Made-up figures, not real ones".into(),
        Tell::MadeUpMarkSome => "Some figures are made up, not real ones: see the head of the report".into(),
        Tell::BasisBegins => "Under ".into(),
        Tell::Opening { number, day, agency, period } => {
            format!("Under Plan {number} of {day}, {agency} reports its results, {period}, as follows:")
        }
        Tell::AsOf { day } => format!("Figures and verdicts are as of the end of {day}."),
        Tell::WarningsStand { count } => {
            format!("{count} warnings about the figures stand: look at them before signing.")
        }
        Tell::BeforeUpdated { day } => {
            format!("Figures of earlier periods are as updated by {day} and may differ from those of earlier reports.")
        }
        Tell::NotOver { period } => {
            format!("The period ({period}) is not over on that day: its figures are incomplete.")
        }
        Tell::Closing { period, agency } => format!("This is the report of {agency}, {period}."),
        Tell::ClosingTo { period, agency, to } => format!("This is the report of {agency}, {period}, to {to}."),
        Tell::RecipientsHead => "Recipients:".into(),
        Tell::KeptAt => "File: records office".into(),
        Tell::DirectionHead => "I. DIRECTION".into(),
        Tell::PlanHasTasks { tasks } => format!("The plan has {tasks} tasks."),
        Tell::PlanHas { tasks, targets } => format!("The plan has {tasks} tasks with {targets} targets."),
        Tell::Monitor { unit } => format!("{unit} follows the plan up."),
        Tell::MonitorDuty { unit, duty } => format!("{unit} is charged with this: {duty}."),
        Tell::NothingIssued => "No document issued for the plan in the period is on record.".into(),
        Tell::IssuedHead => "Documents issued for the plan in the period:".into(),
        Tell::Issued { number, day, title, task } => format!("Task {task}: No. {number} of {day}, {title}."),
        Tell::ChangesHead => "Changes of the plan in the period:".into(),
        Tell::TaskAdded { task, day, basis } => format!("task {task} added from {day}{}.", by(basis)),
        Tell::TaskExtended { task, to, basis } => format!("task {task} extended to {to}{}.", by(basis)),
        Tell::BoundRevised { target, day, bound, basis } => {
            format!("target {target} changed to {bound} from {day}{}.", by(basis))
        }
        Tell::ResultsHead => "II. RESULTS".into(),
        Tell::NoTasks => "No task had been given by the day judged.".into(),
        Tell::OtherTasks => "Other tasks".into(),
        Tell::TaskHead { no, title } => format!("Task {no}. {title}"),
        Tell::Who { lead, time } => format!("Lead: {lead}. When: {time}."),
        Tell::When { time } => format!("When: {time}."),
        Tell::With { support, time } => format!("Support: {support}. When: {time}."),
        Tell::WhoWith { lead, support, time } => format!("Lead: {lead}. Support: {support}. When: {time}."),
        Tell::Serves { list } => format!("Serves: {list}."),
        Tell::AlsoServes { list } => format!("Serves as well: {list}."),
        Tell::PrintedTime { printed, day } => format!("{printed} (due {day})"),
        Tell::InPeriod { value, period } => format!("{value} in {period}"),
        Tell::NoFigures { period } => format!("no figures for {period} yet"),
        Tell::LongerPeriods { every } => format!("figures come {every}"),
        Tell::HeldFigures { period, value, of } => format!("no figures for {period} yet; the last are {value} of {of}"),
        Tell::Against { change, period, value } => format!("{change} against {value} in {period}"),
        Tell::UpPoints { by } => format!("up {by} percentage points"),
        Tell::DownPoints { by } => format!("down {by} percentage points"),
        Tell::Up { by } => format!("up {by}"),
        Tell::Down { by } => format!("down {by}"),
        Tell::ChangedPoints { by } => format!("{by} pp"),
        Tell::NoChange => "unchanged".into(),
        Tell::UpTo { value } => format!("since the year began {value}"),
        Tell::Judged { bound, verdict, remarks } => {
            format!("Target {bound}; verdict: {verdict}{}.", in_parentheses(remarks))
        }
        Tell::JudgedValue { value } => format!("judged on {value}"),
        Tell::JudgedOf { value, period } => format!("judged on {value} of {period}"),
        Tell::Told { unit, day, text } => format!("{text} ({unit}, {day})."),
        Tell::NoStory { period } => format!("Nothing has been reported of the work, {period}."),
        Tell::Document { number, day } => format!("No. {number} of {day}"),
        Tell::Unnumbered { title, day } => format!("{title}, {day}"),
        Tell::Delivered { name, evidence, verdict } => format!("Deliverable \"{name}\": {evidence}; {verdict}."),
        Tell::DeliveredOn { name, day, verdict } => {
            format!("Deliverable \"{name}\": said to be done on {day}; {verdict}.")
        }
        Tell::NotDelivered { name, due, verdict } => {
            format!("Deliverable \"{name}\": not handed in yet, due {due}; {verdict}.")
        }
        Tell::Unproven { name, why, due, verdict } => format!("Deliverable \"{name}\": {why}, due {due}; {verdict}."),
        Tell::TaskVerdict { verdict, remarks } => format!("Verdict: {verdict}{}.", in_parentheses(remarks)),
        Tell::AssessmentHead => "III. ASSESSMENT".into(),
        Tell::GoodHead => "Results achieved".into(),
        Tell::BadHead => "Shortfalls and their causes".into(),
        Tell::ObstaclesHead => "Obstacles, as units reported them".into(),
        Tell::DisciplineHead => "Reporting discipline".into(),
        Tell::CompletedTasks { list } => format!("Completed: tasks {list}."),
        Tell::NotCompletedTasks { list } => format!("Not completed: tasks {list}."),
        Tell::NotSent { form, list } => format!("Reports on form \"{form}\" not received: {list}."),
        Tell::NoneYet => "No target is met yet.".into(),
        Tell::Nothing => "None.".into(),
        Tell::NothingDue => "No report fell due in the period.".into(),
        Tell::GoodTarget { name, value, bound, verdict } => format!("{name}: {value}, target {bound}; {verdict}."),
        Tell::WorstValue { unit, value } => format!("the worst unit is {unit}, {value}"),
        Tell::UnitsShort { list } => format!(" Units that fall short: {list}."),
        Tell::BadTarget { verdict, why, needed } => format!("{verdict}. {why}{needed}"),
        Tell::Needed { what } => format!(" To reach the target: {what}."),
        Tell::BadWork { task, what } => format!("task {task} ({what})"),
        Tell::BadWorks { list } => format!("Deliverables overdue, late or without proof: {list}."),
        Tell::More { count } => format!("And {count} more, in Appendix I."),
        Tell::OfTask { task, said } => format!("Task {task}: {said}"),
        Tell::FormReported { form, due, received } => {
            format!("Form \"{form}\": {received} of {due} reports due are in")
        }
        Tell::UpdatesReported { due, received } => format!("Progress updates: {received} of {due} due are in"),
        Tell::AllOnTime => ", all on time".into(),
        Tell::SomeLate { late } => format!(", of which {late} came late"),
        Tell::SomeMissing { missing } => format!("; {missing} not received"),
        Tell::LateList { list } => format!("Late: {list}."),
        Tell::MissingList { list } => format!("Missing: {list}."),
        Tell::UnitLate { unit, period, days } => format!("{unit}, {period}, {days} late"),
        Tell::UnitPeriod { unit, period } => format!("{unit}, {period}"),
        Tell::UpdateOf { unit, task } => format!("{unit}, task {task}"),
        Tell::AheadHead { period } => format!("IV. AHEAD: {}", period.to_uppercase()),
        Tell::PlanEnds { year } => format!("The plan ends in {year}."),
        Tell::OverdueHead => "Overdue, to be done at once:".into(),
        Tell::OverdueWork { task, name, due } => format!("deliverable \"{name}\" of task {task} (due {due})"),
        Tell::OverdueTask { task, due } => format!("task {task} (due {due})"),
        Tell::OverdueReports { form, list } => format!("reports for {list} on form \"{form}\""),
        Tell::OverdueUpdates { task, list } => format!("progress updates for {list} of task {task}"),
        Tell::OverdueOf { lead, list } => format!("{lead}: {list}."),
        Tell::DueHead => "Falling due:".into(),
        Tell::NothingAhead => "Nothing falls due under the plan.".into(),
        Tell::WorksOn { day, list } => format!("{day}, deliverables: {list}."),
        Tell::TasksOn { day, list } => format!("{day}, tasks to be completed: {list}."),
        Tell::TargetsOn { day, list } => format!("{day}, deadline of targets: {list}."),
        Tell::MilestonesOn { day, list } => format!("{day}, milestone of targets: {list}."),
        Tell::ReportsOn { day, list } => format!("{day}, reports {list}."),
        Tell::UpdatesOn { day, list } => format!("{day}, progress updates {list}."),
        Tell::WorkAhead { task, name, lead } => format!("\"{name}\" of task {task} ({lead})"),
        Tell::TaskAhead { task, lead } => format!("task {task} ({lead})"),
        Tell::TargetAhead { name, bound, lead } => format!("{name}, {bound} ({lead})"),
        Tell::ReportAhead { period, list } => format!("for {period} on form {list}"),
        Tell::UpdateAhead { period, list } => format!("for {period} of tasks {list}"),
        Tell::PeriodDue { period, due } => format!("{period} (due {due})"),
        Tell::ProposalsHead => "V. PROPOSALS".into(),
        Tell::AppendixLabel { number } => format!("Appendix {number}"),
        Tell::AppendixTo { number, day, agency } => format!("(To Report {number} of {day} of {agency})"),
        Tell::AppendixResults => "RESULTS OF TASKS AND TARGETS".into(),
        Tell::AppendixFigures { period } => format!("FIGURES BY FORM, {}", period.to_uppercase()),
        Tell::AppendixDiscipline { period } => format!("REPORTING DISCIPLINE, {}", period.to_uppercase()),
        Tell::AppendixScores { index } => format!("SCORES: {}", index.to_uppercase()),
        Tell::ScoresTitle { index, is_example } => {
            format!("Points by criterion{}: {index}", if is_example { EXAMPLE } else { "" })
        }
        Tell::LostTitle { index, is_example } => {
            format!("Points lost, by who answers for them{}: {index}", if is_example { EXAMPLE } else { "" })
        }
        Tell::GivenHaveNoDay => {
            "Points that the agency or an appraisal gave have no day, and count whatever day the report is of.".into()
        }
        Tell::ScoresSheet => "Points by criterion".into(),
        Tell::LostSheet => "Points lost".into(),
        Tell::ScoresHead => "Scores".into(),
        Tell::OnlyLost => "Only what loses points".into(),
        Tell::CriteriaShown => "Criteria shown".into(),
        Tell::IndexComes { name, comes } => format!("{name}: {comes}"),
        Tell::LosesMost { list, appendix } => format!("Most is lost at {list} (Appendix {appendix})."),
        Tell::LosesPoints { no, name, points } => format!("criterion {no} \"{name}\", {points} points"),
        Tell::AppendixLevels => "INDEXES OVER THE YEARS".into(),
        Tell::TitleHead => "Task, indicator".into(),
        Tell::ChangeHead { period } => format!("Against {period}"),
        Tell::InPoints { head } => format!("{head} (pp)"),
        Tell::ChangeHeadNone => "Against the period before".into(),
        Tell::JudgedHead => "Value judged".into(),
        Tell::Total => "All units".into(),
        Tell::TotalHead => "Total".into(),
        Tell::NoReports { period } => format!("No reports for {period} yet."),
        Tell::SumOfParts { total, parts } => {
            format!("Column {total} of several periods is the sum of columns {parts}.")
        }
        Tell::FirstOf { columns } => format!("Column {columns} is that of the first period."),
        Tell::LastOf { columns } => format!("Column {columns} is that of the last period reported."),
        Tell::NotCounted { targets, list } => format!("Targets {targets} leave out reports that lack figures: {list}."),
        Tell::BlankCells { unit, period, columns } => {
            format!("{unit}, {period}: column {columns} blank, whose sum leaves out this period.")
        }
        Tell::EndedUnit { unit, day, columns } => format!(
            "The total of column {columns} leaves out {unit}, which ended on {day}: another unit reports what remained."
        ),
        Tell::Remark { period, unit, note } => format!("{unit}, {period}: {note}"),
        Tell::OtherNotes => "Remarks on the figures of other forms:".into(),
        Tell::Legend { list } => {
            format!("Each cell says how the report of the period that ends in the month stands: {list}.")
        }
        Tell::LegendOnTime => "Y: on time".into(),
        Tell::LegendLate => "L and days: late".into(),
        Tell::LegendMissing => "N: not in".into(),
        Tell::LegendExcused => "exc.: excused".into(),
        Tell::LegendNotDue => "–: not due yet".into(),
        Tell::ExcusedBecause { unit, period, reason } => {
            format!("{unit} is excused from reporting on {period}: {reason}.")
        }
        Tell::MonthHead { month } => format!("M{month}"),
        Tell::MarkOnTime => "Y".into(),
        Tell::MarkLate { days } => format!("L{days}"),
        Tell::MarkMissing => "N".into(),
        Tell::MarkExcused => "exc.".into(),
        Tell::MarkNotDue => "–".into(),
        Tell::ReportsTitle { period } => format!("Report by report, {period}"),
        Tell::LevelHead => "Index".into(),
        Tell::NoLevels { day } => format!("Nothing had been published by {day}."),
        Tell::SourceOf { source } => format!("Source: {source}."),
        Tell::BoundHighHead => "Target, upper end".into(),
        Tell::LeadsTitle => "Verdicts by lead (a task with several leads counts for each)".into(),
        Tell::ResultsSheet => "Results".into(),
        Tell::DisciplineSheet => "Discipline".into(),
        Tell::ReportsSheet => "Reports".into(),
        Tell::LevelsSheet => "Indexes".into(),
        Tell::HistorySheet => "By period".into(),
        Tell::LeadsSheet => "By lead".into(),
        Tell::AheadTitle { period } => format!("Falling due, {period}"),
        Tell::AheadSheet => "Ahead".into(),
        Tell::UpdatesSheet => "Updates".into(),
        Tell::DocumentsSheet => "Evidence".into(),
        Tell::NotesSheet => "Remarks".into(),
        Tell::PageTitle { number, period } => format!("Plan {number}: {period}"),
        Tell::DecisionsHead => "To be decided".into(),
        Tell::NoDecision => "No task needs a decision.".into(),
        Tell::TasksHead => "Task by task".into(),
        Tell::AllOfThem => "All".into(),
        Tell::ShownOf => "Tasks shown".into(),
        Tell::Explanation => "Why, figures, documents".into(),
        Tell::HeatHead => "Who reported when".into(),
        Tell::SkipTo => "To the tasks".into(),
        Tell::SortBy => "Sort by".into(),
        Tell::PlaceHead => "Section, page".into(),
    }
}
