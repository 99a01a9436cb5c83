//! `[severity]`: a key for each code of a finding.

use super::{Choice, Key, Kind, TableSpec};
use crate::diag::{Code, Treat};

static CHANGE: TableSpec = TableSpec::new(
    "severity",
    &[
        Key::must("level", Kind::Word(&Treat::WORDS), "mức mới", "the new severity").choices(&[
            Choice::new("error", "lỗi: không in số liệu cho đến khi sửa", "no figures are printed until it is mended"),
            Choice::new("warning", "cảnh báo: số liệu vẫn in, có đánh dấu", "figures are printed, marked"),
            Choice::new("off", "không báo", "it is not told"),
        ]),
        Key::must("reason", Kind::Text, "vì sao thay đổi", "why it is changed"),
    ],
);

const CODES: usize = Code::NAMES.len();

const fn keys() -> [Key; CODES] {
    let meaning = ("mã lỗi hoặc cảnh báo, xem docs/diagnostics.md", "a code of a finding, see docs/diagnostics.md");
    let mut keys = [Key::may("", Kind::Table(&CHANGE), meaning.0, meaning.1); CODES];
    let mut at = 0;
    while at < CODES {
        keys[at].name = Code::NAMES[at];
        at += 1;
    }
    keys
}

static KEYS: [Key; CODES] = keys();

pub(super) static SEVERITY: TableSpec = TableSpec::new("[severity]", &KEYS);
