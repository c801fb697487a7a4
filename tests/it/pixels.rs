//! Pictures in the real binary, in terminals that answer as a Sixel terminal, a kitty, a liar, a late and a silent one.

use crate::common::home::Home;
use crate::common::pty::{Exit, Signal, Terminal};
use std::time::Duration;

/// The last of the questions.
const ASKED: &str = "\x1b[c";
const SIXEL: &str = "\x1bP0;1;0q\"1;1;";
const KITTY: &str = "\x1b_Ga=T,";
const SIXEL_ANSWERS: &str = "\x1b[6;20;10t\x1b[?62;4;22c";
const KITTY_ANSWERS: &str = "\x1b[6;20;10t\x1b_Gi=31;OK\x1b\\\x1b[?62;c";

/// How often this was written after the first `from` bytes.
fn count(terminal: &Terminal, from: usize, wanted: &str) -> usize {
    String::from_utf8_lossy(&terminal.written[from..])
        .matches(wanted)
        .count()
}

/// The program at home in a terminal that was asked and has answered nothing yet.
fn asked(home: &Home) -> Terminal {
    let mut terminal = home.start();
    terminal.wait_for(&["gemt"]).wait_for_written(0, ASKED);
    assert_eq!(
        count(&terminal, 0, SIXEL) + count(&terminal, 0, KITTY),
        0,
        "in cells first"
    );
    terminal
}

/// Waits for this after the first `from` bytes, and for all of the frame that it is in.
fn wait_for_frame(terminal: &mut Terminal, from: usize, wanted: &str) {
    terminal.wait_for_written(from, wanted);
    let at = String::from_utf8_lossy(&terminal.written[from..])
        .find(wanted)
        .unwrap();
    terminal.wait_for_written(from + at, "\x1b[?2026l");
}

#[test]
fn a_sixel_terminal_gets_pictures_when_it_has_answered_and_only_those_that_change() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    let mut from = terminal.written.len();
    terminal.send(SIXEL_ANSWERS);
    wait_for_frame(&mut terminal, from, SIXEL);
    assert_eq!(count(&terminal, from, SIXEL), 12, "a dial for each mark");
    assert!(terminal.written.len() - from < 200_000, "the whole home");
    terminal.wait_for(&["gemt", "Optimerer"]);

    from = terminal.written.len();
    terminal.send("\x1b[C").catch_up();
    terminal
        .send("\r\r")
        .wait_for(&["Rettidig samskabelse", "Niveau 1"]);
    wait_for_frame(&mut terminal, from, SIXEL);
    terminal.settle(Duration::from_millis(200));
    from = terminal.written.len();
    terminal.send("\x1b[F").wait_for(&["+5", "i forgrunden"]);
    terminal.wait_for(&["gemt"]).settle(Duration::from_millis(200));
    assert!(count(&terminal, from, SIXEL) >= 1);
    from = terminal.written.len();
    // what is at its end already does not turn
    terminal.send("+").settle(Duration::from_millis(200));
    assert_eq!(count(&terminal, from, SIXEL), 0, "nothing has changed");

    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(count(&terminal, 0, "\x1b_Ga=d"), 0, "what it does not understand");
}

#[test]
fn kittys_pictures_are_removed_where_they_are_not_shown_any_more_and_at_leaving() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    let mut from = terminal.written.len();
    terminal.send(KITTY_ANSWERS);
    wait_for_frame(&mut terminal, from, KITTY);
    assert_eq!(count(&terminal, from, KITTY), 12);

    from = terminal.written.len();
    terminal.send("?");
    wait_for_frame(&mut terminal, from, "\x1b_Ga=d,d=I,");
    assert_eq!(count(&terminal, from, "\x1b_Ga=d,d=I,"), 12, "help has no dials");
    from = terminal.written.len();
    terminal.send("\x1b");
    wait_for_frame(&mut terminal, from, KITTY);

    from = terminal.written.len();
    terminal.signal(Signal::TSTP).stopped();
    assert_eq!(count(&terminal, from, "\x1b_Ga=d,d=A,"), 1, "at a stop");
    from = terminal.written.len();
    terminal.signal(Signal::CONT);
    wait_for_frame(&mut terminal, from, KITTY);
    assert_eq!(count(&terminal, from, KITTY), 12, "all again");

    from = terminal.written.len();
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    let written = String::from_utf8_lossy(&terminal.written[from..]).into_owned();
    let (removed, left) = (written.find("\x1b_Ga=d,d=A,"), written.find("\x1b[?1049l"));
    assert!(removed.is_some() && removed < left, "{written:?}");
    terminal.restored();
}

#[test]
fn an_answer_that_comes_late_is_taken_on_and_is_no_key() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    terminal.send("2+").wait_for(&["+1"]).wait_for(&["gemt"]);
    let from = terminal.written.len();
    for piece in ["\x1b[6;2", "0;10t\x1b[?6", "2;4c"] {
        terminal.send(piece).catch_up();
    }
    wait_for_frame(&mut terminal, from, SIXEL);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    assert_eq!(home.value_on_disk("samskabelse"), 1);
}

#[test]
fn a_liar_and_a_silent_one_have_their_dials_in_cells() {
    for answers in [
        "",
        "\x1b[6;0;0t\x1b[?62;4c",
        "\x1b[6;1;1t\x1b[?62;4c",
        "\x1b[6;10000;10000t\x1b[?62;4c",
        "\x1b[6;20;10t\x1b[?1;2c",
        "\x1b[?62;4c",
    ] {
        let home = Home::visited();
        let mut terminal = asked(&home);
        terminal.send(answers).send("2+").wait_for(&["+1", "▀"]);
        assert_eq!(terminal.send("q").exit(), Exit::Status(0), "{answers:?}");
        let pictures = count(&terminal, 0, SIXEL) + count(&terminal, 0, KITTY);
        assert_eq!(pictures, 0, "{answers:?}");
    }
}

