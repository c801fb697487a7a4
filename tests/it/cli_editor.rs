//! A note and the settings in the reader's own editor, and the themes as files. An editor that fails or empties the file
//! changes nothing, and what was written is lost nowhere.

use crate::common::home::{Answer, Home};
use std::fs;

/// What a command answers with this shell script as the editor; `$1` is the file.
fn with_editor(home: &Home, args: &[&str], script: &str) -> Answer {
    home.write("editor.sh", script);
    let mut command = home.command();
    let path = std::env::var_os("PATH").unwrap_or_default();
    command
        .args(args)
        .env("PATH", path)
        .env("TMPDIR", home.path("tmp"))
        .env("EDITOR", "ingen-editor")
        .env("VISUAL", "sh editor.sh");
    fs::create_dir_all(home.path("tmp")).unwrap();
    command.output().unwrap().into()
}

#[test]
fn a_note_is_written_in_the_editor_and_nothing_of_it_is_left_beside() {
    let home = Home::visited();
    home.says(&["note", "evidens", "Som før"]);
    let script = "cp \"$1\" before.txt; printf 'Ny\\r\\ntekst\\n\\n' > \"$1\"; touch \"$1~\"";
    let said = with_editor(&home, &["note", "evidens", "--edit"], script).says();
    assert_eq!(said, "Evidensbaseret opgaveløsning: Ny\ntekst\n");
    assert_eq!(fs::read_to_string(home.path("before.txt")).unwrap(), "Som før\n");
    assert_eq!(home.json(&["note", "evidens"])["note"], "Ny\ntekst");
    assert_eq!(home.names("tmp"), [""; 0]);
    assert_eq!(
        home.says(&["undo"]),
        "Fortrudt: note på Evidensbaseret opgaveløsning\n"
    );
}

#[test]
fn an_editor_that_fails_empties_the_note_or_leaves_it_changes_nothing() {
    let home = Home::visited();
    home.says(&["note", "evidens", "Som før"]);
    let before = home.files();
    for script in ["exit 0", ": > \"$1\"", "printf '  \\n\\n' > \"$1\"", "rm \"$1\""] {
        let said = with_editor(&home, &["note", "evidens", "--edit"], script).says();
        assert_eq!(said, "Noten er, som den var\n", "{script}");
    }
    with_editor(&home, &["note", "evidens", "--edit"], "echo nyt > \"$1\"; exit 3")
        .failed(1, &["sh editor.sh", "intet er ændret"]);
    let mut command = home.command();
    command
        .args(["note", "evidens", "--edit"])
        .env("EDITOR", "/findes/ikke");
    let answer = Answer::from(command.output().unwrap());
    // the shell has its say before
    let last = answer.err.lines().last().unwrap_or_default();
    assert!(
        answer.code == Some(1) && last.starts_with("pejl: ") && last.contains("/findes/ikke"),
        "{last}"
    );
    let mut command = home.command();
    command
        .args(["note", "evidens", "--edit"])
        .env("PATH", home.dir());
    Answer::from(command.output().unwrap()).failed(1, &["EDITOR"]);
    home.pejl(&["note", "evidens", "x", "--edit"])
        .failed(2, &["--edit"]);
    assert!(before == home.files(), "the data changed");
}

#[test]
fn what_was_written_and_cannot_be_kept_lies_in_the_file_that_is_named() {
    let home = Home::visited();
    for (script, code, about) in [
        ("printf 'a\\033[2J' > \"$1\"", 2, "styretegn"),
        ("printf 'r\\370d' > \"$1\"", 65, "UTF-8"),
    ] {
        let answer = with_editor(&home, &["note", "evidens", "--edit"], script);
        answer.failed(code, &[about, "note.txt"]);
        let kept = home.names("tmp").pop().expect("a folder");
        let file = home.path("tmp").join(&kept).join("note.txt");
        assert!(answer.err.contains(&kept), "{}", answer.err);
        assert!(!fs::read(&file).unwrap().is_empty());
        fs::remove_dir_all(home.path("tmp")).unwrap();
    }
    // what cannot be written is told before anything is typed
    home.write_own_profile(
        r#"{"format":"pejl.profile","version":"2.0","name":"Min profil","framework":"kalundborg-lsg","level":2,"dials":{}}"#,
    );
    with_editor(&home, &["note", "evidens", "--edit"], "touch opened").failed(65, &["2.0"]);
    assert!(!home.path("opened").exists());
}

#[test]
fn the_settings_are_changed_in_the_editor_and_their_faults_told() {
    let home = Home::visited();
    let edit = |script: &str| with_editor(&home, &["config", "edit"], script);
    let unchanged = edit("exit 0").says();
    assert!(unchanged.contains("config.toml er, som den var"), "{unchanged}");
    assert!(!home.config().exists(), "nothing was asked for");
    edit("exit 1").failed(1, &["sh editor.sh"]);
    edit(": > \"$1\"").says();
    assert!(!home.config().exists());
    let said = edit("cp \"$1\" default.toml; echo 'mouse = false' > \"$1\"").says();
    assert!(said.ends_with("config.toml: ingen fejl\n"), "{said}");
    assert_eq!(fs::read_to_string(home.config()).unwrap(), "mouse = false\n");
    assert!(
        fs::read_to_string(home.path("default.toml"))
            .unwrap()
            .contains("#theme = \"auto\"")
    );
    let bad = edit("echo 'farver = 1' >> \"$1\"");
    assert_eq!(bad.code, Some(65), "{}", bad.err);
    assert!(bad.text().contains("config.toml:2:1: farver"), "{}", bad.text());
    assert_eq!(
        fs::read_to_string(home.config()).unwrap(),
        "mouse = false\nfarver = 1\n"
    );
    edit(": > \"$1\"");
    assert_eq!(
        fs::read_to_string(home.config()).unwrap(),
        "mouse = false\nfarver = 1\n"
    );
}

#[test]
fn a_theme_is_printed_to_begin_ones_own_with() {
    let home = Home::new();
    assert_eq!(
        home.says(&["theme", "list"]),
        "dark\nlight\nhigh-contrast\nmono\n"
    );
    for name in ["dark", "light", "high-contrast", "mono"] {
        let file = format!("{}/assets/themes/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(
            home.says(&["theme", "print", name]),
            fs::read_to_string(file).unwrap()
        );
    }
    let dark = home.says(&["theme", "print", "dark"]);
    home.write("themes/mit.toml", dark.replace("#16171f", "#101010"));
    assert_eq!(
        home.says(&["--theme", "mit", "theme", "list"]),
        "dark\nlight\nhigh-contrast\nmono\nmit (i brug)\n"
    );
    assert!(home.says(&["theme", "print", "mit"]).contains("#101010"));
    let own = &home.json(&["theme", "list"])["themes"][4];
    assert_eq!(
        (&own["name"], &own["own"], &own["current"]),
        (&"mit".into(), &true.into(), &false.into())
    );
    home.pejl(&["theme", "print", "midnat"])
        .failed(2, &["midnat", "dark"]);
    home.pejl(&["theme", "print", "../config"])
        .failed(2, &["../config"]);
}
