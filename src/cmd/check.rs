//! `plan check`.

use clap::ValueEnum;

use super::args::{CheckArg, CheckArgs, Common, FindingsArg};
use super::failure::Failure;
use super::recipes;
use super::session::{DRAWN, Exit, Read, Session, complaint_columns, screen};
use super::world::World;
use crate::diag::{self, Beyond, Diagnostic};
use crate::eval::{self, Horizon};
use crate::load;
use crate::model::{FormId, Row};
use crate::render;
use crate::render::diagnostics::{self, Done};
use crate::text::{Lang, Say, say};

/// How many findings are listed for tools; all are counted.
pub(super) const LISTED: usize = 500;

/// Runs the command. What it finds is its result, and so stands on stdout; if there is nothing it says nothing.
pub(super) fn run(args: &CheckArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let limit = args.limit.unwrap_or(match args.format {
        FindingsArg::Human => DRAWN,
        FindingsArg::Concise | FindingsArg::Json => LISTED,
    });
    let mut session = Session::open_keeping(limit, common, world)?;
    session.spellings = args.checks.contains(&CheckArg::Names);
    let wants_verdicts = args.checks.iter().any(|check| *check != CheckArg::Names);
    let read = session.read(args.as_of.as_deref(), |plan, times, as_of| {
        if !wants_verdicts {
            return Vec::new();
        }
        let mut list = eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0;
        list.extend(eval::score_queries(plan));
        list
    })?;
    // Ids that could not be read may be the ones that use what seems unused.
    let unused = session.plan().filter(|_| session.is_sound()).map(|(plan, _)| load::unused(plan));
    session.add(unused.into_iter().flatten());
    if let Some(read) = read.filter(|_| wants_verdicts) {
        let found = asked_for(&session, &read, &args.checks)?;
        session.add(found);
    }
    // A recipe can be checked once the names that it uses can be trusted.
    if session.is_sound() {
        recipes::all(&mut session, common)?;
    }
    diag::sort(&mut session.found);
    let undone = if wants_verdicts && !session.is_sound() { names(&args.checks) } else { Vec::new() };
    write(&session, &undone, (limit, args), common, world)?;
    let is_bad = session.has_errors() || (args.strict && !session.found.is_empty());
    Ok(if is_bad { Exit::Findings } else { Exit::Fine })
}

/// Looks for what was asked for by name.
fn asked_for(session: &Session, read: &Read, checks: &[CheckArg]) -> Result<Vec<Diagnostic>, Failure> {
    let Some((plan, times)) = session.plan() else { return Ok(Vec::new()) };
    let (base, asked) = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of));
    let Some(judgement) = session.judge(read, &asked)? else { return Ok(Vec::new()) };
    let Some(context) = session.judging(read) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    if checks.contains(&CheckArg::Late) {
        found.extend(eval::missing(plan, &judgement));
        for form in (0..plan.forms.len()).map(FormId::at) {
            found.extend(eval::late_reports(context, form, &late_rows(session, read, context, form)?));
        }
    }
    if checks.contains(&CheckArg::Evidence) {
        found.extend(eval::without_evidence(context, &judgement));
    }
    if checks.contains(&CheckArg::Scores) {
        found.extend(eval::doubtful_scores(context, &eval::scores(context, base.len())?));
    }
    Ok(found)
}

/// Reads the rows of a form's late reports, which are not kept, once more.
fn late_rows(session: &Session, read: &Read, context: eval::Context<'_>, form: FormId) -> Result<Vec<Row>, Failure> {
    let late = eval::late(context, form);
    let Some(loaded) = session.loaded.as_ref().filter(|_| !late.is_empty()) else { return Ok(Vec::new()) };
    let is_late = |row: &Row| late.contains_key(&(row.unit, row.period));
    let beyond = Beyond::new(0);
    let reading = session.context(context.times, &read.queries, read.as_of, &beyond);
    load::details(reading, loaded, &session.data, (form, &read.figures.counted), &is_late)
        .map_err(|(file, error)| session.vanished(file, error))
}

/// Returns the names of the checks that need every figure.
fn names(checks: &[CheckArg]) -> Vec<&'static str> {
    let wanted = CheckArg::value_variants().iter().filter(|own| checks.contains(own) && **own != CheckArg::Names);
    wanted.map(|own| own.words(Lang::En).0).collect()
}

fn write(
    session: &Session,
    undone: &[&str],
    (limit, args): (usize, &CheckArgs),
    common: &Common,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let (list, sources, lang) = (session.list(limit), &session.sources, session.lang);
    let text = match args.format {
        FindingsArg::Human => diagnostics::human(list, sources, lang, screen(common, world)),
        FindingsArg::Concise => diagnostics::concise(list, sources, lang),
        FindingsArg::Json => diagnostics::json(list, sources, lang, Done { data: session.is_data_checked(), undone }),
    };
    world.stdout.write_all(text.as_bytes()).map_err(Failure::Write)?;
    let mut notes = Vec::new();
    if !session.is_data_checked() {
        notes.push(say(Say::DataNotChecked, lang));
    }
    if !undone.is_empty() {
        notes.push(say(Say::ChecksNotDone { names: &undone.join(", ") }, lang));
    }
    // Silence in a script, a word for who sits before it.
    if text.is_empty() && notes.is_empty() && world.stderr_is_terminal {
        notes.push(say(Say::NothingFound, lang));
    }
    let columns = complaint_columns(common, world);
    let notes: String = notes.into_iter().map(|note| render::fold(&note, columns) + "\n").collect();

    world.stdout.flush().and_then(|()| world.stderr.write_all(notes.as_bytes())).map_err(Failure::Write)
}
