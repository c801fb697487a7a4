//! What the running program reaches beyond its state: the profile that is open and its saves, the other profiles, the
//! config file, the themes. Owns the open profile's writer; decides nothing.

use super::{
    Event,
    gathering::Keeper,
    team::{Colleagues, EventSender},
};
use crate::app::App;
use crate::config::{ConfigFile, Themes};
use crate::core::{
    fault::{Cause, Fault, Notice},
    history::Way,
    session::ProfileCommand,
};
use crate::screens::library::{Copied, Deleted, Library, Other, Stranger};
use crate::screens::preferences::Setting;
use crate::store::{self, Access, Imported, Listed, Own, ProfileFile, Store, Undo, Writer};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// Everything outside the state.
pub struct EffectRunner {
    /// The config file, there or not.
    pub(super) config: PathBuf,
    /// The themes there are.
    pub themes: Themes,
    pub(super) store: Store,
    /// The slug of the open profile.
    pub(super) slug: String,
    /// Nothing while one profile is exchanged for another.
    writer: Arc<Mutex<Option<Writer>>>,
    tell: EventSender,
    /// Colleagues' profiles.
    pub(super) colleagues: Colleagues,
    /// The gathering on its way to the disk, once there is one.
    pub(super) gathering: Option<Keeper>,
    /// How many changes the state had seen when what can be undone was on the disk as it is in the state.
    kept_at: Option<u64>,
    /// How many changes the state had seen when the open profile's writer began.
    opened_at: u64,
    /// How many changes the state had seen when it was put in another folder because its own would not take it, and what is
    /// to be said of that.
    put: Option<(u64, Fault)>,
    /// The process must end at once.
    hurried: Arc<AtomicBool>,
}

/// How long a profile that is left may wait for a slow disk.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long who leaves waits for the disk before anything is said.
const GLANCE: Duration = Duration::from_millis(300);

impl EffectRunner {
    /// The runner with one profile open on it; `tell` is called from other threads when something came of
    /// what was begun here.
    pub fn new(
        store: Store,
        file: ProfileFile,
        config: PathBuf,
        themes: Themes,
        tell: impl Fn(Event) + Send + Sync + 'static,
    ) -> Self {
        let tell: EventSender = Arc::new(tell);
        Self {
            config,
            themes,
            store,
            slug: file.slug().to_owned(),
            writer: Arc::new(Mutex::new(Some(writer(file, &tell)))),
            colleagues: Colleagues::new(tell.clone()),
            gathering: None,
            tell,
            kept_at: Some(0),
            opened_at: 0,
            put: None,
            hurried: Arc::default(),
        }
    }

    /// What to call after changes: has the state saved, and returns at once.
    pub fn saver(&self) -> impl Fn(&App) + use<> {
        let writer = self.writer.clone();
        move |app| {
            if let Some(writer) = &mut *lock(&writer) {
                let (profile, changes) = (app.state.session.profile().clone(), app.state.changes());
                match app.is_writing() {
                    true => writer.save_draft(profile, changes),
                    false => writer.save(profile, changes),
                }
            }
        }
    }

