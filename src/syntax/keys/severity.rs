//! `[severity]`: what the plan makes of the findings of a code.

use super::{Choice, Key, Kind, TableSpec};
use crate::diag::{Code, Treat};

/// A change for each of some codes.
pub(super) const SEVERITY: Kind = Kind::Each(Code::NAMES, &CHANGE);

static CHANGE: TableSpec = TableSpec::new(
    "[severity]",
    &[
        Key::must("level", Kind::Word(&Treat::WORDS), "mức mới", "the new severity").choices(&[
            Choice::new("error", "lỗi: không in số liệu cho đến khi sửa", "no figures are printed until it is mended"),
            Choice::new("warning", "cảnh báo: số liệu vẫn in, có đánh dấu", "figures are printed, marked"),
            Choice::new("off", "không báo", "it is not told"),
        ]),
        Key::must("reason", Kind::Text, "vì sao thay đổi", "why it is changed"),
    ],
);
