//! Undo and redo. Owns the two lists of steps; what a step does is the profile's business.

use super::profile::{Edit, Profile};
use std::collections::VecDeque;

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
    }

    /// The edits that take each step back and that make each undone step again, the next one last.
    pub fn edits(&self) -> (Vec<Edit>, Vec<Edit>) {
        let back = self.done.iter().map(|step| step.back.clone()).collect();
        let again = self.undone.iter().map(|step| step.edit.clone()).collect();
        (back, again)
    }

    /// The history of a `profile` that stands as it did when [`edits`](Self::edits) gave these.
    pub fn of(profile: &Profile, back: Vec<Edit>, again: Vec<Edit>) -> Self {
        // carrying an edit out gives the other one of its step
        let mut before = profile.clone();
        let done = |back: Edit| Step {
            edit: before.apply(back.clone()),
            back,
        };
        let mut done: VecDeque<Step> = back.into_iter().rev().map(done).collect();
        done.make_contiguous().reverse();
        let mut after = profile.clone();
        let undone = |edit: Edit| Step {
            back: after.apply(edit.clone()),
            edit,
        };
        let mut undone: Vec<Step> = again.into_iter().rev().map(undone).collect();
        undone.reverse();
        Self { done, undone }
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
        self.undone.push(step);
        self.undone.last()
    }

    /// Makes the last undone step again and returns it.
    pub fn redo(&mut self, profile: &mut Profile) -> Option<&Step> {
        let step = self.undone.pop()?;
        profile.apply(step.edit.clone());
        self.done.push_back(step);
        self.done.back()
    }
}
