//! What is wrong with the form of plan.toml, one finding for each mistake of the writer.
//!
//! The parser goes on after a mistake and often stumbles over its remains; a line therefore gets one finding about its form.

use std::ops::Range;

use toml::de::Error;

use super::lines::Lines;
use super::repair::Repair;
use crate::diag::Diagnostic;
use crate::syntax::cell;
use crate::text::{BadDate, Finding, TomlFault};

/// The mistakes that were met, in the order of the file.
pub(super) struct Faults<'a> {
    text: &'a str,
    lines: &'a Lines,
    list: Vec<Fault<'a>>,
    /// Stretches of the text that were not read.
    cut: &'a [Range<usize>],
    /// The statements that were read.
    whole: &'a [Range<usize>],
}

struct Fault<'a> {
    what: What<'a>,
    span: Range<usize>,
}

/// What is known of a mistake.
enum What<'a> {
    /// The parser's words.
    Parser(&'a str),
    /// What was found before parsing.
    Found(&'a Finding),
}

impl<'a> Faults<'a> {
    pub(super) fn new(text: &'a str, lines: &'a Lines, repair: &'a Repair, errors: &'a [Error]) -> Self {
        let before =
            repair.found.iter().map(|(finding, span)| Fault { what: What::Found(finding), span: span.clone() });
        let met = errors
            .iter()
            .map(|error| Fault { what: What::Parser(error.message()), span: error.span().unwrap_or_default() });
        let mut list: Vec<Fault<'a>> = before.chain(met).collect();
        list.sort_by_key(|fault| fault.span.start);
        Self { text, lines, list, cut: &repair.cut, whole: &repair.whole }
    }

    /// Says whether a mistake is in a key.
    pub(super) fn in_key(&self, key: &Range<usize>) -> bool {
        key.is_empty() || self.list.iter().any(|fault| fault.is_bare_key() && key.contains(&fault.span.start))
    }

    /// Says whether a mistake is in a value or right beside it.
    pub(super) fn touch(&self, value: &Range<usize>) -> bool {
        self.cut.iter().any(|cut| cut.contains(&value.start))
            || self
                .list
                .iter()
                .any(|fault| fault.span.start <= value.end && value.start <= fault.span.end && !fault.is_duplicate())
    }

    /// Says whether keys may have been lost between two bytes.
    pub(super) fn damage(&self, section: &Range<usize>) -> bool {
        self.list.iter().any(|fault| section.contains(&fault.span.start) && !fault.is_duplicate())
    }

    /// Says whether a header was lost, and with it a table.
    pub(super) fn damage_headers(&self) -> bool {
        self.list.iter().any(|fault| {
            let row = self.lines.range(self.lines.index(fault.span.start));
            matches!(fault.what, What::Found(Finding::TomlSyntax { fault: TomlFault::Header, .. }))
                || self.text.get(row).is_some_and(|row| row.trim_start().starts_with('['))
        })
    }

    /// Words the mistakes as findings.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let (mut told_line, mut told_statement) = (None, None);
        for fault in &self.list {
            let line = self.lines.index(fault.span.start);
            let (finding, span) = self.finding(fault, line);
            if !fault.is_duplicate() {
                let statement = self.whole.partition_point(|whole| whole.end <= fault.span.start);
                let known = told_statement.replace(statement) == Some(statement);
                if told_line.replace(line) == Some(line) || (known && is_stumble(&finding)) {
                    continue;
                }
            }
            found.push(Diagnostic::new(finding, self.lines.place(span)));
        }
        found
    }

    fn finding(&self, fault: &Fault<'_>, line: usize) -> (Finding, Range<usize>) {
        let span = fault.span.clone();
        let written = self.text.get(span.clone()).unwrap_or_default();
        let message = match fault.what {
            What::Found(finding) => return (finding.clone(), span),
            What::Parser(message) => message,
        };
        if fault.is_duplicate() {
            let key = written.trim_matches(['"', '\'']).to_owned();
            return (Finding::TomlDuplicateKey { key }, span);
        }
        let row = self.lines.range(line);
        if let Some((fixed, span)) = self.decimal_comma(fault, row.clone()) {
            return (Finding::TomlDecimalComma { fixed }, span);
        }
        if fault.is_bare_key() && !written.is_ascii() {
            let span = self.whole_key(fault.span.start, row);
            let key = self.text.get(span.clone()).unwrap_or_default().to_owned();
            return (Finding::TomlBareKey { key }, span);
        }
        if let Some(why) = bad_date(message, written) {
            return (Finding::BadDate { text: written.to_owned(), why }, span);
        }
        let text = written.lines().next().unwrap_or_default().to_owned();
        (Finding::TomlSyntax { fault: kind(message, written), text }, span)
    }

    /// Finds digits, a comma and digits right where the parser stumbled.
    fn decimal_comma(&self, fault: &Fault<'_>, row: Range<usize>) -> Option<(String, Range<usize>)> {
        // `[1,2 3]` lacks a comma; it has none too many.
        if fault.says("missing comma between array") {
            return None;
        }
        let line = self.text.get(row.clone())?.as_bytes();
        let digits =
            |from: usize| line.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
        for comma in memchr::memchr_iter(b',', line) {
            let before = line[..comma].iter().rev().take_while(|b| b.is_ascii_digit()).count();
            let end = comma + 1 + digits(comma + 1);
            let met = row.start + comma <= fault.span.start && fault.span.start <= row.start + end + 1;
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
        let start = line.get(..at).and_then(|before| before.rfind(['{', ',', '['])).map_or(0, |comma| comma + 1);
        let end =
            line.get(at..).and_then(|after| after.find(['=', ']', '\r', '\n'])).map_or(line.len(), |end| at + end);
        let key = line.get(start..end).unwrap_or_default();
        let start = start + key.len() - key.trim_start().len();
        row.start + start..row.start + start + key.trim().len()
    }
}

impl Fault<'_> {
    fn says(&self, begin: &str) -> bool {
        matches!(self.what, What::Parser(message) if message.starts_with(begin))
    }

    fn is_bare_key(&self) -> bool {
        self.says("invalid unquoted key")
    }

    fn is_duplicate(&self) -> bool {
        self.says("duplicate key")
    }
}

