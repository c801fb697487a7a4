//! The program as it runs: the terminal, the loop, what must be done outside the state. The only loop there is.
//!
//! One [inbox] takes everything that can happen: keys, the store's reports, signals. The loop sleeps in it, so an idle
//! program makes no system call at all; what has piled up is taken in before the next frame is drawn.

mod backend;
mod background;
mod clipboard;
mod desk;
pub mod guard;
mod inbox;
#[cfg(unix)]
mod input;
mod merge;
mod outward;
mod program;
#[cfg(unix)]
mod signals;
mod team;

pub use desk::Desk;
pub use inbox::{Inbox, Tell, inbox};
pub use program::{Flow, Program};
use std::{
    io,
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
    /// Colleagues' profiles were read.
    Team(Box<crate::core::team::Team>),
    /// Something changed among colleagues' profiles.
    TeamChanged,
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
    (tell, mut inbox): (Tell, Inbox),
    mut save: impl FnMut(&crate::app::App),
    last_words: impl Fn(Duration) + Clone + Send + Sync + 'static,
) -> io::Result<Flow> {
    let mut out = Vec::with_capacity(64 * 1024);
    guard::end_on_panic(last_words.clone());
    // from the moment the terminal is taken nothing can end the process that does not give it back
    inbox.listen_for_signals()?;
    let mut mouse = program.app.preferences.mouse;
    let _taken = Taken::new(mouse, &mut out)?;
    // a new size is heard of by now, so the one that is asked for here cannot go stale
    if let Ok((width, height)) = guard::size() {
        program.handle(
            Event::Terminal(crossterm::event::Event::Resize(width, height)),
            Instant::now(),
        );
    }
    program.show(&mut out);
    // a thread costs a start a tenth of its time: none begins before the reader does something, unless a frame would hang
    // already
    let mut asleep = true;
    if !guard::is_ready() {
        inbox.guard(&tell, &last_words)?;
    }
    guard::write(&out)?;
    let mut saved = program.app.changes();
    program.tick(Instant::now());
    let mut moving = false;
    loop {
        let mut flow = Flow::Go;
        let mut event = inbox.next(moving.then_some(FRAME));
        let now = Instant::now();
        let mut taken = 0;
        while let Some(happened) = event {
            if asleep && !program.is_answer(&happened) {
                asleep = false;
                inbox.guard(&tell, &last_words)?;
                program.remember();
            }
            flow = program.handle(happened, now);
            taken += 1;
            if flow != Flow::Go || taken == AT_ONCE {
                break;
            }
            event = inbox.here();
            if event.is_some() {
                // a needle that is turned by many keys at once does not leap
                program.tick(now);
            }
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
                guard::give_back()?;
                signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
                guard::take(mouse, &mut out)?;
                program.repaint();
            }
            #[cfg(not(unix))]
            Flow::Stop => {}
        }
        if mouse != program.app.preferences.mouse {
            mouse = !mouse;
            guard::mouse(mouse, &mut out)?;
        }
        moving = program.tick(Instant::now());
        program.show(&mut out);
        if out.is_empty() {
            continue;
        }
        if asleep && !guard::is_ready() {
            inbox.guard(&tell, &last_words)?;
        }
        let before = Instant::now();
        if guard::write(&out).is_err() {
            // the signal's own thread may have made the write fail, to end it
            let rest = std::iter::from_fn(|| inbox.next(Some(Duration::ZERO)));
            let asked = rest.take(AT_ONCE).find_map(|event| match event {
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

/// Gives the terminal back when it goes.
struct Taken;

impl Taken {
    fn new(mouse: bool, out: &mut Vec<u8>) -> io::Result<Self> {
        guard::take(mouse, out)?;
        Ok(Self)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // where the terminal is gone there is nothing to give back
        let _ = guard::give_back();
    }
}
