//! `plan import --recipe`: any table read as a recipe says, whole or not at all; recipes proposed from a file.
#![expect(clippy::disallowed_methods, reason = "a test reads the recipes that were made, and edits them")]

mod common;

use common::reports::{reports, toml};
use common::{Ran, Scratch};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;

/// Units in rows; February is not on file.
const UNITS: &str = "form = \"f\"\nheader = [3, 4]\nrows = \"units\"\nperiod-cell = \"A1\"\ndecimal = \"comma\"\n\
    leave-out = [\"Tổng số\"]\nprinted-unit = \"hồ sơ\"\n\
    [[column]]\nat = \"B\"\nhead = \"Đơn vị\"\nis = \"label\"\n\
    [[column]]\nat = \"C\"\nhead = \"Hồ sơ / Mới\"\nmeasure = \"new\"\n\
    [[column]]\nat = \"D\"\nhead = \"Hồ sơ / Xong\"\nmeasure = \"done\"\n\
    [[column]]\nat = \"E\"\nhead = \"Điểm\"\nmeasure = \"mark\"\n\
    [[row]]\nname = \"Phòng Bê\"\nunit = \"b\"\n";
const TABLE: &str = "BÁO CÁO THÁNG 2 NĂM 2019;;;;\n;;;Đơn vị tính: hồ sơ;\nTT;Đơn vị;Hồ sơ;;Điểm\n;;Mới;Xong;\n\
    I;KHỐI PHÒNG;;;\n1;P. A;1.234;5;7,5\n2;Phòng Bê;6;7;\n;Tổng số;1.240;12;\n;;Người lập;;\n";

fn scratch() -> Scratch {
    reports().file("recipes/t.toml", UNITS)
}

/// What is said of each cell: `b E7 mark: 1 > 3 new`.
fn cells(ran: &Ran) -> Vec<String> {
    let json: Value =
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", ran.stdout, ran.stderr));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let cell = |own: &Value| {
        let [unit, cell, column, old, new, fate] =
            ["unit", "cell", "column", "old", "new", "fate"].map(|key| text(&own[key]));
        format!("{unit} {cell} {column}: {old} > {new} {fate}")
    };
    json["cells"].as_array().unwrap_or_else(|| panic!("{}", ran.stdout)).iter().map(cell).collect()
}

/// Looks at what a table would do.
fn look(scratch: &Scratch, table: impl AsRef<[u8]>, args: &str) -> Ran {
    std::fs::write(scratch.path().join("in.csv"), table).expect("the table");
    scratch.run(&format!("import in.csv --recipe t --dry-run --format json {args}"))
}

/// Expects a table to be refused whole, with these words, and the files as they were.
fn refused(scratch: &Scratch, table: &str, args: &str, words: &[&str]) {
    std::fs::write(scratch.path().join("in.csv"), table).expect("the table");
    let before = scratch.all();
    let ran = scratch.run(&format!("import in.csv --recipe t --yes --width 1000 {args}"));
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    for word in words {
        assert!(ran.stdout.contains(word), "{word:?} is not said: {}{}", ran.stdout, ran.stderr);
    }
    assert!(before == scratch.all(), "files were changed: {}", ran.stderr);
}

