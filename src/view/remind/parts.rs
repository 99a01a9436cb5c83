//! The head and the foot of a letter.

use super::debts::{Debts, Reminding};
use crate::model::UnitId;
use crate::text::{self, Say, Tell, Urge, long_day, tell, urge};
use crate::view::status::Judged;
use crate::view::wording::{self, MadeUp};
use crate::view::{Block, Letterhead, Rule, Shown, Signature, Tone};

/// Makes the head.
pub(super) fn head(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Block {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let word = |phrase: Tell<'_>| tell(phrase, lang);
    let mark = match MadeUp::of(plan.forms.iter()) {
        MadeUp::None => None,
        MadeUp::Some(_) => Some(urge(Urge::MadeUpMarkSome, lang)),
        MadeUp::All => Some(word(Tell::MadeUpMark)),
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
        to: urge(Urge::To { unit: wording::bare(&plan.unit(debts.unit).name) }, lang),
        mark,
    }))
}

/// Says what must be known of every figure.
pub(super) fn notes(judged: Judged<'_>) -> Vec<Block> {
    let lang = judged.lang;
    let mut blocks: Vec<Block> =
        wording::made_up(judged.plan.forms.iter(), lang).map(Block::Note).into_iter().collect();
    if judged.incomplete {
        blocks.push(Block::Note(Shown::toned(text::say(Say::BadRowsLeftOut, lang), Tone::Bad)));
    }
    if judged.warnings > 0 {
        let said = Tell::WarningsStand { count: &wording::count(judged.warnings, lang) };
        blocks.push(Block::Note(Shown::toned(tell(said, lang), Tone::Warn)));
    }
    blocks
}

/// Returns the unit that watches over the plan, unless the letter goes to it.
pub(super) fn monitor(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Option<UnitId> {
    let monitor = reminding.judged.plan.head.monitor.as_ref()?;
    (monitor.unit != debts.unit).then_some(monitor.unit)
}

/// Makes the foot.
pub(super) fn signature(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Block {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let signer = plan.report.signer.as_ref().or(plan.head.signer.as_ref());
    let monitor = monitor(reminding, debts).map(|own| wording::bare(&plan.unit(own).name).to_owned());
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
