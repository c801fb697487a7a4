//! What the next line answers: texts of several lines, single lines, choices that must be made. Here a line is an answer
//! and no command; an empty one leaves things as they were.

use super::{Choice, Command, Place, Plain, chosen};
use crate::core::{
    fault::Fault,
    framework::MarkIndex,
    profile::{MOST_LABEL, MOST_TEXT},
    session::{Deed, Outcome, ProfileCommand, TextTarget, date},
};
use std::path::PathBuf;

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
    /// The name of a new profile.
    NewName {
        /// True for a copy of the open one.
        copy: bool,
    },
    /// The name of the deleted profile in this file, to bring it back.
    OldName(PathBuf),
    /// The file of a profile that comes in.
    ImportFile,
    /// The name of the profile in this file.
    ImportName(PathBuf),
    /// The file that is written out.
    ExportFile,
    TeamFolder,
    /// The leader's name, to share under.
    ShareName,
    /// What was agreed on a mark, at the gathering the dialogue is at.
    Agreed(MarkIndex),
    Rename,
    /// The name of the open profile, typed to delete it.
    DeleteName,
    /// The label of the bearing with this id.
    BearingName(String),
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
    target: TextTarget,
    /// What stood there when it was begun.
    before: String,
    /// What stands before it and stays.
    kept: String,
    text: String,
    /// Whether anything was written; the first line may be empty.
    begun: bool,
}

