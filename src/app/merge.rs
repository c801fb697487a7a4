//! The merge on the stack of screens: when it is opened, read again and taken on. Owns no choice: those are the screen's.

use super::{
    App, Effect,
    screen::{Place, Screen},
};
use crate::core::{
    fault::Fault,
    merge::Merging,
    session::{ProfileCommand, Saving},
};
use crate::screens::merge::Merge;

impl App {
    /// The merge that is on the screen, or under what is.
    pub fn merging(&self) -> Option<&Merging> {
        self.places.iter().rev().find_map(|place| match &place.screen {
            Screen::Merge(merge) => Some(&merge.merging),
            _ => None,
        })
    }

    /// Asks for the two versions: those of the open profile, after another program changed its file.
    pub(super) fn merge(&mut self) -> Effect {
        match self.session.saving() {
            Saving::Conflict(_) => Effect::Profile(ProfileCommand::Merge(None)),
            _ => {
                self.message = Some(self.text().one_version.to_owned());
                Effect::None
            }
        }
    }

    /// Shows the differences of a merge, instead of those that were shown before. What was chosen there stays where it is
    /// with a version of the same place, read again.
    pub fn open_merge(&mut self, merging: Merging) {
        if let Some(why) = self.session.read_only() {
            let fault = Fault::ReadOnly { why: why.clone() };
            return self.refused(&fault);
        }
        let merging = match self.merging() {
            Some(before) => merging.after(before),
            None => merging,
        };
        self.close_merge();
        self.places
            .push(Place::new(Screen::Merge(Box::new(Merge::new(merging)))));
        self.show_selected();
    }

    /// Takes the merged profile on, as one step of undo, and goes back to where the merge was begun.
    pub fn take_merged(&mut self) {
        let Some(merging) = self.merging().cloned() else {
            return;
        };
        let deed = self.session.merge(&merging);
        self.did(deed);
        self.close_merge();
        self.leave_what_is_gone();
        self.show_selected();
    }

    fn close_merge(&mut self) {
        self.places
            .retain(|place| !matches!(place.screen, Screen::Merge(_)));
    }
}
