//! Findings about the user's files: where, what, how bad. Wording is in `text/`, drawing in `render/`.

mod beyond;
mod code;
mod diagnostic;
mod place;
mod severities;
mod source;

pub use crate::text::{Finding, Related};

pub use beyond::Beyond;
pub use code::{Change, Code, Severity};
pub use diagnostic::{Diagnostic, sort};
pub use place::{Place, SourceId, Spanned};
pub use severities::{Severities, Treat};
pub use source::{Open, ReadSeek, Source, Sources};
