//! What is said of a recipe that was made from a file: in its comments, and on the screen.

use super::{Lang, quoted};

/// Something said of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice<'a> {
    /// The head of the file.
    MadeFrom { file: &'a str },
    /// How it is used.
    UseWith { name: &'a str },
    /// The form cannot be told; its ids that are possible.
    WhichForm { ids: &'a str },
    /// The form is probably this.
    LikeForm { name: &'a str },
    /// What rows are cannot be told.
    WhichRows,
    /// No column can be told to name the rows.
    WhichLabel,
    /// No head was found.
    NoHeader,
    /// Nothing tells how decimals are written; the first number that can be read in two ways.
    WhichDecimal { text: &'a str, address: &'a str },
    /// A dash; where the first one stands.
    WhichDash { address: &'a str },
    /// A figure with more decimals than its measure has.
    WhichRound { text: &'a str, address: &'a str },
    /// Nothing says for when figures are.
    WhichPeriod,
    /// Nothing says whose figures these are.
    WhichUnit,
    /// The year of periods that name none is probably the plan's.
    LikeYear,
    /// What the cell that names the period or unit says.
    CellSays { text: &'a str },
    /// A column that nothing says what it holds.
    UnknownColumn { column: &'a str, head: &'a str },
    /// A column that is probably a measure.
    LikeMeasure { column: &'a str, head: &'a str, name: &'a str },
    /// A column that probably names the rows.
    LikeLabel { column: &'a str, head: &'a str },
    /// A column that probably holds the figures of this period.
    LikeFigures { column: &'a str, head: &'a str },
    /// What the sheet says that figures are in is thousands of what the plan counts.
    OtherUnit { address: &'a str, text: &'a str, wanted: &'a str },
    /// A column that is not read.
    LeftColumn { column: &'a str, head: &'a str },
    /// A row that nothing says what it is.
    UnknownRow { row: &'a str, name: &'a str },
    /// A row that is probably this.
    LikeRow { row: &'a str, name: &'a str, near: &'a str },
    /// A column that says who somebody is.
    PersonalColumn { column: &'a str, head: &'a str },
    /// A column that every dossier needs, and no head names.
    NoColumn { name: &'a str },
    /// No column says how dossiers came in.
    WhichChannel,
    /// No column says the level.
    LevelOfProcedure,
    /// A word of the file that nothing says what it means.
    UnknownWord { says: &'a str },
    /// A word of the file that probably means this.
    LikeWord { says: &'a str, near: &'a str },
    /// Words.
    Words,
    /// Columns.
    Columns,
    /// Rows.
    Rows,
    /// Rows that are left out for their totals.
    Totals,
}

/// Words it.
pub fn advice(advice: Advice<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi(advice),
        Lang::En => en(advice),
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
fn vi(advice: Advice<'_>) -> String {
    let quoted = |text: &str| quoted(text, Lang::Vi);
    match advice {
        Advice::MadeFrom { file } => {
            format!(
                "Mẫu đọc bảng, lập từ tệp {}. Những chỗ có “(?)” là chưa chắc: sửa cho đúng rồi bỏ dấu # ở đầu dòng.",
                quoted(file)
            )
        }
        Advice::UseWith { name } => format!("Dùng: plan import TỆP --recipe {name}"),
        Advice::WhichForm { ids } => format!("(?) Chưa rõ bảng có số liệu của biểu mẫu nào; có thể là: {ids}"),
        Advice::LikeForm { name } => format!("(?) Có lẽ là biểu mẫu {}", quoted(name)),
        Advice::WhichRows => {
            "(?) Chưa rõ mỗi dòng là gì: units (đơn vị), measures (số liệu) hay periods (kỳ)".to_owned()
        }
        Advice::WhichLabel => "(?) Chưa rõ cột nào ghi tên của dòng: thêm một [[column]] có is = \"label\"".to_owned(),
        Advice::NoHeader => "(?) Không thấy tiêu đề của bảng; nếu có, ghi dòng đầu và dòng cuối".to_owned(),
        Advice::WhichDecimal { text, address } => {
            format!(
                "(?) Ô {address} ghi {}: “comma” nếu viết kiểu 1.234,5, “point” nếu viết kiểu 1,234.5",
                quoted(text)
            )
        }
        Advice::WhichDash { address } => {
            format!("(?) Ô {address} chỉ có dấu gạch ngang: “zero” nếu là số 0, “blank” nếu là chưa báo cáo")
        }
        Advice::WhichRound { text, address } => {
            format!("(?) Ô {address} ghi {text}, nhiều chữ số thập phân hơn số liệu cho phép; bỏ dấu # để làm tròn")
        }
        Advice::WhichPeriod => {
            "(?) Tệp không nói số liệu của kỳ nào: nêu bằng --period khi nhập, hoặc ghi ở đây nếu luôn là một kỳ"
                .to_owned()
        }
        Advice::WhichUnit => {
            "(?) Tệp không nói số liệu của đơn vị nào: nêu bằng --unit khi nhập, hoặc ghi ở đây nếu luôn là một đơn vị"
                .to_owned()
        }
        Advice::LikeYear => "(?) Các kỳ trong bảng không ghi năm; có lẽ là năm của kế hoạch".to_owned(),
        Advice::CellSays { text } => format!("Ô này ghi: {}", quoted(text)),
        Advice::UnknownColumn { column, head } => format!("(?) Cột {column} {}: chưa rõ là số liệu nào", quoted(head)),
        Advice::LikeMeasure { column, head, name } => {
            format!("(?) Cột {column} {}: có lẽ là {}", quoted(head), quoted(name))
        }
        Advice::LikeLabel { column, head } => format!("(?) Cột {column} {}: có lẽ là tên của dòng", quoted(head)),
        Advice::LikeFigures { column, head } => {
            format!("(?) Cột {column} {}: có lẽ là số liệu của kỳ này", quoted(head))
        }
        Advice::OtherUnit { address, text, wanted } => format!(
            "(?) Ô {address} ghi {}, kế hoạch tính bằng {}: đổi ra {} trong tệp rồi hãy nhập; tệp ghi khác dòng dưới đây thì bị từ chối",
            quoted(text),
            quoted(wanted),
            quoted(wanted)
        ),
        Advice::LeftColumn { column, head } => format!("Cột {column} {}: không đọc", quoted(head)),
        Advice::UnknownRow { row, name } => format!("(?) Dòng {row} {}: chưa rõ là gì", quoted(name)),
        Advice::LikeRow { row, name, near } => format!("(?) Dòng {row} {}: có lẽ là {}", quoted(name), quoted(near)),
        Advice::PersonalColumn { column, head } => {
            format!("Cột {column} {}: thông tin cá nhân, không đọc", quoted(head))
        }
        Advice::NoColumn { name } => format!("(?) Chưa thấy cột {}: thêm một [[column]] ở dưới", quoted(name)),
        Advice::WhichChannel => {
            "(?) Bảng không có cột cách nộp; nếu mọi hồ sơ nộp một cách (online: trực tuyến, in-person: trực tiếp, post: bưu chính) thì ghi ở đây".to_owned()
        }
        Advice::LevelOfProcedure => "Bảng không có cột mức độ: lấy mức độ của thủ tục trong data/procedures.csv".to_owned(),
        Advice::UnknownWord { says } => format!("(?) {}: chưa rõ trong sổ là gì", quoted(says)),
        Advice::LikeWord { says, near } => format!("(?) {}: có lẽ là {}", quoted(says), quoted(near)),
        Advice::Words => "Những chữ mà sổ hồ sơ viết khác".to_owned(),
        Advice::Columns => "Các cột được đọc".to_owned(),
        Advice::Rows => "Các dòng mà tên không có trong plan.toml".to_owned(),
        Advice::Totals => "Dòng tổng số, không đọc".to_owned(),
    }
}

fn en(advice: Advice<'_>) -> String {
    let quoted = |text: &str| quoted(text, Lang::En);
    match advice {
        Advice::MadeFrom { file } => {
            format!("How to read a table, made from {}. What has \"(?)\" is not certain: mend it, then take the # away.", quoted(file))
        }
        Advice::UseWith { name } => format!("Use: plan import FILE --recipe {name}"),
        Advice::WhichForm { ids } => format!("(?) It cannot be told which form's figures these are; perhaps: {ids}"),
        Advice::LikeForm { name } => format!("(?) Probably the form {}", quoted(name)),
        Advice::WhichRows => "(?) It cannot be told what each row is: units, measures or periods".to_owned(),
        Advice::WhichLabel => "(?) It cannot be told which column names the rows: add a [[column]] with is = \"label\"".to_owned(),
        Advice::NoHeader => "(?) No head was found; if there is one, give its first and last row".to_owned(),
        Advice::WhichDecimal { text, address } => {
            format!("(?) Cell {address} says {}: \"comma\" if numbers are written 1.234,5, \"point\" if 1,234.5", quoted(text))
        }
        Advice::WhichDash { address } => {
            format!("(?) Cell {address} has nothing but a dash: \"zero\" if that is 0, \"blank\" if it is not reported")
        }
        Advice::WhichRound { text, address } => {
            format!("(?) Cell {address} says {text}, more decimals than the measure has; take the # away to round")
        }
        Advice::WhichPeriod => "(?) The file does not say for when its figures are: give --period at each import, or say it here if it never changes".to_owned(),
        Advice::WhichUnit => "(?) The file does not say whose figures these are: give --unit at each import, or say it here if it never changes".to_owned(),
        Advice::LikeYear => "(?) Periods in the table name no year; probably it is the plan's".to_owned(),
        Advice::CellSays { text } => format!("The cell says: {}", quoted(text)),
        Advice::UnknownColumn { column, head } => format!("(?) Column {column} {}: which measure it is cannot be told", quoted(head)),
        Advice::LikeMeasure { column, head, name } => {
            format!("(?) Column {column} {}: probably {}", quoted(head), quoted(name))
        }
        Advice::LikeLabel { column, head } => format!("(?) Column {column} {}: probably names the rows", quoted(head)),
        Advice::LikeFigures { column, head } => {
            format!("(?) Column {column} {}: probably the figures of this period", quoted(head))
        }
        Advice::OtherUnit { address, text, wanted } => format!(
            "(?) Cell {address} says {}, and the plan counts {}: turn the figures of the file into that first; a file that says otherwise than the line below is refused",
            quoted(text), quoted(wanted)
        ),
        Advice::LeftColumn { column, head } => format!("Column {column} {}: not read", quoted(head)),
        Advice::UnknownRow { row, name } => format!("(?) Row {row} {}: what it is cannot be told", quoted(name)),
        Advice::LikeRow { row, name, near } => format!("(?) Row {row} {}: probably {}", quoted(name), quoted(near)),
        Advice::PersonalColumn { column, head } => format!("Column {column} {}: personal data, not read", quoted(head)),
        Advice::NoColumn { name } => format!("(?) No column was found for {}: add a [[column]] below", quoted(name)),
        Advice::WhichChannel => {
            "(?) No column says how dossiers came in; if all came in one way (online, in-person, post), say it here".to_owned()
        }
        Advice::LevelOfProcedure => "No column says the level: that of the procedure in data/procedures.csv is taken".to_owned(),
        Advice::UnknownWord { says } => format!("(?) {}: what the register calls it cannot be told", quoted(says)),
        Advice::LikeWord { says, near } => format!("(?) {}: probably {}", quoted(says), quoted(near)),
        Advice::Words => "Words that the register writes otherwise".to_owned(),
        Advice::Columns => "The columns that are read".to_owned(),
        Advice::Rows => "The rows whose names plan.toml does not have".to_owned(),
        Advice::Totals => "Rows with totals, not read".to_owned(),
    }
}
