//! What comes in through a real terminal: answers that are no keys, sequences that are cut or never end, sizes, stops. The
//! tables through the parser alone are in `src/terminal/decoder/tests.rs`.

use crate::common::{
    home::Home,
    pty::{Exit, PATIENCE, Signal, Terminal, text},
};
use std::time::{Duration, Instant};

/// How long two pieces may be apart to be one unit for sure: less than the program's patience.
const BREATH: Duration = Duration::from_millis(15);
/// Longer than the program waits for the rest of anything.
const SILENCE: Duration = Duration::from_millis(700);

/// What a terminal says of itself, full of letters that are keys here.
pub const ANSWERS: &[&[u8]] = &[
    b"\x1b]11;rgb:1111/1111/1111\x1b\\",
    b"\x1b]11;rgb:1111/1111/1111\x07",
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]4;1;rgb:dddd/0000/0000\x1b\\",
    b"\x1b]52;c;cGVqbCBkZGQrKys=\x07",
    b"\x1bP>|xterm(388)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^+++q\x1b\\",
    b"\x1bX+++q\x1b\\",
    b"\x1b[?1;2c",
    b"\x1b[>41;388;0c",
    b"\x1b[24;80R",
    b"\x1b[?997;1n",
    b"\x1b[?2026;2$y",
    b"\x1b[?1u",
    b"\x1b[8;36;120t",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[97;1:3u",
    b"\x1b[57441;2u",
    b"\x1b[201~",
    b"\x1b\\",
];

/// Units that do not end.
pub const UNENDED: &[&[u8]] = &[
    b"\x1b[",
    b"\x1b[[",
    b"\x1b[12;",
    b"\x1b[M",
    b"\x1bO",
    b"\x1b]",
    b"\x1b]11;",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b",
    b"\x1bP1$r0m",
    b"\x1b_Gi=31",
    b"\x1b^++",
    b"\x1bX++",
    b"\xc3",
    b"\x1b[200~abc",
];

/// On the mark `samskabelse`, whose dial `+` and `-` turn.
fn on_a_mark(home: &Home) -> Terminal {
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).send("\x1b[C");
    terminal.send("\r").send("\r");
    terminal.wait_for(&["Rettidig samskabelse", "Niveau 1"]);
    // a first turn, so that all threads are there and the header says what it will say again
    turned_once(&mut terminal);
    terminal
}

/// A turn and back: what was on its way before has been read, and keys are keys.
#[track_caller]
fn turned_once(terminal: &mut Terminal) {
    terminal.send("+").wait_for(&["+1", "✓ gemt"]);
    terminal.send("-").wait_until(|screen| {
        let shown = text(screen);
        !shown.contains("+1") && shown.contains("✓ gemt")
    });
}

#[track_caller]
fn left_with_ctrl_c(mut terminal: Terminal) {
    terminal.send("\x03\x03");
    assert_eq!(terminal.exit(), Exit::Status(0));
    terminal.restored();
}

#[test]
fn what_the_terminal_says_of_itself_is_no_key_however_it_is_cut() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    let shown = terminal.text();
    for answer in ANSWERS {
        let mut at = 0;
        while at <= answer.len() {
            let (head, tail) = answer.split_at(at);
            let begun = Instant::now();
            terminal.send_bytes(head).send_bytes(tail).send_bytes(answer);
            if begun.elapsed() > BREATH {
                // this machine made a pause where the test makes none
                terminal.signal(Signal::KILL);
                terminal = on_a_mark(&home);
                continue;
            }
            at += 1;
        }
        turned_once(&mut terminal);
        assert_eq!(terminal.text(), shown, "{:?}", answer.escape_ascii());
    }
    left_with_ctrl_c(terminal);
}

#[test]
fn an_answer_that_comes_late_in_two_pieces_is_no_key() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    let shown = terminal.text();
    for (head, tail) in [
        ("\x1b]11;rgb:1111/11", "11/1111\x1b\\"),
        ("\x1b]11;rgb:1111/1111/1111\x1b", "\\"),
        ("\x1bP>|xter", "m(388)\x1b\\"),
        ("\x1b[?99", "7;1n"),
    ] {
        terminal.send(head).settle(SILENCE).send(tail);
        turned_once(&mut terminal);
        assert_eq!(terminal.text(), shown, "{head:?}");
    }
    left_with_ctrl_c(terminal);
}

#[test]
fn after_a_unit_that_never_ends_keys_are_keys_again_and_ctrl_c_gets_through_at_once() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    let shown = terminal.text();
    for unended in UNENDED {
        terminal.send_bytes(unended).settle(SILENCE);
        turned_once(&mut terminal);
        assert_eq!(terminal.text(), shown, "{:?}", unended.escape_ascii());
    }
    left_with_ctrl_c(terminal);
    for unended in [
        b"\x1b]11;rgb".as_slice(),
        b"\x1b[200~abc",
        b"\x1bP",
        b"\x1b[",
        b"\x1b",
        b"\xc3",
    ] {
        let mut terminal = on_a_mark(&home);
        terminal.send_bytes(unended);
        left_with_ctrl_c(terminal);
    }
}

