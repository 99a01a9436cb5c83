//! Why nothing can be said of the register.

use crate::text::{Lang, Say, say};

/// Why nothing can be said of the register.
#[derive(Debug)]
pub(super) enum NoRegister {
    /// There is none.
    Missing,
    /// A measure that is not counted from it.
    NotCounted { id: String, near: Option<String> },
}

impl NoRegister {
    /// Words it.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Missing => say(Say::FailNoRegister, lang),
            Self::NotCounted { id, near } => {
                say(Say::FailNotCounted { id, near: near.as_deref().unwrap_or_default() }, lang)
            }
        }
    }
}
