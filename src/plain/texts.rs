//! The longer texts: what each is about, what it says now, and how it is begun, changed and kept.

use super::{
    Choice, ChoiceAction, Place, Plain,
    write::{Asking, Draft},
};
use crate::core::session::{Outcome, TextTarget};
use crate::screens::welcome::WelcomeStep;

impl Plain {
    /// The note of the place it is at.
    pub(super) fn note_here(&mut self) {
        let target = match self.place() {
            Place::Mark(mark) => TextTarget::Mark(*mark),
            Place::Bearing(id) => TextTarget::Bearing(id.clone()),
            Place::Decisions => TextTarget::NewDecision,
            Place::Decision(at) => TextTarget::Decision(*at),
            Place::Question(id) => TextTarget::Reply(id.clone()),
            Place::Profile | Place::Home => TextTarget::Profile,
            Place::Welcome(WelcomeStep::Dial) => TextTarget::Mark(self.framework.first_mark()),
            place => match self.monthly_turns().filter(|_| *place == Place::Monthly) {
                Some(mark) => TextTarget::Mark(mark),
                None => return self.say(self.words().nothing_to_note),
            },
        };
        self.begin_text(target);
    }

    /// Asks for a text, or, where there is one already, how it is to be changed.
    pub(super) fn begin_text(&mut self, target: TextTarget) {
        let words = self.words();
        if self.say_read_only() {
            return;
        }
        if !self.session.can_write(&target) {
            return self.arrive();
        }
        let asked = self.text().bearings;
        match &target {
            TextTarget::Mark(_) => self.say(self.text().which_need),
            TextTarget::Profile => self.say(asked.profile_note),
            TextTarget::Bearing(_) => self.say(asked.bearing_note),
            TextTarget::Effect(..) => self.say(asked.effect_question),
            TextTarget::Learning(..) => self.say(asked.learning_question),
            TextTarget::NewDecision | TextTarget::Decision(_) | TextTarget::Talk(_) => {
                self.say(asked.decision_question);
            }
            TextTarget::Answer(..) => self.say(asked.answer_question),
            // its question was just said
            TextTarget::Reply(_) => {}
        }
        let written = self.session.written(&target).to_owned();
        if written.is_empty() {
            return self.ask(Asking::Lines(Draft::new(target, String::new(), false)));
        }
        self.say_lines(&written);
        self.ask(Asking::Choice(vec![
            Choice::new(
                words.write_on,
                ChoiceAction::Write(Draft::new(target.clone(), written.clone(), false)),
            ),
            Choice::new(
                words.write_anew,
                ChoiceAction::Write(Draft::new(target.clone(), written, true)),
            ),
            Choice::new(words.remove_text, ChoiceAction::Remove(target)),
        ]));
    }

    /// Keeps a text, and goes where it is heard of next.
    pub(super) fn keep_text(&mut self, target: &TextTarget, text: &str) {
        let before = self.profile().decisions.len();
        let deed = self.session.write(target, text);
        if let TextTarget::Reply(_) = target {
            return self.answer_question(deed);
        }
        if !self.did(deed) {
            return;
        }
        let count = self.profile().decisions.len();
        match target {
            TextTarget::NewDecision => self.go(Place::Decision(count - 1)),
            TextTarget::Decision(at) if count < before => {
                self.places.retain(|place| *place != Place::Decision(*at));
                self.go(Place::Decisions);
            }
            _ => {}
        }
    }

    /// Keeps a text without going anywhere.
    pub(super) fn keep_only(&mut self, target: &TextTarget, text: &str) {
        let deed = self.session.write(target, text);
        if deed != Ok(Outcome::Unchanged) {
            self.did(deed);
        }
    }
}
