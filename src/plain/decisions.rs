//! Decisions: listed, opened, held against the marks that are turned up.

use super::{Choice, ChoiceAction, Place, Plain, said_back};
use crate::core::{dial::DialValue, framework::MarkIndex, sanitise::clean, session::TextTarget};

impl Plain {
    pub(super) fn decisions(&mut self) {
        let (words, text) = (self.words(), self.text());
        let decisions = &self.profile().decisions;
        let count = words.decisions_are(decisions.len());
        let newest_first = decisions.iter().enumerate().rev();
        let mut choices: Vec<Choice> = newest_first
            .map(|(at, decision)| {
                let date = text.date(decision.at.date());
                Choice::to(
                    format!("{}, {date}", said_back(decision.text.trim_end_matches('.'))),
                    Place::Decision(at),
                )
            })
            .collect();
        self.say(&count);
        choices.push(Choice::new(
            words.write_decision,
            ChoiceAction::Text(TextTarget::NewDecision),
        ));
        self.offer(choices);
        self.hint(words.hint_list);
    }

    pub(super) fn decision(&mut self, at: usize) {
        let (words, asked) = (self.words(), self.text().bearings);
        let Some(decision) = self.profile().decisions.get(at).cloned() else {
            // it was taken away, or went with a bearing
            self.places.pop();
            return self.go(Place::Decisions);
        };
        self.say_lines(&decision.text);
        let answered = |mark: &MarkIndex| decision.answers.get(&self.framework.mark(*mark).id);
        let asked_of = |mark: &MarkIndex| self.value(*mark) > DialValue::NEUTRAL || answered(mark).is_some();
        let marks: Vec<MarkIndex> = self.framework.mark_indices().filter(asked_of).collect();
        self.say(if marks.is_empty() {
            asked.none_raised
        } else {
            asked.held_against
        });
        let mut choices: Vec<Choice> = marks
            .into_iter()
            .map(|mark| {
                let title = self.mark_title(mark);
                let label = match decision.answers.get(&self.framework.mark(mark).id) {
                    Some(answer) => format!("{title}: {}", clean(answer)),
                    None => title,
                };
                Choice::new(label, ChoiceAction::Text(TextTarget::Answer(at, mark)))
            })
            .collect();
        choices.push(Choice::new(
            words.change_decision,
            ChoiceAction::Text(TextTarget::Decision(at)),
        ));
        self.offer(choices);
        self.hint(words.hint_list);
    }
}
