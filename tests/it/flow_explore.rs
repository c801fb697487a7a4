//! A leader walks through the framework.

use crate::common::Driver;
use pejl::{core::framework::Framework, screens::scope::Scope, text::Lang, ui::theme::Depth};
use ratatui_dial::Marker;

const SIZES: [(u16, u16); 7] = [
    (40, 12),
    (60, 18),
    (80, 24),
    (120, 36),
    (200, 60),
    (60, 80),
    (200, 20),
];

#[test]
fn home_shows_the_four_fields_the_known_and_the_new_and_every_dial() {
    Driver::new(120, 36).shows(&[
        "Ledelses- og styringsgrundlag",
        "Det kendte",
        "Det nye",
        "Vi optimerer samarbejder og processer",
        "Vi skaber velfærd sammen med andre",
        "Vi holder styr på driften",
        "Vi styrker ressourcer hos os selv og andre",
        "25 %",
        "Tilpasningsdygtig",
    ]);
}

#[test]
fn enter_goes_from_home_to_field_to_mark_and_esc_goes_back() {
    let mut driver = Driver::new(120, 36);
    driver
        .press("Right Enter")
        .shows(&["Grundlaget › Vi skaber velfærd sammen med andre", "Handler om"]);
    driver.press("Enter").shows(&[
        "Grundlaget › Vi skaber velfærd sammen med andre › Rettidig samskabelse",
        "Niveau 1",
        "Niveau 2 · dit niveau",
    ]);
    driver.press("v").shows(&[
        "› Niveau 2",
        "Strategisk innovation",
        "Nysgerrig relationsopbygning",
    ]);
    driver
        .press("Left")
        .shows(&["› Niveau 1", "Skaber retning og rammer"]);
    let home = Driver::new(120, 36).press("Right").screen();
    assert_eq!(driver.press("Esc Esc Esc").screen(), home);
    assert_eq!(driver.press("Esc Esc").screen(), home, "Esc at home does nothing");
}

#[test]
fn arrows_at_home_move_in_two_dimensions_and_stop_at_the_edges() {
    let mut driver = Driver::new(80, 24);
    let mut field = |keys: &str| {
        driver.press(keys);
        let app = &driver.program.app;
        app.state.framework.field(app.state.field()).id.clone()
    };
    assert_eq!(field("Up"), "optimerer");
    assert_eq!(field("Left"), "optimerer");
    assert_eq!(field("Right"), "samskaber");
    assert_eq!(field("Right"), "samskaber", "no wrapping into the next row");
    assert_eq!(field("Down"), "styrker");
    assert_eq!(field("Down"), "styrker");
    assert_eq!(field("Left"), "drift");
    assert_eq!(field("k"), "optimerer");
    assert_eq!(field("3"), "drift");
    assert_eq!(field("End"), "styrker");
    assert_eq!(field("Tab"), "optimerer", "Tab goes round");
    assert_eq!(field("Shift+Tab"), "styrker");
}

#[test]
fn tab_walks_through_all_twelve_marks_and_round() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter Enter");
    let mut seen = Vec::new();
    for _ in 0..12 {
        let app = &driver.program.app;
        seen.push(app.state.framework.mark(app.state.cursor).id.clone());
        driver.press("Tab");
    }
    seen.dedup();
    assert_eq!(seen.len(), 12);
    assert_eq!(driver.program.app.state.cursor.get(), 0);
}

#[test]
fn a_mark_leads_to_its_neighbours_through_all_twelve_and_round() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("Enter Enter Left")
        .shows(&["Styrker › Fællesskaber"])
        .press("Right")
        .shows(&["Optimerer › Arbejdsmiljø"]);
    driver.press("Right Right Right");
    assert_eq!(driver.program.app.state.cursor.get(), 3);
}

#[test]
fn the_level_view_reads_all_twelve_as_one_page_and_the_raised_first_where_asked() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("4 Enter End + + + Esc v")
        .shows(&["Alle fire felter › Niveau 2"]);
    driver
        .press("r")
        .shows(&["det, du har skruet mest op for, først"]);
    let first = driver.screen().lines().nth(1).unwrap().to_owned();
    assert!(
        driver
            .press("Home")
            .screen()
            .contains("+3 Opbygger stærke fællesskaber"),
        "{first}"
    );
    let before = driver.program.app.state.cursor;
    driver.press("Down");
    assert_ne!(driver.program.app.state.cursor, before);
    driver.press("v").shows(&["Optimerer › Niveau 2"]);
}

#[test]
fn what_is_longer_than_its_room_scrolls_to_its_end_and_no_further() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("i")
        .shows(&["Velkommen til Kalundborg Kommunes nye"])
        .hides(&["lokal tilpasning"]);
    driver
        .press("End")
        .shows(&["lokal tilpasning", "udfordringer."])
        .hides(&["Velkommen til"]);
    // all but the line that says so
    let text = |driver: &mut Driver| -> Vec<String> {
        driver.screen().lines().take(21).map(str::to_owned).collect()
    };
    let end = text(&mut driver);
    assert_eq!(text(driver.press("PgDn Down PgDn")), end);
    driver.shows(&["Der er ikke mere i den retning"]);
    driver
        .press("PgUp PgUp PgUp PgUp")
        .shows(&["Velkommen til Kalundborg Kommunes nye"]);
}

