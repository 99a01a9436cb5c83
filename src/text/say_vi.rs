//! Phrases and sentences in Vietnamese.

use super::Say;
use super::say::{bracketed, in_parentheses};

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn say(phrase: Say<'_>) -> String {
    match phrase {
        Say::PlanLine { number, day, agency } => format!("Kế hoạch {number} ngày {day} của {agency}"),
        Say::AsOf { day } => format!("Đánh giá đến hết ngày {day}"),
        Say::MadeUp { forms } => format!("Số liệu minh họa, không phải số thật: {forms}."),
        Say::MadeUpAll => "Toàn bộ số liệu dùng để đánh giá là số liệu minh họa, không phải số thật.".into(),
        Say::FailNoRegister => {
            "chưa có sổ hồ sơ: không có tệp nào trong data/dossiers. Nhập bằng plan import, xem docs/register.md.".into()
        }
        Say::FailNotCounted { id, near, all } => {
            format!("không có số liệu “{id}” được đếm từ sổ hồ sơ{} Các số liệu được đếm: {all}.", did_you_mean(near))
        }
        Say::BadRowsLeftOut => "Các dòng có lỗi đã bị bỏ ra và tính là chưa báo cáo: kết quả dưới đây chưa đầy đủ.".into(),
        Say::WarningsStand { count } => format!("Có {count} cảnh báo về số liệu (xem ở trên): kiểm tra trước khi dùng kết quả này."),
        Say::TaskTotals { tasks, list } => format!("{tasks} nội dung: {list}."),
        Say::TargetTotals { targets, list } => format!("{targets} chỉ tiêu được giao: {list}."),
        Say::CountOf { count, what } => format!("{count} {what}"),
        Say::Completion { percent, completed, judged } => {
            format!("Tỷ lệ hoàn thành: {percent} ({completed}/{judged} nội dung đã đến lúc tính).")
        }
        Say::NotCounted { count } => format!("{count} nội dung chưa đến lúc tính."),
        Say::CompletionNone { in_time } => {
            format!("Tỷ lệ hoàn thành: chưa có nội dung nào đến lúc tính ({in_time} nội dung).")
        }
        Say::NobodyOwes => "Mọi báo cáo đến hạn đều đã gửi.".into(),
        Say::NothingFits => "Không có nội dung nào khớp với điều kiện lọc.".into(),
        Say::AtLeastShort { value } => format!("≥\u{a0}{value}"),
        Say::AtMostShort { value } => format!("≤\u{a0}{value}"),
        Say::BetweenShort { low, high } => format!("{low} – {high}"),
        Say::EqualsShort { value } => format!("=\u{a0}{value}"),
        Say::AtLeast { value } => format!("từ {value} trở lên"),
        Say::AtMost { value } => format!("không quá {value}"),
        Say::Between { low, high } => format!("từ {low} đến {high}"),
        Say::Equals { value } => format!("đúng {value}"),
        Say::Rate { percent, numerator, denominator } => format!("{percent} ({numerator}/{denominator})"),
        Say::NoRate { numerator, denominator } => format!("{numerator}/{denominator}"),
        Say::ReportsIn { received, owed } => format!("mới có {received}/{owed} báo cáo"),
        Say::FiguresOf { period } => format!("số liệu {period}"),
        Say::AwaitingLast => "chờ báo cáo chưa đến hạn gửi".into(),
        Say::OlderShort { unit, period } => format!("{unit} mới có số {period}"),
        Say::OlderStock { measure, unit, period } => format!("“{measure}” của {unit} lấy từ {period}"),
        Say::Provisional { why } => format!("tạm tính: {why}"),
        Say::NeedRateAtLeast { rate, reports, mean, counts } => {
            format!("{reports} báo cáo còn lại phải đạt bình quân từ {rate} trở lên (giả định mỗi báo cáo có {mean} {counts}, như bình quân từ đầu năm).")
        }
        Say::NeedRateAtMost { rate, reports, mean, counts } => {
            format!("{reports} báo cáo còn lại không được quá {rate} (giả định mỗi báo cáo có {mean} {counts}, như bình quân từ đầu năm).")
        }
        Say::NeedMoreThanAll { reports, mean, counts } => {
            format!("dù {reports} báo cáo còn lại đều đạt 100% vẫn không đủ, nếu mỗi báo cáo có {mean} {counts}, như bình quân từ đầu năm.")
        }
        Say::NeedCount { count, what } => format!("cần thêm {count} {what}"),
        Say::NeedRateShort { rate } => format!("các báo cáo còn lại phải đạt {rate}"),
        Say::NeedRateShortAtMost { rate } => format!("các báo cáo còn lại không được quá {rate}"),
        Say::NeedMoreThanAllShort => "các báo cáo còn lại dù đạt 100% vẫn khó đủ".into(),
        Say::WorstUnit { unit } => format!("kém nhất: {unit}"),
        Say::UnitsMet { met, units } => format!("{met}/{units} đơn vị đạt"),
        Say::BulletSays { name, value, bound } => format!("{name}: {value}; mức giao {bound}"),
        Say::CourseSays { name, list } => format!("{name}, từng kỳ. {list}"),
        Say::MilestoneShort { day, bound } => format!("mốc {day}: {bound}"),
        Say::PathShortAtMost { day, value } => format!("theo tiến độ, đến {day} không được quá {value}"),
        Say::PathShort { day, value } => format!("theo tiến độ, đến {day} phải đạt {value}"),
        Say::DeliverableMissing { name } => format!("chưa có: {name}"),
        Say::DeliverableOpen { name, due } => format!("chưa có: {name} (hạn {due})"),
        Say::DeliverableOverdue { name, days } => format!("{name}: quá hạn {days} ngày"),
        Say::DeliverableLate { name, days } => format!("{name}: hoàn thành muộn {days} ngày"),
        Say::DeliverableUnproven => "đã báo hoàn thành nhưng chưa có số, ngày văn bản".into(),
        Say::OfDeliverable { name, what } => format!("{name}: {what}"),
        Say::TaskOverdue { days } => format!("quá hạn {days} ngày, chưa báo hoàn thành"),
        Say::UpdateMissing { period } => format!("chưa báo cáo {period}"),
        Say::Days { days } => format!("{days} ngày"),
        Say::WhyNothingDue => "Chưa có báo cáo nào gửi về và chưa có báo cáo nào đến hạn.".into(),
        Say::WhyNothingIn { due } => format!("{due} báo cáo đã đến hạn nhưng chưa báo cáo nào có đủ số liệu."),
        Say::WhyNothingArose { counts } => format!("Chưa phát sinh {counts} nào nên không có gì để đánh giá."),
        Say::WhyOutOfReach { value, bound } => format!("Hiện là {value}, mức giao {bound}; dù các kỳ sau tốt đến đâu cũng không đạt được nữa."),
        Say::WhyLostOf { value, bound, failing, lost, counts } => {
            format!("Hiện là {value}, mức giao {bound}; đang có {failing} {counts} không đạt, trong đó {lost} {counts} không khắc phục được trong năm.")
        }
        Say::WhyLost { value, bound, lost, counts } => {
            format!("Hiện là {value}, mức giao {bound}; đã có {lost} {counts} không đạt, không khắc phục được trong năm.")
        }
        Say::WhyMet { value, bound } => format!("Hiện là {value}, đạt mức giao {bound}."),
        Say::WhyMissed { value, bound } => format!("Hiện là {value}, mức giao {bound}."),
        Say::WhyFinalMet { value, bound, day } => {
            format!("Đã hết hạn {day} và đã qua hạn gửi của mọi báo cáo: {value}, đạt mức giao {bound}.")
        }
        Say::WhyFinalMissed { value, bound, day } => {
            format!("Đã hết hạn {day} và đã qua hạn gửi của mọi báo cáo: {value}, không đạt mức giao {bound}.")
        }
        Say::WhySecure { value, bound } => format!("Đã đạt {value}, mức giao {bound}, và không thể giảm xuống nữa."),
        Say::WhyMilestoneOn { value, bound, day } => format!("Hiện là {value}, đạt mốc {bound} của ngày {day}."),
        Say::WhyMilestoneBehind { value, bound, day } => format!("Hiện là {value}, chưa đạt mốc {bound} của ngày {day}."),
        Say::WhyPathAtMost { value, path, day } => format!("Hiện là {value}; theo tiến độ tính đều từ mức xuất phát, đến {day} không được quá {path}."),
        Say::WhyPathOn { value, path, day } => {
            format!("Hiện là {value}; theo tiến độ tính đều từ mức xuất phát, đến {day} phải đạt {path}.")
        }
        Say::WhyPathBehind { value, path, day } => {
            format!("Hiện mới là {value}; theo tiến độ tính đều từ mức xuất phát, đến {day} phải đạt {path}.")
        }
        Say::WhyReached { value, bound, day } => format!("Hiện là {value}, trong mức giao {bound}; kết quả chính thức tính đến hạn {day}."),
        Say::WhyOpen { value, bound, day } => format!("Hiện là {value}, mức giao {bound}; chưa đến hạn {day} và không có mốc nào để so sánh."),
        Say::WhyWorst { unit, why } => format!("{unit}: {why}"),
        Say::WhyTask { verdict, part } => format!("Nội dung này {verdict} vì {part}."),
        Say::WhyTaskOnly { what } => format!("Nội dung này {what}."),
        Say::WhyTaskProvisional { verdict } => format!("Nội dung này hiện {verdict}; còn chờ báo cáo nên kết quả có thể thay đổi."),
        Say::WhyTaskGood { verdict } => format!("Nội dung này {verdict}; không còn thiếu phần nào."),
        Say::WhyAwaited { value, bound, day } => format!("Đã hết hạn {day}, chờ báo cáo chưa đến hạn gửi; hiện là {value}, mức giao {bound}."),
        Say::Awaited => "đã hết hạn, chờ báo cáo".into(),
        Say::WhyOpenMilestones { value, bound, day } => format!("Hiện là {value}, mức giao {bound}; chưa đến hạn {day} và chưa có mốc nào đến lúc so sánh."),
        Say::NobodyOwesHere => "Trong phạm vi đang xem, mọi báo cáo đến hạn đều đã gửi.".into(),
        Say::BecauseOf { ids } => format!("do {ids}"),
        Say::DocumentUnnumbered => "văn bản đã có nhưng chưa ghi số".into(),
        Say::AsOfDefault { day } => format!("Đánh giá đến hết ngày {day}, ngày cuối cùng có báo cáo hoặc có việc đến hạn (chọn ngày khác bằng --as-of)"),
        Say::Narrowed { what } => format!("Chỉ xem: {what}."),
        Say::OnlyUnit { unit } => format!("Số liệu dưới đây chỉ của {unit}; kết quả đánh giá vẫn tính cho tất cả các đơn vị."),
        Say::Lacking { list } => format!("Còn thiếu: {list}."),
        Say::RowHasErrors { late } => format!("{late}; đã có dòng số liệu nhưng dòng có lỗi"),
        Say::ShowHint => "Xem chi tiết: plan show MÃ".into(),
        Say::SpanOf { first, last } => format!("từ {first} đến {last}"),
        Say::FormulaWords { numerator, denominator } => format!("({numerator}) : ({denominator})"),
        Say::MoreRows { count } => format!("… còn {count} dòng nữa; thu hẹp bằng --unit, hoặc xem đủ với --format json."),
        Say::ColumnsLeftOff { columns } => format!("Không đủ chỗ cho cột: {columns}; màn hình rộng hơn sẽ có."),
        Say::NoRows => "Không có dòng nào.".into(),
        Say::LeftOut { count, day } => format!("Không tính {count} dòng có kỳ hoặc ngày nhận sau {day}; xem đủ bằng --as-of với ngày muộn hơn."),
        Say::DueWorkingDays { days } => format!("trong {days} ngày làm việc sau khi hết kỳ"),
        Say::DueDays { days } => format!("trong {days} ngày sau khi hết kỳ"),
        Say::EveryMonth => "hằng tháng".into(),
        Say::EveryQuarter => "hằng quý".into(),
        Say::EveryHalf => "6 tháng một lần".into(),
        Say::EveryYear => "hằng năm".into(),
        Say::YearlyBy { day } => format!("hằng năm, chậm nhất ngày {day}"),
        Say::ExtendedTo { day, basis } => format!("gia hạn đến {day} theo {basis}"),
        Say::RevisedFrom { day, bound, basis } => format!("từ {day}: {bound}{}", in_parentheses(basis)),
        Say::AssignedOn { day, basis } => format!("giao bổ sung ngày {day} theo {basis}"),
        Say::FromUntil { from, until } => format!("từ {from} đến {until}"),
        Say::MilestoneOf { day, bound, basis } => format!("{day}: {bound}{}", in_parentheses(basis)),
        Say::BaselineOf { day, value, basis } => format!("{value} tại {day}{}", in_parentheses(basis)),
        Say::Blank => "để trống".into(),
        Say::OpensWith { opening, closing } => format!("“{opening}” của kỳ này bằng “{closing}” của kỳ trước"),
        Say::UnitSummary { list } => format!("Báo cáo: {list}."),
        Say::UpdatesMissing { list } => format!("chưa báo cáo tình hình thực hiện {list}"),
        Say::NothingSent => "Chưa gửi báo cáo nào và chưa có báo cáo nào đến hạn.".into(),
        Say::EachUnitJudged => "đánh giá từng đơn vị, lấy đơn vị kém nhất".into(),
        Say::InitWithin { plan } => format!(
            "Lưu ý: thư mục này nằm trong thư mục của một kế hoạch khác ({plan}). Lệnh gõ ở thư mục nào thì dùng plan.toml gần nhất từ đó trở lên."
        ),
        Say::InitDone { folder, files } => format!(
            "Đã tạo kế hoạch mới trong {folder}: {files}.\n\n\
             Việc tiếp theo:\n  \
             1. Mở plan.toml, thay những chỗ viết HOA, sửa đơn vị, biểu mẫu, chỉ tiêu và nội dung công việc.\n  \
             2. Sau mỗi lần sửa, soát lại: plan -C {folder} check\n  \
             3. Xem kết quả: plan -C {folder} status\n  \
             4. Khi có số thật: xóa các dòng minh họa trong data/ho-so.csv, đổi provenance thành \"reported\".\n  \
             5. Giữ cả thư mục trong git, để biết ai sửa gì, khi nào."
        ),
        Say::InitPrinted { folder, files } => format!(
            "Đã lập kế hoạch từ bảng in, trong {folder}: {files}.\n\n\
             Việc tiếp theo:\n  \
             1. Xem những gì văn bản không nói mà kế hoạch cần: plan -C {folder} check\n  \
             2. Mở plan.toml, đọc các dòng chú thích (#), đối chiếu với văn bản, bổ sung.\n  \
             3. Khai biểu mẫu, chỉ tiêu, mức giao cho những nội dung đo bằng con số.\n  \
             4. Hết lỗi thì xem kết quả: plan -C {folder} status\n  \
             5. Giữ cả thư mục trong git, để biết ai sửa gì, khi nào."
        ),
        Say::InitCounts { tasks, units, groups, unclear, blank, lines } => format!(
            "Từ bảng: {tasks} nội dung, {units} đơn vị, {groups} tên gọi chung. Thời gian chưa hiểu: {unclear}; ô chủ trì, thời gian để trống: {blank}. {lines} dòng khác của văn bản giữ làm chú thích trong plan.toml."
        ),
        Say::InitUnknown { heads } => format!("Cột không hiểu: {heads}."),
        Say::TableOfKind { path, kind } => format!(
            "{path} là tệp {kind}, không đọc được bảng trong đó. Mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chạy lại. Chưa tạo tệp nào."
        ),
        Say::TableOfPicture { path } => format!(
            "{path} là ảnh, không có chữ để đọc. Dùng bản .docx của văn bản, hoặc nhận dạng chữ, lưu thành .docx rồi chạy lại. Chưa tạo tệp nào."
        ),
        Say::TableUnknown { path } => {
            format!("{path} không phải văn bản Word (.docx), bảng tính (xlsx, xls, ods) hay tệp chữ. Lưu lại thành .docx rồi chạy lại. Chưa tạo tệp nào.")
        }
        Say::TableUnread { path, why } => format!("{path}: {why}. Chưa tạo tệp nào."),
        Say::TableNone { path, heads, seen } => format!(
            "{path}: không thấy bảng nội dung công việc. Cần một dòng tiêu đề có cột nội dung và ít nhất một cột nữa, trong các cột: {heads}. {seen} Chưa tạo tệp nào."
        ),
        Say::TableNoneSeen => "Tệp không có bảng nào.".into(),
        Say::TableHeadOnly => "Có dòng tiêu đề, nhưng dưới đó không có nội dung công việc nào.".into(),
        Say::TableSeen { sheet, rows, columns, line } => {
            let sheet = if sheet.is_empty() { String::new() } else { format!(" ở trang “{sheet}”") };
            format!("Đã xem bảng {rows} dòng, {columns} cột{sheet}, dòng giống tiêu đề nhất: “{line}”.")
        }
        Say::FailExists { path } => format!("đã có {path}: không ghi đè, và chưa tạo tệp nào. Chọn thư mục khác."),
        Say::FailUncreated { path, reason } => format!("không tạo được {path}: {reason}. Không còn tệp nào dở dang."),
        Say::FailNoPlan { folder } => {
            format!("không tìm thấy plan.toml trong {folder} hoặc các thư mục cha. Vào thư mục của kế hoạch, hoặc chỉ rõ bằng -C THƯ_MỤC hay --plan TỆP; chưa có kế hoạch thì tạo bằng: plan init THƯ_MỤC")
        }
        Say::FailNoFolder { path } => format!("không có thư mục {path}"),
        Say::FailNoTask { no, near } => format!("kế hoạch không có nội dung số {no}; các số có: {near}"),
        Say::FailBusy { path } => format!("một lệnh plan khác đang ghi vào kế hoạch này ({path}); đợi lệnh đó xong rồi chạy lại."),
        Say::FailLink { path } => format!("{path} là liên kết: không ghi qua liên kết, vì có thể dẫn ra ngoài kế hoạch. Thay liên kết bằng tệp thật."),
        Say::FailOutside { path } => format!("{path} nằm ngoài thư mục của kế hoạch nên không ghi."),
        Say::FailChanged { path } => format!("{path} vừa bị chương trình khác sửa; chưa ghi gì. Chạy lại lệnh."),
        Say::FailNotText { path } => format!("{path} không ở dạng chữ UTF-8 nên không sửa được; xem: plan check"),
        Say::ChangeRefused => "Chưa ghi gì: ghi như vậy thì tệp có các lỗi trên.".into(),
        Say::FailNotAValue { text } => format!("“{text}” không đúng dạng: viết MÃ=SỐ, chẳng hạn resolved=120"),
        Say::FailNoValues => "chưa ghi số nào: viết MÃ=SỐ sau mã biểu mẫu, hoặc chạy ở cửa sổ dòng lệnh để được hỏi từng số".into(),
        Say::FailMisplanned => "ghi như vậy sẽ làm đổi cả số liệu khác, nên chưa ghi gì. Đây là lỗi của chương trình, xin báo lại.".into(),
        Say::FailAbandoned => "đã dừng, chưa ghi gì.".into(),
        Say::FailUnfit { stem } => format!("tệp của “{stem}” trong data/ có lỗi nên chưa ghi được (thiếu cột, hoặc một báo cáo có hai dòng); xem: plan check"),
        Say::FmtNeedsRight => "Chưa sắp xếp tệp nào vì còn các lỗi trên; sửa xong rồi chạy lại.".into(),
        Say::FmtWould { count } => format!("{count} tệp chưa đúng dạng chuẩn; chạy: plan fmt"),
        Say::NoCells => "Không có ô nào có số liệu.".into(),
        Say::FailNeedsYes => "chưa ghi gì: thêm --yes để ghi mà không hỏi, hoặc --dry-run để chỉ xem".into(),
        Say::ImportRefused => "Chưa ghi gì: có ô hoặc tệp không nhận được. Sửa các chỗ nêu trên rồi nhập lại.".into(),
        Say::SheetTooLarge { most } => format!("tệp lớn hơn {most} MB, không phải biểu mẫu"),
        Say::SheetUnpacked { most } => format!("tệp giải nén ra lớn hơn {most} MB, không phải bảng số liệu"),
        Say::SheetTooManyParts { most } => format!("tệp gồm hơn {most} phần nén bên trong, không phải bảng số liệu"),
        Say::SheetTooManySheets { most } => format!("tệp có hơn {most} trang tính: tách thành nhiều tệp"),
        Say::SheetTooManyRows { most } => format!("trang tính có ô ghi ở dưới dòng {most}, là dòng cuối được đọc: xóa các dòng thừa ở cuối rồi lưu lại"),
        Say::SheetTooManyColumns { most } => format!("trang tính có ô ghi ở ngoài {most} cột đầu, là số cột được đọc: xóa các cột thừa bên phải rồi lưu lại"),
        Say::SheetTooManyCells { most } => format!("các trang tính có hơn {most} ô, không phải bảng số liệu: xóa dòng, cột thừa hoặc tách thành nhiều tệp"),
        Say::SheetTooMuchText { most } => format!("các ô có hơn {most} MB chữ, không phải bảng số liệu"),
        Say::SheetEmpty => "tệp trống: yêu cầu đơn vị gửi lại".into(),
        Say::SheetIsWord => "đây là văn bản Word; số liệu phải ở trong bảng tính (xlsx, xls, ods) hoặc CSV, còn bảng kế hoạch trong văn bản thì dùng: plan init --table".into(),
        Say::SheetIsDocument { kind } => format!("đây là văn bản ({kind}), không phải bảng tính: chép bảng sang Excel rồi lưu thành .xlsx"),
        Say::SheetIsSlides => "đây là tệp trình chiếu, không phải bảng tính: chép bảng sang Excel rồi lưu thành .xlsx".into(),
        Say::SheetIsPdf => "đây là tệp PDF, không đọc được số liệu: yêu cầu đơn vị gửi bảng tính gốc (.xlsx)".into(),
        Say::SheetIsHtml => "đây là trang web mang tên bảng tính: mở bằng Excel, lưu thành .xlsx rồi nhập lại".into(),
        Say::SheetIsXmlWorkbook => "đây là bảng tính dạng XML (XML Spreadsheet 2003 hoặc fods): mở bằng Excel hay LibreOffice, lưu thành .xlsx rồi nhập lại".into(),
        Say::SheetIsXml => "đây là tệp XML, không phải bảng tính: lưu số liệu thành .xlsx hoặc CSV".into(),
        Say::SheetIsOldWorkbook => "đây là bảng tính của Excel 4 hoặc cũ hơn: mở bằng LibreOffice, lưu thành .xlsx rồi nhập lại".into(),
        Say::SheetIsImage => "đây là tệp ảnh, không đọc được số liệu: yêu cầu đơn vị gửi bảng tính gốc (.xlsx)".into(),
        Say::SheetIsArchive => "đây là tệp nén (zip, rar, 7z, gz): giải nén rồi nhập bảng tính ở bên trong".into(),
        Say::SheetIsOtherOffice => "đây là tệp của chương trình khác (như thư Outlook, Visio, bộ cài), không có trang tính nào".into(),
        Say::SheetIsTcvn3 { line, text } => format!("chữ theo bảng mã TCVN3 (ABC), không phải Unicode, dòng {line}: “{text}”. Chuyển bằng UniKey (Ctrl+Shift+F6; bảng mã nguồn TCVN3 (ABC), đích Unicode), dán lại rồi lưu CSV UTF-8"),
        Say::SheetIsVni { line, text } => format!("chữ theo bảng mã VNI Windows, không phải Unicode, dòng {line}: “{text}”. Chuyển bằng UniKey (Ctrl+Shift+F6; bảng mã nguồn VNI Windows, đích Unicode), dán lại rồi lưu CSV UTF-8"),
        Say::SheetEncoding { line, bytes } => format!("không rõ bảng mã của chữ, dòng {line} (byte {bytes}): lưu lại thành CSV UTF-8"),
        Say::SheetOpenQuote { line } => format!("dấu \" mở đầu một ô ở dòng {line} không có dấu đóng: thêm dấu đóng hoặc lưu lại từ bảng tính"),
        Say::SheetSlow { most } => format!("đọc {most} giây chưa xong nên đã dừng: mở tệp, xóa phần thừa, lưu lại thành .xlsx rồi thử lại"),
        Say::SheetDefeats => "không đọc được bảng tính, tệp có thể đã hỏng: mở tệp, lưu lại rồi thử lại".into(),
        Say::NamedSheetBroken { name, why } => format!("không đọc được trang tính “{name}” ({why}): mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi thử lại"),
        Say::NamedSheetUnread { name, why } => format!("không đọc được trang tính “{name}”: {why}"),
        Say::SheetUnread { name, why } => format!("không thấy biểu mẫu trong các trang tính đọc được, còn trang “{name}” thì không đọc được: {why}"),
        Say::SheetLocked => "tệp đặt mật khẩu nên không đọc được: bỏ mật khẩu rồi gửi lại".into(),
        Say::SheetUnknown => "không phải bảng tính (xlsx, xls, xlsb, ods), cũng không phải tệp chữ như CSV".into(),
        Say::SheetDamaged => "tệp bị hỏng, không mở được: yêu cầu gửi lại, hoặc mở bằng chương trình đã lập ra tệp rồi lưu thành .xlsx, .docx".into(),
        Say::SheetBroken { why } => format!("không đọc được bảng tính ({why}): mở tệp, lưu lại rồi thử lại"),
        Say::FailNoRecipe { name, near: "", known: "" } => {
            format!("chưa có mẫu đọc “{name}”: lập bằng plan import TỆP --recipe new")
        }
        Say::FailNoRecipe { name, near: "", known } => format!("không có mẫu đọc “{name}” trong recipes/; hiện có: {known}"),
        Say::FailNoRecipe { name, near, .. } => format!("không có mẫu đọc “{name}” trong recipes/; có phải là “{near}”?"),
        Say::FailNotWithRegister { option } => format!("{option} không dùng khi nhập sổ hồ sơ: mỗi hồ sơ có ngày riêng"),
        Say::FailNotWithNew { option } => format!("{option} không dùng khi lập mẫu đọc; lập xong rồi nhập bằng --recipe TÊN"),
        Say::FailOnlyWithNew { option } => format!("{option} chỉ dùng khi lập mẫu đọc (--recipe new)"),
        Say::TableIsForm => "đây là biểu mẫu do plan form tạo ra: nhập bằng plan import TỆP, không cần mẫu đọc".into(),
        Say::FailOneFile => "mỗi lần chỉ lập mẫu đọc từ một tệp".into(),
        Say::FailRecipeExists { name } => {
            format!("đã có recipes/{name}.toml: đặt tên khác bằng --name, hoặc xóa tệp đó nếu muốn lập lại")
        }
        Say::FailBadRecipeName { name } => {
            format!("“{name}” không dùng làm tên mẫu đọc được: chỉ viết chữ thường không dấu, chữ số, gạch nối, và khác “new”")
        }
        Say::Trial { figures, reports, refused: "0" } => {
            format!("Đọc thử theo mẫu này: {figures} số liệu của {reports} báo cáo, không ô nào bị từ chối.")
        }
        Say::Trial { figures, reports, refused } => format!(
            "Đọc thử theo mẫu này: {figures} số liệu của {reports} báo cáo; {refused} chỗ bị từ chối, lý do hiện ra khi nhập với --dry-run."
        ),
        Say::NoProposal { file, why } => format!("không lập được mẫu đọc từ {file}: {why}"),
        Say::NotCountedSo { wanted } => format!("kế hoạch tính bằng {wanted}: đổi số liệu trong tệp rồi hãy nhập"),
        Say::CountRows { count } => format!("{count} dòng có số liệu"),
        Say::AtCell { address } => format!("Ô {address}"),
        Say::AtColumn { column } => format!("Cột {column}"),
        Say::AtRow { row } => format!("Dòng {row}"),
        Say::RecipeWritten { file, name } => {
            format!("Đã ghi {file}. Xem lại, rồi nhập bằng: plan import TỆP --recipe {name} --dry-run")
        }
        Say::RecipeOpen { count } => format!("Còn {count} chỗ phải xem lại hoặc khai thêm; mỗi chỗ có “(?)” trong tệp mẫu đọc."),
        Say::TableBlank => "bảng không có số liệu nào ở những dòng, cột mà mẫu đọc nêu".into(),
        Say::TableRefused => "không đọc được số liệu nào; lý do ở từng ô bên dưới".into(),
        Say::RoundedFrom { from } => format!("làm tròn từ {from}"),
        Say::NoRowOf { units } => format!("Bảng không có số liệu của: {units}."),
        Say::MoreReports { count } => format!("Còn {count} báo cáo nữa; xem đủ bằng --table files --format csv"),
        Say::MoreCells { count } => format!("Còn {count} ô không cần xem lại; xem đủ bằng --format csv hoặc -o TỆP.csv"),
        Say::SheetBlank => "biểu mẫu chưa điền số nào".into(),
        Say::SheetNoForm => "không thấy dòng plan-form ở cuối bảng: đây không phải biểu mẫu do plan form tạo ra; bảng khác thì nhập theo mẫu đọc, xem plan import --help (--recipe)".into(),
        Say::SheetOtherPlan { number } => format!("biểu mẫu này của kế hoạch số {number}, không phải của kế hoạch này"),
        Say::SheetTorn => "dòng plan-form và trang ẩn nói hai điều khác nhau: tệp đã bị ghép từ hai biểu mẫu".into(),
        Say::SheetSeveral => "tệp có nhiều trang tính là biểu mẫu: tách mỗi trang thành một tệp".into(),
        Say::SheetNoHeads => "không thấy dòng tiêu đề có cột “Mã” và “Kỳ này”".into(),
        Say::FailNotOver { period, last } => format!("kỳ {period} chưa hết (đến {last}) nên chưa khóa được"),
        Say::FailNothingToFreeze { period } => format!("{period} chưa có báo cáo nào để khóa"),
        Say::FailNotFrozen { period } => format!("{period} đang không khóa"),
        Say::FailNoReason => "mở khóa phải có lý do: thêm --reason \"...\"; lý do được giữ lại trong data/freezes.csv".into(),
        Say::FreezeNeedsRight => "Chưa khóa vì tệp còn các lỗi trên; sửa xong rồi chạy lại.".into(),
        Say::FrozenAlready { period } => format!("{period} đã khóa từ trước."),
        Say::FreezeMissing { count } => format!("Còn {count} báo cáo phải gửi trong kỳ này mà chưa có; báo cáo đến sau khi khóa sẽ bị báo là mới thêm."),
        Say::Frozen { period, reports, seal } => format!("Đã khóa {period}: {reports} báo cáo, dấu kiểm tra {seal}."),
        Say::Lifted { period, id } => format!("Đã mở khóa {period}. Sửa xong thì khóa lại: plan freeze {id}"),
        Say::NothingToWrite => "Tệp đã có đủ như vậy, không có gì để ghi.".into(),
        Say::Wrote { files } => format!("Đã ghi: {files}"),
        Say::WouldWrite { files } => format!("Chạy thử, chưa ghi gì; sẽ ghi: {files}"),
        Say::Differs { name, old, new } => format!("“{name}” đã ghi là {old}, nay là {new}"),
        Say::UseReplace => "Chưa ghi gì: số đã ghi khác số mới. Đúng là phải thay thì thêm --replace.".into(),
        Say::AskHead { form, unit, period } => format!("{form}\n{unit}, {period}"),
        Say::AskHint => "Gõ số rồi bấm Enter; bấm Enter không thì giữ nguyên như đã ghi. Gõ < để quay lại số trước. Ctrl-C để dừng, chưa ghi gì.".into(),
        Say::AskFigure { name, counts, before, now } => format!("{name}{}{}{}: ", in_parentheses(counts), bracketed("kỳ trước", before), bracketed("đã có", now)),
        Say::AskNote => "Ghi chú kèm số liệu: ".into(),
        Say::AskReported { today } => format!("Ngày nhận báo cáo [{today}]: "),
        Say::AskAgain => "  Gõ lại số này; gõ lại đúng số cũ nếu muốn giữ. Gõ < để quay lại số trước.".into(),
        Say::AskWrite => "Ghi vào tệp?".into(),
        Say::YesOrNo => "(c = có, k = không)".into(),
        Say::FailIrregular { path } => format!("{path} không phải tệp thường nên không đọc."),
        Say::FailRead { path, reason } => format!("không đọc được {path}: {reason}"),
        Say::FailOverflow => "một con số vượt quá khả năng tính chính xác của chương trình".into(),
        Say::FailAsOfFuture { day, today } => format!("--as-of {day} sau ngày hôm nay ({today}): chưa thể đánh giá một ngày chưa đến."),
        Say::FailBadDate { text } => format!("“{text}” không phải ngày. Viết năm-tháng-ngày, ví dụ 2019-06-30."),
        Say::FailUnknownVerdict { text, near, list } => format!("không có kết quả đánh giá nào tên “{text}”{} Viết một trong: {list}.", did_you_mean(near)),
        Say::FailUnknownThing { text, near } => {
            format!("không có gì mang mã hoặc tên “{text}”{} Chạy “plan show” để xem danh sách.", did_you_mean(near))
        }
        Say::FailPeriodOutside { text, years } => format!("kỳ {text} nằm ngoài kế hoạch (năm {years})."),
        Say::FailWrite { reason } => format!("không ghi được kết quả: {reason}"),
        Say::FailSpan { text } => format!("“{text}” không phải là số ngày; viết như 30d (30 ngày) hoặc 4w (4 tuần)"),
        Say::DueWithin { days, until } => format!("Việc đã quá hạn và việc đến hạn trong {days} ngày, đến hết ngày {until}"),
        Say::DueTotals { overdue, ahead } => format!("{overdue} việc quá hạn; {ahead} việc sắp đến hạn."),
        Say::NothingFallsDue => "Không có việc nào quá hạn hoặc đến hạn.".into(),
        Say::DaysLeft { days } => format!("còn {days}"),
        Say::DutyReport { form, period } => format!("gửi báo cáo {period} theo biểu mẫu “{form}”"),
        Say::DutyUpdate { task, period } => format!("báo cáo tiến độ {period}: {task}"),
        Say::DutyWork { name } => format!("sản phẩm “{name}”"),
        Say::DutyTask { task } => format!("hoàn thành: {task}"),
        Say::DutyTarget { name, bound } => format!("hạn của chỉ tiêu {name}: {bound}"),
        Say::DutyMilestone { name, bound } => format!("mốc của chỉ tiêu {name}: {bound}"),
        Say::DutyOfTask { task } => format!("Nội dung {task}"),
        Say::DutyOverdue { what } => format!("Quá hạn: {what}"),
        Say::CalendarName { number, agency } => format!("Kế hoạch {number}, {agency}"),
        Say::FailUnknownEnding { path, endings } => format!("không biết ghi {path} theo định dạng nào: đặt đuôi tệp là một trong {endings}, hoặc thêm --format hợp với đuôi tệp."),
        Say::FailOwnFile { path } => format!("{path} là tệp của chính kế hoạch; không ghi kết quả đè lên plan.toml hay vào thư mục data/. Hãy chọn nơi khác."),
        Say::FailUnwritten { path, reason } => format!("không ghi được {path}: {reason}. Tệp cũ (nếu có) vẫn giữ nguyên."),
        Say::FailUnknownTable { name, near, names } => format!("ở đây không có bảng nào tên “{name}”{} Các bảng hiện có: {names}.", did_you_mean(near)),
        Say::NotThere => "không có tệp này".into(),
        Say::NotReadable => "không có quyền đọc".into(),
        Say::NoSuchFolder => "thư mục chứa tệp không tồn tại".into(),
        Say::IsFolder => "đó là một thư mục".into(),
        Say::IsIrregular => "đó không phải tệp thường".into(),
        Say::LeadsNowhere => "đó là liên kết trỏ đến tệp không tồn tại".into(),
        Say::IsReadOnly => "tệp được đặt chế độ chỉ đọc".into(),
        Say::NotAllowed => "không có quyền ghi".into(),
        Say::DiskFull => "ổ đĩa đã đầy".into(),
        Say::FailEpoch { text } => format!("SOURCE_DATE_EPOCH=“{text}” không phải số giây kể từ 1970-01-01."),
        Say::FailPrefix => "lỗi: ".into(),
        Say::NotPrinted => "Chưa in kết quả nào vì tệp còn lỗi. Sửa các lỗi trên rồi chạy lại, hoặc dùng --keep-going để bỏ các dòng lỗi ra.".into(),
        Say::NotPrintedAtAll => "Chưa in kết quả nào vì tệp còn lỗi. Sửa các lỗi trên rồi chạy lại.".into(),
        Say::ChecksNotDone { names } => format!("Chưa soát được {names}, vì plan.toml còn lỗi."),
        Say::NothingFound => "Không có lỗi, không có cảnh báo.".into(),
        Say::DataNotChecked => "Các tệp trong data/ mới chỉ được kiểm tra về dạng tệp, vì plan.toml còn lỗi.".into(),
        Say::EntryPeriod { period, first, last } => format!("Kỳ báo cáo: {period} (từ {first} đến {last})"),
        Say::EntryUnit { unit } => format!("Đơn vị báo cáo: {unit}"),
        Say::EntryDue { day } => format!("Hạn gửi: {day}"),
        Say::EntryMadeUp => "Số liệu của biểu mẫu này là số liệu minh họa, không phải số thật.".into(),
        Say::EntryBefore { period } => format!("Kỳ trước: {period}"),
        Say::EntrySum { total, parts } => format!("Kiểm tra: {total} = {parts}"),
        Say::EntryCarried { opening, closing } => format!("Kiểm tra: {opening} = {closing} của kỳ trước"),
        Say::EntryOff { by } => format!("lệch {by}"),
        Say::EntryWhole => "số nguyên từ 0 trở lên".into(),
        Say::EntryWholeAny => "số nguyên".into(),
        Say::EntryDecimal { decimals } => format!("số từ 0 trở lên, nhiều nhất {decimals} chữ số sau dấu phẩy"),
        Say::EntryDecimalAny { decimals } => format!("số, nhiều nhất {decimals} chữ số sau dấu phẩy"),
        Say::EntryTip { what, period } => {
            format!("Ghi {what}: số của {period}. Không phát sinh thì ghi 0; chưa có số liệu thì để trống.")
        }
        Say::EntryWrong { what } => format!("Ô này chỉ nhận {what}; không ghi chữ hay đơn vị tính trong ô."),
        Say::FailReportPeriod { text, near } => format!("“{text}” không phải là kỳ báo cáo; viết như {near}"),
        Say::FailJudgedBefore { period, first, day } => {
            format!("kỳ {period} bắt đầu ngày {first}, sau ngày đánh giá {day}; chọn --as-of từ {first} trở đi")
        }
        Say::FailAnswerBefore { by, date } => format!("ngày phải trả lời {by} trước ngày công văn {date}; chọn --by từ {date} trở đi"),
        Say::FailDatedBefore { date, day } => {
            format!("ngày báo cáo {date} trước ngày đánh giá {day}; chọn --date từ {day} trở đi, hoặc --as-of sớm hơn")
        }
        Say::FailNotBegun { period, first, today } => {
            format!("kỳ {period} chưa bắt đầu: ngày đầu kỳ là {first}, hôm nay là {today}")
        }
        Say::FailNeedsFile => "tệp Word và Excel phải ghi vào tệp: thêm -o TỆP".into(),
        Say::FailWholeOnly => "--table không dùng được với tệp Word và Excel: tệp có cả báo cáo".into(),
        Say::FailPage { reason } => format!("không lập được trang: {reason}"),
        Say::FailReportBook { reason } => format!("không lập được tệp Excel: {reason}"),
        Say::FailUnknownForm { text, near, list } => {
            format!("không có biểu mẫu nào mang mã hoặc tên “{text}”{} Các biểu mẫu: {list}.", did_you_mean(near))
        }
        Say::FailCountedForm { form } => {
            format!("biểu mẫu “{form}” được đếm từ sổ hồ sơ: không có gì để đơn vị điền.")
        }
        Say::FailPublishedForm { form } => {
            format!("biểu mẫu {form} ghi số đã công bố, không đơn vị nào phải gửi nên không có mẫu để điền.")
        }
        Say::FailFormPeriod { text, every, near } => {
            format!("“{text}” không phải kỳ của biểu mẫu này, vốn gửi {every}. Viết ví dụ {near}.")
        }
        Say::FailUnknownUnit { text, near, list } => {
            format!("không có đơn vị nào mang mã hoặc tên “{text}”{} Các đơn vị gửi biểu mẫu này: {list}.", did_you_mean(near))
        }
        Say::FailNotOwing { unit, form, period, why } => {
            format!("{unit} không phải gửi biểu mẫu {form} kỳ {period}: {why}. Chưa tạo tệp nào.")
        }
        Say::FailNobodyOwes { form, period } => format!("không đơn vị nào phải gửi biểu mẫu {form} kỳ {period}. Chưa tạo tệp nào."),
        Say::FailWorkbook { unit, reason } => format!("không lập được bảng tính cho {unit}: {reason}. Chưa tạo tệp nào."),
        Say::NotOfForm => "biểu mẫu không giao cho đơn vị này".into(),
        Say::ExcusedBecause { reason } => format!("được miễn, lý do: {reason}"),
        Say::ExistsOnly { from, until } => match (from, until) {
            ("", until) => format!("đơn vị chỉ hoạt động đến {until}"),
            (from, "") => format!("đơn vị chỉ hoạt động từ {from}"),
            (from, until) => format!("đơn vị chỉ hoạt động từ {from} đến {until}"),
        },
        Say::NothingDue => "biểu mẫu không có hạn gửi".into(),
        Say::NotWritten => "Chưa tạo tệp nào vì các tệp của kế hoạch còn lỗi. Sửa các lỗi trên rồi chạy lại.".into(),
        Say::AboutRecipeSchema => "Lược đồ của mẫu đọc bảng (tệp trong recipes/), do lệnh plan schema recipe in ra.".into(),
        Say::AboutSchema => "Lược đồ của tệp khai báo kế hoạch plan.toml, do lệnh plan schema in ra.".into(),
    }
}

pub(super) fn did_you_mean(near: &str) -> String {
    if near.is_empty() { ".".to_owned() } else { format!(". Có phải “{near}” không?") }
}
