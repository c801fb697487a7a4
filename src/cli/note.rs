//! `pejl note MARK [TEXT or -]`: shows or writes the note on a mark.

use super::{Answer, Settings, args::Note, change, mark, of_argument, shape, to_json};
use crate::core::{
    fault::{Cause, Fault, UsageTrouble},
    profile::MOST_TEXT,
    sanitise::clean_lines,
    session::{TextTarget, kept_text},
};
use crate::store::Access;
use std::io::{self, Read};

/// The longest character in UTF-8, in bytes.
const WIDEST: usize = 4;

/// Runs the command.
pub fn run(settings: &Settings, args: &Note) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let asked = mark(&framework, &args.mark)?;
    let target = TextTarget::Mark(asked);
    let asked = framework.mark(asked);
    let piped = args.text.as_deref() == Some("-");
    let note = match args.text.as_deref() {
        None => None,
        Some("-") => Some(from_standard_input()?),
        Some(given) => Some(given.to_owned()),
    };
    let Some(note) = note else {
        let opened = settings.open_sound(&framework, Access::Read)?;
        let note = opened.profile.note(&asked.id);
        if args.json {
            return Ok(to_json(&shape::Note {
                profile: &opened.profile.name,
                id: &asked.id,
                note,
            }));
        }
        let line_end = if note.is_empty() { "" } else { "\n" };
        // a tab moves no further than spaces do, and another program gets the note as it is
        let parts: Vec<_> = note.split('\t').map(clean_lines).collect();
        return Ok(format!("{}{line_end}", parts.join("\t")).into_bytes().into());
    };
    let named = |fault| of_argument(fault, "pejl note", settings.lang.text().cli.note_text.0);
    let note = kept_text(&note).map_err(named)?;
    let mut from = String::new();
    let profile = change(settings, &framework, |session| {
        from = session.written(&target).to_owned();
        // a pipe that nothing came through is no wish to take a note away
        if piped && note.trim().is_empty() && !from.is_empty() {
            return Err(Fault::Usage {
                command: "pejl note".into(),
                trouble: UsageTrouble::MissingArgument {
                    names: vec![settings.lang.text().cli.note_text.0.to_owned()],
                },
            });
        }
        session.write(&target, &note)
    })?;
    if args.json {
        return Ok(to_json(&shape::NoteWritten {
            profile: &profile.name,
            id: &asked.id,
            from: &from,
            to: &note,
        }));
    }
    let shown = if note.is_empty() { "–" } else { &*note };
    Ok(format!("{}: {shown}\n", asked.title).into())
}

/// All of standard input, as far as a note and more would go.
fn from_standard_input() -> Result<String, Fault> {
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
