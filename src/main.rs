//! The program: clock, environment, streams. Everything else is the library's.
#![expect(clippy::disallowed_methods, reason = "this is where the clock and the environment are read")]

use std::env;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use plan::cmd::{COMPLETE, Completing, World, run};

fn main() -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let text = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let wide = || terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    let columns = stdout.is_terminal().then(wide);
    let stderr_is_terminal = stderr.is_terminal();
    let stderr_columns = stderr_is_terminal.then(wide);
    let stdin = io::stdin();
    let stdin_is_terminal = stdin.is_terminal();
    let mut stdin = stdin.lock();
    let mut out = io::BufWriter::new(stdout.lock());
    let mut err = stderr.lock();
    let mut world = World {
        args: env::args_os().collect(),
        clock: chrono::Local::now().date_naive(),
        epoch: text("SOURCE_DATE_EPOCH"),
        completing: text(COMPLETE).map(|shell| completing(shell, text)),
        locale: text("LC_ALL").or_else(|| text("LC_MESSAGES")).or_else(|| text("LANG")),
        no_color: env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        columns,
        stderr_is_terminal,
        stderr_columns,
        stdin: &mut stdin,
        stdin_is_terminal,
        stdout: &mut out,
        stderr: &mut err,
    };
    ExitCode::from(run(&mut world))
}

/// Reads what the script of a shell says beside its name. Bash lists candidates for the types `?`, `!` and `@`.
fn completing(shell: String, text: impl Fn(&str) -> Option<String>) -> Completing {
    let number = |name: &str| text(name).and_then(|text| text.parse::<usize>().ok());
    Completing {
        shell,
        index: number("_CLAP_COMPLETE_INDEX").unwrap_or_default(),
        is_listing: matches!(number("_CLAP_COMPLETE_COMP_TYPE"), Some(63 | 33 | 64)),
        separator: text("_CLAP_IFS").unwrap_or_else(|| "\n".to_owned()),
    }
}
