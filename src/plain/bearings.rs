//! The bearings: taking, listing, opening, comparing, restoring and deleting them.

use super::{Choice, ChoiceAction, Place, Plain, write::Asking};
use crate::core::{
    compare::{self, Picture, moves},
    dial::DialValue,
    profile::Bearing,
    sanitise::clean,
    session::TextTarget,
    step::BearingName,
};

/// How many bearings are told at once.
const AT_ONCE: usize = 20;

impl Plain {
    pub(super) fn save_bearing(&mut self, label: &str) {
        let deed = self.session.take_bearing(label);
        if !self.did(deed) {
            return;
        }
        if *self.place() == Place::Monthly {
            return self.monthly_took();
        }
        let last = self.profile().last_bearing().map(|bearing| bearing.id.clone());
        if let Some(id) = last.filter(|id| !self.session.moved_at(id).is_empty()) {
            self.say(self.words().ask_gains);
            self.go(Place::Bearing(id));
        }
    }

    pub(super) fn bearings(&mut self) {
        let words = self.words();
        if self.profile().bearings.is_empty() {
            return self.say(words.no_bearings);
        }
        self.say(&words.bearings(self.profile().bearings.len()));
        let newest_first = self.profile().bearings.iter().rev();
        let choices = newest_first
            .map(|bearing| Choice::to(self.bearing_name(bearing), Place::Bearing(bearing.id.clone())))
            .collect();
        self.offer(in_parts(choices, words.older));
        self.hint(words.hint_list);
    }

    pub(super) fn bearing(&mut self, id: &str) {
        let words = self.words();
        let Some(bearing) = self.profile().bearing(id).cloned() else {
            return self.gone();
        };
        self.say(&format!("{}.", self.bearing_name(&bearing)));
        self.say_lines(&bearing.note);
        let mut neutral = 0;
        for mark in self.marks_in(&bearing) {
            let dial = bearing.dials.get(&mark).cloned().unwrap_or_default();
            let texts = [
                ("", &dial.note),
                (self.text().bearings.effect, &dial.effect),
                (self.text().bearings.learning, &dial.learning),
            ];
            if dial.value == DialValue::NEUTRAL && texts.iter().all(|(_, text)| text.is_empty()) {
                neutral += 1;
                continue;
            }
            self.say(&format!(
                "{}: {}, {}.",
                self.title_of(&mark),
                dial.value,
                self.stand(dial.value)
            ));
            for (what, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
                match what {
                    "" => self.say_lines(text),
                    _ => self.say(&format!("{what}: {text}")),
                }
            }
        }
        match neutral == self.marks_in(&bearing).len() {
            true => self.say(words.all_neutral),
            false if neutral > 0 => self.say(&words.others_neutral(neutral)),
            false => {}
        }
        let own = || id.to_owned();
        let mut choices = vec![Choice::new(words.compare_now, ChoiceAction::Compare(own(), None))];
        let others = self
            .profile()
            .bearings
            .iter()
            .rev()
            .filter(|other| other.id != id);
        let others: Vec<Choice> = others
            .map(|other| {
                Choice::new(
                    self.bearing_name(other),
                    ChoiceAction::Compare(own(), Some(other.id.clone())),
                )
            })
            .collect();
        if !others.is_empty() {
            choices.push(Choice::new(
                words.compare_other,
                ChoiceAction::Ask(Asking::Choice(in_parts(others, words.older))),
            ));
        }
        let gains = self.session.moved_at(id).into_iter().flat_map(|moved| {
            let mark = moved.mark;
            let title = self.mark_title(mark);
            [
                (self.text().bearings.effect, TextTarget::Effect(own(), mark)),
                (self.text().bearings.learning, TextTarget::Learning(own(), mark)),
            ]
            .map(|(what, of)| {
                Choice::new(
                    format!("{title}, {}", what.to_lowercase()),
                    ChoiceAction::Text(of),
                )
            })
        });
        let gains: Vec<Choice> = gains.collect();
        if !gains.is_empty() {
            choices.push(Choice::new(
                words.write_gains,
                ChoiceAction::Ask(Asking::Choice(gains)),
            ));
        }
        let write = match bearing.note.is_empty() {
            true => words.write_note,
            false => words.change_note,
        };
        choices.push(Choice::new(write, ChoiceAction::Text(TextTarget::Bearing(own()))));
        choices.push(Choice::new(
            words.rename,
            ChoiceAction::Ask(Asking::BearingName(own())),
        ));
        let ghosts = self.ghost_bearing().is_some_and(|ghost| ghost.id == id);
        let ghost = match ghosts {
            true => words.export.ghost_hide,
            false => words.export.ghost_show,
        };
        choices.push(Choice::new(words.restore, ChoiceAction::Restore(own())));
        choices.push(Choice::new(words.delete, ChoiceAction::DeleteBearing(own())));
        choices.push(Choice::new(ghost, ChoiceAction::Ghost(own())));
        self.offer(choices);
    }

