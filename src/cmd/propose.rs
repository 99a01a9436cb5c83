//! `plan import FILE --recipe new`: a recipe proposed from a file, shown and saved beside the plan.

use std::path::Path;

use super::args::{Common, ImportArgs};
use super::changing::{Changing, show};
use super::failure::Failure;
use super::import::given;
use super::import_register::known;
use super::importing::untaken;
use super::output::Output;
use super::reading::read_tables;
use super::recipes::NEW;
use super::resolve::Resolver;
use super::session::{Exit, folder};
use super::world::World;
use crate::diag::SourceId;
use crate::edit::{self, Change, DOUBT, Origin};
use crate::load::{self, Given, GivenRegister, Untaken, Wanted};
use crate::model::{FormId, Proposal};
use crate::syntax::check::is_id;
use crate::syntax::table::Grid;
use crate::text::{Lang, Say, number, say};
use crate::view::{self, Document, Trial};

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
    let asking = Asking { args, changing: &changing, resolver, path, grids: &grids, common };
    let register = if form.is_none() { asking.register()? } else { None };
    let made = match register {
        Some(made) => Ok(made),
        None => asking.form(form)?,
    };
    let Made { name, text, document } = match made {
        Ok(made) => made,
        Err(why) => return refused(&shown, &untaken(&why, lang), lang, common, world),
    };
    output.print(&document, common, world)?;
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

/// A recipe that is proposed.
struct Made {
    name: String,
    text: String,
    document: Document,
}

/// What a recipe is asked for.
#[derive(Clone, Copy)]
struct Asking<'a> {
    args: &'a ImportArgs,
    changing: &'a Changing,
    resolver: Resolver<'a>,
    path: &'a Path,
    grids: &'a [Grid],
    common: &'a Common,
}

impl Asking<'_> {
    fn origin<'a>(&self, name: &'a str, file: &'a str) -> Origin<'a> {
        Origin { name, file, takes_likely: self.args.recipe.likely }
    }

    fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Makes a recipe of a form.
    fn form(self, form: Option<FormId>) -> Result<Result<Made, Untaken>, Failure> {
        let (args, resolver, lang) = (self.args, self.resolver, self.changing.session.lang);
        let wanted = Wanted { form, sheet: args.recipe.sheet.as_deref() };
        let proposal = match load::propose(resolver.loaded, self.grids, wanted) {
            Ok(proposal) => proposal,
            Err(why) => return Ok(Err(why)),
        };
        let given = proposal.form.map(|form| given(args, resolver, form)).transpose()?.unwrap_or_default();
        let own = proposal.form.map_or("recipe", |form| resolver.plan.form(form).id.value.as_str());
        let name = name(args, own, self.common)?;
        let text = edit::recipe(resolver.plan, &proposal, self.origin(&name, &self.file()), lang);
        let trial = tried(resolver, (&proposal, &text), self.grids, &given);
        let document = view::proposal(resolver.plan, &proposal, trial, lang);
        Ok(Ok(Made { name, text, document }))
    }

    /// Makes a recipe of a register; none if the file does not list dossiers.
    fn register(self) -> Result<Option<Made>, Failure> {
        let (args, loaded, lang) = (self.args, self.resolver.loaded, self.changing.session.lang);
        let sheet = args.recipe.sheet.as_deref();
        let known = known(self.changing, self.resolver)?;
        // Why a file cannot be read at all is said where forms are looked for.
        let Ok(Some(proposal)) = load::propose_register(loaded, &known, self.grids, sheet) else { return Ok(None) };
        let name = name(args, "register", self.common)?;
        let called = |is| view::register_column(is, lang);
        let text = edit::register_recipe(&proposal, self.origin(&name, &self.file()), &called, lang);
        let unit = args.recipe.unit.as_deref().map(|unit| self.resolver.unit(unit)).transpose()?;
        let trial = || {
            let recipe = load::register_recipe(loaded, SourceId(0), &name, &text, &mut Vec::new())?;
            let given = GivenRegister { sheet, unit };
            let taken = load::taken_register(loaded, &known, &recipe, self.grids, given).ok()?;
            Some((taken.dossiers.len(), taken.refused.len()))
        };
        let document = view::register_proposal(&proposal, trial(), lang);
        Ok(Some(Made { name, text, document }))
    }
}

/// Says why no recipe can be made from a file.
fn refused(file: &str, why: &str, lang: Lang, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    world.complain(&say(Say::NoProposal { file, why }, lang), common)?;
    Ok(Exit::Findings)
}

/// Returns the name of the new recipe: as asked for, or its own, counted on where that is taken.
fn name(args: &ImportArgs, own: &str, common: &Common) -> Result<String, Failure> {
    let taken: Vec<String> = folder(common)?.recipes()?.into_iter().map(|(name, ..)| name).collect();
    if let Some(name) = &args.recipe.name {
        let is_taken = taken.contains(name);
        return if is_taken { Err(Failure::RecipeExists(name.clone())) } else { Ok(name.clone()) };
    }
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
