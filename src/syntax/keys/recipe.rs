//! A recipe: how a table that is no form of the plan is to be read.

use super::{Choice, Key, Kind, Preset, TableSpec};
use crate::text::Noun;

/// The last row and column that a spreadsheet has.
const LAST_ROW: i64 = 1_048_576;

const ROWS: &[Choice] = &[
    Choice::new("units", "mỗi dòng là một đơn vị, mỗi cột một số liệu", "each row is a unit, each column a measure"),
    Choice::new(
        "measures",
        "mỗi dòng là một số liệu, mỗi cột một đơn vị, một kỳ, hoặc một số liệu khác của dòng",
        "each row is a measure, each column a unit, a period, or another measure of the row",
    ),
    Choice::new("periods", "mỗi dòng là một kỳ, mỗi cột một số liệu", "each row is a period, each column a measure"),
];

const MARKS: &[Choice] = &[
    Choice::new(
        "comma",
        "1.234,5: phẩy thập phân, chấm phân cách hàng nghìn",
        "1.234,5: decimal comma, thousands point",
    ),
    Choice::new(
        "point",
        "1,234.5: chấm thập phân, phẩy phân cách hàng nghìn",
        "1,234.5: decimal point, thousands comma",
    ),
];

const DASHES: &[Choice] = &[
    Choice::new("zero", "số 0, như bảng tính thường hiện", "zero, as spreadsheets show it in accounts"),
    Choice::new("blank", "chưa báo cáo", "not reported"),
];

const PERCENTS: &[Choice] = &[
    Choice::new("fraction", "ghi 0,85 cho 85%", "0.85 for 85%"),
    Choice::new("number", "ghi 85 cho 85%", "85 for 85%"),
];

const DATES: &[Choice] = &[
    Choice::new("dd/mm/yyyy", "ngày trước tháng", "the day before the month"),
    Choice::new("mm/dd/yyyy", "tháng trước ngày", "the month before the day"),
];

const CONTENTS: &[Choice] = &[
    Choice::new(
        "label",
        "tên của dòng: đơn vị, số liệu hoặc kỳ, tùy rows",
        "what the row is: a unit, measure or period, as rows says",
    ),
    Choice::new("unit", "đơn vị có số liệu ở dòng đó", "whose figures the row holds"),
    Choice::new("period", "kỳ của số liệu ở dòng đó", "for which period the row is"),
    Choice::new("reported", "ngày nhận báo cáo", "the day of receipt"),
    Choice::new("note", "ghi chú", "a remark"),
    Choice::new("figures", "giá trị của số liệu mà dòng đó nêu", "the figures of the measure that the row is"),
];

static COLUMN: TableSpec = TableSpec {
    one_of: &[&["measure"], &["is"]],
    ..TableSpec::new(
        "[[column]]",
        &[
            Key::may(
                "at",
                Kind::Text,
                "chữ cái của cột trong bảng tính, chẳng hạn “C”; nếu có cả head thì tiêu đề của cột đó phải đúng như head",
                "letter of the column, such as \"C\"; where head is given too, that column must have that head",
            ),
            Key::may(
                "head",
                Kind::Text,
                "tiêu đề của cột; các dòng tiêu đề chồng nhau nối bằng “ / ”",
                "what the head of the column says; heads over several rows are joined by \" / \"",
            ),
            Key::may(
                "is",
                Kind::Word(&["label", "unit", "period", "reported", "note", "figures"]),
                "cột ghi gì, nếu không phải là một số liệu",
                "what the column holds, if it is no measure",
            )
            .choices(CONTENTS),
            Key::may(
                "measure",
                Kind::Ref(&[Noun::Measure]),
                "số liệu của biểu mẫu mà cột này ghi",
                "the measure that the column holds",
            ),
            Key::may("unit", Kind::Ref(&[Noun::Unit]), "đơn vị có số liệu ở cột này", "whose figures the column holds"),
            Key::may("period", Kind::Period, "kỳ của số liệu ở cột này", "for which period the column is"),
            Key::may(
                "percent",
                Kind::Word(&["fraction", "number"]),
                "cách ghi tỷ lệ phần trăm ở cột này",
                "how the column stores percentages",
            )
            .choices(PERCENTS),
        ],
    )
};

static ROW: TableSpec = TableSpec {
    one_of: &[&["unit"], &["period"], &["measure"], &["measures"]],
    ..TableSpec::new(
        "[[row]]",
        &[
            Key::must("name", Kind::Text, "tên của dòng, như ghi trong bảng", "what the label of the row says"),
            Key::may(
                "at",
                Kind::Integer(1, LAST_ROW),
                "số thứ tự của dòng trong bảng tính, khi nhiều dòng cùng tên; dòng đó phải đúng tên này",
                "number of the row, where several have this name; that row must have it",
            ),
            Key::may("unit", Kind::Ref(&[Noun::Unit]), "đơn vị mà tên này chỉ", "the unit that the name stands for"),
            Key::may("period", Kind::Period, "kỳ mà tên này chỉ", "the period that the name stands for"),
            Key::may(
                "measure",
                Kind::Ref(&[Noun::Measure]),
                "số liệu mà tên này chỉ",
                "the measure that the name stands for",
            ),
            Key::may(
                "measures",
                Kind::Refs(&[Noun::Measure]),
                "các số liệu của dòng này, lần lượt theo các cột is = \"figures\"",
                "the measures of the row, one for each column with is = \"figures\", in their order",
            ),
        ],
    )
};

