//! Colleagues' profiles, read in a thread of their own so that no key waits for a slow drive, and watched for change while
//! the team is on the screen: by the system's own notices, so that nothing wakes while nothing changes. On a drive that
//! others write to over a network the system may know of no change; then reading again on a key is the way.

use super::{Event, Program};
use crate::config::team_folders;
use crate::core::{framework::Framework, team::Team};
use crate::store;
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
    fn read(&self, framework: Arc<Framework>, paths: Vec<PathBuf>) {
        let read = |tell: &EventSender, framework: &Framework, paths: &[PathBuf]| {
            tell(Event::Team(Box::new(store::read_team(framework, paths))));
        };
        let own = (self.tell.clone(), framework.clone(), paths.clone());
        let thread = thread::Builder::new().name("team".into());
        if thread.spawn(move || read(&own.0, &own.1, &own.2)).is_err() {
            // better a key that answers slowly than none
            read(&self.tell, &framework, &paths);
        }
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
        effects.colleagues.read(self.app.state.framework.clone(), paths);
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
