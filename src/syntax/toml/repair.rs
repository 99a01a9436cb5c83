//! Cuts out what the parser cannot get over.
//!
//! A quote or bracket that is not closed makes it take all that follows for a part of the text or list, and find a mistake on
//! every later line; after a key without an equals sign or a broken header it reads nothing more, or puts it into the wrong
//! table. So such a statement is overwritten before the text is parsed again, byte for byte as long as before. What is
//! overwritten is reported here.

use std::ops::Range;

use crate::text::{Finding, TomlFault};

/// A text without what the parser cannot get over.
#[derive(Default)]
pub(super) struct Repair {
    /// The text, as long as it was.
    pub(super) text: String,
    /// What was wrong, and where.
    pub(super) found: Vec<(Finding, Range<usize>)>,
    /// What was cut out: statements, and broken headers with what follows them.
    pub(super) cut: Vec<Range<usize>>,
    /// The statements that the parser can get over, in order.
    pub(super) whole: Vec<Range<usize>>,
}

/// Returns the text without what the parser cannot get over.
pub(super) fn repair(text: &str) -> Repair {
    let mut bytes = text.as_bytes().to_vec();
    let mut repair = Repair::default();
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    while at < text.len() {
        let row = line(text, at);
        let wrong = if row.trim_start().starts_with('[') { header(text, at) } else { pair(text, at) };
        match wrong {
            Ok(end) => {
                repair.whole.push(at..end);
                at = end;
            }
            Err(wrong) => {
                blank(&mut bytes, wrong.blank_from..wrong.end);
                // The key stays, so that it is not reported as missing.
                if let Some(byte) = bytes.get_mut(wrong.blank_from).filter(|_| wrong.blank_from > at) {
                    *byte = b'0';
                }
                repair.found.push((wrong.finding, wrong.span));
                repair.cut.push(at..wrong.end);
                at = wrong.end;
            }
        }
    }
    repair.text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    repair
}

/// A statement that the parser cannot get over.
struct Wrong {
    finding: Finding,
    span: Range<usize>,
    /// What to overwrite: all, or what stands for the key's value.
    blank_from: usize,
    end: usize,
}

/// Returns the end of a header, if it is right.
fn header(text: &str, at: usize) -> Result<usize, Box<Wrong>> {
    let row = line(text, at);
    let end = at + row.len();
    if is_header(row) {
        return Ok(end);
    }
    let span = trimmed(text, at..end);
    let finding = Finding::TomlSyntax { fault: TomlFault::Header, text: text[span.clone()].to_owned() };
    // Whose keys would follow is not known; the parser would give them to the table before.
    Err(Box::new(Wrong { finding, span, blank_from: at, end: next_statement(text, end, is_header) }))
}

/// Returns the end of a key and its value, if they are such that the parser can get over them.
fn pair(text: &str, at: usize) -> Result<usize, Box<Wrong>> {
    let row = line(text, at);
    if !row.contains('=') && row.contains(']') && !is_item(row) && !row.trim_start().starts_with('#') {
        return header(text, at);
    }
    let (key, has_value) = row.split_once('=').map_or((row, false), |(key, _)| (key, true));
    let value = after_space(text, at + key.len() + 1);
    let end = match statement(text, at) {
        Ok(end) => end,
        Err(open) => {
            let end = next_statement(text, open.resume, |row| is_header(row) || is_key(row));
            let finding = Finding::TomlSyntax { fault: open.fault, text: text[open.span.clone()].to_owned() };
            let blank_from = if has_value && is_plain(key) { value } else { at };
            return Err(Box::new(Wrong { finding, span: open.span, blank_from, end }));
        }
    };
    let first = key.trim().chars().next();
    let plain = match first {
        None | Some('#') => true,
        Some('"' | '\'') => has_value,
        Some(_) => has_value && is_plain(key),
    };
    if plain {
        return Ok(end);
    }
    let span = trimmed(text, at..at + key.len());
    let key = text[span.clone()].to_owned();
    let fault = match first {
        Some(']' | '}') => TomlFault::LoneBracket,
        Some('{' | '"' | '\'') => TomlFault::NoKey,
        Some(_) | None => TomlFault::NoEquals,
    };
    let finding = if has_value && fault == TomlFault::NoEquals && !key.is_ascii() {
        Finding::TomlBareKey { key }
    } else {
        Finding::TomlSyntax { fault, text: key }
    };
    // What follows is often the rest of a list that has lost its head: one mistake, not one a line.
    let end = next_statement(text, end, |row| !is_item(row));
    Err(Box::new(Wrong { finding, span, blank_from: at, end }))
}

