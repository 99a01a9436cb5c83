//! What the shell asks for when Tab is pressed: commands, options, and the ids of the plan with their names.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;

use clap::builder::StyledStr;
use clap::{Command, ValueEnum};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};
use clap_complete::env::Shells;

use super::args::{CheckArg, Common, ShellArg};
use super::candidates::{Candidates, Wanted};
use super::failure::Failure;
use super::help;
use super::recipes::NEW;
use super::session::{Exit, Session, declared_language, folder, language};
use super::usage::glance;
use super::world::{Completing, World};
use crate::render::harmless;

/// The variable by which a shell asks.
pub const VARIABLE: &str = "PLAN_COMPLETE";

/// Which candidates an option takes, by command and id.
const TAKES: [(&str, &str, Wanted); 40] = [
    ("show", "id", Wanted::Anything),
    ("show", "unit", Wanted::Party),
    ("status", "unit", Wanted::Party),
    ("status", "task", Wanted::Task),
    ("status", "index", Wanted::Index),
    ("status", "verdict", Wanted::Verdict),
    ("status", "fail_on", Wanted::Verdict),
    ("show", "as_of", Wanted::Day),
    ("status", "as_of", Wanted::Day),
    ("check", "as_of", Wanted::Day),
    ("status", "set", Wanted::Assumption),
    ("score", "set", Wanted::Assumption),
    ("score", "index", Wanted::Index),
    ("score", "unit", Wanted::Party),
    ("score", "as_of", Wanted::Day),
    ("dossiers", "unit", Wanted::Party),
    ("dossiers", "period", Wanted::Span),
    ("dossiers", "as_of", Wanted::Day),
    ("due", "unit", Wanted::Party),
    ("due", "as_of", Wanted::Day),
    ("remind", "period", Wanted::Span),
    ("remind", "unit", Wanted::Unit),
    ("remind", "as_of", Wanted::Day),
    ("report", "period", Wanted::Span),
    ("report", "as_of", Wanted::Day),
    ("record figure", "form", Wanted::Form),
    ("record figure", "unit", Wanted::Party),
    ("record figure", "period", Wanted::Period),
    ("record deliverable", "task", Wanted::Task),
    ("record score", "criterion", Wanted::Index),
    ("record update", "task", Wanted::Task),
    ("record update", "unit", Wanted::Party),
    ("record update", "period", Wanted::Period),
    ("freeze", "period", Wanted::Period),
    ("import", "form", Wanted::Form),
    ("import", "period", Wanted::Period),
    ("import", "unit", Wanted::Unit),
    ("form", "form", Wanted::Form),
    ("form", "period", Wanted::Period),
    ("form", "unit", Wanted::Unit),
];

/// Runs `plan completions`: prints what the shell must know to ask.
pub(super) fn run(shell: ShellArg, world: &mut World<'_>) -> Result<Exit, Failure> {
    let program = world.args.first().map_or(Path::new("plan"), Path::new);
    // A program that the shell finds by name is found again; another one is called by its place.
    let found = program.components().count() > 1;
    let path = if found { std::path::absolute(program).map_err(Failure::Write)? } else { program.to_owned() };
    let mut script = Vec::new();
    if let Some(own) = Shells::builtins().completer(shell.name()) {
        own.write_registration(VARIABLE, "plan", "plan", &path.to_string_lossy(), &mut script)
            .map_err(Failure::Write)?;
    }
    world.stdout.write_all(&script).map_err(Failure::Write)?;
    Ok(Exit::Fine)
}

