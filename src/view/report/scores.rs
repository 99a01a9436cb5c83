//! Appendices from V on: what each index of the year comes to, criterion by criterion, and who answers for what is lost.

use std::cmp::Reverse;

use super::about::Report;
use super::appendix::{begin, numbered};
use crate::eval::{Basis, IndexScore};
use crate::model::{Adds, Ratio};
use crate::text::{Scoring, Tell, scoring, tell};
use crate::view::score;
use crate::view::wording;
use crate::view::{Block, Paper, Shown, Table, Tone};

/// The number of the first; those before are in every report.
const FIRST: usize = 5;

/// What a reader of the report is told of each criterion; the rest is for programs.
const SHOWN: [&str; 6] = ["no", "name", "max", "points", "lost", "why"];

/// Writes an appendix for each index that has criteria for the year of the report, and what all come to as data.
pub(super) fn scores(report: &Report<'_>) -> Vec<Block> {
    if report.scores.is_empty() {
        return Vec::new();
    }
    let mut blocks: Vec<Block> =
        report.scores.iter().zip(FIRST..).flat_map(|(own, number)| appendix(report, own, number)).collect();
    blocks.push(Block::Table(score::totals(report.plan(), &report.scores)));
    blocks
}

fn appendix(report: &Report<'_>, scored: &IndexScore, number: usize) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let index = &plan.indexes[scored.index.0 as usize];
    let name = score::named(index, lang);
    let title = tell(Tell::AppendixScores { index: &name }, lang);
    let mut blocks = vec![begin(report, &roman(number), title, Paper::Landscape)];
    // Not as remarks on all figures: of the other sheets of a workbook they are not true.
    blocks.extend(score::cautions(index, lang).into_iter().map(Block::Para));
    blocks.extend(told(report, scored).into_iter().map(Block::Para));
    let (name, is_example) = (name.as_str(), index.example);
    let criteria = tell(Tell::ScoresTitle { index: name, is_example }, lang);
    blocks.push(Block::Table(headed(criteria_table(report, scored), criteria, Tell::ScoresSheet, report)));
    blocks.push(Block::Para(Shown::toned(remark(scored, report), Tone::Quiet)));
    let owners = score::owner_table(report.made_from.judged, scored);
    let lost = tell(Tell::LostTitle { index: name, is_example }, lang);
    blocks.push(Block::Table(headed(owners, lost, Tell::LostSheet, report)));
    blocks
}

/// Says whom an index is for, whose criteria it has and what it comes to.
pub(super) fn told(report: &Report<'_>, scored: &IndexScore) -> Vec<Shown> {
    let lang = report.lang();
    let index = &report.plan().indexes[scored.index.0 as usize];
    let of = [
        index.level.as_deref().map(|level| scoring(Scoring::Level { level }, lang)),
        index.source.as_deref().map(|source| scoring(Scoring::Source { source }, lang)),
    ];
    of.into_iter().flatten().map(Shown::plain).chain(score::told(index, &scored.total, lang)).collect()
}

/// How many criteria that lose points are named in the report itself.
const NAMED: usize = 3;

/// Says what each index comes to, and where most is lost.
pub(super) fn said(report: &Report<'_>) -> Vec<Shown> {
    let lang = report.lang();
    let one = |(scored, number): (&IndexScore, usize)| {
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
        let mut sums = score::told(index, &scored.total, lang).into_iter().map(|own| own.text);
        let comes = sums.next().unwrap_or_default();
        let beside: Vec<String> = sums.collect();
        let mut said = tell(Tell::IndexComes { name: &score::named(index, lang), comes: &comes }, lang);
        if !beside.is_empty() {
            said = format!(
                "{said} {}",
                wording::sentence(&beside.iter().map(|own| wording::uncapital(own)).collect::<Vec<_>>().join("; "))
            );
        }
        if !named.is_empty() {
            said =
                format!("{said} {}", tell(Tell::LosesMost { list: &named.join("; "), appendix: &roman(number) }, lang));
        }
        if index.example {
            said = format!("{said} {}", scoring(Scoring::Example, lang));
        }
        Shown::plain(said)
    };
    report.scores.iter().zip(FIRST..).map(one).collect()
}

/// Heads a table, which stands alone on its sheet, by what it is and of which index.
fn headed(mut table: Table, title: String, sheet: Tell<'_>, report: &Report<'_>) -> Table {
    if table.on_screen {
        table.sheet = tell(sheet, report.lang());
    }
    table.title = title;
    numbered(&mut table.columns);
    table
}

fn criteria_table(report: &Report<'_>, scored: &IndexScore) -> Table {
    let mut table = score::whole_table(report.made_from.judged, scored);
    for column in table.columns.iter_mut().filter(|column| !SHOWN.contains(&column.key.as_ref())) {
        column.title.clear();
    }
    table
}

/// Says which points count. Those that people gave have no day, unlike everything else in the report.
pub(super) fn remark(scored: &IndexScore, report: &Report<'_>) -> String {
    let lang = report.lang();
    let said = scoring(Scoring::StandsNote, lang);
    if scored.lines.iter().any(|line| matches!(line.stands.basis, Basis::Given(_))) {
        format!("{said} {}", tell(Tell::GivenHaveNoDay, lang))
    } else {
        said
    }
}

/// Writes a number as appendices are numbered.
fn roman(mut number: usize) -> String {
    let mut written = String::new();
    for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while number >= value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appendices_are_numbered_as_the_first_four_are() {
        let written = [1, 4, 5, 6, 9, 14, 38].map(roman);
        assert_eq!(written, ["I", "IV", "V", "VI", "IX", "XIV", "XXXVIII"]);
    }
}
