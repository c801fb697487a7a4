//! A leader writes the profile out: chooses a format and what goes along, sees what comes out, and says where to.

use crate::common::Driver;
use pejl::{app::App, text::Lang};
use std::{fs, path::Path};

/// The program on a folder of its own, at the export screen, where the text is chosen: it shows all that goes out.
fn export() -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver
        .press("Enter Enter n")
        .type_text("Nyt botilbud")
        .press("Esc e Right Right Right Right");
    (folder, driver)
}

/// Answers the question for the file.
fn write_to<'a>(driver: &'a mut Driver, file: &Path) -> &'a mut Driver {
    driver
        .press("Enter Ctrl+U Ctrl+K")
        .type_text(file.to_str().unwrap())
        .press("Enter")
}

#[test]
fn what_comes_out_is_shown_before_it_is_written() {
    let (_folder, mut driver) = export();
    driver.shows(&[
        "Grundlaget › Print og del",
        "Format",
        "Tekst (md)",
        "Noter",
        "Pejlinger",
        "sådan bliver det",
        "# ",
    ]);
    driver
        .press("Right")
        .shows(&["Billede i punkter (png)", "slides"]);
    driver
        .press("Right")
        .shows(&["Tabel til andre regneark (csv)", ";"])
        .hides(&["Beslutninger"]);
    driver
        .press("Right")
        .shows(&["Til en kollegas pejl (json)", "\"pejl.profile\""]);
    driver.press("Right").shows(&[
        "Påmindelse i kalenderen (ics)",
        "Der er ingen dato at se på profilen igen",
    ]);
    driver
        .press("Right")
        .shows(&["Ark til en samtale (html)", "A4"])
        .hides(&["sådan bliver det"]);
    driver.press("Right").shows(&["Ark at sende (pdf)", "printe"]);
    driver.press("Right").shows(&["Regneark (xlsx)", "program"]);
    driver.press("Right").shows(&["Billede af rosen (svg)"]);
    driver.press("Right").shows(&["Tekst (md)", "# "]);
    driver.press("Left Left").shows(&["xlsx"]);
}

#[test]
fn what_is_to_stay_at_home_is_gone_from_what_is_shown_and_written() {
    let (folder, mut driver) = export();
    driver.resize(100, 80);
    driver.shows(&["Nyt botilbud"]);
    driver
        .press("Down Right")
        .hides(&["Nyt botilbud"])
        .shows(&["ikke med"]);
    let file = folder.path().join("uden.md");
    write_to(&mut driver, &file).shows(&["uden.md"]);
    assert!(!fs::read_to_string(&file).unwrap().contains("Nyt botilbud"));
    driver.press("Down").press("Up Right").shows(&["Nyt botilbud"]);
}

#[test]
fn every_format_is_written_whole_and_the_whole_path_is_told() {
    let (folder, mut driver) = export();
    driver.press("Left Left Left Left");
    for (ending, begin) in [
        ("html", &b"<!DOCTYPE"[..]),
        ("pdf", b"%PDF"),
        ("xlsx", b"PK"),
        ("svg", b"<?xml"),
        ("md", b"# "),
        ("png", b"\x89PNG"),
        ("csv", "\u{feff}".as_bytes()),
        ("json", b"{"),
    ] {
        let file = folder.path().join(format!("ud.{ending}"));
        write_to(&mut driver, &file).shows(&["Skrevet i", &format!("ud.{ending}")]);
        assert!(fs::read(&file).unwrap().starts_with(begin), "{ending}");
        driver.press("Right");
    }
}

