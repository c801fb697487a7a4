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
fn help_shows_what_works_here_first_then_every_day_looking_back_together_and_more() {
    let order = |driver: &Driver, headings: &[&str]| {
        let rows: Vec<usize> = headings.iter().map(|heading| row(driver, heading)).collect();
        assert!(rows.is_sorted(), "{headings:?}\n{}", driver.screen());
    };
    let mut driver = Driver::new(80, 70);
    driver.press("?");
    let chapters = ["Hver dag", "Se tilbage", "Sammen", "Mere"];
    order(
        &driver,
        &["Her: Grundlaget", "vælg felt", "Hver dag", "gem pejling"],
    );
    order(&driver, &chapters);
    order(&driver, &["Sammen", "print og del", "Mere", "spejlet"]);
    let mut driver = Driver::new(80, 70);
    driver.press("Enter Enter ?");
    order(&driver, &["Her: Et pejlemærke", "bladr", "Hver dag"]);
    order(&driver, &["Mere", "dokumenter"]);
}

#[test]
fn what_belongs_to_later_months_stands_under_more_until_there_is_a_bearing() {
    let mut driver = Driver::new(80, 90);
    driver.press(":");
    let more = row(&driver, "Mere");
    let screen = driver.screen();
    let mirror = screen.lines().position(|line| line.contains("spejlet"));
    assert!(mirror.is_none_or(|at| at > more), "{screen}");
    driver.press("End").shows(&["spejlet"]);
    driver.press("Esc 1 + s Enter ?");
    assert!(row(&driver, "Se tilbage") < row(&driver, "spejlet"));
    assert!(row(&driver, "spejlet") < row(&driver, "Sammen"));
    driver.press("Esc :");
    assert!(row(&driver, "spejlet") < row(&driver, "Mere"));
}

#[test]
fn help_lists_every_line_of_the_table_in_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        // the list takes so many rows and no more: it is read page by page
        let mut driver = Driver::with(
            crate::common::app(lang, 80, 60),
            pejl::ui::theme::Depth::True,
            ratatui_dial::Marker::Smooth,
        );
        driver.press("?");
        let mut read = driver.screen();
        for _ in 0..12 {
            read += &driver.press("PgDn").screen();
        }
        let text = lang.text();
        for row in Keymap::default().rows() {
            let versions = row.actions.iter().all(|(action, _)| action.is_about_versions());
            // there are four fields here, and one version of the profile
            let beyond = row.label == Some(Label::FieldsBeyond);
            let hidden = beyond || versions || row.scopes == [Scope::Merge];
            assert!(hidden || read.contains(row.name(text)), "{}", row.name(text));
        }
        for scope in Scope::ALL {
            let hidden = matches!(scope, Scope::Everywhere | Scope::Merge);
            assert!(hidden || read.contains(scope.name(text)), "{}", scope.name(text));
        }
    }
}

#[test]
fn the_keys_of_two_versions_are_listed_only_while_there_are_two() {
    let mut driver = Driver::new(80, 60);
    let name = Action::KeepTheirs.name(Lang::Da.text());
    for list in ["?", ":"] {
        driver.press(list).hides(&[name]).press("Esc");
    }
    driver.program.app.state.session.contested("anden.json".into());
    for list in ["?", ":"] {
        driver.press(list).shows(&[name]).press("Esc");
    }
}

/// Words that people use, and what they mean by them.
const MEANT: &[(&str, Action)] = &[
    ("print", Action::Export),
    ("udskriv", Action::Export),
    ("pdf", Action::Export),
    ("word", Action::Export),
    ("excel", Action::Export),
    ("billede", Action::Export),
    ("gem", Action::SaveBearing),
    ("mail", Action::Export),
    ("send", Action::Export),
    ("del", Action::Export),
    ("eksp", Action::Export),
    ("kollega", Action::Team),
    ("chef", Action::Team),
    ("team", Action::Team),
    ("gruppe", Action::Team),
    ("historik", Action::Bearings),
    ("udvikling", Action::Bearings),
    ("forløb", Action::Bearings),
    ("farver", Action::Settings),
    ("tema", Action::Settings),
    ("sprog", Action::Settings),
    ("skrift", Action::Settings),
    ("fortryd", Action::Undo),
    ("slet", Action::Delete),
    ("navn", Action::Profiles),
    ("flyt", Action::Profiles),
    ("synkroniser", Action::Profiles),
    ("onedrive", Action::Profiles),
    ("hjælp", Action::Help),
    ("hjaelp", Action::Help),
    ("genveje", Action::Help),
    ("picture", Action::Export),
    ("share", Action::Export),
    ("save", Action::SaveBearing),
    ("colleague", Action::Team),
    ("manager", Action::Team),
    ("group", Action::Team),
    ("history", Action::Bearings),
    ("development", Action::Bearings),
    ("colours", Action::Settings),
    ("colors", Action::Settings),
    ("theme", Action::Settings),
    ("language", Action::Settings),
    ("font", Action::Settings),
    ("undo", Action::Undo),
    ("delete", Action::Delete),
    ("name", Action::Profiles),
    ("move", Action::Profiles),
    ("sync", Action::Profiles),
    ("help", Action::Help),
    ("shortcuts", Action::Help),
];

