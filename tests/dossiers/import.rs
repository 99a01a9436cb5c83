//! Exports of a register, read by a recipe.

use serde_json::Value;

use crate::common::Scratch;
use crate::common::register::Register;

const RECIPE: &str = r#"into = "dossiers"
file = "mot-cua"
header = [2, 3]
until = "Người lập"

[[column]]
is = "id"
head = "Mã hồ sơ"
[[column]]
is = "procedure"
head = "Thủ tục"
[[column]]
is = "unit"
head = "Đơn vị"
[[column]]
is = "level"
at = "F"
[[column]]
is = "channel"
head = "Hình thức nộp"
[[column]]
is = "received"
head = "Thời gian / Nhận"
[[column]]
is = "due"
head = "Thời gian / Hẹn trả"
[[column]]
is = "resolved"
head = "Thời gian / Trả"

[[word]]
is = "channel"
says = "Trực tuyến"
means = "online"
[[word]]
is = "channel"
says = "Trực tiếp"
means = "in-person"
"#;

const HEAD: &str = "SỔ THEO DÕI HỒ SƠ\n\
    STT;Mã hồ sơ;Thủ tục;Họ và tên;Đơn vị;Mức độ;Hình thức nộp;Thời gian;;;Điện thoại\n\
    ;;;;;;;Nhận;Hẹn trả;Trả;\n";

fn plan(rows: &str) -> Scratch {
    let register = Register {
        rows: "A1,P5,a,3,online,2019-01-03,2019-01-10",
        procedures: "P5,Cấp phép bức xạ,,4,5; P6,Công bố hợp quy,,4,",
        ..Register::default()
    };
    register.scratch().file("recipes/so.toml", RECIPE).file("so.csv", format!("{HEAD}{rows}"))
}

const ROWS: &str = "1;A1;Cấp phép bức xạ;Nguyễn Văn A;Đơn vị a;3;Trực tuyến;03/01/2019 08:15;10/01/2019;09/01/2019;0903\n\
    2;A2;P6;Trần Thị B;b;4;trực tiếp;04/01/2019 00:00;11/01/2019;;0904\n\
    ;;Cộng;2;;;;;;;\n\
    ;Người lập;;Lê Văn C;;;;;;;\n\
    ;;;;;;;Ngày 05/01/2019;;;\n";

fn preview(plan: &Scratch, args: &str) -> (i32, Value) {
    let ran = plan.run(&format!("import so.csv --recipe so --dry-run --format json {args}"));
    (ran.code, serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stderr)))
}

/// Returns the cells of a fate as `address column text`.
fn cells(preview: &Value, fate: &str) -> Vec<String> {
    let text = |own: &Value, key: &str| own[key].as_str().unwrap_or_default().to_owned();
    let all = preview["cells"].as_array().expect("a table").iter().filter(|own| own["fate"] == fate);
    all.map(|own| format!("{} {} {}", text(own, "cell"), text(own, "column"), text(own, "new"))).collect()
}

#[test]
fn dossiers_are_taken_over_and_who_somebody_is_stays_behind() {
    let plan = plan(ROWS);
    let (code, shown) = preview(&plan, "");
    assert_eq!(code, 0);
    assert_eq!(cells(&shown, "personal"), ["D2  Họ và tên", "K2  Điện thoại"]);
    assert_eq!(cells(&shown, "left-out"), ["A2  STT", "C6  Cộng"]);
    assert_eq!(shown["files"][0]["report"], "Sổ hồ sơ: 1 hồ sơ mới, 1 hồ sơ có thay đổi, 0 hồ sơ như cũ");
    assert!(cells(&shown, "new").contains(&"J4 resolved 2019-01-09".to_owned()), "{shown}");
    let before = plan.all();
    let ran = plan.run("import so.csv --recipe so --yes");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    // What is on file is filled where it stands; the new one goes where the recipe says. A time is no difference.
    let so = Register { rows: "A1,P5,a,3,online,2019-01-03,2019-01-10,2019-01-09", ..Register::default() };
    assert_eq!(plan.text("data/dossiers/so.csv"), so.csv());
    let new = Register { rows: "A2,P6,b,4,in-person,2019-01-04,2019-01-11", ..Register::default() };
    assert_eq!(plan.text("data/dossiers/mot-cua.csv"), new.csv());
    for (name, bytes) in plan.all() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let is_given = before.get(&name) == Some(&bytes);
        assert!(is_given || !["Nguyễn", "Trần", "0903"].iter().any(|own| text.contains(own)), "{name}");
    }
    // The same once more says nothing new.
    let again = plan.run("import so.csv --recipe so --yes");
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("không có gì để ghi"), "{}", again.stderr);
}

