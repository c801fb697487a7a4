//! A stranger's profile, taken in as one's own: its name makes a safe file name or none, its texts are shown
//! harmless, and what is stored is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejl::{
    core::{profile::Profile, sanitise},
    store::{self, Limits, name, schema},
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(profile) = schema::read(bytes, Limits::FOREIGN) else {
        return;
    };
    if let Ok(slug) = store::slug(&profile.name) {
        assert!(name::is_slug(&slug), "{slug}");
    }
    for text in texts(&profile) {
        let shown = sanitise::clean_lines(text);
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");
        assert_eq!(sanitise::clean_lines(&shown), shown);
    }
    assert_eq!(schema::read(&schema::write(&profile), Limits::OWN), Ok(profile));
});

fn texts(profile: &Profile) -> impl Iterator<Item = &str> {
    let whole = [&profile.name, &profile.unit, &profile.challenge, &profile.note];
    let dials = profile.dials.iter().flat_map(|(mark, dial)| [mark, &dial.note]);
    let bearings = profile
        .bearings
        .iter()
        .flat_map(|bearing| [&bearing.label, &bearing.note]);
    whole.into_iter().chain(dials).chain(bearings).map(String::as_str)
}
