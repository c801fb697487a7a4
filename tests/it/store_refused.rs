//! What the disk refuses costs nothing: what cannot be read is not taken for absent, nothing is saved or removed on the
//! strength of it, and failures do not push the real history out.

use crate::common::{
    home::Home,
    store::{FRAMEWORK, Hooked, clock, number, profile_at, store},
};
use pejl::{
    core::{
        fault::{Cause, Fault, Notice, ReadOnly},
        profile::Edit,
    },
    store::{Access, DEFAULT_SLUG, Limits, Opened, Store, read_profile},
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Every file under a folder with its bytes; locks hold none.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false if path.extension().is_some_and(|ending| ending == "lock") => {}
            false => drop(found.insert(path.clone(), fs::read(path).unwrap())),
        }
    }
    found
}

/// A folder in which the states 1 to `last` were saved, in one session.
fn saved(last: u64) -> (tempfile::TempDir, Store) {
    let (dir, store) = store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 1..=last {
        opened.file.save(&profile_at(n)).unwrap();
    }
    drop(opened);
    (dir, store)
}

/// The profiles in `dir` on a disk that fails these operations on these paths with this kind of error.
fn refusing(
    dir: &Path,
    kind: io::ErrorKind,
    refuses: impl Fn(&str, &Path) -> bool + Send + Sync + 'static,
) -> Store {
    let hook = move |operation: &str, path: &Path| match refuses(operation, path) {
        true => Err(kind.into()),
        false => Ok(()),
    };
    Store::on(Arc::new(Hooked(Box::new(hook))), dir.to_owned(), clock)
}

fn open(store: &Store) -> Opened {
    store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap()
}

/// The numbers of the states that the backups hold, in the order of their names.
fn backed_up(dir: &Path) -> Vec<u64> {
    let files = files(&dir.join("backups")).into_keys();
    files
        .map(|file| number(&read_profile(&file, Limits::OWN).unwrap()))
        .collect()
}

fn in_backups(path: &Path) -> bool {
    path.parent().is_some_and(|dir| dir.ends_with("backups"))
}

#[test]
fn backups_that_cannot_be_read_are_told_of_and_nothing_is_saved_or_removed() {
    for spoil in ["gone", "damaged"] {
        let (dir, store) = saved(5);
        let profile = dir.path().join("profiles/min-profil.json");
        match spoil {
            "gone" => fs::remove_file(&profile).unwrap(),
            _ => fs::write(&profile, "{").unwrap(),
        }
        let before = files(dir.path());
        for kind in [io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
            let refusing = refusing(dir.path(), kind, |operation, path| {
                operation == "read" && in_backups(path)
            });
            let mut opened = open(&refusing);
            let [
                Notice::Recovered {
                    aside: None,
                    backup: None,
                    unread: Some(Fault::Unreadable { file, .. }),
                    ..
                },
            ] = &opened.notices[..]
            else {
                panic!("{spoil}: {:?}", opened.notices);
            };
            assert!(in_backups(file), "{}", file.display());
            assert!(matches!(
                opened.file.read_only(),
                Some(ReadOnly::Unreadable { .. })
            ));
            assert!(!opened.fresh);
            // as long as a leader tries
            for n in 6..=20 {
                let fault = opened.file.save(&profile_at(n)).unwrap_err();
                assert_eq!(fault.exit_code(), 66);
            }
            let sound = refusing.open_sound(DEFAULT_SLUG, FRAMEWORK, Access::Edit);
            assert_eq!(sound.err().map(|fault| fault.exit_code()), Some(66));
        }
        assert_eq!(files(dir.path()), before, "{spoil}");
        assert_eq!(number(&open(&store).profile), 4, "{spoil}");
    }
}

#[test]
fn where_only_the_newest_backup_cannot_be_read_an_older_one_is_shown_and_nothing_is_saved() {
    let (dir, store) = saved(5);
    fs::remove_file(dir.path().join("profiles/min-profil.json")).unwrap();
    let before = files(dir.path());
    let newest = before.keys().rfind(|file| in_backups(file)).unwrap().clone();
    let refusing = refusing(dir.path(), io::ErrorKind::Other, move |operation, path| {
        operation == "read" && path == newest
    });
    let mut opened = open(&refusing);
    assert_eq!(number(&opened.profile), 3);
    assert!(matches!(
        opened.notices[..],
        [Notice::Recovered {
            backup: Some(_),
            unread: Some(_),
            ..
        }]
    ));
    opened.file.save(&profile_at(6)).unwrap_err();
    drop(opened);
    assert_eq!(files(dir.path()), before);
    assert_eq!(number(&open(&store).profile), 4);
}

