//! Two versions of one profile held against each other, and made one mark by mark. Owns what counts as a difference,
//! what comes in from both without a question, and what the choices make of it; opens no file and asks nobody.
//!
//! What only one has that takes nothing from the other is no difference: its bearings, its decisions, its replies to the
//! mirror and every field that is unknown here come in as they are. At a clash of unknown fields mine stay.

mod merging;

use super::{
    framework::Framework,
    profile::{Bearing, Bearings, Decision, Edit, Extra, MOST_TEXT, Profile, Reply},
};
pub use merging::{Merging, Source};
use std::collections::BTreeSet;

/// What the two versions say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The profile's name.
    Name,
    /// The unit.
    Unit,
    /// The challenge.
    Challenge,
    /// The own level.
    Level,
    /// When to look at it again.
    Review,
    /// The note on the profile.
    Note,
    /// Where the dial of the mark with this id stands.
    Value(String),
    /// The note on the mark with this id.
    MarkNote(String),
    /// The documents that the mark with this id is connected with.
    Documents(String),
    /// The marks that the mark with this id enriches.
    Enriches(String),
    /// A decision, written down at the same moment: its place in each version's list.
    Decision {
        /// In mine.
        mine: usize,
        /// In theirs.
        theirs: usize,
    },
    /// The reply to the mirror's question with this id.
    Reply(String),
}

/// Which version goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keep {
    /// Mine.
    Mine,
    /// The other one.
    Theirs,
    /// Both: texts under each other, lists together.
    Both,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub about: About,
    /// True where both can be kept.
    pub joins: bool,
    /// What goes on where nobody chooses: mine, unless only the other version has something written there.
    pub suggested: Keep,
}

/// What comes in from the other version without a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Bearings that only the other version has: their places in its list.
    pub bearings: Vec<usize>,
    /// How many of these have the id of another bearing of mine, so that both are there after.
    pub doubled: usize,
    /// How many decisions only the other version has.
    pub decisions: usize,
    /// How many replies to the mirror only the other version has.
    pub replies: usize,
}

impl About {
    /// The mark it is about, if it is about one.
    pub fn mark(&self) -> Option<&str> {
        match self {
            Self::Value(mark) | Self::MarkNote(mark) | Self::Documents(mark) | Self::Enriches(mark) => {
                Some(mark)
            }
            _ => None,
        }
    }

    /// The same difference with the two versions exchanged.
    pub fn mirrored(&self) -> Self {
        match self {
            Self::Decision { mine, theirs } => Self::Decision {
                mine: *theirs,
                theirs: *mine,
            },
            same => same.clone(),
        }
    }
}

impl Incoming {
    /// True where nothing comes in.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Everything the two versions say differently: the profile's own things first, then mark by mark in the framework's order,
/// then decisions and replies.
pub fn differences(mine: &Profile, theirs: &Profile, framework: &Framework) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut put = |about: About, differs: bool, blank: (bool, bool), joins: bool| {
        if differs {
            found.push(Difference {
                about,
                joins,
                suggested: match blank {
                    (true, false) => Keep::Theirs,
                    _ => Keep::Mine,
                },
            });
        }
    };
    let mut text = |about, mine: &str, theirs: &str, joins: bool| {
        let blank = (mine.trim().is_empty(), theirs.trim().is_empty());
        let joins = joins && blank == (false, false) && fits(mine, theirs);
        put(about, mine != theirs, blank, joins);
    };
    text(About::Name, &mine.name, &theirs.name, false);
    text(About::Unit, &mine.unit, &theirs.unit, false);
    text(About::Challenge, &mine.challenge, &theirs.challenge, false);
    text(About::Note, &mine.note, &theirs.note, true);
    put(About::Level, mine.level != theirs.level, (false, false), false);
    let blank = (mine.review.is_none(), theirs.review.is_none());
    put(About::Review, mine.review != theirs.review, blank, false);

