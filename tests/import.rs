//! `plan import`: forms that units filled in, read cell by cell; all of them are written or nothing is.
#![expect(clippy::disallowed_methods, reason = "a test reads the forms that were made, and fills them in")]

mod common;

use std::fmt::Write as _;

use common::reports::{ROWS, reports, toml};
use common::{Ran, Scratch};
use rust_xlsxwriter::{Formula, Workbook, Worksheet};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

const F: &str = "data/f.csv";
const HEADER: &str = "period,unit,reported,new,done,all,mark,note\n";
/// A form of unit a for February with figures, as `plan form` has it: `new` stands in row 7.
const FEBRUARY: [&str; 4] = ["3", "4", "7", "1.50"];

/// Makes a form as csv and returns its text.
fn form(scratch: &Scratch, args: &str) -> String {
    let form = format!("forms/{}", name(args));
    if !scratch.path().join(&form).exists() {
        let ran = scratch.run(&format!("form {args} --format csv -o forms"));
        assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    }
    scratch.text(&form)
}

/// The name of a form by `f --period 2019-02 --unit a`.
fn name(args: &str) -> String {
    let words: Vec<&str> = args.split_whitespace().collect();
    format!("{}-{}-{}.csv", words[0], words[2], words[4])
}

/// The form of unit a for February, filled in; `figures` by row.
fn filled(scratch: &Scratch, figures: [&str; 4]) -> String {
    fill(&form(scratch, "f --period 2019-02 --unit a"), &figures)
}

/// Fills in a form: figures behind the rows of measures, in order. What is there already goes.
fn fill(form: &str, figures: &[&str]) -> String {
    let (head, rest) = form.split_once("Kỳ này\r\n").expect("the heads");
    let mut text = format!("{head}Kỳ này\r\n");
    for (at, line) in rest.lines().enumerate() {
        match figures.get(at) {
            Some(figure) => {
                let (before, _) = line.rsplit_once(',').expect("cells");
                write!(text, "{before},{figure}\r\n").expect("text");
            }
            None => write!(text, "{line}\r\n").expect("text"),
        }
    }
    text
}

/// What is said of each cell: `E7 new: 1 > 3 new`.
fn cells(ran: &Ran) -> Vec<String> {
    let json: Value =
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", ran.stdout, ran.stderr));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let cell = |own: &Value| {
        let [cell, column, old, new, fate] = ["cell", "column", "old", "new", "fate"].map(|key| text(&own[key]));
        format!("{cell} {column}: {old} > {new} {fate}")
    };
    json["cells"].as_array().expect("cells").iter().map(cell).collect()
}

fn look(scratch: &Scratch, text: impl AsRef<[u8]>) -> (Ran, Vec<String>) {
    std::fs::write(scratch.path().join("in.csv"), text).expect("the form");
    let ran = scratch.run("import in.csv --dry-run --format json");
    let cells = cells(&ran);
    (ran, cells)
}

/// Imports, and expects it to be refused whole, with the files as they were.
fn refused(scratch: &Scratch, args: &str, code: i32, words: &[&str]) -> Ran {
    let before = scratch.all();
    let ran = scratch.run(args);
    assert_eq!(ran.code, code, "{args}: {}{}", ran.stdout, ran.stderr);
    for word in words {
        assert!(
            ran.stdout.contains(word) || ran.stderr.contains(word),
            "{args}: no {word}: {}{}",
            ran.stdout,
            ran.stderr
        );
    }
    assert!(scratch.all() == before, "{args} changed a file");
    ran
}

/// Takes a file over and returns the rows then.
fn taken(scratch: &Scratch, args: &str) -> Ran {
    let ran = scratch.run(&format!("import {args} --yes --reported 2019-03-05"));
    assert_eq!(ran.code, 0, "{args}: {}{}", ran.stdout, ran.stderr);
    ran
}

fn february(row: &str) -> String {
    ROWS.replace("2019-03,a", &format!("{row}\n2019-03,a"))
}

