//! How files of office programs are laid out, and that their tables hold the figures of the JSON.

use calamine::Data;
use serde_json::Value;

use crate::common::{Scratch, Simple, ours};
use crate::parts::{Paper, sheets, table, unpacked, written, written_by};

fn json(args: &str) -> Value {
    let ran = ours(&format!("report {args} --format json"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

fn rows<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json[key].as_array().expect("a table")
}

fn vietnamese(number: &Value) -> String {
    match number {
        Value::Null => "–".to_owned(),
        other => plan::text::number(&other.to_string(), plan::text::Lang::Vi),
    }
}

/// Writes a figure as a page does: `99,46% (548/551)`.
fn amount(value: &Value) -> String {
    match value {
        Value::Object(_) => {
            let counts = format!("{}/{}", vietnamese(&value["numerator"]), vietnamese(&value["denominator"]));
            if value["percent"].is_null() { counts } else { format!("{}% ({counts})", vietnamese(&value["percent"])) }
        }
        other => vietnamese(other),
    }
}

#[test]
fn the_first_appendix_holds_the_figures_of_the_json() {
    for args in ["--period 2019-Q1", "--period 2019-H1", "--period 2019-9M", "--period 2019"] {
        let (report, paper) = (json(args), Paper::read(&written(args, "docx")));
        let drawn = paper.table("TT");
        let heads: Vec<&str> = drawn[0].iter().map(String::as_str).collect();
        let at = |head: &str| heads.iter().position(|own| *own == head).unwrap_or_else(|| panic!("{head}: {heads:?}"));
        let (within, judged) = (at("Trong kỳ"), at("Giá trị đánh giá"));
        assert_eq!(drawn[1], (1..=heads.len()).map(|at| format!("({at})")).collect::<Vec<_>>());
        assert_eq!(drawn.len() - 2, rows(&report, "results").len(), "{args}");
        for (row, own) in drawn[2..].iter().zip(rows(&report, "results")) {
            assert_eq!(row[0], own["id"].as_str().expect("an id"));
            assert_eq!(row[1], own["title"].as_str().expect("a title"));
            let is_target = own["id"].as_str().is_some_and(|id| id.contains('.'));
            if is_target {
                assert_eq!(
                    (row[within].clone(), row[judged].clone()),
                    (amount(&own["in-period"]), amount(&own["judged"])),
                    "{args} {}",
                    row[0]
                );
            } else {
                assert_eq!((row[within].as_str(), row[judged].as_str()), ("", ""), "{args} {}", row[0]);
            }
        }
    }
}

#[test]
fn what_is_judged_is_what_status_gives() {
    for args in ["--period 2019-Q1", "--period 2019-H1", "--period 2019-9M", "--period 2019", "--period 2019-08"] {
        let report = json(args);
        let day = report["head"]["as-of"].as_str().expect("a day");
        let status: Value =
            serde_json::from_str(&ours(&format!("status --as-of {day} --format json")).stdout).expect("JSON");
        for part in rows(&status, "parts").iter().filter(|part| part["part"] == "target") {
            let own = rows(&report, "results").iter().find(|own| own["id"] == part["id"]).expect("the target");
            assert_eq!((&own["verdict"], &own["bound"]), (&part["verdict"], &part["bound"]), "{args} {}", part["id"]);
            for key in ["numerator", "denominator", "percent"] {
                assert_eq!(own["judged"][key], part[key], "{args} {}", part["id"]);
            }
        }
    }
}

#[test]
fn the_second_and_third_appendix_hold_the_figures_of_the_json() {
    let args = "--period 2019-9M";
    let (report, paper) = (json(args), Paper::read(&written(args, "docx")));
    let figures =
        paper.tables.iter().find(|rows| rows[0].iter().any(|cell| cell == "Đã giải quyết")).expect("the dossiers");
    // Three head rows: heads over several columns, the columns' own, their numbers as the printed form has them.
    assert_eq!(
        figures[1][1..5],
        [
            "Tổng số",
            "Tiếp nhận mới: trực tuyến",
            "Tiếp nhận mới: trực tiếp, dịch vụ bưu chính",
            "Từ kỳ trước chuyển qua"
        ]
    );
    assert_eq!(figures[2].join(" "), "(1) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (10a) (10b) ");
    let of_form: Vec<&Value> = rows(&report, "figures").iter().filter(|own| own["form"] == "one-stop").collect();
    assert_eq!(figures.len() - 3, of_form.len());
    let keys = [
        "measure.received",
        "received-online",
        "received-direct",
        "carried-over",
        "resolved",
        "resolved-early",
        "resolved-on-time",
        "resolved-late",
        "pending",
        "pending-in-time",
        "pending-overdue",
        "late-apologised",
        "late-unapologised",
    ];
    for (row, own) in figures[3..].iter().zip(of_form) {
        let said: Vec<String> = keys.iter().map(|key| vietnamese(&own[*key])).collect();
        assert_eq!(row[1..=keys.len()], said, "{}", row[0]);
        let of = |key: &str| own[key].as_u64().expect("a count");
        // The identities of the form hold for the year so far as they do in each month.
        assert_eq!(of("measure.received"), of("resolved") + of("pending"), "{}", row[0]);
        assert_eq!(of("resolved"), of("resolved-early") + of("resolved-on-time") + of("resolved-late"), "{}", row[0]);
        assert_eq!(row.last().expect("a cell"), &format!("{}/{}", own["reports-in"], own["reports-owed"]));
    }
    let discipline = paper.tables.iter().find(|rows| rows[0].iter().any(|cell| cell == "T9")).expect("discipline");
    assert_eq!(discipline.len() - 2, rows(&report, "discipline").len());
    for (row, own) in discipline[2..].iter().zip(rows(&report, "discipline")) {
        for month in 1..=9 {
            let code = own[format!("2019-0{month}")].as_str().unwrap_or_default();
            let mark = match code.strip_prefix("late-") {
                Some(days) => format!("M{days}"),
                None => match code {
                    "on-time" => "Đ",
                    "missing" => "K",
                    "excused" => "miễn",
                    "not-due" => "–",
                    _ => "",
                }
                .to_owned(),
            };
            assert_eq!(row[month + 1], mark, "{row:?}");
        }
    }
}

#[test]
fn every_part_of_a_document_is_well_formed_and_nothing_is_missing() {
    let parts = unpacked(&written("--period 2019-H1", "docx"));
    for (name, part) in &parts {
        let mut reader = quick_xml::Reader::from_str(part);
        reader.config_mut().check_end_names = true;
        while !matches!(
            reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")),
            quick_xml::events::Event::Eof
        ) {}
        assert!(part.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""), "{name}");
    }
    let types = &parts["[Content_Types].xml"];
    for name in parts.keys().filter(|name| !name.contains(".rels") && !name.starts_with('[')) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name} has no type");
    }
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"vi-VN\""));
    assert!(
        unpacked(&written("--period 2019-H1 --lang en", "docx"))["word/styles.xml"].contains("<w:lang w:val=\"en-GB\"")
    );
    assert!(parts["docProps/core.xml"].contains("2019-07-05T00:00:00Z"));
}