#[test]
fn a_table_is_taken_over_cell_by_cell() {
    let scratch = scratch();
    let ran = look(&scratch, TABLE, "");
    assert_eq!(
        cells(&ran),
        [
            "a C6 new: - > 1234 new",
            "a D6 done: - > 5 new",
            "a E6 mark: - > 7.5 new",
            "b C7 new: - > 6 new",
            "b D7 done: - > 7 new",
            "b E7 mark: - > - blank",
            "- A3 -: - > TT left-out",
            "- B5 -: - > KHỐI PHÒNG left-out",
            "- B8 -: - > Tổng số left-out",
            "- C9 -: - > Người lập left-out",
        ]
    );
    let ran = scratch.run("import in.csv --recipe t --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let text = scratch.text("data/f.csv");
    assert!(text.contains("2019-02,a,2021-01-01,1234,5,,7.5,\n2019-02,b,2021-01-01,6,7,,,\n"), "{text}");
    let before = scratch.all();
    let again = scratch.run("import in.csv --recipe t --yes");
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(before == scratch.all(), "a second import changes files");
}

#[test]
fn figures_behind_the_end_of_the_table_are_named() {
    let scratch = scratch().file("recipes/t.toml", UNITS.replace("rows =", "until = \"Người lập\"\nrows ="));
    let table =
        TABLE.replace("2;Phòng Bê;6;7;\n", "").replace("Người lập;;\n", "Người lập;;\n2;Phòng Bê;6;7;\n;;Đã ký;;\n");
    let cells = cells(&look(&scratch, table, ""));
    assert!(cells.contains(&"- A9 -: - > Phòng Bê left-out".to_owned()), "{cells:?}");
    assert!(cells.iter().all(|cell| !cell.contains("Đã ký") && !cell.starts_with("b ")), "{cells:?}");
}

#[test]
fn one_cell_that_cannot_be_read_refuses_the_whole() {
    let scratch = scratch();
    for (cell, words) in [
        ("1.234 (1)", &["C6", "1.234 (1)"][..]),
        ("#REF!", &["C6", "#REF!"]),
        ("12 hồ sơ", &["C6", "12 hồ sơ"]),
        ("1.23", &["C6", "comma"]),
        ("1,234", &["C6"]),
        ("-", &["C6", "dash"]),
        ("85%", &["C6", "85%"]),
        ("-5", &["C6", "-5"]),
        ("(5)", &["C6", "(5)"]),
        ("31/01/2019", &["C6"]),
    ] {
        refused(&scratch, &TABLE.replace("1.234;", &format!("{cell};")), "", words);
    }
}

#[test]
fn a_table_that_changed_its_shape_is_refused() {
    let scratch = scratch();
    refused(&scratch, &TABLE.replace(";;Mới;Xong;", ";;Xong;Mới;"), "", &["C3", "Hồ sơ / Xong", "Hồ sơ / Mới", "D"]);
    refused(&scratch, &TABLE.replace("Điểm", "Điểm số"), "", &["E3", "Điểm số"]);
    refused(&scratch, &TABLE.replace("P. A", "Phòng Á"), "", &["B6", "Phòng Á", "Phòng A", "[[row]]", "leave-out"]);
    refused(&scratch, &TABLE.replace("hồ sơ;\n", "nghìn hồ sơ;\n"), "", &["D2", "nghìn hồ sơ"]);
    refused(&scratch, &TABLE.replace(";;;Đơn vị tính: hồ sơ;", ";;;;"), "", &["printed-unit"]);
    refused(&scratch, &TABLE.replace("THÁNG 2 NĂM 2019", "QUÝ I NĂM 2019"), "", &["A1", "2019-01"]);
    refused(&scratch, &TABLE.replace("THÁNG 2 NĂM 2019", ""), "", &["A1", "--period"]);
    refused(&scratch, &TABLE.replace("THÁNG 2 NĂM 2019", "THÁNG 2 NĂM 2018"), "", &["2018-02"]);
    refused(&scratch, TABLE, "--period 2019-03", &["2019-02", "2019-03"]);
    refused(&scratch, &TABLE.replace("Phòng Bê", "Phòng C"), "", &["Phòng C"]);
    refused(&scratch, &TABLE.replace("Phòng Bê", "Phòng A"), "", &["C7", "C6"]);
    refused(&scratch, &TABLE.replace("2;Phòng Bê", "2;"), "", &["C7", "leave-out-rows"]);
}

#[test]
fn a_figure_on_file_is_replaced_only_when_told() {
    let scratch = scratch();
    let january = TABLE.replace("THÁNG 2", "THÁNG 1");
    let said = cells(&look(&scratch, &january, ""));
    assert_eq!(said[..2], ["a C6 new: 1 > 1234 differs", "a D6 done: 2 > 5 differs"]);
    let before = scratch.all();
    assert_eq!(scratch.run("import in.csv --recipe t --yes").code, 1);
    assert!(before == scratch.all());
    let ran = scratch.run("import in.csv --recipe t --yes --replace");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    // What the table does not hold stays: the total, the remark, the day of receipt.
    assert!(scratch.text("data/f.csv").contains("2019-01,b,2019-02-04,6,7,9,-0.25,\"chậm, \"\"có lý do\"\"\""));
}

#[test]
fn rows_may_be_measures_and_columns_units_or_periods() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"measures\"\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n\
        [[column]]\nat = \"B\"\nhead = \"A, tháng 2\"\nis = \"figures\"\nunit = \"a\"\nperiod = \"2019-02\"\n\
        [[column]]\nhead = \"B, tháng 4\"\nis = \"figures\"\nunit = \"b\"\nperiod = \"2019-04\"\n\
        [[row]]\nname = \"Đã xong\"\nmeasure = \"done\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let table = "Số liệu,\"A, tháng 2\",\"B, tháng 4\"\nMới,1,2\nĐã xong,3,4\n";
    let said = cells(&look(&scratch, table, ""));
    assert_eq!(said, ["a B2 new: - > 1 new", "a B3 done: - > 3 new", "b C2 new: - > 2 new", "b C3 done: - > 4 new"]);
}

