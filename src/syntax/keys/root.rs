//! The top of plan.toml.

use super::form::FORM;
use super::indicator::{INDEX, INDICATOR};
use super::plan::{CALENDAR, PLAN};
use super::severity::SEVERITY;
use super::task::TASK;
use super::unit::{GROUP, UNIT};
use super::{Key, Kind, TableSpec};

/// The whole of plan.toml.
pub static ROOT: TableSpec = TableSpec::new(
    "plan.toml",
    &[
        Key::must(
            "plan",
            Kind::Table(&PLAN),
            "văn bản kế hoạch: số, cơ quan, năm, kỳ báo cáo",
            "the plan as a document: number, agency, year, periods",
        ),
        Key::may("calendar", Kind::Table(&CALENDAR), "ngày nghỉ và ngày làm bù", "days off and make-up working days"),
        Key::may(
            "unit",
            Kind::Tables(&UNIT),
            "đơn vị, cá nhân chịu trách nhiệm",
            "units and people that answer for tasks",
        ),
        Key::may("group", Kind::Tables(&GROUP), "tên gọi chung nhiều đơn vị", "units under one printed name"),
        Key::may("form", Kind::Tables(&FORM), "biểu mẫu số liệu gửi theo kỳ", "forms of figures sent in each period"),
        Key::may(
            "indicator",
            Kind::Tables(&INDICATOR),
            "chỉ tiêu: tử số trên mẫu số, hoặc một mức đã công bố",
            "indicators: a numerator over a denominator, or one published level",
        ),
        Key::may("task", Kind::Tables(&TASK), "nội dung công việc", "tasks, the numbered rows of the plan"),
        Key::may(
            "index",
            Kind::Tables(&INDEX),
            "bộ chỉ số mà kế hoạch nhằm nâng cao",
            "indexes that the plan is to raise",
        ),
        Key::may(
            "severity",
            Kind::Table(&SEVERITY),
            "mức của lỗi và cảnh báo mà kế hoạch thay đổi, kèm lý do",
            "severities of findings that the plan changes, with the reason",
        ),
    ],
);
