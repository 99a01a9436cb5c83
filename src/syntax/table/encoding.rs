//! The letters of a text file, whatever they are encoded in.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::legacy;
use super::unreadable::Unreadable;

/// Returns the text of a file: UTF-8, UTF-16 or windows-1258, without a byte order mark. What came in windows-1258 is composed (NFC), for
/// that encoding keeps vowels and tones apart; other text stays as it is.
///
/// # Errors
/// Returns why it is no text that can be read. Nothing is guessed: text that is neither Unicode nor surely Vietnamese is refused.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    // Old programs end a text with Ctrl-Z.
    let bytes = bytes.strip_suffix(b"\x1a").unwrap_or(bytes);
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest, true)),
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest, true)),
        _ => wide_by_zeros(bytes).map(|encoding| (encoding, bytes, false)),
    };
    if let Some((encoding, rest, is_marked)) = wide {
        let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
        let fits = |text: &String| is_text(text) && (is_marked || text.chars().all(is_latin));
        return text.map(std::borrow::Cow::into_owned).filter(fits).ok_or(Unreadable::Unknown);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if is_text(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Ok(_) => Err(Unreadable::Unknown),
        Err(error) => single_bytes(bytes, error.valid_up_to()),
    }
}

/// Tells UTF-16 without a mark by its zeros: half of what Latin letters are, all on the same side, and none in any other text.
fn wide_by_zeros(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_wide =
        |zeros: usize, others: usize| bytes.len().is_multiple_of(2) && others == 0 && zeros * 6 >= bytes.len();
    if is_wide(odd, even) && odd > 0 {
        Some(UTF_16LE)
    } else if is_wide(even, odd) && even > 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Tells whether a letter or sign may stand in Latin text: what two bytes of something else make seldom does.
fn is_latin(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{22ff}' | '\u{fb00}'..='\u{fb06}' | '\u{feff}')
}

/// Tells whether a text may be one. Other control codes may have slipped into it, and are refused where they stand.
fn is_text(text: &str) -> bool {
    !text.contains(['\0', '\u{fffe}'])
}

/// Reads text of one byte a letter; `at` is where it stops being UTF-8.
fn single_bytes(bytes: &[u8], at: usize) -> Result<String, Unreadable> {
    if bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f)) {
        return Err(Unreadable::Unknown);
    }
    if let Some(text) = vietnamese(bytes) {
        return Ok(text);
    }
    // Fonts of TCVN3 and VNI lie over the letters of windows-1252.
    let latin = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    if let Some((letters, line, text)) = legacy::first(&latin) {
        return Err(Unreadable::Legacy { letters, line, text });
    }
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let end = bytes.len().min(at + 8);
    Err(Unreadable::Encoding { line, bytes: bytes[at..end].iter().copied().take_while(|byte| *byte >= 0x80).collect() })
}

/// Reads windows-1258, if every letter that results is one that Vietnamese has and no mark is left over.
fn vietnamese(bytes: &[u8]) -> Option<String> {
    let text: String = WINDOWS_1258.decode_without_bom_handling_and_without_replacement(bytes)?.nfc().collect();
    let fits = |c: char| {
        c.is_ascii() || !(c.is_control() || is_combining_mark(c) || c.is_alphabetic() && !legacy::is_vietnamese(c))
    };
    // Signs that stand within words are letters of an old font.
    let is_sign = |c: char| matches!(c, '¨' | '©' | '«' | '¬' | '®' | '¶' | '·' | '¸' | '¹' | '»'..='¾' | '\u{ad}');
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let is_within = before.is_alphabetic() && letters.peek().is_some_and(|next| next.is_lowercase());
        let is_first = c == '®' && letters.peek().is_some_and(|next| next.is_lowercase());
        if !fits(c) || is_sign(c) && (is_within || is_first) {
            return None;
        }
        before = c;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::super::legacy::Legacy;
    use super::*;

    const TEXT: &str = "Tổng số thu;Đơn vị: triệu đồng\r\nHoà Bình;1.234,5\r\nBÀ RỊA – VŨNG TÀU;0\r\n";

    fn wide(text: &str, is_big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    /// Windows keeps a vowel with its form in one byte and the tone in the next.
    pub(crate) fn in_1258(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for letter in text.chars() {
            let apart: Vec<char> = std::iter::once(letter).nfd().collect();
            let (tones, base): (Vec<char>, Vec<char>) =
                apart.into_iter().partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
            let base: String = base.into_iter().nfc().collect();
            let written: String = base.chars().chain(tones).collect();
            let (own, _, is_lost) = WINDOWS_1258.encode(&written);
            assert!(!is_lost, "{letter}");
            bytes.extend_from_slice(&own);
        }
        bytes
    }

    #[test]
    fn one_text_is_the_same_in_every_encoding() {
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", TEXT.as_bytes().to_vec()),
            marked(b"\xff\xfe", wide(TEXT, false)),
            marked(b"\xfe\xff", wide(TEXT, true)),
            wide(TEXT, false),
            wide(TEXT, true),
            in_1258(TEXT),
            marked(TEXT.as_bytes(), b"\x1a".to_vec()),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn letters_of_old_fonts_are_named() {
        let bytes = WINDOWS_1252.encode("a;b\r\nTæng thu NSNN trªn ®Þa bµn;1\r\n").0.into_owned();
        let text = "Tæng thu NSNN trªn ®Þa bµn".to_owned();
        assert_eq!(decode(&bytes), Err(Unreadable::Legacy { letters: Legacy::Tcvn3, line: 2, text }));
        let bytes = WINDOWS_1252.encode("Ñôn vò tính: trieäu ñoàng;1\n").0.into_owned();
        let text = "Ñôn vò tính: trieäu ñoàng".to_owned();
        assert_eq!(decode(&bytes), Err(Unreadable::Legacy { letters: Legacy::Vni, line: 1, text }));
        // Each letter is one that Vietnamese has; only the sign gives it away.
        let bytes = WINDOWS_1252.encode("®iÓm;n¨m\n").0.into_owned();
        assert!(matches!(decode(&bytes), Err(Unreadable::Legacy { letters: Legacy::Tcvn3, .. })));
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        let bytes = WINDOWS_1252.encode("a\nZürich\n").0.into_owned();
        assert_eq!(decode(&bytes), Err(Unreadable::Encoding { line: 2, bytes: vec![0xfc] }));
        for bytes in [&b"a\0b"[..], b"\x7fELF\x02\x01\xff", b"\xff\xfe\x00\xd8a\0", b"\xff\x01\x02"] {
            assert_eq!(decode(bytes), Err(Unreadable::Unknown), "{bytes:?}");
        }
        // French that windows-1258 has the same letters for is right either way.
        assert_eq!(decode(b"D\xe9penses\n").as_deref(), Ok("Dépenses\n"));
    }
}