#[test]
fn a_list_of_backups_that_cannot_be_read_is_no_first_start() {
    let (dir, _store) = saved(3);
    let refusing = refusing(dir.path(), io::ErrorKind::PermissionDenied, |operation, path| {
        operation == "list" && path.ends_with("backups")
    });
    let listed = |opened: &Opened| match opened.file.read_only() {
        Some(ReadOnly::Unreadable { file, why }) => (file.ends_with("backups"), why.clone()),
        other => panic!("{other:?}"),
    };
    // with its profile it is shown
    let opened = open(&refusing);
    assert_eq!(number(&opened.profile), 3);
    assert_eq!(listed(&opened), (true, Cause::Denied));
    drop(opened);
    fs::remove_file(dir.path().join("profiles/min-profil.json")).unwrap();
    let before = files(dir.path());
    let mut opened = open(&refusing);
    assert!(!opened.fresh);
    assert_eq!(listed(&opened), (true, Cause::Denied));
    assert!(matches!(
        opened.notices[..],
        [Notice::Recovered { unread: Some(_), .. }]
    ));
    opened.file.save(&profile_at(4)).unwrap_err();
    drop(opened);
    for access in [Access::Read, Access::Edit] {
        let unknown = refusing.open("anna", FRAMEWORK, access).err();
        assert!(
            matches!(&unknown, Some(Fault::Unreadable { file, .. }) if file.ends_with("backups")),
            "{unknown:?}"
        );
    }
    assert_eq!(files(dir.path()), before);
}

#[test]
fn a_profile_that_cannot_be_read_is_not_called_unknown() {
    let (dir, store) = store();
    let mut anna = profile_at(1);
    anna.name = "Anna".into();
    store.create(&anna).unwrap();
    // renamed within its file by hand
    anna.name = "Bo".into();
    fs::write(
        dir.path().join("profiles/anna.json"),
        pejl::format::profile::write(&anna),
    )
    .unwrap();
    assert_eq!(store.find("Bo").as_deref(), Ok("anna"));
    let refusing = refusing(dir.path(), io::ErrorKind::Other, |operation, path| {
        operation == "read" && path.ends_with("anna.json")
    });
    let fault = refusing.find("Bo").unwrap_err();
    assert!(matches!(fault, Fault::Unreadable { .. }), "{fault:?}");
}

#[test]
fn which_profile_is_in_use_is_not_guessed_where_that_cannot_be_read() {
    let (dir, _store) = saved(1);
    for (operation, name) in [
        ("read", "current"),
        ("is_there", "min-profil.json"),
        ("list", "profiles"),
        ("list", "backups"),
    ] {
        if operation == "list" {
            // the chosen one is not there, so the others are looked through
            fs::write(dir.path().join("current"), "anna\n").unwrap();
        }
        let refusing = refusing(dir.path(), io::ErrorKind::PermissionDenied, move |what, path| {
            what == operation && path.ends_with(name)
        });
        let fault = refusing.current().unwrap_err();
        assert!(
            matches!(&fault, Fault::Unreadable { file, why: Cause::Denied } if file.ends_with(name)),
            "{fault:?}"
        );
        assert_eq!(fault.exit_code(), 66);
    }
}

#[test]
fn a_command_refuses_where_it_cannot_be_read_which_profile_is_in_use() {
    let home = Home::new();
    for name in ["Anna", "Bo"] {
        home.says(&["profile", "new", name]);
    }
    home.says(&["profile", "use", "Bo"]);
    fs::remove_file(home.path("data/current")).unwrap();
    // what has its name is no file
    fs::create_dir(home.path("data/current")).unwrap();
    for args in [
        &["set", "samskabelse", "-3"][..],
        &["note", "samskabelse", "Hvorfor"],
        &["show"],
        &["profile", "list"],
    ] {
        home.fails(args, 66, &["current"]);
    }
    home.fails(&["--plain"], 66, &["current"]);
    // and the leader who says which can go on
    home.says(&["--profile", "Bo", "set", "samskabelse", "-3"]);
}

