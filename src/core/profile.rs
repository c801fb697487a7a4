//! A leader's profile: dials, notes, bearings. Every change is an [`Edit`] and gives back the edit that undoes it.
//! The types say how serde writes them, each with what it does not know in `extra`; files are `format`'s. Resolves no id: a
//! mark is named by its id, and ids that the framework lacks are kept as they are.

mod bearings;
mod named;
pub mod wire;

pub use bearings::Bearings;
pub use named::decision_id;

use super::{dial::DialValue, field, moment::Moment};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

pub use super::extra::Extra;

/// The longest note or other longer text that is written, in characters.
pub const MOST_TEXT: usize = 10_000;
/// The longest label, in characters.
pub const MOST_LABEL: usize = 200;

/// What a leader has set and written, as one file holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The version of the file it came from, where that is a later minor one than this program writes.
    pub later_version: Option<String>,
    /// Whose it is: 128 random bits in hex, made once and the same in every copy. None where the file is of version 1.0, which
    /// gets one at its next save.
    pub owner: Option<String>,
    /// The name the leader gave it.
    pub name: String,
    /// The id of the framework it belongs to.
    pub framework: String,
    /// The leader's own level, counted from 1.
    pub level: u8,
    /// The unit it is for.
    pub unit: String,
    /// The challenge the unit is in.
    pub challenge: String,
    /// When to look at it again.
    pub review: Option<Date>,
    /// A note on the profile as a whole.
    pub note: String,
    /// The dials that were touched, by mark id. An absent mark stands at neutral without a note.
    pub dials: BTreeMap<String, Dial>,
    /// Dated pictures of all dials, oldest first.
    pub bearings: Bearings,
    /// Decisions written down since the last bearing.
    pub decisions: Vec<Decision>,
    /// Answers to the mirror's questions, by the question's id.
    pub replies: BTreeMap<String, Reply>,
    /// The texts that were open while their level was the own one: the level, from 1, and the mark's id.
    pub read: BTreeSet<(u8, String)>,
    /// Unknown fields.
    pub extra: Extra,
}

/// One mark's dial and what was written beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dial {
    /// Where it stands.
    pub value: DialValue,
    /// Which need: the leader's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Ids of the marks in the operations field that this one enriches.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub enriches: Vec<String>,
    /// Tags of the connected documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Dial {
    /// True where nothing at all was set or written, so the file need not mention it.
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

