//! From text to a tree of values, with every mistake in the form of TOML found in one pass.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::fault::Faults;
use super::lines::Lines;
use super::repair::{self, Repair};
use super::{Entry, Node, TableNode, Value};
use crate::diag::{Diagnostic, SourceId};
use crate::syntax::cell;
use crate::text::{Finding, TomlFault};

/// Reads a text as TOML, keeping what is right around the mistakes.
///
/// Values and keys that a finding is about are [`Value::Invalid`] or left out, so that nobody reports them again.
pub fn parse(source: SourceId, text: &str) -> (TableNode, Vec<Diagnostic>) {
    let lines = Lines::new(source, text);
    let (mut root, mut errors) = DeTable::parse_recoverable(text);
    let mut repair = Repair::default();
    if !errors.is_empty() {
        repair = repair::repair(text);
        (root, errors) = DeTable::parse_recoverable(&repair.text);
    }
    let faults = Faults::new(text, &lines, &repair, &errors);
    let mut found = faults.diagnostics();
    let mut tree = Tree { text, lines: &lines, faults: &faults, found: &mut found };
    let mut root = tree.table(root.get_ref(), 0..0);
    root.damaged |= faults.damage_headers();
    found.sort_by_key(|diagnostic| diagnostic.place);
    (root, found)
}

struct Tree<'a> {
    text: &'a str,
    lines: &'a Lines,
    faults: &'a Faults<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl Tree<'_> {
    fn table(&mut self, table: &DeTable<'_>, span: Range<usize>) -> TableNode {
        // The library keeps keys in alphabetical order.
        let mut pairs: Vec<_> = table.iter().collect();
        pairs.sort_by_key(|(key, _)| key.span().start);
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            if self.faults.in_key(&key.span()) {
                continue;
            }
            let name = key.get_ref().to_string();
            let node = self.node(&name, value);
            entries.push(Entry { key: name, key_place: self.lines.place(key.span()), node });
        }
        let damaged = self.faults.damage(&self.section(&span));
        TableNode { place: self.lines.place(span), entries, damaged }
    }

    /// Returns the bytes in which the keys of a table stand: an inline table itself, or all from a header to the next.
    fn section(&self, span: &Range<usize>) -> Range<usize> {
        let inline = self.text.get(span.clone()).is_some_and(|written| written.starts_with('{'));
        if inline { span.clone() } else { repair::section(self.text, span.clone()) }
    }

    fn node(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Node {
        let span = value.span();
        let place = self.lines.place(span.clone());
        let value = match value.get_ref() {
            _ if self.faults.touch(&span) => Value::Invalid,
            DeValue::Table(table) => Value::Table(self.table(table, span)),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.node(key, item)).collect()),
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Boolean(value) => Value::Boolean(*value),
            DeValue::Integer(digits) => self.integer(key, digits, span),
            DeValue::Float(digits) => self.float(key, digits.as_str(), span),
            DeValue::Datetime(day) => self.day(day, span),
        };
        Node { value, place }
    }

    fn integer(&mut self, key: &str, digits: &DeInteger<'_>, span: Range<usize>) -> Value {
        if let Ok(value) = i64::from_str_radix(digits.as_str(), digits.radix()) {
            return Value::Integer { value, text: value.to_string() };
        }
        let value = self.written(&span);
        // `0x` without digits, or digits of another script, which the parser lets pass.
        if digits.as_str().is_empty()
            || !digits.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b"+-_".contains(&b))
        {
            return self.report(Finding::TomlSyntax { fault: TomlFault::NumberShape, text: value }, span);
        }
        self.report(Finding::OutOfRange { key: key.to_owned(), value, low: i64::MIN, high: i64::MAX }, span)
    }

    fn float(&mut self, key: &str, digits: &str, span: Range<usize>) -> Value {
        if digits.contains(['n', 'N']) {
            return self.report(Finding::NotFinite { key: key.to_owned() }, span);
        }
        Value::Number { text: digits.trim_start_matches('+').to_owned() }
    }

    fn day(&mut self, day: &toml::value::Datetime, span: Range<usize>) -> Value {
        let (Some(_), None, None) = (day.date, day.time, day.offset) else {
            return Value::DateTime;
        };
        let text = self.written(&span);
        match cell::date(&text) {
            Ok(date) => Value::Date(date),
            Err(why) => self.report(Finding::BadDate { text, why }, span),
        }
    }

    fn written(&self, span: &Range<usize>) -> String {
        self.text.get(span.clone()).unwrap_or_default().to_owned()
    }

    fn report(&mut self, finding: Finding, span: Range<usize>) -> Value {
        self.found.push(Diagnostic::new(finding, self.lines.place(span)));
        Value::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> TableNode {
        let (root, found) = parse(SourceId(0), text);
        assert_eq!(found, [], "{text}");
        root
    }

    #[test]
    fn entries_keep_the_order_of_the_file() {
        let root = tree("z = 1\na = 2\n[m]\ny = 1\nb = 2\n[[k]]\n");
        let keys: Vec<_> = root.entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["z", "a", "m", "k"]);
        let keys: Vec<_> = root.table("m").unwrap().entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["y", "b"]);
    }

    #[test]
    fn places_are_those_of_headers_and_values() {
        let text = "\u{feff}[plan]\r\ntitle = \"Kế hoạch\"\r\n[[unit]]\r\n";
        let root = tree(text);
        let at = |place: crate::diag::Place| {
            &text[usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap()]
        };
        let plan = root.table("plan").unwrap();
        assert_eq!((at(plan.place), plan.place.line, plan.place.line_start), ("[plan]", 1, 3));
        let title = plan.text("title").unwrap();
        assert_eq!((at(title.place), title.place.line), ("\"Kế hoạch\"", 2));
        assert_eq!(at(plan.key_place("title").unwrap()), "title");
        let unit = root.tables("unit")[0];
        assert_eq!((at(unit.place), unit.place.line), ("[[unit]]", 3));
        assert_eq!((root.place.start, root.place.end, root.place.line), (3, 3, 1));
    }

    #[test]
    fn numbers_keep_their_digits() {
        let root = tree("a = 0xFF\nb = -1_0.5_0\nc = 0.10\nd = +7\n");
        assert_eq!(root.number("a").unwrap().value, "255");
        assert_eq!(root.number("b").unwrap().value, "-10.50");
        assert_eq!(root.number("c").unwrap().value, "0.10");
        assert_eq!(root.number("d").unwrap().value, "7");
    }

    #[test]
    fn values_that_cannot_be_are_found_once() {
        for (text, code) in [
            ("a = inf", "not-finite"),
            ("a = -nan", "not-finite"),
            ("a = 99999999999999999999", "out-of-range"),
            ("a = 0x8000000000000000", "out-of-range"),
            ("a = 0x", "toml-syntax"),
            ("a = 1_0\u{660}", "toml-syntax"),
            ("a = 2019-02-30", "bad-date"),
            ("a = 0019-02-03", "bad-date"),
            ("a = 2019-1-5", "bad-date"),
            ("a = 05/07/2019", "bad-date"),
        ] {
            let (root, found) = parse(SourceId(0), text);
            assert_eq!(found.iter().map(|one| one.code().name()).collect::<Vec<_>>(), [code], "{text}");
            assert_eq!(root.get("a").unwrap().value, Value::Invalid, "{text}");
        }
        assert_eq!(tree("a = 2019-01-01T00:00:00").get("a").unwrap().value, Value::DateTime);
        assert_eq!(tree("a = 10:00:00").get("a").unwrap().value, Value::DateTime);
    }
}
