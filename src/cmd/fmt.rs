//! `plan fmt`: data/ in canonical form.

use super::args::{Common, FmtArgs};
use super::changing::{Changing, May, Written, show};
use super::failure::Failure;
use super::no_change::NoChange;
use super::progress::Progress;
use super::resolve::Resolver;
use super::session::Exit;
use super::world::World;
use crate::diag::Severity;
use crate::edit::{Around, Change, Known, canonical_form, canonical_list};
use crate::model::UnitId;
use crate::text::{Say, say};

/// Runs the command.
pub(super) fn run(args: &FmtArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(mut changing) = Changing::begin(args.check, common, world)? else {
        return Ok(Exit::Findings);
    };
    let lang = changing.session.lang;
    // What cannot be read cannot be put in order: an error would move to another line and be as wrong there.
    if changing.session.has_errors() {
        changing.session.found.retain(|own| own.severity == Severity::Error);
        changing.session.complain(common, world)?;
        world.complain(&say(Say::FmtNeedsRight, lang), common)?;
        return Ok(Exit::Findings);
    }
    let changes = plan(&changing, world)?;
    if args.diff {
        show(&changes, world)?;
    } else {
        let mut names: Vec<&str> = changes.iter().map(|change| change.name.as_str()).collect();
        names.push("");
        let names = names.join("\n");
        world.stdout.write_all(names.as_bytes()).and_then(|()| world.stdout.flush()).map_err(Failure::Write)?;
    }
    if args.check {
        if changes.is_empty() {
            return Ok(Exit::Fine);
        }
        let count = changes.len().to_string();
        world.complain(&say(Say::FmtWould { count: &count }, lang), common)?;
        return Ok(Exit::Findings);
    }
    match changing.finish((&changes, May::Rewrite), false, common, world)? {
        Written::Done => Ok(Exit::Fine),
        Written::Refused => Ok(Exit::Findings),
    }
}

/// Plans the canonical form of every file that has one.
fn plan(changing: &Changing, world: &World<'_>) -> Result<Vec<Change>, Failure> {
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Vec::new()) };
    let called = |name: &str| resolver.loaded.unit_called(name);
    let id = |unit: UnitId| resolver.id(unit);
    let known = Known { plan: resolver.plan, called: &called };
    let mut changes = Vec::new();
    let stems = &changing.session.data.files;
    let progress = Progress::new(stems.len(), world);
    for stem in stems.keys() {
        let form = resolver.plan.forms.iter().find(|form| form.id.value == *stem);
        for file in changing.files(stem)? {
            let planned = match form {
                Some(form) => canonical_form(Around { form, id: &id, called: &called }, &file),
                None => canonical_list(stem, known, &file),
            };
            changes.extend(planned.map_err(|_| Failure::Change(NoChange::Unfit(stem.clone())))?);
        }
        progress.step();
    }
    Ok(changes)
}
