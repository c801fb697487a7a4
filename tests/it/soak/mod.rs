//! A standing soak: the real binary in a real terminal, and everything that can happen to it in an order that a seed
//! decides. What must hold afterwards is in `check.rs`, what happens in `script.rs`; this file makes it happen.
//!
//! `PEJL_SOAK_MINUTES` says for how long, ten seconds unless told, and `PEJL_SOAK_SEED` with which round it begins. A
//! round has a home of its own and needs nothing of those before it, so that the seed of the one that failed is enough.

mod check;
mod script;

use crate::common::{
    home::{Answer, Home},
    pty::{Exit, Fate, PATIENCE, Signal, Terminal},
};
use rustix::process::{Pid, kill_process};
use script::{COPIES, End, Foreign, JUNK, MARKS, Script, Start, Step};
use serde_json::Value;
use std::{
    collections::HashSet,
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    str::FromStr,
    thread,
    time::{Duration, Instant},
};

/// How long the program has for a step before the next one comes: most are on their way when it does.
const PACE: Duration = Duration::from_millis(8);

/// How a command may end (see `docs`): anything but a panic or a signal.
const STATUSES: &[i32] = &[0, 1, 2, 65, 66, 73, 74, 75];

/// What was done and seen, for the last line.
#[derive(Debug, Default)]
struct Tally {
    rounds: usize,
    steps: usize,
    starts: usize,
    checks: usize,
    /// Checks in which the profile could be compared: it was open for editing.
    compared: usize,
    /// Times that a conflict was answered.
    conflicts: usize,
    commands: usize,
    /// The most memory of its own that the program had, KiB.
    most_memory: usize,
}

/// One home, the program in it, and what was done there.
struct Round {
    seed: u64,
    home: Home,
    terminal: Terminal,
    /// Commands and dialogues that run.
    beside: Vec<(String, Child)>,
    /// What other programs put there that is no profile.
    junk: HashSet<Vec<u8>>,
    history: Vec<String>,
    tally: Tally,
}

impl Drop for Round {
    fn drop(&mut self) {
        for (_, child) in &mut self.beside {
            let _ = child.kill();
            let _ = child.wait();
        }
        if !thread::panicking() {
            return;
        }
        let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("soak-{}", self.seed));
        let _ = fs::remove_dir_all(&kept);
        let _ = Command::new("cp")
            .arg("-a")
            .args([self.home.dir(), &*kept])
            .status();
        let last = self.history.len().saturating_sub(80);
        println!("…\n{}", self.history[last..].join("\n"));
        println!("The screen:\n{}", self.terminal.text());
        println!("The home is in {}; again with", kept.display());
        println!(
            "PEJL_SOAK_SEED={} cargo test --locked --test it soak:: -- --nocapture",
            self.seed
        );
    }
}

#[test]
fn whatever_happens_to_it_in_whatever_order_nothing_is_lost() {
    let minutes: Option<f64> = variable("PEJL_SOAK_MINUTES");
    let time = minutes.map_or(Duration::from_secs(10), |minutes| {
        Duration::from_secs_f64(minutes * 60.0)
    });
    let first: u64 = variable("PEJL_SOAK_SEED").unwrap_or(1);
    let until = Instant::now() + time;
    let mut total = Tally::default();
    for seed in first.. {
        println!("PEJL_SOAK_SEED={seed}");
        Round::play(seed, until, &mut total);
        if Instant::now() >= until {
            break;
        }
    }
    println!("{total:?}");
}

/// What a variable of the environment says, where it is set.
fn variable<T: FromStr>(name: &str) -> Option<T> {
    let value = std::env::var(name).ok()?;
    let parsed = value.parse().ok();
    Some(parsed.unwrap_or_else(|| panic!("{name}={value} is no number")))
}

