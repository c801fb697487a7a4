//! A leader writes notes and decisions, connects them, and takes any of it back, also after a restart.

use crate::common::Driver;
use pejl::{
    core::{fault::ReadOnly, framework::Framework},
    terminal::Event,
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn a_note_on_a_mark_is_written_kept_shown_and_taken_back_by_name() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter n").shows(&["Hvilket behov?"]);
    driver.type_text("Nyt botilbud, æøå");
    driver.press("Enter");
    driver.program.app.paste("e\u{301}👩‍👩‍👧 og mere");
    driver
        .press("Esc")
        .shows(&["Hvilket behov?", "Nyt botilbud, æøå"]);
    assert_eq!(
        driver.program.app.state.profile().note("samskabelse"),
        "Nyt botilbud, æøå\ne\u{301}👩‍👩‍👧 og mere"
    );
    driver.press("u").hides(&["Nyt botilbud"]);
    assert_eq!(driver.notice(), "Fortrudt: note på Rettidig samskabelse");
    driver.press("Ctrl+R").shows(&["Nyt botilbud"]);
    assert_eq!(driver.notice(), "Gentaget: note på Rettidig samskabelse");
}

#[test]
fn a_text_being_written_is_kept_when_the_program_ends() {
    for event in ["Ctrl+C Ctrl+C", "TERM"] {
        let folder = tempfile::tempdir().unwrap();
        let mut driver = Driver::on_disk(folder.path(), 120, 36);
        driver.press("2 Enter Enter n");
        driver.type_text("Nyt botilbud");
        match event {
            "TERM" => driver.send(Event::End(15)),
            keys => driver.press(keys),
        };
        driver.leave();
        let mut again = Driver::on_disk(folder.path(), 120, 36);
        assert_eq!(
            again.program.app.state.profile().note("samskabelse"),
            "Nyt botilbud",
            "{event}"
        );
        again.press("u");
        assert_eq!(
            again.notice(),
            "Fortrudt: note på Rettidig samskabelse",
            "{event}"
        );
    }
}

#[test]
fn a_line_being_typed_is_kept_when_the_program_ends_where_it_belongs_to_the_profile() {
    for event in ["Ctrl+C Ctrl+C", "TERM"] {
        let end = |driver: &mut Driver| match event {
            "TERM" => _ = driver.send(Event::End(15)),
            keys => _ = driver.press(keys),
        };
        let folder = tempfile::tempdir().unwrap();
        let mut driver = Driver::on_disk(folder.path(), 120, 36);
        driver.press("s").type_text("Vinter");
        end(&mut driver);
        driver.leave();
        let mut driver = Driver::on_disk(folder.path(), 120, 36);
        let bearing = driver.program.app.state.profile().last_bearing().cloned();
        assert_eq!(bearing.unwrap().label, "Vinter", "{event}");
        // nothing typed takes none
        driver.press("s");
        end(&mut driver);
        assert_eq!(driver.program.app.state.profile().bearings.len(), 1, "{event}");
    }
}

#[test]
fn at_home_n_writes_the_note_on_the_profile() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("n")
        .shows(&["Min profil", "Hvad fylder hos jer lige nu?"]);
    driver.type_text("Budget");
    driver.press("Esc");
    assert_eq!(driver.program.app.state.profile().note, "Budget");
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: note på profilen");
}

#[test]
fn a_note_takes_ten_thousand_characters_and_no_more() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter n");
    driver.program.app.paste(&"å".repeat(10_001));
    driver.press("x");
    assert_eq!(driver.notice(), "Der er ikke plads til mere tekst her");
    driver.press("Esc");
    let note = driver.program.app.state.profile().note("arbejdsmiljoe");
    assert_eq!(note.chars().count(), 10_000);
}

#[test]
fn a_mark_is_tagged_with_the_documents_that_the_framework_names() {
    let mut driver = Driver::new(120, 36);
    driver
        .press("2 Enter Enter m")
        .shows(&["Dokumenter", "[ ] Udviklingsstrategien", "Fælles Retning"]);
    driver
        .press("Enter Down Down Space")
        .shows(&["[x] Udviklingsstrategien"]);
    let dial = &driver.program.app.state.profile().dials["samskabelse"];
    assert_eq!(dial.documents.len(), 2);
    driver.press("Esc").shows(&["Dokumenter", "Udviklingsstrategien"]);
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: dokumenter ved Rettidig samskabelse");
    driver.press("m Enter");
    assert!(
        !driver
            .program
            .app
            .state
            .profile()
            .dials
            .contains_key("samskabelse")
    );
    driver.press("Esc n");
    driver.type_text("Halvt");
    driver.press("Ctrl+T").shows(&["[ ] Udviklingsstrategien"]);
    driver.press("Space Esc").shows(&["Halvt"]);
    driver.press("Esc");
    let dial = &driver.program.app.state.profile().dials["samskabelse"];
    assert_eq!((dial.note.as_str(), dial.documents.len()), ("Halvt", 1));
}

