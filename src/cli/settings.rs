//! What holds for every command: where things are, which profile and framework, language and look. Order of precedence:
//! option, environment, what the machine tells, default.

use super::text;
use crate::model::{
    fault::{Fault, Notice},
    framework::Framework,
};
use crate::store::{self, Access, Opened, Store};
use crate::text::Lang;
use crate::ui::theme::{Depth, SHIPPED, Theme};
use crate::widget::dial::Tier;
use clap::ArgMatches;
use directories::ProjectDirs;
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// Everything that was settled before a command runs.
pub struct Settings {
    /// The language of the program.
    pub lang: Lang,
    /// The folder of data.
    pub data_dir: PathBuf,
    /// The folder of the config file and the themes.
    pub config_dir: PathBuf,
    /// The profile that was asked for.
    pub profile: Option<String>,
    /// The framework file that was asked for.
    pub framework: Option<PathBuf>,
    /// The theme that was asked for; nothing is `auto`.
    pub theme: Option<String>,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// How finely dials are drawn.
    pub tier: Tier,
    /// Whether needles glide.
    pub motion: bool,
    /// Whether the mouse is used.
    pub mouse: bool,
}

impl Settings {
    /// What the options, the environment and the machine say.
    pub fn of(matches: &ArgMatches, lang: Lang) -> Result<Self, Fault> {
        let path = |option: &str, variable: &str| {
            let given = matches.get_one::<OsString>(option).cloned();
            given.or_else(|| environment(variable)).map(PathBuf::from)
        };
        let dirs = ProjectDirs::from("", "", "pejl");
        let own = |dir: fn(&ProjectDirs) -> &Path| dirs.as_ref().map(|dirs| dir(dirs).to_owned());
        let nowhere = || Fault::CannotCreate {
            path: PathBuf::from("~"),
            why: crate::model::fault::Cause::Gone,
        };
        let data_dir = path("data-dir", "PEJL_DATA_DIR")
            .or_else(|| own(ProjectDirs::data_dir))
            .ok_or_else(nowhere)?;
        let config_dir = own(ProjectDirs::config_dir).unwrap_or_else(|| data_dir.clone());
        let depth = Depth::detect(|name| std::env::var(name).ok(), cfg!(windows));
        let tier = match (text(matches, "glyphs"), depth) {
            (Some("smooth"), _) => Tier::Smooth,
            (Some("block"), _) => Tier::Block,
            (Some("braille"), _) => Tier::Braille,
            (Some("ascii"), _) => Tier::Ascii,
            (_, Depth::True) => Tier::Smooth,
            _ => Tier::Block,
        };
        Ok(Self {
            lang,
            data_dir,
            config_dir,
            profile: text(matches, "profile")
                .map(str::to_owned)
                .or_else(|| Some(environment("PEJL_PROFILE")?.to_string_lossy().into_owned())),
            framework: path("framework", "PEJL_FRAMEWORK"),
            theme: text(matches, "theme")
                .filter(|theme| *theme != "auto")
                .map(str::to_owned),
            depth,
            tier,
            motion: !matches.get_flag("no-motion"),
            mouse: !matches.get_flag("no-mouse"),
        })
    }

    /// The profiles.
    pub fn store(&self) -> Store {
        Store::new(self.data_dir.clone(), store::system_clock)
    }

    /// The profile that is asked for or was used last, by its slug.
    pub fn slug(&self, store: &Store) -> Result<String, Fault> {
        match &self.profile {
            Some(name) => store.find(name),
            None => Ok(store.current()),
        }
    }

    /// The profile, opened. A fresh one is at the framework's last level, the one that is closest to a unit.
    pub fn open(&self, framework: &Framework, access: Access) -> Result<(Store, Opened), Fault> {
        let store = self.store();
        let mut opened = store.open(&self.slug(&store)?, &framework.id, access)?;
        if opened.fresh {
            opened.profile.level = framework.levels.len() as u8;
        }
        Ok((store, opened))
    }

    /// The profile, opened for a command, which can show no banner: one that is no good and has no good backup is a
    /// fault, and is left as it is.
    pub fn open_sound(&self, framework: &Framework, access: Access) -> Result<Opened, Fault> {
        let looked_at = self.open(framework, Access::Read).map(|(_, opened)| opened);
        let notices = looked_at.iter().flat_map(|opened| &opened.notices);
        let damage = notices.into_iter().find_map(|notice| match notice {
            Notice::Recovered {
                damage, backup: None, ..
            } => Some(damage.clone()),
            _ => None,
        });
        match (damage, access) {
            (Some(damage), _) => Err(damage),
            (None, Access::Read) => looked_at,
            (None, Access::Edit) => Ok(self.open(framework, Access::Edit)?.1),
        }
    }

    /// The framework: the file that is asked for, or the built-in one.
    pub fn framework(&self) -> Result<Framework, Fault> {
        match &self.framework {
            Some(file) => store::read_framework(file),
            None => Ok(Framework::built_in()),
        }
    }

    /// The theme that was asked for, or nothing where the terminal's background decides.
    pub fn theme(&self) -> Option<Theme> {
        let name = self.theme.as_deref()?;
        SHIPPED
            .contains(&name)
            .then(|| Theme::shipped(name, self.depth))
            .flatten()
    }
}

/// A variable of the environment; one that is empty is as good as none.
fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The language the program speaks, before anything else is read: the option, else the locale.
pub fn lang(args: &[OsString]) -> Lang {
    let mut args = args
        .iter()
        .skip(1)
        .filter_map(|arg| arg.to_str())
        .take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(value) => value.strip_prefix('='),
            None => continue,
        };
        if let Some(lang) = value.and_then(Lang::parse) {
            return lang;
        }
    }
    // `C` says nothing of a language
    sys_locale::get_locale().map_or(Lang::Da, |locale| Lang::of_locale(&locale))
}
