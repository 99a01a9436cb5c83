//! Compound files (OLE), in which old workbooks and documents stand: a small file system with chains of sectors.
//!
//! The library reads them too, but follows a chain that bites its own tail until memory is full. So the stream with the workbook is taken
//! out here, with every chain no longer than the file, and handed on in a compound file of its own.
//! Source: [MS-CFB].

use encoding_rs::UTF_16LE;

use super::unreadable::Unreadable;

const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A stream or folder.
struct Entry {
    name: String,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    length: usize,
}

/// A compound file.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini: Vec<u8>,
    mini_fat: Vec<u32>,
    entries: Vec<Entry>,
    root: Vec<usize>,
}

impl<'a> Ole<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// Fails if its head makes no sense.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let broken = || Unreadable::Damaged;
        let sector = match bytes.get(30..32).ok_or_else(broken)? {
            [9, 0] => 512,
            [12, 0] => 4096,
            _ => return Err(broken()),
        };
        let head = |at: usize| bytes.get(at..at + 4).map(number).ok_or_else(broken);
        let (first_folder, first_mini, mut next) = (head(48)?, head(60)?, head(68)?);
        let mut own = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini: Vec::new(),
            mini_fat: Vec::new(),
            entries: Vec::new(),
            root: Vec::new(),
        };
        // Which sectors hold the chains: 109 in the head, the rest in a chain that each such sector ends with.
        let mut places: Vec<u32> = bytes.get(76..512).ok_or_else(broken)?.chunks_exact(4).map(number).collect();
        for _ in 0..own.count() {
            if next >= END {
                break;
            }
            let mut more: Vec<u32> = own.at(next).chunks_exact(4).map(number).collect();
            next = more.pop().unwrap_or(END);
            places.extend(more);
        }
        places.truncate(own.count());
        own.fat = places
            .iter()
            .filter(|place| **place < END)
            .flat_map(|place| own.at(*place).chunks_exact(4).map(number))
            .collect();
        let folders = own.chain(first_folder, usize::MAX);
        own.entries = folders.chunks_exact(128).map(|own| entry(own, sector)).collect();
        let mini_fat = own.chain(first_mini, usize::MAX);
        own.mini_fat = mini_fat.chunks_exact(4).map(number).collect();
        if let Some(root) = own.entries.first() {
            own.mini = own.chain(root.start, root.length);
        }
        own.root = own.children();
        Ok(own)
    }

    /// Tells whether the root has a stream or folder of a name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Returns a stream of the root by its name, as much of it as the file has.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        if entry.length >= 4096 {
            return Some(self.chain(entry.start, entry.length));
        }
        let piece = |at: u32| {
            usize::try_from(at)
                .ok()
                .and_then(|at| self.mini.get(at * 64..))
                .map_or(&[][..], |own| &own[..own.len().min(64)])
        };
        Some(follow(entry.start, &self.mini_fat, (entry.length, self.mini.len() / 64 + 1), piece))
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.root.iter().map(|at| &self.entries[*at]).find(|own| own.name.eq_ignore_ascii_case(name))
    }

    /// Returns what stands in the root, not in the folders below: a document may hold workbooks there. A tree that leads nowhere
    /// is not asked.
    fn children(&self) -> Vec<usize> {
        let mut is_seen = vec![false; self.entries.len()];
        if let Some(root) = is_seen.first_mut() {
            *root = true;
        }
        let mut list = Vec::new();
        let mut open: Vec<u32> = self.entries.first().map(|root| root.child).into_iter().collect();
        while let Some(at) = open.pop().and_then(|at| usize::try_from(at).ok()) {
            if is_seen.get(at).is_some_and(|is_seen| !is_seen) {
                is_seen[at] = true;
                list.push(at);
                open.extend([self.entries[at].left, self.entries[at].right]);
            }
        }
        if list.is_empty() { (0..self.entries.len()).collect() } else { list }
    }

    /// How many sectors the file has.
    const fn count(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn at(&self, sector: u32) -> &'a [u8] {
        let begin = usize::try_from(sector)
            .ok()
            .and_then(|own| own.checked_add(1))
            .and_then(|own| own.checked_mul(self.sector));
        let rest = begin.and_then(|begin| self.bytes.get(begin..)).unwrap_or_default();
        &rest[..rest.len().min(self.sector)]
    }

    fn chain(&self, start: u32, length: usize) -> Vec<u8> {
        follow(start, &self.fat, (length, self.count()), |at| self.at(at))
    }
}

