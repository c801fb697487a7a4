//! The real binary where the system itself refuses: a disk that is full in the middle of a review, a file system that lies
//! over the profile, and files that an ordinary user may not read. Owns no hooks: what the store is refused otherwise is in
//! `store_refused`. A test that needs more than this system allows says so and ends.

use crate::common::{
    home::{Answer, Home, give},
    mount::Mount,
    pty::Exit,
};
use serde_json::Value;
use std::{
    fs,
    io::Write,
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::Command,
};

const NOBODY: u32 = 65534;

#[test]
fn a_disk_that_is_full_during_the_review_costs_nothing_that_was_turned_or_written() {
    let home = Home::new();
    fs::create_dir(home.data()).unwrap();
    let Some(_mount) = Mount::tmpfs(&home.data(), "128k") else {
        return;
    };
    home.says(&["profile", "new", "Min profil"]);
    let mut terminal = home.start();
    terminal.wait_for(&["q afslut"]);
    let filler = home.path("data/fyld");
    let mut file = fs::File::create(&filler).unwrap();
    while file.write_all(&[0; 1024]).is_ok() {}
    terminal.send(" ").wait_for(&["Hvad har flyttet sig?"]);
    terminal.send("\x1b[C").wait_for(&["pejlemærke 1 af 12"]);
    terminal.send("\x1b[A").wait_for(&["+1", "IKKE GEMT"]);
    terminal.send("nVi mangler en").wait_for(&["Vi mangler en"]);
    terminal
        .send("\x1b")
        .wait_for(&["pejlemærke 1 af 12", "Vi mangler en"]);
    terminal.send("\x1b[C").wait_for(&["pejlemærke 2 af 12"]);
    terminal.send("\x1b[A").wait_for(&["+1", "IKKE GEMT"]);
    assert_eq!(home.value_on_disk("arbejdsmiljoe"), 0);
    drop(file);
    fs::remove_file(filler).unwrap();
    // by itself, once there is room
    terminal.wait_for(&["✓ gemt"]).send("q");
    assert_eq!(terminal.exit(), Exit::Status(0));
    assert_eq!(home.value_on_disk("arbejdsmiljoe"), 1);
    assert_eq!(home.value_on_disk("maalsaetning"), 1);
    assert_eq!(home.says(&["note", "arbejdsmiljoe"]), "Vi mangler en\n");
    let mut terminal = home.start();
    terminal.wait_for(&["q afslut"]).send(" ");
    terminal.wait_for(&["pejlemærke 2 af 12"]).send("q");
    assert_eq!(terminal.exit(), Exit::Status(0));
}

#[test]
fn a_profile_whose_place_nothing_can_take_is_told_of_and_its_history_stays() {
    let home = Home::new();
    for value in 1..=5 {
        home.says(&["set", "evidens", &value.to_string()]);
    }
    let value = |file: &Path| {
        let profile: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        profile["dials"]["evidens"]["value"].as_i64().unwrap()
    };
    let backed_up = || -> Vec<i64> {
        let names = home.names("data/backups").into_iter();
        names
            .map(|name| value(&home.path("data/backups").join(name)))
            .collect()
    };
    let before = backed_up();
    {
        let Some(_mount) = Mount::over_itself(&home.profile()) else {
            return;
        };
        for value in -5..0 {
            home.pejl(&["set", "evidens", &value.to_string()])
                .failed(74, &["min-profil.json"]);
            assert_eq!(home.value_on_disk("evidens"), 5);
        }
        let said = home.with_input(&["--plain"], "evidens\n-1\nq\n".as_bytes());
        said.in_turn(&["Ikke gemt"]);
        // the state that is there is kept once, whoever tries and however often
        assert_eq!(backed_up(), [&before[..], &[5]].concat());
    }
    home.says(&["set", "evidens", "0"]);
    assert_eq!(
        home.names("data/profiles"),
        ["min-profil.json", "min-profil.lock"]
    );
    assert_eq!(backed_up(), [&before[..], &[5]].concat());
    assert_eq!(home.value_on_disk("evidens"), 0);
}

