//! Words about points that can still be won, in Vietnamese.

use super::Winning;

/// Words something.
pub(super) fn winning(phrase: Winning<'_>) -> String {
    match phrase {
        Winning::Title => "Còn giành được".into(),
        Winning::WaitingTitle => "Còn chờ".into(),
        Winning::OutOfReachTitle => "Không còn giành được".into(),
        Winning::GainHead => "Được thêm".into(),
        Winning::TakesHead => "Cần làm".into(),
        Winning::ByHead => "Đến hết ngày".into(),
        Winning::TimeHead => "Còn lại".into(),
        Winning::AtMostHead => "Nhiều nhất".into(),
        Winning::PointsHead => "Điểm".into(),
        Winning::WaitsHead => "Chờ gì".into(),
        Winning::WhyHead => "Vì sao".into(),
        Winning::Cases { count, unit, names, fewer } => {
            let way = if fewer { "bớt" } else { "thêm" };
            format!("{way} {count} {unit} ở {names}")
        }
        Winning::FromTo { from, to } => format!("{from} → {to}"),
        Winning::HandIn { name } => format!("nộp “{name}”"),
        Winning::Further { gain, count } => format!("thêm {count} thì được +{gain}"),
        Winning::Others { list } => format!("đồng thời {list}"),
        Winning::Reports { count } => format!("{count} báo cáo"),
        Winning::ReportsWith { count, cases, unit } => format!("{count} báo cáo, khoảng {cases} {unit}"),
        Winning::Beyond { count, unit, cases, fewer } => {
            let way = if fewer { "bớt" } else { "thêm" };
            format!("phải {way} {count} {unit}; theo nhịp từ đầu năm chỉ còn khoảng {cases}")
        }
        Winning::Lost { count } => format!("{count} trường hợp đã ở ngoài tử số, không lấy lại được"),
        Winning::Happened { count } => format!("{count} trường hợp đã xảy ra, không rút lại được"),
        Winning::LateHappened { count } => format!("{count} báo cáo đã muộn hoặc thiếu, không rút lại được"),
        Winning::Over => "đã hết năm, đủ báo cáo".into(),
        Winning::Appraised => "đã thẩm định lần 2".into(),
        Winning::Surveyed => "đã có kết quả điều tra".into(),
        Winning::Assumed => "giá trị là giả định, số liệu không làm thay đổi".into(),
        Winning::NoStep => "số liệu không làm điểm này tăng được".into(),
        Winning::Appraisal => "thẩm định lần 2".into(),
        Winning::AppraisalOfFigures { gain } => format!("thẩm định lần 2: theo số liệu thì được thêm {gain}"),
        Winning::People => "người chấm: số liệu không tính được điểm này".into(),
        Winning::LateReports { count } => format!("{count} báo cáo của năm còn thiếu"),
        Winning::Evidence => "điểm đã chấm còn thiếu tài liệu kiểm chứng".into(),
        Winning::Nothing => "Không có bước nào mà số liệu hay văn bản đến cuối năm còn làm tăng điểm.".into(),
        Winning::EachAlone => "Mỗi bước xét riêng, là số ít nhất đủ để được thêm điểm khi mọi số khác giữ nguyên.".into(),
        Winning::AllGood => {
            "Nơi mẫu số cũng tăng: coi mọi trường hợp phát sinh thêm đều đạt; số còn có thể phát sinh là bình quân mỗi báo cáo từ đầu năm nhân với số báo cáo chưa có.".into()
        }
        Winning::Case => "trường hợp".into(),
    }
}
