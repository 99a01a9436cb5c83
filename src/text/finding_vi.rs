//! stub
use super::{Finding, Related, Words};
pub(super) fn words(_: &Finding) -> Words { Words { title: String::new(), label: String::new(), help: String::new() } }
pub(super) fn related(_: &Related) -> &'static str { "" }
