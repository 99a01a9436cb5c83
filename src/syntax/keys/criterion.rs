//! `[[index.criterion]]`, and the file of criteria that an index names.

use super::{Choice, Key, Kind, Preset, TableSpec};
use crate::text::Noun;

/// A file of criteria.
pub static CRITERIA: TableSpec = TableSpec {
    ways: &[&["criterion"]],
    ..TableSpec::new(
        "criteria",
        &[Key::may(
            "criterion",
            Kind::Tables(&CRITERION),
            "tiêu chí, mỗi dòng một mục, theo thứ tự của bộ chỉ số",
            "criteria, one table each, in the order of the index",
        )],
    )
};

const AT_LEAST: Key =
    Key::may("at-least", Kind::Number, "đạt khi giá trị từ mức này trở lên", "met by a value of this or more");
const AT_MOST: Key =
    Key::may("at-most", Kind::Number, "đạt khi giá trị không quá mức này", "met by a value of this or less");
const BETWEEN: Key = Key::may(
    "between",
    Kind::Range,
    "đạt khi giá trị nằm giữa hai mức, kể cả hai đầu",
    "met between two values, both included",
);
const EQUALS: Key = Key::may("equals", Kind::Number, "đạt khi giá trị đúng bằng mức này", "met by exactly this value");

const DOCUMENT: Key = Key::may(
    "document",
    Kind::Table(&HANDED),
    "sản phẩm của một nội dung công việc: đạt khi đã có văn bản trong data/deliverables.csv",
    "the deliverable of a task: met once its document stands in data/deliverables.csv",
);

static HANDED: TableSpec = TableSpec::new(
    "document",
    &[
        Key::must("task", Kind::Integer(1, 999_999), "số thứ tự của nội dung công việc", "number of the task"),
        Key::must(
            "deliverable",
            Kind::Text,
            "tên sản phẩm, như khai ở nội dung đó",
            "the deliverable as the task names it",
        ),
    ],
);

static BAND: TableSpec = TableSpec {
    one_of: &[&["from"], &["up-to"]],
    ..TableSpec::new(
        "bands",
        &[
            Key::may(
                "from",
                Kind::Number,
                "từ mức này trở lên, kể cả mức này",
                "from this value up, which is included",
            ),
            Key::may(
                "up-to",
                Kind::Number,
                "đến mức này, kể cả mức này, khi càng ít càng tốt",
                "up to this value, which is included, where less is better",
            ),
            Key::must("points", Kind::Number, "điểm của khoảng này", "what the band earns"),
        ],
    )
};

static ITEM: TableSpec = TableSpec {
    one_of: &[&["indicator"], &["document"]],
    ..TableSpec::new(
        "items",
        &[
            Key::must("name", Kind::Text, "tên mục", "name of the item"),
            Key::must("points", Kind::Number, "điểm của mục", "what the item earns"),
            Key::may(
                "indicator",
                Kind::Ref(&[Noun::Indicator]),
                "mã chỉ tiêu để xét mục này",
                "id of the indicator it is judged by",
            ),
            AT_LEAST,
            AT_MOST,
            BETWEEN,
            EQUALS,
            DOCUMENT,
        ],
    )
};

/// The rules.
pub const RULES: [&str; 8] = ["bands", "linear", "yes-no", "items", "per-case", "deduction", "trigger", "manual"];

