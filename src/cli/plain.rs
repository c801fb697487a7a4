//! `pejl --plain`: the interface as a dialogue, over standard input and output. A signal to end is the end of the input,
//! so what was being written is kept.

use super::{Answer, Settings, tell};
use crate::core::{fault::Fault, framework::Framework};
use crate::plain::{self, Outside, Plain};
use crate::store::{self, Access};
use crate::terminal::elsewhere;
use std::{
    io::{self, BufReader, Read},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

/// Holds the dialogue until the leader leaves, the input ends or a signal ends it.
pub fn open(settings: &Settings) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let english = settings.framework.is_none().then(Framework::built_in_english);
    let (store, opened) = settings.open(&framework, Access::Edit)?;
    for fault in settings.faults() {
        tell(&settings.lang.fault(&fault));
    }
    let (home, folder) = store::places_to_write();
    let outside = Outside {
        store: store.clone(),
        clock: store::system_clock,
        config: settings.config.path.clone(),
        preferences: settings.preferences.clone(),
        home,
        folder,
    };
    let mut plain = Plain::new(framework, english, settings.lang, outside, opened);
    let mut input = Input::new().map_err(|error| Fault::Other { why: (&error).into() })?;
    let talked = plain::run(BufReader::new(&mut input), io::stdout().lock(), &mut plain);
    let done = match (talked, plain.unsaved()) {
        (Ok(()), _) => Ok(()),
        // at a conflict the profile is kept beside the other program's file
        (Err(fault), Some(Fault::Conflict { .. }) | None) => Err(fault),
        (Err(fault), Some(_)) => Err(elsewhere(&store, plain.profile(), fault)),
    };
    match (done, input.signal) {
        // there may be nobody left to say anything to
        (Ok(()) | Err(Fault::Output { .. }), Some(signal)) => Ok(Answer {
            bytes: Vec::new(),
            code: 128 + signal as u8,
        }),
        (done, _) => done.map(|()| String::new().into()),
    }
}

/// An event of the dialogue's input.
enum InputEvent {
    /// Bytes from standard input; none at its end.
    Bytes(io::Result<Vec<u8>>),
    /// A signal that ends the program.
    #[cfg_attr(not(unix), expect(dead_code))]
    End(i32),
}

/// Standard input, until it or a signal ends it. It is read in a thread of its own, because a read cannot be given up.
struct Input {
    events: Receiver<InputEvent>,
    bytes: Vec<u8>,
    over: bool,
    signal: Option<i32>,
}

impl Input {
    fn new() -> io::Result<Self> {
        let (tell, events) = sync_channel(1);
        #[cfg(unix)]
        listen_for_signals(tell.clone())?;
        thread::Builder::new()
            .name("input".into())
            .spawn(move || listen(&tell))?;
        Ok(Self {
            events,
            bytes: Vec::new(),
            over: false,
            signal: None,
        })
    }
}

impl Read for Input {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.bytes.is_empty() && !self.over {
            match self.events.recv() {
                Ok(InputEvent::Bytes(bytes)) => self.bytes = bytes?,
                Ok(InputEvent::End(signal)) => self.signal = Some(signal),
                Err(_) => {}
            }
            // an end stays one
            self.over = self.bytes.is_empty();
        }
        let count = self.bytes.as_slice().read(room)?;
        self.bytes.drain(..count);
        Ok(count)
    }
}

fn listen(tell: &SyncSender<InputEvent>) {
    let mut room = [0; 8 * 1024];
    loop {
        let bytes = match io::stdin().lock().read(&mut room) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map(|count| room[..count].to_vec()),
        };
        let over = !bytes.as_ref().is_ok_and(|bytes| !bytes.is_empty());
        if tell.send(InputEvent::Bytes(bytes)).is_err() || over {
            return;
        }
    }
}

#[cfg(unix)]
fn listen_for_signals(tell: SyncSender<InputEvent>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if tell.send(InputEvent::End(signal)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}
