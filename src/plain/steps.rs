//! Turning, undo and redo, and what is said of every change.

use super::{Place, Plain, said_back};
use crate::core::{
    history::Way,
    sanitise::clean,
    session::{Deed, Outcome, TextTarget, Turn},
    step::{BearingName, StepName, Turned},
};
use crate::screens::welcome::WelcomeStep;
use crate::text::capital;

impl Plain {
    /// Turns up (1) or down (−1), as many detents as `more` says.
    pub(super) fn turn_by(&mut self, more: &str, way: i64) {
        let steps = if more.is_empty() {
            Ok(1)
        } else {
            more.parse::<u8>()
        };
        match steps {
            Ok(steps) => self.turn(Turn::By(way * i64::from(steps))),
            Err(_) => self.say(&self.words().unknown(&said_back(more), self.choices.len())),
        }
    }

    /// Turns the dial of the mark, or all dials of the field, as one step of undo.
    pub(super) fn turn(&mut self, turn: Turn) {
        let words = self.words();
        let marks: Vec<_> = match *self.place() {
            Place::Mark(mark) => vec![mark],
            Place::Field(field) => self.framework.marks_of(field).collect(),
            Place::Welcome(WelcomeStep::Dial) => vec![self.framework.first_mark()],
            Place::Monthly => match self.monthly_turns() {
                Some(mark) => vec![mark],
                None => return self.say(words.nothing_to_turn),
            },
            _ => return self.say(words.nothing_to_turn),
        };
        let before = self.session.changes();
        let deed = self.session.turn(marks.iter().copied(), turn);
        if deed == Ok(Outcome::Unchanged) {
            for mark in marks {
                let value = self.value(mark);
                self.say(&words.as_before(&self.mark_title(mark), value, self.stand(value)));
            }
            return;
        }
        self.did(deed);
        let note = |mark| self.session.written(&TextTarget::Mark(mark));
        if self.session.changes() > before && matches!(marks[..], [mark] if note(mark).is_empty()) {
            self.hint(words.ask_why);
        }
    }

    pub(super) fn undo(&mut self) {
        let deed = self.session.undo();
        self.walked(deed, Way::Undo);
    }

    pub(super) fn redo(&mut self) {
        let deed = self.session.redo();
        self.walked(deed, Way::Redo);
    }

    /// Says a step that was gone back or forth, and saves it.
    pub(super) fn walked(&mut self, deed: Deed, way: Way) {
        let (text, words) = (self.text(), self.words());
        match deed {
            Ok(Outcome::Changed(step)) => {
                let (names, said) = match way {
                    Way::Redo => (self.session.names(&step), words.redone),
                    Way::New | Way::Undo => (self.session.names_back(&step), words.undone),
                };
                self.say_again(self.told(&names), said);
            }
            Ok(Outcome::Unchanged) => {
                let nothing = match way {
                    Way::Redo => text.nothing_to_redo,
                    Way::New | Way::Undo => text.nothing_to_undo,
                };
                self.say(&format!("{nothing}."));
            }
            other => drop(self.did(other)),
        }
    }

    /// Says a step that was taken back or made again.
    pub(super) fn say_again(&mut self, mut told: Vec<String>, way: &str) {
        if let Some(first) = told.first_mut() {
            *first = format!("{way} {first}");
        }
        self.say_saved(told);
        // what was listed there may be another now
        if !matches!(
            self.place(),
            Place::Home
                | Place::Field(_)
                | Place::Mark(_)
                | Place::Overview
                | Place::Found(_)
                | Place::Profiles
                | Place::Trash
                | Place::Team
                | Place::TeamMark(_)
                | Place::Gatherings
                | Place::Gathering(_)
                | Place::Export
                | Place::Monthly
                | Place::Welcome(_)
        ) {
            self.arrive();
        }
    }

    /// What a step changed: a sentence a line.
    pub(super) fn told(&self, names: &[StepName]) -> Vec<String> {
        names.iter().flat_map(|name| self.told_of(name)).collect()
    }

    fn told_of(&self, name: &StepName) -> Vec<String> {
        let words = self.words();
        let set = |what: &str, value: &str| {
            let value = if value.trim().is_empty() {
                words.none
            } else {
                value
            };
            format!("{}: {}.", capital(what), clean(value))
        };
        let names = &self.text().bearings.steps;
        let text_is = |what: &str, text: &str| words.text_is(&capital(what), text.lines().count());
        let bearing = |bearing: &BearingName| self.name_of_bearing(bearing);
        let one = match name {
            StepName::Dials(dials) => return self.dials_told(dials),
            StepName::Restored { bearing: of, dials } => {
                let name = of.as_ref().map(|of| names.restore(&bearing(of)));
                let mut told: Vec<String> = name
                    .map(|name| format!("{}.", capital(&name)))
                    .into_iter()
                    .collect();
                told.extend(self.dials_told(dials));
                return told;
            }
            StepName::Note { mark, text } => text_is(&names.note(&self.title_of(mark)), text),
            StepName::ProfileNote(text) => text_is(names.profile_note, text),
            StepName::BearingRenamed { to, .. } => words.bearing_named(&bearing(to)),
            StepName::Gains {
                mark,
                effect,
                learning,
            } => {
                let both: Vec<&str> = effect.lines().chain(learning.lines()).collect();
                text_is(&names.gains(&self.title_of(mark)), &both.join("\n"))
            }
            StepName::BearingNote { bearing: of, text } => text_is(&names.bearing_note(&bearing(of)), text),
            StepName::Documents { mark, documents } => {
                set(&names.documents(&self.title_of(mark)), &documents.join(", "))
            }
            StepName::Decision(_) | StepName::DecisionAnswer(_) => words.decision_changed.to_owned(),
            StepName::DecisionAdded { count, .. } | StepName::DecisionDeleted { count, .. } => {
                words.decisions_are(*count)
            }
            StepName::Enriches { mark, marks } if marks.is_empty() => {
                words.enriches_none(&self.title_of(mark))
            }
            StepName::Enriches { mark, marks } => {
                let others: Vec<String> = marks.iter().map(|mark| self.title_of(mark)).collect();
                words.enriches(&self.title_of(mark), &others.join(", "))
            }
            StepName::Level { .. } => set(words.own_level, &self.level_name(self.own_level())),
            StepName::Unit(unit) => set(words.unit, unit),
            StepName::Challenge(challenge) => set(words.challenge, challenge),
            StepName::Review(date) => {
                let date = date.map_or(String::new(), |date| self.text().date(date));
                set(words.review, &date)
            }
            StepName::BearingTaken(of) => words.bearing_in(&bearing(of)),
            StepName::BearingDeleted(of) => words.bearing_out(&bearing(of)),
            StepName::Answered => words.answered.to_owned(),
            StepName::PutAway => words.was_put_away.to_owned(),
            StepName::Reopened => words.reopened.to_owned(),
            StepName::Merged => format!("{}.", capital(names.merge)),
            StepName::Name { to, .. } => words.profile(&clean(to)),
        };
        vec![one]
    }

    /// Dials that were turned, a sentence each, in the order of the document.
    fn dials_told(&self, dials: &[Turned]) -> Vec<String> {
        let mut dials: Vec<&Turned> = dials.iter().collect();
        dials.sort_unstable_by_key(|turned| self.framework.mark_by_id(&turned.mark));
        let line = |turned: &Turned| {
            let Turned { mark, from, to } = turned;
            let change = self.words().from_to(*from, *to);
            format!("{}: {change}, {}.", self.title_of(mark), self.stand(*to))
        };
        dials.into_iter().map(line).collect()
    }
}
