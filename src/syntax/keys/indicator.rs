//! `[[indicator]]` and `[[index]]`.

use super::{Key, Kind, Preset, TableSpec};
use crate::text::Noun;

pub(super) static INDICATOR: TableSpec = TableSpec {
    ways: &[&["numerator", "denominator"], &["level"]],
    ..TableSpec::new(
        "[[indicator]]",
        &[
            Key::must("id", Kind::Id, "mã chỉ tiêu", "id of the indicator"),
            Key::must("name", Kind::Text, "tên chỉ tiêu", "name of the indicator"),
            Key::may(
                "numerator",
                Kind::Refs(&[Noun::Measure]),
                "mã các số liệu cộng thành tử số",
                "ids of the measures that add up to the numerator",
            ),
            Key::may(
                "denominator",
                Kind::Refs(&[Noun::Measure]),
                "mã các số liệu cộng thành mẫu số",
                "ids of the measures that add up to the denominator",
            ),
            Key::may(
                "level",
                Kind::Ref(&[Noun::Measure]),
                "mã một số liệu loại level, thay cho tử số và mẫu số",
                "id of a measure of kind level, instead of numerator and denominator",
            ),
            Key::may(
                "share",
                Kind::Boolean,
                "tử số là một phần của mẫu số nên không thể lớn hơn; bỏ trống thì đúng khi công thức và các đẳng thức cho thấy như vậy",
                "the numerator is a part of the denominator and cannot be larger; if left out, where formula and identities show it",
            ),
            Key::may(
                "decimals",
                Kind::Integer(0, 15),
                "in ra bao nhiêu chữ số thập phân; việc so với mức giao luôn dùng số đúng, không dùng số làm tròn",
                "how many decimals are shown; what is compared with a bound is always the exact value",
            )
            .or(Preset::Integer(2)),
            Key::may(
                "counts",
                Kind::Text,
                "đối tượng được đếm, in cạnh tỷ lệ, chẳng hạn “hồ sơ”, “thủ tục”",
                "what is counted, in words (\"hồ sơ\", \"thủ tục\"); printed beside the rate",
            ),
            Key::may(
                "note",
                Kind::Text,
                "ghi chú, chẳng hạn vì sao chọn mẫu số này",
                "why the denominator is this one",
            ),
        ],
    )
};

pub(super) static INDEX: TableSpec = TableSpec::new(
    "[[index]]",
    &[
        Key::must("id", Kind::Id, "mã bộ chỉ số", "id of the index"),
        Key::must("name", Kind::Text, "tên bộ chỉ số, như in", "name of the index, as printed"),
        Key::may("note", Kind::Text, "ghi chú về bộ chỉ số", "a remark on the index"),
    ],
);
