//! What must hold for any table and the recipe that says how it is read: the figures of the table come in and nothing else does, a second
//! import changes nothing, and a table with one thing wrong is refused whole.
#![expect(clippy::disallowed_methods, reason = "tables are written for the program to read")]

mod common;

use std::fmt::Write as _;

use common::Scratch;
use common::reports::toml;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// What rows are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rows {
    Units,
    Measures,
    Periods,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Letters {
    Plain,
    Marked,
    Apart,
    Wide,
}

/// A table of form `f`: figures of `new` and `mark`, in hundredths for the latter; none is blank.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of writing that goes with any other")]
struct Odd {
    rows: Rows,
    /// For unit a and b, or for February and March; each with figures for `new` and `mark`.
    figures: [[Option<u32>; 2]; 2],
    letters: Letters,
    is_comma: bool,
    is_grouped: bool,
    delimiter: char,
    titles: usize,
    is_high: bool,
    is_swapped: bool,
    has_numbers: bool,
    has_total: bool,
    has_dash: bool,
}

const LABELS: [[&str; 2]; 3] = [["Phòng A", "P. B (cũ)"], ["Mới", "Điểm chấm"], ["Tháng 2", "3/2019"]];

fn odd() -> impl Strategy<Value = Odd> {
    let figure = || prop::option::weighted(0.9, 0u32..3_000_000);
    let rows = prop::sample::select(vec![Rows::Units, Rows::Measures, Rows::Periods]);
    let letters = prop::sample::select(vec![Letters::Plain, Letters::Marked, Letters::Apart, Letters::Wide]);
    let delimiter = prop::sample::select(vec![';', '\t', ',']);
    (
        (rows, [[figure(), figure()], [figure(), figure()]], letters, delimiter, 0usize..4),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
    )
        .prop_map(|((rows, figures, letters, delimiter, titles), flags)| {
            let (is_comma, is_grouped, is_high, is_swapped, has_numbers, has_total, has_dash) = flags;
            Odd {
                rows,
                figures,
                letters,
                is_comma,
                is_grouped,
                delimiter,
                titles,
                is_high,
                is_swapped,
                has_numbers,
                has_total,
                has_dash,
            }
        })
}

impl Odd {
    /// Writes a figure as the file does.
    fn written(&self, value: Option<u32>, is_mark: bool) -> String {
        let Some(value) = value else { return String::new() };
        if value == 0 && self.has_dash {
            return " - ".to_owned();
        }
        let (point, group) = if self.is_comma { (',', '.') } else { ('.', ',') };
        let whole = if is_mark { value / 100 } else { value }.to_string();
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if self.is_grouped && at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if is_mark {
            write!(text, "{point}{:02}", value % 100).expect("text");
        }
        text
    }

    /// Returns the value of a row and column of figures, and whether it is a mark.
    fn value(&self, row: usize, column: usize) -> (Option<u32>, bool) {
        match self.rows {
            Rows::Units | Rows::Periods => (self.figures[row][column], column == 1),
            // Rows are measures, columns units.
            Rows::Measures => (self.figures[column][row], row == 1),
        }
    }

    fn heads(&self) -> [&'static str; 2] {
        if self.rows == Rows::Measures { ["Phòng A", "Phòng B"] } else { ["Số mới", "Điểm"] }
    }

    /// Returns the cells of the file, and the place of the first row with figures.
    fn cells(&self) -> (Vec<Vec<String>>, usize) {
        let mut cells: Vec<Vec<String>> = vec![vec!["BÁO CÁO".to_owned()]; self.titles];
        let [first, second] = self.heads();
        let (first, second) = if self.is_swapped { (second, first) } else { (first, second) };
        if self.is_high {
            cells.push(["TT", "Tên", "Số liệu", ""].map(str::to_owned).to_vec());
            cells.push(["", "", first, second].map(str::to_owned).to_vec());
        } else {
            cells.push(["TT", "Tên", first, second].map(str::to_owned).to_vec());
        }
        if self.has_numbers {
            cells.push(["A", "B", "1", "2=1/3"].map(str::to_owned).to_vec());
        }
        let begin = cells.len();
        let labels = LABELS[self.rows as usize];
        for (row, label) in labels.iter().enumerate() {
            let mut figures = [0, 1].map(|column| {
                let (value, is_mark) = self.value(row, column);
                self.written(value, is_mark)
            });
            if self.is_swapped {
                figures.swap(0, 1);
            }
            let [one, two] = figures;
            cells.push(vec![(row + 1).to_string(), (*label).to_owned(), one, two]);
        }
        if self.has_total {
            cells.push(["", "TỔNG SỐ", "1", "1"].map(str::to_owned).to_vec());
            cells.push(["", "", "", "Người lập"].map(str::to_owned).to_vec());
        }
        (cells, begin)
    }

    fn bytes(&self, cells: &[Vec<String>]) -> Vec<u8> {
        let mut text = String::new();
        for row in cells {
            let mut row = row.clone();
            row.resize(4, String::new());
            let quoted =
                row.iter().map(|cell| if cell.contains(self.delimiter) { format!("\"{cell}\"") } else { cell.clone() });
            text += &quoted.collect::<Vec<_>>().join(&self.delimiter.to_string());
            text += "\r\n";
        }
        match self.letters {
            Letters::Plain => text.into_bytes(),
            Letters::Marked => format!("\u{feff}{text}").into_bytes(),
            Letters::Apart => text.nfd().collect::<String>().into_bytes(),
            Letters::Wide => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        }
    }

