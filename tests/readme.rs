//! Whether README.md and the pages in docs/ are true: their examples, the two set-up commands and their links.
//!
//! A block marked `console` holds lines `$ plan ...`, each run by the program under test, and what it printed: first stderr,
//! then stdout. `>/dev/null` or `2>/dev/null` at the end of a line drops one of them. `$ echo $?` stands for the exit code
//! of the command before it. A line `...` leaves out what is between the lines above it and those below; lines between two
//! of them are found by the first.
//! `UPDATE=1 cargo test --test readme` writes the blocks anew.
//!
//! `<!-- edit FILE: OLD => NEW -->` right before a block means that its commands run on a copy of the plan with that one
//! change.
//! `<!-- copy -->` there means a copy without a change. What writes into the plan's files is run on nothing else.
//!
//! Pages whose blocks follow on one another, each on the files as the one before left them, are run by tests/round.rs.
#![expect(clippy::disallowed_methods, reason = "a test reads the pages of the repository")]

#[path = "hooks/blocks.rs"]
mod blocks;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use blocks::{FENCE, difference, shorten};

/// Begins a page whose blocks tests/round.rs runs.
const STORY: &str = "\n<!-- starts ";
/// The commands that write into the plan's files, and what keeps them from it.
const WRITING: [&str; 4] = ["plan import", "plan record", "plan fmt", "plan freeze"];
const HARMLESS: [&str; 3] = ["--dry-run", "--check", "--help"];

/// 31 January 2020, noon UTC: every report of the plan's last period is in.
const TODAY: &str = "1580472000";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A change of one text in one file; none if the file has no name.
struct Edit<'a> {
    file: &'a str,
    old: &'a str,
    new: &'a str,
}

impl<'a> Edit<'a> {
    fn read(line: &'a str) -> Option<Self> {
        if line == "<!-- copy -->" {
            return Some(Self { file: "", old: "", new: "" });
        }
        let inner = line.strip_prefix("<!-- edit ")?.strip_suffix(" -->")?;
        let (file, change) = inner.split_once(": ")?;
        let (old, new) = change.split_once(" => ")?;
        Some(Self { file, old, new })
    }

    /// Makes a copy of the plan with the change.
    fn copy(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("a folder in a temporary folder");
        fs::copy(root().join("plan.toml"), folder.path().join("plan.toml")).expect("plan.toml can be copied");
        for within in ["", "dossiers"] {
            fs::create_dir_all(data.join(within)).expect("a folder in a temporary folder");
            for entry in fs::read_dir(root().join("data").join(within)).expect("data/ can be listed") {
                let path = entry.expect("data/ can be listed").path();
                let name = path.file_name().expect("a listed file has a name");
                if path.is_file() {
                    fs::copy(&path, data.join(within).join(name)).expect("a file can be copied");
                }
            }
        }
        if self.file.is_empty() {
            return folder;
        }
        let text = page(self.file);
        assert_eq!(text.matches(self.old).count(), 1, "{}: {:?} must stand there once", self.file, self.old);
        fs::write(folder.path().join(self.file), text.replace(self.old, self.new))
            .expect("a temporary folder can be written to");
        folder
    }
}

/// Runs `plan ...` and returns what a reader would see, and the exit code.
fn run(command: &str, folder: &Path) -> (Vec<String>, i32) {
    let (words, shows_stdout, shows_stderr) = match command.rsplit_once(' ') {
        Some((words, ">/dev/null")) => (words, false, true),
        Some((words, "2>/dev/null")) => (words, true, false),
        Some(_) | None => (command, true, true),
    };
    assert!(!words.contains(['"', '\'', '|', '>', '\\']), "{command}: only plain words are run, no shell");
    let mut words = words.split_whitespace();
    assert_eq!(words.next(), Some("plan"), "{command}: only `plan` is run");
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", TODAY)
        .output()
        .unwrap_or_else(|error| panic!("{command}: {error}"));
    let streams = [(output.stderr, shows_stderr), (output.stdout, shows_stdout)];
    let text = streams.into_iter().filter(|(_, shown)| *shown).flat_map(|(bytes, _)| bytes).collect();
    let text = String::from_utf8(text).expect("the program prints UTF-8");
    let code = output.status.code().expect("the program ends by itself");
    (text.lines().map(str::to_owned).collect(), code)
}

/// Returns a block as it should be.
fn rewrite(block: &[&str], edit: Option<&Edit<'_>>) -> String {
    let copy = edit.map(Edit::copy);
    let folder = copy.as_ref().map_or(root(), |copy| copy.path());
    let starts: Vec<usize> = (0..block.len()).filter(|at| block[*at].starts_with("$ ")).collect();
    assert_eq!(starts.first(), Some(&0), "a block begins with a command: {block:?}");
    let (mut text, mut last) = (String::new(), 0);
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(block.len());
        let command = &block[*start][2..];
        let printed = if command == "echo $?" {
            vec![last.to_string()]
        } else {
            let writes = WRITING.iter().any(|own| command.starts_with(own));
            let is_safe = copy.is_some() || HARMLESS.iter().any(|own| command.contains(own));
            assert!(
                !writes || is_safe,
                "{command} would write into this repository: put <!-- copy --> before its block"
            );
            let (printed, code) = run(command, folder);
            last = code;
            shorten(&printed, &block[start + 1..end])
        };
        writeln!(text, "$ {command}").expect("a text can be written to");
        for line in printed {
            writeln!(text, "{line}").expect("a text can be written to");
        }
    }
    text
}

