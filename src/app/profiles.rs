//! What becomes of whole profiles: lines typed about them, another one opened, renamed, steps taken back. Owns what the app
//! does before and after; what reaches the disk is a [`ProfileCommand`].

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
use crate::screens::profiles::{Profiles, name_to_type};
use std::path::PathBuf;

impl App {
    /// Opens the profiles screen.
    pub(super) fn profiles(&mut self) -> Effect {
        self.go(Screen::Profiles(Profiles::default()));
        self.show_selected();
        Effect::LookAround
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
            Ask::ImportFile => ProfileCommand::import(self.library.place(&name), None),
            Ask::ImportName(file) => ProfileCommand::import(file.clone(), Some(&name)),
            Ask::RestoreProfile(file) => ProfileCommand::bring_back(file.clone(), &name),
            Ask::DeleteProfile(slug) => {
                let wanted = name_to_type(slug.as_deref(), self).unwrap_or_default().to_owned();
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
