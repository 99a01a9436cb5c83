//! Findings as JSON.

use serde_json::{Map, Value, json};

use super::excerpt::Excerpts;
use super::{List, level};
use crate::diag::{Diagnostic, Place, Sources};
use crate::render::json::{VERSION, escaped};
use crate::text::{self, Lang};

/// What could be checked.
#[derive(Clone, Copy, Debug)]
pub struct Done<'a> {
    /// Whether data/ could be checked against the plan.
    pub data: bool,
    /// The named checks that could not be done.
    pub undone: &'a [&'a str],
}

/// Writes findings with their places and words, how many there are, and what could not be checked.
pub fn json(list: List<'_>, sources: &Sources, lang: Lang, done: Done<'_>) -> String {
    let mut excerpts = Excerpts::new(sources);
    let findings: Vec<Value> =
        list.shown.iter().map(|diagnostic| finding(diagnostic, sources, &mut excerpts, lang)).collect();
    let root = json!({
        "version": VERSION,
        "command": "check",
        "language": lang.code(),
        "errors": list.counts.errors,
        "warnings": list.counts.warnings,
        "data-checked": done.data,
        "checks-not-done": done.undone,
        "findings": findings,
    });
    // Serializing a tree of strings and numbers cannot fail.
    let mut text = escaped(&serde_json::to_string_pretty(&root).unwrap_or_default());
    text.push('\n');
    text
}

fn finding(diagnostic: &Diagnostic, sources: &Sources, excerpts: &mut Excerpts<'_>, lang: Lang) -> Value {
    let words = text::finding(&diagnostic.finding, lang);
    let mut own = Map::new();
    own.insert("code".to_owned(), diagnostic.code().name().into());
    own.insert("severity".to_owned(), level(diagnostic).name(Lang::En).into());
    own.insert("title".to_owned(), words.title.into());
    own.insert("label".to_owned(), words.label.into());
    own.insert("help".to_owned(), words.help.into());
    own.insert("place".to_owned(), diagnostic.place.map_or(Value::Null, |own| place(own, sources, excerpts)));
    let related = diagnostic.related.iter().map(|(other, why)| {
        let mut other = place(*other, sources, excerpts);
        other["label"] = text::related(why, lang).into();
        other
    });
    own.insert("related".to_owned(), related.collect());
    Value::Object(own)
}

fn place(place: Place, sources: &Sources, excerpts: &mut Excerpts<'_>) -> Value {
    let line = excerpts.line(place);
    // A place over several lines ends, like its caret, with the first.
    let (column, end) = line.map_or((1, 1), |line| line.columns(place));
    json!({ "file": sources.name(place.source), "line": place.line, "column": column, "end-column": end })
}
