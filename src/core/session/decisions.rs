//! Decisions: written down, changed, deleted.

use super::{Deed, Outcome, Session};
use crate::core::profile::{Decision, Edit, Extra};
use std::collections::BTreeMap;

impl Session {
    /// Writes a decision down now.
    pub(super) fn add_decision(&mut self, text: String) -> Deed {
        let mut decisions = self.profile.decisions.clone();
        decisions.push(Decision {
            at: self.now,
            text,
            answers: BTreeMap::new(),
            extra: Extra::new(),
        });
        self.change(Edit::Decisions(decisions))
    }

    /// Writes these down as decisions now, in one step; those that are decisions already are not written again.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`](crate::core::fault::Fault::ReadOnly).
    pub fn decide(&mut self, texts: Vec<String>) -> Deed {
        let mut decisions = self.profile.decisions.clone();
        let before = decisions.len();
        for text in texts {
            if !decisions.iter().any(|decision| decision.text == text) {
                decisions.push(Decision {
                    at: self.now,
                    text,
                    answers: BTreeMap::new(),
                    extra: Extra::new(),
                });
            }
        }
        match decisions.len() == before {
            true => Ok(Outcome::Unchanged),
            false => self.change(Edit::Decisions(decisions)),
        }
    }

    /// Changes the decision at this place of the list, if there is one.
    pub(super) fn edit_decision(&mut self, at: usize, change: impl FnOnce(&mut Decision)) -> Deed {
        let mut decisions = self.profile.decisions.clone();
        let Some(decision) = decisions.get_mut(at) else {
            return Ok(Outcome::Unchanged);
        };
        change(decision);
        self.change(Edit::Decisions(decisions))
    }

    /// Deletes the decision at this place of the list, counted from 0, if there is one.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`](crate::core::fault::Fault::ReadOnly).
    pub fn delete_decision(&mut self, at: usize) -> Deed {
        let mut decisions = self.profile.decisions.clone();
        if at >= decisions.len() {
            return Ok(Outcome::Unchanged);
        }
        decisions.remove(at);
        self.change(Edit::Decisions(decisions))
    }
}
