//! The real binary in a real terminal while other processes are at the files: a conflict is merged, the team's folder is
//! followed, an export leaves alone what is there, a colleague's profile comes in from its file.
use crate::common::{
    home::Home,
    pty::{Exit, Signal, Terminal, text},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Another process puts this text in the place of a file, as programs do that keep folders alike.
fn written_by_another(file: &Path, text: &str) {
    let mut whole = file.as_os_str().to_owned();
    whole.push(".new");
    fs::write(&whole, text).unwrap();
    let moved = Command::new("mv").arg("--").arg(&whole).arg(file).status();
    assert!(moved.unwrap().success());
}

/// The texts of the files in a folder of the data; none where it is not there.
fn texts(home: &Home, folder: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(home.data().join(folder)).into_iter().flatten();
    let files = entries.map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == "json"))
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

/// The program with a dial turned to +1, and what another process wrote in the profile's place since: the dial at −4,
/// another unit, and a field that this version does not know.
fn changed_by_another(home: &Home) -> (Terminal, String) {
    let mut terminal = home.start();
    terminal
        .wait_for(&["gemt"])
        .send("2\r\r+")
        .wait_for(&["+1", "✓ gemt"]);
    let theirs = fs::read_to_string(home.profile())
        .unwrap()
        .replace("\"value\": 1", "\"value\": -4")
        .replace("\"unit\": \"\"", "\"unit\": \"Teknik\", \"from_elsewhere\": [1]");
    written_by_another(&home.profile(), &theirs);
    (terminal, theirs)
}