#[test]
fn headings_are_words_own_so_that_its_navigation_knows_them() {
    let parts = unpacked(&written("--period 2019-H1", "docx"));
    let text = &parts["word/document.xml"];
    for (style, times) in
        [("Heading1", 5), ("Heading2", 6), ("Heading3", 14), ("AppendixHeading", 5), ("Title", 1), ("Subtitle", 1)]
    {
        assert_eq!(text.matches(&format!("<w:pStyle w:val=\"{style}\"/>")).count(), times, "{style}");
    }
    let styles = &parts["word/styles.xml"];
    for name in ["heading 1", "heading 2", "heading 3", "Title", "Table Grid"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
}

/// Returns the properties of each section, in order.
fn sections(text: &str) -> Vec<&str> {
    text.split("<w:sectPr>").skip(1).map(|rest| rest.split("</w:sectPr>").next().expect("its end")).collect()
}

#[test]
fn appendices_lie_on_pages_of_their_own() {
    let parts = unpacked(&written("--period 2019-H1", "docx"));
    let sections = sections(&parts["word/document.xml"]);
    assert_eq!(sections.len(), 6, "the report and five appendices");
    let upright = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    let lying = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>";
    assert!(sections[0].contains(upright) && sections[1..].iter().all(|own| own.contains(lying)), "{sections:#?}");
    // Millimetres of 56.7 twips: 20 above and below, 30 left, 15 right.
    assert!(
        sections[0].contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""),
        "{}",
        sections[0]
    );
    assert!(sections[0].contains("<w:titlePg/>") && !sections[1].contains("<w:titlePg/>"), "{sections:#?}");
}

