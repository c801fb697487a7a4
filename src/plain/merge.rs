//! Two versions of a profile: going on with one of them, or merging them, a numbered question for each difference. Owns the
//! questions; what is different is the model's, and the disk has the merged profile before the other version is put away.

use super::{Choice, ChoiceAction, Place, Plain, sentence};
use crate::core::{
    fault::Fault,
    merge::{About, Difference, Keep, Merging, Source, incoming},
    mirror::questions,
    profile::Profile,
    session::ProfileCommand,
};
use crate::store::Copied;
use std::path::PathBuf;

impl Plain {
    /// True where another program changed the file and the two versions are still two.
    fn is_contested(&self) -> bool {
        self.file.beside().is_some()
    }

    /// The conflict copies, without what is being kept beside the open file.
    pub(super) fn copies(&mut self) -> Vec<Copied> {
        match self.outside.store.copies() {
            Ok(mut copies) => {
                let beside = self.file.beside();
                copies.retain(|copy| Some(&copy.file) != beside.as_ref());
                copies
            }
            Err(fault) => {
                self.say_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Says which versions there are and what can be done with them.
    pub(super) fn versions(&mut self) {
        let words = self.text().merge;
        let mut choices = Vec::new();
        let command = |label, command| Choice::new(label, ChoiceAction::Profile(command));
        if self.is_contested() {
            self.say(words.two);
            choices.extend([
                command(
                    words.go_on_mine.to_owned(),
                    ProfileCommand::Version { mine: true },
                ),
                command(
                    words.go_on_theirs.to_owned(),
                    ProfileCommand::Version { mine: false },
                ),
                command(words.merge_them.to_owned(), ProfileCommand::Merge(None)),
            ]);
        } else {
            let copies = self.copies();
            if copies.is_empty() {
                return self.say(&format!("{}.", self.text().one_version));
            }
            self.say(&words.copies_are(copies.len()));
            choices.extend(copies.into_iter().map(|copy| {
                let file = copy
                    .file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let merge = ProfileCommand::Merge(Some((copy.slug, copy.file)));
                command(words.merge_copy(&file), merge)
            }));
        }
        self.offer(choices);
        self.hint(self.words().hint_list);
    }

    pub(super) fn cancel_merge(&mut self) {
        self.merging = None;
        self.say(&format!("{}.", self.text().merge.left));
        self.leave_merge();
    }

    /// Back to before the merge; the list of versions too, where it has nothing more.
    fn leave_merge(&mut self) {
        self.places
            .retain(|place| !matches!(place, Place::Merge | Place::Versions));
        if self.places.is_empty() {
            self.places.push(Place::Home);
        }
        self.arrive();
    }

    pub(super) fn go_on_with_mine(&mut self) {
        match self.file.keep_mine() {
            Ok(file) => {
                let kept = match file {
                    Some(file) => self.text().kept_mine(&file.to_string_lossy()),
                    None => self.text().kept_only.to_owned(),
                };
                let outcome = self.save();
                self.say(&format!("{kept}. {outcome}"));
                self.leave_merge();
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    pub(super) fn go_on_with_theirs(&mut self) {
        match self.file.keep_theirs() {
            Ok(profile) => {
                self.session.open(profile, None);
                self.unsaved = None;
                self.say(&format!("{}.", self.text().kept_theirs));
                self.places.truncate(1);
                self.arrive();
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// Reads the other version and asks about the first difference: of the open profile, or of the one with this slug and
    /// the copy of it in this file, which is opened first.
    pub(super) fn begin_merge(&mut self, copy: Option<(String, PathBuf)>) {
        if self.say_read_only() {
            return;
        }
        let (file, source) = match &copy {
            Some((_, file)) => (file.clone(), Source::Copy(file.clone())),
            None => (self.file.path().to_owned(), Source::Open),
        };
        let other = copy.map(|(slug, _)| slug).filter(|slug| slug != self.file.slug());
        let framework = match &other {
            None => Ok(self.profile().framework.clone()),
            Some(slug) => {
                let store = &self.outside.store;
                let other = store.file(slug).and_then(|file| store.read_copy(&file));
                other.map(|other| other.framework)
            }
        };
        let theirs = self.other_version(&source);
        let theirs = framework.and_then(|framework| match theirs? {
            theirs if theirs.framework == framework => Ok(theirs),
            theirs => Err(Fault::OtherFramework {
                file,
                framework: theirs.framework,
            }),
        });
        let theirs = match theirs {
            Ok(theirs) => theirs,
            Err(fault) => return self.say_file_fault(&fault),
        };
        if let Some(slug) = other {
            self.open_profile(&slug);
            if self.file.slug() != slug || self.say_read_only() {
                return;
            }
        }
        self.merging = Some(Merging::new(theirs, source));
        self.go(Place::Merge);
    }

    /// Says a fault that begins with a file's name, as it is written.
    fn say_file_fault(&mut self, fault: &Fault) {
        if *fault == Fault::VersionGone {
            return self.say_fault(fault);
        }
        self.say(&format!("{}.", self.lang.fault(&fault.by_file_name())));
    }

    fn other_version(&self, source: &Source) -> Result<Profile, Fault> {
        match source {
            Source::Open => self.file.theirs(),
            Source::Copy(file) => self.outside.store.read_copy(file),
        }
    }

    /// Asks about the first difference that nothing was chosen for; after the last, whether the merged profile is kept.
    pub(super) fn merge_place(&mut self) {
        let Some(merging) = self.merging.clone() else {
            return self.leave_merge();
        };
        let (text, words) = (self.text(), self.text().merge);
        let found = self.session.differences(&merging);
        let open = found
            .iter()
            .position(|difference| merging.chosen(difference).is_none());
        let Some(at) = open else {
            return self.summary(&merging, &found);
        };
        let difference = &found[at];
        let about = &difference.about;
        let question = match about {
            About::Reply(id) => self.asked(id),
            _ => None,
        };
        let what = question.unwrap_or_else(|| text.difference_in_full(about, &self.framework));
        self.say(&words.question(at + 1, found.len(), &what));
        let mine = text.version(about, self.profile(), false, &self.framework);
        let theirs = text.version(about, &merging.theirs, true, &self.framework);
        for (whose, said) in [(words.mine, mine), (words.theirs, theirs)] {
            if said.trim().is_empty() {
                self.say(&format!("{whose}: {}.", self.words().none));
            } else if said.lines().count() > 1 {
                self.say(&format!("{whose}:"));
                self.say_lines(&said);
            } else {
                self.say(&format!("{whose}: {said}"));
            }
        }
        let choose = |keep| ChoiceAction::Difference(difference.clone(), keep);
        let mut choices = vec![
            Choice::new(words.mine, choose(Keep::Mine)),
            Choice::new(words.theirs, choose(Keep::Theirs)),
        ];
        if difference.joins {
            choices.push(Choice::new(words.keep_both, choose(Keep::Both)));
        }
        if at + 1 < found.len() {
            choices.extend([
                Choice::new(words.rest_mine, ChoiceAction::Rest(Keep::Mine)),
                Choice::new(words.rest_theirs, ChoiceAction::Rest(Keep::Theirs)),
            ]);
        }
        choices.push(Choice::new(words.leave, ChoiceAction::LeaveMerge));
        self.offer(choices);
    }

    /// The mirror's question with this id, where it is raised.
    fn asked(&self, id: &str) -> Option<String> {
        let today = self.session.today();
        let questions = questions(&self.framework, self.profile(), today);
        let question = questions.iter().find(|question| question.id == id)?;
        Some(self.text().ask(question, &self.framework))
    }

    /// Says what was chosen, and what comes in without a question; asks whether it is kept.
    fn summary(&mut self, merging: &Merging, found: &[Difference]) {
        let words = self.text().merge;
        let count = |wanted| {
            let keep = |difference| merging.chosen(difference) == Some(wanted);
            found.iter().filter(|difference| keep(difference)).count()
        };
        let incoming = incoming(self.profile(), &merging.theirs);
        match found.is_empty() {
            true if incoming.is_empty() => self.say(words.the_same),
            true => self.say(words.nothing_to_choose),
            false => {
                let said = words.chosen(count(Keep::Mine), count(Keep::Theirs), count(Keep::Both));
                self.say(&said);
            }
        }
        for line in self.text().incoming(&incoming) {
            self.say(&line);
        }
        let keep = ChoiceAction::Profile(ProfileCommand::KeepMerged);
        let mut choices = vec![Choice::new(words.keep, keep)];
        if !found.is_empty() {
            choices.push(Choice::new(words.again, ChoiceAction::MergeAgain));
        }
        choices.push(Choice::new(words.leave, ChoiceAction::LeaveMerge));
        self.offer(choices);
    }

    pub(super) fn choose(&mut self, difference: Difference, keep: Keep) {
        if let Some(merging) = &mut self.merging {
            merging.choose(difference.about, keep);
        }
        self.arrive();
    }

    pub(super) fn choose_rest(&mut self, keep: Keep) {
        if let Some(merging) = &mut self.merging {
            for difference in self.session.differences(merging) {
                if merging.chosen(&difference).is_none() {
                    merging.choose(difference.about, keep);
                }
            }
        }
        self.arrive();
    }

    pub(super) fn ask_again(&mut self) {
        if let Some(merging) = &mut self.merging {
            merging.forget_all();
        }
        self.arrive();
    }

    /// Keeps the merged profile, and only once the disk has it puts the other version away.
    pub(super) fn keep_merged(&mut self) {
        let words = self.text().merge;
        let Some(mut merging) = self.merging.clone() else {
            return;
        };
        match self.other_version(&merging.source) {
            Err(fault) => return self.say_file_fault(&fault),
            Ok(now) if now != merging.theirs => {
                // what was said of the two before does not hold: all is asked again
                self.merging = Some(Merging::new(now, merging.source));
                self.say(&format!("{}.", words.changed_meanwhile));
                return self.arrive();
            }
            Ok(_) => {}
        }
        let name = Some(self.session.merged(&merging).name).filter(|name| *name != self.profile().name);
        let can = name
            .as_ref()
            .map(|name| self.outside.store.can_rename(self.file.slug(), name));
        if let Some(Err(fault)) = can {
            self.say_fault(&fault);
            merging.forget(&About::Name);
            self.merging = Some(merging);
            return self.arrive();
        }
        let mut copies = Vec::new();
        match &merging.source {
            Source::Open => {
                let beside = self.file.beside();
                match self.file.keep_mine() {
                    Ok(theirs) => copies.extend(theirs),
                    Err(fault) => return self.say_fault(&fault),
                }
                copies.extend(beside);
            }
            Source::Copy(file) => copies.push(file.clone()),
        }
        // what cannot be changed was left before anything was asked
        self.changed = self
            .session
            .merge(&merging)
            .is_ok_and(|outcome| outcome.is_change());
        self.merging = None;
        let outcome = self.save();
        if self.unsaved.is_some() {
            // the copies lie there until the disk has the merged one
            self.say(&outcome);
            return self.leave_merge();
        }
        let slug = self.file.slug().to_owned();
        let put_away = copies
            .iter()
            .try_for_each(|copy| self.outside.store.put_away(&slug, copy).map(drop));
        match put_away {
            Ok(()) => {
                self.say(&format!("{}. {outcome}", words.kept));
                // last: what is called a copy of this profile is called so after the file's old name
                if let Some(Err(fault)) = name.map(|name| self.rename_file(&name)) {
                    self.say_fault(&fault);
                }
            }
            Err(fault) => {
                let why = self.lang.fault(&fault.by_file_name());
                self.say(&sentence(words.kept_beside(&why)));
            }
        }
        self.leave_merge();
    }
}
