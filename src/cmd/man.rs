//! `plan man`: one manual page about the program and all its commands.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::Common;
use super::failure::Failure;
use super::help;
use super::session::{Exit, declared_language, language};
use super::world::World;
use crate::text::{About, Around, Lang, about, around};

/// Runs the command.
pub(super) fn run(common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let lang = language(common, declared_language(common).as_deref(), world);
    let page = page(lang).map_err(Failure::Write)?;
    world.stdout.write_all(page.as_bytes()).map_err(Failure::Write)?;
    Ok(Exit::Fine)
}

/// Returns the page. Its first line tells `man` that it is UTF-8.
fn page(lang: Lang) -> std::io::Result<String> {
    let own = help::command(lang, None);
    let section = |words: Around<'_>| around(words, lang).to_uppercase();
    let mut head = Roff::new();
    head.control("SH", [section(Around::Name).as_str()]);
    head.text([roman("plan - "), roman(about(About::Plan, lang))]);
    head.control("SH", [section(Around::Usage).as_str()]);
    head.text([roman(own.get_overridden_usage().map(ToString::to_string).unwrap_or_default())]);
    let mut parts = vec![head.render(), options(&own)?];
    let mut commands = Roff::new();
    commands.control("SH", [section(Around::Commands).as_str()]);
    parts.push(commands.render());
    for own in own.get_subcommands() {
        parts.push(command(own, &[own.get_name()], lang)?);
        for inner in own.get_subcommands() {
            parts.push(command(inner, &[own.get_name(), inner.get_name()], lang)?);
        }
    }
    let mut tail = Roff::new();
    tail.control("SH", [section(Around::ExitCodes).as_str()]);
    for (code, words) in [("0", Around::ExitFine), ("1", Around::ExitFindings), ("2", Around::ExitCannot)] {
        tail.control("TP", []);
        tail.text([bold(code)]);
        tail.text([roman(around(words, lang))]);
    }
    tail.control("SH", [section(Around::Examples).as_str()]);
    examples(&mut tail, About::Plan);
    parts.push(tail.render());
    // No day: the page of a version is the same on every day. An empty argument is beyond the library.
    let title =
        format!(".TH PLAN 1 \"\" \"plan {}\" \"{}\"\n", env!("CARGO_PKG_VERSION"), around(Around::Manual, lang));
    Ok(format!("'\\\" -*- coding: UTF-8 -*-\n{title}{}", parts.concat()))
}

/// Describes one command under a heading of its own.
fn command(own: &Command, path: &[&str], lang: Lang) -> std::io::Result<String> {
    let mut head = Roff::new();
    let usage = own.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    head.control("SS", [usage.as_str()]);
    head.text([roman(own.get_about().map(ToString::to_string).unwrap_or_default())]);
    let mut tail = Roff::new();
    tail.control("PP", []);
    tail.text([bold(around(Around::Examples, lang))]);
    if let Some(topic) = help::topic(path) {
        examples(&mut tail, topic);
    }
    Ok([head.render(), options(own)?, tail.render()].concat())
}

fn examples(page: &mut Roff, command: About) {
    page.control("EX", []);
    for line in command.examples() {
        page.text([roman(format!("plan {line}"))]);
    }
    page.control("EE", []);
}

/// Describes the options of a command; within a command their headings are lines, not sections.
fn options(own: &Command) -> std::io::Result<String> {
    let mut text = Vec::new();
    Man::new(own.clone()).render_options_section(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let line = |line: &str| match line.strip_prefix(".SH ") {
        Some(heading) if own.get_name() != About::Plan.name() => {
            format!(".PP\n\\fB{}\\fR\n", heading.trim_matches('"'))
        }
        Some(_) | None => format!("{line}\n"),
    };
    Ok(text.lines().map(line).collect())
}
