//! What an assumption changes: the figures on file beside those that are assumed, and every screen marked.

use super::score::{exact, points, rounded};
use super::status::Judged;
use super::wording::{self, outcome_verdict};
use super::{Block, Cell, Column, Holds, Shown, Table, Tone, Value};
use crate::eval::{IndexScore, TargetResult};
use crate::model::{Adds, Assumption, Party, Plan, Ratio};
use crate::text::{self, Assume, Lang, Scoring, Word, assume, scoring};

/// Writes an assumption as it is asked for: `on-time-rate=98`, `resolved-late@2019-12/mot-cua=0`.
pub(super) fn assumption_code(plan: &Plan, own: &Assumption) -> String {
    match own {
        Assumption::Value(indicator, value) => format!("{}={value}", plan.indicator(*indicator).id.value),
        Assumption::Figure { measure, period, unit, value } => {
            let id = &plan.measure(*measure).id.value;
            format!("{id}@{period}/{}={value}", plan.party_id(Party::Unit(*unit)))
        }
    }
}

/// Says what is assumed, and that it is no result; nothing where nothing is.
pub(super) fn hypothesis(judged: Judged<'_>) -> Option<Shown> {
    let (plan, lang) = (judged.plan, judged.lang);
    if judged.assumed.is_empty() {
        return None;
    }
    // The same figure of several units is said once.
    let is_same = |own: &Assumption, next: &Assumption| match (own, next) {
        (
            Assumption::Figure { measure, period, value, .. },
            Assumption::Figure { measure: other, period: when, value: much, .. },
        ) => (measure, period, value) == (other, when, much),
        _ => false,
    };
    let one = |same: &[Assumption]| match same.first()? {
        Assumption::Value(indicator, value) => {
            let declared = plan.indicator(*indicator);
            let value = &wording::with_unit(value.trimmed(), declared, lang);
            Some(assume(Assume::Value { name: &declared.name, value }, lang))
        }
        Assumption::Figure { measure, period, value, .. } => {
            let units: Vec<Party> = same.iter().filter_map(unit).collect();
            let (name, units) = (&plan.measure(*measure).name, &wording::parties(plan, &units));
            let (period, value) = (&wording::period(*period, lang), &wording::number(value.trimmed(), lang));
            Some(assume(Assume::Figure { name, period, unit: units, value }, lang))
        }
    };
    let list = judged.assumed.chunk_by(is_same).filter_map(one).collect::<Vec<_>>().join("; ");
    Some(Shown::toned(assume(Assume::Note { list: &list }, lang), Tone::Bad))
}

fn unit(own: &Assumption) -> Option<Party> {
    match own {
        Assumption::Figure { unit, .. } => Some(Party::Unit(*unit)),
        Assumption::Value(..) => None,
    }
}

/// Lists the targets that come out otherwise.
pub(super) fn status_changes(before: Judged<'_>, after: Judged<'_>) -> Vec<Block> {
    let lang = after.lang;
    let mut table = Table::new("changes", assume(Assume::Changes, lang), target_columns(lang));
    for task in &after.judgement.tasks {
        for target in &task.targets {
            let tasks = before.judgement.tasks.iter().filter(|own| own.task == task.task);
            let mut same = tasks.flat_map(|own| &own.targets).filter(|own| own.target == target.target);
            if let Some(own) = same.next().filter(|own| own.outcome != target.outcome) {
                table.rows.push(target_row((before, own), (after, target)));
            }
        }
    }
    blocks(table, Vec::new(), lang)
}

fn target_columns(lang: Lang) -> Vec<Column> {
    let say = |phrase: Assume<'_>| assume(phrase, lang);
    vec![
        Column::new("id", text::word(Word::No, lang)),
        Column::hidden("task"),
        Column::hidden("indicator"),
        Column::new("name", text::word(Word::Subject, lang)),
        Column::right("before", say(Assume::BeforeHead)).holding(Holds::Amount),
        Column::right("after", say(Assume::AfterHead)).holding(Holds::Amount),
        Column::hidden("verdict-before"),
        Column::new("verdict-before-shown", say(Assume::VerdictBefore)).holding(Holds::Nothing),
        Column::hidden("verdict-after"),
        Column::new("verdict-after-shown", say(Assume::VerdictAfter)).holding(Holds::Nothing),
    ]
}

fn target_row(before: (Judged<'_>, &TargetResult), after: (Judged<'_>, &TargetResult)) -> Vec<Cell> {
    let lang = after.0.lang;
    let amount = |(judged, result): (Judged<'_>, &TargetResult)| {
        let view = judged.target(result);
        wording::amount_cell(result.outcome.amount, view.indicator(), &view.limits(&result.outcome), lang)
    };
    let verdict = |result: &TargetResult| {
        let shown = outcome_verdict(&result.outcome, lang);
        let code = Cell::data(Value::Text(result.outcome.verdict.code().to_owned()));
        [code, Cell { value: Value::Null, shown }]
    };
    let view = after.0.target(after.1);
    let name = format!("{} {}", view.indicator().name, wording::bound_short(after.1.bound, view.indicator(), lang));
    let mut cells = vec![
        Cell::text(view.target().id.clone()),
        Cell::data(Value::Int(i128::from(view.plan.tasks[after.1.task].no))),
        Cell::data(Value::Text(view.indicator().id.value.clone())),
        Cell::new(Value::Text(view.indicator().name.clone()), name),
        amount(before),
        amount(after),
    ];
    cells.extend(verdict(before.1));
    cells.extend(verdict(after.1));
    cells
}