    /// The last bearing beside now; where nothing has moved since, beside the one before it.
    pub(super) fn compare_last(&mut self) {
        match self.profile().last_bearing() {
            Some(bearing) => {
                let (from, to) = compare::pair(&self.framework, self.profile(), &bearing.id);
                self.compare(&from, to.as_deref());
            }
            None => self.say(self.words().no_bearings),
        }
    }

    /// Says what moved between a bearing and another, or now; the earlier one first.
    pub(super) fn compare(&mut self, from: &str, to: Option<&str>) {
        let words = self.words();
        let mut bearings: Vec<&Bearing> = [Some(from), to]
            .into_iter()
            .flatten()
            .filter_map(|id| self.profile().bearing(id))
            .collect();
        bearings.sort_by_key(|bearing| bearing.at.timestamp());
        let (from, to, to_name) = match bearings[..] {
            [from] => (from, Picture::Now(self.profile()), words.now.to_owned()),
            [from, to] => (from, Picture::At(to), self.bearing_name(to)),
            _ => return self.gone(),
        };
        let moves = moves(&self.framework, Picture::At(from), to);
        let mut said = vec![words.moved(&self.bearing_name(from), &to_name, moves.len())];
        said.extend(moves.iter().map(|moved| {
            format!(
                "{}: {}",
                self.mark_title(moved.mark),
                words.from_to(moved.from, moved.to)
            )
        }));
        said.iter().for_each(|line| self.say(line));
    }

    /// Turns every dial back to where it stood at the bearing; the notes stay.
    pub(super) fn restore(&mut self, id: &str) {
        if self.profile().bearing(id).is_none() {
            return self.gone();
        }
        let deed = self.session.restore(id);
        self.did(deed);
    }

    pub(super) fn delete_bearing(&mut self, id: &str) {
        if self.profile().bearing(id).is_none() {
            return self.gone();
        }
        let deed = self.session.delete_bearing(id);
        if self.did(deed) {
            self.say(self.words().undo_brings_back);
            self.gone();
        }
    }

    /// The bearing is there no more: it was deleted, or its taking undone. To those that are left.
    fn gone(&mut self) {
        if matches!(self.place(), Place::Bearing(_)) {
            self.places.pop();
        }
        self.go(Place::Bearings);
    }

    /// A bearing's label and date.
    pub(super) fn bearing_name(&self, bearing: &Bearing) -> String {
        self.name_of_bearing(&bearing.name())
    }

    /// The same for what a bearing is known by.
    pub(super) fn name_of_bearing(&self, bearing: &BearingName) -> String {
        let date = self.text().date(bearing.date);
        match clean(&bearing.label).trim() {
            "" => self.words().bearing_of(&date),
            label => format!("{label}, {date}"),
        }
    }

    /// The ids of all marks, those that the framework lacks last.
    fn marks_in(&self, bearing: &Bearing) -> Vec<String> {
        let known = self.framework.marks().map(|(_, _, mark)| mark.id.clone());
        let other = bearing.dials.keys().chain(self.profile().dials.keys());
        let mut marks: Vec<String> = known.collect();
        for mark in other {
            if !marks.contains(mark) {
                marks.push(mark.clone());
            }
        }
        marks
    }
}

/// The first of many choices; the last of them leads to the next.
fn in_parts(mut choices: Vec<Choice>, older: &str) -> Vec<Choice> {
    if choices.len() > AT_ONCE {
        let rest = in_parts(choices.split_off(AT_ONCE), older);
        choices.push(Choice::new(older, ChoiceAction::Ask(Asking::Choice(rest))));
    }
    choices
}