    let mut marks: Vec<&String> = mine.dials.keys().chain(theirs.dials.keys()).collect();
    // those that the framework has, in its order, and the others after them
    let order = |id: &str| {
        let mark = framework.mark_by_id(id);
        (mark.is_none(), mark)
    };
    marks.sort_unstable_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
    marks.dedup();
    for mark in marks {
        let (own, other) = (mine.dials.get(mark), theirs.dials.get(mark));
        let differs = mine.value(mark) != theirs.value(mark);
        put(About::Value(mark.clone()), differs, (false, false), false);
        let (note, other_note) = (mine.note(mark), theirs.note(mark));
        let blank = (note.trim().is_empty(), other_note.trim().is_empty());
        let joins = blank == (false, false) && fits(note, other_note);
        put(About::MarkNote(mark.clone()), note != other_note, blank, joins);
        let lists = [
            (
                About::Documents(mark.clone()),
                own.map(|dial| &dial.documents),
                other.map(|dial| &dial.documents),
            ),
            (
                About::Enriches(mark.clone()),
                own.map(|dial| &dial.enriches),
                other.map(|dial| &dial.enriches),
            ),
        ];
        for (about, own, other) in lists {
            let set =
                |list: Option<&Vec<String>>| list.into_iter().flatten().cloned().collect::<BTreeSet<_>>();
            let (own, other) = (set(own), set(other));
            let joins = !own.is_subset(&other) && !other.is_subset(&own);
            put(about, own != other, (own.is_empty(), other.is_empty()), joins);
        }
    }
    for (own, other) in decisions(mine, theirs).clashing {
        let about = About::Decision {
            mine: own,
            theirs: other,
        };
        put(about, true, (false, false), true);
    }
    for (question, own) in &mine.replies {
        if let Some(other) = theirs.replies.get(question) {
            let differs = bare_reply(own) != bare_reply(other);
            let blank = (own.text.trim().is_empty(), other.text.trim().is_empty());
            let joins = blank == (false, false) && own.text != other.text && fits(&own.text, &other.text);
            put(About::Reply(question.clone()), differs, blank, joins);
        }
    }
    found
}

/// What comes in from `theirs` without a question.
pub fn incoming(mine: &Profile, theirs: &Profile) -> Incoming {
    let bearings: Vec<usize> = (0..theirs.bearings.len())
        .filter(|at| home_of(&mine.bearings, &theirs.bearings[*at]).is_none())
        .collect();
    let doubled = bearings
        .iter()
        .filter(|at| mine.bearing(&theirs.bearings[**at].id).is_some());
    Incoming {
        doubled: doubled.count(),
        decisions: decisions(mine, theirs).coming.len(),
        replies: theirs
            .replies
            .keys()
            .filter(|question| !mine.replies.contains_key(*question))
            .count(),
        bearings,
    }
}

/// The two versions as one: at each difference what `keep` chooses, and everything that comes in without a question.
pub fn merged(
    mine: &Profile,
    theirs: &Profile,
    framework: &Framework,
    keep: impl Fn(&Difference) -> Keep,
) -> Profile {
    let mut merged = mine.clone();
    let mut kept_decisions = Vec::new();
    for difference in differences(mine, theirs, framework) {
        let keep = match keep(&difference) {
            Keep::Both if !difference.joins => difference.suggested,
            keep => keep,
        };
        if keep == Keep::Mine {
            continue;
        }
        let both = keep == Keep::Both;
        let text = |mine: &str, theirs: &str| {
            if both {
                join(mine, theirs)
            } else {
                theirs.to_owned()
            }
        };
        let list = |mine: Option<&Vec<String>>, theirs: Option<&Vec<String>>| {
            let mut list = mine.filter(|_| both).cloned().unwrap_or_default();
            let new = theirs.into_iter().flatten().filter(|one| !list.contains(one));
            let new: Vec<String> = new.cloned().collect();
            list.extend(new);
            list
        };
        let edit = match difference.about {
            About::Name => Edit::Name(theirs.name.clone()),
            About::Unit => Edit::Unit(theirs.unit.clone()),
            About::Challenge => Edit::Challenge(theirs.challenge.clone()),
            About::Level => Edit::Level(theirs.level),
            About::Review => Edit::Review(theirs.review),
            About::Note => Edit::ProfileNote(text(&mine.note, &theirs.note)),
            About::Value(mark) => {
                let value = theirs.value(&mark);
                Edit::Dials(vec![(mark, value)])
            }
            About::MarkNote(mark) => Edit::Note {
                text: text(mine.note(&mark), theirs.note(&mark)),
                mark,
            },
            About::Documents(mark) => Edit::Documents {
                documents: list(
                    mine.dials.get(&mark).map(|dial| &dial.documents),
                    theirs.dials.get(&mark).map(|dial| &dial.documents),
                ),
                mark,
            },
            About::Enriches(mark) => Edit::Enriches {
                marks: list(
                    mine.dials.get(&mark).map(|dial| &dial.enriches),
                    theirs.dials.get(&mark).map(|dial| &dial.enriches),
                ),
                mark,
            },
            About::Decision { mine, theirs } => {
                kept_decisions.push((mine, theirs, both));
                continue;
            }
            About::Reply(question) => {
                let (own, other) = (mine.replies.get(&question), theirs.replies.get(&question));
                let reply = other.map(|other| Reply {
                    text: text(own.map_or("", |own| &own.text), &other.text),
                    put_away: other.put_away || both && own.is_some_and(|own| own.put_away),
                    extra: other.extra.clone(),
                });
                Edit::Reply { question, reply }
            }
        };
        merged.apply(edit);
    }
    merge_decisions(&mut merged, mine, theirs, &kept_decisions);
    merge_bearings(&mut merged, theirs);
    for (question, reply) in &theirs.replies {
        let own = merged
            .replies
            .entry(question.clone())
            .or_insert_with(|| reply.clone());
        // where theirs goes on, what only mine knew comes along
        if let Some(mine) = mine.replies.get(question) {
            own.extra = mine.extra.clone();
        }
        add(&mut own.extra, &reply.extra);
    }
    for (mark, dial) in &theirs.dials {
        if !dial.extra.is_empty() {
            add(
                &mut merged.dials.entry(mark.clone()).or_default().extra,
                &dial.extra,
            );
        }
    }
    merged.read.extend(theirs.read.iter().cloned());
    merged.owner = merged.owner.or_else(|| theirs.owner.clone());
    merged.later_version = merged.later_version.or_else(|| theirs.later_version.clone());
    add(&mut merged.extra, &theirs.extra);
    merged
}

