//! Signals and the death of the terminal, as events. Owns the threads that wait for them; both sleep until there is
//! something to say.

use super::{Event, Tell, terminal};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};
use std::{io, thread, time::Duration};

/// How long the loop may take to leave by itself before the process is ended without it.
const PATIENCE: Duration = Duration::from_millis(600);

/// Waits for signals and for the terminal to go away, and tells the loop. `last_words` is called, with as long as it may
/// take, where the loop is too busy to leave: because it hangs in a write that nobody reads.
pub fn watch(events: Tell, last_words: impl Fn(Duration) + Clone + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let (tell, words) = (events.clone(), last_words.clone());
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => tell.send(Event::Stop),
                SIGCONT => tell.send(Event::Continue),
                SIGWINCH => {
                    if let Ok((width, height)) = terminal::size() {
                        tell.send(Event::Terminal(crossterm::event::Event::Resize(width, height)));
                    }
                }
                signal => {
                    tell.send(Event::End(signal));
                    end(signal, &words);
                }
            }
        }
    })?;
    thread::Builder::new().name("hangup".into()).spawn(move || {
        hung_up();
        events.send(Event::End(SIGHUP));
        end(SIGHUP, &last_words);
    })?;
    Ok(())
}

/// Sleeps until the terminal on standard input is gone.
fn hung_up() {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdin = rustix::stdio::stdin();
    loop {
        // no event is asked for: only a hang-up or an error is told
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) if !watched[0].revents().is_empty() => return,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// Ends the process where the loop has not done so in time.
fn end(signal: i32, last_words: &impl Fn(Duration)) {
    thread::sleep(PATIENCE);
    last_words(Duration::from_millis(250));
    terminal::give_back_at_once();
    std::process::exit(128 + signal);
}
