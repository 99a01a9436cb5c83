//! Texts that would run, break or vanish elsewhere: every format opens, nothing runs, nothing is lost.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::common::Scratch;
use crate::parts::{Paper, sheets, unpacked, written_by};

/// What somebody may write into a name, a title or a note.
const NAUGHTY: [&str; 34] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "+49 69",
    "-1+1",
    "<script>alert(1)</script>",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "]]> &amp; &lt; &#0; &nbsp;",
    "</w:t>",
    "a & b < c > d \" e ' f",
    "[a](javascript:alert(1))",
    "![a](file:///etc/passwd)",
    "| a | b |",
    "# Không phải tiêu đề",
    "1. không phải danh sách",
    "**đậm** _nghiêng_ `mã` ~~bỏ~~ $x$",
    "{{7*7}} ${7*7} %s %n",
    "_x000D_ _x0041_",
    "&A&P&Z",
    "C:\\Windows\\System32 ../../etc/passwd",
    "'); DROP TABLE units;--",
    "Ký tự lạ: \u{1f469}\u{200d}\u{1f4bb} \u{1f1fb}\u{1f1f3} \u{fe0f}",
    "Tiê\u{302}\u{301}ng Việt NFD: Hồ sơ".trim_ascii(),
    "\u{65b0}\u{5e74} \u{5feb}\u{4e50} \u{c0c8}\u{d574}",
    "\u{645}\u{631}\u{62d}\u{628}\u{627}",
    "k\u{200b}h\u{200d}ô\u{feff}ng thấy",
    "z\u{0351}\u{036b}\u{0343}\u{032a}\u{0302}\u{036b}\u{033d}\u{034f}algo",
    "\u{fdd0} \u{e000}",
    "NULL nil undefined NaN -0 1e309",
    "2019-02-30 00:00 99/99/9999",
    "  hai đầu có khoảng trắng  ",
    "dài\u{a0}không\u{a0}ngắt",
    "Siêudàikhôngcókhoảngtrắngnàođểngắtdòngcảnênphảibịcắtởđâuđótrongbảngrộnghayhẹpmàvẫnđọcđược",
    "DCLIII \u{216b} \u{2460} ⅓",
];

/// Control codes and marks that turn the direction of writing: what is left of them is one mark each.
const FORBIDDEN: [(&str, &str); 4] = [
    ("\u{1}một\u{8}hai", "\u{fffd}một\u{fffd}hai"),
    ("\u{1b}[31mđỏ", "\u{fffd}[31mđỏ"),
    ("xuôi \u{202e}ngược", "xuôi \u{fffd}ngược"),
    ("\u{2066}cô lập\u{2069}", "\u{fffd}cô lập\u{fffd}"),
];

fn texts() -> Vec<(String, String)> {
    let same = NAUGHTY.iter().map(|text| ((*text).to_owned(), (*text).to_owned()));
    same.chain(FORBIDDEN.iter().map(|(text, left)| ((*text).to_owned(), (*left).to_owned()))).collect()
}

