//! The report of this repository's plan in each format, as files to be read. `UPDATE=1 cargo test --test report` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::parts::{unpacked, written};

/// Each file with what makes it. Of an archive every part is kept, one behind the other.
const FILES: [(&str, &str, &str); 7] = [
    ("2019-H1.md", "--period 2019-H1", "md"),
    ("2019-Q3-en.md", "--period 2019-Q3 --lang en --group lead", "md"),
    ("2019-H1.docx.txt", "--period 2019-H1", "docx"),
    ("2019-decree.docx.txt", "--period 2019 --number 12 --date 2020-03-09 --lang en", "docx"),
    ("2019-H1.xlsx.txt", "--period 2019-H1", "xlsx"),
    ("2019-9M.html", "--period 2019-9M", "html"),
    ("2019-Q1.json", "--period 2019-Q1", "json"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/golden")
}

/// Returns a report as text: as it is, or the parts of an archive, a tag a line.
fn text(args: &str, ending: &str) -> String {
    let bytes = written(args, ending);
    if !matches!(ending, "docx" | "xlsx") {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut text = String::new();
    for (name, part) in unpacked(&bytes) {
        let lines = part.replace("><", ">\n<");
        write!(text, "=== {name}\n{lines}\n").expect("a text");
    }
    text
}

#[test]
fn the_files_are_what_the_program_writes() {
    for (name, args, ending) in FILES {
        let (path, now) = (folder().join(name), text(args, ending));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(folder()).expect("make the folder");
            fs::write(&path, &now).expect("write the file");
            continue;
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (line, (kept, now)) in kept.lines().zip(now.lines()).enumerate() {
            assert_eq!(kept, now, "{name}:{} on the left, `plan report {args}` on the right", line + 1);
        }
        assert_eq!(kept, now, "{name}: plan report {args}");
    }
}

#[test]
fn no_file_is_forgotten() {
    // The files are being written.
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    let entries = fs::read_dir(folder()).expect("the folder");
    let mut kept: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    kept.sort();
    let mut known: Vec<&str> = FILES.iter().map(|(name, ..)| *name).collect();
    known.sort_unstable();
    assert_eq!(kept, known);
}

#[test]
fn the_same_report_is_the_same_bytes() {
    for ending in ["docx", "xlsx", "md", "json", "csv", "txt"] {
        let args = "--period 2019-9M --group lead";
        assert!(written(args, ending) == written(args, ending), "{ending}");
    }
}
