//! A key: as a terminal reports it, as a person writes it, as the screen shows it. Owns no meaning.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

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
        let named = |(name, shown, _): &&(&str, &str, _)| name.eq_ignore_ascii_case(text) || *shown == text;
        if let Some((_, _, code)) = NAMED.iter().find(named) {
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
        let number = text
            .strip_prefix(['F', 'f'])
            .and_then(|number| number.parse().ok());
        if let Some(number @ 1..=12) = number {
            return Ok(Self {
                code: KeyCode::F(number),
                modifiers: KeyModifiers::NONE,
            });
        }
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some('−'), None) => Self::parse("-"),
            (Some(only), None) if !only.is_control() => Ok(Self {
                code: KeyCode::Char(only),
                modifiers: KeyModifiers::NONE,
            }),
            _ => Err(NotAKey),
        }
    }

    /// True for a plain character, which is text wherever a text is written.
    pub(super) fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// True for a key that has a name or a character: none of those that only modify others, or that terminals make up.
    pub fn is_known(self) -> bool {
        matches!(self.code, KeyCode::Char(_) | KeyCode::F(_))
            || NAMED.iter().any(|(.., code)| *code == self.code)
    }

    /// True for Ctrl+C and the function keys, which mean the same wherever a text is written.
    pub fn is_never_text(self) -> bool {
        matches!(self.code, KeyCode::F(_))
            || self
                == Self {
                    code: KeyCode::Char('c'),
                    modifiers: KeyModifiers::CONTROL,
                }
    }

    /// Its name as the config file writes it, in ASCII wherever the key is.
    pub fn written(self) -> String {
        let named = NAMED
            .iter()
            .find(|(.., code)| *code == self.code && self.modifiers.is_empty());
        match (named, self.code) {
            (Some((name, ..)), _) => (*name).to_owned(),
            (None, KeyCode::Char('-')) => self.to_string().replace('−', "-"),
            (None, _) => self.to_string(),
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
            KeyCode::F(number) => write!(f, "F{number}"),
            _ => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
