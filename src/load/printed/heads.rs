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
    /// When it begins: never a deadline.
    Start,
    When,
    Result,
}

/// What is looked for, for who asks why nothing was found.
pub const PRINTED_HEADS: [&str; 6] = [
    "TT, STT, Số TT",
    "Nội dung công việc, Nhiệm vụ",
    "Bộ phận, Đơn vị, Cơ quan chủ trì",
    "Phối hợp",
    "Thời gian, Thời hạn, Tiến độ, Hoàn thành, Lộ trình",
    "Kết quả, Sản phẩm",
];

/// A longer cell is no head.
const LONGEST: usize = 80;

/// Words that may stand in the head of any column.
const ANYWHERE: &str = "va hoac cac cua thuc hien trien khai hoan thanh du kien chinh chu yeu cu the";

/// For each kind of head how it begins, and which words may follow. Without marks, since heads are often typed without them. Who leads
/// and who supports have heads that begin alike; which it is the rest tells.
const HEADS: [(Column, &[&str], &str); 6] = [
    (Column::Number, &["tt", "stt", "so tt", "so thu tu", "thu tu"], ""),
    (
        Column::Content,
        &[
            "noi dung",
            "nhiem vu",
            "cac nhiem vu",
            "chi tieu nhiem vu",
            "ten nhiem vu",
            "ten cong viec",
            "cong viec",
            "hoat dong",
        ],
        "noi dung cong viec nhiem vu giai phap hoat dong ke hoach de an du chi tieu trong tam",
    ),
    (
        Column::Lead,
        &["chu tri", "phoi hop", "bo phan", "don vi", "co quan", "phong", "nguoi", "ca nhan", "phan cong"],
        "chu tri phoi hop bo phan don vi co quan phu trach phong ban nguoi ca nhan tham muu",
    ),
    (
        Column::Start,
        &["bat dau", "khoi cong", "thoi gian bat dau", "thoi diem bat dau", "ngay bat dau", "tu", "tu ngay"],
        "ngay thang",
    ),
    (
        Column::When,
        &[
            "thoi gian",
            "thoi han",
            "tien do",
            "thoi diem",
            "han",
            "hoan thanh",
            "ket thuc",
            "ngay hoan thanh",
            "ngay ket thuc",
            "lo trinh",
            "den",
            "den ngay",
        ],
        "thoi gian han tien do nam ket thuc ngay thang",
    ),
    (Column::Result, &["ket qua", "san pham"], "ket qua san pham dau ra dat duoc phai can muc tieu"),
];

