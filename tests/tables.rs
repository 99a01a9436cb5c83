//! Files that somebody sends: each is read right, or refused with what it is and what to do; none takes the program along.
#![expect(clippy::disallowed_methods, reason = "a test writes the files that are sent, and reads samples")]

mod common;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use common::Scratch;
use common::reports::reports;
use encoding_rs::WINDOWS_1252;
use plan::syntax::table::{Cell, Legacy, Unreadable, grids, legacy};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Sends a file and returns why it is refused, in a language.
fn why(scratch: &Scratch, bytes: &[u8], lang: &str) -> String {
    std::fs::write(scratch.path().join("sent"), bytes).expect("the file");
    let ran = scratch.run(&format!("import sent --dry-run --format json --lang {lang}"));
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    let json: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    json["files"][0]["refused"].as_str().expect("a reason").to_owned()
}

fn assert_why(scratch: &Scratch, bytes: &[u8], vi: &str, en: &str) {
    for (lang, part) in [("vi", vi), ("en", en)] {
        let own = why(scratch, bytes, lang);
        assert!(own.contains(part), "no {part}: {own}");
    }
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(content).expect("its content");
    }
    writer.finish().expect("a package").into_inner()
}

/// An xlsx by its parts: what the workbook says of itself, its cell formats by number, and its sheets: state, and XML within the sheet.
fn xlsx(head: &str, formats: &[(u16, &str)], sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Override PartName=\"/xl/workbook.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
    );
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r\" Type=\"{REL}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let (mut list, mut relations) = (String::new(), String::new());
    for (at, (state, _)) in sheets.iter().enumerate() {
        write!(list, "<sheet name=\"S{at}\" sheetId=\"{}\" state=\"{state}\" r:id=\"r{at}\"/>", at + 1).expect("text");
        write!(relations, "<Relationship Id=\"r{at}\" Type=\"{REL}/worksheet\" Target=\"worksheets/s{at}.xml\"/>")
            .expect("text");
    }
    let book = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\">{head}<sheets>{list}</sheets></workbook>");
    let relations = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>");
    let (mut numbers, mut styles) = (String::new(), String::from("<xf numFmtId=\"0\"/>"));
    for (number, code) in formats {
        write!(numbers, "<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>").expect("text");
        write!(styles, "<xf numFmtId=\"{number}\"/>").expect("text");
    }
    let styles =
        format!("<styleSheet xmlns=\"{MAIN}\"><numFmts>{numbers}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>");
    let contents: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(at, (_, xml))| {
            (format!("xl/worksheets/s{at}.xml"), format!("<worksheet xmlns=\"{MAIN}\">{xml}</worksheet>"))
        })
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    parts.extend(contents.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())));
    packed(&parts)
}

/// An ods with these tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// Sheet data of cells by address.
fn cells(list: &[(&str, &str)]) -> String {
    let mut xml = String::from("<sheetData>");
    for (address, rest) in list {
        let row: String = address.chars().filter(char::is_ascii_digit).collect();
        write!(xml, "<row r=\"{row}\"><c r=\"{address}\" {rest}</c></row>").expect("text");
    }
    xml + "</sheetData>"
}

#[test]
fn what_is_no_table_is_called_by_its_name() {
    let scratch = reports();
    let main = |own: &str| {
        format!(
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.{own}.main+xml\"/></Types>"
        )
    };
    let zip = |name: &str, text: &str| packed(&[(name, text.as_bytes())]);
    let files: Vec<(Vec<u8>, &str, &str)> = vec![
        (zip("[Content_Types].xml", &main("wordprocessingml.document")), "plan init --table", "Word document"),
        (zip("[Content_Types].xml", &main("presentationml.presentation")), "trình chiếu", "slides"),
        (zip("mimetype", "application/vnd.oasis.opendocument.text"), "odt", "odt"),
        (zip("a.pdf", "x"), "giải nén", "unpack"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), "PDF", "PDF"),
        (b"{\\rtf1\\ansi".to_vec(), "RTF", "RTF"),
        ("\u{feff}<html><table><tr><td>Số".into(), "trang web", "web page"),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(), "2003", "2003"),
        (b"<?xml version=\"1.0\"?><rss/>".to_vec(), "XML", "XML"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "ảnh", "picture"),
        (b"\x1f\x8b\x08\0\0".to_vec(), "giải nén", "unpack"),
        (b"Rar!\x1a\x07\x01\0".to_vec(), "giải nén", "unpack"),
        (b"7z\xbc\xaf\x27\x1c\0".to_vec(), "giải nén", "unpack"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00".to_vec(), "Excel 4", "Excel 4"),
        (Vec::new(), "trống", "empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0".to_vec(), "không phải bảng tính", "neither a workbook"),
        (b"a;b\n\"c;d\n".to_vec(), "dòng 2", "line 2"),
    ];
    for (bytes, vi, en) in files {
        assert_why(&scratch, &bytes, vi, en);
    }
}

