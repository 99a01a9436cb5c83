//! Judges a public plan kept as text files: bytes -> syntax -> plan and figures -> verdicts -> view -> bytes.

pub mod cmd;
pub mod diag;
pub mod edit;
pub mod eval;
pub mod files;
pub mod load;
pub mod model;
pub mod render;
pub mod syntax;
pub mod text;
pub mod view;
