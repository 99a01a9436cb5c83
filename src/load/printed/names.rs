//! Whom the cells of a table name: units, people, and common names of several units.

use std::collections::{HashMap, HashSet};

use super::deliverables::parts;
use super::letters::{plain, same_letters};
use crate::model::{Period, PrintedNames, PrintedParty};
use crate::syntax::check::is_id;
use crate::syntax::names::{fold, kept, unmarked};

/// How names of units begin, folded.
const HEAD_WORDS: [&str; 44] = [
    "phòng",
    "các phòng",
    "văn phòng",
    "bộ phận",
    "tổ",
    "ban",
    "chi cục",
    "trung tâm",
    "thanh tra",
    "sở",
    "ubnd",
    "uỷ ban",
    "ủy ban",
    "hđnd",
    "các",
    "cục",
    "vụ",
    "viện",
    "bộ",
    "trường",
    "chi đoàn",
    "đoàn",
    "hội",
    "công an",
    "công đoàn",
    "đảng uỷ",
    "đảng ủy",
    "chi bộ",
    "kho bạc",
    "bảo hiểm",
    "bệnh viện",
    "ngân hàng",
    "đài",
    "quỹ",
    "toà án",
    "tòa án",
    "viện kiểm sát",
    "đ/c",
    "đồng chí",
    "ông",
    "bà",
    "giám đốc",
    "lãnh đạo",
    "đơn vị",
];

/// The longest id that is made of a name.
const ID: usize = 48;

/// Names are compared with one another only where there are not too many.
const COMPARED: usize = 400;

fn begins_as_unit(name: &str) -> bool {
    let folded = same_letters(&fold(name));
    HEAD_WORDS.iter().any(|head| {
        folded.strip_prefix(head).is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
    })
}

/// Tells whether a folded name is a common one: "các ...", "... trực thuộc", "... liên quan".
fn is_collective(folded: &str) -> bool {
    let is_general = ["phòng", "đơn vị", "cơ quan", "bộ phận"].iter().any(|head| folded.starts_with(head));
    folded.starts_with("các ")
        || (is_general && (folded.ends_with("trực thuộc") || folded.ends_with("trực thuộc sở")))
        || (is_general && folded.ends_with("liên quan"))
}

/// Returns what equal names have in common. "Các" before a common name says no more than the rest.
fn key(name: &str) -> String {
    let folded = same_letters(&fold(name));
    if is_collective(&folded) { format!("*{}", folded.strip_prefix("các ").unwrap_or(&folded)) } else { folded }
}

/// The parties that a table names.
#[derive(Debug, Default)]
pub(super) struct Parties {
    list: Vec<PrintedParty>,
    by_key: HashMap<String, usize>,
    /// Names that are whole cells, or whole parts of cells.
    known: HashSet<String>,
}