#[test]
fn lines_of_one_name_are_told_by_their_rows() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"measures\"\nunit = \"a\"\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n\
        [[column]]\nat = \"B\"\nis = \"figures\"\n[[column]]\nat = \"C\"\nis = \"figures\"\n\
        [[row]]\nname = \"Chi\"\nat = 2\nmeasures = [\"new\", \"done\"]\n\
        [[row]]\nname = \"Chi\"\nat = 3\nmeasures = [\"all\", \"mark\"]\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let said = cells(&look(&scratch, "Tên,Dự toán,Quyết toán\nChi,1,2\nChi,3,4\n", "--period 2019-02"));
    assert_eq!(said, ["a B2 new: - > 1 new", "a C2 done: - > 2 new", "a B3 all: - > 3 new", "a C3 mark: - > 4 new"]);
    refused(&scratch, "Tên,Dự toán,Quyết toán\nThu,9,9\nChi,1,2\n", "--period 2019-02", &["A2", "Thu", "Chi"]);
}

#[test]
fn rows_may_be_periods_also_as_people_write_them() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"periods\"\nunit = \"a\"\nyear = 2019\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nat = \"B\"\nmeasure = \"new\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let said = cells(&look(&scratch, "Tháng,Mới\nTháng 2,5\n4/2019,6\n2019-05,7\n", ""));
    assert_eq!(said, ["a B2 new: - > 5 new", "a B3 new: - > 6 new", "a B4 new: - > 7 new"]);
    refused(&scratch, "Tháng,Mới\nQuý I,5\n", "", &["A2"]);
    refused(&scratch, "Tháng,Mới\nTháng 2,5\n02/2019,6\n", "", &["B3", "B2"]);
    refused(&scratch, "Tháng,Mới\nTháng 13,5\n", "", &["A2", "Tháng 13"]);
}

#[test]
fn units_periods_days_and_remarks_may_have_columns_of_their_own() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"units\"\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nat = \"B\"\nis = \"period\"\n\
        [[column]]\nat = \"C\"\nis = \"reported\"\n[[column]]\nat = \"D\"\nmeasure = \"new\"\n\
        [[column]]\nat = \"E\"\nis = \"note\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let table = "Đơn vị,Kỳ,Ngày gửi,Mới,Ghi chú\na,2019-02,05/03/2019,1,đủ\nPhòng B,tháng 4/2019,2019-05-04,2,\n";
    std::fs::write(scratch.path().join("in.csv"), table).expect("the table");
    let ran = scratch.run("import in.csv --recipe t --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let text = scratch.text("data/f.csv");
    assert!(text.contains("2019-02,a,2019-03-05,1,,,,đủ\n"), "{text}");
    assert!(text.contains("2019-04,b,2019-05-04,2,,,,\n"), "{text}");
    for (day, said) in [("5/3/19", "5/3/19"), ("31/02/2019", "31/02/2019"), ("hôm qua", "hôm qua")] {
        refused(&scratch, &table.replace("05/03/2019", day), "", &["C2", said]);
    }
    let other = "recipes/t.toml";
    std::fs::write(scratch.path().join(other), format!("dates = \"mm/dd/yyyy\"\n{recipe}")).expect("the recipe");
    std::fs::write(scratch.path().join("in.csv"), "a,b,c,d,e\na,2019-05,05/31/2019,1,\n").expect("the table");
    assert_eq!(scratch.run("import in.csv --recipe t --yes").code, 0);
    assert!(scratch.text("data/f.csv").contains("2019-05,a,2019-05-31,1,"));
}

/// Writes a workbook with what `fill` puts into its first sheet.
fn workbook(scratch: &Scratch, name: &str, fill: impl FnOnce(&mut Worksheet)) {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Tháng 2").expect("a name"));
    book.save(scratch.path().join(name)).expect("a workbook");
}

#[test]
fn cells_of_workbooks_are_what_their_formats_say() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"periods\"\nunit = \"a\"\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nat = \"B\"\nmeasure = \"mark\"\n\
        [[column]]\nat = \"C\"\nmeasure = \"new\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let percent = Format::new().set_num_format("0.0%");
    let month = Format::new().set_num_format("mm/yyyy");
    let fill = |sheet: &mut Worksheet, count_format: &Format| {
        for (column, head) in (0..).zip(["Tháng", "Tỷ lệ", "Mới"]) {
            sheet.write(0, column, head).expect("a cell");
        }
        let day = ExcelDateTime::from_ymd(2019, 2, 1).expect("a day");
        sheet.write_with_format(1, 0, &day, &month).expect("a cell");
        sheet.write_with_format(1, 1, 0.853, &percent).expect("a cell");
        sheet.write_with_format(1, 2, 1, count_format).expect("a cell");
    };
    workbook(&scratch, "in.xlsx", |sheet| fill(sheet, &Format::new()));
    let said = scratch.run("import in.xlsx --recipe t --dry-run --format json");
    assert_eq!(cells(&said), ["a B2 mark: - > 85.3 new", "a C2 new: - > 1 new"]);
    // A count of one that is shown as 100% is no count.
    workbook(&scratch, "in.xlsx", |sheet| fill(sheet, &percent));
    let said = scratch.run("import in.xlsx --recipe t --dry-run --format json");
    assert_eq!((cells(&said).last().map(String::as_str), said.code), (Some("a C2 new: - > 100% refused"), 1));
}

