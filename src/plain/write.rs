//! What the next line answers: texts of several lines, single lines, choices that must be made. Here a line is an answer
//! and no command; an empty one leaves things as they were.

use super::{Choice, Deed, Place, Plain, chosen};
use crate::app::date;
use crate::model::{
    framework::MarkIndex,
    profile::{Edit, MOST_LABEL, MOST_TEXT, Reply},
};

/// What the next line answers.
#[derive(Clone, Debug)]
pub(super) enum Asking {
    /// The label of a new bearing.
    Label,
    /// What is to be found.
    Query,
    Unit,
    Challenge,
    Review,
    NewName,
    Rename,
    /// A line of a text.
    Lines(Draft),
    /// Whether the text is kept.
    Keep(Draft),
    /// One of these.
    Choice(Vec<Choice>),
}

/// A text that is being written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    of: Of,
    /// What stands before it and stays.
    kept: String,
    text: String,
    /// Whether anything was written; the first line may be empty.
    begun: bool,
}

/// What a text is.
#[derive(Clone, Debug)]
pub(super) enum Of {
    /// The note on a mark, by its id.
    Note(String),
    /// The answer to a question of the mirror, by its id.
    Reply(String),
}

impl Draft {
    pub(super) fn new(of: Of, kept: String) -> Self {
        Self {
            of,
            kept,
            text: String::new(),
            begun: false,
        }
    }

    /// Takes a line in, where there is room for it.
    fn add(&mut self, line: &str) -> bool {
        let room = MOST_TEXT.saturating_sub(self.whole().chars().count());
        if line.chars().count() + 1 > room {
            return false;
        }
        if self.begun {
            self.text.push('\n');
        }
        self.text.push_str(line);
        self.begun = true;
        true
    }

    fn whole(&self) -> String {
        match (self.kept.is_empty(), self.text.trim().is_empty()) {
            (_, true) => self.kept.clone(),
            (true, false) => self.text.clone(),
            (false, false) => format!("{}\n{}", self.kept, self.text),
        }
    }

    fn edit(&self) -> Edit {
        match &self.of {
            Of::Note(mark) => Edit::Note {
                mark: mark.clone(),
                text: self.whole(),
            },
            Of::Reply(question) => Edit::Reply {
                question: question.clone(),
                reply: Some(Reply {
                    text: self.whole(),
                    ..Reply::default()
                }),
            },
        }
    }
}

impl Plain {
    /// Asks for what the next line answers.
    pub(super) fn ask(&mut self, asking: Asking) {
        let words = self.words();
        let changes = !matches!(asking, Asking::Query | Asking::Choice(_) | Asking::NewName);
        if changes && self.say_read_only() {
            return;
        }
        match &asking {
            Asking::Label => self.say(words.ask_label),
            Asking::Query => self.say(words.ask_find),
            Asking::Unit => self.say(&(words.ask_line)(words.unit)),
            Asking::Challenge => self.say(&(words.ask_line)(words.challenge)),
            Asking::Review => self.say(words.ask_date),
            Asking::NewName | Asking::Rename => self.say(words.ask_name),
            Asking::Lines(_) => self.say(words.how_to_write),
            Asking::Keep(draft) => {
                let lines = draft.whole().lines().count();
                self.say(&(words.lines)(lines));
                self.say(&format!("1 {}", words.keep));
                self.say(&format!("2 {}", words.discard));
            }
            Asking::Choice(choices) => {
                let lines = choices.iter().zip(1..);
                let lines: Vec<_> = lines
                    .map(|(choice, number)| format!("{number} {}", choice.label))
                    .collect();
                lines.iter().for_each(|line| self.say(line));
            }
        }
        self.asking = Some(asking);
    }

