//! One broken example for each code of a finding. `tests/cases/<code>/` is a plan with that one mistake; `vi.txt` and
//! `en.txt` beside it hold all that `plan check` prints about it. docs/diagnostics.md lists the codes with these words.
//! `UPDATE=1 cargo test --test cases` writes the words and the list anew.
//!
//! A line `# Also CODE: why` in plan.toml of an example names a second finding that cannot be kept away, a line
//! `# Asked: CHECK` a check that is found only where asked for. `# At: FILE:LINE:COLUMN` is the place of the mistake, the
//! characters before it plus one, as counted by whoever made it.
#![expect(clippy::disallowed_methods, reason = "a test reads the examples and the pages of the repository")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plan::diag::{Code, Severity};
use serde_json::Value;

/// The day judged, which is today too.
const DAY: &str = "2019-02-28";
/// Noon of that day, UTC, in seconds since 1970.
const NOON: &str = "1551355200";

const LANGS: [&str; 2] = ["vi", "en"];
/// The severities as each language words them, errors first.
const LEVELS: [(&str, &str); 2] = [("lỗi", "cảnh báo"), ("error", "warning")];

const PAGE: &str = "docs/diagnostics.md";
const LIST: (&str, &str) = ("<!-- The list is written by tests/cases.rs. -->\n\n", "\n<!-- End of the list. -->\n");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// A folder with a broken plan.
struct Example {
    name: String,
    folder: PathBuf,
}

/// What the program said of an example, and how it ended.
struct Said {
    text: String,
    exit: i32,
}

/// What stands on the first line of a finding.
#[derive(Debug, PartialEq)]
struct Headline {
    level: String,
    code: String,
    title: String,
}

/// Returns every example, by name.
fn examples() -> Vec<Example> {
    let cases = root().join("tests/cases");
    let listing = fs::read_dir(&cases).expect("tests/cases can be listed");
    let mut examples: Vec<Example> = listing
        .map(|entry| entry.expect("tests/cases can be listed").path())
        .map(|folder| Example {
            name: folder.file_name().expect("a listed folder has a name").to_string_lossy().into_owned(),
            folder,
        })
        .collect();
    examples.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!examples.is_empty(), "no example was found");
    for example in &examples {
        // Without it the program would look for a plan further up.
        assert!(example.folder.join("plan.toml").is_file(), "{}: there is no plan.toml", example.name);
    }
    examples
}

impl Example {
    /// Checks the example, away from any terminal, and so 120 columns wide and without colour.
    fn say(&self, lang: &str) -> Said {
        self.run(lang, &[])
    }

    fn run(&self, lang: &str, options: &[&str]) -> Said {
        let plan = String::from_utf8_lossy(&fs::read(self.folder.join("plan.toml")).expect("the plan can be read"))
            .into_owned();
        let asked = plan.lines().filter_map(|line| line.strip_prefix("# Asked: "));
        let output = Command::new(env!("CARGO_BIN_EXE_plan"))
            .arg("check")
            .args(asked)
            .args(options)
            .args(["--as-of", DAY, "--lang", lang, "-C"])
            .arg(&self.folder)
            .env_clear()
            .env("SOURCE_DATE_EPOCH", NOON)
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", self.name));
        Said {
            text: String::from_utf8(output.stdout).expect("the program prints UTF-8"),
            exit: output.status.code().expect("the program ends by itself"),
        }
    }

    /// Returns the codes that the example is about: its own, then those that cannot be kept away.
    fn codes(&self) -> Vec<String> {
        let plan = read(&self.folder.join("plan.toml"));
        let also = plan.lines().filter_map(|line| line.strip_prefix("# Also ")?.split_once(": "));
        let mut codes = vec![self.name.clone()];
        codes.extend(also.map(|(code, _)| code.to_owned()));
        codes
    }

    /// Returns the place that the example says its mistake is at.
    fn place(&self) -> Option<String> {
        read(&self.folder.join("plan.toml")).lines().find_map(|line| line.strip_prefix("# At: ").map(str::to_owned))
    }
}

