//! Why something in a table that somebody sent cannot be taken over.

use super::misread_dossier::{misread_dossier, not_day};
use super::{BadDate, DossierMisread, Finding, Lang, finding, quoted};

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// What would be wrong in a file of data/ too.
    Finding(Box<Finding>),
    // A figure.
    /// A number with a mark, where the recipe does not say what marks mean.
    Undecided { text: String },
    /// A number whose marks are not where the recipe says.
    Marks { text: String, is_comma: bool },
    /// A dash, where the recipe does not say what it means.
    Dash,
    /// A percentage where a count is wanted.
    Percentage { text: String },
    /// More decimals than the measure has; how many that is.
    Decimals { text: String, most: u8 },
    /// A number in parentheses, which may be a footnote or a negative one.
    Parentheses { text: String },
    /// The figure stands in another cell already.
    Twice { first: String },
    /// One figure is shown in several cells that are merged, so that nobody can tell whose it is; where it stands.
    Shared { first: String },
    // The table.
    /// The file has no such sheet.
    NoSheet { name: String, known: Vec<String>, near: Option<String> },
    /// The file has several sheets, and nothing says which.
    SeveralSheets { known: Vec<String> },
    /// No sheet has anything in it.
    NoCells,
    /// The head of a column is another.
    HeadDiffers { wanted: String, is: String, elsewhere: Option<String> },
    /// No column has such a head.
    NoHead { wanted: String, near: Option<String> },
    /// Two columns of the recipe are one and the same here.
    ColumnTwice,
    /// A cell of csv behind the last column that has a head.
    BeyondHead { text: String },
    /// A remark that is no text.
    NotText { text: String },
    /// Another file of the same import says something else.
    OtherFile { file: String, says: String },
    /// Several columns have such a head.
    HeadTwice { wanted: String, columns: Vec<String> },
    /// A row whose name says nothing to the plan or recipe.
    UnknownRow { name: String, rows: String, near: Option<String> },
    /// Figures in a row without a name.
    NamelessRow,
    /// The row that the recipe means has another name.
    RowDiffers { wanted: String, is: String, elsewhere: Option<String> },
    /// What the sheet says that its figures are in.
    PrintedUnit { wanted: String, is: Option<String> },
    /// Nothing says whose figures these are.
    NoUnit,
    /// Nothing says for when these figures are.
    NoPeriod,
    /// A cell that should name the unit names none.
    NoUnitIn { text: String, near: Option<String> },
    /// A cell that should name the period names none, or several.
    NoPeriodIn { text: String },
    /// Two things say whose figures these are, or for when, and not the same.
    Contradicts { one: String, other: String },
    /// A text in letters of an old font.
    OldLetters { text: String, is_vni: bool },
    /// A cell that is no day; how days are written there.
    NotDay { text: String, example: &'static str, why: BadDate },
    /// Something about a dossier.
    Dossier(DossierMisread),
}

impl From<Finding> for Misread {
    fn from(finding: Finding) -> Self {
        Self::Finding(Box::new(finding))
    }
}

impl Misread {
    /// Returns the text that it is about, where that is a cell's.
    pub fn about(&self) -> &str {
        match self {
            Self::Finding(finding) => match &**finding {
                Finding::BadNumber { text, .. }
                | Finding::NegativeCount { text }
                | Finding::BadPeriod { text, .. }
                | Finding::PeriodKind { text, .. }
                | Finding::PeriodOutsidePlan { text }
                | Finding::BadDate { text, .. } => text,
                Finding::UnitNotListed { unit, .. } => unit,
                _ => "",
            },
            Self::Undecided { text }
            | Self::Marks { text, .. }
            | Self::Percentage { text }
            | Self::Decimals { text, .. }
            | Self::Parentheses { text }
            | Self::NoUnitIn { text, .. }
            | Self::NoPeriodIn { text }
            | Self::BeyondHead { text }
            | Self::NotText { text }
            | Self::OldLetters { text, .. }
            | Self::NotDay { text, .. }
            | Self::Dossier(DossierMisread::NoSuchWord { text, .. }) => text,
            Self::Dash => "-",
            Self::HeadDiffers { is, .. } | Self::RowDiffers { is, .. } => is,
            Self::UnknownRow { name, .. } => name,
            Self::PrintedUnit { is, .. } => is.as_deref().unwrap_or_default(),
            Self::Contradicts { one, .. } => one,
            Self::Twice { .. }
            | Self::Shared { .. }
            | Self::NoSheet { .. }
            | Self::SeveralSheets { .. }
            | Self::NoCells
            | Self::NoHead { .. }
            | Self::HeadTwice { .. }
            | Self::ColumnTwice
            | Self::OtherFile { .. }
            | Self::NamelessRow
            | Self::NoUnit
            | Self::NoPeriod
            | Self::Dossier(_) => "",
        }
    }
}