#[test]
fn every_word_of_a_mark_can_be_read_at_every_size() {
    for (width, height) in SIZES {
        let mut driver = Driver::new(width, height);
        driver.press("Enter Enter");
        let mut read = String::new();
        for _ in 0..30 {
            read.push_str(&driver.screen());
            read.push('\n');
            driver.press("PgDn");
        }
        // rows of other columns stand between, so words are looked for one by one
        let mark = pejl::core::framework::Framework::built_in();
        let mark = mark.mark(mark.first_mark());
        for text in mark.levels.iter().chain([&mark.definition]) {
            for word in text.split_whitespace().filter(|word| word.chars().count() < 9) {
                assert!(
                    read.contains(word),
                    "{width}×{height}: »{word}« is nowhere in\n{read}"
                );
            }
        }
    }
}

#[test]
fn every_screen_fits_every_size_and_below_the_least_it_says_kindly_what_it_needs() {
    for keys in ["", "Enter", "Enter Enter", "v", "i", "?"] {
        let mut driver = Driver::new(80, 24);
        driver.press(keys);
        for (width, height) in SIZES {
            driver.resize(width, height);
            let screen = driver.screen();
            assert!(screen.lines().count() <= usize::from(height));
            assert!(
                screen.contains("gemt"),
                "{width}×{height}: saving is always told\n{screen}"
            );
        }
        driver.resize(39, 12).shows(&["40 tegn", "12 linjer"]);
        for (width, height) in [(1, 1), (0, 0), (1, 200), (500, 1), (500, 200), (3, 3)] {
            driver.resize(width, height).press("Down Up Right PgDn");
        }
        driver.resize(80, 24);
    }
}

#[test]
fn english_puts_its_rendering_beside_the_danish_and_marks_it_unofficial() {
    let mut driver = Driver::with(crate::common::app(Lang::En, 120, 36), Depth::True, Marker::Smooth);
    driver.shows(&["The known", "The new", "saved"]);
    driver.press("Right Enter Enter").shows(&[
        "at producere velfærd",
        "unofficial translation",
        "your level",
    ]);
}

#[test]
fn help_lists_the_keys_of_every_screen() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("?")
        .shows(&["Hjælp", "vælg felt", "Enter", "Hver dag"]);
    driver.press("End").shows(&["Kommandoer og hjælp", "udfør"]);
}

#[test]
fn q_leaves_and_ctrl_c_leaves_only_at_the_second_within_two_seconds() {
    use pejl::terminal::Flow;
    use std::time::Duration;
    assert_eq!(Driver::new(80, 24).press("q").flow, Flow::Quit);
    let mut driver = Driver::new(80, 24);
    assert_eq!(driver.press("Ctrl+C").flow, Flow::Go);
    assert!(driver.notice().contains("Ctrl+C igen"));
    driver.wait(Duration::from_secs(3));
    assert_eq!(driver.press("Ctrl+C").flow, Flow::Go);
    driver.wait(Duration::from_secs(1));
    assert_eq!(driver.press("Ctrl+C").flow, Flow::Quit);
    let mut driver = Driver::new(80, 24);
    driver.press("Ctrl+C Right");
    assert_eq!(
        driver.press("Ctrl+C").flow,
        Flow::Go,
        "another key between them takes the first back"
    );
}

#[test]
fn in_english_the_names_are_the_rendering_s_and_each_screen_says_once_that_nobody_approved_them() {
    let mut driver = Driver::with(crate::common::app(Lang::En, 120, 36), Depth::True, Marker::Smooth);
    driver.press("s Enter Esc 2");
    let english = Framework::built_in_english();
    let danish = Framework::built_in();
    for (keys, scope) in [
        ("", Scope::Home),
        ("o", Scope::Rose),
        ("b", Scope::Bearings),
        ("b Enter", Scope::Bearing),
        ("c", Scope::Compare),
    ] {
        driver.press(keys);
        assert_eq!(driver.program.app.scope(), scope);
        let screen = driver.screen();
        let said = screen.matches("unofficial translation").count();
        assert_eq!(said, 1, "{keys}: {screen}");
        for mark in danish.mark_indices() {
            let (own, rendered) = (danish.mark(mark), english.mark(mark));
            let named = [&rendered.title, &rendered.short].map(|name| longest_word(name));
            assert!(
                named.iter().any(|name| screen.contains(name)),
                "{keys}: {named:?} in {screen}"
            );
            // "innovation" is a word of both
            let word = longest_word(&own.title);
            let both = rendered.title.contains(word);
            assert!(both || !screen.contains(word), "{keys}: {word} in {screen}");
        }
        driver.press("Esc Esc");
    }
    // where the Danish text stands with it: a field, a mark, the levels
    for keys in ["Enter", "Enter", "v"] {
        let screen = driver.press(keys).screen();
        let said = screen.replace('\n', " ").matches("unofficial").count();
        assert_eq!(said, 1, "{keys}: {screen}");
    }
}

/// The longest word, which no line breaks.
fn longest_word(name: &str) -> &str {
    let words = name.split([' ', '-']);
    words.max_by_key(|word| word.chars().count()).unwrap_or_default()
}

#[test]
fn keys_work_on_in_a_window_that_is_too_small_to_show_anything() {
    for (width, height) in [(39, 11), (1, 1), (300, 1), (1, 60)] {
        let mut driver = Driver::new(120, 36);
        driver.press("+ s Enter").resize(width, height);
        for screen in [
            "b",
            "c",
            "d",
            "w",
            "v",
            "o",
            "t",
            "p",
            "e",
            "f",
            ":",
            ",",
            "?",
            "i",
            "2 Enter",
            "2 Enter n",
        ] {
            driver.press(screen);
            driver.press("Down PgDn End Up PgUp Home Left Right Enter Down Enter");
            driver.press("Esc Esc Esc Esc Esc");
        }
    }
}
