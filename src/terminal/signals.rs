//! Signals and the death of the terminal, as events. Owns who listens for them: the loop, as long as it only waits;
//! then a thread, because the loop may hang in a write that nobody reads.

use super::{Event, EventSender, guard};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
};
use std::{
    io,
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
    thread,
    time::{Duration, Instant},
};

const SIGNALS: [i32; 7] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// How long the loop may take to leave by itself before the process is ended without it.
const PATIENCE: Duration = Duration::from_millis(600);
/// How long all of it may take where a slow disk is waited for.
const END: Duration = Duration::from_millis(1900);
/// How long it may hang in a write before nobody is thought to read the terminal.
const STUCK: Duration = Duration::from_millis(100);
/// How often that is looked at.
const GLANCE: Duration = Duration::from_millis(10);

/// The signals that have come and were not told of yet. While it exists none does what it would do by itself.
pub struct Signals(SignalDelivery<UnixStream, SignalOnly>);

impl Signals {
    /// Listens from now on.
    pub fn new() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        SignalDelivery::with_pipe(read, write, SignalOnly, SIGNALS).map(Self)
    }

    /// Readable while a signal is pending.
    pub fn fd(&self) -> BorrowedFd<'_> {
        self.0.get_read().as_fd()
    }

    /// What has come.
    pub fn events(&mut self) -> impl Iterator<Item = Event> {
        self.0.pending().map(|signal| match signal {
            SIGTSTP => Event::Stop,
            SIGCONT => Event::Continue,
            SIGWINCH => super::resize(),
            signal => Event::End(signal),
        })
    }

    /// A thread listens instead of the loop, and tells it. `last_words` is called, with as long as it may take, where the
    /// loop is too busy to leave: because it hangs in a write that nobody reads.
    pub fn watch(
        mut self,
        events: EventSender,
        last_words: impl Fn(Duration) -> bool + Send + 'static,
    ) -> io::Result<()> {
        thread::Builder::new().name("signals".into()).spawn(move || {
            while let Some(hung_up) = self.wait() {
                for event in self.events().chain(hung_up.then_some(Event::End(SIGHUP))) {
                    let ended = match event {
                        Event::End(signal) => Some(signal),
                        _ => None,
                    };
                    events.send(event);
                    if let Some(signal) = ended {
                        end(signal, &last_words);
                    }
                }
            }
        })?;
        Ok(())
    }

    /// Sleeps until there is a signal, or the terminal on standard input is gone; says whether it is. Nothing where the
    /// system cannot wait.
    fn wait(&self) -> Option<bool> {
        let stdin = rustix::stdio::stdin();
        // of the terminal no event is asked for: only a hang-up or an error is told
        let mut watched = [
            PollFd::from_borrowed_fd(self.fd(), PollFlags::IN),
            PollFd::new(&stdin, PollFlags::empty()),
        ];
        match poll(&mut watched, None) {
            Ok(_) => Some(!watched[1].revents().is_empty()),
            Err(rustix::io::Errno::INTR) => Some(false),
            Err(_) => None,
        }
    }
}

/// Ends the process where the loop has not done so in time.
fn end(signal: i32, last_words: &impl Fn(Duration) -> bool) {
    let start = Instant::now();
    let until = start + PATIENCE;
    let mut writing = Duration::ZERO;
    while Instant::now() < until && writing < STUCK {
        thread::sleep(GLANCE);
        writing = if guard::is_writing() {
            writing + GLANCE
        } else {
            Duration::ZERO
        };
    }
    if !last_words(Duration::from_millis(250)) {
        // the loop has left, and whoever is at the disk ends the process
        thread::sleep(END.saturating_sub(start.elapsed()));
    }
    guard::give_back_at_once();
    std::process::exit(128 + signal);
}
