//! How a reader wants the program: what the settings screen changes and the config file keeps. Owns the values and their
//! names; not where they come from.

pub use crate::ui::theme::{AUTO, Glyphs, Pictures};
use serde::Serialize;
use std::path::PathBuf;

/// What a reader can set, the language and the own level aside: those are the interface's and the profile's. The fields are
/// called as the keys of the config file, which writes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preferences {
    /// The name of the theme, or [`AUTO`].
    pub theme: String,
    /// How finely dials are drawn.
    pub glyphs: Glyphs,
    /// Whether needles glide.
    pub motion: bool,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether dials show where they stood at an earlier bearing.
    pub ghost: bool,
    /// Colleagues' profiles: files, or folders of them.
    pub team: Vec<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: AUTO.to_owned(),
            glyphs: Glyphs::Auto,
            motion: true,
            mouse: true,
            ghost: true,
            team: Vec::new(),
        }
    }
}

impl Preferences {
    /// Goes on to another value of a setting, `by` steps on in its order and round at the ends; `themes` are the themes that
    /// can be chosen. Nothing for what is not among the preferences, or is typed.
    pub fn cycle(&mut self, setting: Setting, by: isize, themes: &[&str]) {
        let cycle = |at: usize, count: usize| (at as isize + by).rem_euclid(count.max(1) as isize) as usize;
        match setting {
            Setting::Theme => {
                let at = themes.iter().position(|name| *name == self.theme);
                if let Some(theme) = themes.get(at.map_or(0, |at| cycle(at, themes.len()))) {
                    self.theme = (*theme).to_owned();
                }
            }
            Setting::Glyphs => {
                let at = Glyphs::ALL.iter().position(|glyphs| *glyphs == self.glyphs);
                self.glyphs = Glyphs::ALL[cycle(at.unwrap_or(0), Glyphs::ALL.len())];
            }
            Setting::Motion => self.motion = !self.motion,
            Setting::Mouse => self.mouse = !self.mouse,
            Setting::Ghost => self.ghost = !self.ghost,
            Setting::Language | Setting::Level | Setting::Team => {}
        }
    }
}

/// One entry of the settings screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The language of the interface.
    Language,
    /// The theme.
    Theme,
    /// How finely dials are drawn.
    Glyphs,
    /// Whether needles glide.
    Motion,
    /// Whether the mouse is used.
    Mouse,
    /// The reader's own level, which the profile keeps.
    Level,
    /// Whether dials show where they stood at an earlier bearing.
    Ghost,
    /// Colleagues' profiles.
    Team,
}

impl Setting {
    /// Every setting, as the screen has them.
    pub const ALL: [Self; 8] = [
        Self::Language,
        Self::Level,
        Self::Theme,
        Self::Glyphs,
        Self::Motion,
        Self::Mouse,
        Self::Ghost,
        Self::Team,
    ];

    /// Its key in the config file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Glyphs => "glyphs",
            Self::Motion => "motion",
            Self::Mouse => "mouse",
            Self::Level => "level",
            Self::Ghost => "ghost",
            Self::Team => "team",
        }
    }
}