#[test]
fn what_differs_is_replaced_only_where_asked() {
    let plan = plan("1;A1;P5;X;Đơn vị a;3;Trực tuyến;03/01/2019;11/01/2019;;\n");
    let (code, shown) = preview(&plan, "");
    assert_eq!((code, cells(&shown, "differs")), (1, vec!["I4 due 2019-01-11".to_owned()]));
    let ran = plan.run("import so.csv --recipe so --yes");
    assert!(ran.code == 1 && ran.stderr.contains("--replace"), "{}", ran.stderr);
    assert_eq!(plan.run("import so.csv --recipe so --yes --replace").code, 0);
    assert!(plan.text("data/dossiers/so.csv").contains("A1,P5,a,3,online,2019-01-03,2019-01-11,"));
}

#[test]
fn what_cannot_be_taken_is_named_with_its_cell() {
    let cases = [
        ("1;A2;P7;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;", "C4 procedure"),
        ("1;A2;P5;X;Đơn vị c;3;Trực tuyến;03/01/2019;10/01/2019;;", "E4 unit"),
        ("1;A2;P5;X;a;5;Trực tuyến;03/01/2019;10/01/2019;;", "F4 level"),
        ("1;A2;P5;X;a;3;Qua bưu điện;03/01/2019;10/01/2019;;", "G4 channel"),
        ("1;A2;P5;X;a;3;;03/01/2019;10/01/2019;;", "G4 channel"),
        ("1;;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;", "B4 id"),
        ("1;A2;P5;X;a;3;Trực tuyến;;10/01/2019;;", "H4 received"),
        ("1;A2;P5;X;a;3;Trực tuyến;31/02/2019;10/01/2019;;", "H4 received"),
        ("1;A2;P5;X;a;3;Trực tuyến;03/01/19;10/01/2019;;", "H4 received"),
    ];
    for (row, place) in cases {
        let plan = plan(&format!("{row}\n"));
        let before = plan.all();
        let (code, shown) = preview(&plan, "");
        let refused = cells(&shown, "refused");
        assert!(code == 1 && refused.len() == 1 && refused[0].starts_with(place), "{row}: {refused:?}");
        assert_eq!(plan.run("import so.csv --recipe so --yes").code, 1, "{row}");
        assert_eq!(plan.all(), before, "{row}");
    }
    // Twice in one file.
    let row = "1;A2;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n";
    assert_eq!(preview(&plan(&format!("{row}{row}")), "").0, 1);
    // What the register would say together is looked at too.
    let plan = plan("1;A2;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;02/01/2019;\n");
    let ran = plan.run("import so.csv --recipe so --yes");
    assert!(ran.code == 1 && ran.stderr.contains("[days-reversed]"), "{}", ran.stderr);
    assert!(!plan.path().join("data/dossiers/mot-cua.csv").exists());
}

