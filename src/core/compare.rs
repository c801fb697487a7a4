//! Pictures of all dials held against each other: the dials as they stand now, or as they stood at a bearing. Owns
//! what moved and what each picture weighs; says nothing of it in words.

use super::{
    dial::DialValue,
    framework::{Framework, MarkIndex},
    profile::{Bearing, Profile},
};

/// The dials of one moment.
#[derive(Clone, Copy, Debug)]
pub enum Picture<'a> {
    /// As the profile has them now.
    Now(&'a Profile),
    /// As they stood at a bearing.
    At(&'a Bearing),
}

/// A dial that stands otherwise in one picture than in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Move {
    /// The mark.
    pub mark: MarkIndex,
    /// Where it stood.
    pub from: DialValue,
    /// Where it stands.
    pub to: DialValue,
}

impl Picture<'_> {
    /// Where the dial of the mark with this id stands; neutral where the picture does not have it.
    pub fn value(&self, mark: &str) -> DialValue {
        match self {
            Self::Now(profile) => profile.value(mark),
            Self::At(bearing) => bearing
                .dials
                .get(mark)
                .map_or(DialValue::NEUTRAL, |dial| dial.value),
        }
    }

    /// Where every dial stands, in the framework's order.
    pub fn values(&self, framework: &Framework) -> Vec<DialValue> {
        framework.marks().map(|(.., mark)| self.value(&mark.id)).collect()
    }

    /// Each field's share of all focus, in 0..1, in the framework's order.
    pub fn field_weights(&self, framework: &Framework) -> Vec<f64> {
        let marks = framework.weights(self.values(framework));
        let share = |field| framework.marks_of(field).map(|mark| marks[mark.get()]).sum();
        framework.field_indices().map(share).collect()
    }
}

/// How many detents apart two leaders stand on a mark that is worth a talk.
pub const APART: u8 = 2;

/// Where two leaders stand on a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The mark.
    pub mark: MarkIndex,
    /// Where the reader stands.
    pub yours: DialValue,
    /// Where the other one stands.
    pub theirs: DialValue,
}

impl Apart {
    /// How many detents they stand apart.
    pub fn by(&self) -> u8 {
        self.yours.get().abs_diff(self.theirs.get())
    }

    /// True where that is worth a talk: [`APART`] or more.
    pub fn is_far(&self) -> bool {
        self.by() >= APART
    }
}

/// How far apart two leaders stand on every mark, furthest first; what is equally far in the framework's order.
pub fn apart(framework: &Framework, yours: Picture, theirs: Picture) -> Vec<Apart> {
    let marks = framework.marks().map(|(index, _, mark)| Apart {
        mark: index,
        yours: yours.value(&mark.id),
        theirs: theirs.value(&mark.id),
    });
    let mut marks: Vec<_> = marks.collect();
    marks.sort_by_key(|apart| std::cmp::Reverse(apart.by()));
    marks
}

/// What moved between two pictures, in the framework's order.
pub fn moves(framework: &Framework, from: Picture, to: Picture) -> Vec<Move> {
    let moved = framework.marks().map(|(index, _, mark)| Move {
        mark: index,
        from: from.value(&mark.id),
        to: to.value(&mark.id),
    });
    moved.filter(|moved| moved.from != moved.to).collect()
}

/// What is held against each other where a bearing is asked about and nothing else was chosen: it and the dials now. Where
/// nothing has moved since it, as right after it was taken, the bearing before it and it. The ids of both, nothing for now.
pub fn pair(framework: &Framework, profile: &Profile, id: &str) -> (String, Option<String>) {
    let now = (id.to_owned(), None);
    let Some(at) = profile.bearings.iter().position(|bearing| bearing.id == id) else {
        return now;
    };
    let (own, before) = (&profile.bearings[at], at.checked_sub(1));
    match before.map(|before| &profile.bearings[before]) {
        Some(before) if moves(framework, Picture::At(own), Picture::Now(profile)).is_empty() => {
            (before.id.clone(), Some(own.id.clone()))
        }
        _ => now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::profile::Edit;

    #[test]
    fn two_leaders_are_furthest_apart_first_and_what_is_equally_far_in_the_document_s_order() {
        let framework = Framework::built_in();
        let with = |dials: &[(&str, i64)]| {
            let mut profile = Profile::new("Anne", "kalundborg-lsg", 2);
            let dials = dials
                .iter()
                .map(|(mark, value)| ((*mark).to_owned(), DialValue::new(*value).unwrap()));
            profile.apply(Edit::Dials(dials.collect()));
            profile
        };
        let (yours, theirs) = (
            with(&[("evidens", 3), ("innovation", 1), ("relationer", 2)]),
            with(&[("evidens", -5), ("relationer", 4)]),
        );
        let apart = apart(&framework, Picture::Now(&yours), Picture::Now(&theirs));
        let told: Vec<_> = apart
            .iter()
            .take(4)
            .map(|apart| (framework.mark(apart.mark).id.as_str(), apart.by(), apart.is_far()))
            .collect();
        let wanted = [
            ("evidens", 8, true),
            ("relationer", 2, true),
            ("innovation", 1, false),
            ("arbejdsmiljoe", 0, false),
        ];
        assert_eq!(told, wanted);
        assert_eq!(apart.len(), 12);
    }

    #[test]
    fn only_what_moved_is_told_and_a_mark_that_a_picture_lacks_stood_at_neutral() {
        let framework = Framework::built_in();
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        let turn = |profile: &mut Profile, mark: &str, value| {
            profile.apply(Edit::Dials(vec![(mark.into(), DialValue::new(value).unwrap())]));
        };
        turn(&mut profile, "evidens", 2);
        turn(&mut profile, "innovation", -1);
        let at = "2026-11-23T08:15:00+01:00".parse().unwrap();
        let bearing = profile.bearing_of_now(String::new(), at);
        turn(&mut profile, "evidens", 0);
        turn(&mut profile, "relationer", 5);
        let (then, now) = (Picture::At(&bearing), Picture::Now(&profile));
        let told: Vec<_> = moves(&framework, then, now)
            .into_iter()
            .map(|moved| {
                (
                    framework.mark(moved.mark).id.as_str(),
                    moved.from.get(),
                    moved.to.get(),
                )
            })
            .collect();
        assert_eq!(told, [("relationer", 0, 5), ("evidens", 2, 0)]);
        assert!(moves(&framework, now, now).is_empty());
        let shares = now.field_weights(&framework);
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(shares[1] > then.field_weights(&framework)[1]);
    }
}
