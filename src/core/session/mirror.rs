//! The mirror's questions are put away, and texts are marked as read. Answers are texts.

use super::{Deed, Session};
use crate::core::{framework::MarkIndex, mirror};
use std::sync::Arc;

impl Session {
    /// Puts a question of the mirror away; one that was replied to is open again.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`](crate::core::fault::Fault::ReadOnly).
    pub fn put_away(&mut self, question: &str) -> Deed {
        self.change(mirror::put_away(&self.profile, question))
    }

    /// True where a mark's text at the own level was read.
    pub fn has_read(&self, mark: MarkIndex) -> bool {
        self.profile
            .has_read(self.own_level() as u8 + 1, &self.framework.mark(mark).id)
    }

    /// The texts of these marks at the own level were read. No step of undo, as reading cannot be taken back. Returns
    /// whether any of them was not read before; nothing is kept where the profile can only be read.
    pub fn mark_read(&mut self, marks: impl IntoIterator<Item = MarkIndex>) -> bool {
        let unread: Vec<MarkIndex> = marks.into_iter().filter(|mark| !self.has_read(*mark)).collect();
        if unread.is_empty() || self.read_only().is_some() {
            return false;
        }
        let level = self.own_level() as u8 + 1;
        let ids: Vec<_> = unread
            .into_iter()
            .map(|mark| (level, self.framework.mark(mark).id.clone()))
            .collect();
        Arc::make_mut(&mut self.profile).read.extend(ids);
        true
    }
}
