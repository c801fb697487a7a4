//! The mirror's questions: listed, opened, answered, put away.

use super::{Choice, ChoiceAction, Place, Plain, sentence, write::Asking};
use crate::core::{
    framework::MarkIndex,
    mirror::{self, Answer, Question},
    session::{Deed, TextTarget},
};

impl Plain {
    /// Everything that is asked, and whether it waits for an answer: what does, first.
    fn questions(&self) -> Vec<(Question, bool)> {
        let all = mirror::questions(&self.framework, self.profile(), self.session.today());
        let waits = |question: Question| {
            let waits = mirror::reply(self.profile(), &question.id).is_none();
            (question, waits)
        };
        let mut questions: Vec<_> = all.into_iter().map(waits).collect();
        questions.sort_by_key(|(_, waits)| !waits);
        questions
    }

    pub(super) fn mirror(&mut self) {
        let words = self.text().mirror;
        let questions = self.questions();
        let open = questions.iter().filter(|(_, waits)| *waits).count();
        self.say(&self.words().questions(open));
        let choices = questions.iter().map(|(question, waits)| {
            // a question that was heard here is not said again by itself
            self.given.insert(format!("mirror:{}", question.id));
            let mut label = self.lang.text().ask(question, &self.framework);
            if !waits {
                label += &format!(" {}.", words.replied);
            }
            Choice::to(label, Place::Question(question.id.clone()))
        });
        let choices: Vec<_> = choices.collect();
        if !choices.is_empty() {
            self.offer(choices);
            self.hint(self.words().hint_list);
        }
        self.earlier_replies(&questions);
    }

    /// What was replied to questions that are not raised any more, each after its question.
    fn earlier_replies(&mut self, raised: &[(Question, bool)]) {
        let earlier = self.profile().replies.iter().filter(|(id, reply)| {
            let raised = raised.iter().any(|(question, _)| question.id == **id);
            !raised && !reply.text.trim().is_empty()
        });
        let earlier = earlier.map(|(id, reply)| {
            let asked = mirror::asked(&self.framework, self.profile(), id);
            let asked = asked.map(|question| self.text().ask(&question, &self.framework));
            (asked, reply.text.clone())
        });
        let earlier: Vec<_> = earlier.collect();
        if !earlier.is_empty() {
            self.say(&format!("{}:", self.text().mirror.earlier));
        }
        for (asked, reply) in earlier {
            self.say_lines(&asked.unwrap_or_default());
            self.say_lines(&reply);
        }
    }

    pub(super) fn question(&mut self, id: &str) {
        let words = self.words();
        let Some((question, waits)) = self.questions().into_iter().find(|(other, _)| other.id == id) else {
            return self.go(Place::Mirror);
        };
        let asked = self.text().ask(&question, &self.framework);
        self.say(&asked);
        if let Some(quote) = &question.quote {
            self.say(&self.text().mirror.quoted(&quote.text));
            if let Some(english) = self.english
                && let Some(rendering) = quote.rendering(&english)
            {
                self.say(&format!("{rendering} ({})", self.text().unofficial));
            }
        }
        if let Some(reply) = mirror::reply(self.profile(), id).cloned() {
            self.say_lines(&reply.text);
            if reply.put_away {
                self.say(&sentence(self.text().mirror.is_put_away.to_owned()));
            }
        }
        let mut choices = Vec::new();
        match question.answer {
            Answer::Words => {}
            Answer::Links => {
                for mark in &question.marks {
                    let links = self.framework.enriched_by(self.framework.field_of(*mark));
                    choices.extend(links.iter().map(|link| {
                        let label = words.enriches_this(&self.mark_title(*link));
                        Choice::new(
                            label,
                            ChoiceAction::Link(*mark, self.framework.mark(*link).id.clone()),
                        )
                    }));
                }
            }
            Answer::Reading => choices.push(Choice::new(
                words.read_texts,
                ChoiceAction::ReadQuestion(question.marks.clone()),
            )),
            Answer::NewReviewDate => {
                choices.push(Choice::new(words.set_review, ChoiceAction::Ask(Asking::Review)))
            }
            Answer::Challenge => choices.push(Choice::new(
                words.set_challenge,
                ChoiceAction::Ask(Asking::Challenge),
            )),
        }
        choices.push(Choice::new(
            words.answer,
            ChoiceAction::Text(TextTarget::Reply(question.id.clone())),
        ));
        let put_away = if waits { words.put_away } else { words.take_out };
        choices.push(Choice::new(put_away, ChoiceAction::PutAway(question.id)));
        self.offer(choices);
        self.hint(words.hint_list);
    }

    /// Answers the question that is open, and goes on to those that are left.
    pub(super) fn answer_question(&mut self, deed: Deed) {
        if self.did(deed) {
            match self.place() {
                Place::Monthly => self.monthly_on(true),
                _ => self.go(Place::Mirror),
            }
        }
    }

    /// Reads the texts that a question is about.
    pub(super) fn read_question(&mut self, marks: &[MarkIndex]) {
        self.read(marks, self.own_level());
        if self.session.read_only().is_none() {
            self.go(Place::Mirror);
        }
    }
}
