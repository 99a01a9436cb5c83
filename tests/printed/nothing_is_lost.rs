//! Whatever a table has in its cells is found again in plan.toml, which is TOML and breaks no rule but by what it lacks.

use std::sync::LazyLock;

use plan::diag::{Beyond, SourceId, Sources};
use plan::edit::printed_plan;
use plan::load::{self, DataSet};
use plan::syntax::names::kept;
use plan::syntax::table::{Block, Cell, Grid, document};
use plan::text::Lang;
use proptest::prelude::*;

use crate::PUBLISHED;
use crate::made::{body, pieces, word_of, workbook};

const HEADS: [&str; 8] =
    ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Thời gian", "Kết quả", "Ghi chú", "Kinh phí"];

/// Texts that make it hard: marks of TOML, of lists, of names; letters in pieces; what is understood beside what is not.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Tổ A",
        "tổ a",
        "Văn phòng",
        "Các phòng, đơn vị trực thuộc",
        "Phòng, đơn vị trực thuộc",
        "UBND xã",
        ", ",
        ",",
        "; ",
        ";",
        "\n",
        "\n- ",
        " ",
        "\"",
        "\\",
        "'",
        "#",
        "]",
        "=",
        "\t",
        "\u{1}",
        "\u{7f}",
        "\r\n",
        "\u{a0}",
        "cha\u{323}\u{302}m",
        "Ð",
        "100%",
        "từ 80% trở lên",
        "Quý II",
        "Thường xuyên",
        "Trước 30/6/2019",
        "7",
        "(1)",
        "1.2",
        "I",
        "/",
        "Báo cáo",
        "Quyết định",
        "Báo cáo; báo cáo",
        "Nội dung",
        "STT",
        "'''",
        "\\u0041",
        "😀",
    ]);
    prop_oneof![
        3 => Just(String::new()),
        6 => prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat()),
        3 => (1u32..30).prop_map(|number| number.to_string()),
    ]
}

fn table() -> impl Strategy<Value = (Vec<usize>, Vec<Vec<String>>)> {
    let order = Just((0..HEADS.len()).collect::<Vec<_>>()).prop_shuffle();
    (order, prop::collection::vec(prop::collection::vec(cell(), HEADS.len()), 1..9))
}

/// A day of another year than the plan's stays as the table has it.
const ALLOWED: [&str; 1] = ["day-outside-plan"];

/// The published plan as text, as the text of a document of Word, and as a workbook.
static WHOLE: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
    let pieces = pieces(PUBLISHED);
    [PUBLISHED.as_bytes().to_vec(), body(&pieces).into_bytes(), workbook(&pieces)]
});

/// What stands around the table, so that nothing of the head lacks.
const AROUND: [&str; 6] = [
    "Số: 1/KH-X",
    "Hà Nội, ngày 02 tháng 01 năm 2019",
    "KẾ HOẠCH",
    "Thử của Sở X",
    "Căn cứ Luật A;",
    "Sở X lập kế hoạch:",
];

/// Fills in what the remarks ask for.
fn finished(text: &str) -> String {
    let text = text
        .replace("\n# lead = [\"...\"]", "\nlead = [\"x-y-z\"]")
        .replace("\nmembers = []", "\nmembers = [\"x-y-z\"]");
    let text = text.replace("\n# schedule = \"...\"", "\nschedule = \"continuous\"");
    format!("{text}\n[[unit]]\nid = \"x-y-z\"\nname = \"X Y Z\"\n")
}

/// Gathers every text of a TOML value.
fn texts(value: &toml::Value, into: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => into.push(text.clone()),
        toml::Value::Array(list) => list.iter().for_each(|own| texts(own, into)),
        toml::Value::Table(table) => table.values().for_each(|own| texts(own, into)),
        toml::Value::Integer(_) | toml::Value::Float(_) | toml::Value::Boolean(_) | toml::Value::Datetime(_) => {}
    }
}

/// Writes control codes out, as a comment has them.
fn seen(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\t' { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_became_of_a_file_it_is_read_or_refused(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        for whole in &*WHOLE {
            let mut bytes = whole.clone();
            for (at, byte) in &at {
                bytes[at.index(whole.len())] = *byte;
            }
            bytes.truncate(if cut.index(4) == 0 { cut.index(whole.len()) } else { whole.len() });
            let bytes = if whole.starts_with(b"<?xml") { word_of(&bytes) } else { bytes };
            if let Ok(blocks) = document(&bytes) {
                let _ = load::printed_plan(&blocks).map(|own| printed_plan(&own, chrono::NaiveDate::MIN, Lang::Vi)[0].text.parse::<toml::Table>().expect("TOML"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_of_every_cell_is_found_again((order, rows) in table()) {
        let row = |texts: Vec<&str>| texts.into_iter().map(|text| match text.trim() {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        }).collect::<Vec<_>>();
        let mut cells = vec![row(order.iter().map(|at| HEADS[*at]).collect())];
        cells.extend(rows.iter().map(|own| row(own.iter().map(String::as_str).collect())));
        let grid = Grid { name: String::new(), rows: cells.into(), has_decimal_comma: false, is_hidden: false, unread: None };
        let around = AROUND.map(|line| Block::Text(line.to_owned()));
        let blocks = around.into_iter().chain([Block::Table(grid)]).collect::<Vec<_>>();
        let Ok(own) = load::printed_plan(&blocks) else { return Ok(()) };
        let day = chrono::NaiveDate::from_ymd_opt(2019, 1, 5).expect("a day");
        for lang in [Lang::Vi, Lang::En] {
            let text = &printed_plan(&own, day, lang)[0].text;
            let parsed: toml::Table = text.parse().expect("plan.toml is TOML");
            let mut found = Vec::new();
            texts(&toml::Value::Table(parsed), &mut found);
            let comments: Vec<&str> = text.lines().filter_map(|line| Some(line.split_once('#')?.1)).collect();
            for own in rows.iter().flatten().map(|text| kept(text)).filter(|text| !text.is_empty()) {
                // The number of a task is one.
                let is_number = own.trim_end_matches(['.', ')']).bytes().all(|b| b.is_ascii_digit());
                let is_found = is_number || found.iter().any(|text| kept(text).contains(&own)) || comments.iter().any(|text| text.contains(&seen(&own)));
                prop_assert!(is_found, "{own:?} is lost in\n{text}");
            }
            let text = &finished(text);
            let mut wrong = Vec::new();
            let read = load::plan(&Sources::default(), SourceId(0), text, &DataSet::default(), &Beyond::new(10), &mut wrong);
            prop_assert!(read.is_ok());
            let codes: Vec<&str> = wrong.iter().map(|own| own.code().name()).collect();
            prop_assert!(codes.iter().all(|code| ALLOWED.contains(code)), "{codes:?} in\n{text}");
        }
    }
}
