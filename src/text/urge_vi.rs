//! Sentences of letters that remind in Vietnamese.

use super::Urge;

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn urge(phrase: Urge<'_>) -> String {
    match phrase {
        Urge::Number { number } => format!("Số: {number}"),
        Urge::Subject { number, period } => format!("V/v đôn đốc thực hiện Kế hoạch số {number}, {period}"),
        Urge::To { unit } => format!("Kính gửi: {unit}"),
        Urge::Opening { number, day, unit, as_of } => {
            format!("Thực hiện Kế hoạch số {number} {day}, qua theo dõi đến hết ngày {as_of}, {unit} còn các việc sau:")
        }
        Urge::OpeningLate { number, day, unit, as_of } => {
            format!(
                "Thực hiện Kế hoạch số {number} {day}, qua theo dõi đến hết ngày {as_of}, {unit} đã gửi đủ báo cáo nhưng còn gửi muộn:"
            )
        }
        Urge::ReportsHead => "Báo cáo chưa gửi".into(),
        Urge::ReportOwed { form, period, due, late } => {
            format!("Báo cáo {period} theo biểu mẫu “{form}”: hạn gửi {due}, {late}.")
        }
        Urge::ReportWrong { form, period, due, late } => {
            format!(
                "Báo cáo {period} theo biểu mẫu “{form}”: hạn gửi {due}, {late}; đã có dòng số liệu nhưng dòng có lỗi, đề nghị kiểm tra và gửi lại."
            )
        }
        Urge::UpdatesHead => "Báo cáo tiến độ chưa gửi".into(),
        Urge::UpdateOwed { task, title, period, due, late } => {
            format!("Tiến độ {period} của nội dung {task} ({title}): hạn gửi {due}, {late}.")
        }
        Urge::LateHead { period } => format!("Báo cáo gửi muộn trong {period}"),
        Urge::ReportLate { form, period, days } => format!("Báo cáo {period} theo biểu mẫu “{form}”: gửi muộn {days}."),
        Urge::WorksHead => "Việc quá hạn hoặc chưa có tài liệu kiểm chứng".into(),
        Urge::WorkOverdue { name, task, due, late } => {
            format!("Sản phẩm “{name}” của nội dung {task}: hạn {due}, {late}.")
        }
        Urge::TaskOverdue { title, task, due, late } => format!("Nội dung {task} ({title}): hạn {due}, {late}."),
        Urge::WorkOverdueUnproven { name, task, due, late, why } => {
            format!("Sản phẩm “{name}” của nội dung {task}: hạn {due}, {late}; {why}.")
        }
        Urge::WorkUnproven { name, task, why } => format!("Sản phẩm “{name}” của nội dung {task}: {why}."),
        Urge::TargetsHead => "Chỉ tiêu không đạt hoặc chậm tiến độ".into(),
        Urge::Target { name, verdict, why, needed } => format!("{name}: {verdict}. {why}{needed}"),
        Urge::UnitTarget { name, unit, verdict, why, needed } => {
            format!("{name}, tính riêng {unit}: {verdict}. {why}{needed}")
        }
        Urge::Needed { what } => format!(" Để đạt mức giao: {what}."),
        Urge::Explain => " Đề nghị báo cáo nguyên nhân và biện pháp.".into(),
        Urge::OverdueBy { days } => format!("quá hạn {days}"),
        Urge::DueToday => "đến hạn hôm nay".into(),
        Urge::Closing { unit, to, by } => {
            format!("Đề nghị {unit} khẩn trương thực hiện các việc nêu trên và báo cáo về {to} {by}./.")
        }
        Urge::ClosingLate { unit } => format!("Đề nghị {unit} gửi báo cáo đúng hạn trong các kỳ tới./."),
        Urge::Before { day } => format!("chậm nhất là {day}"),
        Urge::Soon => "trong thời gian sớm nhất".into(),
        Urge::AsAbove => "Như trên".into(),
        Urge::MadeUpMarkSome => "Có số liệu minh họa, không phải số thật: xem phần cuối văn bản".into(),
        Urge::Summary { unit, list, files } => format!("{unit}: {list} → {files}"),
        Urge::CountReports { count } => format!("{count} báo cáo chưa gửi"),
        Urge::CountUpdates { count } => format!("{count} báo cáo tiến độ chưa gửi"),
        Urge::CountLate { count } => format!("{count} báo cáo gửi muộn"),
        Urge::CountWorks { count } => format!("{count} việc quá hạn hoặc chưa có tài liệu kiểm chứng"),
        Urge::CountTargets { count } => format!("{count} chỉ tiêu không đạt hoặc chậm tiến độ"),
        Urge::NothingOwed { list } => format!("Không có việc phải đôn đốc: {list}."),
    }
}
