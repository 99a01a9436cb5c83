//! What kind of file it is, told by its bytes: names lie, and portals send pages of the web under the name of workbooks.

use super::ole::Ole;
use super::package::Package;
use super::unreadable::{Foreign, Unreadable};

/// Kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
}

/// Tells the kind of a file.
///
/// # Errors
/// Fails with what it is if it is none that is read.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    match bytes {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => packed(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => compound(bytes),
        _ => foreign(bytes).map_or(Ok(Kind::Text), |own| Err(Unreadable::Foreign(own))),
    }
}

/// Tells what a zip file is by its parts, first by the one that names their types.
fn packed(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let mut package = Package::open(bytes)?;
    let mimetype = package.part("mimetype")?.unwrap_or_default();
    if let Some(own) = mimetype.strip_prefix(b"application/vnd.oasis.opendocument.") {
        return match own {
            own if own.starts_with(b"spreadsheet") => Ok(Kind::Ods),
            own if own.starts_with(b"presentation") => Err(Unreadable::Foreign(Foreign::Slides)),
            _ => Err(Unreadable::Foreign(Foreign::Odt)),
        };
    }
    let types = package.part("[Content_Types].xml")?.unwrap_or_default();
    let says = |what: &str| contains(&types, what.as_bytes());
    // A document may hold workbooks within, so what the main part is goes before the folders there are.
    if says("wordprocessingml.document.main") || says("wordprocessingml.template.main") || says("ms-word.document") {
        Err(Unreadable::Foreign(Foreign::Word))
    } else if says("presentationml.presentation.main") || says("presentationml.slideshow.main") {
        Err(Unreadable::Foreign(Foreign::Slides))
    } else if says("sheet.binary") || package.has("xl/workbook.bin") {
        Ok(Kind::Xlsb)
    } else if says("spreadsheetml") || says("ms-excel.sheet") || package.has("xl/") {
        Ok(Kind::Xlsx)
    } else if package.has("word/") {
        Err(Unreadable::Foreign(Foreign::Word))
    } else if package.has("ppt/") {
        Err(Unreadable::Foreign(Foreign::Slides))
    } else {
        Err(Unreadable::Foreign(Foreign::Archive))
    }
}

/// Tells what a compound file is by the streams in its root.
fn compound(bytes: &[u8]) -> Result<Kind, Unreadable> {
    // A damaged document is still one, and no workbook.
    let is_word = || {
        let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    let ole = Ole::open(bytes).map_err(|why| if is_word() { Unreadable::Foreign(Foreign::Word) } else { why })?;
    let has = |name: &str| ole.has(name);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Err(Unreadable::Locked)
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Xls)
    } else if has("WordDocument") {
        Err(Unreadable::Foreign(Foreign::Word))
    } else if has("PowerPoint Document") {
        Err(Unreadable::Foreign(Foreign::Slides))
    } else {
        Err(Unreadable::Foreign(Foreign::OtherOffice))
    }
}

/// Tells what a file is that is neither workbook nor text; none if it may be text.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    match bytes {
        [0xff, 0xd8, 0xff, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [_, _, _, _, b'f', b't', b'y', b'p', b'h' | b'm' | b'a', ..] => Some(Foreign::Image),
        [0x1f, 0x8b, ..]
        | [b'R', b'a', b'r', b'!', 0x1a, ..]
        | [b'7', b'z', 0xbc, 0xaf, ..]
        | [0xfd, b'7', b'z', b'X', b'Z', ..]
        | [b'B', b'Z', b'h', b'0'..=b'9', b'1', b'A', b'Y', ..] => Some(Foreign::Archive),
        // The first record of a workbook of Excel 2, 3 or 4.
        [9, 0, 4, 0, ..] | [9, 2 | 4 | 8, 6 | 8 | 16, 0, ..] => Some(Foreign::OldWorkbook),
        _ => marked_up(bytes),
    }
}

