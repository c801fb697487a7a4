//! The longer texts: what each is about, what it says now, and how it is begun, changed and kept.

use super::{
    Choice, Deed, Place, Plain,
    write::{Asking, Draft},
};
use crate::core::profile::{Bearing, BearingDial, Decision, Edit, Extra};
use std::collections::BTreeMap;

/// What a text is. Marks and bearings by their ids, decisions by their places in the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// The note on a mark.
    Mark(String),
    /// The note on the profile.
    Profile,
    /// The note on a bearing.
    Bearing(String),
    /// What turning a mark gave, at a bearing.
    Effect(String, String),
    /// What was learned by it.
    Learning(String, String),
    /// A decision that is not there yet.
    NewDecision,
    /// A decision.
    Decision(usize),
    /// What a mark says to a decision.
    Answer(usize, String),
    /// The reply to a question of the mirror.
    Reply(String),
}

impl Plain {
    /// What is written already, or empty.
    pub(super) fn written(&self, of: &Of) -> String {
        let profile = &self.profile;
        let gain = |id: &String, mark: &String, part: fn(&BearingDial) -> &String| {
            let dial = profile.bearing(id)?.dials.get(mark)?;
            Some(part(dial).clone())
        };
        let written = match of {
            Of::Mark(mark) => Some(profile.note(mark).to_owned()),
            Of::Profile => Some(profile.note.clone()),
            Of::Bearing(id) => profile.bearing(id).map(|bearing| bearing.note.clone()),
            Of::Effect(id, mark) => gain(id, mark, |dial| &dial.effect),
            Of::Learning(id, mark) => gain(id, mark, |dial| &dial.learning),
            Of::NewDecision => None,
            Of::Decision(at) => profile.decisions.get(*at).map(|one| one.text.clone()),
            Of::Answer(at, mark) => {
                let decision = profile.decisions.get(*at);
                decision.and_then(|decision| decision.answers.get(mark).cloned())
            }
            Of::Reply(id) => profile.replies.get(id).map(|reply| reply.text.clone()),
        };
        written.unwrap_or_default()
    }

    /// The edit that makes it say this; nothing where what it belongs to is gone.
    fn text_edit(&self, of: &Of, text: String) -> Option<Edit> {
        let gain = |id: &String, mark: &String, set: fn(&mut BearingDial, String), text| {
            self.bearing_edit(id, |bearing| {
                set(bearing.dials.entry(mark.clone()).or_default(), text)
            })
        };
        match of {
            Of::Mark(mark) => Some(Edit::Note {
                mark: mark.clone(),
                text,
            }),
            Of::Profile => Some(Edit::ProfileNote(text)),
            Of::Bearing(id) => self.bearing_edit(id, |bearing| bearing.note = text),
            Of::Effect(id, mark) => gain(id, mark, |dial, text| dial.effect = text, text),
            Of::Learning(id, mark) => gain(id, mark, |dial, text| dial.learning = text, text),
            Of::NewDecision => {
                let mut decisions = self.profile.decisions.clone();
                decisions.push(Decision {
                    at: (self.outside.clock)(),
                    text,
                    answers: BTreeMap::new(),
                    extra: Extra::new(),
                });
                Some(Edit::Decisions(decisions))
            }
            Of::Decision(at) => self.decisions_edit(*at, |decisions| match text.is_empty() {
                true => drop(decisions.remove(*at)),
                false => decisions[*at].text = text,
            }),
            Of::Answer(at, mark) => self.decisions_edit(*at, |decisions| {
                let answers = &mut decisions[*at].answers;
                match text.is_empty() {
                    true => answers.remove(mark),
                    false => answers.insert(mark.clone(), text),
                };
            }),
            Of::Reply(question) => {
                let mut reply = self.profile.replies.get(question).cloned().unwrap_or_default();
                (reply.text, reply.put_away) = (text, false);
                Some(Edit::Reply {
                    question: question.clone(),
                    reply: (!reply.text.is_empty()).then_some(reply),
                })
            }
        }
    }

    /// The edit that changes the bearing with this id, if there is one.
    pub(super) fn bearing_edit(&self, id: &str, change: impl FnOnce(&mut Bearing)) -> Option<Edit> {
        let mut bearing = self.profile.bearing(id)?.clone();
        change(&mut bearing);
        Some(Edit::ReplaceBearing(Box::new(bearing)))
    }

    /// The edit that changes the decision at a place, if there is one.
    fn decisions_edit(&self, at: usize, change: impl FnOnce(&mut Vec<Decision>)) -> Option<Edit> {
        let mut decisions = self.profile.decisions.clone();
        if at >= decisions.len() {
            return None;
        }
        change(&mut decisions);
        Some(Edit::Decisions(decisions))
    }

    /// The note of the place it is at.
    pub(super) fn note_here(&mut self) {
        let of = match self.place() {
            Place::Mark(mark) => Of::Mark(self.framework.mark(*mark).id.clone()),
            Place::Bearing(id) => Of::Bearing(id.clone()),
            Place::Decisions => Of::NewDecision,
            Place::Decision(at) => Of::Decision(*at),
            Place::Question(id) => Of::Reply(id.clone()),
            Place::Profile | Place::Home => Of::Profile,
            _ => return self.say(self.words().nothing_to_note),
        };
        self.begin_text(of);
    }

    /// Asks for a text, or, where there is one already, how it is to be changed.
    pub(super) fn begin_text(&mut self, of: Of) {
        let words = self.words();
        if self.say_read_only() {
            return;
        }
        if self.text_edit(&of, String::new()).is_none() {
            return self.arrive();
        }
        let asked = self.text().bearings;
        match &of {
            Of::Mark(_) => self.say(self.text().which_need),
            Of::Profile => self.say(asked.profile_note),
            Of::Bearing(_) => self.say(asked.bearing_note),
            Of::Effect(..) => self.say(asked.effect_question),
            Of::Learning(..) => self.say(asked.learning_question),
            Of::NewDecision | Of::Decision(_) => self.say(asked.decision_question),
            Of::Answer(..) => self.say(asked.answer_question),
            // its question was just said
            Of::Reply(_) => {}
        }
        let written = self.written(&of);
        if written.is_empty() {
            return self.ask(Asking::Lines(Draft::new(of, String::new())));
        }
        self.say_lines(&written);
        self.ask(Asking::Choice(vec![
            Choice::new(words.write_on, Deed::Write(Draft::new(of.clone(), written))),
            Choice::new(
                words.write_anew,
                Deed::Write(Draft::new(of.clone(), String::new())),
            ),
            Choice::new(words.remove_text, Deed::Remove(of)),
        ]));
    }

    /// Keeps a text, and goes where it is heard of next.
    pub(super) fn keep_text(&mut self, of: &Of, text: String) {
        let Some(edit) = self.text_edit(of, text) else {
            return self.say(self.words().unchanged);
        };
        match of {
            Of::Reply(_) => self.answer_question(edit),
            Of::NewDecision => {
                if self.change(edit) {
                    self.go(Place::Decision(self.profile.decisions.len() - 1));
                }
            }
            Of::Decision(at) => {
                let before = self.profile.decisions.len();
                if self.change(edit) && self.profile.decisions.len() < before {
                    self.places.retain(|place| *place != Place::Decision(*at));
                    self.go(Place::Decisions);
                }
            }
            _ => {
                self.change(edit);
            }
        }
    }

    /// Keeps a text without going anywhere.
    pub(super) fn keep_only(&mut self, of: &Of, text: String) {
        if let Some(edit) = self.text_edit(of, text) {
            self.change(edit);
        }
    }
}
