//! `plan score`: where points are lost, by whom, and why.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::changes::score_changes;
use super::gain::Gains;
use super::score_why::why;
use super::status::{Judged, head};
use super::wording;
use super::{Block, Cell, Column, Document, Shown, Table, Tone, Value};
use crate::eval::{Basis, Earned, Gain, IndexScore, Line, Open, Sum, Total};
use crate::model::{Adds, Criterion, Decimal, Index, Limit, Party, Plan, Ratio};
use crate::text::{self, Lang, Scoring, Word, scoring};

/// What the document is made from.
#[derive(Clone, Copy)]
pub struct Scored<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// The indexes that are shown, scored.
    pub scores: &'a [IndexScore],
    /// The units whose criteria are shown; all if empty.
    pub parties: &'a [Party],
    /// The number of the field that is shown; all if none.
    pub field: Option<&'a str>,
    /// What can be won in each of the indexes, if that is asked for instead of the criteria.
    pub gains: Option<&'a [Vec<Gain>]>,
    /// The scores by the figures on file, where these are of an assumption.
    pub on_file: Option<&'a [IndexScore]>,
}

/// Makes the document.
pub fn score(own: Scored<'_>) -> Document {
    let lang = own.judged.lang;
    let mut blocks = head(own.judged);
    blocks.extend(own.on_file.into_iter().flat_map(|before| score_changes(own.judged, before, own.scores)));
    let mut criteria = Table::new("criteria", "", columns(lang));
    let mut owners = Table::new("owners", scoring(Scoring::Lost, lang), owner_columns(lang));
    if own.scores.is_empty() {
        blocks.push(Block::Para(Shown::plain(scoring(Scoring::NoCriteria, lang))));
    }
    let several = own.scores.len() > 1;
    if let Some(gains) = own.gains {
        let mut tables = Gains::new(lang);
        for (scored, gains) in own.scores.iter().zip(gains) {
            blocks.extend(about(own, scored));
            tables.add(own, scored, gains);
        }
        blocks.extend(tables.blocks(several, lang));
        blocks.push(Block::Table(totals(own.judged.plan, own.scores)));
        return Document { command: "score", lang, main: "winnable", blocks };
    }
    for scored in own.scores {
        blocks.extend(about(own, scored));
        let rows = rows(own, scored);
        if rows.is_empty() {
            blocks.push(Block::Para(Shown::plain(no_criterion_of(own))));
        }
        criteria.rows.extend(rows);
        owners.rows.extend(lost_by_owner(own, scored));
    }
    criteria.on_screen = !criteria.rows.is_empty();
    leave_off_empty(&mut criteria);
    owners.on_screen = !owners.rows.is_empty();
    for table in [&mut criteria, &mut owners] {
        if several {
            text::word(Word::Index, lang).clone_into(&mut table.columns[0].title);
        }
    }
    let has_rows = criteria.on_screen;
    blocks.push(Block::Table(criteria));
    if has_rows {
        blocks.push(Block::Note(Shown::toned(scoring(Scoring::StandsNote, lang), Tone::Quiet)));
    }
    blocks.push(Block::Table(owners));
    blocks.push(Block::Table(totals(own.judged.plan, own.scores)));
    Document { command: "score", lang, main: "criteria", blocks }
}

/// Says that none of some units answers for any criterion.
fn no_criterion_of(own: Scored<'_>) -> String {
    let names: Vec<_> = own.parties.iter().map(|party| own.judged.plan.party_name(*party)).collect();
    scoring(Scoring::NoCriterionOf { unit: &names.join("; ") }, own.judged.lang)
}

/// Leaves columns off a screen that say nothing in any row.
fn leave_off_empty(table: &mut Table) {
    for (at, column) in table.columns.iter_mut().enumerate() {
        let is_optional = ["self", "appraisal-1", "appraisal-2", "evidence"].contains(&column.key.as_ref());
        if is_optional && table.rows.iter().all(|row| row[at].value == Value::Null) {
            column.title.clear();
        }
    }
}

