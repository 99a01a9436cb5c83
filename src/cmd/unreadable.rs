//! Why a file that somebody sent is no table that can be read, in words.

use crate::syntax::table::{LARGEST, Unreadable};
use crate::text::{Lang, Say, say};

/// Words why a file cannot be read.
pub(super) fn unreadable(why: &Unreadable, lang: Lang) -> String {
    match why {
        Unreadable::TooLarge(LARGEST) => say(Say::SheetTooLarge { most: &(LARGEST / 1024 / 1024).to_string() }, lang),
        Unreadable::Unpacked(most) => say(Say::SheetUnpacked { most: &(most / 1024 / 1024).to_string() }, lang),
        Unreadable::TooLarge(_) => say(Say::SheetTooManyCells, lang),
        Unreadable::Locked => say(Say::SheetLocked, lang),
        Unreadable::Unknown => say(Say::SheetUnknown, lang),
        Unreadable::Broken(why) => say(Say::SheetBroken { why }, lang),
    }
}
