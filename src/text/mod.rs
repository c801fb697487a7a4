//! Every word the program says, in Danish and English. Owns the labels and sentences; not the framework's own text.
//!
//! [`Text`] is a struct of constants, one for each language, so a missing translation does not compile. Sentences with
//! something to fill in are plain functions in the same struct.

pub mod bearing;
pub mod cli;
pub mod config;
mod da;
mod en;
pub mod export;
mod fault;
pub mod merge;
pub mod mirror;
pub mod plain;
pub mod profiles;
pub mod search;
pub mod settings;
pub mod share;
pub mod team;
pub mod welcome;

use crate::core::dial::DialValue;
use jiff::civil::Date;

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Danish, the framework's own.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// `da` or `en`, however it is written in upper and lower case.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// `da` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language of a locale such as `en_GB.UTF-8`: English where it says so, Danish otherwise.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Da
        }
    }

    /// Everything the program says in this language.
    pub fn text(self) -> &'static Text {
        match self {
            Self::Da => &da::TEXT,
            Self::En => &en::TEXT,
        }
    }
}

/// Everything the program says in one language.
pub struct Text {
    /// The name of the whole in a trail: "Grundlaget".
    pub framework: &'static str,
    /// Over the known column of the grid, and what it asks.
    pub known: (&'static str, &'static str),
    /// Over the new column of the grid, and what it asks.
    pub new: (&'static str, &'static str),
    /// "niveau", as in "niveau 2".
    pub level: &'static str,
    /// Beside the title of the reader's own level.
    pub own_level: &'static str,
    /// The same where there is little room.
    pub own: &'static str,
    /// Foreword.
    pub foreword: &'static str,
    /// The share of all focus.
    pub weight: &'static str,
    /// Heading of a mark's note.
    pub which_need: &'static str,
    /// "alle fire felter", in the level view; the argument is how many there are.
    pub all_fields: fn(usize) -> &'static str,
    /// The level view with the raised marks first.
    pub raised_first: &'static str,
    /// Help.
    pub help: &'static str,
    /// The profile is on disk.
    pub saved: &'static str,
    /// The profile is on its way to the disk.
    pub saving: &'static str,
    /// The profile is not on disk, and why.
    pub not_saved: fn(&str) -> String,
    /// Another program changed the file; both versions are kept.
    pub conflict: &'static str,
    /// The choice between the two, with the keys to mine, to theirs and to a merge.
    pub choose_version: fn(&str, &str, &str) -> String,
    /// There is only one version to go on with.
    pub one_version: &'static str,
    /// The own version goes on; the other one is in this file.
    pub kept_mine: fn(&str) -> String,
    /// The own version goes on, and the other one is gone.
    pub kept_only: &'static str,
    /// The other version goes on; the own one stays where it was kept.
    pub kept_theirs: &'static str,
    /// The profile is open for reading only.
    pub read_only: &'static str,
    /// The window is too small; the room needed in columns and rows.
    pub too_small: fn(u16, u16) -> String,
    /// First Ctrl+C.
    pub interrupt_hint: &'static str,
    /// Nothing to undo.
    pub nothing_to_undo: &'static str,
    /// Nothing to redo.
    pub nothing_to_redo: &'static str,
    /// What was undone.
    pub undone: fn(&str) -> String,
    /// What was redone.
    pub redone: fn(&str) -> String,
    /// The rose.
    pub rose: &'static str,
    /// Where nothing is written yet.
    pub note_placeholder: &'static str,
    /// A note.
    pub note: &'static str,
    /// Asks for the label of a bearing.
    pub ask_label: &'static str,
    /// A bearing was saved on this date.
    pub bearing_saved: fn(Date) -> String,
    /// The text takes no more.
    pub full: &'static str,
    /// Over a page where the English rendering stands under the Danish.
    pub unofficial_beside: &'static str,
    /// What was sent to the clipboard.
    pub copied: fn(&str) -> String,
    /// There is no note to copy.
    pub no_note: &'static str,
    /// Beside an English rendering of the framework.
    pub unofficial: &'static str,
    /// Ends of the scale: lowest and highest.
    pub ends: (&'static str, &'static str),
    /// A dial's place in a word.
    pub stand: fn(DialValue) -> &'static str,
    /// A date in full.
    pub date: fn(Date) -> String,
    /// A share in per cent; the argument is in 0..1.
    pub percent: fn(f64) -> String,
    /// Where a dial stood at the bearing of this date.
    pub stood: fn(Date, DialValue) -> String,
    /// What the command line says of itself.
    pub cli: &'static cli::CliText,
    /// What goes out to others and comes in from them.
    pub share: &'static share::ShareText,
    /// The team screen.
    pub team: &'static team::TeamText,
    /// What the language calls itself.
    pub language: &'static str,
    /// The file of settings.
    pub config: &'static config::ConfigText,
    /// Exports.
    pub export: &'static export::ExportText,
    /// The welcome.
    pub welcome: &'static welcome::WelcomeText,
    /// Two versions of a profile.
    pub merge: &'static merge::MergeText,
    /// Profiles.
    pub profiles: &'static profiles::ProfilesText,
    /// The settings screen.
    pub settings: &'static settings::SettingsText,
    /// The mirror's questions.
    pub mirror: &'static mirror::MirrorText,
    /// The lists that are filtered by typing.
    pub search: &'static search::SearchText,
    /// Bearings, notes, decisions, steps of undo.
    pub bearings: &'static bearing::BearingText,
    /// The dialogue of `pejl --plain`.
    pub plain: &'static plain::PlainText,
    /// Names of the actions.
    pub actions: Actions,
    /// Names of lines of bindings whose actions share one.
    pub labels: Labels,
    /// Headings of the places where bindings hold.
    pub scopes: Scopes,
}

