//! What a letter says where plans are odd.

use crate::common::golden::unpacked;
use crate::common::{BY_DECEMBER, Scratch, Simple};
use crate::{items, of};

#[test]
fn years_later_a_letter_says_what_status_says() {
    let plan = Simple {
        head: "from = 2019\nto = 2021",
        schedule: "{ every = \"12-31\" }",
        rows: "2019-12,a,2020-01-04,1,5",
        ..Simple::default()
    }
    .scratch()
    .today("2021-07-01");
    let letters = of(&plan, "--period 2019-Q4 --as-of 2021-06-30 --all");
    let status = plan.at("2021-06-30");
    assert_eq!(
        items(&letters["2019-Q4-a"], "Báo cáo chưa gửi").len(),
        status.json["owed"].as_array().expect("a table").len()
    );
    assert_eq!(status.verdict("1.1"), "no-data");
    assert!(items(&letters["2019-Q4-a"], "Chỉ tiêu").is_empty(), "{letters:?}");
    std::fs::remove_dir_all(plan.path().join("letters")).expect("the letters");
    let then = of(&plan, "--period 2019-Q4 --as-of 2020-01-10 --all");
    assert_eq!(
        (plan.at("2020-01-10").verdict("1.1").as_str(), items(&then["2019-Q4-a"], "Chỉ tiêu").len()),
        ("missed", 1)
    );
}

/// A plan in which each of two units is judged by itself, and one of them leads.
fn each_unit(rows: &str) -> Scratch {
    Simple {
        units: "a b",
        schedule: BY_DECEMBER,
        target: "at-least = 80, each-unit = true, milestones = [{ on = 2019-01-31, at-least = 70 }]",
        rows,
        ..Simple::default()
    }
    .scratch()
}

#[test]
fn who_leads_is_told_of_its_own_figures_too() {
    let plan = each_unit("2019-01,a,2019-02-04,3,5 2019-01,b,2019-02-04,1,5");
    let letters = of(&plan, "--period 2019-01 --as-of 2019-02-10 --all");
    let (led, own) = (items(&letters["2019-01-a"], "Chỉ tiêu"), items(&letters["2019-01-b"], "Chỉ tiêu"));
    let begins = |line: &str, with: &str| assert!(line.starts_with(with), "{line}");
    assert_eq!((led.len(), own.len()), (2, 1), "{letters:?}");
    begins(led[0], "- 1.1. Tỷ lệ: chậm tiến độ. Đơn vị b: hiện là 20,00% (1/5)");
    begins(led[1], "- 1.1. Tỷ lệ, tính riêng Đơn vị a: chậm tiến độ. Hiện là 60,00% (3/5)");
    begins(own[0], "- 1.1. Tỷ lệ, tính riêng Đơn vị b: chậm tiến độ. Hiện là 20,00% (1/5)");
    assert!(led[1].contains(" Để đạt mức giao: 11 báo cáo còn lại"), "{led:?}");
    // One target, told in two lines.
    let said = plan.run("remind --period 2019-01 --as-of 2019-02-10 --unit a -o letters").stdout;
    assert!(said.contains("Đơn vị a: 1 chỉ tiêu không đạt"), "{said}");
    // Where the lead is the one that decides, its figures have been told.
    let plan = each_unit("2019-01,a,2019-02-04,1,5 2019-01,b,2019-02-04,5,5");
    let letters = of(&plan, "--period 2019-01 --as-of 2019-02-10 --all");
    assert_eq!(items(&letters["2019-01-a"], "Chỉ tiêu").len(), 1, "{letters:?}");
    assert!(!letters.contains_key("2019-01-b"));
}

#[test]
fn the_unit_that_watches_reports_to_the_agency() {
    let head = "monitor = { unit = \"b\" }";
    let plan = Simple { units: "a b", head, ..Simple::default() }.scratch();
    let letters = of(&plan, "--period 2019-01 --as-of 2019-02-10 --all");
    for part in ["báo cáo về Đơn vị b trong", "| - Như trên; | |\n| - Đơn vị b; | |\n| - Lưu: VT. | |"] {
        assert!(letters["2019-01-a"].contains(part), "{}", letters["2019-01-a"]);
    }
    for part in ["báo cáo về Sở trong", "| - Như trên; | |\n| - Lưu: VT. | |"] {
        assert!(letters["2019-01-b"].contains(part), "{}", letters["2019-01-b"]);
    }
}

#[test]
fn marks_and_stops_of_texts_do_not_break_sentences() {
    let toml = Simple {
        units: "a",
        target: "at-least = 80, by = 2019-01-31",
        task: "deliverables = [{ name = \"– Quy chế;\", due = 2019-01-10 }]",
        rest: "[[task]]\nno = 2\ntitle = \"- Việc trơn.\"\nlead = [\"a\"]\nschedule = { by = 2019-01-15 }\n",
        ..Simple::default()
    }
    .toml();
    let toml = toml
        .replace("\"Đơn vị a\"", "\"Đơn vị a.\"")
        .replace("\"Biểu\"", "\"Biểu.\"")
        .replace("\"Tỷ lệ\"", "\"Tỷ lệ;\"");
    let plan =
        Scratch::new(&toml).file("data/f.csv", "period,unit,reported,good,all,note\n2019-01,a,2019-02-04,1,5,\n");
    let letter = &of(&plan, "--period 2019-02 --as-of 2019-03-10 --all")["2019-02-a"];
    for part in [
        "Kính gửi: Đơn vị a\n",
        "đến hết ngày 10/03/2019, Đơn vị a còn các việc sau:",
        "theo biểu mẫu “Biểu”: hạn gửi 05/03/2019",
        "Sản phẩm “Quy chế” của nội dung 1: hạn",
        "Nội dung 2 (Việc trơn): hạn",
        "- 1.1. Tỷ lệ: không đạt.",
        "Đề nghị Đơn vị a khẩn trương",
    ] {
        assert!(letter.contains(part), "{part}\n---\n{letter}");
    }
}

#[test]
fn what_must_be_known_of_the_figures_is_said() {
    let rest = "[[form]]\nid = \"g\"\ntitle = \"Biểu mẫu khác\"\nevery = \"year\"\nprovenance = \"made-up\"\nunits = [\"a\"]\ndue = { days = 5 }\n\
        measures = [{ id = \"n\", name = \"Số\", kind = \"flow\" }]\n";
    let plan = Simple { rest, ..Simple::default() }.scratch();
    let letters = of(&plan, "--period 2019-04 --as-of 2019-05-10 --all");
    assert!(letters["2019-04-a"].contains("Biểu mẫu khác"), "{letters:?}");
    let bytes = std::fs::read(plan.path().join("letters/2019-04-a.docx")).expect("a letter");
    let parts = unpacked(&bytes);
    let is_marked =
        parts.values().any(|part| part.contains("Có số liệu minh họa, không phải số thật: xem phần cuối văn bản"));
    assert!(is_marked, "no mark in {:?}", parts.keys());
}

#[test]
fn standing_warnings_are_told_to_who_signs() {
    let form = "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\"] }]";
    let plan = Simple { form, rows: "2019-01,a,2019-02-04,4,5", ..Simple::default() }.scratch();
    let letters = of(&plan, "--period 2019-02 --as-of 2019-03-10 --all");
    assert!(
        letters["2019-02-a"].contains("\n\nSố liệu còn 1 cảnh báo chưa xử lý: kiểm tra trước khi ký.\n"),
        "{letters:?}"
    );
}
