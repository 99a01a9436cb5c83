//! Vietnamese in the letters of old fonts, TCVN3 (ABC) and VNI: other letters stand in the file, and only the font makes Vietnamese of them.
//!
//! No letter alone gives them away, for each is a letter of some language: `Zürich`, `10 µm`, `hoà`. A word does if it holds a letter
//! that Vietnamese has not and, read with the font, is a syllable that Vietnamese can have.

use unicode_normalization::UnicodeNormalization;

/// The letters of an old font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, also called ABC: fonts `.VnTime` and the like.
    Tcvn3,
    /// VNI Windows: fonts `VNI-Times` and the like.
    Vni,
}

/// Tells whether a text is in the letters of an old font, and of which. When in doubt, it is not.
pub fn legacy(text: &str) -> Option<Legacy> {
    // Letters that only Unicode has are in no such text, and most texts have nothing foreign.
    let is_beyond = |c: char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}');
    let is_foreign = |c: char| ('\u{a1}'..='\u{ff}').contains(&c) && !is_vietnamese(c);
    if text.is_ascii() || text.contains(is_beyond) || !text.contains(is_foreign) {
        return None;
    }
    [Legacy::Tcvn3, Legacy::Vni].into_iter().find(|own| speaks(text, *own))
}

/// Returns the first line of a text, from 1 on, with a word that shows which old letters the text is in, and the cell it stands in.
pub(super) fn first(text: &str) -> Option<(Legacy, usize, String)> {
    let letters = legacy(text)?;
    let shows = |part: &&str| words(part).any(|word| weigh(word, letters).is_some_and(|own| own.foreign > 0));
    // A lone CR ends a line too.
    let text = text.replace("\r\n", "\n");
    let (at, line) = text.split(['\n', '\r']).enumerate().find(|(_, line)| shows(line))?;
    let cell = line.split([';', '\t', ',']).find(shows).unwrap_or(line).trim_matches([' ', '"']);
    Some((letters, at + 1, cell.chars().take(60).collect()))
}

/// What a word says of the letters it is in.
struct Weight {
    /// How many letters it has that Vietnamese has not.
    foreign: usize,
    /// Whether one of them is a sign that stands within a word of no language, as in `n¨m`.
    is_plain: bool,
}

/// How many words are weighed: a whole file may come.
const LOOKED_AT: usize = 5_000;

fn speaks(text: &str, letters: Legacy) -> bool {
    let (mut fitting, mut unfit, mut is_foreign, mut is_plain) = (Vec::new(), 0, false, false);
    for word in words(text).take(LOOKED_AT) {
        match weigh(word, letters) {
            None => unfit += 1,
            Some(own) => {
                if !fitting.contains(&word) && fitting.len() < 100 {
                    fitting.push(word);
                }
                is_foreign |= own.foreign > 0;
                is_plain |= own.is_plain || own.foreign > 1;
            }
        }
    }
    is_foreign && (is_plain || fitting.len() > 1) && fitting.len() >= unfit * 3
}

/// Returns the words that are not plain ASCII and have more than one letter. What touches a digit is a measure: `10µm`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_alphanumeric() || (!c.is_ascii() && tcvn3(c).is_some());
    text.split(move |c| !is_word(c)).filter(|word| {
        let is_measure = word.contains(|c: char| c.is_ascii_digit()) || matches!(*word, "µm" | "µs" | "µg" | "µl");
        !word.is_ascii() && !is_measure && word.chars().nth(1).is_some()
    })
}

/// Weighs a word; none if it is no Vietnamese syllable when read with the font.
fn weigh(word: &str, letters: Legacy) -> Option<Weight> {
    let read = match letters {
        Legacy::Tcvn3 => from_tcvn3(word)?,
        Legacy::Vni => from_vni(word)?,
    };
    if !is_syllable(&read) {
        return None;
    }
    let all: Vec<char> = word.chars().collect();
    let foreign = all.iter().filter(|c| !c.is_ascii() && !is_vietnamese(**c) && **c != 'Ð').count();
    let is_sign = |at: usize| {
        matches!(all[at], '¨' | '©' | 'ª' | '«' | '¬' | '®' | 'µ' | '¶' | '·' | '¸' | '¹' | '¼'..='¾' | '\u{ad}')
    };
    let is_letter = |at: Option<&char>| at.is_some_and(char::is_ascii_lowercase);
    let is_plain = (0..all.len()).any(|at| {
        is_sign(at)
            && is_letter(all.get(at + 1))
            && if all[at] == '®' { at == 0 } else { at > 0 && is_letter(all.get(at - 1)) }
    });
    Some(Weight { foreign, is_plain: is_plain && letters == Legacy::Tcvn3 })
}