#[test]
fn a_form_becomes_a_row_with_every_cell_told_by_its_address() {
    let scratch = reports();
    let text = filled(&scratch, FEBRUARY)
        .replace("Ghi chú,", "Ghi chú,\"-Chậm, \"\"vì\"\" mưa\"")
        .replace("Người lập biểu,", "Người lập biểu,Lê Văn B");
    let (ran, told) = look(&scratch, &text);
    let line = text.lines().position(|line| line.starts_with("note")).expect("the note") + 1;
    let note = format!("C{line} note: - > -Chậm, \"vì\" mưa (Lê Văn B) new");
    let expected = ["E7 new: - > 3 new", "E8 done: - > 4 new", "E9 all: - > 7 new", "E10 mark: - > 1.50 new", &note];
    assert_eq!((ran.code, told), (0, expected.map(str::to_owned).to_vec()));
    taken(&scratch, "in.csv");
    assert_eq!(scratch.text(F), february("2019-02,a,2019-03-05,3,4,7,1.50,\"-Chậm, \"\"vì\"\" mưa (Lê Văn B)\""));
    let ran = scratch.run("check");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    // The same once more changes nothing, whatever the day.
    let before = scratch.all();
    let ran = scratch.run("import in.csv --yes");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(scratch.all() == before);
    let (_, told) = look(&scratch, &text);
    assert!(told.iter().all(|own| own.ends_with(" same")), "{told:?}");
    // Nor does the form sent out again, its remark filled in with the name, when the name is filled in once more.
    std::fs::remove_dir_all(scratch.path().join("forms")).expect("the forms");
    let again = filled(&scratch, FEBRUARY);
    assert!(again.contains("(Lê Văn B)"), "the remark is filled in: {again}");
    let (_, told) = look(&scratch, again.replace("Người lập biểu,", "Người lập biểu,Lê Văn B"));
    assert!(told.iter().all(|own| own.ends_with(" same")), "{told:?}");
}

#[test]
fn rows_may_have_moved_and_what_nobody_asks_for_is_left_out() {
    let scratch = reports();
    let text = filled(&scratch, FEBRUARY);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.swap(6, 9);
    lines.insert(7, "extra,Thêm,,,12");
    lines.insert(8, ",,,,99");
    lines.insert(8, "blank,Thêm,,,");
    lines.remove(11);
    let (ran, told) = look(&scratch, lines.join("\r\n"));
    let (new, lost) = (lines.iter().position(|line| line.starts_with("new,")).expect("a row") + 1, "done or all");
    assert_eq!(ran.code, 0, "{lost}: {}", ran.stderr);
    assert!(
        told.contains(&"E7 mark: - > 1.50 new".to_owned()) && told.contains(&format!("E{new} new: - > 3 new")),
        "{told:?}"
    );
    assert!(told.contains(&"E8 -: - > 12 left-out".to_owned()), "{told:?}");
    assert!(told.contains(&"- all: - > - gone".to_owned()), "{told:?}");
    assert_eq!(told.len(), 5, "three figures, what is left out and what is gone: {told:?}");
    assert!(ran.stdout.contains("\"blank\": 1"), "{}", ran.stdout);
}

