//! What is done with a program in one run, and what is noted of it.

use crate::{
    process::{Usage, own_memory},
    session::Session,
    table::{Figures, Measure, median},
    year::year,
};
use pejl::{
    core::{dial::DialValue, framework::Framework},
    store::{Access, DEFAULT_SLUG, Store, system_clock},
};
use std::{
    error::Error,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// A program to measure.
pub enum Program {
    /// pejl, with its folder of data.
    Pejl(PathBuf, tempfile::TempDir),
    /// The bare program.
    Bare(PathBuf),
}

/// No byte for so long is the end of the first frame, and of the answer to a key.
const QUIET: [Duration; 2] = [Duration::from_millis(150), Duration::from_millis(25)];
/// No answer after so long is none.
const NONE: Duration = Duration::from_millis(300);
/// How often each key is pressed.
const PRESSES: usize = 40;
/// Keys pressed at once, and after how many of them the other key is taken.
const BURST: (usize, usize) = (500, 7);

const UP: &[u8] = b"\x1b[A";
const DOWN: &[u8] = b"\x1b[B";
const LEFT: &[u8] = b"\x1b[D";
const RIGHT: &[u8] = b"\x1b[C";

/// Builds both programs and pejl's profile.
pub fn programs() -> Result<[Program; 2], Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").ok_or("run this with `cargo run`")?;
    let built = Command::new(cargo)
        .args([
            "build",
            "--release",
            "--quiet",
            "--bin",
            "pejl",
            "--example",
            "bare",
        ])
        .status()?;
    if !built.success() {
        return Err("the programs do not build".into());
    }
    let here = std::env::current_exe()?;
    let examples = here.parent().ok_or("this program is nowhere")?;
    let data = tempfile::tempdir()?;
    Store::new(data.path().into(), system_clock)
        .create(&year())
        .map_err(|fault| format!("{fault:?}"))?;
    Ok([
        Program::Pejl(examples.with_file_name("pejl"), data),
        Program::Bare(examples.join("bare")),
    ])
}

impl Program {
    /// What it is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Pejl(..) => "pejl",
            Self::Bare(_) => "bare",
        }
    }

    /// Its executable.
    pub fn binary(&self) -> &Path {
        match self {
            Self::Pejl(binary, _) | Self::Bare(binary) => binary,
        }
    }

    /// What it is told of its surroundings.
    pub fn environment(&self) -> Vec<(&str, &Path)> {
        match self {
            Self::Pejl(_, data) => [
                "HOME",
                "XDG_CONFIG_HOME",
                "XDG_DATA_HOME",
                "XDG_STATE_HOME",
                "PEJL_DATA_DIR",
            ]
            .map(|name| (name, data.path()))
            .to_vec(),
            Self::Bare(_) => Vec::new(),
        }
    }

    /// The keys that move the selection there and back.
    pub fn movers(&self) -> [&'static [u8]; 2] {
        match self {
            Self::Pejl(..) => [RIGHT, LEFT],
            Self::Bare(_) => [DOWN, UP],
        }
    }
}

/// Programs that people know, each with what it is started with: those that there are.
pub fn peers() -> Vec<(&'static str, Vec<PathBuf>)> {
    let text = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let known: [(&str, &[&str]); 3] = [("less", &[text]), ("vim", &["-n", text]), ("htop", &[])];
    let found = known.into_iter().filter_map(|(name, arguments)| {
        let binary = ["/usr/bin", "/bin", "/usr/local/bin"]
            .map(|folder| Path::new(folder).join(name))
            .into_iter()
            .find(|binary| binary.exists())?;
        let arguments = arguments.iter().map(PathBuf::from);
        Some((name, std::iter::once(binary).chain(arguments).collect()))
    });
    found.collect()
}

/// One run of a program that people know: its start, and a key down or up.
pub fn run_peer(command: &[PathBuf], size: (u16, u16), figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let command: Vec<&Path> = command.iter().map(PathBuf::as_path).collect();
    let mut session = Session::start(&command, &[("HOME", Path::new("/"))], size)?;
    let first = session.first_frame(QUIET[0], Duration::from_secs(10));
    let shown = first.last.ok_or("the program shows nothing")?;
    figures.note(Measure::Start, milliseconds(shown - session.started));
    figures.note(Measure::StartCpu, milliseconds(Usage::of(session.pid).cpu));
    let mut screen = vt100::Parser::new(cells(size.1), cells(size.0), 0);
    screen.process(&std::mem::take(&mut session.written));
    let moved = press(&mut session, &mut screen, [DOWN, UP], PRESSES);
    figures.note(Measure::Move, moved.last);
    figures.note(Measure::MoveCpu, moved.cpu);
    figures.note(Measure::Memory, own_memory(session.pid) as f64 / 1024.0);
    Ok(())
}

