//! Signals and the death of the terminal, as events. Owns the thread that waits for them; it sleeps until there is
//! something to say.

use super::{Event, Tell, terminal};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
};
use std::{io, os::unix::net::UnixStream, thread, time::Duration};

const SIGNALS: [i32; 7] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// How long the loop may take to leave by itself before the process is ended without it.
const PATIENCE: Duration = Duration::from_millis(600);

/// Waits for signals and for the terminal to go away, and tells the loop. `last_words` is called, with as long as it may
/// take, where the loop is too busy to leave: because it hangs in a write that nobody reads.
pub fn watch(events: Tell, last_words: impl Fn(Duration) + Send + 'static) -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let mut signals = SignalDelivery::with_pipe(read, write, SignalOnly, SIGNALS)?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        while let Some(hung_up) = wait(signals.get_read()) {
            for signal in signals.pending() {
                match signal {
                    SIGTSTP => events.send(Event::Stop),
                    SIGCONT => events.send(Event::Continue),
                    SIGWINCH => {
                        if let Ok((width, height)) = terminal::size() {
                            events.send(Event::Terminal(crossterm::event::Event::Resize(width, height)));
                        }
                    }
                    signal => {
                        events.send(Event::End(signal));
                        end(signal, &last_words);
                    }
                }
            }
            if hung_up {
                events.send(Event::End(SIGHUP));
                end(SIGHUP, &last_words);
            }
        }
    })?;
    Ok(())
}

/// Sleeps until there is a signal, or the terminal on standard input is gone; says whether it is. Nothing where the
/// system cannot wait.
fn wait(signals: &UnixStream) -> Option<bool> {
    let stdin = rustix::stdio::stdin();
    // of the terminal no event is asked for: only a hang-up or an error is told
    let mut watched = [
        PollFd::new(signals, PollFlags::IN),
        PollFd::new(&stdin, PollFlags::empty()),
    ];
    match poll(&mut watched, None) {
        Ok(_) => Some(!watched[1].revents().is_empty()),
        Err(rustix::io::Errno::INTR) => Some(false),
        Err(_) => None,
    }
}

/// Ends the process where the loop has not done so in time.
fn end(signal: i32, last_words: &impl Fn(Duration)) {
    thread::sleep(PATIENCE);
    last_words(Duration::from_millis(250));
    terminal::give_back_at_once();
    std::process::exit(128 + signal);
}
