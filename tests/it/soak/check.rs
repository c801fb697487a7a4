//! What must hold after anything: no panic, every file in the data folder can be read, the screen shows what the disk
//! holds, undo to the first state and redo to the last give the same profile, memory is bounded, idle costs nothing.

use super::{Round, script::MARKS};
use crate::common::pty::{Fate, PATIENCE};
use pejl::store::{Limits, read_profile};
use serde_json::Value;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// Longer than the program waits for the rest of anything that comes in.
const SILENCE: Duration = Duration::from_millis(700);
/// How long nothing at all must happen to call it idle.
const IDLE: Duration = Duration::from_millis(500);
/// The most memory of its own (RssAnon) that the program may have, KiB: some three times what it was seen to have.
const MEMORY: usize = 16 * 1024;
const UNDO: &str = "u";
const REDO: &str = "\x12";
/// What is said when there are no more steps, in both languages.
const NOTHING_TO_UNDO: [&str; 2] = ["Der er ikke mere at fortryde", "Nothing more to undo"];
const NOTHING_TO_REDO: [&str; 2] = ["Der er ikke mere at gentage", "Nothing more to redo"];

impl Round {
    /// Brings the program home and looks at everything that must hold.
    pub fn check(&mut self) {
        self.tally.checks += 1;
        self.go_on(SILENCE);
        self.terminal.resize(120, 36);
        self.home();
        self.those_beside_end();
        if self.settled() {
            self.tally.compared += 1;
            self.shows_what_the_disk_holds();
            self.undone_and_redone();
            self.home();
            self.shows_what_the_disk_holds();
        }
        self.everything_parses();
        self.idle();
        self.memory();
        assert!(!self.said().contains("panicked at"), "{}", self.said());
    }

    /// Goes home with Esc, from wherever it is.
    fn home(&mut self) {
        let until = Instant::now() + PATIENCE;
        while !at_home(&self.terminal.text()) {
            assert!(Instant::now() < until, "Esc does not lead home");
            self.terminal.send("\x1b");
            self.go_on(Duration::from_millis(80));
        }
    }

    /// Turns the first field and has it saved, so that the program meets what others wrote; resolves a conflict. False
    /// where the profile is open for reading alone.
    fn settled(&mut self) -> bool {
        // theirs cannot be taken where it is no profile: the other answer comes next
        let mut answers = ["A", "B"].iter().cycle().skip(self.tally.checks % 2);
        // two that differ: what the second waits for is not what stood there before
        for (keys, value) in [("10+", 1), ("10-", -1)] {
            let until = Instant::now() + PATIENCE;
            loop {
                self.terminal.send(keys);
                match self.saved_with(value) {
                    Saving::Saved => break,
                    Saving::Conflict => {
                        self.tally.conflicts += 1;
                        self.terminal.send(answers.next().unwrap());
                    }
                    Saving::ReadOnly => return false,
                    Saving::Other => {}
                }
                assert!(Instant::now() < until, "it is not saved");
                self.go_on(Duration::from_millis(60));
                self.home();
            }
        }
        self.open_profile().is_some()
    }

    /// Waits a little for the first field to be saved with this value at all its marks.
    fn saved_with(&mut self, value: i64) -> Saving {
        let until = Instant::now() + Duration::from_secs(2);
        while Instant::now() < until {
            self.go_on(Duration::from_millis(30));
            let screen = self.terminal.text();
            let turned = values(&screen).is_some_and(|values| values[..3] == [value; 3]);
            match saving(&screen) {
                Saving::Saved if turned => return Saving::Saved,
                Saving::Saved | Saving::Other => {}
                asks => return asks,
            }
        }
        Saving::Other
    }

    /// Waits until the dials on the screen stand where the file says they do.
    fn shows_what_the_disk_holds(&mut self) {
        let file = self.open_profile().expect("it is open for editing");
        let until = Instant::now() + PATIENCE;
        loop {
            let shown = values(&self.terminal.text());
            let held = dials(&file);
            if shown.is_some() && shown == held {
                return;
            }
            assert!(
                Instant::now() < until,
                "the screen shows {shown:?}, {} holds {held:?}",
                file.display()
            );
            self.go_on(Duration::from_millis(60));
        }
    }

    /// Takes every step back and makes them again, twice: the first state is the same both times, and so is the last.
    fn undone_and_redone(&mut self) {
        let last = self.held();
        self.press_until(REDO, NOTHING_TO_REDO);
        let mut firsts = Vec::new();
        for _ in 0..2 {
            self.press_until(UNDO, NOTHING_TO_UNDO);
            firsts.push(self.held());
            self.press_until(REDO, NOTHING_TO_REDO);
            let again = self.held();
            assert!(
                again == last,
                "undone and redone it is\n{again:#}\nand was\n{last:#}"
            );
        }
        assert!(
            firsts[0] == firsts[1],
            "undone again it is\n{:#}\nand was\n{:#}",
            firsts[1],
            firsts[0]
        );
    }

