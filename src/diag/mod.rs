//! Findings about the user's files: where, what, how bad. Wording is in `text/`, drawing in `render/`.

mod code;
mod diagnostic;
mod place;
mod source;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, sort};
pub use place::{Place, SourceId, Spanned};
pub use source::{Open, ReadSeek, Source, Sources};