#[test]
fn a_mark_in_a_new_field_is_linked_to_the_operations_marks_it_enriches() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter g").shows(&[
        "Hvilket pejlemærke i driften er det med til at berige?",
        "[ ] Sikker drift",
        "[ ] Evidensbaseret",
    ]);
    driver
        .press("End Enter Esc")
        .shows(&["Beriger Evidensbaseret opgaveløsning"]);
    assert_eq!(
        driver.program.app.state.profile().dials["samskabelse"].enriches,
        ["evidens"]
    );
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: hvad Rettidig samskabelse beriger");
    for known in ["1", "3"] {
        driver.press("Esc Esc").press(known).press("Enter Enter g");
        assert!(driver.notice().contains("de nye felter"), "{}", driver.notice());
    }
}

#[test]
fn a_framework_without_documents_says_so() {
    let mut framework = Framework::built_in();
    framework.documents.clear();
    let app = crate::common::app_with(framework, Lang::Da, 80, 24);
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.press("Enter Enter m");
    assert_eq!(driver.notice(), "Grundlaget nævner ingen øvrige dokumenter");
}

#[test]
fn a_decision_is_held_against_the_raised_marks_and_kept_with_the_next_bearing() {
    let mut driver = Driver::new(120, 36);
    driver
        .press("d")
        .shows(&["Ingen beslutninger siden sidste pejling", "Tryk n"]);
    driver
        .press("Esc 2 Enter + Right + + Esc d n")
        .shows(&["Hvad har du besluttet"]);
    driver.type_text("Flyt møderne");
    driver.press("Esc").shows(&[
        "24. november 2026",
        "Flyt møderne",
        "»hjælper os som ledere til at træffe nye beslutninger«",
        "[ ] Rettidig samskabelse  +1",
        "[ ] Strategisk innovation  +2",
    ]);
    driver.hides(&["Nysgerrig relationsopbygning"]);
    driver
        .press("Down Enter")
        .shows(&["Hvad siger pejlemærket til beslutningen?"]);
    driver.type_text("Ja");
    driver.press("Esc").shows(&["[x] Rettidig samskabelse", "Ja"]);
    driver.press("Esc").shows(&["1 svar", "Flyt møderne"]);
    driver.press("s Enter");
    let profile = driver.program.app.state.profile();
    assert!(profile.decisions.is_empty());
    let kept = &profile.last_bearing().unwrap().decisions[0];
    assert_eq!(
        (kept.text.as_str(), kept.answers["samskabelse"].as_str()),
        ("Flyt møderne", "Ja")
    );
    driver
        .press("b Enter PgDn")
        .shows(&["Beslutninger", "Flyt møderne", "Rettidig samskabelse: Ja"]);
    driver.press("u");
    assert_eq!(driver.program.app.state.profile().decisions.len(), 1);
    assert!(driver.program.app.state.profile().bearings.is_empty());
}

#[test]
fn decisions_are_changed_and_deleted_and_every_step_can_be_taken_back() {
    let mut driver = Driver::new(80, 24);
    for text in ["Første", "Anden"] {
        driver.press("d n");
        driver.type_text(text);
        driver.press("Esc Esc Esc");
    }
    driver.press("d").shows(&["Anden", "Første"]);
    driver.press("Enter Enter");
    driver.type_text("!");
    driver
        .press("Esc")
        .shows(&["Anden!", "Intet pejlemærke er skruet op lige nu."]);
    driver.press("x").hides(&["Anden!"]).shows(&["Første"]);
    assert_eq!(driver.notice(), "Beslutningen er slettet. u fortryder");
    driver.press("u").shows(&["Anden!"]);
    driver.press("u u u");
    assert!(driver.program.app.state.profile().decisions.is_empty());
    driver.shows(&["Ingen beslutninger"]);
    driver.press("n Esc");
    assert!(
        driver.program.app.state.profile().decisions.is_empty(),
        "an empty one is none"
    );
}