#[test]
fn every_word_that_people_use_finds_its_action_first_in_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        for (word, action) in MEANT {
            let mut driver = Driver::with(
                crate::common::app(lang, 120, 36),
                pejl::ui::theme::Depth::True,
                ratatui_dial::Marker::Smooth,
            );
            driver.press(":");
            type_in(&mut driver, word);
            // what the first hit does stands beside the list
            let sentence = action.sentence(lang.text());
            driver.shows(&[sentence]);
        }
    }
}

#[test]
fn the_group_is_not_the_colours_and_the_colours_are_not_the_group() {
    for (lang, word, action) in [
        (Lang::Da, "team", Action::Team),
        (Lang::Da, "tema", Action::Settings),
        (Lang::En, "team", Action::Team),
        (Lang::En, "theme", Action::Settings),
    ] {
        let mut driver = Driver::with(
            crate::common::app(lang, 120, 36),
            pejl::ui::theme::Depth::True,
            ratatui_dial::Marker::Smooth,
        );
        // also in the group itself, where its own key means something else
        for keys in [":", "Esc t Esc :"] {
            driver.press(keys);
            type_in(&mut driver, word);
            driver.shows(&[action.sentence(lang.text())]);
            driver.press("Esc");
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
    driver.shows(&["Et pejlemærke", "bladr"]);
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
    let mut driver = Driver::new(80, 60);
    driver.press("Ctrl+P");
    assert!(row(&driver, "rosen") < row(&driver, "Mere"));
    let key = |screen: &str| {
        let found = screen.lines().find(|line| line.contains("rosen"));
        found.is_some_and(|line| line.trim_end_matches(['│', '┃', ' ']).ends_with(" o"))
    };
    assert!(
        key(&driver.screen()),
        "the key stands at the right:\n{}",
        driver.screen()
    );
    let top = driver.screen();
    let end = driver.press("End").screen();
    let all = top + &end;
    for action in Action::ALL {
        let name = action.name(Lang::Da.text());
        assert_eq!(all.contains(name), !action.is_about_versions(), "{name}");
    }
    assert!(all.contains("gå til felt 4 · Styrker"));
    assert!(all.find("Mere") < all.find("Andre steder"));
    assert!(all.find("Andre steder") < all.find("rækkefølge"));
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
    driver.press("? End PgDn").shows(&["Kommandoer og hjælp"]);
    let end = driver.screen();
    assert_ne!(driver.press("PgUp").screen(), end);
    driver.press("PgDn PgDn PgDn PgDn End");
    driver.shows(&["Der er ikke mere i den retning"]);
    let rows = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&driver.screen()), rows(&end));
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
                "←→ bladr",
                "Enter note",
                "Esc tilbage",
                "s gem pejling",
                "? hjælp",
            ],
        ),
        ("Enter Enter n", &["Esc gem"]),
        // the mirror is silent: there is nothing to answer
        ("w", &["Esc tilbage"]),
        ("f", &["Enter gå til", "Esc tilbage"]),
    ] {
        let mut driver = Driver::new(80, 24);
        driver.press(keys).shows(wanted);
        driver.resize(200, 60);
        // nothing that has room is left out
        let bar = driver.screen().lines().last().unwrap().trim().to_owned();
        let count = bar.split("  ").count();
        let at = ["", "Enter", "Enter Enter"].contains(&keys);
        assert!(!at || count > 10, "{keys}: {bar}");
        driver.resize(40, 12).shows(&wanted[..1]);
    }
}
