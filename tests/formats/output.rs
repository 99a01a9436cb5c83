//! `-o FILE`: which format, what is kept, what is refused.

use std::fs;
use std::path::Path;

use crate::common::{Ran, Scratch, Simple};

fn scratch() -> Scratch {
    Simple { rows: "2019-01,a,2019-02-04,7,10", ..Simple::default() }.scratch()
}

fn text(scratch: &Scratch, name: &str) -> String {
    fs::read_to_string(scratch.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every file of the plan's folder, so that nothing is left or lost.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn assert_refused(ran: &Ran, parts: &[&str]) {
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
    for part in parts {
        assert!(ran.stderr.contains(part), "no {part}: {}", ran.stderr);
    }
}

#[test]
fn the_ending_chooses_the_format_unless_one_is_named() {
    let scratch = scratch();
    for (name, option, format) in [
        ("a.json", "", "json"),
        ("a.csv", "", "csv"),
        ("A.CSV", "", "csv"),
        ("a.md", "", "markdown"),
        ("a.markdown", "", "markdown"),
        ("a.txt", "", "table"),
        ("a.dat", "--format json", "json"),
        ("a.json", "--format markdown", "markdown"),
        ("noending", "--format csv", "csv"),
    ] {
        let ran = scratch.run(&format!("status -o {name} {option}"));
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""), "{name}");
        let written = text(&scratch, name);
        let printed = scratch.run(&format!("status --format {format}")).stdout;
        // Excel takes csv without this mark for an old code page.
        assert_eq!(written, if format == "csv" { format!("\u{feff}{printed}") } else { printed }, "{name}");
    }
    assert_eq!(scratch.run("status -o -").stdout, scratch.run("status").stdout);
    assert_refused(&scratch.run("status -o a.doc"), &["a.doc", ".csv", ".md", ".json", ".txt", "--format"]);
    assert_refused(&scratch.run("status -o noend --lang en"), &["noend", "--format"]);
    assert!(!names(scratch.path()).iter().any(|name| name == "a.doc" || name == "noend"));
}

#[test]
fn a_file_has_no_colour_and_a_width_of_its_own() {
    let scratch = scratch();
    scratch.run("status -o plain.txt");
    for more in ["--color always", "--color auto"] {
        scratch.run(&format!("status -o a.txt {more}"));
        assert_eq!(text(&scratch, "a.txt"), text(&scratch, "plain.txt"));
    }
    assert!(!text(&scratch, "plain.txt").contains('\u{1b}'));
    scratch.run("status -o narrow.txt --width 60");
    assert_eq!(text(&scratch, "narrow.txt"), scratch.run("status --width 60").stdout);
    assert_ne!(text(&scratch, "narrow.txt"), text(&scratch, "plain.txt"));
}

#[test]
fn a_table_can_be_written_by_itself() {
    let scratch = scratch();
    let ran = scratch.run("status --table tasks --output tasks.csv");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(text(&scratch, "tasks.csv").starts_with("\u{feff}task,title,"));
    assert_refused(&scratch.run("status --table task -o none.csv"), &["“task”", "tasks"]);
    assert!(!scratch.path().join("none.csv").exists());
}

