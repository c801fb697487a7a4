//! `pejl doctor`: what there is, what is wrong with it and with which status, and that nothing is changed by looking.

use crate::common::home::Home;
use serde_json::{Value, json};
use std::fs;

/// What `doctor --json` prints, with its status; nothing may be changed by it.
#[track_caller]
fn doctor(home: &Home, status: i32) -> Value {
    let before = home.files();
    let answer = home.pejl(&["doctor", "--json"]);
    assert_eq!(answer.code, Some(status), "{}{}", answer.text(), answer.err);
    assert!(home.files() == before, "something was changed");
    serde_json::from_slice(&answer.out).expect("JSON")
}

/// The messages of its faults.
fn faults(report: &Value) -> Vec<&str> {
    let faults = report["faults"].as_array().unwrap().iter();
    faults.map(|fault| fault["message"].as_str().unwrap()).collect()
}

#[test]
fn a_sound_home_has_no_fault_and_everything_has_its_place() {
    let home = Home::new();
    let report = doctor(&home, 0);
    assert_eq!(report["data"]["exists"], false);
    assert!(!home.data().exists());
    for value in ["1", "2"] {
        home.says(&["set", "evidens", value]);
    }
    home.says(&["bearing", "save"]);
    let report = doctor(&home, 0);
    assert_eq!(report["faults"], json!([]));
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["language"], json!({ "code": "da", "from": "locale" }));
    assert_eq!(report["data"]["path"], home.at("data"));
    assert_eq!(report["config"]["path"], home.at("config.toml"));
    #[cfg(unix)]
    assert_eq!(report["data"]["mode"], "0700");
    let profile = &report["profiles"][0];
    assert_eq!(profile["name"], "Min profil");
    assert_eq!(
        (&profile["bearings"], &profile["undo"], &profile["backups"]),
        (&json!(1), &json!(3), &json!(2))
    );
    assert_eq!(profile["open"], false);
    let text = home.says(&["doctor", "--lang", "en"]);
    for said in ["English, by --lang", "2 backups", "Faults\n  None found\n"] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_worst_decides_the_status() {
    let home = Home::new();
    home.says(&["profile", "new", "Bo"]);
    home.write_own_profile("{\n  \"format\": nej }");
    home.write("config.toml", "theme = \"nat\"\nfarver = 1\nteam = \"ingen\"\n");
    home.write("themes/nat.toml", "accent = \"blåt\"\n");
    let report = doctor(&home, 66);
    let told = faults(&report);
    for told_of in [
        "min-profil.json:2:14: ",
        "config.toml:2:1: ",
        "nat.toml:1:10: ",
        "ingen",
    ] {
        assert!(
            told.iter().any(|fault| fault.contains(told_of)),
            "{told_of}: {told:#?}"
        );
    }
    // the good one is told of all the same
    let names = report["profiles"].as_array().unwrap().iter();
    let names: Vec<&Value> = names.map(|profile| &profile["name"]).collect();
    assert!(
        names.contains(&&json!("Bo")) && names.contains(&&Value::Null),
        "{names:?}"
    );
    home.write("config.toml", "");
    doctor(&home, 65);
}

#[test]
fn backups_that_are_no_folder_are_told_of_and_the_profiles_all_the_same() {
    let home = Home::new();
    for value in ["1", "2"] {
        home.says(&["set", "evidens", value]);
    }
    fs::remove_dir_all(home.path("data/backups")).unwrap();
    home.write("data/backups", "her er ingen mappe");
    let report = doctor(&home, 73);
    assert_eq!(report["profiles"][0]["name"], "Min profil");
    assert_eq!(report["profiles"][0]["backups"], Value::Null);
    let told = faults(&report);
    assert!(told.iter().all(|fault| fault.contains("backups")), "{told:?}");
    let text = home.told(&["doctor"], 73);
    assert!(text.contains("sikkerhedskopierne kan ikke læses"), "{text}");
}

#[test]
fn a_backup_that_is_damaged_is_told_of() {
    let home = Home::new();
    for value in ["1", "2"] {
        home.says(&["set", "evidens", value]);
    }
    let backup = home.names("data/backups").pop().unwrap();
    home.write(&format!("data/backups/{backup}"), "{");
    let report = doctor(&home, 65);
    assert_eq!(report["profiles"][0]["bad_backups"], 1);
    assert!(faults(&report)[0].contains(&backup));
}

#[test]
fn copies_what_waits_elsewhere_and_a_data_folder_that_is_none_are_told_of() {
    let home = Home::new();
    home.says(&["set", "evidens", "1"]);
    fs::copy(home.profile(), home.path("data/profiles/min-profil (1).json")).unwrap();
    home.write_profile("data/profiles/Drift og anlæg.json", "Drift og anlæg", &[]);
    fs::copy(home.profile(), home.path("min-profil.unsaved.json")).unwrap();
    let report = doctor(&home, 0);
    let beside = &report["beside"];
    assert_eq!(beside[0]["copy_of"], "min-profil");
    assert_eq!(beside[1]["copy_of"], Value::Null);
    assert_eq!(beside[1]["file"], home.at("data/profiles/Drift og anlæg.json"));
    assert_eq!(report["elsewhere"], json!([home.at("min-profil.unsaved.json")]));

    let home = Home::new();
    home.write("data", "en fil");
    let report = doctor(&home, 73);
    assert_eq!(report["data"]["writable"], false);
}

