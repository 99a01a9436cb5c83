//! The files that docs/data-repository.md gives to be copied, tried with a real git.

use super::blocks::FENCE;
use super::forms::{Owed, arrives};
use super::office::{Office, read, root, write};

const PAGE: &str = "docs/data-repository.md";
const JULY: &str = "2019-07";

/// Returns a file that the page gives, once for each language; the comments alone may differ.
fn given(name: &str) -> [String; 2] {
    let page = read(&root().join(PAGE));
    let mark = format!("\n<!-- file {name} -->\n{FENCE}");
    let found: Vec<String> = page
        .split(&mark)
        .skip(1)
        .map(|rest| {
            let (_, inside) = rest.split_once('\n').expect("a block begins");
            inside.split_once(&format!("{FENCE}\n")).expect("a block ends").0.to_owned()
        })
        .collect();
    found.try_into().unwrap_or_else(|found: Vec<_>| panic!("{PAGE} gives {name} {} times", found.len()))
}

/// Returns a plan on 5 August 2019, no report of July being in.
fn new() -> Office {
    let mut office = Office::before("2019-08-01".parse().expect("a day"), false);
    office.day = "2019-08-05".parse().expect("a day");
    office
}

/// Returns such a plan whose repository is set up as the page says, with the hooks in a language.
fn set_up(half: usize) -> Office {
    let office = new();
    for name in [".gitattributes", ".gitignore"] {
        write(&office.path(name), &given(name)[half]);
    }
    office.well("git init -q && git add . && git commit -q -m start");
    for name in ["pre-commit", "pre-merge-commit"] {
        write(&office.path(&format!(".git/hooks/{name}")), &given("pre-commit")[half]);
    }
    office.well("chmod +x .git/hooks/pre-commit .git/hooks/pre-merge-commit");
    office
}

/// A unit's July report comes in and is taken over.
fn imported(office: &Office, unit: &str) {
    let name = format!("da-nhan/{unit}.xlsx");
    arrives(office, &name, Owed { form: "one-stop", period: JULY, unit }, &[]);
    office.well(&format!("plan import {name} --yes"));
}

/// Changes one text in the figures, as an editor does.
fn edited(office: &Office, old: &str, new: &str) {
    let path = office.path("data/one-stop.csv");
    let text = read(&path);
    assert_eq!(text.matches(old).count(), 1, "{old:?} must stand there once");
    write(&path, text.replace(old, new));
}

fn commits(office: &Office) -> String {
    office.well("git rev-list --count HEAD").trim().to_owned()
}

#[test]
fn both_languages_give_the_same_files() {
    for name in [".gitattributes", ".gitignore", "pre-commit", "ci"] {
        let bare = |text: &str| -> Vec<String> {
            let lines = text.lines().enumerate().filter(|(at, line)| *at == 0 || !line.starts_with("# "));
            lines.map(|(_, line)| line.to_owned()).collect()
        };
        let [one, other] = given(name);
        assert_eq!(bare(&one), bare(&other), "{name}");
    }
}

#[test]
fn the_hook_lets_right_figures_pass_and_no_others() {
    for half in [0, 1] {
        let office = set_up(half);
        imported(&office, "mot-cua");
        office.well("git commit -q -a -m mot-cua");
        assert_eq!(commits(&office), "2");
        // A broken row.
        edited(&office, "2019-07,mot-cua,", "2019-07,Bộ phận 1 cửa,");
        let (said, code) = office.sh("git commit -q -a -m broken");
        assert_eq!((code, commits(&office).as_str()), (1, "2"), "{said}");
        assert!(said.contains("[unknown-unit]") && said.contains("data/one-stop.csv:20:9"), "{said}");
        edited(&office, "2019-07,Bộ phận 1 cửa,", "2019-07,mot-cua,");
        // A name where the canonical form has an id.
        edited(&office, "2019-07,mot-cua,", "2019-07,Bộ phận Một cửa,");
        let (said, code) = office.sh("git commit -q -a -m uneven");
        assert_eq!((code, commits(&office).as_str()), (1, "2"), "{said}");
        assert!(said.contains("data/one-stop.csv\n") && said.contains("plan fmt"), "{said}");
        office.well("plan fmt");
        assert_eq!(office.well("git status --porcelain --untracked-files=no"), "");
    }
}

#[test]
fn the_hook_looks_at_what_is_kept_not_at_what_is_open() {
    let office = set_up(0);
    imported(&office, "mot-cua");
    edited(&office, "2019-07,mot-cua,", "2019-07,mot cua,");
    office.well("git add data");
    edited(&office, "2019-07,mot cua,", "2019-07,mot-cua,");
    let (said, code) = office.sh("git commit -q -m 'broken in the index'");
    assert_eq!(code, 1, "{said}");
    office.well("git add data");
    edited(&office, "2019-07,mot-cua,", "2019-07,mot cua,");
    office.well("git commit -q -m 'broken only outside of it'");
    assert_eq!(commits(&office), "2");
}

