//! A leader changes the settings: at once on the screen, at once in the file.

use crate::common::Driver;
use pejl::{app::keymap::Keymap, config::Config, text::Lang, ui::theme::Role};
use ratatui_dial::Marker;
use std::{fs, path::Path};

fn read(folder: &Path) -> Config {
    let text = fs::read_to_string(folder.join("config.toml")).unwrap();
    let (config, problems) = Config::parse(
        &text,
        Some(&["dark", "light", "high-contrast", "mono", "nat"].map(str::to_owned)),
    );
    assert_eq!(problems, [], "{text}");
    config
}

/// The program on a folder of its own, at the settings.
fn settings() -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press(",");
    (folder, driver)
}

#[test]
fn every_setting_is_on_the_screen_with_where_it_is_kept() {
    let (folder, mut driver) = settings();
    driver.shows(&[
        "Grundlaget › Indstillinger",
        "Sprog",
        "dansk",
        "Dit niveau",
        "Niveau 1",
        "følger terminalen",
        "Bevægelse",
        "Mus",
        "Seneste pejling",
        "Ledergruppens mappe",
        "ingen",
        "config.toml",
    ]);
    assert!(
        !folder.path().join("config.toml").exists(),
        "looking makes no file"
    );
    driver.press("Esc").hides(&["Indstillinger"]);
}

#[test]
fn the_language_changes_at_once_and_is_kept() {
    let (folder, mut driver) = settings();
    driver
        .press("Right")
        .shows(&["The framework › Settings", "Language", "English"]);
    assert_eq!(read(folder.path()).language, Some(Lang::En));
    driver
        .press("Esc")
        .shows(&["The known", "25%", "saved"])
        .hides(&["Det kendte", "gemt"]);
    driver
        .press("Enter Enter")
        .shows(&["Level 2", "Handler om at skabe og fastholde", "unofficial"]);
    driver.press("Esc Esc , Enter").shows(&["Indstillinger"]);
    assert_eq!(read(folder.path()).language, Some(Lang::Da));
}

#[test]
fn the_theme_changes_at_once_and_the_own_ones_are_among_them() {
    let (folder, mut driver) = settings();
    driver.press("Esc");
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::write(folder.path().join("themes/nat.toml"), "background = '#010203'").unwrap();
    driver.press(", Down Down Right").shows(&["mørk"]);
    assert_eq!(driver.program.look.theme.name(), "dark");
    driver.press("Right");
    assert_eq!(driver.program.look.theme.name(), "light");
    assert_eq!(read(folder.path()).theme.as_deref(), Some("light"));
    driver.press("Left Left Left").shows(&["nat"]);
    let ground = driver.program.look.theme.color(Role::Background);
    assert_eq!(ground, ratatui::style::Color::Rgb(1, 2, 3));
    assert_eq!(
        driver.program.frame()[(0, 0)].bg,
        ground,
        "the whole screen is drawn anew"
    );
    assert_eq!(read(folder.path()).theme.as_deref(), Some("nat"));
}

#[test]
fn a_theme_on_the_same_ground_is_drawn_anew_all_the_same() {
    let (folder, mut driver) = settings();
    driver.press("Esc");
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::write(folder.path().join("themes/nat.toml"), "muted = '#707070'").unwrap();
    driver.press(", Down Down Left").shows(&["nat"]);
    let rgb = |color| match color {
        ratatui::style::Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        color => panic!("{color}"),
    };
    let frame = driver.program.frame();
    for at in frame.area.positions().filter(|at| frame[*at].symbol() != " ") {
        let shown = driver.cell(at.x, at.y).unwrap().fgcolor();
        assert_eq!(shown, rgb(frame[at].fg), "{at} is as the theme before");
    }
}

#[test]
fn a_theme_file_with_a_fault_is_told_and_the_background_decides() {
    let (folder, mut driver) = settings();
    driver.press("Esc");
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::write(
        folder.path().join("themes/nat.toml"),
        "text = '#ffffff'\naccent = 'rød'",
    )
    .unwrap();
    driver.press(", Down Down Left");
    driver.shows(&["nat.toml:2:10: accent er »rød«"]);
    assert_eq!(driver.program.look.theme.name(), "dark");
}

#[test]
fn the_terminal_is_asked_for_its_background_when_its_answer_is_wanted() {
    let (_folder, mut driver) = settings();
    driver.press("Down Down Right Right");
    driver.press("Left Left").shows(&["følger terminalen"]);
    let question = b"\x1b]11;?\x1b\\";
    assert!(
        driver
            .written
            .windows(question.len())
            .any(|bytes| bytes == question)
    );
}

