//! Whether the keys and values of plan.toml have the shape that the table of keys asks for.
//!
//! What ids refer to, and what values mean together, is for `load/`.

use super::keys::{Choice, Key, Kind, TableSpec};
use super::names::{fold, nearest};
use super::{Entry, Node, TableNode, Value, loose};
use crate::diag::{Diagnostic, Place};
use crate::text::{Allowed, Finding, Related, TypeName};

/// Checks a table and all within it, and reports everything that is wrong.
pub fn check(root: &TableNode, spec: &TableSpec, found: &mut Vec<Diagnostic>) {
    Checker { found, looked_for: 0 }.table(root, spec);
}

/// For how many unknown keys the nearest one is looked for.
const LOOKED_FOR: usize = 100;

struct Checker<'a> {
    found: &'a mut Vec<Diagnostic>,
    looked_for: usize,
}

impl Checker<'_> {
    fn report(&mut self, finding: Finding, place: Place) {
        self.found.push(Diagnostic::new(finding, place));
    }

    fn table(&mut self, table: &TableNode, spec: &TableSpec) {
        let mut offered = Vec::new();
        for entry in &table.entries {
            match spec.key(&entry.key) {
                Some(key) => self.value(&entry.node, key, key.kind),
                None => offered.extend(self.unknown(entry, table, spec)),
            }
        }
        // What is missing may stand on a line that could not be read.
        if table.damaged {
            return;
        }
        // A key that a misspelt one is probably meant for has been offered there.
        let is_offered = |name: &str| offered.iter().any(|own| own == name);
        let lacks = |key: &&Key| key.required && table.get(key.name).is_none() && !is_offered(key.name);
        for key in spec.keys.iter().filter(lacks) {
            let finding =
                Finding::MissingKey { key: key.name.to_owned(), table: spec.name.to_owned(), is_comment: false };
            self.report(finding, table.place);
        }
        if !spec.one_of.iter().flat_map(|way| way.iter()).any(|name| is_offered(name)) {
            self.alternatives(table, spec);
        }
    }

    /// Reports an unknown key, and returns the one that was probably meant.
    fn unknown(&mut self, entry: &Entry, table: &TableNode, spec: &TableSpec) -> Option<String> {
        // A key that is there already cannot be the one that was meant. A plan with more unknown keys has another fault.
        self.looked_for += 1;
        let free = || spec.keys.iter().map(|key| key.name).filter(|name| table.get(name).is_none());
        let near = (self.looked_for <= LOOKED_FOR).then(|| nearest(&entry.key, free())).flatten();
        let finding = Finding::UnknownKey {
            key: entry.key.clone(),
            table: spec.name.to_owned(),
            near: near.clone(),
            known: free().collect(),
        };
        self.report(finding, entry.key_place);
        near
    }

    fn alternatives(&mut self, table: &TableNode, spec: &TableSpec) {
        if spec.one_of.is_empty() {
            return;
        }
        let used: Vec<_> = spec.one_of.iter().filter(|way| way.iter().any(|key| table.get(key).is_some())).collect();
        let name = || spec.name.to_owned();
        match used[..] {
            [] => {
                let keys = spec.one_of.iter().map(|way| way.join(", ")).collect();
                self.report(Finding::MissingOneOf { keys, table: name() }, table.place);
            }
            [way] => {
                for key in way.iter().filter(|key| table.get(key).is_none()) {
                    self.report(
                        Finding::MissingKey { key: (*key).to_owned(), table: name(), is_comment: false },
                        table.place,
                    );
                }
            }
            [_, second, ..] => {
                let keys = used.iter().map(|way| way.join(", ")).collect();
                let place = second.iter().find_map(|key| table.key_place(key)).unwrap_or(table.place);
                self.report(Finding::ConflictingKeys { keys, table: name() }, place);
            }
        }
    }

    fn value(&mut self, node: &Node, key: &Key, kind: Kind) {
        match (kind, &node.value) {
            (_, Value::Invalid)
            | (Kind::Number, Value::Integer { .. } | Value::Number { .. })
            | (Kind::Boolean, Value::Boolean(_))
            | (Kind::Date, Value::Date(_)) => {}
            (Kind::Text | Kind::Ref(_), Value::Text(text)) => {
                self.not_empty(text, node, key);
            }
            (Kind::Id, Value::Text(text)) => self.id(text, node, key),
            (Kind::Word(words) | Kind::WordOrTable(words, _), Value::Text(text)) => {
                self.word(text, words, node, key);
            }
            (Kind::RefsOrWord(_, word), Value::Text(text)) => self.word(text, &[word], node, key),
            (Kind::MonthDay, Value::Text(text)) => {
                if !is_month_day(text) {
                    self.report(Finding::BadMonthDay { text: text.clone() }, node.place);
                }
            }
            (Kind::Period, Value::Text(text)) => {
                if !is_period(text) {
                    self.report(Finding::PlanPeriod { text: text.clone(), near: loose::period(text) }, node.place);
                }
            }
            // A year alone is easily written without quotes.
            (Kind::Period, Value::Integer { text, .. }) if is_period(text) => {
                self.wrong_type(node, key, TypeName::Text);
            }
            (Kind::Integer(low, high), Value::Integer { value, text }) => {
                if !(low..=high).contains(value) {
                    let finding = Finding::OutOfRange { key: key.name.to_owned(), value: text.clone(), low, high };
                    self.report(finding, node.place);
                }
            }
            (Kind::Table(spec) | Kind::WordOrTable(_, spec), Value::Table(table)) => {
                self.table(table, spec);
            }
            (Kind::Each(names, spec), Value::Table(table)) => self.each(table, key, names, spec),
            (
                Kind::Texts
                | Kind::Refs(_)
                | Kind::RefsOrWord(..)
                | Kind::Range
                | Kind::Dates
                | Kind::Tables(_)
                | Kind::TextsOrTables(_),
                Value::List(items),
            ) => self.list(items, node, key, kind),
            (_, _) => self.wrong_type(node, key, kind.type_name()),
        }
    }

    fn each(&mut self, table: &TableNode, key: &Key, names: &[&'static str], spec: &TableSpec) {
        for entry in &table.entries {
            if !names.contains(&entry.key.as_str()) {
                let near = nearest(&entry.key, names.iter().copied());
                let finding = Finding::UnknownKey {
                    key: entry.key.clone(),
                    table: format!("[{}]", key.name),
                    near,
                    known: names.to_vec(),
                };
                self.report(finding, entry.key_place);
            }
            match &entry.node.value {
                Value::Table(inner) => self.table(inner, spec),
                Value::Invalid => {}
                other => {
                    if let Some(found) = other.type_name() {
                        let finding = Finding::WrongType {
                            key: entry.key.clone(),
                            expected: TypeName::Table,
                            found,
                            example: None,
                        };
                        self.report(finding, entry.node.place);
                    }
                }
            }
        }
    }

    fn list(&mut self, items: &[Node], node: &Node, key: &Key, kind: Kind) {
        if let Kind::Range = kind {
            if items.len() != 2 {
                let finding = Finding::ListLength { key: key.name.to_owned(), expected: 2, found: items.len() };
                self.report(finding, node.place);
            }
        } else if items.is_empty() && key.required {
            self.report(Finding::EmptyList { key: key.name.to_owned() }, node.place);
        }
        for item in items {
            self.item(item, key, kind);
        }
        if let Kind::Refs(_) | Kind::RefsOrWord(..) = kind {
            self.repeated(items, key);
        }
    }

    /// Reports ids that stand twice in a list: a measure in a sum would be counted twice.
    fn repeated(&mut self, items: &[Node], key: &Key) {
        for (at, item) in items.iter().enumerate() {
            let Value::Text(id) = &item.value else { continue };
            let is_same = |other: &&Node| matches!(&other.value, Value::Text(other) if other == id);
            if let Some(first) = items[..at].iter().find(is_same) {
                let finding = Finding::RepeatedId { id: id.clone(), key: key.name.to_owned() };
                self.found.push(Diagnostic::new(finding, item.place).with(first.place, Related::FirstHere));
            }
        }
    }

    fn item(&mut self, item: &Node, key: &Key, kind: Kind) {
        match (kind, &item.value) {
            (Kind::Range, _) => self.value(item, key, Kind::Number),
            (Kind::Dates, _) => self.value(item, key, Kind::Date),
            (Kind::Tables(spec) | Kind::TextsOrTables(spec), Value::Table(table)) => {
                self.table(table, spec);
            }
            (Kind::Tables(_), Value::Invalid) => {}
            (Kind::Tables(_), _) => self.wrong_type(item, key, TypeName::Table),
            (Kind::TextsOrTables(_), Value::Text(_) | Value::Invalid)
            | (Kind::Texts | Kind::Refs(_) | Kind::RefsOrWord(..), _) => {
                self.value(item, key, Kind::Text);
            }
            (Kind::TextsOrTables(_), _) => self.wrong_type(item, key, TypeName::TextOrTable),
            (
                Kind::Text
                | Kind::Id
                | Kind::Ref(_)
                | Kind::Integer(..)
                | Kind::Number
                | Kind::Boolean
                | Kind::Date
                | Kind::MonthDay
                | Kind::Period
                | Kind::Word(_)
                | Kind::Table(_)
                | Kind::Each(..)
                | Kind::WordOrTable(..),
                _,
            ) => self.wrong_type(item, key, kind.type_name()),
        }
    }

    fn wrong_type(&mut self, node: &Node, key: &Key, expected: TypeName) {
        if let Some(found) = node.value.type_name() {
            let example = in_table(node, key.kind);
            self.report(Finding::WrongType { key: key.name.to_owned(), expected, found, example }, node.place);
        }
    }

    fn not_empty(&mut self, text: &str, node: &Node, key: &Key) -> bool {
        // What nobody sees is no text.
        let empty = fold(text).is_empty();
        if empty {
            self.report(Finding::EmptyText { key: key.name.to_owned() }, node.place);
        }
        !empty
    }

    fn id(&mut self, text: &str, node: &Node, key: &Key) {
        if self.not_empty(text, node, key) && !is_id(text) {
            self.report(Finding::BadId { id: text.to_owned() }, node.place);
        }
    }

    fn word(&mut self, text: &str, words: &[&'static str], node: &Node, key: &Key) {
        if words.contains(&text) {
            return;
        }
        let allowed: Vec<Allowed> = words.iter().map(|word| allowed(word, key.choices)).collect();
        // The meaning, written for the word, is no guess.
        let is_meant = |own: &&Allowed| [own.vi, own.en].iter().any(|meaning| fold(meaning) == fold(text));
        let meant = allowed.iter().find(is_meant).map(|own| own.word.to_owned());
        let near = meant.or_else(|| nearest(text, words.iter().copied()));
        let finding = Finding::NotOneOf { key: key.name.to_owned(), value: text.to_owned(), allowed, near };
        self.report(finding, node.place);
    }
}

/// Returns a word with its meaning.
fn allowed(word: &'static str, choices: &[Choice]) -> Allowed {
    let (vi, en) = choices.iter().find(|own| own.word == word).map_or(("", ""), |own| (own.vi, own.en));
    Allowed { word, vi, en }
}

/// Writes a value where a table is wanted as the first of the table's keys that could have it: `{ by = 2026-06-30 }`.
fn in_table(node: &Node, kind: Kind) -> Option<String> {
    let (Kind::Table(spec) | Kind::WordOrTable(_, spec)) = kind else { return None };
    let (wanted, written) = match &node.value {
        Value::Date(day) => (TypeName::Date, day.to_string()),
        Value::Integer { text, .. } => (TypeName::Integer, text.clone()),
        _ => return None,
    };
    let key = spec.keys.iter().find(|key| key.kind.type_name() == wanted)?;
    Some(format!("{{ {} = {written} }}", key.name))
}

/// Says whether a text has the shape of an id: lower-case ASCII letters, digits, and hyphens between them.
pub fn is_id(text: &str) -> bool {
    text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Says whether a text is a day of every year, `12-31`. The 29th of February is in some years only.
fn is_month_day(text: &str) -> bool {
    super::cell::date(&format!("2019-{text}")).is_ok()
}

/// Says whether a text has the shape of a period.
fn is_period(text: &str) -> bool {
    let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
    let year_fits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let rest_fits = rest.is_none_or(|rest| match rest.as_bytes() {
        [b'Q', b'1'..=b'4'] | [b'H', b'1'..=b'2'] | [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2'] | [b'9', b'M'] => true,
        [..] => false,
    });
    year_fits && rest_fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceId;
    use crate::syntax::keys::ROOT;
    use crate::syntax::parse;

    /// Returns `code: what the caret stands under` for each finding.
    fn found(text: &str) -> Vec<String> {
        let (root, mut found) = parse(SourceId(0), text);
        check(&root, &ROOT, &mut found);
        let shown = found.iter().map(|one| {
            let place = one.place.unwrap();
            let span = usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap();
            format!("{}: {}", one.code().name(), &text[span])
        });
        shown.collect()
    }

    const PLAN: &str = "[plan]\nnumber = \"1\"\nagency = \"a\"\ntitle = \"t\"\nissued = 2019-01-05\nyear = 2019\n";

    fn after_plan(text: &str) -> Vec<String> {
        found(&format!("{PLAN}{text}"))
    }

    #[test]
    fn a_plan_with_every_kind_of_key_is_right() {
        let text = "\
            updates = { every = \"quarter\", due = { working-days = 5 } }\nbasis = []\n\
            [calendar]\ndays-off = [2019-01-01]\n\
            [[unit]]\nid = \"u-1\"\nname = \"U\"\nexcused = [{ period = \"2019-Q3\", reason = \"r\" }]\n\
            [[form]]\nid = \"f\"\ntitle = \"F\"\nevery = \"month\"\nprovenance = \"made-up\"\nunits = \"all\"\n\
            measures = [{ id = \"m\", name = \"M\", kind = \"flow\", decimals = 2, fixed = true }]\n\
            [[task]]\nno = 1\ntitle = \"T\"\nlead = [\"u-1\"]\nschedule = { every = \"12-31\" }\n\
            deliverables = [\"A\", { name = \"B\", numbered = false, any-of = [\"C\"] }]\n\
            targets = [{ indicator = \"i\", between = [1, 2.5], over = \"period\" }]\n\
            [[task]]\nno = 2\ntitle = \"T\"\nlead = [\"u-1\"]\nschedule = \"on-event\"\n";
        assert_eq!(after_plan(text), Vec::<String>::new());
    }

    #[test]
    fn missing_keys_are_told_at_the_header() {
        let all = found("[plan]\n[[unit]]\nname = \"a\"\n");
        let plan = ["missing-key: [plan]"; 4];
        assert_eq!(all[..4], plan);
        assert_eq!(all[4..], ["missing-one-of: [plan]", "missing-key: [[unit]]"]);
        assert_eq!(found(""), ["missing-key: "]);
    }

    #[test]
    fn unknown_keys_offer_one_that_is_free() {
        let text = format!("{PLAN}titel = \"x\"\nisued = 2019-01-05\npurpose = []\nzzz = 1\n");
        let (root, mut found) = parse(SourceId(0), &text);
        check(&root, &ROOT, &mut found);
        let near: Vec<_> = found
            .iter()
            .map(|one| match &one.finding {
                Finding::UnknownKey { near, .. } => near.as_deref(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(near, [None, None, Some("purposes"), None]);
    }

    #[test]
    fn alternatives_exclude_each_other() {
        assert_eq!(after_plan("from = 2018\n"), ["conflicting-keys: from"]);
        let text = PLAN.replace("year = 2019", "from = 2019");
        assert_eq!(found(&text), ["missing-key: [plan]"]);
        let both = "updates = { every = \"month\", due = { days = 1, working-days = 2 } }\n";
        assert_eq!(after_plan(both), ["conflicting-keys: days"]);
        let none = "updates = { every = \"month\", due = {} }\n";
        assert_eq!(after_plan(none), ["missing-one-of: {}"]);
    }

    #[test]
    fn wrong_values_are_all_told() {
        let unit = |line: &str| after_plan(&format!("[[unit]]\nid = \"u\"\nname = \"n\"\n{line}\n"));
        assert_eq!(unit("from = \"2019\""), ["wrong-type: \"2019\""]);
        assert_eq!(unit("aliases = \"x\""), ["wrong-type: \"x\""]);
        assert_eq!(unit("aliases = [\"x\", 1, \" \"]"), ["wrong-type: 1", "empty-text: \" \""]);
        assert_eq!(unit("parent = []"), ["wrong-type: []"]);
        assert_eq!(unit("excused = [{ period = \"2019-13\", reason = \"r\" }]"), ["plan-period: \"2019-13\""]);
        assert_eq!(unit("excused = [{ period = 2019, reason = \"r\" }]"), ["wrong-type: 2019"]);
        assert_eq!(unit("excused = [1]"), ["wrong-type: 1"]);
        assert_eq!(after_plan("window = \"15-15\"\n"), ["not-one-of: \"15-15\""]);
        assert_eq!(after_plan("unit = 1\n"), ["unknown-key: unit"]);
        assert_eq!(after_plan("[unit]\nid = \"u\"\n"), ["wrong-type: [unit]"]);
        let year = PLAN.replace("year = 2019", "year = 19");
        assert_eq!(found(&year), ["out-of-range: 19"]);
    }

    #[test]
    fn values_of_a_task_are_checked() {
        let task = |line: &str| {
            let lead = if line.starts_with("lead") { "" } else { "lead = [\"u\"]\n" };
            let when = if line.starts_with("schedule") { "" } else { "schedule = \"continuous\"\n" };
            after_plan(&format!("[[task]]\nno = 1\ntitle = \"t\"\n{lead}{when}{line}\n"))
        };
        assert_eq!(task("lead = []"), ["empty-list: []"]);
        assert_eq!(task("support = []"), Vec::<String>::new());
        assert_eq!(task("schedule = \"monthly\""), ["not-one-of: \"monthly\""]);
        assert_eq!(task("schedule = 2019-12-31"), ["wrong-type: 2019-12-31"]);
        assert_eq!(task("schedule = { every = \"31-12\" }"), ["bad-month-day: \"31-12\""]);
        assert_eq!(task("deliverables = [1]"), ["wrong-type: 1"]);
        let target = |text: &str| task(&format!("targets = [{{ indicator = \"i\", {text} }}]"));
        assert_eq!(target("between = [95,5, 99]"), ["list-length: [95,5, 99]"]);
        assert_eq!(target("between = [\"a\", 1]"), ["wrong-type: \"a\""]);
        assert_eq!(target("at-least = \"90\""), ["wrong-type: \"90\""]);
        assert_eq!(target("at-least = 90, each_unit = true"), ["unknown-key: each_unit"]);
    }

    #[test]
    fn ids_have_a_shape() {
        for id in ["a", "mot-cua", "2a", "a-1-b"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "-a", "a-", "a--b", "Một", "A", "a_b", "a b", "a.b"] {
            assert!(!is_id(id), "{id}");
        }
        let text = "[[unit]]\nid = \"Mot cua\"\nname = \"n\"\n";
        assert_eq!(after_plan(text), ["bad-id: \"Mot cua\""]);
    }

    #[test]
    fn mistakes_of_form_are_not_told_twice() {
        assert_eq!(after_plan("language = vi\n"), ["toml-syntax: vi"]);
        assert_eq!(after_plan("tên = 1\n"), ["toml-bare-key: tên"]);
        let issued = PLAN.replace("2019-01-05", "2019-02-30");
        assert_eq!(found(&issued), ["bad-date: 2019-02-30"]);
    }
}