#[test]
fn failed_saves_add_no_backups_and_push_none_out() {
    let (dir, store) = saved(5);
    let before = backed_up(dir.path());
    let stuck = || {
        refusing(dir.path(), io::ErrorKind::ResourceBusy, |operation, path| {
            operation == "rename" && path.ends_with("min-profil.json")
        })
    };
    // as a command does, each time anew
    for n in 6..=17 {
        open(&stuck()).file.save(&profile_at(n)).unwrap_err();
    }
    // and as the interface does, every five seconds
    let mut opened = open(&stuck());
    for _ in 0..12 {
        opened.file.save(&profile_at(18)).unwrap_err();
    }
    drop(opened);
    assert_eq!(backed_up(dir.path()), [before.clone(), vec![5]].concat());
    open(&store).file.save(&profile_at(19)).unwrap();
    assert_eq!(backed_up(dir.path()), [before, vec![5]].concat());
    assert_eq!(number(&open(&store).profile), 19);
}

#[test]
fn the_state_a_session_began_with_is_kept_as_its_first_also_where_a_failed_save_kept_it_before() {
    let (dir, store) = saved(1);
    let fails = Arc::new(AtomicBool::new(false));
    let failing = fails.clone();
    let stuck = refusing(dir.path(), io::ErrorKind::Other, move |operation, path| {
        failing.load(Ordering::Relaxed) && operation == "rename" && path.ends_with("min-profil.json")
    });
    let mut before = open(&stuck);
    before.file.save(&profile_at(2)).unwrap();
    fails.store(true, Ordering::Relaxed);
    before.file.save(&profile_at(3)).unwrap_err();
    drop(before);
    // state 2 has its backup from the session before
    let mut opened = open(&store);
    for n in 3..=20 {
        opened.file.save(&profile_at(n)).unwrap();
    }
    assert_eq!(backed_up(dir.path()), [2, 15, 16, 17, 18, 19]);
}

#[test]
fn nothing_is_pruned_where_the_backups_cannot_be_listed() {
    let dir = tempfile::tempdir().unwrap();
    let fails = Arc::new(AtomicBool::new(false));
    let failing = fails.clone();
    let store = refusing(dir.path(), io::ErrorKind::Other, move |operation, path| {
        failing.load(Ordering::Relaxed) && operation == "list" && path.ends_with("backups")
    });
    let mut opened = open(&store);
    fails.store(true, Ordering::Relaxed);
    for n in 1..=12 {
        opened.file.save(&profile_at(n)).unwrap();
    }
    assert_eq!(backed_up(dir.path()), (1..=11).collect::<Vec<_>>());
    fails.store(false, Ordering::Relaxed);
    opened.file.save(&profile_at(13)).unwrap();
    assert_eq!(backed_up(dir.path()), [1, 8, 9, 10, 11, 12]);
}

#[test]
fn steps_that_cannot_be_read_are_told_of_and_left_as_they_are() {
    let (dir, store) = saved(1);
    let back = Edit::Unit("1".into());
    open(&store).file.save_step(&profile_at(2), back.clone()).unwrap();
    let undo = dir.path().join("undo/min-profil.json");
    let kept = fs::read(&undo).unwrap();
    let refusing = refusing(dir.path(), io::ErrorKind::Other, |operation, path| {
        operation == "read" && path.parent().is_some_and(|dir| dir.ends_with("undo"))
    });
    let mut opened = open(&refusing);
    assert!(matches!(opened.file.undo(), Err(Fault::Unreadable { .. })));
    // the change is saved, and what could not be read is not replaced
    let saved = opened.file.save_step(&profile_at(3), back).unwrap();
    assert!(matches!(saved.no_undo, Some(Fault::Unreadable { .. })));
    opened.file.keep_undo(&Default::default());
    assert_eq!(fs::read(&undo).unwrap(), kept);
    assert_eq!(number(&open(&store).profile), 3);
    drop(opened);
    assert!(matches!(
        refusing.rename(DEFAULT_SLUG, FRAMEWORK, "Ny"),
        Err(Fault::Unreadable { .. })
    ));
    assert_eq!(fs::read(&undo).unwrap(), kept);
}

#[test]
fn a_folder_of_themes_that_cannot_be_read_is_told_of_and_no_theme_called_unknown() {
    let home = Home::new();
    home.write("config.toml", "theme = \"dag\"\n");
    // a file has the folder's name
    home.write("themes", "");
    let told = home.told(&["config", "check"], 66);
    assert!(told.contains("themes"), "{told}");
    assert!(!told.contains("theme er"), "{told}");
    // and no command that needs no theme fails for it
    home.says(&["--theme", "dag", "show"]);
    home.says(&["show"]);
}

