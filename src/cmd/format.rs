//! What a document is written as, and which endings of files say so.

use std::path::Path;

use super::args::FormatArg;
use super::args_paper::{DueFormatArg, ReportFormatArg};

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
    Markdown,
    Docx,
    Xlsx,
    Ics,
    Html,
}

/// What every command that shows tables can write.
pub(super) const OF_TABLES: [Format; 4] = [Format::Csv, Format::Markdown, Format::Json, Format::Table];
/// What a list of what is due can be.
pub(super) const OF_DUE: [Format; 5] = [Format::Ics, Format::Csv, Format::Markdown, Format::Json, Format::Table];
/// What a report can be.
pub(super) const OF_REPORTS: [Format; 7] =
    [Format::Docx, Format::Xlsx, Format::Html, Format::Markdown, Format::Json, Format::Csv, Format::Table];

impl Format {
    /// Tells whether it is a file of an office program, which no terminal shows.
    pub(super) fn is_office(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx)
    }

    /// Tells whether it holds the whole of what is found, not one table, and is known by its ending.
    pub(super) fn is_whole(self) -> bool {
        self.is_office() || matches!(self, Self::Ics | Self::Html)
    }

    /// Returns the endings that stand for it, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Json => &["json"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md", "markdown"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Ics => &["ics"],
            Self::Html => &["html", "htm"],
        }
    }

    /// Returns the format that a file's ending stands for.
    pub(super) fn by_ending(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        OF_REPORTS.into_iter().chain(OF_DUE).find(|own| own.endings().contains(&ending.as_str()))
    }
}

/// Lists the usual endings of some formats.
pub(super) fn endings(formats: &[Format]) -> String {
    let usual = formats.iter().filter_map(|own| own.endings().first());
    usual.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

impl From<FormatArg> for Format {
    fn from(arg: FormatArg) -> Self {
        match arg {
            FormatArg::Table => Self::Table,
            FormatArg::Json => Self::Json,
            FormatArg::Csv => Self::Csv,
            FormatArg::Markdown => Self::Markdown,
        }
    }
}

impl From<DueFormatArg> for Format {
    fn from(arg: DueFormatArg) -> Self {
        match arg {
            DueFormatArg::Table => Self::Table,
            DueFormatArg::Json => Self::Json,
            DueFormatArg::Csv => Self::Csv,
            DueFormatArg::Markdown => Self::Markdown,
            DueFormatArg::Ics => Self::Ics,
        }
    }
}

impl From<ReportFormatArg> for Format {
    fn from(arg: ReportFormatArg) -> Self {
        match arg {
            ReportFormatArg::Docx => Self::Docx,
            ReportFormatArg::Xlsx => Self::Xlsx,
            ReportFormatArg::Html => Self::Html,
            ReportFormatArg::Markdown => Self::Markdown,
            ReportFormatArg::Table => Self::Table,
            ReportFormatArg::Json => Self::Json,
            ReportFormatArg::Csv => Self::Csv,
        }
    }
}
