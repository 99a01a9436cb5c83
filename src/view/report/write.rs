//! The report as a whole.

use super::about::{Grouping, Report, Reporting, previous};
use super::ahead::ahead;
use super::appendix::appendix;
use super::assessment::{assessment, listed, told};
use super::charts::charts;
use super::direction::direction;
use super::discipline::discipline;
use super::figures::figures;
use super::letter;
use super::levels::levels;
use super::lists::lists;
use super::results::results;
use super::scores::scores;
use crate::eval::Overflow;
use crate::model::UpdateKind;
use crate::text::{Tell, tell};
use crate::view::status::head_facts;
use crate::view::{Block, Cell, Document, Fact, Facts, Rule, Value};

/// Writes the report.
///
/// # Errors
/// Fails if a figure does not fit in the exact arithmetic.
pub fn report(made_from: Reporting<'_>) -> Result<Document, Overflow> {
    let judged = made_from.judged;
    let report = Report::new(made_from)?;
    let mut blocks = vec![head_facts(judged, judged.plan.forms.iter()), about(&report), letter::head(&report)];
    blocks.extend(letter::basis(&report));
    blocks.extend(letter::notes(&report));
    blocks.extend(direction(&report));
    blocks.extend(results(&report));
    blocks.extend(assessment(&report));
    blocks.extend(ahead(&report));
    blocks.extend(proposals(&report));
    blocks.push(letter::closing(&report));
    blocks.push(letter::signature(&report));
    blocks.extend(appendix(&report));
    blocks.extend(figures(&report)?);
    blocks.extend(discipline(&report));
    blocks.extend(levels(&report));
    blocks.extend(scores(&report));
    blocks.extend(charts(&report));
    blocks.extend(lists(&report));
    Ok(Document { command: "report", lang: judged.lang, main: "results", blocks })
}

/// Says as data what the report is about.
fn about(report: &Report<'_>) -> Block {
    let own = &report.made_from;
    let mut facts = Facts::new("report");
    let mut data = |key, value| facts.list.push(Fact { key, label: String::new(), cell: Cell::data(value) });
    let days = report.days(own.period);
    let before = previous(report.plan(), own.period);
    data("period", Value::Text(own.period.to_string()));
    data("first-day", Value::date(days.map(|(first, _)| first)));
    data("last-day", Value::date(days.map(|(_, last)| last)));
    data("previous", Value::text(before.map(|before| before.to_string())));
    data("date", Value::Date(own.day));
    data("number", Value::text(own.number));
    let rule = match Rule::on(own.day) {
        Rule::Circular2011 => "circular-2011",
        Rule::Decree2020 => "decree-2020",
    };
    data("rule", Value::Text(rule.to_owned()));
    let group = match own.grouping {
        Grouping::Index => "index",
        Grouping::Lead => "lead",
        Grouping::None => "none",
    };
    data("group", Value::Text(group.to_owned()));
    Block::Facts(facts)
}

/// Writes section V: what units propose.
fn proposals(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let mut blocks = vec![Block::Section(1, tell(Tell::ProposalsHead, lang))];
    blocks.extend(listed(told(report, UpdateKind::Proposal), &tell(Tell::Nothing, lang)));
    blocks
}
