//! The commands of the dialogue and how they are told from what else is typed. Owns no words: those are `text`'s.

use crate::core::{dial::DialValue, framework::Framework};
use crate::screens::action::Action;
use crate::text::plain::{Word, Words};

/// What can be asked for by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Dials one detent up, or as many as the number after it says.
    Up,
    /// Dials down.
    Down,
    /// Dials to neutral.
    Neutral,
    /// Write the note.
    Note,
    /// Read a level.
    Levels,
    /// All marks with their values.
    Overview,
    /// Read the foreword.
    Foreword,
    /// Save a bearing.
    SaveBearing,
    /// The bearings.
    Bearings,
    /// The last bearing beside now.
    Compare,
    /// The decisions since the last bearing.
    Decisions,
    /// The mirror's questions.
    Mirror,
    /// The monthly review.
    Monthly,
    /// The profile.
    Profile,
    /// The team.
    Team,
    /// One's own dials into the team's folder.
    Share,
    /// And out of it.
    TakeBack,
    /// Write out.
    Export,
    /// The settings.
    Settings,
    /// The welcome.
    Welcome,
    /// The next mark.
    Next,
    /// The previous mark.
    Previous,
    /// Two versions of a profile.
    Merge,
    /// Find.
    Find,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// To the beginning.
    Home,
    /// Back.
    Back,
    /// What can be typed.
    Help,
    /// Leave.
    Quit,
}

impl Command {
    /// Every command, in the order in which the help tells them.
    pub const ALL: [Self; 30] = [
        Self::Monthly,
        Self::Up,
        Self::Down,
        Self::Neutral,
        Self::Note,
        Self::Levels,
        Self::Overview,
        Self::Find,
        Self::SaveBearing,
        Self::Bearings,
        Self::Compare,
        Self::Decisions,
        Self::Mirror,
        Self::Foreword,
        Self::Next,
        Self::Previous,
        Self::Profile,
        Self::Team,
        Self::Share,
        Self::TakeBack,
        Self::Export,
        Self::Settings,
        Self::Welcome,
        Self::Merge,
        Self::Undo,
        Self::Redo,
        Self::Home,
        Self::Back,
        Self::Help,
        Self::Quit,
    ];

    /// Its words in a language.
    pub fn word(self, words: &Words) -> &Word {
        match self {
            Self::Up => &words.up,
            Self::Down => &words.down,
            Self::Neutral => &words.neutral,
            Self::Note => &words.note,
            Self::Levels => &words.levels,
            Self::Overview => &words.overview,
            Self::Foreword => &words.foreword,
            Self::SaveBearing => &words.save_bearing,
            Self::Bearings => &words.bearings,
            Self::Compare => &words.compare,
            Self::Decisions => &words.decisions,
            Self::Mirror => &words.mirror,
            Self::Monthly => &words.monthly,
            Self::Profile => &words.profile,
            Self::Team => &words.team,
            Self::Share => &words.share,
            Self::TakeBack => &words.take_back,
            Self::Export => &words.export,
            Self::Settings => &words.settings,
            Self::Welcome => &words.welcome,
            Self::Next => &words.next,
            Self::Previous => &words.previous,
            Self::Merge => &words.merge,
            Self::Find => &words.find,
            Self::Undo => &words.undo,
            Self::Redo => &words.redo,
            Self::Home => &words.home,
            Self::Back => &words.back,
            Self::Help => &words.help,
            Self::Quit => &words.quit,
        }
    }

    /// False for what the framework gives no cause for.
    pub fn is_in(self, framework: &Framework) -> bool {
        match self {
            Self::Mirror => Action::Mirror.is_in(framework),
            Self::Levels => Action::Levels.is_in(framework),
            _ => true,
        }
    }

    /// True where something may follow the word.
    fn takes_more(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::Levels | Self::SaveBearing | Self::Find
        )
    }

    /// The command in a line and what follows it; nothing where the line is none.
    pub fn parse<'a>(line: &'a str, words: &Words) -> Option<(Self, &'a str)> {
        let named = |name: &str| {
            let lower = name.to_lowercase();
            Self::ALL
                .into_iter()
                .find(|command| command.word(words).names.contains(&lower.as_str()))
        };
        if let Some(command) = named(line) {
            return Some((command, ""));
        }
        let (first, rest) = line.split_once(char::is_whitespace)?;
        Some((named(first).filter(|command| command.takes_more())?, rest.trim()))
    }
}

/// A value with its sign, `+3` or `-2`: what the dial is to stand at.
pub fn value(line: &str) -> Option<DialValue> {
    let steps = line.replace('\u{2212}', "-");
    let signed = steps.starts_with(['+', '-']);
    DialValue::new(steps.parse().ok()?).filter(|_| signed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn no_word_names_two_commands_and_every_command_has_one_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            let words = &lang.text().plain.words;
            let mut names: Vec<&str> = Command::ALL
                .iter()
                .flat_map(|command| command.word(words).names)
                .copied()
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{lang:?}");
            for command in Command::ALL {
                for name in command.word(words).names {
                    assert_eq!(Command::parse(name, words), Some((command, "")), "{name}");
                }
            }
        }
    }

    #[test]
    fn the_short_names_are_the_same_in_both_languages() {
        for command in Command::ALL {
            let names = |lang: Lang| command.word(lang.text().plain.words).names;
            let (danish, english) = (names(Lang::Da)[0], names(Lang::En)[0]);
            // what has no short name begins with its word in the language
            assert!(
                danish == english || danish.len() > 1 && english.len() > 1,
                "{danish} {english}"
            );
        }
    }

    #[test]
    fn a_word_is_followed_by_more_only_where_it_can_be() {
        let words = &Lang::Da.text().plain.words;
        let parse = |line| Command::parse(line, words);
        assert_eq!(parse("Find  god drift"), Some((Command::Find, "god drift")));
        assert_eq!(parse("OP 2"), Some((Command::Up, "2")));
        assert_eq!(parse("hjælp mig"), None);
        assert_eq!(parse("2.1"), None);
    }

    #[test]
    fn a_value_has_its_sign() {
        assert_eq!(value("+3"), DialValue::new(3));
        assert_eq!(value("−2"), DialValue::new(-2));
        assert_eq!(value("-6"), None);
        assert_eq!(value("3"), None);
    }
}