/// True where both are versions of one leader's profile beyond doubt: called the same, with a bearing in common that was
/// taken at the same second. Two that were never saved as a bearing may be anyone's, and so may one that a colleague
/// began as a copy of and gave another name.
pub fn is_kin(one: &Profile, other: &Profile) -> bool {
    let taken = |bearing: &Bearing| {
        let known = other.bearing(&bearing.id);
        known.is_some_and(|known| known.at == bearing.at)
    };
    (&one.framework, &one.name) == (&other.framework, &other.name) && one.bearings.iter().any(taken)
}

/// True where the two texts can stand in one.
fn fits(mine: &str, theirs: &str) -> bool {
    mine.chars().count() + theirs.chars().count() + 2 <= MOST_TEXT
}

fn join(mine: &str, theirs: &str) -> String {
    format!("{}\n\n{}", mine.trim_end(), theirs)
}

/// Adds the unknown fields that are not there.
fn add(to: &mut Extra, from: &Extra) {
    for (key, value) in from {
        if !to.contains_key(key) {
            to.insert(key.clone(), value.clone());
        }
    }
}

/// The two lists of decisions held against each other, by their places.
struct Decisions {
    /// The same in both.
    same: Vec<(usize, usize)>,
    /// Written at the same moment, and different.
    clashing: Vec<(usize, usize)>,
    /// Only in theirs.
    coming: Vec<usize>,
    /// Only in mine, and held in a bearing that theirs has: it was taken over by that.
    settled: Vec<usize>,
}

fn decisions(mine: &Profile, theirs: &Profile) -> Decisions {
    let mut own: Vec<usize> = (0..mine.decisions.len()).collect();
    let mut other: Vec<usize> = (0..theirs.decisions.len()).collect();
    let mut pairs = |alike: &dyn Fn(&Decision, &Decision) -> bool| {
        let mut found = Vec::new();
        other.retain(|theirs_at| {
            let decision = &theirs.decisions[*theirs_at];
            let place = own.iter().position(|at| alike(&mine.decisions[*at], decision));
            found.extend(place.map(|place| (own.remove(place), *theirs_at)));
            place.is_none()
        });
        found
    };
    let same = pairs(&|mine, theirs| bare_decision(mine) == bare_decision(theirs));
    let clashing = pairs(&|mine, theirs| mine.at.timestamp() == theirs.at.timestamp());
    // a bearing takes the decisions since the one before over
    let held = |bearings: &Bearings, decision: &Decision| {
        let alike = |held: &Decision| bare_decision(held) == bare_decision(decision);
        bearings.iter().any(|bearing| bearing.decisions.iter().any(alike))
    };
    other.retain(|at| !held(&mine.bearings, &theirs.decisions[*at]));
    own.retain(|at| held(&theirs.bearings, &mine.decisions[*at]));
    Decisions {
        same,
        clashing,
        coming: other,
        settled: own,
    }
}