/// Says whether a key is one, or several with points between, that need no quotes.
fn is_plain(key: &str) -> bool {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let quoted = |part: &str| part.starts_with(['"', '\'']);
    key.trim().is_empty() || key.split('.').all(|part| quoted(part.trim()) || part.trim().chars().all(bare))
}

/// Narrows a stretch of one line to what is not space.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let written = &text[span.clone()];
    let start = span.start + written.len() - written.trim_start().len();
    start..start + written.trim().len()
}

/// Returns the bytes from a header to the next one.
pub(super) fn section(text: &str, header: Range<usize>) -> Range<usize> {
    let at = header.start + line(text, header.start).len();
    let at = if header.is_empty() { header.start } else { at };
    header.start..next_statement(text, at, |row| row.starts_with('['))
}

/// Overwrites with spaces, but for line ends.
fn blank(bytes: &mut [u8], span: Range<usize>) {
    for byte in bytes.get_mut(span).unwrap_or_default() {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

/// Returns the line that begins at a byte, with its end.
fn line(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split_inclusive('\n').next().unwrap_or_default()
}

fn after_space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// Finds the next line that is of a kind; the end of the text if there is none.
fn next_statement(text: &str, mut at: usize, kind: impl Fn(&str) -> bool) -> usize {
    while at < text.len() && !kind(line(text, at)) {
        at += line(text, at).len();
    }
    at
}

/// Says whether a line is `[name]` or `[[name]]`.
fn is_header(row: &str) -> bool {
    let row = row.trim_start_matches('\u{feff}');
    let row = row.split_once('#').map_or(row, |(before, _)| before).trim();
    let inner = row
        .strip_prefix("[[")
        .map_or_else(|| row.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')), |rest| rest.strip_suffix("]]"));
    inner.is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'' | ' '))
    })
}

/// Says whether a line begins with `key =`, not indented.
fn is_key(row: &str) -> bool {
    row.split_once('=').is_some_and(|(key, _)| {
        key.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '\t'))
    })
}

/// Says whether a line looks like the inside or the end of a list.
fn is_item(row: &str) -> bool {
    let row = row.trim_start();
    let is_key = row.split_once('=').is_some_and(|(key, _)| key.trim_end().ends_with(['"', '\'']));
    row.starts_with(['{', '}', ']', ',']) || (row.starts_with(['"', '\'']) && !is_key)
}

/// A quote or bracket that is not closed.
struct Open {
    fault: TomlFault,
    span: Range<usize>,
    /// Begin of the line to look for the next statement from.
    resume: usize,
}

/// Returns where the statement ends that begins at a byte.
fn statement(text: &str, mut at: usize) -> Result<usize, Open> {
    let bytes = text.as_bytes();
    let mut brackets: Vec<usize> = Vec::new();
    let open_bracket = |open: usize, at: usize| {
        let resume = at + line(text, at).len();
        Open { fault: TomlFault::OpenBracket, span: open..open + 1, resume }
    };
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => at += line(text, at).trim_end_matches(['\r', '\n']).len(),
            b'"' | b'\'' => at = quoted(text, at)?,
            b'[' | b'{' => {
                brackets.push(at);
                at += 1;
            }
            b']' | b'}' => {
                let closes = if *byte == b']' { b'[' } else { b'{' };
                match brackets.pop() {
                    Some(open) if bytes.get(open) != Some(&closes) => {
                        return Err(open_bracket(open, at));
                    }
                    Some(_) | None => at += 1,
                }
            }
            b'\n' => {
                at += 1;
                let Some(open) = brackets.last() else {
                    return Ok(at);
                };
                let next = line(text, at);
                if is_header(next) || is_key(next) {
                    return Err(Open { resume: at, ..open_bracket(*open, at) });
                }
            }
            _ => at += 1,
        }
    }
    brackets.last().map_or(Ok(at), |open| Err(open_bracket(*open, at)))
}

