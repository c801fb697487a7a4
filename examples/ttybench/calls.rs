//! System calls, counted by `strace` where it is installed: until home is complete, and by a key that moves the
//! selection.

use crate::{
    measure::Program,
    session::Session,
    table::{Figures, Measure},
};
use std::{error::Error, fs, path::Path, time::Duration};

/// Counts them in a run of their own, since watching them makes everything slower.
pub fn count(program: &Program, size: (u16, u16), figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let strace = Path::new("/usr/bin/strace");
    if !strace.exists() {
        return Ok(());
    }
    let log = tempfile::NamedTempFile::new()?;
    let watched = [
        strace,
        Path::new("--follow-forks"),
        Path::new("--quiet=all"),
        Path::new("--output"),
        log.path(),
        program.binary(),
    ];
    let mut session = Session::start(&watched, &program.environment(), size)?;
    let lines = || fs::read_to_string(log.path()).map(|log| log.lines().count() as f64);
    let wait = Duration::from_millis(600);
    session.first_frame(wait, Duration::from_secs(10));
    figures.note(Measure::StartCalls, lines()?);
    let mut press = |count| {
        for press in 0..count {
            session.type_in(program.movers()[press % 2]);
            session.answer(Duration::from_millis(60), wait);
        }
    };
    // the first of each warms up
    press(2);
    let before = lines()?;
    const PRESSES: usize = 20;
    press(PRESSES);
    figures.note(Measure::MoveCalls, (lines()? - before) / PRESSES as f64);
    session.type_in(b"q");
    session.left();
    Ok(())
}
