//! What is said where the command line asks for help or cannot be understood.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Common, LangArg, WIDTHS};
use super::help;
use super::session::{declared_language, language};
use super::world::World;
use crate::render::harmless;
use crate::syntax::names::nearest;
use crate::text::{Around, Hint, Lang, Misuse, Say, around, hint, misuse, say};

/// Prints help and version on stdout, usage errors on stderr, and returns the exit code.
pub(super) fn print(found: &clap::Error, world: &mut World<'_>) -> u8 {
    // The version needs no words.
    if found.kind() == ErrorKind::DisplayVersion {
        return write(&found.render().to_string(), &mut *world.stdout, 0);
    }
    let common = glance(&world.args);
    let lang = language(&common, declared_language(&common).as_deref(), world);
    let width = common.width.map(usize::from).or_else(|| width(world));
    let mut command = help::command_of(&world.args, lang, width);
    let Err(error) = command.try_get_matches_from_mut(&world.args) else { return 0 };
    let text = if error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        words(&error, &mut named(command, &world.args), lang)
    } else {
        error.render().to_string()
    };
    if error.use_stderr() { write(&text, &mut *world.stderr, 2) } else { write(&text, &mut *world.stdout, 0) }
}

/// Writes what is said, and returns the exit code.
fn write(text: &str, stream: &mut dyn Write, code: u8) -> u8 {
    let written = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 2,
        Err(_) | Ok(()) => code,
    }
}

/// Returns the command that a line names, as deep as it goes.
fn named(mut command: Command, words: &[OsString]) -> Command {
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(inner) = command.find_subcommand_mut(word).cloned() {
            command = inner;
        }
    }
    command
}

fn width(world: &World<'_>) -> Option<usize> {
    world.columns.or(world.stderr_columns)
}

/// Reads from a command line that may not be understood what decides its language.
pub(super) fn glance(words: &[OsString]) -> Common {
    let mut common = Common::default();
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    for (at, word) in words.iter().enumerate() {
        let value = |name: &str| match word.strip_prefix(name) {
            Some("") => words.get(at + 1).cloned(),
            Some(rest) if name.starts_with("--") => rest.strip_prefix('=').map(str::to_owned),
            Some(rest) => Some(rest.strip_prefix('=').unwrap_or(rest).to_owned()),
            None => None,
        };
        if let Some(lang) = value("--lang") {
            common.lang = [LangArg::Vi, LangArg::En].into_iter().find(|own| own.code() == lang).or(common.lang);
        }
        if let Some(folder) = value("-C") {
            common.directory = Some(folder.into());
        }
        if let Some(file) = value("--plan") {
            common.plan = Some(file.into());
        }
        if let Some(width) = value("--width") {
            common.width = width.parse().ok().filter(|width| WIDTHS.contains(width)).or(common.width);
        }
    }
    common
}

/// Words why a command line cannot be understood, what may help, and how it goes.
fn words(error: &clap::Error, command: &mut Command, lang: Lang) -> String {
    let one = |kind: ContextKind| texts(error, kind).into_iter().next().unwrap_or_default();
    let (option, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    let (all, other, wrong) = (
        texts(error, ContextKind::InvalidArg).join(", "),
        one(ContextKind::PriorArg),
        one(ContextKind::InvalidSubcommand),
    );
    let plain = error.to_string();
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => Misuse::NoValue { option: &option },
        ErrorKind::InvalidValue if option.starts_with('[') => Misuse::NoSuchCheck { name: &value },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Misuse::BadValue { option: &option, value: &value },
        ErrorKind::UnknownArgument if !option.starts_with('-') => Misuse::Extra { text: &option },
        ErrorKind::UnknownArgument => Misuse::UnknownOption { option: &option },
        ErrorKind::InvalidSubcommand => Misuse::UnknownCommand { command: &wrong },
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Misuse::NoValue { option: &option }
        }
        ErrorKind::TooManyValues => Misuse::TooMany { option: &option },
        ErrorKind::ArgumentConflict if option == other || other.is_empty() => Misuse::Twice { option: &option },
        ErrorKind::ArgumentConflict => Misuse::Conflict { option: &option, other: &other },
        ErrorKind::MissingRequiredArgument => Misuse::Missing { options: &all },
        ErrorKind::MissingSubcommand => Misuse::MissingCommand,
        ErrorKind::InvalidUtf8 => Misuse::NotText,
        _ => Misuse::Other { text: plain.trim() },
    };
    let commands: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    let mut lines = vec![format!("{}{}", say(Say::FailPrefix, lang), misuse(what, lang))];
    lines.extend(hints(error, &option, &commands).iter().map(|own| format!("  {}", hint(own.as_hint(), lang))));
    let usage = command.render_usage().to_string();
    let line = usage.split_once(": ").map_or(usage.as_str(), |(_, line)| line).trim();
    let more = around(Around::SeeHelp { command: &command_of(line) }, lang);
    lines.extend([String::new(), format!("{}: {line}", around(Around::Usage, lang)), more, String::new()]);
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

/// Returns the program and command that a line of usage is about.
fn command_of(line: &str) -> String {
    let own = line.split_whitespace().take_while(|word| word.chars().all(|c| c.is_ascii_lowercase()));
    own.collect::<Vec<_>>().join(" ")
}

/// What may help, with what it needs.
enum Offer {
    Near(String),
    OneOf(String),
    Range,
    Whole,
}

impl Offer {
    fn as_hint(&self) -> Hint<'_> {
        match self {
            Self::Near(near) => Hint::DidYouMean { near },
            Self::OneOf(list) => Hint::OneOf { list },
            Self::Whole => Hint::Whole,
            Self::Range => Hint::Range { low: WIDTHS.start(), high: WIDTHS.end() },
        }
    }
}

fn hints(error: &clap::Error, option: &str, commands: &[String]) -> Vec<Offer> {
    let mut list = Vec::new();
    let valid = match error.kind() {
        ErrorKind::InvalidSubcommand => commands.to_vec(),
        _ => texts(error, ContextKind::ValidValue),
    };
    let wrong = texts(error, ContextKind::InvalidSubcommand).into_iter().chain(texts(error, ContextKind::InvalidValue));
    // Ours compares as everywhere else; the library's own offers what is far off.
    let near = wrong.into_iter().find_map(|wrong| nearest(&wrong, valid.iter().map(String::as_str)));
    list.extend(near.or_else(|| texts(error, ContextKind::SuggestedArg).into_iter().next()).map(Offer::Near));
    if !valid.is_empty() {
        list.push(Offer::OneOf(valid.join(", ")));
    }
    if error.kind() == ErrorKind::ValueValidation {
        list.push(if option.starts_with("--width") { Offer::Range } else { Offer::Whole });
    }
    list
}

/// Returns the texts of a kind that the library gives along.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(_) | None => Vec::new(),
    }
}
