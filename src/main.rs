//! The program: clock, environment, streams.

fn main() {}
