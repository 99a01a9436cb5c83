//! Parts of sentences: names of things and types, reasons, offers.

use super::say;
use crate::text::{Allowed, BadDate, BadNumber, Lang, Noun, TomlFault, TypeName, Words, number};

/// Quotes a name.
pub(super) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// Offers the nearest name, or else says what to do.
pub(super) fn meant(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("có phải “{near}” không?"))
}

/// Lists names of which one is to be chosen.
pub(super) fn or_list(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} hoặc {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Lists words of which one is to be chosen, with their meanings.
pub(super) fn allowed_list(words: &[Allowed]) -> String {
    let said = |own: &Allowed| match own.vi {
        "" => quoted(own.word),
        meaning => format!("{} ({meaning})", quoted(own.word)),
    };
    words.iter().map(said).collect::<Vec<_>>().join("; ")
}

pub(super) fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Unit => "đơn vị",
        Noun::Group => "nhóm",
        Noun::Form => "biểu mẫu",
        Noun::Measure => "số liệu",
        Noun::Indicator => "chỉ tiêu",
        Noun::Index => "bộ chỉ số",
        Noun::Criterion => "tiêu chí",
        Noun::Task => "nội dung công việc",
    }
}

/// Returns the name of a type, and how to write a value of it.
pub(super) fn type_name(name: TypeName) -> (&'static str, &'static str) {
    match name {
        TypeName::Text => ("chữ", "\"...\", trong dấu ngoặc kép"),
        TypeName::Integer => ("số nguyên", "12, không có dấu ngoặc kép"),
        TypeName::Number => ("số", "95 hoặc 2.5, không có dấu ngoặc kép"),
        TypeName::Boolean => ("true hoặc false", "true (có) hoặc false (không), không có dấu ngoặc kép"),
        TypeName::Date => ("ngày", "2019-07-05, không có dấu ngoặc kép"),
        TypeName::List => ("danh sách", "[a, b], trong ngoặc vuông, kể cả khi chỉ có một"),
        TypeName::Table => ("bảng khóa và giá trị", "{ khóa = giá trị }"),
        TypeName::Tables => (
            "danh sách bảng",
            "mỗi mục một tiêu đề trong hai ngoặc vuông, chẳng hạn [[unit]], hoặc [{ khóa = giá trị }]",
        ),
        TypeName::TextOrList => ("chữ hoặc danh sách", "\"...\" hoặc [\"...\", \"...\"]"),
        TypeName::TextOrTable => ("chữ hoặc bảng khóa và giá trị", "\"...\" hoặc { khóa = giá trị }"),
        TypeName::DateTime => ("giờ hoặc ngày có giờ", "2019-07-05T10:00:00"),
    }
}

pub(super) fn bad_number(text: &str, why: BadNumber) -> (String, String) {
    let title = format!("không đọc được số “{text}”");
    let point = "phần thập phân đứng sau dấu chấm";
    let plain = "viết liền các chữ số, không có dấu phân cách hàng nghìn";
    match why {
        BadNumber::DecimalComma => (title, format!("{point}: viết {}", text.replace(',', "."))),
        BadNumber::ThousandsPoint => {
            let digits = text.replace('.', "").replace(',', ".");
            (title, format!("{plain}: {digits}"))
        }
        BadNumber::ThousandsComma => (title, format!("{plain}: {}", text.replace(',', ""))),
        BadNumber::Space => (title, "bỏ dấu cách: chỉ viết chữ số, không có dấu phân cách hàng nghìn".to_owned()),
        BadNumber::Footnote => (title, "bỏ ký hiệu chú thích khỏi ô; ghi chú viết vào cột note".to_owned()),
        BadNumber::Exponent => (title, "viết đủ các chữ số, không dùng số mũ: 100000, không phải 1e5".to_owned()),
        BadNumber::Percent => {
            (title, "bỏ dấu %; nếu là tỷ lệ thì ghi số đếm của tử số và mẫu số vào các cột".to_owned())
        }
        BadNumber::TooManyDecimals(0) => {
            (format!("“{text}” không phải là số nguyên"), "cột này là số đếm: viết số nguyên".to_owned())
        }
        BadNumber::TooManyDecimals(decimals) => (
            format!("“{text}” có quá {decimals} chữ số thập phân"),
            format!("viết không quá {decimals} chữ số sau dấu chấm, hoặc tăng decimals của số liệu trong plan.toml"),
        ),
        BadNumber::Unseen(c) => (
            format!("“{text}” có ký tự không nhìn thấy (U+{:04X})", u32::from(c)),
            "xóa nội dung ô rồi gõ lại".to_owned(),
        ),
        BadNumber::TooLarge => (format!("số “{text}” quá lớn"), "kiểm tra lại số chữ số".to_owned()),
        BadNumber::IsDate => (
            format!("ô có giá trị “{text}” đang ở định dạng ngày"),
            "đổi định dạng ô sang số (Number), xem lại con số rồi lưu".to_owned(),
        ),
        BadNumber::NoValue => (
            format!("ô có công thức “{text}” mà tệp chưa lưu kết quả"),
            "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập, hoặc thay công thức bằng con số".to_owned(),
        ),
        BadNumber::NotANumber => (
            format!("“{text}” không phải là số"),
            "viết số, chẳng hạn 1234 hoặc 12.5; chưa có số liệu thì để trống, không có phát sinh thì viết 0".to_owned(),
        ),
    }
}