#[test]
fn within_tmux_and_screen_and_where_cells_are_wanted_nothing_is_asked() {
    for (environment, args) in [
        (&[("TMUX", "/tmp/tmux-0/default,1,0")][..], &[][..]),
        (&[("TERM", "screen-256color")], &[]),
        (&[], &["--glyphs".as_ref(), "smooth".as_ref()]),
        // without colours a picture would say nothing
        (&[("NO_COLOR", "1")], &[]),
        (&[("NO_COLOR", "1")], &["--glyphs".as_ref(), "pixels".as_ref()]),
    ] {
        let home = Home::visited();
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_pejl"));
        let mut terminal = home.run_in((100, 30), program, args, environment);
        terminal.wait_for(&["gemt"]).send("2+").wait_for(&["+1"]);
        assert_eq!(terminal.send("q").exit(), Exit::Status(0));
        let questions =
            count(&terminal, 0, ASKED) + count(&terminal, 0, "\x1b_G") + count(&terminal, 0, "\x1b[16t");
        assert_eq!(questions, 0, "{environment:?} {args:?}");
    }
}

#[test]
fn another_font_is_asked_for_at_a_new_size_and_everything_drawn_anew() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    let mut from = terminal.written.len();
    terminal.send(SIXEL_ANSWERS);
    wait_for_frame(&mut terminal, from, SIXEL);
    terminal.settle(Duration::from_millis(200));
    from = terminal.written.len();
    terminal.resize(101, 30).wait_for_written(from, "\x1b[16t");
    from = terminal.written.len();
    terminal.send("\x1b[6;40;20t");
    wait_for_frame(&mut terminal, from, SIXEL);
    assert_eq!(count(&terminal, from, SIXEL), 12);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
}

#[test]
fn where_pictures_do_not_show_a_key_of_the_settings_gives_cells_for_good() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    let from = terminal.written.len();
    terminal.send(SIXEL_ANSWERS);
    wait_for_frame(&mut terminal, from, SIXEL);
    // the selected setting tells what was found, and the key
    terminal
        .send(",jjj")
        .wait_for(&["(Sixel, 10×20", "Ser du ingen drejeknapper her?", "uden pixels."]);
    terminal.send("g").wait_for(&[
        "Drejeknapper: glatte kanter",
        "Terminalen tegner billeder, men du",
        "▀",
    ]);
    // frames come in order: all pictures before the key have come
    let from = terminal.written.len();
    terminal.send("\x1b").wait_for(&["Optimerer", "▀"]);
    assert_eq!(count(&terminal, from, SIXEL), 0, "no picture after the key");
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    let config = std::fs::read_to_string(home.config()).unwrap();
    assert!(config.contains("glyphs = \"smooth\""), "{config}");
}

#[test]
fn a_window_that_is_resized_again_and_again_while_pictures_come_ends_whole() {
    let home = Home::visited();
    let mut terminal = asked(&home);
    terminal.send(SIXEL_ANSWERS);
    // no frame of these is waited for
    for step in 0..40_u16 {
        terminal.resize(60 + 7 * step % 90, 16 + 5 * step % 30);
        terminal.send(if step % 2 == 0 {
            "\x1b[6;20;10t"
        } else {
            "\x1b[6;40;20t"
        });
    }
    let from = terminal.written.len();
    terminal.resize(100, 30).send("\x1b[6;20;10t");
    wait_for_frame(&mut terminal, from, SIXEL);
    terminal.wait_for(&["gemt", "Optimerer"]);
    terminal.send("2+").wait_for(&["+1"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 1);
}

#[test]
fn in_a_window_of_65535_columns_pictures_are_no_larger_than_the_program_draws() {
    let home = Home::visited();
    let mut terminal = home.start_in(65535, 65535, &[]);
    terminal.wait_for_written(0, ASKED);
    let from = terminal.written.len();
    terminal.send(SIXEL_ANSWERS);
    wait_for_frame(&mut terminal, from, SIXEL);
    assert_eq!(count(&terminal, from, SIXEL), 12);
    assert_eq!(terminal.send("2+q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 1);
}

#[test]
fn a_turn_writes_one_picture_of_at_most_16_kb_and_the_whole_home_is_at_most_200_kb() {
    for (answers, picture) in [(SIXEL_ANSWERS, SIXEL), (KITTY_ANSWERS, KITTY)] {
        let home = Home::visited();
        let mut terminal = home.start_in(120, 36, &[]);
        terminal.wait_for(&["gemt"]).wait_for_written(0, ASKED);
        let mut from = terminal.written.len();
        terminal.send(answers);
        wait_for_frame(&mut terminal, from, picture);
        terminal.settle(Duration::from_millis(200));
        let whole = terminal.written.len() - from;
        terminal
            .send("2\r\r")
            .wait_for(&["Rettidig samskabelse", "Niveau 1"]);
        terminal.settle(Duration::from_millis(300));
        let mut turns = Vec::new();
        for key in ["+", "+", "-", "-", "-"] {
            from = terminal.written.len();
            terminal.send(key);
            wait_for_frame(&mut terminal, from, picture);
            terminal.settle(Duration::from_millis(300));
            turns.push(terminal.written.len() - from);
        }
        assert!(whole <= 200_000, "{picture:?}: the whole home {whole}");
        assert!(
            turns.iter().all(|turn| (1..=16_384).contains(turn)),
            "{picture:?}: {turns:?}"
        );
        assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    }
}
