//! Why a dossier in a table that somebody sent cannot be taken over.

use super::{BadDate, Lang, quoted};

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DossierMisread {
    /// The file has the dossier twice; where it stands first.
    Twice { id: String, first: String },
    /// It stands below what the recipe takes for the end of the table; where that is.
    AfterEnd { end: String },
    /// The column that the recipe reads says who somebody is.
    PersonalColumn { head: String },
    /// A telephone number.
    Telephone,
    /// The head is probably in other rows than the recipe says.
    HeaderElsewhere { says: String, is: String },
    /// Nothing says whose dossier it is.
    NoUnit,
    /// A word that the register does not have in this column.
    NoSuchWord { column: &'static str, text: String, allowed: String },
}

/// Words it.
pub(super) fn misread_dossier(why: &DossierMisread, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi(why),
        Lang::En => en(why),
    }
}

fn vi(why: &DossierMisread) -> String {
    match why {
        DossierMisread::Twice { id, first } => {
            format!("hồ sơ {id} đã có ở ô {first} của tệp này; xóa một trong hai dòng, hoặc sửa mã")
        }
        DossierMisread::AfterEnd { end } => format!(
            "hồ sơ này đứng dưới ô {end}, nơi mẫu đọc coi là hết bảng (until); sửa until trong mẫu đọc, hoặc xóa những dòng thừa"
        ),
        DossierMisread::PersonalColumn { head } => {
            format!("cột “{head}” có thông tin cá nhân, sổ hồ sơ không nhận; sửa cột này trong mẫu đọc")
        }
        DossierMisread::Telephone => {
            "ô này có số điện thoại; sổ hồ sơ không giữ thông tin cá nhân, bỏ số đó khỏi ô".to_owned()
        }
        DossierMisread::HeaderElsewhere { says, is } => {
            format!("tiêu đề của bảng có lẽ ở dòng {is}, mẫu đọc ghi {says}; sửa header trong mẫu đọc")
        }
        DossierMisread::NoUnit => {
            "không biết hồ sơ của đơn vị nào; thêm --unit, hoặc khóa unit, hoặc cột unit vào mẫu đọc".to_owned()
        }
        DossierMisread::NoSuchWord { column, text, allowed } => format!(
            "sổ không có chữ “{text}” ở cột {column}; thêm vào mẫu đọc một [[word]] với is = \"{column}\", says = \"{text}\", means là một trong: {allowed}; hoặc thêm chữ này vào blank nếu nó nghĩa là để trống"
        ),
    }
}

fn en(why: &DossierMisread) -> String {
    match why {
        DossierMisread::Twice { id, first } => {
            format!("the dossier {id} stands in {first} of this file already; take one row out, or mend the id")
        }
        DossierMisread::AfterEnd { end } => format!(
            "the dossier stands below {end}, which the recipe takes for the end of the table (until); mend until in the recipe, or take out rows that do not belong"
        ),
        DossierMisread::PersonalColumn { head } => format!(
            "the column {} says who somebody is, which no register here holds; mend the column in the recipe",
            quoted(head, Lang::En)
        ),
        DossierMisread::Telephone => {
            "the cell holds a telephone number; a register here holds no personal data: take it out".to_owned()
        }
        DossierMisread::HeaderElsewhere { says, is } => {
            format!(
                "the head of the table is probably in rows {is}, and the recipe says {says}; mend header in the recipe"
            )
        }
        DossierMisread::NoUnit => {
            "nothing says whose dossier it is; add --unit, or unit or a column of units to the recipe".to_owned()
        }
        DossierMisread::NoSuchWord { column, text, allowed } => format!(
            "the register has no \"{text}\" in its column {column}; add to the recipe a [[word]] with is = \"{column}\", says = \"{text}\" and as means one of: {allowed}; or add the word to blank if it means that nothing is said"
        ),
    }
}

/// Words why a cell of a table is no day; `example` is a day as it should be written.
pub(super) fn not_day(text: &str, example: &str, why: BadDate, lang: Lang) -> String {
    match (why, lang) {
        (BadDate::TwoDigitYear, Lang::Vi) => format!("“{text}”: viết năm đủ bốn chữ số, như {example}"),
        (BadDate::TwoDigitYear, Lang::En) => format!("\"{text}\": write the year with four digits, as in {example}"),
        (BadDate::Impossible, Lang::Vi) => {
            format!("không có ngày “{text}”; ngày viết như {example} (khóa dates của mẫu đọc)")
        }
        (BadDate::Impossible, Lang::En) => {
            format!("there is no day \"{text}\"; days are written as {example} (dates in the recipe)")
        }
        (BadDate::NotIso | BadDate::DayFirst(_) | BadDate::Unseen(_), Lang::Vi) => {
            format!("“{text}” không phải một ngày; ngày viết như {example} (khóa dates của mẫu đọc)")
        }
        (BadDate::NotIso | BadDate::DayFirst(_) | BadDate::Unseen(_), Lang::En) => {
            format!("\"{text}\" is no day; days are written as {example} (dates in the recipe)")
        }
    }
}
