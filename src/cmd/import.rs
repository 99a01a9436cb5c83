//! `plan import`: forms that units filled in, taken over into data/, all of them or none.

use super::args::{Common, ImportArgs};
use super::changing::{Changing, May};
use super::failure::Failure;
use super::importing::Importing;
use super::no_change::NoChange;
use super::output::Output;
use super::progress::Progress;
use super::reading::read_tables;
use super::record_figure::asked;
use super::resolve::Resolver;
use super::session::Exit;
use super::world::World;
use crate::text::{Say, say};
use crate::view;

/// Runs the command.
pub(super) fn run(args: &ImportArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = Output::new(&args.printing, common)?;
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let lang = changing.session.lang;
    let reported = resolver.day(args.reported.as_deref())?;
    let mut importing = Importing::new(resolver, &changing, (args.replace, reported), lang);
    {
        let progress = Progress::new(args.files.len(), world);
        for path in &args.files {
            let name = path.display().to_string();
            match read_tables(path, lang)? {
                Ok(grids) => importing.take(&name, &grids)?,
                Err(why) => importing.refuse(&name, why),
            }
            progress.step();
        }
    }
    output.print(&view::import(&importing.files, &importing.cells, lang), common, world)?;
    world.stdout.flush().map_err(Failure::Write)?;
    if importing.is_refused() {
        let said = if importing.only_differs() { Say::UseReplace } else { Say::ImportRefused };
        world.complain(&say(said, lang), common)?;
        return Ok(Exit::Findings);
    }
    let (changes, keys) = importing.planned();
    if changes.is_empty() {
        world.complain(&say(Say::NothingToWrite, lang), common)?;
        return Ok(Exit::Fine);
    }
    if !args.dry_run && !args.yes {
        if !world.stdin_is_terminal {
            return Err(Failure::Change(NoChange::NeedsYes));
        }
        return asked(changing, (&changes, &keys), common, world);
    }
    let done = changing.finish((&changes, May::Add(&keys)), args.dry_run, common, world)?;
    if done.exit() == Exit::Fine {
        changing.tell_written(&changes, args.dry_run, common, world)?;
    }
    Ok(done.exit())
}
