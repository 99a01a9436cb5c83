//! What an appendix says of itself and of the document that it belongs to. All of it is offered, none taken as sure but the year.

use chrono::NaiveDate;

use super::letterhead::LINES;
use super::letters::plain;
use crate::model::PrintedAttached;

/// Tells whether a line names the document that this one is attached to.
pub(super) fn is_attached(line: &str) -> bool {
    let plain = plain(line);
    let plain = plain.trim_start_matches(['(', ' ']);
    ["kem theo ", "ban hanh kem theo ", "dinh kem "].iter().any(|start| plain.starts_with(start))
}

/// Reads `(Kèm theo Kế hoạch số 22/KH-STTTT ngày 20/02/2019 của Sở X)`.
pub(super) fn attached(line: &str, printed: &str) -> PrintedAttached {
    let line = line.replace(" /", "/").replace("/ ", "/");
    let line = line.trim_matches(['(', ')', '.', ' ']);
    let words: Vec<&str> = line.split_whitespace().collect();
    let plains: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let behind = |word: &str| plains.iter().position(|own| own.trim_end_matches(':') == word).map(|at| at + 1);
    let number = behind("so").and_then(|at| words.get(at)).map(|own| own.trim_end_matches([',', ';']));
    let number = number.filter(|own| own.starts_with(|c: char| c.is_ascii_digit()) && own.contains('/'));
    let agency = behind("cua").map(|at| words[at..].join(" ")).filter(|name| !name.is_empty());
    PrintedAttached {
        number: number.map(str::to_owned),
        issued: behind("ngay").and_then(|at| day(&plains[at..])),
        agency,
        printed: printed.to_owned(),
    }
}

/// Reads `20/02/2019`, `20 tháng 02 năm 2019`.
fn day(words: &[String]) -> Option<NaiveDate> {
    let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches([',', ';'])).collect();
    let date = words.first()?;
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let (day, month, year) = match (&parts[..], &words[..]) {
        ([day, month, year], _) | (_, [day, "thang", month, "nam", year, ..]) => (*day, *month, *year),
        _ => return None,
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if ![day, month, year].into_iter().all(is_number) || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Returns the title of an appendix: what stands between the word and the line that names the document, or the line under the word.
pub(super) fn appendix(lines: &[String], attached: Option<usize>) -> Option<String> {
    let is_head = |line: &String| {
        let plain = plain(line);
        let rest = plain.strip_prefix("phu luc");
        rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with(' ') && rest.chars().count() <= 5))
    };
    let begin = lines.iter().position(is_head).map(|at| at + 1)?;
    let end = attached.filter(|end| *end > begin && end - begin <= LINES).unwrap_or((begin + 1).min(lines.len()));
    let title = lines[begin..end].join(" ");
    title.chars().any(char::is_alphabetic).then_some(title).filter(|title| !is_attached(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_above_is_read() {
        let day = NaiveDate::from_ymd_opt(2019, 2, 20);
        for (line, number, issued, agency) in [
            (
                "(Kèm theo Kế hoạch số 22/KH-STTTT ngày 20/02/2019 của Sở Thông tin và Truyền thông)",
                Some("22/KH-STTTT"),
                day,
                Some("Sở Thông tin và Truyền thông"),
            ),
            (
                "(Ban hành kèm theo Quyết định số: 5 /QĐ-UBND, ngày 20 tháng 02 năm 2019 của UBND tỉnh).",
                Some("5/QĐ-UBND"),
                day,
                Some("UBND tỉnh"),
            ),
            ("Kèm theo Công văn số     /CV-X ngày    /02/2019", None, None, None),
            ("(Kèm theo Kế hoạch số 22/KH-X ngày 31/02/2019 của)", Some("22/KH-X"), None, None),
        ] {
            assert!(is_attached(line), "{line}");
            let own = attached(line, line);
            assert_eq!((own.number.as_deref(), own.issued, own.agency.as_deref()), (number, issued, agency), "{line}");
        }
        assert!(!is_attached("Gửi kèm theo báo cáo"));
    }

    #[test]
    fn the_title_stands_under_the_word() {
        let read = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            appendix(&lines, lines.iter().position(|line| is_attached(line)))
        };
        assert_eq!(read(&["PHỤ LỤC 01", "DANH MỤC", "nhiệm vụ", "(Kèm theo X)"]).as_deref(), Some("DANH MỤC nhiệm vụ"));
        assert_eq!(read(&["Phụ lục II", "Danh mục", "Khác"]).as_deref(), Some("Danh mục"));
        for lines in [&["Phụ lục kèm theo", "Danh mục"][..], &["PHỤ LỤC", "(Kèm theo X)"], &["PHỤ LỤC"], &["Danh mục"]]
        {
            assert_eq!(read(lines), None, "{lines:?}");
        }
    }
}
