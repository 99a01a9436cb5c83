//! One broken example for each code of a finding. `tests/cases/<code>/` is a plan with that one mistake; `vi.txt` and
//! `en.txt` beside it hold all that `plan check` prints about it. docs/diagnostics.md lists the codes with these words.
//! `UPDATE=1 cargo test --test cases` writes the words and the list anew.
//!
//! A line `# Also CODE: why` in plan.toml of an example names a second finding that cannot be kept away, a line
//! `# Asked: CHECK` a check that is found only where asked for. `# At: FILE:LINE:COLUMN` is the place of the mistake, the
//! characters before it plus one, as counted by whoever made it.
//!
//! `variants.toml` beside an example has more mistakes of the kind, each a change to the example, or to the `plan` that it
//! states. `▸` stands before each place where something is found, and is taken out; `finds` names the codes in that order.
//! What is found at other places stands in `at`, as `CODE FILE:LINE:COLUMN`; what has to be said in both languages, in `says`.
//! `variants.vi.txt` and `variants.en.txt` hold all that is printed about them.
#![expect(clippy::disallowed_methods, reason = "a test reads the examples and the pages of the repository")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plan::diag::{Code, Severity};
use serde_json::Value;
use tempfile::TempDir;
use toml::{Table, Value as Toml};

/// The day judged, which is today too.
const DAY: &str = "2019-02-28";
/// Noon of that day, UTC, in seconds since 1970.
const NOON: &str = "1551355200";

const LANGS: [&str; 2] = ["vi", "en"];
/// The severities as each language words them, errors first.
const LEVELS: [(&str, &str); 2] = [("lỗi", "cảnh báo"), ("error", "warning")];

/// Stands in a variant before each place where something is found.
const MARK: char = '▸';

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

/// A changed example in a folder of its own, and what must be found in it: code and place.
struct Variant {
    example: Example,
    expected: Vec<(String, String)>,
    says: Vec<String>,
    /// Removed with the variant.
    _folder: TempDir,
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

/// Returns the texts in a list of a variant, none if there is no such list.
fn texts(table: &Table, key: &str) -> Vec<String> {
    let list = table.get(key).map(|list| list.as_array().unwrap_or_else(|| panic!("{key} is a list")));
    let text = |own: &Toml| own.as_str().unwrap_or_else(|| panic!("{key} has texts")).to_owned();
    list.into_iter().flatten().map(text).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("an example can be listed") {
        let (path, name) = entry.map(|own| (own.path(), own.file_name())).expect("an example can be listed");
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).expect("an example can be copied");
        }
    }
}

/// Takes the marks out of a text and returns the place of each.
fn unmarked(file: &str, marked: &str) -> (String, Vec<String>) {
    let mut places = Vec::new();
    let mut text = String::new();
    for (at, piece) in marked.split(MARK).enumerate() {
        if at > 0 {
            let (line, column) =
                (text.matches('\n').count() + 1, text.chars().rev().take_while(|c| *c != '\n').count() + 1);
            places.push(format!("{file}:{line}:{column}"));
        }
        text.push_str(piece);
    }
    (text, places)
}

/// Writes a text as the variant wants it.
fn encoded(text: &str, encoding: Option<&str>) -> Vec<u8> {
    match encoding {
        None => text.as_bytes().to_vec(),
        Some("utf-16le") => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        // The letters that Vietnamese shares with French stand at the same bytes in Windows-1252 and Windows-1258.
        Some("latin") => text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect(),
        Some(other) => panic!("no encoding {other}"),
    }
}