/// Returns one past the quote that closes the one at a byte.
fn quoted(text: &str, open: usize) -> Result<usize, Open> {
    let bytes = text.as_bytes();
    let quote = bytes[open];
    let triple = [quote; 3];
    let is_triple = |at: usize| bytes.get(at..at + 3) == Some(&triple[..]);
    let long = is_triple(open);
    let mut at = open + if long { 3 } else { 1 };
    let not_closed = |resume: usize| {
        let shown = line(text, open).trim_end().len();
        Err(Open { fault: TomlFault::OpenText, span: open..open + shown, resume })
    };
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 2,
            b'\n' if !long => return not_closed(at + 1),
            b'\n' if is_header(line(text, at + 1)) => return not_closed(at + 1),
            _ if long && is_triple(at) => {
                // Up to two quotes may stand right before the closing ones.
                let quotes = bytes[at..].iter().take_while(|byte| **byte == quote).count();
                return Ok(at + quotes.min(5));
            }
            _ if !long && *byte == quote => return Ok(at + 1),
            _ => at += 1,
        }
    }
    not_closed(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> (String, Vec<(&str, &str)>) {
        let repair = repair(text);
        assert_eq!(repair.text.len(), text.len());
        let found = repair.found.into_iter().map(|(finding, span)| {
            let name = match finding {
                Finding::TomlSyntax { fault: TomlFault::OpenBracket, .. } => "bracket",
                Finding::TomlSyntax { fault: TomlFault::OpenText, .. } => "text",
                Finding::TomlSyntax { fault: TomlFault::NoEquals, .. } => "equals",
                Finding::TomlSyntax { fault: TomlFault::Header, .. } => "header",
                Finding::TomlBareKey { .. } => "key",
                other => panic!("{other:?}"),
            };
            (name, &text[span])
        });
        (repair.text, found.collect())
    }

    #[test]
    fn whole_texts_stay() {
        let text = "\u{feff}# [x\n[a] # \"\nb = \"[\\\"\" # '\nc = [\n  # ]\n  { d = ']' },\n]\n\
                    e = \"\"\"\n\"x\" ]\"\"\"\"\n[[f.g]]\nh = '''\n'''\n";
        assert_eq!(repaired(text), (text.to_owned(), Vec::new()));
    }

    #[test]
    fn open_brackets_and_quotes_are_cut_out() {
        let (text, faults) = repaired("a = [1, 2\nb = 3\n");
        assert_eq!((text.as_str(), faults), ("a = 0    \nb = 3\n", vec![("bracket", "[")]));
        let (text, faults) = repaired("a = [\n  { b = [1 },\n  2,\n]\nc = 1\n");
        assert_eq!((text.as_str(), faults), ("a = 0\n             \n    \n \nc = 1\n", vec![("bracket", "[")]));
        let (text, faults) = repaired("a = [\"x]\r\n[[b]]\n");
        assert_eq!((text.as_str(), faults), ("a = 0   \r\n[[b]]\n", vec![("text", "\"x]")]));
        let (text, faults) = repaired("a = \"\"\"x\ny = 1\n[b]\nc = 1\n");
        assert_eq!((text.as_str(), faults), ("a = 0   \n     \n[b]\nc = 1\n", vec![("text", "\"\"\"x")]));
    }

    #[test]
    fn keys_after_a_broken_header_are_cut_out() {
        for header in ["[[c]", "c]]", "[c] x", "2[[c]]"] {
            let broken = format!("[a]\nb = 1\n{header}\nd = 1\n[e]\nf = 1\n");
            let (text, found) = repaired(&broken);
            assert_eq!(text, format!("[a]\nb = 1\n{:1$}\n     \n[e]\nf = 1\n", "", header.len()));
            assert_eq!(found, [("header", header)]);
        }
    }

    #[test]
    fn keys_that_the_parser_cannot_read_are_cut_out() {
        let (text, found) = repaired("a 1\n  tên đơn vị = [\n]\nb: 2\nc d = 3\n\"é\" = 4\na.b-c = 5\n = 6\n");
        assert_eq!(text.trim_start(), "\"é\" = 4\na.b-c = 5\n = 6\n");
        assert_eq!(found, [("equals", "a 1"), ("key", "tên đơn vị"), ("equals", "b: 2"), ("equals", "c d")]);
    }
}
