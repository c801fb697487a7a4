//! The settings that all commands share: paths, profile, framework, language and look. Order of precedence: option,
//! environment, config, what the terminal or the machine says, default.

use super::args::Options;
use crate::config::{self, Config, ConfigFile, Themes};
use crate::core::{
    fault::{Cause, Fault, Notice, UsageTrouble},
    framework::Framework,
    session::neutral,
};
use crate::screens::preferences::{AUTO, Preferences};
use crate::store::{self, Access, Opened, Own, Store};
use crate::text::{Lang, doctor::LangFrom};
use crate::ui::theme::{Depth, Theme};
use directories::ProjectDirs;
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
};

/// What must be known before the command line can be read: the config file, and the language to answer in.
pub struct Bootstrap {
    /// The language of the program.
    pub lang: Lang,
    /// Where that was found.
    pub lang_from: LangFrom,
    /// The config file.
    pub config: ConfigFile,
    /// The machine's, where there is one.
    machine: Option<ConfigFile>,
    themes: Themes,
}

impl Bootstrap {
    /// Looks at the arguments, the environment, the config file and the locale.
    pub fn new(args: &[OsString]) -> Self {
        let file = given(args, "--config")
            .or_else(|| environment("PEJL_CONFIG"))
            .map(|file| store::expand(file.as_ref()))
            .or_else(|| Some(ProjectDirs::from("", "", "pejl")?.config_dir().join(config::FILE)))
            .unwrap_or_else(|| PathBuf::from(config::FILE));
        let themes = Themes::beside(&file);
        let mut config = ConfigFile::read(file, &themes);
        let machine = ConfigFile::of_machine(&themes);
        if let Some(machine) = &machine {
            config.config = config.config.or(&machine.config);
        }
        let option = given(args, "--lang").and_then(|lang| Lang::parse(lang.to_str()?));
        // the environment first, on every system; `C` there means no language
        let locale = || {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(environment);
            let locale = set.map(|locale| locale.to_string_lossy().into_owned());
            Some(Lang::of_locale(&locale.or_else(sys_locale::get_locale)?))
        };
        let (lang, lang_from) = option
            .map(|lang| (lang, LangFrom::Option))
            .or(config.config.language.map(|lang| (lang, LangFrom::Config)))
            .or_else(|| Some((locale()?, LangFrom::Locale)))
            .unwrap_or((Lang::default(), LangFrom::Default));
        Self {
            lang,
            lang_from,
            config,
            machine,
            themes,
        }
    }
}

/// A variable of the environment. An empty one counts as not set.
fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The last value of an option, before the grammar is built: its language depends on it.
pub fn given(args: &[OsString], option: &str) -> Option<OsString> {
    let mut args = args.iter().skip(1).take_while(|arg| *arg != "--");
    let mut given = None;
    while let Some(arg) = args.next() {
        let value = match arg.to_str().and_then(|arg| arg.strip_prefix(option)) {
            Some("") => args.next().map(OsString::as_os_str),
            Some(value) => value.strip_prefix('=').map(OsStr::new),
            None => None,
        };
        given = value.map(OsStr::to_owned).or(given);
    }
    given
}

/// Everything a command needs to know before it runs.
pub struct Settings {
    /// The language of the program.
    pub lang: Lang,
    /// Where that was found.
    pub lang_from: LangFrom,
    /// The folder of data.
    pub data_dir: PathBuf,
    /// The config file; what it says holds before what the machine's says.
    pub config: ConfigFile,
    /// The machine's config file, where there is one.
    pub machine: Option<ConfigFile>,
    /// The themes there are.
    pub themes: Themes,
    /// The profile that was asked for.
    pub profile: Option<String>,
    /// The framework file that was asked for.
    pub framework: Option<PathBuf>,
    /// How the reader wants it.
    pub preferences: Preferences,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// Whether the interface is a dialogue of lines.
    pub plain: bool,
}

