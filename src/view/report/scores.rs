//! Appendix V: points by field and criterion, and what is lost by who answers for it.

use std::cmp::Reverse;

use super::about::Report;
use super::appendix::{begin, numbered};
use crate::eval::IndexScore;
use crate::model::{Adds, Ratio};
use crate::text::{Scoring, Tell, scoring, tell};
use crate::view::page::PageScore;
use crate::view::{Block, Paper, Shown, Table, Tone, score, wording};

/// Columns that a page has no room for.
const SPARED: [&str; 5] = ["self", "appraisal-1", "appraisal-2", "computed", "evidence"];

/// Writes the appendix; nothing where no index has criteria for the year.
pub(super) fn scores(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut blocks = Vec::new();
    for scored in &report.scores {
        if blocks.is_empty() {
            blocks.push(begin(report, "V", tell(Tell::AppendixScores, lang), Paper::Landscape));
        }
        blocks.push(Block::Para(Shown::toned(title(report, scored), Tone::Strong)));
        blocks.extend(notes(report, scored).into_iter().map(Block::Para));
        blocks.extend(score::sums(report.made_from.judged, scored));
        let mut table = score::whole_table(report.made_from.judged, scored);
        numbered(&mut table.columns);
        table.sheet = tell(Tell::ScoresSheet, lang);
        blocks.push(Block::Table(table));
        blocks.push(Block::Para(Shown::toned(scoring(Scoring::StandsNote, lang), Tone::Quiet)));
        let mut owners = score::owner_table(report.made_from.judged, scored);
        numbered(&mut owners.columns);
        owners.sheet = tell(Tell::LostSheet, lang);
        blocks.push(Block::Table(owners));
    }
    if !blocks.is_empty() {
        blocks.push(Block::Table(score::totals(report.plan(), &report.scores)));
    }
    blocks
}

/// How many criteria that lose points are named in the report itself.
const NAMED: usize = 3;

/// Says what each index comes to, and where most is lost.
pub(super) fn said(report: &Report<'_>) -> Vec<Shown> {
    let lang = report.lang();
    let one = |scored: &IndexScore| {
        let index = &report.plan().indexes[scored.index.0 as usize];
        let lost = |at: &usize| scored.lines[*at].sums.stands.lost().unwrap_or(Ratio::ZERO);
        let loses = |at: &usize| index.criteria[*at].rule.is_some() && index.criteria[*at].adds == Adds::Within;
        let mut losing: Vec<usize> =
            (0..scored.lines.len()).filter(loses).filter(|at| lost(at) > Ratio::ZERO).collect();
        losing.sort_by_key(|at| Reverse(lost(at)));
        let named = losing.into_iter().take(NAMED).map(|at| {
            let own = &index.criteria[at];
            let points = &score::points(lost(&at), None, lang);
            tell(Tell::LosesPoints { no: &own.no.value, name: &own.name, points }, lang)
        });
        let named: Vec<String> = named.collect();
        let sums = texts(score::sums(report.made_from.judged, scored));
        let (comes, beside) =
            sums.split_first().map_or((String::new(), &[][..]), |(first, rest)| (first.clone(), rest));
        let mut said = tell(Tell::IndexComes { name: &title(report, scored), comes: &comes }, lang);
        if !beside.is_empty() {
            said = format!(
                "{said} {}",
                wording::sentence(&beside.iter().map(|own| wording::uncapital(own)).collect::<Vec<_>>().join("; "))
            );
        }
        if !named.is_empty() {
            said = format!("{said} {}", tell(Tell::LosesMost { list: &named.join("; ") }, lang));
        }
        if index.example {
            said = format!("{said} {}", scoring(Scoring::Example, lang));
        }
        Shown::plain(said)
    };
    report.scores.iter().map(one).collect()
}

/// Returns the same for a page.
pub(super) fn of_page(report: &Report<'_>) -> Vec<PageScore> {
    let one = |scored: &IndexScore| {
        let judged = report.made_from.judged;
        let mut table = score::whole_table(judged, scored);
        let spared = table.columns.iter_mut().filter(|column| SPARED.contains(&column.key.as_ref()));
        spared.for_each(|column| column.title.clear());
        let tables: [Table; 2] = [table, score::owner_table(judged, scored)];
        PageScore {
            title: title(report, scored),
            notes: notes(report, scored),
            sums: texts(score::sums(judged, scored)),
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        }
    };
    report.scores.iter().map(one).collect()
}

/// Returns what paragraphs say.
fn texts(blocks: Vec<Block>) -> Vec<String> {
    let text = |block| match block {
        Block::Para(said) => Some(said.text),
        _ => None,
    };
    blocks.into_iter().filter_map(text).collect()
}

fn title(report: &Report<'_>, scored: &IndexScore) -> String {
    let index = &report.plan().indexes[scored.index.0 as usize];
    scoring(Scoring::IndexOf { name: &index.name, year: &index.year.to_string() }, report.lang())
}

/// Says what must be known of the points: whose criteria they are of, that these are an example, what is left out.
fn notes(report: &Report<'_>, scored: &IndexScore) -> Vec<Shown> {
    let lang = report.lang();
    let index = &report.plan().indexes[scored.index.0 as usize];
    let marks = score::marks(index, lang).into_iter().filter_map(|block| match block {
        Block::Note(said) => Some(said),
        _ => None,
    });
    let source = index.source.iter().map(|source| Shown::plain(scoring(Scoring::Source { source }, lang)));
    marks.chain(source).collect()
}
