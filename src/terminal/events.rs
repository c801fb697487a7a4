//! Where everything that happens comes in: keys, the store's reports, signals. Owns the one place the loop sleeps in, and
//! the reading of standard input; says nothing of what an event means.

use super::Event;
#[cfg(not(unix))]
use super::input::InputEvent;
use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{self, Receiver, Sender},
    time::Duration,
};

#[cfg(unix)]
use {
    super::{
        decoder::decode,
        signals::Signals,
        tokenizer::{MOST_TYPED, SILENCE, Token, Tokenizer},
    },
    rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        fd::AsFd,
        fs::{OFlags, fcntl_setfl},
        io::Errno,
        stdio::stdin,
    },
    std::{
        io::{PipeReader, PipeWriter},
        sync::Arc,
        time::Instant,
    },
};

/// Sends events to the loop, from any thread.
#[derive(Clone)]
pub struct EventSender {
    events: Sender<Event>,
    /// Wakes the loop where it sleeps.
    #[cfg(unix)]
    waker: Arc<PipeWriter>,
}

impl EventSender {
    /// Sends an event. After the loop has ended it goes nowhere.
    pub fn send(&self, event: Event) {
        let _ = self.events.send(event);
        // a full pipe wakes the loop as well
        #[cfg(unix)]
        let _ = rustix::io::write(&self.waker, &[0]);
    }
}

/// The events that have come, in their order.
pub struct EventReceiver {
    events: Receiver<Event>,
    queue: VecDeque<Event>,
    /// Readable after something was sent.
    #[cfg(unix)]
    waker: PipeReader,
    #[cfg(unix)]
    signals: Option<Signals>,
    #[cfg(unix)]
    tokenizer: Tokenizer,
    /// When the tokenizer has waited long enough for the rest of a unit.
    #[cfg(unix)]
    quiet_at: Option<Instant>,
    /// When something was read last.
    #[cfg(unix)]
    read_at: Option<Instant>,
    #[cfg(unix)]
    buffer: Vec<u8>,
    #[cfg(not(unix))]
    sender: Option<EventSender>,
}

/// A channel of events into the loop.
///
/// # Errors
/// Where the system has no pipe left.
pub fn event_channel() -> io::Result<(EventSender, EventReceiver)> {
    let (events, received) = mpsc::channel();
    #[cfg(unix)]
    {
        let (waker, wake) = io::pipe()?;
        // no sender waits for the loop
        fcntl_setfl(&wake, OFlags::NONBLOCK)?;
        let sender = EventSender {
            events,
            waker: Arc::new(wake),
        };
        let receiver = EventReceiver {
            events: received,
            queue: VecDeque::new(),
            waker,
            signals: None,
            tokenizer: Tokenizer::default(),
            quiet_at: None,
            read_at: None,
            buffer: vec![0; 4096],
        };
        Ok((sender, receiver))
    }
    #[cfg(not(unix))]
    {
        let sender = EventSender { events };
        let receiver = EventReceiver {
            events: received,
            queue: VecDeque::new(),
            sender: Some(sender.clone()),
        };
        Ok((sender, receiver))
    }
}