#[test]
fn the_ci_script_fails_where_the_hook_does() {
    for script in given("ci") {
        let office = new();
        write(&office.path("ci.sh"), script);
        office.well("sh ci.sh");
        edited(&office, "2019-06,mot-cua,", "2019-06,mot cua,");
        let (said, code) = office.sh("sh ci.sh");
        assert!(code == 1 && said.contains("[unknown-unit]"), "{code}: {said}");
        edited(&office, "2019-06,mot cua,", "2019-06,Bộ phận Một cửa,");
        let (said, code) = office.sh("sh ci.sh");
        assert!(code == 1 && said.contains("-2019-06,Bộ phận Một cửa,"), "{code}: {said}");
        office.well("plan fmt && sh ci.sh");
        std::fs::remove_file(office.path("plan.toml")).expect("a temporary folder can be written to");
        let (said, code) = office.sh("sh ci.sh");
        assert_eq!(code, 2, "{said}");
    }
}

/// Lets two branches go on from where `main` is, `hai` with the second change.
fn branches(office: &Office, one: impl Fn(), other: impl Fn()) {
    office.well("git switch -q -c hai");
    other();
    office.well("git commit -q -a -m hai; git switch -q main");
    one();
    office.well("git commit -q -a -m mot");
}

#[test]
fn two_reports_come_together_with_union_and_collide_without() {
    for is_union in [false, true] {
        let office = set_up(0);
        if !is_union {
            office.well("git rm -q .gitattributes && git commit -q -m 'no attributes'");
        }
        branches(&office, || imported(&office, "chi-cuc-tdc"), || imported(&office, "mot-cua"));
        let (said, code) = office.sh("git merge --no-edit hai");
        if !is_union {
            assert!(code == 1 && said.contains("CONFLICT"), "{said}");
            continue;
        }
        // Both rows are there, but not in order: the hook stops the merge, and a commit finishes it.
        assert!(code != 0 && !said.contains("CONFLICT") && said.contains("plan fmt"), "{said}");
        office.well("plan check && plan fmt && git commit -q -a --no-edit && plan fmt --check");
        assert_eq!(office.well("git log -1 --format=%P | wc -w").trim(), "2", "the merge is done");
        let text = read(&office.path("data/one-stop.csv"));
        let units: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("2019-07,")?.split(',').next()).collect();
        assert_eq!(units, ["mot-cua", "chi-cuc-tdc"]);
    }
}

#[test]
fn a_merge_that_doubles_a_report_is_stopped_and_mended() {
    let correct = |office: &Office, by: &str| edited(office, ",28,42,0,18,", by);
    let office = set_up(0);
    imported(&office, "mot-cua");
    office.well("git commit -q -a -m mot-cua");
    branches(&office, || correct(&office, ",29,41,0,18,"), || correct(&office, ",30,40,0,18,"));
    let (said, code) = office.sh("git merge --no-edit hai");
    assert_ne!(code, 0, "{said}");
    assert!(said.contains("[duplicate-report]") && said.contains("csv:20:1") && said.contains("csv:21:1"), "{said}");
    // The keeper keeps the right row and goes on.
    office.well("sed -i '/,29,41,0,18,/d' data/one-stop.csv && plan check && git commit -q -a --no-edit");
    assert_eq!(office.well("git log -1 --format=%P | wc -w").trim(), "2", "the merge is done");
    assert_eq!(office.well("git status --porcelain --untracked-files=no"), "");
}

#[test]
fn a_correction_beside_a_new_report_leaves_the_old_row_too() {
    let office = set_up(0);
    office.well("rm .git/hooks/pre-merge-commit");
    imported(&office, "mot-cua");
    office.well("git commit -q -a -m mot-cua");
    branches(&office, || edited(&office, ",28,42,0,18,", ",29,41,0,18,"), || imported(&office, "chi-cuc-tdc"));
    office.well("git merge --no-edit hai");
    let (said, code) = office.sh("plan check");
    assert!(code == 1 && said.contains("[duplicate-report]"), "{said}");
    let text = read(&office.path("data/one-stop.csv"));
    for row in [",28,42,0,18,", ",29,41,0,18,", "2019-07,chi-cuc-tdc,"] {
        assert_eq!(text.matches(row).count(), 1, "{row}");
    }
}

#[test]
fn line_ends_of_another_system_are_no_change() {
    let office = set_up(0);
    let text = read(&office.path("data/one-stop.csv"));
    write(&office.path("data/one-stop.csv"), text.replace('\n', "\r\n"));
    imported(&office, "mot-cua");
    let text = read(&office.path("data/one-stop.csv"));
    assert_eq!(text.matches("\r\n").count(), text.lines().count(), "line ends are kept as they are");
    office.well("git commit -q -a -m mot-cua");
    let changed = office.well("git diff --numstat HEAD~1 HEAD");
    assert_eq!(changed, "1\t0\tdata/one-stop.csv\n");
    assert!(!office.well("git show HEAD:data/one-stop.csv").contains('\r'));
}
