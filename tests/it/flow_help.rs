//! A leader asks what can be done, and does it from the list.

use crate::common::Driver;
use pejl::{
    app::{
        action::Action,
        keymap::{Keymap, Label, Scope},
    },
    terminal::Flow,
    text::Lang,
};

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

/// The first row of the body that holds `text`.
fn row(driver: &Driver, text: &str) -> usize {
    let screen = driver.screen();
    let found = screen.lines().position(|line| line.contains(text));
    found.unwrap_or_else(|| panic!("»{text}« is not on the screen:\n{screen}"))
}

#[test]
fn help_shows_the_place_where_one_stands_first_and_then_what_holds_everywhere() {
    let mut driver = Driver::new(80, 50);
    driver.press("?");
    assert!(row(&driver, "vælg felt") < row(&driver, "Overalt"));
    assert!(row(&driver, "Overalt") < row(&driver, "Et felt"));
    let mut driver = Driver::new(80, 40);
    driver.press("Enter Enter ?");
    assert!(row(&driver, "Et pejlemærke") < row(&driver, "Overalt"));
    assert!(row(&driver, "forrige / næste") < row(&driver, "Overalt"));
}

#[test]
fn help_lists_every_line_of_the_table_in_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        let mut driver = Driver::with(
            crate::common::app(lang, 80, 400),
            pejl::ui::theme::Depth::True,
            ratatui_dial::Marker::Smooth,
        );
        driver.press("?");
        let text = lang.text();
        for row in Keymap::default().rows() {
            // there are four fields here
            if row.label == Some(Label::FieldsBeyond) {
                driver.hides(&[row.name(text)]);
            } else {
                driver.shows(&[row.name(text)]);
            }
        }
        for scope in Scope::ALL {
            driver.shows(&[scope.name(text)]);
        }
    }
}

#[test]
fn typing_leaves_only_what_fits_and_esc_leaves_everything_as_it_was() {
    let mut driver = Driver::new(80, 24);
    let home = driver.screen();
    driver.press("?");
    type_in(&mut driver, "gentag");
    driver.shows(&["Ctrl+R", "gentag"]).hides(&["rosen"]);
    type_in(&mut driver, "xyz");
    driver
        .shows(&["Der er ikke noget, der passer"])
        .press("Enter Down End PgDn");
    assert_eq!(driver.press("Esc").screen(), home);
}

#[test]
fn keys_and_places_are_found_too() {
    let mut driver = Driver::new(80, 24);
    driver.press("?");
    type_in(&mut driver, "ctrl+y");
    driver.shows(&["gentag"]).hides(&["rosen"]);
    let mut driver = Driver::new(80, 24);
    driver.press("?");
    type_in(&mut driver, "pejlemærke");
    driver.shows(&["Et pejlemærke", "forrige / næste"]);
}

#[test]
fn enter_in_the_help_goes_back_and_does_it_there() {
    let mut driver = Driver::new(80, 24);
    driver.press("?");
    type_in(&mut driver, "rosen");
    driver.press("Enter").shows(&["Grundlaget › Rosen"]);
    driver.press("Esc").shows(&["Ledelses- og styringsgrundlag"]);
}

#[test]
fn what_cannot_be_done_from_here_is_said_and_nothing_happens() {
    let mut driver = Driver::new(80, 24);
    driver.press("?");
    type_in(&mut driver, "rækkefølge");
    driver.press("Enter");
    assert!(driver.notice().contains("Niveauer"), "{}", driver.notice());
    driver.shows(&["Hjælp"]);
    driver.press("Esc ?");
    type_in(&mut driver, "vælg felt");
    driver.press("Enter");
    assert!(driver.notice().contains("← ↑ ↓ →"), "{}", driver.notice());
}

