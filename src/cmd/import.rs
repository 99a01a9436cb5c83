//! `plan import`: forms that units filled in, and tables as a recipe reads them, taken over into data/, all of them or none.

use super::args::{Common, ImportArgs};
use super::changing::{Changing, May};
use super::failure::Failure;
use super::import_register;
use super::importing::Importing;
use super::no_change::NoChange;
use super::output::Output;
use super::progress::Progress;
use super::propose;
use super::reading::read_tables;
use super::recipes::{self, AnyRecipe};
use super::record_figure::asked;
use super::resolve::Resolver;
use super::session::Exit;
use super::world::World;
use crate::edit::Change;
use crate::load::Given;
use crate::model::FormId;
use crate::text::{Say, say};
use crate::view;

/// Runs the command.
pub(super) fn run(args: &ImportArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    if args.recipe.recipe.as_deref() == Some(recipes::NEW) {
        return propose::run(args, common, world);
    }
    only_without_new(args)?;
    let output = Output::new(&args.printing, common)?;
    let Some(mut changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let recipe = match &args.recipe.recipe {
        None => None,
        Some(name) => match recipe(&mut changing, name, common, world)? {
            Some(AnyRecipe::Form(recipe)) => Some(recipe),
            Some(AnyRecipe::Register(recipe)) => {
                return import_register::run(args, (changing, recipe), &output, common, world);
            }
            None => return Ok(Exit::Findings),
        },
    };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let reading = recipe.as_ref().map(|recipe| given(args, resolver, recipe.form)).transpose()?;
    let reading = recipe.as_ref().zip(reading.as_ref());
    let lang = changing.session.lang;
    let reported = resolver.day(args.reported.as_deref())?;
    let mut importing = Importing::new(resolver, &changing, (args.replace, reported), lang);
    {
        let progress = Progress::new(args.files.len(), world);
        for path in &args.files {
            let name = path.display().to_string();
            match read_tables(path, lang)? {
                Ok(grids) => importing.take(&name, &grids, reading)?,
                Err(why) => importing.refuse(&name, why),
            }
            progress.step();
        }
    }
    output.print(&view::import(&importing.files, &importing.cells, &importing.missing, lang), common, world)?;
    world.stdout.flush().map_err(Failure::Write)?;
    let refusal = importing.is_refused().then(|| importing.only_differs());
    let (changes, keys) = importing.planned();
    conclude(changing, refusal, (&changes, &keys), args, (common, world))
}

/// Writes what is planned, unless something stands in the way: `refusal` says whether leave to replace is all that lacks.
pub(super) fn conclude(
    changing: Changing,
    refusal: Option<bool>,
    (changes, keys): (&[Change], &[String]),
    args: &ImportArgs,
    (common, world): (&Common, &mut World<'_>),
) -> Result<Exit, Failure> {
    let lang = changing.session.lang;
    if let Some(only_differs) = refusal {
        let said = if only_differs { Say::UseReplace } else { Say::ImportRefused };
        world.complain(&say(said, lang), common)?;
        return Ok(Exit::Findings);
    }
    if changes.is_empty() {
        world.complain(&say(Say::NothingToWrite, lang), common)?;
        return Ok(Exit::Fine);
    }
    if !args.dry_run && !args.yes {
        if !world.stdin_is_terminal {
            return Err(Failure::Change(NoChange::NeedsYes));
        }
        return asked(changing, (changes, keys), common, world);
    }
    let done = changing.finish((changes, May::Add(keys)), args.dry_run, common, world)?;
    if done.exit() == Exit::Fine {
        changing.tell_written(changes, args.dry_run, common, world)?;
    }
    Ok(done.exit())
}

/// Refuses options that mean something only where a recipe is made.
fn only_without_new(args: &ImportArgs) -> Result<(), Failure> {
    let own = &args.recipe;
    let given = [(own.likely, "--likely"), (own.form.is_some(), "--form"), (own.name.is_some(), "--name")];
    given.into_iter().find(|(is_given, _)| *is_given).map_or(Ok(()), |(_, option)| Err(Failure::OnlyWithNew(option)))
}

/// Reads the recipe of a name; one that is not right is said to be wrong, and nothing else is.
fn recipe(
    changing: &mut Changing,
    name: &str,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Option<AnyRecipe>, Failure> {
    let session = &mut changing.session;
    let before = session.found.len();
    let recipe = recipes::named(session, name, common)?;
    let found = session.found.split_off(before);
    if recipe.is_none() {
        session.found = found;
        session.complain(common, world)?;
    }
    Ok(recipe)
}

/// Reads what the command line says of files with a form's figures.
pub(super) fn given(args: &ImportArgs, resolver: Resolver<'_>, form: FormId) -> Result<Given, Failure> {
    let unit = args.recipe.unit.as_deref().map(|unit| resolver.sender(form, unit)).transpose()?;
    let period = args.recipe.period.as_deref().map(|period| resolver.period(form, period)).transpose()?;
    Ok(Given { unit, period, sheet: args.recipe.sheet.clone() })
}
