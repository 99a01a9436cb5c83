//! Which measure a head names, and which it only may: names that are alike are for the user to confirm.

use super::head::BETWEEN;
use crate::model::Measure;
use crate::syntax::names::{fold, nearest_folded};

/// Finds the one measure that a head names, all of it.
pub(super) fn meant(head: &str, measures: &[Measure]) -> Option<u16> {
    let folded = fold(head);
    only((0..measures.len()).filter(|at| fold(&measures[*at].name) == folded || measures[*at].id.value == head))
}

/// Finds a measure with a like name: by the number of the column that both print, by the words of the head, by its letters.
pub(super) fn alike(head: &str, number: &str, measures: &[Measure]) -> Option<u16> {
    let found = closest(head, number, measures)?;
    let name = &measures[usize::from(found)].name;
    (!says_other(head, name)).then_some(found)
}

fn closest(head: &str, number: &str, measures: &[Measure]) -> Option<u16> {
    let all = || 0..measures.len();
    let number = number.split('=').next().unwrap_or_default().trim().trim_matches(['(', ')']);
    let ending = format!("({number})");
    let by_number = only(all().filter(|at| !number.is_empty() && measures[*at].name.ends_with(&ending)));
    let last = fold(head.rsplit(BETWEEN).next().unwrap_or(head));
    let by_last = || only(all().filter(|at| fold(&measures[*at].name) == last));
    let own = words(head);
    if own.is_empty() {
        return None;
    }
    let shared = |at: usize| {
        let name = words(&measures[at].name);
        let both = in_both(&own, &name);
        // In hundredths of all the words of both.
        both * 100 / (own.len() + name.len() - both).max(1)
    };
    let most = all().map(shared).max().unwrap_or_default();
    let first = || only(all().filter(|at| most >= 60 && shared(*at) == most));
    // One says all that the other says.
    let is_part = |at: &usize| {
        let name = words(&measures[*at].name);
        let both = in_both(&own, &name);
        !name.is_empty() && (both == name.len() || both == own.len())
    };
    let by_letters = || {
        let names: Vec<(String, String)> = measures.iter().map(|own| (own.id.value.clone(), fold(&own.name))).collect();
        let id = nearest_folded(head, &names)?;
        only(all().filter(|at| measures[*at].id.value == id))
    };
    by_number.or_else(by_last).or_else(first).or_else(|| only(all().filter(is_part))).or_else(by_letters)
}

fn only(mut found: impl Iterator<Item = usize>) -> Option<u16> {
    let first = found.next()?;
    if found.next().is_some() { None } else { u16::try_from(first).ok() }
}

/// Words that make another figure of a measure: of another time, planned, worked out.
const OTHER: [&str; 17] = [
    "cùng kỳ",
    "kỳ trước",
    "năm trước",
    "tháng trước",
    "lũy kế",
    "luỹ kế",
    "kế hoạch",
    "mức giao",
    "tỷ lệ",
    "tỉ lệ",
    "dự kiến",
    "ước",
    "so sánh",
    "so với",
    "tăng",
    "giảm",
    "%",
];

/// Tells whether a head says of a measure what its name does not.
pub(super) fn says_other(head: &str, name: &str) -> bool {
    let (head, name) = (fold(head), fold(name));
    let has = |text: &str, word: &str| match word {
        "%" => text.contains('%'),
        word => format!(" {text} ").contains(&format!(" {word} ")),
    };
    OTHER.iter().any(|word| has(&head, word) && !has(&name, word))
}

/// Returns the words of a name, numbers of columns left out.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|own: char| !own.is_alphanumeric());
    words.filter(|word| word.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

/// Counts the words that two names share, one that stands twice in both of them twice.
fn in_both(one: &[String], other: &[String]) -> usize {
    let mut rest: Vec<&String> = other.iter().collect();
    let has = |word: &&String| rest.iter().position(|own| own == word).map(|at| rest.swap_remove(at)).is_some();
    one.iter().filter(has).count()
}
