//! `plan form`: each cell of a form, what is filled in already, what is refused, and that nothing is written half.
#![expect(clippy::disallowed_methods, reason = "a test reads the files that were made")]

mod common;

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use common::{Ran, Scratch, head, ours};

/// A form of every kind of measure, with an identity, what is carried over, names that a spreadsheet would run, and two units.
fn plan() -> String {
    format!(
        "{}[[unit]]\nid = \"a\"\nname = \"=1+1\"\naliases = [\"PhòngA\"]\n\
         excused = [{{ form = \"f\", period = \"2019-04\", reason = \"sáp nhập\" }}]\n\
         [[unit]]\nid = \"b\"\nname = \"Phòng B\"\nuntil = 2019-05-31\n\
         [[unit]]\nid = \"c\"\nname = \"Phòng C\"\n\
         [[form]]\nid = \"f\"\ntitle = \"@Biểu, một\"\nevery = \"month\"\nprovenance = \"made-up\"\nunits = [\"a\", \"b\"]\n\
         due = {{ working-days = 2 }}\nmeasures = [\n\
         {{ id = \"open\", name = \"Chuyển qua\", kind = \"stock-open\", unit = \"hồ sơ\" }},\n\
         {{ id = \"new\", name = \"-Mới\", kind = \"flow\", unit = \"=hồ sơ\" }},\n\
         {{ id = \"done\", name = \"Xong\", kind = \"flow\" }},\n\
         {{ id = \"left\", name = \"Còn lại\", kind = \"stock\" }},\n\
         {{ id = \"all\", name = \"Tổng số\", kind = \"stock\" }},\n\
         {{ id = \"mark\", name = \"Điểm\", kind = \"level\", decimals = 2, unit = \"điểm\" }},\n]\n\
         identities = [{{ total = \"all\", parts = [\"open\", \"new\"] }}]\n\
         carries = {{ opening = \"open\", closing = \"left\" }}\n\
         [[form]]\nid = \"q\"\ntitle = \"Biểu quý\"\nevery = \"quarter\"\nprovenance = \"reported\"\nunits = [\"c\"]\n\
         due = {{ days = 5 }}\nmeasures = [{{ id = \"n\", name = \"Số\", kind = \"flow\" }}]\n\
         [[form]]\nid = \"p\"\ntitle = \"Đã công bố\"\nevery = \"year\"\nprovenance = \"published\"\nsource = \"báo\"\nunits = [\"c\"]\n\
         measures = [{{ id = \"l\", name = \"Hạng\", kind = \"level\" }}]\n\
         [[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"a\"]\nschedule = \"continuous\"\n",
        head("language = \"vi\"")
    )
}

const ROWS: &str = "period,unit,reported,open,new,done,left,all,mark,note\n\
    2019-01,a,2019-02-01,0,5,1,4,5,7.50,\n\
    2019-03,a,2019-04-01,3,2,1,4,7,-0.25,\"=A1, rồi \"\"xong\"\"\"\n";

fn scratch() -> Scratch {
    Scratch::new(&plan()).file("data/f.csv", ROWS)
}

/// Makes forms and returns the folder that they are in.
fn made(scratch: &Scratch, args: &str) -> std::path::PathBuf {
    let ran = scratch.run(&format!("form {args} -o out"));
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    scratch.path().join("out")
}

fn refused(ran: &Ran, code: i32, words: &str) {
    assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains(words), "{}", ran.stderr);
}

fn workbook(path: &Path) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(fs::read(path).expect("the form"))).expect("a workbook")
}

