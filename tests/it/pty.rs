//! The real binary in a real terminal: it keeps what was turned, and gives the terminal back as it was, however it ends.
use crate::common::Driver;
use crate::common::{
    home::Home,
    pty::{Exit, Signal, text},
};
use pejl::app::App;
use std::{ffi::OsStr, time::Duration};

/// Long enough without a byte that none is on its way.
const QUIET: Duration = Duration::from_millis(200);

/// From home to the mark `samskabelse`.
const TO_SAMSKABELSE: &str = "\x1b[C\r\r";

#[test]
fn five_turns_are_on_disk_in_show_and_in_the_next_start() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).send(TO_SAMSKABELSE);
    terminal.wait_for(&["Rettidig samskabelse", "Niveau 1"]);
    for value in 1..=5 {
        terminal.send("+").wait_for(&[&format!("+{value}")]);
    }
    terminal.wait_for(&["✓ gemt"]);
    assert_eq!(home.value_on_disk("samskabelse"), 5);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    let shown = home.pejl(&["show", "samskabelse", "--json"]);
    let shown = shown.says();
    assert!(shown.contains("\"value\": 5"), "{shown}");

    let mut again = home.start();
    again
        .wait_for(&["gemt"])
        .send(TO_SAMSKABELSE)
        .wait_for(&["Rettidig samskabelse", "+5", "i forgrunden"]);
    assert_eq!(again.send("q").exit(), Exit::Status(0));
    again.restored();
}

#[test]
fn every_signal_that_ends_it_gives_the_terminal_back_and_keeps_the_last_change() {
    let signals = [
        (Signal::TERM, 15),
        (Signal::HUP, 1),
        (Signal::INT, 2),
        (Signal::QUIT, 3),
    ];
    for (signal, number) in signals {
        let home = Home::visited();
        let mut terminal = home.start();
        terminal
            .wait_for(&["gemt"])
            .send(TO_SAMSKABELSE)
            .wait_for(&["Rettidig samskabelse", "Niveau 1"]);
        terminal.send("++").wait_for(&["+2"]).signal(signal);
        assert_eq!(
            terminal.exit_within(Duration::from_secs(2)),
            Exit::Status(128 + number)
        );
        terminal.restored();
        assert_eq!(home.value_on_disk("samskabelse"), 2, "{signal:?}");
    }
}

#[test]
fn a_signal_ends_it_before_the_reader_did_anything() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1)] {
        let home = Home::visited();
        let mut terminal = home.start();
        terminal.wait_for(&["gemt"]).signal(signal);
        assert_eq!(
            terminal.exit_within(Duration::from_secs(2)),
            Exit::Status(128 + number)
        );
        terminal.restored();
    }
}

