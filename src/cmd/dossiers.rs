//! `plan dossiers`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::args::Common;
use super::args_paper::DossiersArgs;
use super::failure::Failure;
use super::no_register::NoRegister;
use super::output::Output;
use super::report::period;
use super::session::{Exit, Read, Session};
use super::status::party;
use super::world::World;
use crate::diag::{Beyond, Diagnostic};
use crate::eval::{self, Answer, Asking, Horizon, Question};
use crate::load::{self, Known};
use crate::model::{Counted, FormId, Measure, MeasureKind, Month, Place, Plan, Timetable, UnitId};
use crate::syntax::names::{fold, nearest};
use crate::text::Lang;
use crate::view;

/// Runs the command.
pub(super) fn run(args: &DossiersArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let within = super::due::days(&args.within).ok_or_else(|| Failure::BadSpan(args.within.clone()))?;
    let output = Output::new(&args.judging.printing, common)?;
    let mut session = Session::open(common, world)?;
    let read = session.read(args.judging.as_of.as_deref(), |plan, times, as_of| {
        eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0
    })?;
    if !session.report_about(is_of_register, args.judging.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    if session.data.files.get("dossiers").is_none_or(Vec::is_empty) {
        return Err(Failure::NoRegister(NoRegister::Missing));
    }
    let asked = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of)).1;
    let Some(judgement) = session.judge(&read, &asked)? else { return Ok(Exit::Findings) };
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let measure = args.measure.as_deref().map(|id| counted(plan, id)).transpose()?;
    let question = question(args, (plan, times), &session, (&read, within), measure)?;
    let (answer, known) = answer(&session, &read, &question)?;
    unknown_procedure(args, &known, &answer)?;
    let document = view::dossiers(view::Dossiers {
        judged,
        question: &question,
        answer: &answer,
        within,
        narrowed: &narrowed(args, plan, &question.units),
        figure: &measure.map_or_else(String::new, |(form, column, _)| figure(plan, (form, column), args, session.lang)),
        procedure: &|code| known.procedure(code),
        at: &|place: Place| session.sources.line_of(place),
    });
    output.print(&document, common, world)?;
    Ok(session.exit())
}

/// Tells whether a finding is about the register.
pub(super) fn is_of_register(session: &Session, own: &Diagnostic) -> bool {
    let name = own.place.map_or("", |place| session.sources.name(place.source));
    name.starts_with("data/dossiers/") || name == "data/procedures.csv"
}

/// Puts together what is asked.
fn question<'a>(
    args: &DossiersArgs,
    (plan, times): (&'a Plan, &Timetable),
    session: &Session,
    (read, within): (&Read, u32),
    measure: Option<(FormId, usize, &'a Counted)>,
) -> Result<Question<'a>, Failure> {
    let as_of = read.as_of;
    let period = args.period.as_deref().map(|text| period(plan, times, text, session.today)).transpose()?;
    let days = match period {
        Some((period, _)) => plan.window.days(period.months()),
        None => Some((year_of(plan, as_of), as_of)),
    };
    let (first, last) = days.unwrap_or((as_of, as_of));
    if let Some((period, _)) = period.filter(|_| as_of < first) {
        return Err(Failure::NoRegister(NoRegister::NotBegun { period, first, as_of }));
    }
    // What is counted since the year began is not counted of one period.
    let is_to_date = measure.is_some_and(|(.., own)| own.count.kind() == MeasureKind::ToDate);
    let first = if is_to_date { year_of(plan, first) } else { first };
    let mut units: Vec<UnitId> = Vec::new();
    for text in &args.unit {
        units.extend(plan.party_units(&party(plan, text)?));
    }
    let soon = as_of.checked_add_days(chrono::Days::new(u64::from(within))).unwrap_or(NaiveDate::MAX);
    Ok(Question {
        as_of,
        span: (first, last.min(as_of)),
        until: (as_of <= last).then_some(soon),
        ends: ends(session, read)?,
        units,
        procedures: args.procedure.clone(),
        counted: measure.map(|(_, _, counted)| (counted, plan.register.apology.map(|rule| rule.by))),
    })
}