#[test]
fn the_page_number_stands_where_the_rule_of_the_day_puts_it() {
    for (date, place) in [("2020-03-04", "footer"), ("2020-03-05", "header")] {
        let parts = unpacked(&written(&format!("--period 2019 --date {date}"), "docx"));
        for name in ["header-default", "header-first", "footer-default", "footer-first"] {
            let has_number = parts[&format!("word/{name}.xml")].contains("w:instr=\" PAGE \"");
            assert_eq!(has_number, name == format!("{place}-default"), "{date} {name}");
        }
        let align = if place == "header" { "center" } else { "right" };
        assert!(parts[&format!("word/{place}-default.xml")].contains(&format!("<w:jc w:val=\"{align}\"/>")), "{date}");
    }
}

#[test]
fn made_up_figures_are_marked_on_every_page_and_sheet() {
    let marked = "Số liệu minh họa";
    let parts = unpacked(&written("--period 2019-H1", "docx"));
    assert!(["footer-default", "footer-first"].iter().all(|name| parts[&format!("word/{name}.xml")].contains(marked)));
    for (name, rows) in sheets(&written("--period 2019-H1", "xlsx")) {
        let says = |cell: &Data| cell.to_string().contains("số liệu minh họa") || cell.to_string().contains(marked);
        assert!(rows.iter().take(12).flatten().any(says), "{name}");
    }
    let real = Simple { rows: "2019-01,a,2019-02-03,4,5", ..Simple::default() }.scratch();
    let parts = unpacked(&written_by(&real, "--period 2019-Q1", "docx"));
    assert!(parts.values().all(|part| !part.contains(marked)), "real figures are not marked");
}

#[test]
fn head_rows_come_again_on_each_page_and_rows_are_not_torn() {
    let parts = unpacked(&written("--period 2019-H1", "docx"));
    let text = &parts["word/document.xml"];
    // Two rows for the first, third and fourth appendix and each table of the fifth, three for the second.
    assert_eq!(text.matches("<w:tblHeader/>").count(), 13);
    assert!(text.contains("<w:gridSpan w:val=\"4\"/>") && text.contains("<w:vMerge w:val=\"restart\"/>"));
    let rows = text.matches("<w:tr>").count();
    assert_eq!(text.matches("<w:cantSplit/>").count(), rows, "no row is so long that it must be torn");
}

