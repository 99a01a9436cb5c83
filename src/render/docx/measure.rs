//! What columns need so that no word is cut and rows are low.

use crate::render::letters::thousandths;

/// Returns the width of a text on one line, in twips, set in letters of so many half points. No two programs measure alike: one in
/// twenty is to spare.
pub(super) fn width(text: &str, size: u32, bold: bool) -> u32 {
    // A half point has ten twips.
    let twips = thousandths(text, bold) * u64::from(size) * 10 / 1000;
    u32::try_from(twips + twips / 20).unwrap_or(u32::MAX)
}

/// Returns the width of the widest part of a text that is not broken over lines.
pub(super) fn longest_word(text: &str, size: u32, bold: bool) -> u32 {
    let ends = |c: char| (c.is_whitespace() && c != '\u{a0}') || c == '\u{200b}';
    text.split(ends).map(|word| width(word, size, bold)).max().unwrap_or(0)
}

/// Rows of a table by which its columns are measured: more would tell no more.
const ROWS: usize = 200;
/// Into so many steps the room is parted that columns may have beside what they need.
const STEPS: u32 = 120;
/// Parts of a line.
const PARTS: u64 = 256;
/// How often a head counts, which stands on every page.
const HEADS: u64 = 3;
/// How much the highest cell of a row counts against all its lines.
const HIGHEST: u64 = 16;

/// What a column holds, in twips.
#[derive(Clone, Debug, Default)]
pub(super) struct Need {
    /// Without it a word is cut.
    pub(super) least: u32,
    /// The width of each text on one line, the head first.
    pub(super) texts: Vec<u32>,
}

/// Shares a width out among columns: to each what it needs, the rest so that rows are low. `padding` is what a cell has beside its text.
pub(super) fn shared(needs: &[Need], width: u32, padding: u32) -> Vec<u32> {
    let least: Vec<u32> = needs.iter().map(|own| own.least + padding).collect();
    let longest = |own: &Need| own.texts.iter().copied().max().unwrap_or(0).max(own.least) + padding;
    let most: Vec<u32> = needs.iter().map(longest).collect();
    let sum = |list: &[u32]| list.iter().map(|own| u64::from(*own)).sum::<u64>();
    if sum(&least) >= u64::from(width) {
        // Words are cut: no column may have everything.
        return portions(&least, width);
    }
    if sum(&most) <= u64::from(width) {
        let rest = width - most.iter().sum::<u32>();
        return most.iter().zip(portions(&most, rest)).map(|(base, more)| base + more).collect();
    }
    let mut widths = least;
    let step = (width / STEPS).max(1);
    loop {
        let rest = width - widths.iter().sum::<u32>();
        if rest == 0 {
            return widths;
        }
        let step = step.min(rest);
        let higher = |at: usize| {
            let mut wider = widths.clone();
            wider[at] += step;
            height(needs, &wider, padding)
        };
        // Of columns that help alike the one that still lacks most.
        let best = (0..widths.len()).min_by_key(|&at| (higher(at), widths[at].cmp(&most[at]), widths[at]));
        let Some(best) = best else { return widths };
        widths[best] += step;
    }
}

/// Returns how high a table is, about: its highest cells first, then all its lines.
fn height(needs: &[Need], widths: &[u32], padding: u32) -> u64 {
    let rows = needs.iter().map(|own| own.texts.len()).max().unwrap_or(0).min(ROWS);
    let row = |at: usize| {
        let lines = needs.iter().zip(widths).map(|(own, width)| {
            let text = u64::from(own.texts.get(at).copied().unwrap_or(0));
            // Lines are not filled to their end: a tenth is lost. Parts of a line count, so that each step tells something.
            (text * PARTS * 11 / 10 / u64::from(width.saturating_sub(padding).max(1))).max(PARTS)
        });
        let (highest, all) = lines.fold((0, 0), |(highest, all): (u64, u64), own| (highest.max(own), all + own));
        (highest * HIGHEST + all) * if at == 0 { HEADS } else { 1 }
    };
    (0..rows).map(row).sum()
}

/// Parts a whole in proportion; the last portion takes what rounding leaves.
fn portions(parts: &[u32], whole: u32) -> Vec<u32> {
    let all = parts.iter().map(|part| u64::from(*part)).sum::<u64>().max(1);
    let portion = |part: &u32| u32::try_from(u64::from(whole) * u64::from(*part) / all).unwrap_or(0);
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
    fn words_joined_by_a_no_break_space_are_one() {
        assert_eq!(longest_word("a\u{a0}b c", 20, false), width("a\u{a0}b", 20, false));
    }

    #[test]
    fn a_width_is_shared_out_to_the_last_twip() {
        let need = |least, texts: &[u32]| Need { least, texts: texts.to_vec() };
        for needs in [
            vec![need(100, &[200]), need(300, &[400, 300])],
            vec![need(100, &[100, 900]), need(300, &[300, 90_000])],
            vec![need(5000, &[9000]), need(6000, &[9000])],
        ] {
            let widths = shared(&needs, 1000, 10);
            assert_eq!(widths.iter().sum::<u32>(), 1000, "{needs:?}: {widths:?}");
        }
    }

    #[test]
    fn a_column_of_long_texts_has_what_the_others_do_not_need() {
        let short = Need { least: 100, texts: vec![100; 20] };
        let long = Need { least: 100, texts: [vec![100], vec![4000; 19]].concat() };
        let widths = shared(&[short.clone(), long, short], 1000, 0);
        assert!(widths[1] > 700 && widths[0] < 150, "{widths:?}");
    }
}
