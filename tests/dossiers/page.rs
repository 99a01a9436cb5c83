//! Whether docs/register.md says what the program and the files say.
#![expect(clippy::disallowed_methods, reason = "the test reads a page of the repository")]

use std::fs;
use std::path::Path;

use plan::model::Count;

use crate::common::ours;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the blocks that follow a comment, each with what the comment says behind a word.
fn blocks<'a>(page: &'a str, word: &str) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut list = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(said) = line.strip_prefix("<!-- ").and_then(|own| own.strip_suffix(" -->")) else { continue };
        let Some(said) = said.strip_prefix(word) else { continue };
        let block =
            lines.by_ref().skip_while(|own| !own.starts_with("```")).skip(1).take_while(|own| !own.starts_with("```"));
        list.push((said.trim(), block.collect()));
    }
    list
}

#[test]
fn every_count_is_defined() {
    let page = read("docs/register.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let rows: Vec<(&str, &str)> = rows.filter_map(|(word, rest)| Some((word, rest.split_once(" |")?.0))).collect();
    let defined: Vec<(&str, &str)> = Count::ALL.iter().map(|own| (own.word(), own.kind().word())).collect();
    let kinds = ["flow", "stock", "stock-open", "to-date"];
    assert_eq!(rows.into_iter().filter(|(_, kind)| kinds.contains(kind)).collect::<Vec<_>>(), defined);
    // The words of plan.toml are these too.
    let schema: serde_json::Value = serde_json::from_str(&ours("schema").stdout).expect("JSON");
    let text = schema.to_string();
    for word in Count::WORDS {
        assert!(text.contains(&format!("\"{word}\"")), "{word}");
    }
}

#[test]
fn excerpts_stand_in_their_files() {
    let page = read("docs/register.md");
    let excerpts = blocks(&page, "excerpt");
    assert_eq!(excerpts.len(), 3);
    for (file, lines) in excerpts {
        let text = read(file);
        for line in lines {
            assert!(text.lines().any(|own| own == line), "{file}: {line}");
        }
    }
}

#[test]
fn the_recipe_of_the_page_reads_a_table() {
    let page = read("docs/register.md");
    let recipe =
        page.split_once("<!-- recipe -->\n```toml\n").expect("a recipe").1.split_once("```").expect("its end").0;
    let register = crate::common::register::Register { procedures: "P5,Cấp phép,,4,5", ..Default::default() };
    let table = "Sở\n\nSỔ THEO DÕI\n\nMã hồ sơ;Tên thủ tục hành chính;Họ tên;Đơn vị;Mức độ;Hình thức nộp;Ngày nhận;Ngày hẹn trả;Ngày trả\n\
                 (1);(2);(3);(4);(5);(6);(7);(8);(9)\nA1;Cấp phép;Nguyễn Văn A;a;3;Trực tuyến;03/01/2019;10/01/2019;\n;Người lập;;;;;;;\n";
    let plan = register.scratch().file("recipes/so-mot-cua.toml", recipe).file("so.csv", table);
    let ran = plan.run("import so.csv --recipe so-mot-cua --yes");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let rows = "A1,P5,a,3,online,2019-01-03,2019-01-10";
    assert_eq!(
        plan.text("data/dossiers/so-mot-cua.csv"),
        crate::common::register::Register { rows, ..Default::default() }.csv()
    );
}
