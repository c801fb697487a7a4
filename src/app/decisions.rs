//! Decisions: written down, and held against the marks that are turned up.

use super::{
    App,
    screen::{Place, Screen, Subject},
};
use crate::core::{
    dial::DialValue,
    framework::MarkIndex,
    moment::Moment,
    profile::{Decision, Edit, Extra},
};
use std::collections::BTreeMap;

impl App {
    /// Writes a decision down and opens it.
    pub fn write_decision(&mut self, text: String, now: Moment) {
        let mut decisions = self.profile.decisions.clone();
        let at = decisions.len();
        decisions.push(Decision {
            at: now,
            text,
            answers: BTreeMap::new(),
            extra: Extra::new(),
        });
        self.change(Edit::Decisions(decisions));
        if at < self.profile.decisions.len() {
            if matches!(self.screen(), Screen::Decision(_)) {
                self.places.pop();
            }
            self.places.push(Place::new(Screen::Decision(at)));
        }
    }

    /// The place in the list of the decision that is selected or open. The list shows the newest first.
    fn decision_in_hand(&self) -> Option<usize> {
        match self.screen() {
            Screen::Decisions => self
                .profile
                .decisions
                .len()
                .checked_sub(1 + self.place().selected),
            Screen::Decision(at) => Some(*at),
            _ => None,
        }
    }

    pub(super) fn open_decision(&mut self) {
        match (self.screen(), self.decision_in_hand()) {
            (Screen::Decisions, Some(at)) => self.go(Screen::Decision(at)),
            (Screen::Decision(_), Some(at)) => {
                let subject = self.decision_texts(at).into_iter().nth(self.place().selected);
                self.write(subject.unwrap_or(Subject::Decision(at)));
            }
            _ => {}
        }
    }

    /// The texts of a decision that can be written, in the order of its page: itself, then an answer for each mark that
    /// is turned up or has one.
    pub fn decision_texts(&self, at: usize) -> Vec<Subject> {
        let Some(decision) = self.profile.decisions.get(at) else {
            return Vec::new();
        };
        let asked = |mark: &MarkIndex| {
            let answered = decision.answers.contains_key(&self.framework.mark(*mark).id);
            answered || self.value(*mark) > DialValue::NEUTRAL
        };
        let marks = self.framework.mark_indices().filter(asked);
        let answers = marks.map(|mark| Subject::Answer(at, mark));
        std::iter::once(Subject::Decision(at)).chain(answers).collect()
    }

    pub(super) fn delete_decision(&mut self) {
        let Some(at) = self.decision_in_hand() else {
            return;
        };
        let mut decisions = self.profile.decisions.clone();
        if at >= decisions.len() {
            return;
        }
        decisions.remove(at);
        let changes = self.changes();
        self.change(Edit::Decisions(decisions));
        if self.changes() != changes {
            self.message = Some(self.text().bearings.decision_deleted.to_owned());
            self.places
                .retain(|place| !matches!(place.screen, Screen::Decision(_)));
            self.show_selected();
        }
    }

    /// The edit that changes one decision.
    pub(super) fn decision_edit(&self, at: usize, change: impl FnOnce(&mut Decision)) -> Option<Edit> {
        let mut decisions = self.profile.decisions.clone();
        change(decisions.get_mut(at)?);
        Some(Edit::Decisions(decisions))
    }
}
