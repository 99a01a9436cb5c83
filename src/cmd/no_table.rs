//! Why no plan is made of a document, and how it is said.

use std::convert::Infallible;
use std::path::PathBuf;

use super::failure::Failure;
use super::reading::Unread;
use super::unreadable::unreadable;
use crate::load::{NoTasks, PRINTED_HEADS};
use crate::syntax::table::{Foreign, NoDocument, Unreadable};
use crate::text::{Lang, Say, quoted, say};

/// Why no plan is made of a document.
#[derive(Debug)]
pub(super) enum NoTable {
    Unread {
        path: PathBuf,
        why: NoDocument,
    },
    /// The library takes too long, or gives up.
    Defeats {
        path: PathBuf,
        why: Unread<Infallible>,
    },
    NoTasks {
        path: PathBuf,
        why: NoTasks,
    },
}

impl From<NoTable> for Failure {
    fn from(why: NoTable) -> Self {
        Self::NoTable(why)
    }
}

/// How many tables that were looked at are told of.
const TOLD: usize = 3;

/// How many letters of their heads.
const LETTERS: usize = 100;

impl NoTable {
    /// Words the failure.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Unread { path, why: NoDocument::Kind(Foreign::Image) } => {
                say(Say::TableOfPicture { path: &path.display().to_string() }, lang)
            }
            Self::Unread { path, why: NoDocument::Kind(kind) } => {
                say(Say::TableOfKind { path: &path.display().to_string(), kind: ending(*kind) }, lang)
            }
            Self::Unread { path, why: NoDocument::Unreadable(Unreadable::Unknown) } => {
                say(Say::TableUnknown { path: &path.display().to_string() }, lang)
            }
            Self::Unread { path, why: NoDocument::Unreadable(why) } => {
                say(Say::TableUnread { path: &path.display().to_string(), why: &unreadable(why, lang) }, lang)
            }
            Self::Defeats { path, why } => {
                say(Say::TableUnread { path: &path.display().to_string(), why: &why.words(lang) }, lang)
            }
            Self::NoTasks { path, why } => {
                let heads = PRINTED_HEADS.map(|own| quoted(own, lang)).join("; ");
                let seen = if why.has_head { say(Say::TableHeadOnly, lang) } else { seen(why, lang) };
                say(Say::TableNone { path: &path.display().to_string(), heads: &heads, seen: &seen }, lang)
            }
        }
    }
}

/// Returns the ending that files of a kind have.
fn ending(kind: Foreign) -> &'static str {
    match kind {
        Foreign::Word => ".doc",
        Foreign::Rtf => ".rtf",
        Foreign::Odt => ".odt",
        Foreign::Slides => ".pptx",
        Foreign::Pdf => ".pdf",
        Foreign::Html => ".html",
        Foreign::XmlWorkbook | Foreign::Xml => ".xml",
        Foreign::OldWorkbook => "Excel 4",
        Foreign::Image => ".jpg, .png",
        Foreign::Archive => ".zip, .rar",
        Foreign::OtherOffice => "Office",
    }
}

fn seen(why: &NoTasks, lang: Lang) -> String {
    if why.seen.is_empty() {
        return say(Say::TableNoneSeen, lang);
    }
    let told = why.seen.iter().take(TOLD).map(|own| {
        let filled: Vec<&str> = own.nearest.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let line = filled.join(" | ");
        let short: String = line.chars().take(LETTERS).collect();
        let line = if short.len() < line.len() { format!("{short}…") } else { line };
        let (rows, columns) = (own.rows.to_string(), own.columns.to_string());
        say(Say::TableSeen { sheet: &own.sheet, rows: &rows, columns: &columns, line: &line }, lang)
    });
    let told: Vec<String> = told.collect();
    let more = why.seen.len().saturating_sub(TOLD);
    let more = if more == 0 { String::new() } else { format!(" (+{more})") };
    format!("{}{more}", told.join(" "))
}