fn merge_decisions(merged: &mut Profile, mine: &Profile, theirs: &Profile, kept: &[(usize, usize, bool)]) {
    let found = decisions(mine, theirs);
    let mut list = Vec::new();
    for (at, own) in mine.decisions.iter().enumerate() {
        if found.settled.contains(&at) {
            continue;
        }
        let mut decision = own.clone();
        let pairs = || found.same.iter().chain(&found.clashing);
        let Some((_, other)) = pairs().find(|(mine, _)| *mine == at) else {
            list.push(decision);
            continue;
        };
        let other = &theirs.decisions[*other];
        match kept.iter().find(|(mine, ..)| *mine == at) {
            Some((.., true)) => {
                list.push(decision);
                list.push(other.clone());
                continue;
            }
            Some((.., false)) => {
                decision = Decision {
                    extra: decision.extra,
                    ..other.clone()
                };
            }
            None => {}
        }
        add(&mut decision.extra, &other.extra);
        list.push(decision);
    }
    for at in found.coming {
        let coming = theirs.decisions[at].clone();
        let before = |decision: &Decision| decision.at.timestamp() <= coming.at.timestamp();
        let place = list.iter().rposition(before).map_or(0, |last| last + 1);
        list.insert(place, coming);
    }
    merged.decisions = list;
}

/// Where in `bearings` this one is already: under its own id, or under another where it came in before.
fn home_of(bearings: &Bearings, bearing: &Bearing) -> Option<usize> {
    let alike = |other: &&Bearing| same_bearing(other, bearing);
    let own = bearings.iter().position(|other| other.id == bearing.id);
    own.filter(|at| alike(&&bearings[*at]))
        .or_else(|| bearings.iter().position(|other| alike(&other)))
}

fn merge_bearings(merged: &mut Profile, theirs: &Profile) {
    let mut free = Profile::free_bearing_ids(&[merged, theirs]);
    for bearing in theirs.bearings.iter() {
        match home_of(&merged.bearings, bearing) {
            Some(at) if merged.bearings[at] == *bearing => {}
            Some(at) => lend(&mut merged.bearings[at], bearing),
            None => {
                let mut bearing = bearing.clone();
                if merged.bearing(&bearing.id).is_some() {
                    bearing.id = free.next().expect("there are more numbers than bearings");
                }
                let before = |other: &Bearing| other.at.timestamp() <= bearing.at.timestamp();
                let place = merged
                    .bearings
                    .iter()
                    .rposition(before)
                    .map_or(0, |last| last + 1);
                merged.bearings.insert(place, bearing);
            }
        }
    }
}

/// Gives a bearing what the same bearing knows besides.
fn lend(to: &mut Bearing, from: &Bearing) {
    add(&mut to.extra, &from.extra);
    for (mark, dial) in &from.dials {
        if !dial.extra.is_empty() {
            add(&mut to.dials.entry(mark.clone()).or_default().extra, &dial.extra);
        }
    }
    for (own, other) in to.decisions.iter_mut().zip(&from.decisions) {
        add(&mut own.extra, &other.extra);
    }
}

/// True where two bearings hold the same, whatever their ids and what is unknown in them.
fn same_bearing(one: &Bearing, other: &Bearing) -> bool {
    // the cheap ones first: there may be a thousand of them
    one.at.timestamp() == other.at.timestamp()
        && one.label == other.label
        && one.note == other.note
        && ((&one.dials, &one.decisions) == (&other.dials, &other.decisions)
            || bare_bearing(one) == bare_bearing(other))
}

/// A bearing without its id and without what is unknown.
fn bare_bearing(bearing: &Bearing) -> Bearing {
    let mut bare = bearing.clone();
    bare.id.clear();
    // the same instant told in another zone is the same moment
    bare.at = super::moment::Moment::new(bearing.at.timestamp(), jiff::tz::Offset::UTC);
    bare.extra = Extra::new();
    bare.dials.values_mut().for_each(|dial| dial.extra = Extra::new());
    bare.dials.retain(|_, dial| *dial != Default::default());
    bare.decisions = bearing.decisions.iter().map(bare_decision).collect();
    bare
}

fn bare_decision(decision: &Decision) -> Decision {
    Decision {
        extra: Extra::new(),
        ..decision.clone()
    }
}

fn bare_reply(reply: &Reply) -> Reply {
    Reply {
        extra: Extra::new(),
        ..reply.clone()
    }
}

#[cfg(test)]
mod tests;
