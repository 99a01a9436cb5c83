//! The plan of this repository in both formats, as files to be read. `UPDATE=1 cargo test --test formats` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::ours;

/// Each file with what makes it.
const FILES: [(&str, &str); 12] = [
    ("status.csv", "status --as-of 2019-06-30 --format csv"),
    ("status-tasks.csv", "status --as-of 2019-06-30 --format csv --table tasks"),
    ("status-owed.csv", "status --as-of 2019-10-15 --format csv --table owed"),
    ("status.md", "status --as-of 2019-06-30 --format markdown"),
    ("status-en.md", "status --as-of 2019-10-15 --task 7,8 --lang en --format markdown"),
    ("status-totals.md", "status --as-of 2019-06-30 --lang en --format markdown --table totals"),
    ("task.md", "show 7 --as-of 2019-06-30 --format markdown"),
    ("indicator.csv", "show on-time-rate --as-of 2019-06-30 --format csv"),
    ("indicator-inputs.csv", "show on-time-rate --as-of 2019-02-28 --format csv --table inputs"),
    ("form.csv", "show one-stop --as-of 2019-06-30 --format csv"),
    ("period.md", "show 2019-06 --as-of 2019-07-31 --format markdown"),
    ("published.csv", "show index-levels --as-of 2020-12-31 --format csv"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/golden")
}

#[test]
fn the_files_are_what_the_program_prints() {
    for (name, args) in FILES {
        let ran = ours(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args}");
        let path = folder().join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(folder()).expect("make the folder");
            fs::write(&path, &ran.stdout).expect("write the file");
            continue;
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (line, (kept, now)) in kept.lines().zip(ran.stdout.lines()).enumerate() {
            assert_eq!(kept, now, "{name}:{} on the left, `plan {args}` on the right", line + 1);
        }
        assert_eq!(kept, ran.stdout, "{name}: plan {args}");
    }
}

#[test]
fn no_file_is_forgotten() {
    // The files are being written.
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    let mut kept: Vec<String> = fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    kept.sort();
    let mut known: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(kept, known);
}
