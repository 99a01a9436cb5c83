//! Documents that hold tables among other text, whatever kind of file they came in: Word, workbooks, text.

use super::grid::{Grid, Unreadable, grids};
use super::{decode, package, prose, word};

/// A piece of a document, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line of text outside tables.
    Text(String),
    /// A table. A cell of several lines has `\n` between them.
    Table(Grid),
}

/// Why a file is no document that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDocument {
    /// It is damaged, locked, too large, or nothing known.
    Unreadable(Unreadable),
    /// It is of a kind that is known and not read.
    Kind(OtherKind),
}

/// A kind of file that is told apart so that one can say what to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// Word before 2007.
    Doc,
    Pdf,
    Rtf,
    /// A page of the web, also where its name says otherwise.
    Html,
    /// A text of `LibreOffice`.
    Odt,
    /// A picture of a page.
    Picture,
}

impl OtherKind {
    /// Returns the ending that such files have.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Doc => ".doc",
            Self::Pdf => ".pdf",
            Self::Rtf => ".rtf",
            Self::Html => ".html",
            Self::Odt => ".odt",
            Self::Picture => ".jpg, .png",
        }
    }
}

impl From<Unreadable> for NoDocument {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why)
    }
}

/// The part of a document of Word that holds its text, and the one that says so where some programs give it another name.
const WORD: &str = "word/document.xml";
const PARTS: &str = "_rels/.rels";

/// Unpacks the text of a document of Word; none if the package is none.
fn text_of_word(bytes: &[u8]) -> Result<Option<Vec<u8>>, Unreadable> {
    if let Some(xml) = package::part(bytes, WORD)? {
        return Ok(Some(xml));
    }
    let named = package::part(bytes, PARTS)?.and_then(|parts| word::main_part(&parts));
    named.map_or(Ok(None), |name| package::part(bytes, &name))
}

/// Reads a document. The kind of file is told by its first bytes, never by its name.
///
/// # Errors
/// Returns why it cannot be read.
pub fn document(bytes: &[u8]) -> Result<Vec<Block>, NoDocument> {
    if let Some(kind) = other(bytes) {
        return Err(NoDocument::Kind(kind));
    }
    if bytes.starts_with(b"PK\x03\x04") && bytes.len() <= super::LARGEST {
        if let Some(xml) = text_of_word(bytes)? {
            return Ok(word::read(&xml)?);
        }
        if package::part(bytes, "mimetype")?
            .is_some_and(|kind| kind.starts_with(b"application/vnd.oasis.opendocument.text"))
        {
            return Err(NoDocument::Kind(OtherKind::Odt));
        }
    }
    let is_binary = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND);
    if !is_binary && bytes.len() <= super::LARGEST {
        let text = decode(bytes)?;
        if prose::has_tables(&text) {
            return Ok(prose::read(&text)?);
        }
    }
    Ok(grids(bytes)?.into_iter().map(Block::Table).collect())
}

/// How files of Office before 2007 begin, of Word and Excel alike.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

fn other(bytes: &[u8]) -> Option<OtherKind> {
    let start = &bytes[..bytes.len().min(1024)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let lower = start.to_ascii_lowercase();
    let begins = |with: &[u8]| lower.starts_with(with);
    let holds = |part: &[u8]| lower.windows(part.len()).any(|own| own == part);
    match () {
        () if bytes.starts_with(COMPOUND) => is_doc(bytes).then_some(OtherKind::Doc),
        () if begins(b"%pdf") => Some(OtherKind::Pdf),
        () if begins(b"{\\rtf") => Some(OtherKind::Rtf),
        () if begins(b"<!doctype html") || begins(b"<html") || begins(b"mime-version:") => Some(OtherKind::Html),
        () if begins(b"<?xml") && holds(b"<html") => Some(OtherKind::Html),
        () if bytes.starts_with(b"\xff\xd8\xff") || bytes.starts_with(b"\x89PNG") => Some(OtherKind::Picture),
        () => None,
    }
}

/// Tells whether a compound file is a document of Word: one of its streams is named so, in UTF-16.
fn is_doc(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_that_are_not_read_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], OtherKind::Pdf),
            (b"{\\rtf1\\ansi", OtherKind::Rtf),
            (b"\xef\xbb\xbf  <!DOCTYPE html><p>", OtherKind::Html),
            (b"<?xml version=\"1.0\"?>\n<html>", OtherKind::Html),
            (b"\xff\xd8\xff\xe0", OtherKind::Picture),
            (b"\xd0\xcf\x11\xe0....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", OtherKind::Doc),
        ] {
            assert_eq!(document(bytes), Err(NoDocument::Kind(kind)));
        }
    }

    #[test]
    fn a_text_with_tabs_is_read_as_text_and_one_without_as_csv() {
        let blocks = document("Lời dẫn, có phẩy\n\nTT\tA\tB\n1\tx, y\tz\n".as_bytes()).unwrap();
        assert_eq!(blocks.len(), 2);
        assert_eq!(blocks[0], Block::Text("Lời dẫn, có phẩy".into()));
        let Block::Table(grid) = &document(b"TT;A;B\n1;\"x\ny\";z\n").unwrap()[0] else { panic!("no table") };
        assert_eq!(grid.cell(1, 1).text(), "x\ny");
    }
}
