//! Judges a public plan kept as text files: bytes -> syntax -> plan and figures -> verdicts -> view -> bytes.

pub mod diag;
pub mod syntax;
pub mod text;
