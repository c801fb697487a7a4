//! The team screen: whom it looks at, in which order, with names or without. Owns the choice and what was last read; the
//! reading is an [`Effect`], and the arithmetic the model's.

use super::settings::team_line;
use super::{
    App, Effect,
    screen::{Ask, Screen},
};
use crate::core::team::Team;
use crate::screens::Route;
pub use crate::screens::team::{ORDERS, TeamState};

impl App {
    /// True where the team is on the screen, or under what is.
    pub fn is_looking_at_team(&self) -> bool {
        self.places
            .iter()
            .any(|place| matches!(place.screen, Screen::Team))
    }

    /// Opens the team screen. Where no folder is set, it is asked for.
    pub(super) fn open_team(&mut self) -> Effect {
        let new = !self.is_looking_at_team();
        self.go(Screen::Team);
        if self.preferences.team.is_empty() {
            self.ask_team();
            return Effect::None;
        }
        self.show_selected();
        if new { Effect::ReadTeam } else { Effect::None }
    }

    /// Enter: to the selected mark; where no folder is set, it is asked for.
    pub(super) fn open_in_team(&mut self) {
        match self.preferences.team.is_empty() {
            true => self.ask_team(),
            false => self.open_route(Route::Mark),
        }
    }

    fn ask_team(&mut self) {
        let line = team_line(&self.preferences.team);
        self.ask(Ask::Team, &line);
    }

    /// The profiles were read.
    pub fn team_read(&mut self, team: Team) {
        self.team.is_reading = false;
        let gone = |unit: &String| !team.units().contains(&unit.as_str());
        if self.team.filter.unit.as_ref().is_some_and(gone) {
            self.team.filter.unit = None;
        }
        let first = self.team.team.is_none();
        self.team.team = Some(team);
        self.look_at_team();
        if first && let Some(row) = self.team.view.rows.first() {
            let mark = row.mark;
            if matches!(self.screen(), Screen::Team) {
                self.cursor = mark;
            }
        }
        self.show_selected();
    }

    /// The view follows what is chosen; the selected mark stays selected.
    fn look_at_team(&mut self) {
        let TeamState {
            team, filter, order, ..
        } = &self.team;
        let view = team
            .as_ref()
            .map(|team| team.view(&self.framework, filter, *order));
        self.team.view = view.unwrap_or_default();
        self.show_selected();
    }

    /// The next order of the marks, or the one before.
    pub(super) fn order_team(&mut self, by: isize) {
        let to = (self.team.order_at() as isize + by).rem_euclid(ORDERS.len() as isize);
        self.team.order = ORDERS[to as usize];
        self.look_at_team();
    }

    /// Only the next level; after the last one all.
    pub(super) fn level_of_team(&mut self) {
        let next = self.team.filter.level.unwrap_or(0) + 1;
        self.team.filter.level =
            Some(next).filter(|level| usize::from(*level) <= self.framework.levels.len());
        self.look_at_team();
    }

    /// Only the next unit; after the last one all.
    pub(super) fn unit_of_team(&mut self) {
        let Some(team) = &self.team.team else {
            return;
        };
        let units = team.units();
        let next = match &self.team.filter.unit {
            None => 0,
            Some(unit) => units
                .iter()
                .position(|other| other == unit)
                .map_or(0, |at| at + 1),
        };
        let next = units.get(next).map(|unit| (*unit).to_owned());
        if units.is_empty() {
            self.message = Some(self.text().team.no_units.to_owned());
        }
        self.team.filter.unit = next;
        self.look_at_team();
    }

    /// Names are shown, or not any more.
    pub(super) fn hide_names(&mut self) {
        self.team.hide_names = !self.team.hide_names;
        self.show_selected();
    }
}
