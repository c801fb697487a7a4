//! What goes out of the running program: previews, files and what opens them, the clipboard's Markdown. Makes the bytes; the
//! effect runner writes them.

use super::Program;
use crate::core::{
    fault::Fault,
    format::{Format, Part, Parts},
    framework::{Field, Mark, MarkIndex},
    purpose::Selection,
    sanitise::clean,
};
use crate::export::{self, Drawn, Input, TeamInput};
use crate::screens::export::Preview;
use crate::store;
use crate::text::capital;
use crate::ui::thumbnail::Thumbnail;
use std::path::Path;

/// How many pixels the drawing of a page is high, before it becomes cells: at least two for each row there may be.
const HIGH: u32 = 160;

impl Program {
    /// The profile as it stands, without the bearings before it: a clipboard is no archive.
    pub(super) fn profile_as_markdown(&self) -> Option<String> {
        let input = Input {
            parts: Parts::ALL.without(Part::Bearings),
            ..self.profile_input(&Selection::suggested(false))
        };
        let bytes = export::export(Format::Markdown, &input).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Shows what would be written.
    pub(super) fn preview(&mut self, selection: &Selection) {
        if let Some(effects) = &self.effects {
            effects.look_for_places(&mut self.app.state.library);
        }
        let preview = self.previewed(selection).unwrap_or_else(|fault| Preview {
            text: Some(capital(&self.app.state.lang.fault(&fault))),
            ..Preview::default()
        });
        self.app.previewed(preview);
    }

    fn previewed(&self, selection: &Selection) -> Result<Preview, Fault> {
        let text = |text: Option<String>| Preview {
            text,
            ..Preview::default()
        };
        Ok(match selection.format {
            Format::Ics => {
                // where there is no date that is the fault
                self.made(selection)?;
                text(self.reminder())
            }
            Format::Xlsx if !selection.team => text(Some(self.rows())),
            Format::Xlsx => {
                let format = Format::Csv;
                let table = Selection { format, ..*selection };
                text(String::from_utf8(self.made(&table)?).ok())
            }
            Format::Markdown | Format::Csv | Format::Json => {
                text(String::from_utf8(self.made(selection)?).ok())
            }
            Format::Pdf | Format::Html | Format::Svg | Format::Png => {
                let Drawn { pixels, wide, pages } = match self.team_input(selection) {
                    Some(input) => export::draw_team(&input, HIGH),
                    None => export::draw(&self.profile_input(selection), HIGH),
                };
                Preview {
                    text: None,
                    drawn: Some(Thumbnail { pixels, wide }),
                    pages: (selection.format == Format::Pdf).then_some(pages),
                }
            }
        })
    }

    /// The first columns of a spreadsheet, a row for each mark.
    fn rows(&self) -> String {
        let state = &self.app.state;
        let (framework, profile, words) = (&state.framework, state.profile(), state.text().export);
        let weights = framework.weights(framework.marks().map(|(_, _, mark)| profile.value(&mark.id)));
        let row = |(index, _, mark): (MarkIndex, &Field, &Mark)| {
            let (number, value) = (framework.position(index), profile.value(&mark.id));
            let share = words.share(weights[index.get()]);
            let name = clean(&mark.short);
            // a sign of two columns is no letter of a name that is short
            let pad = " ".repeat(22usize.saturating_sub(name.chars().count()));
            format!("{number:>5}  {name}{pad} {:>3} {share:>8}\n", value.to_string())
        };
        framework.marks().map(row).collect()
    }

    /// The day to look again, in words.
    fn reminder(&self) -> Option<String> {
        let state = &self.app.state;
        let profile = state.profile();
        let date = state.text().date(profile.review?);
        let title = state.text().export.appointment(&clean(&profile.name));
        Some(state.text().purpose.reminder(&date, &title))
    }

    /// Writes what is chosen, and says where it is.
    pub(super) fn export(&mut self, selection: &Selection, file: &Path, replace: bool) {
        let Some(effects) = &self.effects else {
            return;
        };
        // what is the program's own is refused as that, whatever it is called
        if let Err(fault) = effects.own().refuse(file) {
            return self.app.not_exported(&fault);
        }
        if !selection.format.is_ending_of(file) {
            let ending = selection.format.extension();
            self.app.state.message = Some(self.app.state.text().purpose.ends_in(ending));
            return;
        }
        match self
            .made(selection)
            .and_then(|bytes| effects.write_output(file, &bytes, replace))
        {
            Ok(()) => self.app.exported(file.to_owned()),
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
        let words = self.app.state.text().purpose;
        let purpose = words.in_file_names(selection.purpose, false);
        let name = selection.file_name(&library.slug, purpose, self.app.state.session.today());
        let file = library.folder.join(name);
        let made = self.made(&selection);
        match made.and_then(|bytes| effects.write_beside(&file, &bytes)) {
            Ok(file) => self.app.calendar_written(file),
            Err(fault) => self.app.state.refused(&fault),
        }
    }

    /// Opens a file that was written, or says where it is.
    pub(super) fn open_file(&mut self, file: &Path) {
        let words = self.app.state.text().purpose;
        let said = match store::open_file(file) {
            true => words.opened(&file.file_name().unwrap_or_default().to_string_lossy()),
            false => words.not_opened(&file.to_string_lossy()),
        };
        self.app.done(said);
    }

    fn made(&self, selection: &Selection) -> Result<Vec<u8>, Fault> {
        match self.team_input(selection) {
            Some(input) => export::export_team(selection.format, &input),
            None => export::export(selection.format, &self.profile_input(selection)),
        }
    }

    /// The team as it is shown, where that is what goes out.
    fn team_input(&self, selection: &Selection) -> Option<TeamInput<'_>> {
        let state = &self.app.state.team;
        let team = state.team.as_ref().filter(|_| selection.team)?;
        Some(TeamInput {
            framework: &self.app.state.framework,
            team,
            filter: &state.filter,
            order: state.order,
            hide_names: state.hide_names,
            lang: self.app.state.lang,
            now: (self.clock)(),
            what: selection.purpose.what(),
            picture: selection.picture,
        })
    }

    fn profile_input(&self, selection: &Selection) -> Input<'_> {
        Input {
            framework: &self.app.state.framework,
            rendering: self.app.state.rendering(),
            profile: self.app.state.profile(),
            lang: self.app.state.lang,
            now: (self.clock)(),
            parts: selection.parts,
            what: Some(selection.purpose.what()),
            picture: selection.picture,
        }
    }
}
