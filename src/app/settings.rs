//! The settings screen: what the arrows change there; and how a team folder is written as one line.

use super::{
    App, Effect,
    preferences::{Glyphs, Setting},
    screen::{Ask, Screen},
};
use crate::text::Lang;
use std::path::PathBuf;

/// Between the paths of the team folder, where it is written as one line.
const BETWEEN: &str = "; ";

impl App {
    /// The setting that is selected.
    fn setting(&self) -> Setting {
        Setting::ALL[self.selected().min(Setting::ALL.len() - 1)]
    }

    /// True where the arrows change a setting.
    pub(super) fn is_setting(&self) -> bool {
        matches!(self.screen(), Screen::Settings)
    }

    /// Enter: the next value, or the line it is written in.
    pub(super) fn open_setting(&mut self) -> Effect {
        match self.setting() {
            Setting::Team => {
                let team = self.team_line();
                self.ask(Ask::Team, &team);
                Effect::None
            }
            _ => self.change_setting(1),
        }
    }

    /// The next value of the selected setting, or the one before; round at the ends.
    pub(super) fn change_setting(&mut self, by: isize) -> Effect {
        let round = |at: usize, count: usize| (at as isize + by).rem_euclid(count.max(1) as isize) as usize;
        let setting = self.setting();
        let wanted = &mut self.preferences;
        match setting {
            Setting::Language => {
                self.lang = match self.lang {
                    Lang::Da => Lang::En,
                    Lang::En => Lang::Da,
                }
            }
            Setting::Theme => {
                let choices: Vec<&str> = self.around.theme_choices().collect();
                let at = choices.iter().position(|name| *name == wanted.theme);
                wanted.theme = choices[at.map_or(0, |at| round(at, choices.len()))].to_owned();
            }
            Setting::Glyphs => {
                let at = Glyphs::ALL.iter().position(|glyphs| *glyphs == wanted.glyphs);
                wanted.glyphs = Glyphs::ALL[round(at.unwrap_or(0), Glyphs::ALL.len())];
            }
            Setting::Motion => wanted.motion = !wanted.motion,
            Setting::Mouse => wanted.mouse = !wanted.mouse,
            Setting::Ghost => wanted.ghost = !wanted.ghost,
            Setting::Level => {
                self.other_level(by);
                return Effect::None;
            }
            Setting::Team => return Effect::None,
        }
        Effect::Set(setting)
    }

    /// The team folder as one line.
    pub fn team_line(&self) -> String {
        team_line(&self.preferences.team)
    }

    /// Takes the line that was written for the team folder.
    pub(super) fn keep_team(&mut self, line: &str) -> Effect {
        self.preferences.team = team_paths(line);
        Effect::Set(Setting::Team)
    }
}

/// Files and folders as one line.
pub fn team_line(paths: &[PathBuf]) -> String {
    let paths = paths.iter().map(|path| path.to_string_lossy());
    paths.collect::<Vec<_>>().join(BETWEEN)
}

/// The files and folders in a line.
pub fn team_paths(line: &str) -> Vec<PathBuf> {
    let paths = line.split(BETWEEN.trim()).map(str::trim);
    paths.filter(|path| !path.is_empty()).map(Into::into).collect()
}
