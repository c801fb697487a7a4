//! A leader finds what she looks for, however she spells it.

use crate::common::Driver;
use pejl::{app::App, core::profile::Edit, terminal::Event, text::Lang, ui::theme::Depth};

use ratatui_dial::Marker;

/// Types text as a person does, letter by letter.
fn type_in(driver: &mut Driver, text: &str) {
    for letter in text.chars() {
        let key = if letter == ' ' {
            "Space".to_owned()
        } else {
            letter.to_string()
        };
        driver.press(&key);
    }
}

fn found(query: &str) -> Driver {
    let mut driver = Driver::new(80, 24);
    driver.press("f");
    type_in(&mut driver, query);
    driver
}

fn with(edits: impl IntoIterator<Item = Edit>) -> App {
    let mut app = crate::common::app(Lang::Da, 80, 24);
    crate::common::with_profile(&mut app, |profile| {
        for edit in edits {
            profile.apply(edit);
        }
    });
    app
}

fn note(mark: &str, text: &str) -> Edit {
    Edit::Note {
        mark: mark.into(),
        text: text.into(),
    }
}

#[test]
fn an_empty_field_says_what_can_be_found_and_a_query_without_hits_that_there_is_nothing() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("/")
        .shows(&["Skriv, hvad du leder efter", "pejlemærker, niveauer og forordet"]);
    driver.press("Enter Down");
    type_in(&mut driver, "xyzzy");
    driver.shows(&["Der er ikke noget, der passer"]);
}

#[test]
fn danish_letters_are_found_however_they_are_typed() {
    for query in ["økonomi", "oekonomi", "okonomi", "ØKONOMI"] {
        found(query).shows(&[
            "Differentieret og proaktiv økonomistyring",
            "pejlemærke",
            "niveau",
        ]);
    }
}

#[test]
fn what_matches_is_lit_in_place() {
    let driver = found("økonomi");
    let rows: Vec<String> = driver.screen().lines().map(str::to_owned).collect();
    let (y, line) = rows
        .iter()
        .enumerate()
        .find(|(_, line)| line.contains("Differentieret"))
        .expect("a hit");
    let at = line[..line.find("økonomi").unwrap()].chars().count() as u16;
    let background = |x| driver.cell(x, y as u16).unwrap().bgcolor();
    let plain = background(at - 1);
    for x in at..at + 7 {
        assert_ne!(background(x), plain, "column {x}");
    }
    assert_eq!(background(at + 7), plain, "»styring« is no match");
}

#[test]
fn enter_goes_to_what_was_found_and_esc_comes_back_to_the_list() {
    found("differentieret og proaktiv")
        .press("Enter")
        .shows(&["› Økonomistyring"]);
    found("vi holder styr på driften")
        .press("Enter")
        .shows(&["› Vi holder styr på driften"]);
    let mut driver = found("økonomisk balance");
    let list = driver.screen();
    driver.press("Enter").shows(&["› Niveau 2", "økonomisk balance"]);
    assert_eq!(driver.press("Esc").screen(), list);
    driver.press("Esc").shows(&["Ledelses- og styringsgrundlag"]);
    assert_eq!(driver.program.app.state.cursor.get(), 0, "home is as it was");
}

#[test]
fn a_paragraph_of_the_foreword_is_scrolled_into_view() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut driver = Driver::new(width, height);
        driver.press("f");
        type_in(&mut driver, "lokal tilpasning");
        driver.press("Enter").shows(&["Forord", "lokal"]);
    }
}

#[test]
fn an_own_note_is_found_and_opens_to_be_written_on() {
    let app = with([note("evidens", "Vi mangler data om xylofoner")]);
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.press("f");
    type_in(&mut driver, "xylofon");
    driver
        .shows(&["note"])
        .press("Enter")
        .shows(&["Vi mangler data om xylofoner", "› Note"]);
    driver.press("!").press("Esc");
    assert_eq!(
        driver.program.app.state.profile().note("evidens"),
        "Vi mangler data om xylofoner!"
    );
    driver.press("Esc").shows(&["xylofoner!"]);
}

#[test]
fn a_paste_of_a_megabyte_is_cut_and_said() {
    let mut driver = Driver::new(80, 24);
    driver.press("f");
    let paste = "økonomi og æbler\n".repeat(1 << 16);
    driver.send(Event::Input(pejl::terminal::InputEvent::Paste(paste)));
    assert!(driver.notice().contains("ikke plads"), "{}", driver.notice());
    let input = driver.program.app.input().unwrap();
    assert!(input.chars() <= 200);
    driver
        .press("Backspace x Esc")
        .shows(&["Ledelses- og styringsgrundlag"]);
}

#[test]
fn english_finds_the_rendering_and_danish_does_not() {
    let mut driver = Driver::with(crate::common::app(Lang::En, 80, 24), Depth::True, Marker::Smooth);
    driver.press("f");
    type_in(&mut driver, "welfare");
    driver.shows(&["welfare"]).hides(&["Nothing fits"]);
    found("welfare").shows(&["Der er ikke noget, der passer"]);
}

#[test]
fn a_bearing_and_the_profile_are_found_and_opened() {
    let mut driver = Driver::new(80, 24);
    driver.press("1 + s Z e b r a Enter Esc f");
    type_in(&mut driver, "zebra");
    driver.shows(&["pejling"]).press("Enter").shows(&["Zebra"]);
    let app = with([Edit::Unit("Kvartermesteren".into())]);
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.press("f");
    type_in(&mut driver, "kvarterm");
    driver
        .shows(&["profil"])
        .press("Enter")
        .shows(&["Profiler", "Kvartermesteren"]);
}
