//! The bytes of a terminal, cut into units: characters, control sequences, strings, pastes, mouse reports. Owns where a
//! unit begins and ends, however it is cut across reads; what a unit means is the decoder's.
//!
//! A unit of ECMA-48 is never taken for typing. One that does not end is given up after a silence, which the caller
//! reports with [`Tokenizer::quiet`], and holds no more memory than its limit until then.

use std::time::Duration;

const ESCAPE: u8 = 0x1b;
/// Ctrl+C. Where it stands last in a string or paste that never ended, it was typed.
const INTERRUPT: u8 = 0x03;
const BELL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// The longest control sequence, in bytes of its parameters.
const LONGEST_SEQUENCE: usize = 64;
/// The longest string that is kept, in bytes; a longer one is still read to its end.
const LONGEST_STRING: usize = 4096;
/// The most of a paste that is kept, in bytes; the rest is read and dropped.
const LONGEST_PASTE: usize = 1 << 20;

/// The longest read, in bytes, that may be keys typed at once.
pub(super) const MOST_TYPED: usize = 32;

/// How long a unit may pause before it is given up: the time after which a lone ESC is the key.
pub(super) const SILENCE: Duration = Duration::from_millis(30);
/// How long a paste may pause: it holds text that would do much as keys.
const PASTE_SILENCE: Duration = Duration::from_millis(500);

/// One unit of input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// The key Esc.
    Escape,
    /// A character or control code; with `alt` after an ESC in the same breath.
    Char {
        /// The character.
        char: char,
        /// Whether an ESC came before it.
        alt: bool,
    },
    /// `CSI parameters last`. The parameters include private marks and intermediate bytes.
    Csi(Vec<u8>, u8),
    /// `SS3 last`, with a digit for modifiers where there is one.
    Ss3(Option<u8>, u8),
    /// `CSI [ last`: a function key of the Linux console.
    Console(u8),
    /// A mouse report of the X10 form: button, column, row, each plus 32.
    Mouse([u8; 3]),
    /// A string of the terminal.
    Text(Kind, Vec<u8>),
    /// A bracketed paste.
    Paste(String),
}

/// The kinds of strings (ECMA-48, 5.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Operating system command: `ESC ]`.
    Osc,
    /// Device control string: `ESC P`.
    Dcs,
    /// Application program command: `ESC _`.
    Apc,
    /// Privacy message: `ESC ^`.
    Pm,
    /// Start of string: `ESC X`.
    Sos,
}

/// Where in a unit the bytes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// In a character of UTF-8.
    Char {
        alt: bool,
    },
    Escape,
    Csi,
    Console,
    Ss3,
    Mouse,
    Text(Kind),
    /// After an ESC in a string: its end, if `\` follows.
    TextEscape(Kind),
    /// In a paste, with this many bytes of its end read.
    Paste(usize),
}

/// Cuts bytes into tokens.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {
    state: State,
    /// The bytes of the unit so far, without what introduced it.
    buffer: Vec<u8>,
    /// The unit was longer than its limit.
    overflowed: bool,
    /// How many Ctrl+C stand at the end of the unit so far.
    interrupts: usize,
    /// A silence has passed in the middle of the unit.
    stalled: bool,
}

impl Tokenizer {
    /// Takes bytes in and calls `emit` with each unit they end.
    pub fn feed(&mut self, bytes: &[u8], mut emit: impl FnMut(Token)) {
        if std::mem::take(&mut self.stalled) && !self.is_continued_by(bytes) {
            self.give_up(&mut emit);
        }
        for &byte in bytes {
            self.step(byte, &mut emit);
        }
    }

