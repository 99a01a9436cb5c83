//! An indicator or a target: why it is what it is, down to file and line.

use super::describe::{as_of, fact, heading, kind, provenance, said, unit_id, unit_name, word};
use super::history::{columns_of, inputs, lacking, levels, remarks, reports_cells, reports_columns, table};
use super::{Showing, Subject};
use crate::eval::{Overflow, TargetResult, measure_sum};
use crate::model::{Formula, Indicator, IndicatorId, Limit, MeasureId, Provenance};
use crate::text::{self, Say, Word};
use crate::view::target::TargetView;
use crate::view::wording::{self, bound_long, day, with_unit};
use crate::view::{Block, Cell, Column, Facts, Holds, Shown, Table, Tone, Value};

/// Shows an indicator: its formula, the targets on it, its history, its inputs.
pub(super) fn indicator(showing: Showing<'_>, id: IndicatorId) -> Result<Vec<Block>, Overflow> {
    let plan = showing.judged.plan;
    let own = plan.indicator(id);
    let targets: Vec<&TargetResult> = showing
        .judged
        .judgement
        .tasks
        .iter()
        .flat_map(|task| &task.targets)
        .filter(|target| plan.tasks[target.task].targets[target.target].indicator == id)
        .collect();
    let mut blocks = vec![heading(Word::Indicator, &own.id.value, &own.name, showing.judged.lang), as_of(showing)];
    let mut limits = Vec::new();
    for result in targets {
        blocks.extend(verdict(showing, result));
        limits.extend(showing.judged.target(result).limits(&result.outcome));
    }
    let (made_of, lacking) = made_of(showing, id, &limits)?;
    blocks.extend(lacks(showing, &lacking));
    blocks.extend(made_of);
    Ok(blocks)
}

/// Shows a target: its verdict and why, its bound, then its indicator.
pub(super) fn target(showing: Showing<'_>, task: usize, at: usize) -> Result<Vec<Block>, Overflow> {
    let plan = showing.judged.plan;
    let declared = &plan.tasks[task].targets[at];
    let own = plan.indicator(declared.indicator);
    let mut blocks = vec![heading(Word::Target, &declared.id, &own.name, showing.judged.lang), as_of(showing)];
    let judged = showing
        .judged
        .judgement
        .tasks
        .iter()
        .find(|result| result.task == task)
        .and_then(|result| result.targets.get(at));
    let mut limits = Vec::new();
    if let Some(result) = judged {
        blocks.extend(verdict(showing, result));
        limits = showing.judged.target(result).limits(&result.outcome);
    }
    let (made_of, lacking) = made_of(showing, declared.indicator, &limits)?;
    blocks.extend(lacks(showing, &lacking));
    blocks.extend(made_of);
    Ok(blocks)
}

/// Says the verdict of a target, why, and what is needed.
pub(super) fn verdict(showing: Showing<'_>, result: &TargetResult) -> Vec<Block> {
    let lang = showing.judged.lang;
    let view = showing.judged.target(result);
    let target = view.target();
    let shown = wording::outcome_verdict(&result.outcome, lang);
    let bound = bound_long(result.bound, view.indicator(), lang);
    let mut line = format!("{}, {} {bound}: {}", target.id, word(Word::Target, lang), shown.text);
    if let Some(provisional) = view.provisional(false) {
        line = format!("{line} ({provisional})");
    }
    let mut blocks = vec![Block::Para(Shown::toned(line, shown.tone)), Block::Para(Shown::plain(view.why()))];
    if let Some(needed) = view.needed_long() {
        let label = if view.holds() { Word::NeededToKeep } else { Word::Needed };
        blocks.push(Block::Para(Shown::plain(format!("{}: {needed}", word(label, lang)))));
    }
    let mut facts = Facts::new("");
    fact(
        &mut facts,
        "deadline",
        Word::DeadlineHead,
        result.deadline.map_or_else(String::new, |by| day(by, lang)),
        lang,
    );
    fact(&mut facts, "span", Word::SpanHead, view.span(), lang);
    if target.each_unit {
        fact(&mut facts, "each-unit", Word::EachUnitTitle, text::say(Say::EachUnitJudged, lang), lang);
    }
    fact(&mut facts, "revised", Word::Revised, revisions(view), lang);
    fact(&mut facts, "milestones", Word::Milestones, milestones(view), lang);
    fact(&mut facts, "baseline", Word::Baseline, baseline(view), lang);
    fact(&mut facts, "note", Word::Note, target.note.clone().unwrap_or_default(), lang);
    blocks.push(Block::Facts(facts));
    blocks.extend(units(showing, view));
    blocks
}