/// Says what an index is, and what it comes to.
fn about(own: Scored<'_>, scored: &IndexScore) -> Vec<Block> {
    let (plan, lang) = (own.judged.plan, own.judged.lang);
    let index = &plan.indexes[scored.index.0 as usize];
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let mut blocks = vec![Block::Section(1, named(index, lang))];
    blocks.extend(cautions(index, lang).into_iter().map(Block::Note));
    if let Some(level) = &index.level {
        blocks.push(Block::Para(Shown::plain(say(Scoring::Level { level }))));
    }
    if let Some(source) = &index.source {
        blocks.push(Block::Para(Shown::plain(say(Scoring::Source { source }))));
    }
    blocks.extend(told(index, &scored.total, lang).into_iter().map(Block::Para));
    blocks
}

/// Names an index with the year that it scores.
pub(super) fn named(index: &Index, lang: Lang) -> String {
    scoring(Scoring::IndexOf { name: &index.name, year: &index.year.to_string() }, lang)
}

/// Says what must be known of the points of an index: that its criteria are an example, or that some are left out.
pub(super) fn cautions(index: &Index, lang: Lang) -> Vec<Shown> {
    let mut list = Vec::new();
    if index.example {
        list.push(Shown::toned(scoring(Scoring::Example, lang), Tone::Warn));
    }
    if index.without_survey {
        list.push(Shown::plain(scoring(Scoring::WithoutSurvey, lang)));
    }
    list
}

/// Says what an index comes to, and what of it stands beside the maximum.
pub(super) fn told(index: &Index, total: &Total, lang: Lang) -> Vec<Shown> {
    let mut list = vec![Shown::toned(comes_to(total, lang), Tone::Strong)];
    let has = |adds: Adds| index.criteria.iter().any(|own| own.adds == adds);
    if has(Adds::Bonus) {
        let points = &points(total.bonus.points, None, lang);
        list.push(Shown::plain(scoring(Scoring::Bonus { points }, lang)));
    }
    if has(Adds::Malus) {
        let points = &points(total.malus.points, None, lang);
        list.push(Shown::plain(scoring(Scoring::Malus { points }, lang)));
    }
    list
}

/// Says what an index comes to, in one sentence.
fn comes_to(total: &Total, lang: Lang) -> String {
    let Some((least, most)) = total.index else { return scoring(Scoring::NothingToScore, lang) };
    let number = |own: Ratio| points(own, None, lang);
    let lost = total.within.lost().filter(|lost| *lost > Ratio::ZERO);
    let full = total.within.known;
    let won = points(total.points, Some(full), lang);
    let said = if least == most {
        let percent = &points(least, Some(Ratio::whole(100)), lang);
        scoring(Scoring::Comes { points: &won, max: &number(total.max), percent }, lang)
    } else {
        scoring(
            Scoring::ComesSoFar {
                points: &won,
                known: &number(full),
                open: &number(total.within.open),
                least: &points(least, Some(Ratio::whole(100)), lang),
                most: &points(most, Some(Ratio::whole(100)), lang),
            },
            lang,
        )
    };
    match lost {
        Some(lost) => format!("{said} {}", scoring(Scoring::LostIn { points: &number(lost) }, lang)),
        None => said,
    }
}

/// Rounds points for print: to two decimals, or as many more as it takes not to look like the full number or nothing when they are not.
pub(super) fn rounded(own: Ratio, full: Option<Ratio>) -> Decimal {
    let mut limits = vec![Limit::High(Ratio::ZERO)];
    limits.extend(full.map(Limit::Low));
    own.shown(2, &limits).unwrap_or_else(|| Decimal::whole(own.floor()))
}

/// Words points.
pub(super) fn points(own: Ratio, full: Option<Ratio>, lang: Lang) -> String {
    wording::number(rounded(own, full), lang)
}

/// Writes points exactly: a whole number, or a fraction in lowest terms.
pub(super) fn exact(own: Ratio) -> Value {
    let text = if own.den() == 1 { own.num().to_string() } else { format!("{}/{}", own.num(), own.den()) };
    Value::Text(text)
}

