//! The command lines of what is handed on: reports, and what falls due.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum, ValueHint};

use super::args::Judging;

#[derive(Args, Debug)]
pub(super) struct ReportArgs {
    #[arg(long)]
    pub(super) period: String,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) group: Option<GroupArg>,
    #[arg(long)]
    pub(super) number: Option<String>,
    #[arg(long)]
    pub(super) date: Option<String>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) keep_going: bool,
    #[arg(long)]
    pub(super) format: Option<ReportFormatArg>,
    #[arg(long)]
    pub(super) table: Option<String>,
}

/// How tasks stand together in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GroupArg {
    Index,
    Lead,
    None,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormatArg {
    Docx,
    Xlsx,
    Html,
    #[value(alias = "md")]
    Markdown,
    Table,
    Json,
    Csv,
}

#[derive(Args, Debug)]
pub(super) struct DueArgs {
    #[arg(long, default_value = "30d")]
    pub(super) within: String,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) keep_going: bool,
    #[arg(long)]
    pub(super) format: Option<DueFormatArg>,
    #[arg(long)]
    pub(super) table: Option<String>,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct PointsArgs {
    #[arg(long)]
    pub(super) index: Vec<String>,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long)]
    pub(super) field: Option<String>,
    #[arg(long)]
    pub(super) gain: bool,
    #[arg(long)]
    pub(super) set: Vec<String>,
    #[command(flatten)]
    pub(super) judging: Judging,
}

#[derive(Args, Debug)]
pub(super) struct DossiersArgs {
    #[arg(long, default_value = "7d")]
    pub(super) within: String,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long)]
    pub(super) procedure: Vec<String>,
    #[arg(long)]
    pub(super) period: Option<String>,
    #[arg(long, requires = "period")]
    pub(super) measure: Option<String>,
    #[command(flatten)]
    pub(super) judging: Judging,
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("whom").args(["unit", "all"]).required(true))]
pub(super) struct RemindArgs {
    #[arg(long)]
    pub(super) period: String,
    #[arg(long)]
    pub(super) unit: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(short, long, value_hint = ValueHint::DirPath)]
    pub(super) output: PathBuf,
    #[arg(long)]
    pub(super) by: Option<String>,
    #[arg(long)]
    pub(super) date: Option<String>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) keep_going: bool,
}

/// What a list of what is due is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DueFormatArg {
    Table,
    Json,
    Csv,
    #[value(alias = "md")]
    Markdown,
    Ics,
}