/// Says whether a mistake may be no more than what the parser makes of the lines after another one.
fn is_stumble(finding: &Finding) -> bool {
    let Finding::TomlSyntax { fault, .. } = finding else {
        return false;
    };
    match fault {
        TomlFault::NoEquals
        | TomlFault::NoKey
        | TomlFault::LoneBracket
        | TomlFault::NoComma
        | TomlFault::ExtraComma
        | TomlFault::MoreOnLine
        | TomlFault::Other(_) => true,
        TomlFault::Unquoted
        | TomlFault::NoValue
        | TomlFault::OpenText
        | TomlFault::OpenBracket
        | TomlFault::Header
        | TomlFault::Escape
        | TomlFault::NumberShape
        | TomlFault::Control
        | TomlFault::ValueAndTable
        | TomlFault::TooDeep => false,
    }
}

fn bad_date(message: &str, written: &str) -> Option<BadDate> {
    let why = cell::date(written).err()?;
    let is_day =
        message.starts_with("invalid date") || matches!(why, BadDate::DayFirst(_)) || why == BadDate::TwoDigitYear;
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
        "unquoted keys cannot be empty" | "missing key for inline table element" => TomlFault::NoKey,
        "unexpected key or value" | "unexpected content" if written.starts_with([']', '}']) => TomlFault::LoneBracket,
        "unexpected key or value" => TomlFault::MoreOnLine,
        "missing comma between array elements" | "missing comma between key-value pairs" => TomlFault::NoComma,
        "extra comma in array" | "extra comma in inline table" => TomlFault::ExtraComma,
        "missing array opening" | "missing inline table opening" | "missing table open" => TomlFault::LoneBracket,
        "missing escaped value" | "too few unicode value digits" => TomlFault::Escape,
        "unexpected leading zero"
        | "`_` may only go between digits"
        | "unexpected sign"
        | "redundant numeric sign"
        | "redundant integer number prefix"
        | "radix must be lowercase"
        | "integers with a radix cannot be signed" => TomlFault::NumberShape,
        "carriage return must be followed by newline" | "invalid comment character" => TomlFault::Control,
        "cannot recurse further; max recursion depth met" | "recursion limit" => TomlFault::TooDeep,
        _ if what.starts_with("unclosed") => TomlFault::OpenBracket,
        _ if what.starts_with("cannot extend value") => TomlFault::ValueAndTable,
        _ if what.contains("string") && expected.contains("visible") => TomlFault::Control,
        _ if ["float", "mantissa", "fraction", "exponent", "integer"].iter().any(|word| what.ends_with(word)) => {
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
    use crate::syntax::{Value, parse};
    use crate::text::{Finding, TomlFault};

    /// Returns the findings with the text each points at.
    fn found(text: &str) -> Vec<(Finding, String)> {
        let (_, found) = parse(SourceId(0), text);
        found
            .into_iter()
            .map(|one| {
                let place = one.place.unwrap();
                let span = usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap();
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
            assert_eq!(found(text), [(Finding::TomlDecimalComma { fixed: "2.5".into() }, "2,5".into())], "{text}");
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
        let twice = |key: &str| (Finding::TomlDuplicateKey { key: key.into() }, key.to_owned());
        assert_eq!(found("a = 1\na = 2\n[x]\n[x]\n"), [twice("a"), twice("x")]);
    }

    #[test]
    fn mistakes_of_form_are_sorted() {
        for (text, fault, at) in [
            ("a = yes", TomlFault::Unquoted, "yes"),
            ("a = “xin chào”\n", TomlFault::Unquoted, "“xin chào”"),
            ("a = \nb = 1", TomlFault::NoValue, ""),
            ("a b = 1", TomlFault::NoEquals, "a b"),
            ("a: 1", TomlFault::NoEquals, "a: 1"),
            ("= 1", TomlFault::NoKey, ""),
            ("a = \"abc\nb = 1\n", TomlFault::OpenText, "\"abc"),
            ("a = 'abc\nb = 1\n", TomlFault::OpenText, "'abc"),
            ("[[unit\nid = 1", TomlFault::Header, "[[unit"),
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
            let Finding::TomlSyntax { fault: seen, .. } = &found[0].0 else { panic!("{text}: {found:?}") };
            assert_eq!((seen, found[0].1.as_str()), (&fault, at), "{text}");
        }
    }

    #[test]
    fn one_open_bracket_or_quote_is_one_mistake() {
        let after = "b = 3\n[[unit]]\nid = \"a\"\n[[unit]]\nid = \"b\"\nl = [\n  { x = 1 },\n]\n";
        for (line, fault, at) in [
            ("a = [1, 2", TomlFault::OpenBracket, "["),
            ("a = [{ x = [1 }]", TomlFault::OpenBracket, "["),
            ("a = { x = \"1 }", TomlFault::OpenText, "\"1 }"),
            ("a = \"\"\"x", TomlFault::OpenText, "\"\"\"x"),
        ] {
            let text = format!("{line}\n{after}");
            let open = Finding::TomlSyntax { fault, text: at.to_owned() };
            assert_eq!(found(&text), [(open, at.to_owned())], "{line}");
            let (root, _) = parse(SourceId(0), &text);
            assert_eq!(root.get("a").unwrap().value, Value::Invalid);
            assert_eq!(root.tables("unit").len(), 2);
        }
    }

    #[test]
    fn a_broken_header_is_one_mistake() {
        let (root, found) = parse(SourceId(0), "[plan]\na = 1\n[[unit]\na = 2\nb = 3\n[x]\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(root.damaged && !root.table("plan").unwrap().damaged);
        assert_eq!(root.table("plan").unwrap().entries.len(), 1);
        assert!(root.table("x").is_some());
    }

    #[test]
    fn tables_know_that_a_key_may_be_lost() {
        let (root, _) = parse(SourceId(0), "[plan]\na 1\nb = 2\n[x]\nc = yes\n[y]\nd = { e 1 }\nf = 1\n[z]\n");
        assert!(root.table("plan").unwrap().damaged && root.table("x").unwrap().damaged);
        assert!(!root.table("z").unwrap().damaged && !root.damaged);
        assert_eq!(root.table("y").unwrap().get("d").unwrap().value, Value::Invalid);
    }

    #[test]
    fn a_mistake_over_several_lines_is_told_once() {
        let text = "mea=ures = [\n  { a = 1 },\n  { a = 2 },\n]\nb = 2\n";
        assert_eq!(found(text).len(), 1, "{:?}", found(text));
        assert_eq!(found("a = [\n  { b = yes },\n  { b = 2,5 },\n]\n").len(), 2);
        assert_eq!(found("a = 1\n { b = 1 },\n { b = 2 },\n]\nc = 2\n").len(), 1);
    }

    #[test]
    fn mistakes_on_several_lines_are_all_told() {
        assert_eq!(found("a = yes\nb = 2,5\nc = 2019-02-30\nd = 1\nd = 2\n").len(), 4);
    }
}
