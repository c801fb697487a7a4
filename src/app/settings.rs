//! A team folder that was typed as one line.

use super::App;
use crate::screens::{Effect, colleagues::team_paths, preferences::Setting};

impl App {
    /// Keeps the team folder that was typed.
    pub(super) fn keep_team(&mut self, line: &str) -> Effect {
        self.preferences.team = team_paths(line);
        Effect::Set(Setting::Team)
    }
}
