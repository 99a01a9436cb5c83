//! Targets of a task: a bound on an indicator, and when it must hold.

use super::{Key, Kind, TableSpec};
use crate::text::Noun;

const AT_LEAST: Key = Key::may("at-least", Kind::Number, "ít nhất", "the lower bound; equality passes");
const AT_MOST: Key = Key::may("at-most", Kind::Number, "nhiều nhất", "the upper bound; equality passes");
const BETWEEN: Key = Key::may("between", Kind::Range, "từ mức thấp đến mức cao", "low and high bound");
const EQUALS: Key = Key::may("equals", Kind::Number, "bằng đúng", "the exact value");
const BASIS: Key = Key::may("basis", Kind::Text, "căn cứ", "the document it rests on");

static MILESTONE: TableSpec = TableSpec::new(
    "milestones",
    &[
        Key::must("on", Kind::Date, "ngày phải đạt mức này", "the day it must hold on"),
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        EQUALS,
        BASIS,
    ],
);

static BASELINE: TableSpec = TableSpec::new(
    "baseline",
    &[
        Key::must("on", Kind::Date, "ngày của giá trị xuất phát", "the day of the value"),
        Key::must("value", Kind::Number, "giá trị xuất phát", "the value to start from"),
        BASIS,
    ],
);

static REVISED: TableSpec = TableSpec::new(
    "revised",
    &[
        Key::must("from", Kind::Date, "ngày mức mới có hiệu lực", "the day from which the new bound holds"),
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        EQUALS,
        BASIS,
    ],
);

pub(super) static TARGET: TableSpec = TableSpec::new(
    "targets",
    &[
        Key::must("indicator", Kind::Ref(&[Noun::Indicator]), "chỉ tiêu", "the indicator"),
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        EQUALS,
        Key::may(
            "over",
            Kind::Word(&["year", "period"]),
            "đánh giá theo lũy kế từ đầu năm (mặc định) hoặc theo kỳ gần nhất đã hết",
            "judged over the year so far (default), or over the last closed period",
        ),
        Key::may(
            "each-unit",
            Kind::Boolean,
            "đánh giá từng đơn vị, lấy kết quả kém nhất",
            "every unit is judged, and the worst counts",
        ),
        Key::may("by", Kind::Date, "hạn riêng của mức giao", "a deadline of its own"),
        Key::may("milestones", Kind::Tables(&MILESTONE), "các mốc phải đạt trên đường đi", "bounds to hold on the way"),
        Key::may(
            "baseline",
            Kind::Table(&BASELINE),
            "giá trị xuất phát, để so tiến độ",
            "the value to start from, for comparing progress",
        ),
        Key::may("revised", Kind::Tables(&REVISED), "mức giao đã điều chỉnh", "bounds that were revised later"),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);
