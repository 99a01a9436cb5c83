//! How the columns of a form's figures are headed on paper, and what is said of how they were summed.

use crate::eval::mixed_parts;
use crate::model::{Form, Identity, MeasureKind};
use crate::text::{Lang, Tell, quoted, tell};
use crate::view::PaperHead;
use crate::view::wording::capital;

/// The names of a form's measures as they stand over columns, and the columns' numbers.
struct Names<'a> {
    titles: Vec<&'a str>,
    /// As in the names; none unless every name ends with one.
    numbers: Option<Vec<&'a str>>,
}

impl<'a> Names<'a> {
    fn of(form: &'a Form) -> Self {
        let parted: Option<Vec<(&str, &str)>> = form.measures.iter().map(|own| parted(&own.name)).collect();
        match parted {
            Some(parted) => {
                let (titles, numbers) = parted.into_iter().unzip();
                Self { titles, numbers: Some(numbers) }
            }
            None => Self { titles: form.measures.iter().map(|own| own.name.as_str()).collect(), numbers: None },
        }
    }

    /// Returns the number of a column: that of the printed form, or one counted from the unit's column on.
    fn number(&self, column: usize) -> String {
        match &self.numbers {
            Some(numbers) => numbers[column].to_owned(),
            None => format!("({})", column + 2),
        }
    }
}

/// Parts a name from the column's number that it ends with, such as `(10a)`; none if it does not.
fn parted(name: &str) -> Option<(&str, &str)> {
    let open = name.rfind('(').filter(|_| name.ends_with(')'))?;
    let inner = &name[open + 1..name.len() - 1];
    let is_number = inner.starts_with(|c: char| c.is_ascii_digit()) && inner.chars().count() <= 3;
    is_number.then(|| (name[..open].trim_end(), &name[open..]))
}

/// Heads the measures as a printed form does. A total and the parts that stand right behind it share a head: what the total is
/// called before the colon.
pub(super) fn heads(form: &Form, lang: Lang) -> Vec<PaperHead> {
    let names = Names::of(form);
    let head = |column: usize| PaperHead {
        group: String::new(),
        title: capital(names.titles[column]),
        number: names.number(column),
    };
    let mut heads: Vec<PaperHead> = (0..form.measures.len()).map(head).collect();
    for identity in form.identities.iter().filter(|own| is_run(own)) {
        let total = usize::from(identity.total);
        let run = &mut heads[total..=total + identity.parts.len()];
        // A column stands under one head.
        if run.iter().any(|head| !head.group.is_empty()) {
            continue;
        }
        let (group, own) = match names.titles[total].split_once(':') {
            Some((group, own)) => (group.trim().to_owned(), own.trim().to_owned()),
            None => (names.titles[total].to_owned(), tell(Tell::TotalHead, lang)),
        };
        for head in &mut *run {
            if let Some(rest) = head.title.strip_prefix(group.as_str()).and_then(|rest| rest.strip_prefix(':')) {
                head.title = capital(rest.trim());
            }
            head.group.clone_from(&group);
        }
        run[0].title = capital(&own);
    }
    heads
}

/// Tells whether the parts of a total stand right behind it, in order.
fn is_run(identity: &Identity) -> bool {
    let total = usize::from(identity.total);
    (total + 1..).zip(&identity.parts).all(|(at, part)| at == usize::from(*part))
}

/// Returns the number of the column of units, that of the printed form's first column; nothing where a measure has that number.
pub(super) fn number_of_units(form: &Form) -> &'static str {
    let first = "(1)";
    let is_taken = Names::of(form).numbers.is_some_and(|numbers| numbers.contains(&first));
    if is_taken { "" } else { first }
}

/// Names a column in a sentence: a printed number does; without one its title.
pub(super) fn called(form: &Form, column: usize, lang: Lang) -> String {
    let names = Names::of(form);
    match &names.numbers {
        Some(numbers) => numbers[column].to_owned(),
        None => quoted(names.titles[column], lang),
    }
}

/// Says how columns were summed over several periods that do not simply add up; nothing if all do.
pub(super) fn summed(form: &Form, lang: Lang) -> String {
    let called = |column: usize| called(form, column, lang);
    let mut said = Vec::new();
    for column in 0..form.measures.len() {
        if let Some(parts) = mixed_parts(form, column) {
            let parts: Vec<String> = parts.iter().map(|part| called(usize::from(*part))).collect();
            said.push(tell(Tell::SumOfParts { total: &called(column), parts: &parts.join(" + ") }, lang));
        }
    }
    let of = |kinds: &[MeasureKind]| {
        let is_own =
            |column: &usize| kinds.contains(&form.measures[*column].kind) && mixed_parts(form, *column).is_none();
        (0..form.measures.len()).filter(is_own).map(called).collect::<Vec<_>>().join(", ")
    };
    let first = of(&[MeasureKind::StockOpen]);
    let last = of(&[MeasureKind::Stock, MeasureKind::ToDate, MeasureKind::Level]);
    if !first.is_empty() {
        said.push(tell(Tell::FirstOf { columns: &first }, lang));
    }
    if !last.is_empty() {
        said.push(tell(Tell::LastOf { columns: &last }, lang));
    }
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_at_the_end_of_a_name_is_the_columns() {
        assert_eq!(parted("Đã giải quyết: quá hạn (10a)"), Some(("Đã giải quyết: quá hạn", "(10a)")));
        for name in ["Kế hoạch (2019)", "Tổng (chung)", "(3) Tổng", "Tổng ()", "Tổng"] {
            assert_eq!(parted(name), None, "{name}");
        }
    }
}
