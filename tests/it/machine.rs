//! What a machine can do to the program: a clock that is wrong, and many of it at once.

use crate::common::home::Home;
#[cfg(target_os = "linux")]
use crate::common::shim::preload;
use std::process::Stdio;

/// The clock of the year 12,000.
#[cfg(target_os = "linux")]
const LATE: &str = r#"
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *time) {
    int done = syscall(SYS_clock_gettime, clock, time);
    if (clock == CLOCK_REALTIME) time->tv_sec = 316542384000;
    return done;
}
"#;

#[cfg(target_os = "linux")]
#[test]
fn a_clock_past_all_dates_stands_at_the_last_and_that_is_said() {
    let home = Home::new();
    let library = preload(&home, LATE);
    let late = |args: &[&str]| {
        let answer = home
            .command()
            .args(args)
            .env("LD_PRELOAD", &library)
            .output()
            .unwrap();
        let (said, told) = (String::from_utf8(answer.stdout), String::from_utf8(answer.stderr));
        assert_eq!(answer.status.code(), Some(0), "{args:?} {told:?}");
        (said.unwrap(), told.unwrap())
    };
    let (_, told) = late(&["set", "evidens", "3"]);
    assert!(
        told.contains("ur går forkert") && told.contains("9999-01-01"),
        "{told}"
    );
    late(&["bearing", "save", "Sent"]);
    for args in [
        &["show"][..],
        &["bearing", "list"],
        &["export", "html", "-o", "ud.html"],
        &["export", "xlsx", "-o", "ud.xlsx"],
        &["--plain"],
    ] {
        late(args);
    }
    assert!(home.says(&["bearing", "list"]).contains("9999"));
}

#[test]
fn twenty_commands_at_once_are_all_done() {
    let home = Home::new();
    home.says(&["set", "evidens", "-5"]);
    let children: Vec<_> = (0..20)
        .map(|at| {
            let mark = if at % 2 == 0 { "evidens" } else { "innovation" };
            let mut command = home.command();
            command
                .args(["turn", mark, "1"])
                .stdout(Stdio::null())
                .stderr(Stdio::piped());
            (mark, command.spawn().unwrap())
        })
        .collect();
    for (mark, child) in children {
        let answer = child.wait_with_output().unwrap();
        match answer.status.code() {
            Some(0) => {}
            // a disk so busy that a save outlasts the patience: refused, nothing changed, and done when asked again
            Some(75) => drop(home.says(&["turn", mark, "1"])),
            other => panic!("{other:?}: {}", String::from_utf8_lossy(&answer.stderr)),
        }
    }
    let value = |mark: &str| home.json(&["show", mark, "--json"])["fields"][0]["marks"][0]["value"].clone();
    assert_eq!((value("evidens"), value("innovation")), (5.into(), 5.into()));
}
