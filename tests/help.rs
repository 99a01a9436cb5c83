//! Help and what is said of a wrong command line, in both languages; docs/commands.md holds the help of every command.
//! `UPDATE=1 cargo test --test help` writes that page anew.
#![expect(clippy::disallowed_methods, reason = "a test reads and writes a page of the repository")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use plan::text::{About, Lang, about};
use unicode_width::UnicodeWidthStr;

/// Noon of 31 January 2020, UTC, in seconds since 1970: every report of the repository's plan is due.
const NOON: &str = "1580472000";

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/commands.md");

const HEAD: &str = "# Các lệnh · Commands\n\n\
    Trang này là lời hướng dẫn của từng lệnh, đúng như `plan LỆNH --help` in ra; bản tiếng Anh ở nửa sau.\n\
    This page is the help of each command, as `plan COMMAND --help` prints it; the English part comes second.\n";

fn run(args: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(args)
        .current_dir(std::env::temp_dir())
        .env_clear()
        .output()
        .expect("run the program");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8 output");
    (text(output.stdout), text(output.stderr), output.status.code().expect("an exit code"))
}

fn help(command: About, lang: &str) -> String {
    let (help, complaint, code) = run(&[command.path(), &["--help", "--lang", lang]].concat());
    assert_eq!((complaint.as_str(), code), ("", 0), "{command:?}");
    help
}

#[test]
fn every_command_explains_itself_in_both_languages_within_80_columns() {
    for command in About::ALL {
        for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
            let help = help(command, code);
            let said: String = help.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.starts_with(about(command, lang)), "{help}");
            for line in help.lines() {
                assert!(line.width() <= 80, "{line}");
            }
            for line in command.examples() {
                assert!(help.contains(&format!("  plan {line}\n")), "{help}");
            }
            let foreign: &[&str] = match lang {
                Lang::Vi => {
                    &["Usage", "Options", "Print", "default", "possible values", "Commands", "OPTIONS", "Examples"]
                }
                Lang::En => &["ă", "đ", "ơ", "ư", "ạ", "ế", "ộ", "Cách"],
            };
            for word in foreign {
                assert!(!help.contains(word), "{code} {command:?} says {word}: {help}");
            }
        }
    }
}

#[test]
fn the_page_is_what_help_prints() {
    let mut page = HEAD.to_owned();
    for lang in ["vi", "en"] {
        writeln!(page, "\n## {}", if lang == "vi" { "Tiếng Việt" } else { "English" }).expect("a text");
        for command in About::ALL {
            let name = [&["plan"], command.path()].concat().join(" ");
            write!(page, "\n### `{name}` ({lang})\n\n```text\n{}```\n", help(command, lang)).expect("a text");
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, page).expect("the page can be written");
        return;
    }
    let old = std::fs::read_to_string(PAGE).expect("the page is there");
    assert!(old == page, "docs/commands.md is not what help prints; UPDATE=1 writes it anew");
}

#[test]
fn a_wrong_command_line_is_explained_in_both_languages() {
    let cases: [(&[&str], &str, &str); 14] = [
        (
            &["stauts"],
            "không có lệnh “stauts”\n  có phải status không?",
            "there is no command \"stauts\"\n  did you mean status?",
        ),
        (
            &["status", "--frmat"],
            "không có tùy chọn “--frmat”\n  có phải --format không?",
            "there is no option \"--frmat\" here\n  did you mean --format?",
        ),
        (
            &["status", "--format", "xml"],
            "--format <DẠNG> không thể là “xml”\n  viết một trong: table, json, csv, markdown",
            "--format <FORMAT> cannot be \"xml\"\n  write one of: table, json, csv, markdown",
        ),
        (&["status", "--as-of"], "--as-of <NGÀY> cần một giá trị", "--as-of <DAY> needs a value"),
        (
            &["status", "--task", "x"],
            "--task <SỐ> không thể là “x”\n  viết một số nguyên",
            "--task <NO> cannot be \"x\"\n  write a whole number",
        ),
        (&["status", "--width", "7"], "viết một số nguyên từ 40 đến 1000", "write a whole number from 40 to 1000"),
        (&["show", "a", "b"], "không hiểu phần “b”", "\"b\" is not understood"),
        (&["check", "lte"], "không có mục soát “lte”\n  có phải late không?", "no check \"lte\"\n  did you mean late?"),
        (&["chekc"], "có phải check không?", "did you mean check?"),
        (&["status", "--sort", "han"], "viết một trong: plan, verdict", "write one of: plan, verdict"),
        (&["init"], "còn thiếu: <THƯ_MỤC>", "missing: <DIR>"),
        (&["completions", "sh"], "không thể là “sh”", "cannot be \"sh\""),
        (
            &["status", "--keep-going", "--keep-going"],
            "--keep-going chỉ được ghi một lần",
            "--keep-going may be given only once",
        ),
        (&["status", "--keep-going=yes"], "--keep-going có quá nhiều giá trị", "--keep-going has too many values"),
    ];
    for (args, vi, en) in cases {
        for (lang, wanted) in [("vi", vi), ("en", en)] {
            let (said, complaint, code) = run(&[args, &["--lang", lang]].concat());
            // An option without its value takes the next word for it.
            let (said, complaint, code) = if args == ["status", "--as-of"] {
                run(&["--lang", lang, "status", "--as-of"])
            } else {
                (said, complaint, code)
            };
            assert_eq!((said.as_str(), code), ("", 2), "{args:?} {lang}");
            assert!(complaint.contains(wanted), "{args:?} {lang}: {complaint}");
            let see = if lang == "vi" { "Xem thêm bằng lệnh plan" } else { "For more, run plan" };
            assert!(complaint.contains(see), "{complaint}");
        }
    }
}

