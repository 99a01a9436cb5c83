//! Dossiers that stand twice: the filter says which ids may, the files say which do.

use std::collections::{BTreeSet, HashMap};
use std::io;

use super::known::Known;
use super::read::read;
use super::row::DossierReader;
use crate::diag::{Diagnostic, Place, SourceId};
use crate::load::plan::Loaded;
use crate::load::whole::Context;
use crate::model::{CountedForm, WorkingDays};
use crate::syntax::csv::{Next, Rows};
use crate::text::{Finding, Related};

/// Reports each row whose dossier stands before already. What it was counted for is lost: which of the two is right is not known.
///
/// # Errors
/// Fails, naming the file, if one can no longer be read.
pub(super) fn report(
    context: Context<'_>,
    loaded: &Loaded,
    (known, days): (&Known, &WorkingDays),
    (files, ids): (&[SourceId], &BTreeSet<String>),
    counted: &mut [CountedForm],
    found: &mut Vec<Diagnostic>,
) -> Result<(), (SourceId, io::Error)> {
    let mut first: HashMap<String, Place> = HashMap::new();
    let before = found.len();
    for &file in files {
        let places = places(context, file, ids).map_err(|error| (file, error))?;
        for (id, place) in places {
            match first.get(&id.to_ascii_lowercase()) {
                None => drop(first.insert(id.to_ascii_lowercase(), place)),
                Some(other) => {
                    context.beyond.trim(found, before, &loaded.severities);
                    found.push(
                        Diagnostic::new(Finding::DuplicateDossier { id }, place).with(*other, Related::FirstHere),
                    );
                }
            }
        }
    }
    if found.len() == before {
        return Ok(());
    }
    let mut ignored = Vec::new();
    for &file in files {
        ignored.clear();
        let mut reader = DossierReader::new(context, loaded, known, days);
        read(context, loaded, &mut reader, file, &mut ignored, |_, id, reader| {
            if ids.contains(&id.to_ascii_lowercase()) {
                let (unit, received) = reader.last();
                for form in counted.iter_mut() {
                    form.lose(unit, received);
                }
            }
        })
        .map_err(|error| (file, error))?;
    }
    Ok(())
}

/// Returns where rows with some ids stand in a file.
fn places(context: Context<'_>, file: SourceId, ids: &BTreeSet<String>) -> io::Result<Vec<(String, Place)>> {
    let mut ignored = Vec::new();
    let mut list = Vec::new();
    let Some(source) = context.sources.get(file) else { return Ok(list) };
    let Some(mut rows) = Rows::open(source.open.open()?, file, &mut ignored)? else { return Ok(list) };
    let Some(columns) = DossierReader::columns(&rows, &mut ignored) else { return Ok(list) };
    loop {
        ignored.clear();
        match rows.next(&mut ignored)? {
            Next::End => return Ok(list),
            Next::Row(record) if ids.contains(&record.get(columns[0]).to_ascii_lowercase()) => {
                list.push((record.get(columns[0]).to_owned(), record.cell(columns[0])));
            }
            Next::Row(_) | Next::Skipped => {}
        }
    }
}
