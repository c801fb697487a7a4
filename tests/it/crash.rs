//! Power is lost at every step of two hundred saves, in every way a disk may lose it, and nothing that was
//! acknowledged is lost. And the proof of the proof: without either sync the same model finds losses.

mod disk;

use crate::common::store::{FRAMEWORK, clock, number, profile_at};
use disk::{Failing, Flaws, Memory, State};
use pejl::{
    core::{
        fault::{Fault, Notice},
        profile::{Edit, Profile},
    },
    format,
    store::{Access, DEFAULT_SLUG, Limits, ProfileFile, Store, fs::Fs},
};
use std::{collections::HashMap, io::ErrorKind, path::PathBuf, sync::Arc};

/// How many choices of unsynced names are enumerated at one step before they are sampled.
const BOUND: usize = 1 << 10;
/// The same where one of many operations fails.
const BOUND_FAILING: usize = 1 << 4;
/// For how many operations after a failure power is lost: two to three saves.
const AFTERMATH: usize = 26;

/// Small and large states in turn, so that a cut at 4 KiB cuts some of them.
fn state_at(n: u64) -> Profile {
    let mut profile = profile_at(n);
    if n.is_multiple_of(3) {
        profile.apply(Edit::ProfileNote("Hvad kræver enheden nu? ".repeat(250)));
    }
    profile
}

fn store(disk: &Memory) -> Store {
    Store::on(Arc::new(disk.clone()), PathBuf::from("/home/new/data"), clock)
}

/// What a leader finds after the power came back.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Found {
    number: u64,
    /// The file was not damaged.
    whole: bool,
    /// How many backups can be read.
    backups: usize,
    /// The next save went well and is what is read then.
    goes_on: bool,
}

/// Looks into states after a power loss; each distinct one once.
struct Inspector {
    /// How many choices of unsynced names to look at.
    bound: usize,
    known: HashMap<u64, Found>,
    states: usize,
}

impl Inspector {
    fn new(bound: usize) -> Self {
        let (known, states) = (HashMap::new(), 0);
        Self { bound, known, states }
    }

    fn look(&mut self, state: State) -> Found {
        self.states += 1;
        *self.known.entry(state.signature()).or_insert_with(|| {
            let backups = state.files_in("/home/new/data/backups").into_iter();
            let good = |bytes: &Arc<Vec<u8>>| format::profile::read(bytes, Limits::OWN).is_ok();
            let backups = backups.filter(good).count();
            let store = store(&Memory::new(state, Flaws::default()));
            let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
            // A file whose name did not come to the disk, but that of its backup did, is no damage.
            let damaged = |notice: &Notice| {
                matches!(notice, Notice::Recovered { damage, .. } if !matches!(damage, Fault::Missing { .. }))
            };
            let next = state_at(1_000_000);
            let goes_on = opened.file.save(&next).is_ok() && {
                let again = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap();
                again.profile == next
            };
            Found {
                number: number(&opened.profile),
                whole: !opened.notices.iter().any(damaged),
                backups,
                goes_on,
            }
        })
    }
}

/// One run of saves and what power losses did to it.
#[derive(Default)]
struct Run {
    /// Steps at which power was lost.
    steps: usize,
    /// Saves that were acknowledged.
    acknowledged: u64,
    losses: Vec<String>,
}

impl Run {
    /// Loses power in this state, where `acknowledged` was, and something up to `asked` may have been saved.
    fn lose_power(&mut self, inspector: &mut Inspector, state: &State, acknowledged: u64, asked: u64) {
        self.steps += 1;
        state.after_power_loss(inspector.bound, |after| {
            let found = inspector.look(after);
            let kept = (acknowledged..=asked).contains(&found.number) && found.whole && found.goes_on;
            // From the first pruning on the folder of backups is synced.
            let backed_up = acknowledged < 10 || found.backups > 0;
            if !(kept && backed_up) {
                self.losses.push(format!("{acknowledged} to {asked}: {found:?}"));
            }
        });
    }
}