/// The whole of a recipe.
pub static RECIPE: TableSpec = TableSpec {
    apart: &[("unit", "unit-cell"), ("period", "period-cell")],
    ways: &[&["column"]],
    ..TableSpec::new(
        "recipes/*.toml",
        &[
            Key::must("form", Kind::Ref(&[Noun::Form]), "biểu mẫu của kế hoạch mà bảng này có số liệu", "the form of the plan whose figures the table has"),
            Key::may(
                "sheet",
                Kind::Text,
                "tên trang tính; bỏ nếu tệp chỉ có một trang. Trang bị ẩn chỉ được đọc khi nêu tên ở đây",
                "name of the sheet; not needed where the file has only one. A hidden sheet is read only if it is named here",
            ),
            Key::may(
                "header",
                Kind::Range,
                "dòng đầu và dòng cuối của tiêu đề, kể cả dòng số thứ tự cột, chẳng hạn [6, 7]; bỏ nếu bảng không có tiêu đề",
                "first and last row of the head, a row of column numbers included, such as [6, 7]; left out where there is no head",
            ),
            Key::must("rows", Kind::Word(&["units", "measures", "periods"]), "mỗi dòng của bảng là gì", "what each row of the table is").choices(ROWS),
            Key::may(
                "decimal",
                Kind::Word(&["comma", "point"]),
                "cách viết số ở những ô là chữ; chung cho cả tệp. Thiếu khóa này thì số có dấu chấm hoặc phẩy bị từ chối",
                "how numbers are written in cells that are text, for the whole file; without it a number with a point or comma is refused",
            )
            .choices(MARKS),
            Key::may(
                "dash",
                Kind::Word(&["zero", "blank"]),
                "dấu gạch ngang trong ô số liệu nghĩa là gì; thiếu khóa này thì ô đó bị từ chối",
                "what a dash in a cell for a figure means; without it such a cell is refused",
            )
            .choices(DASHES),
            Key::may(
                "percent",
                Kind::Word(&["fraction", "number"]),
                "cách ghi tỷ lệ phần trăm; thiếu khóa này thì theo định dạng của từng ô",
                "how percentages are stored; without it the format of each cell tells",
            )
            .choices(PERCENTS),
            Key::may("dates", Kind::Word(&["dd/mm/yyyy", "mm/dd/yyyy"]), "cách viết ngày ở những ô là chữ", "how days are written in cells that are text")
                .choices(DATES)
                .or(Preset::Word("dd/mm/yyyy")),
            Key::may(
                "round",
                Kind::Boolean,
                "làm tròn số có nhiều chữ số thập phân hơn số liệu cho phép; thiếu khóa này thì số đó bị từ chối",
                "rounds figures with more decimals than their measure has, half away from zero; otherwise they are refused",
            )
            .or(Preset::Boolean(false)),
            Key::may("year", Kind::Integer(1900, 9000), "năm của những kỳ không ghi năm, chẳng hạn “Tháng 3”", "the year of periods that name none, such as \"Tháng 3\""),
            Key::may("unit", Kind::Ref(&[Noun::Unit]), "đơn vị gửi bảng này, nếu luôn là một đơn vị", "the unit that sends the table, where it is always the same"),
            Key::may("unit-cell", Kind::Text, "ô ghi tên đơn vị, chẳng hạn “A1”", "the cell that names the unit, such as \"A1\""),
            Key::may("period", Kind::Period, "kỳ của bảng này, nếu luôn là một kỳ", "the period of the table, where it is always the same"),
            Key::may("period-cell", Kind::Text, "ô có ghi kỳ, chẳng hạn “A3” với dòng chữ “… tháng 6 năm 2019”", "the cell that names the period among other words, such as \"A3\""),
            Key::may(
                "printed-unit",
                Kind::Text,
                "đơn vị tính ghi phía trên bảng, chẳng hạn “Triệu đồng”; tệp ghi khác thì bị từ chối",
                "what the sheet says above the table that figures are in, such as millions of đồng; a file that says otherwise is refused",
            ),
            Key::may("leave-out", Kind::Texts, "tên những dòng bỏ qua, chẳng hạn dòng tổng số", "labels of rows to leave out, such as totals"),
            Key::may("leave-out-rows", Kind::Texts, "số thứ tự những dòng bỏ qua, chẳng hạn “12” hoặc “82-85”", "numbers of rows to leave out, such as \"12\" or \"82-85\""),
            Key::may(
                "until",
                Kind::Text,
                "bảng kết thúc trước dòng có ô bắt đầu bằng những chữ này, chẳng hạn “Nơi nhận”",
                "the table ends before the row in which a cell begins with these words",
            ),
            Key::may("column", Kind::Tables(&COLUMN), "các cột được đọc, mỗi cột một mục; cột khác được bỏ qua", "the columns that are read, one table each; others are left out"),
            Key::may("row", Kind::Tables(&ROW), "những dòng mà tên không có trong plan.toml", "rows whose names plan.toml does not have"),
        ],
    )
};
