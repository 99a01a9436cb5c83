//! `plan record`: one row put into data/.

use super::args::{Common, DeliverableArgs, RecordArgs, ScoreArgs, UpdateArgs};
use super::changing::{Changing, May, show};
use super::failure::Failure;
use super::meaning::{key, key_of_document};
use super::no_change::NoChange;
use super::record_figure::{self, tell_differences};
use super::resolve::{Resolver, meant};
use super::score::whose;
use super::session::Exit;
use super::world::World;
use crate::edit::{self, DELIVERABLES, Edited, Known, List, SCORES, UPDATES};
use crate::model::{POINT_DECIMALS, Task};
use crate::syntax::cell::{number, plain};
use crate::syntax::names::{fold, kept, nearest, whole};
use crate::text::{Finding, Say, say};

/// Runs the command.
pub(super) fn run(what: &RecordArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    match what {
        RecordArgs::Figure(args) => record_figure::run(args, common, world),
        RecordArgs::Deliverable(args) => deliverable(args, common, world),
        RecordArgs::Update(args) => update(args, common, world),
        RecordArgs::Score(args) => score(args, common, world),
    }
}

/// Records a document handed in.
fn deliverable(args: &DeliverableArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let task = &resolver.plan.tasks[resolver.task(args.task)?];
    let name = owed(task, &args.deliverable)?;
    let issued = resolver.day(Some(&args.issued))?;
    let given = |text: &Option<String>| text.as_deref().map(kept);
    let number = given(&args.number).unwrap_or_default();
    let key = key_of_document(task.no, declared(task, &name), &issued.to_string(), &number);
    let first = [task.no.to_string(), name, number, issued.to_string()];
    let rest = [given(&args.title), given(&args.location), given(&args.link)];
    let called = |name: &str| resolver.loaded.unit_called(name);
    let known = Known { plan: resolver.plan, called: &called };
    let row = Put { list: DELIVERABLES, first: &first, rest: &rest, key, may_replace: args.replace };
    let is_equal = |_: &str, old: &str, new: &str| whole(old) == new;
    put(&changing, row, |cells: &[&str]| edit::deliverable(known, cells), is_equal, args.dry_run, common, world)
}

/// Records a line of a task's story.
fn update(args: &UpdateArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let task = &resolver.plan.tasks[resolver.task(args.task)?];
    let unit = resolver.unit(&args.unit)?;
    let date = resolver.day(args.date.as_deref())?;
    let cells = [
        date.to_string(),
        args.period
            .as_ref()
            .map_or_else(String::new, |text| meant(text).map_or_else(|| text.clone(), |own| own.to_string())),
        task.no.to_string(),
        resolver.id(unit),
        args.kind.kind().word().to_owned(),
        kept(&args.text),
    ];
    let called = |name: &str| resolver.loaded.unit_called(name);
    let known = Known { plan: resolver.plan, called: &called };
    let row = |cells: &[&str]| edit::update(known, cells);
    let edited = edit::add_row(UPDATES, &changing.files(UPDATES.stem)?, &cells, row);
    let edited = edited.map_err(|_| Failure::Change(NoChange::Unfit(UPDATES.stem.to_owned())))?;
    write(&changing, (edited, &[]), args.dry_run, common, world)
}

/// Records points that people gave an index.
fn score(args: &ScoreArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let whose = whose(resolver.plan, &args.criterion)?;
    let given = |text: &Option<String>| text.as_deref().map(kept);
    let first = [whose, args.round.round().word().to_owned()];
    let rest = [Some(plain(&args.points)), given(&args.evidence), given(&args.note)];
    let points = |text: &str| number(text, POINT_DECIMALS).ok();
    let is_equal = |column: &str, old: &str, new: &str| {
        whole(old) == new || (column == "points" && points(old).is_some() && points(old) == points(new))
    };
    let called = |name: &str| resolver.loaded.unit_called(name);
    let known = Known { plan: resolver.plan, called: &called };
    let key = key(SCORES.stem, &first[0], &first[1]);
    let row = Put { list: SCORES, first: &first, rest: &rest, key, may_replace: args.replace };
    put(&changing, row, |cells: &[&str]| edit::score(known, cells), is_equal, args.dry_run, common, world)
}

/// A row of a list to be put where it belongs.
struct Put<'a> {
    list: List,
    /// The cells that say what it is about.
    first: &'a [String],
    /// The cells that may change, as far as they are given.
    rest: &'a [Option<String>],
    /// What it is about, as its meaning has it.
    key: String,
    may_replace: bool,
}

/// Changes the row about the same, or adds one.
fn put<K: Ord>(
    changing: &Changing,
    row: Put<'_>,
    canonical: impl Fn(&[&str]) -> (K, Vec<String>),
    is_equal: impl Fn(&str, &str, &str) -> bool,
    is_trial: bool,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let Put { list, first, rest, key, may_replace } = row;
    let unfit = || Failure::Change(NoChange::Unfit(list.stem.to_owned()));
    let files = changing.files(list.stem)?;
    let on_file = edit::set_row(list, &files, (first, rest), &canonical, is_equal).map_err(|_| unfit())?;
    let edited = match on_file {
        Some(edited) if !may_replace && tell_differences(&[], &edited, changing.session.lang, common, world)? => {
            return Ok(Exit::Findings);
        }
        Some(edited) => edited,
        None => {
            let rest = rest.iter().map(|cell| cell.clone().unwrap_or_default());
            let cells: Vec<String> = first.iter().cloned().chain(rest).collect();
            edit::add_row(list, &files, &cells, canonical).map_err(|_| unfit())?
        }
    };
    write(changing, (edited, &[key]), is_trial, common, world)
}

/// Returns the name under which a deliverable is declared that may also be called otherwise.
fn declared<'a>(task: &'a Task, name: &'a str) -> &'a str {
    deliverable_of(task, name).map_or(name, |(at, _)| task.deliverables[at].name.as_str())
}

/// Finds the deliverable of a task that a name stands for, with the name as the plan writes it.
fn deliverable_of<'a>(task: &'a Task, name: &str) -> Option<(usize, &'a str)> {
    let folded = fold(name);
    task.deliverable_names().find(|(_, known)| fold(known) == folded)
}

fn owed(task: &Task, name: &str) -> Result<String, Failure> {
    let names = || task.deliverable_names().map(|(_, name)| name);
    deliverable_of(task, name).map(|(_, known)| known.to_owned()).ok_or_else(|| {
        let near = nearest(name, names());
        let near = near.or_else(|| Some(names().collect::<Vec<_>>().join("; ")).filter(|all| !all.is_empty()));
        Failure::Change(NoChange::Figure(Box::new(Finding::UnknownDeliverable {
            name: name.to_owned(),
            task: task.no,
            near,
        })))
    })
}

/// Reads a change as if it were made, shows it as a diff, and writes it unless this is a trial.
pub(super) fn write(
    changing: &Changing,
    (edited, keys): (Edited, &[String]),
    is_trial: bool,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let changes = edited.change.as_slice();
    if changes.is_empty() {
        world.complain(&say(Say::NothingToWrite, changing.session.lang), common)?;
        return Ok(Exit::Fine);
    }
    // What is refused is not shown as if it were done.
    let done = changing.foresee((changes, May::Add(keys)), common, world)?;
    if done.exit() == Exit::Fine {
        show(changes, world)?;
        if !is_trial {
            changing.put(changes)?;
        }
        changing.tell_written(changes, is_trial, common, world)?;
    }
    Ok(done.exit())
}
