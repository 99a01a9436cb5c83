//! `plan fmt`: one way to write each file, so that git shows what changed, and branches merge.

mod common;

use std::path::Path;
use std::process::Command;

use common::reports::{ROWS, reports, toml};
use common::{Scratch, ours};

const F: &str = "data/f.csv";

/// Puts a file in order and returns what it is then.
fn canonical(name: &str, text: &str) -> String {
    let scratch = Scratch::new(&toml()).file(name, text);
    let ran = scratch.run("fmt");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{text:?}");
    let now = scratch.text(name);
    // What is said to have been written is what was.
    assert_eq!(ran.stdout, if now == text { String::new() } else { format!("{name}\n") }, "{text:?}");
    let again = scratch.run("fmt --check");
    assert_eq!((again.code, again.stdout.as_str(), again.stderr.as_str()), (0, "", ""), "{text:?}");
    assert_eq!(scratch.text(name), now);
    now
}

#[test]
fn what_is_written_in_many_ways_is_written_in_one() {
    let header = "period,unit,reported,new,done,all,mark,note\n";
    let odd = [
        // Rows by period, then by the order of units in the plan.
        format!(
            "{header}2019-03,a,2019-04-04,6,7,13,8.00,\n2019-01,b,2019-02-04,4,5,9,-0.25,\"chậm, \"\"có lý do\"\"\"\n2019-01,a,2019-02-04,1,2,3,7.50,\n"
        ),
        // Ids of units.
        ROWS.replace("2019-01,a", "2019-01,P. A")
            .replace("2019-03,a", "2019-03,PHÒNG A")
            .replace(",b,", ",Pho\u{300}ng  B,"),
        // Zeros before a number; those behind the point say how exact it is.
        ROWS.replace(",1,2,3,", ",01,002,3,").replace("-0.25", "-00.25"),
        // Quotes that nothing needs.
        ROWS.replace("2019-01,a,2019-02-04,1", "\"2019-01\",\"a\",\"2019-02-04\",\"1\"")
            .replace("7.50,\n", "7.50,\"\"\n"),
        // Blank lines, rows of commas, no last line end.
        ROWS.replace("2019-01,b", "\n\n,,,,,,,\n2019-01,b").trim_end().to_owned(),
        // Columns in another order.
        "note,mark,unit,new,period,all,done,reported\n,7.50,a,1,2019-01,3,2,2019-02-04\n\
         \"chậm, \"\"có lý do\"\"\",-0.25,b,4,2019-01,9,5,2019-02-04\n,8.00,a,6,2019-03,13,7,2019-04-04\n"
            .to_owned(),
        // A note with letters apart from their marks and spaces around it.
        ROWS.replace("chậm, \"\"có lý do\"\"", "  cha\u{323}\u{302}m, \"\"có lý do\"\"\n "),
    ];
    for text in odd {
        assert_ne!(text, ROWS);
        assert_eq!(canonical(F, &text), ROWS, "{text}");
    }
    assert_eq!(canonical(F, ROWS), ROWS);
    // The lines of a note are its writer's.
    let lines = ROWS.replace("chậm, ", "chậm,\n\n  ");
    assert_eq!(canonical(F, &lines), lines);
    assert_eq!(canonical(F, header.trim_end()), header);
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let shuffled = "period,unit,reported,new,done,all,mark,note\n2019-03,a,2019-04-04,6,7,13,8.00,\n2019-01,P. A,2019-02-04,1,2,3,7.50,\n\
                    2019-01,b,2019-02-04,4,5,9,-0.25,\"chậm, \"\"có lý do\"\"\"\n";
    for (mark, end) in [("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        let odd = |text: &str| format!("{mark}{}", text.replace('\n', end));
        assert_eq!(canonical(F, &odd(shuffled)), odd(ROWS), "{mark:?} {end:?}");
        assert_eq!(canonical(F, &odd(ROWS)), odd(ROWS), "{mark:?} {end:?}");
    }
}

#[test]
fn lists_have_their_order_too() {
    let deliverables = "deliverable,task,issued,number,title,where,link\nBáo cáo,1,2019-05-01,2/BC,,,\nbáo  cáo,01,2019-04-01,1/BC,\"a, b\",,\nKế hoạch,1,2019-06-01,9/KH,,,\n";
    let expected = "task,deliverable,number,issued,title,where,link\n1,Kế hoạch,9/KH,2019-06-01,,,\n1,Báo cáo,1/BC,2019-04-01,\"a, b\",,\n1,Báo cáo,2/BC,2019-05-01,,,\n";
    assert_eq!(canonical("data/deliverables.csv", deliverables), expected);
    let updates = "date,period,task,unit,kind,text\n2019-04-01,2019-Q1,2,Phòng B,result,\"Hai\"\n2019-04-01,2019-Q1,1,c,obstacle,Một\n2019-04-01,2019-Q1,1,a,result,  Không \n2019-02-01,,2,b,done,Đầu\n";
    let expected = "date,period,task,unit,kind,text\n2019-02-01,,2,b,done,Đầu\n2019-04-01,2019-Q1,1,a,result,Không\n2019-04-01,2019-Q1,1,c,obstacle,Một\n2019-04-01,2019-Q1,2,b,result,Hai\n";
    assert_eq!(canonical("data/updates.csv", updates), expected);
    // Units are shown in the order they are declared in: it stays.
    let units = "id,name,parent,aliases\nz,Phòng Z,,Z1;Z2 ;\ny,\"Phòng Y\",,\n";
    assert_eq!(canonical("data/units.csv", units), "id,name,parent,aliases\nz,Phòng Z,,Z1; Z2\ny,Phòng Y,,\n");
}

#[test]
fn a_file_each_is_put_in_order_by_itself() {
    let header = "period,unit,reported,new,done,all,mark,note\n";
    let scratch = Scratch::new(&toml())
        .file("data/f/a.csv", format!("{header}2019-03,a,2019-04-04,6,7,13,8.00,\n2019-01,a,2019-02-04,01,2,3,7.50,\n"))
        .file("data/f/b.csv", format!("{header}2019-01,b,2019-02-04,4,5,9,1.00,\n"));
    let ran = scratch.run("fmt");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "data/f/a.csv\n"), "{}", ran.stderr);
    assert_eq!(
        scratch.text("data/f/a.csv"),
        format!("{header}2019-01,a,2019-02-04,1,2,3,7.50,\n2019-03,a,2019-04-04,6,7,13,8.00,\n")
    );
}

