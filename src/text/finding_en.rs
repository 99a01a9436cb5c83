//! Findings in English.

mod phrases;

use phrases::{
    a_noun, bad_date, bad_number, days_in_words, meant, noun, or_list, overdue, quoted, toml_fault, type_name, unused,
};

use super::{Finding, Noun, Related, Words};

fn say(title: impl Into<String>, label: &str, help: impl Into<String>) -> Words {
    Words { title: title.into(), label: label.to_owned(), help: help.into() }
}

/// Words what a second place has to do with a finding.
pub(super) fn related(related: &Related) -> &'static str {
    match related {
        Related::FirstHere => "first here",
        Related::DeclaredHere => "declared here",
        Related::AgainstThis => "contradicts this",
        Related::PeriodBefore => "the period before",
    }
}

/// Words a finding.
#[expect(clippy::too_many_lines, reason = "one arm for each finding, so that a missing wording does not compile")]
pub(super) fn words(finding: &Finding) -> Words {
    match finding {
        Finding::TomlSyntax { fault, text } => toml_fault(fault, text),
        Finding::TomlDecimalComma { fixed } => {
            say("a decimal comma in a number", "use a point", format!("decimals stand after a point: write {fixed}"))
        }
        Finding::TomlBareKey { key } => say(
            format!("the key \"{key}\" has letters outside a-z"),
            "",
            "keys are English, without marks or spaces, such as title or at-least; Vietnamese belongs in the value, in quotes",
        ),
        Finding::TomlDuplicateKey { key } => say(
            format!("the key \"{key}\" is written twice in one table"),
            "second time",
            "keep one; two separate things need a header each, such as [[unit]]",
        ),
        Finding::NotFinite { key } => {
            say(format!("\"{key}\" must be a definite number"), "", "write a number such as 95 or 2.5, not inf or nan")
        }
        Finding::UnknownKey { key, table, near } => say(
            format!("{table} has no key \"{key}\""),
            "",
            meant(near.as_deref(), "delete it, or see docs/plan-toml.md for the keys there are"),
        ),
        Finding::MissingKey { key, table } => {
            say(format!("{table} lacks the key \"{key}\""), "", format!("add a line: {key} = ..."))
        }
        Finding::MissingOneOf { keys, table } => {
            say(format!("{table} lacks {}", or_list(keys)), "", "add exactly one of them")
        }
        Finding::ConflictingKeys { keys, table } => say(
            format!("{table} has {}", keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(" and ")),
            "",
            "keep only one",
        ),
        Finding::WrongType { key, expected, found } => say(
            format!("\"{key}\" must be {}, but is {}", type_name(*expected).0, type_name(*found).0),
            "",
            format!("write {}", type_name(*expected).1),
        ),
        Finding::NotOneOf { key, value, allowed, near } => say(
            format!("\"{key}\" cannot be \"{value}\""),
            "",
            meant(near.as_deref(), &format!("write {}", or_list(allowed))),
        ),
        Finding::OutOfRange { key, value, low: i64::MIN, high: _ } => {
            say(format!("the number {value} of \"{key}\" is too large"), "", "write a smaller number")
        }
        Finding::OutOfRange { key, value, low, high } => say(
            format!("\"{key}\" is {value}, which is out of range"),
            "",
            format!("write a number from {low} to {high}"),
        ),
        Finding::EmptyText { key } => say(format!("\"{key}\" is empty"), "", "fill it in, or delete the line"),
        Finding::EmptyList { key } => {
            say(format!("the list \"{key}\" is empty"), "", "write at least one value between the brackets")
        }
        Finding::ListLength { key, expected, found } => say(
            format!("\"{key}\" must have {expected} values, but has {found}"),
            "",
            "decimals stand after a point, and a comma between values: [2.5, 10]",
        ),
        Finding::BadId { id } => say(
            format!("the id \"{id}\" is not well formed"),
            "",
            "an id has lower-case letters a-z, digits, and hyphens between them, such as mot-cua",
        ),
        Finding::DuplicateId { id } => say(
            format!("the id \"{id}\" is already taken"),
            "second time",
            "choose another: ids are unique across units, groups, forms, measures, indicators and indexes",
        ),
        Finding::DuplicateTask { no } => {
            say(format!("two tasks have the number {no}"), "second time", "correct \"no\"")
        }
        Finding::UnknownId { id, wanted, near } => say(
            format!("no {} has the id \"{id}\"", noun(*wanted)),
            "not declared in plan.toml",
            meant(near.as_deref(), &format!("correct the id, or declare the {} in plan.toml", noun(*wanted))),
        ),
        Finding::WrongNoun { id, wanted, found } => say(
            format!("\"{id}\" is {}, where {} is wanted", a_noun(*found), a_noun(*wanted)),
            "",
            format!("write the id of {}", a_noun(*wanted)),
        ),
        Finding::NameTaken { name, owner } => say(
            format!("the name \"{name}\" already belongs to \"{owner}\""),
            "",
            "a name or alias belongs to one unit or group only: remove it from one of them",
        ),
        Finding::BadYears { from, to } => say(
            format!("the plan begins in {from} but ends in {to}"),
            "",
            "the first year \"from\" cannot be after the last year \"to\"",
        ),
        Finding::BadSpan { from, to } => {
            say(format!("this ends on {to}, before it begins on {from}"), "", "correct the first or the last day")
        }
        Finding::BadMonthDay { text } => say(
            format!("\"{text}\" is not a day of the year"),
            "",
            "write month and day with two digits each: \"12-31\" is 31 December",
        ),
        Finding::DayOutsidePlan { day, from, to } => say(
            format!("{day} is outside the plan"),
            "",
            format!("the plan runs from {from} to {to}; correct the day, or the years in [plan]"),
        ),
        Finding::NoBound { table } => say(
            format!("{table} does not say what must be reached"),
            "",
            "add one of at-least, at-most, between, equals",
        ),
        Finding::SeveralBounds { keys } => say(
            format!("several bounds at once: {keys}"),
            "",
            "keep one; for a low and a high bound write between = [low, high]",
        ),
        Finding::EmptyBound { low, high } => say(
            format!("the low bound {low} is above the high bound {high}"),
            "",
            format!("write the low bound first: between = [{high}, {low}]"),
        ),
        Finding::MilestoneOrder { day } => say(
            format!("the milestone of {day} is out of order"),
            "",
            "write milestones in the order of their days, the last one before the target's deadline",
        ),
        Finding::NoDeadline { key } => say(
            format!("\"{key}\" needs a target with a deadline"),
            "",
            format!("add by = a date to the target, or delete \"{key}\""),
        ),
        Finding::BaselineBound => say(
            "a baseline cannot be used with between or equals",
            "",
            "use at-least or at-most, or milestones instead of the baseline",
        ),
        Finding::EmptyFormula { indicator } => {
            say(format!("the indicator \"{indicator}\" has no formula"), "", "add numerator and denominator, or level")
        }
        Finding::LevelInSum { measure } => say(
            format!("the measure \"{measure}\" is a level, which cannot be summed"),
            "",
            "declare the indicator with level instead of numerator and denominator",
        ),
        Finding::NotALevel { measure } => say(
            format!("the measure \"{measure}\" is not of kind level"),
            "",
            "level takes a measure with kind = \"level\"; for counts use numerator and denominator",
        ),
        Finding::FormulaAndLevel { indicator } => say(
            format!("the indicator \"{indicator}\" has both a formula and a level"),
            "",
            "keep level, or numerator and denominator",
        ),
        Finding::LevelOfManyUnits { indicator, form } => say(
            format!("the indicator \"{indicator}\" takes one level, but several units report the form \"{form}\""),
            "",
            "add each-unit = true to the target, or leave one unit in the form",
        ),
        Finding::FormWithoutUnits { form } => say(
            format!("no unit reports the form \"{form}\""),
            "",
            "list unit or group ids in units, or write units = \"all\"",
        ),
        Finding::PublishedWithoutSource { form } => say(
            format!("the form \"{form}\" is published but names no source"),
            "",
            "add source = \"the document or site\"",
        ),
        Finding::FormWithoutDue { form } => say(
            format!("the form \"{form}\" has no due day"),
            "",
            "add due = { working-days = 2 } or due = { days = 5 }",
        ),
        Finding::MeasureOfOtherForm { measure, form } => say(
            format!("the measure \"{measure}\" does not belong to the form \"{form}\""),
            "",
            "identities and carries take measures of their own form only",
        ),
        Finding::GroupCycle { group } => say(
            format!("the group \"{group}\" contains itself"),
            "",
            "remove one group from members, so that groups do not contain each other",
        ),
        Finding::NoTask => say("the plan has no task", "", "add at least one [[task]] to plan.toml"),
        Finding::PlanPeriod { text } | Finding::BadPeriod { text } => say(
            format!("\"{text}\" is not a period"),
            "",
            "write 2019-06 (month), 2019-Q2 (quarter), 2019-H1 (half year) or 2019 (year)",
        ),
        Finding::ReservedId { id } => say(
            format!("the id \"{id}\" is kept for a file or column that data/ has anyway"),
            "",
            "choose another id, for instance with one more word",
        ),
        Finding::RepeatedId { id, key } => {
            say(format!("\"{id}\" stands twice in \"{key}\""), "second time", "delete one: each id counts once")
        }
        Finding::CalendarConflict { day } => {
            say(format!("{day} is both a day off and a working day"), "second time", "delete it from one of the lists")
        }
        Finding::ParentCycle { unit } => {
            say(format!("\"{unit}\" is above itself"), "", "correct parent, so that units do not stand in a circle")
        }
        Finding::ParentAndChild { parent, child, form } => say(
            format!("\"{child}\" and the unit above it, \"{parent}\", both report the form \"{form}\""),
            "",
            "what the lower unit reports is counted twice: let one of them report; if their figures are apart, declare parent-and-child in [severity] with the reason",
        ),
        Finding::OverlappingExcuses { unit, period } => say(
            format!("\"{unit}\" is excused twice for {period}"),
            "second time",
            "keep one, so that there is one reason",
        ),
        Finding::IdleExcuse { unit, period } => say(
            format!("excusing \"{unit}\" for {period} does nothing: no report is owed then"),
            "",
            "check the period and the form, or delete the excuse",
        ),
        Finding::ExtensionNotLater { to, deadline } => say(
            format!("the extension to {to} is not later than the deadline before it, {deadline}"),
            "",
            "check the day; if the deadline was brought forward, correct schedule",
        ),
        Finding::ImpossibleBound { bound, indicator } => say(
            format!("no rate of \"{indicator}\" can be {bound}"),
            "",
            "the numerator is a part of the denominator, so the rate lies between 0 and 100; if it can be larger, write share = false in the indicator",
        ),
        Finding::ContradictoryTargets { indicator, first, second } => say(
            format!("the targets {first} and {second} of \"{indicator}\" cannot both be met"),
            "",
            "check the bounds and deadlines of both",
        ),
        Finding::MilestonePastBound { milestone, bound } => say(
            format!("the milestone {milestone} goes beyond the target, {bound}"),
            "",
            "what is to hold on the way cannot be harder than, or contrary to, what must hold in the end",
        ),
        Finding::MilestoneFalls { day, before } => say(
            format!("the milestone of {day} asks for less than that of {before}"),
            "",
            "check both; if it is meant so, declare milestone-falls in [severity] with the reason",
        ),
        Finding::SeverityFixed { code } => say(
            format!("the severity of \"{code}\" cannot be lowered"),
            "",
            "past such a mistake figures would be wrong and look right: correct it where it stands, and delete this line",
        ),
        Finding::UnusedUnit { unit } => unused(Noun::Unit, unit, "it leads and supports no task and sends no form"),
        Finding::UnusedForm { form } => unused(Noun::Form, form, "no indicator takes any of its measures"),
        Finding::UnusedMeasure { measure } => unused(Noun::Measure, measure, "no indicator and no identity takes it"),
        Finding::NotUtf8 => say(
            "this is not UTF-8 text",
            "from here",
            "save as \"CSV UTF-8\" in Excel; text in TCVN3, VNI or Windows-1258 must be converted first",
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
            format!("the column \"{column}\" is not in the form"),
            "",
            meant(near.as_deref(), "delete it, or declare the measure in plan.toml"),
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
        Finding::BadDate { text, why } => {
            let (title, help) = bad_date(text, *why);
            say(title, "", help)
        }
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
        Finding::UnitNotOfTask { unit, task } => say(
            format!("\"{unit}\" neither leads nor supports task {task}"),
            "",
            "check the unit and the number; only an update of a lead counts as reported",
        ),
        Finding::RepeatedRow => say("this row says what an earlier row says", "second time", "delete one of the two"),
        Finding::UnclaimedFile { name } => {
            say(format!("no form uses the file \"{name}\""), "", "name it after a form's id, or move it out of data/")
        }
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
    }
}