    /// What the disk holds of the open profile. Its file is looked up anew: a name that is undone is the file's too.
    fn held(&self) -> Value {
        json(&self.open_profile().expect("it is open for editing"))
    }

    /// Presses a key until one of these is said, and waits until the disk has what came of it.
    fn press_until(&mut self, key: &str, said: [&str; 2]) {
        let until = Instant::now() + 2 * PATIENCE;
        loop {
            let screen = self.terminal.text();
            if said.iter().any(|said| screen.contains(said)) {
                break;
            }
            assert!(Instant::now() < until, "{key:?} never comes to an end");
            self.terminal.send(&key.repeat(10));
            self.go_on(Duration::from_millis(30));
        }
        while !matches!(saving(&self.terminal.text()), Saving::Saved) {
            assert!(Instant::now() < until, "{key:?} does not come to the disk");
            self.go_on(Duration::from_millis(30));
        }
    }

    /// Every file in the data folder can be read, but for what others put there and what was set aside as damaged.
    pub fn everything_parses(&mut self) {
        for (file, bytes) in self.home.files() {
            let name = file.file_name().unwrap().to_str().expect("UTF-8");
            let folder = file.parent().unwrap().file_name().unwrap();
            if self.junk.contains(&bytes) || name.contains(".corrupt-") || name.ends_with(".tmp") {
                continue;
            }
            match folder.to_str().unwrap() {
                "profiles" | "backups" | "deleted" => {
                    let read = read_profile(&file, Limits::OWN);
                    assert!(read.is_ok(), "{}: {read:?}", file.display());
                }
                "undo" => assert_eq!(json(&file)["format"], "pejl.undo", "{}", file.display()),
                _ => assert!(std::str::from_utf8(&bytes).is_ok(), "{}", file.display()),
            }
        }
        if let Ok(config) = fs::read_to_string(self.home.config()) {
            assert!(config.parse::<toml::Table>().is_ok(), "{config}");
        }
    }

    /// Before long there is a while in which it is not woken and writes nothing.
    fn idle(&mut self) {
        let until = Instant::now() + PATIENCE;
        loop {
            let (before, written) = (stirrings(self.terminal.pid()), self.terminal.written.len());
            let fate: Option<Fate> = self.terminal.fate(IDLE);
            assert_eq!(fate, None);
            if before == stirrings(self.terminal.pid()) && written == self.terminal.written.len() {
                return;
            }
            assert!(Instant::now() < until, "it never comes to rest: {before}");
        }
    }

    fn memory(&mut self) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.terminal.pid())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let kib = line
            .and_then(|line| line.trim().strip_suffix(" kB"))
            .expect("RssAnon");
        let kib: usize = kib.trim().parse().unwrap();
        self.tally.most_memory = self.tally.most_memory.max(kib);
        assert!(kib <= MEMORY, "{kib} KiB of memory");
    }
}

/// How often any of the process's threads was woken or interrupted (proc(5)).
fn stirrings(pid: i32) -> String {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten();
    let status =
        |task: std::io::Result<fs::DirEntry>| fs::read_to_string(task.ok()?.path().join("status")).ok();
    let mut lines = String::new();
    for status in tasks.filter_map(status) {
        lines.extend(status.lines().filter(|line| line.contains("ctxt_switches")));
    }
    lines
}

/// How it stands with saving, as the header says.
enum Saving {
    Saved,
    Conflict,
    ReadOnly,
    Other,
}

fn saving(screen: &str) -> Saving {
    let header = screen.lines().next().unwrap_or_default().trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| header.ends_with(word));
    if ends(&["✓ gemt", "✓ saved", "+ gemt", "+ saved"]) {
        Saving::Saved
    } else if ends(&["to udgaver", "two versions"]) {
        Saving::Conflict
    } else if header.contains("kun læsning") || header.contains("read only") {
        Saving::ReadOnly
    } else {
        Saving::Other
    }
}

/// True where no text is written and nothing is asked: home, with the key that leaves among the hints.
fn at_home(screen: &str) -> bool {
    values(screen).is_some() && (screen.contains("q afslut") || screen.contains("q quit"))
}

/// The values of the dials at home, in the order of the marks: two rows of six numbers without a word.
fn values(screen: &str) -> Option<Vec<i64>> {
    let number = |word: &str| word.replace('−', "-").parse().ok();
    let row = |row: &str| {
        let numbers: Vec<i64> = row.split_whitespace().filter_map(number).collect();
        // the tip of a hand in ASCII is an o
        let word = row.contains(|c: char| c.is_alphabetic() && c != 'o');
        (numbers.len() == 6 && !word).then_some(numbers)
    };
    let rows: Vec<_> = screen.lines().filter_map(row).collect();
    (rows.len() == 2).then(|| rows.concat())
}

/// Where a profile's file says that the dials stand; nothing while it cannot be read.
fn dials(file: &Path) -> Option<Vec<i64>> {
    let profile: Value = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    let value = |mark: &&str| profile["dials"][mark]["value"].as_i64().unwrap_or(0);
    Some(MARKS.iter().map(value).collect())
}

fn json(file: &Path) -> Value {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
