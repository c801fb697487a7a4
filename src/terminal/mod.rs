//! The program as it runs: the terminal, the loop, what must be done outside the state. The only loop there is.
//!
//! One channel (`events`) takes everything that can happen: keys, the store's reports, signals. The loop sleeps in it, so an
//! idle program makes no system call at all; what has piled up is taken in before the next frame is drawn.

mod backend;
mod clipboard;
#[cfg(unix)]
mod decoder;
mod effect_runner;
mod events;
mod export;
mod gathering;
pub mod graphics;
pub mod guard;
mod input;
mod merge;
mod osc;
pub mod probe;
mod program;
#[cfg(unix)]
mod signals;
mod team;
#[cfg(unix)]
mod tokenizer;

pub use effect_runner::EffectRunner;
pub use events::{EventReceiver, EventSender, event_channel};
pub use gathering::Kept as GatheringKept;
pub use input::InputEvent;
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
    /// Something came from the terminal: a key, the mouse, a paste, a new size, what it says of itself.
    Input(InputEvent),
    /// What became of a save.
    Store(crate::store::Report),
    /// Colleagues' profiles were read.
    Team(Box<crate::core::team::Team>),
    /// Something changed among colleagues' profiles.
    TeamChanged,
    /// The reader's dials were put into the team's folder, where `put`, or taken out of it; or not, and why.
    Shared {
        /// True where they were to be put there.
        put: bool,
        /// What came of it.
        outcome: Result<crate::screens::colleagues::Shared, crate::core::fault::Fault>,
    },
    /// What became of the gathering on its way to the disk.
    Gathering(GatheringKept),
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

/// A link on which so many frames in a row take longer than this is spared pictures.
const SLOW: Duration = Duration::from_secs(1);
const SLOW_FRAMES: u32 = 3;

/// Runs the program in this terminal until it ends. `save` is called after changes, and must not wait; `last_words`
/// is called from another thread where the loop hangs and the process must end, or after a panic in any thread, with as
/// long as it may take, and answers whether it could do that.
///
/// The terminal is given back as it was, whichever way this returns.
///
/// # Errors
/// Where the terminal cannot be taken.
pub fn run(
    program: &mut Program,
    (sender, mut events): (EventSender, EventReceiver),
    mut save: impl FnMut(&crate::app::App),
    last_words: impl Fn(Duration) -> bool + Clone + Send + Sync + 'static,
) -> io::Result<Flow> {
    let mut out = Vec::with_capacity(64 * 1024);
    guard::end_on_panic(last_words.clone());
    // from the moment the terminal is taken nothing can end the process that does not give it back
    events.listen_for_signals()?;
    let mut mouse = program.app.state.preferences.mouse;
    let _taken = Taken::new(mouse, &mut out)?;
    // a new size is heard of by now, so the one that is asked for here cannot go stale
    program.handle(resize(), Instant::now());
    program.refresh();
    program.show(&mut out);
    // a thread costs a start a tenth of its time: none begins before the reader does something, unless nobody
    // reads the terminal, where no signal would end a write
    let mut asleep = true;
    let written = guard::write_some(&out)?;
    if written < out.len() {
        events.watch_signals(&sender, &last_words)?;
        if guard::write(&out[written..]).is_err() {
            return Ok(unwritten(&mut events));
        }
    }
    let mut saved = program.app.state.changes();
    program.tick(Instant::now());
    let mut moving = false;
    let mut slow = 0;
    loop {
        let mut flow = Flow::Go;
        let mut event = events.next(moving.then_some(FRAME).or_else(|| program.changes_in()));
        if event.is_none() && !moving {
            program.wake();
        }
        let now = Instant::now();
        let mut taken = 0;
        while let Some(happened) = event {
            if asleep && !matches!(happened, Event::Input(InputEvent::Osc(_) | InputEvent::Answer(_))) {
                asleep = false;
                events.watch_signals(&sender, &last_words)?;
                program.remember();
            }
            flow = program.handle(happened, now);
            taken += 1;
            if flow != Flow::Go || taken == AT_ONCE {
                break;
            }
            event = events.try_next();
            if event.is_some() {
                // a needle that is turned by many keys at once does not leap
                program.tick(now);
            }
        }
        program.refresh();
        if saved != program.app.state.changes() {
            saved = program.app.state.changes();
            save(&program.app);
        }
        out.clear();
        match flow {
            Flow::Go => {}
            Flow::Quit => return Ok(flow),
            Flow::End(_) => {
                guard::give_back_at_once();
                return Ok(flow);
            }
            #[cfg(unix)]
            Flow::Stop => {
                guard::give_back()?;
                signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
            }
            #[cfg(not(unix))]
            Flow::Stop => {}
            Flow::Resume => {
                // where the terminal is gone the write says so
                let _ = guard::take(mouse, &mut out);
                // nobody tells a stopped program of a new size
                program.handle(resize(), Instant::now());
                program.refresh();
            }
        }
        if mouse != program.app.state.preferences.mouse {
            mouse = !mouse;
            guard::mouse(mouse, &mut out)?;
        }
        moving = program.tick(Instant::now());
        program.show(&mut out);
        if out.is_empty() {
            continue;
        }
        let before = Instant::now();
        let mut written = Ok(0);
        if asleep {
            written = guard::write_some(&out);
            if written.as_ref().is_ok_and(|written| *written < out.len()) {
                events.watch_signals(&sender, &last_words)?;
            }
        }
        if written.and_then(|written| guard::write(&out[written..])).is_err() {
            return Ok(unwritten(&mut events));
        }
        slow = if before.elapsed() > SLOW { slow + 1 } else { 0 };
        if slow == SLOW_FRAMES {
            program.spare_the_link();
        } else if moving && before.elapsed() > FRAME / 2 {
            // a slow link: frames that only please would stand in the way of keys
            program.app.state.motion.set(false);
        }
    }
}

/// How the program ends where the terminal took no frame: by the signal that came, else as if the terminal had hung up.
fn unwritten(events: &mut EventReceiver) -> Flow {
    guard::give_back_at_once();
    // the signal's own thread may have made the write fail, to end it
    let rest = std::iter::from_fn(|| events.next(Some(Duration::ZERO)));
    let asked = rest.take(AT_ONCE).find_map(|event| match event {
        Event::End(signal) => Some(signal),
        _ => None,
    });
    Flow::End(asked.unwrap_or(HANGUP))
}

/// The event of the size that the window has now.
fn resize() -> Event {
    let (width, height) = guard::size();
    Event::Input(InputEvent::Resize(width, height))
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
