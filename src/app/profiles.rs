//! The profiles screen: the open profile's own fields, the others, those that were deleted. Owns what each line does;
//! what reaches the disk is an [`Errand`].

use super::{
    App, Effect, Saving,
    screen::{Ask, Place, Screen},
};
use crate::core::{
    fault::{Fault, ReadOnly},
    history::{History, Way},
    profile::{Edit, Profile},
};
use std::{path::PathBuf, sync::Arc};

/// What the profiles screen asks to be done with the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Open the profile with this slug.
    Use(String),
    /// Make a profile of this name and open it.
    New {
        /// Its name.
        name: String,
        /// True for the open profile over again, false for dials at neutral.
        copy: bool,
    },
    /// Make the profile in a file a new one here and open it.
    Import {
        /// The file.
        file: PathBuf,
        /// Its name; nothing where it keeps its own.
        name: Option<String>,
    },
    /// Give the open profile this name.
    Rename {
        /// Its name.
        name: String,
        /// As a step of its own, or back or forth over one.
        way: Way,
    },
    /// Delete the profile with this slug.
    Delete(String),
    /// Show two versions of a profile side by side: the open one and what another program wrote, or the profile with this
    /// slug and the copy of it in this file.
    Merge(Option<(String, PathBuf)>),
    /// Keep what the merge on the screen makes of the two, and put the other version away.
    KeepMerged,
    /// After another program changed the file: go on with what is open here, or with what the other one wrote.
    Version {
        /// True for what is open here.
        mine: bool,
    },
    /// Bring a deleted profile back.
    Restore {
        /// The file that keeps it.
        file: PathBuf,
        /// The name it gets.
        name: String,
    },
}

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

/// One line of the profiles screen; numbers count in [`super::around::Around`].
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
                return Effect::Profile(Errand::Use(self.around.others[at].slug.clone()));
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
        let profile = self.profile.clone();
        match field {
            Field::Name => self.ask(Ask::ProfileName, &profile.name),
            Field::Unit => self.ask(Ask::Unit, &profile.unit),
            Field::Challenge => self.ask(Ask::Challenge, &profile.challenge),
            Field::Level => self.other_level(1),
            Field::Review => self.ask_review(),
        }
    }

    /// The own level is the next one, or the one before; round at the ends.
    pub(super) fn other_level(&mut self, by: isize) {
        let count = self.framework.levels.len().max(1) as isize;
        let level = (self.own_level() as isize + by).rem_euclid(count) as usize;
        if level != self.own_level() {
            self.change(Edit::Level(level as u8 + 1));
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
            Screen::Prompt(Ask::DeleteProfile(None), _) => Some(self.profile.name.clone()),
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
        let errand = match ask {
            Ask::ProfileName => Errand::Rename { name, way: Way::New },
            Ask::NewProfile { copy } => Errand::New { name, copy: *copy },
            Ask::ImportFile if name.is_empty() => return Some(Effect::None),
            Ask::ImportFile => Errand::Import {
                file: self.around.place(&name),
                name: None,
            },
            Ask::ImportName(file) => Errand::Import {
                file: file.clone(),
                name: Some(name),
            },
            Ask::RestoreProfile(file) => Errand::Restore {
                file: file.clone(),
                name,
            },
            Ask::DeleteProfile(slug) => {
                let wanted = self.name_to_type().unwrap_or_default();
                if name != wanted.trim() {
                    self.message = Some(self.text().profiles.type_name(&wanted));
                    return Some(Effect::None);
                }
                Errand::Delete(slug.clone().unwrap_or_default())
            }
            Ask::BearingLabel
            | Ask::BearingName(_)
            | Ask::Review
            | Ask::Team
            | Ask::Unit
            | Ask::Challenge
            | Ask::ExportFile(_) => return None,
        };
        if let (Saving::ReadOnly(_), Errand::Rename { .. }) = (&self.saving, &errand) {
            let read_only = self.text().read_only.to_owned();
            self.message = Some(read_only);
            return Some(Effect::None);
        }
        Some(Effect::Profile(errand))
    }

    /// An errand could not be done: it is told, and what was typed is still there.
    pub fn refused(&mut self, fault: &Fault) {
        self.message = Some(self.lang.fault(fault));
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
        match self.saving {
            Saving::Conflict(_) => Effect::Profile(Errand::Version { mine }),
            _ => {
                self.message = Some(self.text().one_version.to_owned());
                Effect::None
            }
        }
    }

    /// The version that is open here goes on, and must be saved.
    pub fn go_on(&mut self) {
        self.saving = Saving::Saved;
        self.changed();
    }

    /// An errand is done: the line that asked for it goes, and `said` is told, where there is something to tell.
    pub fn done(&mut self, said: String) {
        if self.is_asking() {
            self.back();
        }
        self.show_selected();
        self.message = Some(said).filter(|said| !said.is_empty());
    }

    /// Another profile is open: home, with nothing to undo.
    pub fn open_profile(&mut self, profile: Profile, read_only: Option<ReadOnly>) {
        self.profile = Arc::new(profile);
        self.forget_questions();
        self.history = History::default();
        self.ghosting = None;
        self.places = vec![Place::new(Screen::Home)];
        self.saving = read_only.map_or(Saving::Saved, Saving::ReadOnly);
    }

    /// The open profile has another name, which is on the disk, and its file has it too. Gives what is to be said.
    pub fn renamed(&mut self, name: String, way: Way) -> String {
        let old = self.profile.name.clone();
        let profile = Arc::make_mut(&mut self.profile);
        match way {
            Way::New => {
                let said = self.lang.text().profiles.renamed(&old, &name);
                self.history.make(profile, Edit::Name(name));
                said
            }
            Way::Undo | Way::Redo => {
                let merged = matches!(self.history.next(way), Some(Edit::Whole(_)));
                let said = self.step_over(way).unwrap_or_default();
                if merged {
                    // the disk has the name so far, and the rest of the step is to be saved
                    self.changed();
                    self.leave_what_is_gone();
                }
                said
            }
        }
    }
}
