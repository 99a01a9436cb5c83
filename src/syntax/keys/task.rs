//! `[[task]]`.

use super::target::TARGET;
use super::{Choice, Key, Kind, Preset, TableSpec};
use crate::text::Noun;

const UNITS: Kind = Kind::Refs(&[Noun::Unit, Noun::Group]);

static SCHEDULE: TableSpec = TableSpec {
    one_of: &[&["by"], &["every"]],
    ..TableSpec::new(
        "schedule",
        &[
            Key::may("by", Kind::Date, "ngày cuối cùng phải xong", "the last day to have it done"),
            Key::may(
                "every",
                Kind::MonthDay,
                "ngày phải xong hằng năm, viết tháng-ngày, chẳng hạn \"12-31\"",
                "the day of every year to have it done by, month-day, such as \"12-31\"",
            ),
        ],
    )
};

static DELIVERABLE: TableSpec = TableSpec::new(
    "deliverables",
    &[
        Key::must("name", Kind::Text, "tên sản phẩm", "name of the deliverable"),
        Key::may(
            "due",
            Kind::Date,
            "hạn riêng của sản phẩm, nếu khác hạn của nội dung",
            "a due day of its own, where it differs from the task's deadline",
        ),
        Key::may(
            "numbered",
            Kind::Boolean,
            "sản phẩm là văn bản có số, ký hiệu: phải có số mới được coi là hoàn thành",
            "it is a document with a number, and only a numbered one counts as handed in",
        )
        .or(Preset::Boolean(true)),
        Key::may(
            "any-of",
            Kind::Texts,
            "các tên văn bản, có một trong số đó là đủ",
            "names of documents of which one is enough",
        ),
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
            "ngày được gia hạn; trước ngày này hạn cũ còn hiệu lực",
            "the day it was extended; before, the old one holds",
        ),
    ],
);

pub(super) static TASK: TableSpec = TableSpec::new(
    "[[task]]",
    &[
        Key::must(
            "no",
            Kind::Integer(1, 99_999),
            "số thứ tự trong kế hoạch, không được trùng; mức giao đầu tiên của nội dung 7 có mã 7.1",
            "number in the plan, each only once; the first target of task 7 has the id 7.1",
        ),
        Key::must("title", Kind::Text, "nội dung công việc, đã sửa lỗi in nếu có", "the task, misprints corrected"),
        Key::may(
            "printed",
            Kind::Text,
            "nội dung đúng như in, nếu khác title",
            "the task as printed, where it differs from title",
        ),
        Key::must("lead", UNITS, "mã các đơn vị, nhóm chủ trì", "ids of the units and groups that lead"),
        Key::may("support", UNITS, "mã các đơn vị, nhóm phối hợp", "ids of the units and groups that support"),
        Key::must(
            "schedule",
            Kind::WordOrTable(&["continuous", "on-event"], &SCHEDULE),
            "thời gian thực hiện: một từ, hoặc một hạn như { by = 2019-12-31 }",
            "when: a word, or a deadline such as { by = 2019-12-31 }",
        )
        .choices(&[
            Choice::new("continuous", "thường xuyên", "all the time"),
            Choice::new("on-event", "khi có phát sinh", "whenever there is a case"),
        ]),
        Key::may(
            "schedule-printed",
            Kind::Text,
            "thời gian đúng như in, chẳng hạn “Tháng 12 hàng năm”",
            "the schedule as printed (\"Tháng 12 hàng năm\")",
        ),
        Key::may(
            "deliverables",
            Kind::TextsOrTables(&DELIVERABLE),
            "các sản phẩm, kết quả đầu ra; mỗi mục là tên, hoặc { name = \"...\" } khi cần nói thêm",
            "documents or products that it must yield; each is a name, or { name = \"...\" } where more is to be said",
        ),
        Key::may("deliverables-printed", Kind::Text, "sản phẩm đúng như in", "the deliverables as printed"),
        Key::may("targets", Kind::Tables(&TARGET), "các mức giao của nội dung", "figures that it must reach"),
        Key::may(
            "assigned",
            Kind::Date,
            "ngày giao, nếu là nội dung giao bổ sung trong kỳ kế hoạch",
            "the day it was added, if that was during the plan",
        ),
        Key::may("basis", Kind::Text, "văn bản giao bổ sung", "the document that added it"),
        Key::may(
            "extended",
            Kind::Table(&EXTENDED),
            "gia hạn cho nội dung có hạn",
            "a new deadline for a task that has one",
        ),
        Key::may(
            "indexes",
            Kind::Refs(&[Noun::Index]),
            "mã các bộ chỉ số mà nội dung này phục vụ",
            "ids of the indexes that the task serves",
        ),
        Key::may("note", Kind::Text, "ghi chú về nội dung", "a remark on the task"),
    ],
);