#[test]
fn a_look_writes_nothing() {
    let odd = ROWS.replace(",1,2,3,", ",01,2,3,");
    let scratch = reports().file(F, &odd);
    let before = scratch.all();
    let ran = scratch.run("fmt --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, "data/f.csv\n"));
    assert!(ran.stderr.contains("plan fmt"), "{}", ran.stderr);
    let ran = scratch.run("fmt --check --diff");
    assert_eq!(ran.code, 1);
    let rows = "-2019-01,a,2019-02-04,01,2,3,7.50,\n+2019-01,a,2019-02-04,1,2,3,7.50,\n";
    assert!(ran.stdout.contains(rows) && ran.stdout.contains("data/f.csv"), "{}", ran.stdout);
    assert!(scratch.all() == before);
    // Without --check the diff is of what is written.
    let ran = scratch.run("fmt --diff");
    assert!(ran.code == 0 && ran.stdout.contains(rows), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(scratch.text(F), ROWS);
    let ran = scratch.run("fmt --check --diff");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
}

#[test]
fn files_with_errors_are_left_as_they_are() {
    let odd = ROWS.replace(",1,2,3,", ",01,2,3,");
    for (name, text) in [
        (F, odd.replace("4,5,9", "4;5,9,9")),
        (F, odd.replace("2019-01,b", "2019-01,a")),
        (F, odd.replace("period,", "periods,")),
        (F, odd.replace("2019-03,a", "2019-03,x")),
        (F, odd.replace("7.50,\n", "7.50\n")),
        ("data/g.csv", "period,unit,reported,n,note\n2019-01,c,2019-02-04,1,\n".to_owned()),
        ("plan.toml", toml().replace("kind = \"level\"", "kind = \"lvl\"")),
    ] {
        let scratch = reports().file(F, &odd).file(name, &text);
        let before = scratch.all();
        for args in ["fmt", "fmt --check", "fmt --diff"] {
            let ran = scratch.run(args);
            assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{args} {text}");
            assert!(ran.stderr.contains(&format!("{name}:")), "{args}: {}", ran.stderr);
        }
        assert!(scratch.all() == before, "{text}");
    }
}

#[test]
fn the_plan_of_this_repository_is_canonical() {
    let ran = ours("fmt --check");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
}

/// Runs git in a folder, whatever the user's own settings are.
fn git(folder: &Path, args: &str) -> (bool, String) {
    let settings = [
        "user.name=T",
        "user.email=t@example.org",
        "core.autocrlf=false",
        "commit.gpgsign=false",
        "init.defaultBranch=main",
    ];
    let settings = settings.iter().flat_map(|own| ["-c", own]);
    let done = Command::new("git")
        .args(settings.chain(args.split_whitespace()))
        .current_dir(folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("LC_ALL", "C")
        .output();
    let done = done.expect("git is needed for this test: install it");
    (
        done.status.success(),
        format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr)),
    )
}

fn commit(scratch: &Scratch, args: &str) {
    assert!(git(scratch.path(), "add -A").0);
    let (is_done, said) = git(scratch.path(), args);
    assert!(is_done, "{args}: {said}");
}

#[expect(clippy::print_stderr, reason = "who reads what the tests print wonders why nothing was tried")]
fn skipped() {
    eprintln!("skipped: git is not installed, so no branches are merged");
}

/// Makes a repository of a plan in which two branches record, and merges the second into the first.
fn merged(attributes: Option<&str>, [one, other]: [&str; 2]) -> Option<(Scratch, bool, String)> {
    if Command::new("git").arg("--version").output().is_err() {
        skipped();
        return None;
    }
    let scratch = reports().file(".gitignore", ".plan.lock\n");
    let scratch = if let Some(text) = attributes { scratch.file(".gitattributes", text) } else { scratch };
    assert!(git(scratch.path(), "init -q -b main").0);
    commit(&scratch, "commit -q -m begun");
    for (branch, args) in [("one", one), ("other", other)] {
        assert!(git(scratch.path(), &format!("checkout -q -b {branch} main")).0);
        let ran = scratch.run(args);
        assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
        commit(&scratch, &format!("commit -q -m {branch}"));
    }
    let (is_clean, said) = git(scratch.path(), "merge --no-edit one");
    Some((scratch, is_clean, said))
}

const UNION: &str = "data/**/*.csv merge=union\n";
const JULY: [&str; 2] = [
    "record figure f new=1 done=1 all=2 mark=1 --unit a --period 2019-07 --reported 2019-08-02",
    "record figure f new=2 done=2 all=4 mark=2 --unit b --period 2019-07 --reported 2019-08-03",
];

#[test]
fn branches_with_a_report_each_merge() {
    let Some((scratch, is_clean, said)) = merged(Some(UNION), JULY) else { return };
    assert!(is_clean, "{said}");
    let ran = scratch.run("check");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(scratch.run("fmt").code, 0);
    let july = "2019-07,a,2019-08-02,1,1,2,1,\n2019-07,b,2019-08-03,2,2,4,2,\n";
    assert_eq!(scratch.text(F), format!("{ROWS}{july}"));
    // Reports of another month stand elsewhere in the file: nothing need be set.
    let march = "record figure f new=2 done=2 all=4 mark=2 --unit b --period 2019-02 --reported 2019-03-03";
    let Some((scratch, is_clean, said)) = merged(None, [JULY[0], march]) else { return };
    assert!(is_clean, "{said}");
    assert_eq!((scratch.run("check").code, scratch.run("fmt --check").code), (0, 0));
}

#[test]
fn a_report_changed_on_both_sides_is_never_settled_in_silence() {
    let both = [
        "record figure f new=8 all=10 --unit a --period 2019-01 --replace",
        "record figure f new=9 all=11 --unit a --period 2019-01 --replace",
    ];
    let Some((scratch, is_clean, said)) = merged(Some(UNION), both) else { return };
    assert!(is_clean, "{said}");
    let ran = scratch.run("check");
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("lỗi[duplicate-report]"), "{}", ran.stdout);
    for line in [2, 3] {
        assert!(ran.stdout.contains(&format!("\n{line} | 2019-01,a")), "{}", ran.stdout);
    }
    assert_eq!(scratch.run("fmt").code, 1, "which of two is right is not for fmt to say");
    // Without the setting git stops.
    for args in [both, JULY] {
        let Some((_, is_clean, said)) = merged(None, args) else { return };
        assert!(!is_clean && said.contains("CONFLICT") && said.contains("data/f.csv"), "{said}");
    }
}
