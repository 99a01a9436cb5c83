//! `plan init`: a new plan passes its own checks on any day, in either language, and never takes the place of a file.
#![expect(clippy::disallowed_methods, reason = "a test looks at the files that were made")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the program at noon of a day given in seconds since 1970; returns stdout, stderr and the exit code.
fn run(args: &[&str], noon: i64) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(args)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", noon.to_string())
        .output()
        .expect("run the program");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8 output");
    (text(output.stdout), text(output.stderr), output.status.code().expect("an exit code"))
}

fn noon(year: i32, month: u32, day: u32) -> i64 {
    let day = chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    day.and_hms_opt(12, 0, 0).expect("noon").and_utc().timestamp()
}

#[test]
fn a_new_plan_is_right_on_any_day() {
    for lang in ["vi", "en"] {
        for (year, month, day) in
            [(2000, 1, 1), (2024, 2, 29), (2026, 4, 1), (2026, 11, 22), (2027, 12, 31), (2899, 6, 30)]
        {
            let scratch = tempfile::tempdir().expect("a temporary folder");
            let folder = scratch.path().join("kế hoạch mới/sâu");
            let (noon, folder) = (noon(year, month, day), folder.to_str().expect("a text"));
            let (said, complaint, code) = run(&["init", folder, "--lang", lang], noon);
            assert_eq!((complaint.as_str(), code), ("", 0), "{lang} {year}-{month}-{day}");
            assert!(said.contains(&format!("plan -C \"{folder}\" check")), "{said}");
            let checked = run(&["-C", folder, "check", "--strict"], noon);
            assert_eq!(checked, (String::new(), String::new(), 0), "{lang} {year}-{month}-{day}");
            for command in
                [&["status"][..], &["show", "1"], &["show", "ho-so"], &["show", "on-time-rate"], &["show", "mot-cua"]]
            {
                let (shown, complaint, code) = run(&[&["-C", folder][..], command].concat(), noon);
                assert_eq!((complaint.as_str(), code), ("", 0), "{command:?}");
                assert!(shown.lines().count() > 3, "{shown}");
            }
        }
    }
}

#[test]
fn its_schema_is_that_of_the_program_and_its_bytes_repeat() {
    let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    for folder in [&one, &two] {
        assert_eq!(run(&["init", folder.path().to_str().expect("a text"), "--lang", "en"], noon(2026, 5, 5)).2, 0);
    }
    let read = |folder: &Path, name: &str| fs::read_to_string(folder.join(name)).expect("the file is there");
    assert_eq!(read(one.path(), ".plan.schema.json"), run(&["schema", "--lang", "en"], 0).0);
    assert!(read(one.path(), "plan.toml").starts_with("#:schema .plan.schema.json\n"));
    for name in ["plan.toml", "data/ho-so.csv", "data/updates.csv", "data/deliverables.csv"] {
        assert_eq!(read(one.path(), name), read(two.path(), name));
    }
    assert_eq!(read(one.path(), "data/ho-so.csv").lines().count(), 4, "a head and the three months before May");
}

#[test]
fn what_is_there_stays_and_nothing_is_left_half_done() {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let folder = scratch.path().to_str().expect("a text");
    fs::create_dir(scratch.path().join("data")).expect("a folder");
    fs::write(scratch.path().join("data/updates.csv"), "mine\n").expect("a file");
    let (said, complaint, code) = run(&["init", folder, "--lang", "en"], noon(2026, 5, 5));
    assert_eq!((said.as_str(), code), ("", 2));
    assert!(complaint.contains("updates.csv is there already"), "{complaint}");
    assert_eq!(fs::read_to_string(scratch.path().join("data/updates.csv")).expect("a file"), "mine\n");
    assert!(!scratch.path().join("plan.toml").exists());

    // A file stands where the folder of figures would be: what was made before it is taken back.
    let other = tempfile::tempdir().expect("a temporary folder");
    fs::write(other.path().join("data"), "a file\n").expect("a file");
    let (_, complaint, code) = run(&["init", other.path().to_str().expect("a text"), "--lang", "vi"], noon(2026, 5, 5));
    assert_eq!(code, 2);
    assert!(complaint.contains("không"), "{complaint}");
    let left: Vec<_> =
        fs::read_dir(other.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["data"]);
}

#[test]
fn a_relative_folder_lies_in_that_of_the_option() {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let folder = scratch.path().to_str().expect("a text");
    assert_eq!(run(&["-C", folder, "init", "mới"], noon(2026, 5, 5)).2, 0);
    assert!(scratch.path().join("mới/plan.toml").is_file());
}

#[test]
fn a_plan_within_another_says_so() {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let folder = scratch.path().to_str().expect("a text");
    assert_eq!(run(&["-C", folder, "init", "."], noon(2026, 5, 5)).1, "");
    let (said, note, code) = run(&["-C", folder, "init", "sub/year", "--lang", "en"], noon(2026, 5, 5));
    assert_eq!((code, said.contains("sub/year")), (0, true), "{said}");
    assert!(note.contains("within that of another plan") && note.contains("plan.toml"), "{note}");
}

#[test]
fn a_schema_is_written_to_a_file_but_never_over_the_plan() {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let folder = scratch.path().to_str().expect("a text");
    assert_eq!(run(&["init", folder, "--lang", "en"], noon(2026, 5, 5)).2, 0);
    let schema = scratch.path().join(".plan.schema.json");
    fs::write(&schema, "old").expect("a file");
    let path = schema.to_str().expect("a text");
    assert_eq!(run(&["-C", folder, "schema", "-o", path], 0), (String::new(), String::new(), 0));
    assert_eq!(fs::read_to_string(&schema).expect("a file"), run(&["-C", folder, "schema"], 0).0);
    let plan = scratch.path().join("plan.toml");
    let before = fs::read(&plan).expect("a file");
    assert_eq!(run(&["-C", folder, "schema", "-o", plan.to_str().expect("a text")], 0).2, 2);
    assert_eq!(fs::read(&plan).expect("a file"), before);
}
