//! `plan init --table`: a plan is made of the table that a document prints, the same of any kind of file; nothing of it is lost, nothing
//! is guessed, and a file that has no such table leaves nothing behind.
#![expect(clippy::disallowed_methods, reason = "a test looks at the files that were made")]

mod made;
mod nothing_is_lost;

use std::fs;
use std::path::Path;
use std::process::Command;

use made::{body, bomb, csv, docx, merged, pieces, word, word_at, workbook};
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

/// The plan as it was published.
const PUBLISHED: &str = include_str!("01a-kh-skhcn.txt");

/// Noon of 5 January 2019.
const NOON: &str = "1546689600";

struct Made {
    folder: TempDir,
    stdout: String,
    stderr: String,
    code: i32,
}

impl Made {
    /// Returns a file of the new plan.
    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join("moi").join(name)).expect("the file is there")
    }

    /// Runs the program in the new folder.
    fn run(&self, args: &[&str]) -> (String, String, i32) {
        run(&[&["-C", self.folder.path().join("moi").to_str().expect("a text")][..], args].concat())
    }

    /// Returns the codes that `plan check` finds, with the line of each.
    fn codes(&self) -> Vec<String> {
        let (found, _, _) = self.run(&["check", "--format", "concise"]);
        let code = |line: &str| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned());
        found.lines().filter_map(code).collect()
    }
}

fn run(args: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(args)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", NOON)
        .output()
        .expect("run the program");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8 output");
    (text(output.stdout), text(output.stderr), output.status.code().expect("an exit code"))
}

fn init(bytes: &[u8], lang: &str) -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    // The name says nothing of the kind.
    let table = folder.path().join("van-ban.bin");
    fs::write(&table, bytes).expect("a file");
    let new = folder.path().join("moi");
    let path = |path: &Path| path.to_str().expect("a text").to_owned();
    let (stdout, stderr, code) = run(&["init", &path(&new), "--table", &path(&table), "--lang", lang]);
    Made { folder, stdout, stderr, code }
}

/// Makes a plan that must come about, and returns its plan.toml.
fn plan(bytes: &[u8]) -> String {
    let made = init(bytes, "vi");
    assert_eq!(made.code, 0, "{}", made.stderr);
    made.file("plan.toml")
}

/// Makes a plan of a text that tables stand in.
fn plan_of(text: &str) -> String {
    plan(text.as_bytes())
}

/// Asserts that no plan is made, and nothing left behind; returns what is said.
fn refused(bytes: &[u8]) -> String {
    let [vi, en] = ["vi", "en"].map(|lang| {
        let made = init(bytes, lang);
        assert_eq!((made.code, made.stdout.as_str()), (2, ""), "{}", made.stderr);
        assert!(!made.folder.path().join("moi").exists());
        made.stderr
    });
    assert!(vi.contains("Chưa tạo tệp nào") && en.contains("No file was made"), "{vi}{en}");
    en
}

#[test]
fn the_published_plan_becomes_the_one_to_be_read() {
    for (lang, name) in [("vi", "plan.vi.toml"), ("en", "plan.en.toml")] {
        let made = init(PUBLISHED.as_bytes(), lang);
        assert_eq!(made.code, 0, "{}", made.stderr);
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printed").join(name);
        let written = made.file("plan.toml");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &written).expect("the page is written anew");
        }
        assert_eq!(written, fs::read_to_string(&golden).expect("the page is there"));
        let counts = if lang == "vi" {
            "14 nội dung, 10 đơn vị, 2 tên gọi chung"
        } else {
            "tasks 14, units 10, common names 2"
        };
        assert!(made.stderr.contains(counts), "{}", made.stderr);
        assert!(made.stdout.contains("check") && made.stdout.contains("data/updates.csv"), "{}", made.stdout);
    }
}

