//! Decisions: written down, and held against the marks that are turned up.

use super::{
    App,
    screen::{Place, Screen, TextTarget},
};
use crate::core::{dial::DialValue, framework::MarkIndex};

impl App {
    /// Opens the decision that was just written down.
    pub(super) fn open_new_decision(&mut self) {
        if matches!(self.screen(), Screen::Decision(_)) {
            self.places.pop();
        }
        let last = self.profile().decisions.len().saturating_sub(1);
        self.places.push(Place::new(Screen::Decision(last)));
    }

    /// The place in the list of the decision that is selected or open. The list shows the newest first.
    fn decision_in_hand(&self) -> Option<usize> {
        match self.screen() {
            Screen::Decisions => self
                .profile()
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
                self.write(subject.unwrap_or(TextTarget::Decision(at)));
            }
            _ => {}
        }
    }

    /// The texts of a decision that can be written, in the order of its page: itself, then an answer for each mark that
    /// is turned up or has one.
    pub fn decision_texts(&self, at: usize) -> Vec<TextTarget> {
        let Some(decision) = self.profile().decisions.get(at) else {
            return Vec::new();
        };
        let asked = |mark: &MarkIndex| {
            let answered = decision.answers.contains_key(&self.framework.mark(*mark).id);
            answered || self.value(*mark) > DialValue::NEUTRAL
        };
        let marks = self.framework.mark_indices().filter(asked);
        let answers = marks.map(|mark| TextTarget::Answer(at, mark));
        std::iter::once(TextTarget::Decision(at)).chain(answers).collect()
    }

    pub(super) fn delete_decision(&mut self) {
        if let Some(at) = self.decision_in_hand() {
            let deed = self.session.delete_decision(at);
            if self.did(deed).is_some() {
                self.leave_deleted_decision();
            }
        }
    }

    /// A decision was deleted: it is not open any more.
    pub(super) fn leave_deleted_decision(&mut self) {
        self.message = Some(self.text().bearings.decision_deleted.to_owned());
        self.places
            .retain(|place| !matches!(place.screen, Screen::Decision(_)));
        self.show_selected();
    }
}
