//! Good profiles that somebody put among one's own under names that are not pejl's: seen in every face, brought in from
//! each, never written over.

use crate::common::{Driver, home::Home};
use serde_json::json;
use std::fs;

/// A home with a profile that is called as pejl would not call it.
fn home() -> Home {
    let home = Home::new();
    home.says(&["set", "evidens", "2"]);
    home.write_profile("data/profiles/Drift.json", "Drift", &[("evidens", -3)]);
    home
}

#[test]
fn commands_list_it_and_bring_it_in_and_its_bytes_are_kept() {
    let home = home();
    let bytes = fs::read(home.path("data/profiles/Drift.json")).unwrap();
    let said = home.says(&["profile", "list"]);
    assert!(said.contains("Drift (Drift.json, ikke i brug)"), "{said}");
    let listed = home.json(&["profile", "list"]);
    assert_eq!(
        listed["strangers"],
        json!([{ "name": "Drift", "file": home.at("data/profiles/Drift.json") }])
    );
    // no save and no other profile takes its place
    home.says(&["set", "evidens", "3"]);
    assert_eq!(fs::read(home.path("data/profiles/Drift.json")).unwrap(), bytes);

    // the path in another spelling
    home.says(&["import", "data/../data/profiles/Drift.json"]);
    let shown = home.json(&["show", "evidens", "--profile", "drift"]);
    assert_eq!(shown["fields"][0]["marks"][0]["value"], -3);
    assert!(!home.names("data/profiles").contains(&"Drift.json".to_owned()));
    let kept = home.names("data/deleted");
    assert_eq!(fs::read(home.path("data/deleted").join(&kept[0])).unwrap(), bytes);
    assert_eq!(home.json(&["profile", "list"])["strangers"], json!([]));
}

#[test]
fn where_its_name_is_taken_another_is_asked_for_and_it_stays() {
    let home = home();
    home.write_profile("data/profiles/Min Profil.json", "Min profil", &[]);
    home.pejl(&["import", "data/profiles/Drift.json", "--as", "Min profil"])
        .failed(2, &["Min profil"]);
    assert!(home.path("data/profiles/Drift.json").exists());
    // one that bears the open profile's name and has another owner is a copy of it by its name
    home.says(&["import", "data/profiles/Drift.json", "--as", "Anlæg"]);
    assert!(home.path("data/profiles/anlaeg.json").exists());
}

#[test]
fn the_dialogue_lists_it_and_brings_it_in() {
    let home = home();
    let said = home.with_input(&["--plain"], "p\nandre\ndrift\nq\n".as_bytes());
    said.in_turn(&[
        "Drift (Drift.json, ikke i brug)",
        "»Drift« er hentet ind",
        "Drift\n",
    ]);
    assert!(home.path("data/profiles/drift.json").exists());
    assert!(!home.path("data/profiles/Drift.json").exists());
}

#[test]
fn the_profiles_screen_shows_it_and_enter_brings_it_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 110, 40);
    let profiles = folder.path().join("data/profiles");
    fs::create_dir_all(&profiles).unwrap();
    let stranger = r#"{"format":"pejl.profile","version":"1.0","name":"Drift","framework":"kalundborg-lsg","level":2,"dials":{}}"#;
    fs::write(profiles.join("Drift.json"), stranger).unwrap();
    driver
        .press("p")
        .shows(&["Ligger i mappen og er ikke i brug", "Drift.json"]);
    while !driver.screen().contains("Enter henter den ind") {
        driver.press("Down");
    }
    driver.press("Delete").shows(&["Filen er ikke pejls egen"]);
    assert!(profiles.join("Drift.json").exists());
    driver.press("Enter").shows(&["Drift er hentet ind"]);
    assert!(profiles.join("drift.json").exists() && !profiles.join("Drift.json").exists());
}

#[test]
fn that_the_chosen_profile_is_gone_is_told_in_every_face() {
    let home = Home::visited();
    home.says(&["profile", "new", "Bo"]);
    home.says(&["profile", "use", "Bo"]);
    fs::remove_file(home.path("data/profiles/bo.json")).unwrap();
    let told = ["»bo«", "er her ikke mere", "»Min profil« er åben"];
    let says = |text: &str| told.iter().all(|told| text.contains(told));
    for args in [&["show", "1.1"] as &[_], &["set", "1.1", "2"]] {
        let answer = home.pejl(args);
        assert_eq!(answer.code, Some(0));
        assert!(says(&answer.err), "{args:?}: {}", answer.err);
    }
    let answer = home.pejl(&["doctor"]);
    assert_eq!(answer.code, Some(66));
    assert!(answer.text().contains("»bo«"), "{}", answer.text());
    #[cfg(unix)]
    let current = fs::read(home.path("data/current")).unwrap();
    // the profile that is asked for by name is the one that opens
    assert_eq!(home.pejl(&["show", "1.1", "--profile", "Min profil"]).err, "");
    let answer = home.with_input(&["--plain"], b"q\n");
    assert!(says(answer.text()), "{}", answer.text());
    // a face that stays open tells it once
    let answer = home.with_input(&["--plain"], b"q\n");
    assert!(!says(answer.text()), "{}", answer.text());
    assert_eq!(home.pejl(&["doctor"]).code, Some(0));
    #[cfg(unix)]
    {
        home.write("data/current", current);
        let mut terminal = home.start();
        terminal.wait_for(&told).send("q");
        assert_eq!(terminal.exit(), crate::common::pty::Exit::Status(0));
    }
}
