//! The bytes that a terminal sends, as events. Owns the grammar of keys, mouse and paste (ECMA-48 sequences as xterm
//! sends them, and the older forms of rxvt and the Linux console); reads nothing itself.
//!
//! On Unix the loop reads the terminal by itself, because a thread between the two costs more than drawing does. On
//! Windows keys are no bytes, and crossterm tells of them.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

const ESCAPE: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// A sequence that is longer than this, in bytes, is none.
const LONGEST: usize = 64;

/// What is left of bytes that were not whole yet.
#[derive(Clone, Debug, Default)]
pub struct Input {
    rest: Vec<u8>,
    pasting: bool,
}

/// What the first bytes are, and how many they were.
enum First {
    Event(Event, usize),
    /// A paste begins.
    Paste(usize),
    /// Nothing that this program knows.
    Unknown(usize),
    /// The beginning of something.
    Open,
}

impl Input {
    /// Takes bytes in and calls `tell` with each event they end. Where no `more` follow at once, an escape at the end is
    /// the key.
    pub fn take(&mut self, bytes: &[u8], more: bool, mut tell: impl FnMut(Event)) {
        // the end of a paste was looked for in all that was there before
        let new = self.rest.len().saturating_sub(PASTE_END.len() - 1);
        self.rest.extend_from_slice(bytes);
        let mut at = 0;
        while at < self.rest.len() {
            let rest = &self.rest[at..];
            if self.pasting {
                let from = new.saturating_sub(at);
                let Some(end) = find(&rest[from..], PASTE_END).map(|end| from + end) else {
                    break;
                };
                tell(Event::Paste(String::from_utf8_lossy(&rest[..end]).into_owned()));
                self.pasting = false;
                at += end + PASTE_END.len();
                continue;
            }
            match first(rest, more) {
                First::Event(event, length) => {
                    tell(event);
                    at += length;
                }
                First::Paste(length) => {
                    self.pasting = true;
                    at += length;
                }
                First::Unknown(length) => at += length,
                First::Open => break,
            }
        }
        self.rest.drain(..at);
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// What `bytes`, of which there is one at least, begin with.
fn first(bytes: &[u8], more: bool) -> First {
    match bytes {
        [ESCAPE] if more => First::Open,
        // two escapes are two keys
        [ESCAPE] | [ESCAPE, ESCAPE, ..] => key(KeyCode::Esc, KeyModifiers::NONE, 1),
        [ESCAPE, b'[', ..] => sequence(bytes),
        [ESCAPE, b'O'] => First::Open,
        [ESCAPE, b'O', letter, ..] => match lettered(*letter).or(function(*letter)) {
            Some(code) => key(code, KeyModifiers::NONE, 3),
            None => First::Unknown(3),
        },
        // Alt is an escape before the key
        [ESCAPE, rest @ ..] => match first(rest, more) {
            First::Event(Event::Key(event), length) => {
                key(event.code, event.modifiers | KeyModifiers::ALT, length + 1)
            }
            First::Unknown(length) => First::Unknown(length + 1),
            other => other,
        },
        _ => plain(bytes),
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers, length: usize) -> First {
    First::Event(Event::Key(KeyEvent::new(code, modifiers)), length)
}

/// A control code, or a character of UTF-8.
fn plain(bytes: &[u8]) -> First {
    let control = |character: u8| key(KeyCode::Char(character.into()), KeyModifiers::CONTROL, 1);
    match bytes[0] {
        b'\r' => key(KeyCode::Enter, KeyModifiers::NONE, 1),
        b'\t' => key(KeyCode::Tab, KeyModifiers::NONE, 1),
        0x7f => key(KeyCode::Backspace, KeyModifiers::NONE, 1),
        0 => control(b' '),
        code @ 0x01..=0x1a => control(code - 1 + b'a'),
        code @ 0x1c..=0x1f => control(code - 0x1c + b'4'),
        lead => {
            let length = match lead {
                0x00..=0x7f => 1,
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return First::Unknown(1),
            };
            let there = &bytes[..length.min(bytes.len())];
            match std::str::from_utf8(there) {
                Ok(text) => match text.chars().next() {
                    Some(character) => typed(character, KeyModifiers::NONE, length),
                    None => First::Unknown(1),
                },
                Err(error) if error.error_len().is_none() => First::Open,
                Err(_) => First::Unknown(1),
            }
        }
    }
}

/// A character; a capital is one that Shift is held with.
fn typed(character: char, modifiers: KeyModifiers, length: usize) -> First {
    let shift = if character.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    key(KeyCode::Char(character), modifiers | shift, length)
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
        _ => return None,
    })
}

/// F1 to F4 as the VT100 sent them.
fn function(letter: u8) -> Option<KeyCode> {
    matches!(letter, b'P'..=b'S').then(|| KeyCode::F(letter - b'P' + 1))
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

/// A control sequence: `ESC [`, parameters, a final byte (ECMA-48, 5.4).
fn sequence(bytes: &[u8]) -> First {
    match &bytes[2..] {
        // F1 to F5 of the Linux console
        [b'[', letter @ b'A'..=b'E', ..] => {
            return key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE, 4);
        }
        [b'['] => return First::Open,
        // the mouse as X10 told of it: three bytes, each 32 too many
        [b'M', button, x, y, ..] => {
            let [button, x, y] = [button, x, y].map(|byte| u32::from(byte.saturating_sub(32)));
            return mouse(button, x, y, true, 6);
        }
        [b'M', ..] => return First::Open,
        _ => {}
    }
    let Some(end) = bytes[2..].iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if bytes.len() < LONGEST {
            First::Open
        } else {
            First::Unknown(bytes.len())
        };
    };
    let (parameters, last, length) = (&bytes[2..2 + end], bytes[2 + end], end + 3);
    if !(0x40..=0x7e).contains(&last) {
        // broken off by something else, which is read for itself
        return First::Unknown(length - 1);
    }
    let marked = |mark: u8| parameters.strip_prefix(&[mark]);
    if let (Some(parameters), b'M' | b'm') = (marked(b'<'), last) {
        return match numbers(parameters)[..] {
            [button, x, y] => mouse(button, x, y, last == b'M', length),
            _ => First::Unknown(length),
        };
    }
    let numbers = numbers(parameters);
    let number = numbers.first().copied().unwrap_or(1);
    let modifiers = modifiers(numbers.get(1).copied().unwrap_or(1));
    let code = match last {
        b'~' if number == 200 => return First::Paste(length),
        b'~' => numbered(number),
        b'Z' => return key(KeyCode::BackTab, modifiers | KeyModifiers::SHIFT, length),
        b'u' => return unicode(number, modifiers, length),
        b'I' => return First::Event(Event::FocusGained, length),
        b'O' => return First::Event(Event::FocusLost, length),
        // `CSI R` tells where a cursor is; F3 comes as `SS3 R` or by its number
        letter => lettered(letter).or(function(letter).filter(|_| letter != b'R')),
    };
    match code {
        Some(code) => key(code, modifiers, length),
        None => First::Unknown(length),
    }
}