/// How many threads the process has.
#[cfg(target_os = "linux")]
fn threads(pid: i32) -> usize {
    std::fs::read_dir(format!("/proc/{pid}/task")).unwrap().count()
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_takes_nothing_from_the_start_does_not_keep_it_from_ending() {
    use rustix::termios::{Action, tcflow};
    use std::time::Instant;
    let home = Home::visited();
    let mut terminal = home.start_by("read go; exec \"$0\" \"$@\"", (100, 30));
    let tty = std::fs::File::open(format!("/proc/{}/fd/0", terminal.pid())).unwrap();
    tcflow(&tty, Action::OOff).unwrap();
    terminal.send("\n");
    let until = Instant::now() + Duration::from_secs(20);
    while threads(terminal.pid()) < 2 {
        assert!(Instant::now() < until, "nobody watches over the first frame");
        std::thread::yield_now();
    }
    terminal.signal(Signal::TERM);
    assert_eq!(
        terminal.exit_unread(Duration::from_millis(1500)),
        Exit::Status(143)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_first_frame_that_is_read_while_a_signal_ends_it_is_no_failure() {
    use std::time::Instant;
    let home = Home::visited();
    // more bytes than a terminal holds that nobody reads
    let mut terminal = home.start_in(300, 90, &[]);
    let until = Instant::now() + Duration::from_secs(20);
    let pid = terminal.pid();
    while threads(pid) < 2 {
        assert!(Instant::now() < until, "nobody watches over the first frame");
        std::thread::yield_now();
    }
    terminal.signal(Signal::TERM);
    // writes wait no more (proc(5): the flags are octal), or it has ended already
    let waits = |info: String| {
        info.lines()
            .any(|line| line.starts_with("flags:") && line.as_bytes()[line.len() - 4] & 4 == 0)
    };
    while std::fs::read_to_string(format!("/proc/{pid}/fdinfo/1")).is_ok_and(waits) {
        assert!(Instant::now() < until, "the signal is not seen");
        std::thread::yield_now();
    }
    assert_eq!(terminal.exit(), Exit::Status(143));
    terminal.restored();
}

#[test]
fn stopped_it_gives_the_terminal_back_and_continued_it_shows_everything_again() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).send("2++").wait_for(&["+2"]);
    terminal.wait_for(&["gemt"]).signal(Signal::TSTP).stopped();
    terminal.restored();
    // what a shell does to the screen meanwhile
    terminal.print("\x1b[2J\x1b[HEN ANDENS SKÆRM");
    terminal.signal(Signal::CONT);
    terminal.wait_until(|screen| screen.alternate_screen());
    terminal.wait_for(&["Optimerer", "Samskaber", "+2", "q afslut"]);
    assert!(!terminal.text().contains("EN ANDENS"), "{}", terminal.text());
    terminal.send("+").wait_for(&["+3"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 3);
}

#[test]
fn a_terminal_that_is_closed_ends_it_within_a_second_with_the_profile_saved() {
    // the second shell keeps the hang-up signal to itself
    for shell in ["exec \"$0\" \"$@\"", "trap '' HUP; \"$0\" \"$@\"; exit $?"] {
        let home = Home::visited();
        let mut terminal = home.start_by(shell, (100, 30));
        terminal.wait_for(&["gemt"]).send("2+").wait_for(&["+1"]);
        // the answer to this one is never read
        terminal.send("+");
        assert_eq!(
            terminal.close(Duration::from_secs(1)),
            Exit::Status(129),
            "{shell}"
        );
        assert!(home.value_on_disk("samskabelse") >= 1, "{shell}");
    }
}

#[test]
fn a_terminal_that_nobody_reads_does_not_keep_it_from_ending_with_the_last_change_on_disk() {
    let home = Home::visited();
    let mut terminal = home.start_in(200, 60, &[]);
    terminal.wait_for(&["gemt"]).send("2+++").wait_for(&["+3"]);
    // each of these sizes needs more bytes than a terminal holds that nobody reads
    for width in [180, 200, 190, 199] {
        terminal.resize(width, 60);
    }
    terminal
        .ignore(QUIET)
        .send(&"v\x1b".repeat(2000))
        .signal(Signal::TERM);
    assert_eq!(
        terminal.exit_unread(Duration::from_millis(1500)),
        Exit::Status(143)
    );
    assert_eq!(home.value_on_disk("samskabelse"), 3);
}

#[test]
fn after_five_hundred_sizes_it_still_answers() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]);
    let sizes = [
        (1, 1),
        (500, 200),
        (40, 12),
        (39, 11),
        (80, 24),
        (1, 200),
        (500, 1),
        (120, 36),
        (7, 3),
    ];
    for step in 0..500 {
        let (width, height) = sizes[step * 7 % sizes.len()];
        terminal.resize(width, height).catch_up();
    }
    terminal.resize(100, 30);
    terminal
        .wait_for(&["Optimerer", "q afslut", "gemt"])
        .send("2+")
        .wait_for(&["+1"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 1);
}

#[test]
fn a_window_that_goes_to_and_fro_is_drawn_again() {
    let home = Home::visited();
    let mut terminal = home.start();
    let whole = terminal.wait_for(&["gemt", "q afslut"]).settle(QUIET).text();
    for _ in 0..20 {
        // two changes of size that the program may see as none
        terminal.resize(30, 10).resize(100, 30);
        terminal.wait_until(|screen| text(screen) == whole);
    }
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
}

#[test]
fn a_size_that_changes_while_the_first_frame_is_on_its_way_is_not_missed() {
    let home = Home::visited();
    let mut small = home.start_in(80, 24, &[]);
    let wanted = small.wait_for(&["gemt", "q afslut"]).settle(QUIET).text();
    assert_eq!(small.send("q").exit(), Exit::Status(0));
    let mut terminal = home.start_in(200, 60, &[]);
    terminal.wait_until(|screen| screen.alternate_screen());
    terminal.resize(80, 24);
    terminal.wait_until(|screen| text(screen) == wanted);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
}