#[test]
fn the_manual_page_names_every_command_and_option() {
    for lang in ["vi", "en"] {
        let (page, complaint, code) = run(&["man", "--lang", lang]);
        assert_eq!((complaint.as_str(), code), ("", 0));
        assert!(page.starts_with("'\\\" -*- coding: UTF-8 -*-\n.TH PLAN 1 "), "{page}");
        for command in About::ALL {
            for option in help(command, lang).split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2)
            {
                let name = option.trim_end_matches([',', ')', ';']).replace('-', "\\-");
                assert!(page.contains(&name), "{lang}: {name} is not in the page");
            }
        }
    }
}

#[test]
fn completions_are_printed_for_every_shell() {
    for (shell, mark) in [
        ("bash", "complete -o"),
        ("zsh", "#compdef plan"),
        ("fish", "complete --"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let (script, complaint, code) = run(&["completions", shell]);
        assert_eq!((complaint.as_str(), code), ("", 0));
        assert!(script.contains(mark) && script.contains("PLAN_COMPLETE"), "{script}");
    }
}

/// Parts a line into words as a shell does, quotes around those with spaces.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| {
        let is_quoted = at % 2 == 1;
        if is_quoted { vec![part] } else { part.split_whitespace().collect() }
    });
    words.collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("a folder of the repository can be listed") {
        let (path, name) = entry.map(|own| (own.path(), own.file_name())).expect("a folder can be listed");
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).expect("a file can be copied");
        }
    }
}

/// The examples of one command are run one after the other, for the second of `init` takes what the first has made. They write
/// files, and so they are given a copy of the plan.
#[test]
fn every_example_runs_on_the_plan_of_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for command in About::ALL {
        let folder = tempfile::tempdir().expect("a folder for the plan");
        copy(&root.join("data"), &folder.path().join("data"));
        std::fs::copy(root.join("plan.toml"), folder.path().join("plan.toml")).expect("the plan can be copied");
        for example in command.examples() {
            let args = words(example);
            // The form that comes back must have been sent out, and a table must have been sent.
            if args[0] == "import" && !folder.path().join(args[1]).is_file() {
                let sent = ["form", "one-stop", "--period", "2019-07", "--unit", "mot-cua", "-o", "."];
                if args[1].starts_with("one-stop") {
                    let made = Command::new(env!("CARGO_BIN_EXE_plan")).args(sent).current_dir(folder.path()).status();
                    assert!(made.expect("run the program").success());
                }
                let table = "Đơn vị;Đã giải quyết: tổng số (7)\nBộ phận Một cửa;70\n";
                std::fs::write(folder.path().join("so-lieu-thang-7.csv"), table).expect("a file can be written");
                std::fs::write(folder.path().join("so-lieu-thang-8.csv"), table).expect("a file can be written");
            }
            // And so must the document; what kind it is its bytes tell, not its name.
            if let Some(at) = args.iter().position(|arg| *arg == "--table").filter(|_| args[0] == "init") {
                let printed = root.join("tests/printed/01a-kh-skhcn.txt");
                std::fs::copy(printed, folder.path().join(args[at + 1])).expect("the document can be copied");
            }
            let output = Command::new(env!("CARGO_BIN_EXE_plan"))
                .args(&args)
                .current_dir(folder.path())
                .env_clear()
                .env("SOURCE_DATE_EPOCH", NOON)
                .output()
                .expect("run the program");
            let complaint = String::from_utf8(output.stderr).expect("UTF-8 output");
            // 2 would be a command that is not understood, or a name that nobody has; no code at all, an end by a signal.
            assert!(matches!(output.status.code(), Some(0 | 1)), "{example}: {:?} {complaint}", output.status.code());
            assert!(!complaint.contains("panicked"), "{example}: {complaint}");
            let written = args.iter().skip_while(|arg| **arg != "-o").nth(1);
            match written {
                Some(file) => assert!(folder.path().join(file).exists(), "{example} writes no {file}"),
                // The plan is right, and of that alone nothing is said.
                None if args.contains(&"check") || args[0] == "fmt" => {}
                // That there is nothing to record is said on stderr.
                None => assert!(!output.stdout.is_empty() || !complaint.is_empty(), "{example} says nothing"),
            }
        }
    }
}
