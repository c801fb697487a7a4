//! Bearings: taken, named, restored and deleted; and which one is the ghost on the dials.

use super::{Deed, Outcome, Session, texts};
use crate::core::{
    compare::{Move, Picture, moves},
    fault::Fault,
    profile::{Bearing, Edit},
};

impl Session {
    /// Takes a bearing now: the dials and notes as they stand, with the decisions since the last one.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`]; [`Fault::TooLong`].
    pub fn take_bearing(&mut self, label: &str) -> Deed {
        let label = texts::label(label)?.to_owned();
        let edit = self.profile.take_bearing(label, self.now);
        self.change(edit)
    }

    /// Gives a bearing another label.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`], [`Fault::UnknownBearing`]; [`Fault::TooLong`].
    pub fn rename_bearing(&mut self, id: &str, label: &str) -> Deed {
        let label = texts::label(label)?.to_owned();
        self.bearing(id)?;
        self.edit_bearing(id, |bearing| bearing.label = label)
    }

    /// Deletes a bearing.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`], [`Fault::UnknownBearing`].
    pub fn delete_bearing(&mut self, id: &str) -> Deed {
        self.bearing(id)?;
        self.change(Edit::RemoveBearing(id.to_owned()))
    }

    /// Turns every dial back to where it stood at a bearing; the notes stay.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`], [`Fault::UnknownBearing`].
    pub fn restore(&mut self, id: &str) -> Deed {
        self.bearing(id)?;
        match self.profile.restore(id) {
            Some(edit) => self.change(edit),
            None => Ok(Outcome::Unchanged),
        }
    }

    /// The bearing with this id.
    ///
    /// # Errors
    /// [`Fault::UnknownBearing`].
    pub fn bearing(&self, id: &str) -> Result<&Bearing, Fault> {
        self.profile.bearing(id).ok_or_else(|| Fault::UnknownBearing {
            given: id.to_owned(),
            known: self
                .profile
                .bearings
                .iter()
                .map(|bearing| bearing.id.clone())
                .collect(),
        })
    }

    /// What moved at the bearing with this id since the one before it; nothing for the first one.
    pub fn moved_at(&self, id: &str) -> Vec<Move> {
        let bearings = &self.profile.bearings;
        let at = bearings.iter().position(|bearing| bearing.id == id);
        match at.and_then(|at| Some((at, at.checked_sub(1)?))) {
            Some((at, before)) => moves(
                &self.framework,
                Picture::At(&bearings[before]),
                Picture::At(&bearings[at]),
            ),
            None => Vec::new(),
        }
    }

    /// The bearing that is the ghost on the dials while ghosts are shown: the chosen one, else the last.
    pub fn ghost(&self) -> Option<&Bearing> {
        let chosen = self.ghost.as_ref().and_then(|id| self.profile.bearing(id));
        chosen.or(self.profile.last_bearing())
    }

    /// The bearing with this id is the ghost on every dial; where it is already and ghosts are `shown`, none is. Returns
    /// whether ghosts are shown from now on.
    ///
    /// # Errors
    /// [`Fault::UnknownBearing`].
    pub fn choose_ghost(&mut self, id: &str, shown: bool) -> Result<bool, Fault> {
        self.bearing(id)?;
        let already = shown && self.ghost().is_some_and(|ghost| ghost.id == id);
        let newest = self.profile.last_bearing().is_some_and(|last| last.id == id);
        // the last one is the ghost by itself, also when another becomes the last
        self.ghost = (!newest).then(|| id.to_owned());
        Ok(!already)
    }
}
