//! The monthly review: the steps of the guided path, in which order they come, and where a leader is on it. Owns the path;
//! what is done at a step are the session's deeds, and how a step looks is the faces'.
//!
//! Where she is stays in the profile, among the fields that other versions carry along unchanged: it belongs to the leader
//! and not to the machine, so that it is picked up wherever the profile is opened next, and goes with it to no one else
//! (what is shared are values alone). It is no step of undo.

use super::{
    compare::{Move, Picture, moves},
    framework::{Framework, MarkIndex},
    mirror::{self, Answer},
    profile::Profile,
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The field of the profile that keeps it.
pub const FIELD: &str = "monthly";
/// The part of the path that asks what turning gave.
const GAINS: usize = 4;
/// Days after which a review that was left is begun anew.
const OLD: i32 = 31;
/// Months after which it is suggested to look again.
pub const MONTHS: [i32; 4] = [1, 2, 3, 6];

/// A step of the path, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What moved since the last bearing; where there is none, what a bearing is.
    Moved,
    /// One question of the mirror.
    Question,
    /// One mark and its dial.
    Mark(MarkIndex),
    /// A new bearing.
    Bearing,
    /// What turning this mark gave.
    Gains(MarkIndex),
    /// When to look again.
    Date,
    /// That date in the leader's calendar.
    Calendar,
    /// What was done.
    Done,
}

impl Step {
    /// The part of the path that a step belongs to: marks are one part, and so are all that a date takes.
    pub fn part(self) -> usize {
        match self {
            Self::Moved => 0,
            Self::Question => 1,
            Self::Mark(_) => 2,
            Self::Bearing => 3,
            Self::Gains(_) => GAINS,
            Self::Date | Self::Calendar => 5,
            Self::Done => 6,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Question => "question",
            Self::Mark(_) => "mark",
            Self::Bearing => "bearing",
            Self::Gains(_) => "gains",
            Self::Date => "date",
            Self::Calendar => "calendar",
            Self::Done => "done",
        }
    }
}

/// A review that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monthly {
    /// When it was begun.
    pub begun: Date,
    /// Where the leader is.
    pub step: Step,
    /// The id of the last bearing before it; nothing where there was none.
    pub from: Option<String>,
    /// The id of the bearing that was taken in it.
    pub taken: Option<String>,
    /// The id of the question that it asks; nothing where the mirror has none.
    pub question: Option<String>,
}

/// A review as the profile keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    begun: String,
    step: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
}

impl Monthly {
    /// A review that begins today, with the question the mirror would ask first.
    pub fn begin(framework: &Framework, profile: &Profile, today: Date) -> Self {
        Self {
            begun: today,
            step: Step::Moved,
            from: profile.last_bearing().map(|bearing| bearing.id.clone()),
            taken: None,
            question: question(framework, profile, today),
        }
    }

    /// The review that was left, where there is one and it is not too old.
    pub fn left(framework: &Framework, profile: &Profile, today: Date) -> Option<Self> {
        let kept: Kept = serde_json::from_value(profile.extra.get(FIELD)?.clone()).ok()?;
        let begun: Date = kept.begun.parse().ok()?;
        let days = begun.until(today).ok()?.get_days();
        if !(0..=OLD).contains(&days) {
            return None;
        }
        let mark = kept.mark.and_then(|id| framework.mark_by_id(&id));
        let steps = [
            Step::Moved,
            Step::Question,
            Step::Bearing,
            Step::Date,
            Step::Calendar,
        ];
        let steps = steps
            .into_iter()
            .chain(mark.map(Step::Mark))
            .chain(mark.map(Step::Gains));
        let step = steps.into_iter().find(|step| step.name() == kept.step)?;
        Some(Self {
            begun,
            step,
            from: kept.from,
            taken: kept.taken.filter(|id| profile.bearing(id).is_some()),
            question: kept.question,
        })
    }

    /// Keeps it in the profile, or takes it out where it is done.
    pub fn keep(&self, framework: &Framework, profile: &mut Profile) {
        if self.step == Step::Done {
            profile.extra.remove(FIELD);
            return;
        }
        let mark = match self.step {
            Step::Mark(mark) | Step::Gains(mark) => Some(framework.mark(mark).id.clone()),
            _ => None,
        };
        let kept = Kept {
            begun: self.begun.to_string(),
            step: self.step.name().to_owned(),
            mark,
            from: self.from.clone(),
            taken: self.taken.clone(),
            question: self.question.clone(),
        };
        if let Ok(kept) = serde_json::to_value(kept) {
            profile.extra.insert(FIELD.to_owned(), kept);
        }
    }

    /// The whole path as it is now: no question where there is none, and only what moved at the bearing that was taken.
    pub fn path(&self, framework: &Framework, profile: &Profile) -> Vec<Step> {
        let mut path = vec![Step::Moved];
        path.extend(self.question.is_some().then_some(Step::Question));
        path.extend(framework.mark_indices().map(Step::Mark));
        path.push(Step::Bearing);
        if self.taken.is_some() && self.from.is_some() {
            path.extend(
                self.moved(framework, profile)
                    .into_iter()
                    .map(|moved| Step::Gains(moved.mark)),
            );
        }
        path.push(Step::Date);
        path.extend(profile.review.is_some().then_some(Step::Calendar));
        path.push(Step::Done);
        path
    }

    /// The step after this one, or before it; the same at the ends. With `part`, the first of the next part or of the one before.
    pub fn beside(&self, framework: &Framework, profile: &Profile, onward: bool, part: bool) -> Step {
        let path = self.path(framework, profile);
        let here = self.step;
        let other = |step: &Step| !part || step.part() != here.part();
        let found = match onward {
            true => path.iter().find(|step| **step > here && other(step)),
            false => path.iter().rev().find(|step| **step < here && other(step)),
        };
        let found = found.copied().unwrap_or(here);
        let first = path.iter().find(|step| step.part() == found.part());
        first.copied().filter(|_| part && !onward).unwrap_or(found)
    }