#[test]
fn the_page_shows_what_is_made() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/plan-toml.md")).expect("the page");
    let shown = page.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("a block");
    assert!(plan_of(PUBLISHED).contains(&format!("\n{shown}\n")), "{shown}");
}

#[test]
fn only_what_the_document_does_not_say_is_left_to_finish() {
    let made = init(PUBLISHED.as_bytes(), "vi");
    assert_eq!(made.codes(), ["empty-list", "empty-list"], "who is in the two common names");
    let path = made.folder.path().join("moi/plan.toml");
    let finished = made.file("plan.toml").replace("members = []", "members = [\"van-phong-so\"]");
    fs::write(&path, finished).expect("a file");
    assert_eq!(made.run(&["check", "--strict"]), (String::new(), String::new(), 0));
    let (status, _, code) = made.run(&["status"]);
    assert_eq!(code, 0);
    assert!(status.contains("14 nội dung") && status.contains("01A/KH-SKHCN"), "{status}");
}

#[test]
fn titles_and_times_are_those_of_the_plan_kept_by_hand() {
    let parsed = |text: &str| text.parse::<toml::Table>().expect("TOML");
    let own = parsed(&plan_of(PUBLISHED));
    let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("plan.toml")).expect("the plan");
    let kept = parsed(&kept);
    let (own, kept) = (own["task"].as_array().expect("tasks"), kept["task"].as_array().expect("tasks"));
    assert_eq!((own.len(), kept.len()), (14, 14));
    for (own, kept) in own.iter().zip(kept) {
        let printed = kept.get("printed").unwrap_or(&kept["title"]);
        assert_eq!((&own["no"], &own["title"]), (&kept["no"], printed));
        for key in ["schedule", "schedule-printed", "deliverables-printed"] {
            assert_eq!(own.get(key), kept.get(key), "{}", own["no"]);
        }
        assert_eq!(own["lead"].as_array().map(Vec::len), kept["lead"].as_array().map(Vec::len));
        assert_eq!(own["support"].as_array().map(Vec::len), kept["support"].as_array().map(Vec::len));
    }
}

#[test]
fn every_kind_of_file_gives_the_same_plan() {
    let text = plan_of(PUBLISHED);
    let pieces = pieces(PUBLISHED);
    assert_eq!(plan(&docx(&pieces)), text);
    assert_eq!(plan(&word_at("word/document2.xml", body(&pieces).as_bytes())), text);
    assert_eq!(plan(&workbook(&pieces)), text);
    assert_eq!(plan(csv(&pieces).as_bytes()), text);
    assert_eq!(plan_of(&format!("\u{feff}{}", PUBLISHED.replace('\n', "\r\n"))), text);
}

#[test]
fn decomposed_letters_give_the_same_bytes() {
    let nfd: String = PUBLISHED.nfd().collect();
    assert_ne!(nfd, PUBLISHED);
    assert_eq!(plan_of(&nfd), plan_of(PUBLISHED));
    assert_eq!(plan(&docx(&pieces(&nfd))), plan_of(PUBLISHED));
}

