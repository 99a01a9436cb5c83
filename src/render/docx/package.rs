//! Parts put together in an archive, the same bytes each time.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Puts parts of XML together in their order, each begun by its declaration. The time of each is the first there is.
pub(super) fn package(parts: &[(String, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, xml) in parts {
        // Writing to memory cannot fail, and no part is larger than an archive may hold.
        let _ = archive.start_file(name.as_str(), options);
        let _ = archive.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        let _ = archive.write_all(xml.as_bytes());
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}
