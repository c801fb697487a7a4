//! The one table of bindings. The handler, the hint bar, the help and the README's table read it; a test types every
//! documented key back in. Owns which key does what where; not what an action does.

use super::action::Action;
use crate::text::Text;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// The 2×2 grid.
    Home,
    /// One field.
    Field,
    /// One mark.
    Mark,
    /// One level through a field or all.
    Levels,
    /// A text to read: foreword, help.
    Reading,
    /// The rose.
    Rose,
    /// A note being written. Its bindings are no letters: those are the note's.
    Note,
    /// A line being written; likewise.
    Prompt,
}

/// A key with its modifiers, as a person writes it: `Ctrl+Z`, `PgUp`, `+`, `æ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The text names no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

/// Names of keys that are no single character, as they are shown and as the config file writes them.
const NAMED: &[(&str, &str, KeyCode)] = &[
    ("Up", "↑", KeyCode::Up),
    ("Down", "↓", KeyCode::Down),
    ("Left", "←", KeyCode::Left),
    ("Right", "→", KeyCode::Right),
    ("Enter", "Enter", KeyCode::Enter),
    ("Esc", "Esc", KeyCode::Esc),
    ("Backspace", "Backspace", KeyCode::Backspace),
    ("Delete", "Delete", KeyCode::Delete),
    ("PgUp", "PgUp", KeyCode::PageUp),
    ("PgDn", "PgDn", KeyCode::PageDown),
    ("Home", "Home", KeyCode::Home),
    ("End", "End", KeyCode::End),
    ("Tab", "Tab", KeyCode::Tab),
    ("Shift+Tab", "Shift+Tab", KeyCode::BackTab),
    ("Space", "Space", KeyCode::Char(' ')),
    ("F1", "F1", KeyCode::F(1)),
];

impl Key {
    /// The key a terminal reported, with what differs between terminals evened out: Shift is part of the character
    /// itself, Shift+Tab is one key, and AltGr on Windows (which arrives as Ctrl+Alt) is the plain character.
    pub fn pressed(event: KeyEvent) -> Self {
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let mut code = event.code;
        if let KeyCode::Char(character) = code {
            if modifiers == KeyModifiers::CONTROL | KeyModifiers::ALT {
                modifiers = KeyModifiers::NONE;
            }
            if modifiers.contains(KeyModifiers::CONTROL) {
                code = KeyCode::Char(character.to_ascii_lowercase());
            }
        }
        if code == KeyCode::Tab && event.modifiers.contains(KeyModifiers::SHIFT) {
            code = KeyCode::BackTab;
        }
        Self { code, modifiers }
    }

    /// The key a person wrote: a name from the table, a single character, or `Ctrl+` and one of them.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        if let Some((_, _, code)) = NAMED.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text)) {
            return Ok(Self {
                code: *code,
                modifiers: KeyModifiers::NONE,
            });
        }
        if let Some(rest) = text.strip_prefix("Ctrl+").or_else(|| text.strip_prefix("ctrl+")) {
            let key = Self::parse(&rest.to_lowercase())?;
            return Ok(Self {
                modifiers: KeyModifiers::CONTROL,
                ..key
            });
        }
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) if !only.is_control() => Ok(Self {
                code: KeyCode::Char(only),
                modifiers: KeyModifiers::NONE,
            }),
            _ => Err(NotAKey),
        }
    }

    /// True for Ctrl+C and the function keys, which mean the same wherever a text is written.
    fn is_never_text(self) -> bool {
        matches!(self.code, KeyCode::F(_))
            || self
                == Self {
                    code: KeyCode::Char('c'),
                    modifiers: KeyModifiers::CONTROL,
                }
    }

    /// The event a terminal reports for this key.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            f.write_str("Ctrl+")?;
        }
        if let Some((_, shown, _)) = NAMED.iter().find(|(.., code)| *code == self.code) {
            return f.write_str(shown);
        }
        match self.code {
            KeyCode::Char('-') => f.write_str("−"),
            KeyCode::Char(character) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", character.to_uppercase())
            }
            KeyCode::Char(character) => write!(f, "{character}"),
            _ => f.write_str("?"),
        }
    }
}

/// What a line of the table is called where its actions share one line; a line of one action is called as the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// Move between fields.
    ChooseField,
    /// Move between marks.
    ChooseMark,
    /// Turn the dial.
    Turn,
    /// Turn the field's dials.
    TurnField,
    /// Go to the neighbour mark.
    Neighbour,
    /// To the ends of the scale.
    Ends,
    /// First and last.
    FirstLast,
    /// Scroll.
    Scroll,
    /// Fields by number.
    FieldByNumber,
    /// Next and previous mark through all.
    ThroughAll,
    /// Next and previous field.
    ThroughFields,
    /// Another level.
    OtherLevel,
}

