//! `plan remind`: a letter to each unit that owes something, saying what `plan status` says of it.
#![expect(clippy::disallowed_methods, reason = "the tests read the files that the program writes")]

#[path = "../common/mod.rs"]
mod common;

mod golden;
mod traps;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use common::{BY_DECEMBER, Scratch, Simple, ours};
use serde_json::Value;

/// Writes the letters of this repository's plan into a folder of their own; returns what is said and the texts by file.
fn letters(args: &str) -> (String, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = Command::new(env!("CARGO_BIN_EXE_plan"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1609459200")
        .args(["remind", "-o"])
        .arg(folder.path())
        .args(args.split_whitespace())
        .output()
        .expect("run the program");
    assert!(ran.status.success(), "{args}: {}", String::from_utf8_lossy(&ran.stderr));
    (String::from_utf8(ran.stdout).expect("UTF-8"), texts(folder.path()))
}

/// Returns the letters in a folder, those for git as they are; every one of them has a file of Word beside it.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let Ok(listed) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    let names: BTreeSet<String> =
        listed.map(|own| own.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    let mut texts = BTreeMap::new();
    for name in names.iter().filter_map(|name| name.strip_suffix(".md")) {
        assert!(names.contains(&format!("{name}.docx")), "{name}");
        texts.insert(name.to_owned(), std::fs::read_to_string(folder.join(format!("{name}.md"))).expect("UTF-8"));
    }
    assert_eq!(names.len(), 2 * texts.len(), "{names:?}");
    texts
}

fn json(args: &str) -> Value {
    let ran = ours(args);
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// Returns the items under a heading that holds some words.
fn items<'a>(letter: &'a str, heading: &str) -> Vec<&'a str> {
    let mut list = Vec::new();
    let mut is_in = false;
    for line in letter.lines() {
        if line.starts_with('#') {
            is_in = line.contains(heading);
        } else if is_in && line.starts_with("- ") {
            list.push(line);
        }
    }
    list
}

fn day(iso: &str) -> String {
    iso.split('-').rev().collect::<Vec<_>>().join("/")
}

#[test]
fn each_units_debts_are_those_that_status_lists() {
    let mut seen = 0;
    for month in 1..=12 {
        let (year, next) = (2019 + month / 12, month % 12 + 1);
        let as_of = format!("{year}-{next:02}-06");
        let status = json(&format!("status --as-of {as_of} --format json"));
        let mut owed: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
        for row in status["owed"].as_array().expect("a table") {
            owed.entry(row["unit"].as_str().expect("an id").to_owned()).or_default().push(row);
        }
        let (_, letters) = letters(&format!("--period 2019-{month:02} --as-of {as_of} --all"));
        for (unit, rows) in &owed {
            // What a group owes, each of its units is reminded of.
            let Some(letter) = letters.get(&format!("2019-{month:02}-{unit}")) else {
                panic!("{as_of}: {unit} owes and has no letter among {:?}", letters.keys());
            };
            let (reports, updates): (Vec<&&Value>, Vec<&&Value>) = rows.iter().partition(|row| row["task"].is_null());
            let said = items(letter, "Báo cáo chưa gửi");
            assert_eq!(said.len(), reports.len(), "{as_of} {unit}: {said:?}");
            for row in reports {
                let (form, due) = (row["what"].as_str().expect("a title"), day(row["due"].as_str().expect("a day")));
                let days = row["days-late"].as_i64().expect("days");
                let late =
                    if days == 0 { "đến hạn hôm nay".to_owned() } else { format!("quá hạn {days} ngày") };
                let fits = |line: &&&str| line.contains(form) && line.contains(&format!("hạn gửi {due}, {late}."));
                assert!(said.iter().any(|line| fits(&line)), "{as_of} {unit}: {form} {due} {late} in {said:?}");
            }
            let told = items(letter, "Báo cáo tiến độ chưa gửi");
            assert_eq!(told.len(), updates.len(), "{as_of} {unit}: {told:?}");
            seen += rows.len();
        }
        for (name, letter) in &letters {
            let unit = name.splitn(3, '-').nth(2).expect("a unit");
            let reports = items(letter, "Báo cáo chưa gửi").len() + items(letter, "Báo cáo tiến độ chưa gửi").len();
            assert_eq!(reports, owed.get(unit).map_or(0, Vec::len), "{as_of} {unit}");
        }
    }
    assert!(seen > 8, "only {seen} debts over the year");
}

#[test]
fn a_letter_is_laid_out_as_an_official_one() {
    let (said, letters) = letters("--period 2019-9M --as-of 2019-10-10 --by 2019-10-20 --all");
    let letter = &letters["2019-9M-chi-cuc-tdc"];
    for part in [
        "| UBND TỈNH BÀ RỊA - VŨNG TÀU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "/SKHCN | Bà Rịa - Vũng Tàu, ngày 10 tháng 10 năm 2019 |",
        "# V/v đôn đốc thực hiện Kế hoạch số 01A/KH-SKHCN, 9 tháng đầu năm 2019\n\nKính gửi: Chi cục TĐC\n",
        "qua theo dõi đến hết ngày 10/10/2019, Chi cục TĐC còn các việc sau:",
        "### 1. Báo cáo gửi muộn trong 9 tháng đầu năm 2019\n\n- Báo cáo tháng 2/2019 theo biểu mẫu “Tình hình tiếp nhận, giải quyết hồ sơ TTHC”: gửi muộn 4 ngày.\n",
        "### 2. Chỉ tiêu không đạt hoặc chậm tiến độ\n\n- 10.1. Tỷ lệ hồ sơ trễ hạn có văn bản xin lỗi, tính riêng Chi cục TĐC: không đạt, không còn khả năng đạt. Hiện là 0,00% (0/1), mức giao 100%; đã có 1 hồ sơ không đạt",
        "Toàn bộ số liệu dùng để đánh giá là số liệu minh họa, không phải số thật.",
        "báo cáo về Bộ phận CCHC chậm nhất là ngày 20 tháng 10 năm 2019./.",
        "| - Như trên; | |",
        "| | **Mai Thanh Quang** |",
    ] {
        assert!(letter.contains(part), "{part}\n---\n{letter}");
    }
    assert!(letters["2019-9M-to-cntt"].contains("Tổ CNTT đã gửi đủ báo cáo nhưng còn gửi muộn:"));
    assert!(letters["2019-9M-to-cntt"].contains("Đề nghị Tổ CNTT gửi báo cáo đúng hạn trong các kỳ tới./."));
    let lost = items(&letters["2019-9M-thang"], "Chỉ tiêu");
    assert!(lost[0].ends_with("không khắc phục được trong năm. Đề nghị báo cáo nguyên nhân và biện pháp."), "{lost:?}");
    assert!(said.contains("Chi cục TĐC: 2 báo cáo gửi muộn, 1 chỉ tiêu không đạt hoặc chậm tiến độ → "), "{said}");
    assert!(said.ends_with("Không có việc phải đôn đốc: Bộ phận KSTTHC.\n"), "{said}");
    assert!(!letters.contains_key("2019-9M-kstthc"));
    let english = self::letters("--period 2019-9M --as-of 2019-10-10 --unit chi-cuc-tdc --lang en").1;
    for part in ["To: Chi cục TĐC", "Reports that came late, first nine months of 2019", "as soon as possible."] {
        assert!(english["2019-9M-chi-cuc-tdc"].contains(part), "{part}\n{}", english["2019-9M-chi-cuc-tdc"]);
    }
}

/// A plan in which unit `a` leads everything, `g` is a group of `b` alone.
fn plan() -> Scratch {
    let rest = "[[group]]\nid = \"g\"\nname = \"Nhóm\"\nmembers = [\"b\"]\n\
        [[task]]\nno = 2\ntitle = \"Việc trơn.\"\nlead = [\"g\"]\nschedule = { by = 2019-03-01 }\n\
        deliverables = [{ name = \"Quy chế\", numbered = true }]\n\
        [[task]]\nno = 3\ntitle = \"Không có gì\"\nlead = [\"a\"]\nschedule = { by = 2019-03-15 }\n";
    Simple {
        units: "a b",
        head: "updates = { every = \"quarter\", due = { days = 5 } }",
        schedule: BY_DECEMBER,
        target: "at-least = 80, milestones = [{ on = 2019-03-31, at-least = 70 }]",
        task: "deliverables = [{ name = \"Báo cáo\", due = 2019-03-10 }]",
        rest,
        rows: "2019-01,a,2019-02-04,1,5 2019-02,a,2019-03-04,1,5 2019-03,a,2019-04-03,1,5 2019-01,b,2019-02-04,4,5 \
               2019-02,b,2019-03-08,4,5 2019-03,b,2019-04-03,4,5",
        ..Simple::default()
    }
    .scratch()
}

fn of(plan: &Scratch, args: &str) -> BTreeMap<String, String> {
    let ran = plan.run(&format!("remind -o letters {args}"));
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    texts(&plan.path().join("letters"))
}

#[test]
fn overdue_work_and_targets_behind_stand_in_the_letter_of_who_leads() {
    let letters = of(&plan(), "--period 2019-Q1 --as-of 2019-04-10 --all");
    let (a, b) = (&letters["2019-Q1-a"], &letters["2019-Q1-b"]);
    assert_eq!(
        items(a, "Việc quá hạn"),
        [
            "- Sản phẩm “Báo cáo” của nội dung 1: hạn 10/03/2019, quá hạn 31 ngày.",
            "- Nội dung 3 (Không có gì): hạn 15/03/2019, quá hạn 26 ngày.",
        ]
    );
    let target = items(a, "Chỉ tiêu");
    assert_eq!(target.len(), 1);
    for part in [
        "- 1.1. Tỷ lệ: chậm tiến độ. Hiện là 50,00% (15/30), chưa đạt mốc từ 70% trở lên",
        "Để đạt mức giao: 18 báo cáo còn lại phải đạt bình quân từ 90,00% trở lên",
    ] {
        assert!(target[0].contains(part), "{part} in {target:?}");
    }
    // A group's unit answers for what the group leads; a title's own stop is not doubled.
    assert_eq!(items(b, "Việc quá hạn"), ["- Sản phẩm “Quy chế” của nội dung 2: hạn 01/03/2019, quá hạn 40 ngày."]);
    assert_eq!(
        items(b, "Báo cáo tiến độ chưa gửi"),
        ["- Tiến độ quý I/2019 của nội dung 2 (Việc trơn): hạn gửi 05/04/2019, quá hạn 5 ngày."]
    );
    assert_eq!(items(b, "Báo cáo gửi muộn"), ["- Báo cáo tháng 2/2019 theo biểu mẫu “Biểu”: gửi muộn 3 ngày."]);
    assert!(items(b, "Chỉ tiêu").is_empty() && !a.contains("gửi muộn"));
}

#[test]
fn work_without_its_document_is_asked_for() {
    let plan = plan()
        .file("data/deliverables.csv", "task,deliverable,number,issued,title,where,link\n2,Quy chế,,2019-02-20,,,\n");
    let letters = of(&plan, "--period 2019-Q1 --as-of 2019-04-10 --unit b");
    // What is overdue and lacks its number is one thing to do.
    assert_eq!(
        items(&letters["2019-Q1-b"], "Việc quá hạn"),
        ["- Sản phẩm “Quy chế” của nội dung 2: hạn 01/03/2019, quá hạn 40 ngày; văn bản đã có nhưng chưa ghi số."]
    );
}

#[test]
fn work_said_to_be_done_before_its_day_is_asked_for_too() {
    let plan = plan()
        .file("data/deliverables.csv", "task,deliverable,number,issued,title,where,link\n2,Quy chế,,2019-02-20,,,\n");
    let letters = of(&plan, "--period 2019-Q1 --as-of 2019-02-25 --unit b");
    assert_eq!(
        items(&letters["2019-Q1-b"], "Việc quá hạn"),
        ["- Sản phẩm “Quy chế” của nội dung 2: văn bản đã có nhưng chưa ghi số."]
    );
}

#[test]
fn who_owes_nothing_gets_no_letter() {
    let plan = Simple { units: "a b", rows: "2019-01,a,2019-02-04,5,5 2019-01,b,2019-02-04,5,5", ..Simple::default() }
        .scratch();
    let ran = plan.run("remind --period 2019-01 --as-of 2019-02-10 --all -o letters");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Không có việc phải đôn đốc: Đơn vị a, Đơn vị b.\n"));
    assert!(!plan.path().join("letters").exists());
}

#[test]
fn letters_are_written_once_and_never_over_others() {
    let plan = plan();
    let first = of(&plan, "--period 2019-Q1 --as-of 2019-04-10 --all");
    let before = plan.all();
    assert_eq!(of(&plan, "--period 2019-Q1 --as-of 2019-04-10 --all"), first);
    assert_eq!(plan.all(), before, "the same bytes");
    // Somebody has worked on a letter.
    std::fs::write(plan.path().join("letters/2019-Q1-a.md"), "sửa").expect("write");
    let ran = plan.run("remind --period 2019-Q1 --as-of 2019-04-10 --all -o letters");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("2019-Q1-a.md"), "{}", ran.stderr);
    assert_eq!(plan.text("letters/2019-Q1-a.md"), "sửa");
}

