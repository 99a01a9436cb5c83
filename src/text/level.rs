//! Names of the levels of findings, and how many there are.

use super::{Lang, number};

/// How a line of a finding begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// What must be put right.
    Error,
    /// What should be looked at.
    Warning,
    /// What to do.
    Help,
}

impl Level {
    /// Returns the name that is printed.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Error, Lang::Vi) => "lỗi",
            (Self::Error, Lang::En) => "error",
            (Self::Warning, Lang::Vi) => "cảnh báo",
            (Self::Warning, Lang::En) => "warning",
            (Self::Help, Lang::Vi) => "gợi ý",
            (Self::Help, Lang::En) => "help",
        }
    }
}

/// Says how many findings there are, and how many of them are not shown; empty if there is none.
pub fn count_findings(errors: usize, warnings: usize, hidden: usize, lang: Lang) -> String {
    let mut parts = Vec::new();
    for (level, count) in [(Level::Error, errors), (Level::Warning, warnings)] {
        if count > 0 {
            let plural = if lang == Lang::En && count > 1 { "s" } else { "" };
            let figure = number(&count.to_string(), lang);
            parts.push(format!("{figure} {}{plural}", level.name(lang)));
        }
    }
    let figure = number(&hidden.to_string(), lang);
    let hidden = match (hidden, lang) {
        (0, _) => String::new(),
        (_, Lang::Vi) => format!(" ({figure} mục không hiện ở trên)"),
        (_, Lang::En) => format!(" ({figure} not shown)"),
    };
    parts.join(", ") + &hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted_in_words() {
        assert_eq!(count_findings(3, 1, 0, Lang::Vi), "3 lỗi, 1 cảnh báo");
        assert_eq!(count_findings(3, 1, 0, Lang::En), "3 errors, 1 warning");
        assert_eq!(count_findings(1, 0, 0, Lang::En), "1 error");
        assert_eq!(count_findings(1200, 0, 1150, Lang::Vi), "1.200 lỗi (1.150 mục không hiện ở trên)");
        assert_eq!(count_findings(0, 0, 0, Lang::Vi), "");
    }
}
