//! The names of fields, marks and levels: opening what one names, and saying what one is called.

use super::{Choice, Place, Plain, said_back};
use crate::core::{
    framework::{FieldIndex, Lookup, MarkIndex, Target},
    sanitise::clean,
};
use crate::screens::welcome::WelcomeStep;

impl Plain {
    /// Opens the field or mark that was named.
    pub(super) fn open_named(&mut self, given: &str) {
        let words = self.words();
        let lookup = match self.framework.find(given) {
            Ok(target) => return self.go(self.target(target)),
            Err(lookup) => lookup,
        };
        let said = said_back(given);
        match lookup {
            Lookup::Ambiguous { candidates } => {
                self.say(&words.ambiguous(&said));
                let choices = candidates.into_iter().map(|target| {
                    let place = self.target(target);
                    let label = match target {
                        Target::Field(field) => self.field_title(field),
                        Target::Mark(mark) => self.mark_title(mark),
                    };
                    Choice::to(label, place)
                });
                let choices = choices.collect();
                self.offer(choices);
            }
            Lookup::Unknown { near } => {
                if let Some(place) = self.named_in_english(given) {
                    return self.go(place);
                }
                // at the beginning of the welcome it is a name: that is what is asked next
                if let Place::Welcome(step @ WelcomeStep::About) = *self.place() {
                    return self.next_step(step);
                }
                match near.first() {
                    Some(Target::Field(field)) => {
                        self.say(&words.did_you_mean(&said, &self.framework.field(*field).title))
                    }
                    Some(Target::Mark(mark)) => {
                        self.say(&words.did_you_mean(&said, &self.framework.mark(*mark).title))
                    }
                    None => self.say(&words.unknown(&said, self.choices.len())),
                }
            }
        }
    }

    /// The next mark or the one before, through all and round at the ends; from a field the next field.
    pub(super) fn through(&mut self, by: isize) {
        let round = |at: usize, count: usize| (at as isize + by).rem_euclid(count as isize) as usize;
        let to = match *self.place() {
            Place::Field(field) => {
                let to = self
                    .framework
                    .field_at(round(field.get(), self.framework.field_count()));
                to.map(Place::Field)
            }
            Place::Mark(mark) => {
                let to = self
                    .framework
                    .mark_at(round(mark.get(), self.framework.mark_count()));
                to.map(Place::Mark)
            }
            _ => {
                let last = self.framework.mark_indices().next_back();
                let first = Some(self.framework.first_mark());
                (if by > 0 { first } else { last }).map(Place::Mark)
            }
        };
        let beside = matches!(self.place(), Place::Field(_) | Place::Mark(_));
        if let Some(to) = to {
            if beside {
                self.places.pop();
            }
            self.go(to);
        }
    }

    /// The one field or mark whose English name begins like that.
    pub(super) fn named_in_english(&self, given: &str) -> Option<Place> {
        let english = self.english.as_ref()?;
        let given = given.to_lowercase();
        let begins = |name: &String| name.to_lowercase().starts_with(&given);
        let fields = self.framework.field_indices().filter(|field| {
            let field = english.field(*field);
            begins(&field.title) || begins(&field.short)
        });
        let marks = self.framework.mark_indices().filter(|mark| {
            let mark = english.mark(*mark);
            begins(&mark.title) || begins(&mark.short)
        });
        let mut named = fields.map(Place::Field).chain(marks.map(Place::Mark));
        let first = named.next()?;
        named.next().is_none().then_some(first)
    }

    pub(super) fn target(&self, target: Target) -> Place {
        match target {
            Target::Field(field) => Place::Field(field),
            Target::Mark(mark) => Place::Mark(mark),
        }
    }

    /// A field's name, the English one beside it where the dialogue is English.
    pub(super) fn field_title(&self, field: FieldIndex) -> String {
        let english = self.english.as_ref().map(|english| &english.field(field).title);
        beside(&self.framework.field(field).title, english)
    }

    /// A mark's name, the English one beside it where the dialogue is English.
    pub(super) fn mark_title(&self, mark: MarkIndex) -> String {
        let english = self.english.as_ref().map(|english| &english.mark(mark).title);
        beside(&self.framework.mark(mark).title, english)
    }

    /// The name of the mark with this id; the id where the framework lacks it.
    pub(super) fn title_of(&self, id: &str) -> String {
        self.framework
            .mark_by_id(id)
            .map_or_else(|| clean(id).into_owned(), |mark| self.mark_title(mark))
    }

    /// What a level is called; empty where the framework has none.
    pub(super) fn level_name(&self, level: usize) -> String {
        let levels = match &self.english {
            Some(english) => english.levels(),
            None => &self.framework.levels,
        };
        levels.get(level).cloned().unwrap_or_default()
    }
}

fn beside(title: &str, english: Option<&String>) -> String {
    match english {
        Some(english) => format!("{title} ({english})"),
        None => title.to_owned(),
    }
}
