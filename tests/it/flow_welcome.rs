//! A leader starts for the first time: five short steps, each of which can be skipped.

use crate::common::Driver;
use pejl::{
    store::{Access, Store, system_clock},
    terminal::Event,
    text::Lang,
};

fn first_start(width: u16, height: u16) -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let driver = Driver::first_start(folder.path(), width, height);
    (folder, driver)
}

#[test]
fn two_sentences_and_a_dial_that_turns_by_itself_say_what_it_is() {
    let (_folder, mut driver) = first_start(100, 30);
    driver.shows(&[
        "1 af 5",
        "»Ledelses- og styringsgrundlag« fra Kalundborg Kommune har tolv pejlemærker: det, du som leder kan styre efter.",
        "Hvert pejlemærke har en drejeknap som denne",
        "Enter videre",
        "Esc spring resten over",
        "? hjælp",
    ]);
    // places a newcomer knows nothing of yet are no help
    driver.hides(&["b pejlinger", "c sammenlign", "månedens pejling"]);
}

#[test]
fn the_levels_of_the_welcome_say_in_english_too_what_they_ask() {
    let mut driver = Driver::with(
        crate::common::app(Lang::En, 120, 36),
        pejl::ui::theme::Depth::True,
        ratatui_dial::Marker::Smooth,
    );
    driver.program.app.welcome();
    driver.program.repaint();
    driver.press("Enter Enter Enter");
    let english = pejl::core::framework::Framework::built_in_english();
    let mut marks = english.names().marks();
    let (.., first) = marks.next().unwrap();
    driver.shows(&["4 of 5", "Under the Danish text"]);
    driver.shows(&[&first.levels[0], &first.levels[1]]);
}

#[test]
fn five_steps_lead_to_a_named_profile_its_first_turned_dial_and_home() {
    let (folder, mut driver) = first_start(100, 30);
    driver
        .press("Enter")
        .shows(&["2 af 5", "Hvad hedder du?", "Enter videre"]);
    driver.type_text("Anne Holm").press("Enter");
    driver.shows(&["3 af 5", "Hvilken enhed leder du?"]);
    driver.type_text("Ældre").press("Enter");
    driver.shows(&[
        "4 af 5",
        "Hvilket niveau leder du på?",
        "Niveau 1",
        "Niveau 2",
        "↑↓ vælg",
    ]);
    driver
        .press("Down Enter")
        .shows(&["5 af 5", "Motiverende arbejdsmiljø", "↑↓ skru", "Enter begynd"]);
    driver.press("Up Up").shows(&["+2 skruet op"]);
    assert!(!driver.header().trim_end().ends_with('·'), "{}", driver.header());
    assert_eq!(driver.value("arbejdsmiljoe"), 2);
    driver.press("Left Down").shows(&["−1 skruet ned"]);
    driver
        .press("Enter")
        .shows(&["Det kendte", "Det nye"])
        .hides(&["5 af 5"]);
    assert!(driver.header().contains("Anne Holm · niveau 2"));
    driver.leave();
    let store = Store::new(folder.path().join("data"), system_clock);
    assert_eq!(store.current().unwrap(), "anne-holm");
    let opened = store.open("anne-holm", "kalundborg-lsg", Access::Read).unwrap();
    let profile = &opened.profile;
    assert_eq!((opened.fresh, profile.level), (false, 2));
    assert_eq!(
        (profile.name.as_str(), profile.unit.as_str()),
        ("Anne Holm", "Ældre")
    );
    assert_eq!(profile.value("arbejdsmiljoe").get(), 2);
}

#[test]
fn a_name_being_typed_is_the_profiles_when_the_program_ends_where_it_can_be() {
    for (typed, slug) in [("Anne Holm", "anne-holm"), ("CON", "min-profil")] {
        let (folder, mut driver) = first_start(100, 30);
        driver.press("Enter").type_text(typed);
        driver.send(Event::End(15));
        driver.leave();
        let store = Store::new(folder.path().join("data"), system_clock);
        assert_eq!(store.current().unwrap(), slug, "{typed}");
    }
}

#[test]
fn a_name_that_cannot_be_is_told_and_asked_for_again() {
    let (folder, mut driver) = first_start(100, 30);
    let store = Store::new(folder.path().join("data"), system_clock);
    let other = pejl::core::profile::Profile::new("Bo", "kalundborg-lsg", 2);
    store.create(&other).unwrap();
    driver.press("Enter");
    for bad in ["CON", &"å".repeat(150), "Bo", "…", "\u{200b}Anne"] {
        driver.press("Ctrl+U").type_text(bad).press("Enter");
        driver.shows(&["2 af 5"]);
        assert!(!driver.notice().is_empty(), "{bad}");
        assert_eq!(driver.program.app.state.profile().name, "Min profil", "{bad}");
    }
    // nothing but spaces is no name, and leaves it
    driver
        .press("Ctrl+U")
        .type_text("   ")
        .press("Enter")
        .shows(&["3 af 5"]);
}

