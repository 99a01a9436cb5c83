//! The head and the foot of a letter.

use super::debts::{Debts, Reminding};
use crate::text::{Tell, Urge, long_day, tell, urge};
use crate::view::wording::{self, MadeUp};
use crate::view::{Block, Letterhead, Rule, Signature};

/// Makes the head.
pub(super) fn head(reminding: Reminding<'_>, debts: &Debts<'_>) -> Block {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let word = |phrase: Tell<'_>| tell(phrase, lang);
    let mark = match MadeUp::of(plan.forms.iter()) {
        MadeUp::None => None,
        MadeUp::Some(_) | MadeUp::All => Some(word(Tell::MadeUpMark)),
    };
    let day = long_day(reminding.day, lang);
    let period = &wording::period(reminding.period, lang);
    // The symbol of the plan behind its kind: which office writes the letter is not known.
    let symbol = plan.head.number.split_once('/').and_then(|(_, symbol)| symbol.strip_prefix("KH-"));
    let room = "\u{a0}".repeat(10);
    let number = &symbol.map_or_else(|| room.clone(), |symbol| format!("{room}/{symbol}"));
    Block::Letterhead(Box::new(Letterhead {
        rule: Rule::on(reminding.day),
        day: reminding.day,
        parent: plan.head.parent.as_deref().map_or_else(String::new, str::to_uppercase),
        agency: plan.head.agency.to_uppercase(),
        state: word(Tell::State),
        motto: word(Tell::Motto),
        number: urge(Urge::Number { number }, lang),
        dated: plan.head.place_of_issue.as_deref().map_or_else(|| day.clone(), |place| format!("{place}, {day}")),
        kind: String::new(),
        subject: urge(Urge::Subject { number: &plan.head.number, period }, lang),
        to: urge(Urge::To { unit: &plan.unit(debts.unit).name }, lang),
        mark,
    }))
}

/// Makes the foot.
pub(super) fn signature(reminding: Reminding<'_>) -> Block {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let signer = plan.report.signer.as_ref().or(plan.head.signer.as_ref());
    let monitor = plan.head.monitor.as_ref().map(|own| plan.unit(own.unit).name.clone());
    let mut list = vec![urge(Urge::AsAbove, lang)];
    list.extend(monitor);
    let kept = tell(Tell::KeptAt, lang);
    let lines = list.iter().map(|line| format!("- {line};")).chain([format!("- {kept}.")]);
    Block::Signature(Signature {
        to: tell(Tell::RecipientsHead, lang),
        recipients: lines.collect(),
        office: signer.and_then(|own| own.title.as_deref()).map_or_else(String::new, str::to_uppercase),
        name: signer.map_or_else(String::new, |own| own.name.clone()),
    })
}
