//! The rule of a criterion, and the keys that belong to it.

use super::bounds::decimal;
use super::criteria::{Around, points, test};
use super::head::text_or_empty;
use super::plan::Loading;
use crate::diag::Diagnostic;
use crate::model::{Band, Cases, Decimal, Formula, IndicatorId, Item, Rule};
use crate::syntax::TableNode;
use crate::syntax::keys::RULES;
use crate::text::{CriteriaFault, Finding};

/// What is declared of a criterion.
pub(super) struct Declared<'a> {
    pub(super) table: &'a TableNode,
    pub(super) max: Option<Decimal>,
    pub(super) is_heading: bool,
}

/// The keys that only some rules have.
const OF_RULES: [&str; 13] = [
    "indicator",
    "bands",
    "floor",
    "cap",
    "at-least",
    "at-most",
    "between",
    "equals",
    "document",
    "items",
    "cases",
    "late-reports",
    "each",
];

/// The keys that a rule must have, and those that it may have.
fn keys(rule: &str) -> (&'static [&'static str], &'static [&'static str]) {
    const COUNTED: &[&str] = &["cases", "late-reports"];
    match rule {
        "bands" => (&["indicator", "bands"], &[]),
        "linear" => (&["indicator"], &["floor", "cap"]),
        "yes-no" => (&[], &["indicator", "document", "at-least", "at-most", "between", "equals"]),
        "items" => (&["items"], &[]),
        "per-case" | "deduction" => (&["each"], COUNTED),
        "trigger" => (&[], COUNTED),
        _ => (&[], &[]),
    }
}

/// Reads the rule of a criterion; none for a heading, or if it cannot be told.
pub(super) fn rule(own: &Declared<'_>, around: Around<'_>, loading: &mut Loading<'_>) -> Option<Rule> {
    let table = own.table;
    let Some(word) = table.text("rule") else {
        if !own.is_heading {
            let finding =
                Finding::MissingKey { key: "rule".into(), table: "[[index.criterion]]".into(), is_comment: false };
            loading.found.push(Diagnostic::new(finding, table.place));
        }
        if let Some(key) = OF_RULES.into_iter().find(|key| own.is_heading && table.get(key).is_some()) {
            misplaced(table, key, CriteriaFault::HeadingWith { key }, loading);
        }
        return None;
    };
    if own.is_heading {
        misplaced(table, "rule", CriteriaFault::HeadingWith { key: "rule" }, loading);
        return None;
    }
    // That the word is none has been reported.
    if !RULES.contains(&word.value.as_str()) {
        return None;
    }
    let before = loading.found.len();
    above_zero(table, "max", own.max, loading);
    let (must, may) = keys(&word.value);
    for key in OF_RULES.into_iter().filter(|key| table.get(key).is_some()) {
        if !must.contains(&key) && !may.contains(&key) {
            misplaced(table, key, CriteriaFault::NotOfRule { key, rule: word.value.clone() }, loading);
        }
    }
    let is_list = |key: &str| ["bands", "items", "cases", "late-reports"].contains(&key);
    let is_empty = |key: &str| is_list(key) && table.get(key).is_some_and(|list| list.items().is_empty());
    for &key in must.iter().chain(may).chain(&["max"]).filter(|key| is_empty(key) || is_lacking(table, must, key)) {
        let fault = CriteriaFault::RuleNeeds { key, rule: word.value.clone() };
        misplaced(table, "rule", fault, loading);
    }
    if loading.found.len() > before {
        return None;
    }
    let rule = of_word(&word.value, own, around, loading)?;
    (loading.found.len() == before).then_some(rule)
}

fn is_lacking(table: &TableNode, must: &[&str], key: &str) -> bool {
    (must.contains(&key) || key == "max") && table.get(key).is_none()
}

/// Reports a number that is zero or less.
fn above_zero(table: &TableNode, key: &'static str, number: Option<Decimal>, loading: &mut Loading<'_>) {
    if number.is_some_and(|number| number.mantissa() <= 0) {
        misplaced(table, key, CriteriaFault::NotAboveZero { key }, loading);
    }
}

fn misplaced(table: &TableNode, key: &str, fault: CriteriaFault, loading: &mut Loading<'_>) {
    let place = table.key_place(key).unwrap_or(table.place);
    loading.found.push(Diagnostic::new(Finding::Criteria { no: text_or_empty(table, "no"), fault }, place));
}

fn of_word(word: &str, own: &Declared<'_>, around: Around<'_>, loading: &mut Loading<'_>) -> Option<Rule> {
    let table = own.table;
    match word {
        "bands" => bands(own, loading),
        "linear" => linear(own, around, loading),
        "yes-no" => {
            if table.get("document").is_none() && table.get("indicator").is_none() {
                misplaced(table, "rule", CriteriaFault::RuleNeeds { key: "indicator", rule: word.to_owned() }, loading);
                return None;
            }
            test(table, "[[index.criterion]]", around, loading).map(Rule::YesNo)
        }
        "items" => items(own, around, loading),
        "manual" => Some(Rule::Manual),
        _ => {
            let cases = cases(table, word, loading)?;
            let each = points(table, "each", loading);
            above_zero(table, "each", each, loading);
            match word {
                "per-case" => Some(Rule::PerCase { cases, each: each? }),
                "deduction" => Some(Rule::Deduction { cases, each: each? }),
                _ => Some(Rule::Trigger(cases)),
            }
        }
    }
}

