//! The first start: five short steps, each of which can be passed over, and any of them left by any command.

use super::write::Asking;
use super::{Choice, ChoiceAction, Command, Place, Plain};
use crate::screens::welcome::WelcomeStep;

impl Plain {
    /// Begins the welcome.
    pub(super) fn welcome(&mut self) {
        self.go(Place::Welcome(WelcomeStep::About));
    }

    pub(super) fn welcome_step(&mut self, step: WelcomeStep) {
        let (words, export) = (self.text().welcome, self.words().export);
        self.say(&format!(
            "{}. {}.",
            words.title,
            step.heading(&self.framework, self.text())
                .replacen(" · ", ": ", 1)
        ));
        match step {
            WelcomeStep::About => {
                let framework = self
                    .english
                    .as_ref()
                    .map_or(&*self.framework, |english| english.names());
                let marks = framework.mark_count();
                let about = words.about(&framework.title, &framework.organisation, marks);
                self.say(&about);
                self.say(words.about_dials);
                self.say(export.onward);
            }
            WelcomeStep::Name => {
                self.say(words.which_name);
                self.say(words.name);
                self.say(words.plain_commands);
                self.asking = Some(Asking::Rename);
            }
            WelcomeStep::Unit => {
                self.say(words.which_unit);
                self.say(words.unit);
                self.say(words.plain_commands);
                self.asking = Some(Asking::Unit);
            }
            WelcomeStep::Level => {
                self.say(words.which_level);
                let first = self.framework.first_mark();
                let levels = 0..self.framework.levels.len();
                let choices = levels.map(|level| {
                    let mut name = self.level_name(level);
                    if level == self.own_level() {
                        name += &format!(", {}", self.text().own_level);
                    }
                    let asks = words.asks(&self.mark_title(first), &self.framework.mark(first).levels[level]);
                    let english = self.english.as_ref();
                    let english = english.and_then(|english| english.mark(first).levels.get(level));
                    let english = english.map(|asks| format!(" {asks} ({})", self.text().unofficial));
                    let asks = asks + &english.unwrap_or_default();
                    Choice::new(format!("{name}. {asks}"), ChoiceAction::Welcome(level))
                });
                let choices = choices.collect();
                self.offer(choices);
                self.say(words.level);
                self.say(export.choose_level);
            }
            WelcomeStep::Dial => {
                let mark = self.framework.first_mark();
                let value = self.value(mark);
                self.say(&format!(
                    "{}: {value}, {}.",
                    self.mark_title(mark),
                    self.stand(value)
                ));
                let definition = self.framework.mark(mark).definition.clone();
                self.say(&definition);
                self.say_english(|english| english.mark(mark).definition.clone());
                self.offer(vec![
                    Choice::new(self.words().turn_up, ChoiceAction::Do(Command::Up)),
                    Choice::new(self.words().turn_down, ChoiceAction::Do(Command::Down)),
                ]);
                self.say(export.first_dial);
            }
        }
    }

    /// An empty line at a step: the next one, after the last home.
    pub(super) fn next_step(&mut self, step: WelcomeStep) {
        self.go(step.next(&self.framework).map_or(Place::Home, Place::Welcome));
    }

    /// The line that a step asked for was given: the next step, or the same again where the profile did not take it.
    pub(super) fn welcome_took(&mut self, step: WelcomeStep, taken: bool) {
        match taken {
            true => self.next_step(step),
            false => self.arrive(),
        }
    }

    pub(super) fn welcome_level(&mut self, level: usize) {
        if level != self.own_level() {
            let deed = self.session.set_level(level);
            self.did(deed);
        }
        self.next_step(WelcomeStep::Level);
    }

    /// The welcome is left. The profile goes to the disk even where nothing was changed: the next start is not the first
    /// one.
    pub(super) fn leave_welcome(&mut self) {
        self.places.retain(|place| !matches!(place, Place::Welcome(_)));
        if self.session.read_only().is_none() {
            let outcome = self.save();
            if self.unsaved.is_some() {
                self.say(&outcome);
            }
        }
    }
}
