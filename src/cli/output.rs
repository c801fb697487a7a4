//! Where an export goes: to the file that was asked for, or to standard output.

use super::{Answer, args::Output};
use crate::core::fault::{Fault, UsageTrouble};
use crate::export::Format;
use crate::store;
use crate::text::Lang;
use std::{
    io::{self, IsTerminal},
    path::Path,
};

impl Output {
    /// The file that was asked for; none where it is standard output, which is also written `-`.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|file| *file != Path::new("-"))
    }

    /// The format that the ending of the file tells.
    pub fn format(&self) -> Option<Format> {
        self.file()?.extension()?.to_str().and_then(Format::parse)
    }
}

/// Puts `made` where the command line wants it. What becomes a file is said only to a person who looks on.
pub fn deliver(
    lang: Lang,
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
    store::write_output(file, &bytes, output.force)?;
    let said = if seen {
        lang.text().share.written(&file.to_string_lossy()) + "\n"
    } else {
        String::new()
    };
    Ok(said.into())
}