    /// Which part of the path this is, counted from 1, and how many there are; what was done at the end is none. What a turn gave
    /// counts before it is known whether anything moved.
    pub fn number(&self, framework: &Framework, profile: &Profile) -> (usize, usize) {
        let path = self.path(framework, profile);
        let mut parts: BTreeSet<usize> = path.into_iter().map(Step::part).collect();
        parts.remove(&Step::Done.part());
        parts.extend(self.from.is_some().then_some(GAINS));
        let at = parts.iter().position(|part| *part == self.step.part());
        (at.map_or(parts.len(), |at| at + 1), parts.len())
    }

    /// What moved since the bearing before the review: until the bearing that was taken in it, or until now. Where there was
    /// no bearing before, what stands elsewhere than in the middle.
    pub fn moved(&self, framework: &Framework, profile: &Profile) -> Vec<Move> {
        let empty = Profile::new("", "", 1);
        let from = self.from.as_ref().and_then(|id| profile.bearing(id));
        let from = from.map_or(Picture::Now(&empty), Picture::At);
        let to = self.taken.as_ref().and_then(|id| profile.bearing(id));
        moves(framework, from, to.map_or(Picture::Now(profile), Picture::At))
    }
}

/// The id of the question that tells most: the first that is open, but for what the path asks or does by itself.
fn question(framework: &Framework, profile: &Profile, today: Date) -> Option<String> {
    let open = mirror::open_questions(framework, profile, today).into_iter();
    let mut asked =
        open.filter(|question| !matches!(question.answer, Answer::Reading | Answer::NewReviewDate));
    Some(asked.next()?.id)
}

/// The days that are suggested for looking again.
pub fn suggested(today: Date) -> [Date; MONTHS.len()] {
    MONTHS.map(|months| today.saturating_add(months.months()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{dial::DialValue, profile::Edit};

    fn today() -> Date {
        jiff::civil::date(2026, 11, 24)
    }

    #[test]
    fn a_review_is_picked_up_where_it_was_left_until_it_is_too_old() {
        let framework = Framework::built_in();
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        let mut monthly = Monthly::begin(&framework, &profile, today());
        assert_eq!(Monthly::left(&framework, &profile, today()), None);
        let marks: Vec<MarkIndex> = framework.mark_indices().collect();
        for step in [
            Step::Moved,
            Step::Mark(marks[4]),
            Step::Bearing,
            Step::Date,
            Step::Calendar,
        ] {
            monthly.step = step;
            monthly.keep(&framework, &mut profile);
            assert_eq!(
                Monthly::left(&framework, &profile, today()),
                Some(monthly.clone())
            );
        }
        let later = today().saturating_add(40.days());
        assert_eq!(Monthly::left(&framework, &profile, later), None);
        assert_eq!(
            Monthly::left(&framework, &profile, today().yesterday().unwrap()),
            None
        );
        monthly.step = Step::Done;
        monthly.keep(&framework, &mut profile);
        assert!(profile.extra.is_empty());
        profile.extra.insert(FIELD.into(), "no review".into());
        assert_eq!(Monthly::left(&framework, &profile, today()), None);
    }

    #[test]
    fn the_path_has_what_there_is_and_goes_both_ways() {
        let framework = Framework::built_in();
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        let at = "2026-10-24T08:15:00+01:00".parse().unwrap();
        profile.apply(profile.take_bearing("Før".into(), at));
        profile.apply(Edit::Dials(vec![("evidens".into(), DialValue::new(2).unwrap())]));
        let mut monthly = Monthly::begin(&framework, &profile, today());
        monthly.question = None;
        let path = |monthly: &Monthly, profile: &Profile| monthly.path(&framework, profile);
        assert_eq!(
            path(&monthly, &profile).len(),
            1 + 12 + 1 + 1 + 1,
            "no question, nothing taken"
        );
        let onward = |monthly: &Monthly, part| monthly.beside(&framework, &profile, true, part);
        assert_eq!(onward(&monthly, false), path(&monthly, &profile)[1]);
        monthly.step = onward(&monthly, false);
        assert_eq!(onward(&monthly, true), Step::Bearing, "past all marks");
        assert_eq!(monthly.number(&framework, &profile), (2, 5));
        assert_eq!(monthly.beside(&framework, &profile, false, false), Step::Moved);
        monthly.step = Step::Bearing;
        assert_eq!(
            monthly.beside(&framework, &profile, false, true),
            path(&monthly, &profile)[1],
            "back to the first mark"
        );
        profile.apply(profile.take_bearing("Nu".into(), "2026-11-24T08:15:00+01:00".parse().unwrap()));
        monthly.taken = profile.last_bearing().map(|bearing| bearing.id.clone());
        let evidens = framework.mark_by_id("evidens").unwrap();
        assert!(path(&monthly, &profile).contains(&Step::Gains(evidens)));
        assert_eq!(monthly.moved(&framework, &profile).len(), 1);
    }

    #[test]
    fn what_is_suggested_lies_ahead_also_at_the_end_of_a_month_and_of_time() {
        for day in [today(), jiff::civil::date(2027, 1, 31)] {
            assert!(suggested(day).iter().all(|date| *date > day));
        }
        assert_eq!(
            suggested(jiff::civil::date(2027, 1, 31))[0],
            jiff::civil::date(2027, 2, 28)
        );
        assert_eq!(suggested(Date::MAX)[0], Date::MAX);
    }
}