#[test]
fn figures_as_people_write_them_are_refused_by_address_and_reason() {
    let scratch = reports();
    for (figures, cell, text) in [
        (["1.245", "4", "7", "1"], "E7 new", "1.245"),
        (["3", "7.549.282 (1)", "7", "1"], "E8 done", "7.549.282 (1)"),
        (["3", "4", "#REF!", "1"], "E9 all", "#REF!"),
        (["-3", "4", "7", "1"], "E7 new", "-3"),
        (["'-3", "4", "7", "1"], "E7 new", "-3"),
        (["3", "4.5", "7", "1"], "E8 done", "4.5"),
        (["3", "4", "7", "1.505"], "E10 mark", "1.505"),
        (["3", "4", "7", "\"1,5\""], "E10 mark", "1,5"),
        (["3", "bốn", "7", "1"], "E8 done", "bốn"),
        (["3", "4 hồ sơ", "7", "1"], "E8 done", "4 hồ sơ"),
        (["12%", "4", "7", "1"], "E7 new", "12%"),
        (["3", "4", "7", "1e3"], "E10 mark", "1e3"),
        (["99999999999999999999", "4", "7", "1"], "E7 new", "99999999999999999999"),
    ] {
        let (ran, told) = look(&scratch, filled(&scratch, figures));
        assert_eq!(ran.code, 1, "{text}");
        let told: Vec<&String> = told.iter().filter(|own| own.ends_with(" refused")).collect();
        assert_eq!(told, [&format!("{cell}: - > {text} refused")], "{figures:?}");
        let cell = cell.split_once(' ').expect("an address and a measure").0;
        let said = refused(&scratch, "import in.csv --yes", 1, &[cell]).stdout;
        assert!(said.lines().any(|line| line.contains(cell) && line.contains(text)), "{said}");
    }
    // A level may be below zero.
    let (ran, told) = look(&scratch, filled(&scratch, ["0", "0", "0", "-1.50"]));
    assert!(ran.code == 0 && told.contains(&"E10 mark: - > -1.50 new".to_owned()), "{told:?}");
}

#[test]
fn semicolons_go_with_a_decimal_comma() {
    let scratch = reports();
    let semicolons = |figures: [&str; 4]| {
        filled(&scratch, figures).replace(',', ";").replace("1;50", "1,50").replace("-0;25", "-0,25")
    };
    let (ran, told) = look(&scratch, semicolons(["3", "4", "7", "1,50"]));
    assert!(ran.code == 0 && told.contains(&"E10 mark: - > 1.50 new".to_owned()), "{told:?} {}", ran.stderr);
    taken(&scratch, "in.csv");
    assert_eq!(scratch.text(F), february("2019-02,a,2019-03-05,3,4,7,1.50,"));
    // A comma in a count is none: it may part thousands.
    let text = semicolons(["X", "4", "7", "1,50"]).replace(";X", ";1,245");
    let (ran, told) = look(&scratch, text);
    assert!(ran.code == 1 && told.contains(&"E7 new: - > 1,245 refused".to_owned()), "{told:?}");
}

#[test]
fn a_form_may_come_in_any_encoding_that_holds_its_letters() {
    let scratch = reports();
    let text = filled(&scratch, FEBRUARY);
    let (_, expected) = look(&scratch, &text);
    assert!(expected.iter().any(|cell| cell.ends_with("3 new")), "{expected:?}");
    let plain = text.trim_start_matches('\u{feff}');
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let apart: String = plain.nfd().collect();
    // Windows keeps a vowel with its form in one byte and the tone in the next.
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let mut old = String::new();
    for letter in plain.chars() {
        let (tones, base): (Vec<char>, Vec<char>) = std::iter::once(letter).nfd().partition(is_tone);
        old.extend(base.into_iter().nfc().chain(tones));
    }
    let (old, _, is_lost) = encoding_rs::WINDOWS_1258.encode(&old);
    assert!(!is_lost);
    for bytes in [little, big, apart.into_bytes(), old.into_owned()] {
        assert_eq!(look(&scratch, &bytes).1, expected, "{:?}", &bytes[..20]);
    }
}

#[test]
fn a_form_with_nothing_in_it_is_no_report() {
    let scratch = reports();
    std::fs::write(scratch.path().join("in.csv"), form(&scratch, "f --period 2019-02 --unit a")).expect("the form");
    refused(&scratch, "import in.csv --yes", 1, &["chưa điền số nào"]);
    // A remark alone is none either.
    let text = scratch.text("in.csv").replace("Ghi chú,", "Ghi chú,Chưa có số");
    std::fs::write(scratch.path().join("in.csv"), text).expect("the form");
    refused(&scratch, "import in.csv --yes", 1, &[]);
}

