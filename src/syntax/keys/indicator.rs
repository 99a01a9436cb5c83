//! `[[indicator]]` and `[[index]]`.

use super::criterion::CRITERION;
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
        Key::may(
            "year",
            Kind::Integer(1900, 9999),
            "năm chấm điểm; không ghi là năm cuối của kế hoạch",
            "the year that is scored; the last one of the plan if left out",
        ),
        Key::may(
            "level",
            Kind::Text,
            "tiêu chí áp dụng cho cấp nào, chẳng hạn “sở, ban, ngành”",
            "whom the criteria are for, such as \"departments\"",
        ),
        Key::may("source", Kind::Text, "văn bản ban hành các tiêu chí", "the document that the criteria are of"),
        Key::may(
            "example",
            Kind::Boolean,
            "các tiêu chí là ví dụ, không theo văn bản nào; nơi nào in điểm cũng nói rõ",
            "the criteria are an example and of no document, which is said wherever points are shown",
        )
        .or(Preset::Boolean(false)),
        Key::may(
            "without-survey",
            Kind::Boolean,
            "không tính các tiêu chí điều tra, cả điểm lẫn điểm tối đa; chỉ số tính trên phần còn lại",
            "criteria of a survey are left out, points and maximum; the index is that of the rest",
        )
        .or(Preset::Boolean(false)),
        Key::may("bonus-cap", Kind::Number, "tổng điểm cộng nhiều nhất", "the most that bonuses add together"),
        Key::may("malus-cap", Kind::Number, "tổng điểm trừ nhiều nhất", "the most that is taken away in all"),
        Key::may(
            "criteria",
            Kind::Text,
            "tệp TOML trong thư mục data/ khai các tiêu chí, thay cho khai tại đây, chẳng hạn \"par-index-2019.toml\"",
            "a TOML file in data/ that declares the criteria, instead of declaring them here, such as \"par-index-2019.toml\"",
        ),
        Key::may(
            "criterion",
            Kind::Tables(&CRITERION),
            "tiêu chí, mỗi dòng một mục, theo thứ tự của bộ chỉ số",
            "criteria, one table each, in the order of the index",
        ),
        Key::may("note", Kind::Text, "ghi chú về bộ chỉ số", "a remark on the index"),
    ],
);
