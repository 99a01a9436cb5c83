//! How and where a command prints what it found: format, table, file.

use std::path::{Path, PathBuf};

use super::args::{Common, FormatArg, Printing, ReportArgs, ReportFormatArg};
use super::failure::Failure;
use super::no_report::NoReport;
use super::session::{folder, screen};
use super::world::World;
use crate::files;
use crate::render::{self, Screen};
use crate::syntax::names::nearest;
use crate::view::Document;

/// What was asked of printing, checked.
#[derive(Debug)]
pub(super) struct Output {
    format: Format,
    table: Option<String>,
    file: Option<PathBuf>,
}

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Table,
    Json,
    Csv,
    Markdown,
    Docx,
    Xlsx,
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

impl From<ReportFormatArg> for Format {
    fn from(arg: ReportFormatArg) -> Self {
        match arg {
            ReportFormatArg::Docx => Self::Docx,
            ReportFormatArg::Xlsx => Self::Xlsx,
            ReportFormatArg::Markdown => Self::Markdown,
            ReportFormatArg::Table => Self::Table,
            ReportFormatArg::Json => Self::Json,
            ReportFormatArg::Csv => Self::Csv,
        }
    }
}

impl Format {
    /// Tells whether it is a file of an office program, which no terminal shows.
    fn is_office(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx)
    }

    /// Returns the format that a file's ending stands for.
    fn by_ending(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(Self::Table),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Markdown),
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// Columns of a text in a file.
const WIDTH: usize = 120;

/// Tells Excel that csv is UTF-8; without it Vietnamese letters come out wrong.
const BOM: &[u8] = "\u{feff}".as_bytes();

impl Output {
    /// Checks what was asked, before anything is read or judged.
    pub(super) fn new(args: &Printing, common: &Common) -> Result<Self, Failure> {
        let chosen =
            Self::chosen(args.format.map(Format::from), args.output.as_deref(), args.table.as_deref(), common)?;
        match &chosen.file {
            Some(path) if chosen.format.is_office() => Err(Failure::UnknownEnding(path.clone())),
            Some(_) | None => Ok(chosen),
        }
    }

    /// Does the same for a report, which may be a file of an office program.
    pub(super) fn of_report(args: &ReportArgs, common: &Common) -> Result<Self, Failure> {
        let chosen =
            Self::chosen(args.format.map(Format::from), args.output.as_deref(), args.table.as_deref(), common)?;
        if chosen.format.is_office() && chosen.file.is_none() {
            return Err(NoReport::NeedsFile.into());
        }
        if chosen.format.is_office() && chosen.table.is_some() {
            return Err(NoReport::WholeOnly.into());
        }
        Ok(chosen)
    }

    fn chosen(
        format: Option<Format>,
        output: Option<&Path>,
        table: Option<&str>,
        common: &Common,
    ) -> Result<Self, Failure> {
        let file = output.and_then(file);
        let format = match (format, file) {
            (Some(format), _) => format,
            (None, Some(path)) => Format::by_ending(path).ok_or_else(|| Failure::UnknownEnding(path.to_owned()))?,
            (None, None) => Format::Table,
        };
        if let Some(path) = file {
            not_own(path, common)?;
        }
        Ok(Self { format, table: table.map(str::to_owned), file: file.map(Path::to_owned) })
    }

    /// Tells whether tables are drawn on stdout, where more may be said behind them.
    pub(super) fn is_drawn(&self) -> bool {
        self.format == Format::Table && self.file.is_none()
    }

    /// Prints a document.
    pub(super) fn print(&self, document: &Document, common: &Common, world: &mut World<'_>) -> Result<(), Failure> {
        let narrowed = self.table.as_deref().map(|name| only(document, name)).transpose()?;
        let document = narrowed.as_ref().unwrap_or(document);
        let screen = match self.file {
            // A file is the same whatever terminal it is written from.
            Some(_) => Screen { width: common.width.map_or(WIDTH, usize::from), colour: false, folds: false },
            None => screen(common, world),
        };
        let bytes = match self.format {
            Format::Table => render::terminal(document, screen).into_bytes(),
            Format::Json => render::json(document).into_bytes(),
            Format::Csv => render::csv(document).into_bytes(),
            Format::Markdown => render::markdown(document).into_bytes(),
            Format::Docx => render::docx(document),
            Format::Xlsx => render::workbook(document).map_err(|why| NoReport::Workbook(why.0))?,
        };
        let Some(path) = &self.file else { return world.stdout.write_all(&bytes).map_err(Failure::Write) };
        let mark = if self.format == Format::Csv { BOM } else { &[] };
        write(path, &[mark, &bytes].concat())
    }
}

/// Returns the file that a path asks for; none for `-`, which is the stream as elsewhere.
pub(super) fn file(path: &Path) -> Option<&Path> {
    Some(path).filter(|path| path.as_os_str() != "-")
}

/// Refuses a file that is one of the plan's own, if there is a plan.
pub(super) fn not_own(path: &Path, common: &Common) -> Result<(), Failure> {
    let real = files::real(path).map_err(|why| Failure::Unwritten { path: path.to_owned(), why })?;
    match folder(common) {
        Ok(folder) if folder.owns(&real)? => Err(Failure::OwnFile(path.to_owned())),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Writes a file whole.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::write(path, bytes).map_err(|why| Failure::Unwritten { path: path.to_owned(), why })
}

/// Returns the document with one table alone.
fn only(document: &Document, name: &str) -> Result<Document, Failure> {
    document.only(name).ok_or_else(|| {
        let names = document.names();
        let near = nearest(name, names.iter().copied());
        Failure::UnknownTable { name: name.to_owned(), near, names }
    })
}
