//! The gathering that is presented, or was last: what it holds, who is to be expected, and how it stands with its way to the
//! disk. Owns the data and how it follows the team; what is kept of it is `core`'s.

use super::colleagues::TeamState;
use crate::core::{
    fault::Fault,
    framework::{Framework, MarkIndex},
    gathering::{Gathering, with_known},
    moment::Moment,
    team::Team,
};

/// Everything that is known of the gathering.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presented {
    /// The gathering; nothing before the first presentation.
    pub gathering: Option<Gathering>,
    /// The one before it.
    pub previous: Option<Gathering>,
    /// How many changes it has seen; the loop keeps it where this has grown.
    pub changes: u64,
    /// It began in this presentation, and whether the disk has one of today was not asked yet.
    pub is_new: bool,
    /// Why the disk has not got it.
    pub unkept: Option<Fault>,
    /// Some of the team stand as they did before, as their files cannot be read now.
    pub as_before: bool,
}

impl Presented {
    /// Goes on with the gathering of today, or begins one.
    pub fn begin(&mut self, framework: &Framework, now: Moment) {
        let is_current = self.gathering.as_ref().is_some_and(|gathering| {
            let is_of_today = gathering.at.date() == now.date();
            is_of_today && gathering.framework == framework.id && gathering.ended.is_none()
        });
        if !is_current {
            self.previous = self.gathering.take().or(self.previous.take());
            self.gathering = Some(Gathering::begin(framework, now));
            self.is_new = true;
        }
    }

    /// What lies on the disk: the gathering of today, and the one before it.
    pub fn found(&mut self, current: Option<Gathering>, previous: Option<Gathering>) {
        self.is_new = false;
        self.previous = previous.or(self.previous.take());
        if current.is_some() {
            self.gathering = current;
        }
    }

    /// True where the gathering was begun without names.
    pub fn is_nameless(&self) -> bool {
        self.gathering.as_ref().is_some_and(Gathering::is_nameless)
    }

    /// Changes the gathering. False where it is as it was.
    pub fn change(&mut self, change: impl FnOnce(&mut Gathering)) -> bool {
        let Some(gathering) = &mut self.gathering else {
            return false;
        };
        let before = gathering.clone();
        change(gathering);
        let is_changed = before != *gathering;
        self.changes += u64::from(is_changed);
        is_changed
    }

    /// Everyone stands as the team is shown; while nobody is there the picture before stays.
    pub fn follow(&mut self, team: &TeamState, framework: &Framework) {
        let Some(read) = &team.team else { return };
        let leaders: Vec<_> = team
            .view
            .leaders
            .iter()
            .filter_map(|at| read.leaders.get(*at))
            .collect();
        if !leaders.is_empty() {
            self.change(|gathering| gathering.take_picture(framework, leaders, !team.hide_names));
        }
    }

    /// A team that was read again, with those as before who cannot be read now.
    pub fn with_known(&mut self, team: Team, before: Option<&Team>) -> Team {
        let Some(before) = before else { return team };
        let (team, as_before) = with_known(team, before);
        self.as_before = as_before;
        team
    }

    /// How many leaders are to be expected, of whom those of `team` are there.
    pub fn expected(&self, team: &TeamState) -> usize {
        let shown = team.view.leaders.len();
        let (Some(previous), Some(read)) = (&self.previous, &team.team) else {
            return shown;
        };
        // last time there were all of them
        let is_whole = team.filter == Default::default();
        if is_whole { previous.expected(read) } else { shown }
    }

    /// True where everyone's dots were shown on a mark.
    pub fn is_shown(&self, framework: &Framework, mark: MarkIndex) -> bool {
        let id = &framework.mark(mark).id;
        self.gathering
            .as_ref()
            .is_some_and(|gathering| gathering.is_shown(id))
    }

    /// True where a mark was passed over.
    pub fn is_skipped(&self, framework: &Framework, mark: MarkIndex) -> bool {
        let id = &framework.mark(mark).id;
        self.gathering
            .as_ref()
            .is_some_and(|gathering| gathering.is_skipped(id))
    }

    /// What was agreed on a mark, or empty.
    pub fn agreed(&self, framework: &Framework, mark: MarkIndex) -> &str {
        let id = &framework.mark(mark).id;
        self.gathering
            .as_ref()
            .map_or("", |gathering| gathering.agreed(id))
    }
}
