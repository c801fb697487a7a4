//! The words for what went wrong.

use super::Lang;
use crate::model::fault::{Fault, Notice, ReadOnly};

impl Lang {
    /// One line: what, where, what to do.
    pub fn fault(self, fault: &Fault) -> String {
        format!("{fault:?}")
    }

    /// Why a profile is open for reading only, in few words.
    pub fn read_only(self, why: &ReadOnly) -> String {
        format!("{why:?}")
    }

    /// What must be said about a profile that was just opened.
    pub fn notice(self, notice: &Notice) -> String {
        format!("{notice:?}")
    }
}
