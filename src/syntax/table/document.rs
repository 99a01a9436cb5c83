//! Documents that hold tables among other text, whatever kind of file they came in: Word, workbooks, text.

use super::encoding::decode;
use super::grid::{Grid, LARGEST, grids};
use super::kind::{Kind, kind};
use super::unreadable::{Foreign, Unreadable};
use super::{package, prose, word};

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
    Kind(Foreign),
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

/// Reads a document. The kind of file is told by its bytes, never by its name.
///
/// # Errors
/// Returns why it cannot be read.
pub fn document(bytes: &[u8]) -> Result<Vec<Block>, NoDocument> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge(LARGEST).into());
    }
    match kind(bytes) {
        // Of the two kinds of Word, the new one is a package.
        Err(Unreadable::Foreign(Foreign::Word)) if bytes.starts_with(b"PK") => match text_of_word(bytes)? {
            Some(xml) => Ok(word::read(&xml)?),
            None => Err(NoDocument::Kind(Foreign::Word)),
        },
        Err(Unreadable::Foreign(own)) => Err(NoDocument::Kind(own)),
        Err(why) => Err(why.into()),
        Ok(Kind::Text) => {
            let text = decode(bytes)?;
            if prose::has_tables(&text) {
                return Ok(prose::read(&text)?);
            }
            Ok(grids(bytes)?.into_iter().map(Block::Table).collect())
        }
        Ok(Kind::Xlsx | Kind::Xlsb | Kind::Xls | Kind::Ods) => {
            Ok(grids(bytes)?.into_iter().map(Block::Table).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_that_are_not_read_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Foreign::Pdf),
            (b"{\\rtf1\\ansi", Foreign::Rtf),
            (b"\xef\xbb\xbf  <!DOCTYPE html><p>", Foreign::Html),
            (b"<?xml version=\"1.0\"?>\n<html>", Foreign::Html),
            (b"\xff\xd8\xff\xe0", Foreign::Image),
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