#[test]
fn what_is_filled_in_beforehand_is_no_report_either() {
    // What the last month left is filled in as what this one begins with.
    let carrying = toml().replace(
        "identities = [{ total = \"all\", parts = [\"new\", \"done\"] }]\n",
        "carries = { opening = \"new\", closing = \"done\" }\n",
    );
    let carrying = carrying
        .replace("name = \"Mới\", kind = \"flow\"", "name = \"Mới\", kind = \"stock-open\"")
        .replace("name = \"Xong\", kind = \"flow\"", "name = \"Xong\", kind = \"stock\"");
    let scratch = Scratch::new(&carrying).file(F, ROWS);
    let text = form(&scratch, "f --period 2019-02 --unit a");
    assert!(text.contains("new,Mới,,1,2\r\n"), "{text}");
    std::fs::write(scratch.path().join("in.csv"), &text).expect("the form");
    refused(&scratch, "import in.csv --yes", 1, &[]);
}

#[test]
fn a_form_of_something_else_is_refused() {
    let scratch = reports();
    let text = filled(&scratch, FEBRUARY);
    for (from, to, words) in [
        ("a,1/KH", "a,2/KH", "2/KH"),
        ("plan-form,f,", "plan-form,h,", "h"),
        ("2019-02,a,1/KH", "2019-02,x,1/KH", "x"),
        ("2019-02,a,1/KH", "2019-02,c,1/KH", "Phòng C"),
        ("f,2019-02,a", "f,2019-Q1,a", "2019-Q1"),
        ("f,2019-02,a", "f,2018-02,a", "2018-02"),
        ("f,2019-02,a", "f,2/2019,a", "2/2019"),
        ("plan-form", "planform", "plan-form"),
        ("Mã,", "Mãs,", "Mã"),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(scratch.path().join("in.csv"), text.replace(from, to)).expect("the form");
        refused(&scratch, "import in.csv --yes", 1, &["in.csv", words]);
    }
    // A measure that is there twice: nobody knows which is meant.
    let (ran, told) = look(&scratch, text.replace("all,Tổng số,", "new,Mới,,,5\r\nall,Tổng số,"));
    assert!(ran.code == 1 && told.iter().any(|own| own.starts_with("E9 ") && own.ends_with("refused")), "{told:?}");
}

fn fill_sheet(sheet: &mut Worksheet, rows: &str) {
    for (row, line) in (0..).zip(rows.lines()) {
        for (column, cell) in (0..).zip(line.split('|')) {
            let done = match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) if cell.starts_with('=') => {
                    sheet.write_formula(row, column, Formula::new(cell).set_result("#REF!"))
                }
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, cell.trim_start_matches('\'')),
            };
            done.expect("a cell");
        }
    }
}

/// Makes a workbook of one sheet, with another of facts where nobody sees it; what reads as a number is one.
fn workbook(rows: &str, facts: Option<[&str; 4]>) -> Vec<u8> {
    gathered(&[rows], facts)
}

