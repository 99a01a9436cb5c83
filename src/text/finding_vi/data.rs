//! Findings about data/ in Vietnamese, and about what is asked for by name.

use super::phrases::{bad_date, bad_number, bad_period, meant, overdue, quoted};
use super::{criteria, say};
use crate::text::{Finding, Lang, Stray, Words, number};

/// Words a finding; none for one about plan.toml.
#[expect(clippy::too_many_lines, reason = "one arm for each finding, so that a missing wording does not compile")]
pub(super) fn words(finding: &Finding) -> Option<Words> {
    Some(match finding {
        Finding::NotUtf8 { plan: true } => say(
            "tệp không ở dạng chữ UTF-8",
            "từ đây",
            "mở bằng trình soạn thảo văn bản rồi lưu lại với bảng mã UTF-8, không phải UTF-16; chữ TCVN3, VNI phải chuyển mã trước",
        ),
        Finding::NotUtf8 { plan: false } => say(
            "tệp không ở dạng chữ UTF-8",
            "từ đây",
            "trong Excel chọn lưu dạng “CSV UTF-8”; bảng mã UTF-16, TCVN3, VNI hay Windows-1258 phải chuyển trước",
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
        Finding::NoHeader { columns } => say(
            "dòng đầu của tệp không phải là dòng tiêu đề",
            "",
            format!("thêm lên đầu tệp một dòng tên cột: {}", columns.join(",")),
        ),
        Finding::MissingColumn { column, near } => say(
            format!("thiếu cột “{column}”"),
            "",
            near.as_ref().map_or_else(
                || format!("thêm cột “{column}” vào dòng tiêu đề và mỗi dòng; ô chưa có số liệu để trống"),
                |near| format!("có phải cột “{near}” không? Đổi tên cột đó thành “{column}”"),
            ),
        ),
        Finding::UnknownColumn { column, near } => say(
            format!("bảng này không có cột “{column}”"),
            "",
            meant(near.as_deref(), "đổi tên cột cho đúng, hoặc xóa cột; cột số liệu mới của biểu mẫu thì khai báo trong plan.toml"),
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
        Finding::BlankRow => say("dòng chỉ có dấu phẩy, không có ô nào ghi gì", "", "xóa dòng này"),
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
        Finding::BadPoints { text, decimals } => say(
            format!("“{text}” không phải là số điểm"),
            "",
            format!("viết số không âm, không quá {decimals} chữ số sau dấu chấm"),
        ),
        Finding::ScoreNotGiven { criterion, why } => criteria::not_given(criterion, *why),
        Finding::ScoreDiffers { criterion, given, computed } => criteria::differs(criterion, given, computed),
        Finding::ScoreSum { index, given, sum } => criteria::given_sum(index, given, sum),
        Finding::ScoreWithoutEvidence { criterion } => criteria::without_evidence(criterion),
        Finding::BadDate { text, why } => {
            let (title, help) = bad_date(text, *why);
            say(title, "", help)
        }
        Finding::BadPeriod { text, near } => bad_period(text, near.as_deref()),
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
        Finding::BlankCell { measure, indicator } => say(
            format!("“{measure}” để trống nên báo cáo này không được tính vào “{indicator}”"),
            "",
            "hỏi lại đơn vị rồi điền; không có phát sinh thì ghi 0; nếu chưa thể có số thì ghi lý do vào cột note",
        ),
        Finding::BlankReport { day } => say(
            format!("đã ghi ngày nhận {day} nhưng không có số liệu nào"),
            "",
            "điền số liệu, hoặc xóa dòng này: dòng trống vẫn bị coi là chưa gửi",
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
        Finding::UpdatedEarly { day, period } => say(
            format!("cập nhật ghi ngày {day}, trước khi kỳ {period} bắt đầu"),
            "",
            "kiểm tra lại ngày và kỳ",
        ),
        Finding::UnitNotOfTask { unit, task } => say(
            format!("“{unit}” không chủ trì, cũng không phối hợp nội dung công việc số {task}"),
            "",
            "kiểm tra lại đơn vị và số thứ tự; chỉ cập nhật của đơn vị chủ trì mới được tính là đã báo cáo",
        ),
        Finding::RepeatedRow => {
            say("dòng này ghi lại đúng điều đã ghi ở dòng trước", "lần thứ hai", "xóa một trong hai dòng")
        }
        Finding::UnknownAction { text } => {
            say(format!("không có việc “{text}”"), "", "viết freeze (khóa) hoặc lift (mở khóa); tệp này do plan freeze ghi")
        }
        Finding::FrozenChanged { locked, unit, period, measure, figures } => say(
            format!("kỳ {period} đã khóa: “{measure}” của “{unit}” khi khóa là {}, nay là {}", shown(&figures[0]), shown(&figures[1])),
            "",
            format!("ghi lại số cũ; nếu phải đính chính thì mở khóa, kèm lý do: plan freeze {locked} --lift --reason \"...\""),
        ),
        Finding::FrozenAdded { unit, period } => say(
            format!("kỳ {period} đã khóa mà nay có thêm báo cáo của “{unit}”"),
            "",
            "nhận báo cáo muộn thì mở khóa kỳ đó, kèm lý do, rồi khóa lại",
        ),
        Finding::FrozenGone { unit, period } => say(
            format!("kỳ {period} đã khóa mà báo cáo của “{unit}” không còn"),
            "",
            "lấy lại dòng đã xóa (xem git), hoặc mở khóa kỳ đó, kèm lý do",
        ),
        Finding::FrozenTampered { period } => say(
            format!("bản khóa của kỳ {period} không còn đúng như khi khóa"),
            "",
            "lấy lại data/frozen.csv và data/freezes.csv từ git; hai tệp này chỉ do plan freeze ghi",
        ),
        Finding::PersonalColumn { column } => say(
            format!("cột “{column}” chứa thông tin cá nhân"),
            "",
            "sổ hồ sơ ở đây không giữ tên, địa chỉ, điện thoại của ai: xóa cột này khỏi tệp; plan import tự bỏ các cột như vậy",
        ),
        Finding::PersonalValue => say(
            "ô này có số điện thoại".to_owned(),
            "thông tin cá nhân",
            "sổ hồ sơ ở đây không giữ tên, địa chỉ, điện thoại của ai: bỏ số đó khỏi ô",
        ),
        Finding::RecipeLacksColumn { column } => say(
            format!("mẫu đọc chưa nói cột nào là “{column}”"),
            "",
            format!("thêm một [[column]] có is = \"{column}\" và head hoặc at của cột đó trong bảng"),
        ),
        Finding::UnknownProcedure { code, near } => say(
            format!("không có thủ tục nào mã “{code}”"),
            "chưa có trong data/procedures.csv",
            meant(near.as_deref(), "thêm một dòng cho thủ tục này vào data/procedures.csv, hoặc sửa mã"),
        ),
        Finding::DuplicateDossier { id } => say(
            format!("hồ sơ “{id}” có hai dòng"),
            "lần thứ hai",
            "mỗi hồ sơ một dòng: giữ lại dòng đúng, xóa dòng kia",
        ),
        Finding::DaysReversed { later, day, earlier, before } => say(
            format!("{later} là {day}, trước {earlier} là {before}"),
            "",
            "xem lại hồ sơ rồi sửa ngày sai",
        ),
        Finding::OutcomeUnresolved { outcome } => say(
            format!("đã ghi kết quả “{outcome}” nhưng chưa ghi ngày trả"),
            "",
            "ghi ngày trả kết quả vào cột resolved; hồ sơ chưa xong thì để trống cột outcome",
        ),
        Finding::NoDueDay { procedure } => say(
            "chưa ghi ngày hẹn trả, cũng không tính được",
            "",
            format!("ghi ngày hẹn trả vào cột due, hoặc ghi số ngày làm việc của thủ tục “{procedure}” vào data/procedures.csv"),
        ),
        Finding::DueDiffers { due, computed, received, working_days, suspended } => say(
            format!("hẹn trả {due}, tính ra là {computed}"),
            "",
            format!(
                "nhận {received}, {working_days} ngày làm việc{} theo ngày nghỉ, ngày làm bù trong plan.toml; hạn vẫn lấy như đã ghi",
                if *suspended > 0 { format!(" (kể cả {suspended} ngày chờ bổ sung)") } else { String::new() }
            ),
        ),
        Finding::LevelAbove { level, offered } => say(
            format!("hồ sơ ghi mức độ {level}, thủ tục chỉ cung cấp ở mức độ {offered}"),
            "",
            "sửa level của hồ sơ, hoặc của thủ tục trong data/procedures.csv",
        ),
        Finding::ApologyLate { apologised, due } => say(
            format!("xin lỗi ngày {apologised}, hẹn trả {due}: muộn theo quy tắc đã khai"),
            "",
            "kiểm tra lại ngày của văn bản xin lỗi; quy tắc nằm ở [register] trong plan.toml",
        ),
        Finding::ApologyIncomplete { lacks, has } => say(
            format!("có {has} nhưng để trống {lacks}"),
            "",
            "ghi cho đủ số, ngày văn bản xin lỗi và ngày hẹn lại; chỉ tính là đã xin lỗi khi có ngày văn bản",
        ),
        Finding::TooManyNewDates { count, most } => say(
            format!("hẹn lại {count} lần, quy tắc đã khai cho nhiều nhất {most}"),
            "",
            "kiểm tra lại hồ sơ; quy tắc nằm ở [register] trong plan.toml",
        ),
        Finding::CountDiffers { measure, entered, counted, unit, period } => say(
            format!("“{measure}” của {unit}, kỳ {period}: báo cáo ghi {entered}, sổ hồ sơ đếm được {counted}"),
            "",
            "hỏi lại đơn vị, rồi sửa báo cáo hoặc sổ hồ sơ",
        ),
        Finding::RegisterEndsEarly { unit, last, period } => say(
            last.as_ref().map_or_else(
                || format!("sổ hồ sơ không có dòng nào của {unit}"),
                |last| format!("sổ hồ sơ của {unit} mới ghi đến {last}"),
            ),
            "",
            format!("số liệu từ kỳ {period} coi như chưa có: nhập sổ mới; nếu sau đó không phát sinh hồ sơ thì ghi until trong [register]"),
        ),
        Finding::UnclaimedFile { name, kind, near } => say(
            format!("không biểu mẫu nào dùng tệp “{name}”"),
            "",
            match (kind, near) {
                (_, Some(near)) => format!("có phải “{near}” không? Đổi tên tệp"),
                (Stray::Workbook, None) => {
                    "chương trình không đọc thẳng bảng tính ở đây: lưu bảng ở dạng “CSV UTF-8”, đặt tên theo mã biểu mẫu, rồi chuyển tệp này ra khỏi data/".to_owned()
                }
                (Stray::Table | Stray::Other, None) => "đặt tên tệp theo mã biểu mẫu, hoặc chuyển tệp ra khỏi data/".to_owned(),
            },
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
        plan_findings!() => return None,
    })
}

/// Writes a figure that may be blank.
fn shown(figure: &str) -> &str {
    if figure.is_empty() { "trống" } else { figure }
}
