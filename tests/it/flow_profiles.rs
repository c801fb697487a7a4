//! A leader keeps several profiles: makes them, changes between them, fills them in, deletes them and has them back.

use crate::common::Driver;
use pejl::store::{Access, Store, system_clock};
use std::{fs, path::Path};

/// The program on a folder of its own, at the profiles.
fn profiles() -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 110, 36);
    driver.press("p");
    (folder, driver)
}

fn on_disk(folder: &Path, slug: &str) -> pejl::core::profile::Profile {
    let store = Store::new(folder.join("data"), system_clock);
    store.open(slug, "kalundborg-lsg", Access::Read).unwrap().profile
}

fn make(driver: &mut Driver, name: &str, copy: bool) {
    while !driver.screen().contains(if copy { "▌ + Kopi" } else { "▌ + Ny" }) {
        driver.press("Down");
    }
    driver.press("Enter").type_text(name).press("Enter");
}

#[test]
fn the_open_profile_s_fields_are_written_where_they_stand() {
    let (folder, mut driver) = profiles();
    driver.shows(&[
        "Profiler",
        "Den åbne profil",
        "Navn",
        "Min profil",
        "Enhed",
        "Udfordring",
        "Ses på igen",
    ]);
    driver
        .press("Down Enter")
        .type_text("Ældre og Handicap")
        .press("Enter");
    driver
        .press("Down Enter")
        .type_text("Nyt botilbud i Høng")
        .press("Enter");
    driver
        .press("Down Enter")
        .shows(&["Ældre og Handicap", "Nyt botilbud i Høng", "Niveau 2"]);
    driver.press("Down Enter").type_text("32.1.2027").press("Enter");
    driver.shows(&["Den dato findes ikke", "32.1.2027"]);
    driver
        .press("Ctrl+U")
        .type_text("1.2.2027")
        .press("Enter")
        .shows(&["1. februar 2027"]);
    driver.press("u u").shows(&["Niveau 1"]);
    driver.press("Ctrl+R Ctrl+R");
    driver.leave();
    let profile = on_disk(folder.path(), "min-profil");
    assert_eq!((profile.unit.as_str(), profile.level), ("Ældre og Handicap", 2));
    assert_eq!(profile.challenge, "Nyt botilbud i Høng");
    assert_eq!(profile.review, Some(jiff::civil::date(2027, 2, 1)));
}

#[test]
fn a_new_profile_is_open_at_once_and_the_old_one_is_on_the_disk() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + p");
    make(&mut driver, "Teknik", false);
    assert!(
        driver.header().contains("Teknik · niveau 2"),
        "{}",
        driver.header()
    );
    assert_eq!(driver.notice(), "Du arbejder nu i Teknik");
    let current = Store::new(folder.path().join("data"), system_clock)
        .current()
        .unwrap();
    assert_eq!(current, "teknik", "the next start opens it too");
    assert_eq!(driver.value("arbejdsmiljoe"), 0);
    assert_eq!(driver.press("u").notice(), "Der er ikke mere at fortryde");
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        1
    );
    driver
        .press("Enter Enter - p")
        .shows(&["Andre profiler", "Min profil"]);
    while !driver.screen().contains("▌ Min profil") {
        driver.press("Down");
    }
    driver.press("Enter");
    assert_eq!(driver.value("arbejdsmiljoe"), 1);
    driver.press("+");
    driver.leave();
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        2
    );
    assert_eq!(on_disk(folder.path(), "teknik").value("arbejdsmiljoe").get(), -1);
    assert_eq!(
        Store::new(folder.path().join("data"), system_clock)
            .current()
            .unwrap(),
        "min-profil"
    );
}

#[test]
fn a_copy_has_everything_of_the_open_one() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + s Enter p");
    make(&mut driver, "Om et år", true);
    assert!(driver.header().contains("Om et år"));
    assert_eq!(driver.value("arbejdsmiljoe"), 1);
    driver.press("-");
    driver.leave();
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        1
    );
    assert_eq!(on_disk(folder.path(), "om-et-aar").bearings.len(), 1);
}

#[test]
fn the_lock_goes_with_the_profile_that_is_open() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + p");
    make(&mut driver, "Teknik", false);
    let store = Store::new(folder.path().join("data"), system_clock);
    let open = |slug| store.open(slug, "kalundborg-lsg", Access::Edit).unwrap().file;
    assert_eq!(open("min-profil").read_only(), None);
    assert!(open("teknik").read_only().is_some());
}

#[test]
fn a_name_that_will_not_do_is_told_at_the_line_and_stays_there() {
    let (_folder, mut driver) = profiles();
    driver.press("Esc + p");
    make(&mut driver, "Åben dør", false);
    let long = "å".repeat(150);
    for (name, why) in [
        ("", "skriv mindst ét bogstav eller tal"),
        ("..", "skriv mindst ét bogstav eller tal"),
        ("CON", "er et navn, som Windows selv bruger"),
        ("min PROFIL", "er optaget af en profil"),
        ("aaben-doer", "er optaget af en profil"),
        (long.as_str(), "skriv højst 64 tegn"),
    ] {
        driver.press("p");
        make(&mut driver, name, false);
        driver.shows(&[why, "Navn på den nye profil:", name.get(..20).unwrap_or(name)]);
        assert!(driver.header().contains("Åben dør"), "nothing has happened");
        driver.type_text("x").hides(&[why]);
        driver.press("Esc Esc");
    }
}

