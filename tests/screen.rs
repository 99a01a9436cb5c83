//! What reaches the screen: never wider than it, in colour only where asked, Vietnamese whole.
#![expect(clippy::disallowed_methods, reason = "the tests read the repository's own plan")]

mod common;

use std::path::Path;

use common::screen::{assert_plain, without_colour};
use common::{Scratch, Simple, ours};
use unicode_normalization::is_nfc;
use unicode_width::UnicodeWidthStr;

const WIDTHS: [usize; 5] = [60, 80, 100, 120, 160];
const LANGUAGES: [&str; 2] = ["vi", "en"];
/// What `plan show` is asked for: a list, and one thing of each kind.
const THINGS: [&str; 9] =
    ["", " 7", " 7.2", " on-time-rate", " mot-cua", " one-stop", " par-index", " 2019-06", " plan"];
const DAYS: [&str; 4] = ["2019-01-05", "2019-06-30", "2019-10-15", "2020-02-01"];

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
            for thing in THINGS {
                check(&format!("show{thing} --as-of 2019-10-15 --lang {lang} --width {width}"), width);
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
        let bare = without_colour(&painted);
        let lines: Vec<&str> = bare.lines().map(str::trim_end).collect();
        assert_eq!(lines, plain.lines().collect::<Vec<_>>(), "{args}");
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
    let plan = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("plan.toml"))
        .expect("the plan of this repository");
    let names: Vec<&str> = plan
        .lines()
        .filter_map(|line| line.strip_prefix("title = \"")?.strip_suffix('"'))
        .skip_while(|title| !title.starts_with("Tỷ lệ hồ sơ"))
        .collect();
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
            let plan = Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() }
                .toml()
                .replace("Việc", &long)
                .replace("Đơn vị a", &long)
                .replace("Biểu", &long);
            let scratch = Scratch::new(&plan).file("data/f.csv", Simple::default().csv());
            let args = format!("status --as-of 2019-06-30 --lang {lang} --width {width}");
            assert_fits(&scratch.run(&args).stdout, width, &args);
        }
    }
}

/// Returns the lines of titles and of what to do, the excerpts between them left out.
fn words(said: &str) -> Vec<&str> {
    let mut in_words = true;
    let mut lines = Vec::new();
    for line in said.lines() {
        let begun = line.trim_start();
        if begun.starts_with("--> ") {
            in_words = false;
        } else if line.is_empty() || begun.starts_with("= ") {
            in_words = true;
        }
        if in_words && !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// A finding with a name of 200 letters without a space, beside which words of ordinary length stand.
fn long_name() -> Scratch {
    let name = "Vănphòngđăngkýđấtđai".repeat(10);
    let csv = format!("period,unit,reported,good,all,note\n2019-01,{name},2019-02-04,7,10,\n");
    Simple::default().scratch().file("data/f.csv", csv)
}

#[test]
fn what_is_wrong_and_what_to_do_are_folded_to_the_width_that_is_asked_for() {
    let long = long_name();
    let mut folded = 0;
    for lang in LANGUAGES {
        for width in [60, 80] {
            let args = format!("check --lang {lang} --width {width}");
            let said = long.run(&args).stdout;
            assert_fits(&words(&said).join("\n"), width, &args);
            // Broken, and none of it lost.
            let pieces: String = words(&said).iter().map(|line| line.trim()).collect();
            assert!(pieces.contains(&"Vănphòngđăngkýđấtđai".repeat(10)), "{said}");
            for example in examples() {
                let args =
                    format!("check late evidence names -C tests/cases/{example} --as-of 2019-02-28 --lang {lang}");
                let whole = words(&ours(&args).stdout).len();
                let args = format!("{args} --width {width}");
                let said = ours(&args).stdout;
                assert_fits(&words(&said).join("\n"), width, &args);
                folded += words(&said).len() - whole;
            }
        }
    }
    assert!(folded > 100, "only {folded} lines more");
}

#[test]
fn in_a_pipe_what_is_wrong_and_what_to_do_stay_on_one_line_each() {
    let mut wide = 0;
    for lang in LANGUAGES {
        for example in examples() {
            let args = format!("check -C tests/cases/{example} --as-of 2019-02-28 --lang {lang}");
            let (said, json) = (ours(&args).stdout, ours(&format!("{args} --format json")).stdout);
            let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            for finding in json["findings"].as_array().expect("a list") {
                let [code, title, help] = ["code", "title", "help"].map(|key| finding[key].as_str().expect("a text"));
                let title = format!("[{code}]: {title}");
                assert!(said.lines().any(|line| line.ends_with(&title)), "{args}: {title}\n{said}");
                assert!(said.lines().any(|line| line.ends_with(&format!(": {help}"))), "{args}: {help}\n{said}");
                wide += usize::from(title.width() > 80 || help.width() > 80);
            }
        }
    }
    assert!(wide > 20, "only {wide} are wider than a screen");
    let said = long_name().run("check").stdout;
    assert!(said.lines().next().is_some_and(|title| title.width() > 200), "{said}");
}

/// The broken plans under tests/cases/.
fn examples() -> Vec<String> {
    let listing = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).expect("the examples");
    let name = |entry: std::fs::DirEntry| entry.file_name().into_string().expect("a name");
    let mut names: Vec<String> = listing.map(|entry| name(entry.expect("an example"))).collect();
    names.sort();
    names
}
