//! What a task must yield, from the cell of results.

use std::collections::HashSet;

use crate::model::PrintedDeliverable;
use crate::syntax::names::{fold, kept};

/// How many names slashes may stand between; more are something else.
const ALTERNATIVES: usize = 10;

/// Parts a cell into deliverables: at semicolons, and at line ends where the next line begins anew. Returns those that stand there
/// twice apart, since a row could not tell them apart.
pub(super) fn deliverables(printed: &str) -> (Vec<PrintedDeliverable>, Vec<String>) {
    let (mut list, mut repeated) = (Vec::new(), Vec::new());
    let mut seen: HashSet<String> = HashSet::new();
    for name in parts(printed) {
        let any_of = alternatives(&name);
        let names: Vec<String> = std::iter::once(&name).chain(&any_of).map(|name| fold(name)).collect();
        if names.iter().any(|name| seen.contains(name)) {
            repeated.push(name);
            continue;
        }
        seen.extend(names);
        let is_doubtful = any_of.is_empty() && name.contains([',', '/']);
        list.push(PrintedDeliverable { name, any_of, is_doubtful });
    }
    (list, repeated)
}

/// Parts a cell at semicolons and at line ends; a line that begins with a small letter goes on with the one before.
pub(super) fn parts(printed: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in printed.lines().map(kept).filter(|line| !line.is_empty()) {
        let bare = bare(&line).to_owned();
        let goes_on = bare.len() == line.len() && line.starts_with(char::is_lowercase);
        match lines.last_mut().filter(|_| goes_on) {
            Some(before) => before.extend([" ", &bare]),
            None => lines.push(bare),
        }
    }
    let ends = [' ', '.', ',', ';'];
    let pieces = lines.iter().flat_map(|line| line.split(';')).map(|part| bare(part).trim_end_matches(ends).to_owned());
    // "-" says that there is none.
    pieces.filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

/// Takes away the mark that a line of a list begins with.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(['-', '–', '+', '•', '*', '·']);
    if rest.trim().is_empty() { line } else { rest.trim() }
}

/// Returns the names between slashes, if each begins with a capital and is a word: not `12/BC`, not `tháng/quý`.
fn alternatives(name: &str) -> Vec<String> {
    let parts: Vec<String> = name.split('/').take(ALTERNATIVES + 1).map(|part| part.trim().to_owned()).collect();
    let is_name = |part: &String| part.starts_with(char::is_uppercase) && part.chars().any(char::is_lowercase);
    let differ = parts.iter().enumerate().all(|(at, part)| !parts[..at].iter().any(|own| fold(own) == fold(part)));
    if (2..=ALTERNATIVES).contains(&parts.len()) && parts.iter().all(is_name) && differ { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(printed: &str) -> Vec<String> {
        deliverables(printed).0.into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn a_cell_is_parted_at_semicolons_and_lines() {
        assert_eq!(
            names("Hộp thư góp ý; Công văn; phiếu lấy ý kiến"),
            ["Hộp thư góp ý", "Công văn", "phiếu lấy ý kiến"]
        );
        assert_eq!(names("- Kế hoạch\n- Báo cáo\nkết quả.\n"), ["Kế hoạch", "Báo cáo kết quả"]);
        assert_eq!(names(""), [""; 0]);
        assert_eq!(names(" ; - ;"), [""; 0]);
    }

    #[test]
    fn a_slash_between_names_means_either() {
        let (own, _) = deliverables("Chứng nhận/ Bản công bố; Báo cáo tháng/quý; Số 12/BC");
        assert_eq!(own[0].any_of, ["Chứng nhận", "Bản công bố"]);
        assert_eq!((own[1].any_of.len(), own[1].is_doubtful), (0, true));
        assert_eq!((own[2].any_of.len(), own[2].is_doubtful), (0, true));
    }

    #[test]
    fn what_stands_twice_is_told() {
        let (own, repeated) = deliverables("Báo cáo; BÁO CÁO; Kế hoạch/Báo cáo");
        assert_eq!((own.len(), repeated.len()), (1, 2));
    }
}
