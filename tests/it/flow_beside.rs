//! What is selected stands beside a list where the window is wide, under it where it is high, and in it where it is neither;
//! whatever the size, nothing that is asked is cut and the keys in and out are on the screen.

use crate::common::Driver;
use std::fs;

/// The program with two profiles, of which one cannot be read, and two decisions.
fn driver(width: u16, height: u16) -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let profiles = folder.path().join("data/profiles");
    fs::create_dir_all(&profiles).unwrap();
    let profile = |name: &str, unit: &str| {
        serde_json::json!({
            "format": "pejl.profile", "version": "1.0", "name": name, "framework": "kalundborg-lsg", "level": 1,
            "unit": unit, "challenge": format!("Udfordring i {unit}"), "dials": { "evidens": { "value": 3 } },
            "decisions": [
                { "at": "2026-11-20T08:15:00+01:00", "text": "Vi venter", "answers": { "evidens": "Ja, for tallene mangler" } },
                { "at": "2026-11-21T08:15:00+01:00", "text": "Fælles vagtplan" }
            ]
        })
        .to_string()
    };
    fs::write(profiles.join("min-profil.json"), profile("Min profil", "Ældre")).unwrap();
    fs::write(profiles.join("om-et-aar.json"), profile("Om et år", "Teknik")).unwrap();
    fs::write(profiles.join("bo.json"), "{").unwrap();
    let driver = Driver::on_disk(folder.path(), width, height);
    (folder, driver)
}

#[test]
fn a_profile_stands_beside_the_list_with_what_it_is_about_and_why_it_cannot_be_read() {
    let (_folder, mut driver) = driver(120, 36);
    driver.press("p").shows(&["åben nu", "Udfordring i Ældre"]);
    while !driver.screen().contains("▌ Om et år") {
        driver.press("Down");
    }
    driver
        .shows(&[
            "Udfordring i Teknik",
            "Teknik · Niveau 1",
            "ændret ",
            "Enter åbner den",
        ])
        .hides(&["åben nu"]);
    while !driver.screen().contains("▌ bo") {
        driver.press("Up");
    }
    driver.shows(&["bo.json:1"]).hides(&["Udfordring i Teknik"]);
    // in a small window the list says it
    driver.resize(40, 12).shows(&["bo.json:1"]);
}

#[test]
fn what_comes_out_has_a_box_that_the_page_keys_scroll_and_the_choices_stay() {
    for (width, height) in [(120, 20), (80, 24)] {
        let (_folder, mut driver) = driver(width, height);
        driver
            .press("e Right Right")
            .shows(&["Sådan bliver det", "‹ md ›", "min-profil-ark-"]);
        for _ in 0..400 {
            if driver.screen().contains("Fælles vagtplan") {
                break;
            }
            driver.press("PgDn");
        }
        driver
            .hides(&["Arket som tekst"])
            .shows(&["Kort", "Beslutninger", "Fælles vagtplan"]);
        for _ in 0..400 {
            if driver.screen().contains("Arket som tekst") {
                break;
            }
            driver.press("PgUp");
        }
        driver.shows(&["Arket som tekst"]);
    }
}

#[test]
fn a_decision_stands_beside_the_list_with_what_the_marks_say() {
    for (width, height) in [(120, 36), (80, 24)] {
        let (_folder, mut driver) = driver(width, height);
        driver.press("d").hides(&["Ja, for tallene mangler"]);
        driver.press("Down").shows(&[
            "20. november 2026",
            "Evidensbaseret opgaveløsning",
            "Ja, for tallene mangler",
        ]);
    }
}

#[test]
fn the_way_in_and_the_way_out_are_hinted_in_the_smallest_window() {
    for keys in ["e", ",", "p", "d", "t Esc"] {
        let (_folder, mut driver) = driver(40, 12);
        driver.press(keys).shows(&["Enter", "Esc"]);
    }
    let (_folder, mut driver) = driver(40, 12);
    driver
        .press("Enter Enter m")
        .shows(&["Enter vælg til og fra", "Esc tilbage"]);
    driver.press("Esc d").shows(&["ingen svar endnu"]);
}

#[test]
fn what_is_asked_stands_whole_over_what_is_written_in_the_smallest_window() {
    let (_folder, mut driver) = driver(40, 12);
    driver.press("d n");
    let question = pejl::text::Lang::Da.text().bearings.decision_question;
    driver.shows(&[question]).type_text("Ja").shows(&["Ja"]);
    driver.press("Esc Esc d Enter Down Enter");
    let question = pejl::text::Lang::Da.text().bearings.answer_question;
    driver.shows(&["Evidensbaseret opgaveløsning", question]);
}

#[test]
fn an_empty_team_says_in_a_box_what_it_is_and_which_keys_fill_it() {
    let (_folder, mut driver) = driver(120, 36);
    driver
        .press("t Esc")
        .shows(&["╭─ Ledergruppen ─", ",  indstillinger", "r  læs igen"]);
}