#[test]
fn what_cannot_be_written_is_said() {
    let plan = plan();
    for (args, said) in [
        ("--period 2019-Q1 --all", "--output"),
        ("--period 2019-Q1 -o letters", "--unit"),
        ("--all -o letters", "--period"),
        ("--period abc --all -o letters", "“abc” không phải là kỳ báo cáo"),
        ("--period 2019-Q1 --unit zz -o letters", "zz"),
        ("--period 2019-Q1 --all -o data/letters", "data"),
        ("--period 2019-Q1 --as-of 2019-04-10 --date 2019-04-09 --all -o letters", "2019-04-09"),
        ("--period 2019-Q1 --as-of 2019-04-10 --by 2019-04-09 --all -o letters", "ngày phải trả lời 2019-04-09"),
        ("--period 2019-Q2 --as-of 2019-03-10 --all -o letters", "2019-04-01"),
    ] {
        let ran = plan.run(&format!("remind {args}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{args}: {}", ran.stderr);
    }
    assert!(!plan.path().join("letters").exists());
}

#[test]
fn no_letter_comes_out_of_files_with_errors_unless_asked_to_go_on() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,x,5", ..Simple::default() }.scratch();
    let ran = plan.run("remind --period 2019-01 --as-of 2019-02-10 --all -o letters");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(!plan.path().join("letters").exists());
    let kept = plan.run("remind --period 2019-01 --as-of 2019-02-10 --all -o letters --keep-going");
    assert_eq!(kept.code, 1);
    let letters = texts(&plan.path().join("letters"));
    assert_eq!(
        items(&letters["2019-01-a"], "Báo cáo chưa gửi"),
        [
            "- Báo cáo tháng 1/2019 theo biểu mẫu “Biểu”: hạn gửi 05/02/2019, quá hạn 5 ngày; đã có dòng số liệu nhưng dòng có \
          lỗi, đề nghị kiểm tra và gửi lại."
        ]
    );
    assert!(letters["2019-01-a"].contains("\n\nCác dòng có lỗi đã bị bỏ ra và tính là chưa báo cáo"), "{letters:?}");
}

#[test]
fn texts_stay_texts() {
    let toml = Simple { rows: "", ..Simple::default() }.toml();
    let toml = toml.replace("\"Biểu\"", "'<script>|**x**[a](b)'").replace("\"Đơn vị a\"", "'=1+1 # <b>'");
    let plan = Scratch::new(&toml).file("data/f.csv", "period,unit,reported,good,all,note\n");
    let letters = of(&plan, "--period 2019-01 --as-of 2019-02-10 --all");
    let letter = &letters["2019-01-a"];
    assert!(letter.contains("“\\<script\\>") && letter.contains("=1+1 \\# \\<b\\>"), "{letter}");
    assert!(!letter.contains(" **x**[a](b)"), "{letter}");
}
