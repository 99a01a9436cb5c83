//! The two languages that everything shown exists in.

/// A language of the screen and of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Returns the language for a code such as `vi` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns the language of a locale name such as `vi_VN.UTF-8`.
    pub fn from_locale(locale: &str) -> Option<Self> {
        Self::from_code(locale.split(['_', '.', '@', '-']).next().unwrap_or(""))
    }

    /// Returns the code used in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}
