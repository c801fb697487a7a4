//! A leader prints and shares: chooses what it is for, in which format and what goes along, sees what comes out, and says
//! where to.

use crate::common::Driver;
use pejl::{app::App, text::Lang};
use std::{fs, path::Path};

/// The program on a folder of its own, at the screen of what goes out, where the sheet as text is chosen.
fn export() -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver
        .press("Enter Enter n")
        .type_text("Nyt botilbud")
        .press("Esc e Right Right");
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
fn what_comes_out_is_shown_before_it_is_written_for_every_purpose() {
    let (_folder, mut driver) = export();
    driver.shows(&[
        "Grundlaget › Print og del",
        "Ark til en samtale",
        "‹ md ›",
        "[x] Noter",
        "[x] Pejlinger",
        "[ ] Åbne spørgsmål",
        "Sådan bliver det",
        "# ",
    ]);
    driver.press("Right").shows(&["‹ pdf ›", "MUS og LUS", "3 sider"]);
    driver
        .press("Down")
        .shows(&["‹ svg ›", "skarpe i alle", "Baggrund", "papir"]);
    driver
        .press("Right")
        .shows(&["‹ png ›", "slides", "2.400 punkter"]);
    driver
        .press("Down")
        .shows(&["‹ pdf ›", "klippe", "4 sider"])
        .hides(&["Noter"]);
    driver.press("Down").shows(&["i én fil", "[x] Noter"]);
    driver
        .press("Down")
        .shows(&["‹ xlsx ›", "diagram", "1.1  Arbejdsmiljø", "8,3 %", "[ ] Noter"]);
    driver
        .press("Right")
        .shows(&["‹ csv ›", ";"])
        .hides(&["Beslutninger"]);
    driver
        .press("Down")
        .shows(&["‹ json ›", "\"pejl.profile\"", "[ ] Noter", "[ ] Beslutninger"]);
    driver
        .press("Down")
        .shows(&["‹ ics ›", "Der er ingen dato at se på profilen igen"]);
    driver.press("Home").shows(&["‹ pdf ›"]);
}

#[test]
fn what_was_written_goes_along_on_the_own_sheet_and_elsewhere_where_it_is_ticked() {
    let (folder, mut driver) = export();
    driver.resize(100, 80);
    driver.shows(&["Nyt botilbud"]);
    driver
        .press("Tab Space")
        .hides(&["Nyt botilbud"])
        .shows(&["[ ] Noter"]);
    let file = folder.path().join("uden.md");
    write_to(&mut driver, &file).shows(&["uden.md"]);
    assert!(!fs::read_to_string(&file).unwrap().contains("Nyt botilbud"));
    driver
        .press("Down Up Right")
        .shows(&["Nyt botilbud", "[x] Noter"]);
    // up from what goes along is back at the purpose that is chosen
    driver.press("Up").press("Down Down Down Down Down");
    driver.shows(&["‹ json ›"]).hides(&["Nyt botilbud"]);
    driver.press("Tab Space").shows(&["Nyt botilbud", "[x] Noter"]);
    let file = folder.path().join("kollega.json");
    write_to(&mut driver, &file);
    assert!(fs::read_to_string(&file).unwrap().contains("Nyt botilbud"));
}

#[test]
fn every_format_is_written_whole_and_the_whole_path_is_told() {
    let (folder, mut driver) = export();
    driver.press("Right");
    for (keys, ending, begin) in [
        ("", "pdf", &b"%PDF"[..]),
        ("Right", "html", b"<!DOCTYPE"),
        ("Right", "md", b"# "),
        ("Down", "svg", b"<?xml"),
        ("Right", "png", b"\x89PNG"),
        ("Right", "pdf", b"%PDF"),
        ("Down", "pdf", b"%PDF"),
        ("Right", "html", b"<!DOCTYPE"),
        ("Down", "pdf", b"%PDF"),
        ("Down", "xlsx", b"PK"),
        ("Right", "csv", "\u{feff}".as_bytes()),
        ("Down", "json", b"{"),
    ] {
        let file = folder.path().join(format!("ud.{ending}"));
        let _ = fs::remove_file(&file);
        driver.press(keys);
        write_to(&mut driver, &file).shows(&[
            "Skrevet i",
            &format!("ud.{ending}"),
            "✓ Enter åbner, y kopierer",
        ]);
        assert!(fs::read(&file).unwrap().starts_with(begin), "{ending}");
    }
}

