//! The real binary killed (`kill -9`) while a text is being written, before any key that keeps it.

use crate::common::{
    home::Home,
    pty::{Exit, PATIENCE, Signal, Terminal},
};
use std::{
    fs,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

/// Waits until the profile's file has this text in it.
#[track_caller]
fn wait_for_disk(home: &Home, text: &str) {
    let until = Instant::now() + PATIENCE;
    while !fs::read_to_string(home.profile()).is_ok_and(|file| file.contains(text)) {
        assert!(Instant::now() < until, "»{text}« never reached the disk");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_text_that_was_typed_is_on_the_disk_before_it_is_left() {
    for (keys, asks) in [
        ("n", "Hvad fylder hos jer"),
        ("2\r\rn", "Hvilket behov?"),
        ("dn", "Hvad har du besluttet"),
        ("b\rn", "Hvad viser pejlingen?"),
    ] {
        let home = Home::visited();
        home.says(&["set", "samskabelse", "1"]);
        home.says(&["bearing", "save", "Efterår"]);
        let mut terminal = home.start();
        terminal.wait_for(&["q afslut"]);
        terminal.send(keys);
        terminal.wait_for(&[asks]);
        terminal.send("Nyt botilbud").wait_for(&["Nyt botilbud"]);
        wait_for_disk(&home, "Nyt botilbud");
        assert_eq!(kill(&mut terminal), Exit::Killed(9), "{keys:?}");
        // it goes on from there
        let mut terminal = home.start();
        terminal.wait_for(&["q afslut"]).send("q");
        assert_eq!(terminal.exit(), Exit::Status(0));
        assert!(
            fs::read_to_string(home.profile())
                .unwrap()
                .contains("Nyt botilbud")
        );
    }
}

fn kill(terminal: &mut Terminal) -> Exit {
    terminal.signal(Signal::KILL).exit()
}

#[test]
fn in_the_dialogue_too_and_what_stood_there_before_is_there_still() {
    use std::io::Write;
    let home = Home::visited();
    home.says(&["note", "2.1", "Gammel"]);
    let mut command = home.command();
    command.arg("--plain").stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut keys = child.stdin.take().unwrap();
    // anew, one line, and neither a dot nor »keep«
    keys.write_all(b"2.1\nn\n2\nNyt botilbud\n").unwrap();
    wait_for_disk(&home, "Nyt botilbud");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(home.says(&["note", "2.1"]), "Gammel\nNyt botilbud\n");
}
