//! What is wrong with the form of plan.toml, one finding for each mistake of the writer.
//!
//! The parser goes on after a mistake and often stumbles over its remains; a line therefore gets one finding about its form.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use super::lines::Lines;
use crate::diag::Diagnostic;
use crate::syntax::cell;
use crate::text::{BadDate, Finding, TomlFault};

/// The mistakes that the parser met, in the order of the file.
pub(super) struct Faults<'a> {
    text: &'a str,
    lines: &'a Lines,
    list: Vec<Fault<'a>>,
}

struct Fault<'a> {
    message: &'a str,
    span: Range<usize>,
    /// Begin of the value that is not closed.
    opened: Option<usize>,
}

impl<'a> Faults<'a> {
    pub(super) fn new(
        text: &'a str,
        lines: &'a Lines,
        root: &DeTable<'_>,
        errors: &'a [Error],
    ) -> Self {
        let mut list: Vec<Fault<'a>> = errors
            .iter()
            .map(|error| {
                let span = error.span().unwrap_or_default();
                let opened = is_open(error.message())
                    .then(|| opening(root, &|value| ends_at(text, value, span.start)))
                    .flatten();
                Fault {
                    message: error.message(),
                    span,
                    opened,
                }
            })
            .collect();
        list.sort_by_key(|fault| fault.opened.unwrap_or(fault.span.start));
        // Whatever stands between an open bracket and where the parser gave up is not read as it was meant.
        let open: Vec<Range<usize>> = list
            .iter()
            .filter_map(|fault| Some(fault.opened?..fault.span.start))
            .collect();
        list.retain(|fault| {
            fault.opened.is_some() || !open.iter().any(|range| range.contains(&fault.span.start))
        });
        Self { text, lines, list }
    }

    /// Says whether a mistake is in a key.
    pub(super) fn in_key(&self, key: &Range<usize>) -> bool {
        key.is_empty()
            || self
                .list
                .iter()
                .any(|fault| is_bare_key(fault) && key.contains(&fault.span.start))
    }

    /// Says whether a mistake is in a value or right beside it.
    pub(super) fn touch(&self, value: &Range<usize>) -> bool {
        self.list.iter().any(|fault| {
            let start = fault.opened.unwrap_or(fault.span.start);
            start <= value.end && value.start <= fault.span.end && fault.message != "duplicate key"
        })
    }

    /// Words the mistakes as findings.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut told = None;
        for fault in &self.list {
            let line = self.lines.index(fault.opened.unwrap_or(fault.span.start));
            let (finding, span) = self.finding(fault, line);
            let of_form = !matches!(finding, Finding::TomlDuplicateKey { .. });
            if of_form && told == Some(line) {
                continue;
            }
            if of_form {
                told = Some(line);
            }
            found.push(Diagnostic::new(finding, self.lines.place(span)));
        }
        found
    }

    fn finding(&self, fault: &Fault<'_>, line: usize) -> (Finding, Range<usize>) {
        let span = fault.span.clone();
        let written = self.text.get(span.clone()).unwrap_or_default();
        if fault.message == "duplicate key" {
            let key = written.trim_matches(['"', '\'']).to_owned();
            return (Finding::TomlDuplicateKey { key }, span);
        }
        let row = self.lines.range(line);
        if let Some((fixed, span)) = self.decimal_comma(fault, row.clone()) {
            return (Finding::TomlDecimalComma { fixed }, span);
        }
        if is_bare_key(fault) && !written.is_ascii() {
            let span = self.whole_key(fault.span.start, row);
            let key = self.text.get(span.clone()).unwrap_or_default().to_owned();
            return (Finding::TomlBareKey { key }, span);
        }
        if let Some(why) = bad_date(fault.message, written) {
            return (
                Finding::BadDate {
                    text: written.to_owned(),
                    why,
                },
                span,
            );
        }
        let kind = kind(fault.message, written);
        let span = fault.opened.map_or(span, |start| start..fault.span.end);
        let text = self.text.get(span.clone()).unwrap_or_default();
        let text = text.lines().next().unwrap_or_default().to_owned();
        (Finding::TomlSyntax { fault: kind, text }, span)
    }

    /// Finds digits, a comma and digits right where the parser stumbled.
    fn decimal_comma(
        &self,
        fault: &Fault<'_>,
        row: Range<usize>,
    ) -> Option<(String, Range<usize>)> {
        // `[1,2 3]` lacks a comma; it has none too many.
        if fault.message.starts_with("missing comma between array") {
            return None;
        }
        let line = self.text.get(row.clone())?.as_bytes();
        let digits = |from: usize| {
            line.get(from..).map_or(0, |rest| {
                rest.iter().take_while(|b| b.is_ascii_digit()).count()
            })
        };
        for comma in memchr::memchr_iter(b',', line) {
            let before = line[..comma]
                .iter()
                .rev()
                .take_while(|b| b.is_ascii_digit())
                .count();
            let end = comma + 1 + digits(comma + 1);
            let met =
                row.start + comma <= fault.span.start && fault.span.start <= row.start + end + 1;
            if before > 0 && end > comma + 1 && met {
                let span = row.start + comma - before..row.start + end;
                return Some((self.text.get(span.clone())?.replace(',', "."), span));
            }
        }
        None
    }

    /// Widens a place in a key to all that stands before the equals sign.
    fn whole_key(&self, at: usize, row: Range<usize>) -> Range<usize> {
        let line = self.text.get(row.clone()).unwrap_or_default();
        let at = at.saturating_sub(row.start).min(line.len());
        let start = line
            .get(..at)
            .and_then(|before| before.rfind(['{', ',', '[']))
            .map_or(0, |comma| comma + 1);
        let end = line
            .get(at..)
            .and_then(|after| after.find(['=', ']', '\r', '\n']))
            .map_or(line.len(), |end| at + end);
        let key = line.get(start..end).unwrap_or_default();
        let start = start + key.len() - key.trim_start().len();
        row.start + start..row.start + start + key.trim().len()
    }
}

