//! One's own dials into the team's folder, and out of it again: what goes and what stays is said before the first time.

use super::{Choice, ChoiceAction, Command, Place, Plain, write::Asking};
use crate::config::share_folder;
use crate::core::{
    fault::{Fault, NameTrouble},
    sanitise::clean,
    session::Outcome,
};
use crate::store::{Shared, shared_slug};

impl Plain {
    /// Puts the dials into the folder. Before the first time it is said what goes, and asked whether it is to.
    pub(super) fn share(&mut self) {
        if self.outside.preferences.team.is_empty() {
            self.go(Place::Team);
            return self.ask(Asking::TeamFolder);
        }
        if self.team.team.is_none() {
            self.read_team();
        }
        if self.team.own_share().is_some() {
            return self.put_share();
        }
        let words = self.text().sharing;
        self.say(&format!("{}.", words.what_goes));
        let mut choices = vec![Choice::new(words.put, ChoiceAction::PutShare)];
        if !matches!(self.place(), Place::Team | Place::TeamMark(_)) {
            // the word stands for that too
            choices.push(Choice::new(
                self.text().purpose.title,
                ChoiceAction::Do(Command::Export),
            ));
        }
        choices.push(Choice::new(words.leave, ChoiceAction::LeaveShare));
        self.ask(Asking::Choice(choices));
    }

    /// Puts them there, under the name of the profile; where it has none yet, that is asked for.
    pub(super) fn put_share(&mut self) {
        match shared_slug(&self.profile().name) {
            Err(Fault::BadName {
                why: NameTrouble::Nobody,
                ..
            }) => return self.ask(Asking::ShareName),
            Err(fault) => return self.say_fault(&fault),
            Ok(_) => {}
        }
        let share = self.session.share();
        let share = share.inspect(|_| {
            // the owner that goes along is to be known here tomorrow too
            let _ = self.save();
        });
        let put = share.and_then(|share| self.shared_folder()?.put(&share));
        match put {
            Ok(file) => {
                let said = self.text().sharing.shared(&clean(&file.to_string_lossy()));
                self.say(&format!("{said}."));
                self.read_team();
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// The profile gets this name, and its dials go into the folder under it.
    pub(super) fn share_as(&mut self, name: &str) {
        if let Err(fault) = shared_slug(name) {
            self.say_fault(&fault);
            self.asking = Some(Asking::ShareName);
            return;
        }
        // on the first start there is no file yet that could have the name
        self.save();
        match self.session.rename(name) {
            Ok(rename) => drop(self.did(Ok(Outcome::Files(rename)))),
            Err(fault) => return self.say_fault(&fault),
        }
        if self.profile().name == name {
            self.put_share();
        }
    }

    /// Takes them out of the folder.
    pub(super) fn take_back(&mut self) {
        if self.outside.preferences.team.is_empty() {
            return self.say(self.words().export.no_folder);
        }
        let profile = self.profile();
        let (owner, name) = (profile.owner.clone().unwrap_or_default(), profile.name.clone());
        let words = self.text().sharing;
        match self
            .shared_folder()
            .and_then(|shared| shared.take_back(&owner, &name))
        {
            Ok(gone) if gone.is_empty() => self.say(&format!("{}.", words.nothing_there)),
            Ok(_) => {
                self.say(&format!("{}.", words.taken_back));
                self.read_team();
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// The folder that is shared in.
    fn shared_folder(&self) -> Result<Shared, Fault> {
        let folder = share_folder(&self.outside.config, &self.outside.preferences.team);
        Shared::open(&folder.unwrap_or_default(), &self.outside.own())
    }
}
