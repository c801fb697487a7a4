//! Two versions of the open profile, merged difference by difference: what is chosen where. Owns the choices; the
//! differences are core's, and the files a [`ProfileCommand`]'s.

use super::{
    App, Effect,
    screen::{Place, Screen},
};
use crate::core::{
    fault::Fault,
    framework::MarkIndex,
    merge::{self, About, Difference, Incoming, Keep},
    profile::Profile,
    session::{ProfileCommand, Saving},
};
use std::path::PathBuf;

/// Where the other version lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the open profile's own file, where another program wrote it.
    Open,
    /// In a copy of its own.
    Copy(PathBuf),
}

/// A merge that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// The other version.
    pub theirs: Profile,
    /// Where it lies.
    pub source: Source,
    /// What was chosen; where nothing was, what is suggested holds.
    choices: Vec<(About, Keep)>,
}

impl App {
    /// The merge that is on the screen, or under what is.
    pub fn merging(&self) -> Option<&Merging> {
        self.places.iter().rev().find_map(|place| match &place.screen {
            Screen::Merge(merging) => Some(&**merging),
            _ => None,
        })
    }

    /// The differences, each with what goes on.
    pub fn merge_rows(&self) -> Vec<(Difference, Keep)> {
        let Some(merging) = self.merging() else {
            return Vec::new();
        };
        let differences = merge::differences(self.profile(), &merging.theirs, &self.framework);
        let chosen = |difference: Difference| {
            let keep = merging.keep(&difference);
            (difference, keep)
        };
        differences.into_iter().map(chosen).collect()
    }

    /// What comes in from the other version without a question.
    pub fn merge_incoming(&self) -> Incoming {
        let merging = self.merging();
        merging.map_or_else(Incoming::default, |merging| {
            merge::incoming(self.profile(), &merging.theirs)
        })
    }

    /// The mark that the difference at this place is about, where it is about one and the merge is on the screen.
    pub(super) fn merge_mark(&self, at: usize) -> Option<MarkIndex> {
        let Screen::Merge(_) = self.screen() else {
            return None;
        };
        let (difference, _) = self.merge_rows().into_iter().nth(at)?;
        self.framework.mark_by_id(difference.about.mark()?)
    }

    /// Asks for the two versions: those of the open profile, after another program changed its file.
    pub(super) fn merge(&mut self) -> Effect {
        match self.session.saving() {
            Saving::Conflict(_) => Effect::Profile(ProfileCommand::Merge(None)),
            _ if self.is_on_copy() => self.open_profile_line(),
            _ => {
                self.message = Some(self.text().one_version.to_owned());
                Effect::None
            }
        }
    }

    /// Asks for a copy to merge, by its number in [`crate::screens::around::Around`].
    pub(super) fn merge_copy(&mut self, at: usize) -> Effect {
        let Some(copy) = self.around.copies.get(at) else {
            return Effect::None;
        };
        if let Saving::Conflict(_) = self.session.saving() {
            // first things first: the two that are open stand on the notice row
            return Effect::None;
        }
        match &copy.profile {
            Ok(_) => {
                let copy = (copy.slug.clone(), copy.file.clone());
                Effect::Profile(ProfileCommand::Merge(Some(copy)))
            }
            Err(fault) => {
                self.message = Some(self.lang.fault(&fault.by_file_name()));
                Effect::None
            }
        }
    }

    /// Shows the differences to another version. One that was shown before is not any more; what was chosen stays where
    /// it is the same one, read again.
    pub fn open_merge(&mut self, theirs: Profile, source: Source) {
        if let Some(why) = self.session.read_only() {
            let fault = Fault::ReadOnly { why: why.clone() };
            return self.refused(&fault);
        }
        let before = self.merging().filter(|before| before.source == source);
        let choices = before.map_or_else(Vec::new, |before| before.choices.clone());
        self.places
            .retain(|place| !matches!(place.screen, Screen::Merge(_)));
        let merging = Merging {
            theirs,
            source,
            choices,
        };
        self.places.push(Place::new(Screen::Merge(Box::new(merging))));
        self.show_selected();
    }

    fn merging_mut(&mut self) -> Option<&mut Merging> {
        match &mut self.place_mut().screen {
            Screen::Merge(merging) => Some(merging),
            _ => None,
        }
    }

    /// Which version of the selected difference goes on.
    pub(super) fn choose_side(&mut self, keep: Keep) {
        let Some((difference, now)) = self.merge_rows().into_iter().nth(self.selected()) else {
            return;
        };
        let keep = match keep {
            Keep::Both if !difference.joins => {
                self.message = Some(self.text().merge.only_one.to_owned());
                return;
            }
            // a second time it takes itself back
            Keep::Both if now == Keep::Both => Keep::Mine,
            keep => keep,
        };
        if let Some(merging) = self.merging_mut() {
            merging.choose(difference.about, keep);
        }
        self.show_selected();
    }

    /// The other version of the selected difference than the one that goes on.
    pub(super) fn other_side(&mut self) {
        let rows = self.merge_rows();
        match rows.get(self.selected()) {
            Some((_, Keep::Mine)) => self.choose_side(Keep::Theirs),
            Some(_) => self.choose_side(Keep::Mine),
            None => {}
        }
    }

    /// One version of every difference goes on.
    pub(super) fn choose_all(&mut self, keep: Keep) {
        let rows = self.merge_rows();
        if let Some(merging) = self.merging_mut() {
            merging.choices = rows
                .into_iter()
                .map(|(difference, _)| (difference.about, keep))
                .collect();
        }
    }

    /// What the merge makes of the two versions.
    pub fn merged(&self) -> Option<Profile> {
        let merging = self.merging()?;
        let keep = |difference: &Difference| merging.keep(difference);
        Some(self.session.merged(&merging.theirs, keep))
    }

    /// Takes the merged profile on, as one step of undo, and goes back to where the merge was begun.
    pub fn take_merged(&mut self) {
        let Some(merged) = self.merged() else {
            return;
        };
        let deed = self.session.merge(merged);
        self.did(deed);
        self.places
            .retain(|place| !matches!(place.screen, Screen::Merge(_)));
        self.leave_what_is_gone();
        self.show_selected();
    }

    /// Leaves the two versions as they are.
    pub(super) fn leave_merge(&mut self) {
        self.back();
        self.message = Some(self.text().merge.left.to_owned());
    }
}

impl Merging {
    /// What goes on at a difference.
    fn keep(&self, difference: &Difference) -> Keep {
        let chosen = self.choices.iter().find(|(about, _)| *about == difference.about);
        chosen.map_or(difference.suggested, |(_, keep)| *keep)
    }

    fn choose(&mut self, about: About, keep: Keep) {
        self.choices.retain(|(chosen, _)| *chosen != about);
        self.choices.push((about, keep));
    }
}