fn is_bare_key(fault: &Fault<'_>) -> bool {
    fault.message.starts_with("invalid unquoted key")
}

/// Says whether the parser missed the end of a text, list or table.
fn is_open(message: &str) -> bool {
    message.starts_with("unclosed")
        || (message.starts_with("invalid") && message.contains(" string, expected `\"`"))
        || (message.starts_with("invalid") && message.contains(" string, expected `'"))
        || (message.starts_with("invalid multi-line") && message.contains("`\"\"\"`"))
}

/// Finds where the innermost value begins for which a test holds.
fn opening(table: &DeTable<'_>, test: &dyn Fn(Range<usize>) -> bool) -> Option<usize> {
    table.iter().find_map(|(_, value)| opening_of(value, test))
}

fn opening_of(
    value: &toml::Spanned<DeValue<'_>>,
    test: &dyn Fn(Range<usize>) -> bool,
) -> Option<usize> {
    let inside = match value.get_ref() {
        DeValue::Array(items) => items.iter().find_map(|item| opening_of(item, test)),
        DeValue::Table(table) => opening(table, test),
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => None,
    };
    inside.or_else(|| test(value.span()).then_some(value.span().start))
}

/// Says whether a value that opens something ends where the parser gave up, but for space.
fn ends_at(text: &str, value: Range<usize>, end: usize) -> bool {
    text.get(value.clone())
        .is_some_and(|written| written.starts_with(['"', '\'', '[', '{']))
        && text
            .get(value.end..end)
            .is_some_and(|between| between.trim().is_empty())
}

fn bad_date(message: &str, written: &str) -> Option<BadDate> {
    let why = cell::date(written).err()?;
    let is_day = message.starts_with("invalid date")
        || why == BadDate::DayFirst
        || why == BadDate::TwoDigitYear;
    is_day.then_some(why)
}

/// Sorts the parser's words into the mistakes that people make.
fn kind(message: &str, written: &str) -> TomlFault {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    match what {
        "string values must be quoted" if written.is_empty() => TomlFault::NoValue,
        "string values must be quoted" if is_number_like(written) => TomlFault::NumberShape,
        "string values must be quoted" => TomlFault::Unquoted,
        "missing value for key" | "missing value" => TomlFault::NoValue,
        "key with no value" | "missing assignment between key-value pairs" => TomlFault::NoEquals,
        "invalid unquoted key" if written == ":" => TomlFault::NoEquals,
        "unquoted keys cannot be empty" | "missing key for inline table element" => {
            TomlFault::NoKey
        }
        "unexpected key or value" | "unexpected content" if written.starts_with([']', '}']) => {
            TomlFault::LoneBracket
        }
        "unexpected key or value" => TomlFault::MoreOnLine,
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            TomlFault::NoComma
        }
        "extra comma in array" | "extra comma in inline table" => TomlFault::ExtraComma,
        "missing array opening" | "missing inline table opening" | "missing table open" => {
            TomlFault::LoneBracket
        }
        "missing escaped value" | "too few unicode value digits" => TomlFault::Escape,
        "unexpected leading zero"
        | "`_` may only go between digits"
        | "unexpected sign"
        | "redundant numeric sign"
        | "redundant integer number prefix"
        | "radix must be lowercase"
        | "integers with a radix cannot be signed" => TomlFault::NumberShape,
        "carriage return must be followed by newline" | "invalid comment character" => {
            TomlFault::Control
        }
        "cannot recurse further; max recursion depth met" | "recursion limit" => TomlFault::TooDeep,
        _ if what.starts_with("unclosed") => TomlFault::OpenBracket,
        _ if what.starts_with("cannot extend value") => TomlFault::ValueAndTable,
        _ if what.contains("string") && expected.contains("visible") => TomlFault::Control,
        _ if is_open(message) => TomlFault::OpenText,
        _ if ["float", "mantissa", "fraction", "exponent", "integer"]
            .iter()
            .any(|word| what.ends_with(word)) =>
        {
            TomlFault::NumberShape
        }
        _ => TomlFault::Other(message.to_owned()),
    }
}

