//! The terminal: taken, given back. Owns raw mode and the modes that are set; knows nothing of what is shown.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// True while the terminal is ours and must be given back. Whoever writes to it holds this, so that nothing is written
/// after it was given back, by whatever thread.
static TAKEN: Mutex<bool> = Mutex::new(false);

/// How long what is left to be done may take after a panic.
const PATIENCE: Duration = Duration::from_secs(1);

/// Alternate screen, no cursor, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Buttons, drag and wheel in SGR coordinates; not every move, so that a still hand wakes nothing.
#[cfg(not(windows))]
const MOUSE: &[u8] = b"\x1b[?1002h\x1b[?1006h";
/// The mouse is the terminal's own.
#[cfg(not(windows))]
const NO_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1002l";
/// All of it back: frame closed, pen plain, mouse and paste off, cursor shown, own screen left.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Why the interface cannot be shown here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Standard input or output is no terminal.
    NoTerminal,
    /// The terminal can move no cursor.
    Dumb,
}

/// Whether the interface can be shown: both ends a terminal that can move its cursor. Nothing is written to find out.
pub fn check() -> Result<(), Unfit> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Unfit::NoTerminal);
    }
    match std::env::var("TERM").as_deref() {
        Ok("dumb") => Err(Unfit::Dumb),
        Err(_) | Ok("") if cfg!(unix) => Err(Unfit::Dumb),
        _ => Ok(()),
    }
}

/// Takes the terminal: raw mode now, the modes by the bytes appended to `out`, which go out with the first frame.
pub fn take(mouse: bool, out: &mut Vec<u8>) -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    *taken() = true;
    #[cfg(windows)]
    {
        // turns the interpretation of escape sequences on in consoles that need it
        crossterm::ansi_support::supports_ansi();
    }
    out.extend_from_slice(ENTER);
    if mouse {
        self::mouse(true, out)?;
    }
    Ok(())
}

/// Takes the mouse, or leaves it to the terminal, by the bytes appended to `out`.
#[cfg_attr(windows, allow(unused_variables, clippy::ptr_arg))] // a console is asked by a call
pub fn mouse(on: bool, out: &mut Vec<u8>) -> io::Result<()> {
    #[cfg(windows)]
    return if on {
        crossterm::execute!(io::stdout(), crossterm::event::EnableMouseCapture)
    } else {
        crossterm::execute!(io::stdout(), crossterm::event::DisableMouseCapture)
    };
    #[cfg(not(windows))]
    {
        out.extend_from_slice(if on { MOUSE } else { NO_MOUSE });
        Ok(())
    }
}

/// Gives the terminal back as it was; does nothing where it is not ours.
pub fn give_back() -> io::Result<()> {
    let mut taken = taken();
    if !std::mem::take(&mut *taken) {
        return Ok(());
    }
    #[cfg(windows)]
    let _ = crossterm::execute!(io::stdout(), crossterm::event::DisableMouseCapture);
    let written = put(LEAVE);
    crossterm::terminal::disable_raw_mode().and(written)
}

/// Gives the terminal back without ever waiting for it: for a terminal that nobody reads.
#[cfg(unix)]
pub fn give_back_at_once() {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    let stdout = rustix::stdio::stdout();
    if let Ok(flags) = fcntl_getfl(stdout) {
        let _ = fcntl_setfl(stdout, flags | OFlags::NONBLOCK);
        // where it is held, a write hangs in the terminal, which is ours then
        if TAKEN
            .try_lock()
            .map_or(true, |mut taken| std::mem::take(&mut *taken))
        {
            let _ = rustix::io::write(stdout, LEAVE);
            let _ = crossterm::terminal::disable_raw_mode();
        }
        let _ = fcntl_setfl(stdout, flags);
    }
}

/// The window of the terminal on standard output, in columns and rows.
pub fn size() -> io::Result<(u16, u16)> {
    #[cfg(unix)]
    {
        let window = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
        if window.ws_col > 0 && window.ws_row > 0 {
            return Ok((window.ws_col, window.ws_row));
        }
    }
    crossterm::terminal::size()
}

/// The same window's width and height in pixels, as far as the terminal says them.
pub fn pixels() -> Option<(u16, u16)> {
    #[cfg(unix)]
    {
        let window = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
        Some((window.ws_xpixel, window.ws_ypixel))
    }
    #[cfg(not(unix))]
    {
        let window = crossterm::terminal::window_size().ok()?;
        Some((window.width, window.height))
    }
}

/// Whether the terminal takes something at once, as far as the system can say.
pub fn is_ready() -> bool {
    #[cfg(unix)]
    {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let stdout = rustix::stdio::stdout();
        let mut watched = [PollFd::new(&stdout, PollFlags::OUT)];
        poll(&mut watched, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
    }
    #[cfg(not(unix))]
    true
}

/// Writes bytes to the terminal in one go, where it is ours.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let taken = taken();
    if *taken { put(bytes) } else { Ok(()) }
}

fn taken() -> MutexGuard<'static, bool> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes all of it. None is left in a buffer where that fails, to be written by whoever is next.
fn put(bytes: &[u8]) -> io::Result<()> {
    #[cfg(unix)]
    let mut stdout = Stdout;
    #[cfg(not(unix))]
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Standard output itself, without the standard library's buffer and lock.
#[cfg(unix)]
struct Stdout;

#[cfg(unix)]
impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Ends the process at a panic in whatever thread: the terminal is given back first, then the panic is reported, then
/// `last_words` may take as long as it is told.
pub fn end_on_panic(last_words: impl Fn(Duration) + Send + Sync + 'static) {
    // what the binary set, which ends the process, gives way to the standard library's
    drop(std::panic::take_hook());
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = give_back();
        report(panic);
        last_words(PATIENCE);
        std::process::exit(1);
    }));
}
