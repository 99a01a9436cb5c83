//! `data/procedures.csv`: the procedures that a register may name.

use std::collections::HashMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use crate::diag::{Diagnostic, Place, SourceId};
use crate::load::plan::Loaded;
use crate::load::records::{optional, required, rows};
use crate::load::whole::{Context, DataSet};
use crate::model::{LEVELS, PROCEDURE_COLUMNS, Procedure};
use crate::syntax::cell::number;
use crate::syntax::csv::Record;
use crate::syntax::names::{fold, nearest_folded};
use crate::text::{Allowed, BadNumber, Finding, Related};

/// The procedures of a register.
#[derive(Debug, Default)]
pub struct Known {
    /// Those of `data/procedures.csv`, in its order.
    pub list: Vec<Procedure>,
    by_code: HashMap<String, usize>,
    /// Whether there is such a file.
    is_declared: bool,
    /// Without it, the codes met so far.
    met: Mutex<HashMap<String, usize>>,
}

impl Known {
    /// Returns the procedure of a code.
    pub fn procedure(&self, code: &str) -> Option<&Procedure> {
        self.by_code.get(code).and_then(|at| self.list.get(*at))
    }

    /// Returns the one procedure with this code or name, however it is written.
    pub fn called(&self, text: &str) -> Option<&Procedure> {
        let folded = fold(text);
        let is_called = |own: &&Procedure| fold(&own.name) == folded || fold(&own.code) == folded;
        let mut called = self.list.iter().filter(is_called);
        let first = called.next();
        self.procedure(text).or(first.filter(|_| called.next().is_none()))
    }

    /// Returns a number for a code; none for one that is not declared.
    pub(super) fn number(&self, code: &str) -> Option<usize> {
        if self.is_declared {
            return self.by_code.get(code).copied();
        }
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let next = met.len();
        Some(*met.entry(code.to_owned()).or_insert(next))
    }

    /// Returns the code nearest to one that is not declared.
    pub(super) fn nearest(&self, code: &str) -> Option<String> {
        let candidates: Vec<(&str, String)> =
            self.list.iter().map(|own| (own.code.as_str(), fold(&own.code))).collect();
        nearest_folded(code, &candidates)
    }
}

/// Reads `data/procedures.csv` alone. What is wrong with rows is reported where everything is read.
///
/// # Errors
/// Fails, naming the file, if it can no longer be read.
pub fn known(context: Context<'_>, loaded: &Loaded, data: &DataSet) -> Result<Known, (SourceId, io::Error)> {
    procedures(context, loaded, data, &mut Vec::new())
}

/// Reads `data/procedures.csv`.
///
/// # Errors
/// Fails, naming the file, if it can no longer be read.
pub(super) fn procedures(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    found: &mut Vec<Diagnostic>,
) -> Result<Known, (SourceId, io::Error)> {
    let mut known = Known::default();
    for &file in data.of("procedures") {
        known.is_declared = true;
        let findings = (context.beyond, &loaded.severities);
        rows(context.sources, findings, file, &PROCEDURE_COLUMNS, found, |record, at, found| {
            let Some(own) = procedure(record, at, found) else { return };
            if let Some(first) = known.by_code.get(&own.code) {
                let first = known.list[*first].place;
                let finding = Finding::DuplicateId { id: own.code.clone() };
                found.push(Diagnostic::new(finding, record.cell(at[0])).with(first, Related::FirstHere));
                return;
            }
            known.by_code.insert(own.code.clone(), known.list.len());
            known.list.push(own);
        })
        .map_err(|error| (file, error))?;
    }
    Ok(known)
}

fn procedure(record: &Record<'_>, at: &[usize], found: &mut Vec<Diagnostic>) -> Option<Procedure> {
    let (code, name) = (required(record, at[0], "code", found), required(record, at[1], "name", found));
    let level = level(record.get(at[3]), record.cell(at[3]), found);
    let days = record.get(at[4]);
    let working_days = if days.is_empty() { Some(None) } else { whole(days, record.cell(at[4]), found).map(Some) };
    Some(Procedure {
        code: code?.value,
        name: name?.value,
        field: optional(record, at[2]),
        level: level?,
        working_days: working_days?,
        place: record.place(),
    })
}

/// Reads a level.
pub(super) fn level(text: &str, place: Place, found: &mut Vec<Diagnostic>) -> Option<u8> {
    let level = match text {
        "2" => Some(2),
        "3" => Some(3),
        "4" => Some(4),
        _ => None,
    };
    if level.is_none() {
        let words: [&'static str; LEVELS.len()] = ["2", "3", "4"];
        found.push(Diagnostic::new(not_one_of("level", text, &words), place));
    }
    level
}

/// Words that a cell may only have one of a few words.
pub(super) fn not_one_of(column: &'static str, text: &str, words: &[&'static str]) -> Finding {
    if text.is_empty() {
        return Finding::MissingCell { column: column.to_owned() };
    }
    Finding::NotOneOf {
        key: column.to_owned(),
        value: text.to_owned(),
        allowed: words.iter().map(|word| Allowed { word, vi: "", en: "" }).collect(),
        near: crate::syntax::names::nearest(text, words.iter().copied()),
    }
}

/// Reads a whole number of days.
pub(super) fn whole(text: &str, place: Place, found: &mut Vec<Diagnostic>) -> Option<u16> {
    let finding = match number(text, 0) {
        Ok(days) if days < 0 => Finding::NegativeCount { text: text.to_owned() },
        Ok(days) => match u16::try_from(days) {
            Ok(days) => return Some(days),
            Err(_) => Finding::BadNumber { text: text.to_owned(), why: BadNumber::TooLarge },
        },
        Err(why) => Finding::BadNumber { text: text.to_owned(), why },
    };
    found.push(Diagnostic::new(finding, place));
    None
}
