//! The real binary on a disk that does not answer: a library of our own, loaded before the system's, holds every sync in the
//! data folder for as long as a file is there.

use crate::common::{
    home::{Answer, Home},
    pty::{Exit, Signal, Terminal},
    shim::preload,
};
use rustix::process::{Pid, kill_process};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Stdio},
    time::Duration,
};

const SLOW: &str = r#"
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int fsync(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    while (strstr(path, "/data/") && access(getenv("SLOW_WHILE"), F_OK) == 0) usleep(10000);
    return syscall(SYS_fsync, fd);
}
"#;

/// A home whose disk stops answering once `stuck` is there.
struct SlowHome {
    home: Home,
    library: String,
}

impl SlowHome {
    fn new() -> Self {
        let home = Home::visited();
        let library = preload(&home, SLOW);
        Self { home, library }
    }

    fn start(&self) -> Terminal {
        let stuck = self.home.at("stuck");
        let slow = [("LD_PRELOAD", &*self.library), ("SLOW_WHILE", &*stuck)];
        self.home.start_in(200, 40, &slow)
    }

    /// A dial is turned to +1 on a disk that does not answer.
    fn turned(&self) -> Terminal {
        let mut terminal = self.start();
        terminal.wait_for(&["gemt"]);
        self.home.write("stuck", "");
        terminal.send("2\r\r+").wait_for(&["+1"]);
        terminal
    }