#[cfg(target_os = "linux")]
#[test]
fn who_has_a_profile_open_is_told_of_by_its_process() {
    use std::{io::Read, process::Stdio};
    let home = Home::new();
    let mut plain = home.command();
    let plain = plain.arg("--plain").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut plain = plain.spawn().unwrap();
    // what it says first comes after the profile was opened
    plain.stdout.as_mut().unwrap().read_exact(&mut [0]).unwrap();
    home.write_profile("data/profiles/min-profil.json", "Min profil", &[]);
    let report = doctor(&home, 0);
    let profile = &report["profiles"][0];
    assert_eq!(profile["open"], true);
    assert_eq!(profile["process"], plain.id());
    drop(plain.stdin.take());
    plain.wait().unwrap();
    assert_eq!(doctor(&home, 0)["profiles"][0]["open"], false);
}

#[cfg(target_os = "linux")] // where a name may be any bytes
#[test]
fn a_theme_whose_file_name_is_no_text_is_told_of() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let home = Home::new();
    home.write("themes/nat.toml", "");
    let folder = home.path("themes");
    fs::write(folder.join(OsStr::from_bytes(b"bl\xe5.toml")), "").unwrap();
    let report = doctor(&home, 65);
    let told = faults(&report);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("themes/bl\u{fffd}.toml") && told[0].contains("UTF-8"),
        "{told:?}"
    );
    let names = report["themes"]["names"].as_array().unwrap();
    assert!(names.contains(&json!("nat")));
    assert!(home.told(&["config", "check"], 65).contains("UTF-8"));
    assert!(home.told(&["paths"], 0).contains("UTF-8"));
}

#[cfg(unix)]
#[test]
fn a_terminal_is_asked_as_the_interface_asks_it_and_is_as_before_after() {
    use crate::common::pty::Exit;
    let home = Home::visited();
    // the answers are there before the questions, so that no machine is too slow for them
    let shell = "read go; \"$0\" doctor; echo STATUS $?; stty -a | grep -c ' icanon' ; read end";
    let mut terminal = home.start_by(shell, (120, 50));
    terminal.send("\r\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[6;20;10t\x1b[?62;4;22c");
    terminal.wait_for(&[
        "COLORTERM: truecolor",
        "120 tegn i bredden, 50 linjer",
        "16 millioner, efter COLORTERM",
        "pixels, sixel, 10x20, efter terminalens svar",
        "cell 10x20, attributes with sixel, background #1e1e1e",
        "STATUS 0\n1",
    ]);
    terminal.send("\r");
    assert_eq!(terminal.exit(), Exit::Status(0));

    // one that says nothing is waited for no longer than it takes
    let mut terminal = home.start_by("\"$0\" doctor; read end", (120, 50));
    terminal.wait_for(&[
        "intet, mens der blev ventet",
        "smooth, efter COLORTERM",
        "Ingen fundet",
    ]);
    terminal.send("\r");
    assert_eq!(terminal.exit(), Exit::Status(0));

    // within tmux only the background and the attributes are asked for
    let mut terminal = home.start_by("TMUX=x \"$0\" doctor; read end", (120, 50));
    terminal.wait_for(&["Kører i: tmux", "Ingen fundet"]);
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b[16t"));
    terminal.send("\r");
    assert_eq!(terminal.exit(), Exit::Status(0));
}

#[cfg(unix)]
#[test]
fn what_keeps_a_save_from_its_place_is_told_of_before_it_is_tried() {
    let home = Home::new();
    home.says(&["set", "evidens", "1"]);
    home.write("data/profiles/min-profil.corrupt-2026-11-01.json", "{");
    let report = doctor(&home, 0);
    let damaged = json!([{
        "file": home.at("data/profiles/min-profil.corrupt-2026-11-01.json"),
        "copy_of": "min-profil",
        "damaged": true,
    }]);
    assert_eq!(report["beside"], damaged);
    // a folder where the lock is to be
    fs::remove_file(home.path("data/profiles/min-profil.lock")).unwrap();
    fs::create_dir(home.path("data/profiles/min-profil.lock")).unwrap();
    assert!(faults(&doctor(&home, 74))[0].contains("min-profil.lock"));
    fs::remove_dir(home.path("data/profiles/min-profil.lock")).unwrap();
    // what cannot be fetched
    fs::create_dir(home.path("min-profil.unsaved.json")).unwrap();
    assert!(faults(&doctor(&home, 66))[0].contains("min-profil.unsaved.json"));
    fs::remove_dir(home.path("min-profil.unsaved.json")).unwrap();
    // steps that have no folder
    fs::remove_dir_all(home.path("data/undo")).unwrap();
    home.write("data/undo", "");
    assert!(
        faults(&doctor(&home, 73))
            .iter()
            .any(|fault| fault.contains("undo"))
    );
}

#[cfg(unix)]
#[test]
fn a_folder_of_data_behind_a_link_that_leads_nowhere_is_not_an_empty_one() {
    use std::os::unix::fs::symlink;
    for link in ["data", "data/profiles"] {
        let home = Home::new();
        if link != "data" {
            fs::create_dir(home.data()).unwrap();
        }
        symlink(home.path("ikke-her"), home.path(link)).unwrap();
        for args in [
            &["show", "evidens"][..],
            &["profile", "list"],
            &["set", "evidens", "1"],
        ] {
            let answer = home.pejl(args);
            assert_eq!(answer.code, Some(66), "{link} {args:?}: {}", answer.err);
        }
        let told = home.pejl(&["doctor"]);
        assert!(
            told.code == Some(66) || told.code == Some(73),
            "{link}: {}",
            told.text()
        );
        assert!(!home.path("ikke-her").exists());
    }
}