fn columns(lang: Lang) -> Vec<Column> {
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    vec![
        Column::hidden("index"),
        Column::new("no", text::word(Word::No, lang)),
        Column::new("name", say(Scoring::CriterionHead)),
        Column::right("max", say(Scoring::MaxHead)),
        Column::right("self", wording::capital(text::word(Word::RoundOwn, lang))).spare(3),
        Column::right("appraisal-1", say(Scoring::FirstHead)).spare(2),
        Column::right("appraisal-2", say(Scoring::SecondHead)).spare(1),
        Column::right("computed", say(Scoring::ComputedHead)).spare(5),
        Column::hidden("computed-exact"),
        Column::right("points", say(Scoring::StandsHead)),
        Column::hidden("points-exact"),
        Column::hidden("basis"),
        Column::right("lost", say(Scoring::LostHead)),
        Column::hidden("open"),
        Column::new("evidence", say(Scoring::EvidenceHead)).spare(4),
        Column::hidden("state"),
        Column::new("why", say(Scoring::WhyHead)),
        Column::hidden("rule"),
        Column::hidden("owners"),
        Column::hidden("task"),
    ]
}

/// Tells which lines are shown: those asked for, and the headings above them.
pub(super) fn shown(own: Scored<'_>, index: &Index) -> Vec<bool> {
    let mut shown: Vec<bool> = (0..index.criteria.len())
        .map(|at| {
            let is_field = own.field.is_none_or(|field| index.criteria[index.field(at)].no.value == field);
            let is_own = own.parties.is_empty()
                || (index.criteria[at].rule.is_some() && answers(own.judged.plan, &index.criteria[at], own.parties));
            is_field && is_own
        })
        .collect();
    for at in (0..shown.len()).rev() {
        if let Some(parent) = index.criteria[at].parent.filter(|_| shown[at]) {
            shown[parent] = true;
        }
    }
    shown
}

/// Tells whether any of some units answers for a criterion.
fn answers(plan: &Plan, own: &Criterion, parties: &[Party]) -> bool {
    let units = |party: &Party| plan.party_units(party).to_vec();
    let owners: Vec<_> = own.owners.iter().flat_map(units).collect();
    parties.iter().flat_map(units).any(|unit| owners.contains(&unit))
}

fn rows(own: Scored<'_>, scored: &IndexScore) -> Vec<Vec<Cell>> {
    let plan = own.judged.plan;
    let index = &plan.indexes[scored.index.0 as usize];
    let shown = shown(own, index);
    let lines = scored.lines.iter().enumerate().filter(|(at, _)| shown[*at]);
    lines.map(|(at, line)| row(own.judged, index, &index.criteria[at], line)).collect()
}

/// Lists a criterion and its parts.
pub(super) fn part_table(judged: Judged<'_>, scored: &IndexScore, at: usize) -> Table {
    let index = &judged.plan.indexes[scored.index.0 as usize];
    let is_within =
        |own: usize| std::iter::successors(Some(own), |own| index.criteria[*own].parent).any(|own| own == at);
    let mut table = criteria_table(judged, scored, scoring(Scoring::Parts, judged.lang), &is_within);
    table.on_screen = table.rows.len() > 1;
    table
}

/// Lists all criteria of an index.
pub(super) fn whole_table(judged: Judged<'_>, scored: &IndexScore) -> Table {
    criteria_table(judged, scored, String::new(), &|_| true)
}

fn criteria_table(judged: Judged<'_>, scored: &IndexScore, title: String, is_listed: &dyn Fn(usize) -> bool) -> Table {
    let index = &judged.plan.indexes[scored.index.0 as usize];
    let mut table = Table::new("criteria", title, columns(judged.lang));
    for (own, line) in scored.lines.iter().enumerate().filter(|(own, _)| is_listed(*own)) {
        table.rows.push(row(judged, index, &index.criteria[own], line));
    }
    leave_off_empty(&mut table);
    table
}