/// One run of one program.
pub fn run(program: &Program, size: (u16, u16), figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    // what is measured is the frame that shows what a key did, not how long its needle glides on; the other takes no option
    let command = [program.binary(), Path::new("--no-motion")];
    let mut session = Session::start(&command, &program.environment(), size)?;
    let home = session.first_frame(QUIET[0], Duration::from_secs(10));
    let shown = home.last.ok_or("the program shows nothing")?;
    let start = Usage::of(session.pid);
    figures.note(Measure::Start, milliseconds(shown - session.started));
    figures.note(Measure::StartCpu, milliseconds(start.cpu));
    figures.note(Measure::StartWrites, start.writes as f64);
    figures.note(Measure::StartBytes, home.bytes as f64);
    let mut screen = vt100::Parser::new(cells(size.1), cells(size.0), 0);
    screen.process(&std::mem::take(&mut session.written));

    let moved = press(&mut session, &mut screen, program.movers(), PRESSES);
    figures.note(Measure::Move, moved.last);
    figures.note(Measure::MoveCpu, moved.cpu);
    figures.note(Measure::MoveWrites, moved.writes);
    figures.note(Measure::MoveReads, moved.reads);
    let expected = if let Program::Pejl(_, data) = program {
        Some(turn(data.path(), &mut session, &mut screen, figures)?)
    } else {
        for (measure, figure) in [
            (Measure::Turn, moved.last),
            (Measure::TurnHome, moved.last),
            (Measure::TurnCpu, moved.cpu),
        ] {
            figures.note(measure, figure);
        }
        None
    };

    let keys = match program {
        Program::Pejl(..) => [b"+".as_slice(), b"-"],
        Program::Bare(_) => [DOWN, UP],
    };
    let (count, held) = BURST;
    let burst = (0..count).flat_map(|press| keys[press / held % 2]).copied();
    let burst: Vec<u8> = burst.collect();
    let typed = Instant::now();
    session.type_in(&burst);
    let last = session
        .answer(Duration::from_millis(100), NONE)
        .last
        .unwrap_or(typed);
    figures.note(Measure::Burst, milliseconds(last - typed));
    figures.note(Measure::BurstRate, count as f64 / (last - typed).as_secs_f64());
    session.answer(Duration::from_millis(500), Duration::from_millis(500));

    const IDLE: Duration = Duration::from_secs(2);
    let before = Usage::of(session.pid);
    let idle = session.answer(IDLE, IDLE);
    let used = Usage::of(session.pid).since(before);
    figures.note(Measure::IdleCpu, microseconds(used.cpu) / IDLE.as_secs_f64());
    figures.note(Measure::IdleSwitches, used.switches as f64 / IDLE.as_secs_f64());
    figures.note(Measure::IdleBytes, idle.bytes as f64);

    let mut last = Instant::now();
    for resize in 0..100 {
        let smaller = u16::from(resize % 2 == 0);
        session.resize(size.0 - 20 * smaller, size.1 - 6 * smaller);
        last = Instant::now();
        while last.elapsed() < Duration::from_millis(2) && resize < 99 {
            session.answer(Duration::ZERO, Duration::ZERO);
        }
    }
    let settled = session.answer(QUIET[0], NONE).last.unwrap_or(last);
    figures.note(
        Measure::Resize,
        milliseconds(settled.saturating_duration_since(last)),
    );
    figures.note(Measure::Memory, own_memory(session.pid) as f64 / 1024.0);
    if let Program::Pejl(..) = program {
        figures.note(Measure::Screens, slowest_screen(&mut session));
    }
    figures.note(Measure::Binary, program.binary().metadata()?.len() as f64 / 1e6);

    session.type_in(b"q");
    if !session.left() {
        return Err(format!("{} does not leave", program.name()).into());
    }
    if let (Some(expected), Program::Pejl(_, data)) = (expected, program) {
        let kept = first_dial(data.path())?;
        if kept != expected {
            return Err(format!("the disk has {kept}, and {expected} was turned to").into());
        }
    }
    Ok(())
}

/// pejl's dials: a field's at home, one in a mark, a key without effect. Leaves the first mark open and answers where
/// its dial will stand after the burst.
fn turn(
    data: &Path,
    session: &mut Session,
    screen: &mut vt100::Parser,
    figures: &mut Figures,
) -> Result<DialValue, Box<dyn Error>> {
    let turned = press(session, screen, [b"+", b"-"], PRESSES);
    figures.note(Measure::TurnHome, turned.last);
    session.answer(Duration::from_millis(500), Duration::from_millis(500));
    session.written.clear();
    let before = Usage::of(session.pid);
    session.type_in(b"\x1b");
    let nothing = session.answer(QUIET[1], NONE);
    figures.note(Measure::Nothing, nothing.bytes as f64);
    let used = Usage::of(session.pid).since(before);
    figures.note(Measure::NothingCpu, microseconds(used.cpu));

    session.type_in(b"\r\r");
    session.answer(QUIET[0], NONE);
    session.type_in(b"0");
    session.answer(Duration::from_millis(500), NONE);
    screen.process(&std::mem::take(&mut session.written));
    let turned = press(session, screen, [b"+", b"-"], PRESSES);
    figures.note(Measure::Turn, turned.last);
    figures.note(Measure::TurnCpu, turned.cpu);
    figures.note(Measure::TurnSaving, turned.saving);
    figures.note(Measure::TurnWrites, turned.writes);
    figures.note(Measure::TurnReads, turned.reads);
    figures.note(Measure::TurnBytes, turned.bytes);
    figures.note(Measure::TurnCells, turned.cells);
    figures.note(
        Measure::TurnCellBytes,
        (turned.bytes - 40.0) / turned.cells.max(1.0),
    );
    session.answer(Duration::from_millis(500), Duration::from_millis(500));
    let (count, held) = BURST;
    let now = first_dial(data)?;
    let steps = (0..count).map(|press| if press / held % 2 == 0 { 1 } else { -1 });
    Ok(steps.fold(now, |value, step| value.turned(step)))
}

