//! The real binary on a disk that does not answer: a library of our own, loaded before the system's, holds every sync in the
//! data folder for as long as a file is there.

use crate::common::{
    home::Home,
    pty::{Exit, Signal, Terminal},
    shim::preload,
};
use std::{fs, time::Duration};

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