#[test]
fn a_sheet_is_named_where_there_are_several_and_a_hidden_one_always() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"units\"\n[[column]]\nat = \"A\"\nis = \"label\"\n\
        [[column]]\nat = \"B\"\nmeasure = \"new\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let mut book = Workbook::new();
    for (name, figure, is_hidden) in [("Một", 1, false), ("Hai", 2, false), ("Ba", 3, true)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(is_hidden);
        sheet.write(0, 0, "Đơn vị").expect("a cell");
        sheet.write(1, 0, "Phòng A").expect("a cell");
        sheet.write(1, 1, figure).expect("a cell");
    }
    book.save(scratch.path().join("in.xlsx")).expect("a workbook");
    let read = |args: &str| {
        scratch.call(
            &[
                &["import", "in.xlsx", "--recipe", "t", "--period", "2019-02", "--dry-run", "--format", "json"],
                &args.split_whitespace().collect::<Vec<_>>()[..],
            ]
            .concat(),
        )
    };
    let several = read("");
    assert_eq!(several.code, 1);
    assert!(several.stdout.contains("Một") && several.stdout.contains("Hai") && !several.stdout.contains("Ba"));
    assert_eq!(cells(&read("--sheet Hai")), ["a B2 new: - > 2 new"]);
    assert_eq!(cells(&read("--sheet Ba")), ["a B2 new: - > 3 new"]);
    let wrong = read("--sheet Hia");
    assert!(wrong.code == 1 && wrong.stdout.contains("Hai"), "{}", wrong.stdout);
}

#[test]
fn more_decimals_than_a_measure_has_are_refused_or_rounded_as_told() {
    let scratch = scratch();
    refused(&scratch, &TABLE.replace("7,5", "7,555"), "", &["E6", "7.555", "round"]);
    std::fs::write(scratch.path().join("recipes/t.toml"), format!("round = true\n{UNITS}")).expect("the recipe");
    let ran = look(&scratch, TABLE.replace("7,5", "7,555"), "");
    assert!(cells(&ran).contains(&"a E6 mark: - > 7.56 new".to_owned()), "{}", ran.stdout);
    assert!(ran.stdout.contains("\"rounded-from\": \"7,555\""), "{}", ran.stdout);
}

#[test]
fn a_recipe_that_is_not_right_reads_nothing_and_check_says_so() {
    let scratch = scratch();
    std::fs::write(scratch.path().join("in.csv"), TABLE).expect("the table");
    let broken = UNITS.replace("measure = \"new\"", "measure = \"nwe\"");
    std::fs::write(scratch.path().join("recipes/t.toml"), broken).expect("the recipe");
    for args in ["import in.csv --recipe t --yes", "check"] {
        let ran = scratch.run(args);
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert_eq!(ran.code, 1, "{said}");
        assert!(said.contains("unknown-id") && said.contains("recipes/t.toml:15:11") && said.contains("new"), "{said}");
    }
    // Figures do not hang on recipes.
    assert_eq!(scratch.run("status").code, 0);
    let other = scratch.run("import in.csv --recipe s");
    assert!(other.code == 2 && other.stderr.contains('t'), "{}", other.stderr);
}

/// Returns `part where: state meaning` for each part of a proposal.
fn proposed(ran: &Ran) -> Vec<String> {
    let json: Value =
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", ran.stdout, ran.stderr));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let part = |own: &Value| {
        let [part, at, meaning, state] = ["part", "where", "meaning", "state"].map(|key| text(&own[key]));
        format!("{part} {at}: {state} {meaning}")
    };
    json["proposal"].as_array().expect("a proposal").iter().map(part).collect()
}