#[test]
fn killed_it_shows_at_the_next_start_what_was_reported_as_saved() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal
        .wait_for(&["gemt"])
        .send("2+++")
        .wait_for(&["+3", "gemt"]);
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.exit(), Exit::Killed(9));
    let mut again = home.start();
    again.wait_for(&["gemt", "+3"]);
    assert_eq!(again.send("q").exit(), Exit::Status(0));
}

/// One line that begins like every fault of the program, and nothing that would move a cursor.
#[track_caller]
fn one_plain_line(text: &str) {
    let line = text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n'));
    let line = line.unwrap_or_else(|| panic!("no line: {text:?}"));
    assert!(line.starts_with("pejl: "), "{text:?}");
    assert!(!line.contains(char::is_control), "{text:?}");
}

#[test]
fn without_a_terminal_it_says_so_in_one_line_and_writes_no_escape_sequence() {
    let home = Home::new();
    let piped = home.pejl(&[]);
    assert_eq!(piped.code, Some(2));
    assert!(piped.out.is_empty());
    one_plain_line(&piped.err);

    for shell in ["\"$0\" \"$@\" < /dev/null", "\"$0\" \"$@\" | cat; exit 2"] {
        let mut terminal = home.start_by(shell, (80, 24));
        assert_eq!(terminal.exit(), Exit::Status(2), "{shell}");
        one_plain_line(&String::from_utf8(terminal.written.clone()).unwrap());
    }
    assert!(!home.data().exists());
}

#[test]
fn a_terminal_that_can_move_no_cursor_is_told_in_one_line() {
    for term in ["dumb", ""] {
        let home = Home::new();
        let mut terminal = home.start_in(80, 24, &[("TERM", term)]);
        assert_eq!(terminal.exit(), Exit::Status(2), "TERM={term}");
        terminal.restored();
        one_plain_line(&String::from_utf8(terminal.written.clone()).unwrap());
        assert!(!home.data().exists());
    }
}

#[test]
fn what_is_wrong_with_the_settings_is_on_the_screen_and_the_rest_holds() {
    let home = Home::visited();
    let folder = home.dir().join("settings");
    std::fs::create_dir_all(folder.join("themes")).unwrap();
    let config = folder.join("config.toml");
    let text = "theme = 'nat'\nlanguage = 'en'\nmouse = 'no'\n";
    std::fs::write(&config, text).unwrap();
    std::fs::write(folder.join("themes/nat.toml"), "accent = 'rød'\n").unwrap();
    let mut terminal = home.start_in(160, 40, &[("PEJL_CONFIG", config.to_str().unwrap())]);
    terminal.wait_for(&[
        "choose field",
        "config.toml:3:9: mouse is a text, but must be true or false",
        "nat.toml:1:10: accent is “rød”, which is no colour",
    ]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    assert_eq!(std::fs::read_to_string(&config).unwrap(), text);
}

/// The program in the terminal this test was started in. At the first change it panics, in the thread that is asked for.
#[test]
#[ignore = "started by a_panic_… in a terminal of its own"]
fn the_program_with_a_panic_in_it() {
    let mut driver = Driver::new(100, 30);
    let save = |_: &App| {
        let own = std::thread::current().id();
        let panic = move || panic!("the disk is on fire: {}", std::thread::current().id() == own);
        match std::env::var_os("ELSEWHERE") {
            Some(_) => _ = std::thread::spawn(panic),
            None => panic(),
        }
    };
    let last_words = |_| {
        print!("last words\r\n");
        true
    };
    let _ = pejl::terminal::run(
        &mut driver.program,
        pejl::terminal::event_channel().unwrap(),
        save,
        last_words,
    );
}

#[test]
fn a_panic_in_any_thread_gives_the_terminal_back_reports_itself_saves_and_ends_the_program() {
    let test = "pty::the_program_with_a_panic_in_it";
    let args = ["--exact", test, "--ignored", "--nocapture", "--test-threads=1"].map(OsStr::new);
    let own = std::env::current_exe().unwrap();
    for (elsewhere, own_thread) in [("", "true"), ("1", "false")] {
        let home = Home::new();
        let mut terminal = home.run_in((100, 30), &own, &args, &[("ELSEWHERE", elsewhere)]);
        terminal.wait_for(&["q afslut"]);
        assert!(terminal.screen().alternate_screen());
        assert_eq!(terminal.send("+").exit(), Exit::Status(1));
        terminal.restored();
        let text = terminal.text();
        assert!(
            text.contains(&format!("the disk is on fire: {own_thread}")),
            "{text}"
        );
        assert!(text.contains("last words"), "{text}");
    }
}

/// What the kernel knows of a process: how often any of its threads was woken or interrupted, and the clock ticks it
/// has used (proc(5): `status` and `stat`).
#[cfg(target_os = "linux")]
fn stirrings(pid: i32) -> (Vec<String>, String) {
    let mut switches = Vec::new();
    for task in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
        let status = std::fs::read_to_string(task.unwrap().path().join("status")).unwrap();
        let lines = status
            .lines()
            .filter(|line| line.contains("ctxt_switches") || line.starts_with("Name:"));
        switches.push(lines.collect::<Vec<_>>().join(" "));
    }
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let used = stat.split(' ').skip(13).take(2).collect::<Vec<_>>().join(" ");
    (switches, used)
}

