//! Findings in Vietnamese, for an officer who is not a programmer: what is wrong, why where needed, what to do.

mod criteria;
mod data;
mod phrases;
mod recipe;

use phrases::{allowed_list, bad_period, meant, noun, or_list, quoted, toml_fault, type_name, unused};

use super::{Finding, Noun, Related, Words};

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
        Related::LockedHere => "khi khóa",
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
        Finding::UnknownKey { key, table, near, known } => say(
            format!("{table} không có khóa “{key}”"),
            "",
            meant(near.as_deref(), &format!("xóa khóa này; ở đây còn có thể ghi: {}", known.join(", "))),
        ),
        Finding::MissingKey { key, table, is_comment } => {
            let help = if *is_comment {
                "dòng này đang là ghi chú: điền giá trị rồi bỏ dấu # ở đầu dòng".to_owned()
            } else {
                format!("thêm một dòng: {key} = ...")
            };
            say(format!("{table} thiếu khóa “{key}”"), "", help)
        }
        Finding::MissingOneOf { keys, table } => {
            say(format!("{table} thiếu một trong các khóa {}", or_list(keys)), "", "thêm đúng một trong các khóa đó")
        }
        Finding::ConflictingKeys { keys, table } => say(
            format!("{table} có cả {}", keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(" và ")),
            "",
            "chỉ giữ lại một",
        ),
        Finding::WrongType { key, expected, found, example } => say(
            format!("“{key}” phải là {}, ở đây là {}", type_name(*expected).0, type_name(*found).0),
            "",
            format!("viết như sau: {}", example.as_deref().unwrap_or(type_name(*expected).1)),
        ),
        Finding::NotOneOf { key, value, allowed, near } => say(
            format!("“{key}” không thể là “{value}”"),
            "",
            meant(near.as_deref(), &format!("viết một trong các từ: {}", allowed_list(allowed))),
        ),
        Finding::OutOfRange { key, value, low: i64::MIN, high: _ } => say(
            format!("số {value} của “{key}” quá lớn hoặc có quá nhiều chữ số thập phân"),
            "",
            "viết số ngắn hơn, đủ các chữ số, không dùng số mũ",
        ),
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
        Finding::TooMany { key, found, most } => {
            say(format!("“{key}” có {found} mục, nhiều hơn {most}"), "", "chia ra nhiều biểu mẫu")
        }
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
        Finding::UnknownId { id, wanted, near: Some(near), is_name: true } => {
            say(format!("“{id}” là tên, ở đây cần mã của {}", noun(*wanted)), "", format!("viết \"{near}\""))
        }
        Finding::UnknownId { id, wanted, near, is_name: _ } => say(
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
        Finding::RevisionOrder { day } => say(
            format!("lần điều chỉnh mức giao từ {day} không đúng thứ tự"),
            "",
            "viết các lần điều chỉnh theo thứ tự ngày from, mỗi ngày một lần",
        ),
        Finding::BaselineOrder { day, deadline } => say(
            format!("mức xuất phát ngày {day} không trước hạn {deadline}"),
            "",
            "ghi ngày của mức xuất phát trước khi bắt đầu thực hiện, chẳng hạn ngày cuối năm trước",
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
        Finding::ShareAcrossForms { indicator } => say(
            format!("“{indicator}” có share = true, nhưng tử số và mẫu số nằm ở nhiều biểu mẫu"),
            "",
            "share chỉ dùng khi cả tử số và mẫu số ở cùng một biểu mẫu, để kiểm tra được từng báo cáo; xóa share, hoặc đưa số liệu về một biểu mẫu",
        ),
        Finding::RepeatedDeliverable { name } => say(
            format!("nội dung này có hai sản phẩm cùng tên “{name}”"),
            "lần thứ hai",
            "đặt tên khác nhau để data/deliverables.csv chỉ đúng sản phẩm, chẳng hạn thêm “lần 1”, “lần 2”",
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
        Finding::PlanPeriod { text, near } => bad_period(text, near.as_deref()),
        Finding::ReservedId { id } => say(
            format!("mã “{id}” đã có nghĩa riêng: tên tệp, tên cột, số nội dung, kỳ, hoặc từ plan, all"),
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
        Finding::NoPeriodInTime { by, first } => say(
            format!(
                "hạn {by} đến trước khi kỳ số liệu đầu tiên kết thúc ({first}), nên không bao giờ có gì để đánh giá"
            ),
            "",
            "lùi hạn, hoặc cho biểu mẫu báo cáo theo kỳ ngắn hơn",
        ),
        Finding::BoundAsFraction { bound, meant } => say(
            format!("mức {bound} của một tỷ lệ tính theo phần trăm"),
            "",
            format!(
                "nếu ý là {meant}% thì viết {meant}; nếu đúng là {bound}% thì khai bound-as-fraction trong [severity], kèm lý do"
            ),
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
        Finding::MeasureNotCounted { measure, near } => say(
            format!("số liệu “{measure}” chưa nói đếm gì trong sổ hồ sơ"),
            "",
            meant(
                near.as_deref(),
                "biểu mẫu này đếm từ sổ hồ sơ: thêm count = \"...\", hoặc entered = true nếu số này vẫn do đơn vị nhập",
            ),
        ),
        Finding::CountKind { count, kind } => say(
            format!("“{count}” đếm ra số loại {kind}, không có phần thập phân; số liệu khai khác"),
            "",
            format!("ghi kind = \"{kind}\" và bỏ decimals, hoặc đếm thứ khác"),
        ),
        Finding::CountWithoutRule { count } => say(
            format!("“{count}” cần quy tắc xin lỗi, kế hoạch chưa khai"),
            "",
            "thêm vào plan.toml: [register] rồi apology = { by = \"before-due\", new-dates = 1 }, theo văn bản đang áp dụng",
        ),
        Finding::CriterionNumber { no } => criteria::number(no),
        Finding::CriteriaFile { name, near } => criteria::file(name, near.as_deref()),
        Finding::Criteria { no, fault } => criteria::fault(no, fault),
        Finding::CriterionSum { no, stated, sum } => criteria::sum(no, stated, sum),
        Finding::PointsAboveMax { points, max } => criteria::above_max(points, max),
        Finding::UnusedUnit { unit } => {
            unused(Noun::Unit, unit, "không chủ trì, phối hợp việc nào và không gửi biểu mẫu nào")
        }
        Finding::UnusedForm { form } => unused(Noun::Form, form, "không có số liệu nào dùng trong chỉ tiêu"),
        Finding::UnusedMeasure { measure } => {
            unused(Noun::Measure, measure, "không dùng trong chỉ tiêu, đẳng thức nào")
        }
        Finding::BadAddress { text, is_column } => recipe::bad_address(text, *is_column),
        Finding::BadRows { text } => recipe::bad_rows(text),
        Finding::RecipeColumns { fault } => recipe::columns(fault),
        data_findings!() => data::words(finding).unwrap_or_default(),
    }
}
