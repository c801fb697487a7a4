//! `pejl note` through the real binary: what other programs put into a text, and what is no text.

use crate::common::home::Home;

#[test]
fn a_byte_order_mark_in_front_of_a_piped_note_is_no_part_of_it() {
    let home = Home::new();
    home.with_input(&["note", "2.1", "-"], "\u{feff}Vigtigt".as_bytes())
        .done();
    assert_eq!(home.json(&["note", "2.1", "--json"])["note"], "Vigtigt");
}

#[test]
fn a_note_is_printed_with_its_tabs() {
    let home = Home::new();
    let note = "a\tb\n\tc";
    home.with_input(&["note", "2.1", "-"], note.as_bytes()).done();
    assert_eq!(home.says(&["note", "2.1"]), format!("{note}\n"));
}

#[cfg(unix)]
#[test]
fn a_note_that_is_no_text_is_wrong_usage() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let home = Home::new();
    let note = OsStr::from_bytes(b"S\xf8ren");
    let answer = home.command().args(["note", "2.1"]).arg(note).output().unwrap();
    assert_eq!(answer.status.code(), Some(2));
    assert!(answer.stdout.is_empty());
    let said = String::from_utf8(answer.stderr).unwrap();
    assert!(
        said.starts_with("pejl: ") && said.contains("UTF-8") && said.lines().count() == 1,
        "{said}"
    );
}

#[test]
fn a_pipe_that_nothing_came_through_takes_no_note_away() {
    let home = Home::new();
    home.says(&["note", "1.1", "Vigtigt"]);
    for input in ["", "\n"] {
        home.refuses(|home| home.with_input(&["note", "1.1", "-"], input.as_bytes()), 2);
    }
    assert_eq!(home.says(&["note", "1.1"]), "Vigtigt\n");
    home.says(&["note", "1.1", ""]);
    assert_eq!(home.says(&["note", "1.1"]), "");
}
