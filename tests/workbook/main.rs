//! Workbooks of a document: each cell as a second reader finds it, and what a reader of cells does not see, in the parts of the
//! file.

mod sample;

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use plan::render::workbook;
use plan::text::Lang;
use plan::view::{Block, Cell, Chart, ChartKind, Column, Document, Holds, Series, Shown, Table, Value};
use sample::{MADE_UP, NAUGHTY, decimal, letterhead, rate, report, targets, units};

fn document(blocks: Vec<Block>) -> Document {
    Document { command: "report", lang: Lang::Vi, main: "targets", blocks }
}

fn written(document: &Document) -> Vec<u8> {
    workbook(document).expect("a workbook")
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(bytes)).expect("open the workbook")
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    open(bytes).worksheet_range(name).expect("the sheet")
}

fn at(range: &Range<Data>, row: u32, column: u32) -> Data {
    range.get_value((row, column)).cloned().unwrap_or(Data::Empty)
}

fn text(range: &Range<Data>, row: u32, column: u32) -> String {
    at(range, row, column).to_string()
}

/// Returns a part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// Returns what stands from a sign on to another.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let begin = text.find(from).unwrap_or_else(|| panic!("{from} in {text}")) + from.len();
    &text[begin..begin + text[begin..].find(to).expect("an end")]
}

/// Returns the format of numbers of a cell.
fn number_format(bytes: &[u8], sheet: &str, cell: &str) -> String {
    let sheet = part(bytes, sheet);
    let style: usize = between(&sheet, &format!("<c r=\"{cell}\" s=\""), "\"").parse().expect("a style");
    let styles = part(bytes, "xl/styles.xml");
    let looks = between(&styles, "<cellXfs", "</cellXfs>");
    let look = looks.split("<xf ").nth(style + 1).expect("a look");
    let id = between(look, "numFmtId=\"", "\"");
    between(&styles, &format!("<numFmt numFmtId=\"{id}\" formatCode=\""), "\"").to_owned()
}

#[test]
fn each_table_has_its_sheet_in_order_with_its_charts_behind_it() {
    let names = open(&written(&report(2, 3))).sheet_names();
    let expected = [
        "BÁO CÁO",
        "Chỉ tiêu",
        "Diễn biến",
        "Diễn biến – Biểu đồ",
        "Đơn vị -theo dõi-- tình hình th",
        "Đơn vị -theo dõi-- tì – Biểu đồ",
        "chỉ TIÊU (2)",
        "History (2)",
    ];
    assert_eq!(names, expected);
    assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
}

#[test]
fn a_cover_has_head_notes_and_facts_and_no_prose() {
    let bytes = written(&report(2, 0));
    let cover = sheet(&bytes, "BÁO CÁO");
    let first: Vec<String> = (0..=cover.end().expect("cells").0).map(|row| text(&cover, row, 0)).collect();
    let head = letterhead();
    for line in [&head.agency, &head.number, &head.dated, &head.kind, &head.subject, &MADE_UP.to_owned()] {
        assert!(first.contains(line), "{line}");
    }
    assert!(first.iter().all(|line| !line.contains("đoạn văn")));
    let row = |label: &str| u32::try_from(first.iter().position(|own| own == label).expect("a label")).expect("a row");
    assert_eq!(at(&cover, row("Số chỉ tiêu"), 1), Data::Float(7.0));
    assert_eq!(text(&cover, row("Chỉ tiêu đạt"), 1), "5/7 (71,43%)");
    assert!(matches!(at(&cover, row("Ngày đánh giá"), 1), Data::DateTime(day) if (day.as_f64() - 43646.0).abs() < 0.1));
}

#[test]
fn every_sheet_says_by_itself_that_figures_are_made_up() {
    let bytes = written(&report(2, 3));
    let mut book = open(&bytes);
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).expect("a sheet");
        assert!(range.cells().any(|(_, _, cell)| cell.get_string() == Some(MADE_UP)), "{name}");
    }
    for number in 1..=8 {
        let part = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(part.contains("Số liệu minh họa &amp;&amp; không phải số thật.&amp;R"), "{number}");
        assert!(part.contains("&amp;P/&amp;N</oddFooter>"), "{number}");
    }
}

