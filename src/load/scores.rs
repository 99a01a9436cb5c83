//! `data/scores.csv`: points that people gave.

use std::collections::HashMap;
use std::io;

use super::Context;
use super::criteria;
use super::plan::Loaded;
use super::records::{optional, required, rows};
use crate::diag::{Diagnostic, Place, SourceId};
use crate::model::{Decimal, Index, IndexId, POINT_DECIMALS, Round, SCORE_COLUMNS, Score};
use crate::syntax::cell::number;
use crate::syntax::csv::Record;
use crate::syntax::names::nearest;
use crate::text::{Allowed, BadNumber, Finding, NotGiven, Related};

/// What each round is.
const ROUNDS: [Allowed; 3] = [
    Allowed { word: "self", vi: "tự chấm", en: "the agency itself" },
    Allowed { word: "appraisal-1", vi: "thẩm định lần 1", en: "the first appraisal" },
    Allowed { word: "appraisal-2", vi: "thẩm định lần 2", en: "the second appraisal" },
];

/// Reads the points of a file.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn scores(
    context: Context<'_>,
    loaded: &Loaded,
    file: SourceId,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Vec<Score>> {
    let mut list = Vec::new();
    let mut seen: HashMap<(Whose, Round), Place> = HashMap::new();
    rows(context.sources, (context.beyond, &loaded.severities), file, &SCORE_COLUMNS, found, |record, at, found| {
        let index = index(loaded, record, at[0], found);
        let round = round(record, at[1], found);
        let points = points(record, at[2], found);
        let (Some((index, criterion)), Some(round), Some(points)) = (index, round, points) else { return };
        let given = (&loaded.plan.indexes[index.0 as usize], criterion, round, points);
        if let Some(finding) = may_be_given(record.get(at[0]), given) {
            found.push(Diagnostic::new(finding, record.place()));
            return;
        }
        if let Some(first) = seen.get(&((index, criterion), round)) {
            let finding = Finding::RepeatedId { id: record.get(at[0]).to_owned(), key: round.word().to_owned() };
            found.push(Diagnostic::new(finding, record.place()).with(*first, Related::FirstHere));
            return;
        }
        seen.insert(((index, criterion), round), record.place());
        let (evidence, note) = (optional(record, at[3]), optional(record, at[4]));
        list.push(Score { index, criterion, round, points, evidence, note, place: record.place() });
    })?;
    Ok(list)
}

/// An index, or a criterion of it.
type Whose = (IndexId, Option<usize>);

/// Reports points that nobody may give so.
fn may_be_given(name: &str, given: (&Index, Option<usize>, Round, Decimal)) -> Option<Finding> {
    let (index, criterion, round, points) = given;
    let own = &index.criteria[criterion?];
    let not_given = |why: NotGiven| Some(Finding::ScoreNotGiven { criterion: name.to_owned(), why });
    if index.criteria.iter().any(|part| part.parent == criterion) {
        return not_given(NotGiven::Heading);
    }
    if own.survey && round == Round::Own {
        return not_given(NotGiven::Survey);
    }
    let max = own.max.filter(|max| points.ratio() > max.ratio())?;
    Some(Finding::PointsAboveMax { points: points.trimmed().to_string(), max: max.to_string() })
}

fn index(loaded: &Loaded, record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<Whose> {
    let cell = required(record, column, SCORE_COLUMNS[0], found)?;
    let indexes = &loaded.plan.indexes;
    let whole = indexes.iter().position(|own| own.id.value == cell.value).map(|at| (IndexId::at(at), None));
    let one = || criteria::named(indexes, &cell.value).map(|(at, criterion)| (IndexId::at(at), Some(criterion)));
    let at = whole.or_else(one);
    // Of criteria that could not be read nobody knows the numbers.
    let id = cell.value.split_once('/').map_or(cell.value.as_str(), |(id, _)| id);
    let is_unread = indexes.iter().any(|own| own.id.value == id && own.is_unread);
    if at.is_none() && !is_unread {
        let (wanted, near) = criteria::near(indexes, &cell.value);
        found.push(Diagnostic::new(Finding::UnknownId { id: cell.value, wanted, near, is_name: false }, cell.place));
    }
    at
}

fn round(record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<Round> {
    let cell = required(record, column, SCORE_COLUMNS[1], found)?;
    let round = Round::ALL.into_iter().find(|round| round.word() == cell.value);
    if round.is_none() {
        let near = nearest(&cell.value, Round::ALL.into_iter().map(Round::word));
        let (key, allowed) = (SCORE_COLUMNS[1].to_owned(), ROUNDS.to_vec());
        found.push(Diagnostic::new(Finding::NotOneOf { key, value: cell.value, allowed, near }, cell.place));
    }
    round
}

fn points(record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let cell = required(record, column, SCORE_COLUMNS[2], found)?;
    let read = number(&cell.value, POINT_DECIMALS);
    let finding = match read {
        Ok(points) if points >= 0 => return Decimal::new(points, POINT_DECIMALS),
        Ok(_) | Err(BadNumber::TooManyDecimals(_)) => Finding::BadPoints { text: cell.value, decimals: POINT_DECIMALS },
        Err(why) => Finding::BadNumber { text: cell.value, why },
    };
    found.push(Diagnostic::new(finding, cell.place));
    None
}
