//! What must hold for any figures that are written: order is made once and changes no verdict, what is taken back leaves no trace,
//! and a form that comes back says what it said when it went out.
#![expect(clippy::disallowed_methods, reason = "a form that was made is read")]

mod common;

use std::fmt::Write as _;

use common::Scratch;
use common::reports::toml;
use proptest::prelude::*;

const F: &str = "data/f.csv";

/// A file of form `f` written in some way, and what its rows say.
#[derive(Clone, Debug)]
struct Odd {
    rows: Vec<Row>,
    mark: bool,
    end: &'static str,
    has_last: bool,
    columns: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Row {
    month: u32,
    unit: usize,
    /// new, done, all, mark; some blank, some written in an odd way.
    figures: [String; 4],
    note: String,
    blank_before: bool,
    quoted: bool,
}

const COLUMNS: [&str; 8] = ["period", "unit", "reported", "new", "done", "all", "mark", "note"];
/// Names of unit a, then of unit b.
const NAMES: [&str; 6] = ["a", "P. A", "phòng  a", "b", "Phòng B", "PHÒNG B"];

fn count() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 1 => (0u32..50).prop_map(|own| format!("0{own}")), 4 => (0u32..5_000).prop_map(|own| own.to_string())]
}

fn mark() -> impl Strategy<Value = String> {
    let decimal = (0u32..20, 0u32..100, any::<bool>())
        .prop_map(|(whole, part, low)| format!("{}{whole}.{part:02}", if low { "-" } else { "" }));
    prop_oneof![1 => Just(String::new()), 1 => (0u32..9).prop_map(|own| format!("{own}.5")), 2 => decimal]
}

/// Remarks as people write them, with what csv, spreadsheets and Unicode make hard.
fn note() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "chậm",
        "cha\u{323}\u{302}m",
        "\"",
        ",",
        "-",
        "=1+1",
        "'",
        "@",
        ";",
        "đủ",
        " ",
        "  ",
        "#N/A",
        "(1)",
        "\t",
        "+",
    ]);
    prop_oneof![2 => Just(String::new()), 3 => prop::collection::vec(piece, 1..6).prop_map(|own| own.concat())]
}

fn row(month: u32, unit: usize) -> impl Strategy<Value = Row> {
    let figures = (count(), count(), count(), mark()).prop_map(|(new, done, all, mark)| [new, done, all, mark]);
    (figures, note(), 0usize..3, any::<bool>(), any::<bool>()).prop_map(
        move |(mut figures, note, name, blank_before, quoted)| {
            if figures.iter().all(String::is_empty) {
                "1".clone_into(&mut figures[0]);
            }
            Row { month, unit: unit * 3 + name, figures, note, blank_before, quoted }
        },
    )
}

fn odd() -> impl Strategy<Value = Odd> {
    let rows: Vec<_> =
        (1..=4).flat_map(|month| [0, 1].map(|unit| (prop::bool::weighted(0.8), row(month, unit)))).collect();
    let rows = rows
        .prop_map(|own| own.into_iter().filter(|(is_in, _)| *is_in).map(|(_, row)| row).collect::<Vec<_>>())
        .prop_shuffle();
    let columns = prop_oneof![Just((0..8).collect::<Vec<_>>()), Just((0..8).collect::<Vec<_>>()).prop_shuffle()];
    (rows, any::<bool>(), prop::sample::select(vec!["\n", "\r\n"]), any::<bool>(), columns)
        .prop_map(|(rows, mark, end, has_last, columns)| Odd { rows, mark, end, has_last, columns })
}

impl Odd {
    fn text(&self) -> String {
        let Self { end, columns, .. } = self;
        let header = columns.iter().map(|at| COLUMNS[*at]).collect::<Vec<_>>().join(",");
        let mut text = format!("{}{header}{end}", if self.mark { "\u{feff}" } else { "" });
        for row in &self.rows {
            let quote = |cell: &str| {
                let needs = row.quoted || cell.contains([',', '"', '\n']);
                if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
            };
            let [new, done, all, mark] = row.figures.each_ref().map(|own| quote(own));
            let own = [
                quote(&format!("2019-{:02}", row.month)),
                quote(NAMES[row.unit]),
                quote(&format!("2019-{:02}-04", row.month + 1)),
                new,
                done,
                all,
                mark,
                quote(&row.note),
            ];
            let cells = columns.iter().map(|at| own[*at].clone()).collect::<Vec<_>>().join(",");
            let before = if row.blank_before { *end } else { "" };
            write!(text, "{before}{cells}{end}").expect("text");
        }
        if self.has_last { text } else { text.strip_suffix(end).unwrap_or(&text).to_owned() }
    }

