//! Where an export goes: to the file that was asked for, or to standard output.

use super::Answer;
use crate::core::fault::{Fault, UsageTrouble};
use crate::export::Format;
use crate::store;
use crate::text::Lang;
use clap::ArgMatches;
use std::{
    ffi::OsString,
    io::{self, IsTerminal},
    path::Path,
};

/// The format that was asked for, by name or by the ending of the file, where one was.
pub fn format(matches: &ArgMatches) -> Option<Format> {
    let ending = || file(matches)?.extension()?.to_str().and_then(Format::parse);
    match super::text(matches, "format") {
        Some(named) => Format::parse(named),
        None => ending(),
    }
}

/// The file that was asked for, where one was.
pub fn file(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<OsString>("output").map(Path::new)
}

/// Puts `made` where the command line wants it. What becomes a file is said only to a person who looks on.
pub fn deliver(
    lang: Lang,
    command: &str,
    matches: &ArgMatches,
    format: Format,
    made: impl FnOnce() -> Result<Vec<u8>, Fault>,
) -> Result<Answer, Fault> {
    let to = file(matches);
    let seen = io::stdout().is_terminal();
    if to.is_none() && seen && !format.is_text() {
        return Err(Fault::Usage {
            command: command.to_owned(),
            trouble: UsageTrouble::NotText {
                name: format.extension().to_owned(),
            },
        });
    }
    let bytes = made()?;
    let Some(file) = to else {
        return Ok(bytes.into());
    };
    store::write_output(file, &bytes, matches.get_flag("force"))?;
    let said = if seen {
        lang.text().share.written(&file.to_string_lossy()) + "\n"
    } else {
        String::new()
    };
    Ok(said.into())
}
