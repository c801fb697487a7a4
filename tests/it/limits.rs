//! What is too long, does not exist or would steer a terminal is handled alike by the interface, the commands and the
//! dialogue: it is refused or cut, that is said, and what was there stays.

use crate::common::Driver;
use crate::common::home::{Home, give};
use pejl::{
    core::profile::Profile,
    store::{Limits, read_profile},
};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// One test at a time: a program that is just being started by another would hold the lock of the profile that is open
/// here, until it is the program.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A leader's folder, with a profile in it.
fn home() -> Home {
    let home = Home::new();
    home.pejl(&["profile", "new", "Min profil"]).says();
    home
}

fn profile(home: &Home) -> Profile {
    read_profile(&home.path("data/profiles/min-profil.json"), Limits::OWN).unwrap()
}

/// The interface in the same folder.
fn interface(home: &Home) -> Driver {
    Driver::on_disk(&home.path(""), 100, 30)
}

/// Gives a command, or the dialogue, this on standard input.
/// The dialogue over these lines.
fn plain(home: &Home, lines: &[&str]) -> String {
    let mut command = home.command();
    command.arg("--plain");
    let said = give(command, lines.join("\n").as_bytes()).says();
    assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
    said
}

#[test]
fn a_megabyte_to_find_is_cut_or_refused_and_answered_at_once() {
    let _alone = alone();
    let home = home();
    let megabyte = "økonomi ".repeat(128 * 1024);
    let begun = Instant::now();
    let mut driver = interface(&home);
    driver.press("f");
    driver.program.app.paste(&megabyte);
    driver.resize(100, 29);
    assert!(driver.notice().contains("plads"), "{}", driver.notice());
    driver.press("Esc Esc q");
    let said = plain(&home, &["f", &megabyte, "økonomi", &format!("f {megabyte}"), "q"]);
    assert!(said.contains("Linjen er for lang og er ikke læst."), "{said}");
    assert!(said.contains("3 fundet."), "{said}");
    // no system passes a megabyte as one argument: this much is passed
    let most = &megabyte[..90_000];
    home.pejl(&["show", most]).failed(2, &[]);
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_date_that_does_not_exist_is_told_and_changes_nothing() {
    let _alone = alone();
    let home = home();
    for date in [
        "31.2.2199",
        "0.1.2199",
        "29.2.2199",
        "i morgen",
        "99.99.9999",
        "12.13.2199",
    ] {
        let why = match date {
            "i morgen" => "Skriv datoen med tal, fx",
            _ => "Den dato findes ikke.",
        };
        let mut driver = interface(&home);
        driver.press("b a").type_text(date).press("Enter");
        driver.shows(&[why]);
        driver.press("Esc");
        driver.leave();
        let said = plain(&home, &["p", "4", date]);
        assert!(said.contains(why), "{date}: {said}");
        assert_eq!(profile(&home).review, None, "{date}");
    }
    for date in ["2199-02-31", "2199-13-01", "i morgen"] {
        let file = r#"{"format":"pejl.profile","version":"1.0","name":"A","framework":"kalundborg-lsg","level":2,
            "review":"DATE"}"#;
        home.write("ind.json", file.replace("DATE", date));
        home.pejl(&["import", "ind.json"])
            .failed(65, &["ind.json:2:", "review"]);
        let said = plain(&home, &["p", "6", "hent en profil", &home.at("ind.json")]);
        assert!(said.contains("ind.json:2:"), "{said}");
    }
    assert_eq!(
        home.names("data/profiles")
            .iter()
            .filter(|name| name.ends_with(".json"))
            .count(),
        1
    );
}

