//! What reaches the screen: never wider than it, in colour only where asked, Vietnamese whole, and no code out of a file.
#![expect(clippy::disallowed_methods, reason = "the tests read the repository's own plan")]

mod common;

use std::path::Path;
use std::process::Command;

use common::{Ran, Scratch, Simple};
use unicode_normalization::is_nfc;
use unicode_width::UnicodeWidthStr;

const WIDTHS: [usize; 5] = [60, 80, 100, 120, 160];
const LANGUAGES: [&str; 2] = ["vi", "en"];
const DAYS: [&str; 4] = ["2019-01-05", "2019-06-30", "2019-10-15", "2020-02-01"];

/// Runs on the plan of this repository.
fn ours(args: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("SOURCE_DATE_EPOCH", "1609502400").args(args.split(' '));
    let done = command.output().expect("run the program");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8 output");
    Ran { stdout: text(done.stdout), stderr: text(done.stderr), code: done.status.code().expect("an exit code") }
}

/// Leaves out codes of colour (`ESC [ ... m`), and fails on any other code.
fn without_colour(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('m').expect("a code of colour ends with m");
        let is_colour = code.strip_prefix('[').is_some_and(|code| code.chars().all(|c| c.is_ascii_digit() || c == ';'));
        assert!(is_colour, "a code that is no colour: {code:?}");
        plain.push_str(rest);
    }
    plain
}

/// Whether a terminal would obey a character or be misled by it.
fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    (c.is_control() && c != '\n') || turns
}

fn assert_plain(text: &str, what: &str) {
    let found = text.chars().find(|c| is_harmful(*c));
    assert_eq!(found, None, "{what}:\n{text:?}");
}

fn assert_fits(text: &str, width: usize, what: &str) {
    for line in text.lines() {
        assert!(line.width() <= width, "{what}: {} columns: {line}", line.width());
    }
}

fn each_screen(mut check: impl FnMut(&str, usize)) {
    for width in WIDTHS {
        for lang in LANGUAGES {
            for day in DAYS {
                check(&format!("status --as-of {day} --lang {lang} --width {width}"), width);
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_the_screen_and_nothing_but_lines_is_printed_without_colour() {
    each_screen(|args, width| {
        for colour in ["never", "auto"] {
            let args = format!("{args} --color {colour}");
            let ran = ours(&args);
            assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
            assert_plain(&ran.stdout, &args);
            assert_plain(&ran.stderr, &args);
            assert_fits(&ran.stdout, width, &args);
            assert!(ran.stdout.ends_with('\n') && !ran.stdout.contains(" \n"), "{args}");
        }
    });
}

#[test]
fn colour_changes_no_letter_and_no_width() {
    each_screen(|args, width| {
        let plain = ours(&format!("{args} --color never")).stdout;
        let painted = ours(&format!("{args} --color always")).stdout;
        assert!(painted.contains('\u{1b}'), "{args}");
        let bare: String = without_colour(&painted).lines().map(|line| format!("{}\n", line.trim_end())).collect();
        assert_eq!(bare, plain, "{args}");
        assert_fits(&bare, width, args);
    });
}

#[test]
fn a_pipe_and_no_color_show_no_colour_unless_it_is_asked_for() {
    let scratch = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() }.scratch();
    let args = "status --as-of 2019-06-30";
    assert!(!scratch.run(args).stdout.contains('\u{1b}'));
    let no_color = scratch.env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1").env("TERM", "xterm-256color");
    assert!(!no_color.run(args).stdout.contains('\u{1b}'));
    assert!(no_color.run(&format!("{args} --color always")).stdout.contains('\u{1b}'));
}

#[test]
fn vietnamese_stays_whole_and_composed() {
    let plan = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("plan.toml")).expect("the plan of this repository");
    let names: Vec<&str> = plan.lines().filter_map(|line| line.strip_prefix("title = \"")?.strip_suffix('"')).skip_while(|title| !title.starts_with("Tỷ lệ hồ sơ")).collect();
    assert!(names.len() >= 14, "the titles of the tasks: {names:?}");
    for width in WIDTHS {
        let shown = ours(&format!("status --as-of 2019-06-30 --width {width}")).stdout;
        assert!(is_nfc(&shown) && !shown.contains('\u{fffd}'), "{shown}");
        let words: Vec<&str> = shown.split_whitespace().collect();
        for title in &names {
            // A long title is cut at a word; what stands before is there word for word.
            let begin: String = title.chars().take(50).collect();
            let (begin, _) = begin.rsplit_once(' ').expect("several words");
            for word in begin.split_whitespace() {
                assert!(words.contains(&word), "{word} of {title} at {width}:\n{shown}");
            }
        }
    }
}

#[test]
fn a_word_longer_than_the_screen_is_broken_and_not_let_out() {
    let long = "Vănphòngđăngkýđấtđai".repeat(10);
    for lang in LANGUAGES {
        for width in WIDTHS {
            let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() }.toml().replace("Việc", &long).replace("Đơn vị a", &long).replace("Biểu", &long);
            let scratch = Scratch::new(&plan).file("data/f.csv", Simple::default().csv());
            let args = format!("status --as-of 2019-06-30 --lang {lang} --width {width}");
            assert_fits(&scratch.run(&args).stdout, width, &args);
        }
    }
}

/// Colours, clearing, a title, a bell, a C1 code, marks that turn the writing round, line separators.
const EVIL: [&str; 8] = ["\u{1b}[31mĐỎ", "\u{1b}[2J", "\u{1b}]0;tên\u{7}", "\u{9b}31m", "\u{202e}cod", "\u{2066}\u{200f}", "\u{8}\u{7f}\r", "\u{2028}\u{85}"];

fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() }).collect()
}

