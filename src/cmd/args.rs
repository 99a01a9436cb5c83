//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Judges a public plan kept as text files: targets, deliverables, reports and deadlines.
#[derive(Debug, Parser)]
#[command(name = "plan", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Args, Debug)]
pub(super) struct Common {
    /// Look for plan.toml in this folder or above it, instead of the current one.
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub(super) directory: Option<PathBuf>,
    /// Use this file as plan.toml.
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) plan: Option<PathBuf>,
    /// Language of tables and messages.
    #[arg(long, value_name = "LANG", global = true)]
    pub(super) lang: Option<LangArg>,
    /// When to use colour.
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: ColorArg,
    /// Columns to draw for, instead of the terminal's.
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(super) width: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Where do we stand against each target, and who has not reported?
    #[command(
        after_help = "Examples:\n  plan status\n  plan status --as-of 2019-06-30 --unit mot-cua\n  plan status --verdict missed,behind --sort verdict\n  plan status --fail-on missed,no-data --format json"
    )]
    Status(StatusArgs),
    /// Everything about one task, target, indicator, unit, form, index or period: why it is what it is.
    #[command(
        after_help = "Examples:\n  plan show\n  plan show 7\n  plan show 7.2\n  plan show on-time-rate --as-of 2019-06-30\n  plan show mot-cua\n  plan show 2019-06"
    )]
    Show(ShowArgs),
    /// Are the files right? Every finding at once, with file, line and column.
    #[command(
        after_help = "Examples:\n  plan check\n  plan check --strict\n  plan check late evidence --as-of 2019-06-30\n  plan check --format concise"
    )]
    Check(CheckArgs),
    /// The JSON Schema of plan.toml, for editors that help while you write it.
    #[command(after_help = "Examples:\n  plan schema\n  plan schema --lang en")]
    Schema,
}

/// What every judging command takes.
#[derive(Args, Debug)]
pub(super) struct Judging {
    /// Judge as of the end of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DAY")]
    pub(super) as_of: Option<String>,
    /// Print although files have errors: bad rows are left out, and the exit code is 1.
    #[arg(long)]
    pub(super) keep_going: bool,
    /// How to print.
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(super) format: FormatArg,
}

#[derive(Args, Debug)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    pub(super) judging: Judging,
    /// Only tasks that this unit or group leads or supports.
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Vec<String>,
    /// Only tasks with these numbers.
    #[arg(long, value_name = "NO", value_delimiter = ',')]
    pub(super) task: Vec<u32>,
    /// Only tasks that serve this index.
    #[arg(long, value_name = "INDEX")]
    pub(super) index: Vec<String>,
    /// Only tasks of which some part has one of these verdicts.
    #[arg(long, value_name = "VERDICTS", value_delimiter = ',')]
    pub(super) verdict: Vec<String>,
    /// In which order.
    #[arg(long, value_name = "ORDER", default_value = "plan")]
    pub(super) sort: SortArg,
    /// Exit with 1 if any part of what is shown has one of these verdicts.
    #[arg(long, value_name = "VERDICTS", value_delimiter = ',')]
    pub(super) fail_on: Vec<String>,
}

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    /// A task's or target's number, the id or name of anything declared, or a period; without it, a list.
    #[arg(value_name = "ID")]
    pub(super) id: Option<String>,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// Only figures of this unit.
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Look for this too: missing and late reports, things done without a document, other spellings of names.
    #[arg(value_name = "CHECK")]
    pub(super) checks: Vec<CheckArg>,
    /// Judge what is due as of the end of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DAY")]
    pub(super) as_of: Option<String>,
    /// How to print.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: FindingsArg,
    /// Warnings too end with exit code 1.
    #[arg(long)]
    pub(super) strict: bool,
    /// How many findings are shown; all are counted.
    #[arg(long, value_name = "COUNT")]
    pub(super) limit: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckArg {
    Late,
    Evidence,
    Names,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsArg {
    Human,
    Concise,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    Vi,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Table,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SortArg {
    Plan,
    Verdict,
    Deadline,
    Lead,
}