/// Tells text that is a page or a document and no table.
fn marked_up(bytes: &[u8]) -> Option<Foreign> {
    // In UTF-16 as in any other, the marks are Latin letters.
    let head: Vec<u8> = bytes.iter().take(4096).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let head = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]
        .into_iter()
        .find_map(|mark| head.strip_prefix(mark))
        .unwrap_or(&head);
    if contains(&head[..head.len().min(1024)], b"%pdf-") {
        return Some(Foreign::Pdf);
    }
    let head = head.trim_ascii_start();
    if head.starts_with(b"{\\rtf") {
        return Some(Foreign::Rtf);
    }
    if head.starts_with(b"mime-version:") {
        return Some(Foreign::Html);
    }
    if !head.starts_with(b"<") {
        return None;
    }
    let is_page = [
        "<!doctype html",
        "<html",
        "<head",
        "<meta",
        "<body",
        "<table",
        "<style",
        "<div",
        "<script",
        "<center",
        "<font",
    ];
    if is_page.iter().any(|own| head.starts_with(own.as_bytes())) {
        return Some(Foreign::Html);
    }
    let says = |what: &str| contains(head, what.as_bytes());
    if says("office:spreadsheet") || says("excel.sheet") || says("opendocument.spreadsheet") {
        Some(Foreign::XmlWorkbook)
    } else if says("<html") || says("<table") {
        Some(Foreign::Html)
    } else if head.starts_with(b"<?xml") {
        Some(if says("wordprocessingml") || says("word.document") { Foreign::Word } else { Foreign::Xml })
    } else {
        None
    }
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    memchr::memmem::find(bytes, what).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::package::tests::packed;
    use super::*;

    #[test]
    fn packages_are_told_by_their_parts() {
        let types = |own: &str| format!("<Types><Override ContentType=\"application/{own}+xml\"/></Types>");
        let word = types("vnd.openxmlformats-officedocument.wordprocessingml.document.main");
        let slides = types("vnd.openxmlformats-officedocument.presentationml.presentation.main");
        let sheet = types("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main");
        for (parts, told) in [
            (vec![("[Content_Types].xml", word.as_str()), ("word/embeddings/a.xlsx", "")], Err(Foreign::Word)),
            (vec![("[Content_Types].xml", &slides)], Err(Foreign::Slides)),
            (vec![("[Content_Types].xml", &sheet)], Ok(Kind::Xlsx)),
            (vec![("xl/workbook.xml", "")], Ok(Kind::Xlsx)),
            (vec![("xl/workbook.bin", "")], Ok(Kind::Xlsb)),
            (vec![("word/document.xml", "")], Err(Foreign::Word)),
            (vec![("ppt/a.xml", "")], Err(Foreign::Slides)),
            (vec![("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], Ok(Kind::Ods)),
            (vec![("mimetype", "application/vnd.oasis.opendocument.text")], Err(Foreign::Odt)),
            (vec![("mimetype", "application/vnd.oasis.opendocument.presentation")], Err(Foreign::Slides)),
            (vec![("report.pdf", "")], Err(Foreign::Archive)),
            (vec![], Err(Foreign::Archive)),
        ] {
            let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
            assert_eq!(kind(&packed(&parts)), told.map_err(Unreadable::Foreign), "{parts:?}");
        }
    }

    #[test]
    fn other_files_are_told_by_how_they_begin() {
        for (bytes, told) in [
            (&b"%PDF-1.7\n"[..], Foreign::Pdf),
            (b"\n\n%PDF-1.4", Foreign::Pdf),
            (b"{\\rtf1\\ansi", Foreign::Rtf),
            (b"\xef\xbb\xbf<!DOCTYPE html>", Foreign::Html),
            (b"  <table border=1>", Foreign::Html),
            (b"<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", Foreign::Html),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", Foreign::Html),
            (b"<?xml version=\"1.0\"?><html>", Foreign::Html),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related", Foreign::Html),
            (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", Foreign::XmlWorkbook),
            (b"<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", Foreign::XmlWorkbook),
            (b"<?xml version=\"1.0\"?><rss/>", Foreign::Xml),
            (b"\x89PNG\r\n\x1a\n", Foreign::Image),
            (b"\xff\xd8\xff\xe0", Foreign::Image),
            (b"BM\x36\x10\0\0\0\0\0\0", Foreign::Image),
            (b"\x1f\x8b\x08\0", Foreign::Archive),
            (b"Rar!\x1a\x07", Foreign::Archive),
            (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
            (b"\x09\x08\x08\x00\x00\x05", Foreign::OldWorkbook),
        ] {
            assert_eq!(kind(bytes), Err(Unreadable::Foreign(told)), "{bytes:?}");
        }
        for bytes in [&b"BM;1\nBN;2\n"[..], b"<5;1\n", b"a;b", b"\xff\xfea\0;\0", b"\ta\tb\n", b"7z;1", b"PK;1"] {
            assert_eq!(kind(bytes), Ok(Kind::Text), "{bytes:?}");
        }
        assert_eq!(kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off"), Err(Unreadable::Damaged));
        assert_eq!(kind(b""), Err(Unreadable::Empty));
        assert_eq!(kind(b" \r\n"), Err(Unreadable::Empty));
    }
}