impl Said {
    /// Returns the first lines of the findings.
    fn headlines(&self) -> Vec<Headline> {
        let levels = LEVELS.iter().flat_map(|(error, warning)| [*error, *warning]);
        let headline = |line: &str| {
            let (level, rest) =
                line.split_once('[').filter(|(level, _)| levels.clone().any(|known| known == *level))?;
            let (code, title) = rest.split_once("]: ")?;
            Some(Headline { level: level.to_owned(), code: code.to_owned(), title: title.to_owned() })
        };
        self.text.lines().filter_map(headline).collect()
    }

    /// Returns the words of a finding.
    fn title(&self, code: Code) -> Option<String> {
        self.headlines().into_iter().find(|headline| headline.code == code.name()).map(|headline| headline.title)
    }

    /// Returns the codes and places of the findings in JSON, `-` for no place.
    fn places(&self) -> Vec<(String, String)> {
        let json: Value = serde_json::from_str(&self.text).expect("JSON");
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let place = |place: &Value| match place {
            Value::Null => "-".to_owned(),
            _ => ["file", "line", "column"].map(|key| text(&place[key])).join(":"),
        };
        let findings = json["findings"].as_array().expect("a list");
        findings.iter().map(|one| (text(&one["code"]), place(&one["place"]))).collect()
    }
}

/// Compares two texts, line ends too; what differs first is returned as a sentence.
fn difference(name: &str, was: &str, is: &str) -> Option<String> {
    let (was, is): (Vec<&str>, Vec<&str>) = (was.split('\n').collect(), is.split('\n').collect());
    let at = (0..was.len().max(is.len())).find(|at| was.get(*at) != is.get(*at))?;
    let shown = |lines: &[&str]| lines.get(at).map_or_else(|| "the end".to_owned(), |line| format!("{line:?}"));
    Some(format!("{name}:{}\n  was {}\n  is  {}", at + 1, shown(&was), shown(&is)))
}

fn assert_none(wrong: &[String], advice: &str) {
    assert!(wrong.is_empty(), "{advice}\n{}", wrong.join("\n"));
}

fn severity(name: &str) -> Option<Severity> {
    Code::all().iter().find(|code| code.name() == name).map(|code| code.severity())
}

#[test]
fn every_code_has_an_example_and_every_example_a_code() {
    let examples = examples();
    let without = Code::all().iter().filter(|code| !examples.iter().any(|example| example.name == code.name()));
    let wrong: Vec<String> = without
        .map(|code| format!("tests/cases/{}: there is no such folder", code.name()))
        .chain(
            examples
                .iter()
                .filter(|example| severity(&example.name).is_none())
                .map(|example| format!("tests/cases/{}: there is no such code", example.name)),
        )
        .collect();
    assert_none(&wrong, "one folder for each code in src/diag/code.rs:");
}

#[test]
fn every_example_is_told_as_before_in_both_languages() {
    let mut wrong = Vec::new();
    for example in examples() {
        for lang in LANGS {
            let (said, golden) = (example.say(lang), example.folder.join(format!("{lang}.txt")));
            if is_update() {
                fs::write(&golden, said.text).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
            } else if !golden.is_file() {
                wrong.push(format!("{}: there is no {lang}.txt", example.name));
            } else {
                let name = format!("{}/{lang}.txt", example.name);
                wrong.extend(difference(&name, &read(&golden), &said.text));
            }
        }
    }
    assert_none(&wrong, "UPDATE=1 writes the words anew; look at the difference:");
}

#[test]
fn an_example_shows_its_own_finding_and_no_other() {
    let mut wrong = Vec::new();
    for example in examples() {
        let mut expected = example.codes();
        expected.sort();
        for lang in LANGS {
            let mut codes: Vec<String> = example.say(lang).headlines().into_iter().map(|line| line.code).collect();
            codes.sort();
            if codes != expected {
                wrong.push(format!("{} ({lang}): shows {codes:?}, not {expected:?}", example.name));
            }
        }
    }
    assert_none(&wrong, "an example is about one finding:");
}

