//! The folder of a plan: plan.toml and what lies under data/.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::Failure;
use crate::diag::{Open, ReadSeek, Source};

/// The name of the file that declares a plan.
const PLAN_FILE: &str = "plan.toml";

/// The folder beside it that holds recipes.
const RECIPES: &str = "recipes";

/// A plan's folder.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    plan: PathBuf,
}

/// A file under data/: to which form or list it belongs, and how to read it.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The form or list: the name of the file, or of the folder it lies in.
    pub stem: String,
    /// The file.
    pub source: Source,
    /// Its size.
    pub bytes: u64,
}

/// What lies under data/.
#[derive(Clone, Debug, Default)]
pub struct DataFolder {
    /// The CSV files.
    pub files: Vec<DataFile>,
    /// TOML files right in data/, which may hold criteria, with their bytes.
    pub criteria: Vec<(Source, Vec<u8>)>,
    /// Other files and folders, which nothing reads.
    pub strays: Vec<Source>,
}

impl DataFolder {
    /// Takes bytes for those of a file under data/, by its name within the plan's folder; adds the file if it is not there.
    pub fn set(&mut self, name: &str, bytes: &[u8]) {
        let open: Arc<dyn Open> = Arc::new(bytes.to_vec());
        let size = bytes.len() as u64;
        if let Some(file) = self.files.iter_mut().find(|file| file.source.name == name) {
            (file.source.open, file.bytes) = (open, size);
            return;
        }
        // `data/one-stop.csv` or `data/one-stop/mot-cua.csv`.
        let stem = name.split('/').nth(1).unwrap_or_default();
        let stem = stem.strip_suffix(".csv").unwrap_or(stem).to_owned();
        self.files.push(DataFile { stem, source: Source { name: name.to_owned(), open }, bytes: size });
    }
}

struct OnDisk(PathBuf);

impl Open for OnDisk {
    fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(fs::File::open(&self.0)?))
    }
}

impl Folder {
    /// Finds plan.toml in a folder or the nearest one above it.
    ///
    /// # Errors
    /// Fails if there is none.
    pub fn find(from: &Path) -> Result<Self, Failure> {
        let start = std::path::absolute(from).map_err(|error| Failure::Read { path: from.to_owned(), error })?;
        // Another plan, higher up, would not be the one that was meant.
        if !start.is_dir() {
            return Err(Failure::NoFolder { path: from.to_owned() });
        }
        let found = start.ancestors().find(|folder| folder.join(PLAN_FILE).is_file());
        let root = found.ok_or_else(|| Failure::NoPlan { from: start.clone() })?.to_owned();
        Ok(Self { plan: root.join(PLAN_FILE), root })
    }

    /// Takes a file as the plan; its folder is the plan's.
    ///
    /// # Errors
    /// Fails if the path has no folder.
    pub fn of_file(file: &Path) -> Result<Self, Failure> {
        let plan = std::path::absolute(file).map_err(|error| Failure::Read { path: file.to_owned(), error })?;
        let root = plan.parent().map(Path::to_owned).ok_or_else(|| Failure::NoPlan { from: plan.clone() })?;
        Ok(Self { root, plan })
    }

    /// Returns the folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the file that declares the plan.
    pub fn file(&self) -> &Path {
        &self.plan
    }

