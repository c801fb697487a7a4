//! The profile and the others: what is set, opening, making, renaming, deleting, and what comes back and comes in.

use super::{Choice, ChoiceAction, Place, Plain, sentence, take_on, write::Asking};
use crate::core::{
    fault::{Fault, Notice},
    history::Way,
    sanitise::clean,
    session::{ProfileCommand, TextTarget},
};
use crate::store::{Access, Imported, Opened};
use std::path::PathBuf;

impl Plain {
    pub(super) fn profile_place(&mut self) {
        let words = self.words();
        self.say(&words.profile(&clean(&self.profile().name)));
        let set = |what: &str, value: &str| {
            let value = if value.trim().is_empty() {
                words.none
            } else {
                value
            };
            format!("{what}: {}", clean(value))
        };
        let levels: Vec<Choice> = (0..self.framework.levels.len())
            .map(|level| Choice::new(self.level_name(level), ChoiceAction::Level(level)))
            .collect();
        let review = self
            .profile()
            .review
            .map_or(String::new(), |date| self.text().date(date));
        let level = (levels.len() > 1).then(|| {
            let label = set(words.own_level, &self.level_name(self.own_level()));
            Choice::new(label, ChoiceAction::Ask(Asking::Choice(levels)))
        });
        let rest = [
            Choice::new(
                set(words.unit, &self.profile().unit),
                ChoiceAction::Ask(Asking::Unit),
            ),
            Choice::new(
                set(words.challenge, &self.profile().challenge),
                ChoiceAction::Ask(Asking::Challenge),
            ),
            Choice::new(set(words.review, &review), ChoiceAction::Ask(Asking::Review)),
            Choice::new(
                set(self.text().note, &self.profile().note),
                ChoiceAction::Text(TextTarget::Profile),
            ),
            Choice::to(words.other_profiles, Place::Profiles),
        ];
        self.offer(level.into_iter().chain(rest).collect());
        self.hint(words.hint_list);
    }

    pub(super) fn profiles(&mut self) {
        let words = self.words();
        let listed = match self.outside.store.list() {
            Ok(listed) => listed,
            Err(fault) => return self.say_fault(&fault),
        };
        self.say(&words.profiles(listed.len()));
        let in_use = self.file.slug().to_owned();
        let mut choices: Vec<Choice> = listed
            .into_iter()
            .map(|listed| {
                let mut label = match &listed.profile {
                    Ok(profile) => clean(&profile.name).into_owned(),
                    Err(_) => listed.slug.clone(),
                };
                if listed.slug == in_use {
                    label += &format!(", {}", words.in_use);
                }
                Choice::new(label, ChoiceAction::Profile(ProfileCommand::Open(listed.slug)))
            })
            .collect();
        match self.outside.store.strangers() {
            Ok(strangers) => choices.extend(strangers.into_iter().map(|stranger| {
                let file = stranger.file.file_name().unwrap_or_default().to_string_lossy();
                let name = clean(&stranger.profile.name);
                let label = self.text().profiles.stranger(&name, &clean(&file));
                let fetch = ProfileCommand::import(stranger.file.clone(), None);
                Choice::new(label, ChoiceAction::Profile(fetch))
            })),
            Err(fault) => self.say_fault(&fault),
        }
        choices.extend([
            Choice::new(
                words.new_profile,
                ChoiceAction::Ask(Asking::NewName { copy: false }),
            ),
            Choice::new(words.rename_profile, ChoiceAction::Ask(Asking::Rename)),
            Choice::new(words.delete_profile, ChoiceAction::Ask(Asking::DeleteName)),
            Choice::new(
                words.export.copy,
                ChoiceAction::Ask(Asking::NewName { copy: true }),
            ),
            Choice::to(words.export.trash, Place::Trash),
            Choice::new(words.export.import, ChoiceAction::Ask(Asking::ImportFile)),
        ]);
        let copies = self.copies().len();
        if copies > 0 {
            choices.push(Choice::to(self.text().merge.copies_are(copies), Place::Versions));
        }
        self.offer(choices);
        self.hint(words.hint_list);
    }

