//! `plan status`.

use chrono::NaiveDate;

use super::args::{Common, SortArg, StatusArgs};
use super::assume::{self, Supposed};
use super::failure::Failure;
use super::output::Output;
use super::session::{Exit, Session};
use super::world::World;
use crate::eval::{self, Horizon, Verdict};
use crate::model::{GroupId, IndexId, Party, Plan, Query, Timetable, UnitId};
use crate::syntax::names::{fold, nearest};
use crate::text::Lang;
use crate::view::{self, Filter, Sort};

/// Runs the command.
pub(super) fn run(args: &StatusArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let verdicts = words(&args.verdict)?;
    let fail_on = words(&args.fail_on)?;
    let output = Output::new(&args.judging.printing, common)?;
    let mut session = Session::open(common, world)?;
    if !args.set.is_empty() {
        session.look_ahead(args.judging.as_of.as_deref())?;
    }
    let read = session.read(args.judging.as_of.as_deref(), queries)?;
    if !session.report(args.judging.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let filter = filter(args, verdicts, plan)?;
    let asked = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of)).1;
    let Some(judgement) = session.judge(&read, &asked)? else { return Ok(Exit::Findings) };
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let supposed = match assume::suppose(&args.set, (&session, &read), queries, common, world)? {
        Supposed::Nothing => None,
        Supposed::Refused => return Ok(Exit::Findings),
        Supposed::So(own) => Some(own),
    };
    let mut shown = (judged, view::status(judged, &filter));
    let then;
    if let Some((session, read)) = supposed.as_deref() {
        let Some(judgement) = session.judge(read, &asked)? else { return Ok(Exit::Findings) };
        then = judgement;
        let Some(after) = session.judged(read, &then) else { return Ok(Exit::Findings) };
        shown = (after, view::status_if(judged, after, &filter));
    }
    output.print(&shown.1, common, world)?;
    if view::any_verdict(shown.0, &filter, &fail_on) {
        return Ok(Exit::Findings);
    }
    Ok(session.exit())
}

/// Returns what the figures are folded for.
fn queries(plan: &Plan, times: &Timetable, as_of: NaiveDate) -> Vec<Query> {
    eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0
}

/// Reads verdicts by their codes.
fn words(texts: &[String]) -> Result<Vec<Verdict>, Failure> {
    let read = |text: &String| {
        Verdict::from_code(text).ok_or_else(|| {
            // The words of the screen are what people copy.
            let said = |own: &Verdict| {
                [Lang::Vi, Lang::En].into_iter().any(|lang| fold(&view::verdict_name(*own, lang)) == fold(text))
            };
            let meant = Verdict::ALL.into_iter().find(said).map(|own| own.code().to_owned());
            let near = meant.or_else(|| nearest(text, Verdict::ALL.into_iter().map(Verdict::code)));
            Failure::UnknownVerdict { text: text.clone(), near }
        })
    };
    texts.iter().map(read).collect()
}

fn filter(args: &StatusArgs, verdicts: Vec<Verdict>, plan: &Plan) -> Result<Filter, Failure> {
    let sort = match args.sort {
        SortArg::Plan => Sort::Plan,
        SortArg::Verdict => Sort::Verdict,
        SortArg::Deadline => Sort::Deadline,
        SortArg::Lead => Sort::Lead,
    };
    for no in &args.task {
        if !plan.tasks.iter().any(|task| task.no == *no) {
            let numbers: Vec<String> = plan.tasks.iter().map(|task| task.no.to_string()).collect();
            return Err(Failure::NoTask { no: *no, near: numbers.join(", ") });
        }
    }
    Ok(Filter {
        units: args.unit.iter().map(|text| party(plan, text)).collect::<Result<_, _>>()?,
        tasks: args.task.clone(),
        indexes: args.index.iter().map(|text| index(plan, text)).collect::<Result<_, _>>()?,
        verdicts,
        sort,
    })
}

/// Finds a unit or group by id, name or alias.
pub(super) fn party(plan: &Plan, text: &str) -> Result<Party, Failure> {
    let folded = fold(text);
    let units = plan
        .units
        .iter()
        .enumerate()
        .map(|(at, unit)| (Party::Unit(UnitId::at(at)), &unit.id, &unit.name, &unit.aliases));
    let groups = plan
        .groups
        .iter()
        .enumerate()
        .map(|(at, group)| (Party::Group(GroupId::at(at)), &group.id, &group.name, &group.aliases));
    let all: Vec<_> = units.chain(groups).collect();
    let found = all.iter().find(|(_, id, name, aliases)| {
        *id == text || fold(name) == folded || aliases.iter().any(|alias| fold(alias) == folded)
    });
    found.map(|(party, ..)| *party).ok_or_else(|| {
        let near = nearest(text, all.iter().flat_map(|(_, id, name, _)| [id.as_str(), name.as_str()]));
        Failure::UnknownThing { text: text.to_owned(), near }
    })
}

pub(super) fn index(plan: &Plan, text: &str) -> Result<IndexId, Failure> {
    let folded = fold(text);
    let at = plan.indexes.iter().position(|index| index.id.value == text || fold(&index.name) == folded);
    at.map(IndexId::at).ok_or_else(|| {
        let near = nearest(text, plan.indexes.iter().map(|index| index.id.value.as_str()));
        Failure::UnknownThing { text: text.to_owned(), near }
    })
}