#[test]
fn what_stands_in_the_way_is_said_in_both_languages() {
    for (bytes, said) in [
        (&b"%PDF-1.7 x"[..], ".pdf file"),
        (b"{\\rtf1 x}", "is a .rtf file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "is damaged"),
        (b"<html><table><tr><td>x", ".html file"),
        (b"\xd0\xcf\x11\xe0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", ".doc file"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\x7fELF\x00\xff", "no document of Word"),
        (b"TT\tA\tB\n1\tx\ty\n", "most like a head: \"TT | A | B\""),
        ("TT\tNội dung\tChủ trì\n\t\t\n".as_bytes(), "no task under it"),
        (b"just a line", "has no table"),
        (b"", "is empty"),
    ] {
        let complaint = refused(bytes);
        assert!(complaint.contains(said), "{said}: {complaint}");
    }
    assert!(refused("TT\tTên việc\tAi làm\n1\ta\tb\n".as_bytes()).contains("\"Nội dung công việc, Nhiệm vụ\""));
}

#[test]
fn broken_documents_are_refused() {
    let whole = docx(&pieces(PUBLISHED));
    for length in [4, 30, whole.len() / 2, whole.len() - 30] {
        refused(&whole[..length]);
    }
    assert!(refused(&bomb()).contains("unpacks to more than 100 MB"));
    refused(&word("<w:tbl><w:tr>"));
}

#[test]
fn a_file_that_is_there_stays() {
    let made = init(PUBLISHED.as_bytes(), "en");
    let before = made.file("plan.toml");
    let path = |name: &str| made.folder.path().join(name).to_str().expect("a text").to_owned();
    fs::remove_file(path("moi/.plan.schema.json")).expect("the file was there");
    let (stdout, stderr, code) = run(&["init", &path("moi"), "--table", &path("van-ban.bin"), "--lang", "en"]);
    assert_eq!((stdout.as_str(), code), ("", 2));
    assert!(stderr.contains("plan.toml is there already"), "{stderr}");
    assert_eq!(made.file("plan.toml"), before);
    assert!(!Path::new(&path("moi/.plan.schema.json")).exists());
    let (_, stderr, code) = run(&["init", &path("khac"), "--table", &path("khong-co.docx"), "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("khong-co.docx"), "{stderr}");
    assert!(!Path::new(&path("khac")).exists());
}

#[test]
fn merged_and_nested_cells_of_word_keep_their_columns() {
    let tc = |properties: &str, inner: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>");
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |text: &str| tc("", &p(text));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let begin = |text: &str| tc("<w:vMerge w:val=\"restart\"/>", &p(text));
    let goes_on = || tc("<w:vMerge/>", "<w:p/>");
    let nested = format!("<w:tbl>{}</w:tbl>", row(&[cell("Biểu"), cell("01")]));
    let table = [
        row(&[
            begin("STT"),
            begin("NỘI DUNG"),
            tc("<w:gridSpan w:val=\"2\"/>", &p("Đơn vị thực hiện")),
            begin("Thời gian"),
            begin("Kết quả"),
        ]),
        row(&[goes_on(), goes_on(), cell("Chủ trì"), cell("Phối hợp"), goes_on(), goes_on()]),
        row(&[tc("<w:gridSpan w:val=\"6\"/>", &p("I. PHẦN MỘT"))]),
        row(&[
            cell("1"),
            tc("", &format!("{}{}{nested}<w:p/>", p("Việc <w:x/>một"), p("- ý hai"))),
            begin("Tổ A"),
            cell("Tổ B"),
            cell("Quý II"),
            cell("Báo cáo"),
        ]),
        row(&[
            cell("2"),
            tc(
                "",
                "<w:p><w:ins><w:r><w:t>Việc mới</w:t></w:r></w:ins><w:del><w:r><w:delText>Việc cũ</w:delText></w:r></w:del></w:p>",
            ),
            goes_on(),
            tc("", &format!("{}{}", p("Tổ B"), p("Tổ C"))),
            cell("Trước ngày 15/11"),
            cell(""),
        ]),
    ];
    let text = plan(&word(&format!("{}<w:tbl>{}</w:tbl>", p("Năm nào?"), table.concat())));
    let own = text.parse::<toml::Table>().expect("TOML");
    let tasks = own["task"].as_array().expect("tasks");
    assert_eq!(tasks[0]["title"].as_str(), Some("Việc một - ý hai Biểu 01"));
    assert_eq!(tasks[1]["title"].as_str(), Some("Việc mới"));
    assert_eq!(
        (&tasks[0]["lead"], &tasks[1]["lead"]),
        (&toml::Value::from(vec!["to-a"]), &toml::Value::from(vec!["to-a"]))
    );
    assert_eq!(tasks[1]["support"], toml::Value::from(vec!["to-b", "to-c"]));
    assert!(text.contains("không phải nội dung công việc: I. PHẦN MỘT\n"), "{text}");
    // No year is known, so that neither time is.
    assert!(tasks.iter().all(|task| task.get("schedule").is_none()), "{text}");
    assert!(!text.contains("Việc cũ"));
}

#[test]
fn what_is_not_sure_is_marked_and_found() {
    let text = "Hà Nội, ngày 02 tháng 01 năm 2026\nKẾ HOẠCH\nThử\nCăn cứ Luật A;\n\
        TT\tNội dung\tChủ trì\tThời gian\tKết quả\tKinh phí\n\
        1\tHọp \"giao ban\" \\ tuần\tTổ A\tTrước ngày 15/11\tBáo cáo; Báo cáo\t\n\
        1\tHai\tTổ a, Người khác\tQuý II/26\tBáo cáo, biên bản\t5 triệu\n\
        3a\tBa, không quá 5,5%\t\t\tQuyết định/Công văn\t\n";
    let made = init(text.as_bytes(), "vi");
    assert_eq!(
        made.codes().iter().filter(|code| *code == "missing-key").count(),
        5,
        "number, agency, two times, a lead"
    );
    assert_eq!(made.codes().len(), 5);
    let text = made.file("plan.toml");
    for line in [
        "no = 2 # số thứ tự in ra là “1”, đã có ở dòng trên, nên đánh số tiếp",
        "no = 3 # số thứ tự in ra là “3a”, không phải số nguyên, nên đánh số tiếp",
        "title = \"Họp \\\"giao ban\\\" \\\\ tuần\"",
        "schedule = { by = 2026-11-15 } # in ra: “Trước ngày 15/11”.",
        "thì ghi { by = 2026-11-14 }",
        "# schedule = \"...\" # in ra: “Quý II/26”, chưa rõ",
        "# lead = [\"...\"] # bảng không ghi",
        "# Sản phẩm ghi hai lần trong ô, bỏ lần sau: “Báo cáo”",
        "# Sản phẩm “Báo cáo, biên bản” giữ là một",
        "# Cột “Kinh phí”: 5 triệu",
        "# targets = [{ indicator = \"...\", at-most = 5.5 }]  # in ra: “không quá 5,5%”",
        "any-of = [\"Quyết định\", \"Công văn\"]",
        "# number = \"...\"",
        "# agency = \"...\"",
        "year = 2026 # lấy theo ngày ban hành",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn heads_over_two_rows_are_one() {
    let text = plan_of(
        "TT\tNhiệm vụ\tPhân công thực hiện\t\tThời gian\t\tKinh phí\n\
         \t\tChủ trì\tPhối hợp\tBắt đầu\tHoàn thành\t\n\
         1\tNâng cấp\tTổ A\tTổ B\t01/2019\t9/2019\t5\n\
         2\tLắp đặt\tTổ A\t\t3/2019\t\t\n\
         \tTổng kinh phí\t\t\t\t\t5\n",
    );
    let own = text.parse::<toml::Table>().expect("TOML");
    let tasks = own["task"].as_array().expect("tasks");
    assert_eq!(tasks.len(), 2, "{text}");
    assert_eq!(tasks[0]["lead"], toml::Value::from(vec!["to-a"]));
    assert_eq!(tasks[0]["support"], toml::Value::from(vec!["to-b"]));
    assert!(text.contains("schedule = { by = 2019-09-30 }\nschedule-printed = \"9/2019\"\n"), "{text}");
    assert!(text.contains("# Cột “Bắt đầu”: 01/2019\n# Cột “Kinh phí”: 5\n"), "{text}");
    assert!(text.contains("# Tổng kinh phí | 5\n"), "{text}");
    // A day that is only a start is no deadline.
    assert_eq!(tasks[1].get("schedule"), None, "{text}");
    assert!(text.contains("# Cột “Bắt đầu”: 3/2019\n"), "{text}");
}

#[test]
fn what_is_merged_in_a_workbook_holds_in_each_of_its_rows() {
    let table = "TT\tNhiệm vụ\tChủ trì\tThời gian\tKinh phí\n\
        \t\tĐơn vị\tXong trước\t\n\
        A\tHạ tầng\t\t\t\n\
        1\tNâng cấp\tTổ A\tQuý II/2019\t5\n\
        2\tLắp đặt\t\t\t\n\
        \t\tTổ B\t\t\n";
    let merges = [
        (0, 0, 1, 0),
        (0, 1, 1, 1),
        (0, 4, 1, 4),
        (2, 1, 2, 4),
        (3, 2, 4, 2),
        (3, 3, 4, 3),
        (3, 4, 4, 4),
        (4, 0, 5, 0),
        (4, 1, 5, 1),
    ];
    let text = plan(&merged(table, &merges));
    let own = text.parse::<toml::Table>().expect("TOML");
    let tasks = own["task"].as_array().expect("tasks");
    assert_eq!(tasks.len(), 2, "{text}");
    assert_eq!(tasks[1]["lead"], toml::Value::from(vec!["to-a", "to-b"]), "{text}");
    // With heads of one row.
    let table = table.replace("\t\tĐơn vị\tXong trước\t\n", "(1)\t(2)\t(3)\t(4)\t(5)\n");
    let text = plan(&merged(&table, &merges[3..]));
    let own = text.parse::<toml::Table>().expect("TOML");
    let tasks = own["task"].as_array().expect("tasks");
    assert_eq!(tasks.len(), 2, "{text}");
    assert_eq!(tasks[0]["lead"], toml::Value::from(vec!["to-a"]));
    assert_eq!(tasks[1]["lead"], toml::Value::from(vec!["to-a", "to-b"]), "{text}");
    assert_eq!(tasks[0]["schedule"], tasks[1]["schedule"]);
    assert!(!text.contains("ghép vào nội dung này") && !text.contains("bảng không ghi"), "{text}");
    // A sum of money is not counted twice.
    assert_eq!(text.matches("# Cột “Kinh phí”: 5").count(), 1, "{text}");
    assert!(text.contains("không phải nội dung công việc: A | Hạ tầng\n"), "{text}");
}

#[test]
fn times_that_are_no_deadline_say_what_to_do() {
    let text = "Số: 1/KH-X\nHà Nội, ngày 02 tháng 01 năm 2019\nKẾ HOẠCH\nThử của Sở X\nCăn cứ Luật A;\nSở X lập kế hoạch:\n\
        TT\tNội dung\tChủ trì\tThời gian\tKết quả\n\
        1\tMột\tTổ A\tHàng quý\tBáo cáo\n\
        2\tHai\tTổ A\tTháng 6, tháng 12\tBáo cáo giữa năm; Báo cáo cuối năm\n";
    let made = init(text.as_bytes(), "vi");
    let own = made.file("plan.toml");
    for line in [
        "# schedule = \"continuous\" # in ra: “Hàng quý”, là việc định kỳ: bỏ dấu # ở đây và ở updates trong [plan], ghi every = \"quarter\" ở đó",
        "# schedule = { by = 2019-12-31 } # in ra: “Tháng 6, tháng 12”, có nhiều hạn: 2019-06-30, 2019-12-31. Bỏ dấu #",
        "deliverables = [{ name = \"...\", due = ngày }]",
    ] {
        assert!(own.contains(line), "{line}\n{own}");
    }
    assert_eq!(made.codes(), ["missing-key", "missing-key"]);
    // What the remarks say to do is right.
    let done = own
        .replace("# schedule = \"continuous\"", "schedule = \"continuous\"")
        .replace("# schedule = { by", "schedule = { by")
        .replace("# updates =", "updates =")
        .replace("\"Báo cáo giữa năm\", \"", "{ name = \"Báo cáo giữa năm\", due = 2019-06-30 }, \"");
    assert_ne!(done, own);
    fs::write(made.folder.path().join("moi/plan.toml"), done).expect("a file");
    assert_eq!(made.run(&["check", "--strict"]), (String::new(), String::new(), 0));
    let text = plan_of("TT\tNội dung\tChủ trì\tThời gian\n1\tMột\tTổ A\tQuý 4\n");
    assert!(text.contains("# schedule = \"...\" # in ra: “Quý 4”, không rõ năm nào"), "{text}");
}

#[test]
fn an_appendix_offers_what_it_says_of_its_document() {
    let made = init(
        "PHỤ LỤC\nDanh mục nhiệm vụ năm 2019\n(Kèm theo Kế hoạch số 22/KH-X ngày 20/02/2019 của Sở X)\n\
         TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tMột\tTổ A\tQuý 4\n"
            .as_bytes(),
        "vi",
    );
    let text = made.file("plan.toml");
    let from = "của văn bản mà bảng này kèm theo, in ra: “(Kèm theo Kế hoạch số 22/KH-X ngày 20/02/2019 của Sở X)”.";
    for line in [
        &format!("# number = \"22/KH-X\" # {from}"),
        &format!("# agency = \"Sở X\" # {from}"),
        &format!("# issued = 2019-02-20 # {from}"),
        "# title = \"Danh mục nhiệm vụ năm 2019\" # tên phụ lục",
        "\nyear = 2019 # in ra: “Danh mục nhiệm vụ năm 2019”\n",
        "\nschedule = { by = 2019-12-31 }\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(made.codes(), ["missing-key"; 4]);
    let done = text.replace("# number", "number").replace("# agency", "agency");
    let done = done.replace("# issued", "issued").replace("# title", "title");
    fs::write(made.folder.path().join("moi/plan.toml"), done).expect("a file");
    assert_eq!(made.run(&["check", "--strict"]), (String::new(), String::new(), 0));
}

#[test]
fn columns_that_are_not_understood_are_named() {
    let table = "TT\tNhiệm vụ\tAi làm\tHạn chót\tGhi chú\n1\tHọp\tTổ A\t30/6/2019\tx\n";
    let made = init(table.as_bytes(), "vi");
    let text = made.file("plan.toml");
    assert!(made.stderr.contains("Cột không hiểu: “Ai làm”, “Hạn chót”."), "{}", made.stderr);
    for line in [
        "# lead = [\"...\"] # không thấy cột chủ trì; cột không hiểu: “Ai làm”, “Hạn chót”.",
        "# schedule = \"...\" # không thấy cột thời gian; cột không hiểu: “Ai làm”, “Hạn chót”.",
        "# Cột “Hạn chót”: 30/6/2019",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let made = init(table.as_bytes(), "en");
    assert!(made.stderr.contains("Columns not understood: \"Ai làm\", \"Hạn chót\"."), "{}", made.stderr);
    let made = init("TT\tNhiệm vụ\tChủ trì\tThời hạn\tGhi chú\n1\tHọp\t\t\tx\n".as_bytes(), "vi");
    assert!(!made.stderr.contains("Cột không hiểu"), "{}", made.stderr);
    assert!(made.file("plan.toml").contains("# schedule = \"...\" # bảng không ghi thời gian"));
}

#[test]
fn fifty_thousand_rows_are_read() {
    use std::fmt::Write as _;
    let mut text = String::from("TT\tNội dung\tChủ trì\tThời gian\n");
    for row in 1..=50_000 {
        writeln!(text, "{row}\tViệc {row}\tTổ {row}\tQuý I/2026").expect("a text takes it");
    }
    let plan = plan_of(&text);
    assert_eq!(plan.matches("[[task]]").count(), 50_000);
    assert_eq!(plan.matches("[[unit]]").count(), 50_000);
}
