//! The program as it runs: the terminal, the loop, what must be done outside the state. The only loop there is.
//!
//! One channel carries everything that can happen: keys, the store's reports, signals. The loop sleeps on it, so an idle
//! program makes no system call at all; what has piled up is taken in before the next frame is drawn.

mod background;
mod clipboard;
mod desk;
mod outward;
pub mod paint;
mod program;
#[cfg(unix)]
mod signals;
pub mod terminal;

pub use desk::Desk;
pub use program::{Flow, Program};
use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

/// The signal of a terminal that went away (POSIX `SIGHUP`).
const HANGUP: i32 = 1;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A key, the mouse, a paste, a new size.
    Terminal(crossterm::event::Event),
    /// What became of a save.
    Store(crate::store::Report),
    /// Asked to leave by this signal.
    End(i32),
    /// Asked to stop (Ctrl+Z from outside).
    Stop,
    /// Going on after a stop.
    Continue,
    /// The terminal cannot be read any more.
    Broken,
}

/// The most events that are taken in before a frame is drawn, so that a flood of them cannot starve the screen.
const AT_ONCE: usize = 1024;

/// The time between two frames while something moves: at most sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);

/// Runs the program in this terminal until it ends. `save` is called after changes, and must not wait; `last_words`
/// is called from another thread where the loop hangs and the process must end, or after a panic in any thread, with as
/// long as it may take.
///
/// The terminal is given back as it was, whichever way this returns.
///
/// # Errors
/// Where the terminal cannot be taken.
pub fn run(
    program: &mut Program,
    (tell, events): (Sender<Event>, Receiver<Event>),
    mut save: impl FnMut(&crate::app::App),
    last_words: impl Fn(Duration) + Clone + Send + Sync + 'static,
) -> io::Result<Flow> {
    let mut out = Vec::with_capacity(64 * 1024);
    terminal::end_on_panic(last_words.clone());
    // from the moment the terminal is taken nothing can end the process that does not give it back
    #[cfg(unix)]
    signals::watch(tell.clone(), last_words)?;
    let mut mouse = program.app.preferences.mouse;
    let _taken = Taken::new(mouse, &mut out)?;
    // a new size is heard of from here on, so the one that is asked for after this cannot go stale
    crossterm::event::poll(Duration::ZERO)?;
    if let Ok((width, height)) = crossterm::terminal::size() {
        program.handle(
            Event::Terminal(crossterm::event::Event::Resize(width, height)),
            Instant::now(),
        );
    }
    program.show(&mut out);
    terminal::write(&out)?;
    listen(tell)?;
    let mut saved = program.app.changes();
    program.tick(Instant::now());
    let mut moving = false;
    loop {
        let mut flow = match next(&events, moving) {
            Ok(Some(event)) => program.handle(event, Instant::now()),
            Ok(None) => Flow::Go,
            Err(_) => return Ok(Flow::Quit),
        };
        for event in events.try_iter().take(AT_ONCE) {
            if flow != Flow::Go {
                break;
            }
            flow = program.handle(event, Instant::now());
        }
        if saved != program.app.changes() {
            saved = program.app.changes();
            save(&program.app);
        }
        out.clear();
        match flow {
            Flow::Go => {}
            Flow::Quit | Flow::End(_) => return Ok(flow),
            #[cfg(unix)]
            Flow::Stop => {
                terminal::give_back()?;
                signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
                terminal::take(mouse, &mut out)?;
                program.repaint();
            }
            #[cfg(not(unix))]
            Flow::Stop => {}
        }
        if mouse != program.app.preferences.mouse {
            mouse = !mouse;
            terminal::mouse(mouse, &mut out)?;
        }
        moving = program.tick(Instant::now());
        program.show(&mut out);
        if out.is_empty() {
            continue;
        }
        let before = Instant::now();
        if terminal::write(&out).is_err() {
            // the signal's own thread may have made the write fail, to end it
            let asked = events.try_iter().find_map(|event| match event {
                Event::End(signal) => Some(signal),
                _ => None,
            });
            return Ok(Flow::End(asked.unwrap_or(HANGUP)));
        }
        if moving && before.elapsed() > FRAME / 2 {
            // a slow link: frames that only please would stand in the way of keys
            program.app.motion.set(false);
        }
    }
}

/// The next event; nothing where something moves and it is time for the next frame.
fn next(events: &Receiver<Event>, moving: bool) -> Result<Option<Event>, RecvTimeoutError> {
    if !moving {
        return events
            .recv()
            .map(Some)
            .map_err(|_| RecvTimeoutError::Disconnected);
    }
    match events.recv_timeout(FRAME) {
        Err(RecvTimeoutError::Timeout) => Ok(None),
        event => event.map(Some),
    }
}

/// Reads the terminal in a thread of its own and tells the loop.
fn listen(tell: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("terminal".into()).spawn(move || {
        loop {
            let event = match crossterm::event::read() {
                Ok(event) => Event::Terminal(event),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => Event::Broken,
            };
            let broken = event == Event::Broken;
            if tell.send(event).is_err() || broken {
                return;
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back when it goes.
struct Taken;

impl Taken {
    fn new(mouse: bool, out: &mut Vec<u8>) -> io::Result<Self> {
        terminal::take(mouse, out)?;
        Ok(Self)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // where the terminal is gone there is nothing to give back
        let _ = terminal::give_back();
    }
}
