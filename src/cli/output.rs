//! Where an export goes: to a file or to standard output.

use super::{Answer, Settings, args::Output, tell};
use crate::core::{
    fault::{Fault, UsageTrouble},
    sanitise::clean,
};
use crate::export::Format;
use crate::store;
use std::{
    io::{self, IsTerminal},
    path::Path,
};

impl Output {
    /// The file to write; none for standard output, which may also be written `-`.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|file| *file != Path::new("-"))
    }

    /// The format by the file's extension.
    pub fn format(&self) -> Option<Format> {
        self.file()?.extension()?.to_str().and_then(Format::parse)
    }
}

/// Writes what `made` returns to the file or to standard output. The file's name is told on standard
/// error.
pub fn deliver(
    settings: &Settings,
    command: &str,
    output: &Output,
    format: Format,
    made: impl FnOnce() -> Result<Vec<u8>, Fault>,
) -> Result<Answer, Fault> {
    let to = output.file();
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
    store::write_output(file, &bytes, output.force, &settings.own())?;
    tell(
        &settings
            .lang
            .text()
            .share
            .written(&clean(&file.to_string_lossy())),
    );
    Ok(String::new().into())
}
