//! Changes to a text by the bytes they replace, so that all else stays as it is: comments, order, line ends.

use std::ops::Range;

/// Bytes of a text and what takes their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The bytes that go; none where something is only put in.
    pub span: Range<usize>,
    /// What comes.
    pub text: String,
}

/// Makes the changes, last to first so that places before them stay true; none if two of them meet or one lies outside the text.
///
/// Texts put in at one place come in the order of the list.
pub fn patched(text: &str, mut patches: Vec<Patch>) -> Option<String> {
    patches.sort_by_key(|patch| (patch.span.start, patch.span.end));
    let meet = patches.windows(2).any(|pair| pair[0].span.end > pair[1].span.start);
    let fits = |span: &Range<usize>| span.start <= span.end && text.get(span.clone()).is_some();
    if meet || !patches.iter().all(|patch| fits(&patch.span)) {
        return None;
    }
    let mut whole = String::with_capacity(text.len() + patches.iter().map(|patch| patch.text.len()).sum::<usize>());
    let mut at = 0;
    for patch in &patches {
        whole.push_str(&text[at..patch.span.start]);
        whole.push_str(&patch.text);
        at = patch.span.end;
    }
    whole.push_str(&text[at..]);
    Some(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    fn patch(span: Range<usize>, text: &str) -> Patch {
        Patch { span, text: text.to_owned() }
    }

    #[test]
    fn all_else_stays() {
        let text = "một,hai\r\nba\r\n";
        let at = text.find("hai").unwrap();
        let patches = vec![patch(text.len()..text.len(), "bốn\r\n"), patch(at..at + 3, "2"), patch(0..0, "\u{feff}")];
        assert_eq!(patched(text, patches).as_deref(), Some("\u{feff}một,2\r\nba\r\nbốn\r\n"));
        assert_eq!(patched("ab", vec![patch(1..1, "x"), patch(1..1, "y")]).as_deref(), Some("axyb"));
    }

    #[test]
    fn patches_that_meet_or_lie_outside_are_refused() {
        assert_eq!(patched("abc", vec![patch(0..2, ""), patch(1..3, "")]), None);
        assert_eq!(patched("abc", vec![patch(2..4, "")]), None);
        assert_eq!(patched("ế", vec![patch(1..1, "x")]), None, "in the middle of a letter");
    }

    proptest! {
        #[test]
        fn a_patch_and_its_reverse_give_the_text_back(text in "[a-c,\n]{0,20}", new in "[x-z]{0,5}", a in any::<usize>(), b in any::<usize>()) {
            let (a, b) = (a % (text.len() + 1), b % (text.len() + 1));
            let span = a.min(b)..a.max(b);
            let old = text[span.clone()].to_owned();
            let there = patched(&text, vec![Patch { span: span.clone(), text: new.clone() }]).unwrap();
            let back = patched(&there, vec![Patch { span: span.start..span.start + new.len(), text: old }]);
            prop_assert_eq!(back, Some(text));
        }
    }
}