/// Writes a text as TOML does.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// Writes a text as csv does.
fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A plan in which every name, title and note is one of the texts.
fn plan(text: &str) -> Scratch {
    let q = quoted(text);
    let toml = format!(
        "[plan]\nnumber = {q}\nagency = {q}\nparent = {q}\nplace = {q}\ntitle = {q}\nissued = 2019-01-05\nyear = 2019\n\
         basis = [{q}]\nrecipients = [{q}]\nsigner = {{ name = {q}, title = {q} }}\nmonitor = {{ unit = \"a\", reports-to = {q}, duty = {q} }}\n\
         updates = {{ every = \"quarter\", due = {{ days = 5 }} }}\n\
         [[unit]]\nid = \"a\"\nname = {q}\n[[form]]\nid = \"f\"\ntitle = {q}\nevery = \"month\"\nprovenance = \"made-up\"\nunits = [\"a\"]\n\
         due = {{ days = 5 }}\nmeasures = [{{ id = \"m\", name = {q}, kind = \"flow\", unit = {q} }}, {{ id = \"n\", name = \"N\", kind = \"flow\" }}]\n\
         [[form]]\nid = \"p\"\ntitle = {q}\nevery = \"year\"\nprovenance = \"published\"\nsource = {q}\nunits = [\"a\"]\nhistory = true\n\
         measures = [{{ id = \"l\", name = {q}, kind = \"level\", decimals = 1 }}]\n\
         [[indicator]]\nid = \"i\"\nname = {q}\nnumerator = [\"m\"]\ndenominator = [\"n\"]\ncounts = {q}\n\
         [[index]]\nid = \"x\"\nname = {q}\n\
         [[task]]\nno = 1\ntitle = {q}\nlead = [\"a\"]\nschedule = \"continuous\"\nschedule-printed = {q}\ndeliverables = [{q}]\n\
         targets = [{{ indicator = \"i\", at-least = 90 }}]\nindexes = [\"x\"]\n\
         [report]\nsubject = {q}\n"
    );
    // Data with control codes is refused; names in plan.toml may have them, escaped.
    let c = cell(if text.chars().any(char::is_control) { "lời" } else { text });
    let is_refused = text.chars().any(char::is_control);
    let handed = if is_refused { String::new() } else { format!("1,{c},{c},2019-03-01,{c},{c},\n") };
    Scratch::new(&toml)
        .file("data/f.csv", format!("period,unit,reported,m,n,note\n2019-01,a,2019-02-03,1,2,{c}\n"))
        .file("data/p.csv", "period,unit,reported,l,note\n2017,a,,5.5,\n")
        .file("data/updates.csv", format!("date,period,task,unit,kind,text\n2019-02-01,2019-Q1,1,a,obstacle,{c}\n2019-02-02,2019-Q1,1,a,result,{c}\n"))
        .file("data/deliverables.csv", format!("task,deliverable,number,issued,title,where,link\n{handed}"))
}

/// Leaves out what no reader of a table keeps: blanks at the ends.
fn bare(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often a text stands in a report at least.
fn least(text: &str, times: usize) -> usize {
    if text.chars().any(char::is_control) { times / 2 } else { times }
}

#[test]
fn documents_hold_every_text_and_nothing_of_it_runs() {
    for (text, left) in texts() {
        let plan = plan(&text);
        let bytes = written_by(&plan, "--period 2019-Q1", "docx");
        let paper = Paper::read(&bytes);
        let whole = bare(&paper.text());
        let times = whole.matches(&bare(&left)).count();
        assert!(times >= least(&text, 12), "{text:?}: {times} times in\n{whole}");
        let parts = unpacked(&bytes);
        assert!(!parts.keys().any(|name| name.contains("vba") || name.contains("embed")), "{:?}", parts.keys());
        let links =
            parts.values().filter(|part| part.contains("TargetMode=\"External\"") || part.contains("<w:hyperlink"));
        assert_eq!(links.count(), 0, "{text:?}");
    }
}

#[test]
fn workbooks_hold_every_text_and_nothing_of_it_runs() {
    for (text, left) in texts() {
        let plan = plan(&text);
        let bytes = written_by(&plan, "--period 2019-Q1", "xlsx");
        let cells: Vec<String> =
            sheets(&bytes).into_iter().flat_map(|(_, rows)| rows).flatten().map(|cell| cell.to_string()).collect();
        let times = cells.iter().filter(|cell| bare(cell).contains(&bare(&left))).count();
        assert!(times >= least(&text, 8), "{text:?}: {times} times in {cells:#?}");
        let parts = unpacked(&bytes);
        for (name, part) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
            assert!(!part.contains("<f>"), "{text:?}: a formula in {name}");
            assert!(!part.contains("<hyperlink"), "{text:?}: a link in {name}");
        }
    }
}

#[test]
fn markdown_holds_every_text_and_nothing_of_it_is_mark_up() {
    for (text, left) in texts() {
        let plan = plan(&text);
        let page = String::from_utf8(written_by(&plan, "--period 2019-Q1", "md")).expect("UTF-8");
        let mut shown = String::new();
        for event in Parser::new_ext(&page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(own) => shown.push_str(&own),
                Event::SoftBreak
                | Event::End(TagEnd::TableCell | TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                    shown.push('\n');
                }
                Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::InlineMath(_)
                | Event::Rule
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Strikethrough) => {
                    panic!("{text:?} became {event:?}")
                }
                _ => {}
            }
        }
        let times = bare(&shown).matches(&bare(&left)).count();
        assert!(times >= least(&text, 12), "{text:?}: {times} times in\n{shown}");
    }
}
