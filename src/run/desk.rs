//! What the running program reaches beyond its state: the profile that is open and its saves, the other profiles, the
//! config file, the themes. Owns the open profile's writer; decides nothing.

use crate::app::{App, around::Around, preferences::Setting};
use crate::config::{ConfigFile, Themes, Value};
use crate::model::fault::Fault;
use crate::store::{Report, Session, Undo, Writer};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// What is told of saves, from another thread.
type Tell = Arc<dyn Fn(Report) + Send + Sync>;

/// Everything outside the state.
pub struct Desk {
    config: PathBuf,
    /// The themes there are.
    pub themes: Themes,
    writer: Arc<Mutex<Writer>>,
}

impl Desk {
    /// The desk with one profile open on it; `tell` is called from another thread when a save went well or ill.
    pub fn new(
        session: Session,
        config: PathBuf,
        themes: Themes,
        tell: impl Fn(Report) + Send + Sync + 'static,
    ) -> Self {
        let tell: Tell = Arc::new(tell);
        Self {
            config,
            themes,
            writer: Arc::new(Mutex::new(writer(session, &tell))),
        }
    }

    /// What to call after changes: has the state saved, and returns at once.
    pub fn saver(&self) -> impl Fn(&App) + use<> {
        let writer = self.writer.clone();
        move |app| lock(&writer).save(app.profile.clone(), app.changes())
    }

    /// What to call from another thread where the process must end: saves what is not on the disk, for as long as is
    /// given, and waits for nobody who is at it.
    pub fn last_words(&self) -> impl Fn(Duration) + Clone + Send + Sync + use<> {
        let writer = self.writer.clone();
        move |within: Duration| {
            if let Ok(mut writer) = writer.try_lock() {
                let _ = writer.flush(within);
            }
        }
    }

    /// Saves what is not on the disk and lets go of the profile.
    ///
    /// # Errors
    /// Why the disk does not have it.
    pub fn close(&mut self, within: Duration) -> Result<(), Fault> {
        lock(&self.writer).close(within)
    }

    /// Keeps what can be undone, so that it can be undone after a restart too; call it after [`close`](Self::close).
    pub fn keep_undo(&self, app: &App) {
        let (back, again) = app.undo_steps();
        lock(&self.writer).keep_undo(&Undo { back, again });
    }

    /// Looks at what there is, for the screens that show it.
    pub fn look_around(&self, around: &mut Around) {
        around.config.clone_from(&self.config);
        around.themes = self.themes.names();
    }

    /// Writes a setting to the config file.
    ///
    /// # Errors
    /// Why it is not there; the file is as it was.
    pub fn write(&self, app: &App, setting: Setting) -> Result<(), Fault> {
        let wanted = &app.preferences;
        let value = match setting {
            Setting::Language => Value::Word(app.lang.code().to_owned()),
            Setting::Theme => Value::Word(wanted.theme.clone()),
            Setting::Glyphs => Value::Word(wanted.glyphs.name().to_owned()),
            Setting::Motion => Value::Flag(wanted.motion),
            Setting::Mouse => Value::Flag(wanted.mouse),
            Setting::Ghost => Value::Flag(wanted.ghost),
            Setting::Team => Value::Paths(wanted.team.clone()),
            Setting::Level => return Ok(()),
        };
        ConfigFile::set(&self.config, setting.id(), &value, app.lang)
    }
}

fn writer(session: Session, tell: &Tell) -> Writer {
    let tell = tell.clone();
    Writer::start(session, move |report| tell(report))
}

fn lock(writer: &Mutex<Writer>) -> MutexGuard<'_, Writer> {
    writer.lock().unwrap_or_else(PoisonError::into_inner)
}