/// Saves `saves` states, trying each until it is saved, and loses power after every operation.
fn run(inspector: &mut Inspector, flaws: Flaws, saves: u64) -> (Run, Memory) {
    let empty = Memory::new(State::empty(), Flaws::default());
    empty.create_dir("/home".as_ref()).unwrap();
    empty.sync_dir("/".as_ref()).unwrap();
    let home = Memory::new(empty.state(), flaws);
    let mut run = Run::default();
    let open = || -> Option<ProfileFile> {
        let opened = store(&home).open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        // A session that met the failure while it opened writes nothing; the leader starts again.
        opened.file.read_only().is_none().then_some(opened.file)
    };
    // Before a failure everything is as it is without.
    let interesting = |operation: usize| {
        let near = |failing: Failing| (failing.first..failing.first + AFTERMATH).contains(&operation);
        flaws.failing.is_none_or(near)
    };
    let mut session = (0..20).find_map(|_| open()).expect("failures end");
    for n in 0..=saves {
        let attempts = if n == 0 { 0 } else { 20 };
        let saved = (0..attempts).any(|_| {
            let saved = session.save(&state_at(n)).is_ok();
            for (operation, state) in home.steps() {
                if interesting(operation) {
                    run.lose_power(inspector, &state, run.acknowledged, n);
                }
            }
            saved
        });
        assert!(saved || n == 0, "save {n} failed twenty times");
        run.acknowledged = n;
        if interesting(home.operations()) {
            run.lose_power(inspector, &home.state(), n, n);
        }
    }
    (run, home)
}

#[test]
fn nothing_acknowledged_is_lost_in_two_hundred_saves() {
    let mut inspector = Inspector::new(BOUND);
    let (run, _) = run(&mut inspector, Flaws::default(), 200);
    assert_eq!(run.losses, [""; 0]);
    assert_eq!(run.acknowledged, 200);
    println!(
        "power lost after {} operations, in {} states, {} of them distinct",
        run.steps,
        inspector.states,
        inspector.known.len()
    );
    assert!(
        run.steps > 1_500 && inspector.states > 5_000,
        "the model looked at too little"
    );
}

#[test]
fn nothing_acknowledged_is_lost_where_there_are_no_links_and_no_locks() {
    let flaws = Flaws {
        no_links: true,
        no_locks: true,
        ..Flaws::default()
    };
    let (run, _) = run(&mut Inspector::new(BOUND), flaws, 30);
    assert_eq!(run.losses, [""; 0]);
}

#[test]
fn without_the_sync_of_the_file_the_model_finds_losses() {
    let flaws = Flaws {
        no_file_sync: true,
        ..Flaws::default()
    };
    let (run, _) = run(&mut Inspector::new(BOUND), flaws, 2);
    assert_ne!(run.losses, [""; 0]);
    println!("{} losses in 2 saves", run.losses.len());
}

#[test]
fn without_the_sync_of_the_folder_the_model_finds_losses() {
    let flaws = Flaws {
        no_dir_sync: true,
        ..Flaws::default()
    };
    let (run, _) = run(&mut Inspector::new(BOUND), flaws, 2);
    assert_ne!(run.losses, [""; 0]);
    println!("{} losses in 2 saves", run.losses.len());
}

#[test]
fn nothing_acknowledged_is_lost_when_any_one_operation_fails() {
    const SAVES: u64 = 10;
    let mut inspector = Inspector::new(BOUND);
    let (_, disk) = run(&mut inspector, Flaws::default(), SAVES);
    inspector.bound = BOUND_FAILING;
    let operations = disk.operations();
    let mut failures = 0;
    // Once; once, and what was asked for is done all the same; for as long as a retry or two.
    for (error, count, done_anyway) in [
        (ErrorKind::Other, 1, false),
        (ErrorKind::Other, 1, true),
        (ErrorKind::StorageFull, 12, false),
    ] {
        for first in 0..operations {
            let failing = Some(Failing {
                first,
                count,
                error,
                done_anyway,
            });
            let flaws = Flaws {
                failing,
                ..Flaws::default()
            };
            let (run, _) = run(&mut inspector, flaws, SAVES);
            assert_eq!(run.losses, [""; 0], "{error} at operation {first}, {count} times");
            failures += 1;
        }
    }
    println!(
        "{failures} failures in {operations} operations, {} states, {} of them distinct",
        inspector.states,
        inspector.known.len()
    );
}

/// Every state that power may be lost in while `work` is done on a disk where two states were saved.
fn states_during(spoil: impl Fn(&Memory), work: impl Fn(&Memory, &Store)) -> Vec<Memory> {
    let disk = Memory::new(State::empty(), Flaws::default());
    disk.create_dir("/home".as_ref()).unwrap();
    let mut opened = store(&disk).open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 1..=2 {
        opened.file.save(&state_at(n)).unwrap();
    }
    drop(opened);
    spoil(&disk);
    for dir in [
        "/",
        "/home",
        "/home/new",
        "/home/new/data",
        "/home/new/data/profiles",
        "/home/new/data/backups",
    ] {
        disk.sync_dir(dir.as_ref()).unwrap();
    }
    disk.steps();
    work(&disk, &store(&disk));
    let mut states = Vec::new();
    for (_, state) in disk.steps() {
        state.after_power_loss(BOUND, |after| states.push(Memory::new(after, Flaws::default())));
    }
    states
}

