//! The profiles screen: the open profile's own fields, the others, those that were deleted. Owns what each line does;
//! what reaches the disk is a [`ProfileCommand`].

use super::{
    App, Effect,
    screen::{Ask, Place, Screen},
};
use crate::core::{
    fault::ReadOnly,
    history::Way,
    profile::Profile,
    session::{Deed, Outcome, ProfileCommand, Saving},
};
use std::path::PathBuf;

/// A field of the open profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Name,
    /// The unit.
    Unit,
    /// The challenge.
    Challenge,
    /// The own level.
    Level,
    /// When to look at it again.
    Review,
}

/// One line of the profiles screen; numbers count in [`crate::screens::around::Around`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A field of the open profile.
    Field(Field),
    /// Another profile.
    Other(usize),
    /// A new one.
    New {
        /// True for a copy of the open one.
        copy: bool,
    },
    /// One from a file.
    Import,
    /// A conflict copy.
    Copy(usize),
    /// A deleted one.
    Deleted(usize),
}

impl App {
    /// The lines of the profiles screen.
    pub fn profile_lines(&self) -> Vec<Line> {
        let fields = [
            Field::Name,
            Field::Unit,
            Field::Challenge,
            Field::Level,
            Field::Review,
        ];
        let mut lines: Vec<Line> = fields.map(Line::Field).to_vec();
        lines.extend((0..self.around.others.len()).map(Line::Other));
        lines.extend([false, true].map(|copy| Line::New { copy }));
        lines.push(Line::Import);
        lines.extend((0..self.around.copies.len()).map(Line::Copy));
        lines.extend((0..self.around.deleted.len()).map(Line::Deleted));
        lines
    }

    /// Opens the profiles screen.
    pub(super) fn profiles(&mut self) -> Effect {
        self.go(Screen::Profiles);
        Effect::LookAround
    }

    fn profile_line(&self) -> Option<Line> {
        self.profile_lines().get(self.selected()).copied()
    }

    /// True where a conflict copy is selected.
    pub(super) fn is_on_copy(&self) -> bool {
        matches!(self.screen(), Screen::Profiles) && matches!(self.profile_line(), Some(Line::Copy(_)))
    }

    /// Enter on a line.
    pub(super) fn open_profile_line(&mut self) -> Effect {
        match self.profile_line() {
            Some(Line::Field(field)) => self.open_profile_field(field),
            Some(Line::Other(at)) => {
                return Effect::Profile(ProfileCommand::Open(self.around.others[at].slug.clone()));
            }
            Some(Line::New { copy }) => self.ask(Ask::NewProfile { copy }, ""),
            Some(Line::Import) => self.ask(Ask::ImportFile, ""),
            Some(Line::Copy(at)) => return self.merge_copy(at),
            Some(Line::Deleted(at)) => {
                let deleted = self.around.deleted[at].clone();
                match deleted.profile {
                    Ok(profile) => self.ask(Ask::RestoreProfile(deleted.file), &profile.name),
                    Err(fault) => self.message = Some(self.lang.fault(&fault)),
                }
            }
            None => {}
        }
        Effect::None
    }

    fn open_profile_field(&mut self, field: Field) {
        let profile = Profile::clone(self.profile());
        match field {
            Field::Name => self.ask(Ask::ProfileName, &profile.name),
            Field::Unit => self.ask(Ask::Unit, &profile.unit),
            Field::Challenge => self.ask(Ask::Challenge, &profile.challenge),
            Field::Level => self.state.cycle_level(1),
            Field::Review => self.ask_review(),
        }
    }

    /// Asks for the name of the profile that is to be deleted.
    pub(super) fn delete_profile(&mut self) {
        let words = self.text().profiles;
        match self.profile_line() {
            Some(Line::Field(_)) => self.ask(Ask::DeleteProfile(None), ""),
            Some(Line::Other(at)) => {
                let slug = self.around.others[at].slug.clone();
                self.ask(Ask::DeleteProfile(Some(slug)), "");
            }
            Some(Line::Copy(_)) => self.message = Some(self.text().merge.copy_stays.to_owned()),
            Some(Line::Deleted(_)) => self.message = Some(words.deleted_stays.to_owned()),
            Some(Line::New { .. } | Line::Import) | None => {}
        }
        if let Some(name) = self.name_to_type() {
            self.message = Some(words.type_name(&name));
        }
    }

    /// The name that must be typed for a profile to be deleted.
    fn name_to_type(&self) -> Option<String> {
        match self.screen() {
            Screen::Prompt(Ask::DeleteProfile(None), _) => Some(self.profile().name.clone()),
            Screen::Prompt(Ask::DeleteProfile(Some(slug)), _) => {
                let other = self.around.others.iter().find(|other| other.slug == *slug);
                other.map(|other| other.name().to_owned())
            }
            _ => None,
        }
    }

