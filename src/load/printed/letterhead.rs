//! What the text around the table says of the document: number, day, agency, title, basis. Only what is sure is taken.

use chrono::{Datelike, NaiveDate};

use super::appendix::{appendix, attached, is_attached};
use super::letters::plain;
use crate::model::PrintedHead;
use crate::syntax::names::{fold, kept};

/// How many lines a title may have.
pub(super) const LINES: usize = 4;

/// The longest agency's name, in letters.
const AGENCY: usize = 80;

/// How names of agencies begin, without marks.
const AGENCIES: [&str; 12] = [
    "so ",
    "ubnd ",
    "uy ban ",
    "ban ",
    "cuc ",
    "chi cuc ",
    "trung tam ",
    "bo ",
    "thanh tra ",
    "van phong ",
    "hoi ",
    "truong ",
];

/// What is said of a document, and which of its lines are said whole by that.
pub(super) struct Letterhead {
    pub(super) head: PrintedHead,
    pub(super) used: Vec<usize>,
}

/// Takes tags and marks of Markdown out of a line.
fn bare(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        let behind = &rest[open + 1..];
        let name = behind.trim_start_matches('/');
        let end = behind.find('>').filter(|end| *end <= 10 && name.starts_with(|c: char| c.is_ascii_alphabetic()));
        text.push_str(&rest[..open]);
        rest = end.map_or(behind, |end| &behind[end + 1..]);
        if end.is_none() {
            text.push('<');
        }
    }
    text.push_str(rest);
    kept(text.replace("**", "").trim_start_matches('#'))
}

/// Reads the lines before the table; those behind it only show whether the agency's name is right.
pub(super) fn letterhead(lines: &[String], before: usize) -> Letterhead {
    let bared: Vec<String> = lines.iter().map(|line| bare(line)).collect();
    let own = &bared[..before.min(bared.len())];
    let mut head = PrintedHead::default();
    let mut used = Vec::new();
    if let Some((at, number)) = own.iter().enumerate().find_map(|(at, line)| Some((at, number(line)?))) {
        let printed = lines[at].clone();
        head.number = Some(number);
        head.number_printed = Some(printed);
        used.push(at);
    }
    if let Some((at, (place, issued))) = own.iter().enumerate().find_map(|(at, line)| Some((at, issued(line)?))) {
        head.place = Some(place);
        head.issued = Some(issued);
        used.push(at);
    }
    let begin = own.iter().position(|line| plain(line) == "ke hoach");
    if let Some(begin) = begin {
        let count = title_lines(&own[begin + 1..]);
        if count > 0 {
            head.title = Some(own[begin + 1..=begin + count].join(" "));
            used.extend(begin..=begin + count);
        }
    }
    // "KẾ HOẠCH CÔNG TÁC NĂM 2026" is all in one.
    let is_title = |line: &String| plain(line).starts_with("ke hoach ") && !line.chars().any(char::is_lowercase);
    if let Some(at) = own.iter().position(is_title).filter(|_| begin.is_none()) {
        head.title = Some(own[at].clone());
        used.push(at);
    }
    for (at, line) in own.iter().enumerate() {
        if plain(line).starts_with("can cu ") && begin.is_none_or(|begin| at > begin) {
            let text = line.split_once(' ').and_then(|(_, rest)| rest.split_once(' ')).map_or("", |(_, rest)| rest);
            head.basis.push(text.trim_end_matches([';', '.', ',', ' ']).to_owned());
            used.push(at);
        }
    }
    let at = own.iter().position(|line| is_attached(line));
    head.attached = at.map(|at| attached(&own[at], &lines[at]));
    if head.title.is_none() {
        head.appendix = appendix(own, at);
    }
    years(&mut head);
    agency(&mut head, own, &bared, &mut used);
    Letterhead { head, used }
}

/// Reads `Số: 01A/KH-SKHCN`; a number that was to be written in by hand is none.
fn number(line: &str) -> Option<String> {
    let (_, text) = line.split_once(':').filter(|(word, _)| plain(word).trim() == "so")?;
    let text = text.replace(" /", "/").replace("/ ", "/");
    let text = text.trim();
    let (number, sign) = text.split_once('/')?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(char::is_alphanumeric);
    let is_sign = !sign.is_empty() && !sign.contains(char::is_whitespace);
    (is_number && is_sign).then(|| text.to_owned())
}