/// The cells of a sheet as texts, a text in quotes, so that it is told from a number.
fn grid(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str, columns: u32) -> Vec<String> {
    let range = book.worksheet_range(sheet).expect("the sheet");
    let (last, _) = range.end().expect("cells");
    let cell = |row, column| match range.get_value((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) if text.is_empty() => String::new(),
        Some(Data::String(text)) => format!("“{text}”"),
        Some(Data::Float(number)) => number.to_string(),
        Some(other) => panic!("{row} {column}: {other:?}"),
    };
    (0..=last).map(|row| (0..columns).map(|column| cell(row, column)).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn a_form_as_csv_is_the_grid_of_its_sheet() {
    let scratch = scratch();
    let folder = made(&scratch, "f --period 2019-02 --unit a --format csv");
    let text = fs::read_to_string(folder.join("f-2019-02-a.csv")).expect("the form");
    let expected = [
        "\u{feff}\"'@Biểu, một\",,,,",
        "Kỳ báo cáo: tháng 2/2019 (từ 01/02/2019 đến 28/02/2019),,,,",
        "Đơn vị báo cáo: =1+1,,,,",
        "Hạn gửi: 04/03/2019,,,,",
        "\"Số liệu của biểu mẫu này là số liệu minh họa, không phải số thật.\",,,,",
        "Mã,Số liệu,Đơn vị tính,Kỳ trước: tháng 1/2019,Kỳ này",
        "open,Chuyển qua,hồ sơ,0,4",
        "new,'-Mới,'=hồ sơ,5,",
        "done,Xong,,1,",
        "left,Còn lại,,4,",
        "all,Tổng số,,5,",
        "mark,Điểm,điểm,7.50,",
        ",Kiểm tra: Tổng số = Chuyển qua + -Mới,,,",
        ",Kiểm tra: Chuyển qua = Còn lại của kỳ trước,,,",
        "note,Ghi chú,,,",
        "filled-by,Người lập biểu,,,",
        "plan-form,f,2019-02,a,1/KH",
        "",
    ];
    assert_eq!(text, expected.join("\r\n"));
}

#[test]
fn a_report_on_file_is_filled_in_and_its_sums_are_checked() {
    let scratch = scratch();
    let folder = made(&scratch, "f --period 3/2019 --unit phònga");
    let mut book = workbook(&folder.join("f-2019-03-a.xlsx"));
    let expected = [
        "“@Biểu, một”||||",
        "“Kỳ báo cáo: tháng 3/2019 (từ 01/03/2019 đến 31/03/2019)”||||",
        "“Đơn vị báo cáo: =1+1”||||",
        "“Hạn gửi: 02/04/2019”||||",
        "“Số liệu của biểu mẫu này là số liệu minh họa, không phải số thật.”||||",
        "“Mã”|“Số liệu”|“Đơn vị tính”|“Kỳ trước: tháng 2/2019”|“Kỳ này”",
        "“open”|“Chuyển qua”|“hồ sơ”||3",
        "“new”|“-Mới”|“=hồ sơ”||2",
        "“done”|“Xong”|||1",
        "“left”|“Còn lại”|||4",
        "“all”|“Tổng số”|||7",
        "“mark”|“Điểm”|“điểm”||-0.25",
        "|“Kiểm tra: Tổng số = Chuyển qua + -Mới”|||“lệch 2”",
        "|“Kiểm tra: Chuyển qua = Còn lại của kỳ trước”|||",
        "“note”|“Ghi chú”|“=A1, rồi \"xong\"”||",
        "“filled-by”|“Người lập biểu”|||",
        "“plan-form”|“f”|“2019-03”|“a”|“1/KH”",
    ];
    assert_eq!(grid(&mut book, "Biểu mẫu", 5), expected);
    let formulas = book.worksheet_formula("Biểu mẫu").expect("formulas");
    let written: Vec<String> = formulas.used_cells().map(|(_, _, formula)| formula.clone()).collect();
    assert_eq!(
        written,
        [
            "IF(COUNT(E11,E7:E8)<3,\"\",IF(ROUND(E11-SUM(E7:E8),0)=0,\"khớp\",\"lệch \"&ROUND(E11-SUM(E7:E8),0)))",
            "IF(COUNT(E7,D10)<2,\"\",IF(ROUND(E7-SUM(D10),0)=0,\"khớp\",\"lệch \"&ROUND(E7-SUM(D10),0)))",
        ],
        "no name and no note became a formula"
    );
}

#[test]
fn what_programs_need_is_on_a_very_hidden_sheet() {
    let scratch = scratch();
    let folder = made(&scratch, "f --period 2019-02 --all");
    for (unit, opening) in [("a", "“open”|“Chuyển qua”|“hồ sơ”|0|4"), ("b", "“open”|“Chuyển qua”|“hồ sơ”||")]
    {
        let mut book = workbook(&folder.join(format!("f-2019-02-{unit}.xlsx")));
        let sheets: Vec<(String, SheetVisible)> =
            book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
        let expected = [("Biểu mẫu".to_owned(), SheetVisible::Visible), ("plan".to_owned(), SheetVisible::VeryHidden)];
        assert_eq!(sheets, expected);
        let facts = ["“form”|“f”", "“period”|“2019-02”", &format!("“unit”|“{unit}”"), "“plan”|“1/KH”", "“version”|“1”"];
        assert_eq!(grid(&mut book, "plan", 2), facts);
        let rows = grid(&mut book, "Biểu mẫu", 5);
        assert_eq!(rows[6], opening, "carried over from the report before, if there is one");
        let carried = if unit == "a" { "“khớp”" } else { "" };
        assert_eq!(rows[13], format!("|“Kiểm tra: Chuyển qua = Còn lại của kỳ trước”|||{carried}"));
    }
}

#[test]
fn a_form_is_worded_in_the_language_asked_for() {
    let scratch = scratch();
    let folder = made(&scratch, "f --period 2019-03 --unit a --lang en");
    let rows = grid(&mut workbook(&folder.join("f-2019-03-a.xlsx")), "Form", 5);
    assert_eq!(rows[1], "“Period: March 2019 (2019-03-01 to 2019-03-31)”||||");
    assert_eq!(rows[5], "“Id”|“Measure”|“Measured in”|“Before: February 2019”|“This period”");
    assert_eq!(rows[12], "|“Check: Tổng số = Chuyển qua + -Mới”|||“off by 2”");
    // The first period of the plan has none before it on file, and a form that is not made up does not say so.
    let folder = made(&scratch, "q --period 2019-Q1 --unit c");
    let rows = grid(&mut workbook(&folder.join("q-2019-Q1-c.xlsx")), "Biểu mẫu", 5);
    assert_eq!(
        rows[3..6],
        ["“Hạn gửi: 05/04/2019”||||", "“Mã”|“Số liệu”|“Đơn vị tính”|“Kỳ trước: quý IV/2018”|“Kỳ này”", "“n”|“Số”|||"]
    );
}

#[test]
fn every_unit_that_owes_a_report_has_its_file_and_a_line() {
    let scratch = scratch();
    let ran = scratch.run("form f --period 2019-04 --all -o out/sâu");
    // A sum that fails on file is a warning, and no reason to send no forms.
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("identity-fails") && ran.stderr.ends_with("\n1 cảnh báo\n"), "{}", ran.stderr);
    let lines: Vec<Vec<&str>> = ran.stdout.lines().skip(2).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines, [["out/sâu/f-2019-04-b.xlsx", "Phòng", "B", "02/05/2019"]], "a is excused");
    let folder = made(&scratch, "f --period 2019-06 --all");
    assert!(folder.join("f-2019-06-a.xlsx").exists());
    assert!(!folder.join("f-2019-06-b.xlsx").exists(), "b has gone by then");
}