    /// Reads the file that declares the plan.
    ///
    /// # Errors
    /// Fails if it cannot be read.
    pub fn plan(&self) -> Result<(Source, Vec<u8>), Failure> {
        // A pipe or device could be read for ever; that there is nothing, or a folder, the system says.
        if fs::metadata(&self.plan).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
            return Err(Failure::Irregular { path: self.plan.clone() });
        }
        let bytes = fs::read(&self.plan).map_err(|error| Failure::Read { path: self.plan.clone(), error })?;
        Ok((Source { name: self.shown(&self.plan), open: Arc::new(bytes.clone()) }, bytes))
    }

    /// Lists the recipes beside the plan, `recipes/<name>.toml`, each by its name. A plan without recipes/ has none.
    ///
    /// # Errors
    /// Fails if the folder or a file cannot be read.
    pub fn recipes(&self) -> Result<Vec<(String, Source, Vec<u8>)>, Failure> {
        let mut recipes = Vec::new();
        for path in entries(&self.root.join(RECIPES))? {
            let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
            if is_hidden(&path) || !is_toml || !path.is_file() {
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| Failure::Read { path: path.clone(), error })?;
            let stem = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let source = Source { name: self.shown(&path), open: Arc::new(bytes.clone()) };
            recipes.push((stem, source, bytes));
        }
        Ok(recipes)
    }

    /// Lists the CSV files under data/, `data/<name>.csv` and `data/<name>/*.csv`, by name, and the TOML files right in it. A plan without data/ has none.
    ///
    /// # Errors
    /// Fails if a folder cannot be read.
    pub fn data(&self) -> Result<DataFolder, Failure> {
        let data = self.root.join("data");
        let mut folder = DataFolder::default();
        for path in entries(&data)? {
            if path.is_dir() {
                let stem = name_of(&path);
                for inner in entries(&path)? {
                    self.sort_in(&mut folder, stem.clone(), inner)?;
                }
                // An empty folder is no mistake unless it stands where the file should.
                if is_csv(&path) && entries(&path)?.is_empty() {
                    folder.strays.push(self.stray(&path));
                }
            } else {
                let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
                if is_toml && !is_hidden(&path) && path.is_file() {
                    let bytes = fs::read(&path).map_err(|error| Failure::Read { path: path.clone(), error })?;
                    folder.criteria.push((Source { name: self.shown(&path), open: Arc::new(bytes.clone()) }, bytes));
                    continue;
                }
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                self.sort_in(&mut folder, stem, path)?;
            }
        }
        Ok(folder)
    }

    /// Tells whether a path is one of the plan's own files: the file that declares it, anything below data/, or what a link there
    /// leads to. The path has its links followed.
    ///
    /// # Errors
    /// Fails if a folder cannot be read.
    pub fn owns(&self, path: &Path) -> Result<bool, Failure> {
        // What is not there cannot be overwritten.
        let is = |own: &Path| fs::canonicalize(own).is_ok_and(|own| own == path);
        let below = |own: &Path| fs::canonicalize(own).is_ok_and(|own| path.starts_with(own));
        let data = self.root.join("data");
        if is(&self.plan) || below(&data) {
            return Ok(true);
        }
        let linked = |folder: &Path| Ok(entries(folder)?.iter().any(|own| is(own) || (own.is_dir() && below(own))));
        if linked(&data)? {
            return Ok(true);
        }
        for folder in entries(&data)?.iter().filter(|own| own.is_dir()) {
            if linked(folder)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tells whether a folder, there or not yet, is data/ or would lie below it, or below what a link there leads to.
    ///
    /// # Errors
    /// Fails if a folder cannot be read.
    pub fn would_own(&self, path: &Path) -> Result<bool, Failure> {
        let real = |path: &Path| led_to(path).map_err(|error| Failure::Read { path: path.to_owned(), error });
        let path = real(path)?;
        // Before the first figures there is no data/ yet.
        Ok(path.starts_with(real(&self.root.join("data"))?) || self.owns(&path)?)
    }

    fn sort_in(&self, folder: &mut DataFolder, stem: String, path: PathBuf) -> Result<(), Failure> {
        if is_hidden(&path) {
            return Ok(());
        }
        if !is_csv(&path) || path.is_dir() {
            folder.strays.push(self.stray(&path));
            return Ok(());
        }
        // A pipe or device could be read for ever.
        if !path.is_file() {
            return Err(Failure::Irregular { path });
        }
        folder.files.push(self.data_file(stem, path));
        Ok(())
    }

    /// Names what nothing reads, and so shows nothing of.
    fn stray(&self, path: &Path) -> Source {
        Source { name: self.shown(path), open: Arc::new(Vec::new()) }
    }

    fn data_file(&self, stem: String, path: PathBuf) -> DataFile {
        let bytes = fs::metadata(&path).map_or(0, |data| data.len());
        DataFile { stem, bytes, source: Source { name: self.shown(&path), open: Arc::new(OnDisk(path)) } }
    }

    // Relative to the plan's folder, with `/` on every system, so that output is the same everywhere.
    fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

/// Returns where a path leads: every link followed as far as it exists, the rest as it is written.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    for folder in path.ancestors() {
        let Ok(mut real) = fs::canonicalize(folder) else { continue };
        for part in path.strip_prefix(folder).unwrap_or(Path::new("")).components() {
            match part {
                Component::ParentDir => drop(real.pop()),
                part => real.push(part),
            }
        }
        return Ok(real);
    }
    Ok(path)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

// Hidden files and what editors leave behind are not data.
fn is_hidden(path: &Path) -> bool {
    let name = name_of(path);
    name.starts_with(['.', '~']) || name.ends_with('~')
}

fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Lists a folder by name; one that does not exist is empty.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::Read { path: folder.to_owned(), error };
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths =
        listing.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    paths.sort();
    Ok(paths)
}
