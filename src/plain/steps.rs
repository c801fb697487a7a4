//! Turning, undo and redo, and what is said of every change.

use super::{Place, Plain, said_back};
use crate::app::screen::WelcomeStep;
use crate::core::{
    dial::DialValue,
    history::Way,
    profile::{Edit, Reply},
    sanitise::clean,
};
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
            Ok(steps) => self.turn(|value| value.turned(way * i64::from(steps))),
            Err(_) => self.say(&self.words().unknown(&said_back(more), self.choices.len())),
        }
    }

    /// Turns the dial of the mark, or all dials of the field, as one step of undo.
    pub(super) fn turn(&mut self, to: impl Fn(DialValue) -> DialValue) {
        let words = self.words();
        let marks: Vec<_> = match *self.place() {
            Place::Mark(mark) => vec![mark],
            Place::Field(field) => self.framework.marks_of(field).collect(),
            Place::Welcome(WelcomeStep::Dial) => vec![self.framework.first_mark()],
            _ => return self.say(words.nothing_to_turn),
        };
        let turned = marks.iter().filter_map(|mark| {
            let (from, to) = (self.value(*mark), to(self.value(*mark)));
            (from != to).then(|| (self.framework.mark(*mark).id.clone(), to))
        });
        let turned: Vec<_> = turned.collect();
        if turned.is_empty() {
            for mark in marks {
                let value = self.value(mark);
                self.say(&words.as_before(&self.mark_title(mark), value, self.stand(value)));
            }
            return;
        }
        let bare = marks.len() == 1 && self.profile.note(&turned[0].0).is_empty();
        if self.change(Edit::Dials(turned)) && bare {
            self.hint(words.ask_why);
        }
    }

    /// Undo and redo. A profile's name is its file's too, and goes by way of that.
    pub(super) fn take_step(&mut self, way: Way) {
        if self.say_read_only() {
            return;
        }
        let step = self.history.next(way);
        if let Some(name) = step.and_then(|edit| edit.renames(&self.profile.name)) {
            let name = name.to_owned();
            return self.rename_profile(&name, way);
        }
        self.step_over(way);
    }

    /// Goes a step back or forth in the profile and says it.
    pub(super) fn step_over(&mut self, way: Way) {
        let step = match way {
            Way::Redo => self.history.redo(&mut self.profile),
            Way::New | Way::Undo => self.history.undo(&mut self.profile),
        };
        match (step.cloned(), way) {
            (Some(step), Way::Redo) => {
                let told = self.told(&step.edit, &step.back);
                self.say_again(told, self.words().redone);
            }
            (Some(step), _) => {
                let told = self.told(&step.back, &step.edit);
                self.say_again(told, self.words().undone);
            }
            (None, Way::Redo) => self.say(&format!("{}.", self.text().nothing_to_redo)),
            (None, _) => self.say(&format!("{}.", self.text().nothing_to_undo)),
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
                | Place::Export
                | Place::Welcome(_)
        ) {
            self.arrive();
        }
    }

    /// What `edit` changed, `back` being the edit that takes it back: a sentence a line.
    pub(super) fn told(&self, edit: &Edit, back: &Edit) -> Vec<String> {
        let words = self.words();
        let set = |what: &str, value: &str| {
            let value = if value.trim().is_empty() {
                words.none
            } else {
                value
            };
            vec![format!("{}: {}.", capital(what), clean(value))]
        };
        let names = &self.text().bearings.steps;
        let text_is = |what: &str, text: &str| vec![words.text_is(&capital(what), text.lines().count())];
        match edit {
            Edit::Dials(values) => {
                let before = |mark: &str| match back {
                    Edit::Dials(before) => before.iter().find(|(other, _)| other == mark),
                    _ => None,
                };
                let mut values: Vec<_> = values.iter().collect();
                // in the order of the document, also what is taken back from behind
                values.sort_unstable_by_key(|(mark, _)| self.framework.mark_by_id(mark));
                let line = |(mark, to): &(String, DialValue)| {
                    let from = before(mark).map_or(DialValue::NEUTRAL, |(_, from)| *from);
                    format!("{}: {from} → {to}, {}.", self.title_of(mark), self.stand(*to))
                };
                values.into_iter().map(line).collect()
            }
            Edit::Restore { bearing, dials } => {
                let before = match back {
                    Edit::Restore { dials, .. } => dials.clone(),
                    _ => Vec::new(),
                };
                let bearing = self.profile.bearing(bearing);
                let name = bearing.map(|bearing| names.restore(&self.bearing_name(bearing)));
                let mut told: Vec<String> = name
                    .map(|name| format!("{}.", capital(&name)))
                    .into_iter()
                    .collect();
                told.extend(self.told(&Edit::Dials(dials.clone()), &Edit::Dials(before)));
                told
            }
            Edit::Note { mark, text } => text_is(&names.note(&self.title_of(mark)), text),
            Edit::ProfileNote(text) => text_is(names.profile_note, text),
            Edit::ReplaceBearing(to) => match back {
                Edit::ReplaceBearing(from) if from.label != to.label => {
                    vec![words.bearing_named(&self.bearing_name(to))]
                }
                Edit::ReplaceBearing(from) => {
                    let changed = |(mark, dial): &(&String, _)| from.dials.get(*mark) != Some(*dial);
                    match to.dials.iter().find(changed) {
                        Some((mark, dial)) => {
                            let both: Vec<&str> = dial.effect.lines().chain(dial.learning.lines()).collect();
                            text_is(&names.gains(&self.title_of(mark)), &both.join("\n"))
                        }
                        None => text_is(&names.bearing_note(&self.bearing_name(to)), &to.note),
                    }
                }
                _ => Vec::new(),
            },
            Edit::Documents { mark, documents } => {
                set(&names.documents(&self.title_of(mark)), &documents.join(", "))
            }
            Edit::Decisions(decisions) => match back {
                Edit::Decisions(before) if before.len() == decisions.len() => {
                    vec![words.decision_changed.to_owned()]
                }
                _ => vec![words.decisions_are(decisions.len())],
            },
            Edit::Enriches { mark, marks } if marks.is_empty() => {
                vec![words.enriches_none(&self.title_of(mark))]
            }
            Edit::Enriches { mark, marks } => {
                let others: Vec<String> = marks.iter().map(|mark| self.title_of(mark)).collect();
                vec![words.enriches(&self.title_of(mark), &others.join(", "))]
            }
            Edit::Level(_) => set(words.own_level, &self.level_name(self.own_level())),
            Edit::Unit(unit) => set(words.unit, unit),
            Edit::Challenge(challenge) => set(words.challenge, challenge),
            Edit::Review(date) => set(
                words.review,
                &date.map_or(String::new(), |date| self.text().date(date)),
            ),
            Edit::InsertBearing { bearing, .. } => vec![words.bearing_in(&self.bearing_name(bearing))],
            Edit::RemoveBearing(_) => match back {
                Edit::InsertBearing { bearing, .. } => {
                    vec![words.bearing_out(&self.bearing_name(bearing))]
                }
                _ => Vec::new(),
            },
            Edit::Reply { reply, .. } => {
                let said = match reply {
                    Some(Reply { text, .. }) if !text.is_empty() => words.answered,
                    Some(_) => words.was_put_away,
                    None => words.reopened,
                };
                vec![said.to_owned()]
            }
            Edit::All(edits) => {
                // what takes several edits back does so from behind
                let backs: &[Edit] = match back {
                    Edit::All(backs) => backs,
                    _ => &[],
                };
                let pairs = edits.iter().zip(backs.iter().rev());
                pairs.flat_map(|(edit, back)| self.told(edit, back)).collect()
            }
            Edit::Whole(_) => vec![format!("{}.", capital(names.merge))],
            Edit::Name(name) => vec![words.profile(&clean(name))],
        }
    }
}