/// Puts the pieces of a chain together, so many bytes and pieces at most: one that bites its own tail ends where the file would.
fn follow<'a>(start: u32, chain: &[u32], (length, most): (usize, usize), piece: impl Fn(u32) -> &'a [u8]) -> Vec<u8> {
    let mut held = Vec::new();
    let mut next = start;
    for _ in 0..most {
        let own = piece(next);
        if next >= END || own.is_empty() || held.len() >= length {
            break;
        }
        held.extend_from_slice(own);
        next = usize::try_from(next).ok().and_then(|at| chain.get(at).copied()).unwrap_or(END);
    }
    held.truncate(length);
    held
}

fn number(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(FREE, |own| u32::from_le_bytes(*own))
}

fn entry(bytes: &[u8], sector: usize) -> Entry {
    let name = UTF_16LE.decode_without_bom_handling(&bytes[..64]).0;
    let name = name.split('\0').next().unwrap_or_default().to_owned();
    // Old files leave rubbish in the upper half of the length.
    let upper = if sector == 512 { 0 } else { u64::from(number(&bytes[124..])) << 32 };
    let length = usize::try_from(upper | u64::from(number(&bytes[120..]))).unwrap_or(usize::MAX);
    let at = |at: usize| number(&bytes[at..]);
    Entry { name, left: at(68), right: at(72), child: at(76), start: at(116), length }
}

/// Makes a compound file of one stream, `Workbook`, in large sectors. It begins where a stream may not be a mini one.
pub(super) fn wrapped(mut stream: Vec<u8>) -> Vec<u8> {
    const SECTOR: usize = 4096;
    stream.resize(stream.len().next_multiple_of(SECTOR).max(SECTOR), 0);
    let count = stream.len() / SECTOR;
    // The folder stands in sector 0, the stream behind it, the chains last. Each chain sector tells of 1024 sectors.
    let chains = (count + 1).div_ceil(SECTOR / 4 - 1);
    let id = |own: usize| u32::try_from(own).unwrap_or(FREE);
    let mut fat = vec![END];
    fat.extend((1..=count).map(|at| if at == count { END } else { id(at + 1) }));
    fat.resize(1 + count + chains, 0xffff_fffd);
    fat.resize(chains * SECTOR / 4, FREE);
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.resize(24, 0);
    for own in [0x3e_u16, 4, 0xfffe, 12, 6, 0, 0, 0] {
        file.extend(own.to_le_bytes());
    }
    for own in [1, id(chains), 0, 0, 4096, END, 0, END, 0] {
        file.extend(own.to_le_bytes());
    }
    let places = (0..109).map(|at| if at < chains { id(1 + count + at) } else { FREE });
    file.extend(places.flat_map(u32::to_le_bytes));
    file.resize(SECTOR, 0);
    for (name, kind, child, start, length) in [("Root Entry", 5, 1, 0_u32, 0), ("Workbook", 2, FREE, 1, stream.len())] {
        let begin = file.len();
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(begin + 64, 0);
        file.extend(u16::try_from(name.len() * 2 + 2).unwrap_or_default().to_le_bytes());
        file.extend([kind, 1]);
        file.extend([FREE, FREE, child].into_iter().flat_map(u32::to_le_bytes));
        file.resize(begin + 116, 0);
        file.extend(start.to_le_bytes());
        file.extend(u64::try_from(length).unwrap_or_default().to_le_bytes());
    }
    file.resize(2 * SECTOR, 0);
    file.extend(stream);
    file.extend(fat.into_iter().flat_map(u32::to_le_bytes));
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_is_found_again() {
        for length in [10, 4096, 5000, 5_000_000] {
            let stream: Vec<u8> = (0..length).map(|at: u32| at.to_le_bytes()[0]).collect();
            let file = wrapped(stream.clone());
            let ole = Ole::open(&file).unwrap();
            assert!(ole.has("workbook") && !ole.has("Book"));
            assert_eq!(ole.stream("Workbook").unwrap()[..stream.len()], stream);
        }
    }

    #[test]
    fn a_chain_that_bites_its_tail_ends() {
        let mut file = wrapped(vec![1; 20_000]);
        // The second sector of the stream leads to itself.
        let fat = file.len() - 4096;
        file[fat + 8..fat + 12].copy_from_slice(&2_u32.to_le_bytes());
        let ole = Ole::open(&file).unwrap();
        assert!(ole.stream("Workbook").unwrap().len() <= 20_480);
        // The folder leads to itself.
        file[fat..fat + 4].copy_from_slice(&0_u32.to_le_bytes());
        assert!(Ole::open(&file).unwrap().has("Workbook"));
        for cut in 0..=600 {
            let _ = Ole::open(&file[..cut]);
        }
    }
}
