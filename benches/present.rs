//! What a key costs while a team of 200 is presented: shown, covered again, and the next mark, each with the frame as bytes. In
//! a usual window and in one that fills a wall it stays below 3 ms.
//!
//! `cargo bench --bench present`

#[path = "support/mod.rs"]
mod support;

use divan::Bencher;
use pejl::core::{
    dial::DialValue,
    framework::Framework,
    profile::{Edit, Profile},
    team::Team,
};
use support::{Running, year};

fn main() {
    divan::main();
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// The program with 200 leaders presented.
fn presented(size: (u16, u16)) -> Running {
    let framework = Framework::built_in();
    let leaders = (0..200_usize).map(|leader| {
        let mut profile = Profile::new(format!("Leder {leader:03}"), framework.id.clone(), 2);
        let dials = framework.marks().enumerate().map(|(at, (.., mark))| {
            let value = (leader * 7 + at * 3) % 11;
            (mark.id.clone(), DialValue::new(value as i64 - 5).unwrap())
        });
        profile.apply(Edit::Dials(dials.collect()));
        (format!("{leader:03}.json"), Ok(profile))
    });
    let team = Team::new(&framework, leaders);
    let mut running = Running::new(year(), size);
    running.program.app.state.preferences.team = vec!["team".into()];
    running.program.app.team_read(team);
    running.press("t F5");
    running
}

#[divan::bench(consts = [0, 1, 2])]
fn shown_and_covered<const SIZE: usize>(bencher: Bencher) {
    let mut running = presented(SIZES[SIZE]);
    bencher.bench_local(|| running.press("Space"));
}

#[divan::bench(consts = [0, 1, 2])]
fn next_and_back<const SIZE: usize>(bencher: Bencher) {
    let mut running = presented(SIZES[SIZE]);
    running.press("Space");
    let mut on = false;
    bencher.bench_local(|| {
        on = !on;
        running.press(if on { "Right" } else { "Left" });
    });
}
