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
    9;A9;P6;Ai đó;b;4;Trực tiếp;04/01/2019;11/01/2019;;\n";

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
        ("[[column]]\nis = \"unit\"\nhead = \"Đơn vị\"\n", "", "missing-column"),
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
