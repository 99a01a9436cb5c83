//! That both languages show the same examples, and that each verdict has one.

use plan::eval::Verdict;
use plan::text::{Word, word};

use super::sum::is_sum;
use super::{DATA, Section, VERDICTS, read, sections};

/// Every verdict and the words it has.
const WORDS: [(Verdict, Word); 16] = [
    (Verdict::NotDue, Word::NotDue),
    (Verdict::NoData, Word::NoData),
    (Verdict::NoCases, Word::NoCases),
    (Verdict::Missed, Word::Missed),
    (Verdict::Missed, Word::MissedForGood),
    (Verdict::Met, Word::Met),
    (Verdict::OnTrack, Word::OnTrack),
    (Verdict::Behind, Word::Behind),
    (Verdict::Open, Word::OpenTarget),
    (Verdict::Done, Word::Done),
    (Verdict::DoneLate, Word::DoneLate),
    (Verdict::Open, Word::OpenWork),
    (Verdict::Overdue, Word::Overdue),
    (Verdict::Unproven, Word::Unproven),
    (Verdict::Ongoing, Word::Ongoing),
    (Verdict::NoData, Word::NotReported),
];

/// Returns the commands of a section, without the language.
fn commands(section: &Section<'_>) -> Vec<String> {
    let lines = section.fenced(true).into_iter();
    lines.filter(|line| line.starts_with("$ ")).map(|line| line.replace(" --lang en", "")).collect()
}

/// Writes the figures of a Vietnamese sum as in English.
fn swapped(sum: &str) -> String {
    let swap = |c| match c {
        ',' => '.',
        '.' => ',',
        _ => c,
    };
    sum.chars().map(swap).collect()
}

#[test]
fn both_languages_show_the_same_examples() {
    for [(vietnamese, _), (english, _)] in [VERDICTS, DATA] {
        let (one, other) = (read(vietnamese), read(english));
        let (one, other) = (sections(&one), sections(&other));
        assert_eq!(one.len(), other.len(), "{vietnamese} and {english} have not as many headings");
        for (one, other) in one.iter().zip(&other) {
            let level = |section: &Section<'_>| section.heading.chars().take_while(|c| *c == '#').count();
            assert_eq!(level(one), level(other), "{vietnamese}: {}; {english}: {}", one.heading, other.heading);
            assert_eq!(commands(one), commands(other), "{vietnamese}: {}; {english}: {}", one.heading, other.heading);
            let places = |section: &Section<'_>| -> Vec<String> {
                let codes =
                    section.code().into_iter().filter(|code| code.starts_with("data/") && code.contains(".csv:"));
                codes.map(|code| code.replace("(trống)", "(blank)")).collect()
            };
            assert_eq!(places(one), places(other), "{vietnamese}: {}; {english}: {}", one.heading, other.heading);
            let sums = |section: &Section<'_>| -> Vec<String> {
                section.code().into_iter().filter(|code| is_sum(code)).map(str::to_owned).collect()
            };
            let in_english: Vec<String> = sums(one).iter().map(|sum| swapped(sum)).collect();
            assert_eq!(in_english, sums(other), "{vietnamese}: {}; {english}: {}", one.heading, other.heading);
        }
    }
}

#[test]
fn both_halves_of_a_page_show_the_same_examples() {
    for page in ["docs/exit-codes.md", "docs/data-repository.md"] {
        let text = read(page);
        let sections = sections(&text);
        let half = sections.iter().position(|section| section.heading == "## In English");
        let half = half.unwrap_or_else(|| panic!("{page} has not two halves"));
        let (vietnamese, english) = (sections.get(2..half).unwrap_or_default(), &sections[half..]);
        let shown = |half: &[Section<'_>]| half.iter().map(commands).collect::<Vec<_>>();
        assert_eq!(shown(vietnamese), shown(english), "{page}");
        assert!(vietnamese.len() >= 5, "{page}: only {} headings were found", vietnamese.len());
    }
}

#[test]
fn both_pages_of_the_month_show_the_same_steps() {
    let (one, other) = (read("docs/monthly-round.md"), read("docs/monthly-round.en.md"));
    let (one, other) = (sections(&one), sections(&other));
    assert!(one.len() >= 15, "only {} headings were found", one.len());
    assert_eq!(one.len(), other.len(), "the pages have not as many headings");
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(commands(one), commands(other), "{}; {}", one.heading, other.heading);
        // What happens between the blocks, and rows of tables.
        let marked = |section: &Section<'_>| -> Vec<String> {
            let lines = section.fenced(false).into_iter().filter(|line| line.starts_with("<!-- "));
            lines.map(|line| line.replace(" in English", "")).collect()
        };
        assert_eq!(marked(one), marked(other), "{}; {}", one.heading, other.heading);
        let rows = |section: &Section<'_>| section.lines.iter().filter(|line| line.starts_with('|')).count();
        assert_eq!(rows(one), rows(other), "{}; {}", one.heading, other.heading);
    }
}

#[test]
fn every_verdict_has_an_example_that_shows_it() {
    assert!(Verdict::ALL.into_iter().all(|verdict| WORDS.iter().any(|(own, _)| *own == verdict)));
    for (name, lang) in VERDICTS {
        let text = read(name);
        let sections = sections(&text);
        for (verdict, own) in WORDS {
            let word = word(own, lang);
            let heading = format!("### {word} (`{}`)", verdict.code());
            let found = sections.iter().find(|section| section.heading.to_lowercase() == heading);
            let section = found.unwrap_or_else(|| panic!("{name} has no heading {heading}"));
            let shown = section.fenced(true).join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains(word), "{name}: the example under {heading} does not show it");
        }
    }
}