#[test]
fn files_of_the_plan_are_not_overwritten() {
    let scratch = scratch().file("data/g/x.csv", "").file("elsewhere/f.csv", "");
    let (toml, csv) = (text(&scratch, "plan.toml"), text(&scratch, "data/f.csv"));
    for path in [
        "plan.toml",
        "./plan.toml",
        "data/f.csv",
        "data/new.csv",
        "data/g/x.csv",
        "data/../data/f.csv",
        "elsewhere/../plan.toml",
        "data/.hidden.csv",
        "data/sub.md",
    ] {
        for lang in ["vi", "en"] {
            let ran = scratch.run(&format!("status --format csv -o {path} --lang {lang}"));
            assert_refused(&ran, &[path, "data/"]);
        }
    }
    let ran = scratch.run(&format!("status --format csv -o {}/data/f.csv", scratch.path().display()));
    assert_refused(&ran, &["f.csv"]);
    assert_eq!((text(&scratch, "plan.toml"), text(&scratch, "data/f.csv")), (toml, csv));
    assert_eq!(names(&scratch.path().join("data")), ["f.csv", "g"]);
    // A file of that name elsewhere is none of the plan's.
    assert_eq!(scratch.run("status --format csv -o elsewhere/plan.toml").code, 0);
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_changes() {
    let scratch = scratch().file("folder.csv/inner.txt", "").file("file.txt", "x");
    assert_refused(&scratch.run("status -o none/a.csv"), &["none/a.csv", "thư mục chứa tệp không tồn tại"]);
    assert_refused(&scratch.run("status -o none/a.csv --lang en"), &["its folder does not exist"]);
    assert_refused(&scratch.run("status -o folder.csv"), &["folder.csv", "thư mục"]);
    assert_refused(&scratch.run("status -o file.txt/a.csv"), &["file.txt/a.csv"]);
    assert_eq!(text(&scratch, "file.txt"), "x");
    assert_eq!(names(scratch.path()), ["data", "file.txt", "folder.csv", "plan.toml"]);
}

#[test]
fn files_with_errors_write_nothing_unless_asked_to_go_on() {
    let broken = scratch()
        .file("data/f.csv", "period,unit,reported,good,all,note\n2019-01,a,2019-02-04,x,10,\n")
        .file("a.csv", "old");
    let ran = broken.run("status -o a.csv");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert_eq!(text(&broken, "a.csv"), "old");
    // With --keep-going the table says itself that it is incomplete.
    assert_eq!(broken.run("status -o a.csv --keep-going").code, 1);
    assert!(text(&broken, "a.csv").contains(",incomplete\n") && text(&broken, "a.csv").contains(",true\n"));
}

#[test]
fn a_verdict_asked_for_fails_but_the_file_is_written() {
    let scratch = scratch();
    assert_eq!(scratch.run("status --as-of 2019-02-10 --fail-on missed -o a.md").code, 1);
    assert!(text(&scratch, "a.md").starts_with("# "));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("the file").permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("set the mode");
    }

    /// Runs the program in a shell, after what the shell is told first.
    fn shell(scratch: &Scratch, first: &str, args: &str) -> Ran {
        let done = Command::new("/bin/sh")
            .args(["-c", &format!("{first}; exec {} {args}", env!("CARGO_BIN_EXE_plan"))])
            .current_dir(scratch.path())
            .env_clear()
            .env("SOURCE_DATE_EPOCH", "1609502400")
            .output()
            .expect("run the shell");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran { stdout: text(done.stdout), stderr: text(done.stderr), code: done.status.code().expect("an exit code") }
    }

    #[test]
    fn the_mode_is_kept_and_a_new_file_has_the_users() {
        let scratch = scratch();
        assert_eq!(shell(&scratch, "umask 027", "status -o a.csv").code, 0);
        assert_eq!(mode(&scratch.path().join("a.csv")), 0o640);
        for kept in [0o600, 0o664, 0o755] {
            set_mode(&scratch.path().join("a.csv"), kept);
            assert_eq!(shell(&scratch, "umask 077", "status -o a.csv").code, 0);
            assert_eq!(mode(&scratch.path().join("a.csv")), kept);
        }
    }

    #[test]
    fn a_file_marked_read_only_stays() {
        let scratch = scratch().file("a.csv", "old");
        set_mode(&scratch.path().join("a.csv"), 0o444);
        assert_refused(&scratch.run("status -o a.csv"), &["a.csv", "chỉ đọc"]);
        assert_eq!((text(&scratch, "a.csv").as_str(), mode(&scratch.path().join("a.csv"))), ("old", 0o444));
    }

    #[test]
    fn a_folder_that_may_not_be_written_to_is_said() {
        let scratch = scratch().file("shut/a.csv", "old");
        let shut = scratch.path().join("shut");
        set_mode(&shut, 0o555);
        // Nothing is shut to an administrator.
        let is_open = fs::write(shut.join("probe"), "").is_ok();
        let ran = scratch.run("status -o shut/a.csv");
        set_mode(&shut, 0o755);
        if is_open {
            assert_eq!(ran.code, 0, "{}", ran.stderr);
        } else {
            assert_refused(&ran, &["shut/a.csv", "không có quyền ghi"]);
            assert_eq!((text(&scratch, "shut/a.csv").as_str(), names(&shut)), ("old", vec!["a.csv".to_owned()]));
        }
    }

    #[test]
    fn a_write_that_breaks_off_leaves_the_old_file_whole() {
        let scratch = scratch().file("a.json", "old");
        // No file may be longer than one block, as if the disk were full.
        let ran = shell(&scratch, "trap '' XFSZ; ulimit -f 1", "status --format json -o a.json");
        assert_refused(&ran, &["a.json"]);
        assert_eq!(text(&scratch, "a.json"), "old");
        assert_eq!(names(scratch.path()), ["a.json", "data", "plan.toml"]);
    }

    #[test]
    fn a_link_is_followed_and_never_into_the_plan() {
        let scratch = scratch().file("real.csv", "old").file("far/g.csv", "x");
        for (to, name) in
            [("real.csv", "link.csv"), ("plan.toml", "to-plan.csv"), ("data", "to-data"), ("gone.csv", "nowhere.csv")]
        {
            symlink(to, scratch.path().join(name)).expect("a link");
        }
        symlink("../far", scratch.path().join("data/g")).expect("a link");
        assert_eq!(scratch.run("status -o link.csv").code, 0);
        assert!(scratch.path().join("link.csv").is_symlink());
        assert!(text(&scratch, "real.csv").starts_with("\u{feff}task,"));
        for path in ["to-plan.csv", "to-data/f.csv", "to-data/new.csv", "far/g.csv", "far/new.csv"] {
            assert_refused(&scratch.run(&format!("status -o {path}")), &[path, "tệp của chính kế hoạch"]);
        }
        assert_refused(&scratch.run("status -o nowhere.csv"), &["nowhere.csv", "liên kết"]);
        assert_eq!(text(&scratch, "far/g.csv"), "x");
    }

    #[test]
    fn a_device_is_no_file() {
        let scratch = scratch();
        assert_refused(&scratch.run("status --format csv -o /dev/null"), &["/dev/null"]);
    }
}