#[cfg(target_os = "linux")]
#[test]
fn idle_it_is_never_woken_and_writes_nothing() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal
        .wait_for(&["gemt"])
        .send("2+")
        .wait_for(&["+1", "✓ gemt"])
        .settle(QUIET);
    let (before, bytes) = (stirrings(terminal.pid()), terminal.written.len());
    terminal.settle(Duration::from_secs(2));
    assert_eq!(terminal.written.len(), bytes, "bytes were written");
    assert_eq!(stirrings(terminal.pid()), before);
    terminal.send("+").wait_for(&["+2"]);
    assert_ne!(stirrings(terminal.pid()), before, "a key is seen by this measure");
}

#[cfg(target_os = "linux")]
#[test]
fn no_thread_stands_beside_the_loop_until_the_reader_does_something() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).settle(QUIET);
    assert_eq!(threads(terminal.pid()), 1, "the loop");
    let dark = terminal.written.len();
    terminal.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\").settle(QUIET);
    assert!(terminal.written.len() > dark, "a light background is answered");
    assert_eq!(threads(terminal.pid()), 1, "it is the terminal that said so");
    terminal.send("\r").settle(QUIET);
    assert_eq!(threads(terminal.pid()), 2, "and the one that waits for signals");
    terminal.send("+").wait_for(&["skruet op", "✓ gemt"]);
    assert_eq!(threads(terminal.pid()), 3, "and the writer");
}

/// The question for the background.
const BACKGROUND: &str = "\u{1b}]11;?\u{1b}\\";
/// The questions for the cell's size, for kitty's pictures and for the attributes.
const PIXELS: &str = "\u{1b}[16t\u{1b}[c";

/// Fails where the terminal was sent anything but text and the program's own sequences.
#[track_caller]
fn only_own_sequences(written: &[u8]) {
    let written = std::str::from_utf8(written).expect("UTF-8 throughout");
    let mut rest = written;
    let mut marks = 0;
    while let Some(c) = rest.chars().next() {
        let near = || rest.chars().take(20).collect::<String>();
        // a frame of another size begins on an empty screen
        let start = rest
            .strip_prefix("\u{1b}[?2026h")
            .map(|frame| frame.strip_prefix("\u{1b}[2J").unwrap_or(frame));
        if let Some(frame) = start {
            rest = frame;
            continue;
        }
        let question = [BACKGROUND, PIXELS]
            .into_iter()
            .find_map(|question| rest.strip_prefix(question));
        if let Some(after) = question {
            rest = after;
            continue;
        }
        if let Some(own) = rest.strip_prefix("\u{1b}[") {
            let parameters = own.trim_start_matches(|c: char| c.is_ascii_digit() || "?;".contains(c));
            rest = parameters
                .strip_prefix(['h', 'l', 'H', 'C', 'm'])
                .unwrap_or_else(|| panic!("{:?}", near()));
            continue;
        }
        let hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
        assert!(!c.is_control() && !hidden, "{:?}", near());
        marks = if ('\u{300}'..='\u{36f}').contains(&c) {
            marks + 1
        } else {
            0
        };
        assert!(marks < 8, "a flood of marks");
        rest = &rest[c.len_utf8()..];
    }
}

