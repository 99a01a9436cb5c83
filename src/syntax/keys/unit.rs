//! `[[unit]]` and `[[group]]`.

use super::{Key, Kind, TableSpec};
use crate::text::Noun;

static EXCUSED: TableSpec = TableSpec::new(
    "excused",
    &[
        Key::may(
            "form",
            Kind::Ref(&[Noun::Form]),
            "mã biểu mẫu được miễn; không ghi là miễn mọi biểu mẫu",
            "id of the form; all forms if left out",
        ),
        Key::must(
            "period",
            Kind::Period,
            "kỳ được miễn, có thể dài hơn kỳ của biểu mẫu, chẳng hạn \"2019-Q3\"",
            "the period; it may be longer than the form's, such as \"2019-Q3\"",
        ),
        Key::must("reason", Kind::Text, "lý do được miễn", "why nothing is owed"),
    ],
);

const ALIASES: Key = Key::may(
    "aliases",
    Kind::Texts,
    "những cách viết khác của tên, để nhận ra trong số liệu",
    "other spellings of the name, by which figures may call it",
);

pub(super) static UNIT: TableSpec = TableSpec::new(
    "[[unit]]",
    &[
        Key::must("id", Kind::Id, "mã đơn vị, chẳng hạn \"mot-cua\"", "id of the unit, such as \"mot-cua\""),
        Key::must("name", Kind::Text, "tên đơn vị, như in", "name of the unit, as printed"),
        ALIASES,
        Key::may("parent", Kind::Ref(&[Noun::Unit]), "mã đơn vị cấp trên", "id of the unit above it"),
        Key::may(
            "from",
            Kind::Date,
            "ngày đầu tiên có đơn vị này, nếu thành lập giữa chừng",
            "first day that the unit exists, if it is newer than the plan",
        ),
        Key::may(
            "until",
            Kind::Date,
            "ngày cuối cùng còn đơn vị này, nếu giải thể, sáp nhập",
            "last day that the unit exists, if it is dissolved or merged",
        ),
        Key::may(
            "excused",
            Kind::Tables(&EXCUSED),
            "các kỳ đơn vị được miễn báo cáo, kèm lý do",
            "reports that the unit need not send, and why",
        ),
        Key::may("note", Kind::Text, "ghi chú về đơn vị", "a remark on the unit"),
    ],
);

pub(super) static GROUP: TableSpec = TableSpec::new(
    "[[group]]",
    &[
        Key::must("id", Kind::Id, "mã nhóm", "id of the group"),
        Key::must("name", Kind::Text, "tên gọi chung, như in", "the common name, as printed"),
        ALIASES,
        Key::must(
            "members",
            Kind::Refs(&[Noun::Unit, Noun::Group]),
            "mã các đơn vị, nhóm thành viên",
            "ids of the units and groups in it",
        ),
        Key::may("note", Kind::Text, "ghi chú về nhóm", "a remark on the group"),
    ],
);