#[test]
fn the_path_of_what_was_written_is_copied_and_another_choice_writes_anew() {
    let (folder, mut driver) = export();
    driver.press("y").shows(&["Skriv filen først"]);
    let file = folder.path().join("ud.md");
    write_to(&mut driver, &file)
        .press("y")
        .shows(&["Sendt til udklipsholderen: stien"]);
    driver.press("Right Enter").shows(&["Skriv i filen:"]);
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
    // another name in between asks anew; it ends as the format does
    write_to(&mut driver, &file)
        .type_text("x")
        .press("Enter")
        .shows(&["Lad navnet ende på .md", "Skriv i filen:"])
        .type_text(".md")
        .press("Enter")
        .shows(&["Skrevet i"]);
    assert!(folder.path().join("ud.mdx.md").exists());
    assert_eq!(fs::read_to_string(&file).unwrap(), "mit eget");
    driver.press("Right Left");
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
fn a_name_is_suggested_after_the_profile_the_purpose_and_the_day() {
    let (_folder, mut driver) = export();
    let day = driver.program.app.state.session.today();
    for (keys, name) in [
        ("Enter", format!("min-profil-ark-{day}.md")),
        ("Esc Right Enter", format!("min-profil-ark-{day}.pdf")),
        ("Esc Down Enter", format!("min-profil-rose-{day}.svg")),
        ("Esc Down Enter", format!("min-profil-kort-{day}.pdf")),
    ] {
        driver.press(keys).shows(&[&name]);
    }
}

#[test]
fn undo_is_not_needed_for_looking() {
    let (_folder, mut driver) = export();
    let changes = driver.program.app.state.changes();
    driver.press("Right Down Right Tab Space Esc Esc");
    assert_eq!(driver.program.app.state.changes(), changes);
}

#[test]
fn the_page_scrolls_to_its_end_in_a_small_window() {
    let (_folder, mut driver) = export();
    driver.resize(40, 12);
    driver.press("Down Down Down Down Down").shows(&["json"]);
    for _ in 0..60 {
        driver.press("PgDn");
    }
    driver.shows(&["}"]);
    driver.press("Home").shows(&["Ark til en samtale"]);
}

#[test]
fn it_is_english_in_english() {
    let app: App = crate::common::app(Lang::En, 100, 30);
    let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, ratatui_dial::Marker::Smooth);
    driver.press("e Right Right").shows(&[
        "The framework › Print and share",
        "Sheet for a one-to-one",
        "[x] Notes",
        "What comes out",
        "Weight",
    ]);
}

#[test]
fn it_opens_on_the_sheet_for_a_talk_and_a_word_for_a_format_or_a_purpose_opens_on_that() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver
        .press("e")
        .shows(&["MUS og LUS", "‹ pdf ›", "min-profil-ark-"])
        .press("Esc");
    for (word, chosen) in [
        ("excel", "Til Excel"),
        ("regneark", "Til Excel"),
        ("billede", "Rosen i streger"),
        ("word", "Arket som tekst"),
        ("print", "MUS og LUS"),
        ("pdf", "MUS og LUS"),
        ("png", "Rosen i punkter"),
        ("kort", "klippe efter"),
    ] {
        driver
            .press(":")
            .type_text(word)
            .press("Enter")
            .shows(&["Print og del", chosen])
            .press("Esc");
    }
}

#[test]
fn the_reminder_is_shown_in_words() {
    let (_folder, mut driver) = export();
    driver
        .press("Esc b a Ctrl+U")
        .type_text("1.12.2199")
        .press("Enter Esc e Down Down Down Down Down Down")
        .shows(&["Påmindelse", "Hele dagen 1. december 2199"])
        .hides(&["BEGIN:VCALENDAR"]);
}

#[test]
fn a_click_chooses_a_purpose_turns_a_value_and_sets_a_tick() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press("e");
    let click = |driver: &mut Driver, text: &str| {
        let screen = driver.screen();
        let (y, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap();
        let x = line[..line.find(text).unwrap()].chars().count();
        driver.click(x as u16, y as u16);
    };
    click(&mut driver, "‹");
    driver.shows(&["‹ md ›"]);
    click(&mut driver, " ›  ");
    driver.shows(&["‹ pdf ›"]);
    click(&mut driver, "[x] Noter");
    driver.shows(&["[ ] Noter"]);
    click(&mut driver, "Regneark");
    driver.shows(&["‹ xlsx ›", "1.1  Arbejdsmiljø"]);
}

#[test]
fn the_page_is_drawn_where_the_terminal_has_the_colours_and_the_rose_where_it_has_not() {
    use pejl::ui::theme::Depth;
    use ratatui_dial::Marker;
    for (depth, marker) in [
        (Depth::True, Marker::Smooth),
        (Depth::Indexed256, Marker::Quadrant),
    ] {
        let mut driver = Driver::with(crate::common::app(Lang::Da, 120, 36), depth, marker);
        driver.press("e");
        let drawn = driver.screen().matches('▀').count();
        assert!(drawn > 500, "{depth:?}: {drawn}");
    }
    let app = crate::common::app(Lang::Da, 120, 36);
    let mut driver = Driver::with(app, Depth::None, Marker::Ascii);
    driver.press("e").shows(&["MUS og LUS"]);
    assert_eq!(driver.screen().matches('▀').count(), 0);
}
