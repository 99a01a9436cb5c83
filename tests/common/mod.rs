//! A scratch plan in a folder of its own, and the program run on it in a clean environment.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test file uses a part of it")]
#![expect(clippy::disallowed_methods, reason = "tests write the files that the program reads")]

pub mod golden;
pub mod register;
pub mod reports;
mod rich;
pub mod screen;
mod simple;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub use rich::rich;
pub use simple::{BY_DECEMBER, BY_JUNE, CONTINUOUS, MONTHLY, QUARTERLY, Simple, head, measures, unit};

/// Runs the program on the plan of this repository with arguments parted by spaces, 2021 having begun.
pub fn ours(args: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("SOURCE_DATE_EPOCH", seconds(TODAY));
    ran(command.args(args.split_whitespace()).output().expect("run the program"))
}

/// The day that is today for a scratch plan unless a test sets another.
pub const TODAY: &str = "2021-01-01";

/// What the program printed, and how it ended.
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

/// A plan's folder.
pub struct Scratch {
    folder: TempDir,
    env: Vec<(&'static str, String)>,
}

impl Scratch {
    /// Makes a folder with this plan.toml.
    pub fn new(plan: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the scratch plan");
        Self { folder, env: vec![("SOURCE_DATE_EPOCH", seconds(TODAY))] }.file("plan.toml", plan)
    }

    /// Writes a file.
    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
        std::fs::write(path, text).expect("write the file");
        self
    }

    /// Sets what day it is.
    pub fn today(self, day: &str) -> Self {
        self.env("SOURCE_DATE_EPOCH", &seconds(day))
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.retain(|(known, _)| *known != name);
        self.env.push((name, value.to_owned()));
        self
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs the program in the folder with arguments parted by spaces.
    pub fn run(&self, args: &str) -> Ran {
        self.call(&args.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program in the folder with arguments that may hold spaces.
    pub fn call(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.current_dir(self.folder.path()).env_clear().args(args);
        let done = command.envs(self.env.iter().map(|(name, value)| (*name, value.as_str()))).output();
        ran(done.expect("run the program"))
    }

    /// Reads a file as text.
    pub fn text(&self, name: &str) -> String {
        let bytes = std::fs::read(self.folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// Every file below the folder with its bytes, but for the lock, so that nothing is changed, left or lost unseen.
    pub fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.folder.path()).expect("a file below").to_string_lossy();
                    if name != ".plan.lock" {
                        files.insert(name.into_owned(), std::fs::read(&path).expect("a file"));
                    }
                }
            }
        }
        files
    }

    /// Judges as of a day; the files must be without errors.
    pub fn at(&self, day: &str) -> Status {
        self.status(&format!("--as-of {day}"))
    }

    /// Judges with more arguments; the files must be without errors.
    pub fn status(&self, args: &str) -> Status {
        let ran = self.run(&format!("status --format json {args}"));
        assert_eq!(ran.code, 0, "status {args} failed: {}", ran.stderr);
        Status::read(&ran.stdout)
    }

    /// Runs on files with errors and returns what is said about them.
    pub fn refused(&self, args: &str) -> String {
        let ran = self.run(&format!("status {args}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "status {args} should refuse the files: {}", ran.stderr);
        ran.stderr
    }
}

fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8 output");
    Ran { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code().expect("an exit code") }
}

/// Seconds since 1970 at noon of a day.
fn seconds(day: &str) -> String {
    let day: chrono::NaiveDate = day.parse().expect("a date");
    day.and_hms_opt(12, 0, 0).expect("noon").and_utc().timestamp().to_string()
}

/// What `plan status --format json` says.
#[derive(Debug, PartialEq)]
pub struct Status {
    pub json: Value,
}

impl Status {
    /// Reads it.
    pub fn read(text: &str) -> Self {
        Self { json: serde_json::from_str(text).expect("JSON on stdout") }
    }

    /// Values of the head, parted by spaces.
    pub fn head(&self, keys: &str) -> String {
        values(&self.json["head"], keys)
    }

    /// Values of the counts of completion.
    pub fn completion(&self) -> String {
        values(&self.json["completion"], "completed overdue in-time")
    }

    /// Values of a target, deliverable or other part, by its id.
    pub fn part(&self, id: &str, keys: &str) -> String {
        self.find("parts", "id", id, keys)
    }

    /// The verdict of a target, deliverable or other part.
    pub fn verdict(&self, id: &str) -> String {
        self.part(id, "verdict")
    }

    /// The two counts of a rate.
    pub fn counts(&self, id: &str) -> String {
        self.part(id, "numerator denominator")
    }

    /// The ids of every part.
    pub fn parts(&self) -> String {
        list(&self.json["parts"], "id")
    }

    /// Values of a task.
    pub fn task(&self, no: u32, keys: &str) -> String {
        self.find("tasks", "task", &no.to_string(), keys)
    }

    /// Values of a form's reporting.
    pub fn form(&self, id: &str, keys: &str) -> String {
        self.find("forms", "form", id, keys)
    }

    /// Values of each unit of an each-unit target.
    pub fn units(&self, keys: &str) -> String {
        list(&self.json["units"], keys)
    }

    /// Values of what is due and not in, a line each.
    pub fn owed(&self, keys: &str) -> String {
        list(&self.json["owed"], keys)
    }

    fn find(&self, table: &str, key: &str, id: &str, keys: &str) -> String {
        let rows = self.json[table].as_array().expect("a table");
        let row = rows.iter().find(|row| text(&row[key]) == id);
        values(row.unwrap_or_else(|| panic!("{table} has no {id}: {}", list(&self.json[table], key))), keys)
    }
}

fn list(table: &Value, keys: &str) -> String {
    let rows = table.as_array().expect("a table").iter().map(|row| values(row, keys));
    rows.collect::<Vec<_>>().join("; ")
}

fn values(row: &Value, keys: &str) -> String {
    let value = |key: &str| text(row.get(key).unwrap_or_else(|| panic!("no key {key} in {row}")));
    keys.split_whitespace().map(value).collect::<Vec<_>>().join(" ")
}

/// A value as text: nothing is `-`, a list `[a,b]`.
fn text(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) => format!("[{}]", list.iter().map(text).collect::<Vec<_>>().join(",")),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
