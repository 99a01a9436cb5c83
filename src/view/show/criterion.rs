//! A criterion of an index: its rule, what it depends on, what was given.

use super::describe::{as_of, fact, heading, provenance, said};
use super::list::given;
use super::{Showing, Subject};
use crate::eval::{IndexScore, Overflow, gains, scores};
use crate::model::{Band, Cases, Criterion, Decimal, IndexId, IndicatorId, Item, Rule, Test, WhenNone};
use crate::text::{Lang, Scoring, Word, scoring};
use crate::view::gain;
use crate::view::score;
use crate::view::score_why::why;
use crate::view::wording::{self, bound_long, with_unit};
use crate::view::{Block, Cell, Facts, Shown, Tone, Value};

/// Shows a criterion.
///
/// # Errors
/// Fails if a figure does not fit.
pub(super) fn criterion(showing: Showing<'_>, id: IndexId, at: usize) -> Result<Vec<Block>, Overflow> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let index = &plan.indexes[id.0 as usize];
    let own = &index.criteria[at];
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let name = format!("{}/{}", index.id.value, own.no.value);
    let all = scores(showing.context, showing.first)?;
    let scored = all.iter().find(|scored| scored.index == id);
    let mut blocks = vec![heading(Word::Criterion, &name, &own.name, lang), as_of(showing)];
    if index.example {
        blocks.push(Block::Note(Shown::toned(say(Scoring::Example), Tone::Warn)));
    }
    blocks.push(Block::Facts(facts(showing, id, at, scored)));
    blocks.extend(provenance(showing, Subject::Criterion(id, at)));
    if own.rule.is_some() {
        blocks.push(Block::Table(given(showing, id, Some(at))));
    }
    if let Some(scored) = scored {
        blocks.push(Block::Table(score::part_table(showing.judged, scored, at)));
        let within =
            |own: usize| std::iter::successors(Some(own), |own| index.criteria[*own].parent).any(|own| own == at);
        let mut winnable = gains(showing.context, scored)?;
        winnable.retain(|own| within(own.criterion));
        blocks.extend(gain::of_criteria(showing.judged, scored, &winnable));
    }
    Ok(blocks)
}

fn facts(showing: Showing<'_>, id: IndexId, at: usize, scored: Option<&IndexScore>) -> Facts {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let index = &plan.indexes[id.0 as usize];
    let own = &index.criteria[at];
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let mut facts = Facts::new("criterion");
    let mut add = |key, label: Scoring<'_>, value: Value, shown: String| {
        if !shown.is_empty() {
            facts.add(key, say(label), Cell::new(value, shown));
        }
    };
    add("index", Scoring::IndexFact, Value::Text(index.id.value.clone()), index.name.clone());
    if let Some(parent) = own.parent.map(|parent| &index.criteria[parent]) {
        let shown = format!("{} {}", parent.no.value, parent.name);
        add("part-of", Scoring::PartOf, Value::Text(parent.no.value.clone()), shown);
    }
    if let Some(max) = own.max {
        add("max", Scoring::MaxHead, Value::Number(max), wording::number(max.trimmed(), lang));
    }
    if let (Some(rule), Some(max)) = (&own.rule, own.max) {
        add("rule", Scoring::RuleFact, Value::Text(rule.word().to_owned()), rule_words(showing, rule, max));
    }
    let (word, shown) = when_none(own, lang);
    add("when-none", Scoring::WhenNoneFact, Value::Text(word.to_owned()), shown);
    if let Some(line) = scored.map(|scored| &scored.lines[at]) {
        let sum = line.sums.stands;
        if sum.known.num() > 0 {
            let (max, points) = (own.max.and_then(Decimal::ratio), sum.points);
            let number = score::rounded(points, max);
            add("points", Scoring::StandsHead, Value::Number(number), wording::number(number, lang));
        }
        let reason = why(showing.judged, own, line, true);
        add("why", Scoring::WhyHead, Value::Text(reason.clone()), reason);
    }
    let ids = own.owners.iter().map(|party| Value::Text(plan.party_id(*party).to_owned())).collect();
    add("owners", Scoring::ByOwner, Value::List(ids), wording::parties(plan, &own.owners));
    let needed = if own.evidence { say(Scoring::EvidenceNeeded) } else { String::new() };
    add("evidence", Scoring::EvidenceFact, Value::Bool(true), needed);
    if let Some(task) = own.task.map(|task| &plan.tasks[task]) {
        let shown = format!("{}. {}", task.no, task.title);
        said(&mut facts, "task", Word::TaskHead, Value::Int(i128::from(task.no)), shown, lang);
    }
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    fact(&mut facts, "where", Word::Where, (showing.at)(own.place), lang);
    facts
}