#[test]
fn another_name_is_on_the_disk_at_once_and_what_can_be_undone_stays() {
    let (folder, mut driver) = profiles();
    driver
        .press("Esc + p Enter Ctrl+U")
        .type_text("Børn og Unge")
        .press("Enter");
    assert_eq!(driver.notice(), "Min profil hedder nu Børn og Unge");
    driver.shows(&["Børn og Unge"]);
    assert!(folder.path().join("data/profiles/boern-og-unge.json").exists());
    assert!(!folder.path().join("data/profiles/min-profil.json").exists());
    driver.press("u");
    assert_eq!(
        driver.notice(),
        "Fortrudt: profilens navn Min profil → Børn og Unge"
    );
    assert!(folder.path().join("data/profiles/min-profil.json").exists());
    driver.press("u");
    assert_eq!(driver.value("arbejdsmiljoe"), 0);
    driver.press("Ctrl+R Ctrl+R");
    driver.leave();
    let profile = on_disk(folder.path(), "boern-og-unge");
    assert_eq!(profile.name, "Børn og Unge");
    assert_eq!(profile.value("arbejdsmiljoe").get(), 1);
}

#[test]
fn a_profile_is_deleted_only_when_its_name_is_typed_and_comes_back() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + p");
    make(&mut driver, "Teknik", false);
    driver.press("+ + p");
    while !driver.screen().contains("▌ Min profil") {
        driver.press("Down");
    }
    driver
        .press("Delete")
        .shows(&["Skriv »Min profil« for at slette profilen"]);
    driver.press("Enter").shows(&["Skriv »Min profil« for at slette"]);
    driver
        .type_text("Teknik")
        .press("Enter")
        .shows(&["Skriv »Min profil« for at slette", "Teknik"]);
    driver.press("Ctrl+U").type_text("Min profil").press("Enter");
    driver.shows(&[
        "Min profil er slettet og kan hentes tilbage fra",
        "Slettede profiler",
    ]);
    assert!(!folder.path().join("data/profiles/min-profil.json").exists());
    while !driver.screen().contains("Enter henter den tilbage") {
        driver.press("Down");
    }
    driver.press("Enter").shows(&["Navn på den, der hentes tilbage:"]);
    driver
        .press("Ctrl+U")
        .type_text("teknik")
        .press("Enter")
        .shows(&["er optaget af en profil"]);
    driver.press("Ctrl+U").type_text("Min profil").press("Enter");
    assert_eq!(driver.notice(), "Min profil er tilbage");
    driver.hides(&["Slettede profiler"]);
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        1
    );
    assert_eq!(
        fs::read_dir(folder.path().join("data/deleted")).unwrap().count(),
        0
    );
}

#[test]
fn the_open_profile_can_be_deleted_and_the_next_one_is_open() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + p");
    make(&mut driver, "Teknik", false);
    driver.press("+ p Delete").type_text("Teknik").press("Enter");
    assert!(driver.header().contains("Min profil"), "{}", driver.header());
    driver.shows(&["Teknik er slettet og kan hentes tilbage fra"]);
    assert_eq!(driver.value("arbejdsmiljoe"), 1);
    driver.press("p Delete").type_text("Min profil").press("Enter");
    assert!(
        driver.header().contains("Min profil"),
        "the one that is always there"
    );
    assert_eq!(driver.value("arbejdsmiljoe"), 0);
    driver.press("p").shows(&["Slettede profiler", "Teknik"]);
    assert_eq!(
        fs::read_dir(folder.path().join("data/deleted")).unwrap().count(),
        2
    );
}

#[test]
fn a_profile_whose_file_is_no_good_is_listed_with_what_is_wrong() {
    let (folder, mut driver) = profiles();
    driver.press("Esc +");
    fs::write(folder.path().join("data/profiles/brudt.json"), "{\n").unwrap();
    driver.press("p").shows(&["brudt", "brudt.json:2:1"]);
    while !driver.screen().contains("▌ brudt") {
        driver.press("Down");
    }
    driver.shows(&["brudt.json:2:1"]);
}

/// Asks for a file to bring in.
fn bring_in(driver: &mut Driver) -> &mut Driver {
    while !driver.screen().contains("▌ + Hent en profil ind fra en fil") {
        driver.press("Down");
    }
    driver.press("Enter").shows(&["Hent profilen i filen:"])
}

