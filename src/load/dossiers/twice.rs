//! Which ids may stand twice, told in memory that does not grow with the register: a filter that never misses a second one, and
//! takes very few others for one. What it names is looked up in the files.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

/// The most words of the filter, of 64 bits each: 32 MB, in which ten million ids leave a few thousand to be looked up.
const WORDS: u64 = 1 << 22;

/// How many bytes a row has at least: ids, days and words are not shorter.
const ROW: u64 = 40;

/// How many bits of its word an id sets.
const BITS: u32 = 4;

/// The ids seen so far.
pub(super) struct Twice {
    words: Vec<AtomicU64>,
}

impl Twice {
    /// Makes a filter for a register of so many bytes.
    pub(super) fn new(bytes: u64) -> Self {
        // About one word for a row.
        let words = (bytes / ROW).next_power_of_two().clamp(1 << 6, WORDS);
        Self { words: (0..words).map(|_| AtomicU64::new(0)).collect() }
    }

    /// Remembers an id, and tells whether it may have been there before.
    pub(super) fn see(&self, id: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        // Capital letters make no other dossier.
        let mut own = [0_u8; 64];
        match own.get_mut(..id.len()) {
            Some(own) => {
                own.copy_from_slice(id.as_bytes());
                own.make_ascii_lowercase();
                own.hash(&mut hasher);
            }
            None => id.to_ascii_lowercase().as_bytes().hash(&mut hasher),
        }
        let hash = hasher.finish();
        let mut mask = 0_u64;
        for bit in 0..BITS {
            mask |= 1 << (hash >> (bit * 6) & 63);
        }
        let at = usize::try_from(hash >> 24).unwrap_or_default() % self.words.len().max(1);
        // All bits in one step, so that of two threads with one id one sees the other.
        let Some(word) = self.words.get(at) else { return true };
        word.fetch_or(mask, Ordering::Relaxed) & mask == mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_is_never_missed_and_few_others_are_taken_for_one() {
        let twice = Twice::new(200_000 * ROW);
        let ids = || (0..200_000).map(|at| format!("MC-{at}"));
        let taken = ids().filter(|id| twice.see(id)).count();
        assert!(taken < 20, "{taken} of 200,000");
        assert!(ids().all(|id| twice.see(&id)));
    }
}
