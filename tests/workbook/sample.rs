//! A document made for the tests: a report with a cover, tables of every kind of value, charts, and texts that mean harm.

use chrono::NaiveDate;
use plan::model::Decimal;
use plan::text::Lang;
use plan::view::{
    Block, Cell, Chart, ChartKind, Column, Document, Facts, Holds, Letterhead, Outline, Rule, Series, Shown, Table,
    Tone, Value,
};

pub(crate) const NAUGHTY: [&str; 6] =
    ["=1+1", "@SUM(A1)", "_x0041_", "a\u{1b}[31mb\u{0}", "😀 '\u{201c}tên\u{201d}\n<b>&amp;", "+84 123"];
pub(crate) const MADE_UP: &str = "Số liệu minh họa & không phải số thật.";
const LONG: &str = "Rà soát, chuẩn hóa quy trình giải quyết thủ tục hành chính thuộc thẩm quyền; công khai đầy đủ trên Cổng dịch vụ công và niêm yết tại Bộ phận Tiếp nhận và Trả kết quả; báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15 của tháng cuối quý để tổng hợp.";

pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(crate) fn rate(numerator: &str, denominator: &str, percent: Option<&str>) -> Value {
    let percent = percent.map(decimal);
    Value::Rate { numerator: decimal(numerator), denominator: decimal(denominator), percent }
}

pub(crate) fn letterhead() -> Letterhead {
    Letterhead {
        rule: Rule::Circular2011,
        day: day(2019, 6, 30),
        parent: "UBND TỈNH THÍ DỤ".to_owned(),
        agency: "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH".to_owned(),
        state: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(),
        motto: "Độc lập - Tự do - Hạnh phúc".to_owned(),
        number: "Số: 12/BC-BCĐ".to_owned(),
        dated: "Thí Dụ, ngày 30 tháng 6 năm 2019".to_owned(),
        kind: "BÁO CÁO".to_owned(),
        subject: "Kết quả thực hiện Kế hoạch cải cách hành chính 6 tháng đầu năm 2019".to_owned(),
        to: String::new(),
        mark: Some(MADE_UP.to_owned()),
    }
}

pub(crate) fn facts() -> Facts {
    let mut facts = Facts::new("head");
    facts.add("as-of", "Ngày đánh giá", Cell::new(Value::Date(day(2019, 6, 30)), "30/06/2019"));
    facts.add("targets", "Số chỉ tiêu", Cell::new(Value::Int(7), "7"));
    facts.add("met", "Chỉ tiêu đạt", Cell::new(rate("5", "7", Some("71.43")), "5/7 (71,43%)"));
    facts.add("basis", "Căn cứ", Cell::text(LONG));
    facts.add("made-up", "", Cell::data(Value::Bool(true)));
    facts
}

/// Seven rows of every kind of value.
pub(crate) fn targets() -> Table {
    let columns = vec![
        Column::right("number", "TT"),
        Column::new("name", "Nội dung, chỉ tiêu"),
        Column::hidden("id"),
        Column::right("value", "Thực hiện").holding(Holds::Amount),
        Column::right("bound", "Mức giao"),
        Column::right("rate", "Tỷ lệ đúng hạn").holding(Holds::Rate),
        Column::new("due", "Hạn"),
        Column::new("verdict", "Kết quả"),
        Column::new("leads", "Chủ trì"),
        Column::right("none", "Tỷ lệ gửi").holding(Holds::Rate),
    ];
    let mut table = Table::new("targets", "Kết quả thực hiện các chỉ tiêu", columns);
    table.sheet.push_str("Chỉ tiêu");
    let values = [
        rate("1234", "1250", Some("98.72")),
        rate("0", "0", None),
        Value::Number(decimal("79.996")),
        Value::Int(1_234_567),
        Value::Int(1_234_567_890_123_456),
        Value::Number(decimal("-0.50")),
        Value::Null,
    ];
    let tones = [Tone::Good, Tone::Quiet, Tone::Warn, Tone::Bad, Tone::Strong, Tone::Plain, Tone::Plain];
    for (at, value) in values.into_iter().enumerate() {
        let name = NAUGHTY.get(at).copied().unwrap_or(LONG);
        let due = if at == 6 { Value::Null } else { Value::Date(day(2019, 12, 31)) };
        table.rows.push(vec![
            Cell::new(Value::count(at + 1), (at + 1).to_string()),
            Cell::new(Value::Text(name.to_owned()), name),
            Cell::data(Value::Text(format!("T{at}"))),
            Cell::new(value, "–"),
            Cell::new(Value::Text("ít nhất 95%".to_owned()), "≥ 95%"),
            Cell::new(rate("7", "8", Some("87.50")), "87,50%"),
            Cell::new(due, "–"),
            Cell::toned(Value::Bool(at == 0), ["không đạt", "đạt"][usize::from(at == 0)], tones[at]),
            Cell {
                value: Value::Null, shown: Shown::plain("Sở Nội…").cut_from("Sở Nội vụ tỉnh Thí Dụ")
            },
            Cell::new(Value::Null, "–"),
        ]);
    }
    table
}

