//! `pejl note MARK [TEXT, - or --edit]`: shows or writes the note on a mark.

use super::{
    Answer, Settings, args::Note, change, editor, input::text_from_standard_input, mark, of_argument, shape,
    to_json,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    framework::{Framework, Mark, MarkIndex},
    sanitise::clean_lines,
    session::{TextTarget, kept_text},
};
use crate::store::Access;

/// What a note is called while it is in an editor.
const FILE: &str = "note.txt";

/// Runs the command.
pub fn run(settings: &Settings, args: &Note) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let asked = mark(&framework, &args.mark)?;
    let command = Command {
        settings,
        json: args.json,
        mark: framework.mark(asked),
        framework: &framework,
        asked,
    };
    match args.text.as_deref() {
        None if args.edit => command.edit(),
        None => command.show(),
        Some("-") => command.write(&text_from_standard_input()?, true),
        Some(given) => command.write(given, false),
    }
}

struct Command<'a> {
    settings: &'a Settings,
    json: bool,
    framework: &'a Framework,
    asked: MarkIndex,
    mark: &'a Mark,
}

impl Command<'_> {
    fn show(&self) -> Result<Answer, Fault> {
        let opened = self.settings.open_sound(self.framework, Access::Read)?;
        let note = opened.profile.note(&self.mark.id);
        if self.json {
            return Ok(to_json(&shape::Note {
                profile: &opened.profile.name,
                id: &self.mark.id,
                note,
            }));
        }
        let line_end = if note.is_empty() { "" } else { "\n" };
        // a tab moves no further than spaces do, and another program gets the note as it is
        let parts: Vec<_> = note.split('\t').map(clean_lines).collect();
        Ok(format!("{}{line_end}", parts.join("\t")).into_bytes().into())
    }

    /// Lets the reader write the note in her editor. One that fails, empties the note or leaves it as it was changes
    /// nothing.
    fn edit(&self) -> Result<Answer, Fault> {
        // what cannot be written is told before she writes
        let opened = self.settings.open_sound(self.framework, Access::Edit)?;
        opened.file.writable()?;
        let from = opened.profile.note(&self.mark.id).to_owned();
        let name = opened.profile.name.clone();
        drop(opened);
        let edited = editor::edit(&from, FILE)?;
        let to = edited.text.trim_end();
        if to.is_empty() || to == from.trim_end() {
            if self.json {
                return Ok(self.written(&name, &from, &from));
            }
            return Ok(format!("{}\n", self.settings.lang.text().cli.note_unchanged).into());
        }
        let written = self.write(to, false);
        edited.taken(written)
    }

    /// Writes the note. `piped` is one that came through a pipe.
    fn write(&self, note: &str, piped: bool) -> Result<Answer, Fault> {
        let called = self.settings.lang.text().cli.note_text.0;
        let note = kept_text(note).map_err(|fault| of_argument(fault, "pejl note", called))?;
        let target = TextTarget::Mark(self.asked);
        let mut from = String::new();
        let profile = change(self.settings, self.framework, |session| {
            from = session.written(&target).to_owned();
            // a pipe that nothing came through is no wish to take a note away
            if piped && note.trim().is_empty() && !from.is_empty() {
                return Err(Fault::Usage {
                    command: "pejl note".into(),
                    trouble: UsageTrouble::MissingArgument {
                        names: vec![called.to_owned()],
                    },
                });
            }
            session.write(&target, &note)
        })?;
        if self.json {
            return Ok(self.written(&profile.name, &from, &note));
        }
        let shown = if note.is_empty() { "–" } else { &*note };
        Ok(format!("{}: {shown}\n", self.mark.title).into())
    }

    fn written(&self, profile: &str, from: &str, to: &str) -> Answer {
        to_json(&shape::NoteWritten {
            profile,
            id: &self.mark.id,
            from,
            to,
        })
    }
}
