//! A recipe of a register proposed from an export.

use serde_json::Value;

use crate::common::Scratch;
use crate::common::register::Register;

const EXPORT: &str = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG;;;;;;;;;;;\n\
    SỔ THEO DÕI HỒ SƠ;;;;;;;;;;;\n\
    STT;Mã hồ sơ;Tên thủ tục;Mã TTHC;Chủ hồ sơ;Đơn vị thụ lý;Hình thức nộp;Thời gian;;;Tình trạng hồ sơ;Số điện thoại\n\
    ;;;;;;;Ngày nhận;Ngày hẹn trả;Ngày trả;;\n\
    A;B;1;2;3;4;5;6;7;8;9;10\n\
    1;A1;Cấp phép;P5;Nguyễn Văn A;Đơn vị a;Trực tuyến;03/01/2019 08:15;10/01/2019 17:00;15h30 09/01/2019;Đã trả;0903\n\
    2;A2;Công bố hợp quy;P6;Trần Thị B;Đơn vị bb;Qua bưu điện;04/01/2019;11/01/2019 17:00;8h 07/01/2019;Rút hồ sơ;0904\n\
    ;Người lập biểu;;;Lê Văn C;;;05/01/2019;;;;\n";

fn plan(export: &str) -> Scratch {
    let register =
        Register { procedures: "P5,Cấp phép bức xạ,,4,5; P6,Công bố hợp quy,,3,", ..Register::default() };
    register.scratch().file("so.csv", export)
}

fn proposed(plan: &Scratch, args: &str) -> Vec<String> {
    let ran = plan.run(&format!("import so.csv --recipe new --dry-run --format json {args}"));
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stderr));
    let text = |own: &Value, key: &str| own[key].as_str().unwrap_or_default().to_owned();
    let rows = shown["proposal"].as_array().expect("a table").iter();
    rows.map(|own| ["state", "where", "says", "meaning"].map(|key| text(own, key)).join("|")).collect()
}

#[test]
fn what_heads_and_words_say_is_understood_and_the_rest_is_asked() {
    let plan = plan(EXPORT);
    let shown = proposed(&plan, "--lang en");
    assert_eq!(
        shown,
        [
            "understood|Read into||the register of dossiers",
            "understood|Rows of the head|3-5|",
            "understood|Each row|2 rows|a dossier",
            "left-out|Column A|STT|not read",
            "understood|Column B|Mã hồ sơ|Dossier",
            "left-out|Column C|Tên thủ tục|not read",
            "understood|Column D|Mã TTHC|Procedure",
            "left-out|Column E|Chủ hồ sơ|personal data, not read",
            "understood|Column F|Đơn vị thụ lý|Unit",
            "understood|Column G|Hình thức nộp|Came in",
            "understood|Column H|Thời gian / Ngày nhận|Received",
            "understood|Column I|Thời gian / Ngày hẹn trả|Due",
            "understood|Column J|Thời gian / Ngày trả|Resolved",
            "likely|Column K|Tình trạng hồ sơ|Outcome",
            "left-out|Column L|Số điện thoại|personal data, not read",
            "understood|Level||the level of the procedure",
            "likely|Unit|Đơn vị bb|b: Đơn vị b",
            "understood|Came in|Trực tuyến|online",
            "understood|Came in|Qua bưu điện|post",
            "open|Outcome|Đã trả|",
            "likely|Outcome|Rút hồ sơ|withdrawn",
        ]
    );
    // Nothing of who somebody is comes into the recipe.
    let ran = plan.run("import so.csv --recipe new");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let recipe = plan.text("recipes/register.toml");
    for own in ["Nguyễn", "Trần", "Lê Văn", "0903"] {
        assert!(!recipe.contains(own), "{own}: {recipe}");
    }
    // As it stands it is a recipe, and the word that is only likely is asked for.
    assert_eq!(plan.run("check").code, 0, "{}", plan.run("check").stdout);
    let ran = plan.run("import so.csv --recipe register --dry-run");
    assert!(ran.code == 1 && ran.stdout.contains("Đơn vị bb"), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn what_is_proposed_reads_the_file_once_it_is_said_to_be_right() {
    let plan = plan(&EXPORT.replace("Đã trả", "Đã cấp"));
    let ran = plan.run("import so.csv --recipe new --likely --lang en");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("2 dossiers, no cell refused"), "{}", ran.stdout);
    let ran = plan.run("import so.csv --recipe register --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    // The time of receipt is kept, those of other days are not; the level is that of the procedure.
    let new = Register {
        rows: "A1,P5,a,4,online,2019-01-03_08:15,2019-01-10,2019-01-09,granted \
            A2,P6,b,3,post,2019-01-04,2019-01-11,2019-01-07,withdrawn",
        ..Register::default()
    };
    assert_eq!(plan.text("data/dossiers/register.csv"), new.csv());
}

#[test]
fn what_no_column_says_is_asked_for() {
    let export = "Mã hồ sơ;Thủ tục;Ngày nhận;Ngày hẹn trả\nA1;P5;01/13/2019;01/20/2019\n";
    let plan = plan(export);
    let shown = proposed(&plan, "--lang en");
    assert!(shown.contains(&"open|Unit||give --unit at each import".to_owned()), "{shown:?}");
    assert!(shown.contains(&"open|Came in||no such column found".to_owned()), "{shown:?}");
    assert_eq!(plan.run("import so.csv --recipe new").code, 0);
    let recipe = plan.text("recipes/register.toml");
    assert!(recipe.contains("dates = \"mm/dd/yyyy\""), "{recipe}");
    assert_ne!(plan.run("import so.csv --recipe register --dry-run").code, 0);
    let plan = plan
        .file("recipes/register.toml", recipe.replace("# unit = \"\"", "unit = \"b\"").replace("# channel", "channel"));
    let ran = plan.run("import so.csv --recipe register --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(plan.text("data/dossiers/register.csv").contains("A1,P5,b,4,online,2019-01-13,2019-01-20,"));
}

#[test]
fn a_table_of_figures_is_no_register() {
    // Heads of form 06: they name receipt, but no dossier has an id there.
    let plan = plan("Đơn vị;Tiếp nhận;Đã trả;Quá hạn\nĐơn vị a;5;4;1\nĐơn vị b;6;6;0\n");
    let shown = proposed(&plan, "--lang en");
    assert!(shown.iter().any(|own| own.contains("|Form|")), "{shown:?}");
}
