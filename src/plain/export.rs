//! Writing out: the profile or the team, in each format, to a file that is never replaced unasked.

use super::{Choice, ChoiceAction, Place, Plain, write::Asking};
use crate::core::{
    fault::{Cause, Fault},
    format::{Item, Selection},
    sanitise::clean,
};
use crate::export::{self, Format, Input, TeamInput};
use crate::store;
use std::path::Path;

impl Plain {
    /// To the choice of what goes out: at the team the team, else the profile.
    pub(super) fn begin_export(&mut self) {
        let at_team = matches!(self.place(), Place::Team | Place::TeamMark(_));
        let team = at_team && self.team.team.is_some();
        self.exporting = Selection::suggested(team);
        self.go(Place::Export);
    }

    /// Writes the day to look again as a file for a calendar, where one is suggested, in the place of no other; then on in the
    /// review.
    pub(super) fn write_calendar(&mut self) {
        self.exporting = Selection::calendar();
        let name = self
            .exporting
            .file_name(self.file.slug(), self.text().share.team_file);
        let file = self.outside.folder.join(name);
        let made = self.made();
        match made.and_then(|bytes| store::write_beside(&file, &bytes, &self.outside.own())) {
            Ok(file) => {
                let said = self.text().share.written(&file.to_string_lossy());
                self.say(&format!("{said}."));
                self.monthly_on(true);
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    pub(super) fn export(&mut self) {
        let (words, export) = (self.text().share, self.words().export);
        let what = match self.exporting.team {
            true => self.text().export.team.to_owned(),
            false => clean(&self.profile().name).into_owned(),
        };
        self.say(&export.exporting(&what));
        let goes = |goes: bool| if goes { words.goes.0 } else { words.goes.1 };
        let (format, parts) = (self.exporting.format, self.exporting.parts);
        let mut choices: Vec<Choice> = Vec::new();
        for item in self.exporting.items() {
            let (name, value) = match item {
                Item::Format => (words.format_name, format.extension()),
                Item::Part(part) => (words.part_name(part), goes(parts.has(part))),
                Item::Names => (words.names, goes(!self.team.hide_names)),
            };
            let mut label = format!("{name}: {value}");
            if item == Item::Format {
                label += &format!(". {}", words.made(format, self.exporting.team));
            }
            choices.push(Choice::new(label, ChoiceAction::Part(item)));
        }
        let name = self.exporting.file_name(self.file.slug(), words.team_file);
        let file = self.outside.folder.join(name);
        choices.push(Choice::new(
            export.write_to(&file.to_string_lossy()),
            ChoiceAction::Export(file, false),
        ));
        choices.push(Choice::new(
            export.write_elsewhere,
            ChoiceAction::Ask(Asking::ExportFile),
        ));
        self.offer(choices);
        self.hint(self.words().hint_list);
    }

    /// Another format, or a part that goes or stays.
    pub(super) fn change_part(&mut self, item: Item) {
        match item {
            Item::Format => {
                let made = |format: Format| self.text().share.made(format, self.exporting.team);
                let formats = Format::of(self.exporting.team).iter().map(|format| {
                    let label = format!("{}. {}", format.extension(), made(*format));
                    Choice::new(label, ChoiceAction::Format(*format))
                });
                let formats = formats.collect();
                return self.ask(Asking::Choice(formats));
            }
            Item::Part(part) => self.exporting.parts.toggle(part),
            Item::Names => self.team.hide_names = !self.team.hide_names,
        }
        self.arrive();
    }

    /// Writes it; a file that is there is only replaced after that was asked.
    pub(super) fn write_out(&mut self, file: &Path, replace: bool) {
        let (words, export) = (self.text().share, self.words().export);
        let name = file.to_string_lossy().into_owned();
        match self
            .made()
            .and_then(|bytes| store::write_output(file, &bytes, replace, &self.outside.own()))
        {
            Ok(()) => self.say(&format!("{}.", words.written(&name))),
            Err(Fault::CannotCreate {
                why: Cause::Exists, ..
            }) => {
                self.say(&export.is_there(&name));
                self.ask(Asking::Choice(vec![
                    Choice::new(export.replace, ChoiceAction::Export(file.to_owned(), true)),
                    Choice::new(export.leave, ChoiceAction::Leave),
                ]));
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    fn made(&self) -> Result<Vec<u8>, Fault> {
        let Selection { team, format, parts } = self.exporting;
        let now = (self.outside.clock)();
        match &self.team.team {
            Some(read) if team => export::export_team(
                format,
                &TeamInput {
                    framework: &self.framework,
                    team: read,
                    filter: &self.team.filter,
                    order: self.team.order,
                    hide_names: self.team.hide_names,
                    lang: self.lang,
                    now,
                },
            ),
            _ => export::export(
                format,
                &Input {
                    framework: &self.framework,
                    rendering: self.english.as_ref(),
                    profile: self.profile(),
                    lang: self.lang,
                    now,
                    parts,
                    what: None,
                },
            ),
        }
    }
}
