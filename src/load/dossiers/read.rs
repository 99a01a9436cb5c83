//! The rows of the register, one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use chrono::NaiveDate;

use super::known::{Known, procedures};
use super::row::DossierReader;
use crate::diag::{Diagnostic, Place, SourceId};
use crate::load::plan::Loaded;
use crate::load::whole::{Context, DataSet};
use crate::model::{Dossier, UnitId, WorkingDays};
use crate::syntax::csv::{Next, Rows};

/// How many years before and after those of the plan working days are numbered: longer than any dossier takes.
const AROUND: i32 = 10;

/// Numbers the working days that a plan's dossiers may ask for.
pub(super) fn working_days(loaded: &Loaded) -> WorkingDays {
    let (first, last) = loaded.plan.years;
    WorkingDays::new(&loaded.plan.calendar, (first - AROUND, last + AROUND))
}

/// What a row of the register came to.
pub(super) enum Seen<'a> {
    /// A dossier, and where its row stands.
    Dossier(Dossier<'a>, &'a dyn Fn() -> Place),
    /// A row that could not be used: of whom and when received, as far as that can be told.
    Lost,
}

/// Calls `each` with every row of a file, and with its id, if it has one.
pub(super) fn read(
    context: Context<'_>,
    loaded: &Loaded,
    reader: &mut DossierReader<'_>,
    file: SourceId,
    found: &mut Vec<Diagnostic>,
    mut each: impl FnMut(Seen<'_>, &str, &DossierReader<'_>),
) -> io::Result<()> {
    let Some(source) = context.sources.get(file) else { return Ok(()) };
    let Some(mut rows) = Rows::open(source.open.open()?, file, found)? else { return Ok(()) };
    let Some(columns) = DossierReader::columns(&rows, found) else { return Ok(()) };
    let before = found.len();
    loop {
        context.beyond.trim(found, before, &loaded.severities);
        let known = found.len();
        let record = match rows.next(found)? {
            Next::End => return Ok(()),
            Next::Skipped => {
                // Whose dossier stands in a row that cannot be split into cells is not known.
                if reader.has_errors(&found[known..]) {
                    reader.forget();
                    each(Seen::Lost, "", reader);
                }
                continue;
            }
            Next::Row(record) => record,
        };
        let checked = reader.check(&record, &columns, found);
        let id = record.get(columns[0]);
        match checked {
            Some(own) => each(Seen::Dossier(own, &|| record.place()), id, reader),
            None => each(Seen::Lost, id, reader),
        }
    }
}

/// Returns up to which day the register of each unit goes: where each of its files ends, or the day that the plan says.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn register_ends(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
) -> Result<BTreeMap<UnitId, NaiveDate>, (SourceId, io::Error)> {
    let mut ends: BTreeMap<UnitId, NaiveDate> = BTreeMap::new();
    let (known, days) = (procedures(context, loaded, data, &mut Vec::new())?, working_days(loaded));
    let mut ignored = Vec::new();
    for &file in data.of("dossiers") {
        ignored.clear();
        let (mut units, mut last) = (BTreeSet::new(), loaded.plan.register.until);
        let mut reader = DossierReader::new(context, loaded, &known, &days);
        read(context, loaded, &mut reader, file, &mut ignored, |seen, _, _| {
            if let Seen::Dossier(own, _) = seen {
                units.insert(own.unit);
                last = last.max(own.facts.last_entry(context.today));
            }
        })
        .map_err(|error| (file, error))?;
        for (unit, last) in units.into_iter().filter_map(|unit| Some((unit, last?))) {
            ends.entry(unit).and_modify(|end| *end = last.max(*end)).or_insert(last);
        }
    }
    Ok(ends)
}

/// What screens about dossiers look things up in.
pub struct Shown {
    /// The procedures.
    pub known: Known,
    /// The working days.
    pub days: WorkingDays,
}

/// Calls `each` with every dossier of the register that can be used, in the order of files and lines, and with where it stands. What is
/// wrong with rows was reported when they were counted.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub fn dossiers(
    context: Context<'_>,
    loaded: &Loaded,
    data: &DataSet,
    mut each: impl FnMut(&Dossier<'_>, Place, &Shown),
) -> Result<Shown, (SourceId, io::Error)> {
    let mut ignored = Vec::new();
    let shown = Shown { known: procedures(context, loaded, data, &mut ignored)?, days: working_days(loaded) };
    for &file in data.of("dossiers") {
        ignored.clear();
        let mut reader = DossierReader::new(context, loaded, &shown.known, &shown.days);
        read(context, loaded, &mut reader, file, &mut ignored, |seen, _, _| {
            if let Seen::Dossier(own, place) = seen {
                each(&own, place(), &shown);
            }
        })
        .map_err(|error| (file, error))?;
    }
    Ok(shown)
}
