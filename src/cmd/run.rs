//! From arguments to an exit code.

use std::ffi::OsString;
use std::io;

use clap::Parser;

use super::args::{Cli, Command};
use super::failure::Failure;
use super::session::{Exit, complaint_columns, declared_language, language};
use super::world::World;
use super::{
    check, complete, dossiers, due, fmt, form, freeze, import, init, man, record, remind, report, schema, score, show,
    status, usage,
};
use crate::render;
use crate::text::{Say, say};

/// Takes `plan help check` for `plan check --help`, as people try it first.
fn asked_in_words(args: &mut Vec<OsString>) {
    if args.get(1).is_some_and(|word| word == "help") && args.len() <= 3 {
        args.remove(1);
        args.push("--help".into());
    }
}

/// Runs the program: 0 if all is fine, 1 if there are findings in the files or a verdict was asked to fail on, 2 if it cannot work.
/// A reader that closes the pipe early is no failure.
pub fn run(world: &mut World<'_>) -> u8 {
    if let Some(asked) = world.completing.clone() {
        return complete::answer(&asked, world);
    }
    asked_in_words(&mut world.args);
    // The words are needed only where help is asked for or something cannot be understood.
    let cli = match Cli::try_parse_from(&world.args) {
        Ok(cli) => cli,
        Err(error) => return usage::print(&error, world),
    };
    let done = match &cli.command {
        Command::Status(args) => status::run(args, &cli.common, world),
        Command::Show(args) => show::run(args, &cli.common, world),
        Command::Report(args) => report::run(args, &cli.common, world),
        Command::Score(args) => score::run(args, &cli.common, world),
        Command::Dossiers(args) => dossiers::run(args, &cli.common, world),
        Command::Due(args) => due::run(args, &cli.common, world),
        Command::Remind(args) => remind::run(args, &cli.common, world),
        Command::Check(args) => check::run(args, &cli.common, world),
        Command::Form(args) => form::run(args, &cli.common, world),
        Command::Init { folder, table } => init::run(folder, table.as_deref(), &cli.common, world),
        Command::Schema { of, output } => schema::run(*of, output.as_deref(), &cli.common, world),
        Command::Import(args) => import::run(args, &cli.common, world),
        Command::Freeze(args) => freeze::run(args, &cli.common, world),
        Command::Fmt(args) => fmt::run(args, &cli.common, world),
        Command::Record { what } => record::run(what, &cli.common, world),
        Command::Completions { shell } => complete::run(*shell, world),
        Command::Man => man::run(&cli.common, world),
    };
    let done = done.and_then(|exit| world.stdout.flush().map_err(Failure::Write).map(|()| exit));
    match done {
        Ok(Exit::Fine) => 0,
        Ok(Exit::Findings) => 1,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(failure) => {
            let lang = language(&cli.common, declared_language(&cli.common).as_deref(), world);
            let words = render::harmless(&failure.words(lang));
            let line = format!("{}{words}", say(Say::FailPrefix, lang));
            let line = format!("{}\n", render::fold(&line, complaint_columns(&cli.common, world)));
            // If stderr is gone too there is nobody left to tell.
            let _ = world.stderr.write_all(line.as_bytes());
            2
        }
    }
}
