//! What happens in a round of the soak, made from its seed alone: the same seed is the same steps. Owns chance and the
//! lists it picks from; knows nothing of processes.

use crate::pty_events::{ANSWERS, UNENDED};
use std::fmt;

/// Numbers that look random and follow from a seed (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// A number below this one, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// How the program is started.
#[derive(Debug)]
pub struct Start {
    pub size: (u16, u16),
    pub args: Vec<&'static str>,
    pub environment: Vec<(&'static str, &'static str)>,
}

/// How the program is ended.
#[derive(Clone, Copy, Debug)]
pub enum End {
    Kill,
    Terminate,
    HangUp,
    CtrlC,
}

/// What another program does in the data folder. The numbers choose the mark, the value, the junk.
#[derive(Clone, Copy, Debug)]
pub enum Foreign {
    /// Moves a profile with another value into the place of the open one.
    Moved(usize, i64),
    /// Writes the same in place.
    Written(usize, i64),
    /// Writes what is no profile over the open one.
    Junk(usize),
    /// Removes the open profile's file.
    Removed,
    /// Removes what can be undone.
    UndoRemoved,
    /// Copies the open profile, under a name that a cloud gives.
    Copied(usize),
}

/// One thing that happens.
pub enum Step {
    /// Bytes come in at the terminal.
    Input(Vec<u8>),
    /// The window changes its size.
    Resize(u16, u16),
    /// The program is stopped as the shell does or at once, and continued after these milliseconds.
    Stop { politely: bool, millis: u64 },
    /// The program ends and is started again.
    Restart(End, Start),
    /// Another program writes.
    Foreign(Foreign),
    /// A command is started beside it.
    Command(Vec<String>),
    /// A dialogue is started beside it, with these lines.
    Plain(String),
    /// Everything that must hold is looked at.
    Check,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(bytes) => write!(f, "input \"{}\"", bytes.escape_ascii()),
            Self::Resize(width, height) => write!(f, "window {width}×{height}"),
            Self::Stop { politely, millis } => write!(f, "stopped for {millis} ms, politely: {politely}"),
            Self::Restart(end, start) => write!(f, "{end:?}, then {start:?}"),
            Self::Foreign(foreign) => write!(f, "another program: {foreign:?}"),
            Self::Command(args) => write!(f, "pejl {args:?}"),
            Self::Plain(lines) => write!(f, "pejl --plain {lines:?}"),
            Self::Check => write!(f, "check"),
        }
    }
}

/// The marks, in the order in which home shows them.
pub const MARKS: [&str; 12] = [
    "arbejdsmiljoe",
    "maalsaetning",
    "helhedsmaal",
    "samskabelse",
    "innovation",
    "relationer",
    "sikker-drift",
    "oekonomistyring",
    "evidens",
    "ressourceopbygning",
    "tilpasning",
    "faellesskaber",
];

/// What is no profile.
pub const JUNK: &[&[u8]] = &[
    b"",
    b"{",
    b"null",
    b"\0\0\0\0\0\0\0\0",
    b"\xff\xfe{\0}\0",
    b"<<<<<<< HEAD\n{}\n=======\n",
    b"{\"format\":\"pejl.profile\",\"version\":\"9.0\"}",
];

/// Names of copies: iCloud, Dropbox, Syncthing, a hand.
pub const COPIES: &[&str] = &[
    " 2",
    " (Annes kopi i konflikt 2026-11-27)",
    ".sync-conflict-20261127-101112-ABCDEFG",
    " - Copy",
];