#[test]
fn a_proposal_takes_for_certain_only_what_the_plan_calls_so() {
    let flat = TABLE.replace("TT;Đơn vị;Hồ sơ;;Điểm\n;;Mới;Xong;\n", "TT;Đơn vị;Mới;Xong;Điểm chấm\n");
    let scratch = reports().file("in.csv", flat);
    let ran = scratch.run("import in.csv --recipe new --format json --lang vi");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(
        proposed(&ran),
        [
            "form Biểu mẫu: understood Biểu tháng",
            "header Các dòng tiêu đề: understood -",
            "rows Mỗi dòng: understood một đơn vị",
            "decimal Cách viết số: understood 1.234,5",
            "printed-unit Ô D2: understood đơn vị tính; tệp sau ghi khác thì từ chối",
            "period Ô A1: understood tháng 2/2019",
            "column Cột A: left-out không đọc",
            "column Cột B: understood tên của dòng",
            "column Cột C: understood Mới",
            "column Cột D: understood Xong",
            "column Cột E: likely Điểm",
            "row Dòng 6: likely Phòng B",
            "leave-out Dòng: left-out không đọc",
        ]
    );
    let recipe = scratch.text("recipes/f.toml");
    assert!(recipe.contains("# [[row]]\n# name = \"Phòng Bê\"\n# unit = \"b\"\n"), "{recipe}");
    // Nothing is taken of what is only likely: the row is refused until somebody says what it is.
    let ran = scratch.run("import in.csv --recipe f --dry-run --format json");
    assert_eq!(ran.code, 1);
    assert!(cells(&ran).contains(&"- B6 -: - > Phòng Bê refused".to_owned()), "{}", ran.stdout);
    let ran = scratch.run("import in.csv --recipe new --likely --name khac");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = scratch.run("import in.csv --recipe khac --dry-run --format json");
    assert_eq!(cells(&ran)[..6].len(), 6);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
}

#[test]
fn months_without_a_year_are_of_the_year_in_the_title_or_likely_of_the_plan() {
    let table = "BÁO CÁO NĂM 2019\nTháng,Mới\nTháng 2,5\nTháng 3,6\n";
    let year = |table: &str| {
        let scratch = reports().file("in.csv", table);
        let ran = scratch.run("import in.csv --recipe new --form f --unit a --format json");
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let told = proposed(&ran).into_iter().find(|own| own.starts_with("year"));
        (told, scratch.text("recipes/f.toml").lines().find(|line| line.contains("year = ")).map(str::to_owned))
    };
    let (told, line) = year(table);
    assert_eq!(told.as_deref(), Some("year Năm của các kỳ: understood 2019"));
    assert_eq!(line.as_deref(), Some("year = 2019"));
    let (told, line) = year(&table.replace(" NĂM 2019", ""));
    assert_eq!(told.as_deref(), Some("year Năm của các kỳ: likely 2019"));
    assert_eq!(line.as_deref(), Some("# year = 2019"));
    assert_eq!(year(&table.replace("Tháng 2,", "2/2019,").replace("Tháng 3,", "3/2019,")).1, None);
}

#[test]
fn a_name_that_stands_twice_is_not_known() {
    let scratch = reports().file("in.csv", "Đơn vị,Mới\nPhòng A,1\nPhòng A,2\nPhòng B,3\n");
    let said = proposed(&scratch.run("import in.csv --recipe new --period 2019-02 --format json"));
    assert_eq!(said.last().map(String::as_str), Some("row Dòng 3: open -"));
    let recipe = scratch.text("recipes/f.toml");
    assert!(recipe.contains("# name = \"Phòng A\"\n# at = 3\n"), "{recipe}");
}

#[test]
fn who_signed_is_left_out_and_a_word_for_a_figure_is_not() {
    let scratch = scratch();
    let signed = TABLE.replace(";;Người lập;;", "Người lập;Văn thư;Trưởng phòng;;");
    let said = look(&scratch, &signed, "");
    assert!(cells(&said).contains(&"- B9 -: - > Văn thư left-out".to_owned()), "{}", said.stdout);
    assert_eq!(said.code, 0);
    refused(&scratch, &TABLE.replace("1.234;", "chưa có;"), "", &["C6", "chưa có"]);
}

#[test]
fn a_proposal_never_replaces_a_recipe() {
    let scratch = scratch().file("in.csv", TABLE);
    let taken = scratch.run("import in.csv --recipe new --name t");
    assert!(taken.code == 2 && taken.stderr.contains("recipes/t.toml"), "{}", taken.stderr);
    for name in ["new", "Số", "a b", "../x", ""] {
        let ran = scratch.call(&["import", "in.csv", "--recipe", "new", "--name", name]);
        assert_eq!(ran.code, 2, "{name}: {}", ran.stderr);
    }
    assert_eq!(scratch.run("import in.csv --recipe new").code, 0);
    assert_eq!(scratch.run("import in.csv --recipe new").code, 0);
    assert!(scratch.path().join("recipes/f.toml").is_file() && scratch.path().join("recipes/f-2.toml").is_file());
    assert_eq!(scratch.text("recipes/t.toml"), UNITS);
    assert_eq!(scratch.run("check").code, 0);
}

