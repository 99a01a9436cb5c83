//! Markdown, read by a second reader: whatever stands in the files is text, and every row has its cells.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::common::{Scratch, Simple, ours, rich};

/// What a reader makes of a page.
#[derive(Debug, Default)]
struct Read {
    /// The text of each block and cell.
    texts: Vec<String>,
    /// For each table the number of its columns, and of cells in each row.
    tables: Vec<(usize, Vec<usize>)>,
    /// What is there beside headings, paragraphs, lists of facts, tables and bold text.
    foreign: Vec<String>,
    headings: usize,
}

fn read(page: &str) -> Read {
    let mut read = Read::default();
    for event in Parser::new_ext(
        page,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH | Options::ENABLE_FOOTNOTES,
    ) {
        match event {
            Event::Text(text) => match read.texts.last_mut() {
                Some(last) => last.push_str(&text),
                None => read.texts.push(text.to_string()),
            },
            Event::Start(Tag::Heading { .. }) => {
                read.headings += 1;
                read.texts.push(String::new());
            }
            Event::Start(Tag::Table(columns)) => read.tables.push((columns.len(), Vec::new())),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some((_, rows)) = read.tables.last_mut() {
                    rows.push(0);
                }
            }
            Event::Start(Tag::TableCell) => {
                if let Some(cells) = read.tables.last_mut().and_then(|(_, rows)| rows.last_mut()) {
                    *cells += 1;
                }
                read.texts.push(String::new());
            }
            Event::Start(Tag::Paragraph | Tag::Item) => read.texts.push(String::new()),
            Event::Start(Tag::List(None) | Tag::Strong) | Event::End(_) => {}
            other => read.foreign.push(format!("{other:?}")),
        }
    }
    read
}

/// Texts that mean something in Markdown, each written as TOML writes it in quotes; with them what a reader should see.
const MARKS: [(&str, &str); 28] = [
    ("a | b", "a | b"),
    ("a \\\\| b \\\\\\\\| c \\\\", "a \\| b \\\\| c \\"),
    ("||||", "||||"),
    ("*a* **b** _c_ __d__", "*a* **b** _c_ __d__"),
    ("`a` ``b", "`a` ``b"),
    ("<b>a</b> <script>alert(1)</script> <!-- c -->", "<b>a</b> <script>alert(1)</script> <!-- c -->"),
    ("[a](http://x) ![b](y) [c][d] [^1]", "[a](http://x) ![b](y) [c][d] [^1]"),
    ("<https://x.vn> https://x.vn www.x.vn", "<https://x.vn> https://x.vn www.x.vn"),
    ("# a #", "# a #"),
    ("## a", "## a"),
    ("- a", "- a"),
    ("+ a", "+ a"),
    ("* a", "* a"),
    ("1. a", "1. a"),
    ("1) a", "1) a"),
    ("> a", "> a"),
    ("---", "---"),
    ("===", "==="),
    ("***", "***"),
    ("~~a~~ ~b~", "~~a~~ ~b~"),
    ("```", "```"),
    ("~~~", "~~~"),
    ("&lt;b&gt; &amp; &#35; A&B", "&lt;b&gt; &amp; &#35; A&B"),
    ("$a$ $$b$$", "$a$ $$b$$"),
    ("a\\nb\\r\\nc\\td", "a b c d"),
    ("    a", "a"),
    ("| --- | --- |", "| --- | --- |"),
    ("[a]: http://x", "[a]: http://x"),
];

/// The places in a plan where a text may stand, with how it is asked for.
const PLACES: [(&str, &str); 7] = [
    ("Việc", "status"),
    ("Việc", "show 1"),
    ("Tỷ lệ", "status"),
    ("Đơn vị a", "show f"),
    ("Biểu", "show f"),
    ("Sở", "show plan"),
    ("Ghi", "show rate"),
];

fn spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_sane(page: &str, what: &str) -> Read {
    let read = read(page);
    assert_eq!(read.foreign, Vec::<String>::new(), "{what}:\n{page}");
    for (columns, rows) in &read.tables {
        assert!(rows.iter().all(|cells| cells == columns), "{what}: {columns} columns, {rows:?}:\n{page}");
    }
    // The reader fills up short rows and cuts long ones; the bars themselves must be right too.
    for line in page.lines().filter(|line| line.starts_with('|')) {
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert!(read.tables.iter().any(|(columns, _)| bars == columns + 1), "{what}: {line}");
    }
    read
}