/// Names of the actions, as the hint bar and the help show them.
#[allow(missing_docs)] // each field is the action of the same name in `app::action`
pub struct Actions {
    pub up: &'static str,
    pub down: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub open: &'static str,
    pub back: &'static str,
    pub turn_up: &'static str,
    pub turn_down: &'static str,
    pub to_min: &'static str,
    pub to_max: &'static str,
    pub neutral: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub page_up: &'static str,
    pub page_down: &'static str,
    pub go_field: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub levels: &'static str,
    pub order: &'static str,
    pub rose: &'static str,
    pub note: &'static str,
    pub save_bearing: &'static str,
    pub bearings: &'static str,
    pub compare: &'static str,
    pub ghost: &'static str,
    pub restore: &'static str,
    pub rename: &'static str,
    pub delete: &'static str,
    pub review: &'static str,
    pub decisions: &'static str,
    pub new_decision: &'static str,
    pub documents: &'static str,
    pub enriches: &'static str,
    pub pick: &'static str,
    pub keep: &'static str,
    pub leave: &'static str,
    pub foreword: &'static str,
    pub keep_mine: &'static str,
    pub keep_theirs: &'static str,
    pub merge: &'static str,
    pub welcome: &'static str,
    pub profiles: &'static str,
    pub export: &'static str,
    pub team: &'static str,
    pub read_again: &'static str,
    pub unit: &'static str,
    pub hide_names: &'static str,
    pub settings: &'static str,
    pub help: &'static str,
    pub palette: &'static str,
    pub find: &'static str,
    pub choose: &'static str,
    pub copy: &'static str,
    pub copy_note: &'static str,
    pub mirror: &'static str,
    pub put_away: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub quit: &'static str,
    pub interrupt: &'static str,
}

/// Names of lines of bindings.
#[allow(missing_docs)] // each field is the label of the same name in `app::keymap`
pub struct Labels {
    pub choose_field: &'static str,
    pub choose_mark: &'static str,
    pub turn: &'static str,
    pub turn_field: &'static str,
    pub neighbour: &'static str,
    pub ends: &'static str,
    pub first_last: &'static str,
    pub scroll: &'static str,
    pub field_by_number: &'static str,
    pub fields_beyond: &'static str,
    pub through_all: &'static str,
    pub through_fields: &'static str,
    pub other_level: &'static str,
    pub choose_line: &'static str,
    pub older_newer: &'static str,
    pub choose_to_compare: &'static str,
    pub answer: &'static str,
    pub in_words: &'static str,
    pub change: &'static str,
    pub write_file: &'static str,
    pub sort: &'static str,
    pub onward: &'static str,
    pub skip: &'static str,
    pub begin: &'static str,
    pub choose_version: &'static str,
    pub choose_all: &'static str,
    pub keep_both: &'static str,
    pub keep_merged: &'static str,
    pub leave_both: &'static str,
}

/// Headings of the places where bindings hold.
#[allow(missing_docs)] // each field is the scope of the same name in `app::keymap`
pub struct Scopes {
    pub everywhere: &'static str,
    pub home: &'static str,
    pub field: &'static str,
    pub mark: &'static str,
    pub levels: &'static str,
    pub reading: &'static str,
    pub profiles: &'static str,
    pub export: &'static str,
    pub welcome: &'static str,
    pub your_level: &'static str,
    pub first_dial: &'static str,
    pub settings: &'static str,
    pub rose: &'static str,
    pub bearings: &'static str,
    pub bearing: &'static str,
    pub compare: &'static str,
    pub decisions: &'static str,
    pub decision: &'static str,
    pub picks: &'static str,
    pub mirror: &'static str,
    pub note: &'static str,
    pub prompt: &'static str,
    pub search: &'static str,
}

/// Words as a sentence begins them: with a capital, unless it is the name of a file.
pub fn capital(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    if first.contains(['.', '/', '\\', ':']) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_is_not_english_is_danish() {
        for (locale, lang) in [
            ("en_GB.UTF-8", Lang::En),
            ("EN", Lang::En),
            ("da_DK", Lang::Da),
            ("C", Lang::Da),
            ("", Lang::Da),
            ("de", Lang::Da),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_a_file_with_its_own_name() {
        assert_eq!(capital("øverst står noget"), "Øverst står noget");
        assert_eq!(capital("»neon« er intet tema"), "»neon« er intet tema");
        for name in [
            "config.toml:2:9: theme",
            "profiles/anna.json er",
            "c: findes ikke",
            "",
        ] {
            assert_eq!(capital(name), name);
        }
    }

    #[test]
    fn dates_and_shares_follow_the_language() {
        let date = jiff::civil::date(2026, 11, 23);
        assert_eq!((Lang::Da.text().date)(date), "23. november 2026");
        assert_eq!((Lang::En.text().date)(date), "23 November 2026");
        assert_eq!((Lang::Da.text().percent)(1.0 / 12.0), "8 %");
        assert_eq!((Lang::En.text().percent)(1.0 / 12.0), "8%");
    }

    #[test]
    fn every_detent_has_its_word_and_both_sides_have_the_same_number() {
        for lang in [Lang::Da, Lang::En] {
            let words: Vec<&str> = (-5..=5)
                .map(|v| (lang.text().stand)(DialValue::new(v).unwrap()))
                .collect();
            assert_eq!(words[0], lang.text().ends.0);
            assert_eq!(words[10], lang.text().ends.1);
            assert!(words[1..5].iter().all(|word| *word == words[1]));
            assert!(words[6..10].iter().all(|word| *word == words[6]));
        }
    }
}
