//! `plan show`.

use super::args::{Common, Judging, ShowArgs};
use super::failure::Failure;
use super::no_register::NoRegister;
use super::output::Output;
use super::rows::rows;
use super::session::{Exit, Read, Session};
use super::status::party;
use super::world::World;
use crate::diag::{Beyond, Diagnostic};
use crate::eval::{self, Entry, Horizon};
use crate::load;
use crate::model::{
    FormId, IndexId, IndicatorId, MeasureId, Party, Period, Place, Plan, Query, Row, Timetable, UnitId,
};
use crate::syntax::names::{fold, nearest};
use crate::view::{self, Explained, Showing, Subject};

/// Where counted figures come from.
const REGISTER: &str = "data/dossiers/*.csv";

/// How many ids that begin like an unknown one are looked at.
const LIKE: usize = 10_000;

/// Runs the command.
pub(super) fn run(args: &ShowArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = Output::new(&args.judging.printing, common)?;
    let mut session = Session::open(common, world)?;
    // What is to be shown can only be told from a plan that could be read.
    let told =
        session.plan().map(|(plan, _)| Ok::<_, Failure>((subject(plan, args.id.as_deref())?, only_unit(plan, args)?)));
    let has_register = session.data.files.get("dossiers").is_some_and(|files| !files.is_empty());
    let (subject, unit) = match told {
        Some(Ok(told)) => told,
        // What the plan does not know may be a dossier.
        Some(Err(Failure::UnknownThing { text, near })) if session.is_sound() && has_register => {
            return dossier((&text, near), &args.judging, &output, &mut session, common, world);
        }
        Some(Err(failure)) if session.is_sound() => return Err(failure),
        Some(Err(_)) | None => (Subject::List, None),
    };
    let read = session.read(args.judging.as_of.as_deref(), |plan, times, as_of| {
        let at = Horizon::of_plan(plan, as_of);
        let mut list = eval::queries(plan, times, at).0;
        list.extend(own_queries(plan, times, at, subject, unit.is_some()));
        list
    })?;
    if !session.report(args.judging.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let (base, asked) = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of));
    let Some(judgement) = session.judge(&read, &asked)? else { return Ok(Exit::Findings) };
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let wanted = |row: &Row| match subject {
        Subject::Unit(unit) => unit == row.unit,
        Subject::Period(period) => {
            period.months().first <= row.period.months().last && row.period.months().last <= period.months().last
        }
        _ => true,
    };
    let (rows, later) = rows(&session, &read, &forms(plan, subject), &wanted)?;
    // What is counted stands in no one line.
    let is_counted = |place: Place| plan.forms.iter().any(|form| form.from_register == Some(place));
    let at = |place: Place| if is_counted(place) { REGISTER.to_owned() } else { session.sources.line_of(place) };
    let Some(context) = session.judging(&read) else { return Ok(Exit::Findings) };
    let showing = Showing { judged, context, first: base.len(), rows: &rows, later, unit, at: &at };
    let document = view::show(subject, showing)?;
    output.print(&document, common, world)?;
    Ok(session.exit())
}

/// Shows a dossier, if the register has one of that id.
fn dossier(
    (id, near): (&str, Option<String>),
    args: &Judging,
    output: &Output,
    session: &mut Session,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let read = session.read(args.as_of.as_deref(), |plan, times, as_of| {
        eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0
    })?;
    let about = match &read {
        Some(read) => asked(session, read, (id, near))?,
        None => return Ok(Exit::Findings),
    };
    let is_about = |_: &Session, own: &Diagnostic| {
        own.place.is_some_and(|own| (own.source, own.line) == (about.entry.place.source, about.entry.place.line))
    };
    if !session.report_about(is_about, args.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let queries = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of)).1;
    let Some(judgement) = session.judge(&read, &queries)? else { return Ok(Exit::Findings) };
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let at = |place: Place| session.sources.line_of(place);
    let procedure = about.shown.known.procedure(&about.entry.procedure);
    output.print(&view::dossier(Explained { judged, entry: &about.entry, procedure, at: &at }), common, world)?;
    Ok(session.exit())
}

