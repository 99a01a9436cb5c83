//! `[plan]` and `[calendar]`.

use super::{Key, Kind, TableSpec};
use crate::text::Noun;

/// First and last year that a plan may be for.
const YEARS: Kind = Kind::Integer(1900, 2999);

/// Lengths of a period.
pub(super) const EVERY: Kind = Kind::Word(&["month", "quarter", "half", "year"]);

/// When something is due after a period.
pub(super) static DUE: TableSpec = TableSpec {
    name: "due",
    keys: &[
        Key::may(
            "working-days",
            Kind::Integer(0, 366),
            "hạn gửi: số ngày làm việc sau ngày cuối kỳ",
            "how many working days after the last day of the period",
        ),
        Key::may(
            "days",
            Kind::Integer(0, 366),
            "hạn gửi: số ngày sau ngày cuối kỳ",
            "how many days after the last day of the period",
        ),
    ],
    one_of: &[&["working-days"], &["days"]],
};

static UPDATES: TableSpec = TableSpec::new(
    "updates",
    &[
        Key::must(
            "every",
            EVERY,
            "kỳ cập nhật: tháng, quý, sáu tháng hoặc năm",
            "length of the period between updates",
        ),
        Key::must("due", Kind::Table(&DUE), "hạn cập nhật sau khi hết kỳ", "when an update is due after the period"),
    ],
);

static SIGNER: TableSpec = TableSpec::new(
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
            Kind::Ref(&[Noun::Unit, Noun::Group]),
            "đơn vị theo dõi kế hoạch",
            "the unit that follows the plan up",
        ),
        Key::may("reports-to", Kind::Text, "nơi nhận báo cáo", "to whom it reports"),
        Key::may("duty", Kind::Text, "nhiệm vụ ghi trong văn bản", "its duty, as printed"),
    ],
);

pub(super) static PLAN: TableSpec = TableSpec {
    name: "[plan]",
    keys: &[
        Key::must("number", Kind::Text, "số, ký hiệu văn bản, như in", "number of the document, as printed"),
        Key::must("agency", Kind::Text, "cơ quan ban hành", "the agency that issued it"),
        Key::may(
            "parent",
            Kind::Text,
            "cơ quan chủ quản, in trên tên cơ quan",
            "the governing body, printed above the agency",
        ),
        Key::may("place", Kind::Text, "nơi ban hành", "place of issue"),
        Key::must("title", Kind::Text, "trích yếu nội dung kế hoạch", "title of the plan"),
        Key::must("issued", Kind::Date, "ngày ban hành", "day of issue"),
        Key::may("year", YEARS, "năm của kế hoạch", "the year of the plan"),
        Key::may("from", YEARS, "năm đầu của kế hoạch nhiều năm", "first year of a plan over several years"),
        Key::may("to", YEARS, "năm cuối của kế hoạch nhiều năm", "last year of a plan over several years"),
        Key::may(
            "window",
            Kind::Word(&["calendar", "15-14"]),
            "cách tính tháng: theo lịch (mặc định), hoặc từ ngày 15 tháng trước đến ngày 14",
            "how months run: as on the wall (default), or from the 15th of the month before to the 14th",
        ),
        Key::may(
            "updates",
            Kind::Table(&UPDATES),
            "kỳ cập nhật tiến độ của nội dung không có mức giao",
            "how often tasks without targets owe a progress update",
        ),
        Key::may(
            "language",
            Kind::Word(&["vi", "en"]),
            "ngôn ngữ hiển thị, mặc định là tiếng Việt",
            "language of the screen and reports; Vietnamese by default",
        ),
        Key::may("basis", Kind::Texts, "căn cứ pháp lý", "legal basis"),
        Key::may("recipients", Kind::Texts, "nơi nhận", "recipients"),
        Key::may("signer", Kind::Table(&SIGNER), "người ký", "who signed"),
        Key::may(
            "monitor",
            Kind::Table(&MONITOR),
            "đơn vị theo dõi, đôn đốc và nơi nhận báo cáo",
            "who follows the plan up, and to whom they report",
        ),
        Key::may("funding", Kind::Text, "kinh phí thực hiện", "funding"),
        Key::may("purposes", Kind::Texts, "mục đích", "purposes"),
        Key::may("requirements", Kind::Texts, "yêu cầu", "requirements"),
        Key::may("note", Kind::Text, "ghi chú về tệp khai báo này", "a remark on this declaration"),
    ],
    one_of: &[&["year"], &["from", "to"]],
};

pub(super) static CALENDAR: TableSpec = TableSpec::new(
    "[calendar]",
    &[
        Key::may("days-off", Kind::Dates, "ngày nghỉ theo quyết định từng năm", "days off, as decreed each year"),
        Key::may(
            "working-days",
            Kind::Dates,
            "thứ bảy, chủ nhật đi làm bù",
            "Saturdays and Sundays that are worked instead",
        ),
    ],
);
