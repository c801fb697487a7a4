//! The first start: three short steps, each of which can be passed over, and any of them left by any command.

use super::{Choice, ChoiceAction, Command, Place, Plain};
use crate::screens::welcome::{WelcomeStep, paragraphs};

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
            words.step(step.number()).replace(" · ", ": ")
        ));
        match step {
            WelcomeStep::About => {
                for at in paragraphs(&self.framework) {
                    let paragraph = self.framework.foreword[at].clone();
                    self.say(&paragraph);
                    self.say_english(|english| english.foreword()[at].clone());
                }
                self.say(words.about);
                self.say(export.onward);
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
        match step {
            WelcomeStep::About => self.go(Place::Welcome(WelcomeStep::Level)),
            WelcomeStep::Level => self.go(Place::Welcome(WelcomeStep::Dial)),
            WelcomeStep::Dial => self.go(Place::Home),
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