/// A dossier that is asked for, and what its screen looks things up in.
struct About {
    entry: Entry,
    shown: load::Shown,
}

/// Finds a dossier by its id, also where capital letters are others.
fn asked(session: &Session, read: &Read, (id, near): (&str, Option<String>)) -> Result<About, Failure> {
    let (Some((_, times)), Some(loaded)) = (session.plan(), &session.loaded) else { return Err(Failure::Overflow) };
    let beyond = Beyond::new(0);
    let context = session.context(times, &[], read.as_of, &beyond);
    let ends = super::dossiers::ends(session, read)?;
    let (mut found, mut like) = (None, Vec::new());
    let begins =
        |own: &str| own.chars().zip(id.chars()).take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
    let shown = load::dossiers(context, loaded, &session.data, |own, place, _| {
        if found.is_none() && own.id.eq_ignore_ascii_case(id) {
            let end = ends.get(&own.unit).copied().unwrap_or(read.as_of);
            found = Some(Entry::of(own, read.as_of.min(end), place));
        } else if like.len() < LIKE && begins(own.id) * 2 > id.len() {
            like.push(own.id.to_owned());
        }
    });
    let shown = shown.map_err(|(file, error)| session.vanished(file, error))?;
    match found {
        Some(entry) if entry.facts.received > read.as_of => {
            let (id, received, as_of) = (entry.id, entry.facts.received, read.as_of);
            Err(Failure::NoRegister(NoRegister::ReceivedLater { id, received, as_of }))
        }
        Some(entry) => Ok(About { entry, shown }),
        None if shown.known.procedure(id).is_some() => {
            Err(Failure::NoRegister(NoRegister::IsProcedure { code: id.to_owned() }))
        }
        None => {
            let near = near.or_else(|| nearest(id, like.iter().map(String::as_str)));
            Err(Failure::UnknownThing { text: id.to_owned(), near })
        }
    }
}

fn only_unit(plan: &Plan, args: &ShowArgs) -> Result<Option<UnitId>, Failure> {
    let Some(text) = &args.unit else { return Ok(None) };
    match party(plan, text)? {
        Party::Unit(unit) => Ok(Some(unit)),
        Party::Group(_) => Err(Failure::UnknownThing { text: text.clone(), near: None }),
    }
}

/// Finds what an id, a number, a period or a name stands for.
fn subject(plan: &Plan, id: Option<&str>) -> Result<Subject, Failure> {
    let Some(id) = id else { return Ok(Subject::List) };
    if id == "plan" {
        return Ok(Subject::Plan);
    }
    if let Some(task) = id.parse::<u32>().ok().and_then(|no| plan.tasks.iter().position(|task| task.no == no)) {
        return Ok(Subject::Task(task));
    }
    for (at, task) in plan.tasks.iter().enumerate() {
        if let Some(target) = task.targets.iter().position(|target| target.id == id) {
            return Ok(Subject::Target(at, target));
        }
    }
    if let Some(period) = Period::parse(id) {
        if plan.months().covers(period.months()) {
            return Ok(Subject::Period(period));
        }
        let (from, to) = plan.years;
        return Err(Failure::PeriodOutside { text: id.to_owned(), from, to });
    }
    declared(plan, id).ok_or_else(|| Failure::UnknownThing { text: id.to_owned(), near: near(plan, id) })
}

