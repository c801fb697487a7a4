//! Where everything that happens comes in: keys, the store's reports, signals. Owns the one place the loop sleeps in;
//! says nothing of what an event means.

use super::Event;
use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

#[cfg(unix)]
use {
    super::{input::Input, signals::Signals},
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
    },
};

/// Tells the loop of something, from any thread.
#[derive(Clone)]
pub struct Tell {
    events: Sender<Event>,
    /// What wakes the loop where it sleeps.
    #[cfg(unix)]
    bell: Arc<PipeWriter>,
}

impl Tell {
    /// Tells of `event`. Where the loop has ended there is nobody to tell.
    pub fn send(&self, event: Event) {
        let _ = self.events.send(event);
        // a full pipe wakes the loop as well
        #[cfg(unix)]
        let _ = rustix::io::write(&self.bell, &[0]);
    }
}

/// What has happened and was not taken in yet.
pub struct Inbox {
    events: Receiver<Event>,
    queue: VecDeque<Event>,
    #[cfg(unix)]
    bell: PipeReader,
    #[cfg(unix)]
    signals: Option<Signals>,
    #[cfg(unix)]
    input: Input,
    #[cfg(unix)]
    buffer: Vec<u8>,
    #[cfg(not(unix))]
    tell: Option<Tell>,
}

/// An inbox and who tells it.
///
/// # Errors
/// Where the system has no pipe left.
pub fn inbox() -> io::Result<(Tell, Inbox)> {
    let (sender, events) = channel();
    #[cfg(unix)]
    {
        let (bell, ring) = io::pipe()?;
        // nobody who tells waits for the loop
        fcntl_setfl(&ring, OFlags::NONBLOCK)?;
        let tell = Tell {
            events: sender,
            bell: Arc::new(ring),
        };
        let inbox = Inbox {
            events,
            queue: VecDeque::new(),
            bell,
            signals: None,
            input: Input::default(),
            buffer: vec![0; 4096],
        };
        Ok((tell, inbox))
    }
    #[cfg(not(unix))]
    {
        let tell = Tell { events: sender };
        let inbox = Inbox {
            events,
            queue: VecDeque::new(),
            tell: Some(tell.clone()),
        };
        Ok((tell, inbox))
    }
}

impl Inbox {
    /// Listens for signals too, until [`guard`](Self::guard). On Windows there are none.
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

    /// Leaves listening for signals to a thread, which ends the process after `last_words` where whoever reads this inbox
    /// is too busy to leave. Does nothing the second time.
    ///
    /// # Errors
    /// Where the system has no thread left.
    #[cfg_attr(not(unix), allow(unused_variables))]
    pub fn guard(
        &mut self,
        tell: &Tell,
        last_words: &(impl Fn(Duration) + Clone + Send + 'static),
    ) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(signals) = self.signals.take() {
            signals.guard(tell.clone(), last_words.clone())?;
        }
        Ok(())
    }

    /// What is there already; asks nobody.
    pub fn here(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// The next event; nothing where none comes within `most`.
    #[cfg(unix)]
    pub fn next(&mut self, most: Option<Duration>) -> Option<Event> {
        let most = most.and_then(|most| Timespec::try_from(most).ok());
        loop {
            if let Some(event) = self.here() {
                return Some(event);
            }
            // where nobody listens for signals here, the bell stands in their place
            let signals = self.signals.as_ref().map_or(self.bell.as_fd(), Signals::bell);
            let mut watched =
                [self.bell.as_fd(), signals, stdin()].map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
            match poll(&mut watched, most.as_ref()) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => return Some(Event::Broken),
            }
            let [rung, signalled, typed] = watched.map(|watched| !watched.revents().is_empty());
            if signalled && let Some(signals) = &mut self.signals {
                self.queue.extend(signals.events());
            }
            if rung {
                let _ = rustix::io::read(&self.bell, &mut self.buffer[..]);
                self.queue.extend(self.events.try_iter());
            }
            if typed {
                self.read();
            }
        }
    }

    /// Reads what was typed. More than fits in the buffer is read the next time.
    #[cfg(unix)]
    fn read(&mut self) {
        let queue = &mut self.queue;
        match rustix::io::read(stdin(), &mut self.buffer[..]) {
            Ok(0) => queue.push_back(Event::Broken),
            Ok(count) => {
                let more = count == self.buffer.len();
                let tell = |event| queue.push_back(Event::Terminal(event));
                self.input.take(&self.buffer[..count], more, tell);
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => queue.push_back(Event::Broken),
        }
    }

    /// The next event; nothing where none comes within `most`.
    #[cfg(not(unix))]
    pub fn next(&mut self, most: Option<Duration>) -> Option<Event> {
        // a console tells of keys by calls that wait, so a thread of its own waits in them
        if let Some(tell) = self.tell.take() {
            std::thread::spawn(move || listen(&tell));
        }
        let event = self.here().or_else(|| match most {
            Some(most) => self.events.recv_timeout(most).ok(),
            None => Some(self.events.recv().unwrap_or(Event::Broken)),
        });
        self.queue.extend(self.events.try_iter());
        event
    }
}

/// Reads the console and tells the loop.
#[cfg(not(unix))]
fn listen(tell: &Tell) {
    loop {
        match crossterm::event::read() {
            Ok(event) => tell.send(Event::Terminal(event)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return tell.send(Event::Broken),
        }
    }
}