/// Words a reason: what is wrong, and what to do.
pub fn misread(why: &Misread, lang: Lang) -> String {
    match (why, lang) {
        (Misread::Finding(own), lang) => {
            let words = finding(own, lang);
            if words.help.is_empty() { words.title } else { format!("{}; {}", words.title, words.help) }
        }
        (Misread::NotDay { text, example, why }, lang) => not_day(text, example, *why, lang),
        (Misread::Dossier(own), lang) => misread_dossier(own, lang),
        (why, Lang::Vi) => vi(why),
        (why, Lang::En) => en(why),
    }
}

fn list(texts: &[String], lang: Lang) -> String {
    texts.iter().map(|text| quoted(text, lang)).collect::<Vec<_>>().join(", ")
}

fn near_vi(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("có phải là “{near}”? Nếu đúng, {otherwise}"))
}

fn near_en(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean \"{near}\"? If so, {otherwise}"))
}

#[expect(clippy::too_many_lines, reason = "one arm for each reason, so that a missing wording does not compile")]
fn vi(why: &Misread) -> String {
    match why {
        Misread::Finding(_) | Misread::NotDay { .. } | Misread::Dossier(_) => String::new(),
        Misread::Undecided { text } => format!(
            "“{text}” có thể là số nghìn, cũng có thể là số thập phân; thêm decimal = \"comma\" (1.234,5) hoặc \"point\" (1,234.5) vào mẫu đọc"
        ),
        Misread::Marks { text, is_comma: true } => {
            format!("“{text}” không viết theo kiểu 1.234,5 như mẫu đọc khai (decimal = \"comma\"); xem lại ô này")
        }
        Misread::Marks { text, is_comma: false } => {
            format!("“{text}” không viết theo kiểu 1,234.5 như mẫu đọc khai (decimal = \"point\"); xem lại ô này")
        }
        Misread::Dash => {
            "ô chỉ có dấu gạch ngang; thêm dash = \"zero\" (là số 0) hoặc \"blank\" (chưa báo cáo) vào mẫu đọc"
                .to_owned()
        }
        Misread::Percentage { text } => {
            format!("“{text}” là tỷ lệ phần trăm, mà số liệu này là số đếm; hỏi lại đơn vị số đếm")
        }
        Misread::Decimals { text, most: 0 } => format!(
            "“{text}” là số lẻ, số liệu này chỉ nhận số nguyên; xem đơn vị tính, hoặc thêm round = true vào mẫu đọc để làm tròn"
        ),
        Misread::Decimals { text, most } => format!(
            "“{text}” có quá {most} chữ số thập phân; thêm round = true vào mẫu đọc để làm tròn, hoặc tăng decimals của số liệu trong plan.toml"
        ),
        Misread::Parentheses { text } => {
            format!("“{text}”: số trong ngoặc có thể là số âm hoặc chú thích; sửa ô này trong tệp")
        }
        Misread::Twice { first } => {
            format!("số liệu này đã có ở ô {first}; bỏ qua một dòng bằng leave-out-rows, hoặc thêm at cho dòng")
        }
        Misread::NoSheet { name, known, near } => format!(
            "tệp không có trang “{name}”{}; các trang có trong tệp: {}",
            near.as_ref().map(|near| format!(" (có phải là “{near}”?)")).unwrap_or_default(),
            list(known, Lang::Vi)
        ),
        Misread::SeveralSheets { known } => {
            format!(
                "tệp có nhiều trang: {}; nêu trang cần đọc bằng --sheet hoặc khóa sheet của mẫu đọc",
                list(known, Lang::Vi)
            )
        }
        Misread::NoCells => "tệp không có ô nào có dữ liệu".to_owned(),
        Misread::HeadDiffers { wanted, is, elsewhere: None } if is.is_empty() => {
            format!("cột này không có tiêu đề, mẫu đọc ghi “{wanted}”; sửa at hoặc head trong mẫu đọc")
        }
        Misread::HeadDiffers { wanted, is, elsewhere } => format!(
            "tiêu đề cột là “{is}”, mẫu đọc ghi “{wanted}”{}; bảng đã đổi cột: sửa at hoặc head trong mẫu đọc",
            elsewhere.as_ref().map(|at| format!(", nay ở cột {at}")).unwrap_or_default()
        ),
        Misread::NoHead { wanted, near } => {
            format!("không có cột nào tiêu đề là “{wanted}”; {}", near_vi(near.as_deref(), "sửa head trong mẫu đọc"))
        }
        Misread::Shared { first } => {
            format!("ô này gộp với ô {first}, không rõ số ở đó là của dòng nào; bỏ gộp rồi ghi số vào từng ô")
        }
        Misread::ColumnTwice => "hai [[column]] của mẫu đọc cùng chỉ cột này; bỏ một mục".to_owned(),
        Misread::BeyondHead { text } => format!(
            "“{text}” đứng sau cột cuối có tiêu đề: có lẽ số có dấu phẩy đã tách thành hai ô; lưu lại tệp với dấu chấm phẩy giữa các ô, hoặc ở dạng xlsx"
        ),
        Misread::NotText { text } => format!("“{text}” không phải là chữ; sửa ô ghi chú trong tệp"),
        Misread::OtherFile { file, says } => {
            format!("tệp {file} trong cùng lần nhập ghi {says}; hỏi lại đơn vị tệp nào đúng, rồi chỉ nhập tệp đó")
        }
        Misread::HeadTwice { wanted, columns } => {
            format!("nhiều cột cùng tiêu đề “{wanted}” ({}); thêm at cho cột trong mẫu đọc", columns.join(", "))
        }
        Misread::UnknownRow { name, rows, near } => {
            let what = match rows.as_str() {
                "units" => "đơn vị",
                "periods" => "kỳ",
                _ => "số liệu",
            };
            let how =
                format!("thêm [[row]] với name = \"{name}\" vào mẫu đọc, hoặc tên này vào leave-out nếu bỏ qua dòng");
            format!("không có {what} nào tên “{name}”; {}", near_vi(near.as_deref(), &how))
        }
        Misread::NamelessRow => {
            "dòng có số liệu mà không có tên; ghi tên dòng, hoặc thêm dòng vào leave-out-rows".to_owned()
        }
        Misread::RowDiffers { wanted, is, elsewhere } => format!(
            "dòng này tên là “{is}”, mẫu đọc ghi “{wanted}”{}; sửa at trong mẫu đọc",
            elsewhere.as_ref().map(|at| format!(", nay ở dòng {at}")).unwrap_or_default()
        ),
        Misread::PrintedUnit { wanted, is: Some(is) } => {
            format!("bảng ghi đơn vị tính “{is}”, mẫu đọc ghi “{wanted}”; hỏi lại đơn vị, đừng nhập số chưa quy đổi")
        }
        Misread::PrintedUnit { wanted, is: None } => {
            format!(
                "phía trên bảng không còn ghi đơn vị tính “{wanted}”; hỏi lại đơn vị, rồi bỏ printed-unit nếu không cần kiểm tra"
            )
        }
        Misread::NoUnit => {
            "không biết số liệu của đơn vị nào; thêm --unit, hoặc khóa unit, unit-cell vào mẫu đọc".to_owned()
        }
        Misread::NoPeriod => {
            "không biết số liệu của kỳ nào; thêm --period, hoặc khóa period, period-cell vào mẫu đọc".to_owned()
        }
        Misread::NoUnitIn { text, near } => format!(
            "ô này không phải tên một đơn vị: “{text}”; {}",
            near_vi(near.as_deref(), "thêm tên này vào aliases của đơn vị trong plan.toml")
        ),
        Misread::NoPeriodIn { text } => {
            format!("ô này không nêu đúng một kỳ: “{text}”; nêu kỳ bằng --period, hoặc sửa period-cell")
        }
        Misread::Contradicts { one, other } => {
            format!("“{one}” khác “{other}”; kiểm tra xem có nhầm tệp không")
        }
        Misread::OldLetters { text, is_vni } => format!(
            "“{text}” gõ bằng bảng mã {}; mở tệp, chọn vùng chữ, chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6), lưu lại rồi nhập",
            if *is_vni { "VNI" } else { "TCVN3 (ABC)" }
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each reason, so that a missing wording does not compile")]
fn en(why: &Misread) -> String {
    match why {
        Misread::Finding(_) | Misread::NotDay { .. } | Misread::Dossier(_) => String::new(),
        Misread::Undecided { text } => format!(
            "\"{text}\" may be thousands or a decimal; add decimal = \"comma\" (1.234,5) or \"point\" (1,234.5) to the recipe"
        ),
        Misread::Marks { text, is_comma: true } => {
            format!("\"{text}\" is not written as 1.234,5, as the recipe says (decimal = \"comma\"); look at the cell")
        }
        Misread::Marks { text, is_comma: false } => {
            format!("\"{text}\" is not written as 1,234.5, as the recipe says (decimal = \"point\"); look at the cell")
        }
        Misread::Dash => {
            "nothing but a dash; add dash = \"zero\" or dash = \"blank\" (not reported) to the recipe".to_owned()
        }
        Misread::Percentage { text } => {
            format!("\"{text}\" is a percentage, and the measure a count; ask the unit for the count")
        }
        Misread::Decimals { text, most: 0 } => format!(
            "\"{text}\" has decimals, and the measure takes whole numbers; see what figures are in, or add round = true to the recipe"
        ),
        Misread::Decimals { text, most } => format!(
            "\"{text}\" has more than {most} decimals; add round = true to the recipe, or raise decimals of the measure in plan.toml"
        ),
        Misread::Parentheses { text } => {
            format!("\"{text}\": a number in parentheses may be negative or a footnote; mend the cell in the file")
        }
        Misread::Twice { first } => format!(
            "this figure stands in {first} already; leave one row out with leave-out-rows, or give its row an at"
        ),
        Misread::NoSheet { name, known, near } => format!(
            "the file has no sheet \"{name}\"{}; its sheets: {}",
            near.as_ref().map(|near| format!(" (did you mean \"{near}\"?)")).unwrap_or_default(),
            list(known, Lang::En)
        ),
        Misread::SeveralSheets { known } => {
            format!(
                "the file has several sheets: {}; name one with --sheet or sheet in the recipe",
                list(known, Lang::En)
            )
        }
        Misread::NoCells => "the file has nothing in any cell".to_owned(),
        Misread::HeadDiffers { wanted, is, elsewhere } => format!(
            "the head of the column is \"{is}\", and the recipe expects \"{wanted}\"{}; columns have moved: mend at or head in the recipe",
            elsewhere.as_ref().map(|at| format!(", now column {at}")).unwrap_or_default()
        ),
        Misread::NoHead { wanted, near } => {
            format!("no column has the head \"{wanted}\"; {}", near_en(near.as_deref(), "mend head in the recipe"))
        }
        Misread::Shared { first } => {
            format!(
                "this cell is merged with {first}, and whose the figure is nobody can tell; unmerge them and write a figure into each"
            )
        }
        Misread::ColumnTwice => "two [[column]] of the recipe mean this column; take one out".to_owned(),
        Misread::BeyondHead { text } => format!(
            "\"{text}\" stands behind the last column with a head: perhaps a number with a comma came apart; save the file with semicolons between its cells, or as xlsx"
        ),
        Misread::NotText { text } => format!("\"{text}\" is no text; mend the remark in the file"),
        Misread::OtherFile { file, says } => {
            format!(
                "the file {file} of the same import says {says}; ask the unit which is right, and import that one alone"
            )
        }
        Misread::HeadTwice { wanted, columns } => {
            format!(
                "several columns have the head \"{wanted}\" ({}); give the column an at in the recipe",
                columns.join(", ")
            )
        }
        Misread::UnknownRow { name, rows, near } => {
            let what = match rows.as_str() {
                "units" => "unit",
                "periods" => "period",
                _ => "measure",
            };
            let how = format!(
                "add a [[row]] with name = \"{name}\" to the recipe, or the name to leave-out if the row is not wanted"
            );
            format!("no {what} is called \"{name}\"; {}", near_en(near.as_deref(), &how))
        }
        Misread::NamelessRow => "the row has figures and no name; name it, or add the row to leave-out-rows".to_owned(),
        Misread::RowDiffers { wanted, is, elsewhere } => format!(
            "the row is called \"{is}\", and the recipe expects \"{wanted}\"{}; mend at in the recipe",
            elsewhere.as_ref().map(|at| format!(", now row {at}")).unwrap_or_default()
        ),
        Misread::PrintedUnit { wanted, is: Some(is) } => {
            format!(
                "the sheet says that figures are in \"{is}\", and the recipe expects \"{wanted}\"; ask the unit before taking them over"
            )
        }
        Misread::PrintedUnit { wanted, is: None } => {
            format!(
                "the sheet no longer says that figures are in \"{wanted}\"; ask the unit, and take printed-unit out if it need not be checked"
            )
        }
        Misread::NoUnit => {
            "nothing says whose figures these are; add --unit, or unit or unit-cell to the recipe".to_owned()
        }
        Misread::NoPeriod => {
            "nothing says for when these figures are; add --period, or period or period-cell to the recipe".to_owned()
        }
        Misread::NoUnitIn { text, near } => format!(
            "the cell names no unit: \"{text}\"; {}",
            near_en(near.as_deref(), "add the name to aliases of the unit in plan.toml")
        ),
        Misread::NoPeriodIn { text } => {
            format!("the cell does not name one period: \"{text}\"; give it with --period, or mend period-cell")
        }
        Misread::Contradicts { one, other } => {
            format!("\"{one}\" is not \"{other}\"; see whether this is the right file")
        }
        Misread::OldLetters { text, is_vni } => format!(
            "\"{text}\" is written in the old encoding {}; open the file, select the text, convert it to Unicode (UniKey: Ctrl+Shift+F6), save it and try again",
            if *is_vni { "VNI" } else { "TCVN3 (ABC)" }
        ),
    }
}
