//! Standard input as a text that is to be kept.

use crate::core::{
    fault::{Cause, Fault},
    profile::MOST_TEXT,
};
use std::io::{self, Read};

/// The longest character in UTF-8, in bytes.
const WIDEST: usize = 4;

/// All of standard input, as far as a note and more would go.
///
/// # Errors
/// [`Fault::NotUtf8Input`]; [`Fault::Other`] where it cannot be read.
pub fn text_from_standard_input() -> Result<String, Fault> {
    let most = (MOST_TEXT * WIDEST * 2) as u64;
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::Other {
            why: Cause::from(&error),
        })?;
    // where it was cut, the last character may be in two
    let whole = match std::str::from_utf8(&bytes) {
        Err(error) if bytes.len() as u64 == most && error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    bytes.truncate(whole);
    let mut text = String::from_utf8(bytes).map_err(|_| Fault::NotUtf8Input)?;
    // what some programs put in front of a text is none of it
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}
