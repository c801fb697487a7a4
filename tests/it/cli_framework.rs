//! `pejl framework check`, `schema` and `new` through the real binary.

use crate::common::home::Home;
use serde_json::{Value, json};

const EXAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/example-framework.json"
);

#[test]
fn a_sound_framework_is_said_to_be() {
    let home = Home::new();
    let said = home.pejl(&["framework", "check", EXAMPLE]).says();
    assert!(
        said.contains("Open shelves") && said.contains('3') && said.contains('7'),
        "{said}"
    );
    let shape = home.pejl(&["framework", "check", EXAMPLE, "--json"]).json();
    let expected = json!({
        "file": EXAMPLE, "faults": [], "id": "saltmarsh-libraries", "title": "Open shelves",
        "organisation": "Saltmarsh Library Association", "levels": ["Branch", "Library", "Association"],
        "fields": 3, "marks": 7,
    });
    assert_eq!(shape, expected);
}

/// Two ids alike, a text that is missing and thirteen fields.
fn wrong() -> String {
    let field = |id: &str| {
        format!(
            r#"{{"id":"{id}","title":"t","short":"s","kind":"known","marks":[
{{"id":"{id}-m","title":"t","short":"s","definition":"d","levels":["a"]}}]}}"#
        )
    };
    let mut fields: Vec<String> = (0..13).map(|n| field(&format!("f{n}"))).collect();
    fields[1] = field("f0");
    fields[2] = fields[2].replace(r#""definition":"d","#, "");
    format!(
        r#"{{"format":"pejl.framework","version":"1.0","id":"x","title":"t","organisation":"o","language":"en",
"foreword":[],"levels":["a"],"fields":[{}]}}"#,
        fields.join(",\n")
    )
}

#[test]
fn every_fault_is_listed_with_line_column_and_field() {
    let home = Home::new();
    home.write("wrong.json", wrong());
    let answer = home.pejl(&["framework", "check", "wrong.json"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(65), ""));
    let text = String::from_utf8(answer.out).unwrap();
    for about in ["fields[1].id", "fields[1].marks[0].id", "definition", "13"] {
        assert!(text.contains(about), "{about}:\n{text}");
    }
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() >= 4, "{text}");
    assert!(lines.iter().all(|line| line.starts_with("wrong.json:")), "{text}");

    let answer = home.pejl(&["framework", "check", "wrong.json", "--json"]);
    assert_eq!(answer.code, Some(65));
    let shape: Value = serde_json::from_slice(&answer.out).unwrap();
    let faults = shape["faults"].as_array().unwrap();
    assert_eq!(faults.len(), lines.len());
    for fault in faults {
        let mut keys: Vec<_> = fault.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["column", "field", "file", "line", "message"]);
    }
}

#[test]
fn what_is_wrong_is_said_in_the_language_asked_for() {
    let home = Home::new();
    home.write("wrong.json", wrong());
    let of = |lang| {
        String::from_utf8(
            home.pejl(&["framework", "check", "wrong.json", "--lang", lang])
                .out,
        )
        .unwrap()
    };
    assert!(
        of("da").contains("mangler") && of("en").contains("missing"),
        "{}",
        of("en")
    );
}

#[test]
fn a_framework_that_cannot_be_read_is_an_ordinary_fault() {
    let home = Home::new();
    home.pejl(&["framework", "check", "ingen.json"])
        .failed(66, &["ingen.json"]);
    home.pejl(&["framework", "check"]).failed(2, &["FIL"]);
    home.pejl(&["framework"]).failed(2, &["check", "schema"]);
}

#[test]
fn the_schema_is_the_published_one() {
    let printed = Home::new().pejl(&["framework", "schema"]).says();
    assert_eq!(printed, include_str!("../../assets/framework.schema.json"));
}

#[test]
fn a_profile_of_the_framework_is_exported_by_it() {
    let home = Home::new();
    for format in ["md", "html", "svg", "csv", "json", "xlsx"] {
        let out = home.pejl(&["export", format, "--framework", EXAMPLE]).done();
        if format != "xlsx" && format != "svg" {
            let text = String::from_utf8(out).unwrap();
            assert!(
                text.contains("Lending without friction") || text.contains("lending"),
                "{format}: {text}"
            );
            assert!(!text.contains("Samskab"), "{format}");
        }
    }
}

#[test]
fn a_beginning_passes_the_check_and_opens_in_both_languages() {
    for (lang, title) in [
        ("da", "Vores ledelsesgrundlag"),
        ("en", "Our leadership framework"),
    ] {
        let home = Home::new();
        let said = home
            .pejl(&["framework", "new", "ours.json", "--lang", lang])
            .says();
        assert!(said.contains("ours.json"), "{said}");
        let checked = home
            .pejl(&["framework", "check", "ours.json", "--lang", lang])
            .says();
        assert!(checked.contains(title), "{checked}");
        let shown = home
            .pejl(&["show", "--framework", "ours.json", "--lang", lang])
            .says();
        assert!(shown.contains("33"), "{shown}");
        let text = std::fs::read_to_string(home.path("ours.json")).unwrap();
        assert!(
            text.matches("\n  \"// ").count() >= 6,
            "the guidance stands in the file"
        );
    }
}

#[test]
fn a_beginning_never_takes_the_place_of_a_file() {
    let home = Home::new();
    home.write("ours.json", "mine");
    let answer = home.pejl(&["framework", "new", "ours.json"]);
    assert_eq!(answer.code, Some(73), "{}", answer.err);
    assert_eq!(std::fs::read_to_string(home.path("ours.json")).unwrap(), "mine");
}