#[test]
fn hostile_names_and_notes_reach_the_terminal_harmless() {
    let home = Home::new();
    let hostile = concat!(
        "A\u{1b}[5;31mB\u{1b}]0;titel\u{7}C\u{1b}P1;2q#\u{1b}\\D\u{9b}41mE\u{9d}8;;x\u{9c}F",
        "\u{202e}G\u{2066}H\u{200b}I\u{e0041}J\u{2028}K\r\u{8}L\u{7f}M\u{0}N\u{1b}cO\u{feff}P",
    );
    let flood = format!("e{}", "\u{301}".repeat(500));
    let text = format!("{hostile}{flood}");
    let profile = serde_json::json!({
        "format": "pejl.profile", "version": "1.0",
        "name": text, "framework": "kalundborg-lsg", "level": 2, "unit": text, "challenge": text,
        "dials": { "samskabelse": { "value": 3, "note": text } },
        "bearings": [{ "id": "b1", "at": "2026-11-23T08:15:00+01:00", "label": text,
            "dials": { "samskabelse": { "value": 1, "note": text } } }],
    });
    home.write_own_profile(serde_json::to_vec(&profile).unwrap());
    let mut terminal = home.start_in(160, 50, &[]);
    terminal.wait_for(&["q afslut", "+3"]).send(TO_SAMSKABELSE);
    terminal.wait_for(&["Hvilket behov?", "AB"]);
    terminal
        .send("+")
        .wait_for(&["+4", "gemt"])
        .send("\u{1b}[6~vbc?")
        .settle(QUIET);
    only_own_sequences(&terminal.written);
    assert_eq!(terminal.signal(Signal::TERM).exit(), Exit::Status(143));
    only_own_sequences(&terminal.written);
    // stored as it was typed
    let kept: serde_json::Value = serde_json::from_slice(&std::fs::read(home.profile()).unwrap()).unwrap();
    assert_eq!(kept["dials"]["samskabelse"]["note"], text);
}

#[test]
fn after_another_program_changed_the_file_the_leader_chooses_which_version_goes_on() {
    for (key, value, said) in [
        ("A", 1, "Du arbejder videre i din udgave"),
        ("B", -4, "Den anden udgave er åben nu"),
    ] {
        let home = Home::visited();
        let mut terminal = home.start();
        terminal
            .wait_for(&["gemt"])
            .send("2\r\r+")
            .wait_for(&["+1", "✓ gemt"]);
        let file = home.profile();
        let theirs = std::fs::read_to_string(&file)
            .unwrap()
            .replace("\"value\": 1", "\"value\": -4");
        std::fs::write(&file, &theirs).unwrap();
        terminal
            .send("+")
            .wait_for(&["Et andet program har ændret profilen", "to udgaver"]);
        assert_eq!(
            std::fs::read_to_string(&file).unwrap(),
            theirs,
            "nothing is overwritten unasked"
        );
        terminal.send("-").wait_for(&["+1"]);
        terminal.send(key).wait_for(&[said]);
        terminal.wait_for(&["✓ gemt"]);
        assert_eq!(terminal.send("q").exit(), Exit::Status(0));
        assert_eq!(home.value_on_disk("samskabelse"), value);
        let names = std::fs::read_dir(file.parent().unwrap()).unwrap();
        let kept = names.filter(|name| {
            name.as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .contains("conflict")
        });
        assert!(kept.count() > 0, "{key}: the other version is kept");
    }
}

#[test]
fn what_is_told_in_the_last_instant_is_in_the_log() {
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).send("\x03\x03");
    assert_eq!(terminal.exit(), Exit::Status(0));
    let log = std::fs::read_to_string(home.data().join("messages.log")).unwrap();
    assert!(log.contains("Tryk Ctrl+C igen"), "{log}");
}

#[test]
fn a_first_start_where_nothing_can_be_kept_is_refused_with_one_line() {
    let home = Home::new();
    std::fs::create_dir_all(home.dir()).unwrap();
    std::fs::write(home.data(), "a file stands where the folder should").unwrap();
    let mut terminal = home.start();
    assert_eq!(terminal.exit(), Exit::Status(73));
    terminal.restored();
    one_plain_line(&String::from_utf8(terminal.written.clone()).unwrap());
}
