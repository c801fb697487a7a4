//! The store on a real disk: opening, saving, backups, locks, conflicts, names.

mod store_support;

use pejl::{
    model::fault::{Fault, ReadOnly},
    store::{Access, DEFAULT_SLUG, Report, Store, Writer},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    time::Duration,
};
use store_support::{FRAMEWORK, clock, number, profile_at, store};

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn file(dir: &Path) -> PathBuf {
    dir.join("profiles/min-profil.json")
}

fn saved(store: &Store) -> u64 {
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap();
    number(&opened.profile)
}

#[test]
fn a_first_start_is_fresh_and_writes_no_profile_until_the_first_save() {
    let (dir, store) = store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert!(opened.fresh);
    assert_eq!(opened.notices, []);
    assert_eq!(opened.profile.name, "Min profil");
    assert!(!file(dir.path()).exists());
    opened.session.save(&profile_at(3)).unwrap();
    drop(opened);
    let again = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert!(!again.fresh);
    assert_eq!(again.profile, profile_at(3));
}

#[test]
fn reading_writes_nothing_at_all() {
    let (dir, store) = store();
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap();
    assert!(opened.fresh);
    assert_eq!(opened.session.read_only(), Some(&ReadOnly::Asked));
    assert_eq!(names(dir.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, store) = store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 1..3 {
        opened.session.save(&profile_at(n)).unwrap();
    }
    store.set_current(DEFAULT_SLUG).unwrap();
    let mode = |path: PathBuf| fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    for folder in ["profiles", "backups"] {
        assert_eq!(mode(dir.path().join(folder)), 0o700, "{folder}");
        for name in names(&dir.path().join(folder)) {
            assert_eq!(mode(dir.path().join(folder).join(&name)), 0o600, "{name}");
        }
    }
    assert_eq!(mode(dir.path().join("current")), 0o600);
}

#[test]
fn the_last_five_states_and_the_session_s_first_are_kept() {
    let (dir, store) = store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 0..20 {
        opened.session.save(&profile_at(n)).unwrap();
    }
    let backups = names(&dir.path().join("backups"));
    let date = clock().date();
    let mut expected = vec![format!("min-profil.000001.{date}.first.json")];
    expected.extend((15..20).map(|n| format!("min-profil.{n:06}.{date}.json")));
    assert_eq!(backups, expected);
    let newest = dir.path().join("backups").join(&backups[5]);
    let kept = pejl::store::read_profile(&newest, pejl::store::Limits::OWN).unwrap();
    assert_eq!(kept, profile_at(18));
}

#[test]
fn saving_what_is_there_already_touches_nothing() {
    let (dir, store) = store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    opened.session.save(&profile_at(1)).unwrap();
    let before = fs::metadata(file(dir.path())).unwrap().modified().unwrap();
    opened.session.save(&profile_at(1)).unwrap();
    assert_eq!(
        fs::metadata(file(dir.path())).unwrap().modified().unwrap(),
        before
    );
    assert_eq!(names(&dir.path().join("backups")), [""; 0]);
}

#[test]
fn the_second_to_open_a_profile_reads_only_until_the_first_lets_go() {
    let (_dir, store) = store();
    let mut first = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    first.session.save(&profile_at(1)).unwrap();
    let mut second = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(second.session.read_only(), Some(&ReadOnly::Locked));
    assert_eq!(second.profile, profile_at(1));
    let refused = second.session.save(&profile_at(2)).unwrap_err();
    assert!(matches!(refused, Fault::Locked { .. }));
    assert_eq!(refused.exit_code(), 75);
    drop(first);
    let third = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(third.session.read_only(), None);
}

#[test]
fn the_writer_saves_the_newest_state_and_says_so() {
    let (_dir, store) = store();
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    let (send, reports) = mpsc::channel();
    let mut writer = Writer::start(opened.session, move |report| drop(send.send(report)));
    for n in 1..=200 {
        writer.save(Arc::new(profile_at(n)), n);
    }
    writer.close(Duration::from_secs(10)).unwrap();
    let reports: Vec<Report> = reports.try_iter().collect();
    let newest = Report::Saved {
        generation: 200,
        unbacked: None,
    };
    assert_eq!(reports.last(), Some(&newest));
    assert!(reports.len() < 200, "{} saves of 200 states", reports.len());
    assert_eq!(saved(&store), 200);
    drop(writer);
    let again = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(again.session.read_only(), None, "the lock is free again");
}
