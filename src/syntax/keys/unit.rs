//! `[[unit]]` and `[[group]]`.

use super::{Key, Kind, TableSpec};
use crate::text::Noun;

static EXCUSED: TableSpec = TableSpec::new(
    "excused",
    &[
        Key::may(
            "form",
            Kind::Ref(&[Noun::Form]),
            "biểu mẫu được miễn; bỏ trống là mọi biểu mẫu",
            "the form; all forms if left out",
        ),
        Key::must(
            "period",
            Kind::Period,
            "kỳ được miễn, có thể dài hơn kỳ của biểu mẫu",
            "the period; it may be longer than the form's",
        ),
        Key::must("reason", Kind::Text, "lý do", "why"),
    ],
);

pub(super) static UNIT: TableSpec = TableSpec::new(
    "[[unit]]",
    &[
        Key::must("id", Kind::Id, "mã đơn vị", "id of the unit"),
        Key::must("name", Kind::Text, "tên đơn vị, như in", "name of the unit, as printed"),
        Key::may("aliases", Kind::Texts, "cách viết khác của tên", "other spellings of the name"),
        Key::may("parent", Kind::Ref(&[Noun::Unit]), "đơn vị cấp trên", "the unit above it"),
        Key::may("from", Kind::Date, "ngày đầu đơn vị tồn tại", "first day that the unit exists"),
        Key::may("until", Kind::Date, "ngày cuối đơn vị tồn tại", "last day that the unit exists"),
        Key::may(
            "excused",
            Kind::Tables(&EXCUSED),
            "kỳ được miễn báo cáo và lý do",
            "reports that the unit need not send, and why",
        ),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);

pub(super) static GROUP: TableSpec = TableSpec::new(
    "[[group]]",
    &[
        Key::must("id", Kind::Id, "mã nhóm", "id of the group"),
        Key::must("name", Kind::Text, "tên gọi chung, như in", "the common name, as printed"),
        Key::may("aliases", Kind::Texts, "cách viết khác của tên", "other spellings of the name"),
        Key::must(
            "members",
            Kind::Refs(&[Noun::Unit, Noun::Group]),
            "đơn vị hoặc nhóm thành viên",
            "the units or groups in it",
        ),
        Key::may("note", Kind::Text, "ghi chú", "a remark"),
    ],
);