fn row(judged: Judged<'_>, index: &Index, own: &Criterion, line: &Line) -> Vec<Cell> {
    let (plan, lang) = (judged.plan, judged.lang);
    let is_leaf = own.rule.is_some();
    let max = own.max.and_then(Decimal::ratio);
    let tone = if is_leaf { Tone::Plain } else { Tone::Strong };
    let sums = line.sums;
    let given = |at: usize| sum_cell(sums.given[at], max, tone, lang);
    let lost = sums.stands.lost().unwrap_or(Ratio::ZERO);
    let is_out = line.stands.earned == Earned::LeftOut && is_leaf;
    let lost_cell = match lost > Ratio::ZERO {
        _ if own.adds != Adds::Within || sums.stands.known == Ratio::ZERO => Cell::new(Value::Null, "–"),
        true => Cell::toned(Value::Number(rounded(lost, None)), points(lost, None, lang), Tone::Bad),
        false => Cell::new(Value::Number(rounded(Ratio::ZERO, None)), points(Ratio::ZERO, None, lang)),
    };
    let owners = Value::List(own.owners.iter().map(|party| Value::Text(plan.party_id(*party).to_owned())).collect());
    let exact_of = |sum: Sum| Cell::data(if sum.known == Ratio::ZERO { Value::Null } else { exact(sum.points) });
    vec![
        Cell::new(Value::Text(index.id.value.clone()), index.name.clone()),
        Cell::toned(Value::Text(own.no.value.clone()), own.no.value.clone(), tone),
        Cell::toned(Value::Text(own.name.clone()), own.name.clone(), tone),
        match own.max {
            Some(max) => Cell::toned(Value::Number(max), wording::number(max.trimmed(), lang), tone),
            None => Cell::new(Value::Null, "–"),
        },
        given(0),
        given(1),
        given(2),
        sum_cell(sums.computed, max, tone, lang),
        exact_of(sums.computed),
        sum_cell(sums.stands, max, tone, lang),
        exact_of(sums.stands),
        Cell::data(Value::Text(basis(line.stands.basis).to_owned())),
        lost_cell,
        Cell::data(Value::Number(rounded(sums.stands.open, None))),
        evidence(line.evidence, lang),
        Cell::data(if is_leaf { Value::Text(state(line.stands.earned).to_owned()) } else { Value::Null }),
        Cell::text(if is_out && own.survey { scoring(Scoring::LeftOut, lang) } else { why(judged, own, line, false) }),
        Cell::data(own.rule.as_ref().map_or(Value::Null, |rule| Value::Text(rule.word().to_owned()))),
        Cell::data(owners),
        Cell::data(own.task.map_or(Value::Null, |at| Value::Int(i128::from(plan.tasks[at].no)))),
    ]
}

/// Makes the cell of a sum; nothing where none of it can be told, and marked where some of it cannot.
fn sum_cell(sum: Sum, max: Option<Ratio>, tone: Tone, lang: Lang) -> Cell {
    if sum.known == Ratio::ZERO {
        return Cell::new(Value::Null, "–");
    }
    let full = max.filter(|_| sum.open == Ratio::ZERO);
    let number = rounded(sum.points, full);
    Cell::toned(Value::Number(number), wording::number(number, lang), tone)
}

fn basis(own: Basis) -> &'static str {
    match own {
        Basis::Given(round) => round.word(),
        Basis::Computed => "computed",
        Basis::Sum => "sum",
    }
}

fn state(own: Earned) -> &'static str {
    match own {
        Earned::Points(_) => "points",
        Earned::LeftOut => "left-out",
        Earned::Open(why) => open_word(why),
    }
}

/// Returns the word of data for why points cannot be told.
pub(super) fn open_word(own: Open) -> &'static str {
    match own {
        Open::NotGiven => "not-given",
        Open::Survey => "survey",
        Open::NotDue => "not-due",
        Open::NoData => "no-data",
        Open::NoCases => "no-cases",
    }
}

fn evidence(own: Option<bool>, lang: Lang) -> Cell {
    match own {
        None => Cell::new(Value::Null, "–"),
        Some(true) => Cell::new(Value::Bool(true), scoring(Scoring::EvidenceThere, lang)),
        Some(false) => Cell::toned(Value::Bool(false), scoring(Scoring::EvidenceLacks, lang), Tone::Warn),
    }
}

/// Lists who answers for what is lost in an index.
pub(super) fn owner_table(judged: Judged<'_>, scored: &IndexScore) -> Table {
    let lang = judged.lang;
    let alone = std::slice::from_ref(scored);
    let own = Scored { judged, scores: alone, parties: &[], field: None, gains: None, on_file: None };
    let mut table = Table::new("owners", scoring(Scoring::Lost, lang), owner_columns(lang));
    table.rows = lost_by_owner(own, scored);
    table.on_screen = !table.rows.is_empty();
    table
}

fn owner_columns(lang: Lang) -> Vec<Column> {
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let mut columns = vec![Column::hidden("index"), Column::hidden("owner")];
    columns.push(Column::new("name", say(Scoring::ByOwner)));
    columns.push(Column::right("lost", say(Scoring::LostHead)));
    columns.push(Column::right("open", say(Scoring::OpenHead)));
    columns.push(Column::new("criteria", say(Scoring::CriterionHead)));
    columns
}