#[test]
fn the_same_bytes_come_each_time() {
    let (one, two) = (scratch().today("2021-02-02"), scratch());
    for format in ["xlsx", "csv"] {
        let read = |scratch: &Scratch| {
            let folder = made(scratch, &format!("f --period 2019-03 --all --format {format}"));
            fs::read(folder.join(format!("f-2019-03-a.{format}"))).expect("the form")
        };
        let first = read(&one);
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert!(first == read(&two), "{format}");
    }
}

#[test]
fn a_file_that_is_there_stays_and_nothing_else_is_made() {
    let scratch = scratch().file("out/f-2019-02-b.xlsx", "của tôi");
    refused(&scratch.run("form f --period 2019-02 --all -o out"), 2, "đã có out/f-2019-02-b.xlsx");
    assert_eq!(fs::read(scratch.path().join("out/f-2019-02-b.xlsx")).expect("a file"), "của tôi".as_bytes());
    assert!(!scratch.path().join("out/f-2019-02-a.xlsx").exists());
}

#[test]
fn what_owes_nothing_is_refused_and_told_why() {
    let scratch = scratch();
    for (args, words) in [
        ("f --period 2019-04 --unit a", "=1+1 không phải gửi biểu mẫu f kỳ 2019-04: được miễn, lý do: sáp nhập"),
        ("f --period 2019-04 --unit b --unit a", "được miễn"),
        ("f --period 2019-06 --unit b", "đơn vị chỉ hoạt động đến 31/05/2019"),
        ("f --period 2019-02 --unit c", "biểu mẫu không giao cho đơn vị này"),
        ("f --period 2019-02 --unit phong-b", "Có phải “Phòng B” không? Các đơn vị gửi biểu mẫu này: a, b."),
        ("p --period 2019 --all", "biểu mẫu p ghi số đã công bố"),
        ("g --period 2019-02 --all", "không có biểu mẫu nào mang mã hoặc tên “g”. Các biểu mẫu: f, q."),
        (
            "f --period 2019-Q2 --all",
            "“2019-Q2” không phải kỳ của biểu mẫu này, vốn gửi hằng tháng. Viết ví dụ 2019-04.",
        ),
        ("q --period 5/2019 --all", "Viết ví dụ 2019-Q2."),
        ("f --period 2020-01 --all", "nằm ngoài kế hoạch"),
        ("f --period 2019-02", "còn thiếu: <--unit <ĐƠN_VỊ>|--all>"),
        ("f --period 2019-02 --all --unit a", "không dùng cùng"),
    ] {
        refused(&scratch.run(&format!("form {args} -o out")), 2, words);
    }
    let excused = plan().replace("until = 2019-05-31", "excused = [{ period = \"2019-04\", reason = \"bão\" }]");
    let excused = scratch.file("plan.toml", excused);
    refused(&excused.run("form f --period 2019-04 --all -o out"), 2, "không đơn vị nào phải gửi biểu mẫu f kỳ 2019-04");
    assert!(!excused.path().join("out").exists());
}

