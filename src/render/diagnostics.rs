//! Findings as text: with excerpts for people, on one line each for tools.
//!
//! Columns count characters (Unicode scalar values, as they stand in the file) from 1.

mod excerpt;
mod json;

pub use self::json::{Done, json};

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use self::excerpt::{Excerpts, Line};
use super::terminal::harmless;
use super::{Screen, fold};
use crate::diag::{Diagnostic, Place, Severity, Sources};
use crate::text::{self, Lang, Level, Words};

/// How many findings there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Findings to be shown, and how many there are in all.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// Those that are shown, in order.
    pub shown: &'a [Diagnostic],
    /// All of them, counted.
    pub counts: Counts,
}

/// Draws findings with excerpts of the files, and says how many there are. The result is empty if there is none.
pub fn human(list: List<'_>, sources: &Sources, lang: Lang, screen: Screen) -> String {
    let renderer = if screen.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(screen.width);
    let mut excerpts = Excerpts::new(sources);
    let mut out = String::new();
    for diagnostic in list.shown {
        let drawing = Drawing::new(diagnostic, &mut excerpts, sources, (lang, screen));
        let drawn = renderer.render(&[drawing.group(lang)]);
        out.push_str(&without_padding(&drawn));
        out.push_str("\n\n");
    }
    finish(&mut out, list, lang);
    out
}

/// Writes findings on one line each, `data/2019.csv:14:9: error[unknown-unit]: no unit is called "X"`, and says how many
/// there are.
pub fn concise(list: List<'_>, sources: &Sources, lang: Lang) -> String {
    let mut excerpts = Excerpts::new(sources);
    let mut out = String::new();
    for diagnostic in list.shown {
        if let Some(place) = diagnostic.place {
            let column = excerpts.line(place).map_or(1, |line| line.columns(place).0);
            let name = harmless(sources.name(place.source));
            let _ = write!(out, "{name}:{}:{column}: ", place.line);
        }
        let title = harmless(&text::finding(&diagnostic.finding, lang).title);
        // The level is not translated: editors and scripts look for it.
        let level = level(diagnostic).name(Lang::En);
        let _ = writeln!(out, "{level}[{}]: {title}", diagnostic.code().name());
    }
    finish(&mut out, list, lang);
    out
}

/// Adds how many findings there are.
fn finish(out: &mut String, list: List<'_>, lang: Lang) {
    let Counts { errors, warnings } = list.counts;
    let hidden = (errors + warnings).saturating_sub(list.shown.len());
    let count = text::count_findings(errors, warnings, hidden, lang);
    if !count.is_empty() {
        out.push_str(&count);
        out.push('\n');
    }
}

fn level(diagnostic: &Diagnostic) -> Level {
    match diagnostic.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
    }
}

/// What is drawn of one finding, with every text made harmless.
struct Drawing {
    level: Level,
    code: &'static str,
    words: Words,
    parts: Vec<Part>,
}

/// One line of one file, with what is marked on it.
struct Part {
    name: String,
    number: usize,
    /// None if the file cannot be read again.
    line: Option<Line>,
    marks: Vec<Mark>,
}

struct Mark {
    place: Place,
    label: String,
    main: bool,
}

impl Drawing {
    fn new(
        diagnostic: &Diagnostic,
        excerpts: &mut Excerpts<'_>,
        sources: &Sources,
        (lang, screen): (Lang, Screen),
    ) -> Self {
        let words = text::finding(&diagnostic.finding, lang);
        let words = Words { title: harmless(&words.title), label: harmless(&words.label), help: harmless(&words.help) };
        let main = diagnostic.place.map(|place| Mark { place, label: words.label.clone(), main: true });
        let related = diagnostic.related.iter().map(|(place, why)| Mark {
            place: *place,
            label: text::related(why, lang).to_owned(),
            main: false,
        });
        let mut parts: Vec<Part> = Vec::new();
        let mut last: Option<Place> = None;
        for mark in main.into_iter().chain(related) {
            let place = mark.place;
            // Two marks on one line are drawn under one excerpt.
            let same = last.is_some_and(|last| (last.source, last.line_start) == (place.source, place.line_start));
            last = Some(place);
            match parts.last_mut() {
                Some(part) if same => part.marks.push(mark),
                Some(_) | None => parts.push(Part {
                    name: harmless(sources.name(place.source)),
                    number: place.line as usize,
                    line: excerpts.line(place),
                    marks: vec![mark],
                }),
            }
        }
        let mut drawing = Self { level: level(diagnostic), code: diagnostic.code().name(), words, parts };
        if screen.folds {
            drawing.fold(lang, screen.width);
        }
        drawing
    }

