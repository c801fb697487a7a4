//! What the dialogue of `pejl --plain` says and what can be typed in it, Danish and English. Made to be heard: short
//! lines, the most important first, nothing that only pleases the eye.

mod da;
mod en;
mod outward;

use crate::core::dial::DialValue;
pub use da::DA;
pub use en::EN;
pub use outward::OutwardText;

/// A command of the dialogue.
pub struct Word {
    /// What is typed for it; the first is the shortest, the second the whole word.
    pub names: &'static [&'static str],
    /// What it does.
    pub does: &'static str,
}

/// The commands, each by its own name.
#[allow(missing_docs)] // each field is the command of the same name in `plain::command`
pub struct Words {
    pub up: Word,
    pub down: Word,
    pub neutral: Word,
    pub note: Word,
    pub levels: Word,
    pub overview: Word,
    pub foreword: Word,
    pub save_bearing: Word,
    pub bearings: Word,
    pub compare: Word,
    pub decisions: Word,
    pub mirror: Word,
    pub profile: Word,
    pub team: Word,
    pub export: Word,
    pub settings: Word,
    pub welcome: Word,
    pub next: Word,
    pub previous: Word,
    pub merge: Word,
    pub find: Word,
    pub undo: Word,
    pub redo: Word,
    pub home: Word,
    pub back: Word,
    pub help: Word,
    pub quit: Word,
}

