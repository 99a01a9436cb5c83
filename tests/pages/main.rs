//! Whether the pages in docs/ say what the files and the program say, where no block of examples shows it: places in files,
//! sums done by hand, excerpts, and that the two languages tell the same.
//!
//! In the pages on verdicts a piece of code that begins with `data/` names a place and what stands there:
//! `data/iso-communes.csv:3 communes-iso = 48`. Several lines (`:2-4,7`) stand for the sum of the column. Any other piece of
//! code with `=`, `<`, `>`, `≤` or `≥` in it is a sum, worked out anew: `(10 + 5) / 20 = 75.00% < 80%`. The figures on its left
//! must stand elsewhere under the same heading.
#![expect(clippy::disallowed_methods, reason = "a test reads the pages of the repository")]

mod data;
mod place;
mod same;
mod script;
mod sum;

use std::fs;
use std::path::Path;

use plan::text::Lang;
use unicode_normalization::is_nfc;

/// The pages on verdicts.
const VERDICTS: [(&str, Lang); 2] = [("docs/verdicts.md", Lang::Vi), ("docs/verdicts.en.md", Lang::En)];
/// The pages on the files under data/.
const DATA: [(&str, Lang); 2] = [("docs/data.md", Lang::Vi), ("docs/data.en.md", Lang::En)];

const FENCE: &str = "```";

/// Noon of 31 January 2020, UTC: every report of the plan's last period is in.
const TODAY: &str = "1580472000";

/// What stands under one heading.
struct Section<'a> {
    heading: &'a str,
    /// Prose and blocks.
    lines: Vec<&'a str>,
}

impl<'a> Section<'a> {
    /// Returns the lines within blocks, or those without.
    fn fenced(&self, wanted: bool) -> Vec<&'a str> {
        let mut inside = false;
        let mut lines = Vec::new();
        for &line in &self.lines {
            if line.starts_with(FENCE) {
                inside = !inside;
            } else if inside == wanted {
                lines.push(line);
            }
        }
        lines
    }

    /// Returns the pieces of code in its prose.
    fn code(&self) -> Vec<&'a str> {
        self.fenced(false).into_iter().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
    }
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns a copy of the plan.
fn copy() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut names = vec!["plan.toml".to_owned()];
    for within in ["data", "data/dossiers"] {
        fs::create_dir_all(folder.path().join(within)).expect("a folder in a temporary folder");
        for entry in fs::read_dir(root.join(within)).expect("data/ can be listed") {
            let entry = entry.expect("data/ can be listed");
            if entry.path().is_file() {
                names.push(format!("{within}/{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    for name in names {
        fs::copy(root.join(&name), folder.path().join(&name)).expect("a file can be copied");
    }
    folder
}

/// Returns the parts of a page between headings.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = vec![Section { heading: "", lines: Vec::new() }];
    let mut inside = false;
    for line in text.lines() {
        inside ^= line.starts_with(FENCE);
        if !inside && line.starts_with('#') {
            sections.push(Section { heading: line, lines: Vec::new() });
        } else if let Some(last) = sections.last_mut() {
            last.lines.push(line);
        }
    }
    sections
}

#[test]
fn every_place_holds_what_is_said() {
    let mut checked = 0;
    for (name, _) in VERDICTS {
        for section in sections(&read(name)) {
            for code in section.code().into_iter().filter(|code| code.starts_with("data/") && code.contains(".csv:")) {
                if let Err(wrong) = place::check(code) {
                    panic!("{name}, {}: `{code}`: {wrong}", section.heading);
                }
                checked += 1;
            }
        }
    }
    assert!(checked >= 40, "only {checked} places were found: is the reading of places broken?");
}

#[test]
fn every_sum_is_right() {
    let mut checked = 0;
    for (name, lang) in VERDICTS {
        for section in sections(&read(name)) {
            let codes = section.code();
            for (at, code) in codes.iter().enumerate().filter(|(_, code)| sum::is_sum(code)) {
                let mut others: Vec<&str> = section.fenced(true);
                others.extend(section.fenced(false).iter().flat_map(|line| line.split('`').step_by(2)));
                others.extend(codes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, code)| *code));
                if let Err(wrong) = sum::check(code, lang, &others) {
                    panic!("{name}, {}: `{code}`: {wrong}", section.heading);
                }
                checked += 1;
            }
        }
    }
    assert!(checked >= 30, "only {checked} sums were found: is the reading of sums broken?");
}

#[test]
fn every_page_is_written_in_one_unicode_form_and_named_by_the_index() {
    let index = read("docs/README.md");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for entry in fs::read_dir(docs).expect("docs/ can be listed") {
        let name = entry.expect("docs/ can be listed").file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        assert!(name == "README.md" || index.contains(&format!("]({name})")), "docs/README.md does not name {name}");
        assert!(is_nfc(&read(&format!("docs/{name}"))), "{name} is not in NFC");
    }
}