fn undo_file(folder: &Path) -> PathBuf {
    folder.join("data/undo/min-profil.json")
}

#[test]
fn everything_can_be_undone_and_redone_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    let texts_and_dials = |driver: &Driver| {
        let profile = driver.program.app.state.profile();
        (profile.dials.clone(), profile.bearings.clone())
    };
    let start = texts_and_dials(&driver);
    driver.press("2 Enter + + n");
    driver.type_text("Nyt");
    driver.press("Esc s Enter Enter m Enter Esc u");
    let end = texts_and_dials(&driver);
    driver.leave();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    assert_eq!(texts_and_dials(&driver), end);
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: pejling 24.11.2026");
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: note på Rettidig samskabelse");
    driver.press("u u");
    assert_eq!(driver.notice(), "Fortrudt: Rettidig samskabelse 0 → +1");
    assert_eq!(texts_and_dials(&driver), start);
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    driver.press("Ctrl+R Ctrl+R Ctrl+R Ctrl+R");
    assert_eq!(texts_and_dials(&driver), end);
    driver.press("Ctrl+R");
    assert_eq!(driver.notice(), "Gentaget: dokumenter ved Rettidig samskabelse");
    driver.leave();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: dokumenter ved Rettidig samskabelse");
    driver.press("u u u u");
    driver.leave();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    driver.press("Ctrl+R Ctrl+R");
    assert_eq!(driver.notice(), "Gentaget: Rettidig samskabelse +1 → +2");
    driver.press("u u");
    assert_eq!(driver.notice(), "Fortrudt: Rettidig samskabelse 0 → +1");
    assert_eq!(texts_and_dials(&driver), start);
}

#[test]
fn a_profile_that_was_changed_elsewhere_or_an_undo_file_that_is_damaged_starts_without_undo() {
    let home = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    driver.press("+");
    driver.leave();
    let nothing = || {
        let mut driver = Driver::on_disk(home.path(), 120, 36);
        driver.press("u");
        assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    };
    let good = fs::read(undo_file(home.path())).unwrap();
    fs::write(undo_file(home.path()), &good[..good.len() / 2]).unwrap();
    nothing();
    fs::remove_file(undo_file(home.path())).unwrap();
    nothing();
    fs::create_dir(undo_file(home.path())).unwrap();
    nothing();
    fs::remove_dir(undo_file(home.path())).unwrap();
    fs::write(undo_file(home.path()), &good).unwrap();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    assert!(driver.press("u").notice().starts_with("Fortrudt"));
    driver.press("Ctrl+R");
    driver.leave();
    let file = home.path().join("data/profiles/min-profil.json");
    let profile = fs::read_to_string(&file).unwrap();
    fs::write(&file, profile.replace("Min profil", "Min Profil")).unwrap();
    nothing();
}

#[test]
fn a_folder_that_takes_no_undo_file_is_no_hindrance() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("data")).unwrap();
    fs::write(home.path().join("data/undo"), "in the way").unwrap();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    driver.press("+");
    driver.leave();
    let mut driver = Driver::on_disk(home.path(), 120, 36);
    assert_eq!(driver.value("arbejdsmiljoe"), 1);
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
}

#[test]
fn while_a_text_is_written_the_header_does_not_say_that_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    driver.press("2 Enter Enter n");
    driver.type_text("Nyt");
    for (keys, writes) in [
        ("x", true),
        ("Esc", false),
        ("n", false),
        ("y", true),
        ("Backspace", false),
    ] {
        driver.press(keys);
        let header = driver.header();
        assert_eq!(header.contains("skriver"), writes, "{keys}: {header}");
        assert!(!writes || !header.contains('✓'), "{keys}: {header}");
    }
}

#[test]
fn where_the_profile_can_only_be_read_no_text_is_begun() {
    for keys in ["n", "2 Enter Enter n", "s", "p Enter"] {
        let mut driver = Driver::new(120, 36);
        driver.press(keys);
        let scope = driver.program.app.scope();
        let mut driver = Driver::new(120, 36);
        driver.program.app.state.session.set_read_only(ReadOnly::Locked);
        let (way, last) = keys.rsplit_once(' ').unwrap_or(("", keys));
        driver.press(way);
        let before = driver.program.app.scope();
        assert_ne!(scope, before, "{keys} opens nothing");
        driver.press(last);
        assert_eq!(driver.program.app.scope(), before, "{keys}");
        assert!(!driver.notice().is_empty(), "{keys}: that is said");
    }
}
