//! A leader's own file: any bytes are a profile or a list of problems, and a profile written and read is itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejl::store::{
    Limits,
    schema::{self, Unusable},
};

fuzz_target!(|bytes: &[u8]| match schema::read(bytes, Limits::OWN) {
    Ok(profile) => assert_eq!(schema::read(&schema::write(&profile), Limits::OWN), Ok(profile)),
    Err(Unusable::Damaged(problems)) => assert!(!problems.is_empty()),
    Err(Unusable::Newer { .. }) => {}
});