/// The letters of TCVN3 from 0xA1 on, as windows-1252 has them, and what they are: TCVN 5712:1993, third set.
const TCVN3: &str = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u{ad}ư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừö\
ử÷ữøứùựúỳûỷüỹýýþỵ";

fn tcvn3(letter: char) -> Option<char> {
    let mut pairs = TCVN3.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == letter {
            return Some(to);
        }
    }
    None
}

fn from_tcvn3(word: &str) -> Option<String> {
    word.chars().map(|letter| if letter.is_ascii() { Some(letter) } else { tcvn3(letter) }).collect()
}

/// Reads a word of VNI, which writes a vowel and its marks as two letters: `oà` is `ồ`.
fn from_vni(word: &str) -> Option<String> {
    let mut read = String::new();
    let mut before = ' ';
    for letter in word.chars().flat_map(char::to_lowercase) {
        let after = |vowels: &str| vowels.contains(before);
        let marks = match letter {
            // These stand for a letter each.
            'a'..='z' | 'ñ' | 'ö' | 'ô' | 'î' | 'í' | 'ì' | 'æ' | 'ó' | 'ò' => "",
            'ù' if after("aeouyôö") => "\u{301}",
            'ø' if after("aeouyôö") => "\u{300}",
            'û' if after("aeouyôö") => "\u{309}",
            'õ' if after("aeouyôö") => "\u{303}",
            'ï' if after("aeouyôö") => "\u{323}",
            'â' if after("aeo") => "\u{302}",
            'á' if after("aeo") => "\u{302}\u{301}",
            'à' if after("aeo") => "\u{302}\u{300}",
            'å' if after("aeo") => "\u{302}\u{309}",
            'ã' if after("aeo") => "\u{302}\u{303}",
            'ä' if after("aeo") => "\u{302}\u{323}",
            'ê' if after("a") => "\u{306}",
            'é' if after("a") => "\u{306}\u{301}",
            'è' if after("a") => "\u{306}\u{300}",
            'ú' if after("a") => "\u{306}\u{309}",
            'ü' if after("a") => "\u{306}\u{303}",
            'ë' if after("a") => "\u{306}\u{323}",
            _ => return None,
        };
        read.push_str(match letter {
            'ñ' => "đ",
            'ö' => "ư",
            'ô' => "ơ",
            'î' => "ỵ",
            'æ' => "ỉ",
            'ó' => "ĩ",
            'ò' => "ị",
            'í' => "í",
            'ì' => "ì",
            _ => marks,
        });
        if letter.is_ascii() {
            read.push(letter);
        }
        before = letter;
    }
    Some(read.nfc().collect())
}

/// Tells whether Vietnamese has a letter, in its composed form.
pub(super) fn is_vietnamese(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic();
    }
    if matches!(letter, 'đ' | 'Đ') {
        return true;
    }
    let mut apart = std::iter::once(letter).nfd();
    let Some(base) = apart.next().map(|base| base.to_ascii_lowercase()) else { return false };
    let (mut has_form, mut has_tone) = (false, false);
    let has_marks = apart.all(|mark| {
        let (is_form, is_tone) = match mark {
            '\u{302}' => ("aeo".contains(base), false),
            '\u{306}' => (base == 'a', false),
            '\u{31b}' => ("ou".contains(base), false),
            mark => (false, TONES.contains(&mark) && "aeiouy".contains(base)),
        };
        let is_new = (is_form && !has_form) || (is_tone && !has_tone);
        has_form |= is_form;
        has_tone |= is_tone;
        is_new
    });
    has_marks && (has_form || has_tone)
}

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// What a syllable may begin with, longer before shorter.
const ONSETS: &str = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x";

