//! What plan.toml says about counting from the register: `[register]`, and the measures that are counted.

use super::forms::id_of;
use super::plan::Loading;
use crate::diag::{Diagnostic, Spanned};
use crate::model::{ApologyBy, ApologyRule, Channel, Count, Counted, DayOff, Form, RegisterRules};
use crate::syntax::TableNode;
use crate::syntax::names::nearest;
use crate::text::{Finding, Related};

/// Reads `[register]`.
pub(super) fn rules(root: &TableNode) -> RegisterRules {
    let Some(table) = root.table("register") else { return RegisterRules::default() };
    let day_off = match table.text("receipt-on-day-off") {
        Some(word) if word.value == "next-working-day" => DayOff::NextWorkingDay,
        Some(_) | None => DayOff::SameDay,
    };
    let apology = table.table("apology").map(|rule| ApologyRule {
        by: match rule.text("by") {
            Some(word) if word.value == ApologyBy::OnDue.word() => ApologyBy::OnDue,
            Some(_) | None => ApologyBy::BeforeDue,
        },
        new_dates: rule.integer("new-dates").and_then(|most| u8::try_from(most.value).ok()).unwrap_or(u8::MAX),
        place: rule.place,
    });
    RegisterRules { until: table.date("until").map(|day| day.value), day_off, apology }
}

/// Reads what a measure counts; in a form whose figures are counted its id may say so.
pub(super) fn counted(table: &TableNode, is_counted: bool, loading: &mut Loading<'_>) -> Option<Counted> {
    let is_entered = table.boolean("entered").is_some_and(|entered| entered.value);
    let (word, place) = match table.text("count") {
        Some(word) => (word.value, word.place),
        None if is_counted && !is_entered => {
            let id = id_of(table);
            if Count::from_word(&id.value).is_none() {
                loading.found.push(uncounted(id));
                return None;
            }
            (id.value, id.place)
        }
        None => return None,
    };
    let text = |key: &str| table.text(key).map(|text| text.value);
    let level = table.integer("level-at-least").and_then(|level| u8::try_from(level.value).ok());
    Some(Counted {
        // That the word is none has been reported.
        count: Count::from_word(&word)?,
        channel: text("channel").and_then(|word| Channel::from_word(&word)),
        level_at_least: level,
        procedures: table.texts("procedures").into_iter().map(|code| code.value).collect(),
        place,
    })
}

fn uncounted(id: Spanned<String>) -> Diagnostic {
    let near = nearest(&id.value, Count::WORDS.iter().copied());
    Diagnostic::new(Finding::MeasureNotCounted { measure: id.value, near }, id.place)
}

/// Reports counts that do not fit their measure, or that ask for a rule that is not there.
pub(super) fn check(forms: &[Form], rules: &RegisterRules, found: &mut Vec<Diagnostic>) {
    for measure in forms.iter().flat_map(|form| &form.measures) {
        let Some(counted) = &measure.counted else { continue };
        let count = counted.count.word().to_owned();
        if counted.count.kind() != measure.kind || measure.decimals > 0 {
            let finding = Finding::CountKind { count: count.clone(), kind: counted.count.kind().word() };
            let own = Diagnostic::new(finding, counted.place);
            // Where the id itself says what is counted there is but one place.
            let is_apart = counted.place != measure.id.place;
            found.push(if is_apart { own.with(measure.id.place, Related::DeclaredHere) } else { own });
        }
        if counted.count.needs_rule() && rules.apology.is_none() {
            found.push(Diagnostic::new(Finding::CountWithoutRule { count }, counted.place));
        }
    }
}
