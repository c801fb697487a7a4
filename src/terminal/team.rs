//! Colleagues' profiles, read in a thread of their own so that no key waits for a slow drive, and watched for change while
//! the team is on the screen: by the system's own notices, so that nothing wakes while nothing changes. On a drive that
//! others write to over a network the system may know of no change; then reading again on a key is the way.

use super::{Event, Program};
use crate::config::team_folders;
use crate::core::{framework::Framework, team::Team};
use crate::store::{self, OwnProfile};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::{path::PathBuf, sync::Arc, thread};

/// Tells the loop, from any thread.
pub(super) type EventSender = Arc<dyn Fn(Event) + Send + Sync>;

/// The reading and the watching.
pub(super) struct Colleagues {
    tell: EventSender,
    watched: Option<(RecommendedWatcher, Vec<PathBuf>)>,
}

impl Colleagues {
    pub(super) fn new(tell: EventSender) -> Self {
        Self { tell, watched: None }
    }

    /// Starts to read these files and folders; the answer is an [`Event::Team`].
    fn read(&self, framework: Arc<Framework>, paths: Vec<PathBuf>, own: OwnProfile) {
        let tell = self.tell.clone();
        in_background(move || tell(Event::Team(Box::new(store::read_team(&framework, &paths, &own)))));
    }

    /// Watches these files and folders and no others. True where the system will tell of changes in all of them.
    fn watch(&mut self, paths: &[PathBuf]) -> bool {
        if self.watched.as_ref().is_some_and(|(_, watched)| watched == paths) {
            return true;
        }
        self.watched = None;
        let tell = self.tell.clone();
        let changed = move |event: notify::Result<notify::Event>| {
            // what was only read has not changed, and an error is as good a reason to look
            if event.map_or(true, |event| !event.kind.is_access()) {
                tell(Event::TeamChanged);
            }
        };
        let Ok(mut watcher) = notify::recommended_watcher(changed) else {
            return false;
        };
        let all = paths
            .iter()
            .all(|path| watcher.watch(path, RecursiveMode::NonRecursive).is_ok());
        if all {
            self.watched = Some((watcher, paths.to_owned()));
        }
        all
    }

    fn forget(&mut self) {
        self.watched = None;
    }
}

/// Does this in a thread of its own; where there is none, at once: better a key that answers slowly than none.
fn in_background(work: impl Fn() + Send + Sync + 'static) {
    let work = Arc::new(work);
    let own = work.clone();
    if thread::Builder::new()
        .name("team".into())
        .spawn(move || own())
        .is_err()
    {
        work();
    }
}

impl Program {
    /// Reads colleagues' profiles, and watches them. While they are being read, once more afterwards.
    pub(super) fn read_team(&mut self) {
        let Some(effects) = &mut self.effects else {
            return;
        };
        if self.app.state.team.is_reading {
            self.read_team_again = true;
            return;
        }
        let paths = team_folders(&effects.config, &self.app.state.preferences.team);
        // watched first: what changes while it is read is not missed
        self.app.state.team.is_watched = effects.colleagues.watch(&paths);
        self.app.state.team.is_reading = true;
        let own = OwnProfile {
            owner: self.app.state.profile().owner.clone(),
            file: effects.store.file(&effects.slug).ok(),
        };
        effects
            .colleagues
            .read(self.app.state.framework.clone(), paths, own);
    }

    /// They were read.
    pub(super) fn team_read(&mut self, team: Team) {
        self.app.team_read(team);
        if std::mem::take(&mut self.read_team_again) && self.app.is_looking_at_team() {
            self.read_team();
        }
    }

    /// Nobody looks at the team any more: nothing is watched.
    pub(super) fn leave_team(&mut self) {
        if let (false, Some(effects)) = (self.app.is_looking_at_team(), &mut self.effects) {
            effects.colleagues.forget();
        }
    }
}