impl Round {
    /// Plays the round of this seed, and less of it where the time is up.
    fn play(seed: u64, until: Instant, total: &mut Tally) {
        let mut script = Script::new(seed);
        let home = if script.visited() {
            Home::visited()
        } else {
            Home::new()
        };
        let start = script.start();
        let mut round = Self {
            seed,
            terminal: start_in(&home, &start),
            home,
            beside: Vec::new(),
            junk: HashSet::new(),
            history: vec![format!("{start:?}")],
            tally: std::mem::take(total),
        };
        round.tally.rounds += 1;
        round.started();
        for step in script.by_ref() {
            if Instant::now() >= until {
                break;
            }
            round.history.push(format!("{step:?}"));
            round.tally.steps += 1;
            round.step(step);
        }
        round.history.push("the last check".to_owned());
        round.check();
        round.end(End::CtrlC);
        round.everything_parses();
        *total = std::mem::take(&mut round.tally);
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Input(bytes) => _ = self.terminal.send_bytes(&bytes),
            Step::Resize(width, height) => _ = self.terminal.resize(width, height),
            Step::Stop { politely, millis } => self.stop(politely, Duration::from_millis(millis)),
            Step::Restart(end, start) => {
                self.end(end);
                self.start(&start);
            }
            Step::Foreign(foreign) => self.foreign(foreign),
            Step::Command(args) => self.command(&args),
            Step::Plain(lines) => self.plain(&lines),
            Step::Check => self.check(),
        }
        self.go_on(PACE);
    }

    /// Lets the program work for this long, and starts it anew where it was left: by a key, a click or a command of its
    /// own that chance chose.
    fn go_on(&mut self, time: Duration) {
        if let Some(fate) = self.terminal.fate(time) {
            // 74: there were two versions of the profile when it was left
            let exits = [0, 74].map(|status| Fate::Ended(Exit::Status(status)));
            assert!(exits.contains(&fate), "{fate:?}: {}", self.said());
            self.has_ended(true);
            self.again();
        }
    }

    /// Starts the program as a leader does.
    fn again(&mut self) {
        self.start(&Start {
            size: (120, 36),
            args: Vec::new(),
            environment: vec![("PATH", "")],
        });
    }

    fn start(&mut self, start: &Start) {
        self.history.push("started".to_owned());
        self.terminal = start_in(&self.home, start);
        self.started();
    }

    fn started(&mut self) {
        self.tally.starts += 1;
        let fate = self.shown();
        assert_eq!(fate, None, "it did not start: {}", self.said());
    }

    /// Waits until the terminal is the program's: before that a line is the system's, and Ctrl+C its signal. How it ended,
    /// where it did.
    fn shown(&mut self) -> Option<Fate> {
        let until = Instant::now() + PATIENCE;
        while !self.terminal.screen().alternate_screen() {
            if let Some(fate) = self.terminal.fate(PACE) {
                return Some(fate);
            }
            assert!(Instant::now() < until, "it shows nothing");
        }
        None
    }

    fn signal(&self, signal: Signal) {
        // it may have ended by itself a moment ago
        let _ = kill_process(Pid::from_raw(self.terminal.pid()).unwrap(), signal);
    }

    fn stop(&mut self, politely: bool, time: Duration) {
        self.signal(if politely { Signal::TSTP } else { Signal::STOP });
        match self.terminal.fate(PATIENCE) {
            Some(Fate::Stopped) => {}
            Some(Fate::Ended(exit)) => {
                assert_eq!(exit, Exit::Status(0), "{}", self.said());
                self.has_ended(true);
                return self.again();
            }
            None => panic!("it does not stop"),
        }
        if politely {
            // the last that it writes; it may be on its way
            self.terminal
                .wait_until(|screen| !screen.alternate_screen())
                .restored();
        }
        thread::sleep(time); // what happens meanwhile is nothing
        self.signal(Signal::CONT);
        if let Some(fate) = self.shown() {
            // it was on its way out when it was stopped
            assert_eq!(fate, Fate::Ended(Exit::Status(0)), "{}", self.said());
            self.has_ended(true);
            self.again();
        }
    }

    /// Ends the program, which it must whatever state it is in.
    fn end(&mut self, end: End) {
        let wanted = match end {
            End::Kill => {
                self.signal(Signal::KILL);
                Exit::Killed(9)
            }
            End::Terminate => {
                self.signal(Signal::TERM);
                Exit::Status(143)
            }
            End::HangUp => {
                self.signal(Signal::HUP);
                Exit::Status(129)
            }
            End::CtrlC => {
                self.terminal.send("\x03\x03");
                Exit::Status(0)
            }
        };
        let exit = match self.terminal.fate(PATIENCE) {
            Some(Fate::Ended(exit)) => exit,
            other => panic!("{end:?} does not end it: {other:?}"),
        };
        // it may have been on its way out already
        assert!(
            [wanted, Exit::Status(0), Exit::Status(74)].contains(&exit),
            "{end:?}: {exit:?}\n{}",
            self.said()
        );
        self.has_ended(exit != Exit::Killed(9));
    }

    /// What must hold where the program has ended.
    fn has_ended(&mut self, by_itself: bool) {
        let said = self.said();
        assert!(!said.contains("panicked at"), "{said}");
        if by_itself {
            self.terminal.restored();
        }
    }

    /// The end of what the program wrote.
    fn said(&self) -> String {
        let written = &self.terminal.written;
        String::from_utf8_lossy(&written[written.len().saturating_sub(3000)..]).into_owned()
    }

    /// The file of the profile that is open for editing: the one that the program holds the lock of.
    fn open_profile(&self) -> Option<PathBuf> {
        let handles = fs::read_dir(format!("/proc/{}/fd", self.terminal.pid())).ok()?;
        let files = handles.filter_map(|handle| fs::read_link(handle.ok()?.path()).ok());
        let lock = { files }.find(|file| file.extension() == Some(OsStr::new("lock")))?;
        Some(lock.with_extension("json"))
    }

    fn foreign(&mut self, foreign: Foreign) {
        let Some(file) = self.open_profile() else {
            return;
        };
        match foreign {
            Foreign::Moved(mark, value) => {
                let Some(text) = turned(&file, MARKS[mark], value) else {
                    return;
                };
                let new = self.home.path("nyt.json");
                fs::write(&new, text).unwrap();
                fs::rename(new, file).unwrap();
            }
            Foreign::Written(mark, value) => {
                if let Some(text) = turned(&file, MARKS[mark], value) {
                    self.junk.insert(Vec::new()); // what is there while it is written
                    fs::write(file, text).unwrap();
                }
            }
            Foreign::Junk(which) => {
                self.junk.extend([Vec::new(), JUNK[which].to_owned()]);
                fs::write(file, JUNK[which]).unwrap();
            }
            Foreign::Removed => _ = fs::remove_file(file),
            Foreign::UndoRemoved => {
                let name = file.file_name().unwrap();
                let _ = fs::remove_file(self.home.data().join("undo").join(name));
            }
            Foreign::Copied(which) => {
                if let Ok(bytes) = fs::read(&file) {
                    let name = file.file_stem().unwrap().to_str().unwrap();
                    let copy = file.with_file_name(format!("{name}{}.json", COPIES[which]));
                    fs::write(copy, bytes).unwrap();
                }
            }
        }
    }

    fn command(&mut self, args: &[String]) {
        let mut command = self.home.command();
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        self.beside.push((args.join(" "), command.spawn().unwrap()));
    }

    fn plain(&mut self, lines: &str) {
        let mut command = self.home.command();
        let command = command.arg("--plain").stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // one that has left already reads nothing
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        self.beside.push(("--plain".to_owned(), child));
    }

    /// Waits for everything that runs beside the program, and looks at how it ended.
    fn those_beside_end(&mut self) {
        for (name, child) in std::mem::take(&mut self.beside) {
            self.tally.commands += 1;
            let output = child.wait_with_output().unwrap();
            let signal = output.status.code().is_none();
            let answer = Answer::from(output);
            let told = || format!("{name}: {:?}\n{}{}", answer.code, answer.text(), answer.err);
            assert!(
                !signal && answer.code.is_some_and(|code| STATUSES.contains(&code)),
                "{}",
                told()
            );
            assert!(!answer.err.contains("panicked at"), "{}", told());
            if answer.code != Some(0) && name != "--plain" {
                answer.failed(answer.code.unwrap(), &[]);
            }
        }
    }
}

fn start_in(home: &Home, start: &Start) -> Terminal {
    let program = Path::new(env!("CARGO_BIN_EXE_pejl"));
    let args: Vec<&OsStr> = start.args.iter().map(OsStr::new).collect();
    home.run_in(start.size, program, &args, &start.environment)
}

/// The profile in a file with another value at a mark, as text; nothing where there is none.
fn turned(file: &Path, mark: &str, value: i64) -> Option<String> {
    let mut profile: Value = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    let dials = profile.get_mut("dials")?.as_object_mut()?;
    let dial = dials.entry(mark).or_insert_with(|| serde_json::json!({}));
    dial.as_object_mut()?.insert("value".to_owned(), value.into());
    serde_json::to_string_pretty(&profile).ok()
}