impl Parties {
    /// Learns the names that stand alone, so that a comma between two of them is known to part them.
    pub(super) fn learn<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let known = cells.flat_map(parts).map(|part| key(&part)).collect();
        Self { known, ..Self::default() }
    }

    /// Reads whom a cell names.
    pub(super) fn read(&mut self, cell: &str) -> PrintedNames {
        let mut names = PrintedNames::default();
        let mut count = 0;
        let mut seen = HashSet::new();
        for part in parts(cell) {
            let (pieces, is_guessed) = self.pieces(&part);
            names.is_guessed |= is_guessed;
            for piece in pieces {
                count += 1;
                let party = self.party(&piece);
                if seen.insert(party) {
                    names.parties.push(party);
                }
            }
        }
        let printed = kept(cell);
        let is_name = |at: &usize| self.list[*at].name == printed || self.list[*at].aliases.contains(&printed);
        let is_plain = count == 1 && names.parties.iter().all(is_name);
        names.printed = Some(printed).filter(|printed| !printed.is_empty() && !is_plain);
        names
    }

    /// Parts a name at commas that stand between names; tells whether only their beginnings say so.
    fn pieces(&self, part: &str) -> (Vec<String>, bool) {
        let mut pieces: Vec<String> = Vec::new();
        for piece in part.split(',') {
            // What a small letter begins is the rest of a name.
            let goes_on = !piece.trim_start().starts_with(char::is_uppercase);
            match pieces.last_mut().filter(|_| goes_on) {
                Some(before) => before.extend([",", piece]),
                None => pieces.push(piece.to_owned()),
            }
        }
        let is_name = |piece: &String| self.known.contains(&key(piece)) || begins_as_unit(piece);
        let pieces: Vec<String> = pieces.iter().map(|piece| kept(piece)).filter(|piece| !piece.is_empty()).collect();
        if pieces.len() < 2 || !pieces.iter().all(is_name) {
            return (vec![part.to_owned()], false);
        }
        let is_guessed = pieces.iter().any(|piece| !self.known.contains(&key(piece)));
        (pieces, is_guessed)
    }

    fn party(&mut self, name: &str) -> usize {
        let key = key(name);
        if let Some(at) = self.by_key.get(&key) {
            let own = &mut self.list[*at];
            if own.name != name && !own.aliases.iter().any(|alias| alias == name) {
                own.aliases.push(name.to_owned());
            }
            return *at;
        }
        let is_group = key.starts_with('*');
        self.list.push(PrintedParty {
            id: String::new(),
            name: name.to_owned(),
            aliases: Vec::new(),
            is_group,
            may_be_several: name.contains(',') || fold(name).contains(" và các "),
            near: Vec::new(),
        });
        self.by_key.insert(key, self.list.len() - 1);
        self.list.len() - 1
    }

    /// Returns the parties, each with its id and those it may be the same as.
    pub(super) fn finish(mut self) -> Vec<PrintedParty> {
        let mut taken: HashMap<String, usize> = HashMap::new();
        for (at, own) in self.list.iter().enumerate() {
            for name in std::iter::once(&own.name).chain(&own.aliases) {
                taken.entry(fold(name)).or_insert(at);
            }
        }
        let mut counts = HashMap::new();
        for at in 0..self.list.len() {
            let id = free_id(&slug(&self.list[at].name), at, &taken, &mut counts);
            taken.insert(id.clone(), at);
            self.list[at].id = id;
        }
        if self.list.len() <= COMPARED {
            let folded: Vec<String> = self.list.iter().map(|own| same_letters(&fold(&own.name))).collect();
            for at in 0..self.list.len() {
                let near = (0..self.list.len())
                    .filter(|other| *other != at && self.list[*other].is_group == self.list[at].is_group);
                let near = near.filter(|other| is_near(&folded[at], &folded[*other])).collect();
                self.list[at].near = near;
            }
        }
        self.list
    }
}

/// Returns the first id of a slug that nothing else has, and that stands for nothing else where ids are named. How often a slug came
/// is counted, since thousands of names may have the same.
fn free_id(slug: &str, at: usize, taken: &HashMap<String, usize>, counts: &mut HashMap<String, u32>) -> String {
    let means_something = |id: &str| {
        matches!(id, "all" | "plan")
            || id.bytes().all(|b| b.is_ascii_digit())
            || Period::parse(&id.to_uppercase()).is_some()
    };
    let slug = if means_something(slug) { format!("don-vi-{slug}") } else { slug.to_owned() };
    let is_free = |id: &str| taken.get(id).is_none_or(|other| *other == at);
    if is_free(&slug) {
        return slug;
    }
    let count = counts.entry(slug.clone()).or_insert(1);
    loop {
        *count += 1;
        let id = format!("{slug}-{count}");
        if is_free(&id) {
            return id;
        }
    }
}

/// Makes an id of a name: its letters without marks.
pub(super) fn slug(name: &str) -> String {
    let own = plain(name);
    let words: Vec<&str> = own.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut slug = String::new();
    for word in words {
        let longer = if slug.is_empty() { word.to_owned() } else { format!("{slug}-{word}") };
        if longer.len() > ID && !slug.is_empty() {
            break;
        }
        slug = longer;
    }
    slug.truncate(ID);
    if is_id(&slug) { slug } else { "don-vi".to_owned() }
}

