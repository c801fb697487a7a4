//! `pejl import` through the real binary: a profile comes in as a new one, within limits, and nothing is overwritten.

use crate::common::home::Home;
use serde_json::{Value, json};
use std::fs;

#[test]
fn an_export_comes_in_as_a_new_profile_and_means_the_same() {
    let (from, to) = (Home::new(), Home::new());
    from.pejl(&["turn", "evidens", "3"]).done();
    from.pejl(&["note", "evidens", "Nyt \u{2067}botilbud"]).done();
    from.pejl(&["bearing", "save", "Efterår"]).done();
    from.says(&["export", "json", "-o", &to.at("anna.json")]);
    let said = to.pejl(&["import", "anna.json", "--as", "Anna Holm"]).says();
    assert!(
        said.contains("Anna Holm") && said.contains("anna-holm.json"),
        "{said}"
    );
    let read = |path| -> Value { serde_json::from_slice(&fs::read(path).unwrap()).unwrap() };
    let mut original = read(from.path("data/profiles/min-profil.json"));
    original["name"] = "Anna Holm".into();
    assert_eq!(read(to.path("data/profiles/anna-holm.json")), original);
    let shown = to.pejl(&["show", "evidens", "--profile", "Anna Holm"]).says();
    assert!(shown.contains("+3"), "{shown}");
}

#[test]
fn json_of_an_import_has_the_documented_shape() {
    let home = Home::new();
    home.write_profile("anna.json", "Anna", &[]);
    let expected = json!({
        "profile": "Anna", "slug": "anna", "file": home.at("data/profiles/anna.json"),
        "framework": "kalundborg-lsg",
    });
    assert_eq!(home.pejl(&["import", "anna.json", "--json"]).json(), expected);
}

#[test]
fn a_profile_of_that_name_is_never_overwritten() {
    let home = Home::new();
    home.write_profile("anna.json", "Anna", &[("evidens", 1)]);
    home.pejl(&["import", "anna.json"]).done();
    let kept = fs::read(home.path("data/profiles/anna.json")).unwrap();
    home.write_profile("anna.json", "ANNA", &[("evidens", -4)]);
    home.pejl(&["import", "anna.json"]).failed(2, &["ANNA"]);
    assert_eq!(fs::read(home.path("data/profiles/anna.json")).unwrap(), kept);
    home.pejl(&["import", "anna.json", "--as", "Anna to"]).done();
    assert_eq!(fs::read(home.path("data/profiles/anna.json")).unwrap(), kept);
    home.pejl(&["import", "anna.json", "--as", "../../anna tre"])
        .done();
    assert!(
        home.names("data/profiles")
            .iter()
            .all(|name| !name.contains(".."))
    );
    home.pejl(&["import", "anna.json", "--as", "…"]).failed(2, &["…"]);
}

#[test]
fn a_profile_of_another_framework_comes_in_and_that_is_said() {
    let home = Home::new();
    let text = r#"{"format":"pejl.profile","version":"1.0","name":"Eva","framework":"saltmarsh-libraries","level":1}"#;
    home.write("eva.json", text);
    let answer = home.pejl(&["import", "eva.json"]);
    assert_eq!(answer.code, Some(0));
    assert!(answer.err.contains("saltmarsh-libraries"), "{}", answer.err);
    assert!(home.path("data/profiles/eva.json").exists());
}

/// A profile whose one text, bearing or depth is beyond what is taken in.
#[test]
fn what_goes_beyond_the_limits_is_refused_with_its_place_and_nothing_is_made() {
    let profile = |fields: &str| {
        format!(
            r#"{{"format":"pejl.profile","version":"1.0","name":"Eva","framework":"kalundborg-lsg","level":1{fields}}}"#
        )
    };
    let bearings: Vec<String> = (0..1001)
        .map(|n| format!(r#"{{"id":"b{n}","at":"2026-11-23T08:15:00+01:00","label":"","dials":{{}}}}"#))
        .collect();
    let cases = [
        (
            "one MiB",
            profile(&format!(r#","x":"{}""#, "a".repeat(1 << 20))),
            "1 MB",
        ),
        (
            "32 deep",
            profile(&format!(r#","x":{}{}"#, "[".repeat(40), "]".repeat(40))),
            "eva.json:1:",
        ),
        (
            "1,000 bearings",
            profile(&format!(r#","bearings":[{}]"#, bearings.join(","))),
            "bearings",
        ),
        (
            "10,000 characters",
            profile(&format!(
                r#","dials":{{"evidens":{{"value":1,"note":"{}"}}}}"#,
                "a".repeat(10_001)
            )),
            "dials.evidens.note",
        ),
        (
            "-5 to 5",
            profile(r#","dials":{"evidens":{"value":6}}"#),
            "dials.evidens.value",
        ),
        (
            "not a profile",
            r#"{"format":"pejl.framework"}"#.to_owned(),
            "pejl.profile",
        ),
        ("not JSON", "<html>".to_owned(), "eva.json:1:1"),
    ];
    for (case, text, about) in cases {
        let home = Home::new();
        home.write("eva.json", &text);
        home.pejl(&["import", "eva.json"])
            .failed(65, &["eva.json", about]);
        assert!(!home.path("data/profiles/eva.json").exists(), "{case}");
    }
}

#[test]
fn a_file_that_is_none_is_66() {
    let home = Home::new();
    home.pejl(&["import", "ingen.json"]).failed(66, &["ingen.json"]);
    home.write("mappe/x", "");
    home.pejl(&["import", "mappe"]).failed(66, &["mappe"]);
    assert!(!home.path("data").exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let home = Home::new();
    assert!(
        std::process::Command::new("mkfifo")
            .arg(home.path("pipe.json"))
            .status()
            .unwrap()
            .success()
    );
    home.pejl(&["import", "pipe.json"]).failed(66, &["pipe.json"]);
}
