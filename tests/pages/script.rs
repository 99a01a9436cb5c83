//! The exit codes that docs/exit-codes.md speaks of, where a block of examples cannot show them.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{FENCE, TODAY, copy, read};

const PAGE: &str = "docs/exit-codes.md";

/// Returns the scripts of the page.
fn scripts(text: &str) -> Vec<String> {
    let after = text.split("\n```sh\n").skip(1);
    after.filter_map(|rest| rest.split_once(FENCE)).map(|(script, _)| script.to_owned()).collect()
}

/// Runs a script in a folder and returns what it says.
fn run(script: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_plan"));
    let output = Command::new("/bin/sh")
        .args(["-c", script])
        .current_dir(folder)
        .env_clear()
        .env("PATH", program.parent().expect("a program lies in a folder"))
        .env("SOURCE_DATE_EPOCH", TODAY)
        .output()
        .expect("a shell can be run");
    String::from_utf8(output.stdout).expect("the script prints UTF-8").trim_end().to_owned()
}

#[test]
fn the_monthly_script_says_what_happened() {
    let page = read(PAGE);
    let scripts = scripts(&page);
    assert_eq!(scripts.len(), 2, "{PAGE} has a script in each language");
    for script in scripts {
        let words: Vec<&str> = script
            .lines()
            .filter_map(|line| line.split_once("echo \"")?.1.split_once('"'))
            .map(|(words, _)| words)
            .collect();
        let [fine, judged, errors, cannot] = words[..] else { panic!("{PAGE}: {words:?} are not four answers") };

        let folder = copy();
        assert_eq!(run(&script, folder.path()), judged);
        assert_eq!(run(&script.replace("missed,overdue,no-data", "behind"), folder.path()), fine);
        fs::write(folder.path().join("data/iso-communes.csv"), "period\n")
            .expect("a temporary folder can be written to");
        assert_eq!(run(&script, folder.path()), errors);
        fs::remove_file(folder.path().join("plan.toml")).expect("a temporary folder can be written to");
        assert_eq!(run(&script, folder.path()), cannot);
    }
}

#[test]
fn a_reader_that_stops_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(["status", "--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("SOURCE_DATE_EPOCH", TODAY)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    // Closed before the program can have judged anything.
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().expect("stderr is piped").read_to_string(&mut said).expect("the program prints UTF-8");
    assert_eq!((child.wait().expect("the program ends").code(), said.as_str()), (Some(0), ""));
}
