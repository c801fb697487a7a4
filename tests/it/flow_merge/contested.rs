//! Another program wrote the open profile's file: which of the two versions goes on, or both merged.

use super::*;
use crate::common::store::Hooked;

/// After another program wrote the open file.
fn contested(home: &Copied, width: u16, height: u16) -> Driver {
    fs::remove_file(home.profiles().join(COPY)).unwrap();
    let mut driver = Driver::on_disk(home.home.dir(), width, height);
    driver.press("+");
    // what was turned is on the disk before the other program comes
    let effects = driver.program.effects.as_mut().unwrap();
    effects
        .close(&driver.program.app, std::time::Duration::from_secs(10))
        .unwrap();
    home.write("min-profil.json", &other().to_string());
    driver.press("+");
    let effects = driver.program.effects.as_mut().unwrap();
    effects
        .close(&driver.program.app, std::time::Duration::from_secs(10))
        .unwrap();
    let kept = fs::read_dir(home.profiles())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let kept = kept
        .into_iter()
        .find(|file| file.to_string_lossy().contains(".conflict-"))
        .unwrap();
    driver.send(Event::Store(Report::Conflict { generation: 2, kept }));
    driver
}

#[test]
fn after_another_program_changed_the_file_the_two_can_be_merged() {
    let home = Copied::new(&other().to_string());
    let mut driver = contested(&home, 100, 30);
    driver.shows(&["to udgaver", "A: arbejd videre i din", "C: flet dem"]);
    driver
        .press("C")
        .shows(&[
            "Flet to udgaver",
            "skrevet af et andet program",
            "Motiverende arbejdsmiljø",
            "[x] +2 skruet op",
        ])
        .hides(&["C: flet dem"]);
    // what is left is still to be chosen
    driver
        .press("Esc")
        .shows(&["Intet er ændret. Begge udgaver ligger der stadig", "to udgaver"]);
    driver.press("p Esc").shows(&["C: flet dem"]);
    assert_eq!(home.text("min-profil.json"), Some(other().to_string()));
    driver.press("C");
    select(&mut driver, "Rettidig samskabelse · drejeknap");
    driver
        .press("Right Enter")
        .shows(&["De to udgaver er flettet", "−1"])
        .hides(&["to udgaver · "]);
    let saved = home.profile();
    assert_eq!(saved.value("arbejdsmiljoe").get(), 2);
    assert_eq!(saved.value("samskabelse").get(), -1);
    assert_eq!(saved.bearings.len(), 2);
    let mut deleted = home.deleted();
    assert_eq!(deleted.len(), 2, "both versions as they were");
    let theirs = other().to_string();
    deleted.retain(|text| *text != theirs);
    assert!(deleted[0].contains("\"samskabelse\"") && deleted[0].contains("\"value\": 4"));
    assert!(
        !fs::read_dir(home.profiles())
            .unwrap()
            .any(|entry| { entry.unwrap().file_name().to_string_lossy().contains("conflict") })
    );
    // it is one profile again
    driver.press("1 + p").hides(&["Konfliktkopier"]);
    driver.leave();
    assert_eq!(home.profile().value("arbejdsmiljoe").get(), 3);
}

#[test]
fn where_the_merged_profile_cannot_be_saved_the_other_version_stays_where_it_lies() {
    let home = Copied::new(&other().to_string());
    let full = Arc::new(AtomicBool::new(false));
    let is_full = full.clone();
    let disk = Hooked(Box::new(move |operation, path| {
        let saves = operation == "rename" && path.ends_with("min-profil.json");
        match saves && is_full.load(Relaxed) {
            true => Err(ErrorKind::StorageFull.into()),
            false => Ok(()),
        }
    }));
    let store = Store::on(Arc::new(disk), home.home.dir().join("data"), system_clock);
    let opened = store.open("min-profil", "kalundborg-lsg", Access::Edit).unwrap();
    let mut app = crate::common::app(Lang::Da, 100, 30);
    app.state.session.open(opened.profile, None);
    let themes = Themes {
        dir: home.home.dir().join("themes"),
    };
    let config = home.home.dir().join("config.toml");
    let effects = EffectRunner::new(store, opened.file, config, themes, |_| {});
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.program.effects = Some(effects);
    driver.press("p");
    select(&mut driver, COPY);
    driver.press("Enter B");
    full.store(true, Relaxed);
    driver.press("Enter").shows(&["disken er fuld"]);
    assert_eq!(
        driver.value("samskabelse"),
        -1,
        "what was chosen is kept in memory"
    );
    assert_eq!(home.text(COPY), Some(other().to_string()));
    assert!(home.deleted().is_empty());
    assert_eq!(home.profile().value("samskabelse").get(), 4);
}

