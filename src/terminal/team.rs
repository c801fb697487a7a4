//! Colleagues' profiles, read in a thread of their own so that no key waits for a slow drive, and watched for change while
//! the team is on the screen: by the system's own notices, so that nothing wakes while nothing changes. On a drive that
//! others write to over a network the system may know of no change; then reading again on a key is the way.

use super::{Event, Program};
use crate::config::{share_folder, team_folders};
use crate::core::{
    fault::{Fault, NameTrouble},
    framework::Framework,
    team::Team,
};
use crate::screens::colleagues::{
    Before, Shared as Outcome,
    Shared::{Put, Taken},
    Sharing,
};
use crate::store::{self, OwnProfile, Shared, shared_slug};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::{path::PathBuf, sync::Arc, thread};

/// Tells the loop, from any thread.
pub(super) type EventSender = Arc<dyn Fn(Event) + Send + Sync>;

/// The reading and the watching.
pub(super) struct Colleagues {
    pub(super) tell: EventSender,
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
        let (framework, today) = (&self.app.state.framework, self.app.state.session.today());
        let before = effects.store.gatherings().before(&framework.id, today);
        self.app.state.team.before = before.map(|before| Before::new(framework, before));
        let own = OwnProfile {
            owner: self.app.state.profile().owner.clone(),
            file: effects.store.file(&effects.slug).ok(),
        };
        effects
            .colleagues
            .read(self.app.state.framework.clone(), paths, own);
    }

    /// Puts the reader's dials into the team's folder, in a thread of its own, as the folder may be far away. The profile gets
    /// `name` first, where one is given; where it has none yet, it is asked for.
    pub(super) fn share(&mut self, name: Option<String>) {
        let state = &mut self.app.state;
        let Some(effects) = &mut self.effects else {
            return;
        };
        if state.team.sharing == Sharing::Underway {
            return;
        }
        if let Some(name) = name.filter(|name| *name != state.profile().name) {
            // on the first start there is no file yet that could have the name
            state.session.changed();
            match shared_slug(&name).and_then(|_| state.session.rename(&name)) {
                Ok(rename) => effects.run(&mut self.app, rename),
                Err(fault) => return state.refused(&fault),
            }
            if self.app.state.profile().name != name {
                return;
            }
        }
        match shared_slug(&self.app.state.profile().name) {
            Err(Fault::BadName {
                why: NameTrouble::Nobody,
                ..
            }) => return self.app.ask_share_name(),
            Err(fault) => return self.app.state.refused(&fault),
            Ok(_) => {}
        }
        match self.app.state.session.share() {
            Ok(share) => self.with_folder(true, move |shared| shared.put(&share).map(Put)),
            Err(fault) => self.app.state.refused(&fault),
        }
    }

    /// Takes out of the team's folder what the reader has shared there, in a thread of its own.
    pub(super) fn take_back(&mut self) {
        if self.app.state.team.sharing == Sharing::Underway {
            return;
        }
        let profile = self.app.state.profile();
        let (owner, name) = (profile.owner.clone().unwrap_or_default(), profile.name.clone());
        self.with_folder(false, move |shared| {
            shared.take_back(&owner, &name).map(|files| Taken(files.len()))
        });
    }

    /// Does this with the folder that the reader shares in; the answer is an [`Event::Shared`].
    fn with_folder(
        &mut self,
        put: bool,
        work: impl Fn(&Shared) -> Result<Outcome, Fault> + Send + Sync + 'static,
    ) {
        let underway = self.app.state.text().sharing.underway;
        self.app.state.message = Some(underway.to_owned());
        let Some(effects) = &self.effects else {
            return;
        };
        let (tell, own, config) = (
            effects.colleagues.tell.clone(),
            effects.own(),
            effects.config.clone(),
        );
        let state = &mut self.app.state;
        let team = state.preferences.team.clone();
        state.team.sharing = Sharing::Underway;
        in_background(move || {
            let folder = share_folder(&config, &team).unwrap_or_default();
            let outcome = Shared::open(&folder, &own).and_then(|shared| work(&shared));
            tell(Event::Shared { put, outcome });
        });
    }

    /// They are in the folder, or out of it; or not.
    pub(super) fn shared(&mut self, put: bool, outcome: Result<Outcome, Fault>) {
        let changed = outcome.is_ok();
        self.app.shared(put, outcome);
        if changed && self.app.is_looking_at_team() {
            self.read_team();
        }
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