#[test]
fn a_name_that_no_file_can_have_is_refused_with_the_reason() {
    let _alone = alone();
    let home = home();
    let long = "å".repeat(150);
    // a name is no path: its signs are left out of the file's
    home.pejl(&["profile", "new", "etc"]).says();
    for (name, why) in [
        ("CON", "som Windows selv bruger"),
        ("lpt1", "som Windows selv bruger"),
        ("..", "mindst ét bogstav eller tal"),
        ("../../etc", "optaget"),
        (long.as_str(), "64 tegn"),
    ] {
        for command in [
            &["profile", "new", name][..],
            &["profile", "rename", "Min profil", name],
        ] {
            let refused = home.pejl(command);
            assert!(refused.code.is_some_and(|code| code != 0), "{name}");
            assert!(refused.err.contains(why), "{name}: {}", refused.err);
        }
        home.pejl(&["profile", "use", "Min profil"]).says();
        for keys in ["p Home Enter Ctrl+U", "p End Up Enter"] {
            let mut driver = interface(&home);
            driver.press(keys).type_text(name).press("Enter");
            assert!(
                driver.program.app.is_asking(),
                "{name}: nothing has happened\n{}",
                driver.screen()
            );
            driver.press("Esc Esc");
            driver.leave();
        }
        for choice in ["ny profil", "giv profilen"] {
            plain(&home, &["p", "6", choice, name]);
        }
        let names = home.names("data/profiles");
        let known = |file: &&String| {
            let known = ["min-profil.json", "etc.json"];
            !known.contains(&file.as_str()) && file.ends_with(".json")
        };
        assert_eq!(names.iter().find(known), None, "{name}");
        assert_eq!(profile(&home).name, "Min profil");
    }
}

#[test]
fn control_characters_never_come_from_a_label_to_a_terminal() {
    let _alone = alone();
    let home = home();
    let hostile = "Efter\u{1b}[31mår\u{7}\u{202e}\u{9b}2J";
    home.pejl(&["bearing", "save", hostile]).failed(2, &[]);
    let mut driver = interface(&home);
    driver.press("s");
    driver.program.app.paste(hostile);
    driver.press("Enter b").shows(&["Efter"]).hides(&["[31m"]);
    driver.leave();
    let said = plain(&home, &["s", hostile, &format!("s {hostile}"), "b", "o"]);
    assert!(said.contains("Efter") && !said.contains("[31m"), "{said:?}");
    // whatever a file brings is harmless too
    let file = home.path("data/profiles/min-profil.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace("\"label\": \"", "\"label\": \"\\u001b[31m\\u0007"),
    )
    .unwrap();
    for args in [
        &["bearing", "list"][..],
        &["bearing", "show", "b1"],
        &["export", "md"],
    ] {
        let said = home.pejl(args).says();
        assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
    }
    plain(&home, &["b", "1", "x", "1"]);
    interface(&home).press("b Enter").hides(&["[31m"]);
}

#[test]
fn a_note_has_room_for_ten_thousand_characters_and_no_more() {
    let _alone = alone();
    let home = home();
    let (fits, long) = ("å".repeat(10_000), "å".repeat(10_001));
    let by_command = |text: &str| {
        let mut command = home.command();
        command.args(["note", "evidens", "-"]);
        give(command, text.as_bytes())
    };
    by_command(&fits).says();
    assert_eq!(profile(&home).note("evidens"), fits);
    by_command(&long).failed(2, &["10001"]);
    by_command(&"å".repeat(2_000_000)).failed(2, &[]);
    assert_eq!(profile(&home).note("evidens"), fits, "what was there stays");
    let said = plain(
        &home,
        &["2.1", "n", &long, "En", ".", "1", "9", "n", "1", &fits, ".", "1"],
    );
    assert!(
        said.contains("Det er for langt. Der er plads til 10000 tegn."),
        "{said}"
    );
    assert_eq!(profile(&home).note("samskabelse"), "En");
    let mut driver = interface(&home);
    driver.press("2 Enter Right Enter n");
    driver.program.app.paste(&long);
    driver.press("Left").type_text("x");
    assert!(driver.notice().contains("plads"), "{}", driver.notice());
    driver.press("Esc");
    driver.leave();
    assert_eq!(profile(&home).note("innovation"), fits);
}