#[test]
fn where_the_other_version_cannot_be_put_away_that_is_told_and_the_merged_one_is_saved() {
    let home = Copied::new(&other().to_string());
    fs::write(
        home.home.dir().join("data/deleted"),
        "a file stands where the folder should",
    )
    .unwrap();
    let mut driver = home.at_copy(140, 30);
    driver.press("Enter B Enter").shows(&[
        "De to udgaver er flettet og gemt. Den anden ligger der endnu",
        "Konfliktkopier",
    ]);
    assert_eq!(home.text(COPY), Some(other().to_string()));
    assert_eq!(home.profile().value("samskabelse").get(), -1);
}

#[test]
fn a_copy_waits_until_the_two_open_versions_are_one() {
    let home = Copied::new(&other().to_string());
    let mut driver = contested(&home, 100, 30);
    home.write(COPY, &other().to_string());
    driver.press("p");
    // what is kept beside the open file is no copy of its own
    driver.hides(&["conflict-"]);
    select(&mut driver, COPY);
    driver.press("Enter").shows(&["Profiler", "C: flet dem"]);
}

#[test]
fn without_a_second_version_there_is_nothing_to_merge() {
    let mut driver = Driver::new(80, 24);
    driver.press("C");
    assert_eq!(driver.notice(), "Der er kun én udgave af profilen");
}

#[test]
fn while_there_are_two_versions_no_file_gets_another_name() {
    let home = Copied::new("");
    let mut driver = contested(&home, 100, 30);
    driver
        .press("p Home Enter Ctrl+U")
        .type_text("Ny")
        .press("Enter")
        .shows(&[
            "Et andet program har ændret profilen imens",
            "Navn på profilen: Ny",
        ]);
    assert_eq!(slugs(&home), ["min-profil"]);
    // theirs stands where it stood
    assert_eq!(home.text("min-profil.json"), Some(other().to_string()));
}

#[test]
fn where_the_other_version_is_deleted_one_s_own_goes_on_and_nothing_else_does() {
    let home = Copied::new("");
    let mut driver = contested(&home, 100, 30);
    fs::remove_file(home.profiles().join("min-profil.json")).unwrap();
    for key in ["B", "C"] {
        driver.press(key);
        assert_eq!(
            driver.notice(),
            "Den anden udgave af profilen findes ikke længere: arbejd videre i din"
        );
        assert!(driver.header().contains("to udgaver"), "{}", driver.header());
        assert_eq!(driver.value("arbejdsmiljoe"), 2);
    }
    driver.press("A");
    assert_eq!(
        driver.notice(),
        "Du arbejder videre i din udgave. Den anden findes ikke længere"
    );
    driver.hides(&["to udgaver"]);
    driver.leave();
    assert_eq!(home.profile().value("arbejdsmiljoe").get(), 2);
}

#[test]
fn a_version_that_is_deleted_while_it_is_merged_is_told_and_nothing_is_kept() {
    let home = Copied::new("");
    let mut driver = contested(&home, 100, 30);
    driver.press("C").shows(&["Flet to udgaver"]);
    fs::remove_file(home.profiles().join("min-profil.json")).unwrap();
    driver.press("Enter").shows(&[
        "Flet to udgaver",
        "Den anden udgave af profilen findes ikke længere",
    ]);
    assert!(home.deleted().is_empty());
    driver.press("Esc A").hides(&["to udgaver"]);
    driver.leave();
    assert_eq!(home.profile().value("arbejdsmiljoe").get(), 2);
}

#[test]
fn going_on_with_one_whole_version_leaves_the_merge() {
    let home = Copied::new("");
    let mut driver = contested(&home, 100, 30);
    driver.press("C").shows(&["Flet to udgaver"]);
    driver
        .press(":")
        .type_text("arbejd videre i min")
        .press("Enter")
        .hides(&["Flet to udgaver", "to udgaver"]);
    assert_eq!(driver.value("arbejdsmiljoe"), 2);
    driver.leave();
    assert_eq!(home.profile().value("arbejdsmiljoe").get(), 2);
}