#[test]
fn keys_that_come_one_by_one_do_not_hold_a_paste_open_that_never_ends() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    terminal.send("\x1b[200~abc");
    let until = Instant::now() + PATIENCE;
    // more often than the program waits for the rest of a paste
    while !terminal.text().contains("Hjælp") {
        assert!(Instant::now() < until, "deaf:\n{}", terminal.text());
        terminal.send("?").settle(BREATH * 6);
    }
}

/// Ctrl+Z and Ctrl+C typed while it takes the line again are keys.
#[cfg(target_os = "linux")]
#[test]
fn the_line_is_never_a_cooked_one_while_it_goes_on_after_a_stop() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    for _ in 0..200 {
        let from = terminal.written.len();
        terminal.signal(Signal::CONT);
        // the last of what it takes again, written when the line is set
        while !String::from_utf8_lossy(&terminal.written[from..]).contains("\x1b[?1006h") {
            (0..100).for_each(|_| assert!(terminal.is_raw()));
            terminal.catch_up();
        }
    }
    left_with_ctrl_c(terminal);
}

#[test]
fn a_megabyte_in_one_unit_is_no_key_and_keeps_no_key_from_getting_through() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    let shown = terminal.text();
    let megabyte = vec![b'+'; 1 << 20];
    for (head, end) in [("\x1b]11;", "\x1b\\"), ("\x1bP", "\x1b\\"), ("\x1b[1", "A")] {
        terminal.send(head).send_all(&megabyte).send(end);
        turned_once(&mut terminal);
        assert_eq!(terminal.text(), shown, "{head:?}");
    }
    for head in ["\x1b]11;", "\x1b[200~"] {
        terminal.send(head).send_all(&megabyte).settle(SILENCE);
        turned_once(&mut terminal);
        assert_eq!(terminal.text(), shown, "{head:?}");
    }
    terminal.send("\x1b_").send_all(&megabyte);
    left_with_ctrl_c(terminal);
}

#[test]
fn escape_and_what_follows_are_told_apart_by_time() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    // one arrow in two pieces leaves no mark
    loop {
        let begun = Instant::now();
        terminal.send("\x1b");
        while begun.elapsed() < Duration::from_millis(1) {
            std::hint::spin_loop();
        }
        terminal.send("[A");
        if begun.elapsed() < BREATH {
            break;
        }
        terminal.signal(Signal::KILL);
        terminal = on_a_mark(&home);
    }
    terminal
        .wait_for(&["+1", "Rettidig samskabelse", "✓ gemt"])
        .send("-");
    turned_once(&mut terminal);
    // a lone one leaves it
    terminal
        .send("\x1b")
        .wait_until(|screen| !text(screen).contains("Niveau 1 ─"));
    // two keys in one read
    assert_eq!(terminal.send("\x1bq").exit(), Exit::Status(0));
    terminal.restored();
    let mut terminal = on_a_mark(&home);
    // as a busy program reads Esc and Ctrl+C that were pressed one after the other
    terminal.send("\x1b\x1b\x03").wait_for(&["Ctrl+C"]).send("\x03");
    assert_eq!(terminal.exit(), Exit::Status(0));
    terminal.restored();
}

#[test]
fn keys_in_the_forms_of_other_protocols_are_keys() {
    let home = Home::visited();
    let mut terminal = on_a_mark(&home);
    terminal.send("\x1bOk").wait_for(&["+1"]);
    terminal.send("\x1b[57413u").wait_for(&["+2"]);
    // pressed, held, let go
    terminal
        .send("\x1b[43;1:1u\x1b[43;1:2u\x1b[43;1:3u\x1b[27;1;43~")
        .wait_for(&["+5"]);
    terminal.send("\x1bOm\x1b[57412u").wait_for(&["+3"]);
    terminal.send("\x1b[27;2;63~").wait_for(&["› Hjælp"]);
    terminal.send("\x1b[27;5;99~\x1b[99;5u");
    assert_eq!(terminal.exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 3);
}

#[test]
fn a_window_of_any_size_is_drawn_in_and_given_back() {
    for (window, environment, row) in [
        ((0, 0), &[("COLUMNS", "100"), ("LINES", "30")][..], 30),
        ((0, 0), &[], 24),
        ((1, 1), &[], 1),
        ((1000, 1000), &[], 1000),
        ((65535, 65535), &[], 1000),
    ] {
        let home = Home::visited();
        let mut terminal = home.start_in(window.0, window.1, environment);
        terminal.wait_until(|screen| screen.alternate_screen());
        // the last row's first cell is reached, and no row below
        let last = |terminal: &Terminal| {
            let written = String::from_utf8_lossy(&terminal.written).into_owned();
            let rows = written.split("\x1b[").filter_map(|part| {
                let (position, _) = part.split_once('H')?;
                let (row, column) = position.split_once(';')?;
                column.parse::<u32>().and(row.parse::<u32>()).ok()
            });
            rows.max().unwrap_or(1)
        };
        terminal.settle(Duration::from_millis(300));
        assert!(last(&terminal) <= row, "{window:?}: {}", last(&terminal));
        terminal.send("2+").settle(Duration::from_millis(300));
        assert_eq!(terminal.send("q").exit(), Exit::Status(0), "{window:?}");
        terminal.restored();
    }
}

