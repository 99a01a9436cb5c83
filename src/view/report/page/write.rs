//! The page as a whole.

use super::decide::{decisions, tiles};
use super::scores::scores;
use super::tasks::tasks;
use crate::eval::{Overflow, Verdict};
use crate::text::{Scoring, Tell, Word, scoring, tell, word};
use crate::view::page::{Page, PageTask, PageWords};
use crate::view::report::about::{Report, Reporting};
use crate::view::report::{ahead, assessment, discipline, letter};
use crate::view::{Block, Shown};

/// Makes the page.
///
/// # Errors
/// Fails if a figure does not fit in the exact arithmetic.
pub fn page(made_from: Reporting<'_>) -> Result<Page, Overflow> {
    let report = Report::new(made_from)?;
    let lang = report.lang();
    let notes = letter::notes(&report).into_iter().filter_map(|block| match block {
        Block::Note(shown) => Some(shown),
        _ => None,
    });
    let tasks = tasks(&report);
    let (heat, legend) = discipline::heat(&report);
    let mut leads: Vec<String> = Vec::new();
    for lead in tasks.iter().flat_map(|task| &task.leads) {
        if !leads.contains(lead) {
            leads.push(lead.clone());
        }
    }
    Ok(Page {
        lang,
        title: tell(Tell::PageTitle { number: &report.plan().head.number, period: &report.period_name() }, lang),
        subject: letter::subject(&report),
        agency: report.plan().head.agency.clone(),
        notes: notes.collect(),
        tiles: tiles(&report),
        decisions: decisions(&report),
        verdicts: verdicts(&tasks),
        leads,
        tasks,
        scores: scores(&report),
        heat,
        legend,
        sections: sections(&report),
        words: words(&report),
    })
}

/// Returns every verdict that a task has, worst first, in all the words that say it.
fn verdicts(tasks: &[PageTask]) -> Vec<(&'static str, String)> {
    let of = |verdict: Verdict| {
        let mut words: Vec<&str> = Vec::new();
        for task in tasks.iter().filter(|task| task.code == verdict.code()) {
            if !words.contains(&task.verdict.text.as_str()) {
                words.push(&task.verdict.text);
            }
        }
        (!words.is_empty()).then(|| (verdict.code(), words.join("; ")))
    };
    Verdict::ALL.into_iter().filter_map(of).collect()
}

/// Returns what the report says in words of obstacles, of who reported, and of what falls due.
fn sections(report: &Report<'_>) -> Vec<(String, Vec<String>)> {
    let blocks = [assessment::discipline_section(report), ahead::ahead(report)].concat();
    let mut list: Vec<(String, Vec<String>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Section(_, title) => list.push((bare(&title).to_owned(), Vec::new())),
            Block::Para(Shown { text, .. }) | Block::Item(Shown { text, .. }) => {
                list.last_mut().into_iter().for_each(|(_, said)| said.push(text.clone()));
            }
            _ => {}
        }
    }
    list
}

/// Returns a heading without the number that it has in the report.
fn bare(title: &str) -> &str {
    title.split_once(". ").map_or(title, |(_, rest)| rest)
}

fn words(report: &Report<'_>) -> PageWords {
    let lang = report.lang();
    let word = |own: Word| word(own, lang).to_owned();
    let tell = |own: Tell<'_>| tell(own, lang);
    let scoring = |own: Scoring<'_>| scoring(own, lang);
    PageWords {
        decisions: tell(Tell::DecisionsHead),
        no_decision: tell(Tell::NoDecision),
        tasks: tell(Tell::TasksHead),
        lead: word(Word::LeadHead),
        verdict: word(Word::VerdictHead),
        all: tell(Tell::AllOfThem),
        shown: tell(Tell::ShownOf),
        explanation: tell(Tell::Explanation),
        number: word(Word::No),
        subject: tell(Tell::TitleHead),
        bound: word(Word::BoundHead),
        value: word(Word::ValueHead),
        deadline: word(Word::DeadlineHead),
        heat: tell(Tell::HeatHead),
        unit: word(Word::UnitHead),
        skip: tell(Tell::SkipTo),
        needed: word(Word::Needed),
        milestone: word(Word::Milestones),
        sort: tell(Tell::SortBy),
        none: tell(Tell::Nothing),
        scores: tell(Tell::ScoresHead),
        lost_by_owner: scoring(Scoring::Lost),
        criterion: scoring(Scoring::CriterionHead),
        max: scoring(Scoring::MaxHead),
        points: scoring(Scoring::StandsHead),
        lost: scoring(Scoring::LostHead),
        open: scoring(Scoring::OpenHead),
        why: scoring(Scoring::WhyHead),
        owner: scoring(Scoring::ByOwner),
        only_lost: tell(Tell::OnlyLost),
        criteria_shown: tell(Tell::CriteriaShown),
    }
}