/// Reads `Bà Rịa - Vũng Tàu, ngày 05 tháng 01 năm 2019`.
fn issued(line: &str) -> Option<(String, NaiveDate)> {
    let (place, day) = line.rsplit_once(',')?;
    let day = plain(day);
    let words: Vec<&str> = day.split_whitespace().map(|word| word.trim_end_matches('.')).collect();
    let ["ngay", day, "thang", month, "nam", year] = words[..] else { return None };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if ![day, month, year].into_iter().all(is_number) || year.len() != 4 || place.contains([',', ':', '/']) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    let place = place.trim();
    (!fold(place).is_empty()).then(|| (place.to_owned(), day))
}

/// Returns how many lines belong to a title: up to where the reasons or the first part begin; only the first where neither does.
fn title_lines(lines: &[String]) -> usize {
    let is_end = |line: &String| {
        let plain = plain(line);
        let is_reason =
            ["can cu", "thuc hien", "de ", "nham ", "theo ", "tren co so"].iter().any(|own| plain.starts_with(own));
        let first = line.split([' ', '.']).next().unwrap_or_default();
        let is_part = !first.is_empty() && first.bytes().all(|b| b"IVX0123456789".contains(&b));
        is_reason || is_part || !line.chars().any(char::is_alphanumeric)
    };
    match lines.iter().take(LINES + 1).position(is_end) {
        Some(count) => count,
        None => lines.len().min(1),
    }
}

/// Finds the years of the plan: those the title names, or else that of the day of issue.
fn years(head: &mut PrintedHead) {
    let title = plain(head.title.as_deref().or(head.appendix.as_deref()).unwrap_or_default());
    let parts: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let year = |text: &str| text.parse::<i32>().ok().filter(|year| text.len() == 4 && (1900..3000).contains(year));
    // "năm 2019"; a decision's year stands behind a day or a sign.
    let named: Vec<i32> = parts.windows(2).filter(|pair| pair[0] == "nam").filter_map(|pair| year(pair[1])).collect();
    let span = parts.windows(3).find_map(|own| match own {
        ["doan" | "nam", from, to] => Some((year(from)?, year(to)?)),
        _ => None,
    });
    let is_one = named.iter().all(|own| Some(own) == named.first());
    let is_end = parts.windows(3).any(|own| own[0] == "den" && own[1] == "nam" && year(own[2]).is_some());
    head.years = match (span, named.first()) {
        (Some((from, to)), None) if from < to && to - from <= 30 => Some((from, to)),
        (None, Some(year)) if is_one && !is_end => Some((*year, *year)),
        (None, None) => {
            // What is issued at the end of a year is as a rule for the next.
            let day = head.issued.filter(|day| day.month() < 11);
            head.is_year_of_issue = day.is_some();
            day.map(|day| (day.year(), day.year()))
        }
        (Some(_), _) | (None, Some(_)) => None,
    };
}