#[test]
fn a_profile_in_a_file_comes_in_beside_the_others_and_is_open_at_once() {
    let (folder, mut driver) = profiles();
    driver.press("Esc +");
    let file = folder.path().join("Fra Anna.json");
    let anna = r#"{"format":"pejl.profile","version":"1.0","name":"Anna","framework":"kalundborg-lsg","level":2,
        "dials":{"evidens":{"value":-3}},"export":{"weights":{}},"from_elsewhere":[1]}"#;
    fs::write(&file, anna).unwrap();
    driver.press("p");
    // as a terminal writes a file that is dragged into it
    bring_in(&mut driver)
        .type_text(&format!("'{}'", file.display()))
        .press("Enter");
    assert_eq!(driver.notice(), "Anna er hentet ind. Du arbejder nu i Anna");
    assert!(driver.header().contains("Anna · niveau 2"), "{}", driver.header());
    assert_eq!(driver.value("evidens"), -3);
    // the same file again: its name is taken, and another one is asked for
    driver.press("Esc p");
    bring_in(&mut driver)
        .type_text(&file.display().to_string())
        .press("Enter")
        .shows(&["»Anna« er optaget af en profil", "Navn på den nye profil: Anna"]);
    driver
        .press("Enter")
        .shows(&["»Anna« er optaget af en profil", "Navn på den nye profil: Anna"]);
    driver.type_text(" igen").press("Enter");
    assert_eq!(
        driver.notice(),
        "Anna igen er hentet ind. Du arbejder nu i Anna igen"
    );
    driver.press("p").shows(&["Anna", "Min profil"]);
    driver.leave();
    for slug in ["anna", "anna-igen"] {
        let kept = on_disk(folder.path(), slug);
        assert_eq!(kept.value("evidens").get(), -3);
        // what follows from a profile stays out, what is not known here comes along
        let extra: Vec<_> = kept.extra.keys().collect();
        assert_eq!(extra, ["from_elsewhere"]);
    }
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        1
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), anna, "the file is as it was");
}

#[test]
fn a_file_that_cannot_come_in_is_told_at_the_line_and_nothing_is_made() {
    let (folder, mut driver) = profiles();
    driver.press("Esc + p");
    let profile = |fields: &str| {
        format!(
            r#"{{"format":"pejl.profile","version":"1.0","name":"A","framework":"kalundborg-lsg"{fields}}}"#
        )
    };
    let cases = [
        ("ikke-json", "<html>".to_owned(), "ikke-json.json:1:1"),
        (
            "grundlag",
            r#"{"format":"pejl.framework"}"#.to_owned(),
            "pejl.profile",
        ),
        ("nyere", profile("").replace("1.0", "2.0"), "2.0"),
        (
            "stor",
            profile(&format!(r#","level":1,"x":"{}""#, "a".repeat(1 << 20))),
            "1 MB",
        ),
    ];
    bring_in(&mut driver);
    driver.press("Enter").shows(&["Hent profilen i filen:"]);
    for (name, text, about) in cases {
        fs::write(folder.path().join(format!("{name}.json")), text).unwrap();
        let path = folder.path().join(format!("{name}.json")).display().to_string();
        driver.type_text(&path).press("Enter");
        driver.shows(&[about, "Hent profilen i filen:", &format!("{name}.json")]);
        assert!(driver.header().contains("Min profil"), "{}", driver.header());
        driver.type_text("x").hides(&[about]).press("Ctrl+U");
    }
    for (path, about) in [
        ("findes/ikke.json", "Kan ikke finde"),
        (".", "er ikke en almindelig fil"),
    ] {
        let path = folder.path().join(path).display().to_string();
        driver.type_text(&path).press("Enter");
        driver.shows(&[about, "Hent profilen i filen:"]).press("Ctrl+U");
    }
    // the line is left, the change made before it is there, and the profile still saves
    driver.press("Esc Esc Esc +");
    driver.leave();
    assert_eq!(
        on_disk(folder.path(), "min-profil").value("arbejdsmiljoe").get(),
        2
    );
    let listed = Store::new(folder.path().join("data"), system_clock)
        .list()
        .unwrap();
    let slugs: Vec<_> = listed.into_iter().map(|listed| listed.slug).collect();
    assert_eq!(slugs, ["min-profil"]);
}

#[test]
fn each_profile_that_cannot_be_read_says_why_and_a_date_that_is_past_is_refused() {
    let (folder, mut driver) = profiles();
    let profiles = folder.path().join("data/profiles");
    fs::create_dir_all(&profiles).unwrap();
    fs::write(profiles.join("brudt.json"), "{").unwrap();
    fs::create_dir(profiles.join("mappe.json")).unwrap();
    fs::write(profiles.join("tom.json"), "").unwrap();
    driver.press("Esc p").shows(&[
        "brudt.json:1:2",
        "mappe.json er ikke en almindelig fil",
        "tom.json:1:1",
    ]);

    driver
        .press("Home Down Down Down Down Enter")
        .shows(&["Skriv fx "]);
    driver
        .type_text("1.1.2020")
        .press("Enter")
        .shows(&["atoen skal ligge efter i dag: skriv fx "]);
    // what was typed stands there to be put right
    driver.press("Ctrl+U").type_text("24.12.2199").press("Enter");
    driver.shows(&["24. december 2199"]);
}
