//! Whether the pages on the files under data/ show what stands there, and what the program reads.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use plan::diag::Code;
use plan::text::Lang;

use super::{DATA, FENCE, TODAY, copy, read, sections};

/// Returns each block that stands right after a line `<!-- MARK FILE -->`, with its file.
fn marked<'a>(text: &'a str, mark: &str) -> Vec<(&'a str, Vec<&'a str>)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(file) = line.strip_prefix("<!-- ").and_then(|line| line.strip_prefix(mark)) else { continue };
        let file = file.trim().trim_end_matches(" -->");
        assert_eq!(lines.get(at + 1), Some(&"```csv"), "{line}: no block follows");
        blocks.push((file, lines[at + 2..].iter().copied().take_while(|line| *line != FENCE).collect()));
    }
    blocks
}

#[test]
fn excerpts_are_lines_of_the_files() {
    for (name, _) in DATA {
        let text = read(name);
        let excerpts = marked(&text, "excerpt ");
        assert!(excerpts.len() >= 4, "{name} has only {} excerpts", excerpts.len());
        assert_eq!(
            excerpts.len() + marked(&text, "new ").len(),
            text.matches("```csv").count(),
            "{name}: a block is unmarked"
        );
        for (file, excerpt) in excerpts {
            let there = read(file);
            assert_eq!(there.lines().next(), excerpt.first().copied(), "{name}: the header of {file}");
            let mut lines = there.lines();
            for line in excerpt {
                assert!(lines.any(|own| own == line), "{name}: {file} has no line {line:?} there");
            }
        }
    }
}

#[test]
fn a_new_file_is_read_without_findings() {
    for (name, _) in DATA {
        let text = read(name);
        let new = marked(&text, "new ");
        assert!(!new.is_empty(), "{name} shows no new file");
        for (file, lines) in new {
            let folder = copy();
            fs::write(folder.path().join(file), lines.join("\n") + "\n").expect("a temporary folder can be written to");
            let output = Command::new(env!("CARGO_BIN_EXE_plan"))
                .args(["status", "-C"])
                .arg(folder.path())
                .env_clear()
                .env("SOURCE_DATE_EPOCH", TODAY)
                .output()
                .expect("the program can be run");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}: {file}");
            assert_eq!(output.status.code(), Some(0), "{name}: {file}");
        }
    }
}

#[test]
fn mistakes_are_called_by_their_codes() {
    let known = |code: &str| Code::all().iter().any(|own| own.name() == code);
    let named = |name: &str, lang: Lang| -> BTreeSet<String> {
        let text = read(name);
        let table = match lang {
            Lang::Vi => "## Những chỗ hay sai",
            Lang::En => "## Common mistakes",
        };
        let sections = sections(&text);
        let section = sections.iter().find(|section| section.heading == table);
        let rows = section.unwrap_or_else(|| panic!("{name} has no {table}")).fenced(false);
        let codes = rows.into_iter().filter_map(|row| row.rsplit_once(" | `")?.1.strip_suffix("` |"));
        codes.flat_map(|codes| codes.split("`, `")).map(str::to_owned).collect()
    };
    let [(vietnamese, _), (english, _)] = DATA;
    let (one, other) = (named(vietnamese, Lang::Vi), named(english, Lang::En));
    assert_eq!(one, other);
    assert!(one.len() >= 20, "only {} codes were found: is the reading of the table broken?", one.len());
    let unknown: Vec<&String> = one.iter().filter(|code| !known(code)).collect();
    assert!(unknown.is_empty(), "no finding is called {unknown:?}");
}
