//! Print and share: the profile or the team, for a purpose and in a format, to a file that is never replaced unasked.

use super::{Choice, ChoiceAction, Command, Place, Plain, write::Asking};
use crate::core::{
    fault::{Cause, Fault},
    purpose::{Item, Purpose, Selection},
    sanitise::clean,
};
use crate::export::{self, Input, TeamInput};
use crate::store;
use std::path::{Path, PathBuf};

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
        let file = self.suggested_file();
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

    /// What goes out, choice by choice, and where to.
    pub(super) fn export(&mut self) {
        let (words, export) = (self.text().purpose, self.words().export);
        let Selection {
            team,
            purpose,
            format,
            ..
        } = self.exporting;
        let whose = match team {
            true => self.text().export.team.to_owned(),
            false => clean(&self.profile().name).into_owned(),
        };
        self.say(&export.exporting(&whose));
        let named = |purpose: &Purpose| {
            let formats: Vec<&str> = purpose
                .formats()
                .iter()
                .map(|format| format.extension())
                .collect();
            let label = format!("{}. {}", words.name(*purpose, team), formats.join(", "));
            Choice::new(label, ChoiceAction::Purpose(*purpose))
        };
        let purposes = Purpose::of(team).iter().map(named).collect();
        let mut choices = vec![Choice::new(
            export.purpose(words.name(purpose, team)),
            ChoiceAction::Ask(Asking::Choice(purposes)),
        )];
        let about = words.about(purpose, format, team);
        let label = format!("{}. {about}", export.format(format.extension()));
        let formats = purpose.formats().iter().map(|format| {
            let label = format!("{}. {}", format.extension(), words.about(purpose, *format, team));
            Choice::new(label, ChoiceAction::Format(*format))
        });
        choices.push(Choice::new(
            label,
            ChoiceAction::Ask(Asking::Choice(formats.collect())),
        ));
        for item in self.exporting.items() {
            choices.push(Choice::new(self.item(item), ChoiceAction::Part(item)));
        }
        let file = self.suggested_file();
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

    /// The file that is suggested.
    fn suggested_file(&self) -> PathBuf {
        let words = self.text().purpose;
        let Selection { team, purpose, .. } = self.exporting;
        let slug = if team { words.team_file } else { self.file.slug() };
        let purpose = words.in_file_names(purpose, team);
        let name = self.exporting.file_name(slug, purpose, self.session.today());
        self.outside.folder.join(name)
    }

    /// A choice with its value.
    fn item(&self, item: Item) -> String {
        let words = self.text().purpose;
        let goes = |goes: bool| if goes { words.goes.0 } else { words.goes.1 };
        let Selection { parts, picture, .. } = self.exporting;
        let (name, value) = match item {
            Item::Part(part) => (words.part_name(part), goes(parts.has(part)).to_owned()),
            Item::Names => (words.names, goes(!self.team.hide_names).to_owned()),
            Item::Size => (words.size, words.pixels(picture.size)),
            Item::Ground if picture.transparent => (words.ground, words.grounds.0.to_owned()),
            Item::Ground => (words.ground, words.grounds.1.to_owned()),
        };
        format!("{name}: {value}")
    }

    /// Another purpose, as it is suggested.
    pub(super) fn choose_purpose(&mut self, purpose: Purpose) {
        self.exporting = Selection::of(self.exporting.team, purpose);
        self.arrive();
    }

    /// A part goes or stays; the next value of another choice.
    pub(super) fn change_part(&mut self, item: Item) {
        match item {
            Item::Names => self.team.hide_names = !self.team.hide_names,
            item => self.exporting.turn(item, 1),
        }
        self.arrive();
    }

    /// Writes it to a file that was typed. A name without the format's ending is a command, or asked for again.
    pub(super) fn take_file_name(&mut self, line: &str) {
        let (file, format) = (self.outside.place(line), self.exporting.format);
        if format.is_ending_of(&file) {
            return self.write_out(&file, false);
        }
        match Command::parse(line, self.words().words) {
            Some((command, "")) => self.command(command, ""),
            // what is the program's own is refused as that, whatever it is called
            _ if self.outside.own().refuse(&file).is_err() => self.write_out(&file, false),
            _ => {
                let said = self.text().purpose.ends_in(format.extension());
                self.say(&format!("{said}."));
                self.asking = Some(Asking::ExportFile);
            }
        }
    }

    /// Writes it; a file that is there is only replaced after that was asked. One that was written can be opened.
    pub(super) fn write_out(&mut self, file: &Path, replace: bool) {
        let (words, export) = (self.text().purpose, self.words().export);
        let name = file.to_string_lossy().into_owned();
        match self
            .made()
            .and_then(|bytes| store::write_output(file, &bytes, replace, &self.outside.own()))
        {
            Ok(()) => {
                self.say(&format!("{}.", self.text().share.written(&name)));
                let open = Choice::new(words.open_it, ChoiceAction::OpenFile(file.to_owned()));
                self.offer(vec![open]);
            }
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

    /// Opens a file that was written in a program of the reader's own, or says where it is.
    pub(super) fn open_file(&mut self, file: &Path) {
        let words = self.text().purpose;
        let name = file.to_string_lossy();
        let said = match store::open_file(file) {
            true => words.opened(&name),
            false => words.not_opened(&name),
        };
        self.say(&format!("{said}."));
    }

    fn made(&self) -> Result<Vec<u8>, Fault> {
        let Selection {
            team,
            purpose,
            format,
            parts,
            picture,
        } = self.exporting;
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
                    what: purpose.what(),
                    picture,
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
                    what: Some(purpose.what()),
                    picture,
                },
            ),
        }
    }
}