/// Makes a workbook of several sheets.
fn gathered(sheets: &[&str], facts: Option<[&str; 4]>) -> Vec<u8> {
    let mut book = Workbook::new();
    for rows in sheets {
        fill_sheet(book.add_worksheet(), rows);
    }
    if let Some(facts) = facts {
        let sheet = book.add_worksheet();
        sheet.set_name("plan").expect("a name").set_very_hidden(true);
        for (row, (key, fact)) in (0..).zip(["form", "period", "unit", "plan"].into_iter().zip(facts)) {
            sheet.write_string(row, 0, key).expect("a cell");
            sheet.write_string(row, 1, fact).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

const SHEET: &str =
    "Biểu\n\n\n|Mã|Tên|Kỳ này\n|new||3\n|done||4\n|all||7\n|mark||1.5\n|note|Ghi chú|Ổn\n|plan-form|f|'2019-02|a|1/KH";
const FACTS: [&str; 4] = ["f", "2019-02", "a", "1/KH"];

fn look_at_book(scratch: &Scratch, rows: &str, facts: Option<[&str; 4]>) -> (Ran, Vec<String>) {
    look(scratch, workbook(rows, facts))
}

#[test]
fn a_workbook_is_read_wherever_its_table_stands() {
    let scratch = reports();
    for facts in [Some(FACTS), None] {
        let (ran, told) = look_at_book(&scratch, SHEET, facts);
        let expected = [
            "D5 new: - > 3 new",
            "D6 done: - > 4 new",
            "D7 all: - > 7 new",
            "D8 mark: - > 1.5 new",
            "D9 note: - > Ổn new",
        ];
        assert_eq!((ran.code, told), (0, expected.map(str::to_owned).to_vec()), "{}", ran.stderr);
    }
    // The kind of file is told by its bytes: it is called in.csv.
    taken(&scratch, "in.csv");
    assert_eq!(scratch.text(F), february("2019-02,a,2019-03-05,3,4,7,1.5,Ổn"));
    // The form as it is sent out, in either language.
    for lang in ["vi", "en"] {
        assert_eq!(scratch.run(&format!("form f --period 2019-03 --unit a -o {lang} --lang {lang}")).code, 0);
        let ran = scratch.run(&format!("import {lang}/f-2019-03-a.xlsx --format json --yes"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(cells(&ran).iter().all(|own| own.ends_with(" same")), "{:?}", cells(&ran));
    }
}

#[test]
fn numbers_that_are_no_numbers_are_refused_in_a_workbook_too() {
    let scratch = reports();
    for (cell, said) in [
        ("'1.245", "1.245"),
        ("'7.549.282 (1)", "7.549.282 (1)"),
        ("=A1", "#REF!"),
        ("-3", "-3"),
        ("4.5", "4.5"),
        ("'4 hồ sơ", "4 hồ sơ"),
        ("1e25", "10000000000000000000000000"),
    ] {
        let (ran, told) = look_at_book(&scratch, &SHEET.replace("|done||4", &format!("|done||{cell}")), Some(FACTS));
        assert!(ran.code == 1 && told.contains(&format!("D6 done: - > {said} refused")), "{cell}: {told:?}");
    }
    // A text that is a whole number is one.
    let (ran, told) = look_at_book(&scratch, &SHEET.replace("|done||4", "|done||'004"), Some(FACTS));
    assert!(ran.code == 0 && told.contains(&"D6 done: - > 4 new".to_owned()), "{told:?}");
}

#[test]
fn a_workbook_put_together_from_two_is_refused() {
    let scratch = reports();
    for (at, other) in [(0, "g"), (1, "2019-03"), (2, "b"), (3, "2/KH")] {
        let mut facts = FACTS;
        facts[at] = other;
        std::fs::write(scratch.path().join("in.xlsx"), workbook(SHEET, Some(facts))).expect("the form");
        refused(&scratch, "import in.xlsx --yes", 1, &["in.xlsx", "hai biểu mẫu"]);
    }
}

#[test]
fn forms_gathered_in_one_workbook_are_not_lost_without_a_word() {
    let scratch = reports();
    let of_b = SHEET.replace("2019-02|a|", "2019-02|b|").replace("||3", "||8");
    let bytes = gathered(&["Tổng hợp", SHEET, &of_b], Some(FACTS));
    std::fs::write(scratch.path().join("in.xlsx"), bytes).expect("the form");
    refused(&scratch, "import in.xlsx --yes", 1, &["in.xlsx", "nhiều trang tính"]);
    // A sheet that is no form may stand beside one that is.
    let (ran, told) = look(&scratch, gathered(&["Tổng hợp", SHEET], Some(FACTS)));
    assert_eq!((ran.code, told.len()), (0, 5), "{told:?}");
}

#[test]
fn a_figure_on_file_needs_leave_and_both_are_told() {
    let scratch = reports();
    let text = fill(&form(&scratch, "f --period 2019-03 --unit a"), &["6", "8", "14", "8"]);
    let (ran, told) = look(&scratch, &text);
    let expected = ["E7 new: 6 > 6 same", "E8 done: 7 > 8 differs", "E9 all: 13 > 14 differs", "E10 mark: 8 > 8 same"];
    assert_eq!((ran.code, told), (1, expected.map(str::to_owned).to_vec()));
    refused(&scratch, "import in.csv --yes", 1, &["--replace"]);
    refused(&scratch, "import in.csv --yes --dry-run", 1, &["--replace"]);
    let ran = scratch.run("import in.csv --yes --replace --format json");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(cells(&ran).contains(&"E8 done: 7 > 8 replaces".to_owned()), "{}", ran.stdout);
    // The day of receipt and a figure written in another way stay.
    assert_eq!(scratch.text(F), ROWS.replace("6,7,13,8.00", "6,8,14,8.00"));
}

#[test]
fn two_files_for_one_report_must_say_the_same() {
    let scratch = reports();
    let (one, other) = (filled(&scratch, FEBRUARY), filled(&scratch, ["3", "5", "8", "1.50"]));
    let scratch = scratch.file("one.csv", &one).file("same.csv", &one).file("other.csv", &other);
    // Leave to replace what is on file is no leave to choose between the two.
    for replace in ["", "--replace"] {
        let ran = refused(&scratch, &format!("import one.csv other.csv --yes --format json {replace}"), 1, &[]);
        assert!(cells(&ran).contains(&"E8 done: 4 > 5 refused".to_owned()), "{}", ran.stdout);
        assert!(ran.stdout.contains("one.csv"), "{}", ran.stdout);
    }
    taken(&scratch, "one.csv same.csv");
    assert_eq!(scratch.text(F), february("2019-02,a,2019-03-05,3,4,7,1.50,"));
}

#[test]
fn nothing_is_written_unless_all_of_it_can_be() {
    let scratch = reports();
    let good = filled(&scratch, FEBRUARY);
    let of_b = fill(&form(&scratch, "f --period 2019-02 --unit b"), &FEBRUARY);
    let of_g = fill(&form(&scratch, "g --period 2019-Q1 --unit c"), &["5"]);
    let bad = fill(&form(&scratch, "f --period 2019-03 --unit b"), &["3", "x", "7", "1"]);
    let scratch = scratch.file("good.csv", &good).file("b.csv", &of_b).file("g.csv", &of_g).file("bad.csv", &bad);
    refused(&scratch, "import good.csv b.csv bad.csv --yes", 1, &["E8", "x"]);
    refused(&scratch, "import good.csv b.csv no-such.csv --yes", 2, &["no-such.csv"]);
    refused(&scratch, "import good.csv forms --yes", 2, &["forms"]);
    // Nobody can be asked.
    refused(&scratch, "import good.csv b.csv", 2, &["--yes", "--dry-run"]);
    refused(&scratch, "import good.csv b.csv g.csv --dry-run", 0, &["data/f.csv", "data/g.csv"]);
    taken(&scratch, "b.csv g.csv good.csv");
    assert_eq!(scratch.text(F), february("2019-02,a,2019-03-05,3,4,7,1.50,\n2019-02,b,2019-03-05,3,4,7,1.50,"));
    assert_eq!(scratch.text("data/g.csv"), "period,unit,reported,n,note\n2019-Q1,c,2019-03-05,5,\n");
}

#[test]
fn a_first_file_is_not_written_if_a_second_cannot_be() {
    let scratch = reports().file("data/g.csv", "period,unit,reported,n,note\n");
    let (good, of_g) = (filled(&scratch, FEBRUARY), fill(&form(&scratch, "g --period 2019-Q1 --unit c"), &["5"]));
    let scratch = scratch.file("good.csv", &good).file("g.csv", &of_g);
    let path = scratch.path().join("data/g.csv");
    let mut mode = std::fs::metadata(&path).expect("the file").permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(&path, mode.clone()).expect("the mode");
    refused(&scratch, "import good.csv g.csv --yes", 2, &["g.csv", "chỉ đọc"]);
}

#[test]
fn a_report_that_brings_an_error_is_not_written() {
    let scratch = reports();
    let text = filled(&scratch, FEBRUARY).replace("Ghi chú,", "Ghi chú,\u{7}");
    std::fs::write(scratch.path().join("in.csv"), text).expect("the form");
    refused(&scratch, "import in.csv --yes", 1, &["lỗi["]);
    // A sum that does not hold is doubtful, and written.
    let (ran, _) = look(&scratch, filled(&scratch, ["3", "4", "8", "1"]));
    assert!(ran.code == 0 && ran.stderr.contains("cảnh báo[identity-fails]"), "{}", ran.stderr);
}

#[test]
fn a_day_of_receipt_must_be_one() {
    let scratch = reports();
    std::fs::write(scratch.path().join("in.csv"), filled(&scratch, FEBRUARY)).expect("the form");
    for day in ["2021-01-02", "2/2/2019", "2019-02-30"] {
        refused(&scratch, &format!("import in.csv --yes --reported {day}"), 2, &[day]);
    }
}

#[test]
fn a_file_that_is_no_table_is_said_to_be_none() {
    let scratch = reports();
    let noise: Vec<u8> =
        (0..5_000u32).map(|at| u8::try_from(at.wrapping_mul(2_654_435_761) >> 24).expect("a byte")).collect();
    let zip = [b"PK\x03\x04".as_slice(), &noise].concat();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &noise].concat();
    let book = workbook(SHEET, Some(FACTS));
    let cut = book[..book.len() / 2].to_vec();
    for bytes in [
        noise,
        zip,
        old,
        cut,
        b"".to_vec(),
        b"PK\x03\x04".to_vec(),
        "Kế hoạch\n".into(),
        "a\0b".into(),
        b"\"".to_vec(),
        b"%PDF-1.7 nothing".to_vec(),
    ] {
        std::fs::write(scratch.path().join("in.xlsx"), &bytes).expect("the file");
        refused(&scratch, "import in.xlsx --yes", 1, &["in.xlsx"]);
        let ran = refused(&scratch, "import in.xlsx --yes --lang en --format json", 1, &["in.xlsx"]);
        assert_eq!(cells(&ran), Vec::<String>::new());
    }
    let header_only = format!("{HEADER}2019-02,a,2019-03-05,3,4,7,1.50,\n");
    std::fs::write(scratch.path().join("in.csv"), header_only).expect("the file");
    refused(&scratch, "import in.csv --yes", 1, &["plan-form"]);
}

/// Makes the outside of a workbook that is kept shut by a password: a compound file with the one stream that says so.
fn shut_workbook() -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    let put = |bytes: &mut [u8], at: usize, own: &[u8]| bytes[at..at + own.len()].copy_from_slice(own);
    // Sizes and places as in [MS-CFB] 2.2: version 3, sectors of 512 bytes, the first sector says which sectors follow which.
    let mut header = vec![0u8; 76];
    put(&mut header, 0, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    put(&mut header, 24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    for (at, number) in [(44, 1), (48, 1), (56, 4096), (60, END), (68, END)] {
        put(&mut header, at, &u32::to_le_bytes(number));
    }
    header.extend([0, 0, 0, 0]);
    header.resize(512, 0xff);
    let mut follows = [u32::to_le_bytes(0xffff_fffd), u32::to_le_bytes(END)].concat();
    follows.resize(512, 0xff);
    let mut entries = vec![0u8; 512];
    for (at, (name, kind)) in [("Root Entry", 5), ("EncryptedPackage", 2)].into_iter().enumerate() {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        put(&mut entries, at * 128, &name);
        put(&mut entries, at * 128 + 64, &[u8::try_from(name.len()).expect("short"), 0, kind]);
        put(&mut entries, at * 128 + 116, &u32::to_le_bytes(END));
    }
    [header, follows, entries].concat()
}

#[test]
fn a_workbook_with_a_password_is_said_to_have_one() {
    let scratch = reports();
    std::fs::write(scratch.path().join("in.xlsx"), shut_workbook()).expect("the file");
    refused(&scratch, "import in.xlsx --yes", 1, &["in.xlsx", "mật khẩu"]);
    refused(&scratch, "import in.xlsx --yes --lang en", 1, &["in.xlsx", "password"]);
}
