//! A copy of this repository's plan as it was on the morning of some day, kept in git, and commands run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use tempfile::TempDir;

/// The columns that say when a row came in; each file has one of them.
const DATED: [&str; 3] = ["reported", "issued", "date"];

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a temporary folder can be written to");
    fs::write(path, text).expect("a temporary folder can be written to");
}

/// Returns the cells of a line of csv.
pub(crate) fn cells(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let record = reader.records().next().expect("a line").expect("a row");
    record.iter().map(str::to_owned).collect()
}

/// A file of data/ in this repository: its columns, and its rows as they are written and cell by cell.
pub(crate) struct DataFile {
    pub(crate) stem: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<(String, Vec<String>)>,
}

impl DataFile {
    /// Returns the column that says when a row came in.
    fn dated(&self) -> usize {
        self.columns.iter().position(|own| DATED.contains(&own.as_str())).expect("each file dates its rows")
    }

    /// Returns the day a row came in; none if it does not say so.
    pub(crate) fn day(&self, row: &[String]) -> Option<NaiveDate> {
        row[self.dated()].parse().ok()
    }

    /// Returns the cell of a column.
    pub(crate) fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let at = self.columns.iter().position(|own| own == column);
        &row[at.unwrap_or_else(|| panic!("{} has no column {column}", self.stem))]
    }

    /// Returns the row of a report.
    pub(crate) fn report(&self, period: &str, unit: &str) -> &[String] {
        let is =
            |row: &&(String, Vec<String>)| self.cell(&row.1, "period") == period && self.cell(&row.1, "unit") == unit;
        &self.rows.iter().find(is).unwrap_or_else(|| panic!("{}: no report {period} of {unit}", self.stem)).1
    }
}

/// Returns the files of data/ in this repository, by name.
pub(crate) fn data() -> Vec<DataFile> {
    let listed = fs::read_dir(root().join("data")).expect("data/ can be listed");
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.expect("data/ can be listed").path()).collect();
    paths.sort();
    let mut files = Vec::new();
    // The register is not sent in reports, and these offices keep none; points have no day, and they score nothing.
    let is_dated = |path: &PathBuf| {
        let is_csv = path.extension().is_some_and(|ending| ending == "csv");
        path.is_file() && is_csv && !path.ends_with("procedures.csv") && !path.ends_with("scores.csv")
    };
    for path in paths.into_iter().filter(|path| is_dated(path)) {
        let text = read(&path);
        let mut lines = text.lines();
        let columns = cells(lines.next().expect("a file has a header"));
        let rows = lines.map(|line| (line.to_owned(), cells(line))).collect();
        let stem = path.file_stem().expect("a listed file has a name").to_string_lossy().into_owned();
        files.push(DataFile { stem, columns, rows });
    }
    files
}

/// Returns one of those files.
pub(crate) fn data_of(stem: &str) -> DataFile {
    data().into_iter().find(|own| own.stem == stem).unwrap_or_else(|| panic!("there is no data/{stem}.csv"))
}

/// Takes what is counted from the register out of plan.toml, the form and its indicator, and the index that is scored.
fn without_register(plan: &str) -> String {
    let taken = ["from = \"dossiers\"", "\"apologised-in-time\"", "criteria = "];
    let is_counted = |block: &str| taken.iter().any(|own| block.contains(own));
    let blocks: Vec<&str> = plan.split("\n\n").collect();
    let kept: Vec<&str> = blocks.iter().copied().filter(|block| !is_counted(block)).collect();
    assert_eq!(kept.len() + 3, blocks.len(), "form, indicator and index are blocks of plan.toml");
    kept.join("\n\n")
}

/// A folder with the plan in `ke-hoach`, and a home for git beside it.
pub(crate) struct Office {
    scratch: TempDir,
    pub(crate) day: NaiveDate,
}

impl Office {
    /// Makes a copy of the plan with the rows that came in before a day, which is today. `is_english` says so in plan.toml.
    pub(crate) fn before(day: NaiveDate, is_english: bool) -> Self {
        let scratch = tempfile::tempdir().expect("a temporary folder");
        let office = Self { scratch, day };
        let plan = read(&root().join("plan.toml"));
        let plan = if is_english { plan.replace("language = \"vi\"", "language = \"en\"") } else { plan };
        let plan = without_register(&plan);
        // The schema lies elsewhere in the repository.
        write(&office.path("plan.toml"), plan.split_once('\n').expect("plan.toml has lines").1);
        for file in data() {
            let mut text = file.columns.join(",") + "\n";
            for (line, row) in &file.rows {
                if file.day(row).is_none_or(|own| own < day) {
                    text += line;
                    text.push('\n');
                }
            }
            write(&office.path(&format!("data/{}.csv", file.stem)), text);
        }
        let config = "[user]\n\tname = Văn thư\n\temail = van-thu@example.vn\n[init]\n\tdefaultBranch = main\n";
        write(&office.scratch.path().join("home/.gitconfig"), config);
        office
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.scratch.path().join("ke-hoach")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Returns what data/ holds, file by file.
    pub(crate) fn data(&self) -> Vec<(String, String)> {
        let names = data().into_iter().map(|own| format!("data/{}.csv", own.stem));
        names.map(|name| (name.clone(), read(&self.path(&name)))).collect()
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let plan = Path::new(env!("CARGO_BIN_EXE_plan")).parent().expect("a program lies in a folder");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(plan.to_owned()).chain(std::env::split_paths(&path)));
        let noon = self.day.and_hms_opt(5, 0, 0).expect("an hour").and_utc().timestamp();
        let stamp = format!("{noon} +0700");
        let mut command = Command::new(program);
        command.current_dir(folder).env_clear().env("PATH", path.expect("the folders of PATH have no colon in them"));
        command.env("HOME", self.scratch.path().join("home")).env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C");
        command.env("GIT_AUTHOR_DATE", &stamp).env("GIT_COMMITTER_DATE", &stamp);
        command.env("SOURCE_DATE_EPOCH", noon.to_string());
        command
    }

    /// Runs a line of the shell; returns what a reader would see, and how it ended.
    pub(crate) fn sh(&self, line: &str) -> (String, i32) {
        self.sh_in(&self.folder(), line)
    }

    /// Runs a line of the shell in another folder.
    pub(crate) fn sh_in(&self, folder: &Path, line: &str) -> (String, i32) {
        let output = self.command("/bin/sh", folder).arg("-c").arg(format!("{{ {line}\n}} 2>&1")).output();
        let output = output.expect("a shell can be run");
        let text = String::from_utf8(output.stdout).expect("programs print UTF-8");
        (text, output.status.code().expect("the shell ends by itself"))
    }

    /// Runs a line of the shell that must end well.
    pub(crate) fn well(&self, line: &str) -> String {
        let (text, code) = self.sh(line);
        assert_eq!(code, 0, "{line}\n{text}");
        text
    }

    /// Runs `plan` with these arguments; returns what it prints, and how it ended.
    pub(crate) fn plan(&self, args: &[&str]) -> (String, i32) {
        let output = self.command("plan", &self.folder()).args(args).output().expect("the program can be run");
        let text = String::from_utf8([output.stderr, output.stdout].concat()).expect("the program prints UTF-8");
        (text, output.status.code().expect("the program ends by itself"))
    }
}
