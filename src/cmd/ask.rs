//! Questions to who sits before the terminal: asked on stderr, so that stdout holds nothing but the result.

use super::failure::Failure;
use super::no_change::NoChange;
use super::world::World;
use crate::render::{self, harmless};
use crate::syntax::names::kept;
use crate::text::{Lang, Say, say};

/// Asks a question and reads a line, its letters composed and its ends without spaces.
///
/// # Errors
/// Fails if there is no more to read: nothing has been written then.
pub(super) fn line(question: &str, world: &mut World<'_>) -> Result<String, Failure> {
    let asked = harmless(question);
    // The space that parts the answer from the question is no part of its last line.
    let words = asked.trim_end();
    let asked = render::fold(words, world.stderr_columns) + &asked[words.len()..];
    loop {
        world.stderr.write_all(asked.as_bytes()).and_then(|()| world.stderr.flush()).map_err(Failure::Write)?;
        let mut bytes = Vec::new();
        if world.stdin.read_until(b'\n', &mut bytes).map_err(|error| Failure::Change(NoChange::Unread(error)))? == 0 {
            world.stderr.write_all(b"\n").map_err(Failure::Write)?;
            return Err(Failure::Change(NoChange::Abandoned));
        }
        // What is no text, or does something to a terminal, is asked for again.
        if let Some(text) = String::from_utf8(bytes).ok().filter(|text| !text.trim_end().chars().any(char::is_control))
        {
            return Ok(kept(&text));
        }
    }
}

/// Asks whether to go on, until the answer is yes or no.
pub(super) fn yes(question: &str, lang: Lang, world: &mut World<'_>) -> Result<bool, Failure> {
    loop {
        let answer = line(&format!("{question} {} ", say(Say::YesOrNo, lang)), world)?.to_lowercase();
        match answer.as_str() {
            "c" | "có" | "co" | "y" | "yes" => return Ok(true),
            "k" | "không" | "khong" | "n" | "no" | "" => return Ok(false),
            _ => {}
        }
    }
}
