//! Findings about data/ in English, and about what is asked for by name.

use super::phrases::{bad_date, bad_number, bad_period, days_in_words, meant, overdue, quoted};
use super::{criteria, say};
use crate::text::{Finding, Stray, Words};

/// Words a finding; none for one about plan.toml.
#[expect(clippy::too_many_lines, reason = "one arm for each finding, so that a missing wording does not compile")]
pub(super) fn words(finding: &Finding) -> Option<Words> {
    Some(match finding {
        Finding::NotUtf8 { plan: true } => say(
            "this is not UTF-8 text",
            "from here",
            "open it in a text editor and save it as UTF-8, not UTF-16; text in TCVN3 or VNI must be converted first",
        ),
        Finding::NotUtf8 { plan: false } => say(
            "this is not UTF-8 text",
            "from here",
            "save as \"CSV UTF-8\" in Excel; text in UTF-16, TCVN3, VNI or Windows-1258 must be converted first",
        ),
        Finding::UnclosedQuote => say(
            "a quote that is not closed where it should be",
            "",
            "close the quote at the end of the cell; a quote inside a cell is written twice: \"\"",
        ),
        Finding::WrongDelimiter { found } => say(
            format!(
                "columns are set apart by {}",
                if *found == '\t' { "tabs".to_owned() } else { quoted(&found.to_string()) }
            ),
            "",
            "columns must be set apart by commas: save again as CSV with commas, and with a point before decimals",
        ),
        Finding::RecordTooLong => {
            say("a row of more than 1 MiB", "", "the row is left out; check whether the file is CSV at all")
        }
        Finding::EmptyFile => {
            say("the file is empty, without a header", "", "write a header with the columns, or delete the file")
        }
        Finding::NoHeader { columns } => say(
            "the first line is no header",
            "",
            format!("put a line with the names of the columns before it: {}", columns.join(",")),
        ),
        Finding::MissingColumn { column, near } => say(
            format!("the column \"{column}\" is missing"),
            "",
            near.as_ref().map_or_else(
                || {
                    format!(
                        "add the column \"{column}\" to the header and to every row; leave cells without figures blank"
                    )
                },
                |near| format!("is it the column \"{near}\"? Then call it \"{column}\""),
            ),
        ),
        Finding::UnknownColumn { column, near } => say(
            format!("this table has no column \"{column}\""),
            "",
            meant(near.as_deref(), "rename the column, or delete it; a new figure of a form is declared as a measure in plan.toml"),
        ),
        Finding::DuplicateColumn { column } => {
            say(format!("two columns are called \"{column}\""), "second time", "delete or rename one")
        }
        Finding::CellCount { expected, found } => say(
            format!("the row has {found} {}, the header {expected}", if *found == 1 { "cell" } else { "cells" }),
            "",
            if found > expected {
                "a cell with a comma inside needs quotes around it; write numbers without thousands separators, and decimals after a point"
            } else {
                "add commas for the cells that are missing; a cell without a figure is left blank between two commas"
            },
        ),
        Finding::BlankRow => say("a row of commas and nothing else", "", "delete it"),
        Finding::MissingCell { column } => say(format!("\"{column}\" is blank"), "", "this cell must be filled in"),
        Finding::ControlCharacter { column } => {
            say(format!("\"{column}\" holds a control character"), "", "clear the cell and type it again")
        }
        Finding::BadNumber { text, why } => {
            let (title, help) = bad_number(text, *why);
            say(title, "", help)
        }
        Finding::NegativeCount { text } => say(
            format!("the count \"{text}\" is below zero"),
            "",
            "a count cannot be negative; leave the cell blank if not reported",
        ),
        Finding::BadPoints { text, decimals } => say(
            format!("\"{text}\" is no number of points"),
            "",
            format!("write a number not below zero, with at most {decimals} digits after the point"),
        ),
        Finding::ScoreNotGiven { criterion, why } => criteria::not_given(criterion, *why),
        Finding::ScoreDiffers { criterion, given, computed } => criteria::differs(criterion, given, computed),
        Finding::ScoreSum { index, given, sum } => criteria::given_sum(index, given, sum),
        Finding::ScoreWithoutEvidence { criterion } => criteria::without_evidence(criterion),
        Finding::BadDate { text, why } => {
            let (title, help) = bad_date(text, *why);
            say(title, "", help)
        }
        Finding::BadPeriod { text, near } => bad_period(text, near.as_deref()),
        Finding::PeriodKind { text, example } => {
            say(format!("\"{text}\" is not the kind of period wanted here"), "", format!("write it like {example}"))
        }
        Finding::PeriodOutsidePlan { text } => say(
            format!("the period {text} is outside the years of the plan"),
            "",
            "correct the period; for figures of earlier years add history = true to the form",
        ),
        Finding::UnknownUnit { name, near } => say(
            format!("no unit is called \"{name}\""),
            "not declared in plan.toml",
            meant(near.as_deref(), "declare the unit in plan.toml, or add this name to a unit's aliases"),
        ),
        Finding::UnitNotListed { unit, form } => say(
            format!("\"{unit}\" is not among the units of the form \"{form}\""),
            "",
            "add the unit to the form's units in plan.toml, or delete the row",
        ),
        Finding::UnitNotThere { unit, period } => say(
            format!("\"{unit}\" does not exist in {period}"),
            "",
            "correct the period or the unit, or the unit's from and until in plan.toml",
        ),
        Finding::DuplicateReport { unit, period } => say(
            format!("\"{unit}\" already has a row for {period}"),
            "second time",
            "keep the right row, delete the other",
        ),
        Finding::MissingReported => say(
            "the day of receipt is missing",
            "",
            "write the day of first receipt in the column reported, such as 2019-07-05",
        ),
        Finding::ReportedInFuture { day, today } => {
            say(format!("received on {day}, which is after today, {today}"), "", "check day, month and year")
        }
        Finding::ReportedEarly { day, period, closes } => say(
            format!("the report for {period} was received on {day}, before the period ended on {closes}"),
            "",
            "check the day and the period; figures count once the period is over",
        ),
        Finding::IdentityFails { total, stated, parts, sum } => say(
            format!("\"{total}\" says {stated}, but {parts} add up to {sum}"),
            "",
            "ask the unit and correct the wrong cell; until then figures count as written",
        ),
        Finding::CarriesUnequal { opening, stated, closing, before } => say(
            format!("\"{opening}\" says {stated}, but \"{closing}\" of the period before was {before}"),
            "",
            "ask the unit and correct the wrong period; until then figures count as written",
        ),
        Finding::FixedChanged { measure, now, before } => say(
            format!(
                "\"{measure}\" says {now} and said {before} before, but is declared to stay the same within a year"
            ),
            "",
            "ask the unit; if the figure can change, delete fixed = true in plan.toml",
        ),
        Finding::ToDateFalls { measure, now, before } => say(
            format!("\"{measure}\" is counted since the year began but falls from {before} to {now}"),
            "",
            "ask the unit: such a count cannot fall; until then figures count as written",
        ),
        Finding::NumeratorAbove { indicator, numerator, denominator } => say(
            format!("the numerator of \"{indicator}\" is {numerator}, above the denominator {denominator}"),
            "",
            "the numerator is a part of the denominator: ask the unit and correct the wrong cell; until then figures count as written",
        ),
        Finding::BlankCell { measure, indicator } => say(
            format!("\"{measure}\" is blank, so this report does not count for \"{indicator}\""),
            "",
            "ask the unit and fill it in; write 0 if nothing arose, or say in the column note why there is no figure",
        ),
        Finding::BlankReport { day } => say(
            format!("received on {day}, but without any figure"),
            "",
            "fill in the figures, or delete the row: a blank one counts as not sent",
        ),
        Finding::ReportedThoughExcused { unit, period } => say(
            format!("\"{unit}\" is excused for {period} but has reported"),
            "",
            "the figures count; delete this row, or the excuse in plan.toml",
        ),
        Finding::UnknownTask { text } => {
            say(format!("the plan has no task \"{text}\""), "", "write the task's number in plan.toml, such as 7")
        }
        Finding::UnknownDeliverable { name, task, near } => say(
            format!("task {task} has no deliverable \"{name}\""),
            "",
            meant(near.as_deref(), "write the name as in the task's deliverables"),
        ),
        Finding::UnknownUpdateKind { text } => {
            say(format!("\"{text}\" is not a kind of update"), "", "write result, obstacle, proposal or done")
        }
        Finding::DatedInFuture { day, today } => {
            say(format!("{day} is after today, {today}"), "", "check day, month and year")
        }
        Finding::UpdatedEarly { day, period } => say(
            format!("the update is dated {day}, before the period {period} begins"),
            "",
            "check the day and the period",
        ),
        Finding::UnitNotOfTask { unit, task } => say(
            format!("\"{unit}\" neither leads nor supports task {task}"),
            "",
            "check the unit and the number; only an update of a lead counts as reported",
        ),
        Finding::RepeatedRow => say("this row says what an earlier row says", "second time", "delete one of the two"),
        Finding::UnknownAction { text } => {
            say(format!("\"{text}\" is no action"), "", "write freeze or lift; this file is written by plan freeze")
        }
        Finding::FrozenChanged { locked, unit, period, measure, figures } => say(
            format!("{period} is locked: \"{measure}\" of \"{unit}\" was {} then and is {} now", shown(&figures[0]), shown(&figures[1])),
            "",
            format!("put the old figure back; to correct it, lift the lock with a reason: plan freeze {locked} --lift --reason \"...\""),
        ),
        Finding::FrozenAdded { unit, period } => say(
            format!("{period} is locked, and there is a report of \"{unit}\" that was not there then"),
            "",
            "for a late report lift the lock of the period with a reason, and lock it again",
        ),
        Finding::FrozenGone { unit, period } => say(
            format!("{period} is locked, and the report of \"{unit}\" is gone"),
            "",
            "get the row back (see git), or lift the lock of the period with a reason",
        ),
        Finding::FrozenTampered { period } => say(
            format!("the locked copy of {period} is not what was locked"),
            "",
            "get data/frozen.csv and data/freezes.csv back from git; only plan freeze writes them",
        ),
        Finding::PersonalColumn { column } => say(
            format!("the column \"{column}\" holds personal data"),
            "",
            "the register here keeps nobody's name, address or phone: take the column out of the file; plan import leaves such columns out",
        ),
        Finding::PersonalValue => say(
            "the cell holds a telephone number".to_owned(),
            "personal data",
            "the register here keeps nobody's name, address or phone: take it out of the cell",
        ),
        Finding::RecipeLacksColumn { column } => say(
            format!("the recipe does not say which column is \"{column}\""),
            "",
            format!("add a [[column]] with is = \"{column}\" and the head or letter of the column in the table"),
        ),
        Finding::UnknownProcedure { code, near } => say(
            format!("no procedure has the code \"{code}\""),
            "not in data/procedures.csv",
            meant(near.as_deref(), "add a row for the procedure to data/procedures.csv, or mend the code"),
        ),
        Finding::DuplicateDossier { id } => say(
            format!("the dossier \"{id}\" has two rows"),
            "the second time",
            "a row for each dossier: keep the right one and delete the other",
        ),
        Finding::DaysReversed { later, day, earlier, before } => say(
            format!("{later} is {day}, before {earlier}, {before}"),
            "",
            "look the dossier up and mend the day that is wrong",
        ),
        Finding::OutcomeUnresolved { outcome } => say(
            format!("the outcome is \"{outcome}\", but the day is missing"),
            "",
            "write the day into the column resolved; a dossier that is not done has no outcome",
        ),
        Finding::NoDueDay { procedure } => say(
            "there is no due day, and none can be worked out",
            "",
            format!(
                "write the day into the column due, or the working days of the procedure \"{procedure}\" into data/procedures.csv"
            ),
        ),
        Finding::DueDiffers { due, computed, received, working_days, suspended } => say(
            format!("due {due}, worked out as {computed}"),
            "",
            format!(
                "received {received}, {working_days} working days{} by the days off and make-up days of plan.toml; the day stands as written",
                if *suspended > 0 { format!(" ({suspended} of suspension among them)") } else { String::new() }
            ),
        ),
        Finding::LevelAbove { level, offered } => say(
            format!("a dossier of level {level}, but the procedure is offered at level {offered}"),
            "",
            "mend the level of the dossier, or that of the procedure in data/procedures.csv",
        ),
        Finding::ApologyLate { apologised, due } => say(
            format!("apologised {apologised}, due {due}: too late by the rule declared"),
            "",
            "check the date of the letter; the rule stands in [register] of plan.toml",
        ),
        Finding::ApologyIncomplete { lacks, has } => say(
            format!("there is {has}, but {lacks} is blank"),
            "",
            "write number and date of the letter and the new day; only a dated apology counts",
        ),
        Finding::TooManyNewDates { count, most } => say(
            format!("new days were set {count} times, the rule declared allows {most}"),
            "",
            "look the dossier up; the rule stands in [register] of plan.toml",
        ),
        Finding::CountDiffers { measure, entered, counted, unit, period } => say(
            format!("\"{measure}\" of {unit} for {period}: {entered} entered, {counted} counted from the register"),
            "",
            "ask the unit, then mend the report or the register",
        ),
        Finding::RegisterEndsEarly { unit, last, period } => say(
            last.as_ref().map_or_else(
                || format!("the register has no row of {unit}"),
                |last| format!("the register of {unit} goes only to {last}"),
            ),
            "",
            format!(
                "figures from {period} on count as not there: bring the register up to date; if nothing came later, declare until in [register]"
            ),
        ),
        Finding::UnclaimedFile { name, kind, near } => say(
            format!("no form uses the file \"{name}\""),
            "",
            match (kind, near) {
                (_, Some(near)) => format!("did you mean \"{near}\"? Rename the file"),
                (Stray::Workbook, None) => {
                    "a workbook is not read from here: save its table as \"CSV UTF-8\" under a form's id, and move the workbook out of data/".to_owned()
                }
                (Stray::Table | Stray::Other, None) => "name it after a form's id, or move it out of data/".to_owned(),
            },
        ),
        Finding::ReportMissing { unit, form, period, due, days } => say(
            format!("\"{unit}\" has not sent \"{form}\" for {period}, due {due}, {}", overdue(*days)),
            "",
            "remind the unit; if it is excused, declare that under excused of the unit in plan.toml, with the reason",
        ),
        Finding::ReportLate { unit, form, period, due, days } => say(
            format!("\"{unit}\" sent \"{form}\" for {period} after {due}, {} late", days_in_words(*days)),
            "",
            "the day of first receipt is not changed; write the reason in the column note if need be",
        ),
        Finding::UpdateMissing { unit, task, period, due, days } => say(
            format!("\"{unit}\" owes the update of task {task} for {period}, due {due}, {}", overdue(*days)),
            "",
            "remind the unit, then write the update in data/updates.csv",
        ),
        Finding::NoEvidence { task, deliverable } => say(
            format!("task {task} has no document number for \"{deliverable}\""),
            "",
            "write the document with its number and day of issue in data/deliverables.csv",
        ),
        Finding::AliasUsed { name, unit, id } => {
            say(format!("\"{name}\" is another spelling of \"{unit}\""), "", format!("write the id {id}"))
        }
        plan_findings!() => return None,
    })
}

/// Writes a figure that may be blank.
fn shown(figure: &str) -> &str {
    if figure.is_empty() { "blank" } else { figure }
}
