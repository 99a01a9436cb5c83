//! The command line as clap knows it, with all words taken from `text/`.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory, ValueEnum};

use super::args::{CheckArg, Cli, WIDTHS};
use super::check::LISTED;
use super::session::DRAWN;
use crate::eval::Verdict;
use crate::render;
use crate::text::{About, Around, Lang, Opt, about, around, opt};

/// Columns that help is written for where there is no terminal.
const COLUMNS: usize = 80;
/// And at most, for longer lines are hard to read.
const WIDEST: usize = 100;

/// Returns the command line worded in a language, for a terminal of so many columns.
pub(super) fn command(lang: Lang, columns: Option<usize>) -> Command {
    let width = columns.unwrap_or(COLUMNS).min(WIDEST);
    worded(Cli::command(), About::Plan, lang, &|_| true).term_width(width)
}

/// Returns the same where only the commands that a line names need all of their words, for they take most of the time.
pub(super) fn command_of(line: &[OsString], lang: Lang, columns: Option<usize>) -> Command {
    let width = columns.unwrap_or(COLUMNS).min(WIDEST);
    let is_named = |name: &str| line.iter().any(|word| word == name);
    worded(Cli::command(), About::Plan, lang, &is_named).term_width(width)
}

/// Returns what a command of the program is for, found by the words behind the program's name.
pub(super) fn topic(path: &[&str]) -> Option<About> {
    About::ALL.into_iter().find(|own| own.path() == path)
}

fn worded(command: Command, own: About, lang: Lang, is_named: &dyn Fn(&str) -> bool) -> Command {
    let section = |words: Around<'_>| around(words, lang);
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", section(Around::Usage));
    let mut command = command
        .about(about(own, lang))
        .after_help(examples(own, lang))
        .help_template(template)
        .subcommand_help_heading(section(Around::Commands))
        .subcommand_value_name(section(Around::SomeCommand))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| described(arg, own, lang))
        .arg(described(Arg::new("help").long("help").short('h').action(ArgAction::Help), own, lang));
    if own == About::Plan {
        command = command.arg(described(
            Arg::new("version").long("version").short('V').action(ArgAction::Version),
            own,
            lang,
        ));
    }
    let within = |name: &str| topic(&[own.path(), &[name]].concat());
    let inner: Vec<(String, About)> = command
        .get_subcommands()
        .filter_map(|sub| Some((sub.get_name().to_owned(), within(sub.get_name())?)))
        .collect();
    for (name, own) in inner {
        let is_named_here = is_named(&name);
        let words =
            |sub: Command| if is_named_here { worded(sub, own, lang, is_named) } else { sub.about(about(own, lang)) };
        command = command.mut_subcommand(name, words);
    }
    let usage = usage(&mut command.clone(), own, lang);
    command.override_usage(usage)
}

/// Returns the line of usage in the language's own words.
fn usage(command: &mut Command, own: About, lang: Lang) -> StyledStr {
    let path = [&["plan"], own.path()].concat().join(" ");
    let text = command.clone().bin_name(path).render_usage().to_string();
    let line = text.split_once(": ").map_or(text.as_str(), |(_, line)| line);
    let line = line.replace("[OPTIONS]", &around(Around::SomeOptions, lang));
    // Room for the word before it in either language; the library does not fold this line.
    render::fold(&together(&line), Some(COLUMNS - 12)).replace('\u{a0}', " ").replace('\n', "\n    ").into()
}

/// Keeps each option of a line of usage together with its value.
fn together(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut is_option = false;
    for (at, word) in line.split(' ').enumerate() {
        text.push_str(if at == 0 { "" } else { [" ", "\u{a0}"][usize::from(is_option)] });
        text.push_str(word);
        is_option = word.starts_with("--") || word.starts_with("<--");
    }
    text
}

fn examples(own: About, lang: Lang) -> String {
    let lines: Vec<String> = own.examples().iter().map(|line| format!("  plan {line}")).collect();
    format!("{}:\n{}", around(Around::Examples, lang), lines.join("\n"))
}

