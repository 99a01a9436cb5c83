//! Stub.

/// An encoding from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, also called ABC.
    Tcvn3,
    /// VNI.
    Vni,
}

/// Tells whether a text is in one.
pub fn legacy(_text: &str) -> Option<Legacy> {
    None
}