#[test]
fn text_that_is_not_unicode_is_refused_with_its_first_line() {
    let scratch = reports();
    let latin = |text: &str| WINDOWS_1252.encode(text).0.into_owned();
    let abc = latin("STT;N\r\n1;Tæng thu NSNN trªn ®Þa bµn\r\n");
    assert_why(&scratch, &abc, "TCVN3 (ABC), không phải Unicode, dòng 2: “Tæng thu NSNN trªn ®Þa bµn”", "UniKey");
    let vni = latin("STT;N\r\n1;Ñôn vò tính: trieäu ñoàng\r\n");
    assert_why(&scratch, &vni, "VNI Windows, không phải Unicode, dòng 2", "from VNI Windows to Unicode");
    assert_why(&scratch, &latin("a\nZürich\n"), "dòng 2 (byte FC)", "line 2 (bytes FC)");
}

#[test]
fn what_unpacks_without_end_is_not_unpacked() {
    let scratch = reports();
    let zeros = vec![0; 200 * 1024 * 1024];
    let mut bomb = packed(&[("xl/workbook.xml", &zeros)]);
    assert_why(&scratch, &bomb, "hơn 100 MB", "more than 100 MB");
    let length = u32::try_from(zeros.len()).expect("a length").to_le_bytes();
    for at in (0..bomb.len() - 4).rev() {
        if bomb[at..at + 4] == length {
            bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert!(!why(&scratch, &bomb, "vi").is_empty());
    let names: Vec<String> = (0..6_000).map(|at| format!("xl/{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_why(&scratch, &packed(&parts), "5.000 phần", "5,000 parts");
}

#[test]
fn seventeen_billion_cells_are_not_held() {
    let scratch = reports();
    let far = cells(&[("A1", "><v>1</v>"), ("XFD1048576", "><v>2</v>")]);
    let dimension = format!("<dimension ref=\"A1:XFD1048576\"/>{far}");
    assert_why(&scratch, &xlsx("", &[], &[("visible", &dimension)]), "dòng 100.000", "row 100,000");
    // Formats alone take no place, however far they reach.
    let near = cells(&[("A1", "><v>1</v>"), ("XFD1048576", "s=\"1\">")]);
    let grids_near = grids(&xlsx("", &[(10, "0.00%")], &[("visible", &near)])).expect("a workbook");
    assert_eq!(*grids_near[0].rows, [[Cell::Number("1".into())]]);
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" \
               office:value=\"1\" table:number-columns-repeated=\"1000\"/></table:table-row>";
    let many = ods(&format!("<table:table table:name=\"A\">{row}</table:table>"));
    assert_why(&scratch, &many, "1.000.000 ô", "1,000,000 cells");
    let wide: Vec<u8> = "<sst uniqueCount=\"99999999999999\"/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for shared in [
        &b"<sst uniqueCount=\"99999999999999\"/>"[..],
        b"<a uniqueCount=\"1\"/><sst uniqueCount = '99999999999999'/>",
        &wide,
    ] {
        let lied = packed(&[("xl/sharedStrings.xml", shared)]);
        assert!(matches!(grids(&lied), Err(Unreadable::Broken(_))), "{shared:?}");
    }
    // One text of a megabyte that stands in each of a hundred cells.
    let text = "a".repeat(1024 * 1024);
    let first = format!("t=\"str\"><v>{text}</v>");
    let list: Vec<(String, &str)> = (1..=60).map(|row| (format!("A{row}"), first.as_str())).collect();
    let list: Vec<(&str, &str)> = list.iter().map(|(address, rest)| (address.as_str(), *rest)).collect();
    assert_why(&scratch, &xlsx("", &[], &[("visible", &cells(&list))]), "50 MB chữ", "50 MB of text");
}

#[test]
fn one_sheet_that_cannot_be_read_leaves_the_others() {
    let scratch = reports();
    let good = cells(&[("B2", "><v>1</v>")]);
    let bad = format!("<dimension ref=\"1:69\"/>{good}");
    let book = xlsx("", &[], &[("visible", &bad), ("visible", &good)]);
    let read = grids(&book).expect("a workbook");
    assert!(matches!(read[0].unread, Some(Unreadable::Broken(_))) && read[0].rows.is_empty());
    assert_eq!(read[1].cell(1, 1).text(), "1");
    assert_why(&scratch, &book, "trang “S0” thì không đọc được", "the sheet \"S0\" cannot be");
}

#[test]
fn cells_are_what_a_spreadsheet_shows() {
    let list = [
        ("A1", "><v>2527980.8698990005</v>"),
        ("A2", "><v>1E+21</v>"),
        ("A3", "s=\"1\"><v>0.85</v>"),
        ("A4", "s=\"2\"><v>0.85</v>"),
        ("A5", "s=\"3\"><v>42034</v>"),
        ("A6", "s=\"4\"><v>42034.4375</v>"),
        ("A7", "t=\"e\"><v>#REF!</v>"),
        ("A8", "><f>A1*2</f>"),
        ("A9", "t=\"str\"><f>IF(A1,&quot;&quot;)</f><v></v>"),
        (
            "A10",
            "t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Tổng </t></r><r><t>số_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is>",
        ),
        ("A11", "t=\"b\"><v>1</v>"),
        ("A12", "><v>-0</v>"),
        ("A13", "t=\"d\"><v>2019-01-31T00:00:00</v>"),
    ];
    let formats = [(170, "0.0%"), (171, "0.0&quot;%&quot;"), (172, "dd/mm/yyyy"), (173, "dd/mm/yyyy hh:mm")];
    let sheet = cells(&list);
    let book = xlsx(
        "<workbookPr date1904=\"1\"/>",
        &formats,
        &[("visible", &sheet), ("hidden", &sheet), ("veryHidden", &sheet)],
    );
    let read = grids(&book).expect("a workbook");
    assert_eq!(read.iter().map(|grid| grid.is_hidden).collect::<Vec<_>>(), [false, true, true]);
    let expected = [
        Cell::Number("2527980.869899".into()),
        Cell::Number("1000000000000000000000".into()),
        Cell::Percent("0.85".into()),
        Cell::Number("0.85".into()),
        Cell::Date("2019-01-31".into()),
        Cell::Date("2019-01-31 10:30:00".into()),
        Cell::Error("#REF!".into()),
        Cell::Formula("=A1*2".into()),
        Cell::Empty,
        Cell::Text("Tổng số".into()),
        Cell::Other("true".into()),
        Cell::Number("0".into()),
        Cell::Date("2019-01-31".into()),
    ];
    for (row, expected) in expected.iter().enumerate() {
        assert_eq!(read[0].cell(row, 0), expected, "A{}", row + 1);
    }
    let in_1900 = xlsx("", &formats, &[("visible", &sheet)]);
    assert_eq!(grids(&in_1900).expect("a workbook")[0].cell(4, 0).text(), "2015-01-30");
}

/// A workbook with some of everything, to be broken.
fn rich_book() -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0.0%");
    for name in ["Biểu 1", "Biểu 2"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for row in 0..30 {
            sheet.write_string(row, 0, format!("Chỉ tiêu {row}")).expect("a cell");
            sheet.write_number(row, 1, f64::from(row)).expect("a cell");
            sheet.write_number_with_format(row, 2, 0.25, &percent).expect("a cell");
            sheet.write_formula(row, 3, "=B1+1").expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Numbers that look random and are the same in each run.
fn random() -> impl FnMut(usize) -> usize {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    move |below| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 16).expect("64 bits") % below.max(1)
    }
}

#[test]
fn broken_files_are_read_or_refused_and_never_end_the_program() {
    let scratch = reports();
    let table = "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Số</text:p>\
                 </table:table-cell></table:table-row></table:table>";
    let text: Vec<u8> = "Chỉ tiêu;Số\n\"a\nb\";1,5\n".repeat(20).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = [rich_book(), ods(table), text, old_book()];
    let mut random = random();
    for bytes in &files {
        for part in 1..20 {
            why(&scratch, &bytes[..bytes.len() * part / 20], "vi");
        }
        for _ in 0..60 {
            let mut own = bytes.clone();
            for _ in 0..=random(8) {
                let at = random(own.len());
                own[at] = u8::try_from(random(256)).expect("a byte");
            }
            why(&scratch, &own, "en");
        }
    }
}

/// An old workbook (xls) of one sheet, by its records: [MS-XLS], [MS-CFB].
fn old_book() -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    let record = |kind: u16, content: &[u8]| {
        let length = u16::try_from(content.len()).expect("a record");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
    };
    let number = |row: u16, column: u16, style: u16, value: f64| {
        let fields: Vec<u8> = [row, column, style].into_iter().flat_map(u16::to_le_bytes).collect();
        record(0x0203, &[&fields[..], &value.to_le_bytes()].concat())
    };
    let bof = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let style = |format: u8| {
        let mut own = [0; 20];
        own[2] = format;
        record(0x00e0, &own)
    };
    let mut stream = [bof(5), style(0), style(10), style(14)].concat();
    let begin = u32::try_from(stream.len() + 14 + 4).expect("short");
    stream.extend(record(0x0085, &[&begin.to_le_bytes()[..], &[1, 0, 2, 0, b'A', b'B']].concat()));
    stream.extend(record(0x000a, &[]));
    stream.extend([bof(16), number(0, 0, 0, 1.5), number(0, 1, 1, 0.85), number(1, 0, 2, 43496.0)].concat());
    // A text of its own, in two bytes a letter.
    let label: Vec<u8> = "Số".encode_utf16().flat_map(u16::to_le_bytes).collect();
    stream.extend(record(0x0204, &[&[2, 0, 3, 0, 0, 0, 2, 0, 1][..], &label].concat()));
    stream.extend(record(0x0205, &[3, 0, 0, 0, 0, 0, 0x17, 1]));
    stream.extend(record(0x000a, &[]));
    stream.resize(4096, 0);
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.resize(24, 0);
    file.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    file.resize(44, 0);
    // One sector of chains, the folder in the second, the stream in eight behind it.
    file.extend([1, 1, 0, 4096, END, 0, END, 0, 0].into_iter().flat_map(u32::to_le_bytes));
    file.resize(512, 0xff);
    let chains = [0xffff_fffd, END].into_iter().chain(3..10).chain([END]);
    file.extend(chains.flat_map(u32::to_le_bytes));
    file.resize(1024, 0xff);
    for (name, kind, child, start, length) in [("Root Entry", 5, 1, END, 0), ("Workbook", 2, u32::MAX, 2, 4096)] {
        let from = file.len();
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(from + 64, 0);
        file.extend([u8::try_from(name.len() * 2 + 2).expect("short"), 0, kind, 1]);
        file.extend([u32::MAX, u32::MAX, child].into_iter().flat_map(u32::to_le_bytes));
        file.resize(from + 116, 0);
        file.extend([start, length, 0].into_iter().flat_map(u32::to_le_bytes));
    }
    file.resize(1536, 0);
    file.extend(stream);
    file
}

#[test]
fn an_old_workbook_is_read_with_its_percentages() {
    let read = grids(&old_book()).expect("a workbook");
    assert_eq!((read.len(), read[0].name.as_str(), read[0].is_hidden), (1, "AB", true));
    let rows = [
        vec![Cell::Number("1.5".into()), Cell::Percent("0.85".into())],
        vec![Cell::Date("2019-01-31".into())],
        vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Text("Số".into())],
        vec![Cell::Error("#REF!".into())],
    ];
    assert_eq!(*read[0].rows, rows);
}

/// Where samples are, if there are any.
fn samples() -> Option<PathBuf> {
    std::env::var_os("PLAN_SAMPLES").map(PathBuf::from).filter(|root| root.is_dir())
}

#[test]
fn every_sample_is_read_or_refused_with_a_reason() {
    let Some(root) = samples() else { return };
    let scratch = reports();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).expect("a sample");
            let own = why(&scratch, &bytes, "en");
            let name = path.display();
            assert!(!own.contains("may be damaged") && !own.contains("was given up"), "{name}: {own}");
            if name.to_string().contains("vn-") {
                let read = grids(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
                assert!(read.iter().any(|grid| grid.unread.is_none()), "{name}");
                // One of them has its unit in VNI, and names of places nowhere are taken for it.
                let old =
                    read.iter().flat_map(|grid| grid.rows.iter().flatten()).filter_map(|cell| legacy(cell.text()));
                let is_vni = name.to_string().ends_with("QT-2017-N-B66-TT343-95.xlsx");
                assert_eq!(old.collect::<Vec<_>>().first(), is_vni.then_some(&Legacy::Vni), "{name}");
            }
        }
    }
}
