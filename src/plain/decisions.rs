//! Decisions: listed, opened, held against the marks that are turned up.

use super::{Choice, Deed, Place, Plain, said_back, texts::Of};
use crate::core::{dial::DialValue, sanitise::clean};

impl Plain {
    pub(super) fn decisions(&mut self) {
        let (words, text) = (self.words(), self.text());
        let decisions = &self.profile.decisions;
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
        choices.push(Choice::new(words.write_decision, Deed::Text(Of::NewDecision)));
        self.offer(choices);
        self.hint(words.hint_list);
    }

    pub(super) fn decision(&mut self, at: usize) {
        let (words, asked) = (self.words(), self.text().bearings);
        let Some(decision) = self.profile.decisions.get(at).cloned() else {
            // it was taken away, or went with a bearing
            self.places.pop();
            return self.go(Place::Decisions);
        };
        self.say_lines(&decision.text);
        let raised = |id: &String| self.profile.value(id) > DialValue::NEUTRAL;
        let marks: Vec<String> = self
            .framework
            .marks()
            .map(|(_, _, mark)| mark.id.clone())
            .filter(|id| raised(id) || decision.answers.contains_key(id))
            .collect();
        self.say(if marks.is_empty() {
            asked.none_raised
        } else {
            asked.held_against
        });
        let mut choices: Vec<Choice> = marks
            .into_iter()
            .map(|id| {
                let title = self.title_of(&id);
                let label = match decision.answers.get(&id) {
                    Some(answer) => format!("{title}: {}", clean(answer)),
                    None => title,
                };
                Choice::new(label, Deed::Text(Of::Answer(at, id)))
            })
            .collect();
        choices.push(Choice::new(words.change_decision, Deed::Text(Of::Decision(at))));
        self.offer(choices);
        self.hint(words.hint_list);
    }
}
