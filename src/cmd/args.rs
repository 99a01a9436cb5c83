//! The command line.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum, ValueHint};

use super::args_paper::{DossiersArgs, DueArgs, PointsArgs, RemindArgs, ReportArgs};
use crate::model::{Round, UpdateKind};
use crate::text::{Lang, NamedCheck, named_check};

/// How many columns may be asked for.
pub(super) const WIDTHS: RangeInclusive<u16> = 40..=1000;

/// The whole command line. What each option is for is worded in `text/`, in both languages; see `help.rs`.
#[derive(Debug, Parser)]
#[command(name = "plan", version, about = None, long_about = None, arg_required_else_help = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Args, Debug, Default)]
pub(super) struct Common {
    #[arg(short = 'C', global = true, value_hint = ValueHint::DirPath)]
    pub(super) directory: Option<PathBuf>,
    #[arg(long, global = true, value_hint = ValueHint::FilePath)]
    pub(super) plan: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) lang: Option<LangArg>,
    #[arg(long, default_value = "auto", global = true)]
    pub(super) color: ColorArg,
    #[arg(long, global = true, value_parser = clap::value_parser!(u16).range(i64::from(*WIDTHS.start())..=i64::from(*WIDTHS.end())))]
    pub(super) width: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Status(StatusArgs),
    Show(ShowArgs),
    Report(ReportArgs),
    Due(DueArgs),
    Score(PointsArgs),
    Dossiers(DossiersArgs),
    Remind(RemindArgs),
    Check(CheckArgs),
    Form(FormArgs),
    Init {
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
        #[arg(long, value_hint = ValueHint::FilePath)]
        table: Option<PathBuf>,
    },
    Schema {
        #[arg(default_value = "plan")]
        of: SchemaArg,
        #[arg(short, long, value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
    },
    Record {
        #[command(subcommand)]
        what: RecordArgs,
    },
    Import(ImportArgs),
    Fmt(FmtArgs),
    Freeze(FreezeArgs),
    Completions {
        shell: ShellArg,
    },
    Man,
}

/// What kind of file is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaArg {
    Plan,
    Recipe,
    Register,
}

/// A shell that can be helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ShellArg {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

impl ShellArg {
    /// Returns its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
        }
    }
}

/// What every judging command takes.
#[derive(Args, Debug)]
pub(super) struct Judging {
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) keep_going: bool,
    #[command(flatten)]
    pub(super) printing: Printing,
}

/// How every command that shows tables prints them.
#[derive(Args, Debug)]
pub(super) struct Printing {
    #[arg(long)]
    pub(super) format: Option<FormatArg>,
    #[arg(long)]
    pub(super) table: Option<String>,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    pub(super) judging: Judging,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(super) task: Vec<u32>,
    #[arg(long)]
    pub(super) index: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(super) verdict: Vec<String>,
    #[arg(long, default_value = "plan")]
    pub(super) sort: SortArg,
    #[arg(long, value_delimiter = ',')]
    pub(super) fail_on: Vec<String>,
    #[arg(long)]
    pub(super) set: Vec<String>,
}

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    pub(super) id: Option<String>,
    #[command(flatten)]
    pub(super) judging: Judging,
    #[arg(long)]
    pub(super) unit: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    pub(super) checks: Vec<CheckArg>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long, default_value = "human")]
    pub(super) format: FindingsArg,
    #[arg(long)]
    pub(super) strict: bool,
    #[arg(long)]
    pub(super) limit: Option<usize>,
}

#[derive(Args, Debug)]
pub(super) struct ImportArgs {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) recipe: RecipeArgs,
    #[arg(long)]
    pub(super) reported: Option<String>,
    #[arg(long)]
    pub(super) replace: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) yes: bool,
    #[command(flatten)]
    pub(super) printing: Printing,
}

/// How a table that is no form is read.
#[derive(Args, Debug)]
pub(super) struct RecipeArgs {
    #[arg(long)]
    pub(super) recipe: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) period: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) unit: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) sheet: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) form: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) name: Option<String>,
    #[arg(long, requires = "recipe")]
    pub(super) likely: bool,
}

