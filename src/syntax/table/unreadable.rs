//! Why a file is no table that can be read.

use super::legacy::Legacy;

/// What a file is that is neither a workbook that can be read nor text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A document of Word, new or old.
    Word,
    /// A document in the rich text format, often under the name of one of Word.
    Rtf,
    /// A document of `LibreOffice` (odt).
    Odt,
    /// Slides.
    Slides,
    /// PDF.
    Pdf,
    /// A page of the web, often under the name of a workbook.
    Html,
    /// A workbook as one XML file: XML Spreadsheet 2003, flat ODF.
    XmlWorkbook,
    /// XML of some other kind.
    Xml,
    /// A workbook of Excel 4 or older, which is no package.
    OldWorkbook,
    /// A picture.
    Image,
    /// Files packed together: zip, rar, 7z, gzip.
    Archive,
    /// A file of Office that holds no sheets, as of Outlook, Visio or an installer.
    OtherOffice,
}

/// Why a file is no table that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is larger than any table that is read, in bytes; with the most there may be.
    TooLarge(usize),
    /// It unpacks to more than can be held, in bytes; with the most it may.
    Unpacked(u64),
    /// It is packed of too many parts, with the most there may be.
    TooManyParts(usize),
    /// It has too many sheets, with the most there may be.
    TooManySheets(usize),
    /// A sheet has a value in a row too far down, with the last that is read.
    TooManyRows(usize),
    /// A sheet has a value in a column too far right, with how many are read.
    TooManyColumns(usize),
    /// Its sheets have too many cells in all, with the most there may be.
    TooManyCells(usize),
    /// Its cells hold too much text in all, in bytes; with the most there may be.
    TooMuchText(usize),
    /// It is protected by a password.
    Locked,
    /// It has not a single byte, or nothing but blanks.
    Empty,
    /// It is something else.
    Foreign(Foreign),
    /// Its text is in the letters of an old Vietnamese font; with the first that shows it and its line.
    Legacy {
        /// Which.
        letters: Legacy,
        /// The line, from 1 on.
        line: usize,
        /// What stands there, as it looks without the font.
        text: String,
    },
    /// Its text is in an encoding that cannot be told; with the first bytes that show it and their line.
    Encoding {
        /// The line, from 1 on.
        line: usize,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A quote that begins a cell of csv never ends.
    OpenQuote {
        /// The line where it begins, from 1 on.
        line: usize,
    },
    /// It is neither a workbook nor text.
    Unknown,
    /// It begins as a file of old Office does, but is cut off or overwritten.
    Damaged,
    /// The library cannot make sense of it, in its own words.
    Broken(String),
}

impl Unreadable {
    /// Takes over what a library says of a file; a password is a reason of its own.
    pub(super) fn said(error: &dyn std::fmt::Display) -> Self {
        let said = error.to_string();
        let lower = said.to_lowercase();
        if lower.contains("password") || lower.contains("encrypt") { Self::Locked } else { Self::Broken(said) }
    }
}
