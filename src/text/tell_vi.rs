//! Sentences of the periodic report in Vietnamese.

use super::Tell;
use super::say::in_parentheses;

/// Puts a remark on a basis behind a sentence; nothing for nothing.
fn by(basis: &str) -> String {
    if basis.is_empty() { String::new() } else { format!(" theo {basis}") }
}

/// Says in a title that criteria are made up.
const EXAMPLE: &str = " (bộ tiêu chí ví dụ)";

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn tell(phrase: Tell<'_>) -> String {
    match phrase {
        Tell::State => "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".into(),
        Tell::Motto => "Độc lập - Tự do - Hạnh phúc".into(),
        Tell::Kind => "BÁO CÁO".into(),
        Tell::Number { number } => format!("Số: {number}"),
        Tell::Subject { number } => format!("Kết quả thực hiện Kế hoạch số {number}"),
        Tell::MadeUpMark => "Số liệu minh họa, không phải số thật".into(),
        Tell::MadeUpMarkSome => "Có số liệu minh họa, không phải số thật: xem phần đầu báo cáo".into(),
        Tell::BasisBegins => "Căn cứ ".into(),
        Tell::Opening { number, day, agency, period } => {
            format!("Thực hiện Kế hoạch số {number} {day}, {agency} báo cáo kết quả thực hiện {period} như sau:")
        }
        Tell::AsOf { day } => format!("Số liệu và kết quả đánh giá tính đến hết ngày {day}."),
        Tell::WarningsStand { count } => format!("Số liệu còn {count} cảnh báo chưa xử lý: kiểm tra trước khi ký."),
        Tell::BeforeUpdated { day } => {
            format!("Số liệu các kỳ trước là số đã cập nhật đến ngày {day}, có thể khác số tại báo cáo kỳ trước.")
        }
        Tell::NotOver { period } => {
            format!("Kỳ báo cáo ({period}) chưa kết thúc vào ngày này: số liệu của kỳ chưa đầy đủ.")
        }
        Tell::Closing { period, agency } => {
            format!("Trên đây là báo cáo kết quả thực hiện Kế hoạch {period} của {agency}./.")
        }
        Tell::ClosingTo { period, agency, to } => {
            format!("Trên đây là báo cáo kết quả thực hiện Kế hoạch {period} của {agency}, kính gửi {to}./.")
        }
        Tell::RecipientsHead => "Nơi nhận:".into(),
        Tell::KeptAt => "Lưu: VT".into(),
        Tell::DirectionHead => "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH".into(),
        Tell::PlanHasTasks { tasks } => format!("Kế hoạch có {tasks} nội dung công việc."),
        Tell::PlanHas { tasks, targets } => {
            format!("Kế hoạch có {tasks} nội dung công việc với {targets} chỉ tiêu được giao.")
        }
        Tell::Monitor { unit } => format!("{unit} theo dõi, đôn đốc việc thực hiện Kế hoạch."),
        Tell::MonitorDuty { unit, duty } => format!("{unit} được giao: {duty}."),
        Tell::NothingIssued => "Trong kỳ chưa ghi nhận văn bản nào được ban hành để thực hiện Kế hoạch.".into(),
        Tell::IssuedHead => "Các văn bản đã ban hành trong kỳ để thực hiện Kế hoạch:".into(),
        Tell::Issued { number, day, title, task } => {
            format!("Nội dung {task}: văn bản số {number} ngày {day}, {title}.")
        }
        Tell::ChangesHead => "Các điều chỉnh Kế hoạch trong kỳ:".into(),
        Tell::TaskAdded { task, day, basis } => format!("Bổ sung nội dung {task} từ ngày {day}{}.", by(basis)),
        Tell::TaskExtended { task, to, basis } => format!("Gia hạn nội dung {task} đến ngày {to}{}.", by(basis)),
        Tell::BoundRevised { target, day, bound, basis } => {
            format!("Điều chỉnh mức giao của chỉ tiêu {target} thành {bound} từ ngày {day}{}.", by(basis))
        }
        Tell::ResultsHead => "II. KẾT QUẢ THỰC HIỆN".into(),
        Tell::NoTasks => "Đến ngày đánh giá chưa có nội dung nào được giao.".into(),
        Tell::OtherTasks => "Các nội dung khác".into(),
        Tell::TaskHead { no, title } => format!("Nội dung {no}. {title}"),
        Tell::Who { lead, time } => format!("Chủ trì: {lead}. Thời gian: {time}."),
        Tell::When { time } => format!("Thời gian: {time}."),
        Tell::With { support, time } => format!("Phối hợp: {support}. Thời gian: {time}."),
        Tell::WhoWith { lead, support, time } => format!("Chủ trì: {lead}. Phối hợp: {support}. Thời gian: {time}."),
        Tell::Serves { list } => format!("Phục vụ: {list}."),
        Tell::AlsoServes { list } => format!("Đồng thời phục vụ: {list}."),
        Tell::PrintedTime { printed, day } => format!("{printed} (hạn {day})"),
        Tell::InPeriod { value, period } => format!("{value} trong {period}"),
        Tell::NoFigures { period } => format!("chưa có số liệu {period}"),
        Tell::LongerPeriods { every } => format!("chỉ tiêu có số liệu {every}"),
        Tell::HeldFigures { period, value, of } => format!("chưa có số liệu {period}; số gần nhất là {value} của {of}"),
        Tell::Against { change, period, value } => format!("{change} so với {value} của {period}"),
        Tell::UpPoints { by } => format!("tăng {by} điểm phần trăm"),
        Tell::DownPoints { by } => format!("giảm {by} điểm phần trăm"),
        Tell::Up { by } => format!("tăng {by}"),
        Tell::Down { by } => format!("giảm {by}"),
        Tell::ChangedPoints { by } => format!("{by} điểm %"),
        Tell::NoChange => "không thay đổi".into(),
        Tell::UpTo { value } => format!("lũy kế từ đầu năm {value}"),
        Tell::Judged { bound, verdict, remarks } => {
            format!("Mức giao {bound}; đánh giá: {verdict}{}.", in_parentheses(remarks))
        }
        Tell::JudgedValue { value } => format!("giá trị đánh giá {value}"),
        Tell::JudgedOf { value, period } => format!("giá trị đánh giá {value} của {period}"),
        Tell::Told { unit, day, text } => format!("{text} ({unit}, ngày {day})."),
        Tell::NoStory { period } => format!("Chưa có báo cáo tình hình thực hiện {period}."),
        Tell::Document { number, day } => format!("số {number} ngày {day}"),
        Tell::Unnumbered { title, day } => format!("{title}, ngày {day}"),
        Tell::Delivered { name, evidence, verdict } => format!("Sản phẩm “{name}”: {evidence}; {verdict}."),
        Tell::DeliveredOn { name, day, verdict } => format!("Sản phẩm “{name}”: báo hoàn thành ngày {day}; {verdict}."),
        Tell::NotDelivered { name, due, verdict } => format!("Sản phẩm “{name}”: chưa có, hạn {due}; {verdict}."),
        Tell::Unproven { name, why, due, verdict } => format!("Sản phẩm “{name}”: {why}, hạn {due}; {verdict}."),
        Tell::TaskVerdict { verdict, remarks } => format!("Đánh giá: {verdict}{}.", in_parentheses(remarks)),
        Tell::AssessmentHead => "III. ĐÁNH GIÁ CHUNG".into(),
        Tell::GoodHead => "Kết quả đạt được".into(),
        Tell::BadHead => "Tồn tại, hạn chế và nguyên nhân".into(),
        Tell::ObstaclesHead => "Khó khăn, vướng mắc do các đơn vị báo cáo".into(),
        Tell::DisciplineHead => "Chấp hành chế độ báo cáo".into(),
        Tell::CompletedTasks { list } => format!("Đã hoàn thành: nội dung {list}."),
        Tell::NotCompletedTasks { list } => format!("Chưa hoàn thành: nội dung {list}."),
        Tell::NotSent { form, list } => format!("Chưa gửi báo cáo theo biểu mẫu “{form}”: {list}."),
        Tell::NoneYet => "Chưa có chỉ tiêu nào đạt.".into(),
        Tell::Nothing => "Không có.".into(),
        Tell::NothingDue => "Trong kỳ không có báo cáo nào đến hạn.".into(),
        Tell::GoodTarget { name, value, bound, verdict } => format!("{name}: {value}, mức giao {bound}; {verdict}."),
        Tell::WorstValue { unit, value } => format!("đơn vị kém nhất là {unit}, {value}"),
        Tell::UnitsShort { list } => format!(" Các đơn vị chưa đạt: {list}."),
        Tell::BadTarget { verdict, why, needed } => format!("{verdict}. {why}{needed}"),
        Tell::Needed { what } => format!(" Để đạt mức giao: {what}."),
        Tell::BadWork { task, what } => format!("nội dung {task} ({what})"),
        Tell::BadWorks { list } => {
            format!("Sản phẩm quá hạn, hoàn thành muộn hoặc chưa có tài liệu kiểm chứng: {list}.")
        }
        Tell::More { count } => format!("Và {count} mục khác, nêu tại Phụ lục I."),
        Tell::OfTask { task, said } => format!("Nội dung {task}: {said}"),
        Tell::FormReported { form, due, received } => {
            format!("Biểu mẫu “{form}”: đã gửi {received}/{due} báo cáo đến hạn")
        }
        Tell::UpdatesReported { due, received } => format!("Báo cáo tiến độ: đã gửi {received}/{due} báo cáo đến hạn"),
        Tell::AllOnTime => ", đều đúng hạn".into(),
        Tell::SomeLate { late } => format!(", trong đó {late} báo cáo gửi muộn"),
        Tell::SomeMissing { missing } => format!("; còn {missing} báo cáo chưa gửi"),
        Tell::LateList { list } => format!("Gửi muộn: {list}."),
        Tell::MissingList { list } => format!("Chưa gửi: {list}."),
        Tell::UnitLate { unit, period, days } => format!("{unit} {period} muộn {days}"),
        Tell::UnitPeriod { unit, period } => format!("{unit} {period}"),
        Tell::UpdateOf { unit, task } => format!("{unit}, nội dung {task},"),
        Tell::AheadHead { period } => format!("IV. NHIỆM VỤ {}", period.to_uppercase()),
        Tell::PlanEnds { year } => format!("Kế hoạch thực hiện đến hết năm {year}."),
        Tell::OverdueHead => "Các việc đã quá hạn, phải hoàn thành ngay:".into(),
        Tell::OverdueWork { task, name, due } => format!("sản phẩm “{name}” của nội dung {task} (hạn {due})"),
        Tell::OverdueTask { task, due } => format!("nội dung {task} (hạn {due})"),
        Tell::OverdueReports { form, list } => format!("báo cáo {list} theo biểu mẫu “{form}”"),
        Tell::OverdueUpdates { task, list } => format!("báo cáo tiến độ {list} của nội dung {task}"),
        Tell::OverdueOf { lead, list } => format!("{lead}: {list}."),
        Tell::DueHead => "Các việc đến hạn:".into(),
        Tell::NothingAhead => "Không có việc đến hạn theo Kế hoạch.".into(),
        Tell::WorksOn { day, list } => format!("Ngày {day}, sản phẩm phải có: {list}."),
        Tell::TasksOn { day, list } => format!("Ngày {day}, nội dung phải hoàn thành: {list}."),
        Tell::TargetsOn { day, list } => format!("Ngày {day}, hạn của chỉ tiêu: {list}."),
        Tell::MilestonesOn { day, list } => format!("Ngày {day}, mốc của chỉ tiêu: {list}."),
        Tell::ReportsOn { day, list } => format!("Ngày {day}, gửi báo cáo {list}."),
        Tell::UpdatesOn { day, list } => format!("Ngày {day}, báo cáo tiến độ {list}."),
        Tell::WorkAhead { task, name, lead } => format!("“{name}” của nội dung {task} ({lead})"),
        Tell::TaskAhead { task, lead } => format!("nội dung {task} ({lead})"),
        Tell::TargetAhead { name, bound, lead } => format!("{name}, {bound} ({lead})"),
        Tell::ReportAhead { period, list } => format!("{period} theo biểu mẫu {list}"),
        Tell::UpdateAhead { period, list } => format!("{period} của nội dung {list}"),
        Tell::PeriodDue { period, due } => format!("{period} (hạn {due})"),
        Tell::ProposalsHead => "V. KIẾN NGHỊ, ĐỀ XUẤT".into(),
        Tell::AppendixLabel { number } => format!("Phụ lục {number}"),
        Tell::AppendixTo { number, day, agency } => format!("(Kèm theo Báo cáo số {number} {day} của {agency})"),
        Tell::AppendixResults => "KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG, CHỈ TIÊU".into(),
        Tell::AppendixFigures { period } => format!("SỐ LIỆU THEO BIỂU MẪU, {}", period.to_uppercase()),
        Tell::AppendixDiscipline { period } => format!("CHẤP HÀNH CHẾ ĐỘ BÁO CÁO, {}", period.to_uppercase()),
        Tell::AppendixScores { index } => format!("ĐIỂM THEO BỘ TIÊU CHÍ: {}", index.to_uppercase()),
        Tell::ScoresTitle { index, is_example } => {
            format!("Điểm từng tiêu chí{}: {index}", if is_example { EXAMPLE } else { "" })
        }
        Tell::LostTitle { index, is_example } => {
            format!("Điểm mất theo đơn vị chịu trách nhiệm{}: {index}", if is_example { EXAMPLE } else { "" })
        }
        Tell::GivenHaveNoDay => {
            "Điểm tự chấm và điểm thẩm định không ghi ngày, nên được tính dù báo cáo tính đến ngày nào.".into()
        }
        Tell::ScoresSheet => "Điểm từng tiêu chí".into(),
        Tell::LostSheet => "Điểm mất theo đơn vị".into(),
        Tell::ScoresHead => "Điểm theo bộ tiêu chí".into(),
        Tell::OnlyLost => "Chỉ tiêu chí mất điểm".into(),
        Tell::CriteriaShown => "Số tiêu chí đang hiện".into(),
        Tell::IndexComes { name, comes } => format!("{name}: {comes}"),
        Tell::LosesMost { list, appendix } => format!("Mất nhiều nhất ở: {list} (Phụ lục {appendix})."),
        Tell::LosesPoints { no, name, points } => format!("tiêu chí {no} “{name}”, {points} điểm"),
        Tell::AppendixLevels => "KẾT QUẢ CÁC CHỈ SỐ QUA CÁC NĂM".into(),
        Tell::TitleHead => "Nội dung công việc, chỉ tiêu".into(),
        Tell::ChangeHead { period } => format!("So với {period}"),
        Tell::InPoints { head } => format!("{head} (điểm %)"),
        Tell::ChangeHeadNone => "So với kỳ trước".into(),
        Tell::JudgedHead => "Giá trị đánh giá".into(),
        Tell::Total => "Tổng cộng".into(),
        Tell::TotalHead => "Tổng số".into(),
        Tell::NoReports { period } => format!("Chưa có báo cáo {period}."),
        Tell::SumOfParts { total, parts } => format!("Cột {total} của nhiều kỳ là tổng các cột {parts}."),
        Tell::FirstOf { columns } => format!("Cột {columns} lấy số của kỳ đầu."),
        Tell::LastOf { columns } => format!("Cột {columns} lấy số của kỳ cuối có báo cáo."),
        Tell::NotCounted { targets, list } => format!("Chỉ tiêu {targets} chưa tính báo cáo chưa đủ số liệu: {list}."),
        Tell::BlankCells { unit, period, columns } => {
            format!("{unit}, {period}: để trống cột {columns}, số cộng của cột này chưa gồm kỳ đó.")
        }
        Tell::EndedUnit { unit, day, columns } => format!(
            "Tổng cộng cột {columns} không gồm số của {unit}, đơn vị đã kết thúc ngày {day}: số còn lại do đơn vị khác báo cáo."
        ),
        Tell::Remark { period, unit, note } => format!("{unit}, {period}: {note}"),
        Tell::OtherNotes => "Ghi chú kèm số liệu của các biểu mẫu khác:".into(),
        Tell::Legend { list } => format!("Mỗi ô ghi tình trạng báo cáo của kỳ kết thúc trong tháng: {list}."),
        Tell::LegendOnTime => "Đ: đúng hạn".into(),
        Tell::LegendLate => "M và số ngày: gửi muộn".into(),
        Tell::LegendMissing => "K: chưa gửi".into(),
        Tell::LegendExcused => "miễn: được miễn báo cáo".into(),
        Tell::LegendNotDue => "–: chưa đến hạn".into(),
        Tell::ExcusedBecause { unit, period, reason } => format!("{unit} được miễn báo cáo {period}: {reason}."),
        Tell::MonthHead { month } => format!("T{month}"),
        Tell::MarkOnTime => "Đ".into(),
        Tell::MarkLate { days } => format!("M{days}"),
        Tell::MarkMissing => "K".into(),
        Tell::MarkExcused => "miễn".into(),
        Tell::MarkNotDue => "–".into(),
        Tell::ReportsTitle { period } => format!("Từng báo cáo, {period}"),
        Tell::LevelHead => "Chỉ số".into(),
        Tell::NoLevels { day } => format!("Đến ngày {day} chưa có số liệu công bố."),
        Tell::SourceOf { source } => format!("Nguồn: {source}."),
        Tell::BoundHighHead => "Mức giao (cận trên)".into(),
        Tell::LeadsTitle => {
            "Kết quả đánh giá theo đơn vị chủ trì (nội dung có nhiều đơn vị chủ trì được tính cho từng đơn vị)".into()
        }
        Tell::ResultsSheet => "Kết quả".into(),
        Tell::DisciplineSheet => "Chế độ báo cáo".into(),
        Tell::ReportsSheet => "Từng báo cáo".into(),
        Tell::LevelsSheet => "Chỉ số qua các năm".into(),
        Tell::HistorySheet => "Theo kỳ".into(),
        Tell::LeadsSheet => "Theo đơn vị chủ trì".into(),
        Tell::AheadTitle { period } => format!("Việc đến hạn, {period}"),
        Tell::AheadSheet => "Việc đến hạn".into(),
        Tell::UpdatesSheet => "Tình hình".into(),
        Tell::DocumentsSheet => "Tài liệu kiểm chứng".into(),
        Tell::NotesSheet => "Ghi chú số liệu".into(),
        Tell::PageTitle { number, period } => format!("Kế hoạch {number}: {period}"),
        Tell::DecisionsHead => "Cần quyết định".into(),
        Tell::NoDecision => "Không có nội dung nào cần quyết định.".into(),
        Tell::TasksHead => "Từng nội dung".into(),
        Tell::AllOfThem => "Tất cả".into(),
        Tell::ShownOf => "Số nội dung đang hiện".into(),
        Tell::Explanation => "Vì sao, số liệu, tài liệu".into(),
        Tell::HeatHead => "Ai gửi báo cáo khi nào".into(),
        Tell::SkipTo => "Đến phần từng nội dung".into(),
        Tell::SortBy => "Xếp theo".into(),
        Tell::PlaceHead => "Mục, trang".into(),
    }
}
