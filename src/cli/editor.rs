//! A text in the reader's own editor: `$VISUAL`, else `$EDITOR`, else one that systems have. Owns how it is found and run, and
//! that what was written there is not lost where it cannot be kept.

use super::child::wait_for;
use crate::core::fault::{Cause, Fault};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// What is looked for where the reader has named no editor.
#[cfg(not(windows))]
const EDITORS: [&str; 3] = ["editor", "nano", "vi"];
#[cfg(windows)]
const EDITORS: [&str; 1] = ["notepad.exe"];

/// A text as it came out of the editor, and the file it is in.
pub struct Edited {
    /// The text.
    pub text: String,
    file: PathBuf,
    /// Nobody else's, and gone with this: editors leave copies beside the file.
    folder: TempDir,
}

impl Edited {
    /// What came of keeping the text. Where that failed the file stays, and the fault names it.
    pub fn taken<T>(self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| {
            // the folder is no longer removed
            let _ = self.folder.keep();
            Fault::LeftInFile {
                fault: Box::new(fault),
                kept: self.file,
            }
        })
    }
}

/// Opens an editor on `text`, in a file of this name, and waits for its end.
///
/// # Errors
/// [`Fault::Editor`] where there is none, it cannot be started or fails; [`Fault::NotUtf8Input`] inside
/// [`Fault::LeftInFile`]; [`Fault::CannotCreate`] where there is no room for the file.
pub fn edit(text: &str, name: &str) -> Result<Edited, Fault> {
    let cannot = |path: &Path, error| Fault::CannotCreate {
        path: path.to_owned(),
        why: Cause::from(&error),
    };
    let folder = tempfile::Builder::new()
        .prefix("pejl-")
        .tempdir()
        .map_err(|error| cannot(&std::env::temp_dir(), error))?;
    let file = folder.path().join(name);
    // editors expect a line to end
    let line_end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    fs::write(&file, format!("{text}{line_end}")).map_err(|error| cannot(&file, error))?;
    let editor = named().ok_or_else(|| Fault::Editor {
        command: String::new(),
    })?;
    if !runs_well(&editor, &file) {
        return Err(Fault::Editor { command: editor });
    }
    let bytes = fs::read(&file).unwrap_or_default();
    let mut edited = Edited {
        text: String::new(),
        file,
        folder,
    };
    match String::from_utf8(bytes) {
        Ok(text) => edited.text = text,
        Err(_) => return edited.taken(Err(Fault::NotUtf8Input)),
    }
    Ok(edited)
}

/// The editor to run, as the shell would read it; none where there is none.
fn named() -> Option<String> {
    let set = |name| std::env::var(name).ok();
    let asked = ["VISUAL", "EDITOR"].into_iter().filter_map(set);
    let mut asked = asked.filter(|editor| !editor.trim().is_empty());
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let there = |name: &&str| std::env::split_paths(&folders).any(|folder| folder.join(name).is_file());
    asked
        .next()
        .or_else(|| EDITORS.into_iter().find(there).map(str::to_owned))
}

/// Runs the editor; its name may have arguments. Returns whether it ended well.
fn runs_well(editor: &str, file: &Path) -> bool {
    let status = wait_for(|| command(editor, file).status());
    status.is_ok_and(|status| status.success())
}

#[cfg(not(windows))]
fn command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("/bin/sh");
    command
        .arg("-c")
        .arg(format!("{editor} \"$1\""))
        .arg("sh")
        .arg(file);
    command
}

#[cfg(windows)]
fn command(editor: &str, file: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = Command::new("cmd");
    command.raw_arg(format!("/C \"{editor} \"{}\"\"", file.display()));
    command
}
