//! What is known of colleagues: what was last read, whom to look at and in which order; and how the folders they are in
//! are written as one line. Owns the data alone.

use crate::core::{
    fault::Fault,
    framework::Framework,
    gathering::Gathering,
    team::{Filter, Leader, Order, Row, Team, View},
};
use std::path::PathBuf;

/// Between two folders on one line.
const BETWEEN: &str = "; ";

/// Everything that is known of the team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamState {
    /// The team as it was last read; nothing where it was not yet.
    pub team: Option<Team>,
    /// The team as it is shown.
    pub view: View,
    /// The gathering before, where there was one.
    pub before: Option<Before>,
    /// Whom to look at.
    pub filter: Filter,
    /// The order of the marks.
    pub order: Order,
    /// Whether names, units and files stay at home.
    pub hide_names: bool,
    /// The profiles are being read.
    pub is_reading: bool,
    /// Changes show by themselves.
    pub is_watched: bool,
    /// How it stands with the reader's own dials on their way to the folder.
    pub sharing: Sharing,
    /// The reader was told what goes into the folder and what stays.
    pub told: bool,
    /// How many changes the profile had seen when something was done last that is no step of it: sharing, taking back, ending
    /// a gathering.
    pub done_at: Option<u64>,
}

/// A gathering that was, to hold the team against.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The gathering.
    pub gathering: Gathering,
    /// Each mark as the group saw it then, in the framework's order.
    pub rows: Vec<Row>,
}

impl Before {
    /// The same with what follows from it.
    pub fn new(framework: &Framework, gathering: Gathering) -> Self {
        let team = gathering.team(framework);
        let rows = team.view(framework, &Filter::default(), Order::Fields).rows;
        Self { gathering, rows }
    }
}

/// How it stands with the reader's own dials on their way into the team's folder, or out of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sharing {
    /// Nothing is on its way.
    #[default]
    Idle,
    /// They are on their way.
    Underway,
    /// They did not come into the folder, and why.
    NotPut(Fault),
    /// They did not come out of it, and why.
    NotTaken(Fault),
}

/// What came of sharing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// The reader's dials lie in this file.
    Put(PathBuf),
    /// So many files were taken away.
    Taken(usize),
}

/// The orders, as the arrows go through them.
pub const ORDERS: [Order; 3] = [Order::Spread, Order::Fields, Order::Movement];

impl TeamState {
    /// Which of the orders it is, counted from 0.
    pub fn order_at(&self) -> usize {
        ORDERS.iter().position(|order| *order == self.order).unwrap_or(0)
    }
    /// The reader among those that are shown, unless it stays at home who is who.
    pub fn you(&self) -> Option<&Leader> {
        let team = self.team.as_ref().filter(|_| !self.hide_names)?;
        let shown = self.view.leaders.iter().filter_map(|at| team.leaders.get(*at));
        shown.into_iter().find(|leader| leader.you)
    }

    /// Shows names or hides them.
    ///
    /// # Errors
    /// [`Fault::TooFewToHide`]; then they are shown.
    pub fn toggle_names(&mut self) -> Result<(), Fault> {
        if let (false, Some(team)) = (self.hide_names, &self.team) {
            team.can_hide_names(&self.filter)?;
        }
        self.hide_names = !self.hide_names;
        Ok(())
    }

    /// Why nobody can be shown: names are hidden, and those that are looked at are too few for that.
    pub fn is_too_few(&self) -> Option<Fault> {
        let team = self.team.as_ref().filter(|_| self.hide_names)?;
        team.can_hide_names(&self.filter).err()
    }

    /// What the reader has shared, as it was last read.
    pub fn own_share(&self) -> Option<&Leader> {
        let leaders = self.team.as_ref()?.leaders.iter();
        leaders
            .into_iter()
            .find(|leader| leader.you && leader.shared.is_some())
    }

    /// The view follows what is chosen.
    pub fn refresh(&mut self, framework: &Framework) {
        let view = self.team.as_ref();
        let view = view.map(|team| team.view(framework, &self.filter, self.order));
        self.view = view.unwrap_or_default();
    }

    /// The profiles were read.
    pub fn read(&mut self, team: Team, framework: &Framework) {
        self.is_reading = false;
        let gone = |unit: &String| !team.units().contains(&unit.as_str());
        if self.filter.unit.as_ref().is_some_and(gone) {
            self.filter.unit = None;
        }
        self.team = Some(team);
        self.refresh(framework);
    }

    /// The next order of the marks, or the one before.
    pub fn cycle_order(&mut self, by: isize) {
        let to = (self.order_at() as isize + by).rem_euclid(ORDERS.len() as isize);
        self.order = ORDERS[to as usize];
    }

    /// Only the next of so many levels; after the last one all.
    pub fn next_level(&mut self, count: usize) {
        let next = self.filter.level.unwrap_or(0) + 1;
        self.filter.level = Some(next).filter(|level| usize::from(*level) <= count);
    }

    /// Only the next unit; after the last one all. False where there is none.
    pub fn next_unit(&mut self) -> bool {
        let units = self.team.as_ref().map_or_else(Vec::new, Team::units);
        let next = match &self.filter.unit {
            None => 0,
            Some(unit) => units
                .iter()
                .position(|other| other == unit)
                .map_or(0, |at| at + 1),
        };
        let next = units.get(next).map(|unit| (*unit).to_owned());
        let any = !units.is_empty();
        self.filter.unit = next;
        any
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