/// Lists who answers for what is lost, most first; criteria of several owners are listed under all of them together.
fn lost_by_owner(own: Scored<'_>, scored: &IndexScore) -> Vec<Vec<Cell>> {
    let (plan, lang) = (own.judged.plan, own.judged.lang);
    let index = &plan.indexes[scored.index.0 as usize];
    let shown = shown(own, index);
    let mut by_owner: BTreeMap<Vec<Party>, (Ratio, Ratio, Vec<&str>)> = BTreeMap::new();
    for (at, line) in scored.lines.iter().enumerate() {
        let criterion = &index.criteria[at];
        let is_within = criterion.adds == Adds::Within;
        if criterion.rule.is_none() || !shown[at] || !is_within {
            continue;
        }
        let lost = line.sums.stands.lost().unwrap_or(Ratio::ZERO);
        let open = line.sums.stands.open;
        let entry = by_owner.entry(criterion.owners.clone()).or_insert((Ratio::ZERO, Ratio::ZERO, Vec::new()));
        entry.0 = entry.0.checked_add(lost).unwrap_or(entry.0);
        entry.1 = entry.1.checked_add(open).unwrap_or(entry.1);
        if lost > Ratio::ZERO {
            entry.2.push(&criterion.no.value);
        }
    }
    let mut all: Vec<_> =
        by_owner.into_iter().filter(|(_, (lost, open, _))| *lost > Ratio::ZERO || *open > Ratio::ZERO).collect();
    all.sort_by_key(|(_, own)| Reverse((own.0, own.1)));
    let cells = |(owners, (lost, open, list)): (Vec<Party>, (Ratio, Ratio, Vec<&str>))| {
        let ids = owners.iter().map(|own| Value::Text(plan.party_id(*own).to_owned())).collect();
        let name = wording::parties(plan, &owners);
        let name = if name.is_empty() { scoring(Scoring::NoOwner, lang) } else { name };
        let number = |own: Ratio| Cell::new(Value::Number(rounded(own, None)), points(own, None, lang));
        vec![
            Cell::new(Value::Text(index.id.value.clone()), index.name.clone()),
            Cell::data(Value::List(ids)),
            Cell::text(name),
            number(lost),
            number(open),
            Cell::new(Value::List(list.iter().map(|no| Value::Text((*no).to_owned())).collect()), list.join("; ")),
        ]
    };
    all.into_iter().map(cells).collect()
}

/// The columns of the indexes as data.
const TOTALS: [&str; 16] = [
    "index",
    "name",
    "year",
    "level",
    "source",
    "example",
    "points",
    "points-exact",
    "max",
    "known",
    "lost",
    "open",
    "bonus",
    "malus",
    "least",
    "most",
];

/// Returns what indexes come to, as data.
pub(super) fn totals<'a>(plan: &Plan, scores: impl IntoIterator<Item = &'a IndexScore>) -> Table {
    let mut table = Table::data("indexes", &TOTALS);
    table.rows.extend(scores.into_iter().map(|own| total_cells(plan, own)));
    table
}

fn total_cells(plan: &Plan, scored: &IndexScore) -> Vec<Cell> {
    let index = &plan.indexes[scored.index.0 as usize];
    let total = &scored.total;
    let number = |own: Ratio| Value::Number(rounded(own, None));
    let percent =
        |own: Option<Ratio>| own.map_or(Value::Null, |own| Value::Percent(rounded(own, Some(Ratio::whole(100)))));
    [
        Value::Text(index.id.value.clone()),
        Value::Text(index.name.clone()),
        Value::Int(i128::from(index.year)),
        Value::text(index.level.clone()),
        Value::text(index.source.clone()),
        Value::Bool(index.example),
        // Rounded as in the sentence that says it.
        Value::Number(rounded(total.points, Some(total.within.known))),
        exact(total.points),
        number(total.max),
        number(total.within.known),
        total.within.lost().map_or(Value::Null, number),
        number(total.within.open),
        number(total.bonus.points),
        number(total.malus.points),
        percent(total.index.map(|own| own.0)),
        percent(total.index.map(|own| own.1)),
    ]
    .map(Cell::data)
    .to_vec()
}