/// One line of the table: one or a few actions that belong together, each with its keys.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it holds.
    pub scopes: &'static [Scope],
    /// What it is called, where the actions share a name.
    pub label: Option<Label>,
    /// Rank in the hint bar, lowest first to stay; `None` is never hinted.
    pub hint: Option<u8>,
    /// The actions and their keys, the first key being the one that is shown first.
    pub actions: &'static [(Action, &'static [&'static str])],
}

use Action::*;
use Scope::{Everywhere, Field, Home, Mark, Prompt, Reading};

/// The arrows, and their letters.
const ARROWS: &[(Action, &[&str])] = &[
    (Left, &["Left", "h"]),
    (Up, &["Up", "k"]),
    (Down, &["Down", "j"]),
    (Right, &["Right", "l"]),
];

/// A line of one action, called as the action.
const fn row(
    scopes: &'static [Scope],
    hint: Option<u8>,
    actions: &'static [(Action, &'static [&'static str])],
) -> Row {
    Row {
        scopes,
        label: None,
        hint,
        actions,
    }
}

/// A line of actions that share a name.
const fn group(
    label: Label,
    scopes: &'static [Scope],
    hint: Option<u8>,
    actions: &'static [(Action, &'static [&'static str])],
) -> Row {
    Row {
        scopes,
        label: Some(label),
        hint,
        actions,
    }
}

/// Every binding there is, in the order of the hint bar and the help.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    group(Label::ChooseField, &[Home], Some(1), ARROWS),
    group(Label::ChooseMark, &[Field, Scope::Rose], Some(1), ARROWS),
    group(Label::Turn, &[Mark], Some(1), &[(TurnUp, &["Up", "k", "+", "="]), (TurnDown, &["Down", "j", "-"])]),
    group(Label::Neighbour, &[Mark], Some(3), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::Ends, &[Mark], None, &[(ToMin, &["Home"]), (ToMax, &["End"])]),
    group(Label::OtherLevel, &[Scope::Levels], Some(1), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::ChooseMark, &[Scope::Levels], Some(3), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::Scroll, &[Reading], Some(1), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    row(&[Home, Field, Scope::Levels, Scope::Rose], Some(2), &[(Open, &["Enter"])]),
    group(Label::TurnField, &[Home], Some(3), &[(TurnUp, &["+", "="]), (TurnDown, &["-"])]),
    group(Label::Turn, &[Field, Scope::Levels, Scope::Rose], Some(3), &[(TurnUp, &["+", "="]), (TurnDown, &["-"])]),
    row(&[Home, Field, Mark, Scope::Levels, Scope::Rose], Some(6), &[(Neutral, &["0", "Delete"])]),
    group(Label::FieldByNumber, &[Home], None,
        &[(GoField(1), &["1"]), (GoField(2), &["2"]), (GoField(3), &["3"]), (GoField(4), &["4"])]),
    group(Label::ThroughFields, &[Home], None, &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::ThroughAll, &[Field, Mark, Scope::Levels, Scope::Rose], None,
        &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::FirstLast, &[Home, Field, Scope::Levels, Scope::Rose, Reading], None,
        &[(First, &["Home"]), (Last, &["End"])]),
    group(Label::Scroll, &[Mark, Scope::Levels, Reading], None, &[(PageUp, &["PgUp"]), (PageDown, &["PgDn"])]),
    row(&[Field, Mark, Scope::Levels, Scope::Rose, Reading], Some(2), &[(Back, &["Esc", "Backspace"])]),
    row(&[Scope::Levels], Some(5), &[(Order, &["r"])]),
    row(&[Field, Mark, Scope::Levels, Scope::Rose], Some(4), &[(Note, &["n"])]),
    row(&[Home, Field, Mark, Scope::Levels, Scope::Rose], Some(7), &[(SaveBearing, &["s"])]),
    row(&[Home, Field, Mark, Scope::Levels], Some(8), &[(Levels, &["v"])]),
    row(&[Home, Field, Mark, Scope::Levels], Some(9), &[(Rose, &["o"])]),
    row(&[Home, Field, Mark, Scope::Levels, Scope::Rose], Some(12), &[(Foreword, &["i"])]),
    row(&[Scope::Note], Some(1), &[(Keep, &["Esc", "Ctrl+S"])]),
    row(&[Prompt], Some(1), &[(Keep, &["Enter"])]),
    row(&[Prompt], Some(2), &[(Leave, &["Esc"])]),
    row(&[Everywhere], Some(10), &[(Undo, &["u", "Ctrl+Z"])]),
    row(&[Everywhere], None, &[(Redo, &["Ctrl+R", "Ctrl+Y"])]),
    row(&[Everywhere], Some(2), &[(Help, &["?", "F1"])]),
    row(&[Everywhere], Some(3), &[(Quit, &["q"])]),
    row(&[Everywhere], None, &[(Interrupt, &["Ctrl+C"])]),
];

impl Scope {
    /// Every scope, in the order the help shows them.
    pub const ALL: &[Scope] = &[
        Home,
        Field,
        Mark,
        Scope::Levels,
        Scope::Rose,
        Scope::Note,
        Prompt,
        Reading,
        Everywhere,
    ];

    /// True where letters are text and not keys.
    pub fn is_text(self) -> bool {
        matches!(self, Scope::Note | Prompt)
    }

    /// Its heading in the help.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Everywhere => text.scopes.everywhere,
            Home => text.scopes.home,
            Field => text.scopes.field,
            Mark => text.scopes.mark,
            Scope::Levels => text.scopes.levels,
            Reading => text.scopes.reading,
            Scope::Rose => text.scopes.rose,
            Scope::Note => text.scopes.note,
            Prompt => text.scopes.prompt,
        }
    }
}