#[test]
fn a_fraction_is_a_percentage_and_its_counts() {
    let bytes = written(&report(2, 0));
    let range = sheet(&bytes, "Chỉ tiêu");
    let heads: Vec<String> = (0..13).map(|column| text(&range, 4, column)).collect();
    let expected = [
        "TT",
        "Nội dung, chỉ tiêu",
        "Thực hiện",
        "Thực hiện – Tử số",
        "Thực hiện – Mẫu số",
        "Mức giao",
        "Tỷ lệ đúng hạn",
        "Tỷ lệ đúng hạn – Tử số",
        "Tỷ lệ đúng hạn – Mẫu số",
        "Hạn",
        "Kết quả",
        "Chủ trì",
        "Tỷ lệ gửi",
    ];
    assert_eq!(heads, expected);
    let row = |row| [2, 3, 4].map(|column| at(&range, row, column));
    assert_eq!(row(5), [Data::Float(0.9872), Data::Float(1234.0), Data::Float(1250.0)]);
    assert_eq!(row(6), [Data::String("–".to_owned()), Data::Float(0.0), Data::Float(0.0)]);
    assert_eq!(row(7), [Data::Float(79.996), Data::Empty, Data::Empty]);
    assert_eq!(row(8), [Data::Float(1_234_567.0), Data::Empty, Data::Empty]);
    // Sixteen digits are more than a spreadsheet keeps.
    assert_eq!(row(9), [Data::String("1.234.567.890.123.456".to_owned()), Data::Empty, Data::Empty]);
    assert_eq!(row(10), [Data::Float(-0.5), Data::Empty, Data::Empty]);
    assert_eq!(row(11), [Data::String("–".to_owned()), Data::Empty, Data::Empty]);
    let format = |cell| number_format(&bytes, "xl/worksheets/sheet2.xml", cell);
    assert_eq!(["C6", "D6", "C8", "C9", "C11"].map(format), ["0.00%", "#,##0", "#,##0.000", "#,##0", "#,##0.00"]);
    assert_eq!(format("J6"), "dd/mm/yyyy");
}

#[test]
fn days_are_days_and_texts_are_whole() {
    let bytes = written(&report(2, 0));
    let range = sheet(&bytes, "Chỉ tiêu");
    // 31 December 2019 is day 43830 of a spreadsheet.
    assert!(matches!(at(&range, 5, 9), Data::DateTime(day) if (day.as_f64() - 43830.0).abs() < 0.1));
    assert_eq!(text(&range, 11, 9), "–");
    assert_eq!(text(&range, 5, 10), "đạt");
    assert_eq!(text(&range, 5, 11), "Sở Nội vụ tỉnh Thí Dụ");
    assert_eq!(text(&range, 5, 5), "≥ 95%");
    let english = Document { lang: Lang::En, ..document(vec![Block::Table(targets())]) };
    assert_eq!(number_format(&written(&english), "xl/worksheets/sheet2.xml", "J4"), "yyyy-mm-dd");
}

#[test]
fn no_text_is_a_formula_and_every_text_stays_what_it_is() {
    let bytes = written(&report(2, 3));
    let range = sheet(&bytes, "Chỉ tiêu");
    for (row, name) in (5..).zip(NAUGHTY) {
        assert_eq!(text(&range, row, 1), name.replace(['\u{1b}', '\0'], "\u{fffd}"));
    }
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains(">_x005F_x0041_<"), "the library escapes what looks like its escapes");
    assert!(!strings.contains('\u{1b}') && !strings.contains("_x001B_") && strings.contains("a\u{fffd}[31mb\u{fffd}"));
    for number in 1..=8 {
        assert!(!part(&bytes, &format!("xl/worksheets/sheet{number}.xml")).contains("<f>"), "{number}");
    }
}