/// The program as an ordinary user starts it; root may read whatever there is.
fn ordinary(home: &Home) -> Command {
    let mut command = home.command();
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

/// The home of an ordinary user; nothing, and a word of it, where none can start the program.
fn home() -> Option<Home> {
    let home = Home::new();
    if rustix::process::geteuid().is_root() {
        chown(home.dir(), Some(NOBODY), Some(NOBODY)).unwrap();
    }
    match ordinary(&home).arg("--version").output() {
        Ok(output) if output.status.success() => Some(home),
        _ => {
            println!("skipped: an ordinary user may not start the program");
            None
        }
    }
}

fn pejl(home: &Home, args: &[&str]) -> Answer {
    ordinary(home).args(args).output().unwrap().into()
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn files_that_a_leader_may_not_read_are_told_of_by_every_face_and_stay_as_they_are() {
    let Some(home) = home() else {
        return;
    };
    for value in 1..=5 {
        pejl(&home, &["set", "evidens", &value.to_string()]).says();
    }
    let profile = home.profile();
    let backups: Vec<_> = home.names("data/backups");
    let backups: Vec<_> = backups
        .iter()
        .map(|name| home.path("data/backups").join(name))
        .collect();
    let good = fs::read(&profile).unwrap();
    for damaged in [true, false] {
        if damaged {
            fs::write(&profile, "{").unwrap();
        }
        let before = home.files();
        backups.iter().for_each(|backup| mode(backup, 0));
        if !damaged {
            mode(&profile, 0);
        }
        for args in [&["show"][..], &["set", "evidens", "1"], &["undo"]] {
            pejl(&home, args).failed(66, &["data"]);
        }
        let mut dialogue = ordinary(&home);
        dialogue.arg("--plain");
        let said = give(dialogue, "evidens\n-1\nq\n".as_bytes());
        assert!(said.text().contains("Kun læsning"), "{}", said.text());
        let doctor = pejl(&home, &["doctor"]);
        // a file that its owner may not even read is one that she may not write either, which is the worse
        let status = if damaged { 66 } else { 74 };
        assert_eq!(doctor.code, Some(status), "{}", doctor.text());
        assert!(doctor.text().contains("adgang nægtet"), "{}", doctor.text());
        backups.iter().for_each(|backup| mode(backup, 0o600));
        mode(&profile, 0o600);
        assert!(home.files() == before, "{}", said.text());
        fs::write(&profile, &good).unwrap();
    }
    pejl(&home, &["undo"]).says();
    assert_eq!(home.value_on_disk("evidens"), 4);
}

#[test]
fn what_a_leader_shared_and_may_not_read_any_more_is_taken_for_nobody_else_s() {
    let Some(home) = home() else {
        return;
    };
    let group = home.path("gruppe");
    fs::create_dir(&group).unwrap();
    if rustix::process::geteuid().is_root() {
        chown(&group, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    pejl(&home, &["set", "evidens", "1"]).says();
    let shared = pejl(&home, &["share", "gruppe", "--name", "Anne Holm"])
        .text()
        .to_owned();
    let shared = group.join(Path::new(shared.trim_end()).file_name().unwrap());
    let before = fs::read(&shared).unwrap();
    mode(&shared, 0);
    for args in [&["share", "gruppe"][..], &["share", "gruppe", "--take-back"]] {
        pejl(&home, args).failed(73, &["anne-holm.pejl.json"]);
    }
    mode(&shared, 0o644);
    assert_eq!(fs::read(&shared).unwrap(), before);
    assert_eq!(home.names("gruppe"), ["anne-holm.pejl.json"]);
    pejl(&home, &["set", "evidens", "2"]).says();
    pejl(&home, &["share", "gruppe"]).says();
    assert_ne!(fs::read(&shared).unwrap(), before);
    assert_eq!(home.names("gruppe"), ["anne-holm.pejl.json"]);
}
