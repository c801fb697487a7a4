//! `pejl --plain` through the real binary: lines go in at a pipe, lines come out, and what they say is on the disk.

mod actions;
mod bearings;
mod gathering;
mod input;
mod merge;
mod outward;
mod places;
mod profiles;
mod sharing;
mod texts;
mod undo;

use crate::common::home::{Answer, Home, fed};
use pejl::{
    app::preferences::Preferences,
    core::{fault::Fault, framework::Framework, profile::Profile},
    format,
    plain::{self, Outside, Plain},
    store::{Access, DEFAULT_SLUG, Limits, Store, read_profile, system_clock},
    text::Lang,
};
use proptest::prelude::*;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{PoisonError, RwLock, RwLockReadGuard},
};

/// The dialogue on a home, in this language.
fn dialogue(home: &Home, lang: &str) -> Command {
    let mut command = home.command();
    command.args(["--plain", "--lang", lang]);
    piped(command)
}

/// The command with a pipe at its input and at both outputs.
fn piped(mut command: Command) -> Command {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Held while a profile is open in this process: a program that is started has this one's open files for a moment, and with
/// them the lock of the profile.
static OPEN_HERE: RwLock<()> = RwLock::new(());

/// Starts a program while no test has a profile open here that is opened again.
fn start(command: &mut Command) -> Child {
    let _none = OPEN_HERE.write().unwrap_or_else(PoisonError::into_inner);
    command.spawn().unwrap()
}

/// Runs a command, gives it `input` and lets it end. Whatever is said must be harmless lines.
fn give(mut command: Command, input: &[u8]) -> Answer {
    let talked = fed(start(&mut command), input);
    harmless(talked.text());
    talked
}

#[track_caller]
fn harmless(out: &str) {
    let bad = out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(bad, None, "{out:?}");
}

/// A dialogue in Danish over these lines, which ends well.
#[track_caller]
fn danish(dir: &Home, lines: &[&str]) -> Answer {
    talk(dir, "da", lines)
}

#[track_caller]
fn talk(dir: &Home, lang: &str, lines: &[&str]) -> Answer {
    let talked = give(dialogue(dir, lang), (lines.join("\n") + "\n").as_bytes());
    assert_eq!(
        (talked.code, talked.err.as_str()),
        (Some(0), ""),
        "{}",
        talked.text()
    );
    talked
}

fn profile(dir: &Home) -> Profile {
    read_profile(&dir.profile(), Limits::OWN).unwrap()
}

/// The home of a leader who has been here before, so that no welcome comes first.
fn fresh() -> Home {
    let home = Home::new();
    let store = Store::new(home.data(), system_clock);
    store
        .create(&Profile::new("Min profil", "kalundborg-lsg", 2))
        .unwrap();
    home
}

/// A dialogue that goes on.
struct Open {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Open {
    fn new(dir: &Home) -> Self {
        Self::listening(dir).0
    }

    /// The same, and what was said at its beginning.
    fn listening(dir: &Home) -> (Self, String) {
        let mut child = dialogue(dir, "da").spawn().unwrap();
        let stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let mut open = Self { child, stdin, stdout };
        let said = open.heard();
        (open, said)
    }

    /// Types a line that is not answered.
    fn types(&mut self, line: &str) {
        writeln!(self.stdin, "{line}").unwrap();
    }

    /// Types a line and hears the answer to its empty line.
    fn asks(&mut self, line: &str) -> String {
        self.types(line);
        self.heard()
    }

    fn heard(&mut self) -> String {
        let mut heard = String::new();
        loop {
            let before = heard.len();
            self.stdout.read_line(&mut heard).unwrap();
            if heard[before..].trim().is_empty() {
                return heard;
            }
        }
    }

    /// Ends the input; what is said then, on standard error too, and the exit status.
    fn ends(self) -> (String, String, Option<i32>) {
        drop(self.stdin);
        let mut said = String::new();
        let mut stdout = self.stdout;
        std::io::Read::read_to_string(&mut stdout, &mut said).unwrap();
        let output = self.child.wait_with_output().unwrap();
        (
            said,
            String::from_utf8(output.stderr).unwrap(),
            output.status.code(),
        )
    }
}