#[test]
fn a_file_that_the_plan_knows_nothing_of_is_left_to_the_user() {
    let scratch = Scratch::new(&toml()).file("in.csv", "Thành phố,Dân số\nHuế,1000\nVinh,2000\n");
    let ran = scratch.run("import in.csv --recipe new --format json");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let said = proposed(&ran);
    assert!(said.iter().any(|own| own.starts_with("form") && own.contains(": open")), "{said:?}");
    assert!(said.iter().any(|own| own.starts_with("rows") && own.contains(": open")), "{said:?}");
    // Such a recipe is not used, and check says what it lacks.
    let check = scratch.run("check");
    assert!(check.code == 1 && check.stdout.contains("missing-key"), "{}", check.stdout);
}

#[test]
fn what_only_seems_to_be_so_is_not_understood() {
    let scratch = reports();
    let of = |table: &str, args: &str| {
        std::fs::write(scratch.path().join("in.csv"), table).expect("the table");
        let ran = scratch.run(&format!("import in.csv --recipe new --dry-run --format json {args}"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        proposed(&ran)
    };
    let part = |said: &[String], part: &str| said.iter().find(|own| own.starts_with(part)).cloned().unwrap_or_default();
    // The last part of a head is not all that it says.
    assert_eq!(part(&of(TABLE, ""), "column Cột C"), "column Cột C: likely Mới");
    let cumulative = TABLE.replace("Hồ sơ;;Điểm", "Lũy kế;;Điểm");
    assert_eq!(part(&of(&cumulative, "--form f"), "column Cột C"), "column Cột C: open -");
    // Who receives does not report; who reports may be unknown.
    let measures = "Kính gửi: Phòng A\nTháng 2/2019\nTT,Nội dung,Số liệu\n1,Mới,5\n2,Xong,6\n";
    assert_eq!(part(&of(measures, ""), "unit"), "unit Đơn vị: open nêu bằng --unit khi nhập");
    let stranger = measures.replace("Kính gửi: Phòng A", "Đơn vị báo cáo: P. Bê,Đơn vị: Phòng A");
    assert_eq!(part(&of(&stranger, ""), "unit"), "unit Đơn vị: open nêu bằng --unit khi nhập");
    let reporter = measures.replace("Kính gửi: Phòng A", "Đơn vị báo cáo: Phòng A");
    assert_eq!(part(&of(&reporter, ""), "unit"), "unit Ô A1: understood Phòng A");
    // A title may name more than the period.
    for title in ["Lũy kế đến hết tháng 2 năm 2019", "Kết quả tháng 1, phương hướng tháng 2 năm 2019"]
    {
        let said = of(&measures.replace("Tháng 2/2019", &format!("\"{title}\"")), "");
        assert_eq!(part(&said, "period"), "period Kỳ: open nêu bằng --period khi nhập", "{title}");
    }
    // The one column of figures need not be this period's.
    let heads =
        [("Số liệu", "understood"), ("Con số", "likely"), ("Cùng kỳ năm 2018", "open"), ("Kế hoạch năm 2019", "open")];
    for (head, state) in heads {
        let said = of(&measures.replace("Số liệu", head), "");
        assert!(part(&said, "column Cột C").starts_with(&format!("column Cột C: {state}")), "{head}: {said:?}");
    }
    // A row that the plan knows is no head, whatever its figures are.
    let said = of("Tháng 2/2019\nĐơn vị,Mới\nPhòng A,-\nPhòng B,5\n", "");
    assert!(said.iter().all(|own| !own.contains("Phòng A")), "{said:?}");
    assert_eq!(part(&said, "rows"), "rows Mỗi dòng: understood một đơn vị");
    // A company may be called what a sum is.
    let said = of("Đơn vị,Mới\nPhòng A,1\nTổng công ty Một,5\nTổng cộng,6\n", "");
    assert!(said.contains(&"row Dòng 3: open -".to_owned()), "{said:?}");
    assert!(said.contains(&"leave-out Dòng: left-out không đọc".to_owned()), "{said:?}");
    // Semicolons do not say what a point means.
    let said = of("Đơn vị;Mới\nPhòng A;2.596\n", "");
    assert_eq!(part(&said, "decimal"), "decimal Ô B2: open 1.234,5 (comma) hay 1,234.5 (point)?");
}

#[test]
fn figures_in_thousands_are_not_taken_for_what_the_plan_counts() {
    let scratch = Scratch::new(&toml().replace("name = \"Mới\", kind", "name = \"Mới\", unit = \"hồ sơ\", kind"))
        .file("in.csv", "Đơn vị: nghìn hồ sơ,\nĐơn vị,Mới\nPhòng A,12\n");
    let ran = scratch.run("import in.csv --recipe new --period 2019-02 --format json");
    let said = proposed(&ran);
    assert!(said.iter().any(|own| own.starts_with("printed-unit Ô A1: open")), "{said:?}");
    let ran = scratch.run("import in.csv --recipe f --period 2019-02 --dry-run --format json");
    assert_eq!((ran.code, cells(&ran)), (1, vec!["- A1 -: - > nghìn hồ sơ refused".to_owned()]));
}

#[test]
fn labels_and_titles_that_may_mean_two_periods_are_refused() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"periods\"\nunit = \"a\"\n\
        [[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nat = \"B\"\nmeasure = \"new\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    workbook(&scratch, "in.xlsx", |sheet| {
        sheet.write(0, 0, "Tháng").and_then(|own| own.write(0, 1, "Mới")).expect("cells");
        // Typed as 2019.10, stored as 2019.1.
        sheet.write(1, 0, 2019.10).and_then(|own| own.write(1, 1, 5)).expect("cells");
    });
    let ran = scratch.run("import in.xlsx --recipe t --dry-run --format json");
    assert_eq!((ran.code, cells(&ran)), (1, vec!["- A2 -: - > 2019.1 refused".to_owned()]));
    let scratch = self::scratch();
    refused(&scratch, &TABLE.replace("THÁNG 2 NĂM 2019", "TỪ THÁNG 1 ĐẾN THÁNG 2 NĂM 2019"), "", &["A1", "--period"]);
}