    /// Takes in the line that was asked for.
    pub(super) fn answer(&mut self, asking: Asking, line: &str) {
        let words = self.words();
        let trimmed = line.trim();
        if matches!(
            asking,
            Asking::Label | Asking::Query | Asking::Unit | Asking::Challenge
        ) && trimmed.chars().count() > MOST_LABEL
        {
            self.say(&(words.at_most)(MOST_LABEL));
            self.asking = Some(asking);
            return;
        }
        match asking {
            Asking::Lines(draft) => self.take_line(draft, line),
            Asking::Keep(draft) => self.keep_or_not(draft, trimmed),
            Asking::Choice(_) if trimmed.is_empty() => self.say(words.unchanged),
            Asking::Choice(choices) => match chosen(&choices, trimmed).cloned() {
                Some(choice) => self.perform(choice.deed),
                None => {
                    self.say(&(words.choose)(choices.len()));
                    self.asking = Some(Asking::Choice(choices));
                }
            },
            Asking::Label => self.save_bearing(trimmed),
            _ if trimmed.is_empty() => self.say(words.unchanged),
            Asking::Query => self.go(Place::Found(trimmed.to_owned())),
            Asking::Unit => self.set(Edit::Unit(filled(trimmed))),
            Asking::Challenge => self.set(Edit::Challenge(filled(trimmed))),
            Asking::Review => match (trimmed, date(trimmed)) {
                (".", _) => self.set(Edit::Review(None)),
                (_, Ok(Some(date))) if date > (self.clock)().date() => self.set(Edit::Review(Some(date))),
                _ => {
                    self.say(words.no_date);
                    self.asking = Some(Asking::Review);
                }
            },
            Asking::NewName => self.new_profile(trimmed),
            Asking::Rename => self.rename_profile(trimmed),
        }
    }

    /// A setting that was asked for, at the profile or for a question of the mirror.
    fn set(&mut self, edit: Edit) {
        match self.place() {
            Place::Question(_) => self.answer_question(edit),
            _ => {
                self.change(edit);
            }
        }
    }

    /// The note of a mark: written, or changed in a way that is chosen first.
    pub(super) fn begin_note(&mut self, mark: MarkIndex) {
        let words = self.words();
        let id = self.framework.mark(mark).id.clone();
        let note = self.profile.note(&id).to_owned();
        let draft = |kept: &str| Draft::new(Of::Note(id.clone()), kept.to_owned());
        if note.is_empty() {
            return self.ask(Asking::Lines(draft("")));
        }
        if self.say_read_only() {
            return;
        }
        self.say_lines(&note);
        let remove = Edit::Note {
            mark: id.clone(),
            text: String::new(),
        };
        self.ask(Asking::Choice(vec![
            Choice::new(words.write_on, Deed::Write(draft(&note))),
            Choice::new(words.write_anew, Deed::Write(draft(""))),
            Choice::new(words.remove_note, Deed::Change(remove)),
        ]));
    }

    fn take_line(&mut self, mut draft: Draft, line: &str) {
        let words = self.words();
        if line.trim() != "." {
            if !draft.add(line) {
                self.say(&(words.at_most)(MOST_TEXT));
            }
            self.asking = Some(Asking::Lines(draft));
        } else if draft.text.trim().is_empty() {
            self.say(words.nothing_written);
        } else {
            self.ask(Asking::Keep(draft));
        }
    }

    fn keep_or_not(&mut self, draft: Draft, line: &str) {
        let words = self.words();
        let begins = |word: &str| !line.is_empty() && word.to_lowercase().starts_with(&line.to_lowercase());
        if line == "1" || begins(words.keep) {
            match draft.of {
                Of::Note(_) => {
                    self.change(draft.edit());
                }
                Of::Reply(_) => self.answer_question(draft.edit()),
            }
        } else if line == "2" || begins(words.discard) {
            self.say(words.discarded);
        } else {
            self.say(words.keep_or_discard);
            self.asking = Some(Asking::Keep(draft));
        }
    }

    /// The input ended while this was written: it is kept, below what stood there before.
    pub(super) fn keep_at_the_end(&mut self, mut draft: Draft) {
        if draft.text.trim().is_empty() {
            return;
        }
        if let Of::Note(mark) = &draft.of {
            draft.kept = self.profile.note(mark).to_owned();
        }
        self.change(draft.edit());
    }
}

/// What a line is to fill in; a single dot empties.
fn filled(line: &str) -> String {
    if line == "." {
        String::new()
    } else {
        line.to_owned()
    }
}
