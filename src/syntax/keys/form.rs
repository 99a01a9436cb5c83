//! `[[form]]` and its measures.

use super::plan::{DUE, EVERY, PERIODS};
use super::register::{COUNT_WORDS, COUNTS};
use super::{Choice, Key, Kind, Need, Preset, TableSpec};
use crate::text::Noun;

/// How a measure adds up over periods and units; docs/judging.md has the rules.
const KINDS: &[Choice] = &[
    Choice::new(
        "flow",
        "số phát sinh trong kỳ, được cộng qua các kỳ",
        "what came about in the period; summed over periods",
    ),
    Choice::new(
        "stock",
        "số có ở cuối kỳ, lấy kỳ sau cùng",
        "what there is at the end of the period; the last one counts",
    ),
    Choice::new(
        "stock-open",
        "số có ở đầu kỳ, lấy kỳ đầu tiên",
        "what there is at the beginning of the period; the first one counts",
    ),
    Choice::new(
        "to-date",
        "lũy kế từ đầu năm, lấy kỳ sau cùng",
        "a running count since the year began; the last one counts",
    ),
    Choice::new(
        "level",
        "một mức như điểm, thứ hạng; không bao giờ cộng các đơn vị",
        "a level such as a score or rank; never summed over units",
    ),
];

static MEASURE: TableSpec = TableSpec::new(
    "measures",
    &[
        Key::must(
            "id",
            Kind::Id,
            "mã số liệu, cũng là tên cột trong tệp CSV",
            "id of the measure, also the name of its column in the CSV file",
        ),
        Key::must("name", Kind::Text, "tên số liệu, như in trong biểu mẫu", "name of the measure, as the form prints it"),
        Key::must(
            "kind",
            Kind::Word(&["flow", "stock", "stock-open", "to-date", "level"]),
            "cách cộng qua các kỳ và các đơn vị",
            "how it adds up over periods and units",
        )
        .choices(KINDS),
        Key::may(
            "decimals",
            Kind::Integer(0, 15),
            "ô của cột này được có nhiều nhất bao nhiêu chữ số thập phân",
            "how many decimals a cell of this column may have",
        )
        .or(Preset::Integer(0)),
        Key::may(
            "unit",
            Kind::Text,
            "đơn vị tính, tức là đếm cái gì, chẳng hạn “hồ sơ”, “thủ tục”",
            "what is counted, such as \"hồ sơ\" (dossiers)",
        ),
        Key::may(
            "fixed",
            Kind::Boolean,
            "cam kết giá trị không đổi trong năm, chẳng hạn danh mục đã chốt; nhờ vậy biết sớm mức giao chắc chắn đạt hay không",
            "states that the value does not change within a year, so that a target can be known early to be met or lost",
        )
        .or(Preset::Boolean(false)),
        Key::may(
            "count",
            Kind::Word(&COUNT_WORDS),
            "đếm gì trong sổ hồ sơ: để lấy làm số liệu nếu biểu mẫu có from, nếu không thì để đối chiếu; biểu mẫu có from mà không ghi thì theo id",
            "what is counted of the register: to be the figure in a form with from, else to be compared with it; in a form with from the id says it where this is left out",
        )
        .choices(COUNTS),
        Key::may(
            "channel",
            Kind::Word(&["online", "in-person", "post"]),
            "chỉ đếm hồ sơ nhận theo cách này",
            "counts only dossiers that came in so",
        )
        .choices(&[
            Choice::new("online", "trực tuyến", "online"),
            Choice::new("in-person", "trực tiếp", "in person"),
            Choice::new("post", "dịch vụ bưu chính", "by post"),
        ]),
        Key::may(
            "level-at-least",
            Kind::Integer(2, 4),
            "chỉ đếm hồ sơ từ mức độ này trở lên",
            "counts only dossiers of this level and above",
        ),
        Key::may(
            "procedures",
            Kind::Texts,
            "chỉ đếm hồ sơ của các thủ tục có mã này",
            "counts only dossiers of procedures with these codes",
        ),
        Key::may(
            "entered",
            Kind::Boolean,
            "trong biểu mẫu có from: số liệu này vẫn do đơn vị nhập",
            "in a form with from: this measure is entered all the same",
        )
        .or(Preset::Boolean(false)),
        Key::may("note", Kind::Text, "ghi chú về số liệu", "a remark on the measure"),
    ],
);

