//! `[plan]` and `[calendar]`.

use super::{Choice, Key, Kind, Preset, TableSpec};
use crate::text::Noun;

/// First and last year that a plan may be for.
const YEARS: Kind = Kind::Integer(1900, 2999);

/// Lengths of a period.
pub(super) const EVERY: Kind = Kind::Word(&["month", "quarter", "half", "year"]);

/// What they mean.
pub(super) const PERIODS: &[Choice] = &[
    Choice::new("month", "tháng", "a month"),
    Choice::new("quarter", "quý", "a quarter"),
    Choice::new("half", "sáu tháng", "six months"),
    Choice::new("year", "năm", "a year"),
];

/// When something is due after a period.
pub(super) static DUE: TableSpec = TableSpec {
    one_of: &[&["working-days"], &["days"]],
    ..TableSpec::new(
        "due",
        &[
            Key::may(
                "working-days",
                Kind::Integer(0, 366),
                "hạn gửi, tính bằng số ngày làm việc sau ngày cuối kỳ",
                "due so many working days after the last day of the period",
            ),
            Key::may(
                "days",
                Kind::Integer(0, 366),
                "hạn gửi, tính bằng số ngày sau ngày cuối kỳ, kể cả ngày nghỉ",
                "due so many days after the last day of the period, days off included",
            ),
        ],
    )
};

static UPDATES: TableSpec = TableSpec::new(
    "updates",
    &[
        Key::must("every", EVERY, "độ dài một kỳ cập nhật", "length of the period between updates").choices(PERIODS),
        Key::must("due", Kind::Table(&DUE), "hạn cập nhật sau khi hết kỳ", "when an update is due after the period"),
    ],
);

pub(super) static SIGNER: TableSpec = TableSpec::new(
    "signer",
    &[
        Key::must("name", Kind::Text, "họ và tên người ký", "name of the signer"),
        Key::may("title", Kind::Text, "chức vụ người ký", "office of the signer"),
    ],
);

static MONITOR: TableSpec = TableSpec::new(
    "monitor",
    &[
        Key::must(
            "unit",
            Kind::Ref(&[Noun::Unit]),
            "đơn vị theo dõi, đôn đốc thực hiện kế hoạch",
            "the unit that follows the plan up",
        ),
        Key::may("reports-to", Kind::Text, "nơi nhận báo cáo của đơn vị theo dõi", "to whom that unit reports"),
        Key::may("duty", Kind::Text, "nhiệm vụ theo dõi, ghi như trong văn bản", "its duty, worded as in the document"),
    ],
);

pub(super) static PLAN: TableSpec = TableSpec {
    one_of: &[&["year"], &["from", "to"]],
    ..TableSpec::new(
        "[plan]",
        &[
            Key::must("number", Kind::Text, "số, ký hiệu của văn bản, như in", "number of the document, as printed"),
            Key::must("agency", Kind::Text, "cơ quan ban hành kế hoạch", "the agency that issued the plan"),
            Key::may(
                "parent",
                Kind::Text,
                "cơ quan chủ quản, in trên tên cơ quan ban hành",
                "the governing body, printed above the agency",
            ),
            Key::may("place", Kind::Text, "nơi ban hành, in trước ngày ký", "place of issue, printed before the day"),
            Key::must("title", Kind::Text, "trích yếu nội dung kế hoạch, như in", "title of the plan, as printed"),
            Key::must("issued", Kind::Date, "ngày ban hành", "day of issue"),
            Key::may("year", YEARS, "năm thực hiện, nếu là kế hoạch một năm", "the year of a plan for one year"),
            Key::may(
                "from",
                YEARS,
                "năm đầu, nếu là kế hoạch nhiều năm",
                "first year of a plan over several years",
            ),
            Key::may(
                "to",
                YEARS,
                "năm cuối, nếu là kế hoạch nhiều năm; nhiều nhất 30 năm sau năm đầu",
                "last year of a plan over several years, at most 30 after the first",
            ),
            Key::may("window", Kind::Word(&["calendar", "15-14"]), "cách tính tháng báo cáo", "how months run")
                .or(Preset::Word("calendar"))
                .choices(&[
                    Choice::new("calendar", "tháng dương lịch, từ ngày 1 đến ngày cuối tháng", "months as on the wall"),
                    Choice::new(
                        "15-14",
                        "từ ngày 15 tháng trước đến hết ngày 14 tháng này",
                        "from the 15th of the month before to the 14th",
                    ),
                ]),
            Key::may(
                "updates",
                Kind::Table(&UPDATES),
                "kỳ cập nhật tiến độ của những nội dung không có mức giao; không ghi thì không phải cập nhật",
                "how often tasks without targets owe a progress update; none is owed without it",
            ),
            Key::may(
                "language",
                Kind::Word(&["vi", "en"]),
                "ngôn ngữ của màn hình và báo cáo; --lang thay được, không ghi thì theo máy, sau cùng là tiếng Việt",
                "language of the screen and of reports; --lang overrides it, without it the locale decides, or else Vietnamese",
            )
            .choices(&[Choice::new("vi", "tiếng Việt", "Vietnamese"), Choice::new("en", "tiếng Anh", "English")]),
            Key::may("basis", Kind::Texts, "căn cứ ban hành, mỗi căn cứ một chuỗi", "legal basis, one text each"),
            Key::may("recipients", Kind::Texts, "nơi nhận, như in", "recipients, as printed"),
            Key::may("signer", Kind::Table(&SIGNER), "người ký văn bản", "who signed the document"),
            Key::may(
                "monitor",
                Kind::Table(&MONITOR),
                "đơn vị theo dõi, đôn đốc và nơi nhận báo cáo",
                "who follows the plan up, and to whom they report",
            ),
            Key::may("funding", Kind::Text, "kinh phí thực hiện, như in", "funding, as printed"),
            Key::may("purposes", Kind::Texts, "mục đích, mỗi ý một chuỗi", "purposes, one text each"),
            Key::may("requirements", Kind::Texts, "yêu cầu, mỗi ý một chuỗi", "requirements, one text each"),
            Key::may(
                "note",
                Kind::Text,
                "ghi chú về chính bản khai báo này; xem bằng plan show plan",
                "a remark on this declaration itself, shown by plan show plan",
            ),
        ],
    )
};

pub(super) static CALENDAR: TableSpec = TableSpec::new(
    "[calendar]",
    &[
        Key::may(
            "days-off",
            Kind::Dates,
            "ngày nghỉ lễ, nghỉ bù theo quyết định từng năm, ngoài thứ bảy và chủ nhật; ghi cả ngày nghỉ đầu năm sau nếu có hạn gửi rơi vào đó",
            "days off as decreed each year, beside Saturdays and Sundays; those of next January too, if reports are due then",
        ),
        Key::may(
            "working-days",
            Kind::Dates,
            "thứ bảy, chủ nhật phải đi làm bù",
            "Saturdays and Sundays that are worked instead",
        ),
    ],
);