#[test]
fn nothing_is_made_within_data_or_from_files_with_errors() {
    let scratch = scratch();
    for folder in ["data", "data/x/y", "out/../data/x", "./data/"] {
        refused(&scratch.run(&format!("form f --period 2019-02 --all -o {folder}")), 2, "tệp của chính kế hoạch");
    }
    let bare = Scratch::new(&plan());
    refused(&bare.run("form f --period 2019-02 --all -o data"), 2, "tệp của chính kế hoạch");
    let broken = scratch.file("data/q.csv", "period,unit,reported,n,note\n2019-Q1,c,2019-04-01,x,\n");
    let ran = broken.run("form f --period 2019-02 --all -o out");
    refused(&ran, 1, "bad-number");
    assert!(ran.stderr.ends_with("Chưa tạo tệp nào vì các tệp của kế hoạch còn lỗi. Sửa các lỗi trên rồi chạy lại.\n"));
    assert!(!broken.path().join("out").exists());
}

#[cfg(unix)]
#[test]
fn a_link_into_data_is_followed() {
    let scratch = scratch();
    std::os::unix::fs::symlink("data", scratch.path().join("link")).expect("a link");
    refused(&scratch.run("form f --period 2019-02 --all -o link/x"), 2, "tệp của chính kế hoạch");
}

#[test]
fn a_figure_with_more_digits_than_a_spreadsheet_keeps_stays_what_it_is() {
    let rows = "period,unit,reported,open,new,done,left,all,mark,note\n\
        2019-01,a,2019-02-01,0,123456789012345678,1,4,123456789012345,1234567890123.25,\n";
    let scratch = scratch().file("data/f.csv", rows);
    let ran = scratch.run("form f --period 2019-01 --unit a -o out");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let rows = grid(&mut workbook(&scratch.path().join("out/f-2019-01-a.xlsx")), "Biểu mẫu", 5);
    assert_eq!(rows[7], "“new”|“-Mới”|“=hồ sơ”||“123456789012345678”");
    assert_eq!(rows[10], "“all”|“Tổng số”|||123456789012345");
    assert_eq!(rows[11], "“mark”|“Điểm”|“điểm”||1234567890123.25");
}

#[test]
fn tab_offers_forms_periods_and_units() {
    let offered = |words: &str| {
        let index = words.split(' ').count() - 1;
        let asked = scratch().env("PLAN_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", &index.to_string());
        asked.run(&format!("-- {words}")).stdout
    };
    assert_eq!(offered("plan form f --period 2019-1"), "2019-10\n2019-11\n2019-12");
    assert_eq!(offered("plan form f --period 2019-Q"), "2019-Q1\n2019-Q2\n2019-Q3\n2019-Q4");
    assert_eq!(offered("plan form f --period 2019-H"), "", "no form is sent every half year");
    assert_eq!(offered("plan form f --unit b"), "b");
    assert_eq!((offered("plan form f"), offered("plan form q")), ("f".to_owned(), "q".to_owned()));
    assert_eq!(offered("plan form p"), "", "nobody fills in what was published");
}

#[test]
fn the_plan_of_this_repository_has_forms() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("x").display().to_string();
    for (form, period, files) in
        [("one-stop", "2019-08", 2), ("online-procedures", "2019-Q3", 3), ("it-plan", "2019-Q4", 1)]
    {
        let ran = ours(&format!("form {form} --period {period} --all -o {out}"));
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert_eq!(ran.stdout.lines().filter(|line| line.contains(".xlsx")).count(), files, "{}", ran.stdout);
    }
}