    /// Folds what is wrong and what to do to a width, so that the lines stand under each other.
    fn fold(&mut self, lang: Lang, width: usize) {
        let before_title = self.level.name(lang).width() + self.code.width() + "[]: ".len();
        let digits = self.parts.iter().map(|part| part.number.to_string().len()).max().unwrap_or(1);
        let before_help = digits + " = ".len() + Level::Help.name(lang).width() + ": ".len();
        self.words.title = fold(&self.words.title, Some(width.saturating_sub(before_title)));
        self.words.help = fold(&self.words.help, Some(width.saturating_sub(before_help)));
    }

    fn group(&self, lang: Lang) -> Group<'_> {
        let base = match self.level {
            Level::Error => annotate_snippets::Level::ERROR,
            Level::Warning => annotate_snippets::Level::WARNING,
            Level::Help => annotate_snippets::Level::HELP,
        };
        let title = base.with_name(self.level.name(lang)).primary_title(self.words.title.as_str()).id(self.code);
        let mut group = Group::with_title(title);
        for part in &self.parts {
            group = match &part.line {
                Some(line) => group.element(part.snippet(line)),
                None if part.name.is_empty() => group,
                None => group.element(Origin::path(part.name.as_str()).line(part.number)),
            };
        }
        if self.words.help.is_empty() {
            return group;
        }
        let help = annotate_snippets::Level::HELP.with_name(Level::Help.name(lang));
        group.element(help.message(self.words.help.as_str()))
    }
}

impl Part {
    fn snippet<'a>(&'a self, line: &'a Line) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let marks = self.marks.iter().map(|mark| {
            let kind = if mark.main { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = (!mark.label.is_empty()).then_some(mark.label.as_str());
            kind.span(line.span(mark.place)).label(label)
        });
        Snippet::source(line.text()).line_start(self.number).path(self.name.as_str()).annotations(marks)
    }
}

