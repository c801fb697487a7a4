//! What the tests of the store share: a data folder, a clock that stands still, and profiles that can be told apart.

#![allow(dead_code)] // no test file needs all of it

use pejl::{
    model::{dial::DialValue, moment::Moment, profile::Edit, profile::Profile},
    store::Store,
};

pub const FRAMEWORK: &str = "kalundborg-lsg";

/// A quarter past eight on 23 November 2026, always.
pub fn clock() -> Moment {
    "2026-11-23T08:15:00+01:00".parse().unwrap()
}

/// The state number `n` of a leader's profile: `unit` says so, and a dial has turned with it.
pub fn profile_at(n: u64) -> Profile {
    let mut profile = Profile::new("Min profil", FRAMEWORK, 2);
    profile.unit = n.to_string();
    let value = DialValue::new(n as i64 % 11 - 5).unwrap();
    profile.apply(Edit::Dials(vec![("evidens".into(), value)]));
    profile
}

/// The number of a state that [`profile_at`] made; 0 for a fresh profile.
pub fn number(profile: &Profile) -> u64 {
    match profile.unit.as_str() {
        "" => 0,
        unit => unit.parse().expect("a state of these tests"),
    }
}

/// A store in a new folder, which goes when the first of the two is dropped.
pub fn store() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::new(dir.path().to_owned(), clock);
    (dir, store)
}
