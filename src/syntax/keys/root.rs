//! The top of plan.toml.

use super::form::FORM;
use super::indicator::{INDEX, INDICATOR};
use super::plan::{CALENDAR, PLAN};
use super::register::REGISTER;
use super::report::REPORT;
use super::severity::SEVERITY;
use super::task::TASK;
use super::unit::{GROUP, UNIT};
use super::{Key, Kind, TableSpec};

/// The whole of plan.toml.
pub static ROOT: TableSpec = TableSpec {
    ways: &[&["task"]],
    ..TableSpec::new(
        "plan.toml",
        &[
            Key::must(
                "plan",
                Kind::Table(&PLAN),
                "văn bản kế hoạch: số, ký hiệu, cơ quan ban hành, thời gian thực hiện, kỳ cập nhật tiến độ",
                "the plan as a document: number, agency, years, progress updates",
            ),
            Key::may(
                "calendar",
                Kind::Table(&CALENDAR),
                "ngày nghỉ và ngày làm bù, để tính hạn theo ngày làm việc",
                "days off and make-up days, for due days counted in working days",
            ),
            Key::may(
                "register",
                Kind::Table(&REGISTER),
                "quy tắc của sổ hồ sơ: ghi đủ đến ngày nào, tính hạn, xin lỗi ra sao",
                "the rules of the register of dossiers: how far it goes, how due days and apologies are judged",
            ),
            Key::may(
                "unit",
                Kind::Tables(&UNIT),
                "đơn vị, bộ phận, cá nhân được giao việc hoặc phải báo cáo; mỗi đơn vị một mục",
                "units and people that answer for tasks or send reports, one table each",
            ),
            Key::may(
                "group",
                Kind::Tables(&GROUP),
                "tên gọi chung nhiều đơn vị, chẳng hạn “Các phòng, đơn vị trực thuộc”",
                "units under one printed name, such as \"all divisions and affiliated units\"",
            ),
            Key::may(
                "form",
                Kind::Tables(&FORM),
                "biểu mẫu số liệu các đơn vị gửi theo kỳ; mỗi biểu mẫu có tệp của mình trong data/",
                "forms of figures that units send in each period; each has its file in data/",
            ),
            Key::may(
                "indicator",
                Kind::Tables(&INDICATOR),
                "chỉ tiêu: một tỷ lệ tử số trên mẫu số, hoặc một mức lấy thẳng từ biểu mẫu",
                "indicators: a numerator over a denominator, or one level taken from a form",
            ),
            Key::may(
                "task",
                Kind::Tables(&TASK),
                "nội dung công việc, mỗi dòng của kế hoạch một mục; phải có ít nhất một",
                "tasks, one table for each numbered row of the plan; at least one is needed",
            ),
            Key::may(
                "index",
                Kind::Tables(&INDEX),
                "bộ chỉ số mà kế hoạch nhằm nâng cao, chẳng hạn PAR INDEX",
                "indexes that the plan is to raise, such as PAR INDEX",
            ),
            Key::may(
                "report",
                Kind::Table(&REPORT),
                "đầu và cuối của báo cáo định kỳ (plan report), khi khác với văn bản kế hoạch",
                "head and foot of the periodic report (plan report), where they are not those of the plan",
            ),
            Key::may(
                "severity",
                SEVERITY,
                "mức của lỗi và cảnh báo mà kế hoạch thay đổi, mỗi mã một dòng kèm lý do",
                "severities of findings that the plan changes, a line for each code with the reason",
            ),
        ],
    )
};