/// Runs in every way that writes for eyes.
fn assert_harmless(scratch: &Scratch, what: &str) {
    for args in ["status", "status --lang en --width 80", "status --width 60", "status --keep-going", "status --as-of 2019-06-30 --color always"] {
        let ran = scratch.run(args);
        assert!(ran.code < 2, "{what}, {args}: {}", ran.stderr);
        assert_plain(&without_colour(&ran.stdout), what);
        assert_plain(&without_colour(&ran.stderr), what);
    }
    // JSON writes the codes that a terminal obeys as escapes.
    let json = scratch.run("status --format json").stdout;
    assert!(!json.contains(|c: char| c.is_ascii_control() && c != '\n'), "{json:?}");
}

#[test]
fn codes_in_the_plan_never_reach_the_screen() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    for evil in EVIL {
        for field in ["Việc", "Đơn vị a", "Biểu", "Tỷ lệ", "Kế hoạch", "1/KH", "Số good"] {
            let toml = plan.toml().replace(&format!("\"{field}\""), &format!("\"{field} {}\"", escaped(evil)));
            assert_harmless(&plan.scratch().file("plan.toml", toml), &format!("{field} {evil:?}"));
        }
        let raw = plan.toml().replace("\"Việc\"", &format!("\"Việc {evil}\""));
        assert_harmless(&plan.scratch().file("plan.toml", raw), &format!("raw {evil:?}"));
        let key = plan.toml().replace("lead =", &format!("\"{}\" = 1\nlead =", escaped(evil)));
        assert_harmless(&plan.scratch().file("plan.toml", key), &format!("key {evil:?}"));
    }
}

#[test]
fn codes_in_the_data_never_reach_the_screen() {
    let plan = Simple { task: "deliverables = [\"Kế hoạch\"]", ..Simple::default() };
    let header = "period,unit,reported,good,all,note\n";
    for evil in EVIL {
        for row in [
            format!("2019-01,a,2019-02-04,7,10,\"{evil}\""),
            format!("2019-01,\"a{evil}\",2019-02-04,7,10,"),
            format!("2019-01,a,2019-02-04,\"7{evil}\",10,"),
            format!("\"2019-01{evil}\",a,2019-02-04,7,10,"),
            format!("2019-01,a,\"2019-02-04{evil}\",7,10,"),
        ] {
            assert_harmless(&plan.scratch().file("data/f.csv", format!("{header}{row}\n")), &row);
        }
        let column = format!("period,unit,reported,good,all,note,\"x{evil}\"\n");
        assert_harmless(&plan.scratch().file("data/f.csv", column), evil);
        let document = format!("task,deliverable,number,issued,title,where,link\n1,\"Kế hoạch{evil}\",1/KH,2019-02-04,,,\n");
        assert_harmless(&plan.scratch().file("data/deliverables.csv", document), evil);
    }
}

#[cfg(unix)]
#[test]
fn codes_in_a_file_name_never_reach_the_screen() {
    let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() };
    for evil in EVIL {
        assert_harmless(&plan.scratch().file(&format!("data/x{}.csv", evil.replace('/', "")), "a,b\n"), evil);
    }
}
