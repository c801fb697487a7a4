//! The terminal: taken, given back. Owns raw mode and the modes that are set; knows nothing of what is shown.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
#[cfg(unix)]
use std::{os::fd::AsFd, sync::TryLockError, time::Instant};

/// True while the terminal is ours and must be given back. Whoever writes to it holds this, so that nothing is written
/// after it was given back, by whatever thread.
static TAKEN: Mutex<bool> = Mutex::new(false);

/// True where kitty's pictures may be on the screen, which stay until they are removed.
static PICTURES: AtomicBool = AtomicBool::new(false);

/// How long what is left to be done may take after a panic.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a terminal may take nothing before nobody is thought to read it.
#[cfg(unix)]
const STUCK: Duration = Duration::from_millis(100);

/// The widest and highest window that is drawn in: a frame of 65,535 × 65,535 cells has room in no memory.
const LARGEST: u16 = 1000;
/// The window of a terminal that says no size, in columns and rows, where `COLUMNS` and `LINES` say none either.
const USUAL: (u16, u16) = (80, 24);

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

/// Removes kitty's pictures from the screen, for a terminal that is known to understand it.
const REMOVE_PICTURES: &[u8] = b"\x1b_Ga=d,d=A,q=2\x1b\\";

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

/// Takes the terminal: raw mode now, the modes by the bytes appended to `out`, which go out with the next frame. Where it
/// is ours it is taken anew, as a shell sets the line its own way while the program is stopped.
///
/// # Errors
/// Where its line cannot be set.
pub fn take(mouse: bool, out: &mut Vec<u8>) -> io::Result<()> {
    let mut taken = taken();
    crossterm::terminal::enable_raw_mode()?;
    // what crossterm believes to be raw it does not set
    #[cfg(unix)]
    if *taken {
        set_raw()?;
    }
    *taken = true;
    drop(taken);
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

/// Sets the line raw in one step: with a cooked one between, Ctrl+Z and Ctrl+C typed then would be signals.
#[cfg(unix)]
fn set_raw() -> io::Result<()> {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    let stdin = rustix::stdio::stdin();
    let mut line = tcgetattr(stdin)?;
    line.make_raw();
    Ok(tcsetattr(stdin, OptionalActions::Now, &line)?)
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

/// Says that kitty's pictures are on the screen from now on, to be removed at leaving.
pub fn has_pictures() {
    PICTURES.store(true, Ordering::Relaxed);
}

/// What gives the terminal back.
fn leave() -> Vec<u8> {
    let pictures = PICTURES.load(Ordering::Relaxed);
    let remove: &[u8] = if pictures { REMOVE_PICTURES } else { &[] };
    [remove, LEAVE].concat()
}

/// Gives the terminal back as it was; does nothing where it is not ours.
pub fn give_back() -> io::Result<()> {
    let mut taken = taken();
    if !std::mem::take(&mut *taken) {
        return Ok(());
    }
    #[cfg(windows)]
    let _ = crossterm::execute!(io::stdout(), crossterm::event::DisableMouseCapture);
    let written = put(&leave());
    crossterm::terminal::disable_raw_mode().and(written)
}

/// Gives the terminal back without waiting for it for more than a moment: for a process that must end, whether anybody
/// reads the terminal or not.
pub fn give_back_at_once() {
    #[cfg(unix)]
    {
        use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
        let stdout = rustix::stdio::stdout();
        let Ok(flags) = fcntl_getfl(stdout) else { return };
        let _ = fcntl_setfl(stdout, flags | OFlags::NONBLOCK);
        // where it is held, a write hangs in the terminal, which is ours then
        if TAKEN
            .try_lock()
            .map_or(true, |mut taken| std::mem::take(&mut *taken))
        {
            let _ = write_until_stuck(stdout, &leave(), STUCK);
            let _ = crossterm::terminal::disable_raw_mode();
        }
        let _ = fcntl_setfl(stdout, flags);
    }
    #[cfg(not(unix))]
    let _ = give_back();
}

/// Writes to a terminal that was opened so that no write waits, until all is written or it has taken nothing for
/// `limit`; how many bytes it took.
#[cfg(unix)]
fn write_until_stuck(terminal: impl AsFd, bytes: &[u8], limit: Duration) -> io::Result<usize> {
    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        io::Errno,
    };
    let mut written = 0;
    let mut until = Instant::now() + limit;
    while written < bytes.len() {
        match rustix::io::write(&terminal, &bytes[written..]) {
            Ok(0) => break,
            Ok(count) => {
                written += count;
                until = Instant::now() + limit;
            }
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    break;
                }
                let mut watched = [PollFd::new(&terminal, PollFlags::OUT)];
                match poll(&mut watched, Timespec::try_from(left).ok().as_ref()) {
                    Ok(_) | Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(written)
}

/// The window of the terminal on standard output, in columns and rows: 1 to 1000 of each, whatever the terminal says.
pub fn size() -> (u16, u16) {
    #[cfg(unix)]
    let (width, height) = rustix::termios::tcgetwinsize(rustix::stdio::stdout())
        .map_or((0, 0), |window| (window.ws_col, window.ws_row));
    #[cfg(not(unix))]
    let (width, height) = crossterm::terminal::size().unwrap_or_default();
    usable(width, height)
}

/// The part of a window of this size that is drawn in.
pub fn usable(width: u16, height: u16) -> (u16, u16) {
    let told = |name: &str| std::env::var(name).ok()?.parse().ok();
    within(width, height, told)
}

/// The same, with what a variable of the environment says instead of a size of 0.
fn within(width: u16, height: u16, told: impl Fn(&str) -> Option<u16>) -> (u16, u16) {
    let cells = |cells: u16, name, usual| {
        let cells = Some(cells).filter(|cells| *cells > 0);
        let cells = cells.or_else(|| told(name).filter(|cells| *cells > 0));
        cells.unwrap_or(usual).min(LARGEST)
    };
    (cells(width, "COLUMNS", USUAL.0), cells(height, "LINES", USUAL.1))
}

/// The height of a cell over its width, where the terminal says its window in pixels too.
pub fn cell_aspect() -> Option<f32> {
    let (width, height) = cell()?;
    let aspect = height / width;
    // a terminal that says nothing says 0, and 0/0 is no number
    (aspect.is_finite() && aspect > 0.0).then_some(aspect)
}

/// The size of a cell in whole pixels, where the terminal says its window in pixels too and a font can have such cells.
pub fn cell_size() -> Option<ratatui_dial::CellSize> {
    let (width, height) = cell()?;
    // an `as` from float to integer saturates, and takes what is no number for 0
    ratatui_dial::CellSize::new(width as u16, height as u16)
}

/// The width and height of a cell in pixels, as the window has them; anything where the terminal says nothing.
fn cell() -> Option<(f32, f32)> {
    #[cfg(unix)]
    let (columns, rows, width, height) = {
        let window = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
        (window.ws_col, window.ws_row, window.ws_xpixel, window.ws_ypixel)
    };
    #[cfg(not(unix))]
    let (columns, rows, width, height) = {
        let window = crossterm::terminal::window_size().ok()?;
        (window.columns, window.rows, window.width, window.height)
    };
    let cell = |pixels: u16, cells: u16| f32::from(pixels) / f32::from(cells);
    Some((cell(width, columns), cell(height, rows)))
}

/// Whether some thread is writing to the terminal, or waits for it to take what is written.
#[cfg(unix)]
pub fn is_writing() -> bool {
    matches!(TAKEN.try_lock(), Err(TryLockError::WouldBlock))
}

/// Writes as many bytes as the terminal takes, where it is ours, without ever hanging in one that nobody reads; how many
/// those were.
///
/// # Errors
/// Where the terminal is gone.
#[cfg_attr(not(unix), allow(unused_variables))] // no signal ends a write to a console
pub fn write_some(bytes: &[u8]) -> io::Result<usize> {
    #[cfg(unix)]
    {
        use rustix::{
            fs::{Mode, OFlags, open},
            termios::ttyname,
        };
        let taken = taken();
        if !*taken {
            return Ok(bytes.len());
        }
        // opened anew, as standard output belongs to other programs too, which a flag on it would disturb
        let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let name = ttyname(rustix::stdio::stdout(), Vec::new());
        match name.and_then(|name| open(name, flags, Mode::empty())) {
            Ok(terminal) => write_until_stuck(terminal, bytes, STUCK),
            // another user's, after `su`
            Err(_) => Ok(0),
        }
    }
    #[cfg(not(unix))]
    Ok(0)
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
/// `last_words` gets the time it may take.
pub fn end_on_panic(last_words: impl Fn(Duration) -> bool + Send + Sync + 'static) {
    // what the binary set, which ends the process, gives way to the standard library's
    drop(std::panic::take_hook());
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = give_back();
        report(panic);
        let _ = last_words(PATIENCE);
        std::process::exit(1);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_a_size_whatever_the_terminal_says() {
        let nothing = |_: &str| None;
        let variables = |name: &str| Some(if name == "COLUMNS" { 132 } else { 43 });
        assert_eq!(within(100, 30, variables), (100, 30));
        assert_eq!(within(0, 0, variables), (132, 43));
        assert_eq!(within(0, 0, nothing), (80, 24));
        assert_eq!(within(0, 0, |_| Some(0)), (80, 24));
        assert_eq!(within(0, 30, nothing), (80, 30));
        assert_eq!(within(1, 1, nothing), (1, 1));
        assert_eq!(within(1000, 1000, nothing), (1000, 1000));
        assert_eq!(within(65535, 65535, nothing), (1000, 1000));
        assert_eq!(within(0, 0, |_| Some(65535)), (1000, 1000));
    }
}
