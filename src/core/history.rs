//! Undo and redo. Owns the two lists of steps; what a step does is the profile's business.

use super::profile::{Edit, Profile};
use std::collections::{HashSet, VecDeque};

/// A change that was made: the edit and the one that takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The edit as it was carried out.
    pub edit: Edit,
    /// The edit that takes it back.
    pub back: Edit,
}

/// How a change is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As a new step.
    New,
    /// The last step is taken back.
    Undo,
    /// The last step that was taken back is made again.
    Redo,
}

/// The most steps that are kept.
const MOST: usize = 1000;

/// Steps that can be taken back and steps that can be made again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    /// The last step is not finished: what comes next may take its place.
    open: bool,
}

impl History {
    /// Carries `edit` out on `profile`, keeps it for undo and returns the step. Returns nothing, and keeps nothing, where
    /// it changed nothing.
    pub fn make(&mut self, profile: &mut Profile, edit: Edit) -> Option<&Step> {
        let back = profile.apply(edit.clone());
        if back == edit {
            return None;
        }
        self.record(Step { edit, back });
        self.done.back()
    }

    /// Keeps a step that has been carried out already.
    pub fn record(&mut self, step: Step) {
        if self.done.len() == MOST {
            self.done.pop_front();
        }
        self.undone.clear();
        self.done.push_back(step);
        self.open = false;
    }

    /// The last step is not finished until another one is made, taken back or made again.
    pub fn hold_open(&mut self) {
        self.open = !self.done.is_empty();
    }

    /// Takes the last step back, as if it had never been made, where it is not finished. Returns whether it was.
    pub fn drop_open(&mut self, profile: &mut Profile) -> bool {
        let is_open = std::mem::take(&mut self.open);
        if is_open && let Some(step) = self.done.pop_back() {
            profile.apply(step.back);
        }
        is_open
    }

    /// The edits that take each step back and that make each undone step again, the next one last.
    pub fn edits(&self) -> (Vec<Edit>, Vec<Edit>) {
        let back = self.done.iter().map(|step| step.back.clone()).collect();
        let again = self.undone.iter().map(|step| step.edit.clone()).collect();
        (back, again)
    }

    /// The history of a `profile` that stands as it did when [`edits`](Self::edits) gave these. Edits that would give two
    /// bearings one id, which no profile that is read may have, were not made by this program: then there is none.
    pub fn of(profile: &Profile, back: Vec<Edit>, again: Vec<Edit>) -> Self {
        // carrying an edit out gives the other one of its step
        let mut before = profile.clone();
        let done = |back: Edit| {
            let edit = sound(&back, &before).then(|| before.apply(back.clone()))?;
            Some(Step { edit, back })
        };
        let done: Option<VecDeque<Step>> = back.into_iter().rev().map(done).collect();
        let mut after = profile.clone();
        let undone = |edit: Edit| {
            let back = sound(&edit, &after).then(|| after.apply(edit.clone()))?;
            Some(Step { edit, back })
        };
        let undone: Option<Vec<Step>> = again.into_iter().rev().map(undone).collect();
        let (Some(mut done), Some(mut undone)) = (done, undone) else {
            return Self::default();
        };
        done.make_contiguous().reverse();
        undone.reverse();
        Self {
            done,
            undone,
            open: false,
        }
    }

    /// The edit that [`undo`](Self::undo) or [`redo`](Self::redo) would carry out next.
    pub fn next(&self, way: Way) -> Option<&Edit> {
        match way {
            Way::New => None,
            Way::Undo => self.done.back().map(|step| &step.back),
            Way::Redo => self.undone.last().map(|step| &step.edit),
        }
    }

    /// Takes the last step back and returns it.
    pub fn undo(&mut self, profile: &mut Profile) -> Option<&Step> {
        let step = self.done.pop_back()?;
        profile.apply(step.back.clone());
        self.open = false;
        self.undone.push(step);
        self.undone.last()
    }

    /// Makes the last undone step again and returns it.
    pub fn redo(&mut self, profile: &mut Profile) -> Option<&Step> {
        let step = self.undone.pop()?;
        profile.apply(step.edit.clone());
        self.open = false;
        self.done.push_back(step);
        self.done.back()
    }
}

/// False where this edit would give `profile` two bearings of one id.
fn sound(edit: &Edit, profile: &Profile) -> bool {
    match edit {
        Edit::InsertBearing { bearing, .. } => profile.bearing(&bearing.id).is_none(),
        Edit::Whole(whole) => {
            let ids: HashSet<&str> = whole.bearings.iter().map(|bearing| bearing.id.as_str()).collect();
            ids.len() == whole.bearings.len()
        }
        Edit::All(edits) => {
            let mut profile = profile.clone();
            edits.iter().all(|edit| {
                let sound = sound(edit, &profile);
                profile.apply(edit.clone());
                sound
            })
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::profile::Bearing;

    fn insert(profile: &Profile, id: &str) -> Edit {
        let at = "2026-11-23T08:15:00+01:00".parse().unwrap();
        let bearing = Bearing {
            id: id.into(),
            ..profile.bearing_of_now(String::new(), at)
        };
        Edit::InsertBearing {
            at: 0,
            bearing: bearing.into(),
        }
    }

    #[test]
    fn steps_that_would_give_two_bearings_one_id_are_no_history() {
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        profile.apply(insert(&profile, "b1"));
        let mut twice = profile.clone();
        twice.apply(insert(&profile, "b1"));
        let none = History::default();
        for forged in [
            vec![insert(&profile, "b1")],
            vec![insert(&profile, "b2"), insert(&profile, "b2")],
            vec![Edit::All(vec![insert(&profile, "b2"), insert(&profile, "b2")])],
            vec![Edit::Whole(Box::new(twice))],
        ] {
            assert_eq!(
                History::of(&profile, forged.clone(), Vec::new()),
                none,
                "{forged:?}"
            );
            assert_eq!(History::of(&profile, Vec::new(), forged), none);
        }
        // one that goes and comes again is the same bearing
        let honest = vec![insert(&profile, "b1"), Edit::RemoveBearing("b1".into())];
        assert_ne!(History::of(&profile, honest, Vec::new()), none);
    }
}