/// Answers a shell. Whatever is wrong, it answers less and says nothing: the user is in the middle of a line.
pub(super) fn answer(asked: &Completing, world: &mut World<'_>) -> u8 {
    let from = world.args.iter().position(|word| word == "--").map_or(world.args.len(), |at| at + 1);
    let words: Vec<OsString> = world.args[from..].to_vec();
    let common = glance(&words);
    let mut command = with_candidates(&common, world);
    let mut out = Vec::new();
    let here = Path::new(".");
    let done = match Shells::builtins().completer(&asked.shell) {
        Some(own) if asked.shell != "bash" => own.write_complete(&mut command, words, Some(here), &mut out).is_ok(),
        Some(_) => for_bash(&mut command, words, asked).map(|text| out = text).is_some(),
        None => false,
    };
    if done {
        // A shell that no longer listens wants nothing more.
        let _ = world.stdout.write_all(&out).and_then(|()| world.stdout.flush());
    }
    u8::from(!done)
}

/// Answers bash, which shows nothing but the words themselves: where it only lists them, the names stand beside the ids.
fn for_bash(command: &mut Command, words: Vec<OsString>, asked: &Completing) -> Option<Vec<u8>> {
    let list = complete(command, words, asked.index, Some(Path::new("."))).ok()?;
    let is_choice = asked.is_listing && list.len() > 1;
    let line = |one: &CompletionCandidate| {
        let value = one.get_value().to_string_lossy().into_owned();
        match one.get_help().filter(|_| is_choice) {
            Some(help) => format!("{value}  ({help})"),
            None => value,
        }
    };
    Some(list.iter().map(line).collect::<Vec<_>>().join(&asked.separator).into_bytes())
}

/// Returns the command line with what its options may be in this plan; without a plan that can be read, without.
fn with_candidates(common: &Common, world: &World<'_>) -> Command {
    let lang = language(common, declared_language(common).as_deref(), world);
    let checks = CheckArg::value_variants().iter().map(|check| check.words(lang));
    let checks = Arc::new(checks.map(|(name, words)| (name.to_owned(), words.to_owned())).collect());
    let command = help::command(lang, None)
        .mut_subcommand("check", |sub| sub.mut_arg("checks", |arg| arg.add(completer(&checks))));
    let recipes = Arc::new(recipes(common));
    let command = within(command, &["import"], &|sub| sub.mut_arg("recipe", |arg| arg.add(completer(&recipes))));
    let Ok(session) = Session::open(common, world) else { return command };
    let Some((plan, _)) = session.plan() else { return command };
    let candidates = Candidates { plan, today: session.today, lang: session.lang };
    TAKES.into_iter().fold(command, |command, (name, id, wanted)| {
        let list = Arc::new(candidates.list(wanted));
        let path: Vec<&str> = name.split(' ').collect();
        within(command, &path, &|sub| sub.mut_arg(id, |arg| arg.add(completer(&list))))
    })
}

/// Returns the names of the recipes, and the word that asks for a new one.
fn recipes(common: &Common) -> Vec<(String, String)> {
    let files = folder(common).and_then(|folder| Ok(folder.recipes()?)).unwrap_or_default();
    let names = files.into_iter().map(|(name, ..)| name).chain([NEW.to_owned()]);
    names.map(|name| (name, String::new())).collect()
}

/// Changes a command within others.
fn within(command: Command, path: &[&str], change: &dyn Fn(Command) -> Command) -> Command {
    match path {
        [] => change(command),
        [first, rest @ ..] => command.mut_subcommand(*first, |sub| within(sub, rest, change)),
    }
}

/// Offers those of a list that begin with what is there already.
fn completer(list: &Arc<Vec<(String, String)>>) -> ArgValueCompleter {
    let list = Arc::clone(list);
    ArgValueCompleter::new(move |begun: &OsStr| {
        let begun = begun.to_string_lossy();
        let fitting = list.iter().filter(|(value, _)| value.starts_with(begun.as_ref()));
        fitting.enumerate().map(|(at, (value, name))| candidate(at, value, name)).collect()
    })
}

fn candidate(at: usize, value: &str, name: &str) -> CompletionCandidate {
    let help = (!name.is_empty()).then(|| StyledStr::from(harmless(name)));
    CompletionCandidate::new(value).help(help).display_order(Some(at))
}