/// A dated picture of all dials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bearing {
    /// Unique in its profile: `b1`, `b2`, …
    pub id: String,
    /// When it was taken.
    pub at: Moment,
    /// The label, or empty.
    #[serde(default)]
    pub label: String,
    /// A note on the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The dials as they stood, by mark id; absent is neutral.
    #[serde(default, deserialize_with = "field::unique")]
    pub dials: BTreeMap<String, BearingDial>,
    /// The decisions held against the marks since the bearing before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One mark in a bearing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BearingDial {
    /// Where it stood.
    pub value: DialValue,
    /// The note it had.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What turning it gave: the effect.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub effect: String,
    /// What turning it gave: the learning.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub learning: String,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A decision and what the raised marks ask of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// When it was written down.
    pub at: Moment,
    /// The decision itself.
    pub text: String,
    /// Answers by mark id.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "field::unique"
    )]
    pub answers: BTreeMap<String, String>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a leader did with a question of the mirror.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// The answer, or empty where it was only put away.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// True where the question was put away.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub put_away: bool,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change to a profile. [`Profile::apply`] carries it out and returns the edit that takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Dials to these values, by mark id.
    Dials(Vec<(String, DialValue)>),
    /// Dials to where they stood at a bearing.
    Restore {
        /// The bearing's id.
        bearing: String,
        /// The dials, as in [`Edit::Dials`].
        dials: Vec<(String, DialValue)>,
    },
    /// A mark's note.
    Note {
        /// The mark's id.
        mark: String,
        /// The whole note.
        text: String,
    },
    /// Which operations marks a mark enriches.
    Enriches {
        /// The mark's id.
        mark: String,
        /// Ids of the enriched marks.
        #[serde(rename = "list")]
        marks: Vec<String>,
    },
    /// Which connected documents a mark's note is tagged with.
    Documents {
        /// The mark's id.
        mark: String,
        /// The tags.
        #[serde(rename = "list")]
        documents: Vec<String>,
    },
    /// The profile's name.
    Name(String),
    /// The own level, from 1.
    Level(#[serde(deserialize_with = "field::level")] u8),
    /// The unit.
    Unit(String),
    /// The challenge.
    Challenge(String),
    /// The review date.
    Review(#[serde(with = "field::date")] Option<Date>),
    /// The note on the profile.
    ProfileNote(String),
    /// A bearing comes in at this place in the list (counted from 0; past the end means last).
    InsertBearing {
        /// Place in the list.
        at: usize,
        /// The bearing.
        bearing: Arc<Bearing>,
    },
    /// The bearing with this id goes out; nothing happens where there is none.
    RemoveBearing(String),
    /// The bearing with the same id is replaced; nothing happens where there is none.
    ReplaceBearing(Arc<Bearing>),
    /// The decisions since the last bearing.
    Decisions(Vec<Decision>),
    /// The answer to a question of the mirror; `None` takes it away.
    Reply {
        /// The question's id.
        question: String,
        /// What was answered.
        reply: Option<Reply>,
    },
    /// The whole profile is this one, as after a merge of two versions.
    Whole(Box<Profile>),
    /// Several edits as one step, in order.
    All(Vec<Edit>),
}

impl Edit {
    /// The other name that this gives a profile of this name; nothing where the profile keeps the one it has.
    pub fn renames(&self, name: &str) -> Option<&str> {
        let new = match self {
            Self::Name(new) => new,
            Self::Whole(profile) => &profile.name,
            _ => return None,
        };
        (new != name).then_some(new)
    }
}

impl Profile {
    /// A new profile with every dial at neutral.
    pub fn new(name: impl Into<String>, framework: impl Into<String>, level: u8) -> Self {
        Self {
            later_version: None,
            owner: None,
            name: name.into(),
            framework: framework.into(),
            level,
            unit: String::new(),
            challenge: String::new(),
            review: None,
            note: String::new(),
            dials: BTreeMap::new(),
            bearings: Bearings::default(),
            decisions: Vec::new(),
            replies: BTreeMap::new(),
            read: BTreeSet::new(),
            extra: Extra::new(),
        }
    }

    /// Where the dial of the mark with this id stands.
    pub fn value(&self, mark: &str) -> DialValue {
        self.dials.get(mark).map_or(DialValue::NEUTRAL, |dial| dial.value)
    }

    /// The note on the mark with this id, or empty.
    pub fn note(&self, mark: &str) -> &str {
        self.dials.get(mark).map_or("", |dial| &dial.note)
    }

    /// True where the text of the mark with this id was open at this level, from 1, while that was the own one.
    pub fn has_read(&self, level: u8, mark: &str) -> bool {
        // a set of pairs cannot be asked for a borrowed one, and there are at most some dozens
        self.read
            .iter()
            .any(|(at, read)| (*at, read.as_str()) == (level, mark))
    }

    /// The newest bearing.
    pub fn last_bearing(&self) -> Option<&Bearing> {
        self.bearings.last()
    }

    /// The bearing with this id.
    pub fn bearing(&self, id: &str) -> Option<&Bearing> {
        self.bearings.iter().find(|bearing| bearing.id == id)
    }

    /// An id no bearing has: one more than the highest `b…` in use, or the lowest that is free where there is no higher one.
    pub fn next_bearing_id(&self) -> String {
        let mut free = Self::free_bearing_ids(&[self]);
        free.next().expect("there are more numbers than bearings")
    }

    /// Ids that no bearing of these profiles has, in the order they are to be used in.
    pub fn free_bearing_ids(profiles: &[&Self]) -> impl Iterator<Item = String> + use<> {
        let bearings = profiles.iter().flat_map(|profile| profile.bearings.iter());
        let taken: HashSet<String> = bearings.map(|bearing| bearing.id.clone()).collect();
        let number = |id: &String| id.strip_prefix('b')?.parse::<u64>().ok();
        let highest = taken.iter().filter_map(number).max().unwrap_or(0);
        let numbers = (highest.saturating_add(1)..=u64::MAX).chain(1..=highest);
        let ids = numbers.map(|number| format!("b{number}"));
        ids.filter(move |id| !taken.contains(id))
    }

    /// A bearing of the dials and notes as they stand now; [`Edit::InsertBearing`] puts it in.
    pub fn bearing_of_now(&self, label: String, at: Moment) -> Bearing {
        let dial = |(mark, dial): (&String, &Dial)| {
            let kept = BearingDial {
                value: dial.value,
                note: dial.note.clone(),
                ..BearingDial::default()
            };
            (mark.clone(), kept)
        };
        Bearing {
            id: self.next_bearing_id(),
            at,
            label,
            note: String::new(),
            dials: self.dials.iter().map(dial).collect(),
            decisions: self.decisions.clone(),
            extra: Extra::new(),
        }
    }

    /// The edit that takes a bearing now: the dials and notes as they stand, and the decisions since the last one,
    /// which it takes over.
    pub fn take_bearing(&self, label: String, at: Moment) -> Edit {
        let insert = Edit::InsertBearing {
            at: self.bearings.len(),
            bearing: Arc::new(self.bearing_of_now(label, at)),
        };
        match self.decisions.is_empty() {
            true => insert,
            false => Edit::All(vec![insert, Edit::Decisions(Vec::new())]),
        }
    }

    /// The edit that turns every dial back to where it stood at the bearing with this id; the notes stay as they are.
    /// Nothing where there is no such bearing or no dial stands otherwise.
    pub fn restore(&self, id: &str) -> Option<Edit> {
        let bearing = self.bearing(id)?;
        let marks: BTreeSet<&String> = self.dials.keys().chain(bearing.dials.keys()).collect();
        let then = |mark: &String| {
            let then = bearing
                .dials
                .get(mark)
                .map_or(DialValue::NEUTRAL, |dial| dial.value);
            (then != self.value(mark)).then(|| (mark.clone(), then))
        };
        let dials: Vec<_> = marks.into_iter().filter_map(then).collect();
        (!dials.is_empty()).then(|| Edit::Restore {
            bearing: id.to_owned(),
            dials,
        })
    }

    /// Carries `edit` out and returns the edit that takes it back.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        use std::mem::replace;
        match edit {
            Edit::Dials(values) => Edit::Dials(self.turn(values)),
            Edit::Restore { bearing, dials } => Edit::Restore {
                bearing,
                dials: self.turn(dials),
            },
            Edit::Note { mark, text } => {
                let text = self.dial(&mark, |dial| replace(&mut dial.note, text));
                Edit::Note { mark, text }
            }
            Edit::Enriches { mark, marks } => {
                let marks = self.dial(&mark, |dial| replace(&mut dial.enriches, marks));
                Edit::Enriches { mark, marks }
            }
            Edit::Documents { mark, documents } => {
                let documents = self.dial(&mark, |dial| replace(&mut dial.documents, documents));
                Edit::Documents { mark, documents }
            }
            Edit::Name(name) => Edit::Name(replace(&mut self.name, name)),
            Edit::Level(level) => Edit::Level(replace(&mut self.level, level)),
            Edit::Unit(unit) => Edit::Unit(replace(&mut self.unit, unit)),
            Edit::Challenge(challenge) => Edit::Challenge(replace(&mut self.challenge, challenge)),
            Edit::Review(review) => Edit::Review(replace(&mut self.review, review)),
            Edit::ProfileNote(note) => Edit::ProfileNote(replace(&mut self.note, note)),
            Edit::InsertBearing { at, bearing } => {
                let id = bearing.id.clone();
                self.bearings.insert(at, bearing);
                Edit::RemoveBearing(id)
            }
            Edit::RemoveBearing(id) => {
                let at = self.bearings.iter().position(|bearing| bearing.id == id);
                let removed = at.and_then(|at| Some((at, self.bearings.remove(at)?)));
                removed.map_or(Edit::All(Vec::new()), |(at, bearing)| Edit::InsertBearing {
                    at,
                    bearing,
                })
            }
            Edit::ReplaceBearing(bearing) => {
                let at = self.bearings.iter().position(|other| other.id == bearing.id);
                let replaced = at.and_then(|at| self.bearings.replace(at, bearing));
                replaced.map_or(Edit::All(Vec::new()), Edit::ReplaceBearing)
            }
            Edit::Decisions(decisions) => Edit::Decisions(replace(&mut self.decisions, decisions)),
            Edit::Reply { question, reply } => {
                let before = match reply {
                    Some(reply) => self.replies.insert(question.clone(), reply),
                    None => self.replies.remove(&question),
                };
                Edit::Reply {
                    question,
                    reply: before,
                }
            }
            Edit::Whole(mut profile) => {
                // a profile of version 1.0 that comes in whole is this leader's from now on
                profile.owner = profile.owner.or_else(|| self.owner.clone());
                Edit::Whole(Box::new(replace(self, *profile)))
            }
            Edit::All(edits) => {
                let mut before: Vec<_> = edits.into_iter().map(|edit| self.apply(edit)).collect();
                before.reverse();
                Edit::All(before)
            }
        }
    }

    /// Turns dials to these values, and gives those they had, the last one first.
    fn turn(&mut self, values: Vec<(String, DialValue)>) -> Vec<(String, DialValue)> {
        let set = |(mark, value): (String, DialValue)| {
            let before = self.dial(&mark, |dial| std::mem::replace(&mut dial.value, value));
            (mark, before)
        };
        let mut before: Vec<_> = values.into_iter().map(set).collect();
        before.reverse();
        before
    }

    /// Changes one dial and forgets it again where nothing is left on it, so that undoing a first touch leaves
    /// the profile as it was.
    fn dial<T>(&mut self, mark: &str, change: impl FnOnce(&mut Dial) -> T) -> T {
        let dial = self.dials.entry(mark.to_owned()).or_default();
        let before = change(dial);
        if dial.is_untouched() {
            self.dials.remove(mark);
        }
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        Profile::new("Min profil", "kalundborg-lsg", 2)
    }

    fn value(steps: i64) -> DialValue {
        DialValue::new(steps).unwrap()
    }

    fn bearing(id: &str) -> Bearing {
        Bearing {
            id: id.into(),
            at: "2026-11-23T08:15:00+01:00".parse().unwrap(),
            label: "Efterår".into(),
            note: String::new(),
            dials: BTreeMap::new(),
            decisions: Vec::new(),
            extra: Extra::new(),
        }
    }

    #[test]
    fn every_edit_is_taken_back_by_the_edit_it_returns() {
        let mut start = profile();
        start.apply(Edit::Dials(vec![("evidens".into(), value(2))]));
        start.apply(Edit::InsertBearing {
            at: 0,
            bearing: Arc::new(bearing("b1")),
        });
        let edits = [
            Edit::Dials(vec![
                ("evidens".into(), value(-3)),
                ("evidens".into(), value(1)),
                ("x".into(), value(5)),
            ]),
            Edit::Restore {
                bearing: "b1".into(),
                dials: vec![("evidens".into(), value(0)), ("x".into(), value(5))],
            },
            Edit::Note {
                mark: "relationer".into(),
                text: "Nyt botilbud".into(),
            },
            Edit::Enriches {
                mark: "innovation".into(),
                marks: vec!["sikker-drift".into()],
            },
            Edit::Documents {
                mark: "innovation".into(),
                documents: vec!["faelles-retning".into()],
            },
            Edit::Name("Andet".into()),
            Edit::Level(1),
            Edit::Unit("Ældre".into()),
            Edit::Challenge("Budget".into()),
            Edit::Review(Some(jiff::civil::date(2027, 2, 1))),
            Edit::ProfileNote("…".into()),
            Edit::InsertBearing {
                at: 9,
                bearing: Arc::new(bearing("b2")),
            },
            Edit::RemoveBearing("b1".into()),
            Edit::RemoveBearing("none".into()),
            Edit::ReplaceBearing(Arc::new(Bearing {
                label: "Andet".into(),
                ..bearing("b1")
            })),
            Edit::Reply {
                question: "drift".into(),
                reply: Some(Reply::default()),
            },
            Edit::All(vec![Edit::Level(1), Edit::Level(3), Edit::Unit("A".into())]),
        ];
        for edit in edits {
            let mut changed = start.clone();
            let back = changed.apply(edit.clone());
            let after = changed.clone();
            let again = changed.apply(back);
            assert_eq!(changed, start, "{edit:?}");
            changed.apply(again);
            assert_eq!(changed, after, "redo of {edit:?}");
        }
    }

    #[test]
    fn a_mark_back_at_neutral_without_a_note_leaves_no_trace() {
        let mut profile = profile();
        profile.apply(Edit::Dials(vec![("evidens".into(), value(2))]));
        profile.apply(Edit::Dials(vec![("evidens".into(), value(0))]));
        assert!(profile.dials.is_empty());
    }

    #[test]
    fn a_new_bearing_gets_an_id_that_no_other_has() {
        let mut profile = profile();
        assert_eq!(profile.next_bearing_id(), "b1");
        for id in ["b7", "own-id", "b2"] {
            profile.apply(Edit::InsertBearing {
                at: 0,
                bearing: Arc::new(bearing(id)),
            });
        }
        assert_eq!(profile.next_bearing_id(), "b8");
        for id in [u64::MAX.to_string(), "1".into()] {
            profile.apply(Edit::InsertBearing {
                at: 0,
                bearing: Arc::new(bearing(&format!("b{id}"))),
            });
        }
        assert_eq!(profile.next_bearing_id(), "b3");
    }
}
