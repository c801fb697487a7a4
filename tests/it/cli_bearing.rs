//! Notes and bearings from the command line: the documented shapes, and bad input that changes nothing.

use crate::common::home::Home;
use serde_json::{Value, json};

/// With two bearings, between which samskabelse went from +1 to +3.
fn two() -> Home {
    let home = Home::new();
    home.says(&["set", "samskabelse", "1"]);
    home.says(&["bearing", "save", "Første"]);
    home.says(&["set", "samskabelse", "3"]);
    home.says(&["bearing", "save"]);
    home
}

#[test]
fn a_note_is_written_shown_and_taken_away() {
    let home = Home::new();
    assert_eq!(home.says(&["note", "2.1"]), "");
    assert_eq!(
        home.says(&["note", "samskabelse", "Nyt botilbud"]),
        "Rettidig samskabelse: Nyt botilbud\n"
    );
    assert_eq!(home.says(&["note", "samsk"]), "Nyt botilbud\n");
    let expected = json!({ "profile": "Min profil", "id": "samskabelse", "note": "Nyt botilbud" });
    assert_eq!(home.json(&["note", "samskabelse"]), expected);
    let expected = json!({ "profile": "Min profil", "id": "samskabelse", "from": "Nyt botilbud", "to": "" });
    assert_eq!(home.json(&["note", "samskabelse", ""]), expected);
    assert_eq!(home.says(&["note", "samskabelse"]), "");
    assert_eq!(
        home.says(&["note", "evidens", "-2 er rigtigt"]),
        "Evidensbaseret opgaveløsning: -2 er rigtigt\n"
    );
}

#[test]
fn a_dash_reads_the_note_from_standard_input() {
    let home = Home::new();
    let output = home.with_input(&["note", "evidens", "-"], "Første\r\nAnden\n".as_bytes());
    assert_eq!(output.code, Some(0), "{}", output.err);
    assert_eq!(home.json(&["note", "evidens"])["note"], "Første\nAnden");
}

#[test]
fn a_note_that_is_bad_is_refused_in_one_line_and_changes_nothing() {
    let home = Home::new();
    home.says(&["note", "evidens", "Som før"]);
    let long = "æ".repeat(10_001);
    let said = home.refuses(
        |home| home.with_input(&["note", "evidens", "-"], long.as_bytes()),
        2,
    );
    assert!(said.contains("10001") && said.contains("10000"), "{said}");
    home.refuses(|home| home.pejl(&["note", "evidens", &long]), 2);
    let endless = vec![b'x'; 1_000_000];
    home.refuses(|home| home.with_input(&["note", "evidens", "-"], &endless), 2);
    let said = home.refuses(
        |home| home.with_input(&["note", "evidens", "-"], b"r\xf8d gr\xf8d"),
        65,
    );
    assert!(said.contains("UTF-8"), "{said}");
    home.refuses(|home| home.pejl(&["note", "evidens", "a\u{1b}[2J"]), 2);
    home.refuses(|home| home.pejl(&["note", "hverken", "x"]), 2);
    assert_eq!(home.says(&["note", "evidens"]), "Som før\n");
}

#[test]
fn saving_answers_with_the_bearing_and_what_moved() {
    let home = Home::new();
    home.says(&["set", "samskabelse", "1"]);
    let first = home.json(&["bearing", "save", "Første"]);
    assert_eq!(first["id"], "b1");
    assert_eq!(first["label"], "Første");
    assert_eq!(first["profile"], "Min profil");
    assert_eq!(first["moved"], json!([]));
    home.says(&["set", "samskabelse", "3"]);
    let said = home.says(&["bearing", "save", "  "]);
    assert!(
        said.starts_with("b2  ") && said.ends_with("Samskabelse +1 → +3\n"),
        "{said}"
    );
}

#[test]
fn the_list_has_the_oldest_first_and_what_moved_each_time() {
    let home = Home::new();
    assert!(home.says(&["bearing", "list"]).starts_with("Ingen pejlinger"));
    assert_eq!(home.json(&["bearing", "list"])["bearings"], json!([]));
    let home = two();
    let list = home.json(&["bearing", "list"]);
    assert_eq!(list["profile"], "Min profil");
    let bearings = list["bearings"].as_array().unwrap();
    let keys: Vec<&String> = bearings[1].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "at", "label", "note", "moved"]);
    assert_eq!(
        bearings[1]["moved"],
        json!([{ "id": "samskabelse", "from": 1, "to": 3 }])
    );
    let said = home.says(&["bearing", "list"]);
    assert_eq!(said.lines().count(), 2);
    assert!(said.lines().next().unwrap().contains("Første"), "{said}");
}

