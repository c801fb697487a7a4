//! A team folder that was typed as one line.

use super::App;
pub use crate::screens::settings::{team_line, team_paths};
use crate::screens::{Effect, preferences::Setting};

impl App {
    /// Keeps the team folder that was typed.
    pub(super) fn keep_team(&mut self, line: &str) -> Effect {
        self.preferences.team = team_paths(line);
        Effect::Set(Setting::Team)
    }
}
