//! What the units of a terminal's input mean: keys, the mouse, pastes, what the terminal says of itself. Owns the names of
//! the sequences (xterm's, kitty's keyboard protocol, and the older forms of rxvt and the Linux console); where a unit
//! begins and ends is the tokenizer's.
//!
//! What is neither a key nor an answer that somebody waits for is nothing: CPR, DECRPM, focus reports and other strings are
//! read and left.

use super::{
    graphics::Answer,
    input::InputEvent,
    tokenizer::{Kind, Token},
};
use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The event of a unit, where it is one.
pub fn decode(token: Token) -> Option<InputEvent> {
    match token {
        Token::Escape => key(KeyCode::Esc, KeyModifiers::NONE),
        Token::Char { char, alt } => {
            let alt = if alt {
                KeyModifiers::ALT
            } else {
                KeyModifiers::NONE
            };
            typed(char, alt)
        }
        Token::Csi(parameters, last) => match Answer::in_sequence(&parameters, last) {
            Some(answer) => Some(InputEvent::Answer(answer)),
            None => sequence(&parameters, last),
        },
        Token::Ss3(digit, last) => {
            let modifiers = digit.map_or(KeyModifiers::NONE, |digit| modifiers((digit - b'0').into()));
            single_shift(last, modifiers)
        }
        Token::Console(last) => key(KeyCode::F(last - b'A' + 1), KeyModifiers::NONE),
        Token::Mouse(report) => {
            let [button, x, y] = report.map(|byte| u32::from(byte) - 32);
            mouse(button, x, y, true)
        }
        Token::Text(Kind::Osc, text) => String::from_utf8(text).ok().map(InputEvent::Osc),
        Token::Text(Kind::Apc, text) => Answer::in_command(&text).map(InputEvent::Answer),
        Token::Text(..) => None,
        Token::Paste(text) => Some(InputEvent::Paste(text)),
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<InputEvent> {
    Some(InputEvent::Key(KeyEvent::new(code, modifiers)))
}

/// A control code, or a character; a capital is one that Shift is held with.
fn typed(char: char, modifiers: KeyModifiers) -> Option<InputEvent> {
    let control = |letter: u8| key(KeyCode::Char(letter.into()), modifiers | KeyModifiers::CONTROL);
    match char {
        '\r' => key(KeyCode::Enter, modifiers),
        '\t' => key(KeyCode::Tab, modifiers),
        '\x1b' => key(KeyCode::Esc, modifiers),
        '\x7f' => key(KeyCode::Backspace, modifiers),
        '\0' => control(b' '),
        '\x01'..='\x1a' => control(char as u8 - 1 + b'a'),
        '\x1c'..='\x1f' => control(char as u8 - 0x1c + b'4'),
        _ if char.is_control() => None,
        _ => character(char, modifiers),
    }
}

fn character(char: char, modifiers: KeyModifiers) -> Option<InputEvent> {
    let shift = if char.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    key(KeyCode::Char(char), modifiers | shift)
}

/// The key that ends a sequence with this letter.
fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The arrow of the small letters with which rxvt sends them shifted (CSI) or with Ctrl (SS3).
fn small_arrow(letter: u8) -> Option<KeyCode> {
    matches!(letter, b'a'..=b'd')
        .then(|| lettered(letter.to_ascii_uppercase()))
        .flatten()
}

/// `SS3`: arrows and F1 to F4 as the VT100 sent them, and its numeric keypad.
fn single_shift(last: u8, modifiers: KeyModifiers) -> Option<InputEvent> {
    if let Some(code) = small_arrow(last) {
        return key(code, modifiers | KeyModifiers::CONTROL);
    }
    let code = lettered(last).or_else(|| {
        Some(match last {
            b' ' => KeyCode::Char(' '),
            b'I' => KeyCode::Tab,
            b'M' => KeyCode::Enter,
            b'X' => KeyCode::Char('='),
            // the keypad's own signs and digits, 64 higher than their codes
            b'j'..=b'y' => KeyCode::Char((last - 0x40).into()),
            _ => return None,
        })
    });
    key(code?, modifiers)
}

/// The key of a sequence that ends in `~`, by its number.
fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23..=26 => KeyCode::F(number as u8 - 12),
        28 | 29 => KeyCode::F(number as u8 - 13),
        31..=34 => KeyCode::F(number as u8 - 14),
        _ => return None,
    })
}