    fn recipe(&self) -> String {
        let first = self.titles + 1;
        let last = first + usize::from(self.is_high) + usize::from(self.has_numbers);
        let decimal = if self.is_comma { "comma" } else { "point" };
        let mut text = format!(
            "form = \"f\"\nheader = [{first}, {last}]\ndecimal = \"{decimal}\"\ndash = \"zero\"\nleave-out = [\"Tổng số\"]\n"
        );
        let above = if self.is_high { "Số liệu / " } else { "" };
        let [one, two] = self.heads();
        text += match self.rows {
            Rows::Units => "rows = \"units\"\nperiod = \"2019-02\"\n",
            Rows::Measures => "rows = \"measures\"\nperiod = \"2019-02\"\n",
            Rows::Periods => "rows = \"periods\"\nunit = \"a\"\nyear = 2019\n",
        };
        text += "[[column]]\nat = \"B\"\nhead = \"Tên\"\nis = \"label\"\n";
        let (first, second) = match self.rows {
            Rows::Measures => ("is = \"figures\"\nunit = \"a\"", "is = \"figures\"\nunit = \"b\""),
            Rows::Units | Rows::Periods => ("measure = \"new\"", "measure = \"mark\""),
        };
        for (head, what) in [(one, first), (two, second)] {
            write!(text, "[[column]]\nhead = \"{above}{head}\"\n{what}\n").expect("text");
        }
        text + match self.rows {
            Rows::Units => "[[row]]\nname = \"P. B (cũ)\"\nunit = \"b\"\n",
            Rows::Measures => "[[row]]\nname = \"Điểm chấm\"\nmeasure = \"mark\"\n",
            Rows::Periods => "",
        }
    }

    /// Returns the rows that must be on file.
    fn expected(&self) -> String {
        let mut text = "period,unit,reported,new,done,all,mark,note\n".to_owned();
        for (at, [new, mark]) in self.figures.iter().enumerate() {
            if new.is_none() && mark.is_none() {
                continue;
            }
            let (period, unit) = match self.rows {
                Rows::Periods => (["2019-02", "2019-03"][at], "a"),
                Rows::Units | Rows::Measures => ("2019-02", ["a", "b"][at]),
            };
            let new = new.map(|own| own.to_string()).unwrap_or_default();
            let mark = mark.map(|own| {
                if own == 0 && self.has_dash { "0".to_owned() } else { format!("{}.{:02}", own / 100, own % 100) }
            });
            writeln!(text, "{period},{unit},2021-01-01,{new},,,{},", mark.unwrap_or_default()).expect("text");
        }
        text
    }
}

/// What may be wrong with a table.
const WRONG: [&str; 9] =
    ["#REF!", "7.549.282 (1)", "mười hai", "1.2.3", "12,34,5", "2019-02-30 10:00", "(5)", "1e5", "85 %%"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_comes_in_whole_and_only_once_or_not_at_all(odd in odd(), wrong in 0usize..WRONG.len() + 2, at in 0usize..4) {
        let (cells, begin) = odd.cells();
        let scratch = Scratch::new(&toml()).file("recipes/r.toml", odd.recipe()).file("data/f.csv", "period,unit,reported,new,done,all,mark,note\n");
        prop_assert_eq!(scratch.run("check").code, 0, "{}", scratch.run("check").stdout);
        let before = scratch.all();

        // One thing wrong, and nothing is written.
        let mut broken = cells.clone();
        match WRONG.get(wrong) {
            Some(text) => broken[begin + at / 2][2 + at % 2] = (*text).to_owned(),
            None if wrong == WRONG.len() => broken[begin + at / 2][1] = "Phòng không có".to_owned(),
            None => {
                let head = odd.titles + usize::from(odd.is_high);
                broken[head][2 + at % 2] = "Cột khác".to_owned();
            }
        }
        let is_figure = odd.figures.iter().flatten().any(Option::is_some);
        let row_has_figure = (0..2).any(|column| !broken[begin + at / 2][2 + column].is_empty());
        std::fs::write(scratch.path().join("in.csv"), odd.bytes(&broken)).expect("a file");
        let ran = scratch.run("import in.csv --recipe r --yes");
        // A row without figures may be called anything.
        if wrong != WRONG.len() || row_has_figure {
            prop_assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
        }
        if ran.code == 1 {
            let mut after = scratch.all();
            after.remove("in.csv");
            prop_assert!(after == before, "{}", ran.stderr);
            std::fs::write(scratch.path().join("in.csv"), odd.bytes(&cells)).expect("a file");
            let ran = scratch.run("import in.csv --recipe r --yes");
            prop_assert_eq!(ran.code, i32::from(!is_figure), "{}{}{}", ran.stdout, ran.stderr, odd.recipe());
            prop_assert_eq!(scratch.text("data/f.csv"), odd.expected());
            let whole = scratch.all();
            let again = scratch.run("import in.csv --recipe r --yes");
            prop_assert_eq!(again.code, i32::from(!is_figure), "{}", again.stderr);
            prop_assert!(scratch.all() == whole, "a second import changes files");
        }
    }
}
