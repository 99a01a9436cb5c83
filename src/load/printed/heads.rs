//! The head row of a printed table of tasks: which column is which.

use super::letters::plain;
use crate::syntax::table::Cell;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Content,
    Lead,
    Support,
    When,
    Result,
}

/// What is looked for, for who asks why nothing was found.
pub const PRINTED_HEADS: [&str; 6] = [
    "TT, STT, Số TT",
    "Nội dung công việc, Nhiệm vụ",
    "Bộ phận, Đơn vị, Cơ quan chủ trì",
    "Phối hợp",
    "Thời gian, Thời hạn, Tiến độ",
    "Kết quả, Sản phẩm",
];

/// A longer cell is no head.
const LONGEST: usize = 80;

/// Words that may stand in the head of any column.
const ANYWHERE: &str = "va hoac cac cua thuc hien trien khai hoan thanh du kien chinh chu yeu cu the";

/// For each kind of head how it begins, and which words may follow. Without marks, since heads are often typed without them. Who leads
/// and who supports have heads that begin alike; which it is the rest tells.
const HEADS: [(Column, &[&str], &str); 5] = [
    (Column::Number, &["tt", "stt", "so tt", "so thu tu", "thu tu"], ""),
    (
        Column::Content,
        &["noi dung", "nhiem vu", "ten nhiem vu", "ten cong viec", "cong viec", "hoat dong"],
        "noi dung cong viec nhiem vu giai phap hoat dong ke hoach",
    ),
    (
        Column::Lead,
        &["chu tri", "phoi hop", "bo phan", "don vi", "co quan", "phong", "nguoi", "ca nhan"],
        "chu tri phoi hop bo phan don vi co quan phu trach phong ban nguoi ca nhan",
    ),
    (Column::When, &["thoi gian", "thoi han", "tien do", "thoi diem"], "thoi gian han tien do nam"),
    (Column::Result, &["ket qua", "san pham"], "ket qua san pham dau ra dat duoc phai can muc tieu"),
];

/// Returns the words of a head, without marks or punctuation.
fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns what the column under a head holds.
pub(super) fn column(text: &str) -> Option<Column> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let words = words(text);
    let joined = words.join(" ");
    let is_fit = |(_, starts, more): &&(Column, &[&str], &str)| {
        let start = starts
            .iter()
            .filter(|start| joined == **start || joined.starts_with(&format!("{start} ")))
            .max_by_key(|own| own.len());
        let behind = start.map(|start| words.iter().skip(start.split(' ').count()));
        behind.is_some_and(|mut behind| {
            behind.all(|word| !more.is_empty() && more.split(' ').chain(ANYWHERE.split(' ')).any(|own| own == word))
        })
    };
    let found = HEADS.iter().find(is_fit).map(|(column, _, _)| *column)?;
    let is_named = |word: &str| joined.contains(word);
    let leads = is_named("chu tri") || is_named("thuc hien") || is_named("phu trach");
    match found {
        // One that names both is that of the lead.
        Column::Lead if is_named("phoi hop") && !is_named("chu tri") => Some(Column::Support),
        // "Bộ phận", "Cơ quan" alone say nothing of what they do.
        Column::Lead if !leads => None,
        column => Some(column),
    }
}

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) kinds: Vec<Option<Column>>,
    /// The heads, as printed.
    pub(super) names: Vec<String>,
}

impl Columns {
    /// Reads a head row: content, and at least one more cell.
    pub(super) fn of(row: &[Cell]) -> Option<Self> {
        let own = Self::read(row);
        let filled = own.names.iter().filter(|name| !name.is_empty()).count();
        (own.at(Column::Content).is_some() && filled > 1).then_some(own)
    }

    /// Reads a row as heads, each kind of column once.
    pub(super) fn read(row: &[Cell]) -> Self {
        let mut own = Self::default();
        for cell in row {
            let kind = column(cell.text()).filter(|kind| !own.kinds.contains(&Some(*kind)));
            own.kinds.push(kind);
            own.names.push(crate::syntax::names::kept(cell.text()));
        }
        own
    }

