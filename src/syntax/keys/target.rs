//! Targets of a task: a bound on an indicator, and when it must hold.

use super::{Choice, Key, Kind, Preset, TableSpec, Ways};
use crate::text::Noun;

const AT_LEAST: Key = Key::may(
    "at-least",
    Kind::Number,
    "mức thấp nhất phải đạt; bằng mức là đạt; tỷ lệ thì ghi số phần trăm",
    "the lower bound; equality passes; in percent for a rate",
);
const AT_MOST: Key = Key::may(
    "at-most",
    Kind::Number,
    "mức cao nhất được phép; bằng mức là đạt; tỷ lệ thì ghi số phần trăm",
    "the upper bound; equality passes; in percent for a rate",
);
const BETWEEN: Key = Key::may(
    "between",
    Kind::Range,
    "khoảng phải nằm trong, mức thấp trước mức cao sau, chẳng hạn [90, 95.5]; bằng một trong hai mức là đạt",
    "low and high bound, such as [90, 95.5]; equality passes",
);
const EQUALS: Key = Key::may(
    "equals",
    Kind::Number,
    "giá trị phải đúng bằng; tỷ lệ thì ghi số phần trăm",
    "the value that it must be exactly; in percent for a rate",
);

/// The four bounds, of which a target, milestone or revision has one.
const BOUNDS: Ways = &[&["at-least"], &["at-most"], &["between"], &["equals"]];

static MILESTONE: TableSpec = TableSpec {
    ways: BOUNDS,
    ..TableSpec::new(
        "milestones",
        &[
            Key::must("on", Kind::Date, "ngày phải đạt mức này", "the day it must hold on"),
            AT_LEAST,
            AT_MOST,
            BETWEEN,
            EQUALS,
            Key::may("basis", Kind::Text, "văn bản đặt ra mốc này", "the document that sets the milestone"),
        ],
    )
};

static BASELINE: TableSpec = TableSpec::new(
    "baseline",
    &[
        Key::must("on", Kind::Date, "ngày có giá trị xuất phát", "the day of the value"),
        Key::must(
            "value",
            Kind::Number,
            "giá trị xuất phát; tỷ lệ thì ghi số phần trăm",
            "the value to start from; in percent for a rate",
        ),
        Key::may("basis", Kind::Text, "văn bản ghi giá trị xuất phát", "the document that states the value"),
    ],
);

static REVISED: TableSpec = TableSpec {
    ways: BOUNDS,
    ..TableSpec::new(
        "revised",
        &[
            Key::must("from", Kind::Date, "ngày mức mới có hiệu lực", "the day from which the new bound holds"),
            AT_LEAST,
            AT_MOST,
            BETWEEN,
            EQUALS,
            Key::may("basis", Kind::Text, "văn bản điều chỉnh", "the document that revises it"),
        ],
    )
};

pub(super) static TARGET: TableSpec = TableSpec {
    ways: BOUNDS,
    apart: &[("baseline", "between"), ("baseline", "equals")],
    ..TableSpec::new(
        "targets",
        &[
            Key::must(
                "indicator",
                Kind::Ref(&[Noun::Indicator]),
                "mã chỉ tiêu được giao mức",
                "id of the indicator that the bound is on",
            ),
            AT_LEAST,
            AT_MOST,
            BETWEEN,
            EQUALS,
            Key::may(
                "over",
                Kind::Word(&["year", "period"]),
                "tính chỉ tiêu trên khoảng thời gian nào",
                "what is judged",
            )
            .or(Preset::Word("year"))
            .choices(&[
                Choice::new("year", "từ đầu năm đến nay", "the year so far"),
                Choice::new("period", "riêng kỳ gần nhất đã hết", "the last closed period alone"),
            ]),
            Key::may(
                "each-unit",
                Kind::Boolean,
                "đánh giá riêng từng đơn vị và lấy kết quả kém nhất",
                "every unit is judged by itself, and the worst counts",
            )
            .or(Preset::Boolean(false)),
            Key::may(
                "by",
                Kind::Date,
                "hạn riêng của mức giao này, nếu khác hạn của nội dung",
                "a deadline of its own, where it differs from the task's",
            ),
            Key::may(
                "milestones",
                Kind::Tables(&MILESTONE),
                "các mốc phải đạt trước hạn, xếp theo ngày",
                "bounds to hold on the way to the deadline, in the order of their days",
            ),
            Key::may(
                "baseline",
                Kind::Table(&BASELINE),
                "giá trị xuất phát, để so tiến độ theo đường thẳng đến mức giao; chỉ dùng với at-least hoặc at-most",
                "the value to start from; progress is compared with the straight line from it to the bound; only with at-least or at-most",
            ),
            Key::may(
                "revised",
                Kind::Tables(&REVISED),
                "các lần điều chỉnh mức giao, xếp theo ngày; trước ngày điều chỉnh mức cũ vẫn giữ",
                "bounds that were revised later, in the order of their days; before its day the old one holds",
            ),
            Key::may("note", Kind::Text, "ghi chú về mức giao", "a remark on the target"),
        ],
    )
};