/// Finds the agency: whose plan the title says it is, if another line begins with that name; or the name in capitals at the head.
fn agency(head: &mut PrintedHead, own: &[String], all: &[String], used: &mut Vec<usize>) {
    let is_agency =
        |line: &str| AGENCIES.iter().any(|start| plain(line).starts_with(start)) && line.chars().count() <= AGENCY;
    let capitals = |line: &String| is_agency(line) && !line.chars().any(char::is_lowercase);
    let is_title = |line: &String| plain(line) == "ke hoach" || head.title.as_ref() == Some(line);
    let end = own.iter().position(is_title).unwrap_or(0);
    let at: Vec<usize> = (0..end).filter(|at| capitals(&own[*at])).collect();
    let of_title = head.title.as_deref().and_then(|title| title.rsplit_once(" của ")).map(|(_, name)| name);
    let of_title = of_title
        .map(|name| name.split(" năm ").next().unwrap_or(name).trim_end_matches('.'))
        .filter(|name| is_agency(name));
    if let Some(name) = of_title {
        let title = head.title.as_deref().map(fold).unwrap_or_default();
        let is_seen = |line: &&String| {
            let line = fold(line);
            line.starts_with(&fold(name)) && line != title
        };
        if all.iter().any(|line| is_seen(&line)) {
            head.agency = Some(name.to_owned());
            // The letterhead says no more; the agency above it does.
            if let [parent, own_line] = at[..]
                && fold(&own[own_line]) == fold(name)
            {
                head.parent = Some(own[parent].clone());
                used.extend([parent, own_line]);
            }
            return;
        }
    }
    match at[..] {
        [only] => {
            head.agency = Some(own[only].clone());
            used.push(only);
        }
        [parent, only] if only == parent + 1 => {
            head.parent = Some(own[parent].clone());
            head.agency = Some(own[only].clone());
            used.extend([parent, only]);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> PrintedHead {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        letterhead(&lines, lines.len()).head
    }

    #[test]
    fn what_is_sure_is_taken() {
        let own = read(&[
            "Số: 01<sup>A</sup> /KH-SKHCN",
            "Bà Rịa - Vũng Tàu, ngày 05 tháng 01 năm 2019",
            "## KẾ HOẠCH",
            "### Triển khai một việc của Sở Khoa học và Công nghệ",
            "Căn cứ Quyết định số 2856/QĐ-UBND ngày 12/10/2018;",
            "Sở Khoa học và Công nghệ lập kế hoạch:",
            "#### I. MỤC ĐÍCH",
        ]);
        assert_eq!(own.number.as_deref(), Some("01A/KH-SKHCN"));
        assert_eq!(own.place.as_deref(), Some("Bà Rịa - Vũng Tàu"));
        assert_eq!(own.issued, NaiveDate::from_ymd_opt(2019, 1, 5));
        assert_eq!(own.title.as_deref(), Some("Triển khai một việc của Sở Khoa học và Công nghệ"));
        assert_eq!(own.agency.as_deref(), Some("Sở Khoa học và Công nghệ"));
        assert_eq!((own.years, own.is_year_of_issue), (Some((2019, 2019)), true));
        assert_eq!(own.basis, ["Quyết định số 2856/QĐ-UBND ngày 12/10/2018"]);
    }

    #[test]
    fn a_letterhead_in_capitals_names_the_agency() {
        let own = read(&[
            "UBND TỈNH A",
            "SỞ NỘI VỤ",
            "Số:      /KH-SNV",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "A, ngày     tháng 12 năm 2025",
            "KẾ HOẠCH",
            "Cải cách hành chính",
            "năm 2026",
            "Thực hiện Quyết định số 5 năm 2024 của UBND tỉnh,",
        ]);
        assert_eq!((own.parent.as_deref(), own.agency.as_deref()), (Some("UBND TỈNH A"), Some("SỞ NỘI VỤ")));
        assert_eq!((own.number, own.issued), (None, None));
        assert_eq!(own.title.as_deref(), Some("Cải cách hành chính năm 2026"));
        assert_eq!((own.years, own.is_year_of_issue), (Some((2026, 2026)), false));
    }

    #[test]
    fn an_appendix_gives_the_year_and_offers_the_rest() {
        let own = read(&[
            "PHỤ LỤC",
            "Danh mục nhiệm vụ chuyển đổi số năm 2019",
            "(Kèm theo Kế hoạch số 22/KH-STTTT ngày 20/02/2019 của Sở Thông tin và Truyền thông)",
        ]);
        assert_eq!((own.title, own.number, own.agency, own.issued), (None, None, None, None));
        assert_eq!((own.years, own.is_year_of_issue), (Some((2019, 2019)), false));
        assert_eq!(own.appendix.as_deref(), Some("Danh mục nhiệm vụ chuyển đổi số năm 2019"));
        assert_eq!(own.attached.and_then(|own| own.number).as_deref(), Some("22/KH-STTTT"));
    }

    #[test]
    fn what_is_not_sure_is_left() {
        let own = read(&["KẾ HOẠCH CÔNG TÁC NĂM 2026", "(Kèm theo Công văn số 5)"]);
        assert_eq!((own.title.as_deref(), own.years), (Some("KẾ HOẠCH CÔNG TÁC NĂM 2026"), Some((2026, 2026))));
        assert_eq!(read(&["KẾ HOẠCH", "Phát triển giai đoạn 2021-2025", "I. X"]).years, Some((2021, 2025)));
        for title in ["Năm 2020 và năm 2021", "Việc năm 2023 của giai đoạn 2021-2025", "Phát triển đến năm 2030"]
        {
            assert_eq!(read(&["Hà Nội, ngày 05 tháng 01 năm 2023", "KẾ HOẠCH", title, "I. X"]).years, None, "{title}");
        }
        assert_eq!(read(&["Hà Nội, ngày 25 tháng 12 năm 2023", "KẾ HOẠCH", "Cải cách", "I. X"]).years, None);
        assert_eq!(read(&["Số liệu: 12/AB", "Hà Nội, ngày 31 tháng 02 năm 2020"]), PrintedHead::default());
        assert_eq!(read(&["Kế hoạch của Sở X"]), PrintedHead::default());
    }
}
