//! `plan record`: one row put into data/.

use super::args::{Common, DeliverableArgs, RecordArgs, ScoreArgs, UpdateArgs};
use super::changing::{Changing, May, show};
use super::failure::Failure;
use super::meaning::key;
use super::no_change::NoChange;
use super::record_figure::{self, tell_differences};
use super::resolve::Resolver;
use super::session::Exit;
use super::status::index;
use super::world::World;
use crate::edit::{self, Change, DELIVERABLES, Edited, Known, List, SCORES, UPDATES, Unreadable};
use crate::model::{POINT_DECIMALS, Round, Task};
use crate::syntax::cell::number;
use crate::syntax::names::{fold, kept, nearest};
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
    let text = |text: &Option<String>| text.as_deref().map(kept).unwrap_or_default();
    let cells = [
        task.no.to_string(),
        name,
        text(&args.number),
        issued.to_string(),
        text(&args.title),
        text(&args.location),
        text(&args.link),
    ];
    let called = |name: &str| resolver.loaded.unit_called(name);
    let known = Known { plan: resolver.plan, called: &called };
    let place = |cells: &[&str]| edit::place_of_deliverable(known, cells);
    let edited = edit::add_row(DELIVERABLES, &changing.files(DELIVERABLES.stem)?, &cells, place);
    add(&changing, (DELIVERABLES, edited), args.dry_run, common, world)
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
        args.period.clone().unwrap_or_default(),
        task.no.to_string(),
        resolver.id(unit),
        args.kind.kind().word().to_owned(),
        kept(&args.text),
    ];
    let called = |name: &str| resolver.loaded.unit_called(name);
    let known = Known { plan: resolver.plan, called: &called };
    let place = |cells: &[&str]| edit::place_of_update(known, cells);
    let edited = edit::add_row(UPDATES, &changing.files(UPDATES.stem)?, &cells, place);
    add(&changing, (UPDATES, edited), args.dry_run, common, world)
}

/// Records points that people gave an index.
fn score(args: &ScoreArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let index = index(resolver.plan, &args.criterion)?;
    let text = |text: &Option<String>| text.as_deref().map(kept).unwrap_or_default();
    let cells = [
        resolver.plan.indexes[index.0 as usize].id.value.clone(),
        args.round.round().word().to_owned(),
        args.points.clone(),
        text(&args.evidence),
        text(&args.note),
    ];
    let files = changing.files(SCORES.stem)?;
    let points = |text: &str| number(text, POINT_DECIMALS).ok();
    let is_equal = |column: &str, old: &str, new: &str| {
        old == new || (column == "points" && points(old).is_some() && points(old) == points(new))
    };
    let on_file = edit::set_row(SCORES, &files, (&cells, 2), is_equal);
    let on_file = on_file.map_err(|_| Failure::Change(NoChange::Unfit(SCORES.stem.to_owned())))?;
    let Some(edited) = on_file else {
        let key = |cells: &[&str]| {
            let index = resolver.plan.indexes.iter().position(|own| own.id.value == cells[0]);
            (index.unwrap_or(usize::MAX), Round::ALL.into_iter().position(|round| round.word() == cells[1]))
        };
        return add(&changing, (SCORES, edit::add_row(SCORES, &files, &cells, key)), args.dry_run, common, world);
    };
    if !args.replace && tell_differences(&[], &edited, changing.session.lang, common, world)? {
        return Ok(Exit::Findings);
    }
    let changes: Vec<Change> = edited.change.into_iter().collect();
    if changes.is_empty() {
        world.complain(&say(Say::NothingToWrite, changing.session.lang), common)?;
        return Ok(Exit::Fine);
    }
    let keys = [key(SCORES.stem, &cells[0], args.round.round().word())];
    write(&changing, (&changes, &keys), args.dry_run, common, world)
}

/// Finds the deliverable of a task that a name stands for, with the name as the plan writes it.
fn deliverable_of<'a>(task: &'a Task, name: &str) -> Option<(usize, &'a str)> {
    let folded = fold(name);
    task.deliverables.iter().enumerate().find_map(|(at, own)| {
        let mut names = std::iter::once(&own.name).chain(&own.any_of);
        names.find(|known| fold(known) == folded).map(|known| (at, known.as_str()))
    })
}

fn owed(task: &Task, name: &str) -> Result<String, Failure> {
    let names = || task.deliverables.iter().flat_map(|own| std::iter::once(&own.name).chain(&own.any_of));
    deliverable_of(task, name).map(|(_, known)| known.to_owned()).ok_or_else(|| {
        let near = nearest(name, names().map(String::as_str));
        let near = near.or_else(|| Some(names().cloned().collect::<Vec<_>>().join("; ")).filter(|all| !all.is_empty()));
        Failure::Change(NoChange::Figure(Box::new(Finding::UnknownDeliverable {
            name: name.to_owned(),
            task: task.no,
            near,
        })))
    })
}

/// Writes a row of a list.
fn add(
    changing: &Changing,
    (list, edited): (List, Result<Edited, Unreadable>),
    is_trial: bool,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let Ok(edited) = edited else { return Err(Failure::Change(NoChange::Unfit(list.stem.to_owned()))) };
    let changes: Vec<Change> = edited.change.into_iter().collect();
    if changes.is_empty() {
        world.complain(&say(Say::NothingToWrite, changing.session.lang), common)?;
        return Ok(Exit::Fine);
    }
    write(changing, (&changes, &[]), is_trial, common, world)
}

/// Shows changes as a diff, reads them as if they were made, and writes them unless this is a trial.
pub(super) fn write(
    changing: &Changing,
    (changes, keys): (&[Change], &[String]),
    is_trial: bool,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    show(changes, world)?;
    let done = changing.finish((changes, May::Add(keys)), is_trial, common, world)?;
    if done.exit() == Exit::Fine {
        let files = changes.iter().map(|change| change.name.as_str()).collect::<Vec<_>>().join(", ");
        let said = if is_trial { Say::WouldWrite { files: &files } } else { Say::Wrote { files: &files } };
        world.complain(&say(said, changing.session.lang), common)?;
    }
    Ok(done.exit())
}
