//! `[[task]]`.

use super::target::TARGET;
use super::{Key, Kind, TableSpec};
use crate::text::Noun;

const UNITS: Kind = Kind::Refs(&[Noun::Unit, Noun::Group]);

static SCHEDULE: TableSpec = TableSpec {
    name: "schedule",
    keys: &[
        Key::may("by", Kind::Date, "phải xong trước hết ngày này", "the day it must be done by"),
        Key::may(
            "every",
            Kind::MonthDay,
            "ngày phải xong hằng năm, tháng-ngày",
            "the day of every year it must be done by, month-day",
        ),
    ],
    one_of: &[&["by"], &["every"]],
};

static DELIVERABLE: TableSpec = TableSpec::new(
    "deliverables",
    &[
        Key::must("name", Kind::Text, "tên sản phẩm", "name of the deliverable"),
        Key::may("due", Kind::Date, "hạn riêng của sản phẩm", "a day of its own to be due"),
        Key::may(
            "numbered",
            Kind::Boolean,
            "là văn bản có số, ký hiệu (mặc định: có)",
            "it is a document with a number (default: yes)",
        ),
        Key::may("any-of", Kind::Texts, "các tên mà chỉ cần có một", "names of which one is enough"),
    ],
);

static EXTENDED: TableSpec = TableSpec::new(
    "extended",
    &[
        Key::must("to", Kind::Date, "hạn mới", "the new deadline"),
        Key::may("basis", Kind::Text, "văn bản cho gia hạn", "the document that extends it"),
        Key::may(
            "on",
            Kind::Date,
            "ngày gia hạn; trước ngày này hạn cũ còn hiệu lực",
            "the day it was extended; before, the old one holds",
        ),
    ],
);

pub(super) static TASK: TableSpec = TableSpec::new(
    "[[task]]",
    &[
        Key::must("no", Kind::Integer(1, 99_999), "số thứ tự trong kế hoạch", "number in the plan"),
        Key::must("title", Kind::Text, "nội dung công việc, đã sửa lỗi in", "the task, misprints corrected"),
        Key::may("printed", Kind::Text, "nội dung như in, nếu khác", "the task as printed, where it differs"),
        Key::must("lead", UNITS, "đơn vị chủ trì", "the units that lead"),
        Key::may("support", UNITS, "đơn vị phối hợp", "the units that support"),
        Key::must(
            "schedule",
            Kind::WordOrTable(&["continuous", "on-event"], &SCHEDULE),
            "thời gian: thường xuyên, khi có phát sinh, hoặc một hạn",
            "when: continuous, on event, or by a day",
        ),
        Key::may("schedule-printed", Kind::Text, "thời gian như in", "the schedule as printed"),
        Key::may(
            "deliverables",
            Kind::TextsOrTables(&DELIVERABLE),
            "sản phẩm, kết quả đầu ra",
            "documents or products that it must yield",
        ),
        Key::may("deliverables-printed", Kind::Text, "sản phẩm như in", "the deliverables as printed"),
        Key::may("targets", Kind::Tables(&TARGET), "các mức giao", "figures that it must reach"),
        Key::may(
            "assigned",
            Kind::Date,
            "ngày giao, nếu giao bổ sung trong năm",
            "the day it was added, if during the plan",
        ),
        Key::may("basis", Kind::Text, "văn bản giao bổ sung", "the document that added it"),
        Key::may("extended", Kind::Table(&EXTENDED), "gia hạn", "a new deadline"),
        Key::may(
            "indexes",
            Kind::Refs(&[Noun::Index]),
            "các bộ chỉ số mà nội dung này phục vụ",
            "the indexes that the task serves",
        ),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);