#[test]
fn what_a_recipe_reads_may_not_say_who_somebody_is() {
    for (old, new, place, said) in [
        ("head = \"Mã hồ sơ\"", "head = \"Họ và tên\"", "D2 id", "personal"),
        ("at = \"F\"", "at = \"K\"", "K2 level", "says who somebody is"),
    ] {
        let plan = plan(ROWS).file("recipes/so.toml", RECIPE.replace(old, new));
        let (code, shown) = preview(&plan, "--lang en");
        let refused = cells(&shown, "refused");
        assert!(code == 1 && refused.len() == 1 && refused[0].starts_with(place), "{said}: {refused:?}");
        // Neither names nor what else stands in the table is repeated.
        assert!(!shown.to_string().contains("Nguyễn"), "{shown}");
    }
    let row = "1;A2 0903111222;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n";
    let (code, shown) = preview(&plan(row), "--lang en");
    assert!(code == 1 && shown.to_string().contains("telephone number"), "{shown}");
}

#[test]
fn a_head_that_is_elsewhere_is_said_to_be_there_and_nothing_of_the_rows_is_shown() {
    let plan = plan(ROWS).file("recipes/so.toml", RECIPE.replace("header = [2, 3]", "header = [4, 4]"));
    let (code, shown) = preview(&plan, "--lang en");
    let shown = shown.to_string();
    assert!(code == 1 && shown.contains("probably in rows [2, 3]") && !shown.contains("Nguyễn"), "{shown}");
}

#[test]
fn words_for_blanks_and_rows_to_leave_out_are_declared() {
    let rows = "I. LĨNH VỰC A;;;;;;;;;;\n1;A2;P5;X;a;3;Trực tuyến;03/01/2019;-;Chưa trả;\n;Tổng cộng;1;;;;;;;;\n";
    let (code, shown) = preview(&plan(rows), "--lang en");
    assert!(code == 1 && cells(&shown, "refused").len() > 2, "{shown}");
    let keys = "blank = [\"-\", \"chưa trả\"]\nleave-out = [\"Tổng cộng\"]\nheader";
    let plan = plan(rows).file("recipes/so.toml", RECIPE.replacen("header", keys, 1));
    let (code, shown) = preview(&plan, "--lang en");
    assert_eq!((code, cells(&shown, "refused")), (0, Vec::new()), "{shown}");
    assert!(cells(&shown, "left-out").contains(&"B6  Tổng cộng".to_owned()), "{shown}");
    assert_eq!(plan.run("import so.csv --recipe so --yes").code, 0);
    assert!(plan.text("data/dossiers/mot-cua.csv").contains("A2,P5,a,3,online,2019-01-03,,,"));
}

#[test]
fn no_dossier_is_lost_behind_the_end_of_a_table() {
    // A remark within a dossier's row ends nothing; what stands below the end is refused by its cell.
    let rows = "1;A2;P5;Người lập phiếu vắng;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n\
        ;Người lập;;;;;;;;;\n\
        2;A3;P6;X;a;4;Trực tuyến;03/01/2019;10/01/2019;;\n";
    let (code, shown) = preview(&plan(rows), "--lang en");
    assert_eq!((code, cells(&shown, "refused")), (1, vec!["B6 id ".to_owned()]), "{shown}");
    assert!(shown.to_string().contains("below B5"), "{shown}");
    // A row that has more than a title is a dossier, whatever it lacks.
    let rows = "1;;P5;X;a;3;Trực tuyến;;10/01/2019;;\n";
    assert_eq!(cells(&preview(&plan(rows), "").1, "refused"), ["B4 id ", "H4 received "]);
}

