//! The list of a profile's bearings, oldest first. Shared between copies of the profile, the list and each of its bearings, so
//! that neither a copy nor a change copies what it leaves alone, however many there are.

use super::Bearing;
use serde::{Deserialize, Serialize};
use std::{
    ops::{Index, IndexMut},
    sync::Arc,
};

/// Bearings, read as a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bearings(Arc<Vec<Arc<Bearing>>>);

impl Bearings {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Bearing> + ExactSizeIterator + Clone {
        self.0.iter().map(|bearing| &**bearing)
    }

    /// The bearing at this place.
    pub fn get(&self, at: usize) -> Option<&Bearing> {
        self.0.get(at).map(|bearing| &**bearing)
    }

    /// The newest.
    pub fn last(&self) -> Option<&Bearing> {
        self.0.last().map(|bearing| &**bearing)
    }

    /// Puts one in as the newest.
    pub fn push(&mut self, bearing: impl Into<Arc<Bearing>>) {
        Arc::make_mut(&mut self.0).push(bearing.into());
    }

    /// Puts one in at this place, or at the end where there are fewer.
    pub fn insert(&mut self, at: usize, bearing: impl Into<Arc<Bearing>>) {
        let at = at.min(self.len());
        Arc::make_mut(&mut self.0).insert(at, bearing.into());
    }

    /// Takes out the one at this place; `None` where there is none.
    pub fn remove(&mut self, at: usize) -> Option<Arc<Bearing>> {
        (at < self.len()).then(|| Arc::make_mut(&mut self.0).remove(at))
    }

    /// Puts one in the place of another, which comes back; `None` and nothing changed where there is none.
    pub fn replace(&mut self, at: usize, bearing: Arc<Bearing>) -> Option<Arc<Bearing>> {
        let there = Arc::make_mut(&mut self.0).get_mut(at)?;
        Some(std::mem::replace(there, bearing))
    }

    /// All of them, to change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Bearing> {
        Arc::make_mut(&mut self.0).iter_mut().map(Arc::make_mut)
    }
}

impl Index<usize> for Bearings {
    type Output = Bearing;

    fn index(&self, at: usize) -> &Bearing {
        &self.0[at]
    }
}

impl IndexMut<usize> for Bearings {
    fn index_mut(&mut self, at: usize) -> &mut Bearing {
        Arc::make_mut(&mut Arc::make_mut(&mut self.0)[at])
    }
}

impl FromIterator<Bearing> for Bearings {
    fn from_iter<I: IntoIterator<Item = Bearing>>(bearings: I) -> Self {
        Self(Arc::new(bearings.into_iter().map(Arc::new).collect()))
    }
}

impl From<Vec<Bearing>> for Bearings {
    fn from(bearings: Vec<Bearing>) -> Self {
        bearings.into_iter().collect()
    }
}