/// Returns a page with every block as it should be, and the number of blocks.
fn rewrite_page(text: &str) -> (String, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let (mut new, mut blocks, mut at) = (String::new(), 0, 0);
    while at < lines.len() {
        writeln!(new, "{}", lines[at]).expect("a text can be written to");
        if lines[at] == "```console" {
            let length = lines[at + 1..].iter().position(|line| *line == FENCE).expect("a block is closed");
            let edit = at.checked_sub(1).and_then(|before| Edit::read(lines[before]));
            new.push_str(&rewrite(&lines[at + 1..at + 1 + length], edit.as_ref()));
            blocks += 1;
            at += length;
        }
        at += 1;
    }
    (new, blocks)
}

#[test]
fn every_example_is_what_the_program_prints() {
    let (mut blocks, mut differences) = (0, Vec::new());
    for name in pages() {
        let old = page(&name);
        if old.contains(STORY) {
            continue;
        }
        let (new, own) = rewrite_page(&old);
        blocks += own;
        assert_eq!(
            old.matches("<!-- edit ").count() + old.matches("<!-- copy -->").count(),
            old.matches(" -->\n```console").count(),
            "{name}: an edit stands right before its block"
        );
        if std::env::var_os("UPDATE").is_some() {
            if old != new {
                fs::write(root().join(&name), new).expect("a page can be written");
            }
            continue;
        }
        differences.extend(difference(&name, &old, &new));
    }
    assert!(blocks >= 10, "only {blocks} blocks of examples were found: is the reading of blocks broken?");
    assert!(differences.is_empty(), "UPDATE=1 writes the pages anew: {differences:#?}");
}

/// Returns the lines of the first block marked so.
fn block<'a>(text: &'a str, mark: &str) -> Option<Vec<&'a str>> {
    let (_, after) = text.split_once(&format!("\n{FENCE}{mark}\n"))?;
    let (inside, _) = after.split_once(&format!("\n{FENCE}\n"))?;
    Some(inside.lines().collect())
}

#[test]
fn excerpts_stand_in_the_files() {
    let readme = page("README.md");
    let toml = block(&readme, "toml").expect("README.md shows a part of plan.toml");
    assert!(page("plan.toml").contains(&toml.join("\n")), "plan.toml does not say {toml:#?}");
    let csv = block(&readme, "csv").expect("README.md shows a file of data/");
    assert_eq!(page("data/iso-communes.csv").lines().collect::<Vec<_>>(), csv);
}

#[test]
fn both_languages_and_the_checks_name_the_same_two_commands() {
    let readme = page("README.md");
    let (vietnamese, english) = readme.split_once("\n## English\n").expect("README.md has a part in English");
    let set_up = |part| block(part, "sh").expect("each part says how to begin");
    let commands = set_up(vietnamese);
    assert_eq!(commands, ["cargo run --release -- status", "cargo test"]);
    assert_eq!(set_up(english), commands);
    let checks = page(".ci/run");
    for command in commands {
        let calls = |line: &str| {
            line.trim().strip_prefix(command).is_some_and(|rest| rest.is_empty() || rest.starts_with(" >"))
        };
        assert!(checks.lines().any(calls), ".ci/run does not call `{command}`");
    }
}

/// Returns the pages whose links are followed.
fn pages() -> Vec<String> {
    let mut pages = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned(), "CHANGELOG.md".to_owned()];
    for entry in fs::read_dir(root().join("docs")).expect("docs/ can be listed") {
        let name = entry.expect("docs/ can be listed").file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|ending| ending == "md") {
            pages.push(format!("docs/{name}"));
        }
    }
    pages.sort();
    pages
}

/// Returns the lines of a page that are not inside a fence.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with(FENCE);
        fenced ^= fence;
        !fence && !fenced
    })
}

/// Returns the targets of a page's links.
fn links(text: &str) -> Vec<&str> {
    let after = prose(text).flat_map(|line| line.split("](").skip(1));
    after.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}

/// Returns the anchors of a page's headings, as the usual hosts make them.
fn anchors(text: &str) -> Vec<String> {
    let headings =
        prose(text).filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim().to_lowercase());
    let anchor = |heading: String| {
        heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect::<String>()
    };
    headings.map(|heading| anchor(heading).replace(' ', "-")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let (mut followed, mut broken) = (0, Vec::new());
    for name in pages() {
        let text = page(&name);
        let folder = root().join(&name).parent().map(PathBuf::from).unwrap_or_default();
        for link in links(&text).into_iter().filter(|link| !link.contains("://")) {
            followed += 1;
            let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let target = if file.is_empty() { root().join(&name) } else { folder.join(file) };
            let there = target.exists();
            let anchored = || {
                anchor.is_none_or(|anchor| {
                    fs::read_to_string(&target).is_ok_and(|text| anchors(&text).iter().any(|known| known == anchor))
                })
            };
            if !there || !anchored() {
                broken.push(format!("{name}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere: {broken:#?}");
    assert!(followed >= 5, "only {followed} links were found: is the reading of links broken?");
}

#[test]
fn a_block_that_lies_is_found() {
    let (new, blocks) = rewrite_page("```console\n$ plan --version\nplan 0.0.0\n$ echo $?\n7\n```\n");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        (new.as_str(), blocks),
        (format!("```console\n$ plan --version\nplan {version}\n$ echo $?\n0\n```\n").as_str(), 1)
    );
}