    /// The one plan with figures that are judged, and these rows.
    fn scratch(&self) -> Scratch {
        Scratch::new(&judged()).file(F, self.text())
    }
}

/// The plan with an indicator over its figures.
fn judged() -> String {
    let target = "targets = [{ indicator = \"rate\", at-least = 40 }, { indicator = \"rate\", at-least = 30, each-unit = true }, { indicator = \"marks\", equals = 7.5, each-unit = true }]\n";
    format!(
        "{}[[indicator]]\nid = \"rate\"\nname = \"Tỷ lệ\"\nnumerator = [\"done\"]\ndenominator = [\"all\"]\n\
         [[indicator]]\nid = \"marks\"\nname = \"Điểm các phòng\"\nlevel = \"mark\"\n",
        toml().replace(
            "lead = [\"b\"]\nschedule = \"continuous\"\n",
            &format!("lead = [\"b\"]\nschedule = \"continuous\"\n{target}")
        )
    )
}

/// What is said of the figures, a line each; left out is where one stands, how a remark is spaced, and how many warnings there are:
/// another name of a unit is one.
fn said(scratch: &Scratch) -> Vec<String> {
    let left_out = ["\"where\":", "\"note\":", "\"warnings\":"];
    let mut said = Vec::new();
    for args in [
        "status --as-of 2019-04-30",
        "status --as-of 2019-12-31",
        "show f --as-of 2019-12-31",
        "show rate --as-of 2019-12-31",
    ] {
        let ran = scratch.run(&format!("{args} --format json"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let lines = ran.stdout.lines().filter(|line| !left_out.iter().any(|key| line.trim_start().starts_with(key)));
        said.extend(lines.map(str::to_owned));
    }
    said
}

fn arguments(row: &Row, figures: &[String; 4]) -> Vec<String> {
    let given = ["new", "done", "all", "mark"].iter().zip(figures).filter(|(_, own)| !own.is_empty());
    let unit = if row.unit < 3 { "a" } else { "b" };
    let fixed = [
        "record".to_owned(),
        "figure".to_owned(),
        "f".to_owned(),
        format!("--unit={unit}"),
        format!("--period=2019-{:02}", row.month),
        "--replace".to_owned(),
    ];
    fixed.into_iter().chain(given.map(|(id, own)| format!("{id}={own}"))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_is_made_once_and_changes_no_figure(odd in odd()) {
        let scratch = odd.scratch();
        let before = said(&scratch);
        let ran = scratch.run("fmt");
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        let once = scratch.text(F);
        prop_assert_eq!(scratch.run("fmt").code, 0);
        prop_assert_eq!(&scratch.text(F), &once);
        prop_assert_eq!(scratch.run("fmt --check").code, 0);
        let differs = said(&scratch).into_iter().zip(before).find(|(now, before)| now != before);
        prop_assert_eq!(differs, None);
        // A row a report, in order; the ends of lines as they were.
        prop_assert_eq!(once.split(odd.end).count(), odd.rows.len() + 2);
        prop_assert_eq!(once.starts_with('\u{feff}'), odd.mark);
    }

    #[test]
    fn what_is_taken_back_leaves_no_trace(odd in odd(), at in 0usize..8) {
        prop_assume!(!odd.rows.is_empty());
        let row = &odd.rows[at % odd.rows.len()];
        let scratch = odd.scratch();
        let old = scratch.text(F);
        // Every figure that is there becomes another one, and then what it was.
        let other = row.figures.each_ref().map(|own| match own.as_str() {
            "" => String::new(),
            own if own.contains('.') => "77.77".to_owned(),
            own => format!("9{}", own.trim_start_matches('0')),
        });
        let call = |figures: &[String; 4]| {
            let args = arguments(row, figures);
            scratch.call(&args.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let ran = call(&other);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        let ran = call(&row.figures);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        let plain = Odd { rows: odd.rows.iter().map(|own| if std::ptr::eq(own, row) { unwritten(own) } else { own.clone() }).collect(), ..odd.clone() };
        // A cell that was written anew has no needless zeros and quotes; everything else is byte for byte the same.
        let same = |text: &str| text.replace('"', "");
        prop_assert_eq!(same(&scratch.text(F)), same(&plain.text()));
        if !row.quoted && plain.text() == old {
            prop_assert_eq!(scratch.text(F), old);
        }
    }

    #[test]
    fn a_new_report_is_the_only_change(odd in odd(), month in 5u32..13, unit in prop::sample::select(vec!["a", "b"]), note in note()) {
        let scratch = odd.scratch();
        let (old, period, note) = (scratch.text(F), format!("--period=2019-{month:02}"), format!("--note={note}"));
        let ran = scratch.call(&["record", "figure", "f", "new=1", "mark=-0.50", "--unit", unit, &period, &note, "--reported=2020-02-01"]);
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        let new = scratch.text(F);
        // It is later than all the others; where they are not in order it is still behind the last of them.
        let row = new.strip_prefix(&old);
        prop_assert!(row.is_some(), "{}\n{}", old, new);
        let row = row.expect("the row");
        prop_assert_eq!(row.trim_end_matches(['\r', '\n']).contains(&format!("2019-{month:02}")), true);
        prop_assert!(row.ends_with(odd.end) && (odd.has_last != row.starts_with(odd.end)), "{:?}", row);
        prop_assert_eq!(scratch.run("check").code, 0);
    }

    #[test]
    fn a_form_that_comes_back_says_what_it_said(odd in odd(), at in 0usize..8, kind in prop::sample::select(vec!["csv", "xlsx"])) {
        prop_assume!(!odd.rows.is_empty());
        let row = &odd.rows[at % odd.rows.len()];
        let scratch = odd.scratch();
        prop_assert_eq!(scratch.run("fmt").code, 0);
        let full = scratch.text(F);
        let unit = if row.unit < 3 { "a" } else { "b" };
        let ran = scratch.run(&format!("form f --unit {unit} --period 2019-{:02} --format {kind} -o out", row.month));
        prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
        let form = format!("out/f-2019-{:02}-{unit}.{kind}", row.month);
        // With the report on file it changes nothing.
        let ran = scratch.run(&format!("import {form} --yes"));
        prop_assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
        prop_assert_eq!(scratch.text(F), full.clone());
        // Without it gives the row back.
        let key = format!("2019-{:02},{unit},", row.month);
        let (end, mut lines) = (odd.end, full.split(odd.end).collect::<Vec<_>>());
        lines.retain(|line| !line.trim_start_matches('\u{feff}').starts_with(&key));
        let scratch = Scratch::new(&judged()).file(F, lines.join(end)).file(&form, std::fs::read(scratch.path().join(&form)).expect("the form"));
        let ran = scratch.run(&format!("import {form} --yes --reported 2019-{:02}-04", row.month + 1));
        prop_assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
        prop_assert_eq!(by_value(&scratch.text(F)), by_value(&full));
    }
}

/// A canonical file without the zeros at the end of decimals: a workbook has a number and not how it is written.
fn by_value(text: &str) -> Vec<String> {
    let exact = |line: &str| {
        let mut cells: Vec<&str> = line.splitn(8, ',').collect();
        if cells[6].contains('.') {
            cells[6] = cells[6].trim_end_matches('0').trim_end_matches('.');
        }
        cells.join(",")
    };
    text.lines().map(exact).collect()
}

/// A row with its figures as they are kept.
fn unwritten(row: &Row) -> Row {
    let plain = |own: &String| match own.trim_start_matches('0') {
        "" if !own.is_empty() => "0".to_owned(),
        rest if rest.starts_with('.') => format!("0{rest}"),
        rest => rest.to_owned(),
    };
    Row { figures: row.figures.each_ref().map(plain), ..row.clone() }
}
