//! JSON: read by the published schema, and by pejl itself.

use super::*;
use pejl::{
    export::{MEMBER, SCHEMA},
    store::Limits,
};
use serde_json::{Value, json};

/// What the published schema finds wrong with `value`, formats of dates included.
fn wrong(value: &Value) -> Vec<String> {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn file(profile: &Profile, lang: Lang) -> Value {
    serde_json::from_slice(&exported(Format::Json, profile, lang)).unwrap()
}

#[test]
fn an_export_and_a_profile_file_are_what_the_schema_says() {
    for profile in [sample(), hostile(), Profile::new("", "x", 1)] {
        for lang in LANGS {
            assert_eq!(wrong(&file(&profile, lang)), [""; 0]);
        }
        assert_eq!(
            wrong(&serde_json::from_slice(&format::profile::write(&profile)).unwrap()),
            [""; 0]
        );
    }
}

#[test]
fn the_schema_refuses_what_pejl_refuses() {
    let right = file(&sample(), Lang::Da);
    for (pointer, value) in [
        ("/format", json!("pejl.framework")),
        ("/version", json!("2.0")),
        ("/level", json!(0)),
        ("/dials/samskabelse/value", json!(6)),
        ("/dials/samskabelse/value", json!(1.5)),
        ("/review", json!("2026-02-31")),
        ("/bearings/0/at", json!(1)),
        ("/export/weights/marks/evidens", json!(1.1)),
    ] {
        let mut file = right.clone();
        *file.pointer_mut(pointer).unwrap() = value.clone();
        assert_ne!(wrong(&file), [""; 0], "{pointer} {value}");
    }
    let mut nameless = right;
    nameless.as_object_mut().unwrap().remove("name");
    assert_ne!(wrong(&nameless), [""; 0]);
}

#[test]
fn pejl_reads_an_export_as_the_profile_it_was_letter_by_letter() {
    for profile in [sample(), hostile()] {
        let mut read =
            format::profile::read(&exported(Format::Json, &profile, Lang::En), Limits::OWN).unwrap();
        assert!(read.extra.remove(MEMBER).is_some());
        assert_eq!(read, profile);
    }
}

#[test]
fn weights_sum_to_one_and_fields_are_their_marks() {
    let file = file(&sample(), Lang::Da);
    let weights = &file[MEMBER]["weights"];
    let sum = |of: &str| {
        weights[of]
            .as_object()
            .unwrap()
            .values()
            .map(|share| share.as_f64().unwrap())
            .sum::<f64>()
    };
    assert!((sum("marks") - 1.0).abs() < 1e-9 && (sum("fields") - 1.0).abs() < 1e-9);
    assert!((weights["marks"]["tilpasning"].as_f64().unwrap() - 11.0 / 77.0).abs() < 1e-9);
    assert_eq!(weights["fields"].as_object().unwrap().len(), 4);
}

#[test]
fn open_questions_go_along_in_the_language_asked_for() {
    let questions = |lang| file(&sample(), lang)[MEMBER]["questions"].clone();
    let danish = questions(Lang::Da);
    assert_eq!(danish[1]["id"], "enriches:relationer");
    assert!(
        danish[1]["text"]
            .as_str()
            .unwrap()
            .starts_with("Du har skruet op for Nysgerrig")
    );
    assert!(
        danish[1]["quote"]
            .as_str()
            .unwrap()
            .contains("berige vores drift")
    );
    assert!(
        questions(Lang::En)[1]["text"]
            .as_str()
            .unwrap()
            .starts_with("You have turned up Curious")
    );
    let framework = Framework::built_in();
    let profile = sample();
    let parts = Parts::ALL.without(Part::Questions);
    let quiet = export(
        Format::Json,
        &Input {
            parts,
            ..input(&framework, &profile, Lang::Da)
        },
    )
    .unwrap();
    let quiet: Value = serde_json::from_slice(&quiet).unwrap();
    assert_eq!(quiet[MEMBER].get("questions"), None);
}
