//! The monthly review that is under way: begun or picked up, and kept in the profile as it goes on.

use super::Session;
use crate::core::monthly::{Monthly, Step};
use std::sync::Arc;

impl Session {
    /// The review that was left, else one that begins now; and whether it was picked up.
    pub fn monthly(&self) -> (Monthly, bool) {
        let today = self.today();
        match Monthly::left(&self.framework, &self.profile, today) {
            Some(left) => (left, true),
            None => (Monthly::begin(&self.framework, &self.profile, today), false),
        }
    }

    /// Goes to a step of the review, and keeps it as far as it is. Where the profile can only be read nothing is kept.
    pub fn go_on_with(&mut self, monthly: &mut Monthly, step: Step) {
        monthly.step = step;
        if self.read_only().is_none() {
            let framework = self.framework.clone();
            monthly.keep(&framework, Arc::make_mut(&mut self.profile));
            self.changed();
        }
    }
}
