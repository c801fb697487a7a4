//! The team on the stack of screens: when it is opened, and what was read.

use super::{App, Effect, screen::Screen};
use crate::core::team::Team;
use crate::screens::team;

impl App {
    /// True where the team is on the screen, or under what is.
    pub fn is_looking_at_team(&self) -> bool {
        self.places
            .iter()
            .any(|place| matches!(place.screen, Screen::Team(_)))
    }

    /// Opens the team screen. Where no folder is set, it is asked for.
    pub(super) fn open_team(&mut self) -> Effect {
        let new = !self.is_looking_at_team();
        self.go(Screen::Team(team::Team::default()));
        if self.preferences.team.is_empty() {
            self.open_route(team::ask_folder(self));
            return Effect::None;
        }
        self.show_selected();
        if new { Effect::ReadTeam } else { Effect::None }
    }

    /// The profiles were read.
    pub fn team_read(&mut self, team: Team) {
        let first = self.team.team.is_none();
        let framework = self.framework.clone();
        self.team.read(team, &framework);
        if first && let (Screen::Team(_), Some(row)) = (self.screen(), self.team.view.rows.first()) {
            self.cursor = row.mark;
        }
        self.show_selected();
    }
}