/// The course of so many targets over twelve months each, with a chart for each.
pub(crate) fn history(count: usize) -> (Table, Vec<Block>) {
    let columns = vec![
        Column::new("target", "Chỉ tiêu"),
        Column::new("period", "Kỳ"),
        Column::right("value", "Thực hiện").holding(Holds::Amount),
        Column::right("bound", "Mức giao").holding(Holds::Rate),
    ];
    let mut table = Table::new("history", "Diễn biến qua các kỳ", columns);
    table.sheet.push_str("Diễn biến");
    let mut charts = Vec::new();
    for own in 0..count {
        let name =
            format!("Chỉ tiêu {}: Tỷ lệ hồ sơ giải quyết đúng hạn tại cấp huyện, gồm cả Bộ phận Một cửa", own + 1);
        for month in 1..=12u32 {
            let value = match month {
                4 => (Value::Null, "–".to_owned()),
                5 => (rate("0", "0", None), "không phát sinh".to_owned()),
                month => {
                    let cases = 60 + month * 3;
                    (rate(&cases.to_string(), "100", Some(&format!("{cases}.00"))), format!("{cases},00%"))
                }
            };
            table.rows.push(vec![
                Cell::text(name.clone()),
                Cell::text(format!("tháng {month}/2019")),
                Cell::new(value.0, value.1),
                Cell::new(rate("95", "100", Some("95")), "95%"),
            ]);
        }
        let series =
            |name: &str, column: &str, is_bound| Series { name: name.to_owned(), column: column.to_owned(), is_bound };
        charts.push(Block::Chart(Chart {
            title: name,
            table: "history",
            rows: own * 12..own * 12 + 12,
            categories: "period",
            series: vec![series("Thực hiện", "value", false), series("Mức giao", "bound", true)],
            kind: ChartKind::Course,
        }));
    }
    (table, charts)
}

/// What each of twelve units did, drawn as bars.
pub(crate) fn units() -> (Table, Block) {
    let heads = [("done", "Hoàn thành"), ("late", "Quá hạn"), ("open", "Đang thực hiện"), ("none", "Chưa báo cáo")];
    let mut columns = vec![Column::new("unit", "Đơn vị")];
    columns.extend(heads.map(|(key, title)| Column::right(key, title)));
    let mut table = Table::new("units", "Tình hình thực hiện của từng đơn vị", columns);
    table.on_screen = false;
    table.sheet.push_str("Đơn vị [theo dõi]: tình hình thực hiện của từng đơn vị");
    for unit in 0..12usize {
        let mut row = vec![Cell::text(format!("Ủy ban nhân dân huyện Thí Dụ {}", unit + 1))];
        row.extend(
            [unit + 3, unit % 4, 9 - unit % 5, unit % 2].map(|count| Cell::new(Value::count(count), count.to_string())),
        );
        table.rows.push(row);
    }
    let series = heads.map(|(key, title)| Series { name: title.to_owned(), column: key.to_owned(), is_bound: false });
    let chart = Chart {
        title: "=(Số nội dung [theo dõi] của từng đơn vị!A1".to_owned(),
        table: "units",
        rows: 0..12,
        categories: "unit",
        series: series.to_vec(),
        kind: ChartKind::Stack,
    };
    (table, Block::Chart(chart))
}

/// So many tasks in ten columns.
pub(crate) fn tasks(count: usize) -> Table {
    let heads = [
        "TT",
        "Nội dung công việc",
        "Chủ trì",
        "Phối hợp",
        "Hạn",
        "Kết quả",
        "Sản phẩm",
        "Tài liệu kiểm chứng",
        "Khó khăn, vướng mắc",
        "Ghi chú",
    ];
    let columns = heads.iter().enumerate().map(|(at, head)| Column::new(format!("c{at}"), *head)).collect();
    let mut table = Table::new("tasks", "Nội dung công việc", columns);
    table.sheet.push_str("chỉ TIÊU");
    for task in 0..count {
        let row = (0..10).map(|at| match at {
            0 => Cell::new(Value::count(task + 1), (task + 1).to_string()),
            1 => Cell::text(format!("{}. {LONG}", task + 1)),
            4 => Cell::new(Value::Date(day(2019, u32::try_from(task % 12 + 1).expect("a month"), 28)), ""),
            5 => Cell::toned(Value::Text("x".to_owned()), "chậm tiến độ", Tone::Warn),
            9 if task % 3 == 0 => Cell::text("Sở Nội vụ\nSở Thông tin và Truyền thông"),
            9 => Cell::text(""),
            _ => Cell::text(&LONG[..LONG.char_indices().nth(20 + 7 * at).expect("long").0]),
        });
        table.rows.push(row.collect());
    }
    table
}

/// The whole report.
pub(crate) fn report(count: usize, charts: usize) -> Document {
    let (history, courses) = history(charts);
    let (units, bars) = units();
    let outline = Outline { heads: Vec::new(), lines: Vec::new(), tables: vec![units] };
    let empty =
        Table { sheet: "History".to_owned(), ..Table::new("empty", "Không có", vec![Column::new("a", "Cột")]) };
    let mut blocks = vec![
        Block::Letterhead(Box::new(letterhead())),
        Block::Para(Shown::plain("Một đoạn văn mà bảng tính không có.")),
        Block::Note(Shown::plain(MADE_UP)),
        Block::Note(Shown::plain(
            "=Số liệu tính đến ngày 30/06/2019; đơn vị nào chưa gửi báo cáo đến ngày này thì số liệu của đơn vị đó chưa có trong các bảng.",
        )),
        Block::Facts(facts()),
        Block::Table(targets()),
        Block::Table(history),
        Block::Outline(outline),
        Block::Table(Table::new("no-sheet", "Không có trang", vec![Column::new("a", "Cột")])),
        Block::Table(tasks(count)),
        Block::Table(empty),
        bars,
    ];
    blocks.extend(courses);
    Document { command: "report", lang: Lang::Vi, main: "targets", blocks }
}