/// Drops the empty line that the library draws before the help.
fn without_padding(drawn: &str) -> String {
    let lines: Vec<&str> = drawn.lines().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|next| bare(next));
        let padding = bare(line).trim() == "|" && next.is_some_and(|next| next.trim_start().starts_with("= "));
        if !padding {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// Returns a line without colour codes, which in what is drawn come from the library alone.
fn bare(line: &str) -> String {
    let mut text = String::new();
    let mut parts = line.split('\u{1b}');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        text.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::diag::{Open, ReadSeek, Source, SourceId};
    use crate::text::{Finding, Related};

    /// Lists the first `limit` findings.
    fn first(all: &[Diagnostic], limit: usize) -> List<'_> {
        let errors = all.iter().filter(|one| one.severity == Severity::Error).count();
        let counts = Counts { errors, warnings: all.len() - errors };
        List { shown: &all[..limit.min(all.len())], counts }
    }

    const PLAIN: Screen = Screen { width: 100, colour: false, folds: false };

    fn sources(files: &[(&str, &str)]) -> Sources {
        let mut sources = Sources::default();
        for (name, text) in files {
            sources.add(Source { name: (*name).to_owned(), open: Arc::new(text.as_bytes().to_vec()) });
        }
        sources
    }

    /// Returns the place of the first `wanted` in a text.
    fn place(source: u32, text: &str, wanted: &str) -> Place {
        let start = text.find(wanted).unwrap();
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line = text[..start].matches('\n').count() + 1;
        Place {
            source: SourceId(source),
            start: start as u64,
            end: (start + wanted.len()) as u64,
            line: line.try_into().unwrap(),
            line_start: line_start as u64,
        }
    }

    fn unknown(name: &str) -> Finding {
        Finding::UnknownUnit { name: name.to_owned(), near: Some("Bộ phận Một cửa".to_owned()) }
    }

    /// Draws one unknown unit in a line of a file.
    fn drawn(text: &str, name: &str, screen: Screen) -> String {
        let list = [Diagnostic::new(unknown(name), place(0, text, name))];
        human(first(&list, 10), &sources(&[("data/one-stop.csv", text)]), Lang::En, screen)
    }

    #[test]
    fn a_finding_has_excerpt_caret_and_help() {
        let text = format!("period\n{}2019-06,Bộ phận 1 cửa,2019-07-02,10\n", "\n".repeat(12));
        assert_eq!(
            drawn(&text, "Bộ phận 1 cửa", PLAIN),
            "\
error[unknown-unit]: no unit is called \"Bộ phận 1 cửa\"
  --> data/one-stop.csv:14:9
   |
14 | 2019-06,Bộ phận 1 cửa,2019-07-02,10
   |         ^^^^^^^^^^^^^ not declared in plan.toml
   = help: did you mean \"Bộ phận Một cửa\"?

1 error
"
        );
    }

    #[test]
    fn carets_stand_under_any_text() {
        let nfd: String = "Bộ phận 1 cửa".nfd().collect();
        let caret = |text: &str, name: &str| {
            let drawn = drawn(text, name, PLAIN);
            let lines: Vec<&str> = drawn.lines().collect();
            let at = lines.iter().position(|line| line.contains("^^^")).unwrap();
            let (above, below) = (lines[at - 1], lines[at]);
            assert_eq!(above[..above.find(name).unwrap()].width(), below.find('^').unwrap(), "{drawn}");
            assert_eq!(below.matches('^').count(), name.width(), "{drawn}");
            assert!(lines.iter().all(|line| line.width() <= PLAIN.width), "{drawn}");
        };
        caret(&format!("{nfd},{nfd} x,ghi chú\r\n"), &nfd);
        caret("Văn phòng,Bộ phận 1 cửa,2\r\n", "Bộ phận 1 cửa");
        caret("漢字漢字,Bộ phận 1 cửa,漢\n", "Bộ phận 1 cửa");
        caret("漢字,漢字漢,x\n", "漢字漢");
        caret("\u{feff}Bộ phận 1 cửa,2\n", "Bộ phận 1 cửa");
        let long = format!("{},Bộ phận 1 cửa,{}", "số liệu ".repeat(20), "x".repeat(80));
        caret(&long, "Bộ phận 1 cửa");
    }

    #[test]
    fn control_codes_and_turned_text_never_get_out() {
        let text = "\ta\tb\u{1b}[31m\u{9b}m,Bộ phận 1 cửa\u{7},x\u{202e}y\0\n";
        let drawn = drawn(text, "Bộ phận 1 cửa\u{7}", PLAIN);
        assert!(!drawn.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{drawn:?}");
        assert!(drawn.contains("1 |     a    b\u{fffd}[31m\u{fffd}m,Bộ phận 1 cửa\u{fffd},x\u{fffd}y\u{fffd}\n"));
        assert!(drawn.contains("no unit is called \"Bộ phận 1 cửa\u{fffd}\""));
    }

    #[test]
    fn columns_count_characters_in_both_forms() {
        let nfd: String = "tiếng".nfd().collect();
        let text = format!("{nfd},漢\u{1},Bộ phận 1 cửa\n");
        let list = [Diagnostic::new(unknown("x"), place(0, &text, "Bộ phận 1 cửa"))];
        let sources = sources(&[("d.csv", &text)]);
        let column = format!("d.csv:1:{}", nfd.chars().count() + 5);
        let line = concise(first(&list, 9), &sources, Lang::Vi);
        assert_eq!(line, format!("{column}: error[unknown-unit]: không có đơn vị nào tên “x”\n1 lỗi\n"));
        assert!(human(first(&list, 9), &sources, Lang::Vi, PLAIN).contains(&format!("--> {column}\n")));
    }

    const PLAN: &str = "[plan]\n\n[[unit]]\nid = \"a\"\n";
    const DATA: &str = "period,unit\n2019-06,a\n2019-06,b\n";

    #[test]
    fn other_places_are_drawn_after_the_first() {
        let finding = Finding::DuplicateReport { unit: "A".into(), period: "2019-06".into() };
        let list = [Diagnostic::new(finding, place(1, DATA, "2019-06,b"))
            .with(place(1, DATA, "2019-06,a"), Related::FirstHere)
            .with(place(1, DATA, "a\n2019"), Related::AgainstThis)
            .with(place(0, PLAN, "id = \"a\""), Related::DeclaredHere)];
        let sources = sources(&[("plan.toml", PLAN), ("data/f.csv", DATA)]);
        assert_eq!(
            human(first(&list, 9), &sources, Lang::Vi, PLAIN),
            "\
lỗi[duplicate-report]: “A” đã có số liệu cho kỳ 2019-06
 --> data/f.csv:3:1
  |
3 | 2019-06,b
  | ^^^^^^^^^ lần thứ hai
  |
 ::: data/f.csv:2:1
  |
2 | 2019-06,a
  | ---------
  | |       |
  | |       mâu thuẫn với chỗ này
  | lần đầu ở đây
  |
 ::: plan.toml:4:1
  |
4 | id = \"a\"
  | -------- khai báo ở đây
  = gợi ý: giữ lại dòng đúng, xóa dòng kia

1 lỗi
"
        );
    }

    #[test]
    fn a_place_over_several_lines_is_marked_on_the_first() {
        let list = [Diagnostic::new(Finding::UnclosedQuote, place(0, DATA, "2019-06,a\n2019-06,b"))];
        let drawn = human(first(&list, 9), &sources(&[("f.csv", DATA)]), Lang::En, PLAIN);
        assert!(drawn.contains("2 | 2019-06,a\n  | ^^^^^^^^^\n  = help: "), "{drawn}");
    }

    #[test]
    fn findings_without_a_line_have_a_title() {
        struct Gone;
        impl Open for Gone {
            fn open(&self) -> std::io::Result<Box<dyn ReadSeek>> {
                Err(std::io::ErrorKind::NotFound.into())
            }
        }
        let mut sources = sources(&[("empty.csv", "")]);
        sources.add(Source { name: "gone.csv".into(), open: Arc::new(Gone) });
        let at = |source| Place { line: 7, start: 0, end: 0, line_start: 0, source: SourceId(source) };
        let draw = |diagnostic: Diagnostic| human(first(&[diagnostic], 9), &sources, Lang::En, PLAIN);
        let help = "= help: add at least one [[task]] to plan.toml\n\n1 error\n";
        let nowhere = Diagnostic { place: None, ..Diagnostic::new(Finding::NoTask, at(0)) };
        assert_eq!(draw(nowhere.clone()), format!("error[no-task]: the plan has no task\n {help}"));
        assert_eq!(
            concise(first(&[nowhere], 9), &sources, Lang::En),
            "error[no-task]: the plan has no task\n1 error\n"
        );
        let drawn = draw(Diagnostic::new(Finding::NoTask, at(1)));
        assert!(
            drawn.starts_with("error[no-task]: the plan has no task\n") && drawn.contains("--> gone.csv:7\n"),
            "{drawn}"
        );
        let drawn = draw(Diagnostic::new(Finding::NoTask, at(0)));
        assert!(drawn.contains("--> empty.csv:7:1\n"), "{drawn}");
        assert_eq!(
            draw(Diagnostic::new(Finding::NoTask, at(9))),
            format!("error[no-task]: the plan has no task\n {help}")
        );
    }

    #[test]
    fn all_are_counted_and_some_are_drawn() {
        let list = vec![Diagnostic::new(Finding::NoTask, place(0, PLAN, "[plan]")); 3];
        let sources = sources(&[("plan.toml", PLAN)]);
        let drawn = human(first(&list, 2), &sources, Lang::En, PLAIN);
        assert_eq!(drawn.matches("error[").count(), 2);
        assert!(drawn.ends_with("3 errors (1 not shown)\n"));
        assert_eq!(human(first(&[], 2), &sources, Lang::En, PLAIN), "");
        assert_eq!(concise(first(&[], 2), &sources, Lang::En), "");
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        let text = "a,Bộ phận 1 cửa\n";
        let painted = drawn(text, "Bộ phận 1 cửa", Screen { colour: true, ..PLAIN });
        assert!(painted.contains('\u{1b}'));
        assert_eq!(bare(&painted), drawn(text, "Bộ phận 1 cửa", PLAIN));
    }
}
