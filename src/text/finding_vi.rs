//! Findings in Vietnamese, for an officer who is not a programmer: what is wrong, why where needed, what to do.

mod phrases;

use phrases::{bad_date, bad_number, meant, noun, or_list, overdue, quoted, toml_fault, type_name, unused};

use super::{Finding, Lang, Noun, Related, Words, number};

fn say(title: impl Into<String>, label: &str, help: impl Into<String>) -> Words {
    Words { title: title.into(), label: label.to_owned(), help: help.into() }
}

/// Words what a second place has to do with a finding.
pub(super) fn related(related: &Related) -> &'static str {
    match related {
        Related::FirstHere => "lần đầu ở đây",
        Related::DeclaredHere => "khai báo ở đây",
        Related::AgainstThis => "mâu thuẫn với chỗ này",
        Related::PeriodBefore => "kỳ trước",
    }
}

/// Words a finding.
#[expect(clippy::too_many_lines, reason = "one arm for each finding, so that a missing wording does not compile")]
pub(super) fn words(finding: &Finding) -> Words {
    match finding {
        Finding::TomlSyntax { fault, text } => toml_fault(fault, text),
        Finding::TomlDecimalComma { fixed } => say(
            "số thập phân viết bằng dấu phẩy",
            "dùng dấu chấm",
            format!("trong plan.toml phần thập phân đứng sau dấu chấm: viết {fixed}"),
        ),
        Finding::TomlBareKey { key } => say(
            format!("khóa “{key}” có chữ ngoài bảng chữ cái tiếng Anh"),
            "",
            "khóa viết bằng tiếng Anh, không dấu, không cách, chẳng hạn title hoặc at-least; tiếng Việt chỉ viết ở giá trị, trong dấu ngoặc kép",
        ),
        Finding::TomlDuplicateKey { key } => say(
            format!("khóa “{key}” viết hai lần trong cùng một bảng"),
            "lần thứ hai",
            "giữ lại một; nếu là hai mục khác nhau thì mỗi mục cần một dòng tiêu đề riêng, chẳng hạn [[unit]]",
        ),
        Finding::NotFinite { key } => {
            say(format!("“{key}” phải là một số cụ thể"), "", "viết một số, chẳng hạn 95 hoặc 2.5; không dùng inf, nan")
        }
        Finding::UnknownKey { key, table, near } => say(
            format!("{table} không có khóa “{key}”"),
            "",
            meant(near.as_deref(), "xóa khóa này, hoặc xem tên các khóa trong docs/plan-toml.md"),
        ),
        Finding::MissingKey { key, table } => {
            say(format!("{table} thiếu khóa “{key}”"), "", format!("thêm một dòng: {key} = ..."))
        }
        Finding::MissingOneOf { keys, table } => {
            say(format!("{table} thiếu một trong các khóa {}", or_list(keys)), "", "thêm đúng một trong các khóa đó")
        }
        Finding::ConflictingKeys { keys, table } => say(
            format!("{table} có cả {}", keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(" và ")),
            "",
            "chỉ giữ lại một",
        ),
        Finding::WrongType { key, expected, found } => say(
            format!("“{key}” phải là {}, ở đây là {}", type_name(*expected).0, type_name(*found).0),
            "",
            format!("viết như sau: {}", type_name(*expected).1),
        ),
        Finding::NotOneOf { key, value, allowed, near } => say(
            format!("“{key}” không thể là “{value}”"),
            "",
            meant(near.as_deref(), &format!("viết một trong các từ: {}", or_list(allowed))),
        ),
        Finding::OutOfRange { key, value, low: i64::MIN, high: _ } => {
            say(format!("số {value} của “{key}” quá lớn"), "", "viết số nhỏ hơn")
        }
        Finding::OutOfRange { key, value, low, high } => {
            say(format!("“{key}” là {value}, ngoài khoảng cho phép"), "", format!("viết một số từ {low} đến {high}"))
        }
        Finding::EmptyText { key } => {
            say(format!("“{key}” để trống"), "", "viết nội dung, hoặc bỏ cả dòng nếu không có")
        }
        Finding::EmptyList { key } => {
            say(format!("danh sách “{key}” để trống"), "", "viết ít nhất một giá trị trong ngoặc vuông")
        }
        Finding::ListLength { key, expected, found } => say(
            format!("“{key}” phải có {expected} giá trị, ở đây có {found}"),
            "",
            "phần thập phân viết sau dấu chấm, các giá trị cách nhau bằng dấu phẩy: [2.5, 10]",
        ),
        Finding::BadId { id } => say(
            format!("mã “{id}” không đúng dạng"),
            "",
            "mã chỉ gồm chữ thường không dấu a-z, chữ số và dấu gạch nối ở giữa, chẳng hạn mot-cua",
        ),
        Finding::DuplicateId { id } => say(
            format!("mã “{id}” đã được dùng"),
            "lần thứ hai",
            "đặt mã khác: không mã nào được trùng, kể cả giữa đơn vị, biểu mẫu, số liệu và chỉ tiêu",
        ),
        Finding::DuplicateTask { no } => {
            say(format!("có hai nội dung công việc cùng số {no}"), "lần thứ hai", "sửa lại số thứ tự “no”")
        }
        Finding::UnknownId { id, wanted, near } => say(
            format!("không có {} nào có mã “{id}”", noun(*wanted)),
            "chưa khai báo trong plan.toml",
            meant(near.as_deref(), &format!("sửa mã, hoặc khai báo {} này trong plan.toml", noun(*wanted))),
        ),
        Finding::WrongNoun { id, wanted, found } => say(
            format!("“{id}” là mã của {}, ở đây cần mã của {}", noun(*found), noun(*wanted)),
            "",
            format!("viết mã của một {}", noun(*wanted)),
        ),
        Finding::NameTaken { name, owner } => say(
            format!("tên “{name}” đã là tên của “{owner}”"),
            "",
            "mỗi tên, kể cả tên khác trong aliases, chỉ thuộc về một đơn vị hoặc nhóm; bỏ tên ở một nơi",
        ),
        Finding::BadYears { from, to } => say(
            format!("kế hoạch bắt đầu năm {from} nhưng kết thúc năm {to}"),
            "",
            "năm đầu “from” không được sau năm cuối “to”",
        ),
        Finding::BadSpan { from, to } => say(
            format!("thời gian kết thúc {to} trước khi bắt đầu {from}"),
            "",
            "sửa lại ngày bắt đầu hoặc ngày kết thúc",
        ),
        Finding::BadMonthDay { text } => say(
            format!("“{text}” không phải là ngày trong năm"),
            "",
            "viết tháng rồi đến ngày, mỗi số hai chữ số: \"12-31\" là ngày 31 tháng 12",
        ),
        Finding::DayOutsidePlan { day, from, to } => say(
            format!("ngày {day} nằm ngoài thời gian của kế hoạch"),
            "",
            format!("kế hoạch từ {from} đến {to}; sửa ngày, hoặc sửa năm của kế hoạch trong [plan]"),
        ),
        Finding::NoBound { table } => say(
            format!("{table} không nói phải đạt bao nhiêu"),
            "",
            "thêm một khóa: at-least (ít nhất), at-most (nhiều nhất), between (trong khoảng) hoặc equals (bằng)",
        ),
        Finding::SeveralBounds { keys } => say(
            format!("có nhiều mức cùng lúc: {keys}"),
            "",
            "chỉ giữ một; nếu cần cả mức thấp và mức cao thì dùng between = [thấp, cao]",
        ),
        Finding::EmptyBound { low, high } => say(
            format!("mức thấp {low} lớn hơn mức cao {high}"),
            "",
            format!("viết mức thấp trước: between = [{high}, {low}]"),
        ),
        Finding::MilestoneOrder { day } => say(
            format!("mốc {day} không đúng thứ tự"),
            "",
            "viết các mốc theo thứ tự ngày, mốc cuối trước hạn của mức giao",
        ),
        Finding::NoDeadline { key } => say(
            format!("“{key}” chỉ dùng cho mức giao có hạn"),
            "",
            format!("thêm by = ngày vào mức giao, hoặc bỏ “{key}”"),
        ),
        Finding::BaselineBound => say(
            "baseline không dùng được với between hoặc equals",
            "",
            "dùng at-least hoặc at-most, hoặc thay baseline bằng milestones",
        ),
        Finding::EmptyFormula { indicator } => say(
            format!("chỉ tiêu “{indicator}” không có công thức"),
            "",
            "thêm numerator (tử số) và denominator (mẫu số), hoặc level (một mức đã công bố)",
        ),
        Finding::LevelInSum { measure } => say(
            format!("số liệu “{measure}” là một mức (level) nên không cộng được"),
            "",
            "khai báo chỉ tiêu bằng level, không bằng numerator và denominator",
        ),
        Finding::NotALevel { measure } => say(
            format!("số liệu “{measure}” không phải loại level"),
            "",
            "khóa level chỉ nhận số liệu có kind = \"level\"; số đếm thì dùng numerator và denominator",
        ),
        Finding::FormulaAndLevel { indicator } => say(
            format!("chỉ tiêu “{indicator}” vừa có công thức vừa có level"),
            "",
            "giữ level, hoặc giữ numerator và denominator",
        ),
        Finding::LevelOfManyUnits { indicator, form } => say(
            format!("chỉ tiêu “{indicator}” lấy một mức, nhưng biểu mẫu “{form}” có nhiều đơn vị báo cáo"),
            "",
            "thêm each-unit = true vào mức giao để đánh giá từng đơn vị, hoặc để biểu mẫu chỉ còn một đơn vị",
        ),
        Finding::FormWithoutUnits { form } => say(
            format!("biểu mẫu “{form}” không có đơn vị nào báo cáo"),
            "",
            "ghi mã đơn vị hoặc nhóm vào units, hoặc units = \"all\"",
        ),
        Finding::PublishedWithoutSource { form } => say(
            format!("biểu mẫu “{form}” là số liệu đã công bố nhưng không ghi nguồn"),
            "",
            "thêm source = \"tên văn bản hoặc nơi công bố\"",
        ),
        Finding::FormWithoutDue { form } => say(
            format!("biểu mẫu “{form}” không có hạn gửi"),
            "",
            "thêm due = { working-days = 2 } hoặc due = { days = 5 }",
        ),
        Finding::MeasureOfOtherForm { measure, form } => say(
            format!("số liệu “{measure}” không thuộc biểu mẫu “{form}”"),
            "",
            "identities và carries chỉ dùng số liệu của chính biểu mẫu đó",
        ),
        Finding::GroupCycle { group } => {
            say(format!("nhóm “{group}” chứa chính nó"), "", "bỏ một nhóm khỏi members để các nhóm không chứa lẫn nhau")
        }
        Finding::NoTask => {
            say("kế hoạch chưa có nội dung công việc nào", "", "thêm ít nhất một mục [[task]] vào plan.toml")
        }
        Finding::PlanPeriod { text } | Finding::BadPeriod { text } => say(
            format!("không đọc được kỳ “{text}”"),
            "",
            "viết 2019-06 (tháng), 2019-Q2 (quý), 2019-H1 (sáu tháng), 2019 (năm)",
        ),
        Finding::ReservedId { id } => say(
            format!("mã “{id}” đã dành riêng cho tệp và cột có sẵn trong data/"),
            "",
            "đặt mã khác, chẳng hạn thêm một từ vào sau",
        ),
        Finding::RepeatedId { id, key } => {
            say(format!("“{id}” có hai lần trong “{key}”"), "lần thứ hai", "xóa một chỗ: mỗi mã chỉ được tính một lần")
        }
        Finding::CalendarConflict { day } => say(
            format!("ngày {day} vừa là ngày nghỉ vừa là ngày làm bù"),
            "lần thứ hai",
            "xóa khỏi một trong hai danh sách",
        ),
        Finding::ParentCycle { unit } => {
            say(format!("“{unit}” là cấp trên của chính nó"), "", "sửa parent để các đơn vị không vòng lại nhau")
        }
        Finding::ParentAndChild { parent, child, form } => say(
            format!("“{child}” và cấp trên của nó là “{parent}” cùng báo cáo biểu mẫu “{form}”"),
            "",
            "số của đơn vị cấp dưới sẽ bị tính hai lần: chỉ để một cấp báo cáo; nếu số của hai cấp tách riêng nhau thì khai parent-and-child trong [severity], kèm lý do",
        ),
        Finding::OverlappingExcuses { unit, period } => {
            say(format!("“{unit}” được miễn kỳ {period} hai lần"), "lần thứ hai", "giữ lại một, để chỉ có một lý do")
        }
        Finding::IdleExcuse { unit, period } => say(
            format!("miễn kỳ {period} cho “{unit}” không có tác dụng: không có báo cáo nào phải gửi trong kỳ đó"),
            "",
            "kiểm tra lại kỳ và biểu mẫu, hoặc xóa dòng này",
        ),
        Finding::ExtensionNotLater { to, deadline } => say(
            format!("gia hạn đến {to} không muộn hơn hạn cũ, {deadline}"),
            "",
            "kiểm tra lại ngày; nếu là rút ngắn thời hạn thì sửa schedule",
        ),
        Finding::ImpossibleBound { bound, indicator } => say(
            format!("không tỷ lệ nào của “{indicator}” đạt được mức {bound}"),
            "",
            "tử số là một phần của mẫu số nên tỷ lệ nằm trong khoảng từ 0 đến 100; nếu tử số có thể lớn hơn thì viết share = false ở chỉ tiêu",
        ),
        Finding::ContradictoryTargets { indicator, first, second } => say(
            format!("hai mức giao {first} và {second} của “{indicator}” không thể cùng đạt"),
            "",
            "kiểm tra lại mức hoặc thời hạn của hai mức giao",
        ),
        Finding::MilestonePastBound { milestone, bound } => say(
            format!("mốc {milestone} đòi hỏi quá mức giao {bound}"),
            "",
            "mốc trên đường đi không được khó hơn hoặc ngược với mức giao cuối cùng",
        ),
        Finding::MilestoneFalls { day, before } => say(
            format!("mốc {day} thấp hơn mốc {before} trước nó"),
            "",
            "kiểm tra lại hai mốc; nếu đúng là chủ ý thì khai milestone-falls trong [severity], kèm lý do",
        ),
        Finding::SeverityFixed { code } => say(
            format!("không thể hạ mức của “{code}”"),
            "",
            "đây là lỗi làm số liệu đọc ra không còn đúng: sửa chỗ sai trong tệp, và xóa dòng này",
        ),
        Finding::UnusedUnit { unit } => {
            unused(Noun::Unit, unit, "không chủ trì, phối hợp việc nào và không gửi biểu mẫu nào")
        }
        Finding::UnusedForm { form } => unused(Noun::Form, form, "không có số liệu nào dùng trong chỉ tiêu"),
        Finding::UnusedMeasure { measure } => {
            unused(Noun::Measure, measure, "không dùng trong chỉ tiêu, đẳng thức nào")
        }
        Finding::NotUtf8 => say(
            "tệp không ở dạng chữ UTF-8",
            "từ đây",
            "trong Excel chọn lưu dạng “CSV UTF-8”; bảng mã TCVN3, VNI hay Windows-1258 phải chuyển trước",
        ),
        Finding::UnclosedQuote => say(
            "dấu ngoặc kép mở ở đây không được đóng đúng chỗ",
            "",
            "đóng dấu ngoặc kép ở cuối ô; dấu ngoặc kép nằm trong ô thì viết hai lần liền nhau: \"\"",
        ),
        Finding::WrongDelimiter { found } => say(
            format!(
                "các cột cách nhau bằng {}",
                if *found == '\t' { "phím Tab".to_owned() } else { quoted(&found.to_string()) }
            ),
            "",
            "các cột phải cách nhau bằng dấu phẩy: lưu lại ở dạng CSV có dấu phẩy, phần thập phân dùng dấu chấm",
        ),
        Finding::RecordTooLong => {
            say("dòng dài quá 1 MiB", "", "dòng này được bỏ qua; kiểm tra xem tệp có đúng là CSV không")
        }
        Finding::EmptyFile => {
            say("tệp trống, không có dòng tiêu đề", "", "viết dòng tiêu đề với tên các cột, hoặc xóa tệp")
        }
        Finding::MissingColumn { column, near } => say(
            format!("thiếu cột “{column}”"),
            "",
            near.as_ref().map_or_else(
                || format!("thêm cột “{column}” vào dòng tiêu đề và mỗi dòng; ô chưa có số liệu để trống"),
                |near| format!("có phải cột “{near}” không? Đổi tên cột đó thành “{column}”"),
            ),
        ),
        Finding::UnknownColumn { column, near } => say(
            format!("cột “{column}” không có trong biểu mẫu"),
            "",
            meant(near.as_deref(), "xóa cột này, hoặc khai báo số liệu trong plan.toml"),
        ),
        Finding::DuplicateColumn { column } => {
            say(format!("có hai cột tên “{column}”"), "lần thứ hai", "xóa hoặc đổi tên một cột")
        }
        Finding::CellCount { expected, found } => say(
            format!("dòng có {found} ô, tiêu đề có {expected} cột"),
            "",
            if found > expected {
                "ô có dấu phẩy bên trong phải đặt trong dấu ngoặc kép; số viết không có dấu phân cách hàng nghìn, phần thập phân sau dấu chấm"
            } else {
                "thêm dấu phẩy cho các ô còn thiếu; ô chưa có số liệu để trống giữa hai dấu phẩy"
            },
        ),
        Finding::MissingCell { column } => say(format!("ô “{column}” để trống"), "", "ô này bắt buộc: điền giá trị"),
        Finding::ControlCharacter { column } => {
            say(format!("ô “{column}” có ký tự điều khiển không nhìn thấy"), "", "xóa nội dung ô rồi gõ lại")
        }
        Finding::BadNumber { text, why } => {
            let (title, help) = bad_number(text, *why);
            say(title, "", help)
        }
        Finding::NegativeCount { text } => {
            say(format!("số đếm “{text}” nhỏ hơn không"), "", "số đếm không được âm; chưa có số liệu thì để trống")
        }
        Finding::BadDate { text, why } => {
            let (title, help) = bad_date(text, *why);
            say(title, "", help)
        }
        Finding::PeriodKind { text, example } => {
            say(format!("“{text}” không đúng loại kỳ ở đây"), "", format!("viết theo dạng {example}"))
        }
        Finding::PeriodOutsidePlan { text } => say(
            format!("kỳ {text} nằm ngoài các năm của kế hoạch"),
            "",
            "sửa kỳ; nếu là số liệu những năm trước thì thêm history = true vào biểu mẫu",
        ),
        Finding::UnknownUnit { name, near } => say(
            format!("không có đơn vị nào tên “{name}”"),
            "chưa khai báo trong plan.toml",
            meant(near.as_deref(), "khai báo đơn vị trong plan.toml, hoặc thêm tên này vào aliases của đơn vị"),
        ),
        Finding::UnitNotListed { unit, form } => say(
            format!("“{unit}” không nằm trong các đơn vị báo cáo biểu mẫu “{form}”"),
            "",
            "thêm đơn vị vào units của biểu mẫu trong plan.toml, hoặc bỏ dòng này",
        ),
        Finding::UnitNotThere { unit, period } => say(
            format!("“{unit}” không tồn tại trong kỳ {period}"),
            "",
            "sửa kỳ hoặc đơn vị; hoặc sửa from, until của đơn vị trong plan.toml",
        ),
        Finding::DuplicateReport { unit, period } => {
            say(format!("“{unit}” đã có số liệu cho kỳ {period}"), "lần thứ hai", "giữ lại dòng đúng, xóa dòng kia")
        }
        Finding::MissingReported => {
            say("chưa ghi ngày nhận báo cáo", "", "ghi ngày nhận lần đầu vào cột reported, chẳng hạn 2019-07-05")
        }
        Finding::ReportedInFuture { day, today } => {
            say(format!("ngày nhận {day} sau ngày hôm nay, {today}"), "", "kiểm tra lại ngày, tháng, năm")
        }
        Finding::ReportedEarly { day, period, closes } => say(
            format!("báo cáo kỳ {period} nhận ngày {day}, trước khi hết kỳ {closes}"),
            "",
            "kiểm tra lại ngày nhận và kỳ; số liệu chỉ được tính khi đã hết kỳ",
        ),
        Finding::IdentityFails { total, stated, parts, sum } => say(
            format!("“{total}” ghi {stated}, nhưng {parts} cộng lại là {sum}"),
            "",
            "hỏi lại đơn vị rồi sửa ô sai; số liệu vẫn được tính như đã ghi",
        ),
        Finding::CarriesUnequal { opening, stated, closing, before } => say(
            format!("“{opening}” ghi {stated}, nhưng “{closing}” của kỳ trước là {before}"),
            "",
            "hỏi lại đơn vị rồi sửa kỳ sai; số liệu vẫn được tính như đã ghi",
        ),
        Finding::FixedChanged { measure, now, before } => say(
            format!("“{measure}” ghi {now}, kỳ trước ghi {before}, trong khi kế hoạch khai số này không đổi trong năm"),
            "",
            "hỏi lại đơn vị; nếu số này có thể thay đổi thì bỏ fixed = true trong plan.toml",
        ),
        Finding::ToDateFalls { measure, now, before } => say(
            format!("“{measure}” là số lũy kế nhưng giảm từ {before} xuống {now}"),
            "",
            "hỏi lại đơn vị: số lũy kế từ đầu năm không thể giảm; số liệu vẫn được tính như đã ghi",
        ),
        Finding::NumeratorAbove { indicator, numerator, denominator } => say(
            format!("tử số của “{indicator}” là {numerator}, lớn hơn mẫu số {denominator}"),
            "",
            "tử số là một phần của mẫu số: hỏi lại đơn vị rồi sửa ô sai; số liệu vẫn được tính như đã ghi",
        ),
        Finding::ReportedThoughExcused { unit, period } => say(
            format!("“{unit}” được miễn báo cáo kỳ {period} nhưng có số liệu"),
            "",
            "số liệu này vẫn được tính; xóa dòng này, hoặc xóa lý do miễn trong plan.toml",
        ),
        Finding::UnknownTask { text } => say(
            format!("kế hoạch không có nội dung công việc số “{text}”"),
            "",
            "ghi số thứ tự như trong plan.toml, chẳng hạn 7",
        ),
        Finding::UnknownDeliverable { name, task, near } => say(
            format!("nội dung công việc số {task} không có sản phẩm “{name}”"),
            "",
            meant(near.as_deref(), "ghi đúng tên sản phẩm trong deliverables của nội dung công việc đó"),
        ),
        Finding::UnknownUpdateKind { text } => say(
            format!("không có loại cập nhật “{text}”"),
            "",
            "viết result (kết quả), obstacle (vướng mắc), proposal (đề xuất) hoặc done (hoàn thành)",
        ),
        Finding::DatedInFuture { day, today } => {
            say(format!("ngày {day} sau ngày hôm nay, {today}"), "", "kiểm tra lại ngày, tháng, năm")
        }
        Finding::UnitNotOfTask { unit, task } => say(
            format!("“{unit}” không chủ trì, cũng không phối hợp nội dung công việc số {task}"),
            "",
            "kiểm tra lại đơn vị và số thứ tự; chỉ cập nhật của đơn vị chủ trì mới được tính là đã báo cáo",
        ),
        Finding::RepeatedRow => {
            say("dòng này ghi lại đúng điều đã ghi ở dòng trước", "lần thứ hai", "xóa một trong hai dòng")
        }
        Finding::UnclaimedFile { name } => say(
            format!("không biểu mẫu nào dùng tệp “{name}”"),
            "",
            "đặt tên tệp theo mã biểu mẫu, hoặc chuyển tệp ra khỏi data/",
        ),
        Finding::ReportMissing { unit, form, period, due, days } => say(
            format!("“{unit}” chưa gửi “{form}” kỳ {period}, hạn {due}, {}", overdue(*days)),
            "",
            "đôn đốc đơn vị; nếu được miễn thì khai excused của đơn vị trong plan.toml, kèm lý do",
        ),
        Finding::ReportLate { unit, form, period, due, days } => say(
            format!(
                "“{unit}” gửi “{form}” kỳ {period} sau hạn {due}, chậm {} ngày",
                number(&days.to_string(), Lang::Vi)
            ),
            "",
            "ngày nhận lần đầu không sửa lại; ghi nguyên nhân vào cột note nếu cần",
        ),
        Finding::UpdateMissing { unit, task, period, due, days } => say(
            format!(
                "“{unit}” chưa cập nhật tiến độ nội dung công việc số {task} kỳ {period}, hạn {due}, {}",
                overdue(*days)
            ),
            "",
            "đôn đốc đơn vị, rồi ghi cập nhật vào data/updates.csv",
        ),
        Finding::NoEvidence { task, deliverable } => say(
            format!("nội dung công việc số {task} chưa có số, ký hiệu của “{deliverable}”"),
            "",
            "ghi văn bản, kèm số và ngày ban hành, vào data/deliverables.csv",
        ),
        Finding::AliasUsed { name, unit, id } => {
            say(format!("“{name}” là cách viết khác của “{unit}”"), "", format!("viết mã {id} cho gọn và chắc"))
        }
    }
}
