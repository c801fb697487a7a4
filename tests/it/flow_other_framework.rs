//! The program with the framework of another organisation: other counts of fields, marks and levels, another language.

use crate::common::Driver;
use pejl::{
    app::App,
    core::{framework::Framework, profile::Profile, session::Session},
    format::framework,
    text::Lang,
    ui::theme::Depth,
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use std::fs;

/// Three fields of one, four and two marks, with three levels.
fn example() -> Framework {
    framework::read(include_bytes!("../fixtures/example-framework.json")).unwrap()
}

/// So many fields of so many marks each, with so many levels.
fn framework(fields: usize, marks: usize, levels: usize) -> Framework {
    let mark = |field: usize, mark: usize| {
        format!(
            r#"{{"id":"m{field}-{mark}","title":"Mark {field} {mark}","short":"M{field}{mark}","definition":"Is about {field} {mark}.","levels":[{}]}}"#,
            (0..levels)
                .map(|level| format!(r#""Asks {level} of {field} {mark}.""#))
                .collect::<Vec<_>>()
                .join(",")
        )
    };
    let field = |field: usize| {
        format!(
            r#"{{"id":"f{field}","title":"Field {field}","short":"F{field}","kind":"{}","marks":[{}]}}"#,
            if field % 2 == 1 { "known" } else { "new" },
            (1..=marks)
                .map(|number| mark(field, number))
                .collect::<Vec<_>>()
                .join(",")
        )
    };
    let text = format!(
        r#"{{"format":"pejl.framework","version":"1.0","id":"made","title":"Made","organisation":"Here","language":"en","foreword":["Why."],"levels":[{}],"fields":[{}]}}"#,
        (0..levels)
            .map(|level| format!(r#""Level {level}""#))
            .collect::<Vec<_>>()
            .join(","),
        (1..=fields).map(field).collect::<Vec<_>>().join(",")
    );
    framework::read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

fn driver(framework: Framework, lang: Lang, width: u16, height: u16) -> Driver {
    let level = framework.levels.len() as u8;
    let profile = Profile::new("Eva", framework.id.clone(), level);
    let now = "2026-11-24T12:00:00+01:00".parse().unwrap();
    let session = Session::new(framework, profile, now);
    let app = App::new(session, None, lang, Size::new(width, height));
    Driver::with(app, Depth::True, Marker::Smooth)
}

#[test]
fn the_grid_shows_every_field_with_its_share_and_its_marks() {
    let mut driver = driver(example(), Lang::En, 100, 30);
    driver.shows(&[
        "Open shelves",
        "Saltmarsh Library Association",
        "We keep a living collection",
        "We make room for people",
        "We learn in public",
        "14%",
        "57%",
        "29%",
        "Lending without friction",
        "Late hours",
        "Sources one can",
    ]);
    driver.hides(&["Kalundborg", "unofficial"]);
}

#[test]
fn the_arrows_and_numbers_go_where_the_fields_are() {
    let mut driver = driver(example(), Lang::En, 100, 30);
    let field = |driver: &Driver| driver.program.app.state.field().get();
    assert_eq!(field(driver.press("Right")), 1);
    assert_eq!(field(driver.press("Down")), 1, "there is no field below");
    assert_eq!(field(driver.press("Left Down")), 2);
    assert_eq!(field(driver.press("Right")), 2, "there is no field beside");
    assert_eq!(field(driver.press("1")), 0);
    assert_eq!(field(driver.press("4 9")), 0, "there are no such fields");
    assert_eq!(field(driver.press("3 Tab")), 0, "round at the end");
}

#[test]
fn nine_fields_have_a_number_each() {
    let mut driver = driver(framework(12, 3, 2), Lang::En, 120, 36);
    for number in 1..=9 {
        driver.press(&number.to_string());
        assert_eq!(driver.program.app.state.field().get(), number - 1);
    }
    driver.press("End");
    assert_eq!(driver.program.app.state.field().get(), 11);
    driver.press("?").shows(&["5 6 7 8 9"]);
    let mut driver = self::driver(example(), Lang::En, 120, 36);
    driver.press("?").shows(&["1 2 3 4"]).hides(&["5 6 7 8 9"]);
}

#[test]
fn a_mark_shows_all_its_levels_with_the_own_one_named() {
    let mut driver = driver(example(), Lang::En, 100, 30);
    driver.press("2 Enter Enter").shows(&[
        "Quiet when it is needed",
        "Branch",
        "Library",
        "Association · your level",
        "Keeps one room silent.",
        "Shares what works.",
    ]);
    driver
        .press("+ +")
        .shows(&["+2"])
        .press("Tab Tab Tab Tab")
        .shows(&["A desk for digital questions"]);
}

#[test]
fn the_level_view_goes_through_all_levels() {
    let mut driver = driver(example(), Lang::Da, 100, 30);
    driver
        .press("v")
        .shows(&["Alle felter", "Association", "Runs one catalogue for all."]);
    driver
        .press("Left")
        .shows(&["Library", "Moves stock between branches"]);
    driver
        .press("Left")
        .shows(&["Branch", "Helps every reader to the shelf."]);
    driver.press("Left").shows(&["Branch"]);
    driver.press("Esc").hides(&["alle fire felter"]);
}

#[test]
fn turning_a_field_turns_its_own_marks_only_and_undo_takes_all_back() {
    let mut driver = driver(example(), Lang::En, 100, 30);
    driver.press("2 +");
    let value = |driver: &Driver, mark: &str| driver.value(mark);
    for mark in ["quiet", "gathering", "children", "late-hours"] {
        assert_eq!(value(&driver, mark), 1, "{mark}");
    }
    for mark in ["lending", "help-desk", "sources"] {
        assert_eq!(value(&driver, mark), 0, "{mark}");
    }
    driver.press("u");
    assert_eq!(value(&driver, "late-hours"), 0);
}

#[test]
fn every_screen_works_with_the_fewest_and_the_most_fields_marks_and_levels() {
    for (fields, marks, levels) in [
        (1, 1, 0),
        (1, 1, 1),
        (1, 12, 3),
        (2, 5, 2),
        (3, 2, 6),
        (7, 3, 0),
        (12, 12, 6),
    ] {
        for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
            let mut driver = driver(framework(fields, marks, levels), Lang::En, width, height);
            for keys in [
                "End + Enter",
                "End + Enter",
                "Tab Shift+Tab",
                "Esc Esc o Tab Right Up",
                "Enter Esc Esc",
                "v Left Down PgDn r Esc",
                "s x Enter",
                "+ s y Enter Esc",
                "b End Enter Esc Esc",
                "c Esc",
                "d Esc",
                "w Esc",
                "e Right Down Esc",
                "p Esc",
                ", Esc",
                "i Esc",
                "? Esc",
                "f M 1 Enter Esc",
                "t Esc Esc",
                "u u Ctrl+R",
            ] {
                driver.press(keys);
                assert!(!driver.screen().is_empty());
            }
        }
    }
}

#[test]
fn without_questions_or_levels_nothing_leads_to_the_mirror_or_a_level() {
    let mut plain = driver(framework(2, 2, 0), Lang::En, 120, 36);
    for key in ["w", "v"] {
        plain.press(key).shows(&["does nothing here"]).press("Esc");
    }
    plain.press("? PgDn PgDn PgDn PgDn").hides(&["mirror"]);
    plain
        .press("Esc : m i r r o r")
        .hides(&["The mirror"])
        .press("Esc");
    let mut asking = driver(Framework::built_in(), Lang::En, 120, 36);
    asking.press("w").shows(&["The mirror"]);
}

#[test]
fn the_rose_and_the_bearings_have_its_marks() {
    let mut driver = driver(example(), Lang::En, 120, 36);
    driver.press("o").shows(&["Lending", "Quiet", "Help desk"]);
    driver
        .press("Esc s x Enter 2 + s y Enter")
        .shows(&["Quiet when it is needed"]);
    driver.press("Esc c").shows(&["Gathering"]);
}

#[test]
fn it_is_written_out_and_its_team_stands_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    for (name, value) in [("eva", 5), ("finn", -5)] {
        let text = format!(
            r#"{{"format":"pejl.profile","version":"1.0","name":"{name}","framework":"saltmarsh-libraries","level":1,"dials":{{"sources":{{"value":{value}}}}}}}"#
        );
        fs::write(folder.path().join(format!("{name}.json")), text).unwrap();
    }
    let team = pejl::store::read_team(&example(), &[folder.path().to_owned()], &Default::default());
    let mut driver = driver(example(), Lang::En, 120, 36);
    driver
        .press("e Right Right")
        .shows(&["## 2. We make room for people"]);
    driver.press("Esc");
    driver.program.app.state.preferences.team = vec![folder.path().to_owned()];
    driver.program.app.team_read(team);
    driver.press("t Home").shows(&[
        "2 profiles",
        "Sources one can check",
        "furthest apart: 10 notches · middle: 0",
        "−5 finn",
        "+5 eva",
    ]);
    driver
        .press("v")
        .shows(&["2 profiles · Branch"])
        .press("v")
        .shows(&["0 profiles · Library"]);
}
