//! `plan report`.

use chrono::NaiveDate;

use super::args::Common;
use super::args_paper::{GroupArg, ReportArgs};
use super::failure::Failure;
use super::format::Format;
use super::no_report::NoReport;
use super::output::Output;
use super::resolve::meant;
use super::rows::{Rows, rows};
use super::session::{Exit, Read, Session};
use super::world::World;
use crate::eval::{self, Horizon};
use crate::model::{FormId, Period, PeriodKind, Plan, Row, Timetable};
use crate::render;
use crate::syntax::cell;
use crate::view::{self, Grouping, Reporting};

/// Runs the command.
pub(super) fn run(args: &ReportArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = Output::of_report(args, common)?;
    let date = args.date.as_deref().map(day).transpose()?;
    let mut session = Session::open(common, world)?;
    // Which period is meant can only be told from a plan that could be read.
    let told = session.plan().map(|(plan, times)| period(plan, times, &args.period, session.today));
    let asked = match told {
        Some(Ok((period, due))) => Some((period, due)),
        Some(Err(failure)) if session.is_sound() => return Err(failure),
        Some(Err(_)) | None => None,
    };
    if let (Some((period, due)), Some((plan, _))) = (asked, session.plan()) {
        fits(plan, period, args.as_of.as_deref().map(day).transpose()?.unwrap_or(due), date)?;
    }
    let as_of = args.as_of.clone().or_else(|| asked.map(|(_, due)| due.to_string()));
    let read = session.read(as_of.as_deref(), |plan, times, as_of| {
        let Some((period, _)) = asked else { return Vec::new() };
        let at = Horizon { as_of, year: period.year() };
        let mut list = eval::queries(plan, times, at).0;
        list.extend(view::report_queries(plan, times, at, period));
        list
    })?;
    if !session.report(args.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times)), Some((period, _))) = (read, session.plan(), asked) else {
        return Ok(Exit::Findings);
    };
    let Some(context) = session.judging(&read) else { return Ok(Exit::Findings) };
    let context = eval::Context { last_year: period.year(), ..context };
    let (base, targets) = eval::queries(plan, times, Horizon { as_of: read.as_of, year: period.year() });
    let judgement = eval::judge(context, &targets)?;
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let rows = figures(&session, &read, plan, period)?;
    let reporting = Reporting {
        judged,
        context,
        period,
        first: base.len(),
        rows: &rows,
        grouping: grouping(args.group, plan),
        number: args.number.as_deref().map(str::trim).filter(|number| !number.is_empty()),
        day: date.unwrap_or(read.as_of),
    };
    if output.is(Format::Html) {
        let page = render::html(&view::page(reporting)?).map_err(|why| NoReport::Page(why.to_string()))?;
        output.save(&page, world)?;
    } else {
        output.print(&view::report(reporting)?, common, world)?;
    }
    Ok(session.exit())
}

pub(super) fn day(text: &str) -> Result<NaiveDate, Failure> {
    cell::date(text).map_err(|_| Failure::BadDate(text.to_owned()))
}

/// Tells whether a period can be reported as of a day, with that date.
pub(super) fn fits(plan: &Plan, period: Period, as_of: NaiveDate, date: Option<NaiveDate>) -> Result<(), Failure> {
    let day = as_of.to_string();
    if let Some((first, _)) = plan.window.days(period.months()).filter(|(first, _)| as_of < *first) {
        let [period, first] = [period.to_string(), first.to_string()];
        return Err(NoReport::JudgedBefore { period, first, day }.into());
    }
    match date.filter(|date| *date < as_of) {
        Some(date) => Err(NoReport::DatedBefore { date: date.to_string(), day }.into()),
        None => Ok(()),
    }
}

/// Finds the period, also as people write it, and the day on which its last report is due, but no later than today.
pub(super) fn period(
    plan: &Plan,
    times: &Timetable,
    text: &str,
    today: NaiveDate,
) -> Result<(Period, NaiveDate), Failure> {
    let year = plan.months().first;
    let Some(period) = Period::parse(text).or_else(|| meant(text)) else {
        let near = Period::holding(PeriodKind::Half, year).to_string();
        return Err(NoReport::UnknownPeriod { text: text.to_owned(), near }.into());
    };
    let (true, Some((first, last))) = (plan.months().covers(period.months()), plan.window.days(period.months())) else {
        let (from, to) = plan.years;
        return Err(Failure::PeriodOutside { text: text.to_owned(), from, to });
    };
    if first > today {
        let [period, first, today] = [period.to_string(), first.to_string(), today.to_string()];
        return Err(NoReport::NotBegun { period, first, today }.into());
    }
    let due = times.last_due(period.months()).map_or(last, |due| due.max(last));
    Ok((period, due.min(today)))
}

/// Returns how tasks stand together: as asked, else by index, if the plan has any.
fn grouping(asked: Option<GroupArg>, plan: &Plan) -> Grouping {
    match asked {
        Some(GroupArg::Lead) => Grouping::Lead,
        Some(GroupArg::None) => Grouping::None,
        None if plan.indexes.is_empty() => Grouping::None,
        Some(GroupArg::Index) | None => Grouping::Index,
    }
}

/// Reads the figures that the appendices print: those of the period, and published levels of all years.
fn figures(session: &Session, read: &Read, plan: &Plan, period: Period) -> Result<Rows, Failure> {
    let (kept, sent): (Vec<FormId>, Vec<FormId>) =
        (0..plan.forms.len()).map(FormId::at).partition(|id| plan.form(*id).history);
    let within = |row: &Row| period.months().covers(row.period.months());
    let (mut list, _) = rows(session, read, &sent, &within)?;
    list.extend(rows(session, read, &kept, &|_| true)?.0);
    Ok(list)
}