impl Label {
    fn name(self, text: &Text) -> &'static str {
        let labels = &text.labels;
        match self {
            Label::ChooseField => labels.choose_field,
            Label::ChooseMark => labels.choose_mark,
            Label::Turn => labels.turn,
            Label::TurnField => labels.turn_field,
            Label::Neighbour => labels.neighbour,
            Label::Ends => labels.ends,
            Label::FirstLast => labels.first_last,
            Label::Scroll => labels.scroll,
            Label::FieldByNumber => labels.field_by_number,
            Label::ThroughAll => labels.through_all,
            Label::ThroughFields => labels.through_fields,
            Label::OtherLevel => labels.other_level,
        }
    }
}

impl Row {
    /// What the line is called.
    pub fn name(&self, text: &Text) -> &'static str {
        match (self.label, self.actions) {
            (Some(label), _) => label.name(text),
            (None, [(action, _), ..]) => action.name(text),
            (None, []) => "",
        }
    }

    /// The first key of each action, as the hint bar shows them.
    pub fn first_keys(&self) -> impl Iterator<Item = Key> {
        self.actions
            .iter()
            .filter_map(|(_, keys)| keys.first())
            .filter_map(|key| Key::parse(key).ok())
    }

    /// The other keys that do the same.
    pub fn other_keys(&self) -> impl Iterator<Item = Key> {
        self.actions
            .iter()
            .flat_map(|(_, keys)| keys.iter().skip(1))
            .filter_map(|key| Key::parse(key).ok())
    }
}

/// What each key does where: the table with its keys read once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Scope, Key, Action)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = Vec::new();
        for row in TABLE {
            for (action, keys) in row.actions {
                for key in keys.iter().filter_map(|key| Key::parse(key).ok()) {
                    bindings.extend(row.scopes.iter().map(|scope| (*scope, key, *action)));
                }
            }
        }
        Self { bindings }
    }
}

impl Keymap {
    /// What a key does in a scope: the scope's own binding, else the one that holds everywhere. Where a text is being
    /// written only Ctrl+C and the function keys hold everywhere, the rest is the text's.
    pub fn action(&self, scope: Scope, key: Key) -> Option<Action> {
        let everywhere = !scope.is_text() || key.is_never_text();
        let bound = |wanted: Scope| {
            let found = self
                .bindings
                .iter()
                .find(|(scope, bound, _)| *scope == wanted && *bound == key)?;
            Some(found.2)
        };
        bound(scope).or_else(|| bound(Everywhere).filter(|_| everywhere))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_in_the_table_is_a_key_and_is_written_as_it_is_read() {
        for key in TABLE
            .iter()
            .flat_map(|row| row.actions)
            .flat_map(|(_, keys)| keys.iter())
        {
            let parsed = Key::parse(key).unwrap_or_else(|_| panic!("{key}"));
            assert_eq!(Key::pressed(parsed.event()), parsed, "{key}");
        }
    }

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        let mut seen = HashSet::new();
        for (scope, key, action) in Keymap::default().bindings {
            assert!(
                seen.insert((scope, key)),
                "{key} in {scope:?} is bound again, to {action:?}"
            );
        }
    }

    #[test]
    fn every_action_has_a_key_and_a_name_in_both_languages() {
        let bound: HashSet<Action> = Keymap::default()
            .bindings
            .iter()
            .map(|(.., action)| *action)
            .collect();
        for action in Action::ALL {
            assert!(bound.contains(action), "{action:?}");
            for lang in [crate::text::Lang::Da, crate::text::Lang::En] {
                assert!(!action.name(lang.text()).is_empty(), "{action:?}");
            }
        }
        assert_eq!(bound.len(), Action::ALL.len());
    }

    #[test]
    fn terminals_that_report_a_key_differently_mean_the_same() {
        let pressed = |code, modifiers| Key::pressed(KeyEvent::new(code, modifiers));
        let control_alt = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), control_alt), Key::parse("@").unwrap());
        assert_eq!(
            pressed(KeyCode::Char('?'), KeyModifiers::SHIFT),
            Key::parse("?").unwrap()
        );
        assert_eq!(
            pressed(KeyCode::Tab, KeyModifiers::SHIFT),
            Key::parse("Shift+Tab").unwrap()
        );
        assert_eq!(
            pressed(KeyCode::Char('Z'), KeyModifiers::CONTROL),
            Key::parse("Ctrl+Z").unwrap()
        );
    }
}