    /// What Enter does with a line about profiles that is asked for; nothing where another line is. The line stays until
    /// what it asks for is done.
    pub(super) fn submit_profile_line(&mut self) -> Option<Effect> {
        let Screen::Prompt(ask, input) = self.screen() else {
            return None;
        };
        let name = input.text().trim().to_owned();
        let command = match ask {
            Ask::ProfileName => match self.session.rename(&name) {
                Ok(command) => command,
                Err(fault) => {
                    self.refused(&fault);
                    return Some(Effect::None);
                }
            },
            Ask::NewProfile { copy } => self.session.create(&name, *copy),
            Ask::ImportFile if name.is_empty() => return Some(Effect::None),
            Ask::ImportFile => ProfileCommand::Import {
                file: self.around.place(&name),
                name: None,
            },
            Ask::ImportName(file) => ProfileCommand::Import {
                file: file.clone(),
                name: Some(name),
            },
            Ask::RestoreProfile(file) => ProfileCommand::BringBack {
                file: file.clone(),
                name,
            },
            Ask::DeleteProfile(slug) => {
                let wanted = self.name_to_type().unwrap_or_default();
                if name != wanted.trim() {
                    self.message = Some(self.text().profiles.type_name(&wanted));
                    return Some(Effect::None);
                }
                ProfileCommand::Delete(slug.clone())
            }
            Ask::BearingLabel
            | Ask::BearingName(_)
            | Ask::Review
            | Ask::Team
            | Ask::Unit
            | Ask::Challenge
            | Ask::ExportFile(_) => return None,
        };
        Some(Effect::Profile(command))
    }

    /// The profile in this file cannot come in under the name it has there: another one is asked for.
    pub fn ask_import_name(&mut self, file: PathBuf, name: &str) {
        if matches!(self.screen(), Screen::Prompt(Ask::ImportFile, _)) {
            self.places.pop();
            self.ask(Ask::ImportName(file), name);
        }
    }

    /// After another program changed the file: which version goes on.
    pub(super) fn choose_version(&mut self, mine: bool) -> Effect {
        match self.session.saving() {
            Saving::Conflict(_) => Effect::Profile(ProfileCommand::Version { mine }),
            _ => {
                self.message = Some(self.text().one_version.to_owned());
                Effect::None
            }
        }
    }

    /// What was asked for is done: the line that asked for it goes, and `said` is told, where there is something to tell.
    pub fn done(&mut self, said: String) {
        if self.is_asking() {
            self.back();
        }
        self.show_selected();
        self.message = Some(said).filter(|said| !said.is_empty());
    }

    /// Another profile is open: home, with nothing to undo.
    pub fn open_profile(&mut self, profile: Profile, read_only: Option<ReadOnly>) {
        self.session.open(profile, read_only);
        self.forget_questions();
        self.places = vec![Place::home()];
    }

    /// The open profile has another name, which is on the disk, and its file has it too. Gives what is to be said.
    pub fn renamed(&mut self, name: &str, way: Way) -> String {
        let old = self.profile().name.clone();
        let outcome = self.session.renamed(name, way);
        self.leave_what_is_gone();
        match way {
            Way::New => self.text().profiles.renamed(&old, name),
            Way::Undo | Way::Redo => self.step_said(&outcome, way),
        }
    }

    pub(super) fn undo(&mut self) -> Effect {
        let deed = self.session.undo();
        self.walked(deed, Way::Undo)
    }

    pub(super) fn redo(&mut self) -> Effect {
        let deed = self.session.redo();
        self.walked(deed, Way::Redo)
    }

    /// A step was gone back or forth, or is to be by way of the profile's file.
    fn walked(&mut self, deed: Deed, way: Way) -> Effect {
        match deed {
            Ok(Outcome::Files(command)) => return Effect::Profile(command),
            Ok(outcome) => {
                self.leave_what_is_gone();
                self.message = Some(self.step_said(&outcome, way));
            }
            Err(fault) => self.refused(&fault),
        }
        Effect::None
    }

    /// What is said of a step that was taken back or made again, or of there being none.
    fn step_said(&self, outcome: &Outcome, way: Way) -> String {
        let text = self.text();
        let Outcome::Changed(step) = outcome else {
            let nothing = match way {
                Way::Redo => text.nothing_to_redo,
                Way::New | Way::Undo => text.nothing_to_undo,
            };
            return nothing.to_owned();
        };
        let names = self.session.names(step);
        let name = names.first().map(|name| text.step_name(name, &self.framework));
        let name = name.unwrap_or_default();
        match way {
            Way::Redo => text.redone(&name),
            Way::New | Way::Undo => text.undone(&name),
        }
    }
}
