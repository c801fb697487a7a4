//! A library of our own that the real binary loads before the system's: for a disk that does not answer, or a clock that
//! is wrong.

use super::home::Home;
use std::process::Command;

/// Compiles this C, with the compiler that Rust links with, and answers what `LD_PRELOAD` must be.
pub fn preload(home: &Home, source: &str) -> String {
    home.write("shim.c", source);
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([home.at("shim.so"), home.at("shim.c")])
        .status();
    assert!(made.unwrap().success());
    home.at("shim.so")
}