pub(super) fn bad_date(text: &str, why: BadDate) -> (String, String) {
    let title = format!("không đọc được ngày “{text}”");
    let help = "viết năm-tháng-ngày: 2019-07-05 là ngày 05 tháng 7 năm 2019";
    match why {
        BadDate::DayFirst(Some(day)) => (title, format!("viết năm-tháng-ngày: {day}")),
        BadDate::DayFirst(None) => (title, help.to_owned()),
        BadDate::TwoDigitYear => (title, format!("viết năm đủ bốn chữ số; {help}")),
        BadDate::Unseen(c) => (
            format!("“{text}” có ký tự không nhìn thấy (U+{:04X})", u32::from(c)),
            "xóa nội dung ô rồi gõ lại".to_owned(),
        ),
        BadDate::Impossible => (format!("không có ngày “{text}”"), format!("kiểm tra lại ngày, tháng; {help}")),
        BadDate::NotIso => (title, format!("{help}; không ghi giờ")),
    }
}

/// Words a period that cannot be read.
pub(super) fn bad_period(text: &str, near: Option<&str>) -> Words {
    let shapes = "viết 2019-06 (tháng), 2019-Q2 (quý), 2019-H1 (sáu tháng), 2019 (năm)";
    say(
        format!("không đọc được kỳ “{text}”"),
        "",
        near.map_or_else(|| shapes.to_owned(), |near| format!("viết {near}")),
    )
}

/// Words a mistake in the form of plan.toml.
pub(super) fn toml_fault(fault: &TomlFault, text: &str) -> Words {
    let example = "viết theo dạng: name = \"Văn phòng Sở\"";
    match fault {
        TomlFault::Unquoted => say(
            format!("“{text}” phải đặt trong dấu ngoặc kép"),
            "",
            "chữ đặt giữa hai dấu ngoặc kép thẳng \"...\", không dùng dấu cong “...”",
        ),
        TomlFault::NoValue => say("thiếu giá trị sau dấu bằng", "", format!("{example}; nếu chưa có thì bỏ cả dòng")),
        TomlFault::NoEquals => say("thiếu dấu bằng giữa khóa và giá trị", "", example),
        TomlFault::NoKey => say("thiếu tên khóa trước dấu bằng", "", example),
        TomlFault::OpenText => say(
            "dấu ngoặc kép mở ở đây không được đóng",
            "",
            "thêm dấu ngoặc kép ở cuối; chữ dài nhiều dòng đặt giữa ba dấu ngoặc kép \"\"\"...\"\"\"",
        ),
        TomlFault::OpenBracket => say("dấu ngoặc mở ở đây không được đóng", "", "thêm dấu ngoặc đóng: ], ]] hoặc }"),
        TomlFault::LoneBracket => say("dấu ngoặc đóng không có dấu mở", "", "xóa dấu này, hoặc thêm dấu mở phía trước"),
        TomlFault::Header => say(
            format!("dòng tiêu đề “{text}” viết không đúng"),
            "",
            "tiêu đề viết một mình trên một dòng: [plan] hoặc [[unit]]",
        ),
        TomlFault::NoComma => {
            say("thiếu dấu phẩy giữa hai giá trị", "", "đặt dấu phẩy giữa các giá trị: [\"a\", \"b\"]")
        }
        TomlFault::ExtraComma => say("thừa dấu phẩy", "", "xóa dấu phẩy này"),
        TomlFault::MoreOnLine => {
            say("sau giá trị còn chữ thừa", "", "mỗi khóa viết trên một dòng; ghi chú đặt sau dấu #")
        }
        TomlFault::Escape => say(
            "dấu \\ trong chữ dùng không đúng",
            "",
            "một dấu \\ viết là \\\\; hoặc đặt chữ giữa hai dấu nháy đơn '...'",
        ),
        TomlFault::NumberShape => say(
            format!("số viết không đúng{}", if text.is_empty() { String::new() } else { format!(": “{text}”") }),
            "",
            "viết liền các chữ số, không có dấu phân cách hàng nghìn, không có %; phần thập phân sau dấu chấm: 1234 hoặc 2.5",
        ),
        TomlFault::Control => say("có ký tự điều khiển không nhìn thấy", "", "xóa chỗ này rồi gõ lại"),
        TomlFault::ValueAndTable => {
            say(format!("“{text}” vừa là giá trị vừa là bảng"), "", "đổi tên một trong hai khóa")
        }
        TomlFault::TooDeep => say("các dấu ngoặc lồng nhau quá nhiều lớp", "", "bỏ bớt dấu ngoặc"),
        TomlFault::Other(detail) => say(
            format!("plan.toml viết không đúng quy tắc TOML: {detail}"),
            "",
            "sửa theo các ví dụ trong docs/plan-toml.md",
        ),
    }
}

/// Words that something declared is used nowhere.
pub(super) fn unused(what: Noun, id: &str, why: &str) -> Words {
    say(
        format!("{} “{id}” khai báo mà không dùng: {why}", noun(what)),
        "",
        "xóa đi, hoặc dùng vào việc; nếu cần giữ thì khai mã cảnh báo này trong [severity], kèm lý do",
    )
}

/// Says by how many days something is overdue.
pub(super) fn overdue(days: i64) -> String {
    if days > 0 {
        format!("quá hạn {} ngày", number(&days.to_string(), Lang::Vi))
    } else {
        "đến hạn hôm nay".to_owned()
    }
}
