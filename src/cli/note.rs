//! `pejl note MARK [TEXT or -]`: shows or writes the note on a mark.

use super::{Answer, Settings, args::Note, change, mark, shape, to_json};
use crate::core::{
    fault::{Cause, Fault, UsageTrouble},
    profile::{Edit, MOST_TEXT},
};
use crate::store::Access;
use std::io::{self, Read};

/// The longest character in UTF-8, in bytes.
const WIDEST: usize = 4;

/// Runs the command.
pub fn run(settings: &Settings, args: &Note) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let asked = mark(&framework, &args.mark)?;
    let asked = framework.mark(asked);
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
        return Ok(format!("{note}{line_end}").into());
    };
    let note = kept(&note, settings.lang.text().cli.note_text.0)?;
    let mut from = String::new();
    let profile = change(settings, &framework, |profile| {
        from = profile.note(&asked.id).to_owned();
        let edit = Edit::Note {
            mark: asked.id.clone(),
            text: note.clone(),
        };
        Ok((from != note).then_some(edit))
    })?;
    if args.json {
        return Ok(to_json(&shape::NoteWritten {
            profile: &profile.name,
            id: &asked.id,
            from: &from,
            to: &note,
        }));
    }
    let shown = if note.is_empty() { "–" } else { &note };
    Ok(format!("{}: {shown}\n", asked.title).into())
}

/// The text as it is kept, `name` being what the argument is called: every line end is one newline, and there is none after the last line.
fn kept(text: &str, name: &str) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end_matches('\n');
    let trouble = |trouble| Fault::Usage {
        command: "pejl note".into(),
        trouble,
    };
    if text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(trouble(UsageTrouble::ControlCharacter {
            name: name.to_owned(),
        }));
    }
    let found = text.chars().count();
    if found > MOST_TEXT {
        return Err(trouble(UsageTrouble::TooLong {
            name: name.to_owned(),
            max: MOST_TEXT,
            found,
        }));
    }
    Ok(text.to_owned())
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
    String::from_utf8(bytes).map_err(|_| Fault::NotUtf8Input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_every_kind_are_one_and_none_stands_last() {
        assert_eq!(kept("en\r\nto\rtre\n\n", "TEXT").unwrap(), "en\nto\ntre");
        assert_eq!(kept("\n", "TEXT").unwrap(), "");
        assert_eq!(kept("a\tb", "TEXT").unwrap(), "a\tb");
    }

    #[test]
    fn what_is_too_long_or_steers_a_terminal_is_refused() {
        assert!(kept(&"æ".repeat(MOST_TEXT), "TEXT").is_ok());
        let refused = |text: &str| match kept(text, "TEXT") {
            Err(Fault::Usage { trouble, .. }) => Some(trouble),
            _ => None,
        };
        let long = "æ".repeat(MOST_TEXT + 1);
        assert!(matches!(
            refused(&long),
            Some(UsageTrouble::TooLong { found: 10_001, .. })
        ));
        for text in ["a\u{1b}[2J", "\u{0}", "\u{9b}1m"] {
            assert!(
                matches!(refused(text), Some(UsageTrouble::ControlCharacter { .. })),
                "{text:?}"
            );
        }
    }
}