/// Tells whether two folded names may be those of one: one begins as the whole other, they differ in marks alone, or in few letters.
fn is_near(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let begins = long.strip_prefix(short).is_some_and(|rest| rest.starts_with([' ', '(', '-'])) && short.contains(' ');
    let length = short.chars().count();
    let close = || {
        length > 5
            && long.chars().count().abs_diff(length) <= 2
            && strsim::damerau_levenshtein(short, long) <= length / 8
    };
    let plain = |text: &str| unmarked(text).split(|c: char| !c.is_ascii_alphanumeric()).collect::<String>();
    begins || plain(one) == plain(other) || close()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str]) -> (Vec<PrintedNames>, Vec<PrintedParty>) {
        let mut parties = Parties::learn(cells.iter().copied());
        let names = cells.iter().map(|cell| parties.read(cell)).collect();
        (names, parties.finish())
    }

    fn names(cells: &[&str]) -> Vec<String> {
        read(cells).1.into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn a_comma_within_a_name_does_not_part_it() {
        assert_eq!(names(&["Các phòng, đơn vị trực thuộc"]), ["Các phòng, đơn vị trực thuộc"]);
        assert_eq!(names(&["UBND xã, phường, Thị trấn"]), ["UBND xã, phường, Thị trấn"]);
        assert_eq!(names(&["Nguyễn Văn A, Trần B"]), ["Nguyễn Văn A, Trần B"]);
    }

    #[test]
    fn a_comma_between_names_parts_them() {
        let (own, parties) = read(&["Tổ CNTT, Văn phòng sở", "Tổ CNTT", "Văn phòng Sở"]);
        assert_eq!(parties.iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["Tổ CNTT", "Văn phòng sở"]);
        assert_eq!(parties[1].aliases, ["Văn phòng Sở"]);
        assert_eq!((own[0].parties.as_slice(), own[0].is_guessed), (&[0, 1][..], false));
        let (own, parties) =
            read(&["Bộ phận TN &TKQ cấp tỉnh, Phòng, đơn vị trực thuộc", "Các Phòng, đơn vị trực thuộc"]);
        assert_eq!(parties[0].name, "Bộ phận TN &TKQ cấp tỉnh");
        assert_eq!((parties[1].name.as_str(), parties[1].is_group), ("Phòng, đơn vị trực thuộc", true));
        assert_eq!(
            (parties[1].aliases.as_slice(), parties.len()),
            (&["Các Phòng, đơn vị trực thuộc".to_owned()][..], 2)
        );
        assert!(own[0].is_guessed);
        assert_eq!(own[0].printed.as_deref(), Some("Bộ phận TN &TKQ cấp tỉnh, Phòng, đơn vị trực thuộc"));
        assert_eq!(own[1].printed, None);
    }

    #[test]
    fn lines_and_semicolons_part_names() {
        assert_eq!(
            names(&["- Văn phòng\n- Thanh tra;\nTổ công\nnghệ; Sở X."]),
            ["Văn phòng", "Thanh tra", "Tổ công nghệ", "Sở X"]
        );
        assert_eq!(names(&["", "-", "…"]), [""; 0]);
    }

    #[test]
    fn ids_are_unique_and_valid() {
        let (_, parties) = read(&["Đ/c Thăng", "Tổ Á", "Tổ A", "to-a", "2019", "第一", "第二", "All", "Ðội QLTT"]);
        let ids: Vec<&str> = parties.iter().map(|own| own.id.as_str()).collect();
        assert_eq!(
            ids,
            ["d-c-thang", "to-a-2", "to-a-3", "to-a", "don-vi-2019", "don-vi", "don-vi-2", "don-vi-all", "doi-qltt"]
        );
        assert!(ids.iter().all(|id| is_id(id)));
        assert!(slug(&"Phòng Quản lý ".repeat(20)).len() <= ID);
        assert_eq!(slug(&"x".repeat(80)).len(), ID);
    }

    #[test]
    fn near_names_stay_apart_and_are_told() {
        let (_, parties) = read(&[
            "Bộ phận Một cửa",
            "Bộ phận Một cửa của Sở",
            "Bộ phận KSTTHC",
            "Bộ phận TN&TKQ",
            "Bộ phận TN &TKQ",
            "Sở",
            "Sở Nội vụ",
        ]);
        let near: Vec<&[usize]> = parties.iter().map(|own| own.near.as_slice()).collect();
        assert_eq!(near, [&[1][..], &[0], &[], &[4], &[3], &[], &[]]);
    }
}
