//! When two names are the same, and which name was probably meant.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns a name with case, spaces and Unicode form folded away, so that equal names compare equal.
///
/// Marks and letters are kept: a near miss is for [`nearest`] to offer, never taken for the name.
pub fn fold(name: &str) -> String {
    // Most names are composed already, and composing them again costs more than all the rest.
    if is_nfc_quick(name.chars()) == IsNormalized::Yes {
        return fold_letters(name.chars(), name.len());
    }
    fold_letters(name.nfc(), name.len())
}

fn fold_letters(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut space = false;
    for c in letters.flat_map(char::to_lowercase).filter_map(same_letter) {
        if c.is_whitespace() {
            space = !folded.is_empty();
            continue;
        }
        if space {
            folded.push(' ');
            space = false;
        }
        folded.push(c);
    }
    // Lower case may come apart (İ), and is composed again.
    if is_nfc_quick(folded.chars()) == IsNormalized::Yes { folded } else { folded.nfc().collect() }
}

/// Tells whether a character takes no place and does nothing that is seen.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Writes the letter đ in one way, and drops characters that cannot be seen.
fn same_letter(c: char) -> Option<char> {
    match c {
        // Old fonts and converters give the Icelandic or African letter that looks like Đ.
        '\u{f0}' | '\u{256}' => Some('đ'),
        c if is_unseen(c) => None,
        c => Some(c),
    }
}

/// Returns a text as it is kept: its letters composed (NFC), and nothing but spaces between its words.
pub fn kept(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Returns a text of several lines as it is kept: its letters composed (NFC), nothing around it, spaces for tabs.
pub fn whole(text: &str) -> String {
    text.trim().nfc().map(|c| if c == '\t' { ' ' } else { c }).collect()
}

/// Returns the candidate that is probably meant, or nothing if none is close enough.
///
/// Close is: a third of the letters differ, or fewer; the same without Vietnamese marks; or the name is a part of only one
/// candidate.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<(&str, String)> = candidates.map(|candidate| (candidate, fold(candidate))).collect();
    nearest_folded(name, &candidates)
}

/// Does the same among candidates that come with their folded form.
pub fn nearest_folded(name: &str, candidates: &[(impl AsRef<str>, String)]) -> Option<String> {
    let name = fold(name);
    if name.is_empty() {
        return None;
    }
    closest(&name, candidates.iter().map(|(shown, folded)| (shown.as_ref(), folded.as_str())))
        .or_else(|| {
            let plain: Vec<_> = candidates.iter().map(|(shown, folded)| (shown.as_ref(), unmarked(folded))).collect();
            closest(&unmarked(&name), plain.iter().map(|(shown, folded)| (*shown, folded.as_str())))
        })
        .or_else(|| only_containing(&name, candidates))
        .map(str::to_owned)
}

fn closest<'a, 'b>(name: &str, candidates: impl Iterator<Item = (&'a str, &'b str)>) -> Option<&'a str> {
    let length = name.chars().count();
    candidates
        .filter_map(|(shown, folded)| {
            let other = folded.chars().count();
            let limit = (length.max(other) / 3).max(1);
            // Two names of one or two letters have nothing in common when one letter differs.
            let limit = if length < 3 && other < 3 { 0 } else { limit };
            // As many letters differ at least, and a distance costs time.
            if length.abs_diff(other) > limit {
                return None;
            }
            let distance = strsim::damerau_levenshtein(name, folded);
            (distance <= limit).then_some((distance, shown))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, shown)| shown)
}

fn only_containing<'a>(name: &str, candidates: &'a [(impl AsRef<str>, String)]) -> Option<&'a str> {
    if name.chars().count() < 4 {
        return None;
    }
    let mut with = candidates.iter().filter(|(_, folded)| folded.contains(name));
    let (shown, _) = with.next()?;
    with.next().is_none().then_some(shown.as_ref())
}

/// Returns a text without Vietnamese marks.
pub fn unmarked(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_form_fold() {
        let nfd: String = "Bộ phận Một cửa".nfd().collect();
        for name in [" bộ  phận\u{a0}một CỬA ", &nfd, "BỘ PHẬN MỘT CỬA", "Bộ phận Một\u{200b} cửa\u{feff}"]
        {
            assert_eq!(fold(name), "bộ phận một cửa");
        }
        assert_eq!(fold("\u{d0}ất \u{110}ỏ"), "đất đỏ");
        assert_ne!(fold("hòa"), fold("hoà"));
        assert_eq!(fold("  "), "");
    }

    #[test]
    fn nearest_offers_what_was_meant() {
        let units = ["Bộ phận Một cửa", "Văn phòng Sở", "Thanh tra Sở"];
        let near = |name| nearest(name, units.iter().copied());
        assert_eq!(near("Bộ phận 1 cửa").as_deref(), Some("Bộ phận Một cửa"));
        assert_eq!(near("van phong so").as_deref(), Some("Văn phòng Sở"));
        assert_eq!(near("Thanh tra").as_deref(), Some("Thanh tra Sở"));
        assert_eq!(near("Phòng Quản lý Công nghệ"), None);
        assert_eq!(near("Sở"), None);
        assert_eq!(near(""), None);
        assert_eq!(nearest("titel", ["title", "text"].into_iter()).as_deref(), Some("title"));
        assert_eq!(nearest("b", ["a"].into_iter()), None);
    }
}