/// Gives an option its words. What it may be and what it is by default are said by us, since clap says them in English.
fn described(arg: Arg, command: About, lang: Lang) -> Arg {
    let Some(own) = option(command, arg.get_id().as_str()) else { return arg };
    let words = opt(own, lang);
    let mut notes = Vec::new();
    match own {
        Opt::Verdicts | Opt::FailOn => {
            let list = Verdict::ALL.map(Verdict::code).join(", ");
            notes.push(around(Around::OneOf { list: &list }, lang));
        }
        Opt::Width => notes.push(format!("{}–{}", WIDTHS.start(), WIDTHS.end())),
        Opt::Limit => notes.push(around(Around::Limits { drawn: DRAWN, listed: LISTED }, lang)),
        _ => {}
    }
    // A flag has true and false for clap.
    if arg.get_action().takes_values() {
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if own == Opt::Checks {
            let said = CheckArg::value_variants().iter().map(|check| check.words(lang));
            let said = said.map(|(name, words)| format!("{name} ({words})"));
            notes.push(said.collect::<Vec<_>>().join(", "));
        } else if !values.is_empty() {
            notes.push(around(Around::OneOf { list: &values.join(", ") }, lang));
        }
        let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !default.is_empty() {
            notes.push(around(Around::Default { value: &default.join(", ") }, lang));
        }
    }
    let notes = match notes.join("; ") {
        none if none.is_empty() => none,
        list if own == Opt::Checks => format!(" {list}"),
        list => format!(" ({list})"),
    };
    let help = format!("{}{notes}", words.help);
    let heading = match () {
        () if arg.is_positional() => Around::Arguments,
        () if arg.is_global_set() => Around::Common,
        () => Around::Options,
    };
    let arg = if words.value.is_empty() { arg } else { arg.value_name(words.value) };
    let arg = arg.help(help).help_heading(around(heading, lang));
    if arg.get_action().takes_values() { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

/// Returns which option an argument of a command is.
fn option(command: About, id: &str) -> Option<Opt> {
    of_writing(command, id).or_else(|| of_reading(command, id))
}

/// Returns which option an argument is of a command that changes no figures.
fn of_reading(command: About, id: &str) -> Option<Opt> {
    Some(match (id, command) {
        ("directory", About::Plan) => Opt::Directory,
        ("plan", About::Plan) => Opt::PlanFile,
        ("lang", About::Plan) => Opt::Lang,
        ("color", About::Plan) => Opt::Color,
        ("width", About::Plan) => Opt::Width,
        ("help", _) => Opt::Help,
        ("version", About::Plan) => Opt::Version,
        ("period", About::Report) => Opt::ReportPeriod,
        ("output", About::Report) => Opt::ReportOutput,
        ("group", _) => Opt::ReportGroup,
        ("number", About::Report) => Opt::ReportNumber,
        ("date", About::Report) => Opt::ReportDate,
        ("as_of", About::Report) => Opt::ReportAsOf,
        ("period", About::Remind) => Opt::RemindPeriod,
        ("unit", About::Remind) => Opt::RemindUnits,
        ("all", About::Remind) => Opt::RemindAll,
        ("output", About::Remind) => Opt::RemindFolder,
        ("by", _) => Opt::RemindBy,
        ("date", About::Remind) => Opt::RemindDate,
        ("index", About::Score) => Opt::ScoreIndexes,
        ("unit", About::Score) => Opt::ScoreUnits,
        ("field", _) => Opt::ScoreField,
        ("gain", _) => Opt::ScoreGain,
        ("set", _) => Opt::Assume,
        ("within", About::Dossiers) => Opt::DossierWithin,
        ("unit", About::Dossiers) => Opt::DossierUnits,
        ("procedure", _) => Opt::DossierProcedures,
        ("period", About::Dossiers) => Opt::DossierPeriod,
        ("measure", _) => Opt::DossierMeasure,
        ("within", _) => Opt::Within,
        ("unit", About::Due) => Opt::DueUnits,
        ("output", About::Due) => Opt::DueOutput,
        ("as_of", About::Check) => Opt::ChecksAsOf,
        ("as_of", _) => Opt::AsOf,
        ("keep_going", _) => Opt::KeepGoing,
        ("format", About::Check) => Opt::FindingsFormat,
        ("format", _) => Opt::Format,
        ("of", About::Schema) => Opt::SchemaOf,
        ("output", About::Schema) => Opt::PlainOutput,
        ("output", _) => Opt::Output,
        ("table", _) => Opt::Table,
        ("unit", About::Status) => Opt::Units,
        ("unit", _) => Opt::OnlyUnit,
        ("task", _) => Opt::Tasks,
        ("index", _) => Opt::Indexes,
        ("verdict", _) => Opt::Verdicts,
        ("sort", _) => Opt::Sort,
        ("fail_on", _) => Opt::FailOn,
        ("id", _) => Opt::Id,
        ("checks", _) => Opt::Checks,
        ("strict", _) => Opt::Strict,
        ("limit", _) => Opt::Limit,
        ("folder", About::Init) => Opt::NewFolder,
        ("shell", _) => Opt::Shell,
        (_, _) => return None,
    })
}

/// Returns which option an argument of a command is that puts figures in or sends forms out.
fn of_writing(command: About, id: &str) -> Option<Opt> {
    Some(match (id, command) {
        ("form", About::Import) => Opt::ImportForm,
        ("form", _) => Opt::FormName,
        ("period", About::Form | About::RecordFigure) => Opt::FormPeriod,
        ("unit", About::Form) => Opt::FormUnits,
        ("all", About::Form) => Opt::FormAll,
        ("output", About::Form) => Opt::FormFolder,
        ("format", About::Form) => Opt::FormFormat,
        ("files", About::Import) => Opt::ImportFiles,
        ("recipe", About::Import) => Opt::ImportRecipe,
        ("period", About::Import) => Opt::ImportPeriod,
        ("unit", About::Import) => Opt::ImportUnit,
        ("sheet", About::Import) => Opt::ImportSheet,
        ("name", About::Import) => Opt::RecipeName,
        ("likely", About::Import) => Opt::RecipeLikely,
        ("reported", About::Import) => Opt::ImportReported,
        ("table", About::Init) => Opt::PrintedTable,
        ("yes", _) => Opt::Yes,
        ("period", About::Freeze) => Opt::FreezePeriod,
        ("lift", _) => Opt::Lift,
        ("reason", _) => Opt::Reason,
        ("check", About::Fmt) => Opt::FmtCheck,
        ("diff", About::Fmt) => Opt::FmtDiff,
        ("criterion", _) => Opt::Criterion,
        ("points", _) => Opt::Points,
        ("round", _) => Opt::Round,
        ("evidence", About::RecordScore) => Opt::Evidence,
        ("note", About::RecordScore) => Opt::ScoreNote,
        ("values", _) => Opt::Values,
        ("unit", About::RecordFigure | About::RecordUpdate) => Opt::Sender,
        ("reported", _) => Opt::Reported,
        ("note", _) => Opt::Remark,
        ("replace", _) => Opt::Replace,
        ("dry_run", _) => Opt::DryRun,
        ("task", About::RecordDeliverable | About::RecordUpdate) => Opt::TaskNo,
        ("deliverable", _) => Opt::DeliverableName,
        ("issued", _) => Opt::Issued,
        ("number", _) => Opt::DocumentNumber,
        ("title", _) => Opt::DocumentTitle,
        ("location", _) => Opt::DocumentPlace,
        ("link", _) => Opt::DocumentLink,
        ("text", About::RecordUpdate) => Opt::Story,
        ("kind", About::RecordUpdate) => Opt::StoryKind,
        ("date", About::RecordUpdate) => Opt::StoryDate,
        ("period", About::RecordUpdate) => Opt::StoryPeriod,
        (_, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, path: &[&str], of: &mut impl FnMut(&Command, &[&str])) {
        of(command, path);
        command.get_subcommands().for_each(|sub| each(sub, &[path, &[sub.get_name()]].concat(), of));
    }

    #[test]
    fn every_command_and_option_has_words_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            let mut seen = 0;
            each(&command(lang, None), &[], &mut |own, path| {
                let name = path.join(" ");
                assert!(topic(path).is_some(), "{name} has no words");
                for arg in own.get_arguments() {
                    let id = arg.get_id().as_str();
                    // Common options stand in the program itself.
                    if let Some(own) = option(topic(path).unwrap(), id) {
                        assert!(arg.get_help().is_some_and(|help| help.to_string().starts_with(opt(own, lang).help)));
                    } else {
                        panic!("{name} {id} has no words");
                    }
                    seen += 1;
                }
            });
            assert!(seen > 20, "only {seen} options were seen");
        }
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            command(lang, Some(80)).debug_assert();
        }
    }
}