fn when_none(own: &Criterion, lang: Lang) -> (&'static str, String) {
    match own.when_none {
        None => ("", String::new()),
        Some(WhenNone::Full) => ("full", scoring(Scoring::FullPoints, lang)),
        Some(WhenNone::Zero) => ("zero", scoring(Scoring::ZeroPoints, lang)),
        Some(WhenNone::LeftOut) => ("left-out", scoring(Scoring::LeftOut, lang)),
    }
}

/// Words a rule.
fn rule_words(showing: Showing<'_>, rule: &Rule, max: Decimal) -> String {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let number = |own: Decimal| wording::number(own.trimmed(), lang);
    let value = |own: Decimal, indicator: &IndicatorId| with_unit(own, plan.indicator(*indicator), lang);
    let max = &number(max);
    match rule {
        Rule::Bands { indicator, bands, falling } => {
            let band = |own: &Band| {
                let (bound, points) = (&value(own.bound, indicator), &number(own.points));
                say(if *falling { Scoring::BandUpTo { bound, points } } else { Scoring::BandFrom { bound, points } })
            };
            let bands = bands.iter().map(band).collect::<Vec<_>>().join("; ");
            format!("{}: {}", plan.indicator(*indicator).name, say(Scoring::RuleBands { bands: &bands }))
        }
        Rule::Linear { indicator, floor, cap } => {
            let mut words = say(Scoring::RuleLinear { max, cap: &value(*cap, indicator) });
            if let Some(floor) = floor {
                words += &say(Scoring::Floor { floor: &value(*floor, indicator) });
            }
            format!("{}: {words}", plan.indicator(*indicator).name)
        }
        Rule::YesNo(test) => say(Scoring::RuleYesNo { max, test: &test_words(showing, test) }),
        Rule::Items(items) => {
            let item = |own: &Item| {
                let words = say(Scoring::Item { name: &own.name, points: &number(own.points) });
                format!("{words} ({})", test_words(showing, &own.test))
            };
            let items = items.iter().map(item).collect::<Vec<_>>().join("; ");
            say(Scoring::RuleItems { items: &items })
        }
        Rule::PerCase { cases, each } => {
            say(Scoring::RulePerCase { each: &number(*each), max }) + &cases_words(showing, cases)
        }
        Rule::Deduction { cases, each } => {
            say(Scoring::RuleDeduction { each: &number(*each), max }) + &cases_words(showing, cases)
        }
        Rule::Trigger(cases) => say(Scoring::RuleTrigger { max }) + &cases_words(showing, cases),
        Rule::Manual => say(Scoring::RuleManual { max }),
    }
}

fn test_words(showing: Showing<'_>, test: &Test) -> String {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    match test {
        Test::Holds(indicator, bound) => {
            let own = plan.indicator(*indicator);
            scoring(Scoring::TestHolds { name: &own.name, bound: &bound_long(*bound, own, lang) }, lang)
        }
        Test::Handed(task, deliverable) => {
            let task = &plan.tasks[*task];
            let name = &task.deliverables[*deliverable].name;
            scoring(Scoring::TestHanded { name, task: &task.no.to_string() }, lang)
        }
    }
}

fn cases_words(showing: Showing<'_>, cases: &Cases) -> String {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    match cases {
        Cases::Measures(list) => {
            let names: Vec<_> = list.iter().map(|own| plan.measure(*own).name.as_str()).collect();
            scoring(Scoring::CasesOf { names: &names.join("; ") }, lang)
        }
        Cases::LateReports(list) => {
            let names: Vec<_> = list.iter().map(|own| plan.form(*own).title.as_str()).collect();
            scoring(Scoring::LateOf { names: &names.join("; ") }, lang)
        }
    }
}