#[test]
fn a_window_without_a_size_shows_what_its_keys_do() {
    for (environment, size) in [
        (&[("COLUMNS", "100"), ("LINES", "30")][..], (100, 30)),
        (&[], (80, 24)),
    ] {
        let home = Home::visited();
        let mut terminal = home.start_in(0, 0, environment);
        terminal.show_in(size.0, size.1);
        terminal
            .wait_for(&["Optimerer", "q afslut"])
            .send("2+")
            .wait_for(&["+1"]);
        left_with_ctrl_c(terminal);
    }
}

/// The process that a shell started.
#[cfg(target_os = "linux")]
fn child_of(shell: i32) -> rustix::process::Pid {
    let until = Instant::now() + PATIENCE;
    loop {
        let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
        if let Some(pid) = children.split_whitespace().next() {
            return rustix::process::Pid::from_raw(pid.parse().unwrap()).unwrap();
        }
        assert!(Instant::now() < until, "the shell started nothing");
        std::thread::yield_now();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn stopped_under_a_real_shell_it_takes_keys_the_mouse_and_pastes_again() {
    use std::{ffi::OsStr, path::Path};
    let home = Home::visited();
    let args = ["--norc", "--noprofile", "-i"].map(OsStr::new);
    let mut terminal = home.run_in(
        (100, 30),
        Path::new("/bin/bash"),
        &args,
        &[("PS1", "skal> "), ("LC_ALL", "C.UTF-8")],
    );
    let data = home.data();
    let command = format!("{} --data-dir {}\n", env!("CARGO_BIN_EXE_pejl"), data.display());
    terminal.wait_for(&["skal>"]).send(&command);
    terminal
        .wait_for(&["gemt", "q afslut"])
        .send("2+")
        .wait_for(&["+1", "✓ gemt"]);
    let pid = child_of(terminal.pid());
    for (signal, value) in [(Signal::STOP, 2), (Signal::TSTP, 3), (Signal::STOP, 4)] {
        let from = terminal.written.len();
        rustix::process::kill_process(pid, signal).unwrap();
        terminal
            .wait_for_written(from, "Stopped")
            .wait_for_written(from, "skal>");
        let from = terminal.written.len();
        terminal.send("fg\n");
        for mode in ["\x1b[?25l", "\x1b[?2004h", "\x1b[?1002h", "\x1b[?1006h"] {
            terminal.wait_for_written(from, mode);
        }
        terminal.wait_until(|screen| screen.alternate_screen() && text(screen).contains("q afslut"));
        // without Enter
        terminal.send("+").wait_for(&[&format!("+{value}")]);
    }
    terminal
        .wait_for(&["✓ gemt"])
        .send("q")
        .wait_until(|screen| !screen.alternate_screen())
        .send("echo kode=$?\n")
        .wait_for(&["kode=0"]);
    assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
    terminal.send("exit\n");
    assert_eq!(terminal.exit(), Exit::Status(0));
    assert_eq!(home.value_on_disk("samskabelse"), 4);
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_nobody_ever_reads_keeps_no_signal_from_ending_it() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2)] {
        let home = Home::visited();
        let mut terminal = home.start_in(300, 100, &[]);
        // hangs in its first frame, watched over by a second thread
        let tasks = format!("/proc/{}/task", terminal.pid());
        let until = Instant::now() + PATIENCE;
        while std::fs::read_dir(&tasks).unwrap().count() < 2 {
            assert!(Instant::now() < until, "nobody watches over the first frame");
            std::thread::yield_now();
        }
        terminal.signal(signal);
        assert_eq!(
            terminal.exit_unread(Duration::from_millis(1500)),
            Exit::Status(128 + number)
        );
    }
}

#[test]
fn where_the_terminal_has_ascii_alone_nothing_else_is_drawn_unless_the_reader_says_so() {
    for environment in [
        [("TERM", "linux"), ("LC_ALL", "da_DK.UTF-8")],
        [("TERM", "vt100"), ("LC_ALL", "da_DK.UTF-8")],
        [("TERM", "xterm"), ("LC_ALL", "C")],
        [("TERM", "xterm"), ("LC_ALL", "da_DK.ISO-8859-1")],
    ] {
        let home = Home::visited();
        let mut terminal = home.start_in(100, 30, &environment);
        terminal.wait_until(|screen| text(screen).contains("q "));
        terminal.settle(Duration::from_millis(200));
        let shown = terminal.text();
        // letters of any language are kept
        let sign = shown.chars().find(|c| !c.is_ascii() && !c.is_alphanumeric());
        assert_eq!(sign, None, "{environment:?}\n{shown}");
        left_with_ctrl_c(terminal);
    }
    let home = Home::visited();
    let mut terminal = home.start_in(100, 30, &[("TERM", "xterm"), ("LC_ALL", "da_DK.UTF-8")]);
    terminal.wait_for(&["▀"]);
    left_with_ctrl_c(terminal);
}
