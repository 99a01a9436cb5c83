//! `[[indicator]]` and `[[index]]`.

use super::{Key, Kind, TableSpec};
use crate::text::Noun;

pub(super) static INDICATOR: TableSpec = TableSpec::new(
    "[[indicator]]",
    &[
        Key::must("id", Kind::Id, "mã chỉ tiêu", "id of the indicator"),
        Key::must("name", Kind::Text, "tên chỉ tiêu", "name of the indicator"),
        Key::may(
            "numerator",
            Kind::Refs(&[Noun::Measure]),
            "các số liệu cộng thành tử số",
            "the measures that add up to the numerator",
        ),
        Key::may(
            "denominator",
            Kind::Refs(&[Noun::Measure]),
            "các số liệu cộng thành mẫu số",
            "the measures that add up to the denominator",
        ),
        Key::may(
            "level",
            Kind::Ref(&[Noun::Measure]),
            "số liệu loại level, thay cho tử số và mẫu số",
            "a measure of kind level, instead of numerator and denominator",
        ),
        Key::may(
            "share",
            Kind::Boolean,
            "tử số là một phần của mẫu số nên không thể lớn hơn; mặc định: đúng, nếu công thức và các đẳng thức cho thấy như vậy",
            "the numerator is a part of the denominator and cannot be larger; default: where formula and identities show it",
        ),
        Key::may(
            "decimals",
            Kind::Integer(0, 15),
            "số chữ số thập phân hiển thị, mặc định 2",
            "how many decimals are shown; default 2",
        ),
        Key::may("counts", Kind::Text, "đối tượng được đếm, in cạnh tỷ lệ", "what is counted, printed beside the rate"),
        Key::may("note", Kind::Text, "vì sao chọn mẫu số này", "why the denominator is this one"),
    ],
);

pub(super) static INDEX: TableSpec = TableSpec::new(
    "[[index]]",
    &[
        Key::must("id", Kind::Id, "mã bộ chỉ số", "id of the index"),
        Key::must("name", Kind::Text, "tên bộ chỉ số", "name of the index"),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);
