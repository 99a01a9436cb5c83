//! `[severity]`: a key for each code of a finding.

use super::{Key, Kind, TableSpec};
use crate::diag::{Code, Treat};

static CHANGE: TableSpec = TableSpec::new(
    "severity",
    &[
        Key::must(
            "level",
            Kind::Word(&Treat::WORDS),
            "mức mới: lỗi, cảnh báo, hoặc không báo",
            "the new severity: error, warning, or not shown",
        ),
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
