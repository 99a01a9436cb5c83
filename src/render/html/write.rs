//! The page from its template.

use askama::Template;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::render::terminal::is_harmful;
use crate::view::{Page, Place, Table, Tone, Value};

const STYLE: &str = include_str!("style.css");
/// The length of an axis.
const END: Place = 1000;
const SCRIPT: &str = include_str!("script.js");

#[derive(Template)]
#[template(path = "page.html", config = "src/render/html/askama.toml")]
struct Html<'a> {
    page: &'a Page,
    code: &'a str,
    policy: String,
    style: &'a str,
    script: &'a str,
    heat: Heat,
}

/// The table of who reported when, as it is marked up.
struct Heat {
    heads: Vec<String>,
    rows: Vec<Vec<Marked>>,
}

/// A cell with the class of what it marks.
struct Marked {
    text: String,
    class: &'static str,
}

/// Writes a page.
///
/// # Errors
/// Fails if the template does.
pub fn html(page: &Page) -> Result<Vec<u8>, askama::Error> {
    let html =
        Html { page, code: page.lang.code(), policy: policy(), style: STYLE, script: SCRIPT, heat: heat(&page.heat) };
    // What would mislead a reader, or no page may hold, becomes a mark.
    let clean = |c: char| if c != '\n' && is_harmful(c) { '\u{fffd}' } else { c };
    Ok(html.render()?.chars().map(clean).collect::<String>().into_bytes())
}

/// Says what the page may do: use its own style and script, and nothing else from anywhere.
fn policy() -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

impl Html<'_> {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands over references")]
    fn tone(tone: &Tone) -> &'static str {
        match tone {
            Tone::Plain => "plain",
            Tone::Strong => "strong",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
            Tone::Quiet => "quiet",
        }
    }

    /// Writes a line through points.
    fn line(points: &[(Place, Place)]) -> String {
        let mut path = String::new();
        for (at, (along, up)) in points.iter().enumerate() {
            let begun = if at == 0 { "M" } else { "L" };
            // Along from the left, up from the bottom, while a drawing counts from the top.
            path.extend([begun, &along.to_string(), " ", &(END - up).to_string(), " "]);
        }
        path.trim_end().to_owned()
    }

    /// Writes the lines between gaps.
    fn lines(points: &[Option<(Place, Place, String)>]) -> Vec<String> {
        let runs = points.split(Option::is_none).filter(|run| run.len() > 1);
        let places = |run: &[Option<(Place, Place, String)>]| {
            run.iter().flatten().map(|(along, up, _)| (*along, *up)).collect::<Vec<_>>()
        };
        runs.map(|run| Self::line(&places(run))).collect()
    }
}

/// Marks up the table of who reported when.
fn heat(table: &Table) -> Heat {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].is_shown()).collect();
    let cell = |at: &usize, row: &[crate::view::Cell]| Marked {
        text: row[*at].shown.text.clone(),
        class: class(&row[*at].value),
    };
    Heat {
        heads: shown.iter().map(|at| table.columns[*at].title.clone()).collect(),
        rows: table.rows.iter().map(|row| shown.iter().map(|at| cell(at, row)).collect()).collect(),
    }
}

fn class(value: &Value) -> &'static str {
    let Value::Text(text) = value else { return "" };
    match text.split_once('-').map_or(text.as_str(), |(first, _)| first) {
        _ if text == "on-time" => "on-time",
        _ if text == "not-due" => "not-due",
        "late" => "late",
        "missing" => "missing",
        "excused" => "excused",
        _ => "text",
    }
}
