//! What goes out of the running program: previews, files, the clipboard's Markdown. Makes the bytes; the effect runner writes them.

use super::Program;
use crate::core::{fault::Fault, format::Selection, sanitise::clean};
use crate::export::{self, Format, Input, Part, Parts, TeamInput};
use crate::text::capital;
use std::path::Path;

impl Program {
    /// The profile as it stands, without the bearings before it: a clipboard is no archive.
    pub(super) fn profile_as_markdown(&self) -> Option<String> {
        let parts = Parts::ALL.without(Part::Bearings);
        let bytes = self.profile_as(Format::Markdown, parts).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Shows what would be written.
    pub(super) fn preview(&mut self, selection: &Selection) {
        if let Some(effects) = &self.effects {
            effects.look_for_places(&mut self.app.state.library);
        }
        let shown = is_shown(selection.format).then(|| match self.made(selection) {
            Ok(_) if selection.format == Format::Ics => self.reminder(),
            Ok(bytes) => String::from_utf8(bytes).ok(),
            Err(fault) => Some(capital(&self.app.state.lang.fault(&fault))),
        });
        self.app.previewed(shown.flatten());
    }

    /// The day to look again, in words.
    fn reminder(&self) -> Option<String> {
        let state = &self.app.state;
        let profile = state.profile();
        let date = state.text().date(profile.review?);
        let title = state.text().export.appointment(&clean(&profile.name));
        Some(state.text().share.reminder(&date, &title))
    }

    /// Writes what is chosen, and says where it is.
    pub(super) fn export(&mut self, selection: &Selection, file: &Path, replace: bool) {
        let Some(effects) = &self.effects else {
            return;
        };
        match self
            .made(selection)
            .and_then(|bytes| effects.write_output(file, &bytes, replace))
        {
            Ok(()) => {
                let said = self.app.state.text().share.written(&file.to_string_lossy());
                self.app.done(said);
            }
            Err(fault) => self.app.not_exported(&fault),
        }
    }

    /// Writes the day to look again as a file for the calendar, where one is suggested, and says where it is.
    pub(super) fn write_calendar(&mut self) {
        let Some(effects) = &self.effects else {
            return;
        };
        effects.look_for_places(&mut self.app.state.library);
        let (selection, library) = (Selection::calendar(), &self.app.state.library);
        let team = self.app.state.text().share.team_file;
        let file = library.folder.join(selection.file_name(&library.slug, team));
        let made = self.made(&selection);
        match made.and_then(|bytes| effects.write_beside(&file, &bytes)) {
            Ok(file) => self.app.calendar_written(file),
            Err(fault) => self.app.state.refused(&fault),
        }
    }

    fn made(&self, selection: &Selection) -> Result<Vec<u8>, Fault> {
        let state = &self.app.state.team;
        match (&state.team, selection.team) {
            (Some(team), true) => export::export_team(
                selection.format,
                &TeamInput {
                    framework: &self.app.state.framework,
                    team,
                    filter: &state.filter,
                    order: state.order,
                    hide_names: state.hide_names,
                    lang: self.app.state.lang,
                    now: (self.clock)(),
                },
            ),
            _ => self.profile_as(selection.format, selection.parts),
        }
    }

    fn profile_as(&self, format: Format, parts: Parts) -> Result<Vec<u8>, Fault> {
        let input = Input {
            framework: &self.app.state.framework,
            rendering: self.app.state.rendering(),
            profile: self.app.state.profile(),
            lang: self.app.state.lang,
            now: (self.clock)(),
            parts,
            what: None,
        };
        export::export(format, &input)
    }
}

/// True where what comes out is shown before it is written.
fn is_shown(format: Format) -> bool {
    matches!(
        format,
        Format::Markdown | Format::Csv | Format::Json | Format::Ics
    )
}