    /// How long to wait for more bytes before [`quiet`](Self::quiet) is due; `None` where nothing is open.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground | State::Char { .. } => None,
            _ if self.stalled => None,
            State::Paste(_) if self.interrupts == 0 => Some(PASTE_SILENCE),
            _ => Some(SILENCE),
        }
    }

    /// True where a paste is open. What is typed into one that never ends must not keep it open.
    pub fn is_in_paste(&self) -> bool {
        matches!(self.state, State::Paste(_))
    }

    /// No bytes came for as long as [`patience`](Self::patience) said: a lone ESC is the key, a paste is what came of it,
    /// anything else is given up unless its rest still comes in one piece.
    pub fn quiet(&mut self, mut emit: impl FnMut(Token)) {
        match self.state {
            State::Escape => emit(Token::Escape),
            // the bytes of a mouse report are any, also those of a key
            State::Mouse => return self.give_up(&mut emit),
            _ if self.interrupts > 0 => return self.give_up(&mut emit),
            State::Paste(_) => self.end_paste(&mut emit),
            _ => {}
        }
        self.stalled = true;
    }

    /// Whether these bytes, after a silence, are the late rest of the open unit. A single byte is a key, unless it ends a
    /// string whose ESC has come; more are the rest where they end the unit, or are more than anybody types at once.
    fn is_continued_by(&self, bytes: &[u8]) -> bool {
        if let (State::TextEscape(_), [b'\\', ..]) = (self.state, bytes) {
            return true;
        }
        let is_long =
            matches!(self.state, State::Csi | State::Text(_) | State::Paste(_)) && bytes.len() > MOST_TYPED;
        if bytes.len() < 2 || is_long {
            return is_long;
        }
        let mut rest = Self {
            stalled: false,
            ..self.clone()
        };
        let mut first = None;
        for &byte in bytes {
            rest.step(byte, &mut |token| _ = first.get_or_insert(token));
            if first.is_some() {
                break;
            }
        }
        match self.state {
            State::Text(_) | State::TextEscape(_) => matches!(first, Some(Token::Text(..))),
            State::Paste(_) => matches!(first, Some(Token::Paste(_))),
            _ => first.is_some_and(|first| !matches!(first, Token::Char { .. } | Token::Escape)),
        }
    }

    /// How many bytes are held.
    #[cfg(test)]
    pub fn held(&self) -> usize {
        self.buffer.len()
    }

    /// Takes one byte in.
    fn step(&mut self, byte: u8, emit: &mut impl FnMut(Token)) {
        match (self.state, byte) {
            (State::Ground, _) => self.ground(byte, false, emit),
            (State::Char { alt }, _) => self.char(byte, alt, emit),
            (State::Escape, _) => self.escape(byte, emit),
            (State::Csi, b'[') if self.buffer.is_empty() => self.state = State::Console,
            (State::Csi, b'M') if self.buffer.is_empty() => self.state = State::Mouse,
            (State::Csi, 0x20..=0x3f) => self.push(byte, LONGEST_SEQUENCE),
            (State::Csi, 0x40..=0x7e) => match self.end() {
                Some(parameters) if parameters == b"200" && byte == b'~' => self.state = State::Paste(0),
                Some(parameters) => emit(Token::Csi(parameters, byte)),
                None => {}
            },
            (State::Console, b'A'..=b'E') => {
                self.end();
                emit(Token::Console(byte));
            }
            (State::Ss3, b'0'..=b'9') if self.buffer.is_empty() => self.buffer.push(byte),
            (State::Ss3, b' ' | 0x40..=0x7e) => {
                let digit = self.end().and_then(|digits| digits.first().copied());
                emit(Token::Ss3(digit, byte));
            }
            (State::Mouse, 0x20..) => {
                self.buffer.push(byte);
                if let [button, x, y] = self.buffer[..] {
                    self.end();
                    emit(Token::Mouse([button, x, y]));
                }
            }
            (State::Text(kind), ESCAPE) => self.state = State::TextEscape(kind),
            (State::Text(kind @ Kind::Osc), BELL) | (State::TextEscape(kind), b'\\') => {
                if let Some(text) = self.end() {
                    emit(Token::Text(kind, text));
                }
            }
            (State::Text(_) | State::Paste(0), INTERRUPT) => self.interrupts += 1,
            (State::Text(_), _) => self.push(byte, LONGEST_STRING),
            (State::Paste(matched), _) => self.paste(byte, matched, emit),
            // an ESC breaks a string off and begins what follows
            (State::TextEscape(_), _) => {
                self.give_up(emit);
                self.escape(byte, emit);
            }
            // broken off by what cannot be a part of it, which stands for itself
            (State::Csi | State::Console | State::Ss3 | State::Mouse, _) => {
                self.end();
                self.ground(byte, false, emit);
            }
        }
    }

    /// Takes the first byte of a unit in.
    fn ground(&mut self, byte: u8, alt: bool, emit: &mut impl FnMut(Token)) {
        match byte {
            ESCAPE => self.state = State::Escape,
            0..0x80 => emit(Token::Char {
                char: byte.into(),
                alt,
            }),
            _ => self.char(byte, alt, emit),
        }
    }

    /// Takes a byte of a character beyond ASCII in.
    fn char(&mut self, byte: u8, alt: bool, emit: &mut impl FnMut(Token)) {
        self.buffer.push(byte);
        self.state = State::Char { alt };
        match std::str::from_utf8(&self.buffer) {
            Ok(text) => {
                let char = text.chars().next();
                self.end();
                if let Some(char) = char {
                    emit(Token::Char { char, alt });
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                let broken_off = self.buffer.len() > 1;
                self.end();
                if broken_off {
                    self.ground(byte, false, emit);
                }
            }
        }
    }

    /// Takes the byte after an ESC in.
    fn escape(&mut self, byte: u8, emit: &mut impl FnMut(Token)) {
        self.state = match byte {
            b'[' => State::Csi,
            b'O' => State::Ss3,
            b']' => State::Text(Kind::Osc),
            b'P' => State::Text(Kind::Dcs),
            b'_' => State::Text(Kind::Apc),
            b'^' => State::Text(Kind::Pm),
            b'X' => State::Text(Kind::Sos),
            // the end of a string that was given up or broken off
            b'\\' => State::Ground,
            // Esc, and then the next key in one read: control codes but Backspace, and `q`, which leaves
            ESCAPE | b'q' | 0..=0x07 | 0x09..=0x1f => {
                self.state = State::Ground;
                emit(Token::Escape);
                return self.ground(byte, false, emit);
            }
            _ => {
                self.state = State::Ground;
                return self.ground(byte, true, emit);
            }
        };
    }

    /// Takes a byte of a paste in, of whose end `matched` bytes are there.
    fn paste(&mut self, byte: u8, matched: usize, emit: &mut impl FnMut(Token)) {
        if byte == PASTE_END[matched] {
            self.state = State::Paste(matched + 1);
            if matched + 1 == PASTE_END.len() {
                self.end_paste(emit);
                self.end();
            }
            return;
        }
        for &byte in &PASTE_END[..matched] {
            self.push(byte, LONGEST_PASTE);
        }
        self.state = State::Paste(0);
        if matched > 0 {
            return self.step(byte, emit);
        }
        self.push(byte, LONGEST_PASTE);
    }

    /// Emits what has come of a paste, where one is open.
    fn end_paste(&mut self, emit: &mut impl FnMut(Token)) {
        if let (State::Paste(_), [_, ..]) = (self.state, &self.buffer[..]) {
            emit(Token::Paste(String::from_utf8_lossy(&self.buffer).into_owned()));
            self.buffer.clear();
        }
    }

    /// Keeps a byte of the open unit, and the Ctrl+C before it.
    fn push(&mut self, byte: u8, limit: usize) {
        for _ in 0..std::mem::take(&mut self.interrupts) {
            self.push(INTERRUPT, limit);
        }
        if self.buffer.len() < limit {
            self.buffer.push(byte);
        } else {
            self.overflowed = true;
        }
    }

    /// Ends the open unit; what was kept of it, where that is all.
    fn end(&mut self) -> Option<Vec<u8>> {
        self.state = State::Ground;
        self.interrupts = 0;
        let buffer = std::mem::take(&mut self.buffer);
        (!std::mem::take(&mut self.overflowed)).then_some(buffer)
    }

    /// Ends the open unit before its end: of a paste what has come is emitted, and a Ctrl+C that came last is the key.
    fn give_up(&mut self, emit: &mut impl FnMut(Token)) {
        self.end_paste(emit);
        let interrupts = self.interrupts;
        self.end();
        for _ in 0..interrupts {
            emit(Token::Char {
                char: INTERRUPT.into(),
                alt: false,
            });
        }
    }
}
