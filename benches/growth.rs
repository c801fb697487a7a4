//! How cost grows: with turns in one go, with bearings, with the length of a note, with the terminal. Each line should
//! take no more than ten times the one above it where its figure is ten times as large.

#[path = "support/mod.rs"]
mod support;

use divan::{Bencher, counter::ItemsCount};
use support::{Running, key, profile, year};

fn main() {
    divan::main();
}

/// Turns taken in before one frame is drawn, as a key that is held down on a slow line.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn turns(bencher: Bencher, turns: usize) {
    let mut running = Running::new(year(), (120, 36));
    running.press("Enter Enter");
    bencher.counter(ItemsCount::new(turns)).bench_local(|| {
        for turn in 0..turns {
            running.handle(key(if turn / 7 % 2 == 0 { '+' } else { '-' }));
        }
        running.show();
    });
}

/// One turn and its frame.
#[divan::bench(args = [0, 100, 1_000, 10_000])]
fn turn_with_bearings(bencher: Bencher, bearings: usize) {
    turn(bencher, Running::new(profile(bearings, 70), (120, 36)));
}

/// One turn and its frame, the writer holding the state before.
#[divan::bench(args = [0, 100, 1_000, 10_000])]
fn turn_while_saving(bencher: Bencher, bearings: usize) {
    let mut running = Running::new(profile(bearings, 70), (120, 36));
    running.press("Enter Enter");
    let mut up = false;
    let mut held = running.program.app.state.profile().clone();
    bencher.bench_local(|| {
        up = !up;
        running.handle(key(if up { '+' } else { '-' }));
        running.show();
        held.clone_from(running.program.app.state.profile());
    });
}

/// One turn and its frame, the note in view.
#[divan::bench(args = [10, 100, 1_000, 10_000])]
fn turn_with_note(bencher: Bencher, note: usize) {
    turn(bencher, Running::new(profile(1, note), (120, 36)));
}

/// One letter written into a note of so many characters, and its frame.
#[divan::bench(args = [10, 100, 1_000, 9_900])]
fn letter_in_note(bencher: Bencher, note: usize) {
    let mut running = Running::new(profile(1, note), (120, 36));
    running.press("Enter Enter n");
    let mut there = false;
    bencher.bench_local(|| {
        there = !there;
        if there {
            running.handle(key('x'));
        } else {
            running.handle(crossterm::event::KeyCode::Backspace.into());
        }
        running.show();
    });
}

/// Home, written whole.
#[divan::bench(args = [(40, 12), (80, 24), (120, 36), (200, 60), (500, 200)])]
fn home(bencher: Bencher, size: (u16, u16)) {
    let mut running = Running::new(year(), size);
    bencher
        .counter(ItemsCount::new(usize::from(size.0) * usize::from(size.1)))
        .bench_local(|| running.show_whole());
}

/// One turn and its frame.
#[divan::bench(args = [(40, 12), (80, 24), (120, 36), (200, 60), (500, 200)])]
fn turn_in_window(bencher: Bencher, size: (u16, u16)) {
    turn(bencher, Running::new(year(), size));
}

fn turn(bencher: Bencher, mut running: Running) {
    running.press("Enter Enter");
    let mut up = false;
    bencher.bench_local(|| {
        up = !up;
        running.handle(key(if up { '+' } else { '-' }));
        running.show();
    });
}