#[test]
fn sheets_hold_the_tables_of_the_json_as_numbers() {
    let args = "--period 2019-Q2";
    let (report, book) = (json(args), sheets(&written(args, "xlsx")));
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    for name in [
        "Kết quả",
        "Chế độ báo cáo",
        "Từng báo cáo",
        "Chỉ số qua các năm",
        "Theo kỳ",
        "Theo đơn vị chủ trì",
        "Tình hình",
        "Tài liệu kiểm chứng",
        "Ghi chú số liệu",
    ] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    let (heads, cells) = table(&book, "Kết quả");
    let at = |head: &str| heads.iter().position(|own| own == head).unwrap_or_else(|| panic!("{head}: {heads:?}"));
    let (value, above, below) =
        (at("Giá trị đánh giá"), at("Giá trị đánh giá – Tử số"), at("Giá trị đánh giá – Mẫu số"));
    let number = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        other => panic!("{other:?} is no number"),
    };
    for (row, own) in cells.iter().zip(rows(&report, "results")) {
        assert_eq!(row[0].to_string(), own["id"].as_str().expect("an id"));
        if own["judged"].is_null() {
            continue;
        }
        let of = |key: &str| own["judged"][key].to_string();
        assert_eq!((number(&row[above]), number(&row[below])), (of("numerator"), of("denominator")), "{}", row[0]);
        // A fraction of whole digits, as the JSON's per cent without its point.
        let digits = |text: String| text.replace('.', "").trim_matches('0').to_owned();
        assert_eq!(digits(number(&row[value])), digits(of("percent")), "{}", row[0]);
    }
    let (_, periods) = table(&book, "Theo kỳ");
    assert_eq!(periods.len(), rows(&report, "history").len());
}

#[test]
fn sheets_are_ready_to_be_looked_at_and_printed() {
    let parts = unpacked(&written("--period 2019-Q2", "xlsx"));
    let drawn: Vec<&String> =
        parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).map(|(_, part)| part).collect();
    let with = |what: &str| drawn.iter().filter(|part| part.contains(what)).count();
    assert!(with("state=\"frozen\"") >= 9 && with("<autoFilter") >= 9, "heads stay, tables filter");
    assert!(drawn.iter().all(|part| part.contains("paperSize=\"9\"")), "A4");
    let charts: Vec<&String> =
        parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).map(|(_, part)| part).collect();
    // One a target, and one of verdicts by lead.
    assert_eq!(charts.len(), 11);
    assert_eq!(charts.iter().filter(|chart| chart.contains("<c:lineChart>")).count(), 10);
    assert_eq!(charts.iter().filter(|chart| chart.contains("<c:grouping val=\"stacked\"/>")).count(), 1);
}

/// A plan of many tasks.
fn many(tasks: usize) -> Scratch {
    let task = |no: usize| {
        format!(
            "[[task]]\nno = {no}\ntitle = \"Nội dung số {no} với một tên dài vừa phải như trong kế hoạch\"\nlead = [\"a\"]\nschedule = \"continuous\"\n\
             targets = [{{ indicator = \"rate\", at-least = 60 }}]\ndeliverables = [\"Kế hoạch {no}\"]\n"
        )
    };
    let rest: String = (2..=tasks).map(task).collect();
    let rest: &'static str = Box::leak(rest.into_boxed_str());
    Simple {
        rest,
        rows: "2019-01,a,2019-02-03,4,5 2019-02,a,2019-03-03,4,5 2019-03,a,2019-04-03,3,5",
        ..Simple::default()
    }
    .scratch()
}

#[test]
fn two_hundred_tasks_are_all_there() {
    let plan = many(200);
    let paper = Paper::read(&written_by(&plan, "--period 2019-Q1", "docx"));
    assert_eq!(paper.table("TT").len(), 2 + 400);
    let book = sheets(&written_by(&plan, "--period 2019-Q1", "xlsx"));
    assert_eq!(table(&book, "Kết quả").1.len(), 400);
    let page = String::from_utf8(written_by(&plan, "--period 2019-Q1", "md")).expect("UTF-8");
    assert_eq!(page.lines().filter(|line| line.contains("# Nội dung ")).count(), 200);
    // A list that the first appendix holds too is cut, and says so.
    let good = page.split("### 1. Kết quả đạt được").nth(1).expect("a section").split("\n#").next().expect("its end");
    assert_eq!(good.lines().filter(|line| line.starts_with("- ")).count(), 41, "{good}");
    assert!(good.contains("- Và 159 mục khác, nêu tại Phụ lục I."), "{good}");
}
