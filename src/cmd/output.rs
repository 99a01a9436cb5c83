//! How and where a command prints what it found: format, table, file.

use std::path::{Path, PathBuf};

use super::args::{Common, FormatArg, Printing};
use super::failure::Failure;
use super::session::{folder, screen};
use super::world::World;
use crate::files;
use crate::render::{self, Screen};
use crate::syntax::names::nearest;
use crate::view::Document;

/// What was asked of printing, checked.
#[derive(Debug)]
pub(super) struct Output {
    format: FormatArg,
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
        let file = args.output.as_deref().and_then(file);
        let format = match (args.format, file) {
            (Some(format), _) => format,
            (None, Some(path)) => by_ending(path).ok_or_else(|| Failure::UnknownEnding(path.to_owned()))?,
            (None, None) => FormatArg::Table,
        };
        if let Some(path) = file {
            not_own(path, common)?;
        }
        Ok(Self { format, table: args.table.clone(), file: file.map(Path::to_owned) })
    }

    /// Tells whether tables are drawn on stdout, where more may be said behind them.
    pub(super) fn is_drawn(&self) -> bool {
        self.format == FormatArg::Table && self.file.is_none()
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
        let text = match self.format {
            FormatArg::Table => render::terminal(document, screen),
            FormatArg::Json => render::json(document),
            FormatArg::Csv => render::csv(document),
            FormatArg::Markdown => render::markdown(document),
        };
        let Some(path) = &self.file else { return world.stdout.write_all(text.as_bytes()).map_err(Failure::Write) };
        let mark = if self.format == FormatArg::Csv { BOM } else { &[] };
        write(path, &[mark, text.as_bytes()].concat())
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

/// Returns the format that a file's ending stands for.
fn by_ending(path: &Path) -> Option<FormatArg> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "txt" => Some(FormatArg::Table),
        "json" => Some(FormatArg::Json),
        "csv" => Some(FormatArg::Csv),
        "md" | "markdown" => Some(FormatArg::Markdown),
        _ => None,
    }
}

/// Returns the document with one table alone.
fn only(document: &Document, name: &str) -> Result<Document, Failure> {
    document.only(name).ok_or_else(|| {
        let names = document.names();
        let near = nearest(name, names.iter().copied());
        Failure::UnknownTable { name: name.to_owned(), near, names }
    })
}