#[test]
fn a_bearing_is_shown_with_all_fields_and_marks() {
    let home = two();
    let shown = home.json(&["bearing", "show", "b2"]);
    let keys: Vec<&String> = shown.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["id", "at", "label", "profile", "note", "fields", "decisions"]
    );
    let field = &shown["fields"][1];
    assert_eq!(
        (&field["id"], &field["title"]),
        (&json!("samskaber"), &json!("Vi skaber velfærd sammen med andre"))
    );
    let mark = field["marks"][0].as_object().unwrap();
    let keys: Vec<&String> = mark.keys().collect();
    assert_eq!(
        keys,
        ["id", "title", "value", "weight", "note", "effect", "learning"]
    );
    assert_eq!(mark["value"], 3);
    let said = home.says(&["bearing", "show", "b2"]);
    assert!(said.contains(" +3 Rettidig samskabelse"), "{said}");
}

#[test]
fn comparing_goes_to_another_bearing_or_to_now() {
    let home = two();
    home.says(&["set", "evidens", "-2"]);
    let compared = home.json(&["bearing", "compare", "b1"]);
    assert_eq!(compared["from"]["id"], "b1");
    assert_eq!(compared["to"], Value::Null);
    let mark = &compared["fields"][2]["marks"][2];
    assert_eq!(
        *mark,
        json!({ "id": "evidens", "title": "Evidensbaseret opgaveløsning", "from": 0, "to": -2 })
    );
    assert!(compared["fields"][2]["from"].as_f64() > compared["fields"][2]["to"].as_f64());
    let compared = home.json(&["bearing", "compare", "b1", "b2"]);
    assert_eq!(compared["to"]["id"], "b2");
    assert_eq!(compared["fields"][2]["marks"][2]["to"], 0);
    let said = home.says(&["bearing", "compare", "b1", "b2"]);
    assert!(said.contains(" +1 → +3 Rettidig samskabelse"), "{said}");
}

#[test]
fn restoring_turns_the_dials_back_and_says_which() {
    let home = two();
    home.says(&["note", "samskabelse", "Bliver"]);
    assert_eq!(
        home.json(&["bearing", "restore", "b1"]),
        json!({ "profile": "Min profil", "id": "b1", "dials": [{ "id": "samskabelse", "from": 3, "to": 1 }] })
    );
    assert_eq!(home.says(&["note", "samskabelse"]), "Bliver\n");
    assert_eq!(
        home.says(&["bearing", "restore", "b1"]),
        "Ingen drejeknap stod anderledes\n"
    );
    assert_eq!(
        home.says(&["bearing", "restore", "b2"]),
        "Rettidig samskabelse: +1 → +3\n"
    );
}

#[test]
fn deleting_takes_one_bearing_away() {
    let home = two();
    assert!(
        home.says(&["bearing", "delete", "b1"])
            .starts_with("Slettet: Første (")
    );
    let left = home.json(&["bearing", "list"]);
    assert_eq!(left["bearings"].as_array().unwrap().len(), 1);
    let deleted = home.json(&["bearing", "delete", "b2"]);
    let keys: Vec<&String> = deleted.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "at", "label", "profile"]);
}

#[test]
fn ids_and_labels_that_cannot_be_are_refused_in_one_line_and_change_nothing() {
    let home = two();
    for command in ["show", "compare", "restore", "delete"] {
        let said = home.refuses(|home| home.pejl(&["bearing", command, "b9"]), 2);
        assert!(said.contains("b9") && said.contains("b1"), "{said}");
    }
    home.refuses(|home| home.pejl(&["bearing", "compare", "b1", "b9"]), 2);
    home.refuses(|home| home.pejl(&["bearing", "save", "a\u{7}b"]), 2);
    home.refuses(|home| home.pejl(&["bearing", "save", "to\nlinjer"]), 2);
    let said = home.refuses(|home| home.pejl(&["bearing", "save", &"x".repeat(201)]), 2);
    assert!(said.contains("201"), "{said}");
    home.refuses(|home| home.pejl(&["bearing"]), 2);
    home.refuses(|home| home.pejl(&["bearing", "show"]), 2);
}