pub(super) static CRITERION: TableSpec = TableSpec::new(
    "[[index.criterion]]",
    &[
        Key::must(
            "no",
            Kind::Text,
            "số của tiêu chí trong bộ chỉ số, chẳng hạn \"2.1.3\"; tiêu chí \"2.1\", nếu có khai, là tiêu chí mẹ",
            "its number in the index, such as \"2.1.3\", which is a part of \"2.1\" where that is declared",
        ),
        Key::must("name", Kind::Text, "tên tiêu chí, như in", "name of the criterion, as printed"),
        Key::may(
            "max",
            Kind::Number,
            "điểm tối đa; tiêu chí mẹ có thể không ghi, nếu ghi thì phải bằng tổng của các tiêu chí con",
            "the most points; may be left out where there are parts, else it must be their sum",
        ),
        Key::may(
            "rule",
            Kind::Word(&RULES),
            "cách cho điểm; tiêu chí có tiêu chí con thì không ghi",
            "how points are given; a criterion with parts has none",
        )
        .choices(&[
            Choice::new(
                "bands",
                "theo khoảng: điểm của khoảng tốt nhất mà giá trị đạt tới",
                "bands: the points of the best band reached",
            ),
            Choice::new(
                "linear",
                "theo tỷ lệ: điểm tối đa nhân với giá trị chia cho cap; dưới floor thì 0 điểm",
                "linear: the maximum times the value over cap; nothing under floor",
            ),
            Choice::new("yes-no", "đạt thì điểm tối đa, không đạt thì 0 điểm", "the maximum or nothing"),
            Choice::new("items", "cộng điểm từng mục đã có", "the points of each item that is there"),
            Choice::new(
                "per-case",
                "mỗi trường hợp each điểm, không quá tối đa",
                "so many points for each case, up to the maximum",
            ),
            Choice::new(
                "deduction",
                "mỗi trường hợp trừ each điểm, không dưới 0",
                "the maximum less so many points for each case, not under nothing",
            ),
            Choice::new("trigger", "có một trường hợp trở lên thì 0 điểm", "nothing once there is any case"),
            Choice::new("manual", "người chấm cho điểm trong data/scores.csv", "people give points in data/scores.csv"),
        ]),
        Key::may(
            "indicator",
            Kind::Ref(&[Noun::Indicator]),
            "mã chỉ tiêu dùng để tính điểm",
            "id of the indicator that points depend on",
        ),
        Key::may(
            "bands",
            Kind::Tables(&BAND),
            "các khoảng của rule = \"bands\", khoảng tốt nhất trước",
            "the bands of rule = \"bands\", the best first",
        ),
        Key::may(
            "floor",
            Kind::Number,
            "rule = \"linear\": dưới mức này thì 0 điểm",
            "rule = \"linear\": nothing under this value",
        ),
        Key::may(
            "cap",
            Kind::Number,
            "rule = \"linear\": giá trị được điểm tối đa; với tỷ lệ, không ghi là 100",
            "rule = \"linear\": the value that earns the maximum; 100 for a rate if left out",
        ),
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        EQUALS,
        DOCUMENT,
        Key::may("items", Kind::Tables(&ITEM), "các mục của rule = \"items\"", "the items of rule = \"items\""),
        Key::may(
            "cases",
            Kind::Refs(&[Noun::Measure]),
            "mã các số liệu đếm số trường hợp",
            "ids of the measures that count the cases",
        ),
        Key::may(
            "late-reports",
            Kind::Refs(&[Noun::Form]),
            "mã các biểu mẫu: mỗi báo cáo muộn hoặc còn thiếu là một trường hợp",
            "ids of forms, of which each late or missing report is a case",
        ),
        Key::may("each", Kind::Number, "điểm của mỗi trường hợp", "points for each case"),
        Key::may(
            "when-none",
            Kind::Word(&["full", "left-out", "zero"]),
            "được gì khi không phát sinh (mẫu số bằng 0)",
            "what it earns where nothing arose (a denominator of zero)",
        )
        .choices(&[
            Choice::new("full", "điểm tối đa", "the maximum"),
            Choice::new("left-out", "không tính, bớt cả điểm tối đa", "left out, and its maximum too"),
            Choice::new("zero", "0 điểm", "nothing"),
        ]),
        Key::may(
            "survey",
            Kind::Boolean,
            "điểm do điều tra, khảo sát cho; đơn vị không tự chấm",
            "a survey gives its points, so that it is never self-scored",
        )
        .or(Preset::Boolean(false)),
        Key::may(
            "evidence",
            Kind::Boolean,
            "phải có tài liệu kiểm chứng (số văn bản, mục, trang); điểm chưa có tài liệu thì plan check scores nêu ra",
            "a document must prove it, with section and page; plan check scores names points without one",
        )
        .or(Preset::Boolean(false)),
        Key::may(
            "adds",
            Kind::Word(&["bonus", "malus"]),
            "điểm cộng hoặc điểm trừ, ngoài điểm tối đa của bộ chỉ số; không ghi là trong điểm tối đa",
            "points beside the maximum of the index; within it if left out",
        )
        .choices(&[
            Choice::new("bonus", "điểm cộng thêm", "added to what the others earn"),
            Choice::new("malus", "điểm trừ đi", "taken from it"),
        ]),
        Key::may(
            "task",
            Kind::Integer(1, 999_999),
            "số thứ tự của nội dung công việc phục vụ tiêu chí",
            "number of the task that serves it",
        ),
        Key::may(
            "owner",
            Kind::Refs(&[Noun::Unit, Noun::Group]),
            "mã đơn vị chịu trách nhiệm; không ghi là đơn vị chủ trì nội dung công việc",
            "ids of those who answer for it; if left out, those who lead the task",
        ),
        Key::may("note", Kind::Text, "ghi chú về tiêu chí", "a remark on the criterion"),
    ],
);