/// A key by its character, as terminals that were asked to tell keys apart send it (`CSI u`).
fn unicode(number: u32, modifiers: KeyModifiers, length: usize) -> First {
    match char::from_u32(number) {
        Some('\r') => key(KeyCode::Enter, modifiers, length),
        Some('\t') if modifiers.contains(KeyModifiers::SHIFT) => key(KeyCode::BackTab, modifiers, length),
        Some('\t') => key(KeyCode::Tab, modifiers, length),
        Some('\x1b') => key(KeyCode::Esc, modifiers, length),
        Some('\x7f') => key(KeyCode::Backspace, modifiers, length),
        Some(character) if !character.is_control() => typed(character, modifiers, length),
        _ => First::Unknown(length),
    }
}

/// Parameters between semicolons; what follows a colon only details one. An absent one is 1, the least of any that
/// are used here.
fn numbers(parameters: &[u8]) -> Vec<u32> {
    let number = |part: &[u8]| {
        let digits = part.split(|byte| *byte == b':').next()?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    };
    if parameters.is_empty() {
        return Vec::new();
    }
    parameters
        .split(|byte| *byte == b';')
        .map(|part| number(part).unwrap_or(1))
        .collect()
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
fn mouse(code: u32, x: u32, y: u32, pressed: bool, length: usize) -> First {
    let button = match code & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let (moving, wheel) = (code & 32 != 0, code & 64 != 0);
    let kind = match (code & 3, wheel, moving) {
        (_, false, _) if code & 128 != 0 => return First::Unknown(length),
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
    let event = MouseEvent {
        kind,
        column: cell(x),
        row: cell(y),
        modifiers,
    };
    First::Event(Event::Mouse(event), length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn events(bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        Input::default().take(bytes, false, |event| events.push(event));
        events
    }

    fn pressed(bytes: &[u8]) -> Vec<(KeyCode, KeyModifiers)> {
        let key = |event| match event {
            Event::Key(key) => (key.code, key.modifiers),
            other => panic!("{other:?}"),
        };
        events(bytes).into_iter().map(key).collect()
    }

    const NONE: KeyModifiers = KeyModifiers::NONE;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

    #[test]
    fn every_way_a_terminal_sends_a_key_is_understood() {
        let keys: &[(&[u8], KeyCode, KeyModifiers)] = &[
            (b"a", KeyCode::Char('a'), NONE),
            (b"A", KeyCode::Char('A'), KeyModifiers::SHIFT),
            ("å".as_bytes(), KeyCode::Char('å'), NONE),
            ("漢".as_bytes(), KeyCode::Char('漢'), NONE),
            ("🧭".as_bytes(), KeyCode::Char('🧭'), NONE),
            (b"\r", KeyCode::Enter, NONE),
            (b"\n", KeyCode::Char('j'), CONTROL),
            (b"\t", KeyCode::Tab, NONE),
            (b"\x1b[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
            (b"\x7f", KeyCode::Backspace, NONE),
            (b"\0", KeyCode::Char(' '), CONTROL),
            (b"\x03", KeyCode::Char('c'), CONTROL),
            (b"\x1a", KeyCode::Char('z'), CONTROL),
            (b"\x1b", KeyCode::Esc, NONE),
            (b"\x1bx", KeyCode::Char('x'), KeyModifiers::ALT),
            (b"\x1b\x7f", KeyCode::Backspace, KeyModifiers::ALT),
            (b"\x1b[A", KeyCode::Up, NONE),
            (b"\x1bOB", KeyCode::Down, NONE),
            (b"\x1b[1;5C", KeyCode::Right, CONTROL),
            (b"\x1b[1;2D", KeyCode::Left, KeyModifiers::SHIFT),
            (b"\x1b[H", KeyCode::Home, NONE),
            (b"\x1b[1~", KeyCode::Home, NONE),
            (b"\x1b[7~", KeyCode::Home, NONE),
            (b"\x1bOF", KeyCode::End, NONE),
            (b"\x1b[4~", KeyCode::End, NONE),
            (b"\x1b[3~", KeyCode::Delete, NONE),
            (b"\x1b[3;5~", KeyCode::Delete, CONTROL),
            (b"\x1b[5~", KeyCode::PageUp, NONE),
            (b"\x1b[6~", KeyCode::PageDown, NONE),
            (b"\x1bOP", KeyCode::F(1), NONE),
            (b"\x1b[11~", KeyCode::F(1), NONE),
            (b"\x1b[[A", KeyCode::F(1), NONE),
            (b"\x1b[15~", KeyCode::F(5), NONE),
            (b"\x1b[17~", KeyCode::F(6), NONE),
            (b"\x1b[24~", KeyCode::F(12), NONE),
            (b"\x1b[1;5P", KeyCode::F(1), CONTROL),
            (b"\x1b[13;2u", KeyCode::Enter, KeyModifiers::SHIFT),
            (b"\x1b[122;5u", KeyCode::Char('z'), CONTROL),
        ];
        for (bytes, code, modifiers) in keys {
            assert_eq!(
                pressed(bytes),
                [(*code, *modifiers)],
                "{:?}",
                bytes.escape_ascii()
            );
        }
    }

    #[test]
    fn keys_that_come_together_are_all_there() {
        let codes: Vec<KeyCode> = pressed(b"+\x1b[A\x1b\x1b[Bq")
            .into_iter()
            .map(|key| key.0)
            .collect();
        assert_eq!(
            codes,
            [
                KeyCode::Char('+'),
                KeyCode::Up,
                KeyCode::Esc,
                KeyCode::Down,
                KeyCode::Char('q')
            ]
        );
    }

    #[test]
    fn what_is_unknown_is_left_out_and_nothing_after_it() {
        for unknown in [
            b"\x1b[99~".as_slice(),
            b"\x1b[24;80R",
            b"\x1b[?1;2c",
            b"\x1bOz",
            b"\xff",
            b"\xc3(",
            b"\x1b[12\x1b[",
        ] {
            let bytes = [unknown, b"\x1b[Aq"].concat();
            let last = pressed(&bytes).pop();
            assert_eq!(
                last,
                Some((KeyCode::Char('q'), NONE)),
                "{:?}",
                unknown.escape_ascii()
            );
        }
    }

    #[test]
    fn the_mouse_is_told_of_in_both_forms() {
        let mouse = |bytes| match events(bytes)[..] {
            [Event::Mouse(mouse)] => (mouse.kind, mouse.column, mouse.row, mouse.modifiers),
            ref other => panic!("{other:?}"),
        };
        let left = MouseButton::Left;
        assert_eq!(mouse(b"\x1b[<0;11;6M"), (MouseEventKind::Down(left), 10, 5, NONE));
        assert_eq!(mouse(b"\x1b[<0;11;6m"), (MouseEventKind::Up(left), 10, 5, NONE));
        assert_eq!(
            mouse(b"\x1b[<48;300;6M"),
            (MouseEventKind::Drag(left), 299, 5, CONTROL)
        );
        assert_eq!(mouse(b"\x1b[<35;1;1M"), (MouseEventKind::Moved, 0, 0, NONE));
        assert_eq!(mouse(b"\x1b[<64;1;1M"), (MouseEventKind::ScrollUp, 0, 0, NONE));
        assert_eq!(mouse(b"\x1b[<65;1;1M"), (MouseEventKind::ScrollDown, 0, 0, NONE));
        assert_eq!(mouse(b"\x1b[M !!"), (MouseEventKind::Down(left), 0, 0, NONE));
        assert_eq!(mouse(b"\x1b[M#!!"), (MouseEventKind::Up(left), 0, 0, NONE));
    }

    #[test]
    fn a_paste_is_one_event_whatever_is_in_it() {
        let pasted = events(b"a\x1b[200~q\x1b[A\r\n\x1b[201~b");
        assert_eq!(pasted[1], Event::Paste("q\x1b[A\r\n".into()));
        assert_eq!(pasted.len(), 3);
    }

    #[test]
    fn an_escape_is_the_key_only_where_nothing_follows_at_once() {
        let mut input = Input::default();
        let mut events = Vec::new();
        input.take(b"\x1b", true, |event| events.push(event));
        assert_eq!(events, []);
        input.take(b"[A", false, |event| events.push(event));
        assert_eq!(events, [Event::Key(KeyCode::Up.into())]);
    }

    proptest! {
        #[test]
        fn it_makes_no_difference_where_bytes_are_cut_in_two(
            bytes in prop::collection::vec(prop_oneof![
                4 => prop::sample::select(b"\x1b[O<;:~AMmu0125abZ\xc3\xa6 \r".to_vec()),
                1 => any::<u8>(),
            ], 0..48),
            cut in any::<prop::sample::Index>(),
        ) {
            let whole = events(&bytes);
            let cut = cut.index(bytes.len() + 1);
            let mut input = Input::default();
            let mut parts = Vec::new();
            input.take(&bytes[..cut], true, |event| parts.push(event));
            input.take(&bytes[cut..], false, |event| parts.push(event));
            prop_assert_eq!(whole, parts);
        }
    }
}