#[test]
fn the_same_dossier_in_two_files_is_taken_over_from_one_after_the_other() {
    let row = |resolved: &str| format!("{HEAD}1;A2;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;{resolved};\n");
    let plan = plan("").file("t1.csv", row("")).file("t2.csv", row("09/01/2019").replace(";A2;", ";a2;"));
    let ran = plan.run("import t1.csv t2.csv --recipe so --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let text = plan.text("data/dossiers/mot-cua.csv");
    assert!(text.contains("A2,P5,a,3,online,2019-01-03,2019-01-10,2019-01-09,") && text.lines().count() == 2, "{text}");
    // Within one file nobody can tell which of the two is right.
    let twice = "1;A2;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n2;a2;P5;X;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n";
    let (code, shown) = preview(&self::plan(twice), "--lang en");
    assert!(code == 1 && shown.to_string().contains("stands in B4 of this file already"), "{shown}");
}

#[test]
fn the_command_line_says_whose_dossiers_these_are() {
    let without = RECIPE.replace("[[column]]\nis = \"unit\"\nhead = \"Đơn vị\"\n", "");
    let lacking = plan(ROWS).file("recipes/so.toml", &without);
    assert_eq!(lacking.run("check").code, 0);
    let (code, shown) = preview(&lacking, "--lang en");
    assert!(code == 1 && shown.to_string().contains("--unit"), "{shown}");
    assert_eq!(preview(&lacking, "--unit a").0, 0);
    // A row that names another unit than the command line is refused.
    let (code, shown) = preview(&plan(ROWS), "--unit a");
    assert_eq!((code, cells(&shown, "refused")), (1, vec!["E5 unit b".to_owned()]), "{shown}");
    for option in ["--period 2019-01", "--reported 2019-02-01"] {
        assert_eq!(plan(ROWS).run(&format!("import so.csv --recipe so --dry-run {option}")).code, 2, "{option}");
    }
}

#[test]
fn one_reason_is_told_once_where_many_cells_are_refused_for_it() {
    let row = |at: u8| {
        let code = if at == 30 { "P8" } else { "P7" };
        format!("1;N{at};{code};X;a;3;Trực tuyến;03/01/2019;10/01/2019;;\n")
    };
    let rows = (0..60).map(row).collect::<Vec<_>>().concat();
    let plan = plan(&rows);
    let ran = plan.run("import so.csv --recipe so --dry-run --lang en");
    assert_eq!(ran.stdout.matches("refused: no procedure").count(), 2, "{}", ran.stdout);
    assert!(ran.stdout.contains("58 of them refused for the same reason as one above"), "{}", ran.stdout);
    assert_eq!(cells(&preview(&plan, "").1, "refused").len(), 60);
}

#[test]
fn a_recipe_of_a_register_is_checked() {
    for (old, new, code) in [
        ("is = \"id\"", "is = \"idd\"", "not-one-of"),
        ("is = \"due\"", "is = \"id\"", "repeated-id"),
        ("[[column]]\nis = \"id\"\nhead = \"Mã hồ sơ\"\n", "", "recipe-lacks-column"),
        ("header = [2, 3]", "header = [3, 2]", "bad-rows"),
        ("file = \"mot-cua\"", "file = \"../x\"", "bad-id"),
        ("into = \"dossiers\"", "into = \"hồ sơ\"", "not-one-of"),
        ("at = \"F\"", "at = \"6\"", "bad-address"),
        ("until =", "untill =", "unknown-key"),
    ] {
        assert_eq!(RECIPE.matches(old).count(), 1, "{old}");
        let plan = plan(ROWS).file("recipes/so.toml", RECIPE.replace(old, new));
        let told = plan.run("check").stdout;
        assert!(told.contains(&format!("[{code}]")), "{new}: {told}");
        assert_eq!(plan.run("import so.csv --recipe so --dry-run").code, 1, "{new}");
    }
    // One unit may stand for the whole table.
    let plan = plan(ROWS).file(
        "recipes/so.toml",
        RECIPE
            .replace("[[column]]\nis = \"unit\"\nhead = \"Đơn vị\"\n", "unit = \"a\"\n")
            .replace("unit = \"a\"\n", "")
            .replacen("file =", "unit = \"a\"\nfile =", 1),
    );
    assert_eq!(preview(&plan, "").0, 0);
    assert_eq!(plan.run("import so.csv --recipe so --yes").code, 0);
    assert!(plan.text("data/dossiers/mot-cua.csv").contains("A2,P6,a,4"), "{}", plan.text("data/dossiers/mot-cua.csv"));
}