static IDENTITY: TableSpec = TableSpec::new(
    "identities",
    &[
        Key::must("total", Kind::Ref(&[Noun::Measure]), "số liệu tổng", "the measure that is the total"),
        Key::must(
            "parts",
            Kind::Refs(&[Noun::Measure]),
            "các số liệu cộng lại đúng bằng số tổng",
            "the measures that add up to it",
        ),
    ],
);

static CARRIES: TableSpec = TableSpec::new(
    "carries",
    &[
        Key::must(
            "opening",
            Kind::Ref(&[Noun::Measure]),
            "số đầu kỳ, tức là số kỳ trước chuyển sang",
            "the opening measure: what the period before left over",
        ),
        Key::must(
            "closing",
            Kind::Ref(&[Noun::Measure]),
            "số còn lại cuối kỳ trước",
            "the closing measure of the period before",
        ),
    ],
);

pub(super) static FORM: TableSpec = TableSpec {
    needs: &[
        Need { key: "provenance", words: &["published"], needed: "source", unless: None },
        Need { key: "provenance", words: &["reported", "made-up"], needed: "due", unless: Some("from") },
    ],
    ..TableSpec::new(
        "[[form]]",
        &[
            Key::must(
                "id",
                Kind::Id,
                "mã biểu mẫu, cũng là tên tệp hoặc thư mục trong data/",
                "id of the form, also the name of its file or folder in data/",
            ),
            Key::must("title", Kind::Text, "tên biểu mẫu, như in", "title of the form, as printed"),
            Key::must("every", EVERY, "độ dài một kỳ báo cáo", "length of the form's period").choices(PERIODS),
            Key::must(
                "provenance",
                Kind::Word(&["reported", "published", "made-up"]),
                "nguồn gốc số liệu",
                "where the figures come from",
            )
            .choices(&[
                Choice::new("reported", "do đơn vị báo cáo", "reported by units"),
                Choice::new(
                    "published",
                    "đã công bố: phải ghi source, không ai nợ báo cáo",
                    "published: needs a source, and nobody owes a report",
                ),
                Choice::new(
                    "made-up",
                    "minh họa: in ra ở đâu cũng ghi rõ như vậy",
                    "made up: said so wherever the figures are shown",
                ),
            ]),
            Key::may(
                "source",
                Kind::Text,
                "nguồn công bố, bắt buộc với số liệu đã công bố",
                "who published the figures, and where; required for published ones",
            ),
            Key::must(
                "units",
                Kind::RefsOrWord(&[Noun::Unit, Noun::Group], "all"),
                "mã các đơn vị, nhóm phải gửi biểu mẫu này, hoặc chữ \"all\"",
                "ids of the units and groups that send this form, or \"all\"",
            )
            .choices(&[Choice::new("all", "mọi đơn vị đã khai báo", "every unit declared")]),
            Key::may(
                "from",
                Kind::Word(&["dossiers"]),
                "số liệu được đếm từ sổ hồ sơ, không phải do đơn vị nhập",
                "the figures are counted and not entered",
            )
            .choices(&[Choice::new(
                "dossiers",
                "từ sổ hồ sơ data/dossiers/*.csv",
                "from the register, data/dossiers/*.csv",
            )]),
            Key::may(
                "due",
                Kind::Table(&DUE),
                "hạn gửi sau khi hết kỳ; bắt buộc, trừ số liệu đã công bố hoặc đếm từ sổ hồ sơ",
                "when a report is due after the period; required, unless the figures are published or counted from the register",
            ),
            Key::may(
                "history",
                Kind::Boolean,
                "cho phép có số liệu ngoài các năm của kế hoạch; số đó chỉ để xem, không dùng để đánh giá",
                "rows outside the plan's years are allowed, and kept out of verdicts",
            )
            .or(Preset::Boolean(false)),
            Key::must(
                "measures",
                Kind::Tables(&MEASURE),
                "các cột số liệu của biểu mẫu",
                "the columns of figures of the form",
            ),
            Key::may(
                "identities",
                Kind::Tables(&IDENTITY),
                "các phép cộng phải đúng trong mỗi dòng; sai thì có cảnh báo",
                "sums that must hold in each row; a warning tells where they do not",
            ),
            Key::may(
                "carries",
                Kind::Table(&CARRIES),
                "số đầu kỳ của mỗi đơn vị phải bằng số cuối kỳ trước; sai thì có cảnh báo",
                "the opening measure of a period equals the closing one of the period before; a warning tells where not",
            ),
            Key::may("note", Kind::Text, "ghi chú về biểu mẫu", "a remark on the form"),
        ],
    )
};
