//! From arguments to an exit code.

use std::io::{self, Write};

use clap::Parser;

use super::args::{Cli, Command, Common, FormatArg};
use super::failure::Failure;
use super::session::{Exit, declared_language, language, screen};
use super::world::World;
use super::{check, schema, show, status};
use crate::render;
use crate::text::{Say, say};
use crate::view::Document;

/// Runs the program: 0 if all is fine, 1 if there are findings in the files or a verdict was asked to fail on, 2 if it cannot work.
/// A reader that closes the pipe early is no failure.
pub fn run(world: &mut World<'_>) -> u8 {
    let cli = match Cli::try_parse_from(&world.args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, world),
    };
    let done = match &cli.command {
        Command::Status(args) => status::run(args, &cli.common, world),
        Command::Show(args) => show::run(args, &cli.common, world),
        Command::Check(args) => check::run(args, &cli.common, world),
        Command::Schema => schema::run(&cli.common, world),
    };
    let done = done.and_then(|exit| world.stdout.flush().map_err(Failure::Write).map(|()| exit));
    match done {
        Ok(Exit::Fine) => 0,
        Ok(Exit::Findings) => 1,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(failure) => {
            let lang = language(&cli.common, declared_language(&cli.common).as_deref(), world);
            let words = render::harmless(&failure.words(lang));
            let line = format!("{}{words}\n", say(Say::FailPrefix, lang));
            // If stderr is gone too there is nobody left to tell.
            let _ = world.stderr.write_all(line.as_bytes());
            2
        }
    }
}

/// Prints help and version on stdout, usage errors on stderr.
fn usage(error: &clap::Error, world: &mut World<'_>) -> u8 {
    let text = error.render().to_string();
    let (stream, code): (&mut dyn Write, u8) =
        if error.use_stderr() { (&mut *world.stderr, 2) } else { (&mut *world.stdout, 0) };
    let written = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 2,
        Err(_) | Ok(()) => code,
    }
}

/// Prints a document in the format asked for.
pub(super) fn print(
    document: &Document,
    format: FormatArg,
    common: &Common,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let text = match format {
        FormatArg::Table => render::terminal(document, screen(common, world)),
        FormatArg::Json => render::json(document),
    };
    world.stdout.write_all(text.as_bytes()).map_err(Failure::Write)
}
