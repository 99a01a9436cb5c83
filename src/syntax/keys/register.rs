//! `[register]`, and what a measure counts of the register.

use super::{Choice, Key, Kind, Preset, TableSpec};

/// What may be counted; docs/register.md has the definitions.
pub(super) const COUNTS: &[Choice] = &[
    Choice::new(
        "received",
        "tiếp nhận: tổng số, cả kỳ trước chuyển qua (3)",
        "received in all, those carried over too (3)",
    ),
    Choice::new("received-new", "tiếp nhận mới trong kỳ", "newly received in the period"),
    Choice::new("received-online", "tiếp nhận mới: trực tuyến (4)", "newly received online (4)"),
    Choice::new(
        "received-direct",
        "tiếp nhận mới: trực tiếp, bưu chính (5)",
        "newly received in person or by post (5)",
    ),
    Choice::new("carried-over", "từ kỳ trước chuyển qua (6)", "carried over from the period before (6)"),
    Choice::new("resolved", "đã giải quyết trong kỳ (7)", "resolved in the period (7)"),
    Choice::new("resolved-early", "đã giải quyết: trước hạn (8)", "resolved before the due day (8)"),
    Choice::new("resolved-on-time", "đã giải quyết: đúng hạn (9)", "resolved on the due day (9)"),
    Choice::new("resolved-late", "đã giải quyết: quá hạn (10)", "resolved after the due day (10)"),
    Choice::new("resolved-refused", "đã giải quyết: từ chối", "resolved: refused"),
    Choice::new("resolved-withdrawn", "đã giải quyết: người nộp rút hồ sơ", "resolved: withdrawn"),
    Choice::new("pending", "đang giải quyết cuối kỳ (11)", "pending at the end of the period (11)"),
    Choice::new("pending-in-time", "đang giải quyết: trong hạn (12)", "pending, not past the due day (12)"),
    Choice::new("pending-overdue", "đang giải quyết: quá hạn (13)", "pending past the due day (13)"),
    Choice::new("late-apologised", "giải quyết quá hạn, đã có văn bản xin lỗi", "resolved late, with an apology"),
    Choice::new(
        "late-unapologised",
        "giải quyết quá hạn, chưa có văn bản xin lỗi",
        "resolved late, without an apology",
    ),
    Choice::new(
        "late-apologised-in-time",
        "giải quyết quá hạn, xin lỗi đúng lúc theo quy tắc trong [register]",
        "resolved late, with an apology in time by the rule of [register]",
    ),
    Choice::new(
        "late-apologised-after",
        "giải quyết quá hạn, có xin lỗi nhưng muộn theo quy tắc đó",
        "resolved late, with an apology too late by that rule",
    ),
    Choice::new(
        "overdue-apologised",
        "đang giải quyết quá hạn, đã xin lỗi",
        "pending past the due day, with an apology",
    ),
    Choice::new(
        "overdue-unapologised",
        "đang giải quyết quá hạn, chưa xin lỗi",
        "pending past the due day, without an apology",
    ),
    Choice::new(
        "procedures-used",
        "thủ tục có phát sinh hồ sơ từ đầu năm, mỗi thủ tục một lần",
        "procedures with dossiers since the year began, each once",
    ),
    Choice::new(
        "procedures-online-used",
        "thủ tục có phát sinh hồ sơ trực tuyến mức độ 3, 4 từ đầu năm",
        "procedures with online dossiers of level 3 or 4 since the year began",
    ),
];

/// Their words.
pub(super) const COUNT_WORDS: [&str; COUNTS.len()] = {
    let mut words = [""; COUNTS.len()];
    let mut at = 0;
    while at < COUNTS.len() {
        words[at] = COUNTS[at].word;
        at += 1;
    }
    words
};

static APOLOGY: TableSpec = TableSpec::new(
    "apology",
    &[
        Key::must(
            "by",
            Kind::Word(&["before-due", "on-due"]),
            "phải xin lỗi muộn nhất khi nào thì là đúng lúc",
            "by when an apology must be written to be in time",
        )
        .choices(&[
            Choice::new("before-due", "trước ngày hẹn trả", "before the due day"),
            Choice::new("on-due", "muộn nhất là ngày hẹn trả", "on the due day at the latest"),
        ]),
        Key::must(
            "new-dates",
            Kind::Integer(0, 99),
            "được hẹn lại nhiều nhất bao nhiêu lần",
            "how many new due days may be set at most",
        ),
    ],
);

pub(super) static REGISTER: TableSpec = TableSpec::new(
    "[register]",
    &[
        Key::may(
            "until",
            Kind::Date,
            "sổ hồ sơ đã ghi đủ đến hết ngày này; không ghi thì theo ngày muộn nhất có trong sổ",
            "the register is complete up to this day; without it, up to the latest day that stands in it",
        ),
        Key::may(
            "receipt-on-day-off",
            Kind::Word(&["same-day", "next-working-day"]),
            "hồ sơ nhận vào ngày nghỉ được tính từ khi nào",
            "from when a dossier counts that is received on a day off",
        )
        .or(Preset::Word("same-day"))
        .choices(&[
            Choice::new(
                "same-day",
                "từ ngày đó: ngày làm việc kế tiếp là ngày thứ nhất",
                "from that day: the next working day is the first",
            ),
            Choice::new(
                "next-working-day",
                "như nhận vào ngày làm việc kế tiếp: ngày sau nữa mới là ngày thứ nhất",
                "as if it had come on the next working day: the one after that is the first",
            ),
        ]),
        Key::may(
            "apology",
            Kind::Table(&APOLOGY),
            "quy tắc xin lỗi khi trễ hạn theo văn bản đang áp dụng; không ghi thì không xét xin lỗi đúng lúc hay muộn",
            "the rule of apologies for late dossiers that is in force; without it nothing is said about apologies being in time",
        ),
    ],
);