/// Lists the criteria, and the sums of indexes, that come out otherwise.
pub(super) fn score_changes(judged: Judged<'_>, before: &[IndexScore], after: &[IndexScore]) -> Vec<Block> {
    let lang = judged.lang;
    let mut table = Table::new("changes", assume(Assume::Changes, lang), point_columns(lang));
    let mut said = Vec::new();
    let several = after.len() > 1;
    for own in after {
        let Some(old) = before.iter().find(|old| old.index == own.index) else { continue };
        let index = &judged.plan.indexes[own.index.0 as usize];
        let name = || Cell::new(Value::Text(index.id.value.clone()), index.name.clone());
        if old.total.index != own.total.index {
            let words = |range: Option<(Ratio, Ratio)>| range.map_or_else(|| "–".to_owned(), |own| percents(own, lang));
            let (before, after) = (&words(old.total.index), &words(own.total.index));
            said.push(assume(Assume::Index { name: &index.name, before, after }, lang));
        }
        if old.total.points != own.total.points {
            let head = [name(), Cell::data(Value::Null), Cell::text(assume(Assume::AllPoints, lang))];
            table.rows.push(point_row(head, (Some(old.total.points), Some(own.total.points)), Adds::Within, lang));
        }
        let leaves = (0..own.lines.len()).filter(|at| index.criteria[*at].rule.is_some());
        for at in leaves {
            let sum = |of: &IndexScore| {
                let stands = of.lines[at].sums.stands;
                (stands.known > Ratio::ZERO).then_some(stands.points)
            };
            if sum(old) != sum(own) {
                let criterion = &index.criteria[at];
                let head = [name(), Cell::text(criterion.no.value.clone()), Cell::text(criterion.name.clone())];
                table.rows.push(point_row(head, (sum(old), sum(own)), criterion.adds, lang));
            }
        }
    }
    if several {
        text::word(Word::Index, lang).clone_into(&mut table.columns[0].title);
    }
    blocks(table, said, lang)
}

fn percents((least, most): (Ratio, Ratio), lang: Lang) -> String {
    let full = Some(Ratio::whole(100));
    let percent = |own: Ratio| text::percent(&rounded(own, full).to_string(), lang);
    if least == most { percent(least) } else { format!("{}–{}", points(least, full, lang), percent(most)) }
}

fn point_columns(lang: Lang) -> Vec<Column> {
    let say = |phrase: Assume<'_>| assume(phrase, lang);
    vec![
        Column::hidden("index"),
        Column::new("no", text::word(Word::No, lang)),
        Column::new("name", scoring(Scoring::CriterionHead, lang)),
        Column::right("before", say(Assume::BeforeHead)),
        Column::hidden("before-exact"),
        Column::right("after", say(Assume::AfterHead)),
        Column::hidden("after-exact"),
        Column::right("difference", say(Assume::DifferenceHead)),
    ]
}

fn point_row(head: [Cell; 3], (before, after): (Option<Ratio>, Option<Ratio>), adds: Adds, lang: Lang) -> Vec<Cell> {
    let number = |own: Option<Ratio>| match own {
        Some(own) => [Cell::new(Value::Number(rounded(own, None)), points(own, None, lang)), Cell::data(exact(own))],
        None => [Cell::new(Value::Null, "–"), Cell::data(Value::Null)],
    };
    let difference = before.zip(after).and_then(|(before, after)| after.checked_sub(before));
    let difference = difference.map_or_else(|| Cell::new(Value::Null, "–"), |own| signed(own, adds, lang));
    head.into_iter().chain(number(before)).chain(number(after)).chain([difference]).collect()
}

/// Writes a difference with its sign; fewer points that are taken away are a gain.
fn signed(own: Ratio, adds: Adds, lang: Lang) -> Cell {
    let number = rounded(own, None);
    let sign = if own > Ratio::ZERO { "+" } else { "" };
    let is_good = (own > Ratio::ZERO) != (adds == Adds::Malus);
    let tone = if is_good { Tone::Good } else { Tone::Bad };
    Cell::toned(Value::Number(number), format!("{sign}{}", wording::number(number, lang)), tone)
}

fn blocks(mut table: Table, said: Vec<String>, lang: Lang) -> Vec<Block> {
    table.on_screen = !table.rows.is_empty();
    let mut blocks: Vec<Block> = said.into_iter().map(|said| Block::Para(Shown::toned(said, Tone::Strong))).collect();
    if table.rows.is_empty() && blocks.is_empty() {
        blocks.push(Block::Para(Shown::plain(assume(Assume::NoChange, lang))));
    }
    blocks.push(Block::Table(table));
    blocks
}