/// How heads of columns begin that say nothing of what, who or when.
const ASIDE: [&str; 6] = ["ghi chu", "kinh phi", "du toan", "nguon ", "don vi tinh", "can cu"];

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
    let leads = is_named("chu tri") || is_named("thuc hien") || is_named("phu trach") || is_named("phan cong");
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

    /// Returns the heads of columns that were not understood, but for those that are known to be of something else.
    pub(super) fn unknown(&self) -> Vec<String> {
        let is_aside = |name: &str| ASIDE.iter().any(|start| format!("{} ", plain(name)).starts_with(start));
        let heads = self.names.iter().zip(&self.kinds).filter(|(_, kind)| kind.is_none()).map(|(name, _)| name);
        heads.filter(|name| !name.is_empty() && !is_aside(name)).cloned().collect()
    }

    /// Returns the head that stands above a column, empty if none does.
    fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// Tells whether a row says of number or content anything but their heads again.
    fn says_of_task(&self, second: &Self) -> bool {
        [Column::Number, Column::Content]
            .into_iter()
            .filter_map(|column| self.at(column))
            .any(|at| !second.name(at).is_empty() && second.name(at) != self.name(at))
    }

    /// Takes over a second head row that stands right under the first, as where one head spans "chủ trì" and "phối hợp"; tells
    /// whether the row was one. A head spans where none stands to its right.
    pub(super) fn add(&mut self, row: &[Cell]) -> bool {
        let second = Self::read(row);
        let filled: Vec<usize> = (0..row.len()).filter(|at| !second.name(*at).is_empty()).collect();
        let is_same = |at: usize| self.name(at) == second.name(at);
        let says_of_task = self.says_of_task(&second);
        // What stands under a head that says "Nhiệm vụ" again is no task, whatever it is.
        let repeats = self.at(Column::Content).is_some_and(is_same);
        let is_spanned = |at: usize| {
            self.name(at).is_empty()
                || (self.name(at + 1).is_empty() && !second.name(at + 1).is_empty() && !is_same(at))
        };
        let is_under = |at: usize| {
            let text = second.name(at);
            let is_word = text.chars().count() <= LONGEST && text.starts_with(char::is_alphabetic);
            (is_spanned(at) || repeats) && !says_of_task && is_word
        };
        let is_head = |at: usize| second.kinds[at].is_some() || is_same(at) || is_under(at);
        if filled.iter().all(|at| is_same(*at)) || !filled.iter().all(|at| is_head(*at)) {
            return false;
        }
        let spanned: Vec<usize> = filled.iter().copied().filter(|at| !is_same(*at) && is_spanned(*at)).collect();
        let width = self.kinds.len().max(second.kinds.len());
        self.kinds.resize(width, None);
        self.names.resize(width, String::new());
        for at in filled {
            if let Some(kind) = second.kinds[at] {
                for own in &mut self.kinds {
                    *own = own.filter(|own| *own != kind);
                }
                self.kinds[at] = Some(kind);
            } else if spanned.contains(&at) {
                // "Thời gian" over four quarters is the head of none of them.
                self.kinds[at] = None;
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
        use Column::{Content, Lead, Number, Result, Start, Support, When};
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
                    "Tên nhiệm vụ, đề án",
                    "Chỉ tiêu, nhiệm vụ",
                    "Các nhiệm vụ trọng tâm",
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
                    "Chủ trì tham mưu",
                    "Phân công",
                    "Phân công thực hiện",
                ],
            ),
            (Start, &["Bắt đầu", "Thời gian bắt đầu", "Ngày bắt đầu", "Khởi công", "Từ ngày"]),
            (Support, &["Bộ phận phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Đơn vị phối hợp thực hiện"]),
            (When, &["Thời gian thực hiện", "Thời gian", "Thời hạn hoàn thành", "Tiến độ", "THỜI GIAN HOÀN THÀNH"]),
            (When, &["Hạn hoàn thành", "Ngày hoàn thành", "Hoàn thành", "Lộ trình", "Lộ trình thực hiện", "Kết thúc"]),
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
            "Hạn chót",
            "Chỉ tiêu",
            "Phân công nhiệm vụ cho Tổ A",
            "Hoàn thành báo cáo",
            "Bắt đầu thu phí",
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
    fn a_spanning_head_gives_way_to_those_under_it() {
        let heads = ["TT", "Nhiệm vụ", "Phân công thực hiện", "", "Thời gian", "", "Kinh phí", ""];
        for second in [
            ["", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành", "Tổng số", "Ngân sách"],
            ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "Tổng số", "Ngân sách"],
        ] {
            let mut own = Columns::of(&cells(&heads)).unwrap();
            assert!(own.add(&cells(&second)), "{second:?}");
            assert_eq!((own.at(Column::Lead), own.at(Column::Support)), (Some(2), Some(3)));
            assert_eq!((own.at(Column::Start), own.at(Column::When)), (Some(4), Some(5)));
            assert_eq!(own.names[6..], ["Tổng số", "Ngân sách"]);
        }
        let mut own = Columns::of(&cells(&heads)).unwrap();
        assert!(own.add(&cells(&["", "", "", "", "Quý I", "Quý II", "", ""])));
        assert_eq!((own.at(Column::When), own.at(Column::Lead)), (None, Some(2)));
        let mut own = Columns::of(&cells(&["TT", "Nhiệm vụ", "Thời gian", "Đơn vị"])).unwrap();
        assert!(own.add(&cells(&["TT", "Nhiệm vụ", "Dự kiến", "Ai làm"])));
        assert_eq!((own.at(Column::When), own.unknown()), (Some(2), vec!["Ai làm".to_owned()]));
        for row in [
            ["A", "Hạ tầng", "", "", "", "", "", ""],
            ["1", "Nâng cấp", "Tổ A", "Tổ B", "01/2019", "9/2019", "5", "5"],
            ["", "", "Tổ A", "Tổ B", "01/2019", "9/2019", "", ""],
        ] {
            assert!(!Columns::of(&cells(&heads)).unwrap().add(&cells(&row)), "{row:?}");
        }
    }

    #[test]
    fn heads_that_are_not_understood_are_named() {
        let own = Columns::of(&cells(&["TT", "Nhiệm vụ", "Bắt đầu", "Hạn chót", "Ghi chú", "Kinh phí (triệu đồng)"]))
            .unwrap();
        assert_eq!(own.unknown(), ["Hạn chót"]);
    }

    #[test]
    fn a_row_of_column_numbers_is_told() {
        assert!(numbers_columns(&cells(&["(1)", "(2)", "(3)"])));
        assert!(numbers_columns(&cells(&["A", "B", "1", "2"])));
        assert!(!numbers_columns(&cells(&["1", "Họp", "3"])));
        assert!(!numbers_columns(&cells(&["1", "", ""])));
    }
}
