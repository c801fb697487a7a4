//! The gathering on its way to the disk: saved in a thread of its own, so that no key waits for a slow drive, the newest state
//! first; and the sheet of the day. Owns the thread; what a file holds is the store's.

use super::{Event, Program, team::EventSender};
use crate::core::{fault::Fault, format::Format, gathering::Gathering};
use crate::export::{self, GatheringInput};
use crate::store::{GatheringFile, Gatherings};
use std::{
    path::Path,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

/// How long one that is followed by another may wait for a slow disk.
const PATIENCE: Duration = Duration::from_secs(10);

/// What became of a gathering's way to the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// How many changes the state had seen that was saved.
    changes: u64,
    /// What the gathering is called where it goes on beside one that another program changed; or why it is not there.
    saved: Result<Option<String>, Fault>,
}

/// The thread that saves.
pub(super) struct Keeper {
    states: Sender<(Gathering, u64)>,
    ended: Receiver<Result<(), Fault>>,
    /// How many changes the state had seen that was handed over last.
    given: u64,
}

impl Keeper {
    fn start(file: GatheringFile, given: u64, tell: EventSender) -> Option<Self> {
        let (states, newest) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let save = move || {
            // whoever waits for the end hears of it
            let _ = end.send(keep(file, &newest, &tell));
        };
        thread::Builder::new().name("gathering".into()).spawn(save).ok()?;
        Some(Self { states, ended, given })
    }

    /// Waits until the disk has what was handed over, at most for `within`.
    ///
    /// # Errors
    /// Why it has not.
    pub(super) fn end(self, within: Duration) -> Result<(), Fault> {
        let Self { states, ended, .. } = self;
        drop(states);
        match ended.recv_timeout(within) {
            Ok(saved) => saved,
            Err(RecvTimeoutError::Disconnected) => Ok(()),
            Err(RecvTimeoutError::Timeout) => Err(Fault::Other {
                why: crate::core::fault::Cause::Slow,
            }),
        }
    }
}

/// Saves the newest state as often as there is one. Answers whether the last one is on the disk.
fn keep(
    mut file: GatheringFile,
    newest: &Receiver<(Gathering, u64)>,
    tell: &EventSender,
) -> Result<(), Fault> {
    let mut last = Ok(());
    while let Ok(state) = newest.recv() {
        let (gathering, changes) = newest.try_iter().last().unwrap_or(state);
        let saved = file.save(&gathering);
        last = saved.as_ref().map(|_| ()).map_err(Fault::clone);
        let saved = saved.map(|is_beside| file.id().filter(|_| is_beside));
        tell(Event::Gathering(Kept { changes, saved }));
    }
    last
}

/// Today's gathering of a framework, the one before it, and the file it goes on in. Second, why the one of today cannot be
/// read.
fn find(
    gatherings: &Gatherings,
    begun: &Gathering,
) -> (Option<Gathering>, Option<Gathering>, GatheringFile, Option<Fault>) {
    let date = begun.at.date();
    let (current, file, fault) = match gatherings.current(&begun.framework, date) {
        Ok(Some((current, file))) => (Some(current), file, None),
        Ok(None) => (None, gatherings.new_file(date), None),
        Err(fault) => (None, gatherings.new_file(date), Some(fault)),
    };
    let own = file.id();
    let listed = gatherings.list().unwrap_or_default().into_iter().rev();
    let mut others = listed.filter(|kept| Some(&kept.id) != own.as_ref());
    let previous = others.find_map(|kept| {
        let gathering = kept.gathering.ok()?;
        (gathering.framework == begun.framework && !gathering.leaders.is_empty()).then_some(gathering)
    });
    (current, previous, file, fault)
}

impl Program {
    /// Goes on with today's gathering where the disk has it; colleagues are read where they were not.
    pub(super) fn present(&mut self) {
        let Some(effects) = &mut self.effects else {
            return;
        };
        // for the file of the sheet
        effects.look_for_places(&mut self.app.state.library);
        let presented = &self.app.state.presented;
        if let Some(begun) = presented.gathering.as_ref().filter(|_| presented.is_new) {
            let (current, previous, file, fault) = find(&effects.store.gatherings(), begun);
            if let Some(before) = effects.gathering.take() {
                // the one before it has been told of what became of it
                let _ = before.end(PATIENCE);
            }
            let tell = effects.colleagues.tell.clone();
            effects.gathering = Keeper::start(file, 0, tell);
            self.app.gathering_found(current, previous);
            if let Some(fault) = fault {
                let why = self.app.state.lang.fault(&fault.by_file_name());
                self.app.state.message = Some(self.app.state.text().present.another(&why));
            }
        }
        if self.app.state.team.team.is_none() {
            self.read_team();
        }
    }

    /// Has the gathering saved where it has changed since it was last.
    pub(super) fn keep_gathering(&mut self) {
        let presented = &self.app.state.presented;
        let (Some(effects), Some(gathering)) = (&mut self.effects, &presented.gathering) else {
            return;
        };
        let is_empty = gathering.leaders.is_empty() && gathering.marks.is_empty();
        if let Some(keeper) = &mut effects.gathering
            && keeper.given != presented.changes
            && !presented.is_new
            && !is_empty
        {
            keeper.given = presented.changes;
            // a thread that is gone has told why
            let _ = keeper.states.send((gathering.clone(), presented.changes));
        }
    }

    /// What became of it.
    pub(super) fn gathering_kept(&mut self, kept: Kept) {
        let state = &mut self.app.state;
        match kept.saved {
            Ok(beside) => {
                if let Some(fault) = state.presented.unkept.take() {
                    let why = state.lang.fault(&fault.by_file_name());
                    let said = state.text().present.not_kept(&why);
                    state.message.take_if(|message| *message == said);
                }
                if let Some(id) = beside {
                    state.message = Some(state.text().present.beside(&id));
                }
            }
            Err(fault) => {
                // tried again with the next change
                let why = state.lang.fault(&fault.by_file_name());
                state.message = Some(state.text().present.not_kept(&why));
                state.presented.unkept = Some(fault);
            }
        }
    }

    /// Writes the sheet of the day, and says where it is.
    pub(super) fn write_sheet(&mut self, format: Format, file: &Path, replace: bool) {
        let state = &self.app.state;
        let (Some(effects), Some(gathering)) = (&self.effects, &state.presented.gathering) else {
            return;
        };
        let input = GatheringInput {
            framework: &state.framework,
            rendering: state.rendering(),
            gathering,
            lang: state.lang,
        };
        let made = export::export_gathering(format, &input);
        match made.and_then(|bytes| effects.write_output(file, &bytes, replace)) {
            Ok(()) => {
                let said = self.app.state.text().share.written(&file.to_string_lossy());
                self.app.done(said);
            }
            Err(fault) => self.app.not_exported(&fault),
        }
    }
}
