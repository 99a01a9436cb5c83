//! The head of a report, what it is based on, its end and its foot.

use chrono::NaiveDate;

use super::about::Report;
use crate::text::{self, Lang, Say, Tell, long_day, tell};
use crate::view::wording::{self, MadeUp, day};
use crate::view::{Block, Letterhead, Rule, Shown, Signature, Tone};

/// Makes the head.
pub(super) fn head(report: &Report<'_>) -> Block {
    let (plan, lang) = (report.plan(), report.lang());
    let own = &report.made_from;
    let capitals = |text: &str| text.to_uppercase();
    let word = |phrase: Tell<'_>| tell(phrase, lang);
    let mark = match MadeUp::of(plan.forms.iter()) {
        MadeUp::None => None,
        MadeUp::Some(_) => Some(word(Tell::MadeUpMarkSome)),
        MadeUp::All => Some(word(Tell::MadeUpMark)),
    };
    Block::Letterhead(Box::new(Letterhead {
        rule: Rule::on(own.day),
        day: own.day,
        parent: plan.head.parent.as_deref().map_or_else(String::new, capitals),
        agency: capitals(&plan.head.agency),
        state: word(Tell::State),
        motto: word(Tell::Motto),
        number: word(Tell::Number { number: &number(report) }),
        dated: dated(plan.head.place_of_issue.as_deref(), own.day, lang),
        kind: word(Tell::Kind),
        subject: subject(report),
        to: String::new(),
        mark,
    }))
}

/// Writes the number with its symbol, or leaves room for it.
fn number(report: &Report<'_>) -> String {
    let room = "\u{a0}".repeat(10);
    let number = report.made_from.number.unwrap_or(&room);
    match symbol(report).filter(|_| !number.contains('/')) {
        Some(symbol) => format!("{number}/{symbol}"),
        None => number.to_owned(),
    }
}

/// Returns what stands behind the number: as declared, or as behind that of the plan, `KH` (a plan) become `BC` (a report).
fn symbol(report: &Report<'_>) -> Option<String> {
    let declared = report.plan().report.symbol.clone();
    declared.or_else(|| {
        let (_, symbol) = report.plan().head.number.split_once('/')?;
        symbol.strip_prefix("KH-").map(|agency| format!("BC-{agency}"))
    })
}

fn dated(place: Option<&str>, day: NaiveDate, lang: Lang) -> String {
    let day = long_day(day, lang);
    place.map_or_else(|| day.clone(), |place| format!("{place}, {day}"))
}

/// Says what the report is about.
pub(super) fn subject(report: &Report<'_>) -> String {
    let (plan, lang) = (report.plan(), report.lang());
    let subject =
        plan.report.subject.clone().unwrap_or_else(|| tell(Tell::Subject { number: &plan.head.number }, lang));
    format!("{} {}", wording::bare(&subject), report.period_name())
}

/// Says what the report is based on, and to which day it goes.
pub(super) fn basis(report: &Report<'_>) -> Vec<Block> {
    let (plan, lang) = (report.plan(), report.lang());
    let begun = tell(Tell::BasisBegins, lang);
    let basis = plan.head.basis.iter().map(|basis| {
        let text = if basis.starts_with(begun.trim()) { basis.clone() } else { format!("{begun}{basis}") };
        Block::Para(Shown::toned(format!("{};", text.trim_end_matches([';', '.', ','])), Tone::Quiet))
    });
    let opening = Tell::Opening {
        number: &plan.head.number,
        day: &long_day(plan.head.issued, lang),
        agency: &plan.head.agency,
        period: &report.period_name(),
    };
    basis.chain([Block::Para(Shown::plain(tell(opening, lang)))]).collect()
}

/// Says what must be known of every figure.
pub(super) fn notes(report: &Report<'_>) -> Vec<Block> {
    let lang = report.lang();
    let as_of = day(report.as_of(), lang);
    let mut blocks = vec![Block::Note(Shown::plain(tell(Tell::AsOf { day: &as_of }, lang)))];
    if report.days(report.made_from.period).is_some_and(|(_, last)| last > report.as_of()) {
        let said = Tell::NotOver { period: &report.period_name() };
        blocks.push(Block::Note(Shown::toned(tell(said, lang), Tone::Warn)));
    }
    blocks.extend(wording::made_up(report.plan().forms.iter(), lang).map(Block::Note));
    let judged = report.made_from.judged;
    if judged.incomplete {
        blocks.push(Block::Note(Shown::toned(text::say(Say::BadRowsLeftOut, lang), Tone::Bad)));
    }
    if judged.warnings > 0 {
        let said = Tell::WarningsStand { count: &wording::count(judged.warnings, lang) };
        blocks.push(Block::Note(Shown::toned(tell(said, lang), Tone::Warn)));
    }
    blocks
}

/// Ends the text.
pub(super) fn closing(report: &Report<'_>) -> Block {
    let (plan, lang) = (report.plan(), report.lang());
    let to = plan.head.monitor.as_ref().and_then(|monitor| monitor.reports_to.as_deref());
    let (period, agency) = (report.period_name(), plan.head.agency.as_str());
    let said = match to {
        Some(to) => Tell::ClosingTo { period: &period, agency, to },
        None => Tell::Closing { period: &period, agency },
    };
    Block::Para(Shown::plain(tell(said, lang)))
}

/// Makes the foot.
pub(super) fn signature(report: &Report<'_>) -> Block {
    let plan = report.plan();
    let signer = plan.report.signer.as_ref().or(plan.head.signer.as_ref());
    Block::Signature(Signature {
        to: tell(Tell::RecipientsHead, report.lang()),
        recipients: recipients(report),
        office: signer.and_then(|signer| signer.title.as_deref()).map_or_else(String::new, str::to_uppercase),
        name: signer.map_or_else(String::new, |signer| signer.name.clone()),
    })
}

/// Lists the recipients: each line ends with a semicolon, the last one, which says where the report is kept, with a stop.
fn recipients(report: &Report<'_>) -> Vec<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let mut list = plan.report.recipients.clone();
    if list.is_empty() {
        let to = plan.head.monitor.as_ref().and_then(|monitor| monitor.reports_to.clone());
        list.extend(to.filter(|to| !plan.head.recipients.iter().any(|own| own.starts_with(to.as_str()))));
        list.extend(plan.head.recipients.iter().cloned());
    }
    let kept = tell(Tell::KeptAt, lang);
    // The plan's own line stands for it in whatever language the report is.
    let is_kept = |own: &String| [Lang::Vi, Lang::En].into_iter().any(|lang| own.starts_with(kept_word(lang).as_str()));
    if !list.iter().any(is_kept) {
        list.push(kept);
    }
    let behind = list.len().saturating_sub(1);
    let line = |(at, text): (usize, &String)| {
        let text = text.trim_end_matches([';', ',']).trim_start_matches("- ");
        let text = if at < behind { wording::bare(text) } else { text };
        let stop = if at < behind {
            ";"
        } else if text.ends_with('.') {
            ""
        } else {
            "."
        };
        format!("- {text}{stop}")
    };
    list.iter().enumerate().map(line).collect()
}

/// Names what an appendix belongs to.
pub(super) fn reference(report: &Report<'_>) -> String {
    let lang = report.lang();
    let day = long_day(report.made_from.day, lang);
    tell(Tell::AppendixTo { number: &number(report), day: &day, agency: &report.plan().head.agency }, lang)
}

/// Returns what a line about where the report is kept begins with.
fn kept_word(lang: Lang) -> String {
    tell(Tell::KeptAt, lang).split(':').next().unwrap_or_default().to_owned()
}
