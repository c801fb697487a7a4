//! `pejl --plain`: the interface as a dialogue, over standard input and output. A signal to end is the end of the input,
//! so what was being written is kept.

use super::{Answer, Settings, tell};
#[cfg(unix)]
use crate::core::fault::Cause;
use crate::core::{fault::Fault, framework::Framework};
use crate::plain::{self, Outside, Plain};
use crate::screens::preferences::Preferences;
use crate::store::{self, Access, log::Log};
use std::{
    io::{self, BufReader, Read},
    path::PathBuf,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
    time::Duration,
};

/// The longest wait for the last line of the log.
const LAST_MESSAGE: Duration = Duration::from_millis(500);

/// Holds the dialogue until the leader leaves, the input ends or a signal ends it.
pub fn open(settings: &Settings, team: Option<Vec<PathBuf>>) -> Result<Answer, Fault> {
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
        preferences: Preferences {
            team: team.unwrap_or_else(|| settings.preferences.team.clone()),
            ..settings.preferences.clone()
        },
        home,
        folder,
    };
    let mut plain = Plain::new(framework, english, settings.lang, outside, opened);
    let (lang, data_dir) = (settings.lang, settings.data_dir.clone());
    let kept = move |fault: &Fault| {
        let said = lang.fault(fault);
        let mut log = Log::new(data_dir.clone(), store::system_clock);
        log.say(&said);
        tell(&said);
        log.end(LAST_MESSAGE);
    };
    let hurry = plain.hurry();
    #[cfg(unix)]
    let last_words = {
        let (store, hurry, kept) = (store.clone(), hurry.clone(), kept.clone());
        move || {
            if let Some((profile, path)) = hurry.pending() {
                let why = Cause::Slow;
                let fault = Fault::Write { path, why };
                kept(&store.put_elsewhere(&profile, fault));
            }
        }
    };
    let mut input = Input::new(Ending {
        begin: Box::new(move || hurry.begin()),
        #[cfg(unix)]
        last_words: Box::new(last_words),
    })
    .map_err(|error| Fault::Other { why: (&error).into() })?;
    let talked = plain::run(BufReader::new(&mut input), io::stdout().lock(), &mut plain);
    let elsewhere = match (&talked, plain.unsaved()) {
        // at a conflict the profile is kept beside the other program's file
        (Ok(()), _) | (_, Some(Fault::Conflict { .. }) | None) => None,
        (Err(fault), Some(_)) => Some(store.put_elsewhere(plain.profile(), fault.clone())),
    };
    match (talked, elsewhere, input.signal) {
        (_, Some(fault), Some(signal)) => {
            kept(&fault);
            Ok(ended_by(signal))
        }
        (_, Some(fault), None) => {
            let mut log = Log::new(settings.data_dir.clone(), store::system_clock);
            log.say(&settings.lang.fault(&fault));
            log.end(LAST_MESSAGE);
            Err(fault)
        }
        // there may be nobody left to say anything to
        (Ok(()) | Err(Fault::Output { .. }), None, Some(signal)) => Ok(ended_by(signal)),
        (talked, None, _) => talked.map(|()| String::new().into()),
    }
}

fn ended_by(signal: i32) -> Answer {
    Answer {
        code: 128 + signal as u8,
        ..Answer::default()
    }
}

/// What a signal does beside ending the input.
struct Ending {
    /// Called when it comes.
    #[cfg_attr(not(unix), expect(dead_code))]
    begin: Box<dyn Fn() + Send>,
    /// Called where the dialogue has not ended by itself in time, before the process ends without it.
    #[cfg(unix)]
    last_words: Box<dyn Fn() + Send>,
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
    #[cfg_attr(not(unix), allow(unused_variables))] // there are no signals
    fn new(ending: Ending) -> io::Result<Self> {
        let (tell, events) = sync_channel(1);
        #[cfg(unix)]
        listen_for_signals(tell.clone(), ending)?;
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

/// How long the dialogue may take to end after a signal before the process is ended without it.
#[cfg(unix)]
const END: Duration = Duration::from_millis(1900);

#[cfg(unix)]
fn listen_for_signals(tell: SyncSender<InputEvent>, ending: Ending) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            (ending.begin)();
            // the dialogue may be at something that hangs, and hear nothing
            let sent = thread::Builder::new().spawn(move || _ = tell.send(InputEvent::End(signal)));
            if sent.is_ok() {
                thread::sleep(END);
            }
            (ending.last_words)();
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}