/// Returns up to which day the register of each unit goes.
pub(super) fn ends(session: &Session, read: &Read) -> Result<BTreeMap<UnitId, NaiveDate>, Failure> {
    let (Some(loaded), Some((_, times))) = (&session.loaded, session.plan()) else { return Err(Failure::Overflow) };
    let beyond = Beyond::new(0);
    let context = session.context(times, &[], read.as_of, &beyond);
    load::register_ends(context, loaded, &session.data).map_err(|(file, error)| session.vanished(file, error))
}

/// Returns the first day of the year of the plan that a day lies in.
fn year_of(plan: &Plan, day: NaiveDate) -> NaiveDate {
    let year = plan.window.month_of(day).map_or(plan.years.0, Month::year).clamp(plan.years.0, plan.years.1);
    plan.window.first_day(Month::january(year)).unwrap_or(day)
}

/// Finds a measure that is counted.
fn counted<'a>(plan: &'a Plan, id: &str) -> Result<(FormId, usize, &'a Counted), Failure> {
    let measures = || {
        plan.forms.iter().enumerate().flat_map(|(form, own)| {
            own.measures.iter().enumerate().map(move |(column, measure)| (FormId::at(form), column, measure))
        })
    };
    let folded = fold(id);
    let is_called = |own: &Measure| own.id.value == id || fold(&own.name) == folded;
    // Of measures with one name the one that is counted is meant.
    let own = measures().filter(|(.., own)| is_called(own)).max_by_key(|(.., own)| own.counted.is_some());
    if let Some((form, column, counted)) =
        own.and_then(|(form, column, own)| Some((form, column, own.counted.as_ref()?)))
    {
        return Ok((form, column, counted));
    }
    let of = || measures().filter(|(.., own)| own.counted.is_some()).map(|(.., own)| own.id.value.as_str());
    let all = of().collect::<Vec<_>>().join(", ");
    Err(Failure::NoRegister(NoRegister::NotCounted { id: id.to_owned(), near: nearest(id, of()), all }))
}

/// Asks the register.
fn answer(session: &Session, read: &Read, question: &Question<'_>) -> Result<(Answer, Known), Failure> {
    let (Some(loaded), Some((_, times))) = (&session.loaded, session.plan()) else { return Err(Failure::Overflow) };
    let beyond = Beyond::new(0);
    let context = session.context(times, &[], read.as_of, &beyond);
    let mut asking = Asking::new(question);
    let shown = load::dossiers(context, loaded, &session.data, |own, place, shown| {
        let used = own.facts.resolved.and_then(|resolved| shown.days.between(own.facts.received, resolved));
        asking.see(own, place, used.map(|days| days.saturating_sub(u32::from(own.suspended))));
    });
    let shown = shown.map_err(|(file, error)| session.vanished(file, error))?;
    Ok((asking.finish(), shown.known))
}

/// Refuses a code that is neither declared nor in the register.
fn unknown_procedure(args: &DossiersArgs, known: &Known, answer: &Answer) -> Result<(), Failure> {
    let is_there = |code: &String| {
        known.procedure(code).is_some()
            || answer.procedures.contains_key(code)
            || answer.counted.iter().any(|own| own.procedure == *code)
    };
    match args.procedure.iter().find(|code| !is_there(code)) {
        Some(text) => {
            let near = nearest(text, known.list.iter().map(|own| own.code.as_str()));
            Err(Failure::UnknownThing { text: text.clone(), near })
        }
        None => Ok(()),
    }
}

/// Says what is narrowed to.
fn narrowed(args: &DossiersArgs, plan: &Plan, units: &[UnitId]) -> String {
    let names = units.iter().map(|unit| plan.unit(*unit).name.clone());
    names.chain(args.procedure.iter().cloned()).collect::<Vec<_>>().join("; ")
}

/// Names a figure: the measure and the period.
fn figure(plan: &Plan, (form, column): (FormId, usize), args: &DossiersArgs, lang: Lang) -> String {
    let name = &plan.form(form).measures[column].name;
    let period = args.period.as_deref().and_then(super::resolve::meant);
    format!("{name}, {}", period.map_or_else(String::new, |period| view::period_name(period, lang)))
}