fn revisions(view: TargetView<'_>) -> String {
    let said = view.target().revised.iter().map(|revision| {
        let bound = bound_long(revision.bound, view.indicator(), view.lang);
        let basis = revision.basis.as_deref().unwrap_or_default();
        text::say(Say::RevisedFrom { day: &day(revision.from, view.lang), bound: &bound, basis }, view.lang)
    });
    said.collect::<Vec<_>>().join("; ")
}

fn milestones(view: TargetView<'_>) -> String {
    let said = view.target().milestones.iter().map(|milestone| {
        let bound = bound_long(milestone.bound, view.indicator(), view.lang);
        let basis = milestone.basis.as_deref().unwrap_or_default();
        text::say(Say::MilestoneOf { day: &day(milestone.on, view.lang), bound: &bound, basis }, view.lang)
    });
    said.collect::<Vec<_>>().join("; ")
}

fn baseline(view: TargetView<'_>) -> String {
    view.target().baseline.as_ref().map_or_else(String::new, |baseline| {
        let value = with_unit(baseline.value, view.indicator(), view.lang);
        let basis = baseline.basis.as_deref().unwrap_or_default();
        text::say(Say::BaselineOf { day: &day(baseline.on, view.lang), value: &value, basis }, view.lang)
    })
}

/// Lists the units of an each-unit target.
fn units(showing: Showing<'_>, view: TargetView<'_>) -> Option<Block> {
    if view.result.units.is_empty() {
        return None;
    }
    let lang = view.lang;
    let mut columns = vec![
        Column::hidden("id"),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::right("value", word(Word::ValueHead, lang)).holding(Holds::Amount),
        Column::new("verdict", word(Word::VerdictHead, lang)),
    ];
    columns.extend(reports_columns(lang));
    let mut table = Table::new("units", word(Word::EachUnitTitle, lang), columns);
    for unit in &view.result.units {
        let shown = wording::outcome_verdict(&unit.outcome, lang);
        let amount = wording::amount_cell(unit.outcome.amount, view.indicator(), &view.limits(&unit.outcome), lang);
        let mut row = vec![
            Cell::data(Value::Text(view.target().id.clone())),
            unit_id(showing, unit.unit),
            unit_name(showing, unit.unit),
            Cell::new(amount.value, view.value(&unit.outcome)),
            Cell::toned(Value::Text(unit.outcome.verdict.code().to_owned()), shown.text, shown.tone),
        ];
        row.extend(reports_cells(unit.outcome.reports, lang));
        table.rows.push(row);
    }
    Some(Block::Table(table))
}

/// Says what an indicator is made of: formula, sums, history, reports with their lines.
fn made_of(showing: Showing<'_>, id: IndicatorId, limits: &[Limit]) -> Result<(Vec<Block>, Vec<String>), Overflow> {
    let plan = showing.judged.plan;
    let own = plan.indicator(id);
    let mut lacking = Vec::new();
    let mut blocks = vec![Block::Facts(formula(showing, own))];
    let forms = plan.forms_of(id);
    blocks.extend(provenance(showing, Subject::Indicator(id)));
    let history = table(showing, id, limits)?;
    if let Some(last) = history.rows.len().checked_sub(1) {
        blocks.push(Block::Table(sums(showing, own, showing.first + 2 * last + 1)?));
    }
    blocks.push(Block::Table(history));
    blocks.extend(levels(showing, own).map(Block::Table));
    let year = showing.judged.judgement.as_of;
    for form in forms {
        // A published level has its own table, with years outside the plan.
        if plan.form(form).history {
            continue;
        }
        let judged_year = plan_year(showing, form);
        let wanted = move |term: &crate::model::Term| term.is_closed(year) && term.period.year() == judged_year;
        let table = inputs(showing, form, &columns_of(own, form), &wanted);
        lacking.extend(self::lacking(&table));
        let remarks = remarks(showing, &table);
        blocks.push(Block::Table(table));
        blocks.extend(remarks);
    }
    Ok((blocks, lacking))
}

/// How many missing reports are named.
const NAMED: usize = 6;