impl EventReceiver {
    /// Listens for signals too, until a thread does. On Windows there are none.
    ///
    /// # Errors
    /// Where the system has no sockets left.
    pub fn listen_for_signals(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            self.signals = Some(Signals::new()?);
        }
        Ok(())
    }

    /// Leaves signals to a thread of their own, which ends the process after `last_words` where the loop is too busy to
    /// leave. Does nothing the second time.
    ///
    /// # Errors
    /// Where the system has no thread left.
    #[cfg_attr(not(unix), allow(unused_variables))]
    pub fn watch_signals(
        &mut self,
        sender: &EventSender,
        last_words: &(impl Fn(Duration) -> bool + Clone + Send + 'static),
    ) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(signals) = self.signals.take() {
            signals.watch(sender.clone(), last_words.clone())?;
        }
        Ok(())
    }

    /// An event that is here already; waits for none.
    pub fn try_next(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// The next event; `None` where none comes within `most`.
    #[cfg(unix)]
    pub fn next(&mut self, most: Option<Duration>) -> Option<Event> {
        let until = most.map(|most| Instant::now() + most);
        loop {
            if let Some(event) = self.try_next() {
                return Some(event);
            }
            let timeout = until.into_iter().chain(self.quiet_at).min().map(time_left);
            // without signals of its own the waker stands in their place
            let signals = self.signals.as_ref().map_or(self.waker.as_fd(), Signals::fd);
            let mut watched =
                [self.waker.as_fd(), signals, stdin()].map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
            match poll(&mut watched, timeout.as_ref()) {
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => return Some(Event::Broken),
            }
            let [woken, signalled, typed] = watched.map(|watched| !watched.revents().is_empty());
            if signalled && let Some(signals) = &mut self.signals {
                self.queue.extend(signals.events());
            }
            if woken {
                let _ = rustix::io::read(&self.waker, &mut self.buffer[..]);
                self.queue.extend(self.events.try_iter());
            }
            if typed {
                self.read();
            } else if is_due(self.quiet_at) {
                self.quiet();
            } else if self.queue.is_empty() && is_due(until) {
                return None;
            }
        }
    }

    /// Reads what was typed. More than fits in the buffer is read the next time.
    #[cfg(unix)]
    fn read(&mut self) {
        match rustix::io::read(stdin(), &mut self.buffer[..]) {
            Ok(0) => self.queue.push_back(Event::Broken),
            Ok(count) => {
                let now = Instant::now();
                let before = self.read_at.replace(now);
                let flows = count > MOST_TYPED || before.is_some_and(|before| now - before < SILENCE);
                // keys, which come one by one, do not hold a paste open that never ends
                let is_typed_in_paste = self.tokenizer.is_in_paste() && !flows;
                if is_typed_in_paste && is_due(self.quiet_at) {
                    self.quiet();
                }
                self.tokenizer.feed(&self.buffer[..count], input(&mut self.queue));
                let waits_until = self.quiet_at;
                self.wait_for_rest();
                if is_typed_in_paste && self.tokenizer.is_in_paste() {
                    self.quiet_at = self.quiet_at.into_iter().chain(waits_until).min();
                }
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => self.queue.push_back(Event::Broken),
        }
    }

    /// The rest of an open unit did not come in time.
    #[cfg(unix)]
    fn quiet(&mut self) {
        self.tokenizer.quiet(input(&mut self.queue));
        self.wait_for_rest();
    }

    /// Sets how long the rest of an open unit may take from now on.
    #[cfg(unix)]
    fn wait_for_rest(&mut self) {
        self.quiet_at = self
            .tokenizer
            .patience()
            .map(|patience| Instant::now() + patience);
    }

    /// The next event; `None` where none comes within `most`.
    #[cfg(not(unix))]
    pub fn next(&mut self, most: Option<Duration>) -> Option<Event> {
        // a console is read by calls that wait, so a thread of its own waits in them
        if let Some(sender) = self.sender.take() {
            std::thread::spawn(move || read_console(&sender));
        }
        let event = self.try_next().or_else(|| match most {
            Some(most) => self.events.recv_timeout(most).ok(),
            None => Some(self.events.recv().unwrap_or(Event::Broken)),
        });
        self.queue.extend(self.events.try_iter());
        event
    }
}

/// Puts what tokens mean at the end of the queue.
#[cfg(unix)]
fn input(queue: &mut VecDeque<Event>) -> impl FnMut(Token) {
    |token| queue.extend(decode(token).map(Event::Input))
}

#[cfg(unix)]
fn is_due(at: Option<Instant>) -> bool {
    at.is_some_and(|at| at <= Instant::now())
}

/// How long it is until then.
#[cfg(unix)]
fn time_left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec::try_from(left).unwrap_or_default()
}

/// Reads the console and sends what it says to the loop.
#[cfg(not(unix))]
fn read_console(sender: &EventSender) {
    loop {
        match crossterm::event::read() {
            Ok(event) => {
                if let Some(event) = InputEvent::from_crossterm(event) {
                    sender.send(Event::Input(event));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return sender.send(Event::Broken),
        }
    }
}
