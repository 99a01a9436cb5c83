//! A recipe that reads an export of a register.

use super::{Choice, Key, Kind, Preset, TableSpec};
use crate::text::Noun;

/// The columns of the register that a table may have.
const COLUMNS: Kind = Kind::Word(&[
    "id",
    "procedure",
    "unit",
    "level",
    "channel",
    "received",
    "due",
    "resolved",
    "outcome",
    "apology",
    "apologised",
    "new-due",
    "suspended-days",
]);

static COLUMN: TableSpec = TableSpec {
    ways: &[&["head"], &["at"]],
    ..TableSpec::new(
        "[[column]]",
        &[
            Key::must("is", COLUMNS, "cột nào của sổ hồ sơ", "which column of the register it is"),
            Key::may(
                "head",
                Kind::Text,
                "tiêu đề của cột; các dòng tiêu đề chồng nhau nối bằng “ / ”",
                "what the head of the column says; heads over several rows are joined by \" / \"",
            ),
            Key::may("at", Kind::Text, "chữ cái của cột, chẳng hạn “C”", "letter of the column, such as \"C\""),
        ],
    )
};

static WORD: TableSpec = TableSpec::new(
    "[[word]]",
    &[
        Key::must(
            "is",
            COLUMNS,
            "chữ này nằm ở cột nào của sổ hồ sơ",
            "in which column of the register the word stands",
        ),
        Key::must(
            "says",
            Kind::Text,
            "chữ như ghi trong bảng, chẳng hạn “Trực tuyến”",
            "the word as the table has it, such as \"Trực tuyến\"",
        ),
        Key::must(
            "means",
            Kind::Text,
            "chữ như ghi trong sổ, chẳng hạn “online”",
            "the word as the register has it, such as \"online\"",
        ),
    ],
);

/// The whole of such a recipe.
pub static REGISTER_RECIPE: TableSpec = TableSpec {
    ways: &[&["column"]],
    ..TableSpec::new(
        "recipes/*.toml",
        &[
            Key::must(
                "into",
                Kind::Word(&["dossiers"]),
                "bảng được đọc vào sổ hồ sơ",
                "the table is read into the register of dossiers",
            ),
            Key::may(
                "file",
                Kind::Text,
                "tên tệp trong data/dossiers nhận hồ sơ mới, không ghi đuôi; bỏ thì theo tên mẫu đọc",
                "name of the file in data/dossiers that new dossiers go into, without its ending; without it that of the recipe",
            ),
            Key::may(
                "sheet",
                Kind::Text,
                "tên trang tính; bỏ nếu tệp chỉ có một trang",
                "name of the sheet; not needed where the file has only one",
            ),
            Key::must(
                "header",
                Kind::Range,
                "dòng đầu và dòng cuối của tiêu đề, kể cả dòng số thứ tự cột, chẳng hạn [6, 7]",
                "first and last row of the head, a row of column numbers included, such as [6, 7]",
            ),
            Key::may(
                "dates",
                Kind::Word(&["dd/mm/yyyy", "mm/dd/yyyy"]),
                "cách viết ngày ở những ô là chữ",
                "how days are written in cells that are text",
            )
            .choices(&[
                Choice::new("dd/mm/yyyy", "ngày trước tháng", "the day before the month"),
                Choice::new("mm/dd/yyyy", "tháng trước ngày", "the month before the day"),
            ])
            .or(Preset::Word("dd/mm/yyyy")),
            Key::may(
                "unit",
                Kind::Ref(&[Noun::Unit]),
                "đơn vị của những hồ sơ mà dòng của chúng không ghi đơn vị",
                "the unit of dossiers whose row names none",
            ),
            Key::may(
                "channel",
                Kind::Word(&["online", "in-person", "post"]),
                "cách nộp của những hồ sơ mà dòng của chúng không ghi",
                "how dossiers came in whose row does not say",
            ),
            Key::may(
                "until",
                Kind::Text,
                "bảng kết thúc trước dòng có ô bắt đầu bằng những chữ này, chẳng hạn “Người lập”",
                "the table ends before the row in which a cell begins with these words",
            ),
            Key::may(
                "blank",
                Kind::Texts,
                "những chữ coi như ô trống, chẳng hạn “-”, “Đang xử lý”",
                "words that stand for a blank cell, such as \"-\" or \"Đang xử lý\"",
            ),
            Key::may(
                "leave-out",
                Kind::Texts,
                "những dòng có ô ghi đúng chữ này thì bỏ qua, chẳng hạn “Tổng cộng”",
                "rows with a cell that says this are left out, such as \"Tổng cộng\"",
            ),
            Key::may(
                "column",
                Kind::Tables(&COLUMN),
                "các cột được đọc; cột khác bị bỏ, cột có thông tin cá nhân được nêu tên",
                "the columns that are read; others are left out, and those with personal data are named",
            ),
            Key::may(
                "word",
                Kind::Tables(&WORD),
                "những chữ mà sổ hồ sơ viết khác",
                "words that the register writes otherwise",
            ),
        ],
    )
};
