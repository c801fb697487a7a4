//! Turning dials, and what a mark is linked with: the marks it enriches and the documents it is connected with.

use super::{Deed, Session};
use crate::core::{dial::DialValue, framework::MarkIndex, history::Step, profile::Edit};
use std::sync::Arc;

/// How a dial is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// By so many detents, up or down; it stops at the ends.
    By(i64),
    /// To this value.
    To(DialValue),
    /// To this value; where it stands there already, to the negative of it.
    Flip(DialValue),
}

impl Turn {
    /// Back to the middle.
    pub const RESET: Self = Self::To(DialValue::NEUTRAL);

    /// Where a dial that stands at `value` stands then.
    pub fn of(self, value: DialValue) -> DialValue {
        match self {
            Self::By(steps) => value.turned(steps),
            Self::To(to) => to,
            Self::Flip(to) if value == to => to.negative(),
            Self::Flip(to) => to,
        }
    }
}

/// What a mark is linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Links {
    /// The connected documents.
    Documents,
    /// The marks in the operations field that it enriches.
    Enriches,
}

impl Session {
    /// Where a mark's dial stands.
    pub fn value(&self, mark: MarkIndex) -> DialValue {
        self.profile.value(&self.framework.mark(mark).id)
    }

    /// Turns dials as one step of undo.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`](crate::core::fault::Fault::ReadOnly).
    pub fn turn(&mut self, marks: impl IntoIterator<Item = MarkIndex>, turn: Turn) -> Deed {
        let dials = marks.into_iter().filter_map(|mark| {
            let value = self.value(mark);
            let to = turn.of(value);
            (to != value).then(|| (self.framework.mark(mark).id.clone(), to))
        });
        let dials = dials.collect();
        self.change(Edit::Dials(dials))
    }

    /// Turns a dial for as long as it is only tried out: no step of undo. [`commit`](Self::commit) ends it. Nothing where
    /// the profile can only be read.
    pub fn preview(&mut self, mark: MarkIndex, to: DialValue) {
        if self.read_only().is_none() {
            let edit = Edit::Dials(vec![(self.framework.mark(mark).id.clone(), to)]);
            Arc::make_mut(&mut self.profile).apply(edit);
            self.changed();
        }
    }

    /// What was tried out with a dial, which stood at `from` before, is one step of undo.
    pub fn commit(&mut self, mark: MarkIndex, from: DialValue) {
        let to = self.value(mark);
        if to != from {
            let dial = |value| Edit::Dials(vec![(self.framework.mark(mark).id.clone(), value)]);
            let (edit, back) = (dial(to), dial(from));
            self.history.record(Step { edit, back });
        }
    }

    /// What a mark is linked with, as ids of marks or names of documents.
    pub fn linked(&self, mark: MarkIndex, links: Links) -> &[String] {
        let dial = self.profile.dials.get(&self.framework.mark(mark).id);
        match links {
            Links::Documents => dial.map_or(&[], |dial| &dial.documents),
            Links::Enriches => dial.map_or(&[], |dial| &dial.enriches),
        }
    }

    /// Everything a mark can be linked with: which marks those of a field enrich, the framework's questions say.
    pub fn linkable(&self, mark: MarkIndex, links: Links) -> Vec<String> {
        let field = self.framework.field_of(mark);
        match links {
            Links::Documents => self.framework.documents.clone(),
            Links::Enriches => self
                .framework
                .enriched_by(field)
                .into_iter()
                .map(|mark| self.framework.mark(mark).id.clone())
                .collect(),
        }
    }

    /// Links a mark with `one`, or takes that link away where it is there.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`](crate::core::fault::Fault::ReadOnly).
    pub fn toggle_link(&mut self, mark: MarkIndex, links: Links, one: &str) -> Deed {
        let mut linked = self.linked(mark, links).to_vec();
        match linked.iter().position(|other| other == one) {
            Some(at) => drop(linked.remove(at)),
            None => linked.push(one.to_owned()),
        }
        let mark = self.framework.mark(mark).id.clone();
        self.change(match links {
            Links::Documents => Edit::Documents {
                mark,
                documents: linked,
            },
            Links::Enriches => Edit::Enriches { mark, marks: linked },
        })
    }
}