const PROFILES: &str = "/home/new/data/profiles";

/// Another program writes the profile's file.
fn replace(disk: &Memory, bytes: &[u8]) {
    let file = "/home/new/data/profiles/min-profil.json".as_ref();
    disk.remove(file).unwrap();
    let mut file = disk.create(file, pejl::store::fs::Readers::Owner).unwrap();
    file.write_all(bytes).unwrap();
    file.sync().unwrap();
    disk.sync_dir(PROFILES.as_ref()).unwrap();
}

#[test]
fn a_rescue_that_loses_power_keeps_the_bad_file_and_rescues_again() {
    let bad = b"{ \"unit\": \"the only copy of this\"".to_vec();
    let spoil = |disk: &Memory| replace(disk, &bad);
    let open = |store: &Store| store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    let states = states_during(spoil, |_, store| drop(open(store)));
    assert!(states.len() > 10);
    for disk in states {
        assert_eq!(number(&open(&store(&disk)).profile), 1);
        let kept = disk.state().files_in(PROFILES);
        assert!(kept.iter().any(|bytes| **bytes == bad));
    }
}

#[test]
fn a_renaming_that_loses_power_leaves_the_profile_under_one_name_or_both() {
    let states = states_during(
        |_| {},
        |_, store| drop(store.rename(DEFAULT_SLUG, FRAMEWORK, "Ny").unwrap()),
    );
    assert!(states.len() > 10);
    for disk in states {
        let listed = store(&disk).list().unwrap();
        let whole = |slug: &str| {
            let opened = store(&disk).open(slug, FRAMEWORK, Access::Read);
            opened.is_ok_and(|opened| number(&opened.profile) == 2)
        };
        assert!(whole(DEFAULT_SLUG) || whole("ny"), "{listed:?}");
    }
}

#[test]
fn a_deletion_that_loses_power_has_the_last_state_in_one_of_its_two_places() {
    let states = states_during(
        |_| {},
        |_, store| drop(store.delete(DEFAULT_SLUG, FRAMEWORK).unwrap()),
    );
    assert!(states.len() > 10);
    for disk in states {
        let state = disk.state();
        let mut files = state.files_in("/home/new/data/deleted");
        files.extend(state.files_in(PROFILES));
        let whole = |bytes: &Arc<Vec<u8>>| {
            format::profile::read(bytes, Limits::OWN).is_ok_and(|profile| number(&profile) == 2)
        };
        assert!(files.iter().any(whole));
    }
}

#[test]
fn a_merge_that_loses_power_has_both_versions_on_the_disk_at_every_step() {
    const MINE: u64 = 3;
    const THEIRS: u64 = 50;
    const MERGED: u64 = 53;
    let merge = |disk: &Memory, store: &Store| {
        let mut session = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap().file;
        replace(disk, &format::profile::write(&state_at(THEIRS)));
        let Err(Fault::Conflict { kept: mine }) = session.save(&state_at(MINE)) else {
            panic!("no conflict");
        };
        // from here on the leader was told that both are kept
        disk.steps();
        let theirs = session.keep_mine().unwrap().expect("theirs is there");
        session.save(&state_at(MERGED)).unwrap();
        for copy in [theirs, mine] {
            store.put_away(DEFAULT_SLUG, &copy).unwrap();
        }
    };
    let states = states_during(|_| {}, merge);
    println!("power lost in {} states of a merge", states.len());
    assert!(states.len() > 20);
    let mut seen = [false; 2];
    for disk in states {
        let found = number(
            &store(&disk)
                .open(DEFAULT_SLUG, FRAMEWORK, Access::Read)
                .unwrap()
                .profile,
        );
        assert!([THEIRS, MERGED].contains(&found), "{found}");
        seen[usize::from(found == MERGED)] = true;
        let state = disk.state();
        let mut files = state.files_in("/home/new/data/deleted");
        files.extend(state.files_in(PROFILES));
        for version in [MINE, THEIRS] {
            let whole = |bytes: &Arc<Vec<u8>>| **bytes == format::profile::write(&state_at(version));
            assert!(files.iter().any(whole), "{version} is lost");
        }
    }
    assert_eq!(seen, [true; 2], "before and after the merge");
}

#[test]
fn a_file_system_without_locks_is_told_and_written() {
    let flaws = Flaws {
        no_locks: true,
        ..Flaws::default()
    };
    let disk = Memory::new(State::empty(), flaws);
    disk.create_dir("/home".as_ref()).unwrap();
    let mut opened = store(&disk).open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(opened.notices, [Notice::NoLocking]);
    opened.file.save(&state_at(1)).unwrap();
}
