//! A leader starts for the first time: three short steps, each of which can be skipped.

use crate::common::Driver;
use pejl::{
    core::framework::Framework,
    store::{Access, Store, system_clock},
    text::Lang,
};

fn first_start(width: u16, height: u16) -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let driver = Driver::first_start(folder.path(), width, height);
    (folder, driver)
}

#[test]
fn the_framework_says_in_its_own_words_what_it_is() {
    let (_folder, mut driver) = first_start(100, 30);
    driver.shows(&[
        "1 af 3",
        "Velkommen til Kalundborg Kommunes nye ledelses- og styringsgrundlag",
        "Det beskriver, hvordan vi skaber fælles retning",
        "men du kan skrue",
        "Enter videre",
        "Esc spring over",
        "? hjælp",
    ]);
    // places a newcomer knows nothing of yet are no help
    driver.hides(&["b pejlinger", "c sammenlign"]);
    let foreword = Framework::built_in().foreword;
    let shown = driver.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains(&foreword[3]), "word for word: {shown}");
}

#[test]
fn three_steps_lead_to_the_first_turned_dial_and_home() {
    let (folder, mut driver) = first_start(100, 30);
    driver.press("Enter").shows(&[
        "2 af 3",
        "Hvilket niveau leder du på?",
        "Niveau 1",
        "Niveau 2",
        "↑↓ vælg",
    ]);
    driver
        .press("Down Enter")
        .shows(&["3 af 3", "Motiverende arbejdsmiljø", "↑↓ skru", "Enter begynd"]);
    assert_eq!(driver.program.app.state.profile().level, 2);
    driver.press("Up Up").shows(&["+2 skruet op"]);
    assert_eq!(driver.value("arbejdsmiljoe"), 2);
    driver.press("Left Down").shows(&["−1 skruet ned"]);
    driver
        .press("Enter")
        .shows(&["Det kendte", "Det nye"])
        .hides(&["3 af 3"]);
    assert!(driver.header().contains("niveau 2"));
    driver.leave();
    let store = Store::new(folder.path().join("data"), system_clock);
    let opened = store.open("min-profil", "kalundborg-lsg", Access::Read).unwrap();
    assert_eq!((opened.fresh, opened.profile.level), (false, 2));
}

#[test]
fn skipping_leads_home_at_once_and_is_not_asked_again() {
    for keys in ["Esc", "Enter Esc", "Enter Enter Backspace"] {
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
fn the_palette_has_the_welcome_over_again_from_wherever_it_is_asked_for() {
    let mut driver = Driver::new(100, 30);
    driver
        .press("Enter Enter :")
        .type_text("velkomst")
        .press("Enter")
        .shows(&["1 af 3"]);
    driver.press("Esc").shows(&["Det kendte"]);
}

#[test]
fn the_level_that_is_chosen_at_first_is_the_one_the_profile_has() {
    let mut driver = Driver::new(100, 30);
    driver
        .press(":")
        .type_text("velkomst")
        .press("Enter Enter")
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
            for step in ["1", "2", "3"] {
                driver.press("x").shows(&[&format!(
                    "{step} {} 3",
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
fn english_stands_beside_the_danish_never_instead_of_it() {
    let mut driver = Driver::with(
        crate::common::app(Lang::En, 120, 36),
        pejl::ui::theme::Depth::True,
        ratatui_dial::Marker::Smooth,
    );
    driver.program.app.welcome();
    driver.program.repaint();
    driver.press("x").shows(&[
        "1 of 3",
        "Det beskriver, hvordan",
        "It describes how we create",
        "unofficial translation",
    ]);
}
