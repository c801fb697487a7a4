//! `pejl show` on a terminal: in colour, broken at words, and through a pager where it is longer than the screen.

use crate::common::{
    home::Home,
    pty::{Exit, Terminal},
};
use std::{fs, path::Path};

fn show(home: &Home, size: (u16, u16), args: &[&str], environment: &[(&str, &str)]) -> Terminal {
    let args: Vec<_> = [&["show"], args]
        .concat()
        .into_iter()
        .map(AsRef::as_ref)
        .collect();
    let mut terminal = home.run_in(size, Path::new(env!("CARGO_BIN_EXE_pejl")), &args, environment);
    assert_eq!(terminal.exit(), Exit::Status(0), "{}", terminal.text());
    terminal
}

fn written(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.written).replace("\r\n", "\n")
}

#[test]
fn it_breaks_at_words_and_has_the_terminals_own_colours() {
    let home = Home::visited();
    let coloured = show(&home, (60, 100), &["2.1"], &[]);
    assert!(written(&coloured).contains("\x1b[1mVi skaber velfærd sammen med andre"));
    assert!(
        written(&coloured).contains("m0 i midten"),
        "{:?}",
        written(&coloured)
    );
    for narrow in [60, 20] {
        let bare = show(&home, (narrow, 100), &["2.1"], &[("NO_COLOR", "1")]);
        let text = written(&bare);
        assert!(!text.contains('\x1b'), "{text:?}");
        let longest = text.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(usize::from(narrow)), "{text}");
        // the same words as into a file, where no line is broken
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let file = home.says(&["show", "2.1"]);
        if narrow == 60 {
            assert_eq!(words(&text), words(&file));
        }
        assert!(file.lines().any(|line| line.chars().count() > 100));
    }
}

#[test]
fn what_is_longer_than_the_screen_goes_through_the_pager() {
    let home = Home::visited();
    let paged = show(&home, (80, 10), &[], &[("PAGER", "cat > paged.txt")]);
    assert_eq!(written(&paged), "");
    let text = fs::read_to_string(home.path("paged.txt")).unwrap();
    assert!(
        text.contains("Rettidig samskabelse") && text.lines().count() > 100,
        "{text}"
    );
    // what has room is shown at once
    let short = show(&home, (80, 100), &["2.1"], &[("PAGER", "cat > short.txt")]);
    assert!(written(&short).contains("Rettidig") && !home.path("short.txt").exists());
    let none = show(&home, (80, 10), &[], &[("PAGER", "cat")]);
    assert!(written(&none).contains("Rettidig"));
}

#[test]
fn a_pager_that_is_not_there_or_dies_leaves_the_text_on_the_terminal() {
    let home = Home::visited();
    for pager in ["/findes/ikke", "exit 3", "kill -9 $$"] {
        let shown = show(&home, (80, 10), &[], &[("PAGER", pager)]);
        assert!(
            written(&shown).contains("Rettidig samskabelse"),
            "{pager}: {}",
            written(&shown)
        );
    }
    // one that has read enough is no fault
    let left = show(&home, (80, 10), &[], &[("PAGER", "head -1 > first.txt")]);
    assert!(!written(&left).contains("Rettidig samskabelse"));
    assert_eq!(
        fs::read_to_string(home.path("first.txt"))
            .unwrap()
            .lines()
            .count(),
        1
    );
}