fn indicator(table: &TableNode, loading: &mut Loading<'_>) -> Option<IndicatorId> {
    table.text("indicator").and_then(|id| loading.names.indicator(&id, loading.found))
}

fn bands(own: &Declared<'_>, loading: &mut Loading<'_>) -> Option<Rule> {
    let indicator = indicator(own.table, loading);
    let tables = own.table.tables("bands");
    let falling = tables.first().is_some_and(|first| first.get("up-to").is_some());
    let key = if falling { "up-to" } else { "from" };
    let mut bands: Vec<Band> = Vec::new();
    for table in tables {
        // That a band says neither or both has been reported.
        let Some(number) = table.number(key) else {
            if let Some(other) = table.key_place(if falling { "from" } else { "up-to" }) {
                let fault = CriteriaFault::MixedBands;
                let finding = Finding::Criteria { no: text_or_empty(own.table, "no"), fault };
                loading.found.push(Diagnostic::new(finding, other));
            }
            continue;
        };
        let bound = decimal(key, &number.value, number.place, loading)?;
        let points = points(table, "points", loading)?;
        within_max(table, "points", points, own.max, loading);
        let worse = |before: &Band| {
            let (ahead, behind) = if falling { (bound, before.bound) } else { (before.bound, bound) };
            ahead.ratio() > behind.ratio() && before.points.ratio() > points.ratio()
        };
        if bands.last().is_some_and(|before| !worse(before)) {
            let fault = CriteriaFault::BandOrder;
            let finding = Finding::Criteria { no: text_or_empty(own.table, "no"), fault };
            loading.found.push(Diagnostic::new(finding, number.place));
        }
        bands.push(Band { bound, points });
    }
    Some(Rule::Bands { indicator: indicator?, bands, falling })
}

/// Reports points above the maximum of their criterion.
fn within_max(table: &TableNode, key: &str, points: Decimal, max: Option<Decimal>, loading: &mut Loading<'_>) {
    if let Some(max) = max.filter(|max| points.ratio() > max.ratio()) {
        let place = table.get(key).map_or(table.place, |own| own.place);
        let finding = Finding::PointsAboveMax { points: points.to_string(), max: max.to_string() };
        loading.found.push(Diagnostic::new(finding, place));
    }
}

fn linear(own: &Declared<'_>, around: Around<'_>, loading: &mut Loading<'_>) -> Option<Rule> {
    let table = own.table;
    let indicator = indicator(table, loading);
    let mut number = |key: &str| {
        let number = table.number(key)?;
        decimal(key, &number.value, number.place, loading)
    };
    let (floor, cap) = (number("floor"), number("cap"));
    let indicator = indicator?;
    let is_level =
        around.indicators.get(indicator.0 as usize).is_some_and(|own| matches!(own.formula, Formula::Level(_)));
    if table.get("cap").is_none() && is_level {
        misplaced(table, "rule", CriteriaFault::LevelNeedsCap, loading);
    }
    let cap = cap.unwrap_or(Decimal::whole(100));
    above_zero(table, "cap", Some(cap), loading);
    if floor.is_some_and(|floor| floor.ratio() > cap.ratio()) {
        misplaced(table, "floor", CriteriaFault::FloorAboveCap, loading);
    }
    Some(Rule::Linear { indicator, floor, cap })
}

fn items(own: &Declared<'_>, around: Around<'_>, loading: &mut Loading<'_>) -> Option<Rule> {
    let mut items = Vec::new();
    let mut sum = Decimal::whole(0);
    for table in own.table.tables("items") {
        let (points, test) = (points(table, "points", loading), test(table, "items", around, loading));
        let (Some(points), Some(test)) = (points, test) else { continue };
        sum = sum.checked_add(points)?;
        items.push(Item { name: text_or_empty(table, "name"), test, points });
    }
    within_max(own.table, "items", sum, own.max, loading);
    Some(Rule::Items(items))
}

fn cases(table: &TableNode, rule: &str, loading: &mut Loading<'_>) -> Option<Cases> {
    let keys = ["cases", "late-reports"];
    match keys.map(|key| table.get(key).is_some()) {
        [true, false] => {
            let list = table.texts("cases");
            let found: Vec<_> = list.iter().filter_map(|id| loading.names.measure(id, loading.found)).collect();
            Some(Cases::Measures(found))
        }
        [false, true] => {
            let list = table.texts("late-reports");
            Some(Cases::LateReports(list.iter().filter_map(|id| loading.names.form(id, loading.found)).collect()))
        }
        [true, true] => {
            let keys = keys.map(str::to_owned).to_vec();
            let place = table.key_place("late-reports").unwrap_or(table.place);
            let finding = Finding::ConflictingKeys { keys, table: "[[index.criterion]]".to_owned() };
            loading.found.push(Diagnostic::new(finding, place));
            None
        }
        [false, false] => {
            misplaced(table, "rule", CriteriaFault::RuleNeeds { key: "cases", rule: rule.to_owned() }, loading);
            None
        }
    }
}