fn is_number_like(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(|c: char| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use crate::diag::SourceId;
    use crate::syntax::parse;
    use crate::text::{Finding, TomlFault};

    /// Returns the findings with the text each points at.
    fn found(text: &str) -> Vec<(Finding, String)> {
        let (_, found) = parse(SourceId(0), text);
        found
            .into_iter()
            .map(|one| {
                let place = one.place.unwrap();
                let span =
                    usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap();
                (one.finding, text[span].to_owned())
            })
            .collect()
    }

    #[test]
    fn decimal_commas_are_told_once() {
        for text in [
            "a = 2,5\nb = 1\n",
            "\u{feff}a = 2,5\r\n",
            "t = { at-least = 2,5 }",
            "t = { at-least = 2,5, over = \"year\" }",
            "a = 2,5 # số",
            "l = [{ indicator = \"x\", at-least = 2,5 }]",
        ] {
            assert_eq!(
                found(text),
                [(
                    Finding::TomlDecimalComma {
                        fixed: "2.5".into()
                    },
                    "2,5".into()
                )],
                "{text}"
            );
        }
    }

    #[test]
    fn keys_outside_ascii_are_told_whole() {
        let bare = |key: &str| (Finding::TomlBareKey { key: key.into() }, key.to_owned());
        assert_eq!(found("tên = \"x\"\n"), [bare("tên")]);
        assert_eq!(found("tên đơn vị = 1\n"), [bare("tên đơn vị")]);
        assert_eq!(found("a = { tên = 1 }\n"), [bare("tên")]);
        assert_eq!(found("[kế hoạch]\na = 1\n"), [bare("kế hoạch")]);
    }

    #[test]
    fn duplicate_keys_are_all_told() {
        let twice = |key: &str| {
            (
                Finding::TomlDuplicateKey { key: key.into() },
                key.to_owned(),
            )
        };
        assert_eq!(found("a = 1\na = 2\n[x]\n[x]\n"), [twice("a"), twice("x")]);
    }

    #[test]
    fn mistakes_of_form_are_sorted() {
        for (text, fault, at) in [
            ("a = yes", TomlFault::Unquoted, "yes"),
            ("a = “xin chào”\n", TomlFault::Unquoted, "“xin chào”"),
            ("a = \nb = 1", TomlFault::NoValue, ""),
            ("a b = 1", TomlFault::NoEquals, ""),
            ("a: 1", TomlFault::NoEquals, ":"),
            ("= 1", TomlFault::NoKey, ""),
            ("a = \"abc\nb = 1\n", TomlFault::OpenText, "\"abc"),
            ("a = 'abc\nb = 1\n", TomlFault::OpenText, "'abc"),
            ("[[unit\nid = 1", TomlFault::OpenBracket, ""),
            ("a = ['x' 'y']", TomlFault::NoComma, ""),
            ("a = \"x\" \"y\"", TomlFault::MoreOnLine, ""),
            ("a = \"\\q\"", TomlFault::Escape, ""),
            ("a = 1.234.567\n", TomlFault::NumberShape, ".567"),
            ("a = 007", TomlFault::NumberShape, "0"),
            ("a = 12%", TomlFault::NumberShape, "12%"),
            ("a = .5", TomlFault::NumberShape, ""),
            ("x = 'abc\u{1}'", TomlFault::Control, ""),
            ("a.b = 2\na.b.c = 3", TomlFault::ValueAndTable, "b"),
        ] {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let Finding::TomlSyntax { fault: seen, .. } = &found[0].0 else {
                panic!("{text}: {found:?}")
            };
            assert_eq!((seen, found[0].1.as_str()), (&fault, at), "{text}");
        }
    }

    #[test]
    fn an_open_bracket_is_told_where_it_opens() {
        let found = found("a = [1, 2\nb = 3\nc = yes\n");
        assert_eq!(found.len(), 1, "{found:?}");
        let open = Finding::TomlSyntax {
            fault: TomlFault::OpenBracket,
            text: "[1, 2".into(),
        };
        assert_eq!(found[0].0, open);
        assert!(found[0].1.starts_with("[1, 2"));
    }

    #[test]
    fn mistakes_on_several_lines_are_all_told() {
        assert_eq!(
            found("a = yes\nb = 2,5\nc = 2019-02-30\nd = 1\nd = 2\n").len(),
            4
        );
    }
}