impl Settings {
    /// Takes each setting from the first that has it: options, environment, config, machine.
    ///
    /// # Errors
    /// Where there is no folder of data, or no theme of the name.
    pub fn new(options: Options, bootstrap: Bootstrap) -> Result<Self, Fault> {
        let Bootstrap {
            lang,
            lang_from,
            config,
            machine,
            themes,
        } = bootstrap;
        let path = |given: Option<PathBuf>, variable: &str| {
            given.or_else(|| Some(store::expand(environment(variable)?.as_ref())))
        };
        let own = || Some(ProjectDirs::from("", "", "pejl")?.data_dir().to_owned());
        let preferences = preferences(&options, &config.config);
        let data_dir = path(options.data_dir, "PEJL_DATA_DIR")
            .or_else(own)
            .ok_or_else(|| Fault::CannotCreate {
                path: PathBuf::from("~"),
                why: Cause::Gone,
            })?;
        // where the reader's own cannot be seen, the theme is told of where it is loaded
        if preferences.theme != AUTO
            && let Ok(names) = themes.all_names()
            && !names.contains(&preferences.theme)
        {
            return Err(Fault::Usage {
                command: "pejl".into(),
                trouble: UsageTrouble::NotAllowed {
                    name: "--theme".into(),
                    given: preferences.theme,
                    allowed: [AUTO.to_owned()].into_iter().chain(names).collect(),
                },
            });
        }
        Ok(Self {
            lang: options.lang.unwrap_or(lang),
            lang_from,
            data_dir,
            machine,
            themes,
            profile: options
                .profile
                .or_else(|| Some(environment("PEJL_PROFILE")?.to_string_lossy().into_owned())),
            framework: path(options.framework, "PEJL_FRAMEWORK").or_else(|| {
                let framework = config.config.framework.clone();
                framework.filter(|path| !path.as_os_str().is_empty())
            }),
            config,
            preferences,
            depth: Depth::detect(|name| std::env::var(name).ok(), cfg!(windows)),
            plain: options.plain || environment("ACCESSIBLE").is_some_and(|value| value != "0"),
        })
    }

    /// The profiles.
    pub fn store(&self) -> Store {
        Store::new(self.data_dir.clone(), store::system_clock)
    }

    /// What no output may go onto or into.
    pub fn own(&self) -> Own {
        self.store().own(&self.config.path, &self.themes.dir)
    }

    /// The profile that is asked for or was used last, by its slug.
    pub fn slug(&self, store: &Store) -> Result<String, Fault> {
        match &self.profile {
            Some(name) => store.find(name),
            None => store.current(),
        }
    }

    /// The profile, opened for a face that stays open; what an earlier one had to put elsewhere is fetched. A fresh one is at the framework's last level, the one that is closest to a unit.
    pub fn open(&self, framework: &Framework, access: Access) -> Result<(Store, Opened), Fault> {
        let store = self.store().beginning_at(neutral("", framework).level);
        let (slug, mut opened) = opened(
            || self.slug(&store),
            |slug| store.open(slug, &framework.id, access),
        )?;
        if let Some(gone) = self.chosen_gone(&store, &opened)? {
            opened.notices.insert(0, gone);
            // told once; where this cannot be written it is told again
            let _ = store.set_current(&slug);
        }
        if opened.file.read_only().is_none() {
            let places = store::places_elsewhere();
            let fetched = store.fetch_from_elsewhere(&slug, &opened.profile, &places);
            opened.notices.extend(fetched);
        }
        Ok((store, opened))
    }

    /// Opens the profile for a command, which cannot ask anything: a damaged profile without a good backup is a fault,
    /// and its file is left as it is.
    pub fn open_sound(&self, framework: &Framework, access: Access) -> Result<Opened, Fault> {
        let store = self.store().beginning_at(neutral("", framework).level);
        let (_, mut opened) = opened(
            || self.slug(&store),
            |slug| store.open_sound(slug, &framework.id, access),
        )?;
        let gone = self.chosen_gone(&store, &opened)?;
        opened.notices.splice(..0, gone);
        Ok(opened)
    }

    /// That the profile which was chosen last is gone, where it was meant and another one is open.
    fn chosen_gone(&self, store: &Store, opened: &Opened) -> Result<Option<Notice>, Fault> {
        if self.profile.is_some() {
            return Ok(None);
        }
        let gone = store.chosen_and_gone()?;
        Ok(gone.map(|chosen| Notice::ChosenGone {
            chosen,
            opened: opened.profile.name.clone(),
        }))
    }