#[test]
fn marks_in_the_files_stay_text() {
    let rows = "2019-01,a,2019-02-04,7,10";
    let plan = Simple { task: "note = \"Ghi\"", rows, ..Simple::default() };
    let toml = plan.toml().replace("name = \"Tỷ lệ\"", "name = \"Tỷ lệ\"\nnote = \"Ghi\"");
    for (written, seen) in MARKS {
        for (name, args) in PLACES {
            let scratch = Scratch::new(&toml.replace(&format!("\"{name}\""), &format!("\"{written}\"")))
                .file("data/f.csv", plan.csv());
            let what = format!("{written} as {name}, {args}");
            let usual = with_plain(&toml, plan.csv(), name, args);
            let ran = scratch.run(&format!("{args} --format markdown --as-of 2019-06-30"));
            assert_eq!(ran.code, 0, "{what}: {}", ran.stderr);
            let read = assert_sane(&ran.stdout, &what);
            assert!(
                read.texts.iter().any(|text| spaces(text).contains(&spaces(seen))),
                "{what}: {:?}\n{}",
                read.texts,
                ran.stdout
            );
            // The page has the shape that it has with a plain word.
            assert_eq!(
                (read.headings, read.tables.len()),
                (usual.headings, usual.tables.len()),
                "{what}:\n{}",
                ran.stdout
            );
        }
    }
}

fn with_plain(toml: &str, csv: String, name: &str, args: &str) -> Read {
    let scratch = Scratch::new(&toml.replace(&format!("\"{name}\""), "\"abc\"")).file("data/f.csv", csv);
    read(&scratch.run(&format!("{args} --format markdown --as-of 2019-06-30")).stdout)
}

#[test]
fn a_mark_at_the_end_of_a_cell_does_not_open_the_next() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    for end in ["\\\\", "\\\\\\\\", "|", "\\\\|", "`", "**", "&", "&amp", "<", "["] {
        let toml = plan.toml().replace("\"Tỷ lệ\"", &format!("\"Tỷ lệ {end}\""));
        let ran = Scratch::new(&toml).file("data/f.csv", plan.csv()).run("status --format markdown --as-of 2019-06-30");
        assert_sane(&ran.stdout, end);
    }
}

#[test]
fn every_page_can_be_read() {
    for lang in ["vi", "en"] {
        for args in [
            "status",
            "status --table parts",
            "status --table head",
            "show",
            "show 7",
            "show 7.2",
            "show on-time-rate",
            "show mot-cua",
            "show truc-thuoc",
            "show one-stop",
            "show index-levels",
            "show par-index",
            "show 2019-06",
            "show plan",
            "show received",
        ] {
            let args = format!("{args} --lang {lang} --format markdown");
            let ran = ours(&args);
            assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
            assert_sane(&ran.stdout, &args);
            assert!(
                ran.stdout.ends_with('\n') && !ran.stdout.ends_with("\n\n") && !ran.stdout.contains("\n\n\n"),
                "{args}"
            );
        }
    }
    let ran = rich().run("show 2 --format markdown");
    let read = assert_sane(&ran.stdout, "an each-unit target");
    assert!(read.tables.len() >= 2, "{}", ran.stdout);
}

#[test]
fn a_page_has_every_row_that_a_screen_leaves_out() {
    let units: Vec<String> = (0..70).map(|at| format!("u{at}")).collect();
    let scratch = Simple { units: &format!("a {}", units.join(" ")), ..Simple::default() }.scratch();
    let page = scratch.run("status --as-of 2019-02-10 --format markdown").stdout;
    let longest = read(&page).tables.iter().map(|(_, rows)| rows.len()).max();
    assert_eq!(longest, Some(1 + 71), "{page}");
    let screen = scratch.run("status --as-of 2019-02-10").stdout;
    assert!(!screen.contains("Đơn vị u69"), "{screen}");
    assert!(scratch.run("status --as-of 2019-02-10 --table owed").stdout.contains("Đơn vị u69"));
}

// A reader that found nothing foreign anywhere would prove nothing.
#[test]
fn the_reader_sees_what_is_foreign() {
    for page in ["1. a\n", "> a\n", "`a`\n", "[a](b)\n", "---\n", "<b>\n", "~~a~~\n", "$a$\n"] {
        assert!(!read(page).foreign.is_empty(), "{page}");
    }
}
