//! The reader's settings and own themes, on the disk: `config.toml` and `themes/NAME.toml` beside it. Owns the format,
//! what is wrong with a file, and how one value in it is changed; which of option, environment and config holds is
//! settled in `cli`.
//!
//! What is wrong in a config file falls back to its default and is reported; the file is never touched for that.

mod read;
mod themes;
mod write;

pub use read::Config;
pub use themes::Themes;

use crate::core::fault::{Cause, Fault};
use crate::screens::preferences::{Preferences, Setting};
use crate::store;
use crate::text::Lang;
use std::path::{Path, PathBuf};

/// The file's name in its folder.
pub const FILE: &str = "config.toml";

/// The largest config or theme file that is read, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// A config file and what it says.
#[derive(Clone, Debug)]
pub struct ConfigFile {
    /// Where it is, there or not.
    pub path: PathBuf,
    /// What it says, as far as it says it well.
    pub config: Config,
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// True where there is such a file.
    pub exists: bool,
}

/// The files and folders that the setting `team` means: variables are filled in, and what is not whole starts in the folder of
/// the config file. The setting itself stays as it was written.
pub fn team_folders(config: &Path, team: &[PathBuf]) -> Vec<PathBuf> {
    let folder = config.parent().unwrap_or(Path::new(""));
    team.iter().map(|path| folder.join(store::expand(path))).collect()
}

/// The folder that a leader shares in: of the setting `team` in the config file at `config` the first that is a folder. Where
/// none is, it is the first of them, so that one that cannot be reached just now is named.
pub fn share_folder(config: &Path, team: &[PathBuf]) -> Option<PathBuf> {
    let mut folders = team_folders(config, team);
    let reached = folders.iter().position(|path| path.is_dir()).unwrap_or(0);
    (reached < folders.len()).then(|| folders.swap_remove(reached))
}

/// Where the machine's config may be, for all its users; the first that is there counts.
fn machine_files() -> Vec<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let folders = if cfg!(windows) {
        set("PROGRAMDATA").into_iter().map(PathBuf::from).collect()
    } else if cfg!(target_os = "macos") {
        vec![PathBuf::from("/Library/Application Support")]
    } else {
        let folders = set("XDG_CONFIG_DIRS").unwrap_or_else(|| "/etc/xdg".into());
        std::env::split_paths(&folders).collect()
    };
    let folders = folders.iter().filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join("pejl").join(FILE)).collect()
}

impl ConfigFile {
    /// Reads the machine's config, where there is one: what the reader's own does not say.
    pub fn of_machine(themes: &Themes) -> Option<Self> {
        let files = machine_files().into_iter();
        let mut machine = { files }
            .map(|path| Self::read(path, themes))
            .find(|file| file.exists)?;
        let team = machine.config.team.take();
        machine.config.team = team.map(|team| team_folders(&machine.path, &team));
        Some(machine)
    }

    /// Reads the file at `path`. A file that is not there says nothing, and that is no fault.
    pub fn read(path: PathBuf, themes: &Themes) -> Self {
        let text = store::read_text(&path, LIMIT);
        let exists = !matches!(text, Err(Fault::Missing { .. }));
        let (config, fault) = match text {
            Ok(text) => match Config::parse(&text, themes.all_names().ok().as_deref()) {
                (config, problems) if problems.is_empty() => (config, None),
                (config, problems) => {
                    let file = path.clone();
                    (config, Some(Fault::Damaged { file, problems }))
                }
            },
            Err(Fault::Missing { .. }) => (Config::default(), None),
            Err(fault) => (Config::default(), Some(fault)),
        };
        let mut file = Self {
            path,
            config,
            fault,
            exists,
        };
        let framework = file.config.framework.take();
        file.config.framework = framework.map(|path| match path.as_os_str().is_empty() {
            true => path,
            false => team_folders(&file.path, &[path]).remove(0),
        });
        file
    }

    /// What stands in the file; the commented default where there is none.
    ///
    /// # Errors
    /// Where the file is there and cannot be read as text.
    pub fn text(path: &Path, lang: Lang) -> Result<String, Fault> {
        match store::read_text(path, LIMIT) {
            Err(Fault::Missing { .. }) => Ok(write::commented(lang)),
            text => text,
        }
    }

    /// Writes the commented default.
    ///
    /// # Errors
    /// [`Fault::CannotCreate`], also where there is a file already.
    pub fn init(path: &Path, lang: Lang) -> Result<(), Fault> {
        store::create_file(path, write::commented(lang).as_bytes()).map_err(|fault| match fault {
            Fault::CannotCreate {
                path,
                why: Cause::Exists,
            } => Fault::Exists { path },
            other => other,
        })
    }

    /// Keeps a setting as the preferences and the language have it, and leaves everything else in the file as it is. Where
    /// there is no file, the commented default comes first. The own level is the profile's: nothing is done.
    ///
    /// # Errors
    /// Where the file cannot be read as TOML, it is left alone; and what reading and writing it can meet.
    pub fn keep(path: &Path, setting: Setting, preferences: &Preferences, lang: Lang) -> Result<(), Fault> {
        let Some(value) = write::Written::new(lang, preferences).value(setting.id()) else {
            return Ok(());
        };
        let text = Self::text(path, lang)?;
        let text = write::with(&text, setting.id(), &value).map_err(|problems| Fault::Damaged {
            file: path.to_owned(),
            problems,
        })?;
        store::replace_file(path, text.as_bytes())
    }
}