/// Says which reports are missing or do not count, and whose figures follow.
fn lacks(showing: Showing<'_>, lacking: &[String]) -> Vec<Block> {
    let lang = showing.judged.lang;
    let mut blocks = Vec::new();
    if let Some(unit) = showing.unit {
        let said = Say::OnlyUnit { unit: &showing.judged.plan.unit(unit).name };
        blocks.push(Block::Note(Shown::toned(text::say(said, lang), Tone::Warn)));
    }
    if !lacking.is_empty() {
        let mut list = lacking.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
        if lacking.len() > NAMED {
            list = format!("{list}… (+{})", wording::count(lacking.len() - NAMED, lang));
        }
        blocks.push(Block::Para(Shown::toned(text::say(Say::Lacking { list: &list }, lang), Tone::Warn)));
    }
    blocks
}

fn plan_year(showing: Showing<'_>, form: crate::model::FormId) -> i32 {
    let terms = showing.judged.times.form(form);
    terms.last_closed(showing.judged.judgement.as_of).map_or(showing.judged.plan.years.0, |term| term.period.year())
}

fn formula(showing: Showing<'_>, own: &Indicator) -> Facts {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let mut facts = Facts::new("indicator");
    let joined = |measures: &[MeasureId], name: &dyn Fn(MeasureId) -> String| {
        measures.iter().map(|measure| name(*measure)).collect::<Vec<_>>().join(" + ")
    };
    let name = |measure: MeasureId| plan.measure(measure).name.clone();
    let id = |measure: MeasureId| plan.measure(measure).id.value.clone();
    let (words, ids) = match &own.formula {
        Formula::Rate { numerator, denominator } => {
            let words = |name: &dyn Fn(MeasureId) -> String| {
                text::say(
                    Say::FormulaWords { numerator: &joined(numerator, name), denominator: &joined(denominator, name) },
                    lang,
                )
            };
            (words(&name), words(&id))
        }
        Formula::Level(measure) => (name(*measure), id(*measure)),
    };
    fact(&mut facts, "formula", Word::Formula, words, lang);
    fact(&mut facts, "ids", Word::FormulaIds, ids, lang);
    fact(&mut facts, "counts", Word::Counts, own.counts.clone().unwrap_or_default(), lang);
    fact(&mut facts, "note", Word::Note, own.note.clone().unwrap_or_default(), lang);
    // Made-up figures are marked in a line of their own.
    let forms = own.formula.measures().into_iter().map(|measure| plan.form(measure.form));
    if let Some(form) = forms.into_iter().find(|form| form.provenance != Provenance::MadeUp) {
        said(
            &mut facts,
            "provenance",
            Word::Provenance,
            Value::Text(form.provenance.word().to_owned()),
            wording::provenance(form, lang).text,
            lang,
        );
    }
    facts
}

/// Lists the measures of a formula with their sums over the year so far.
fn sums(showing: Showing<'_>, own: &Indicator, query: usize) -> Result<Table, Overflow> {
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let columns = vec![
        Column::new("side", word(Word::SideHead, lang)),
        Column::new("name", word(Word::MeasureHead, lang)),
        Column::new("measure", word(Word::IdHead, lang)),
        Column::right("sum", word(Word::ToDate, lang)),
        Column::new("kind", word(Word::Kept, lang)),
    ];
    let mut table = Table::new("sums", word(Word::SumsTitle, lang), columns);
    let Formula::Rate { numerator, denominator } = &own.formula else {
        table.on_screen = false;
        return Ok(table);
    };
    let sides = [(Word::Numerator, "numerator", numerator), (Word::Denominator, "denominator", denominator)];
    for (side, key, measures) in sides {
        for &measure in measures {
            let declared = plan.measure(measure);
            let sum = measure_sum(showing.context, measure, showing.unit, query)?;
            table.rows.push(vec![
                Cell::new(Value::Text(key.to_owned()), word(side, lang)),
                Cell::text(declared.name.clone()),
                Cell::toned(Value::Text(declared.id.value.clone()), declared.id.value.clone(), Tone::Quiet),
                Cell::new(Value::Number(sum), wording::number(sum, lang)),
                Cell::new(Value::Text(declared.kind.word().to_owned()), kind(declared.kind, declared.fixed, lang)),
            ]);
        }
    }
    Ok(table)
}
