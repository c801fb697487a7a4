//! The team from files on the disk: reading and viewing 30 profiles, which is a leadership day, 200, which is how many leaders
//! there are, and 10,000, which is how many are read at most.
//!
//! `cargo bench --bench team`

use divan::Bencher;
use pejl::{
    core::{
        dial::DialValue,
        framework::Framework,
        profile::{Edit, Profile},
        team::{Filter, Order},
    },
    format,
    store::{OwnProfile, read_team, system_clock},
};
use std::fs;

fn main() {
    divan::main();
}

/// A folder of so many profiles, each with a note on every mark and four bearings: about 10 kB.
fn folder(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let framework = Framework::built_in();
    for leader in 0..count {
        let mut profile = Profile::new(format!("Leder {leader:05}"), framework.id.clone(), 2);
        profile.unit = format!("Enhed {}", leader % 20);
        for bearing in 0..4_usize {
            let dials = framework.marks().enumerate().map(|(at, (.., mark))| {
                let value = (leader * 7 + at * 3 + bearing * 5) % 11;
                (mark.id.clone(), DialValue::new(value as i64 - 5).unwrap())
            });
            let edits = vec![Edit::Dials(dials.collect())];
            profile.apply(Edit::All(edits));
            for (.., mark) in framework.marks() {
                let text = "Nyt botilbud fra 1. marts, og to nye i teamet. ".repeat(2);
                let mark = mark.id.clone();
                profile.apply(Edit::Note { mark, text });
            }
            profile.apply(profile.take_bearing(format!("Pejling {bearing}"), system_clock()));
        }
        let file = folder.path().join(format!("{leader:05}.json"));
        fs::write(file, format::profile::write(&profile)).unwrap();
    }
    folder
}

#[divan::bench(args = [30, 200, 10_000], sample_count = 10)]
fn read_and_view(bencher: Bencher, count: usize) {
    let folder = folder(count);
    let framework = Framework::built_in();
    let paths = [folder.path().to_owned()];
    bencher.bench_local(|| {
        let team = read_team(&framework, &paths, &OwnProfile::default());
        assert_eq!(team.leaders.len(), count);
        team.view(&framework, &Filter::default(), Order::Spread)
    });
}

#[divan::bench(args = [30, 200, 10_000])]
fn view_alone(bencher: Bencher, count: usize) {
    let folder = folder(count);
    let framework = Framework::built_in();
    let team = read_team(&framework, &[folder.path().to_owned()], &OwnProfile::default());
    bencher.bench_local(|| team.view(&framework, &Filter::default(), Order::Spread));
}
