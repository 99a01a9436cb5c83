//! How far a long command is, for who sits before a terminal.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

use super::world::World;

/// A command shorter than this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Steps of a command, drawn on stderr once they take long; never in a pipe.
pub(super) struct Progress {
    begun: Instant,
    steps: usize,
    is_terminal: bool,
    drawn: RefCell<(usize, Option<ProgressBar>)>,
}

impl Progress {
    /// Begins a command of so many steps.
    pub(super) fn new(steps: usize, world: &World<'_>) -> Self {
        let begun = Instant::now();
        Self { begun, steps, is_terminal: world.stderr_is_terminal, drawn: RefCell::new((0, None)) }
    }

    /// Goes a step on.
    pub(super) fn step(&self) {
        let mut drawn = self.drawn.borrow_mut();
        drawn.0 += 1;
        if !self.is_terminal || self.begun.elapsed() < PATIENCE {
            return;
        }
        let done = drawn.0 as u64;
        let steps = self.steps as u64;
        let bar =
            drawn.1.get_or_insert_with(|| ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr()));
        bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.drawn.borrow().1 {
            bar.finish_and_clear();
        }
    }
}