/// Puts a folder in the place of the backups that can be looked into and in which nobody may make a file.
#[cfg(target_os = "linux")]
fn close_backups(home: &Home) {
    fs::rename(home.path("data/backups"), home.path("data/backups-before")).unwrap();
    std::os::unix::fs::symlink("/sys/kernel", home.path("data/backups")).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn that_no_backup_could_be_made_is_told_by_every_face_and_the_change_is_saved() {
    let home = Home::new();
    home.says(&["set", "samskabelse", "1"]);
    close_backups(&home);
    for args in [
        &["set", "samskabelse", "2"][..],
        &["note", "samskabelse", "Hvorfor"],
        &["bearing", "save", "Efterår"],
    ] {
        let answer = home.pejl(args);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert_ne!(answer.text(), "");
        assert!(
            answer.err.contains("uden sikkerhedskopi"),
            "{args:?}: {}",
            answer.err
        );
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    }
    let said = home.with_input(&["--plain"], "2.1\n+3\n+4\nq\n".as_bytes());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    // once, as long as it is so
    assert_eq!(
        said.text().matches("uden sikkerhedskopi").count(),
        1,
        "{}",
        said.text()
    );
    said.in_turn(&["Gemt, men uden sikkerhedskopi af det forrige: ", "Gemt."]);
    assert_eq!(home.value_on_disk("samskabelse"), 4);
    let mut terminal = home.start();
    terminal
        .wait_for(&["gemt"])
        .send("2\r\r+")
        .wait_for(&["+5", "✓ gemt", "uden sikkerhedskopi"]);
    assert_eq!(terminal.send("q").exit(), crate::common::pty::Exit::Status(0));
    assert_eq!(home.value_on_disk("samskabelse"), 5);
}

#[cfg(unix)]
#[test]
fn a_profile_marked_as_not_to_be_written_stays_as_it_is() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    for text in [None, Some("{")] {
        let (dir, store) = saved(2);
        let profile = dir.path().join("profiles/min-profil.json");
        if let Some(text) = text {
            fs::write(&profile, text).unwrap();
        }
        let mode = |mode| fs::set_permissions(&profile, fs::Permissions::from_mode(mode)).unwrap();
        let standing = || {
            let metadata = fs::metadata(&profile).unwrap();
            (metadata.ino(), metadata.mode(), files(dir.path()))
        };
        mode(0o444);
        let before = standing();
        let mut opened = open(&store);
        let file = profile.clone();
        let why = Cause::Protected;
        assert_eq!(
            opened.file.read_only(),
            Some(&ReadOnly::NotWritable { file, why })
        );
        opened.file.save(&profile_at(3)).unwrap_err();
        assert_eq!(standing(), before);
        // also where it is marked while it is open
        mode(0o600);
        drop(opened);
        let mut opened = open(&store);
        mode(0o444);
        let before = standing();
        let fault = opened.file.save(&profile_at(3)).unwrap_err();
        assert!(
            matches!(
                fault,
                Fault::Write {
                    why: Cause::Protected,
                    ..
                }
            ),
            "{fault:?}"
        );
        assert_eq!(standing(), before);
        mode(0o600);
        opened.file.save(&profile_at(3)).unwrap();
    }
    let home = Home::new();
    home.says(&["set", "samskabelse", "1"]);
    fs::set_permissions(home.profile(), fs::Permissions::from_mode(0o444)).unwrap();
    home.fails(
        &["set", "samskabelse", "2"],
        74,
        &["min-profil.json", "skrivebeskyttet"],
    );
    home.says(&["show"]);
}

#[test]
fn backups_that_are_no_folder_are_named_and_what_is_there_stays() {
    let home = Home::new();
    for value in ["1", "2"] {
        home.says(&["set", "samskabelse", value]);
    }
    fs::remove_dir_all(home.path("data/backups")).unwrap();
    home.write("data/backups", "her er ingen mappe");
    home.fails(
        &["set", "samskabelse", "3"],
        74,
        &[&home.at("data/backups"), "der er noget andet end en mappe"],
    );
    home.says(&["show"]);
    let said = home.with_input(&["--plain"], b"q\n");
    said.in_turn(&["Kun læsning: der er noget andet end en mappe (backups)."]);
    assert_eq!(
        fs::read_to_string(home.path("data/backups")).unwrap(),
        "her er ingen mappe"
    );
}