#[test]
fn a_file_that_is_there_is_only_replaced_after_a_second_enter() {
    let (folder, mut driver) = export();
    let file = folder.path().join("ud.md");
    fs::write(&file, "mit eget").unwrap();
    write_to(&mut driver, &file).shows(&["findes allerede", "Enter igen", "Skriv i filen:"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mit eget");
    driver.press("Esc").hides(&["Skriv i filen:"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mit eget");
    // another name in between asks anew
    write_to(&mut driver, &file)
        .type_text("x")
        .press("Enter")
        .shows(&["Skrevet i"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mit eget");
    write_to(&mut driver, &file).press("Enter").shows(&["Skrevet i"]);
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "));
}

#[test]
fn where_nothing_can_be_written_that_is_told_and_the_line_stays() {
    let (folder, mut driver) = export();
    let file = folder.path().join("ingen/ud.md");
    write_to(&mut driver, &file).shows(&["Skriv i filen:", "ud.md: mappen findes ikke"]);
    driver.press("Esc").shows(&["Grundlaget › Print og del"]);
    driver
        .press("Enter Ctrl+U Ctrl+K Enter")
        .shows(&["Skriv i filen:"]);
}

#[test]
fn a_name_is_suggested_after_the_profile_and_the_format() {
    let (_folder, mut driver) = export();
    driver.press("Enter").shows(&["min-profil.md"]);
    driver
        .press("Esc Right Right Right Right Right Enter")
        .shows(&["min-profil.html"]);
}

#[test]
fn undo_is_not_needed_for_looking() {
    let (_folder, mut driver) = export();
    let changes = driver.program.app.state.changes();
    driver.press("Right Down Right Esc Esc");
    assert_eq!(driver.program.app.state.changes(), changes);
}

#[test]
fn the_page_scrolls_to_its_end_in_a_small_window() {
    let (_folder, mut driver) = export();
    driver.resize(40, 12);
    driver.press("Right Right Right").shows(&["json"]);
    for _ in 0..60 {
        driver.press("PgDn");
    }
    driver.shows(&["}"]);
    driver.press("Home").shows(&["Format"]);
}

#[test]
fn it_is_english_in_english() {
    let app: App = crate::common::app(Lang::En, 100, 30);
    let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, ratatui_dial::Marker::Smooth);
    driver.press("e Right Right Right Right").shows(&[
        "The framework › Print and share",
        "Text (md)",
        "Notes",
        "included",
        "what comes out",
        "Weight",
    ]);
}

#[test]
fn it_opens_on_the_sheet_for_a_talk_and_the_word_for_a_format_opens_on_that() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver
        .press("e")
        .shows(&["‹ Ark til en samtale (html) ›", "min-profil.html"])
        .press("Esc");
    for (word, format) in [
        ("excel", "Regneark (xlsx)"),
        ("regneark", "Regneark (xlsx)"),
        ("billede", "Billede af rosen (svg)"),
        ("word", "Tekst (md)"),
        ("print", "Ark til en samtale (html)"),
        ("pdf", "Ark at sende (pdf)"),
    ] {
        driver
            .press(":")
            .type_text(word)
            .press("Enter")
            .shows(&["Print og del", format])
            .press("Esc");
    }
}

#[test]
fn the_reminder_is_shown_in_words() {
    let (_folder, mut driver) = export();
    driver
        .press("Esc b a Ctrl+U")
        .type_text("1.12.2199")
        .press("Enter Esc e Left")
        .shows(&["Påmindelse i kalenderen (ics)", "Hele dagen 1. december 2199"])
        .hides(&["BEGIN:VCALENDAR"]);
}

#[test]
fn a_click_on_the_signs_around_a_value_changes_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press("e");
    for (sign, format) in [
        ("‹", "Påmindelse i kalenderen (ics)"),
        (" ›", "Ark til en samtale (html)"),
    ] {
        let screen = driver.screen();
        let value = |(_, line): &(usize, &str)| line.contains('‹');
        let (y, line) = screen.lines().enumerate().find(value).unwrap();
        let before = &line[..line.rfind(sign).unwrap()];
        let x = before.chars().count() + sign.chars().count() - 1;
        driver.click(x as u16, y as u16).shows(&[format]);
    }
}
