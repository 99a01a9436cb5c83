//! Blocks of examples in a page: what is left out of them, and where a page differs from what it should be.

pub(crate) const FENCE: &str = "```";
const LEFT_OUT: &str = "...";

/// Leaves out of `actual` what `written` leaves out: it keeps as many lines at either end, and between two gaps as many
/// lines from the one on that the first of them repeats.
pub(crate) fn shorten(actual: &[String], written: &[&str]) -> Vec<String> {
    let parts: Vec<&[&str]> = written.split(|line| *line == LEFT_OUT).collect();
    let [first, middle @ .., last] = &parts[..] else { return actual.to_vec() };
    if first.len() + last.len() >= actual.len() {
        return actual.to_vec();
    }
    let mut kept = actual[..first.len()].to_vec();
    for part in middle {
        kept.push(LEFT_OUT.to_owned());
        let at = actual.iter().position(|line| part.first() == Some(&line.as_str()));
        let at = at.unwrap_or_else(|| panic!("no line is {:?} in {actual:#?}", part.first()));
        kept.extend(actual[at..].iter().take(part.len()).cloned());
    }
    kept.push(LEFT_OUT.to_owned());
    kept.extend_from_slice(&actual[actual.len() - last.len()..]);
    kept
}

/// Returns where a page first differs from what it should be.
pub(crate) fn difference(name: &str, old: &str, new: &str) -> Option<String> {
    let (mut was, mut is) = (old.lines(), new.lines());
    for line in 1.. {
        let (was, is) = (was.next(), is.next());
        if was != is {
            return Some(format!("{name}:{line}: {was:?} stands there, {is:?} is printed"));
        }
        if is.is_none() {
            break;
        }
    }
    None
}
