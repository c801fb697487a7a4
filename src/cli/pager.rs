//! A long text, page by page: through `$PAGER`, else `less` where there is one. A pager that is not there or fails leaves the text
//! on standard output; one that is left early is no fault.

use super::child::wait_for;
use std::{
    io::{self, IsTerminal, Write},
    process::{Command, Stdio},
};

/// What `less` does unless the reader's `LESS` says otherwise: leaves a text that has room where it is, passes colours on,
/// keeps the last screen.
const LESS: &str = "FRX";

/// Shows `bytes` in a pager where standard output is a terminal with fewer rows. Returns false where nothing was shown.
pub fn shown(bytes: &[u8]) -> bool {
    let rows = crossterm::terminal::size().map_or(0, |(_, rows)| usize::from(rows));
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() || rows == 0 || lines < rows {
        return false;
    }
    let Some(mut command) = pager() else {
        return false;
    };
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    wait_for(|| {
        let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else {
            return false;
        };
        if let Some(mut input) = child.stdin.take() {
            // one that has read enough takes no more
            let _ = input.write_all(bytes);
        }
        child.wait().is_ok_and(|status| status.success())
    })
}

/// The pager to run; none where the reader wants none or there is none.
fn pager() -> Option<Command> {
    let named = std::env::var("PAGER").ok();
    let named = named.as_deref().map(str::trim);
    match named {
        Some("" | "cat") => None,
        #[cfg(not(windows))]
        named => {
            let mut command = Command::new("/bin/sh");
            command.arg("-c").arg(named.unwrap_or("less"));
            Some(command)
        }
        #[cfg(windows)]
        named => named.map(|named| {
            let mut command = Command::new("cmd");
            command.arg("/C").arg(named);
            command
        }),
    }
}