    /// The dialogue of lines, on a mark, with the disk answering no more.
    fn talk(&self) -> Talk {
        let mut command = self.home.command();
        command
            .arg("--plain")
            .env("LD_PRELOAD", &self.library)
            .env("SLOW_WHILE", self.home.at("stuck"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut talk = Talk {
            keys: child.stdin.take(),
            said: BufReader::new(child.stdout.take().unwrap()),
            child,
        };
        talk.say("2.1").hear("samskabelse");
        self.home.write("stuck", "");
        talk.say("+");
        talk
    }

    fn answers_again(&self) {
        fs::remove_file(self.home.path("stuck")).unwrap();
    }

    /// The state lies in the home folder, the next start fetches it, and it can be merged.
    fn is_fetched_by_the_next_start(&self) {
        let kept = self.home.path("min-profil.unsaved.json");
        assert!(fs::read_to_string(&kept).unwrap().contains("\"value\": 1"));
        assert_eq!(self.home.value_on_disk("samskabelse"), 0);
        self.answers_again();
        let mut terminal = self.start();
        terminal.wait_for(&["Sidst blev noget ikke gemt i tide", "min-profil.conflict-"]);
        assert!(!kept.exists());
        terminal
            .send("p")
            .wait_for(&["Konfliktkopier", "min-profil.conflict-"]);
        terminal.send("q");
        assert_eq!(terminal.exit(), Exit::Status(0));
        // once and not again
        let mut terminal = self.start();
        terminal.wait_for(&["q afslut"]);
        assert!(
            !terminal.text().contains("Sidst blev noget"),
            "{}",
            terminal.text()
        );
    }
}

#[test]
fn at_a_signal_a_stuck_disk_is_not_waited_for_and_nothing_is_lost() {
    let slow = SlowHome::new();
    let mut terminal = slow.turned();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_within(Duration::from_secs(10)), Exit::Status(143));
    let text = terminal.text();
    for said in [
        "gemmer stadig",
        "profiles/min-profil.json",
        "min-profil.unsaved.json",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    slow.is_fetched_by_the_next_start();
}

#[test]
fn who_leaves_is_told_of_a_stuck_disk_and_may_wait_or_not() {
    let slow = SlowHome::new();
    let mut terminal = slow.turned();
    terminal
        .send("q")
        .wait_for(&["gemmer stadig", "profiles/min-profil.json"]);
    slow.answers_again();
    assert_eq!(terminal.exit(), Exit::Status(0));
    assert_eq!(slow.home.value_on_disk("samskabelse"), 1);
    assert!(!slow.home.path("min-profil.unsaved.json").exists());

    let slow = SlowHome::new();
    let mut terminal = slow.turned();
    terminal.send("q").wait_for(&["gemmer stadig"]);
    terminal.signal(Signal::INT);
    assert_eq!(terminal.exit_within(Duration::from_secs(9)), Exit::Status(74));
    assert!(
        terminal.text().contains("profilen ligger nu i"),
        "{}",
        terminal.text()
    );
    let log = fs::read_to_string(slow.home.data().join("messages.log")).unwrap();
    assert!(log.contains("min-profil.unsaved.json"), "{log}");
    slow.is_fetched_by_the_next_start();
}

/// A dialogue of lines that goes on.
struct Talk {
    keys: Option<ChildStdin>,
    said: BufReader<ChildStdout>,
    child: Child,
}

impl Talk {
    fn say(&mut self, line: &str) -> &mut Self {
        writeln!(self.keys.as_mut().unwrap(), "{line}").unwrap();
        self
    }

    /// Reads until a line has this in it; answers the line.
    #[track_caller]
    fn hear(&mut self, wanted: &str) -> String {
        let mut line = String::new();
        while self.said.read_line(&mut line).unwrap() > 0 {
            if line.contains(wanted) {
                return line;
            }
            line.clear();
        }
        panic!("»{wanted}« was never said");
    }

    fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.id().cast_signed()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// What is said until it has ended, the input with it where that is open.
    fn end(mut self) -> Answer {
        let mut out = Vec::new();
        self.said.read_to_end(&mut out).unwrap();
        let mut answer = Answer::from(self.child.wait_with_output().unwrap());
        answer.out = out;
        answer
    }
}

#[test]
fn the_dialogue_goes_on_beside_a_stuck_disk_and_says_what_it_waits_for() {
    let slow = SlowHome::new();
    let mut talk = slow.talk();
    let said = talk.hear("Gemmer stadig");
    assert!(said.contains("profiles/min-profil.json"), "{said}");
    talk.say("+").hear("+2");
    slow.answers_again();
    talk.say("-").hear("Gemt.");
    talk.say("+").hear("Gemt.");
    talk.say("q");
    let answer = talk.end();
    assert_eq!((answer.code, &*answer.err), (Some(0), ""), "{}", answer.text());
    answer.in_turn(&["Slut. Alt er gemt."]);
    assert_eq!(slow.home.value_on_disk("samskabelse"), 2);
}

#[test]
fn the_dialogue_ends_at_a_signal_beside_a_stuck_disk_and_nothing_is_lost() {
    for signal in [Signal::TERM, Signal::HUP] {
        let slow = SlowHome::new();
        let mut talk = slow.talk();
        talk.hear("Gemmer stadig");
        talk.signal(signal);
        let answer = talk.end();
        assert_eq!(answer.code, Some(128 + signal.as_raw()), "{}", answer.err);
        assert!(answer.err.contains("min-profil.unsaved.json"), "{}", answer.err);
        let log = fs::read_to_string(slow.home.data().join("messages.log")).unwrap();
        assert!(log.contains("min-profil.unsaved.json"), "{log}");
        slow.is_fetched_by_the_next_start();
    }
}

#[test]
fn the_dialogue_whose_input_ends_beside_a_stuck_disk_waits_and_may_be_hurried() {
    // the disk answers while it is waited for
    let slow = SlowHome::new();
    let mut talk = slow.talk();
    talk.hear("Gemmer stadig");
    drop(talk.keys.take());
    talk.hear("Gemmer stadig");
    slow.answers_again();
    let answer = talk.end();
    assert_eq!((answer.code, &*answer.err), (Some(0), ""), "{}", answer.text());
    assert_eq!(slow.home.value_on_disk("samskabelse"), 1);
    assert!(!slow.home.path("min-profil.unsaved.json").exists());

    // it does not, and nobody will wait so long
    let slow = SlowHome::new();
    let mut talk = slow.talk();
    talk.hear("Gemmer stadig");
    talk.say("q").hear("Gemmer stadig");
    talk.signal(Signal::INT);
    let answer = talk.end();
    // it was left before, as the interface is then
    assert_eq!(answer.code, Some(74), "{}", answer.err);
    assert!(answer.err.contains("min-profil.unsaved.json"), "{}", answer.err);
    slow.is_fetched_by_the_next_start();
}

#[test]
fn a_signal_while_a_profile_is_left_on_a_stuck_disk_loses_nothing() {
    for keys in [
        // another profile is opened
        "p\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\r",
        // the profile gets another name
        "p\r ny\r",
    ] {
        let slow = SlowHome::new();
        slow.home.says(&["profile", "new", "Bo"]);
        slow.home.says(&["profile", "use", "Min profil"]);
        let mut terminal = slow.turned();
        terminal.send("p").wait_for(&["Andre profiler"]);
        terminal.send(&keys[1..]);
        // what is typed is taken in, and then the program waits for the disk
        terminal.settle(Duration::from_millis(300));
        terminal.signal(Signal::TERM);
        let exit = terminal.exit_within(Duration::from_secs(10));
        assert_eq!(exit, Exit::Status(143), "{keys:?}: {}", terminal.text());
        let kept = slow.home.path("min-profil.unsaved.json");
        assert!(kept.exists(), "{keys:?}: {}", terminal.text());
        assert!(fs::read_to_string(&kept).unwrap().contains("\"value\": 1"));
    }
}

#[test]
fn what_can_be_put_nowhere_keeps_the_program_open_until_it_is_left_again() {
    let home = Home::visited();
    let nowhere = [("HOME", "/dev/null/intet"), ("TMPDIR", "/dev/null/intet")];
    for again in ["q", "\x03\x03"] {
        let mut terminal = home.start_in(120, 40, &nowhere);
        terminal.wait_for(&["gemt"]);
        fs::rename(home.path("data/profiles"), home.path("væk")).unwrap();
        home.write("data/profiles", "");
        terminal.send("2\r\r+").wait_for(&["+1", "IKKE GEMT"]);
        // Ctrl+C says how it stands too
        terminal.send("\x03").wait_for(&["Ctrl+C igen", "IKKE GEMT"]);
        assert!(!terminal.text().contains("Alt er gemt"), "{}", terminal.text());
        terminal
            .send("q")
            .wait_for(&["igen inden to sekunder", "går tabt"]);
        terminal.send(again);
        assert_eq!(terminal.exit_within(Duration::from_secs(10)), Exit::Status(74));
        let text = terminal.text();
        assert!(text.contains("gået tabt"), "{text}");
        fs::remove_file(home.path("data/profiles")).unwrap();
        fs::rename(home.path("væk"), home.path("data/profiles")).unwrap();
    }
}
