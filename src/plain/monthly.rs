//! The monthly review as a dialogue: each step is said with what it offers, and an empty line goes on.

use super::{Choice, ChoiceAction, Command, Place, Plain, write::Asking};
use crate::core::{
    framework::MarkIndex,
    mirror,
    monthly::{self, Monthly, Step},
    session::TextTarget,
};
use crate::text::capital;

impl Plain {
    /// Begins the review, or picks it up where it was left.
    pub(super) fn begin_monthly(&mut self) {
        let (monthly, picked_up) = self.session.monthly();
        if picked_up {
            self.say(&format!("{}.", self.text().monthly.picked_up));
        }
        self.monthly = Some(monthly);
        self.go(Place::Monthly);
    }

    /// Says the step it is at, and what can be chosen there.
    pub(super) fn monthly_step(&mut self) {
        let Some(monthly) = self.monthly.clone() else {
            return self.go(Place::Home);
        };
        let words = self.text().monthly;
        let step = monthly.step;
        let name = words.parts[step.part()];
        if let Step::Done = step {
            self.say(&format!("{}.", words.title));
            self.say(&format!("{name}:"));
        } else {
            let (number, of) = monthly.number(&self.framework, self.profile());
            let part = words.part(number, of, name).replace(" · ", ": ");
            self.say(&super::sentence(format!("{}. {part}", words.title)));
        }
        let mut choices = match step {
            Step::Moved => self.monthly_moved(&monthly),
            Step::Question => self.monthly_question(&monthly),
            Step::Mark(mark) => self.monthly_mark(&monthly, mark),
            Step::Bearing => self.monthly_bearing(&monthly),
            Step::Gains(mark) => self.monthly_gains(&monthly, mark),
            Step::Date => self.monthly_date(),
            Step::Calendar => {
                if let Some(date) = self.profile().review {
                    self.say(&words.about_calendar(date));
                }
                vec![Choice::new(capital(words.calendar), ChoiceAction::Calendar)]
            }
            Step::Done => self.monthly_done(&monthly),
        };
        let onward = match step {
            Step::Done => None,
            Step::Moved | Step::Mark(_) => Some(words.onward),
            _ if choices.is_empty() => Some(words.onward),
            _ => Some(words.skip),
        };
        let onward = onward.map(|label| Choice::new(capital(label), ChoiceAction::Do(Command::Next)));
        choices.extend(onward);
        self.offer(choices);
        if step != Step::Done {
            self.monthly_hint();
        }
    }

    /// Says what an empty line does at this step.
    pub(super) fn monthly_hint(&mut self) {
        let words = self.text().monthly;
        self.say(match self.monthly_saves() {
            true => words.plain_bearing,
            false => words.plain_onward,
        });
    }

    /// An empty line: it saves the bearing where there is one to save, and goes on elsewhere.
    pub(super) fn monthly_enter(&mut self) {
        match self.monthly_saves() {
            true => self.ask(Asking::Label),
            false => self.monthly_on(true),
        }
    }

    /// True at the step that takes a bearing, where one can be taken.
    fn monthly_saves(&self) -> bool {
        let Some(monthly) = &self.monthly else {
            return false;
        };
        let taken = monthly.taken.as_ref().and_then(|id| self.profile().bearing(id));
        monthly.step == Step::Bearing && taken.is_none() && self.session.read_only().is_none()
    }

    /// To the step after this one or before it; from the last one back to where the review was begun.
    pub(super) fn monthly_on(&mut self, onward: bool) {
        let Some(mut monthly) = self.monthly.take() else {
            return self.go(Place::Home);
        };
        let step = monthly.beside(&self.framework, self.profile(), onward, false);
        if step == monthly.step {
            return match onward {
                true => self.back(),
                false => {
                    self.monthly = Some(monthly);
                    self.arrive();
                }
            };
        }
        self.session.go_on_with(&mut monthly, step);
        self.monthly = Some(monthly);
        if self.session.read_only().is_none() {
            let outcome = self.save();
            if self.unsaved.is_some() {
                self.say(&outcome);
            }
        }
        self.arrive();
    }

