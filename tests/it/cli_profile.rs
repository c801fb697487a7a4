//! `pejl profile`: named profiles from the command line.

use crate::common::home::Home;
use std::fs;

fn profile(home: &Home, args: &[&str], code: i32) -> String {
    home.told(&[&["profile"], args].concat(), code)
}

fn list(home: &Home) -> String {
    profile(home, &["list"], 0)
}

#[test]
fn a_new_profile_is_neutral_a_copy_is_the_same_over_again() {
    let home = Home::new();
    home.told(&["set", "evidens", "3"], 0);
    assert_eq!(
        profile(&home, &["new", "Teknik og Miljø"], 0),
        "Profilen Teknik og Miljø er oprettet\n"
    );
    assert_eq!(
        profile(&home, &["new", "Kopi", "--from", "min profil"], 0),
        "Profilen Kopi er oprettet\n"
    );
    assert_eq!(list(&home), "Kopi\nMin profil (i brug)\nTeknik og Miljø\n");
    assert!(
        home.told(&["show", "evidens", "--profile", "Kopi"], 0)
            .contains("+3")
    );
    assert!(
        home.told(&["show", "evidens", "--profile", "teknik og miljø"], 0)
            .contains("i midten")
    );
}

#[test]
fn the_profile_that_is_used_is_the_one_every_command_takes() {
    let home = Home::new();
    home.told(&["set", "evidens", "3"], 0);
    profile(&home, &["new", "Andet"], 0);
    assert_eq!(profile(&home, &["use", "andet"], 0), "Du arbejder nu i Andet\n");
    assert!(home.told(&["show", "evidens"], 0).contains("i midten"));
    assert!(list(&home).contains("Andet (i brug)"));
    let unknown = profile(&home, &["use", "tredje"], 66);
    assert!(
        unknown.starts_with("pejl: kender ikke profilen »tredje«"),
        "{unknown}"
    );
    assert!(list(&home).contains("Andet (i brug)"));
}

#[test]
fn another_name_takes_the_file_with_it() {
    let home = Home::new();
    home.told(&["set", "evidens", "3"], 0);
    assert_eq!(
        profile(&home, &["rename", "Min profil", "Børn og Unge"], 0),
        "Min profil hedder nu Børn og Unge\n"
    );
    assert_eq!(list(&home), "Børn og Unge (i brug)\n");
    assert!(home.data().join("profiles/boern-og-unge.json").exists());
    assert!(home.told(&["show", "evidens"], 0).contains("+3"));
    assert!(profile(&home, &["rename", "nej", "x"], 66).contains("kender ikke profilen »nej«"));
}

#[test]
fn a_deleted_profile_is_kept_and_told_where() {
    let home = Home::new();
    home.told(&["set", "evidens", "3"], 0);
    let told = profile(&home, &["delete", "Min profil"], 0);
    assert_eq!(
        told,
        "Min profil er slettet og kan hentes tilbage fra data/deleted/min-profil.000001.json\n"
    );
    let kept = fs::read_to_string(home.data().join("deleted/min-profil.000001.json")).unwrap();
    assert!(kept.contains("\"value\": 3"), "{kept}");
    assert_eq!(list(&home), "");
    assert!(
        profile(&home, &["delete", "Min profil"], 66).contains("kender ikke profilen"),
        "it is not there twice"
    );
}

#[test]
fn names_that_no_file_can_have_or_another_profile_has_are_refused_in_one_line() {
    let home = Home::new();
    profile(&home, &["new", "Åben dør"], 0);
    profile(&home, &["new", "Andet"], 0);
    let long = "x".repeat(300);
    for (name, why) in [
        ("", "skriv mindst ét bogstav eller tal"),
        ("   ", "skriv mindst ét bogstav eller tal"),
        ("..", "skriv mindst ét bogstav eller tal"),
        ("CON", "er et navn, som Windows selv bruger"),
        ("a\nb", "har et styretegn"),
        ("\u{1b}[31m", "har et styretegn"),
        ("a\u{202e}b", "har et styretegn"),
        (&long, "skriv højst 64 tegn"),
        ("ÅBEN DØR", "er optaget af en profil"),
        ("A\u{30a}ben - dør", "er optaget af en profil"),
        ("aaben doer", "er optaget af en profil"),
    ] {
        for args in [["new", name, "--from=Andet"], ["rename", "Andet", name]] {
            let told = profile(&home, &args, 2);
            assert!(
                told.contains(why) && told.lines().count() == 1,
                "{args:?}: {told}"
            );
        }
    }
    assert_eq!(list(&home), "Andet\nÅben dør (i brug)\n");
    let again = profile(&home, &["rename", "Åben dør", "ÅBEN DØR"], 0);
    assert_eq!(
        again, "Åben dør hedder nu ÅBEN DØR\n",
        "its own name written otherwise is free"
    );
}

#[test]
fn the_list_has_everything_as_json() {
    let home = Home::new();
    home.told(&["set", "evidens", "3"], 0);
    profile(&home, &["new", "Andet", "--json"], 0);
    fs::write(home.data().join("profiles/brudt.json"), "{").unwrap();
    let listed: serde_json::Value = serde_json::from_str(&profile(&home, &["list", "--json"], 0)).unwrap();
    let profiles = listed["profiles"].as_array().unwrap();
    assert_eq!(profiles.len(), 3);
    assert_eq!(profiles[0]["name"], "Andet");
    assert_eq!(profiles[0]["level"], 2);
    assert!(profiles[1]["fault"].as_str().unwrap().contains("brudt.json:1:2"));
    assert_eq!(profiles[2]["current"], true);
    assert!(list(&home).contains("brudt (kan ikke læses)"));
}

#[test]
fn a_command_that_is_not_there_is_told_with_those_that_are() {
    let home = Home::new();
    let told = profile(&home, &[], 2);
    assert!(
        told.starts_with("pejl: der mangler en kommando efter »pejl profile«"),
        "{told}"
    );
    assert!(profile(&home, &["list", "--help"], 0).contains("Vis profilerne"));
}

#[test]
fn a_command_says_what_waits_elsewhere_once_also_under_a_new_name() {
    let home = Home::new();
    home.says(&["set", "evidens", "1"]);
    let kept = home.path("min-profil.unsaved.json");
    std::fs::copy(home.profile(), &kept).unwrap();
    let renamed = home.pejl(&["profile", "rename", "Min profil", "Anna Holm"]);
    assert_eq!(renamed.code, Some(0), "{}", renamed.err);
    let shown = home.pejl(&["show", "evidens"]);
    let said = shown.err.matches(&*kept.to_string_lossy()).count();
    assert_eq!((shown.code, said), (Some(0), 1), "{}", shown.err);
    let report: serde_json::Value = serde_json::from_slice(&home.pejl(&["doctor", "--json"]).out).unwrap();
    assert_eq!(report["elsewhere"].as_array().unwrap().len(), 1);
}
