//! Why a file that somebody sent is no table that can be read, in words.

use crate::syntax::table::{Foreign, Legacy, Unreadable};
use crate::text::{Lang, Say, number, say};

const MB: usize = 1024 * 1024;

/// Words why a file, or a sheet of it, cannot be read.
pub(super) fn unreadable(why: &Unreadable, lang: Lang) -> String {
    let count = |count: usize| number(&count.to_string(), lang);
    match why {
        Unreadable::TooLarge(most) => say(Say::SheetTooLarge { most: &(most / MB).to_string() }, lang),
        Unreadable::Unpacked(most) => say(Say::SheetUnpacked { most: &(most / 1024 / 1024).to_string() }, lang),
        Unreadable::TooManyParts(most) => say(Say::SheetTooManyParts { most: &count(*most) }, lang),
        Unreadable::TooManySheets(most) => say(Say::SheetTooManySheets { most: &count(*most) }, lang),
        Unreadable::TooManyRows(most) => say(Say::SheetTooManyRows { most: &count(*most) }, lang),
        Unreadable::TooManyColumns(most) => say(Say::SheetTooManyColumns { most: &count(*most) }, lang),
        Unreadable::TooManyCells(most) => say(Say::SheetTooManyCells { most: &count(*most) }, lang),
        Unreadable::TooMuchText(most) => say(Say::SheetTooMuchText { most: &(most / MB).to_string() }, lang),
        Unreadable::Locked => say(Say::SheetLocked, lang),
        Unreadable::Empty => say(Say::SheetEmpty, lang),
        Unreadable::Foreign(own) => say(foreign(*own), lang),
        Unreadable::Legacy { letters, line, text } => {
            let line = &line.to_string();
            match letters {
                Legacy::Tcvn3 => say(Say::SheetIsTcvn3 { line, text }, lang),
                Legacy::Vni => say(Say::SheetIsVni { line, text }, lang),
            }
        }
        Unreadable::Encoding { line, bytes } => {
            let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            say(Say::SheetEncoding { line: &line.to_string(), bytes: &bytes.join(" ") }, lang)
        }
        Unreadable::OpenQuote { line } => say(Say::SheetOpenQuote { line: &line.to_string() }, lang),
        Unreadable::Unknown => say(Say::SheetUnknown, lang),
        Unreadable::Damaged => say(Say::SheetDamaged, lang),
        Unreadable::Broken(why) => say(Say::SheetBroken { why }, lang),
    }
}

const fn foreign(own: Foreign) -> Say<'static> {
    match own {
        Foreign::Word => Say::SheetIsWord,
        Foreign::Rtf => Say::SheetIsDocument { kind: "RTF" },
        Foreign::Odt => Say::SheetIsDocument { kind: "odt" },
        Foreign::Slides => Say::SheetIsSlides,
        Foreign::Pdf => Say::SheetIsPdf,
        Foreign::Html => Say::SheetIsHtml,
        Foreign::XmlWorkbook => Say::SheetIsXmlWorkbook,
        Foreign::Xml => Say::SheetIsXml,
        Foreign::OldWorkbook => Say::SheetIsOldWorkbook,
        Foreign::Image => Say::SheetIsImage,
        Foreign::Archive => Say::SheetIsArchive,
        Foreign::OtherOffice => Say::SheetIsOtherOffice,
    }
}