impl Variant {
    /// Makes a variant of an example.
    fn new(example: &Example, plan: Option<&str>, table: &Table) -> Self {
        let text = |key: &str| table.get(key).map(|own| own.as_str().unwrap_or_else(|| panic!("{key} is a text")));
        let name = format!("{}: {}", example.name, text("name").expect("a variant has a name"));
        let folder = tempfile::tempdir().expect("a folder for a variant");
        if let Some(plan) = plan {
            fs::write(folder.path().join("plan.toml"), plan).expect("a plan can be written");
        } else {
            copy(&example.folder, folder.path());
        }
        let mut places = Vec::new();
        if let Some(file) = text("file") {
            let path = folder.path().join(file);
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let was = String::from_utf8_lossy(&bytes).into_owned();
            let from = text("from").unwrap_or(&was);
            assert_eq!(was.matches(from).count(), 1, "{name}: {from:?} is not there once");
            let target = text("renamed").unwrap_or(file);
            let (is, marks) = unmarked(target, &was.replace(from, text("to").unwrap_or(&was)));
            places = marks;
            fs::remove_file(&path).expect("a file can be removed");
            let path = folder.path().join(target);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            fs::write(path, encoded(&is, text("encoding"))).expect("a variant can be written");
        }
        let finds = texts(table, "finds");
        assert_eq!(finds.len(), places.len(), "{name}: as many codes as marks");
        let at = texts(table, "at");
        let at = at.iter().map(|own| own.split_once(' ').expect("a code and a place"));
        let at = at.map(|(code, place)| (code.to_owned(), place.to_owned()));
        Self {
            example: Example { name, folder: folder.path().to_owned() },
            expected: finds.into_iter().zip(places).chain(at).collect(),
            says: texts(table, "says"),
            _folder: folder,
        }
    }
}

/// Returns the variants of an example, the plan they change first if it is not the example itself.
fn variants(example: &Example) -> Vec<Variant> {
    let path = example.folder.join("variants.toml");
    if !path.is_file() {
        return Vec::new();
    }
    let table: Table = toml::from_str(&read(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let plan = table.get("plan").map(|plan| plan.as_str().expect("plan is a text"));
    let whole = plan.map(|_| Table::from_iter([("name".to_owned(), Toml::from("without a mistake"))]));
    let list = table["variant"].as_array().expect("a list of variants");
    let tables = list.iter().map(|own| own.as_table().expect("a table"));
    whole.iter().chain(tables).map(|table| Variant::new(example, plan, table)).collect()
}

#[test]
fn a_variant_has_what_it_names_where_it_was_put() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for variant in examples().iter().flat_map(variants) {
        seen += 1;
        let Variant { example, expected, says, .. } = &variant;
        let said = example.run("en", &["--format", "json"]);
        if said.places() != *expected {
            wrong.push(format!("{}:\n  has   {expected:?}\n  finds {:?}", example.name, said.places()));
        }
        let is_error = expected.iter().any(|(code, _)| severity(code) == Some(Severity::Error));
        if said.exit != i32::from(is_error) {
            wrong.push(format!("{}: the exit code is {}", example.name, said.exit));
        }
        for lang in LANGS {
            let text = example.say(lang).text;
            let unsaid = says.iter().filter(|own| !text.contains(own.as_str()));
            wrong.extend(unsaid.map(|own| format!("{} ({lang}): {own:?} is not said:\n{text}", example.name)));
        }
    }
    assert!(seen > 60, "only {seen} variants");
    assert_none(&wrong, "a variant is about the mistakes that it names:");
}

#[test]
fn every_variant_is_told_as_before_in_both_languages() {
    let mut wrong = Vec::new();
    for example in examples() {
        let variants = variants(&example);
        for lang in LANGS.into_iter().filter(|_| !variants.is_empty()) {
            let golden = example.folder.join(format!("variants.{lang}.txt"));
            let told: Vec<String> = variants
                .iter()
                .map(|variant| format!("## {}\n\n{}", variant.example.name, variant.example.say(lang).text))
                .collect();
            let told = told.join("\n");
            if is_update() {
                fs::write(&golden, told).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
            } else {
                let name = format!("{}/variants.{lang}.txt", example.name);
                wrong.extend(difference(&name, &read(&golden), &told));
            }
        }
    }
    assert_none(&wrong, "UPDATE=1 writes the words anew; look at the difference:");
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