    /// The framework: the file that is asked for, or the built-in one.
    pub fn framework(&self) -> Result<Framework, Fault> {
        match &self.framework {
            Some(file) => store::read_framework(file),
            None => Ok(Framework::built_in()),
        }
    }

    /// The theme that was asked for; none for `auto`, or where the reader's own theme has a fault, which is then given.
    /// Without a theme the terminal's background decides.
    pub fn theme(&self) -> (Option<Theme>, Option<Fault>) {
        let name = &self.preferences.theme;
        if name == AUTO {
            return (None, None);
        }
        match self.themes.load(name, self.depth) {
            Ok(theme) => (Some(theme), None),
            Err(fault) => (None, Some(fault)),
        }
    }

    /// What is wrong with the config and with the machine's.
    pub fn config_faults(&self) -> impl Iterator<Item = &Fault> {
        let machine = self.machine.as_ref().and_then(|machine| machine.fault.as_ref());
        self.config.fault.iter().chain(machine)
    }

    /// What is wrong with this file of the reader's, with the theme that was asked for, and with the names of own themes.
    pub fn faults_of(&self, config: &ConfigFile) -> Vec<Fault> {
        let config = config.fault.iter().cloned();
        config
            .chain(self.theme().1)
            .chain(self.themes.unnamed())
            .collect()
    }

    /// The same, and what is wrong with the machine's config.
    pub fn faults(&self) -> Vec<Fault> {
        let machine = self.machine.as_ref().and_then(|machine| machine.fault.clone());
        let mut faults = self.faults_of(&self.config);
        faults.extend(machine);
        faults
    }
}

/// The slug of the profile that is meant, and what `open` makes of it. One that got another name while its lock was waited for
/// is opened under that, instead of a new one beginning under the old.
fn opened(
    slug: impl Fn() -> Result<String, Fault>,
    open: impl Fn(&str) -> Result<Opened, Fault>,
) -> Result<(String, Opened), Fault> {
    let meant = slug()?;
    let opened = open(&meant);
    let is_gone = match &opened {
        Ok(opened) => opened.fresh,
        Err(fault) => matches!(fault, Fault::Missing { .. }),
    };
    if is_gone {
        let now = slug()?;
        if now != meant {
            drop(opened);
            return open(&now).map(|opened| (now, opened));
        }
    }
    opened.map(|opened| (meant, opened))
}

/// How the reader wants it: option, config, default.
fn preferences(options: &Options, config: &Config) -> Preferences {
    let default = Preferences::default();
    let or = |off: bool, config: Option<bool>, default: bool| !off && config.unwrap_or(default);
    let theme = options.theme.clone().or_else(|| config.theme.clone());
    Preferences {
        theme: theme.unwrap_or(default.theme),
        glyphs: options.glyphs.or(config.glyphs).unwrap_or(default.glyphs),
        motion: or(options.no_motion, config.motion, default.motion),
        mouse: or(options.no_mouse, config.mouse, default.mouse),
        ghost: config.ghost.unwrap_or(default.ghost),
        team: config.team.clone().unwrap_or(default.team),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{core::profile::Profile, format};
    use std::{cell::Cell, fs};

    #[test]
    fn a_profile_that_got_another_name_while_its_lock_was_waited_for_is_the_one_that_opens() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::new(dir.path().to_owned(), store::system_clock);
        let framework = Framework::built_in().id;
        let profile = format::profile::write(&Profile::new("Min profil", &*framework, 1));
        fs::create_dir(dir.path().join("profiles")).unwrap();
        for before in ["min-profil", "bo"] {
            fs::write(store.file(before).unwrap(), &profile).unwrap();
            store.set_current(before).unwrap();
            let waited = Cell::new(false);
            let open = |slug: &str| {
                if !waited.replace(true) {
                    fs::rename(store.file(slug).unwrap(), store.file("anna").unwrap()).unwrap();
                    store.set_current("anna").unwrap();
                }
                store.open(slug, &framework, Access::Edit)
            };
            let (slug, opened) = opened(|| store.current(), open).unwrap();
            assert_eq!((&*slug, opened.fresh), ("anna", false), "{before}");
        }
    }
}