    /// Returns which column holds something.
    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.kinds.iter().position(|own| *own == Some(column))
    }

    /// Returns how many columns are known.
    pub(super) fn known(&self) -> usize {
        self.kinds.iter().flatten().count()
    }

    /// Tells whether anything but number and content is known.
    pub(super) fn tells_more(&self) -> bool {
        [Column::Lead, Column::Support, Column::When, Column::Result]
            .into_iter()
            .any(|column| self.at(column).is_some())
    }

    /// Takes over a second head row that stands right under the first, as where one head spans "chủ trì" and "phối hợp"; tells
    /// whether the row was one.
    pub(super) fn add(&mut self, row: &[Cell]) -> bool {
        let second = Self::read(row);
        let filled: Vec<usize> = (0..row.len()).filter(|at| !second.names[*at].is_empty()).collect();
        let is_head = |at: &usize| second.kinds[*at].is_some() || self.names.get(*at) == Some(&second.names[*at]);
        if filled.is_empty() || !filled.iter().all(is_head) {
            return false;
        }
        let width = self.kinds.len().max(second.kinds.len());
        self.kinds.resize(width, None);
        self.names.resize(width, String::new());
        for at in filled {
            if let Some(kind) = second.kinds[at] {
                for own in &mut self.kinds {
                    *own = own.filter(|own| *own != kind);
                }
                self.kinds[at] = Some(kind);
            }
            self.names[at].clone_from(&second.names[at]);
        }
        true
    }
}

/// Tells whether a row numbers the columns: `(1) (2) (3)`, `A B 1 2`.
pub(super) fn numbers_columns(row: &[Cell]) -> bool {
    let texts: Vec<&str> = row.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
    let is_number = |text: &&str| {
        let inner = text.trim_matches(['(', ')', '[', ']', ' ']);
        inner.len() <= 2
            && (inner.bytes().all(|b| b.is_ascii_digit())
                || (inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_uppercase())))
    };
    texts.len() > 2 && texts.iter().all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) }).collect()
    }

    #[test]
    fn heads_are_known_however_they_are_typed() {
        use Column::{Content, Lead, Number, Result, Support, When};
        for (column, texts) in [
            (Number, &["TT", "STT", "Số TT", "số\nTT", "Stt.", "Số thứ tự"][..]),
            (
                Content,
                &[
                    "Nội dung công việc",
                    "NỘI DUNG",
                    "Nhiệm vụ",
                    "Nội dung/nhiệm vụ",
                    "Nội dung nhiệm vụ chủ yếu",
                    "noi dung cong viec",
                    "Nội dung thực hiện",
                ],
            ),
            (
                Lead,
                &[
                    "Bộ phận chủ trì",
                    "Đơn vị chủ trì",
                    "\u{d0}ơn vị chủ trì",
                    "Cơ quan, đơn vị chủ trì",
                    "CHỦ TRÌ",
                    "Cơ quan chủ trì thực hiện",
                    "Đơn vị thực hiện",
                    "Người thực hiện",
                ],
            ),
            (Support, &["Bộ phận phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Đơn vị phối hợp thực hiện"]),
            (When, &["Thời gian thực hiện", "Thời gian", "Thời hạn hoàn thành", "Tiến độ", "THỜI GIAN HOÀN THÀNH"]),
            (Result, &["Kết quả", "Kết quả đầu ra", "Sản phẩm", "Sản phẩm/kết quả", "Kết quả, sản phẩm dự kiến"]),
        ] {
            for text in texts {
                let nfd: String = text.nfd().collect();
                assert_eq!((super::column(text), super::column(&nfd)), (Some(column), Some(column)), "{text}");
            }
        }
    }

    #[test]
    fn what_a_task_says_is_no_head() {
        for text in [
            "",
            "Ghi chú",
            "Bộ phận",
            "Bộ phận Một cửa",
            "Nội dung tuyên truyền",
            "Kết quả giải quyết hồ sơ",
            "Tổ CNTT",
            "Kinh phí",
            "1",
            "Thời gian trả hồ sơ",
        ] {
            assert_eq!(column(text), None, "{text}");
        }
    }

    #[test]
    fn a_head_of_two_rows_is_one() {
        let mut own =
            Columns::of(&cells(&["TT", "Nội dung", "Đơn vị thực hiện", "Người thực hiện", "", "Thời gian"])).unwrap();
        assert!(own.add(&cells(&["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"])));
        assert_eq!((own.at(Column::Lead), own.at(Column::Support), own.at(Column::When)), (Some(2), Some(3), Some(4)));
        assert!(!own.add(&cells(&["1", "Nội dung", "", "", ""])));
        assert_eq!(Columns::of(&cells(&["Nội dung"])), None);
        assert_eq!(Columns::of(&cells(&["TT", "Tên"])), None);
    }

    #[test]
    fn a_row_of_column_numbers_is_told() {
        assert!(numbers_columns(&cells(&["(1)", "(2)", "(3)"])));
        assert!(numbers_columns(&cells(&["A", "B", "1", "2"])));
        assert!(!numbers_columns(&cells(&["1", "Họp", "3"])));
        assert!(!numbers_columns(&cells(&["1", "", ""])));
    }
}