    /// The mark whose dial is turned at this step.
    pub(super) fn monthly_turns(&self) -> Option<MarkIndex> {
        match self.monthly.as_ref()?.step {
            Step::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// The review takes over the bearing that was just taken.
    pub(super) fn monthly_took(&mut self) {
        let last = self.profile().last_bearing().map(|bearing| bearing.id.clone());
        if let Some(monthly) = &mut self.monthly {
            monthly.taken = last;
        }
        self.monthly_on(true);
    }

    fn monthly_moves(&mut self, monthly: &Monthly) {
        let moved = monthly.moved(&self.framework, self.profile());
        self.say(&self.text().monthly.turned(moved.len()));
        for one in moved {
            let change = self.words().from_to(one.from, one.to);
            self.say(&format!("{}: {change}.", self.mark_title(one.mark)));
        }
    }

    fn monthly_moved(&mut self, monthly: &Monthly) -> Vec<Choice> {
        let words = self.text().monthly;
        let from = monthly.from.as_ref().and_then(|id| self.profile().bearing(id));
        match from.map(|bearing| self.text().bearing_name(&bearing.name())) {
            Some(name) => {
                self.say(&format!("{}.", self.text().bearings.moved_since(&name)));
                self.monthly_moves(monthly);
            }
            None => {
                self.say(&format!("{}.", words.first));
                let what = self.text().bearings.none.get(1).copied().unwrap_or_default();
                self.say(what);
                self.say(words.takes_first);
            }
        }
        Vec::new()
    }

    fn monthly_question(&mut self, monthly: &Monthly) -> Vec<Choice> {
        let words = self.text().monthly;
        let id = monthly.question.clone().unwrap_or_default();
        let raised = mirror::questions(&self.framework, self.profile(), self.session.today());
        let raised = raised.into_iter().find(|question| question.id == id);
        let question = raised.or_else(|| mirror::asked(&self.framework, self.profile(), &id));
        let Some(question) = question else {
            return Vec::new();
        };
        // what was heard here is not said again by itself
        self.given.insert(format!("mirror:{}", question.id));
        let asked = self.text().ask(&question, &self.framework);
        self.say(&asked);
        if let Some(quote) = &question.quote {
            self.say(&self.text().mirror.quoted(&quote.text));
        }
        if let Some(reply) = mirror::reply(self.profile(), &id).cloned() {
            self.say_lines(&reply.text);
            return Vec::new();
        }
        vec![
            Choice::new(
                capital(words.answer),
                ChoiceAction::Text(TextTarget::Reply(id.clone())),
            ),
            Choice::new(capital(words.put_away), ChoiceAction::PutAway(id)),
        ]
    }

    fn monthly_mark(&mut self, monthly: &Monthly, mark: MarkIndex) -> Vec<Choice> {
        let (text, words) = (self.text(), self.words());
        let of = self.framework.mark_count();
        self.say(&super::sentence(text.monthly.mark(mark.get() + 1, of)));
        let value = self.value(mark);
        self.say(&format!(
            "{}: {value}, {}.",
            self.mark_title(mark),
            self.stand(value)
        ));
        let from = monthly.from.as_ref().and_then(|id| self.profile().bearing(id));
        let stood = from.map(|bearing| {
            let picture = crate::core::compare::Picture::At(bearing);
            text.stood(bearing.at.date(), picture.value(&self.framework.mark(mark).id))
        });
        if let Some(stood) = stood {
            self.say(&super::sentence(stood));
        }
        let definition = self.framework.mark(mark).definition.clone();
        self.say(&definition);
        self.say_english(|english| english.mark(mark).definition.clone());
        self.read_under(&[mark], self.own_level(), false);
        vec![
            Choice::new(words.turn_up, ChoiceAction::Do(Command::Up)),
            Choice::new(words.turn_down, ChoiceAction::Do(Command::Down)),
            Choice::new(words.write_note, ChoiceAction::Text(TextTarget::Mark(mark))),
        ]
    }

    fn monthly_bearing(&mut self, monthly: &Monthly) -> Vec<Choice> {
        let words = self.text().monthly;
        let taken = monthly.taken.as_ref().and_then(|id| self.profile().bearing(id));
        if let Some(name) = taken.map(|bearing| self.text().bearing_name(&bearing.name())) {
            self.say(&words.has_bearing(&name));
            return Vec::new();
        }
        self.say(words.about_bearing);
        self.monthly_moves(monthly);
        vec![Choice::new(capital(words.save), ChoiceAction::Ask(Asking::Label))]
    }

    fn monthly_gains(&mut self, monthly: &Monthly, mark: MarkIndex) -> Vec<Choice> {
        let moved = monthly.moved(&self.framework, self.profile());
        if let Some(one) = moved.into_iter().find(|moved| moved.mark == mark) {
            let change = self.words().from_to(one.from, one.to);
            self.say(&format!("{}: {change}.", self.mark_title(mark)));
        }
        let (id, words) = (monthly.taken.clone().unwrap_or_default(), self.text().bearings);
        let effect = TextTarget::Effect(id.clone(), mark);
        let learning = TextTarget::Learning(id, mark);
        vec![
            Choice::new(words.effect_question, ChoiceAction::Text(effect)),
            Choice::new(words.learning_question, ChoiceAction::Text(learning)),
        ]
    }

    fn monthly_date(&mut self) -> Vec<Choice> {
        let (words, text) = (self.text().monthly, self.text());
        if let Some(date) = self.profile().review {
            self.say(&words.again(date));
        }
        let suggested = monthly::suggested(self.session.today()).into_iter();
        let choices = suggested.zip(monthly::MONTHS).map(|(date, months)| {
            let label = capital(&words.on(months, &text.date(date)));
            Choice::new(label, ChoiceAction::LookAgain(date))
        });
        let other = Choice::new(capital(words.other_date), ChoiceAction::Ask(Asking::Review));
        choices.chain([other]).collect()
    }

    fn monthly_done(&mut self, monthly: &Monthly) -> Vec<Choice> {
        let words = self.text().monthly;
        let taken = monthly
            .taken
            .as_ref()
            .and_then(|id| self.profile().bearing(id))
            .cloned();
        match &taken {
            Some(bearing) => self.say(&words.has_bearing(&self.text().bearing_name(&bearing.name()))),
            None => self.say(words.no_bearing),
        }
        self.monthly_moves(monthly);
        let asked = monthly.question.as_ref();
        let reply = asked.and_then(|id| mirror::reply(self.profile(), id));
        if let Some(said) = reply.map(|reply| words.replied(reply)) {
            self.say(said);
        }
        let dials = taken.iter().flat_map(|bearing| bearing.dials.values());
        let gained = dials
            .filter(|dial| !dial.effect.is_empty() || !dial.learning.is_empty())
            .count();
        if gained > 0 {
            self.say(&words.gained(gained));
        }
        if let Some(date) = self.profile().review {
            self.say(&words.again(date));
        }
        vec![
            Choice::new(capital(words.finish), ChoiceAction::Do(Command::Back)),
            Choice::new(
                capital(self.text().actions.export),
                ChoiceAction::Do(Command::Export),
            ),
        ]
    }
}
