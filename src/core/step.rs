//! What a step of undo changed, as data: each face says it in its own words. Owns no words, and changes nothing.

use super::{
    dial::DialValue,
    history::Step,
    profile::{Bearing, Decision, Edit, Profile},
};
use jiff::civil::Date;
use std::cmp::Ordering;

/// A dial that was turned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The mark's id.
    pub mark: String,
    /// Where it stood.
    pub from: DialValue,
    /// Where it stands.
    pub to: DialValue,
}

/// What a bearing is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BearingName {
    /// Its label; may be empty.
    pub label: String,
    /// The day it was taken.
    pub date: Date,
}

impl Bearing {
    /// What it is known by.
    pub fn name(&self) -> BearingName {
        BearingName {
            label: self.label.clone(),
            date: self.at.date(),
        }
    }
}

/// What one step changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepName {
    /// Dials were turned.
    Dials(Vec<Turned>),
    /// Dials were turned back to where they stood at a bearing.
    Restored {
        /// The bearing; nothing where it is not there any more.
        bearing: Option<BearingName>,
        /// The dials.
        dials: Vec<Turned>,
    },
    /// A mark has this note.
    Note {
        /// The mark's id.
        mark: String,
        /// The note.
        text: String,
    },
    /// A mark enriches these.
    Enriches {
        /// The mark's id.
        mark: String,
        /// The ids of the enriched marks.
        marks: Vec<String>,
    },
    /// A mark is connected with these documents.
    Documents {
        /// The mark's id.
        mark: String,
        /// Their tags.
        documents: Vec<String>,
    },
    /// The profile has another name.
    Name {
        /// The one before.
        from: String,
        /// The one now.
        to: String,
    },
    /// The own level changed; both count from 1.
    Level {
        /// The one before.
        from: u8,
        /// The one now.
        to: u8,
    },
    /// The unit is this.
    Unit(String),
    /// The challenge is this.
    Challenge(String),
    /// The review date is this.
    Review(Option<Date>),
    /// The profile has this note.
    ProfileNote(String),
    /// A bearing came in.
    BearingTaken(BearingName),
    /// A bearing went out.
    BearingDeleted(BearingName),
    /// A bearing has another label.
    BearingRenamed {
        /// What it was known by.
        from: BearingName,
        /// What it is known by.
        to: BearingName,
    },
    /// A bearing has this note.
    BearingNote {
        /// The bearing.
        bearing: BearingName,
        /// The note.
        text: String,
    },
    /// What turning a mark gave, as a bearing tells it.
    Gains {
        /// The mark's id.
        mark: String,
        /// The effect.
        effect: String,
        /// What was learned.
        learning: String,
    },
    /// A decision was written down.
    DecisionAdded {
        /// Its text.
        text: String,
        /// How many there are now.
        count: usize,
    },
    /// A decision went out, or all did, with a bearing.
    DecisionDeleted {
        /// Its text.
        text: String,
        /// How many are left.
        count: usize,
    },
    /// A decision has another text: this one.
    Decision(String),
    /// The decision with this text has other answers.
    DecisionAnswer(String),
    /// A question of the mirror has an answer.
    Answered,
    /// A question of the mirror was put away.
    PutAway,
    /// A question of the mirror is open again.
    Reopened,
    /// Two versions of the profile are one.
    Merged,
}