#[test]
fn what_is_merged_holds_in_each_row_but_a_figure_is_of_one() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"units\"\n[[column]]\nat = \"A\"\nis = \"period\"\n\
        [[column]]\nat = \"B\"\nis = \"label\"\n[[column]]\nat = \"C\"\nmeasure = \"new\"\n\
        [[column]]\nat = \"D\"\nmeasure = \"done\"\n[[column]]\nat = \"E\"\nis = \"note\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let plain = Format::new();
    let fill = |sheet: &mut Worksheet, is_figure_shared: bool| {
        for (column, head) in (0..).zip(["Tháng", "Đơn vị", "Mới", "Xong", "Ghi chú"]) {
            sheet.write(0, column, head).expect("a head");
        }
        sheet.merge_range(1, 0, 2, 0, "Tháng 2/2019", &plain).expect("a merge");
        sheet.merge_range(1, 4, 2, 4, "số sơ bộ", &plain).expect("a merge");
        sheet.merge_range(3, 1, 4, 1, "Phòng A", &plain).expect("a merge");
        sheet.write(1, 1, "Phòng A").and_then(|own| own.write(2, 1, "Phòng B")).expect("cells");
        sheet.write(3, 0, "Tháng 3/2019").and_then(|own| own.write(4, 0, "Tháng 4/2019")).expect("cells");
        for (row, done) in (1..).zip([1, 2, 3, 4]) {
            sheet.write(row, 3, done).expect("a cell");
        }
        if is_figure_shared {
            sheet.merge_range(1, 2, 2, 2, "", &plain).and_then(|own| own.write(1, 2, 9)).expect("a merge");
        }
    };
    workbook(&scratch, "in.xlsx", |sheet| fill(sheet, false));
    let ran = scratch.run("import in.xlsx --recipe t --dry-run --format json");
    let said: Vec<String> = cells(&ran).into_iter().filter(|own| !own.ends_with("blank")).collect();
    let notes = ["a E2 note: - > số sơ bộ new", "b E3 note: - > số sơ bộ new"];
    let figures = ["a D2 done: - > 1 new", "b D3 done: - > 2 new", "a D4 done: 7 > 3 differs", "a D5 done: - > 4 new"];
    for wanted in notes.iter().chain(&figures) {
        assert!(said.iter().any(|own| own == wanted), "{wanted}: {said:?}");
    }
    assert_eq!(said.len(), 6, "{said:?}");
    workbook(&scratch, "in.xlsx", |sheet| fill(sheet, true));
    let ran = scratch.run("import in.xlsx --recipe t --dry-run --format json");
    assert!(cells(&ran).contains(&"b C3 new: - > - refused".to_owned()), "{:?}", cells(&ran));
    let ran = scratch.run("import in.xlsx --recipe t --dry-run --lang en --width 1000");
    assert!(ran.stdout.contains("this cell is merged with C2"), "{}", ran.stdout);
    // A recipe made of it knows whose the rows are.
    let ran = scratch.run("import in.xlsx --recipe new --name m --form f --lang en");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!scratch.text("recipes/m.toml").contains("[[row]]"), "{}", scratch.text("recipes/m.toml"));
}