    /// What to call from another thread where the process must end: saves what is not on the disk, for as long as is
    /// given, then in another folder, which `told` is told of. Waits for nobody who is at it, and is false then; who is
    /// at it is in a hurry from then on.
    pub fn last_words<T: Fn(Fault) + Clone + Send + Sync + 'static>(
        &self,
        told: T,
    ) -> impl Fn(Duration) -> bool + Clone + Send + Sync + use<T> {
        let (writer, store, hurried) = (self.writer.clone(), self.store.clone(), self.hurried.clone());
        move |within: Duration| {
            let Ok(mut writer) = writer.try_lock() else {
                hurried.store(true, Ordering::Relaxed);
                return false;
            };
            if let Some(writer) = &mut *writer
                && let Err(fault) = writer.flush(within)
                && let Some(profile) = writer.pending()
            {
                told(store.put_elsewhere(&profile, fault));
            }
            true
        }
    }

    /// [`close`](Self::close), which waits for the disk at most for `within`: `waits` is told which file it waits for once
    /// that takes a while. What the disk does not take in time goes into another folder.
    ///
    /// # Errors
    /// Why it is not in its place, and where it is; also where another program's version is there.
    pub fn leave(&mut self, app: &App, within: Duration, waits: impl FnOnce(&Path)) -> Result<(), Fault> {
        let gathering = self
            .gathering
            .take()
            .map_or(Ok(()), |gathering| gathering.end(within));
        let left = match &mut *lock(&self.writer) {
            Some(writer) => writer.leave(&self.hurried, within, waits),
            None => Ok(()),
        };
        let left = left.and_then(|()| self.close(app, Duration::ZERO));
        if let Err(fault) = left {
            let put = self.put.take();
            let put = put.filter(|(changes, _)| *changes == app.state.changes());
            return Err(put.map_or_else(
                || self.store.put_elsewhere(app.state.session.profile(), fault),
                |(_, fault)| fault,
            ));
        }
        match self.with_writer(|writer| Ok(writer.beside())) {
            Ok(Some(kept)) => Err(Fault::Conflict { kept }),
            _ => gathering,
        }
    }

    /// Sees that nothing is lost where the program ends now: the disk has the state, or is only slow, or another folder
    /// has it.
    ///
    /// # Errors
    /// Why no place at all takes it.
    pub fn secure(&mut self, app: &App) -> Result<(), Fault> {
        self.hand_over(app);
        let flushed = self.with_writer(|writer| writer.flush_unless(&self.hurried, GLANCE));
        let fault = match flushed {
            Ok(()) | Err(Fault::Write { why: Cause::Slow, .. } | Fault::Other { .. }) => return Ok(()),
            Err(fault) => fault,
        };
        match self.store.put_elsewhere(app.state.session.profile(), fault) {
            Fault::SavedNowhere { fault } => Err(*fault),
            put => {
                self.put = Some((app.state.changes(), put));
                Ok(())
            }
        }
    }

    /// What could be undone when the open profile was left, as long as nothing was changed in it since.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn undo(&self) -> Result<Undo, Fault> {
        lock(&self.writer)
            .as_ref()
            .map_or_else(|| Ok(Undo::default()), Writer::undo)
    }

    /// Saves what is not on the disk, then what can be undone, and lets go of the profile.
    ///
    /// # Errors
    /// Why the disk does not have it.
    pub fn close(&mut self, app: &App, within: Duration) -> Result<(), Fault> {
        let mut writer = lock(&self.writer);
        let Some(writer) = writer.as_mut() else {
            return Ok(());
        };
        writer.close_unless(&self.hurried, within)?;
        if self.kept_at != Some(app.state.changes()) {
            let (back, again) = app.state.session.undo_steps();
            writer.keep_undo(&Undo { back, again });
            self.kept_at = Some(app.state.changes());
        }
        Ok(())
    }

    /// Sees what the paths that are typed start from.
    pub fn look_for_places(&self, library: &mut Library) {
        (library.home, library.folder) = store::places_to_write();
        library.slug.clone_from(&self.slug);
    }

    pub(super) fn own(&self) -> Own {
        self.store.own(&self.config, &self.themes.dir)
    }

    /// Writes a file that goes out.
    ///
    /// # Errors
    /// Why it is not there; what was there is there still.
    pub fn write_output(&self, file: &Path, bytes: &[u8], replace: bool) -> Result<(), Fault> {
        store::write_output(file, bytes, replace, &self.own())
    }

    /// Writes a file that goes out under its name, or under that with a number where there is one already. Gives where it is.
    ///
    /// # Errors
    /// Why it is not there.
    pub fn write_beside(&self, file: &Path, bytes: &[u8]) -> Result<PathBuf, Fault> {
        store::write_beside(file, bytes, &self.own())
    }

    /// Looks at what there is, for the screens that show it. What cannot be looked at is shown as it was seen last.
    ///
    /// # Errors
    /// Why something could not be looked at; the rest is there.
    pub fn look_around(&self, library: &mut Library) -> Result<(), Fault> {
        self.look_for_places(library);
        library.config.clone_from(&self.config);
        let themes = self.themes.all_names().map(|names| library.themes = names);
        let others = self.store.list().map(|listed| self.see_others(library, listed));
        let copies = self.store.beside();
        let copies = copies.map(|(copies, strangers)| self.see_beside(library, copies, strangers));
        let deleted = self.store.deleted().map(|deleted| {
            let deleted = deleted.into_iter();
            library.deleted = deleted
                .map(|store::Deleted { file, profile }| Deleted { file, profile })
                .collect();
        });
        others.and(copies).and(deleted).and(themes)
    }

    fn see_others(&self, library: &mut Library, listed: Vec<Listed>) {
        let others = listed.into_iter().filter(|listed| listed.slug != self.slug);
        library.others = others
            .map(|Listed { slug, profile }| Other {
                changed: self.store.changed(&slug),
                slug,
                profile,
            })
            .collect();
    }

    fn see_beside(&self, library: &mut Library, copies: Vec<store::Copied>, strangers: Vec<store::Stranger>) {
        let strangers = strangers.into_iter();
        library.strangers = strangers
            .map(|store::Stranger { file, profile }| Stranger { file, profile })
            .collect();
        // what is being kept beside the open file is no copy to be merged by itself: it is what is open
        let beside = self.with_writer(|writer| Ok(writer.beside()));
        let beside = beside.ok().flatten();
        library.copies = copies
            .into_iter()
            .filter(|copy| Some(&copy.file) != beside.as_ref())
            .map(|store::Copied { slug, file, profile }| Copied { slug, file, profile })
            .collect();
    }

    /// Carries a command to the profiles' files out, and tells the state what came of it.
    pub fn run(&mut self, app: &mut App, command: ProfileCommand) {
        self.hand_over(app);
        let words = app.state.text().profiles;
        let done = match command {
            ProfileCommand::Open(slug) => self.exchange(app, |_, _| Ok(slug)),
            ProfileCommand::Create(profile) => {
                let made = self.store.create(&profile);
                made.and_then(|slug| self.exchange(app, |_, _| Ok(slug)))
            }
            ProfileCommand::Import { file, name } => self.import(app, file, name.as_deref()),
            ProfileCommand::Rename { name, way } => self.rename(app, name, way),
            ProfileCommand::Delete(None) => {
                let name = app.state.profile().name.clone();
                let framework = app.state.framework.id.clone();
                let mut kept = PathBuf::new();
                let done = self.exchange(app, |store, slug| {
                    // what opens next must be known before this one goes
                    store.current()?;
                    kept = store.delete(slug, &framework)?;
                    store.current()
                });
                done.map(|opened| format!("{}. {opened}", words.gone(&name, &kept.to_string_lossy())))
            }
            ProfileCommand::Delete(Some(slug)) => {
                let others = app.state.library.others.iter();
                let name = others
                    .filter(|other| other.slug == slug)
                    .map(|other| other.name().to_owned())
                    .next();
                let kept = self.store.delete(&slug, &app.state.framework.id);
                kept.map(|kept| words.gone(&name.unwrap_or(slug), &kept.to_string_lossy()))
            }
            ProfileCommand::Merge(copy) => self.open_merge(app, copy),
            ProfileCommand::KeepMerged => self.keep_merged(app),
            ProfileCommand::Version { mine: true } => self.with_writer(Writer::keep_mine).map(|file| {
                app.state.session.go_on();
                match file {
                    Some(file) => app.state.text().kept_mine(&file.to_string_lossy()),
                    None => app.state.text().kept_only.to_owned(),
                }
            }),
            ProfileCommand::Version { mine: false } => self.with_writer(Writer::keep_theirs).map(|profile| {
                app.open_profile(profile, None);
                app.state.text().kept_theirs.to_owned()
            }),
            ProfileCommand::BringBack { file, name } => {
                let back = self.store.restore(&file, &name);
                back.map(|_| words.back(&name))
            }
        };
        let seen = self.look_around(&mut app.state.library);
        match done {
            Ok(mut said) => {
                if let Err(fault) = seen {
                    said += &format!(". {}", app.state.lang.fault(&fault));
                }
                app.done(said);
            }
            Err(fault) => app.state.refused(&fault),
        }
    }

    /// Has the writer save what was changed since the loop last did: what came in one read with this command.
    fn hand_over(&self, app: &App) {
        let changes = app.state.changes();
        if let Some(writer) = &mut *lock(&self.writer)
            && writer.given().unwrap_or(self.opened_at) != changes
        {
            writer.save(app.state.session.profile().clone(), changes);
        }
    }

    /// Waits until the disk has the open profile, as long as a profile that is left may; answers where it is kept beside
    /// another program's.
    ///
    /// # Errors
    /// Why the disk does not have it.
    pub(super) fn flush(&self) -> Result<Option<PathBuf>, Fault> {
        self.with_writer(|writer| {
            writer.flush_unless(&self.hurried, PATIENCE)?;
            Ok(writer.beside())
        })
    }

    /// Does something with the open profile's writer.
    pub(super) fn with_writer<T>(
        &self,
        act: impl FnOnce(&mut Writer) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        match &mut *lock(&self.writer) {
            Some(writer) => act(writer),
            None => Err(Fault::Other { why: Cause::Gone }),
        }
    }

    /// Makes the profile in a file a new one and opens it. Where its name will not do, another one is asked for.
    fn import(&mut self, app: &mut App, file: PathBuf, name: Option<&str>) -> Result<String, Fault> {
        // where the open one cannot be left, nothing comes in
        self.flush()?;
        match self.store.import(&file, name) {
            // its marks cannot be shown here: it is one of the profiles, and which framework it belongs to is said
            Ok(Imported { profile, .. }) if profile.framework != app.state.framework.id => {
                let fetched = app.state.text().profiles.fetched(&profile.name);
                let framework = profile.framework;
                Ok(format!(
                    "{fetched}. {}",
                    app.state.lang.notice(&Notice::OtherFramework { framework })
                ))
            }
            Ok(Imported { slug, profile }) => {
                let opened = self.exchange(app, |_, _| Ok(slug))?;
                Ok(format!(
                    "{}. {opened}",
                    app.state.text().profiles.fetched(&profile.name)
                ))
            }
            Err(fault) => {
                if let Fault::BadName { given, .. } = &fault {
                    app.ask_import_name(file, given);
                }
                Err(fault)
            }
        }
    }

    /// The open profile gets another name, and its file with it.
    fn rename(&mut self, app: &mut App, name: String, way: Way) -> Result<String, Fault> {
        self.rename_file(app, &name)?;
        Ok(app.renamed(&name, way))
    }

    /// The open profile's file is called after this name, and says it.
    pub(super) fn rename_file(&mut self, app: &mut App, name: &str) -> Result<(), Fault> {
        let beside = self.flush()?;
        // what lies there is another program's until one version was chosen
        if let Some(kept) = beside {
            return Err(Fault::Conflict { kept });
        }
        self.close(app, PATIENCE)?;
        *lock(&self.writer) = None;
        // the file has another name then, and another state
        self.kept_at = None;
        let renamed = self.store.rename(&self.slug, &app.state.framework.id, name);
        if let Ok(slug) = &renamed {
            self.slug.clone_from(slug);
        }
        let opened = self.store.open(&self.slug, &app.state.framework.id, Access::Edit);
        let file = opened.map(|opened| opened.file);
        match file {
            Ok(file) => {
                *lock(&self.writer) = Some(writer(file, &self.tell));
                self.opened_at = app.state.changes();
            }
            Err(fault) => drop(app.state.session.not_saved(fault)),
        }
        renamed.map(drop)
    }

    /// Leaves the open profile, has `then` done, and opens the profile whose slug it answers; the same one again where
    /// it fails. Gives what must be said.
    pub(super) fn exchange(
        &mut self,
        app: &mut App,
        then: impl FnOnce(&Store, &str) -> Result<String, Fault>,
    ) -> Result<String, Fault> {
        self.close(app, PATIENCE)?;
        *lock(&self.writer) = None;
        let to = then(&self.store, &self.slug);
        let framework = app.state.framework.id.clone();
        let opened = to.and_then(|slug| {
            let opened = self.store.open(&slug, &framework, Access::Edit)?;
            Ok((slug, opened))
        });
        let (slug, opened, fault) = match opened {
            Ok((slug, opened)) => (slug, opened, None),
            Err(fault) => {
                let same = self.store.open(&self.slug, &framework, Access::Edit);
                let same = same.inspect_err(|fault| {
                    app.state.session.not_saved(fault.clone());
                })?;
                (self.slug.clone(), same, Some(fault))
            }
        };
        let read_only = opened.file.read_only().cloned();
        let undo = opened.file.undo();
        *lock(&self.writer) = Some(writer(opened.file, &self.tell));
        if let Some(fault) = fault {
            return Err(fault);
        }
        self.slug = slug;
        app.open_profile(opened.profile, read_only);
        let unread = match undo {
            Ok(undo) => {
                app.state.session.remember(undo.back, undo.again);
                None
            }
            Err(fault) => Some(Notice::UndoUnread { fault }),
        };
        self.kept_at = Some(app.state.changes());
        self.opened_at = app.state.changes();
        // where this cannot be written, the next start opens another profile, and nothing is lost
        let _ = self.store.set_current(&self.slug);
        let opened_now = app.state.text().profiles.opened(&app.state.profile().name);
        let notices = opened.notices.iter().chain(&unread);
        let notices = notices.map(|notice| app.state.lang.notice(notice));
        Ok([opened_now]
            .into_iter()
            .chain(notices)
            .collect::<Vec<_>>()
            .join(". "))
    }

    /// Writes a setting to the config file.
    ///
    /// # Errors
    /// Why it is not there; the file is as it was.
    pub fn write(&self, app: &App, setting: Setting) -> Result<(), Fault> {
        self.own().refuse_config()?;
        ConfigFile::keep(&self.config, setting, &app.state.preferences, app.state.lang)
    }
}

fn writer(file: ProfileFile, tell: &EventSender) -> Writer {
    let tell = tell.clone();
    Writer::start(file, move |report| tell(Event::Store(report)))
}

fn lock(writer: &Mutex<Option<Writer>>) -> MutexGuard<'_, Option<Writer>> {
    writer.lock().unwrap_or_else(PoisonError::into_inner)
}