/// The dialogue in one language.
pub struct PlainText {
    /// The commands.
    pub words: Words,
    /// The first start, the settings, what goes out and comes in.
    pub outward: &'static OutwardText,
    /// The first line: the framework's title and the profile's name.
    pub begin: fn(&str, &str) -> String,
    /// What can be typed at home.
    pub hint_home: &'static str,
    /// What can be typed in a field.
    pub hint_field: &'static str,
    /// What can be typed at a mark.
    pub hint_mark: &'static str,
    /// What can be typed where a list is.
    pub hint_list: &'static str,
    /// What numbers do, for the help.
    pub help_number: &'static str,
    /// What names do, for the help.
    pub help_name: &'static str,
    /// What values do, for the help.
    pub help_value: &'static str,
    /// What an empty line does, for the help.
    pub help_again: &'static str,
    /// Something nobody knows was typed; how many there are to choose among.
    pub unknown: fn(&str, usize) -> String,
    /// The same where something is called nearly that.
    pub did_you_mean: fn(&str, &str) -> String,
    /// Several are called like that.
    pub ambiguous: fn(&str) -> String,
    /// A choice must be made; how many there are.
    pub choose: fn(usize) -> String,
    /// The line is longer than is read.
    pub too_long: &'static str,
    /// The line is no UTF-8.
    pub not_utf8: &'static str,
    /// So many characters are allowed.
    pub at_most: fn(usize) -> String,
    /// The store has it.
    pub saved: &'static str,
    /// The store has it not, and why.
    pub not_saved: fn(&str) -> String,
    /// Another program changed the file, so it is saved beside it, as has been told.
    pub saved_beside: &'static str,
    /// A change was taken back; what stands now follows.
    pub undone: &'static str,
    /// A change was made again; what stands now follows.
    pub redone: &'static str,
    /// Nothing changed.
    pub unchanged: &'static str,
    /// The end; everything is saved.
    pub end_saved: &'static str,
    /// The end.
    pub end: &'static str,
    /// There is nothing before this place.
    pub at_home: &'static str,
    /// There is no dial here.
    pub nothing_to_turn: &'static str,
    /// There is no note here.
    pub nothing_to_note: &'static str,
    /// There is no such level; how many there are.
    pub no_level: fn(usize) -> String,
    /// The word after `levels` for the raised marks first.
    pub raised: &'static [&'static str],
    /// A dial that stands as it did: title, value, word.
    pub as_before: fn(&str, DialValue, &str) -> String,
    /// How many marks are turned up and turned down.
    pub turned: fn(usize, usize) -> String,
    /// After the first turn of a mark without a note.
    pub ask_why: &'static str,
    /// To read a level, by its name.
    pub read_level: fn(&str) -> String,
    /// To turn up.
    pub turn_up: &'static str,
    /// To turn down.
    pub turn_down: &'static str,
    /// To write a note.
    pub write_note: &'static str,
    /// To change a note.
    pub change_note: &'static str,
    /// How a text is written.
    pub how_to_write: &'static str,
    /// To go on with a text.
    pub write_on: &'static str,
    /// To write another text instead.
    pub write_anew: &'static str,
    /// To take a text away.
    pub remove_text: &'static str,
    /// The text has so many lines.
    pub lines: fn(usize) -> String,
    /// Nothing was written.
    pub nothing_written: &'static str,
    /// To keep.
    pub keep: &'static str,
    /// To discard.
    pub discard: &'static str,
    /// It was discarded.
    pub discarded: &'static str,
    /// Neither the one nor the other was chosen.
    pub keep_or_discard: &'static str,
    /// The named text has so many lines now, or none.
    pub text_is: fn(&str, usize) -> String,
    /// Asks for a bearing's label.
    pub ask_label: &'static str,
    /// A bearing without a label, by its date.
    pub bearing_of: fn(&str) -> String,
    /// The named bearing is in the list.
    pub bearing_in: fn(&str) -> String,
    /// The named bearing is not in the list any more.
    pub bearing_out: fn(&str) -> String,
    /// So many bearings.
    pub bearings: fn(usize) -> String,
    /// To the bearings before those that were told.
    pub older: &'static str,
    /// There is no bearing; how one is saved.
    pub no_bearings: &'static str,
    /// All dials of a bearing stood at neutral.
    pub all_neutral: &'static str,
    /// So many others stood at neutral.
    pub others_neutral: fn(usize) -> String,
    /// To compare with now.
    pub compare_now: &'static str,
    /// To compare with another bearing.
    pub compare_other: &'static str,
    /// To turn all dials back to a bearing.
    pub restore: &'static str,
    /// To delete a bearing.
    pub delete: &'static str,
    /// How a deleted bearing comes back.
    pub undo_brings_back: &'static str,
    /// The dials as they stand.
    pub now: &'static str,
    /// From one picture to another so many moved.
    pub moved: fn(&str, &str, usize) -> String,
    /// Something moved at a bearing: what did that give?
    pub ask_gains: &'static str,
    /// To write what turning gave.
    pub write_gains: &'static str,
    /// To give a bearing another name.
    pub rename: &'static str,
    /// A bearing's name.
    pub label: &'static str,
    /// The bearing is called this.
    pub bearing_named: fn(&str) -> String,
    /// So many decisions.
    pub decisions_are: fn(usize) -> String,
    /// A decision or an answer to it was changed.
    pub decision_changed: &'static str,
    /// To write a decision.
    pub write_decision: &'static str,
    /// To change a decision.
    pub change_decision: &'static str,
    /// So many open questions.
    pub questions: fn(usize) -> String,
    /// The mirror asks this; how it is answered.
    pub mirror_asks: fn(&str) -> String,
    /// To answer in own words.
    pub answer: &'static str,
    /// To put a question away.
    pub put_away: &'static str,
    /// To open a question again that was answered or put away.
    pub take_out: &'static str,
    /// It enriches the named mark.
    pub enriches_this: fn(&str) -> String,
    /// The first mark enriches the others.
    pub enriches: fn(&str, &str) -> String,
    /// The first mark enriches none.
    pub enriches_none: fn(&str) -> String,
    /// To read the texts.
    pub read_texts: &'static str,
    /// To set another date.
    pub set_review: &'static str,
    /// To name the challenge.
    pub set_challenge: &'static str,
    /// An answer was written.
    pub answered: &'static str,
    /// A question was put away.
    pub was_put_away: &'static str,
    /// A question is open again.
    pub reopened: &'static str,
    /// Asks for what is to be found.
    pub ask_find: &'static str,
    /// So many were found.
    pub found: fn(usize) -> String,
    /// Only so many of what was found are told.
    pub best: fn(usize) -> String,
    /// Nothing was found.
    pub not_found: fn(&str) -> String,
    /// The profile, by name.
    pub profile: fn(&str) -> String,
    /// The own level.
    pub own_level: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The challenge.
    pub challenge: &'static str,
    /// The date to look again.
    pub review: &'static str,
    /// Nothing is set.
    pub none: &'static str,
    /// Asks for a line; how it is left and how it is emptied.
    pub ask_line: fn(&str) -> String,
    /// Asks for a date; how it is left and how it is emptied.
    pub ask_date: &'static str,
    /// It is no date, or not one that is to come.
    pub no_date: &'static str,
    /// To the other profiles.
    pub other_profiles: &'static str,
    /// So many profiles.
    pub profiles: fn(usize) -> String,
    /// Beside the profile that is open.
    pub in_use: &'static str,
    /// To make a profile.
    pub new_profile: &'static str,
    /// To give the profile another name.
    pub rename_profile: &'static str,
    /// To delete the profile.
    pub delete_profile: &'static str,
    /// Asks for a profile's name.
    pub ask_name: &'static str,
    /// The named profile is deleted by typing its name.
    pub sure: fn(&str) -> String,
    /// The profile was deleted; where its last state is.
    pub profile_deleted: fn(&str) -> String,
}