#[test]
fn a_day_of_receipt_that_a_table_says_holds_for_a_report_on_file() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"units\"\n[[column]]\nat = \"A\"\nis = \"label\"\n\
        [[column]]\nhead = \"Mới\"\nmeasure = \"new\"\n[[column]]\nat = \"C\"\nis = \"reported\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let table = |day: &str| format!("Đơn vị,Mới,Ngày nhận\nPhòng A,12,{day}\n");
    std::fs::write(scratch.path().join("in.csv"), table("03/03/2019")).expect("the table");
    let ran = scratch.run("import in.csv --recipe t --period 2019-02 --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let row = |day: &str| format!("2019-02,a,{day},12,");
    assert!(scratch.text("data/f.csv").contains(&row("2019-03-03")), "{}", scratch.text("data/f.csv"));
    let said = look(&scratch, table("2019-03-03"), "--period 2019-02");
    assert_eq!(cells(&said), ["a B2 new: 12 > 12 same", "a C2 reported: 2019-03-03 > 2019-03-03 same"]);
    // A report that is sent again is no later for it.
    let said = look(&scratch, table("05/03/2019"), "--period 2019-02 --replace");
    assert_eq!((cells(&said)[1].as_str(), said.code), ("a C2 reported: 2019-03-03 > 2019-03-05 first-stays", 0));
    // An earlier day is no matter of course: whether the report was late depends on it.
    let said = look(&scratch, table("01/03/2019"), "--period 2019-02");
    assert_eq!((cells(&said)[1].as_str(), said.code), ("a C2 reported: 2019-03-03 > 2019-03-01 differs", 1));
    let ran = scratch.run("import in.csv --recipe t --period 2019-02 --yes --replace");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(scratch.text("data/f.csv").contains(&row("2019-03-01")), "{}", scratch.text("data/f.csv"));
}

#[test]
fn what_a_table_says_beside_its_figures_is_not_lost() {
    let recipe = "form = \"f\"\nheader = [1, 1]\nrows = \"units\"\nperiod = \"2019-02\"\nround = true\n\
        percent = \"fraction\"\n[[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nhead = \"Mới\"\nmeasure = \"new\"\n\
        [[column]]\nat = \"C\"\nis = \"note\"\n";
    let scratch = reports().file("recipes/t.toml", recipe);
    let head = "Đơn vị,Mới,Ghi chú\n";
    // A unit with a remark alone has no figures. How percentages are stored says nothing of counts.
    let said = look(&scratch, format!("{head}Phòng A,12,\nPhòng B,,chưa có\n"), "");
    assert_eq!(cells(&said), ["a B2 new: - > 12 new", "- C3 -: - > chưa có left-out"]);
    assert!(said.stdout.contains("\"unit\": \"b\""), "{}", said.stdout);
    // A number that came apart at its comma.
    refused(&scratch, &format!("{head}Phòng A,1,5,3\n"), "", &["D2"]);
    refused(&scratch, &format!("{head}Phòng A,1,#REF!\n"), "", &["C2", "#REF!"]);
    refused(&scratch, &format!("{head}Phòng A,-0.4,\n"), "", &["B2"]);
    // Two files of one import that differ are not on file, whatever may be replaced.
    std::fs::write(scratch.path().join("in.csv"), format!("{head}Phòng A,1,x\n")).expect("a table");
    std::fs::write(scratch.path().join("other.csv"), format!("{head}Phòng A,9,x\n")).expect("a table");
    let before = scratch.all();
    let ran = scratch.run("import in.csv other.csv --recipe t --yes --replace");
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(before == scratch.all());
}

#[test]
fn a_form_that_was_filled_in_needs_no_recipe() {
    let scratch = scratch();
    let form = scratch.run("form f --period 2019-04 --unit a --format csv -o d");
    assert_eq!(form.code, 0, "{}", form.stderr);
    for recipe in ["t", "new"] {
        let ran = scratch.run(&format!("import d/f-2019-04-a.csv --recipe {recipe}"));
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(ran.code == 1 && said.contains("plan form"), "{said}");
    }
    for args in ["--recipe new --yes", "--recipe t --likely", "--recipe t --form f"] {
        let ran = scratch.run(&format!("import d/f-2019-04-a.csv {args}"));
        assert!(ran.code == 2 && ran.stderr.contains("--"), "{args}: {}", ran.stderr);
    }
}
