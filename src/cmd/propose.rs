//! `plan import FILE --recipe new`: a recipe proposed from a file, shown and saved beside the plan.

use super::args::{Common, ImportArgs};
use super::changing::{Changing, show};
use super::failure::Failure;
use super::import::given;
use super::importing::untaken;
use super::output::Output;
use super::reading::read_tables;
use super::recipes::NEW;
use super::resolve::Resolver;
use super::session::{Exit, folder};
use super::world::World;
use crate::diag::SourceId;
use crate::edit::{self, Change, DOUBT, Origin};
use crate::load::{self, Given, Wanted};
use crate::model::{Plan, Proposal};
use crate::syntax::check::is_id;
use crate::syntax::table::Grid;
use crate::text::{Lang, Say, number, say};
use crate::view::{self, Trial};

/// Runs the command.
pub(super) fn run(args: &ImportArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = Output::new(&args.printing, common)?;
    let [path] = &args.files[..] else { return Err(Failure::OneFile) };
    if let Some(name) = args.recipe.name.as_deref().filter(|name| !is_id(name) || *name == NEW) {
        return Err(Failure::BadRecipeName(name.to_owned()));
    }
    let unfit = [(args.yes, "--yes"), (args.replace, "--replace"), (args.reported.is_some(), "--reported")];
    if let Some((_, option)) = unfit.into_iter().find(|(is_given, _)| *is_given) {
        return Err(Failure::NotWithNew(option));
    }
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let lang = changing.session.lang;
    let form = args.recipe.form.as_deref().map(|form| resolver.form(form)).transpose()?;
    let shown = path.display().to_string();
    let grids = match read_tables(path, lang)? {
        Ok(grids) => grids,
        Err(why) => return refused(&shown, &why, lang, common, world),
    };
    if load::is_form(&grids) {
        return refused(&shown, &say(Say::TableIsForm, lang), lang, common, world);
    }
    let proposal = match load::propose(resolver.loaded, &grids, Wanted { form, sheet: args.recipe.sheet.as_deref() }) {
        Ok(proposal) => proposal,
        Err(why) => return refused(&shown, &untaken(&why, lang), lang, common, world),
    };
    let given = proposal.form.map(|form| given(args, resolver, form)).transpose()?.unwrap_or_default();
    let name = name(args, resolver.plan, &proposal, common)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = edit::recipe(
        resolver.plan,
        &proposal,
        Origin { name: &name, file: &file, takes_likely: args.recipe.likely },
        lang,
    );
    let trial = tried(resolver, (&proposal, &text), &grids, &given);
    output.print(&view::proposal(resolver.plan, &proposal, trial, lang), common, world)?;
    world.stdout.flush().map_err(Failure::Write)?;
    let change = Change { name: format!("recipes/{name}.toml"), old: None, new: text };
    if args.dry_run {
        if output.is_drawn() {
            show(std::slice::from_ref(&change), world)?;
        }
        return changing.tell_written(&[change], true, common, world).map(|()| Exit::Fine);
    }
    changing.put(std::slice::from_ref(&change))?;
    let open =
        change.new.lines().filter(|line| line.strip_prefix("# ").is_some_and(|own| own.starts_with(DOUBT))).count();
    if open > 0 {
        let count = number(&open.to_string(), lang);
        world.complain(&say(Say::RecipeOpen { count: &count }, lang), common)?;
    }
    world.complain(&say(Say::RecipeWritten { file: &change.name, name: &name }, lang), common)?;
    Ok(Exit::Fine)
}

/// Says why no recipe can be made from a file.
fn refused(file: &str, why: &str, lang: Lang, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    world.complain(&say(Say::NoProposal { file, why }, lang), common)?;
    Ok(Exit::Findings)
}

/// Returns the name of the new recipe: as asked for, or the form's id, counted on where that is taken.
fn name(args: &ImportArgs, plan: &Plan, proposal: &Proposal, common: &Common) -> Result<String, Failure> {
    let taken: Vec<String> = folder(common)?.recipes()?.into_iter().map(|(name, ..)| name).collect();
    if let Some(name) = &args.recipe.name {
        let is_taken = taken.contains(name);
        return if is_taken { Err(Failure::RecipeExists(name.clone())) } else { Ok(name.clone()) };
    }
    let own = proposal.form.map_or("recipe", |form| plan.form(form).id.value.as_str());
    let own = if own == NEW { "recipe" } else { own };
    let numbered = (2..).map(|no| format!("{own}-{no}"));
    let free = std::iter::once(own.to_owned()).chain(numbered).find(|name| !taken.contains(name));
    Ok(free.unwrap_or_default())
}

/// Reads the file as the new recipe says; none while the recipe is not complete.
fn tried(resolver: Resolver<'_>, (proposal, text): (&Proposal, &str), grids: &[Grid], given: &Given) -> Option<Trial> {
    let recipe = load::recipe(resolver.loaded, SourceId(0), "", text, &mut Vec::new())?;
    // Where the command line must say whose figures these are, a trial without it would refuse every cell.
    if (!proposal.has_unit() && given.unit.is_none()) || (!proposal.has_period() && given.period.is_none()) {
        return None;
    }
    let taken = load::taken(resolver.loaded, resolver.times, &recipe, grids, given).ok()?;
    let figures = taken.reports.iter().map(|own| own.figures.len()).sum();
    let refused = taken.reports.iter().map(|own| own.refused.len()).sum::<usize>() + taken.refused.len();
    let reports = taken.reports.iter().filter(|own| !own.figures.is_empty()).count();
    Some(Trial { figures, reports, refused })
}