    pub(super) fn say_fault(&mut self, fault: &Fault) {
        let said = sentence(self.lang.fault(fault));
        self.say(&said);
    }

    /// Leaves the profile for the one with this slug, once the disk has what was changed here.
    pub(super) fn open_profile(&mut self, slug: &str) {
        if slug == self.file.slug() {
            return self.say(self.words().unchanged);
        }
        if !self.is_saved() {
            return;
        }
        let opened = self
            .outside
            .store
            .open(slug, &self.framework.id, Access::Edit)
            .and_then(|opened| self.outside.store.set_current(slug).map(|()| opened));
        match opened {
            Ok(opened) => {
                self.keep_undo();
                self.use_opened(opened);
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// Tries to save what is not saved; says why where that fails.
    fn is_saved(&mut self) -> bool {
        if self.unsaved.is_some() {
            let said = self.save();
            if self.unsaved.is_some() {
                self.say(&said);
            }
        }
        self.unsaved.is_none()
    }

    fn use_opened(&mut self, opened: Opened) {
        self.session.open(opened.profile, None);
        let unread = take_on(&mut self.session, &opened.file);
        self.take_file(opened.file);
        for notice in opened.notices.iter().chain(&unread) {
            let said = sentence(self.lang.notice(notice));
            self.say(&said);
        }
        self.say_read_only();
        let said = self.words().profile(&clean(&self.profile().name));
        self.say(&said);
        self.places.truncate(1);
        self.arrive();
    }

    /// Carries a command to the profiles' files out, and says what came of it.
    pub(super) fn run(&mut self, command: ProfileCommand) {
        match command {
            ProfileCommand::Open(slug) => self.open_profile(&slug),
            ProfileCommand::Create(profile) => match self.outside.store.create(&profile) {
                Ok(slug) => self.open_profile(&slug),
                Err(fault) => self.say_fault(&fault),
            },
            ProfileCommand::Import { file, name } => self.import(file, name.as_deref()),
            ProfileCommand::Rename { name, way } => self.rename_profile(&name, way),
            ProfileCommand::Delete(None) => self.delete_profile(),
            ProfileCommand::Delete(Some(slug)) => {
                match self.outside.store.delete(&slug, &self.framework.id) {
                    Ok(kept) => self.say(&self.words().profile_deleted(&clean(&kept.to_string_lossy()))),
                    Err(fault) => self.say_fault(&fault),
                }
            }
            ProfileCommand::BringBack { file, name } => self.bring_back(file, &name),
            ProfileCommand::Merge(copy) => self.begin_merge(copy),
            ProfileCommand::KeepMerged => self.keep_merged(),
            ProfileCommand::Version { mine: true } => self.go_on_with_mine(),
            ProfileCommand::Version { mine: false } => self.go_on_with_theirs(),
        }
    }

    /// Gives the profile another name, and its file with it: as a step of its own, or back or forth over one.
    fn rename_profile(&mut self, name: &str, way: Way) {
        if !self.is_saved() {
            return;
        }
        if let Err(fault) = self.rename_file(name) {
            return self.say_fault(&fault);
        }
        let outcome = self.session.renamed(name, way);
        match way {
            Way::New => {
                self.unkept = true;
                let told = self.words().profile(&clean(name));
                self.say(&format!("{told} {}", self.words().saved));
                // the welcome goes on by itself
                if !matches!(self.place(), Place::Welcome(_)) {
                    self.arrive();
                }
            }
            Way::Undo | Way::Redo => self.walked(Ok(outcome), way),
        }
    }

    /// The profile's file is called after this name, and says it.
    pub(super) fn rename_file(&mut self, name: &str) -> Result<(), Fault> {
        let store = self.outside.store.clone();
        let framework = self.framework.id.clone();
        let renamed = self.with_the_lock_free(|slug| store.rename(slug, &framework, name));
        let slug = match &renamed {
            Ok(slug) => slug.clone(),
            Err(_) => self.file.slug().to_owned(),
        };
        let opened = store.open(&slug, &self.framework.id, Access::Edit)?;
        self.take_file(opened.file);
        renamed.map(drop)
    }

    fn delete_profile(&mut self) {
        if self.say_read_only() || !self.is_saved() {
            return;
        }
        self.keep_undo();
        let store = self.outside.store.clone();
        // what opens next must be known before this one goes
        if let Err(fault) = store.current() {
            return self.say_fault(&fault);
        }
        let framework = self.framework.id.clone();
        let deleted = self.with_the_lock_free(|slug| store.delete(slug, &framework));
        match deleted {
            Ok(kept) => {
                let said = self.words().profile_deleted(&clean(&kept.to_string_lossy()));
                self.say(&said);
                match store.current() {
                    Ok(slug) => self.open_again(&slug),
                    Err(fault) => self.say_fault(&fault),
                }
            }
            Err(fault) => {
                self.say_fault(&fault);
                let slug = self.file.slug().to_owned();
                self.open_again(&slug);
            }
        }
    }

    /// Does something to the profile's file that takes its lock itself.
    fn with_the_lock_free<T>(&mut self, act: impl FnOnce(&str) -> Result<T, Fault>) -> Result<T, Fault> {
        let slug = self.file.slug().to_owned();
        // a file that is open to be read holds no lock
        let opened = self.outside.store.open(&slug, &self.framework.id, Access::Read)?;
        self.take_file(opened.file);
        act(&slug)
    }

    fn open_again(&mut self, slug: &str) {
        match self.outside.store.open(slug, &self.framework.id, Access::Edit) {
            Ok(opened) => self.use_opened(opened),
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// The deleted profiles, each of which can be brought back.
    pub(super) fn trash(&mut self) {
        let deleted = match self.outside.store.deleted() {
            Ok(deleted) => deleted,
            Err(fault) => return self.say_fault(&fault),
        };
        self.say(&self.words().export.deleted(deleted.len()));
        let (good, bad): (Vec<_>, Vec<_>) = deleted.into_iter().partition(|deleted| deleted.profile.is_ok());
        let choices = good.into_iter().filter_map(|deleted| {
            let name = deleted.profile.ok()?.name;
            let label = clean(&name).into_owned();
            let back = ProfileCommand::bring_back(deleted.file, &name);
            Some(Choice::new(label, ChoiceAction::Profile(back)))
        });
        let choices = choices.collect();
        self.offer(choices);
        for fault in bad.into_iter().filter_map(|deleted| deleted.profile.err()) {
            self.say_fault(&fault);
        }
    }

    /// Brings a deleted profile back; where its name is taken another is asked for.
    fn bring_back(&mut self, file: PathBuf, name: &str) {
        let back = self.outside.store.restore(&file, name);
        let said = format!("{}.", self.text().profiles.back(&clean(name)));
        self.came_in(back.map(|_| said), Asking::OldName(file));
    }

    /// Makes a profile that another pejl wrote a new one here; where its name is taken another is asked for.
    fn import(&mut self, file: PathBuf, name: Option<&str>) {
        let store = self.outside.store.clone();
        let imported = store.import(&file, name).and_then(|imported| {
            let Imported { slug, profile } = imported;
            let kept = store.file(&slug)?;
            if profile.framework != self.framework.id {
                let framework = profile.framework;
                self.say(&sentence(self.lang.notice(&Notice::OtherFramework { framework })));
            }
            let said = self
                .text()
                .share
                .imported(&clean(&profile.name), &kept.to_string_lossy());
            Ok(format!("{said}."))
        });
        self.came_in(imported, Asking::ImportName(file));
    }

    /// A profile came in, or asks for another name.
    fn came_in(&mut self, done: Result<String, Fault>, other: Asking) {
        match done {
            Ok(said) => {
                self.say(&said);
                self.go(Place::Profiles);
            }
            Err(fault @ Fault::BadName { .. }) => {
                self.say_fault(&fault);
                self.ask(other);
            }
            Err(fault) => self.say_fault(&fault),
        }
    }
}
