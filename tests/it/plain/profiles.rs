//! Several profiles in the dialogue, and what happens when a profile cannot be saved.

use super::*;

#[test]
fn profiles_are_made_changed_between_renamed_and_deleted() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "+1",
            "p",
            "andre",
            "2",
            "Vinter",
            "2.1",
            "+2",
            "p",
            "andre",
            "4",
            "Sommer",
            "p",
            "andre",
            "1",
            "2.1",
            "p",
            "andre",
            "sommer",
            "p",
            "andre",
            "5",
            "ja",
            "p",
            "andre",
            "5",
            "Sommer",
            "p",
            "andre",
            "2",
            "Min profil",
        ],
    );
    talked.in_turn(&[
        "1 profil.\n1 Min profil, i brug\n2 Ny profil\n3 Giv profilen et andet navn\n4 Slet profilen\n",
        "Navn på profilen?",
        "Profil: Vinter.\n1 Vi optimerer",
        "fra 0 til +2, skruet op. Gemt.\n",
        "2 profiler.\n1 Min profil\n2 Vinter, i brug\n",
        "Profil: Sommer.\n",
        "1 Min profil\n2 Sommer, i brug\n",
        "Profil: Min profil.\n",
        "Rettidig samskabelse: +1, skruet op",
        "Profil: Sommer.\n",
        "Skriv »Sommer« for at slette profilen.",
        "Intet er ændret.",
        "Skriv »Sommer« for at slette profilen.",
        "Profilen er slettet. Dens sidste udgave ligger i ",
        "Profil: Min profil.\n",
        "optaget",
    ]);
    let profiles: Vec<_> = fs::read_dir(dir.path("data/profiles"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    assert_eq!(profiles, ["min-profil.json"]);
    assert_eq!(profile(&dir).value("samskabelse").get(), 1);
}

#[test]
fn a_profile_that_another_pejl_has_open_is_read_and_not_changed() {
    let dir = fresh();
    danish(&dir, &["2.1", "+2", "s En"]);
    let before = fs::read(dir.profile()).unwrap();
    let store = Store::new(dir.data(), system_clock);
    let held = store.open(DEFAULT_SLUG, "kalundborg-lsg", Access::Edit).unwrap();
    let talked = danish(
        &dir,
        &[
            "2.1", "op", "n", "s", "s To", "u", "r", "v", "b", "1", "2", "3", "w", "1", "p", "1", "1", "p",
            "andre", "4", "1",
        ],
    );
    drop(held);
    assert!(
        talked
            .text()
            .starts_with("Kun læsning: åben i en anden pejl.\nLedelses- og styringsgrundlag."),
        "{}",
        talked.text()
    );
    talked.in_turn(&[
        "Rettidig samskabelse: +2",
        "\n\nKun læsning: åben i en anden pejl.\n\n",
        "\n\nSlut.\n",
    ]);
    talked.never_says("Gemt.");
    assert_eq!(fs::read(dir.profile()).unwrap(), before);
}

#[cfg(unix)] // Windows lets nobody take a folder away that is in use
#[test]
fn saved_is_said_only_where_it_is_so_and_what_was_not_saved_is_kept_elsewhere() {
    let dir = fresh();
    let home = fresh();
    let mut command = dialogue(&dir, "da");
    command.env("HOME", home.dir());
    let mut child = start(&mut command);
    let (stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut open = Open {
        child,
        stdin,
        stdout: BufReader::new(stdout),
    };
    open.heard();
    open.asks("2.1");
    assert!(open.asks("+1").contains("fra 0 til +1, skruet op. Gemt.\n"));
    // a file where the folder was: nothing can be saved
    fs::remove_dir_all(dir.path("data/profiles")).unwrap();
    fs::write(dir.path("data/profiles"), "").unwrap();
    let said = open.asks("+2");
    assert!(
        said.contains("fra +1 til +2, skruet op. Ikke gemt: ") && !said.contains("Gemt."),
        "{said}"
    );
    let (said, errors, code) = open.ends();
    assert!(
        said.contains("Ikke gemt: ") && said.ends_with("Slut.\n\n"),
        "{said}"
    );
    assert!(
        errors.starts_with("pejl: ") && errors.contains("profilen ligger nu i"),
        "{errors}"
    );
    assert_eq!(code, Some(74));
    let kept = read_profile(&home.path("min-profil.unsaved.json"), Limits::OWN).unwrap();
    assert_eq!(kept.value("samskabelse").get(), 2);
}

#[test]
fn a_change_by_another_program_is_told_once_and_both_are_kept() {
    let dir = fresh();
    danish(&dir, &["2.1", "+1"]);
    let mut open = Open::new(&dir);
    open.asks("2.1");
    let theirs = fs::read_to_string(dir.profile())
        .unwrap()
        .replace("\"value\": 1", "\"value\": 5");
    fs::write(dir.profile(), &theirs).unwrap();
    let said = open.asks("+2");
    assert!(
        said.contains("Et andet program har ændret profilen imens"),
        "{said}"
    );
    let said = open.asks("+3");
    assert!(
        said.contains("fra +2 til +3, skruet op. Gemt i filen ved siden af.\n"),
        "{said}"
    );
    let (_, errors, code) = open.ends();
    assert!(
        errors.contains("et andet program har ændret profilen"),
        "{errors}"
    );
    assert_eq!(code, Some(74));
    assert_eq!(fs::read_to_string(dir.profile()).unwrap(), theirs);
    let kept = fs::read_dir(dir.path("data/profiles"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().contains("conflict"))
        .unwrap();
    let kept = read_profile(&kept, Limits::OWN).unwrap();
    assert_eq!(kept.value("samskabelse").get(), 3);
}
