//! Pages that tell a story: their `console` blocks are run one after the other in one folder, each line by a shell, and what it prints is
//! compared. A comment of these, on a line of its own, does what the reader is told in words:
//!
//! * `<!-- starts DAY -->` a copy of the plan, with the rows that came in before that day; it is that day. `in English`
//!   after the day sets the plan's language. `alone` after it leaves git to the page.
//! * `<!-- day DAY -->` it is that day now.
//! * `<!-- arrives FILE; FORM; PERIOD; UNIT; ID=TEXT... -->` a unit sends its form, filled in with the figures that the repository has,
//!   but for those given.
//! * `<!-- quietly COMMAND -->` what somebody else does, or an editor.
//! * `<!-- dialogue FORM; PERIOD; UNIT -->` the block after it shows the questions of `plan record figure`.
//!
//! In a block, `$ echo $?` stands for the exit code of the command before it, and `...` leaves lines out.

use std::fmt::Write as _;

use plan::text::{Lang, Say, say};

use super::blocks::{FENCE, shorten};
use super::forms::{Owed, arrives};
use super::office::{Office, data_of, write};

/// What has happened so far.
#[derive(Default)]
struct Story {
    office: Option<Office>,
    is_english: bool,
    /// Blocks that were run or compared.
    blocks: usize,
}

/// Returns a page with every block as it should be, and the number of blocks.
pub(crate) fn rewrite(text: &str) -> (String, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let (mut new, mut story, mut at) = (String::new(), Story::default(), 0);
    let mut dialogue = None;
    while at < lines.len() {
        let line = lines[at];
        writeln!(new, "{line}").expect("a text can be written to");
        let block = || {
            let length = lines[at + 1..].iter().position(|line| *line == FENCE).expect("a block is closed");
            &lines[at + 1..at + 1 + length]
        };
        if let Some(inner) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
            dialogue = story.happens(inner);
        } else if line == "```console" {
            let block = block();
            new.push_str(&story.console(block));
            at += block.len();
        } else if let Some(owed) = dialogue.take().filter(|_| line == "```text") {
            story.asks(owed, block());
        }
        at += 1;
    }
    (new, story.blocks)
}

fn parts(text: &str) -> Vec<&str> {
    text.split(';').map(str::trim).collect()
}

fn owed<'a>(parts: &[&'a str]) -> Owed<'a> {
    let [form, period, unit] = *parts else { panic!("{parts:?} are not a form, a period and a unit") };
    Owed { form, period, unit }
}

impl Story {
    fn office(&self) -> &Office {
        self.office.as_ref().expect("a story starts before something happens in it")
    }

    /// Does what a comment says; returns which report the next block asks for.
    fn happens<'a>(&mut self, inner: &'a str) -> Option<Owed<'a>> {
        let (verb, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        match verb {
            "starts" => {
                let (day, how) = rest.split_once(' ').unwrap_or((rest, ""));
                self.is_english = how.contains("in English");
                let office = Office::before(day.parse().expect("a day"), self.is_english);
                if !how.contains("alone") {
                    write(&office.path(".gitignore"), ".plan.lock\nbieu-*/\nda-nhan/\n");
                    office.well("git init -q && git add . && git commit -q -m 'Số liệu đến tháng 6/2019'");
                }
                self.office = Some(office);
            }
            "day" => self.office.as_mut().expect("a story starts").day = rest.parse().expect("a day"),
            "arrives" => {
                let parts = parts(rest);
                let given: Vec<_> = parts[4..].iter().map(|own| own.split_once('=').expect("ID=TEXT")).collect();
                arrives(self.office(), parts[0], owed(&parts[1..4]), &given);
            }
            "quietly" => drop(self.office().well(rest)),
            "dialogue" => return Some(owed(&parts(rest))),
            // A remark to whoever edits the page.
            _ => {}
        }
        None
    }

    /// Runs a block and returns it as it should be.
    fn console(&mut self, block: &[&str]) -> String {
        let starts: Vec<usize> = (0..block.len()).filter(|at| block[*at].starts_with("$ ")).collect();
        assert_eq!(starts.first(), Some(&0), "a block begins with a command: {block:?}");
        let (mut text, mut last) = (String::new(), 0);
        for (at, start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(block.len());
            let command = &block[*start][2..];
            let printed = if command == "echo $?" {
                vec![last.to_string()]
            } else {
                let (printed, code) = self.office().sh(command);
                last = code;
                shorten(
                    &printed.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>(),
                    &block[start + 1..end],
                )
            };
            writeln!(text, "$ {command}").expect("a text can be written to");
            for line in printed {
                writeln!(text, "{line}").expect("a text can be written to");
            }
        }
        self.blocks += 1;
        text
    }

    /// Compares the questions and answers of a block with what the program asks for and the repository has.
    fn asks(&mut self, owed: Owed<'_>, block: &[&str]) {
        let lang = if self.is_english { Lang::En } else { Lang::Vi };
        let (form, file) = (owed.blank(self.office()), data_of(owed.form));
        let row = file.report(owed.period, owed.unit);
        let asked = form.iter().filter(|line| file.columns.contains(&line[0]) && line[0] != "note");
        let mut expected = vec![form[0][0].clone(), say(Say::AskHint, lang)];
        for line in asked {
            let question = Say::AskFigure { name: &line[1], counts: &line[2], before: &line[3], now: "" };
            expected.push(say(question, lang) + file.cell(row, &line[0]));
        }
        let today = self.office().day.to_string();
        expected.push(say(Say::AskReported { today: &today }, lang));
        expected.push(say(Say::AskNote, lang) + file.cell(row, "note"));
        expected.push(format!("+{}", file.rows.iter().find(|own| own.1 == row).expect("the report").0));
        expected.push(format!("{} {} ", say(Say::AskWrite, lang), say(Say::YesOrNo, lang)));
        let mut rest = block.iter();
        for line in expected {
            assert!(
                rest.any(|own| own.starts_with(line.trim_end())),
                "the dialogue does not say, or not in order: {line}"
            );
        }
        self.blocks += 1;
    }
}