#[test]
fn an_error_ends_with_one_and_a_warning_with_zero() {
    let mut wrong = Vec::new();
    for example in examples() {
        let is_error = example.codes().iter().any(|code| severity(code) == Some(Severity::Error));
        for (lang, (error, warning)) in LANGS.into_iter().zip(LEVELS) {
            let said = example.say(lang);
            if said.exit != i32::from(is_error) {
                wrong.push(format!("{} ({lang}): the exit code is {}", example.name, said.exit));
            }
            let strict = example.run(lang, &["--strict"]);
            if (strict.exit, &strict.text) != (1, &said.text) {
                wrong.push(format!("{} ({lang}): --strict ends with {}", example.name, strict.exit));
            }
            for headline in said.headlines() {
                let level = if severity(&headline.code) == Some(Severity::Error) { error } else { warning };
                if headline.level != level {
                    wrong.push(format!("{} ({lang}): {headline:?} is not called {level}", example.name));
                }
            }
        }
    }
    assert_none(&wrong, "severity and exit code go together:");
}

#[test]
fn the_first_place_is_where_the_mistake_was_made() {
    let mut wrong = Vec::new();
    for example in examples() {
        let name = &example.name;
        let Some(place) = example.place() else {
            wrong.push(format!("{name}: plan.toml has no line `# At: FILE:LINE:COLUMN`"));
            continue;
        };
        let json = example.run("en", &["--format", "json"]).places();
        if json.iter().find(|(code, _)| code == name).map(|(_, place)| place) != Some(&place) {
            wrong.push(format!("{name}: it is at {place}, JSON says {json:?}"));
        }
        let concise = example.run("en", &["--format", "concise"]).text;
        let line = concise.lines().find(|line| line.contains(&format!("[{name}]: "))).unwrap_or_default();
        if !line.starts_with(&format!("{place}: ")) {
            wrong.push(format!("{name}: it is at {place}, the line is {line}"));
        }
    }
    assert_none(&wrong, "a place is counted in plan.toml of the example, not copied from what is printed:");
}

/// Keeps a text from being read as Markdown.
fn plain(text: &str) -> String {
    let marked = |c: char| if "\\|*_`<".contains(c) { format!("\\{c}") } else { c.to_string() };
    text.chars().map(marked).collect()
}

/// Returns the list of codes, with their words for the examples.
fn list() -> String {
    let mut list =
        String::from("| mã · code | mức · severity | lời báo | message | ví dụ · example |\n|---|---|---|---|---|\n");
    let examples = examples();
    for code in Code::all() {
        let name = code.name();
        // A code without an example is for another test.
        let Some(example) = examples.iter().find(|example| example.name == name) else { continue };
        let words = |lang| plain(&example.say(lang).title(*code).unwrap_or_default());
        let level = match code.severity() {
            Severity::Error => format!("{} · {}", LEVELS[0].0, LEVELS[1].0),
            Severity::Warning => format!("{} · {}", LEVELS[0].1, LEVELS[1].1),
        };
        let (vi, en) = (words("vi"), words("en"));
        writeln!(list, "| `{name}` | {level} | {vi} | {en} | [{name}](../tests/cases/{name}) |")
            .expect("a text can be written to");
    }
    list
}

#[test]
fn the_page_lists_every_code_and_nothing_else() {
    let page = read(&root().join(PAGE));
    let (before, rest) = page.split_once(LIST.0).expect("the page has a mark before the list");
    let (old, after) = rest.split_once(LIST.1).expect("the page has a mark after the list");
    let new = list();
    if is_update() {
        let page = [before, LIST.0, &new, LIST.1, after].concat();
        fs::write(root().join(PAGE), page).expect("the page can be written");
        return;
    }
    let listed: Vec<&str> =
        old.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(code, _)| code).collect();
    let codes: Vec<&str> = Code::all().iter().map(|code| code.name()).collect();
    assert_eq!(listed, codes, "{PAGE} on the left, src/diag/code.rs on the right; UPDATE=1 writes the list anew");
    let wrong: Vec<String> = difference(PAGE, old, &new).into_iter().collect();
    assert_none(&wrong, "UPDATE=1 writes the list anew; lines are counted from its mark:");
}
