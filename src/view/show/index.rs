//! An index: what it scores, what it comes to, and the tasks that serve it.

use super::describe::{as_of, fact, heading, provenance};
use super::list::{given, tasks};
use super::{Showing, Subject};
use crate::eval::{Overflow, scores};
use crate::model::{Decimal, Index, IndexId};
use crate::text::{Scoring, Word, scoring};
use crate::view::score;
use crate::view::wording;
use crate::view::{Block, Cell, Facts, Shown, Tone, Value};

/// Shows an index.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn index(showing: Showing<'_>, id: IndexId) -> Result<Vec<Block>, Overflow> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let own = &plan.indexes[id.0 as usize];
    let serving = |task: usize| plan.tasks[task].indexes.contains(&id);
    let mut blocks = vec![heading(Word::Index, &own.id.value, &own.name, lang), as_of(showing)];
    if own.example {
        blocks.push(Block::Note(Shown::toned(scoring(Scoring::Example, lang), Tone::Warn)));
    }
    blocks.push(Block::Facts(facts(showing, own)));
    blocks.extend(provenance(showing, Subject::Index(id)));
    let all = scores(showing.context, showing.first)?;
    if let Some(scored) = all.iter().find(|scored| scored.index == id) {
        blocks.extend(score::told(own, &scored.total, lang).into_iter().map(Block::Para));
        blocks.push(Block::Table(score::whole_table(showing.judged, scored)));
        blocks.push(Block::Table(score::totals(plan, [scored])));
    }
    blocks.push(Block::Table(given(showing, id, None)));
    blocks.push(Block::Table(tasks(showing, &|task| serving(task).then(|| Cell::new(Value::Null, "")))));
    Ok(blocks)
}

/// What is declared of an index; of one without criteria only what is remarked.
fn facts(showing: Showing<'_>, own: &Index) -> Facts {
    let lang = showing.judged.lang;
    let mut facts = Facts::new("index");
    if let Some(first) = own.criteria.first() {
        let mut add = |key, label: Scoring<'_>, value: Value, shown: String| {
            if !shown.is_empty() {
                facts.add(key, scoring(label, lang), Cell::new(value, shown));
            }
        };
        let text = |own: &Option<String>| (Value::text(own.clone()), own.clone().unwrap_or_default());
        let number = |own: Option<Decimal>| {
            (Value::number(own), own.map_or_else(String::new, |own| wording::number(own.trimmed(), lang)))
        };
        add("year", Scoring::YearFact, Value::Int(i128::from(own.year)), own.year.to_string());
        let (value, shown) = text(&own.level);
        add("level", Scoring::LevelFact, value, shown);
        let (value, shown) = text(&own.source);
        add("source", Scoring::SourceFact, value, shown);
        let left_out = if own.without_survey { scoring(Scoring::WithoutSurvey, lang) } else { String::new() };
        add("without-survey", Scoring::SurveyFact, Value::Bool(own.without_survey), left_out);
        let (value, shown) = number(own.bonus_cap);
        add("bonus-cap", Scoring::BonusCap, value, shown);
        let (value, shown) = number(own.malus_cap);
        add("malus-cap", Scoring::MalusCap, value, shown);
        let place = (showing.at)(first.place);
        add("criteria", Scoring::DeclaredAt, Value::Text(place.clone()), place);
    }
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    facts
}
