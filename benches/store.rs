//! What loading and saving a profile costs: as text of 4 KB, 86 KB and with 1,000 bearings, and with the disk.

#[path = "support/mod.rs"]
mod support;

use divan::{Bencher, black_box, counter::BytesCount};
use pejl::{
    core::{
        framework::Framework,
        profile::{Edit, Profile},
    },
    format,
    store::{Access, DEFAULT_SLUG, Limits, Store, system_clock},
};

#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Bearings and characters of each note: files of 4 KB, 86 KB and 1.7 MB.
const PROFILES: [(usize, usize); 3] = [(1, 70), (52, 70), (1_000, 70)];

fn profile((bearings, note): (usize, usize)) -> Profile {
    support::profile(bearings, note)
}

#[divan::bench(args = PROFILES)]
fn read(bencher: Bencher, size: (usize, usize)) {
    let bytes = format::profile::write(&profile(size));
    bencher
        .counter(BytesCount::of_slice(&bytes))
        .bench_local(|| format::profile::read(black_box(&bytes), Limits::OWN).is_ok());
}

#[divan::bench(args = PROFILES)]
fn write(bencher: Bencher, size: (usize, usize)) {
    let profile = profile(size);
    bencher
        .counter(BytesCount::of_slice(&format::profile::write(&profile)))
        .bench_local(|| format::profile::write(black_box(&profile)));
}

/// Opening a profile for editing, from the folder on.
#[divan::bench(args = PROFILES, sample_count = 30, sample_size = 1)]
fn open(bencher: Bencher, size: (usize, usize)) {
    let (data, store) = store();
    store.create(&profile(size)).expect("a new folder");
    let framework = Framework::built_in().id;
    bencher.bench_local(|| {
        store
            .open(DEFAULT_SLUG, &framework, Access::Edit)
            .map(|opened| opened.fresh)
    });
    drop(data);
}

/// A turned dial until the disk has it.
#[divan::bench(args = PROFILES, sample_count = 30, sample_size = 1)]
fn save(bencher: Bencher, size: (usize, usize)) {
    let (data, store) = store();
    let mut profile = profile(size);
    store.create(&profile).expect("a new folder");
    let framework = Framework::built_in();
    let mut opened = store
        .open(DEFAULT_SLUG, &framework.id, Access::Edit)
        .expect("it is there");
    let mark = framework.mark(framework.first_mark()).id.clone();
    let mut steps = 1;
    bencher.bench_local(|| {
        steps = -steps;
        let value = profile.value(&mark).turned(steps);
        profile.apply(Edit::Dials(vec![(mark.clone(), value)]));
        opened.file.save(&profile).is_ok()
    });
    drop(data);
}

fn store() -> (tempfile::TempDir, Store) {
    let data = tempfile::tempdir().expect("a place for temporary files");
    let store = Store::new(data.path().into(), system_clock);
    (data, store)
}
