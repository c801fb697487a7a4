//! A merge under way: the other version, where it lies, and what was chosen at each difference. Owns the choices; which
//! differences there are, and what becomes of them, is the merge's own.

use super::{About, Difference, Keep};
use crate::core::profile::Profile;
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
    choices: Vec<(About, Keep)>,
}

impl Merging {
    /// A merge with this version, nothing chosen yet.
    pub fn new(theirs: Profile, source: Source) -> Self {
        Self {
            theirs,
            source,
            choices: Vec::new(),
        }
    }

    /// Takes over what was chosen in the merge `before`, where that is with a version of the same place.
    pub fn after(mut self, before: &Self) -> Self {
        if before.source == self.source {
            self.choices.clone_from(&before.choices);
        }
        self
    }

    /// What was chosen at a difference.
    pub fn chosen(&self, difference: &Difference) -> Option<Keep> {
        let mut choices = self.choices.iter();
        choices
            .find(|(about, _)| *about == difference.about)
            .map(|(_, keep)| *keep)
    }

    /// What goes on at a difference: what was chosen, else what is suggested.
    pub fn keep(&self, difference: &Difference) -> Keep {
        self.chosen(difference).unwrap_or(difference.suggested)
    }

    /// Chooses at a difference, instead of what was chosen there before.
    pub fn choose(&mut self, about: About, keep: Keep) {
        self.forget(&about);
        self.choices.push((about, keep));
    }

    /// Chooses nothing at a difference.
    pub fn forget(&mut self, about: &About) {
        self.choices.retain(|(chosen, _)| chosen != about);
    }

    /// Chooses nothing anywhere.
    pub fn forget_all(&mut self) {
        self.choices.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merging(source: Source) -> Merging {
        Merging::new(Profile::new("Anna", "x", 1), source)
    }

    fn unit() -> Difference {
        Difference {
            about: About::Unit,
            joins: false,
            suggested: Keep::Theirs,
        }
    }

    #[test]
    fn the_last_choice_holds_and_without_one_what_is_suggested() {
        let mut merging = merging(Source::Open);
        assert_eq!(
            (merging.chosen(&unit()), merging.keep(&unit())),
            (None, Keep::Theirs)
        );
        merging.choose(About::Unit, Keep::Theirs);
        merging.choose(About::Unit, Keep::Mine);
        assert_eq!(merging.keep(&unit()), Keep::Mine);
        merging.forget(&About::Unit);
        assert_eq!(merging.keep(&unit()), Keep::Theirs);
    }

    #[test]
    fn choices_are_taken_over_for_a_version_of_the_same_place_alone() {
        let copy = || Source::Copy("anna (1).json".into());
        let mut before = merging(copy());
        before.choose(About::Unit, Keep::Mine);
        let again = merging(copy()).after(&before);
        assert_eq!(again.chosen(&unit()), Some(Keep::Mine));
        let other = merging(Source::Open).after(&before);
        assert_eq!(other.chosen(&unit()), None);
    }
}