impl Draft {
    /// A text on `target`, where `before` stands: written on it, or `anew` in its place.
    pub(super) fn new(target: TextTarget, before: String, anew: bool) -> Self {
        Self {
            target,
            kept: if anew { String::new() } else { before.clone() },
            before,
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
        self.below(&self.kept)
    }

    /// The same, with nothing replaced that stood there, where there is room for both.
    fn below_all(&self) -> String {
        let all = self.below(&self.before);
        match all.chars().count() > MOST_TEXT {
            true => self.whole(),
            false => all,
        }
    }

    fn below(&self, kept: &str) -> String {
        match (kept.is_empty(), self.text.trim().is_empty()) {
            (_, true) => kept.to_owned(),
            (true, false) => self.text.clone(),
            (false, false) => format!("{kept}\n{}", self.text),
        }
    }
}

impl Plain {
    /// Asks for what the next line answers.
    pub(super) fn ask(&mut self, asking: Asking) {
        let words = self.words();
        let changes = !matches!(
            asking,
            Asking::Query
                | Asking::Choice(_)
                | Asking::NewName { .. }
                | Asking::OldName(_)
                | Asking::ImportFile
                | Asking::ImportName(_)
                | Asking::ExportFile
                | Asking::TeamFolder
                | Asking::Agreed(_)
        );
        if changes && self.say_read_only() {
            return;
        }
        match &asking {
            Asking::Label => self.say(words.ask_label),
            Asking::Query => self.say(words.ask_find),
            Asking::Unit => self.say(&words.ask_line(words.unit)),
            Asking::Challenge => self.say(&words.ask_line(words.challenge)),
            Asking::Review => self.say(&words.ask_date(self.session.date_ahead())),
            Asking::NewName { .. } | Asking::Rename => self.say(words.ask_name),
            Asking::OldName(_) | Asking::ImportName(_) => self.say(words.export.other_name),
            Asking::ImportFile | Asking::ExportFile => self.say(words.export.ask_file),
            Asking::TeamFolder => self.say(words.export.ask_folder),
            Asking::ShareName => self.say(self.text().sharing.ask_name),
            Asking::Agreed(_) => self.say(&words.ask_line(self.text().export.agreed)),
            Asking::DeleteName => {
                let name = super::clean(&self.profile().name).into_owned();
                self.say(&words.sure(&name));
            }
            Asking::BearingName(_) => self.say(&words.ask_line(words.label)),
            Asking::Lines(_) => self.say(words.how_to_write),
            Asking::Keep(draft) => {
                let lines = draft.whole().lines().count();
                self.say(&words.lines(lines));
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
            Asking::Label | Asking::BearingName(_) | Asking::Query | Asking::Unit | Asking::Challenge
        ) && trimmed.chars().count() > MOST_LABEL
        {
            self.say(&words.at_most(MOST_LABEL));
            self.asking = Some(asking);
            return;
        }
        // a note that is written there is the leader's own, word for word
        let is_line = matches!(asking, Asking::Rename | Asking::Unit);
        if let (true, Place::Welcome(step), Some((command, ""))) = (
            is_line,
            self.place().clone(),
            Command::parse(trimmed, words.words),
        ) {
            self.command(command, "");
            // the question stays where the command led nowhere
            if matches!(*self.place(), Place::Welcome(now) if now == step) {
                self.asking.get_or_insert(asking);
            }
            return;
        }
        match asking {
            Asking::Lines(draft) => self.take_line(draft, line),
            Asking::Keep(draft) => self.keep_or_not(draft, trimmed),
            Asking::Choice(_) if trimmed.is_empty() => self.say(words.unchanged),
            Asking::Choice(choices) => match chosen(&choices, trimmed).cloned() {
                Some(choice) => self.perform(choice.action),
                None => {
                    self.say(&words.choose(choices.len()));
                    self.asking = Some(Asking::Choice(choices));
                }
            },
            Asking::Label => self.save_bearing(trimmed),
            _ if trimmed.is_empty() => match *self.place() {
                Place::Welcome(step) => self.next_step(step),
                _ => self.say(words.unchanged),
            },
            Asking::Query => self.go(Place::Found(trimmed.to_owned())),
            Asking::Unit => {
                let deed = self.session.set_unit(filled(trimmed));
                self.set(deed);
                if let Place::Welcome(step) = *self.place() {
                    let taken = self.profile().unit == filled(trimmed);
                    self.welcome_took(step, taken);
                }
            }
            Asking::Challenge => {
                let deed = self.session.set_challenge(filled(trimmed));
                self.set(deed);
            }
            Asking::Review => self.review(trimmed),
            Asking::NewName { copy } => self.run(self.session.create(trimmed, copy)),
            Asking::OldName(file) => self.run(ProfileCommand::bring_back(file, trimmed)),
            Asking::ImportFile => {
                let file = self.outside.place(trimmed);
                self.run(ProfileCommand::import(file, None));
            }
            Asking::ImportName(file) => self.run(ProfileCommand::import(file, Some(trimmed))),
            Asking::ExportFile => self.take_file_name(trimmed),
            Asking::TeamFolder => self.keep_team_folder(filled(trimmed)),
            Asking::ShareName => self.share_as(trimmed),
            Asking::Agreed(mark) => self.keep_agreed(mark, filled(trimmed)),
            Asking::Rename => {
                let welcomes = match *self.place() {
                    Place::Welcome(step) => Some(step),
                    _ => None,
                };
                if let Some(step) = welcomes.filter(|_| self.profile().name == trimmed) {
                    return self.next_step(step);
                }
                if welcomes.is_some() && self.session.read_only().is_none() {
                    // on the first start there is no file yet that could have the name
                    self.save();
                }
                let deed = self.session.rename(trimmed).map(Outcome::Files);
                self.did(deed);
                if let Some(step) = welcomes {
                    let taken = self.profile().name == trimmed;
                    self.welcome_took(step, taken);
                }
            }
            Asking::DeleteName if trimmed == super::clean(&self.profile().name).trim() => {
                self.run(ProfileCommand::Delete(None));
            }
            Asking::DeleteName => self.say(words.unchanged),
            Asking::BearingName(id) => {
                let deed = self.session.rename_bearing(&id, filled(trimmed));
                self.did(deed);
            }
        }
    }

    /// When to look at the profile again; what is no date ahead is asked for again.
    fn review(&mut self, line: &str) {
        let wanted = match line {
            "." => Ok(None),
            line => date(line),
        };
        let wanted = match wanted {
            Ok(wanted) => wanted,
            Err(why) => {
                let example = self.session.date_ahead();
                self.say(&format!("{}.", self.text().not_a_date(why, example)));
                self.asking = Some(Asking::Review);
                return;
            }
        };
        match self.session.set_review(wanted) {
            Err(fault @ (Fault::NotAhead { .. } | Fault::TooFarAhead { .. })) => {
                self.say_fault(&fault);
                self.asking = Some(Asking::Review);
            }
            deed => self.set(deed),
        }
    }

    /// A setting that was asked for, at the profile or for a question of the mirror.
    fn set(&mut self, deed: Deed) {
        match self.place() {
            Place::Question(_) => self.answer_question(deed),
            Place::Monthly => {
                self.did(deed);
                self.monthly_on(true);
            }
            _ => drop(self.did(deed)),
        }
    }

    fn take_line(&mut self, mut draft: Draft, line: &str) {
        let words = self.words();
        if line.trim() != "." {
            if draft.add(line) {
                self.keep_draft(&draft);
            } else {
                self.say(&words.at_most(MOST_TEXT));
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
            self.keep_text(&draft.target, &draft.whole());
        } else if line == "2" || begins(words.discard) {
            if self.session.drop_draft(&draft.target) {
                // where that is refused it is said at the end
                let _ = self.save();
            }
            self.say(words.discarded);
        } else {
            self.say(words.keep_or_discard);
            self.asking = Some(Asking::Keep(draft));
        }
    }

    /// What is written so far is on the disk soon, whatever becomes of the program; what came of it is said when it is kept.
    fn keep_draft(&mut self, draft: &Draft) {
        // why it is refused is said when it is kept
        if let Ok(true) = self.session.draft(&draft.target, &draft.below_all()) {
            self.save_draft();
        }
    }

    /// The input ended while this was written: it is kept, below what stood there before.
    pub(super) fn keep_at_the_end(&mut self, draft: Draft) {
        if draft.text.trim().is_empty() {
            return;
        }
        self.keep_only(&draft.target, &draft.below_all());
    }
}

/// What a line is to fill in; a single dot empties.
fn filled(line: &str) -> &str {
    if line == "." { "" } else { line }
}
