//! Comma-separated values: exact, quoted, and nothing that a spreadsheet would run.

use serde_json::Value;

use crate::common::screen::is_harmful;
use crate::common::{Scratch, Simple, ours, rich};

/// Reads csv by the rules of RFC 4180 alone, without the library that wrote it.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => cell.extend(chars.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (c, _) => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line is not ended: {text:?}");
    rows
}

/// Reads csv and returns the values of a column.
fn column(text: &str, head: &str) -> Vec<String> {
    let rows = read(text);
    let at = rows[0].iter().position(|own| own == head).unwrap_or_else(|| panic!("no column {head}: {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

/// Texts that a spreadsheet would run, as TOML writes them.
const FORMULAS: [&str; 13] = [
    "=1+1",
    "+84 254 3852 522",
    "-1",
    "@SUM(A1:A9)",
    "  =HYPERLINK(\\\"http://x\\\")",
    "\\t=1",
    "\\r=1",
    "\\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\\u200B=1",
];

fn with(name: &str, text: &str) -> Scratch {
    let plan =
        Simple { task: "deliverables = [\"Báo cáo\"]", rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    let (toml, csv) = (plan.toml(), plan.csv());
    assert!(toml.contains(&format!("\"{name}\"")), "{toml}");
    Scratch::new(&toml.replace(&format!("\"{name}\""), &format!("\"{text}\""))).file("data/f.csv", csv)
}

#[test]
fn what_a_spreadsheet_would_run_stays_text() {
    let asked = [
        ("Việc", "status --table tasks", "title"),
        ("Tỷ lệ", "status", "name"),
        ("Báo cáo", "status", "name"),
        ("Biểu", "status --table forms", "title"),
        ("Đơn vị a", "status --table owed", "name"),
        ("Đơn vị a", "show f --table form", "units"),
        ("1/KH", "status --table head", "number"),
        ("Kế hoạch", "show plan", "title"),
    ];
    for formula in FORMULAS {
        for (name, args, head) in asked {
            let ran = with(name, formula).run(&format!("{args} --format csv"));
            assert_eq!(ran.code, 0, "{formula}, {args}: {}", ran.stderr);
            let cells = column(&ran.stdout, head);
            let armed = |cell: &String| {
                let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
                seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
            };
            assert!(!cells.iter().any(armed), "{formula}, {args}: {cells:?}");
            assert!(cells.iter().any(|cell| cell.starts_with('\'')), "{formula}, {args}: {cells:?}");
        }
    }
}

#[test]
fn a_note_in_the_data_is_no_formula_either() {
    let csv = "period,unit,reported,good,all,note\n2019-01,a,2019-02-04,7,10,\"=cmd|' /C calc'!A0\"\n";
    let scratch = Simple::default().scratch().file("data/f.csv", csv);
    let ran = scratch.run("show rate --table inputs --format csv --as-of 2019-02-10");
    assert_eq!(column(&ran.stdout, "note"), ["'=cmd|' /C calc'!A0"]);
}

#[test]
fn numbers_stay_numbers() {
    // A level below zero looks like a formula, but is none.
    let plan = Simple {
        rest: "[[form]]\nid = \"g\"\ntitle = \"Công bố\"\nprovenance = \"published\"\nsource = \"Báo cáo\"\nhistory = true\nevery = \"year\"\nunits = [\"a\"]\n\
        measures = [{ id = \"score\", name = \"Điểm\", kind = \"level\", decimals = 2 }]\n\
        [[indicator]]\nid = \"scores\"\nname = \"Điểm\"\nlevel = \"score\"\n",
        ..Simple::default()
    };
    let scratch = plan.scratch().file("data/g.csv", "period,unit,reported,score,note\n2018,a,,-3.50,\n");
    let ran = scratch.run("show scores --format csv");
    assert_eq!(column(&ran.stdout, "value"), ["-3.50"], "{}", ran.stderr);
}

#[test]
fn quotes_commas_and_lines_come_back() {
    let text = "một, \\\"hai\\\"\\nba; bốn";
    let ran = with("Việc", text).run("status --table tasks --format csv");
    assert_eq!(column(&ran.stdout, "title"), ["một, \"hai\"\nba; bốn"]);
    assert!(!ran.stdout.contains('\r') && !ran.stdout.starts_with('\u{feff}'));
}

#[test]
fn composed_and_decomposed_letters_come_back_as_they_are() {
    for text in ["Tiếng Việt", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"] {
        let ran = with("Việc", text).run("status --table tasks --format csv");
        assert_eq!(column(&ran.stdout, "title"), [text]);
        let ran = with("Việc", text).run("show 1 --format markdown");
        assert!(ran.stdout.contains(text), "{}", ran.stdout);
    }
}

#[test]
fn control_codes_never_get_out() {
    for code in ["\\u001B[31m", "\\u0008", "\\u009B2J", "\\u202E", "\\u061C", "\\u2066", "\\u0085", "\\u007F"] {
        for format in ["csv", "markdown"] {
            for args in ["status", "status --table tasks", "show 1"] {
                let ran = with("Việc", &format!("a{code}b")).run(&format!("{args} --format {format}"));
                assert!(!ran.stdout.contains(is_harmful), "{code} {args}: {:?}", ran.stdout);
            }
        }
    }
}

#[test]
fn heads_depend_on_no_figure_and_no_language() {
    for table in ["", " --table tasks", " --table units", " --table forms", " --table owed", " --table completion"] {
        let heads = |args: &str| read(&ours(&format!("status{table} --format csv {args}")).stdout)[0].join(",");
        let first = heads("--as-of 2019-01-02");
        for args in ["--as-of 2019-06-30 --lang en", "--as-of 2020-03-01", "--task 3", "--verdict no-cases"] {
            assert_eq!(heads(args), first, "{table}{args}");
        }
    }
}

#[test]
fn each_row_has_a_cell_for_each_head_and_says_of_which_day_it_is() {
    let scratch = rich();
    for args in [
        "status",
        "show",
        "show 1",
        "show rate",
        "show scores",
        "show f",
        "show a",
        "show both",
        "show index",
        "show 2019-06",
        "show p",
        "show standing",
        "show plan",
    ] {
        let ran = scratch.run(&format!("{args} --as-of 2020-03-01 --format csv"));
        assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
        let rows = read(&ran.stdout);
        assert!(rows.len() > 1, "{args}: {rows:?}");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{args}: {rows:?}");
        assert!(column(&ran.stdout, "as-of").iter().all(|day| day == "2020-03-01"), "{args}");
        assert!(column(&ran.stdout, "made-up").iter().all(|flag| flag == "false"), "{args}");
    }
    let broken = rich().file("data/g.csv", "period,unit,reported,mark,note\n2019-Q1,a,2019-04-04,sai,\n");
    let ran = broken.run("status --keep-going --format csv");
    assert_eq!(ran.code, 1);
    assert!(column(&ran.stdout, "incomplete").iter().all(|flag| flag == "true"));
}

#[test]
fn tables_of_one_name_are_put_together() {
    // An indicator over two forms has two tables of inputs, each with measures of its own.
    let rest = "[[form]]\nid = \"g\"\ntitle = \"Biểu hai\"\nprovenance = \"reported\"\nunits = [\"a\"]\nevery = \"month\"\ndue = { days = 5 }\n\
                measures = [{ id = \"more\", name = \"Thêm\", kind = \"flow\" }]\n";
    let plan = Simple { rest, denominator: "all,more", rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    let scratch = plan.scratch().file("data/g.csv", "period,unit,reported,more,note\n2019-01,a,2019-02-05,2,\n");
    let args = "show rate --as-of 2019-02-10 --table inputs --format";
    let csv = scratch.run(&format!("{args} csv")).stdout;
    let json: Value = serde_json::from_str(&scratch.run(&format!("{args} json")).stdout).expect("JSON");
    assert_eq!(json["inputs"].as_array().map(Vec::len), Some(2));
    assert_eq!(column(&csv, "form"), ["f", "g"]);
    assert_eq!(column(&csv, "all"), ["10", ""]);
    assert_eq!(column(&csv, "more"), ["", "2"]);
    assert_eq!(column(&csv, "received"), ["2019-02-04", "2019-02-05"]);
}
