//! What a leader does with bearings: takes one, opens, compares, names, notes, restores and deletes them, and chooses
//! which one ghosts on the dials. Also what becomes of every longer text that is written.

use super::{
    App, Effect,
    screen::{Ask, Links, Place, Screen, TextTarget},
};
use crate::core::{
    compare::Move,
    profile::{Bearing as Taken, MOST_TEXT},
    sanitise::clean_lines,
    session::{NotADate, Outcome, date},
};
use crate::screens::{
    bearing::Bearing, compare::Compare, decision::Decision, picks::Picks, preferences::Setting,
    prompt::review_line,
};
use crate::widget::input::Input;
use std::cmp::Ordering;

/// Days before the review date from which it is shown.
const NEAR: i32 = 14;

impl App {
    /// What a bearing is called: its label, or its date where it has none.
    pub fn bearing_name(&self, bearing: &Taken) -> String {
        self.text().bearing_name(&bearing.name())
    }

    /// What moved at the bearing with this id since the one before it; nothing for the first one.
    pub fn moved_at(&self, id: &str) -> Vec<Move> {
        self.session.moved_at(id)
    }

    /// The bearing that is selected in the list, or open.
    pub fn bearing_in_hand(&self) -> Option<&Taken> {
        match &self.body().screen {
            Screen::Bearings(bearings) => bearings.in_hand(self),
            Screen::Bearing(bearing) => bearing.in_hand(self),
            _ => None,
        }
    }

    /// Takes a bearing. Where something moved since the one before, it is opened, so that what that gave can be
    /// written at once; Esc leaves it as it is.
    pub(super) fn take_bearing(&mut self, label: &str) {
        let deed = self.session.take_bearing(label);
        let Some(bearing) = self.did(deed).and_then(|step| step.bearing_taken().cloned()) else {
            return;
        };
        let said = self.text().bearing_saved(bearing.at.date());
        self.message.get_or_insert(said);
        if !self.moved_at(&bearing.id).is_empty() {
            if matches!(self.screen(), Screen::Bearing(_)) {
                self.places.pop();
            }
            self.places
                .push(Place::new(Screen::Bearing(Bearing::new(bearing.id))));
        }
        // the decisions went with the bearing
        self.leave_what_is_gone();
    }

    /// Compares: in the list the chosen bearing, else the dials now, with the selected one; elsewhere the dials now with
    /// the last one.
    pub(super) fn compare(&mut self) {
        let pair = match &self.body().screen {
            Screen::Bearings(bearings) => bearings.pair(self),
            _ => {
                let bearing = self.bearing_in_hand().or(self.profile().last_bearing());
                bearing.map(|bearing| (bearing.id.clone(), None))
            }
        };
        match pair {
            Some((from, to)) => self.go(Screen::Compare(Compare::new(from, to))),
            None => self.message = Some(self.text().bearings.no_bearing.to_owned()),
        }
    }

    /// The bearing in hand ghosts on every dial; where it does already, none does.
    pub(super) fn choose_ghost(&mut self) -> Effect {
        let Some(bearing) = self.bearing_in_hand() else {
            return Effect::None;
        };
        let (id, name) = (bearing.id.clone(), self.bearing_name(bearing));
        let words = self.text().bearings;
        let before = self.preferences.ghost;
        let Ok(shown) = self.session.choose_ghost(&id, before) else {
            return Effect::None;
        };
        self.message = Some(match shown {
            true => words.ghost_on(&name),
            false => words.ghost_off.to_owned(),
        });
        self.preferences.ghost = shown;
        match shown == before {
            true => Effect::None,
            false => Effect::Set(Setting::Ghost),
        }
    }

    /// Turns every dial back to where it stood at the bearing in hand.
    pub(super) fn restore_bearing(&mut self) {
        let Some(bearing) = self.bearing_in_hand() else {
            return;
        };
        let words = self.text().bearings;
        let (id, said) = (bearing.id.clone(), words.restored(&self.bearing_name(bearing)));
        self.message = match self.session.restore(&id) {
            Ok(Outcome::Unchanged) => Some(words.nothing_to_restore.to_owned()),
            Ok(_) => Some(said),
            Err(fault) => Some(self.lang.fault(&fault)),
        };
    }

    pub(super) fn rename_bearing(&mut self) {
        if let Some(bearing) = self.bearing_in_hand() {
            let (id, label) = (bearing.id.clone(), bearing.label.clone());
            self.ask(Ask::BearingName(id), &label);
        }
    }

    pub(super) fn delete_bearing(&mut self) {
        let Some(bearing) = self.bearing_in_hand() else {
            return;
        };
        let (id, said) = (
            bearing.id.clone(),
            self.text().bearings.deleted(&self.bearing_name(bearing)),
        );
        let deed = self.session.delete_bearing(&id);
        if self.did(deed).is_some() {
            self.message = Some(said);
        }
        self.leave_what_is_gone();
    }

