//! `pejl undo` and `redo`, over the steps of every face; and the decisions, which no bearing has taken yet.

use crate::common::{Driver, home::Home};
use serde_json::json;

#[test]
fn the_last_change_is_taken_back_whoever_made_it_and_made_again() {
    let home = Home::visited();
    home.says(&["set", "samskabelse", "3"]);
    let mut driver = Driver::on_disk(&home.path("."), 120, 40);
    driver.press("3 Enter +");
    driver.leave();
    let back = "Fortrudt: Sikker drift med prioriterede ressourcer på tværs 0 → +1\n";
    assert_eq!(home.says(&["undo"]), back);
    assert_eq!(home.says(&["undo"]), "Fortrudt: Rettidig samskabelse 0 → +3\n");
    assert_eq!(home.says(&["undo"]), "Der er ikke mere at fortryde\n");
    assert_eq!(home.says(&["redo"]), "Gentaget: Rettidig samskabelse 0 → +3\n");
    let said = home.says(&["--lang", "en", "redo"]);
    assert!(
        said.starts_with("Redone: Reliable operations ") && said.ends_with(" 0 → +1\n"),
        "{said}"
    );
    assert_eq!(home.json(&["redo"])["step"], json!(null));
    assert_eq!(
        home.json(&["show", "sikker"])["fields"][0]["marks"][0]["value"],
        1
    );
    // a new change is the end of what could be made again
    home.says(&["undo"]);
    home.says(&["set", "evidens", "1"]);
    assert_eq!(home.says(&["redo"]), "Der er ikke mere at gentage\n");
}

#[test]
fn a_name_that_is_taken_back_takes_the_file_with_it() {
    let home = Home::visited();
    home.says(&["profile", "rename", "Min profil", "Anna Holm"]);
    home.says(&["undo"]);
    assert!(home.profile().exists());
    assert!(!home.path("data/profiles/anna-holm.json").exists());
    let again = home.json(&["redo"]);
    assert_eq!(again["profile"], "Anna Holm");
    assert!(home.path("data/profiles/anna-holm.json").exists());
    assert!(!home.profile().exists());
}

#[test]
fn undo_of_a_profile_that_is_damaged_or_open_elsewhere_changes_nothing() {
    let home = Home::visited();
    home.says(&["set", "samskabelse", "3"]);
    let driver = Driver::on_disk(&home.path("."), 120, 40);
    home.fails(&["undo"], 75, &["min-profil.json"]);
    driver.leave();
    home.write_own_profile("{");
    for name in home.names("data/backups") {
        std::fs::remove_file(home.path("data/backups").join(name)).unwrap();
    }
    home.fails(&["undo"], 65, &["min-profil.json"]);
}

#[test]
fn a_decision_is_written_shown_and_deleted_by_its_id_or_its_beginning() {
    let home = Home::visited();
    assert_eq!(
        home.says(&["decision", "list"]),
        "Her er ingen beslutninger endnu\n"
    );
    home.fails(&["decision", "show", "d1"], 2, &["d1", "pejl decision add"]);
    assert!(
        home.says(&["decision", "add", "Vi venter"])
            .ends_with("  Vi venter\n")
    );
    home.with_input(
        &["decision", "add", "-"],
        "Vi begynder\nmed det lille\n".as_bytes(),
    )
    .says();
    let list = home.says(&["decision", "list"]);
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].starts_with("d1  ") && lines[0].ends_with("  Vi venter"));
    assert!(lines[1].starts_with("d2  ") && lines[1].ends_with("  Vi begynder"));
    let shown = home.says(&["decision", "show", "vi b"]);
    assert!(shown.contains("Vi begynder\nmed det lille\n"), "{shown}");
    home.fails(&["decision", "delete", "vi"], 2, &["d1 eller d2"]);
    home.fails(&["decision", "delete", "d3"], 2, &["d1 eller d2"]);
    home.fails(&["decision", "add", " "], 2, &["TEKST"]);
    home.fails(&["decision", "add", &"æ".repeat(10_001)], 2, &["10001"]);
    home.fails(&["decision", "add", "a\u{1b}[2J"], 2, &["TEKST"]);
    assert_eq!(home.says(&["decision", "delete", "d1"]), "Slettet: Vi venter\n");
    assert_eq!(
        home.json(&["decision", "show", "d1"])["text"],
        "Vi begynder\nmed det lille"
    );
    home.says(&["undo"]);
    assert_eq!(
        home.json(&["decision", "list"])["decisions"][0]["text"],
        "Vi venter"
    );
}

#[test]
fn a_bearing_is_named_by_the_beginning_of_its_label_in_every_command() {
    let home = Home::visited();
    home.says(&["bearing", "save", "Efterår 2026"]);
    home.says(&["set", "samskabelse", "3"]);
    home.says(&["bearing", "save", "Forår 2027"]);
    assert_eq!(home.json(&["bearing", "show", "efteraar"])["id"], "b1");
    assert_eq!(
        home.json(&["bearing", "compare", "efter", "forår"])["to"]["id"],
        "b2"
    );
    assert_eq!(home.json(&["bearing", "restore", "Eft"])["id"], "b1");
    home.says(&["bearing", "save", "Efterår 2027"]);
    home.fails(&["bearing", "delete", "eft"], 2, &["b1 eller b3"]);
    assert_eq!(home.json(&["bearing", "delete", "efterår 2027"])["id"], "b3");
}
