//! How wide letters are, roughly: what columns need so that no word is cut. In Times New Roman, which documents are set in.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Returns the width of a text on one line, in twips, set in letters of so many half points.
pub(super) fn width(text: &str, size: u32, bold: bool) -> u32 {
    let thousandths: u64 = text.nfd().map(|c| u64::from(letter(c))).sum();
    // A half point has ten twips. Bold letters are a sixteenth wider.
    let twips = thousandths * u64::from(size) * 10 / 1000;
    let twips = if bold { twips + twips / 16 } else { twips };
    u32::try_from(twips).unwrap_or(u32::MAX)
}

/// Returns the width of the widest part of a text that is not broken over lines.
pub(super) fn longest_word(text: &str, size: u32, bold: bool) -> u32 {
    let ends = |c: char| (c.is_whitespace() && c != '\u{a0}') || c == '\u{200b}';
    text.split(ends).map(|word| width(word, size, bold)).max().unwrap_or(0)
}

/// Returns the width of a letter in thousandths of its size.
fn letter(c: char) -> u16 {
    if is_combining_mark(c) {
        return 0;
    }
    match c {
        'i' | 'j' | 'l' | 't' | '/' | '.' | ',' | ':' | ';' | ' ' | '\u{a0}' => 278,
        'f' | 'r' | '-' | '(' | ')' | 'I' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' => 444,
        'm' => 778,
        'w' | 'A' | 'D' | 'Đ' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'U' | 'V' | 'X' | 'Y' => 722,
        'B' | 'C' | 'R' => 667,
        'E' | 'L' | 'T' | 'Z' => 611,
        'F' | 'P' | 'S' => 556,
        'M' => 889,
        'W' | '%' | '…' => 950,
        c if c.width() == Some(2) => 1000,
        _ => 500,
    }
}

/// What a column needs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Need {
    /// Twips without which a word is cut.
    pub(super) least: u32,
    /// Twips in which every cell stands on one line.
    pub(super) most: u32,
    /// Twips of all its texts one behind the other.
    pub(super) whole: u64,
}

/// Shares a width out among columns. The rest beside what each needs goes by the square root of its texts, which makes rows low.
pub(super) fn shared(needs: &[Need], width: u32) -> Vec<u32> {
    let (least, most) = (sum(needs, |own| own.least), sum(needs, |own| own.most));
    let parts: Vec<u64> = if most <= u64::from(width) {
        needs.iter().map(|own| u64::from(own.most)).collect()
    } else if least >= u64::from(width) {
        // Words are cut: no column may have everything.
        return portions(&needs.iter().map(|own| u64::from(own.least)).collect::<Vec<_>>(), width);
    } else {
        needs.iter().map(|own| own.whole.isqrt().max(1)).collect()
    };
    let base: Vec<u32> = if most <= u64::from(width) {
        needs.iter().map(|own| own.most).collect()
    } else {
        needs.iter().map(|own| own.least).collect()
    };
    let rest = width.saturating_sub(base.iter().sum());
    base.iter().zip(portions(&parts, rest)).map(|(base, more)| base + more).collect()
}

fn sum(needs: &[Need], of: impl Fn(&Need) -> u32) -> u64 {
    needs.iter().map(|own| u64::from(of(own))).sum()
}

/// Parts a whole in proportion; the last portion takes what rounding leaves.
fn portions(parts: &[u64], whole: u32) -> Vec<u32> {
    let all = parts.iter().sum::<u64>().max(1);
    let portion = |part: &u64| u32::try_from(u64::from(whole) * part / all).unwrap_or(0);
    let mut list: Vec<u32> = parts.iter().map(portion).collect();
    let left = whole - list.iter().sum::<u32>();
    if let Some(last) = list.last_mut() {
        *last += left;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_over_letters_take_no_room() {
        assert_eq!(width("Hồ sơ", 28, false), width("Ho so", 28, false));
        let decomposed: String = "Hồ sơ".nfd().collect();
        assert_eq!(width("Hồ sơ", 28, false), width(&decomposed, 28, false));
        assert!(width("a", 28, true) > width("a", 28, false));
    }

    #[test]
    fn words_joined_by_a_no_break_space_are_one() {
        assert_eq!(longest_word("a\u{a0}b c", 20, false), width("a\u{a0}b", 20, false));
    }

    #[test]
    fn a_width_is_shared_out_to_the_last_twip() {
        let need = |least, most, whole| Need { least, most, whole };
        for needs in [
            vec![need(100, 200, 200), need(300, 400, 4000)],
            vec![need(100, 900, 900), need(300, 90_000, 400_000)],
            vec![need(5000, 9000, 9000), need(6000, 9000, 9000)],
        ] {
            let widths = shared(&needs, 1000);
            assert_eq!(widths.iter().sum::<u32>(), 1000, "{needs:?}: {widths:?}");
        }
        let widths = shared(&[need(100, 900, 900), need(300, 90_000, 400_000)], 1000);
        assert!(widths[0] >= 100 && widths[1] > 800, "{widths:?}");
    }
}