#[test]
fn skipping_leads_home_at_once_and_is_not_asked_again() {
    for keys in ["Esc", "Enter Esc", "Enter Enter Enter Enter Backspace"] {
        let (folder, mut driver) = first_start(80, 24);
        driver.press(keys).shows(&["Optimerer"]).hides(&["af 3"]);
        assert_eq!(
            driver.press("u").notice(),
            "Der er ikke mere at fortryde",
            "nothing was changed"
        );
        driver.leave();
        let store = Store::new(folder.path().join("data"), system_clock);
        assert!(
            !store
                .open("min-profil", "kalundborg-lsg", Access::Read)
                .unwrap()
                .fresh,
            "{keys}"
        );
    }
}

#[test]
fn a_page_back_and_the_end_before_the_last_page_keep_what_was_chosen() {
    let (_folder, mut driver) = first_start(100, 30);
    driver
        .press("Left")
        .shows(&["1 af 5", "Den tast gør ikke noget her"]);
    driver.press("Right").shows(&["2 af 5"]).type_text("Anne Holm");
    driver.press("Shift+Tab").shows(&["1 af 5"]);
    driver.press("Enter").shows(&["2 af 5", "Anne Holm"]);
    driver
        .press("Enter")
        .shows(&["3 af 5", "Shift+Tab en side tilbage"]);
    driver.press("Shift+Tab").shows(&["2 af 5", "│ Anne Holm"]);
    driver.press("Enter").type_text("Ældre");
    driver.press("Enter").shows(&["4 af 5", "←→ tilbage, videre"]);
    driver.press("Left").shows(&["3 af 5", "│ Ældre"]);
    driver.press("Enter").shows(&["4 af 5"]);
    let own = driver.program.app.state.own_level();
    driver.press(if own == 0 { "Down" } else { "Up" });
    driver.press("Esc").shows(&["Det kendte", "Det nye"]);
    let profile = driver.program.app.state.profile();
    assert_eq!(
        (profile.name.as_str(), profile.unit.as_str()),
        ("Anne Holm", "Ældre")
    );
    assert_ne!(
        driver.program.app.state.own_level(),
        own,
        "what was chosen is kept"
    );
}

#[test]
fn the_palette_has_the_welcome_over_again_from_wherever_it_is_asked_for() {
    let mut driver = Driver::new(100, 30);
    driver
        .press("Enter Enter :")
        .type_text("velkomst")
        .press("Enter")
        .shows(&["1 af 5"]);
    driver.press("Esc").shows(&["Det kendte"]);
}

#[test]
fn the_level_that_is_chosen_at_first_is_the_one_the_profile_has() {
    let mut driver = Driver::new(100, 30);
    driver
        .press(":")
        .type_text("velkomst")
        .press("Enter Enter Enter Enter")
        .shows(&["▌ Niveau 2"]);
    driver.press("Enter");
    assert_eq!(driver.program.app.state.profile().level, 2);
}

#[test]
fn every_step_fits_in_every_window_and_in_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        for (width, height) in [
            (40, 12),
            (60, 18),
            (80, 24),
            (120, 36),
            (200, 60),
            (60, 80),
            (200, 20),
        ] {
            let app = crate::common::app(lang, width, height);
            let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, ratatui_dial::Marker::Smooth);
            driver.program.app.welcome();
            driver.program.repaint();
            for step in ["1", "2", "3", "4", "5"] {
                driver.press("F9").shows(&[&format!(
                    "{step} {} 5",
                    if lang == Lang::Da { "af" } else { "of" }
                )]);
                let last = driver.screen().lines().last().unwrap().trim().to_owned();
                assert!(
                    last.contains("Enter") && (width < 60 || last.contains("Esc")),
                    "{width}×{height}: {last}"
                );
                driver.press("Enter");
            }
        }
    }
}

#[test]
fn english_names_are_marked_as_unofficial_and_the_danish_text_stands_at_the_dial() {
    let mut driver = Driver::with(
        crate::common::app(Lang::En, 120, 36),
        pejl::ui::theme::Depth::True,
        ratatui_dial::Marker::Smooth,
    );
    driver.program.app.welcome();
    driver.program.repaint();
    driver
        .press("F9")
        .shows(&["1 of 5", "guideposts", "unofficial translation"]);
    driver
        .press("Enter Enter Enter Enter")
        .shows(&["5 of 5", "Handler om", "unofficial translation"]);
}