/// Keys that lead from home to a screen, and one that is answered there by a frame.
const SCREENS: [(&[u8], &[u8]); 12] = [
    (b"\r", RIGHT),
    (b"\r\r", RIGHT),
    (b"v", DOWN),
    (b"o", DOWN),
    (b"i", DOWN),
    (b"?", DOWN),
    (b"b", DOWN),
    (b"d", DOWN),
    (b"e", DOWN),
    (b"w", DOWN),
    (b"/", b"a"),
    (b":", b"a"),
];

/// Of the screens' medians from a key to its last byte, the longest, in milliseconds.
fn slowest_screen(session: &mut Session) -> f64 {
    session.answer(QUIET[0], NONE);
    let slowest = SCREENS.iter().map(|(way, key)| {
        for _ in 0..2 {
            session.type_in(b"\x1b");
            session.answer(QUIET[1], QUIET[0]);
        }
        session.type_in(way);
        session.answer(QUIET[0], NONE);
        let mut times: Vec<f64> = (0..9)
            .filter_map(|_| {
                let typed = Instant::now();
                session.type_in(key);
                session
                    .answer(QUIET[1], NONE)
                    .last
                    .map(|last| milliseconds(last - typed))
            })
            .collect();
        let middle = median(&mut times).unwrap_or(0.0);
        eprintln!("    {} {middle:.2} ms", String::from_utf8_lossy(way).trim());
        middle
    });
    let slowest = slowest.fold(0.0, f64::max);
    session.type_in(b"\x1b");
    session.answer(QUIET[0], NONE);
    slowest
}

/// Where the dial of the first mark stands on the disk.
fn first_dial(data: &Path) -> Result<DialValue, Box<dyn Error>> {
    let framework = Framework::built_in();
    let store = Store::new(data.into(), system_clock);
    let opened = store
        .open(DEFAULT_SLUG, &framework.id, Access::Read)
        .map_err(|fault| format!("{fault:?}"))?;
    let first = framework.first_mark();
    Ok(opened.profile.value(&framework.mark(first).id))
}

/// What pressing a pair of keys in turns came to, a key: medians of times and bytes, means of the rest.
struct Pressed {
    last: f64,
    bytes: f64,
    cells: f64,
    cpu: f64,
    saving: f64,
    writes: f64,
    reads: f64,
}

fn press(session: &mut Session, screen: &mut vt100::Parser, keys: [&[u8]; 2], count: usize) -> Pressed {
    // the first of each warms up
    keys.iter().for_each(|key| _ = press_once(session, screen, key));
    let before = Usage::of(session.pid);
    let pressed: Vec<_> = (0..count)
        .map(|at| press_once(session, screen, keys[at % 2]))
        .collect();
    let used = Usage::of(session.pid).since(before);
    let each = |total: f64| total / count as f64;
    let middle =
        |figures: &mut dyn Iterator<Item = f64>| median(&mut figures.collect::<Vec<f64>>()).unwrap_or(0.0);
    Pressed {
        last: middle(&mut pressed.iter().filter_map(|(last, ..)| *last)),
        bytes: middle(&mut pressed.iter().map(|(_, bytes, _)| *bytes)),
        cells: middle(&mut pressed.iter().map(|(.., cells)| *cells)),
        cpu: each(microseconds(used.cpu)),
        saving: each(microseconds(used.saving)),
        writes: each(used.writes as f64),
        reads: each(used.reads as f64),
    }
}

/// Microseconds to the last byte, bytes, cells that changed.
fn press_once(session: &mut Session, screen: &mut vt100::Parser, key: &[u8]) -> (Option<f64>, f64, f64) {
    let typed = Instant::now();
    session.type_in(key);
    let answer = session.answer(QUIET[1], NONE);
    let last = answer.last.map(|last| microseconds(last - typed));
    let before = screen.screen().clone();
    screen.process(&std::mem::take(&mut session.written));
    (
        last,
        answer.bytes as f64,
        changed(&before, screen.screen()) as f64,
    )
}

/// How many cells differ.
fn changed(before: &vt100::Screen, after: &vt100::Screen) -> usize {
    let (rows, columns) = after.size();
    (0..rows.get())
        .flat_map(|row| (0..columns.get()).map(move |column| (row, column)))
        .filter(|(row, column)| before.cell(*row, *column) != after.cell(*row, *column))
        .count()
}

fn cells(count: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(count).unwrap_or(std::num::NonZero::<u16>::MIN)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn microseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