    /// Leaves screens whose bearing or decision is not there any more.
    pub(super) fn leave_what_is_gone(&mut self) {
        let there = |id: &String| self.profile().bearing(id).is_some();
        let decision = |at: &usize| *at < self.profile().decisions.len();
        let gone = |place: &Place| match &place.screen {
            Screen::Bearing(bearing) => bearing.in_hand(self).is_none(),
            Screen::Compare(compare) => !compare.is_there(self),
            Screen::Decision(decision) => !decision.is_there(self),
            Screen::Note(
                TextTarget::Bearing(id) | TextTarget::Effect(id, _) | TextTarget::Learning(id, _),
                _,
            ) => !there(id),
            Screen::Note(TextTarget::Decision(at) | TextTarget::Answer(at, _), _) => !decision(at),
            _ => false,
        };
        let kept: Vec<bool> = self.places.iter().map(|place| !gone(place)).collect();
        let mut kept = kept.into_iter();
        self.places.retain(|_| kept.next().unwrap_or(true));
        self.show_selected();
    }

    /// The note of what is in hand, to be written: a bearing's, at home the profile's, else the selected mark's.
    pub(super) fn write_note(&mut self) {
        let subject = match (self.screen(), self.bearing_in_hand()) {
            (Screen::Bearings(_) | Screen::Bearing(_), Some(bearing)) => {
                TextTarget::Bearing(bearing.id.clone())
            }
            (Screen::Bearings(_) | Screen::Bearing(_), None) => return,
            (Screen::Home(_), _) => TextTarget::Profile,
            (Screen::Mirror, _) => return self.write_reply(),
            _ => TextTarget::Mark(self.cursor),
        };
        self.write(subject);
    }

    /// Opens a longer text to be written.
    pub(super) fn write(&mut self, subject: TextTarget) {
        // what is not for the eye is not for the cursor either; it stays in the profile until the text is another
        let input = Input::multi_line(&clean_lines(self.written(&subject)), MOST_TEXT);
        self.go(Screen::Note(subject, input));
        self.fit_input();
    }

    /// What is written on a subject, or empty.
    pub fn written(&self, target: &TextTarget) -> &str {
        self.session.written(target)
    }

    /// A decision that was just written down stands before its marks; no other one is under it.
    fn open_new_decision(&mut self) {
        if matches!(self.screen(), Screen::Decision(_)) {
            self.places.pop();
        }
        let last = self.profile().decisions.len().saturating_sub(1);
        let decision = Decision::new(last);
        self.places.push(Place::new(Screen::Decision(decision)));
    }

    /// The open decision is there no more.
    fn leave_deleted_decision(&mut self) {
        self.message = Some(self.text().bearings.decision_deleted.to_owned());
        self.places
            .retain(|place| !matches!(place.screen, Screen::Decision(_)));
        self.show_selected();
    }

    /// Keeps what was written on a subject. A new decision is opened, and one that was emptied is left.
    pub(super) fn keep_text(&mut self, target: &TextTarget, text: &str) {
        let decisions = self.profile().decisions.len();
        let deed = self.session.write(target, text);
        if self.did(deed).is_none() {
            return;
        }
        match self.profile().decisions.len().cmp(&decisions) {
            Ordering::Greater => self.open_new_decision(),
            Ordering::Less => self.leave_deleted_decision(),
            Ordering::Equal => {}
        }
    }

    /// Keeps the line that was asked for.
    pub(super) fn keep_line(&mut self, ask: Ask, line: &str) -> Effect {
        let deed = match ask {
            Ask::BearingLabel => {
                self.take_bearing(line);
                return Effect::None;
            }
            Ask::Team => return self.keep_team(line),
            Ask::Unit => self.session.set_unit(line),
            Ask::Challenge => self.session.set_challenge(line),
            // these are kept by a command to the profiles' files, or to write a file
            Ask::ProfileName
            | Ask::NewProfile { .. }
            | Ask::ImportFile
            | Ask::ImportName(_)
            | Ask::DeleteProfile(_)
            | Ask::RestoreProfile(_)
            | Ask::ExportFile(_) => return Effect::None,
            Ask::BearingName(id) => self.session.rename_bearing(&id, line),
            Ask::Review => match date(line) {
                Ok(date) => self.session.set_review(date),
                Err(NotADate) => {
                    self.ask(Ask::Review, line);
                    self.message = Some(self.text().bearings.not_a_date.to_owned());
                    return Effect::None;
                }
            },
        };
        self.did(deed);
        Effect::None
    }

    /// Asks when to look at the profile again.
    pub(super) fn ask_review(&mut self) {
        let line = review_line(self.profile());
        self.ask(Ask::Review, &line);
    }

    /// The review date in words where it is near or past.
    pub fn review_due(&self) -> Option<String> {
        let date = self.profile().review?;
        let days = self.session.today().until(date).ok()?.get_days();
        let words = self.text().bearings;
        (days <= NEAR).then(|| {
            let date = words.day(date);
            if days < 0 {
                words.review_past(&date)
            } else {
                words.review(&date)
            }
        })
    }

    /// Opens a list to pick from.
    pub(super) fn pick_list(&mut self, links: Links) {
        let words = self.text().bearings;
        if self.session.linkable(self.cursor, links).is_empty() {
            let nothing = match links {
                Links::Documents => words.no_documents,
                Links::Enriches => words.enriches_nothing,
            };
            self.message = Some(nothing.to_owned());
        } else {
            self.go(Screen::Picks(Picks::new(links)));
            self.show_selected();
        }
    }
}
