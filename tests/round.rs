//! Whether a month's work goes as the pages say, and a plan can be kept in git as they say.
//!
//! The blocks of docs/monthly-round.md, docs/monthly-round.en.md, docs/data-repository.md, docs/recipes.md, docs/report.md and docs/remind.md are run one after the other, as
//! `tests/hooks/story.rs` describes; `UPDATE=1 cargo test --test round` writes them anew. The scripts of docs/data-repository.md are taken
//! out of the page and tried with the git of this machine. And half a year of this repository's plan is entered again,
//! command by command: its data/ must come out as it is, byte for byte. So must it when the whole year is worked through with docs/month.sh.
#![expect(clippy::disallowed_methods, reason = "a test works with files, as an officer does")]

#[path = "hooks/blocks.rs"]
mod blocks;
#[path = "hooks/forms.rs"]
mod forms;
#[path = "hooks/half_year.rs"]
mod half_year;
#[path = "hooks/office.rs"]
mod office;
#[path = "hooks/repository.rs"]
mod repository;
#[path = "hooks/story.rs"]
mod story;
#[path = "hooks/year.rs"]
mod year;

use std::fs;

use office::{read, root};

/// The pages, and how many blocks each has at least.
const PAGES: [(&str, usize); 6] = [
    ("docs/monthly-round.md", 14),
    ("docs/monthly-round.en.md", 14),
    ("docs/data-repository.md", 8),
    ("docs/recipes.md", 6),
    ("docs/report.md", 3),
    ("docs/remind.md", 2),
];

#[test]
fn the_stories_of_the_pages_happen_as_written() {
    let mut differences = Vec::new();
    for (name, least) in PAGES {
        let old = read(&root().join(name));
        let (new, blocks) = story::rewrite(&old);
        assert!(blocks >= least, "{name}: only {blocks} blocks were run: is the reading of blocks broken?");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root().join(name), new).expect("a page can be written");
        } else {
            differences.extend(blocks::difference(name, &old, &new));
        }
    }
    assert!(differences.is_empty(), "UPDATE=1 writes the pages anew: {differences:#?}");
}
