//! How wide a text is in the font of the cells, and how many lines it takes: a spreadsheet that opens a file measures it too, but
//! not every one makes rows higher, and none for merged cells.

use super::super::letters::thousandths;

/// Pixels of a size of 12 points, of a unit of a column's width, and of the edges of a cell.
const EM: usize = 16;
const UNIT: usize = 8;
const EDGES: usize = 4;

/// Returns the width of a line in thousandths of an em.
fn milli(text: &str, bold: bool) -> usize {
    usize::try_from(thousandths(text, bold)).unwrap_or(usize::MAX)
}

/// Returns the width of a column, in a spreadsheet's units, in which the longest line of a text stands whole.
pub(super) fn wide(text: &str, bold: bool) -> usize {
    let longest = text.lines().map(|line| milli(line, bold)).max().unwrap_or(0);
    // Four in a hundred to spare: no two programs measure alike.
    (longest * EM / 960 + EDGES).div_ceil(UNIT)
}

/// Returns the width in which the longest word of a text stands whole.
pub(super) fn word(text: &str, bold: bool) -> usize {
    text.split_whitespace().map(|word| wide(word, bold)).max().unwrap_or(0)
}

/// Returns how many lines a text takes at most in a column of a width.
pub(super) fn lines(text: &str, width: usize, bold: bool) -> usize {
    let room = ((width * UNIT).saturating_sub(EDGES) * 960 / EM).max(1);
    text.lines().map(|line| folded(line, room, bold)).sum::<usize>().max(1)
}

fn folded(line: &str, room: usize, bold: bool) -> usize {
    let space = milli(" ", bold);
    let (mut lines, mut at) = (1, 0);
    for word in line.split(' ') {
        let wide = milli(word, bold);
        if at > 0 && at + wide > room {
            lines += 1;
            at = 0;
        }
        if wide > room {
            // A word that is wider than the column is broken.
            lines += wide.div_ceil(room) - 1;
            at = room;
        } else {
            at += wide + space;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_on_one_line_in_the_width_it_asks_for() {
        for text in ["Tỷ lệ hồ sơ giải quyết đúng hạn", "ỦY BAN NHÂN DÂN TỈNH", "1.234.567,89", "ii", "😀😀"]
        {
            for bold in [false, true] {
                assert_eq!(lines(text, wide(text, bold), bold), 1, "{text}");
                assert!(lines(text, wide(text, bold) / 2, bold) > 1, "{text}");
            }
        }
    }

    #[test]
    fn words_go_to_the_next_line_whole_and_breaks_count() {
        // Each word is 4 * 500 = 2000 thousandths; a width of 8 has room for 60 * 60 = 3600.
        assert_eq!(lines("dddd dddd dddd", 8, false), 3);
        assert_eq!(lines("a\n\nb", 50, false), 3);
        assert_eq!(lines(&"d".repeat(15), 8, false), 3);
        assert_eq!(lines("", 8, false), 1);
    }
}
