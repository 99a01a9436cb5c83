//! What xlsx, xlsb, ods and docx are: parts in a zip file, which unpack to no more than can be held.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::unreadable::Unreadable;

/// The most that a file may unpack to, in bytes, all its parts together.
pub(super) const UNPACKED: u64 = 100 * 1024 * 1024;

/// How many parts a file may have.
pub(super) const PARTS: usize = 5_000;

/// A file made of parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// Fails if the file is no package, is damaged, or has too many parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        // The library makes room for each part that the end of the file names before it looks for them.
        if memchr::memmem::find_iter(bytes, b"PK\x01\x02").take(PARTS + 1).count() > PARTS || claims_too_many(bytes) {
            return Err(Unreadable::TooManyParts(PARTS));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Unreadable::said(&error))?;
        if archive.len() > PARTS { Err(Unreadable::TooManyParts(PARTS)) } else { Ok(Self { archive }) }
    }

    /// Tells whether a part has a name, or one that begins with it if it ends in `/`.
    pub(super) fn has(&self, name: &str) -> bool {
        let is = |own: &str| if name.ends_with('/') { own.starts_with(name) } else { own == name };
        self.archive.file_names().any(|own| own.is_ok_and(|own| is(&own)))
    }

    /// Unpacks one part by its name; none if there is no such part.
    ///
    /// # Errors
    /// Fails if it is damaged, packed in a way that is not known, or larger than may be held.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(at) = self.archive.index_for_name(name) else { return Ok(None) };
        self.unpacked(at, UNPACKED).map(Some)
    }

    /// Unpacks every part once and shows each to `look`, so that a library may unpack them after it without a limit of its own.
    ///
    /// # Errors
    /// Fails as [`Self::part`] does, if all together are larger than may be held, or as `look` does.
    pub(super) fn check(&mut self, look: impl Fn(&str, &[u8]) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
        let mut left = UNPACKED;
        for at in 0..self.archive.len() {
            let held = self.unpacked(at, left)?;
            left = left.saturating_sub(u64::try_from(held.len()).unwrap_or(u64::MAX));
            let name = self.archive.name_for_index(at).and_then(Result::ok).unwrap_or_default();
            look(&name, &held)?;
        }
        Ok(())
    }

    fn unpacked(&mut self, at: usize, most: u64) -> Result<Vec<u8>, Unreadable> {
        let file = self.archive.by_index(at).map_err(|error| Unreadable::said(&error))?;
        let mut held = Vec::new();
        // What a file says of its size is not to be trusted.
        file.take(most + 1).read_to_end(&mut held).map_err(|error| Unreadable::said(&error))?;
        let is_too_large = u64::try_from(held.len()).is_ok_and(|length| length > most);
        if is_too_large { Err(Unreadable::Unpacked(UNPACKED)) } else { Ok(held) }
    }
}

/// Tells whether a file says, in the long form (zip64), that it has more parts than are read.
fn claims_too_many(bytes: &[u8]) -> bool {
    let ends = memchr::memmem::find_iter(bytes, b"PK\x06\x06");
    let count =
        |end: usize| bytes.get(end + 32..).and_then(<[u8]>::first_chunk).map_or(0, |own| u64::from_le_bytes(*own));
    // Without the record that leads to it, what looks like one stands within a part.
    memchr::memmem::find(bytes, b"PK\x06\x07").is_some()
        && ends.into_iter().any(|end| usize::try_from(count(end)).map_or(true, |count| count > PARTS))
}

/// Unpacks one part of a file by its name; none if it has no such part.
///
/// # Errors
/// Fails if the file is no package, is damaged, or the part is larger than may be held.
pub(super) fn part(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    Package::open(bytes)?.part(name)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    /// Packs parts, all of them deflated.
    pub(in super::super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, content) in parts {
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_by_name() {
        let bytes = packed(&[("a/b.xml", b"one"), ("c", b"two")]);
        let mut package = Package::open(&bytes).unwrap();
        assert!(package.has("a/") && package.has("c") && !package.has("a") && !package.has("b/"));
        assert_eq!(package.part("c"), Ok(Some(b"two".to_vec())));
        assert_eq!(part(&bytes, "d"), Ok(None));
    }

    #[test]
    fn no_part_unpacks_to_more_than_can_be_held() {
        let zeros = vec![0; 101 * 1024 * 1024];
        let mut bytes = packed(&[("a", &zeros)]);
        assert!(bytes.len() < 1024 * 1024);
        let refused = Err(Unreadable::Unpacked(UNPACKED));
        assert_eq!(Package::open(&bytes).unwrap().check(|_, _| Ok(())), refused);
        // It says of itself, in both places, that it unpacks to ten bytes.
        let length = u32::try_from(zeros.len()).unwrap().to_le_bytes();
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == length).collect();
        for at in places {
            bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
        let lied = Package::open(&bytes).and_then(|mut package| package.check(|_, _| Ok(())));
        assert!(matches!(lied, Err(Unreadable::Unpacked(_) | Unreadable::Broken(_))), "{lied:?}");
        // None is too large alone.
        let half = &zeros[..51 * 1024 * 1024];
        let bytes = packed(&[("a", half), ("b", half)]);
        assert_eq!(Package::open(&bytes).unwrap().check(|_, _| Ok(())), refused);
    }

    #[test]
    fn a_count_of_parts_that_is_a_lie_makes_no_room() {
        let mut bytes = packed(&[("a", b"one")]);
        let end = bytes.len() - 22;
        let long =
            [&b"PK\x06\x06"[..], &44_u64.to_le_bytes(), &[0; 12], &[0xff, 0xff, 0xff, 0xff, 0, 1, 0, 0].repeat(4)]
                .concat();
        let locator = [&b"PK\x06\x07"[..], &[0; 4], &u64::try_from(end).unwrap().to_le_bytes(), &[1, 0, 0, 0]].concat();
        bytes[end + 8..end + 20].fill(0xff);
        bytes.splice(end..end, [long, locator].concat());
        assert_eq!(Package::open(&bytes).err(), Some(Unreadable::TooManyParts(PARTS)));
    }

    #[test]
    fn a_way_of_packing_that_is_not_known_is_a_reason() {
        let mut bytes = packed(&[("a", b"one")]);
        // Method 9 is deflate64, which Explorer takes for large files.
        let places: Vec<usize> = (0..bytes.len() - 4)
            .filter_map(|at| match &bytes[at..at + 4] {
                b"PK\x03\x04" => Some(at + 8),
                b"PK\x01\x02" => Some(at + 10),
                _ => None,
            })
            .collect();
        for at in places {
            bytes[at] = 9;
        }
        let said = Package::open(&bytes).and_then(|mut package| package.check(|_, _| Ok(())));
        assert!(matches!(said, Err(Unreadable::Broken(_))), "{said:?}");
    }
}