/// Keys that move, open and leave.
const MOVES: &[&str] = &[
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\r", "\r", "\x1b", "\t", "\x1b[Z", "\x1b[5~", "\x1b[6~",
    "\x1b[H", "\x1b[F", "\x7f", "\x1b[3~", " ", "1", "2", "3", "4", "5", "0", "h", "j", "k", "l",
];

/// Keys that change or open something. No `/`: what is typed must be no path out of the folder.
const DEEDS: &[&str] = &[
    "+",
    "+",
    "-",
    "-",
    "u",
    "u",
    "\x12",
    "\x1a",
    "\x19",
    "s",
    "n",
    "b",
    "c",
    "d",
    "w",
    "v",
    "o",
    "r",
    "t",
    "p",
    "e",
    "f",
    ":",
    "\x10",
    ",",
    "i",
    "m",
    "g",
    "x",
    "a",
    "y",
    "Y",
    "A",
    "B",
    "C",
    "?",
    "\x1bOP",
    "\x1b[15~",
    "\x13",
    "\x14",
    "\x15",
    "\x0b",
    "=",
    "z",
    "æ",
    "Ø",
    "\x1b[1;5C",
    "\x1b[1;2A",
    "q",
    "\x03",
];

const PASTES: &[&str] = &[
    "rolig drift",
    "to\nlinjer\r\nog en tredje\ttab",
    "e\u{301} 👩‍👩‍👧‍👦 \u{202e}omvendt\u{202c} \u{200b}",
    "'~/ud.json'",
    "~/ud.md",
    "\x1b[31mrød\x07",
    "",
];

const SIZES: &[(u16, u16)] = &[
    (100, 30),
    (120, 36),
    (80, 24),
    (40, 12),
    (39, 11),
    (1, 1),
    (7, 3),
    (200, 60),
    (300, 90),
    (1, 60),
    (300, 1),
    (60, 40),
];

const LINES: &[&str] = &[
    "1",
    "2",
    "3",
    "4",
    "12",
    "0",
    "",
    "?",
    "hjælp",
    "tilbage",
    "fortryd",
    "gentag",
    "+",
    "-",
    "+3",
    "noter",
    "hej",
    "q",
    "søg",
    "pejlinger",
    "\u{7}",
    "nej",
    "ja",
];

/// The steps of one round.
pub struct Script {
    dice: Dice,
    left: usize,
}

impl Script {
    /// A round of this seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let left = 80 + dice.below(240);
        Self { dice, left }
    }

    /// True where the round begins with a leader who has been here before.
    pub fn visited(&mut self) -> bool {
        !self.dice.one_in(4)
    }

    /// How the program is started.
    pub fn start(&mut self) -> Start {
        let dice = &mut self.dice;
        let mut start = Start {
            size: dice.pick(SIZES),
            args: Vec::new(),
            environment: Vec::new(),
        };
        if dice.one_in(3) {
            start
                .args
                .extend(["--glyphs", dice.pick(&["smooth", "block", "braille", "ascii"])]);
        }
        if dice.one_in(4) {
            start
                .args
                .extend(["--theme", dice.pick(&["dark", "light", "mono", "high-contrast"])]);
        }
        for (chance, arg) in [(4, "--no-motion"), (6, "--no-mouse"), (6, "--lang=en")] {
            if dice.one_in(chance) {
                start.args.push(arg);
            }
        }
        // nothing can be started from the interface
        start.environment.push(("PATH", ""));
        if dice.one_in(4) {
            start.environment.push(("COLORTERM", ""));
        }
        if dice.one_in(6) {
            start
                .environment
                .push(("TERM", dice.pick(&["linux", "xterm", "screen"])));
        }
        if dice.one_in(8) {
            start.environment.push(("NO_COLOR", "1"));
        }
        start
    }

    fn step(&mut self) -> Step {
        let dice = &mut self.dice;
        match dice.below(100) {
            0..3 => Step::Resize(dice.pick(SIZES).0, dice.pick(SIZES).1),
            3..6 => {
                let (width, height) = dice.pick(SIZES);
                Step::Resize(width, height)
            }
            6..9 => Step::Stop {
                politely: dice.one_in(2),
                millis: dice.below(60) as u64,
            },
            9..12 => {
                let end = dice.pick(&[End::Kill, End::Terminate, End::HangUp, End::CtrlC]);
                Step::Restart(end, self.start())
            }
            12..16 => Step::Foreign(foreign(dice)),
            16..20 => Step::Command(command(dice)),
            20..21 => Step::Plain(plain(dice)),
            21..23 => Step::Check,
            23..31 => Step::Input(mouse(dice)),
            31..34 => Step::Input([b"\x1b[200~", dice.pick(PASTES).as_bytes(), b"\x1b[201~"].concat()),
            34..37 => Step::Input(dice.pick(ANSWERS).to_vec()),
            37..39 => Step::Input(dice.pick(UNENDED).to_vec()),
            39..40 => {
                let junk = (0..dice.below(40)).map(|_| dice.below(256) as u8);
                // a path is never typed by chance
                Step::Input(junk.filter(|byte| *byte != b'/').collect())
            }
            _ => Step::Input(keys(dice)),
        }
    }
}

impl Iterator for Script {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        self.left = self.left.checked_sub(1)?;
        Some(self.step())
    }
}

/// A few keys at once, or one that is held.
fn keys(dice: &mut Dice) -> Vec<u8> {
    let mut key = || {
        let from = if dice.one_in(2) { MOVES } else { DEEDS };
        let times = if dice.one_in(12) { 1 + dice.below(20) } else { 1 };
        dice.pick(from).repeat(times)
    };
    let mut typed = key();
    while dice.one_in(3) {
        let from = if dice.one_in(2) { MOVES } else { DEEDS };
        typed += dice.pick(from);
    }
    typed.into_bytes()
}

/// A click, two, a turn of the wheel or a drag, at any cell and a bit beyond.
fn mouse(dice: &mut Dice) -> Vec<u8> {
    let (x, y) = (1 + dice.below(130), 1 + dice.below(40));
    let press = format!("\x1b[<0;{x};{y}M");
    let release = format!("\x1b[<0;{x};{y}m");
    let text = match dice.below(6) {
        0 | 1 => press + &release,
        2 => [&*press, &release, &press, &release].concat(),
        3 => format!("\x1b[<{};{x};{y}M", dice.pick(&[64, 65])),
        4 => press,
        _ => {
            let mut drag = press;
            for _ in 0..1 + dice.below(8) {
                drag += &format!("\x1b[<32;{};{}M", 1 + dice.below(130), 1 + dice.below(40));
            }
            drag + &release
        }
    };
    text.into_bytes()
}

fn foreign(dice: &mut Dice) -> Foreign {
    let (mark, value) = (dice.below(MARKS.len()), dice.below(11) as i64 - 5);
    match dice.below(10) {
        0..4 => Foreign::Moved(mark, value),
        4..6 => Foreign::Written(mark, value),
        6 => Foreign::Junk(dice.below(JUNK.len())),
        7 => Foreign::Removed,
        8 => Foreign::UndoRemoved,
        _ => Foreign::Copied(dice.below(COPIES.len())),
    }
}

fn command(dice: &mut Dice) -> Vec<String> {
    let mark = dice.pick(&MARKS);
    let value = (dice.below(11) as i64 - 5).to_string();
    let commands: &[&[&str]] = &[
        &["set", mark, &value],
        &["turn", mark, &value],
        &["reset"],
        &["note", mark, "fra en kommando"],
        &["show", "--json"],
        &["bearing", "save", "kommando"],
        &["bearing", "list", "--json"],
        &["profile", "list"],
        &["profile", "new", "Anden"],
        &["profile", "use", "Anden"],
        &["set", mark, &value, "--profile", "Anden"],
        &["export", "md", "-o", "ud.md", "--force"],
        &["export", "json", "-o", "ud.json", "--force"],
        &["import", "ud.json"],
        &["team", "data/profiles"],
        &["config", "init"],
    ];
    dice.pick(commands).iter().map(|arg| (*arg).to_owned()).collect()
}

fn plain(dice: &mut Dice) -> String {
    let lines = (0..dice.below(30)).map(|_| dice.pick(LINES).to_owned() + "\n");
    lines.collect()
}
