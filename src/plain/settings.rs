//! The settings that matter without a screen, kept in the config file as the interface keeps them.

use super::{Choice, ChoiceAction, Place, Plain, capital, write::Asking};
use crate::config::ConfigFile;
use crate::core::profile::Bearing;
use crate::screens::preferences::Setting;
use crate::text::Lang;

impl Plain {
    pub(super) fn settings(&mut self) {
        let (words, export) = (self.text().settings, self.words().export);
        self.say(&format!("{}.", words.title));
        let levels = (0..self.framework.levels.len())
            .map(|level| Choice::new(self.level_name(level), ChoiceAction::Level(level)));
        let levels: Vec<_> = levels.collect();
        let level = (levels.len() > 1).then(|| {
            let label = format!("{}: {}", words.level.0, self.level_name(self.own_level()));
            Choice::new(label, ChoiceAction::Ask(Asking::Choice(levels)))
        });
        let ghost = if self.outside.preferences.ghost {
            words.on
        } else {
            words.off
        };
        let team = match self.team_line() {
            line if line.is_empty() => words.none.to_owned(),
            line => line,
        };
        let language = Choice::new(
            format!("{}: {}", words.language.0, self.text().language),
            ChoiceAction::Set(Setting::Language),
        );
        let rest = [
            Choice::new(
                format!("{}: {ghost}", export.ghost),
                ChoiceAction::Set(Setting::Ghost),
            ),
            Choice::new(
                format!("{}: {team}", words.team.0),
                ChoiceAction::Ask(Asking::TeamFolder),
            ),
        ];
        self.offer([language].into_iter().chain(level).chain(rest).collect());
        self.say(export.only_screen);
        let kept_in = words.kept_in(&self.outside.config.to_string_lossy());
        self.say(&format!("{kept_in}."));
    }

    /// The next value of a setting.
    pub(super) fn set_next(&mut self, setting: Setting) {
        match setting {
            Setting::Language => {
                self.lang = self.lang.other();
                self.english = self.rendering.filter(|_| self.lang == Lang::En);
            }
            setting => self.outside.preferences.cycle(setting, 1, &[]),
        }
        self.keep_setting(setting);
        self.arrive();
    }

    /// Writes a setting to the config file; says why where that fails.
    pub(super) fn keep_setting(&mut self, setting: Setting) {
        let (file, preferences) = (&self.outside.config, &self.outside.preferences);
        let kept = self.outside.own().refuse_config();
        let kept = kept.and_then(|()| ConfigFile::keep(file, setting, preferences, self.lang));
        if let Err(fault) = kept {
            let said = self.text().settings.not_kept(&self.lang.fault(&fault));
            self.say(&format!("{}.", capital(&said)));
        }
    }

    /// The bearing that is said at every mark, where there is one.
    pub(super) fn ghost_bearing(&self) -> Option<&Bearing> {
        self.session.ghost().filter(|_| self.outside.preferences.ghost)
    }

    /// A bearing is said at every mark from now on; where it is already, none is.
    pub(super) fn choose_ghost(&mut self, id: &str) {
        let Some(bearing) = self.profile().bearing(id) else {
            return self.go(Place::Bearings);
        };
        let (export, name) = (self.words().export, self.bearing_name(bearing));
        let before = self.outside.preferences.ghost;
        let Ok(shown) = self.session.choose_ghost(id, before) else {
            return self.go(Place::Bearings);
        };
        match shown {
            true => self.say(&export.ghost_on(&name)),
            false => self.say(export.ghost_off),
        }
        if shown != before {
            self.outside.preferences.ghost = shown;
            self.keep_setting(Setting::Ghost);
        }
    }
}