/// The vowels of a syllable.
const VOWELS: &str = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uo uô uơ uy ưa ưi ưu ươ \
                      yê iêu oai oao oay oeo uao uây uôi uya uyê uyu ươi ươu yêu";

/// What it may end with.
const CODAS: &str = "c ch m n ng nh p t";

/// Tells whether a word is a syllable that Vietnamese can have: one tone at most, and only two of them before a stop.
fn is_syllable(word: &str) -> bool {
    let mut tones = 0;
    let mut is_sharp = false;
    let bare: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| {
            tones += usize::from(TONES.contains(c));
            is_sharp |= matches!(c, '\u{301}' | '\u{323}');
            !TONES.contains(c)
        })
        .nfc()
        .collect();
    let rest_fits = |rest: &str| {
        let end = rest.find(|c: char| !"aăâeêioôơuưy".contains(c)).unwrap_or(rest.len());
        let (vowels, coda) = rest.split_at(end);
        let is_stop = matches!(coda, "c" | "ch" | "p" | "t");
        let is_thin = matches!(vowels, "i" | "ê" | "y") && matches!(coda, "c" | "ng");
        VOWELS.split_whitespace().any(|own| own == vowels)
            && (coda.is_empty() || CODAS.split_whitespace().any(|own| own == coda))
            && !is_thin
            && (!is_stop || is_sharp)
    };
    let without = ONSETS.split_whitespace().filter_map(|onset| bare.strip_prefix(onset));
    tones <= 1 && (rest_fits(&bare) || without.into_iter().any(rest_fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_old_letters_is_told() {
        for text in [
            "Tæng thu NSNN trªn ®Þa bµn",
            "tæng sè",
            "n¨m",
            "§¬n vÞ: triÖu ®ång",
            "Chi ®Çu t\u{ad} ph¸t triÓn",
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
            "UBND tØnh Qu¶ng Ninh",
        ] {
            assert_eq!(legacy(text), Some(Legacy::Tcvn3), "{text}");
        }
        for text in [
            "Ñôn vò tính: trieäu ñoàng",
            "TOÅNG THU NGAÂN SAÙCH",
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            "Chæ tieâu, keá hoaïch naêm 2019",
            "tyû leä",
        ] {
            assert_eq!(legacy(text), Some(Legacy::Vni), "{text}");
        }
    }

    #[test]
    fn no_name_of_another_language_is_taken_for_it() {
        for text in [
            "Zürich",
            "Köln",
            "Müller & Söhne",
            "hoà",
            "quà",
            "Hoà Bình, quà biếu",
            "10µm",
            "bụi PM10 (µm)",
            "nồng độ µg/m³",
            "©",
            "© 2019 Sở",
            "®",
            "«Không»",
            "l'«école» française",
            "Genève",
            "Noël à Saïgon",
            "El Niño",
            "La Niña",
            "São Paulo",
            "kW·h",
            "col·lecció",
            "1ª",
            "½",
            "§ 5",
            "£100 ¥200",
            "Đắk Lắk",
            "ĐẮK NÔNG",
            "Tổng thu ngân sách",
            "thông\u{ad}tin",
            "naïve",
            "Œuvre",
            "Malmö",
            "Ðắk Lắk",
            "Größe",
            "français",
            "Curaçao",
            "Ångström",
            "m²",
            "20°C",
            "× 100",
            "3 ÷ 4",
            "úc",
            "Thuỵ Sĩ",
            "Côte d'Ivoire",
            "Łódź",
            "Việt Nam – Köln",
        ] {
            assert_eq!(legacy(text), None, "{text}");
        }
    }

    #[test]
    fn the_letters_of_vietnamese_are_known() {
        assert!("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐỸ".chars().all(is_vietnamese));
        assert!("äöüßçñøåœëïÿªµð".chars().all(|letter| !is_vietnamese(letter)));
    }

    #[test]
    fn the_first_word_that_shows_it_is_found() {
        let (letters, line, cell) = first("Bao cao;1\nTæng thu NSNN trªn ®Þa bµn;2\n").unwrap();
        assert_eq!((letters, line, cell.as_str()), (Legacy::Tcvn3, 2, "Tæng thu NSNN trªn ®Þa bµn"));
        assert_eq!(first("Thủ đô"), None);
    }
}