#[derive(Args, Debug)]
pub(super) struct FreezeArgs {
    pub(super) period: String,
    #[arg(long)]
    pub(super) lift: bool,
    #[arg(long)]
    pub(super) reason: Option<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct FmtArgs {
    #[arg(long)]
    pub(super) check: bool,
    #[arg(long)]
    pub(super) diff: bool,
}

/// What is put into data/, one row.
#[derive(Debug, Subcommand)]
pub(super) enum RecordArgs {
    Figure(FigureArgs),
    Deliverable(DeliverableArgs),
    Update(UpdateArgs),
    Score(ScoreArgs),
}

#[derive(Args, Debug)]
pub(super) struct FigureArgs {
    // Whoever changes an argument puts it last; without its place the order would change.
    #[arg(index = 1)]
    pub(super) form: String,
    #[arg(index = 2)]
    pub(super) values: Vec<String>,
    #[arg(long)]
    pub(super) unit: String,
    #[arg(long)]
    pub(super) period: String,
    #[arg(long)]
    pub(super) reported: Option<String>,
    #[arg(long)]
    pub(super) note: Option<String>,
    #[arg(long)]
    pub(super) replace: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct DeliverableArgs {
    #[arg(index = 1)]
    pub(super) task: u32,
    #[arg(index = 2)]
    pub(super) deliverable: String,
    #[arg(long)]
    pub(super) issued: String,
    #[arg(long)]
    pub(super) number: Option<String>,
    #[arg(long)]
    pub(super) title: Option<String>,
    #[arg(long = "where")]
    pub(super) location: Option<String>,
    #[arg(long)]
    pub(super) link: Option<String>,
    #[arg(long)]
    pub(super) replace: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct UpdateArgs {
    #[arg(index = 1)]
    pub(super) task: u32,
    #[arg(index = 2)]
    pub(super) text: String,
    #[arg(long)]
    pub(super) unit: String,
    #[arg(long)]
    pub(super) period: Option<String>,
    #[arg(long, default_value = "result")]
    pub(super) kind: KindArg,
    #[arg(long)]
    pub(super) date: Option<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct ScoreArgs {
    #[arg(index = 1)]
    pub(super) criterion: String,
    #[arg(index = 2, allow_negative_numbers = true)]
    pub(super) points: String,
    #[arg(long)]
    pub(super) round: RoundArg,
    #[arg(long)]
    pub(super) evidence: Option<String>,
    #[arg(long)]
    pub(super) note: Option<String>,
    #[arg(long)]
    pub(super) replace: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Who gave points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RoundArg {
    #[value(name = "self")]
    Own,
    #[value(name = "appraisal-1")]
    First,
    #[value(name = "appraisal-2")]
    Second,
}

impl RoundArg {
    /// Returns what it stands for.
    pub(super) fn round(self) -> Round {
        match self {
            Self::Own => Round::Own,
            Self::First => Round::First,
            Self::Second => Round::Second,
        }
    }
}

/// What kind of line an update is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Result,
    Obstacle,
    Proposal,
    Done,
}

impl KindArg {
    /// Returns what it stands for.
    pub(super) fn kind(self) -> UpdateKind {
        match self {
            Self::Result => UpdateKind::Result,
            Self::Obstacle => UpdateKind::Obstacle,
            Self::Proposal => UpdateKind::Proposal,
            Self::Done => UpdateKind::Done,
        }
    }
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("whose").args(["unit", "all"]).required(true))]
pub(super) struct FormArgs {
    pub(super) form: String,
    #[arg(long)]
    pub(super) period: String,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(short, long, value_hint = ValueHint::DirPath)]
    pub(super) output: PathBuf,
    #[arg(long, default_value = "xlsx")]
    pub(super) format: EntryArg,
}

/// A kind of file that a form is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum EntryArg {
    Xlsx,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckArg {
    Late,
    Evidence,
    Scores,
    Names,
}

impl CheckArg {
    /// Returns its name, and what it looks for in words.
    pub(super) fn words(self, lang: Lang) -> (&'static str, &'static str) {
        let (name, check) = match self {
            Self::Late => ("late", NamedCheck::Late),
            Self::Scores => ("scores", NamedCheck::Scores),
            Self::Evidence => ("evidence", NamedCheck::Evidence),
            Self::Names => ("names", NamedCheck::Names),
        };
        (name, named_check(check, lang))
    }
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

impl LangArg {
    /// Returns the word on the command line.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Table,
    Json,
    Csv,
    #[value(alias = "md")]
    Markdown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SortArg {
    Plan,
    Verdict,
    Deadline,
    Lead,
}
