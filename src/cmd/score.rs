//! `plan score`.

use chrono::NaiveDate;

use super::args::Common;
use super::args_paper::PointsArgs;
use super::assume::{self, Supposed};
use super::failure::Failure;
use super::output::Output;
use super::session::{Exit, Read, Session};
use super::status::{index, party};
use super::world::World;
use crate::eval::{self, Horizon, IndexScore};
use crate::model::{Index, IndexId, Party, Plan, Query, Timetable};
use crate::syntax::names::{fold, nearest};
use crate::view::{self, Document};

/// Runs the command.
pub(super) fn run(args: &PointsArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = Output::new(&args.judging.printing, common)?;
    let mut session = Session::open(common, world)?;
    if !args.set.is_empty() {
        session.look_ahead(args.judging.as_of.as_deref())?;
    }
    let read = session.read(args.judging.as_of.as_deref(), queries)?;
    if !session.report(args.judging.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, _))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let chosen = Chosen {
        indexes: args.index.iter().map(|text| index(plan, text)).collect::<Result<_, _>>()?,
        parties: args.unit.iter().map(|text| party(plan, text)).collect::<Result<_, _>>()?,
        field: args.field.as_deref(),
        gain: args.gain,
    };
    let Some((document, scores)) = shown(&chosen, &session, &read, None)? else { return Ok(Exit::Findings) };
    let document = match assume::suppose(&args.set, (&session, &read), queries, common, world)? {
        Supposed::Nothing => document,
        Supposed::Refused => return Ok(Exit::Findings),
        Supposed::So(own) => match shown(&chosen, &own.0, &own.1, Some(&scores))? {
            Some((document, _)) => document,
            None => return Ok(Exit::Findings),
        },
    };
    output.print(&document, common, world)?;
    Ok(session.exit())
}

/// Returns what the figures are folded for.
fn queries(plan: &Plan, times: &Timetable, as_of: NaiveDate) -> Vec<Query> {
    let mut list = eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0;
    list.extend(eval::score_queries(plan));
    list
}

/// What is asked for.
struct Chosen<'a> {
    indexes: Vec<IndexId>,
    parties: Vec<Party>,
    field: Option<&'a str>,
    gain: bool,
}

/// Scores a plan, and makes the document; beside other scores where they are of figures on file and these of an assumption.
fn shown(
    chosen: &Chosen<'_>,
    session: &Session,
    read: &Read,
    on_file: Option<&[IndexScore]>,
) -> Result<Option<(Document, Vec<IndexScore>)>, Failure> {
    let Some((plan, times)) = session.plan() else { return Ok(None) };
    let (base, asked) = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of));
    let Some(judgement) = session.judge(read, &asked)? else { return Ok(None) };
    let (Some(judged), Some(context)) = (session.judged(read, &judgement), session.judging(read)) else {
        return Ok(None);
    };
    let mut scores = eval::scores(context, base.len())?;
    scores.retain(|own| chosen.indexes.is_empty() || chosen.indexes.contains(&own.index));
    let field = chosen.field.map(|text| field(plan, &scores, text)).transpose()?;
    if let Some(field) = &field {
        let has = |index: &Index| index.parts(None).any(|at| index.criteria[at].no.value == *field);
        scores.retain(|own| has(&plan.indexes[own.index.0 as usize]));
    }
    let gains = chosen.gain.then(|| scores.iter().map(|own| eval::gains(context, own)).collect::<Result<Vec<_>, _>>());
    let gains = gains.transpose()?;
    let document = view::score(view::Scored {
        judged,
        scores: &scores,
        parties: &chosen.parties,
        field: field.as_deref(),
        gains: gains.as_deref(),
        on_file,
    });
    Ok(Some((document, scores)))
}

/// Finds what points are given to, an index or a criterion of one, and returns what data calls it.
pub(super) fn whose(plan: &Plan, text: &str) -> Result<String, Failure> {
    let names = || {
        plan.indexes.iter().enumerate().flat_map(|(at, index)| {
            (0..index.criteria.len()).map(move |own| plan.score_name(IndexId::at(at), Some(own)))
        })
    };
    if let Some(name) = names().find(|name| name == text) {
        return Ok(name);
    }
    match index(plan, text) {
        Ok(own) => Ok(plan.score_name(own, None)),
        Err(failure) => {
            let all: Vec<String> = names().collect();
            // A number alone is meant of the index that has it.
            let by_number = all.iter().find(|name| name.split_once('/').is_some_and(|(_, no)| no == text));
            match by_number.cloned().or_else(|| nearest(text, all.iter().map(String::as_str))) {
                Some(near) => Err(Failure::UnknownThing { text: text.to_owned(), near: Some(near) }),
                None => Err(failure),
            }
        }
    }
}

/// Finds a field by its number or name, and returns its number.
fn field(plan: &Plan, scores: &[IndexScore], text: &str) -> Result<String, Failure> {
    let folded = fold(text);
    let fields = || {
        scores.iter().flat_map(|own| {
            let index = &plan.indexes[own.index.0 as usize];
            index.parts(None).map(|at| &index.criteria[at])
        })
    };
    let found = fields().find(|own| own.no.value == text || fold(&own.name) == folded);
    found.map(|own| own.no.value.clone()).ok_or_else(|| {
        let near = nearest(text, fields().flat_map(|own| [own.no.value.as_str(), own.name.as_str()]));
        Failure::UnknownThing { text: text.to_owned(), near }
    })
}