#[cfg(unix)]
#[test]
fn what_took_the_profile_s_place_in_a_conflict_is_moved_aside_and_one_s_own_goes_on() {
    for pipe in [false, true] {
        let (dir, store) = saved(1);
        let mut opened = open(&store);
        let profile = dir.path().join("profiles/min-profil.json");
        fs::remove_file(&profile).unwrap();
        match pipe {
            true => assert!(
                std::process::Command::new("mkfifo")
                    .arg(&profile)
                    .status()
                    .unwrap()
                    .success()
            ),
            false => {
                fs::create_dir(&profile).unwrap();
                fs::write(profile.join("inde"), "mit").unwrap();
            }
        }
        let Err(Fault::Conflict { kept: mine }) = opened.file.save(&profile_at(2)) else {
            panic!("no conflict");
        };
        assert!(matches!(opened.file.keep_theirs(), Err(Fault::NotRegular { .. })));
        let theirs = opened.file.keep_mine().unwrap().unwrap();
        assert_ne!(theirs, mine);
        if !pipe {
            assert_eq!(fs::read_to_string(theirs.join("inde")).unwrap(), "mit");
        }
        opened.file.save(&profile_at(3)).unwrap();
        drop(opened);
        assert_eq!(number(&open(&store).profile), 3);
    }
}

#[cfg(unix)] // Windows lets nobody take a folder away that is in use
#[test]
fn a_folder_that_is_made_anew_is_the_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, store) = store();
    let data = dir.path().join("above/data");
    let mut opened = open(&Store::new(data.clone(), clock));
    fs::remove_dir_all(dir.path().join("above")).unwrap();
    opened.file.save(&profile_at(1)).unwrap();
    drop(store);
    for made in [
        data.parent().unwrap(),
        &data,
        &data.join("profiles"),
        &data.join("backups"),
    ] {
        let mode = fs::metadata(made).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700, "{}", made.display());
    }
}

#[test]
fn a_forged_file_of_steps_gives_no_two_bearings_one_id() {
    let home = Home::new();
    home.says(&["bearing", "save", "Efterår"]);
    let bytes = fs::read(home.profile()).unwrap();
    let profile = pejl::format::profile::read(&bytes, Limits::OWN).unwrap();
    let again = Edit::InsertBearing {
        at: 0,
        bearing: profile.bearings[0].clone().into(),
    };
    let undo = pejl::store::Undo {
        back: vec![again.clone(), Edit::All(vec![again])],
        again: Vec::new(),
    };
    home.write(
        "data/undo/min-profil.json",
        pejl::format::undo::write(&undo, &bytes),
    );
    let mut driver = crate::common::Driver::on_disk(home.dir(), 100, 30);
    assert_eq!(driver.press("u").notice(), "Der er ikke mere at fortryde");
    driver.press("2 +");
    driver.leave();
    assert_eq!(
        read_profile(&home.profile(), Limits::OWN).unwrap().bearings.len(),
        1
    );
}

#[test]
fn a_file_in_place_of_the_folder_of_data_is_not_taken_for_an_empty_folder() {
    let home = Home::new();
    fs::write(home.path("data"), "no folder").unwrap();
    for command in [
        &["show"][..],
        &["profile", "list"],
        &["export", "md"],
        &["bearing", "list"],
        &["set", "1.2", "1"],
    ] {
        home.fails(command, 73, &["data/current", "noget andet end en mappe"]);
    }
    assert_eq!(fs::read(home.path("data")).unwrap(), b"no folder");
}

#[test]
fn numbers_from_outside_neither_overflow_nor_give_two_bearings_one_id() {
    let home = Home::new();
    home.says(&["set", "evidens", "1"]);
    home.says(&["bearing", "save"]);
    let last = u64::MAX;
    let text = fs::read_to_string(home.profile()).unwrap();
    home.write_own_profile(text.replace("\"b1\"", &format!("\"b{last}\"")));
    home.write(
        &format!("data/backups/min-profil.{last}.2026-11-23.json"),
        fs::read(home.profile()).unwrap(),
    );
    home.says(&["bearing", "save", "Efter"]);
    home.says(&["bearing", "save", "Og igen"]);
    let bearings = home.json(&["bearing", "list", "--json"]);
    assert_eq!(bearings.to_string().matches("\"id\"").count(), 3, "{bearings}");
    home.says(&["set", "evidens", "2"]);
    assert!(
        home.names("data/backups")
            .iter()
            .any(|name| name.contains(".000001."))
    );
}