#[test]
fn what_another_process_wrote_is_merged_mark_by_mark_and_nothing_is_lost_on_the_way() {
    let home = Home::visited();
    let (mut terminal, theirs) = changed_by_another(&home);
    terminal.send("+").wait_for(&[
        "Et andet program har ændret profilen",
        "C: flet dem",
        "to udgaver",
    ]);
    let both = |home: &Home| {
        let files = [texts(home, "profiles"), texts(home, "deleted")].concat();
        let mine = files.iter().any(|(_, text)| text.contains("\"value\": 2"));
        mine && files.iter().any(|(_, text)| *text == theirs)
    };
    assert!(both(&home));
    terminal.send("C").wait_for(&[
        "Flet to udgaver",
        "2 forskelle · skrevet af et andet program",
        "[x] Teknik",
        "[x] +2 skruet op",
        "[ ] −4 skruet ned",
    ]);
    // left, both lie there as they did
    terminal.send("\x1b").wait_for(&["Intet er ændret", "to udgaver"]);
    assert_eq!(fs::read_to_string(home.profile()).unwrap(), theirs);
    assert!(both(&home) && texts(&home, "deleted").is_empty());
    terminal
        .send("C")
        .wait_for(&["2 forskelle"])
        .send("\x1b[B\x1b[C")
        .wait_for(&["[ ] +2 skruet op", "[x] −4 skruet ned"])
        .send("\r")
        .wait_for(&["De to udgaver er flettet", "✓ gemt"]);
    assert_eq!(home.value_on_disk("samskabelse"), -4);
    let merged = fs::read_to_string(home.profile()).unwrap();
    assert!(
        merged.contains("Teknik") && merged.contains("from_elsewhere"),
        "{merged}"
    );
    assert!(both(&home));
    assert_eq!(texts(&home, "deleted").len(), 2);
    assert_eq!(texts(&home, "profiles").len(), 1);
    // and one step takes it back
    terminal
        .send("u")
        .wait_for(&["Fortrudt: fletning af to udgaver", "✓ gemt"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(home.value_on_disk("samskabelse"), 2);
}

#[test]
fn killed_between_the_choice_and_the_merge_it_shows_both_versions_at_the_next_start() {
    let home = Home::visited();
    let (mut terminal, _) = changed_by_another(&home);
    terminal.send("+").wait_for(&["C: flet dem"]);
    terminal.send("C").wait_for(&["Flet to udgaver"]);
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.exit(), Exit::Killed(9));
    // theirs is open then, and mine is the copy
    let mut again = home.start();
    again
        .wait_for(&["gemt", "−4"])
        .send("p")
        .wait_for(&["Konfliktkopier", "min-profil.conflict-"]);
    again
        .send("\x1b[F")
        .wait_for(&["Enter fletter den ind"])
        .send("\r");
    again
        .wait_for(&["Flet to udgaver", "[x] −4 skruet ned", "[ ] +2 skruet op"])
        .send("B\r")
        .wait_for(&["De to udgaver er flettet", "✓ gemt"]);
    assert_eq!(again.send("q").exit(), Exit::Status(0));
    assert_eq!(home.value_on_disk("samskabelse"), 2);
}

#[test]
fn the_team_follows_what_a_colleague_saves_in_the_folder() {
    let home = Home::visited();
    let team = home.dir().join("team");
    fs::create_dir(&team).unwrap();
    let colleague = |name: &str, value: i64| {
        let profile = serde_json::json!({
            "format": "pejl.profile", "version": "1.0", "name": name, "framework": "kalundborg-lsg", "level": 2,
            "dials": { "evidens": { "value": value } },
        });
        let file = team.join(format!("{}.json", name.to_lowercase()));
        written_by_another(&file, &profile.to_string());
    };
    colleague("Anna", -3);
    colleague("Bo", 4);
    let config = home.dir().join("config.toml");
    fs::write(&config, format!("team = {:?}\n", team.to_str().unwrap())).unwrap();
    let mut terminal = home.start_in(120, 36, &[("PEJL_CONFIG", config.to_str().unwrap())]);
    terminal.wait_for(&["gemt"]).send("t").wait_for(&[
        "Grundlaget › Ledergruppen",
        "2 profiler",
        "længst fra hinanden: 7 hak",
        "−3 Anna",
        "+4 Bo",
        "vises af sig selv",
    ]);
    // without a key: one turns her dial, one comes
    colleague("Anna", 5);
    terminal.wait_for(&["længst fra hinanden: 1 hak", "+5 Anna"]);
    colleague("Carla", -5);
    terminal.wait_for(&["3 profiler", "længst fra hinanden: 10 hak", "−5 Carla"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
}

#[test]
fn an_export_is_a_file_and_one_that_is_there_is_left_alone() {
    let home = Home::visited();
    let file = home.dir().join("ud.md");
    let mut terminal = home.start();
    let name = format!("\r\x15\x0b{}\r", file.to_str().unwrap());
    terminal
        .wait_for(&["gemt"])
        .send("2+")
        .wait_for(&["+1", "✓ gemt"])
        .send("e")
        .wait_for(&["Grundlaget › Print og del"])
        .send("\x1b[C\x1b[C")
        .wait_for(&["‹ md ›", "Sådan bliver det"]);
    terminal.send(&name).wait_for(&["Skrevet i"]);
    let first = fs::read_to_string(&file).unwrap();
    assert!(first.starts_with("# ") && first.contains("+1"), "{first}");
    written_by_another(&file, "en andens");
    // Enter would open the file; another choice and back writes anew
    terminal.send("\x1b[C").wait_for(&["‹ pdf ›"]);
    terminal.send("\x1b[D").wait_for(&["‹ md ›"]);
    terminal.send(&name).wait_for(&["findes allerede", "Enter igen"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "en andens");
    // until the line is gone: Esc and a letter at once are another key
    terminal.send("\x1b");
    terminal.wait_until(|screen| !text(screen).contains("Enter igen"));
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    assert_eq!(fs::read_to_string(&file).unwrap(), "en andens");
}

/// An opener of the desktop that writes down what it was given.
#[cfg(target_os = "linux")]
fn opener(home: &Home) -> String {
    use std::os::unix::fs::PermissionsExt;
    let file = home.path("bin/xdg-open");
    home.write("bin/xdg-open", "#!/bin/sh\nprintf %s \"$1\" > \"$(dirname \"$0\")/given.new\"\nmv \"$(dirname \"$0\")/given.new\" \"$(dirname \"$0\")/given\"\n");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:/usr/bin:/bin", home.path("bin").display())
}

#[cfg(target_os = "linux")]
#[test]
fn enter_opens_what_was_written_in_a_program_of_the_desktop_and_says_where_it_is_without_one() {
    for (desktop, said) in [
        (":7", "åbnes i sit eget program"),
        ("", "Her er intet skrivebord"),
    ] {
        let home = Home::visited();
        let path = opener(&home);
        let environment = [("PATH", &*path), ("DISPLAY", desktop)];
        let mut terminal = home.start_in(100, 30, &environment);
        let file = home.dir().join("ud.pdf");
        let name = format!("\r\x15\x0b{}\r", file.to_str().unwrap());
        terminal
            .wait_for(&["gemt"])
            .send("e")
            .wait_for(&["Grundlaget › Print og del", "Sådan bliver det"]);
        terminal.send(&name).wait_for(&["Skrevet i", "Enter åbner"]);
        terminal.send("\r").wait_for(&[said]);
        match desktop {
            "" => assert!(!home.path("bin/given").exists()),
            _ => {
                _ = terminal.wait_until(|_| home.path("bin/given").exists());
                assert_eq!(
                    fs::read_to_string(home.path("bin/given")).unwrap(),
                    file.to_str().unwrap()
                );
            }
        }
        assert_eq!(terminal.send("q").exit(), Exit::Status(0));
        terminal.restored();
    }
}

#[test]
fn a_colleague_s_profile_is_dragged_into_the_line_and_is_a_new_one_that_is_open() {
    let home = Home::visited();
    let colleague = Home::visited();
    let file = home.dir().join("Fra Anna.json");
    let text = fs::read_to_string(colleague.profile())
        .unwrap()
        .replace("Min profil", "Anna Holm");
    fs::write(&file, &text).unwrap();
    let mut terminal = home.start();
    terminal
        .wait_for(&["gemt"])
        .send("2+")
        .wait_for(&["+1", "✓ gemt"])
        .send("p")
        .wait_for(&["Andre profiler", "+ Hent en profil ind fra en fil"])
        // five fields, a new one and a copy lie before it
        .send(&"\x1b[B".repeat(7))
        .wait_for(&["▌ + Hent en profil ind fra en fil"])
        .send("\r")
        .wait_for(&["Hent profilen i filen:"])
        // a dragged-in file comes as a paste, in quotes; `~` is the home folder
        .send("\x1b[200~'~/Fra Ann.json'\x1b[201~\r")
        .wait_for(&["Kan ikke finde", "Fra Ann.json"])
        .send("\x15\x1b[200~'~/Fra Anna.json'\x1b[201~\r")
        .wait_for(&["Anna Holm er hentet ind. Du arbejder nu i Anna Holm"]);
    assert_eq!(terminal.send("q").exit(), Exit::Status(0));
    terminal.restored();
    let made = fs::read_to_string(home.data().join("profiles/anna-holm.json")).unwrap();
    assert!(made.contains("Anna Holm"), "{made}");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert_eq!(
        home.value_on_disk("samskabelse"),
        1,
        "what was changed before is there"
    );
}

#[test]
fn what_is_turned_in_one_read_with_the_keys_that_open_another_profile_is_saved() {
    let home = Home::visited();
    home.says(&["profile", "new", "Bo"]);
    home.says(&["profile", "use", "Min profil"]);
    let mut terminal = home.start();
    terminal.wait_for(&["q afslut"]);
    terminal.send("2\r\r").wait_for(&["Rettidig samskabelse"]);
    let down = "\x1b[B".repeat(5);
    terminal
        .send(&format!("+p{down}\r"))
        .wait_for(&["Du arbejder nu i Bo"]);
    assert_eq!(home.value_on_disk("samskabelse"), 1);
    terminal.send("q");
    terminal.exit();
}

#[test]
fn who_leaves_with_two_versions_is_told_where_her_own_is() {
    let home = Home::visited();
    let (mut terminal, theirs) = changed_by_another(&home);
    terminal.send("+").wait_for(&["to udgaver"]);
    terminal.send("q");
    assert_eq!(terminal.exit(), Exit::Status(74));
    let (said, log) = (
        terminal.text(),
        fs::read_to_string(home.data().join("messages.log")).unwrap(),
    );
    for told in [said, log] {
        assert!(told.contains("min-profil.conflict-"), "{told}");
    }
    assert_eq!(fs::read_to_string(home.profile()).unwrap(), theirs);
}