#[test]
fn dials_are_drawn_as_wanted_at_once() {
    let (folder, mut driver) = settings();
    driver.press("Down Down Down Left").shows(&["kun ASCII"]);
    assert_eq!(driver.program.look.marker, Marker::Ascii);
    driver
        .shows(&["< kun ASCII >", "Grundlaget > Indstillinger"])
        .hides(&["›", "▌"]);
    driver.press("Right").shows(&["følger terminalen"]);
    assert_eq!(driver.program.look.marker, Marker::Smooth);
    assert_eq!(read(folder.path()).glyphs, Some(Default::default()));
}

#[test]
fn switches_are_kept_and_say_on_or_off() {
    let (folder, mut driver) = settings();
    driver.press("Down Down Down Down Enter Down Right Down Left");
    let config = read(folder.path());
    assert_eq!([config.motion, config.mouse, config.ghost], [Some(false); 3]);
    let wanted = &driver.program.app.state.preferences;
    assert_eq!([wanted.motion, wanted.mouse, wanted.ghost], [false; 3]);
    // where there is no room for what each choice means
    driver.resize(50, 30);
    assert_eq!(driver.screen().matches(" fra").count(), 3, "{}", driver.screen());
}

#[test]
fn the_last_bearing_is_shown_only_where_that_is_wanted() {
    let (_folder, mut driver) = settings();
    driver
        .press("Esc Enter Enter s Enter + +")
        .shows(&["pejling 24.11.2026: 0"]);
    driver.press("Esc Esc , Down Down Down Down Down Down Enter Esc Enter Enter");
    driver.hides(&["pejling 24.11.2026: 0"]);
}

#[test]
fn the_own_level_goes_to_the_profile_and_can_be_undone() {
    let (folder, mut driver) = settings();
    driver.press("Down Right").shows(&["Niveau 2"]);
    assert_eq!(driver.program.app.state.profile().level, 2);
    assert!(
        !folder.path().join("config.toml").exists(),
        "the level is no setting of the program"
    );
    driver.press("u");
    assert_eq!(driver.program.app.state.profile().level, 1);
    assert!(driver.notice().starts_with("Fortrudt:"), "{}", driver.notice());
}

#[test]
fn the_team_folder_is_written_as_a_line() {
    let (folder, mut driver) = settings();
    driver
        .press("End Enter")
        .type_text("/fælles/ledere ; /tmp/b.json")
        .press("Enter");
    driver.shows(&["/fælles/ledere; /tmp/b.json"]);
    assert_eq!(
        read(folder.path()).team,
        Some(vec!["/fælles/ledere".into(), "/tmp/b.json".into()])
    );
    driver.press("Enter").shows(&["/fælles/ledere; /tmp/b.json"]);
    driver.press("Ctrl+U Enter").shows(&["ingen"]);
    assert_eq!(read(folder.path()).team, Some(Vec::new()));
    driver
        .press("Enter")
        .type_text("/x")
        .press("Esc")
        .shows(&["ingen"]);
}

#[test]
fn a_broken_file_is_left_alone_and_the_setting_holds_until_the_end() {
    let (folder, mut driver) = settings();
    fs::write(folder.path().join("config.toml"), "theme = \n").unwrap();
    driver.press("Right");
    assert_eq!(driver.program.app.state.lang, Lang::En);
    driver.shows(&["Holds until you leave: config.toml:1:9: the file cannot be read as TOML"]);
    assert_eq!(
        fs::read_to_string(folder.path().join("config.toml")).unwrap(),
        "theme = \n"
    );
}

#[test]
fn own_keys_are_what_is_hinted_and_what_the_help_shows() {
    let mut app = crate::common::app(Lang::Da, 120, 36);
    let (config, _) = Config::parse("[keys]\nopen = ['F6']\nhelp = ['ø']\n", Some(&[]));
    assert!(config.keymap != Keymap::default());
    app.state.keymap = config.keymap;
    let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, Marker::Smooth);
    driver
        .shows(&["F6 åbn", "ø hjælp"])
        .hides(&["Enter åbn", "? hjælp"]);
    driver.press("F6").shows(&["Handler om"]);
    driver.press("ø").shows(&["F6"]).hides(&["F1"]);
}
