//! `pejl profile`: named profiles from the command line.

use std::{
    fs,
    path::{MAIN_SEPARATOR, MAIN_SEPARATOR_STR, PathBuf},
    process::Command,
};

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// What it answers on both outputs, with the folder left out; fails where the status is another.
    #[track_caller]
    fn says(&self, args: &[&str], status: i32) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_pejl"))
            .args(args)
            .env_clear()
            .env("LANG", "da_DK.UTF-8")
            .env("PEJL_CONFIG", self.0.path().join("config.toml"))
            .env("PEJL_DATA_DIR", self.data())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{args:?}: {text}");
        let folder = self.0.path().to_str().unwrap().to_owned() + MAIN_SEPARATOR_STR;
        text.replace(&folder, "").replace(MAIN_SEPARATOR, "/")
    }

    fn profile(&self, args: &[&str], status: i32) -> String {
        self.says(&[&["profile"], args].concat(), status)
    }

    fn list(&self) -> String {
        self.profile(&["list"], 0)
    }
}

#[test]
fn a_new_profile_is_neutral_a_copy_is_the_same_over_again() {
    let home = Home::new();
    home.says(&["set", "evidens", "3"], 0);
    assert_eq!(
        home.profile(&["new", "Teknik og Miljø"], 0),
        "Lavede profilen Teknik og Miljø\n"
    );
    assert_eq!(
        home.profile(&["new", "Kopi", "--from", "min profil"], 0),
        "Lavede profilen Kopi\n"
    );
    assert_eq!(home.list(), "Kopi\nMin profil (bruges)\nTeknik og Miljø\n");
    assert!(
        home.says(&["show", "evidens", "--profile", "Kopi"], 0)
            .contains("+3")
    );
    assert!(
        home.says(&["show", "evidens", "--profile", "teknik og miljø"], 0)
            .contains("i midten")
    );
}

#[test]
fn the_profile_that_is_used_is_the_one_every_command_takes() {
    let home = Home::new();
    home.says(&["set", "evidens", "3"], 0);
    home.profile(&["new", "Andet"], 0);
    assert_eq!(home.profile(&["use", "andet"], 0), "Du arbejder nu i Andet\n");
    assert!(home.says(&["show", "evidens"], 0).contains("i midten"));
    assert!(home.list().contains("Andet (bruges)"));
    let unknown = home.profile(&["use", "tredje"], 66);
    assert!(
        unknown.starts_with("pejl: kender ikke profilen »tredje«"),
        "{unknown}"
    );
    assert!(home.list().contains("Andet (bruges)"));
}

#[test]
fn another_name_takes_the_file_with_it() {
    let home = Home::new();
    home.says(&["set", "evidens", "3"], 0);
    assert_eq!(
        home.profile(&["rename", "Min profil", "Børn og Unge"], 0),
        "Min profil hedder nu Børn og Unge\n"
    );
    assert_eq!(home.list(), "Børn og Unge (bruges)\n");
    assert!(home.data().join("profiles/boern-og-unge.json").exists());
    assert!(home.says(&["show", "evidens"], 0).contains("+3"));
    assert!(
        home.profile(&["rename", "nej", "x"], 66)
            .contains("kender ikke profilen »nej«")
    );
}

#[test]
fn a_deleted_profile_is_kept_and_told_where() {
    let home = Home::new();
    home.says(&["set", "evidens", "3"], 0);
    let told = home.profile(&["delete", "Min profil"], 0);
    assert_eq!(
        told,
        "Min profil er slettet og kan hentes tilbage fra data/deleted/min-profil.000001.json\n"
    );
    let kept = fs::read_to_string(home.data().join("deleted/min-profil.000001.json")).unwrap();
    assert!(kept.contains("\"value\": 3"), "{kept}");
    assert_eq!(home.list(), "");
    assert!(
        home.profile(&["delete", "Min profil"], 66)
            .contains("kender ikke profilen"),
        "it is not there twice"
    );
}

#[test]
fn names_that_no_file_can_have_or_another_profile_has_are_refused_in_one_line() {
    let home = Home::new();
    home.profile(&["new", "Åben dør"], 0);
    home.profile(&["new", "Andet"], 0);
    let long = "x".repeat(300);
    for (name, why) in [
        ("", "skriv mindst ét bogstav eller tal"),
        ("   ", "skriv mindst ét bogstav eller tal"),
        ("..", "skriv mindst ét bogstav eller tal"),
        ("CON", "er et navn, som Windows selv bruger"),
        (&long, "skriv højst 64 tegn"),
        ("ÅBEN DØR", "er optaget af en profil"),
        ("A\u{30a}ben - dør", "er optaget af en profil"),
        ("aaben doer", "er optaget af en profil"),
    ] {
        for args in [["new", name, "--from=Andet"], ["rename", "Andet", name]] {
            let told = home.profile(&args, 2);
            assert!(
                told.contains(why) && told.lines().count() == 1,
                "{args:?}: {told}"
            );
        }
    }
    assert_eq!(home.list(), "Åben dør (bruges)\nAndet\n");
    let again = home.profile(&["rename", "Åben dør", "ÅBEN DØR"], 0);
    assert_eq!(
        again, "Åben dør hedder nu ÅBEN DØR\n",
        "its own name written otherwise is free"
    );
}

#[test]
fn the_list_has_everything_as_json() {
    let home = Home::new();
    home.says(&["set", "evidens", "3"], 0);
    home.profile(&["new", "Andet", "--json"], 0);
    fs::write(home.data().join("profiles/brudt.json"), "{").unwrap();
    let list: serde_json::Value = serde_json::from_str(&home.profile(&["list", "--json"], 0)).unwrap();
    let profiles = list["profiles"].as_array().unwrap();
    assert_eq!(profiles.len(), 3);
    assert_eq!(profiles[0]["name"], "Andet");
    assert_eq!(profiles[0]["level"], 2);
    assert!(profiles[1]["fault"].as_str().unwrap().contains("brudt.json:1:2"));
    assert_eq!(profiles[2]["current"], true);
    assert!(home.list().contains("brudt (kan ikke læses)"));
}

#[test]
fn a_command_that_is_not_there_is_told_with_those_that_are() {
    let home = Home::new();
    let told = home.profile(&[], 2);
    assert!(
        told.starts_with("pejl: der mangler en kommando efter »pejl profile«"),
        "{told}"
    );
    assert!(home.profile(&["list", "--help"], 0).contains("Vis profilerne"));
}
