//! How and where a command prints what it found: format, table, file.

use std::path::{Path, PathBuf};

use super::args::{Common, Printing};
use super::args_paper::{DueArgs, ReportArgs};
use super::failure::Failure;
use super::format::{Format, OF_DUE, OF_REPORTS, OF_TABLES, endings};
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

/// Columns of a text in a file.
const WIDTH: usize = 120;

/// Tells Excel that csv is UTF-8; without it Vietnamese letters come out wrong.
const BOM: &[u8] = "\u{feff}".as_bytes();

impl Output {
    /// Checks what was asked, before anything is read or judged.
    pub(super) fn new(args: &Printing, common: &Common) -> Result<Self, Failure> {
        Self::chosen(args.format.map(Format::from), (args.output.as_deref(), &OF_TABLES), args.table.as_deref(), common)
    }

    /// Does the same for a report, which may be a file of an office program.
    pub(super) fn of_report(args: &ReportArgs, common: &Common) -> Result<Self, Failure> {
        let file = (args.output.as_deref(), OF_REPORTS.as_slice());
        let chosen = Self::chosen(args.format.map(Format::from), file, args.table.as_deref(), common)?;
        if chosen.format.is_office() && chosen.file.is_none() {
            return Err(NoReport::NeedsFile.into());
        }
        Ok(chosen)
    }

    /// Does the same for what is due, which may be a calendar.
    pub(super) fn of_due(args: &DueArgs, common: &Common) -> Result<Self, Failure> {
        let file = (args.output.as_deref(), OF_DUE.as_slice());
        Self::chosen(args.format.map(Format::from), file, args.table.as_deref(), common)
    }

    /// Tells whether a format was asked for.
    pub(super) fn is(&self, format: Format) -> bool {
        self.format == format
    }

    /// Writes bytes to the file, or to stdout if there is none.
    pub(super) fn save(&self, bytes: &[u8], world: &mut World<'_>) -> Result<(), Failure> {
        match &self.file {
            Some(path) => write(path, bytes),
            None => world.stdout.write_all(bytes).map_err(Failure::Write),
        }
    }

    /// Finds the format: the one asked for, else that of the file's ending if the command can write it.
    fn chosen(
        format: Option<Format>,
        (output, formats): (Option<&Path>, &[Format]),
        table: Option<&str>,
        common: &Common,
    ) -> Result<Self, Failure> {
        let file = output.and_then(file);
        let of_ending = file.and_then(Format::by_ending);
        let unknown = |path: &Path| Failure::UnknownEnding { path: path.to_owned(), endings: endings(formats) };
        let format = match (format, file) {
            // An office program opens what the ending says, or nothing.
            (Some(format), Some(path))
                if of_ending != Some(format) && (format.is_whole() || of_ending.is_some_and(Format::is_whole)) =>
            {
                return Err(unknown(path));
            }
            (Some(format), _) => format,
            (None, Some(path)) => of_ending.filter(|own| formats.contains(own)).ok_or_else(|| unknown(path))?,
            (None, None) => Format::Table,
        };
        if format.is_whole() && table.is_some() {
            return Err(NoReport::WholeOnly.into());
        }
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
            // A calendar and a page are made from more than tables.
            Format::Ics | Format::Html => Vec::new(),
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