impl StepName {
    /// What `edit` changed, in its order, where `back` takes it back. `profile` has the bearings that are named.
    pub fn of(edit: &Edit, back: &Edit, profile: &Profile) -> Vec<Self> {
        let one = match (edit, back) {
            (Edit::All(edits), Edit::All(backs)) => {
                // what takes several edits back does so from behind
                let pairs = edits.iter().zip(backs.iter().rev());
                return pairs
                    .flat_map(|(edit, back)| Self::of(edit, back, profile))
                    .collect();
            }
            (Edit::Dials(to), Edit::Dials(from)) => Self::Dials(turned(to, from)),
            (Edit::Restore { bearing, dials }, Edit::Restore { dials: from, .. }) => Self::Restored {
                bearing: profile.bearing(bearing).map(Bearing::name),
                dials: turned(dials, from),
            },
            (Edit::Note { mark, text }, _) => Self::Note {
                mark: mark.clone(),
                text: text.clone(),
            },
            (Edit::Enriches { mark, marks }, _) => Self::Enriches {
                mark: mark.clone(),
                marks: marks.clone(),
            },
            (Edit::Documents { mark, documents }, _) => Self::Documents {
                mark: mark.clone(),
                documents: documents.clone(),
            },
            (Edit::Name(to), Edit::Name(from)) => Self::Name {
                from: from.clone(),
                to: to.clone(),
            },
            (Edit::Level(to), Edit::Level(from)) => Self::Level { from: *from, to: *to },
            (Edit::Unit(unit), _) => Self::Unit(unit.clone()),
            (Edit::Challenge(challenge), _) => Self::Challenge(challenge.clone()),
            (Edit::Review(date), _) => Self::Review(*date),
            (Edit::ProfileNote(note), _) => Self::ProfileNote(note.clone()),
            (Edit::InsertBearing { bearing, .. }, _) => Self::BearingTaken(bearing.name()),
            (Edit::RemoveBearing(_), Edit::InsertBearing { bearing, .. }) => {
                Self::BearingDeleted(bearing.name())
            }
            (Edit::ReplaceBearing(to), Edit::ReplaceBearing(from)) => replaced(from, to),
            (Edit::Decisions(to), Edit::Decisions(from)) => decisions(from, to),
            (Edit::Reply { reply: None, .. }, _) => Self::Reopened,
            (
                Edit::Reply {
                    reply: Some(reply), ..
                },
                _,
            ) if reply.put_away => Self::PutAway,
            (Edit::Reply { .. }, _) => Self::Answered,
            (Edit::Whole(_), _) => Self::Merged,
            // an edit is only ever taken back by one of its own kind
            _ => return Vec::new(),
        };
        vec![one]
    }
}

impl Step {
    /// The bearing that this step took, where it took one.
    pub fn bearing_taken(&self) -> Option<&Bearing> {
        let edits = match &self.edit {
            Edit::All(edits) => edits.as_slice(),
            one => std::slice::from_ref(one),
        };
        edits.iter().find_map(|edit| match edit {
            Edit::InsertBearing { bearing, .. } => Some(&**bearing),
            _ => None,
        })
    }
}

/// Dials that were turned to these values, and back from behind.
fn turned(to: &[(String, DialValue)], from: &[(String, DialValue)]) -> Vec<Turned> {
    let turned = to.iter().map(|(mark, to)| {
        let before = from.iter().find(|(other, _)| other == mark);
        Turned {
            mark: mark.clone(),
            from: before.map_or(DialValue::NEUTRAL, |(_, value)| *value),
            to: *to,
        }
    });
    turned.collect()
}

/// What was changed in a bearing.
fn replaced(from: &Bearing, to: &Bearing) -> StepName {
    if from.label != to.label {
        return StepName::BearingRenamed {
            from: from.name(),
            to: to.name(),
        };
    }
    let changed = |(mark, dial): &(&String, _)| from.dials.get(*mark) != Some(*dial);
    match to.dials.iter().find(changed) {
        Some((mark, dial)) => StepName::Gains {
            mark: mark.clone(),
            effect: dial.effect.clone(),
            learning: dial.learning.clone(),
        },
        None => StepName::BearingNote {
            bearing: to.name(),
            text: to.note.clone(),
        },
    }
}

/// Which decision came, went or was changed.
fn decisions(from: &[Decision], to: &[Decision]) -> StepName {
    let only_in = |these: &[Decision], those: &[Decision]| {
        let other = these.iter().find(|one| !those.contains(one));
        other.map_or(String::new(), |decision| decision.text.clone())
    };
    let count = to.len();
    match from.len().cmp(&count) {
        Ordering::Less => StepName::DecisionAdded {
            text: only_in(to, from),
            count,
        },
        Ordering::Greater => StepName::DecisionDeleted {
            text: only_in(from, to),
            count,
        },
        Ordering::Equal => {
            let mut pairs = from.iter().zip(to);
            match pairs.any(|(from, to)| from.text != to.text) {
                true => StepName::Decision(only_in(to, from)),
                false => StepName::DecisionAnswer(only_in(to, from)),
            }
        }
    }
}
