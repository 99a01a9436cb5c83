//! Why a command cannot go on, and how it is said.

use std::io;
use std::path::{Path, PathBuf};

use super::no_assumption::NoAssumption;
use super::no_change::NoChange;
use super::no_form::NoForm;
use super::no_register::NoRegister;
use super::no_report::NoReport;
use super::no_table::NoTable;
use crate::eval::Verdict;
use crate::files;
use crate::text::{Lang, Say, say};

/// Why a command cannot go on; the exit code is 2.
#[derive(Debug)]
pub(super) enum Failure {
    Files(files::Failure),
    /// A file that was there can no longer be read.
    Vanished {
        name: String,
        error: io::Error,
    },
    /// A change of the plan's files that is not made.
    Change(NoChange),
    /// A new plan that was not made.
    Uncreated(files::Uncreated),
    Overflow,
    AsOfFuture {
        day: String,
        today: String,
    },
    BadDate(String),
    UnknownVerdict {
        text: String,
        near: Option<String>,
    },
    NoTask {
        no: u32,
        near: String,
    },
    UnknownThing {
        text: String,
        near: Option<String>,
    },
    PeriodOutside {
        text: String,
        from: i32,
        to: i32,
    },
    Epoch(String),
    /// What should be a stretch of days.
    BadSpan(String),
    NoRegister(NoRegister),
    /// A file whose ending says no format, or another than was asked for, with the endings that would do.
    UnknownEnding {
        path: PathBuf,
        endings: String,
    },
    /// A file of the plan that a result would overwrite.
    OwnFile(PathBuf),
    /// A file that cannot be written.
    Unwritten {
        path: PathBuf,
        why: files::Unwritten,
    },
    UnknownTable {
        name: String,
        near: Option<String>,
        names: Vec<&'static str>,
    },
    NoForm(NoForm),
    /// No recipe has this name.
    NoRecipe {
        name: String,
        near: Option<String>,
        known: String,
    },
    /// A recipe is made from one file.
    OneFile,
    /// An option that means nothing where a recipe is made.
    NotWithNew(&'static str),
    /// An option that says nothing where dossiers are taken over.
    NotWithRegister(&'static str),
    /// An option that means nothing but where a recipe is made.
    OnlyWithNew(&'static str),
    /// A recipe of this name is there already.
    RecipeExists(String),
    /// What should be a recipe's name.
    BadRecipeName(String),
    NoTable(NoTable),
    NoReport(NoReport),
    NoAssumption(NoAssumption),
    /// The stream of results is closed or full.
    Write(io::Error),
}

impl From<files::Unlocked> for Failure {
    fn from(failure: files::Unlocked) -> Self {
        Self::Change(NoChange::Unlocked(failure))
    }
}

impl From<files::Unchanged> for Failure {
    fn from(failure: files::Unchanged) -> Self {
        Self::Change(NoChange::Unchanged(failure))
    }
}

impl From<files::Uncreated> for Failure {
    fn from(failure: files::Uncreated) -> Self {
        Self::Uncreated(failure)
    }
}

impl From<files::Failure> for Failure {
    fn from(failure: files::Failure) -> Self {
        Self::Files(failure)
    }
}

impl From<crate::eval::Overflow> for Failure {
    fn from(_: crate::eval::Overflow) -> Self {
        Self::Overflow
    }
}

impl Failure {
    /// Words the failure.
    #[expect(clippy::too_many_lines, reason = "one arm for each, so that a missing wording does not compile")]
    pub(super) fn words(&self, lang: Lang) -> String {
        let near = |near: &Option<String>| near.clone().unwrap_or_default();
        match self {
            Self::Files(files::Failure::NoPlan { from }) => {
                say(Say::FailNoPlan { folder: &from.display().to_string() }, lang)
            }
            Self::Files(files::Failure::NoFolder { path }) => {
                say(Say::FailNoFolder { path: &path.display().to_string() }, lang)
            }
            Self::Files(files::Failure::Irregular { path }) => {
                say(Say::FailIrregular { path: &path.display().to_string() }, lang)
            }
            Self::Files(files::Failure::Read { path, error }) => {
                say(Say::FailRead { path: &path.display().to_string(), reason: &reason(error, lang) }, lang)
            }
            Self::Vanished { name, error } => say(Say::FailRead { path: name, reason: &reason(error, lang) }, lang),
            Self::Change(why) => why.words(lang),
            Self::Uncreated(files::Uncreated::Exists(path)) => {
                say(Say::FailExists { path: &path.display().to_string() }, lang)
            }
            Self::Uncreated(files::Uncreated::System(path, error)) => {
                say(Say::FailUncreated { path: &path.display().to_string(), reason: &written(error, lang) }, lang)
            }
            Self::Overflow => say(Say::FailOverflow, lang),
            Self::AsOfFuture { day, today } => say(Say::FailAsOfFuture { day, today }, lang),
            Self::BadDate(text) => say(Say::FailBadDate { text }, lang),
            Self::UnknownVerdict { text, near: offered } => {
                let list = Verdict::ALL.map(Verdict::code).join(", ");
                say(Say::FailUnknownVerdict { text, near: &near(offered), list: &list }, lang)
            }
            Self::NoTask { no, near } => say(Say::FailNoTask { no: &no.to_string(), near }, lang),
            Self::UnknownThing { text, near: offered } => {
                say(Say::FailUnknownThing { text, near: &near(offered) }, lang)
            }
            Self::PeriodOutside { text, from, to } => {
                let years = if from == to { from.to_string() } else { format!("{from}-{to}") };
                say(Say::FailPeriodOutside { text, years: &years }, lang)
            }
            Self::Epoch(text) => say(Say::FailEpoch { text }, lang),
            Self::NoRegister(why) => why.words(lang),
            Self::BadSpan(text) => say(Say::FailSpan { text }, lang),
            Self::UnknownEnding { path, endings } => ending(path, endings, lang),
            Self::OwnFile(path) => say(Say::FailOwnFile { path: &path.display().to_string() }, lang),
            Self::Unwritten { path, why } => {
                say(Say::FailUnwritten { path: &path.display().to_string(), reason: &unwritten(why, lang) }, lang)
            }
            Self::UnknownTable { name, near: offered, names } => {
                say(Say::FailUnknownTable { name, near: &near(offered), names: &names.join(", ") }, lang)
            }
            Self::NoForm(why) => why.words(lang),
            Self::NoRecipe { name, near: offered, known } => {
                say(Say::FailNoRecipe { name, near: &near(offered), known }, lang)
            }
            Self::OneFile => say(Say::FailOneFile, lang),
            Self::NotWithNew(option) => say(Say::FailNotWithNew { option }, lang),
            Self::NotWithRegister(option) => say(Say::FailNotWithRegister { option }, lang),
            Self::OnlyWithNew(option) => say(Say::FailOnlyWithNew { option }, lang),
            Self::RecipeExists(name) => say(Say::FailRecipeExists { name }, lang),
            Self::BadRecipeName(name) => say(Say::FailBadRecipeName { name }, lang),
            Self::NoTable(why) => why.words(lang),
            Self::NoReport(why) => why.words(lang),
            Self::NoAssumption(why) => why.words(lang),
            Self::Write(error) => say(Say::FailWrite { reason: &written(error, lang) }, lang),
        }
    }
}

/// Words what the system says; only what it says seldom is left in its own words.
pub(super) fn reason(error: &io::Error, lang: Lang) -> String {
    let phrase = match error.kind() {
        io::ErrorKind::NotFound => Say::NotThere,
        io::ErrorKind::PermissionDenied => Say::NotReadable,
        io::ErrorKind::IsADirectory => Say::IsFolder,
        io::ErrorKind::StorageFull => Say::DiskFull,
        _ => return error.to_string(),
    };
    say(phrase, lang)
}

/// Words why a file is not written.
pub(super) fn unwritten(why: &files::Unwritten, lang: Lang) -> String {
    let phrase = match why {
        files::Unwritten::NoFolder => Say::NoSuchFolder,
        files::Unwritten::IsFolder => Say::IsFolder,
        files::Unwritten::Irregular => Say::IsIrregular,
        files::Unwritten::DanglingLink => Say::LeadsNowhere,
        files::Unwritten::ReadOnly => Say::IsReadOnly,
        files::Unwritten::System(error) => return written(error, lang),
    };
    say(phrase, lang)
}

/// Words what the system says to a write.
pub(super) fn written(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => say(Say::NotAllowed, lang),
        _ => reason(error, lang),
    }
}

fn ending(path: &Path, endings: &str, lang: Lang) -> String {
    say(Say::FailUnknownEnding { path: &path.display().to_string(), endings }, lang)
}
