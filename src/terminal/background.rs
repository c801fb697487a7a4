//! What the terminal says of its background. Owns the question and how the answer is told apart from typing; which theme
//! follows from it is decided elsewhere.
//!
//! The answer, `ESC ] 11 ; rgb:RRRR/GGGG/BBBB` and a terminator, comes in by the same way as keys do, and the reader of
//! keys takes it for Alt+`]` and single characters. So nothing waits for it and no key is lost: it is picked out of the
//! stream where it comes, if it comes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Asks for the background colour (xterm, "Operating System Commands", `OSC 11`).
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// The longest answer, in characters; what is longer is none.
const LONGEST: usize = 32;

/// Picks the answer out of the keys.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    awaited: bool,
    begun: Option<String>,
}

/// What a key was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// An ordinary key.
    Key,
    /// A part of the answer.
    Part,
    /// The end of the answer: red, green and blue, or nothing where it said no colour.
    Background(Option<(u8, u8, u8)>),
}

impl Answer {
    /// The question was asked.
    pub fn awaited() -> Self {
        Self {
            awaited: true,
            begun: None,
        }
    }

    /// Whether this key is a part of the answer.
    pub fn has(&self, key: &KeyEvent) -> bool {
        let begins = key.modifiers == KeyModifiers::ALT && key.code == KeyCode::Char(']');
        self.awaited && (self.begun.is_some() || begins)
    }

    /// Takes a key in.
    pub fn hear(&mut self, key: &KeyEvent) -> Heard {
        if !self.has(key) {
            return Heard::Key;
        }
        let alt = key.modifiers == KeyModifiers::ALT;
        match (&mut self.begun, key.code) {
            (None, _) => {
                self.begun = Some(String::new());
                Heard::Part
            }
            (Some(_), KeyCode::Char('\\')) if alt => self.end(),
            (Some(_), KeyCode::Char('g')) if key.modifiers == KeyModifiers::CONTROL => self.end(),
            (Some(answer), KeyCode::Char(character)) if answer.len() < LONGEST => {
                answer.push(character);
                Heard::Part
            }
            _ => self.end(),
        }
    }

    fn end(&mut self) -> Heard {
        self.awaited = false;
        let answer = self.begun.take().unwrap_or_default();
        Heard::Background(color(&answer))
    }
}

/// The colour in `11;rgb:RRRR/GGGG/BBBB`, each part one to four hexadecimal digits.
fn color(answer: &str) -> Option<(u8, u8, u8)> {
    let parts = answer
        .strip_prefix("11;rgb:")
        .or_else(|| answer.strip_prefix("11;rgba:"))?;
    let mut parts = parts.split('/').map(|part| {
        let value = u32::from_str_radix(part, 16)
            .ok()
            .filter(|_| (1..=4).contains(&part.len()))?;
        let most = (1u32 << (4 * part.len())) - 1;
        Some((value * 255 / most) as u8)
    });
    Some((parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<KeyEvent> {
        let plain = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        text.chars().map(plain).collect()
    }

    fn alt(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT)
    }

    fn heard(text: &str, end: KeyEvent) -> Heard {
        let mut answer = Answer::awaited();
        assert_eq!(answer.hear(&alt(']')), Heard::Part);
        for key in keys(text) {
            assert_eq!(answer.hear(&key), Heard::Part);
        }
        answer.hear(&end)
    }

    #[test]
    fn the_answer_is_read_whichever_way_it_ends() {
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        assert_eq!(
            heard("11;rgb:ffff/8080/0000", alt('\\')),
            Heard::Background(Some((255, 128, 0)))
        );
        assert_eq!(
            heard("11;rgb:f/8/0", bell),
            Heard::Background(Some((255, 136, 0)))
        );
    }

    #[test]
    fn an_answer_that_is_no_colour_is_none_and_ends_the_waiting() {
        assert_eq!(heard("11;?", alt('\\')), Heard::Background(None));
        let mut answer = Answer::awaited();
        answer.hear(&alt(']'));
        assert_eq!(
            answer.hear(&KeyEvent::from(KeyCode::Enter)),
            Heard::Background(None)
        );
        assert_eq!(answer.hear(&alt(']')), Heard::Key);
    }

    #[test]
    fn keys_typed_before_the_answer_and_after_it_are_keys() {
        let mut answer = Answer::awaited();
        assert!(!answer.has(&keys("q")[0]));
        assert_eq!(answer.hear(&keys("q")[0]), Heard::Key);
        assert!(answer.has(&alt(']')));
        answer.hear(&alt(']'));
        assert!(answer.has(&keys("q")[0]));
        keys("11;rgb:0/0/0").iter().for_each(|key| _ = answer.hear(key));
        assert_eq!(answer.hear(&alt('\\')), Heard::Background(Some((0, 0, 0))));
        assert_eq!(answer.hear(&keys("q")[0]), Heard::Key);
    }
}
