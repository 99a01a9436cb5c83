//! Findings in English.

mod criteria;
mod data;
mod phrases;
mod recipe;

use phrases::{a_noun, allowed_list, bad_period, meant, noun, or_list, quoted, toml_fault, type_name, unused};

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
        Related::LockedHere => "when it was locked",
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
        Finding::UnknownKey { key, table, near, known } => say(
            format!("{table} has no key \"{key}\""),
            "",
            meant(near.as_deref(), &format!("delete it; the keys that may stand here: {}", known.join(", "))),
        ),
        Finding::MissingKey { key, table, is_comment } => {
            let help = if *is_comment {
                "this line is a comment: fill in the value, then take the # away from its beginning".to_owned()
            } else {
                format!("add a line: {key} = ...")
            };
            say(format!("{table} lacks the key \"{key}\""), "", help)
        }
        Finding::MissingOneOf { keys, table } => {
            say(format!("{table} lacks {}", or_list(keys)), "", "add exactly one of them")
        }
        Finding::ConflictingKeys { keys, table } => say(
            format!("{table} has {}", keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(" and ")),
            "",
            "keep only one",
        ),
        Finding::WrongType { key, expected, found, example } => say(
            format!("\"{key}\" must be {}, but is {}", type_name(*expected).0, type_name(*found).0),
            "",
            format!("write {}", example.as_deref().unwrap_or(type_name(*expected).1)),
        ),
        Finding::NotOneOf { key, value, allowed, near } => say(
            format!("\"{key}\" cannot be \"{value}\""),
            "",
            meant(near.as_deref(), &format!("write {}", allowed_list(allowed))),
        ),
        Finding::OutOfRange { key, value, low: i64::MIN, high: _ } => say(
            format!("the number {value} of \"{key}\" is too large or has too many decimals"),
            "",
            "write a shorter number, all its digits, without an exponent",
        ),
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
        Finding::TooMany { key, found, most } => {
            say(format!("\"{key}\" has {found} items, more than {most}"), "", "divide them among several forms")
        }
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
        Finding::UnknownId { id, wanted, near: Some(near), is_name: true } => say(
            format!("\"{id}\" is a name; here the id of a {} is wanted", noun(*wanted)),
            "",
            format!("write \"{near}\""),
        ),
        Finding::UnknownId { id, wanted, near, is_name: _ } => say(
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
        Finding::RevisionOrder { day } => say(
            format!("the revision from {day} is out of order"),
            "",
            "write revisions in the order of their days, one for a day",
        ),
        Finding::BaselineOrder { day, deadline } => say(
            format!("the baseline of {day} is not before the deadline {deadline}"),
            "",
            "give the day before the work began, such as the last day of the year before",
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
        Finding::ShareAcrossForms { indicator } => say(
            format!("\"{indicator}\" has share = true, but its measures stand in several forms"),
            "",
            "share is for a numerator and denominator in one form, where each report can be checked; delete share, or put the measures into one form",
        ),
        Finding::RepeatedDeliverable { name } => say(
            format!("two deliverables of this task are called \"{name}\""),
            "second time",
            "give them different names, so that data/deliverables.csv can tell which one is handed in",
        ),
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
        Finding::PlanPeriod { text, near } => bad_period(text, near.as_deref()),
        Finding::ReservedId { id } => say(
            format!(
                "the id \"{id}\" means something else: a file, a column, a task's number, a period, or the words plan and all"
            ),
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
        Finding::NoPeriodInTime { by, first } => say(
            format!(
                "the deadline {by} comes before the first period of its figures ends ({first}), so that nothing can ever be judged"
            ),
            "",
            "put the deadline later, or have the form sent for shorter periods",
        ),
        Finding::BoundAsFraction { bound, meant } => say(
            format!("the bound {bound} of a rate is in per cent"),
            "",
            format!(
                "if {meant}% is meant, write {meant}; if it is {bound}%, name bound-as-fraction in [severity] with a reason"
            ),
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
        Finding::MeasureNotCounted { measure, near } => say(
            format!("the measure \"{measure}\" does not say what it counts of the register"),
            "",
            meant(
                near.as_deref(),
                "this form is counted: add count = \"...\", or entered = true if the figure is entered all the same",
            ),
        ),
        Finding::CountKind { count, kind } => say(
            format!("\"{count}\" counts a {kind} without decimals; the measure is declared as something else"),
            "",
            format!("write kind = \"{kind}\" and take decimals away, or count something else"),
        ),
        Finding::CountWithoutRule { count } => say(
            format!("\"{count}\" asks for the rule of apologies, which is not declared"),
            "",
            "add to plan.toml: [register] with apology = { by = \"before-due\", new-dates = 1 }, as the rule in force has it",
        ),
        Finding::CriterionNumber { no } => criteria::number(no),
        Finding::CriteriaFile { name, near } => criteria::file(name, near.as_deref()),
        Finding::Criteria { no, fault } => criteria::fault(no, fault),
        Finding::CriterionSum { no, stated, sum } => criteria::sum(no, stated, sum),
        Finding::PointsAboveMax { points, max } => criteria::above_max(points, max),
        Finding::UnusedUnit { unit } => unused(Noun::Unit, unit, "it leads and supports no task and sends no form"),
        Finding::UnusedForm { form } => unused(Noun::Form, form, "no indicator takes any of its measures"),
        Finding::UnusedMeasure { measure } => unused(Noun::Measure, measure, "no indicator and no identity takes it"),
        Finding::BadAddress { text, is_column } => recipe::bad_address(text, *is_column),
        Finding::BadRows { text } => recipe::bad_rows(text),
        Finding::RecipeColumns { fault } => recipe::columns(fault),
        data_findings!() => data::words(finding).unwrap_or_default(),
    }
}