#[test]
fn rows_can_be_filtered_and_heads_stay_in_sight() {
    let bytes = written(&report(2, 3));
    let targets = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(targets.contains(r#"<autoFilter ref="A5:M12"/>"#));
    assert!(targets.contains(r#"<pane xSplit="1" ySplit="5" topLeftCell="B6""#));
    // Nothing is merged from the head on.
    assert_eq!(between(&targets, "<mergeCells", "</mergeCells>").matches("<mergeCell ").count(), 3);
    assert!(targets.contains(r#"<mergeCell ref="A1:M1"/>"#));
    assert!(targets.contains(r#"fitToHeight="0" orientation="landscape""#));
    let few = part(&bytes, "xl/worksheets/sheet5.xml");
    assert!(few.contains(r#"<pane ySplit="5" topLeftCell="A6""#));
    let empty = part(&bytes, "xl/worksheets/sheet8.xml");
    assert!(!empty.contains("<autoFilter") && empty.contains(r#"orientation="portrait""#));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("'Chỉ tiêu'!$5:$5") && book.contains("'Diễn biến – Biểu đồ'!$1:$3"), "{book}");
}

#[test]
fn a_course_is_drawn_in_per_cent_with_gaps_and_its_bound_is_dashed() {
    let bytes = written(&report(2, 3));
    let chart = part(&bytes, "xl/charts/chart2.xml");
    assert!(chart.contains("<c:lineChart>") && chart.contains(r#"<c:dispBlanksAs val="gap"/>"#));
    for range in ["$B$18:$B$29", "$C$18:$C$29", "$F$18:$F$29"] {
        assert!(chart.contains(&format!("<c:f>'Diễn biến'!{range}</c:f>")), "{range}");
    }
    assert!(chart.contains(r#"<c:max val="1"/><c:min val="0"/>"#) && chart.contains(r#"formatCode="0%""#));
    let series: Vec<&str> = chart.split("<c:ser>").skip(1).collect();
    assert!(series[0].contains("Thực hiện") && series[0].contains("circle") && !series[0].contains("prstDash"));
    assert!(series[1].contains("Mức giao") && series[1].contains(r#"<c:symbol val="none"/>"#));
    assert!(series[1].contains(r#"<a:prstDash val="dash"/>"#));
    // A text would be drawn as nought.
    let range = sheet(&bytes, "Diễn biến");
    assert_eq!([at(&range, 8, 2), at(&range, 9, 2)], [Data::Empty, Data::Empty]);
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    assert_eq!(drawing.matches("descr=\"Chỉ tiêu ").count(), 3);
}

#[test]
fn bars_stand_in_the_order_of_the_table_and_a_name_is_never_an_address() {
    let (table, chart) = units();
    let bytes = written(&document(vec![Block::Table(table), chart]));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains(r#"<c:barDir val="bar"/><c:grouping val="stacked"/>"#));
    assert_eq!(chart.matches("<c:ser>").count(), 4);
    assert!(between(&chart, "<c:catAx>", "</c:catAx>").contains(r#"<c:orientation val="maxMin"/>"#));
    assert!(between(&chart, "<c:valAx>", "</c:valAx>").contains(r#"<c:crosses val="max"/>"#));
    assert!(between(&chart, "<c:title>", "</c:title>").contains("=(Số nội dung [theo dõi] của từng đơn vị!A1"));
}

#[test]
fn a_chart_of_what_has_no_sheet_is_none_and_rows_that_are_not_there_are_not_drawn() {
    let chart = |table, column: &str, rows| {
        let series = vec![Series { name: "a".to_owned(), column: column.to_owned(), is_bound: false }];
        let title = "Biểu đồ".to_owned();
        Block::Chart(Chart { title, table, rows, categories: "unit", series, kind: ChartKind::Course })
    };
    let (table, _) = units();
    let mut blocks = vec![Block::Table(table), chart("gone", "done", 0..2), chart("units", "gone", 0..2)];
    blocks.push(chart("units", "done", 12..20));
    assert_eq!(open(&written(&document(blocks.clone()))).sheet_names().len(), 2);
    blocks.push(chart("units", "done", 10..20));
    let bytes = written(&document(blocks));
    assert!(part(&bytes, "xl/charts/chart1.xml").contains("!$B$14:$B$15</c:f>"));
}

#[test]
fn more_than_a_hundred_per_cent_is_not_cut_off() {
    let columns = vec![Column::new("unit", "Kỳ"), Column::right("done", "Đạt").holding(Holds::Rate)];
    let mut table = Table::new("units", "Bảng", columns);
    table.sheet = "Bảng".to_owned();
    table.rows.push(vec![Cell::text("I"), Cell::new(rate("120", "100", Some("120.00")), "")]);
    table.rows.push(vec![
        Cell::text("II"),
        Cell::new(Value::Rate { numerator: decimal("1"), denominator: decimal("0"), percent: None }, "–"),
    ]);
    let series = vec![Series { name: "Đạt".to_owned(), column: "done".to_owned(), is_bound: false }];
    let chart = Chart {
        title: "Đạt".to_owned(),
        table: "units",
        rows: 0..2,
        categories: "unit",
        series,
        kind: ChartKind::Course,
    };
    let bytes = written(&document(vec![Block::Table(table), Block::Chart(chart)]));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains(r#"<c:min val="0"/>"#) && !chart.contains("<c:max val"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = written(&report(5, 7));
    // A clock that shows would have gone on.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == written(&report(5, 7)));
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2019-06-30T00:00:00Z</dcterms:created>"), "{core}");
    assert!(core.contains("<dc:title>BÁO CÁO Kết quả thực hiện Kế hoạch"), "{core}");
}

#[test]
fn a_text_that_no_cell_holds_is_said_to_be_too_long() {
    let mut table = Table::new("targets", "Bảng", vec![Column::new("a", "Cột")]);
    table.sheet = "Bảng".to_owned();
    table.rows.push(vec![Cell::text("a".repeat(32_767))]);
    assert!(workbook(&document(vec![Block::Table(table.clone())])).is_ok());
    table.rows.push(vec![Cell::text("a".repeat(32_768))]);
    let why = workbook(&document(vec![Block::Table(table)])).expect_err("a text that is too long");
    assert!(why.0.contains("32,767"), "{}", why.0);
}

#[test]
fn a_document_that_is_no_official_one_has_a_cover_too() {
    let blocks = vec![Block::Heading("Tổng hợp".to_owned()), Block::Note(Shown::plain("Ghi chú"))];
    let bytes = written(&document(blocks));
    assert_eq!(open(&bytes).sheet_names(), ["Tổng hợp"]);
    assert!(part(&bytes, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    assert_eq!(open(&written(&document(Vec::new()))).sheet_names(), ["report"]);
}
