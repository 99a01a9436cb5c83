//! `[[form]]` and its measures.

use super::plan::{DUE, EVERY};
use super::{Key, Kind, TableSpec};
use crate::text::Noun;

static MEASURE: TableSpec = TableSpec::new(
    "measures",
    &[
        Key::must(
            "id",
            Kind::Id,
            "mã số liệu, là tên cột trong tệp CSV",
            "id of the measure, the column in the CSV file",
        ),
        Key::must("name", Kind::Text, "tên số liệu, như in", "name of the measure, as printed"),
        Key::must(
            "kind",
            Kind::Word(&["flow", "stock", "stock-open", "to-date", "level"]),
            "cách cộng qua các kỳ: phát sinh, số cuối kỳ, số đầu kỳ, lũy kế, mức đã công bố",
            "how it adds up over periods",
        ),
        Key::may(
            "decimals",
            Kind::Integer(0, 15),
            "số chữ số thập phân của ô, mặc định 0",
            "how many decimals a cell may have; default 0",
        ),
        Key::may("unit", Kind::Text, "đơn vị tính, chẳng hạn “hồ sơ”", "what is counted, such as dossiers"),
        Key::may("fixed", Kind::Boolean, "giá trị không đổi trong năm", "the value does not change within a year"),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);

static IDENTITY: TableSpec = TableSpec::new(
    "identities",
    &[
        Key::must("total", Kind::Ref(&[Noun::Measure]), "số tổng", "the total"),
        Key::must("parts", Kind::Refs(&[Noun::Measure]), "các số cộng lại thành số tổng", "what adds up to it"),
    ],
);

static CARRIES: TableSpec = TableSpec::new(
    "carries",
    &[
        Key::must("opening", Kind::Ref(&[Noun::Measure]), "số kỳ trước chuyển sang", "the opening measure of a period"),
        Key::must(
            "closing",
            Kind::Ref(&[Noun::Measure]),
            "số còn lại cuối kỳ trước",
            "the closing measure of the period before",
        ),
    ],
);

pub(super) static FORM: TableSpec = TableSpec::new(
    "[[form]]",
    &[
        Key::must(
            "id",
            Kind::Id,
            "mã biểu mẫu, là tên tệp trong data/",
            "id of the form, the name of its file in data/",
        ),
        Key::must("title", Kind::Text, "tên biểu mẫu", "title of the form"),
        Key::must("every", EVERY, "kỳ báo cáo: tháng, quý, sáu tháng hoặc năm", "length of the form's period"),
        Key::must(
            "provenance",
            Kind::Word(&["reported", "published", "made-up"]),
            "nguồn gốc số liệu: đơn vị báo cáo, đã công bố, hoặc minh họa",
            "where the figures come from: reported by units, published, or made up",
        ),
        Key::may(
            "source",
            Kind::Text,
            "nguồn công bố, bắt buộc với số liệu đã công bố",
            "where it was published; required for published figures",
        ),
        Key::must(
            "units",
            Kind::RefsOrWord(&[Noun::Unit, Noun::Group], "all"),
            "đơn vị phải báo cáo, hoặc \"all\" là mọi đơn vị",
            "the units that report, or \"all\"",
        ),
        Key::may(
            "due",
            Kind::Table(&DUE),
            "hạn gửi sau khi hết kỳ; không cần với số liệu đã công bố",
            "when a report is due; not needed for published figures",
        ),
        Key::may(
            "history",
            Kind::Boolean,
            "cho phép số liệu ngoài các năm của kế hoạch, không dùng để đánh giá",
            "rows outside the plan's years are allowed, and kept out of verdicts",
        ),
        Key::must("measures", Kind::Tables(&MEASURE), "các cột số liệu", "the columns of figures"),
        Key::may(
            "identities",
            Kind::Tables(&IDENTITY),
            "các đẳng thức phải đúng trong mỗi dòng",
            "sums that must hold in each row",
        ),
        Key::may(
            "carries",
            Kind::Table(&CARRIES),
            "số đầu kỳ phải bằng số cuối kỳ trước",
            "the opening measure equals the closing one of the period before",
        ),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);