#[test]
fn the_palette_has_every_action_with_its_key_and_those_that_can_be_done_here_first() {
    let mut driver = Driver::new(80, 100);
    driver.press("Ctrl+P");
    for action in Action::ALL {
        driver.shows(&[action.name(Lang::Da.text())]);
    }
    driver.shows(&["gå til felt 4 · Styrker"]);
    assert!(row(&driver, "rosen") < row(&driver, "Andre steder"));
    assert!(row(&driver, "Andre steder") < row(&driver, "rækkefølge"));
}

#[test]
fn the_palette_is_found_in_by_letters_in_order_and_runs_what_is_chosen() {
    let mut driver = Driver::new(80, 24);
    driver.press(":");
    type_in(&mut driver, "gmpej");
    driver
        .shows(&["gem pejling"])
        .press("Enter")
        .shows(&["Navn på pejlingen"]);
    let mut driver = Driver::new(80, 24);
    driver.press(":");
    type_in(&mut driver, "skru op");
    driver.press("Enter");
    assert_eq!(driver.value("arbejdsmiljoe"), 1);
    driver.press(":");
    type_in(&mut driver, "afslut");
    assert_eq!(driver.press("Enter").flow, Flow::Quit);
}

#[test]
fn arrows_choose_in_the_list_while_the_line_is_typed_in() {
    let mut driver = Driver::new(80, 24);
    driver.press(":");
    type_in(&mut driver, "gå til felt");
    driver.press("Down Down Enter");
    let app = &driver.program.app;
    assert_eq!(app.state.field().get(), 2);
    let mut driver = Driver::new(80, 24);
    driver.press("? End").shows(&["Kommandoer og hjælp"]);
    let end = driver.screen();
    assert_ne!(driver.press("PgUp").screen(), end);
    assert_eq!(driver.press("PgDn PgDn PgDn PgDn End").screen(), end);
}

#[test]
fn f1_helps_in_the_middle_of_a_note_and_the_note_is_still_there_after_it() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter Enter n");
    type_in(&mut driver, "mere tid");
    driver.press("F1").shows(&["Hjælp", "En note"]);
    type_in(&mut driver, "gem");
    driver.press("Enter");
    assert_eq!(
        driver.program.app.state.profile().note("arbejdsmiljoe"),
        "mere tid"
    );
    driver.press("n Space F1 q Esc").shows(&["mere tid"]);
    assert_eq!(driver.flow, Flow::Go, "q is a letter there");
}

#[test]
fn lists_hold_at_every_size() {
    for keys in ["?", ":", "f"] {
        for (width, height) in [(40, 12), (60, 18), (200, 60), (40, 80), (200, 12)] {
            let mut driver = Driver::new(width, height);
            driver.press(keys);
            type_in(&mut driver, "e");
            driver.press("Down End PgUp Home PgDn Down");
            driver.resize(80, 24).press("Esc").shows(&["Ledelses- og"]);
        }
    }
}

#[test]
fn the_hint_bar_fills_the_width_and_keeps_what_a_newcomer_needs() {
    for (keys, wanted) in [
        (
            "",
            &["Enter åbn", "s gem pejling", "f find", "? hjælp", "q afslut"][..],
        ),
        ("Enter", &["Enter åbn", "+− skru", "Esc tilbage", "n note"]),
        (
            "Enter Enter",
            &[
                "↑↓ skru",
                "←→ forrige / næste",
                "Enter note",
                "Esc tilbage",
                "? hjælp",
            ],
        ),
        ("Enter Enter n", &["Esc gem"]),
        ("w", &["Enter svar", "x læg væk", "Esc tilbage"]),
        ("f", &["Enter gå til", "Esc tilbage"]),
    ] {
        let mut driver = Driver::new(80, 24);
        driver.press(keys).shows(wanted);
        driver.resize(200, 60);
        // nothing that has room is left out
        let bar = driver.screen().lines().last().unwrap().trim().to_owned();
        let count = bar.split("   ").count();
        let at = ["", "Enter", "Enter Enter"].contains(&keys);
        assert!(!at || count > 10, "{keys}: {bar}");
        driver.resize(40, 12).shows(&wanted[..1]);
    }
}
