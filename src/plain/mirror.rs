//! The mirror's questions: listed, opened, answered, put away.

use super::{Choice, Deed, Place, Plain, texts::Of, write::Asking};
use crate::model::{
    framework::MarkIndex,
    mirror::{Answer, Question, open_questions, operations_field},
    profile::{Edit, Reply},
};

impl Plain {
    fn open_questions(&self) -> Vec<Question> {
        open_questions(&self.framework, &self.profile, (self.clock)().date())
    }

    pub(super) fn mirror(&mut self) {
        let questions = self.open_questions();
        self.say(&(self.words().questions)(questions.len()));
        let choices = questions.iter().map(|question| {
            // a question that was heard here is not said again by itself
            self.given.insert(format!("mirror:{}", question.id));
            let label = self.lang.text().ask(question, &self.framework);
            Choice::to(label, Place::Question(question.id.clone()))
        });
        let choices: Vec<_> = choices.collect();
        if !choices.is_empty() {
            self.offer(choices);
            self.hint(self.words().hint_list);
        }
    }

    pub(super) fn question(&mut self, id: &str) {
        let words = self.words();
        let Some(question) = self.open_questions().into_iter().find(|other| other.id == id) else {
            return self.go(Place::Mirror);
        };
        let asked = self.text().ask(&question, &self.framework);
        self.say(&asked);
        if let Some(quote) = &question.quote {
            self.say(&(self.text().mirror.quoted)(&quote.text));
            if let Some(english) = self.english.clone()
                && let Some(rendering) = quote.rendering(&english)
            {
                self.say(&format!("{rendering} ({})", self.text().unofficial));
            }
        }
        let mut choices = Vec::new();
        match question.rule.answer() {
            Answer::Words => {}
            Answer::Links => {
                let operations = operations_field(&self.framework);
                let links = operations
                    .into_iter()
                    .flat_map(|field| self.framework.marks_of(field));
                let links: Vec<MarkIndex> = links.collect();
                for mark in &question.marks {
                    choices.extend(links.iter().map(|link| {
                        let label = (words.enriches_this)(&self.mark_title(*link));
                        Choice::new(label, Deed::Link(*mark, self.framework.mark(*link).id.clone()))
                    }));
                }
            }
            Answer::Reading => choices.push(Choice::new(
                words.read_texts,
                Deed::ReadQuestion(question.marks.clone()),
            )),
            Answer::NewReviewDate => choices.push(Choice::new(words.set_review, Deed::Ask(Asking::Review))),
            Answer::Challenge => choices.push(Choice::new(words.set_challenge, Deed::Ask(Asking::Challenge))),
        }
        choices.push(Choice::new(
            words.answer,
            Deed::Text(Of::Reply(question.id.clone())),
        ));
        choices.push(Choice::new(words.put_away, Deed::PutAway(question.id)));
        self.offer(choices);
        self.hint(words.hint_list);
    }

    pub(super) fn put_away(&mut self, question: String) {
        let before = self.profile.replies.get(&question).cloned();
        let reply = Reply {
            put_away: true,
            ..before.unwrap_or_default()
        };
        self.answer_question(Edit::Reply {
            question,
            reply: Some(reply),
        });
    }

    /// Answers the question that is open, and goes on to those that are left.
    pub(super) fn answer_question(&mut self, edit: Edit) {
        if self.change(edit) {
            self.go(Place::Mirror);
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
