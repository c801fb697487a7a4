//! What a screen costs: drawn whole, and after one key, as bytes for the terminal; and what a key alone changes. The
//! profile is a year's, with 52 bearings and a note on every mark. The allocator counts: what no line of allocations
//! stands under allocates nothing.

#[path = "support/mod.rs"]
mod support;

use divan::Bencher;
use support::{Running, key, year};

#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Every screen and the keys that lead there from home.
const SCREENS: [(&str, &str); 9] = [
    ("home", ""),
    ("field", "Enter"),
    ("mark", "Enter Enter"),
    ("levels", "v"),
    ("rose", "o"),
    ("note", "Enter Enter n"),
    ("bearings", "b"),
    ("foreword", "i"),
    ("help", "?"),
];

/// Those on which a dial can be turned.
const DIALS: [(&str, &str); 5] = [SCREENS[0], SCREENS[1], SCREENS[2], SCREENS[3], SCREENS[4]];

#[derive(Clone, Copy)]
struct Screen((&'static str, &'static str));

impl std::fmt::Display for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.0)
    }
}

fn running(screen: Screen, size: (u16, u16)) -> Running {
    let mut running = Running::new(year(), size);
    running.press(screen.0.1);
    running
}

#[divan::bench(consts = [0, 1], args = SCREENS.map(Screen))]
fn whole<const LARGE: usize>(bencher: Bencher, screen: Screen) {
    let mut running = running(screen, SIZES[LARGE]);
    bencher.bench_local(|| running.show_whole());
}

/// A usual window and one that fills a screen.
const SIZES: [(u16, u16); 2] = [(120, 36), (200, 60)];

#[divan::bench(consts = [0, 1], args = DIALS.map(Screen))]
fn turned<const LARGE: usize>(bencher: Bencher, screen: Screen) {
    let mut running = running(screen, SIZES[LARGE]);
    let mut up = false;
    bencher.bench_local(|| {
        up = !up;
        running.handle(key(if up { '+' } else { '-' }));
        running.show();
    });
}

#[divan::bench(consts = [0, 1], args = DIALS.map(Screen))]
fn moved<const LARGE: usize>(bencher: Bencher, screen: Screen) {
    let mut running = running(screen, SIZES[LARGE]);
    let mut on = false;
    bencher.bench_local(|| {
        on = !on;
        running.handle(key(if on { 'l' } else { 'h' }));
        running.show();
    });
}

/// A key without effect.
#[divan::bench]
fn nothing(bencher: Bencher) {
    let mut running = running(Screen(SCREENS[0]), SIZES[0]);
    bencher.bench_local(|| {
        running.handle(key('ø'));
        running.show();
    });
}

/// The state alone, not drawn.
#[divan::bench(args = DIALS.map(Screen))]
fn state_turned(bencher: Bencher, screen: Screen) {
    let mut running = running(screen, SIZES[0]);
    let mut up = false;
    bencher.bench_local(|| {
        up = !up;
        running.handle(key(if up { '+' } else { '-' }));
    });
}