fn declared(plan: &Plan, id: &str) -> Option<Subject> {
    let folded = fold(id);
    let fits = |own: &str, name: &str| own == id || fold(name) == folded;
    if let Some(at) = plan.indicators.iter().position(|own| fits(&own.id.value, &own.name)) {
        return Some(Subject::Indicator(IndicatorId::at(at)));
    }
    if let Some(at) = plan.forms.iter().position(|own| fits(&own.id.value, &own.title)) {
        return Some(Subject::Form(FormId::at(at)));
    }
    if let Some(at) = plan.indexes.iter().position(|own| fits(&own.id.value, &own.name)) {
        return Some(Subject::Index(IndexId::at(at)));
    }
    if let Some((index, no)) = id.split_once('/')
        && let Some(at) = plan.indexes.iter().position(|own| own.id.value == index)
        && let Some(criterion) = plan.indexes[at].criteria.iter().position(|own| own.no.value == no)
    {
        return Some(Subject::Criterion(IndexId::at(at), criterion));
    }
    for (at, form) in plan.forms.iter().enumerate() {
        if let Some(column) = form.measures.iter().position(|own| own.id.value == id) {
            return Some(Subject::Measure(MeasureId::at(FormId::at(at), column)));
        }
    }
    party(plan, id).ok().map(|party| match party {
        Party::Unit(unit) => Subject::Unit(unit),
        Party::Group(group) => Subject::Group(group),
    })
}

/// Returns the id or name nearest to one that is not known.
fn near(plan: &Plan, id: &str) -> Option<String> {
    // 2019-6 for 2019-06, 2019-q2 for 2019-Q2.
    let (year, rest) = id.split_once('-').unwrap_or((id, ""));
    let period = [format!("{year}-{rest:0>2}"), format!("{year}-{}", rest.to_uppercase())]
        .into_iter()
        .find(|text| Period::parse(text).is_some());
    if period.is_some() {
        return period;
    }
    let mut names: Vec<&str> = Vec::new();
    names.extend(plan.indicators.iter().map(|own| own.id.value.as_str()));
    names.extend(plan.forms.iter().map(|own| own.id.value.as_str()));
    names.extend(plan.forms.iter().flat_map(|form| form.measures.iter().map(|own| own.id.value.as_str())));
    names.extend(plan.indexes.iter().map(|own| own.id.value.as_str()));
    names.extend(plan.units.iter().flat_map(|own| [own.id.as_str(), own.name.as_str()]));
    names.extend(plan.groups.iter().flat_map(|own| [own.id.as_str(), own.name.as_str()]));
    let criteria: Vec<String> = plan
        .indexes
        .iter()
        .flat_map(|index| index.criteria.iter().map(|own| format!("{}/{}", index.id.value, own.no.value)))
        .collect();
    names.extend(criteria.iter().map(String::as_str));
    nearest(id, names.into_iter())
}

/// Returns what the screen asks of the figures beside the targets.
fn own_queries(plan: &Plan, times: &Timetable, at: Horizon, subject: Subject, by_unit: bool) -> Vec<Query> {
    match subject {
        Subject::Indicator(own) => eval::history_queries(plan, times, own, at, by_unit),
        Subject::Target(task, target) => {
            eval::history_queries(plan, times, plan.tasks[task].targets[target].indicator, at, by_unit)
        }
        Subject::Index(_) | Subject::Criterion(..) => eval::score_queries(plan),
        Subject::Period(period) => view::indicators_of(plan, period)
            .into_iter()
            .flat_map(|own| eval::period_queries(own, period, by_unit))
            .collect(),
        Subject::List
        | Subject::Plan
        | Subject::Task(_)
        | Subject::Measure(_)
        | Subject::Form(_)
        | Subject::Unit(_)
        | Subject::Group(_) => Vec::new(),
    }
}

/// Returns the forms whose rows the screen lists.
fn forms(plan: &Plan, subject: Subject) -> Vec<FormId> {
    let all = || (0..plan.forms.len()).map(FormId::at);
    match subject {
        Subject::Indicator(own) => plan.forms_of(own),
        Subject::Target(task, target) => plan.forms_of(plan.tasks[task].targets[target].indicator),
        Subject::Measure(own) => vec![own.form],
        Subject::Form(own) => vec![own],
        Subject::Unit(unit) => all().filter(|form| plan.form(*form).units.contains(&unit)).collect(),
        Subject::Period(_) => all().collect(),
        Subject::List
        | Subject::Plan
        | Subject::Task(_)
        | Subject::Group(_)
        | Subject::Index(_)
        | Subject::Criterion(..) => Vec::new(),
    }
}
