//! A scratch plan in a folder of its own, and the program run on it in a clean environment.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]
#![expect(clippy::disallowed_methods, reason = "tests write the files that the program reads")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

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
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.current_dir(self.folder.path()).env_clear().args(args.split_whitespace());
        let done = command.envs(self.env.iter().map(|(name, value)| (*name, value.as_str()))).output();
        ran(done.expect("run the program"))
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

/// The head of a plan for 2019, with more lines of `[plan]`.
pub fn head(more: &str) -> String {
    let years = if more.contains("from = ") { "" } else { "year = 2019\n" };
    format!("[plan]\nnumber = \"1/KH\"\nagency = \"Sở\"\ntitle = \"Kế hoạch\"\nissued = 2019-01-05\n{years}{more}\n")
}

/// A plan of one form `f`, one indicator `rate` and one task with one target, `1.1`.
#[derive(Clone, Copy)]
pub struct Simple<'a> {
    /// More lines of `[plan]`.
    pub head: &'a str,
    /// Units as `a b`, or with keys in parentheses: `a b(from = 2019-07-01)`.
    pub units: &'a str,
    /// The form's period and due day, and more of its keys.
    pub form: &'a str,
    /// Measures as `good:flow all:stock!`, `!` for a fixed one.
    pub measures: &'a str,
    pub numerator: &'a str,
    pub denominator: &'a str,
    pub schedule: &'a str,
    /// Bound and other keys of the target.
    pub target: &'a str,
    /// More keys of the task.
    pub task: &'a str,
    /// More tables.
    pub rest: &'a str,
    /// Rows of the form, parted by white space, each without its note.
    pub rows: &'a str,
}

impl Default for Simple<'_> {
    fn default() -> Self {
        Self {
            head: "",
            units: "a",
            form: MONTHLY,
            measures: "good:flow all:flow",
            numerator: "good",
            denominator: "all",
            schedule: CONTINUOUS,
            target: "at-least = 80",
            task: "",
            rest: "",
            rows: "",
        }
    }
}

/// A report every month, due five days after it.
pub const MONTHLY: &str = "every = \"month\"\ndue = { days = 5 }";
/// A report every quarter, due five days after it.
pub const QUARTERLY: &str = "every = \"quarter\"\ndue = { days = 5 }";
/// All year round.
pub const CONTINUOUS: &str = "\"continuous\"";
/// By the last day of the year.
pub const BY_DECEMBER: &str = "{ by = 2019-12-31 }";
/// By the last day of June.
pub const BY_JUNE: &str = "{ by = 2019-06-30 }";

impl Simple<'_> {
    /// Writes the plan and its one file.
    pub fn scratch(self) -> Scratch {
        let csv = self.csv();
        Scratch::new(&self.toml()).file("data/f.csv", csv)
    }

    /// The form's file.
    pub fn csv(self) -> String {
        let names = self.measures.split_whitespace().map(|own| own.split(':').next().unwrap_or_default());
        let header = names.collect::<Vec<_>>().join(",");
        let rows: String = self.rows.split_whitespace().map(|row| format!("{row},\n")).collect();
        format!("period,unit,reported,{header},note\n{rows}")
    }

    /// Its plan.toml.
    pub fn toml(self) -> String {
        let Self { form, schedule, target, task, rest, .. } = self;
        let ids: Vec<&str> = units(self.units).map(|(id, _)| id).collect();
        let (ids, measures) = (quoted(&ids.join(" ")), measures(self.measures));
        let units: String = units(self.units).map(|(id, keys)| unit(id, keys)).collect();
        let sum = |ids: &str| quoted(&ids.replace(',', " "));
        let (numerator, denominator) = (sum(self.numerator), sum(self.denominator));
        let lead = quoted("a");
        format!(
            "{}{units}[[form]]\nid = \"f\"\ntitle = \"Biểu\"\nprovenance = \"reported\"\nunits = {ids}\n{form}\nmeasures = {measures}\n\
             [[indicator]]\nid = \"rate\"\nname = \"Tỷ lệ\"\nnumerator = {numerator}\ndenominator = {denominator}\n\
             [[task]]\nno = 1\ntitle = \"Việc\"\nlead = {lead}\nschedule = {schedule}\n\
             targets = [{{ indicator = \"rate\", {target} }}]\n{task}\n{rest}\n",
            head(self.head)
        )
    }
}

/// A unit `a`, called `Đơn vị a`.
pub fn unit(id: &str, keys: &str) -> String {
    format!("[[unit]]\nid = \"{id}\"\nname = \"Đơn vị {id}\"\n{keys}\n")
}

// Units parted by spaces outside parentheses.
fn units(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = list.trim();
    std::iter::from_fn(move || {
        let end = rest.find([' ', '(']).unwrap_or(rest.len());
        let (id, after) = rest.split_at(end);
        let (keys, after) = match after.strip_prefix('(') {
            Some(keys) => keys.split_once(')').expect("a closing parenthesis"),
            None => ("", after),
        };
        rest = after.trim_start();
        (!id.is_empty()).then_some((id, keys))
    })
}

/// Measures of a form, from `good:flow all:stock!`.
pub fn measures(list: &str) -> String {
    let one = |own: &str| {
        let (id, kind) = own.split_once(':').expect("id:kind");
        let fixed = if kind.ends_with('!') { ", fixed = true" } else { "" };
        format!("{{ id = \"{id}\", name = \"Số {id}\", kind = \"{}\"{fixed} }}", kind.trim_end_matches('!'))
    };
    format!("[{}]", list.split_whitespace().map(one).collect::<Vec<_>>().join(", "))
}

/// A list of texts from words.
pub fn quoted(words: &str) -> String {
    format!("[{}]", words.split_whitespace().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
}