/// A control sequence (ECMA-48, 5.4).
fn sequence(parameters: &[u8], last: u8) -> Option<InputEvent> {
    if let (Some(parameters), b'M' | b'm') = (parameters.strip_prefix(b"<"), last) {
        let parameters = Parameters::read(parameters)?;
        let [button, x, y] = [0, 1, 2].map(|at| parameters.get(at, 0));
        return mouse(button?, x?, y?, last == b'M');
    }
    // no key has a private mark or an intermediate byte
    let parameters = Parameters::read(parameters)?;
    let number = parameters.get(0, 0);
    let modifiers = modifiers(parameters.get(1, 0).unwrap_or(1));
    let event = match last {
        b'~' if number == Some(27) => by_code(parameters.get(2, 0)?, modifiers),
        b'~' => key(numbered(number?)?, modifiers),
        b'u' => unicode(&parameters, modifiers),
        b'Z' => key(KeyCode::BackTab, modifiers | KeyModifiers::SHIFT),
        // `CSI R` says where the cursor is; F3 comes as `SS3 R` or by its number
        b'R' => None,
        letter => match small_arrow(letter) {
            Some(code) => key(code, modifiers | KeyModifiers::SHIFT),
            None => key(lettered(letter)?, modifiers),
        },
    };
    match (event, parameters.get(1, 1)) {
        (Some(InputEvent::Key(_)), Some(3)) => None,
        (Some(InputEvent::Key(key)), Some(2)) => Some(InputEvent::Key(KeyEvent {
            kind: KeyEventKind::Repeat,
            ..key
        })),
        (event, _) => event,
    }
}

/// kitty's keyboard protocol, and xterm's `CSI u`: `code:shifted:base ; modifiers:event ; text`.
fn unicode(parameters: &Parameters, modifiers: KeyModifiers) -> Option<InputEvent> {
    let code = parameters.get(0, 0)?;
    let held = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER;
    let shifted = modifiers.contains(KeyModifiers::SHIFT) && !modifiers.intersects(held);
    // the text the key types, where the terminal says it; else the key that Shift makes of it
    let text = parameters.get(2, 0).filter(|_| !modifiers.intersects(held));
    let shifted = text.or(parameters.get(0, 1).filter(|_| shifted)).or_else(|| {
        let mut upper = char::from_u32(code).filter(|_| shifted)?.to_uppercase();
        upper.next().filter(|_| upper.next().is_none()).map(u32::from)
    });
    match code {
        // the keys that type no text
        9 | 13 | 27 | 127 | 57344..=63743 => by_code(code, modifiers),
        _ => by_code(shifted.unwrap_or(code), modifiers),
    }
}

/// A key by the code of its character, or by kitty's number of the keys without one.
fn by_code(code: u32, modifiers: KeyModifiers) -> Option<InputEvent> {
    let code = match code {
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        57376..=57387 => KeyCode::F((code - 57376) as u8 + 13),
        57399..=57408 => KeyCode::Char((b'0' + (code - 57399) as u8).into()),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        // the private characters are kitty's other keys: volume, Shift alone, …
        57344..=63743 => return None,
        _ => {
            let char = char::from_u32(code).filter(|char| !char.is_control())?;
            return character(char, modifiers);
        }
    };
    key(code, modifiers)
}

/// The parameters of a sequence: numbers between semicolons, each with details after colons.
struct Parameters<'a>(&'a str);

impl<'a> Parameters<'a> {
    /// `None` where there is anything but numbers.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let numeric = bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'));
        let text = std::str::from_utf8(bytes).ok()?;
        let short = text.split([';', ':']).all(|number| number.len() <= 9);
        (numeric && short).then_some(Self(text))
    }

    /// The number at a place, or its detail; `None` where it is not told.
    fn get(&self, at: usize, detail: usize) -> Option<u32> {
        self.0.split(';').nth(at)?.split(':').nth(detail)?.parse().ok()
    }
}

/// Which modifiers a parameter means: one more than the sum of their bits.
fn modifiers(parameter: u32) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ]
    .into_iter()
    .enumerate()
    .filter(|(bit, _)| bits >> bit & 1 == 1)
    .fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier)
}

/// What the mouse did (xterm, "Mouse Tracking"); places count from 1.
fn mouse(code: u32, x: u32, y: u32, pressed: bool) -> Option<InputEvent> {
    let button = match code & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let (moving, wheel) = (code & 32 != 0, code & 64 != 0);
    let kind = match (code & 3, wheel, moving) {
        (_, false, _) if code & 128 != 0 => return None,
        (0, true, _) => MouseEventKind::ScrollUp,
        (1, true, _) => MouseEventKind::ScrollDown,
        (2, true, _) => MouseEventKind::ScrollLeft,
        (_, true, _) => MouseEventKind::ScrollRight,
        (3, false, true) => MouseEventKind::Moved,
        (_, false, true) => MouseEventKind::Drag(button),
        // which one is not told in the old form
        (3, false, false) => MouseEventKind::Up(MouseButton::Left),
        (..) if pressed => MouseEventKind::Down(button),
        (..) => MouseEventKind::Up(button),
    };
    let held = [
        (4, KeyModifiers::SHIFT),
        (8, KeyModifiers::ALT),
        (16, KeyModifiers::CONTROL),
    ];
    let modifiers = held
        .into_iter()
        .filter(|(bit, _)| code & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier);
    let cell = |place: u32| u16::try_from(place.saturating_sub(1)).unwrap_or(u16::MAX);
    Some(InputEvent::Mouse(MouseEvent {
        kind,
        column: cell(x),
        row: cell(y),
        modifiers,
    }))
}

#[cfg(test)]
mod tests;
